"""Read MEANTIME's event mentions with their certainty, polarity and time."""

import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path

from onrecord.evaluation.meantime import SCORED, MeantimeText, read_meantime

__all__ = ["MarkedEvent", "read_meantime_events"]


@dataclass(frozen=True, slots=True)
class MarkedEvent:
    """An event mention as a person marked it.

    Attributes:
        start: Position of its first token in the article.
        end: One past the position of its last token.
        certainty: CERTAIN, PROBABLE or POSSIBLE; None where untold or underspecified.
        polarity: POS or NEG; None likewise.
        time: FUTURE or NON_FUTURE; None likewise.
    """

    start: int
    end: int
    certainty: str | None
    polarity: str | None
    time: str | None


def read_meantime_events(folder: Path) -> tuple[tuple[MeantimeText, tuple[MarkedEvent, ...]], ...]:
    """Return each article with the event mentions of its fully annotated sentences, in reading order.

    Raises:
        UsageError: As `read_meantime`.
    """
    paths: dict[str, Path] = {}
    for path in sorted(folder.rglob("*.xml")):
        for name in (path.name, path.stem):
            paths.setdefault(name, path)
    return tuple((text, _events(paths[text.name], text)) for text in read_meantime(folder))


def _events(path: Path, text: MeantimeText) -> tuple[MarkedEvent, ...]:
    root = ET.parse(path).getroot()
    places = {token.get("t_id"): i for i, token in enumerate(root.iter("token"))}
    events = []
    for mention in root.iter("EVENT_MENTION"):
        anchored = [places[anchor.get("t_id")] for anchor in mention.iter("token_anchor")]
        if anchored and text.sentences[min(anchored)] in SCORED:
            told = [_told(mention.get(name)) for name in ("certainty", "polarity", "time")]
            events.append(MarkedEvent(min(anchored), max(anchored) + 1, *told))
    return tuple(sorted(events, key=lambda event: (event.start, event.end)))


def _told(value: str | None) -> str | None:
    return None if value in (None, "", "UNDERSPECIFIED") else value
