"""Parties told by a description: forces, officials, crowds, unnamed office holders, documents, pairs."""

from onrecord.codebook.bodies import called_nouns
from onrecord.codebook.roles import roles
from onrecord.codebook.wordclasses import word_classes
from onrecord.gazetteer.countries import name_of
from onrecord.reading.layers import MentionForm
from onrecord.reading.parties.columns import Columns
from onrecord.reading.parties.describe import (
    STUDENTS,
    Description,
    HitIndex,
    body_id,
    capital_after,
    describe,
    left_edge,
    of_rebels,
    outer_head,
    sector_by_body,
    sector_of_modifier,
    sector_word,
    share_edge,
)
from onrecord.reading.parties.draft import Draft, Gender, Need
from onrecord.reading.parties.lexicon import Hit, Source
from onrecord.records import PartyKind, slug

__all__ = ["find_nominals"]

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_ARTICLES = frozenset({"the", "a", "an"})
_INDEFINITE = frozenset({"a", "an", "some", "several", "many", "few", "another", "other", "no", "one", "any"})
_POINTING = frozenset({"the", "a", "its", "his", "her", "their", "this"})
_COLLECTIVE = frozenset({"people", "police", "public", "opposition"})
_IGO = frozenset({"EUE", "IGO"})
_NOT_IN_POWER = frozenset({"CVL", "REB", "CRM"})


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
    if _ends_media_name(columns, index, i):
        return None
    table = roles()
    if columns.lemmas[i] in word_classes().group_nouns and columns.tags[i] == "NN":
        return _group(columns, index, i)
    plural = columns.tags[i] in ("NNS", "NNPS") or columns.lemmas[i] in _COLLECTIVE
    state = sector_word(table.state, columns, i)
    if columns.lower[i] == "force" and _is_violence(columns, i):
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
        return _office(columns, index, i, *office)
    if unnamed is not None:
        return _unnamed(columns, index, i, *unnamed, plural=plural)
    if office is not None:
        return _unnamed(columns, index, i, *office, plural=plural)
    if columns.lemmas[i] in table.documents:
        return _document(columns, index, i)
    if columns.lemmas[i] in called_nouns() and columns.tags[i] == "NN":
        return _group(columns, index, i, Need.BODY)
    return None


def _is_violence(columns: Columns, i: int) -> bool:
    """Tell whether force is what somebody uses, and nobody: "excessive [force]", "the [force] of arms"."""
    of_arms = columns.lower[i + 1 : i + 3] == ["of", "arms"]
    return of_arms or (i > 0 and columns.lower[i - 1] in _VIOLENT)


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
    return Draft(
        start=start,
        end=i + 1,
        head=i,
        form=MentionForm.NOMINAL,
        need=need,
        name=_told(columns, start, i + 1),
        key=columns.lemmas[i],
    )


def _unnamed_id(columns: Columns, start: int, i: int, told: Description, of: str | None) -> str:
    """Return the id of people without a name, "" where their own words are it.

    What follows is told short: "an adviser for the children's fund" is `unknown:unicef-adviser`. Who
    holds an office of a body has the same id however it is told ("the ministry's spokesman").
    """
    if told.end == i + 1 and not (of or "").startswith("org:"):
        return ""
    if columns.tags[start] == "PRP$" or (of or "").startswith("org:"):
        start = told.core
    body = (of or "").split(":")[-1]
    return f"unknown:{slug(f'{body} {_told(columns, start, i + 1)}')}"


def _definite(columns: Columns, index: HitIndex, i: int) -> bool:
    start = left_edge(columns, i, index)
    if columns.lower[start] in _INDEFINITE:
        return False
    return columns.lower[start] == "the" or any(
        columns.tags[j] in ("POS", "PRP$") or index.at(j) is not None for j in range(start, i)
    )


