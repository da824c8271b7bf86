"""HTML for mail programs: every style stands on its element, what they cannot show is left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from city_relations.press.html_tree import VOID, Element, tree_of

TEXT = "font-family:Georgia,'Times New Roman',serif"
STYLES: Mapping[str, str] = {
    "p": f"margin:0 0 16px;font-size:17px;line-height:26px;{TEXT}",
    "h2": f"margin:28px 0 8px;font-size:21px;line-height:28px;font-weight:bold;{TEXT}",
    "h3": f"margin:24px 0 8px;font-size:18px;line-height:26px;font-weight:bold;{TEXT}",
    "h4": f"margin:20px 0 8px;font-size:17px;line-height:26px;font-weight:bold;{TEXT}",
    "ul": f"margin:0 0 16px;padding:0 0 0 24px;font-size:17px;line-height:26px;{TEXT}",
    "ol": f"margin:0 0 16px;padding:0 0 0 24px;font-size:17px;line-height:26px;{TEXT}",
    "li": "margin:0 0 6px",
    "blockquote": "margin:0 0 16px;padding:0 0 0 16px;border-left:3px solid #8a8378",
    "figure": "margin:0 0 20px",
    "figcaption": f"margin:6px 0 0;font-size:14px;line-height:20px;{TEXT}",
    "img": "display:block;width:100%;max-width:600px;height:auto;border:0",
    "table": f"margin:0 0 16px;border-collapse:collapse;font-size:16px;line-height:22px;{TEXT}",
    "caption": "text-align:left;padding:0 0 6px",
    "th": "padding:6px 10px 6px 0;border-bottom:2px solid #8a8378;text-align:left",
    "td": "padding:6px 10px 6px 0;border-bottom:1px solid #8a8378;vertical-align:top",
    "hr": "margin:24px 0;border:0;border-top:1px solid #8a8378",
    "pre": "margin:0 0 16px;white-space:pre-wrap",
}
PLAIN = frozenset((
    *("a", "abbr", "b", "br", "cite", "code", "dd", "del", "dfn", "dl", "dt", "em", "i", "ins"),
    *("q", "small", "strong", "sub", "sup", "thead", "tbody", "tr", "bdi"),
))  # fmt: skip
# Of the attributes those that every mail program knows.
KEPT = frozenset(("href", "src", "alt", "lang", "dir", "colspan", "rowspan", "scope", "start"))
GONE = frozenset(("button", "script", "style", "svg", "form", "input", "template", "source"))


def inlined(html: str, accent: str, *, pictures: bool = True) -> str:
    """Return finished HTML for a message; links are of the accent.

    Without `pictures`, as long as theirs cannot be fetched, what each shows stands in its place.
    """
    return "".join(_told(tree_of(html), accent, pictures=pictures)).strip()


def _told(element: Element, accent: str, *, pictures: bool) -> Iterator[str]:
    for child in element.children:
        if isinstance(child, str):
            yield escape(child, quote=False)
        elif child.tag == "img" and not pictures:
            yield f"[{escape(child.attributes.get('alt', ''))}]"
        elif child.tag not in GONE:
            inside = "".join(_told(child, accent, pictures=pictures))
            yield _element(child, inside, accent)


def _element(element: Element, inside: str, accent: str) -> str:
    """Return an element with its style; one that mail programs do not need as what it holds."""
    tag = element.tag
    if tag not in STYLES and tag not in PLAIN:
        return inside
    href = element.attributes.get("href", "")
    if tag == "a" and (not href or href.startswith("#")):
        return inside
    told = {name: value for name, value in element.attributes.items() if name in KEPT}
    if tag in STYLES:
        told["style"] = STYLES[tag]
    if tag == "a":
        told["style"] = f"color:{accent};text-decoration:underline"
    marks = "".join(f' {name}="{escape(value)}"' for name, value in told.items())
    shown = ' class="rel-link"' if tag == "a" else ""
    return f"<{tag}{shown}{marks}>" if tag in VOID else f"<{tag}{shown}{marks}>{inside}</{tag}>"
