"""Titles that read like English."""

import pytest

from builders import claim, person
from onrecord.reconcile.build import build_event
from onrecord.reconcile.title import Deed, title_of
from onrecord.records import EventType, Party, PartyKind, Place, PlacePrecision

NAMES = {
    "ARK": "Arkania",
    "BMR": "Belmor",
    "CLD": "Caldera",
    "group:hill-rebels": "hill rebels",
    "person:ana-brod": "Ana Brod",
}


def title(
    kind, actors=("ARK",), recipients=("BMR",), mode=None, items=(), place=None, trigger="deed", **told
):
    where = None if place is None else Place(place, PlacePrecision.CITY)
    return title_of(Deed(kind, mode, actors, recipients, items, where, trigger, **told), NAMES)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"kind": EventType.AID, "items": ("troops",)}, "Arkania sends troops to Belmor"),
        ({"kind": EventType.AID, "items": ("money",)}, "Arkania gives money to Belmor"),
        (
            {"kind": EventType.AID, "actors": ("ARK", "CLD"), "items": ("money", "fuel")},
            "Arkania and Caldera give money and fuel to Belmor",
        ),
        ({"kind": EventType.CONSULT}, "Arkania meets Belmor"),
        ({"kind": EventType.CONSULT, "actors": ("ARK", "BMR"), "recipients": ()}, "Arkania and Belmor meet"),
        ({"kind": EventType.CONSULT, "recipients": ()}, "Arkania holds talks"),
        ({"kind": EventType.ASSAULT, "actors": (), "place": None}, "Attack on Belmor"),
        (
            {"kind": EventType.ASSAULT, "recipients": (), "place": "Northport"},
            "Arkania attacks in Northport",
        ),
        ({"kind": EventType.ASSAULT, "actors": ("group:hill-rebels",)}, "Hill rebels attack Belmor"),
        (
            {"kind": EventType.COERCE, "mode": "arrest", "recipients": ("person:ana-brod",)},
            "Arkania detains Ana Brod",
        ),
        ({"kind": EventType.MOBILIZE, "mode": "weapons", "recipients": ()}, "Arkania moves or tests arms"),
        ({"kind": EventType.RETREAT, "mode": "withdraw", "recipients": ()}, "Arkania withdraws"),
        ({"kind": EventType.ASSAULT, "mode": "heavy-weapons", "actors": ()}, "Shelling of Belmor"),
        ({"kind": EventType.COERCE, "mode": "cyber", "actors": ()}, "Cyber attack on Belmor"),
        ({"kind": EventType.ASSAULT, "mode": "beat", "recipients": ()}, "Arkania attacks"),
        ({"kind": EventType.COERCE, "mode": "arrest", "actors": ()}, "Arrest of people of Belmor"),
        ({"kind": EventType.SANCTION, "mode": "convict", "actors": ()}, "Conviction of Belmor"),
        (
            {"kind": EventType.ASSAULT, "actors": (), "recipients": (), "unnamed": "crowd"},
            "Attack on crowd",
        ),
        (
            {
                "kind": EventType.COERCE,
                "mode": "arrest",
                "recipients": (),
                "unnamed": "at least 14 fishermen",
            },
            "Arkania detains fishermen",
        ),
        (
            {
                "kind": EventType.ASSAULT,
                "mode": "crowd-control",
                "actors": (),
                "recipients": (),
                "unnamed": "crowd",
            },
            "Force on a crowd",
        ),
        (
            {"kind": None, "actors": (), "recipients": (), "trigger": "killed", "counted": "person"},
            "People killed",
        ),
        (
            {"kind": None, "actors": (), "recipients": (), "trigger": "crash", "counted": "pilot"},
            "Crash",
        ),
        ({"kind": None, "recipients": ()}, "Arkania: deed"),
        ({"kind": None, "actors": (), "recipients": (), "place": "Northport"}, "Deed in Northport"),
    ],
)
def test_a_title_is_one_readable_line(told, expected):
    assert title(**told) == expected


CONSULATE = Party(
    "Belmorian consulate", "org:bmr-consulate", PartyKind.ORGANISATION, country="BMR", sector="GOV", of="BMR"
)


def attack(*recipients, article="one"):
    told = {"kind": EventType.ASSAULT, "items": (), "trigger": "attacked"}
    return claim("CLD", recipients=recipients, article=article, **told)


def test_what_befalls_a_body_of_a_state_is_told_of_the_body():
    assert build_event([attack(CONSULATE)]).title == "ARK attacks Belmorian consulate"


def test_what_anybody_tells_of_the_state_itself_is_told_of_the_state():
    event = build_event([attack(CONSULATE), attack("BMR", article="two")])
    assert event.title == "ARK attacks BMR"


def test_what_is_demanded_of_a_body_is_demanded_of_its_state():
    wanted = claim("CLD", kind=EventType.REQUEST, items=(), recipients=(CONSULATE,), trigger="asked")
    assert build_event([wanted]).title == "ARK makes a demand on BMR"


def test_who_is_to_resign_is_named_rather_than_the_state():
    minister = person("Dora Kell", "ARK")
    told = {"kind": EventType.RETREAT, "mode": "resign", "items": (), "recipients": ()}
    assert build_event([claim("CLD", actors=(minister,), **told)]).title == "Dora Kell resigns"


def test_a_body_named_by_one_word_is_told_with_its_state():
    police = Party("Police", "org:bmr-police", PartyKind.ORGANISATION, country="BMR", sector="COP")
    told = {"kind": EventType.ASSAULT, "items": (), "recipients": (), "trigger": "beating"}
    assert build_event([claim("CLD", actors=(police,), **told)]).title == "BMR's police attacks"


def test_who_is_told_in_one_claim_of_many_is_in_no_title():
    told = [claim("CLD", order=n) for n in range(5)]
    stray = claim("CLD", actors=("DRI",), order=5)
    event = build_event([*told, stray])
    assert event.title == "ARK sends troops to BMR"
    assert set(event.actors) == {"ARK", "DRI"}
    assert build_event([*told[:3], stray]).title == "ARK and DRI send troops to BMR"


def test_forces_that_any_claim_sends_to_help_somebody_are_aid_for_all():
    moved = [
        claim(teller, kind=EventType.MOBILIZE, recipients=(), trigger="deployment", order=i)
        for i, teller in enumerate(("CLD", "DRI"))
    ]
    sent = claim("ESO", trigger="sent", order=2)
    event = build_event([*moved, sent])
    assert (event.type, event.recipients) == (EventType.AID, ("BMR",))
    assert event.title == "ARK sends troops to BMR"
    assert build_event(moved).type is EventType.MOBILIZE
