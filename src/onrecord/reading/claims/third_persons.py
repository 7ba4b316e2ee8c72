"""Where whoever speaks is no party of what he tells: "he" in his quotation, and his own name behind it."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from onrecord.reading.layers import Attribution, Happening
from onrecord.records import Party, Span
from onrecord.text.quotations import Quotation, find_quotations

__all__ = ["without_speaker", "without_teller"]

_THIRD = frozenset(
    {"he", "him", "his", "himself", "she", "her", "hers", "herself"}
    | {"they", "them", "their", "theirs", "themselves"}
)


def without_speaker(text: str, happening: Happening, one: Attribution) -> Happening:
    """Return a deed told in a quotation without its speaker where a pronoun of the third person stands.

    '"Run [him] over," Lind said' asks nobody to run Lind over: whom it means stays open. In 'Lind said he was
    "happy to go"' the pronoun is not quoted, and is Lind.
    """
    if not one.quoted:
        return happening
    speaking = {party.id for party in one.sources}
    quotations = find_quotations(text)
    return _without(happening, lambda p: p.id in speaking and _is_third(p.span, quotations))


def without_teller(happening: Happening, one: Attribution) -> Happening:
    """Return a deed without the parties that only tell it, named behind what they tell.

    "Rebels killed two men, [the police chief, Bo Lind], said": the parser may take him for one more killed.
    """
    if not one.source_tokens or happening.head > one.source_tokens[0] or happening.head not in one.content:
        return happening
    spans = {party.span for party in one.sources if party.span is not None}
    return _without(happening, lambda party: party.span in spans)


def _without(happening: Happening, is_out: Callable[[Party], bool]) -> Happening:
    """Return a deed without some of its parties, in whatever part they stand."""

    def others(parties: tuple[Party, ...]) -> tuple[Party, ...]:
        return tuple(party for party in parties if not is_out(party))

    return replace(
        happening,
        actors=others(happening.actors),
        recipients=others(happening.recipients),
        against=others(happening.against),
    )


def _is_third(span: Span | None, quotations: Iterable[Quotation]) -> bool:
    """Tell whether a stretch is such a pronoun between quotation marks."""
    if span is None or span.text.lower() not in _THIRD:
        return False
    return any(q.start < span.start and span.end <= q.end for q in quotations)
