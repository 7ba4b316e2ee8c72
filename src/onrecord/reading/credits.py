"""What stands in a line and belongs to none of its sentences: credits of pictures, hours, time stamps."""

import re
from functools import lru_cache

from onrecord.records import Article

__all__ = ["PICTURE_CREDIT", "STAMP", "WIRED", "find_credits", "passed_over"]

_DAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*"
_DATE = rf"{_DAY},?\ (?:{_MONTH}\ \d{{1,2}},?|\d{{1,2}}\ {_MONTH})\ \d{{4}}"
_HOUR = r"\d{1,2}[:.]\d\d(?::\d\d)?(?:\ ?[AaPp]\.?[Mm]\b\.?)?(?:\ (?:GMT|BST|UTC|CET|E[SD]?T|P[SD]?T|UK))*\b"
STAMP = rf"""(?:\b(?:Page\ )?(?:[Ll]ast\ )?(?:[Uu]pdated|UPDATED|[Pp]osted|[Pp]ublished)(?:\ (?:at|on))?:?\s+
      (?:{_HOUR},\ )?)?\b(?:{_DATE}|\d{{4}}-\d\d-\d\d),?\s+{_HOUR}\s*
      | \b\d{{1,2}}\ {_MONTH}\ \d{{4}}\s+Last\ updated\ at\ {_HOUR}\s*(?:Help\s+(?=["“‘'A-Z]))?
      | \bPosted\ by\ [A-Z][^\n]{{1,40}}?\ on\ (?:{_DATE})"""
"""A time stamp: "updated: Mon Jan 05 2015 10:20:00", "Monday 5 January 2015 10.20 GMT",
"5 January 2015 Last updated at 10:20 GMT Help" (a link of the page it was cut from),
"Posted by The Voice on Monday, January 5, 2015"; for `re.VERBOSE`."""

WIRED = r"\((?:AFP|AP|BBC|CNN|Reuters|UPI)\)\s?(?:--|—|–|-)\s"
"""The agency at the end of a dateline that may stand amid a line: "(Reuters) - ".

Other letters in parentheses before a dash are most often no agency's, so known ones are told by name."""

_AGENCY = r"(?:AP|AFP|EPA|Reuters|Associated\ Press|Getty\ Images|Bloomberg(?:\ News)?)"
PICTURE_CREDIT = rf"""(?:(?:\((?:AP|AFP|Reuters|EPA)(?:\ Photos?)?/[A-Z][^()\n]{{2,60}}\)
      | \([A-Z][\w.'’ -]{{3,40}}\ ?(?:-|–|—|/)\ ?(?:(?:Pool|File|The|For\ The|via)[ /])?
        (?:{_AGENCY}|The\ Washington\ Post)\))\s*)+"""
"""Who took a picture, in parentheses: "(AP Photo/Ann Cole, Pool)", "(Ann Cole - AP)"; for `re.VERBOSE`."""

_POST = r"""(?:\s+(?:[A-Z][\w-]+\s+){0,4}
          (?:[Cc]orrespondent|[Pp]roducer|[Cc]ontributor|[Aa]nalyst|[Ee]ditor)\b)?
        (?:,\s+(?:in\s+)?[A-Z][\w-]+(?:\s+[A-Z][\w-]+(?=\s+(?:A|As|At|In|It|The)\b))?)?"""
"""What a reporter is, and where, behind a by-line."""

_CREDITS = re.compile(
    rf"""^(?:(?:Image|Media)\s+copyright\s+)?(?:[A-Z][\w/]+\s+){{0,2}}(?:Image|Media)\s+(?:caption|copyright)\s+
      | ^(?:AP|AFP|EPA|EFE|PA|Alamy|Getty|Matrix|Reuters|Rex\ Features|AP:Associated\ Press
        |PA:Press\ Association|(?:AFP/)?Getty\ Images)\s+
        (?=\d|(?!TV|News|Television|Radio|Photo)[A-Z][a-z]+\s[a-z\d])   # "Reuters Two people were hurt"
      | ^By\s+(?:the\s+)?(?:[\w.' -]{{3,60}},\s+|(?:[A-Z][\w.'-]+\s+){{2,4}}(?=BBC|CNN))?
        (?:AP|AFP|BBC|CNN|Reuters)(?:\s+Wires?\s+Staff|\s+News\b)?{_POST}\s+(?=['"“‘A-Z])
      | ^(?:\d{{4}}|\d{{1,2}}[:.]\d\d\s?(?:[ap]\.?m\.?)?)   # "1403 The envoy said"
        (?:\s(?:GMT|BST|EST|EDT|ET))?:?\s+(?=[A-Z])
      | ^[•►▶▪●·]\s*(?=\S)   # the mark of a point in a list
      | ["”]?\s?\bEnd\ Quote\b\s*   # '… of the people" End Quote Bo Lind Envoy': set apart
      | ©\s?[^\n]*$   # a photographer's name behind a caption
      | {STAMP}
      | {PICTURE_CREDIT}
    """,
    re.VERBOSE | re.MULTILINE,
)


@lru_cache(maxsize=4)
def find_credits(text: str) -> tuple[tuple[int, int], ...]:
    """Return where credits and hours stand, as first character and one past the last, in order."""
    known = [found.span() for found in _CREDITS.finditer(text)]
    again = [one for one in _repeated(text) if not any(start <= one[0] < end for start, end in known)]
    return tuple(sorted((*known, *again)))


_OPENING = re.compile(r"^((?:[A-Z][\w.&'’-]*\ ){2})([A-Z]\w*)?", re.MULTILINE)
_STARTS = frozenset({"A", "An", "The", "This", "These", "In", "On", "At", "It", "He", "She", "They", "There"})
_AGAIN = 3
"""Lines that open with the same two words before any other capital, at least, where those are a credit."""


def _repeated(text: str) -> list[tuple[int, int]]:
    """Return where two words open line after line as no name does: "Grey Bay The port", "Grey Bay Police".

    A name goes on in small letters somewhere, and never with an article.
    """
    lines: dict[str, list[re.Match[str]]] = {}
    for line in _OPENING.finditer(text):
        lines.setdefault(line[1], []).append(line)
    return [
        line.span(1)
        for found in lines.values()
        if len(found) >= _AGAIN and all(line[2] for line in found)
        if any(line[2] in _STARTS for line in found)
        for line in found
    ]


def passed_over(article: Article) -> tuple[tuple[int, int], ...]:
    """Return the stretches of an article that are not its own prose: inserted parts, credits and hours."""
    return (*((part.start, part.end) for part in article.inserted), *find_credits(article.text))
