"""Review: claims to accept, fix or reject, events to merge or split, and the log of decisions."""

import json
from dataclasses import dataclass, replace
from typing import cast

from onrecord.errors import RequestError, UsageError
from onrecord.records import Claim, Decision, DecisionKind, EventType, Stance, Status
from onrecord.web.fields import Asked, claim_filter
from onrecord.web.pages.built import Built, Table
from onrecord.web.room import Room
from onrecord.workflow.correct import correct
from onrecord.workflow.correct import undo as withdraw

__all__ = ["FIXES", "REVIEW_FIELDS", "ReviewPage", "record", "review", "review_table", "undo"]

REVIEW_FIELDS = (
    "q",
    "party",
    "type",
    "stance",
    "status",
    "outlet",
    "since",
    "until",
    "event",
    "after",
    "limit",
)

FIXES: dict[str, tuple[str, ...]] = {
    "stance": tuple(s.value for s in Stance),
    "event.status": tuple(s.value for s in Status),
    "event.type": tuple(t.value for t in EventType),
    "event.negated": ("true", "false"),
}
"""Fields a reviewer may fix on the page, with their values; any other by `onrecord correct`."""

_LONGEST = 500  # characters of a reason, a name or a title
_MOST_CLAIMS = 100


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A claim with the decisions that stand about it."""

    claim: Claim
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """Claims to review.

    Attributes:
        open: Whether changes are taken (`onrecord serve --review`).
        claims: Claims asked for, the newest first.
        log: The last decisions, the newest first, those undone too.
    """

    open: bool
    claims: tuple[Reviewed, ...]
    log: tuple[Decision, ...]


def review(room: Room, asked: Asked) -> Built:
    """Return a page of claims to review, with the log."""
    reader = room.ledger.reader
    wanted = claim_filter(asked, room.unseal(asked.values.get("after")))
    if "limit" not in asked.values:
        wanted = replace(wanted, limit=15)
    page = reader.claims_page(wanted)
    about: dict[str, list[Decision]] = {}
    for decision in reader.decisions_about([c.anchor for c in page.items]):
        for anchor in decision.anchors:
            about.setdefault(anchor, []).append(decision)
    log = reader.decisions(withdrawn=True)[::-1][:30]
    listed = tuple(Reviewed(c, tuple(about.get(c.anchor, ()))) for c in page.items)
    return Built(ReviewPage(room.review, listed, log), room.seal(page.next))


def review_table(data: object) -> Table:
    """Return the log as a table."""
    header = ("id", "kind", "made_at", "author", "reason", "field", "value", "claims", "withdrawn_at")
    rows = tuple(
        (
            d.id, d.kind, d.made_at, d.author, d.reason, d.field or "", d.value or "", " ".join(d.anchors),
            d.withdrawn_at or "",
        )
        for d in cast(ReviewPage, data).log
    )  # fmt: skip
    return Table(header, rows)


def record(room: Room, form: dict[str, str], anchors: tuple[str, ...]) -> Decision:
    """Add the decision a form tells, and bring the events up to it.

    Raises:
        RequestError: A part of the form is missing or wrong, or a claim it is about is not there.
    """
    kind = _kind(form.get("kind", ""))
    known = {c.anchor for c in room.ledger.reader.claims_by_anchors(anchors[:_MOST_CLAIMS])}
    if not anchors or len(anchors) > _MOST_CLAIMS or not known.issuperset(anchors):
        raise _wrong("anchors", f"1 to {_MOST_CLAIMS} claims that stand in the ledger, by their anchors")
    field, value = _fix(kind, form)
    author, reason = _told(form, "author"), _told(form, "reason")
    try:
        return correct(
            room.url, kind, anchors, author=author, reason=reason, clock=room.clock, field=field, value=value
        )
    except UsageError as error:
        raise RequestError(str(error), status=400, code="wrong_value", field="kind") from error


def undo(room: Room, form: dict[str, str]) -> Decision:
    """Withdraw the decision a form names, and bring the events back.

    Raises:
        RequestError: There is no such decision that still stands, or a part of the form is missing.
    """
    wanted = form.get("decision", "")
    if wanted not in {d.id for d in room.ledger.reader.decisions()}:
        raise _wrong("decision", "the id of a decision that still stands")
    author, reason = _told(form, "author"), _told(form, "reason")
    return withdraw(room.url, wanted, author=author, reason=reason, clock=room.clock)


def _kind(text: str) -> DecisionKind:
    try:
        return DecisionKind(text)
    except ValueError as error:
        raise _wrong("kind", f"one of {', '.join(k.value for k in DecisionKind)}") from error


def _fix(kind: DecisionKind, form: dict[str, str]) -> tuple[str | None, str | None]:
    """Return field and value (as JSON text) of a fix or relabel."""
    if kind is DecisionKind.RELABEL:
        return "title", json.dumps(_told(form, "value"), ensure_ascii=False)
    if kind is not DecisionKind.FIX:
        return None, None
    field, _, value = form.get("fix", "").partition("=")
    if value not in FIXES.get(field, ()):
        raise _wrong("fix", "a field and its value, as stance=denies")
    return field, value if field == "event.negated" else json.dumps(value)


def _told(form: dict[str, str], name: str) -> str:
    text = " ".join(form.get(name, "").split())
    if not 0 < len(text) <= _LONGEST:
        raise _wrong(name, f"1 to {_LONGEST} characters")
    return text


def _wrong(field: str, expected: str) -> RequestError:
    return RequestError(
        f"The form's {field!r} is not as it should be; expected {expected}.",
        status=400,
        code="wrong_value",
        field=field,
    )
