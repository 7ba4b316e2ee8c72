"""What stands around a noun changes of how its deed stands: modifiers, the verb it hangs on, its end."""

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.codebook import Effect, Modality
from onrecord.reading.events.hypothetical import is_only_if, is_only_with, is_supposed, is_under_if
from onrecord.reading.events.nearing import is_called_for_later, is_drafted, is_near, is_open_to
from onrecord.reading.events.presupposed import is_met_if_done
from onrecord.reading.events.shapes import (
    first_of,
    is_amount,
    is_asked_first,
    is_denied,
    is_going_on,
    is_heard_of_none,
    is_held,
    is_naming,
    is_no_plan,
    is_occurring,
    is_one_of,
    is_past,
    is_present,
    is_still_there,
)
from onrecord.reading.events.status_at_verbs import (
    BEEN,
    GUESSES,
    NO_EFFECT,
    Found,
    above_verb,
    at_verb,
    not_wanted,
    of_modals,
)
from onrecord.records import Status

__all__ = ["above_noun", "around_noun", "is_answered_request", "of_announced", "to_be_ended"]


def is_answered_request(noun: Token, light: Token, modality: Modality) -> bool:
    """Tell whether a request is only weighed or granted, and so has been made: "agreed to a [request]"."""
    asked = modality.verbs.get(noun.lemma_, NO_EFFECT).status is Status.DEMANDED
    return asked and light.lemma_ in ("agree", "consider")


def around_noun(noun: Token, modality: Modality) -> Iterator[Found]:
    """Effects of what describes an event noun: "[planned] talks", "[no] raid", "if [attacks] go on"."""
    for child in noun.children:
        if child.dep_ in ("amod", "compound", "advmod", "nmod"):
            effect = modality.modifiers.get(child.lower_) or modality.modifiers.get(child.lemma_)
            if effect:
                yield effect, None
        elif child.dep_ == "det" and child.lower_ == "no":
            yield Effect(negated=True), None
    if is_heard_of_none(noun, modality):
        yield Effect(negated=True), None
    if is_near(noun) or is_open_to(first_of(noun)):
        yield Effect(Status.POSSIBLE), None
    if is_drafted(noun) or is_called_for_later(noun):
        yield Effect(Status.PLANNED), None
    if is_under_if(noun) or is_met_if_done(noun, modality):
        yield Effect(Status.CONDITIONAL), None


def of_announced(noun: Token, light: Token, modality: Modality) -> Iterator[Found]:
    """What becomes of a deed that a participle only tells of: "[talks] announced in May could not open"."""
    first = first_of(noun)
    told = light.lemma_ in _ANNOUNCING or modality.light_effects.get(light.lemma_, NO_EFFECT).status
    if told and light.dep_ == "acl" and first.dep_ in ("nsubj", "nsubjpass"):
        yield from _coming_about(first.head, modality)


_ANNOUNCING = frozenset({"announce", "declare", "order", "expect"})


