"""Templates: HTML with everything escaped, and the few helpers they may call."""

from datetime import date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from onrecord import __version__
from onrecord.records import Stance, Standing
from onrecord.text.amounts import digits
from onrecord.views.claim_table import claim_row, figure_words, when_words
from onrecord.views.passages import paragraphs, role_spans
from onrecord.views.places import world_map
from onrecord.views.words import (
    DEED_WORDS,
    FAMILY_WORDS,
    SIDE_WORDS,
    STANDING_ABOUT,
    STANDING_FAMILY,
    STATUS_WORDS,
    Family,
    deed_words,
    family_of,
    origins_words,
    party_name,
    stance_words,
    standing_words,
)
from onrecord.web.addresses import page_id

__all__ = ["STATIC", "templates"]

STATIC = Path(__file__).with_name("static")
_TEMPLATES = Path(__file__).with_name("templates")
_DASH = "–"

_SHAPES = {
    Family.VOUCHES: "M6 1 11.5 11H.5Z",
    Family.ASSERTS: "M6 1a5 5 0 1 1 0 10A5 5 0 0 1 6 1Z",
    Family.BLAMES: "M6 .3 11.7 6 6 11.7.3 6Z",
    Family.OPPOSES: "M1 1h10v10H1Z",
    Family.WITHHOLDS: "M6 2a4 4 0 1 1 0 8A4 4 0 0 1 6 2Z",
    Family.EXPECTS: "M6 11 .5 1h11Z",
    Family.PRESSES: "M11 6 1 11.5V.5Z",
}
"""The same shapes as in the charts, in a box of 12 by 12."""


def templates() -> Environment:
    """Return the templates; what they are given is escaped, and a name they are not given is an error."""
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        version=__version__,
        style=_stamp("style.css"),
        script=_stamp("page.js"),
        shapes=_SHAPES,
        families=FAMILY_WORDS,
        deeds=tuple((kind.value, words) for kind, words in DEED_WORDS.items()),
        paragraphs=paragraphs,
        role_spans=role_spans,
        world_map=world_map,
        claim_row=claim_row,
        figure_words=figure_words,
        when_words=when_words,
        origins_words=origins_words,
        party_name=party_name,
        standing_family=STANDING_FAMILY,
        standing_about=STANDING_ABOUT,
        standings=tuple(Standing),
        stances=tuple(Stance),
        status_words=STATUS_WORDS,
        side_words=SIDE_WORDS,
        stance_words=stance_words,
        standing_words=standing_words,
        deed_words=deed_words,
        family_of=family_of,
        with_query=_with_query,
    )
    environment.filters.update(
        day=_day,
        days=_days,
        seg=_segment,
        page_id=page_id,
        web_address=_web_address,
        number=digits,
        moment=_moment,
    )
    return environment


def _day(day: date | None) -> str:
    """Return a day as people read it ("4 Nov 2024")."""
    return "" if day is None else f"{day.day} {day:%b %Y}"


def _days(first: date | None, last: date | None) -> str:
    """Return a stretch of days ("11–22 Nov 2024")."""
    if first is None or last is None or first == last:
        return _day(first or last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}{_DASH}{_day(last)}"
    start = f"{first.day} {first:%b}" if first.year == last.year else _day(first)
    return f"{start} {_DASH} {_day(last)}"


def _moment(moment: datetime) -> str:
    return f"{_day(moment.date())}, {moment:%H:%M} UTC"


def _segment(text: object) -> str:
    """Return text as one segment of a path."""
    return quote(str(text), safe=":@!$,;=")


def _web_address(address: str | None) -> str:
    """Return an address if it is one of the web, else ""; articles come with any."""
    if address is None:
        return ""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if parts.scheme in ("http", "https") and parts.netloc else ""


def _with_query(path: str, words: dict[str, str], **changed: str | None) -> str:
    """Return an address with some filters set or, where None, left out; a new list starts at its head."""
    kept = {k: v for k, v in words.items() if k != "after"} | changed
    query = urlencode({k: v for k, v in kept.items() if v is not None})
    return f"{path}?{query}" if query else path


def _stamp(name: str) -> str:
    """Return a static file's address, changed whenever the file is."""
    path = STATIC / name
    mark: Any = int(path.stat().st_mtime) if path.exists() else 0
    return f"/static/{name}?{mark:x}"
