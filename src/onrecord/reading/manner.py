"""Mends of the parse where how something is said stands between a verb and its object.

"Condemning [in the “strongest possible terms”] Norland's deployment and voicing worries about it": the parser
hangs the object on the words between, takes the verb for a participle of its subject, and the second
participle for a noun.
"""

from typing import cast

from spacy.language import Language
from spacy.pipeline import Lemmatizer
from spacy.tokens import Doc, Span, Token

__all__ = ["MANNERS"]

MANNERS = "onrecord_manners"
"""Name of the component."""

_SAID_IN = frozenset({"terms", "words", "language", "tones"})
_AROUND = frozenset({'"', "“", "”", "''", "‘", "’", "'"})
_BEFORE_NOUN = ("DT", "PRP$", "JJ", "JJR", "JJS", "CD", "NNP", "NNPS", "POS", "NN", "NNS")
_NOUNS = ("NN", "NNS", "NNP", "NNPS")


@Language.factory(MANNERS)
def _mender(nlp: Language, name: str) -> "_Manners":  # noqa: ARG001  (spaCy passes it)
    return _Manners(cast(Lemmatizer, nlp.get_pipe("lemmatizer")))


class _Manners:
    """Hangs the object behind such words on its verb."""

    def __init__(self, lemmatizer: Lemmatizer) -> None:
        self._lemmatizer = lemmatizer

    def __call__(self, doc: Doc) -> Doc:
        for terms in doc:
            verb = _verb_of(terms)
            last = _object_behind(terms.i + 1, terms.sent) if verb is not None else None
            if verb is None or last is None:
                continue
            _gather(last, verb, terms)
            second = _part_second(last, verb)
            if second is not None:
                second.lemma_ = self._lemmatizer.lemmatize(second)[0]
            _begin_with(verb)
        return doc


def _verb_of(terms: Token) -> Token | None:
    """Return the verb that "in strong terms" tells of, where it stands right behind it."""
    if terms.lower_ not in _SAID_IN or terms.dep_ != "pobj" or terms.head.lower_ != "in":
        return None
    verb = terms.head.head
    return verb if verb.pos_ == "VERB" and verb.i == terms.head.i - 1 else None


def _object_behind(place: int, sentence: Span) -> Token | None:
    """Return the last noun of the words from a place on, as far as they can be one name of a thing.

    None where it begins a clause ("in plain terms [Norland] had left") or tells when ("[Monday]").
    """
    found = None
    for token in sentence.doc[place : sentence.end]:
        if token.text in _AROUND:
            continue
        if token.tag_ not in _BEFORE_NOUN or token.ent_type_ in ("DATE", "TIME"):
            break
        found = token if token.tag_ in _NOUNS else found
    return None if found is None or found.dep_ in ("nsubj", "nsubjpass") else found


def _gather(last: Token, verb: Token, terms: Token) -> None:
    """Hang an object on its verb, and on it the words before it that hang elsewhere behind it."""
    doc, above = last.doc, last.head
    last.head, last.dep_ = verb, "dobj"
    for token in doc[terms.i + 1 : last.i]:
        if token.head in (above, terms) and token.text not in _AROUND and token.head.i != last.i:
            token.head = last
    if last.tag_ in ("NN", "NNS"):
        last.pos_ = "NOUN"


def _part_second(last: Token, verb: Token) -> Token | None:
    """Return a second participle, hung on the first: "condemning the raid and [voicing] worries"."""
    doc = last.doc
    joined = doc[last.i + 1 : last.i + 3]
    if verb.tag_ != "VBG" or len(joined) < 2 or joined[0].lower_ != "and":
        return None
    second, told = joined[1], _object_behind(joined.end, last.sent)
    if second.tag_ not in ("NN", "VBG") or not second.lower_.endswith("ing") or told is None:
        return None
    second.tag_, second.pos_ = "VBG", "VERB"
    second.head, second.dep_ = verb, "conj"
    joined[0].head = verb
    told.head, told.dep_ = second, "dobj"
    return second


def _begin_with(verb: Token) -> None:
    """Make a verb with an object the sentence's, where it hangs on its subject: "councils [condemned] it"."""
    subject = verb.head
    if verb.dep_ != "acl" or verb.tag_ not in ("VBD", "VBN") or subject.dep_ != "ROOT" or subject.i > verb.i:
        return
    verb.head, verb.dep_, verb.tag_ = verb, "ROOT", "VBD"
    subject.head, subject.dep_ = verb, "nsubj"
    for token in [t for t in subject.children if t.i > verb.i]:
        token.head = verb
