"""For what sort of body without a name somebody works or speaks."""

from onrecord.codebook.roles import roles
from onrecord.codebook.wordclasses import word_classes
from onrecord.reading.parties.columns import Columns
from onrecord.reading.parties.describe import sector_word

__all__ = [
    "STATE_EMPLOYS",
    "employer_told",
    "is_staff",
    "is_unsided",
    "owns_private",
    "sector_employed",
    "sector_served",
]

STATE_EMPLOYS = frozenset({"GOV", "COP", "JUD", "LEG"})
"""Sectors of a state's bodies, which those who work there are of: "a ministry engineer"."""


_AT = frozenset({"from", "at", "of", "with"})
_IN = frozenset({"in", "inside", "within"})
"""Before where somebody works who is told as a source: "a source [in] the presidency"."""

_HEADING = frozenset({"official", "president", "secretary"})
"""Beside words that every sort of body has, those who head one or are of it."""

_REACH = 8
"""Tokens behind somebody among which the body stands that he is of."""


def sector_employed(columns: Columns, i: int) -> str | None:
    """Return the sector of the body without a name that somebody is of: "officials from the [airline]".

    "An engineer at the energy [ministry]", "the president of the teachers' [union]".
    """
    noun = _employer(columns, i, _AT | _IN if columns.lemmas[i] == "source" else _AT)
    if noun is None or columns.lemmas[i] not in _HEADING | roles().staff | word_classes().anywhere:
        return None
    found = _sector(columns, noun)
    vague = found == "GOV" and columns.lower[noun] in word_classes().vague_bodies
    return None if vague and columns.lemmas[i] != "official" else found


def employer_told(columns: Columns, i: int) -> str:
    """Return the words of the body that somebody is of, "" where its sector is not told."""
    noun = _employer(columns, i, _AT | _IN)
    known = noun is not None and sector_employed(columns, i) is not None
    return columns.told(i + 3, noun + 1) if noun is not None and known else ""


def _sector(columns: Columns, noun: int) -> str | None:
    """Return the sector of a body by its noun, None where firms and governments have such bodies too."""
    body = sector_word(roles().bodies, columns, noun)
    if body is not None and columns.lower[noun] not in word_classes().anywhere:
        return body[1]
    power = sector_word(roles().state, columns, noun)
    return power[1] if power is not None and power[1] != "GOV" else None


def _employer(columns: Columns, i: int, leading: frozenset[str]) -> int | None:
    """Return the noun, told without a name, that words right behind somebody lead to."""
    if columns.lower[i + 1 : i + 2] == [] or columns.lower[i + 1] not in leading:
        return None
    if columns.lower[i + 2 : i + 3] not in (["the"], ["a"], ["an"], ["its"], ["their"]):
        return None
    noun = None
    for j in range(i + 3, min(i + _REACH, len(columns))):
        if columns.tags[j].startswith("NN"):
            noun = j
        elif columns.tags[j] not in ("JJ", "JJS", "POS", "HYPH", "VBG"):
            break
    singular = noun is not None and columns.tags[noun] in ("NN", "NNP") and columns.words[noun].islower()
    return noun if singular else None


def is_staff(columns: Columns, i: int) -> bool:
    """Tell whether somebody is told by his work, which bodies of any sort give: "an engineer"."""
    return columns.lemmas[i] in roles().staff - {"man", "source"}


def sector_served(columns: Columns, i: int) -> str | None:
    """Return the sector of those without a name whom somebody speaks for: "a spokesman for the [rebels]"."""
    if columns.lower[i] not in word_classes().mouthpieces or columns.lower[i + 1 : i + 2] != ["for"]:
        return None
    noun = next((j for j in range(i + 2, min(i + _REACH, len(columns))) if columns.heads[j] == i + 1), i)
    if columns.tags[noun] not in ("NN", "NNS") or columns.lower[i + 2] not in ("the", "a", "an"):
        return None
    found = sector_word(roles().unnamed, columns, noun)
    if found is not None and found[1] in ("REB", "OPP"):
        return found[1]
    body = sector_word(roles().bodies, columns, noun)
    return body[1] if body is not None and body[1] not in ("GOV", "BUS") else None


def is_unsided(columns: Columns, i: int) -> bool:
    """Tell whether somebody is told only by what he knows or is near to, or works at a body of any sort.

    "A person [familiar with] the inquiry", "people [close to] the talks", "an analyst at the agency".
    """
    if columns.lemmas[i] in ("person", "people", "individual"):
        knows = "knowledge" in columns.lower[i + 1 : i + _SOON]
        return knows or not _KNOWING.isdisjoint(columns.lemmas[i + 1 : i + 3])
    noun = _employer(columns, i, _AT) if columns.lemmas[i] in roles().staff else None
    return noun is not None and sector_employed(columns, i) is None and _is_body(columns, noun)


_PRIVATE = frozenset(
    {"account", "page", "profile", "channel", "blog", "house", "home", "car", "dog", "phone"}
)


def owns_private(columns: Columns, i: int) -> bool:
    """Tell whether an owner has what no firm trades in: "the [owner] of the account", "whose [owner]"."""
    if columns.lemmas[i] != "owner":
        return False
    whose = columns.lower[i - 1 : i] == ["whose"]
    behind = columns.lemmas[i + 1 : i + 5] if columns.lower[i + 1 : i + 2] == ["of"] else []
    before = columns.lemmas[max(0, i - _WHOSE) : i] if whose else columns.lemmas[max(0, i - 2) : i]
    return not _PRIVATE.isdisjoint([*behind, *before])


_WHOSE = 14
"""Tokens before "whose" among which what is owned stands."""


def _is_body(columns: Columns, noun: int) -> bool:
    return any(sector_word(table, columns, noun) for table in (roles().bodies, roles().state))


_KNOWING = frozenset({"familiar", "close", "brief", "involve", "acquaint", "privy"})
"""What those are who know of a matter."""
_SOON = 4
"""Tokens behind such a word within which it is told what they know."""
