"""Whom somebody by name serves, where a possessor before the office tells it: "the [group]'s director"."""

from dataclasses import replace

from onrecord.codebook.wordclasses import word_classes
from onrecord.reading.layers import Mention
from onrecord.reading.parties.columns import Columns
from onrecord.reading.parties.draft import ORGANISED
from onrecord.records import Party, PartyKind

__all__ = ["OF_CLUBS_TOO", "sector_of_own", "with_owners", "without_possessor"]


def with_owners(columns: Columns, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Give persons the body or group told to own their office: "the [group]'s director, Ann Cole"."""
    owners: dict[str, Party] = {}
    for mention in mentions:
        owner = _owner(columns, mentions, mention)
        if owner is not None:
            owners.setdefault(mention.party.id, owner)
    return tuple(_serving(mention, owners.get(mention.party.id)) for mention in mentions)


def _owner(columns: Columns, mentions: tuple[Mention, ...], person: Mention) -> Party | None:
    """Return whose somebody with an office is, by a mention inside his own that ends in "'s"."""
    party = person.party
    if party.kind is not PartyKind.PERSON or party.role is None or party.of is not None:
        return None
    inside = (m for m in mentions if person.start <= m.start and m.end < person.end and m is not person)
    owners = [m.party for m in inside if columns.tags[m.end] == "POS" and not m.compound]
    owners += [m.party for m in mentions if _owns_behind(columns, m, person) and not m.compound]
    return next((p for p in owners if p.kind in ORGANISED and not p.id.startswith("unknown:")), None)


def _owns_behind(columns: Columns, pronoun: Mention, person: Mention) -> bool:
    """Tell whether a pronoun right behind a name owns the office: "Ann Cole, [its] director general,"."""
    follows = pronoun.start == person.end + 1 and columns.words[person.end] == ","
    return follows and pronoun.end == pronoun.start + 1 and columns.lower[pronoun.start] in ("its", "their")


def _serving(mention: Mention, owner: Party | None) -> Mention:
    party = mention.party
    if owner is None or party.of is not None:
        return mention
    own = replace(
        party, of=owner.id, country=party.country or owner.country, sector=sector_of_own(party, owner)
    )
    return replace(mention, party=own)


def sector_of_own(person: Party, owner: Party) -> str | None:
    """Return the sector of somebody by whose he is: a navy's spokesman, a rebel group's commander."""
    if owner.kind is PartyKind.GROUP and person.sector in ("MIL", "GOV", "BUS", None):
        return owner.sector
    last = str(person.role or "").lower().split()[-1:]
    of_any_body = (word_classes().anywhere | OF_CLUBS_TOO).issuperset(last)
    return owner.sector or person.sector if of_any_body else person.sector


OF_CLUBS_TOO = frozenset({"president", "secretary"})
"""Offices of states that unions and clubs have too."""


def without_possessor(mention: Mention) -> Mention:
    """Return a person's mention whose role does not tell without a name whose it is.

    "The region's fisheries minister" is a fisheries minister; "Nice's mayor" is no other mayor, nor is a
    "women's coach" any coach.
    """
    party = mention.party
    told = (party.role or "").replace("’", "'")
    office = told.rpartition("'s ")[2].rpartition("' ")[2]
    whose = told.removesuffix(office).rstrip(" '").removesuffix("'s")
    bare = whose.islower() and whose.split()[-1] not in _NO_OWNERS and office != "attorney"
    if party.kind is not PartyKind.PERSON or not office or not bare:
        return mention
    return replace(mention, party=replace(party, role=office))


_NO_OWNERS = frozenset({"women", "men", "girls", "boys", "children", "people"})
"""Of whom an office is told that is none of theirs: "women's basketball coach"."""
