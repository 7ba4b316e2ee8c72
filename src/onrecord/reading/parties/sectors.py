"""Sectors that only one word tells, and that word is said of governments, firms, clubs and unions alike."""

from dataclasses import replace

from onrecord.codebook.bodies import sector_of_body
from onrecord.codebook.roles import roles
from onrecord.codebook.wordclasses import word_classes
from onrecord.reading.layers import Mention
from onrecord.records import Party, PartyKind

__all__ = ["without_guess"]

_GUESSED = frozenset({"GOV", "BUS", "LEG", "MIL", "MED", "SPY"})
"""Sectors the table of words gives to those that stand alone ("the agency": GOV)."""

_OFFICIAL = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY"})
"""Sectors of a state's own bodies, for which nobody speaks who has left them."""

_LONGEST_ENTRY = 3
"""Words of the longest entry of the tables that tells a sector where its last word alone does not."""


def without_guess(mention: Mention) -> Mention:
    """Return a mention without a sector that is only guessed, or is of an office somebody no longer holds.

    Whose chairman or agency it is, is not told; a former minister speaks for no ministry.
    """
    if not any(_is_guess(party) for party in mention.parties):
        return mention
    party, *compound = (replace(p, sector=None) if _is_guess(p) else p for p in mention.parties)
    return replace(mention, party=party, compound=tuple(compound))


def _is_guess(party: Party) -> bool:
    if party.sector in _OFFICIAL and party.role and party.role.lower().split()[0] in word_classes().former:
        return True
    if party.sector not in _GUESSED or party.country is not None or party.kind is PartyKind.STATE:
        return False
    if party.of is not None and (not party.of.startswith("org:") or party.of in sector_of_body()):
        return False
    words = (party.role or party.name).lower().split()
    end = next((n for n, word in enumerate(words) if n and word in _BEHIND), len(words))
    *before, last = words[:end] or [""]
    if not {last, last.removesuffix("s")} & word_classes().anywhere:
        return False
    return not _tells(before, last, party.sector)


_BEHIND = frozenset({"of", "for", "on", "at", "to", "against"})
"""Words behind which a name or an office goes on: "Joint [Council] for Harbours"."""


def _tells(before: list[str], last: str, sector: str | None) -> bool:
    """Tell whether words before the sort tell the sector: "army [officer]", "aid [agency]"."""
    table = roles()
    told = (table.state, table.bodies, table.unnamed, table.offices)
    words = [*before, last.removesuffix("s")]
    longer = (" ".join(words[-size:]) for size in range(2, min(_LONGEST_ENTRY, len(words)) + 1))
    alone = (word.removesuffix("s") for word in before)
    return any(entry in one for entry in longer for one in told) or any(
        one.get(word) == sector for word in alone for one in told
    )
