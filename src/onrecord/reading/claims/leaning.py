"""Words by which a claim leans on an event told before it: names of deeds, of sayings, of what is moved."""

from dataclasses import dataclass

from onrecord.codebook import Codebook
from onrecord.records import EventType

__all__ = ["DEMONSTRATED", "LeaningWords", "leaning_words"]

DEMONSTRATED = frozenset({"that", "this", "it", "which", "something"})
"""Words that by themselves point at what was told."""


@dataclass(frozen=True, slots=True)
class LeaningWords:
    """What may stand for an event told before; lemmas in lower case.

    Attributes:
        nouns: Noun of a frame → the types it may name ("shipment").
        frames: Noun of a frame without a type ("crash") → names of its frames as rules ("frame:…").
        items: Noun for something passed on → its kinds ("shell": ammunition).
        pointing: First words of a short name for something told before ("that", "its").
        generic: Nouns for what was said or counted, whatever it is ("allegation", "number").
        decided: Nouns for a deed by whoever did it ("decision", "move").
        counted: Nouns for a number told before ("toll").
        moving: Verbs by which what was sent goes its way ("arrive").
        shares: Nouns for one's part in a deed ("involvement").
    """

    nouns: dict[str, frozenset[EventType]]
    frames: dict[str, frozenset[str]]
    items: dict[str, frozenset[str]]
    pointing: frozenset[str]
    generic: frozenset[str]
    decided: frozenset[str]
    counted: frozenset[str]
    moving: frozenset[str]
    shares: frozenset[str]


def leaning_words(codebook: Codebook) -> LeaningWords:
    """Return the words of a codebook's frames, items and signs."""
    nouns: dict[str, set[EventType]] = {}
    frames: dict[str, set[str]] = {}
    for frame in codebook.frames.values():
        for noun in frame.nouns:
            if frame.type is None:
                frames.setdefault(noun.split()[-1], set()).add(f"frame:{frame.id}")
            else:
                nouns.setdefault(noun.split()[-1], set()).add(frame.type)
    items: dict[str, set[str]] = {}
    for kind in codebook.items.values():
        for word in kind.words:
            items.setdefault(word.split()[-1].lower(), set()).add(kind.id)
    signs = codebook.stances.signs
    return LeaningWords(
        nouns={noun: frozenset(types) for noun, types in nouns.items()},
        frames={noun: frozenset(ids) for noun, ids in frames.items()},
        items={noun: frozenset(kinds) for noun, kinds in items.items()},
        pointing=frozenset(signs.get("pointing", ())),
        generic=frozenset(signs.get("generic", ())),
        decided=frozenset(signs.get("decided", ())),
        counted=frozenset(signs.get("counted", ())),
        moving=frozenset(signs.get("moving", ())),
        shares=frozenset(signs.get("shares", ())),
    )
