import pytest

from onrecord.evaluation.lgl import read_lgl
from onrecord.evaluation.places import FoundPlace, predict_with_spans, score_places, to_rows
from onrecord.gazetteer.gazetteer import Gazetteer

FILE = """<?xml version="1.0" encoding="utf-8"?><articles><article docid="1"><text>{text}</text><toponyms>
<toponym><start>{start}</start><end>{end}</end><phrase>Lyon</phrase><gaztag geonameid="2996944">
<name>Lyon</name><lat>45.74</lat><lon>4.85</lon><country geonameid="3017382">France</country>
</gaztag></toponym>
<toponym><start>0</start><end>3</end><phrase>Two</phrase></toponym>
</toponyms></article></articles>"""


def written(tmp_path, text="Two men left Lyon on foot.", start=13, end=17):
    path = tmp_path / "news.xml"
    path.write_text(FILE.format(text=text, start=start, end=end), encoding="utf-8")
    return read_lgl(path)


@pytest.fixture(scope="module")
def gazetteer():
    return Gazetteer.load()


def test_an_unanswered_place_counts_as_wrong(tmp_path, gazetteer):
    scores = score_places(written(tmp_path), [()], gazetteer).scores
    assert (scores["exact"], scores["country"], scores["within_161km"]) == (0, 0, 0)


def test_a_place_ten_kilometres_off_is_near_but_not_exact(tmp_path, gazetteer):
    found = [(FoundPlace(13, 17, 1, "FRA", 45.83, 4.85),)]
    scores = score_places(written(tmp_path), found, gazetteer).scores
    assert (scores["exact"], scores["country"], scores["within_161km"]) == (0, 100, 100)
    assert scores["mean_error_km"] == pytest.approx(10.0, abs=0.1)


def test_given_spans_are_answered_with_the_offsets_of_the_file(tmp_path, gazetteer):
    texts = written(tmp_path, start=15, end=19)
    found = predict_with_spans(texts, gazetteer)
    assert to_rows(found)[1].startswith("0\t15\t19\t2996944\tFRA\t45.7")
    scores = score_places(texts, found, gazetteer).scores
    assert (scores["exact"], scores["shifted"]) == (100, 1)
