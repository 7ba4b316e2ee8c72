"""Event frames: which words name a deed, and where its parties and items stand around them.

Reads the files of `frames/` and an analyst's own. docs/codebook.md tells how to write one.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from onrecord.codebook.load import Node
from onrecord.codebook.plover import CONTEXTS, MODES
from onrecord.records import EventType

__all__ = ["DEFAULT_ROLES", "PREPOSITIONS", "ROLES", "SLOTS", "Example", "Frame", "read_frame"]

ROLES = ("actor", "recipient", "against", "item")
"""What a filler can be to a deed."""

PREPOSITIONS = (
    "about", "across", "after", "against", "among", "around", "as", "at", "behind", "between", "by", "for",
    "from", "in", "inside", "into", "near", "of", "off", "on", "onto", "out", "over", "through", "throughout",
    "to", "toward", "towards", "under", "upon", "with", "within", "without",
)  # fmt: skip

SLOTS = (
    "subject", "object", "dative", "complement", "owner", "beyond", "clause", "doing", "helped", "fought",
    "blamed",
    *PREPOSITIONS,
)  # fmt: skip
"""Places around a deed where a filler can stand.

subject: who does it: the verb's subject or by-phrase; a noun's possessor or nationality.
object: what it is done to: the verb's object or passive subject; a noun's "of" or first part.
dative: the indirect object ("gave the rebels arms").
complement: what the object is called or made ("called the envoys [liars]").
owner: the party whose the object is ("condemned Norland's decision").
beyond: where the goods come from or go to that the object is on ("a ban on imports from [Norland]").
clause: the parties of the clause that completes the verb ("refused to receive the envoys").
doing: the verbs behind its prepositions ("charged with [overseeing] the vote").
blamed: the party that a death is laid on ("gangs are responsible for the deaths").
helped: the party helped in a clause of purpose ("sent troops to help the rebels").
fought: the party fought in a clause of purpose ("sent troops to fight the rebels").
The prepositions stand for their objects.
"""

DEFAULT_ROLES = {"actor": ("subject",), "recipient": ("object",)}
"""Where the parties of a frame stand that does not say."""


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence in our own words with what the frame should find in it.

    Attributes:
        text: The sentence.
        roles: Role → words of the fillers, as written in the sentence.
        line: Its line in the codebook file.
    """

    text: str
    roles: Mapping[str, tuple[str, ...]]
    line: int


@dataclass(frozen=True, slots=True)
class Frame:
    """A deed: the words that name it, its parties' places, and its codes.

    Attributes:
        id: Name in `rules` of what it makes, after "frame:" ("aid.send-troops").
        type: PLOVER type of the deed as if done; None where PLOVER has none (an accident, an election).
        mode: PLOVER mode, None where the type has none that fits.
        cameo: CAMEO code, None where none fits.
        context: PLOVER contexts, sorted.
        verbs: Lemmas; of several words the first is the verb ("blow up", "take hostage").
        nouns: Lemmas; of several words the last is the noun ("air strike").
        roles: Role → slots where its fillers stand, in order of trust.
        wanted: Slot → classes; the frame fits only if a filler of the slot is of one of them.
        unwanted: Slot → classes; the frame does not fit if a filler of the slot is of one of them.
        gains: True when the items pass to the actor ("the troops gain experience").
        toll: True when it only tells who was harmed, so that deaths told after an attack are the attack's.
        bare: True when it counts though no party is told in it ("fifteen people were killed").
        cue: True when its words say something as well, and their object is the deed promised or asked for
            ("promised Norland four tanks", "asked for missiles").
        examples: Sentences it should match.
        file: The file it stands in.
        line: Its line there.
    """

    id: str
    type: EventType | None
    mode: str | None
    cameo: str | None
    context: tuple[str, ...]
    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    roles: Mapping[str, tuple[str, ...]]
    wanted: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unwanted: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    gains: bool = False
    bare: bool = False
    toll: bool = False
    cue: bool = False
    examples: tuple[Example, ...] = ()
    file: str = ""
    line: int = 0

    @property
    def is_mutual(self) -> bool:
        """Whether all its parties are actors, so that it takes two: a meeting, a fight, a treaty."""
        return not self.roles["recipient"] and {"with", "between"} <= set(self.roles["actor"])


_OPTIONAL = (
    "mode", "cameo", "context", "verbs", "nouns", "with", "without", "bare", "gains", "toll", "cue", *ROLES,
)  # fmt: skip


def read_frame(node: Node, classes: Collection[str]) -> Frame:
    """Return one frame, after checking every value.

    Args:
        node: A mapping of a `frames` list.
        classes: Names of all word classes and item kinds; "party" may be used beside them.

    Raises:
        CodebookError: A key is unknown or missing, or a value is none of those allowed.
    """
    fields = node.mapping(required=["id", "type", "examples"], optional=_OPTIONAL)
    type_ = None if fields["type"].is_null else EventType(fields["type"].choice([t.value for t in EventType]))
    verbs = fields["verbs"].texts() if "verbs" in fields else ()
    nouns = fields["nouns"].texts() if "nouns" in fields else ()
    if not verbs and not nouns:
        node.refuse(node.told, "a key 'verbs' or 'nouns' with at least one word")
    roles = {role: fields[role].choices(SLOTS) for role in ROLES if role in fields}
    modes = MODES[type_] if type_ else ()
    examples = tuple(_example(entry) for entry in fields["examples"].each())
    if not examples:
        fields["examples"].refuse("no example", "at least one sentence with its parties")
    return Frame(
        id=fields["id"].text(),
        type=type_,
        mode=fields["mode"].choice(modes or ("no mode: the type has none",)) if "mode" in fields else None,
        cameo=_cameo(fields["cameo"]) if "cameo" in fields else None,
        context=tuple(sorted(fields["context"].choices(CONTEXTS))) if "context" in fields else (),
        verbs=verbs,
        nouns=nouns,
        roles={**DEFAULT_ROLES, **roles},
        wanted=_conditions(fields.get("with"), classes),
        unwanted=_conditions(fields.get("without"), classes),
        gains=fields["gains"].flag() if "gains" in fields else False,
        bare=fields["bare"].flag() if "bare" in fields else False,
        toll=fields["toll"].flag() if "toll" in fields else False,
        cue=fields["cue"].flag() if "cue" in fields else False,
        examples=examples,
        file=node.file,
        line=node.line,
    )


def _cameo(node: Node) -> str:
    code = node.text()
    if not (2 <= len(code) <= 4 and code.isdigit() and "01" <= code[:2] <= "20"):
        node.refuse(repr(code), "a CAMEO code of two to four digits")
    return code


def _conditions(node: Node | None, classes: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Return slot → classes; a word in quotation marks of its own ("'deal'") is not needed: words
    that no class has are refused, so that a slip of the pen cannot empty a frame."""
    if node is None:
        return {}
    known = ("party", "person", "state", "joined", "armed_group", "anything", *sorted(classes))
    conditions = {}
    for slot, value in node.pairs().items():
        if slot not in SLOTS:
            value.refuse(f"unknown slot {slot!r}", "one of " + ", ".join(SLOTS))
        conditions[slot] = value.choices(known, "a class or item kind:")
    return conditions


def _example(node: Node) -> Example:
    fields = node.mapping(required=["text"], optional=ROLES)
    text = fields["text"].text()
    roles = {role: fields[role].texts() for role in ROLES if role in fields}
    for role, words in roles.items():
        for word in words:
            if word not in text:
                fields[role].refuse(repr(word), "words that stand in the example's text")
    return Example(text, roles, node.line)
