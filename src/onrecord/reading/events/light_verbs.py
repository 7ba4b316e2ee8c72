"""The verb that lends its parties to the noun for a deed: "[launched] a raid", "the raid they [launched]"."""

from spacy.tokens import Token

from onrecord.codebook import Modality
from onrecord.reading.events.verb_forms import is_passive

__all__ = ["light_verb_of", "takes_so", "threat_with"]

_ROUNDS = (
    "round",
    "series",
    "wave",
    "spate",
    "string",
    "number",
    "set",
    "barrage",
    "campaign",
    "pair",
    "package",
    "tranche",
    "batch",
)
_AWAY = frozenset({"down", "off", "back", "aside"})
"""Particles with which a light verb ends or delays what its object names: "put down an uprising"."""
_WEIGHED = frozenset({"seriously", "lightly", "personally", "calmly"})


def light_verb_of(noun: Token, modality: Modality) -> Token | None:
    """Return the light verb above a noun, else that of a clause about it; None where it leans on none."""
    return _light_verb_above(noun, modality) or _light_verb_of_clause(noun, modality)


def _light_verb_above(noun: Token, modality: Modality) -> Token | None:
    """Return the light verb the noun is object, passive subject or prepositional object of."""
    head = noun.head
    if noun.dep_ == "pobj" and head.lower_ == "of" and head.head.lemma_ in _ROUNDS:
        return _light_verb_above(head.head, modality)  # "held a round of talks"
    if noun.dep_ in ("dobj", "nsubjpass") and head.lemma_ in modality.light:
        away = any(c.dep_ == "prt" and c.lower_ in _AWAY for c in head.children)
        return None if away or takes_so(head) or _only_counts(head) else head
    if noun.dep_ == "pobj" and head.dep_ in ("prep", "prt"):
        return _light_verb_before(head, modality)
    return None


def _only_counts(verb: Token) -> bool:
    """Tell whether a verb only tells how many somebody counts: "[put] the number of arrests at nine"."""
    return verb.lemma_ in _COUNTING and any(c.dep_ == "prep" and c.lower_ == "at" for c in verb.children)


_COUNTING = frozenset({"put", "place", "set", "peg"})


def _light_verb_before(preposition: Token, modality: Modality) -> Token | None:
    """Return the verb of "are at war with", "engaged in talks", "agreed to a truce".

    A verb with an object of its own lends nothing: "held the man in the attack".
    """
    verb = preposition.head
    if verb.lemma_ == "be":
        return verb if preposition.lower_ in ("on", "at", "in") else None
    lends = verb.pos_ == "VERB" and verb.lemma_ in modality.light
    behind = ("in", "with", "on", "out", "to") if verb.lemma_ == "agree" else ("in", "with", "on", "out")
    if not lends or preposition.lower_ not in behind:
        return None
    return None if any(child.dep_ == "dobj" for child in verb.children) else verb


def _light_verb_of_clause(noun: Token, modality: Modality) -> Token | None:
    """Return the light verb of a clause about the noun: "sanctions imposed by", "the raid they launched"."""
    for child in noun.children:
        if child.dep_ in ("acl", "relcl") and child.lemma_ in modality.light and child.pos_ == "VERB":
            if any(c.tag_ == "WRB" or (c.dep_ == "dobj" and c.pos_ == "NOUN") for c in child.children):
                continue  # "detention, where they have no beds"
            passive = is_passive(child)
            own = any(c.dep_ == "nsubj" and c.lower_ not in ("that", "which") for c in child.children)
            if passive or own:
                return child
    return None


def takes_so(verb: Token) -> bool:
    """Tell whether a verb only tells what somebody makes of a deed: "[take] the talks seriously"."""
    return verb.lemma_ == "take" and any(c.dep_ == "advmod" and c.lower_ in _WEIGHED for c in verb.children)


def threat_with(noun: Token) -> Token | None:
    """Return the verb of a threat of the deed: "threatened Norland with sanctions"."""
    verb = noun.head.head
    with_it = noun.dep_ == "pobj" and noun.head.lower_ == "with" and verb.lemma_ == "threaten"
    return verb if with_it and verb.pos_ == "VERB" else None
