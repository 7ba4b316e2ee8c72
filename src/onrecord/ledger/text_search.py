"""Search the words of claims: FTS5 in SQLite, tsvector in PostgreSQL, one query for both."""

import re
import unicodedata

import sqlalchemy as sa

from onrecord.ledger.stop_words import STOP_WORDS
from onrecord.ledger.tables import claims
from onrecord.records import Claim

__all__ = ["add_words", "create_search", "matches", "words_of"]

_MOST = 200_000
"""Characters of a claim that are searchable, each up to four bytes of the 1 MB that a tsvector holds."""

_WORD = re.compile(r"\w+")
_PHRASE = re.compile(r'"([^"]*)"|(\S+)')


def create_search(connection: sa.Connection) -> None:
    """Create the table of searchable words."""
    if connection.dialect.name == "sqlite":
        # Without content of its own: the words stand in the claims' payload already.
        connection.exec_driver_sql(
            "CREATE VIRTUAL TABLE claim_words USING fts5(words, content='', tokenize='porter unicode61')"
        )
        return
    connection.exec_driver_sql(
        "CREATE TABLE claim_words (claim_row BIGINT PRIMARY KEY REFERENCES claims (row), "
        "words TSVECTOR NOT NULL)"
    )
    connection.exec_driver_sql("CREATE INDEX claim_words_words ON claim_words USING gin (words)")


def words_of(claim: Claim) -> str:
    """Return the searchable words of a claim: its article's title and its evidence, folded."""
    return _folded(" ".join([claim.article.title or "", *(span.text for span in claim.evidence)]))[:_MOST]


def add_words(connection: sa.Connection, words: dict[int, str]) -> None:
    """Make claims searchable.

    Args:
        connection: Inside the transaction that adds the claims.
        words: Row of each claim → its words.
    """
    if not words:
        return
    if connection.dialect.name == "sqlite":
        statement = sa.text("INSERT INTO claim_words (rowid, words) VALUES (:row, :words)")
    else:
        statement = sa.text(
            "INSERT INTO claim_words (claim_row, words) VALUES (:row, to_tsvector('english', :words))"
        )
    connection.execute(statement, [{"row": row, "words": text} for row, text in words.items()])


def matches(query: str, dialect: str) -> sa.ColumnElement[bool]:
    """Return the condition that a claim's words hold all words of a query.

    Words in double quotes stand next to each other, in that order. Words are compared by their stem,
    without case and accents; signs are passed over, so a query cannot be malformed. So are words such as
    "the" and "who", but for those inside a phrase: there, PostgreSQL takes any word in their place.
    """
    phrases = [_without_stop_words(_folded(quoted or word)) for quoted, word in _PHRASE.findall(query)]
    phrases = [phrase for phrase in phrases if phrase]
    if not phrases:
        return sa.false()
    if dialect == "sqlite":
        found = sa.text("SELECT rowid FROM claim_words WHERE claim_words MATCH :onrecord_words").bindparams(
            onrecord_words=" ".join(f'"{phrase}"' for phrase in phrases)
        )
        return claims.c.row.in_(found.columns(sa.column("rowid", sa.Integer)))
    wanted = sa.text(
        "SELECT claim_row FROM claim_words WHERE words @@ websearch_to_tsquery('english', :onrecord_words)"
    ).bindparams(onrecord_words=" ".join(f'"{phrase}"' for phrase in phrases))
    return claims.c.row.in_(wanted.columns(sa.column("claim_row", sa.BigInteger)))


def _without_stop_words(phrase: str) -> str:
    """Return a phrase from its first to its last word that is searched for."""
    words = phrase.split()
    told = [place for place, word in enumerate(words) if word not in STOP_WORDS]
    return " ".join(words[told[0] : told[-1] + 1]) if told else ""


def _folded(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(_WORD.findall(bare.replace("_", " ")))
