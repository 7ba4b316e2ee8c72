"""The body that somebody with an office is of, where only the sentence before tells it."""

from onrecord.codebook.wordclasses import word_classes
from onrecord.reading.layers import Mention, MentionForm
from onrecord.reading.parties.columns import Columns
from onrecord.reading.parties.describe import is_speaker
from onrecord.reading.parties.draft import ORGANISED, Draft
from onrecord.reading.parties.telling import Telling
from onrecord.records import Party, PartyKind

__all__ = ["body_just_told"]

_REACH = 2
"""Sentences before, quotations left out, of which the first that tells anybody counts."""

_ON_STAGE = frozenset({*ORGANISED, PartyKind.STATE, PartyKind.PERSON})


def body_just_told(telling: Telling, draft: Draft) -> Party | None:
    """Return the only body that acts or speaks just before somebody of no body told does.

    "The Harbour Institute has closed. 'We are sad,' said [deputy director Ann Lind]." None where another
    party acts there too.
    """
    columns = telling.columns
    if not _is_of_some_body(columns, draft) or not _speaks(telling, draft):
        return None
    if telling.opens_with_place(draft):
        return None
    sentence, paragraph = columns.sentences[draft.start], columns.paragraphs[draft.start]
    here = [m for m in telling.in_sentence(sentence, draft.start) if not columns.quoted[m.start]]
    if any(m.party.kind in _ON_STAGE for m in here):
        return None
    reach = _REACH
    while reach and sentence:
        sentence -= 1
        if sentence in columns.spoken:
            continue
        reach -= 1
        told = [
            m
            for m in _outermost(telling.in_sentence(sentence, draft.start))
            if columns.paragraphs[m.start] >= paragraph - 1
            if m.party.kind in _ON_STAGE and not columns.quoted[m.start] and _acts(telling, m)
        ]
        if told:
            return _only_body(told)
    return None


def _outermost(told: list[Mention]) -> list[Mention]:
    """Leave out who only owns another: "[Norway]'s trade ministry"."""
    return [m for m in told if not any(o is not m and o.start <= m.start and m.end <= o.end for o in told)]


def _only_body(told: list[Mention]) -> Party | None:
    party = told[-1].party
    one = len({m.party.id for m in told}) == 1
    return party if one and party.kind in ORGANISED and party.sector != "MED" else None


def _is_of_some_body(columns: Columns, draft: Draft) -> bool:
    """Tell whether an office is one that bodies have, told before the name without a word of which."""
    words = (draft.role or "").lower().split()
    before = columns.lower[draft.start : draft.end]
    classes = word_classes()
    if not words or draft.of is not None or draft.country is not None:
        return False
    if words[-1] not in before or not {"of", "for", "at", "from", "in"}.isdisjoint(before):
        return False
    if words[0] in classes.mouthpieces:
        return True
    return words[-1] in classes.of_the_body and classes.body_ranks.issuperset(words[:-1])


def _speaks(telling: Telling, draft: Draft) -> bool:
    return _is_cited(telling.columns, draft.start) or is_speaker(telling.columns, draft.head)


def _is_cited(columns: Columns, start: int) -> bool:
    """Tell whether "according to" stands before a word."""
    return columns.lower[max(0, start - 2) : start] == ["according", "to"]


def _acts(telling: Telling, mention: Mention) -> bool:
    """Tell whether a party acts, or speaks as "according to" tells it."""
    named = mention.form in (MentionForm.NAME, MentionForm.NOMINAL) and not mention.compound
    return _is_cited(telling.columns, mention.start) or (
        telling.is_subject(mention) and (named or mention.form is MentionForm.PRONOUN)
    )
