"""What of a claim, or of any mention of an event, is compared with another."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from onrecord.reconcile.parties import root_of, roots_of
from onrecord.reconcile.weights import linking_weights
from onrecord.reconcile.words import about, stem, stems, vector, words_of
from onrecord.records import (
    Article,
    Claim,
    DatePrecision,
    DeedVector,
    EventType,
    Party,
    PartyKind,
    Place,
    PlacePrecision,
    Status,
    ToldEvent,
    slug,
)

__all__ = ["Telling", "telling_of", "tellings_of"]

_NEVER = date.max

_POINTS_BACK = re.compile(
    r"(?:\b(?:the|this|that|these|those|such|its|their|his|her)|\w['’]s|s['’])\s+(?:[\w'’-]+\s+){0,2}$",
    re.IGNORECASE,
)
_VERB_BEFORE = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|to|who|that|which|will|would)\s+(?:\w+\s+)?$", re.IGNORECASE
)
"""What stands before a noun that takes up a deed told before ("the heavy shelling"), and before a verb."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One telling of an event, as comparison sees it. Empty sets and None mean: not told.

    Attributes:
        id: Of the claim or mention.
        article: id of the article.
        order: Sorts tellings of one ledger in a fixed order: day, article, place in the text, id.
        head: Stem of the word that names the deed.
        words: Stems of all words that name it.
        sentence: Tells the sentences of one article apart.
        type: PLOVER type, None where it has none.
        mode: PLOVER mode.
        status: How the deed stands in this telling.
        actors: Roots of those who do it (states, bodies); stems of words where no parties are known.
        recipients: The same of those it is done to or with.
        against: The same of those it is aimed at.
        people: Last words of the names of persons among them, in lower case without accents.
        speakers: Roots of those who tell it.
        others: Stems of what else stands beside the deed.
        items: Item kinds.
        places: Names of places smaller than a country, in lower case; the country of each is in `lands`.
        lands: ISO alpha-3 of the places.
        start: First day it can have happened; None when not told.
        end: Last day.
        day: When this was said, else published.
        numbers: Numbers and dates told beside it, as written.
        near: Weights of the stems around the deed, of length 1.
        topic: Weights of the stems of its sentences and of the title, of length 1.
        subject: Weights of the stems of the whole article, of length 1; `topic` where it is not at hand.
        repeated: Told as happening again and again, or as background over a long time.
        definite: Named by a noun that takes up a deed told before: "the shelling", "those deliveries".
        seen: What the deed encoder sees in the words that name the deed, of length 1; empty where it did
            not read them.
        seen_by: Names the encoder's weights.
    """

    id: str
    article: str
    order: tuple[str, str, int, str]
    head: str
    words: frozenset[str]
    sentence: str = ""
    type: EventType | None = None
    mode: str | None = None
    status: Status = Status.HAPPENED
    actors: frozenset[str] = frozenset()
    recipients: frozenset[str] = frozenset()
    against: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    speakers: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    items: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    lands: frozenset[str] = frozenset()
    start: date | None = None
    end: date | None = None
    day: date | None = None
    numbers: frozenset[str] = frozenset()
    near: Mapping[str, float] = field(default_factory=dict)
    topic: Mapping[str, float] = field(default_factory=dict)
    subject: Mapping[str, float] = field(default_factory=dict)
    repeated: bool = False
    definite: bool = False
    seen: tuple[float, ...] = ()
    seen_by: str = ""

    @property
    def parties(self) -> frozenset[str]:
        """Return the roots of all who take part."""
        return self.actors | self.recipients | self.against


def telling_of(
    claim: Claim, seen: DeedVector | None = None, subject: Mapping[str, float] | None = None
) -> Telling | None:
    """Return what of a claim is compared, None for a statement that is no event.

    Args:
        claim: Any claim.
        seen: What the deed encoder sees of its deed; None where it did not read it.
        subject: What its article is about, as `words.about` tells it; None where that is not known.
    """
    event = claim.event
    if event is None:
        return None
    start, end = _window(event)
    around = [s for span in claim.evidence for s in stems(span.text)]
    head = _head(event)
    near = vector(w for w in around if w != head)
    topic = vector([*around, *stems(claim.article.title or "")])
    day = day_of(claim)
    return Telling(
        id=claim.id,
        article=claim.article.id,
        order=order_of(claim),
        head=head,
        words=frozenset(stems(event.trigger.text)) or frozenset({head}),
        sentence=f"{claim.evidence[0].start}",
        type=event.type,
        mode=event.mode,
        status=event.status,
        actors=_taking_part(event.actors),
        recipients=_taking_part(event.recipients),
        against=_taking_part(event.against),
        people=frozenset(
            slug(p.name).split("-")[-1]
            for p in (*event.actors, *event.recipients)
            if p.kind is PartyKind.PERSON
        ),
        speakers=_taking_part(claim.sources),
        items=frozenset(item.kind for item in event.items),
        places=_place_names(event.place),
        lands=frozenset({event.place.country} if event.place and event.place.country else ()),
        start=start,
        end=end,
        day=day,
        near=near,
        topic=topic,
        subject=subject or topic,
        repeated=event.repeated,
        definite=_is_definite(claim, event),
        seen=seen.unit() if seen else (),
        seen_by=seen.weights if seen else "",
    )


def tellings_of(
    claims: Iterable[Claim], seen: Mapping[str, DeedVector], articles: Mapping[str, Article]
) -> dict[str, Telling]:
    """Return claim id → what of it is compared, without statements that are no events.

    Args:
        claims: Any claims.
        seen: Claim id → what the deed encoder sees of its deed, as far as it read them.
        articles: id → article, as far as they are at hand.
    """
    found = {}
    for claim in claims:
        article = articles.get(claim.article.id)
        subject = None if article is None else _subject_of(article.text)
        telling = telling_of(claim, seen.get(claim.id), subject)
        if telling is not None:
            found[claim.id] = telling
    return found


@lru_cache(maxsize=1000)
def _subject_of(text: str) -> Mapping[str, float]:
    return about(words_of(text), linking_weights().rarity)


def order_of(claim: Claim) -> tuple[str, str, int, str]:
    """Return the key that sorts claims by day, article and place in the text; the unknown day last."""
    day = day_of(claim) or _NEVER
    return (day.isoformat(), claim.article.id, claim.evidence[0].start, claim.id)


def day_of(claim: Claim) -> date | None:
    """Return the day a claim was said, else published; None when neither is known."""
    if claim.said is not None and (claim.said.end or claim.said.start) is not None:
        return claim.said.end or claim.said.start
    return claim.article.published


def _window(event: ToldEvent) -> tuple[date | None, date | None]:
    when = event.when
    if when is None:
        return None, None
    if when.precision is DatePrecision.BEFORE:
        return None, when.end or when.start
    if when.precision is DatePrecision.AFTER:
        return when.start or when.end, None
    return when.start, when.end


def _head(event: ToldEvent) -> str:
    words = stems(event.trigger.text)
    return words[-1] if words else stem(event.trigger.text)


def _is_definite(claim: Claim, event: ToldEvent) -> bool:
    trigger = event.trigger
    for span in claim.evidence:
        if span.start <= trigger.start < span.end:
            before = span.text[: trigger.start - span.start]
            return bool(_POINTS_BACK.search(before)) and not _VERB_BEFORE.search(before)
    return False


def _taking_part(parties: tuple[Party, ...]) -> frozenset[str]:
    return roots_of(parties) | frozenset(
        p.id for p in parties if root_of(p) is None and p.kind is not PartyKind.UNKNOWN
    )


def _place_names(place: Place | None) -> frozenset[str]:
    if place is None or place.precision is PlacePrecision.COUNTRY:
        return frozenset()
    return frozenset({place.name.casefold()})
