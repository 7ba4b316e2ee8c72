"""How an attribution is put to the deed encoder, which tells what its speaker does with what is said.

Used by reading and by training alike, so that the network always sees what it was trained on.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.encoder.marks import SOURCE, TARGET, TRIGGER, Spans
from onrecord.records import Stance

__all__ = ["STANCES", "Telling", "around", "told"]

STANCES = tuple(stance for stance in Stance if stance is not Stance.REPORTS)
"""The stances in the order of the encoder's columns; behind them one for nobody being on record."""

_REACH = 260
"""Characters of the paragraph on either side of the cue that the encoder sees."""

_BLANK = 2
"""Characters between two ranges that are one stretch all the same."""


@dataclass(frozen=True, slots=True)
class Telling:
    """An attribution as the encoder sees it; all ranges are half-open, in characters of the text.

    Attributes:
        text: The article.
        cue: The words that report; at least one range.
        source: Who speaks, as written; may be empty.
        content: What is said, or the object of the stance; may be empty.
        stance: What the rules take it for.
        quoted: Whether the content stands in quotation marks.
        clause: Whether a content is told, not only an object of the stance.
        unnamed: Whether the text names no source.
    """

    text: str
    cue: Spans
    source: Spans
    content: Spans
    stance: Stance
    quoted: bool
    clause: bool
    unnamed: bool


def around(one: Telling) -> tuple[str, tuple[tuple[int, Spans], ...]]:
    """Return the text around a cue, and what is marked in it, as `marks.mark` takes them."""
    first, last = one.cue[0][0], one.cue[-1][1]
    start = max(one.text.rfind("\n", 0, first) + 1, first - _REACH)
    end = one.text.find("\n", last)
    end = min(len(one.text) if end < 0 else end, last + _REACH)

    def inside(ranges: Spans) -> Spans:
        return tuple((a - start, b - start) for a, b in _stretches(ranges) if a >= start and b <= end)

    roles = ((TRIGGER, one.cue), (SOURCE, one.source), (TARGET, one.content))
    return one.text[start:end], tuple((role, inside(ranges)) for role, ranges in roles)


def told(one: Telling) -> tuple[float, ...]:
    """Return what is known of a telling as numbers: the rules' stance, one of 17, and four yes or no."""
    stance = tuple(2.0 * (one.stance is each) for each in STANCES)
    return (*stance, float(one.quoted), float(not one.clause), float(not one.source), float(one.unnamed))


def _stretches(ranges: Sequence[tuple[int, int]]) -> Spans:
    """Return ranges in order, those that nearly touch as one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if joined and start - joined[-1][1] <= _BLANK:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
