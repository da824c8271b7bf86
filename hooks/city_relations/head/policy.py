"""What a browser may load for a page of ours: only from the site, and nothing inline runs."""

from __future__ import annotations

from collections.abc import Iterable

# A page can say all of it itself, except who may frame it.
ON_THE_PAGE = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
POLICY = f"{ON_THE_PAGE}; frame-ancestors 'none'"


def framed_by(hosts: Iterable[str]) -> str:
    """Return the policy of a page that some hosts may frame (CSP 3, frame-ancestors)."""
    return f"{ON_THE_PAGE}; frame-ancestors {' '.join(hosts)}"
