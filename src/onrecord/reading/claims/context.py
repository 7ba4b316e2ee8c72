"""Claims that lean on an event told before them: silence about it, a short name or a number for it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from onrecord.reading.attribution.nesting import keys
from onrecord.reading.attribution.wording import head_of
from onrecord.reading.claims.asked_about import has_topic, is_to_request, thing_asked_about
from onrecord.reading.claims.compared_numbers import counted_before
from onrecord.reading.claims.leaning import DEMONSTRATED, LeaningWords
from onrecord.reading.claims.make import Draft
from onrecord.reading.claims.short_names import is_generic, is_one_by_name, is_pronoun, short_name
from onrecord.reading.claims.worth import is_denied_to_end
from onrecord.reading.layers import Attribution, Layers
from onrecord.records import Claim, EventType, Party, PartyKind, Stance, Status, ToldEvent

__all__ = ["with_context"]

_ASKED = frozenset({Stance.SILENT, Stance.DECLINES_TO_CONFIRM})
_ANSWERS = frozenset({Stance.DENIES, Stance.CONFIRMS, Stance.DECLINES_TO_CONFIRM, Stance.DOUBTS})
_JUDGES = frozenset({Stance.JUSTIFIES, Stance.CONDEMNS, Stance.SUPPORTS, Stance.DENIES})
_DONE = frozenset({Status.HAPPENED, Status.ONGOING})
_LEAD = 1 / 3
_OFTEN = 2
"""What a party is asked about stands in the first third of an article, or is told more than once."""

_VIOLENT = frozenset({EventType.ASSAULT, EventType.COERCE})
"""Types of deeds of which somebody denies his share."""

_CHARGES = frozenset({"accusation", "allegation", "charge"})
_TO_COME = frozenset({Stance.PROMISES, Stance.DEMANDS, Stance.THREATENS})
"""What nobody denies: it has not been done."""

_TAKEN_BACK = frozenset({Stance.SAYS, Stance.CONFIRMS, Stance.ACCUSES, Stance.ESTIMATES, Stance.DENIES})
_TOLLS = frozenset({"death", "killing", "toll", "casualty"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NEXT_SENTENCE = 3
"""Characters between a sentence and the next one: white space and a quotation mark."""
_OF_TWO = frozenset({"both", "either", "neither"})
_SELF = frozenset({"we", "i", "it", "they"})


class Context:
    """What the claims before one offer it to lean on.

    Args:
        doc: Parsed document.
        layers: Its layers.
        words: What may stand for an event told before.
    """

    def __init__(self, doc: Doc, layers: Layers, words: LeaningWords) -> None:
        self._doc = doc
        self._layers = layers
        self._words = words
        self._before: list[Draft] = []
        self._counts: Counter[object] = Counter()

    def add(self, draft: Draft) -> None:
        """Remember a claim; those that tell an event can be leant on."""
        self._before.append(draft)
        if draft.claim.event is not None and draft.claim.stance not in _ASKED:
            self._counts[_kind(draft.claim.event)] += 1

    def lean(self, draft: Draft) -> Draft:
        """Return the draft with the event it leans on and the claim it answers, the draft itself without."""
        one = self._attribution(draft)
        tokens = one.content or one.subject
        return (
            self._number(draft, one)
            or self._taken_back(draft)
            or self._named(draft, one, tokens)
            or self._item(draft, tokens)
            or (self._in_question(draft) if draft.claim.stance in _ASKED else None)
            or self._answer(draft, tokens)
            or self._disowned(draft, tokens)
            or self._share_denied(draft, tokens)
            or draft
        )

    def _attribution(self, draft: Draft) -> Attribution:
        assert draft.attribution is not None
        return self._layers.attributions[draft.attribution]

    def _latest(self) -> Iterator[tuple[Draft, ToldEvent]]:
        for draft in reversed(self._before):
            if draft.claim.event is not None and draft.claim.stance not in _ASKED:
                yield draft, draft.claim.event

    def lean_in_sentence(self, draft: Draft) -> Draft:
        """Return silence leaning on what others say in its sentence, before or after; else the draft."""
        one = self._attribution(draft)
        top = head_of(self._doc, one.content or one.subject)
        named = top is not None and not is_pronoun(top) and not is_generic(top, self._words)
        if draft.claim.event is not None or draft.claim.stance not in _ASKED or named:
            return draft
        for on, event in self._latest():
            beside = not set(draft.claim.evidence).isdisjoint(on.claim.evidence)
            if beside and not _share(draft.claim.sources, on.claim.sources):
                return _leaning(draft, replace(event, figures=()), on, "rule:event-in-question")
        return draft

    def _taken_back(self, draft: Draft) -> Draft | None:
        """Lean "walked back his remarks" on what the same source said last."""
        if draft.claim.stance is not Stance.RETRACTS:
            return None
        for on, event in self._latest():
            if on.claim.stance in _TAKEN_BACK and _share(draft.claim.sources, on.claim.sources):
                return _leaning(draft, replace(event, figures=()), on, "rule:taken-back")
        return None

    def _in_question(self, draft: Draft) -> Draft | None:
        """Lean silence on the event the article speaks of most that the silent party is part of."""
        one = self._attribution(draft)
        asked = is_to_request(self._doc, one)
        thing = thing_asked_about(self._doc, one)
        if thing is not None and not self._may_name_deed(thing):
            return self._told_with(draft, thing)
        parts = [
            (on, event)
            for on, event in self._latest()
            if not event.background and _is_part(draft.claim.sources, event)
            if on.claim.stance is Stance.DEMANDS or not asked
        ]
        if not parts or has_topic(self._doc, one):
            return None
        on, event = max(parts, key=lambda part: self._counts[_kind(part[1])])
        early = on.claim.evidence[0].start < len(self._layers.article.text) * _LEAD
        if self._counts[_kind(event)] < _OFTEN and not early:
            return None  # told once, in passing: not what anyone was asked about
        return _leaning(draft, replace(event, figures=()), on, "rule:event-in-question")

    def _may_name_deed(self, noun: Token) -> bool:
        words = self._words
        return noun.lemma_.lower() in {*words.nouns, *words.frames, *words.generic, *words.decided}

    def _told_with(self, draft: Draft, thing: Token) -> Draft | None:
        """Lean silence about a thing on the last event told with it: "has not commented on the [clinic]"."""
        before = [t for t in self._doc[: thing.i] if t.lemma_ == thing.lemma_]
        for on, event in self._latest():
            near = [t for t in before if _covers(on.claim, t)]
            if any(event.trigger.start == above.idx for t in near for above in t.ancestors):
                return _leaning(draft, replace(event, figures=()), on, "rule:event-in-question")
        return None

    def _named(self, draft: Draft, one: Attribution, tokens: tuple[int, ...]) -> Draft | None:
        """Lean a short name for an event ("the shipment", "that number") on the last such event."""
        judges = draft.claim.stance in _JUDGES
        head = short_name(self._doc, one, tokens, self._words, judges=judges)
        if head is None or any(c.lower_ in _OF_TWO for c in head.children):
            return None  # "both acts" are no one event
        if is_denied_to_end(head, one):
            return None  # "denied that the siege had ended"
        lemma = head.lemma_.lower()
        generic = lemma in self._words.generic or is_pronoun(head)
        if generic and any(c.dep_ in {"prep", "acl", "relcl"} and c.i in tokens for c in head.children):
            return None  # "the report of a death" tells for itself what it is about
        if generic and self._is_of_eventless(draft, one, head):
            return None
        owners = self._owners(head, tokens)
        if lemma in self._words.decided and draft.claim.stance not in _ANSWERS:
            found = self._decided(draft, one, head, owners)
        else:
            latest = [told for told in self._latest() if not self._describes(told[1], one)]
            fitting = [
                (on, event)
                for on, event in latest
                if self._names(lemma, on.claim, event) and self._may_mean(draft, on, event)
                if not owners or owners & keys(event.actors)
                if not (is_one_by_name(head) and self._are_several(event))
            ]
            if generic:
                fitting = fitting or [
                    (on, event)
                    for on, event in latest
                    if self._may_answer(draft, on, event)
                    and (not is_pronoun(head) or self._is_told_last(draft, on))
                    and (not owners or owners & keys((*event.actors, *_tellers(on.claim))))
                ]
            found = self._told_of_most(fitting) if draft.claim.stance in _JUDGES - _ANSWERS else None
            found = found or _nearest(draft.claim, fitting)
        if found is None:
            return None
        return _leaning(draft, replace(found[1], figures=()), found[0], "rule:named-event")

    def _describes(self, event: ToldEvent, one: Attribution) -> bool:
        """Tell whether a deed only tells who speaks: "the firm that [supplied] the jets rejects it"."""
        if not one.source_tokens:
            return False
        sentence = self._doc[one.source_tokens[0]].sent
        if not sentence.start_char <= event.trigger.start < sentence.end_char:
            return False
        deed = self._doc.char_span(event.trigger.start, event.trigger.end, alignment_mode="expand")
        return deed is not None and any(above.i in one.source_tokens for above in deed.root.ancestors)

    def _is_of_eventless(self, draft: Draft, one: Attribution, head: Token) -> bool:
        """Tell whether a word stands for what its own sentence says, which tells no event.

        "Norland voiced concern about fairness, a statement that Sudmark rejected".
        """
        clauses = [c for c in head.children if c.dep_ == "relcl"]
        taken_up = any(t.i in one.cue for clause in clauses for t in clause.subtree)
        before = self._before[-1].claim if self._before else None
        charged = head.lemma_.lower() in _CHARGES
        if charged or not taken_up or before is None or before.event is not None:
            return False
        return not set(draft.claim.evidence).isdisjoint(before.evidence)

    def _names(self, noun: str, claim: Claim, event: ToldEvent) -> bool:
        """Tell whether a noun names deeds of the event's type; without a type, of its very frame."""
        if "rule:toll-of-attack" in claim.made_by.rules:
            return noun in _TOLLS  # who died in an attack is not the attack
        if event.type is not None:
            return event.type in self._words.nouns.get(noun, ())
        return not self._words.frames.get(noun, frozenset()).isdisjoint(claim.made_by.rules)

    def _are_several(self, event: ToldEvent) -> bool:
        """Tell whether an event is told by a noun for several: "has claimed [attacks]"."""
        if event.trigger is None:
            return False
        words = self._doc.char_span(event.trigger.start, event.trigger.end)
        return words is not None and words.root.tag_ == "NNS"

    def _may_mean(self, draft: Draft, on: Draft, event: ToldEvent) -> bool:
        """Tell whether a claim may be about a deed: nobody condemns his own, or what is only asked.

        No state denies what others only do among themselves.

        What is described in passing is what was told just before.
        """
        stance = draft.claim.stance
        if not (event.actors or event.recipients):
            return False
        if stance is Stance.CONDEMNS and _is_actor(draft.claim.sources, event):
            return False
        if stance is Stance.SAYS and not self._follows(draft, on):
            return False
        if stance is Stance.DENIES and _is_between_others(draft.claim.sources, event):
            return False
        return stance in _ASKED or event.status in _DONE or on.claim.stance is not Stance.DEMANDS

    def _told_of_most(self, fitting: list[tuple[Draft, ToldEvent]]) -> tuple[Draft, ToldEvent] | None:
        """Return the last telling of the deed told of most: what the article is about is what is judged."""
        told = [
            part
            for part in fitting
            if part[1].status in _DONE and not part[1].background and (part[1].actors or part[1].place)
        ]
        return max(told, key=lambda part: self._counts[_kind(part[1])], default=None)

    def _may_answer(self, answer: Draft, on: Draft, event: ToldEvent) -> bool:
        """Tell whether "the accusations", "that", "the figure" can mean what a claim told.

        Nobody answers himself. What is denied was told of whoever denies it, as done; anything else
        stands in the sentence before.
        """
        beside = not set(answer.claim.evidence).isdisjoint(on.claim.evidence)
        if _share(answer.claim.sources, on.claim.sources):
            return False
        if not (event.actors or event.recipients or (beside and event.type is not None)):
            return False
        if answer.claim.stance is Stance.CONDEMNS and _is_actor(answer.claim.sources, event):
            return False
        if answer.claim.stance is Stance.DENIES and not beside:
            return event.status in _DONE and _is_actor(answer.claim.sources, event)
        return self._follows(answer, on)

    def _follows(self, draft: Draft, on: Draft) -> bool:
        """Tell whether a claim stands in the sentence after another's, or in the same one."""
        end, start = on.claim.evidence[-1].end, draft.claim.evidence[0].start
        between = self._layers.article.text[end:start] if start > end else ""
        return len(between) <= _NEXT_SENTENCE and "\n" not in between

    def _is_told_last(self, answer: Draft, on: Draft) -> bool:
        """Tell whether a claim stands where the last one by another does, which "that" in an answer means."""
        others = (
            d.claim for d in reversed(self._before) if not _share(d.claim.sources, answer.claim.sources)
        )
        last = next(others, on.claim)
        return not set(last.evidence).isdisjoint(on.claim.evidence)

    def _owners(self, head: Token, tokens: tuple[int, ...]) -> set[str]:
        return {
            key
            for mention in self._layers.mentions
            if mention.head in tokens and mention.head != head.i
            for party in mention.parties
            for key in (party.id, party.country)
            if key
        }

    def _decided(
        self, draft: Draft, one: Attribution, head: Token, owners: set[str]
    ) -> tuple[Draft, ToldEvent] | None:
        """Return the deed that "the decision" means: done, and told as such, the one told of most.

        What others only charge somebody with is nobody's decision. "Called the move a routine exercise" is of
        what was told just before; "shut its port, a step that Norland called hostile" of that deed.
        """
        claim = draft.claim
        deeds = [
            (on, event)
            for on, event in self._latest()
            if event.actors and event.status in _DONE and not event.negated
            if not on.claim.sources or _is_actor(on.claim.sources, event)
            if not _is_actor(claim.sources, event) and (not owners or owners & keys(event.actors))
            if claim.stance is not Stance.SAYS or self._follows(draft, on)
        ]
        if any(t.i in one.cue for c in head.children if c.dep_ == "relcl" for t in c.subtree):
            beside = [deed for deed in deeds if set(deed[0].claim.evidence) & set(claim.evidence)]
            return beside[-1] if beside else None
        # Told equally often, the first one is what the article is about.
        return max(reversed(deeds), key=lambda deed: self._counts[_kind(deed[1])], default=None)

    def _item(self, draft: Draft, tokens: tuple[int, ...]) -> Draft | None:
        """Lean "the shells had arrived", confirmed or denied, on the event that told of passing them on."""
        top = head_of(self._doc, tokens)
        if top is None or top.lemma_.lower() not in self._words.moving:
            return None
        if draft.claim.stance not in {Stance.CONFIRMS, Stance.DENIES}:
            return None
        subjects = [c for c in top.children if c.dep_ in _SUBJECTS and c.i in tokens]
        kinds = {kind for t in subjects for kind in self._words.items.get(t.lemma_.lower(), ())}
        passed = [(on, event) for on, event in self._latest() if kinds & {item.kind for item in event.items}]
        found = _nearest(draft.claim, passed)
        if found is None:
            return None
        return _leaning(draft, replace(found[1], figures=()), found[0], "rule:named-item")

    def _number(self, draft: Draft, one: Attribution) -> Draft | None:
        """Lean a bare number on the last event that counts the same thing; one yet to come counts none."""
        stance = draft.claim.stance
        if stance in _TO_COME:
            return None
        found = counted_before(self._doc, self._layers, one, stance, self._words, self._latest())
        return None if found is None else _leaning(draft, found[1], found[0], "rule:compared-number")

    def _answer(self, draft: Draft, tokens: tuple[int, ...]) -> Draft | None:
        """Point an answer that tells no event at the claim just before it ("rejected that as untrue")."""
        if draft.claim.stance not in _ANSWERS:
            return None
        phrase = [self._doc[i] for i in tokens if not self._doc[i].is_punct]
        bare = [t for t in phrase if t.lower_ in DEMONSTRATED or t.lemma_.lower() in self._words.generic]
        if not bare or bare[0].i > phrase[0].i + 1:
            return None
        before = self._before[-1] if self._before else None
        if bare[0].lemma_.lower() in _CHARGES:
            charges = (d for d in reversed(self._before) if d.claim.stance is Stance.ACCUSES)
            before = next(charges, before)
        elif before is not None and before.claim.stance in _TO_COME:
            return None
        if before is None or not before.claim.sources or _share(before.claim.sources, draft.claim.sources):
            return None
        if before.claim.stance is not Stance.ACCUSES and not self._follows(draft, before):
            return None
        return Draft(draft.claim, draft.attribution, about=before)

    def _disowned(self, draft: Draft, tokens: tuple[int, ...]) -> Draft | None:
        """Take "we have no soldiers there" for a denial where others told of those soldiers before."""
        top = head_of(self._doc, tokens)
        if draft.claim.stance is not Stance.SAYS or top is None:
            return None
        subject = next((c for c in top.children if c.dep_ in _SUBJECTS), None)
        if subject is None or subject.lower_ not in _SELF:
            return None
        missing = {
            c.lemma_.lower()
            for c in top.children
            if c.dep_ == "dobj" and any(d.lower_ == "no" for d in c.children)
        }
        for on, event in self._latest():
            told = {t.lemma_.lower() for t in self._doc if _covers(on.claim, t)}
            charged = _is_actor(draft.claim.sources, event) and event.status in _DONE
            charged = charged and set(on.claim.evidence).isdisjoint(draft.claim.evidence)
            if charged and missing & told and not _share(on.claim.sources, draft.claim.sources):
                claim = replace(draft.claim, stance=Stance.DENIES, speech_act=None)
                answer = Draft(claim, draft.attribution)
                answer.start = draft.start
                return _leaning(answer, replace(event, figures=()), on, "rule:disowned")
        return None

    def _share_denied(self, draft: Draft, tokens: tuple[int, ...]) -> Draft | None:
        """Lean "denied involvement" on the deed of whoever denies it, or of nobody known just before."""
        top = head_of(self._doc, tokens)
        if draft.claim.stance is not Stance.DENIES or top is None or top.dep_ != "dobj":
            return None
        of_something = any(self._doc[i].pos_ == "ADP" for i in tokens)  # "any link to the firm"
        if of_something or top.lemma_.lower() not in self._words.shares:
            return None
        sources = draft.claim.sources
        for on, event in self._latest():
            done = event.type is not None and event.status in _DONE and not _share(on.claim.sources, sources)
            unknown = event.type in _VIOLENT and _is_by_nobody_known(event) and self._follows(draft, on)
            if done and (_is_actor(sources, event) or unknown):
                own = event if _is_actor(sources, event) else replace(event, actors=sources)
                return _leaning(draft, replace(own, figures=()), on, "rule:named-event")
        return None


