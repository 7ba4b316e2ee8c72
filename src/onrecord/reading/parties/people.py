"""Which person a name or an office means."""

from dataclasses import replace

from onrecord.codebook.bodies import known_bodies, sector_of_body
from onrecord.codebook.roles import roles
from onrecord.codebook.wordclasses import word_classes
from onrecord.reading.layers import Mention, MentionForm
from onrecord.reading.parties.body_just_told import body_just_told
from onrecord.reading.parties.body_names import body_id
from onrecord.reading.parties.cast import Person, long_surnames
from onrecord.reading.parties.describe import is_speaker
from onrecord.reading.parties.described import body_called
from onrecord.reading.parties.draft import Draft
from onrecord.reading.parties.human_names import APPOSITION_REACH
from onrecord.reading.parties.offices import acts_itself
from onrecord.reading.parties.telling import Telling
from onrecord.records import Party, PartyKind, Span, slug

__all__ = ["office_holder", "person_named", "voice"]

# Sectors whose office holders speak for a state.
_OF_A_STATE = frozenset({"GOV", "MIL"})
_KIN_REACH = 3
"""Tokens before a full name among which a word of kin says whose relative it is."""
_KNOWN_TO_ALL = 3
"""Bare surnames before a full name that show that somebody else is meant; fewer are headline and caption."""
_ONE_OF_MANY = frozenset({"a", "an", "another", "one"})


def person_named(telling: Telling, draft: Draft) -> Party:
    """Return the person a name means; kind unknown when several fit."""
    found = tuple(p for p in telling.cast.called(draft) if _can_be_called(telling, p, draft))
    if not found:
        return _with_state(telling, draft, replace(telling.plain(draft), id=f"person:{slug(draft.name)}"))
    person = found[0] if len(found) == 1 else _which(telling, draft, found)
    if person is None:
        return replace(telling.plain(draft), kind=PartyKind.UNKNOWN)
    how = "bare name resolved to the full name" if draft.name != person.name else None
    return _with_state(telling, draft, _as_person(telling, draft, person, how))


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


def _as_person(telling: Telling, draft: Draft, person: Person, how: str | None) -> Party:
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


def _with_state(telling: Telling, draft: Draft, party: Party) -> Party:
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
    body = _body_ending(telling, of)
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
    if not (speaks or on_others) or not titled or role[-1] in _RULERS or role[-2:] == ["prime", "minister"]:
        return None
    acting = None if telling.opens_with_place(draft) else telling.acting_before(draft)
    if acting is None or acting.party.country is None or acting.party.span is None:
        return None
    if _is_another_told_since(telling, draft, acting):
        return None
    on_another = columns.deps[draft.head] == "nsubj" and not _is_told_of(telling, draft, acting.party.country)
    if not speaks and not on_another:
        return None
    return acting.party.country, acting.party.span


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


def _body_ending(telling: Telling, short: str) -> Mention | None:
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


def office_holder(telling: Telling, draft: Draft) -> Party:
    """Return whom an office without a name means: a person named, one described before, or the office."""
    draft = _of_body_told(telling, draft)
    last = draft.key.split()[-1] if draft.key else ""
    if telling.done and telling.columns.words[draft.start - 1] == ",":
        before = telling.done[-1]
        named = before.party.kind is PartyKind.PERSON and before.form is MentionForm.NAME
        kept = telling.columns.tags[draft.start] != "PRP$" or telling.columns.deps[draft.head] == "appos"
        kept = kept and not acts_itself(telling.columns, draft.start - 1, draft.head)
        if before.end == draft.start - 1 and named and kept and not draft.plural:
            return telling.same_as(draft, before.party, "the office follows the name")
    if last in word_classes().kin:
        return telling.plain(draft)
    one_of_many = telling.columns.lower[draft.start] in _ONE_OF_MANY
    voice_for_body = last == "representative" or last in word_classes().mouthpieces
    told_apart = draft.country is None and len(draft.name.split()) > 1  # "a tribal leader"
    one_unnamed = one_of_many and (draft.of or voice_for_body or told_apart)
    person = None if one_unnamed else _holder(telling, draft, last)
    if person is not None and not _described_since(telling, draft, last, person):
        holder = _as_person(telling, draft, person, "the holder of that office named in the article")
        return _with_state(telling, draft, holder)
    told_apart = one_of_many or _is_of_another(telling, draft)
    if draft.country is None and draft.of is None and not told_apart:
        for mention, other in telling.backwards():
            same = other.key and other.key.split()[-1] == last and other.plural == draft.plural
            same = same and _standing(other.name) == _standing(draft.name)
            same = same and not (_is_owned(telling, draft) and _is_one_of_many(telling, other))
            if same and _counts_differ(draft.name, other.name):
                continue
            if same and other.form is MentionForm.NOMINAL and _is_of_several(telling, mention):
                return telling.plain(draft)
            if same and other.form is MentionForm.NOMINAL and _names_in(telling, draft, other.name):
                return telling.same_as(draft, mention.party, "the one described so before")
    if not draft.plural and last in word_classes().held_by_one and (draft.country or draft.of):
        of = (draft.of or draft.country or "").removeprefix("org:").lower()
        return replace(
            telling.plain(draft),
            id=f"office:{slug(of + ' ' + draft.key)}",
            kind=PartyKind.OFFICE,
            of=draft.of or draft.country,
        )
    return telling.plain(draft)


