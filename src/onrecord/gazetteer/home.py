"""Where an outlet is at home, as far as its name and address tell."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from onrecord.codebook.load import load_yaml
from onrecord.gazetteer.countries import countries
from onrecord.gazetteer.gazetteer import Gazetteer, GazetteerPlace, PlaceKind

__all__ = ["NO_HOME", "Home", "home_of"]

SHORTEST = 4
"""Letters of a town's name; what is shorter is an abbreviation or an accident."""
LEAST = 15_000
"""Inhabitants of the largest town of a name that an outlet is taken to be named for."""


@dataclass(frozen=True, slots=True)
class Home:
    """Where an outlet is at home.

    Attributes:
        country: ISO alpha-3 of the country its address ends with, None when that tells none.
        towns: Every town of the name the outlet bears; empty when it bears none.
    """

    country: str | None = None
    towns: tuple[GazetteerPlace, ...] = ()


NO_HOME = Home()


def home_of(outlet: str | None, url: str | None, gazetteer: Gazetteer) -> Home:
    """Return where an outlet is at home, by its name or domain and the address of its page.

    "www.cambridge-news.co.uk" is British and named for Cambridge; "The Columbus Dispatch" is named for one of
    the towns called Columbus, in a country that is not told.
    """
    hosts = [host for host in (_host(url or ""), _host(outlet or "")) if host]
    country = next((code for host in hosts if (code := _country(host))), None)
    names = [outlet] if outlet and not _host(outlet) else [host.split(".")[-2] for host in _bare(hosts)]
    return Home(country, tuple(dict.fromkeys(town for name in names for town in _towns(name, gazetteer))))


@cache
def _words() -> tuple[frozenset[str], frozenset[str]]:
    node = load_yaml(Path(__file__).with_name("outlets.yaml")).mapping(required=("words", "open_endings"))
    return frozenset(node["words"].texts()), frozenset(node["open_endings"].texts())


def _host(address: str) -> str | None:
    """Return the host of an address or of a bare domain, None when it is neither."""
    try:
        host = urlsplit(address).hostname if "//" in address else address.lower()
    except ValueError:
        return None  # articles come with any; what cannot be taken apart names no host
    return host if host and re.fullmatch(r"[\w-]+(?:\.[\w-]+)+", host) else None


def _country(host: str) -> str | None:
    ending = host.rsplit(".", 1)[-1]
    return None if ending in _words()[1] else countries().endings.get(ending)


def _bare(hosts: list[str]) -> Iterator[str]:
    """Give the hosts without "co" and the like before the country ("cambridge-news.uk")."""
    for host in hosts:
        yield re.sub(r"\.(?:com?|org|net|gov|ac|edu)(?=\.\w\w$)", "", host)


def _towns(name: str, gazetteer: Gazetteer) -> Iterator[GazetteerPlace]:
    for left in _left(name):
        found = gazetteer.candidates(left)
        if any(place.population >= LEAST for place in found):
            yield from (p for p in found if p.kind in (PlaceKind.CITY, PlaceKind.ADMIN2) and not p.alias)


def _left(name: str) -> set[str]:
    """Return what an outlet's name leaves once the words of such names are cut off at both ends."""
    words = [word for word in re.split(r"[\s-]+", name.lower()) if word and word not in _words()[0]]
    if len(words) != 1:
        return {" ".join(words)}
    found: set[str] = set()
    todo = words
    while todo:
        word = todo.pop()
        if len(word) >= SHORTEST and word not in found and word not in _words()[0]:
            found.add(word)
            todo += [word[: -len(end)] for end in _words()[0] if word.endswith(end)]
            todo += [word[len(start) :] for start in _words()[0] if word.startswith(start)]
    return found
