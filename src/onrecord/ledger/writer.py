"""Write to a ledger: each call is one transaction, so a kill leaves all of it or nothing.

Invariant: doing the same call again changes nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import sqlalchemy as sa

from onrecord.ledger import decisions, events
from onrecord.ledger.connect import Store
from onrecord.ledger.rows import (
    article_from,
    article_values,
    claim_from,
    claim_values,
    party_values,
    vector_from,
    vector_values,
)
from onrecord.ledger.tables import (
    LONGEST_KEY,
    articles,
    claim_keys,
    claim_parties,
    claim_vectors,
    claims,
    runs,
    touched,
)
from onrecord.ledger.text_search import add_words, words_of
from onrecord.records import Article, ArticleState, Claim, Decision, DeedVector, Event, content_id

__all__ = ["Added", "LedgerWriter"]


@dataclass(frozen=True, slots=True)
class Added:
    """What adding an article changed.

    Attributes:
        version: Version of the article now current; None when it was there already.
        added: ids of the claims added.
        withdrawn: ids of the claims withdrawn.

    A claim stored anew under its id is in neither.
    """

    version: int | None
    added: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()


class LedgerWriter:
    """Adds to one ledger. Every method raises `LedgerError` when the database fails.

    Args:
        store: The database.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def start_run(self, command: str, version: str, at: datetime) -> str:
        """Record that a run starts, and return its id.

        Args:
            command: Name of the command ("add").
            version: Of onrecord and the weights, as in `MadeBy.version`.
            at: When, with a time zone.
        """
        with self._store.write() as connection:
            before = connection.scalar(sa.select(sa.func.count()).select_from(runs))
            run = content_id("run", at.isoformat(), command, version, before)
            row = {"id": run, "command": command, "version": version, "started_at": at}
            connection.execute(runs.insert().values(row))
        return run

    def end_run(self, run: str, at: datetime) -> None:
        """Record that a run came to its end."""
        with self._store.write() as connection:
            connection.execute(runs.update().where(runs.c.id == run).values(ended_at=at))

    def add_article(
        self,
        article: Article,
        claims_read: Sequence[Claim],
        *,
        run: str,
        at: datetime,
        again: bool = False,
        keys: Mapping[str, Iterable[str]] | None = None,
        vectors: Mapping[str, DeedVector] | None = None,
    ) -> Added:
        """Add an article with its claims, or an article set aside with its reason.

        The same text under the same id adds nothing. A new text is a new version: the claims of the
        one before are withdrawn. With `again`, claims of a text that stands already are brought to
        what was read now: those not read any more are withdrawn, new ones added, the same kept. One of
        the same id that differs in what its id does not tell, as in its probability, is stored anew.

        Args:
            article: Read or set aside; its `version` is counted by the ledger.
            claims_read: Its claims; empty for one set aside.
            run: id of the run.
            at: When, with a time zone.
            again: Whether an article in the ledger is read anew.
            keys: Claim id → keys under which `LedgerReader.claims_by_keys` finds it.
            vectors: Claim id → vector of its deed, as `LedgerReader.vectors_of` gives it back.
        """
        vectors = vectors or {}
        with self._store.write() as connection:
            current = _current(connection, article.id)
            if _changes_nothing(connection, article, current, again):
                return Added(version=None)
            row, version = _article_row(connection, article, current, run, at)
            stored = _standing_claims(connection, article.id)
            before = {one: row for one, (row, _) in stored.items()}
            wanted = {claim.id: claim for claim in claims_read}
            gone = [one for one in before if one not in wanted]
            fresh = [claim for one, claim in wanted.items() if one not in before]
            newer = [
                claim for one, claim in wanted.items() if one in before and _differs(claim, stored[one][1])
            ]
            _withdraw(connection, [before[one] for one in (*gone, *(claim.id for claim in newer))], run, at)
            _set_vectors(connection, {before[claim.id]: None for claim in newer})
            rows = _add_claims(connection, [*fresh, *newer], row, run, at)
            _set_claim_keys(connection, {rows[one]: tuple((keys or {}).get(one, ())) for one in rows})
            standing = before | rows
            seen_anew = _set_vectors(connection, {standing[one]: vectors.get(one) for one in wanted})
            touch(connection, [*rows.values(), *(before[one] for one in gone), *seen_anew])
            return Added(version, tuple(claim.id for claim in fresh), tuple(gone))

    def set_claim_keys(self, keys: Mapping[str, Iterable[str]]) -> None:
        """Replace the keys of standing claims.

        Args:
            keys: Claim id → its keys.
        """
        with self._store.write() as connection:
            found = _rows_of(connection, list(keys))
            _set_claim_keys(connection, {row: tuple(keys[one]) for one, row in found.items()})

    def put_events(
        self,
        found: Sequence[Event],
        *,
        at: datetime,
        gone: Iterable[str] = (),
        because: Mapping[tuple[str, str], str] | None = None,
        settled: Iterable[str] = (),
    ) -> int:
        """Bring events to what was reconciled; return how many changed, came or went.

        An event that stands as it is stays untouched; a changed one is withdrawn and added anew, so
        that its history can be asked. The ids in `replaces` lead to the event from then on.

        Args:
            found: Events as they stand now.
            at: When, with a time zone.
            gone: ids of events that stand no more.
            because: (event id, claim id) → why the claim belongs to the event, as text or JSON.
            settled: ids of the claims (standing or withdrawn) that need no more reconciling.
        """
        with self._store.write() as connection:
            changed = events.put(connection, found, at, tuple(gone), because or {})
            settle(connection, settled)
            return changed

    def add_decision(self, decision: Decision, at: datetime) -> bool:
        """Add a decision, or withdraw the one of its id where it comes withdrawn.

        The standing claims of its anchors are touched, so that the next reconciling heeds it.

        Returns:
            False when the ledger held it already, as it is.
        """
        with self._store.write() as connection:
            changed = decisions.add(connection, decision, at)
            if changed:
                _touch_anchors(connection, decision.anchors)
            return changed

    def withdraw_decision(self, decision_id: str, *, author: str, reason: str, at: datetime) -> Decision:
        """Undo a decision, and return it as withdrawn.

        Raises:
            LedgerError: There is none of that id, or it was undone before.
        """
        with self._store.write() as connection:
            decision = decisions.withdraw(connection, decision_id, author=author, reason=reason, at=at)
            _touch_anchors(connection, decision.anchors)
            return decision


