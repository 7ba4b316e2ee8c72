"""Where something stands in an article's text."""

from dataclasses import dataclass

from onrecord.errors import RecordError

__all__ = ["Span", "cover"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one article's text, with its characters.

    Attributes:
        start: First character, from 0, in `Article.text` as stored (NFC), in Unicode code points.
        end: One past the last character.
        text: Exactly `Article.text[start:end]`; `onrecord verify` proves it.
    """

    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise RecordError(f"Span needs 0 <= start < end, got {self.start}..{self.end}")
        if len(self.text) != self.end - self.start:
            raise RecordError(
                f"Span {self.start}..{self.end} needs {self.end - self.start} characters, "
                f"got {len(self.text)}: {self.text[:40]!r}"
            )

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Span":
        """Return the span [start, end) of an article's text.

        Raises:
            RecordError: The range is empty or reaches outside the text.
        """
        if end > len(text):
            raise RecordError(f"Span {start}..{end} reaches past the text's {len(text)} characters")
        return cls(start, end, text[start:end])

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


def cover(text: str, spans: tuple[Span, ...]) -> Span:
    """Return the one span from the first character of `spans` to their last.

    Raises:
        RecordError: `spans` is empty.
    """
    if not spans:
        raise RecordError("cover needs at least one span, got none")
    return Span.of(text, min(s.start for s in spans), max(s.end for s in spans))
