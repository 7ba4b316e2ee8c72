"""Deeds that somebody comes near to, drafts, arranges, leaves open or speaks of for later, not done yet."""

from spacy.tokens import Token

from onrecord.codebook import Modality
from onrecord.reading.events.shapes import first_of

__all__ = [
    "is_arranged",
    "is_called_for_later",
    "is_drafted",
    "is_left_open",
    "is_matter_of_time",
    "is_near",
    "is_on_day_to_come",
    "is_open_to",
    "is_over",
    "is_the_aim",
]

_NEAR = frozenset({"close", "closer", "near", "nearer"})
_BRINKS = frozenset({"brink", "verge", "cusp", "threshold"})
_DRAFTING = frozenset({"draft", "draw"})
_DRAFTS = frozenset({"recommendation", "list", "proposal", "plan", "option", "package", "round"})


def is_near(deed: Token) -> bool:
    """Tell whether somebody only comes near a deed: "a step closer to [imposing] it", "verge of [war]"."""
    before = deed.head
    if deed.dep_ not in ("pcomp", "pobj") or before.i == 0:
        return False
    if before.lower_ == "to":
        return before.nbor(-1).lower_ in _NEAR and (deed.dep_ == "pcomp" or _is_moved(before))
    return before.lower_ == "of" and before.head.lemma_ in _BRINKS


def is_open_to(deed: Token) -> bool:
    """Tell whether somebody would only join in a deed: "is open to [talks]", "open to [meeting] them"."""
    to = deed.head
    return deed.dep_ in ("pcomp", "pobj") and to.lower_ == "to" and to.head.lower_ == "open"


def _is_moved(to: Token) -> bool:
    """Tell whether what is near something came so: "edged closer [to] war", not "a house closer [to] it"."""
    return to.nbor(-1).lower_ == "closer" and any(t.pos_ == "VERB" for t in to.nbor(-1).ancestors)


def is_drafted(noun: Token) -> bool:
    """Tell whether a deed is only put on paper: "drafted [sanctions]", "draw up a list of [sanctions]"."""
    first = first_of(noun)
    if first.dep_ == "pobj" and first.head.lower_ in ("of", "on", "for"):
        paper = first.head.head
        if paper.lemma_ not in _DRAFTS:
            return False
        return paper.dep_ == "dobj" and (_is_drafting(paper.head) or paper.head.lemma_ == "prepare")
    return first.dep_ == "dobj" and _is_drafting(first.head)


def _is_drafting(verb: Token) -> bool:
    up = any(c.dep_ == "prt" and c.lower_ == "up" for c in verb.children)
    return verb.pos_ == "VERB" and verb.lemma_ in _DRAFTING and (verb.lemma_ != "draw" or up)


def is_called_for_later(noun: Token) -> bool:
    """Tell whether a deed is one of the time to come: "other [talks] in the future"."""
    later = (c for p in noun.children if p.lower_ == "in" and p.dep_ == "prep" for c in p.children)
    return any(c.lower_ == "future" for c in later)


def is_arranged(verb: Token) -> bool:
    """Tell whether what somebody "is doing" is told for a day to come: "is [holding] talks next month"."""
    times = [c for c in verb.children if c.dep_ == "npadvmod"]
    times += [c for o in verb.children if o.dep_ == "dobj" for c in o.children if c.dep_ == "npadvmod"]
    return any(
        t.lower_ == "tomorrow" or any(c.lower_ in ("next", "coming") for c in t.children) for t in times
    )


def is_over(verb: Token) -> bool:
    """Tell whether what "had been" done ended: "had been [shelling] it for a week before the truce"."""
    past = any(c.lower_ in ("had", "'d") for c in verb.children if c.dep_ == "aux")
    ends = (c for c in verb.subtree if c.dep_ in ("prep", "mark", "advmod") and c.i > verb.i)
    return past and any(c.lower_ in ("before", "until", "when") for c in ends)


def is_matter_of_time(verb: Token) -> bool:
    """Tell whether a deed is only seen to come: "a matter of time before another line was [cut]"."""
    opened = any(c.dep_ == "mark" and c.lower_ == "before" for c in verb.children)
    matters = (c for c in verb.head.children if c.dep_ == "attr" and c.lemma_ == "matter")
    return opened and any(t.lower_ == "time" for matter in matters for t in matter.subtree)


def is_on_day_to_come(verb: Token) -> bool:
    """Tell whether a deed is told in the present of a day: "from Monday, when they [hold] drills"."""
    day = verb.head
    when = any(c.dep_ == "advmod" and c.lower_ == "when" for c in verb.children)
    return verb.dep_ == "relcl" and when and verb.tag_ in ("VBP", "VBZ") and day.ent_type_ == "DATE"


def is_left_open(verb: Token) -> bool:
    """Tell whether it is not said if a deed will be done: "when it would be [signed], or if it would be".

    So it is where "if" asks: "would not say if they [left]", "if or when they [leave]".
    """
    if any(c.lower_ == "when" and _is_beside_if(c) for c in verb.children):
        return True
    asked = any(c.dep_ == "mark" and c.lower_ == "if" for c in verb.children)
    if asked and verb.dep_ in ("ccomp", "advcl") and verb.head.i < verb.i:
        told = (verb.head, *(c for c in verb.head.children if c.dep_ == "acomp"))
        denied = verb.dep_ == "ccomp" and any(c.dep_ == "neg" for c in verb.head.children)
        return denied or any(t.lemma_ in _ASKING for t in told)
    return any(c.dep_ == "conj" and _is_taken_up_by_whether(c) for c in verb.children)


def _is_beside_if(when: Token) -> bool:
    """Tell whether it is asked if and when at once: "if or [when]", "[when] or even whether"."""
    before = [t.lower_ for t in when.doc[max(when.i - 2, when.sent.start) : when.i]]
    after = [t.lower_ for t in when.doc[when.i + 1 : when.i + 5] if not t.is_punct and t.lower_ != "even"]
    return any(len(words) > 1 and {*words[:2]} - _IFS == _OR for words in (before, after))


_IFS = frozenset({"if", "whether"})
_OR = frozenset({"or"})


def _is_taken_up_by_whether(clause: Token) -> bool:
    """Tell whether a clause asks if what was told before it is done at all: "or [whether it would be]"."""
    marked = any(c.dep_ == "mark" and c.lower_ in _IFS for c in clause.children)
    pronoun = any(c.dep_ in ("nsubj", "nsubjpass") and c.tag_ == "PRP" for c in clause.children)
    return marked and pronoun and clause.pos_ == "AUX"


_ASKING = frozenset({"ask", "wonder", "decide", "doubt", "question", "check", "know", "clear", "unclear"})


def is_the_aim(verb: Token, modality: Modality) -> bool:
    """Tell whether a deed is what somebody's aim is: "their goal is [toppling] him"."""
    be = verb.head if verb.dep_ in ("xcomp", "attr", "ccomp") and verb.head.lemma_ == "be" else verb
    told = be != verb or any(c.lemma_ == "be" and c.dep_ == "aux" for c in verb.children)
    subjects = (c for c in be.children if c.dep_ in ("nsubj", "csubj"))
    return told and verb.tag_ == "VBG" and any(c.lemma_ in modality.aims for c in subjects)
