"""What speaks for and against each part of a claim: how the encoders, which read by themselves, see it.

A claim's stretches, parties and type come from rules, frames and encoders together. Each part is laid beside
what the encoders alone make of the same words; where they see something else, it is oftener wrong. How often
is fitted on judged claims (`training/probability.py`).
"""

import math
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import cache

import numpy as np
from spacy.tokens import Doc, Token

from onrecord.codebook.given_names import gender_of_name
from onrecord.codebook.roles import roles
from onrecord.codebook.wordclasses import word_classes
from onrecord.encoder.attribution import LinkedSpans
from onrecord.encoder.finding import ACTOR, KINDS, NO_DEED, OTHER, RECIPIENT, STATUSES, Finding
from onrecord.reading.attribution.sources import UNNAMED
from onrecord.reading.attribution.turns import TURN
from onrecord.reading.attribution.unsaid import QUIET
from onrecord.reading.events.judged import FOUND
from onrecord.reading.events.shots import is_fired_into_sea
from onrecord.reading.events.ties import tie_between
from onrecord.reading.layers import Attribution, Layers, span_of
from onrecord.records import Claim, EventType, Party, PartyKind, Span, Stance, Status, ToldEvent

__all__ = ["PARTS", "Signs", "excess_length", "is_quoted", "log_odds", "signs_of"]

PARTS = ("attribution", "voice", "deed", "status", "actors", "recipients")
"""Parts of a claim judged by themselves: who says what, or that the outlet itself tells it; the deed, how it
stands, who has part in it."""

Signs = Mapping[str, Mapping[str, float]]
"""Part → sign → number, mostly -1.5 to 1.5; a part that the claim does not tell is left out."""

_LONG = 40
"""Words from which a sentence counts as long: the parser errs more there."""

_OPENING, _MANY_DIGITS = 200, 8
"""First characters of an article, where headlines stand; digits of a sentence that may hold a time stamp."""

_ENDS = (".", "!", "?", ":", "…", ")", '"', "'", "”", "’")
_QUOTES = ('"', "“", "‘", "'")
_PRONOUNS = frozenset(
    {"he", "she", "they", "it", "we", "i", "you", "him", "her", "them", "us", "me", "who", "those", "one"}
    | {"his", "its", "their", "our", "my", "your"}
)
_ADDRESSING = frozenset({"i", "we", "you", "my", "our", "your"})
_SAYING = re.compile(r"\b(said|says|told|reported|according to)\b")
_PARTING = frozenset(
    {"and", "but", "while", "as", "when", "which", "who", "after", "before", "in", "on", "at"}
)
"""Words with which the outlet goes on behind what was said."""

_LONGEST_PARTING = 12
"""Characters among which such a word, or any that goes on, ends."""

_HOW = {
    "only_person": "the only person named just before",
    "surname": "bare name resolved to the full name",
    "acting": "the person who acts just before",
    "description": "the one described so before",
    "speaking": "who spoke just before",
    "several": "the several who act just before",
    "body_acting": "the body that acts in the sentence before",
    "sort": "the body of that sort named before",
    "named": "the one named before",
}
"""Why a party is taken for one told elsewhere, as `reading.parties` words it."""

_SHORT, _LONG_CUE, _FAR_BACK = 3, 6, 400
"""Letters of a word too short to count; words of a long cue; characters from a party to where it is named."""

_DONE_BY_SAYING: Mapping[Stance, EventType] = {
    Stance.PROMISES: EventType.AGREE,
    Stance.DEMANDS: EventType.REQUEST,
    Stance.THREATENS: EventType.THREATEN,
}
"""What a word that promises or asks for a deed names to the encoder: "[pledged] tanks" an agreement."""

_GIVERS_BEHIND: Mapping[tuple[EventType | None, int], str] = {
    (EventType.COOPERATE, RECIPIENT): "from",
    (EventType.COERCE, RECIPIENT): "from",
    (EventType.AID, RECIPIENT): "with",
    (EventType.AID, ACTOR): "from",
}
"""Preposition behind which those stand who part with something, by the deed's type and their role in it."""

