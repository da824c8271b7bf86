"""What a form shows for each field of a model: derived from the kind of its value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from city_relations.forms.speaking import Speaking, Told
from city_relations.language.words import say
from city_relations.schema.asked import Asked, By
from city_relations.schema.choice import Choice
from city_relations.schema.goals import GOAL, LAST_GOAL, WEIGHT
from city_relations.schema.localized import Localized
from city_relations.schema.written_fields import written_fields

PARTNERS = "partners"  # the collection a partner is chosen from
DAY, HOUR = "YYYY-MM-DD", "YYYY-MM-DDTHH:mm"
DOCUMENTS = "/docs/documents"
TYPED = ("string", "text", "number")  # what is written by hand, and so shown an example


@dataclass(frozen=True)
class _Kind:
    """A kind of value, and what is marked beside it, the nearest mark first."""

    of: Any
    marks: tuple[object, ...]

    @property
    def asked(self) -> Asked:
        """Return how it is asked for."""
        return next((mark for mark in self.marks if isinstance(mark, Asked)), Asked())

    @property
    def pattern(self) -> str:
        """Return the pattern a field declares itself."""
        own = (mark for mark in self.marks if not isinstance(mark, Asked))
        found = (getattr(mark, "pattern", None) for mark in own)
        return next((one for one in found if isinstance(one, str) and one), "")


def fields_of(model: type[BaseModel], form: Speaking, path: tuple[str, ...] = ()) -> list[Told]:
    """Return what a form shows for each field of a model, in the order of their declaration."""
    return [field_of(name, field, form, path) for name, field in written_fields(model).items()]


def field_of(name: str, field: FieldInfo, form: Speaking, path: tuple[str, ...] = ()) -> Told:
    """Return what a form shows for one field: its label, its hint, and what is filled in."""
    here = (*path, name)
    kind = _opened(field.annotation, tuple(field.metadata))
    asked = [mark for mark in kind.marks if isinstance(mark, Asked)]
    needed = field.is_required() or any(mark.needed for mark in asked)
    control = _control(kind, form, here, needed=needed)
    return {
        "name": name,
        "label": form.words.gettext(field.title or name),
        "hint": _hint(field, form, here if control["widget"] in TYPED else ()),
        "required": needed,
        **control,
        **_own_pattern(kind, field, form),
    }


def _own_pattern(kind: _Kind, field: FieldInfo, form: Speaking) -> Told:
    """Return the pattern that a field declares itself, beside what it is for."""
    if not kind.pattern:
        return {}
    wanted = form.words.gettext(field.description) if field.description else ""
    message = say("this value does not have the form expected. {wanted}", wanted=wanted)
    return {"pattern": [kind.pattern, form.words(message)]}


def _hint(field: FieldInfo, form: Speaking, path: tuple[str, ...]) -> str:
    said = form.words.gettext(field.description) if field.description else ""
    example = form.example(path) if path else ""
    if not example or example in said:
        return said
    shown = form.words(say("For example: {example}", example=example))
    return f"{said} {shown}".strip()


def _opened(kind: Any, marks: tuple[object, ...]) -> _Kind:
    """Return a kind without what stands around it: annotations and that it may be absent."""
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _opened(parts[0], (*parts[1:], *marks))
    if origin in (Union, UnionType):
        return _opened(next(part for part in parts if part is not type(None)), marks)
    return _Kind(kind, marks)


def _control(kind: _Kind, form: Speaking, path: tuple[str, ...], *, needed: bool = False) -> Told:
    of, origin = kind.of, get_origin(kind.of)
    if kind.asked.by is By.GOALS:
        return _goals(form)
    if origin is tuple:
        return _several(_opened(get_args(of)[0], ()), form, path)
    if origin is dict:
        return {"widget": "keyvalue"}
    if issubclass(of, Localized):
        return _by_language(kind, form, needed=needed)
    if issubclass(of, BaseModel):
        fields = fields_of(of, form, path)
        return {"widget": "object", "collapsed": "auto", "fields": fields}
    return _single(kind, form)


def _single(kind: _Kind, form: Speaking) -> Told:
    """Return what is shown for a value that has no parts."""
    if issubclass(kind.of, Choice):
        return _select({str(one): form.words(one.label) for one in kind.of})
    if issubclass(kind.of, bool):
        return {"widget": "boolean"}
    if issubclass(kind.of, (int, float)):
        return {"widget": "number", "value_type": "int" if kind.of is int else "float"}
    if issubclass(kind.of, datetime):
        return {"widget": "datetime", "format": HOUR}
    return {**_texts(form)[kind.asked.by], **_pattern(kind, form)}


def _texts(form: Speaking) -> Mapping[By, Told]:
    """Return what is shown for texts, by how they are asked for."""
    return {
        By.LINE: {"widget": "string", "use_emoji_autocomplete": False},
        By.LINES: {"widget": "text", "use_emoji_autocomplete": False},
        By.DAY: {"widget": "datetime", "type": "date", "format": DAY},
        By.COUNTRY: _select(form.countries),
        By.LANGUAGE: _select(form.language_names),
        By.PARTNER: {
            "widget": "relation",
            "collection": PARTNERS,
            "value_field": "{{slug}}",
            "display_fields": [f"name.{form.master}"],
        },
        By.PICTURE: {"widget": "image", "choose_url": False},
        By.DOCUMENT: {"widget": "file", "media_folder": DOCUMENTS, "public_folder": ""},
    }


def _pattern(kind: _Kind, form: Speaking) -> Told:
    if kind.asked.pattern and kind.asked.message:
        return {"pattern": [kind.asked.pattern, form.words(kind.asked.message)]}
    return {}


def _select(words: Mapping[str, str]) -> Told:
    return {
        "widget": "select",
        "options": [{"label": said, "value": value} for value, said in words.items()],
    }


def _several(kind: _Kind, form: Speaking, path: tuple[str, ...]) -> Told:
    """Return what is shown for a list: a choice of several, or entries to add one by one."""
    one = _control(kind, form, path)
    if one["widget"] in ("select", "relation"):
        return {**one, "multiple": True}
    listed: Told = {"widget": "list", "collapsed": True}
    if one["widget"] == "object":
        return {**listed, "summary": _summary(kind.of), "fields": one["fields"]}
    inner = {"name": path[-1], "label": form.words(say("Entry")), "required": True, **one}
    return {"widget": "list", "field": inner}


def _summary(model: type[BaseModel]) -> str:
    """Return what a folded entry shows: the first fields that tell it."""
    names = [name for name, field in written_fields(model).items() if field.is_required()]
    names = names or list(written_fields(model))
    return " · ".join(f"{{{{{name}}}}}" for name in names[:2])


def _by_language(kind: _Kind, form: Speaking, *, needed: bool) -> Told:
    """Return a text in each language of the site, one below the other."""
    text = _texts(form)[kind.asked.by]
    fields = [
        {
            "name": language,
            "label": form.language_names[language],
            "required": needed and language == form.master,
            **text,
        }
        for language in form.languages
    ]
    return {"widget": "object", "collapsed": "auto", "fields": fields}


def _goals(form: Speaking) -> Told:
    """Return a list of goals, each with its weight."""
    numbers = {GOAL: range(1, LAST_GOAL + 1), WEIGHT: (2, 1)}
    labels = {GOAL: say("Goal, 1 to 17"), WEIGHT: say("Weight: 2 main, 1 secondary")}
    fields = [
        {"name": name, "label": form.words(labels[name]), "widget": "select", "options": [*own]}
        for name, own in numbers.items()
    ]
    return {"widget": "list", "collapsed": True, "summary": "{{goal}}", "fields": fields}
