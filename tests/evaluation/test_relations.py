from pathlib import Path

import numpy as np
import pytest

from onrecord.codebook.root_classes import ROOTS, quad_of, root_class
from onrecord.errors import UsageError
from onrecord.evaluation.plv import read_plv
from onrecord.evaluation.relations import macro_f1, score_relations, to_lines
from onrecord.evaluation.relations_encoder import joined
from onrecord.evaluation.relations_frames import frames_predictor
from onrecord.records import EventType

HEAD = "uid\tgold_root\tmarked_sentence\n"


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "pairs.tsv"
    path.write_text(text, encoding="utf-8")
    return path


def test_marks_become_ranges_of_the_text_without_them(tmp_path):
    (pair,) = read_plv(written(tmp_path, HEAD + "7\tAID\t<s>Chad </s>fed <t>Libya</t> and <t>Mali</t>.\n"))
    assert pair.text == "Chad fed Libya and Mali."
    assert [pair.text[a:b] for a, b in pair.source] == ["Chad"]
    assert [pair.text[a:b] for a, b in pair.target] == ["Libya", "Mali"]
    assert (pair.uid, pair.root) == ("7", "AID")


def test_file_without_uid_is_numbered_from_0(tmp_path):
    pairs = read_plv(written(tmp_path, "marked_sentence\n<s>A</s> <t>B</t>\n<s>C</s> <t>D</t>\n"))
    assert [pair.uid for pair in pairs] == ["0", "1"]
    assert [pair.root for pair in pairs] == [None, None]


def test_concede_and_retreat_are_read_as_yield(tmp_path):
    rows = "0\tCONCEDE\t<s>A</s> <t>B</t>\n1\tRETREAT\t<s>A</s> <t>B</t>\n"
    assert [pair.root for pair in read_plv(written(tmp_path, HEAD + rows))] == ["YIELD", "YIELD"]


def test_unknown_root_is_refused_with_its_line(tmp_path):
    with pytest.raises(UsageError, match=r"line 2: gold_root is 'HELP'"):
        read_plv(written(tmp_path, HEAD + "0\tHELP\t<s>A</s> <t>B</t>\n"))


def test_file_of_another_layout_is_refused(tmp_path):
    with pytest.raises(UsageError, match="expected a TSV file with a column marked_sentence"):
        read_plv(written(tmp_path, "text\nhello\n"))


def test_pair_that_was_not_told_counts_as_missed_but_not_as_wrong(tmp_path):
    rows = "0\tAID\t<s>A</s> <t>B</t>\n1\tASSAULT\t<s>A</s> <t>B</t>\n"
    pairs = read_plv(written(tmp_path, HEAD + rows))
    scores = score_relations(pairs, ["AID", None]).scores
    assert scores["coverage"] == 50.0
    assert scores["root_precision"] == 100.0
    assert scores["root_macro_f1"] == 50.0


def test_right_quad_with_wrong_root_counts_for_the_quad(tmp_path):
    pairs = read_plv(written(tmp_path, HEAD + "0\tASSAULT\t<s>A</s> <t>B</t>\n"))
    scores = score_relations(pairs, ["COERCE"]).scores
    assert (scores["root_precision"], scores["quad_precision"]) == (0.0, 100.0)


def test_macro_f1_weighs_rare_classes_like_common_ones():
    assert macro_f1([("a", "a"), ("a", "a"), ("a", "a"), ("b", "a")]) == pytest.approx((600 / 7) / 2)


def test_prediction_lines_hold_uid_and_root(tmp_path):
    pairs = read_plv(written(tmp_path, HEAD + "x\tAID\t<s>A</s> <t>B</t>\ny\tAID\t<s>A</s> <t>B</t>\n"))
    assert list(to_lines(pairs, ["AID", None])) == ["x\tAID", "y\t"]


def test_codes_of_2021_decide_between_sanction_and_its_older_types():
    assert root_class(EventType.SANCTION, EventType.SANCTION, "116") == "ACCUSE"
    assert root_class(EventType.SANCTION, EventType.SANCTION, "162") == "SANCTION"
    assert quad_of("YIELD") == 2


def test_plv_takes_blockades_occupied_land_and_cyber_attacks_for_assaults():
    coerce = EventType.COERCE
    assert root_class(coerce, coerce, "191", "restrict") == "ASSAULT"
    assert root_class(coerce, coerce, "192", "seize") == "ASSAULT"
    assert root_class(coerce, coerce, "170", "cyber") == "ASSAULT"
    assert root_class(coerce, EventType.THREATEN, "192", "seize") == "THREATEN"
    assert root_class(coerce, coerce, "173", "arrest") == "COERCE"


def test_a_frame_outweighs_a_doubting_encoder_but_not_a_sure_one():
    doubting, sure = np.full((2, 15), 0.01)
    doubting[ROOTS.index("AID")] = 0.5
    doubting[ROOTS.index("YIELD")] = 0.3
    sure[ROOTS.index("AID")] = 0.86
    probabilities = np.array([doubting, sure])
    assert joined(probabilities, ["YIELD", "YIELD"]) == ("YIELD", "AID")
    assert joined(probabilities, [None, None]) == ("AID", "AID")


@pytest.mark.weights
@pytest.mark.parametrize(
    ("marked", "root"),
    [
        ("<s>Chad</s> attacked <t>Libya</t> on Monday.", "ASSAULT"),
        # the target is where the deed is, or whose its object is
        ("<s>Chad</s> declared a ceasefire in <t>the northern hills</t>.", "YIELD"),
        ("<t>The editor</t> was arrested in <s>Norway</s>.", "COERCE"),
        # who says what his own do does it
        ("<s>The envoy</s> said they would withdraw their troops from <t>Libya</t>.", "AGREE"),
        # what is said to be needed of somebody is asked of him
        ("<s>Norway</s> said <t>Chad</t> must withdraw its troops.", "REQUEST"),
        # what is asked for against somebody is not asked of him
        ("<s>Norway</s> called for sanctions against <t>Chad</t>.", None),
        # nobody else is marked
        ("<s>The governor</s> agreed to resign.", "AGREE"),
        ("<s>The minister</s> of Chad praised the weather while <t>Libya</t> voted.", None),
    ],
)
def test_frames_tell_the_root_of_a_pair_one_of_which_has_a_part_in_the_deed(tmp_path, marked, root):
    pairs = read_plv(written(tmp_path, f"marked_sentence\n{marked}\n"))
    assert frames_predictor()(pairs) == (root,)
