"""What is folded to one origin, and the copies behind it."""

from dataclasses import replace
from datetime import date

import pytest

from builders import article, claim, figure, ministry, person, unnamed
from onrecord.reconcile.build import build_event
from onrecord.reconcile.canonical import canonical_ids, with_canonical_ids
from onrecord.reconcile.copies import copies_among
from onrecord.reconcile.parties import outlet_of, root_of
from onrecord.reconcile.press import Press, press_of
from onrecord.records import Party, PartyKind, Side, Stance

TEXT = " ".join(f"The {i}th convoy crossed the river bridge near the old mill." for i in range(30))


def test_a_copied_article_is_found_and_named_after_the_first():
    found = copies_among(
        [
            article("later", TEXT + " Additional reporting by our desk.", date(2025, 3, 4)),
            article("first", TEXT, date(2025, 3, 3)),
            article("other", "Nothing in common with any of the other articles at all.", date(2025, 3, 3)),
        ]
    )
    assert found == {"later": "first"}


def test_an_outlet_that_copies_is_the_outlet_it_copies():
    made = (claim(article="first"), claim(article="later", outlet="The Dawn"))
    press = Press({"later": "first"}, {"later": "outlet:The Harbour Post"})
    (group,) = build_event(made, press=press).origin_groups
    assert group.origin == "outlet:The Harbour Post"
    assert "copied text: later" in group.because


def test_outlets_that_credit_one_agency_are_that_agency():
    made = (
        claim(article="one", outlet="The Dawn"),
        claim(article="two"),
        claim(article="three", outlet="AP"),
    )
    credited = (
        article("one", TEXT, outlet="The Dawn", credit="Associated Press"),
        article("two", "Belmor has got troops.", outlet="The Harbour Post", credit="AP"),
        article("three", "Troops have gone.", outlet="AP"),
    )
    (group,) = build_event(made, press=press_of(credited)).origin_groups
    assert group.origin == "outlet:Associated Press"
    assert group.because == "credited or copied by 2 outlets"


def test_copies_are_told_by_the_agency_that_one_of_them_credits():
    found = press_of(
        [
            article("first", TEXT, date(2025, 3, 3), outlet="The Dawn"),
            article("later", TEXT, date(2025, 3, 3), outlet="The Harbour Post", credit="Reuters"),
        ]
    )
    assert found.tellers == {"first": "outlet:Reuters", "later": "outlet:Reuters"}


@pytest.mark.parametrize("credit", ["Reuters, AFP", "AP (contributed)", None])
def test_an_outlet_that_no_single_agency_stands_behind_speaks_for_itself(credit):
    found = press_of([article("one", TEXT, outlet="The Dawn", credit=credit)])
    assert found.tellers == {"one": "outlet:The Dawn"}


def test_an_address_and_a_name_are_one_outlet():
    assert outlet_of(article("one", TEXT, outlet="www.reuters.com")) == "outlet:Reuters"


def test_a_cited_outlet_vouches_no_more_than_its_own_report():
    cited = Party("Reuters", "org:reuters", PartyKind.ORGANISATION, sector="MED")
    made = (claim(cited, outlet="The Dawn"), claim(article="two", outlet="Reuters"))
    event = build_event(made)
    assert [group.origin for group in event.origin_groups] == ["outlet:Reuters"]
    assert "cited by 1 outlet" in event.origin_groups[0].because
    assert (event.standing_rule, event.origins) == ("outlet-only", 1)


def test_an_outlet_is_not_the_voice_of_the_state_it_is_at_home_in():
    private = Party("CNN", "org:cnn", PartyKind.ORGANISATION, "USA", "MED")
    states = Party("TASS", "org:tass", PartyKind.ORGANISATION, "RUS", "MED", of="RUS")
    told_so = Party("state television", "org:rus-state-television", PartyKind.ORGANISATION, "RUS", "MED")
    assert [root_of(one) for one in (private, states, told_so)] == ["org:cnn", "RUS", "RUS"]


def test_unnamed_sources_of_two_articles_are_two_voices():
    made = (claim(unnamed("a Western official")), claim(unnamed("a Western official"), article="two"))
    assert len(build_event(made).origin_groups) == 2


