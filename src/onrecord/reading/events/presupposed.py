"""Deeds that have been done whatever is asked, promised or feared of something else.

"Demanded an inquiry into [the killing]", "vowed to avenge [the raid]": both have happened.
"""

from spacy.tokens import Token

from onrecord.codebook import Modality
from onrecord.reading.events.shapes import first_of
from onrecord.reading.infinitives import is_infinitive

__all__ = ["answerers", "is_asked_why", "is_met_if_done", "is_presupposed"]

_ANY = frozenset({"any", "every", "another", "further", "future"})
_MAY_BE = frozenset({"new", "possible", "potential", "alleged", "suspected"})
_ONE = frozenset({"a", "an"})


def is_presupposed(deed: Token, modality: Modality) -> bool:
    """Tell whether a deed has been done, since something else answers it or looks into it."""
    if not _is_answered(deed, modality) or is_met_if_done(deed, modality):
        return False
    return _words(deed).isdisjoint(_ANY | _MAY_BE)


def is_asked_why(deed: Token) -> bool:
    """Tell whether a deed is one whose reason is asked for: "demanded that it explain why it [fled]".

    It has been done, or left, whatever is demanded.
    """
    first = first_of(deed)
    told = first.dep_ in ("ccomp", "advcl", "relcl") and not is_infinitive(deed)
    return told and any(c.lower_ == "why" for c in first.children if c.dep_ == "advmod")


def is_met_if_done(deed: Token, modality: Modality) -> bool:
    """Tell whether a deed is only what would be answered: "vowed to respond to [any attack]".

    "Were responding to [an attack]", "fired in response to [a raid]" tell one that was done.
    """
    answer = deed.head.lower_ in ("to", "for") and _is_answered(deed, modality)
    told = any(c.dep_ in ("relcl", "acl") for c in deed.children)
    some = deed.head.lower_ == "to" and not told and not _words(deed).isdisjoint(_ONE)
    some = some and not _was_answered(deed)
    return answer and (some or not _words(deed).isdisjoint(_ANY))


def answerers(deed: Token) -> list[Token]:
    """Return the words for whoever answers a deed, and so did not do it: "[Norland] responded to a raid"."""
    noun = first_of(deed)
    verb = _answering_verb(deed) if noun.dep_ == "pobj" and noun.head.lower_ == "to" else None
    if verb is None or noun.head.head.lemma_ not in _ANSWERING:
        return []
    while verb.dep_ == "xcomp" and not any(c.dep_ == "nsubj" for c in verb.children):
        verb = verb.head  # "[Norland] vowed to respond"
    return [t for c in verb.children if c.dep_ == "nsubj" for t in c.subtree]


_ANSWERING = frozenset({"respond", "react", "retaliate", "response", "reaction", "retaliation"})


def _answering_verb(deed: Token) -> Token | None:
    """Return the verb that tells the answer to a deed: "[fired] in response to a raid", "[respond] to it"."""
    answer = first_of(deed).head.head
    if answer.pos_ == "NOUN" and answer.dep_ == "pobj" and answer.head.lower_ == "in":
        answer = answer.head.head
    return answer if answer.pos_ == "VERB" else None


def _was_answered(deed: Token) -> bool:
    """Tell whether the answer to a deed has been given: "responded", "has fired", "were responding"."""
    verb = _answering_verb(deed)
    if verb is None or any(c.tag_ == "MD" or c.dep_ == "neg" for c in verb.children):
        return False
    helped = any(c.dep_ in ("aux", "auxpass") and c.tag_ in _FINITE for c in verb.children)
    return verb.tag_ == "VBD" or (verb.tag_ in ("VBN", "VBG") and helped)


_FINITE = ("VBD", "VBZ", "VBP")


def _words(deed: Token) -> set[str]:
    return {c.lower_ for c in deed.children if c.dep_ in ("det", "amod")}


def _is_answered(deed: Token, modality: Modality) -> bool:
    first = first_of(deed)
    governor = first.head
    if first.dep_ in ("dobj", "nsubjpass"):
        return governor.pos_ == "VERB" and governor.lemma_ in modality.presupposing
    if first.dep_ not in ("pobj", "pcomp") or governor.dep_ not in ("prep", "dative"):
        return False
    if first.dep_ == "pcomp" and governor.head.pos_ == "ADJ":
        return False  # "will be responsible for [training] them"
    return any(f"{word} {governor.lower_}" in modality.presupposing for word in _above(governor))


def _above(preposition: Token) -> tuple[str, ...]:
    """Return what a preposition may belong to: "demanded an apology from Chad [for] it"."""
    word = preposition.head
    if word.dep_ == "pobj" and word.head.dep_ == "prep":
        return (word.lemma_, word.head.head.lemma_)
    objects = (c.lemma_ for c in word.children if c.dep_ == "dobj" and word.pos_ == "VERB")
    return (word.lemma_, *objects)
