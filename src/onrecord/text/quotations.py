"""Find what stands in quotation marks, over sentence and paragraph ends."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest

__all__ = ["Quotation", "find_quotations"]

_MARK = re.compile(r"(?:[“«„”»\"]|''|``|’’|‘‘)(?!\s?End Quote\b)")
"""A mark; none that closes a quotation set apart from the text, which began without one."""

_OPEN = frozenset({"“", "«", "„", "``", "‘‘"})
_CLOSE = frozenset({"”", "»"})
_SINGLE = re.compile(
    r"(?P<open>(?<![\w.,!?…'’‘])['‘](?=[^\W\d])(?!(?:em|til|tis|twas|cause|n|bout|round)\b))"
    r"|(?P<close>(?<=[.,!?…])['’](?![\w'’]))"
    r"|(?P<word>(?<=\w)['’](?![\w'’]))"
)
"""Single marks: that open, that close speech, and that stand behind a word."""
_STOPS = frozenset(".!?…")
_LONGEST = 6  # paragraphs; a mark that nothing closes by then is taken for a stray one


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation.

    Attributes:
        start: Its opening mark, in characters.
        end: One past its closing mark (or past the paragraph where none closes it).
        paragraph: Where the paragraph it begins in begins, in characters.
    """

    start: int
    end: int
    paragraph: int


@lru_cache(maxsize=2)  # several stages of reading ask for those of one article
def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Return the quotations of a text, in order, none overlapping.

    Typographic and plain double marks count, and two single ones in a row, as archives print them; single
    marks do where they hold speech, with its comma or full stop inside (else they are apostrophes too often).
    A quotation that its paragraph leaves open runs on only if the next paragraph opens with a mark
    again, as newspapers print speech of several paragraphs, or if a paragraph a little later begins
    within it and closes it. State never crosses any other paragraph end, so that one lost mark cannot
    turn the rest of the article inside out. A mark that ends a paragraph and closes nothing closes what
    stands behind a colon, whose own mark was lost. One that has nothing before the next mark closes what
    was set apart above ('It burnt " "We left," he said'). Where paragraphs were run together, a mark between
    a full stop and a capital opens the next one of the same speech.
    """
    found: list[Quotation] = []
    begun: int | None = None
    begun_in = 0
    carried = 0
    paragraphs = _paragraphs(text)
    for number, (start, end) in enumerate(paragraphs):
        first = _MARK.match(text, start)
        resumes = begun is not None and first is not None and first[0] not in _CLOSE and carried < _LONGEST
        runs_on = begun is not None and not resumes and _is_closed_later(text, paragraphs[number:])
        if begun is not None and not resumes and not runs_on:
            found.append(Quotation(begun, _line_end(text, begun), begun_in))
            begun = None
        carried = carried + 1 if resumes else 0
        for mark in _MARK.finditer(text, first.end() if resumes and first else start, end):
            if begun is None and mark.end() == end and mark[0] not in _OPEN:
                after = found[-1].end if found else 0
                found.extend(_behind_colon(text, max(start, after), mark, start))
            elif begun is None and mark[0] not in _CLOSE:
                begun, begun_in = mark.start(), start
            elif begun is not None and _opens_anew(text, begun, mark):
                begun = mark.start()
            elif begun is not None and mark[0] not in _OPEN and not _goes_on(text, mark):
                found.append(Quotation(begun, mark.end(), begun_in))
                begun = None
    if begun is not None:
        found.append(Quotation(begun, _line_end(text, begun), begun_in))
    return _with_single(found, [one for bounds in paragraphs for one in _in_single_marks(text, *bounds)])


def _opens_anew(text: str, begun: int, mark: re.Match[str]) -> bool:
    """Tell whether nothing stands between two marks, the first of which so opened nothing: '" "We left'."""
    between = text[begun + 1 : mark.start()]
    return between == " " and mark[0] not in _CLOSE and text[mark.end() : mark.end() + 1].isalpha()


def _goes_on(text: str, mark: re.Match[str]) -> bool:
    """Tell whether a mark begins the next paragraph of a quotation on one line: '"We left. ["]It fell."'."""
    before, behind = text[mark.start() - 2 : mark.start()], text[mark.end() : mark.end() + 1]
    return before[:1] in _STOPS and before[1:] == " " and behind.isupper()


def _behind_colon(text: str, start: int, mark: re.Match[str], paragraph: int) -> Iterator[Quotation]:
    """Give what a mark at a paragraph's end closes though none opens it: 'He said: [We left at dawn."]'."""
    colon = text.find(": ", start, mark.start())
    if colon > 0 and text[mark.start() - 1] in _STOPS and text[colon + 2].isupper():
        yield Quotation(colon + 2, mark.end(), paragraph)


def _with_single(double: list[Quotation], single: list[Quotation]) -> tuple[Quotation, ...]:
    """Return quotations of both kinds, the outer ones alone where one stands within another."""
    outer = [s for s in single if not any(d.start <= s.start < d.end for d in double)]
    kept = [d for d in double if not any(s.start < d.end and d.start < s.end for s in outer)]
    return tuple(sorted((*kept, *outer), key=lambda quotation: quotation.start))


def _in_single_marks(text: str, start: int, end: int) -> list[Quotation]:
    """Return the speech of a paragraph in single marks: 'We told him to go. He would not,' she said.

    A mark behind an "s" in the middle of it is an apostrophe ("the boys' boat"), one behind any other letter
    closes a word or two that are no speech.
    """
    found: list[Quotation] = []
    begun: int | None = None
    marks = list(_SINGLE.finditer(text, start, end))
    for mark, after in zip_longest(marks, marks[1:]):
        if mark["open"]:
            begun = mark.start()
        elif mark["close"] and begun is not None:
            found.append(Quotation(begun, mark.end(), start))
            begun = None
        elif text[mark.start() - 1] != "s" or after is None or after["open"]:
            begun = None
    return found


def _is_closed_later(text: str, paragraphs: Sequence[tuple[int, int]]) -> bool:
    """Tell whether the first mark of the next paragraphs closes what stands open before them."""
    for start, end in paragraphs[:_LONGEST]:
        mark = _MARK.search(text, start, end)
        if mark is not None:
            behind_word = mark.start() > start and not text[mark.start() - 1].isspace()
            before_word = mark.end() < end and text[mark.end()].isalnum()
            return mark[0] not in _OPEN and behind_word and not before_word
    return False


def _paragraphs(text: str) -> list[tuple[int, int]]:
    bounds, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            bounds.append((start + len(line) - len(line.lstrip()), start + len(line)))
        start += len(line) + 1
    return bounds


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end
