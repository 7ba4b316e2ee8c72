"""What of the deeds that nobody is named for is the outlet's own word."""

from spacy.tokens import Token

from onrecord.reading.layers import Happening
from onrecord.records import Status
from onrecord.text.quotations import find_quotations

__all__ = ["is_outlets_word"]

_MAY = frozenset({"may", "might", "could"})
_CALLED_POSSIBLE = frozenset({"possible", "potential"})
_HEARSAY = frozenset({"rumour", "rumor", "claim", "allegation", "accusation", "speculation"})
_NOUNS = frozenset({"NOUN", "PROPN"})


def is_outlets_word(text: str, happening: Happening, head: Token) -> bool:
    """Tell whether a deed that no source is told for is what the outlet itself says was or may be.

    Args:
        text: The article's.
        happening: The deed.
        head: The word that heads it.
    """
    return not (_is_unclaimed(happening, head) or _is_hearsay(head) or _is_quoted(text, head))


def _is_unclaimed(happening: Happening, head: Token) -> bool:
    """Tell whether a deed is one that somebody untold demands, or that nobody says may happen.

    "The king should quit" is no word of the outlet, nor is a purpose or a choice ("debated whether to quit");
    "the king may quit" and "the king's possible exit" are.
    """
    if happening.status is Status.DEMANDED:
        return True
    verbs = (head, head.head, *((head.head.head,) if head.dep_ == "conj" else ()))
    may = any(c.lower_ in _MAY for verb in verbs for c in verb.children if c.dep_ == "aux")
    may = may or any(c.lower_ in _CALLED_POSSIBLE for c in head.children if c.dep_ == "amod")
    return happening.status is Status.POSSIBLE and not may


def _is_quoted(text: str, head: Token) -> bool:
    """Tell whether a deed stands in a sentence in quotation marks: not the outlet's word, whoever's it is."""
    first = head.sent[0].idx
    around = [one for one in find_quotations(text) if one.start <= first + 1 and head.idx < one.end]
    # Over a paragraph's end, or with a space behind it, a mark may as well be one that closes.
    return any("\n" not in text[q.start : q.end] and not text[q.start + 1].isspace() for q in around)


def _is_hearsay(head: Token) -> bool:
    """Tell whether a deed is only what a rumour or another's claim is of: "rumours [that he fled]"."""
    if head.pos_ in _NOUNS:
        return False  # "claims about the strength of its test": there was one
    below = head
    for token in head.ancestors:
        if below.dep_ in {"relcl", "advcl"}:
            return False  # "claims by rebels [who attacked]"
        if token.lemma_.lower() in _HEARSAY and token.pos_ in _NOUNS and below.dep_ in {"acl", "prep"}:
            return True
        below = token
    return False
