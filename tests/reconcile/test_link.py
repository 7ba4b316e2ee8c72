"""Which claims are one event."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import article, city, claim, days, person, state
from onrecord.reconcile.compare import compare
from onrecord.reconcile.link import Constraints, link
from onrecord.reconcile.telling import telling_of, tellings_of
from onrecord.records import DeedVector, EventType, Stance, Status

DAY = date(2025, 3, 3)


def groups(*claims, constraints=None):
    found = link([telling_of(one) for one in claims], constraints)
    place = {one.id: i for i, one in enumerate(claims)}
    return sorted(sorted(place[one] for one in members) for members in found)


def test_one_deed_told_by_two_articles_in_other_words_is_one_event():
    first = claim("CLD", stance=Stance.ACCUSES, items=("ammunition",))
    second = claim("DRI", article="two", trigger="shipped", items=("ammunition",), day=date(2025, 3, 4))
    assert groups(first, second) == [[0, 1]]


def test_what_goes_one_way_and_what_comes_back_are_two_events():
    there = claim("CLD", items=("ammunition",))
    back = claim("CLD", actors=("BMR",), recipients=("ARK",), items=("fuel",), order=1)
    assert groups(there, back) == [[0], [1]]


def test_different_items_between_the_same_parties_are_two_events():
    assert groups(claim("CLD"), claim("CLD", items=("fuel",), article="two")) == [[0], [1]]


def test_arms_may_be_shells_but_are_no_troops():
    arms = claim("DRI", items=("weapons",), article="two")
    assert groups(claim("CLD", items=("ammunition",)), arms) == [[0, 1]]
    assert groups(claim("CLD", items=("troops",)), arms) == [[0], [1]]
    mixed = claim("DRI", items=("weapons", "missiles"), article="two")
    assert groups(claim("CLD", items=("troops",)), mixed) == [[0], [1]]


def test_a_demand_and_its_fulfilment_are_stages_of_one_event():
    told = {"kind": EventType.RETREAT, "mode": "withdraw", "items": (), "recipients": ()}
    wanted = claim("CLD", stance=Stance.DEMANDS, status=Status.DEMANDED, trigger="withdraw", **told)
    done = claim("ARK", article="two", day=date(2025, 3, 8), trigger="withdraw", **told)
    assert groups(wanted, done) == [[0, 1]]


def test_the_same_deed_a_year_later_is_another_event():
    later = claim("CLD", article="two", day=date(2026, 3, 3))
    assert groups(claim("CLD"), later) == [[0], [1]]


def test_what_went_on_for_years_is_less_likely_the_deed_of_one_week_than_that_of_another_who_tells_it():
    told = {"kind": EventType.MOBILIZE, "items": (), "recipients": ()}
    years = days(date(2023, 3, 1), date(2025, 3, 1))
    tests = telling_of(claim("CLD", trigger="tests", when=years, **told))
    again = telling_of(claim("DRI", trigger="tests", article="two", when=years, **told))
    launch = telling_of(
        claim("DRI", trigger="tests", article="two", when=days(date(2025, 2, 20), date(2025, 2, 26)), **told)
    )
    assert compare(tests, again).score > compare(tests, launch).score + 0.5


def test_attacks_in_two_towns_on_one_day_are_two_events():
    told = {"kind": EventType.ASSAULT, "items": (), "trigger": "shelled", "when": days(DAY)}
    first = claim("CLD", place=city("Northport", "BMR"), **told)
    second = claim("CLD", place=city("Southwell", "BMR"), article="two", **told)
    assert groups(first, second) == [[0], [1]]


def test_meetings_of_different_ministers_are_two_events():
    told = {"kind": EventType.CONSULT, "items": (), "recipients": (), "trigger": "met"}
    first = claim(actors=(person("Ana Brod", "ARK"), person("Carl Dorn", "BMR")), **told)
    second = claim(actors=(person("Ana Brod", "ARK"), person("Carl Dorn", "BMR")), article="two", **told)
    third = claim(actors=(person("Eve Falk", "ARK"), person("Gus Holm", "BMR")), article="three", **told)
    assert groups(first, second, third) == [[0, 1], [2]]


def test_a_claim_without_parties_joins_the_deed_of_its_own_article():
    full = claim("CLD", items=("ammunition",))
    bare = claim(
        "ARK",
        stance=Stance.DECLINES_TO_CONFIRM,
        actors=(),
        recipients=(),
        items=(),
        trigger="deliveries",
        sentence="Arkania would not confirm the deliveries.",
        order=1,
    )
    assert groups(full, bare) == [[0, 1]]


def test_deeds_of_one_article_that_share_neither_party_nor_word_stay_apart():
    told = {"kind": EventType.ASSAULT, "items": (), "actors": (), "recipients": ()}
    truck = claim("CLD", trigger="rammed", sentence="A truck rammed the gate of the consulate.", **told)
    raid = claim(
        "DRI", trigger="strikes", sentence="Air strikes hit a village a week before.", order=1, **told
    )
    assert groups(truck, raid) == [[0], [1]]


def test_a_noun_that_takes_up_a_deed_is_likelier_of_it_than_a_noun_that_brings_one_up():
    told = {"kind": EventType.ASSAULT, "items": (), "actors": (), "recipients": (), "order": 1}
    first = telling_of(
        claim("CLD", kind=EventType.ASSAULT, items=(), trigger="shelled", sentence="Arkania shelled a town.")
    )
    back = telling_of(
        claim("DRI", trigger="shelling", sentence="Driania condemned the heavy shelling.", **told)
    )
    anew = telling_of(claim("DRI", trigger="shelling", sentence="Driania spoke of heavy shelling.", **told))
    assert compare(first, back).probability > compare(first, anew).probability


@pytest.mark.parametrize("before", ["Arkania's", "Arkania’s", "its", "the Arkanians'"])
def test_a_noun_with_an_owner_takes_up_a_deed_of_the_owner_told_before(before):
    told = {"kind": EventType.MOBILIZE, "items": (), "recipients": (), "order": 1, "trigger": "deployment"}
    first = telling_of(claim("CLD", sentence="Arkania sent troops to Belmor."))
    back = telling_of(claim("DRI", sentence=f"Doria condemned {before} deployment.", **told))
    anew = telling_of(claim("DRI", sentence="Doria condemned a new deployment by Arkania.", **told))
    assert back.definite
    assert compare(first, back).probability > compare(first, anew).probability


def test_a_claim_without_parties_is_not_compared_with_other_articles():
    bare = claim("ARK", actors=(), recipients=(), article="two")
    assert groups(claim("CLD"), bare) == [[0], [1]]


QUAKE = "A strong tremor shook the island on Monday."
SEEN = DeedVector("eyes", bytes([90, 10, 10]))
SEEN_ELSEWHERE = DeedVector("eyes", bytes([10, 256 - 90, 10]))
ON_LOMAR = {"lomar": 0.8, "tremor": 0.6}


def quake(trigger, sentence=QUAKE, subject=ON_LOMAR, seen=SEEN, **told):
    """Return the telling of a deed that has no PLOVER type."""
    told = {"article": "one", "kind": None, "actors": (), "recipients": (), "items": ()} | told
    return telling_of(claim(trigger=trigger, sentence=sentence, **told), seen, subject)


def likely(left, right):
    return compare(left, right).probability


def test_deeds_without_a_type_that_look_alike_where_they_stand_are_likelier_one():
    first = quake("tremor")
    told = {"trigger": "jolt", "sentence": "The jolt was felt in Dorn.", "article": "two"}
    assert likely(first, quake(**told)) > 0.5
    assert likely(first, quake(**told)) > likely(first, quake(seen=None, **told)) + 0.2
    assert likely(first, quake(seen=SEEN_ELSEWHERE, **told)) < 0.05


def test_what_two_encoders_see_is_not_compared():
    first, told = quake("tremor"), {"trigger": "jolt", "sentence": "The jolt was felt.", "article": "two"}
    other = quake(seen=DeedVector("other eyes", SEEN.numbers), **told)
    assert likely(first, other) == likely(first, quake(seen=None, **told))


def test_like_deeds_of_articles_on_other_subjects_are_two_events():
    first, told = quake("tremor"), {"trigger": "tremor", "article": "two"}
    assert likely(first, quake(**told)) > 0.8
    assert likely(first, quake(subject={"tessel": 0.8, "school": 0.6}, **told)) < 0.2


def test_like_deeds_told_of_days_apart_are_two_events():
    first = quake("tremor", when=days(DAY))
    told = {"trigger": "tremor", "article": "two"}
    assert likely(first, quake(when=days(date(2025, 3, 4)), **told)) > 0.8
    assert likely(first, quake(when=days(date(2025, 2, 3)), **told)) < 0.3
    assert likely(first, quake(**told)) > 0.8
    long_ago = quake(when=days(date(2024, 9, 5)), **told)
    assert likely(quake("tremor"), long_ago) < likely(quake("tremor"), quake(**told)) - 0.05


def test_the_subject_of_a_deed_is_that_of_its_whole_article_where_that_is_at_hand():
    one, text = claim(), "Arkania sent troops to Belmor. A flood had cut the roads of Northport."
    assert "northport" in tellings_of([one], {}, {"one": article("one", text)})[one.id].subject
    alone = tellings_of([one], {}, {})[one.id]
    assert alone.subject == alone.topic


def typed(trigger, seen=SEEN, subject=ON_LOMAR, **told):
    """Return the telling of a deed that has a type and names nobody."""
    told = {"kind": EventType.ASSAULT, "items": (), "actors": (), "recipients": ()} | told
    sentence = f"The {trigger} of the harbour was told of."
    return telling_of(claim("CLD", trigger=trigger, sentence=sentence, **told), seen, subject)


def test_typed_deeds_that_look_alike_where_they_stand_are_likelier_one():
    first, other = typed("bombing"), {"trigger": "bombing", "article": "two"}
    assert likely(first, typed(**other)) > likely(first, typed(seen=None, **other))
    assert likely(first, typed(seen=SEEN_ELSEWHERE, **other)) < likely(first, typed(**other)) - 0.3
    assert likely(first, typed(subject={"tessel": 1.0}, **other)) < likely(first, typed(**other)) - 0.3


def test_deeds_in_which_nobody_is_named_meet_across_articles_by_words_used_alike():
    there, here = typed("bombing"), typed("bombing", article="two")
    assert len(link([there, here])) == 1
    assert len(link([there, typed("attack", article="two")])) == 2
    killed, died = (
        quake("killed", "It killed a fisherman."),
        quake("died", "A fisherman died.", article="two"),
    )
    assert len(link([killed, died])) == 1
    assert len(link([killed, quake("shook", "It shook the island.", article="two")])) == 2


def test_a_merge_joins_whole_groups():
    one, two = claim("CLD"), claim("CLD", items=("fuel",), article="two")
    merged = Constraints(merged=((one.id, two.id),))
    assert groups(one, two, constraints=merged) == [[0, 1]]


def test_an_official_acts_for_the_state():
    minister = claim("CLD", actors=(person("Ana Brod", "ARK"),), article="two")
    assert groups(claim("CLD", actors=(state("ARK"),)), minister) == [[0, 1]]


@settings(max_examples=40, deadline=None)
@given(st.permutations(range(6)))
def test_groups_do_not_depend_on_the_order_of_arrival(order):
    made = [
        claim("CLD"),
        claim("DRI", article="two", trigger="shipped"),
        claim("ESO", article="three", items=("fuel",)),
        claim("ESO", article="three", actors=("BMR",), recipients=("ARK",), order=1),
        claim("ARK", article="two", actors=(), recipients=(), trigger="deliveries", order=1,
              sentence="It denied the deliveries.", stance=Stance.DENIES),
        claim(article="four", day=date(2025, 3, 20)),
    ]  # fmt: skip
    tellings = [telling_of(one) for one in made]
    assert link([tellings[i] for i in order]) == link(tellings)
