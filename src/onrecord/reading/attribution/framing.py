"""By whose count, or in whose view, a clause is told: "[46 are held], by the count of the league"."""

from spacy.tokens import Doc, Token

from onrecord.codebook.stances import StanceBook
from onrecord.codebook.wordclasses import word_classes
from onrecord.reading.attribution.cues import Cue
from onrecord.reading.attribution.spans import CueSpans, clean, phrase_tokens

__all__ = ["frame_of", "framed_spans"]

_OWNERS = frozenset({"of", "from"})
_ONE = frozenset({"the", "one"})
"""Words before a count or view that is somebody's: "in [the] view of X", not "in view of the raid"."""

_LEADING = frozenset({"prep", "agent", "dep", "advmod", "npadvmod", "ROOT"})


def frame_of(doc: Doc, cue: Cue, book: StanceBook) -> Token | None:
    """Return the preposition by which a noun of saying frames a clause: "[by] the count of X", else None."""
    noun = doc[cue.head]
    before = noun.head
    if cue.entry.pos != "noun" or noun.dep_ != "pobj" or _owner(noun) is None:
        return None
    if f"{before.lower_} {noun.lemma_.lower()}" not in book.signs.get("frames", ()):
        return None
    opens = before.i == before.sent.start or doc[before.i - 1].text in {",", "-", "–", "—", "("}
    closes = noun.right_edge.i + 1 < len(doc) and doc[noun.right_edge.i + 1].text in {",", ".", ")"}
    loose = before.dep_ != "agent" and before.lower_ != "on"  # "based on her account, …"
    return before if before.dep_ in _LEADING and (opens or (closes and loose)) else None


def framed_spans(doc: Doc, cue: Cue, book: StanceBook) -> CueSpans | None:
    """Return whose count or view it is, and the clause it is told of; None of a noun that frames none."""
    frame, owner = frame_of(doc, cue, book), _owner(doc[cue.head])
    if frame is None or owner is None:
        return None
    clauses = tuple(c.i for c in owner.children if c.dep_ == "relcl")
    counted = tuple(c.i for c in owner.children if _is_number_of(c))
    source = phrase_tokens(owner, without=(*clauses, *counted))
    # "By the tally of X two died": the parse takes what is told for a clause on X.
    told = (*counted, *(clauses if frame.dep_ == "ROOT" else ()))
    own = {t.i for t in frame.subtree} - {t.i for i in told for t in doc[i].subtree}
    own |= {i for i in (min(own) - 1, max(own) + 1) if 0 <= i < len(doc) and doc[i].text == ","}
    return CueSpans(source, clean(doc, tuple(_told(frame) - own)), (), ())


def _owner(noun: Token) -> Token | None:
    """Return whose count or view a noun names: "[its] own count", "the tally of [a group]"."""
    own = next((c for c in noun.children if c.dep_ == "poss"), None)
    if own is not None:
        return own
    if all(c.lower_ not in _ONE for c in noun.children):
        return None
    of = (c for c in noun.children if c.dep_ == "prep" and c.lower_ in _OWNERS)
    return next((c for prep in of for c in prep.children if c.dep_ == "pobj"), None)


def _is_number_of(noun: Token) -> bool:
    """Tell whether a noun the parse puts beside an owner is what is counted: "by the tally of X, 40 men"."""
    return noun.dep_ == "appos" and noun.left_edge.like_num


def _told(frame: Token) -> set[int]:
    """Return what is framed: the clause around, but not what another says around or inside it.

    Of "two died, X said, [in the ninth raid], by the count of Y" that is what stands behind X. The clause
    before "and, by its count, …" is not framed either.
    """
    host = frame.head
    while host.pos_ not in {"VERB", "AUX"} and host.head.i != host.i:
        host = host.head
    while host.dep_ in _BELOW and host.head.i != host.i and not _is_apart(host, frame):
        host = host.head
    others = [t for t in host.subtree if t.dep_ in {"parataxis", "ccomp"} and t.i != host.i and _is_saying(t)]
    begin = max((_end_of(t, frame) for t in others if t.i < frame.i), default=0)
    return {t.i for t in host.subtree if t.i >= begin}


def _end_of(saying: Token, frame: Token) -> int:
    """Return where an inserted "…, X said, …" ends."""
    commas = (t.i for t in saying.doc[saying.i : frame.i - 1] if t.text == ",")
    return next(commas, saying.right_edge.i + 1)


_BELOW = frozenset({"conj", "xcomp", "ccomp", "parataxis", "csubj"})


def _is_apart(clause: Token, frame: Token) -> bool:
    """Tell whether a clause is framed without the one it hangs on: it is what another says, or joined on."""
    said = clause.dep_ in {"ccomp", "parataxis"} and _is_saying(clause.head)
    return said or (clause.dep_ == "conj" and frame.i < clause.i)


def _is_saying(verb: Token) -> bool:
    return verb.lemma_ in word_classes().speaking
