"""Rules for dates told by the calendar: days, months, years, quarters, seasons, feasts.

A rule returns None when its match is no time expression after all, and a `Timex` without a value when it
is one that cannot be told.
"""

import re
from datetime import date, timedelta

from onrecord.reading.grounding.anchor import Anchor, Direction, nearest
from onrecord.reading.grounding.feasts import FEASTS, feast_day
from onrecord.reading.grounding.time_words import (
    BEFORE_MONTH,
    DAY,
    MONTH,
    NOT_PAPER,
    SEASON,
    SEASON_CODES,
    UNTOLD,
    WEEKDAY,
    YEAR,
    Match,
    Rule,
    day_of,
    group,
    month_number,
    rule,
    unit_value,
    valued,
)
from onrecord.reading.grounding.timex import Reach, Timex, day_timex, days_of, month_value
from onrecord.records import DatePrecision
from onrecord.text.numerals import ORDINAL, parse_ordinal

__all__ = ["RULES"]

NOT_A_SEASON = (
    r"(?! (?:sales?|seasons?|shopping|holidays?|period|break|bonus|part(?:y|ies)|dinner|trees?|cards?|"
    r"carols?|gifts?|presents?|market|islands?|and New Year)\b)"
)
"""What makes a feast's name tell a season or a thing, not a day."""
RECENT_DAYS = 31
"""Days after which an attack is known by its date as by a name, so that its year is no longer told.

Within as many days a feast is still the last one.
"""


def read_full_date(match: Match, anchor: Anchor) -> Timex | None:
    """Day and month, with a year or the nearest one that fits the tense."""
    month = month_number(match["month"])
    number = int(re.sub(r"\D", "", match["day"]))
    year = group(match, "year")
    if year is not None:
        day = day_of(int(year), month, number)
        return day_timex(day) if day else None
    told = anchor.next_year or anchor.told_year
    if told is not None:
        day = day_of(told, month, number)
        return day_timex(day) if day else None
    if anchor.published is None:
        return Timex("DATE", f"XXXX-{month:02d}-{number:02d}") if number <= 31 else None
    around = [day_of(anchor.published.year + shift, month, number) for shift in (-4, -1, 0, 1, 4)]
    days = [day for day in around if day is not None]
    earlier = [day for day in days if day <= anchor.published]
    later = [day for day in days if day > anchor.published]
    if not earlier or not later:
        return None
    if earlier[-1] == anchor.published:
        return day_timex(earlier[-1])
    if later[0] - anchor.published <= timedelta(7) and anchor.direction() is not Direction.PAST:
        return day_timex(later[0])
    return day_timex(nearest(anchor.published, anchor.direction(), earlier[-1], later[0]))


_FROM_NOW = ("last ", "this ", "next ")
"""Words by which a month is counted from publication, whatever year was told before."""


def read_month(match: Match, anchor: Anchor) -> Timex | None:
    """A month, with its year or the nearest one that fits the tense."""
    month = month_number(group(match, "month") or match["bare"])
    year = group(match, "year")
    if year is None and group(match, "of_year") is not None:
        counted = _year_of(match, anchor)
        return UNTOLD if counted is None else valued("DATE", f"{counted}-{month:02d}")
    lead = (group(match, "lead") or "").lower()
    if year is None:
        told = None if lead in _FROM_NOW else anchor.next_year or anchor.told_year
        if told is not None:
            year = str(told)
    if year is not None:
        return valued("DATE", f"{int(year)}-{month:02d}")
    if anchor.published is None:
        return Timex("DATE", f"XXXX-{month:02d}")
    shift = {"last ": -1, "as of ": -1, "since ": -1, "next ": 1}.get(lead, 0)
    this = date(anchor.published.year, month, 1)
    first = anchor.published.replace(day=1)
    if shift == 0 and this == first:
        chosen = this
    else:
        earlier = this if this < first else this.replace(year=this.year - 1)
        later = this if this > first else this.replace(year=this.year + 1)
        direction = Direction(shift) if shift else anchor.direction()
        if lead in ("until ", "till ") and direction is Direction.UNTOLD:
            direction = Direction.FUTURE  # "no intention of leaving until September"
        chosen = nearest(first, direction, earlier, later)
    return valued("DATE", month_value(chosen))


def read_year(match: Match, _anchor: Anchor) -> Timex | None:
    """A year, or the stretch of two ("1950-53")."""
    year = int(match["year"])
    until = group(match, "until")
    if until is None:
        return valued("DATE", str(year))
    last = int(until) if len(until) == 4 else year // 100 * 100 + int(until)
    if last <= year:
        return None
    reach = Reach(date(year, 1, 1), date(last, 12, 31), DatePrecision.RANGE)
    return Timex("DURATION", f"P{last - year}Y", reach)


