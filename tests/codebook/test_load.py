from pathlib import Path

import pytest

from onrecord.codebook.load import Node, load_yaml
from onrecord.errors import CodebookError


def written(tmp_path: Path, text: str) -> Node:
    path = tmp_path / "mine.yaml"
    path.write_text(text, encoding="utf-8")
    return load_yaml(path)


def test_unknown_key_is_refused_with_its_line_and_the_nearest_known_key(tmp_path):
    root = written(tmp_path, "type: AID\nverb: send\n")
    with pytest.raises(CodebookError, match=r"mine.yaml, line 2, key verb: .*did you mean 'verbs'"):
        root.mapping(required=["type"], optional=["verbs"])


def test_missing_key_is_named(tmp_path):
    with pytest.raises(CodebookError, match=r"line 1: found .*, expected the key 'type' as well"):
        written(tmp_path, "verbs: send\n").mapping(required=["type"], optional=["verbs"])


def test_key_written_twice_is_refused(tmp_path):
    with pytest.raises(CodebookError, match=r"line 3: found key 'a' a second time.*line 1 too"):
        written(tmp_path, "a: 1\nb: 2\na: 3\n")


def test_prepositions_that_yaml_takes_for_truth_values_stay_words(tmp_path):
    assert written(tmp_path, "[on, off, no, yes, to]").texts() == ("on", "off", "no", "yes", "to")


def test_wrong_choice_names_path_and_options(tmp_path):
    root = written(tmp_path, "frames:\n  - type: AD\n")
    node = root.mapping(["frames"])["frames"].each()[0].mapping(["type"])["type"]
    with pytest.raises(CodebookError, match=r"line 2, key frames\[0\].type: found 'AD', expected.*AID"):
        node.choice(["AID", "AGREE"])


def test_leading_zero_of_a_code_is_kept(tmp_path):
    assert written(tmp_path, "cameo: 072").mapping(["cameo"])["cameo"].text() == "072"


def test_word_listed_twice_is_refused(tmp_path):
    with pytest.raises(CodebookError, match=r"'send' a second time"):
        written(tmp_path, "[send, give, send]").texts()


def test_single_word_counts_as_a_list_of_one(tmp_path):
    assert written(tmp_path, "verbs: send").mapping(["verbs"])["verbs"].texts() == ("send",)


def test_flag_that_is_no_truth_value_is_refused(tmp_path):
    with pytest.raises(CodebookError, match=r"found 'maybe', expected true or false"):
        written(tmp_path, "x: maybe").mapping(["x"])["x"].flag()


def test_broken_yaml_names_its_line(tmp_path):
    with pytest.raises(CodebookError, match=r"mine.yaml, line \d: .*expected YAML"):
        written(tmp_path, "a: [1, 2\nb: 3\n")


def test_missing_file_is_named(tmp_path):
    with pytest.raises(CodebookError, match=r"absent.yaml: the codebook file cannot be read"):
        load_yaml(tmp_path / "absent.yaml")


def test_empty_file_is_refused(tmp_path):
    with pytest.raises(CodebookError, match="found nothing"):
        written(tmp_path, "# only a comment\n")