_SCALE = 3.0
"""Log-odds are told in threes, so that all signs are about as large."""


def signs_of(claim: Claim, doc: Doc, layers: Layers, parts: Collection[str] = PARTS) -> Signs:
    """Return what speaks for and against the parts of a claim.

    Args:
        claim: Read from the document; its id does not matter.
        doc: Parsed document.
        layers: All its layers; without the encoders' there are no signs.
        parts: The parts that are asked about.
    """
    finding, event = layers.finding, claim.event
    if finding is None:
        return {}
    found: dict[str, Mapping[str, float]] = {}
    attribution = _attribution_of(claim, doc, layers) if "attribution" in parts else None
    if attribution is not None:
        found["attribution"] = _of_attribution(claim, attribution, layers, doc)
    if event is None:
        return found
    if "voice" in parts and claim.stance is Stance.REPORTS:
        found["voice"] = _of_voice(claim, event, doc, layers)
    if "deed" in parts:
        found["deed"] = _of_deed(claim, event, finding, doc)
    promised = _is_told_by_cue(claim, event)  # of the promise itself the encoder tells how it stands
    if "status" in parts and not promised:
        found["status"] = _of_status(claim, event, finding)
    if "actors" in parts and event.actors:
        found["actors"] = _of_parties(claim, event, event.actors, ACTOR, doc, layers)
    if "recipients" in parts and event.recipients:
        found["recipients"] = _of_parties(claim, event, event.recipients, RECIPIENT, doc, layers)
    return found


def _attribution_of(claim: Claim, doc: Doc, layers: Layers) -> Attribution | None:
    """Return the attribution of a claim, by its cue; None for the outlet's own voice.

    None too where a label tells whose turn it is to speak: the encoder has read no transcripts.
    """
    if claim.cue is None or TURN in claim.made_by.rules:
        return None
    own = (one for one in layers.attributions if span_of(doc, one.cue[0], one.cue[-1] + 1) == claim.cue)
    return next(own, None)


def _of_attribution(claim: Claim, one: Attribution, layers: Layers, doc: Doc) -> Mapping[str, float]:
    cue, predictions = claim.cue, layers.predictions
    assert cue is not None
    seen = next((p for p in predictions if any(a < cue.end and b > cue.start for a, b in p.cue)), None)
    seen = seen or _around(claim, cue, predictions)
    return _of_source(claim) | {
        "seen": float(seen is not None),
        "seen_score": 0.0 if seen is None else log_odds(seen.score),
        "seen_source": 0.0 if seen is None else _overlap(seen.source, _spans(claim.sources)),
        "seen_content": 0.0 if seen is None else _overlap(seen.content, claim.content),
        "stance": 0.0 if one.stance_share is None else log_odds(one.stance_share),
        "nobody": 0.0 if one.nobody_share is None else log_odds(one.nobody_share),
        **{f"stance_{each}": float(claim.stance is each) for each in Stance if each is not Stance.REPORTS},
        "quoted": float(is_quoted(claim)),
        "pieces": float(len(claim.content) > 1),
        "words": min(1.0, sum(len(span.text.split()) for span in claim.content) / _LONG),
        "dated": float(claim.said is not None),
        "noun": float(_is_noun(doc, cue)),
        "far": _words_between(doc, _spans(claim.sources), cue),
        "leaning": float(any(rule.startswith("rule:") for rule in claim.made_by.rules)),
        "long": excess_length(claim),
        "one_word": float(sum(len(span.text.split()) for span in claim.content) == 1),
        "cut": float(_goes_on(claim, layers.article.text)),
        "saying_inside": float(any(_SAYING.search(span.text) for span in claim.content)),
        "cue_words": min(1.0, len(cue.text.split()) / _LONG_CUE),
        **_of_place(claim),
    }


