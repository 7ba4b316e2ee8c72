"""Find mentions by token."""

from collections.abc import Sequence

from onrecord.reading.layers import Mention

__all__ = ["mention_at", "mention_over", "mentions_within"]


def mention_at(mentions: Sequence[Mention], token: int) -> Mention | None:
    """Return the largest mention the parse hangs on a token, None if none does.

    In "Russian President Vladimir Putin met …" the subject's token gives the person; the demonym
    inside has no mention of its own, because it only describes.
    """
    found = [m for m in mentions if m.head == token]
    return max(found, key=lambda m: m.end - m.start) if found else None


def mention_over(mentions: Sequence[Mention], token: int) -> Mention | None:
    """Return the largest mention that covers a token, None if none does."""
    found = [m for m in mentions if m.start <= token < m.end]
    return max(found, key=lambda m: m.end - m.start) if found else None


def mentions_within(mentions: Sequence[Mention], start: int, end: int) -> tuple[Mention, ...]:
    """Return the mentions that lie wholly in the tokens [start, end), outermost only, in order."""
    inside = [m for m in mentions if start <= m.start and m.end <= end]
    return tuple(
        m
        for m in inside
        if not any(o is not m and o.start <= m.start and m.end <= o.end and _larger(o, m) for o in inside)
    )


def _larger(one: Mention, other: Mention) -> bool:
    return one.end - one.start > other.end - other.start
