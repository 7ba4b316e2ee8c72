"""Whose count or view frames a clause, on sentences of our own."""

import pytest

from attributed import attributions_in, vocabulary
from onrecord.reading.attribution.framing import framed_spans
from onrecord.reading.layers import spans_of
from onrecord.reading.parse import load_parser, parse
from onrecord.records import Article

pytestmark = pytest.mark.weights


def framed(text):
    """Return (stance, source, content) of each attribution of a text, as written."""
    doc, found = attributions_in(Article(id="row", text=text))
    return [
        (
            a.stance.value,
            " ".join(s.text for s in spans_of(doc, a.source_tokens)),
            " … ".join(s.text for s in spans_of(doc, a.content)),
        )
        for a in found
    ]


@pytest.mark.parametrize(
    ("text", "stance", "source", "content"),
    [
        (
            "The army has lost nine lorries since May, by the count of the Arden Institute.",
            "estimates",
            "the Arden Institute",
            "The army has lost nine lorries since May",
        ),
        (
            "By the tally of the monitors the truce was broken 11 times.",
            "estimates",
            "the monitors",
            "the truce was broken 11 times",
        ),
        (
            "By the ministry's own count, 40 shells hit the town.",
            "estimates",
            "the ministry",
            "40 shells hit the town",
        ),
        (
            "Police have arrested eighty people, by their own account.",
            "says",
            "their",
            "Police have arrested eighty people",
        ),
        (
            "The two raids are linked, in the view of analysts at the bank.",
            "says",
            "analysts at the bank",
            "The two raids are linked",
        ),
        (
            "By its own admission, the army shelled the clinic in May.",
            "confirms",
            "its",
            "the army shelled the clinic in May",
        ),
        (
            "It still holds, by the count of the league, 46 people.",
            "estimates",
            "the league",
            "It still holds … 46 people",
        ),
    ],
)
def test_count_or_view_frames_a_clause(text, stance, source, content):
    assert (stance, source, content) in framed(text)


@pytest.mark.parametrize(
    "text",
    [
        "In view of the raids the embassy was closed.",
        "The bridge was shut on account of the floods.",
        "By all accounts the army has left.",
        "By some estimates, 300 houses burned.",
        "Based on your eyewitness account, the crowd has grown.",
    ],
)
def test_nobodys_count_frames_nothing(text):
    assert framed(text) == []


def test_count_behind_what_another_says_frames_the_rest():
    text = "Gunmen seized a tanker, the navy said, in the ninth raid this year, by the count of the monitors."
    doc = parse(load_parser(), Article(id="row", text=text))
    book, index = vocabulary()
    (count,) = (cue for cue in index.find(doc) if doc[cue.head].lower_ == "count")
    spans = framed_spans(doc, count, book)
    assert [s.text for s in spans_of(doc, spans.content)] == ["in the ninth raid this year"]


def test_what_was_found_is_told_by_whom_it_is_according_to():
    text = "According to the police, files on 140 exiles were found on a laptop."
    assert framed(text) == [("says", "the police", "files on 140 exiles were found on a laptop")]
