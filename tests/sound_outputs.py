"""Parses everything a site publishes, each by what its readers use: sound, or told what is not."""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
import zipfile

from icalendar import Calendar
from markupsafe import escape

from city_relations.documents.signs import UNFIT
from city_relations.language.untranslated import mark_language
from city_relations.published import Asset, Copy, Insert, Page
from liveness import is_near, live, live_in_part
from small_city import URL

PACKED = (".zip", ".ods", ".xlsx")
BINARY = (b"\x89PNG", b"RIFF", b"%PDF", b"\xff\xd8\xff\xe0", b"wOF2")
ATOM = "{http://www.w3.org/2005/Atom}content"


def faults(output):
    """Return what is wrong with a thing published; what cannot be parsed raises."""
    if isinstance(output, Page):
        return _page(output)
    if isinstance(output, Insert):
        return _html(_framed(output.body))
    if isinstance(output, Copy):
        return _of_file(output.path, output.file.read_bytes())
    assert isinstance(output, Asset)
    return _of_file(output.path, output.content)


def _page(page):
    texts = [_framed(escape(text)) for text in (page.title, page.description, *page.tags)]
    found = [f for text in texts for f in (*live_in_part(text), *_unfit(text))]
    found += [f"two lines in {text!r}" for text in (page.title, page.description) if "\n" in text]
    parts = page.body, page.search_text or ""
    return [*found, *(fault for part in parts for fault in _html(_framed(part)))]


def _framed(text):
    """Return HTML as its frame hands it on: what is told in English is marked by elements."""
    return str(mark_language(text))


def _html(text):
    return [*live(text), *_unfit(text)]


def _moved(text):
    """Judge an old address, which leads on by a refresh, to this site alone."""
    leads = re.search(r'http-equiv="refresh" content="0; ?url=([^"]+)"', text)
    return [f for f in _html(text) if f != "a refresh" or not leads or not is_near(leads[1])]


def _unfit(text):
    return [f"U+{ord(found[0]):04X}" for found in UNFIT.finditer(text)]


def _of_file(path, content):
    if content[:4] in BINARY:
        return []
    if path.endswith(PACKED):
        packed = zipfile.ZipFile(io.BytesIO(content))
        return [f for n in packed.namelist() for f in _of_file(n, packed.read(n))]
    text = content.decode("utf-8-sig")
    judge = next((_JUDGES[end] for end in _JUDGES if path.endswith(end)), lambda _: [])
    return [*_unfit(text), *judge(text)]


def _atom(text):
    told = ET.fromstring(text).iter(ATOM)  # noqa: S314 - our own
    return [fault for content in told for fault in _sent(content.text or "")]


def _json(text):
    json.loads(text, parse_constant=_no_number)
    return []


def _no_number(name):
    raise ValueError(name)


def _feed(text):
    items = json.loads(text)["items"]
    return [fault for item in items for fault in _sent(item["content_html"])]


def _sent(html):
    """Judge a text that leaves the site, whose addresses are whole."""
    return live_in_part(html.replace(URL, "/"))


def _calendar(text):
    calendar = Calendar.from_ical(text)
    uids = [str(event["uid"]) for event in calendar.walk("VEVENT")]
    return [f"error {e}" for event in calendar.walk() for e in event.errors] + [
        f"twice {uid}" for uid in set(uids) if not uid
    ]


def _table(text):
    rows = list(csv.reader(io.StringIO(text), strict=True))
    return [] if len({len(row) for row in rows}) <= 1 else ["rows of unequal length"]


def _lines(text):
    return [line for line in text.splitlines() if re.search(r"[\x00-\x08]", line)]


_JUDGES = {
    ".html": _moved,
    ".xml": _atom,
    "feed.json": _feed,
    ".ics": _calendar,
    ".csv": _table,
    ".json": _json,
    ".geojson": _json,
    ".jsonld": _json,
    ".txt": _lines,
}
