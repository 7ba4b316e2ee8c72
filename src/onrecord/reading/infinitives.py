"""Verbs that stand with "to"."""

from spacy.tokens import Token

__all__ = ["is_infinitive"]


def is_infinitive(verb: Token) -> bool:
    """Tell whether a verb stands with "to": "warned them [to leave]"."""
    return any(child.dep_ == "aux" and child.tag_ == "TO" for child in verb.children)
