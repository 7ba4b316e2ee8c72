"""What office the words around somebody's name give, and of what body or state."""

from dataclasses import replace

from onrecord.codebook.roles import roles
from onrecord.codebook.wordclasses import word_classes
from onrecord.gazetteer.countries import country_of_name
from onrecord.reading.parties.columns import Columns
from onrecord.reading.parties.describe import (
    Description,
    describe,
    is_speaker,
    left_edge,
    of_rebels,
    outer_head,
    sector_of_modifier,
    sector_word,
)
from onrecord.reading.parties.human_names import APPOSITION_REACH, NOT_BODIES
from onrecord.reading.parties.lexicon import HitIndex
from onrecord.reading.parties.postings import STUDENTS
from onrecord.reading.parties.sectors import CIVIC
from onrecord.records import PartyKind

__all__ = [
    "acts_itself",
    "apposition",
    "cut_off_rank",
    "ends_title",
    "is_rank",
    "is_rebels",
    "is_title",
    "office_before",
    "office_of",
    "possessor",
    "sector_of_office",
    "speaks_for_rebels",
]

_LONGEST_RANK = 4  # letters of an abbreviated one ("Capt")


def is_rank(columns: Columns, i: int) -> bool:
    """Tell whether a title before a name leaves open what its bearer does: "[Admiral] Lind"."""
    word = columns.lower[i]
    of_a_church = word in ("father", "brother", "sister") and columns.words[i][:1].isupper()
    return of_a_church or word in roles().titles or roles().offices.get(word) in ("MIL", "REL")


def office_before(
    columns: Columns, index: HitIndex, start: int, end: int
) -> tuple[int, Description, int] | None:
    """Return (first token, description, end of the title) of "Israel's defense minister," before a name."""
    governor = columns.heads[outer_head(columns, start, end)]
    apposed = columns.deps[outer_head(columns, start, end)] == "appos" and governor < start - 1
    governor = _head_of_body(columns, index, governor) if apposed else governor
    at = governor if apposed and start - governor < APPOSITION_REACH else start - 2
    if at < 0 or columns.words[start - 1] != "," or columns.closed[at] or end >= len(columns):
        return None
    if columns.words[end] not in (",", ".") or columns.tags[at] not in ("NN", "NNP"):
        return None
    office = sector_word(roles().offices, columns, at)
    first = left_edge(columns, at if office is None else office[0], index, reach=at)
    if office is not None:
        held = describe(columns, index, first, at)
        return first, replace(held, role=held.role.removeprefix("one ")), at + 1
    told = describe(columns, index, first, at)  # "a beach committee member, Ann Cole,": no office of a state
    somebody = apposed and is_speaker(columns, at) and columns.lower[first] in ("a", "an")
    return (first, replace(told, role=""), start) if somebody else None


def _head_of_body(columns: Columns, index: HitIndex, i: int) -> int:
    """Return the office at a body or place a name cannot explain: "the [head] of the Labour Party, Bo Lind".

    "Nortix's [representative] in Norway, Ann Cole".
    """
    of, hit = columns.heads[i], index.at(i)
    body = hit.known.kind is PartyKind.ORGANISATION if hit else sector_word(roles().bodies, columns, i)
    placed = columns.labels[i] in ("GPE", "LOC") and columns.lower[of] in ("in", "for", "to", "at")
    office = columns.heads[of]
    if placed and columns.heads[office] == of - 1 and columns.lower[office] == "of":
        office = columns.heads[office]
    of_it = (body and columns.lower[of] in ("of", "for", "at")) or placed or _is_matter(columns, i)
    if not of_it or columns.deps[of] != "prep" or columns.tags[office] not in ("NN", "NNP"):
        return i
    return office if sector_word(roles().offices, columns, office) is not None else i


