"""Days that the parser gives to what is said, and that are those of saying it."""

from spacy.tokens import Token

__all__ = ["is_of_verb_before"]


def is_of_verb_before(day: Token) -> bool:
    """Tell whether a day is that of the verb right before it: "said on [Tuesday] it would leave".

    Without "that" the parser takes it for a day of the clause behind.
    """
    verb = day.i - (2 if day.i and day.nbor(-1).lower_ == "on" else 1)
    clause = next((above for above in day.ancestors if above.pos_ in ("VERB", "AUX")), None)
    if verb < 0 or clause is None or clause.i < day.i or clause.dep_ != "ccomp" or clause.head.i != verb:
        return False
    subjects = (c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass", "expl"))
    return day.doc[verb].tag_ == "VBD" and any(c.i > day.i for c in subjects)
