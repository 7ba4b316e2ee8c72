"""How a party hangs on a deed in the parse: what the deed encoder is told beside its own states."""

from spacy.tokens import Token

from onrecord.encoder.finding import TIES

__all__ = ["tie_between"]

_OWN = {
    "nsubj": "subject",
    "csubj": "subject",
    "nsubjpass": "passive",
    "dobj": "object",
    "attr": "object",
    "oprd": "object",
    "dative": "dative",
    "poss": "possessor",
    "compound": "modifier",
    "amod": "modifier",
    "nmod": "modifier",
    "nummod": "modifier",
    "appos": "modifier",
}
"""What hangs right on the deed, by its dependency."""

_PREPOSITIONS = {
    "of": ("of",),
    "to": ("to", "toward", "towards"),
    "for": ("for",),
    "on": ("on", "upon", "at", "over"),
    "against": ("against",),
    "with": ("with", "between", "among"),
    "from": ("from",),
    "in": ("in", "into", "inside", "near", "through"),
    "by": ("by",),
}
_BY_WORD = {word: tie for tie, words in _PREPOSITIONS.items() for word in words}

_OF_VERBS = {
    "nsubj": "subject",
    "csubj": "subject",
    "nsubjpass": "passive",
    "dobj": "object",
    "dative": "object",
}
"""What hangs on a verb above the deed, by its dependency."""

_THROUGH = frozenset({"conj", "xcomp", "advcl", "ccomp", "dobj", "pcomp", "prep", "pobj", "aux"})
"""Dependencies that lead from a deed up to a clause that describes a party."""

_UP, _JOINED, _NEAR = 5, 6, 2
"""Most steps from a deed up to a verb, along a list of names, from a noun to the verb that leans on it."""


def tie_between(deed: Token, party: Token) -> str:
    """Return how a party's head hangs on the word that names a deed, one of `encoder.finding.TIES`.

    "above" and "verb" tell that it hangs so on a verb above: "Chad [above subject] agreed to meet", "Chad
    [verb subject] launched an attack"; "described" that the deed is told in a clause about the party: "the
    troops [described active] who attacked". "far" is everything else.
    """
    party = _first_of(party, deed)
    if party.i == deed.i:
        return "far"
    tie = _own_tie(deed, party) or _described(deed, party) or _tie_above(deed, party) or "far"
    assert tie in TIES
    return tie


def _first_of(party: Token, deed: Token) -> Token:
    """Return the first name of the list or apposition that a name stands in."""
    for _ in range(_JOINED):
        if party.dep_ not in ("conj", "appos") or party.head.i == deed.i:
            break
        party = party.head
    return party


def _own_tie(deed: Token, party: Token) -> str | None:
    if party.head.i == deed.i and party.dep_ in _OWN:
        return _OWN[party.dep_]
    if party.dep_ != "pobj":
        return None
    outer = party.head
    while outer.dep_ == "prep" and outer.head.dep_ in ("prep", "pcomp"):
        outer = outer.head
    if outer.head.i != deed.i:
        return None
    return "by" if outer.dep_ == "agent" else _BY_WORD.get(party.head.lower_, "preposition")


def _described(deed: Token, party: Token) -> str | None:
    verb = deed
    for _ in range(_UP - 1):
        if verb.dep_ in ("relcl", "acl") and verb.head.i == party.i:
            return "described_passive" if _is_passive(verb) else "described_active"
        if verb.dep_ not in _THROUGH:
            return None
        verb = verb.head
    return None


def _is_passive(verb: Token) -> bool:
    """Tell whether what a clause describes is what its deed is done to: "killed in", "whom Chad freed"."""
    if any(c.dep_ == "nsubj" and c.lower_ not in ("who", "which", "that") for c in verb.children):
        return True
    return verb.tag_ == "VBN" and (verb.dep_ == "acl" or any(c.dep_ == "auxpass" for c in verb.children))


def _tie_above(deed: Token, party: Token) -> str | None:
    noun = deed.pos_ in ("NOUN", "PROPN")
    below = deed
    for steps in range(1, _UP + 1):
        above = below.head
        if above.i == below.i:
            return None
        near = steps <= _NEAR
        if party.head.i == above.i and above.pos_ in ("VERB", "AUX") and party.dep_ in _OF_VERBS:
            return ("verb_" if noun and near else "above_") + _OF_VERBS[party.dep_]
        if party.dep_ == "pobj" and party.head.head.i == above.i and near:
            return "verb_preposition"
        below = above
    return None
