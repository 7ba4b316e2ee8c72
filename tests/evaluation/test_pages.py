import gzip
import json

import pytest

from onrecord.errors import UsageError
from onrecord.evaluation.pages import evaluate_pages, token_scores

BODY = (
    "The port of Westmark stayed closed on Tuesday, the authority said.",
    "The navy has sent two mine hunters from the islands, a spokesman told reporters.",
    "Eleven grain ships are waiting outside the harbour for the search to end.",
)
GOLD = {
    "title": "Port shut",
    "authors": ["Ann Lee"],
    "publishing_date": "2024-11-05 21:30:00+01:00",
    "body": {"summary": [], "sections": [{"headline": [], "paragraphs": list(BODY)}]},
}


def write(folder, **changed):
    head = '<meta property="og:title" content="Port shut"><meta name="author" content="Ann Lee">'
    head += '<meta name="date" content="2024-11-05T21:30:00+01:00">'
    body = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
    html = f"<html><head>{head}</head><body><article>{body}</article></body></html>"
    (folder / "Post_2024_11_05.html.gz").write_bytes(gzip.compress(html.encode()))
    (folder / "Post.json").write_text(json.dumps({"V1": GOLD | changed}))
    return folder


def test_page_read_as_marked_scores_full(tmp_path):
    result = evaluate_pages(write(tmp_path))
    assert (result.task, result.n) == ("pages", 1)
    full = ("body_f1", "read_f1", "title_exact", "title_f1", "day_exact", "authors_exact")
    assert {result.scores[name] for name in full} == {100.0}


@pytest.mark.parametrize(
    ("changed", "name"),
    [
        ({"title": "Port open"}, "title_exact"),
        ({"publishing_date": "2024-11-06"}, "day_exact"),
        ({"authors": ["Bo Dahl"]}, "authors_exact"),
    ],
)
def test_each_wrong_value_costs_its_own_score(tmp_path, changed, name):
    assert evaluate_pages(write(tmp_path, **changed)).scores[name] == 0.0


def test_page_without_an_article_scores_nothing_and_the_rest_is_scored(tmp_path):
    write(tmp_path)
    (tmp_path / "News_2024_11_05.html.gz").write_bytes(gzip.compress(b"<html><body>no</body></html>"))
    (tmp_path / "News.json").write_text(json.dumps({"V1": GOLD}))
    assert evaluate_pages(tmp_path).scores["body_f1"] == 50.0


def test_words_are_compared_as_bags():
    assert token_scores("a b b c", "B b d") == {
        "precision": 50.0,
        "recall": pytest.approx(200 / 3),
        "f1": pytest.approx(400 / 7),
    }


def test_text_without_words_scores_nothing():
    assert token_scores("", "a") == {"precision": 0.0, "recall": 0.0, "f1": 0.0}


def test_folder_without_pages_is_wrong_usage(tmp_path):
    with pytest.raises(UsageError, match="holds no pages"):
        evaluate_pages(tmp_path)


def test_gold_of_another_number_of_pages_is_wrong_usage(tmp_path):
    (write(tmp_path) / "Post_2024_11_06.html.gz").write_bytes(b"")
    with pytest.raises(UsageError, match="tells of 1 pages, but 2 are beside it"):
        evaluate_pages(tmp_path)
