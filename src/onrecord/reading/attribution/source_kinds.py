"""What sort of source somebody, or something, is: known, nobody in particular, a thing, a writing."""

from spacy.tokens import Doc, Token

from onrecord.codebook.roles import roles
from onrecord.codebook.wordclasses import word_classes
from onrecord.reading.attribution.content import head_of
from onrecord.reading.layers import Mention
from onrecord.records import Party, PartyKind

__all__ = [
    "is_known",
    "is_public_figure",
    "is_somebody",
    "is_thing",
    "is_unknown_noun",
    "is_unsigned",
    "is_writing",
    "names_itself",
]

_PUBLIC = frozenset(
    {"opposition", "political", "senior", "leading", "prominent", "religious", "public", "key", "rebel"}
    | {"tribal", "exiled", "dissident", "military", "pro", "government"}
)
"""What a figure that speaks is called."""


_ITSELF = frozenset({"itself", "himself", "herself", "themselves"})


def is_somebody(sources: tuple[Party, ...]) -> bool:
    """Tell whether any source is more than a description nobody knows."""
    return any(is_known(party) or party.of is not None for party in sources)


def is_known(party: Party) -> bool:
    """Tell whether a party is somebody by name, or at least of a known sector ("rebels")."""
    return party.kind is not PartyKind.UNKNOWN or party.sector is not None


def is_thing(doc: Doc, party: Party, mentions: tuple[Mention, ...]) -> bool:
    """Tell whether a source is a thing rather than somebody: a common noun that no mention knows.

    Documents speak ("the report says"), and a group that has a name ("a group calling itself the
    Free Coast"); shells, papers and droughts do not.
    """
    if party.span is None or is_known(party):
        return False
    span = doc.char_span(party.span.start, party.span.end, alignment_mode="expand")
    named = span is not None and any(names_itself(c) for c in span.root.children)
    return span is not None and is_unknown_noun(span.root, mentions) and not named


def names_itself(verb: Token) -> bool:
    """Tell whether a verb only gives the name of those it is told of: "a group [calling] itself …"."""
    beside = verb.dep_ in {"acl", "relcl"} and verb.lemma_ in {"call", "style"}
    return beside and any(c.lower_ in _ITSELF for c in verb.children)


def is_unknown_noun(token: Token, mentions: tuple[Mention, ...]) -> bool:
    """Tell whether a word is a common noun that no mention knows: no writing, no body of people."""
    if (
        any(m.start <= token.i < m.end for m in mentions)
        or token.lemma_.lower() in word_classes().collectives
    ):
        return False
    return token.pos_ == "NOUN" and not is_writing(token)


def is_writing(token: Token) -> bool:
    """Tell whether a word names something said or written, which speaks: "report", "poll"."""
    named = token.lemma_.lower() in roles().writings | roles().documents
    return named and not is_public_figure(token)


def is_public_figure(noun: Token) -> bool:
    """Tell whether a figure is somebody, and no number: "an opposition [figure]", "anti-Syrian figures"."""
    told = {c.lower_ for c in noun.children if c.dep_ in {"amod", "compound"}}
    return noun.lemma_ == "figure" and any(t in _PUBLIC or t.startswith("anti") for t in told)


def is_unsigned(doc: Doc, source: tuple[int, ...], parties: tuple[Party, ...]) -> bool:
    """Tell whether a source is a writing of which the text tells no author: "the documents show"."""
    head = head_of(doc, source)
    if head is None or not is_writing(head) or head.lemma_.lower() in roles().signed:
        return False
    named = any(doc[i].pos_ == "PROPN" for i in source if i < head.i)
    return not named and not any(is_known(p) for p in parties)
