"""Shapes of clauses by which a deed is no plain fact: denied, wished for, to come, still going on."""

from spacy.tokens import Token

from onrecord.codebook import Effect, Modality
from onrecord.reading.events.clauses import object_control_of
from onrecord.reading.events.verb_forms import is_passive
from onrecord.reading.infinitives import is_infinitive
from onrecord.records import Status

__all__ = [
    "first_of",
    "has_own_subject",
    "has_subject",
    "is_aim",
    "is_amount",
    "is_announced_for",
    "is_asked_first",
    "is_awaited",
    "is_beside",
    "is_denied",
    "is_done_now",
    "is_done_without",
    "is_duty",
    "is_enacted",
    "is_going_on",
    "is_heard_of_none",
    "is_held",
    "is_kept_there",
    "is_made_to",
    "is_naming",
    "is_no_plan",
    "is_none",
    "is_occurring",
    "is_of_none",
    "is_of_others",
    "is_one_of",
    "is_passed_over",
    "is_past",
    "is_present",
    "is_singled_out",
    "is_still_done",
    "is_still_there",
    "is_talked_about",
    "is_to_nobody",
    "is_told_before",
    "is_undecided",
    "is_way_of",
    "is_wished",
    "is_yet_to_come",
]

_NONE = ("no", "neither", "nobody", "none")

_TO_COME = ("before", "once", "until", "till")
"""Words of time after which the present tense tells what is to come."""


def first_of(noun: Token) -> Token:
    """Return the first of what a noun or verb is joined to: "the [raids] and killings"."""
    while noun.dep_ == "conj" and noun.head.i != noun.i:
        noun = noun.head
    return noun


def is_present(verb: Token) -> bool:
    """Tell whether a verb tells of now: "is", "has been", "is freed"."""
    now = ("VBZ", "VBP")
    return verb.tag_ in now or any(c.tag_ in now for c in verb.children if c.dep_ in ("aux", "auxpass"))


def is_told_before(noun: Token, light: Token) -> bool:
    """Tell whether a deed only sets the scene for the verb after it: "in [talks], both vowed to stay"."""
    return noun.dep_ == "pobj" and noun.head.head == light and noun.i < light.i


def is_announced_for(noun: Token, light: Token | None) -> bool:
    """Tell whether a deed is announced or called for a day to come: "announced a [strike] for Monday"."""
    verb = light or first_of(noun).head
    if verb.lemma_ not in ("announce", "call", "declare", "set", "schedule"):
        return False
    hung = (c for t in (noun, verb) for c in t.children if c.dep_ == "prep" and c.lower_ == "for")
    days = (c for preposition in hung for c in preposition.children if c.dep_ == "pobj")
    return any(d.ent_type_ == "DATE" and (d.pos_ == "PROPN" or _is_next(d)) for d in days)


def _is_next(day: Token) -> bool:
    return day.lower_ == "tomorrow" or any(c.lower_ == "next" for c in day.children)


def is_asked_first(noun: Token) -> bool:
    """Tell whether a deed is what another is made to wait for: "[withdrawal] is a precondition for talks"."""
    verb = first_of(noun).head
    called = (c.lemma_ for c in verb.children if c.dep_ == "attr")
    asked = any(word in ("precondition", "prerequisite", "requirement") for word in called)
    return asked and verb.lemma_ == "be" and first_of(noun).dep_ == "nsubj"


def is_beside(light: Token) -> bool:
    """Tell whether somebody only has to do, or nothing to do, with a deed: "had nothing to [do] with it"."""
    return (
        light.lemma_ == "do"
        and light.dep_ in ("relcl", "acl", "xcomp")
        and is_infinitive(light)
        and any(c.lower_ == "with" for c in light.children)
    )


def is_held(verb: Token, modality: Modality) -> bool:
    """Tell whether a verb only says that its subject comes about: "a meeting would be [held]"."""
    return is_passive(verb) and (verb.lemma_ == "call" or verb.lemma_ in modality.light)


def is_denied(noun: Token) -> bool:
    """Tell whether there is none of what a noun names: "no evidence", "has not seen any evidence"."""
    verb = noun.head
    held = noun.dep_ in ("dobj", "attr") and any(c.dep_ == "neg" for c in verb.children)
    return held or any(c.lower_ == "no" for c in noun.children if c.dep_ == "det")


def is_no_plan(noun: Token, modality: Modality) -> bool:
    """Tell whether there is no plan or chance of a deed: "[no plans] for a summit"."""
    known = modality.verbs.get(noun.lemma_)
    coming = known is not None and known.status in (Status.PLANNED, Status.POSSIBLE) and not known.negated
    none = any(c.lower_ == "no" for c in noun.children if c.dep_ == "det")
    return noun.pos_ == "NOUN" and coming and none and noun.dep_ in ("attr", "dobj")


