"""Plain text files: one article a file."""

from onrecord.intake.decode import decode
from onrecord.intake.draft import Draft

__all__ = ["read_plain", "title_line", "unwrap"]

_LONGEST_TITLE = 25  # words
_WRAP = range(45, 101)  # characters in a line broken by an editor rather than by its writer
_STOPS = ".:;,…"
_CLOSERS = "\"'”’)]»"


def read_plain(raw: bytes, where: str) -> Draft:
    """Return the article of a text file.

    Its first line is the title when it looks like one; it then stands in `text` as well, so that every
    character of the file can be pointed at.

    Raises:
        IntakeError: The bytes are no text.
    """
    text = unwrap(decode(raw).replace("\r\n", "\n").replace("\r", "\n"))
    return Draft(where=where, text=text, title=title_line(text))


def title_line(text: str) -> str | None:
    """Return the first line when it is a headline over a body, else None.

    A headline is short, ends without a stop, does not begin in lower case, is followed by more text
    and is shorter than the longest line below it.
    """
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if len(lines) < 2:
        return None
    first = lines[0]
    bare = first.rstrip(_CLOSERS)
    stopped = not bare or bare[-1] in _STOPS
    if stopped or len(first.split()) > _LONGEST_TITLE or not _opens_like_a_title(first):
        return None
    return first if max(map(len, lines[1:])) > len(first) else None


def _opens_like_a_title(line: str) -> bool:
    letters = [c for c in line if c.isalpha()]
    return bool(letters) and not letters[0].islower() and " " in line


def unwrap(text: str) -> str:
    """Return a text whose paragraphs stand on one line each.

    Where blank lines part the paragraphs and most lines inside them break off at an editor's width
    without a stop, the line ends inside paragraphs become spaces, one for one.
    """
    blocks = [block.split("\n") for block in text.split("\n\n")]
    inner = [line.rstrip() for block in blocks for line in block[:-1] if line.strip()]
    wrapped = [line for line in inner if len(line) in _WRAP and line.rstrip(_CLOSERS)[-1:] not in ".!?:"]
    if len(blocks) < 2 or len(inner) < 3 or len(wrapped) < 0.6 * len(inner):
        return text
    return "\n\n".join(" ".join(block) for block in blocks)
