"""Quantities on a string: a number with what hedges it, its currency or percent sign, and what it allows.

`find_quantities` reads characters only; what is counted, and by whom, is read from the parse elsewhere.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from onrecord.records import Hedge
from onrecord.text.numerals import CARDINAL, parse_cardinal

__all__ = ["Quantity", "find_quantities"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as written.

    Attributes:
        start: First character, hedge included.
        end: One past the last character; currency and percent included, the thing counted not.
        number: First character of the number itself.
        hedge: How it is qualified.
        low: Lowest value it allows; None when unbounded.
        best: The value named; None for a range and for "dozens", "several".
        high: Highest value it allows; None when unbounded.
        unit: ISO 4217 code of its currency, "share" for a percentage or fraction, else None.
        total: True when told as a sum ("a total of", "in all").
    """

    start: int
    end: int
    number: int
    hedge: Hedge
    low: float | None
    best: float | None
    high: float | None
    unit: str | None = None
    total: bool = False


_SIGNS = {
    "US$": "USD",
    "A$": "AUD",
    "C$": "CAD",
    "NZ$": "NZD",
    "HK$": "HKD",
    "$": "USD",
    "£": "GBP",
    "€": "EUR",
}
_SIGNS |= {"¥": "JPY", "₩": "KRW", "₴": "UAH", "₽": "RUB", "₹": "INR", "₪": "ILS", "₺": "TRY"}
_NAMES = {
    "dollar": "USD",
    "euro": "EUR",
    "pound": "GBP",
    "pound sterling": "GBP",
    "yuan": "CNY",
    "yen": "JPY",
    "ruble": "RUB",
    "rouble": "RUB",
    "hryvnia": "UAH",
    "rupee": "INR",
    "shekel": "ILS",
    "zloty": "PLN",
    "baht": "THB",
    "rand": "ZAR",
    "forint": "HUF",
    "USD": "USD",
    "EUR": "EUR",
    "GBP": "GBP",
}
"""Currencies whose name stands for one; won, dinar, franc, peso, riyal and the like need a country."""