def is_undecided(clause: Token, governor: Token) -> bool:
    """Tell whether it is yet to be decided if a deed is done, which tells nothing against it.

    "Has not decided [whether to send] ships", "no decision has been made on [sending] ships".
    """
    if governor.lemma_ == "decide" and any(c.lower_ == "whether" for c in clause.children):
        return True
    on = clause.dep_ == "pcomp" and clause.head.lower_ in ("on", "about")
    nouns = (governor, *(c for c in governor.children if c.dep_ in ("nsubjpass", "attr", "dobj", "nsubj")))
    return on and any(
        noun.lemma_ == "decision" and any(c.lower_ == "no" for c in noun.children) for noun in nouns
    )


def is_amount(noun: Token) -> bool:
    """Tell whether a noun only tells how much: "billions of dollars in aid"."""
    return noun.dep_ == "dobj" and (
        noun.like_num or noun.lemma_ in ("billion", "million", "thousand", "dollar")
    )


def is_occurring(verb: Token, modality: Modality) -> bool:
    """Tell whether a verb says that its subject comes about: "began", "took effect"."""
    return is_one_of(verb, modality.occurring)


def is_going_on(verb: Token, modality: Modality) -> bool:
    """Tell whether a verb says that its subject goes on now: "rages", "is under way", "is still going on"."""
    passive = any(c.tag_ in ("VBZ", "VBP") for c in verb.children if c.dep_ == "auxpass")
    if not (is_present(verb) or passive) or not is_one_of(verb, modality.going_on):
        return False
    perfect = verb.tag_ != "VBG" and any(c.lemma_ == "have" and c.dep_ == "aux" for c in verb.children)
    return not perfect and not any(c.dep_ == "neg" for c in verb.children)


def is_still_done(verb: Token) -> bool:
    """Tell whether a deed of some time ago goes on: "[still] holds the town"."""
    now = verb.tag_ in ("VBZ", "VBP") and verb.pos_ == "VERB"
    words = {c.lower_ for c in verb.children if c.dep_ in ("advmod", "neg")}
    return now and "still" in words and not any(c.dep_ == "neg" for c in verb.children)


def is_done_now(verb: Token) -> bool:
    """Tell whether a deed goes on by the time told: "[now] jails more of them", "[while] he negotiates"."""
    present = verb.tag_ in ("VBZ", "VBP") and verb.pos_ == "VERB"
    told = {c.lower_ for c in verb.children if c.dep_ in ("advmod", "mark")}
    denied = any(c.dep_ == "neg" or c.tag_ == "MD" for c in verb.children)
    return present and not denied and not told.isdisjoint(_NOW)


_NOW = frozenset({"now", "currently", "while"})


def is_one_of(verb: Token, verbs: frozenset[str]) -> bool:
    """Tell whether a verb with what hangs on it is one of several: "go on", "take effect"."""
    below = [child.lower_ for child in verb.subtree]
    for words in verbs:
        first, *rest = words.split()
        if verb.lemma_ == first and all(word in below for word in rest):
            return True
    return False


_REFLEXIVE = frozenset({"itself", "themselves", "himself", "herself"})


def is_naming(verb: Token) -> bool:
    """Tell whether a verb only calls something so: "called it illegal", "which calls itself Grey Bay"."""
    named = any(c.dep_ in ("oprd", "acomp", "attr") or c.lower_ in _REFLEXIVE for c in verb.children)
    return verb.lemma_ == "call" and named


def is_wished(verb: Token, modality: Modality) -> bool:
    """Tell whether a deed is only what should be, and nobody's plan: "the way is for him to leave".

    So is what there is time for: "it is time to leave".
    """
    if not is_infinitive(verb):
        return False
    if verb.head.lemma_ == "time" and verb.head.dep_ == "attr":
        return True
    if verb.head.lemma_ != "be" or verb.head.i > verb.i:
        return False
    for_whom = any(c.dep_ == "mark" and c.lower_ == "for" for c in verb.children)
    plans = (modality.verbs.get(c.lemma_) for c in verb.head.children if c.dep_ == "nsubj")
    return for_whom and not any(p is not None and p.status is Status.PLANNED for p in plans)


def is_aim(verb: Token, modality: Modality) -> bool:
    """Tell whether a deed is called somebody's aim: "toppling the regime is the only [goal]"."""
    told = [c.lemma_ for c in verb.children if c.dep_ == "attr"] if verb.lemma_ == "be" else []
    return any(noun in modality.aims for noun in told)


