"""Deeds that only the encoder names, in the outlet's own voice: claimed where they are plainly told."""

import re
from types import SimpleNamespace

import numpy as np
import pytest

from onrecord.codebook import load_codebook
from onrecord.encoder.finding import KINDS, NO_DEED, STATUSES
from onrecord.encoder.telling import STANCES
from onrecord.reading.reader import Reader
from onrecord.records import Article, DeedVector

pytestmark = pytest.mark.weights


class Seeing:
    """A deed encoder that takes words that begin with "pester" for assaults, and nothing else."""

    name = "stub"

    def stances(self, tellings):
        """Leave every stance to the rules."""
        return np.full((len(tellings), len(STANCES) + 1), 0.05)

    def finding(self, text):
        """Tell the assaults."""
        words = list(re.finditer(r"\w+|[^\w\s]", text))
        kinds = np.zeros((len(words), len(KINDS)))
        for row, word in enumerate(words):
            named = word[0].startswith("pester")
            kinds[row, KINDS.index("ASSAULT") if named else NO_DEED] = 1
        starts = np.array([word.start() for word in words])
        return SimpleNamespace(
            starts=starts,
            kinds=kinds,
            statuses=np.full((len(words), len(STATUSES)), 1 / len(STATUSES)),
            negated=np.zeros(len(words)),
            word_at=lambda at: int(np.searchsorted(starts, at, side="right")) - 1,
            roles=lambda _, parties, ties: np.full((len(parties), 3), 1 / 3),
            vector=lambda places: DeedVector("stub", bytes([start for start, _ in places])),
        )


@pytest.fixture(scope="module")
def reader():
    return Reader(load_codebook(), deeds=Seeing())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Chad pestered Libya on Monday.", True),
        ("Libya was pestered by Chad on Monday.", True),
        ("If Chad pesters Libya, the talks will end.", False),
        ("Chad has a missile that is built to pester Libya.", False),
    ],
)
def test_a_condition_and_a_purpose_are_nobodys_claim(reader, text, told):
    events = [claim.event.trigger.text for claim in reader.read(Article("a", text)) if claim.event]
    assert any(word.startswith("pester") for word in events) is told


def test_a_noun_told_in_passing_is_nobodys_claim(reader):
    claims = reader.read(Article("a", "Flowers lay at the scene of the pestering in Lima."))
    assert not any(claim.event for claim in claims)


def test_each_deed_comes_with_what_the_encoder_sees_in_its_words(reader):
    article = Article("a", "Togo said it regretted the delay. Chad pestered Libya on Monday.")
    found = reader.reading(article)
    assert found.claims == reader.read(article)
    told = {claim.id: claim.event.trigger.start for claim in found.claims if claim.event}
    assert {one: vector.numbers[0] for one, vector in found.vectors.items()} == told
    assert 39 in told.values()
    assert not Reader(load_codebook()).reading(article).vectors
