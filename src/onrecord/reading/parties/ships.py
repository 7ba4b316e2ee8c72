"""Ships, exercises and sites that bear names, which are nobody's."""

from onrecord.codebook.wordclasses import word_classes
from onrecord.reading.parties.columns import Columns

__all__ = ["is_ship", "names_site_or_make", "names_thing"]

_OF_SHIPS = frozenset({"aircraft", "bulk", "gas", "lng", "container", "ore", "car"})
"""Words before a "carrier" that is a ship."""


def is_ship(columns: Columns, i: int) -> bool:
    """Tell whether a carrier is a ship and no firm: a "bulk [carrier]", or one told beside warships."""
    if columns.lemmas[i] != "carrier":
        return False
    beside = word_classes().warships.intersection(columns.lemmas)
    return bool(beside) or (i > 0 and columns.lower[i - 1] in _OF_SHIPS)


def names_thing(columns: Columns, start: int, end: int) -> bool:
    """Tell whether a name is a ship's or an exercise's: "the destroyer [Anna Lind]", "[Iron Lind] drills"."""
    classes = word_classes()
    told = start and not columns.closed[start - 1] and columns.lower[start - 1] in classes.named_ships
    told = told and (columns.lower[start - 1] != "carrier" or is_ship(columns, start - 1))
    prefixed = not classes.ship_prefixes.isdisjoint(columns.words[max(0, start - 1) : start + 1])
    return bool(told) or prefixed or not classes.named_exercises.isdisjoint(columns.lower[end : end + 1])


def names_site_or_make(columns: Columns, end: int) -> bool:
    """Tell whether a name that ends here is a place's or a weapon's: "[Lindau] Pass", "[Linda] drones"."""
    classes = word_classes()
    behind = columns.lower[end : end + 1]
    return columns.deps[end - 1] == "compound" and not (classes.sites | classes.makes).isdisjoint(behind)