def _around(claim: Claim, cue: Span, predictions: Sequence[LinkedSpans]) -> LinkedSpans | None:
    """Return a stance as seen where the saying around it is: "the office [said] it had verified the deaths".

    The encoder marks the word of saying, and the stance as a part of what is said.
    """
    if claim.stance is Stance.SAYS or claim.stance in QUIET:
        return None  # "said he cannot comment" is told by the word of saying
    named = tuple(p.mention for p in claim.sources if p.mention is not None)
    parts = (cue, *claim.content)
    for one in predictions:
        inside = all(any(a <= part.start and part.end <= b for a, b in one.content) for part in parts)
        if inside and named and _overlap(one.source, named):
            return replace(one, source=_ranges(_spans(claim.sources)), content=_ranges(claim.content))
    return None


def _ranges(spans: Sequence[Span]) -> tuple[tuple[int, int], ...]:
    return tuple((span.start, span.end) for span in spans)


def _goes_on(claim: Claim, text: str) -> bool:
    """Tell whether a sentence goes on with a word right behind a content: it may be cut short."""
    if not claim.content:
        return False
    at = claim.content[-1].end
    while text[at : at + 1] == " ":
        at += 1
    starts = {span.start for span in (*_spans(claim.sources), *((claim.cue,) if claim.cue else ()))}
    word = text[at : at + _LONGEST_PARTING].split(" ", 1)[0].lower()
    at += len("by ") if word == "by" else 0  # "was promised gas by [Norland]"
    return text[at : at + 1].isalpha() and at not in starts and word not in _PARTING


def _of_voice(claim: Claim, event: ToldEvent, doc: Doc, layers: Layers) -> Mapping[str, float]:
    assert layers.finding is not None
    told, head = event.trigger, _token(doc, event.trigger)
    said = [p for p in layers.predictions if any(a < told.end and b > told.start for a, b in p.content)]
    if event.status is Status.PLANNED or event.type is EventType.REJECT:
        # "Norland plans to [send] tanks", "[refused to send] tanks": the outlet tells its plan or refusal
        said = [p for p in said if not _overlap(p.source, _spans(event.actors))]
    sentence = None if head is None else head.sent
    speaking = {i for one in layers.attributions for i in one.cue}
    return _of_place(claim) | {
        "deed": log_odds(float(1 - layers.finding.kinds[_word(event, layers.finding), NO_DEED])),
        "found": float(FOUND in claim.made_by.rules),
        "seen_said": float(bool(said)),
        "seen_score": log_odds(max(p.score for p in said)) if said else 0.0,
        "beside_saying": float(sentence is not None and any(t.i in speaking for t in sentence)),
        "in_quotation": float(sentence is not None and any(t.text in _QUOTES[:2] for t in sentence)),
        "addressing": float(sentence is not None and any(t.lower_ in _ADDRESSING for t in sentence)),
        "present": float(head is not None and head.tag_ in ("VBZ", "VBP")),
        "acted": float(bool(event.actors)),
        "long": excess_length(claim),
    }


def _of_place(claim: Claim) -> dict[str, float]:
    """Return signs of headlines, captions and by-lines: where a claim stands, and how its sentence looks."""
    first, last = claim.evidence[0], claim.evidence[-1].text.rstrip()
    return {
        "opening": float(first.start < _OPENING),
        "unended": float(not last.endswith(_ENDS)),
        "asking": float(last.endswith("?")),
        "digits": float(sum(each.isdigit() for each in first.text) > _MANY_DIGITS),
        "capitals": _share_of_capitals(first.text),
        "begins_small": float(first.text[:1].islower()),
    }


def _share_of_capitals(sentence: str) -> float:
    """Return how many of the longer words of a sentence are written as in a headline, 0 to 1."""
    words = [word for word in sentence.split() if len(word) > _SHORT and word[0].isalpha()]
    return sum(word[0].isupper() for word in words) / len(words) if words else 0.0


