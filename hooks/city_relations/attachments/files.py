"""Documents of authors: judged by what they hold, not by their name, before they are published."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from posixpath import splitext

from city_relations.attachments.forms import Form, form_of, language_in_name
from city_relations.attachments.office import has_comments
from city_relations.attachments.pdf import tags_and_language
from city_relations.author_files import MEGABYTE, Refused, read_whole
from city_relations.language.words import Text, say
from city_relations.store import Store, key_of

HEAVIEST = 25 * MEGABYTE
HEAVY = 5 * MEGABYTE  # what is remarked: long to fetch on a telephone
VERSION = 1
ODD = say("this is not an ordinary file: put the document itself here.")

_WEB_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|head|body|script|svg|\?xml)", re.IGNORECASE
)
# How programs begin: of Windows, Linux and macOS, and scripts.
_PROGRAMS = (b"MZ", b"\x7fELF", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe", b"#!", b"L\0\0\0\x01\x14")
# A cell that a program of tables would run: an equals sign before, or a function called.
_FORMULA = re.compile(r'(?m)(?:^|[,;\t])[ ]*"?(?:=|[@+-][ ]*[A-Za-z][\w.]*[(|])')


@dataclass(frozen=True)
class Attachment:
    """A sound document: its file, form, size in bytes, SHA-256, and its language where it is told.

    `tagged` is false for a PDF no screen reader can follow; `commented` where comments or changes
    nobody accepted are left in it. `accompanied` says that another form of the same document lies
    beside it.
    """

    path: Path = field(repr=False)
    form: Form
    size: int
    digest: str
    language: str = ""
    tagged: bool = True
    commented: bool = False
    accompanied: bool = False

    @property
    def accessible(self) -> bool:
        """Return whether everyone can read it, be it in the other form beside it."""
        return self.tagged or self.accompanied


def accompanied(files: Mapping[str, Attachment]) -> dict[str, Attachment]:
    """Return documents by their paths, each told whether its text lies beside it, and no PDF."""
    others = {splitext(file)[0] for file, one in files.items() if one.form.name != "PDF"}
    return {
        file: replace(one, accompanied=one.form.name == "PDF" and splitext(file)[0] in others)
        for file, one in files.items()
    }


def examine(path: Path, store: Store) -> Attachment | Text:
    """Return a document, or the sentence why it is refused; what was found sound is remembered."""
    form = form_of(path.name)
    if form is None:
        raise ValueError(path.name)
    try:
        data = read_whole(path, HEAVIEST, ODD, _too_heavy)
        digest = hashlib.sha256(data).hexdigest()
        key = key_of("attachment", digest, form.name, VERSION, ending=".json")
        told = json.loads(store.get_or_make(key, lambda: _judged(data, form)))
    except Refused as refused:
        return refused.text
    language = language_in_name(path.name) or told["language"]
    return Attachment(
        path, form, len(data), digest, language, bool(told["tagged"]), bool(told["commented"])
    )


def _too_heavy(megabytes: int) -> Text:
    return say(
        "the document weighs {size} MB; at most {limit} are read: save it smaller or in parts.",
        size=megabytes,
        limit=HEAVIEST // MEGABYTE,
    )


def _judged(data: bytes, form: Form) -> bytes:
    """Return what is to be known of a document, as JSON; raises Refused."""
    _refuse_disguise(data)
    tagged, commented, language = True, False, ""
    if form.name == "PDF":
        tagged, language = tags_and_language(data)
    elif form.name == "CSV":
        _refuse_table(data)
    else:
        commented = has_comments(data, form)
    told = {"tagged": tagged, "commented": commented, "language": language}
    return json.dumps(told).encode()


def _refuse_disguise(data: bytes) -> None:
    if not data:
        raise Refused(say("the document's file is empty."))
    if data.startswith(_PROGRAMS):
        raise Refused(say("this is a program under a document's name: it is refused."))
    if _WEB_PAGE.match(data[:2000]):
        message = say("this is a web page under a document's name: save the document itself.")
        raise Refused(message)


def _refuse_table(data: bytes) -> None:
    """Refuse a CSV that is no text, would be garbled, or would be run."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        message = say("the letters of this table would be garbled: save it as CSV UTF-8.")
        raise Refused(message) from None
    if "\0" in text or text.startswith(("%PDF-", "PK\x03\x04", "{\\rtf")):
        raise Refused(say("this is not a table of text, whatever its name says: save it as CSV."))
    if _FORMULA.search(text):
        message = say(
            "a cell of this table begins with a formula, which a program of tables would run: "
            "write its value."
        )
        raise Refused(message)
