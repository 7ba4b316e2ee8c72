"""How often made-up lists of capitals, large cities and countries are read as of the right country.

    python benchmarks/place_lists.py

400 lists of one to eight names, drawn with a fixed seed: about a third capitals, a third cities of more than
400,000 inhabitants, a third countries; the same lists are read for outlets at home in several places. They
keep the weights of `onrecord.gazetteer.resolve` from learning only the local news they were set on.
"""

import random

from onrecord.gazetteer.countries import countries
from onrecord.gazetteer.gazetteer import Gazetteer, PlaceKind
from onrecord.gazetteer.home import home_of
from onrecord.gazetteer.resolve import PlaceName, resolve

LISTS = 400
LENGTHS = (1, 1, 2, 3, 5, 8)
LARGE = 400_000
OUTLETS = (
    None,
    "washingtonpost.com",
    "bostonglobe.com",
    "dallasnews.com",
    "cbc.ca",
    "standard.co.uk",
    "hindu.in",
)

Listed = tuple[str, str]
"""A name and the ISO alpha-3 code of its country."""


def drawn(gazetteer: Gazetteer) -> list[list[Listed]]:
    """Return the lists."""
    draw = random.Random(5)
    states = sorted(code for code in countries().readable if gazetteer.country(code) is not None)
    kinds: tuple[list[Listed], ...] = (
        sorted((city, code) for city, code in countries().capitals.items() if code in states),
        [
            (place.name, place.country)
            for place in map(gazetteer.place, range(len(gazetteer)))
            if place.kind is PlaceKind.CITY and place.population > LARGE
        ],
        [(countries().readable[code], code) for code in states],
    )
    return [[draw.choice(draw.choice(kinds)) for _ in range(draw.choice(LENGTHS))] for _ in range(LISTS)]


def main() -> None:
    """Print the share of names in the right country, by outlet."""
    gazetteer = Gazetteer.load()
    lists = drawn(gazetteer)
    asked = sum(map(len, lists))
    for outlet in OUTLETS:
        home = home_of(outlet, None, gazetteer)
        right = 0
        for names in lists:
            found = resolve([PlaceName(name) for name, _ in names], gazetteer, home=home)
            right += sum(
                place is not None and place.country == code
                for (_, code), place in zip(names, found, strict=True)
            )
        print(f"{outlet or 'no outlet told':24} {100 * right / asked:.1f} % of {asked} names")


if __name__ == "__main__":
    main()
