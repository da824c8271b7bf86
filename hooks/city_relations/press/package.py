"""Everything of a press kit in one ZIP: text, PDF, photos for print with terms, documents."""

from __future__ import annotations

import hashlib
import io
import zipfile
from pathlib import Path

from city_relations.pictures.renditions import file_of
from city_relations.press.kit import Kit, credits_of
from city_relations.rendering.edition import Edition
from city_relations.store import key_of

# The first moment a ZIP can name: the same files give the same bytes, whatever the day.
STORED, DEFLATED = zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED
EPOCH = (1980, 1, 1, 0, 0, 0)
PACKING = 2  # another where the same files are packed in another way


def package(edition: Edition, kit: Kit, pdf: Path | None) -> Path:
    """Return the file of a kit's ZIP, made the first time; `pdf` is the file of its PDF, if any."""
    texts = {f"{kit.name}.txt": kit.text.encode()}
    if pdf:
        texts[f"{kit.name}.pdf"] = pdf.read_bytes()
    if kit.photos:
        texts["photos.txt"] = credits_of(edition, kit).encode()
    photos = {shown.download.rpartition("/")[2]: shown for shown in kit.photos}
    documents = {f"documents/{one.name}": one.offer.attachment for one in kit.documents}
    digests = [(name, shown.picture.digest) for name, shown in photos.items()]
    digests += [(name, attachment.digest) for name, attachment in documents.items()]
    digests += [(name, hashlib.sha256(text).hexdigest()) for name, text in sorted(texts.items())]
    key = key_of(digests, PACKING, ending=".zip")
    if found := edition.store.find(key):
        return found
    files = {
        name: file_of(shown.picture, shown.for_print, edition.store).read_bytes()
        for name, shown in photos.items()
    }
    files |= {name: attachment.path.read_bytes() for name, attachment in documents.items()}
    return edition.store.put(key, _packed(kit.name, texts | files))


def _packed(folder: str, files: dict[str, bytes]) -> bytes:
    told = io.BytesIO()
    with zipfile.ZipFile(told, "w") as packed:
        for name, content in sorted(files.items()):
            entry = zipfile.ZipInfo(f"{folder}/{name}", EPOCH)
            entry.external_attr = 0o644 << 16
            # Photos are packed already: packing them again costs time and saves nothing.
            entry.compress_type = STORED if name.endswith(".jpg") else DEFLATED
            # So are most parts of a PDF: to pack harder takes twice as long for a fortieth less.
            packed.writestr(entry, content, compresslevel=1 if name.endswith(".pdf") else None)
    return told.getvalue()
