"""What somebody who is silent, or declines to confirm, is told to have been asked about."""

from spacy.tokens import Doc, Token

from onrecord.reading.attribution.source_kinds import is_writing
from onrecord.reading.attribution.wording import head_of
from onrecord.reading.layers import Attribution

__all__ = ["has_topic", "is_to_request", "thing_asked_about"]

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_MATTERS = frozenset({"issue", "question", "matter", "subject", "topic"})
_REQUESTS = frozenset({"request", "appeal", "plea", "proposal", "offer", "invitation", "demand", "ultimatum"})


def has_topic(doc: Doc, one: Attribution) -> bool:
    """Tell whether silence is told to be about something by name ("comment on the leader's speech").

    Or by a clause of its own ("whether Peru had agreed").
    """
    objects = (c for i in one.cue for c in doc[i].children if c.dep_ == "dobj")
    topics = [
        c
        for i in (*one.content, *one.subject, *(t.i for c in objects for t in c.subtree))
        if doc[i].lower_ in _ON or _tells_matter(doc[i])
        for c in doc[i].children
        if c.dep_ == "pobj"
    ]
    top = head_of(doc, one.content)
    clause = top is not None and any(c.dep_ in _SUBJECTS and c.i in one.content for c in top.children)
    return (
        clause or any(t.pos_ in {"NOUN", "PROPN"} for t in topics) or thing_asked_about(doc, one) is not None
    )


def thing_asked_about(doc: Doc, one: Attribution) -> Token | None:
    """Return the thing told before that silence is about: "has not commented on [the clinic]"."""
    thing = head_of(doc, one.content or one.subject)
    if thing is None or thing.pos_ != "NOUN" or thing.head.lower_ not in _ON or is_writing(thing):
        return None  # "on the statement" is on what that tells
    return thing if any(c.lower_ in _KNOWN for c in thing.children) else None


_ON = frozenset({"on", "about"})
_KNOWN = frozenset({"the", "this", "that", "these", "those"})


def is_to_request(doc: Doc, one: Attribution) -> bool:
    """Tell whether who is silent does not answer what another asks: "has not responded to [the appeal]".

    Not "to the request for comment".
    """
    told = (doc[i] for i in (*one.content, *one.subject))
    asked = [t for t in told if t.lemma_.lower() in _REQUESTS and t.dep_ == "pobj" and t.tag_ == "NN"]
    return any(all(c.lower_ != "for" for c in t.children) for t in asked)


def _tells_matter(of: Token) -> bool:
    """Tell whether an "of" tells what a matter is about: "the issues [of] pay and housing"."""
    return of.lower_ == "of" and of.head.lemma_ in _MATTERS
