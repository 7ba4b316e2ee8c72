"""How a place name is written as a key: what differs only in spelling becomes the same."""

import re
import unicodedata

__all__ = ["place_key"]

_WHOLE = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort", "pt": "point"}
_DROPPED = re.compile(r"[.'’‘`´]")
_BLANK = re.compile(r"[\s\-–/,]+")


def place_key(name: str) -> str:
    """Return the key of a place name: lower case, no accents, "St." written out, no leading "the"."""
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(character for character in plain if not unicodedata.combining(character))
    words = _BLANK.sub(" ", _DROPPED.sub("", plain)).lower().split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(_WHOLE.get(word, word) if i + 1 < len(words) else word for i, word in enumerate(words))
