"""The one form every stored text has: NFC, "\\n" line ends, plain spaces, nothing invisible.

Characters are swapped one for one wherever that is possible, and blank lines stay. So a text that came
in NFC, with "\\n" line ends and no invisible characters keeps its length and every offset into it.
"""

import re
import unicodedata

__all__ = ["normalise", "one_line"]

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
# Soft hyphens, zero-width spaces and joiners, direction marks, byte order marks: they split words for
# a tokeniser and cannot be seen by a reader. U+200C and U+200D stay: some scripts and emoji need them.
_INVISIBLE = re.compile("[\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")
_SPACES = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f]")
_SURROGATES = re.compile("[\ud800-\udfff]")


def normalise(text: str) -> str:
    """Return a text as it is stored; applied twice it changes nothing more.

    Line ends become "\\n", every kind of blank a space, control characters a space, half surrogate pairs
    U+FFFD; characters nobody can see go; white space at the very end goes.
    """
    text = _LINE_ENDS.sub("\n", text)
    text = _INVISIBLE.sub("", text)
    text = _SPACES.sub(" ", text)
    text = _CONTROLS.sub(" ", text)
    text = _SURROGATES.sub("\ufffd", text)
    return unicodedata.normalize("NFC", text).rstrip()


def one_line(text: str) -> str:
    """Return a text normalised and on one line, with single spaces: for titles and names."""
    return " ".join(normalise(text).split())
