"""Fold claims to the origins behind them: copies, citing chains, joint statements, bodies of one state."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.reconcile.parties import outlet_root, root_of, voice_of
from onrecord.reconcile.stances import asserts
from onrecord.reconcile.voices import Cast
from onrecord.records import Claim, OriginGroup, Party, Side, Stance

__all__ = ["Origin", "fold", "origin_groups"]


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


def fold(claims: Sequence[Claim], cast: Cast, copies: Mapping[str, str] | None = None) -> tuple[Origin, ...]:
    """Return the origins of the claims, those who vouch for the event before those who do not.

    Args:
        claims: Claims of one event, in their fixed order.
        cast: The parts in it.
        copies: Article → the article whose text it copies, the first one of all copies.
    """
    found: dict[str, list[Claim]] = {}
    joint: dict[str, frozenset[str]] = {}
    for claim in claims:
        for name, parts in _names(claim, copies or {}):
            found.setdefault(name, []).append(claim)
            joint[name] = parts
    return tuple(_origin(name, found[name], joint[name], cast, copies or {}) for name in _ranked(found))


def origin_groups(origins: Sequence[Origin]) -> tuple[OriginGroup, ...]:
    """Return origins as the public record shows them."""
    return tuple(OriginGroup(o.name, tuple(c.id for c in o.claims), o.because) for o in origins)


def _names(claim: Claim, copies: Mapping[str, str]) -> list[tuple[str, frozenset[str]]]:
    if not claim.sources:
        first = copies.get(claim.article.id)
        name = f"outlet:{first}" if first else outlet_root(claim)
        return [(name, frozenset())]
    names = tuple(dict.fromkeys(_name(party) for party in claim.sources))
    if claim.jointly and len(names) > 1:
        return [("+".join(sorted(names)), frozenset(names))]
    return [(name, frozenset({name})) for name in names]


def _name(party: Party) -> str:
    root = root_of(party)
    return root if root is not None else f"unknown:{voice_of(party).removeprefix('unknown:')}"


def _ranked(found: Mapping[str, list[Claim]]) -> list[str]:
    """Return names in the order of their first claim, those who vouch first."""
    place = {name: i for i, name in enumerate(found)}
    return sorted(found, key=lambda name: (not any(asserts(c) for c in found[name]), place[name]))


def _origin(
    name: str, claims: list[Claim], parts: frozenset[str], cast: Cast, copies: Mapping[str, str]
) -> Origin:
    sides = sorted((cast.side(part) for part in parts), key=list(Side).index) or [cast.side(name)]
    asserting = [claim for claim in claims if asserts(claim)]
    return Origin(
        name=name,
        claims=tuple(claims),
        side=sides[0],
        placed=not name.startswith("unknown:") and sides[0] is not Side.OUTLET,
        accuses=any(c.stance is Stance.ACCUSES for c in asserting),
        because=_because(claims, parts, copies),
    )


def _because(claims: list[Claim], parts: frozenset[str], copies: Mapping[str, str]) -> str:
    """Return in words what was folded into one origin."""
    said = []
    if len(parts) > 1:
        said.append("a joint statement")
    speakers = {p.id for c in claims for p in c.sources}
    if len(speakers) > 1 and len(parts) == 1:
        said.append(f"{len(speakers)} bodies or officials of one side")
    outlets = {c.article.outlet for c in claims if c.article.outlet}
    if len(outlets) > 1:
        said.append(f"quoted by {len(outlets)} outlets")
    carriers = sorted({p.name for c in claims for p in c.via})
    if carriers:
        said.append(f"carried by {', '.join(carriers)}")
    copied = sorted({c.article.id for c in claims if c.article.id in copies})
    if copied:
        said.append(f"copied text: {', '.join(copied)}")
    if any(root_of(p) is None for c in claims for p in c.sources):
        said.append("cannot be placed: counts for no independent origin")
    return "; ".join(said) or "one speaker"