def _is_owned(telling: Telling, draft: Draft) -> bool:
    return telling.columns.tags[draft.start] == "PRP$"


def _is_one_of_many(telling: Telling, draft: Draft) -> bool:
    """Tell whether a family or crew is one of several: "[one family] fled" is not "her family said"."""
    columns = telling.columns
    several = columns.lemmas[draft.head] in word_classes().collectives
    return several and columns.lower[draft.start] in ("one", "another")


def _is_of_another(telling: Telling, draft: Draft) -> bool:
    """Tell whether words of its own tell whose somebody is: "the family [of a guard who drowned]"."""
    return "of" in telling.columns.lower[draft.head + 1 : draft.head + 2]


def _counts_differ(name: str, told: str) -> bool:
    """Tell whether two descriptions count otherwise: "the [80] people" are not "a further [18] people"."""
    counted, before = ({w for w in text.split() if w[:1].isdigit()} for text in (name, told))
    return bool(counted and before) and counted.isdisjoint(before)


def _is_of_several(telling: Telling, mention: Mention) -> bool:
    """Tell whether somebody is told of several states, of which his name has the first alone.

    "The leaders of [Norland], Sudmark and Estmark".
    """
    columns = telling.columns
    states = [i for i in range(mention.head + 1, mention.end) if columns.deps[i] == "pobj"]
    behind = range(mention.end, min(mention.end + APPOSITION_REACH, len(columns)))
    return any(
        columns.deps[i] == "conj" and columns.heads[i] in states and columns.labels[i] == "GPE"
        for i in behind
    )


def _names_in(telling: Telling, draft: Draft, told: str) -> bool:
    """Tell whether all names in a description stand in another: "the [Cole] family" is not "her family"."""
    columns = telling.columns
    words = range(draft.start, draft.head)
    names = {columns.lower[i] for i in words if columns.tags[i] == "NNP" and columns.words[i][:1].isupper()}
    names -= word_classes().office_qualifiers
    return names <= {word.lower() for word in told.replace("-", " ").split()}


def _of_body_told(telling: Telling, draft: Draft) -> Draft:
    """Give "the ministry's spokesman" and "a company spokesman" the body named before in full."""
    short = (draft.of or "").removeprefix("org:") if draft.country is None else ""
    word = draft.key.split()[0] if draft.of is None and len(draft.key.split()) > 1 else ""
    if not short and word not in roles().bodies:
        return draft
    body = _body_ending(telling, short) if short else body_called(telling, word, draft.start)
    return draft if body is None else _speaking_for(draft, body.party)


def _speaking_for(draft: Draft, body: Party) -> Draft:
    """Return an office of a body: "the company spokesman" is `unknown:nortix-spokesman`."""
    last = draft.key.split()[-1]
    return replace(
        draft,
        id=f"unknown:{slug(body.id.split(':')[-1] + ' ' + last)}",
        of=body.id,
        country=body.country,
        sector=body.sector,
    )


def voice(telling: Telling, draft: Draft) -> Party:
    """Return who speaks for a body without a name ("A spokesman said"): of the body that acts just before."""
    told = _of_body_told(telling, draft)
    of_a_state = "government" in draft.name.lower().split()
    if of_a_state:
        told = replace(told, sector=told.sector or "GOV")  # no organisation has one
    elif told is draft and draft.of is None and _speaks_for_nobody_told(telling, draft):
        sentence = telling.columns.sentences[draft.start]
        acting = [
            m
            for m in (
                *telling.in_sentence(sentence - 1, draft.start),
                *telling.in_sentence(sentence, draft.start),
            )
            if m.party.kind is PartyKind.ORGANISATION and m.party.sector != "MED" and telling.is_subject(m)
        ]
        if len({m.party.id for m in acting}) == 1:
            party = acting[-1].party
            return replace(
                telling.plain(_speaking_for(draft, party)),
                mention=party.mention or party.span,
                inferred="the body that acts just before",
            )
    return telling.plain(told)


def _speaks_for_nobody_told(telling: Telling, draft: Draft) -> bool:
    """Tell whether a spokesman is told without any word of whose: no "military", "guerrillas'", "for …"."""
    after = telling.columns.lower[draft.end : draft.end + 1]
    return len(draft.name.split()) == 1 and after not in (["for"], ["of"], ["from"])


def _described_since(telling: Telling, draft: Draft, last: str, person: Person) -> bool:
    """Tell whether another was described so, without a name, after the person was last told.

    "A ministry spokesman said …, the spokesman said": not the spokesman named further above.
    """
    for mention, other in telling.backwards():
        if mention.party.id == person.id:
            return False
        described = other.form is MentionForm.NOMINAL and mention.party.kind is PartyKind.UNKNOWN
        if described and other.key.split()[-1:] == [last] and other.plural == draft.plural:
            return True
    return False


