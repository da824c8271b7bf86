"""What a file's name tells: an address it can be, a copy, a backup that a program left."""

from __future__ import annotations

import re
from pathlib import Path

from city_relations.language.words import Text, say
from city_relations.schema.values import SLUG, short_name

# Names Windows keeps for its devices: a folder of that name cannot be copied there.
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)")
# What editors, Git, office programs and systems leave beside a file.
KEPT = re.compile(
    r"#.+#|~\$.+|.+(?:~|\.(?:bak|orig|rej|sw[a-z]|old|save|te?mp|backup|sauvegarde)\d*)"
    r"|.*\.(?:crdownload|part|download)|~.+\.tmp|\.~lock\..+#|thumbs\.db|desktop\.ini|icon\r",
    re.IGNORECASE,
)
# How systems name a copy, in the languages of their users: « Copie de x », « x - Copie (2) ».
_COPY = r"cop(?:ie|y|ia)|kopie|kopia"
COPIES = (
    re.compile(rf"(?i)(?:{_COPY})(?: ?\(\d+\))? (?:de |d['’] ?|of |von |di |van )(?P<of>.+)"),
    re.compile(rf"(?i)(?:{_COPY})-(?:de|d|of|von|di|van)-(?P<of>.+)"),
    re.compile(rf"(?i)(?P<of>.+?)\s*[-_ ]\s*(?:{_COPY})(?:[-\s]*\(?\d+\)?)?"),
    re.compile(r"(?P<of>.+?)\s*\(\d+\)"),
)


def is_kept(name: str) -> bool:
    """Return whether a file is a backup or a trace that a program left."""
    return bool(KEPT.fullmatch(name))


def copied(path: Path) -> str:
    """Return the name of the file that a file is a copy of, by its name; "" for none."""
    found = (pattern.fullmatch(path.stem) for pattern in COPIES)
    of = next((one["of"].strip() for one in found if one), "")
    return of.removesuffix(path.suffix) + path.suffix if of else ""


def address_of(stem: str) -> str:
    """Return the short name a file claims, though its own name be faulty."""
    return stem if SLUG.fullmatch(stem) else short_name(stem) or stem


def name_fault(path: Path, pattern: re.Pattern[str], begin: str) -> Text | None:
    """Say why a file's name could not be an address on every machine, or lacks its beginning."""
    stem = path.stem
    if RESERVED.match(stem.lower()):
        return say("“{name}” is a name Windows keeps for itself: rename the file.", name=stem)
    if pattern.fullmatch(stem):
        return None
    plain = Path(copied(path) or path).stem
    better = ".".join(short_name(part) for part in plain.split(".")[:2])
    better = better if better.startswith(begin) else begin + better
    if pattern.fullmatch(better):
        return say(
            "the file's name becomes an address: rename it to “{name}” "
            "(open it to edit it: its name stands above the text).",
            name=better + path.suffix,
        )
    return say("the file's name becomes an address: use only a-z, 0-9 and hyphens, at most 64.")
