"""Find the words that carry a stance, by the codebook's cues."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from onrecord.codebook.stances import GAP, CueEntry, StanceBook
from onrecord.reading.negation import is_denied_too
from onrecord.records import Stance

__all__ = ["Cue", "CueIndex", "goes_on_behind_label", "is_lost_verb", "is_negated"]

_GAP_WORDS = 8
_SKIPPED = frozenset({"ADV", "DET", "AUX"})
_POS = {
    "verb": frozenset({"VERB", "AUX"}),
    "noun": frozenset({"NOUN"}),
    "adjective": frozenset({"ADJ", "VERB"}),
}
_TURNING = frozenset({"out", "off", "down", "up", "in", "away"})
_NONE = frozenset({"neither", "no", "none", "nobody"})
_NEGATIVE = frozenset({"not", "no", "never", "neither", "nor"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue as it stands in a text.

    Attributes:
        entry: The codebook's entry.
        tokens: Its tokens, sorted.
        head: The verb, noun or adjective of it that the parse hangs it on.
        negated: A "not" or "no" stands on it (and is not part of the entry).
    """

    entry: CueEntry
    tokens: tuple[int, ...]
    head: int
    negated: bool


class CueIndex:
    """The codebook's cues, found by their first lemma.

    Args:
        book: The stance vocabulary.
    """

    def __init__(self, book: StanceBook) -> None:
        self._by_first: dict[str, list[CueEntry]] = defaultdict(list)
        for entry in book.cues:
            self._by_first[entry.lemmas[0]].append(entry)

    def find(self, doc: Doc, readable: frozenset[int] | None = None) -> tuple[Cue, ...]:
        """Return the cues of a parsed document, in reading order, none overlapping.

        The longest match goes first; of two as long, the one that is more than plain saying ("put it at 40").

        Args:
            doc: Parsed document.
            readable: Tokens that may be read; all when None.
        """
        taken: set[int] = set()
        found: list[Cue] = []
        candidates = sorted(
            (cue for token in doc for cue in self._starting_at(token)),
            key=lambda cue: (-len(cue.tokens), cue.entry.stance is Stance.SAYS, cue.tokens),
        )
        for cue in candidates:
            if taken.isdisjoint(cue.tokens) and (readable is None or readable.issuperset(cue.tokens)):
                taken.update(cue.tokens)
                found.append(cue)
        return tuple(sorted(found, key=lambda cue: cue.tokens))

    def _starting_at(self, token: Token) -> Iterator[Cue]:
        for entry in self._by_first.get(_lemma(token), ()):
            tokens = _match(token, entry)
            head = None if tokens is None else _head(token.doc, tokens, entry)
            if tokens is not None and head is not None:
                verb = token.doc[head]
                yield Cue(entry, tokens, head, is_negated(verb, tokens) or _is_not_given(verb, tokens))


def is_negated(token: Token, besides: tuple[int, ...] = ()) -> bool:
    """Tell whether a verb, noun or adjective is negated, by a word that is not in `besides`."""
    holders = [token, token.head] if token.dep_ in {"acomp", "attr"} else [token]
    if token.dep_ == "xcomp" and token.head.lemma_ == "able":
        holders += [token.head, token.head.head]  # "was not able to confirm"
    if is_denied_too(token):
        return True  # "does not blame them or [demand] that they leave"
    if _is_yet_to_come(token, besides) or _is_left_undone(token, besides):
        return True
    children = [child for holder in holders for child in holder.children if child.i not in besides]
    return any(
        child.dep_ == "neg"
        or (child.dep_ in {"det", "preconj", "advmod"} and child.lower_ in _NEGATIVE)
        or (child.dep_ == "amod" and child.lower_ == "little")  # "there is little doubt"
        or (child.lower_ == "longer" and any(c.lower_ == "no" for c in child.children))
        or (child.dep_ in {"nsubj", "nsubjpass"} and _is_none(child, besides))
        or _is_of_neither(child)
        for child in children
    )


def _is_yet_to_come(verb: Token, besides: tuple[int, ...]) -> bool:
    """Tell whether somebody has not done it so far: "has yet to [acknowledge] it", "is yet to [admit] it"."""
    above = verb.head
    if verb.dep_ != "xcomp" or above.lemma_ not in {"have", "be", "remain"} or above.i in besides:
        return False
    return any(c.lower_ == "yet" and c.dep_ == "advmod" for t in (above, verb) for c in t.children)


def _is_left_undone(verb: Token, besides: tuple[int, ...]) -> bool:
    """Tell whether something else was done without it: "said it fell, without [saying] whose it was"."""
    above = verb.head
    without = verb.dep_ == "pcomp" and above.lower_ == "without" and above.i not in besides
    return without and any(c.dep_ in ("ccomp", "dobj") for c in verb.children)


def _is_not_given(noun: Token, besides: tuple[int, ...]) -> bool:
    """Tell whether a noun of saying is denied with its verb: "did not voice any [concern]"."""
    if noun.pos_ != "NOUN" or noun.dep_ != "dobj" or noun.head.i in besides:
        return False
    any_of_it = any(c.lower_ == "any" and c.dep_ == "det" for c in noun.children)
    return any_of_it and is_negated(noun.head, besides)


def _is_of_neither(child: Token) -> bool:
    """Tell whether a verb's object is neither of two: "commented on [neither]", "saw [neither] raid"."""
    held = child.children if child.dep_ == "prep" else (child,)
    objects = [t for t in held if t.dep_ in {"pobj", "dobj"}]
    return any(
        word.lower_ == "neither" for t in objects for word in (t, *t.children) if word.dep_ != "preconj"
    )


