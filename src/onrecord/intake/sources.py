"""What a caller names (files, folders, web addresses, standard input), to the articles they hold.

Invariant: every file, line and record named gives an `Article`, read or set aside with its reason;
nothing is passed over in silence.
"""

import gzip
import os
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, cast

from onrecord.errors import IntakeError, UsageError
from onrecord.intake.draft import Draft
from onrecord.intake.finish import finish, put_aside
from onrecord.intake.lines import read_line, split_lines
from onrecord.intake.options import IntakeOptions
from onrecord.intake.plain import read_plain
from onrecord.records import Article

__all__ = ["open_articles"]

STDIN = "-"
_CHUNK = 1 << 16  # bytes
_LINES = (".jsonl", ".ndjson")
_PLAIN = (".txt",)
_PAGES = (".html", ".htm", ".xhtml")
_ARCHIVES = (".warc",)
_KNOWN = ".txt, .html, .htm, .jsonl, .ndjson or .warc, each also with .gz"


def open_articles(
    sources: Sequence[str | Path], *, options: IntakeOptions, stdin: BinaryIO | None = None
) -> Iterator[Article]:
    """Return the articles of some sources, one after another; never more than one is held.

    Articles come in the order of the sources; inside a folder in the order of the paths. Each is read
    or set aside with its reason. An id may come twice: whether it is a copy or a new version is for
    the ledger to say.

    Args:
        sources: Files, folders, https addresses, or "-" for JSON lines on standard input.
        options: What the caller knows of the articles.
        stdin: Read for "-".

    Raises:
        UsageError: No source is named, or one is not there; before anything is read.
    """
    if not sources:
        raise UsageError("No source to read. Name a file, a folder, a web address, or - for standard input.")
    for source in sources:
        if str(source) == STDIN:
            if stdin is None:
                raise UsageError("Source - was named, but there is no standard input to read.")
        elif not _is_address(source):
            _refuse_unless_there(Path(source))
    return _all_articles(sources, options, stdin)


def _refuse_unless_there(path: Path) -> None:
    try:
        fault = None if path.exists() else "is not there"
    except OSError as error:
        fault = f"cannot be looked at: {error.strerror}"
    if fault:
        raise UsageError(f"{path} {fault}. Name a file, a folder, a web address, or - for standard input.")


def _all_articles(
    sources: Sequence[str | Path], options: IntakeOptions, stdin: BinaryIO | None
) -> Iterator[Article]:
    for source in sources:
        if str(source) == STDIN:
            yield from _from_lines(cast(BinaryIO, stdin), STDIN, options)
        elif _is_address(source):
            yield _from_address(str(source), options)
        elif Path(source).is_dir():
            yield from _from_folder(Path(source), options)
        else:
            yield from _from_file(Path(source), options)


def _is_address(source: str | Path) -> bool:
    return isinstance(source, str) and source.startswith(("https://", "http://"))


def _from_address(url: str, options: IntakeOptions) -> Article:
    from onrecord.intake.fetch import fetch
    from onrecord.intake.pages import read_page

    try:
        page = fetch(url, options.max_bytes)
        draft = read_page(page.raw, url, url=page.url, charset=page.charset)
    except IntakeError as error:
        return put_aside(_shown(url), error)
    return finish(replace(draft, retrieved=page.retrieved), options)


def _from_folder(folder: Path, options: IntakeOptions) -> Iterator[Article]:
    unreadable: list[OSError] = []
    paths = [
        path
        for where, folders, names in os.walk(folder, onerror=unreadable.append)
        for path in (*_links(where, folders), *(Path(where) / name for name in names))
        if not _hidden(path.relative_to(folder))
    ]
    for error in sorted(unreadable, key=lambda e: str(e.filename)):
        yield put_aside(_shown(error.filename), IntakeError(f"cannot be opened: {error.strerror}."))
    if not paths and not unreadable:
        yield put_aside(_shown(folder), IntakeError(f"holds no files. Expected {_KNOWN}."))
    for path in sorted(paths):
        yield from _from_file(path, options)


