"""What is costly to make is made once: finished bytes, kept by what they were made from.

Nothing kept is ever executed, and nothing is taken out that its own name does not prove: an entry
that is missing, unreadable, cut, garbled or of another version is absent, and made anew.
"""

from __future__ import annotations

import atexit
import errno
import hashlib
import os
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import version
from pathlib import Path
from threading import get_ident

from city_relations.language.words import Text, say

BETWEEN = "/"  # what no name holds
SHARED = 3  # letters that names have in common which are looked through together
KEPT_FOR = 90 * 24 * 3600  # seconds after a thing was last asked for
# A pipe, of which nothing ever comes, is not waited for; a link is none of ours.
READING = sum(getattr(os, f"O_{how}", 0) for how in ("BINARY", "CLOEXEC", "NOFOLLOW", "NONBLOCK"))


@dataclass(frozen=True)
class Store:
    """A folder of finished bytes that can be made again; never published, never content.

    An entry is named by its key and by the SHA-256 of its content, which proves it. `trouble` says
    why this is not the folder that lasts, but one for a single run.
    """

    folder: Path
    trouble: Text | None = None
    # The names seen in each folder, each between two `/`, by how they begin.
    # What another build has removed since cannot be read, and is absent.
    _seen: dict[str, str] = field(default_factory=dict, compare=False, repr=False)

    def get_or_make(self, key: str, make: Callable[[], bytes]) -> bytes:
        """Return what was made under a key, making it the first time; no room is no error."""
        found = self.get(key)
        if found is not None:
            return found
        content = make()
        with suppress(OSError):
            self.put(key, content)
        return content

    def get(self, key: str) -> bytes | None:
        """Return what was made under a key, proved; nothing where there is none."""
        for path in self._entries(key):
            content = _proved(path)
            if content is not None:
                return content
        return None

    def claims(self, key: str) -> bool:
        """Return whether something is kept under a key, which may yet prove to be unsound."""
        return bool(self._entries(key))

    def find(self, key: str) -> Path | None:
        """Return the proved file of what was made under a key; nothing where there is none."""
        found = (path for path in self._entries(key) if _proved(path) is not None)
        return next(map(Path, found), None)

    def proved(self, name: str) -> Path | None:
        """Return a file by its path below the folder, where it is what its name says."""
        path = f"{self.folder}/{name}"
        return Path(path) if _proved(path) is not None else None

    def put(self, key: str, content: bytes) -> Path:
        """Keep what was made under a key in the place of what was kept, and return its file.

        Raises OSError where there is no room for it.
        """
        stem, dot, ending = key.partition(".")
        name = f"{stem}-{hashlib.sha256(content).hexdigest()}{dot}{ending}"
        path = f"{self.folder}/{key[:2]}/{name}"
        for other in self._entries(key):
            _clear(other)
        try:
            _write(path, content)
        except (NotADirectoryError, FileExistsError):  # somebody put a file where a folder is ours
            _clear(f"{self.folder}/{key[:2]}")
            _write(path, content)
        told = self._names(key)
        for other in self._claiming(key):
            told = told.replace(f"{BETWEEN}{other}{BETWEEN}", BETWEEN)
        self._seen[key[:SHARED]] = f"{told}{name}{BETWEEN}"
        return Path(path)

    def _entries(self, key: str) -> list[str]:
        """List the files that claim to hold what was made under a key."""
        return [f"{self.folder}/{key[:2]}/{name}" for name in self._claiming(key)]

    def _claiming(self, key: str) -> list[str]:
        """List their names, in order."""
        told, (stem, dot, ending) = self._names(key), key.partition(".")
        sign, found = f"{BETWEEN}{stem}-", list[str]()
        at = told.find(sign)
        while at >= 0:
            end = told.index(BETWEEN, at + 1)
            if told[at + len(sign) : end].partition(".")[1:] == (dot, ending):
                found.append(told[at + 1 : end])
            at = told.find(sign, end)
        return sorted(found)

    def _names(self, key: str) -> str:
        """Return the names that begin as a key does, in one text: it is less than a list.

        They are as they stood when their folder was first asked.
        """
        begins = key[:SHARED]
        if begins not in self._seen:
            found: list[str] = []
            with suppress(OSError):
                found = os.listdir(f"{self.folder}/{key[:2]}")  # noqa: PTH208 - names alone
            alike: dict[str, list[str]] = {begins: []}
            for name in found:
                alike.setdefault(name[:SHARED], []).append(name)
            for begin, names in alike.items():
                self._seen.setdefault(begin, BETWEEN.join(("", *names, "")))
        return self._seen[begins]

    def look_again(self) -> None:
        """Forget what stood in the folders: another program may have changed it since."""
        self._seen.clear()

    def prune(self) -> None:
        """Remove what nobody asked for in the 90 days before the last thing somebody did.

        What was asked for while a clock was ahead does not count: all else would look old beside.
        """
        asked = [when for when, _ in self._asked()]  # the names of all would fill megabytes
        last = min(max(asked, default=0), self._present())
        if last - min(asked, default=last) <= KEPT_FOR:
            return
        for file in (file for when, file in self._asked() if last - when > KEPT_FOR):
            with suppress(OSError):
                os.unlink(file)  # noqa: PTH108 - a name among thousands

    def _present(self) -> float:
        """Return what the disk takes for now; no time at all where nothing can be written."""
        with suppress(OSError), tempfile.TemporaryFile(dir=self.folder) as file:
            return os.fstat(file.fileno()).st_mtime
        return 0

    def _asked(self) -> Iterator[tuple[float, str]]:
        """Yield when each entry was last asked for."""
        for folder in self.folder.glob("??"):
            with suppress(OSError), os.scandir(folder) as entries:
                for entry in entries:
                    with suppress(OSError):  # another build has just renamed or removed it
                        yield entry.stat().st_mtime, entry.path


