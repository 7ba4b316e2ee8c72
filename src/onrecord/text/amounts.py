"""Amounts in words, alike wherever one is shown: "up to 5,500 shells", "10,000 to 12,000 soldiers"."""

from onrecord.records import Figure, Hedge, NumberPoint

__all__ = ["counted", "digits", "hedged", "plural"]

_IRREGULAR = {"person": "people", "child": "children", "foot": "feet", "casualty": "casualties"}
_SAME = frozenset(
    {"personnel", "police", "aircraft", "people", "troops", "staff", "series", "sheep", "percent"}
)
_VOWELS = frozenset("aeiou")


_OF_NO_VALUE = frozenset({Hedge.DOZENS, Hedge.HUNDREDS, Hedge.THOUSANDS, Hedge.TENS_OF_THOUSANDS})


def hedged(amount: Figure | NumberPoint) -> str:
    """Return an amount with its hedge: "up to 8,000", "10,000 to 12,000", "thousands"."""
    low, best, high = digits(amount.low), digits(amount.best), digits(amount.high)
    hedge = amount.hedge
    if hedge is Hedge.BETWEEN and low and high:
        return f"{low} to {high}"
    if hedge in _OF_NO_VALUE:
        return hedge.value.replace("_", " ")
    value = best or high or low
    return (
        value if hedge in {Hedge.EXACT, Hedge.UNKNOWN} else f"{hedge.value.replace('_', ' ')} {value}".strip()
    )


def digits(value: float | None) -> str:
    """Return a number with thousands grouped, "" for none."""
    if value is None:
        return ""
    return f"{value:,.0f}" if value == int(value) else f"{value:,g}"


def counted(number: str, unit: str) -> str:
    """Return a number in words with its unit, which is plural unless the number is one.

    Args:
        number: As `hedged` gives it ("about 6,000", "1").
        unit: In the singular, as records hold it ("shell"), or a currency's ISO code.
    """
    return " ".join(part for part in (number, unit if number == "1" else plural(unit)) if part)


def plural(unit: str) -> str:
    """Return the plural of a unit's last word; codes in capitals and words that have none stay.

    Source:
        The regular rules of English spelling and the irregular nouns that news counts.
    """
    head, space, noun = unit.rpartition(" ")
    return f"{head}{space}{_plural(noun)}"


def _plural(noun: str) -> str:
    is_plural = noun.endswith("s") and not noun.endswith("ss")
    if not noun or noun.isupper() or noun in _SAME or is_plural:
        return noun
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("man") and noun not in {"human", "german"}:
        return f"{noun[:-2]}en"
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        return f"{noun[:-1]}ies"
    return noun + ("es" if noun.endswith(("ss", "sh", "ch", "x", "z")) else "s")
