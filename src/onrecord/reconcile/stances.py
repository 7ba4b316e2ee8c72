"""What each stance does to the standing of an event."""

from onrecord.records import Claim, Stance, Status

__all__ = ["asserts", "is_position", "stands_against", "takes_back"]

_ASSERTING = frozenset(
    {Stance.SAYS, Stance.CONFIRMS, Stance.ACCUSES, Stance.ESTIMATES, Stance.JUSTIFIES, Stance.CONDEMNS}
)
_DONE = frozenset({Status.HAPPENED, Status.ONGOING})
_HEDGED = ("reported", "alleged", "suspected", "purported", "apparent")
"""Words before a deed that keep a condemnation from vouching for it."""

_POSITIONS = _ASSERTING | {
    Stance.DENIES,
    Stance.DECLINES_TO_CONFIRM,
    Stance.SILENT,
    Stance.RETRACTS,
    Stance.DOUBTS,
}


def asserts(claim: Claim) -> bool:
    """Tell whether a claim's sources vouch that the event happened or is under way.

    The outlet's own voice does not: it has its knowledge from someone.
    """
    event = claim.event
    if event is None or claim.stance not in _ASSERTING or event.negated or event.status not in _DONE:
        return False
    return claim.stance is not Stance.CONDEMNS or not _told_hedged(claim)


def stands_against(claim: Claim) -> bool:
    """Tell whether a claim's sources say that the event did not happen."""
    if claim.event is None:
        return False
    if claim.stance is Stance.DENIES:
        return not claim.event.negated
    return claim.event.negated and claim.stance in _ASSERTING


def takes_back(claim: Claim) -> bool:
    """Tell whether a claim's sources take back that the event happened."""
    return claim.stance is Stance.RETRACTS


def is_position(stance: Stance) -> bool:
    """Tell whether a stance answers "did it happen?"; a newer such answer replaces the older one."""
    return stance in _POSITIONS


def _told_hedged(claim: Claim) -> bool:
    assert claim.event is not None
    start = claim.event.trigger.start
    for span in claim.evidence:
        if span.start <= start < span.end:
            before = span.text[: start - span.start].casefold().split()[-4:]
            return any(word.strip("“”\"'’,") in _HEDGED for word in before)
    return False
