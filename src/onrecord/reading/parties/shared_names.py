"""Names of one state's bodies that other states' bodies have too: "BOGOTA, Colombia — The Senate …"."""

from onrecord.codebook.bodies import shared_names
from onrecord.reading.parties.columns import Columns
from onrecord.reading.parties.draft import Draft
from onrecord.reading.parties.lexicon import Hit, HitIndex, Source

__all__ = ["without_shared_names"]

_OF_STATES = frozenset({Source.STATE, Source.DEMONYM, Source.CAPITAL, Source.SEAT})


def without_shared_names(columns: Columns, index: HitIndex, home: Draft | None) -> HitIndex:
    """Leave out bodies known as one state's by a name others share, in a report from another state.

    Where a word for the state that is known for it stands before, in the text or the same sentence, the
    body stays its own.

    Args:
        columns: The article.
        index: Known names.
        home: The state the article is told from, None where that is not known.
    """
    if home is None or home.country is None:
        return index
    return HitIndex(tuple(hit for hit in index.hits if not _is_anothers(columns, index, hit, home.country)))


def _is_anothers(columns: Columns, index: HitIndex, hit: Hit, home: str) -> bool:
    """Tell whether a name shared by bodies of several states is not that of the one known for it."""
    known = hit.known
    if known.source is not Source.BODY or known.country in (home, None):
        return False
    if columns.told(hit.start, hit.end).lower() not in shared_names():
        return False
    return not any(
        other.known.source in _OF_STATES and other.known.country == known.country
        for other in index.hits
        if columns.sentences[other.start] <= columns.sentences[hit.start]
    )
