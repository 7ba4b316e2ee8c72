"""What is given in return for what: "in return for", "in exchange for", "reward ... with"."""

from spacy.tokens import Token

from onrecord.reading.events.clauses import preposition_objects

__all__ = ["given_in_return", "is_in_return"]

_EXCHANGE = ("return", "exchange")
_BARTER = ("exchange", "swap", "barter", "trade")
"""Verbs by whose "for" the other half stands: "exchanged diesel for arms"."""


def given_in_return(head: Token) -> tuple[Token, ...]:
    """Return what the deed is told to be in return for, heads of the phrases; empty for none.

    Looks at what hangs on the deed, on its objects and on the verb it leans on.
    """
    if head.lemma_ in _BARTER and head.pos_ == "VERB":
        held = (head, *(c for c in head.children if c.dep_ == "dobj"))
        return tuple(token for place in held for token in preposition_objects(place).get("for", ()))
    places = [head, *(c for c in head.children if c.dep_ in ("dobj", "prep", "pobj", "nsubjpass"))]
    places += [inner for p in places[1:] for inner in p.children if inner.dep_ in ("pobj", "prep")]
    if (head.pos_ in ("NOUN", "PROPN") or head.dep_ == "xcomp") and head.head.pos_ == "VERB":
        places.append(head.head)
    for place in places:
        around = preposition_objects(place)
        for token in around.get("in", ()):
            if token.lower_ in _EXCHANGE:
                given = preposition_objects(token).get("for", ()) or around.get("for", ())
                if given:
                    return given
    return ()


def is_in_return(noun: Token) -> bool:
    """Tell whether a noun only joins the halves of a trade: "in [exchange] for the launchers"."""
    return noun.lower_ in _EXCHANGE and noun.dep_ == "pobj" and noun.head.lower_ == "in"
