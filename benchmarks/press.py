"""What cards and a PDF cost: milliseconds of processor each, beside the same packing of zlib.

Run it from the root: `.venv/bin/python benchmarks/press.py`. Machines differ, and the same one from
one minute to the next: the ratio is to packing a megabyte of numbers, measured in the same run, in
turn with ours. The command ends with 1 when a card takes more than 8 milliseconds, with a photo or
without. The part of the photo that it shows is kept, as it is in a city.
"""

from __future__ import annotations

import io
import statistics
import sys
import tempfile
import time
import zlib
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PIL import Image

sys.path.insert(0, "hooks")

ROUNDS, EACH = 7, 20
MOST_FOR_A_CARD = 8.0
NUMBERS = " ".join(map(str, range(150_000))).encode()
BODY = (
    "<p>Le conseil municipal a adopté la convention du <strong>{i} mai</strong>, avec "
    '<a href="https://ville.example/">la ville</a>, pour trois années de projets communs.</p>'
    * 9
    + "<h2>Et après</h2><ul><li>une école</li><li>un puits</li></ul>"
    "<table><thead><tr><th>Année</th><th>Montant</th></tr></thead>"
    "<tbody><tr><td>2024</td><td>24 000 €</td></tr></tbody></table>"
)


TITLE = "La Ville signe avec Turin une convention de coopération pour {i} années"
WORDS = ("", "La ville à l’international", "#8c1d2c")


def card(i: int) -> None:
    """Draw a card that no other is like."""
    from city_relations.pictures.cards import Card, draw

    draw(Card(f"Communiqué de presse · {i}", TITLE.format(i=i), *WORDS))


def card_with_photo(folder: Path, i: int) -> None:
    """Draw a card that no other is like, with a photo."""
    from city_relations.pictures.cards import draw_beside

    words = (f"Communiqué de presse · {i}", TITLE.format(i=i), *WORDS, "fr", "", "Photo : Ville")
    draw_beside(str(folder), (str(folder / PHOTO), "0", 2400, 1600, 0.5, 0.5), *words)


PHOTO = "photo.jpg"


def take_photo(folder: Path) -> None:
    """Make a picture that packs as badly as a photo does."""
    grain = Image.effect_noise((600, 400), 60).convert("RGB").resize((2400, 1600))
    told = io.BytesIO()
    even = Image.new("RGB", grain.size, "#7a8aa0")
    Image.blend(grain, even, 0.6).save(told, "JPEG", quality=85)
    (folder / PHOTO).write_bytes(told.getvalue())


def pdf(i: int) -> None:
    """Set a release that no other is like."""
    from city_relations.press.manuscript import manuscript
    from city_relations.press.typesetter import typeset

    told = {
        "lang": "fr", "title": f"Titre {i}", "author": "Ville", "description": "", "lifted": "",
        "date": [2024, 5, 19], "accent": "#8c1d2c", "above": {"lang": "fr", "dir": "ltr"},
        "frame": {"lang": "fr"}, "kicker": "Communiqué", "who": [["Ville"], ["mai 2024"]],
        "heading": [f"Titre {i}"], "notices": [], "summary": ["Le résumé."], "contact": "Contact",
        "contacts": ["Service"], "url": "https://ville.example/",
        "body": manuscript(BODY.replace("{i}", str(i)), {}),
    }  # fmt: skip
    typeset(told, datetime(2024, 5, 19, tzinfo=UTC), Path(tempfile.gettempdir()))


def packing(_: int) -> None:
    """Pack a megabyte of numbers."""
    zlib.compress(NUMBERS, 6)


def milliseconds(work: Callable[[int], None], first: int, times: int) -> float:
    """Return the processor's milliseconds for one piece of work, in the mean."""
    start = time.process_time()
    for i in range(first, first + times):
        work(i)
    return 1000 * (time.process_time() - start) / times


def main() -> int:
    """Measure in turn, print and judge; give the exit status."""
    with tempfile.TemporaryDirectory() as folder:
        take_photo(Path(folder))
        beside = partial(card_with_photo, Path(folder))
        return _measured({CARD: card, WITH_PHOTO: beside, "PDF": pdf})


CARD, WITH_PHOTO = "card", "card with a photo"


def _measured(works: dict[str, Callable[[int], None]]) -> int:
    for work in works.values():
        work(0)  # opens fonts once, as a build does
    ratios: dict[str, list[float]] = {name: [] for name in works}
    costs: dict[str, list[float]] = {name: [] for name in works}
    for turn in range(ROUNDS):
        measure = milliseconds(packing, 0, 3)
        for name, work in works.items():
            costs[name].append(milliseconds(work, 1 + turn * EACH, EACH))
            ratios[name].append(costs[name][-1] / measure)
    for name in works:
        cost, ratio = statistics.median(costs[name]), statistics.median(ratios[name])
        print(f"{name:<18}{cost:>7.1f} ms{ratio:>7.2f} times packing a megabyte")
    dearest = max(statistics.median(costs[name]) for name in (CARD, WITH_PHOTO))
    return int(dearest > MOST_FOR_A_CARD)


if __name__ == "__main__":
    sys.exit(main())
