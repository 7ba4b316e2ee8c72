"""What speaks for and against the parts of a claim."""

import pytest

from onrecord.reading.claims.probability import probability_of_part
from onrecord.reading.claims.signs import PARTS
from onrecord.records import Article
from onrecord.workflow.read import ReadingOptions, build_reader

pytestmark = pytest.mark.weights


@pytest.fixture(scope="module")
def reader():
    return build_reader(ReadingOptions(sure=0.0))


@pytest.fixture
def signs(reader):
    """Return a function from a text to the signs of its first claim."""
    return lambda text: reader.with_signs(Article("a", text))[0][1]


def test_every_part_that_is_told_has_signs(signs):
    said = signs("Norway said on Monday that Peru had shelled Mali.")
    assert list(said) == [part for part in PARTS if part != "voice"]
    assert list(signs("Peru shelled Mali on Monday.")) == ["voice", "deed", "status", "actors", "recipients"]
    assert list(signs('Norway said: "It was cold in the north."')) == ["attribution"]


def test_a_stance_told_inside_what_its_source_says_is_seen_too(signs):
    text = "The U.N. human rights office said it had verified the deaths of 43 civilians in Sudan."
    seen = signs(text)["attribution"]
    assert (seen["stance_confirms"], seen["seen"], seen["seen_source"], seen["seen_content"]) == (1, 1, 1, 1)
    assert probability_of_part("attribution", seen) > 0.5


def test_who_only_tells_of_anothers_stance_is_not_seen_to_take_it(signs):
    seen = signs("She said some people trapped under the tram were calling for help.")["attribution"]
    assert seen["seen"] == 0


def test_a_deed_the_encoder_sees_too_speaks_for_its_type(signs):
    seen = signs("Peru shelled Mali on Monday.")["deed"]
    assert seen["deed"] > 1
    assert seen["type"] > 1


def test_whom_the_encoder_sees_do_it_too_speaks_for_the_actor(signs):
    assert signs("Peru shelled Mali on Monday.")["actors"]["role"] > 0.5


def test_somebody_else_the_encoder_sees_do_it_is_a_rival(signs):
    alone = signs("Peru shelled Mali on Monday.")["actors"]["rival"]
    beside = signs("Peru shelled Mali on Monday as Chad shelled Togo.")["actors"]["rival"]
    assert beside > alone


def test_a_headline_at_the_head_of_an_article_is_told_by_its_looks(signs):
    headline = signs("Peru attacks Mali in the north")["voice"]
    assert (headline["opening"], headline["unended"], headline["present"]) == (1, 1, 1)
    sentence = signs("It was cold in the north. " * 10 + "Peru shelled Mali on Monday.")["voice"]
    assert (sentence["opening"], sentence["unended"], sentence["present"]) == (0, 0, 0)


def test_a_source_that_is_neither_people_nor_a_body_nor_a_writing_is_strange(signs):
    def strange(text):
        return signs(text)["attribution"]["strange"]

    assert strange('The pigeon said: "It was cold in the north."') == 1
    assert strange('The residents said: "It was cold in the north."') == 0
    assert strange('The statement said: "It was cold in the north."') == 0
    assert strange('They said: "It was cold in the north."') == 0


def test_every_sign_is_as_small_as_the_others(reader):
    text = (
        "Norway said on Monday that Peru had shelled Mali. Chad, it said, feared that Peru could attack it."
    )
    for _, signs in reader.with_signs(Article("a", text)):
        assert all(-2 < value < 2 for part in signs.values() for value in part.values())


def test_every_shipped_weight_of_a_part_is_of_a_sign(signs):
    found = signs("Norway said on Monday that Peru had shelled Mali.")
    voice = signs("Peru shelled Mali on Monday.")["voice"]
    for part, told in {**found, "voice": voice}.items():
        assert probability_of_part(part, told) is not None
        assert set(_weights(part)) == {*told, "always"}


def _weights(part):
    from onrecord.reading.claims import probability

    return probability._weights().parts[part]


def test_the_reasons_that_signs_ask_for_are_those_that_reading_gives():
    from pathlib import Path

    from onrecord.reading import parties
    from onrecord.reading.claims import signs

    root = Path(parties.__file__).parents[1]
    sources = "".join(path.read_text(encoding="utf-8") for path in root.rglob("*.py") if path.stem != "signs")
    assert all(f'"{how}"' in sources for how in signs._HOW.values())


def test_whose_turn_it_is_to_speak_is_not_asked_of_the_encoder(signs):
    asked = "QUESTION: Is it shut?\nMS. LIND: Peru shelled Mali on Monday.\n"
    assert "attribution" not in signs(f"{asked}QUESTION: And now?\nMS. LIND: That is all.\n")


@pytest.mark.parametrize(
    "text",
    ["Norway pledged four tanks to Mali.", "Mali has asked Norway for four tanks."],
)
def test_a_deed_told_by_the_word_that_promises_or_asks_for_it_is_sure(signs, text):
    found = signs(text)
    assert "status" not in found  # the encoder tells how the promise stands
    for part in ("deed", "actors", "recipients"):
        assert probability_of_part(part, found[part]) > 0.8


def test_who_gives_what_somebody_gets_is_sure(signs):
    found = signs("Mali received two ships from Norway.")
    for part in ("actors", "recipients"):
        assert probability_of_part(part, found[part]) > 0.8


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Norway exchanged fuel for shells with Libya.", "recipients"),
        ("Weapons from Chad reached Libya.", "actors"),
        ("Chad bought two ships from Libya.", "recipients"),
    ],
)
def test_those_who_part_with_a_thing_are_not_held_against_the_encoder(signs, text, part):
    assert signs(text)[part]["role"] == 0


def test_what_was_said_is_not_cut_where_the_speaker_follows_behind_by(signs):
    assert signs("Libya was promised gas by Chad.")["attribution"]["cut"] == 0


def test_a_refusal_is_the_outlets_word_though_the_encoder_sees_the_refuser_speak(signs):
    assert signs("Chad refused to send arms to Libya.")["voice"]["seen_said"] == 0


def test_what_armed_men_do_is_told_though_nobody_is_named(reader):
    text = "It was cold in the north. On Monday armed men attacked a courthouse."
    (claim,) = reader.read(Article("a", text))
    assert [party.name for party in claim.event.actors] == ["armed men"]


def test_a_harm_done_is_not_what_is_threatened(reader):
    text = "It was cold in the north. Iran vowed revenge for the killing of a general."
    acts = [claim.speech_act for claim in reader.read(Article("a", text))]
    assert [act.recipients for act in acts if act is not None] == [(), ()]