# "The Russian leader" may be a president; whoever leads a state is called so.
_RULERS = frozenset(
    {"leader", "dictator", "ruler", "strongman", "president", "premier", "chancellor", "king"}
)


# "The U.N. chief" is its secretary-general; whoever heads a body is called so.
_TOPS = frozenset({"chief", "head", "boss", "leader"})
_TOP_ROLES = frozenset({"chief", "head", "secretary-general", "general", "director", "president", "chairman",
                        "commissioner", "chairwoman", "leader", "director-general"})  # fmt: skip


def _standing(office: str) -> frozenset[str]:
    """Return the words of an office that tell it from that of its holder; who retires keeps the rank."""
    classes = word_classes()
    apart = (classes.former - {"retired"}) | classes.not_the_holder
    return apart.intersection(office.lower().replace("-", " ").split())


def _is_of_another_matter(told: list[str], key: list[str]) -> bool:
    """Tell whether two ministers are told to be of different matters: "prime minister", "health minister"."""
    if told[-1:] != key[-1:] or told[-1:] not in (["minister"], ["secretary"]):
        return False
    matters = [w[-2].replace("defense", "defence") for w in (told, key) if len(w) > 1]
    known = word_classes().office_qualifiers
    return len(matters) == 2 and matters[0] != matters[1] and known.issuperset({told[-2], key[-2]})


def _same_office(role: str, last: str, draft: Draft) -> bool:
    told = role.lower().split()
    if _is_of_another_matter(told, draft.key.lower().split()):
        return False
    if told[-1] == last or (told[-1], last) == ("pope", "pontiff"):
        # Who held an office is still called by it.
        return not _standing(role) - word_classes().former - _standing(draft.name)
    heads_state = told[-1] in _RULERS or told[-2:] == ["prime", "minister"]
    return last in ("leader", "dictator", "ruler", "strongman") and heads_state and draft.country is not None


def _bears_rank(telling: Telling, mention: Mention, word: str) -> bool:
    """Tell whether a rank stands before a name, beside its office: "the army chief, [General] Bo Lind"."""
    rank = roles().offices.get(word) in ("MIL", "REL")
    return rank and word in telling.columns.lower[mention.start : mention.end - 1]


def _of_other_party(role: str, draft: Draft) -> bool:
    """Tell whether an office is told with a party that a role does not name: "the [Green] nominee"."""
    parties = word_classes().partisan.intersection(draft.name.split())
    return bool(parties) and parties.isdisjoint(role.split())


def _another_governs(telling: Telling, draft: Draft, role: str, person: Person) -> bool:
    """Tell whether "the president" is not who was, as the article tells another's administration.

    "Former President Cole", "the [Lind] administration".
    """
    columns = telling.columns
    was = not word_classes().former.isdisjoint(role.lower().replace("-", " ").split())
    if not was or not word_classes().former.isdisjoint(draft.name.lower().replace("-", " ").split()):
        return False
    named = (columns.words[i - 1] for i in range(1, len(columns)) if columns.lower[i] == "administration")
    return any(word[:1].isupper() and word not in person.name.split() for word in named)


def _whole_of(body: str | None) -> str | None:
    """Return what a known body is part of: a commission is of its union."""
    return next((b.of for b in known_bodies() if b.id == body), None)


def _holder(telling: Telling, draft: Draft, last: str) -> Person | None:
    """Return the person of the article whose office it is, None unless exactly one fits."""
    if draft.plural or not last:
        return None
    if last in _TOPS and draft.of is not None and draft.country not in (None, draft.of):
        tops = {
            p.id: p
            for p in telling.cast.persons.values()
            if p.role is not None and p.role.lower().split()[-1] in _TOP_ROLES
            if p.of == draft.of or (draft.key == last and draft.of == _whole_of(p.of))
        }
        return next(iter(tops.values())) if len(tops) == 1 else None
    seen: dict[str, Person] = {}
    for mention in reversed(telling.done):
        person = telling.cast.persons.get(mention.party.name)
        if person is None:
            continue
        ranks = [last] if mention.form is MentionForm.NAME and _bears_rank(telling, mention, last) else []
        roles_told = [role for role in (person.role, mention.party.role, *ranks) if role is not None]
        role = next((role for role in roles_told if _same_office(role, last, draft)), None)
        if role is None:
            continue
        if draft.gender is not None and person.gender not in (None, draft.gender):
            continue
        if _of_other_party(role, draft) or _another_governs(telling, draft, role, person):
            continue
        if draft.country is not None:
            if (person.country or mention.party.country) != draft.country:
                continue
            if last not in _RULERS and role.lower().split()[-2:] != draft.key.split()[-2:]:
                continue
        seen.setdefault(person.id, person)
        if draft.country is None:
            break
    return next(iter(seen.values())) if len(seen) == 1 else None
