"""The closed vocabularies of the public records, as the contract's schemas list them."""

from enum import StrEnum

__all__ = [
    "DatePrecision",
    "DifferenceReason",
    "EventType",
    "Hedge",
    "PartyKind",
    "PlacePrecision",
    "Scope",
    "Side",
    "Stance",
    "Standing",
    "Status",
]


class Stance(StrEnum):
    """What a source does with a content; the design's table gives the signs of each."""

    REPORTS = "reports"
    SAYS = "says"
    CONFIRMS = "confirms"
    DENIES = "denies"
    DECLINES_TO_CONFIRM = "declines_to_confirm"
    ACCUSES = "accuses"
    CONDEMNS = "condemns"
    SUPPORTS = "supports"
    JUSTIFIES = "justifies"
    FEARS = "fears"
    DOUBTS = "doubts"
    ESTIMATES = "estimates"
    PREDICTS = "predicts"
    DEMANDS = "demands"
    PROMISES = "promises"
    THREATENS = "threatens"
    SILENT = "silent"
    RETRACTS = "retracts"


class Status(StrEnum):
    """How an event stands in one telling."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    PLANNED = "planned"
    POSSIBLE = "possible"
    DEMANDED = "demanded"
    CONDITIONAL = "conditional"


class EventType(StrEnum):
    """PLOVER's sixteen event types; the type is that of the deed as if it were done."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class PartyKind(StrEnum):
    """What sort of thing a party is."""

    STATE = "state"
    PERSON = "person"
    ORGANISATION = "organisation"
    GROUP = "group"
    OFFICE = "office"
    PLACE = "place"
    UNKNOWN = "unknown"


class DatePrecision(StrEnum):
    """How exactly a text tells a day."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    RANGE = "range"
    BEFORE = "before"
    AFTER = "after"


class PlacePrecision(StrEnum):
    """How small a place is; a country is an area, never a point."""

    POINT = "point"
    CITY = "city"
    REGION = "region"
    COUNTRY = "country"
    AREA = "area"
    UNKNOWN = "unknown"


class Hedge(StrEnum):
    """How a source qualifies a number."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    UP_TO = "up_to"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"
    BETWEEN = "between"
    DOZENS = "dozens"
    HUNDREDS = "hundreds"
    THOUSANDS = "thousands"
    TENS_OF_THOUSANDS = "tens_of_thousands"
    UNKNOWN = "unknown"


class Scope(StrEnum):
    """What a number covers."""

    INCIDENT = "incident"
    RUNNING_TOTAL = "running_total"
    SHARE = "share"


class Standing(StrEnum):
    """Who is on record about an event, in one word; docs/standing.md has the rules."""

    CONFIRMED = "confirmed"
    CORROBORATED = "corroborated"
    SINGLE_ORIGIN = "single_origin"
    DISPUTED = "disputed"
    DENIED = "denied"
    ALLEGED = "alleged"
    FEARED = "feared"
    PLANNED = "planned"
    DEMANDED = "demanded"
    RETRACTED = "retracted"


class Side(StrEnum):
    """A voice's own part in the event it speaks about."""

    ACTOR = "actor"
    RECIPIENT = "recipient"
    OPPONENT = "opponent"
    THIRD_PARTY = "third_party"
    OUTLET = "outlet"


class DifferenceReason(StrEnum):
    """Why two numbers for one measure differ."""

    LATER_UPDATE = "later_update"
    DIFFERENT_SCOPE = "different_scope"
    RUNNING_TOTAL = "running_total"
    ROUNDING = "rounding"
    SAME_ORIGIN = "same_origin"
    DISAGREEMENT = "disagreement"
