"""Whom the words around a noun tell to have done the deed it names: "claimed responsibility for the raid"."""

from spacy.tokens import Token

from onrecord.codebook import Modality
from onrecord.reading.events.clauses import (
    first_coordinated,
    judged_for,
    object_control_of,
    objects_of,
    preposition_objects,
    subjects_of,
)
from onrecord.reading.events.not_doers import MEETINGS
from onrecord.reading.events.noun_phrases import held_inside
from onrecord.reading.events.verb_forms import is_passive

__all__ = ["told_authors", "who_was_with"]

_CLAIMED = ("claim", "mastermind", "orchestrate")
"""Verbs whose subject owns to the deed that is their object."""
_SHARES = ("involvement", "part", "hand", "complicity", "participation")
_OWNING = ("deny", "admit", "acknowledge", "reject", "disclaim", "confess", "claim")
"""Verbs whose subject says whether a share in a deed is his."""
_LAID_ON = ("blame", "pin")
"""Verbs that lay the deed that is their object on somebody."""
_TRACED = ("link", "tie", "trace", "attribute", "ascribe", "connect")
"""Verbs that trace the deed that is their object to somebody."""
_WORKS = ("work", "doing", "handiwork")
"""What a deed is called as that of its doers: "the raid was the [work] of rebels"."""
_SUMMONS = ("call", "push", "hope", "plead", "appeal", "press", "see", "find", "use", "tell", "warn")
"""Verbs whose object does the deed of a clause, but not one named after "of" or "for"."""
_BESIDE = ("after", "before", "during", "following")
"""Prepositions by which a meeting or deed only dates what its doers did."""
_GOING = frozenset(
    {"go", "come", "travel", "fly", "arrive", "leave", "head", "visit", "return", "depart", "land", "be"}
)
"""Verbs whose subject goes "for" a meeting."""


def told_authors(noun: Token, modality: Modality) -> tuple[Token, ...]:
    """Return the heads of whoever is told to be behind a deed, empty where nobody is.

    Those who claim or deny responsibility for it, are blamed for it, accused of it, or stand behind it.

    Args:
        noun: The noun that names the deed.
        modality: For verbs whose object does the deed of their clause.
    """
    first = first_coordinated(noun)
    if first.dep_ == "pobj" and first.head.dep_ == "prep":
        return _behind(first.head, modality)
    if first.dep_ in ("dobj", "nsubjpass"):
        return _owner_or_blamed(first, first.head, modality)
    if first.dep_ == "nsubj" and first.head.lemma_ == "be":
        works = [c for c in first.head.children if c.dep_ == "attr" and c.lemma_ in _WORKS]
        return tuple(t for work in works for t in preposition_objects(work).get("of", ()))
    for clause in (child for child in noun.children if child.dep_ == "acl" and is_passive(child)):
        if clause.lemma_ in (*_CLAIMED, *_LAID_ON):
            return _owner_or_blamed(noun, clause, modality)
    return ()


def _behind(preposition: Token, modality: Modality) -> tuple[Token, ...]:
    word, governor = preposition.lower_, preposition.head
    if word == "behind" and governor.lemma_ == "be":
        return subjects_of(governor, modality)
    if word == "for" and governor.lemma_ == "responsibility" and governor.dep_ in ("dobj", "nsubjpass"):
        verb = governor.head
        if verb.lemma_ == "claim" and any(c.dep_ == "neg" for c in verb.children):
            return ()
        return preposition_objects(verb).get("by", ()) if is_passive(verb) else subjects_of(verb, modality)
    if word == "for" and governor.lemma_ == "responsible":
        above = governor.head
        return subjects_of(above, modality) if above.lemma_ == "be" else objects_of(above, modality)
    if word == "in" and governor.lemma_ in _SHARES and governor.dep_ == "dobj":
        return subjects_of(governor.head, modality) if governor.head.lemma_ in _OWNING else ()
    if word == "in" and governor.pos_ == "NOUN":
        return judged_for(governor, modality)
    if word in ("for", "of") and governor.pos_ == "VERB" and governor.lemma_ not in _SUMMONS:
        addressed = is_passive(governor) or any(c.dep_ in ("dobj", "dative") for c in governor.children)
        return object_control_of(governor, modality) if addressed else ()
    return ()


def _owner_or_blamed(noun: Token, verb: Token, modality: Modality) -> tuple[Token, ...]:
    """Return who claims the noun as a deed of theirs, on whom it is laid, or to whom it is traced."""
    if verb.lemma_ in _LAID_ON:
        around = preposition_objects(noun)
        behind = held_inside(around.get("of", ())).get("on", ())  # "blamed the deaths of men on [rebels]"
        return preposition_objects(verb).get("on", ()) or around.get("on", ()) or behind
    if verb.lemma_ in _TRACED and not any(c.dep_ == "neg" for c in verb.children):
        return preposition_objects(verb).get("to", ()) or preposition_objects(noun).get("to", ())
    if verb.lemma_ in _CLAIMED:
        return preposition_objects(verb).get("by", ()) if is_passive(verb) else subjects_of(verb, modality)
    return ()


def who_was_with(noun: Token, modality: Modality) -> tuple[Token, ...]:
    """Return who did what a clause only dates: "[Norland] freed them after talks with the church".

    Or what somebody goes for: "[the envoy] flew north for talks with the rebels".
    """
    preposition, verb = noun.head, noun.head.head
    words = (*_BESIDE, "in", "at") if noun.lemma_ in MEETINGS else _BESIDE
    words = (*words, "for") if noun.lemma_ in MEETINGS and verb.lemma_ in _GOING else words
    beside = noun.dep_ == "pobj" and preposition.lower_ in words and verb.pos_ == "VERB"
    if not beside or is_passive(verb) or not preposition_objects(noun).get("with"):
        return ()
    return subjects_of(verb, modality)
