"""The voices matrix: who said what about one event, party by party and day by day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from onrecord.records import Event, Side, Stance, Voice
from onrecord.views.words import Family, family_of, party_name, stance_words

__all__ = ["VoiceMark", "VoiceRow", "VoicesMatrix", "voices_matrix"]

_SIDES = (Side.ACTOR, Side.RECIPIENT, Side.OPPONENT, Side.THIRD_PARTY, Side.OUTLET)


@dataclass(frozen=True, slots=True)
class VoiceMark:
    """One stance of one party on one day.

    Attributes:
        stance: What it did with the content.
        words: The stance as a verb ("declines to confirm").
        family: The family the stance is coloured and shaped by.
        claims: ids of the claims that show it.
        latest: False when the party said something newer.
    """

    stance: Stance
    words: str
    family: Family
    claims: tuple[str, ...]
    latest: bool


@dataclass(frozen=True, slots=True)
class VoiceRow:
    """One party's row.

    Attributes:
        party: Party id.
        name: Its readable name.
        side: Its part in the event; None for a party that is only noted as not heard from.
        cells: Its marks, one tuple a day of the matrix, in the same order.
        undated: Marks whose day is not known.
        latest: What it last said, in words; "not heard from" when it said nothing.
    """

    party: str
    name: str
    side: Side | None
    cells: tuple[tuple[VoiceMark, ...], ...]
    undated: tuple[VoiceMark, ...]
    latest: str


@dataclass(frozen=True, slots=True)
class VoicesMatrix:
    """All voices of one event.

    Attributes:
        days: Days on which somebody spoke, oldest first.
        rows: Actors first, then recipients, opponents, third parties, outlets, parties not heard from.
        has_undated: True when a mark's day is not known, so that a column for it is needed.
    """

    days: tuple[date, ...]
    rows: tuple[VoiceRow, ...]
    has_undated: bool


def voices_matrix(event: Event, names: Mapping[str, str]) -> VoicesMatrix:
    """Return the matrix of an event's voices.

    Args:
        names: Party id → name as the articles give it.
    """
    days = tuple(sorted({v.said for v in event.voices if v.said is not None}))
    parties = dict.fromkeys(voice.party for voice in event.voices)
    rows = [_row(p, [v for v in event.voices if v.party == p], days, names) for p in parties]
    rows += [_silent(p, days, names) for p in event.silent if p not in parties]
    rows.sort(key=lambda row: (len(_SIDES) if row.side is None else _SIDES.index(row.side), row.name))
    return VoicesMatrix(days, tuple(rows), any(row.undated for row in rows))


def _row(party: str, voices: list[Voice], days: tuple[date, ...], names: Mapping[str, str]) -> VoiceRow:
    cells = tuple(tuple(_mark(v) for v in voices if v.said == day) for day in days)
    undated = tuple(_mark(v) for v in voices if v.said is None)
    latest = ", ".join(dict.fromkeys(stance_words(v.stance) for v in voices if v.latest))
    return VoiceRow(party, party_name(party, names), voices[0].side, cells, undated, latest)


def _silent(party: str, days: tuple[date, ...], names: Mapping[str, str]) -> VoiceRow:
    return VoiceRow(party, party_name(party, names), None, ((),) * len(days), (), "not heard from")


def _mark(voice: Voice) -> VoiceMark:
    return VoiceMark(
        stance=voice.stance,
        words=stance_words(voice.stance),
        family=family_of(voice.stance),
        claims=voice.claims,
        latest=voice.latest,
    )
