"""Numbers on record about one event: a series a measure, and why its numbers differ."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, pairwise, permutations

from onrecord.reconcile.telling import day_of
from onrecord.reconcile.voices import speakers
from onrecord.records import (
    Claim,
    Difference,
    DifferenceReason,
    Figure,
    Hedge,
    NumberPoint,
    NumberSeries,
    Scope,
    Stance,
    When,
)

__all__ = ["numbers_between", "numbers_of", "why_different"]

_COUNTS_PEOPLE = frozenset({"person", "people", "man", "woman", "human", "body", "victim", "individual"})
_COUNTS_SOLDIERS = frozenset({"soldier", "troop", "serviceman", "fighter", "personnel", "force", "trooper"})
_UNITS = {**dict.fromkeys(_COUNTS_PEOPLE, "person"), **dict.fromkeys(_COUNTS_SOLDIERS, "soldier")}
"""Words that count the same thing; any other unit is its own."""

_DEATHS = frozenset({"killed", "dead", "died", "deaths", "death"})
_ROUGHLY = 0.05
"""How far "about" reaches to either side: who counts 5,500, or 18,500, does not say about 6,000 or 20,000."""

_ROUND_FROM = 1_000.0
"""From here up, a bare number that ends in zeros is taken for a rounded one."""

_SHORT_OF = 0.2
"""How far below it a number with "up to" still allows: who says up to 8,000 does not mean 5,000."""

_BEYOND = 0.5
"""How far above it a number with "at least" still allows: who says at least 10 does not mean 500."""

_VAGUE = {
    Hedge.DOZENS: (24.0, 99.0),
    Hedge.HUNDREDS: (200.0, 999.0),
    Hedge.THOUSANDS: (2_000.0, 9_999.0),
    Hedge.TENS_OF_THOUSANDS: (20_000.0, 99_999.0),
}
_UNSAID = frozenset(
    {Stance.DENIES, Stance.DECLINES_TO_CONFIRM, Stance.SILENT, Stance.RETRACTS, Stance.DOUBTS}
)
"""Stances whose source does not give the number it speaks of as its own."""

_ORDER = (
    DifferenceReason.DISAGREEMENT,
    DifferenceReason.DIFFERENT_SCOPE,
    DifferenceReason.RUNNING_TOTAL,
    DifferenceReason.LATER_UPDATE,
    DifferenceReason.ROUNDING,
    DifferenceReason.SAME_ORIGIN,
)
"""Real disagreements first."""


@dataclass(frozen=True, slots=True)
class _Given:
    """A number with who gives it and what it covers."""

    point: NumberPoint
    figure: Figure
    when: When | None
    claim: Claim


def numbers_of(claims: Sequence[Claim], copies: Mapping[str, str] | None = None) -> tuple[NumberSeries, ...]:
    """Return the series of an event, those with real disagreements first, then the longest.

    Args:
        claims: Claims of one event, in their fixed order.
        copies: Article → the article it copies; a copy adds no number of its own.
    """
    found: dict[tuple[str, str | None], list[_Given]] = {}
    for claim in claims:
        if claim.event is None or claim.stance in _UNSAID or claim.article.id in (copies or {}):
            continue
        for figure in claim.event.figures:
            measure = "killed" if figure.measure in _DEATHS else figure.measure
            unit = _UNITS.get(figure.unit, figure.unit)
            for party in speakers(claim):
                given = _Given(_point(party, figure, claim), figure, claim.event.when, claim)
                found.setdefault((unit if measure != "killed" else "person", measure), []).append(given)
    series = [_series(unit, measure, given) for (unit, measure), given in found.items()]
    return tuple(sorted(series, key=lambda s: (not _disputed(s), -len(s.series), s.unit, s.measure or "")))


def _series(unit: str, measure: str | None, given: list[_Given]) -> NumberSeries:
    once = list({_same(g): g for g in reversed(given)}.values())[::-1]
    once.sort(key=lambda g: (g.point.said or date.max, g.point.party, g.claim.id))
    differences = [
        Difference((a.point.claim, b.point.claim), reason)
        for a, b in ((once[i], once[j]) for i, j in _worth_comparing([g.point for g in once]))
        if (reason := why_different(a.point, a.figure, a.when, b.point, b.figure, b.when)) is not None
    ]
    differences.sort(key=lambda d: (_ORDER.index(d.reason), d.between))
    populations = {g.figure.population for g in once if g.figure.population}
    return NumberSeries(
        unit=unit,
        series=tuple(g.point for g in once),
        measure=measure,
        population=populations.pop() if len(populations) == 1 else None,
        differences=tuple(differences),
    )


def why_different(
    left: NumberPoint,
    left_figure: Figure,
    left_when: When | None,
    right: NumberPoint,
    right_figure: Figure,
    right_when: When | None,
) -> DifferenceReason | None:
    """Return why two numbers of one measure differ, None when two parties give the same one.

    A party's number told anew is `same_origin`, also where its words are the same: it is not a second count.

    Args:
        left, right: The numbers, the one said earlier first.
        left_figure, right_figure: As they were read.
        left_when, right_when: What stretch of days each covers, as told.
    """
    same_party = left.party == right.party
    if same_party and _value(left_figure) == _value(right_figure):
        return DifferenceReason.SAME_ORIGIN
    first, second = _reach(left_figure), _reach(right_figure)
    if first == second and left_figure.hedge is right_figure.hedge:
        return None
    if _other(left_figure.population, right_figure.population) or _other(
        _UNITS.get(left_figure.unit), _UNITS.get(right_figure.unit)
    ):
        return DifferenceReason.DIFFERENT_SCOPE
    scopes = {left_figure.scope, right_figure.scope}
    if Scope.SHARE in scopes and len(scopes) > 1:
        return DifferenceReason.DIFFERENT_SCOPE
    if scopes == {Scope.INCIDENT, Scope.RUNNING_TOTAL}:
        return DifferenceReason.RUNNING_TOTAL
    if same_party and _later(left, right):
        return DifferenceReason.LATER_UPDATE
    if left_when and right_when and _days(left_when) != _days(right_when):
        return DifferenceReason.DIFFERENT_SCOPE
    if left.as_of and right.as_of and left.as_of != right.as_of:
        return DifferenceReason.LATER_UPDATE
    if _value(left_figure) == _value(right_figure):
        return None
    if first[0] <= second[1] and second[0] <= first[1]:
        return DifferenceReason.ROUNDING
    return DifferenceReason.DISAGREEMENT


def numbers_between(series: NumberSeries) -> tuple[tuple[NumberPoint, NumberPoint], ...]:
    """Return the two numbers of each difference of a series, in the order of the differences.

    A difference names two claims. Where a claim gives several numbers, or several parties give it together,
    those are returned that were compared and can differ for that reason.
    """
    points = series.series
    pairs = [(points[i], points[j]) for i, j in _worth_comparing(points)]
    found: list[tuple[NumberPoint, NumberPoint]] = []
    for difference in series.differences:
        of_claims = [(a, b) for a, b in pairs if (a.claim, b.claim) == difference.between]
        if not of_claims:  # made by a version that compared others
            every = permutations(points, 2)
            of_claims = [(a, b) for a, b in every if (a.claim, b.claim) == difference.between]
        fitting = [(a, b) for a, b in of_claims if _can_differ(a, b, difference.reason)]
        chosen = (fitting or of_claims)[0]
        if chosen in pairs:
            pairs.remove(chosen)
        found.append(chosen)
    return tuple(found)


def _can_differ(left: NumberPoint, right: NumberPoint, reason: DifferenceReason) -> bool:
    """Tell whether two numbers can differ for a reason, as far as they tell by themselves."""
    first, second = _reach(left), _reach(right)
    overlap = first[0] <= second[1] and second[0] <= first[1]
    if left.party == right.party and _value(left) == _value(right):
        return reason is DifferenceReason.SAME_ORIGIN
    if first == second and left.hedge is right.hedge:
        return False
    return {
        DifferenceReason.SAME_ORIGIN: False,
        DifferenceReason.ROUNDING: overlap,
        DifferenceReason.DISAGREEMENT: not overlap,
    }.get(reason, True)


def _worth_comparing(points: Sequence[NumberPoint]) -> list[tuple[int, int]]:
    """Return the places of each party's numbers in turn, and of the newest numbers of different parties."""
    by_party: dict[str, list[int]] = {}
    for place, point in enumerate(points):
        by_party.setdefault(point.party, []).append(place)
    pairs = [pair for said in by_party.values() for pair in pairwise(said)]
    newest = [one for said in by_party.values() for one in said if points[one].said == points[said[-1]].said]
    pairs += [(a, b) for a, b in combinations(newest, 2) if points[a].party != points[b].party]
    return pairs


