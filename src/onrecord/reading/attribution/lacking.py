"""Words left out of a content without which it says nothing, or something else."""

from dataclasses import replace

from spacy.tokens import Doc, Token

from onrecord.reading.attribution.cues import Cue
from onrecord.reading.attribution.spans import CueSpans, clean, phrase_tokens
from onrecord.reading.attribution.wording import head_of
from onrecord.records import Stance

__all__ = ["completed"]

Spanned = tuple[Cue, CueSpans]

_BESIDE = frozenset({"relcl", "acl", "appos", "cc", "conj", "punct"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN", "MD"})
_IF = frozenset({"if", "unless", "provided"})
_CONDITIONED = frozenset({Stance.SUPPORTS, Stance.PROMISES, Stance.THREATENS})
_SAID = frozenset({Stance.SAYS, Stance.PREDICTS, Stance.FEARS, Stance.ESTIMATES})
_MARKS = frozenset({'"', "“", "''", "``"})


def completed(doc: Doc, spanned: list[Spanned]) -> list[Spanned]:
    """Return the cues with what their contents lack.

    * "[the words], dismissed by the army [as untimely]": of whom a verdict is passed;
    * "the writer “[was afraid of the crowd],” she said": the subject before a quotation that has none;
    * "urged [against leaving]": that it is not to be done;
    * "backed the plan [if it protects all]", "[if they stay], officials say it would fail": on what
      condition;
    * "Lind said that [once it rains, it will grow], a paper wrote": all of it, where another retells it.
    """
    whole = [
        (cue, _with_condition(doc, cue, _with_subject(doc, _with_judged(doc, cue, spans))))
        for cue, spans in ((cue, _with_retold(doc, cue, spans, spanned)) for cue, spans in spanned)
    ]
    return [_with_against(doc, cue, spans) for cue, spans in whole]


def _with_retold(doc: Doc, cue: Cue, spans: CueSpans, spanned: list[Spanned]) -> CueSpans:
    """Return a saying without a content, with all it said by another: "[Lind said so], a paper wrote"."""
    bare = not spans.content and not spans.subject and bool(spans.source)
    if not bare or "clause" not in cue.entry.takes or max(spans.source) > cue.head:
        return spans
    for other, theirs in spanned:
        told = theirs.content
        opens = bool(told) and told[0] == spans.source[0] and cue.head in told
        if opens and other.head > told[-1] and (own := clean(doc, [i for i in told if i > max(cue.tokens)])):
            return replace(spans, content=own)
    return spans


def _with_judged(doc: Doc, cue: Cue, spans: CueSpans) -> CueSpans:
    """Return a passive verdict with whom or what it is passed on, without the "by" before its source."""
    verb, source = doc[cue.head], head_of(doc, spans.source)
    if verb.tag_ != "VBN" or source is None or not spans.content:
        return spans
    content = tuple(i for i in spans.content if not (source.head.i == i and doc[i].lower_ == "by"))
    verdicts = {c.i for c in verb.children if c.dep_ == "oprd" or (c.dep_ == "prep" and c.lower_ == "as")}
    judged = _sufferer(verb)
    if judged is None or verdicts.isdisjoint(content) or judged.i in (*content, *spans.source):
        return replace(spans, content=clean(doc, content))
    phrase = phrase_tokens(judged, without=tuple(c.i for c in judged.children if c.dep_ in _BESIDE))
    return replace(spans, content=clean(doc, (*phrase, *content)))


def _sufferer(verb: Token) -> Token | None:
    """Return what a passive participle is told of: its subject, or the noun it hangs on."""
    own = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    if own is not None:
        return own
    while verb.dep_ == "conj" and verb.head.tag_ == "VBN":
        verb = verb.head
    return verb.head if verb.dep_ == "acl" else None


def _with_subject(doc: Doc, spans: CueSpans) -> CueSpans:
    """Return a content that begins with a quotation without a subject, with the subject right before it."""
    if len(spans.content) < 2 or doc[spans.content[0]].text not in _MARKS:
        return spans
    mark, verb = doc[spans.content[0]], doc[spans.content[1]]
    if mark.i == mark.sent.start or verb.i != mark.i + 1 or verb.tag_ not in _FINITE:
        return spans
    before = mark.nbor(-1)
    top = verb.head if verb.dep_ in {"aux", "auxpass"} else verb
    subjects = {c.i for c in top.children if c.dep_ in {"nsubj", "nsubjpass"}}
    noun = next((t for t in (before, *before.ancestors) if t.i in subjects or top.head.i == t.i), None)
    if noun is None or noun.pos_ not in {"NOUN", "PROPN", "PRON"} or noun.i in spans.source:
        return spans
    return replace(spans, content=clean(doc, (*range(noun.left_edge.i, mark.i), *spans.content)))


def _with_against(doc: Doc, cue: Cue, spans: CueSpans) -> Spanned:
    """Return a content with the "against" that it hangs on: "warned [against leaving]"."""
    told = head_of(doc, spans.content)
    if told is None or told.dep_ != "pcomp" or told.head.lower_ != "against":
        return cue, spans
    rest = tuple(i for i in cue.tokens if i != told.head.i)
    return replace(cue, tokens=rest or cue.tokens), replace(
        spans, content=clean(doc, (told.head.i, *spans.content))
    )


def _with_condition(doc: Doc, cue: Cue, spans: CueSpans) -> CueSpans:
    """Return what a stance is taken on, or what is said, with the condition that the verb has."""
    told = spans.content or spans.subject
    if cue.entry.stance in _SAID and (before := _condition_before(doc, cue, spans)):
        return replace(spans, content=clean(doc, (*before, *spans.content)))
    if not told or cue.entry.pos != "verb" or cue.entry.stance not in _CONDITIONED:
        return spans
    behind = next((c for c in doc[cue.head].children if c.i > told[-1] and _is_condition(c)), None)
    if behind is None or any(doc[i].text != "," for i in range(told[-1] + 1, behind.left_edge.i)):
        return spans
    whole = clean(doc, (*told, *range(told[-1] + 1, behind.right_edge.i + 1)))
    return replace(spans, content=whole) if spans.content else replace(spans, subject=whole)


def _condition_before(doc: Doc, cue: Cue, spans: CueSpans) -> range:
    """Return the condition at the head of a sentence, before who says what would follow from it.

    Told by its words: the parse often hangs such a clause elsewhere.
    """
    if not spans.content or not spans.source or not max(spans.source) < cue.head < spans.content[0]:
        return range(0)
    who = doc[min(spans.source)].left_edge.i
    first = next((t for t in doc[doc[cue.head].sent.start : who] if t.pos_ != "CCONJ"), None)
    if first is None or first.lower_ not in _IF or doc[who - 1].text != ",":
        return range(0)
    own = range(first.i, who - 1)  # "if pressed, he said that …": no clause, and when it is said
    return own if any(doc[i].dep_ in {"nsubj", "nsubjpass"} for i in own) else range(0)


def _is_condition(top: Token) -> bool:
    if top.lower_ in {"provided", "providing"} and top.dep_ in {"prep", "advcl"}:
        return any(c.lower_ == "that" or c.dep_ in {"pcomp", "ccomp"} for c in top.children)
    return top.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in _IF for c in top.children)
