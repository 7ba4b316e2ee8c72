"""Words that tell how a deed stands: planned, feared, demanded, failed. Reads `modality.yaml`."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from onrecord.codebook.load import Node
from onrecord.records import Status

__all__ = ["Effect", "Modality", "read_modality"]

_FLAGS = ("negated", "background", "repeated", "own")


@dataclass(frozen=True, slots=True)
class Effect:
    """What one word does to the deed it governs or modifies.

    Attributes:
        status: The deed's status, None when the word leaves it as it is.
        negated: The deed is told as not done.
        background: The deed is history.
        repeated: The deed is told as happening again and again.
        own: The word's own deed is the news, and that of its clause is not told as one
            ("refused to release": the refusal).
    """

    status: Status | None = None
    negated: bool = False
    background: bool = False
    repeated: bool = False
    own: bool = False


@dataclass(frozen=True, slots=True)
class Modality:
    """The words that change a deed's status.

    Attributes:
        verbs: Lemma of a verb, adjective or noun that a clause completes → effect on that clause.
        modifiers: Lemma or form of an adjective or participle before an event noun → effect.
        adverbs: Adverb at the deed → effect.
        auxiliaries: Modal verb, lower case → effect.
        markers: Conjunction or preposition that opens the deed's clause → effect.
        object_control: Verbs whose object does the deed of the clause ("urged Norland to withdraw").
        punishing: Verbs whose object did what is told with "for" ("fined Norland for attacking it").
        messages: Nouns that say or demand something for whoever issues them ("a statement accusing Norland").
        enacting: Verbs by which a message does what it says ("adopted a resolution to suspend Norland").
        aims: Nouns that a deed is called where it is only wanted ("toppling him is the goal").
        averting: Verbs by which their object has not come about ("prevented an attack").
        cancelling: Verbs by which their object will not ("cancelled the drills").
        opposing: Verbs whose subject does not want their object ("opposes sanctions").
        signs: Nouns by which a deed is known ("no evidence of an attack").
        means: Nouns of what serves an end and does not do it itself ("the first step to end the war").
        ending: Verbs and nouns whose object is to be no more ("an end to the attacks").
        halting: Those whose subject is ("the killing must stop").
        presupposing: Verbs whose object, and words with the preposition behind which, a deed has been done
            whatever is asked of them ("avenge the raid", "an inquiry into the raid").
        perceiving: Verbs by which a deed is known, and is not where they are denied ("did not hear gunfire").
        lasting: Verbs whose participle tells of a state that lasts ("has troops stationed there").
        states: Verbs whose present tense does ("remain in custody").
        upholding: Verbs that hold to what they name ("reaffirmed its support").
        light: Verbs that lend their subject and prepositions to an event noun ("carried out a strike").
        occurring: Verbs by which a deed comes about that is their subject ("the raid took place").
        going_on: Verbs by which a deed goes on that is their subject ("the fighting rages").
        failing: Verbs by which their subject comes to nothing, or is no more ("the truce collapsed").
        thinkable: Verbs by which it is only thought of ("a withdrawal is on the table").
        light_effects: Those of them that change its status ("planned an attack") → effect.
    """

    verbs: Mapping[str, Effect] = field(default_factory=dict)
    modifiers: Mapping[str, Effect] = field(default_factory=dict)
    adverbs: Mapping[str, Effect] = field(default_factory=dict)
    auxiliaries: Mapping[str, Effect] = field(default_factory=dict)
    markers: Mapping[str, Effect] = field(default_factory=dict)
    object_control: frozenset[str] = frozenset()
    punishing: frozenset[str] = frozenset()
    messages: frozenset[str] = frozenset()
    enacting: frozenset[str] = frozenset()
    aims: frozenset[str] = frozenset()
    averting: frozenset[str] = frozenset()
    cancelling: frozenset[str] = frozenset()
    opposing: frozenset[str] = frozenset()
    signs: frozenset[str] = frozenset()
    means: frozenset[str] = frozenset()
    ending: frozenset[str] = frozenset()
    halting: frozenset[str] = frozenset()
    presupposing: frozenset[str] = frozenset()
    perceiving: frozenset[str] = frozenset()
    lasting: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    upholding: frozenset[str] = frozenset()
    light: frozenset[str] = frozenset()
    occurring: frozenset[str] = frozenset()
    going_on: frozenset[str] = frozenset()
    failing: frozenset[str] = frozenset()
    thinkable: frozenset[str] = frozenset()
    light_effects: Mapping[str, Effect] = field(default_factory=dict)

    def tells_occurrence(self, lemma: str) -> bool:
        """Tell whether a verb is the first word of one by which a deed comes about."""
        return any(words.split()[0] == lemma for words in self.occurring)


_TABLES = ("verbs", "modifiers", "adverbs", "auxiliaries", "markers", "light_effects")
_LISTS = (
    "object_control",
    "punishing",
    "messages",
    "enacting",
    "aims",
    "averting",
    "cancelling",
    "opposing",
    "signs",
    "means",
    "ending",
    "halting",
    "presupposing",
    "perceiving",
    "lasting",
    "states",
    "upholding",
    "light",
    "occurring",
    "going_on",
    "failing",
    "thinkable",
)


def read_modality(node: Node) -> Modality:
    """Return the modality words of a `modality` mapping.

    Raises:
        CodebookError: A key is unknown, a status is none, or a word stands in one table twice.
    """
    fields = node.mapping(optional=[*_TABLES, *_LISTS])
    tables = {name: _effects(fields[name]) for name in _TABLES if name in fields}
    lists = {name: frozenset(fields[name].texts()) for name in _LISTS if name in fields}
    return Modality(**tables, **lists)  # type: ignore[arg-type]


def _effects(node: Node) -> dict[str, Effect]:
    """Return word → effect of a table whose keys are effects ("planned", "happened negated")."""
    effects: dict[str, Effect] = {}
    for key, words in node.pairs().items():
        effect = _effect(key, words)
        for entry in words.each():
            word = entry.text()
            if word in effects:
                entry.refuse(f"{word!r} a second time", "each word under one effect")
            effects[word] = effect
    return effects


def _effect(key: str, node: Node) -> Effect:
    status, flags = None, dict.fromkeys(_FLAGS, False)
    for part in key.split():
        if part in flags:
            flags[part] = True
        elif part in [s.value for s in Status] and status is None:
            status = Status(part)
        else:
            node.refuse(f"effect {key!r}", "a status and, or, " + ", ".join(_FLAGS))
    return Effect(status, **flags)
