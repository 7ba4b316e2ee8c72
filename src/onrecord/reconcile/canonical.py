"""One name for one person or body across the articles of an event, with the reason.

"Miller" and "Matthew Miller", "Zelensky" and "Zelenskyy" are one where nothing speaks against it. Nothing is
written back to the claims: the names are laid over them when events are made, so that undoing is leaving out.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from onrecord.records import Claim, Party, PartyKind

__all__ = ["SPELLING", "SameParty", "canonical_ids", "same_person", "with_canonical_ids"]

SPELLING = 0.9
"""Jaro-Winkler likeness (Winkler 1990) from which two surnames are spellings of one."""


@dataclass(frozen=True, slots=True)
class SameParty:
    """Two ids that stand for one party.

    Attributes:
        id: The id kept.
        other: The id folded into it.
        because: Why, in words.
    """

    id: str
    other: str
    because: str


def canonical_ids(parties: Iterable[Party]) -> tuple[SameParty, ...]:
    """Return which ids of persons stand for one, the fuller name kept.

    A bare surname that fits two different people is folded into neither.

    Args:
        parties: Parties of the claims looked at together, in any order.
    """
    people = {p.id: p for p in sorted(parties, key=_fullest) if p.kind is PartyKind.PERSON}
    kept: list[Party] = []
    found: list[SameParty] = []
    for person in sorted(people.values(), key=_fullest):
        fitting = [(one, why) for one in kept if (why := same_person(one, person))]
        if len(fitting) == 1 and fitting[0][0].id != person.id:
            found.append(SameParty(fitting[0][0].id, person.id, fitting[0][1]))
        elif not fitting:
            kept.append(person)
    return tuple(found)


def same_person(left: Party, right: Party) -> str | None:
    """Return why two names can be one person's, None when they cannot."""
    if left.country and right.country and left.country != right.country:
        return None
    first, second = _parts(left.name), _parts(right.name)
    if not first or not second:
        return None
    if first == second:
        return "the same name"
    surname = _spelled_alike(first[-1], second[-1])
    if surname is None:
        return _turned(first, second)
    given = _given_names(first[:-1], second[:-1])
    if given is None:
        return None
    if not left.country or not right.country:
        # Without a state on both sides a bare surname is too little.
        return None if min(len(first), len(second)) == 1 else f"{surname}, {given}"
    return f"{surname}, {given}, both of {left.country}"


def _parts(name: str) -> tuple[str, ...]:
    folded = unicodedata.normalize("NFKD", name.casefold().replace("-", " ").replace("’", "'"))
    return tuple("".join(c for c in folded if not unicodedata.combining(c)).split())


def _spelled_alike(left: str, right: str) -> str | None:
    if left == right:
        return "the same surname"
    from rapidfuzz.distance import JaroWinkler

    alike = len(min(left, right, key=len)) > 3 and JaroWinkler.similarity(left, right) >= SPELLING
    return "two spellings of a surname" if alike else None


def _given_names(left: tuple[str, ...], right: tuple[str, ...]) -> str | None:
    if not left or not right:
        return "one without a given name"
    if left[0] == right[0]:
        return "the same given name"
    if (
        left[0].rstrip(".")[0] == right[0][0]
        and min(len(left[0].rstrip(".")), len(right[0].rstrip("."))) == 1
    ):
        return "an initial that fits"
    from rapidfuzz.distance import JaroWinkler

    return "given names spelled alike" if JaroWinkler.similarity(left[0], right[0]) >= SPELLING else None


def _turned(left: tuple[str, ...], right: tuple[str, ...]) -> str | None:
    """Return a reason for names with the family name first: "Choe Son Hui", later "Choe"."""
    if len(right) == 1 and len(left) > 1 and left[0] == right[0] and len(left) >= 3:
        return "the family name that stands first"
    return None


def _fullest(party: Party) -> tuple[int, int, str]:
    return (-len(_parts(party.name)), -len(party.name), party.id)


def with_canonical_ids(claims: Iterable[Claim]) -> tuple[tuple[Claim, ...], tuple[SameParty, ...]]:
    """Return claims with the ids of persons folded, and what was folded; names and spans stay as told."""
    given = tuple(claims)
    found = canonical_ids(party for claim in given for party in claim.parties)
    kept = {same.other: same.id for same in found}
    known = _known_offices(given, kept)
    if not found and not known:
        return given, ()
    return tuple(_renamed(claim, kept, known) for claim in given), found


def _known_offices(claims: Iterable[Claim], kept: Mapping[str, str]) -> dict[str, Party]:
    """Return person → the one telling of it with a country, for persons that some articles tell without.

    "Foreign Ministry spokesman Ivo Kern" is whose spokesman another article says he is.
    """
    told: dict[str, dict[str, Party]] = {}
    bare: set[str] = set()
    for party in (party for claim in claims for party in claim.parties):
        if party.kind is PartyKind.PERSON:
            name = kept.get(party.id, party.id)
            if party.country:
                told.setdefault(name, {}).setdefault(party.country, party)
            else:
                bare.add(name)
    return {
        name: next(iter(there.values())) for name, there in told.items() if name in bare and len(there) == 1
    }


def _renamed(claim: Claim, kept: Mapping[str, str], known: Mapping[str, Party]) -> Claim:
    def one(party: Party) -> Party:
        name = kept.get(party.id, party.id)
        office = known.get(name)
        if office is not None and party.country is None and party.kind is PartyKind.PERSON:
            return replace(party, id=name, country=office.country, sector=office.sector, of=office.of)
        return party if name == party.id else replace(party, id=name)

    def each(parties: tuple[Party, ...]) -> tuple[Party, ...]:
        return tuple(one(party) for party in parties)

    event = claim.event
    if event is not None:
        event = replace(
            event, actors=each(event.actors), recipients=each(event.recipients), against=each(event.against)
        )
    return replace(claim, sources=each(claim.sources), via=each(claim.via), event=event)
