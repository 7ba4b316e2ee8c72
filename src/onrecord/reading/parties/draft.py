"""A mention before it is known whom it stands for."""

from dataclasses import dataclass
from enum import Enum

from onrecord.reading.layers import MentionForm
from onrecord.records import PartyKind

__all__ = ["ORGANISED", "Draft", "Gender", "Need"]

ORGANISED = frozenset({PartyKind.ORGANISATION, PartyKind.GROUP})
"""Kinds of bodies that are no state; `standing_before.BODIES` has states too."""


class Need(Enum):
    """What has to be looked up in the article before the mention is a party."""

    NOTHING = "nothing"
    PERSON = "person"
    """A name, full or bare surname."""
    BODY = "body"
    """A described body ("the ministry", "the defense ministry") that may stand elsewhere in full."""
    OFFICE = "office"
    """One office holder without a name ("the Russian president", "the spokesman")."""
    VOICE = "voice"
    """Somebody without a name who speaks for a body told elsewhere ("a spokesman")."""
    STATE_POWER = "state power"
    """A government or force whose state is told elsewhere ("the military")."""
    DOCUMENT = "document"
    """What stands for whoever issued it ("the statement")."""
    GROUP = "group"
    """An armed group or organisation told by what it is ("the group")."""
    PRONOUN = "pronoun"
    BOTH = "both"
    """Two parties at once ("both countries")."""


class Gender(Enum):
    """What a word tells of a person's gender."""

    MALE = "male"
    FEMALE = "female"


@dataclass(frozen=True, slots=True)
class Draft:
    """A stretch of tokens that stands for a party, with what its own words tell.

    Attributes:
        start: First token.
        end: One past the last.
        head: The token the parse hangs it on.
        form: How the party is mentioned.
        need: What has to be looked up.
        name: Name or description as told, without role, state or article.
        id: Party id where the words alone give it, "" otherwise.
        kind: What sort of thing it is.
        country: ISO alpha-3 where the words tell it.
        sector: PLOVER sector.
        role: Office as told.
        of: id of the body the role belongs to.
        plural: True for several people or bodies.
        gender: Where a title tells it.
        bare: True for a person named without office or further words.
        several: Codes of the states where the description stands for one party of each
            ("Russian and Chinese officials").
        key: What tells bodies and offices of one sort apart ("ministry", "defense ministry").
    """

    start: int
    end: int
    head: int
    form: MentionForm
    need: Need
    name: str
    id: str = ""
    kind: PartyKind = PartyKind.UNKNOWN
    country: str | None = None
    sector: str | None = None
    role: str | None = None
    of: str | None = None
    plural: bool = False
    gender: Gender | None = None
    bare: bool = False
    key: str = ""
    several: tuple[str, ...] = ()
