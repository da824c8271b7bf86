"""One address asked whether it answers: HEAD, then GET; redirects followed, little read."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import dataclass, replace
from http.client import HTTPException, HTTPResponse, IncompleteRead
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit

from city_relations.language.words import Text, say
from city_relations.web.answers import REDIRECTS, Answer, Outcome, of_status
from city_relations.web.connecting import (
    HTTP_PORT,
    HTTPS_PORT,
    Connection,
    InternalError,
    NameServerError,
    NoNameError,
)

HOPS = 8
MOST_READ = 64_000  # bytes
PORTS = {"http": HTTP_PORT, "https": HTTPS_PORT}
PERMANENT, REDIRECTING = frozenset({301, 308}), frozenset({301, 302, 303, 307, 308})
WHOLE = 3  # how many times a word's patience a whole answer may take


@dataclass(frozen=True)
class Manners:
    """How addresses are asked: who asks, how long it waits in seconds, whom it may ask.

    With `internal`, addresses of this machine and of the network around it are asked too.
    """

    agent: str
    timeout: float = 10
    internal: bool = False


Turn = Callable[[str], AbstractContextManager[object]]


def ask(address: str, manners: Manners, turn: Turn = lambda _: nullcontext()) -> Answer:
    """Return what becomes of an address; never raises.

    `turn` is asked for leave with the host before each request to it.
    """
    here, for_good, lasting = _joined(address, ""), True, ""
    for hop in range(HOPS if here else 0):
        found = _asked(here, manners, turn)
        if isinstance(found, Answer):
            return (
                _with_move(found, address, lasting)
                if found.outcome is Outcome.ANSWERS
                else (_behind(found, here) if hop else found)
            )
        status, location = found
        if not (here := _joined(here, location)):
            why = say("leads to “{address}”, which is no web address", address=location)
            return Answer(Outcome.FAILS, why)
        for_good = for_good and status in PERMANENT
        lasting = here if for_good else lasting
    why = say("leads on and on, without an end") if here else say("is no web address")
    return Answer(Outcome.FAILS, why)


def _with_move(found: Answer, address: str, lasting: str) -> Answer:
    """Say of a page that answers elsewhere, for good, where that is."""
    if lasting in ("", address):
        return found
    if urlsplit(lasting).path in ("", "/") and urlsplit(address).path not in ("", "/"):
        why = say("leads to the first page of {address}: look there for the text", address=lasting)
        return Answer(Outcome.MOVED, why)
    return Answer(Outcome.MOVED, say("write {address}", address=lasting), lasting)


def _behind(found: Answer, here: str) -> Answer:
    """Say of an address that leads elsewhere where it led, and what became of that.

    One that leads from the web into this network is no address for readers, asked or not.
    """
    inside = found.outcome is Outcome.INTERNAL
    why = WITHIN if inside else found.why
    told = say("leads to {address}: {why}", address=here, why=why)
    return replace(found, outcome=Outcome.FAILS if inside else found.outcome, why=told)


WITHIN = say("that stands for a machine or a network inside, which readers cannot reach")


def _joined(here: str, location: str) -> str:
    """Return where a redirect leads, with the mark of the address that led there; "" for nowhere.

    Servers write other letters than ASCII as bytes, which are UTF-8.
    """
    with suppress(UnicodeError):
        location = location.encode("latin-1").decode("utf-8")
    try:
        parts = urlsplit(urljoin(here, location))
        is_web = parts.scheme in PORTS and parts.hostname and parts.port != 0
    except ValueError:
        return ""
    mark = parts.fragment or urlsplit(here).fragment
    return urlunsplit(_in_ascii(parts)._replace(fragment=mark)) if is_web else ""


def _in_ascii(parts: SplitResult) -> SplitResult:
    path, query = (quote(one, safe="%/:=&?~+!$,;'@()*[]#") for one in (parts.path, parts.query))
    return parts._replace(path=path, query=query)


def _asked(address: str, manners: Manners, turn: Turn) -> Answer | tuple[int, str]:
    """Ask an address once, without following: what became of it, or where it leads."""
    first = _request("HEAD", address, manners, turn)
    is_over = isinstance(first, Answer) and (first.rest or first.outcome.final)
    if isinstance(first, Answer) and not is_over:
        return _request("GET", address, manners, turn)
    return first


def _request(
    way: str, address: str, manners: Manners, turn: Turn, kept: list[bytes] | None = None
) -> Answer | tuple[int, str]:
    """Make a request when it is our turn; what is read of the answer goes into `kept`."""
    parts = _in_ascii(urlsplit(address))
    with turn(parts.hostname or ""):
        begun = time.monotonic()
        try:
            return _read(way, parts, manners, kept)
        except (OSError, HTTPException, ValueError) as error:
            is_late = time.monotonic() - begun >= WHOLE * manners.timeout
            return _late(manners) if is_late else _failed(error, manners)


def _late(manners: Manners) -> Answer:
    why = say("no answer within {n} seconds", n=f"{manners.timeout:g}")
    return Answer(Outcome.HANGS, why)


def _failed(error: Exception, manners: Manners) -> Answer:
    """Return what an error on the way tells of an address."""
    if isinstance(error, TimeoutError):
        return _late(manners)
    if isinstance(error, ssl.SSLCertVerificationError):
        told = CERTIFICATES.get(error.verify_code)
        why = say("browsers warn of its certificate: {reason}", reason=told or error.verify_message)
        return Answer(Outcome.FAILS, why)
    outcome, why = next(
        ((outcome, why) for kind, outcome, why in ON_THE_WAY if isinstance(error, kind)), NO_WAY
    )
    return Answer(outcome, why)


UNSIGNED = say("nobody that browsers know signed it")
# What OpenSSL finds of a certificate, by its own numbers.
CERTIFICATES: Mapping[int, Text] = {
    9: say("it does not hold yet"),
    10: say("it has expired"),
    18: UNSIGNED,
    19: UNSIGNED,
    20: UNSIGNED,
    21: UNSIGNED,
    62: say("it is that of another host"),
    64: say("it is that of another host"),
}
BREAKS_OFF = say("breaks off, or speaks no HTTP")
INTERNAL = say("stands for this machine or its network: “--internal” asks it all the same")
NO_WAY = Outcome.UNREACHED, say("no way leads there from this machine")
ON_THE_WAY: tuple[tuple[type[Exception], Outcome, Text], ...] = (
    (InternalError, Outcome.INTERNAL, INTERNAL),
    (NoNameError, Outcome.GONE, say("nobody bears the name of its host")),
    (NameServerError, Outcome.UNREACHED, say("the name of its host cannot be looked up")),
    (ConnectionRefusedError, Outcome.UNREACHED, say("nobody answers there")),
    (HTTPException, Outcome.FAILS, BREAKS_OFF),
    (ConnectionError, Outcome.FAILS, BREAKS_OFF),
    (ssl.SSLError, Outcome.FAILS, BREAKS_OFF),
    (ValueError, Outcome.FAILS, BREAKS_OFF),
)


def _read(
    way: str, parts: SplitResult, manners: Manners, kept: list[bytes] | None
) -> Answer | tuple[int, str]:
    """Make a request and read the answer, no more of it than tells whether it is whole."""
    secure = parts.scheme == "https"
    port = parts.port or PORTS[parts.scheme]
    connection = Connection(
        parts.hostname or "", port, manners.timeout, secure=secure, internal=manners.internal
    )
    limit = threading.Timer(WHOLE * manners.timeout, _hang_up, (connection,))
    limit.daemon = True
    limit.start()
    try:
        path = urlunsplit(("", "", parts.path or "/", parts.query, ""))
        connection.request(way, path, headers={"User-Agent": manners.agent, "Accept": "*/*"})
        return _told(connection.getresponse(), [] if kept is None else kept)
    finally:
        limit.cancel()
        connection.close()


def _hang_up(connection: Connection) -> None:
    """End what somebody sends drop by drop."""
    with suppress(OSError, AttributeError):
        connection.sock.shutdown(socket.SHUT_RDWR)


def text_of(address: str, manners: Manners, turn: Turn = lambda _: nullcontext()) -> str:
    """Return the beginning of a text that answers at an address, "" where none does."""
    here = _joined(address, "")
    for _ in range(HOPS if here else 0):
        kept: list[bytes] = []
        found = _request("GET", here, manners, turn, kept)
        if isinstance(found, Answer):
            is_there = found.outcome is Outcome.ANSWERS
            return b"".join(kept).decode("utf-8", "replace") if is_there else ""
        here = _joined(here, found[1])
        if not here:
            break
    return ""


def _told(response: HTTPResponse, kept: list[bytes]) -> Answer | tuple[int, str]:
    location = response.getheader("Location")
    if response.status in REDIRECTING and location:
        return response.status, location
    if response.status < REDIRECTS:
        _whole(response, kept)
    return of_status(response.status, response.getheader("Retry-After", "").strip())


def _whole(response: HTTPResponse, kept: list[bytes]) -> None:
    """Read an answer up to its end or our limit. Raises HTTPException where it breaks off."""
    left = MOST_READ
    while left > 0 and (piece := response.read(min(left, 16_000))):
        left -= len(piece)
        kept.append(piece)
    if left > 0 and response.length:
        raise IncompleteRead(b"", response.length)
