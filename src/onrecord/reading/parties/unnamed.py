"""People without a name: who holds an office, and several told by what they are."""

from dataclasses import replace

from onrecord.codebook.roles import roles
from onrecord.codebook.wordclasses import word_classes
from onrecord.reading.layers import MentionForm
from onrecord.reading.parties.body_names import body_id
from onrecord.reading.parties.body_sectors import sector_by_body, sector_of_name
from onrecord.reading.parties.columns import Columns
from onrecord.reading.parties.describe import (
    Description,
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
from onrecord.reading.parties.draft import Draft, Gender, Need
from onrecord.reading.parties.employers import (
    STATE_EMPLOYS,
    employer_told,
    is_staff,
    is_unsided,
    owns_private,
    sector_employed,
    sector_served,
)
from onrecord.reading.parties.lexicon import HitIndex
from onrecord.records import PartyKind, slug

__all__ = ["INDEFINITE", "begins_name", "office_holder", "unnamed_people"]

INDEFINITE = frozenset({"a", "an", "some", "several", "many", "few", "another", "other", "no", "one", "any"})
"""Words before somebody of whom nobody knows which."""

_NOT_IN_POWER = frozenset({"CVL", "REB", "CRM"})


def _unnamed_id(columns: Columns, start: int, i: int, told: Description, of: str | None) -> str:
    """Return the id of people without a name, "" where their own words are it.

    What follows is told short: "an adviser for the children's fund" is `unknown:unicef-adviser`. Who
    holds an office of a body has the same id however it is told ("the ministry's spokesman").
    """
    if told.end == i + 1 and not (of or "").startswith("org:"):
        employer = employer_told(columns, i)
        return f"unknown:{slug(f'{employer} {without_article(columns, start, i + 1)}')}" if employer else ""
    if columns.tags[start] == "PRP$" or (of or "").startswith("org:"):
        start = told.core
    body = (of or "").split(":")[-1]
    return f"unknown:{slug(f'{body} {without_article(columns, start, i + 1)}')}"


def unnamed_people(
    columns: Columns, index: HitIndex, i: int, first: int, sector: str, *, plural: bool
) -> Draft | None:
    """Return people without a name: "two South Korean officials", "rebels"."""
    if begins_name(columns, index, i):
        return None
    start = left_edge(columns, first, index, reach=i)
    told = describe(columns, index, start, i)
    if are_allies(columns, start, i):
        told = replace(told, of=None, countries=())  # "the army's allied militias"
    else:
        sector = sharper_sector(columns, told, first, sector)
    if plural and told.end == i + 1:
        start = share_edge(columns, start)
    if sector == "OTHER" or (
        columns.lemmas[i] == "source" and columns.lower[i + 1 : i + 2] in (["of"], [":"])
    ):
        return None
    if (told.of or "").startswith("org:") or told.countries == ("IGO",):
        country = told.countries[0] if told.countries else None
        sector = sector_by_body(sector, told.of, country, False) or sector
        own = sector_of_name(told.of or "")
        sector = own if own in STATE_EMPLOYS and sector == "CVL" and is_staff(columns, i) else sector
    if columns.lemmas[i] == "peacekeeper" and not {"IGO", "EUE", None}.intersection(
        told.countries or (None,)
    ):
        sector = "MIL"  # "Fijian peacekeepers" are Fiji's soldiers
    told_alone = told.of is None and told.end == i + 1
    employed = sector_employed(columns, i) if told_alone else None
    sector = employed or sector
    if sector in _ENGAGED and _engaged_by_union(columns, index, i):
        sector = "IGO"
    owned = not {"PRP$", "POS"}.isdisjoint(columns.tags[start:i])
    commanded = owned and columns.lemmas[i] == "man"  # "his men" are whatever he leads
    countries = () if sector == "REB" else told.countries or _seated(columns, told, start, i)
    of_group = told.of is not None and told.of.startswith("group:") and told.end == i + 1
    if of_group:
        sector, countries = "REB", ()
    group = told.of if of_group and plural and told.of is not None else ""
    of = told.of
    if of is not None and not told.countries and len(countries) == 1 and of.startswith("org:"):
        of = body_id(countries[0], of.removeprefix("org:"))  # "a police source in Oslo"
    return Draft(
        start=start,
        end=told.end,
        head=outer_head(columns, start, i + 1, i),
        form=MentionForm.NOMINAL,
        need=Need.OFFICE if _points(columns, start, plural) and not group else Need.NOTHING,
        name=without_article(columns, start, told.end),
        id=group or _unnamed_id(columns, start, i, told, of),
        kind=PartyKind.GROUP if group else PartyKind.UNKNOWN,
        country=countries[0] if len(countries) == 1 else None,
        sector=None
        if commanded
        or _is_armed_side(columns, i)
        or _is_of_a_wing(columns, start, i)
        or is_unsided(columns, i)
        or _fight_for_somebody(columns, told, start, i)
        else sector,
        role=None if sector in _NOT_IN_POWER else columns.told(_uncounted(columns, told.core, i), i + 1),
        of=of or (None if told.countries or not countries else countries[0]),
        plural=plural,
        key=columns.lemmas[i],
        several=countries if len(countries) > 1 and plural else (),
    )


def _uncounted(columns: Columns, start: int, i: int) -> int:
    """Return where a role begins behind how many have it: "two [traders]", "twenty-one [traders]"."""
    while start < i and (columns.tags[start] == "CD" or columns.words[start] == "-"):
        start += 1
    return start


def _is_of_a_wing(columns: Columns, start: int, i: int) -> bool:
    """Tell whether extremists are told by their politics, which tells no rebels: "far-right [extremists]"."""
    wing = {"wing", "right", "left"}.intersection(columns.lower[start:i])
    return columns.lemmas[i] == "extremist" and bool(wing)


def _is_armed_side(columns: Columns, i: int) -> bool:
    """Tell whether people are told by whom they fight for or by their dress: "men [loyal to] the colonel"."""
    after = columns.lower[i + 1 : i + 6]
    return after[:2] == ["loyal", "to"] or (
        after[:1] == ["in"] and bool({"uniform", "uniforms"} & set(after))
    )


def _fight_for_somebody(columns: Columns, told: Description, start: int, i: int) -> bool:
    """Tell whether fighters are only told by a state, for which they may fight: "Norlandic [fighters]"."""
    sided = any(
        word == "opposition" or roles().unnamed.get(word) == "REB" for word in columns.lemmas[start:i]
    )
    return columns.lemmas[i] == "fighter" and bool(told.countries) and not sided


_ENGAGED = frozenset({"CVL", "HLH", "JUD", "EDU"})

_ENGAGING = frozenset({"commission", "appoint", "mandate", "hire", "send", "task", "name", "dispatch"})


def _engaged_by_union(columns: Columns, index: HitIndex, i: int) -> bool:
    """Tell whether people work for a body of states: "experts [commissioned by the UN]"."""
    if columns.lemmas[i + 1 : i + 2] == [] or columns.lemmas[i + 1] not in _ENGAGING:
        return False
    by = columns.lower[i + 2 : i + 4]
    hit = index.at(i + 3 + (by[1:] == ["the"])) if by[:1] == ["by"] and i + 4 < len(columns) else None
    return hit is not None and hit.known.country == "IGO"


def begins_name(columns: Columns, index: HitIndex, i: int) -> bool:
    """Tell whether a capitalised plural begins a body's name: "[Citizens] for Clean Harbours"."""
    follows = columns.words[i + 2 : i + 3]
    return (
        columns.words[i][:1].isupper()
        and columns.tags[i] in ("NNS", "NNPS")
        and columns.lower[i + 1 : i + 2] in (["for"], ["against"])
        and bool(follows)
        and follows[0][:1].isupper()
        and index.at(i + 2) is None
    )


_AT_HOME = frozenset({"official", "authority", "lawmaker", "prosecutor", "judge", "investigator", "minister"})

_FROM_ELSEWHERE = frozenset(
    {
        "western",
        "foreign",
        "european",
        "african",
        "arab",
        "asian",
        "international",
        "allied",
        "regional",
        "un",
        "aid",
    }
)


def _seated(columns: Columns, told: Description, start: int, i: int) -> tuple[str, ...]:
    """Return the state whose capital people in power are told to be in.

    "Officials in Warsaw", "a government source in Lisbon", "a police officer in Rome".
    """
    words = columns.lower[start : i if told.of is None else told.core]
    of_body = told.of is not None and told.of.removeprefix("org:").split("-")[-1] not in _OF_STATES
    several = columns.lower[i + 3 : i + 4] in (["and"], ["or"])  # "in Rome and Oslo"
    if of_body or several or not _is_in_power(columns, start, i):
        return ()
    foreign = _FROM_ELSEWHERE.intersection(words) - ({"foreign"} if told.of is not None else set())
    country = capital_after(columns, i + 1) or _capital_meant(columns, i + 1)
    return () if foreign or country is None else (country,)


def _capital_meant(columns: Columns, at: int) -> str | None:
    """Return the state whose capital a sentence named, where "there" at a token can mean no other place."""
    if columns.lower[at : at + 1] != ["there"]:
        return None
    first = columns.sentences.index(columns.sentences[at])
    places = [i for i in range(first, at) if columns.lower[i] == "in" and columns.words[i + 1][:1].isupper()]
    return capital_after(columns, places[0]) if len(places) == 1 else None


_OF_STATES = frozenset({"ministry", "police", "parliament"})
"""Bodies told without a state that are of the one in whose capital somebody of theirs is."""


def _is_in_power(columns: Columns, start: int, i: int) -> bool:
    """Tell whether somebody is an official, or a source who is one: "a government [source]"."""
    if columns.lemmas[i] in _AT_HOME:
        return True
    official = not word_classes().official_sources.isdisjoint(columns.lower[start:i])
    return columns.lemmas[i] == "source" and official


def _points(columns: Columns, start: int, plural: bool) -> bool:
    """Tell whether a description may stand for somebody told before: "the …", or after a name's comma."""
    return columns.lower[start] == "the" or (not plural and start > 0 and columns.words[start - 1] == ",")


def office_holder(columns: Columns, index: HitIndex, i: int, first: int, sector: str) -> Draft | None:
    """Return one office holder without a name: "the Russian president", "a spokesman for the army"."""
    start = left_edge(columns, first, index, reach=i)
    told = describe(columns, index, start, i)
    if _is_own_name(columns, told.core, i) or (start == i and columns.lower[i] in _ABSTRACT):
        return None
    if start == i and _is_surname(columns, i):
        return None
    if start == first and not told.countries and columns.deps[i] not in ("nsubj", "nsubjpass", "appos"):
        return None
    of_somebody = told.of is None and columns.lower[i + 1 : i + 2] == ["of"]
    # "that country's president": whose it is would have to be told first.
    of_somebody = of_somebody or (not told.countries and told.of is None and "POS" in columns.tags[start:i])
    country = told.countries[0] if len(told.countries) == 1 else None
    of = told.of
    if country is None and of is not None and of.endswith("-ministry"):
        country = capital_after(columns, told.end)
        of = of if country is None else body_id(country, of.removeprefix("org:"))
    elif country is None and of is None and columns.lower[i] == "minister":
        country = of = next(iter(_seated(columns, told, start, i)), None)
    # "the spokesman in the media office of the council": of a body that is told, if not known.
    of_somebody = of_somebody or _works_in(columns, i + 1)
    definite = not of_somebody and told.definite and columns.lower[start] not in INDEFINITE
    need = Need.OFFICE if definite or (start and columns.words[start - 1] == ",") else Need.NOTHING
    if need is Need.NOTHING and country is None and columns.lower[i] in word_classes().mouthpieces:
        need = Need.VOICE
    sharper: str | None = sharper_sector(columns, told, first, sector)
    alone = told.of is None and told.end == i + 1
    served = (sector_served(columns, i) or sector_employed(columns, i)) if alone else None
    sharper = served or sharper
    if owns_private(columns, i):
        sharper = None
    if sharper == "REB":
        country, of = None, of if (of or "").startswith("group:") else None
    return Draft(
        start=start,
        end=told.end,
        head=outer_head(columns, start, i + 1, i),
        form=MentionForm.NOMINAL,
        need=need,
        name=without_article(columns, start, told.end),
        id=_unnamed_id(columns, start, i, told, of),
        country=country,
        sector=sector_by_body(
            sharper,
            of,
            country or (told.countries[0] if told.countries else None),
            columns.lower[i] in word_classes().anywhere,
        )
        if served is None
        else served,
        role=told.role,
        of=of,
        gender=_gender(columns.lower[i]),
        key=columns.told(told.core, i + 1).lower(),
    )


def _works_in(columns: Columns, at: int) -> bool:
    """Tell whether a body in which somebody works follows: "in the media [office]"."""
    if columns.lower[at : at + 1] not in (["in"], ["at"]):
        return False
    noun = next((j for j in range(at + 1, min(at + 5, len(columns))) if columns.tags[j].startswith("NN")), at)
    while columns.tags[noun + 1 : noun + 2] and columns.tags[noun + 1].startswith("NN"):
        noun += 1
    return sector_word(roles().bodies, columns, noun) is not None


_ABSTRACT = frozenset({"justice", "general", "chief", "head"})


def _is_own_name(columns: Columns, core: int, i: int) -> bool:
    """Tell whether a capitalised word for an office only ends a name ("the Lakeville Cardinal")."""
    if columns.tags[i] != "NNP" or core == i or columns.words[i].islower():
        return False
    office = sector_word(roles().offices, columns, i, core)
    return any(
        columns.tags[j] == "NNP"
        and columns.lower[j] not in word_classes().office_qualifiers
        and not any(sector_word(t, columns, j) for t in (roles().offices, roles().bodies, roles().state))
        and columns.lower[j] not in roles().titles
        for j in range(core, i if office is None else office[0])
    )


def _is_surname(columns: Columns, i: int) -> bool:
    """Tell whether a word for an office ends somebody's name elsewhere: "Martin Luther [King]"."""
    if columns.tags[i] != "NNP":
        return False
    same = (j for j, word in enumerate(columns.words) if word == columns.words[i] and 0 < j != i)
    return any(columns.labels[j] == columns.labels[j - 1] == "PERSON" for j in same)


def _gender(word: str) -> Gender | None:
    classes = word_classes()
    return Gender.MALE if word in classes.male else Gender.FEMALE if word in classes.female else None
