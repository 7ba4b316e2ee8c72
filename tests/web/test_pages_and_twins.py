"""Every page answers in HTML, JSON and CSV, in one envelope, with one error shape."""

import csv
import io
import re
from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from onrecord.ledger import ClaimFilter, Ledger
from onrecord.web.app import create_app
from onrecord.web.routes import PAGES

AT = datetime(2024, 11, 26, 7, tzinfo=UTC)
ADDRESSES = {
    "front": "/",
    "events": "/events",
    "event": "/events/event-one",
    "claims": "/claims",
    "claim": None,
    "article": "/articles/wire/one",
    "exchanges": "/exchanges",
    "exchange": "/exchanges/BLR/AZE",
    "parties": "/parties",
    "party": "/parties/BLR",
    "network": "/network",
    "review": "/review",
}


def address(client, name):
    if name != "claim":
        return ADDRESSES[name]
    listed = client.get("/claims.json").json()["data"]["claims"]
    return f"/claims/{listed[0]['id']}"


def twin(path, kind):
    return f"{'/index' if path == '/' else path}.{kind}"


def test_every_page_is_walked_here():
    assert {page.name for page in PAGES} == set(ADDRESSES)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_page_is_html_with_a_title_and_names_its_twin(client, page):
    path = address(client, page.name)
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/html")
    assert "<title>" in answer.text
    assert f'href="{twin(path, "json")}"' in answer.text


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_json_twin_is_in_the_one_envelope(client, page):
    answer = client.get(twin(address(client, page.name), "json"))
    assert answer.status_code == 200
    body = answer.json()
    assert set(body) == {"schema", "version", "page", "query", "next", "data"}
    assert (body["schema"], body["page"]) == ("onrecord.page/1", page.name)


@pytest.mark.parametrize("page", [p for p in PAGES if p.table], ids=lambda page: page.name)
def test_every_csv_twin_has_a_header_and_rows_as_wide(client, page):
    answer = client.get(twin(address(client, page.name), "csv"))
    assert answer.headers["content-type"].startswith("text/csv")
    header, *rows = csv.reader(io.StringIO(answer.text))
    assert rows or page.name == "review"
    assert {len(row) for row in rows} <= {len(header)}


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/events/none", 404, "not_found"),
        ("/claims/none", 404, "not_found"),
        ("/articles/none", 404, "not_found"),
        ("/parties/none", 404, "not_found"),
        ("/nowhere", 404, "not_found"),
        ("/events?partty=BLR", 400, "unknown_filter"),
        ("/events?party=BLR&party=AZE", 400, "repeated_filter"),
        ("/events?type=aid", 400, "wrong_value"),
        ("/events?since=20241101", 400, "wrong_value"),
        ("/events?limit=0", 400, "wrong_value"),
        ("/events?after=x", 400, "wrong_token"),
        ("/claims?after=MjAyNC0xMS0yNQ", 400, "wrong_token"),
    ],
)
def test_what_cannot_be_answered_says_so_in_the_one_error_shape(client, path, status, code):
    head, mark, query = path.partition("?")
    answer = client.get(f"{head}.json{mark}{query}")
    assert answer.status_code == status
    body = answer.json()
    assert set(body) == {"schema", "version", "error"}
    assert set(body["error"]) == {"status", "code", "message", "field"}
    assert (body["error"]["status"], body["error"]["code"]) == (status, code)
    page = client.get(path)
    assert page.status_code == status
    assert page.headers["content-type"].startswith("text/html")


def test_a_list_is_followed_to_its_end_by_opaque_marks(client):
    seen, after = [], None
    while True:
        query = "?limit=1" + (f"&after={after}" if after else "")
        body = client.get(f"/claims.json{query}").json()
        seen += [c["id"] for c in body["data"]["claims"]]
        after = body["next"]
        if after is None:
            break
        assert "." not in after
        assert "-11-" not in after
    assert len(seen) == len(set(seen)) == 4


