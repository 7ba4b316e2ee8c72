"""The standing of an event: the written rules, in their order, the first that fits.

docs/standing.md tells them to readers; the names here are those shown as `standing_rule`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.reconcile.origins import Origin
from onrecord.reconcile.stances import asserts, is_position, stands_against, takes_back
from onrecord.reconcile.telling import day_of
from onrecord.reconcile.voices import Cast, speakers
from onrecord.records import Claim, Side, Stance, Standing, Status

__all__ = ["RULES", "Verdict", "standing_of", "status_of"]

RULES: dict[str, str] = {
    "retracted-by-every-origin": "Everyone who vouched for it has taken it back.",
    "asserted-and-denied-by-party-concerned": (
        "An origin vouches for it; an actor, a recipient or the government of the place denies it."
    ),
    "actor-admits": "An actor admits what others said of it.",
    "actor-says-another-confirms": "An actor says it did so and an independent party confirms it.",
    "two-third-parties": "Two independent third parties vouch for it, neither of them accusing.",
    "two-origins": "Two independent origins, of any side, vouch for it.",
    "only-denials": "Nobody on record vouches for it; someone denies it.",
    "only-accusers-opponents-or-unnamed": "All who vouch for it accuse, oppose an actor, or are unnamed.",
    "one-origin": "One origin vouches for it.",
    "outlet-only": "Told by news outlets alone; nobody is named as their source.",
    "told-without-assertion": "Spoken of as done, but nobody on record vouches for it.",
    "status-feared": "Only told as possible.",
    "status-planned": "Only told as planned or conditional.",
    "status-demanded": "Only asked for.",
}
"""Rule name → what it says, in the order in which the rules are tried."""

_STAGES = (
    Status.HAPPENED,
    Status.ONGOING,
    Status.PLANNED,
    Status.CONDITIONAL,
    Status.DEMANDED,
    Status.POSSIBLE,
)
"""Stages of a deed, the furthest first."""

_TELLING = frozenset(
    {
        Stance.REPORTS,
        Stance.SAYS,
        Stance.CONFIRMS,
        Stance.ACCUSES,
        Stance.CONDEMNS,
        Stance.SUPPORTS,
        Stance.JUSTIFIES,
        Stance.ESTIMATES,
        Stance.PROMISES,
    }
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """A standing, the rule that gave it, and how many independent origins stand behind the event."""

    standing: Standing
    rule: str
    origins: int


def standing_of(claims: Sequence[Claim], cast: Cast, origins: Sequence[Origin], status: Status) -> Verdict:
    """Return the standing of an event by the first rule that fits.

    Args:
        claims: Claims of the event.
        cast: The parts in it.
        origins: Of the claims, as `fold` gives them.
        status: Of the event, as `status_of` gives it.
    """
    positions = _latest_positions(claims)
    cited = any(o.outlet and any(asserts(c) for c in o.claims) for o in origins)
    vouching = [o for o in origins if not o.outlet and any(_still_asserts(c, positions) for c in o.claims)]
    placed = [o for o in vouching if o.placed]
    rule = _rule(claims, cast, vouching, placed, positions, status, cited=cited)
    standing = _STANDINGS.get(rule)
    return Verdict(
        standing or _by_status(status), rule, len(placed) or int(cited or _anyone(vouching, claims, status))
    )


def status_of(claims: Sequence[Claim]) -> Status:
    """Return the furthest stage that a claim tells, denials and retractions left out."""
    told = {_stage(c) for c in claims if c.event and not c.event.negated and c.stance in _TELLING}
    if not told:
        told = {_stage(c) for c in claims if c.event}
    return next(stage for stage in _STAGES if stage in told)


def _stage(claim: Claim) -> Status:
    """Return the stage a claim tells; what its own source threatens or promises is more than possible."""
    assert claim.event is not None
    if claim.event.status is Status.POSSIBLE:
        own = {Stance.THREATENS: Status.CONDITIONAL, Stance.PROMISES: Status.PLANNED}
        return own.get(claim.stance, Status.POSSIBLE)
    return claim.event.status


_STANDINGS = {
    "retracted-by-every-origin": Standing.RETRACTED,
    "asserted-and-denied-by-party-concerned": Standing.DISPUTED,
    "actor-admits": Standing.CONFIRMED,
    "actor-says-another-confirms": Standing.CONFIRMED,
    "two-third-parties": Standing.CONFIRMED,
    "two-origins": Standing.CORROBORATED,
    "only-denials": Standing.DENIED,
    "only-accusers-opponents-or-unnamed": Standing.ALLEGED,
    "one-origin": Standing.SINGLE_ORIGIN,
    "outlet-only": Standing.SINGLE_ORIGIN,
    "told-without-assertion": Standing.SINGLE_ORIGIN,
}


def _rule(
    claims: Sequence[Claim],
    cast: Cast,
    vouching: Sequence[Origin],
    placed: Sequence[Origin],
    positions: "dict[str, list[Claim]]",
    status: Status,
    *,
    cited: bool,
) -> str:
    if not vouching and any(takes_back(c) for p in positions.values() for c in p):
        return "retracted-by-every-origin"
    concerned = cast.actors | cast.recipients | frozenset({cast.place} if cast.place else ())
    deniers = {p for p, newest in positions.items() if any(stands_against(c) for c in newest)}
    if any(set(o.name.split("+")) - deniers for o in vouching) and deniers & concerned:
        return "asserted-and-denied-by-party-concerned"
    if _actor_admits(placed, cast, positions):
        return "actor-admits"
    if _another_confirms(placed):
        return "actor-says-another-confirms"
    if sum(o.side is Side.THIRD_PARTY and not o.accuses for o in placed) >= 2:
        return "two-third-parties"
    if len(placed) >= 2 and not all(_partisan(o) for o in placed):
        return "two-origins"
    if not vouching and deniers:
        return "only-denials"
    if vouching:
        return "only-accusers-opponents-or-unnamed" if all(map(_partisan, vouching)) else "one-origin"
    return _unvouched(claims, status, cited)


def _unvouched(claims: Sequence[Claim], status: Status, cited: bool) -> str:
    if status in {Status.HAPPENED, Status.ONGOING}:
        outlets = cited or any(c.stance is Stance.REPORTS and c.event and not c.event.negated for c in claims)
        return "outlet-only" if outlets else "told-without-assertion"
    return f"status-{_by_status(status).value}"


def _partisan(origin: Origin) -> bool:
    return origin.accuses or origin.side is Side.OPPONENT or not origin.placed


def _actor_admits(placed: Sequence[Origin], cast: Cast, positions: "dict[str, list[Claim]]") -> bool:
    """Tell whether an actor owns to what somebody who is no actor said of it on that day or before."""
    others = [o for o in placed if o.side is not Side.ACTOR]
    days = [day for o in others for c in o.claims if asserts(c) and (day := day_of(c))]
    for actor in cast.actors:
        for claim in positions.get(actor, ()):
            if not asserts(claim):
                continue
            if claim.stance in {Stance.CONFIRMS, Stance.JUSTIFIES} and others:
                return True
            accused = any(c.stance is Stance.ACCUSES for o in others for c in o.claims)
            if accused and days and (day_of(claim) or date.min) >= min(days):
                return True
    return False


def _another_confirms(placed: Sequence[Origin]) -> bool:
    own = [o for o in placed if o.side is Side.ACTOR]
    others = [o for o in placed if o.side is not Side.ACTOR]
    return bool(own) and any(c.stance is Stance.CONFIRMS and asserts(c) for o in others for c in o.claims)


def _latest_positions(claims: Sequence[Claim]) -> dict[str, list[Claim]]:
    """Return party → its newest claims that answer "did it happen?"; those without a day are all kept.

    A party that declines to comment or falls silent has not taken back what it said before.
    """
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        if is_position(claim.stance) and (asserts(claim) or stands_against(claim) or takes_back(claim)):
            for party in speakers(claim):
                found.setdefault(party, []).append(claim)
    newest = {}
    for party, said in found.items():
        days = [day for c in said if (day := day_of(c))]
        newest[party] = [c for c in said if day_of(c) is None or day_of(c) == max(days)]
    return newest


def _still_asserts(claim: Claim, positions: "dict[str, list[Claim]]") -> bool:
    """Tell whether a claim vouches for the event and its speaker has not since turned round."""
    if not asserts(claim):
        return False
    for party in speakers(claim):
        turned = [c for c in positions.get(party, ()) if stands_against(c) or takes_back(c)]
        if not turned or all(c.id == claim.id for c in turned):
            return True
        if not any(takes_back(c) for c in turned) and claim in positions[party]:
            return True
    return False


def _anyone(vouching: Sequence[Origin], claims: Sequence[Claim], status: Status) -> bool:
    done = status in {Status.HAPPENED, Status.ONGOING}
    return bool(vouching) or (done and any(c.stance is Stance.REPORTS for c in claims))


def _by_status(status: Status) -> Standing:
    if status is Status.DEMANDED:
        return Standing.DEMANDED
    return Standing.FEARED if status is Status.POSSIBLE else Standing.PLANNED
