"""The kinds of file a form opens: profiles, releases, hand-written pages."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from city_relations.forms.controls import PARTNERS, fields_of
from city_relations.forms.examples import value_of
from city_relations.forms.speaking import Speaking, Told
from city_relations.language.words import Text, say
from city_relations.schema.choice import Choice
from city_relations.schema.choices import ProfileStatus, Status
from city_relations.schema.page_fields import PageFields
from city_relations.schema.partner import Partner
from city_relations.schema.press_release import PressRelease

TEXT = "body"  # what stands below the fields of a Markdown file
YEAR = "{{fields.date | date('YYYY')}}"
DAY = "{{fields.date | date('YYYY-MM-DD')}}"


def collections_of(form: Speaking) -> list[Told]:
    """Return every kind of file, in the order of the list at the form's side."""
    return [_releases(form), _partners(form), _pages(form)]


def _releases(form: Speaking) -> Told:
    return {
        "name": "press_releases",
        **_labels(form, say("Press releases"), say("Press release")),
        "folder": "press_releases",
        "extension": "md",
        "format": "yaml-frontmatter",
        "path": f"{YEAR}/{{{{slug}}}}",
        "slug": f"{DAY}-{{{{title}}}}",
        "i18n": True,
        # The software gives each text a folder for its photos: out of it, and beside the text.
        "media_folder": "..",
        "public_folder": "",
        # What explains how to drop a text into press_releases/import/ has no day.
        "filter": {"field": "date", "pattern": r"\d"},
        "summary": f"{{{{date}}}} · {{{{title}}}} · {_state(Status.PUBLISHED, form)}",
        "sortable_fields": {
            "fields": ["date", "title"],
            "default": {"field": "date", "direction": "descending"},
        },
        "view_filters": _filters(Status, form),
        "view_groups": [
            {"label": form.words(say("Year")), "field": "date", "pattern": r"\d{4}"},
            {"label": form.words(say("State")), "field": "status"},
        ],
        "fields": [
            _translated(one)
            for one in (*fields_of(PressRelease, _by(form, "release.md")), _text(form))
        ],
    }


def _partners(form: Speaking) -> Told:
    name = f"name.{form.master}"
    return {
        "name": PARTNERS,
        **_labels(form, say("Partners"), say("Partner")),
        "folder": "partners",
        "extension": "yml",
        "format": "yaml",
        "identifier_field": name,
        "slug": f"{{{{{name}}}}}",
        "media_folder": "",
        "public_folder": "",
        "summary": f"{{{{{name}}}}} · {{{{country}}}} · {_state(ProfileStatus.PUBLISHED, form)}",
        "sortable_fields": [name, "country"],
        "view_filters": _filters(ProfileStatus, form),
        "view_groups": [
            {"label": form.words(say("Country")), "field": "country"},
            {"label": form.words(say("Kind")), "field": "kind"},
        ],
        "fields": fields_of(Partner, _by(form, "partner.yml")),
    }


def _pages(form: Speaking) -> Told:
    """Return the hand-written pages; a new one needs its place in the menu, so none is added."""
    return {
        "name": "pages",
        **_labels(form, say("Pages"), say("Page")),
        "folder": "docs",
        "extension": "md",
        "format": "yaml-frontmatter",
        "path": "{{slug}}",
        "nested": {"depth": 5, "subfolders": False},
        "create": False,
        "delete": False,
        "i18n": True,
        "summary": "{{title}}",
        "fields": [_translated(one) for one in (*fields_of(PageFields, form), _text(form))],
    }


def _by(form: Speaking, examples: str) -> Speaking:
    """Show the values of an example file beside what fields mean."""
    return replace(form, example=value_of(form.words.language, examples))


def _labels(form: Speaking, several: Text, one: Text) -> Told:
    return {"label": form.words(several), "label_singular": form.words(one)}


def _text(form: Speaking) -> Told:
    """Return the text below the fields: Markdown as it is written, which nothing rearranges."""
    return {
        "name": TEXT,
        "label": form.words(say("Text")),
        "hint": form.words(
            say("In Markdown: a blank line between paragraphs, ## before a heading.")
        ),
        "required": False,
        "widget": "markdown",
        "modes": ["raw"],
    }


def _translated(field: Told) -> Told:
    """Let a field be filled in beside its translations, with all that is in it."""
    inner: dict[str, Any] = {}
    if isinstance(fields := field.get("fields"), list):
        inner["fields"] = [_translated(one) for one in fields]
    if isinstance(one := field.get("field"), dict):
        inner["field"] = _translated(one)
    return {**field, "i18n": True, **inner}


def _state(usual: Choice, form: Speaking) -> str:
    """Return what shows a state, and the usual one where none is written."""
    return f"{{{{status | default('{form.words(usual.label)}')}}}}"


def _filters(states: type[Choice], form: Speaking) -> list[Told]:
    """Return a way to see what is in one state alone."""
    return [
        {"label": form.words(state.label), "field": "status", "pattern": f"^{state}$"}
        for state in states
    ]