def _links(where: str, folders: list[str]) -> list[Path]:
    """Return those of some folders that are links, which are not followed: they may lead in a circle."""
    return [path for path in (Path(where) / name for name in folders) if os.path.islink(path)]


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _shown(path: str | Path) -> str:
    r"""Return a path as reasons and ids hold it: a byte that is not UTF-8 as "\xe9", so no two are alike."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _from_file(path: Path, options: IntakeOptions) -> Iterator[Article]:
    suffixes = [suffix.lower() for suffix in path.suffixes[-2:]]
    packed = suffixes[-1:] == [".gz"]
    kind = (suffixes[:-1] if packed else suffixes)[-1:]
    where = _shown(path.as_posix())
    try:
        _refuse_unless_file(path)
        with gzip.open(path) if packed else path.open("rb") as stream:
            if kind and kind[0] in _LINES:
                yield from _from_lines(cast(BinaryIO, stream), where, options)
            elif kind and kind[0] in _ARCHIVES:
                yield from _from_archive(cast(BinaryIO, stream), where, options)
            else:
                yield _from_whole(cast(BinaryIO, stream), where, "".join(kind), options)
    except IntakeError as error:
        yield put_aside(where, error)
    except OSError as error:
        yield put_aside(where, IntakeError(f"cannot be read: {error.strerror or error}."))


def _refuse_unless_file(path: Path) -> None:
    if path.is_dir():
        raise IntakeError("is a link to a folder, and such are not followed. Name the folder itself.")
    if not path.is_file():
        raise IntakeError("is neither a file nor a folder.")


def _from_lines(stream: BinaryIO, where: str, options: IntakeOptions) -> Iterator[Article]:
    none = True
    for number, line in split_lines(stream, options.max_bytes):
        none = False
        here = f"{where}:{number}"
        try:
            if isinstance(line, IntakeError):
                raise line
            draft = read_line(line, here)
        except IntakeError as error:
            yield put_aside(here, error)
            continue
        yield finish(draft, options)
    if none:
        yield put_aside(where, IntakeError("is empty. Expected one JSON object a line."))


def _from_archive(stream: BinaryIO, where: str, options: IntakeOptions) -> Iterator[Article]:
    from onrecord.intake.archives import read_archive  # loads warcio and trafilatura

    none = True
    for here, found in read_archive(stream, where, options.max_bytes):
        none = False
        yield put_aside(here, found) if isinstance(found, IntakeError) else finish(found, options)
    if none:
        yield put_aside(where, IntakeError("holds no web page that was fetched with success."))


def _from_whole(stream: BinaryIO, where: str, kind: str, options: IntakeOptions) -> Article:
    try:
        raw, fault = _whole(stream, options.max_bytes)
        draft = _draft(raw, where, kind)
    except IntakeError as error:
        return put_aside(where, error)
    return finish(replace(draft, fault=fault), options)


def _whole(stream: BinaryIO, largest: int) -> tuple[bytes, str | None]:
    """Return what a stream holds, and where it breaks off if it does."""
    read: Callable[[int], bytes] = getattr(stream, "read1", stream.read)
    raw = b""
    try:
        while len(raw) <= largest and (chunk := read(_CHUNK)):
            raw += chunk
    except (EOFError, zlib.error) as error:
        # Cut at a blank: half a character at the end would make the whole look wrongly decoded.
        return raw.rpartition(b" ")[0], f"breaks off after {len(raw):,} bytes: {error}. Fetch it again."
    if len(raw) > largest:
        raise IntakeError(f"is larger than {largest:,} bytes, the most read as one article.")
    return raw, None


def _draft(raw: bytes, where: str, kind: str) -> Draft:
    if kind in _PLAIN:
        return read_plain(raw, where)
    if kind in _PAGES:
        from onrecord.intake.pages import read_page  # loads lxml and trafilatura: only when a page comes

        return read_page(raw, where)
    raise IntakeError(f"is of a kind not known ({kind or 'no ending'}). Expected {_KNOWN}.")
