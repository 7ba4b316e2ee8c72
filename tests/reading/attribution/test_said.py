"""The day a source spoke, on sentences of our own."""

from datetime import date

import pytest

from attributed import attributions_in
from onrecord.reading.layers import spans_of
from onrecord.records import Article

pytestmark = pytest.mark.weights

THURSDAY = date(2024, 11, 7)


def days(text):
    """Return the day of speaking of each attribution, and whether it was inferred."""
    _, found = attributions_in(Article(id="row", text=text, published=THURSDAY))
    return [one.said and (one.said.start.isoformat(), one.said.inferred is not None) for one in found]


def test_where_no_day_is_told_none_is_guessed_from_the_publication():
    assert days("Estonia said the ship had left.") == [None]


def test_a_speech_of_tuesday_goes_on_on_tuesday():
    text = "Estonia said on Tuesday that the ship had left.\nEstonia added that its crew was safe."
    assert days(text) == [("2024-11-05", False), ("2024-11-05", True)]


def test_another_source_does_not_take_over_the_day():
    text = "Estonia said on Tuesday that the ship had left.\nLatvia said its crew was safe."
    assert days(text) == [("2024-11-05", False), None]


def test_after_a_speech_of_long_ago_no_day_is_inferred_for_its_speaker():
    text = "Estonia said in May that the ship had left.\nEstonia added that its crew was safe."
    assert days(text)[1] is None


@pytest.mark.parametrize(
    "text",
    [
        "Estonia repeatedly said the ship had left.",
        "Estonia says the ship has left.",
        "Estonia had said the ship had left when it met the envoys.",
    ],
)
def test_what_was_said_on_another_day_is_not_said_that_tuesday(text):
    assert days(f"Estonia said on Tuesday that all was well.\n{text}")[1] is None


@pytest.mark.parametrize(
    "text",
    [
        "On Wednesday the port closed.\nEstonia said its crew was safe.",
        "Estonia said then that its crew was safe.",
    ],
)
def test_a_speech_ends_where_another_day_is_told(text):
    assert days(f"Estonia said on Tuesday that all was well.\n{text}")[1] is None


def test_what_somebody_had_said_before_gives_no_day_to_what_he_says_now():
    text = "Estonia had denied on Tuesday that the ship had left.\nEstonia said its crew was safe."
    assert days(text) == [("2024-11-05", False), None]


def test_what_somebody_said_in_passing_on_another_day_gives_no_day_to_what_he_says_now():
    text = (
        "Ana Lind, who on Tuesday denied that the ship had left, took back her words.\nAna Lind said it had."
    )
    assert days(text)[0] == ("2024-11-05", False)
    assert days(text)[-1] is None


def test_a_day_between_a_denial_and_what_is_denied_is_the_day_of_speaking():
    doc, found = attributions_in(Article("row", "Estonia denied on Tuesday sinking it.", published=THURSDAY))
    assert [one.said and one.said.start.isoformat() for one in found] == ["2024-11-05"]
    assert [span.text for one in found for span in spans_of(doc, one.content)] == ["sinking it"]


@pytest.mark.parametrize(
    "text",
    [
        "Estonia said on Tuesday it would leave.",
        "The crew that took the ship on Monday said on Tuesday it would leave.",
        "Estonia announced Tuesday it would leave.",
    ],
)
def test_a_day_between_a_verb_and_what_is_said_is_the_day_of_speaking(text):
    assert days(text) == [("2024-11-05", False)]


def test_a_day_in_the_name_of_a_paper_is_no_day():
    assert days("Estonia told USA Today that all was well.") == [None]


def test_a_day_of_what_was_done_is_no_day_of_what_is_said_now():
    assert days("On Tuesday Estonia signed one pact, and says it will sign another.") == [None]


def test_the_day_of_what_came_after_is_not_the_day_of_speaking():
    text = "On Tuesday Estonia left the pact after Latvia claimed that a judge was unfit."
    assert days(text) == [None]


def test_whose_day_a_vote_was_is_not_the_day_of_speaking():
    assert days("While Latvia welcomed Tuesday's vote, Estonia warned of unrest.") == [None, None]


@pytest.mark.parametrize(
    "text",
    [
        "While Estonia previously said nobody was hurt, the ministry added five ships on Tuesday.",
        "While many sailors supported the mayor's plan, the raids on Tuesday in Tartu made others leave.",
        "Finland met the envoys on Tuesday, but Estonia promised action of its own.",
        "While reporters were driven to the port on Tuesday, several sources say that two ships had left.",
        "The navy had been expecting raids on Tuesday.",
        "Estonia has ordered an inquiry into Tuesday's fire to find out who was to blame.",
        "The ship was due next week, though Estonia has not confirmed the date.",
        "An Interpol report obtained by Reuters on Tuesday warned against its use.",
        "A study seen by the agency late on Tuesday warned against its use.",
        "Estonia has warned of more raids, although there is no sign of a raid today.",
        "Estonia put the number of injured at seven, two more than Finland had counted on Tuesday.",
        "Estonia denied any raid carried out on Tuesday.",
        "A day after Estonia met Finland and agreed to send a ship the crews went home.",
    ],
)
def test_the_day_of_what_others_did_is_not_the_day_of_speaking(text):
    assert days(text) == [None] * len(days(text)) != []


@pytest.mark.parametrize(
    "text",
    [
        "On Tuesday the crews went home and Estonia said the ship had left.",
        "On Tuesday the navy met the crews, though Estonia denied that the ship had left.",
        "The minister met the crews on Tuesday and said the ship had left.",
        "The minister on Tuesday extended the ban, as she pledged to help the crews.",
        "In a message posted by the crews on Tuesday, Estonia said the ship had left.",
        "When she met the crews on Tuesday, the minister said the ship had left.",
    ],
)
def test_a_day_told_of_all_that_a_sentence_tells_is_the_day_of_speaking(text):
    assert ("2024-11-05", False) in days(text)


def test_when_another_spoke_is_not_when_his_words_are_echoed():
    text = "Vice-presidential nominee Ana Lind echoed statements by Harbour Party nominee Bo Berg last week "
    assert days(f"{text}that those who question the police demean them.")[0] is None
