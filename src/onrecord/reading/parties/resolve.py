"""Whom each mention stands for, told from the article alone; what cannot be told stays unknown."""

from dataclasses import replace

from onrecord.gazetteer.countries import name_of
from onrecord.reading.layers import Mention
from onrecord.reading.parties.antecedents import antecedents
from onrecord.reading.parties.cast import cast_of
from onrecord.reading.parties.columns import Columns
from onrecord.reading.parties.described import body_meant, group_meant, power_meant
from onrecord.reading.parties.draft import Draft, Need
from onrecord.reading.parties.people import office_holder, person_named
from onrecord.reading.parties.telling import Telling
from onrecord.records import Party, PartyKind, slug

__all__ = ["resolve"]

_ONE = {
    Need.PERSON: person_named,
    Need.OFFICE: office_holder,
    Need.BODY: body_meant,
    Need.STATE_POWER: power_meant,
    Need.GROUP: group_meant,
}


def resolve(columns: Columns, drafts: tuple[Draft, ...]) -> tuple[Mention, ...]:
    """Return a mention for every draft, in the same order."""
    telling = Telling(columns, cast_of(drafts))
    for draft in drafts:
        telling.add(draft, _parties(telling, draft))
    return tuple(telling.done)


def _parties(telling: Telling, draft: Draft) -> tuple[Party, ...]:
    if draft.several:
        return tuple(_one_of(telling, draft, code) for code in draft.several)
    if draft.need in _ONE:
        return (_ONE[draft.need](telling, draft),)
    if draft.need is Need.NOTHING:
        party = telling.plain(draft)
        return (replace(party, name=name_of(party.id)) if draft.kind is PartyKind.STATE else party,)
    found, how = antecedents(telling, draft)
    parties = tuple(telling.same_as(draft, p, how) for mention in found for p in mention.parties)
    return parties or (telling.plain(draft),)


def _one_of(telling: Telling, draft: Draft, code: str) -> Party:
    """Return the party of one state where a description tells one of each ("Dutch and Danish officials")."""
    party = replace(telling.plain(draft), country=code)
    if draft.kind is PartyKind.STATE:
        return replace(party, name=name_of(code), id=code)
    return replace(party, id=f"unknown:{slug(f'{code} {draft.key}')}", of=code)
