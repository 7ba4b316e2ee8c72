"""Bytes to articles: `open_articles` takes what a caller names and yields `Article`s."""

from onrecord.intake.options import IntakeOptions
from onrecord.intake.sources import open_articles

__all__ = ["IntakeOptions", "open_articles"]
