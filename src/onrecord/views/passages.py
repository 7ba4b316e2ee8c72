"""An article's text cut where spans begin and end, so that a page can underline what each claim rests on."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.records import Article, Claim, Span
from onrecord.views.words import Family, family_of

__all__ = ["LANES", "Paragraph", "RoleSpan", "Segment", "Underline", "paragraphs", "role_spans"]

LANES = 4
"""Underlines drawn one below the other at most; further claims share the last lane."""


@dataclass(frozen=True, slots=True)
class RoleSpan:
    """A span of a claim and what it shows.

    Attributes:
        role: "source", "cue", "content", "event", "actor", "recipient", "item", "figure", "place", "when",
            "said" or "evidence".
        start: First character in the article's text.
        end: One past the last.
        text: Exactly those characters.
    """

    role: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Underline:
    """One claim's line under a segment.

    Attributes:
        number: The claim's number in the article, from 1.
        lane: Height of the line, 0 nearest the text.
        family: The family of the claim's stance.
    """

    number: int
    lane: int
    family: Family


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text over which nothing changes.

    Attributes:
        start: First character in the article's text.
        text: Its characters.
        lines: The claims under it, lowest lane last.
        ends: Numbers of the claims whose underlined words end here.
        inserted: Why it does not belong to the article; None where it does.
    """

    start: int
    text: str
    lines: tuple[Underline, ...]
    ends: tuple[int, ...]
    inserted: str | None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the stored text."""

    segments: tuple[Segment, ...]


def role_spans(claim: Claim) -> tuple[RoleSpan, ...]:
    """Return every span a claim rests on with what it shows, in reading order."""
    found: list[tuple[str, Span | None]] = [("source", p.span) for p in claim.sources]
    found += [("cue", claim.cue), ("said", claim.said.span if claim.said else None)]
    found += [("content", span) for span in claim.content]
    if event := claim.event:
        found += [("event", event.trigger)]
        found += [("actor", p.span) for p in event.actors]
        found += [("recipient", p.span) for p in (*event.recipients, *event.against)]
        found += [("item", item.span) for item in event.items]
        found += [("figure", figure.span) for figure in event.figures]
        found += [("place", event.place.span if event.place else None)]
        found += [("when", event.when.span if event.when else None)]
    spans = {RoleSpan(role, s.start, s.end, s.text) for role, s in found if s is not None}
    if not spans:
        spans = {RoleSpan("evidence", s.start, s.end, s.text) for s in claim.evidence}
    return tuple(sorted(spans, key=lambda s: (s.start, s.end, s.role)))


def paragraphs(article: Article, claims: Sequence[Claim]) -> tuple[Paragraph, ...]:
    """Return the article's text with the claims' underlines, a paragraph a line.

    Args:
        article: The article.
        claims: Its claims; a claim's number is its place here, from 1.
    """
    marked = [(number, claim, _underlined(claim)) for number, claim in enumerate(claims, 1)]
    lanes = _lanes([(number, spans) for number, _, spans in marked])
    opens: dict[int, list[Underline]] = {}
    closes: dict[int, list[Underline]] = {}
    ends: dict[int, list[int]] = {}
    for number, claim, spans in marked:
        line = Underline(number, lanes[number], family_of(claim.stance))
        for span in spans:
            opens.setdefault(span.start, []).append(line)
            closes.setdefault(span.end, []).append(line)
        if spans:
            ends.setdefault(max(s.end for s in spans), []).append(number)
    breaks = {i for i, c in enumerate(article.text) if c == "\n"}
    edges = {0, len(article.text), *opens, *closes, *breaks, *(i + 1 for i in breaks)}
    edges.update(edge for part in article.inserted for edge in (part.start, part.end))
    result: list[list[Segment]] = [[]]
    over: Counter[Underline] = Counter()  # a claim's own spans may overlap: count them
    for start, end in pairwise(sorted(edges)):
        over.subtract(closes.get(start, ()))
        over.update(opens.get(start, ()))
        if start in breaks:
            result.append([])
        else:
            lines = sorted((line for line, n in over.items() if n > 0), key=lambda x: (-x.lane, x.number))
            result[-1].append(_segment(article, start, end, tuple(lines), tuple(ends.get(end, ()))))
    return tuple(Paragraph(tuple(segments)) for segments in result if segments)


def _segment(
    article: Article, start: int, end: int, lines: tuple[Underline, ...], ends: tuple[int, ...]
) -> Segment:
    part = next((p for p in article.inserted if p.start < end and start < p.end), None)
    return Segment(start, article.text[start:end], lines, ends, None if part is None else part.reason)


def _underlined(claim: Claim) -> tuple[Span, ...]:
    """Return what is underlined of a claim: cue and content; the evidence where it has no cue."""
    spans = (*([claim.cue] if claim.cue else []), *claim.content)
    return tuple(sorted(spans or claim.evidence))


def _lanes(marked: list[tuple[int, tuple[Span, ...]]]) -> dict[int, int]:
    """Give each claim the lowest lane free over its whole stretch; the last lane is shared."""
    free: list[int] = []  # where each lane is free again
    lanes: dict[int, int] = {}
    for number, spans in sorted(marked, key=lambda m: (m[1][0].start if m[1] else 0, m[0])):
        start, end = (spans[0].start, max(s.end for s in spans)) if spans else (0, 0)
        lane = next((i for i, until in enumerate(free) if until <= start), len(free))
        if lane >= LANES:
            lane = LANES - 1
        free[lane : lane + 1] = [end]
        lanes[number] = lane
    return lanes
