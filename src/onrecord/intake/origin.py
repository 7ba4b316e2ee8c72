"""Where a report says it comes from: dateline, byline, wire credit."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from onrecord.intake.inserted.lines import Line, lines_of

__all__ = ["Origin", "find_origin"]

_HEAD = 4  # lines at the top among which byline and dateline are looked for
_TAIL = 4  # lines at the end among which a bare agency name is a credit
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?"
_PLACE = r"(?:[^\W\d_]|[.'’/-])+"
_REGION = rf"(?:, {_PLACE}(?: {_PLACE}){{0,3}})"
_AND_DAY = rf"(?:,? {_DAY})"
_CAPITALS = r"(?!FILE\b)(?=[^a-z]*[^\W\d_]{3})[^\Wa-z\d_](?:[^\Wa-z\d_]|[.'’ /-]){2,40}"
_DASH = r"\s?(?:—|–|--|-|:)\s"
_ZONE = r"(?:(?:[AP]M )?(?:EST|EDT|CST|CDT|MST|PST|PDT|GMT|UTC|BST|CET|CEST|EET|IST|JST|KST) )"
_LATE = 300  # characters of a line in which a dateline may stand behind other things
_NAME = r"(?:[A-Z][\w.'’-]+|[A-Z]\.|(?:de|van|von|der|den|la|le|el|al|bin|Al)[ -][A-Z][\w'’-]+)"
_BYLINE = re.compile(
    rf"(?:By|BY|by) ((?:{_NAME} ){{1,3}}{_NAME}(?:(?:, | and |, and |; ){_NAME}(?: {_NAME}){{0,3}})*)\.?"
)
_CONTRIBUTED = re.compile(
    r"(?s).{3,300}\b(?:contributed to|assisted with) (?:this|the) (?:report|story|article|piece)\W*"
)
_DESK = re.compile(
    r"(?i)\W*(?:additional |further |with )?(?:reporting|writing|editing|research|translation|files|inputs?)"
    r"(?: and (?:reporting|writing|editing))? (?:by|from) .{3,300}"
)
_PART = " (contributed)"
_TAIL_STOPS = " .()[]—–-/©"


@dataclass(frozen=True, slots=True)
class Origin:
    """What head and tail of a text tell of its making.

    Attributes:
        dateline: Place, and day if told, as written.
        credit: Agencies credited, under their usual names, joined by ", "; with "(contributed)" those
            that only had a part in the text.
        byline: Authors.
        lines: Lines that only credit someone, with what they are; nothing is claimed from them.
    """

    dateline: str | None = None
    credit: str | None = None
    byline: str | None = None
    lines: tuple[tuple[Line, str], ...] = ()


def find_origin(text: str, title: str | None = None, outlet: str | None = None) -> Origin:
    """Return what a text tells of where it comes from.

    Args:
        text: As stored.
        title: Its headline, passed over where it is the first line.
        outlet: Who published it; its own name is no credit.
    """
    lines = [line for line in lines_of(text) if line.text != title]
    dateline, credited = _dateline(lines[:_HEAD])
    byline, found = _byline(lines[:_HEAD])
    helped: list[str] = []
    for i, line in enumerate(lines):
        if _CONTRIBUTED.fullmatch(line.text) or _DESK.fullmatch(line.text):
            found.append((line, "credit line"))
            helped += _agencies_in(line.text)
        elif i >= len(lines) - _TAIL and (named := _only_agencies(line.text)):
            found.append((line, "credit line"))
            credited += named
    credited += _agencies_in(byline or "")
    own = _agency(outlet or "") or outlet
    told = [*credited, *(f"{agency}{_PART}" for agency in helped if agency not in credited)]
    kept = [agency for agency in dict.fromkeys(told) if own is None or agency.removesuffix(_PART) != own]
    return Origin(dateline, ", ".join(kept) or None, byline, tuple(found))


def _dateline(head: list[Line]) -> tuple[str | None, list[str]]:
    for line in head:
        match = _dateline_pattern().match(line.text) or _late_dateline_pattern().match(line.text[:_LATE])
        if match:
            told = match.groupdict()
            places = (told.get(name) for name in ("place", "place2", "place3", "place4"))
            place = next((name.strip(" ,-–—") for name in places if name), None)
            agency = told.get("agency") or told.get("tass") or told.get("bare")
            return place, [_agency(agency) or agency] if agency else []
    return None, []


@cache
def _dateline_pattern() -> re.Pattern[str]:
    agency = _agency_forms()
    return re.compile(
        # SEOUL, South Korea (AP) — ...   Paris, Nov 4 (AFP) - ...   Nov 4 (Reuters) - ...   (Reuters) - ...
        rf"(?:(?P<place>{_DAY}|(?:{_PLACE} ?){{1,4}}{_REGION}?{_AND_DAY}?) ?)?\((?P<agency>{agency})\){_DASH}"
        # Tehran, IRNA – ...
        rf"|(?P<place4>(?:{_PLACE} ?){{1,3}}), (?P<bare>{agency}){_DASH}"
        # MOSCOW, November 4. /TASS/. ...
        rf"|(?P<place2>{_CAPITALS}{_AND_DAY}?)\.? /(?P<tass>{agency})/[.:—–-]?\s"
        # SAN JOSE, Costa Rica — ...
        rf"|(?P<place3>{_CAPITALS}{_REGION}?{_AND_DAY}?)\s?(?:—|–|--|-)\s"
    )


@cache
def _late_dateline_pattern() -> re.Pattern[str]:
    # Crawlers glue what stands above the text to it: "Talks fail | Tue Mar 1, 2011 EST PARIS (Reuters) - ..."
    return re.compile(
        rf".*?[^A-Z'’-]{_ZONE}?(?P<place>{_CAPITALS}{_REGION}?{_AND_DAY}?) "
        rf"\((?P<agency>{_agency_forms()})\){_DASH}"
    )


def _agency_forms() -> str:
    return "|".join(re.escape(name) for name in sorted(_names(), key=len, reverse=True))


def _byline(head: list[Line]) -> tuple[str | None, list[tuple[Line, str]]]:
    for line in head:
        if match := _BYLINE.fullmatch(line.text):
            return match[1], [(line, "byline")]
    return None, []


@cache
def _names() -> dict[str, str]:
    told = yaml.safe_load(files(__package__).joinpath("agencies.yaml").read_text(encoding="utf-8"))
    return {form: name for name, forms in told.items() for form in (name, *forms)}


def _agency(name: str) -> str | None:
    return _names().get(name.strip())


def _agencies_in(text: str) -> list[str]:
    found = re.findall(rf"(?<![\w-])({_agency_forms()})(?![\w-])", text)
    return [_names()[form] for form in found]


def _only_agencies(text: str) -> list[str]:
    parts = [part for part in re.split(r"\s*[,/&;—–]\s*| - | and ", text.strip(_TAIL_STOPS)) if part]
    folded = {form.lower(): name for form, name in _names().items()}
    named = [folded.get(part.strip(_TAIL_STOPS).lower()) for part in parts]
    return [name for name in named if name] if named and all(named) else []
