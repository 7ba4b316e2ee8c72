"""An article as On Record keeps it."""

import hashlib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from onrecord.errors import RecordError

__all__ = ["Article", "ArticleState", "Inserted", "text_digest"]


class ArticleState(StrEnum):
    """Whether an article was read or set aside."""

    READ = "read"
    SET_ASIDE = "set_aside"


@dataclass(frozen=True, slots=True)
class Inserted:
    """Text that does not belong to its article; nothing is claimed from it.

    Attributes:
        start: First character in `Article.text`.
        end: One past the last character.
        text: Exactly those characters.
        reason: The method's own words for why, e.g. "headline of another story".
    """

    start: int
    end: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article: its text as stored, and what its carrier told of it.

    Attributes:
        id: The carrier's id, or one made from the content; unique in a ledger.
        text: NFC, line ends as "\\n", paragraphs on lines of their own; all spans refer to it.
            Empty only for an article set aside before its text could be had.
        title: Headline where the carrier tells it apart from the text; not part of `text`
            unless the carrier's text holds it too.
        outlet: Who published this copy, as the carrier or the caller names it.
        byline: Authors as told.
        credit: Wire service credited ("Reuters"), where it is not the outlet's own.
        dateline: Place (and day, if told) at the head of the text, as told.
        published: Day of publication in the outlet's time; None when unknown, never today's.
        retrieved: When the crawler fetched it, ISO 8601 UTC, as told.
        url: Address, as told.
        language: ISO 639-1 code of the text, detected or told.
        inserted: Stretches that do not belong to the article, in reading order.
        copy_of: id of the article this one copies.
        corrects: id of the earlier version or article it corrects.
        version: 1 for the first text seen under an id, then counted up.
        state: Read, or set aside.
        reason: Why it was set aside: what was found, what was expected. None when read.
    """

    id: str
    text: str
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    credit: str | None = None
    dateline: str | None = None
    published: date | None = None
    retrieved: str | None = None
    url: str | None = None
    language: str | None = None
    inserted: tuple[Inserted, ...] = ()
    copy_of: str | None = None
    corrects: str | None = None
    version: int = 1
    state: ArticleState = ArticleState.READ
    reason: str | None = None

    def __post_init__(self) -> None:
        if not self.id:
            raise RecordError("Article needs an id, got an empty one")
        if (self.state is ArticleState.SET_ASIDE) != (self.reason is not None):
            raise RecordError(f"Article {self.id} is {self.state.value}, but its reason is {self.reason!r}")

    @property
    def sha256(self) -> str:
        """SHA-256 of the stored text in UTF-8, 64 hexadecimal digits."""
        return text_digest(self.text)


def text_digest(text: str) -> str:
    """Return the SHA-256 of a text in UTF-8, 64 hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
