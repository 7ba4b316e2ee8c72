"""Which clause a phrase belongs to, and which verbs carry a happening."""

from spacy.tokens import Token

__all__ = ["carrier_verbs", "governor", "nominal_top"]

LIGHT = frozenset(
    {
        "take", "occur", "happen", "hold", "begin", "start", "carry", "conduct", "come", "launch", "stage",
        "continue", "erupt", "mount", "break", "be", "make", "follow", "hit", "kill", "leave", "wound",
        "strike", "go", "sign", "perform", "undertake", "commit", "resume", "end",
    }
)  # fmt: skip
"""Verbs whose date and place are those of the deed their subject or object names."""
LEANING = frozenset({"xcomp", "acomp", "attr"})


def governor(token: Token, stops: set[int]) -> Token | None:
    """Return the verb a phrase hangs on, or the first token of `stops` on the way; None outside a clause."""
    for above in token.ancestors:
        if above.i in stops or above.pos_ in ("VERB", "AUX"):
            return above
    return None


def carrier_verbs(head: Token, heads: set[int], cues: set[int]) -> list[Token]:
    """Return the tokens whose time and place are a happening's: its head, and verbs that only carry it.

    "began shelling", "the attack took place", "the two held talks": the verb's Monday is the deed's.
    """
    carriers = [head]
    node = head
    while node.dep_ in LEANING and node.head.pos_ in ("VERB", "AUX") and node.head.i not in heads | cues:
        node = node.head
        carriers.append(node)
    if head.pos_ in ("NOUN", "PROPN") and node == head:
        top = nominal_top(head, through=frozenset({"of"}))
        verb = top.head
        fits = top.dep_ in ("nsubj", "nsubjpass", "dobj", "attr")
        if fits and verb.i not in heads | cues and verb.lemma_ in LIGHT:
            carriers.append(verb)
    return carriers


def nominal_top(token: Token, through: frozenset[str] = frozenset({"of", "worth"})) -> Token:
    """Return the head of the noun phrase a token is part of, through "of" and joined nouns."""
    top = token
    while top.head is not top:
        if top.dep_ in ("nummod", "quantmod", "compound", "nmod", "amod", "appos", "conj", "predet"):
            if top.head.pos_ in ("VERB", "AUX"):
                break
            top = top.head
        elif (
            top.dep_ == "pobj"
            and top.head.lower_ in through
            and top.head.head.pos_ in ("NOUN", "NUM", "PROPN", "ADJ")
        ):
            top = top.head.head
        elif top.dep_ == "npadvmod" and top.head.pos_ == "ADJ":
            top = top.head
        else:
            break
    return top
