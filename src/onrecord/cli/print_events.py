"""Print events and what belongs to them as tables."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import click
from rich.table import Table
from rich.text import Text

from onrecord.cli.print import console
from onrecord.reconcile.exchanges import Exchange
from onrecord.reconcile.standing import RULES
from onrecord.records import Claim, Event
from onrecord.text.amounts import counted
from onrecord.views.event_row import event_row
from onrecord.views.number_series import number_tables
from onrecord.views.voices import voices_matrix
from onrecord.views.words import SIDE_WORDS, STATUS_WORDS, origins_words, party_name, standing_words

__all__ = ["print_event", "print_event_rows", "print_exchanges", "print_numbers", "print_voices"]


def _table(*columns: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 1))
    for name in columns:
        table.add_column(name, overflow="fold")
    return table


def print_event_rows(events: Iterable[Event]) -> None:
    """Print events one a line: standing, title, status, origins, claims, days, id."""
    table = _table("standing", "event", "status", "origins", "claims", "spoken of", "id")
    for row in map(event_row, events):
        table.add_row(
            Text(standing_words(row.standing)),
            Text(row.title),
            STATUS_WORDS[row.status],
            str(row.origins),
            str(row.claims),
            _days(row.first, row.last),
            row.id,
        )
    console().print(table)


def print_event(event: Event, claims: Sequence[Claim], names: Mapping[str, str]) -> None:
    """Print one event in full: standing with its rule, voices, numbers, origins and history."""
    out = console()
    out.print(Text(event.title, style="bold"))
    standing = f"{standing_words(event.standing)}: {RULES.get(event.standing_rule, event.standing_rule)}"
    out.print(Text(f"{STATUS_WORDS[event.status]} · {standing} · {len(claims)} claims · {event.id}"))
    print_voices(event, names)
    print_numbers([event], names)
    out.print(Text("\nOrigins", style="bold"))
    out.print(Text(f"  {origins_words(event, (claim.article.outlet for claim in claims))}"))
    for group in event.origin_groups:
        name = " + ".join(party_name(one, names) for one in group.origin.split("+"))
        out.print(Text(f"  {name}: {counted(str(len(group.claims)), 'claim')} ({group.because})"))
    out.print(Text("\nHistory", style="bold"))
    for change in event.history:
        before = f"{change.before} → " if change.before else ""
        out.print(
            Text(f"  {change.day or 'day unknown'} {change.field}: {before}{change.to}  [{change.claim}]")
        )


def print_voices(event: Event, names: Mapping[str, str]) -> None:
    """Print the voices matrix, a line a party, and who has not spoken."""
    table = _table("party", "part", "on record")
    for row in voices_matrix(event, names).rows:
        table.add_row(Text(row.name), SIDE_WORDS[row.side] if row.side else "", Text(_said(event, row.party)))
    out = console()
    out.print()
    out.print(table)
    if event.silent:
        out.print(Text("Not heard from: " + ", ".join(party_name(one, names) for one in event.silent)))


def print_numbers(events: Iterable[Event], names: Mapping[str, str] | None = None) -> None:
    """Print the numbers of events, real disagreements first within each."""
    out = console()
    for event in events:
        for found in number_tables(event, names or {}):
            out.print(Text(f"\n{event.title}: {found.title}", style="bold"))
            table = _table("day", "source", "number", "claim")
            for row in found.rows:
                table.add_row(str(row.day or ""), Text(row.name), row.words, row.claim)
            out.print(table)
            for difference in found.differences:
                out.print(Text(f"  {difference}"))


def print_exchanges(found: Sequence[Exchange], names: Mapping[str, str]) -> None:
    """Print what passes between two parties, one item a line, each way on its own."""
    table = _table("from", "to", "item", "stage", "standing", "days", "how many", "says", "denies", "for")
    for one in found:
        denies = [party_name(p, names) for p in one.denies]
        table.add_row(
            party_name(one.giver, names),
            party_name(one.receiver, names),
            one.item.replace("_", " "),
            one.stage,
            standing_words(one.standing) if one.standing else "",
            _days(one.first, one.last),
            "; ".join(_quantity(told, names) for told in one.quantities),
            ", ".join(party_name(p, names) for p in (*one.says, *one.fears)),
            ", ".join(denies),
            ", ".join(one.in_return_for),
        )
    console().print(table)


def _quantity(told: str, names: Mapping[str, str]) -> str:
    """Return "PRK: about 6,000 shell" with the party's name for its id."""
    party, found, number = told.rpartition(": ")
    return f"{party_name(party, names)}{found}{number}" if found else told


def say_none(what: str) -> None:
    """Tell on standard error that nothing was found."""
    click.echo(what, err=True)


def _said(event: Event, party: str) -> str:
    """Return what a party said, oldest first; what it has since gone beyond stands in brackets."""
    told = []
    for voice in event.voices:
        if voice.party == party:
            words = f"{voice.stance.value.replace('_', ' ')} {voice.said or ''}".strip()
            told.append(words if voice.latest else f"({words})")
    return ", ".join(told) or "not heard from"


def _days(first: date | None, last: date | None) -> str:
    if first is None or first == last:
        return str(last or "")
    return f"{first}..{last}"
