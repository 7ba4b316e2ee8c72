"""Allow only taggings of a cue's surroundings that make a whole attribution.

Whole means at most one source, and some content. Each tag is split into states that also know whether a
source and whether a content has begun, so that the best legal path is found as before.
"""

import numpy as np
from numpy.typing import NDArray

from onrecord.encoder.tags import ILLEGAL, best_tags

__all__ = ["best_whole_tags"]

_TAGS = 9
_SOURCE_BEGINS, _SOURCE_TAGS = (1, 4), range(1, 5)
_CONTENT_BEGINS, _CONTENT_TAGS = (5, 8), range(5, 9)

State = tuple[int, bool, bool]
"""A tag, whether a source has begun, whether a content has begun."""


def best_whole_tags(
    scores: NDArray[np.float32], counts: NDArray[np.int64], moves: NDArray[np.float32]
) -> NDArray[np.int64]:
    """Return for each cue the best tagging of the words around it that makes a whole attribution.

    Args:
        scores: Score of each tag (0 outside, 1 to 4 source, 5 to 8 content), shape (cues, words, 9).
        counts: Words around each cue, at least 1, shape (cues,).
        moves: Score of each tag after each, shape (11, 11).

    Returns:
        Shape (cues, words); 0 past a cue's words.
    """
    tags = best_tags(scores, counts, moves)
    begun = np.isin(tags, _SOURCE_BEGINS).sum(axis=1)
    # Nearly every best tagging is whole anyway; the states, five times the work, are for the rest.
    rest = np.flatnonzero((begun > 1) | ~np.isin(tags, _CONTENT_BEGINS).any(axis=1))
    if len(rest):
        state_moves, tag_of_state = _states(moves)
        states = best_tags(scores[rest][:, :, tag_of_state], counts[rest], state_moves)
        tags[rest] = tag_of_state[states]
    return tags


def _states(moves: NDArray[np.float32]) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    """Return moves between states and the tag of each state.

    Args:
        moves: Moves between the tags of one cue's source (1 to 4) and content (5 to 8), shape (11, 11).

    Returns:
        Scores of moving from state to state, with start and end, shape (states + 2, states + 2); and the
        tag of each state, shape (states,).
    """
    states = [
        (tag, sourced, told)
        for sourced in (False, True)
        for told in (False, True)
        for tag in range(_TAGS)
        if (sourced or tag not in _SOURCE_TAGS) and (told or tag not in _CONTENT_TAGS)
    ]
    size = len(states)
    result = np.full((size + 2, size + 2), ILLEGAL, dtype=np.float32)
    for row, before in enumerate(states):
        for column, after in enumerate(states):
            if _follows(before, after):
                result[row, column] = moves[before[0], after[0]]
        if before[2]:
            result[row, size + 1] = moves[before[0], _TAGS + 1]
        if _follows((0, False, False), before):
            result[size, row] = moves[_TAGS, before[0]]
    return result, np.array([tag for tag, _, _ in states], dtype=np.int64)


def _follows(before: State, after: State) -> bool:
    _, sourced, told = before
    tag = after[0]
    if tag in _SOURCE_BEGINS:
        return not sourced and after[1:] == (True, told)
    if tag in _CONTENT_BEGINS:
        return after[1:] == (sourced, True)
    return after[1:] == (sourced, told)
