"""Headlines of other stories that stand between the paragraphs of an article.

The method: a headline ends without a stop; inside an article such lines are subheads, captions, list
entries or foreign. Foreign ones speak of other things: their content words are not found in the title,
the opening and the paragraphs around them. Subheads, captions and lists speak of what stands there.
"""

import re
from collections import Counter
from collections.abc import Sequence

from onrecord.intake.inserted.cohesion import content_stems
from onrecord.intake.inserted.lines import Line

__all__ = ["foreign_headlines", "headline_like"]

_WORDS = range(5, 27)
_OPENING = 3  # running paragraphs at the head of the article that say what it is about
_AROUND = 4  # running paragraphs before and after
# Most of its content words a line may share with what stands around it and still be foreign, and how many
# it must have to be judged. Set on pasted headlines, see docs/intake.md.
_SHARED_ALONE = 0.15
_SHARED = 0.3
_SHARED_IN_A_LIST = 0.5
_FEWEST_CONTENT_ALONE = 5
_FEWEST_CONTENT = 3
_LINK_WORDS = range(3, 33)
_SAYING = re.compile(r"\b(?:said|told|added|according to)\b")
_PAST = re.compile(r"\b(?:was|were|had been)\b")
_ENTRY = re.compile(r"\d+(?:st|nd|rd|th)?[:.)] ")  # of a numbered list
_MET_ONCE = 0.5  # weight of a word found in only one paragraph around, and not in the title
_SPEAKER = re.compile(r"[A-Z][A-Z.'’ -]+(?:, [A-Z ]+)?:")


def headline_like(line: Line) -> bool:
    """Tell whether a line has the form of a headline.

    Short, no stop at its end, opens with a capital, not told in the past ("said", "was"): a paragraph
    that merely lost its stop must not be lost with it.
    """
    opens = next((c for c in line.text if c.isalnum()), "")
    return (
        line.words in _WORDS
        and not line.stopped
        and (opens.isupper() or opens.isdigit())
        and not _PAST.search(line.text)
        and _is_plain(line)
    )


def link_like(line: Line) -> bool:
    """Tell whether a line may be one of a list of links: a headline of any length, or a cut-off one."""
    cut_off = line.text.endswith(("...", "…"))
    return line.words in _LINK_WORDS and (cut_off or not line.stopped) and _is_plain(line)


def _is_plain(line: Line) -> bool:
    """Tell whether nothing shows a line to be a speaker's turn, a list entry, or reported speech."""
    return (
        not line.announces
        and line.text[-1] not in ",;-–—"
        and line.text[0] not in "-–—•*·("
        and not any(pattern.match(line.text) for pattern in (_SPEAKER, _ENTRY))
        and not _SAYING.search(line.text)
    )


def foreign_headlines(lines: Sequence[Line], title: str | None, known: frozenset[int]) -> dict[int, str]:
    """Return the lines that are headlines of other stories, by index, with the reason for each.

    Args:
        lines: Every line of the article.
        title: The article's own headline.
        known: Lines already known for boilerplate; they neither vouch for others nor part them.
    """
    if sum(line.words in _WORDS and not line.stopped for line in lines) > max(8, len(lines) // 4):
        return {}  # a list, a picture story, a text without stops: form tells nothing here
    candidates = {i for i, line in enumerate(lines) if headline_like(line) or link_like(line)} - known
    found: dict[int, str] = {}
    for run in _runs(len(lines), candidates, known):
        found |= _judged(lines, run, title, candidates | known)
    return found


def _runs(count: int, candidates: set[int], known: frozenset[int]) -> list[list[int]]:
    """Return the candidates in runs that no other line parts."""
    runs: list[list[int]] = [[]]
    for i in range(count):
        if i in candidates:
            runs[-1].append(i)
        elif i not in known and runs[-1]:
            runs.append([])
    return [run for run in runs if run]


def _judged(lines: Sequence[Line], run: list[int], title: str | None, left_out: set[int]) -> dict[int, str]:
    before = [i for i in range(run[0]) if i not in left_out]
    after = [i for i in range(run[-1] + 1, len(lines)) if i not in left_out]
    if not before or lines[before[-1]].announces:
        return {}
    about = _vouching(lines, title, before, after)
    if not about:
        return {}
    shares = {i: _shared(lines[i], about) for i in run}
    alone = len(run) == 1
    foreign = {i for i in run if headline_like(lines[i]) and _is_foreign(lines[i], *shares[i], alone=alone)}
    if 2 * len(foreign) >= len(run) > 1:  # links come in lists: the rest of a list is judged more mildly
        foreign |= {i for i, (shared, total) in shares.items() if shared <= _SHARED_IN_A_LIST * total}
    return {
        i: f"headline of another story: {shares[i][0]:g} of its {shares[i][1]} content words "
        "are spoken of around it"
        for i in sorted(foreign)
    }


def _is_foreign(line: Line, shared: float, total: int, *, alone: bool) -> bool:
    if alone:
        return not _spoken(line) and total >= _FEWEST_CONTENT_ALONE and shared <= _SHARED_ALONE * total
    return total >= _FEWEST_CONTENT and shared <= _SHARED * total


def _spoken(line: Line) -> bool:
    """Tell whether a line may be somebody's words, set on a line of its own."""
    return line.text[0] in '"“«'


def _vouching(
    lines: Sequence[Line], title: str | None, before: list[int], after: list[int]
) -> dict[str, float]:
    """Return the stems of what stands around a run, each with how well it vouches for a line: 0 to 1."""
    running_before = [i for i in before if lines[i].full]
    running_after = [i for i in after if lines[i].full]
    around = {
        *(running_before + running_after)[:_OPENING],
        *running_before[-_AROUND:],
        *running_after[:_AROUND],
    }
    paragraphs = [content_stems([lines[i].text]) for i in sorted(around)]
    met = Counter(stem for paragraph in paragraphs for stem in paragraph)
    about = {stem: 1.0 if count > 1 else _MET_ONCE for stem, count in met.items()}
    return about | dict.fromkeys(content_stems([title or ""]), 1.0) if about else {}


def _shared(line: Line, about: dict[str, float]) -> tuple[float, int]:
    stems = content_stems([line.text])
    return sum(about.get(stem, 0.0) for stem in stems), len(stems)
