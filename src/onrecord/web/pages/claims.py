"""The list of claims, and one claim."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from onrecord.records import Claim
from onrecord.views.claim_table import claim_row
from onrecord.web.fields import Asked, claim_filter
from onrecord.web.pages.built import Built, Table
from onrecord.web.room import Room, missing
from onrecord.workflow.ask import as_corrected

__all__ = ["CLAIM_FIELDS", "ClaimList", "OneClaim", "claim", "claims", "claims_rows", "claims_table"]

CLAIM_FIELDS = (
    "q", "party", "source", "type", "stance", "status", "outlet", "since", "until", "event", "article",
    "after", "limit",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ClaimList:
    """Claims asked for, as corrected, the newest first."""

    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class OneClaim:
    """One claim.

    Attributes:
        claim: The claim as corrected; one that was rejected, as it was read.
        events: ids of the events it belongs to.
    """

    claim: Claim
    events: tuple[str, ...]


def claims(room: Room, asked: Asked) -> Built:
    """Return a page of claims."""
    page = room.ledger.reader.claims_page(claim_filter(asked, room.unseal(asked.values.get("after"))))
    return Built(ClaimList(as_corrected(room.ledger, page.items)), room.seal(page.next))


def claim(room: Room, _asked: Asked, claim_id: str) -> Built:
    """Return one claim by its id or anchor.

    Raises:
        RequestError: There is none.
    """
    found = room.ledger.reader.claim(claim_id)
    if found is None:
        raise missing("claim", claim_id)
    events = room.ledger.reader.events_of([found.anchor])
    told = next(iter(as_corrected(room.ledger, [found])), found)
    return Built(OneClaim(told, tuple(e.id for e in events)))


def claims_table(data: object) -> Table:
    """Return a list of claims as a table."""
    return claims_rows(cast(ClaimList, data).claims)


def claims_rows(listed: Iterable[Claim]) -> Table:
    """Return claims as a table with the columns of `onrecord claims`, and where each stands."""
    header = ("id", "said", "who", "stance", "what", "whom", "when", "how_many", "words", "article", "outlet")
    rows = tuple((c.id, *claim_row(c).cells(), c.article.id, c.article.outlet or "") for c in listed)
    return Table(header, rows)
