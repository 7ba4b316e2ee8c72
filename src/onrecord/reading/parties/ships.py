"""Ships, exercises and sites that bear names, which are nobody's."""

import re

from onrecord.codebook.wordclasses import word_classes
from onrecord.reading.parties.columns import Columns

__all__ = ["is_anchor", "is_ship", "is_shore", "names_site_or_make", "names_thing"]

_MAKE = re.compile(r"[A-Z][A-Za-z]?-\d{1,3}[A-Z]{0,2}s?")
"""How makes of aircraft are written: "F-16s", "B-1B"."""

_OF_SHIPS = frozenset({"aircraft", "bulk", "gas", "lng", "container", "ore", "car"})
"""Words before a "carrier" that is a ship."""


def is_ship(columns: Columns, i: int) -> bool:
    """Tell whether a carrier is a ship and no firm: a "bulk [carrier]", or one told beside warships."""
    if columns.lemmas[i] != "carrier":
        return False
    beside = word_classes().warships.intersection(columns.lemmas)
    return bool(beside) or (i > 0 and columns.lower[i - 1] in _OF_SHIPS)


def is_anchor(columns: Columns, i: int) -> bool:
    """Tell whether an anchor is a ship's and nobody who reads the news: told beside ships, without a name."""
    beside = word_classes().named_ships.intersection(columns.lemmas)
    return columns.lower[i] in ("anchor", "anchors") and bool(beside)


def is_shore(columns: Columns, i: int) -> bool:
    """Tell whether a bank is a river's and lends nothing: "taken from the Chadian [bank]" beside a river."""
    beside = not {"river", "lake", "canal"}.isdisjoint(columns.lemmas)
    start = next((j for j in range(i - 1, max(-1, i - 4), -1) if columns.lower[j] == "the"), 0)
    return columns.words[i] == "bank" and beside and columns.lower[start - 1] in _ON_SHORE


_ON_SHORE = frozenset({"from", "on", "along", "to", "near"})


def names_thing(columns: Columns, start: int, end: int) -> bool:
    """Tell whether a name is a ship's, an exercise's or a make's.

    "The destroyer [Anna Lind]", "the [Iron Lind] drills", "two [Su-30s]".
    """
    classes = word_classes()
    told = start and not columns.closed[start - 1] and columns.lower[start - 1] in classes.named_ships
    told = told and (columns.lower[start - 1] != "carrier" or is_ship(columns, start - 1))
    prefixed = not classes.ship_prefixes.isdisjoint(columns.words[max(0, start - 1) : start + 1])
    named = bool(told) or prefixed or not classes.named_exercises.isdisjoint(columns.lower[end : end + 1])
    return named or is_make(columns.words[end - 1])


def is_make(word: str) -> bool:
    """Tell whether a word is written as makes of aircraft are: "F-16s"."""
    return _MAKE.fullmatch(word) is not None


def names_site_or_make(columns: Columns, end: int) -> bool:
    """Tell whether a name that ends here is a place's or a weapon's: "[Lindau] Pass", "[Linda] drones"."""
    classes = word_classes()
    behind = columns.lower[end : end + 1]
    return columns.deps[end - 1] == "compound" and not (classes.sites | classes.makes).isdisjoint(behind)
