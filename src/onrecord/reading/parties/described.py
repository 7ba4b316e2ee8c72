"""Which body, force or group a description without a full name means."""

from dataclasses import replace

from onrecord.codebook.bodies import called_nouns
from onrecord.gazetteer.countries import name_of
from onrecord.reading.layers import Mention, MentionForm
from onrecord.reading.parties.describe import body_id
from onrecord.reading.parties.draft import Draft
from onrecord.reading.parties.telling import Telling
from onrecord.records import Party, PartyKind

__all__ = ["body_meant", "group_meant", "power_meant"]

_BEFORE = "the one named before"


def body_meant(telling: Telling, draft: Draft) -> Party:
    """Return the body a description means; kind unknown when nothing tells it."""
    if draft.country is None:
        other = _same_body(telling, draft) or _called(telling, draft.key)
        if other is not None:
            return telling.same_as(draft, other.party, "the body of that sort named before")
        if draft.id and (draft.sector in ("MIL", "MED") and draft.key.split()[0] in _OF_SOME_STATE):
            state = telling.acting_state(draft)
            if state is not None and state.party.country is not None:
                return replace(
                    telling.plain(draft),
                    id=body_id(state.party.country, draft.key),
                    country=state.party.country,
                    of=state.party.country,
                    mention=state.party.span,
                    inferred="state from the party that acts just before",
                )
    if not draft.id:
        return replace(telling.plain(draft), kind=PartyKind.UNKNOWN)
    return telling.plain(draft)


# First words of bodies that every state has and few articles repeat its name with.
_OF_SOME_STATE = frozenset({"joint", "general", "staff", "state", "coast", "border", "national"})


# What "the …" may stand for beside bodies of its own word.
_SAME_SORT = {
    "agency": ("agency", "service", "bureau", "administration"),
    "department": ("department", "ministry"),
    "ministry": ("ministry", "department"),
    "company": (
        "company",
        "corp",
        "inc",
        "ltd",
        "corp.",
        "inc.",
        "ltd.",
        "corporation",
        "airlines",
        "motors",
    ),
    "service": ("service", "agency"),
}


def _same_body(telling: Telling, draft: Draft) -> Mention | None:
    for mention, other in telling.backwards():
        if mention.party.kind is not PartyKind.ORGANISATION or mention.form is MentionForm.PRONOUN:
            continue
        told = other.key or mention.party.name.lower()
        last = told.split()[-1] if told else ""
        if told == draft.key or (not draft.id and last in _SAME_SORT.get(draft.key, (draft.key,))):
            return mention
    return None


def _called(telling: Telling, noun: str) -> Mention | None:
    """Return the known body that is called so ("the alliance"), named last."""
    bodies = called_nouns().get(noun, frozenset())
    return next((m for m in reversed(telling.done) if m.party.id in bodies), None) if bodies else None


def group_meant(telling: Telling, draft: Draft) -> Party:
    """Return the armed group, or the organisation called so, that was named last."""
    known = _called(telling, draft.key)
    for mention in reversed(telling.done):
        if mention.compound:
            continue
        if mention is known or mention.party.kind is PartyKind.GROUP:
            return telling.same_as(draft, mention.party, _BEFORE)
        if mention.party.kind is PartyKind.ORGANISATION and mention.party.sector in ("NGO", None):
            return telling.same_as(draft, mention.party, _BEFORE)
    return telling.plain(draft)


def power_meant(telling: Telling, draft: Draft) -> Party:
    """Return the state whose government or force it is: named so before, acting here, or the only one."""
    for mention, other in telling.backwards():
        if mention.party.kind is not PartyKind.STATE or mention.compound:
            continue
        if other.key == draft.key or telling.columns.lemmas[other.head] == draft.key:
            return replace(telling.same_as(draft, mention.party, _BEFORE), sector=draft.sector)
    acting = telling.acting_state(draft)
    party = (
        acting.party if acting is not None and acting.party.kind is PartyKind.STATE else telling.only_state()
    )
    if party is None and acting is not None and acting.party.country is not None:
        return Party(
            name=name_of(acting.party.country),
            id=acting.party.country,
            kind=PartyKind.STATE,
            country=acting.party.country,
            sector=draft.sector,
            span=telling.span(draft),
            mention=acting.party.span,
            inferred="the state of the party that acts just before",
        )
    if party is None:
        return telling.plain(draft)
    return replace(telling.same_as(draft, party, "the state that acts just before"), sector=draft.sector)
