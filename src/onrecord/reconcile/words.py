"""Words of a text as stems with weights, for telling how much two texts share.

Stems are Snowball's for English (Porter 2001), from the package `snowballstemmer`.
"""

import math
import operator
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, lru_cache

__all__ = [
    "about",
    "cosine",
    "is_function_word",
    "product",
    "rareness",
    "shared",
    "stem",
    "stems",
    "vector",
    "words_of",
]

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")

_STOP = frozenset(
    re.findall(
        r"\S+",
        """
        a about after again all also an and any are as at be been before being but by can could did
        do does down during each few for from further had has have having he her here hers him his
        how i if in into is it its itself just me more most my no nor not now of off on once only or
        other our out over own s said same say says she should so some such t than that the their
        them then there these they this those through to told too two under until up very was we
        were what when where which while who whom why will with would you your one n't 's monday
        tuesday wednesday thursday friday saturday sunday
        """,
    )
)
"""Words that say nothing about what a text is about; days are compared as days."""

_NAME_WEIGHT = 2.0
"""How much more a name or a number says of what an article is about than another word as rare."""


@cache
def _stemmer() -> "object":
    import snowballstemmer

    return snowballstemmer.stemmer("english")


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Return a word's stem in lower case: "delivered" gives "deliv"."""
    return str(_stemmer().stemWord(word.lower().replace("’", "'").removesuffix("'s")))  # type: ignore[attr-defined]


def is_function_word(word: str) -> bool:
    """Tell whether a word says nothing about what a text is about."""
    return word.lower() in _STOP


def words_of(text: str) -> list[str]:
    """Return the words of a text in their order, as written."""
    return _WORD.findall(text)


def stems(text: str) -> list[str]:
    """Return the stems of a text's words in their order, function words left out."""
    return [stem(w) for w in words_of(text) if not is_function_word(w)]


def vector(words: Iterable[str], rare: Mapping[str, float] | None = None) -> dict[str, float]:
    """Return stems with weights whose squares add up to 1.

    Args:
        words: Stems; one that stands n times weighs 1 + log n.
        rare: How much each stem tells, multiplied in; a stem not in it counts as the rarest there.
    """
    most = max(rare.values(), default=1.0) if rare else 1.0
    weights = {
        w: (1 + math.log(n)) * (rare.get(w, most) if rare else 1.0) for w, n in sorted(Counter(words).items())
    }
    length = math.sqrt(sum(v * v for v in weights.values()))
    return {w: v / length for w, v in weights.items()} if length else {}


def rareness(having: int, articles: int) -> float:
    """Return how much a word tells of what an article is about: log of all articles over those that have it.

    Source:
        Sparck Jones 1972, with a half added to those that have it and one to all.
    """
    return math.log((articles + 1) / (having + 0.5))


def about(words: Iterable[str], rare: Callable[[str], float]) -> dict[str, float]:
    """Return what an article is about: stems with weights whose squares add up to 1.

    A stem that stands n times weighs 1 + log n times how much it tells; names and numbers (what is written
    with a capital or a digit at least half the times) weigh double.

    Args:
        words: Of the article, as written.
        rare: How much a stem tells.
    """
    telling = [w for w in words if not is_function_word(w)]
    counts = Counter(stem(w) for w in telling)
    named = Counter(stem(w) for w in telling if w[0].isupper() or w[0].isdigit())
    weights = {
        s: (1 + math.log(n)) * rare(s) * (_NAME_WEIGHT if 2 * named[s] >= n else 1.0)
        for s, n in counts.items()
    }
    length = math.sqrt(sum(v * v for v in weights.values())) or 1.0
    return {s: v / length for s, v in weights.items()}


def cosine(left: Mapping[str, float], right: Mapping[str, float]) -> float:
    """Return how much two vectors of length 1 share, 0 to 1."""
    if len(left) > len(right):
        left, right = right, left
    return sum(weight * right[w] for w, weight in left.items() if w in right)


def shared(left: frozenset[str], right: frozenset[str]) -> float:
    """Return the share of words that two sets have in common, 0 to 1; 0 when both are empty."""
    return len(left & right) / len(left | right) if left or right else 0.0


def product(left: Sequence[float], right: Sequence[float]) -> float:
    """Return how alike two vectors of length 1 and as many numbers are, -1 to 1."""
    return math.fsum(map(operator.mul, left, right))