def test_unnamed_sources_with_the_same_words_are_one_voice():
    words = "Arkania sent troops to Belmor in the night by three roads and two bridges"
    made = (
        claim(unnamed("a Western official"), sentence=words),
        claim(unnamed("a Western official"), sentence=words, article="two", outlet="The Dawn"),
    )
    assert len(build_event(made).origin_groups) == 1


def test_an_outlet_is_not_told_as_carrier_of_what_it_heard_itself():
    cnn = Party("CNN", "org:cnn", PartyKind.ORGANISATION, "USA", "MED")
    (group,) = build_event([claim("CLD", via=(cnn,), outlet="edition.cnn.com")]).origin_groups
    assert "carried" not in group.because


def test_the_folding_is_shown():
    made = (claim(ministry("CLD")), claim(person("Ana Brod", "CLD"), article="two", outlet="The Dawn"))
    (origin,) = build_event(made).origin_groups
    assert origin.claims == tuple(one.id for one in sorted(made, key=lambda c: c.article.id))
    assert "2 bodies or officials" in origin.because
    assert "2 outlets" in origin.because


def test_a_surname_and_two_spellings_are_one_person_of_a_state():
    people = [person("Ivan Dorskyy", "CLD"), person("Dorsky", "CLD"), person("Ivan Dorsky", "CLD")]
    assert {same.other for same in canonical_ids(people)} == {"person:dorsky", "person:ivan-dorsky"}


def test_a_surname_that_fits_two_people_is_folded_into_neither():
    people = [person("Ana Brod", "CLD"), person("Carl Brod", "CLD"), person("Brod", "CLD")]
    assert canonical_ids(people) == ()


def test_people_of_two_states_are_not_one():
    assert canonical_ids([person("Ana Brod", "CLD"), person("Brod", "DRI")]) == ()


def test_an_official_told_without_a_state_speaks_for_the_one_another_article_tells():
    full = claim(person("Ana Brod", "CLD"))
    bare = claim(person("Ana Brod"), article="two")
    named, _ = with_canonical_ids([full, bare])
    assert {one.sources[0].country for one in named} == {"CLD"}


def test_sides_are_told_by_the_part_in_the_event():
    made = (
        claim("ARK"),
        claim("BMR", article="two"),
        claim("CLD", article="three"),
        claim(article="four", outlet="The Dawn"),
    )
    sides = {voice.party: voice.side for voice in build_event(made).voices}
    assert sides == {
        "ARK": Side.ACTOR,
        "BMR": Side.RECIPIENT,
        "CLD": Side.THIRD_PARTY,
        "outlet:The Dawn": Side.OUTLET,
    }


def test_a_newer_answer_supersedes_an_older_one_but_not_a_demand():
    made = (
        claim("CLD", stance=Stance.SAYS),
        claim("CLD", stance=Stance.DEMANDS, order=1),
        claim("CLD", stance=Stance.DENIES, article="two", day=date(2025, 3, 9)),
    )
    latest = {voice.stance: voice.latest for voice in build_event(made).voices}
    assert latest == {Stance.SAYS: False, Stance.DEMANDS: True, Stance.DENIES: True}


def test_who_has_not_spoken_is_listed():
    assert build_event([claim("CLD"), claim("ARK", stance=Stance.SILENT, order=1)]).silent == ("ARK", "BMR")


def test_who_no_longer_holds_an_office_speaks_for_himself():
    minister = replace(person("Dora Kell", "ARK"), role="foreign minister")
    former = replace(minister, sector=None, role="former foreign minister")
    assert [root_of(one) for one in (minister, former)] == ["ARK", "person:dora-kell"]


def test_two_who_share_a_claim_are_not_two_of_one_side():
    found = build_event([claim("CLD", "DRI", stance=Stance.CONFIRMS)]).origin_groups
    assert [(group.origin, group.because) for group in found] == [
        ("CLD", "one speaker"),
        ("DRI", "one speaker"),
    ]


def test_a_number_that_several_give_together_is_one_change():
    event = build_event([claim("CLD", "DRI", "ESO", figures=(figure(9000),))])
    told = [change.to for change in event.history if change.field == "numbers"]
    assert told == ["9,000 soldiers"]
