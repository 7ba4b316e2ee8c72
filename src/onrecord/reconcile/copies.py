"""Copies among articles: word for word, nearly so, or in part.

The share of shingles of five words (Broder 1997) that two texts have in common decides.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b

from onrecord.records import Article

__all__ = ["CopyOf", "copies_among", "copy_share", "shingles"]

_WORDS = 5

_COPIED = 0.5
"""Share of the shorter text's shingles that makes it a copy, in whole or in part."""

_WORD = re.compile(r"[^\W_]+")

CopyOf = dict[str, str]
"""Article → the first article of those whose text it shares."""


def shingles(text: str) -> frozenset[int]:
    """Return the text's runs of five words as numbers, capitals and punctuation left out."""
    words = _WORD.findall(text.casefold())
    runs = zip(*(words[i:] for i in range(_WORDS)), strict=False)
    return frozenset(_number(" ".join(run)) for run in runs)


def copy_share(left: frozenset[int], right: frozenset[int]) -> float:
    """Return the share of the shorter text's shingles that stand in the other, 0 to 1."""
    shorter = min(len(left), len(right))
    return len(left & right) / shorter if shorter else 0.0


def copies_among(articles: Iterable[Article]) -> CopyOf:
    """Return which articles copy which, the first published standing for all that share its text.

    The order in which articles are given does not matter.
    """
    ordered = sorted(articles, key=lambda a: (a.published is None, str(a.published), a.credit or "", a.id))
    texts = {a.id: shingles(a.text) for a in ordered}
    found: CopyOf = {}
    firsts: list[Article] = []
    for article in ordered:
        first = _told(article, texts) or _original(article, firsts, texts)
        if first is None:
            firsts.append(article)
        else:
            found[article.id] = found.get(first, first)
    return found


def _told(article: Article, texts: Mapping[str, frozenset[int]]) -> str | None:
    return article.copy_of if article.copy_of in texts and article.copy_of != article.id else None


def _original(article: Article, firsts: Sequence[Article], texts: Mapping[str, frozenset[int]]) -> str | None:
    shares = [(copy_share(texts[article.id], texts[one.id]), one) for one in firsts]
    copied = [(share, one) for share, one in shares if share >= _COPIED]
    return max(copied, key=lambda pair: pair[0])[1].id if copied else None


def _number(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8"), digest_size=7).digest(), "big")