def read_decade(match: Match, _anchor: Anchor) -> Timex | None:
    """ "The 1990s", "the '90s"."""
    digits = match["decade"]
    return valued("DATE", digits[:3] if len(digits) == 4 else f"19{digits[0]}")


def read_century(match: Match, anchor: Anchor) -> Timex | None:
    """ "The 19th century"; the one we live in tells no day."""
    rank = parse_ordinal(match["rank"])
    if rank is None or not 2 <= rank <= 22:
        return None
    value = f"{rank - 1:02d}"
    ours = anchor.published is not None and anchor.published.year // 100 == rank - 1
    return Timex("DATE", value) if ours else valued("DATE", value)


def _year_of(match: Match, anchor: Anchor) -> int | None:
    year = group(match, "year")
    if year is not None:
        return int(year)
    if anchor.published is None:
        return None
    shift = {"last": -1, "next": 1}.get((group(match, "of_year") or "").lower(), 0)
    return anchor.published.year + shift


def read_quarter(match: Match, anchor: Anchor) -> Timex | None:
    """ "The third quarter of 2023", "the first half of the year"."""
    year = _year_of(match, anchor)
    if group(match, "fiscal") is not None:
        return UNTOLD  # when a fiscal year begins is not told
    rank = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4}[match["rank"].lower()]
    letter = "Q" if match["size"].lower() == "quarter" else "H"
    if year is None or (letter == "H" and rank > 2):
        return UNTOLD
    if group(match, "year") is None and group(match, "of_year") is None and not match[0].endswith("year"):
        year = _year_of_quarter(year, rank, anchor)
    return valued("DATE", f"{year}-{letter}{rank}")


def _year_of_quarter(year: int, rank: int, anchor: Anchor) -> int:
    """Return the year of a quarter told without one: what fell in the third, told in June, fell last year."""
    ahead = anchor.published is not None and date(year, 3 * rank - 2, 1) > anchor.published
    return year - 1 if ahead and anchor.direction() is Direction.PAST else year


def read_short_quarter(match: Match, _anchor: Anchor) -> Timex | None:
    """ "Q3 2011"."""
    return valued("DATE", f"{match['year']}-Q{match['rank']}")


def read_fiscal_year(match: Match, _anchor: Anchor) -> Timex | None:
    """ "Fiscal 2012": the year has a name, its days are not told."""
    return Timex("DATE", f"FY{group(match, 'year') or match['named']}")


def read_season(match: Match, anchor: Anchor) -> Timex | None:
    """ "Last summer", "the winter of 2014"."""
    code = SEASON_CODES[match["season"].lower()]
    year = group(match, "year")
    if year is not None:
        return valued("DATE", f"{year}-{code}")
    if anchor.published is None:
        return UNTOLD
    shift = {"last": -1, "next": 1}.get((group(match, "relative") or "").lower(), 0)
    reach = days_of(f"{anchor.published.year}-{code}")
    assert reach is not None
    assert reach.start is not None
    if shift == -1 and reach.end is not None and reach.end < anchor.published:
        shift = 0  # "last summer", told in November, is this year's
    if shift == 1 and reach.start > anchor.published:
        shift = 0
    return valued("DATE", f"{anchor.published.year + shift}-{code}")


def read_edge(match: Match, anchor: Anchor) -> Timex | None:
    """ "The end of the year", "the beginning of May": the unit itself is as much as it tells."""
    if group(match, "month") is not None or group(match, "bare") is not None:
        return read_month(match, anchor)
    if group(match, "year") is not None:
        return valued("DATE", match["year"])
    if anchor.published is None:
        return UNTOLD
    shift = {"last": -1, "next": 1}.get((group(match, "of_year") or "").lower(), 0)
    value = unit_value(match["unit"].lower(), anchor.published, shift)
    return valued("DATE", value) if value else UNTOLD


def read_days(match: Match, anchor: Anchor) -> Timex | None:
    """ "May 3-5", "from 3 to 5 May 2011": the days from the first to the last."""
    last = read_full_date(match, anchor)
    if last is None or last.reach is None or last.reach.end is None:
        return last
    first = day_of(last.reach.end.year, last.reach.end.month, int(match["first"]))
    if first is None or first >= last.reach.end:
        return None
    return Timex("DATE", first.isoformat(), Reach(first, last.reach.end, DatePrecision.RANGE))


