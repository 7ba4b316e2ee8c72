"""Word classes and items: lists of words by name, that frames speak of ("troops", "agreement").

Reads `classes.yaml` and `items.yaml`. An item kind is a word class too: what passes from one party to
another when a frame gives it the role `item`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.codebook.load import Node

__all__ = ["ItemKind", "Lexicon", "read_classes", "read_items"]

LONGEST_PHRASE = 4
"""Words in the longest phrase of a class; longer ones are refused when read."""


@dataclass(frozen=True, slots=True)
class ItemKind:
    """A kind of thing that passes from one party to another.

    Attributes:
        id: As in the claim's `items[].kind`.
        words: Lemmas and phrases of lemmas, lower case, that name it; a phrase ends in its head.
        about: What belongs here, in a few words.
    """

    id: str
    words: tuple[str, ...]
    about: str


class Lexicon:
    """Looks up to which classes a word or phrase belongs."""

    def __init__(self, classes: Mapping[str, Iterable[str]]) -> None:
        self._phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self.names = frozenset(classes)
        for name, words in classes.items():
            for word in words:
                whole = tuple(word.lower().split())
                cut = tuple(part for part in word.lower().replace("-", " ").split())  # as the parser cuts
                for phrase in dict.fromkeys((whole, cut)):
                    self._phrases.setdefault(phrase[-1], []).append((phrase, name))
        for phrases in self._phrases.values():
            phrases.sort(key=lambda entry: -len(entry[0]))

    def classes_at_end(self, lemmas: Sequence[str]) -> tuple[str, ...]:
        """Return the classes of the longest phrases that end with the last of `lemmas`.

        "fuel", "air", "defense", "system" gives the classes of "air defense system", or, where no
        class lists that phrase, those of "system".
        """
        if not lemmas:
            return ()
        found: list[str] = []
        longest = 0
        for phrase, name in self._phrases.get(lemmas[-1], ()):
            if len(phrase) < longest:
                break
            if tuple(lemmas[-len(phrase) :]) == phrase:
                longest = len(phrase)
                found.append(name)
        return tuple(found)


def read_classes(node: Node) -> dict[str, tuple[str, ...]]:
    """Return the word classes of a `classes` mapping.

    Raises:
        CodebookError: A value is no list of words, or a phrase is too long.
    """
    return {name: _words(words) for name, words in node.pairs().items()}


def read_items(node: Node) -> dict[str, ItemKind]:
    """Return the item kinds of an `items` mapping, by id.

    Raises:
        CodebookError: A kind lacks its words, or has an unknown key.
    """
    kinds: dict[str, ItemKind] = {}
    for name, value in node.pairs().items():
        fields = value.mapping(required=["words"], optional=["about"])
        about = fields["about"].text() if "about" in fields else ""
        kinds[name] = ItemKind(name, _words(fields["words"]), about)
    return kinds


def _words(node: Node) -> tuple[str, ...]:
    for entry in node.each():
        if len(entry.text().split()) > LONGEST_PHRASE:
            entry.refuse(repr(entry.text()), f"at most {LONGEST_PHRASE} words")
    return tuple(word.lower() for word in node.texts())
