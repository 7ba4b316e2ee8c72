"""What a ledger holds around some claims: all that grouping them needs, as of now or of a day."""

from collections.abc import Iterable, Sequence
from datetime import date

from onrecord.ledger import ClaimFilter, Ledger
from onrecord.reconcile.corrections import corrected
from onrecord.reconcile.history import known_on
from onrecord.reconcile.keys import asked_keys
from onrecord.reconcile.link import edges
from onrecord.reconcile.reconcile import Reconciled, reconcile
from onrecord.reconcile.telling import Telling, tellings_of
from onrecord.reconcile.voices import wars_in
from onrecord.records import Article, Claim, Decision

__all__ = ["CHUNK", "Neighbours"]

CHUNK = 200
"""Claims that are looked at together; only memory depends on it."""


class Neighbours:
    """Finds what claims may be one event with, and groups them; tellings and articles are read once.

    Args:
        ledger: Where claims are.
        day: Leave out what was published, decided or taken back after it; None for all that stands.
    """

    def __init__(self, ledger: Ledger, day: date | None = None) -> None:
        self._reader = ledger.reader
        self._day = day
        self._tellings: dict[str, Telling | None] = {}
        self._articles: dict[str, Article | None] = {}
        self._wars: dict[str, frozenset[tuple[str, str]]] = {}
        self._decisions: dict[str, list[Decision]] = {}
        for decision in ledger.reader.decisions(withdrawn=day is not None):
            if day is None or _held_on(decision, day):
                for anchor in decision.anchors:
                    self._decisions.setdefault(anchor, []).append(decision)

    def decisions_about(self, claims: Iterable[Claim]) -> tuple[Decision, ...]:
        """Return the decisions about some claims, in the order they were made."""
        made = (d for anchor in dict.fromkeys(c.anchor for c in claims) for d in self._of(anchor))
        return tuple(sorted(dict.fromkeys(made), key=lambda d: (d.made_at, d.id)))

    def corrected(self, claims: Sequence[Claim]) -> tuple[Claim, ...]:
        """Return the claims as people corrected them, without those they rejected."""
        return corrected(claims, self.decisions_about(claims))

    def known(self, claims: Iterable[Claim]) -> tuple[Claim, ...]:
        """Return those of the claims that were published by the day."""
        return tuple(claims) if self._day is None else known_on(claims, self._day)

    def likely_with(self, claims: Sequence[Claim]) -> list[Claim]:
        """Return the claims that are likely of one event with some, these among them."""
        tellings = self._tellings_of(claims)
        keys = sorted({key for telling in tellings for key in asked_keys(telling)})
        if not keys:
            return []
        others = {claim.id: claim for claim in self.known(self._reader.claims_by_keys(keys))}
        rest = self._tellings_of(others.values())
        near = {one for pair in edges(tellings, rest) for one in pair}
        return [claim for one, claim in others.items() if one in near]

    def decided_with(self, claims: Iterable[Claim]) -> tuple[Claim, ...]:
        """Return the claims that a decision names together with some."""
        anchors = [anchor for decision in self.decisions_about(claims) for anchor in decision.anchors]
        found = self._reader.claims_by_anchors(list(dict.fromkeys(anchors))) if anchors else ()
        return self.known(found)

    def grouped(self, claims: Sequence[Claim]) -> Reconciled:
        """Return the events of claims that nothing outside them is likely to be one event with."""
        ids = sorted({claim.article.id for claim in claims})
        return reconcile(
            claims,
            self._articles_of(ids),
            self.decisions_about(claims),
            self._wars_of(ids),
            self._reader.vectors_of([claim.id for claim in claims]),
        )

    def _of(self, anchor: str) -> Sequence[Decision]:
        return self._decisions.get(anchor, ())

    def _tellings_of(self, claims: Iterable[Claim]) -> list[Telling]:
        """Return what of claims is compared, as people corrected them; those not compared are left out."""
        asked = list(claims)
        if len(self._tellings) > 100 * CHUNK:
            self._tellings.clear()
        untold = [claim for claim in asked if claim.id not in self._tellings]
        seen = self._reader.vectors_of([claim.id for claim in untold]) if untold else {}
        decided = [one for claim in untold for one in self.corrected([claim])]
        articles = self._articles_of(sorted({claim.article.id for claim in decided}))
        self._tellings |= dict.fromkeys(claim.id for claim in untold)
        self._tellings |= tellings_of(decided, seen, articles)
        return [told for claim in asked if (told := self._tellings[claim.id]) is not None]

    def _articles_of(self, ids: Sequence[str]) -> dict[str, Article]:
        """Return the articles of these ids, for telling subjects and copies."""
        if len(self._articles) > 5 * CHUNK:
            self._articles.clear()
        for one in ids:
            if one not in self._articles:
                self._articles[one] = self._reader.article(one)
        return {one: article for one in ids if (article := self._articles[one]) is not None}

    def _wars_of(self, ids: Iterable[str]) -> dict[str, frozenset[tuple[str, str]]]:
        """Return who fights whom in each article."""
        for one in ids:
            if one not in self._wars:
                self._wars[one] = wars_in(self._reader.claims(ClaimFilter(article=one)))
        return {one: self._wars[one] for one in ids}


def _held_on(decision: Decision, day: date) -> bool:
    undone = decision.withdrawn_at
    return decision.made_at[:10] <= day.isoformat() and (undone is None or undone[:10] > day.isoformat())
