"""What a time expression is counted from: the day of publication, the days told before it, the tense."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

from spacy.tokens import Token

from onrecord.reading.days_of_saying import is_of_verb_before

__all__ = ["Anchor", "Direction", "direction_at", "nearest"]

SCHEDULING = frozenset(
    [
        "expect",
        "schedule",
        "plan",
        "set",
        "due",
        "aim",
        "hope",
        "intend",
        "slate",
        "likely",
        "bind",
        "plan",
        "prepare",
        "ready",
        "going",
        "propose",
        "promise",
        "vow",
        "pledge",
        "want",
        "ask",
        "urge",
        "order",
        "agree",
        "decide",
        "offer",
        "threaten",
        "announce",
    ]
)
"""Lemmas whose infinitive lies ahead: "is expected to meet on Friday"."""
MODALS = frozenset(
    {"will", "wo", "'ll", "shall", "may", "might", "can", "ca", "could", "would", "should", "must"}
)


class Direction(IntEnum):
    """Which way a bare day name points from the day of publication."""

    PAST = -1
    UNTOLD = 0
    FUTURE = 1


@dataclass(frozen=True, slots=True)
class Anchor:
    """What is known where an expression stands.

    Attributes:
        published: Day of publication, or the dateline's; None when unknown.
        direction: Which way a date points, judged when a rule asks for it.
        told: The last single day told before, in this sentence or the one before; None when there is none.
        told_year: The last year written out before in the same sentence.
        next_year: A year written out later in the same coordination ("March and April 2003").
    """

    published: date | None
    direction: Callable[[], Direction]
    told: date | None = None
    told_year: int | None = None
    next_year: int | None = None


def direction_at(token: Token) -> Direction:
    """Tell by the governing verb whether a date points back or ahead.

    "will meet on Friday", "is to begin Wednesday", "meets Friday" point ahead; a past tense points back, and
    so does a chronicle: "May 2 - The council meets".
    """
    if _heads_entry(token):
        return Direction.PAST
    if token.dep_ == "pobj" and token.head.lower_ == "for" and token.pos_ == "PROPN":
        return Direction.FUTURE  # "announced a strike for [Monday]"
    if is_of_verb_before(token):
        return Direction.PAST
    until = token.dep_ == "pobj" and token.head.lower_ in ("until", "till")
    for verb in _verbs_above(token):
        helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
        words = {child.lower_ for child in helpers}
        if until and words & _STILL and "been" in words:
            return Direction.FUTURE  # "have been suspended until [Thursday]"
        if words & _MAY_HAVE and "have" in words:
            return Direction.PAST  # "may have begun around [May 12]"
        if words & MODALS:
            return Direction.FUTURE
        if "to" in words:
            above = verb.head
            if above.lemma_.lower() in SCHEDULING or above.lemma_ == "be" or above.pos_ in ("NOUN", "PROPN"):
                return Direction.FUTURE
            continue
        if verb.tag_ == "VBG" and words & {"is", "are", "'s", "'re", "am"}:
            return Direction.FUTURE
        if verb.tag_ == "VBN" and words & {"is", "are", "'s"} and not words & {"been"}:
            continue
        if verb.tag_ in ("VBD", "VBN") or words & {"has", "have", "had", "was", "were", "did"}:
            return Direction.PAST
        if verb.tag_ in ("VBZ", "VBP") and verb.lemma_ not in ("say", "tell", "be", "have"):
            return Direction.FUTURE
    return Direction.UNTOLD


def _heads_entry(token: Token) -> bool:
    """Tell whether a date stands before a dash at the head of its line or sentence."""
    sentence = token.sent
    if token.i - sentence.start > _ENTRY:
        return False
    behind = token.doc[token.i : min(token.i + _ENTRY, sentence.end)]
    dash = next((t for t in behind if t.text in ("-", "–", "—")), None)
    if dash is None or dash.i + 1 >= len(token.doc):
        return False
    spaced = token.doc[dash.i - 1].whitespace_ != "" and dash.whitespace_ != ""
    before = token.doc[sentence.start : dash.i]
    return spaced and all(t.pos_ in ("PROPN", "NUM", "PUNCT", "SPACE", "NOUN") for t in before)


_MAY_HAVE = frozenset({"may", "might", "could", "must", "can", "ca"})
_STILL = frozenset({"has", "have"})
_ENTRY = 4
"""Tokens of a date at the head of an entry of a chronicle."""


def _verbs_above(token: Token) -> list[Token]:
    found = [above for above in token.ancestors if above.pos_ in ("VERB", "AUX")]
    return found[:3]


_PAST_FAVOURED = timedelta(30)
"""How much further off a past day may be than a coming one: news tells more of what was."""


_LONG_APART = timedelta(days=300)
_BY_ANOTHER_CLOCK = timedelta(days=2)
"""How soon after it is dated an article may tell of a day as past."""

_JUST_GONE = timedelta(days=21)
"""How long ago a day may be of which a sentence seems to tell as yet to come."""


def nearest(
    published: date, direction: Direction, earlier: date, later: date, *, same: date | None = None
) -> date:
    """Choose between the last such day and the next, the day of publication itself coming first.

    Args:
        published: Day of publication.
        direction: Which way the sentence points; told by nothing, the past day wins unless the next
            is nearer by more than `_PAST_FAVOURED`.
        earlier: The last such day before publication.
        later: The next such day after publication.
        same: The day itself, when publication falls on one.
    """
    if same is not None:
        return same
    back, ahead = published - earlier, later - published
    if back + ahead > _LONG_APART and min(back, ahead) <= (_BY_ANOTHER_CLOCK if ahead < back else _JUST_GONE):
        return later if ahead < back else earlier  # a year apart: no tense outweighs that one is so near
    if direction is Direction.PAST:
        return earlier
    if direction is Direction.FUTURE:
        return later
    return earlier if published - earlier <= later - published + _PAST_FAVOURED else later
