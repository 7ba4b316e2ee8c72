"""Ask a ledger for claims, in the words of whoever asks."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from onrecord.gazetteer.countries import (
    country_of_capital,
    country_of_demonym,
    country_of_name,
    country_of_seat,
)
from onrecord.ledger import ClaimFilter, EventFilter, Ledger
from onrecord.reconcile.corrections import corrected
from onrecord.records import Article, Claim
from onrecord.workflow.chunks import in_chunks

__all__ = ["as_corrected", "ask_claims", "ask_set_aside", "in_ledger_words", "party_called"]

_AT_ONCE = 500  # claims whose decisions are asked for together

F = TypeVar("F", ClaimFilter, EventFilter)


def ask_claims(url: str, wanted: ClaimFilter) -> Iterator[Claim]:
    """Return the claims asked for, as people corrected them.

    Args:
        url: Of a ledger that is there.
        wanted: What the claims were read as; `party` may also be what a state, its people or its
            government are called.

    Raises:
        LedgerError: There is no ledger, or it cannot be read.
    """
    with Ledger.open(url, create=False) as ledger:
        for claims in in_chunks(ledger.reader.claims(in_ledger_words(wanted)), _AT_ONCE):
            yield from as_corrected(ledger, claims)


def as_corrected(ledger: Ledger, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return claims of a ledger as people corrected them, without those they rejected."""
    return corrected(claims, ledger.reader.decisions_about([claim.anchor for claim in claims]))


def ask_set_aside(url: str) -> Iterator[Article]:
    """Return the articles set aside, each with its reason.

    Raises:
        LedgerError: There is no ledger, or it cannot be read.
    """
    with Ledger.open(url, create=False) as ledger:
        yield from ledger.reader.set_aside()


def in_ledger_words(wanted: F) -> F:
    """Return a filter whose party is called as the ledger calls it."""
    return wanted if wanted.party is None else replace(wanted, party=party_called(wanted.party))


def party_called(words: str) -> str:
    """Return the id of the state that words name ("Moscow", "Russian" give "RUS"), else the words."""
    name = " ".join(words.split())
    for spelling in dict.fromkeys((name, name.title(), name.upper())):
        for way in (country_of_name, country_of_demonym, country_of_capital, country_of_seat):
            found = way(spelling)
            if found is not None:
                return found
    return name
