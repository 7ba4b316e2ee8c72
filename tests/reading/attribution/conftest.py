"""What the reader tells of short texts of our own, each claim by its stance and whom it is by."""

import pytest

from onrecord.records import Article


@pytest.fixture
def told(whole_reader):
    """Return (stance, sources as named) of each claim of a text that somebody is on record with."""

    def read(text):
        claims = whole_reader.read(Article(id="row", text=text))
        told = {(c.stance.value, " and ".join(p.name for p in c.sources)) for c in claims if c.sources}
        return sorted(told)

    return read
