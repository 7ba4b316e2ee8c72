"""Read PolNeAR: news articles with sources, cues and contents marked by one or several people."""

import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import UsageError

__all__ = ["AnnotatedText", "MarkedAttribution", "read_polnear"]

_EVENT_ROLE = re.compile(r"(Source|Cue|Content)\d*:(T\d+)")
_SPAN_LINE = re.compile(r"(T\d+)\t\S+ ([\d ;]+)(?:\t|$)")

Pieces = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class MarkedAttribution:
    """One attribution as a person or a program marked it.

    Attributes:
        source: Half-open character ranges in the text file as it stands, in order; empty if unnamed.
        cue: The same for the cue.
        content: The same for the content; a quotation broken by its source has two ranges.
    """

    source: Pieces
    cue: Pieces
    content: Pieces


@dataclass(frozen=True, slots=True)
class AnnotatedText:
    """One article with what each annotator marked in it.

    Attributes:
        name: The text file's name without its ending.
        text: The file as it stands, every character kept (no change of line ends, no NFC).
        annotations: For each annotator, in the order of their marks, the attributions in the
            order of the file.
    """

    name: str
    text: str
    annotations: tuple[tuple[MarkedAttribution, ...], ...]


def read_polnear(folder: Path) -> tuple[AnnotatedText, ...]:
    """Return the articles of one PolNeAR split (a folder with `text/` and `attributions/`), by name.

    The annotation tool cuts a span at each line end: pieces with only white space between are
    joined. Events without any span are left out.

    Raises:
        UsageError: The folder is not in PolNeAR's layout, or an annotation has no text.
    """
    texts = {path.stem: path for path in sorted((folder / "text").glob("*.txt"))}
    annotations = sorted((folder / "attributions").glob("*.ann"))
    if not texts or not annotations:
        raise UsageError(
            f"{folder} is not a PolNeAR split: expected text/*.txt and attributions/*.ann, "
            f"found {len(texts)} texts and {len(annotations)} annotations. Name the folder train or dev."
        )
    marked: dict[str, list[tuple[MarkedAttribution, ...]]] = defaultdict(list)
    contents = {name: _read_exactly(path) for name, path in texts.items()}
    for path in annotations:
        name = path.stem.rpartition("_")[0]
        if name not in contents:
            raise UsageError(f"{path} has no text: expected {folder / 'text' / (name + '.txt')}")
        marked[name].append(_read_annotation(path, contents[name]))
    return tuple(AnnotatedText(name, contents[name], tuple(marked[name])) for name in texts if marked[name])


def _read_exactly(path: Path) -> str:
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def _read_annotation(path: Path, text: str) -> tuple[MarkedAttribution, ...]:
    # A few files hold a note or a span's text with line breaks of its own: lines of no known form are
    # skipped. An event may stand before its spans.
    lines = _read_exactly(path).split("\n")
    spans = {found[1]: _join(found[2], text) for line in lines if (found := _SPAN_LINE.match(line))}
    events: list[dict[str, Pieces]] = []
    for line in lines:
        if line.startswith("E"):
            event: dict[str, Pieces] = defaultdict(tuple)
            for role, span_id in _EVENT_ROLE.findall(line):
                event[role] = tuple(sorted(event[role] + spans[span_id]))
            if event:
                events.append(event)
    return tuple(MarkedAttribution(e["Source"], e["Cue"], e["Content"]) for e in events)


def _join(listed: str, text: str) -> Pieces:
    """Return brat's "a b;c d" as ranges, without white space at their ends, joined across line ends."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(tuple(map(int, piece.split())) for piece in listed.split(";")):
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return tuple(_strip(start, end, text) for start, end in joined)


def _strip(start: int, end: int, text: str) -> tuple[int, int]:
    whole = text[start:end]
    return start + len(whole) - len(whole.lstrip()), end - len(whole) + len(whole.rstrip())