def _point(party: str, figure: Figure, claim: Claim) -> NumberPoint:
    as_of = figure.as_of
    return NumberPoint(
        party=party,
        hedge=figure.hedge,
        claim=claim.id,
        said=day_of(claim),
        as_of=(as_of.end or as_of.start) if as_of else None,
        low=figure.low,
        best=figure.best,
        high=figure.high,
    )


def _same(given: _Given) -> tuple[object, ...]:
    """Return what makes two numbers one: party, day and value; a party repeats itself in many outlets."""
    p = given.point
    return (p.party, p.said, p.low, p.best, p.high, p.hedge, given.figure.population, given.figure.scope)


def _reach(figure: Figure | NumberPoint) -> tuple[float, float]:
    """Return the lowest and highest number that a figure's words allow."""
    if figure.hedge in _VAGUE and figure.low is None:
        return _VAGUE[figure.hedge]
    value = _value(figure)
    low = figure.low if figure.low is not None else value
    high = figure.high if figure.high is not None else value
    match figure.hedge:
        case Hedge.AT_LEAST | Hedge.MORE_THAN:
            return low, low * (1 + _BEYOND)
        case Hedge.UP_TO | Hedge.LESS_THAN:
            return high * (1 - _SHORT_OF), high
        case Hedge.ABOUT:
            return min(low, value * (1 - _ROUGHLY)), max(high, value * (1 + _ROUGHLY))
        case Hedge.EXACT:
            return low - _rounded_off(low), high + _rounded_off(high)
        case _:
            return low, high


def _rounded_off(value: float) -> float:
    """Return what rounding can have taken off a bare number: 12,000 may be 12,400, but 12,437 is itself."""
    if not value >= _ROUND_FROM or value != int(value):
        return 0.0
    digits = str(int(value))
    step = 10.0 ** (len(digits) - len(digits.rstrip("0")))
    return min((step - 1) / 2, value * _ROUGHLY)


def _value(figure: Figure | NumberPoint) -> float:
    """Return the number named: the best, else the middle of what is told."""
    told = [v for v in (figure.low, figure.high) if v is not None]
    if figure.best is not None:
        return figure.best
    return sum(told) / len(told) if told else math.nan


def _later(left: NumberPoint, right: NumberPoint) -> bool:
    first, second = left.as_of or left.said, right.as_of or right.said
    return first is not None and second is not None and first != second


def _other(left: str | None, right: str | None) -> bool:
    return left is not None and right is not None and left.casefold() != right.casefold()


def _days(when: When) -> tuple[date | None, date | None]:
    return when.start, when.end


def _disputed(series: NumberSeries) -> bool:
    return any(d.reason is DifferenceReason.DISAGREEMENT for d in series.differences)
