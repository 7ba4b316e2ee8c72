"""Where the encoder is sure of another stance than the rules, it has the word."""

import numpy as np
import pytest

from onrecord.codebook import load_codebook
from onrecord.encoder.telling import STANCES
from onrecord.reading.attribution.cues import CueIndex
from onrecord.reading.attribution.find import find_attributions
from onrecord.reading.layers import Layers, set_layers
from onrecord.reading.parse import load_parser, parse
from onrecord.reading.parties.find import find_mentions
from onrecord.records import Article, EventType, Stance


def read(text, column, share):
    """Return the attributions of a text, read with an encoder that gives one column a share."""
    book = load_codebook().stances
    article = Article(id="a", text=text)
    doc = parse(load_parser(), article)
    layers = Layers(article, mentions=find_mentions(doc, article))
    set_layers(doc, layers)
    seen = []

    def judge(tellings):
        seen.extend(tellings)
        shares = np.full((len(tellings), len(STANCES) + 1), (1 - share) / len(STANCES), dtype=np.float32)
        shares[:, column] = share
        return shares

    tokens = frozenset(t.i for t in doc if not t.is_space)
    return find_attributions(doc, layers, book, CueIndex(book), tokens, (), judge), seen


TEXT = "Norway said the plan of Chad was old."


@pytest.mark.weights
def test_a_sure_encoder_changes_the_stance_and_the_act_of_speech():
    (one,), (seen,) = read(TEXT, STANCES.index(Stance.CONDEMNS), 0.9)
    assert one.stance is Stance.CONDEMNS
    assert one.speech_act.type is EventType.ACCUSE
    assert "encoder:stance" in one.rules
    assert seen.stance is Stance.SAYS
    assert [TEXT[a:b] for a, b in (*seen.cue, *seen.source)] == ["said", "Norway"]


@pytest.mark.weights
def test_an_unsure_encoder_changes_nothing():
    (one,), _ = read(TEXT, STANCES.index(Stance.CONDEMNS), 0.6)
    assert one.stance is Stance.SAYS
    assert "encoder:stance" not in one.rules


@pytest.mark.weights
def test_where_nobody_is_on_record_no_attribution_is_left():
    assert read(TEXT, len(STANCES), 0.9)[0] == ()
