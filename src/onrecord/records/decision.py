"""What a person decided about claims and events; kept beside the readings, never inside them."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.errors import RecordError
from onrecord.records.ids import content_id

__all__ = ["Decision", "DecisionKind", "decide"]


class DecisionKind(StrEnum):
    """What a decision does."""

    ACCEPT = "accept"
    REJECT = "reject"
    FIX = "fix"
    SPLIT = "split"
    MERGE = "merge"
    RELABEL = "relabel"


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision of one person; append-only, undone by withdrawing it.

    Attributes:
        id: Content-addressed, from all but the withdrawal.
        kind: What it does.
        anchors: Anchors of the claims it is about, so that it survives re-reading. Accept, reject,
            fix: those claims. Split: the claims that belong together, apart from the rest of their
            event. Merge: claims whose events are one. Relabel: any claim of the event.
        author: Who decided.
        reason: Why, in the author's words.
        made_at: When, ISO 8601 UTC.
        field: For fix and relabel: which field of the claim or event ("event.status", "title").
        value: For fix and relabel: its new value as JSON text; None where the field is emptied.
        withdrawn_at: When it was undone, ISO 8601 UTC; None while it stands.
        withdrawn_by: Who undid it.
        withdrawn_reason: Why.
    """

    id: str
    kind: DecisionKind
    anchors: tuple[str, ...]
    author: str
    reason: str
    made_at: str
    field: str | None = None
    value: str | None = None
    withdrawn_at: str | None = None
    withdrawn_by: str | None = None
    withdrawn_reason: str | None = None

    def __post_init__(self) -> None:
        if not self.anchors:
            raise RecordError(f"Decision {self.id} needs at least one claim, got none")
        if (self.field is not None) != (self.kind in {DecisionKind.FIX, DecisionKind.RELABEL}):
            raise RecordError(f"Decision {self.id} is {self.kind.value}, but its field is {self.field!r}")


def decide(
    kind: DecisionKind,
    anchors: tuple[str, ...],
    *,
    author: str,
    reason: str,
    made_at: str,
    field: str | None = None,
    value: str | None = None,
) -> Decision:
    """Return a decision with its id; the parameters are those of `Decision`."""
    name = content_id("decision", kind.value, anchors, author, reason, made_at, field, value)
    return Decision(name, kind, anchors, author, reason, made_at, field, value)
