"""Claims that lean on an event told before them: silence about it, a short name or a number for it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from spacy.tokens import Doc, Token

from onrecord.codebook import Codebook
from onrecord.reading.attribution.stance import head_of
from onrecord.reading.claims.make import Draft
from onrecord.reading.layers import FigureMention, Layers
from onrecord.records import Claim, EventType, Party, Stance, Status, ToldEvent

__all__ = ["EventNouns", "event_nouns", "with_context"]

_ANSWERS = frozenset({Stance.SILENT, Stance.DECLINES_TO_CONFIRM})
_SHORT = 7
"""Words up to which a noun phrase is a name for an event told before ("the Belarusian shipment")."""

_LEAD = 1 / 3
_OFTEN = 2
"""What a party is asked about stands in the first third of an article, or is told more than once."""

_DEMONSTRATED = frozenset({"that", "this", "it"})

EventNouns = Mapping[str, frozenset[EventType]]
"""Lemma of a noun that names deeds → the types it may name."""


class Context:
    """What the claims before one offer it to lean on.

    Args:
        doc: Parsed document.
        layers: Its layers.
        nouns: Nouns that name deeds.
        signs: The stance vocabulary's signs; "pointing" and "generic" are read.
    """

    def __init__(
        self, doc: Doc, layers: Layers, nouns: EventNouns, signs: Mapping[str, tuple[str, ...]]
    ) -> None:
        self._doc = doc
        self._layers = layers
        self._nouns = nouns
        self._pointing = frozenset(signs.get("pointing", ()))
        self._generic = frozenset(signs.get("generic", ()))
        self._told: list[Claim] = []
        self._counts: Counter[object] = Counter()

    def add(self, claim: Claim) -> None:
        """Remember a claim that has an event."""
        if claim.event is not None and claim.stance not in _ANSWERS:
            self._told.append(claim)
            self._counts[_kind(claim.event)] += 1

    def lean(self, draft: Draft) -> Draft:
        """Return the draft with the event it leans on; the draft itself where there is none."""
        tokens = self._tokens(draft)
        return (
            self._number(draft, tokens)
            or self._named(draft, tokens)
            or (self._in_question(draft) if draft.claim.stance in _ANSWERS else None)
            or draft
        )

    def _tokens(self, draft: Draft) -> tuple[int, ...]:
        assert draft.attribution is not None
        one = self._layers.attributions[draft.attribution]
        return one.content or one.subject

    def _latest(self) -> Iterator[tuple[Claim, ToldEvent]]:
        for claim in reversed(self._told):
            assert claim.event is not None
            yield claim, claim.event

    def _in_question(self, draft: Draft) -> Draft | None:
        """Lean silence on the event the article speaks of most that the silent party is part of."""
        parts = [(claim, event) for claim, event in self._latest() if _is_part(draft.claim.sources, event)]
        if not parts:
            return None
        claim, event = max(parts, key=lambda part: self._counts[_kind(part[1])])
        early = claim.evidence[0].start < len(self._layers.article.text) * _LEAD
        if self._counts[_kind(event)] < _OFTEN and not early:
            return None  # told once, in passing: not what anyone was asked about
        return _leaning(draft, replace(event, figures=()), claim, "rule:event-in-question")

    def _named(self, draft: Draft, tokens: tuple[int, ...]) -> Draft | None:
        """Lean a short name for an event ("the shipment", "that number") on the last such event."""
        top = head_of(self._doc, tokens)
        if top is None or top.pos_ in {"VERB", "AUX"}:
            return None  # a clause tells an event of its own, or none
        heads = [top, *(self._doc[i] for i in tokens)]
        named = (t for t in heads if self._may_name(t) and self._is_short_name(t, tokens))
        head = next(named, None)
        if head is None:
            return None
        owners = {
            key
            for mention in self._layers.mentions
            if mention.head in tokens and mention.head != head.i
            for party in mention.parties
            for key in (party.id, party.country)
            if key
        }
        types = self._nouns.get(head.lemma_.lower(), frozenset())
        generic = head.lemma_.lower() in self._generic or head.pos_ == "PRON"
        if generic and any(c.dep_ in {"prep", "acl", "relcl"} and c.i in tokens for c in head.children):
            return None  # "the report of a death" tells for itself what it is about
        for claim, event in self._latest():
            if not (event.actors or event.recipients):
                continue
            fits = event.type in types or (generic and _may_answer(draft.claim, claim, event))
            if fits and (not owners or owners & set(_keys(event.actors))):
                return _leaning(draft, replace(event, figures=()), claim, "rule:named-event")
        return None

    def _may_name(self, token: Token) -> bool:
        lemma = token.lemma_.lower()
        return token.pos_ == "PRON" or (
            token.pos_ == "NOUN" and (lemma in self._nouns or lemma in self._generic)
        )

    def _is_short_name(self, head: Token, tokens: tuple[int, ...]) -> bool:
        phrase = [self._doc[i] for i in tokens if not self._doc[i].is_punct]
        left = [t for t in phrase if t.i <= head.i]
        if head.pos_ == "PRON":
            return len(phrase) == 1 and head.lower_ in _DEMONSTRATED
        pointed = left[0].lower_ in self._pointing or any(t.dep_ == "poss" for t in head.children)
        return len(left) <= _SHORT and pointed

    def _number(self, draft: Draft, tokens: tuple[int, ...]) -> Draft | None:
        """Lean a bare number on the last event that counts the same thing.

        "That is up from the 8,000 that X mentioned", "X put the number of shells at 6,000".
        """
        inside = set(tokens)
        numbers = [f for f in self._layers.figures if any(i in inside for i in range(f.start, f.end))]
        if not numbers:
            return None
        points_back = _points_back(self._doc, numbers[0])
        if not (points_back or draft.claim.stance is Stance.ESTIMATES or len(inside) <= _SHORT):
            return None
        for claim, event in self._latest():
            if _counts(event, numbers[0]) or (points_back and event.figures):
                measure = event.figures[0].measure if event.figures else numbers[0].figure.measure
                figure = replace(numbers[0].figure, measure=measure)
                told = replace(event, figures=(figure,), when=None)
                return _leaning(draft, told, claim, "rule:compared-number")
        return None


def with_context(
    drafts: list[Draft],
    doc: Doc,
    layers: Layers,
    nouns: EventNouns,
    signs: Mapping[str, tuple[str, ...]],
) -> list[Draft]:
    """Return the drafts, those without an event of their own given the one they lean on.

    * "condemned the shipment", "declined to confirm that number": the last event told before that the
      noun can name and whose actor is the noun's owner, if it has one.
    * A bare number: the last event told before that counts the same thing.
    * Silence and declining about nothing in particular: the event most spoken of before that the
      silent party is part of.

    Without one a claim stays without an event. The evidence names the sentence leant on too.
    """
    context = Context(doc, layers, nouns, signs)
    done: list[Draft] = []
    for draft in drafts:
        if draft.claim.event is None and draft.attribution is not None:
            draft = context.lean(draft)
        context.add(draft.claim)
        done.append(draft)
    return done


def event_nouns(codebook: Codebook) -> EventNouns:
    """Return the nouns of the codebook's frames with the types they may name."""
    types: dict[str, set[EventType]] = {}
    for frame in codebook.frames.values():
        for noun in frame.nouns:
            if frame.type is not None:
                types.setdefault(noun.split()[-1], set()).add(frame.type)
    return {noun: frozenset(kinds) for noun, kinds in types.items()}


