"""Tell whether somebody who is told not to say something keeps it back."""

from spacy.tokens import Token

from onrecord.reading.attribution.content import Content

__all__ = ["is_kept_back", "is_left_open"]

_ASKED_FOR = frozenset({"what", "whom", "which"})
"""What stands behind a preposition for what is left open: "for [what]"."""

_NEEDS_NO_OBJECT = frozenset({"elaborate", "expand"})
"""Verbs of telling more of what was told before."""

_UNDONE = frozenset({"should", "must", "may", "might", "need", "had", "to"})
"""Auxiliaries with which nobody keeps anything back now: "had not mentioned it before"."""

_HABITUAL = frozenset({"do", "does"})


def is_left_open(said: Content, verb: Token) -> bool:
    """Tell whether a verb of saying goes on to a question without its clause: "did not say [for what]"."""
    asked = (c for p in verb.children if p.dep_ == "prep" and p.i > verb.i for c in p.children)
    return not said.tokens and any(c.dep_ == "pobj" and c.lower_ in _ASKED_FOR for c in asked)


def is_kept_back(said: Content, verb: Token) -> bool:
    """Tell whether what was not told is a thing that others would know: "did not disclose [his rank]".

    "Did not elaborate" needs none. What somebody never tells ("does not disclose …"), ought not to tell or
    only does not call so ("did not describe it as a coup") is no silence.
    """
    words = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    told = bool(said.tokens) or verb.lemma_ in _NEEDS_NO_OBJECT
    clause = said.states() or said.tells_to()
    open_still = not clause or said.opens_with_question()
    now = bool(words) and words.isdisjoint(_UNDONE | _HABITUAL)
    return told and open_still and now and not _is_told_as(verb)


def _is_told_as(verb: Token) -> bool:
    """Tell whether "as" stands behind a verb or its object: "describe it [as] a coup"."""
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    return any(c.lower_ == "as" and c.dep_ == "prep" for t in (verb, *objects) for c in t.children)
