"""Deeds told by a noun that are yet to come: approved, agreed on, guarded against, needed, on the table."""

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.codebook import Effect, Modality
from onrecord.reading.events.shapes import first_of, is_one_of, is_present
from onrecord.records import Status

__all__ = ["proposed"]

_APPROVING = frozenset({"approve", "authorize", "authorise", "greenlight"})
_PUT_IN_FORCE = frozenset({"sanction", "embargo", "ban", "resolution"})
"""Deeds that are done once they are approved."""
_AGREED = frozenset({"agreement", "deal", "accord", "pact", "proposal"})
_DISCUSSED = frozenset({"talk", "negotiation", "discussion", "contact", "decision", "vote", "referendum"})
_STEPS = frozenset(
    {"withdrawal", "pullout", "pullback", "ceasefire", "truce", "release", "exchange", "swap", "deployment"}
    | {"return", "disarmament", "lifting", "resumption", "extension", "evacuation", "surrender"}
)
"""Deeds that an agreement or talks bring about; "talks on the war" do not bring it about."""
_POSTPONING = frozenset({"postpone", "delay", "defer", "reschedule"})
_FACED = frozenset(
    {"impeachment", "extradition", "deportation", "expulsion", "dismissal", "prosecution", "execution"}
)
"""Deeds that one "faces" before they are done."""
_GREEN_LIGHTS = frozenset({"light", "ahead", "approval", "nod"})
_GUARDING = frozenset(
    {"defend", "protect", "guard", "insure", "defence", "defense", "protection", "guarantee"}
)
_NEEDED = frozenset({"essential", "vital", "crucial", "imperative", "necessary", "needed"})


def proposed(noun: Token, modality: Modality) -> Iterator[Effect]:
    """Give what the words above the noun of a deed make of it that is yet to come."""
    first = first_of(noun)
    above = first.head
    if (
        first.dep_ in ("dobj", "nsubjpass")
        and above.lemma_ in _APPROVING
        and noun.lemma_ not in _PUT_IN_FORCE
    ):
        yield Effect(Status.PLANNED)  # "approved the dispatch of troops"
    if first.dep_ == "pobj":
        yield from _behind(above, first)
    if first.dep_ in ("dobj", "nsubjpass") and above.lemma_ in _POSTPONING:
        yield Effect(Status.PLANNED)
    if first.dep_ == "dobj" and above.lemma_ == "face" and first.lemma_ in _FACED:
        yield Effect(Status.POSSIBLE)
    some = any(c.lower_ in ("a", "an", "any", "another", "further") for c in first.children)
    if first.dep_ == "pobj" and above.lower_ == "against" and some and _is_guarded(above):
        yield Effect(Status.POSSIBLE)  # "to defend it against an invasion"
    if first.dep_ == "nsubj":
        if is_one_of(above, modality.thinkable):
            yield Effect(Status.POSSIBLE)  # "a withdrawal is on the table"
        needed = (c.lower_ for c in above.children if c.dep_ in ("acomp", "attr"))
        if above.lemma_ == "be" and is_present(above) and first.lemma_ in _STEPS:
            yield from (Effect(Status.DEMANDED) for word in needed if word in _NEEDED)


def _behind(preposition: Token, deed: Token) -> Iterator[Effect]:
    """Give what the nouns before a preposition make of the deed behind it."""
    word = preposition.head
    words = {t.lemma_ for t in (word, *word.children) if t.pos_ == "NOUN" and t.i < preposition.i}
    if preposition.lower_ in ("to", "for") and words & _GREEN_LIGHTS and deed.lemma_ not in _PUT_IN_FORCE:
        yield Effect(Status.PLANNED)  # "gave the green light to the purchase"
    if deed.lemma_ not in _STEPS or preposition.lower_ not in ("on", "over", "about"):
        return
    if words & _AGREED:
        yield Effect(Status.PLANNED)  # "a deal on the withdrawal"
    elif words & _DISCUSSED:
        yield Effect(Status.POSSIBLE)  # "talks over a withdrawal"


def _is_guarded(preposition: Token) -> bool:
    """Tell whether a preposition belongs to guarding: "defend the islands [against] an invasion"."""
    word = preposition.head
    if word.lemma_ in _GUARDING:
        return True
    return word.dep_ in ("dobj", "nsubjpass") and word.head.lemma_ in _GUARDING
