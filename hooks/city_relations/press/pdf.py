"""A press release as a tagged PDF (PDF/UA-1), in the site's own letters."""

from __future__ import annotations

import hashlib
import io
import logging
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import Any

from city_relations.pictures.lettering import DISPLAY, SCRIPTS, TEXT
from city_relations.pictures.renditions import made
from city_relations.press.kit import Kit
from city_relations.press.printer import MISSING, printer
from city_relations.rendering.context import derived_once
from city_relations.rendering.edition import Edition
from city_relations.store import key_of

STYLE = Path(__file__).with_name("press.css")
FONTS = {f"https://fonts.invalid/{path.name}": path for path in (DISPLAY, TEXT, *SCRIPTS)}
EPOCH = "SOURCE_DATE_EPOCH"
log = logging.getLogger("relations")


def pdf_of(edition: Edition, kit: Kit) -> bytes | None:
    """Give a kit as PDF, made once: the same text and photos give the same bytes."""
    if not edition.catalog.city.pdf:
        return None
    weasyprint = printer()
    if weasyprint is None:
        _warn_once(edition)
        return None
    html = str(edition.render("press_pdf.html", here="", kit=kit))
    files = _files(edition, kit)
    style = _style(html, edition.catalog.city.accent)
    digests = [photo.picture.digest for photo in kit.photos]
    key = key_of(html, style, digests, weasyprint.__version__, ending=".pdf")

    def make() -> bytes:
        with _on_the_day_of(kit):
            return _made(weasyprint, html, style, files)

    return edition.store.get_or_make(key, make)


@derived_once
def _warn_once(edition: Edition) -> None:
    log.warning(edition.words(MISSING))


def _style(html: str, accent: str) -> str:
    """Give the style with the city's accent, and only the fonts of scripts the text is in."""
    sheet = STYLE.read_text(encoding="utf-8").replace("#8c1d2c", accent)
    unused = [name for name, letters in OTHER_SCRIPTS.items() if not letters.search(html)]
    lines = sheet.splitlines(keepends=True)
    return "".join(line for line in lines if not any(f"/{name}.woff2" in line for name in unused))


# Opening the fonts of other scripts takes as long as everything else.
OTHER_SCRIPTS = {
    "arabic": re.compile("[\u0600-\u06ff\u0750-\u077f]"),
    "han": re.compile("[\u2e80-\u9fff\uf900-\ufaff]"),
}


@contextmanager
def _on_the_day_of(kit: Kit) -> Iterator[None]:
    """Let the fonts in a PDF be dated by the release: they would be by the clock (fontTools)."""
    before = os.environ.get(EPOCH)
    os.environ[EPOCH] = str(int(datetime.fromisoformat(f"{kit.date}T00:00Z").timestamp()))
    try:
        yield
    finally:
        if before is None:
            del os.environ[EPOCH]
        else:
            os.environ[EPOCH] = before


def _files(edition: Edition, kit: Kit) -> dict[str, Path]:
    """Give the files a PDF may read, by the address its text has for each: there are no others."""
    found = dict(FONTS)
    for photo in kit.photos:
        for form, file in made(photo.picture, edition.store).items():
            found[edition.absolute(photo.path(form))] = file
    return found


def _made(weasyprint: Any, html: str, style: str, files: Mapping[str, Path]) -> bytes:
    fetcher = _fetcher(files)
    fonts = weasyprint.text.fonts.FontConfiguration()
    sheet = weasyprint.CSS(string=style, url_fetcher=fetcher, font_config=fonts)
    told = io.BytesIO()
    weasyprint.HTML(string=html, url_fetcher=fetcher, base_url="").write_pdf(
        told,
        stylesheets=[sheet],
        font_config=fonts,
        pdf_variant="pdf/ua-1",
        pdf_identifier=hashlib.sha256((html + style).encode()).hexdigest()[:32].encode(),
    )
    return told.getvalue()


def _fetcher(files: Mapping[str, Path]) -> Any:
    """Give what opens files for WeasyPrint: those of the list, and nothing of the network."""
    urls = import_module("weasyprint.urls")

    class Listed(urls.URLFetcher):  # type: ignore[misc,name-defined]
        """Opens the files of the list."""

        def fetch(self, url: str, headers: object = None) -> Any:
            """Give a file's bytes; an address outside the list is an error."""
            del headers
            path = files[url]
            kind = {"Content-Type": KINDS[path.suffix]}
            return urls.URLFetcherResponse(url, path.read_bytes(), kind)

    return Listed(fail_on_errors=True)


KINDS = {".woff2": "font/woff2", ".webp": "image/webp", ".jpg": "image/jpeg"}
