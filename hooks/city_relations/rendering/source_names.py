"""How pages of one site are told apart in a list of sources."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

LONGEST = 40  # letters of what stands after the host; more say nothing to a reader


def host_of(address: str) -> str:
    """Return who answers at an address of the web, as people say it; the whole where it is none."""
    return (urlsplit(address).hostname or address).removeprefix("www.")


def source_name(address: str) -> str:
    """Return an address of the web as its host and what is its own: `a.example/forty-years`.

    A page of a program is told by what it is asked (`a.example/…?p=7`), a long name is cut, and
    the name of a document, or of a site's first page, stays.
    """
    if not address.startswith(("http://", "https://")):
        return address
    parts, host = urlsplit(address), host_of(address)
    own = unquote(parts.path.rstrip("/").rpartition("/")[2]).partition(".htm")[0]
    if parts.query:
        own = f"{'…' if own else ''}?{parts.query}"
    if len(own) > LONGEST:
        own = f"{own[:LONGEST].rstrip('-._')}…"
    return f"{host}/{own}" if own and own.isprintable() else host
