"""The vocabularies in words people read, and the families of stances that pages colour and shape alike."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from onrecord.gazetteer.countries import name_of
from onrecord.records import Event, EventType, Side, Stance, Standing, Status
from onrecord.text.amounts import counted

__all__ = [
    "DEED_WORDS",
    "FAMILY_WORDS",
    "SIDE_WORDS",
    "STANDING_ABOUT",
    "STANDING_FAMILY",
    "STATUS_WORDS",
    "Family",
    "deed_words",
    "family_of",
    "origins_words",
    "party_name",
    "stance_words",
    "standing_words",
]


class Family(StrEnum):
    """Stances that pull the same way; a page gives each family one colour and one shape."""

    ASSERTS = "asserts"
    VOUCHES = "vouches"
    OPPOSES = "opposes"
    WITHHOLDS = "withholds"
    BLAMES = "blames"
    PRESSES = "presses"
    EXPECTS = "expects"


FAMILY_WORDS: Mapping[Family, str] = {
    Family.VOUCHES: "confirms, supports, justifies",
    Family.ASSERTS: "says, reports, estimates",
    Family.BLAMES: "accuses, condemns",
    Family.OPPOSES: "denies, doubts, retracts",
    Family.WITHHOLDS: "will not confirm, silent",
    Family.EXPECTS: "fears, predicts",
    Family.PRESSES: "demands, promises, threatens",
}
"""Each family by its stances, in the order pages list them."""

_FAMILIES: Mapping[Stance, Family] = {
    Stance.REPORTS: Family.ASSERTS,
    Stance.SAYS: Family.ASSERTS,
    Stance.ESTIMATES: Family.ASSERTS,
    Stance.CONFIRMS: Family.VOUCHES,
    Stance.SUPPORTS: Family.VOUCHES,
    Stance.JUSTIFIES: Family.VOUCHES,
    Stance.DENIES: Family.OPPOSES,
    Stance.DOUBTS: Family.OPPOSES,
    Stance.RETRACTS: Family.OPPOSES,
    Stance.DECLINES_TO_CONFIRM: Family.WITHHOLDS,
    Stance.SILENT: Family.WITHHOLDS,
    Stance.ACCUSES: Family.BLAMES,
    Stance.CONDEMNS: Family.BLAMES,
    Stance.DEMANDS: Family.PRESSES,
    Stance.PROMISES: Family.PRESSES,
    Stance.THREATENS: Family.PRESSES,
    Stance.FEARS: Family.EXPECTS,
    Stance.PREDICTS: Family.EXPECTS,
}

STANDING_FAMILY: Mapping[Standing, Family] = {
    Standing.CONFIRMED: Family.VOUCHES,
    Standing.CORROBORATED: Family.ASSERTS,
    Standing.SINGLE_ORIGIN: Family.ASSERTS,
    Standing.DISPUTED: Family.OPPOSES,
    Standing.DENIED: Family.OPPOSES,
    Standing.RETRACTED: Family.WITHHOLDS,
    Standing.ALLEGED: Family.BLAMES,
    Standing.FEARED: Family.EXPECTS,
    Standing.PLANNED: Family.PRESSES,
    Standing.DEMANDED: Family.PRESSES,
}
"""The colour of a standing; the word always stands beside it."""

STANDING_ABOUT: Mapping[Standing, str] = {
    Standing.RETRACTED: "Those who asserted it have taken it back.",
    Standing.DISPUTED: "Asserted by some, denied by the actor, a recipient or the government of the place.",
    Standing.CONFIRMED: "Two independent third parties assert it, or the actor admits what others said.",
    Standing.CORROBORATED: "Two independent origins assert it; at least one of them takes part in it.",
    Standing.DENIED: "Only denials are on record.",
    Standing.ALLEGED: "Only accusers, opponents or unnamed sources assert it.",
    Standing.SINGLE_ORIGIN: "One origin asserts it.",
    Standing.FEARED: "Nobody says it happened; some fear it may.",
    Standing.PLANNED: "Announced or agreed, not told as done.",
    Standing.DEMANDED: "Asked for, not told as done.",
}

STATUS_WORDS: Mapping[Status, str] = {
    Status.HAPPENED: "done",
    Status.ONGOING: "under way",
    Status.PLANNED: "planned",
    Status.POSSIBLE: "possible",
    Status.DEMANDED: "demanded",
    Status.CONDITIONAL: "conditional",
}

SIDE_WORDS: Mapping[Side, str] = {
    Side.ACTOR: "actor",
    Side.RECIPIENT: "recipient",
    Side.OPPONENT: "opponent",
    Side.THIRD_PARTY: "third party",
    Side.OUTLET: "outlet",
}

DEED_WORDS: Mapping[EventType, str] = {
    EventType.AGREE: "agreement",
    EventType.CONSULT: "meeting or talks",
    EventType.SUPPORT: "diplomatic support",
    EventType.CONCEDE: "concession",
    EventType.COOPERATE: "cooperation",
    EventType.AID: "help or supplies",
    EventType.RETREAT: "withdrawal or release",
    EventType.REQUEST: "request",
    EventType.ACCUSE: "accusation",
    EventType.REJECT: "refusal",
    EventType.THREATEN: "threat",
    EventType.PROTEST: "protest",
    EventType.SANCTION: "sanction or cut of ties",
    EventType.MOBILIZE: "mobilisation",
    EventType.COERCE: "arrest, seizure or coercion",
    EventType.ASSAULT: "attack",
}


_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "others", "some", "who", "this", "that"})
"""Names of parties that the text tells only by a pronoun and that stayed unresolved."""


def family_of(stance: Stance) -> Family:
    """Return the family a stance belongs to."""
    return _FAMILIES[stance]


def stance_words(stance: Stance) -> str:
    """Return a stance as a verb of the third person ("declines to confirm", "is silent")."""
    return "is silent" if stance is Stance.SILENT else stance.value.replace("_", " ")


def standing_words(standing: Standing) -> str:
    """Return a standing in words ("single origin")."""
    return standing.value.replace("_", " ")


def deed_words(kind: EventType | None, mode: str | None = None) -> str:
    """Return what sort of deed it is ("withdrawal or release: ceasefire"); "statement" without a type."""
    if kind is None:
        return "statement"
    return f"{DEED_WORDS[kind]}: {mode.replace('-', ' ')}" if mode else DEED_WORDS[kind]


def origins_words(event: Event, outlets: Iterable[str | None]) -> str:
    """Return how many outlets stand on how many origins: "4 outlets, 7 origins, 5 independent".

    Args:
        event: The event.
        outlets: Of its articles or claims; those without one do not count.
    """
    heard = counted(str(len({one for one in outlets if one})), "outlet")
    return f"{heard}, {counted(str(len(event.origin_groups)), 'origin')}, {event.origins} independent"


def party_name(party: str, known: Mapping[str, str] | None = None) -> str:
    """Return a readable name for a party id.

    States get the gazetteer's name, so that one state is named alike on every page; others the name the
    articles use, and, where none is known, the id in words ("person:josep-borrell" → "Josep Borrell").
    """
    if len(party) == 3 and party.isascii() and party.isupper() and (name := name_of(party)) != party:
        return name
    prefix, colon, rest = party.partition(":")
    if prefix == "unknown" and rest in _PRONOUNS:
        return f"someone (“{rest}”)"
    if known and party in known:
        return known[party]
    if prefix == "outlet" or not colon:
        return rest or party
    if prefix == "unknown":
        return rest.replace("-", " ")
    code, hyphen, name = rest.partition("-")
    if hyphen and len(code) == 3 and (state := name_of(code.upper())) != code.upper():
        return f"{name.replace('-', ' ').title()} ({state})"
    return rest.replace("-", " ").title()
