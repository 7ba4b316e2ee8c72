"""Text that stands inside an article and does not belong to it."""

from onrecord.intake.inserted.find import find_inserted

__all__ = ["find_inserted"]
