"""PLOVER's closed vocabularies: the modes of each type, and contexts. Facts from the PLOVER manual v2.0."""

from onrecord.records import EventType

__all__ = ["CONTEXTS", "MODES", "WORDS"]

WORDS = frozenset(
    {
        EventType.ACCUSE,
        EventType.AGREE,
        EventType.CONCEDE,
        EventType.REJECT,
        EventType.REQUEST,
        EventType.SUPPORT,
        EventType.THREATEN,
    }
)
"""Types of what is done with words, which is mostly read as who says what."""

_ANSWERS = ("assist", "change", "yield", "meet")

MODES: dict[EventType, tuple[str, ...]] = {
    EventType.AGREE: (),
    EventType.CONSULT: ("visit", "third-party", "multilateral", "phone"),
    EventType.SUPPORT: (),
    EventType.CONCEDE: (),
    EventType.COOPERATE: (),
    EventType.AID: (),
    EventType.RETREAT: ("withdraw", "release", "disarm", "ceasefire", "access", "resign"),
    EventType.REQUEST: _ANSWERS,
    EventType.ACCUSE: ("disapprove", "allege", "investigate"),
    EventType.REJECT: _ANSWERS,
    EventType.THREATEN: ("restrict", "arrest", "relations", "expel", "territory", "violence"),
    EventType.PROTEST: ("demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"),
    EventType.SANCTION: ("convict", "expel", "withdraw", "discontinue"),
    EventType.MOBILIZE: ("troops", "weapons", "police", "militia"),
    EventType.COERCE: (
        "seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold",
        "misinformation", "cyber",
    ),
    EventType.ASSAULT: (
        "abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives",
        "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional",
    ),
}  # fmt: skip
"""The modes a type can have; none for the verbal-cooperation types and AID, COOPERATE."""

CONTEXTS = (
    "asylum", "cbrn", "corruption", "crime", "cyber", "diplomatic", "disasters", "economic", "election",
    "environment", "executive", "gender", "health", "human_rights", "human_security", "illegal_drugs",
    "inequality", "intelligence", "legal", "legislative", "lgbt", "migration", "military", "misinformation",
    "natural_resource", "peacekeeping", "political_institutions", "pro_autocracy", "pro_democracy",
    "religion_ethnicity", "reparations", "repression", "rights_freedoms", "technology", "territory",
    "terrorism", "trafficking",
)  # fmt: skip
"""What an event is about; none or several."""
