"""Verdicts on claims: well formed, and told apart by what a claim tells."""

import csv
import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
VERDICTS = ROOT / "tests" / "error_card" / "verdicts.tsv"
FIELDS = {
    *("source", "via", "stance", "content", "said", "event", "type", "actors", "recipients", "against"),
    *(
        "item",
        "items",
        "place",
        "when",
        "figures",
        "status",
        "negated",
        "background",
        "sector",
        "kind",
        "claim",
    ),
}


@pytest.fixture(scope="module")
def digest_of():
    spec = importlib.util.spec_from_file_location("draw", ROOT / "benchmarks" / "error_card" / "draw.py")
    draw = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(draw)
    return draw.digest_of


@pytest.fixture(scope="module")
def verdicts():
    with VERDICTS.open(encoding="utf-8") as file:
        return list(csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t"))


def test_a_verdict_is_right_where_no_field_is_wrong(verdicts):
    assert len(verdicts) > 6000
    assert all((row["ok"] == "1") == (row["wrong"] == "-") for row in verdicts)


def test_every_field_that_is_wrong_is_one_that_is_judged(verdicts):
    assert {field for row in verdicts for field in row["wrong"].split(",")} <= {*FIELDS, "-"}


def test_a_digest_is_of_what_a_claim_tells_but_for_sectors(digest_of):
    party = {"id": "PER", "sector": "GOV"}
    claim = {
        "id": "claim-1",
        "article": {"id": "a"},
        "stance": "says",
        "sources": [party],
        "probability": 0.5,
    }
    same = claim | {"id": "claim-2", "sources": [party | {"sector": "MIL"}], "probability": 0.9}
    assert digest_of(same) == digest_of(claim)
    assert digest_of(claim | {"stance": "denies"}) != digest_of(claim)
    assert digest_of(claim | {"article": {"id": "b"}}) != digest_of(claim)
