"""Lay people's decisions over what was read and grouped; leaving a decision out undoes it."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import Any

from onrecord.errors import RecordError
from onrecord.reconcile.link import Constraints, Pair
from onrecord.records import Claim, Decision, DecisionKind, Event, from_json, to_json

__all__ = ["EVENT_FIELDS", "constraints_of", "corrected", "relabelled"]

EVENT_FIELDS = ("title", "type", "mode", "status", "standing", "actors", "recipients", "items")
"""Fields of an event that `relabel` may set."""


def corrected(claims: Iterable[Claim], decisions: Sequence[Decision]) -> tuple[Claim, ...]:
    """Return the claims without those that were rejected, and with what was fixed.

    Args:
        claims: As they were read.
        decisions: Standing ones, in the order they were made: of two about one thing the later holds.

    Raises:
        RecordError: A fix sets a field that a claim has not, or to a value it cannot hold.
    """
    verdict: dict[str, DecisionKind] = {}
    fixes: dict[str, dict[str, str | None]] = {}
    for decision in decisions:
        for anchor in decision.anchors:
            if decision.kind in {DecisionKind.ACCEPT, DecisionKind.REJECT}:
                verdict[anchor] = decision.kind
            elif decision.kind is DecisionKind.FIX:
                assert decision.field is not None
                fixes.setdefault(anchor, {})[decision.field] = decision.value
    kept = (claim for claim in claims if verdict.get(claim.anchor) is not DecisionKind.REJECT)
    return tuple(_fixed(claim, fixes.get(claim.anchor, {})) for claim in kept)


def constraints_of(claims: Iterable[Claim], decisions: Sequence[Decision]) -> Constraints:
    """Return what splits and merges ask of grouping.

    A split keeps its claims together and apart from all claims of articles published up to the day it was
    made; later articles may join either side. A merge makes one event of the events its claims are in.
    """
    by_anchor: dict[str, list[Claim]] = {}
    for claim in claims:
        by_anchor.setdefault(claim.anchor, []).append(claim)
    together: list[Pair] = []
    apart: list[Pair] = []
    merged: list[tuple[str, ...]] = []
    for decision in decisions:
        inside = [claim for anchor in decision.anchors for claim in by_anchor.get(anchor, ())]
        ids = tuple(claim.id for claim in inside)
        if decision.kind is DecisionKind.MERGE:
            merged.append(ids)
        elif decision.kind is DecisionKind.SPLIT:
            together += combinations(ids, 2)
            outside = (c for there in by_anchor.values() for c in there if c.id not in ids)
            apart += [(one, c.id) for c in outside if _known(c, decision) for one in ids]
    return Constraints(tuple(together), tuple(apart), tuple(merged))


def relabelled(event: Event, anchors: Iterable[str], decisions: Sequence[Decision]) -> Event:
    """Return the event with the fields that people set.

    Args:
        event: As it was made.
        anchors: Of its claims.
        decisions: Standing ones, in the order they were made.

    Raises:
        RecordError: A decision sets a field that cannot be set, or to a value it cannot hold.
    """
    there = set(anchors)
    labels = [d for d in decisions if d.kind is DecisionKind.RELABEL and there & set(d.anchors)]
    if not labels:
        return event
    plain = to_json(event)
    for decision in labels:
        if decision.field not in EVENT_FIELDS:
            raise RecordError(
                f"Decision {decision.id} sets {decision.field!r} of an event; "
                f"expected one of {', '.join(EVENT_FIELDS)}"
            )
        plain[decision.field] = _value(decision)
    return from_json(Event, plain)


def _fixed(claim: Claim, fixes: Mapping[str, str | None]) -> Claim:
    if not fixes:
        return claim
    plain = to_json(claim)
    for path, value in fixes.items():
        *above, last = path.split(".")
        inner: Any = plain
        for name in above:
            inner = inner.get(name) if isinstance(inner, dict) else None
        if not isinstance(inner, dict) or last not in inner:
            raise RecordError(
                f"Claim {claim.id} has no field {path!r}; fields of an event start with 'event.'"
            )
        inner[last] = None if value is None else json.loads(value)
    return from_json(Claim, plain)


def _value(decision: Decision) -> Any:
    return None if decision.value is None else json.loads(decision.value)


def _known(claim: Claim, decision: Decision) -> bool:
    published = claim.article.published
    return published is None or published <= date.fromisoformat(decision.made_at[:10])
