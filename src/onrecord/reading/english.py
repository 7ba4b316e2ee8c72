"""Which words are English verbs and adjectives, by the parser's own dictionary."""

from functools import cache

from spacy.pipeline import Lemmatizer

from onrecord.reading.parse import load_parser

__all__ = ["is_adjective", "is_inflected_verb", "is_listed", "is_noun"]

_STEMS = {"s": "", "es": "", "ed": "", "d": "", "ing": "", "ies": "y", "ied": "y"}
"""Endings of inflected verbs, and what stands there in the verb itself."""


def is_inflected_verb(word: str) -> bool:
    """Tell whether a word is a form of a verb that has an ending: "outlines", "briefed".

    Args:
        word: In lower case.

    Source:
        WordNet's list of verbs, as spaCy's lemmatizer has it.
    """
    verbs = _listed("verb")
    stems = (word.removesuffix(end) + put for end, put in _STEMS.items() if word.endswith(end))
    return any(stem in verbs or f"{stem}e" in verbs for stem in stems)


def is_adjective(word: str) -> bool:
    """Tell whether a word in lower case may be an adjective, by WordNet's list: "derelict"."""
    return word in _listed("adj")


def is_noun(word: str) -> bool:
    """Tell whether a word in lower case may be a noun, by WordNet's list: "biologist"."""
    return word in _listed("noun")


def is_listed(word: str) -> bool:
    """Tell whether a word in lower case is in the dictionary at all; so are some names ("stanley")."""
    return any(word in _listed(kind) for kind in ("noun", "verb", "adj", "adv"))


@cache
def _listed(kind: str) -> frozenset[str]:
    lemmatizer = load_parser().get_pipe("lemmatizer")
    assert isinstance(lemmatizer, Lemmatizer)
    return frozenset(lemmatizer.lookups.get_table("lemma_index")[kind])
