"""What a browser may load for the forms: the site's own files, and the forge they write to."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from city_relations.schema.forms_setting import Forms

FOLDER = "admin/"


def on_the_page(forms: Forms) -> str:
    """Return the policy that the page of the forms says itself: all of it but who may frame it."""
    programs, faces = forms_hosts(forms)
    return (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
        f"img-src 'self' data: blob: {faces}; font-src 'self'; media-src 'self' blob:; "
        f"connect-src 'self' blob: data: {programs}; worker-src 'self' blob:; "
        "base-uri 'none'; form-action 'none'"
    )


def forms_hosts(forms: Forms) -> tuple[str, str]:
    """Return the origins that answer the forms' questions, and that show who is logged in."""
    if not forms.address:
        return forms.backend.programs, forms.backend.faces
    parts = urlsplit(forms.root)
    origin = f"{parts.scheme}://{parts.netloc}"
    return origin, origin


def headers(forms: Forms) -> Mapping[str, str]:
    """Return what is said with the forms in place of what is said with every other answer."""
    return {
        "Content-Security-Policy": f"{on_the_page(forms)}; frame-ancestors 'none'",
        # People are let in by a second window of the forms, which goes to the forge and comes back
        # to answer the first: under any other policy the two have lost sight of one another.
        "Cross-Origin-Opener-Policy": "unsafe-none",
    }