def _is_matter(columns: Columns, i: int) -> bool:
    """Tell whether a word is what a minister is for: "the Minister of [Labour], Bo Lind"."""
    of = columns.heads[i]
    leads = columns.lower[of] in ("of", "for") and columns.lemmas[columns.heads[of]].lower() in _OF_MATTERS
    return leads and columns.lower[i] in word_classes().topics | word_classes().office_qualifiers


_OF_MATTERS = frozenset({"minister", "secretary", "commissioner", "undersecretary"})


def possessor(columns: Columns, index: HitIndex, start: int) -> int:
    """Return where "Russia's" or "Iranian" before a bare name begins, or the name's own start."""
    at = start - 1
    if at >= 1 and columns.tags[at] == "POS":
        at -= 1
        hit = index.at(at)
        return hit.start if hit is not None and hit.end == at + 1 and columns.heads[at] >= start else start
    hit = index.at(at) if at >= 0 else None
    if hit is not None and hit.end == start and hit.known.source.value == "demonym":
        return hit.start
    return start


def apposition(columns: Columns, index: HitIndex, end: int) -> tuple[Description, str | None] | None:
    """Return (description, sector) of ", Russia's foreign minister," after a name."""
    if end + 1 >= len(columns) or columns.words[end] != ",":
        return None
    for i in range(end + 1, min(end + APPOSITION_REACH, len(columns))):
        if columns.closed[i] or _ends_phrase(columns.tags[i]):
            return None
        if columns.words[i] in (",", ".", ";", "—", "–"):
            return None
        office = sector_word(roles().offices, columns, i, end + 1)
        if office is not None and not columns.tags[min(i + 1, len(columns) - 1)].startswith(
            ("NN", "JJ", "POS")
        ):
            if acts_itself(columns, end, i):
                return None
            told = describe(columns, index, end + 1, i)
            unknown = told.of is None and (
                _is_of_a_name(columns, i + 1)
                or (office[1] == "BUS" and _is_of_a_league(columns, i + 1))
                or (office[1] == "GOV" and _presides_over_work(columns, i))
            )
            return told, None if unknown else office[1]
    return None


def acts_itself(columns: Columns, comma: int, office: int) -> bool:
    """Tell whether who follows a name and its comma is another, who acts.

    "When police held Ann Cole, [a lawyer] for the union said": no comma parts him from what he does.
    """
    after = range(office + 1, min(office + APPOSITION_REACH, len(columns)))
    verb = next((j for j in after if columns.tags[j] in _FINITE), office)
    between = {*columns.words[office:verb], *columns.tags[office:verb]}
    if columns.lower[comma + 1] not in ("a", "an") or verb == office or not _PARTING.isdisjoint(between):
        return False
    own = columns.deps[office] == "nsubj" and columns.heads[comma - 1] != columns.heads[office]
    return own or _opens_with_clause(columns, comma)


_FINITE = ("VBD", "VBZ", "VBP", "MD")
_PARTING = frozenset({",", ".", ";", "WP", "WDT", "``", "''"})
_OPENING = frozenset({"as", "while", "when", "after", "before", "because", "although", "though", "if"})


def _opens_with_clause(columns: Columns, comma: int) -> bool:
    """Tell whether a sentence opens with a clause that ends at a comma: "As troops hunt Lind, a guard …"."""
    first = columns.sentences.index(columns.sentences[comma])
    opens = columns.lower[first] in _OPENING and "," not in columns.words[first:comma]
    return opens and any(tag in _FINITE for tag in columns.tags[first:comma])


def _is_of_a_name(columns: Columns, at: int) -> bool:
    """Tell whether an office goes on with a name nothing is known of: "president at [Cole Motors]"."""
    if columns.lower[at : at + 1] not in (["of"], ["at"], ["for"], ["with"]):
        return False
    at += 1 + (columns.lower[at + 1 : at + 2] == ["the"])
    return at < len(columns) and columns.tags[at].startswith("NNP") and columns.words[at][:1].isupper()


