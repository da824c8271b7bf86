"""Many addresses asked at once: hosts beside one another, one request a host at a time."""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from urllib.parse import urlsplit

from city_relations.language.words import say
from city_relations.progress import Progress
from city_relations.web.answers import Answer, Outcome
from city_relations.web.asking import Manners, ask, text_of
from city_relations.web.robots import KEPT_OUT, Rules

AT_ONCE = 8  # hosts
PATIENCE = 30  # seconds that we wait for a host that asks to be left alone
LEFT_ALONE = Answer(Outcome.REFUSES, say("not asked: its host asked programs to come back later"))
ASKING = say("Asking addresses of the web")


class Turns:
    """Gives a host one request at a time, and a pause after each."""

    def __init__(self, pause: float) -> None:
        """Pause so many seconds."""
        self._pause, self._own = pause, threading.Lock()
        self._locks: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)
        self._free_at: dict[str, float] = {}

    @contextmanager
    def __call__(self, host: str) -> Iterator[None]:
        """Wait for the turn of a request to a host."""
        with self._own:
            lock = self._locks[host]
        with lock:
            time.sleep(max(0.0, self._free_at.get(host, 0.0) - time.monotonic()))
            try:
                yield
            finally:
                self._free_at[host] = time.monotonic() + self._pause

    def rest(self, address: str, seconds: float) -> bool:
        """Leave a host alone for so many seconds; return whether we have the patience."""
        host = urlsplit(address).hostname or ""
        self._free_at[host] = max(self._free_at.get(host, 0.0), time.monotonic() + seconds)
        return seconds <= PATIENCE


def ask_all(
    addresses: Iterable[str], manners: Manners, pause: float, progress: Progress
) -> Mapping[str, Answer]:
    """Return what became of each address, asked once."""
    hosts: defaultdict[str, list[str]] = defaultdict(list)
    for address in dict.fromkeys(addresses):
        hosts[urlsplit(address).hostname or ""].append(address)
    turns, found = Turns(pause), dict[str, Answer]()
    stopped, said = threading.Event(), _Count(progress, sum(map(len, hosts.values())))

    def visit(own: list[str]) -> None:
        rules, left = Rules(manners.agent, lambda file: text_of(file, manners, turns)), False
        for address in own:
            if stopped.is_set():
                return
            if left:
                found[address] = LEFT_ALONE
            else:
                found[address] = ask(address, manners, turns) if rules.allow(address) else KEPT_OUT
                left = not turns.rest(address, found[address].rest)
            said.one_more()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        try:
            for visited in as_completed([pool.submit(visit, own) for own in hosts.values()]):
                visited.result()
        finally:
            stopped.set()
            progress.clear()
    return found


class _Count:
    """Tells how many addresses are done, whoever does them."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress, self._total, self._done = progress, total, 0
        self._own, self._what = threading.Lock(), progress.words(ASKING)
        if total:
            progress.at(self._what, 0, total)

    def one_more(self) -> None:
        with self._own:
            self._done += 1
            self._progress.at(self._what, self._done, self._total)
