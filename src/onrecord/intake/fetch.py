"""One page from the web: the only place in the package that touches the network.

Only https; only public addresses, at every redirect, and the address checked is the one connected to;
with limits on time and size. A ledger's machine must not be led to ask its own network for pages.
"""

import http.client
import ipaddress
import re
import socket
import ssl
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC
from email.utils import parsedate_to_datetime
from urllib.parse import SplitResult, urljoin, urlsplit

from onrecord.errors import IntakeError

__all__ = ["Fetched", "fetch"]

_REDIRECTS = 5
_TIMEOUT = 20.0  # seconds for each connection and each wait for bytes
_HEADERS = {"User-Agent": "onrecord (reads one page at its user's request)", "Accept": "text/html"}
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it came.

    Attributes:
        raw: Its bytes.
        url: Where it came from, after redirects.
        charset: Character set the server declares, None when it does not.
        retrieved: When, by the server's clock, ISO 8601 UTC; None when it does not tell.
    """

    raw: bytes
    url: str
    charset: str | None
    retrieved: str | None


def fetch(url: str, largest: int) -> Fetched:
    """Return the page at an address.

    Args:
        url: Begins with https.
        largest: Bytes of the largest page taken.

    Raises:
        IntakeError: It cannot be had: not https, not public, not there, no page, too large, too slow.
    """
    for _ in range(_REDIRECTS + 1):
        parts = _checked(url)
        try:
            with closing(_PublicConnection(parts.hostname or "", parts.port or 443)) as connection:
                connection.request("GET", _target(parts), headers=_HEADERS)
                response = connection.getresponse()
                if response.status not in (301, 302, 303, 307, 308):
                    return _taken(response, url, largest)
                url = urljoin(url, response.getheader("Location") or "")
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise IntakeError(f"cannot be fetched: {error or type(error).__name__}.") from error
    raise IntakeError(f"cannot be fetched: more than {_REDIRECTS} redirects.")


class _PublicConnection(http.client.HTTPSConnection):
    """A connection that resolves a name itself and connects only to a public address."""

    def __init__(self, host: str, port: int) -> None:
        super().__init__(host, port, timeout=_TIMEOUT, context=ssl.create_default_context())

    def connect(self) -> None:
        address = _public_address(self.host, self.port)
        plain = socket.create_connection((address, self.port), timeout=_TIMEOUT)
        self.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=self.host)


def _public_address(host: str, port: int) -> str:
    """Return the first address of a host.

    Raises:
        OSError: The name is not known, or one of its addresses is not public.
    """
    found = [str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    for address in found:
        if not ipaddress.ip_address(address.split("%")[0]).is_global:
            raise OSError(f"{host} is at {address}, which is no public address")
    return found[0]


def _checked(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise IntakeError(f"{url!r} is no web address: {error}.") from error
    if parts.scheme != "https" or not parts.hostname or port not in (None, 443) or parts.username:
        raise IntakeError(f"{url!r} is not fetched: only https addresses without port and password are.")
    return parts


def _target(parts: SplitResult) -> str:
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def _taken(response: http.client.HTTPResponse, url: str, largest: int) -> Fetched:
    kind = response.getheader("Content-Type") or ""
    if response.status != 200:
        raise IntakeError(f"cannot be fetched: the server answered {response.status} {response.reason}.")
    if "html" not in kind:
        raise IntakeError(f"is {kind or 'of no declared kind'}; expected a web page (text/html).")
    raw = response.read(largest + 1)
    if len(raw) > largest:
        raise IntakeError(f"is larger than {largest:,} bytes, the most read as one article.")
    charset = _CHARSET.search(kind)
    return Fetched(
        raw=raw,
        url=url,
        charset=charset[1] if charset else None,
        retrieved=_stamp(response.getheader("Date")),
    )


def _stamp(told: str | None) -> str | None:
    try:
        return parsedate_to_datetime(told).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if told else None
    except (ValueError, OverflowError):
        return None  # a server with a broken clock still has its page
