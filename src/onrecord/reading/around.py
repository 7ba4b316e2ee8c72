"""What stands around an article's own sentences.

Headlines on one line with its text, captions, teasers, notes of the editor, comments of readers.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from onrecord.reading.credits import PICTURE_CREDIT, STAMP, WIRED

__all__ = ["find_around"]

_STAMP = re.compile(STAMP, re.VERBOSE)
_PICTURE = re.compile(PICTURE_CREDIT, re.VERBOSE)

_WIRED = re.compile(rf"(?<!Press )(?<!Agency )(?<!Corporation )(?<!France-Presse ){WIRED}")
_LEAD = 1500
_PLACE_WORDS = 8
"""The dateline of the lead stands within so many characters; more words before it than a place has are a
summary."""

_CAPTION = 600
"""No caption of one picture is longer."""

_STOP = re.compile(r"""(?<![A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})[.!?…]["'”’)]*\s+(?=\S)""")

_TEASER = re.compile(
    r"""(?:
          (?:The\ )?(?:ABC|Al\ Jazeera|BBC|CBS|CNN|Fox|Guardian|NBC|NPR|Sky)['’]s\ (?:[A-Z][\w.'’-]+\ ){1,3}
          (?:reports|looks|visits|goes|talks|speaks|meets|examines|explores|explains|travels|shows|shares
          |finds\ out|follows|gives|joins|retreats|rides|spends|takes|tours|tracks
          |ca(?:tches|ught)\ up\ with|has\ more)\b
        | (?:[A-Z][\w.'’-]+\ ){2,3}reports\ from\ (?=[A-Z])
        )
        (?![^\n.]*(?:\bthat\b|:))
        [^\n]*?(?:\.(?=\s|$)|$|(?=(?<=\w)\ (?:A|An|The|Amid|As|But|However|In|It|We)\ ))""",
    re.VERBOSE | re.MULTILINE,
)
"""What a reporter of the outlet shows in a film of its own, in the present tense."""

_LINE = re.compile(r"^(?=\S)", re.MULTILINE)

_NOTE = re.compile(r"^Editor['’]s [Nn]ote:(?:[^\n]*[^\s.!?…”\"] *\n)*[^\n]*", re.MULTILINE)
_CORRECTS = re.compile(r"\b(?:articles?|versions?|correct\w*|incorrect\w*|errors?|misstated|misidentified)\b")

_FOOT = re.compile(
    r"""(?:^|(?<=[.!?]\s))[^\n.!?]*[^\n\"'”’],\ (?:argues|asks|explains|reports|says|writes)
        \ (?P<name>[A-Z][\w-]+\ [A-Z][\w'’-]+)[.?]?\s*\Z""",
    re.VERBOSE | re.MULTILINE,
)
"""The last sentence, of somebody whom no word introduces: a reporter whose other story it commends."""

_COMMENTS = re.compile(r"\b(?:We welcome comments that|(?:The )?[Vv]iews expressed in the comments? )\b")
_COMMENTED = re.compile(
    r"\b[A-Z][a-z]{2,8} \d{1,2}, \d{4},? (?:at )?\d{1,2}:\d\d (?:[ap]m|[AP]M) (?:at \d{1,2}:\d\d [ap]m )?\|"
    r"|\bAdded: [A-Z][a-z]+day, \d{1,2} [A-Z][a-z]+,? \d{4}, \d{1,2}:\d\d\b"
)
"""What stands before the comments of readers, and the hour beside each ("May 5, 2015 at 1:20 pm |")."""

_READERS = re.compile(
    r"^(?:LETTERS|READERS['’] LETTERS|LETTERS TO THE EDITOR|YOUR LETTERS|TWITTER|FACEBOOK)\.?[ \t]*$",
    re.MULTILINE,
)
"""A line in capitals above what readers wrote."""

_SIGNED = re.compile(
    r"^[\"“”][^\n]+[\"”]\s?[―—–-]{1,2}\s?[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){0,4}\s*$", re.MULTILINE
)
_FEWEST_SIGNED = 5
"""So many quotations in a row, each with a bare name behind it, are what readers sent in."""

_CAPITALS = re.compile(
    r"^(?=[^\n—–]{0,80}['’])(?:[A-Z0-9][A-Z0-9.;:,'’&-]*[ ]){4,14}[—–-]{1,2}\s(?=[A-Z])", re.MULTILINE
)
"""A heading in capitals on the line of its text: with an apostrophe, which few names of places have."""