def above_noun(noun: Token, modality: Modality) -> Iterator[Found]:
    """ "halted the delivery", "a threat of invasion", "called for talks": what governs the event noun."""
    first = first_of(noun)
    if first.dep_ == "pobj" and first.head.lower_ == "of" and first.head.head.lemma_ == "use":
        first = first.head.head  # "did not exclude the [use] of force"
    governor = first.head
    if first.dep_ in ("nsubj", "nsubjpass"):
        yield from _coming_about(governor, modality)
        if noun.lemma_ in _MEETINGS and _is_told_for_later(governor):
            yield Effect(Status.PLANNED), None
        if is_going_on(governor, modality):
            yield Effect(Status.ONGOING), None
        if noun.lemma_ not in _TALKED_AT and _has_failed(governor, modality):
            yield Effect(negated=True), None
        if _is_off(governor):
            yield Effect(Status.PLANNED, negated=True), None
        if is_asked_first(noun):
            yield Effect(Status.DEMANDED), None
        if is_supposed(first, governor) and not is_held(governor, modality):
            yield Effect(Status.POSSIBLE), None
    if first.dep_ in ("attr", "nsubj") and any(c.dep_ == "expl" for c in _hung_on(governor)):
        yield from _there_is(governor, modality)
        if is_only_if(governor):
            yield Effect(Status.CONDITIONAL), None
        if is_still_there(noun, governor):
            yield Effect(Status.ONGOING), None
    if first.dep_ in ("dobj", "nsubjpass"):
        yield from not_wanted(governor, modality)
    if first.dep_ == "dobj" and governor.lemma_ in _BRINGING:
        yield from _to_come(governor, modality)
        if governor.lemma_ == "cause" and any(c.dep_ == "neg" for c in governor.children):
            yield Effect(negated=True), None  # "did not cause the [deaths]"
    if _is_instead(first):
        yield Effect(Status.POSSIBLE), None
    if first.dep_ == "pobj" and governor.lower_ == "against" and governor.head.lemma_ in _TAKING_SIDES:
        yield Effect(Status.POSSIBLE), None  # "voted against sanctions"
    if first.dep_ == "dobj" and any(c.dep_ == "prt" for c in governor.children):
        if governor.lemma_ == "rule":
            yield Effect(Status.POSSIBLE), None  # "ruled out an attack"
        return  # "pushed back the launch" is no push for one
    if governor.lemma_ == "call" and first.dep_ in ("dobj", "nsubjpass"):
        yield from of_modals(governor, modality)  # "a meeting will be called": nobody calls for one
        return
    if first.dep_ == "pobj" and governor.lower_ == "in" and is_amount(governor.head):
        first, governor = governor.head, governor.head.head  # "needs [billions in aid]"
    if first.dep_ == "pobj" and governor.dep_ == "prep":
        preposition, governor = governor, governor.head
        if preposition.lower_ == "to" and governor.lemma_ == "return":
            yield from _there_is(governor, modality)  # "hopes that they will return to talks"
        if preposition.lower_ == "without":
            yield Effect(Status.CONDITIONAL) if is_only_with(governor) else Effect(negated=True), None
        verb = governor.pos_ in ("VERB", "AUX")
        aimed = governor.lemma_ == "aim" and preposition.lower_ == "at"
        if preposition.lower_ == "of" and governor.lemma_ in modality.signs and is_denied(governor):
            yield Effect(negated=True), None
        if preposition.lower_ in ("of", "for") and is_no_plan(governor, modality):
            yield Effect(negated=True), None
        guessed = governor.pos_ == "NOUN" and governor.lemma_ in GUESSES
        if preposition.lower_ == "for" and governor.lemma_ == "look":
            yield Effect(Status.POSSIBLE), None  # "were looking for a fight"
        if not (aimed or guessed) and preposition.lower_ not in (
            ("for", "on", "from") if verb else ("of", "for")
        ):
            return
    elif first.dep_ not in ("dobj", "nsubjpass", "compound"):
        return
    if first.dep_ == "nsubjpass" and governor.lemma_ in _AIMING:
        return  # "the raid was aimed at a camp" took place
    if first.dep_ == "dobj" and governor.lemma_ in _LETTING and _is_brought_about(governor):
        yield from at_verb(governor, modality)  # "lax rules allowed the [theft]": so there was one
        return
    effect = modality.verbs.get(governor.lemma_, NO_EFFECT)
    if (
        governor.lemma_ in _OF_CLAUSES
        or is_naming(governor)
        or (governor.pos_ == "NOUN" and governor.lemma_ in _ONLY_VERBS)
    ):
        return  # "a set of sanctions"
    if effect.own or (effect.status is Status.HAPPENED and not effect.negated):
        return
    if effect is not NO_EFFECT:
        yield effect, governor
        if governor.pos_ == "VERB":
            yield from above_verb(governor, modality)
            if effect.negated:
                yield from _if_at_all(governor, modality)


def _if_at_all(verb: Token, modality: Modality) -> Iterator[Found]:
    """What becomes of a deed that somebody may stop: "would go if they stopped their [raids]"."""
    told = (effect.status for effect, _ in at_verb(verb, modality))
    yield from ((Effect(status), None) for status in told if status not in BEEN)


def _is_instead(deed: Token) -> bool:
    """Tell whether something else would do in place of a deed: "an alternative to an [attack]"."""
    known = any(
        c.lower_ in ("the", "this", "that", "these", "those") or c.dep_ == "poss" for c in deed.children
    )
    return (
        deed.dep_ == "pobj"
        and deed.head.lower_ == "to"
        and deed.head.head.lemma_ == "alternative"
        and not known
    )


def _is_off(verb: Token) -> bool:
    """Tell whether a verb tells that nothing comes of its subject: "Friday's swap is [off]"."""
    told = [c for c in verb.children if c.lower_ == "off" and c.i > verb.i]
    behind = told[0].nbor() if told and told[0].i + 1 < len(verb.doc) else None
    return (
        verb.lemma_ == "be" and behind is not None and (behind.is_punct or behind.pos_ in ("SCONJ", "CCONJ"))
    )


def _has_failed(verb: Token, modality: Modality) -> bool:
    """Tell whether a verb tells that its subject came to nothing or is no more: "the truce collapsed"."""
    denied = any(c.dep_ == "neg" for c in verb.children)
    told = _is_told_as_done(verb) or (verb.lemma_ == "be" and is_present(verb))
    return told and not denied and is_one_of(verb, modality.failing)


_MEETINGS = frozenset({"meeting", "visit", "trip", "tour", "summit", "gathering", "conference"})
"""Deeds that are yet to come where it is told what they will do: "their [meeting] will focus on trade"."""

