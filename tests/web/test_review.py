"""Decisions are taken from our own forms only, kept with who and why, and can be undone."""

import re

import pytest


def form(reviewing, **changed):
    text = reviewing.get("/review").text
    found = {
        "token": re.search(r'name="token" value="([^"]+)"', text)[1],
        "anchors": re.search(r'name="anchors" value="([^"]+)"', text)[1],
        "author": "Ada",
        "reason": "the quotation is exact",
        "kind": "accept",
        "back": "/review",
    }
    return found | changed


def log(reviewing):
    return reviewing.get("/review.json").json()["data"]["log"]


def test_a_decision_is_kept_with_who_and_why_and_can_be_undone(reviewing):
    answer = reviewing.post("/review/decide", data=form(reviewing), follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/review")
    (made,) = log(reviewing)
    assert (made["kind"], made["author"], made["reason"]) == ("accept", "Ada", "the quotation is exact")
    undo = form(reviewing, decision=made["id"], reason="misread")
    assert reviewing.post("/review/undo", data=undo).status_code == 200
    (undone,) = log(reviewing)
    assert (undone["withdrawn_by"], undone["withdrawn_reason"]) == ("Ada", "misread")


def test_a_fix_keeps_its_field_and_value_as_json(reviewing):
    reviewing.post("/review/decide", data=form(reviewing, kind="fix", fix="stance=doubts"))
    (made,) = log(reviewing)
    assert (made["field"], made["value"]) == ("stance", '"doubts"')


def test_chosen_claims_of_an_event_are_split_off_together(reviewing):
    claims = reviewing.get("/events/event-one.json").json()["data"]["claims"]
    anchors = [c["anchor"] for c in claims]
    reviewing.post("/review/decide", data=form(reviewing, kind="split", anchors=anchors))
    (made,) = log(reviewing)
    assert made["anchors"] == anchors


@pytest.mark.parametrize(
    ("headers", "changed", "code"),
    [
        ({"origin": "https://evil.example"}, {}, "cross_site"),
        ({"origin": "null"}, {}, "cross_site"),
        ({"sec-fetch-site": "cross-site"}, {}, "cross_site"),
        ({"sec-fetch-site": "same-site"}, {}, "cross_site"),
        ({"origin": "http://testserver"}, {"token": "guess"}, "wrong_token"),
        ({}, {"token": ""}, "wrong_token"),
    ],
)
def test_another_site_cannot_write(reviewing, headers, changed, code):
    headers |= {"accept": "application/json"}
    answer = reviewing.post("/review/decide", data=form(reviewing, **changed), headers=headers)
    assert (answer.status_code, answer.json()["error"]["code"]) == (403, code)
    assert log(reviewing) == []


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"reason": " "}, "reason"),
        ({"author": ""}, "author"),
        ({"kind": "delete"}, "kind"),
        ({"anchors": "anchor-none"}, "anchors"),
        ({"anchors": ""}, "anchors"),
        ({"kind": "fix", "fix": "article=x"}, "fix"),
        ({"kind": "fix", "fix": "stance=sings"}, "fix"),
    ],
)
def test_a_form_that_lacks_something_is_refused_by_the_name_of_the_field(reviewing, changed, field):
    headers = {"accept": "application/json"}
    answer = reviewing.post("/review/decide", data=form(reviewing, **changed), headers=headers)
    assert (answer.status_code, answer.json()["error"]["field"]) == (400, field)
    assert log(reviewing) == []


@pytest.mark.parametrize("back", ["//evil.example", "https://evil.example", "/\\evil.example", ""])
def test_a_decision_never_leads_to_another_site(reviewing, back):
    answer = reviewing.post("/review/decide", data=form(reviewing, back=back), follow_redirects=False)
    assert answer.headers["location"] == "/review"


SHOWN = ("/claims.json", "/articles/wire/one.json", "/events/{event}.json")


def denial(reviewing):
    """Return the denial in the article."""
    listed = reviewing.get("/articles/wire/one.json").json()["data"]
    (found,) = (c for c in listed["claims"] if c["cue"]["text"] == "denied")
    return found


def shown(reviewing, address, claim):
    """Return the stances with which a claim stands on a page."""
    if "{event}" in address:
        (event,) = reviewing.get(f"/claims/{claim['id']}.json").json()["data"]["events"]
        address = address.replace("{event}", event)
    listed = reviewing.get(address).json()["data"]["claims"]
    return [c["stance"] for c in listed if c["id"] == claim["id"]]


@pytest.mark.parametrize("address", SHOWN)
def test_a_fix_is_seen_wherever_the_claim_stands(reviewing, address):
    claim = denial(reviewing)
    reviewing.post(
        "/review/decide", data=form(reviewing, anchors=claim["anchor"], kind="fix", fix="stance=doubts")
    )
    assert shown(reviewing, address, claim) == ["doubts"]


def test_a_fix_is_seen_on_the_claims_own_page_and_its_partys(reviewing):
    claim = denial(reviewing)
    reviewing.post(
        "/review/decide", data=form(reviewing, anchors=claim["anchor"], kind="fix", fix="stance=doubts")
    )
    assert reviewing.get(f"/claims/{claim['id']}.json").json()["data"]["claim"]["stance"] == "doubts"
    said = reviewing.get("/parties/BLR.json").json()["data"]["said"]
    assert {c["id"]: c["stance"] for c in said}[claim["id"]] == "doubts"


def test_a_fix_is_seen_between_the_parties_of_an_exchange(reviewing):
    def told():
        (item,) = reviewing.get("/exchanges/BLR/AZE.json").json()["data"]["there"]["items"]
        return {voices["words"]: voices["parties"] for voices in item["voices"]}

    assert told()["deny it"] == ["BLR"]
    claim = denial(reviewing)
    fix = form(reviewing, anchors=claim["anchor"], kind="fix", fix="stance=declines_to_confirm")
    reviewing.post("/review/decide", data=fix)
    assert (told().get("deny it"), told()["will not confirm it"]) == (None, ["BLR"])


def test_a_rejected_claim_stands_in_no_list_but_keeps_its_own_page_and_its_place_in_the_review(reviewing):
    claim = denial(reviewing)
    reviewing.post("/review/decide", data=form(reviewing, anchors=claim["anchor"], kind="reject"))
    assert [shown(reviewing, address, claim) for address in SHOWN[:2]] == [[], []]
    assert claim["id"] not in {c["id"] for c in reviewing.get("/parties/BLR.json").json()["data"]["said"]}
    assert reviewing.get(f"/claims/{claim['id']}.json").json()["data"]["claim"] == claim
    assert claim["id"] in {
        one["claim"]["id"] for one in reviewing.get("/review.json").json()["data"]["claims"]
    }