def test_filters_narrow_the_list_and_stand_in_the_answer(client):
    body = client.get("/claims.json?stance=denies&party=Minsk").json()
    assert body["query"] == {"stance": "denies", "party": "Minsk"}
    assert {c["stance"] for c in body["data"]["claims"]} == {"denies"}
    assert client.get("/events.json?standing=confirmed").json()["data"]["events"] == []
    assert len(client.get("/events.json?q=shells").json()["data"]["events"]) == 1


def test_a_filter_left_empty_is_not_asked(client):
    assert client.get("/events.json?party=&since=").json()["query"] == {}


def test_a_wrong_method_is_refused_with_the_methods_allowed(client):
    answer = client.post("/events.json")
    assert answer.status_code == 405
    assert answer.json()["error"]["code"] == "method_not_allowed"
    assert "GET" in answer.headers["allow"]


def test_csv_cells_cannot_be_formulas(client):
    from onrecord.web.app import _csv
    from onrecord.web.pages.built import Table

    text = _csv(Table(("a",), (("=1+1",), ("@x",), ("plain",), (-5,))))
    assert text.split("\r\n")[1:5] == ["'=1+1", "'@x", "plain", "-5"]


@pytest.mark.parametrize("name", ["wire/one.csv", "wire/one.json", "wire/one.json.html"])
def test_an_article_named_like_a_twin_has_a_page_with_twins_of_its_own(own_ledger, name):
    with Ledger.open(own_ledger, create=False) as ledger:
        named = replace(ledger.reader.article("wire/one"), id=name, title=f"The file {name}")
        (read, *_) = ledger.reader.claims(ClaimFilter(article="wire/one"))
        told = replace(read, id="claim-of-the-file", article=replace(read.article, id=name))
        run = ledger.writer.start_run("add", "test", AT)
        ledger.writer.add_article(named, (told,), run=run, at=AT)
    client = TestClient(create_app(own_ledger, hosts=("testserver",)), headers={"accept": "text/html"})
    listed = client.get("/claims").text
    (address,) = set(re.findall(rf'href="(/articles/{re.escape(quote(name, safe=""))}[^"?]*)\?', listed))
    page = client.get(address)
    assert page.headers["content-type"].startswith("text/html")
    assert f"<h1>The file {name}</h1>" in page.text
    (twin,) = re.findall(r'href="([^"]+)">JSON<', page.text)
    assert client.get(twin).json()["data"]["article"]["id"] == name
    (table,) = re.findall(r'href="([^"]+)">CSV<', page.text)
    assert told.id in client.get(table).text
    assert client.get("/articles/wire/one.json").json()["data"]["article"]["id"] == "wire/one"


def test_an_exchange_and_a_network_are_found_by_what_their_parties_are_called(client):
    by_code = client.get("/exchanges/BLR/AZE.json").json()["data"]
    assert by_code["there"]["items"]
    assert client.get("/exchanges/Minsk/Azerbaijani.json").json()["data"] == by_code
    by_code = client.get("/network.json?party=BLR").json()["data"]
    assert by_code["edges"]
    assert client.get("/network.json?party=Minsk").json()["data"] == by_code


def test_an_exchange_is_told_from_all_its_events_however_many(own_ledger):
    with Ledger.open(own_ledger, create=False) as ledger:
        (event,) = ledger.reader.events()
        (read, *_) = ledger.reader.claims_by_ids(event.claims)
        events = []
        run = ledger.writer.start_run("add", "test", AT)
        for n in range(101):
            named = replace(ledger.reader.article("wire/one"), id=f"one/{n}", text=f"{n}")
            made = replace(
                read, id=f"claim-{n}", anchor=f"anchor-{n}", article=replace(read.article, id=named.id)
            )
            ledger.writer.add_article(named, (made,), run=run, at=AT)
            events.append(replace(event, id=f"event-{n}", claims=(made.id,)))
        ledger.writer.put_events(events, at=AT, settled=())
    client = TestClient(create_app(own_ledger, hosts=("testserver",)))
    (item,) = client.get("/exchanges/BLR/AZE.json").json()["data"]["there"]["items"]
    assert len(item["events"]) == 102
