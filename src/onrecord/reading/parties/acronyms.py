"""Short forms of bodies told in full: "the Lake Chad Force (LCF)", and "the MoD" after its ministry."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.reading.parties.columns import Columns
from onrecord.reading.parties.describe import outer_head
from onrecord.reading.parties.draft import ORGANISED, Draft
from onrecord.reading.parties.lexicon import HitIndex

__all__ = ["find_acronyms"]

_LONGEST = 8  # letters


def find_acronyms(
    columns: Columns, index: HitIndex, named: Iterable[Draft], *, describing: bool = False
) -> tuple[Draft, ...]:
    """Return a draft for every place where an article calls a body by a short form of its name.

    It has put the short form in brackets after the name, or has the initials of one body it named before.

    Args:
        columns: The article.
        index: Known names; a short form that is one of them is left alone.
        named: The bodies and groups found by name.
        describing: Whether also where initials only describe what follows: "[MoD] officials".
    """
    made: dict[str, Draft] = {}
    named = tuple(named)
    for draft in named:
        at = draft.end
        if at + 2 >= len(columns) or columns.words[at] != "(" or columns.words[at + 2] != ")":
            continue
        short = columns.words[at + 1]
        if draft.kind in ORGANISED and draft.id and index.at(at + 1) is None and _fits(short, draft.name):
            made.setdefault(short, draft)
    initials = _by_initials(columns, index, named)
    found: list[Draft] = []
    for i, word in enumerate(columns.words):
        called = () if _describes(columns, i) and not describing else initials.get(word, ())
        body = made.get(word) or _only_before(called, i)
        if body is not None and not columns.closed[i]:
            found.append(replace(body, start=i, end=i + 1, head=outer_head(columns, i, i + 1)))
    return tuple(found)


_FEWEST = 3
"""Initials that tell a body."""


def _by_initials(columns: Columns, index: HitIndex, named: Iterable[Draft]) -> dict[str, list[Draft]]:
    """Return the bodies of an article by the initials they may be called by: MoD, MOD."""
    found: dict[str, list[Draft]] = {}
    words = {w for i, w in enumerate(columns.words) if _is_short(w) and index.at(i) is None}
    told: set[int] = set()
    for draft in named if words else ():
        inside = range(draft.start, draft.end)
        if draft.kind not in ORGANISED or not draft.id or draft.plural or not told.isdisjoint(inside):
            continue
        told.update(inside)
        for short in words & _initials(columns.words[draft.start : draft.end]):
            found.setdefault(short, []).append(draft)
    return found


def _is_short(word: str) -> bool:
    """Tell whether a word is written as initials are, one small letter at most among them."""
    small = sum(c.islower() for c in word)
    return _FEWEST <= len(word) <= _LONGEST and word.isalpha() and word[0].isupper() and small <= 1


def _initials(words: Sequence[str]) -> set[str]:
    """Return the initials of a name from each capitalised word on, with those of small words or not."""
    told: set[str] = set()
    for first in range(len(words)):
        rest = [w for w in words[first:] if w[:1].isalpha()]
        if words[first][:1].isupper() and words[first].lower() != "the":
            letters = "".join(w[0] for w in rest)
            told |= {letters, letters.upper(), "".join(c for c in letters if c.isupper())}
    return {short for short in told if len(short) >= _FEWEST}


def _describes(columns: Columns, at: int) -> bool:
    """Tell whether a word only describes the noun behind it."""
    return columns.heads[at] > at and columns.deps[at] in ("compound", "nmod", "amod")


def _only_before(bodies: Sequence[Draft], at: int) -> Draft | None:
    """Return the body called so that is named before a token, None where it is not one alone."""
    before = [draft for draft in bodies if draft.end <= at]
    return before[-1] if len({draft.id for draft in before}) == 1 else None


def _fits(short: str, name: str) -> bool:
    """Tell whether the letters of a short form stand in the name in their order, the first at its head."""
    letters = [c for c in short if c.isalpha()]
    if not 2 <= len(letters) <= _LONGEST or not short.isupper() or name[0].upper() != letters[0]:
        return False
    rest = iter(name.upper())
    return all(letter in rest for letter in letters)
