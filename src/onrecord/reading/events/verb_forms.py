"""What the form of a verb tells by itself: command, passive, what another has done, habit."""

from spacy.tokens import Token

__all__ = ["WARNING", "is_caused", "is_habit", "is_imperative", "is_passive"]

_SUBJECTS = ("nsubj", "nsubjpass")

WARNING = frozenset({"warn", "advise", "caution", "counsel"})
"""Verbs whose "against" asks that something be left, and whose infinitive asks that something be done."""


def is_imperative(verb: Token) -> bool:
    """Tell whether the verb commands: "Withdraw your troops!", also quoted before who says so.

    A bare form without a subject or auxiliary (but "don't"), at the top, joined to one, or before its verb
    of speaking.
    """
    if verb.tag_ != "VB" or any(
        c.dep_ in (*_SUBJECTS, "expl", "mark") or (c.dep_ == "aux" and c.lower_ != "do")
        for c in verb.children
    ):
        return False
    if verb.dep_ in ("ccomp", "advcl"):
        return verb.head.pos_ == "VERB" and verb.i < verb.head.i and verb.head.tag_ != "VB"
    return verb.dep_ == "ROOT" or (verb.dep_ == "conj" and is_imperative(verb.head))


def is_passive(verb: Token) -> bool:
    """Tell whether the verb's surface subject is what the deed is done to."""
    if any(child.dep_ in ("nsubjpass", "auxpass", "csubjpass") for child in verb.children):
        return True
    if is_caused(verb):
        return True
    if verb.tag_ != "VBN" or any(
        child.dep_ == "aux" and child.lemma_ in ("have", "having", "'ve") for child in verb.children
    ):
        return False
    if not any(c.dep_ in ("aux", "dobj") for c in verb.children) and verb.dep_ in ("ROOT", "ccomp"):
        return True  # "Two killed in raid": a participle without its auxiliary
    if verb.dep_ in ("acl", "amod") or any(child.dep_ == "agent" for child in verb.children):
        return True
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        own = any(child.dep_ in _SUBJECTS for child in verb.children)
        return not own and is_passive(verb.head)
    # "Arrested by police, he ..."; an active participle there would be VBG.
    return verb.dep_ == "advcl" and not any(child.dep_ in _SUBJECTS for child in verb.children)


def is_caused(verb: Token) -> bool:
    """Tell whether somebody "has" a deed done to another: "tried to have the mayor [killed]"."""
    own = any(c.dep_ == "nsubj" and c.i < verb.i for c in verb.children)
    alone = own and not any(c.dep_ in ("aux", "auxpass", "dobj", "mark") for c in verb.children)
    after = verb.head.i < verb.i and verb.head.lemma_ == "have" and verb.head.pos_ in ("VERB", "AUX")
    return alone and after and verb.dep_ == "ccomp" and verb.tag_ in ("VBN", "VBD")


_ANYBODY = frozenset({"those", "anyone", "anybody", "everyone", "everybody", "somebody", "someone"})


def is_habit(verb: Token) -> bool:
    """Tell whether a verb only says what sort somebody is of: "[friends who help] us", "anyone who kills".

    It stands in the plain present in a clause about nobody in particular.
    """
    first = verb
    while first.dep_ == "conj" and first.head.tag_ == first.tag_:
        first = first.head
    helped = any(c.dep_ in ("aux", "auxpass", "neg") for c in verb.children)
    if first.dep_ != "relcl" or verb.tag_ not in ("VBP", "VBZ") or helped:
        return False
    noun = first.head
    counted = noun.dep_ == "pobj" and noun.head.lower_ == "of"  # "dozens of [protesters] who march"
    told = counted or any(
        c.dep_ in ("det", "poss", "nummod", "amod", "compound", "appos") for c in noun.children
    )
    return noun.lower_ in _ANYBODY or (noun.tag_ == "NNS" and not told and not noun.ent_type_)