def is_lost_verb(token: Token) -> bool:
    """Tell whether the tagger took a verb for a noun: "a claim Manila [disputes]"."""
    return token.tag_ == "NNS" and (token.dep_ == "relcl" or goes_on_behind_label(token))


def goes_on_behind_label(token: Token) -> bool:
    """Tell whether a noun is a speaker's second verb: "condemns what it calls a coup and [demands] …"."""
    if token.dep_ != "conj" or any(c.dep_ not in {"relcl", "acl", "ccomp"} for c in token.children):
        return False
    if token.i + 1 == len(token.doc) or token.nbor().lower_ != "that":
        return False
    label = token.head.head if token.head.dep_ in {"oprd", "dobj", "pobj"} else token.head
    label = label.head if label.dep_ == "prep" else label
    what = any(c.lower_ == "what" for c in label.children)
    return label.tag_ == "VBZ" and label.head.tag_ == "VBZ" and what and token.head.tag_ != "NNS"


def _is_none(subject: Token, besides: tuple[int, ...]) -> bool:
    """Tell whether a subject is nobody: "neither X nor Y", "no official", "none of them"."""
    words = [subject, *(c for c in subject.children if c.dep_ in {"det", "preconj", "cc", "advmod", "neg"})]
    return any(word.lower_ in _NONE and word.i not in besides for word in words)


def _lemma(token: Token) -> str:
    return "not" if token.lower_ in {"n't", "not"} else token.lemma_.lower()


def _match(first: Token, entry: CueEntry) -> tuple[int, ...] | None:
    """Return the tokens of the entry that starts at `first`, None when it does not."""
    doc, tokens, at, gap = first.doc, [first.i], first.i, 0
    for lemma in entry.lemmas[1:]:
        if lemma == GAP:
            gap = _GAP_WORDS
            continue
        found = _next(doc, at + 1, lemma, gap, first.sent.end)
        if found is None and gap and lemma == "as":
            found = _own_as(first)
        if found is None or (gap and doc[found].dep_ == "conj" and doc[found].pos_ == "VERB"):
            return None  # "retreated from the town and claimed victory": another deed
        if gap and (_is_of_another_verb(doc[found], first) or _is_clause(doc[found], first)):
            return None
        tokens.append(found)
        at, gap = found, 0
    return tuple(tokens)


def _is_of_another_verb(particle: Token, verb: Token) -> bool:
    """Tell whether a particle turns another verb: "we [take] hostages, and we hand them [back]"."""
    if particle.dep_ not in {"prt", "advmod"}:
        return False
    above = next((t for t in particle.ancestors if t.i == verb.i or t.pos_ == "VERB"), verb)
    return above.i != verb.i


def _is_clause(word: Token, verb: Token) -> bool:
    """Tell whether what a noun is sought in is a verb of its own: "was [pulling] out, he [reported]"."""
    return word.pos_ == "VERB" and any(c.dep_ == "nsubj" and c.i > verb.i for c in word.children)


_FAR = 24
"""Tokens behind a verb within which its own "as" is found, whoever stands between."""


def _own_as(verb: Token) -> int | None:
    """Return where a verb's own "as" stands: "quoted the head of the town's police, Bo Lind, [as] saying"."""
    own = (c.i for c in verb.children if c.lower_ == "as" and c.dep_ == "prep")
    return next((i for i in own if verb.i < i <= verb.i + _FAR), None)


def _next(doc: Doc, start: int, lemma: str, gap: int, end: int) -> int | None:
    skipped = 0
    for i in range(start, end):
        if _lemma(doc[i]) == lemma or doc[i].lower_ == lemma:
            return i
        if doc[i].pos_ not in _SKIPPED and doc[i].ent_type_ != "DATE":
            skipped += 1
        if skipped > gap or i - start > _GAP_WORDS:
            return None
    return None


def _head(doc: Doc, tokens: tuple[int, ...], entry: CueEntry) -> int | None:
    """Return the token the cue hangs on, None when its part of speech does not fit."""
    if entry.pos == "phrase":
        return tokens[0]
    fitting = [
        i for i in tokens if doc[i].pos_ in _POS[entry.pos] or (entry.pos == "verb" and is_lost_verb(doc[i]))
    ]
    full = [i for i in fitting if doc[i].pos_ != "AUX"] or fitting
    if not full:
        return None
    head = doc[full[0]]
    if any(doc[i].dep_ in {"nsubj", "nsubjpass"} and i > head.i for i in tokens) and head.lemma_ == "say":
        return None  # "say nothing has changed"
    if len(tokens) == 1 and any(c.dep_ == "prt" and c.lower_ in _TURNING for c in head.children):
        return None  # "backed out" backs nothing
    if entry.pos == "noun" and (head.dep_ == "compound" or head.ent_type_):
        return None
    if head.dep_ == "amod" and entry.pos in {"adjective", "verb"}:
        return None
    owned = head.i > 0 and (doc[head.i - 1].tag_ == "POS" or doc[head.i - 1].text == "'")
    if head.tag_ == "VBG" and (owned or any(c.dep_ == "poss" for c in head.children)):
        return None  # "hurt the party's standing with voters": a thing it has
    if tokens[0] == head.i and entry.lemmas == ("hail",) and any(c.lower_ == "from" for c in head.children):
        return None  # "hailed from the north"
    return head.i
