"""Whom an office or a voice without a name means: a person named, one described before, or the office."""

from collections.abc import Iterable
from dataclasses import replace

from onrecord.codebook.bodies import known_bodies
from onrecord.codebook.roles import roles
from onrecord.codebook.wordclasses import word_classes
from onrecord.reading.layers import Mention, MentionForm
from onrecord.reading.parties.cast import Person
from onrecord.reading.parties.columns import Columns
from onrecord.reading.parties.described import body_called
from onrecord.reading.parties.draft import Draft
from onrecord.reading.parties.human_names import APPOSITION_REACH
from onrecord.reading.parties.offices import acts_itself
from onrecord.reading.parties.people import RULERS, as_person, body_ending, with_state
from onrecord.reading.parties.telling import Telling
from onrecord.records import Party, PartyKind, slug

__all__ = ["office_holder", "voice"]

_ONE_OF_MANY = frozenset({"a", "an", "another", "one"})


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
        holder = as_person(telling, draft, person, "the holder of that office named in the article")
        return with_state(telling, draft, holder)
    told_apart = one_of_many or _is_of_another(telling, draft)
    if draft.country is None and draft.of is None and not told_apart:
        for mention, other in telling.backwards():
            same = other.key and other.key.split()[-1] == last and other.plural == draft.plural
            same = same and _standing(other.name) == _standing(draft.name)
            same = same and not _is_of_another_matter(telling, _office_of(mention), draft)
            same = same and not (_is_owned(telling, draft) and _is_one_of_many(telling, other))
            if same and _counts_differ(draft.name, other.name):
                continue
            if same and other.form is MentionForm.NOMINAL and _is_of_several(telling, mention):
                return telling.plain(draft)
            if same and other.form is MentionForm.NOMINAL and _names_in(telling, draft, other.name):
                return telling.same_as(draft, mention.party, "the one described so before")
    if (
        not (draft.plural or one_of_many)
        and last in word_classes().held_by_one
        and (draft.country or draft.of)
    ):
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
    body = body_ending(telling, short) if short else body_called(telling, word, draft.start)
    return draft if body is None else _speaking_for(draft, body.party)


def _speaking_for(draft: Draft, body: Party) -> Draft:
    """Return an office of a body: "the company spokesman" is `unknown:nortix-spokesman`."""
    last = draft.key.split()[-1]
    return replace(
        draft,
        id=f"unknown:{slug(body.id.split(':')[-1] + ' ' + last)}",
        of=None if body.id.startswith("unknown:") else body.id,
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
            if _has_a_voice(telling, m) and telling.is_subject(m)
        ]
        if len({m.party.id for m in acting}) == 1:
            party = acting[-1].party
            return replace(
                telling.plain(_speaking_for(draft, party)),
                mention=party.mention or party.span,
                inferred="the body that acts just before",
            )
    return telling.plain(told)


def _has_a_voice(telling: Telling, body: Mention) -> bool:
    """Tell whether a mention is a body or a whole force, for which a spokesman may speak.

    An outlet tells of others, and soldiers have none.
    """
    if body.party.kind is PartyKind.ORGANISATION:
        return body.party.sector != "MED"
    whole = telling.columns.lemmas[body.head] in word_classes().forces
    force = body.form is MentionForm.NOMINAL and body.party.sector in ("MIL", "COP") and not body.compound
    return force and whole and body.party.role is None and body.party.kind in _FORCES


_FORCES = frozenset({PartyKind.STATE, PartyKind.UNKNOWN})


def _speaks_for_nobody_told(telling: Telling, draft: Draft) -> bool:
    """Tell whether a spokesman is told without any word of whose: no "military", "guerrillas'", "for …"."""
    after = telling.columns.lower[draft.end : draft.end + 1]
    return len(draft.name.split()) == 1 and after not in (["for"], ["of"], ["from"])


_OFTEN_UNNAMED = frozenset({"official", "diplomat", "aide", "adviser", "advisor"})


