import json

import pytest

from onrecord.errors import UsageError
from onrecord.evaluation.marked_sayings import read_marked_sayings

TEXT = "Chad fell.\nTogo denied it, Benin said.\n"
MARKS = (
    "# comment\n"
    "dev\tclusters:a\t11-38\t27-32|33-37|11-25\n"
    "train\tclusters:a\t0-10\t\n"
    "train\town:b\t0-20\t0-2|3-7|8-13,15-19;|3-7|\n"
)
OWN = 'He said "yes", "no".'


@pytest.fixture
def corpora(corpora_of):
    return corpora_of(TEXT)


@pytest.fixture
def marks(tmp_path):
    file = tmp_path / "marks.tsv"
    file.write_text(MARKS, encoding="utf-8")
    return file


def test_a_passage_is_a_text_by_itself_with_its_attributions(marks, corpora):
    (passage,) = read_marked_sayings(marks, corpora, dev=True)
    (mark,) = passage.annotations[0]
    told = [passage.text[slice(*pieces[0])] for pieces in (mark.source, mark.cue, mark.content)]
    assert told == ["Benin", "said", "Togo denied it"]
    assert passage.name == "clusters:a@11"


def test_what_is_learned_from_may_be_of_our_own_dispatches_and_tell_nothing(marks, corpora):
    dispatches = corpora / "dispatches.jsonl"
    dispatches.write_text(json.dumps({"id": "b", "text": OWN}) + "\n", encoding="utf-8")
    empty, own = read_marked_sayings(marks, corpora, dev=False, dispatches=dispatches)
    assert (empty.text, empty.annotations) == ("Chad fell.", ((),))
    first, second = own.annotations[0]
    assert [own.text[a:b] for a, b in first.content] == ['"yes"', '"no"']
    assert (second.source, second.content) == ((), ())


def test_an_article_that_is_not_in_the_corpora_is_named(marks, corpora):
    with pytest.raises(UsageError, match="own:b"):
        read_marked_sayings(marks, corpora, dev=False)


def test_a_row_that_is_none_is_named_by_its_line(corpora, tmp_path):
    file = tmp_path / "other.tsv"
    file.write_text("# comment\ndev\tclusters:a\t11-38\t27-32|33-37\n", encoding="utf-8")
    with pytest.raises(UsageError, match="line 2"):
        read_marked_sayings(file, corpora, dev=True)