def _is_by_nobody_known(event: ToldEvent) -> bool:
    """Tell whether the text does not know who did a deed: "[gunmen] killed nine"."""
    return all(
        party.kind is PartyKind.UNKNOWN and party.country is None and party.sector in _OF_ANY_SIDE
        for party in event.actors
    )


_OF_ANY_SIDE = frozenset({None, "REB", "CRM", "CVL"})
"""Sectors of those without a name who may be anybody's: gunmen, rebels, men."""


def _tellers(claim: Claim) -> tuple[Party, ...]:
    """Return whose account a claim gives; who denies or doubts it gives none of it."""
    return () if claim.stance in (Stance.DENIES, Stance.DOUBTS) else claim.sources


def _covers(claim: Claim, token: Token) -> bool:
    return any(span.start <= token.idx < span.end for span in claim.evidence)


def with_context(drafts: list[Draft], doc: Doc, layers: Layers, words: LeaningWords) -> list[Draft]:
    """Return the drafts, those without an event of their own given the one they lean on.

    * "condemned the shipment", "declined to confirm that number": the last event told before that the
      noun can name and whose actor is the noun's owner, if it has one; whoever answers for a deed
      answers for his own.
    * "welcomed the decision": the deed the article tells most of, done and not only alleged.
    * "confirmed that the shells had arrived": the event that passed them on.
    * A bare number: the last event told before that counts the same thing.
    * "walked back his remarks": what the same source said last.
    * "denied involvement": the deed of whoever denies it, or of nobody known just before.
    * Silence and declining about nothing in particular: the event most spoken of before that the
      silent party is part of, else what others say in the same sentence.

    Without one a claim stays without an event. The evidence names the sentence leant on too. An answer
    (denied, confirmed, declined to) names the claim it answers.
    """
    context = Context(doc, layers, words)
    done = list(drafts)
    for i in sorted(range(len(drafts)), key=lambda i: _told_at(drafts[i])):
        if done[i].claim.event is None and done[i].attribution is not None:
            done[i] = context.lean(done[i])
        context.add(done[i])
    return [draft if draft.attribution is None else context.lean_in_sentence(draft) for draft in done]