def is_known(connection: sa.Connection, article: Article) -> bool:
    """Tell whether an article is in the ledger with this text, read or set aside for this reason."""
    same = sa.and_(articles.c.id == article.id, articles.c.sha256 == article.sha256)
    if article.state is ArticleState.READ:
        same = sa.and_(same, articles.c.state == ArticleState.READ.value)
    else:
        same = sa.and_(same, articles.c.reason == article.reason)
    return connection.scalar(sa.select(articles.c.row).where(same).limit(1)) is not None


def touch(connection: sa.Connection, rows: Iterable[int]) -> None:
    """Put claims on the list of those to reconcile."""
    there = set(rows)
    if there:
        known = connection.scalars(sa.select(touched.c.claim_row).where(touched.c.claim_row.in_(there)))
        new = sorted(there - set(known))
        if new:
            connection.execute(touched.insert(), [{"claim_row": row} for row in new])


def settle(connection: sa.Connection, claim_ids: Iterable[str]) -> None:
    """Take claims off the list of those to reconcile."""
    for some in _chunks(list(claim_ids)):
        rows = sa.select(claims.c.row).where(claims.c.id.in_(some))
        connection.execute(touched.delete().where(touched.c.claim_row.in_(rows)))


def _current(connection: sa.Connection, article_id: str) -> tuple[int, Article] | None:
    row = connection.execute(
        sa.select(articles.c.row, articles.c.payload).where(
            articles.c.id == article_id, articles.c.superseded_at.is_(None)
        )
    ).one_or_none()
    return None if row is None else (row.row, article_from(row.payload))


def _changes_nothing(
    connection: sa.Connection, article: Article, current: tuple[int, Article] | None, again: bool
) -> bool:
    same_text = current is not None and current[1].text == article.text
    was_read = current is not None and current[1].state is ArticleState.READ
    if article.state is ArticleState.SET_ASIDE and was_read and (same_text or not article.text):
        return True  # it could not be read now, but it was before: what was read then stands
    return is_known(connection, article) and not (again and same_text)


def _article_row(
    connection: sa.Connection,
    article: Article,
    current: tuple[int, Article] | None,
    run: str,
    at: datetime,
) -> tuple[int, int]:
    """Return row and version of an article: its current ones where nothing differs, else new ones."""
    version = 1
    if current is not None:
        row, stored = current
        if replace(article, version=stored.version) == stored:
            return row, stored.version
        version = stored.version + 1
        connection.execute(articles.update().where(articles.c.row == row).values(superseded_at=at))
    values = article_values(replace(article, version=version), run, at)
    added = connection.execute(articles.insert().values(values).returning(articles.c.row))
    return int(added.scalar_one()), version


