"""Whom each mention stands for, told from the article alone; what cannot be told stays unknown."""

from dataclasses import replace

from onrecord.codebook.bodies import sector_of_body
from onrecord.codebook.wordclasses import word_classes
from onrecord.gazetteer.countries import name_of
from onrecord.reading.layers import Mention, MentionForm
from onrecord.reading.parties.antecedents import antecedents
from onrecord.reading.parties.body_names import body_id
from onrecord.reading.parties.cast import cast_of
from onrecord.reading.parties.columns import Columns
from onrecord.reading.parties.described import body_meant, group_meant
from onrecord.reading.parties.draft import ORGANISED, Draft, Need
from onrecord.reading.parties.explained import party_named_behind
from onrecord.reading.parties.meant_power import power_meant
from onrecord.reading.parties.office_holders import office_holder, voice
from onrecord.reading.parties.owners import sector_of_own
from onrecord.reading.parties.people import person_named
from onrecord.reading.parties.pronouns import pronoun_at
from onrecord.reading.parties.telling import Telling
from onrecord.records import Party, PartyKind, slug

__all__ = ["resolve"]

_ONE = {
    Need.PERSON: person_named,
    Need.OFFICE: office_holder,
    Need.VOICE: voice,
    Need.BODY: body_meant,
    Need.STATE_POWER: power_meant,
    Need.GROUP: group_meant,
}


def resolve(columns: Columns, drafts: tuple[Draft, ...], home: Draft | None = None) -> tuple[Mention, ...]:
    """Return a mention for every draft, in the same order.

    Args:
        columns: The article.
        drafts: Its mentions, by first token.
        home: The state its dateline names, or its title, if one.
    """
    telling = Telling(columns, cast_of(drafts), drafts, home)
    for draft in drafts:
        telling.add(draft, _parties(telling, draft))
    return tuple(telling.done)


def _parties(telling: Telling, draft: Draft) -> tuple[Party, ...]:
    named = party_named_behind(telling, draft)
    if named is not None:
        return (named,)
    owner = _owner(telling, draft)
    if owner is not None and (owner.country is not None or owner.kind in ORGANISED):
        party = _owned(telling, draft, owner)
        if party.kind is PartyKind.PERSON and draft.need is not Need.PERSON:
            return (party,)
        return (replace(party, mention=owner.mention or owner.span, inferred="state of whose it is"),)
    if draft.need is Need.STATE_POWER and telling.columns.tags[draft.start] == "PRP$":
        return (telling.plain(draft),)  # "their government": whose cannot be told
    if draft.several:
        return tuple(_one_of(telling, draft, code) for code in draft.several)
    if draft.need in _ONE:
        return (_ONE[draft.need](telling, draft),)
    if draft.need is Need.NOTHING:
        party = telling.plain(draft)
        return (replace(party, name=name_of(party.id)) if draft.kind is PartyKind.STATE else party,)
    found, how = antecedents(telling, draft)
    parties = tuple(telling.same_as(draft, p, how) for mention in found for p in mention.parties)
    return _as_states(draft, parties) or (telling.plain(draft),)


