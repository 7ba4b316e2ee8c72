"""A hostile article, site or address gains nothing."""

import re
from html.parser import HTMLParser

import pytest
from starlette.testclient import TestClient

from onrecord.web.app import create_app
from onrecord.web.safety import LARGEST_BODY, LONGEST_ADDRESS

PATHS = (
    "/", "/events", "/events/event-one", "/claims", "/articles/wire/one", "/exchanges", "/exchanges/BLR/AZE",
    "/parties", "/parties/BLR", "/network", "/review", "/nowhere/<script>", "/events?q=%3Cscript%3E",
)  # fmt: skip


class Page(HTMLParser):
    """What a browser would run or load of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.inline: list[str] = []
        self.addresses: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag in ("script", "style") and not given.get("src"):
            self.inline.append(tag)
        self.inline += [name for name in given if name.startswith("on") or name == "style"]
        self.addresses += [given[name] or "" for name in ("href", "src", "action") if name in given]


@pytest.mark.parametrize("path", PATHS)
def test_no_page_runs_or_loads_what_an_article_or_address_says(client, path):
    answer = client.get(path)
    page = Page(answer.text)
    assert page.inline == []
    assert "<script>alert" not in answer.text
    for address in page.addresses:
        assert address.startswith(("/", "#", "https://example.org/")), address


@pytest.mark.parametrize("path", [*PATHS, "/index.json", "/openapi.json", "/static/page.js", "/nowhere.json"])
def test_every_answer_carries_the_headers_that_shut_out_others(client, path):
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["x-frame-options"] == "DENY"


def test_only_a_drawing_styles_itself_and_nothing_else(client):
    policy = client.get("/events/event-one/timeline.svg").headers["content-security-policy"]
    assert policy == "default-src 'none'; style-src 'unsafe-inline'"


def test_links_to_other_schemes_than_the_webs_are_left_out(client):
    assert "javascript:" not in client.get("/articles/wire/one").text
    assert 'href="https://example.org/copy"' in client.get("/articles/copy").text


def test_inserted_text_is_struck_out_and_escaped(client):
    text = client.get("/articles/wire/one").text
    struck = re.search(r"<del[^>]*>(.*?)</del>", text, re.DOTALL)
    assert struck is not None
    assert struck[1].startswith("Weather for the weekend &lt;script&gt;")


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "testserver.evil.example:80"])
def test_a_page_elsewhere_that_points_its_name_here_gets_nothing(client, host):
    answer = client.get("/index.json", headers={"host": host})
    assert (answer.status_code, answer.json()["error"]["code"]) == (421, "wrong_host")


def test_an_address_or_body_past_the_limit_is_refused(client):
    assert client.get(f"/events.json?q={'x' * LONGEST_ADDRESS}").status_code == 414
    assert client.post("/review/decide", content=b"x" * (LARGEST_BODY + 1)).status_code == 413


@pytest.mark.parametrize(
    "path",
    ["/static/../app.py", "/static/%2e%2e/app.py", "/articles/../../etc/passwd", "/events/'%20OR%201=1--"],
)
def test_neither_paths_nor_sql_come_from_the_address(client, path):
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("path", ["/review/decide", "/review/undo"])
def test_nothing_is_written_unless_the_server_was_started_for_it(client, path):
    answer = client.post(path, data={"kind": "accept"}, headers={"accept": "application/json"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (403, "read_only")


def test_a_failure_of_ours_tells_the_reader_nothing_of_the_machine(ledger_url, monkeypatch):
    app = create_app(ledger_url, hosts=("testserver",))
    monkeypatch.setattr("onrecord.ledger.reader.LedgerReader.events_page", _fail)
    answer = TestClient(app, raise_server_exceptions=False).get("/events.json")
    assert (answer.status_code, answer.json()["error"]["code"]) == (500, "failed")
    assert "secret" not in answer.text


def _fail(*_arguments):
    raise ZeroDivisionError("secret")
