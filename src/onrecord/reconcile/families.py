"""Which event types may be tellings of one deed."""

from onrecord.records import EventType

__all__ = ["ANY", "family_of", "is_mutual", "may_be_one"]

ANY = "ANY"

_FAMILIES: tuple[tuple[str, frozenset[EventType]], ...] = (
    ("FORCE", frozenset({EventType.MOBILIZE, EventType.AID, EventType.COOPERATE})),
    ("HARM", frozenset({EventType.ASSAULT, EventType.COERCE})),
    ("YIELD", frozenset({EventType.RETREAT, EventType.CONCEDE})),
    ("CUT", frozenset({EventType.SANCTION, EventType.REJECT})),
    ("TALK", frozenset({EventType.CONSULT, EventType.AGREE, EventType.SUPPORT})),
)
"""Types that two good readers, or two wordings, may give to one deed: soldiers sent to a neighbour read as
MOBILIZE where no beneficiary is told and as AID where one is; a man seized is COERCE or ASSAULT."""

_MUTUAL = frozenset({EventType.CONSULT, EventType.AGREE, EventType.COOPERATE})


def family_of(kind: EventType | None) -> str:
    """Return the name of a type's family; a type that is in none is a family of its own."""
    if kind is None:
        return ANY
    return next((name for name, kinds in _FAMILIES if kind in kinds), kind.value)


def may_be_one(left: EventType | None, right: EventType | None) -> bool:
    """Tell whether two types can be tellings of one deed; an untold type can be any."""
    return left is None or right is None or family_of(left) == family_of(right)


def is_mutual(kind: EventType | None) -> bool:
    """Tell whether the parties of a type do the same to each other: a meeting has two actors."""
    return kind in _MUTUAL
