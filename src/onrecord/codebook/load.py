"""Read codebook files strictly: every value knows its file and line, and nothing unknown is let through.

Read by every vocabulary in this room. A word is always text, so that `on`, `no` and `off`, which YAML
1.1 takes for truth values, stay prepositions.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import NoReturn, TypeVar

import yaml

from onrecord.errors import CodebookError

__all__ = ["Node", "load_yaml"]

Read = TypeVar("Read")

_TRUTH = {"true": True, "false": False}


@dataclass(frozen=True, slots=True)
class Node:
    """A value of a codebook file: a mapping, a list or a word, with where it stands.

    Attributes:
        file: The file's name, as shown in errors.
        line: Its line in the file, from 1.
        path: The keys that lead to it, as in "frames[3].roles.actor"; "" for the whole file.
        fields: The values of a mapping by key, None when it is no mapping.
        entries: The values of a list, None when it is no list.
        word: A scalar as written, None when it is no scalar or when it is null.
    """

    file: str
    line: int
    path: str
    fields: dict[str, "Node"] | None = None
    entries: tuple["Node", ...] | None = None
    word: str | None = None

    def refuse(self, found: str, expected: str) -> NoReturn:
        """Raise the error for a wrong value.

        Raises:
            CodebookError: Always; names file, line, key, what was found and what was expected.
        """
        key = f", key {self.path}" if self.path else ""
        raise CodebookError(f"{self.file}, line {self.line}{key}: found {found}, expected {expected}.")

    @property
    def told(self) -> str:
        """What stands here, in words for an error."""
        if self.fields is not None:
            return "a mapping with keys " + ", ".join(self.fields) if self.fields else "an empty mapping"
        if self.entries is not None:
            return f"a list of {len(self.entries)}"
        return "nothing" if self.word is None else repr(self.word)

    @property
    def is_null(self) -> bool:
        """Whether nothing stands here, or null."""
        return self.word is None and self.fields is None and self.entries is None

    def mapping(self, required: Collection[str] = (), optional: Collection[str] = ()) -> dict[str, "Node"]:
        """Return the values by key, after checking the keys.

        Raises:
            CodebookError: It is no mapping, a required key is missing or a key is unknown.
        """
        if self.fields is None:
            self.refuse(self.told, "a mapping with keys " + ", ".join((*required, *optional)))
        known = (*required, *optional)
        for key, node in self.fields.items():
            if key not in known:
                near = get_close_matches(key, known, 1)
                hint = f" (did you mean {near[0]!r}?)" if near else ""
                node.refuse(f"unknown key {key!r}", "one of " + ", ".join(known) + hint)
        for key in required:
            if key not in self.fields:
                self.refuse(self.told, f"the key {key!r} as well")
        return self.fields

    def pairs(self) -> dict[str, "Node"]:
        """Return the values of a mapping whose keys are words of its own; empty where null stands.

        Raises:
            CodebookError: It is no mapping.
        """
        if self.fields is None:
            if self.is_null:
                return {}
            self.refuse(self.told, "a mapping")
        return self.fields

    def text(self) -> str:
        """Return the word or words written here, as text.

        Raises:
            CodebookError: A mapping, a list or nothing stands here.
        """
        if self.word is None or not self.word.strip():
            self.refuse(self.told, "text")
        return self.word.strip()

    def choice(self, options: Collection[str], what: str = "one of") -> str:
        """Return the word, after checking that it is one of `options`.

        Raises:
            CodebookError: It is another word, or none.
        """
        word = self.text()
        if word not in options:
            near = get_close_matches(word, options, 1)
            hint = f" (did you mean {near[0]!r}?)" if near else ""
            self.refuse(repr(word), f"{what} " + ", ".join(options) + hint)
        return word

    def flag(self) -> bool:
        """Return true or false.

        Raises:
            CodebookError: Something else stands here.
        """
        if self.word not in _TRUTH:
            self.refuse(self.told, "true or false")
        return _TRUTH[self.word]

    def each(self) -> tuple["Node", ...]:
        """Return the values of a list; a single word counts as a list of one, null as an empty one.

        Raises:
            CodebookError: A mapping stands here.
        """
        if self.entries is not None:
            return self.entries
        if self.fields is not None:
            self.refuse(self.told, "a list")
        return () if self.word is None else (self,)

    def texts(self) -> tuple[str, ...]:
        """Return a list of words, in order; a single word counts as a list of one.

        Raises:
            CodebookError: Something else than words stands here, or a word stands twice.
        """
        words: list[str] = []
        for node in self.each():
            word = node.text()
            if word in words:
                node.refuse(f"{word!r} a second time", "each word once")
            words.append(word)
        return tuple(words)

    def choices(self, options: Collection[str], what: str = "one of") -> tuple[str, ...]:
        """Return a list of words, after checking that each is one of `options`.

        Raises:
            CodebookError: One is not.
        """
        self.texts()
        return tuple(node.choice(options, what) for node in self.each())

    def read_each(self, read: Callable[["Node"], Read]) -> tuple[Read, ...]:
        """Return what `read` makes of each value of a list."""
        return tuple(read(node) for node in self.each())


def load_yaml(path: Path) -> Node:
    """Return the content of one YAML file as a tree of nodes that know their lines.

    Raises:
        CodebookError: The file cannot be read, is no YAML, or has a key twice in one mapping.
    """
    try:
        written = path.read_text(encoding="utf-8")
    except OSError as error:
        raise CodebookError(
            f"{path}: the codebook file cannot be read ({error.strerror}). Check the path."
        ) from error
    except UnicodeDecodeError as error:
        raise CodebookError(f"{path}: found byte {error.start} that is no UTF-8, expected UTF-8.") from error
    try:
        root = yaml.compose(written, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise CodebookError(f"{path.name}, line {line}: found {error.problem}, expected YAML.") from error
    except yaml.YAMLError as error:
        raise CodebookError(f"{path.name}: found {error}, expected YAML.") from error
    if root is None:
        raise CodebookError(
            f"{path.name}, line 1: found nothing, expected a codebook. Fill or drop the file."
        )
    return _node(root, path.name, "")


def _node(raw: yaml.Node, file: str, path: str) -> Node:
    line = raw.start_mark.line + 1
    if isinstance(raw, yaml.MappingNode):
        return Node(file, line, path, fields=dict(_fields(raw.value, file, path)))
    if isinstance(raw, yaml.SequenceNode):
        entries = tuple(_node(entry, file, f"{path}[{i}]") for i, entry in enumerate(raw.value))
        return Node(file, line, path, entries=entries)
    assert isinstance(raw, yaml.ScalarNode)
    null = raw.tag == "tag:yaml.org,2002:null"
    return Node(file, line, path, word=None if null else raw.value)


def _fields(pairs: Sequence[tuple[yaml.Node, yaml.Node]], file: str, path: str) -> Iterator[tuple[str, Node]]:
    seen: dict[str, int] = {}
    for raw_key, raw in pairs:
        line = raw_key.start_mark.line + 1
        if not isinstance(raw_key, yaml.ScalarNode):
            raise CodebookError(f"{file}, line {line}: found a key that is no word, expected a word.")
        key = raw_key.value
        if key in seen:
            raise CodebookError(
                f"{file}, line {line}: found key {key!r} a second time, expected it once "
                f"(it stands on line {seen[key]} too)."
            )
        seen[key] = line
        node = _node(raw, file, f"{path}.{key}" if path else key)
        # A mapping starts on the line after its key; errors point at the key.
        yield key, Node(node.file, line, node.path, node.fields, node.entries, node.word)
