"""Which person a name means."""

from dataclasses import replace

from onrecord.codebook.bodies import sector_of_body
from onrecord.codebook.roles import roles
from onrecord.codebook.wordclasses import word_classes
from onrecord.reading.layers import Mention
from onrecord.reading.parties.body_just_told import body_just_told
from onrecord.reading.parties.body_names import body_id
from onrecord.reading.parties.cast import Person, long_surnames
from onrecord.reading.parties.describe import is_speaker
from onrecord.reading.parties.draft import Draft
from onrecord.reading.parties.telling import Telling
from onrecord.records import Party, PartyKind, Span, slug

__all__ = ["RULERS", "as_person", "body_ending", "person_named", "with_state"]

# Sectors whose office holders speak for a state.
_OF_A_STATE = frozenset({"GOV", "MIL"})
_KIN_REACH = 3
"""Tokens before a full name among which a word of kin says whose relative it is."""
_KNOWN_TO_ALL = 3
"""Bare surnames before a full name that show that somebody else is meant; fewer are headline and caption."""


def person_named(telling: Telling, draft: Draft) -> Party:
    """Return the person a name means; kind unknown when several fit."""
    found = tuple(p for p in telling.cast.called(draft) if _can_be_called(telling, p, draft))
    if not found:
        return with_state(telling, draft, replace(telling.plain(draft), id=f"person:{slug(draft.name)}"))
    person = found[0] if len(found) == 1 else _which(telling, draft, found)
    if person is None:
        return replace(telling.plain(draft), kind=PartyKind.UNKNOWN)
    how = "bare name resolved to the full name" if draft.name != person.name else None
    return with_state(telling, draft, as_person(telling, draft, person, how))


def _can_be_called(telling: Telling, person: Person, draft: Draft) -> bool:
    """Tell whether a bare name can mean a person; by a first name only one who is named in full before.

    By a surname not one of the other gender, nor one who is named in full only after somebody else was
    called so: time and again, or the one whose kin it is ("President Marsh …, his wife, Laura Marsh").
    """
    if draft.name != person.name and draft.name == person.name.split()[-1]:
        if None not in (draft.gender, person.gender) and draft.gender is not person.gender:
            return False
        if person.first.start > draft.start and _called_before(telling, person, draft.name):
            return False
        own = f"person:{slug(draft.name)}"
        return all(m.party.id != own for m in telling.done)
    by_first = draft.name == person.name.split()[0] and draft.name != person.name.split()[-1]
    return not by_first or person.first.start <= draft.start


def _called_before(telling: Telling, person: Person, surname: str) -> bool:
    """Tell whether somebody known to all is called by a surname before a person who bears it is named."""
    before = [d for d in telling.later if d.name == surname and d.start < person.first.start]
    around = telling.columns.lower[max(0, person.first.start - _KIN_REACH) : person.first.end]
    return len(before) >= (1 if not word_classes().kin.isdisjoint(around) else _KNOWN_TO_ALL)


def as_person(telling: Telling, draft: Draft, person: Person, how: str | None) -> Party:
    elsewhere = person.told if draft.country is None and person.told is not None else person.first
    here = elsewhere.start == draft.start
    weak = person.role is not None and (draft.role or "").split()[-1:] == ["politician"]
    if how is None and draft.country is None and person.country is not None and not here:
        how = "country and office from another mention"
    return Party(
        name=person.name,
        id=person.id,
        kind=PartyKind.PERSON,
        country=draft.country or person.country,
        sector=person.sector if weak else draft.sector or person.sector,
        role=person.role if weak else draft.role or person.role,
        of=draft.of or person.of,
        span=telling.span(draft),
        mention=None if here or how is None else telling.span(elsewhere),
        inferred=None if here else how,
    )


