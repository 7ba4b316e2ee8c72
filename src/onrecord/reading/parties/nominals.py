"""Parties told by a description: forces, officials, crowds, unnamed office holders, documents, pairs."""

from onrecord.codebook.bodies import called_nouns
from onrecord.codebook.roles import roles
from onrecord.codebook.wordclasses import word_classes
from onrecord.gazetteer.countries import name_of
from onrecord.reading.layers import MentionForm
from onrecord.reading.parties.columns import Columns
from onrecord.reading.parties.describe import (
    GOVERNING,
    are_allies,
    capital_after,
    describe,
    left_edge,
    outer_head,
    sector_word,
    share_edge,
    sharper_sector,
    without_article,
)
from onrecord.reading.parties.documents import document
from onrecord.reading.parties.draft import Draft, Need
from onrecord.reading.parties.lexicon import HitIndex
from onrecord.reading.parties.ships import is_anchor, is_make, names_thing
from onrecord.reading.parties.unnamed import INDEFINITE, office_holder, unnamed_people
from onrecord.records import PartyKind

__all__ = ["find_nominals"]

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})

_COLLECTIVE = frozenset({"people", "police", "public", "opposition"})

_IGO = frozenset({"EUE", "IGO"})

_RULING = GOVERNING | {"administration"}
"""Powers that are the state's in whose capital they are told to be: "the government in Oslo"."""


def find_nominals(columns: Columns, index: HitIndex) -> tuple[Draft, ...]:
    """Return descriptions that stand for a party, in order."""
    drafts: list[Draft] = []
    for i in range(len(columns)):
        if columns.closed[i] or columns.tags[i] not in _NOUNS or index.at(i) is not None:
            continue
        draft = _pair(columns, i) or _nominal(columns, index, i)
        if draft is not None:
            drafts.append(draft)
    return tuple(drafts)


def _nominal(columns: Columns, index: HitIndex, i: int) -> Draft | None:
    if columns.deps[i] in ("compound", "amod", "nmod") and columns.heads[i] > i:
        return None
    if _ends_media_name(columns, index, i) or (columns.tags[i] == "NNP" and names_thing(columns, i, i + 1)):
        return None
    table = roles()
    if columns.lemmas[i] in word_classes().group_nouns and columns.tags[i] == "NN":
        return _group(columns, index, i)
    plural = columns.tags[i] in ("NNS", "NNPS") or columns.lemmas[i] in _COLLECTIVE
    state = sector_word(table.state, columns, i)
    if (columns.lower[i] == "force" and _is_violence(columns, i)) or is_anchor(columns, i):
        return None
    if columns.lemmas[i] == "fighter" and _flies(columns, i):
        return None
    if columns.lower[i] == "artillery" and left_edge(columns, i, index) == i and _acts(columns, i):
        return None  # "rockets, artillery and mortars hit it": a weapon, unless somebody's
    if state is not None:
        return _state_power(columns, index, i, *state, plural=plural)
    unnamed = sector_word(table.unnamed, columns, i)
    office = sector_word(table.offices, columns, i)
    one = office is not None and not plural
    if (
        office is not None
        and one
        and (unnamed is None or office[0] < unnamed[0] or _definite(columns, index, i))
    ):
        return office_holder(columns, index, i, *office)
    if unnamed is not None:
        paper = unnamed[1] == "CVL" and _is_paper(columns, i)
        return None if paper else unnamed_people(columns, index, i, *unnamed, plural=plural)
    if office is not None:
        return unnamed_people(columns, index, i, *office, plural=plural)
    if columns.lemmas[i] in table.documents:
        return document(columns, index, i)
    if columns.lemmas[i] in called_nouns() and columns.tags[i] == "NN":
        return _group(columns, index, i, Need.BODY)
    return None


def _is_paper(columns: Columns, i: int) -> bool:
    """Tell whether a word for people ends a paper's name: "by the [Monitor]", "Hillside [Observer]"."""
    named = columns.tags[i] == "NNP" and columns.words[i][0].isupper() and i > 0
    return named and (columns.lower[i - 1] == "the" or columns.words[i - 1][:1].isupper())


def _is_violence(columns: Columns, i: int) -> bool:
    """Tell whether force is what somebody or something has, and nobody.

    "Excessive [force]", "the [force] of arms", "the [force] of the blast".
    """
    of_it = columns.lower[i + 1 : i + 3] in (["of", "arms"], ["of", "the"], ["of", "an"], ["of", "its"])
    return of_it or (i > 0 and columns.lower[i - 1] in _VIOLENT)


_VIOLENT = frozenset(
    {
        "excessive",
        "lethal",
        "deadly",
        "undue",
        "disproportionate",
        "brute",
        "unnecessary",
        "overwhelming",
        "sheer",
    }
)


def _group(columns: Columns, index: HitIndex, i: int, need: Need = Need.GROUP) -> Draft | None:
    """Return "the group" or "the militant group"; what stands for nobody named is left alone."""
    start = left_edge(columns, i, index)
    if columns.lower[start] not in ("the", "this") or columns.tags[i] != "NN" or index.within(start, i):
        return None
    if _is_named_behind(columns, i):
        return None
    return Draft(
        start=start,
        end=i + 1,
        head=i,
        form=MentionForm.NOMINAL,
        need=need,
        name=without_article(columns, start, i + 1),
        key=columns.lemmas[i],
    )


def _is_named_behind(columns: Columns, i: int) -> bool:
    """Tell whether a group's own name stands behind it: "the exile [group], the Council for a Free Town"."""
    if columns.words[i + 1 : i + 2] != [","]:
        return False
    name = next((j for j in range(i + 2, len(columns)) if columns.heads[j] == i), i)
    return columns.deps[name] == "appos" and columns.tags[name].startswith("NNP")


