"""Claims that lean on an event told before them: silence about it, and an older number for it."""

from dataclasses import replace

from spacy.tokens import Doc

from onrecord.reading.claims.make import Draft
from onrecord.reading.layers import FigureMention, Layers
from onrecord.records import Claim, Party, Stance, ToldEvent

__all__ = ["with_context"]

_ANSWERS = frozenset({Stance.SILENT, Stance.DECLINES_TO_CONFIRM})
_REACH = 3
"""Paragraphs back that "did not respond" is looked up in."""

_SHORT = 3
_POINTING = frozenset({"that", "this", "the", "those", "these", "it"})
_REPORTED = frozenset(
    {"number", "numbers", "figure", "figures", "claim", "claims", "report", "reports", "account", "toll",
     "information", "allegation", "allegations", "accusation", "accusations", "statement"}
)  # fmt: skip
_COMPARED = frozenset({"from"})
_POINTERS = frozenset({"that", "this", "it"})


def with_context(drafts: list[Draft], doc: Doc, layers: Layers) -> list[Draft]:
    """Return the drafts, those without an event of their own given the one they lean on.

    * Silence and declining: the last event told before, within three paragraphs, that the silent party
      is part of, or any where the text points back ("declined to confirm that number"). Without one it
      stays without an event.
    * "That is up from the 8,000 that X mentioned", "X put the number of shells at 6,000": the last
      event told before that counts the same thing, with X's number in place of its own.
    """
    done: list[Draft] = []
    for draft in drafts:
        if draft.claim.event is None and draft.attribution is not None:
            draft = _compared(draft, done, doc, layers) or _in_question(draft, done, doc) or draft
        done.append(draft)
    return done


def _in_question(draft: Draft, before: list[Draft], doc: Doc) -> Draft | None:
    claim = draft.claim
    pointing = _points_at_report(claim)
    if claim.stance not in _ANSWERS or (claim.content and not pointing):
        return None
    start = draft.start
    for earlier in reversed(before):
        event = earlier.claim.event
        if event is None or earlier.claim.stance in _ANSWERS:
            continue
        if doc.text.count("\n", earlier.start, start) > _REACH:
            return None
        if pointing or _is_part(claim.sources, event):
            return _leaning(draft, event, earlier.claim, "rule:event-in-question")
    return None


def _points_at_report(claim: Claim) -> bool:
    """Tell whether what is declined is only pointed at: "that number", "the claim", "this"."""
    words = " ".join(span.text for span in claim.content).lower().split()
    return 0 < len(words) <= _SHORT and words[0] in _POINTING and (len(words) == 1 or words[-1] in _REPORTED)


def _is_part(sources: tuple[Party, ...], event: ToldEvent) -> bool:
    known = {
        key for p in (*event.actors, *event.recipients, *event.against) for key in (p.id, p.country) if key
    }
    return any(
        key in known for p in sources for key in (p.id, p.country) if key and key not in {"IGO", "EUE"}
    )


def _compared(draft: Draft, before: list[Draft], doc: Doc, layers: Layers) -> Draft | None:
    assert draft.attribution is not None
    one = layers.attributions[draft.attribution]
    tokens = set(one.content or one.subject)
    numbers = [f for f in layers.figures if any(i in tokens for i in range(f.start, f.end))]
    points_back = bool(numbers) and _points_back(doc, numbers[0])
    if not numbers or not (points_back or draft.claim.stance is Stance.ESTIMATES):
        return None
    for earlier in reversed(before):
        event = earlier.claim.event
        if event is not None and (_counts(event, numbers[0]) or (points_back and event.figures)):
            measure = event.figures[0].measure if event.figures else numbers[0].figure.measure
            figure = replace(numbers[0].figure, measure=measure)
            told = replace(event, figures=(figure,), when=None)
            return _leaning(draft, told, earlier.claim, "rule:compared-number")
    return None


def _counts(event: ToldEvent, number: FigureMention) -> bool:
    """Tell whether the number counts what the event is about: its unit, or one of its items by name."""
    unit = number.figure.unit
    return any(figure.unit == unit for figure in event.figures) or any(
        unit in item.span.text.lower() for item in event.items
    )


def _points_back(doc: Doc, number: FigureMention) -> bool:
    """Tell whether the number stands in "that/this is up from …"."""
    sentence = doc[number.start].sent
    opening = [t for t in sentence if not t.is_space and not t.is_punct][:1]
    before = {t.lower_ for t in sentence if t.i < number.start}
    return bool(opening and opening[0].lower_ in _POINTERS and before & _COMPARED)


def _leaning(draft: Draft, event: ToldEvent, on: Claim, rule: str) -> Draft:
    evidence = tuple(sorted({*draft.claim.evidence, *on.evidence}))
    made_by = replace(draft.claim.made_by, rules=tuple(sorted({*draft.claim.made_by.rules, rule})))
    claim = replace(draft.claim, event=event, evidence=evidence, made_by=made_by)
    leaning = Draft(claim, draft.attribution)
    leaning.start = draft.start
    return leaning
