"""The reader: an article beside its claims."""

from dataclasses import dataclass

from onrecord.ledger import ClaimFilter
from onrecord.records import Article, Claim
from onrecord.views.event_page import ArticleLink
from onrecord.web.fields import Asked
from onrecord.web.pages.built import Built, Table
from onrecord.web.pages.claims import claims_rows
from onrecord.web.room import Room, missing
from onrecord.workflow.ask import as_corrected

__all__ = ["ARTICLE_FIELDS", "ArticlePage", "article", "article_table"]

ARTICLE_FIELDS = ("claim",)
_MOST = 400


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """One article with its claims.

    Attributes:
        article: The article, its text as stored.
        claims: Its standing claims as corrected, in reading order; a claim's number on the page is its
            place here, from 1.
        events: Claim id → id of the event it belongs to.
        copies: Articles with the same text.
        copy_of: The article it is a copy of.
        chosen: The claim marked in the text, as the address asks; None when none is.
    """

    article: Article
    claims: tuple[Claim, ...]
    events: dict[str, str]
    copies: tuple[ArticleLink, ...]
    copy_of: ArticleLink | None
    chosen: str | None


def article(room: Room, asked: Asked, article_id: str) -> Built:
    """Return one article.

    Raises:
        RequestError: There is none of that id.
    """
    reader = room.ledger.reader
    found = reader.article(article_id)
    if found is None:
        raise missing("article", article_id)
    read = reader.claims_page(ClaimFilter(article=article_id, limit=_MOST)).items
    claims = sorted(as_corrected(room.ledger, read), key=_place)
    events = {one: e.id for e in reader.events_of([c.anchor for c in claims]) for one in e.claims}
    here = {c.id for c in claims}
    wanted = asked.values.get("claim")
    chosen = next((c.id for c in claims if wanted in (c.id, c.anchor)), None)
    copies = (_link(room, one) for one in room.ledger.tallies.copies_of(article_id))
    return Built(
        ArticlePage(
            article=found,
            claims=tuple(claims),
            events={one: event for one, event in events.items() if one in here},
            copies=tuple(link for link in copies if link is not None),
            copy_of=_link(room, found.copy_of) if found.copy_of else None,
            chosen=chosen,
        )
    )


def article_table(data: object) -> Table:
    """Return an article's claims as a table."""
    assert isinstance(data, ArticlePage)
    return claims_rows(data.claims)


def _place(claim: Claim) -> tuple[int, int]:
    spans = (*([claim.cue] if claim.cue else []), *claim.content, *claim.evidence)
    return (min(s.start for s in spans), max(s.end for s in spans))


def _link(room: Room, article_id: str) -> ArticleLink | None:
    found = room.ledger.reader.article(article_id)
    if found is None:
        return None
    return ArticleLink(found.id, found.title or found.id, found.outlet, found.published, 0)
