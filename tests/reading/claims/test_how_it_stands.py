"""How deeds stand, whose they are and what is counted, in claims of short texts by rules alone."""

import pytest

from onrecord.codebook import load_codebook
from onrecord.reading.reader import Reader
from onrecord.records import Article, Claim, EventType, Stance

pytestmark = pytest.mark.weights


@pytest.fixture(scope="module")
def claims():
    reader = Reader(load_codebook())
    return lambda text: reader.read(Article("a", text))


def of_type(told: tuple[Claim, ...], type_: EventType | None) -> Claim:
    (claim,) = (c for c in told if c.event is not None and c.event.type is type_)
    return claim


@pytest.mark.parametrize(
    "text",
    [
        "Inspectors went to plants which were not bombed, Norway said.",
        "Aid workers reached 40 towns that were not shelled, Norway said.",
    ],
)
def test_a_clause_that_only_tells_which_places_are_meant_is_no_claim_that_nobody_struck(claims, text):
    types = {c.event.type for c in claims(text) if c.event is not None}
    assert EventType.ASSAULT not in types


def test_hostages_who_were_not_freed_are_told_of(claims):
    told = claims("Norway said it had met the wives of hostages who had not been freed.")
    assert of_type(told, EventType.RETREAT).event.negated


def test_a_charge_is_not_of_what_others_did_who_are_told_of_in_passing(claims):
    text = (
        "Peru accused Chile of moving troops onto a hill after the departure of Fijian peacekeepers who had "
        "kept the two armies apart."
    )
    told = claims(text)
    assert of_type(told, EventType.MOBILIZE).stance is Stance.ACCUSES
    kept = of_type(told, EventType.AID)
    assert (kept.stance, kept.event.items) == (Stance.SAYS, ())
    assert [(p.country, p.sector) for p in kept.event.actors] == [("FJI", "MIL")]


@pytest.mark.parametrize(
    ("text", "type_", "whom"),
    [
        ("Norway restored U.N. sanctions on Kenya in May.", EventType.SANCTION, ["KEN"]),
        ("Norway, which reimposed U.N. sanctions in May, is glad.", EventType.SANCTION, []),
        ("Norway lifted EU sanctions on Kenya in May.", EventType.CONCEDE, ["KEN"]),
    ],
)
def test_sanctions_of_a_union_are_the_deed_of_who_puts_them_in_force_or_ends_them(claims, text, type_, whom):
    (claim,) = (c for c in claims(text) if c.event is not None)
    assert claim.event.type is type_
    assert [p.id for p in claim.event.actors] == ["NOR"]
    assert [p.id for p in claim.event.recipients] == whom
    assert claim.event.place is None


def test_an_arms_embargo_that_somebody_breaks_is_no_sanction(claims):
    told = claims("Norway said Peru broke a U.N. arms embargo on Kenya.")
    assert EventType.SANCTION not in {c.event.type for c in told if c.event is not None}


def test_who_links_an_attack_to_somebody_accuses_him(claims):
    (claim,) = claims("The interior ministry of Kenya has linked the raid to Libyan rebels.")
    assert (claim.stance, claim.event.type) == (Stance.ACCUSES, EventType.ASSAULT)
    assert [p.country or p.of for p in claim.event.actors] == ["LBY"]
    assert claim.event.recipients == ()
    assert claims("Norway linked its aid to reforms in Kenya.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Nine guards were shot dead in Lima, Peru said. Norway put the total of injured at 310.",
        "Nine guards were shot dead in Lima, Peru said. Norway put the number of missing at 12.",
    ],
)
def test_a_number_of_the_injured_or_missing_is_none_of_the_dead(claims, text):
    told = [c for c in claims(text) if c.stance is Stance.ESTIMATES]
    assert all(c.event is None or c.event.trigger.text != "shot dead" for c in told)


def test_the_number_of_the_hurt_is_told_apart_from_that_of_the_dead(claims):
    told = claims("Kenya said 41 of its soldiers were killed and more than 160 hurt in a raid on Monday.")
    counts = {c.event.trigger.text: [f.low for f in c.event.figures] for c in told}
    assert counts["killed"] == [41]
    assert counts["hurt"] == [160]
    assert [c.event.recipients for c in told if c.event.trigger.text == "hurt"] == [()]


def test_a_deed_that_is_the_work_of_somebody_is_his(claims):
    (claim,) = claims("Norway said the bombing of the market was the work of Kenyan agents.")
    assert [p.country or p.of for p in claim.event.actors] == ["KEN"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Fiji, whose peacekeepers left the hills on Monday, was glad.", [("FJI", "MIL")]),
        ("Fiji, whose drones hit two villages on Monday, was glad.", [("FJI", "MIL")]),
    ],
)
def test_a_state_acts_whose_forces_and_arms_a_clause_tells_of(claims, text, who):
    (claim,) = claims(text)
    assert [(p.id, p.sector) for p in claim.event.actors] == who
    assert claim.event.recipients == ()


def test_soldiers_freed_one_by_one_are_no_state_and_a_faction_acts_for_its_group(claims):
    text = "LIMA, Peru, May 2 - A faction of the ELN freed two of the four soldiers it had held since March."
    freed = of_type(claims(text), EventType.RETREAT).event
    assert [p.id for p in freed.actors] == ["group:eln"]
    assert [p.name for p in freed.recipients] == ["four soldiers"]


def test_what_a_faction_is_told_to_hold_is_not_held_by_who_tells_it(claims):
    told = claims(
        "A faction of the ELN freed two of the nine men it had held since March, the Red Cross said."
    )
    assert all("org:icrc" not in [p.id for p in c.event.actors] for c in told)


def test_a_number_of_others_leaves_out_whom_the_deed_before_was_done_to(claims):
    text = "Kenya said 21 officers were injured on Saturday. Norway put the number of hurt marchers at 300."
    (claim,) = (c for c in claims(text) if c.stance is Stance.ESTIMATES)
    assert claim.event.recipients == ()
    assert [f.best for f in claim.event.figures] == [300]


def test_drones_sent_somewhere_attack_nobody(claims):
    types = [c.event.type for c in claims("Norway has sent a frigate and drones to the Baltic.")]
    assert EventType.ASSAULT not in types


def test_who_says_that_there_is_no_proof_denies_nothing_told_in_the_same_sentence(claims):
    text = "Norway, which has sent drones to Kenya, says it has no proof that Peru ordered the raid."
    assert Stance.DENIES not in {c.stance for c in claims(text)}
