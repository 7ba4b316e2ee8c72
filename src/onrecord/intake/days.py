"""Days of publication as carriers write them."""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from onrecord.errors import IntakeError

__all__ = ["parse_day"]

_ISO = re.compile(r"(\d{4})[-/](\d{2})[-/](\d{2})(?:$|[T Z])")
_CLOCK = re.compile(r"[A-Z][a-z]{2} ([A-Z][a-z]{2} \d{1,2}) \d{2}:\d{2}:\d{2} (?:\S+ )?(\d{4})$")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:$|T?\d{6}Z?$)")
_WORDED = ("%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%B %d %Y", "%b %d %Y")


def parse_day(told: str, key: str) -> date:
    """Return the day a carrier's time stamp tells, in the zone it is written in.

    Reads ISO 8601 (with or without a time), YYYY/MM/DD, YYYYMMDD, RFC 2822, "Mon Nov 04 10:00:00 KST
    2024" and English days with the month in letters. "04/11/2024" is refused: two countries read it as
    two days.

    Args:
        told: The value as written.
        key: Its name, for the error.

    Raises:
        IntakeError: It tells no day, or not which.
    """
    value = told.strip()
    try:
        if iso := _ISO.match(value) or _COMPACT.match(value):
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        if "," in value[:4]:
            return parsedate_to_datetime(value).date()
        if clock := _CLOCK.match(value):
            value = f"{clock[1]} {clock[2]}"
    except ValueError as error:
        raise IntakeError(f"{key} is {told!r}, which is no day of the calendar ({error}).") from error
    for form in _WORDED:
        try:
            return datetime.strptime(value, form).date()
        except ValueError:
            continue
    raise IntakeError(f"{key} is {told!r}; expected a day as YYYY-MM-DD. Correct it, or leave it out.")
