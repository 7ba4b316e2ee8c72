"""Datelines at the head of a paragraph: "KYIV, Ukraine (Agency) — …", "Chisinau – Moldova has told …"."""

import re
from collections.abc import Iterator
from functools import cache

from onrecord.gazetteer.countries import countries

__all__ = ["datelines_of_capital", "ends_of_datelines", "find_datelines"]

_LOOSE = re.compile(
    r"""^[A-Z][\w.'’ -]*[A-Z][\w.,'’()/ -]{0,60}?   # KYIV, Ukraine (Agency)
        \s*(?:—|–|--|\s-\s)\s*(?=\S)""",
    re.VERBOSE | re.MULTILINE,
)
"""A place in capitals, an agency perhaps, a dash; it only starts a sentence: more words may stand before."""

_STRICT = re.compile(
    r"^[ \t]*(?:[A-Z][A-Z.'’ \-]{2,}[A-Z.]|[A-Z][a-z]+(?: [A-Z][a-z]+)?(?=, [A-Z][\w. ]+ \())"
    r"(?:[,/ ]+[A-Z][\w.'’/ \-,]*?)?\s*"
    r"(?:,\s*(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*\.? \d+,?(?: \d{4})?\s*)?"
    r"(?:(?:\([A-Za-z /]{2,40}\)\s*)?(?:—|–|--|-|:)|\([A-Z][A-Za-z /]{1,30}\))\s",
    re.MULTILINE,
)
"""One of which nothing is read: also a place in small letters with its state and agency."""
_REACH = 110
"""Characters; a longer stretch before the dash is a sentence."""

_BEHIND = r"""(?:,\ [A-Z][\w.'’\ ]{2,30})?\ (?:—|–|--)\ (?=["“‘']?[A-Z])"""
"""What stands between a capital in small letters and the first sentence; a hyphen joins words too often."""


def ends_of_datelines(text: str) -> set[int]:
    """Return the characters behind datelines, where a sentence starts."""
    ends = {m.end() for m in _LOOSE.finditer(text) if _capitals(m.group())}
    return ends | {end for _, end in datelines_of_capital(text)}


def find_datelines(text: str) -> Iterator[tuple[int, int]]:
    """Give the characters of what looks like a dateline, the space behind it among them."""
    return (m.span() for m in _STRICT.finditer(text) if m.end() - m.start() <= _REACH)


def datelines_of_capital(text: str) -> list[tuple[int, int]]:
    """Return the characters of a capital in small letters that opens a text as its dateline; none or one."""
    found = _of_capital().match(text)
    return [] if found is None else [found.span()]


@cache
def _of_capital() -> re.Pattern[str]:
    cities = sorted(countries().capitals, key=len, reverse=True)
    names = "|".join(re.escape(city) for city in cities)
    return re.compile(rf"\s*(?:{names}){_BEHIND}", re.VERBOSE)


def _capitals(line: str) -> bool:
    """Tell whether the first word is a place in capitals, as datelines print it."""
    first = re.split(r"[ ,(]", line, maxsplit=1)[0]
    return len(first) > 1 and first.isupper()
