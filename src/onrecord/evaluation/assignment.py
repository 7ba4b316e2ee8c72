"""The best way to pair rows with columns, each used once."""

import numpy as np
from numpy.typing import NDArray

__all__ = ["best_pairs"]


def best_pairs(worth: NDArray[np.float64]) -> tuple[list[int], list[int]]:
    """Return the rows and columns whose pairs are worth most together; every row of the shorter side has one.

    Args:
        worth: What each pair is worth, shape (rows, columns), finite.

    Source:
        The Hungarian method with potentials, Kuhn 1955 and Munkres 1957, in the form of shortest augmenting
        paths (Jonker & Volgenant 1987).
    """
    if worth.shape[0] > worth.shape[1]:
        columns, rows = best_pairs(worth.T)
        order = sorted(range(len(rows)), key=rows.__getitem__)
        return [rows[i] for i in order], [columns[i] for i in order]
    cost = -worth
    n, m = cost.shape
    of_row, of_column = np.zeros(n + 1), np.zeros(m + 1)
    row_of = np.zeros(m + 1, dtype=np.int64)  # 1-based; 0 is free
    for row in range(1, n + 1):
        _augment(row, cost, of_row, of_column, row_of)
    pairs = sorted((int(row_of[j]) - 1, j - 1) for j in range(1, m + 1) if row_of[j])
    return [i for i, _ in pairs], [j for _, j in pairs]


def _augment(
    row: int,
    cost: NDArray[np.float64],
    of_row: NDArray[np.float64],
    of_column: NDArray[np.float64],
    row_of: NDArray[np.int64],
) -> None:
    """Give one more row a column, moving others along the cheapest path; changes the last three."""
    columns = len(row_of)
    row_of[0] = row
    cheapest = np.full(columns, np.inf)
    came_from = np.zeros(columns, dtype=np.int64)
    done = np.zeros(columns, dtype=bool)
    at = 0
    while True:
        done[at] = True
        here = int(row_of[at])
        now = cost[here - 1] - of_row[here] - of_column[1:]
        better = ~done[1:] & (now < cheapest[1:])
        cheapest[1:][better] = now[better]
        came_from[1:][better] = at
        open_columns = np.where(done, np.inf, cheapest)
        following = int(open_columns[1:].argmin()) + 1
        step = open_columns[following]
        of_row[row_of[done]] += step
        of_column[done] -= step
        cheapest[~done] -= step
        at = following
        if row_of[at] == 0:
            break
    while at:
        before = int(came_from[at])
        row_of[at] = row_of[before]
        at = before
