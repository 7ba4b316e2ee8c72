"""Blasts: which are told as known, and which are an accident's by what blew up."""

from spacy.tokens import Token

from onrecord.reading.events.arguments import Arguments

__all__ = ["is_accidental_blast", "is_blast", "is_known_blast"]


def is_blast(noun: Token) -> bool:
    """Tell whether a noun names a blast."""
    return noun.pos_ == "NOUN" and noun.lemma_ in ("blast", "explosion")


def is_known_blast(noun: Token) -> bool:
    """Tell whether a blast is told as one told before: "[the] blast", "Tuesday's blasts", not "a blast".

    Nor "the 2015 blasts".
    """
    known = any(c.dep_ == "poss" or c.lower_ in _KNOWN for c in noun.children)
    told_apart = any(c.lower_ == "of" or (c.dep_ == "nummod" and len(c) == _YEAR) for c in noun.children)
    return is_blast(noun) and known and not told_apart


_YEAR = 4
"""Digits of a year."""
_KNOWN = frozenset({"the", "both", "this", "that", "these", "those"})


def is_accidental_blast(noun: Token, arguments: Arguments) -> bool:
    """Tell whether what blew up, or where, shows that nobody meant it.

    "A [gas] blast", "an explosion caused by a [leak]", "a blast in a [coal mine]", "an explosion tore through
    a [fireworks factory]".
    """
    if not is_blast(noun):
        return False
    sorts = [c for c in noun.children if c.dep_ in ("compound", "amod", "nmod")]
    if any({"blows_up", "blasting_works"} & arguments.classes(c) for c in sorts):
        return True
    if any(c.dep_ == "compound" for c in sorts):
        return False  # "a bomb blast in a coal mine"
    causes = (c for c in noun.children if c.dep_ == "acl" and c.lemma_ in _CAUSED)
    blamed = any("blows_up" in arguments.classes(t) for c in causes for t in c.subtree)
    around = (noun, noun.head) if noun.dep_ == "nsubj" else (noun,)
    return blamed or any("blasting_works" in arguments.classes(t) for one in around for t in _places(one))


_CAUSED = frozenset({"cause", "trigger", "blame", "spark", "set"})


def _places(head: Token) -> list[Token]:
    """Return where something happens, or what it tears through."""
    inside = (c for c in head.children if c.dep_ == "prep" and c.lower_ in _WHERE)
    return [c for p in (head, *inside) for c in p.children if c.dep_ in ("pobj", "dobj")]


_WHERE = frozenset({"at", "in", "inside", "through", "on"})