_SIGN = "|".join(re.escape(sign) for sign in sorted(_SIGNS, key=len, reverse=True))
_NAME = "|".join(sorted(_NAMES, key=len, reverse=True))
_NUMBER = rf"(?:{CARDINAL})(?![\d,]*\d)"
_MANY = r"(?:tens|dozens|scores|hundreds|thousands|millions|billions)"
_VAGUE = rf"{_MANY}(?: of (?:thousands|millions|billions))?|several(?: (?:dozen|hundred|thousand|million))?"
_VAGUE += r"|a few (?:dozen|hundred|thousand|million)"
_PARTS = r"(?:half|thirds?|quarters?|fourths?|fifths?|sixths?|tenths?)"
_FRACTION = (
    rf"(?:an?|one|two|three|four|nine)[ -]{_PARTS}(?! of \d)|half(?= (?:of|the|its|their|his|her|our)\b)"
    r"|(?:one|two|three|four|nine) (?:in|out of) (?:every )?"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|\d+)"
)
_BEFORE: tuple[tuple[Hedge, str], ...] = (
    (Hedge.UP_TO, r"as (?:many|much|few) as|up to|at most|(?:no|not) more than|a maximum of"),
    (Hedge.AT_LEAST, r"at least|(?:no|not) (?:fewer|less) than|a minimum of"),
    (Hedge.MORE_THAN, r"(?:well )?(?:more than|over|above)|upwards of|in excess of|exceeding"),
    (Hedge.LESS_THAN, r"(?:just )?(?:fewer than|less than|under|short of)|almost|nearly"),
    (
        Hedge.ABOUT,
        r"about|around|some|roughly|approximately|(?:an )?estimated|close to|circa|in the region of",
    ),
)
_LEADS = "|".join(words for _, words in _BEFORE)
_TOTAL = r"(?:a|the) (?:combined )?total of|(?P<aside>in all|in total|altogether|all told)"
_PATTERN = re.compile(
    rf"(?<!\w)(?P<total>(?:{_TOTAL}),? )?(?P<only>(?:only|just|another|a further|all) )?"
    rf"(?P<lead>(?:{_LEADS}) )?"
    rf"(?:(?P<between>between|from) (?=[\d$£€a-z]))?"
    rf"(?:(?P<sign>{_SIGN}) ?)?(?P<body>(?P<fraction>\b(?:{_FRACTION})\b)|(?P<vague>\b(?:{_VAGUE})\b)"
    rf"|(?P<a>(?<![\w.,-]){_NUMBER})(?(sign)(?P<scale> m\b)?))"
    rf"(?:(?P<join> ?[-–—] ?| (?:and|to|or) )(?:{_SIGN})?(?P<b>{_NUMBER}))?"
    rf"(?P<name> (?:(?:of )?(?:U\.?S\.? )?(?:{_NAME})s?)\b)?"
    r"(?P<percent> ?(?:%|percent(?:age points?)?\b|per cent\b|pct\b))?"
    r"(?P<after> or (?:more|fewer|less|so)\b| (?:more|others|additional|extra|further)\b(?! than))?",
    re.IGNORECASE,
)
_LOWEST = {"dozen": 24.0, "score": 40.0, "hundred": 200.0, "thousand": 2e3, "million": 2e6, "billion": 2e9}
_LARGE = re.compile(r"(?i)\b(thousand|million|billion|trillion|bn|mn|m|k)\b|(?<=\d)(bn|m|k)\b")


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Return the quantities of a text, in reading order; they do not overlap.

    Dates, ages, section numbers and names that hold a number are returned too: telling them apart takes
    the sentence around them.
    """
    plain = text.replace("\u00a0", " ").replace("\n", " ")
    found = []
    cursor = 0
    while match := _PATTERN.search(plain, cursor):
        quantity = _read(match)
        cursor = match.end()
        if quantity is not None:
            found.append(quantity)
            cursor = max(quantity.end, match.start() + 1)
    return tuple(found)


def _read(match: re.Match[str]) -> Quantity | None:
    start = match.end("total") if match["aside"] else match.start()
    number = match.start("sign") if match["sign"] else match.start("body")
    total = match["total"] is not None
    end = match.end()
    unit = _unit(match)
    if match["fraction"] and _is_ordinal(match):
        return None
    if match["fraction"]:
        values = _fraction(match["fraction"])
        if values is None:
            return None
        unit, end = "share", match.end("fraction")
        quantity = Quantity(start, end, number, Hedge.EXACT, values, values, values, unit, total)
    elif match["vague"]:
        if match["b"] or (match["between"] and match["between"].lower() == "between"):
            end = match.end("vague")
        quantity = Quantity(start, end, number, *_vague(match["vague"].lower()), unit, total)
    else:
        value = parse_cardinal(match["a"] + (match["scale"] or "").strip())
        if value is None:
            return None
        other = _second(match, value)
        share = 100.0 if match["percent"] else 1.0
        if other is not None:
            low, high = other
            quantity = Quantity(
                start, end, number, Hedge.BETWEEN, low / share, None, high / share, unit, total
            )
            return _rebased(match, quantity)
        if match["b"]:
            end, unit, share = match.end("a"), _SIGNS.get((match["sign"] or "").upper()), 1.0
        exact = value / share
        hedge = Hedge.ABOUT if "dozen" in match["a"].lower() else Hedge.EXACT
        bound = exact if hedge is Hedge.EXACT else None
        quantity = Quantity(start, end, number, hedge, bound, exact, bound, unit, total)
    return _hedged(match, _rebased(match, quantity))


_ORDINAL = re.compile(r"an? (?:third|fourth|fifth|sixth|tenth)", re.IGNORECASE)


def _is_ordinal(match: re.Match[str]) -> bool:
    """Tell whether "a fourth" is one more of a row: of nothing, and nothing changed by it."""
    before, after = match.string[: match.start("body")].lower(), match.string[match.end("body") :]
    part = match["lead"] or before.endswith(("by ", "to ", "than ")) or after.startswith(" of")
    return not part and _ORDINAL.fullmatch(match["fraction"]) is not None


def _rebased(match: re.Match[str], quantity: Quantity) -> Quantity:
    """Leave "from" out where no range follows, and "between" too."""
    if match["between"] and quantity.hedge is not Hedge.BETWEEN:
        return replace(quantity, start=quantity.number)
    if match["between"] and match["between"].lower() == "from":
        return replace(quantity, start=quantity.number)
    return quantity


def _unit(match: re.Match[str]) -> str | None:
    if match["percent"]:
        return "share"
    if match["sign"]:
        return _SIGNS[match["sign"].upper()]
    if match["name"]:
        name = re.sub(r"^ (?:of )?(?:U\.?S\.? )?", "", match["name"], flags=re.IGNORECASE)
        return _NAMES.get(name) or _NAMES.get(name.lower()) or _NAMES.get(name.lower().removesuffix("s"))
    return None


def _second(match: re.Match[str], first: float) -> tuple[float, float] | None:
    """Return both ends of a range, None where the second number begins something else."""
    if not match["b"]:
        return None
    second = parse_cardinal(match["b"])
    join = match["join"].strip().lower()
    if second is None or (join in ("and", "or") and not match["between"]) or match["b"].startswith("0"):
        return None
    if (join == "and") != ((match["between"] or "").lower() == "between"):
        return None
    scale = _LARGE.search(match["b"])
    if scale and not _LARGE.search(match["a"]) and first < 1000:
        scaled = parse_cardinal(f"{match['a']} {scale[0]}")
        first = scaled if scaled is not None else first
    if join in "-–—" and match["b"].endswith(",000") and first * 1000 < second:
        first *= 1000  # "10-15,000"
    return (first, second) if first < second else None


def _fraction(words: str) -> float | None:
    """Return the value of a fraction in words, None where its whole is no number that can be held."""
    ratio = re.fullmatch(r"(\S+) (?:in|out of) (?:every )?(\S+)", words, re.IGNORECASE)
    if ratio:
        part, whole = parse_cardinal(ratio[1]), parse_cardinal(ratio[2])
        return None if whole is None else (part or 1.0) / (whole or 1.0)
    sizes = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "tenth": 10}
    *counted, size = re.split(r"[ -]", words.lower())
    count = parse_cardinal(counted[0]) if counted else None
    return (count or 1.0) / sizes[size.removesuffix("s")]


def _vague(words: str) -> tuple[Hedge, float | None, float | None, float | None]:
    """Return the hedge and the bounds of a number that names only its size."""
    parts = [word.removesuffix("s") for word in words.split() if word not in ("of", "several", "a", "few")]
    if not parts:
        return Hedge.UNKNOWN, None, None, None
    if len(parts) == 2:
        factor = {"ten": 20.0}.get(parts[0]) or _LOWEST[parts[0]]
        low = factor * _LOWEST[parts[1]] / 2
        tens = parts == ["ten", "thousand"]
        return (Hedge.TENS_OF_THOUSANDS if tens else Hedge.UNKNOWN), low, None, None
    if parts[0] == "ten":
        return Hedge.UNKNOWN, 20.0, None, None
    hedges: dict[str, Hedge] = {
        "dozen": Hedge.DOZENS,
        "hundred": Hedge.HUNDREDS,
        "thousand": Hedge.THOUSANDS,
    }
    return hedges.get(parts[0], Hedge.UNKNOWN), _LOWEST[parts[0]], None, None


_AFTER: dict[str, Callable[[float], tuple[Hedge, float | None, float | None]]] = {
    "or more": lambda value: (Hedge.AT_LEAST, value, None),
    "or fewer": lambda value: (Hedge.UP_TO, None, value),
    "or less": lambda value: (Hedge.UP_TO, None, value),
    "or so": lambda _value: (Hedge.ABOUT, None, None),
}


def _hedged(match: re.Match[str], quantity: Quantity) -> Quantity:
    """Apply the words before and after a single number."""
    value = quantity.best
    after = (match["after"] or "").strip().lower()
    if value is not None and after in _AFTER:
        hedge, low, high = _AFTER[after](value)
        return replace(quantity, hedge=hedge, low=low, high=high)
    lead = (match["lead"] or "").strip().lower()
    if not lead or value is None:
        return quantity
    hedge = next(hedge for hedge, words in _BEFORE if re.fullmatch(words, lead, re.IGNORECASE))
    low = value if hedge in (Hedge.AT_LEAST, Hedge.MORE_THAN) else None
    high = value if hedge in (Hedge.UP_TO, Hedge.LESS_THAN) else None
    return replace(quantity, hedge=hedge, low=low, high=high)
