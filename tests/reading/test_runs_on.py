"""Where a headline or caption runs into the text, on lines of our own."""

import pytest

from onrecord.reading.runs_on import find_run_ons


@pytest.mark.parametrize(
    ("head", "text"),
    [
        ('Bo Lind: "We are ready to talk"', "The government said it was sinking ships."),
        ('Bo Lind: "We are ready to talk"', "The US has said it is sinking ships."),
        ("Envoys speak of help for Norland", "The head of the fleet said ships were sunk."),
        ("Stars raise millions for Norland", "More than 100 singers took part."),
        ("It was the worst day under the old rule", "Activists say 100 people died."),
        ("Tents are sent for those who fled", "In Norland, easing the queues came first."),
        ("Rebel chief told men to sink Norland Ferries", "THE raid in the strait comes after a warning."),
        ("A THIRD OF THE WORLD", "More than 2,000 people in 24 countries are ill."),
    ],
)
def test_a_sentence_begins_where_a_head_runs_into_it(head, text):
    assert find_run_ons(f"{head} {text}") == (len(head) + 1,)


@pytest.mark.parametrize(
    "text",
    [
        'She called the plan "dead." The envoy left.',
        "He wrote for The Herald and sang in The Old House.",
        "The band played Born In Norland, a song of the war.",
        "Norland State Police said the road was shut.",
        "They saw Over The hills again.",
        "He called it THE best day and said this was THE one thing he wanted.",
    ],
)
def test_a_capital_within_a_sentence_begins_none(text):
    assert find_run_ons(text) == ()
