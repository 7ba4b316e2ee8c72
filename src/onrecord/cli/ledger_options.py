"""Options of the commands that use a ledger: the same words everywhere."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

import click

from onrecord.cli.options import to_day
from onrecord.records.vocabulary import EventType, Stance, Status

__all__ = ["as_of_option", "filter_options", "ledger_option", "ledger_url", "since_until"]

F = TypeVar("F", bound=Callable[..., Any])

_FILTERS = ("party", "type", "stance", "status", "since", "until", "outlet", "text")


def ledger_url(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str:
    """Return the URL typed, else the one of the settings; a bare path is a SQLite file."""
    from onrecord.settings import load_settings

    url = value or load_settings().ledger
    return url if ":" in url else f"sqlite:///{url}"


def ledger_option(command: F) -> F:
    """Add `--ledger`."""
    option = click.option(
        "--ledger",
        metavar="URL",
        callback=ledger_url,
        help="The ledger, as an SQLAlchemy URL or the path of a SQLite file.  "
        "[env var: ONRECORD_LEDGER; default: sqlite:///onrecord.db]",
    )
    return option(command)


def _day(name: str, help_text: str) -> Callable[[F], F]:
    return click.option(
        name,
        type=click.DateTime(formats=["%Y-%m-%d"]),
        callback=to_day,
        metavar="DATE",
        help=help_text,
    )


def as_of_option(command: F) -> F:
    """Add `--as-of`."""
    return _day("--as-of", "Answer as the papers up to that day would have it.")(command)


def filter_options(command: F) -> F:
    """Add the filters that claims and events share, `--party` to `--text`.

    The command gets them as one dictionary, `filters`: keyword arguments of `ClaimFilter` and
    `EventFilter`, in the words of the records.
    """

    @wraps(command)
    def collected(*arguments: Any, **told: Any) -> Any:
        filters = {name: told.pop(name) for name in _FILTERS}
        for name, kind in (("type", EventType), ("stance", Stance), ("status", Status)):
            filters[name] = None if filters[name] is None else kind(filters[name])
        return command(*arguments, filters=filters, **told)

    options: list[Callable[[F], F]] = [
        click.option(
            "--party",
            metavar="PARTY",
            help="Who speaks, acts or is acted on: a code (PRK, NATO), a country, or a full name.",
        ),
        click.option(
            "--type",
            type=click.Choice([kind.value for kind in EventType], case_sensitive=False),
            help="Type of event, as PLOVER names it.",
        ),
        click.option(
            "--stance",
            type=click.Choice([stance.value for stance in Stance], case_sensitive=False),
            help="What the source does with it.",
        ),
        click.option(
            "--status",
            type=click.Choice([status.value for status in Status], case_sensitive=False),
            help="How the event stands in the telling.",
        ),
        _day("--since", "Said (or, where that is unknown, published) on this day or later."),
        _day("--until", "Said (or, where that is unknown, published) on this day or earlier."),
        click.option("--outlet", metavar="NAME", help="Name of the outlet."),
        click.option(
            "--text",
            metavar="WORDS",
            help='Words of the evidence or the title, in "double quotes" where in that order.',
        ),
    ]
    decorated = cast(F, collected)
    for option in reversed(options):
        decorated = option(decorated)
    return decorated


def since_until(filters: dict[str, Any]) -> None:
    """Refuse a stretch of days that ends before it begins."""
    since, until = filters["since"], filters["until"]
    if since is not None and until is not None and until < since:
        raise click.UsageError(f"--until {until} lies before --since {since}.")
