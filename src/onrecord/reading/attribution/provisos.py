"""Conditions: of speaking, which nobody says ("on condition [he not be named]"), and of what is said."""

from spacy.tokens import Token

__all__ = ["is_condition", "is_proviso"]

_CONDITIONS = frozenset({"if", "unless"})

_PROVISOS = frozenset({"condition", "proviso", "understanding"})
_FARTHEST = 4
"""Words before a clause among which "on the condition that" stands."""


def is_proviso(first: Token) -> bool:
    """Tell whether what begins with a word stands right behind "on condition", wherever it is hung."""
    before = first.doc[max(first.i - _FARTHEST, 0) : first.i]
    words = [t.lower_ for t in before if t.lower_ not in {"the", "that"}]
    return len(words) > 1 and words[-1] in _PROVISOS and words[-2] in {"on", "under"}


def is_condition(clause: Token) -> bool:
    """Tell whether a clause only tells on what condition: "threatened a strike [if he did not leave]"."""
    return clause.dep_ == "advcl" and clause.left_edge.lower_ in _CONDITIONS
