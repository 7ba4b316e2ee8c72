"""Compare claims with what an attentive analyst expects of the bundled dispatches."""

from pathlib import Path
from typing import Any

import yaml

from onrecord.records import Claim, Figure, Party, ToldEvent

EXPECTED = Path(__file__).parents[1] / "dispatches_expected.yaml"


def expected_claims(notes: Path = EXPECTED) -> dict[str, list[dict[str, Any]]]:
    """Return article id → the claims expected of it; copies stand for nothing of their own.

    Args:
        notes: What an analyst noted, as YAML; of the bundled dispatches by default.
    """
    told = yaml.safe_load(notes.read_text("utf-8"))["claims"]
    return {article: claims for article, claims in told.items() if isinstance(claims, list)}


def meets(claim: Claim, wanted: dict[str, Any]) -> bool:
    """Tell whether a claim says everything that is wanted of it; what is not named may be anything."""
    event = claim.event
    if "stance" in wanted and claim.stance.value != wanted["stance"]:
        return False
    if "source" in wanted and not _is_source(claim, wanted["source"]):
        return False
    if "said" in wanted and (claim.said is None or claim.said.start != wanted["said"]):
        return False
    of_event = {"type", "status", "actors", "recipients", "items", "figures"} & set(wanted)
    return not of_event or (event is not None and all(_holds(event, key, wanted[key]) for key in of_event))


def _holds(event: ToldEvent, key: str, wanted: Any) -> bool:
    if key == "type":
        return event.type is not None and event.type.value == wanted
    if key == "status":
        return event.status.value == wanted
    if key == "items":
        return set(wanted) <= {item.kind for item in event.items}
    if key == "figures":
        return all(any(_same_figure(figure, one) for figure in event.figures) for one in wanted)
    parties = event.actors if key == "actors" else event.recipients
    return set(wanted) <= _ids(parties)


def _is_source(claim: Claim, wanted: str) -> bool:
    if wanted == "outlet":
        return not claim.sources
    return wanted in _ids(claim.sources)


def _ids(parties: tuple[Party, ...]) -> set[str]:
    """Return every id a party may be expected under: its own, its body's, its state's."""
    return {
        key for p in parties for key in (p.id, p.of, p.country, "EU" if p.country == "EUE" else None) if key
    }


def _same_figure(figure: Figure, wanted: dict[str, Any]) -> bool:
    return all(
        getattr(figure, key) == value
        if key in {"low", "best", "high"}
        else str(getattr(figure, key)) == value
        for key, value in wanted.items()
        if key in {"low", "best", "high", "hedge"}
    )
