"""Headlines and the lines below them, as their tense and length tell them."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from onrecord.reading.paragraphs import paragraphs

__all__ = ["find_decks"]

_MOST = 16
"""No headline has more words; the first paragraph with more is the lead."""

_MOST_UNSTOPPED = 30
_STOPS = frozenset(".!?…\"”’'")

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
        if sum(t.is_alpha for t in line) > _MOST and not _is_standfirst(line):
            break
        if len(above) == _DECKS or any(map(_tells_the_past, line)):
            return
        above.append(line)
    else:
        return
    yield from ((line[0].idx, line[-1].idx + len(line[-1])) for line in above)


def _is_standfirst(line: list[Token]) -> bool:
    """Tell whether a longer line sums up the story in the present, without a full stop."""
    words = sum(t.is_alpha for t in line)
    if words > _MOST_UNSTOPPED or line[-1].text in _STOPS:
        return False
    roots = [t for t in line if t.dep_ == "ROOT"]
    finite = [t for root in roots for t in (root, *root.children) if t is root or t.dep_ in _HELPING]
    return len(roots) == 1 and any(t.tag_ in {"VBP", "VBZ"} for t in finite)


_HELPING = frozenset({"aux", "auxpass"})


def _tells_the_past(token: Token) -> bool:
    """Tell whether a word is the main verb of its sentence, in the past or the perfect."""
    if token.dep_ != "ROOT":
        return False
    helping = [c for c in token.children if c.dep_ in _HELPING]
    return token.tag_ in _PAST or any(c.tag_ in _PAST or c.lemma_ in _PERFECT for c in helping)
