"""Headlines and the lines below them, as their tense and length tell them."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from onrecord.reading.paragraphs import paragraphs

__all__ = ["find_decks"]

_MOST = 16
"""No headline has more words; the first paragraph with more is the lead."""

_DECKS = 4
_PAST = frozenset({"VBD"})
_PERFECT = frozenset({"have"})


def find_decks(doc: Doc) -> Iterator[tuple[int, int]]:
    """Yield the short lines above the lead that are told in the present, as headlines are.

    "Rift over tolls. ⏎ Envoy from the north says he cannot back Lind. ⏎ The envoy said on Friday that …":
    the first two. A line in the past or the perfect is a short lead.
    """
    above: list[list[Token]] = []
    for line in paragraphs(doc):
        if sum(t.is_alpha for t in line) > _MOST:
            break
        if len(above) == _DECKS or any(map(_tells_the_past, line)):
            return
        above.append(line)
    else:
        return
    yield from ((line[0].idx, line[-1].idx + len(line[-1])) for line in above)


def _tells_the_past(token: Token) -> bool:
    """Tell whether a word is the main verb of its sentence, in the past or the perfect."""
    if token.dep_ != "ROOT":
        return False
    helping = [c for c in token.children if c.dep_ in {"aux", "auxpass"}]
    return token.tag_ in _PAST or any(c.tag_ in _PAST or c.lemma_ in _PERFECT for c in helping)
