"""How long the names of an article may be: a ledger indexes them, and every claim repeats them."""

from dataclasses import replace

from onrecord.intake.draft import Draft
from onrecord.text.normalise import one_line

__all__ = ["LONGEST", "with_fitting_names"]

LONGEST = 2_000
"""Bytes of the longest id, outlet or title kept; PostgreSQL indexes about 2,700."""


def with_fitting_names(draft: Draft) -> Draft:
    """Return a draft without the names that are too long; the first of them is its fault."""
    for name in ("id", "outlet", "title"):
        size = len(one_line(getattr(draft, name) or "").encode("utf-8"))
        if size > LONGEST:
            told = f"has {size:,} bytes in its {name}; at most {LONGEST:,} are kept."
            fault = draft.fault or f"{told} Shorten it, or leave it out."
            draft = replace(draft, **{name: None}, fault=fault)  # type: ignore[arg-type]
    return draft
