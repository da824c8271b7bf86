"""`relations withdraw WHAT`: takes a text or a file out of all that is published, and proves it.

Out of the content, the cache, the site on this machine and every version beside a served folder;
only what Git's history holds is left, and told.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import tempfile
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from city_relations.attachments.forms import form_of
from city_relations.catalog import read_catalog
from city_relations.commands import publish
from city_relations.commands.call import Call, Refused
from city_relations.commands.canaries import Canaries, runs_of, slice_of
from city_relations.commands.document_out import document_out
from city_relations.commands.versions import alone, kept_versions, served_version
from city_relations.commands.withdrawal import Withdrawal, pictures_out, release_out
from city_relations.content import PARTNERS, RELEASES, Content, read_content
from city_relations.content.unread_files import PICTURES
from city_relations.content.written_pages import PAGES
from city_relations.language.words import Text, Words, say, say_n, words_for
from city_relations.links.addresses import Addresses
from city_relations.pictures.files import Picture, examine
from city_relations.pictures.renditions import CARD, made
from city_relations.problems import ContentError, refusal
from city_relations.schema.partner import Partner
from city_relations.store import store_of, write

SITE = "site"
JPEG = b"\xff\xd8"  # a PDF and an archive hold these as they are


def arguments(parser: ArgumentParser, words: Words) -> None:
    """Declare the options."""
    what = say("a press release, a picture, a document, or where a consent is filed")
    parser.add_argument("what", metavar=words(say("WHAT")), help=words(what))
    served = say("what the server serves, if this machine publishes")
    parser.add_argument(
        "folder", type=Path, nargs="?", metavar=words(say("FOLDER")), help=words(served)
    )
    wholly = say("remove the release's files too, its page with them")
    parser.add_argument("--entirely", action="store_true", help=words(wholly))


def run(call: Call) -> int:
    """Withdraw, prove it, and say what is left; content that would be broken by it stays."""
    content = read_content(call.root, call.settings, call.progress)
    folder = Path.cwd() / call.options.folder if call.options.folder else None
    withdrawal = _wanted(call, content)
    canaries = _canaries(content, withdrawal, _places(call.root, folder))
    if not _is_applied(call, withdrawal):
        return 1
    others = frozenset(runs_of(_other_texts(call.root, withdrawal)))
    canaries = replace(canaries, runs=canaries.runs - others)
    shutil.rmtree(store_of(call.root).folder, ignore_errors=True)
    if not (_is_published(call, folder) if folder else _is_sound(call, canaries)):
        return 1
    _empty(call, canaries, folder)
    left = list(_left(call, canaries, folder))
    call.tell(*left, *_in_history(call, withdrawal))
    return int(bool(left))


def _wanted(call: Call, content: Content) -> Withdrawal:
    """Find what is meant: a file of the content, or the consent that photos name."""
    what = call.options.what
    file = call.named(Path(what))
    release = next((r for r in content.releases if r.file == file), None)
    if release:
        return release_out(content, release, entirely=call.options.entirely)
    if file in content.files and Path(file).suffix.lower() in PICTURES:
        return pictures_out(content, {call.root / file: ""})
    if file in (*content.files, *content.pages) and form_of(file):
        return document_out(content, file)
    photos = {
        (call.root / record.file).parent / photo.file: ""
        for record in content.records
        for photo in record.photos
        if photo.consent and photo.consent.casefold() == what.casefold()
    }
    if photos:
        return pictures_out(content, photos)
    raise Refused(
        say(
            "“{what}” is neither a press release, a picture nor a document of this site, "
            "and no photo says “consent: {what}”.",
            what=what,
        )
    )


def _places(root: Path, folder: Path | None) -> list[Path]:
    """List where a site may stand: each version that is kept, and the one on this machine."""
    return [*(kept_versions(folder) if folder else ()), root / SITE]


def _canaries(content: Content, withdrawal: Withdrawal, sites: list[Path]) -> Canaries:
    """Gather what betrays it, from its files and from what was published of it."""
    old = [path.read_bytes() for path in _published(content, withdrawal, sites)]
    store = store_of(content.root)
    there = (*withdrawal.pictures, *withdrawal.documents)
    bytes_of = [path.read_bytes() for path in there if path.is_file()]
    for path in filter(Path.is_file, withdrawal.pictures):
        picture = examine(path, store)
        if isinstance(picture, Picture):
            files = made(picture, store)
            # What a card is drawn with is in no file as it is.
            bytes_of += [files[form].read_bytes() for form in files if form.shape != CARD]
    return Canaries(
        runs=runs_of(withdrawal.texts),
        prints=frozenset(hashlib.sha256(one).hexdigest() for one in (*old, *bytes_of)),
        slices=frozenset(slice_of(one) for one in bytes_of if one.startswith(JPEG)),
    )


def _published(content: Content, withdrawal: Withdrawal, sites: list[Path]) -> Iterator[Path]:
    """List what stands published of it: below a release's address, and a photo's forms."""
    addresses = Addresses(words_for(content.master))
    patterns = [f"{addresses.release(release)}**/*" for release in withdrawal.releases]
    for record, i in withdrawal.shown:
        at = addresses.partner(record.slug) if isinstance(record, Partner) else ""
        at = at or addresses.release(record)  # type: ignore[arg-type]
        patterns += [f"{at}{record.slug}-{i}.*", f"{at}{record.slug}-{i}-*"]
    for site in filter(Path.is_dir, sites):
        for pattern in patterns:
            yield from (p for p in site.glob(pattern) if p.is_file() and p.suffix != ".html")


def _is_applied(call: Call, withdrawal: Withdrawal) -> bool:
    """Change the content files; put all back where the content would not be sound without it."""
    before = {path: path.read_bytes() for path in withdrawal.changes if path.is_file()}
    for path, new in withdrawal.changes.items():
        path.unlink(missing_ok=True) if new is None else write(path, new)
    try:
        read_catalog(call.root, call.now, call.settings, call.progress)
    except ContentError as error:
        for path, old in before.items():
            write(path, old)
        call.tell(refusal(error, call.words), say("Nothing was withdrawn: mend this first."))
        return False
    for path, new in withdrawal.changes.items():
        file = path.relative_to(call.root).as_posix()
        call.tell(say("Removed: {file}", file=file) if new is None else f"~ {file}")
    return True


def _other_texts(root: Path, withdrawal: Withdrawal) -> Iterator[str]:
    """Yield every content file but those withdrawn: what they say too betrays nothing."""
    own = {root / release.file for release in withdrawal.releases}
    for folder in (PARTNERS, RELEASES, PAGES):
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in (".md", ".yml") and path not in own:
                yield path.read_text(encoding="utf-8", errors="replace")


def _is_published(call: Call, folder: Path) -> bool:
    """Publish the site without it."""
    options = Namespace(folder=folder, back=False)
    return publish.run(replace(call, options=options)) == 0


def _is_sound(call: Call, canaries: Canaries) -> bool:
    """Build the site without it, and look that it is not there."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / SITE
        if not publish.is_built(call, site, None):
            return False
        found = list(canaries.found_in(site, call.progress))
    call.tell(*(say("{file} still holds it.", file=file) for file in found))
    return not found


