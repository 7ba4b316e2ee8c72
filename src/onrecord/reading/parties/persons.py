"""Persons by name: where the name stands, and what office the words around it give."""

from collections import Counter
from dataclasses import replace

from onrecord.codebook.bodies import sector_of_body
from onrecord.codebook.given_names import gender_of_name
from onrecord.codebook.roles import roles
from onrecord.codebook.wordclasses import word_classes
from onrecord.reading.layers import MentionForm
from onrecord.reading.parties.body_sectors import sector_by_body
from onrecord.reading.parties.columns import Columns
from onrecord.reading.parties.describe import (
    Description,
    describe,
    left_edge,
    outer_head,
    sector_word,
)
from onrecord.reading.parties.draft import Draft, Gender, Need
from onrecord.reading.parties.human_names import (
    is_full_name,
    is_lone_person,
    is_surname,
    label_votes,
    surnames_of,
)
from onrecord.reading.parties.kinds import Kinds
from onrecord.reading.parties.lexicon import HitIndex
from onrecord.reading.parties.name_runs import is_office_or_title, name_runs
from onrecord.reading.parties.offices import (
    apposition,
    cut_off_rank,
    ends_title,
    is_rank,
    is_rebels,
    is_title,
    office_before,
    office_of,
    possessor,
    sector_of_office,
    speaks_for_rebels,
)
from onrecord.reading.parties.owners import OF_CLUBS_TOO
from onrecord.reading.parties.ships import names_thing
from onrecord.reading.parties.states import told_as_place
from onrecord.records import PartyKind

__all__ = ["find_persons"]


def find_persons(columns: Columns, index: HitIndex, kinds: Kinds) -> tuple[Draft, ...]:
    """Return the named persons of an article, in order; states and bodies known by name are none of them.

    Args:
        columns: The article.
        index: Known names.
        kinds: What the article tells of its names.
    """
    runs = [run for run in name_runs(columns, index) if columns.told(*run) not in kinds.bodies]
    votes = label_votes(columns, runs)
    for name in kinds.persons:
        votes[name]["TOLD"] += 1
    surnames = surnames_of(columns, runs, votes) | kinds.persons
    things = {columns.told(*run) for run in runs if names_thing(columns, *run)}
    drafts: list[Draft] = []
    for start, end in runs:
        if columns.told(start, end) in things:
            continue
        draft = _person(columns, index, start, end, votes, surnames)
        if draft is not None:
            drafts.append(draft)
    return tuple(drafts)


def _is_called_after(columns: Columns, title: int, end: int) -> bool:
    """Tell whether a titled name is only whom a body is called after: "the King Lind Trust"."""
    named = columns.words[title][:1].isupper() and columns.lower[title - 1 : title] == ["the"]
    last = end - 1 if columns.lower[end - 1] in word_classes().called_after else end
    behind = columns.words[last : last + 1]
    return named and bool(behind) and behind[0].istitle() and behind[0].lower() in word_classes().called_after


def _person(
    columns: Columns,
    index: HitIndex,
    start: int,
    end: int,
    votes: dict[str, Counter[str]],
    surnames: frozenset[str],
) -> Draft | None:
    before_name = start - 2 if cut_off_rank(columns, start) else start - 1
    of_office = office_of(columns, index, start, end)
    before_name = before_name if of_office is None else of_office
    titled = start > 0 and not columns.closed[start - 1] and is_office_or_title(columns, before_name)
    titled = titled and columns.tags[before_name] in ("NN", "NNP", "JJ", "VBG")
    titled = titled and ends_title(columns, before_name)
    if titled and _is_called_after(columns, before_name, end):
        return None
    if titled and columns.lower[before_name] == "fellow" and columns.tags[end - 1] == "NNPS":
        return None  # "fellow [Republicans]"
    name = columns.told(start, end)
    if titled and columns.lower[before_name] in ("former", "late") and set(votes[name]) == {"GPE"}:
        return None  # "former Pennsylvania governor"
    alone = sum(columns.words[i] != "-" for i in range(start, end)) == 1 and end - start == 1
    if not titled:
        if alone:
            if name not in surnames and not is_lone_person(columns, start, votes[name]):
                return None
        elif not is_full_name(columns, start, end, votes) and not is_surname(columns, start, end, surnames):
            return None
    if not titled and _is_of_several(columns, start, end):
        return None
    if sector_word(roles().state, columns, end - 1, start) is not None:
        return None  # "a retired [Air Force] general"
    if not titled and told_as_place(columns, columns.words[start:end]):
        return None
    if start > 0 and columns.words[start - 1] == "/":
        return None  # the credit of a picture
    if end - start > 1 and columns.lower[end - 1] in word_classes().firm_names:
        return None  # "Harbour [Coal]"
    if end - start > 1 and len(set(columns.words[start:end])) == 1:
        return None  # a name printed twice, as after a caption
    surname = titled and columns.lower[before_name] in word_classes().courtesy
    if len(name) < 2 or (columns.lower[start] in word_classes().office_qualifiers and alone and not surname):
        return None
    prefix = left_edge(columns, before_name, index, reach=end - 1) if titled else start
    if not titled:
        prefix = possessor(columns, index, start)
    office = describe(columns, index, prefix, before_name) if titled else None
    if office is not None and _only_follows_body(columns, office, prefix, before_name):
        office = replace(office, role="", of=None, countries=())
    if office is not None and of_office is not None:
        office = replace(office, role=columns.told(office.core, start))
    ends = start if of_office is None else of_office + 1
    ranked = titled and is_rank(columns, before_name) and office is not None and not office.countries
    bare = prefix if ranked else start
    before = None if titled > ranked or prefix < bare else office_before(columns, index, bare, end)
    if before is not None:
        prefix, office, ends = before
    if office is None and prefix < start:
        hits = index.within(prefix, start)
        told = tuple(hit.known.country for hit in hits if hit.known.country)
        last = hits[-1]
        office = Description(start, "", told, last.known.id, (last.start, last.end), True, start)
    after = (
        apposition(columns, index, end) if office is None or not office.role or not office.countries else None
    )
    head = outer_head(columns, prefix, end)
    return _draft(columns, prefix, start, end, head, name, office, after, ends)


