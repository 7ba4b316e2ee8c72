"""Which words are English words, by the parser's own dictionary."""

from functools import cache

from spacy.pipeline import Lemmatizer

from onrecord.reading.parse import load_parser

__all__ = ["is_english_word"]

_ENDINGS = ("", "s", "es", "d", "ed", "ing", "ly")
"""Endings of inflected forms, whose stems the dictionary lists."""


def is_english_word(word: str) -> bool:
    """Tell whether a word, or what is left of it without an ending, is in the dictionary.

    Args:
        word: In lower case. Names that are words too ("rice", "brown") are in it.

    Source:
        WordNet's lists of nouns, verbs, adjectives and adverbs, as spaCy's lemmatizer has them.
    """
    listed = _dictionary()
    stems = [word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending)]
    stems += [f"{word.removesuffix(ending)}e" for ending in ("ed", "ing") if word.endswith(ending)]
    return any(stem in listed for stem in stems)


@cache
def _dictionary() -> frozenset[str]:
    lemmatizer = load_parser().get_pipe("lemmatizer")
    assert isinstance(lemmatizer, Lemmatizer)
    index = lemmatizer.lookups.get_table("lemma_index")
    return frozenset(word for words in index.values() for word in words)
