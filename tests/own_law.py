"""What tests know of laws: the words only one law uses, and what a site says of its own."""

from __future__ import annotations

import re
from html import unescape

from city_relations.law import DUTIES, codes, read_law
from city_relations.schema.law import COPY, OFFICIAL
from city_relations.schema.localized import Localized

# Where a site speaks of law, in each language of the cities walked through.
OF_LAW = re.compile(
    r"(?i:\b(law|regulations?|directive|gesetz\w*|richtlinie|\w*verordnung|lois?|charte|règlement)\b)"
    r"|\bAct\b|法律|ガイドライン|規格"
)
BLOCK = re.compile(r"(?s)<(p|li|dd)\b[^>]*>(.*?)</\1>")
SPACES = re.compile(r"[\s\u00a0\u202f]+")


def terms_of(code):
    """Return the words that tell one law: those its file lists, its standard and its licences."""
    law = read_law(code)
    licences = [word for one in law.licences for word in (one.name, one.code) if word]
    standard = [law.accessibility.standard] if law.accessibility.standard else []
    return {*law.terms, *standard, *licences}


def claims(site, law):
    """Return where the files of a site, by path, use a word of a law that is not the city's."""
    own = set().union(*map(terms_of, law.files))
    said = "\n".join([*own, *texts_of(law)])
    words = {word for word in set().union(*map(terms_of, codes())) if word not in said}
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(words)))})(?!\w)")
    found = {}
    for path, content in site.items():
        try:
            told = set(pattern.findall(content.decode()))
        except UnicodeDecodeError:
            continue
        if told:
            found[path] = sorted(told)
    return found


def texts_of(law, *, read=True):
    """Yield every sentence of a city's law that readers may meet, in each of its languages."""
    for duty in DUTIES:
        part = getattr(law.duties, duty)
        for name in type(part).model_fields:
            value = getattr(part, name)
            if isinstance(value, Localized) and duty != "languages":
                assert not read or any(words_read(code, duty) for code in law.files), duty
                yield from value.values()


def words_read(code, duty):
    """Return the sources of a duty whose own words were read, wherever they stand."""
    sources = getattr(read_law(code).sources, duty)
    return [source for source in sources if source.text in {OFFICIAL, COPY}]


def plain(html):
    """Return what is read of HTML or Markdown, its typography and what is strong taken away."""
    html = re.sub(r"(?s)<strong>.*?</strong>", "", html)
    text = unescape(re.sub(r"<[^>]*>|\]\([^)]*\)|[\[*]", "", html))
    return SPACES.sub("", text.replace("’", "'").replace("\u2060", ""))


def sentences_of_law(page):
    """Return the paragraphs of a page's text that speak of law."""
    body = page.partition("<main")[2].partition("</main>")[0]
    told = [found[1] for found in (match.group(0, 2) for match in BLOCK.finditer(body))]
    return [text for text in told if OF_LAW.search(re.sub(r"<[^>]*>", "", text))]


def unsourced(site, law, pages):
    """Return the paragraphs on pages that speak of law and stand in no file of the city's law."""
    known = [plain(text) for text in texts_of(law)]
    told = {page: sentences_of_law(site[page].decode()) for page in pages}
    return {
        page: alone
        for page, texts in told.items()
        if (alone := [t for t in texts if not any(plain(t) in one for one in known)])
    }
