"""Tell which attribution an event is told in, and whether it is the point of what was said."""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from onrecord.codebook.wordclasses import word_classes
from onrecord.reading.attribution.cues import is_negated
from onrecord.reading.attribution.spans import asks_whether
from onrecord.reading.attribution.unsaid import QUIET
from onrecord.reading.attribution.wording import head_of
from onrecord.reading.infinitives import is_infinitive
from onrecord.reading.layers import Attribution, Happening
from onrecord.reading.negation import is_denied_too
from onrecord.records import EventType, Stance, Status

__all__ = ["PLAIN", "Owned", "is_demanded_apart", "owned_by", "stance_apart"]

PLAIN = frozenset({Stance.SAYS, Stance.CONFIRMS, Stance.ESTIMATES, Stance.REPORTS, Stance.ACCUSES})
"""Stances that hold for everything told in their content, not only for its point."""

_ASIDE = frozenset({"relcl", "advcl", "acl", "appos"})
_OF_WHAT_IS_TO_COME = frozenset({Stance.DEMANDS, Stance.PROMISES, Stance.PREDICTS, Stance.THREATENS})
"""Stances on what has not been done."""
_TIMES = frozenset({"after", "before", "during", "since", "amid", "following"})
"""Prepositions that only tell when: "urged calm after [the killing]"."""


@dataclass(frozen=True, slots=True)
class Owned:
    """An event in the telling of one attribution.

    Attributes:
        attribution: Index of the attribution; None for the outlet's own voice.
        main: True when the stance is taken on this event; False for one told beside it
            ("urged allies to act before [troops deployed in Kursk] reach the front").
        apart: True of one that stands in a sentence or clause of its own ("they must go, and that
            [Chad had bombed it]"): the same source plainly says it.
    """

    attribution: int | None
    main: bool
    apart: bool = False


def owned_by(doc: Doc, happening: Happening, attributions: tuple[Attribution, ...]) -> Owned:
    """Return the innermost attribution whose content, subject or cue holds the event's head."""
    told = [i for i, one in enumerate(attributions) if happening.of_cue and happening.head in one.cue]
    if told:
        return Owned(told[0], True)
    around = [
        (len(one.content) + len(one.subject), i)
        for i, one in enumerate(attributions)
        if happening.head in one.content or happening.head in one.subject
    ]
    if not around:
        return Owned(None, True)
    index = min(around)[1]
    one = attributions[index]
    if one.stance in _OF_WHAT_IS_TO_COME and _is_told_apart(doc, happening, one):
        return Owned(index, main=False, apart=True)
    if one.stance is Stance.DENIES and _is_told_beside_denial(doc[happening.head], head_of(doc, one.content)):
        return Owned(index, main=False, apart=True)
    main = one.stance in PLAIN or _is_point(doc, doc[happening.head], one)
    if one.stance in QUIET and not main and not one.quoted:
        return Owned(None, True)  # "would not say who was aboard when [it was hit]": he says nothing of it
    return Owned(index, main)


def _is_told_apart(doc: Doc, happening: Happening, one: Attribution) -> bool:
    """Tell whether a deed is told as done outside the clause that a demand, promise or the like is made in.

    "Peru must go," he said. "[It bombed a camp.]"
    """
    head, top = doc[happening.head], head_of(doc, one.content)
    if top is None or happening.status not in _DONE or happening.negated:
        return False
    if happening.head == top.i or not (head.pos_ == "VERB" and _has_past(head)):
        return False
    if not _in_sentence_of(top, head):
        while head.dep_ == "conj" and head.head.pos_ in {"VERB", "AUX"}:
            head = head.head
        return head.dep_ in _MAIN
    subject = any(c.dep_ in {"nsubj", "nsubjpass"} for c in head.children)
    return head.dep_ == "conj" and head.head.i == top.i and subject


def _is_told_beside_denial(verb: Token, top: Token | None) -> bool:
    """Tell whether a deed is plainly told behind what is not so: "had not sent rifles and [had left]"."""
    joined = top is not None and verb.dep_ == "conj" and verb.head.i == top.i and verb.pos_ == "VERB"
    if top is None or not joined or not is_negated(top) or is_negated(verb):
        return False
    own = any(c.dep_ in {"aux", "auxpass", "nsubj"} for c in verb.children)
    return own or (verb.tag_ in _FINITE and verb.tag_ != top.tag_ and not is_denied_too(verb))


_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def _has_past(verb: Token) -> bool:
    """Tell whether a verb is told as past: "bombed it", "has bombed it", "was bombed"."""
    parts = (verb, *(c for c in verb.children if c.dep_ in {"aux", "auxpass"}))
    return any(t.tag_ == "VBD" or t.lower_ in {"has", "have", "'ve"} for t in parts) and all(
        t.tag_ != "MD" for t in parts
    )


_MAIN = frozenset({"ROOT", "ccomp", "parataxis"})
_DONE = frozenset({Status.HAPPENED, Status.ONGOING})


def _in_sentence_of(top: Token, token: Token) -> bool:
    return top.sent.start <= token.i < top.sent.end


def is_demanded_apart(doc: Doc, happening: Happening, one: Attribution) -> bool:
    """Tell whether a deed is asked for in a sentence of its own: "We wait," he said. "[They must go.]"."""
    head, top = doc[happening.head], head_of(doc, one.content)
    if top is None or not one.quoted or happening.status is not Status.DEMANDED:
        return False
    asked = head.tag_ == "VB" and (_is_bidden(head) or any(c.lower_ in _OUGHT for c in head.children))
    return asked and head.dep_ in _MAIN and not _in_sentence_of(top, head)


