"""Prove a ledger: every span of every row is exactly those characters of its article."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from onrecord.ledger import Ledger, RawArticle, RawClaim
from onrecord.progress import Progress, silent
from onrecord.records import text_digest

__all__ = ["Failure", "Proof", "verify_ledger"]


@dataclass(frozen=True, slots=True)
class Failure:
    """Something in a ledger that is not what it says.

    Attributes:
        where: Article, its version and, where it is a claim's, the claim.
        path: Which value of the row ("event.trigger").
        found: What it says.
        expected: What it ought to say.
    """

    where: str
    path: str
    found: str
    expected: str


@dataclass(frozen=True, slots=True)
class Proof:
    """What was proved of a ledger.

    Attributes:
        articles: Rows of articles looked at, superseded versions too.
        claims: Rows of claims looked at, withdrawn ones too.
        spans: Spans compared with their text.
        failures: What is wrong, in the order of the rows.
    """

    articles: int
    claims: int
    spans: int
    failures: tuple[Failure, ...]


def verify_ledger(ledger: Ledger, progress: Progress = silent) -> Proof:
    """Return what could be proved of a ledger, and what could not.

    Raises:
        LedgerError: The ledger cannot be read.
    """
    articles = claims = spans = 0
    failures: list[Failure] = []
    for article in ledger.raw_articles():
        compared, wrong = _article(article)
        articles += 1
        claims += len(article.claims)
        spans += compared
        failures += wrong
        progress(articles, None, article.id)
    failures += [
        Failure(f"event {event}", "claims", claim, "a claim that is in the ledger")
        for event, claim in ledger.stray_members()
    ]
    return Proof(articles, claims, spans, tuple(failures))


def _article(row: RawArticle) -> tuple[int, list[Failure]]:
    where = f"article {row.id} version {row.version}"
    payload = _payload(row.payload)
    if payload is None or not isinstance(payload.get("text"), str):
        return 0, [Failure(where, "payload", row.payload[:60], "the JSON of an article with a text")]
    text = payload["text"]
    spans, failures = _compare(payload.get("inserted"), text, where, "inserted")
    digest = text_digest(text)
    for path, found in (("sha256 of the row", row.sha256), ("sha256", payload.get("sha256"))):
        if found != digest:
            failures.append(Failure(where, path, str(found), digest))
    for claim in row.claims:
        compared, wrong = _claim(claim, text, digest, f"{where}, claim {claim.id}")
        spans += compared
        failures += wrong
    return spans, failures


def _claim(row: RawClaim, text: str, digest: str, where: str) -> tuple[int, list[Failure]]:
    payload = _payload(row.payload)
    if payload is None:
        return 0, [Failure(where, "payload", row.payload[:60], "the JSON of a claim")]
    spans, failures = _compare(payload, text, where, "")
    if not payload.get("evidence"):
        failures.append(Failure(where, "evidence", "none", "at least one span"))
    article = payload.get("article")
    told = article.get("sha256") if isinstance(article, dict) else None
    for path, found, expected in (
        ("id", payload.get("id"), row.id),
        ("anchor", payload.get("anchor"), row.anchor),
        ("article.sha256", told, digest),
    ):
        if found != expected:
            failures.append(Failure(where, path, str(found), expected))
    return spans, failures


def _payload(text: str) -> dict[str, Any] | None:
    try:
        value = json.loads(text)
    except json.JSONDecodeError:
        return None
    return value if isinstance(value, dict) else None


def _compare(value: Any, text: str, where: str, path: str) -> tuple[int, list[Failure]]:
    """Compare every span inside a value of JSON with the text; return how many, and which are wrong."""
    spans = 0
    failures: list[Failure] = []
    for here, span in _spans(value, path):
        spans += 1
        start, end, quote = span["start"], span["end"], span["text"]
        right = isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(text)
        expected = text[start:end] if right else f"a range inside 0..{len(text)}"
        if quote != expected:
            failures.append(Failure(where, here, f"{quote!r} at {start}..{end}", repr(expected)))
    return spans, failures


def _spans(value: Any, path: str) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys():
            yield path, value
        for key, inner in value.items():
            yield from _spans(inner, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _spans(inner, f"{path}[{index}]")
