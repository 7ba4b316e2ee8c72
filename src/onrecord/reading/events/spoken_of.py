"""States and forces told by a common noun, known by whose clause they stand in."""

from collections.abc import Mapping
from dataclasses import replace

from spacy.tokens import Token

from onrecord.gazetteer.countries import name_of
from onrecord.reading.layers import Mention, span_of
from onrecord.reading.relative_pronouns import meant_noun
from onrecord.records import Party, PartyKind

__all__ = ["country_of_speaker", "forces_of_clause"]

_FORCES = frozenset({"MIL", "REB", "COP"})


def country_of_speaker(noun: Token, at_head: Mapping[int, Mention]) -> tuple[Party, ...]:
    """Return the state "the country" is in what one of its own says: "its president said it would".

    Args:
        noun: The word for it.
        at_head: The mentions by their heads.
    """
    alone = [c.lower_ for c in noun.children] == ["the"]
    clause = noun.head
    if not alone or noun.dep_ not in ("nsubj", "nsubjpass") or clause.dep_ != "ccomp":
        return ()
    for subject in (c for c in clause.head.children if c.dep_ == "nsubj" and c.i in at_head):
        state = at_head[subject.i].party.country
        if state is not None and state not in ("IGO", "EUE"):
            span = span_of(noun.doc, noun.i - 1, noun.i + 1)
            told = at_head[subject.i].party.span
            why = "state of who speaks of the country"
            return (
                Party(name_of(state), state, PartyKind.STATE, state, span=span, mention=told, inferred=why),
            )
    return ()


def forces_of_clause(noun: Token, mention: Mention, at_head: Mapping[int, Mention]) -> tuple[Party, ...]:
    """Return the state or group whose forces a relative clause tells of: "[Norland], whose soldiers fled".

    Args:
        noun: The word for the forces.
        mention: What is known of them.
        at_head: The mentions by their heads.
    """
    whose = next((c for c in noun.children if c.tag_ == "WP$"), None)
    forces = mention.party
    serve = forces.sector in _FORCES or noun.lemma_ == "peacekeeper"
    if whose is None or forces.country is not None or not serve:
        return ()
    owner = meant_noun(whose)
    owners = () if owner is None or owner.i not in at_head else at_head[owner.i].parties
    why = "whose forces the clause tells of"
    return tuple(
        replace(
            p,
            sector=_sector_of(forces) if p.kind is PartyKind.STATE else p.sector,
            span=forces.span,
            mention=p.span,
            inferred=why,
        )
        for p in owners
        if p.kind in (PartyKind.STATE, PartyKind.GROUP)
    )


def _sector_of(forces: Party) -> str | None:
    """Return the sector of a state by its forces: its peacekeepers are soldiers."""
    return "MIL" if forces.sector == "IGO" else forces.sector
