"""Find time expressions and the days they stand for."""

import re
from dataclasses import replace
from datetime import date, timedelta

from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from onrecord.reading.grounding import calendar_rules, length_rules, relative_rules
from onrecord.reading.grounding.anchor import Anchor, direction_at
from onrecord.reading.grounding.time_words import Match, Rule
from onrecord.reading.grounding.timex import Reach, Timex
from onrecord.reading.layers import DateMention, span_of
from onrecord.records import DatePrecision, When

__all__ = ["find_dates"]

SINCE = re.compile(
    r"\b(?:ever since|since|starting|beginning|effective)(?: on| in| from)?[ \n]$", re.IGNORECASE
)
AFTER = re.compile(r"\bafter[ \n]$", re.IGNORECASE)
UNTIL = re.compile(r"\b(?:until|till|through|by|no later than|up to)(?: the)?[ \n]$", re.IGNORECASE)
END_OF = re.compile(r"(?:the )?(?:very )?end of\b", re.IGNORECASE)
LATE = re.compile(r"late\b|(?:the )?(?:very )?end of\b", re.IGNORECASE)
BEFORE = re.compile(r"\b(?:before|prior to)[ \n]$", re.IGNORECASE)
FROM = re.compile(r"\b(from|between)[ \n](?:the )?$", re.IGNORECASE)
JOIN = re.compile(r"[ ]?(?:to|until|till|through|and|-|–|—)[ ]?(?:the )?", re.IGNORECASE)
CLOCK = re.compile(r"T\d\d:\d\dZ?$")
AT_DAY = re.compile(r"(?: \([^)]*\))?,? (?:on )?")
YEAR_ALONE = re.compile(r"(?:1[89]|20)\d\d$")
WRAPPED = re.compile(r"(?<=[\w,])\n(?=[a-z\d])")
"""A line end inside a sentence."""
RULES = calendar_rules.RULES + relative_rules.RULES + length_rules.RULES
"""Every rule: the match that begins first wins, then the longest, then the first here."""
AHEAD = re.compile(
    r"(?: ?(?:and|to|or|until|through|-|–) ?| ?, )"
    r"(?:[A-Z][a-z]+\.? ?)(?:\d{1,2},? )?(1[89]\d\d|20\d\d)\b"
)
"""A year that a later member of the same coordination brings: "March and April 2003"."""
COUNTABLE = frozenset({"NNS", "NNPS"})


def find_dates(doc: Doc, published: date | None) -> tuple[DateMention, ...]:
    """Return the time expressions of a parsed article, in reading order.

    Args:
        doc: The parsed article.
        published: Day day names and "last week" are counted from: the article's, or the dateline's. None
            when unknown; such expressions then have no value and no days.

    Returns:
        A mention an expression. Its tokens are the expression as TimeML cuts it ("2022"); `when.span` is
        what tells the days ("since 2022"). The two ends of a range both carry the whole range as `when`.
    """
    text = doc.text  # spaCy joins it anew at each look
    found = _clocks_of_the_day_after(text, _scan(doc, text, published))
    reaches = [timex.reach for _, timex in found]
    leads = [span.start_char for span, _ in found]
    ends = [span.end_char for span, _ in found]
    for i, (span, timex) in enumerate(found):
        lead = text[max(0, span.start_char - 20) : span.start_char]
        if timex.reach is not None and timex.type in ("DATE", "TIME") and not _is_before_noun(span):
            opened = _open(lead, _told_part(span.text, timex.reach), END_OF.match(span.text) is not None)
            if opened is not None:
                pattern, reaches[i] = opened
                leads[i] = span.start_char - len(pattern)
    for i in range(len(found) - 1):
        joined = _range(text, found[i], found[i + 1])
        if joined is not None:
            start, reach = joined
            reaches[i] = reaches[i + 1] = reach
            leads[i] = leads[i + 1] = start
            ends[i] = ends[i + 1]
    return tuple(
        DateMention(
            span.start, span.end, timex.type, timex.value, _when(doc, reaches[i], leads[i], ends[i], span)
        )
        for i, (span, timex) in enumerate(found)
    )


def _scan(doc: Doc, text: str, published: date | None) -> list[tuple[TokenSpan, Timex]]:
    text = WRAPPED.sub(" ", text.replace("\u00a0", " "))
    matches = [
        (match, rank, rule) for rank, rule in enumerate(RULES) for match in rule.pattern.finditer(text)
    ]
    matches.sort(key=lambda found: (_start(found[0]), -found[0].end(), found[1]))
    found: list[tuple[TokenSpan, Timex]] = []
    cursor = 0
    for match, _, rule in matches:
        if _start(match) < cursor:
            continue
        span = doc.char_span(_start(match), match.end(), alignment_mode="expand")
        if span is None or not _stands_alone(rule, span):
            continue
        timex = rule.read(match, _anchor(doc, text, published, span, found))
        if timex is not None:
            found.append((span, timex))
            cursor = match.end()
    return found


def _clocks_of_the_day_after(
    text: str, found: list[tuple[TokenSpan, Timex]]
) -> list[tuple[TokenSpan, Timex]]:
    """Give a time of day the day that follows it: "at 9 p.m. on Monday"."""
    out = list(found)
    for i in range(len(found) - 1):
        (clock, told), (day, timex) = found[i], found[i + 1]
        time = CLOCK.search(told.value or "")
        reach = timex.reach
        if time is None or told.type != "TIME" or reach is None or reach.start is None:
            continue
        if reach.start == reach.end and AT_DAY.fullmatch(text[clock.end_char : day.start_char]):
            out[i] = (clock, replace(told, value=reach.start.isoformat() + time[0]))
    return out


