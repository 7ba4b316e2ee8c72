"""`onrecord codebook`: look at the vocabularies and try them on their own examples."""

import json
import sys
from pathlib import Path

import click

from onrecord.cli.options import json_option

__all__ = ["codebook"]

_FILES = click.option(
    "--codebook",
    "files",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    multiple=True,
    metavar="FILE",
    help="Your own codebook file, laid over the shipped one; may be given several times.",
)

_UNTYPED = "untyped"
"""What `list` calls the type of frames whose type is null."""


@click.group()
def codebook() -> None:
    """Look at the codebook: event frames, items and word classes, as YAML files."""


@codebook.command()
@_FILES
@json_option
def check(files: tuple[Path, ...], as_json: bool) -> None:
    """Try every frame on its own examples and list those that fail.

    Prints one line for each example in which the frame, or one of the parties the example names, was
    not found, and exits with 1 when there is one. With --json: one line for every example.
    """
    from onrecord.codebook import load_codebook
    from onrecord.reading.events.check import check_frames
    from onrecord.reading.parse import load_parser

    book = load_codebook(files)
    reports = check_frames(book, load_parser())
    failed = [report for report in reports if report.found is not None]
    for report in reports if as_json else failed:
        place = f"{report.file}, line {report.line}"
        if as_json:
            row = {"frame": report.frame, "place": place, "text": report.text, "found": report.found}
            click.echo(json.dumps(row, ensure_ascii=False))
        else:
            click.echo(f"{report.frame} ({place}): {report.text} {report.found}.")
    never = {report.frame for report in reports} - {report.frame for report in reports if report.matched}
    click.echo(
        f"{len(book.frames)} frames, {len(reports)} examples: {len(failed)} not as expected; "
        f"{len(never)} frames match none of their own.",
        err=True,
    )
    sys.exit(1 if failed else 0)


@codebook.command("list")
@_FILES
@click.option(
    "--type", "type_", metavar="TYPE", help="Only frames of this PLOVER type, or untyped.  [default: all]"
)
@json_option
def list_(files: tuple[Path, ...], type_: str | None, as_json: bool) -> None:
    """List the frames: id, PLOVER type and mode, CAMEO code, and the words they answer to."""
    from onrecord.codebook import load_codebook
    from onrecord.errors import UsageError
    from onrecord.records import EventType

    known = [*(one.value for one in EventType), _UNTYPED]
    if type_ is not None and type_ not in known:
        raise UsageError(f"--type is {type_!r}; expected one of {', '.join(known)}.")
    for frame in load_codebook(files).frames.values():
        kind = frame.type.value if frame.type else None
        if type_ in (None, kind or _UNTYPED):
            words = [*frame.verbs, *frame.nouns]
            row = {
                "id": frame.id,
                "type": kind,
                "mode": frame.mode,
                "cameo": frame.cameo,
                "words": words,
            }
            cells = [frame.id, kind or _UNTYPED, frame.mode or "-", frame.cameo or "-", ", ".join(words)]
            click.echo(json.dumps(row, ensure_ascii=False) if as_json else "\t".join(cells))