def _only_follows_body(columns: Columns, office: Description, prefix: int, title: int) -> bool:
    """Tell whether a courtesy title only follows a body's name: "… on BBC Lakeshire [Ms] Cole said"."""
    courtesy = columns.lower[title] in roles().titles and sector_of_office(columns, prefix, title + 1) is None
    return courtesy and (office.of or "").startswith("org:") and "POS" not in columns.tags[prefix:title]


def _draft(
    columns: Columns,
    prefix: int,
    start: int,
    end: int,
    head: int,
    name: str,
    office: Description | None,
    after: tuple[Description, str | None] | None,
    title_end: int,
) -> Draft:
    role = country = of = sector = None
    if office is not None:
        role = None if is_title(office.role) else office.role
        of = office.of
        # "By the CNN staff Libyan leader Cole": of the state that is told last, right before the office.
        country = of if of in office.countries else next(iter(office.countries), None)
        sector = sector_of_office(columns, prefix, title_end) if role else None
    if after is not None:
        told, after_sector = after
        role = role or told.role
        country = country or (told.countries[0] if told.countries else None)
        of = of or told.of
        sector = sector or after_sector
    if role is None and of is not None and sector_of_body().get(of) in ("MED", "IGO"):
        sector = sector_of_body()[of]  # "CNN's Ann Cole"
    last = str(role).split()[-1].lower() if role else ""
    anywhere = last in word_classes().anywhere
    if columns.tags[prefix] == "PRP$" and last in OF_CLUBS_TOO and country is None:
        sector = None  # "its president" may be a union's
    sector = (
        "REB"
        if speaks_for_rebels(columns, start if columns.words[start - 1] == "," else prefix, end)
        or is_rebels(columns, prefix, title_end)
        else sector_by_body(sector, of, country, anywhere)
    )
    return Draft(
        start=prefix,
        end=end,
        head=head,
        form=MentionForm.NAME,
        need=Need.PERSON,
        name=name,
        kind=PartyKind.PERSON,
        country=country,
        sector=sector,
        role=role,
        of=of,
        gender=_gender(columns, prefix, start, end),
        bare=role is None and end - start == 1,
    )


def _gender(columns: Columns, prefix: int, start: int, end: int) -> Gender | None:
    """Return what the title tells, else the given name of a name in full."""
    classes, titles = word_classes(), set(columns.lower[prefix:start])
    article = columns.lower[start] in ("al", "el") and columns.words[start + 1 : start + 2] == ["-"]
    given = columns.lower[start] if end - start > 1 and not article else ""
    if titles & classes.male or titles & classes.female:
        return Gender.MALE if titles & classes.male else Gender.FEMALE
    told = gender_of_name(given)
    return None if told is None else Gender(told)


def _is_of_several(columns: Columns, start: int, end: int) -> bool:
    """Tell whether a plural name is of things: "the Battleground [States]", not "Zubeno [Waters] said"."""
    plural = columns.tags[end - 1] == "NNPS" and gender_of_name(columns.lower[start]) is None
    named_as_things_are = start > 0 and columns.lower[start - 1] in ("the", "'s", "’s")
    return plural and named_as_things_are
