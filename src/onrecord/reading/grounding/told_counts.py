"""What a number counts by the words around it: how high a toll is, how many children somebody has."""

from spacy.tokens import Doc, Token

from onrecord.reading.grounding.clauses import nominal_top
from onrecord.reading.grounding.figures import RISING, TOLLS
from onrecord.reading.layers import FigureMention

__all__ = ["completes", "counts_children", "is_its_toll"]


def completes(number: Token, head: Token) -> bool:
    """Tell whether a number tells how high a count is: "put the number of [dead] at [12]".

    "The number of civilians [killed] in the raid has risen to [12]."
    """
    top = nominal_top(head.head if head.dep_ == "acl" else head)
    while top.dep_ == "pobj" and top.head.lower_ == "of":
        top = nominal_top(top.head.head)
    counts = top != head and top.dep_ in ("dobj", "nsubj", "nsubjpass")
    return (
        counts
        and number.dep_ == "pobj"
        and number.head.lower_ in ("at", "to")
        and number.head.head in (top.head, head)  # the parse may hang "at 12" on "killed"
    )


def is_its_toll(number: Token, head: Token, heads: set[int]) -> bool:
    """Tell whether a number tells how high a deed's toll is: "the toll of the [raid] rose to [12]".

    "The number of those [killed] has reached [12]", "raising the toll from the [attack] to [12]".
    """
    verb = number.head
    if number.dep_ == "pobj" and verb.lower_ in ("to", "at"):
        verb = verb.head
    elif number.dep_ != "dobj" or verb.lemma_ not in RISING:
        return False
    tolls = [c for c in verb.children if c.dep_ in _COUNTS and c.lemma_ in TOLLS | {"number"}]
    above = head
    while above not in tolls and above.dep_ in ("pobj", "prep", "acl", "poss"):
        above = above.head
        if above.i in heads and above not in tolls:
            return False  # of "those killed in the raid", those killed are counted
    return above in tolls


_COUNTS = ("nsubj", "nsubjpass", "dobj")


def counts_children(doc: Doc, mention: FigureMention) -> bool:
    """Tell whether a number only tells how many children somebody has: "a father of [two] was shot"."""
    of = mention.start - 1
    return of > 0 and doc[of].lower_ == "of" and doc[of - 1].lemma_.lower() in _PARENTS


_PARENTS = frozenset({"father", "mother", "parent", "grandfather", "grandmother", "dad", "mum", "mom"})