_TALKED_AT = _MEETINGS | {"talk", "negotiation", "dialogue", "consultation"}
"""Deeds that were done though they failed: "the [talks] broke down"."""


def _is_told_for_later(verb: Token) -> bool:
    """Tell whether a verb tells what its subject will do, and not what will become of it."""
    will = any(c.lower_ in ("will", "'ll") for c in verb.children if c.dep_ == "aux")
    return will and verb.lemma_ in _FILLING


_FILLING = frozenset(
    {"feature", "focus", "cover", "include", "address", "centre", "center", "discuss", "last"}
)
_AIMING = ("aim", "mean", "intend", "design")

_OF_CLAUSES = ("focus", "concentrate", "process")
"""Words that tell how a clause stands and no noun: "focused on [training] them", "focused on the attack"."""

_ONLY_VERBS = ("set", "favor", "favour")
"""Words whose effect on a deed their noun has not."""

_LETTING = frozenset({"allow", "enable", "let", "permit"})
"""Verbs whose object came about if they are told as done."""


def _is_brought_about(verb: Token) -> bool:
    """Tell whether a thing let it be done, and no state or body that only gave leave for it."""
    leave = any(c.dep_ == "nsubj" and c.ent_type_ in ("GPE", "ORG", "NORP") for c in verb.children)
    given = leave and not any(c.dep_ == "neg" for c in verb.children)
    return _is_told_as_done(verb) and not given


def _is_told_as_done(verb: Token) -> bool:
    perfect = verb.tag_ == "VBN" and any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children)
    return is_past(verb) or (perfect and is_present(verb))


_BRINGING = frozenset({"face", "trigger", "provoke", "spark", "cause", "invite", "ignite", "prompt"})
"""Verbs whose object comes about if the verb does: "would face sanctions"."""


def _to_come(verb: Token, modality: Modality) -> Iterator[Found]:
    """What of a verb's telling is yet to come."""
    told = (effect for effect, _ in (*at_verb(verb, modality), *above_verb(verb, modality)))
    yield from ((Effect(effect.status), None) for effect in told if effect.status not in BEEN)


_TAKING_SIDES = frozenset({"vote", "be", "argue", "campaign", "lobby", "decide", "advise", "speak", "warn"})
"""Verbs after which "against" tells what is not wanted."""


def to_be_ended(noun: Token, modality: Modality) -> Iterator[Found]:
    """What it does to a deed that its end is asked for, planned or possible: "called for an end to [raids]".

    Whose end came has been: "halted its [strikes]".
    """
    first = first_of(noun)
    governor = first.head
    found: list[Found] = []
    words = modality.halting if first.dep_ == "nsubj" else modality.ending
    ends = governor.head
    if first.dep_ in ("dobj", "nsubj", "nsubjpass") and governor.pos_ == "VERB" and governor.lemma_ in words:
        found = [*at_verb(governor, modality), *above_verb(governor, modality)]
    named = ends.pos_ == "NOUN" and ends.lemma_ in modality.ending | modality.halting
    if named and first.dep_ == "pobj" and governor.lower_ in ("to", "of", "in"):
        found = list(above_noun(ends, modality))
    ceased = any(effect.negated for effect, _ in found)
    if first.dep_ == "nsubj" and found and ceased and governor.tag_ == "VBN" and is_present(governor):
        yield Effect(Status.ONGOING), None  # "the [shelling] has not stopped"
    to_come = [effect.status for effect, _ in found if effect.status not in BEEN]
    yield from ((Effect(status), None) for status in to_come)
    if to_come:
        yield Effect(negated=True), None


def _coming_about(verb: Token, modality: Modality) -> Iterator[Found]:
    """What a verb of coming about does to its subject: "talks will begin", "a truce is to take effect"."""
    while not is_occurring(verb, modality):
        predicate = next((c for c in verb.children if c.dep_ in ("acomp", "xcomp")), None)
        if predicate is not None and predicate.pos_ == "ADJ" and verb.lemma_ == "be":
            due = modality.verbs.get(predicate.lemma_, NO_EFFECT)
            if due.status is Status.PLANNED or due.status is Status.POSSIBLE:
                yield due, None
        if predicate is None:
            return
        verb = predicate
    for effect, _ in (*at_verb(verb, modality), *above_verb(verb, modality)):
        yield effect, None


def _hung_on(verb: Token) -> Iterator[Token]:
    """Give what hangs on a verb, and on the one it completes: "[there] is going to be"."""
    yield from verb.children
    if verb.dep_ == "xcomp":
        yield from verb.head.children


def _there_is(verb: Token, modality: Modality) -> Iterator[Found]:
    """What telling that there is a thing does to it: "there will be talks", "is going to be no raid"."""
    for effect, _ in (*at_verb(verb, modality), *above_verb(verb, modality)):
        yield effect, None
