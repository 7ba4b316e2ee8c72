"""How a deed stands by the words around it: goes on, is left open, asked for, or has not come about."""

import pytest

from onrecord.codebook import load_codebook
from onrecord.reading.events.status import Telling, read_telling
from onrecord.reading.parse import load_parser, parse
from onrecord.records import Article, Status

pytestmark = pytest.mark.weights


def telling(text: str, word: str, light: str | None = None) -> Telling:
    """Return how the deed stands that a word names, with the verb it leans on."""
    doc = parse(load_parser(), Article("a", text))
    at = {token.text: token for token in doc}
    return read_telling(at[word], at[light] if light else None, load_codebook().modality)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Peru said smoke drifted over from the war between Chad and Libya, now in its third month.", "war"),
        ("Shots came from the fighting between Chad and Libya, already in its fifth day.", "fighting"),
        ("The siege, which is entering its fifth week, has emptied the shops, Peru said.", "siege"),
        ("The strike, entering its ninth day, has closed the ports.", "strike"),
    ],
)
def test_a_deed_goes_on_that_is_counted_in_days_behind_its_parties(text, word):
    assert telling(text, word).status is Status.ONGOING


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Rebels holding nine sailors have freed one of them, Peru said.", Status.ONGOING),
        ("Rebels holding nine sailors freed one of them in May, Peru said.", Status.HAPPENED),
    ],
)
def test_captives_are_still_held_by_those_who_hold_them_as_they_act(text, status):
    assert telling(text, "holding").status is status


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("He would not say when the pact would be signed, or whether it would be.", "signed", "possible"),
        ("Chad would not say if or when it would attack Libya.", "attack", "possible"),
        ("Chad would not say when or if it would attack Libya.", "attack", "possible"),
        ("Chad did not say if it would attack Libya.", "attack", "possible"),
        ("It is not clear if Chad attacked Libya.", "attacked", "possible"),
        ("Chad would not say when it would attack Libya.", "attack", "planned"),
        ("Chad will attack Libya if Norway leaves.", "attack", "conditional"),
        ("Chad said it would attack Libya if Norway left.", "attack", "conditional"),
    ],
)
def test_a_deed_is_open_of_which_nobody_says_if_it_will_be_done(text, word, status):
    assert telling(text, word).status is Status(status)


@pytest.mark.parametrize(
    ("text", "word", "negated"),
    [
        ("A union said the envoy had been warned not to meet the president.", "meet", True),
        ("A union said the drivers were warned against meeting the president.", "meeting", True),
        ("Villagers were warned to leave their homes.", "leave", False),
    ],
)
def test_what_somebody_is_warned_to_do_or_to_leave_is_demanded(text, word, negated):
    told = telling(text, word)
    assert (told.status, told.negated) == (Status.DEMANDED, negated)


@pytest.mark.parametrize(
    ("text", "word", "light"),
    [
        ("Talks, announced in May, could not open while guards were held.", "Talks", "announced"),
        ("Talks planned for May could not begin, Chad said.", "Talks", "planned"),
    ],
)
def test_talks_that_were_announced_and_cannot_begin_have_not_been_held(text, word, light):
    told = telling(text, word, light)
    assert (told.status, told.negated) == (Status.POSSIBLE, True)


def test_what_was_announced_and_did_harm_has_been_done():
    assert telling("Sanctions announced in May have hurt Libya.", "Sanctions", "announced").status is (
        Status.HAPPENED
    )


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The army had been shelling the suburbs for a week before the truce, a doctor said.", "happened"),
        ("The army had been shelling the suburbs until the envoy came, a doctor said.", "happened"),
        ("The army has been shelling the suburbs for a week, a doctor said.", "ongoing"),
    ],
)
def test_what_had_been_going_on_before_something_else_is_over(text, status):
    assert telling(text, "shelling").status is Status(status)


def test_what_others_stay_away_until_is_to_come():
    text = "The talks would stay suspended until the three were freed, he added."
    assert telling(text, "freed").status is Status.PLANNED


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The men would be freed if the army stopped its raids, he said.", "conditional"),
        ("The army will stop its raids on Monday.", "planned"),
        ("The army stopped its raids on Monday.", "happened"),
    ],
)
def test_raids_that_may_be_stopped_are_not_yet_over(text, status):
    told = telling(text, "raids")
    assert (told.status, told.negated) == (Status(status), True)


def test_what_is_only_a_matter_of_time_has_not_been_done():
    told = telling("He said it was only a matter of time before another line was cut.", "cut")
    assert told.status is Status.POSSIBLE


def test_who_has_been_missing_since_a_raid_is_so_still():
    text = "The army looked for six soldiers missing since an ambush near Kolda."
    assert telling(text, "missing").status is Status.ONGOING
