"""How much of what a line speaks of is spoken of around it."""

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

import yaml

__all__ = ["content_stems"]

_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
_STEM = 5  # letters: "Korea" meets "Korean", "elect" meets "election"


def content_stems(texts: Iterable[str]) -> frozenset[str]:
    """Return the beginnings of the content words of some texts, in lower case.

    Words of one to three letters count only with a capital inside a sentence ("EU", "Cho") or as numbers.
    """
    return frozenset(stem for text in texts for stem in _stems(text))


def _stems(text: str) -> Iterable[str]:
    common = _common_words()
    for match in _WORD.finditer(text):
        word = re.sub(r"['’]s?$", "", match[0])
        low = word.lower()
        if low in common or (len(word) < 4 and not _short_name(word, match.start())):
            continue
        yield low[:_STEM]


def _short_name(word: str, start: int) -> bool:
    return start > 0 and len(word) > 1 and (word.isupper() or word.isdigit())


@cache
def _common_words() -> frozenset[str]:
    return frozenset(yaml.safe_load(files(__package__).joinpath("common_words.yaml").read_text("utf-8")))