_POINTER = re.compile(
    r"""^[•*·►▶>-]?\s?(?:(?:READ|SEE|ALSO|WATCH|LISTEN)(?:\ (?:MORE|ALSO|READ|NOW|HERE))?|RELATED(?:\ [A-Z]+)?
        |(?:Read|See)\ (?:more|also)|Also\ [Rr]ead|Watch|Listen|Related(?:\ (?:article|story|stories))?)
        \s?(?::|\||–|—|\ -\ |»)[^\n]*""",
    re.VERBOSE | re.MULTILINE,
)
"""A line that leads to another story: "READ MORE: Why the rebels left"."""

_PAGE = re.compile(r"^[^\n]{20,300}[.!?][\"”’)]?\s+[A-F]\d{1,2}\.?[ \t]*$", re.MULTILINE)
"""A line that leads to another page of the paper: "Anger at tolls: Owners say the fee is too high. A6"."""

_LINKS = re.compile(
    r"""^(?:related\ (?:topics?|stories|articles?|content|coverage|(?:internet\ )?links)
        |(?:read\ )?more\ (?:on|about|from)\ [^\n.:]{3,40}
        |read\ more|see\ also|(?:you\ )?(?:may|might)\ also\ like
        |most\ (?:read|popular|viewed)
        |(?:top|more|latest|other)\ (?:stories|news|headlines|coverage)
        |recommended(?:\ (?:for\ you|reading|stories))?|trending(?:\ now)?|editor['’]?s['’]?\ picks?
        |around\ the\ web|from\ other\ news\ sites|elsewhere\ on\ [^\n.]{3,30}
        |sign\ up\ (?:for|to)\ [^\n.]{3,80})
        \ ?:?\ *\n""",
    re.VERBOSE | re.MULTILINE | re.IGNORECASE,
)
"""A heading above links to other stories."""

_LINK = re.compile(r"[ \t]*(?:[^\n]{0,160}[^\s.!?…:\"”’)])?[ \t]*(?:\n(?![a-z])|\Z)")
"""A line without a full stop, or an empty one."""

_LEGAL = re.compile(r"The BBC is not responsible for the content of external (?:internet )?sites[^\n]*")

_CORRECTED = re.compile(
    r"""^\(?(?:This|The)\ (?:story|article|report|version|item|post|page)\ (?:has\ been|was|is)\ ?(?:being\ )?
        (?:corrected|updated|edited|amended|revised)\b[^\n]*
        |^This\ version\ (?:corrects|fixes|updates|adds)\b[^\n]*
        |^(?:(?:CORRECTION|CLARIFICATION|Correction|Clarification)(?::|\ ?[—–-])\s)
        (?:The|This)\ (?:\w+\ )?
        (?:line|sentence|paragraph|headline|caption|graphic|story|article|post|version)
        (?:\ of\ this\ \w+)?\ (?:has\ been|was)
        \ (?:clarified|corrected|updated|edited|amended|revised)\b[^\n]*
        |^\(?(?:(?:CORRECTION|CLARIFICATION|Correction|Clarification)(?::|\ ?[—–-])\s)?
        An\ (?:earlier|original)\ version\ of\ this\ (?:story|article|report|post)\ (?:\w+ly\ )?
        (?:contained|gave|identified|included|listed|misidentified|misspelled|misstated|named|omitted|quoted
        |referred\ to|used)\b[^\n]*""",
    re.VERBOSE | re.MULTILINE,
)
"""What the outlet tells of its own text: "This story has been corrected to show that …".

Where an earlier version "said" something, that is taken back.
"""

_FILED = re.compile(r"^FILE(?: PHOTO)?\s?(?:-|–|—|:)\s[^\n]{10,900}", re.MULTILINE)
"""The caption of a picture from the files."""

_CAPTIONED = re.compile(r"^[^\n]{0,60}\bImage caption (?=[A-Z'\"“])[^\n.!?]{8,240}$", re.MULTILINE)
"""A caption of one sentence on the line of its credit."""


_COUNTED = re.compile(r"^\d{1,3}/(?P<of>\d{1,3})\s[^\n]{10,900}", re.MULTILINE)
"""The caption of one of a row of pictures: "3/16 A guard at the quay. (Port Lind, 2009)"."""

_FILM = re.compile(
    r"(?:[A-Z][\w'’-]+ ){1,2}[A-Z][\w'’-]+, (?:AFP|AP|Reuters)\.?\s+(?=[A-Z])[^\n.]{5,90} \(\d{1,2}:\d\d\)"
)
"""Who made a film, what it is called and how long it is: "Jan Lind, Reuters Flood in Norland (2:03)"."""

