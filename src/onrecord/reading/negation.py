"""Words that negate, and where a "not" reaches further than the verb it stands at."""

from spacy.tokens import Token

__all__ = ["NEGATIONS", "is_denied_too", "is_or_not"]

NEGATIONS = frozenset({"no", "not", "n't", "never", "none", "nobody", "nothing", "neither", "nor"})
"""Words that negate what they stand beside."""


def is_or_not(negation: Token) -> bool:
    """Tell whether a "not" only spells out a "whether": "it is unclear whether or [not] they left"."""
    before = [t.lower_ for t in negation.doc[max(0, negation.i - 2) : negation.i]]
    return before == ["whether", "or"]


def is_denied_too(verb: Token) -> bool:
    """Tell whether a verb's "not" is the one before it: "has not jammed channels or [blocked] them"."""
    first = verb.head
    alike = verb.tag_ == first.tag_ or (verb.tag_, first.tag_) == ("VBD", "VBN")
    apart = any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in verb.children)
    if verb.dep_ != "conj" or not alike or apart:
        return False
    start = verb.left_edge.i
    joined = start > 0 and verb.doc[start - 1].lower_ in ("or", "nor")
    own = any(c.dep_ in ("neg", "aux", "auxpass") for c in verb.children)
    denied = any(c.dep_ == "neg" or c.lower_ == "neither" for c in first.children) or is_denied_too(first)
    return denied and joined and not own
