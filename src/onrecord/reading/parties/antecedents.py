"""Whom a pronoun, "both countries" or "the statement" stands for: rules over the parse and the telling.

Each rule gives its own words as the reason. Where several mentions fit equally well, none is taken.
"""

from collections.abc import Sequence

from onrecord.reading.layers import Mention, MentionForm
from onrecord.reading.parties.columns import Columns
from onrecord.reading.parties.draft import Draft
from onrecord.records import PartyKind

__all__ = ["Antecedents"]

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})
_REACH = 2  # sentences a pronoun looks back

Found = tuple[tuple[Mention, ...], str]
_NOTHING: Found = ((), "")


class Antecedents:
    """The mentions read so far, and who of them a later stand-in means."""

    def __init__(self, columns: Columns, done: Sequence[Mention], drafts: Sequence[Draft]) -> None:
        self.columns = columns
        self.done = done
        self.drafts = drafts

    def of_pronoun(self, draft: Draft) -> Found:
        """Return the mentions a pronoun stands for and why, nothing when it cannot be told."""
        if draft.key in ("i", "me", "my", "we", "us", "our"):
            return _NOTHING
        if draft.gender is not None:
            return self._person(draft)
        if draft.plural:
            return self._several(draft)
        return self._thing(draft)

    def of_both(self, draft: Draft) -> Found:
        """Return the two parties "both countries" or "the two sides" stand for."""
        sentence = self.columns.sentences[draft.start]
        for back in range(_REACH + 1):
            states = self._states(sentence - back, draft.start)
            if len(states) == 2:
                return tuple(states), "the two named just before"
            if len(states) > 2:
                return _NOTHING
        return _NOTHING

    def of_document(self, draft: Draft) -> Found:
        """Return who issued "the statement": the subject of the issuing, nearest before."""
        columns = self.columns
        for i in range(draft.start - 1, -1, -1):
            if columns.lemmas[i] != draft.key or columns.closed[i]:
                continue
            verb = columns.heads[i]
            if columns.deps[i] == "pobj":
                verb = columns.heads[verb]
            subject = self._subject_of(verb)
            if subject:
                return subject, "who issued it"
        return _NOTHING

    def _person(self, draft: Draft) -> Found:
        sentence = self.columns.sentences[draft.start]
        for back in range(_REACH + 1):
            fitting = [m for m in self._in_sentence(sentence - back, draft.start) if self._could_be(m, draft)]
            if not fitting:
                continue
            if len({m.party.id for m in fitting}) == 1:
                return (fitting[-1],), "the only person named just before"
            subjects = [m for m in fitting if self._is_subject(m)]
            if len({m.party.id for m in subjects}) == 1:
                return (subjects[-1],), "the person who acts just before"
            return _NOTHING
        return _NOTHING

    def _could_be(self, mention: Mention, draft: Draft) -> bool:
        if mention.compound or mention.party.kind not in (PartyKind.PERSON, PartyKind.OFFICE):
            return False
        gender = next((d.gender for m, d in zip(self.done, self.drafts, strict=True)
                       if m.party.id == mention.party.id and d.gender is not None), None)  # fmt: skip
        return gender is None or gender is draft.gender

    def _thing(self, draft: Draft) -> Found:
        """ "It" and "its": the subject of the same clause or of the sentence before, if no person."""
        subject = self._clause_subject(draft.head)
        if subject is not None and self._is_body(subject) and subject.end <= draft.start:
            return (subject,), "the subject of the clause"
        sentence = self.columns.sentences[draft.start]
        same = [m for m in self._in_sentence(sentence, draft.start) if self._is_body(m)]
        if len({m.party.id for m in same}) == 1:
            return (same[-1],), "the only body named before in the sentence"
        if same:
            subjects = [m for m in same if self._is_subject(m)]
            if len({m.party.id for m in subjects}) == 1:
                return (subjects[-1],), "the body that acts before in the sentence"
            return _NOTHING
        previous = [m for m in self._in_sentence(sentence - 1, draft.start) if self._is_body(m)]
        subjects = [m for m in previous if self._is_subject(m)]
        if len({m.party.id for m in subjects}) == 1 and self._same_paragraph(subjects[-1], draft):
            return (subjects[-1],), "the body that acts in the sentence before"
        return _NOTHING

    def _several(self, draft: Draft) -> Found:
        """ "They": joined subjects, or a plural, of the same clause or the sentence before."""
        sentence = self.columns.sentences[draft.start]
        for back in range(_REACH):
            before = self._in_sentence(sentence - back, draft.start)
            subjects = [m for m in before if self._is_subject(m)]
            plural = [m for m in subjects if m.compound or self._is_plural(m)]
            joined = self._joined(subjects)
            if joined and not plural:
                return joined, "the joined subjects just before"
            if len({m.party.id for m in plural}) == 1 and not joined:
                return (plural[-1],), "the several who act just before"
            if joined or plural:
                return _NOTHING
        return _NOTHING

    def _joined(self, subjects: Sequence[Mention]) -> tuple[Mention, ...]:
        groups: dict[int, list[Mention]] = {}
        for mention in subjects:
            groups.setdefault(self._first_conjunct(mention.head), []).append(mention)
        several = [g for g in groups.values() if len({m.party.id for m in g}) > 1]
        return tuple(several[-1]) if len(several) == 1 else ()

    def _first_conjunct(self, i: int) -> int:
        while self.columns.deps[i] == "conj" and self.columns.heads[i] != i:
            i = self.columns.heads[i]
        return i

    def _is_plural(self, mention: Mention) -> bool:
        return self.columns.tags[mention.head] in ("NNS", "NNPS") and mention.form is MentionForm.NOMINAL

    def _is_subject(self, mention: Mention) -> bool:
        return self.columns.deps[self._first_conjunct(mention.head)] in _SUBJECTS

    def _is_body(self, mention: Mention) -> bool:
        return (
            mention.party.kind in (PartyKind.STATE, PartyKind.ORGANISATION, PartyKind.GROUP)
            and not mention.compound
            and mention.form is not MentionForm.DEMONYM
        )

    def _same_paragraph(self, mention: Mention, draft: Draft) -> bool:
        return self.columns.paragraphs[draft.start] - self.columns.paragraphs[mention.start] <= 1

    def _in_sentence(self, sentence: int, before: int) -> list[Mention]:
        return [m for m in self.done if self.columns.sentences[m.start] == sentence and m.end <= before]

    def _states(self, sentence: int, before: int) -> list[Mention]:
        found: dict[str, Mention] = {}
        for mention in self._in_sentence(sentence, before):
            for party in mention.parties:
                if party.kind is PartyKind.STATE and not mention.compound:
                    found.setdefault(party.id, mention)
        return list(found.values())

    def _clause_subject(self, i: int) -> Mention | None:
        columns = self.columns
        for _ in range(12):
            i = columns.heads[i]
            if columns.tags[i].startswith(("VB", "MD")):
                subject = [
                    m for m in self.done if columns.heads[m.head] == i and columns.deps[m.head] in _SUBJECTS
                ]
                if subject:
                    return max(subject, key=lambda m: m.end - m.start)
                if columns.deps[i] not in ("xcomp", "conj", "advcl", "aux"):
                    return None
            if columns.heads[i] == i:
                return None
        return None

    def _subject_of(self, verb: int) -> tuple[Mention, ...]:
        columns = self.columns
        return tuple(
            m
            for m in self.done
            if columns.deps[self._first_conjunct(m.head)] in _SUBJECTS
            and columns.heads[self._first_conjunct(m.head)] == verb
            and m.form is not MentionForm.PRONOUN
        )
