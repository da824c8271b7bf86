"""`relations init DIR`: asks in plain words, then writes a city's own repository, whole or not."""

from __future__ import annotations

import shutil
import tempfile
import unicodedata
from argparse import ArgumentParser
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib.metadata import version
from pathlib import Path
from zoneinfo import available_timezones

from babel.languages import get_official_languages
from pydantic import TypeAdapter, ValidationError

from city_relations.catalog import read_catalog
from city_relations.commands.call import Call, Refused
from city_relations.commands.drafting import until
from city_relations.commands.places import found_point, read_country, read_point, zone_of
from city_relations.commands.schemas import files as editor_files
from city_relations.geography.land import on_land
from city_relations.language.elision import naming_city
from city_relations.language.words import N_, Words, say, words_for
from city_relations.law import regions_with_law
from city_relations.problems import ContentError, tell
from city_relations.schema.values import Email, Line, short_name
from city_relations.starter import FORGES, Facts, files, languages, usual_publisher
from city_relations.store import write
from city_relations.upgrading.manifest import MANIFEST, Manifest, manifest_text, print_of
from city_relations.upgrading.steps import STEPS

LONGEST_NAME = 60  # letters: the longest a town bears on its signs, and the widest a masthead holds
REPOSITORY = ".git"
LANGUAGE = N_("In which language is the site? ({options})")
REGION = N_("Is it in a region with a law of its own? ({options})")
NONE = "none"
FORGE = N_("Where are the files kept? ({options})")


def arguments(parser: ArgumentParser, words: Words) -> None:
    """Declare the options, which spare the questions."""
    parser.add_argument(
        "folder",
        type=Path,
        metavar=words(say("FOLDER")),
        help=words(say("where to write; new or empty")),
    )
    parser.add_argument("--name", help=words(say("the name of the city")))
    parser.add_argument("--country", help=words(say("its country, by name or by code")))
    parser.add_argument("--region", help=words(say("its region, where it has a law: CA-QC")))
    parser.add_argument("--coordinates", help=words(say("latitude, longitude: 45.07, 7.69")))
    parser.add_argument("--time-zone", help=words(say("its time zone, such as Europe/Paris")))
    parser.add_argument("--publisher", help=words(say("the authority that publishes")))
    parser.add_argument("--email", help=words(say("a shared address readers may write to")))
    parser.add_argument(
        "--forge", choices=FORGES, help=words(say("where the files are kept, or none"))
    )
    parser.add_argument(
        "--yes", action="store_true", help=words(say("take what is proposed, ask nothing"))
    )


def run(call: Call) -> int:
    """Write the repository and say what comes next."""
    folder = Path.cwd() / call.options.folder
    _refuse_taken(folder)
    asking = Call(call.root, call.words, call.options, call.environ, call.out, _asker(call))
    facts, words = _facts(asking)
    with _put_whole(folder) as made:
        written = {**files(facts, words), **editor_files(words)}
        for name, text in {**written, MANIFEST: _manifest(facts, words, written)}.items():
            write(made / name, text.encode("utf-8"))
        _refuse_unsound(call, made)
    call.tell(
        say("Written: {file}.", file=str(call.options.folder)),
        say(
            "Next: cd {folder}, then “make site”; README says how to go on.",
            folder=str(call.options.folder),
        ),
    )
    return 0


def _manifest(facts: Facts, words: Words, written: dict[str, str]) -> str:
    """Return what `relations upgrade` is to know later of what was written."""
    prints = {path: print_of(text) for path, text in written.items()}
    return manifest_text(Manifest(facts.version, len(STEPS), words.language, facts, prints))


def _refuse_taken(folder: Path) -> None:
    """Refuse a folder that holds anything but an empty repository: nothing is written over."""
    if folder.is_file() or (folder.is_dir() and _held(folder)):
        raise Refused(
            say(
                "“{folder}” holds something already: name a new folder, nothing is written over.",
                folder=folder.name,
            )
        )


def _held(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != REPOSITORY)


def _asker(call: Call) -> Callable[[str], str] | None:
    """Ask nobody where `--yes` takes what is proposed."""
    return None if call.options.yes else call.ask


