import http.client
import io
import socket

import pytest

from onrecord.errors import IntakeError
from onrecord.intake import IntakeOptions, fetch, open_articles

PUBLIC = "93.184.216.34"


class FakeResponse(io.BytesIO):
    def __init__(self, status: int = 200, raw: bytes = b"<p>x</p>", **headers: str) -> None:
        super().__init__(raw)
        self.status, self.reason = status, http.client.responses[status]
        self.headers = {"Content-Type": "text/html; charset=windows-1252"} | {
            name.replace("_", "-"): value for name, value in headers.items()
        }

    def getheader(self, name: str) -> str | None:
        return self.headers.get(name)


@pytest.fixture
def web(monkeypatch):
    """A web that holds what a test puts into it; asking for anything else fails the test."""
    pages: dict[tuple[str, str], FakeResponse | Exception] = {}

    class FakeConnection:
        def __init__(self, host: str, port: int) -> None:
            http.client.HTTPSConnection(host, port)  # refuses what is no host
            self.host, self.port = host, port

        def request(self, method: str, target: str, headers: dict[str, str]) -> None:
            fetch._public_address(self.host, self.port)
            self.found = pages[self.host, target]

        def getresponse(self) -> FakeResponse:
            if isinstance(self.found, Exception):
                raise self.found
            return self.found

        def close(self) -> None:
            pass

    def look_up(host: str, port: int, **_: object) -> list[object]:
        address = {"inside.example": "10.0.0.7", "here.example": "127.0.0.1", "six.example": "::1"}.get(
            host, PUBLIC
        )
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    monkeypatch.setattr(fetch, "_PublicConnection", FakeConnection)
    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    return pages


def test_page_comes_with_address_character_set_and_time(web):
    web["post.example", "/a?b=1"] = FakeResponse(Date="Tue, 05 Nov 2024 23:00:00 +0100")
    page = fetch.fetch("https://post.example/a?b=1", 1000)
    assert (page.raw, page.url, page.charset, page.retrieved) == (
        b"<p>x</p>",
        "https://post.example/a?b=1",
        "windows-1252",
        "2024-11-05T22:00:00Z",
    )


@pytest.mark.parametrize("told", ["no day", "Fri, 31 Dec 9999 23:00:00 -2300"])
def test_broken_clock_of_a_server_is_no_reason_to_refuse_its_page(web, told):
    web["post.example", "/a"] = FakeResponse(Date=told)
    assert fetch.fetch("https://post.example/a", 1000).retrieved is None


def test_redirect_is_followed_to_its_page(web):
    web["post.example", "/a"] = FakeResponse(301, Location="https://www.post.example/b")
    web["www.post.example", "/b"] = FakeResponse()
    assert fetch.fetch("https://post.example/a", 1000).url == "https://www.post.example/b"


@pytest.mark.parametrize(
    "url",
    [
        "http://post.example/a",
        "https://post.example:8443/a",
        "https://me:secret@post.example/a",
        "file:///etc/passwd",
        "https:///a",
        "https://[broken/a",
    ],
)
def test_other_than_plain_https_is_refused(web, url):
    with pytest.raises(IntakeError, match=r"only https addresses|no web address"):
        fetch.fetch(url, 1000)


@pytest.mark.parametrize("host", ["inside.example", "here.example", "six.example"])
def test_address_that_is_not_public_is_refused_even_behind_a_redirect(web, host):
    web["post.example", "/a"] = FakeResponse(302, Location=f"https://{host}/admin")
    with pytest.raises(IntakeError, match="no public address"):
        fetch.fetch("https://post.example/a", 1000)


def test_redirect_to_plain_http_is_refused(web):
    web["post.example", "/a"] = FakeResponse(302, Location="http://post.example/a")
    with pytest.raises(IntakeError, match="only https"):
        fetch.fetch("https://post.example/a", 1000)


@pytest.mark.parametrize("url", ["https://post example/b", "https://post.example/to"])
def test_host_with_a_blank_is_refused_even_behind_a_redirect(web, url):
    web["post.example", "/to"] = FakeResponse(302, Location="https://post example/b")
    with pytest.raises(IntakeError, match="cannot be fetched: URL can't contain"):
        fetch.fetch(url, 1000)


def test_endless_redirects_end(web):
    web["post.example", "/a"] = FakeResponse(302, Location="/a")
    with pytest.raises(IntakeError, match="more than 5 redirects"):
        fetch.fetch("https://post.example/a", 1000)


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (FakeResponse(404), "answered 404 Not Found"),
        (FakeResponse(raw=b"x" * 1001), "larger than 1,000 bytes"),
        (FakeResponse(Content_Type="application/pdf"), "is application/pdf; expected a web page"),
        (TimeoutError("timed out"), "cannot be fetched: timed out"),
        (http.client.BadStatusLine("junk"), "cannot be fetched: junk"),
    ],
)
def test_page_that_cannot_be_had_says_why(web, answer, message):
    web["post.example", "/a"] = answer
    with pytest.raises(IntakeError, match=message):
        fetch.fetch("https://post.example/a", 1000)


def test_address_as_a_source_gives_its_article_or_is_set_aside(web):
    text = (
        "The port of Westmark stayed closed on Tuesday after divers found two mines below its pier, it said. "
    )
    web["post.example", "/a"] = FakeResponse(
        raw=f"<article><p>{text}</p><p>And {text}</p></article>".encode()
    )
    web["post.example", "/b"] = FakeResponse(500)
    read, aside = open_articles(["https://post.example/a", "https://post.example/b"], options=IntakeOptions())
    assert (read.url, read.state.value) == ("https://post.example/a", "read")
    assert (aside.id, aside.reason.split(": ", 1)[1]) == (
        "https://post.example/b",
        "cannot be fetched: the server answered 500 Internal Server Error.",
    )
