"""Verbs that stand with "to", and the tags of those that cannot."""

from spacy.tokens import Token

__all__ = ["FINITE", "is_infinitive"]

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
"""Tags of finite verbs."""


def is_infinitive(verb: Token) -> bool:
    """Tell whether a verb stands with "to": "warned them [to leave]"."""
    return any(child.dep_ == "aux" and child.tag_ == "TO" for child in verb.children)
