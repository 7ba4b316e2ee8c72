"""Read TimeML: news articles with time expressions marked in the text."""

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from onrecord.errors import UsageError

__all__ = ["TimemlText", "TimexMark", "read_timeml"]

_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)")


@dataclass(frozen=True, slots=True)
class TimexMark:
    """A time expression as a person marked it.

    Attributes:
        start: First character in the content of <TEXT>.
        end: One past the last.
        type: TIMEX3 type.
        value: TIMEX3 value.
    """

    start: int
    end: int
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class TimemlText:
    """One article.

    Attributes:
        name: File name.
        text: The content of <TEXT>, tags left out, characters otherwise as they stand.
        published: Day of creation; None where the file does not tell it.
        times: Time expressions in the text, in reading order.
    """

    name: str
    text: str
    published: date | None
    times: tuple[TimexMark, ...]


def read_timeml(folder: Path) -> tuple[TimemlText, ...]:
    """Return the articles of a folder and its subfolders (*.tml), by path.

    Raises:
        UsageError: There is no TimeML file, or one cannot be read.
    """
    paths = sorted(folder.rglob("*.tml"))
    if not paths:
        raise UsageError(f"{folder} holds no TimeML file; expected *.tml, in it or below it")
    return tuple(_read(path) for path in paths)


def _read(path: Path) -> TimemlText:
    try:
        root = ET.parse(path).getroot()
    except ET.ParseError as error:
        raise UsageError(f"{path} is no XML file: {error}") from error
    body = root if root.tag == "TEXT" else root.find(".//TEXT")
    if body is None:
        raise UsageError(f"{path} has no <TEXT>; expected a TimeML file")
    pieces: list[str] = []
    times: list[TimexMark] = []
    _walk(body, pieces, times)
    return TimemlText(path.name, "".join(pieces), _published(root), tuple(times))


def _walk(element: ET.Element, pieces: list[str], times: list[TimexMark]) -> None:
    start = sum(map(len, pieces))
    pieces.append(element.text or "")
    for child in element:
        _walk(child, pieces, times)
        pieces.append(child.tail or "")
    if element.tag == "TIMEX3":
        end = sum(map(len, pieces))
        if end > start:
            times.append(TimexMark(start, end, element.get("type", ""), element.get("value", "")))


def _published(root: ET.Element) -> date | None:
    for element in root.iter("TIMEX3"):
        if element.get("functionInDocument") in ("CREATION_TIME", "PUBLICATION_TIME"):
            found = _DAY.match(element.get("value", ""))
            if found:
                return date(int(found[1]), int(found[2]), int(found[3]))
    return None
