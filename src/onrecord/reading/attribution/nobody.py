"""Tell whether a source is nobody in particular: "some", "many of his supporters", "anyone"."""

from spacy.tokens import Doc, Token

from onrecord.codebook.roles import roles
from onrecord.codebook.stances import StanceBook
from onrecord.codebook.wordclasses import word_classes
from onrecord.gazetteer.countries import country_of_name
from onrecord.reading.attribution.cues import Cue
from onrecord.reading.attribution.source_kinds import is_public_figure, is_somebody
from onrecord.reading.attribution.wording import head_of
from onrecord.records import Party

__all__ = ["is_nobody", "is_supposed"]

_ANYONE = frozenset({"anyone", "anybody", "someone", "somebody", "everyone", "everybody", "nobody"})
_HARDLY_ANY = frozenset({"few", "no"})
"""Words that leave nobody in particular of whoever they stand before: "few experts"."""

_WRITERS = frozenset({"i", "we"})

_STATES = frozenset({"state", "country", "nation", "government"})
"""What acts as one each, so that several of them are somebody."""

_THERE = frozenset({"at", "in", "from", "inside", "aboard"})

_THOUGHT = frozenset({"believe", "think"})


def is_nobody(
    doc: Doc, verb: Token, source: tuple[int, ...], sources: tuple[Party, ...], book: StanceBook
) -> bool:
    """Tell whether a source is nobody in particular: "some", "many of his supporters".

    Args:
        doc: Parsed document.
        verb: The word that tells what they said.
        source: Words of the source.
        sources: The parties it stands for.
        book: The stance vocabulary.
    """
    if len(source) == 1 and doc[source[0]].lower_ in book.signs.get("nobody", ()):
        return not _is_one_of_them(doc[source[0]]) and doc[source[0]].text != "WHO"
    head = head_of(doc, source)
    if head is None or is_public_figure(head) or _was_heard(head) or _spoke_there(head, verb):
        return False
    hardly = any(c.lower_ in _HARDLY_ANY and not _is_number_sign(c) for c in head.children)
    if hardly or (head.like_num and len(source) == 1):
        return True
    if _is_told_apart(head, verb, book):
        return True
    if head.lower_ == "those" and len(source) == 1 and head.head.lower_ != "among":
        return True  # "masks are for [those] who fear it"
    loose = all(c.dep_ == "det" or c.lower_ in {"many", "most", "some"} for c in head.children)
    if head.lower_ == "people" and loose:
        return True
    return not is_somebody(sources) and head.lower_ in {*book.signs.get("shares_of", ()), *_ANYONE}


def _is_told_apart(head: Token, verb: Token, book: StanceBook) -> bool:
    """Tell whether a stance only tells which people are meant, spoken of for something else.

    "Channels run by groups that [support] the raid", "millions of Norlanders [backing] her"; not "the three
    senators who back her", "senators who back her said so".
    """
    below = verb.dep_ in {"acl", "relcl"} and verb.head.i == head.i and verb.tag_ in {"VBP", "VBG"}
    bare = all(c.dep_ in {"acl", "relcl"} for c in head.children)
    plural = head.tag_ in {"NNS", "NNPS"} and head.dep_ == "pobj"
    return below and bare and plural and verb.lemma_ in book.signs.get("sides", ())


def is_supposed(doc: Doc, cue: Cue, source: tuple[int, ...]) -> bool:
    """Tell whether a saying only might be: "Suppose [Norway] demanded that …", "say [the mayor] resigned".

    What opens the sentence is no name there, as "Say Chhun said" has one.
    """
    verb, first = doc[cue.head], doc[doc[cue.head].sent.start]
    if first.lower_ not in word_classes().supposing or not source or verb.tag_ not in {"VBD", "VBZ", "VBP"}:
        return False
    behind = {first.i, first.i + 1, first.i + 2} if first.nbor().lower_ == "that" else {first.i, first.i + 1}
    told = first.nbor()
    plain = first.lower_ != "say" or told.pos_ in {"DET", "PRON"} or country_of_name(told.text) is not None
    return source[0] in behind and verb.i > source[-1] and plain


def _is_one_of_them(word: Token) -> bool:
    """Tell whether "one" is one of those told of before: "Two envoys spoke. It was over, [one] said"."""
    bare = word.lower_ == "one" and word.dep_ == "nsubj" and all(c.dep_ != "det" for c in word.children)
    return bare and word.head.tag_ == "VBD" and word.head.lemma_ != "do"


def _is_number_sign(word: Token) -> bool:
    """Tell whether "no" is short for number: "communique [no.] 31"."""
    behind = word.doc[word.i + 1 : word.i + 3]
    return word.lower_ == "no" and any(t.like_num for t in behind)


def _was_heard(head: Token) -> bool:
    """Tell whether those who say so are all whom the writer met: "everyone [I talked to] in the town"."""
    behind = head.doc[head.i + 1 : head.i + 2]
    return head.lower_ in _ANYONE and any(t.lower_ in _WRITERS and t.dep_ == "nsubj" for t in behind)


def _spoke_there(head: Token, verb: Token) -> bool:
    """Tell whether a share of people told apart by place or deed is told to have said it.

    "Some at the hospital in Zinder said", "some of those who fled told us", "a number of Sahel states have
    reported"; not "some of his supporters say", "many in the capital fear".
    """
    spoken = verb.lemma_ in word_classes().speaking - _THOUGHT or verb.lemma_ == "report"
    past = verb.tag_ == "VBD" or any(c.lemma_ == "have" and c.dep_ == "aux" for c in verb.children)
    if not spoken or not past:
        return False
    places = [c for p in head.children if p.lower_ in _THERE for c in p.children if c.dep_ == "pobj"]
    whole = [c for p in head.children if p.lower_ == "of" for c in p.children if c.dep_ == "pobj"]
    met = any(c.dep_ in {"acl", "relcl"} for t in whole if t.lower_ == "those" for c in t.children)
    bodies = any(t.lemma_ in _STATES or t.lemma_ in roles().bodies for t in whole)
    return bool(places) or met or bodies
