"""Fold claims to the origins behind them: copies, credits, citing chains, statements, bodies of a state."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.reconcile.copies import copy_share, shingles
from onrecord.reconcile.parties import is_outlet, outlet_id, outlet_root, root_of, voice_of
from onrecord.reconcile.press import Press
from onrecord.reconcile.stances import asserts
from onrecord.reconcile.voices import Cast
from onrecord.records import Claim, OriginGroup, Party, Side, Stance
from onrecord.text.amounts import counted

__all__ = ["Origin", "fold", "origin_groups"]

_QUOTED = 4
"""Least runs of five words in a quotation that tells its speaker: eight words."""

_SAME_WORDS = 0.8
"""Share of the shorter quotation's runs of five words that makes two the same words."""

_Key = tuple[str, str]
"""Name of an origin; article of an unnamed one, else ""."""


@dataclass(frozen=True, slots=True)
class Origin:
    """One first speaker who vouches for an event, with all claims that rest on it.

    Attributes:
        name: Root of the speaker; several joined by "+" where they spoke with one voice.
        claims: The claims, in their order.
        side: Its part in the event; the part nearest to the deed where several speak as one.
        placed: False when it cannot be told who it is: it never counts as independent.
        accuses: True when it accuses, whatever else it says: an accuser is no neutral witness.
        because: What was folded and why, in words.
    """

    name: str
    claims: tuple[Claim, ...]
    side: Side
    placed: bool
    accuses: bool
    because: str

    @property
    def outlet(self) -> bool:
        """Tell whether it is an outlet's own voice."""
        return self.side is Side.OUTLET


def fold(claims: Sequence[Claim], cast: Cast, press: Press | None = None) -> tuple[Origin, ...]:
    """Return the origins of the claims, those who vouch for the event before those who do not.

    Args:
        claims: Claims of one event, in their fixed order.
        cast: The parts in it.
        press: Where their articles come from.
    """
    press = press or Press()
    found: dict[_Key, list[Claim]] = {}
    joint: dict[_Key, frozenset[str]] = {}
    for claim in claims:
        for name, parts in _names(claim, press):
            key = name, _unnamed_in(name, claim, press, found)
            found.setdefault(key, []).append(claim)
            joint[key] = parts
    return tuple(_origin(key[0], found[key], joint[key], cast, press) for key in _ranked(found))


def origin_groups(origins: Sequence[Origin]) -> tuple[OriginGroup, ...]:
    """Return origins as the public record shows them."""
    return tuple(OriginGroup(o.name, tuple(c.id for c in o.claims), o.because) for o in origins)


def _names(claim: Claim, press: Press) -> list[tuple[str, frozenset[str]]]:
    if not claim.sources:
        return [(press.tellers.get(claim.article.id) or outlet_root(claim), frozenset())]
    names = tuple(dict.fromkeys(_name(party) for party in claim.sources))
    if claim.jointly and len(names) > 1:
        return [("+".join(sorted(names)), frozenset(names))]
    return [(name, frozenset({name})) for name in names]


def _name(party: Party) -> str:
    if is_outlet(party):
        return outlet_id(party.name)
    root = root_of(party)
    return root if root is not None else f"unknown:{voice_of(party).removeprefix('unknown:')}"


def _unnamed_in(name: str, claim: Claim, press: Press, found: Mapping["_Key", list[Claim]]) -> str:
    """Return the article whose unnamed source this is, "" for a named one.

    "A Western official" of two outlets is one voice only where one copies the other or both quote the same
    words.
    """
    if not name.startswith("unknown:"):
        return ""
    words = _said(claim)
    for (other, article), claims in found.items():
        heard = claims if other == name and len(words) >= _QUOTED else ()
        if any(copy_share(words, _said(one)) >= _SAME_WORDS for one in heard):
            return article
    return press.copies.get(claim.article.id, claim.article.id)


def _said(claim: Claim) -> frozenset[int]:
    """Return the runs of five words of what a claim's source said."""
    return _runs(" ".join(span.text for span in claim.content or claim.evidence))


@lru_cache(maxsize=10_000)
def _runs(text: str) -> frozenset[int]:
    return shingles(text)


def _ranked(found: Mapping["_Key", list[Claim]]) -> list["_Key"]:
    """Return keys in the order of their first claim, those who vouch first."""
    place = {key: i for i, key in enumerate(found)}
    return sorted(found, key=lambda key: (not any(asserts(c) for c in found[key]), place[key]))


def _origin(name: str, claims: list[Claim], parts: frozenset[str], cast: Cast, press: Press) -> Origin:
    sides = sorted((cast.side(part) for part in parts), key=list(Side).index) or [cast.side(name)]
    asserting = [claim for claim in claims if asserts(claim)]
    return Origin(
        name=name,
        claims=tuple(claims),
        side=sides[0],
        placed=not name.startswith("unknown:") and sides[0] is not Side.OUTLET,
        accuses=any(c.stance is Stance.ACCUSES for c in asserting),
        because=_because(name, claims, parts, press),
    )


def _because(name: str, claims: list[Claim], parts: frozenset[str], press: Press) -> str:
    """Return in words what was folded into one origin."""
    said = []
    if len(parts) > 1:
        said.append("a joint statement")
    speakers = {p.id for c in claims for p in c.sources if _name(p) in parts}
    if len(speakers) > 1 and len(parts) == 1:
        said.append(f"{len(speakers)} bodies or officials of one side")
    outlets = {outlet_root(c) for c in claims}
    if name.startswith("outlet:"):
        said += _credits(name, claims)
    elif len(outlets) > 1:
        said.append(f"quoted by {len(outlets)} outlets")
    carriers = sorted({p.name for c in claims for p in c.via if outlet_id(p.name) not in outlets})
    if carriers:
        said.append(f"carried by {', '.join(carriers)}")
    copied = sorted({c.article.id for c in claims if c.article.id in press.copies})
    if copied:
        said.append(f"copied text: {', '.join(copied)}")
    if any(root_of(p) is None for c in claims for p in c.sources):
        said.append("cannot be placed: counts for no independent origin")
    return "; ".join(said) or "one speaker"


def _credits(name: str, claims: list[Claim]) -> list[str]:
    """Return in words how others than an outlet itself carry what it tells."""
    crediting = {outlet_root(c) for c in claims if not c.sources} - {name}
    citing = {outlet_root(c) for c in claims if c.sources} - {name}
    ways = (("credited or copied by", crediting), ("cited by", citing))
    return [f"{way} {counted(str(len(by)), 'outlet')}" for way, by in ways if by]
