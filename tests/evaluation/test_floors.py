from dataclasses import replace

import pytest

from onrecord.errors import UsageError
from onrecord.evaluation import floors as module
from onrecord.evaluation.floors import Floor, Held, check_floors, corpus_digest, read_floors
from onrecord.evaluation.result import EvaluationResult


def count_letters(path):
    return EvaluationResult("letters", 1, {"letters": float(len(path.read_text()))})


@pytest.fixture
def floor(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "_evaluator", lambda task: count_letters)
    (tmp_path / "corpus.txt").write_text("seven..")
    return Floor("letters", "corpus.txt", corpus_digest(tmp_path / "corpus.txt"), {"letters": 7.0})


def test_a_figure_at_its_floor_holds(floor, tmp_path):
    (held,) = check_floors((floor,), tmp_path)
    assert held == Held(floor, "letters", 7.0, 7.0)
    assert held.holds


def test_a_figure_below_its_floor_does_not_hold(floor, tmp_path):
    (held,) = check_floors((replace(floor, scores={"letters": 7.1}),), tmp_path)
    assert not held.holds


def test_a_floor_without_its_corpus_is_told_and_holds(floor, tmp_path):
    (held,) = check_floors((floor,), tmp_path / "elsewhere")
    assert held == Held(floor)
    assert held.holds


def test_a_corpus_that_changed_is_refused(floor, tmp_path):
    (tmp_path / "corpus.txt").write_text("seven!!")
    with pytest.raises(UsageError, match="Measure anew"):
        list(check_floors((floor,), tmp_path))


def test_a_figure_the_task_does_not_give_is_refused(floor, tmp_path):
    with pytest.raises(UsageError, match="letters gives no 'words'; it gives letters"):
        list(check_floors((replace(floor, scores={"words": 1.0}),), tmp_path))


def test_digest_of_a_folder_changes_with_a_name_and_with_a_content(tmp_path):
    (tmp_path / "a.txt").write_text("one")
    first = corpus_digest(tmp_path)
    (tmp_path / "a.txt").write_text("two")
    second = corpus_digest(tmp_path)
    (tmp_path / "a.txt").rename(tmp_path / "b.txt")
    assert len({first, second, corpus_digest(tmp_path)}) == 3


def test_floors_are_read_in_the_order_of_the_file(tmp_path):
    row = '[[floor]]\ntask = "attribution"\ncorpus = "{}"\nsha256 = "0"\nscores = {{ cue_exact_f1 = 70 }}\n'
    (tmp_path / "floors.toml").write_text(row.format("dev") + row.format("train"))
    assert [floor.corpus for floor in read_floors(tmp_path / "floors.toml")] == ["dev", "train"]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (
            'task = "attribution"\ncorpus = "dev"\n',
            "has the keys corpus, task; expected corpus, scores, sha256",
        ),
        ('task = "cooking"\ncorpus = "dev"\nsha256 = "0"\nscores = {}\n', "'cooking' is none of attribution"),
    ],
)
def test_a_wrong_floor_is_named_by_its_number(tmp_path, row, told):
    (tmp_path / "floors.toml").write_text(f"[[floor]]\n{row}")
    with pytest.raises(UsageError, match=f"floor 1: .*{told}"):
        read_floors(tmp_path / "floors.toml")


def test_marks_that_stand_apart_are_found_beside_the_floors_and_handed_on(tmp_path, monkeypatch):
    (tmp_path / "corpus.txt").write_text("seven..")
    digest = corpus_digest(tmp_path / "corpus.txt")
    file = tmp_path / "floors.toml"
    file.write_text(
        f'[[floor]]\ntask = "deeds"\ncorpus = "corpus.txt"\nsha256 = "{digest}"\nmarks = "own/marks.tsv"\n'
        "scores = { name = 9.0 }\n"
    )
    monkeypatch.setattr(
        module,
        "_evaluator",
        lambda task: lambda corpus, marks: EvaluationResult(task, 1, {"name": float(len(marks.name))}),
    )
    floors = read_floors(file)
    assert floors[0].marks == tmp_path / "own" / "marks.tsv"
    assert [held.reached for held in check_floors(floors, tmp_path)] == [9.0]
