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
        (
            "Hart says the blaze at the mill was 'no accident.'",
            "Mayor Ada Hart said late on Friday, in front of reporters, that the blaze in the mill by the "
            "river had been no accident.",
        ),
        (
            "Railing Against Rival, Hart Vows To End Tolls Paid By Ferry Owners.",
            "Mayor Ada Hart said on Friday that she wants to strike four paragraphs of the law on how "
            "boats are taxed.",
        ),
        (
            "Norland leader's visit to Peru marks a turn.",
            "Ada Hart visited Peru on Friday as the first head of the northern isles who had been there "
            "for twenty years, two of whom were spent in a camp.",
        ),
        (
            "Ferry is moored as divers say they think it was going far too fast when it hit the old quay in "
            "Lier",
            "Divers said the ship had gone at a far higher speed than is allowed so near the town, where "
            "boats of all kinds cross the strait.",
        ),
        (
            "Footage shows the quay.\n\nBo Lind's wife pleads for his release.",
            "LIER - The wife of a man held by the coastguard pleaded with officers on Friday to let him "
            "go, as footage of the quay shows.",
        ),
    ],
)
def test_a_headline_gives_way_to_a_lead_that_tells_it_in_other_words(claims, headline, lead):
    assert not [c for c in claims(f"{headline}\n\n{lead}") if c.evidence[0].start == 0]
    assert len(claims(f"{headline}\n\n{lead}")) > 0


def test_a_first_sentence_is_no_headline(claims):
    lead = "The army killed 20 people in an attack on a market."
    told = claims(f"{lead}\n\nThe army killed 20 people in the market attack, the president said.")
    assert [c for c in told if c.evidence[0].start == 0]


def test_a_short_lead_in_the_past_is_no_headline(claims):
    lead = "Ada Hart said Chile sent shells to Peru."
    after = (
        "The mayor of Dornport, who met reporters at the quay on Friday, had no more to tell them, she said."
    )
    told = claims(f"{lead}\n\n{after}\n\nAda Hart said Chile sent shells to Peru by ship.")
    assert [c for c in told if c.evidence[0].start == 0]


def test_a_headline_that_the_body_does_not_tell_is_told(claims):
    text = (
        "Peru condemns the raid on Dornport.\n\nChile said on Friday that it had sent two ships to the "
        "northern isles, where a gale had cut the cables to the harbour."
    )
    assert [c for c in claims(text) if c.stance == "condemns"]


def test_a_caption_gives_way_to_whoever_tells_it_in_the_body(claims):
    caption = 'A Peruvian court sentenced Ada Hart to three years in prison for "insults," one of many cases'
    body = "A Peruvian court sentenced Ada Hart to three years in prison for insults, her lawyer said."
    told = claims(f"Two men left.\n{caption}\n{body}\nTwo men left.")
    assert [c.stance for c in told if c.event and c.event.trigger.text == "sentenced"] == ["says"]


def test_a_heading_gives_way_to_the_body_that_takes_its_stance_in_its_words(claims):
    body = '"The town vows to help all owners of ferries in these bad times," Hart said.'
    told = claims(f"Two men left.\nMayor vows to help ferry owners\n{body}\nThe men sailed.")
    assert not [c for c in told if c.evidence[0].text.startswith("Mayor")]
    apart = claims("Two men left.\nMayor vows to help ferry owners\nAda Hart said the town was safe.")
    assert [c for c in apart if c.evidence[0].text.startswith("Mayor")]


def test_a_heading_is_told_where_the_body_tells_the_deed_of_another(claims):
    heading = 'A Peruvian court sentenced Ada Hart to three years in prison for "insults," one of many cases'
    body = "A Peruvian court sentenced Bo Lind to three years in prison for theft, his lawyer said."
    told = claims(f"Two men left.\n{heading}\n{body}\nTwo men left.")
    assert len([c for c in told if c.event and c.event.trigger.text == "sentenced"]) == 2


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
