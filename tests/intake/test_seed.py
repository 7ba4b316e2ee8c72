"""The text the project was born from, read from the corpora's folder: nothing of it stands here."""

import os
from datetime import date
from pathlib import Path

import pytest

from onrecord.intake import IntakeOptions, open_articles
from onrecord.records import Article

SEED = Path(os.environ.get("ONRECORD_CORPORA", "../shared/data")).parent / "seed" / "article.txt"

pytestmark = [
    pytest.mark.corpora,
    pytest.mark.skipif(not SEED.exists(), reason=f"the seed article is not at {SEED}"),
]


@pytest.fixture(scope="module")
def article() -> Article:
    (read,) = open_articles([SEED], options=IntakeOptions(published=date(2024, 11, 4)))
    return read


def test_exactly_the_four_headlines_of_other_stories_are_marked(article):
    assert len(article.inserted) == 4
    assert {span.reason.split(":")[0] for span in article.inserted} == {"headline of another story"}
    assert not any("Korea" in span.text for span in article.inserted)


def test_stored_text_is_the_file_character_for_character(article):
    assert article.text == SEED.read_text(encoding="utf-8").rstrip()


def test_title_dateline_and_agency_are_told_apart(article):
    assert article.text.startswith(f"{article.title}\n")
    assert (article.dateline, article.credit) == ("SEOUL, South Korea", "AP")


def test_agency_is_no_credit_where_it_is_the_outlet():
    (read,) = open_articles([SEED], options=IntakeOptions(outlet="Associated Press"))
    assert read.credit is None
