"""ECB+ mentions as the deed encoder sees them, in the running text of their articles."""

from collections.abc import Iterable, Mapping
from functools import cache
from itertools import accumulate

from onrecord.encoder.deeds import DeedEncoder
from onrecord.evaluation.linking_ecbplus import EcbDocument, EcbMention
from onrecord.records import DeedVector

__all__ = ["places_of", "shipped_vectors", "text_of", "vectors_of"]


def vectors_of(documents: Iterable[EcbDocument], encoder: DeedEncoder) -> dict[str, DeedVector]:
    """Return mention → vector, made as those of the ledger's claims are.

    Args:
        documents: Articles with mentions; those without are passed over.
        encoder: Reads their text.
    """
    found: dict[str, DeedVector] = {}
    for document in documents:
        if document.mentions:
            seen = encoder.finding(text_of(document))
            vectors = ((m.id, seen.vector(places_of(document, m))) for m in document.mentions)
            found |= {one: vector for one, vector in vectors if vector is not None}
    return found


def shipped_vectors(documents: Iterable[EcbDocument]) -> Mapping[str, DeedVector]:
    """Return the vectors that the package's own encoder gives."""
    return vectors_of(documents, _shipped())


@cache
def _shipped() -> DeedEncoder:
    return DeedEncoder.load()


def text_of(document: EcbDocument) -> str:
    """Return the words of an article with a blank between two."""
    return " ".join(document.tokens)


def places_of(document: EcbDocument, mention: EcbMention) -> list[tuple[int, int]]:
    """Return the ranges of characters of a mention's words in `text_of`, half-open."""
    starts = [0, *accumulate(len(word) + 1 for word in document.tokens)]
    return [(starts[i], starts[i] + len(document.tokens[i])) for i in mention.tokens]
