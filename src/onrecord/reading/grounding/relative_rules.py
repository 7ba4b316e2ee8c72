"""Rules for dates counted from the day of publication or from a day told before.

A rule returns None when its match is no time expression after all, and a `Timex` without a value when it
is one that cannot be told.
"""

import re
from datetime import date, timedelta

from onrecord.reading.grounding.anchor import Anchor, Direction, nearest
from onrecord.reading.grounding.time_words import (
    COUNT,
    HEDGED,
    MOD,
    NOT_NAMED,
    NOT_PAPER,
    PART,
    PARTS,
    SOME,
    UNIT,
    UNTOLD,
    WEEKDAY_NAMES,
    WEEKDAYS,
    Match,
    Rule,
    count_of,
    group,
    length,
    rule,
    unit_value,
    valued,
)
from onrecord.reading.grounding.timex import Reach, Timex, add_months, day_timex
from onrecord.records import DatePrecision
from onrecord.text.numerals import CARDINAL, ORDINAL

__all__ = ["RULES"]

TUESDAY, SATURDAY = 1, 5
"""As `date.weekday` counts."""

DAYS_IN = {"week": 7, "weekend": 7}
MONTHS_IN = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200, "centurie": 1200}


_AS_LIKELY_TOMORROW = 6
"""Days back at which a bare day name is left open: pages are dated by another clock than the newsroom's, or
before their last change. Of 28 judged, 19 were the day after (docs/tried.md)."""


def read_weekday(match: Match, anchor: Anchor) -> Timex | None:
    """A day name: the nearest such day that fits the words before it and the tense."""
    part = group(match, "part")
    type_, clock = ("TIME", PARTS[part.lower()]) if part else ("DATE", "")
    if anchor.published is None:
        return Timex(type_, None)
    wanted = next(i for i, name in enumerate(WEEKDAYS) if name.startswith(match["weekday"][:3].lower()))
    back = (anchor.published.weekday() - wanted) % 7
    relative = (group(match, "relative") or "").lower()
    week = (group(match, "of_week") or "").lower()
    if week:
        monday = anchor.published - timedelta(anchor.published.weekday())
        shift = {"last": -7, "next": 7}.get(week, 0)
        return day_timex(monday + timedelta(wanted + shift), type_, clock)
    if relative in ("following", "previous") and anchor.told is not None:
        ahead = (wanted - anchor.told.weekday()) % 7
        shift = (ahead or 7) if relative == "following" else ahead - 7
        return day_timex(anchor.told + timedelta(shift), type_, clock)
    if relative == "following":
        return Timex(type_, None)
    earlier = anchor.published - timedelta(back or 7)
    later = anchor.published + timedelta(7 - back)
    same = anchor.published if back == 0 else None
    if relative in ("last", "past", "previous"):
        day = earlier
    elif relative in ("next", "coming"):
        day = later
    elif relative == "this":
        direction = anchor.direction()
        day = same or (earlier if direction is Direction.PAST else later)
    else:
        day = nearest(anchor.published, anchor.direction(), earlier, later, same=same)
        if (anchor.published - day).days == _AS_LIKELY_TOMORROW:
            return Timex(type_, None)
    return day_timex(day, type_, clock)


def read_named_day(match: Match, anchor: Anchor) -> Timex | None:
    """Today, yesterday, tomorrow and their parts."""
    word = match["word"].lower()
    part = group(match, "part")
    clock = PARTS.get((part or word).lower(), "")
    type_ = "TIME" if clock else "DATE"
    if anchor.published is None:
        return Timex(type_, None)
    shift = {"yesterday": -1, "tomorrow": 1}.get(word.split()[-1], 0)
    if word.startswith("the day"):
        shift *= 2
    return day_timex(anchor.published + timedelta(shift), type_, clock)


def read_reference(match: Match, anchor: Anchor) -> Timex | None:
    """Words for an unbounded past, present or future."""
    word = match[0].lower()
    if re.match(r"now|current|at the moment|at present|these days|presently", word):
        return Timex("DATE", "PRESENT_REF")
    value = "FUTURE_REF" if re.search("coming|future|ahead", word) else "PAST_REF"
    published = anchor.published
    if published is None or not re.search(r"days|weeks|months|years|hours", word):
        return Timex("DATE", value)
    if value == "PAST_REF":
        return Timex("DATE", value, Reach(None, published, DatePrecision.BEFORE))
    return Timex("DATE", value, Reach(published, None, DatePrecision.AFTER))


