"""Join what the encoder predicts with what the rules find: the encoder's stretches, the codebook's stance."""

from dataclasses import replace

from spacy.tokens import Doc

from onrecord.codebook.stances import CueEntry
from onrecord.encoder.attribution import LinkedSpans
from onrecord.reading.attribution.cues import Cue, is_negated
from onrecord.reading.attribution.spans import CueSpans, clean
from onrecord.reading.attribution.stance import head_of
from onrecord.records import Stance

__all__ = ["with_predictions"]

Spanned = tuple[Cue, CueSpans]


def with_predictions(
    doc: Doc,
    spanned: list[Spanned],
    predictions: tuple[LinkedSpans, ...],
    quoted: frozenset[int],
    readable: frozenset[int],
) -> list[Spanned]:
    """Return the rules' cues with the encoder's stretches laid over them.

    Where both found a cue, the encoder's source and content win (a stretch it left empty stays the
    rules'); where the encoder alone found one, its lemma is looked at as plain saying; what the rules
    alone found stays.

    Args:
        doc: Parsed document.
        spanned: What the rules found.
        predictions: What the encoder found.
        quoted: Tokens in quotation marks.
        readable: Tokens that belong to the article.
    """
    result: list[Spanned] = []
    used: set[int] = set()
    for prediction in predictions:
        cue_tokens = _tokens(doc, prediction.cue, readable)
        if not cue_tokens:
            continue
        known = [
            i for i, (cue, _) in enumerate(spanned) if i not in used and set(cue.tokens) & set(cue_tokens)
        ]
        own = CueSpans(
            source=_nominal(doc, _tokens(doc, prediction.source, readable)),
            content=_within_sentence(doc, _tokens(doc, prediction.content, readable), cue_tokens, quoted),
            subject=(),
            addressee=(),
        )
        if known:
            # A cue of plain saying inside a longer one ("issued a [statement] condemning") says nothing more.
            plain = [i for i in known if spanned[i][0].entry.stance is Stance.SAYS]
            chosen = next((i for i in known if i not in plain), known[0])
            used.update([chosen, *plain])
            result.append(_over(doc, spanned[chosen], cue_tokens, own))
        elif own.source and _is_told(own, quoted) and doc[_head(doc, cue_tokens)].dep_ != "amod":
            result.append((_plain(doc, cue_tokens), own))
    rest = [one for i, one in enumerate(spanned) if i not in used]
    return sorted([*result, *rest], key=lambda one: (one[0].tokens, one[0].head))


def _nominal(doc: Doc, source: tuple[int, ...]) -> tuple[int, ...]:
    """Return a source that is somebody or something; () of a clause."""
    head = head_of(doc, source)
    return () if head is None or head.pos_ in {"VERB", "AUX", "SCONJ", "ADV"} else source


def _within_sentence(
    doc: Doc, content: tuple[int, ...], cue: tuple[int, ...], quoted: frozenset[int]
) -> tuple[int, ...]:
    """Return a content without sentences of the outlet's own: outside the cue's, only quotations count."""
    sentences = {doc[i].sent.start for i in cue}
    return clean(doc, [i for i in content if i in quoted or doc[i].sent.start in sentences])


def _over(doc: Doc, rule: Spanned, cue_tokens: tuple[int, ...], own: CueSpans) -> Spanned:
    cue, spans = rule
    if all(doc[i].tag_ in {"WDT", "WP"} for i in own.content):
        own = replace(own, content=())  # "which both had confirmed": the rules know what "which" stands for
    if _is_circumstance(doc, own.content, cue.head):
        own = replace(own, content=())
    tokens = tuple(sorted({*cue.tokens, *cue_tokens} - set(own.source) - set(own.content)))
    source = own.source or spans.source
    return (
        replace(cue, tokens=tokens or cue.tokens),
        CueSpans(
            source=source,
            content=clean(doc, [i for i in own.content or spans.content if i not in source]),
            subject=() if own.content else spans.subject,
            addressee=spans.addressee,
        ),
    )


_CIRCUMSTANCES = frozenset({"after", "as", "because", "before", "since", "until", "when", "while"})


def _is_circumstance(doc: Doc, content: tuple[int, ...], cue: int) -> bool:
    """Tell whether a content only says when or why somebody spoke: "summoned him [after a ship was hit]"."""
    head = head_of(doc, content)
    return (
        head is not None
        and head.dep_ == "advcl"
        and head.head.i == cue
        and doc[content[0]].lower_ in _CIRCUMSTANCES
        and doc[content[0]].head.i == head.i
    )


def _is_told(own: CueSpans, quoted: frozenset[int]) -> bool:
    """Tell whether what a cue unknown to the codebook holds is speech: mostly in quotation marks.

    The corpus the encoder learned from marks knowing, wanting and deciding too; nobody is on record there.
    """
    return 2 * len(quoted.intersection(own.content)) > len(own.content)


def _head(doc: Doc, cue: tuple[int, ...]) -> int:
    words = [i for i in cue if doc[i].pos_ == "VERB"] or [i for i in cue if doc[i].pos_ == "NOUN"]
    return words[0] if words else cue[0]


def _plain(doc: Doc, tokens: tuple[int, ...]) -> Cue:
    head = _head(doc, tokens)
    entry = CueEntry(
        lemmas=(doc[head].lemma_.lower(),),
        pos="verb" if doc[head].pos_ in {"VERB", "AUX"} else "noun",
        stance=Stance.SAYS,
        takes=("clause", "quote"),
    )
    return Cue(entry, tokens, head, is_negated(doc[head], tokens))


def _tokens(doc: Doc, pieces: tuple[tuple[int, int], ...], readable: frozenset[int]) -> tuple[int, ...]:
    found: list[int] = []
    for start, end in pieces:
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is not None:
            found.extend(t.i for t in span if t.i in readable)
    return clean(doc, found)
