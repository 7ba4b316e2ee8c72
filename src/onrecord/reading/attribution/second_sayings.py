"""A second verb of the speaker's behind what he said: "says it will rain, [and calls for calm]".

So too a second participle: "a statement condemning the raid [and voicing concern about …]".
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from onrecord.reading.attribution.cues import Cue
from onrecord.reading.attribution.joined_on import differ_in_number
from onrecord.reading.attribution.spans import CueSpans, clean, follows_comma, lost_participle
from onrecord.reading.attribution.wording import head_of

__all__ = ["with_second_sayings"]

Spanned = tuple[Cue, CueSpans]

_FINITE = frozenset({"VBD", "VBZ"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_POINTING = frozenset({"it", "that", "this", "there"})


def with_second_sayings(
    doc: Doc, spanned: list[Spanned], quoted: frozenset[int], light_verbs: frozenset[str]
) -> list[Spanned]:
    """Return the cues without the speaker's second verb in what he said, that verb given to the speaker.

    The parse hangs it on the first verb of what he said, whose subject then seems to go on speaking; the
    encoder may take all a statement does for one saying.
    """
    heads = frozenset(i for cue, _ in spanned if cue.entry.pos == "verb" for i in cue.tokens)
    result = list(spanned)
    for i, (cue, spans) in enumerate(spanned):
        told = head_of(doc, spans.content)
        if told is None or told.pos_ not in {"VERB", "AUX"} or told.i in quoted or told.i < cue.head:
            continue
        for verb in _second_verbs(doc[cue.head], told, heads):
            if verb.i in quoted or verb.i not in spans.content:
                continue
            own = {t.i for t in verb.subtree}
            spans = replace(spans, content=clean(doc, [t for t in spans.content if t not in own]))
            result[i] = (cue, spans)
            for j, (other, beside) in enumerate(result):
                if other.head == verb.i and _is_of(doc, beside.source, told) and spans.source:
                    result[j] = (other, replace(beside, source=spans.source))
    return _parted(doc, result, quoted, light_verbs)


def _parted(
    doc: Doc, spanned: list[Spanned], quoted: frozenset[int], light_verbs: frozenset[str]
) -> list[Spanned]:
    """Return the cues, a second participle within what the first tells on its own, with what it tells."""
    result = list(spanned)
    for i, (cue, spans) in enumerate(spanned):
        if doc[cue.head].tag_ != "VBG" or not spans.source:
            continue
        for j, (other, beside) in enumerate(spanned):
            verb = lost_participle(doc, other, light_verbs) or doc[other.head]
            if quoted.isdisjoint((verb.i, other.head)) and _goes_on(verb, cue.head, spans.content):
                before = clean(doc, [t for t in spans.content if t < verb.i])
                result[i] = (cue, replace(spans, content=before))
                result[j] = (other, _with_rest(doc, other, verb, spans, beside))
                break
    return result


def _with_rest(doc: Doc, cue: Cue, verb: Token, first: CueSpans, own: CueSpans) -> CueSpans:
    """Return the spans of a second participle: the first's source, and what the first tells behind it."""
    told = clean(doc, [t for t in first.content if t > cue.head])
    if told and cue.entry.pos == "noun" and doc[told[0]].tag_ == "IN" and doc[told[0]].dep_ != "mark":
        told = clean(doc, told[1:])  # "worries [about] it"
    leaning = () if verb.i == cue.head else (verb.i,)
    return replace(own, source=first.source, content=told, subject=(), leaning=leaning)


def _goes_on(second: Token, first: int, content: tuple[int, ...]) -> bool:
    """Tell whether a participle behind "and" goes on where an earlier one began, not one within its content.

    The parse does not tell, as it takes one of them for a noun as often as not.
    """
    if second.i - 1 not in content or second.nbor(-1).lower_ != "and" or not second.lower_.endswith("ing"):
        return False
    within = [second.doc[i] for i in content if first < i < second.i]
    return len(within) > 1 and all(t.tag_ != "VBG" for t in within)


def _second_verbs(verb: Token, told: Token, cues: frozenset[int]) -> Iterator[Token]:
    for second in (*verb.children, *told.children):
        finite = second.tag_ in _FINITE and second.lower_ != second.lemma_ and not _has_own(second)
        if second.dep_ != "conj" or second.i <= told.i or second.tag_ != verb.tag_ or not finite:
            continue
        if second.i in cues and (second.head.i == verb.i or _is_of_speaker(second, told)):
            yield second


def _has_own(verb: Token) -> bool:
    """Tell whether a verb has a subject or an auxiliary of its own."""
    return any(c.dep_ in {*_SUBJECTS, "aux", "auxpass", "expl"} for c in verb.children)


def _is_of_speaker(second: Token, told: Token) -> bool:
    """Tell whether a second verb cannot go on what was said, or speaks behind a comma.

    "States that he [will] go, but [stops] short of …", "said [that] was wrong and [dismissed] it",
    "finds that Chad has become poorer[, and accuses] the army", "says 40 have been killed and [blames] Chad".
    """
    if any(c.tag_ == "MD" for c in told.children) or differ_in_number(told, second):
        return True
    pointing = any(c.dep_ in _SUBJECTS and c.lower_ in _POINTING for c in told.children)
    joining = [c for c in told.children if c.dep_ == "cc" and c.i < second.i]
    parted = bool(joining) and follows_comma(joining[-1])
    return pointing or parted


def _is_of(doc: Doc, source: tuple[int, ...], told: Token) -> bool:
    """Tell whether a source is the subject of what was said."""
    head = head_of(doc, source)
    return head is None or (head.dep_ in _SUBJECTS and head.head.i == told.i)