def read_relative_unit(match: Match, anchor: Anchor) -> Timex | None:
    """This, last and next week, month, year and so on, counted in calendar units."""
    unit = match["unit"].lower()
    relative = match["relative"].lower()
    if unit == "day" and relative == "next":
        relative = "following"
    if unit == "day" or relative in ("that", "same", "following", "previous"):
        return _told_unit(unit, relative, anchor)
    published = anchor.published
    part = PARTS.get(unit)
    if published is None:
        return Timex("TIME" if part else "DATE", None)
    shift = {"last": -1, "past": -1, "next": 1, "coming": 1}.get(relative, 0)
    if part:
        if unit == "night" and relative == "last":
            return day_timex(published - timedelta(1), "TIME", part)
        return day_timex(published, "TIME", part) if shift == 0 else None
    if relative == "past":  # "the past year" ends today, "last year" does not
        return _stretch(1, unit, Direction.PAST, published)
    if relative in ("last", "next") and "the" in match[0].lower().split() and unit in _RUNNING:
        return _stretch(1, unit, Direction.PAST if relative == "last" else Direction.FUTURE, published)
    if unit == "weekend" and relative in ("the", "this"):
        shift = _weekend_shift(published, relative, anchor)
    value = unit_value(unit, published, shift)
    return valued("DATE", value) if value else None


_RUNNING = ("month", "year", "decade")
"""Units of which "the last one" ends, and "the next one" begins, on the day of publication.

A quarter is one of the calendar's: "sales in the last quarter".
"""


def _weekend_shift(published: date, relative: str, anchor: Anchor) -> int:
    """Return which weekend is meant, in weeks from that of publication.

    "The weekend" is the last one unless the tense looks ahead, "this weekend" the next unless the tense looks
    back or the week has hardly begun.
    """
    if published.weekday() >= SATURDAY:
        return 0
    direction = anchor.direction()
    early = relative == "the" or published.weekday() <= TUESDAY
    back = direction is Direction.PAST or (early and direction is Direction.UNTOLD)
    return -1 if back else 0


def _told_unit(unit: str, relative: str, anchor: Anchor) -> Timex:
    """ "That day", "the following week": counted from the day told last, not from publication."""
    if unit in PARTS:
        return Timex("TIME", None)
    if anchor.told is None:
        if unit == "year" and anchor.told_year is not None:
            return valued("DATE", str(anchor.told_year + {"following": 1, "previous": -1}.get(relative, 0)))
        return UNTOLD
    value = unit_value(unit, anchor.told, {"following": 1, "previous": -1}.get(relative, 0))
    return valued("DATE", value) if value else UNTOLD


def read_within(match: Match, anchor: Anchor) -> Timex | None:
    """ "Earlier in the day", "later in the year": counted from the day told last, else from publication.

    Which day "the day" is, publication does not tell: a morning's paper tells of the day before.
    """
    unit = match["unit"].lower()
    day = anchor.told or (None if unit == "day" else anchor.published)
    value = None if day is None else unit_value(unit, day, 0)
    return valued("DATE", value) if value else UNTOLD


def read_told_day(match: Match, anchor: Anchor) -> Timex | None:
    """ "The day after", "a day earlier": counted from the day told last."""
    if anchor.told is None:
        return UNTOLD
    back = re.search(r"before|earlier", match[0], re.IGNORECASE)
    return day_timex(anchor.told + timedelta(-1 if back else 1))


def read_stretch(match: Match, anchor: Anchor) -> Timex | None:
    """ "The past two years", "the next few days"."""
    relative = match["relative"].lower()
    way = Direction.PAST if relative in ("past", "last") else Direction.FUTURE
    if relative in ("previous", "following", "first", "final", "opening"):
        return Timex("DURATION", length(count_of(match), match["unit"].lower()))
    return _stretch(count_of(match), match["unit"].lower(), way, anchor.published)


def _stretch(count: float | None, unit: str, way: Direction, published: date | None) -> Timex:
    """A stretch that ends or begins on the day of publication."""
    value = length(count, unit)
    if published is None or unit in ("second", "minute", "hour", "night", "weekend"):
        return Timex("DURATION", value)
    other = None if count is None else _moved(published, count * int(way), unit)
    start, end = (other, published) if way is Direction.PAST else (published, other)
    if count is None:
        precision = DatePrecision.BEFORE if way is Direction.PAST else DatePrecision.AFTER
    else:
        precision = DatePrecision.RANGE
    return Timex("DURATION", value, Reach(start, end, precision))


def _moved(day: date, count: float, unit: str) -> date | None:
    months = MONTHS_IN.get(unit)
    try:
        if months is None:
            return day + timedelta(round(count * DAYS_IN.get(unit, 1)))
        return add_months(day, round(count * months))
    except (ValueError, OverflowError):  # before the year 1
        return None


