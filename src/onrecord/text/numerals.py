"""Numbers as English news writes them: "10,000", "1.5 million", "forty-one", "two and a half"."""

import math
import re

__all__ = ["CARDINAL", "ORDINAL", "parse_cardinal", "parse_ordinal"]

_UNITS = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = (
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
)
UNITS = {word: value for value, word in enumerate(_UNITS)}
TENS = {word: 10 * value for value, word in enumerate(_TENS, start=2)}
SMALL = UNITS | TENS
SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "k": 1_000,
    "million": 1_000_000,
    "mn": 1_000_000,
    "m": 1_000_000,
    "billion": 1_000_000_000,
    "bn": 1_000_000_000,
    "trillion": 1_000_000_000_000,
    "tn": 1_000_000_000_000,
    "dozen": 12,
    "score": 20,
}
FRACTIONS = {"half": 0.5, "quarter": 0.25, "third": 1 / 3}
ORDINALS = {word: value for value, word in enumerate(_ORDINALS, start=1)} | {"thirtieth": 30}

_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SMALL = "|".join(sorted(SMALL, key=len, reverse=True))
_SCALE_WORDS = "hundred|thousand|million|billion|trillion|dozen"
_SHORT = r"(?:bn|mn|tn|[mk])\b"
_WORD = rf"(?:{_SMALL}|{_SCALE_WORDS})"

CARDINAL = (
    rf"(?:(?:{_DIGITS})(?:[ \u00a0-]?(?:{_SCALE_WORDS})\b|{_SHORT}|[ \u00a0](?:bn|mn|tn)\b)*"
    rf"|(?:an?[ \u00a0](?:half[ \u00a0-])?(?:{_SCALE_WORDS})|half[ \u00a0]an?[ \u00a0](?:{_SCALE_WORDS})"
    rf"|\b(?:{_SMALL}))(?:(?:[ \u00a0-](?:and[ \u00a0])?){_WORD})*\b)"
    r"(?:[ \u00a0]and[ \u00a0]a[ \u00a0](?:half|quarter)\b)?"
)
"""Pattern of a cardinal number in digits, words or both; compile it without regard to case."""

ORDINAL = r"(?:\d{1,3}(?:st|nd|rd|th)|(?:twenty|thirty|forty)-\w+|" + "|".join(ORDINALS) + r")\b"
"""Pattern of an ordinal number; compile it without regard to case."""

_TOKEN = re.compile(rf"{_DIGITS}|[a-z]+", re.IGNORECASE)


def parse_cardinal(text: str) -> float | None:
    """Return the value of a number in digits, words or both; None when it is none, or too large to hold.

    "1.5 million" is 1500000, "two and a half" 2.5, "a hundred and five" 105, "half a million" 500000.
    """
    words = _TOKEN.findall(text.lower())
    total, part, seen = 0.0, 0.0, False
    half = False
    for i, word in enumerate(words):
        if word[0].isdigit():
            part, seen = part + float(word.replace(",", "")), True
        elif word in SMALL:
            part, seen = part + SMALL[word], True
        elif word in FRACTIONS:
            if not seen and i + 1 < len(words):
                half = True  # "half a million", "a half million": the scale follows
            else:
                # "one and a half million" is written "1.5 million" in news; a fraction ends the number
                total, part, seen = total + part + FRACTIONS[word], 0.0, True
        elif word in SCALES:
            scale = SCALES[word]
            count = (0.5 if half else 1.0) if part == 0 else part
            half = False
            if scale in (100, 12, 20):
                part = count * scale
            else:
                total, part = total + count * scale, 0.0
            seen = True
        elif word not in ("and", "a", "an"):
            return None
    value = total + part
    return value if seen and math.isfinite(value) else None


def parse_ordinal(text: str) -> int | None:
    """Return the value of an ordinal number ("3rd", "third", "twenty-first"); None when it is none."""
    word = text.lower()
    digits = re.fullmatch(r"(\d+)(?:st|nd|rd|th)", word)
    if digits:
        return int(digits[1])
    tens, _, last = word.rpartition("-")
    if tens and (tens not in TENS or last not in ORDINALS):
        return None
    value = ORDINALS.get(last)
    return None if value is None else value + TENS.get(tens, 0)