def _facts(call: Call) -> tuple[Facts, Words]:
    """Ask for what no option says; return the facts and the words of the city's language."""
    name = until(call, "name", say("What is the city called?"), _name)
    country = until(call, "country", say("In which country is it?"), read_country)
    region = _region(call, country)
    lat, lon = _point(call, name, country)
    zone = zone_of(country, float(lon), float(lat))
    zone = until(call, "time_zone", say("In which time zone is it?"), _zone, zone)
    words = words_for(_asked(call, "language", LANGUAGE, languages(), _spoken(country)))
    slug = short_name(name, words.language) or "city"
    publisher = naming_city(words(usual_publisher(name)), words.language, name)
    publisher = until(call, "publisher", say("Who publishes the site?"), _line, publisher)
    email = f"contact@{slug}.example"
    email = until(call, "email", say("At which shared address?"), _email, email)
    forge = _asked(call, "forge", FORGE, tuple(FORGES), NONE)
    release = version("city-relations")
    found = Facts(name, slug, country, lat, lon, zone, publisher, email, forge, release, region)
    return found, words


def _region(call: Call, country: str) -> str:
    """Ask for the region where one of the country has a law of its own here; else it is none."""
    known = regions_with_law(country)
    if not known:
        return ""
    told = _asked(call, "region", REGION, (*known, NONE), NONE)
    return "" if told == NONE else told


def _asked(call: Call, option: str, question: str, choices: Sequence[str], proposed: str) -> str:
    """Ask for one of a few values, which the question names."""

    def read(given: str) -> str:
        if given not in choices:
            known = ", ".join(choices)
            raise Refused(
                say("“{value}” is not a known value; write {options}.", value=given, options=known)
            )
        return given

    return until(call, option, say(question, options=", ".join(choices)), read, proposed)


def _name(given: str) -> str:
    name = _line(given)
    if len(name) > LONGEST_NAME:
        raise Refused(
            say(
                "a name of {n} letters does not fit the head of a page: write at most {most}.",
                n=len(name),
                most=LONGEST_NAME,
            )
        )
    return name


def _line(given: str) -> str:
    """Read one line of text, without signs nobody can see."""
    with suppress(ValidationError):
        if not any(unicodedata.category(sign) == "Cc" for sign in given):
            return TypeAdapter(Line).validate_python(given)
    raise Refused(say("“{value}” cannot be read as one line of text.", value=given))


def _email(given: str) -> str:
    try:
        return TypeAdapter(Email).validate_python(given)
    except ValidationError:
        message = say("“{value}” is not an e-mail address, such as press@city.eu.", value=given)
        raise Refused(message) from None


def _zone(given: str) -> str:
    if given not in available_timezones():
        raise Refused(say("“{name}” is not a time zone, such as Europe/Paris.", name=given))
    return given


def _point(call: Call, name: str, country: str) -> tuple[str, str]:
    """Return latitude and longitude, found by name where nobody gives them."""

    def read(given: str) -> str:
        point = read_point(given)
        lat, lon = map(float, point.split(", "))
        if not on_land(country, lon, lat):
            raise Refused(
                say(
                    "{point} lies in the sea or in another country; latitude first, "
                    "then longitude.",
                    point=point,
                )
            )
        return point

    given, sure = call.options.coordinates, call.options.yes
    found = "" if given else found_point(call, name, country, takes_first=sure)
    question = say("At which coordinates? (latitude, longitude: 45.07, 7.69)")
    lat, lon = until(call, "coordinates", question, read, found).split(", ")
    return lat, lon


def _spoken(country: str) -> str:
    """Return the first language of a country that a city can begin in; else English."""
    spoken = get_official_languages(country, de_facto=True)
    return next((language for language in spoken if language in languages()), "en")


def _refuse_unsound(call: Call, made: Path) -> None:
    """Refuse what the check would refuse: a city begins without a fault."""
    try:
        read_catalog(made, call.now)
    except ContentError as error:
        call.tell(*tell(error.problems, call.words))
        raise Refused(say("Nothing was written: give other answers.")) from None


@contextmanager
def _put_whole(folder: Path) -> Iterator[Path]:
    """Fill a folder beside the one that was named, which takes its place at the end or never."""
    beside = next(path for path in folder.parents if path.is_dir())
    made = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=beside))
    made.chmod(0o755)
    try:
        yield made
        if folder.is_dir():
            _move_into(made, folder)
        else:
            folder.parent.mkdir(parents=True, exist_ok=True)
            made.rename(folder)
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _move_into(made: Path, folder: Path) -> None:
    """Move everything into a folder that stands empty; on a failure, move it out again."""
    moved: list[Path] = []
    try:
        moved.extend(path.rename(folder / path.name) for path in sorted(made.iterdir()))
    except BaseException:
        for path in moved:
            path.rename(made / path.name)
        raise