def _is_own_deed(happening: Happening, one: Attribution) -> bool:
    """Tell whether a deed is the speaker's own, of which nobody accuses himself."""
    speakers = {party.id for party in one.sources}
    return bool(happening.actors) and speakers.issuperset(party.id for party in happening.actors)


def stance_apart(doc: Doc, happening: Happening, one: Attribution) -> Stance | None:
    """Return what a speaker does with a deed of its own beside the stance it takes on what it says.

    As with one that it tells in a later sentence of a quotation:

    "They must go," he said. "[We never attacked] anybody. [We will send] help." Denies the one and promises
    the other. None where the sentence is no such one. Nobody accuses himself of what he tells of himself, nor
    of what others did who are told of in passing: "accused Chad of a raid on guards [who had dug a well]".
    """
    plain = any(rule.startswith("cue:says.") for rule in one.rules)
    if one.stance is Stance.ACCUSES and plain and _is_own_deed(happening, one):
        return Stance.SAYS
    verb, top = doc[happening.head], head_of(doc, one.content)
    if one.stance is Stance.ACCUSES and top is not None and _is_told_of_others(verb, top):
        return Stance.SAYS
    if top is None or not one.quoted or verb.dep_ not in _MAIN or _in_sentence_of(top, verb):
        return None
    ours = any(c.dep_ == "nsubj" and c.lower_ in {"we", "i"} for c in verb.children)
    if not ours or happening.type is None or verb.lemma_ in _UNDERGONE:
        return None
    around = {c.lower_ for c in verb.children}
    modal = any(c.tag_ == "MD" for c in verb.children)
    if happening.negated and not modal and happening.status in _DONE:
        return None if around & _NOT_ONLY else Stance.DENIES
    will = bool(around & _WILL) and happening.status is Status.PLANNED
    return Stance.PROMISES if will and happening.type not in _HARMFUL else None


def _is_told_of_others(verb: Token, top: Token) -> bool:
    """Tell whether a deed is that of those in passing whom a charge names, and not of the accused."""
    pronoun = any(c.dep_ == "nsubj" and c.tag_ == "WP" for c in verb.children)
    return pronoun and verb.dep_ == "relcl" and verb.head != top and verb.head.dep_ == "pobj"


_WILL = frozenset({"will", "'ll", "wo", "shall"})
_NOT_ONLY = frozenset({"just", "only", "simply", "merely"})
_UNDERGONE = frozenset(
    {"receive", "get", "lose", "suffer", "face", "have", "need", "see", "hear", "find", "want"}
)
"""Verbs whose subject does nothing: "we have not received aid" answers no charge."""
_HARMFUL = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.SANCTION, EventType.THREATEN})
"""Deeds of which one tells as a threat as well as a promise."""


def _is_bidden(verb: Token) -> bool:
    return all(c.dep_ not in {"nsubj", "nsubjpass", "aux"} for c in verb.children)


_OUGHT = frozenset({"must", "should"})


def _tells(clause: Token) -> bool:
    """Tell whether a clause says what its noun claims: "rejected the report [that troops had left]"."""
    told = clause.dep_ in {"acl", "relcl"}
    return told and _opens_with_that(clause)


def _opens_with_that(clause: Token) -> bool:
    """Tell whether a clause opens with "that" as a conjunction, though the parse may take it for an object
    beside its own: "accusations [that it arms the rebels]".
    """
    objects = [c for c in clause.children if c.dep_ == "dobj"]
    spare = [c for c in objects if c.lower_ == "that"] if len(objects) > 1 else []
    return bool(spare) or any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)


def _is_backed(token: Token, attribution: Attribution) -> bool:
    """Tell whether a deed is another's, to which support is promised: "pledged support for [its war]"."""
    behind = token.dep_ == "pobj" and token.head.lower_ in _FOR
    promised = attribution.stance is Stance.PROMISES and behind and token.head.head.lemma_ in _SUPPORT
    return promised and any(c.dep_ == "poss" for c in token.children)


_SUPPORT = frozenset({"support", "backing", "solidarity"})
_FOR = frozenset({"for", "to", "with", "in"})


def _is_to_be_done(head: Token) -> bool:
    """Tell whether a deed is told as to be done to somebody: "to be deported"."""
    parts = {c.dep_ for c in head.children}
    return is_infinitive(head) and "auxpass" in parts


def _is_what_is_charged(verb: Token, top: Token) -> bool:
    """Tell whether a clause is what a charge says, wherever it hangs: "rumours, since deleted, [that …]"."""
    return _opens_with_that(verb) and top.i < verb.i and top.lemma_.lower() in word_classes().charges


def _is_point(doc: Doc, head: Token, attribution: Attribution) -> bool:
    """Tell whether nothing between the event and the head of what was said is an aside."""
    if attribution.stance is Stance.DEMANDS and _is_to_be_done(head):
        return True  # "called for those who … [to be deported]", wherever the parse hangs it
    if _is_backed(head, attribution):
        return False
    tokens = attribution.content or attribution.subject
    top = head_of(doc, tokens)
    if top is not None and _is_what_is_charged(head, top):
        return True
    token = head
    while top is not None and token.i != top.i and token.head.i != token.i:
        aside = token.dep_ in _ASIDE and not _tells(token)
        # "a probe into [whether it was planned]": what somebody is to find out, or would not answer
        unsettled = asks_whether(token) and attribution.stance not in QUIET
        if (
            aside
            or unsettled
            or _is_backed(token, attribution)
            or (token.dep_ == "prep" and token.lower_ in _TIMES)
        ):
            return False
        if token.head.i not in tokens:
            return True
        token = token.head
    return True
