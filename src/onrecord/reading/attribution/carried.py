"""Speakers that go on speaking: whom "they" or "it" means where no party of the article was found for it."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from onrecord.codebook.wordclasses import word_classes
from onrecord.reading.attribution.content import head_of
from onrecord.reading.layers import Attribution
from onrecord.records import Party, PartyKind

__all__ = ["with_speakers_before"]

_THEY, _PERSON, _IT = frozenset({"they"}), frozenset({"he", "she"}), frozenset({"it"})
_PEOPLE = frozenset({PartyKind.PERSON, PartyKind.OFFICE})


def with_speakers_before(doc: Doc, found: Sequence[Attribution], quoted: frozenset[int]) -> list[Attribution]:
    """Give an unresolved "they said" to whoever spoke in the same sentence or the one before.

    "Tribal elders said they feared the rebels. They also said …": a description of no known party, which
    the parties' own rules do not look for. What is wholly quoted is passed over. Nobody is taken where two
    different ones fit.

    Args:
        doc: Parsed document.
        found: Attributions, in order of their cues.
        quoted: Tokens in quotation marks.
    """
    result = list(found)
    for at, one in enumerate(result):
        pronoun = _unresolved(doc, one)
        if pronoun is None or pronoun.i in quoted:
            continue
        for sentence in _sentences_back(doc, pronoun, quoted):
            before = [
                other
                for other in result
                if other is not one and sentence[0] <= other.cue[0] < min(sentence[1], pronoun.i)
                if quoted.isdisjoint(other.cue) and _may_mean(doc, pronoun, other)
            ]
            if before and len({_names(other) for other in before}) == 1:
                result[at] = replace(one, sources=_taken_up(one, before[-1]))
            if before:
                break
    return result


def _unresolved(doc: Doc, one: Attribution) -> Token | None:
    """Return the pronoun that is all that is known of a source, None where more is."""
    if len(one.source_tokens) != 1 or len(one.sources) != 1:
        return None
    token = doc[one.source_tokens[0]]
    known = one.sources[0].kind is not PartyKind.UNKNOWN or one.sources[0].mention is not None
    return None if known or token.lower_ not in _THEY | _PERSON | _IT else token


def _sentences_back(doc: Doc, pronoun: Token, quoted: frozenset[int]) -> list[tuple[int, int]]:
    """Return first and end of the pronoun's sentence and of the last one before it with unquoted words."""
    own = pronoun.sent
    sentences = [(own.start, own.end)]
    start = own.start
    while start:
        before = doc[start - 1].sent
        if any(t.i not in quoted and not t.is_punct and not t.is_space for t in before):
            return [*sentences, (before.start, before.end)]
        start = before.start
    return sentences


def _may_mean(doc: Doc, pronoun: Token, other: Attribution) -> bool:
    """Tell whether a pronoun agrees with who spoke in number, and in being a person or none."""
    head = head_of(doc, other.source_tokens)
    if head is None or head.pos_ == "PRON" or not other.sources or not other.sources[0].span:
        return False
    several = len(other.sources) > 1 or head.tag_ in {"NNS", "NNPS"}
    people = head.lemma_.lower() in word_classes().collectives
    if pronoun.lower_ in _THEY:
        return several or people
    kinds = {party.kind for party in other.sources}
    if several:
        return False
    if pronoun.lower_ in _PERSON:
        return kinds == {PartyKind.UNKNOWN} and not people and head.pos_ in {"NOUN", "PROPN"}
    return kinds.isdisjoint(_PEOPLE) and (kinds != {PartyKind.UNKNOWN} or head.pos_ == "PROPN")


def _names(other: Attribution) -> tuple[str, ...]:
    return tuple(party.id for party in other.sources)


def _taken_up(one: Attribution, other: Attribution) -> tuple[Party, ...]:
    span = one.sources[0].span
    return tuple(
        replace(party, span=span, mention=party.mention or party.span, inferred="who spoke just before")
        for party in other.sources
    )
