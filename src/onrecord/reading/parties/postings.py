"""States and capitals that only tell where somebody works, or what he knows about, and not whose he is."""

from onrecord.codebook.wordclasses import word_classes
from onrecord.reading.parties.columns import Columns
from onrecord.reading.parties.lexicon import Hit, HitIndex, Source
from onrecord.records import PartyKind

__all__ = ["STUDENTS", "is_adjective", "is_branch", "is_posting", "is_studied"]

STUDENTS = frozenset({"expert", "analyst", "specialist", "scholar", "researcher", "watcher"})
"""People who know about something and are not part of it: "military experts"."""


def is_studied(columns: Columns, hit: Hit, head: int) -> bool:
    """Tell whether a state is only what somebody knows about ("a North Korea expert")."""
    own = hit.known.source is Source.DEMONYM or columns.tags[hit.end] == "POS"
    return columns.lemmas[head] in STUDENTS and not own and hit.known.kind is PartyKind.STATE


def is_posting(columns: Columns, hit: Hit, head: int) -> bool:
    """Tell whether a place is only where somebody, or a body, is for another: "its [Paris] representative".

    "The group's [Paris] spokesman", "the paper's [Paris] office", "the charity's [Kenya] director", but not
    "[Paris]'s envoy".
    """
    capital = hit.known.source is Source.CAPITAL
    state = hit.known.source is Source.STATE and not is_adjective(columns, hit)
    place = (capital or state) and columns.tags[hit.end] not in ("POS", "CC", ",")
    if not place or columns.tags[head] not in ("NN", "NNP"):
        return False
    owned = hit.start > 0 and columns.tags[hit.start - 1] in ("PRP$", "POS")
    return owned or (capital and columns.lemmas[head] in word_classes().posted)


def is_adjective(columns: Columns, hit: Hit) -> bool:
    """Tell whether a state's name stands before a noun as it is: "U.S. and Chadian officials"."""
    return columns.words[hit.end - 1].isupper() or columns.words[hit.end - 1].endswith(".")


_BRANCHES = frozenset({"office", "bureau"})


def is_branch(columns: Columns, index: HitIndex, i: int) -> bool:
    """Tell whether a capital only tells where somebody has an office: "the Moscow [office] of the firm"."""
    where = index.at(i - 1) if i else None
    placed = where is not None and where.known.source is Source.CAPITAL
    return placed and columns.words[i] in _BRANCHES and columns.deps[i - 1] in ("compound", "nmod", "amod")