def _definite(columns: Columns, index: HitIndex, i: int) -> bool:
    start = left_edge(columns, i, index)
    if columns.lower[start] in INDEFINITE:
        return False
    return columns.lower[start] == "the" or any(
        columns.tags[j] in ("POS", "PRP$") or index.at(j) is not None for j in range(start, i)
    )


_WHERE = frozenset({"far", "near"})
"""Words before a "side" that is a place: "on the [west] side of the town"."""


def _state_power(
    columns: Columns, index: HitIndex, i: int, first: int, sector: str, *, plural: bool
) -> Draft | None:
    """Return a government, army or service; with a state's name it is that state."""
    start = left_edge(columns, first, index, reach=i)
    if columns.lemmas[i] == "side" and not (_WHERE | word_classes().compass).isdisjoint(
        columns.lower[start:i]
    ):
        return None
    told = describe(columns, index, start, i)
    sector = sharper_sector(columns, told, first, sector)
    kind, party, country, need = PartyKind.UNKNOWN, "", None, Need.NOTHING
    name = without_article(columns, start, i + 1)
    several: tuple[str, ...] = ()
    if told.of is not None and told.of.startswith("group:"):
        kind, party, sector = PartyKind.GROUP, told.of, "REB"
    elif are_allies(columns, start, i):
        country = None  # whose own they are is not told
    elif _rebels(columns, told.core, first) or _fights_government(columns, index, start, i):
        sector = "REB"
    elif not word_classes().unseated.isdisjoint(columns.lower[start:i]):
        country = told.countries[0] if len(told.countries) == 1 else None
    elif len(told.countries) > 1:
        kind, several = PartyKind.STATE, told.countries
    elif told.countries and told.countries[0] in _IGO:
        kind, party, country = PartyKind.ORGANISATION, told.of or told.countries[0], told.countries[0]
    elif told.countries:
        kind, party, country = PartyKind.STATE, told.countries[0], told.countries[0]
        name = name_of(party)
    elif columns.lemmas[i] in _RULING and (seat := capital_after(columns, i + 1)) is not None:
        kind, party, country, name = PartyKind.STATE, seat, seat, name_of(seat)
    elif columns.lower[start] not in ("a", "an", "another", "some") and columns.lower[i] != "sides":
        need = Need.STATE_POWER  # "the sides" are never one state
    if plural and told.end == i + 1 and (share := share_edge(columns, start)) < start:
        start, name = share, without_article(columns, share, i + 1)
    return Draft(
        start=start,
        end=told.end,
        head=outer_head(columns, start, i + 1, i),
        form=MentionForm.NOMINAL,
        need=need,
        name=name,
        id=party,
        kind=kind,
        country=country,
        sector=sector,
        plural=plural,
        key=columns.lemmas[i],
        several=several,
    )


def _flies(columns: Columns, i: int) -> bool:
    """Tell whether a fighter is an aircraft by what it does or is done to it: "a [fighter] flew past"."""
    done = columns.deps[i] in ("nsubj", "nsubjpass", "dobj") and columns.lemmas[columns.heads[i]] in _FLYING
    before = columns.words[i - 1] if i else ""
    return done or is_make(before) or before.lower().split("-")[0] in _MADE  # "MiG-29 [fighters]"


_MADE = frozenset({"jet", "stealth", "jump", "mig", "sukhoi", "mirage", "rafale", "gripen", "typhoon"})

_FLYING = frozenset({"fly", "scramble", "intercept", "buzz", "shadow", "escort", "overfly"})


def _ends_media_name(columns: Columns, index: HitIndex, i: int) -> bool:
    """Tell whether a word ends the name of a newspaper or station: "the Lakeville [Observer]"."""
    if columns.lower[i] not in word_classes().media_names or columns.tags[i] != "NNP" or i == 0:
        return False
    return columns.tags[i - 1] == "NNP" and columns.words[i - 1][:1].isupper() and index.at(i - 1) is None


def _pair(columns: Columns, i: int) -> Draft | None:
    """Return "both countries", "the two sides", "the two leaders"; bare "both" is left alone."""
    if columns.lemmas[i] not in word_classes().pairs or columns.tags[i] not in ("NNS", "NNPS"):
        return None
    if i >= 1 and columns.lower[i - 1] == "both":
        start = i - 1
    elif (
        i >= 2
        and columns.lower[i - 1] in ("two", "three", "four")
        and columns.lower[i - 2] in ("the", "these", "between")
    ):
        start = i - 2 if columns.lower[i - 2] != "between" else i - 1
    else:
        return None
    return Draft(
        start=start,
        end=i + 1,
        head=outer_head(columns, start, i + 1, i),
        form=MentionForm.NOMINAL,
        need=Need.BOTH,
        name=columns.told(start, i + 1),
        plural=True,
        key=columns.lemmas[i],
    )


def _acts(columns: Columns, i: int) -> bool:
    """Tell whether a noun, or the first of those it is joined to, is a subject."""
    return columns.deps[columns.first_conjunct(i)] == "nsubj"


def _rebels(columns: Columns, core: int, i: int) -> bool:
    return any(roles().unnamed.get(word) == "REB" for word in columns.lemmas[core:i])


def _fights_government(columns: Columns, index: HitIndex, start: int, i: int) -> bool:
    """Tell whether a force is told by the government or leader that it is against: "anti-Cole forces"."""
    against = next((j + 2 for j in range(start, i - 2) if columns.lower[j] == "anti"), i)
    leader = index.at(against) is None and columns.words[against][:1].isupper()
    return against < i and (leader or columns.lower[against] in GOVERNING | {"coup"})
