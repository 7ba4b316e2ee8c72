"""What a caller may tell of the articles it hands in."""

from dataclasses import dataclass
from datetime import date

__all__ = ["IntakeOptions"]


@dataclass(frozen=True, slots=True)
class IntakeOptions:
    """What the caller knows, and how large an article may be.

    Attributes:
        published: Day of publication of every article; wins over what the carrier tells.
        outlet: Who published every article; wins over what the carrier tells.
        today: An article published later than this day is set aside; None checks nothing.
        max_bytes: Largest file or JSON line read as one article, in bytes after unpacking.
        max_characters: Longest text read, in Unicode code points. The parser takes a million.
    """

    published: date | None = None
    outlet: str | None = None
    today: date | None = None
    max_bytes: int = 5_000_000
    max_characters: int = 1_000_000
