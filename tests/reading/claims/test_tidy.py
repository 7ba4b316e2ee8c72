"""What an article says twice is one claim, in our own sentences."""

import pytest

from onrecord.codebook import load_codebook
from onrecord.records import Article

pytestmark = pytest.mark.weights


@pytest.fixture(scope="module")
def claims():
    """Return a function from a text to its claims, read by rules alone."""
    from onrecord.reading.reader import Reader

    reader = Reader(load_codebook())
    return lambda text, title=None: reader.read(Article(id="a", text=text, title=title))


def test_a_headline_that_runs_into_the_text_gives_way_to_it(claims):
    text = "Chile asks Peru for fuel The Chilean cabinet met on Monday.\nChile asked Peru for fuel on Friday."
    assert not [c for c in claims(text) if c.evidence[0].start == 0]


def test_a_headline_that_runs_into_the_text_is_told_where_the_text_does_not(claims):
    (claim,) = claims("Chile sent Peru fuel on Monday The Chilean government met.\nIt was cold.")
    assert claim.event.trigger.text == "sent"


@pytest.mark.parametrize(
    ("headline", "lead"),
    [
        (
            "Army Kills 20 In Market Attack.",
            "At least 20 people were killed when the army attacked a market.",
        ),
        (
            "President condemns killing of reporter",
            "President Ada Lind has condemned the killing of a reporter.",
        ),
        ("Lind Calls On Hart To Quit Race.", "The mayor called on Ada Hart to quit the race."),
    ],
)
def test_a_headline_gives_way_to_a_lead_that_tells_it_in_other_words(claims, headline, lead):
    assert not [c for c in claims(f"{headline}\n\n{lead}") if c.evidence[0].start == 0]
    assert len(claims(f"{headline}\n\n{lead}")) > 0


def test_a_first_sentence_is_no_headline(claims):
    lead = "The army killed 20 people in an attack on a market."
    told = claims(f"{lead}\n\nThe army killed 20 people in the market attack, the president said.")
    assert [c for c in told if c.evidence[0].start == 0]


def test_a_sentence_that_stands_twice_is_told_once_with_both_places(claims):
    sentence = "The generals are very angry, a spokesman for Peru said on Monday"
    text = f"{sentence}.\nThe men met.\n{sentence}\nIt was cold."
    (claim,) = claims(text)
    assert [span.start for span in claim.evidence] == [0, text.rindex("The generals")]


def test_an_answer_to_what_was_said_twice_names_the_claim_with_both_places(claims):
    told = "Bolivia said Chile sent shells to Peru."
    first, denial = claims(f"{told} It was cold. {told} Chile denied it.")
    assert len(first.evidence) == 2
    assert denial.about == first.id


def test_an_answer_to_a_headline_names_the_claim_of_the_body(claims):
    headline = "Bolivia said Chile sent shells to Peru"
    text = f"{headline}\n\nChile denied it. Bolivia said Chile sent shells to Peru on Monday."
    denial, told = claims(text, headline)
    assert (denial.stance, told.stance) == ("denies", "says")
    assert denial.about == told.id


def test_what_was_told_within_a_repeat_is_within_the_claim_that_is_kept(claims):
    told = "Bolivia said Chile sent shells to Peru"
    first, *_, inner = claims(f"{told}. It was cold. {told} and that Norway denied that it lost a ship.")
    assert inner.stance == "denies"
    assert inner.within == first.id
