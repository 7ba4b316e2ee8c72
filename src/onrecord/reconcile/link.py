"""Which claims are about one event: compare those that share a key, group, attach what tells too little."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.reconcile.compare import likelihood
from onrecord.reconcile.group import THRESHOLD, group
from onrecord.reconcile.keys import asked_keys, keys_of
from onrecord.reconcile.telling import Telling
from onrecord.reconcile.weights import LinkingWeights, linking_weights

__all__ = ["Constraints", "edges", "link", "link_with_reasons"]

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Constraints:
    """What people decided about pairs of claims.

    Attributes:
        together: Pairs that are one event.
        apart: Pairs that are not.
        merged: Sets of claims whose whole groups are one.
    """

    together: tuple[Pair, ...] = ()
    apart: tuple[Pair, ...] = ()
    merged: tuple[tuple[str, ...], ...] = ()


def edges(
    new: Iterable[Telling], others: Iterable[Telling], weights: LinkingWeights | None = None
) -> dict[Pair, float]:
    """Return the pairs of a new telling and any other that reach the grouping threshold, ids in their order.

    Args:
        new: Tellings to compare with each other and with `others`.
        others: Tellings to compare `new` with, not among themselves.
        weights: Those shipped by default.
    """
    weights = weights or linking_weights()
    fresh = {telling.id for telling in new}
    found = _likely(_by_id(new, others), weights, fresh)
    return {pair: p for pair, p in found.items() if p >= THRESHOLD}


def link(
    tellings: Iterable[Telling], constraints: Constraints | None = None, weights: LinkingWeights | None = None
) -> tuple[tuple[str, ...], ...]:
    """Return ids of tellings in groups, one an event; see `link_with_reasons`."""
    return link_with_reasons(tellings, constraints, weights)[0]


def link_with_reasons(
    tellings: Iterable[Telling], constraints: Constraints | None = None, weights: LinkingWeights | None = None
) -> tuple[tuple[tuple[str, ...], ...], dict[str, str]]:
    """Return ids of tellings in groups, and for each the member of its group that is likeliest with it.

    The order in which tellings are given does not matter.

    A telling that names no party ("the deliveries") says too little to be compared across articles: it joins
    the group that its own article's tellings make likeliest, after the others are grouped.
    """
    weights = weights or linking_weights()
    constraints = constraints or Constraints()
    every = _by_id(tellings, ())
    likely = _likely(every, weights)
    bound = {one for pair in constraints.together for one in pair}
    full = [one for one, t in every.items() if t.parties or t.type is None or one in bound]
    among = set(full)
    groups = group(
        full,
        {pair: p for pair, p in likely.items() if pair[0] in among and pair[1] in among},
        together=constraints.together,
        apart=constraints.apart,
    )
    thin = [one for one in every if one not in among]
    found = _merge(_attach(groups, thin, every, likely), constraints.merged, every)
    return found, _partners(found, likely)


def _partners(groups: Iterable[tuple[str, ...]], likely: Mapping[Pair, float]) -> dict[str, str]:
    """Return telling → the one of its group that speaks most for its being there, the first of equals."""
    home = {one: number for number, members in enumerate(groups) for one in members}
    best: dict[str, tuple[float, str]] = {}
    for (left, right), p in likely.items():
        if home[left] == home[right]:
            for one, other in ((left, right), (right, left)):
                if one not in best or p > best[one][0]:
                    best[one] = (p, other)
    return {one: other for one, (_, other) in best.items()}


def _by_id(first: Iterable[Telling], second: Iterable[Telling]) -> dict[str, Telling]:
    """Return id → telling in the fixed order."""
    found = {telling.id: telling for telling in (*first, *second)}
    return dict(sorted(found.items(), key=lambda item: item[1].order))


def _likely(
    every: Mapping[str, Telling], weights: LinkingWeights, fresh: set[str] | None = None
) -> dict[Pair, float]:
    """Return the probability of each pair that shares a key; only pairs with one of `fresh` where given."""
    place = {one: i for i, one in enumerate(every)}
    by_key: dict[str, list[int]] = {}
    for one, telling in every.items():
        for key in keys_of(telling):
            by_key.setdefault(key, []).append(place[one])
    pairs: set[tuple[int, int]] = set()
    for one in every if fresh is None else (one for one in every if one in fresh):
        here = place[one]
        met = {there for key in asked_keys(every[one]) for there in by_key.get(key, ())}
        pairs.update((min(here, there), max(here, there)) for there in met if there != here)
    names = list(every)
    told = ((names[i], names[j]) for i, j in sorted(pairs))
    return {(a, b): p for a, b in told if (p := likelihood(every[a], every[b], weights)) > 0}


def _attach(
    groups: Sequence[tuple[str, ...]],
    thin: Sequence[str],
    every: Mapping[str, Telling],
    likely: Mapping[Pair, float],
) -> list[list[str]]:
    """Return the groups with the thin tellings in them, those that fit none in groups of their own."""
    home: dict[str, list[tuple[int, list[str]]]] = {}
    for number, members in enumerate(groups):
        by_article: dict[str, list[str]] = {}
        for one in members:
            by_article.setdefault(every[one].article, []).append(one)
        for article, inside in by_article.items():
            home.setdefault(article, []).append((number, inside))
    found = [list(members) for members in groups]
    left = []
    for one in thin:
        means = [
            (sum(_of(likely, one, other) for other in inside) / len(inside), -number)
            for number, inside in home.get(every[one].article, ())
        ]
        best, number = max(means, default=(0.0, 0))
        if best >= THRESHOLD:
            found[-number].append(one)
        else:
            left.append(one)
    loose = {pair: p for pair, p in likely.items() if pair[0] in set(left) and pair[1] in set(left)}
    return [*found, *(list(members) for members in group(left, loose))]


def _merge(
    groups: list[list[str]], merged: Iterable[tuple[str, ...]], every: Mapping[str, Telling]
) -> tuple[tuple[str, ...], ...]:
    for wanted in merged:
        hit = [members for members in groups if any(one in members for one in wanted)]
        if len(hit) > 1:
            groups = [members for members in groups if members not in hit]
            groups.append([one for members in hit for one in members])
    place = {one: i for i, one in enumerate(every)}
    ordered = [tuple(sorted(members, key=place.__getitem__)) for members in groups]
    return tuple(sorted(ordered, key=lambda members: place[members[0]]))


def _of(likely: Mapping[Pair, float], left: str, right: str) -> float:
    return likely.get((left, right), likely.get((right, left), 0.0))
