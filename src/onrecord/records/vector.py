"""What an encoder sees of a deed, to be compared with what it sees of others; not part of the contract."""

import math
from dataclasses import dataclass

__all__ = ["DeedVector"]


@dataclass(frozen=True, slots=True)
class DeedVector:
    """A vector of a deed.

    Attributes:
        weights: Names the weights that made it; vectors of other weights cannot be compared with it.
        numbers: Its numbers, a signed byte each.
    """

    weights: str
    numbers: bytes

    def unit(self) -> tuple[float, ...]:
        """Return it with length 1: the product of two tells how alike deeds are, -1 to 1."""
        told = memoryview(self.numbers).cast("b").tolist()
        length = math.sqrt(sum(n * n for n in told)) or 1.0
        return tuple(n / length for n in told)
