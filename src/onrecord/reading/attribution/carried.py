"""Who goes on speaking: "they said" where no mention tells whom it means, but somebody spoke just before."""

from dataclasses import replace

from spacy.tokens import Doc, Token

from onrecord.codebook.given_names import gender_of_name
from onrecord.codebook.roles import roles
from onrecord.codebook.wordclasses import word_classes
from onrecord.reading.attribution.wording import head_of
from onrecord.reading.layers import Attribution, Mention, MentionForm, span_of
from onrecord.records import Party, PartyKind

__all__ = ["with_speakers_before"]

_ONE = {"he": "male", "she": "female"}
_SEVERAL = frozenset({"some", "many", "others", "several", "both", "most", "few"})
_REACH = 2
"""Sentences outside quotations that a pronoun looks back over."""

_HOW = "who spoke just before"


def with_speakers_before(
    doc: Doc, found: tuple[Attribution, ...], mentions: tuple[Mention, ...], quoted: frozenset[int]
) -> list[Attribution]:
    """Return the attributions with a pronoun that stands for nobody known given the last who spoke.

    "[One man], a technology expert, told CNN … '…,' [he] said", "[Some in Oslo] said [they] feared it".
    Nothing is given where somebody else acts by name in between, nor inside a quotation.
    """
    done: list[Attribution] = []
    for one in found:
        pronoun = _open_pronoun(doc, one, quoted)
        before = None if pronoun is None else _spoke_before(doc, found, done, one, pronoun, mentions, quoted)
        if pronoun is not None and before is not None:
            span = span_of(doc, pronoun.i, pronoun.i + 1)
            sources = tuple(
                replace(p, span=span, mention=p.mention or p.span, inferred=_HOW) for p in before.sources
            )
            one = replace(one, sources=sources)
        done.append(one)
    return done


def _open_pronoun(doc: Doc, one: Attribution, quoted: frozenset[int]) -> Token | None:
    """Return the pronoun a saying is told of, where no mention tells whom it means."""
    if len(one.sources) != 1 or len(one.source_tokens) != 1 or one.source_tokens[0] in quoted:
        return None
    word = doc[one.source_tokens[0]]
    known = one.sources[0].kind is not PartyKind.UNKNOWN or one.sources[0].id != f"unknown:{word.lower_}"
    if known or word.lower_ not in {*_ONE, "it", "they"} or word.dep_ != "nsubj":
        return None
    return word


def _spoke_before(
    doc: Doc,
    found: tuple[Attribution, ...],
    done: list[Attribution],
    one: Attribution,
    pronoun: Token,
    mentions: tuple[Mention, ...],
    quoted: frozenset[int],
) -> Attribution | None:
    outer = None if one.within is None else found[one.within]
    if outer is not None and not outer.quoted:
        told = next((d for d in done if d.cue == outer.cue), outer)
        return told if _fits(doc, told, pronoun) else None
    for other in reversed(done):
        if not other.source_tokens or other.source_tokens[-1] >= pronoun.i or other.within is not None:
            continue
        if not quoted.isdisjoint(other.source_tokens) or other.source_tokens == one.source_tokens:
            continue
        if _sentences_between(doc, other.source_tokens[-1], pronoun.i, quoted) > _REACH:
            return None
        if _fits(doc, other, pronoun):
            beside = [d for d in done if d.cue[0] in range(*_bounds(doc[other.cue[0]])) and d.cue < one.cue]
            rivals = {_names(d) for d in beside if d.source_tokens and _fits(doc, d, pronoun)}
            doubtful = len(rivals) > 1 or _another_acts(doc, other, pronoun, mentions, quoted)
            return None if doubtful else other
    return None


def _bounds(token: Token) -> tuple[int, int]:
    return token.sent.start, token.sent.end


def _names(other: Attribution) -> tuple[str, ...]:
    return tuple(party.id for party in other.sources)


def _sentences_between(doc: Doc, start: int, end: int, quoted: frozenset[int]) -> int:
    """Count the sentences from one word to another that are not wholly quoted, the last one with them."""
    between = 0
    sentence = doc[start].sent
    while sentence.end <= end:
        sentence = doc[sentence.end].sent
        between += not all(t.i in quoted or not t.is_alpha for t in sentence)
    return between


