"""`onrecord correct`: what people decide about claims and events."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, BinaryIO, TypeVar

import click

from onrecord.cli.ledger_options import ledger_option
from onrecord.cli.options import json_option
from onrecord.errors import UsageError

__all__ = ["correct"]

F = TypeVar("F", bound=Callable[..., Any])


@click.group()
def correct() -> None:
    """Accept, reject, fix, split, merge or relabel, with a reason; every decision can be undone.

    Decisions are kept beside what was read, never inside it, and hold when the same articles are read
    again. Take them to another ledger with `export` and `import`.
    """


def _signed(command: F) -> F:
    author = click.option(
        "--author", required=True, envvar="ONRECORD_AUTHOR", show_envvar=True, help="Who decides."
    )
    reason = click.option("--reason", required=True, help="Why, in your words; kept with the decision.")
    return ledger_option(author(reason(command)))


def _make(kind: str, ledger: str, names: tuple[str, ...], author: str, reason: str, **told: Any) -> None:
    from onrecord.records import DecisionKind
    from onrecord.workflow.correct import correct as decide

    decision = decide(ledger, DecisionKind(kind), names, author=author, reason=reason, clock=_now, **told)
    click.echo(f"{decision.id}: {kind}, {len(decision.anchors)} claims.")
    click.echo(f"Undo it with: onrecord correct undo {decision.id}", err=True)


def _now() -> datetime:
    return datetime.now(UTC)


def _value(value: str) -> str | None:
    """Return a value as JSON: what is no JSON is taken as text, null empties the field."""
    try:
        parsed = json.loads(value)
    except json.JSONDecodeError:
        return json.dumps(value, ensure_ascii=False)
    return None if parsed is None else value


@correct.command()
@click.argument("claims", nargs=-1, required=True, metavar="CLAIM...")
@_signed
def accept(claims: tuple[str, ...], ledger: str, author: str, reason: str) -> None:
    """Note that claims are read rightly."""
    _make("accept", ledger, claims, author, reason)


@correct.command()
@click.argument("claims", nargs=-1, required=True, metavar="CLAIM...")
@_signed
def reject(claims: tuple[str, ...], ledger: str, author: str, reason: str) -> None:
    """Leave claims that were read wrongly out of all events."""
    _make("reject", ledger, claims, author, reason)


@correct.command()
@click.argument("claim")
@click.argument("field")
@click.argument("value")
@_signed
def fix(claim: str, field: str, value: str, ledger: str, author: str, reason: str) -> None:
    """Set FIELD of a claim to VALUE.

    Fields are those of the claim's JSON, with dots: stance, event.status, event.type. A value that is
    not JSON is taken as text; null empties the field.
    """
    _make("fix", ledger, (claim,), author, reason, field=field, value=_value(value))


@correct.command()
@click.argument("claims", nargs=-1, required=True, metavar="CLAIM...")
@_signed
def split(claims: tuple[str, ...], ledger: str, author: str, reason: str) -> None:
    """Make an event of its own of claims that were put with others wrongly."""
    _make("split", ledger, claims, author, reason)


@correct.command()
@click.argument("events", nargs=-1, required=True, metavar="EVENT EVENT...")
@_signed
def merge(events: tuple[str, ...], ledger: str, author: str, reason: str) -> None:
    """Make one event of several; the ids of claims stand for the events they are in."""
    if len(events) < 2:
        raise click.UsageError("A merge needs at least two events.")
    _make("merge", ledger, events, author, reason)


@correct.command()
@click.argument("event")
@click.argument("field")
@click.argument("value")
@_signed
def relabel(event: str, field: str, value: str, ledger: str, author: str, reason: str) -> None:
    """Set FIELD of an event (title, type, mode, status, standing, actors, recipients, items) to VALUE."""
    _make("relabel", ledger, (event,), author, reason, field=field, value=_value(value))


@correct.command()
@click.argument("decision")
@_signed
def undo(decision: str, ledger: str, author: str, reason: str) -> None:
    """Undo a decision; it stays on record as undone."""
    from onrecord.workflow.correct import undo as take_back

    take_back(ledger, decision, author=author, reason=reason, clock=_now)
    click.echo(f"{decision} is undone.")


@correct.command("list")
@ledger_option
@click.option("--all", "withdrawn", is_flag=True, help="Those undone too.")
@json_option
def list_(ledger: str, withdrawn: bool, as_json: bool) -> None:
    """List the decisions in the order they were made."""
    from onrecord.records import to_line
    from onrecord.workflow.correct import list_decisions

    for one in list_decisions(ledger, withdrawn=withdrawn):
        undone = f" (undone by {one.withdrawn_by}: {one.withdrawn_reason})" if one.withdrawn_at else ""
        set_to = f" {one.field} = {one.value}" if one.field else ""
        line = f"{one.id} {one.made_at[:10]} {one.author}: {one.kind.value}{set_to}, {one.reason}{undone}"
        click.echo(to_line(one) if as_json else line)


@correct.command()
@ledger_option
def export(ledger: str) -> None:
    """Print all decisions, undone ones too, as JSON lines."""
    from onrecord.records import to_line
    from onrecord.workflow.correct import list_decisions

    for one in list_decisions(ledger, withdrawn=True):
        click.echo(to_line(one))


@correct.command("import")
@click.argument("file", type=click.File("rb"), default="-")
@ledger_option
def import_(file: BinaryIO, ledger: str) -> None:
    """Take in decisions from JSON lines, as `export` prints them; those known already change nothing."""
    from onrecord.workflow.correct import import_decisions

    try:
        # `splitlines` would also part a line inside its texts.
        lines = file.read().decode("utf-8").split("\n")
    except UnicodeDecodeError as error:
        raise UsageError(
            f"What was given is not UTF-8 at byte {error.start}. "
            "Give it as `onrecord correct export` prints it."
        ) from error
    added = import_decisions(ledger, lines, _now)
    click.echo(f"{added} decisions added.")
