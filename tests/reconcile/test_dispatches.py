"""The bundled dispatches, read as an analyst noted them: what reconciling makes of rightly read claims."""

import json
from datetime import date
from pathlib import Path

import pytest
import yaml

from builders import claim, figure, item, person
from onrecord.reconcile.reconcile import reconcile
from onrecord.records import EventType, Figure, Hedge, Party, PartyKind, Scope, Span, Stance, Status
from onrecord.workflow.demo.dispatches import dispatches_path

NOTED = yaml.safe_load(Path(__file__).parents[1].joinpath("dispatches_expected.yaml").read_text("utf-8"))


def party(name):
    if name.startswith("person:"):
        return person(name.removeprefix("person:").replace("-", " ").title())
    if name.startswith("group:"):
        return Party(name.removeprefix("group:"), name, PartyKind.GROUP)
    if name in {"EU", "UN", "NATO"}:
        return Party(name, name, PartyKind.ORGANISATION, {"EU": "EUE"}.get(name, "IGO"), "IGO")
    return Party(name, name, PartyKind.STATE, country=name, sector="GOV")


def number(told):
    hedge = Hedge(told.get("hedge", "exact"))
    best = told.get("best", told.get("high", told.get("low")))
    made = figure(best, told.get("unit", "person"), hedge=hedge, measure=told.get("measure"))
    scope = Scope(told["scope"]) if "scope" in told else None
    return Figure(
        made.unit, hedge, Span(0, 1, "8"), made.low, made.best, made.high, made.measure, None, scope
    )


@pytest.fixture(scope="module")
def claims():
    """Return the noted claims whose deed has a type and a party; the others would need the text."""
    lines = dispatches_path().read_text("utf-8").splitlines()
    stories = {line["id"]: line for line in map(json.loads, lines)}
    made = []
    for name, noted in NOTED["claims"].items():
        if isinstance(noted, str):
            continue
        for order, told in enumerate(noted):
            if "type" not in told or not ({"actors", "recipients"} & told.keys()):
                continue
            day = date.fromisoformat(stories[name]["published"])
            spoken = told.get("said", day)
            source = told.get("source", "outlet")
            gives = tuple(item(kind, told.get("in_return_for")) for kind in told.get("items", ()))
            made.append(
                claim(
                    *([] if source == "outlet" else [party(source)]),
                    stance=Stance(told["stance"]),
                    kind=EventType(told["type"]),
                    mode=told.get("mode"),
                    actors=tuple(party(one) for one in told.get("actors", ())),
                    recipients=tuple(party(one) for one in told.get("recipients", ())),
                    items=gives,
                    status=Status(told.get("status", "happened")),
                    figures=tuple(number(one) for one in told.get("figures", ())),
                    day=spoken,
                    published=day,
                    article=name,
                    outlet=stories[name]["outlet"],
                    trigger="told",
                    sentence=f"{stories[name]['title']}: told.",
                    order=order,
                )
            )
    return made


@pytest.fixture(scope="module")
def events(claims):
    return reconcile(claims).events


def find(events, noted):
    """Return the event with the noted type, actors and recipients that has most claims."""
    fitting = [
        e
        for e in events
        if e.type == noted["type"]
        and set(noted.get("actors", ())) <= set(e.actors)
        and set(noted.get("recipients", ())) <= set(e.recipients)
        and set(noted.get("items", ())) <= set(e.items)
    ]
    assert fitting, [(e.type, e.actors, e.recipients, e.items) for e in events]
    return max(fitting, key=lambda e: len(e.claims))


@pytest.mark.parametrize(
    "name",
    ["shells", "diesel", "drone_technology", "fishermen", "withdrawal_of_boats", "crossing"],
)
def test_events_stand_as_an_analyst_has_them(events, name):
    noted = NOTED["events"][name]
    event = find(events, noted)
    assert event.standing.value in noted.get("standing_any_of", [noted.get("standing")])


@pytest.mark.parametrize("name", ["diesel", "drone_technology", "crossing"])
def test_independent_origins_are_counted_as_an_analyst_does(events, name):
    assert find(events, NOTED["events"][name]).origins == NOTED["events"][name]["origins"]


def test_every_state_that_vouches_is_an_origin_of_its_own(events):
    # Condemning a deed vouches for it, so the EU is one more than the five an analyst counted.
    event = find(events, NOTED["events"]["shells"])
    assert event.origins == NOTED["events"]["shells"]["origins"] + 1
    assert {"ARM", "POL", "LTU", "BLR", "AZE", "EU"} <= {group.origin for group in event.origin_groups}


@pytest.mark.parametrize("name", ["shells", "withdrawal_of_boats", "hospital_ship"])
def test_history_turns_on_the_noted_days(events, name):
    event = find(events, NOTED["events"][name])
    told = {f"{change.to} on {change.day}" for change in event.history}
    assert set(NOTED["events"][name]["history"]) <= told


def test_what_goes_both_ways_is_kept_apart(events):
    there = find(events, NOTED["events"]["shells"])
    back = find(events, NOTED["events"]["diesel"])
    assert not set(there.claims) & set(back.claims)