def _is_of_a_league(columns: Columns, at: int) -> bool:
    """Tell whether an office is of what is no firm, further behind: "vice president for law at [Oak Trust]".

    "Founder and chief executive of [Oak Veterans]".
    """
    stop = next((i for i in range(at, len(columns)) if columns.words[i] in _PARTING or columns.closed[i]), at)
    name = [i for i in range(at, min(stop, at + _LEAGUE)) if columns.words[i][:1].isupper()]
    return any(columns.lower[i] in CIVIC and columns.tags[i].startswith("NNP") for i in name)


def _presides_over_work(columns: Columns, i: int) -> bool:
    """Tell whether a president has a branch of a firm's work, and no state: "vice president of [sales]"."""
    if columns.lower[i] != "president" or columns.lower[i + 1 : i + 2] not in (["of"], ["for"]):
        return False
    work = next((j for j in range(i + 2, len(columns)) if columns.tags[j] not in ("JJ", "VBG", "HYPH")), i)
    bare = columns.tags[work] in ("NN", "NNS") and columns.words[work].islower()
    if work == i + 2 and columns.tags[work] != "NN" and not bare:
        return False
    body = sector_word(roles().bodies, columns, work) or sector_word(roles().state, columns, work)
    return bare and body is None


_LEAGUE = 14
"""Tokens behind an office among which the name of what it is of ends."""


def speaks_for_rebels(columns: Columns, start: int, end: int) -> bool:
    """Tell whether what stands beside a name tells that it is the rebels'.

    "Col. A. B., a rebel spokesman,", "the opposition's military chief, Gen. A. B.,".
    """
    after = before = 0, 0
    if columns.words[end : end + 1] == [","]:
        stop = next((i for i in range(end + 1, len(columns)) if columns.words[i] in (",", ".", ";")), end)
        after = end + 1, min(stop, end + APPOSITION_REACH)
    if start and columns.words[start - 1] == ",":
        first = start - 1
        while first and start - first < APPOSITION_REACH and not _ends_phrase(columns.tags[first - 1]):
            first -= 1
            of_others = columns.lower[first - 1] in ("for", "of")
            if columns.lower[first] in ("a", "an", "the") and not of_others:
                before = first, start - 1
                break
    return any(is_rebels(columns, *told) for told in (after, before))


def is_rebels(columns: Columns, start: int, end: int) -> bool:
    """Tell whether the tokens [start, end) tell an office the rebels give."""
    told = columns.lower[start:end]
    if not told or told[0] not in ("a", "an", "the"):
        return False
    office = any(roles().offices.get(word) in ("GOV", "MIL", "REB") for word in told)
    return office and (
        _is_for_rebels(columns, start, end)
        or "rebel" in told
        or ("military" in told and "opposition" in told)
    )


def _is_for_rebels(columns: Columns, start: int, end: int) -> bool:
    """Tell whether an office is for those who fight: "a spokesman for the Houthi [rebels]"."""
    plural = (i for i in range(start, end) if roles().unnamed.get(columns.lemmas[i]) == "REB")
    return any(columns.lower[columns.heads[i]] in ("for", "of") and columns.heads[i] >= start for i in plural)


def cut_off_rank(columns: Columns, start: int) -> bool:
    """Tell whether a rank stands before a name with its full stop as a token of its own ("Brig" ".")."""
    if start < 2 or columns.words[start - 1] != ".":
        return False
    short = len(columns.words[start - 2]) <= _LONGEST_RANK and columns.words[start - 2][:1].isupper()
    return short and columns.lower[start - 2] in roles().offices