def read_named_for_its_day(match: Match, anchor: Anchor) -> Timex | None:
    """ "The March 11 attacks": a name; its year is told only where the day has just been."""
    read = read_full_date(match, anchor)
    day = None if read is None or read.reach is None else read.reach.start
    if read is None or day is None or anchor.published is None:
        return read
    if timedelta(0) <= anchor.published - day <= timedelta(RECENT_DAYS):
        return read
    return Timex("DATE", f"XXXX-{day.month:02d}-{day.day:02d}")


def read_iso(match: Match, _anchor: Anchor) -> Timex | None:
    """ "2024-11-04", with or without "T14:00Z"."""
    day = day_of(int(match["y"]), int(match["m"]), int(match["d"]))
    clock = group(match, "clock")
    if day is None or clock is None:
        return day_timex(day) if day else None
    return day_timex(day, "TIME", f"T{clock}{group(match, 'zone') or ''}")


def read_dots(match: Match, _anchor: Anchor) -> Timex | None:
    """ "03.05.2011": written with dots, the day comes first."""
    day = day_of(int(match["y"]), int(match["m"]), int(match["d"]))
    return day_timex(day) if day else None


def read_slashes(match: Match, anchor: Anchor) -> Timex | None:
    """ "11/4/2024": told only where the order of day and month is beyond doubt."""
    a, b, year = int(match["a"]), int(match["b"]), int(match["y"])
    year += 0 if year > 99 else (2000 if year < 50 else 1900)
    days = {day for day in (day_of(year, a, b), day_of(year, b, a)) if day is not None}
    if not days:
        return None
    if len(days) > 1 and anchor.published is not None:
        published = anchor.published
        near = {day for day in days if abs((day - published).days) <= 7}
        days = near or days
    return day_timex(days.pop()) if len(days) == 1 else UNTOLD


def read_feast(match: Match, anchor: Anchor) -> Timex | None:
    """Feasts, those with a moving day included."""
    day_in = feast_day(match["feast"])
    year = group(match, "year")
    if year is not None:
        return day_timex(day_in(int(year)))
    if anchor.published is None:
        return UNTOLD
    days = [day_in(anchor.published.year + shift) for shift in (-1, 0, 1)]
    earlier = max(d for d in days if d <= anchor.published)
    later = min(d for d in days if d > anchor.published)
    if anchor.published - earlier <= timedelta(RECENT_DAYS):
        return day_timex(earlier)
    return day_timex(nearest(anchor.published, anchor.direction(), earlier, later))


def read_nine_eleven(_match: Match, _anchor: Anchor) -> Timex | None:
    """ "9/11", which is the name of a day."""
    return day_timex(date(2001, 9, 11))


