"""What one carrier told of one article, before anything is checked."""

from dataclasses import dataclass
from datetime import date

__all__ = ["Draft"]


@dataclass(frozen=True, slots=True)
class Draft:
    """One article as its carrier holds it; `finish` makes the `Article`.

    Attributes:
        where: File, and line or record inside it, as shown in reasons ("week.jsonl:12").
        text: As decoded, not yet normalised.
        id: The carrier's own id.
        title: Headline.
        outlet: Who published it.
        byline: Authors.
        published: Day of publication in the outlet's time.
        retrieved: When it was fetched, ISO 8601 UTC.
        url: Address.
        language: ISO 639-1 code as told.
        copy_of: id of the article it copies, as told.
        corrects: id of the article it corrects, as told.
        fault: What is wrong with what the carrier told; the article is set aside for it.
    """

    where: str
    text: str
    id: str | None = None
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: date | None = None
    retrieved: str | None = None
    url: str | None = None
    language: str | None = None
    copy_of: str | None = None
    corrects: str | None = None
    fault: str | None = None
