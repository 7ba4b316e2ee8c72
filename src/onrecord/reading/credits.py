"""What stands in a line and belongs to none of its sentences: credits of pictures, hours of live reports."""

import re
from functools import lru_cache

from onrecord.records import Article

__all__ = ["find_credits", "passed_over"]

_CREDITS = re.compile(
    r"""^(?:(?:Image|Media)\s+copyright\s+)?(?:[A-Z][\w/]+\s+){0,2}(?:Image|Media)\s+(?:caption|copyright)\s+
      | ^(?:AP|AFP|EPA|EFE|PA|Alamy|Getty|Matrix|Reuters|Rex\ Features|AP:Associated\ Press
        |PA:Press\ Association|(?:AFP/)?Getty\ Images)\s+
        (?=\d|(?!TV|News|Television|Radio|Photo)[A-Z][a-z]+\s[a-z\d])   # "Reuters Two people were hurt"
      | ^By\s+(?:the\s+)?(?:[\w.' -]{3,60},\s+)?(?:AP|AFP|BBC|CNN|Reuters)(?:\s+Wire\s+Staff)?\s+(?=['"“‘A-Z])
      | ^(?:\d{4}|\d{1,2}[:.]\d\d\s?(?:[ap]\.?m\.?)?)   # "1403 The envoy said"
        (?:\s(?:GMT|BST|EST|EDT|ET))?:?\s+(?=[A-Z])
      | ©\s?[^\n]*$   # a photographer's name behind a caption
    """,
    re.VERBOSE | re.MULTILINE,
)


@lru_cache(maxsize=4)
def find_credits(text: str) -> tuple[tuple[int, int], ...]:
    """Return where credits and hours stand, as first character and one past the last, in order."""
    return tuple(found.span() for found in _CREDITS.finditer(text))


def passed_over(article: Article) -> tuple[tuple[int, int], ...]:
    """Return the stretches of an article that are not its own prose: inserted parts, credits and hours."""
    return (*((part.start, part.end) for part in article.inserted), *find_credits(article.text))
