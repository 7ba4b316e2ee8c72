"""Everyday verbs, whose type the deed encoder alone does not settle: "walked for a day"."""

from collections.abc import Collection

from spacy.tokens import Token

from onrecord.codebook import Codebook
from onrecord.reading.events.arguments import Arguments
from onrecord.reading.events.slots import Slots

__all__ = ["is_everyday", "is_for_aiming"]

_THROUGH = frozenset({"through", "past", "across"})
_GOING = frozenset({"enter", "reach"})
_ARMED = frozenset({"troops", "fighters", "armed_group"})
_IN_EARNEST = frozenset(
    {"ammunition", "missiles", "weapons", "drones", "air_defence", "vehicles", "aircraft", "ships"}
    | {"troops", "prisoners", "town", "place_taken", "territory", "food", "relief", "fuel", "artillery_fire"}
)
"""What is carried, recovered, let in or answered with where a deed of a type is done."""


def is_everyday(
    verb: Token, slots: Slots, arguments: Arguments, codebook: Codebook, doers: Collection[str]
) -> bool:
    """Tell whether a verb has so many senses, and so little around it, that it tells no deed of a type.

    "[Recovered] half of the files", "families [entered] the base", but not "[recovered] the town", "rebels
    [entered] the town".

    Args:
        verb: The verb; no frame fits it.
        slots: What stands around it.
        arguments: The classes of words of the text.
        codebook: Its classes; "everyday_verb" lists the verbs.
        doers: The classes of who does it.
    """
    if _only_carries(verb, slots, arguments):
        return True
    if verb.lemma_ not in codebook.classes.get("everyday_verb", ()):
        return False
    if any(c.dep_ == "prt" or c.lower_ in _THROUGH for c in verb.children):
        return False  # "[let] nine patients through"
    if verb.lemma_ in _GOING:
        return _ARMED.isdisjoint(doers)
    moved = (t for place in ("object", "with") for t in slots[place])
    return all(_IN_EARNEST.isdisjoint(arguments.classes(t)) for t in moved)


def _only_carries(verb: Token, slots: Slots, arguments: Arguments) -> bool:
    """Tell whether a ship or lorry carries refugees somewhere, which helps nobody by itself.

    "The boat was [taking] nine refugees from Norland", but not "took them to safety".
    """
    if verb.lemma_ not in _CARRYING:
        return False
    borne = any("refugee" in arguments.classes(t) for t in slots["object"])
    carrier = any(not _CARRIERS.isdisjoint(arguments.classes(t)) for t in slots["subject"])
    told = any(slots[place] for place in ("to", "from", "towards", "toward"))
    return borne and carrier and told and all(t.lemma_ not in _OUT_OF_DANGER for t in slots["to"])


_CARRYING = frozenset({"take", "carry", "bring", "ferry", "transport", "ship"})
_CARRIERS = frozenset({"ships", "civil_ships", "fishing_boats", "vehicles", "aircraft"})
_OUT_OF_DANGER = frozenset({"safety", "hospital", "clinic", "shelter"})


def is_for_aiming(verb: Token) -> bool:
    """Tell whether a participle only tells what something is used for: "supplied [targeting] data"."""
    behind = verb.doc[verb.i + 1 : verb.i + 2]
    finite = any(c.dep_ in ("aux", "nsubj") for c in verb.children)
    return verb.lower_ == "targeting" and not finite and any(t.lemma_.lower() in _AIMED_BY for t in behind)


_AIMED_BY = frozenset(
    {"data", "datum", "information", "intelligence", "coordinate", "coordinates", "system", "pod", "software"}
)
