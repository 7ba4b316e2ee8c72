"""What is new, changed, disputed and to be watched since a day, as sections of lines with their claims."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.records import Change, Event, Side, Stance, Standing, Status
from onrecord.views.number_series import number_tables
from onrecord.views.words import STATUS_WORDS, party_name, stance_words, standing_words

__all__ = ["Brief", "BriefLine", "BriefSection", "brief_of"]

_MOST = 40
"""Lines of a section; what is left out is counted."""

_TO_WATCH = frozenset({Standing.FEARED, Standing.PLANNED, Standing.DEMANDED})
_ANSWERS = frozenset({Stance.CONFIRMS, Stance.DENIES, Stance.RETRACTS, Stance.DECLINES_TO_CONFIRM})


@dataclass(frozen=True, slots=True)
class BriefLine:
    """One line, with what proves it.

    Attributes:
        text: In words.
        event: id of its event.
        claims: ids of the claims behind it, the newest last.
    """

    text: str
    event: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BriefSection:
    """Lines under one heading, the weightiest first.

    Attributes:
        heading: What they have in common.
        lines: At most forty.
        more: How many were left out.
    """

    heading: str
    lines: tuple[BriefLine, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Brief:
    """A brief.

    Attributes:
        since: First day it tells of.
        party: Party it was asked for, by name; None for all.
        sections: New, changed, disputed, to watch; those without a line left out.
        charted: Events whose numbers differ between sources, for charts.
    """

    since: date
    party: str | None
    sections: tuple[BriefSection, ...]
    charted: tuple[Event, ...]


def brief_of(
    events: Iterable[Event], since: date, names: Mapping[str, str], party: str | None = None
) -> Brief:
    """Return the brief of some events.

    Args:
        events: Events of which something was said on `since` or later.
        since: First day.
        names: Party id → readable name.
        party: Name of the party asked for.
    """
    given = sorted(events, key=lambda e: (-e.origins, -len(e.claims), e.id))
    new = [e for e in given if (first := _first(e)) is not None and first >= since]
    fresh = {e.id for e in new}
    sections = (
        _section("New", [_new(e, names) for e in new]),
        _section("Changed", [line for e in given if e.id not in fresh for line in _changed(e, since, names)]),
        _section("Disputed", [line for e in given for line in _disputed(e, names)]),
        _section("To watch", [_watch(e, names) for e in given if e.standing in _TO_WATCH]),
    )
    charted = tuple(e for e in given if any(len({p.party for p in s.series}) > 1 for s in e.numbers))
    return Brief(since, party, tuple(s for s in sections if s.lines), charted[:6])


def _section(heading: str, lines: Sequence[BriefLine]) -> BriefSection:
    return BriefSection(heading, tuple(lines[:_MOST]), max(0, len(lines) - _MOST))


def _first(event: Event) -> date | None:
    return min((v.said for v in event.voices if v.said is not None), default=None)


def _new(event: Event, names: Mapping[str, str]) -> BriefLine:
    text = f"{event.title}: {_stands(event)}"
    voices = [v for v in event.voices if v.side is not Side.OUTLET][:3]
    told = "; ".join(f"{party_name(v.party, names)} {stance_words(v.stance)}" for v in voices)
    return BriefLine(f"{text} ({told})." if told else f"{text}.", event.id, event.claims[-5:])


def _changed(event: Event, since: date, names: Mapping[str, str]) -> list[BriefLine]:
    """Return a line for each change of the days asked for, and for each answer given in them."""
    lines = []
    for change in event.history:
        if change.day is not None and change.day >= since:
            lines.append(BriefLine(f"{event.title}: {_change(change)}.", event.id, (change.claim,)))
    for voice in event.voices:
        if voice.said is not None and voice.said >= since and voice.stance in _ANSWERS:
            text = f"{event.title}: {party_name(voice.party, names)} {stance_words(voice.stance)} it"
            lines.append(BriefLine(f"{text} ({voice.said}).", event.id, voice.claims))
    return lines


def _change(change: Change) -> str:
    now = change.to.replace("_", " ")
    if change.field == "numbers":
        return f"now {now}, before {change.before}" if change.before else f"{now}"
    before = f", was {change.before.replace('_', ' ')}" if change.before else ""
    return f"{change.field} {now}{before}"


def _disputed(event: Event, names: Mapping[str, str]) -> list[BriefLine]:
    lines = []
    if event.standing is Standing.DISPUTED:
        against = [v for v in event.voices if v.stance is Stance.DENIES and v.latest]
        who = ", ".join(dict.fromkeys(party_name(v.party, names) for v in against))
        claims = tuple(c for v in against for c in v.claims)
        lines.append(BriefLine(f"{event.title}: denied by {who}.", event.id, claims))
    for table, series in zip(number_tables(event, names), event.numbers, strict=True):
        real = [d for d in series.differences if d.reason.value == "disagreement"]
        if real:
            claims = tuple(dict.fromkeys(c for d in real for c in d.between))
            told = "; ".join(table.differences[: len(real)])
            lines.append(BriefLine(f"{event.title}, {table.title}: {told}.", event.id, claims))
    return lines


def _watch(event: Event, names: Mapping[str, str]) -> BriefLine:
    told = "; ".join(
        f"{party_name(v.party, names)} {stance_words(v.stance)}{f' ({v.said})' if v.said else ''}"
        for v in event.voices[-3:]
    )
    return BriefLine(f"{event.title}: {_stands(event)} ({told}).", event.id, event.claims[-5:])


def _stands(event: Event) -> str:
    """Return standing and status in words, once where both say the same."""
    words = standing_words(event.standing), STATUS_WORDS[event.status]
    said_already = words[0] == words[1] or (event.standing, event.status) == (
        Standing.FEARED,
        Status.POSSIBLE,
    )
    return words[0] if said_already else ", ".join(words)