def office_of(columns: Columns, index: HitIndex, start: int, end: int) -> int | None:
    """Return the office whose "of …" or "to …" leads up to a name: "Minister of the Interior [Bo Lind]"."""
    low = max(0, start - _LONGEST_OFFICE)
    for i in range(start - 2, low, -1):
        hit = index.at(i)
        if columns.closed[i] or columns.sentences[i] != columns.sentences[start]:
            return None
        if columns.lower[i] in ("of", "for", "to") and columns.heads[i] == i - 1:
            office = sector_word(roles().offices, columns, i - 1)
            hangs = start <= columns.heads[i - 1] < end and columns.deps[i - 1] in _BEFORE_NAMES
            return i - 1 if office is not None and office[1] in NOT_BODIES and hangs else None
        inside = hit is not None or columns.words[i][:1].isupper() or columns.lower[i] in ("the", "and")
        if not inside:
            return None
    return None


_LONGEST_OFFICE = 7
"""Tokens before a name among which its office is sought: "Minister of Justice and Home Affairs"."""

_BEFORE_NAMES = frozenset({"compound", "nmod"})


def ends_title(columns: Columns, i: int) -> bool:
    """Tell whether a word can be the last of a title ("Minister", but not "Transport")."""
    word = columns.lower[i]
    return word in roles().titles or sector_word(roles().offices, columns, i) is not None


def _ends_phrase(tag: str) -> bool:
    return tag.startswith(("VB", "W", "MD", "PRP", "CC")) and tag not in ("PRP$", "VBN")


def is_title(role: str) -> bool:
    """Tell whether what stands before a name is no office: "Sir", nothing."""
    return all(word in roles().titles for word in role.lower().split())


def sector_of_office(columns: Columns, prefix: int, start: int) -> str | None:
    """Return the sector the title gives, "military spokesman" by the force and not by the office."""
    last = start - 2 if columns.words[start - 1] in (",", ".") else start - 1
    while last > prefix and columns.lower[last] in roles().titles:
        last -= 1  # "Foreign Minister [Sheikh] …"
    if columns.words[last] in ("Father", "Brother", "Sister") and last == start - 1:
        return "REL"
    office = sector_word(roles().offices, columns, last, prefix)
    if office is None:
        return None
    higher = _office_before_rank(columns, prefix, office[0]) if office[1] in ("MIL", "REL") else None
    first, sector = office
    if higher is not None:
        spoken_for = (
            columns.lower[higher[0]] in word_classes().mouthpieces or columns.lower[higher[0]] == "secretary"
        )
        first, sector = higher[1][0], sector if spoken_for else higher[1][1]
    if _leads_team(columns, prefix, last):
        return "CVL"
    if columns.lower[last] in STUDENTS:
        return sector  # "hacker analyst"
    for j in range(first - 1, prefix - 1, -1):
        found = sector_of_modifier(columns, j, columns.lemmas[j])
        if found is not None and columns.tags[j].startswith(("NN", "JJ")):
            return "REB" if found == "MIL" and of_rebels(columns, prefix, j) else found
    return sector


def _office_before_rank(columns: Columns, prefix: int, rank: int) -> tuple[int, tuple[int, str]] | None:
    """Return the office before a rank and where it ends: "[Supreme Leader] Ayatollah", "[spokesman] Lt."."""
    last = rank - 1
    while last > prefix and (columns.words[last] in (",", ".") or columns.lower[last] in _LESSER):
        last -= 1
    if last < prefix or columns.closed[last]:
        return None
    office = sector_word(roles().offices, columns, last, prefix)
    return None if office is None else (last, office)


_LESSER = frozenset(
    {"rear", "vice", "major", "lieutenant", "brigadier", "grand", "lt", "lt.", "maj", "maj.", "brig", "brig."}
)
"""Words before a rank that are part of it."""


def _leads_team(columns: Columns, prefix: int, i: int) -> bool:
    """Tell whether a captain is of a team: "team [captain]", "[Norland] captain", but no "Norlandic" one."""
    if columns.lower[i] != "captain" or i <= prefix:
        return False
    return columns.lower[i - 1] in word_classes().teams or country_of_name(columns.words[i - 1]) is not None
