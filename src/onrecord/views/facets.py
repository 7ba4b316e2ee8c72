"""What a list can be narrowed by, with how much each choice would leave."""

from dataclasses import dataclass

__all__ = ["Facet", "FacetValue"]


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One choice.

    Attributes:
        value: As it stands in an address ("AID").
        label: As people read it ("help or supplies").
        count: How many the list would then hold.
    """

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow a list.

    Attributes:
        field: Name in an address ("type").
        label: As people read it.
        counts: What is counted: "events" or "claims".
        values: The choices, the commonest first.
    """

    field: str
    label: str
    counts: str
    values: tuple[FacetValue, ...]
