"""Options that several commands share, so that the same word means the same thing everywhere."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

__all__ = ["encoder_option", "intake_options", "json_option", "to_day"]

F = TypeVar("F", bound=Callable[..., Any])


def to_day(_context: click.Context, _parameter: click.Parameter, value: datetime | None) -> date | None:
    """Turn click's date and time into a day."""
    return None if value is None else value.date()


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


def encoder_option(command: F) -> F:
    """Add `--encoder` and `--codebook`."""
    encoder = click.option(
        "--encoder",
        type=click.Choice(["auto", "none"]),
        default="auto",
        show_default=True,
        help="auto: the shipped attribution encoder beside the rules; none: rules alone.",
    )
    codebook = click.option(
        "--codebook",
        "codebooks",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        multiple=True,
        help="Your own codebook file, laid over the shipped one; may be given several times.",
    )
    return encoder(codebook(command))


def json_option(command: F) -> F:
    """Add `--json`."""
    option = click.option("--json", "as_json", is_flag=True, help="Print JSON lines instead of a table.")
    return option(command)
