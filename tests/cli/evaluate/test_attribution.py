import json

import pytest
from click.testing import CliRunner

from onrecord.cli.main import cli
from onrecord.evaluation import attribution_encoder, attribution_reader
from onrecord.evaluation.polnear import MarkedAttribution

TEXT = "The mayor said it rained."
RIGHT = MarkedAttribution(((0, 9),), ((10, 14),), ((15, 24),))
WRONG = MarkedAttribution((), ((10, 14),), ((18, 24),))


@pytest.fixture
def split(tmp_path, monkeypatch):
    """A split of one text; the encoder reads it right, the rules wrong, the reader both ways."""
    monkeypatch.setattr(attribution_encoder, "encoder_predictor", lambda: lambda text: [RIGHT])
    monkeypatch.setattr(attribution_reader, "rules_predictor", lambda: lambda text: [WRONG])
    monkeypatch.setattr(attribution_reader, "reader_predictor", lambda: lambda text: [RIGHT, WRONG])
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    (tmp_path / "text" / "a.txt").write_text(TEXT)
    spans = ["T1\tSource 0 9\t", "T2\tCue 10 14\t", "T3\tContent 15 24\t", "E1\tSource:T1 Cue:T2 Content:T3"]
    (tmp_path / "attributions" / "a_x.ann").write_text("\n".join(spans))
    return tmp_path


def run(*arguments):
    return CliRunner().invoke(cli, ["evaluate", "attribution", *map(str, arguments)])


def test_json_is_one_line_of_task_number_and_scores(split):
    result = run(split, "--json")
    assert result.exit_code == 0
    (line,) = result.output.splitlines()
    told = json.loads(line)
    assert (told["task"], told["n"]) == ("attribution", 1)
    assert told["scores"]["linked_exact_f1"] == 100


def test_table_shows_each_figure_with_its_interval(split):
    rows = run(split).output.splitlines()
    assert rows[0] == "attribution: 1 texts"
    assert any(row.split() == ["linked_exact_f1", "100.00", "[100.0,", "100.0]"] for row in rows)


def test_encoder_none_scores_the_rules(split):
    scores = json.loads(run(split, "--encoder", "none", "--json").output)["scores"]
    assert (scores["cue_exact_f1"], scores["linked_exact_f1"]) == (100, 0)


def test_reader_scores_rules_and_encoder_together(split):
    scores = json.loads(run(split, "--reader", "--json").output)["scores"]
    assert scores["linked_exact_f1"] == pytest.approx(200 / 3)


def test_predictions_are_written_beside_the_scores(split, tmp_path):
    result = run(split, "--predictions", tmp_path / "found.jsonl", "--json")
    assert len(result.output.splitlines()) == 1
    (line,) = (tmp_path / "found.jsonl").read_text().splitlines()
    assert json.loads(line)["attributions"] == [
        {"source": [[0, 9]], "cue": [[10, 14]], "content": [[15, 24]]}
    ]


def test_a_folder_of_another_layout_is_wrong_usage(tmp_path):
    result = run(tmp_path)
    assert result.exit_code != 0
    assert "is not a PolNeAR split" in str(result.exception)


def test_passages_kept_for_measuring_are_scored_from_a_file_of_marks(split, corpora_of):
    corpora = corpora_of(f"Rain. {TEXT}")
    marks = corpora / "marks.tsv"
    marks.write_text("train\tclusters:a\t0-5\t\ndev\tclusters:a\t6-31\t6-15|16-20|21-30\n", encoding="utf-8")
    told = json.loads(run(marks, "--corpora", corpora, "--json").output)
    assert (told["n"], told["scores"]["linked_exact_f1"]) == (1, 100)


def test_a_split_needs_no_folder_of_corpora(split, tmp_path):
    assert run(split, "--corpora", tmp_path / "nowhere", "--json").exit_code == 0


def test_passages_whose_corpora_are_not_there_are_told(tmp_path):
    marks = tmp_path / "marks.tsv"
    marks.write_text("dev\tclusters:a\t6-31\t6-15|16-20|21-30\n", encoding="utf-8")
    result = run(marks, "--corpora", tmp_path / "nowhere")
    assert result.exit_code != 0
    assert "nowhere" in str(result.exception)
