"""Names of several words that are a large town's, whatever a parser takes them for."""

from functools import cache

from onrecord.gazetteer.gazetteer import Gazetteer

__all__ = ["is_large_town"]

_LARGE = 100_000
"""Inhabitants from which a name of several words is believed a town's: firms bear those of smaller ones."""


@cache
def is_large_town(name: str) -> bool:
    """Tell whether a name of several words is that of a town or province of a hundred thousand people.

    Parsers label many of them organisations or persons: "a convoy went to El Obeid".

    Args:
        name: The name as written.
    """
    if len(name.split()) == 1:
        return False
    return any(place.population >= _LARGE for place in Gazetteer.load().candidates(name)[:1])