def _of_source(claim: Claim) -> dict[str, float]:
    sources = claim.sources
    body = [p.kind is PartyKind.ORGANISATION and p.country is None for p in sources]
    return _of_names(sources) | {
        "stateless_body": float(any(body)),
        "carried": float(bool(claim.via)),
        "strange": float(any(_is_strange(p) for p in sources)),
    }


def _is_strange(party: Party) -> bool:
    """Tell whether the codebook knows a source for neither people nor a body nor a writing: "a pig"."""
    if party.kind is not PartyKind.UNKNOWN or party.sector is not None or party.id == UNNAMED.id:
        return False
    last = (party.role or party.name).split()[-1].lower()
    return last not in _PRONOUNS and {last, last.removesuffix("s")}.isdisjoint(_speaking_nouns())


@cache
def _speaking_nouns() -> frozenset[str]:
    """Return words for those that speak: people, bodies and what they write."""
    table, classes = roles(), word_classes()
    people = (table.unnamed, table.offices, table.bodies, table.state, table.documents, table.writings)
    return frozenset(
        {*(word for words in people for word in words), *classes.group_nouns, *classes.collectives}
    )


def _of_names(parties: Sequence[Party]) -> dict[str, float]:
    persons = [p.name.split() for p in parties if p.kind is PartyKind.PERSON]
    far = (p.span.start - p.mention.end for p in parties if p.span is not None and p.mention is not None)
    return {
        **{f"by_{sign}": float(any(p.inferred == how for p in parties)) for sign, how in _HOW.items()},
        "given_name": float(any(len(n) > 1 and gender_of_name(n[0].lower()) is not None for n in persons)),
        "one_name": float(any(len(name) == 1 for name in persons)),
        "far_back": min(1.0, max([0, *far]) / _FAR_BACK),
        "elsewhere": float(any(p.mention is not None or p.inferred is not None for p in parties)),
        "guessed_state": float(any(p.inferred is not None and p.kind is PartyKind.STATE for p in parties)),
        "unnamed": float(any(p.kind is PartyKind.UNKNOWN for p in parties)),
        "pronoun": float(any(p.name.lower() in _PRONOUNS for p in parties)),
        "several": float(len(parties) > 1),
    }


def _of_deed(claim: Claim, event: ToldEvent, finding: Finding, doc: Doc) -> Mapping[str, float]:
    shares = finding.kinds[_word(event, finding)]
    kinds = _kinds(claim, event)
    return _of_telling(claim) | {
        "deed": log_odds(float(1 - shares[NO_DEED])),
        "type": log_odds(_share_of_type(claim, event, finding, doc)),
        "found": float(FOUND in claim.made_by.rules),
        **{f"is_{each}": float(event.type is each) for each in EventType},
        "untyped": float(event.type is None),
        "to_come": float(event.status not in (Status.HAPPENED, Status.ONGOING)),
        "several_words": float(" " in event.trigger.text),
        "gerund": float(event.trigger.text.endswith("ing")),
        "noun": float(_is_noun(doc, event.trigger)),
        "placed": float(event.place is not None),
        "dated": float(event.when is not None),
        "counted": float(bool(event.figures)),
        "with_items": float(bool(event.items)),
        "agreed": float(KINDS[int(np.argmax(shares))] in kinds),
        "long": excess_length(claim),
    }


def _of_telling(claim: Claim) -> dict[str, float]:
    event = claim.event
    assert event is not None
    return {
        "reported": float(claim.stance is Stance.REPORTS),
        "saying": float(claim.stance is Stance.SAYS),
        "acted": float(bool(event.actors)),
        "received": float(bool(event.recipients or event.against)),
    }


def _of_status(claim: Claim, event: ToldEvent, finding: Finding) -> Mapping[str, float]:
    word = _word(event, finding)
    return _of_telling(claim) | {
        "deed": log_odds(float(1 - finding.kinds[word, NO_DEED])),
        "status": log_odds(float(finding.statuses[word, STATUSES.index(event.status)])),
        "negated": abs(float(finding.negated[word]) - event.negated),
        **{f"is_{each}": float(event.status is each) for each in Status},
        "is_negated": float(event.negated),
        "background": float(event.background),
        "repeated": float(event.repeated),
        "quoted": float(is_quoted(claim)),
        "long": excess_length(claim),
    }


