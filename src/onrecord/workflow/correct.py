"""People's decisions into a ledger: made, undone, listed, carried from one ledger to another."""

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime

from onrecord.errors import RecordError, UsageError
from onrecord.ledger import Ledger
from onrecord.reconcile.corrections import EVENT_FIELDS, corrected, relabelled
from onrecord.records import Claim, Decision, DecisionKind, decide, from_json
from onrecord.workflow.events import find_event
from onrecord.workflow.reconcile import reconcile_ledger, set_keys

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
        if kind is DecisionKind.RELABEL:
            find_event(ledger, claims[0].id)
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
        UsageError: A line is no decision, or one that does not fit its claim or event; nothing is added then.
        LedgerError: The ledger cannot be written.
    """
    decisions = {number: _read(number, line) for number, line in enumerate(lines, start=1) if line.strip()}
    with Ledger.open(url, create=False) as ledger:
        with ledger.writing():
            known = {one.id for one in ledger.reader.decisions(withdrawn=True)}
            for number, one in decisions.items():
                if one.id not in known and one.withdrawn_at is None:
                    _try(ledger, one, ledger.reader.claims_by_anchors(one.anchors), f"Line {number}: ")
            added = sum(ledger.writer.add_decision(one, clock()) for one in decisions.values())
        _follow(ledger, [anchor for one in decisions.values() for anchor in one.anchors], clock)
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


def _try(ledger: Ledger, decision: Decision, claims: Sequence[Claim], where: str = "") -> None:
    """Refuse a decision that cannot be carried out before it is kept."""

    def refuse(_decision: Decision, error: RecordError) -> None:
        raise UsageError(
            f'{where}{error}. A value is JSON: "happened" in quotation marks, true, 12, null; '
            f"fields of an event are {', '.join(EVENT_FIELDS)}."
        ) from error

    corrected(claims, [decision], refuse)
    for event in ledger.reader.events_of(decision.anchors):
        relabelled(event, decision.anchors, [decision], refuse)


def _follow(ledger: Ledger, anchors: Iterable[str], clock: Clock) -> None:
    """Bring keys and events up to what was decided about some claims."""
    claims = ledger.reader.claims_by_anchors(list(dict.fromkeys(anchors)))
    set_keys(ledger, claims)
    reconcile_ledger(ledger, clock=clock)


def _read(number: int, line: str) -> Decision:
    try:
        decision = from_json(Decision, json.loads(line))
        if decision.value is not None:
            json.loads(decision.value)
        _check_moments(decision)
    except (RecordError, json.JSONDecodeError) as error:
        raise UsageError(f"Line {number} is no decision: {error}") from error
    return decision


def _check_moments(decision: Decision) -> None:
    for name, moment in (("made_at", decision.made_at), ("withdrawn_at", decision.withdrawn_at)):
        try:
            zoned = moment is None or datetime.fromisoformat(moment).tzinfo is not None
        except ValueError:
            zoned = False
        if not zoned:
            raise RecordError(f"{name} is {moment!r}; expected a moment as 2025-03-01T12:00:00+00:00")
