"""Options that several commands share, so that the same word means the same thing everywhere."""

from collections.abc import Callable
from datetime import date, datetime
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar, cast

import click

__all__ = ["corpora_option", "intake_options", "json_option", "reading_options", "to_day"]

F = TypeVar("F", bound=Callable[..., Any])


def to_day(_context: click.Context, _parameter: click.Parameter, value: datetime | None) -> date | None:
    """Turn click's date and time into a day."""
    return None if value is None else value.date()


def corpora_option(told: str, exists: bool = False) -> Callable[[F], F]:
    """Return what adds `--corpora`: a folder of corpora, by default where this project keeps its own.

    Args:
        told: What is in it, for the help.
        exists: Whether it must be there.
    """
    return click.option(
        "--corpora",
        type=click.Path(exists=exists, file_okay=False, path_type=Path),
        envvar="ONRECORD_CORPORA",
        show_envvar=True,
        default=Path("../shared/data"),
        show_default=True,
        help=told,
    )


def intake_options(command: F) -> F:
    """Add `--published` and `--outlet`."""
    day = click.option(
        "--published",
        type=click.DateTime(formats=["%Y-%m-%d"]),
        callback=to_day,
        metavar="DATE",
        help="Day of publication of every article, as YYYY-MM-DD. [default: as the article tells]",
    )
    outlet = click.option(
        "--outlet", metavar="NAME", help="Who published every article. [default: as the article tells]"
    )
    return day(outlet(command))


def reading_options(command: F) -> F:
    """Add how to read: `--encoder`, `--codebook`, `--min-probability` and `--sure`.

    The command gets them as one record, `reading`: a `ReadingOptions` with the weights of the settings.
    """

    @wraps(command)
    def collected(
        *arguments: Any,
        encoder: str,
        codebooks: tuple[Path, ...],
        min_probability: float,
        sure: float | None,
        **told: Any,
    ) -> Any:
        from onrecord.settings import load_settings
        from onrecord.workflow.read import ReadingOptions

        reading = ReadingOptions(encoder, codebooks, load_settings().weights, min_probability, sure)
        return command(*arguments, reading=reading, **told)

    options: list[Callable[[F], F]] = [
        click.option(
            "--encoder",
            type=click.Choice(["auto", "none"]),
            default="auto",
            show_default=True,
            help="auto: the shipped encoders beside the rules; none: rules alone.",
        ),
        click.option(
            "--codebook",
            "codebooks",
            type=click.Path(exists=True, dir_okay=False, path_type=Path),
            multiple=True,
            help="Your own codebook file, laid over the shipped one; may be given several times.",
        ),
        click.option(
            "--min-probability",
            type=click.FloatRange(0, 1),
            default=0.0,
            show_default=True,
            help="Leave out claims less likely than this to be read rightly.",
        ),
        click.option(
            "--sure",
            type=click.FloatRange(0, 1),
            help="Do not tell a party, a deed or who says what that is less likely than this to be read "
            "rightly; 0 tells all. [default: 0.4 to 0.8, part by part]",
        ),
    ]
    decorated = cast(F, collected)
    for option in reversed(options):
        decorated = option(decorated)
    return decorated


def json_option(command: F) -> F:
    """Add `--json`."""
    option = click.option("--json", "as_json", is_flag=True, help="Print JSON lines instead of a table.")
    return option(command)