def _of_parties(
    claim: Claim, event: ToldEvent, parties: Sequence[Party], role: int, doc: Doc, layers: Layers
) -> Mapping[str, float]:
    finding = layers.finding
    assert finding is not None
    asked, got = claim.stance is Stance.DEMANDS and _is_told_by_cue(claim, event), _is_got(event, doc)
    seen = ACTOR + RECIPIENT - role if asked or got else role
    givers = (got and role == ACTOR) or _are_givers(event, parties, role, doc)
    told = [] if givers else _roles(finding, event, parties, seen, doc)
    rivals = _roles(finding, event, _others(event, doc, layers), role, doc)
    return (
        _of_telling(claim)
        | _of_names(parties)
        | {
            "role": log_odds(min(told)) if told else 0.0,
            "rival": log_odds(max(rivals, default=0.0)),
            "found": float(FOUND in claim.made_by.rules),
            "deed": log_odds(float(1 - finding.kinds[_word(event, finding), NO_DEED])),
            "type": log_odds(_share_of_type(claim, event, finding, doc)),
            "untyped": float(event.type is None),
            "happened": float(event.status is Status.HAPPENED),
            "quoted": float(is_quoted(claim)),
            "noun": float(_is_noun(doc, event.trigger)),
            "person": float(any(p.kind is PartyKind.PERSON for p in parties)),
            "state": float(any(p.kind is PartyKind.STATE for p in parties)),
            "far": _words_between(doc, _spans(parties), event.trigger),
            "before": _share_before(parties, event.trigger),
            "long": excess_length(claim),
        }
    )


def _is_got(event: ToldEvent, doc: Doc) -> bool:
    """Tell whether who is helped does what the word tells: "[received] tanks from Norway".

    To the encoder whoever gets something does so, as whoever asks for it does, and a giver has no part in it.
    """
    head = _token(doc, event.trigger)
    if event.type is not EventType.AID or head is None:
        return False
    verb = head.head if head.dep_ == "dobj" else head  # "took [delivery] of tanks"
    subjects = [token.idx for token in verb.children if token.dep_ == "nsubj"]
    return any(span.start <= at < span.end for span in _spans(event.recipients) for at in subjects)


def _are_givers(event: ToldEvent, parties: Sequence[Party], role: int, doc: Doc) -> bool:
    """Tell whether those from whom a thing comes stand behind the preposition of its deed.

    "Bought from [Norland]", "swapped fuel for arms with [Norland]", "arms from [Norland] reached the rebels":
    the encoder sees no part of theirs.
    """
    word = _GIVERS_BEHIND.get((event.type, role))
    behind = (_token(doc, span) for span in _spans(parties))
    return word is not None and any(token is not None and token.head.lower_ == word for token in behind)


def _others(event: ToldEvent, doc: Doc, layers: Layers) -> list[Party]:
    """Return who is named in the sentence of a deed and has no part in it."""
    deed = _token(doc, event.trigger)
    if deed is None:
        return []
    taken = {p.span for p in (*event.actors, *event.recipients, *event.against)}
    own = (m.party for m in layers.mentions if deed.sent.start <= m.start < deed.sent.end)
    return [party for party in own if party.span not in taken]


def _roles(finding: Finding, event: ToldEvent, parties: Sequence[Party], role: int, doc: Doc) -> list[float]:
    """Return how probable a role in a deed is for those parties that stand in its sentence."""
    deed = _token(doc, event.trigger)
    own = [_token(doc, p.span) for p in parties if p.span is not None]
    near = [t for t in own if t is not None and deed is not None and t.sent == deed.sent]
    if deed is None or not near:
        return []
    ties = [tie_between(deed, party) for party in near]
    words = [finding.word_at(party.idx) for party in near]
    return [float(p) for p in finding.roles(finding.word_at(deed.idx), words, ties)[:, role]]


