"""Deeds only supposed: told under a condition, or for what would come of them."""

from spacy.tokens import Token

__all__ = [
    "is_conditioned",
    "is_in_the_event",
    "is_inverted",
    "is_of_whoever",
    "is_only_if",
    "is_only_with",
    "is_supposed",
    "is_under_if",
    "is_weighed",
    "opens_condition",
]


def is_supposed(deed: Token, verb: Token) -> bool:
    """Tell whether a deed is only thought of: "[an attack] would bring war", "whether [a bomb] went off"."""
    some = any(c.lower_ in ("a", "an", "any", "another", "such") for c in deed.children)
    whose = any(c.dep_ == "poss" for c in deed.children) and verb.lemma_ in _FOLLOWING
    bare = deed.tag_ == "NN" and not any(c.dep_ in ("det", "poss", "amod", "nummod") for c in deed.children)
    asked = any(c.lower_ == "whether" for c in verb.children if c.dep_ == "mark")
    return (some and asked) or ((some or bare or whose) and _is_supposition(verb))


_FOLLOWING = frozenset({"be", "mean", "lead", "bring", "make", "cause", "help", "trigger", "spark"})
"""Verbs of what would come of a deed: "[his] departure would [be] a loss"."""


def is_weighed(deed: Token) -> bool:
    """Tell whether a deed is only thought of for what it would do: "[imposing sanctions] would be hard".

    Or what comes of it is: "the cost of [imposing sanctions] would be high". So is one that is ruled out.
    """
    if deed.dep_ in ("advcl", "xcomp", "dobj") and deed.head.lemma_ == "rule":
        return any(c.dep_ == "prt" and c.lower_ == "out" for c in deed.head.children)
    if deed.dep_ == "csubj":
        return _is_supposition(deed.head)
    weighed = deed.head.head
    of_it = deed.dep_ == "pcomp" and deed.head.lower_ == "of" and weighed.dep_ in ("nsubj", "nsubjpass")
    return of_it and _is_supposition(weighed.head)


def _is_supposition(verb: Token) -> bool:
    """Tell whether a verb tells what would follow: "[would] bring war"."""
    return any(c.lower_ in ("would", "could", "might") for c in verb.children if c.dep_ == "aux")


def is_conditioned(verb: Token) -> bool:
    """Tell whether the deed hangs on an "if" or "unless" and is not told as done, or is such a condition."""
    if is_inverted(verb) or _is_proviso(verb):
        return True
    if verb.tag_ != "VB" and not any(c.tag_ == "MD" for c in verb.children if c.dep_ == "aux"):
        return False
    marks = [
        c for child in verb.children if child.dep_ == "advcl" for c in child.children if c.dep_ == "mark"
    ]
    if any(c.lower_ == "provided" and c.dep_ in ("prep", "advcl", "mark") for c in verb.children):
        return True
    before = {m: m.nbor(-1).lower_ if m.i else "" for m in marks if m.lower_ in _CONDITIONS}
    if any(c.dep_ == "advcl" and is_inverted(c) for c in verb.children):
        return True
    return any(word not in ("even", "as") for word in before.values())


def opens_condition(verb: Token) -> bool:
    """Tell whether a clause begins with the word of a condition: "[if] they left"."""
    return any(c.dep_ == "mark" and c.lower_ in _CONDITIONS for c in verb.children)


_CONDITIONS = frozenset({"if", "unless"})


def is_inverted(verb: Token) -> bool:
    """Tell whether a clause is a condition without "if": "had they left, …", "should they leave, …"."""
    auxiliary = next((c for c in verb.children if c.dep_ == "aux"), None)
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if verb.dep_ != "advcl" or auxiliary is None or subject is None or auxiliary.i > subject.i:
        return False
    return auxiliary.lower_ in ("had", "should", "were")


def _is_proviso(verb: Token) -> bool:
    """Tell whether a clause is what something is done on: "on condition that they [leave]"."""
    opened = any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.children)
    return opened and verb.head.lemma_ in ("condition", "proviso") and verb.head.dep_ == "pobj"


def is_in_the_event(verb: Token) -> bool:
    """Tell whether a clause is only what may happen: "in the event that they [leave]", "… he [is] hurt"."""
    if verb.dep_ in ("relcl", "acl") and _is_the_event(verb.head):
        subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
        return any(c.tag_ != "WDT" for c in subjects)
    hung = (c for p in verb.children if p.lower_ == "in" and p.dep_ == "prep" for c in p.children)
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    return subject is not None and any(_is_the_event(c) and c.i + 1 == subject.left_edge.i for c in hung)


def _is_the_event(noun: Token) -> bool:
    return (
        noun.lower_ == "event" and noun.head.lower_ == "in" and any(c.lower_ == "the" for c in noun.children)
    )


def is_under_if(noun: Token) -> bool:
    """Tell whether a deed is only what a condition is about: "if they were involved in [an attack]"."""
    some = any(c.lower_ in ("a", "an", "any", "another") for c in noun.children if c.dep_ == "det")
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lower_ in ("event", "case"):
        return some and any(t.lower_ == "in" for t in noun.ancestors if t.dep_ == "prep")
    verb = next(
        (t for t in noun.ancestors if t.dep_ == "advcl" or t.dep_ in ("ROOT", "ccomp", "relcl")), None
    )
    return some and verb is not None and verb.dep_ == "advcl" and opens_condition(verb)


def is_only_if(be: Token) -> bool:
    """Tell whether there is something only on a condition: "there [are] no talks unless they leave"."""
    conditions = (c for child in be.children if child.dep_ == "advcl" for c in child.children)
    return any(c.dep_ == "mark" and c.lower_ == "unless" for c in conditions)


def is_only_with(verb: Token) -> bool:
    """Tell whether there would be none of a deed without another: "there [can be] no talks without it"."""
    none = (c for child in verb.children for c in (child, *child.children) if child.dep_ != "prep")
    modal = any(c.tag_ == "MD" for c in verb.children if c.dep_ == "aux")
    return modal and any(c.dep_ == "neg" or (c.dep_ == "det" and c.lower_ == "no") for c in none)


def is_of_whoever(deed: Token) -> bool:
    """Tell whether a deed would be done to or by whoever does another: "[those who flee] will be shot".

    "Those who were arrested will be tried" are people one knows of.
    """
    modals = {c.lower_ for c in deed.children if c.dep_ in ("aux", "auxpass") and c.tag_ == "MD"}
    some = (c for c in deed.children if c.dep_ in ("nsubj", "nsubjpass") and c.lower_ in _WHOEVER)
    deeds = (child for one in some for child in one.children if child.dep_ == "relcl")
    return bool(modals) and any(_may_be(one, past="would" in modals) for one in deeds)


def _may_be(clause: Token, *, past: bool) -> bool:
    """Tell whether a clause tells what somebody may do: in the present, or by "would" in the past."""
    if clause.tag_ == "VBD":
        return past
    return not any(c.tag_ == "VBD" for c in clause.children if c.dep_ in ("aux", "auxpass"))


_WHOEVER = frozenset({"those", "anyone", "anybody", "whoever"})
