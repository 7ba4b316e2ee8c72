"""Sectors that a body lends to who is of it, and that a body's name tells."""

from onrecord.codebook.bodies import sector_of_body
from onrecord.codebook.roles import roles
from onrecord.codebook.wordclasses import word_classes
from onrecord.reading.parties.columns import Columns

__all__ = ["sector_by_body", "sector_by_its_words", "sector_of_name"]

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


def sector_by_its_words(columns: Columns, start: int, i: int, sector: str) -> str | None:
    """Return the sector of a named body as the words around its sort tell it."""
    network = sector == "MED" and columns.lower[i : i + 2] == ["network", "for"]
    if _is_of_clergy(columns, i):
        return "REL"
    if columns.lower[i] == "congress" and _is_of_members(columns, start, i):
        return None
    if network or (sector == "LEG" and not _is_of_parliament(columns, start, i)):
        return "NGO"
    if sector == "BUS" and _is_told_charitable(columns, i + 1):
        return "NGO"
    return "GOV" if sector == "NGO" and _is_of_ministry(columns, start, i) else sector


def _is_of_clergy(columns: Columns, i: int) -> bool:
    """Tell whether a body is one of churches or clergy: "the Council of [Churches]"."""
    if columns.lower[i + 1 : i + 2] != ["of"]:
        return False
    for word in (w for w in columns.lower[i + 2 : i + _TOPIC] if w.endswith("s")):
        told = {word.removesuffix("s"), word.removesuffix("es")}
        if any(table.get(one) == "REL" for table in (roles().bodies, roles().offices) for one in told):
            return True
    return False


_TOPIC = 5
"""Tokens behind a body's sort among which the word for its members stands."""


def _is_of_members(columns: Columns, start: int, i: int) -> bool:
    """Tell whether a congress is a league's or a party's by its name: "the World Mining [Congress]"."""
    before = columns.lower[i - 1]
    named = i - 1 > start and columns.words[i - 1].istitle() and columns.tags[i - 1] in ("NNP", "NNPS", "JJ")
    return named and before not in ("national", "federal", "general", "people")


def _is_told_charitable(columns: Columns, comma: int) -> bool:
    """Tell whether a name is told to be no firm's: "the Norland Corporation, [a non-profit group]"."""
    told = columns.words[comma : comma + 1] == [","] and columns.lower[comma + 1 : comma + 2] in (
        ["a"],
        ["an"],
    )
    after = "".join(columns.lower[comma + 2 : comma + _TOLD_SOON])
    return told and any(word in after for word in ("nonprofit", "non-profit", "not-for-profit", "charit"))


_TOLD_SOON = 7
"""Tokens behind a name's comma in which its sort is told."""


def _is_of_ministry(columns: Columns, start: int, i: int) -> bool:
    """Tell whether a centre is a ministry's: "the Harbour [Ministry's] Press Centre"."""
    centre = columns.lower[i] in ("center", "centre", "institute")
    return centre and not {"ministry", "department"}.isdisjoint(columns.lower[start:i])


def _is_of_parliament(columns: Columns, start: int, i: int) -> bool:
    """Tell whether a committee is a parliament's: it is one on a subject, or told to be."""
    if columns.lemmas[i].lower() not in ("committee", "committees"):
        return True
    return columns.lower[i + 1 : i + 2] == ["on"] or not word_classes().of_parliament.isdisjoint(
        columns.lower[start:i]
    )
