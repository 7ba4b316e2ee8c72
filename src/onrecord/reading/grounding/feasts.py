"""Feasts that news dates things by, and their day in a year."""

from collections.abc import Callable
from datetime import date, timedelta

__all__ = ["FEASTS", "feast_day"]

DayIn = Callable[[int], date]
"""From a year to the day a feast falls on."""


def feast_day(name: str) -> DayIn:
    """Return how to tell the day of a feast that `FEASTS` matches."""
    return _DAYS[name.lower().replace("’", "'")]


def _fixed(month: int, day: int) -> DayIn:
    return lambda year: date(year, month, day)


def _weekday(month: int, weekday: int, rank: int) -> DayIn:
    """The rank-th such weekday (Monday is 0) of a month; rank -1 is the last."""

    def day_in(year: int) -> date:
        if rank > 0:
            first = date(year, month, 1)
            return first + timedelta((weekday - first.weekday()) % 7 + 7 * (rank - 1))
        last = date(year, month + 1, 1) - timedelta(1)
        return last - timedelta((last.weekday() - weekday) % 7)

    return day_in


def _easter(shift: int) -> DayIn:
    """Days from Easter Sunday of the western churches.

    Source:
        The anonymous Gregorian algorithm (Meeus/Jones/Butcher).
    """

    def day_in(year: int) -> date:
        a, (b, c) = year % 19, divmod(year, 100)
        d, e = divmod(b, 4)
        g = (8 * b + 13) // 25
        h = (19 * a + b - d - g + 15) % 30
        i, k = divmod(c, 4)
        moon = (32 + 2 * e + 2 * i - h - k) % 7
        m = (a + 11 * h + 22 * moon) // 451
        month, day = divmod(h + moon - 7 * m + 114, 31)
        return date(year, month, day + 1) + timedelta(shift)

    return day_in


_DAYS: dict[str, DayIn] = {
    "new year's eve": _fixed(12, 31),
    "new year's day": _fixed(1, 1),
    "valentine's day": _fixed(2, 14),
    "may day": _fixed(5, 1),
    "bastille day": _fixed(7, 14),
    "fourth of july": _fixed(7, 4),
    "halloween": _fixed(10, 31),
    "veterans day": _fixed(11, 11),
    "armistice day": _fixed(11, 11),
    "christmas eve": _fixed(12, 24),
    "christmas day": _fixed(12, 25),
    "christmas": _fixed(12, 25),
    "boxing day": _fixed(12, 26),
    "memorial day": _weekday(5, 0, -1),
    "labor day": _weekday(9, 0, 1),
    "thanksgiving day": _weekday(11, 3, 4),
    "thanksgiving": _weekday(11, 3, 4),
    "palm sunday": _easter(-7),
    "good friday": _easter(-2),
    "easter sunday": _easter(0),
    "easter monday": _easter(1),
    "easter": _easter(0),
}

FEASTS = "|".join(name.title().replace("'S", "['’]s").replace(" Of ", " of ") for name in _DAYS)
"""Pattern of the names of feasts, longer names before those they begin with."""
