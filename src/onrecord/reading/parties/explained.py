"""The name that tells, right behind a description, whom it means."""

from dataclasses import replace

from onrecord.codebook.wordclasses import word_classes
from onrecord.reading.layers import MentionForm
from onrecord.reading.parties.described import body_meant
from onrecord.reading.parties.draft import ORGANISED, Draft, Need
from onrecord.reading.parties.people import person_named
from onrecord.reading.parties.telling import Telling
from onrecord.records import Party, PartyKind

__all__ = ["party_named_behind"]

_HOW = "the name that explains it"


_ENDS = frozenset({",", ".", ";", "?", "!", ")"})
"""What stands behind a name that only explains."""


def party_named_behind(telling: Telling, draft: Draft) -> Party | None:
    """Return whom a description means by the name behind its comma: "the maker, [Brenner Pumpen], says".

    "Her neighbour, [retired nurse Karel Vondra], said". What may be a list tells nothing.
    """
    bare_force = draft.need is Need.STATE_POWER and draft.name.lower() in _FORCES
    described = draft.need in _DESCRIPTIONS or bare_force
    if draft.form is not MentionForm.NOMINAL or draft.plural or not described:
        return None
    state = _state_behind(telling, draft)
    if state is not None:
        return telling.same_as(draft, telling.plain(state), _HOW)
    name = _name_behind(telling, draft)
    if name is None:
        return None
    if name.need is Need.PERSON:
        if draft.need in (Need.BODY, Need.GROUP):
            return None
        return telling.same_as(draft, _with_what_is_told(person_named(telling, name), draft), _HOW)
    told_in_full = name.name.isupper() and len(draft.name.split()) > 1
    if name.kind not in ORGANISED or told_in_full or not (bare_force or _may_be_body(telling, draft)):
        return None  # capitals are another name of a body that is told in full, not of "the force"
    party = body_meant(telling, name) if name.need is Need.BODY else telling.plain(name)
    return telling.same_as(draft, _with_what_is_told(party, draft), _HOW)


def _state_behind(telling: Telling, draft: Draft) -> Draft | None:
    """Return the state whose name follows what it is to another: "Chad's neighbour [Niger] said"."""
    columns = telling.columns
    if columns.lemmas[draft.head] not in word_classes().sorts_of_states or draft.end != draft.head + 1:
        return None
    for name in telling.later:
        if name.start > draft.end:
            return None
        explains = columns.deps[name.head] == "appos" and columns.heads[name.head] == draft.head
        if name.kind is PartyKind.STATE and name.form is MentionForm.NAME and explains:
            return name
    return None


def _with_what_is_told(party: Party, draft: Draft) -> Party:
    """Return a party with what only its description tells: "the [police] commander, General Bo Lind"."""
    person = party.kind is PartyKind.PERSON
    return replace(
        party,
        country=party.country or draft.country,
        sector=party.sector or draft.sector,
        role=party.role or (draft.role if person else None),
        of=party.of or draft.of,
    )


_FORCES = frozenset({"force", "peacekeeping force", "international force", "multinational force"})
"""What is no state's where a body's name stands behind it: "the force, [UNIFIL], said"."""

_DESCRIPTIONS = frozenset({Need.OFFICE, Need.BODY, Need.GROUP, Need.VOICE, Need.NOTHING})


def _name_behind(telling: Telling, draft: Draft) -> Draft | None:
    """Return the name set between commas behind a description, as the parse sees it too."""
    columns = telling.columns
    if columns.words[draft.end : draft.end + 1] != [","]:
        return None
    begin = draft.end + 1
    if columns.lower[begin + 1 : begin + 3] == ["-", "based"]:
        begin += 3  # "its manager, Oslo-based [Lind Marine], said"
    for name in telling.later:
        if name.start > begin:
            return None
        explains = columns.deps[name.head] == "appos" and columns.heads[name.head] == draft.head
        if name.start != begin or name.form is not MentionForm.NAME or not explains:
            continue
        ends = columns.words[name.end : name.end + 1]
        listed = columns.lower[name.end + 1 : name.end + 2] in (["and"], ["or"])
        return name if (not ends or ends[0] in _ENDS) and not listed else None
    return None


def _may_be_body(telling: Telling, draft: Draft) -> bool:
    """Tell whether a description is said of bodies: of a maker, an owner, a group, but not of a chairman."""
    if draft.need in (Need.BODY, Need.GROUP):
        return True
    noun, classes = telling.columns.lemmas[draft.head], word_classes()
    return noun in classes.sorts_of_bodies or noun in classes.dealers
