"""What "and" joins on behind what was said and is not said: the speaker's own next verb, another clause."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from onrecord.reading.attribution.cues import Cue
from onrecord.reading.attribution.spans import CueSpans
from onrecord.reading.attribution.wording import head_of
from onrecord.reading.infinitives import FINITE, is_infinitive

__all__ = ["differ_in_number", "joined_on"]

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "pcomp"})
_ONE = frozenset({"he", "she", "it"})
_MANY = frozenset({"they", "we"})
_WAS = {"was": False, "were": True}


def joined_on(doc: Doc, cue: Cue, spans: CueSpans, quoted: frozenset[int]) -> Iterator[int]:
    """Give what stands behind "and" in what was said, or what a stance is taken on, and is no part of it.

    "They said the lorry was late[, and are looking into it]", "condemned the raid [and the council met]",
    "continues to demand the islands [and to arm rebels]".
    """
    told = spans.content or spans.subject
    if not told or cue.head > told[0]:
        return
    for verb in (*_of_the_speaker(doc, doc[cue.head], told), *_beside_object(doc[cue.head], told)):
        start = _opening(verb)
        if verb.i in told and verb.i not in quoted and start < verb.left_edge.i:
            yield from range(start, verb.right_edge.i + 1)


def _of_the_speaker(doc: Doc, cue: Token, told: tuple[int, ...]) -> Iterator[Token]:
    """Give a verb that what was said is joined with, but whose subject can only be who speaks."""
    head = head_of(doc, told)
    if head is not None:
        near = (*head.children, *cue.children)
        yield from (c for c in near if c.dep_ == "conj" and differ_in_number(head, c))


def differ_in_number(verb: Token, joined: Token) -> bool:
    """Tell whether a verb joined to another cannot share its subject: "it [was] late and [are] sure"."""
    if joined.i < verb.i or any(c.dep_ in _SUBJECTS for c in joined.children):
        return False
    first, second = _is_plural(verb), _is_plural(joined)
    subject = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
    if subject is None or subject.dep_ == "expl" or subject.lower_ in {"i", "you"} or second is None:
        return False
    if first is None:
        first = _is_plural_noun(subject)
    return first is not None and first is not second


def _is_plural(verb: Token) -> bool | None:
    """Tell by its form whether a verb has a plural subject; None where its form does not tell."""
    for token in (*(c for c in verb.children if c.dep_ in {"aux", "auxpass"} and c.i < verb.i), verb):
        if token.tag_ in {"VBZ", "VBP"}:
            return token.tag_ == "VBP"
        if token.tag_ == "VBD" and token.lower_ in _WAS:
            return _WAS[token.lower_]
        if token.tag_ in FINITE:
            return None
    return None


def _is_plural_noun(noun: Token) -> bool | None:
    if noun.lower_ in _ONE | _MANY:
        return noun.lower_ in _MANY
    return True if noun.tag_ == "NNS" and noun.lemma_ != noun.lower_ else None


def _beside_object(cue: Token, told: tuple[int, ...]) -> Iterator[Token]:
    """Give the verbs joined to a cue that tells no clause, behind its object: its own next one, or another's.

    What another would do is most often said: "promised a truce and the army would leave".
    """
    if any(c.dep_ in _CLAUSES and c.i in told for c in cue.children):
        return
    for verb in cue.children:
        if verb.dep_ != "conj" or verb.pos_ not in {"VERB", "AUX"} or verb.i <= told[0]:
            continue
        if any(t.tag_ in {"WRB", "WP", "WDT"} for t in verb.children):
            continue  # "spoke of the war and how it began"
        parts = [t for t in (verb, *verb.children) if t.tag_ in FINITE]
        if any(c.dep_ in _SUBJECTS for c in verb.children):
            if parts and all(t.tag_ != "MD" for t in parts):
                yield verb
        elif verb.tag_ == cue.tag_ and is_infinitive(verb) == is_infinitive(cue):
            yield verb


def _opening(verb: Token) -> int:
    """Return where what is joined on begins, with the "and" and the comma before it."""
    start = verb.left_edge.i
    while start > 1 and (verb.doc[start - 1].tag_ == "CC" or verb.doc[start - 1].text == ","):
        start -= 1
    return start
