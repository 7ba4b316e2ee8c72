"""Reading without a ledger: an article that fails is set aside, and the rest is read."""

import io
import json
import runpy
from pathlib import Path

import pytest

from onrecord.intake import IntakeOptions
from onrecord.records import ArticleState
from onrecord.workflow import read
from onrecord.workflow.read import ReadingOptions, read_articles

ADDING = runpy.run_path(str(Path(__file__).with_name("adding.py")))


@pytest.fixture
def read_texts(monkeypatch):
    monkeypatch.setattr(read, "build_reader", ADDING["make_reader"])

    def read_these(*texts, progress=lambda *_: None):
        lines = "\n".join(json.dumps({"id": str(n), "text": text}) for n, text in enumerate(texts))
        stdin = io.BytesIO(lines.encode())
        return read_articles(["-"], IntakeOptions(), ReadingOptions(), stdin=stdin, progress=progress)

    return read_these


def test_an_article_that_fails_is_set_aside_and_the_rest_is_read(read_texts):
    first, bad, last = read_texts("They sent it.", "fail", "They sent it and sent more.")
    assert [(article.state, len(claims)) for article, claims in (first, last)] == [
        (ArticleState.READ, 1),
        (ArticleState.READ, 2),
    ]
    article, claims = bad
    assert (article.id, article.state, claims) == ("1", ArticleState.SET_ASIDE, ())
    assert article.reason.startswith("reading failed at adding.py:")


def test_each_article_comes_as_soon_as_it_is_read(read_texts):
    told = []
    articles = read_texts("They sent it.", "They sent more.", progress=lambda done, *_: told.append(done))
    next(articles)
    assert len(told) == 1
    assert len(list(articles)) == 1
    assert len(told) == 2
