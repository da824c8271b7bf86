"""Documents for tests: small, sound, and each what its name says."""

from __future__ import annotations

import io
import zipfile

OPEN = "application/vnd.oasis.opendocument"
KINDS = {"docx": "wordprocessingml.document", "xlsx": "spreadsheetml.sheet"}


def pdf(more="", language="fr-FR", *, tagged=True):
    """Return a PDF of one object, its catalogue; `more` stands in the catalogue."""
    tags = f"/MarkInfo<</Marked true>>/StructTreeRoot 2 0 R/Lang({language})" if tagged else ""
    return f"%PDF-1.7\n1 0 obj<</Type/Catalog{tags}{more}>>endobj\n%%EOF\n".encode()


def packed(parts):
    """Return an archive of some parts, texts by name."""
    told = io.BytesIO()
    with zipfile.ZipFile(told, "w") as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name), text)
    return told.getvalue()


def office(ending="docx", more=(), text="<w:document/>"):
    """Return a document as Microsoft's programs keep it, with more parts."""
    kinds = f'<Override ContentType="application/{KINDS[ending]}.main+xml"/>'
    return packed({"[Content_Types].xml": kinds, "word/document.xml": text, **dict(more)})


def open_document(kind="text", more=(), text="<office:text/>"):
    """Return a document as OpenDocument keeps it, with more parts."""
    return packed({"mimetype": f"{OPEN}.{kind}", "content.xml": text, **dict(more)})