def is_done_without(verb: Token) -> bool:
    """ "Without testing missiles and launching rockets"."""
    while verb.dep_ == "conj" and verb.head.tag_ == "VBG":
        verb = verb.head
    return verb.dep_ == "pcomp" and verb.head.lower_ == "without"


def is_passed_over(verb: Token) -> bool:
    """Tell whether something else was done: "fled rather than [shoot]", "talked instead of [shooting]"."""
    before = [t.lower_ for t in verb.doc[max(verb.i - 2, verb.sent.start) : verb.i]]
    return before in (["rather", "than"], ["instead", "of"])


def is_yet_to_come(verb: Token) -> bool:
    """ "before it leaves", "once they are freed": the present after words of time tells what is to come.

    So does any after what only will be: "would not leave until they were freed", "until after he leaves".
    """
    if verb.dep_ == "pcomp" and verb.head.lower_ in _TO_COME and is_present(verb):
        return any(c.dep_ == "nsubj" for c in verb.children)
    opened = _is_opened_by(verb, _TO_COME)
    opened = opened or (_has_day(verb) and _is_opened_by(verb, _AWAITING))
    until = _is_opened_by(verb, ("until", "till"))
    helpers = [c for c in verb.head.children if c.dep_ in ("aux", "auxpass")]
    helpers += [c for one in helpers for c in one.children]  # "[would] stay suspended until they were freed"
    awaited = until and any(c.tag_ == "MD" for c in helpers)
    return verb.dep_ == "advcl" and opened and (is_present(verb) or awaited)


def is_awaited(verb: Token, modality: Modality) -> bool:
    """Tell whether a deed is what another will come with: "will stop [when he leaves] and signs"."""
    if verb.dep_ == "conj" and verb.tag_ in ("VBZ", "VBP") and not has_subject(verb):
        verb = verb.head
    opened = _is_opened_by(verb, _AWAITING)
    if verb.dep_ != "advcl" or verb.tag_ not in ("VBZ", "VBP") or not opened or _has_day(verb):
        return False
    main = verb.head
    ready = (modality.verbs.get(c.lemma_) for c in main.children if c.dep_ in ("acomp", "oprd"))
    due = any(e is not None and e.status is Status.PLANNED for e in ready)
    return due or any(c.tag_ == "MD" and c.lower_ in _FUTURE for c in main.children if c.dep_ == "aux")


def _is_opened_by(verb: Token, words: tuple[str, ...]) -> bool:
    """Tell whether one of some words opens a verb's clause."""
    return any(c.lower_ in words for c in verb.children if c.dep_ in ("advmod", "mark"))


def _has_day(verb: Token) -> bool:
    """Tell whether a deed has its day: "when it [arrives] on Monday"."""
    days = (c for child in verb.children for c in (child, *child.children))
    return any(c.ent_type_ == "DATE" and c.dep_ in ("pobj", "npadvmod") for c in days)


_AWAITING = ("when", "once", "after")
_FUTURE = ("will", "'ll", "wo", "shall")


def is_way_of(deed: Token) -> Token | None:
    """Return the verb whose deed a participle only fills in: "will punish them [by bombing]", "will send
    troops, [bombing] them"; None for none."""
    governor = deed.head
    if deed.tag_ != "VBG" or deed.i < governor.i:
        return None
    if deed.dep_ == "pcomp" and governor.lower_ == "by" and governor.head.pos_ == "VERB":
        return governor.head
    opened = any(c.dep_ in ("mark", "aux", "nsubj", "nsubjpass") for c in deed.children)
    opened = opened or any(c.tag_ == "WRB" for c in deed.children)
    able = any(c.lower_ == "can" for c in governor.children if c.dep_ == "aux")  # "can fly far, giving it …"
    fills = deed.dep_ == "advcl" and governor.pos_ == "VERB" and not opened and not able
    return governor if fills else None


def is_still_there(noun: Token, verb: Token) -> bool:
    """Tell whether a deed goes on of which it is told that it is there: "there is [shelling]"."""
    if not is_present(verb) or verb.lemma_ != "be" or any(c.dep_ == "aux" for c in verb.children):
        return False
    still = any(c.lower_ == "still" for t in (noun, verb) for c in t.children)
    counted = any(c.dep_ in ("det", "nummod") for c in noun.children)
    return still or (noun.lower_.endswith("ing") and noun.lemma_ == noun.lower_ and not counted)


def is_kept_there(verb: Token, modality: Modality) -> bool:
    """Tell whether a participle tells of a state that lasts: "has 900 troops [stationed] there"."""
    held = verb.tag_ == "VBN" and verb.lemma_ in modality.lasting
    if not held or verb.dep_ not in ("acl", "ccomp"):
        return False
    had = verb.head.head if verb.dep_ == "acl" and verb.head.dep_ == "dobj" else verb.head
    return had.lemma_ == "have" and had.tag_ in ("VBZ", "VBP") and had.pos_ in ("VERB", "AUX")