def _is_told_by_cue(claim: Claim, event: ToldEvent) -> bool:
    """Tell whether the word by which somebody promises or asks for a deed is the deed's own."""
    cue, told = claim.cue, event.trigger
    return cue is not None and claim.stance in _DONE_BY_SAYING and cue.start <= told.start < cue.end


def _kinds(claim: Claim, event: ToldEvent) -> list[str]:
    """Return what the encoder may call a deed of this type."""
    kinds = [OTHER if event.type is None else str(event.type)]
    return [*kinds, str(_DONE_BY_SAYING[claim.stance])] if _is_told_by_cue(claim, event) else kinds


def _share_of_type(claim: Claim, event: ToldEvent, finding: Finding, doc: Doc) -> float:
    """Return how likely the encoder holds the type of a deed; to it shots into the sea are an attack."""
    kinds = _kinds(claim, event)
    head = _token(doc, event.trigger)
    if event.type is EventType.MOBILIZE and head is not None and is_fired_into_sea(head):
        kinds.append(str(EventType.ASSAULT))
    shares = finding.kinds[_word(event, finding)]
    return float(sum(shares[KINDS.index(kind)] for kind in kinds))


def _word(event: ToldEvent, finding: Finding) -> int:
    """Return the word of a trigger that most surely names a deed."""
    first, last = finding.word_at(event.trigger.start), finding.word_at(event.trigger.end - 1)
    return first + int(np.argmin(finding.kinds[first : last + 1, NO_DEED]))


def _token(doc: Doc, span: Span) -> Token | None:
    """Return the word that heads a stretch of characters."""
    found = doc.char_span(span.start, span.end, alignment_mode="expand")
    return None if found is None else found.root


def _spans(parties: Sequence[Party]) -> tuple[Span, ...]:
    return tuple(p.span for p in parties if p.span is not None)


def _is_noun(doc: Doc, span: Span) -> bool:
    head = _token(doc, span)
    return head is not None and head.pos_ in ("NOUN", "PROPN")


def _words_between(doc: Doc, spans: Sequence[Span], other: Span) -> float:
    """Return how many words part the farthest of some stretches from another, 1 from `_LONG` on."""
    head = _token(doc, other)
    heads = [found for span in spans if (found := _token(doc, span)) is not None]
    if head is None or not heads:
        return 0.0
    return min(1.0, max(abs(head.i - each.i) for each in heads) / _LONG)


def _share_before(parties: Sequence[Party], trigger: Span) -> float:
    """Return how many of some parties stand before the word for the deed, 0 to 1."""
    spans = _spans(parties)
    return sum(span.end <= trigger.start for span in spans) / len(spans) if spans else 0.0


def _overlap(seen: Sequence[tuple[int, int]], told: Sequence[Span]) -> float:
    """Return how far two sets of characters are the same, 0 to 1 (F1); 1 where both are empty."""
    first = {i for a, b in seen for i in range(a, b)}
    second = {i for span in told for i in range(span.start, span.end)}
    return 2 * len(first & second) / (len(first) + len(second)) if first or second else 1.0


def excess_length(claim: Claim) -> float:
    """Return how far the sentences of a claim are longer than the parser reads well, 0 to 1."""
    words = sum(len(span.text.split()) for span in claim.evidence)
    return min(1.0, max(0.0, words - _LONG) / _LONG)


def is_quoted(claim: Claim) -> bool:
    """Tell whether what was said begins as a quotation."""
    return bool(claim.content) and claim.content[0].text.startswith(_QUOTES)


def log_odds(share: float) -> float:
    """Return a probability as log-odds, in threes, between about -1.5 and 1.5."""
    share = min(max(share, 0.01), 0.99)
    return math.log(share / (1 - share)) / _SCALE
