"""What kinds of file a site holds: their media types, which are text, which are worth packing."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

# Ours first, then what cities put beside their pages. JSON feeds and Atom are told by their pages.
TYPES: Mapping[str, str] = MappingProxyType(
    {
        "html": "text/html",
        "inc": "text/html",  # fragments to include, which are no documents
        "css": "text/css",
        "js": "text/javascript",
        "json": "application/json",
        "geojson": "application/geo+json",
        "jsonld": "application/ld+json",
        "webmanifest": "application/manifest+json",
        "xml": "text/xml",
        "txt": "text/plain",
        "csv": "text/csv",
        "ics": "text/calendar",
        "vcf": "text/vcard",
        "vtt": "text/vtt",
        "svg": "image/svg+xml",
        "png": "image/png",
        "jpg": "image/jpeg",
        "jpeg": "image/jpeg",
        "gif": "image/gif",
        "webp": "image/webp",
        "avif": "image/avif",
        "ico": "image/x-icon",
        "woff": "font/woff",
        "woff2": "font/woff2",
        "pdf": "application/pdf",
        "zip": "application/zip",
        "epub": "application/epub+zip",
        "odt": "application/vnd.oasis.opendocument.text",
        "ods": "application/vnd.oasis.opendocument.spreadsheet",
        "odp": "application/vnd.oasis.opendocument.presentation",
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "gpx": "application/gpx+xml",
        "kml": "application/vnd.google-earth.kml+xml",
        "mp3": "audio/mpeg",
        "ogg": "audio/ogg",
        "mp4": "video/mp4",
        "webm": "video/webm",
    }
)


def is_text(kind: str) -> bool:
    """Return whether files of a media type are text, which ours write in UTF-8."""
    return kind.startswith("text/") or kind.endswith(("json", "xml"))


# Pictures, films and archives are packed already.
TEXTS = {ending: kind for ending, kind in TYPES.items() if is_text(kind)}
PACKED = tuple(dict.fromkeys(TEXTS.values()))


def spoken(kind: str) -> str:
    """Return a media type as a header says it, with the letters of a text."""
    return f"{kind}; charset=utf-8" if is_text(kind) else kind
