import pytest
from click.testing import CliRunner

from onrecord.cli.main import cli
from onrecord.evaluation import floors as module
from onrecord.evaluation.floors import corpus_digest
from onrecord.evaluation.result import EvaluationResult


@pytest.fixture
def corpora(tmp_path, monkeypatch):
    """A corpus of one file on which the task of every floor reaches 70."""
    monkeypatch.setattr(
        module, "_evaluator", lambda task: lambda path: EvaluationResult(task, 1, {"f1": 70.0})
    )
    (tmp_path / "corpus.txt").write_text("text")
    return tmp_path


def run(corpora, least, where=None):
    digest = corpus_digest(corpora / "corpus.txt")
    floor = f'[[floor]]\ntask = "attribution"\ncorpus = "corpus.txt"\nsha256 = "{digest}"\n'
    floor += f"scores = {{ f1 = {least} }}\n"
    (corpora / "floors.toml").write_text(floor)
    arguments = ["evaluate", "floors", str(corpora / "floors.toml"), "--corpora", str(where or corpora)]
    return CliRunner().invoke(cli, arguments)


def test_figures_at_their_floors_pass(corpora):
    result = run(corpora, 70.0)
    assert result.exit_code == 0
    assert result.output == "holds    attribution on corpus.txt: f1 70.00, floor 70.00\n"


def test_a_figure_below_its_floor_fails(corpora):
    result = run(corpora, 70.1)
    assert result.exit_code == 1
    assert result.output.startswith("BELOW")


def test_a_corpus_that_is_not_there_is_skipped_by_name(corpora, tmp_path):
    result = run(corpora, 70.0, tmp_path / "elsewhere")
    assert result.exit_code == 0
    assert result.output.startswith("skipped  attribution on corpus.txt: not below")
