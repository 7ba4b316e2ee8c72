"""How likely a claim is read rightly, from what it was made of: calibrated on claims that people judged.

A claim counts as right when its sources, stance, event type and parties are (the contract's promise for
`probability`). The weights in `probability.json` are log-odds fitted by `training/probability.py` on the
judged claims of docs/evaluation.md's error card. They say how well claims of this make are read; they say
nothing of whether what the source says is true.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from onrecord.errors import WeightsError
from onrecord.reading.claims.make import Draft
from onrecord.records import Claim, PartyKind, Stance, Status

__all__ = ["claim_features", "likely", "with_probability"]

_FILE = Path(__file__).with_name("probability.json")
_LONG = 40
"""Words from which a sentence counts as long: the parser errs more there."""

_QUOTES = ('"', "“", "‘", "'")
_PLACES = 2
"""Decimals kept: the judged claims are too few for more."""


def likely(drafts: list[Draft], least: float = 0.0) -> list[Draft]:
    """Give the drafts their probabilities; return those at least as likely as `least` to be right."""
    for draft in drafts:
        draft.claim = with_probability(draft.claim)
    return [d for d in drafts if d.claim.probability is None or d.claim.probability >= least]


def with_probability(claim: Claim) -> Claim:
    """Return the claim with its probability; unchanged where none has been calibrated.

    Raises:
        WeightsError: The package's weights cannot be read.
    """
    weights = _weights()
    if not weights:
        return claim
    told = weights["always"] + sum(weights.get(name, 0.0) * x for name, x in claim_features(claim).items())
    return replace(claim, probability=round(1 / (1 + math.exp(-told)), _PLACES))


def claim_features(claim: Claim) -> dict[str, float]:
    """Return what a claim is made of, as numbers by name, each 0 to 1.

    Reads the claim alone, so that claims judged long ago can be compared with new ones.
    """
    event, sources, rules = claim.event, claim.sources, claim.made_by.rules
    words = sum(len(span.text.split()) for span in claim.evidence)
    parties = () if event is None else (*event.actors, *event.recipients, *event.against)
    return {
        "outlet_voice": float(claim.stance is Stance.REPORTS),
        "plain_saying": float(claim.stance is Stance.SAYS),
        "source_named": float(any(p.kind is not PartyKind.UNKNOWN for p in sources)),
        "source_stands_elsewhere": float(any(p.mention is not None or p.inferred for p in sources)),
        "carried": float(bool(claim.via)),
        "quoted": float(bool(claim.content) and claim.content[0].text.startswith(_QUOTES)),
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
        "long_sentence": min(1.0, max(0.0, words - _LONG) / _LONG),
    }


@cache
def _weights() -> Mapping[str, float]:
    try:
        told = json.loads(_FILE.read_text(encoding="utf-8"))
    except (OSError, json.JSONDecodeError) as error:
        raise WeightsError(f"{_FILE.name} cannot be read: {error}. Reinstall onrecord.") from error
    weights: dict[str, float] = told["weights"]
    return weights
