"""Runs of capitals cut where a heading or a caption runs on: "Cole [Outlines]", "[Derelict] Cole".

Sites print headings, captions and their articles in one line. What else the article calls somebody tells
where the name begins and ends.
"""

from collections import Counter
from collections.abc import Sequence

from onrecord.codebook.given_names import gender_of_name
from onrecord.reading.english import is_adjective, is_inflected_verb
from onrecord.reading.parties.columns import Columns
from onrecord.reading.parties.lexicon import HitIndex

__all__ = ["cut_runs"]

Run = tuple[int, int]


def cut_runs(columns: Columns, index: HitIndex, runs: Sequence[Run]) -> list[Run]:
    """Return runs of words like names without the words that are no part of a name.

    Args:
        columns: The article.
        index: Its known names.
        runs: Tokens [start, end) of each.
    """
    known = _Known(columns, runs)
    cut: list[Run] = []
    for start, end in runs:
        if any(columns.words[i] == "-" for i in range(start, end)) or end - start < 2:
            cut.append((start, end))
        elif not _only_places(index, start, end):
            cut += known.parts(start, end, place=index.at(start) is not None)
    return cut


def _only_places(index: HitIndex, start: int, end: int) -> bool:
    """Tell whether a run is two states side by side, as in a dateline: "Malta Qatar"."""
    hits = [index.at(i) for i in range(start, end)]
    return len(hits) > 1 and all(hit is not None and hit.end - hit.start == 1 for hit in hits)


class _Known:
    """What the whole article calls by name."""

    def __init__(self, columns: Columns, runs: Sequence[Run]) -> None:
        self.columns = columns
        names = [tuple(columns.words[start:end]) for start, end in runs]
        self.alone = Counter(name[0] for name in names if len(name) == 1)
        self.full = Counter(name for name in names if len(name) > 1)
        self.last = Counter(name[-1] for name in names if len(name) > 1)
        self.first = Counter(name[0] for name in names if len(name) > 1)

    def parts(self, start: int, end: int, *, place: bool) -> list[Run]:
        """Return what is left of a run, in one or two parts; all of it where nothing tells otherwise."""
        name = tuple(self.columns.words[start:end])
        kept = self._before_heading(name)
        if kept < len(name):
            return [(start, start + kept)]
        if self._is_led(name, place):
            return [(start + 1, end)]
        return [(start, start + 1), (start + 1, end)] if self._are_two(name) else [(start, end)]

    def _before_heading(self, name: tuple[str, ...]) -> int:
        """Return how many words stand before the verb of a heading: 1 of "Cole [Outlines Harbour Plan]"."""
        for size in range(1, len(name)):
            before, word = name[:size], name[size]
            known = self.full[before] if size > 1 else self._is_surname(before[0], name)
            if known and self._is_unknown(word, self.last, name) and is_inflected_verb(word.lower()):
                return size
        return len(name)

    def _is_led(self, name: tuple[str, ...], place: bool) -> bool:
        """Tell whether a word of a heading or a place stands before a name: "[Derelict] Cole"."""
        first, *rest = name
        named = gender_of_name(rest[0].lower()) is not None
        known = self.full[tuple(rest)] if len(rest) > 1 else self.last[rest[0]] > self.full[name]
        known = known or (named and len(rest) == 1 and self.first[rest[0]] > 0)  # "Grieving Ana"
        given = len(rest) > 1 and named
        if place and given and gender_of_name(first.lower()) is None:
            return True
        word = first.lower()
        described = is_adjective(word) or (word.endswith(("ed", "ing")) and is_inflected_verb(word))
        return bool(known) and self._is_unknown(first, self.first, name) and described

    def _are_two(self, name: tuple[str, ...]) -> bool:
        """Tell whether two people stand side by side, each called otherwise elsewhere: "Cole Lind"."""
        if len(name) != 2 or self.full[name] > 1:
            return False
        first, second = name
        other = self.last[second] > 1 or self.first[second] > 0 or self.alone[second] > 1
        return self.last[first] > 0 and other and self.first[first] == 1

    def _is_surname(self, word: str, name: tuple[str, ...]) -> bool:
        """Tell whether a word is what the article calls somebody by, and no given name."""
        called = self.alone[word] > 1 or self.last[word] > 0
        return called and gender_of_name(word.lower()) is None and self.first[word] == self.full[name]

    def _is_unknown(self, word: str, places: Counter[str], name: tuple[str, ...]) -> bool:
        """Tell whether a word names nobody else in the article, and is no given name."""
        elsewhere = self.alone[word] or places[word] > self.full[name]
        return not elsewhere and gender_of_name(word.lower()) is None
