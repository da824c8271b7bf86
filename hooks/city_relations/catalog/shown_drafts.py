"""Drafts as a preview shows them: marked, and without what they lack."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from city_relations.content import Content
from city_relations.dates import parse_date
from city_relations.language.words import say, words_of
from city_relations.schema.choices import ProfileStatus, Status
from city_relations.schema.localized import Localized
from city_relations.schema.partner import Partner
from city_relations.schema.press_release import PressRelease


def with_drafts(content: Content, today: date) -> Content:
    """Return content whose drafts are marked in their titles, releases of today at the latest.

    No build publishes what comes of it: a preview alone, on the machine of who writes.
    """
    mark = words_of(content.root, content.master)(say("DRAFT"))
    known = {partner.slug for partner in content.partners}
    shown = [
        _shown(one, mark, known, today) if one.status is Status.DRAFT else one
        for one in content.releases
    ]
    partners = [_partner(one, mark) if one.is_draft else one for one in content.partners]
    return replace(content, releases=shown, partners=partners)


def _partner(partner: Partner, mark: str) -> Partner:
    fields = {name: getattr(partner, name) for name in type(partner).model_fields}
    fields |= {
        "name": Localized({key: f"{mark} – {name}" for key, name in partner.name.items()}),
        "status": ProfileStatus.PUBLISHED,
    }
    return type(partner).model_construct(**fields).from_document(partner.document)


def _shown(release: PressRelease, mark: str, known: set[str], today: date) -> PressRelease:
    fields = {name: getattr(release, name) for name in type(release).model_fields}
    fields |= {
        "title": f"{mark} – {release.title}",
        "status": Status.PUBLISHED,
        "embargo": None,
        "date": min(release.date, parse_date(today.isoformat()), key=lambda day: day.first),
        "partners": tuple(slug for slug in release.partners if slug in known),
    }
    return type(release).model_construct(**fields).from_document(release.document)
