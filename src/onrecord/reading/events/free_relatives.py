"""What a deed is done to where it is told as what somebody takes it for: "fired what may be a missile"."""

from collections.abc import Iterator

from spacy.tokens import Token

__all__ = ["called_object"]

_TAKING_FOR = frozenset(
    {"describe", "regard", "see", "identify", "view", "portray", "characterise", "characterize"}
)
"""Verbs that tell behind "as" what something is taken for."""
_CLAUSES = ("ccomp", "xcomp")


def called_object(verb: Token) -> Iterator[Token]:
    """Give what a clause of "what" behind a verb calls its object, or supposes it to be.

    "Fired what is said to be a [missile]", "what it called a [missile]", "what it described as a [missile]".
    """
    for clause in (c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i):
        if clause.left_edge.lower_ == "what" and clause.left_edge.i == verb.i + 1:
            yield from _named_in(clause)


def _named_in(clause: Token) -> Iterator[Token]:
    """Give what a clause says that its "what" is."""
    for child in clause.children:
        if child.dep_ in ("attr", "oprd") and child.pos_ in ("NOUN", "PROPN") and child.i > clause.i:
            yield child
        elif child.dep_ in _CLAUSES:
            yield from _named_in(child)
        elif child.lower_ == "as" and clause.lemma_ in _TAKING_FOR:
            yield from (c for c in child.children if c.dep_ == "pobj")
