"""Words for offices, bodies, forces and people: `roles.yaml` as look-up tables."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from onrecord.codebook.load import Node, load_yaml

__all__ = ["Roles", "load_roles", "roles"]


@dataclass(frozen=True, slots=True)
class Roles:
    """Which word stands for what; the tables map lower-case words (or two or three) to a PLOVER sector.

    Attributes:
        offices: What one person is ("foreign minister" is found by its last word).
        titles: Courtesy, rank or time before a name that is no office.
        bodies: Last (or first) words of a body's name ("ministry").
        state: A state's own power ("government", "army"): with a country, the state itself.
        unnamed: People and crowds without a name ("official", "rebel").
        documents: What stands for whoever issued it ("statement").
        writings: What is said or written, through which its owner speaks ("Seoul's assessment").
        pictures: What shows or counts something, and speaks where the text tells whose it is.
        signed: Of these, what speaks for itself where the text leaves out whose it is ("the indictment").
        open: Words that leave the sector of the table open.
        staff: Words whose sector is that of the body they are of.
        sharper: Words before another that tell the sector better.
        loyal: Words before fighters that tell they fight for a government.
    """

    offices: dict[str, str]
    titles: frozenset[str]
    bodies: dict[str, str]
    state: dict[str, str]
    unnamed: dict[str, str]
    documents: frozenset[str]
    writings: frozenset[str]
    pictures: frozenset[str]
    signed: frozenset[str]
    open: dict[str, frozenset[str]]
    staff: frozenset[str]
    sharper: dict[str, str]
    loyal: frozenset[str]


def load_roles(path: Path) -> Roles:
    """Return the words of one file.

    Raises:
        CodebookError: The file is not what is expected.
    """
    fields = load_yaml(path).mapping(
        required=(
            *("offices", "titles", "bodies", "state", "unnamed", "documents", "writings", "signed"),
            *("pictures", "open", "staff", "sharper", "loyal"),
        )
    )
    return Roles(
        offices=_sectors(fields["offices"]),
        titles=frozenset(word.lower() for word in fields["titles"].texts()),
        bodies=_sectors(fields["bodies"]),
        state=_sectors(fields["state"]),
        unnamed=_sectors(fields["unnamed"]),
        documents=frozenset(fields["documents"].texts()),
        writings=frozenset(fields["writings"].texts()),
        pictures=frozenset(fields["pictures"].texts()),
        signed=frozenset(fields["signed"].texts()),
        open={sector: frozenset(words.texts()) for sector, words in fields["open"].pairs().items()},
        staff=frozenset(fields["staff"].texts()),
        sharper=_sectors(fields["sharper"]),
        loyal=frozenset(fields["loyal"].texts()),
    )


@cache
def roles() -> Roles:
    """Return the words On Record ships, read once."""
    return load_roles(Path(__file__).with_name("roles.yaml"))


def _sectors(node: Node) -> dict[str, str]:
    table: dict[str, str] = {}
    for sector, words in node.pairs().items():
        for word in words.texts():
            table.setdefault(word.lower(), sector)
    return table