def with_state(telling: Telling, draft: Draft, party: Party) -> Party:
    """Give an office holder without a told state that of an earlier mention, or the one that acts here.

    "Norway has sent help, Defense Minister K. L. said": the minister is Norway's. The state that acts before
    tells it only where a person is met first; by then, others act.
    """
    if party.country is not None or party.role is None:
        return party
    met = False
    for mention, _ in telling.backwards():
        met = met or mention.party.id == party.id
        if mention.party.id == party.id and mention.party.country is not None:
            return replace(
                party,
                country=mention.party.country,
                of=party.of or mention.party.of,
                mention=mention.party.mention or mention.party.span,
                inferred=mention.party.inferred or "country and office from another mention",
            )
    if party.of is not None:
        of_body = _with_state_of_body(telling, draft, party, party.of)
        if of_body is not None:
            return of_body
    elif not met and (body := body_just_told(telling, draft)) is not None:
        return _serving(party, body)
    if party.sector not in _OF_A_STATE:
        return party
    place = telling.place_told(draft) if party.of is None and not met else None
    if place is not None and _speaks_there(telling, draft, place):
        return replace(
            party,
            country=place.country,
            of=place.country,
            mention=telling.span(place),
            inferred="state from the place told first",
        )
    state, how = None, "state from the subject of what the office holder says"
    if party.sector == "GOV":  # generals speak of other states
        state = telling.state_spoken_of(draft.head)
    if state is None and not met:
        state, how = _acting_before(telling, draft), "state of the party that acts just before"
    if state is None:
        return party
    of = state[0] if party.of is None else body_id(state[0], party.of.removeprefix("org:"))
    return replace(party, country=state[0], of=of, mention=state[1], inferred=how)


def _speaks_there(telling: Telling, draft: Draft, place: Draft) -> bool:
    """Tell whether an officer acts right behind the place told first: "In Norway, General Bo Lind said".

    Ministers and rulers without a state may be guests there.
    """
    columns = telling.columns
    between = columns.words[place.end : draft.start]
    return draft.sector == "MIL" and columns.deps[draft.head] == "nsubj" and between in ([], [","])


def _serving(party: Party, body: Party) -> Party:
    """Return an office holder as one of a body told just before."""
    return replace(
        party,
        of=body.id,
        country=body.country,
        sector=body.sector or party.sector,
        mention=body.mention or body.span,
        inferred="the body that acts just before",
    )


def _with_state_of_body(telling: Telling, draft: Draft, party: Party, of: str) -> Party | None:
    """Return an office holder with the state of the body served; None where the body's state is not told."""
    if not of.startswith("org:"):
        return party
    body = body_ending(telling, of)
    if body is not None and _is_told_with_state(telling, draft, body, of):
        return replace(party, of=body.party.id, country=body.party.country)
    if of in sector_of_body():
        return party
    place = telling.place_told(draft)
    if place is None:
        return None
    return replace(
        party,
        of=body_id(place.id, of.removeprefix("org:")),
        country=place.id,
        mention=telling.span(place),
        inferred="state from the place told first",
    )


def _is_told_with_state(telling: Telling, draft: Draft, body: Mention, of: str) -> bool:
    """Tell whether a body told before is the one that an office holder of such a body serves.

    Not the police a pronoun gave to a state ("rifles for [its police]"), nor, far above, one of several
    states' ministries.
    """
    columns = telling.columns
    if columns.tags[body.start] == "PRP$":
        return False
    tail = of.removeprefix("org:")
    states = {m.party.country for m in telling.done if m.party.id.endswith(f"-{tail}")}
    near = columns.paragraphs[draft.start] - columns.paragraphs[body.start] <= 1
    return near or len(states) == 1


def _acting_before(telling: Telling, draft: Draft) -> tuple[str, Span] | None:
    """Return the state that acts in the words before an office holder speaks, and where it stands.

    "Norway denied it. 'Nobody left,' spokesman A. B. said." Nothing for whoever only is spoken of, nor for
    rulers, whose state an article leaves out because everyone knows it.
    """
    columns = telling.columns
    speaks = is_speaker(columns, draft.head)
    on_others = columns.lemmas[columns.heads[draft.head]] in word_classes().on_others
    role = draft.role.lower().split() if draft.role is not None else []
    title = {word.rstrip(".") for word in columns.lower[draft.start : draft.end]}
    titled = bool(role) and (role[-1] in title or role[-1] in word_classes().mouthpieces)
    if not (speaks or on_others) or not titled or role[-1] in RULERS or role[-2:] == ["prime", "minister"]:
        return None
    acting = None if telling.opens_with_place(draft) else telling.acting_before(draft)
    if acting is None or acting.party.country is None or acting.party.span is None:
        return None
    if _is_guest(acting.party):
        return None  # others' ministers are not his
    if _is_another_told_since(telling, draft, acting) or _is_abroad(telling, draft, acting):
        return None
    on_another = columns.deps[draft.head] == "nsubj" and not _is_told_of(telling, draft, acting.party.country)
    if not speaks and not on_another:
        return None
    return acting.party.country, acting.party.span


