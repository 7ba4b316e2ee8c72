"""What the tests of parties share: a parser that is loaded once."""

import pytest

from onrecord.reading.parties.find import find_mentions
from onrecord.records import Article


@pytest.fixture(scope="session")
def read():
    """Return a function from a text to its mentions."""
    from onrecord.reading.parse import load_parser, parse

    nlp = load_parser()

    def mentions(text, published=None):
        article = Article(id="a", text=text, published=published)
        return find_mentions(parse(nlp, article), article)

    return mentions


@pytest.fixture
def party(read):
    """Return a function from a text and some words of it to the party those words stand for."""

    def find(text, words, published=None):
        found = [m.party for m in read(text, published) if m.party.span.text == words]
        assert found, [m.party.span.text for m in read(text)]
        return found[-1]

    return find
