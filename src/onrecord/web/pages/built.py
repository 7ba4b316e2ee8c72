"""What a page hands back."""

from dataclasses import dataclass

__all__ = ["Built", "Table"]


@dataclass(frozen=True, slots=True)
class Built:
    """A page's record.

    Attributes:
        data: The record; its fields are the JSON twin's `data`.
        next: Opaque mark of what follows; None when nothing does.
    """

    data: object
    next: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A page as a table: its CSV twin."""

    header: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]