def _state_power(
    columns: Columns, index: HitIndex, i: int, first: int, sector: str, *, plural: bool
) -> Draft | None:
    """Return a government, army or service; with a state's name it is that state."""
    start = left_edge(columns, first, index, reach=i)
    told = describe(columns, index, start, i)
    sector = _sharper(columns, told, first, sector)
    kind, party, country, need = PartyKind.UNKNOWN, "", None, Need.NOTHING
    name = _told(columns, start, i + 1)
    several: tuple[str, ...] = ()
    if told.of is not None and told.of.startswith("group:"):
        kind, party, sector = PartyKind.GROUP, told.of, "REB"
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
    elif columns.lower[start] not in ("a", "an", "another", "some"):
        need = Need.STATE_POWER
    if plural and told.end == i + 1 and (share := share_edge(columns, start)) < start:
        start, name = share, _told(columns, share, i + 1)
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


def _unnamed(
    columns: Columns, index: HitIndex, i: int, first: int, sector: str, *, plural: bool
) -> Draft | None:
    """Return people without a name: "two South Korean officials", "rebels"."""
    if _begins_name(columns, index, i):
        return None
    start = left_edge(columns, first, index, reach=i)
    told = describe(columns, index, start, i)
    sector = _sharper(columns, told, first, sector)
    if plural and told.end == i + 1:
        start = share_edge(columns, start)
    if sector == "OTHER" or (
        columns.lemmas[i] == "source" and columns.lower[i + 1 : i + 2] in (["of"], [":"])
    ):
        return None
    if (told.of or "").startswith("org:") or told.countries == ("IGO",):
        country = told.countries[0] if told.countries else None
        sector = sector_by_body(sector, told.of, country, False) or sector
    if sector in _ENGAGED and _engaged_by_union(columns, index, i):
        sector = "IGO"
    owned = not {"PRP$", "POS"}.isdisjoint(columns.tags[start:i])
    commanded = owned and columns.lemmas[i] == "man"  # "his men" are whatever he leads
    countries = () if sector == "REB" else told.countries or _seated(columns, told, start, i)
    of_group = told.of is not None and told.of.startswith("group:") and told.end == i + 1
    if of_group:
        sector, countries = "REB", ()
    group = told.of if of_group and plural and told.of is not None else ""
    return Draft(
        start=start,
        end=told.end,
        head=outer_head(columns, start, i + 1, i),
        form=MentionForm.NOMINAL,
        need=Need.OFFICE if _points(columns, start, plural) and not group else Need.NOTHING,
        name=_told(columns, start, told.end),
        id=group or ("" if told.end == i + 1 else _unnamed_id(columns, start, i, told, told.of)),
        kind=PartyKind.GROUP if group else PartyKind.UNKNOWN,
        country=countries[0] if len(countries) == 1 else None,
        sector=None
        if commanded or _is_armed_side(columns, i) or _is_of_a_wing(columns, start, i)
        else sector,
        role=None if sector in _NOT_IN_POWER else columns.told(told.core, i + 1),
        of=told.of or (None if told.countries or not countries else countries[0]),
        plural=plural,
        key=columns.lemmas[i],
        several=countries if len(countries) > 1 and plural else (),
    )


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


_ENGAGED = frozenset({"CVL", "JUD", "EDU"})
_ENGAGING = frozenset({"commission", "appoint", "mandate", "hire", "send", "task", "name", "dispatch"})


def _engaged_by_union(columns: Columns, index: HitIndex, i: int) -> bool:
    """Tell whether people work for a body of states: "experts [commissioned by the UN]"."""
    if columns.lemmas[i + 1 : i + 2] == [] or columns.lemmas[i + 1] not in _ENGAGING:
        return False
    by = columns.lower[i + 2 : i + 4]
    hit = index.at(i + 3 + (by[1:] == ["the"])) if by[:1] == ["by"] and i + 4 < len(columns) else None
    return hit is not None and hit.known.country == "IGO"


