from pathlib import Path

import pytest

from onrecord.codebook import load_codebook
from onrecord.codebook.plover import MODES
from onrecord.errors import CodebookError
from onrecord.records import EventType

FRAME = """
frames:
  - id: mine.vaccinate
    type: AID
    cameo: "073"
    verbs: [vaccinate]
    examples:
      - {text: "Norway vaccinated the islanders.", actor: Norway, recipient: islanders}
"""


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "mine.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_null_type_is_that_of_a_deed_plover_has_none_for(tmp_path):
    book = load_codebook([written(tmp_path, FRAME.replace("AID", "null").replace('    cameo: "073"\n', ""))])
    assert book.frames["mine.vaccinate"].type is None


def test_every_type_and_every_mode_has_a_frame():
    frames = load_codebook().frames.values()
    assert {frame.type for frame in frames} == {*EventType, None}
    for type_, modes in MODES.items():
        assert set(modes) <= {frame.mode for frame in frames if frame.type is type_}, type_


def test_item_kinds_are_those_of_the_contract():
    assert {"troops", "ammunition", "technology", "security_guarantee", "other"} <= set(load_codebook().items)


def test_own_frame_is_laid_over_the_shipped_ones_and_goes_first(tmp_path):
    book = load_codebook([written(tmp_path, FRAME)])
    assert next(iter(book.frames)) == "mine.vaccinate"
    assert "mine.vaccinate" not in load_codebook().frames


def test_own_frame_with_a_shipped_id_takes_its_place(tmp_path):
    book = load_codebook([written(tmp_path, FRAME.replace("mine.vaccinate", "aid.train"))])
    assert book.frames["aid.train"].verbs == ("vaccinate",)
    assert len(book.frames) == len(load_codebook().frames)


def test_own_words_are_added_to_a_shipped_item_kind(tmp_path):
    book = load_codebook([written(tmp_path, "items:\n  fuel:\n    words: [firewood]\n")])
    assert {"firewood", "coal"} <= set(book.items["fuel"].words)


@pytest.mark.parametrize(
    ("wrong", "right", "message"),
    [
        ("verbs:", "verb:", r"line 6, key frames\[0\].verb: found unknown key 'verb'.*did you mean 'verbs'"),
        ("type: AID", "type: HELP", r"line 4, key frames\[0\].type: found 'HELP', expected one of AGREE"),
        ('cameo: "073"', "cameo: aid", r"line 5.*found 'aid', expected a CAMEO code"),
        ('cameo: "073"', "mode: gift", r"line 5.*found 'gift', expected one of no mode"),
        ('cameo: "073"', "with: {object: [trops]}", r"line 5.*found 'trops'.*did you mean 'troops'"),
        ('cameo: "073"', "with: {objekt: [troops]}", r"line 5.*unknown slot 'objekt'"),
        ('cameo: "073"', "recipient: [tho]", r"line 5.*found 'tho'"),
        ("actor: Norway", "actor: Sweden", r"line 8.*found 'Sweden', expected words that stand in"),
    ],
)
def test_wrong_frame_is_refused_with_file_line_and_key(tmp_path, wrong, right, message):
    with pytest.raises(CodebookError, match=message) as caught:
        load_codebook([written(tmp_path, FRAME.replace(wrong, right))])
    assert str(caught.value).startswith("mine.yaml, line ")


def test_frame_without_words_is_refused(tmp_path):
    text = FRAME.replace("    verbs: [vaccinate]\n", "")
    with pytest.raises(CodebookError, match="a key 'verbs' or 'nouns'"):
        load_codebook([written(tmp_path, text)])


def test_two_frames_of_one_id_in_one_file_are_refused(tmp_path):
    doubled = FRAME + FRAME.replace("frames:\n", "", 1).lstrip("\n")
    with pytest.raises(CodebookError, match=r"frame id 'mine.vaccinate' a second time"):
        load_codebook([written(tmp_path, doubled)])


def test_class_may_not_take_the_name_of_an_item_kind(tmp_path):
    with pytest.raises(CodebookError, match="class 'fuel'"):
        load_codebook([written(tmp_path, "classes:\n  fuel: [wood]\n")])


def test_longest_phrase_decides_the_class_of_a_word():
    lexicon = load_codebook().lexicon
    assert "air_defence" in lexicon.classes_at_end(["new", "air", "defense", "system"])
    assert "missiles" not in lexicon.classes_at_end(["air", "defense", "system"])
    assert lexicon.classes_at_end([]) == ()
