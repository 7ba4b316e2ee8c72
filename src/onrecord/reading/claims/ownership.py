"""Tell which attribution an event is told in, and whether it is the point of what was said."""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from onrecord.reading.attribution.content import head_of
from onrecord.reading.attribution.spans import asks_whether
from onrecord.reading.attribution.unsaid import QUIET
from onrecord.reading.infinitives import is_infinitive
from onrecord.reading.layers import Attribution, Happening
from onrecord.records import Stance

__all__ = ["PLAIN", "Owned", "owned_by"]

PLAIN = frozenset({Stance.SAYS, Stance.CONFIRMS, Stance.ESTIMATES, Stance.REPORTS, Stance.ACCUSES})
"""Stances that hold for everything told in their content, not only for its point."""

_ASIDE = frozenset({"relcl", "advcl", "acl", "appos"})
_TIMES = frozenset({"after", "before", "during", "since", "amid", "following"})
"""Prepositions that only tell when: "urged calm after [the killing]"."""


@dataclass(frozen=True, slots=True)
class Owned:
    """An event in the telling of one attribution.

    Attributes:
        attribution: Index of the attribution; None for the outlet's own voice.
        main: True when the stance is taken on this event; False for one told beside it
            ("urged allies to act before [troops deployed in Kursk] reach the front").
    """

    attribution: int | None
    main: bool


def owned_by(doc: Doc, happening: Happening, attributions: tuple[Attribution, ...]) -> Owned:
    """Return the innermost attribution whose content, subject or cue holds the event's head."""
    told = [i for i, one in enumerate(attributions) if happening.of_cue and happening.head in one.cue]
    if told:
        return Owned(told[0], True)
    around = [
        (len(one.content) + len(one.subject), i)
        for i, one in enumerate(attributions)
        if happening.head in one.content or happening.head in one.subject
    ]
    if not around:
        return Owned(None, True)
    index = min(around)[1]
    one = attributions[index]
    main = one.stance in PLAIN or _is_point(doc, doc[happening.head], one)
    if one.stance in QUIET and not main and not one.quoted:
        return Owned(None, True)  # "would not say who was aboard when [it was hit]": he says nothing of it
    return Owned(index, main)


def _tells(clause: Token) -> bool:
    """Tell whether a clause says what its noun claims: "rejected the report [that troops had left]"."""
    told = clause.dep_ in {"acl", "relcl"}
    return told and any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)


def _is_to_be_done(head: Token) -> bool:
    """Tell whether a deed is told as to be done to somebody: "to be deported"."""
    parts = {c.dep_ for c in head.children}
    return is_infinitive(head) and "auxpass" in parts


def _is_point(doc: Doc, head: Token, attribution: Attribution) -> bool:
    """Tell whether nothing between the event and the head of what was said is an aside."""
    if attribution.stance is Stance.DEMANDS and _is_to_be_done(head):
        return True  # "called for those who … [to be deported]", wherever the parse hangs it
    tokens = attribution.content or attribution.subject
    top = head_of(doc, tokens)
    token = head
    while top is not None and token.i != top.i and token.head.i != token.i:
        aside = token.dep_ in _ASIDE and not _tells(token)
        # "a probe into [whether it was planned]": what somebody is to find out
        if aside or asks_whether(token) or (token.dep_ == "prep" and token.lower_ in _TIMES):
            return False
        if token.head.i not in tokens:
            return True
        token = token.head
    return True
