"""Short forms an article makes for itself: "the Lake Chad Basin Force (LCBF)", and LCBF from there on."""

from collections.abc import Iterable
from dataclasses import replace

from onrecord.reading.parties.columns import Columns
from onrecord.reading.parties.describe import HitIndex, outer_head
from onrecord.reading.parties.draft import Draft
from onrecord.records import PartyKind

__all__ = ["find_acronyms"]

_LONGEST = 8  # letters
_BODIES = frozenset({PartyKind.ORGANISATION, PartyKind.GROUP})


def find_acronyms(columns: Columns, index: HitIndex, named: Iterable[Draft]) -> tuple[Draft, ...]:
    """Return a draft for every place where an article uses a short form it has put in brackets after a name.

    Args:
        columns: The article.
        index: Known names; a short form that is one of them is left alone.
        named: The bodies and groups found by name.
    """
    made: dict[str, Draft] = {}
    for draft in named:
        at = draft.end
        if at + 2 >= len(columns) or columns.words[at] != "(" or columns.words[at + 2] != ")":
            continue
        short = columns.words[at + 1]
        if draft.kind in _BODIES and draft.id and index.at(at + 1) is None and _fits(short, draft.name):
            made.setdefault(short, draft)
    return tuple(
        replace(made[word], start=i, end=i + 1, head=outer_head(columns, i, i + 1))
        for i, word in enumerate(columns.words)
        if word in made and not columns.closed[i]
    )


def _fits(short: str, name: str) -> bool:
    """Tell whether the letters of a short form stand in the name in their order, the first at its head."""
    letters = [c for c in short if c.isalpha()]
    if not 2 <= len(letters) <= _LONGEST or not short.isupper() or name[0].upper() != letters[0]:
        return False
    rest = iter(name.upper())
    return all(letter in rest for letter in letters)