RULES: tuple[Rule, ...] = (
    rule(
        "days of month",
        rf"\b{MONTH} (?P<first>[0-3]?\d)(?:-|–| to )(?P<day>[0-3]?\d)\b(?!-|–\d)(?:,? {YEAR}\b)?",
        read_days,
        ignore_case=False,
    ),
    rule(
        "days before month",
        rf"\b(?P<lead>from )?(?P<first>[0-3]?\d)(?:-|–| to )(?P<day>[0-3]?\d) {MONTH}"
        rf"(?:,? {YEAR}\b)?",
        read_days,
        ignore_case=False,
    ),
    rule(
        "days between before month",
        rf"\b(?P<lead>[Bb]etween )(?P<first>[0-3]?\d) and (?P<day>[0-3]?\d) {MONTH}(?:,? {YEAR}\b)?",
        read_days,
        ignore_case=False,
    ),
    rule(
        "days between of month",
        rf"\b(?P<lead>[Bb]etween ){MONTH} (?P<first>[0-3]?\d) and (?P<day>[0-3]?\d)\b(?! [A-Z])"
        rf"(?:,? {YEAR}\b)?",
        read_days,
        ignore_case=False,
    ),
    rule(
        "named for its day",
        rf"\b{MONTH} {DAY}(?= (?:terror(?:ist)? |suicide )?(?:attacks|bombings|hijackings|massacre|coup)\b)",
        read_named_for_its_day,
        ignore_case=False,
    ),
    rule(
        "month of a told year",
        rf"\b{MONTH},? (?:of )?(?P<of_year>this|last|next) year\b",
        read_month,
        ignore_case=False,
    ),
    rule(
        "month day year",
        rf"(?:{WEEKDAY},? )?{MONTH} {DAY}(?: ?,)? ?{YEAR}\b",
        read_full_date,
        ignore_case=False,
    ),
    rule(
        "day month",
        rf"(?:{WEEKDAY},? )?(?:\bthe )?\b{DAY}(?: of)? {MONTH}(?:,? {YEAR}\b)?",
        read_full_date,
        ignore_case=False,
    ),
    rule("month day", rf"(?:{WEEKDAY} ?,? )?\b{MONTH} {DAY}\b", read_full_date, ignore_case=False),
    rule(
        "month year",
        rf"\b(?:(?:[Ee]arly|[Ll]ate|[Mm]id)[- ])?{MONTH},? (?:of )?{YEAR}\b",
        read_month,
        ignore_case=False,
    ),
    rule("month", rf"{BEFORE_MONTH}\b{MONTH}(?! \d)", read_month, ignore_case=False),
    rule("mid month", rf"\b[Mm]id-{MONTH}", read_month, ignore_case=False),
    rule("years", rf"\b{YEAR}(?:-|–|/)(?P<until>\d\d(?:\d\d)?)\b(?![-/])", read_year),
    rule(
        "year",
        rf"(?<![\d$€£.,#-])(?:\b(?:very )?(?:early|late|mid)[- ])?\b{YEAR}\b"
        r"(?!-\d|s\b| ?(?:percent|per cent|%|million|billion|GMT|UTC|hours)\b)",
        read_year,
    ),
    rule("decade", r"\b(?:the )?(?:(?:early|late|mid)[- ])?(?P<decade>1[0-9]\d0|20\d0)'?s\b", read_decade),
    rule("short decade", r"\b(?:the )?(?:(?:early|late|mid)[- ])?['’‘](?P<decade>[2-9]0)s\b", read_decade),
    rule("century", rf"\b(?:the )?(?:(?:early|late|mid)[- ])?(?P<rank>{ORDINAL})[ -]century\b", read_century),
    rule(
        "quarter",
        rf"\b(?:the )?(?P<fiscal>fiscal )?(?P<rank>first|second|third|fourth|final)[ -](?P<size>quarter|half)"
        rf"(?:(?: of|,)? {YEAR}| of (?:the|(?P<of_year>this|last|next)) year\b)",
        read_quarter,
    ),
    rule(
        "plain quarter",
        r"\b(?:the )?(?P<fiscal>fiscal )?(?P<rank>first|second|third|fourth)[ -](?P<size>quarter)\b",
        read_quarter,
    ),
    rule("short quarter", rf"\bQ(?P<rank>[1-4])(?: of)? {YEAR}", read_short_quarter, ignore_case=False),
    rule(
        "fiscal year",
        rf"\b(?:(?:fiscal|financial) (?:year )?{YEAR}|"
        rf"(?:the )?{YEAR.replace('year', 'named')} (?:fiscal|financial) year)\b",
        read_fiscal_year,
    ),
    rule(
        "season",
        rf"\b(?:(?:early|late|mid)[- ])?(?P<relative>this|last|next) {SEASON}\b(?! of)",
        read_season,
    ),
    rule(
        "season of a year",
        rf"\b(?:the )?(?:(?:early|late|mid)[- ])?{SEASON} (?:of )?{YEAR}",
        read_season,
    ),
    rule(
        "edge",
        rf"\b(?:the )?(?:very )?(?:beginning|start|end|middle|turn) of "
        rf"(?:(?:the|(?P<of_year>this|last|next)) (?P<unit>week|month|year|decade|century)\b|"
        rf"(?:(?-i:{MONTH}),? ?)?{YEAR}\b|(?-i:{MONTH.replace('month', 'bare')}))",
        read_edge,
    ),
    rule(
        "iso time",
        r"\b(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)T(?P<clock>\d\d:\d\d)(?::\d\d)?(?P<zone>Z)?\b",
        read_iso,
    ),
    rule("iso", r"\b(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)\b", read_iso),
    rule("dots", r"(?<![\d.])(?P<d>[0-3]?\d)\.(?P<m>[01]?\d)\.(?P<y>[12]\d{3})(?!\d)", read_dots),
    rule("nine eleven", r"(?<![\d/])9/11(?![\d/])", read_nine_eleven),
    rule("slashes", r"(?<![\d/])(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y>\d{4}|\d\d)(?![\d/])", read_slashes),
    rule(
        "feast",
        rf"\b(?P<feast>{FEASTS})\b(?:,? {YEAR})?{NOT_PAPER}{NOT_A_SEASON}",
        read_feast,
        ignore_case=False,
    ),
)
