"""Pronouns that may stand for a party."""

from onrecord.reading.layers import MentionForm
from onrecord.reading.parties.columns import Columns
from onrecord.reading.parties.draft import Draft, Gender, Need

__all__ = ["find_pronouns", "pronoun_at"]

_GENDER = (
    dict.fromkeys(("he", "him", "his", "himself"), Gender.MALE)
    | dict.fromkeys(("she", "her", "hers", "herself"), Gender.FEMALE)
    | dict.fromkeys(("they", "them", "their", "theirs", "themselves", "it", "its", "itself"))
    | dict.fromkeys(("we", "us", "our", "ours", "i", "me", "my"))
)
_PLURAL = frozenset({"they", "them", "their", "theirs", "themselves", "we", "us", "our", "ours"})
# Verbs with which "it" as subject only fills a place ("it would mark", "it remains unclear").
_EMPTY = frozenset({"be", "seem", "appear", "rain", "snow", "mark", "mean", "matter", "remain", "take"})


# What is said of those who have done something: "denied it was behind the raid".
_BLAMED = frozenset({"behind", "responsible"})
_NEAR = 4


def find_pronouns(columns: Columns) -> tuple[Draft, ...]:
    """Return the pronouns of an article, without those that stand for nobody ("it is unclear")."""
    return tuple(
        pronoun_at(columns, i)
        for i, word in enumerate(columns.lower)
        if word in _GENDER and columns.tags[i] in ("PRP", "PRP$") and not columns.closed[i]
        if word != "it" or not _empty(columns, i)
    )


def pronoun_at(columns: Columns, i: int) -> Draft:
    """Return the draft of the pronoun at a token."""
    word = columns.lower[i]
    return Draft(
        start=i,
        end=i + 1,
        head=i,
        form=MentionForm.PRONOUN,
        need=Need.PRONOUN,
        name=columns.words[i],
        plural=word in _PLURAL,
        gender=_GENDER.get(word),
        key=word,
    )


def _empty(columns: Columns, i: int) -> bool:
    if columns.deps[i] == "expl":
        return True
    verb = columns.heads[i]
    near = range(verb, min(verb + _NEAR, len(columns)))
    blamed = (columns.heads[j] == verb and columns.lower[j] in _BLAMED for j in near)
    empty = columns.deps[i] in ("nsubj", "nsubjpass") and columns.lemmas[verb] in _EMPTY
    return empty and not any(blamed)