_APART = (_FILM, _CAPITALS, _POINTER, _PAGE, _LEGAL, _CORRECTED, _FILED, _CAPTIONED)


@lru_cache(maxsize=4)
def find_around(text: str) -> tuple[tuple[int, int], ...]:
    """Return the stretches that are no prose of the article, as first character and one past the last.

    * A headline on one line with the time stamp behind it, a summary on one line with the dateline behind it.
    * What stands between the credits of two pictures, or on the line before a credit.
    * What a reporter of the outlet shows in its films or tells in another story; notes of the editor that
      correct nothing.
    * The comments of readers, down to the end.
    * Quotations in a row, each signed with a bare name: what readers sent in.
    * The captions of a row of pictures, each with its number.
    * Lines that lead to other stories, one by one or below a heading of theirs.
    """
    made = (
        _headlines,
        _summaries,
        _captions,
        _teasers,
        _foot,
        _notes,
        _comments,
        _marked,
        _rows,
        _links,
        _sent_in,
    )
    found = (part for find in made for part in find(text))
    return tuple(sorted(part for part in found if part[0] < part[1]))


def _headlines(text: str) -> Iterator[tuple[int, int]]:
    for stamp in _STAMP.finditer(text):
        start = _line_start(text, stamp.start())
        stops = [stop.end() for stop in _STOP.finditer(text, start, stamp.start())]
        yield (stops[-1] if stops else start, stamp.start())


def _summaries(text: str) -> Iterator[tuple[int, int]]:
    wired = _WIRED.search(text, 0, _LEAD)
    if wired is None:
        return
    start = _line_start(text, wired.start())
    if len(text[start : wired.start()].split()) > _PLACE_WORDS:
        yield (start, wired.end())


def _captions(text: str) -> Iterator[tuple[int, int]]:
    last = None
    for credit in _PICTURE.finditer(text):
        start = _line_start(text, credit.start())
        if last is not None and credit.start() - last <= _CAPTION:
            start = last
        elif credit.start() == start and text[credit.end() - 1] != "\n":
            start = _line_start(text, max(0, start - 1))
        if credit.start() - start <= _CAPTION:
            yield (start, credit.start())
        last = credit.end()


def _teasers(text: str) -> Iterator[tuple[int, int]]:
    places = {found.end() for pattern in (_LINE, _STAMP) for found in pattern.finditer(text)}
    return (teaser.span() for place in places if (teaser := _TEASER.match(text, place)))


def _foot(text: str) -> Iterator[tuple[int, int]]:
    last = _FOOT.search(text, max(0, len(text) - _CAPTION))
    if last is not None and last.start() > 0 and text.count(last["name"].split()[-1]) == 1:
        yield last.span()


def _notes(text: str) -> Iterator[tuple[int, int]]:
    return (note.span() for note in _NOTE.finditer(text) if not _CORRECTS.search(note[0]))


def _comments(text: str) -> Iterator[tuple[int, int]]:
    hours = [hour.start() for hour in _COMMENTED.finditer(text)]
    starts = [found.start() for one in (_COMMENTS, _READERS) for found in one.finditer(text)]
    if len(hours) > 1:
        starts.append(_line_start(text, hours[0]))
    if starts:
        yield (min(starts), len(text))


def _marked(text: str) -> Iterator[tuple[int, int]]:
    return (line.span() for one in _APART for line in one.finditer(text))


def _sent_in(text: str) -> Iterator[tuple[int, int]]:
    row: list[tuple[int, int]] = []
    for quotation in _SIGNED.finditer(text):
        if row and len(text[row[-1][1] : quotation.start()].split()) > _PLACE_WORDS:
            yield from _if_many(row)
            row = []
        row.append(quotation.span())
    yield from _if_many(row)


def _if_many(row: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    if len(row) >= _FEWEST_SIGNED:
        yield (row[0][0], row[-1][1])


def _rows(text: str) -> Iterator[tuple[int, int]]:
    counted = list(_COUNTED.finditer(text))
    rows = Counter(one["of"] for one in counted)
    return (one.span() for one in counted if rows[one["of"]] > 1)


def _links(text: str) -> Iterator[tuple[int, int]]:
    for heading in _LINKS.finditer(text):
        end = heading.end()
        while end < len(text) and (line := _LINK.match(text, end)) and line.end() > end:
            end = line.end()
        yield (heading.start(), end)


def _line_start(text: str, place: int) -> int:
    return text.rfind("\n", 0, place) + 1
