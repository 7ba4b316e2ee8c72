"""Corrections of the outlet's own: "Correction: we reported that …" takes back what stands behind it."""

from dataclasses import replace

from spacy.tokens import Doc

from onrecord.codebook.roles import roles
from onrecord.reading.attribution.carriers import NEWS
from onrecord.reading.attribution.wording import head_of
from onrecord.reading.layers import Attribution
from onrecord.records import Stance

__all__ = ["CORRECTION", "corrected"]

CORRECTION = "correction:label"
"""Name of the rule that takes back what an outlet corrects."""

_LABELS = frozenset({"correction", "corrections"})
_MARKS = frozenset({":", "—", "–", "-"})
_WRITINGS = frozenset({"article", "story", "report", "dispatch", "post", "entry", "headline", "version"})


def corrected(doc: Doc, found: list[Attribution]) -> list[Attribution]:
    """Return attributions with what the outlet corrects taken back by it, in its own voice or by its name."""
    return [_taken_back(one) if _is_corrected(doc, one) else one for one in found]


def _is_corrected(doc: Doc, one: Attribution) -> bool:
    """Tell whether an outlet says, behind a label or of an earlier version, what it said before."""
    if one.stance is not Stance.SAYS or not one.content or not one.source_tokens:
        return False
    before = doc[max(0, one.source_tokens[0] - 2) : one.source_tokens[0]]
    labelled = len(before) == 2 and before[0].lower_ in _LABELS and before[1].text in _MARKS
    return (labelled and _is_outlets(doc, one)) or _is_version(doc, one)


def _is_outlets(doc: Doc, one: Attribution) -> bool:
    head = head_of(doc, one.source_tokens)
    by_name = bool(one.sources) and all(p.sector == NEWS for p in one.sources)
    return by_name or (head is not None and (head.lower_ == "we" or head.lemma_.lower() in roles().writings))


def _is_version(doc: Doc, one: Attribution) -> bool:
    """Tell whether a source is what the article said before: "an earlier version of this article"."""
    words = {doc[i].lower_ for i in one.source_tokens}
    earlier = not words.isdisjoint({"earlier", "previous", "original"})
    return earlier and "version" in words and not words.isdisjoint(_WRITINGS - {"version"})


def _taken_back(one: Attribution) -> Attribution:
    """Return what was said as taken back, by nobody but the outlet where no name tells it."""
    named = all(p.sector == NEWS for p in one.sources)
    return replace(
        one,
        stance=Stance.RETRACTS,
        sources=one.sources if named else (),
        rules=(*one.rules, CORRECTION),
    )
