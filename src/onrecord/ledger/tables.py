"""The ledger's tables.

Invariant: rows are only added. A changed mind stamps `withdrawn_at` (claims, events, decisions) or
`superseded_at` (articles) and adds a row; the only rows ever deleted are those of `touched`, a list
of work to do, and of `claim_keys` and `claim_vectors`, which are computed from what stands here.
"""

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

__all__ = [
    "LONGEST_KEY",
    "IndexedName",
    "UtcTime",
    "article_keys",
    "articles",
    "claim_keys",
    "claim_parties",
    "claim_vectors",
    "claims",
    "decision_anchors",
    "decisions",
    "event_aliases",
    "event_members",
    "events",
    "metadata",
    "runs",
    "schema_version",
    "touched",
]

metadata = sa.MetaData()


class UtcTime(sa.types.TypeDecorator[datetime]):
    """A moment as ISO 8601 UTC text with microseconds: sorts as time does, in both databases."""

    impl = sa.String(27)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> str | None:  # noqa: ARG002
        """Return the text stored for a moment; refuses one without a time zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"A moment in the ledger needs a time zone, got {value!r}")
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")

    def process_result_value(self, value: str | None, dialect: Any) -> datetime | None:  # noqa: ARG002
        """Return the moment a stored text stands for, in UTC."""
        return None if value is None else datetime.fromisoformat(value)


LONGEST_KEY = 500
"""Characters of a name that are indexed: PostgreSQL takes about 2,700 bytes, four of them a character."""


class IndexedName(sa.types.TypeDecorator[str]):
    """A name to look rows up by, cut where an index takes no more; what it is compared with is cut too."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Any) -> str | None:  # noqa: ARG002
        """Return as much of a name as is indexed."""
        return None if value is None else value[:LONGEST_KEY]


_RowId = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _row() -> sa.Column[int]:
    return sa.Column("row", _RowId, primary_key=True, autoincrement=True)


