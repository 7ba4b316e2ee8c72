"""All inserted text of an article, by every method, with the reason for each stretch."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from onrecord.intake.inserted.boilerplate import Boilerplate, load_boilerplate
from onrecord.intake.inserted.headlines import foreign_headlines, headline_like
from onrecord.intake.inserted.lines import Line, lines_of
from onrecord.records import Inserted

__all__ = ["find_inserted"]

_OPENED = re.compile(r"([A-Z][\w-]+ [A-Z][\w-]+) [A-Z]")
_CAPTION = "caption"
_FEWEST_CREDITS = 3
_COUNTED = re.compile(r"(\d{1,3}) ?/ ?(\d{1,3}) \S")


def find_inserted(
    text: str, title: str | None = None, known: Sequence[tuple[Line, str]] = ()
) -> tuple[Inserted, ...]:
    """Return the lines of an article that do not belong to it, in reading order, one a line.

    Args:
        text: As stored: a paragraph a line.
        title: The article's headline; a line that repeats it is left alone.
        known: Lines already known for what they are (credits), with the reason.
    """
    lines = lines_of(text)
    told = {line.start: reason for line, reason in known}
    reasons = _by_pattern(lines, title, load_boilerplate())
    reasons |= _galleries(lines)
    reasons |= _credited(lines, reasons)
    reasons |= {i: told[line.start] for i, line in enumerate(lines) if line.start in told}
    reasons |= foreign_headlines(lines, title, frozenset(reasons))
    return tuple(
        Inserted(line.start, line.end, line.text, reasons[i]) for i, line in enumerate(lines) if i in reasons
    )


def _by_pattern(lines: Sequence[Line], title: str | None, boilerplate: Boilerplate) -> dict[int, str]:
    reasons: dict[int, str] = {}
    under_heading = False
    for i, line in enumerate(lines):
        if line.text == title:
            under_heading = False
        elif boilerplate.is_heading(line) and not line.stopped:
            under_heading = True
            reasons[i] = "heading over links"
        elif reason := boilerplate.reason(line):
            reasons[i] = reason
        elif under_heading and headline_like(line):
            reasons[i] = "link to another story, under a heading over links"
        else:
            under_heading = False
    return reasons


def _galleries(lines: Sequence[Line]) -> dict[int, str]:
    """Return the captions of picture galleries: two or more lines counted "1/34", "2/34", …"""
    counted = {i: m for i, line in enumerate(lines) if (m := _COUNTED.match(line.text))}
    totals = Counter(m[2] for m in counted.values())
    return {i: _CAPTION for i, m in counted.items() if totals[m[2]] > 1 and int(m[1]) <= int(m[2])}


def _credited(lines: Sequence[Line], known: Mapping[int, str]) -> dict[int, str]:
    """Return the captions that open with the name of an agency that no list has.

    Such lines stand among captions of known agencies, three or more opened by one name: "Gull Pictures
    The harbour master looks out", "Gull Pictures Two divers were hurt".
    """
    if sum(reason == _CAPTION for reason in known.values()) < 2:
        return {}
    opened = {i: m[1] for i, line in enumerate(lines) if not line.stopped and (m := _OPENED.match(line.text))}
    counts = Counter(name for i, name in opened.items() if i not in known)
    return {i: _CAPTION for i, name in opened.items() if counts[name] >= _FEWEST_CREDITS}