def read_ago(match: Match, anchor: Anchor) -> Timex | None:
    """ "Two years ago", "a week earlier": a calendar unit counted back or ahead."""
    count, unit = count_of(match), match["unit"].lower()
    word = match["way"].lower()
    base = anchor.published if word in ("ago", "from now") else anchor.told
    if word in ("later", "before") and anchor.told is None:
        return Timex("DURATION", length(count, unit))
    if word == "earlier" and base is None and unit == "year":
        base = anchor.published  # "up from 3 percent a year earlier"
    if unit in ("second", "minute", "hour"):
        return UNTOLD
    if word == "ago" and base is not None and count is None:
        return Timex("DATE", "PAST_REF", Reach(None, base, DatePrecision.BEFORE))
    if base is None or count is None:
        return Timex("DATE", "PAST_REF" if word == "ago" else None)
    sign = 1 if word in ("later", "from now") else -1
    day = _moved(base, sign * count, unit)
    value = None if day is None else unit_value(unit.replace("night", "day"), day, 0)
    return valued("DATE", value) if value else UNTOLD


def read_overnight(_match: Match, anchor: Anchor) -> Timex | None:
    """The night before publication."""
    if anchor.published is None:
        return Timex("TIME", None)
    before = anchor.published - timedelta(1)
    return Timex("TIME", f"{before.isoformat()}TNI", Reach(before, anchor.published, DatePrecision.RANGE))


def read_untold(_match: Match, _anchor: Anchor) -> Timex | None:
    """A day of something else's calendar ("the third day of the truce")."""
    return UNTOLD


_NO_CLAUSE = r"(?=$|\W*(?:[,.;:!?)\n]|(?:in|at|near|and|but|when|to|for|by|from|with)\b))"
"""What follows, and no clause: not "a day before [the leaders] met", "a day after [rebels] left"."""

RULES: tuple[Rule, ...] = (
    rule(
        "weekday",
        rf"\b(?:(?:early|late|earlier|later)(?: on)? )?(?:the )?"
        rf"(?:(?P<relative>last|next|this|coming|past|previous|following) )?"
        rf"{NOT_NAMED}(?P<weekday>(?-i:{WEEKDAY_NAMES}))\b(?: {PART})?"
        rf"(?: (?:of )?(?P<of_week>last|next|this) week)?{NOT_PAPER}",
        read_weekday,
    ),
    rule(
        "named day",
        rf"\b(?:(?:early|late|earlier|later) )?(?P<word>the day before yesterday|the day after tomorrow|"
        rf"yesterday|today|tomorrow|tonight)\b(?: {PART})?",
        read_named_day,
    ),
    rule(
        "reference",
        r"\b(?:(?<!until )now|currently|(?:more |most )?recently|presently|at the moment|at present|"
        r"these days|(?:the )?(?:recent|coming) (?:days|weeks|months|years|hours)|"
        r"(?:the )?(?:days|weeks|months) ahead|the near future)\b(?!-)",
        read_reference,
    ),
    rule(
        "relative unit",
        rf"\b{MOD}(?:the )?(?P<relative>this|last|next|past|coming|that|same|following|previous) (?:very )?"
        r"(?P<unit>week|weekend|month|quarter|year|decade|century|day|morning|afternoon|evening|night)\b(?!-)",
        read_relative_unit,
    ),
    rule("weekend", r"(?<=\bover )(?P<relative>the) (?P<unit>weekend)\b(?! of)", read_relative_unit),
    rule("at the weekend", r"(?<=\bat )(?P<relative>the) (?P<unit>weekend)\b(?! of)", read_relative_unit),
    rule(
        "within the unit",
        r"\b(?:earlier|later|early|late) (?:on )?in (?P<relative>the) (?P<unit>day|week|month|year)\b",
        read_within,
    ),
    rule(
        "units ago",
        r"\b(?:just |only )?(?P<unit>day|week|month|year|decade|centurie)s (?P<way>ago)\b",
        read_ago,
    ),
    rule(
        "told day",
        rf"\b(?:the|a|one) day (?:earlier|later|(?:before|after){_NO_CLAUSE})\b",
        read_told_day,
    ),
    rule(
        "stretch",
        rf"\b(?:the )?(?P<relative>past|last|next|coming|previous|following|first|final|opening) "
        rf"(?:(?P<count>{CARDINAL})|{SOME}) {UNIT}s?\b",
        read_stretch,
    ),
    rule(
        "stretch of units",
        r"\b(?:the )?(?P<relative>past|coming) (?P<unit>day|week|month|year|decade|centurie)s\b",
        read_stretch,
    ),
    rule(
        "ago",
        rf"\b{HEDGED}(?:{COUNT}|{SOME}) {UNIT}s? "
        r"(?P<way>ago|earlier|later|from now|before(?= ?[,.;:]))",
        read_ago,
    ),
    rule("overnight", r"\bovernight\b", read_overnight),
    rule(
        "day of something",
        rf"\b(?:the )?(?P<rank>{ORDINAL})(?: straight| consecutive)? (?:day|week|month|year)\b",
        read_untold,
    ),
)
