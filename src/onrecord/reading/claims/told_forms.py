"""In what form of words a deed is told: in a clause of its own, with a tense, as something that was there."""

from spacy.tokens import Token

from onrecord.reading.claims.worth import is_noun
from onrecord.reading.events.hypothetical import opens_condition
from onrecord.reading.infinitives import FINITE

__all__ = ["has_tense", "is_definite", "is_finite", "is_told_plainly"]


def is_told_plainly(head: Token) -> bool:
    """Tell whether a deed stands in a finite clause that is no condition.

    "a missile designed to attack the coast", "if they attack": nobody says that somebody attacks.
    """
    verb = next((t for t in (head, *head.ancestors) if t.pos_ in ("VERB", "AUX")), head)
    return is_finite(verb) and not opens_condition(verb)


def is_finite(head: Token) -> bool:
    """Tell whether a deed is told by a verb of its own clause, as done or to be done, not as a purpose."""
    return head.tag_ in FINITE or any(
        child.dep_ in {"aux", "auxpass"} and child.lower_ != "to" for child in head.children
    )


def has_tense(head: Token) -> bool:
    """Tell whether a verb has a tense of its own: "were hit", but not "to be hit", "being hit"."""
    parts = (head, *(child for child in head.children if child.dep_ in {"aux", "auxpass"}))
    return any(part.tag_ in FINITE for part in parts)


def is_definite(head: Token) -> bool:
    """Tell whether a noun tells of what there was: "concern over [the killings]", not "fear of an attack"."""
    over = head.dep_ == "pobj" and head.head.lower_ in _OVER
    return over and is_noun(head) and any(c.lower_ in _DEFINITE or c.dep_ == "poss" for c in head.children)


_OVER = frozenset({"over", "at", "about", "by"})
_DEFINITE = frozenset({"the", "these", "those", "this"})
