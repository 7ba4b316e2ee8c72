"""Match found stretches with wanted ones: exactly, or by any overlap."""

from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Matched", "match_spans"]

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Matched:
    """Which found stretch answers which wanted one.

    Attributes:
        pairs: Indices (wanted, found), each used once; exact matches are paired first.
        exact: How many of the pairs begin and end alike.
    """

    pairs: tuple[tuple[int, int], ...]
    exact: int


def match_spans(wanted: Sequence[Range], found: Sequence[Range]) -> Matched:
    """Pair half-open ranges one to one, those that begin and end alike first, then in reading order."""
    pairs: list[tuple[int, int]] = []
    places: dict[Range, list[int]] = {}
    for j, reach in enumerate(found):
        places.setdefault(reach, []).append(j)
    left: list[int] = []
    for i, reach in enumerate(wanted):
        if places.get(reach):
            pairs.append((i, places[reach].pop(0)))
        else:
            left.append(i)
    exact = len(pairs)
    used = {j for _, j in pairs}
    for i in left:
        for j, (start, end) in enumerate(found):
            if j not in used and start < wanted[i][1] and wanted[i][0] < end:
                pairs.append((i, j))
                used.add(j)
                break
    return Matched(tuple(sorted(pairs)), exact)
