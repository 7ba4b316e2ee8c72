"""Words that tell a deed elsewhere and here none, or one of another type; sentences and parties of our own."""

import pytest

from onrecord.codebook import load_codebook
from onrecord.reading.events.check import named_mentions
from onrecord.reading.events.find import find_happenings
from onrecord.reading.layers import Happening, Layers, set_layers
from onrecord.reading.parse import load_parser, parse
from onrecord.records import Article, EventType

pytestmark = pytest.mark.weights

PARTIES = ("Chad", "Chadian", "Libya", "Libyan", "council", "friends")


def happenings(text: str) -> tuple[Happening, ...]:
    article = Article("a", text)
    doc = parse(load_parser(), article)
    stand = Layers(article, mentions=named_mentions(doc, PARTIES))
    set_layers(doc, stand)
    return find_happenings(doc, stand, load_codebook())


def types(text: str) -> list[EventType | None]:
    return [happening.type for happening in happenings(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Chad did not meet the council's ten percent threshold.",
        "Chad will meet Libya's deadline.",
        "Chad met the council's standards.",
        "Chad is meeting the obligations of Libya.",
        "Chad negotiated a sharp bend.",
    ],
)
def test_a_threshold_met_and_a_bend_taken_are_no_meeting(text):
    assert EventType.CONSULT not in types(text)


@pytest.mark.parametrize(
    "text",
    ["Chad met the council.", "Chad will meet Libya's envoys.", "Chad negotiated a deal with Libya."],
)
def test_who_meets_somebody_or_negotiates_with_him_consults(text):
    assert types(text) == [EventType.CONSULT]
