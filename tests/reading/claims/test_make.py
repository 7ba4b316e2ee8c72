"""Claims of whole texts, by rules alone."""

import pytest

from onrecord.codebook import load_codebook
from onrecord.reading.reader import Reader
from onrecord.records import Article

pytestmark = pytest.mark.weights


@pytest.fixture(scope="module")
def reader():
    return Reader(load_codebook())


def test_a_question_somebody_put_is_no_statement(reader):
    asked = Article(
        "a", '"Who paid for the new ferry?" the minister said. "The state paid for it," the president said.'
    )
    assert [claim.content[0].text for claim in reader.read(asked)] == ['"The state paid for it,"']


def test_a_title_without_an_event_gives_way_to_what_the_body_says_more_fully(reader):
    title = "Norway confirms shells arrived"
    text = f"{title}\nOSLO, Norway — Norway confirmed on Monday that Chad had sent shells to Mali."
    (claim,) = reader.read(Article("a", text, title=title))
    assert claim.event is not None


def test_goods_sent_to_nobody_told_are_an_event(reader):
    (claim,) = reader.read(Article("a", "Uruguay denied smuggling any fuel."))
    assert claim.event is not None
    assert [party.id for party in claim.event.actors] == ["URY"]
    assert [item.kind for item in claim.event.items] == ["fuel"]
