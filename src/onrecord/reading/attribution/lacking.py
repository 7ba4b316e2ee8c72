"""Words left out of a content without which it says nothing, or something else."""

from dataclasses import replace

from spacy.tokens import Doc, Token

from onrecord.codebook.wordclasses import word_classes
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
    * "described [the plan as a farce]": as what;
    * "indicted [a girl] on Monday [on charges of assault]": of what somebody is accused;
    * "said she was [right when she called it late]": in what somebody is right or wrong;
    * "sees no link between [the plan and what they built]": the other of two;
    * "Lind said that [once it rains, it will grow], a paper wrote": all of it, where another retells it;
    * "[nine died, most of them], police said, [guards]": what those are of whom it is said;
    * "[if it rains], as Lind hopes, it will grow": the clause that "as" stands behind, and no other;
    * "denied [rumours, spread on the web, that it fled]": what a charge says, behind an aside.
    """
    spanned = [(cue, _with_charge(doc, cue, _with_as(doc, cue, spans))) for cue, spans in spanned]
    spanned = [(cue, _with_other(doc, cue, _with_when(doc, spans))) for cue, spans in spanned]
    spanned = [(cue, _as_hoped(doc, cue, _with_share(doc, cue, spans))) for cue, spans in spanned]
    spanned = [(cue, _with_what_is_charged(doc, cue, spans)) for cue, spans in spanned]
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


def _with_as(doc: Doc, cue: Cue, spans: CueSpans) -> CueSpans:
    """Return an object of plain saying with what it is called: "described the plan [as a farce]"."""
    told = spans.content or spans.subject
    if not told or cue.entry.stance is not Stance.SAYS or not cue.head < told[0] or told[-1] + 2 >= len(doc):
        return spans
    called, top = doc[told[-1] + 1], head_of(doc, told)
    if called.lower_ != "as" or called.dep_ != "prep" or called.head.i != cue.head or top is None:
        return spans
    if top.dep_ != "dobj" or top.head.i != cue.head or called.i in spans.source:
        return spans
    whole = clean(doc, (*told, *(t.i for t in called.subtree)))
    return replace(spans, content=whole) if spans.content else replace(spans, subject=whole)


_CHARGES = frozenset({"charge", "count", "suspicion", "allegation", "accusation"})


def _with_charge(doc: Doc, cue: Cue, spans: CueSpans) -> CueSpans:
    """Return whom somebody accuses with the charge: "indicted [her] on Monday [on charges …]"."""
    told = spans.content or spans.subject
    top = head_of(doc, told)
    if not told or cue.entry.stance is not Stance.ACCUSES or top is None or top.dep_ != "dobj":
        return spans
    for lead in doc[cue.head].children:
        charge = next((c for c in lead.children if c.dep_ == "pobj" and c.lemma_ in _CHARGES), None)
        if lead.lower_ not in {"on", "with", "for"} or charge is None or lead.i <= told[-1]:
            continue
        ends = (
            t.i for t in doc[lead.i : lead.right_edge.i] if t.text == "," and t.nbor().lower_ in {"a", "an"}
        )
        whole = clean(doc, (*told, *range(lead.i, next(ends, lead.right_edge.i + 1))))
        return replace(spans, content=whole) if spans.content else replace(spans, subject=whole)
    return spans


_IN_THE_RIGHT = frozenset({"right", "wrong", "correct", "mistaken", "incorrect", "justified"})


def _with_when(doc: Doc, spans: CueSpans) -> CueSpans:
    """Return what ends with "was right" with the clause behind: "was “right” [when she called it late]"."""
    told = [i for i in spans.content if not doc[i].is_punct]
    if not told or doc[told[-1]].lower_ not in _IN_THE_RIGHT or doc[told[-1]].dep_ != "acomp":
        return spans
    for clause in doc[told[-1]].head.children:
        opens = clause.dep_ == "advcl" and clause.left_edge.lower_ == "when" and clause.i > told[-1]
        between = range(spans.content[-1] + 1, clause.left_edge.i)
        if opens and all(doc[i].is_punct and doc[i].text != "," for i in between):
            end = clause.right_edge.i + 1
            return replace(spans, content=clean(doc, (*spans.content, *range(clause.left_edge.i, end))))
    return spans


def _with_other(doc: Doc, cue: Cue, spans: CueSpans) -> CueSpans:
    """Return what breaks off within "between": "no link between the plan [and what they built]"."""
    content = spans.content
    between = next((i for i in content if doc[i].lower_ == "between"), None)
    if between is None or content[-1] + 2 >= len(doc) or doc[content[-1] + 1].lower_ != "and":
        return spans
    start = content[-1] + 2
    whole = {*content, *spans.source, *cue.tokens}
    tops = (t for t in (doc[start], *doc[start].ancestors) if t.left_edge.i == start)
    other = next((t for t in reversed(list(tops)) if whole.isdisjoint(i.i for i in t.subtree)), None)
    if other is None or any(doc[i].tag_ == "CC" for i in content if i > between):
        return spans
    return replace(spans, content=clean(doc, (*content, *range(start - 1, other.right_edge.i + 1))))


_LONGEST_ASIDE = 10
"""Words between a charge and what it says."""


def _with_what_is_charged(doc: Doc, cue: Cue, spans: CueSpans) -> CueSpans:
    """Return a charge with what it says behind an aside: "denied [rumours, spread on the web, that it fled]".

    Told by its words: the parse hangs such a clause elsewhere.
    """
    told = spans.content or spans.subject
    charges = word_classes().charges
    if not told or told[-1] < cue.head or doc[told[-1]].lemma_.lower() not in charges:
        return spans
    end, comma = doc[cue.head].sent.end, told[-1] + 1
    if doc[comma : comma + 1].text != "," or not any(
        t.tag_ in {"VBN", "VBD"} for t in doc[comma + 1 : comma + 3]
    ):
        return spans
    closing = next((i for i in range(comma + 1, min(end, comma + _LONGEST_ASIDE)) if doc[i].text == ","), end)
    if doc[closing + 1 : closing + 2].text != "that":
        return spans
    stop = next((i for i in range(closing + 2, end) if doc[i].text in _PARTING), end)
    whole = clean(doc, (*told, *range(comma, stop)))
    return replace(spans, content=whole, subject=())


_LONGEST_SHARE = 6
"""Words that tell what some of those are of whom something is said."""


def _with_share(doc: Doc, cue: Cue, spans: CueSpans) -> CueSpans:
    """Return what breaks off at "of them" with what they are: "[two died, all of them], X said, [guards]"."""
    content = spans.content
    ending = [doc[i].lower_ for i in content[-2:]]
    if ending not in (["of", "them"], ["of", "whom"]) or not spans.source or content[-1] > cue.head:
        return spans
    end = doc[cue.head].sent.end
    comma = next((i for i in range(max(cue.head, spans.source[0]), end) if doc[i].text == ","), end)
    rest = [i for i in range(comma + 1, end) if not doc[i].is_space]
    told = any(doc[i].tag_ in _FINITE - {"VBN"} or doc[i].tag_ == "CC" for i in rest)
    if not rest or told or len(rest) > _LONGEST_SHARE + 1:
        return spans
    source = tuple(i for i in spans.source if i < comma)
    return replace(spans, source=source, content=clean(doc, (*content, *rest)))


_OPENING = frozenset({*_IF, "should", "were", "had", "when", "once", "until"})


_HOPING = frozenset({"hope", "expect", "fear", "believe", "think", "predict", "demand"})


def _as_hoped(doc: Doc, cue: Cue, spans: CueSpans) -> CueSpans:
    """Return the clause before "as X hopes" at the head of a sentence: "[If it rains], as Lind hopes, …"."""
    if not spans.content or not spans.source or max(spans.source) > cue.head or cue.entry.pos != "verb":
        return spans
    sent = doc[cue.head].sent
    as_ = min(spans.source) - 1
    first = next((t for t in sent if t.pos_ != "CCONJ"), sent[0])
    opens = first.lower_ in _OPENING and first.i < as_ - 1 and doc[as_].lower_ == "as"
    closed = doc[max(cue.tokens) + 1 : max(cue.tokens) + 2].text == ","
    says = doc[cue.head].lemma_ in word_classes().speaking - _HOPING
    if says or not opens or not closed or doc[as_ - 1].text != ",":
        return spans
    return replace(spans, content=clean(doc, tuple(range(first.i, as_ - 1))))


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
    if end := _end_of_turned_condition(doc, told[-1] + 1):
        whole = clean(doc, (*told, *range(told[-1] + 1, end)))
        return replace(spans, content=whole) if spans.content else replace(spans, subject=whole)
    behind = next((c for c in doc[cue.head].children if c.i > told[-1] and _is_condition(c)), None)
    if behind is None or any(doc[i].text != "," for i in range(told[-1] + 1, behind.left_edge.i)):
        return spans
    whole = clean(doc, (*told, *range(told[-1] + 1, behind.right_edge.i + 1)))
    return replace(spans, content=whole) if spans.content else replace(spans, subject=whole)


def _end_of_turned_condition(doc: Doc, start: int) -> int | None:
    """Return where a condition without "if" ends, by its words: "to go[, should the talks fail], and"."""
    opening = [t.lower_ for t in doc[start : start + 2]]
    if opening != [",", "should"] or start + 2 >= len(doc) or doc[start + 2].tag_ not in _SUBJECT_OPENS:
        return None
    return next((t.i for t in doc[start + 2 :] if t.text in _PARTING or t.is_sent_end), None)


_PARTING = frozenset({",", ".", ";", "–", "—", "--"})
_SUBJECT_OPENS = frozenset({"PRP", "DT", "NN", "NNS", "NNP", "NNPS", "EX", "PRP$"})


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