def is_heard_of_none(noun: Token, modality: Modality) -> bool:
    """Tell whether somebody did not see or hear of a deed: "did not hear any [gunfire]"."""
    verb = noun.head
    if noun.dep_ != "dobj" or verb.lemma_ not in modality.perceiving:
        return False
    definite = any(c.dep_ == "poss" or c.lower_ in ("the", "this", "that", "these") for c in noun.children)
    return not definite and any(c.dep_ == "neg" for c in verb.children)


def has_subject(verb: Token) -> bool:
    """Tell whether a verb has a subject of its own."""
    return any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in verb.children)


def is_none(subject: Token) -> bool:
    """Tell whether a subject is "nobody", "no soldier", "neither side"."""
    words = {subject.lower_, *(c.lower_ for c in subject.children if c.dep_ in ("det", "preconj", "cc"))}
    if any(c.dep_ == "neg" and c.lower_ == "not" for c in subject.children) and subject.pos_ == "NOUN":
        return True  # "not a single shot"
    return not words.isdisjoint(_NONE)


def is_to_nobody(preposition: Token) -> bool:
    """Tell whether a deed is done to no one: "fired [on nobody]", "shot [at no one]", not "in no time"."""
    held = (c for c in preposition.children if c.dep_ == "pobj")
    return any(t.lower_ in ("nobody", "none") or (t.lower_ == "one" and is_none(t)) for t in held)


def is_duty(clause: Token, verb: Token) -> bool:
    """Tell whether somebody must do a deed: "has to leave", but not "has yet to leave"."""
    if verb.lemma_ != "have" or clause.dep_ != "xcomp" or not is_infinitive(clause):
        return False
    other = any(c.dep_ == "dobj" or c.lower_ == "yet" for c in verb.children)
    return verb.tag_ in ("VBZ", "VBP", "VB") and not other


def is_made_to(clause: Token, governor: Token) -> bool:
    """Tell whether a clause is what somebody is made to do or will be seen doing: "would have them [leave]",
    "will see them [leaving]"."""
    if clause.dep_ != "ccomp":
        return False
    made = clause.tag_ == "VB" and governor.lemma_ in ("have", "make")
    return made or (clause.tag_ == "VBG" and governor.tag_ == "VB" and governor.lemma_ in ("have", "see"))


def is_of_others(clause: Token, wish: Token, modality: Modality) -> bool:
    """Tell whether a wish is that others do something: "want [them] to leave", but not "want to leave"."""
    own = any(c.dep_ in ("nsubj", "nsubjpass") for c in clause.children)
    return own or bool(object_control_of(wish, modality))


def is_enacted(message: Token, modality: Modality) -> bool:
    """Tell whether a message is put in force: "adopted a [resolution] to suspend it"."""
    enacted = message.dep_ == "dobj" and message.head.lemma_ in modality.enacting
    return enacted and message.lemma_ in modality.messages


def is_singled_out(doer: Token, modality: Modality) -> bool:
    """Tell whether an infinitive tells what one alone or first did: "the first country [to leave]"."""
    served = doer.lemma_ in modality.verbs or doer.lemma_ in modality.means
    words = (doer, *doer.children)
    return not served and any(c.tag_ == "JJS" or c.lower_ in _SINGLING for c in words)


_SINGLING = ("first", "second", "third", "last", "latest", "only")


def is_of_none(clause: Token, noun: Token, effect: Effect | None, modality: Modality) -> bool:
    """Tell whether there is none of what a clause completes: "no plan to attack", "no sign that …"."""
    planned = effect is not None and noun.pos_ == "NOUN" and noun.dep_ == "attr"
    known = noun.lemma_ in modality.signs and has_own_subject(clause)
    return (planned or known) and is_denied(noun)


def is_past(clause: Token) -> bool:
    """Tell whether a clause stands in the past tense: "left", "had left"."""
    return clause.tag_ == "VBD" or any(c.tag_ == "VBD" for c in clause.children if c.dep_ == "aux")


def has_own_subject(clause: Token) -> bool:
    """Tell whether a clause below a verb or noun has a subject of its own: "plans [that it leave]"."""
    return clause.dep_ == "ccomp" or (clause.dep_ == "acl" and not is_infinitive(clause))


def is_talked_about(token: Token) -> bool:
    """Tell whether the deed is only talked or thought of: "comments about banning", "think about it"."""
    if token.dep_ != "pcomp" or token.tag_ != "VBG" or token.head.lower_ != "about":
        return False
    return token.head.head.pos_ == "NOUN" or token.head.head.lemma_ == "think"
