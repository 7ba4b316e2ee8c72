"""Rules for lengths of time, for what comes again, and for the time of day."""

import re

from onrecord.reading.grounding.anchor import Anchor
from onrecord.reading.grounding.time_words import (
    HEDGED,
    SOME,
    UNIT,
    WEEKDAY_NAMES,
    WEEKDAYS,
    Match,
    Rule,
    count_of,
    group,
    length,
    rule,
)
from onrecord.reading.grounding.timex import Timex
from onrecord.text.numerals import CARDINAL

__all__ = ["RULES"]

_NOT_COUNTED = r"(?! (?:ago|earlier|later|before))"


def read_duration(match: Match, _anchor: Anchor) -> Timex | None:
    """A length of time without a place in the calendar."""
    unit = match["unit"].lower()
    text = (group(match, "count") or "").lower()
    if text in ("a", "an") and unit == "second":
        return None
    count = count_of(match)
    if count is not None and group(match, "half"):
        count += 0.5
    return Timex("DURATION", length(count, unit))


def read_half(match: Match, _anchor: Anchor) -> Timex | None:
    """ "Half a year"."""
    return Timex("DURATION", length(0.5, match["unit"].lower()))


def read_clock(match: Match, anchor: Anchor) -> Timex | None:
    """A time of day; its day is the one told last in the sentence, else that of publication."""
    word = (group(match, "word") or "").lower()
    if word:
        hour, minute = (12, 0) if word in ("noon", "midday") else (0, 0)
    else:
        hour, minute = int(match["hour"]), int(group(match, "minute") or 0)
        half = (group(match, "half") or "").lower()
        if half.startswith("p") and hour < 12:
            hour += 12
        if half.startswith("a") and hour == 12:
            hour = 0
    if hour > 24 or minute > 59:
        return None
    day = anchor.told or anchor.published
    zone = "Z" if re.search(r"GMT(?![+ ]*[+-])|UTC|Zulu", match[0]) else ""
    return Timex("TIME", f"{'XXXX-XX-XX' if day is None else day.isoformat()}T{hour:02d}:{minute:02d}{zone}")


def read_set(match: Match, _anchor: Anchor) -> Timex | None:
    """Something that comes again: "daily", "every two weeks", "a year" after a number."""
    unit = group(match, "unit")
    if unit is None:
        if group(match, "weekday") is not None:
            return Timex("SET", f"XXXX-WXX-{WEEKDAYS.index(match['weekday'].lower()) + 1}")
        code = {"hourly": "T1H", "daily": "1D", "nightly": "1D", "weekly": "1W", "monthly": "1M"}
        code |= {"quarterly": "1Q", "yearly": "1Y", "annual": "1Y", "annually": "1Y", "biannual": "6M"}
        return Timex("SET", "P" + code[match["often"].lower()])
    return Timex("SET", length(count_of(match) or 1.0, unit.lower()))


RULES: tuple[Rule, ...] = (
    rule(
        "duration",
        rf"\b{HEDGED}(?P<count>{CARDINAL}|{SOME})[ -]{UNIT}s?(?:-long)?\b(?![ -](?:old|olds)\b)",
        read_duration,
    ),
    rule(
        "and a half",
        r"\b(?P<count>an?|one) (?P<unit>hour|day|week|month|year|decade) (?P<half>and a half)\b",
        read_duration,
    ),
    rule(
        "hyphened half",
        rf"\b(?P<count>{CARDINAL})(?P<half>-and-a-half)[ -]{UNIT}s?\b",
        read_duration,
    ),
    rule("half a", r"\b(?:half an?|a half) (?P<unit>hour|day|month|year|decade|century)\b", read_half),
    rule("long", r"\b(?P<unit>hour|day|week|month|year|decade|centurie)s?-long\b", read_duration),
    rule(
        "one unit",
        r"(?:(?<=\bfor )|(?<=\bthan )|(?<=\bover )|(?<=\bwithin )|(?<=\balmost )|(?<=\bnearly )|"
        rf"(?<=\bafter ))(?P<count>an?) (?P<unit>hour|day|week|month|year|decade|century)\b{_NOT_COUNTED}",
        read_duration,
    ),
    rule(
        "for units",
        r"(?:(?<=\bfor )|(?<=\bin )|(?<=\bover )|(?<=\bafter ))(?:the )?"
        rf"(?P<unit>hour|day|week|month|year|decade|centurie)s\b{_NOT_COUNTED}",
        read_duration,
    ),
    rule(
        "clock",
        r"\b(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))? ?(?P<half>[ap]\.m\.|[ap]\.?m\b)"
        r"(?: \(?(?:GMT|UTC|EST|EDT|CST|CDT|PST|PDT|ET|PT|CET|BST|local time)(?: ?[+-]\d{1,2})?\)?)?",
        read_clock,
    ),
    rule(
        "clock 24",
        r"(?<![\d:.T])(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?![\d:])"
        r"(?: \(?(?:GMT|UTC|EST|EDT|CET|BST|local time)\)?)?",
        read_clock,
    ),
    rule("clock words", r"(?<=\bat )(?P<word>noon|midnight)\b", read_clock),
    rule("clock zulu", r"\b(?P<hour>[01]\d|2[0-4])(?P<minute>[0-5]\d) (?:GMT|UTC)\b", read_clock),
    rule(
        "often",
        r"\b(?P<often>hourly|daily|nightly|weekly|monthly|quarterly|yearly|annual|annually|biannual)\b",
        read_set,
    ),
    rule(
        "every",
        rf"\b(?:every|each) (?:(?P<count>{CARDINAL}) )?(?:{UNIT}s?|(?P<weekday>{WEEKDAY_NAMES}))\b",
        read_set,
    ),
    rule(
        "per unit",
        r"(?:(?<=\d )|(?<=once )|(?<=twice )|(?<=times ))(?:an?|per) (?P<unit>hour|day|week|month|year)\b",
        read_set,
    ),
)
