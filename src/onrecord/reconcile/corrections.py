"""Lay people's decisions over what was read and grouped; leaving a decision out undoes it."""

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import combinations
from typing import Any

from onrecord.errors import RecordError
from onrecord.reconcile.link import Constraints, Pair
from onrecord.records import Claim, Decision, DecisionKind, Event, from_json, to_json

__all__ = ["EVENT_FIELDS", "Misfit", "constraints_of", "corrected", "relabelled"]

EVENT_FIELDS = ("title", "type", "mode", "status", "standing", "actors", "recipients", "items")
"""Fields of an event that `relabel` may set."""

_READ = ("id", "anchor", "article", "made_by")
"""Fields of a claim that say which it is: none of them can be fixed."""

Misfit = Callable[[Decision, RecordError], None]
"""Told of a decision that sets a field its claim or event has not, or to a value that cannot stand there."""


def _pass_over(_decision: Decision, _error: RecordError) -> None:
    """Leave a decision that does not fit out, as if it were undone."""


def corrected(
    claims: Iterable[Claim], decisions: Sequence[Decision], misfit: Misfit = _pass_over
) -> tuple[Claim, ...]:
    """Return the claims without those that were rejected, and with what was fixed.

    Args:
        claims: As they were read.
        decisions: Standing ones, in the order they were made: of two about one thing the later holds.
        misfit: Told of each fix that does not fit its claim, as when a newer reading leaves the place empty
            whose name was fixed; it is left out.
    """
    verdict: dict[str, DecisionKind] = {}
    fixes: dict[str, dict[str, Decision]] = {}
    for decision in decisions:
        for anchor in decision.anchors:
            if decision.kind in {DecisionKind.ACCEPT, DecisionKind.REJECT}:
                verdict[anchor] = decision.kind
            elif decision.kind is DecisionKind.FIX:
                assert decision.field is not None
                fixes.setdefault(anchor, {})[decision.field] = decision
    kept = (claim for claim in claims if verdict.get(claim.anchor) is not DecisionKind.REJECT)
    return tuple(_fixed(claim, fixes.get(claim.anchor, {}).values(), misfit) for claim in kept)


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


def relabelled(
    event: Event, anchors: Iterable[str], decisions: Sequence[Decision], misfit: Misfit = _pass_over
) -> Event:
    """Return the event with the fields that people set.

    Args:
        event: As it was made.
        anchors: Of its claims.
        decisions: Standing ones, in the order they were made.
        misfit: Told of each one that does not fit the event; it is left out.
    """
    there = set(anchors)
    for decision in decisions:
        if decision.kind is DecisionKind.RELABEL and there & set(decision.anchors):
            try:
                event = _with_label(event, decision)
            except RecordError as error:
                misfit(decision, error)
    return event


def _with_label(event: Event, decision: Decision) -> Event:
    if decision.field not in EVENT_FIELDS:
        raise RecordError(
            f"Decision {decision.id} sets {decision.field!r} of an event; "
            f"expected one of {', '.join(EVENT_FIELDS)}"
        )
    return from_json(Event, to_json(event) | {decision.field: _value(decision)})


def _fixed(claim: Claim, fixes: Iterable[Decision], misfit: Misfit) -> Claim:
    for decision in fixes:
        try:
            claim = _with_fix(claim, decision)
        except RecordError as error:
            misfit(decision, error)
    return claim


def _with_fix(claim: Claim, decision: Decision) -> Claim:
    path = decision.field or ""
    *above, last = path.split(".")
    plain = to_json(claim)
    inner: Any = plain
    for name in above:
        inner = inner.get(name) if isinstance(inner, dict) else None
    if not isinstance(inner, dict) or last not in inner:
        raise RecordError(f"Claim {claim.id} has no field {path!r}; fields of an event start with 'event.'")
    if path.split(".")[0] in _READ:
        raise RecordError(f"Field {path!r} says which claim {claim.id} is and cannot be fixed")
    inner[last] = _value(decision)
    return from_json(Claim, plain)


def _value(decision: Decision) -> Any:
    try:
        return None if decision.value is None else json.loads(decision.value)
    except json.JSONDecodeError as error:
        raise RecordError(
            f"Decision {decision.id} sets {decision.field} to what is no JSON: {error}"
        ) from error


def _known(claim: Claim, decision: Decision) -> bool:
    published = claim.article.published
    return published is None or published <= date.fromisoformat(decision.made_at[:10])
