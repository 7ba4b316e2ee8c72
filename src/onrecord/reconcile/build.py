"""Make an event of the claims that are about it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial
from typing import TypeVar

from onrecord.reconcile.history import State, history_of
from onrecord.reconcile.numbers import numbers_of
from onrecord.reconcile.origins import fold, origin_groups
from onrecord.reconcile.parties import is_unnamed, voice_of
from onrecord.reconcile.press import Press
from onrecord.reconcile.standing import standing_of, status_of
from onrecord.reconcile.telling import order_of
from onrecord.reconcile.title import Deed, names_of, title_of
from onrecord.reconcile.voices import Cast, cast_of, silent_parties, voices_of
from onrecord.records import (
    Claim,
    Event,
    EventType,
    Place,
    PlacePrecision,
    ToldEvent,
    When,
    content_id,
)

__all__ = ["build_event", "event_id"]

V = TypeVar("V")

_SELDOM = 4
"""How many times as often another party is told where a title leaves one out: a claim may stray."""


def event_id(claims: Sequence[Claim]) -> str:
    """Return the id of an event, from the anchor of its first claim; claims in their fixed order."""
    return content_id("event", claims[0].anchor)


def build_event(
    claims: Iterable[Claim],
    *,
    press: Press | None = None,
    wars: frozenset[tuple[str, str]] = frozenset(),
    replaces: tuple[str, ...] = (),
    title: str | None = None,
) -> Event:
    """Return the event that claims are about; the order in which they are given does not matter.

    Args:
        claims: At least one, each with an event.
        press: Where its articles come from.
        wars: Pairs of roots of whom its articles tell that one uses force against the other.
        replaces: ids of events merged into this one.
        title: A title that a person gave; made from the claims when None.
    """
    ordered = sorted(claims, key=order_of)
    told = [claim.event for claim in ordered if claim.event is not None]
    cast = cast_of(ordered, wars)
    press = press or Press()
    state = partial(_state, cast=cast, press=press)
    now = state(ordered)
    origins = fold(ordered, cast, press)
    verdict = standing_of(ordered, cast, origins, now.status)
    voices = voices_of(ordered, cast)
    kind = _type(told)
    mode = _commonest(e.mode for e in told if e.type is kind and e.mode)
    actors, recipients = _ranked(told, cast.actors, "actors"), _ranked(told, cast.recipients, "recipients")
    items = tuple(item for item, _ in Counter(i for e in told for i in _items(e)).most_common())
    place = _place(told)
    unnamed = _commonest(p.name for e in told for p in (*e.recipients, *e.against) if is_unnamed(p))
    counted = _commonest(f.unit for e in told for f in e.figures if f.unit != "unknown")
    trigger = told[0].trigger.text
    chief = _chief(told, actors, "actors"), _chief(told, recipients, "recipients")
    deed = Deed(kind, mode, *chief, items, place, trigger, unnamed or "", counted or "")
    return Event(
        id=event_id(ordered),
        type=kind,
        actors=actors,
        recipients=recipients,
        standing=verdict.standing,
        standing_rule=verdict.rule,
        status=now.status,
        voices=voices,
        origins=verdict.origins,
        numbers=now.numbers,
        claims=tuple(claim.id for claim in ordered),
        title=title or title_of(deed, names_of(ordered, kind, mode)),
        mode=mode,
        context=tuple(sorted({c for e in told for c in e.context})),
        items=items,
        place=place,
        when=_when(told),
        history=history_of(ordered, state),
        silent=silent_parties(voices, cast),
        against=_ranked(told, cast.against, "against"),
        origin_groups=origin_groups(origins),
        replaces=replaces,
    )


def _state(claims: Sequence[Claim], cast: Cast, press: Press) -> State:
    """Return how an event stands after its first claims."""
    status = status_of(claims)
    verdict = standing_of(claims, cast, fold(claims, cast, press), status)
    return State(status, verdict.standing, numbers_of(claims, press.copies))


def _type(told: Sequence[ToldEvent]) -> EventType | None:
    """Return the type told most often; forces moved are aid where any claim tells whom they help."""
    kind = _commonest(e.type for e in told)
    helped = any(e.type is EventType.AID and e.recipients for e in told)
    return EventType.AID if kind is EventType.MOBILIZE and helped else kind


def _commonest(values: Iterable[V | None]) -> V | None:
    """Return the value told most often, the first told of those as often; None when nothing is told."""
    counts = Counter(v for v in values if v is not None)
    return counts.most_common(1)[0][0] if counts else None


def _items(event: ToldEvent) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item.kind for item in event.items))


def _ranked(told: Sequence[ToldEvent], parties: frozenset[str], part: str) -> tuple[str, ...]:
    """Return the parties of one part, those told most often first."""
    counts = _counts(told, part)
    return tuple(sorted(parties, key=lambda p: (-counts[p], p)))


def _chief(told: Sequence[ToldEvent], parties: Sequence[str], part: str) -> tuple[str, ...]:
    """Return those of the parties that are told at least a quarter as often as the one told most."""
    counts = _counts(told, part)
    most = max((counts[p] for p in parties), default=0)
    return tuple(p for p in parties if _SELDOM * counts[p] >= most)


def _counts(told: Sequence[ToldEvent], part: str) -> Counter[str]:
    return Counter(voice_of(p) for e in told for p in getattr(e, part))


def _place(told: Sequence[ToldEvent]) -> Place | None:
    """Return the place told most often, the smaller one of those as often."""
    places = [e.place for e in told if e.place is not None]
    if not places:
        return None
    counts = Counter(p.name.casefold() for p in places)
    rough = {PlacePrecision.COUNTRY, PlacePrecision.AREA, PlacePrecision.UNKNOWN}
    return min(places, key=lambda p: (p.precision in rough, -counts[p.name.casefold()], p.name))


def _when(told: Sequence[ToldEvent]) -> When | None:
    """Return the stretch of days told most often, the shorter one of those as often."""
    whens = [e.when for e in told if e.when is not None and not e.background]
    if not whens:
        return None
    counts = Counter((w.start, w.end) for w in whens)
    return min(whens, key=lambda w: (-counts[w.start, w.end], _length(w), str(w.start)))


def _length(when: When) -> int:
    if when.start is None or when.end is None:
        return date.max.toordinal()
    return when.end.toordinal() - when.start.toordinal()
