"""People's decisions into a ledger: made, undone, listed, carried from one ledger to another."""

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime

from onrecord.errors import RecordError, UsageError
from onrecord.ledger import Ledger
from onrecord.reconcile.corrections import EVENT_FIELDS, corrected, relabelled
from onrecord.records import Claim, Decision, DecisionKind, decide, from_json
from onrecord.workflow.ask import as_corrected
from onrecord.workflow.events import find_event
from onrecord.workflow.reconcile import keys_for, reconcile_ledger

__all__ = ["correct", "import_decisions", "list_decisions", "undo"]

Clock = Callable[[], datetime]


def correct(
    url: str,
    kind: DecisionKind,
    names: Sequence[str],
    *,
    author: str,
    reason: str,
    clock: Clock,
    field: str | None = None,
    value: str | None = None,
) -> Decision:
    """Make a decision, bring the events up to it, and return it.

    Args:
        url: Of a ledger that is there.
        kind: What it does.
        names: ids or anchors of claims; for merge and relabel ids of events stand for their first claim.
        author: Who decides.
        reason: Why.
        clock: Gives the moment, with a time zone.
        field: For fix and relabel, what is set.
        value: Its new value as JSON, None to empty it.

    Raises:
        UsageError: A claim or event is not there, or the field cannot be set so.
        LedgerError: The ledger cannot be read or written.
    """
    with Ledger.open(url, create=False) as ledger:
        claims = _claims(ledger, kind, names)
        made_at = clock().astimezone(UTC).isoformat()
        anchors = tuple(dict.fromkeys(claim.anchor for claim in claims))
        decision = decide(
            kind, anchors, author=author, reason=reason, made_at=made_at, field=field, value=value
        )
        _try(ledger, decision, claims)
        ledger.writer.add_decision(decision, clock())
        _follow(ledger, decision.anchors, clock)
    return decision


def undo(url: str, decision: str, *, author: str, reason: str, clock: Clock) -> Decision:
    """Undo a decision, bring the events back, and return it as withdrawn.

    Raises:
        LedgerError: There is no such decision, it was undone before, or the ledger cannot be written.
    """
    with Ledger.open(url, create=False) as ledger:
        undone = ledger.writer.withdraw_decision(decision, author=author, reason=reason, at=clock())
        _follow(ledger, undone.anchors, clock)
    return undone


def list_decisions(url: str, *, withdrawn: bool = False) -> tuple[Decision, ...]:
    """Return all decisions in the order they were made, those undone only when asked for."""
    with Ledger.open(url, create=False) as ledger:
        return ledger.reader.decisions(withdrawn=withdrawn)


def import_decisions(url: str, lines: Iterable[str], clock: Clock) -> int:
    """Add decisions written as JSON lines, and return how many the ledger had not.

    Raises:
        UsageError: A line is no decision; nothing is added then.
        LedgerError: The ledger cannot be written.
    """
    decisions = [_read(number, line) for number, line in enumerate(lines, start=1) if line.strip()]
    with Ledger.open(url, create=False) as ledger:
        added = sum(ledger.writer.add_decision(one, clock()) for one in decisions)
        _follow(ledger, [anchor for one in decisions for anchor in one.anchors], clock)
    return added


def _claims(ledger: Ledger, kind: DecisionKind, names: Sequence[str]) -> list[Claim]:
    found = []
    for name in names:
        claim = ledger.reader.claim(name)
        if claim is None and kind in {DecisionKind.MERGE, DecisionKind.RELABEL}:
            claim = ledger.reader.claim(find_event(ledger, name).claims[0])
        if claim is None:
            raise UsageError(
                f"There is no claim {name} in the ledger. List claims with: onrecord claims --json"
            )
        found.append(claim)
    return found


def _try(ledger: Ledger, decision: Decision, claims: Sequence[Claim]) -> None:
    """Refuse a decision that cannot be carried out before it is kept."""
    try:
        if decision.kind is DecisionKind.FIX:
            corrected(claims, [decision])
        elif decision.kind is DecisionKind.RELABEL:
            relabelled(find_event(ledger, claims[0].id), decision.anchors, [decision])
    except (RecordError, json.JSONDecodeError) as error:
        raise UsageError(
            f'{error}. A value is JSON: "happened" in quotation marks, true, 12, null; '
            f"fields of an event are {', '.join(EVENT_FIELDS)}."
        ) from error


def _follow(ledger: Ledger, anchors: Iterable[str], clock: Clock) -> None:
    """Bring keys and events up to what was decided about some claims."""
    claims = ledger.reader.claims_by_anchors(list(dict.fromkeys(anchors)))
    ledger.writer.set_claim_keys(keys_for(as_corrected(ledger, claims)))
    reconcile_ledger(ledger, clock=clock)


def _read(number: int, line: str) -> Decision:
    try:
        return from_json(Decision, json.loads(line))
    except (RecordError, json.JSONDecodeError) as error:
        raise UsageError(f"Line {number} is no decision: {error}") from error
