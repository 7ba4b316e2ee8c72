"""States by the names the news gives them: names, demonyms, capitals, seats of government.

Names, official names, capitals and most demonyms come from the package `countryinfo`; what it lacks
stands in countries.yaml beside this file. Codes are ISO 3166-1 alpha-3, with XKX for Kosovo and the
withdrawn SUN and YUG for states that news still names.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from onrecord.codebook.load import Node, load_yaml

__all__ = [
    "Countries",
    "countries",
    "country_of_capital",
    "country_of_demonym",
    "country_of_name",
    "country_of_seat",
    "name_of",
]

_GONE = frozenset({"ANT", "SCG"})  # dissolved in 2010 and 2006; the package still lists them
_SHORTEST = 4  # letters; shorter alternative spellings in the package are codes ("NO", "IN")
_ABBREVIATIONS = frozenset({"US", "USA", "UK", "UAE"})
_PLURAL_AS_IT_IS = ("ese", "ish", "ch", "s", "x", "men", "man")


@dataclass(frozen=True, slots=True)
class Countries:
    """What the news calls states; every table maps a name as written to an ISO alpha-3 code.

    Attributes:
        names: Names, official names and abbreviations ("Russian Federation", "DPRK").
        demonyms: Adjectives and nouns for people ("Russian", "Russians", "Danes").
        capitals: Capitals that news uses for their government ("Moscow").
        seats: Houses and streets that stand for it, with the PLOVER sector ("Kremlin").
        readable: One readable name a code.
        swallowing: Longer names that hold a state's name without being of it ("New South Wales").
        only_beside: Names that count only in an article that has one of these words too.
        endings: Endings of internet addresses ("uk"), lower case.
    """

    names: dict[str, str]
    demonyms: dict[str, str]
    capitals: dict[str, str]
    seats: dict[str, tuple[str, str]]
    readable: dict[str, str]
    swallowing: tuple[str, ...]
    only_beside: dict[str, tuple[str, ...]]
    endings: dict[str, str]


@cache
def countries() -> Countries:
    """Return the tables, read once.

    Raises:
        CodebookError: countries.yaml is not what is expected.
    """
    added = load_yaml(Path(__file__).with_name("countries.yaml")).mapping(
        required=(
            "names",
            "not_names",
            "readable",
            "demonyms",
            "not_demonyms",
            "capitals",
            "silent_capitals",
            "seats",
            "only_beside",
            "swallowing",
        )
    )
    names, demonyms, capitals, readable = _from_package()
    for word in added["not_names"].texts():
        names.pop(word, None)
    names.update(_by_word(added["names"]))
    readable.update({code: node.text() for code, node in added["readable"].pairs().items()})
    names.update({name: code for code, name in readable.items()})
    demonyms.update(_by_word(added["demonyms"]))
    demonyms = _with_plurals(demonyms)
    for word in added["not_demonyms"].texts():
        demonyms.pop(word, None)
        demonyms.pop(word + "s", None)
    capitals.update(_by_word(added["capitals"]))
    for word in added["silent_capitals"].texts():
        capitals.pop(_bare(word), None)
    return Countries(
        names=names,
        demonyms={word: code for word, code in demonyms.items() if word not in names},
        capitals={word: code for word, code in capitals.items() if word not in names},
        seats={
            seat: (code, sector)
            for code, sectors in added["seats"].pairs().items()
            for sector, node in sectors.pairs().items()
            for seat in node.texts()
        },
        readable=readable,
        swallowing=added["swallowing"].texts(),
        only_beside={word: node.texts() for word, node in added["only_beside"].pairs().items()},
        endings=_endings(),
    )


def country_of_name(name: str) -> str | None:
    """Return the alpha-3 code of a state by name, official name or abbreviation, None if unknown."""
    return countries().names.get(_bare(name))


def country_of_demonym(word: str) -> str | None:
    """Return the alpha-3 code behind an adjective or noun for people ("Danes"), None if unknown."""
    return countries().demonyms.get(_bare(word))


def country_of_capital(city: str) -> str | None:
    """Return the alpha-3 code of the state whose government the news calls so, None if unknown."""
    return countries().capitals.get(_bare(city))


def country_of_seat(house: str) -> str | None:
    """Return the alpha-3 code behind a house or street of government ("the Kremlin"), None if unknown."""
    found = countries().seats.get(_bare(house))
    return found[0] if found else None


def name_of(code: str) -> str:
    """Return a readable English name for an alpha-3 code; the code itself when unknown."""
    return countries().readable.get(code, code)


def _bare(name: str) -> str:
    """Straighten apostrophes and drop the article, as the tables are keyed."""
    straight = " ".join(name.replace("’", "'").split())
    return straight[4:] if straight[:4].lower() == "the " else straight


def _by_word(node: Node) -> dict[str, str]:
    return {_bare(word): code for code, words in node.pairs().items() for word in words.texts()}


def _from_package() -> tuple[dict[str, str], dict[str, str], dict[str, str], dict[str, str]]:
    from countryinfo import all_countries

    names: dict[str, str] = {}
    demonyms: dict[str, str] = {}
    capitals: dict[str, str] = {}
    readable: dict[str, str] = {}
    # A demonym two share ("Indian") is the larger's.
    for country in sorted(all_countries(), key=lambda c: -(c.population() or 0)):
        code = country.iso(3)
        name = country.name()
        if not code or not isinstance(code, str) or not name or code in readable or code in _GONE:
            continue
        readable[code] = _bare(name)
        for spelling in (name, *(country.alt_spellings() or ())):
            # The package also lists names in the country's own languages; news in English has them rarely,
            # and short ones are codes that clash with English words.
            if spelling.isascii() and not set(",(/") & set(spelling) and _long_enough(spelling):
                names.setdefault(_bare(spelling), code)
        for word in (country.demonym() or "").replace("/", ",").split(","):
            if word.strip():
                demonyms.setdefault(word.strip(), code)
        capital = country.capital()
        if isinstance(capital, str) and capital and "/" not in capital:
            capitals.setdefault(_bare(capital), code)
    return names, demonyms, capitals, readable


def _endings() -> dict[str, str]:
    from countryinfo import all_countries

    codes = [(country.iso(2), country.iso(3)) for country in all_countries()]
    told = {two.lower(): three for two, three in codes if isinstance(two, str) and isinstance(three, str)}
    return told | {"uk": "GBR"}


def _long_enough(spelling: str) -> bool:
    return spelling in _ABBREVIATIONS or (len(spelling) >= _SHORTEST and not spelling.islower())


def _with_plurals(demonyms: dict[str, str]) -> dict[str, str]:
    plurals = {word + "s": code for word, code in demonyms.items() if not word.endswith(_PLURAL_AS_IT_IS)}
    return plurals | demonyms