def _start(match: Match) -> int:
    """Return where the expression begins: what a rule only needs to see before it is left out."""
    lead = match.groupdict().get("lead")
    if not lead:
        return match.start()
    keep = re.search(r"\b(?:last|next|this|early|late|mid) $", lead, re.IGNORECASE)
    return match.start() + (keep.start() if keep else len(lead))


def _stands_alone(rule: Rule, span: TokenSpan) -> bool:
    """Tell whether a bare number that could be a year counts nothing and belongs to no name."""
    if rule.name != "year" or len(span) > 1:
        return True
    token = span[0]
    doc = span.doc
    before = doc[token.i - 1].lower_ if token.i else ""
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    if before in (
        "about",
        "some",
        "nearly",
        "than",
        "least",
        "almost",
        "over",
        "around",
        "no.",
        "flight",
        "route",
    ):
        return False
    if token.dep_ == "nummod" and token.head.i > token.i and token.head.tag_ in COUNTABLE:
        return before in ("the", "in", "of", "'s")
    return after is None or after.tag_ not in COUNTABLE or before in ("in", "since", "the", "of", "'s")


def _anchor(
    doc: Doc, text: str, published: date | None, span: TokenSpan, found: list[tuple[TokenSpan, Timex]]
) -> Anchor:
    sentence = span.root.sent
    floor = sentence.start_char
    previous = doc[sentence.start - 1].sent.start_char if sentence.start else floor
    told = told_year = None
    for before, timex in reversed(found):
        reach = timex.reach
        if before.start_char < previous or reach is None or timex.type == "DURATION":
            if before.start_char < previous:
                break
            continue
        if told is None and reach.start is not None and reach.start == reach.end:
            told = reach.start
        written = re.search(r"[A-Z][a-z]+.*\b(1[89]\d\d|20\d\d)\b", before.text)  # a month and its year
        if told_year is None and written and before.start_char >= floor:
            told_year = int(written[1])
    ahead = AHEAD.match(text, span.end_char)
    return Anchor(
        published,
        lambda: direction_at(span.root),
        told,
        told_year if told_year != (published.year if published else None) else None,
        int(ahead[1]) if ahead else None,
    )


def _is_before_noun(span: TokenSpan) -> bool:
    """Tell whether a date tells when a thing was, and not itself since when: "after [Friday]'s raid"."""
    root = span.root
    of_year = root.dep_ == "nummod" and YEAR_ALONE.match(span.text) is not None  # "through the [2012] war"
    before = root.head.i > root.i and root.head.pos_ == "NOUN"
    return before and (of_year or root.dep_ in _BEFORE_NOUNS)


_BEFORE_NOUNS = ("poss", "amod", "compound", "nmod", "npadvmod", "advmod")


def _open(lead: str, reach: Reach, at_its_end: bool) -> tuple[str, Reach] | None:
    """Return the words that leave one end of a date open, and the days then meant.

    `at_its_end`: "before the end of the year" runs on to the year's last day.
    """
    if found := SINCE.search(lead):
        return found[0], replace(reach, end=None, precision=DatePrecision.AFTER)
    if (found := AFTER.search(lead)) and reach.end is not None:
        return found[0], Reach(reach.end + timedelta(1), None, DatePrecision.AFTER)
    if found := UNTIL.search(lead) or (BEFORE.search(lead) if at_its_end else None):
        return found[0], replace(reach, start=None, precision=DatePrecision.BEFORE)
    if (found := BEFORE.search(lead)) and reach.start is not None:
        return found[0], Reach(None, reach.start - timedelta(1), DatePrecision.BEFORE)
    return None


def _told_part(text: str, reach: Reach) -> Reach:
    """Return the last days of a month, where "since" leaves only its beginning: "since [late April]"."""
    if reach.start is None or reach.end is None or not LATE.match(text):
        return reach
    month = reach.start.day == 1 and reach.start.month == reach.end.month and reach.start != reach.end
    return replace(reach, start=reach.start.replace(day=LATE_FROM)) if month else reach


LATE_FROM = 21
"""Day from which a month is late."""


def _range(
    text: str, first: tuple[TokenSpan, Timex], second: tuple[TokenSpan, Timex]
) -> tuple[int, Reach] | None:
    """Return where a range told by its two ends begins, and its days."""
    (left, a), (right, b) = first, second
    gap = text[left.end_char : right.start_char]
    lead = FROM.search(text[max(0, left.start_char - 14) : left.start_char])
    joined = JOIN.fullmatch(gap)
    if a.reach is None or b.reach is None or not joined or a.reach.start is None or b.reach.end is None:
        return None
    if lead is None and gap.strip() not in ("-", "–", "—"):
        return None
    if lead is not None and (gap.strip().startswith("and") != (lead[1].lower() == "between")):
        return None
    if a.reach.start > b.reach.end:
        return None
    start = left.start_char - (len(lead[0]) if lead else 0)
    return start, Reach(a.reach.start, b.reach.end, DatePrecision.RANGE)


def _when(doc: Doc, reach: Reach | None, start: int, end: int, span: TokenSpan) -> When | None:
    if reach is None:
        return None
    told = doc.char_span(start, end, alignment_mode="expand") or span
    return When(reach.start, reach.end, reach.precision, span_of(doc, told.start, told.end))
