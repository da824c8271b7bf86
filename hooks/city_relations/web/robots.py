"""What a host asks of programs: to stay away from some addresses, or to come back later."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urlsplit, urlunsplit
from urllib.robotparser import RobotFileParser

from city_relations.language.words import say
from city_relations.web.answers import Answer, Outcome

KEPT_OUT = Answer(
    Outcome.REFUSES, say("its robots.txt asks programs to stay away: look there yourself")
)


class Rules:
    """The robots.txt of each host (RFC 9309), read once; one that cannot be read asks nothing."""

    def __init__(self, agent: str, read: Callable[[str], str]) -> None:
        """Say who asks, and how the text of an address is read."""
        self._agent = re.split(r"[/\s]", agent)[0]
        self._read = read
        self._known: dict[str, RobotFileParser] = {}

    def allow(self, address: str) -> bool:
        """Return whether a host lets us ask for an address."""
        parts = urlsplit(address)
        file = urlunsplit((parts.scheme, parts.netloc, "/robots.txt", "", ""))
        if file not in self._known:
            rules = RobotFileParser()
            rules.parse(self._read(file).splitlines())
            self._known[file] = rules
        return self._known[file].can_fetch(self._agent, address)
