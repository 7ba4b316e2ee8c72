"""The event in positive form: what the stance around it makes of its status and negation.

Source: the table "The event is told in positive form; the stance carries the attitude" of the
contract's conventions.
"""

from onrecord.records import Stance, Status

__all__ = ["told_status"]

_MADE: dict[Stance, Status] = {
    Stance.DEMANDS: Status.DEMANDED,
    Stance.PROMISES: Status.PLANNED,
    Stance.PREDICTS: Status.POSSIBLE,
}
_ANSWERS = frozenset({Stance.DENIES, Stance.DECLINES_TO_CONFIRM, Stance.SILENT, Stance.DOUBTS})
_OF_WHAT_MAY_COME = frozenset({Stance.FEARS, Stance.PREDICTS})


def told_status(
    stance: Stance,
    status: Status,
    negated: bool,
    *,
    finite: bool,
    past: bool = False,
    presupposed: bool = False,
    willed: bool = False,
) -> tuple[Status, bool]:
    """Return an event's status and negation under a stance.

    Args:
        stance: What the source does with it.
        status: How the deed's own clause tells it.
        negated: Whether its own clause negates it.
        finite: True when a finite verb tells it ("troops have arrived"), false for a noun, an
            infinitive or a gerund ("the transfer of troops", "to send troops").
        past: True when the day it is told for is over ("fears over last month's strikes").
        presupposed: True when it is done whatever is asked or promised of something else ("an inquiry into
            the raid").
        willed: True when it is told that it will be done, and not only that it might ("vowed to punish").
    """
    if stance in _ANSWERS:
        return status, False
    if presupposed or (stance is Stance.PROMISES and status is Status.DEMANDED):
        return status, negated  # nor is what one promises to ask for promised
    if past and stance in _OF_WHAT_MAY_COME:
        return status, negated
    if stance is Stance.FEARS:
        told_as_done = finite and status in {Status.HAPPENED, Status.ONGOING}
        return (status if told_as_done else Status.POSSIBLE), negated
    if stance is Stance.THREATENS and willed and status is Status.PLANNED:
        return status, negated
    if stance is Stance.THREATENS:
        return (Status.CONDITIONAL if status is Status.CONDITIONAL else Status.POSSIBLE), negated
    if stance is Stance.PROMISES and status is Status.CONDITIONAL:
        return status, negated
    return _MADE.get(stance, status), negated
