"""Where the demonstration's dispatches lie."""

from pathlib import Path

__all__ = ["dispatches_path"]


def dispatches_path() -> Path:
    """Return the file of the demonstration's dispatches, JSON lines as `onrecord add` reads them.

    All were written for On Record. Three retell public events of November 2024 (`veto-1`, `sanctions-1`,
    `lima-1`); every other incident, and every minor official and outlet in them, is invented.
    """
    return Path(__file__).with_name("dispatches.jsonl")
