"""What every answer carries and every request keeps to, so that a hostile article or site gains nothing."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.errors import RequestError
from onrecord.web.envelope import error_answer

__all__ = ["CONTENT_POLICY", "LOCAL_HOSTS", "Safety", "check_write"]

CONTENT_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""No inline script or style, nothing from elsewhere, no frame around us."""

LOCAL_HOSTS = ("127.0.0.1", "localhost", "::1")
"""Names a loopback server answers to; another name is a page elsewhere that points its name at us."""

LONGEST_ADDRESS = 8_000  # bytes of path and query
LARGEST_BODY = 64_000  # bytes; a review is a few fields

_HEADERS = {
    "Content-Security-Policy": CONTENT_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # nothing to others; our own forms keep their Origin
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class Safety:
    """ASGI middleware: limits, allowed host names, and the headers of every answer.

    Args:
        app: The application behind it.
        hosts: Host names answered to; empty for any.
    """

    def __init__(self, app: ASGIApp, hosts: Sequence[str] = LOCAL_HOSTS) -> None:
        self.app = app
        self.hosts = frozenset(hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or refuse it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        if (refusal := self._refusal(scope)) is not None:
            await error_answer(refusal)(scope, receive, send_with_headers)
            return
        await self.app(scope, _limited(receive), send_with_headers)

    def _refusal(self, scope: Scope) -> RequestError | None:
        length = len(scope.get("raw_path") or b"") + len(scope["query_string"])
        if length > LONGEST_ADDRESS:
            return RequestError(
                f"The address has {length:,} bytes; at most {LONGEST_ADDRESS:,} are read.",
                status=414,
                code="address_too_long",
            )
        headers = Headers(scope=scope)
        host = urlsplit(f"//{headers.get('host', '')}").hostname or ""
        if self.hosts and host not in self.hosts:
            return RequestError(
                f"This server answers to {', '.join(sorted(self.hosts))}, not to {host!r}. "
                "Start it with --host to serve others.",
                status=421,
                code="wrong_host",
            )
        told = headers.get("content-length", "0")
        if not told.isdigit() or int(told) > LARGEST_BODY:
            return RequestError(
                f"The body has {told} bytes; at most {LARGEST_BODY:,} are read.",
                status=413,
                code="body_too_large",
            )
        return None


def _limited(receive: Receive) -> Receive:
    """Return `receive`, ended once the body is larger than it may be (a chunked one tells no length)."""
    seen = 0

    async def limited() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        return message if seen <= LARGEST_BODY else {"type": "http.disconnect"}

    return limited


def check_write(headers: Headers, token: str, expected: str) -> None:
    """Refuse a write that did not come from a form of this server.

    Args:
        headers: Of the request.
        token: What the form sent as its token.
        expected: The token of this server's forms.

    Raises:
        RequestError: Another site sent it, or the token is not ours.
    """
    site = headers.get("sec-fetch-site")
    origin = headers.get("origin")
    foreign = site not in (None, "same-origin") or (
        origin is not None and urlsplit(origin).netloc != headers.get("host")
    )
    if foreign:
        raise RequestError(
            f"Another site ({origin or site}) asked to change the ledger. Changes are taken only from the "
            "page itself.",
            status=403,
            code="cross_site",
        )
    if not expected or token != expected:
        raise RequestError(
            "The form's token is not the one this server gave out; it changes when the server restarts. "
            "Load the page again and repeat the change.",
            status=403,
            code="wrong_token",
            field="token",
        )
