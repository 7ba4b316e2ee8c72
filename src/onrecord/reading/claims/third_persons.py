"""Whom "he" and "they" in a quotation cannot mean: its speaker, who calls himself "I"."""

from dataclasses import replace

from spacy.tokens import Doc

from onrecord.reading.layers import Attribution, Happening
from onrecord.records import Party, Span

__all__ = ["without_speaker"]

_THIRD = frozenset(
    {"he", "him", "his", "himself", "she", "her", "hers", "herself"}
    | {"they", "them", "their", "theirs", "themselves"}
)


def without_speaker(doc: Doc, happening: Happening, one: Attribution) -> Happening:
    """Return a deed told in a quotation without its speaker where a pronoun of the third person stands.

    '"Run [him] over," Lind said' asks nobody to run Lind over: whom it means stays open.
    """
    if not one.quoted or happening.head not in one.content:
        return happening
    speaking = {party.id for party in one.sources}

    def meant(parties: tuple[Party, ...]) -> tuple[Party, ...]:
        return tuple(p for p in parties if p.id not in speaking or not _is_third(doc, p.span, one))

    return replace(
        happening,
        actors=meant(happening.actors),
        recipients=meant(happening.recipients),
        against=meant(happening.against),
    )


def _is_third(doc: Doc, span: Span | None, one: Attribution) -> bool:
    """Tell whether a stretch is such a pronoun within what was said."""
    found = None if span is None else doc.char_span(span.start, span.end)
    return found is not None and found.text.lower() in _THIRD and found.start in one.content
