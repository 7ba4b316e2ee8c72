"""Captions that stand as paragraphs of their own: what a picture shows, told without a finite main verb."""

from spacy.tokens import Doc, Token

from onrecord.codebook.wordclasses import word_classes
from onrecord.reading.infinitives import FINITE
from onrecord.reading.paragraphs import paragraphs
from onrecord.reading.turn_labels import turns_of

__all__ = ["find_captions"]

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_PARTICIPLES = frozenset({"VBG", "VBN"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_BELOW = frozenset({"acl", "relcl", "advcl"})
"""How the verbs of a caption hang on what it shows: "a car [that burned]", "smoke [after a raid]"."""

_VERBS = frozenset({"VBD", "VBN", "VBP", "VBZ"})
_OPENING = frozenset({"WDT", "WP", "WRB"})
_MARKS = frozenset("\"'“”‘’:?!") | {"``", "''"}
_HEARD = frozenset({"i", "we", "us", "our", "you", "your"})
_TALKING = frozenset({"ADV", "CCONJ", "INTJ", "PRON", "SCONJ"})
"""Words of those who talk, and words with which talk goes on: "[Now] the army [moving] in"."""

_FEWEST = 7
_MOST = 60


def find_captions(doc: Doc) -> frozenset[int]:
    """Return the tokens of paragraphs that are one sentence without a finite main verb.

    "Rescuers at the quay after a ferry sank, killing two.", "The mayor talking to a guard who was hurt." The
    first paragraph is a title, and words in quotation marks or behind a colon are somebody's; on the air
    people talk so, so no transcript has any.
    """
    if turns_of(doc.text):
        return frozenset()
    lines = paragraphs(doc)
    return frozenset(t.i for line in lines[1:] if _is_caption(line) for t in line)


def _is_caption(line: list[Token]) -> bool:
    if not _FEWEST <= len(line) <= _MOST or line[-1].text != "." or not line[0].is_title:
        return False
    if line[0].pos_ in _TALKING or any(t.text in _MARKS or t.lower_ in _HEARD for t in line):
        return False
    roots = [t for t in line if t.head.i == t.i]
    if len(roots) == 1 and _is_posing(roots[0], line):
        return True
    if len(roots) != 1 or not (_is_thing(roots[0]) or _is_shown_doing(_shown_before(roots[0]))):
        return False
    below = [t for t in line if t.dep_ in _BELOW or t is roots[0]]
    return any(t.pos_ in {"VERB", "AUX"} for t in below) and not any(map(_may_be_main, line))


def _may_be_main(verb: Token) -> bool:
    """Tell whether a verb may be the main one, wherever the parse hangs it: one that nothing opens or helps.

    "The harbour which [closed]" and "the ferry [seen] by rescuers" are below, "a raid that hit it [went] on"
    and "the raid, told of later, [reached] the town" may not be.
    """
    parts = list(verb.children)
    helped = any(c.dep_ in {"aux", "auxpass"} and c.tag_ in FINITE for c in parts)
    if not helped and (verb.tag_ not in _VERBS or verb.dep_ in {"aux", "auxpass", "amod"}):
        return False
    timed = verb.head.dep_ == "pobj" and verb.head.head.lower_ in {"after", "before", "since"}
    if timed and verb.dep_ == "acl":
        return False  # "the quay after a ferry [sank]", where the parse takes "sank" for a participle
    if verb.tag_ == "VBN" and not helped:
        return not any(c.dep_ == "agent" for c in parts)
    above = verb.head if verb.dep_ == "conj" else verb
    return not any(c.dep_ == "mark" or c.tag_ in _OPENING for c in (*parts, *above.children))


def _is_thing(root: Token) -> bool:
    """Tell whether a sentence is only the name of a thing, with no verb of its own before or behind it."""
    return root.tag_ in _NOUNS and not any(
        c.tag_ in FINITE or c.dep_ in {"ccomp", "parataxis", "cop", "conj"} or c.dep_ in _SUBJECTS
        for c in root.children
    )


def _shown_before(root: Token) -> Token:
    """Return the participle behind which a clause of time, parsed as the main one, stands; else the root.

    "The mayor [talking] to a guard, after two people have died".
    """
    opening = next((c.i for c in root.children if c.dep_ == "mark"), root.i)
    return next((c for c in root.children if c.dep_ == "advcl" and c.i < opening < root.i), root)


def _is_posing(root: Token, line: list[Token]) -> bool:
    """Tell whether a sentence shows people in the present at a place to which something has happened.

    "Officers stand guard at the quay after a blast killed two." What goes on from it, and what is done by
    habit, is no picture.
    """
    subject = next((c for c in root.children if c.dep_ == "nsubj"), None)
    if root.lemma_ not in word_classes().poses or root.tag_ not in {"VBP", "VBZ"} or subject is None:
        return False
    after = any(t.lower_ in {"after", "following"} and t.i > root.i for t in line)
    parts = {c.dep_ for c in root.children}
    going_on = not parts.isdisjoint({"aux", "conj", "cc", "ccomp", "parataxis", "npadvmod", "xcomp"})
    return after and subject.tag_ != "PRP" and subject.i < root.i and not going_on


def _is_shown_doing(root: Token) -> bool:
    """Tell whether a sentence's verb is a participle without an auxiliary: "the mayor [talking] to …"."""
    helped = any(c.dep_ in {"aux", "auxpass", "ccomp", "parataxis"} for c in root.children)
    going_on = any(c.dep_ == "conj" and c.tag_ in FINITE for c in root.children)
    subject = next((c for c in root.children if c.dep_ in _SUBJECTS), None)
    return root.tag_ in _PARTICIPLES and subject is not None and not helped and not going_on