def _described_since(telling: Telling, draft: Draft, last: str, person: Person) -> bool:
    """Tell whether another was described so, without a name, after the person was last told.

    "A ministry spokesman said …, the spokesman said": not the spokesman named further above. Of those who
    often have no name it is enough that one was described before: the named one is called by his name.
    """
    for mention, other in telling.backwards():
        if mention.party.id == person.id and last not in _OFTEN_UNNAMED:
            return False
        described = other.form is MentionForm.NOMINAL and mention.party.kind is PartyKind.UNKNOWN
        described = described and not _is_of_another_matter(telling, _office_of(mention), draft)
        if described and other.key.split()[-1:] == [last] and other.plural == draft.plural:
            return True
    return False


# "The U.N. chief" is its secretary-general; whoever heads a body is called so.
_TOPS = frozenset({"chief", "head", "boss", "leader"})


_TOP_ROLES = frozenset({"chief", "head", "secretary-general", "general", "director", "president", "chairman",
                        "commissioner", "chairwoman", "leader", "director-general"})  # fmt: skip


def _standing(office: str) -> frozenset[str]:
    """Return the words of an office that tell it from that of its holder; who retires keeps the rank."""
    classes = word_classes()
    apart = (classes.former - {"retired"}) | classes.not_the_holder
    return apart.intersection(office.lower().replace("-", " ").split())


def _is_of_another_matter(telling: Telling, told: str, draft: Draft) -> bool:
    """Tell whether two ministers are told to be of different matters: "prime minister", "water minister".

    "The trade minister" may be who is for trade and industry, "the minister" anyone.
    """
    columns, classes = telling.columns, word_classes()
    head = columns.lemmas[draft.head].lower()
    *before, last = told.lower().replace("-", " ").split() or [""]
    if head not in _OF_MATTERS or last != head:
        return False
    capital = columns.words[draft.head][:1].isupper()
    own = {
        columns.lower[i]
        for i in range(draft.start, draft.head)
        if columns.lower[i] in classes.office_qualifiers
        or (columns.tags[i].startswith("NN") and (capital or columns.words[i].islower()))
    }
    own |= _behind(columns, draft.head)
    matters, others = (_spelt(words) - classes.no_matters for words in (own, before))
    return bool(matters) and bool(others) and matters.isdisjoint(others)


def _behind(columns: Columns, head: int) -> frozenset[str]:
    """Return the matter told behind a minister: "the Minister for [Water]"."""
    leads = columns.lower[head + 1 : head + 2] in (["of"], ["for"])
    told = columns.lower[head + 2 : head + 3] if leads else []
    return word_classes().topics.intersection(told)


def _office_of(mention: Mention) -> str:
    return mention.party.role or mention.party.name


_OF_MATTERS = frozenset({"minister", "secretary"})


def _spelt(words: Iterable[str]) -> frozenset[str]:
    """Return words as they are spelt in London: "defence"."""
    return frozenset({"defense": "defence", "labor": "labour"}.get(word, word) for word in words)


def _same_office(telling: Telling, role: str, last: str, draft: Draft) -> bool:
    told = role.lower().split()
    if _is_of_another_matter(telling, role, draft):
        return False
    if told[-1] == last or (told[-1], last) == ("pope", "pontiff"):
        # Who held an office is still called by it.
        return not _standing(role) - word_classes().former - _standing(draft.name)
    heads_state = told[-1] in RULERS or told[-2:] == ["prime", "minister"]
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
        role = next((role for role in roles_told if _same_office(telling, role, last, draft)), None)
        if role is None:
            continue
        if draft.gender is not None and person.gender not in (None, draft.gender):
            continue
        if _of_other_party(role, draft) or _another_governs(telling, draft, role, person):
            continue
        if draft.country is not None:
            if (person.country or mention.party.country) != draft.country:
                continue
            if last not in RULERS and role.lower().split()[-2:] != draft.key.split()[-2:]:
                continue
        seen.setdefault(person.id, person)
        if draft.country is None:
            break
    return next(iter(seen.values())) if len(seen) == 1 else None
