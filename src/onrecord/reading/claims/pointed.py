"""What a charge is, where a stance is taken on one told right before it: "…, a charge that Chad denies"."""

from collections.abc import Sequence

from spacy.tokens import Doc

from onrecord.codebook.wordclasses import word_classes
from onrecord.reading.attribution.spans import clean
from onrecord.reading.layers import Attribution

__all__ = ["told_by"]

_OPENING = frozenset({"a", "an", "the", "both"})
_RELATIVE = frozenset({"that", "which"})
_COMMAS = frozenset({",", "—", "–", "--", "-"})
_MARKS = frozenset({'"', "“", "”"})
_JOINING = frozenset({"and", "but", "yet", "so"})


def told_by(doc: Doc, one: Attribution, attributions: Sequence[Attribution]) -> tuple[int, ...]:
    """Return what a stance is taken on, in words that tell it.

    A charge set beside a statement says nothing by itself: "[the boy was tortured], activists say, a charge
    denied by the army". It is what another said right before it, else the sentence up to it.
    """
    tokens = one.content or one.subject
    comma = _comma_before_charge(doc, tokens)
    if comma is None:
        return tokens
    sentence = doc[comma].sent
    before = [
        other
        for other in attributions
        if other is not one and other.content and sentence.start <= other.content[0]
        if max(*other.content, *other.cue, *other.source_tokens) in {comma - 1, comma}
    ]
    if before:
        nearest = min(before, key=lambda other: len(other.content))
        return nearest.content
    told = range(sentence.start, comma)
    if any(doc[i].text in _MARKS for i in told) or not any(doc[i].pos_ == "VERB" for i in told):
        return tokens
    words = clean(doc, tuple(told))
    return words[1:] if words and doc[words[0]].lower_ in _JOINING else words


def _comma_before_charge(doc: Doc, tokens: tuple[int, ...]) -> int | None:
    """Return the comma before a charge that is named by its noun alone, None where it is no such charge."""
    words = [doc[i] for i in tokens if doc[i].lower_ not in _OPENING | _RELATIVE]
    if len(words) != 1 or words[0].lemma_.lower() not in word_classes().charges:
        return None
    comma = tokens[0] - 1
    aside = comma > doc[tokens[0]].sent.start and doc[comma].text in _COMMAS
    alone = len(tokens) == 1 and (words[0].tag_ == "NNS" or words[0].lower_ == "something")
    return comma if aside and (alone or doc[tokens[0]].lower_ in {"a", "an", "both"}) else None
