"""Lines that are known for what they are: prompts, captions, links, labels."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from onrecord.intake.inserted.lines import Line

__all__ = ["Boilerplate", "load_boilerplate"]

_END = r"\s*[.:…>»→]*"


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """The patterns of boilerplate.yaml.

    Attributes:
        kinds: Reason and pattern, in the file's order.
        heading: Matches a line that announces links.
    """

    kinds: tuple[tuple[str, re.Pattern[str]], ...]
    heading: re.Pattern[str]

    def reason(self, line: Line) -> str | None:
        """Return why a line does not belong to its article, None when nothing says so."""
        return next((reason for reason, pattern in self.kinds if pattern.fullmatch(line.text)), None)

    def is_heading(self, line: Line) -> bool:
        """Tell whether a line announces links to other stories."""
        return line.words <= 8 and self.heading.fullmatch(line.text) is not None


@cache
def load_boilerplate() -> Boilerplate:
    """Return the patterns that ship with the package."""
    told = yaml.safe_load(files(__package__).joinpath("boilerplate.yaml").read_text(encoding="utf-8"))
    kinds = [(kind["reason"], _any(kind["patterns"], re.IGNORECASE)) for kind in told["lines"]]
    return Boilerplate(
        kinds=(*kinds, ("caption", _any(told["captions"]))),
        heading=_any(told["headings"], re.IGNORECASE),
    )


def _any(patterns: Sequence[str], flags: int = 0) -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(f"(?:{p})" for p in patterns) + ")" + _END, flags)
