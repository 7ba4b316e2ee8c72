"""Whether several sources speak with one voice."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from onrecord.reading.attribution.cues import Cue
from onrecord.reading.attribution.spans import CueSpans
from onrecord.reading.layers import Attribution
from onrecord.records import PartyKind

__all__ = ["in_one_voice", "speak_together"]

_TOGETHER = frozenset({"joint", "jointly", "together", "communique", "communiqué"})


_SIGNED_BY_ALL = frozenset({"statement", "communique", "communiqué", "declaration", "letter"})
"""Writings that whoever has a part in them says together."""


def speak_together(doc: Doc, cue: Cue, spans: CueSpans) -> bool:
    """Tell whether several sources speak with one voice: "issued a joint statement", "jointly said".

    One writing of several speaks for them together too: "the statement said".
    """
    if any(doc[i].tag_ == "NN" and doc[i].lemma_ in _SIGNED_BY_ALL for i in spans.source):
        return True
    near = _as_far_as_statement(doc[cue.head])
    words = {t.lower_ for token in near for t in token.children} | {
        t.lower_ for token in near for c in token.children for t in c.children if c.i not in spans.content
    }
    framed = [c for token in near for c in token.children if c.dep_ == "prep" and c.lower_ == "in"]
    words |= {t.lower_ for c in framed for t in c.subtree if t.i not in spans.content}
    words |= {doc[i].lower_ for i in spans.source}
    return not _TOGETHER.isdisjoint(words)


def in_one_voice(found: Sequence[Attribution]) -> list[Attribution]:
    """Return what was found, where persons who issued a joint statement before go on speaking jointly.

    "Lund and Dahl issued a joint statement condemning it. Lund and Dahl [called on] Chad to withdraw."
    Theirs is one voice, so it counts as one origin. States say together what they say another day, too.
    """
    issued: dict[frozenset[str], int] = {}
    for one in sorted(found, key=lambda one: one.cue[0]):
        if one.jointly and len(one.sources) > 1 and all(p.kind is PartyKind.PERSON for p in one.sources):
            issued.setdefault(_speakers(one), one.cue[0])
    return [
        replace(one, jointly=True) if issued.get(_speakers(one), one.cue[0]) < one.cue[0] else one
        for one in found
    ]


def _speakers(one: Attribution) -> frozenset[str]:
    return frozenset(party.id for party in one.sources)


def _as_far_as_statement(cue: Token) -> list[Token]:
    """Return a cue and what it hangs on, as far as a statement: "a [note condemning] it and [voicing] it"."""
    near = [cue, cue.head]
    while near[-1].dep_ in {"conj", "acl", "dobj"} and near[-1].tag_ in {"VBG", "NN", "NNS"}:
        near.append(near[-1].head)
    return near
