"""The demonstration's dispatches and the analyst's notes beside them fit each other."""

import json
from pathlib import Path

import yaml

from onrecord.records import DifferenceReason, EventType, Hedge, Stance, Standing, Status
from onrecord.workflow.demo import dispatches_path

EXPECTED = yaml.safe_load(
    (Path(__file__).parents[2] / "dispatches_expected.yaml").read_text(encoding="utf-8")
)
DISPATCHES = [json.loads(line) for line in dispatches_path().read_text(encoding="utf-8").splitlines()]


def test_every_dispatch_has_what_add_needs_and_an_id_of_its_own():
    assert len({d["id"] for d in DISPATCHES}) == len(DISPATCHES) >= 20
    for dispatch in DISPATCHES:
        assert set(dispatch) == {"id", "title", "outlet", "published", "url", "language", "text"}
        assert dispatch["url"].startswith("https://example.org/")


def test_every_dispatch_has_notes_and_the_notes_name_no_other():
    assert set(EXPECTED["claims"]) == {d["id"] for d in DISPATCHES}


def test_inserted_headlines_stand_in_their_dispatch_on_lines_of_their_own():
    texts = {d["id"]: d["text"].split("\n") for d in DISPATCHES}
    for article, lines in EXPECTED["inserted"].items():
        assert set(lines) <= set(texts[article])


def test_notes_use_the_words_of_the_vocabularies():
    claims = [c for noted in EXPECTED["claims"].values() if isinstance(noted, list) for c in noted]
    for claim in claims:
        Stance(claim["stance"])
        Status(claim.get("status", "happened"))
        if "type" in claim:
            EventType(claim["type"])
        for figure in claim.get("figures", []):
            Hedge(figure.get("hedge", "exact"))
    for event in EXPECTED["events"].values():
        for standing in [event[k] for k in ("standing",) if k in event] + event.get("standing_any_of", []):
            Standing(standing)
        for difference in event.get("numbers", {}).get("differences", []):
            DifferenceReason(difference["reason"])
