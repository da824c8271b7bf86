"""In which languages a command is spoken to: those of the site, else those of the machine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from city_relations.documents import read_city_section
from city_relations.language.words import in_country

# What a machine says its language by, the first that says one (POSIX, and gettext's LANGUAGE).
_SAID_BY = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
_NOBODYS = frozenset(("", "C", "POSIX"))


def languages_of_site(settings: Path) -> tuple[str, ...]:
    """Return the languages of a site, the first as it is spoken in its country: `en-GB`.

    Nothing where its configuration cannot be read.
    """
    if not settings.is_file():
        return ()
    fields = read_city_section(settings.parent, settings).fields
    said = fields.get("languages")
    spoken = [str(one) for one in said] if isinstance(said, list) else [*_listed(said)]
    if not spoken:
        return ()
    country = str(fields.get("country", ""))
    return in_country(spoken, country if len(country) == len("FR") else "")


def _listed(said: object) -> Iterator[str]:
    """Yield languages written on one line, `fr, en`."""
    if isinstance(said, str):
        yield from filter(None, (one.strip() for one in said.split(",")))


def system_languages(environ: Mapping[str, str]) -> tuple[str, ...]:
    """Return the languages that the machine speaks, by its environment: `fr` of `fr_FR.UTF-8`."""
    said = next((told for name in _SAID_BY if (told := environ.get(name, "")) not in _NOBODYS), "")
    codes = (code.partition(".")[0].partition("@")[0] for code in said.split(":"))
    return tuple(code.replace("_", "-") for code in codes if code not in _NOBODYS)
