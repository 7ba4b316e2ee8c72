"""Read MEANTIME: Wikinews articles in CAT XML, with time expressions and quantities on their tokens.

Only the first sentences are fully annotated (0 to 5), and sentence 1 is usually the date line, so that the
reader tells the sentence of every token and scoring keeps to 0 and 2 to 5.
"""

import xml.etree.ElementTree as ET
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from onrecord.errors import UsageError

__all__ = ["SCORED", "MarkedTime", "MarkedValue", "MeantimeText", "read_meantime"]

SCORED = frozenset({0, 2, 3, 4, 5})
"""Sentences that are fully annotated and are no date line."""

_NO_SPACE_BEFORE = frozenset(
    {",", ".", ";", ":", "?", "!", ")", "]", "}", "'s", "'", "n't", "'re", "'ve", "'ll", "%"}
)
_NO_SPACE_AFTER = frozenset({"(", "[", "{", "$", "US$", "£", "€", "#"})


@dataclass(frozen=True, slots=True)
class MarkedTime:
    """A time expression as a person marked it.

    Attributes:
        start: Position of its first token.
        end: One past the position of its last token.
        type: TIMEX3 type.
        value: TIMEX3 value.
    """

    start: int
    end: int
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class MarkedValue:
    """A quantity as a person marked it; positions as in `MarkedTime`, type QUANTITY, MONEY or PERCENT."""

    start: int
    end: int
    type: str


@dataclass(frozen=True, slots=True)
class MeantimeText:
    """One article.

    Attributes:
        name: File name.
        text: The tokens written out as prose; title and date line on lines of their own.
        tokens: Half-open range of each token in `text`, in order.
        sentences: The number of each token's sentence.
        published: Day of creation as the file tells it; None where it does not.
        times: Time expressions with words, in reading order.
        values: Quantities with words, in reading order.
    """

    name: str
    text: str
    tokens: tuple[tuple[int, int], ...]
    sentences: tuple[int, ...]
    published: date | None
    times: tuple[MarkedTime, ...]
    values: tuple[MarkedValue, ...]

    def token_range(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the positions of the tokens that share a character with [start, end), half-open."""
        inside = [i for i, (first, last) in enumerate(self.tokens) if first < end and start < last]
        return (inside[0], inside[-1] + 1) if inside else None


def read_meantime(folder: Path) -> tuple[MeantimeText, ...]:
    """Return the articles of a folder and its subfolders, each document once, by name.

    The corpus holds each document in two layers with the same time expressions and quantities; the first
    file of a name is read.

    Raises:
        UsageError: There is no CAT XML file, or one cannot be read.
    """
    paths: dict[str, Path] = {}
    for path in sorted(folder.rglob("*.xml")):
        paths.setdefault(path.name, path)
    if not paths:
        raise UsageError(f"{folder} holds no MEANTIME file; expected *.xml in CAT format, in it or below it")
    return tuple(_read(paths[name]) for name in sorted(paths))


def _read(path: Path) -> MeantimeText:
    try:
        root = ET.parse(path).getroot()
    except ET.ParseError as error:
        raise UsageError(f"{path} is no XML file: {error}") from error
    elements = list(root.iter("token"))
    if not elements:
        raise UsageError(f"{path} has no <token>; expected a MEANTIME file in CAT format")
    places = {element.get("t_id"): i for i, element in enumerate(elements)}
    sentences = tuple(int(element.get("sentence", "0")) for element in elements)
    text, tokens = _write_out([element.text or "" for element in elements], sentences)
    times, values, published = [], [], None
    for element in root.iter("TIMEX3"):
        reach = _reach(element, places)
        if element.get("functionInDocument") == "CREATION_TIME":
            published = published or _day(element.get("value", ""))
        if reach is not None:
            times.append(MarkedTime(*reach, element.get("type", ""), element.get("value", "")))
    for element in root.iter("VALUE"):
        reach = _reach(element, places)
        if reach is not None:
            values.append(MarkedValue(*reach, element.get("type", "")))
    return MeantimeText(
        path.name,
        text,
        tokens,
        sentences,
        published,
        tuple(sorted(times, key=lambda time: time.start)),
        tuple(sorted(values, key=lambda value: value.start)),
    )


def _reach(element: ET.Element, places: dict[str | None, int]) -> tuple[int, int] | None:
    anchored = [places[anchor.get("t_id")] for anchor in element.iter("token_anchor")]
    return (min(anchored), max(anchored) + 1) if anchored else None


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value[:10])
    except ValueError:  # "2007-09", or empty
        return None


def _write_out(words: list[str], sentences: tuple[int, ...]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return the tokens as prose and where each stands in it."""
    text = ""
    tokens: list[tuple[int, int]] = []
    opened = False
    for i, word in enumerate(words):
        quote = word in ('"', "``", "''")
        if i:
            if sentences[i] != sentences[i - 1] and sentences[i] <= 2:
                text += "\n"
            elif not (
                word in _NO_SPACE_BEFORE
                or words[i - 1] in _NO_SPACE_AFTER
                or (quote and opened and word != "``")
                or (words[i - 1] in ('"', "``") and opened)
            ):
                text += " "
        if quote:
            opened = not opened
        tokens.append((len(text), len(text) + len(word)))
        text += word
    return text, tuple(tokens)
