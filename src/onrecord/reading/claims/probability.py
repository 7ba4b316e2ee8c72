"""How likely a claim, and each part of it, is read rightly: calibrated on claims that people judged.

A claim counts as right when its sources, stance, event type and parties are (the contract's promise for
`probability`); a part, when nothing of it was judged wrong. The weights in `probability.json` are log-odds
fitted by `training/probability.py` on the judged claims of docs/evaluation.md's error card. They say how well
claims of this make are read; they say nothing of whether what the source says is true.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from onrecord.errors import WeightsError
from onrecord.reading.claims.signs import PARTS, Signs, excess_length, is_quoted, log_odds
from onrecord.records import Claim, PartyKind, Stance, Status

__all__ = ["Weights", "claim_features", "part_features", "probability_of_part", "with_probability"]

_FILE = Path(__file__).with_name("probability.json")
_PLACES = 2
"""Decimals kept: the judged claims are too few for more."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Log-odds by feature.

    Attributes:
        claim: Of a claim that encoders have read, with what its parts are worth.
        by_rules: Of a claim that rules alone have read.
        parts: Of the signs of each part.
    """

    claim: Mapping[str, float]
    by_rules: Mapping[str, float]
    parts: Mapping[str, Mapping[str, float]]


def with_probability(claim: Claim, signs: Signs | None = None) -> Claim:
    """Return the claim with its probability; unchanged where none has been calibrated.

    Args:
        claim: Any claim.
        signs: What the encoders make of its parts; none where rules alone have read it.

    Raises:
        WeightsError: The package's weights cannot be read.
    """
    features = claim_features(claim)
    weights = _weights().by_rules
    if signs:
        features |= part_features(signs)
        weights = _weights().claim
    if not weights:
        return claim
    return replace(claim, probability=round(_logistic(weights, features), _PLACES))


def probability_of_part(part: str, signs: Mapping[str, float]) -> float | None:
    """Return how likely a part of a claim is read rightly; None where that has not been calibrated.

    Args:
        part: One of `signs.PARTS`.
        signs: Its signs.

    Raises:
        WeightsError: The package's weights cannot be read.
    """
    weights = _weights().parts.get(part)
    return _logistic(weights, signs) if weights else None


def part_features(signs: Signs) -> dict[str, float]:
    """Return what a claim's parts are worth, as log-odds; 0 for a part that it does not tell."""
    likely = {part: probability_of_part(part, signs[part]) for part in PARTS if part in signs}
    return {f"likely_{part}": 0.0 if p is None else log_odds(p) for part, p in likely.items()}


def claim_features(claim: Claim) -> dict[str, float]:
    """Return what a claim is made of, as numbers by name, each 0 to 1.

    Reads the claim alone, so that claims judged long ago can be compared with new ones.
    """
    event, sources, rules = claim.event, claim.sources, claim.made_by.rules
    parties = () if event is None else (*event.actors, *event.recipients, *event.against)
    return {
        "outlet_voice": float(claim.stance is Stance.REPORTS),
        "plain_saying": float(claim.stance is Stance.SAYS),
        "source_named": float(any(p.kind is not PartyKind.UNKNOWN for p in sources)),
        "source_stands_elsewhere": float(any(p.mention is not None or p.inferred for p in sources)),
        "carried": float(bool(claim.via)),
        "quoted": float(is_quoted(claim)),
        "leans": float(any(rule.startswith("rule:") for rule in rules)),
        "model_alone": float(any(rule.startswith("model:") for rule in rules)),
        "event_told": float(event is not None),
        "event_acted": float(event is not None and bool(event.actors)),
        "event_both": float(event is not None and bool(event.actors) and bool(event.recipients)),
        "party_stands_elsewhere": float(any(p.mention is not None or p.inferred for p in parties)),
        "party_unnamed": float(any(p.kind is PartyKind.UNKNOWN for p in parties)),
        "not_done": float(
            event is not None and (event.negated or event.status not in (Status.HAPPENED, Status.ONGOING))
        ),
        "long_sentence": excess_length(claim),
    }


def _logistic(weights: Mapping[str, float], features: Mapping[str, float]) -> float:
    told = weights["always"] + sum(weights.get(name, 0.0) * x for name, x in features.items())
    return 1 / (1 + math.exp(-told))


@cache
def _weights() -> Weights:
    try:
        told = json.loads(_FILE.read_text(encoding="utf-8"))
    except (OSError, json.JSONDecodeError) as error:
        raise WeightsError(f"{_FILE.name} cannot be read: {error}. Reinstall onrecord.") from error
    return Weights(told["claim"], told["by_rules"], told["parts"])
