"""Where the turns of a transcript stand: each behind a name in capitals ("MR. LIND: It is shut.")."""

import re
from collections import Counter
from dataclasses import dataclass

__all__ = ["Turn", "turns_of"]

_NAME = r"(?m)^(?P<name>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]*){0,3})"
_LABEL = re.compile(_NAME + r"(?P<office>, [^:\n]{3,90})?(?: \([^)\n]*\))?: (?=\S)")
_DESCRIBED = re.compile(_NAME + r"(?P<office>, (?:a|an|the|who|whose) [^:\n]{3,160}): (?=\S)")
"""A label of a transcript that tells who somebody is: "ANN LIND, a nurse: It burned."."""

_ASKED = re.compile(r"(?m)^Q(?:[:.]| (?= ))")
"""What a briefing sets before what somebody of the press asks, besides "QUESTION:"."""

_BREAK = re.compile(rf"(?m)^\s*\([A-Z]{{3,}}|{_ASKED.pattern[4:]}")
"""What ends a turn besides the next one: "(COMMERCIAL BREAK)", a question."""

_FEWEST = 4
"""Turns of an article that is a transcript; one of the speakers has more than one of them."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn of one speaker, in characters: the label's name, its colon, and the end of what is said."""

    name: str
    office: str
    start: int
    colon: int
    end: int


def turns_of(text: str) -> list[Turn]:
    """Return the turns of a transcript, none of any other article."""
    labels = [m for m in _LABEL.finditer(text) if (m["office"] or "X").isupper()]
    counts = Counter([*(m["name"].split()[-1] for m in labels), *(["Q"] * len(_ASKED.findall(text)))])
    if counts.total() < _FEWEST or len(counts) < 2 or max(counts.values()) < 2:
        return []
    labels = sorted([*labels, *_DESCRIBED.finditer(text)], key=lambda m: m.start())
    ends = sorted([*(m.start() for m in (*labels, *_BREAK.finditer(text))), len(text)])
    return [
        Turn(
            m["name"], m["office"] or "", m.start(), m.end() - 2, next(end for end in ends if end > m.start())
        )
        for m in labels
    ]
