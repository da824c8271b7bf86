"""Connections to public addresses alone: what a record names cannot lead into this network."""

from __future__ import annotations

import socket
import ssl
from http.client import HTTPConnection
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

# What carries an address of the older kind within one of the newer (RFC 6052).
TRANSLATED = ip_network("64:ff9b::/96")


HTTP_PORT, HTTPS_PORT = 80, 443


class InternalError(OSError):
    """A name stands for this machine, or for one of the network around it."""


class NoNameError(OSError):
    """Nobody bears a name on the web."""


class NameServerError(OSError):
    """Nobody tells whom a name stands for: the network, or what looks names up, is down."""


def is_public(address: str) -> bool:
    """Return whether an IP address is one of the public Internet (IANA's special registries).

    Of one that carries another within, both must be.
    """
    told = ip_address(address.partition("%")[0])
    return _is_public(told) and all(map(_is_public, _within(told)))


def _is_public(told: IPv4Address | IPv6Address) -> bool:
    return told.is_global and not told.is_multicast


def _within(told: IPv4Address | IPv6Address) -> list[IPv4Address]:
    if isinstance(told, IPv4Address):
        return []
    translated = IPv4Address(int(told) & 0xFFFFFFFF) if told in TRANSLATED else None
    found = (told.ipv4_mapped, told.sixtofour, *(told.teredo or ()), translated)
    return [one for one in found if one is not None]


def addresses_of(host: str, port: int, *, internal: bool) -> list[str]:
    """Return the IP addresses of a host; with `internal`, those of this network too.

    Raises NoNameError, NameServerError, and InternalError where one of them is not public.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        unknown = (socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME))
        raise (NoNameError if error.errno in unknown else NameServerError)(host) from None
    except UnicodeError:
        raise NoNameError(host) from None
    addresses = list(dict.fromkeys(str(one[4][0]) for one in found))
    if not internal and not all(map(is_public, addresses)):
        raise InternalError(host)
    return addresses


class Connection(HTTPConnection):
    """A connection to the very addresses that were looked at, so that no name changes between."""

    def __init__(
        self, host: str, port: int, timeout: float, *, secure: bool, internal: bool
    ) -> None:
        """Say where to; `timeout` is in seconds, for each word of the other side."""
        super().__init__(host, port, timeout=timeout)
        self._secure, self._internal = secure, internal
        self.default_port = HTTPS_PORT if secure else HTTP_PORT

    def connect(self) -> None:
        """Connect to the first of its addresses that takes us."""
        failed: OSError = NoNameError(self.host)
        for address in addresses_of(self.host, self.port, internal=self._internal):
            try:
                self.sock = socket.create_connection((address, self.port), self.timeout)
            except OSError as error:
                failed = error
                continue
            if self._secure:
                context = ssl.create_default_context()
                self.sock = context.wrap_socket(self.sock, server_hostname=self.host)
            return
        raise failed