def _standing_claims(connection: sa.Connection, article_id: str) -> dict[str, tuple[int, str]]:
    """Return claim id → row and payload."""
    found = connection.execute(
        sa.select(claims.c.id, claims.c.row, claims.c.payload)
        .where(claims.c.article_id == article_id, claims.c.withdrawn_at.is_(None))
        .order_by(claims.c.row)
    )
    return {row.id: (row.row, row.payload) for row in found}


def _differs(claim: Claim, payload: str) -> bool:
    """Tell whether a claim is another than the one stored, whichever runs they are from."""
    stored = claim_from(payload)
    return replace(claim, made_by=replace(claim.made_by, run=stored.made_by.run)) != stored


def _withdraw(connection: sa.Connection, rows: list[int], run: str, at: datetime) -> None:
    for some in _chunks(rows):
        stamp = {"withdrawn_at": at, "withdrawn_run": run}
        connection.execute(claims.update().where(claims.c.row.in_(some)).values(stamp))
        connection.execute(claim_keys.delete().where(claim_keys.c.claim_row.in_(some)))


def _add_claims(
    connection: sa.Connection, fresh: list[Claim], article_row: int, run: str, at: datetime
) -> dict[str, int]:
    if not fresh:
        return {}
    made = [replace(claim, made_by=replace(claim.made_by, run=run)) for claim in fresh]
    added = connection.scalars(
        claims.insert().returning(claims.c.row, sort_by_parameter_order=True),
        [claim_values(claim, article_row, run, at) for claim in made],
    )
    rows = {claim.id: int(row) for claim, row in zip(made, added, strict=True)}
    parties = [values for claim in fresh for values in party_values(claim, rows[claim.id])]
    if parties:
        connection.execute(claim_parties.insert(), parties)
    add_words(connection, {rows[claim.id]: words_of(claim) for claim in fresh})
    return rows


def _rows_of(connection: sa.Connection, claim_ids: list[str]) -> dict[str, int]:
    rows: dict[str, int] = {}
    for some in _chunks(claim_ids):
        standing = sa.and_(claims.c.id.in_(some), claims.c.withdrawn_at.is_(None))
        found = connection.execute(sa.select(claims.c.id, claims.c.row).where(standing))
        rows.update({row.id: row.row for row in found})
    return rows


def _set_claim_keys(connection: sa.Connection, keys: Mapping[int, tuple[str, ...]]) -> None:
    for some in _chunks(list(keys)):
        connection.execute(claim_keys.delete().where(claim_keys.c.claim_row.in_(some)))
    cut = {row: {key[:LONGEST_KEY] for key in all_keys} for row, all_keys in keys.items()}
    rows = [{"key": key, "claim_row": row} for row, some_keys in cut.items() for key in sorted(some_keys)]
    if rows:
        connection.execute(claim_keys.insert(), rows)


def _set_vectors(connection: sa.Connection, vectors: Mapping[int, DeedVector | None]) -> list[int]:
    """Give claims their vectors, or none; return the rows of those for which that changed it."""
    held: dict[int, DeedVector] = {}
    for some in _chunks(list(vectors)):
        found = connection.execute(sa.select(claim_vectors).where(claim_vectors.c.claim_row.in_(some)))
        held |= {row.claim_row: vector_from(row) for row in found}
    changed = [row for row, vector in vectors.items() if held.get(row) != vector]
    for some in _chunks([row for row in changed if row in held]):
        connection.execute(claim_vectors.delete().where(claim_vectors.c.claim_row.in_(some)))
    new = [vector_values(vector, row) for row in changed if (vector := vectors[row]) is not None]
    if new:
        connection.execute(claim_vectors.insert(), new)
    return changed


def _touch_anchors(connection: sa.Connection, anchors: Sequence[str]) -> None:
    standing = sa.and_(claims.c.anchor.in_(anchors), claims.c.withdrawn_at.is_(None))
    touch(connection, list(connection.scalars(sa.select(claims.c.row).where(standing))))


def _chunks(values: list[int] | list[str], size: int = 500) -> list[list[int] | list[str]]:
    return [values[i : i + size] for i in range(0, len(values), size)]
