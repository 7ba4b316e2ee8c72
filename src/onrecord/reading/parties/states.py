"""When a city or a house stands for the government that sits there."""

from onrecord.codebook.given_names import gender_of_name
from onrecord.codebook.wordclasses import word_classes
from onrecord.gazetteer.towns import is_large_town
from onrecord.reading.parties.columns import Columns

__all__ = ["acts", "is_local", "tells_of_things", "told_as_place"]

_PARTNER = frozenset({"with", "between", "by", "against", "among"})
_BY_GOVERNOR = frozenset({"for", "on", "upon"})
_ACTOR_DEPS = frozenset({"nsubj", "nsubjpass", "agent", "csubj"})


def acts(columns: Columns, start: int, end: int, head: int) -> bool:
    """Tell whether a capital's name at [start, end) acts, speaks or is dealt with, rather than is a place.

    Args:
        columns: The article.
        start: First token of the name.
        end: One past its last token.
        head: The token of it that hangs on a word outside.
    """
    if _beside_larger_place(columns, start, end):
        return False
    dep = columns.deps[head]
    while dep == "conj" and columns.heads[head] != head:
        head = columns.heads[head]
        dep = columns.deps[head]
    governor = columns.heads[head]
    if dep in _ACTOR_DEPS:
        return True
    if dep == "compound" and columns.tags[governor] == "NNS" and columns.deps[governor] == "relcl":
        return True  # "a claim Manila disputes": the tagger took a verb for a noun
    if dep in ("compound", "nmod"):
        return _is_given(columns, start, governor)
    if dep == "poss":
        return not is_local(columns, governor)
    if dep == "pobj":
        return _after_preposition(columns, governor)
    if dep in ("dobj", "dative", "iobj"):
        classes = word_classes()
        return columns.lemmas[governor] not in classes.going | classes.done_to_a_place
    return False


def _is_given(columns: Columns, start: int, thing: int) -> bool:
    """Tell whether a capital right behind a verb is to whom a thing is given: "gave [Lima] jet engines"."""
    verb = start - 1
    if verb < 0 or columns.lemmas[verb] not in word_classes().giving:
        return False
    others = (i for i in range(start, len(columns)) if columns.heads[i] in (verb, thing))
    return (
        columns.deps[thing] == "dobj"
        and columns.heads[thing] == verb
        and not any(columns.lower[i] == "to" and columns.deps[i] in ("prep", "dative") for i in others)
    )


def told_as_place(columns: Columns, words: list[str]) -> bool:
    """Tell whether the article says anywhere that a name is a place's.

    "The village of [Lakeview]", "the mayor of [Lakeview]", "[Lakeview], a town in …", "[Lakeview], 10 km
    south of …". Names of several words that a large town bears need no such words, unless they begin as a
    person's do and stand nowhere behind "in", "from" or the like.
    """
    size = len(words)
    places = [
        i for i, word in enumerate(columns.words) if word == words[0] and columns.words[i : i + size] == words
    ]
    if is_large_town(" ".join(words)):
        where = any(i and columns.lower[i - 1] in _WHERE for i in places)
        if where or gender_of_name(words[0]) is None:
            return True
    return any(_is_told_there(columns, i, i + size) for i in places)


_WHERE = frozenset({"in", "near", "outside", "from", "to", "into", "toward", "towards", "around"})


def _is_told_there(columns: Columns, start: int, end: int) -> bool:
    settlements = word_classes().settlements
    if start > 1 and columns.lower[start - 1] == "of":
        whose = columns.lemmas[start - 2]
        if whose in _DONE_TO_LAND or whose == "mayor" or whose in settlements:
            return True
    if columns.words[end : end + 1] != [","]:
        return False
    after = columns.lower[end + 1 : end + 1 + _REACH]
    stop = next((n for n, word in enumerate(after) if word in (",", ".")), len(after))
    if after[:1] in (["a"], ["an"], ["the"]) and _noun_head(columns, end + 2, end + 1 + stop) in settlements:
        return True
    return any(after[n] in _DIRECTIONS and after[n + 1 : n + 2] == ["of"] for n in range(stop))


_DONE_TO_LAND = frozenset({"annexation", "occupation", "invasion"})


def _noun_head(columns: Columns, start: int, end: int) -> str:
    """Return the last of the first nouns in a row: "town [councillor] of a port"."""
    nouns = [i for i in range(start, min(end, len(columns))) if columns.tags[i].startswith("NN")]
    row = [i for n, i in enumerate(nouns) if i - n == nouns[0]]
    return columns.lemmas[row[-1]] if row else ""


_REACH = 9
"""Tokens after a name's comma in which it is told what and where it is."""

_DIRECTIONS = frozenset({"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest",
                         "north-east", "north-west", "south-east", "south-west"})  # fmt: skip


def is_local(columns: Columns, i: int) -> bool:
    """Tell whether a noun is something of a city rather than of a government ("suburb", "mayor")."""
    return columns.lemmas[i] in word_classes().of_a_city


def _after_preposition(columns: Columns, preposition: int) -> bool:
    word = columns.lower[preposition]
    if word in _PARTNER:
        return True
    governor = columns.lemmas[columns.heads[preposition]]
    if word == "to":
        return governor in word_classes().given_to
    if word == "from":
        return governor in word_classes().come_from
    return word in _BY_GOVERNOR and governor in word_classes().dealt_on


def _beside_larger_place(columns: Columns, start: int, end: int) -> bool:
    """Tell whether a state or region follows after a comma ("Athens, Georgia")."""
    following = end + 1
    return (
        following < len(columns)
        and columns.words[end] == ","
        and columns.labels[following] == "GPE"
        and columns.deps[following] in ("appos", "npadvmod", "compound", "conj")
        and columns.deps[start] not in ("conj",)
        and columns.words[min(following + 1, len(columns) - 1)] not in ("and", "or")
    )


_OF_THINGS = frozenset(
    {
        "flagged", "registered", "built", "made", "manufactured", "produced", "designed", "supplied",
        "donated", "owned", "bound",
    }
)  # fmt: skip


def tells_of_things(columns: Columns, end: int) -> bool:
    """Tell whether a name that ends here only tells of a thing: "a [Chad]-flagged tanker" is not Chad.

    Who made a drone, and whose flag a ship flies, has no part in what they do or suffer.
    """
    joined = columns.words[end : end + 1] == ["-"] and columns.joins_tightly(end)
    return joined and not _OF_THINGS.isdisjoint(columns.lower[end + 1 : end + 2])
