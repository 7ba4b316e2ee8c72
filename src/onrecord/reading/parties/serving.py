"""Whom somebody by name serves, where the words right behind the name tell it."""

from dataclasses import replace

from onrecord.reading.layers import MentionForm
from onrecord.reading.parties.columns import Columns
from onrecord.reading.parties.draft import ORGANISED, Draft, Need
from onrecord.records import PartyKind

__all__ = ["with_bodies_served"]

_OF = frozenset({"of", "from", "with"})


def with_bodies_served(columns: Columns, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """Give persons the body or state told behind their names: "Commander Bo Lind of [the Beninese navy]"."""
    return tuple(
        _serving(columns, draft, drafts) if draft.need is Need.PERSON and draft.of is None else draft
        for draft in drafts
    )


def _serving(columns: Columns, person: Draft, drafts: tuple[Draft, ...]) -> Draft:
    told = _told_behind(columns, person, drafts)
    if told is None or person.country not in (None, told.country):
        return person
    if told.kind is PartyKind.STATE and not _is_power(told):
        owned = _owned(columns, told, drafts)
        if owned is None and not _rules(columns, person, told):
            return person
        return replace(
            person,
            country=told.country,
            of=told.country,
            sector=person.sector or (None if owned is None else owned.sector),
        )
    if told.kind is PartyKind.GROUP:
        return replace(person, of=told.id, sector="REB")
    return replace(
        person,
        country=told.country,
        of=told.id or told.country,
        sector=person.sector or told.sector,
    )


def _told_behind(columns: Columns, person: Draft, drafts: tuple[Draft, ...]) -> Draft | None:
    """Return the body, force or state that "of", "from" or "with" right behind a name leads to."""
    at = person.end + (columns.words[person.end : person.end + 1] == [","])
    if columns.lower[at : at + 1] == [] or columns.lower[at] not in _OF:
        return None
    told = next((draft for draft in drafts if draft.start == at + 1), None)
    if told is None or told.several or (told.plural and not _is_power(told)):
        return None
    follows = columns.words[told.end : told.end + 1]
    if follows and (follows[0][:1].isupper() or follows[0] == "&"):
        return None  # the name goes on
    known = (told.kind in ORGANISED and told.id) or told.country is not None
    return told if known and told.need in (Need.NOTHING, Need.BODY) else None


def _is_power(told: Draft) -> bool:
    """Tell whether a state is told as a force or government of its own: "the Kenyan navy"."""
    return told.kind is PartyKind.STATE and told.form is MentionForm.NOMINAL


def _owned(columns: Columns, state: Draft, drafts: tuple[Draft, ...]) -> Draft | None:
    """Return the body that is a state's own: "of [Thailand's] 2nd Army Region"."""
    if columns.tags[state.end : state.end + 1] != ["POS"]:
        return None
    return next((d for d in drafts if d.start == state.end + 1 and d.kind is PartyKind.ORGANISATION), None)


def _rules(columns: Columns, person: Draft, state: Draft) -> bool:
    """Tell whether somebody has an office of the state behind the name: "President Bo Lind of Mali"."""
    owns = columns.tags[state.end : state.end + 1] == ["POS"]
    return person.role is not None and columns.lower[state.start - 1] == "of" and not owns
