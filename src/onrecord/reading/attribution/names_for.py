"""What something is called, and how many it is put at, where the parse shows neither plainly."""

from spacy.tokens import Doc, Token

__all__ = ["is_count", "name_behind"]

_CALENDAR = frozenset({"DATE", "TIME", "ORDINAL"})
"""Named entities whose numbers tell when or which, and count nothing: "by 6 o'clock", "the first shot"."""

_ROUND = frozenset({"dozen", "dozens", "hundreds", "thousands", "millions"})
"""Numbers that the parser does not know for such: "a few dozen"."""

_NAMED = frozenset({"that", "this", "it", "them", "him", "her"})

_TAKEN_FOR_ADVERBS = frozenset(
    {"untimely", "unseemly", "unfriendly", "cowardly", "costly", "deadly", "ghastly", "unlikely", "unworldly"}
)
"""Adjectives that the tagger takes for adverbs."""


def is_count(token: Token) -> bool:
    """Tell whether a word is a number that counts something: "40", "a few [dozen]", but no date."""
    number = token.like_num or token.lower_ in _ROUND
    return number and token.ent_type_ not in _CALENDAR


def name_behind(doc: Doc, verb: Token, content: tuple[int, ...]) -> list[Token]:
    """Return what something is called right behind it: "called that [a lie]", "called it [untimely]".

    The parse often hangs such a name on a wrong word, or none on the verb.
    """
    if verb.lemma_ != "call" or not content or content[0] < verb.i:
        return []
    if doc[content[-1]].lower_ in _TAKEN_FOR_ADVERBS:
        return [doc[content[-1]]]
    for place, i in enumerate(content[1:], start=1):
        before = doc[i - 1]
        named = before.pos_ in {"NOUN", "PROPN"} or before.lower_ in _NAMED
        article = doc[i].lower_ in {"a", "an"} and doc[i].ent_type_ not in _CALENDAR
        if article and named and content[place - 1] == i - 1 and before.i > verb.i:
            return [doc[k] for k in content[place:]]
    return []
