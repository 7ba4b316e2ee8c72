"""Whom each mention stands for, told from the article alone; what cannot be told stays unknown."""

from dataclasses import dataclass, field

from onrecord.codebook.wordclasses import word_classes
from onrecord.gazetteer.countries import name_of
from onrecord.reading.layers import Mention, MentionForm, span_of
from onrecord.reading.parties.antecedents import Antecedents
from onrecord.reading.parties.cast import Cast, Person, cast_of
from onrecord.reading.parties.columns import Columns
from onrecord.reading.parties.describe import body_id
from onrecord.reading.parties.draft import Draft, Need
from onrecord.records import Party, PartyKind, slug

__all__ = ["resolve"]


def resolve(columns: Columns, drafts: tuple[Draft, ...]) -> tuple[Mention, ...]:
    """Return a mention for every draft, in the same order."""
    work = _Work(columns, cast_of(drafts))
    for draft in drafts:
        work.add(draft)
    return tuple(work.done)


@dataclass
class _Work:
    """What is known so far, reading from the top."""

    columns: Columns
    cast: Cast
    done: list[Mention] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)

    def add(self, draft: Draft) -> None:
        party, compound = self._parties(draft)
        self.done.append(Mention(draft.start, draft.end, draft.head, draft.form, party, compound))
        self.drafts.append(draft)

    def _parties(self, draft: Draft) -> tuple[Party, tuple[Party, ...]]:
        if draft.several:
            each = [self._one_of(draft, code) for code in draft.several]
            return each[0], tuple(each[1:])
        if draft.need is Need.PERSON:
            return self._person(draft), ()
        if draft.need is Need.BODY:
            return self._body(draft), ()
        if draft.need is Need.OFFICE:
            return self._office(draft), ()
        if draft.need is Need.STATE_POWER:
            return self._power(draft), ()
        antecedents = Antecedents(self.columns, self.done, self.drafts)
        if draft.need is Need.PRONOUN:
            return self._stand_in(draft, *antecedents.of_pronoun(draft))
        if draft.need is Need.BOTH:
            return self._stand_in(draft, *antecedents.of_both(draft))
        if draft.need is Need.DOCUMENT:
            return self._stand_in(draft, *antecedents.of_document(draft))
        return self._plain(draft), ()

    def _plain(self, draft: Draft) -> Party:
        known = draft.id or f"unknown:{slug(draft.name)}"
        name = name_of(draft.id) if draft.kind is PartyKind.STATE else draft.name
        return Party(
            name=name,
            id=known,
            kind=draft.kind,
            country=draft.country,
            sector=draft.sector,
            role=draft.role,
            of=draft.of,
            span=span_of(self.columns.doc, draft.start, draft.end),
        )

    def _one_of(self, draft: Draft, code: str) -> Party:
        state = draft.kind is PartyKind.STATE
        told = f"{code} {draft.key}"
        return Party(
            name=name_of(code) if state else draft.name,
            id=code if state else f"unknown:{slug(told)}",
            kind=draft.kind,
            country=code,
            sector=draft.sector,
            role=draft.role,
            of=None if state else code,
            span=span_of(self.columns.doc, draft.start, draft.end),
        )

    def _person(self, draft: Draft) -> Party:
        found = self.cast.called(draft)
        if not found:
            return self._lone_name(draft)
        person = found[0] if len(found) == 1 else self._which(draft, found)
        if person is None:
            return Party(
                name=draft.name,
                id=f"unknown:{slug(draft.name)}",
                kind=PartyKind.UNKNOWN,
                country=draft.country,
                sector=draft.sector,
                role=draft.role,
                of=draft.of,
                span=span_of(self.columns.doc, draft.start, draft.end),
            )
        return self._as_person(draft, person, "bare name resolved to the full name" if draft.bare else None)

    def _as_person(self, draft: Draft, person: Person, how: str | None) -> Party:
        elsewhere = person.told if draft.country is None and person.told is not None else person.first
        here = elsewhere.start == draft.start
        if how is None and draft.country is None and person.country is not None and not here:
            how = "country and office from another mention"
        return Party(
            name=person.name,
            id=person.id,
            kind=PartyKind.PERSON,
            country=draft.country or person.country,
            sector=draft.sector or person.sector,
            role=draft.role or person.role,
            of=draft.of or person.of,
            span=span_of(self.columns.doc, draft.start, draft.end),
            mention=None
            if here or how is None
            else span_of(self.columns.doc, elsewhere.start, elsewhere.end),
            inferred=None if here else how,
        )

    def _which(self, draft: Draft, found: tuple[Person, ...]) -> Person | None:
        """Tell apart persons who share a surname: by what the title says, else the one named last."""
        if draft.gender is not None and sum(p.gender is draft.gender for p in found) == 1:
            return next(p for p in found if p.gender is draft.gender)
        if draft.country is not None:
            fitting = [p for p in found if p.country == draft.country]
            if len(fitting) == 1:
                return fitting[0]
        if draft.role is not None:
            fitting = [p for p in found if p.role is not None and p.role.lower() == draft.role.lower()]
            return fitting[0] if len(fitting) == 1 else None
        before = [p for p in found if p.first.start < draft.start]
        sentence = self.columns.sentences[draft.start]
        near = {
            m.party.id
            for m in self.done
            if m.party.kind is PartyKind.STATE and self.columns.sentences[m.start] == sentence
        }
        fitting = [p for p in before if p.country in near]
        if len(fitting) == 1:
            return fitting[0]
        for mention in reversed(self.done):
            for person in before:
                if mention.party.id == person.id:
                    return person
        return before[-1] if len(before) == 1 else None

    def _lone_name(self, draft: Draft) -> Party:
        """A name without a full name anywhere in the article."""
        return Party(
            name=draft.name,
            id=f"person:{slug(draft.name)}",
            kind=PartyKind.PERSON,
            country=draft.country,
            sector=draft.sector,
            role=draft.role,
            of=draft.of,
            span=span_of(self.columns.doc, draft.start, draft.end),
        )

    def _body(self, draft: Draft) -> Party:
        if draft.country is None:
            elsewhere = self._same_body(draft)
            if elsewhere is not None:
                return self._borrowed(draft, elsewhere, "the body of that sort named before")
        if draft.id and draft.country is None:
            state = self._state_at_hand(draft)
            if state is not None:
                return self._borrowed_state(draft, state)
        if not draft.id:
            return Party(
                name=draft.name,
                id=f"unknown:{slug(draft.name)}",
                kind=PartyKind.UNKNOWN,
                country=draft.country,
                sector=draft.sector,
                of=draft.of,
                span=span_of(self.columns.doc, draft.start, draft.end),
            )
        return self._plain(draft)

    def _same_body(self, draft: Draft) -> Mention | None:
        for mention, other in zip(reversed(self.done), reversed(self.drafts), strict=True):
            if mention.party.kind is not PartyKind.ORGANISATION or mention.form is MentionForm.PRONOUN:
                continue
            told = other.key or mention.party.name.lower()
            if told == draft.key or (told.split()[-1] == draft.key and not draft.id):
                return mention
        return None

    def _state_at_hand(self, draft: Draft) -> Mention | None:
        """Return the force or body of the same sector that speaks just before ("South Korea's military")."""
        paragraph = self.columns.paragraphs[draft.start]
        for mention in reversed(self.done):
            if self.columns.paragraphs[mention.start] < paragraph - 1:
                return None
            if mention.party.sector == draft.sector == "MIL" and mention.party.country not in (
                None,
                "IGO",
                "EUE",
            ):
                return mention
        return None

    def _borrowed_state(self, draft: Draft, state: Mention) -> Party:
        return Party(
            name=draft.name,
            id=body_id(state.party.country, draft.key),
            kind=draft.kind,
            country=state.party.country,
            sector=draft.sector,
            of=state.party.country,
            span=span_of(self.columns.doc, draft.start, draft.end),
            mention=state.party.span,
            inferred="state from the force named just before",
        )

    def _borrowed(self, draft: Draft, other: Mention, how: str) -> Party:
        party = other.party
        return Party(
            name=party.name,
            id=party.id,
            kind=party.kind,
            country=party.country,
            sector=party.sector,
            role=party.role,
            of=party.of,
            span=span_of(self.columns.doc, draft.start, draft.end),
            mention=party.mention or party.span,
            inferred=how,
        )

    def _office(self, draft: Draft) -> Party:
        last = draft.key.split()[-1] if draft.key else ""
        person = self._holder(draft, last)
        if person is not None:
            return self._as_person(draft, person, "the holder of that office named in the article")
        if draft.country is None and draft.of is None:
            for mention, other in zip(reversed(self.done), reversed(self.drafts), strict=True):
                if other.key and other.key.split()[-1] == last and other.form is MentionForm.NOMINAL:
                    return self._borrowed(draft, mention, "the one described so before")
        if not draft.plural and last in word_classes().held_by_one and (draft.country or draft.of):
            of = (draft.of or draft.country or "").removeprefix("org:").lower()
            return Party(
                name=draft.name,
                id=f"office:{slug(of + ' ' + draft.key)}",
                kind=PartyKind.OFFICE,
                country=draft.country,
                sector=draft.sector,
                role=draft.role,
                of=draft.of or draft.country,
                span=span_of(self.columns.doc, draft.start, draft.end),
            )
        return self._plain(draft)

    def _holder(self, draft: Draft, last: str) -> Person | None:
        """Return the person of the article whose office it is, None unless exactly one fits."""
        if draft.plural or not last:
            return None
        seen: dict[str, Person] = {}
        for mention in reversed(self.done):
            person = self.cast.persons.get(mention.party.name)
            if person is None or person.role is None or person.role.lower().split()[-1] != last:
                continue
            if draft.country is not None and person.country != draft.country:
                continue
            if draft.country is not None and person.role.lower().split()[-2:] != draft.key.split()[-2:]:
                continue
            seen.setdefault(person.id, person)
            if draft.country is None:
                break
        return next(iter(seen.values())) if len(seen) == 1 else None

    def _power(self, draft: Draft) -> Party:
        for mention, other in zip(reversed(self.done), reversed(self.drafts), strict=True):
            if mention.party.kind is PartyKind.STATE and (
                other.key == draft.key or _same_word(self, other, draft)
            ):
                return self._borrowed(draft, mention, "the one named before")
        states = {m.party.id for m in self.done if m.party.kind is PartyKind.STATE}
        if len(states) == 1:
            first = next(m for m in self.done if m.party.kind is PartyKind.STATE)
            return Party(
                name=first.party.name,
                id=first.party.id,
                kind=PartyKind.STATE,
                country=first.party.country,
                sector=draft.sector,
                span=span_of(self.columns.doc, draft.start, draft.end),
                mention=first.party.span,
                inferred="the only state named so far",
            )
        return self._plain(draft)

    def _stand_in(
        self, draft: Draft, found: tuple[Mention, ...], how: str
    ) -> tuple[Party, tuple[Party, ...]]:
        span = span_of(self.columns.doc, draft.start, draft.end)
        parties = [
            Party(p.name, p.id, p.kind, p.country, p.sector, p.role, p.of, span, p.mention or p.span, how)
            for mention in found
            for p in mention.parties
        ]
        if not parties:
            return Party(draft.name, f"unknown:{slug(draft.name)}", PartyKind.UNKNOWN, span=span), ()
        return parties[0], tuple(parties[1:])


def _same_word(work: _Work, other: Draft, draft: Draft) -> bool:
    return work.columns.lemmas[other.head] == draft.key
