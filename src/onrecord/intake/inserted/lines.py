"""The lines of an article, as the finder of inserted text looks at them."""

import re
from dataclasses import dataclass

__all__ = ["Line", "lines_of"]

_CLOSERS = " \"'”’)]»"
_STOPS = ".!?…"


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph: a line of the text without the blanks around it.

    Attributes:
        start: First character in the text.
        end: One past the last character.
        text: Those characters.
    """

    start: int
    end: int
    text: str

    @property
    def words(self) -> int:
        """Words between blanks."""
        return len(self.text.split())

    @property
    def stopped(self) -> bool:
        """True when it ends as a sentence ends: full stop, question or exclamation mark."""
        return self.text.rstrip(_CLOSERS)[-1:] in tuple(_STOPS)

    @property
    def announces(self) -> bool:
        """True when it ends with a colon, so that the next line belongs to it."""
        return self.text.endswith(":")

    @property
    def full(self) -> bool:
        """True for running text: a sentence of some length, ended as one."""
        return self.stopped and self.words >= 12


def lines_of(text: str) -> tuple[Line, ...]:
    """Return the lines that hold something, in reading order."""
    return tuple(Line(m.start(), m.end(), m[0]) for m in re.finditer(r"[^\s\n](?:[^\n]*[^\s\n])?", text))
