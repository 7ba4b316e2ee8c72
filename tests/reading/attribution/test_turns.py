"""Whose turn it is to speak in a transcript, on small talks of our own."""

import pytest

from onrecord.reading.attribution.turns import in_turn
from onrecord.reading.layers import spans_of
from onrecord.reading.parse import load_parser, parse
from onrecord.reading.parties.find import find_mentions
from onrecord.records import Article

pytestmark = pytest.mark.weights

TALK = """Ann Lind talks to minister Bo Cole.
ANN LIND, HOST: Good evening. Norway shut the port in May.
COLE: Norway never shut the port. Who says so?
LIND: Chad did. Minister, thank you.
COLE: Thank you.
(COMMERCIAL BREAK)
Chad sent a ship.
"""


def told(text):
    """Return (speaker, content) of what is said in the turns of a text."""
    article = Article(id="row", text=text)
    doc = parse(load_parser(), article)
    readable = frozenset(t.i for t in doc if not t.is_space)
    found = in_turn(doc, find_mentions(doc, article), readable)
    return [(one.sources[0].id, " … ".join(s.text for s in spans_of(doc, one.content))) for one in found]


def test_a_guest_says_what_stands_behind_his_name_in_capitals_but_for_questions():
    assert told(TALK) == [("person:bo-cole", "Norway never shut the port"), ("person:bo-cole", "Thank you")]


def test_the_hosts_voice_is_the_outlets():
    assert all(speaker != "person:ann-lind" for speaker, _ in told(TALK))


@pytest.mark.parametrize(
    "text",
    [
        "NEW: Bo Cole shut the port.\nNEW: Norway sent a ship.\nUPDATE: Chad left.\nNEW: It is calm.\n",
        "Bo Cole met Ann Lind.\nCOLE: The port is shut.\nLIND: It is not.\n",
    ],
)
def test_a_label_or_two_make_no_transcript(text):
    assert told(text) == []


def test_a_correspondents_voice_on_the_radio_is_the_outlets():
    talk = TALK.replace("COLE: Norway", "BO COLE, BYLINE: Norway")
    assert all(speaker != "person:bo-cole" for speaker, _ in told(talk))


BRIEFING = """Department Press Briefing
Ann Lind, Department Spokesperson
Oslo

MS. LIND: Norway shut the port in May.
{asked}Who shut the road?
MS. LIND: Chad did.
{asked}Is that confirmed?
AMBASSADOR COLE: Libya confirmed it.
{asked}When?
MS. LIND: Thank you.
"""


@pytest.mark.parametrize("asked", ["QUESTION: ", "Q: ", "Q   "])
def test_who_gives_a_briefing_is_told_by_the_line_above_it_or_by_the_label(asked):
    assert told(BRIEFING.format(asked=asked)) == [
        ("person:ann-lind", "Norway shut the port in May"),
        ("person:ann-lind", "Chad did"),
        ("person:cole", "Libya confirmed it"),
        ("person:ann-lind", "Thank you"),
    ]


def test_a_label_may_tell_by_whom_it_is_heard():
    asked = BRIEFING.format(asked="Q: ").replace("AMBASSADOR COLE", "AMBASSADOR COLE (through interpreter)")
    assert ("person:cole", "Libya confirmed it") in told(asked)


def test_a_label_without_courtesy_or_office_names_nobody_who_is_not_told_of():
    assert told(BRIEFING.format(asked="Q: ").replace("AMBASSADOR COLE", "BORDER")) == [
        ("person:ann-lind", "Norway shut the port in May"),
        ("person:ann-lind", "Chad did"),
        ("person:ann-lind", "Thank you"),
    ]


def test_a_label_may_tell_who_somebody_is_nobody_else_has_named():
    described = TALK.replace(
        "Minister, thank you.\n", "Enough.\nABU SAMI, a baker whose oven Chad hit: They left.\n"
    )
    assert ("person:abu-sami", "They left") in told(described)
    assert not any("SAMI" in words for _, words in told(described))
