"""The word list of what numbers measure, and the unit a noun is known by."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from onrecord.codebook.load import Node, load_yaml

__all__ = ["Measures", "measures"]


KEYS = (
    "object", "subject", "phrases", "nouns", "states", "passive", "causes", "incident", "units", "generic",
    "formations", "holders",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Measures:
    """Words around numbers; every table maps a lemma to a measure ("killed") or a unit ("soldier").

    Attributes:
        objects: Verb → measure of what it is done to.
        subjects: Verb → measure of who does it.
        phrases: Verb and the word that goes with it → measure.
        nouns: Noun → measure of the people it counts.
        states: Predicate ("dead" in "left five dead") → measure.
        passive: Verbs that are a measure only in the passive.
        causes: Verbs by whose object a deed is told ("caused 16 deaths").
        incident: Measures that count one deed when told in the simple past.
        units: Noun → unit, where that is not the noun itself.
        generic: Nouns that need the noun before them to be a unit.
        formations: Bodies of troops that count as one.
        holders: Nouns that hold or weigh what is counted.
    """

    objects: dict[str, str]
    subjects: dict[str, str]
    phrases: dict[tuple[str, str], str]
    nouns: dict[str, str]
    states: dict[str, str]
    passive: frozenset[str]
    causes: frozenset[str]
    incident: frozenset[str]
    units: dict[str, str]
    generic: frozenset[str]
    formations: frozenset[str]
    holders: frozenset[str]


@cache
def measures() -> Measures:
    """Return the word list, read once.

    Raises:
        CodebookError: measures.yaml is not what is expected.
    """
    node = load_yaml(Path(__file__).with_name("measures.yaml")).mapping(required=KEYS)
    phrases = {}
    for phrase, measure in _turned(node["phrases"]).items():
        verb, _, other = phrase.partition(" ")
        phrases[verb, other] = measure
    return Measures(
        _turned(node["object"]),
        _turned(node["subject"]),
        phrases,
        _turned(node["nouns"]),
        _turned(node["states"]),
        frozenset(node["passive"].texts()),
        frozenset(node["causes"].texts()),
        frozenset(node["incident"].texts()),
        _turned(node["units"]),
        frozenset(node["generic"].texts()),
        frozenset(node["formations"].texts()),
        frozenset(node["holders"].texts()),
    )


def _turned(node: Node) -> dict[str, str]:
    """Return the words of a mapping of lists, each with the key it stands under."""
    return {word: key for key, words in node.pairs().items() for word in words.texts()}
