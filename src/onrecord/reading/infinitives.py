"""Verbs that stand with "to", the tags of those that cannot, and verbs taken for such by mistake."""

from spacy.tokens import Token

__all__ = ["FINITE", "is_done", "is_infinitive", "is_joined_amiss"]

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
"""Tags of finite verbs."""


def is_infinitive(verb: Token) -> bool:
    """Tell whether a verb stands with "to": "warned them [to leave]"."""
    return any(child.dep_ == "aux" and child.tag_ == "TO" for child in verb.children)


def is_joined_amiss(verb: Token) -> bool:
    """Tell whether a verb with a tense is hung on one with "to": "told them to leave and [has held] two".

    What governs the infinitive is what it is joined to.
    """
    tense = any(c.dep_ in ("aux", "auxpass") and c.tag_ in FINITE for c in verb.children)
    own = any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)
    return verb.dep_ == "conj" and tense and not own and is_infinitive(verb.head)


def is_done(infinitive: Token) -> bool:
    """Tell whether an infinitive tells of what has been done: "a claim [to have shot] it down"."""
    return is_infinitive(infinitive) and any(
        child.dep_ == "aux" and child.lower_ == "have" for child in infinitive.children
    )
