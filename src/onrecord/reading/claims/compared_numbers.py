"""A number told by itself for what was counted before: "up from the 8,000 that X named", "the toll at 12"."""

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Doc

from onrecord.reading.claims.leaning import DEMONSTRATED, LeaningWords
from onrecord.reading.claims.make import Draft
from onrecord.reading.claims.short_names import SHORT
from onrecord.reading.grounding.counted import UNKNOWN
from onrecord.reading.layers import Attribution, FigureMention, Layers, span_of
from onrecord.records import Figure, Party, PartyKind, Stance, ToldEvent

__all__ = ["counted_before"]

_COMPARING = frozenset({"from", "than"})


def counted_before(
    doc: Doc,
    layers: Layers,
    one: Attribution,
    stance: Stance,
    words: LeaningWords,
    told: Iterable[tuple[Draft, ToldEvent]],
) -> tuple[Draft, ToldEvent] | None:
    """Return the last event that counts what a claim gives a bare number of, with that number for its own.

    Args:
        doc: Parsed document.
        layers: Its layers.
        one: The attribution of the claim.
        stance: The claim's stance.
        words: What may stand for an event told before.
        told: The events told before, the last one first, each with the claim that told it.
    """
    tokens = one.content or one.subject
    number = _number_in(layers, tokens)
    if number is None:
        return None
    again = _points_back(doc, number) or _counts_again(doc, one, number, words)
    if not (again or stance is Stance.ESTIMATES or _is_bare(doc, tokens, words)):
        return None
    for on, event in told:
        if any(f.span == number.figure.span for f in event.figures):
            continue  # this very number, told with a deed of the same sentence
        if _counts_other(event, number):
            continue
        if _counts_same(event, number, words) or (again and event.figures):
            others = () if _counts_others(event, number) else _of_any_number(doc, event.recipients)
            return on, replace(
                event, figures=(_counting(number.figure, event),), when=None, recipients=others
            )
    return None


def _of_any_number(doc: Doc, parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """Return those counted without another's number before their name: "[nine] miners"."""
    told = []
    for party in parties:
        words = None if party.span is None else doc.char_span(party.span.start, party.span.end)
        first = next((t.i for t in words or () if not t.like_num), None)
        if words is None or first is None or first == words.start or party.kind is not PartyKind.UNKNOWN:
            told.append(party)
            continue
        span = span_of(doc, first, words.end)
        told.append(replace(party, name=span.text, span=span))
    return tuple(told)


def _number_in(layers: Layers, tokens: tuple[int, ...]) -> FigureMention | None:
    """Return the first number of a stretch, None where there is none or it tells no value."""
    inside = set(tokens)
    number = next((f for f in layers.figures if not inside.isdisjoint(range(f.start, f.end))), None)
    if number is None or number.figure.best is number.figure.low is number.figure.high is None:
        return None
    return number


def _points_back(doc: Doc, number: FigureMention) -> bool:
    """Tell whether the number stands in "that/this is up from …" or "that is more than …"."""
    sentence = doc[number.start].sent
    opening = [t for t in sentence if not t.is_space and not t.is_punct][:1]
    before = {t.lower_ for t in sentence if t.i < number.start}
    return bool(opening and opening[0].lower_ in DEMONSTRATED and before & _COMPARING)


def _counts_again(doc: Doc, one: Attribution, number: FigureMention, words: LeaningWords) -> bool:
    """Tell whether a number without a thing counted stands for one told before.

    "Put the toll at 12", "put [the number at 27]".
    """
    objects = [c.i for i in one.cue for c in doc[i].children if c.dep_ == "dobj"]
    bare = one.content if len(one.content) <= SHORT else ()
    named = {doc[i].lemma_.lower() for i in (*one.cue, *objects, *bare)}
    return number.counted is None and bool(named & words.counted)


def _is_bare(doc: Doc, tokens: tuple[int, ...], words: LeaningWords) -> bool:
    """Tell whether hardly more than a number is told, with no deed but that what is counted moved."""
    verbs = {t.lemma_.lower() for i in tokens if (t := doc[i]).pos_ == "VERB"}
    return len(set(tokens)) <= SHORT and verbs <= words.moving


def _counts_same(event: ToldEvent, number: FigureMention, words: LeaningWords) -> bool:
    """Tell whether the number counts what the event is about: its unit, measure or sort of item."""
    unit, measure = number.figure.unit, number.figure.measure
    if any(f.unit == unit or (measure is not None and f.measure == measure) for f in event.figures):
        return True
    kinds = words.items.get(unit, frozenset())
    return any(unit in item.span.text.lower() or item.kind in kinds for item in event.items)


def _counts_other(event: ToldEvent, number: FigureMention) -> bool:
    """Tell whether an event counts those of another fate: a toll of dead is not of those it wounded."""
    money = {f.unit.isupper() for f in event.figures}
    if money and number.figure.unit.isupper() not in money:
        return True  # a sum is no number of dead
    told = {f.measure for f in event.figures}
    return bool(told) and number.figure.measure is not None and told.isdisjoint({None, number.figure.measure})


def _counts_others(event: ToldEvent, number: FigureMention) -> bool:
    """Tell whether a number is of other people than those the event tells of: "300 [marchers] were hurt"."""
    unit = number.figure.unit
    told = {f.unit for f in event.figures}
    return bool(told) and unit not in (UNKNOWN, "person") and told.isdisjoint({unit, UNKNOWN, "person"})


def _counting(figure: Figure, event: ToldEvent) -> Figure:
    """Return a number as counting what the event's own first number counts."""
    return replace(figure, measure=event.figures[0].measure) if event.figures else figure
