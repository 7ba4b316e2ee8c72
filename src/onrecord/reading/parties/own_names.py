"""Organisations an article names itself: a name the parser mostly calls one is one everywhere.

The parser labels the same name differently from sentence to sentence; known names and bodies of a known
sort have rules of their own.
"""

from collections import defaultdict
from collections.abc import Iterable

from onrecord.codebook.roles import roles
from onrecord.codebook.wordclasses import word_classes
from onrecord.reading.apostrophes import plain
from onrecord.reading.parties.body_names import core_end
from onrecord.reading.parties.columns import Columns
from onrecord.reading.parties.describe import sector_word
from onrecord.reading.parties.draft import Draft
from onrecord.reading.parties.kinds import Kinds
from onrecord.reading.parties.lexicon import Hit, HitIndex, Known, Source

__all__ = ["own_names"]

_Named = tuple[tuple[str, ...], Known]


def own_names(
    columns: Columns,
    index: HitIndex,
    organisations: Iterable[Draft],
    persons: Iterable[Draft],
    kinds: Kinds,
) -> tuple[Hit, ...]:
    """Return where the names of an article's own organisations stand, in order, never overlapping.

    Args:
        columns: The article.
        index: Known names; nothing is found inside or across one.
        organisations: What the parser calls organisations, and the short forms the article makes for bodies.
        persons: Its named persons; an organisation never bears their names.
        kinds: What the article tells of its names.
    """
    people = {word for draft in persons for word in (*_words(draft.name), draft.name)}
    by_first: defaultdict[str, list[_Named]] = defaultdict(list)
    for draft in organisations:
        start = draft.start + (columns.lower[draft.start] == "the")
        words = tuple(columns.words[start : draft.end])
        otherwise = draft.name != columns.told(start, draft.end)
        short = (len(words) == 1 and (words[0].isupper() or otherwise)) or draft.name in kinds.bodies
        if short or (_is_own(columns, index, start, draft.end) and not people & {words[-1], draft.name}):
            known = Known(Source.OWN, draft.id, draft.kind, draft.country, draft.sector, draft.of)
            if all(words != other for other, _ in by_first[words[0]]):
                by_first[words[0]].append((words, known))
    for named in by_first.values():
        named.sort(key=lambda n: -len(n[0]))
    return tuple(_places(columns, index, by_first)) if by_first else ()


def _words(name: str) -> list[str]:
    """Return the words of a name, also as they are written at the head of a sentence ("Al-Najjar")."""
    words = plain(name).split()
    return [*words, *(word[0].upper() + word[1:] for word in words)]


def _is_own(columns: Columns, index: HitIndex, start: int, end: int) -> bool:
    """Tell whether a name is neither known nor told by a word of its sort ("… Ministry", "… Navy").

    A single word must be called an organisation in a third of its places: one slip of the parser makes none.
    """
    if any(index.at(i) is not None for i in range(start, end)):
        return False
    if all(columns.lower[i] in word_classes().office_qualifiers for i in range(start, end)):
        return False
    if core_end(columns, start, end) < end:
        return True  # "Friends to Mend Our Schools" are no schools
    if any(sector_word(roles().bodies, columns, i) for i in range(start, end)):
        return False
    if any(sector_word(table, columns, end - 1) for table in (roles().state, roles().offices)):
        return False
    if end - start > 1:
        return True
    places = [i for i, word in enumerate(columns.words) if word == columns.words[start]]
    return sum(columns.labels[i] == "ORG" for i in places) * 3 >= len(places)


def _places(columns: Columns, index: HitIndex, by_first: dict[str, list[_Named]]) -> list[Hit]:
    found: list[Hit] = []
    i = 0
    while i < len(columns):
        hit = next(
            (h for named in by_first.get(columns.words[i], ()) if (h := _at(columns, index, i, named))), None
        )
        if hit is not None:
            found.append(hit)
        i = hit.end if hit is not None else i + 1
    return found


def _at(columns: Columns, index: HitIndex, i: int, named: _Named) -> Hit | None:
    """Return the name at a token, None where other words stand or a longer name goes on."""
    words, known = named
    end = i + len(words)
    if tuple(columns.words[i:end]) != words or any(
        columns.closed[j] or index.at(j) is not None for j in range(i, end)
    ):
        return None
    longer = columns.labels[i] in ("PERSON", "ORG", "FAC", "WORK_OF_ART", "EVENT", "LAW", "PRODUCT")
    goes_on = end < len(columns) and columns.doc[end].ent_iob_ == "I" and columns.words[end][:1].isupper()
    begins_before = columns.doc[i].ent_iob_ == "I" and columns.words[i - 1][:1].isupper()
    if longer and (goes_on or begins_before):
        return None
    follows = end < len(columns) and columns.tags[end].startswith("NN")
    sort_follows = follows and sector_word(roles().bodies, columns, end)
    return None if sort_follows else Hit(i, end, known)
