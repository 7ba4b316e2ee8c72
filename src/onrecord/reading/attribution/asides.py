"""What points back at the sentence it closes: ", a claim Kigali denied", ", something the army disputes"."""

from dataclasses import replace

from spacy.tokens import Doc

from onrecord.codebook.stances import StanceBook
from onrecord.reading.attribution.cues import Cue
from onrecord.reading.attribution.spans import CueSpans
from onrecord.records import Stance

__all__ = ["with_asides"]

Spanned = tuple[Cue, CueSpans]

_ARTICLES = frozenset({"a", "an"})
_LONGEST = 4
"""Words of the noun phrase that points back ("an often repeated claim")."""


def with_asides(doc: Doc, spanned: list[Spanned], book: StanceBook) -> list[Spanned]:
    """Return the cues with what each takes back up as its subject, and no aside in another's content."""
    asides = {i: aside for i, one in enumerate(spanned) if (aside := _aside(doc, *one, book))}
    result: list[Spanned] = []
    for i, (cue, spans) in enumerate(spanned):
        own = asides.get(i)
        if own is not None:
            result.append((cue, replace(spans, content=(), subject=own)))
            continue
        others = {
            t for j, aside in asides.items() for t in (*aside, *spanned[j][0].tokens, *spanned[j][1].source)
        }
        foreign = others - set(spans.source) - set(cue.tokens)
        kept = tuple(t for t in spans.content if t not in foreign)
        result.append((cue, replace(spans, content=kept)))
    return result


def _aside(doc: Doc, cue: Cue, spans: CueSpans, book: StanceBook) -> tuple[int, ...]:
    """Return what points back before "X denied": a noun phrase or "which"; () where nothing does."""
    if cue.entry.stance is Stance.DENIES:
        which = next((c.i for c in doc[cue.head].children if c.lower_ == "which" and c.dep_ == "dobj"), 0)
        if which and doc[which - 1].text == ",":
            return (which,)
    if cue.entry.pos != "verb" or cue.entry.stance is Stance.SAYS or not spans.source:
        return ()
    noun = min(spans.source) - 1
    if noun > 0 and doc[noun].lower_ in {"that", "which"}:
        noun -= 1
    if max(spans.source) > cue.head or doc[noun].lemma_.lower() not in book.signs.get("generic", ()):
        return ()
    start = noun
    while start > doc[noun].sent.start and noun - start < _LONGEST and doc[start - 1].text != ",":
        start -= 1
    opened = start > 0 and doc[start - 1].text == ","
    points = doc[start].lower_ in _ARTICLES or start == noun
    return tuple(range(start, noun + 1)) if opened and points else ()
