from types import SimpleNamespace

import pytest

from onrecord.errors import UsageError
from onrecord.evaluation.deeds import score_passage
from onrecord.evaluation.passages import read_passages
from onrecord.reading.layers import Happening
from onrecord.records import EventType, Party, PartyKind, Span, Status

TEXT = "Chad shelled Libya. Togo, unmoved, met Benin and fell ill."
MARKS = (
    "# comment\n"
    "dev\tclusters:a\t1\t0-19\t0-4,13-18\t5-12|ASSAULT|0|1|happened\n"
    "dev\tclusters:a\t1\t20-58\t20-24,39-44\t35-38|CONSULT|0,1||not planned;49-53|OTHER||0|happened\n"
    "train\tclusters:a\t2\t0-19\t\t\n"
)


@pytest.fixture
def corpora(corpora_of):
    return corpora_of(TEXT)


@pytest.fixture
def marks(tmp_path):
    file = tmp_path / "marks.tsv"
    file.write_text(MARKS, encoding="utf-8")
    return file


def test_passages_are_sentences_of_one_article_with_their_deeds(marks, corpora):
    first, second = read_passages(marks, corpora)
    assert (first.dev, second.dev) == (True, False)
    assert [len(sentence.deeds) for sentence in first.sentences] == [1, 2]
    assert (first.start, first.end) == (0, 58)
    shelled = first.sentences[0].deeds[0]
    assert first.text[slice(*shelled.word)] == "shelled"
    assert shelled.roles == (1, 2)
    met = first.sentences[1].deeds[0]
    assert (met.roles, met.negated) == ((1, 1), True)


def test_an_article_that_is_not_in_the_corpora_is_named(corpora, tmp_path):
    file = tmp_path / "other.tsv"
    file.write_text("dev\tclusters:b\t1\t0-19\t\t\n", encoding="utf-8")
    with pytest.raises(UsageError, match="clusters:b"):
        read_passages(file, corpora)


def party(name):
    start = TEXT.index(name)
    return Party(name, name, PartyKind.STATE, span=Span(start, start + len(name), name))


def deed(word, kind, actors=(), recipients=()):
    """Return a happening; tokens of the stub document are characters."""
    at = TEXT.index(word)
    return Happening(
        (at,), at, kind, Status.HAPPENED, False, tuple(map(party, actors)), tuple(map(party, recipients))
    )


def test_deeds_kinds_and_roles_are_counted_against_the_marks(marks, corpora):
    passage = read_passages(marks, corpora)[0]
    doc = [SimpleNamespace(idx=at) for at in range(len(TEXT))]
    found = [
        deed("shelled", EventType.ASSAULT, ["Chad"], ["Benin"]),
        deed("met", EventType.AID, ["Togo"]),
        deed("unmoved", EventType.COERCE),
        deed("ill", EventType.ACCUSE),
    ]
    counts = score_passage(passage, doc, found)
    assert [counts[f"deed_{what}"] for what in ("wanted", "found", "hits")] == [3, 3, 2]
    assert counts["kind_hits"] == 1
    assert [counts[f"actor_{what}"] for what in ("wanted", "found", "hits")] == [1, 1, 1]
    assert [counts[f"recipient_{what}"] for what in ("wanted", "found", "hits")] == [1, 0, 0]


def test_marks_of_our_own_dispatches_are_read_from_their_file_alone(tmp_path):
    marks, dispatches = tmp_path / "marks.tsv", tmp_path / "dispatches.jsonl"
    marks.write_text("dev\town:d1\t1\t0-19\t0-4,13-18\t5-12|ASSAULT|0|1|happened\n", encoding="utf-8")
    dispatches.write_text(f'{{"id": "d1", "text": "{TEXT}"}}\n', encoding="utf-8")
    (passage,) = read_passages(marks, tmp_path / "no corpora", dispatches)
    assert passage.text[slice(*passage.sentences[0].deeds[0].word)] == "shelled"
    with pytest.raises(UsageError, match=r"--dispatches lacks 1 of the articles .* own:d1"):
        read_passages(marks, tmp_path / "no corpora")