schema_version = sa.Table(
    "schema_version",
    metadata,
    sa.Column("version", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("applied_at", UtcTime, nullable=False),
)

runs = sa.Table(
    "runs",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("command", sa.Text, nullable=False),
    sa.Column("version", sa.Text, nullable=False),  # of onrecord and the weights
    sa.Column("started_at", UtcTime, nullable=False),
    sa.Column("ended_at", UtcTime),  # null: under way, or killed
)

articles = sa.Table(
    "articles",
    metadata,
    _row(),
    sa.Column("id", sa.Text, nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("sha256", sa.String(64), nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("reason", sa.Text),
    sa.Column("outlet", sa.Text),
    sa.Column("published", sa.Date),
    sa.Column("run", sa.Text, sa.ForeignKey("runs.id"), nullable=False),
    sa.Column("added_at", UtcTime, nullable=False),
    sa.Column("superseded_at", UtcTime),
    sa.Column("payload", sa.Text, nullable=False),  # the contract's article
    sa.UniqueConstraint("id", "version", name="articles_id_version"),
    sa.Index("articles_sha256", "sha256"),
)
sa.Index(
    "articles_current",
    articles.c.id,
    unique=True,
    sqlite_where=articles.c.superseded_at.is_(None),
    postgresql_where=articles.c.superseded_at.is_(None),
)
sa.Index(
    "articles_set_aside",
    articles.c.row,
    sqlite_where=articles.c.state == "set_aside",
    postgresql_where=articles.c.state == "set_aside",
)

claims = sa.Table(
    "claims",
    metadata,
    _row(),
    sa.Column("id", sa.Text, nullable=False),
    sa.Column("anchor", sa.Text, nullable=False),  # word-for-word copies of an article share anchors
    sa.Column("article_row", _RowId, sa.ForeignKey("articles.row"), nullable=False),
    sa.Column("article_id", sa.Text, nullable=False),
    sa.Column("stance", sa.Text, nullable=False),
    sa.Column("status", sa.Text),
    sa.Column("type", sa.Text),
    sa.Column("outlet", sa.Text),
    sa.Column("published", sa.Date),
    sa.Column("said_start", sa.Date),
    sa.Column("said_end", sa.Date),
    sa.Column("event_start", sa.Date),
    sa.Column("event_end", sa.Date),
    sa.Column("day", sa.Date),  # when said, else when published; null when neither is known
    sa.Column("sort_day", sa.Date, nullable=False),  # `day`, the unknown first
    sa.Column("run", sa.Text, sa.ForeignKey("runs.id"), nullable=False),
    sa.Column("added_at", UtcTime, nullable=False),
    sa.Column("withdrawn_at", UtcTime),
    sa.Column("withdrawn_run", sa.Text, sa.ForeignKey("runs.id")),
    sa.Column("payload", sa.Text, nullable=False),  # the contract's claim
    sa.Index("claims_article", "article_row"),
    sa.Index("claims_article_id", "article_id"),
    sa.Index("claims_anchor", "anchor"),
    sa.Index("claims_id", "id"),
    sa.Index("claims_day", "sort_day", "row"),
    sa.Index("claims_stance", "stance", "sort_day", "row"),
    sa.Index("claims_type", "type", "sort_day", "row"),
)
sa.Index(
    "claims_counted",  # counts over all claims, without reading their payloads
    claims.c.stance,
    claims.c.outlet,
    claims.c.type,
    claims.c.status,
    claims.c.day,
    sqlite_where=claims.c.withdrawn_at.is_(None),
    postgresql_where=claims.c.withdrawn_at.is_(None),
)
sa.Index(
    "claims_gone",
    claims.c.withdrawn_at,
    sqlite_where=claims.c.withdrawn_at.is_not(None),
    postgresql_where=claims.c.withdrawn_at.is_not(None),
)
sa.Index(
    "claims_standing",
    claims.c.id,
    unique=True,
    sqlite_where=claims.c.withdrawn_at.is_(None),
    postgresql_where=claims.c.withdrawn_at.is_(None),
)

claim_parties = sa.Table(
    "claim_parties",
    metadata,
    sa.Column("claim_row", _RowId, sa.ForeignKey("claims.row"), primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True),
    sa.Column("party", IndexedName, nullable=False),
    sa.Column("country", sa.Text),
    sa.Column("name_key", IndexedName, nullable=False),  # the name as `slug` folds it
    sa.Column("part", sa.Text, nullable=False),  # source, via, actor, recipient, against
    sa.Index("claim_parties_party", "party", "claim_row"),
    sa.Index("claim_parties_country", "country", "claim_row"),
    sa.Index("claim_parties_name", "name_key", "claim_row"),
)

claim_keys = sa.Table(
    "claim_keys",
    metadata,
    sa.Column("key", IndexedName, primary_key=True),
    sa.Column("claim_row", _RowId, sa.ForeignKey("claims.row"), primary_key=True),
    sa.Index("claim_keys_claim", "claim_row"),
)

claim_vectors = sa.Table(
    "claim_vectors",
    metadata,
    sa.Column("claim_row", _RowId, sa.ForeignKey("claims.row"), primary_key=True, autoincrement=False),
    sa.Column("weights", sa.Text, nullable=False),  # that made it
    sa.Column("numbers", sa.LargeBinary, nullable=False),  # a signed byte each
)

article_keys = sa.Table(
    "article_keys",
    metadata,
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("article_row", _RowId, sa.ForeignKey("articles.row"), primary_key=True),
    sa.Index("article_keys_article", "article_row"),
)
"""Nothing is written here any more; it stays so that ledgers of every schema have the same tables."""

touched = sa.Table(
    "touched",
    metadata,
    sa.Column("claim_row", _RowId, sa.ForeignKey("claims.row"), primary_key=True),
)
"""Claims added, withdrawn or decided about since events were last reconciled: the work to do."""

decisions = sa.Table(
    "decisions",
    metadata,
    _row(),
    sa.Column("id", sa.Text, nullable=False, unique=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("added_at", UtcTime, nullable=False),
    sa.Column("withdrawn_at", UtcTime),
    sa.Column("withdrawn_by", sa.Text),
    sa.Column("withdrawn_reason", sa.Text),
    sa.Column("payload", sa.Text, nullable=False),  # the decision as it was made
)

decision_anchors = sa.Table(
    "decision_anchors",
    metadata,
    sa.Column("decision_row", _RowId, sa.ForeignKey("decisions.row"), primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True),
    sa.Column("anchor", sa.Text, nullable=False),
    sa.Index("decision_anchors_anchor", "anchor"),
)

events = sa.Table(
    "events",
    metadata,
    _row(),
    sa.Column("id", sa.Text, nullable=False),
    sa.Column("type", sa.Text),
    sa.Column("status", sa.Text, nullable=False),
    sa.Column("standing", sa.Text, nullable=False),
    sa.Column("first_day", sa.Date),  # of the days its claims were said or published
    sa.Column("last_day", sa.Date),
    sa.Column("sort_day", sa.Date, nullable=False),  # `last_day`, the unknown first
    sa.Column("added_at", UtcTime, nullable=False),
    sa.Column("withdrawn_at", UtcTime),
    sa.Column("payload", sa.Text, nullable=False),  # the contract's event
    sa.Index("events_id", "id"),
    sa.Index("events_day", "sort_day", "row"),
)
sa.Index(
    "events_current",
    events.c.id,
    unique=True,
    sqlite_where=events.c.withdrawn_at.is_(None),
    postgresql_where=events.c.withdrawn_at.is_(None),
)

event_members = sa.Table(
    "event_members",
    metadata,
    sa.Column("event_row", _RowId, sa.ForeignKey("events.row"), primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True),
    sa.Column("anchor", sa.Text, nullable=False),
    sa.Column("claim_id", sa.Text, nullable=False),
    sa.Column("because", sa.Text),  # why the claim belongs, as reconcile tells it
    sa.Index("event_members_anchor", "anchor"),
    sa.Index("event_members_claim", "claim_id"),
)

event_aliases = sa.Table(
    "event_aliases",
    metadata,
    sa.Column("old_id", sa.Text, primary_key=True),
    sa.Column("new_id", sa.Text, primary_key=True),
    sa.Column("added_at", UtcTime, nullable=False),
)
"""Events merged into another one: asking for the old id leads to the newest row's event."""
