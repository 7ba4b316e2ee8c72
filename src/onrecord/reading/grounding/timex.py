"""TIMEX3 values and the days they cover.

A value is a string of ISO-TimeML (TIMEX3): "2024-11-04", "2024-W44", "2024-10", "2024-Q3", "2024-SU",
"202" (a decade), "P3Y", "PXD", "PAST_REF". Weeks are ISO 8601 weeks, Monday to Sunday.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.records import DatePrecision

__all__ = ["Reach", "Timex", "add_months", "day_timex", "days_of", "month_value", "week_value"]

SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}
"""First and last month of a season, northern meteorological count; winter runs into the next year."""


@dataclass(frozen=True, slots=True)
class Reach:
    """Days something covers.

    Attributes:
        start: First day, None where open.
        end: Last day, None where open.
        precision: How exactly it is told.
    """

    start: date | None
    end: date | None
    precision: DatePrecision


@dataclass(frozen=True, slots=True)
class Timex:
    """What a time expression stands for.

    Attributes:
        type: DATE, TIME, DURATION or SET.
        value: TIMEX3 value; None when it cannot be told.
        reach: The days meant; None when no day can be told from it.
    """

    type: str
    value: str | None
    reach: Reach | None = None


def add_months(day: date, months: int) -> date:
    """Return the same day of the month, `months` later; the month's last day where it has no such day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def week_value(day: date) -> str:
    """Return the ISO week of a day as a TIMEX3 value."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def month_value(day: date) -> str:
    """Return the month of a day as a TIMEX3 value."""
    return f"{day.year}-{day.month:02d}"


def day_timex(day: date, type_: str = "DATE", clock: str = "") -> Timex:
    """Return the expression of one day, with what is told of its hour ("TMO", "T06:40")."""
    return Timex(type_, day.isoformat() + clock, Reach(day, day, DatePrecision.DAY))


def days_of(value: str) -> Reach | None:
    """Return the days a DATE or TIME value covers; None for durations, references and half-known days."""
    if found := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?", value):
        day = date(int(found[1]), int(found[2]), int(found[3]))
        return Reach(day, day, DatePrecision.DAY)
    if found := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
        if found[3]:
            return Reach(monday + timedelta(5), monday + timedelta(6), DatePrecision.RANGE)
        return Reach(monday, monday + timedelta(6), DatePrecision.WEEK)
    if found := re.fullmatch(r"(\d{4})-(\d\d)", value):
        return _months(int(found[1]), int(found[2]), int(found[2]), DatePrecision.MONTH)
    if found := re.fullmatch(r"(\d{4})-Q([1-4])", value):
        last = 3 * int(found[2])
        return _months(int(found[1]), last - 2, last, DatePrecision.QUARTER)
    if found := re.fullmatch(r"(\d{4})-H([12])", value):
        last = 6 * int(found[2])
        return _months(int(found[1]), last - 5, last, DatePrecision.RANGE)
    if found := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value):
        return _months(int(found[1]), *SEASONS[found[2]], DatePrecision.RANGE)
    if found := re.fullmatch(r"\d{2,4}", value):
        size = 10 ** (4 - len(value))
        first = int(value) * size
        if first == 0:
            return None
        precision = DatePrecision.YEAR if size == 1 else DatePrecision.RANGE
        return Reach(date(first, 1, 1), date(first + size - 1, 12, 31), precision)
    return None


def _months(year: int, first: int, last: int, precision: DatePrecision) -> Reach:
    start = date(year, first, 1)
    return Reach(start, add_months(start, last - first + 1) - timedelta(1), precision)
