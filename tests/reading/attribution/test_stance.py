"""The stance test set: our own sentences, one attribution each, scored by stance."""

from collections import Counter
from pathlib import Path

import pytest

from onrecord.codebook import load_codebook
from onrecord.encoder.attribution import AttributionEncoder
from onrecord.encoder.deeds import DeedEncoder
from onrecord.reading.attribution.cues import CueIndex
from onrecord.reading.attribution.find import find_attributions
from onrecord.reading.layers import Layers, set_layers
from onrecord.reading.parse import load_parser, parse
from onrecord.reading.parties.find import find_mentions
from onrecord.records import Article

HERE = Path(__file__).parent


def rows(name):
    lines = (HERE / name).read_text("utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]


def told_stance(index, book, wanted_source, sentence, encoder=None, judge=None):
    """Return the stance of the attribution whose source shares words with the wanted one, else "none"."""
    article = Article(id="row", text=sentence)
    doc = parse(load_parser(), article)
    layers = Layers(article, mentions=find_mentions(doc, article))
    set_layers(doc, layers)
    readable = frozenset(t.i for t in doc if not t.is_space)
    start = sentence.lower().index(wanted_source.lower())
    wanted = {t.i for t in doc if start <= t.idx < start + len(wanted_source)}
    predictions = () if encoder is None else encoder.attributions(sentence)
    for found in find_attributions(doc, layers, book, index, readable, predictions, judge):
        if wanted & set(found.source_tokens):
            return found.stance.value
    return "none"


def macro_f1(pairs):
    """Return the mean F1 over the stances that are wanted, from (wanted, found) pairs."""
    wanted, found = Counter(w for w, _ in pairs), Counter(f for _, f in pairs)
    right = Counter(w for w, f in pairs if w == f)
    return sum(2 * right[s] / (wanted[s] + found[s]) for s in wanted) / len(wanted)


@pytest.mark.weights
def test_stance_of_the_development_sentences_stays_above_its_floor():
    book = load_codebook().stances
    index = CueIndex(book)
    pairs = [
        (stance, told_stance(index, book, source, text)) for stance, source, text in rows("stance_dev.tsv")
    ]
    assert macro_f1(pairs) >= 0.95, [p for p in pairs if p[0] != p[1]]


@pytest.mark.weights
def test_stance_of_the_unseen_sentences_stays_above_its_floor():
    book = load_codebook().stances
    index, encoder, deeds = CueIndex(book), AttributionEncoder.load(), DeedEncoder.load()
    pairs = [
        (stance, told_stance(index, book, source, text, encoder, deeds.stances))
        for stance, source, text in rows("stance_unseen.tsv")
    ]
    assert macro_f1(pairs) >= 0.85, Counter(p for p in pairs if p[0] != p[1])


@pytest.mark.weights
@pytest.mark.parametrize(
    ("stance", "sentence"),
    [
        ("says", "The minister said the company ought not have paid the ransom."),
        ("says", "The minister said the company should not have paid the ransom."),
        ("demands", "The minister said the company ought not pay the ransom."),
    ],
)
def test_what_ought_to_have_been_done_is_a_reproach_and_no_demand(stance, sentence):
    book = load_codebook().stances
    assert told_stance(CueIndex(book), book, "minister", sentence) == stance
