"""The words of time expressions, and the shape of the rules that find them."""

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.reading.grounding.anchor import Anchor
from onrecord.reading.grounding.timex import Timex, add_months, days_of, month_value, week_value
from onrecord.text.numerals import CARDINAL, parse_cardinal

__all__ = [
    "BEFORE_MONTH",
    "CODES",
    "COUNT",
    "DAY",
    "HEDGED",
    "MOD",
    "MONTH",
    "NOT_NAMED",
    "NOT_PAPER",
    "PART",
    "PARTS",
    "SEASON",
    "SEASON_CODES",
    "SOME",
    "UNIT",
    "UNTOLD",
    "WEEKDAY",
    "WEEKDAYS",
    "WEEKDAY_NAMES",
    "YEAR",
    "Match",
    "Rule",
    "count_of",
    "day_of",
    "group",
    "length",
    "month_number",
    "rule",
    "unit_value",
    "valued",
]

Match = re.Match[str]
UNTOLD = Timex("DATE", None)

MONTH_NAMES = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\\b\\.?"
)
MONTH = rf"(?P<month>\b(?:{MONTH_NAMES})(?![a-z]))"
MONTH_NUMBERS = {name[:3].lower(): number for number, name in enumerate(calendar.month_name) if name}
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAY_NAMES = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
WEEKDAY = (
    rf"(?P<weekday>(?:{WEEKDAY_NAMES})\b|"
    rf"(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\.?(?=,? ?(?:{MONTH_NAMES}|\d)))"
)
DAY = (
    r"(?P<day>(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?)"
    r"(?![\d:]|[.,]\d| ?(?:percent|per cent|%|a\.m|p\.m|[ap]m\b))"
)
YEAR = r"(?P<year>1[0-9]\d\d|20\d\d)(?![\d%]|[.,]\d|-\d\d\d)"
PART = r"(?P<part>morning|afternoon|evening|night|midday|noon)"
PARTS = {
    "morning": "TMO",
    "afternoon": "TAF",
    "evening": "TEV",
    "night": "TNI",
    "midday": "TMI",
    "noon": "T12:00",
    "tonight": "TNI",
}
UNIT = r"(?P<unit>second|minute|hour|day|night|week|weekend|month|quarter|year|decade|century|centurie)"
CODES = {
    "second": "T{}S",
    "minute": "T{}M",
    "hour": "T{}H",
    "day": "{}D",
    "night": "{}D",
    "week": "{}W",
    "weekend": "{}WE",
    "month": "{}M",
    "quarter": "{}Q",
    "year": "{}Y",
    "decade": "{}DE",
    "century": "{}CE",
    "centurie": "{}CE",
}
MOD = r"(?:(?:very )?(?:early|late|later|earlier|mid)[ -](?:on |in )?)?"
SEASON = r"(?P<season>spring|summer|autumn|fall|winter)"
SEASON_CODES = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
HEDGED = r"(?:(?:almost|nearly|about|around|approximately|roughly|some) )?"
SOME = r"several|a few|few|many|a couple of|a number of|couple of"


COUNT = rf"(?P<count>{CARDINAL}|an?\b)"
NOT_NAMED = (
    r"(?<!Black )(?<!Bloody )(?<!Super )(?<!Good )(?<!Palm )(?<!Easter )(?<!Ash )(?<!Holy )(?<!Casual )"
)
NOT_PAPER = (
    r"(?! (?:Times|Mirror|Telegraph|Mail|Express|Herald|People|Post|Tribune|Night Football|Night Live)\b)"
)
BEFORE_MONTH = (
    r"(?P<lead>(?<![\w-])(?i:in|since|of|by|until|till|during|from|to|through|between|and|for|before|after|"
    r"as of|back in|throughout|around|last|next|this|early|late|mid) )"
)


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what its match stands for.

    Attributes:
        name: What the rule is called in tests and reports.
        pattern: Searched in the whole text, with no-break spaces made plain.
        read: Turns a match into what it stands for, None when it is no time expression.
    """

    name: str
    pattern: re.Pattern[str]
    read: Callable[[Match, Anchor], Timex | None]


def rule(
    name: str, pattern: str, read: Callable[[Match, Anchor], Timex | None], *, ignore_case: bool = True
) -> Rule:
    """Return a rule with its pattern compiled."""
    return Rule(name, re.compile(pattern, re.IGNORECASE if ignore_case else 0), read)


def group(match: Match, name: str) -> str | None:
    """Return a named group that this rule's pattern may lack."""
    found = match.groupdict().get(name)
    return found if isinstance(found, str) else None


def count_of(match: Match) -> float | None:
    """Return the number of units a match counts; None for "several" and the like."""
    text = (group(match, "count") or "").lower()
    return 1.0 if text in ("a", "an") else parse_cardinal(text)


def length(count: float | None, unit: str) -> str:
    """Return so many units as a TIMEX3 duration; None counts as X, decades as ten years."""
    if unit == "decade" and count is not None:
        count, unit = 10 * count, "year"
    return "P" + CODES[unit].format("X" if count is None else f"{count:g}")


def valued(type_: str, value: str) -> Timex:
    """Return an expression with the days its value covers."""
    return Timex(type_, value, days_of(value))


def unit_value(unit: str, published: date, shift: int) -> str | None:
    """Return the value of the calendar unit around a day, `shift` units on; None for other units."""
    if unit == "day":
        return (published + timedelta(shift)).isoformat()
    if unit in ("week", "weekend"):
        start = published + timedelta(7 * shift)
        return week_value(start) + ("-WE" if unit == "weekend" else "")
    if unit == "month":
        return month_value(add_months(published, shift))
    if unit == "quarter":
        day = add_months(published, 3 * shift)
        return f"{day.year}-Q{(day.month + 2) // 3}"
    if unit == "year":
        return str(published.year + shift)
    if unit == "decade":
        return str(published.year // 10 + shift)
    if unit == "century":
        return str(published.year // 100 + shift)
    return None


def day_of(year: int, month: int, day: int) -> date | None:
    """Return the day, None where the month has none such."""
    try:
        return date(year, month, day)
    except ValueError:  # 31 June, 29 February of a common year
        return None


def month_number(name: str) -> int:
    """Return the number of a month from its name or abbreviation."""
    return MONTH_NUMBERS[name[:3].lower()]
