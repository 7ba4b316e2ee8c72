"""Bodies and armed groups known by name: `bodies.yaml` as records."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from onrecord.codebook.load import Node, load_yaml
from onrecord.records import PartyKind

__all__ = [
    "KnownBody",
    "called_nouns",
    "known_bodies",
    "load_bodies",
    "outlet_name",
    "ruling_groups",
    "sector_of_body",
    "shared_names",
]

# section of the file: (kind, country when none is given, sector when none is given)
_SECTIONS = {
    "intergovernmental": (PartyKind.ORGANISATION, "IGO", "IGO"),
    "european": (PartyKind.ORGANISATION, "EUE", "IGO"),
    "national": (PartyKind.ORGANISATION, None, None),
    "private": (PartyKind.ORGANISATION, None, None),
    "media": (PartyKind.ORGANISATION, None, "MED"),
    "armed": (PartyKind.GROUP, None, "REB"),
}


@dataclass(frozen=True, slots=True)
class KnownBody:
    """A body with a name of its own.

    Attributes:
        id: Party id ("NATO", "org:afp", "group:hamas").
        names: Names as written, the fullest first; one that starts with "the" needs its article.
        kind: Organisation or group.
        country: ISO alpha-3 of the state it is part of, "EUE", "IGO" or None.
        sector: PLOVER sector.
        of: id of the body it belongs to.
        seats: Cities that stand for it when they act or speak.
        called: Nouns it is called by once it is named ("the alliance").
        shared: Those of its names that bodies of other states have too ("the Senate").
        ruling_since: First day from which an armed group rules a state, so that it is no rebels.
    """

    id: str
    names: tuple[str, ...]
    kind: PartyKind
    country: str | None
    sector: str | None
    of: str | None
    seats: tuple[str, ...] = ()
    called: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    ruling_since: date | None = None


def load_bodies(path: Path) -> tuple[KnownBody, ...]:
    """Return the bodies of one file.

    Raises:
        CodebookError: The file is not what is expected.
    """
    sections = load_yaml(path).mapping(optional=_SECTIONS)
    return tuple(_body(node, section) for section, entries in sections.items() for node in entries.each())


@cache
def known_bodies() -> tuple[KnownBody, ...]:
    """Return the bodies On Record ships, read once."""
    return load_bodies(Path(__file__).with_name("bodies.yaml"))


@cache
def called_nouns() -> dict[str, frozenset[str]]:
    """Return the ids of the bodies each noun may stand for once they are named ("alliance": NATO)."""
    nouns: dict[str, set[str]] = {}
    for body in known_bodies():
        for noun in body.called:
            nouns.setdefault(noun, set()).add(body.id)
    return {noun: frozenset(ids) for noun, ids in nouns.items()}


@cache
def shared_names() -> frozenset[str]:
    """Return the names, in lower case, that bodies of several states have ("the senate")."""
    return frozenset(name.lower() for body in known_bodies() for name in body.shared)


@cache
def ruling_groups() -> dict[str, date]:
    """Return the armed groups that came to rule a state, by id, and since when."""
    return {body.id: body.ruling_since for body in known_bodies() if body.ruling_since is not None}


@cache
def sector_of_body() -> dict[str, str]:
    """Return the sectors of the bodies On Record ships, by id."""
    return {body.id: body.sector for body in known_bodies() if body.sector is not None}


def outlet_name(told: str) -> str:
    """Return the usual name of a news outlet On Record ships, given any of its names or its address.

    "AP" gives "Associated Press" and "www.reuters.com" gives "Reuters"; what is not known stays as told.
    """
    names = _outlets()
    parts = [told] if " " in told or "." not in told else told.split(".")
    return next((names[part.casefold()] for part in parts if part.casefold() in names), told)


@cache
def _outlets() -> dict[str, str]:
    """Return name of an outlet in lower case → its first name."""
    press = [body for body in known_bodies() if body.sector == "MED"]
    return {name.casefold(): body.names[0] for body in press for name in body.names}


_OPTIONAL = ("country", "sector", "of", "seats", "called", "shared", "ruling_since")


def _day(node: Node) -> date:
    try:
        return date.fromisoformat(node.text())
    except ValueError:
        node.refuse(repr(node.text()), "a day such as 2021-08-15")


def _body(node: Node, section: str) -> KnownBody:
    kind, country, sector = _SECTIONS[section]
    fields = node.mapping(required=("id", "names"), optional=_OPTIONAL)
    return KnownBody(
        id=fields["id"].text(),
        names=fields["names"].texts(),
        kind=kind,
        country=fields["country"].text() if "country" in fields else country,
        sector=fields["sector"].text() if "sector" in fields else sector,
        of=fields["of"].text() if "of" in fields else None,
        seats=fields["seats"].texts() if "seats" in fields else (),
        called=fields["called"].texts() if "called" in fields else (),
        shared=fields["shared"].texts() if "shared" in fields else (),
        ruling_since=_day(fields["ruling_since"]) if "ruling_since" in fields else None,
    )
