"""Apostrophes as the parser was trained on them."""

__all__ = ["plain"]

_PLAIN = str.maketrans({"’": "'", "‘": "'", "ʼ": "'"})


def plain(text: str) -> str:
    """Return a text with plain apostrophes; each stands for one character, so places stay put."""
    return text.translate(_PLAIN)
