"""Short names and other spellings of places, and areas without a point."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from onrecord.codebook.load import load_yaml
from onrecord.gazetteer.keys import place_key

__all__ = ["Aliases", "aliases"]


@dataclass(frozen=True, slots=True)
class Aliases:
    """What aliases.yaml tells.

    Attributes:
        short: Short name, as written with its stops ("Tex.") → full name.
        spellings: Key of a name as news spells it → the name the gazetteer has.
        areas: Key of an area → its GeoNames id, or the code of its country, or neither.
        no_places: Keys of names that are no place in news.
    """

    short: dict[str, str]
    spellings: dict[str, str]
    areas: dict[str, str | None]
    no_places: frozenset[str]


@cache
def aliases() -> Aliases:
    """Return the table, read once.

    Raises:
        CodebookError: aliases.yaml is not what is expected.
    """
    node = load_yaml(Path(__file__).with_name("aliases.yaml")).mapping(
        required=("no_places", "short", "spellings", "areas")
    )
    return Aliases(
        {short: full for full, words in node["short"].pairs().items() for short in words.texts()},
        {place_key(told): own for own, words in node["spellings"].pairs().items() for told in words.texts()},
        {place_key(name): area.word for name, area in node["areas"].pairs().items()},
        frozenset(place_key(name) for name in node["no_places"].texts()),
    )