def _told_at(draft: Draft) -> tuple[int, int]:
    """Return where a claim is told: its evidence, and within one sentence its event or cue."""
    claim = draft.claim
    span = claim.event.trigger if claim.event is not None else claim.cue
    return draft.start, draft.start if span is None else span.start


def _nearest(claim: Claim, fitting: list[tuple[Draft, ToldEvent]]) -> tuple[Draft, ToldEvent] | None:
    """Return the last of the events, before others one that whoever answers or justifies has done."""
    own = claim.stance in _ANSWERS or claim.stance is Stance.JUSTIFIES
    done = [part for part in fitting if own and _is_actor(claim.sources, part[1])]
    return next(iter(done or fitting), None)


def _kind(event: ToldEvent) -> object:
    """Return what tells whether two tellings are of one deed: its type and actors, without any its place."""
    place = event.place.name if event.place is not None and not event.actors else None
    return event.type, tuple(sorted(keys(event.actors))), place


def _share(ones: tuple[Party, ...], others: tuple[Party, ...]) -> bool:
    return not {p.id for p in ones}.isdisjoint(p.id for p in others)


def _is_actor(sources: tuple[Party, ...], event: ToldEvent) -> bool:
    return not keys(event.actors).isdisjoint(keys(sources))


def _is_part(sources: tuple[Party, ...], event: ToldEvent) -> bool:
    known = keys((*event.actors, *event.recipients, *event.against))
    return not known.isdisjoint(keys(sources))


def _is_between_others(sources: tuple[Party, ...], event: ToldEvent) -> bool:
    """Tell whether a deed is one of other states than those who speak."""
    states = all(party.kind is PartyKind.STATE for party in (*sources, *event.actors))
    return states and bool(event.actors) and not _is_part(sources, event)


def _leaning(draft: Draft, event: ToldEvent, on: Draft, rule: str) -> Draft:
    """Return the draft with the event; numbers stay with whoever gave them, `event` has none of others'."""
    evidence = tuple(sorted({*draft.claim.evidence, *on.claim.evidence}))
    made_by = replace(draft.claim.made_by, rules=tuple(sorted({*draft.claim.made_by.rules, rule})))
    claim = replace(draft.claim, event=event, evidence=evidence, made_by=made_by)
    answers = claim.stance in _ANSWERS and on.claim.sources and not _share(claim.sources, on.claim.sources)
    answers = answers or claim.stance is Stance.RETRACTS
    leaning = Draft(claim, draft.attribution, about=on if answers else None)
    leaning.start = draft.start
    return leaning
