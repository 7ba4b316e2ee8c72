"""Headlines of other stories that stand between the paragraphs of an article.

The method: a headline ends without a stop; inside an article such lines are subheads, captions, list
entries or foreign. Foreign ones speak of other things: their content words are not found in the title,
the opening and the paragraphs around them. Subheads, captions and lists speak of what stands there.
"""

import re
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
_REPORTING = re.compile(r"\b(?:said|told|added|according to|was|were|had been)\b")
_ENTRY = re.compile(r"\d+(?:st|nd|rd|th)?[:.)] ")  # of a numbered list
_SPEAKER = re.compile(r"[A-Z][A-Z.'’ -]+(?:, [A-Z ]+)?:")


def headline_like(line: Line) -> bool:
    """Tell whether a line has the form of a headline.

    Short, no stop at its end, opens with a capital, not told in the past ("said", "was"): a paragraph
    that merely lost its stop must not be lost with it.
    """
    opens = next((c for c in line.text if c.isalnum()), "")
    return (
        line.words in _WORDS
        and (not line.stopped or (line.text.endswith("?") and in_title_case(line)))
        and not line.announces
        and line.text[-1] not in ",;-–—"
        and (opens.isupper() or opens.isdigit())
        and line.text[0] not in "-–—•*·("
        and not _SPEAKER.match(line.text)
        and not _ENTRY.match(line.text)
        and not _REPORTING.search(line.text)
    )


def in_title_case(line: Line) -> bool:
    """Tell whether the words of a line that carry meaning are all capitalised."""
    longer = [word for word in re.findall(r"[^\W\d_][\w'’]*", line.text) if len(word) >= 4]
    capitals = sum(word[0].isupper() for word in longer)
    return not line.text.isupper() and len(longer) >= 3 and capitals >= 0.8 * len(longer)


def foreign_headlines(lines: Sequence[Line], title: str | None, known: frozenset[int]) -> dict[int, str]:
    """Return the lines that are headlines of other stories, by index, with the reason for each.

    Args:
        lines: Every line of the article.
        title: The article's own headline.
        known: Lines already known for boilerplate; they neither vouch for others nor part them.
    """
    if sum(line.words in _WORDS and not line.stopped for line in lines) > max(8, len(lines) // 4):
        return {}  # a list, a picture story, a text without stops: form tells nothing here
    own = {i for i, line in enumerate(lines) if headline_like(line)} - known
    found: dict[int, str] = {}
    for run in _runs(lines, own, known):
        found |= _judged(lines, run, title, own | known)
    return found


def _runs(lines: Sequence[Line], own: set[int], known: frozenset[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    last = None
    for i in range(len(lines)):
        if i in known:
            continue
        if i in own:
            if runs and last is not None and last == runs[-1][-1]:
                runs[-1].append(i)
            else:
                runs.append([i])
        last = i
    return runs


def _judged(lines: Sequence[Line], run: list[int], title: str | None, left_out: set[int]) -> dict[int, str]:
    before = [i for i in range(run[0]) if i not in left_out]
    after = [i for i in range(run[-1] + 1, len(lines)) if i not in left_out]
    if not before or (before and lines[before[-1]].announces):
        return {}
    about = _vouching(lines, title, before, after)
    if not about:
        return {}
    shares = {i: _shared(lines[i], about) for i in run}
    foreign = {i for i in run if _is_foreign(*shares[i], alone=len(run) == 1, spoken=_spoken(lines[i]))}
    if 2 * len(foreign) >= len(run) > 1:  # links come in lists: the rest of a list is judged more mildly
        foreign |= {i for i, (shared, total) in shares.items() if shared <= _SHARED_IN_A_LIST * total}
    return {
        i: f"headline of another story: {shares[i][0]} of its {shares[i][1]} content words "
        "are spoken of around it"
        for i in sorted(foreign)
    }


def _is_foreign(shared: int, total: int, *, alone: bool, spoken: bool) -> bool:
    if alone:
        return not spoken and total >= _FEWEST_CONTENT_ALONE and shared <= _SHARED_ALONE * total
    return total >= _FEWEST_CONTENT and shared <= _SHARED * total


def _spoken(line: Line) -> bool:
    """Tell whether a line may be somebody's words, set on a line of its own: a question, a quotation."""
    return line.stopped or line.text[0] in '"“«'


def _vouching(
    lines: Sequence[Line], title: str | None, before: list[int], after: list[int]
) -> frozenset[str]:
    running_before = [i for i in before if lines[i].full]
    running_after = [i for i in after if lines[i].full]
    around = {
        *(running_before + running_after)[:_OPENING],
        *running_before[-_AROUND:],
        *running_after[:_AROUND],
    }
    if not around:
        return frozenset()
    return content_stems([title or "", *(lines[i].text for i in sorted(around))])


def _shared(line: Line, about: frozenset[str]) -> tuple[int, int]:
    stems = content_stems([line.text])
    return len(stems & about), len(stems)
