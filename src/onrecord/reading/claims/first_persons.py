"""Where whoever speaks is a party of what he tells as "I", and a body as "we"."""

import re
from collections.abc import Iterable
from dataclasses import replace

from onrecord.reading.layers import Attribution, Happening
from onrecord.records import Party, PartyKind, Span
from onrecord.text.quotations import Quotation, find_quotations

__all__ = ["with_speaker"]

_ONE = frozenset({"i", "me", "my", "myself"})
_SEVERAL = frozenset({"we", "us", "our", "ourselves"})
_INNER = re.compile(r"(?:^|[\s(:])['‘](?=\w)")
"""Where somebody quotes another in what he says: "He told me: '[I] will go'"."""
_BODIES = frozenset({PartyKind.ORGANISATION, PartyKind.GROUP, PartyKind.STATE})


def with_speaker(text: str, happening: Happening, one: Attribution) -> Happening:
    """Return a deed told in a quotation with its speaker for "I", and with a body that speaks for "we".

    '"[I] will send troops," Lind said', '"[We] shot it down," the army said'. Whom a person means by "we" is
    not told, and who is told beside "I" under the speaker's name is somebody else, or somebody else speaks.
    """
    if not one.quoted or len(one.sources) != 1:
        return happening
    speaker, told = one.sources[0], (*happening.actors, *happening.recipients, *happening.against)
    if any(p.id == speaker.id for p in told) or not any(_may_be(p, speaker) for p in told):
        return happening
    quotations = find_quotations(text)

    def is_speaker(party: Party) -> bool:
        span = party.span
        return span is not None and _may_be(party, speaker) and _is_quoted(text, span, quotations)

    def known(parties: tuple[Party, ...]) -> tuple[Party, ...]:
        return tuple(replace(speaker, span=p.span) if is_speaker(p) else p for p in parties)

    return replace(
        happening,
        actors=known(happening.actors),
        recipients=known(happening.recipients),
        against=known(happening.against),
    )


def _may_be(party: Party, speaker: Party) -> bool:
    """Tell whether a party is a pronoun that nobody but the speaker can be meant by in what he says."""
    if party.kind is not PartyKind.UNKNOWN or party.span is None:
        return False
    word = party.span.text.lower()
    return (word in _ONE and speaker.kind is PartyKind.PERSON) or (
        word in _SEVERAL and speaker.kind in _BODIES
    )


def _is_quoted(text: str, span: Span, quotations: Iterable[Quotation]) -> bool:
    """Tell whether a word stands in a quotation, and in none inside it."""
    around = [q for q in quotations if q.start < span.start and span.end <= q.end]
    return any(_INNER.search(text[q.start + 1 : span.end]) is None for q in around)