def _as_states(draft: Draft, parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """Return states told of as a pair as themselves, though only one's soldiers were named just before.

    "Norway said [Peruvian troops] fired; [both sides] agreed to a truce."
    """
    states = [p for p in parties if p.kind is PartyKind.STATE]
    unlike = len({p.sector for p in states}) > 1
    whole = draft.need is Need.BOTH and (unlike or draft.key not in _FIGHTING)
    if not whole or len(states) != len(parties):
        return parties
    return tuple(replace(p, sector="GOV") for p in parties)


_FIGHTING = frozenset({"side", "party", "army", "force", "military", "navy"})
"""What two armies that were named may be called together."""


def _owner(telling: Telling, draft: Draft) -> Party | None:
    """Return whom "its" or "his" at the head of a description stands for ("its ambassador")."""
    possessed = telling.columns.tags[draft.start] == "PRP$" and (
        draft.form is MentionForm.NOMINAL or (draft.need is Need.PERSON and draft.role is not None)
    )
    if not possessed or draft.country is not None or draft.sector in _PRIVATE:
        return None
    found, _ = antecedents(telling, pronoun_at(telling.columns, draft.start))
    owner = found[0].party if len(found) == 1 and not found[0].compound else None
    if owner is not None and _group_acts(telling, draft, found[0].start):
        return None
    managed = draft.sector == "BUS" and owner is not None and owner.kind is PartyKind.STATE
    sails = telling.columns.lemmas[draft.head] in _ABOARD and owner is not None and owner.sector != "BUS"
    return None if managed or sails else owner  # no state has a managing director, no coast guard a skipper


def _of_untold_firm(columns: Columns, start: int, end: int) -> bool:
    """Tell whether a group or firm that nothing is known of acts, or its own: "the [group]'s guard"."""
    own = (i for i in range(start, end) if columns.lemmas[i] in _FIRMS and columns.tags[i] == "NN")
    owners = (i for i in own if columns.deps[i] == "poss" and columns.tags[i + 1 : i + 2] == ["POS"])
    return any(columns.deps[columns.heads[i]] in ("nsubj", "nsubjpass") for i in owners)


_FIRMS = frozenset({"group", "firm", "company"})


_ABOARD = frozenset({"captain", "skipper", "crew", "crewman", "sailor", "seafarer"})
"""Whom a ship has that somebody told of, and not who told of it."""


def _group_acts(telling: Telling, draft: Draft, since: int) -> bool:
    """Tell whether a group without a name acts after somebody: "the [group] denied it and its spokesman"."""
    columns = telling.columns
    here = telling.in_sentence(columns.sentences[draft.start], draft.start)
    first = columns.sentences.index(columns.sentences[draft.start])
    return _of_untold_firm(columns, max(first, since + 1), draft.start) or any(
        m.start > since and m.party.kind is PartyKind.UNKNOWN and telling.is_subject(m)
        for m in here
        if columns.lemmas[m.head] in word_classes().group_nouns
    )


def _owned(telling: Telling, draft: Draft, owner: Party) -> Party:
    """Return what is somebody's own: a state's army is the state, its ministry and president are of it."""
    state = owner.country or ""
    of_owner = owner.id if owner.kind in ORGANISED else owner.of or state
    if draft.need is Need.STATE_POWER and state in _UNIONS:
        return replace(owner, sector=draft.sector, span=telling.span(draft))  # the alliance's own forces
    if draft.need is Need.STATE_POWER and state:
        return replace(
            telling.plain(draft), name=name_of(state), id=state, kind=PartyKind.STATE, country=state
        )
    if draft.need is Need.PERSON:
        person = person_named(telling, draft)
        return replace(
            person, country=owner.country, sector=sector_of_own(person, owner), of=draft.of or of_owner
        )
    bare_body = draft.of is not None and draft.of.startswith("org:") and draft.of not in sector_of_body()
    of = body_id(state, str(draft.of).removeprefix("org:")) if bare_body and state else draft.of
    own = replace(
        draft,
        name=_without_owner(telling, draft),
        id="",
        country=owner.country,
        sector="IGO" if state == "IGO" and draft.sector == "GOV" else draft.sector,
        of=of or of_owner,
    )
    if owner.kind is PartyKind.STATE and draft.need is Need.BODY and not draft.plural:
        return body_meant(telling, replace(own, id=body_id(state, draft.key)))
    if state and owner.kind not in ORGANISED and draft.need is Need.OFFICE and not draft.plural:
        return office_holder(telling, own)
    key = slug(f"{state if state == of_owner else of_owner.split(':')[-1]} {own.name}")
    return replace(telling.plain(own), id=f"unknown:{key}")


def _without_owner(telling: Telling, draft: Draft) -> str:
    """Return a name without the "its" or "his" it begins with, where the name has it at all."""
    first, _, rest = draft.name.partition(" ")
    return rest if first.lower() == telling.columns.lower[draft.start] else draft.name


_PRIVATE = frozenset({"CVL", "HLH", "REB"})
_UNIONS = frozenset({"IGO", "EUE"})
"""Countries of bodies of states, which are no states."""


def _one_of(telling: Telling, draft: Draft, code: str) -> Party:
    """Return the party of one state where a description tells one of each ("Dutch and Danish officials")."""
    party = replace(telling.plain(draft), country=code)
    if draft.kind is PartyKind.STATE:
        return replace(party, name=name_of(code), id=code)
    return replace(party, id=f"unknown:{slug(f'{code} {draft.key}')}", of=code)