def _ends_media_name(columns: Columns, index: HitIndex, i: int) -> bool:
    """Tell whether a word ends the name of a newspaper or station: "the Lakeville [Observer]"."""
    if columns.lower[i] not in word_classes().media_names or columns.tags[i] != "NNP" or i == 0:
        return False
    return columns.tags[i - 1] == "NNP" and columns.words[i - 1][:1].isupper() and index.at(i - 1) is None


def _begins_name(columns: Columns, index: HitIndex, i: int) -> bool:
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


_AT_HOME = frozenset({"official", "authority", "lawmaker", "prosecutor", "judge", "investigator"})
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
    """Return the state whose capital people in power are told to be in ("officials in Warsaw")."""
    elsewhere = told.of is not None or not _FROM_ELSEWHERE.isdisjoint(columns.lower[start:i])
    country = None if elsewhere or columns.lemmas[i] not in _AT_HOME else capital_after(columns, i + 1)
    return () if country is None else (country,)


def _points(columns: Columns, start: int, plural: bool) -> bool:
    """Tell whether a description may stand for somebody told before: "the …", or after a name's comma."""
    return columns.lower[start] == "the" or (not plural and start > 0 and columns.words[start - 1] == ",")


def _office(columns: Columns, index: HitIndex, i: int, first: int, sector: str) -> Draft | None:
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
    # "the spokesman in the media office of the council": of a body that is told, if not known.
    of_somebody = of_somebody or _works_in(columns, i + 1)
    definite = not of_somebody and told.definite and columns.lower[start] not in _INDEFINITE
    need = Need.OFFICE if definite or (start and columns.words[start - 1] == ",") else Need.NOTHING
    if need is Need.NOTHING and country is None and columns.lower[i] in word_classes().mouthpieces:
        need = Need.VOICE
    sharper = _sharper(columns, told, first, sector)
    served = _sector_served(columns, i) if told.of is None and told.end == i + 1 else None
    sharper = served or sharper
    if sharper == "REB":
        country, of = None, of if (of or "").startswith("group:") else None
    return Draft(
        start=start,
        end=told.end,
        head=outer_head(columns, start, i + 1, i),
        form=MentionForm.NOMINAL,
        need=need,
        name=_told(columns, start, told.end),
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


def _sector_served(columns: Columns, i: int) -> str | None:
    """Return the sector of those without a name whom somebody speaks for: "a spokesman for the [rebels]"."""
    if columns.lower[i] not in word_classes().mouthpieces or columns.lower[i + 1 : i + 2] != ["for"]:
        return None
    noun = next((j for j in range(i + 2, min(i + _SERVED, len(columns))) if columns.heads[j] == i + 1), i)
    if columns.tags[noun] not in ("NN", "NNS") or columns.lower[i + 2] not in ("the", "a", "an"):
        return None
    found = sector_word(roles().unnamed, columns, noun)
    if found is not None and found[1] in ("REB", "OPP"):
        return found[1]
    body = sector_word(roles().bodies, columns, noun)
    return body[1] if body is not None and body[1] not in ("GOV", "BUS") else None


_SERVED = 8
"""Tokens behind a spokesman among which those stand whom he speaks for."""


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
    if columns.tags[i] != "NNP" or core == i:
        return False
    return any(
        columns.tags[j] == "NNP"
        and columns.lower[j] not in word_classes().office_qualifiers
        and not any(sector_word(t, columns, j) for t in (roles().offices, roles().bodies, roles().state))
        and columns.lower[j] not in roles().titles
        for j in range(core, i)
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


def _document(columns: Columns, index: HitIndex, i: int) -> Draft | None:
    """Return what stands for its issuer ("the statement"), or for the services of states named in it."""
    speaks = columns.deps[i] in ("nsubj", "nsubjpass", "agent")
    if not speaks and not (columns.deps[i] in ("pobj", "conj") and _according(columns, i)):
        return None
    start = left_edge(columns, i, index)
    told = describe(columns, index, start, i)
    author = next(
        (h for h in index.within(start, i) if h.known.source in _AUTHORS and h.end == told.core), None
    )
    if author is not None:
        return _of_author(columns, author, start, i)
    if columns.lemmas[i] in _OF_SEVERAL or "joint" in columns.lower[start:i]:
        return _of_several(columns, start, i)
    services = bool(told.countries) and _sharper(columns, told, i, "GOV") == "SPY"
    if not services and (columns.lower[start] not in _POINTING or columns.deps[i] == "conj"):
        return None
    if not services and columns.lower[start] == "a" and told.of is None:
        return None
    one = services and len(told.countries) == 1
    return Draft(
        start=start,
        end=i + 1,
        head=outer_head(columns, start, i + 1, i),
        form=MentionForm.NOMINAL,
        need=Need.NOTHING if services else Need.DOCUMENT,
        name=_told(columns, start, i + 1),
        id=told.countries[0] if one else "",
        kind=PartyKind.STATE if services else PartyKind.UNKNOWN,
        country=told.countries[0] if one else None,
        sector="SPY" if services else None,
        plural=columns.tags[i] == "NNS" or (services and not one),
        key=columns.lemmas[i],
        several=told.countries if services and not one else (),
    )


_AUTHORS = frozenset({Source.BODY, Source.SEAT, Source.OWN})
_OF_SEVERAL = frozenset({"communique", "communiqué"})


def _of_author(columns: Columns, author: Hit, start: int, i: int) -> Draft:
    """Return a body that speaks through "a United Nations report"."""
    known = author.known
    return Draft(
        start=start,
        end=i + 1,
        head=outer_head(columns, start, i + 1, i),
        form=MentionForm.NOMINAL,
        need=Need.NOTHING,
        name=columns.told(author.start, author.end),
        id=known.id,
        kind=known.kind,
        country=known.country,
        sector=known.sector,
        of=known.of or (known.country if known.id.startswith("org:") else None),
    )


def _of_several(columns: Columns, start: int, i: int) -> Draft:
    """Return the two states that speak through "a joint statement" or a communique."""
    return Draft(
        start=start,
        end=i + 1,
        head=outer_head(columns, start, i + 1, i),
        form=MentionForm.NOMINAL,
        need=Need.BOTH,
        name=_told(columns, start, i + 1),
        plural=True,
        key="country",
    )


def _according(columns: Columns, i: int) -> bool:
    """Tell whether a noun, or what it is joined to, follows "according to"."""
    while columns.deps[i] == "conj" and columns.heads[i] != i:
        i = columns.heads[i]
    return "according" in (columns.lower[columns.heads[i]], columns.lower[columns.heads[columns.heads[i]]])


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
    while columns.deps[i] == "conj" and columns.heads[i] != i:
        i = columns.heads[i]
    return columns.deps[i] == "nsubj"


def _told(columns: Columns, start: int, end: int) -> str:
    return columns.told(start + (columns.lower[start] in _ARTICLES), end)


def _rebels(columns: Columns, core: int, i: int) -> bool:
    return any(roles().unnamed.get(word) == "REB" for word in columns.lemmas[core:i])


def _fights_government(columns: Columns, index: HitIndex, start: int, i: int) -> bool:
    """Tell whether a force is told by the government or leader that it is against: "anti-Cole forces"."""
    against = next((j + 2 for j in range(start, i - 2) if columns.lower[j] == "anti"), i)
    leader = index.at(against) is None and columns.words[against][:1].isupper()
    return against < i and (leader or columns.lower[against] in _GOVERNING)


_GOVERNING = frozenset({"government", "regime", "junta", "coup"})


def _sharper(columns: Columns, told: Description, first: int, sector: str) -> str:
    """Return the sector of a modifier that says more than the head ("military officials")."""
    if columns.lemmas[first] in STUDENTS:
        return sector  # "military experts" are no soldiers
    for j in range(first - 1, told.core - 1, -1):
        found = sector_of_modifier(columns, j, columns.lemmas[j], columns.lower[j])
        if found is not None:
            return "REB" if found == "MIL" and of_rebels(columns, told.core, j) else found
    return sector