def _fits(doc: Doc, other: Attribution, pronoun: Token) -> bool:
    """Tell whether a pronoun can stand for who spoke, by number, sex and kind."""
    head = head_of(doc, other.source_tokens)
    if head is None or (head.pos_ == "PRON" and not _is_resolved(other)):
        return head is not None and head.lower_ in _SEVERAL and pronoun.lower_ == "they"
    several = len(other.sources) > 1 or _is_several(head, other.sources[0])
    if several or pronoun.lower_ == "they":
        return several and pronoun.lower_ == "they"
    party = other.sources[0]
    if pronoun.lower_ == "it":
        named = party.kind is PartyKind.UNKNOWN and head.pos_ == "PROPN" and head.ent_type_ != "PERSON"
        return named or _is_body(head, party)
    return not _is_body(head, party) and _is_human(doc, other, party, _ONE[pronoun.lower_])


def _is_resolved(other: Attribution) -> bool:
    return other.sources[0].id.removeprefix("unknown:") not in {*_ONE, "it", "they", "i", "we", "you", "who"}


def _is_several(head: Token, party: Party) -> bool:
    if party.kind in (PartyKind.PERSON, PartyKind.OFFICE, PartyKind.ORGANISATION, PartyKind.STATE):
        return False
    plural = head.tag_ in {"NNS", "NNPS"} or head.lemma_ in {"they", *word_classes().collectives}
    return plural or head.lower_ in _SEVERAL or party.kind is PartyKind.GROUP


def _is_body(head: Token, party: Party) -> bool:
    if party.kind in (PartyKind.PERSON, PartyKind.OFFICE):
        return False
    if party.kind is not PartyKind.UNKNOWN:
        return True
    table, noun = roles(), head.lemma_.lower()
    words = table.bodies.keys() | table.state.keys() | table.writings | table.documents
    classes = word_classes()
    return noun in words or noun in classes.group_nouns | classes.media_names | _FIRMS


_FIRMS = frozenset({"operator", "insurer", "lender", "shipper", "manufacturer", "supplier", "airline"})
"""Who is "it" without a name."""


def _is_human(doc: Doc, other: Attribution, party: Party, sex: str) -> bool:
    """Tell whether one person speaks, and none who is told to be of the other sex."""
    if party.kind not in (PartyKind.PERSON, PartyKind.OFFICE, PartyKind.UNKNOWN):
        return False
    if party.id == "unknown:unnamed":
        return False
    classes = word_classes()
    words = {doc[i].lower_ for i in other.source_tokens} | set((party.role or "").lower().split())
    other_sex = classes.female if sex == "male" else classes.male
    given = gender_of_name(party.name.split()[0].lower()) if party.kind is PartyKind.PERSON else None
    return words.isdisjoint(other_sex) and given in (None, sex)


def _another_acts(
    doc: Doc, other: Attribution, pronoun: Token, mentions: tuple[Mention, ...], quoted: frozenset[int]
) -> bool:
    """Tell whether somebody else acts by name after who spoke: the pronoun may well mean that one."""
    own = {p.id for p in other.sources}
    if pronoun.lower_ in _ONE and _acts_unnamed(other, pronoun):
        return True
    end = doc[other.source_tokens[-1]].sent.end
    kinds = (PartyKind.PERSON, PartyKind.OFFICE) if pronoun.lower_ in _ONE else tuple(PartyKind)
    return any(
        end <= m.start < pronoun.i
        and m.head not in quoted
        and m.party.id not in own
        and m.party.kind in kinds
        and m.form in (MentionForm.NAME, MentionForm.NOMINAL)
        and doc[m.head].dep_ in {"nsubj", "nsubjpass"}
        and (pronoun.lower_ != "they" or doc[m.head].tag_ in {"NNS", "NNPS"})
        for m in mentions
    )


def _acts_unnamed(other: Attribution, pronoun: Token) -> bool:
    """Tell whether somebody described acts before a pronoun in its sentence.

    "[A guard], who had seen it, was not sure: he said …".
    """
    before = pronoun.doc[pronoun.sent.start : pronoun.i]
    own = other.source_tokens
    return any(t.lower_ == "who" for t in before) and any(
        t.dep_ == "nsubj" and t.tag_ == "NN" and t.i not in own for t in before
    )