def _proved(path: str) -> bytes | None:
    """Return the content of an entry that is what its name says; now it has been asked for."""
    content = _content(path)
    name = path[path.rfind("/") + 1 :]
    told = name.partition(".")[0].rpartition("-")[2]
    if content is None or hashlib.sha256(content).hexdigest() != told:
        return None
    with suppress(OSError):  # not ours to mark
        os.utime(path)
    return content


def _content(path: str) -> bytes | None:
    """Return the bytes of an ordinary file; none of a pipe, and nothing of a link."""
    with suppress(OSError):
        file = os.open(path, READING)
        try:
            told = os.fstat(file)
            return os.read(file, told.st_size) if stat.S_ISREG(told.st_mode) else None
        finally:
            os.close(file)
    return None


def _clear(path: str) -> None:
    """Remove what stands in the place of an entry, a whole folder too, where that is allowed."""
    try:
        os.unlink(path)  # noqa: PTH108 - a name among thousands
    except OSError:
        shutil.rmtree(path, ignore_errors=True)


@cache
def store_of(root: Path) -> Store:
    """Return the store of the site whose content stands below `root`.

    Where nothing can be kept there, it is a folder that lasts as long as the program.
    """
    folder = root / ".cache" / "relations"
    try:
        _try_to_write(folder)
    except OSError as error:
        trouble = say(
            "nothing can be kept in .cache/relations: {reason}. "
            "Everything is made anew each time, which takes longer.",
            reason=why(error),
        )
        return Store(_passing() or folder, trouble)
    return Store(folder)


def _passing() -> Path | None:
    """Make a folder that lasts as long as the program; nothing where there is no room at all."""
    with suppress(OSError):
        folder = Path(tempfile.mkdtemp(prefix="relations-"))
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        return folder
    return None


def _try_to_write(folder: Path) -> None:
    """Raise the OSError of whoever would write into a folder, which need not be there yet."""
    there = next(path for path in (folder, *folder.parents) if os.path.lexists(path))
    with tempfile.TemporaryFile(dir=there) as file:
        file.write(bytes(1 << 14))
        file.flush()


def why(error: OSError) -> Text:
    """Say in a reader's words why the machine could not read or write."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return say("the disk is full")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return say("access is denied")
    if error.errno in (errno.ENOTDIR, errno.EEXIST, errno.EISDIR):
        return say("a file stands where a folder should, or a folder where a file should")
    return say("the machine answers “{reason}”", reason=error.strerror or str(error))


def unreadable(error: OSError) -> Text:
    """Say that the machine would not let us read a file or folder, and why."""
    return say("this cannot be read: {reason}.", reason=why(error))


def halted(error: OSError) -> Text:
    """Say that the machine stopped us, where and why, and what it means for the site online."""
    return say(
        "{file}: {reason}. Nothing was published: the site online stays as it was.",
        file=str(error.filename or "."),
        reason=why(error),
    )


def write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all, whoever else writes it."""
    _write(str(path), content)


def _write(path: str, content: bytes) -> None:
    handle, name = _temporary(path)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(name, 0o644)  # noqa: PTH101 - a server must be able to read its copy
        os.replace(name, path)  # noqa: PTH105 - written thousands of times
    except OSError:
        Path(name).unlink(missing_ok=True)  # on a full disk, no half of it is left
        raise


def _temporary(path: str) -> tuple[int, str]:
    """Begin a file beside the one it will be; nobody else writes the same."""
    name = f"{path}.{os.getpid()}-{get_ident()}"
    how = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        return os.open(name, how, 0o600), name
    except FileNotFoundError:  # the first of its folder
        os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120 - likewise
        return os.open(name, how, 0o600), name
    except OSError:  # left by a build that was killed, or a name that grew too long
        return tempfile.mkstemp(dir=os.path.dirname(path))  # noqa: PTH120 - likewise


def key_of(*parts: object, ending: str = "") -> str:
    """Return the key of something made from these parts: the same parts, the same key."""
    told = "\0".join(part.hex() if isinstance(part, bytes) else repr(part) for part in parts)
    return hashlib.sha256(told.encode()).hexdigest()[:40] + ending


def recipe_of(files: Iterable[Path], *libraries: str) -> str:
    """Return a digest of what makes a thing: code and data by their bytes, libraries by version.

    Whatever is kept under a key with it is made anew when one of them is another.
    """
    told = [(file.name, hashlib.sha256(file.read_bytes()).hexdigest()) for file in files]
    return key_of([f"{name} {version(name)}" for name in libraries], told)
