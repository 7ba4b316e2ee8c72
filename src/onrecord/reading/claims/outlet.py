"""What of the deeds that nobody is named for is the outlet's own word."""

from spacy.tokens import Token

from onrecord.codebook.wordclasses import word_classes
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
    hearsay = _is_hearsay(head) or _is_charged(head) or _is_said_of(head) or _is_called_so(head)
    return not (_is_unclaimed(happening, head) or hearsay or _is_quoted(text, head))


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


def _is_charged(head: Token) -> bool:
    """Tell whether a deed is only what somebody is tried for: "on [charges] of killing", "on trial for it".

    Who is convicted of it, or pleads guilty, has done it.
    """
    below = head
    for token in head.ancestors:
        if below.dep_ not in _BELOW:
            return False
        if token.pos_ in _NOUNS and token.lemma_.lower() in _CHARGES.get(below.lower_, ()):
            return all(t.lemma_ not in _FOUND_GUILTY for t in (*token.ancestors, *token.head.children))
        below = token
    return False


_BELOW = frozenset({"conj", "pobj", "pcomp", "prep"})
_CHARGES = {"of": frozenset({"charge", "count", "suspicion"}), "for": frozenset({"trial"})}
"""Nouns of what is not found yet, by the preposition before the deed."""
_FOUND_GUILTY = frozenset({"convict", "sentence", "jail", "imprison", "guilty", "plead", "admit"})


def _is_said_of(head: Token) -> bool:
    """Tell whether a deed is what nobody named says of somebody: "soldiers [are said] to have fled"."""
    verb = head
    while verb.dep_ in {"xcomp", "conj"} and verb.head.i != verb.i:
        verb = verb.head
        if verb.lemma_ == "say" and any(c.dep_ == "auxpass" for c in verb.children):
            return True
    return False


def _is_called_so(head: Token) -> bool:
    """Tell whether it is another's word for what was: "after what Mali says was [an attack]"."""
    if head.dep_ not in {"attr", "oprd"}:
        return False
    clauses = [head.head, *(c for c in head.head.children if c.dep_ in {"csubj", "ccomp"})]
    told = [c for c in clauses if c.lemma_ in word_classes().speaking or c.lemma_ == "call"]
    what = [c for clause in (head.head, *told) for c in clause.children if c.lower_ == "what"]
    return bool(told) and bool(what)
