"""Which words of an article tell something: neither inserted text, nor lists of headlines, nor questions."""

from collections.abc import Sequence

from spacy.tokens import Doc, Span

from onrecord.reading.around import find_around
from onrecord.reading.captions import find_captions
from onrecord.reading.credits import passed_over
from onrecord.records import Article

__all__ = ["asked_tokens", "ends_asking", "readable_tokens"]

_LONG = 50
_PER_PAUSE = 15
_CAPITALS = 0.25
"""Headlines run together: a sentence of so many words, so many of them between two pauses, such a share in
capitals. In 240 real articles only lists of teasers and photo captions are like that."""

_PAUSES = frozenset(',;:()"“”—–-') | {"--"}
_CLOSING = frozenset("\"'”’)") | {"''"}


def readable_tokens(doc: Doc, article: Article) -> frozenset[int]:
    """Return the tokens of the article's own prose, without white space, captions, credits and the like."""
    apart = (*passed_over(article), *find_around(article.text))
    lists = {i for sentence in doc.sents if _is_list(sentence) for i in range(sentence.start, sentence.end)}
    unread = lists | find_captions(doc)
    return frozenset(
        t.i
        for t in doc
        if not t.is_space and t.i not in unread and not any(start <= t.idx < end for start, end in apart)
    )


def asked_tokens(doc: Doc) -> frozenset[int]:
    """Return the tokens of sentences that ask: what is asked is not told."""
    asking = (s for s in doc.sents if ends_asking(doc, range(s.start, s.end)))
    return frozenset(i for sentence in asking for i in range(sentence.start, sentence.end))


def ends_asking(doc: Doc, tokens: Sequence[int]) -> bool:
    """Tell whether some sorted tokens end with a question mark, quotation marks behind it left out."""
    ends = (doc[i].text for i in reversed(tokens) if not doc[i].is_space and doc[i].text not in _CLOSING)
    return next(ends, "") == "?"


def _is_list(sentence: Span) -> bool:
    words = [t.text for t in sentence if t.is_alpha]
    if len(words) < _LONG:
        return False
    pauses = sum(t.text in _PAUSES for t in sentence)
    capitals = sum(word[0].isupper() for word in words)
    return len(words) >= _PER_PAUSE * (pauses + 1) and capitals >= _CAPITALS * len(words)
