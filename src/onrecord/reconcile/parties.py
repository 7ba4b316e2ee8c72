"""Who stands behind a party: the state, organisation or group whose word its word is."""

import re

from onrecord.codebook.bodies import outlet_name
from onrecord.codebook.wordclasses import word_classes
from onrecord.records import Article, ArticleRef, Claim, Party, PartyKind

__all__ = [
    "is_outlet",
    "is_unnamed",
    "outlet_id",
    "outlet_of",
    "outlet_root",
    "root_of",
    "roots_of",
    "voice_of",
]

_APART = frozenset({"OPP", "CVL", "BUS", "NGO", "REB", "PTY", "EDU", "LAB", "REF", "CRM", "HLH"})
"""Sectors that do not speak for the state they are in: opposition, civilians, business and the like."""

_OF_A_STATE = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY"})
"""Sectors of a state's own bodies: without the state, "the Foreign Ministry" can be anybody's."""

_STATE_BODY = re.compile(
    r"org:(?:[\w-]+-)?(?:ministry|parliament|army|military|police|government|cabinet|general-staff)$"
)
"""Ids of such bodies, for their officials: of whom often no sector is told either."""

_STATE_OUTLET = re.compile(r"org:[a-z]{3}-state-")
"""Ids of outlets told as the state's own: "the state news agency"."""

_BLOCS = {"EUE": "EU"}
"""Country codes of records that stand for a body with an id of its own."""

_ANY_IGO = "IGO"

_BRANCHES_OF = {"UNSC": "UNSC", "UNGA": "UNGA"}
"""Bodies in which states speak for themselves: no voice of the organisation above them."""


def root_of(party: Party) -> str | None:
    """Return the id of the state, organisation or group a party speaks and acts for.

    "PRK" for North Korea, its ministries and officials; "EU" for EU bodies and their officials; the
    party's own id for private people, companies and armed groups. None for a party that cannot be
    placed: an unnamed one, or a state's body of which no text tells the state.
    """
    if party.kind is PartyKind.PLACE:
        return party.country
    if party.kind is PartyKind.STATE:
        return party.country or party.id
    if is_outlet(party):
        return None if is_unnamed(party) else party.id
    if party.sector in _APART or party.kind is PartyKind.GROUP or _is_former(party):
        return None if is_unnamed(party) else party.id
    if party.country in _BLOCS:
        return _BLOCS[party.country]
    if party.country and party.country != _ANY_IGO:
        return party.country
    if party.country is None and (party.sector in _OF_A_STATE or _STATE_BODY.match(party.of or party.id)):
        return None
    if party.id in _BRANCHES_OF:
        return party.id
    if party.of:
        return _BRANCHES_OF.get(party.of, party.of)
    return None if is_unnamed(party) else party.id


def _is_former(party: Party) -> bool:
    """Tell whether somebody no longer holds the office told: a former minister speaks for no state."""
    return bool(party.role) and str(party.role).lower().split()[0] in word_classes().former


def roots_of(parties: tuple[Party, ...]) -> frozenset[str]:
    """Return the roots of several parties; those that cannot be placed are left out."""
    return frozenset(root for party in parties if (root := root_of(party)) is not None)


def is_unnamed(party: Party) -> bool:
    """Tell whether the text gives no name and no body: "two officials", "sources"."""
    return party.kind is PartyKind.UNKNOWN or party.id.startswith("unknown:")


def outlet_root(claim: Claim) -> str:
    """Return the party id of an outlet's own voice: "outlet:" and its name, or its article's id."""
    return outlet_of(claim.article)


def outlet_of(article: ArticleRef | Article) -> str:
    """Return the party id of the outlet an article is from: "outlet:" and its name, or the article's id."""
    return outlet_id(article.outlet) if article.outlet else f"outlet:{article.id}"


def outlet_id(name: str) -> str:
    """Return the party id of an outlet, given any of its names or its address."""
    return f"outlet:{outlet_name(name)}"


def is_outlet(party: Party) -> bool:
    """Tell whether a party is a news outlet that speaks for no government."""
    if party.sector != "MED" or party.kind is not PartyKind.ORGANISATION:
        return False
    return party.of is None and not _STATE_OUTLET.match(party.id)


def voice_of(party: Party) -> str:
    """Return the party id under which a voice is listed: its root, or its own id where it has none."""
    return root_of(party) or party.id
