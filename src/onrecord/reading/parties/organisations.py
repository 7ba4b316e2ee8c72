"""Organisations that the parser names and no list knows: firms, charities, papers, think tanks."""

from collections import Counter, defaultdict

from onrecord.codebook.roles import roles
from onrecord.codebook.wordclasses import word_classes
from onrecord.reading.layers import MentionForm
from onrecord.reading.parties.body_names import (
    IN_PURPOSE,
    INSIDE_NAMES,
    core_end,
    is_spelled_out,
    purpose_edge,
)
from onrecord.reading.parties.columns import Columns
from onrecord.reading.parties.describe import outer_head
from onrecord.reading.parties.draft import Draft, Need
from onrecord.reading.parties.kinds import Kinds
from onrecord.reading.parties.lexicon import HitIndex
from onrecord.reading.parties.name_runs import name_runs
from onrecord.reading.parties.names import PLACES
from onrecord.reading.parties.ships import names_site_or_make, names_thing
from onrecord.reading.parties.states import told_as_place
from onrecord.records import PartyKind, slug

__all__ = ["find_organisations"]


def find_organisations(columns: Columns, index: HitIndex, kinds: Kinds) -> tuple[Draft, ...]:
    """Return names the parser calls organisations, where no other rule has a say and most mentions agree.

    Args:
        columns: The article.
        index: Known names.
        kinds: What the article tells of its names, whatever the parser calls them.
    """
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    spans: list[tuple[int, int]] = []
    i = 0
    while i < len(columns):
        label = columns.labels[i]
        if not label or columns.closed[i]:
            i += 1
            continue
        start = i
        while i < len(columns) and columns.labels[i] == label and not columns.closed[i]:
            i += 1
            if i < len(columns) and columns.doc[i].ent_iob_ == "B":
                break
        votes[columns.told(start, i)][label] += 1
        if label == "ORG" or _is_firm(columns, start, i):
            spans.append((start, i))
    spans = [span for span in spans if columns.told(*span) not in kinds.persons]
    told = [run for run in name_runs(columns, index) if columns.told(*run) in kinds.bodies]
    told = _with_purposes(columns, told)
    for start, end in told:
        votes[columns.told(start, end)] = Counter(ORG=1)
    inside = {i for start, end in told for i in range(start, end)}
    spans = sorted([*told, *(span for span in spans if inside.isdisjoint(range(*span)))])
    return tuple(
        draft
        for start, end in spans
        if (draft := _organisation(columns, index, start, end, votes, kinds)) is not None
    )


def _with_purposes(columns: Columns, told: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Add names that say what a body is for, with its initials behind: "Friends to Mend Roads (FMR)"."""
    named = [
        (i - 1, end)
        for i in range(1, len(columns))
        if columns.words[i] == "to" and not columns.closed[i] and columns.words[i - 1][:1].isupper()
        if (end := purpose_edge(columns, i - 1, i)) > i and is_spelled_out(columns, i - 1, end)
    ]
    inside = {i for start, end in named for i in range(start, end)}
    return [*named, *(run for run in told if inside.isdisjoint(range(*run)))]


def _says_purpose(columns: Columns, start: int, end: int) -> bool:
    """Tell whether a name says what the body is for: "the Campaign to Mend Roads"."""
    core = core_end(columns, start, end)
    return core < end and purpose_edge(columns, core - 1, core) == end


def _is_firm(columns: Columns, start: int, end: int) -> bool:
    """Tell whether a name taken for a person's ends as those of firms do: "Harbour [Coal]"."""
    names = all(columns.tags[i].startswith("NNP") for i in range(start, end))
    return end - start > 1 and names and columns.lower[end - 1] in word_classes().firm_names


def _organisation(
    columns: Columns, index: HitIndex, start: int, end: int, votes: dict[str, Counter[str]], kinds: Kinds
) -> Draft | None:
    name_votes = votes[columns.told(start, end)]
    purpose = _says_purpose(columns, start, end)
    told = columns.told(start, end) in kinds.bodies or purpose
    if not _is_firm(columns, start, end) and name_votes["ORG"] * 2 <= sum(name_votes.values()):
        return None
    while start < end and columns.lower[start] in ("the", "a", "an"):
        start += 1
    if columns.lower[start] in roles().offices and columns.lower[start + 1 : start + 2] == ["of"]:
        return None  # "the Director [General of Military Operations]"
    told_of = _JOINING | word_classes().topics | word_classes().office_qualifiers
    if all(columns.lower[i] in told_of for i in range(start, end)):
        return None  # "the Minister of [Labour and Employment]"
    covering = index.at(start)
    if covering is not None and covering.end >= end:
        return None
    while start < end and columns.tags[start] in ("``", "''", "HYPH", "-LRB-", ":", "SYM"):
        start += 1
    while end > start and columns.tags[end - 1] in ("POS", "HYPH", ",", ":", "``", "''"):
        end -= 1
    if columns.lower[end : end + 1] == ["-"] and columns.lower[end - 1] in _PREFIXES:
        return None  # "Firm [co]-founder"
    if start >= end or any(index.at(i) is not None and index.at(i).start < start for i in range(start, end)):  # type: ignore[union-attr]
        return None
    words = columns.words[start:end]
    inside = INSIDE_NAMES | word_classes().name_particles if told else INSIDE_NAMES
    inside = inside | IN_PURPOSE if purpose else inside
    if not all(w[:1].isupper() or w.lower() in inside or not w[:1].isalpha() for w in words):
        return None
    if not any(columns.tags[i].startswith("NNP") for i in range(start, end)):
        return None
    if columns.lower[end - 1] in word_classes().never_last_in_organisations:
        return None
    if len(words) == 1 and words[0].endswith("s") and words[0][:-1] in columns.words:
        return None  # "the Coles" are a family
    if not told and (_is_place_somewhere(columns, words) or told_as_place(columns, words)):
        return None
    if not told and (names_site_or_make(columns, end) or names_thing(columns, start, end)):
        return None
    if len(words) == 1 and (
        len(words[0]) < 2 or columns.lower[start] in word_classes().never_alone_organisations
    ):
        return None
    name = columns.told(start, end)
    sector = "MED" if columns.lower[end - 1] in word_classes().media_names else None
    begin = start - 1 if start and columns.lower[start - 1] == "the" else start
    sector = kinds.bodies.get(name) or sector
    kind = PartyKind.GROUP if sector == "REB" else PartyKind.ORGANISATION
    return Draft(
        start=begin,
        end=end,
        head=outer_head(columns, start, core_end(columns, start, end)),
        form=MentionForm.NAME,
        need=Need.NOTHING,
        name=name,
        id=f"{'group' if kind is PartyKind.GROUP else 'org'}:{slug(kinds.short_for.get(name, name))}",
        kind=kind,
        sector=sector,
    )


_JOINING = frozenset({"and", "&", "of", "the"})
_PREFIXES = frozenset({"co", "ex", "vice", "non", "pro", "anti"})


def _is_place_somewhere(columns: Columns, words: list[str]) -> bool:
    """Tell whether a name stands after "in" anywhere in the article, or a single word is called a place."""
    size = len(words)
    before = _IN if size == 1 else _IN - {"at"}
    return any(
        columns.words[i : i + size] == words
        and ((i and columns.lower[i - 1] in before) or (size == 1 and columns.labels[i] in PLACES))
        for i, word in enumerate(columns.words)
        if word == words[0]
    )


_IN = frozenset({"in", "near", "outside", "at"})
