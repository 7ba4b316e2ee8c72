"""The store: SQLAlchemy Core on SQLite or PostgreSQL. `Ledger.open(url)`, then `.reader` and `.writer`."""

from onrecord.ledger.connect import folder_of
from onrecord.ledger.filters import ClaimFilter, EventFilter, Page
from onrecord.ledger.health import Health, look_at, sqlite_here
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.raw import RawArticle, RawClaim
from onrecord.ledger.reader import Counts, Run
from onrecord.ledger.rows import claim_day
from onrecord.ledger.writer import Added

__all__ = [
    "Added",
    "ClaimFilter",
    "Counts",
    "EventFilter",
    "Health",
    "Ledger",
    "Page",
    "RawArticle",
    "RawClaim",
    "Run",
    "claim_day",
    "folder_of",
    "look_at",
    "sqlite_here",
]
