"""What photos cost: 200 of 12 megapixels, built twice; the second build makes none again.

Run it from the root: `.venv/bin/python benchmarks/photos.py [HOW MANY]`. The pictures are drawn, as
large and as grainy as a camera's. The command ends with 1 when the second build wrote a picture.
"""

from __future__ import annotations

import io
import random
import sys
import tempfile
from pathlib import Path

from build import build
from corpus import write_city
from PIL import Image

SIZE = (4000, 3000)
PHOTOS = """photos:
{photos}
"""
PHOTO = "  - {{file: {name}, alt: Une surface peinte., credit: Dessin}}"


def grain() -> bytes:
    """Draw a picture that packs as badly as a photograph does."""
    small = Image.frombytes("RGB", (1000, 750), random.Random(7).randbytes(2_250_000))  # noqa: S311 - grain
    soft = small.resize(SIZE, Image.Resampling.BICUBIC)
    told = io.BytesIO()
    Image.blend(soft, Image.new("RGB", SIZE, "#7a8aa0"), 0.6).save(told, "JPEG", quality=85)
    return told.getvalue()


def write_photos(project: Path, count: int) -> None:
    """Return the newest releases ten photos each, every one of its own bytes."""
    picture = grain()
    print(f"each photo: {len(picture) / 1e6:.1f} MB")
    releases = sorted((project / "press_releases").rglob("*.md"))
    for i, release in enumerate(releases[: count // 10]):
        names = [f"{release.stem}-{j}.jpg" for j in range(10)]
        for name in names:
            # A comment at the end of the picture makes its bytes, not its pixels, another's.
            release.with_name(name).write_bytes(picture + f"{i} {name}".encode())
        photos = PHOTOS.format(photos="\n".join(PHOTO.format(name=name) for name in names))
        text = release.read_text(encoding="utf-8")
        release.write_text(text.replace("\n---\n", f"\n{photos}---\n", 1), encoding="utf-8")


def stamps(project: Path) -> dict[Path, int]:
    """Tell when each kept file was written."""
    kept = (project / ".cache").rglob("*")
    return {path: path.stat().st_mtime_ns for path in kept if path.is_file()}


def main() -> int:
    """Build twice and tell both costs."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        write_city(project, releases=max(20, count // 10), partners=5)
        write_photos(project, count)
        first = build(project)
        before = stamps(project)
        second = build(project)
        again = sum(before.get(path) != stamp for path, stamp in stamps(project).items())
    for name, cost in (("first", first), ("second", second)):
        print(f"{name} build of {count} photos: {cost.seconds:.1f} s, {cost.memory:.0f} MB")
    print(f"made again by the second build: {again}")
    return 1 if again else 0


if __name__ == "__main__":
    sys.exit(main())
