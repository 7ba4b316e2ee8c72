"""Join compared tellings into groups, the same whatever the order in which they came.

Average link: two groups join while the mean probability over all their pairs reaches the threshold, best
mean first, ties by the order of their members. A pair that was not compared counts as 0, so that one good
pair between two large groups joins nothing: groups do not chain.
"""

import heapq
from collections.abc import Iterable, Mapping, Sequence

__all__ = ["THRESHOLD", "components", "group"]

THRESHOLD = 0.4
"""Mean probability at which two groups are one; chosen on ECB+'s training topics."""

Pair = tuple[str, str]


def group(
    members: Sequence[str],
    likely: Mapping[Pair, float],
    *,
    together: Iterable[Pair] = (),
    apart: Iterable[Pair] = (),
    threshold: float = THRESHOLD,
) -> tuple[tuple[str, ...], ...]:
    """Return the groups, each in the order of `members`, sorted by their first member.

    Args:
        members: All ids, in a fixed order.
        likely: Probability that two members are one event; pairs in either order, missing is 0.
        together: Pairs that a person joined; they stand even where `apart` or `likely` says otherwise.
        apart: Pairs that must not meet in one group.
        threshold: Mean probability at which two groups join.
    """
    place = {member: i for i, member in enumerate(members)}
    joined = _join_given(members, place, together)
    barred = _between(((a, b) for a, b in apart), place, joined)
    found: list[list[int]] = []
    for part in _parts(joined, likely, place, threshold):
        found += _average_link(part, joined, likely, place, barred, threshold)
    groups = [tuple(members[i] for i in sorted(g)) for g in found]
    return tuple(sorted(groups, key=lambda g: place[g[0]]))


def components(members: Iterable[str], edges: Iterable[Pair]) -> tuple[tuple[str, ...], ...]:
    """Return the sets of members that edges connect, each sorted, sorted by their first."""
    parent = {member: member for member in members}

    def top(one: str) -> str:
        while parent[one] != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    for left, right in edges:
        if left in parent and right in parent:
            a, b = sorted((top(left), top(right)))
            parent[b] = a
    found: dict[str, list[str]] = {}
    for member in sorted(parent):
        found.setdefault(top(member), []).append(member)
    return tuple(sorted(tuple(part) for part in found.values()))


def _join_given(
    members: Sequence[str], place: Mapping[str, int], together: Iterable[Pair]
) -> dict[int, list[int]]:
    """Return first member → members of the groups that people's decisions make."""
    name_of = {f"{i:09d}": i for i in range(len(members))}
    names = list(name_of)
    edges = [(names[place[a]], names[place[b]]) for a, b in together if a in place and b in place]
    return {name_of[part[0]]: [name_of[n] for n in part] for part in components(names, edges)}


def _between(
    pairs: Iterable[Pair], place: Mapping[str, int], joined: Mapping[int, list[int]]
) -> set[tuple[int, int]]:
    """Return pairs of members as pairs of the given groups, lower first; pairs inside one are dropped."""
    home = {i: first for first, part in joined.items() for i in part}
    found = set()
    for left, right in pairs:
        if left in place and right in place:
            a, b = sorted((home[place[left]], home[place[right]]))
            if a != b:
                found.add((a, b))
    return found


def _parts(
    joined: Mapping[int, list[int]], likely: Mapping[Pair, float], place: Mapping[str, int], threshold: float
) -> list[list[int]]:
    """Return the given groups in parts that no pair at the threshold connects: each is solved alone.

    A mean reaches the threshold only if one of its pairs does, so this changes no result.
    """
    strong = (pair for pair, p in likely.items() if p >= threshold)
    edges = [(f"{a:09d}", f"{b:09d}") for a, b in _between(strong, place, joined)]
    parts = components([f"{first:09d}" for first in joined], edges)
    return [[int(name) for name in part] for part in parts]


def _average_link(
    part: list[int],
    joined: Mapping[int, list[int]],
    likely: Mapping[Pair, float],
    place: Mapping[str, int],
    barred: set[tuple[int, int]],
    threshold: float,
) -> list[list[int]]:
    groups = {first: list(joined[first]) for first in part}
    if len(groups) == 1:
        return list(groups.values())
    sums = _sums(groups, likely, place)
    apart: dict[int, set[int]] = {first: set() for first in groups}
    for a, b in barred:
        if a in apart and b in apart:
            apart[a].add(b)
            apart[b].add(a)
    heap = [
        (-total / (len(groups[a]) * len(groups[b])), a, b)
        for a, row in sums.items()
        for b, total in row.items()
        if a < b
    ]
    heapq.heapify(heap)
    while heap:
        mean, a, b = heapq.heappop(heap)
        if -mean < threshold:
            break
        if a not in groups or b not in groups or b in apart[a]:
            continue
        if -sums[a][b] / (len(groups[a]) * len(groups[b])) != mean:
            continue  # an older mean; the newer one is in the heap too
        _merge(a, b, groups, sums, apart)
        for c, total in sums[a].items():
            first, second = min(a, c), max(a, c)
            heapq.heappush(heap, (-total / (len(groups[a]) * len(groups[c])), first, second))
    return list(groups.values())


def _sums(
    groups: Mapping[int, list[int]], likely: Mapping[Pair, float], place: Mapping[str, int]
) -> dict[int, dict[int, float]]:
    home = {i: first for first, members in groups.items() for i in members}
    sums: dict[int, dict[int, float]] = {first: {} for first in groups}
    inside = [
        (place[left], place[right], p)
        for (left, right), p in likely.items()
        if place.get(left) in home and place.get(right) in home
    ]
    for i, j, p in sorted((min(i, j), max(i, j), p) for i, j, p in inside):
        a, b = home[i], home[j]
        if a != b:
            sums[a][b] = sums[a].get(b, 0.0) + p
            sums[b][a] = sums[b].get(a, 0.0) + p
    return sums


def _merge(
    a: int,
    b: int,
    groups: dict[int, list[int]],
    sums: dict[int, dict[int, float]],
    apart: dict[int, set[int]],
) -> None:
    """Put group b into group a, whose first member comes earlier."""
    groups[a] += groups.pop(b)
    for c, total in sums.pop(b).items():
        del sums[c][b]
        if c != a:
            sums[a][c] = sums[a].get(c, 0.0) + total
            sums[c][a] = sums[a][c]
    for c in apart.pop(b):
        apart[c].discard(b)
        if c != a:
            apart[c].add(a)
            apart[a].add(c)