def _is_guest(party: Party) -> bool:
    """Tell whether an envoy, an embassy or somebody of one acts, who is a guest where he speaks."""
    envoy = not word_classes().envoys.isdisjoint(str(party.role).lower().split()[-1:])
    bodies = (str(party.id), str(party.of))
    return envoy or any(
        body.endswith(f"-{slug(word)}") for body in bodies for word in word_classes().missions
    )


def _is_abroad(telling: Telling, draft: Draft, acting: Mention) -> bool:
    """Tell whether who acts is another state than that of the dateline, of which an officer may be.

    So may a minister or governor; who speaks for somebody without a word of whom, speaks for who acts.
    """
    home = telling.home
    speaks_for = not word_classes().mouthpieces.isdisjoint(str(draft.role).lower().split()[-1:])
    may_be = draft.sector == "MIL" or not speaks_for
    return may_be and home is not None and home.country not in (None, acting.party.country)


def _is_another_told_since(telling: Telling, draft: Draft, acting: Mention) -> bool:
    """Tell whether another state is named in the sentences after that of the state that acts."""
    columns = telling.columns
    here, there = columns.sentences[draft.start], columns.sentences[acting.start]
    return any(
        m.party.kind is PartyKind.STATE and m.party.country != acting.party.country
        for m in telling.done
        if there < columns.sentences[m.start] < here and not columns.quoted[m.start]
    )


def _is_told_of(telling: Telling, draft: Draft, state: str) -> bool:
    """Tell whether somebody speaks of a state in his sentence, as who accuses it does."""
    columns = telling.columns
    here = (d for d in telling.later if columns.sentences[d.start] == columns.sentences[draft.start])
    return any(d.country == state and d.start != draft.start for d in here)


def body_ending(telling: Telling, short: str) -> Mention | None:
    """Return the body named before whose id ends like a short one ("org:department")."""
    tail = short.removeprefix("org:")
    for mention, _ in telling.backwards():
        if mention.party.kind is PartyKind.ORGANISATION and mention.party.id.endswith("-" + tail):
            return mention
    return None


def _which(telling: Telling, draft: Draft, found: tuple[Person, ...]) -> Person | None:
    """Tell apart persons who share a name: by title or state, else the one who was last called so or acted.

    A relative named in passing, or called by the first name alone, does not take the bare surname over. Whom
    "the younger Cole" means is left open.
    """
    if draft.gender is not None and sum(p.gender is draft.gender for p in found) == 1:
        return next(p for p in found if p.gender is draft.gender)
    if not word_classes().of_two_generations.isdisjoint(telling.columns.lower[draft.start - 1 : draft.head]):
        return None
    if draft.country is not None:
        fitting = [p for p in found if p.country == draft.country]
        if len(fitting) == 1:
            return fitting[0]
    if draft.role is not None:
        fitting = [p for p in found if p.role is not None and p.role.lower() == draft.role.lower()]
        return fitting[0] if len(fitting) == 1 else None
    titled = [p for p in found if _title(telling, draft) & _title(telling, p.first)]
    if len(titled) == 1:
        return titled[0]
    before = [p for p in found if p.first.start < draft.start]
    before = [p for p in before if p.name.split()[-1] == draft.name] or before
    full = None
    for mention, other in telling.backwards():
        for person in before:
            called = (draft.name, person.name, *long_surnames(person.name))
            if mention.party.id != person.id or other.name not in called:
                continue
            if other.name == draft.name or telling.is_subject(mention):
                return person
            near = telling.columns.sentences[mention.start] >= telling.columns.sentences[draft.start] - 1
            full = full or (person if near else None)
    return full or (before[0] if before else None)


def _title(telling: Telling, draft: Draft) -> frozenset[str]:
    """Return the titles before a name that tell its bearer from others: "[Sheikh] Ali"; all may be "Mr."."""
    told = roles().titles & frozenset(telling.columns.lower[draft.start : draft.end])
    return frozenset(told - word_classes().courtesy)


# "The Russian leader" may be a president; whoever leads a state is called so.
RULERS = frozenset({"leader", "dictator", "ruler", "strongman", "president", "premier", "chancellor", "king"})
