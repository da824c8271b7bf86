"""The forms a document may come in: how each is called, and its media type (IANA)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from types import MappingProxyType

from babel import Locale
from babel.core import UnknownLocaleError

OPEN, OFFICE = "application/vnd.oasis.opendocument", "application/vnd.openxmlformats-officedocument"
NAMES = "PDF, ODT, DOCX, ODS, XLSX, CSV"
LANGUAGE = re.compile(r"[a-z]{2,3}")


@dataclass(frozen=True)
class Form:
    """A form of document: its name, and its media type."""

    name: str
    media_type: str


FORMS: Mapping[str, Form] = MappingProxyType(
    {
        ".pdf": Form("PDF", "application/pdf"),
        ".odt": Form("ODT", f"{OPEN}.text"),
        ".docx": Form("DOCX", f"{OFFICE}.wordprocessingml.document"),
        ".ods": Form("ODS", f"{OPEN}.spreadsheet"),
        ".xlsx": Form("XLSX", f"{OFFICE}.spreadsheetml.sheet"),
        ".csv": Form("CSV", "text/csv"),
    }
)


def form_of(file: str) -> Form | None:
    """Return the form that a file's name claims; None for what is no document."""
    name, _, ending = file.rpartition("/")[2].rpartition(".")
    return FORMS.get(f".{ending.lower()}") if name else None


def language_in_name(file: str) -> str:
    """Return the language a file's name states, as in `convention.it.pdf`; else nothing."""
    told = PurePosixPath(PurePosixPath(file).stem).suffix.removeprefix(".")
    if not LANGUAGE.fullmatch(told):
        return ""
    try:
        Locale.parse(told)
    except (UnknownLocaleError, ValueError):
        return ""
    return told
