"""The folded PLOVER root of an event, by one table. Reads `folding.yaml`."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from onrecord.codebook.load import Node, load_yaml
from onrecord.records import EventType, Stance, Status

__all__ = ["FoldingRule", "fold", "folding_rules"]


@dataclass(frozen=True, slots=True)
class FoldingRule:
    """One row of the table; a condition of None, or no types, always holds.

    Attributes:
        root: The root it gives.
        types: Types of the deed as if done; empty for any.
        status: Status of the deed.
        stance: Stance of the claim.
        negated: Whether the deed is told as not done.
    """

    root: EventType
    types: tuple[EventType, ...] = ()
    status: Status | None = None
    stance: Stance | None = None
    negated: bool | None = None

    def holds(self, type_: EventType, status: Status, stance: Stance | None, negated: bool) -> bool:
        """Tell whether every condition holds."""
        return (
            (not self.types or type_ in self.types)
            and self.status in (None, status)
            and self.stance in (None, stance)
            and self.negated in (None, negated)
        )


def fold(type_: EventType, status: Status, stance: Stance | None = None, negated: bool = False) -> EventType:
    """Return the root PLOVER gives a deed when time, demand and threat are folded into the type.

    Args:
        type_: Type of the deed as if done.
        status: How it is told.
        stance: Stance of the claim, None where none is known.
        negated: Whether it is told as not done.
    """
    for rule in folding_rules():
        if rule.holds(type_, status, stance, negated):
            return rule.root
    return type_


@cache
def folding_rules() -> Sequence[FoldingRule]:
    """Return the shipped table's rules, in order.

    Raises:
        CodebookError: The table is wrong; names the line.
    """
    root = load_yaml(Path(__file__).parent / "folding.yaml").mapping(required=["rules"])
    return root["rules"].read_each(_rule)


def _rule(node: Node) -> FoldingRule:
    fields = node.mapping(required=["root"], optional=["type", "status", "stance", "negated"])
    types = [t.value for t in EventType]
    return FoldingRule(
        root=EventType(fields["root"].choice(types)),
        types=tuple(EventType(t) for t in fields["type"].choices(types)) if "type" in fields else (),
        status=Status(fields["status"].choice([s.value for s in Status])) if "status" in fields else None,
        stance=Stance(fields["stance"].choice([s.value for s in Stance])) if "stance" in fields else None,
        negated=fields["negated"].flag() if "negated" in fields else None,
    )
