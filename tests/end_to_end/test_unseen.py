"""Twelve dispatches nobody looked at while rules were written: what the reader does on new text of this kind.

They and an analyst's notes on them lie in `unseen/`. Keep it so: look at the figures, never at the sentences.
"""

import sys
from pathlib import Path

import pytest

from onrecord.intake.options import IntakeOptions
from onrecord.intake.sources import open_articles
from onrecord.workflow.read import ReadingOptions, build_reader

sys.path.insert(0, str(Path(__file__).parent))
from expectations import expected_claims, meets

pytestmark = pytest.mark.weights

UNSEEN = Path(__file__).parent / "unseen"
FLOORS = {
    ("source", "stance"): 123,
    ("type", "actors"): 88,
    ("source", "stance", "said", "type", "status", "actors", "recipients", "items", "figures"): 62,
}
"""Fields → of the 151 claims noted, how many are found with those of them that the note names.

123, 90 and 64 are; int8 networks see a little else on other processors.
"""


@pytest.fixture(scope="module")
def noted():
    """Return the claims read of each article beside what was noted of it."""
    reader = build_reader(ReadingOptions())
    articles = {a.id: a for a in open_articles([UNSEEN / "dispatches.jsonl"], options=IntakeOptions())}
    notes = expected_claims(UNSEEN / "expected.yaml")
    return [(reader.read(articles[id_]), wanted) for id_, wanted in notes.items()]


@pytest.mark.parametrize("fields", FLOORS, ids=lambda fields: "+".join(fields))
def test_no_fewer_noted_claims_are_found_than_before(noted, fields):
    found = 0
    for claims, notes in noted:
        for note in notes:
            asked = {key: value for key, value in note.items() if key in fields}
            found += bool(asked) and any(meets(claim, asked) for claim in claims)
    assert found >= FLOORS[fields], f"{found} found"
