"""When a reader was last here, kept in a cookie of two moments and nothing else."""

from datetime import UTC, datetime, timedelta

__all__ = ["COOKIE", "visit"]

COOKIE = "onrecord_visit"
_PAUSE = timedelta(minutes=30)
"""A longer pause ends a visit."""


def visit(cookie: str | None, now: datetime) -> tuple[datetime | None, str]:
    """Return the end of the last visit, None at the first, and the cookie to set.

    Args:
        cookie: As the reader's browser sent it; one that is not ours counts as none.
        now: The moment of the request.
    """
    stamps = _stamps(cookie)
    if stamps is None:
        return None, f"{int(now.timestamp())}.0"
    last, seen = stamps
    if now - last > _PAUSE:
        seen = last
    told = None if seen.timestamp() == 0 else seen
    return told, f"{int(now.timestamp())}.{int(seen.timestamp())}"


def _stamps(cookie: str | None) -> tuple[datetime, datetime] | None:
    parts = (cookie or "").split(".")
    if len(parts) != 2 or not all(p.isascii() and p.isdigit() and len(p) <= 10 for p in parts):
        return None
    return datetime.fromtimestamp(int(parts[0]), UTC), datetime.fromtimestamp(int(parts[1]), UTC)
