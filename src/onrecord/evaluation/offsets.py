"""Read a file's text as it would be stored, and know where each stored character stands in the file."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.errors import UsageError
from onrecord.text.normalise import normalise

__all__ = ["StoredText", "as_stored"]


@dataclass(frozen=True, slots=True)
class StoredText:
    """A text as stored, with the way back to the file it came from.

    Attributes:
        text: The text as stored (NFC, "\\n" line ends), without the loss of white space at its end.
        starts: For each stored character, where the characters it stands for begin in the file.
        ends: For each stored character, one past where they end.
    """

    text: str
    starts: range | tuple[int, ...]
    ends: range | tuple[int, ...]

    def in_file(self, start: int, end: int) -> tuple[int, int]:
        """Return a non-empty stored range [start, end) as a range of the file's characters."""
        return self.starts[start], self.ends[end - 1]

    def all_in_file(self, ranges: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
        """Return several stored ranges as ranges of the file's characters."""
        return tuple(self.in_file(start, end) for start, end in ranges)


# A letter with the marks that compose with it, Hangul by the run; "\r\n" is one line end.
_CLUSTERS = re.compile("\r\n|[\u1100-\u11ff]+|.", re.DOTALL)


def as_stored(raw: str) -> StoredText:
    """Return a file's text as `onrecord.text.normalise` stores it, with its places in the file.

    Raises:
        UsageError: The text normalises in a way that cannot be followed character by character.
    """
    whole = normalise(raw)
    if raw.startswith(whole):
        return StoredText(whole, range(len(whole)), range(1, len(whole) + 1))
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _clusters(raw):
        # normalise() drops white space at the very end: a letter keeps it from doing so here.
        part = normalise(raw[start:end] + "x")[:-1]
        parts.append(part)
        starts += [start] * len(part)
        ends += [end] * len(part)
    joined = "".join(parts)
    if not joined.startswith(whole):
        raise UsageError(
            "A text changes on normalising in a way that offsets cannot follow, first near "
            f"{_first_difference(joined, whole)!r}. Normalise the file to NFC before evaluating."
        )
    return StoredText(whole, tuple(starts[: len(whole)]), tuple(ends[: len(whole)]))


def _clusters(raw: str) -> list[tuple[int, int]]:
    clusters: list[tuple[int, int]] = []
    for match in _CLUSTERS.finditer(raw):
        if clusters and unicodedata.combining(match[0][0]):
            clusters[-1] = (clusters[-1][0], match.end())
        else:
            clusters.append(match.span())
    return clusters


def _first_difference(left: str, right: str) -> str:
    place = next((i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), 0)
    return right[max(place - 10, 0) : place + 10]
