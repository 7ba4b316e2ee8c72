"""To whom an act of speech is addressed."""

from dataclasses import replace

from onrecord.reading.layers import Attribution
from onrecord.records import EventType, SpeechAct, Status, ToldEvent

__all__ = ["addressed"]

_TO_COME = frozenset({EventType.AGREE, EventType.THREATEN, EventType.REQUEST})
"""Acts of speech on what is not yet done."""

_DOING_GOOD = frozenset({EventType.AID, EventType.CONSULT, EventType.COOPERATE})
"""Deeds that are promised to whom they do good."""


def addressed(one: Attribution, event: ToldEvent | None) -> SpeechAct | None:
    """Return the act of speech, addressed to others in the event where the text names no one.

    That is who does it, of a threat whom it would be done to, of a promise whom it would do good. What was
    done is not what is promised, threatened or asked for: "vowed revenge for the killing of a general".
    """
    act, own = one.speech_act, {party.id for party in one.sources}
    if act is None or act.recipients or event is None:
        return act
    if act.type in _TO_COME and event.status is Status.HAPPENED:
        return act
    if act.type is EventType.AGREE and event.type not in _DOING_GOOD:
        return act
    whom = event.recipients if act.type in (EventType.AGREE, EventType.THREATEN) else event.actors
    return replace(act, recipients=tuple(party for party in whom if party.id not in own))
