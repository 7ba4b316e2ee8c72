"""Whether enough is told of a deed that a frame fits for it to be kept."""

from onrecord.codebook.plover import WORDS
from onrecord.reading.events.hypothetical import is_under_if
from onrecord.reading.events.match import Match
from onrecord.reading.events.verb_forms import is_habit
from onrecord.records import EventType, Party, PartyKind

__all__ = ["RELATIONS", "is_bare_condition", "is_told_enough"]

RELATIONS = frozenset(
    {EventType.AID, EventType.COERCE, EventType.CONSULT, EventType.COOPERATE, EventType.SANCTION}
)
"""Types of deeds between two: a noun for one that tells of nobody may be a mere name."""
_TO_PERSONS = ("arrest", "deport")
"""Modes of deeds done to persons, of which it is enough to know to whom; so it is of sanctions."""


def is_told_enough(match: Match) -> bool:
    """Tell whether enough is told: of talk, and of nouns that may be mere names, more than who."""
    parties = [party for found in match.parties.values() for party in found]
    told = len(parties)
    if is_habit(match.head) or is_bare_condition(match):
        return False
    if told and match.frame.bare:
        return True
    named = any(party.kind is not PartyKind.UNKNOWN for party in parties)
    if match.frame.type in WORDS and not (named or _is_by_rulers(match)):
        return False
    if match.frame.type is EventType.CONSULT:
        return told > 1
    if match.frame.is_mutual and match.frame.bare and (match.fillers.get("item") or match.people):
        return True  # "the exchange of two captives is off"
    if match.frame.is_mutual:
        return told > 1 or (told == 1 and _other_side(match, parties[0]))
    if match.frame.type in WORDS and told == len(match.parties["actor"]):
        alone = _tells_what_is_refused(match) or _looks_into(match)
        return told > 0 and (alone or "object" in match.frame.wanted)
    if told > 1 or (told and match.fillers.get("item")):
        return True
    known = match.frame.mode in _TO_PERSONS or match.frame.type is EventType.SANCTION
    if known and match.parties["recipient"]:
        return True
    noun = match.head.pos_ != "VERB" and match.slots.light is None
    alone = match.frame.bare and match.frame.mode == "cyber"  # "a cyberattack hit hospitals"
    return not noun or alone or match.frame.type not in RELATIONS


def _is_by_rulers(match: Match) -> bool:
    """Tell whether those who do it are told only as the government, a parliament or the opposition."""
    return any(party.sector in _RULING for party in match.parties["actor"])


_RULING = frozenset({"GOV", "OPP", "LEG"})


def _tells_what_is_refused(match: Match) -> bool:
    """Tell whether somebody will not do a deed, though it is told to nobody: "refused to [withdraw]"."""
    infinitive = any(c.dep_ == "xcomp" and c.pos_ == "VERB" for c in match.head.children)
    return match.frame.type is EventType.REJECT and infinitive and match.head.dep_ != "relcl"


def _looks_into(match: Match) -> bool:
    """Tell whether a state or its authorities look into what nobody is named for."""
    doers = match.parties["actor"]
    own = any(party.kind is PartyKind.STATE or party.sector in _OF_STATES for party in doers)
    return match.frame.mode == "investigate" and own


_OF_STATES = frozenset({"GOV", "COP", "JUD", "LEG", "MIL", "SPY", "IGO"})


def is_bare_condition(match: Match) -> bool:
    """Tell whether a deed of nobody is only what a condition is about: "in the event of [a war]"."""
    return is_under_if(match.head) and not any(match.parties.values())


def _other_side(match: Match, party: Party) -> bool:
    """Tell whether a mutual deed names beside its subject another side, though as no party."""
    behind = [t for slot in ("with", "against") for t in match.slots[slot]]
    its_own = [t for t in behind if party.span and party.span.start <= t.idx < party.span.end]
    return bool(behind) and not its_own
