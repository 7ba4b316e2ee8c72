"""One party: the roles it is named in, what it said, what is said of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.ledger import claim_day
from onrecord.records import Claim, Party, PartyKind, Stance
from onrecord.views.event_row import EventRow
from onrecord.views.words import Family, family_of, party_name, stance_words

__all__ = ["Partner", "PartyPage", "RoleSeen", "StanceCount", "party_page", "roles_of", "stance_counts"]


@dataclass(frozen=True, slots=True)
class RoleSeen:
    """A role articles give a party, and when.

    Attributes:
        name: Name as written.
        role: As told ("foreign minister"); None where only the name stands.
        of: id of the body the role belongs to.
        first: Earliest day a claim gives it.
        last: Latest such day.
        claims: Claims that give it.
    """

    name: str
    role: str | None
    of: str | None
    first: date | None
    last: date | None
    claims: int


@dataclass(frozen=True, slots=True)
class StanceCount:
    """How many claims of one stance."""

    stance: Stance
    words: str
    family: Family
    claims: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Partner:
    """Another party it is told to act towards, or that acts towards it."""

    party: str
    name: str
    claims: int


@dataclass(frozen=True, slots=True)
class PartyPage:
    """One party with all that is shown beside it.

    Attributes:
        party: Its id.
        name: Its readable name.
        kind: What sort of thing it is.
        country: ISO alpha-3 of the state it is or acts for.
        roles: Its names and roles over time, the newest first.
        says: Its stances as a source.
        told_of: The stances others take where it acts or is acted on.
        said: Newest claims it is a source of.
        about: Newest claims of others in which it acts or is acted on.
        events: Newest events it takes part in or speaks about.
        partners: Parties it is most often told of with.
    """

    party: str
    name: str
    kind: PartyKind
    country: str | None
    roles: tuple[RoleSeen, ...]
    says: tuple[StanceCount, ...]
    told_of: tuple[StanceCount, ...]
    said: tuple[Claim, ...]
    about: tuple[Claim, ...]
    events: tuple[EventRow, ...]
    partners: tuple[Partner, ...]


def party_page(
    party: str,
    said: Sequence[Claim],
    about: Sequence[Claim],
    *,
    says: tuple[StanceCount, ...],
    told_of: tuple[StanceCount, ...],
    events: tuple[EventRow, ...],
    partners: tuple[Partner, ...],
) -> PartyPage:
    """Return the page of a party named in at least one of these claims; a state with all who speak for it.

    Args:
        party: Its id.
        said: Claims it is a source of, the newest first.
        about: Claims in which it acts or is acted on, the newest first.
        says: Counts of its stances.
        told_of: Counts of the stances towards what it does or undergoes.
        events: Its events.
        partners: Whom it is told of with.
    """
    mentions = [(m, claim_day(c)) for c in (*said, *about) for m in _mentions(c, party)]
    own = [mention for mention, _ in mentions if mention.id == party]
    name = max((mention.name for mention in own), key=len, default=party)
    return PartyPage(
        party=party,
        name=party_name(party, {party: name}),
        kind=own[0].kind if own else PartyKind.STATE,
        country=own[0].country if own else party,
        roles=roles_of(mentions),
        says=says,
        told_of=told_of,
        said=tuple(said),
        about=tuple(about),
        events=events,
        partners=partners,
    )


def roles_of(mentions: Iterable[tuple[Party, date | None]]) -> tuple[RoleSeen, ...]:
    """Return the names and roles of a party's mentions with their days, the newest first."""
    found: dict[tuple[str, str | None, str | None], list[date | None]] = {}
    for party, day in mentions:
        found.setdefault((party.name, party.role, party.of), []).append(day)
    roles = []
    for (name, role, of), days in found.items():
        known = sorted(day for day in days if day is not None)
        first, last = (known[0], known[-1]) if known else (None, None)
        roles.append(RoleSeen(name, role, of, first, last, len(days)))
    roles.sort(key=lambda seen: (seen.last or date.min, seen.claims, seen.name), reverse=True)
    return tuple(roles)


def stance_counts(
    counts: Iterable[tuple[str, int, date | None, date | None]],
) -> tuple[StanceCount, ...]:
    """Return counts of stances, summed where a stance comes more than once, the commonest first."""
    found: dict[Stance, tuple[int, date | None, date | None]] = {}
    for value, number, first, last in counts:
        stance = Stance(value)
        n, a, b = found.get(stance, (0, None, None))
        firsts, lasts = [d for d in (a, first) if d], [d for d in (b, last) if d]
        found[stance] = (n + number, min(firsts, default=None), max(lasts, default=None))
    rows = [StanceCount(s, stance_words(s), family_of(s), n, a, b) for s, (n, a, b) in found.items()]
    return tuple(sorted(rows, key=lambda row: (-row.claims, row.words)))


def _mentions(claim: Claim, party: str) -> tuple[Party, ...]:
    return tuple(p for p in claim.parties if party in (p.id, p.country))
