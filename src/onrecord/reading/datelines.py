"""Datelines of a capital in small letters, which open an article: "Chisinau – Moldova has told …"."""

import re
from functools import cache

from onrecord.gazetteer.countries import countries

__all__ = ["dateline_of_capital"]

_BEHIND = r"""(?:,\ [A-Z][\w.'’\ ]{2,30})?\ (?:—|–|--)\ (?=["“‘']?[A-Z])"""
"""What stands between the city and the first sentence; a hyphen joins words too often."""


@cache
def _pattern() -> re.Pattern[str]:
    cities = sorted(countries().capitals, key=len, reverse=True)
    names = "|".join(re.escape(city) for city in cities)
    return re.compile(rf"\s*(?:{names}){_BEHIND}", re.VERBOSE)


def dateline_of_capital(text: str) -> tuple[int, int] | None:
    """Return the characters of such a dateline at the head of a text, the space behind it among them."""
    found = _pattern().match(text)
    return None if found is None else found.span()