def _kind(event: ToldEvent) -> object:
    return event.type, tuple(sorted(_keys(event.actors)))


def _keys(parties: tuple[Party, ...]) -> Iterator[str]:
    for party in parties:
        yield party.id
        if party.country and party.country not in {"IGO", "EUE"}:
            yield party.country


def _is_part(sources: tuple[Party, ...], event: ToldEvent) -> bool:
    known = set(_keys((*event.actors, *event.recipients, *event.against)))
    return not known.isdisjoint(_keys(sources))


def _may_answer(answer: Claim, told: Claim, event: ToldEvent) -> bool:
    """Tell whether "the accusations", "that", "the move" can mean what a claim told.

    Nobody answers himself; what is denied was told of whoever denies it, as done.
    """
    if {p.id for p in answer.sources} & {p.id for p in told.sources}:
        return False
    if answer.stance is not Stance.DENIES:
        return True
    done = event.status in {Status.HAPPENED, Status.ONGOING}
    return done and not set(_keys(answer.sources)).isdisjoint(_keys(event.actors))


def _counts(event: ToldEvent, number: FigureMention) -> bool:
    """Tell whether the number counts what the event is about: its unit, measure, or an item by name."""
    unit, measure = number.figure.unit, number.figure.measure
    return any(
        f.unit == unit or (measure is not None and f.measure == measure) for f in event.figures
    ) or any(unit in item.span.text.lower() for item in event.items)


def _points_back(doc: Doc, number: FigureMention) -> bool:
    """Tell whether the number stands in "that/this is up from …"."""
    sentence = doc[number.start].sent
    opening = [t for t in sentence if not t.is_space and not t.is_punct][:1]
    before = {t.lower_ for t in sentence if t.i < number.start}
    return bool(opening and opening[0].lower_ in _DEMONSTRATED and "from" in before)


def _leaning(draft: Draft, event: ToldEvent, on: Claim, rule: str) -> Draft:
    """Return the draft with the event; numbers stay with whoever gave them, `event` has none of others'."""
    evidence = tuple(sorted({*draft.claim.evidence, *on.evidence}))
    made_by = replace(draft.claim.made_by, rules=tuple(sorted({*draft.claim.made_by.rules, rule})))
    claim = replace(draft.claim, event=event, evidence=evidence, made_by=made_by)
    leaning = Draft(claim, draft.attribution)
    leaning.start = draft.start
    return leaning