def _empty(call: Call, canaries: Canaries, folder: Path | None) -> None:
    """Remove every kept version that holds it, and the site on this machine."""
    if folder:
        with alone(folder):
            for version in kept_versions(folder):
                if version != served_version(folder) and _holds(call, canaries, version):
                    shutil.rmtree(version)
                    call.tell(say("Removed: {file}", file=version))
    if _holds(call, canaries, call.root / SITE):
        shutil.rmtree(call.root / SITE)
        call.tell(say("Removed: {file}", file=call.root / SITE))


def _holds(call: Call, canaries: Canaries, folder: Path) -> bool:
    return any(canaries.found_in(folder, call.progress))


def _left(call: Call, canaries: Canaries, folder: Path | None) -> Iterator[Text]:
    """Search all again, and say what still holds it, or that nothing does."""
    places = [*_places(call.root, folder), store_of(call.root).folder]
    told = call.progress
    found = [place / file for place in places for file in canaries.found_in(place, told)]
    yield from (say("{file} still holds it.", file=file) for file in found)
    if not found:
        n = len(canaries.runs) + len(canaries.prints) + len(canaries.slices)
        call.tell(
            say_n(
                "Searched for {n} trace of it: none is left.",
                "Searched for {n} traces of it: none is left.",
                n,
            )
        )


def _in_history(call: Call, withdrawal: Withdrawal) -> Iterator[Text]:
    """Say what Git's history still holds."""
    files = [path.relative_to(call.root).as_posix() for path in withdrawal.changes]
    git = shutil.which("git")
    asked = [str(git), "log", "--all", "--format=%as", "--", *files]
    told = git and subprocess.run(  # noqa: S603 - our own
        asked, cwd=call.root, capture_output=True, text=True, check=False
    )
    days = told.stdout.split() if told else []
    if not days:
        yield say("Git's history here holds nothing of it.")
        return
    yield say_n(
        "Git's history still holds it, in {n} commit from {first} to {last}: whoever has a copy "
        "of the folder can read it there.",
        "Git's history still holds it, in {n} commits from {first} to {last}: whoever has a copy "
        "of the folder can read it there.",
        len(days),
        first=min(days),
        last=max(days),
    )
    paths = " ".join(f"--path {file}" for file in files)
    yield say("To take it out there as well: git filter-repo --invert-paths {paths}", paths=paths)
    yield say("What others copied, or a search engine keeps, is theirs: ask them.")
