"""Which noun a relative pronoun stands for."""

from spacy.tokens import Token

from onrecord.codebook.roles import roles

__all__ = ["meant_noun"]

_REACH = 8
"""Steps from a pronoun up to the clause on its noun; real sentences need four."""


def meant_noun(pronoun: Token) -> Token | None:
    """Return the noun a relative pronoun stands for; None where the parse hangs its clause on none.

    "Which" is nobody: "[protests] against the president, which the UN says killed 30". Nor is anything a bare
    number: "a [toll] of 14, which …".
    """
    clause = pronoun.head
    for _ in range(_REACH):
        if clause.dep_ == "relcl":
            return _fitting(pronoun, clause.head)
        clause = clause.head
    return None


def _fitting(pronoun: Token, noun: Token) -> Token:
    """Return the noun itself, or the one it hangs on where the pronoun cannot stand for it."""
    unfit = noun.like_num or (pronoun.lower_ == "which" and _is_person(noun))
    above = noun.head.head
    governed = noun.dep_ == "pobj" and noun.head.dep_ == "prep" and above.pos_ == "NOUN"
    return above if unfit and governed else noun


def _is_person(noun: Token) -> bool:
    return noun.ent_type_ == "PERSON" or (noun.tag_ == "NN" and noun.lower_ in roles().offices)
