"""The voices matrix: what each party is on record with about one event."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.reconcile.parties import is_unnamed, outlet_root, root_of, roots_of, voice_of
from onrecord.reconcile.stances import is_position
from onrecord.reconcile.telling import day_of
from onrecord.records import Claim, EventType, Side, Stance, Status, Voice

__all__ = ["Cast", "cast_of", "silent_parties", "speakers", "voices_of", "wars_in"]

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Cast:
    """The parts in one event, as roots of parties.

    Attributes:
        actors: Who does it.
        recipients: To, with or for whom.
        against: Whom it is aimed at.
        place: The state in which it happens, None when not told.
        foes: Roots at war with an actor in these articles.
    """

    actors: frozenset[str]
    recipients: frozenset[str]
    against: frozenset[str]
    place: str | None = None
    foes: frozenset[str] = frozenset()

    def side(self, party: str) -> Side:
        """Return the part that a party has; an outlet's own voice is always the outlet."""
        if party.startswith("outlet:"):
            return Side.OUTLET
        if party in self.actors:
            return Side.ACTOR
        if party in self.recipients:
            return Side.RECIPIENT
        if party in self.against or party in self.foes:
            return Side.OPPONENT
        return Side.THIRD_PARTY

    def concerned(self) -> frozenset[str]:
        """Return all who have a part in it."""
        return self.actors | self.recipients | self.against


def wars_in(claims: Iterable[Claim]) -> frozenset[Pair]:
    """Return the pairs of roots of whom claims tell that one uses force against the other or its friends.

    Args:
        claims: All claims of one article.
    """
    found: set[Pair] = set()
    for claim in claims:
        event = claim.event
        if event is None or event.negated or event.status not in {Status.HAPPENED, Status.ONGOING}:
            continue
        enemies = event.against + (event.recipients if event.type is EventType.ASSAULT else ())
        found |= {(a, b) for a in roots_of(event.actors) for b in roots_of(enemies) if a != b}
    return frozenset(found)


def cast_of(claims: Sequence[Claim], wars: frozenset[Pair] = frozenset()) -> Cast:
    """Return the parts that the claims of one event tell.

    A party that some claims have as an actor and others as a recipient keeps both only where the deed is
    mutual; else it has the part that more claims give it, the actor's where they are as many.
    """
    counts: dict[str, list[int]] = {}
    lands: dict[str, int] = {}
    for claim in claims:
        if claim.event is None:
            continue
        parts = (claim.event.actors, claim.event.recipients, claim.event.against)
        for i, parties in enumerate(parts):
            for party in sorted({voice_of(p) for p in parties if not is_unnamed(p) or root_of(p)}):
                counts.setdefault(party, [0, 0, 0])[i] += 1
        if claim.event.place is not None and claim.event.place.country:
            lands[claim.event.place.country] = lands.get(claim.event.place.country, 0) + 1
    part = {party: seen.index(max(seen)) for party, seen in counts.items()}
    actors = {p for p, i in part.items() if i == 0}
    place = min(lands, key=lambda land: (-lands[land], land)) if lands else None
    return Cast(
        actors=frozenset(actors),
        recipients=frozenset(p for p, i in part.items() if i == 1),
        against=frozenset(p for p, i in part.items() if i == 2),
        place=place,
        foes=frozenset({b for a, b in wars if a in actors} | {a for a, b in wars if b in actors}),
    )


def speakers(claim: Claim) -> tuple[str, ...]:
    """Return the party ids under which a claim is listed: its sources' roots, or its outlet."""
    if not claim.sources:
        return (outlet_root(claim),)
    return tuple(dict.fromkeys(voice_of(party) for party in claim.sources))


def voices_of(claims: Sequence[Claim], cast: Cast) -> tuple[Voice, ...]:
    """Return one voice a party, stance and day, by day; the unknown day last.

    A stance that answers "did it happen?" is superseded by the same party's newer answer, any other
    stance only by the same stance told anew.

    Args:
        claims: Claims of one event, in their fixed order.
        cast: The parts in it.
    """
    found: dict[tuple[str, Stance, date | None], list[str]] = {}
    for claim in claims:
        for party in speakers(claim):
            found.setdefault((party, claim.stance, day_of(claim)), []).append(claim.id)
    newest: dict[tuple[str, str], date] = {}
    for party, stance, said in found:
        kind = (party, _kind(stance))
        if said is not None:
            newest[kind] = max(newest.get(kind, said), said)
    voices = [
        Voice(
            party=party,
            side=cast.side(party),
            stance=stance,
            said=said,
            claims=tuple(ids),
            latest=said is None or said >= newest[party, _kind(stance)],
        )
        for (party, stance, said), ids in found.items()
    ]
    return tuple(sorted(voices, key=lambda v: (v.said or date.max, v.party, v.stance.value)))


def silent_parties(voices: Sequence[Voice], cast: Cast) -> tuple[str, ...]:
    """Return the parties concerned that are not on record about the event, sorted."""
    heard = {voice.party for voice in voices if voice.stance is not Stance.SILENT}
    return tuple(sorted(cast.concerned() - heard))


def _kind(stance: Stance) -> str:
    return "position" if is_position(stance) else stance.value
