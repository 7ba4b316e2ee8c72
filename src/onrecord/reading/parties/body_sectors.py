"""Sectors that a body lends to who is of it, and that a body's name tells."""

from onrecord.codebook.bodies import sector_of_body
from onrecord.codebook.roles import roles

__all__ = ["sector_by_body", "sector_of_name"]

_BEHIND = frozenset({"of", "for", "at", "with", "from"})
"""Words behind which a body's name goes on."""

_STAFF = frozenset({"GOV", "CVL"})
"""Sectors of offices and people that a body of states has of its own: "UN experts"."""

_CHARITABLE = frozenset({"NGO", "EDU", "HLH", "REL", "MED"})
"""Sectors of bodies with an executive, a chairman and a founder, as firms have."""


def sector_by_body(sector: str | None, of: str | None, country: str | None, anywhere: bool) -> str | None:
    """Return the sector of the body an office is of where it is known; a private body has no government.

    Args:
        sector: What the office itself tells.
        of: id of the body.
        country: State told for it.
        anywhere: Whether firms and clubs have such offices too ("spokesman").
    """
    if sector in _STAFF and (country == "IGO" or of == "IGO"):
        return "IGO"
    if sector is None or of is None:
        return None if anywhere and sector == "GOV" and country is None else sector
    if of.startswith("group:"):
        return "REB"
    known = sector_of_body().get(of)
    if known is not None:
        return known
    own = sector_of_name(of) if of.startswith("org:") else None
    if own == "NGO" and country is not None and sector == "GOV" and _tells_little(of):
        return None  # a state's space organisation is no charity
    if sector == "MIL" and own == "COP":
        return own  # a commander of the police
    if sector == "BUS" and own in _CHARITABLE:
        return own  # the chief executive of a charity
    if sector == "IGO" and of.startswith("org:") and country is None:
        return None if own == "GOV" else own  # the secretary general of a party
    if sector != "GOV" or not of.startswith("org:"):
        return sector
    if own is not None and own != "GOV":
        return own
    return None if country is None and own is None else sector


def _tells_little(body: str) -> bool:
    """Tell whether a body's name ends in a word that leaves open what it is: `org:tcd-space-organisation`."""
    return body.rsplit("-", 1)[-1] in roles().open["NGO"]


def sector_of_name(body: str) -> str | None:
    """Return the sector that a body's id tells before "of": GOV of `org:tcd-central-bank`."""
    told = body.removeprefix("org:").split("-")
    words = told[: next((n for n, word in enumerate(told) if n and word in _BEHIND), len(told))]
    return roles().bodies.get(" ".join(words[-2:])) or roles().bodies.get(words[-1])
