"""What the tests of parties share: a parser that is loaded once."""

import pytest

from onrecord.reading.parties.find import find_mentions
from onrecord.records import Article


@pytest.fixture(scope="session")
def read():
    """Return a function from a text to its mentions."""
    from onrecord.reading.parse import load_parser, parse

    nlp = load_parser()

    def mentions(text):
        article = Article(id="a", text=text)
        return find_mentions(parse(nlp, article), article)

    return mentions
