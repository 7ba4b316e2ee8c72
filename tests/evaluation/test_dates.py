from datetime import date

import pytest

from onrecord.errors import UsageError
from onrecord.evaluation.dates import FoundTime, predict_dates, read_dated, score_dates, to_rows

TIMEML = """<?xml version="1.0"?>
<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2024-11-04"
functionInDocument="CREATION_TIME">Nov. 4</TIMEX3></DCT>
<TEXT>They met on <TIMEX3 tid="t1" type="DATE" value="2024-10-31">Thursday</TIMEX3> for
<TIMEX3 tid="t2" type="DURATION" value="PT2H">two hours</TIMEX3> &amp; left.</TEXT></TimeML>"""

CAT = """<?xml version="1.0"?><Document doc_id="1" doc_name="talks">
<token number="0" sentence="0" t_id="1">Talks</token><token number="1" sentence="0" t_id="2">today</token>
<token number="2" sentence="1" t_id="3">May</token><token number="3" sentence="1" t_id="4">5</token>
<token number="4" sentence="2" t_id="5">Held</token><token number="5" sentence="2" t_id="6">yesterday</token>
<Markables>
<TIMEX3 m_id="1" type="DATE" value="2005-05-05" functionInDocument="CREATION_TIME">
<token_anchor t_id="3"/><token_anchor t_id="4"/></TIMEX3>
<TIMEX3 m_id="2" type="DATE" value="2005-05-05"><token_anchor t_id="2"/></TIMEX3>
<TIMEX3 m_id="3" type="DATE" value="2005-05-04"><token_anchor t_id="6"/></TIMEX3>
<TIMEX3 m_id="4" type="DATE" value="2005"/>
</Markables></Document>"""


def test_timeml_offsets_count_the_characters_of_the_text_without_tags(tmp_path):
    (tmp_path / "a.tml").write_text(TIMEML, encoding="utf-8")
    (text,) = read_dated(tmp_path)
    assert text.published == date(2024, 11, 4)
    assert [text.text[w.start : w.end] for w in text.wanted] == ["Thursday", "two hours"]
    assert text.text.endswith("& left.")


def test_of_meantime_only_whole_sentences_with_marked_words_count(tmp_path):
    (tmp_path / "talks.xml").write_text(CAT, encoding="utf-8")
    (text,) = read_dated(tmp_path)
    assert [(w.start, w.end, w.value) for w in text.wanted] == [(2, 3, "2005-05-05"), (6, 7, "2005-05-04")]


def test_a_document_in_two_layers_is_read_once(tmp_path):
    for layer in ("intra", "cross"):
        (tmp_path / layer).mkdir()
        (tmp_path / layer / "talks.xml").write_text(CAT, encoding="utf-8")
    assert len(read_dated(tmp_path)) == 1


def test_a_wrong_value_costs_value_only_and_wrong_words_cost_strict_only(tmp_path):
    (tmp_path / "a.tml").write_text(TIMEML, encoding="utf-8")
    texts = read_dated(tmp_path)
    first, second = texts[0].wanted
    found = [
        FoundTime(first.start, first.end, "DATE", "2024-11-07"),
        FoundTime(second.start + 4, second.end, "DURATION", "PT2H"),
    ]
    scores = score_dates(texts, [found]).scores
    assert (scores["relaxed_f1"], scores["strict_f1"], scores["value_f1"]) == (100, 50, 50)


def test_found_times_outside_the_scored_sentences_are_left_out(tmp_path):
    (tmp_path / "talks.xml").write_text(CAT, encoding="utf-8")
    texts = read_dated(tmp_path)
    at = texts[0].text.index("May")
    found = predict_dates(texts, lambda text, day: [FoundTime(at, at + 5, "DATE", "2005-05-05")])
    assert found == [()]


def test_rows_hold_file_offsets_type_and_value(tmp_path):
    (tmp_path / "a.tml").write_text(TIMEML, encoding="utf-8")
    texts = read_dated(tmp_path)
    assert to_rows(texts, [texts[0].wanted])[0] == "a.tml\t12\t20\tDATE\t2024-10-31"


def test_a_folder_without_a_corpus_is_refused(tmp_path):
    with pytest.raises(UsageError, match=r"holds no MEANTIME file"):
        read_dated(tmp_path)
