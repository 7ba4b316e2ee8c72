import json

import pytest
from click.testing import CliRunner

from onrecord.cli.main import cli
from onrecord.evaluation import relations_encoder, relations_frames


@pytest.fixture
def pairs(tmp_path, monkeypatch):
    """A file of two pairs, frames that know only the first, and both together that know both."""
    monkeypatch.setattr(relations_frames, "frames_predictor", lambda: lambda pairs: ("AID", None))
    monkeypatch.setattr(relations_encoder, "together_predictor", lambda: lambda pairs: ("AID", "ASSAULT"))
    file = tmp_path / "pairs.tsv"
    rows = ["gold_root\tmarked_sentence", "AID\t<s>A</s> fed <t>B</t>.", "ASSAULT\t<s>A</s> hit <t>B</t>."]
    file.write_text("\n".join(rows), encoding="utf-8")
    return file


def run(*arguments):
    return CliRunner().invoke(cli, ["evaluate", "relations", *map(str, arguments)])


def test_frames_and_encoder_answer_every_row_by_default(pairs):
    told = json.loads(run(pairs, "--json").output)
    assert (told["task"], told["n"]) == ("relations", 2)
    assert (told["scores"]["coverage"], told["scores"]["root_macro_f1"]) == (100, 100)


def test_encoder_none_scores_the_frames(pairs):
    scores = json.loads(run(pairs, "--encoder", "none", "--json").output)["scores"]
    assert (scores["coverage"], scores["root_precision"]) == (50, 100)


def test_predictions_of_a_file_without_gold_and_uid_are_numbered_from_0(pairs, tmp_path):
    pairs.write_text("marked_sentence\n<s>A</s> fed <t>B</t>.\n<s>A</s> hit <t>B</t>.\n", encoding="utf-8")
    result = run(pairs, "--predictions", tmp_path / "found.tsv", "--json")
    assert result.exit_code == 0
    assert (tmp_path / "found.tsv").read_text() == "0\tAID\n1\tASSAULT\n"
