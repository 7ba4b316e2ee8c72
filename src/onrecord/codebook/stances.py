"""Cues of attribution, the signs that turn plain saying into another stance, and the acts of speech."""

from dataclasses import dataclass, field, replace

from onrecord.codebook.load import Node
from onrecord.records import EventType, Stance

__all__ = ["GAP", "CueEntry", "SpeechActCode", "StanceBook", "read_stances", "with_cues"]

GAP = "..."
"""In a cue's lemmas: up to eight words may stand here."""

_POS = ("verb", "noun", "adjective", "phrase")
_SIGNS = (
    "charges",
    "justifies",
    "retaliation",
    "demands",
    "worries",
    "unable",
    "doubts",
    "untrue",
    "likely",
    "in_time",
    "forecasters",
    "believes",
    "wrongs",
    "experience",
    "nobody",
    "figurative",
    "things",
    "crimes",
    "charged",
    "forecast",
    "nothing_of_it",
    "recants",
    "withheld",
    "refusals",
    "pointing",
    "generic",
    "true_words",
    "disowns",
    "own_words",
    "reserves",
    "harm",
    "improbable",
    "earlier",
    "mistaken",
    "own_doing",
    "decided",
    "counted",
    "moving",
    "shares",
    "shares_of",
    "only_words",
    "armed",
    "boasting",
    "ascribing",
    "labelling",
    "shouting",
    "shrugging",
    "details",
    "committing",
    "going_on",
    "holding_back",
    "done_to",
    "telling",
    "unsettled",
    "idle_orders",
    "ready",
    "own_powers",
    "clients",
    "ailments",
    "findings",
    "frames",
    "sides",
    "cries",
    "contradicts",
    "conforming",
    "laws",
    "effects",
    "affection",
    "unmeant",
    "means",
    "minding",
    "texts",
    "arguing",
    "clearing",
    "reaching",
    "enabling",
    "acquaintances",
    "portraying",
    "valuing",
    "choices",
    "charities",
    "regularly",
    "cures",
    "blows",
    "wrongdoing",
    "harming",
    "tolls",
    "tales",
    "provoking",
    "harms_if",
    "faced",
)


@dataclass(frozen=True, slots=True)
class CueEntry:
    """One cue: a word or phrase that carries a stance.

    Attributes:
        lemmas: Lemmas in order; `GAP` lets words stand between.
        pos: verb, noun, adjective or phrase.
        stance: What it carries when nothing else speaks.
        takes: What holds its content: clause, quote, infinitive, gerund, object or a preposition.
        negated: Its stance when negated; None when a negated cue is no cue.
        addressee: Where the one spoken to stands: "object" or a preposition; None for nowhere.
        source: Where the source stands, when not the subject or passive agent.
        speaker: "document" where only something written says it ("the survey shows"); None for anybody.
    """

    lemmas: tuple[str, ...]
    pos: str
    stance: Stance
    takes: tuple[str, ...]
    negated: Stance | None = None
    addressee: str | None = None
    source: str | None = None
    speaker: str | None = None

    @property
    def name(self) -> str:
        """The cue as claims name it: "cue:says.say"."""
        return f"cue:{self.stance.value}.{'-'.join(lemma for lemma in self.lemmas if lemma != GAP)}"


@dataclass(frozen=True, slots=True)
class SpeechActCode:
    """The PLOVER event a stance is by itself."""

    type: EventType
    mode: str | None = None
    cameo: str | None = None


@dataclass(frozen=True, slots=True)
class StanceBook:
    """The whole vocabulary of stance.

    Attributes:
        cues: Longest first, so that the first match is the longest.
        verdicts: Word or phrase → stance of calling something that.
        signs: Name of a sign → its words and phrases.
        acts: Stance → the PLOVER event it is by itself.
        light_verbs: Lemmas of verbs that a noun of saying leans on.
        not_speech: Lemmas that report no speech: knowing, wanting, deciding, doing.
    """

    cues: tuple[CueEntry, ...] = ()
    verdicts: dict[str, Stance] = field(default_factory=dict)
    signs: dict[str, tuple[str, ...]] = field(default_factory=dict)
    acts: dict[Stance, SpeechActCode] = field(default_factory=dict)
    light_verbs: frozenset[str] = frozenset()
    not_speech: frozenset[str] = frozenset()


def read_stances(node: Node) -> StanceBook:
    """Return the stance vocabulary of a codebook file.

    Raises:
        CodebookError: A key or a value is wrong; names the line.
    """
    root = node.mapping(
        required=("cues",), optional=("verdicts", "signs", "acts", "light_verbs", "not_speech")
    )
    book = StanceBook(
        verdicts=_verdicts(root["verdicts"]) if "verdicts" in root else {},
        signs=_signs(root["signs"]) if "signs" in root else {},
        acts=_acts(root["acts"]) if "acts" in root else {},
        light_verbs=frozenset(root["light_verbs"].texts() if "light_verbs" in root else ()),
        not_speech=frozenset(root["not_speech"].texts() if "not_speech" in root else ()),
    )
    return with_cues(book, root["cues"])


def with_cues(book: StanceBook, node: Node) -> StanceBook:
    """Return the vocabulary with more cues; one with the words and part of speech of another wins.

    Raises:
        CodebookError: A key or a value is wrong; names the line.
    """
    more = [cue for entry in node.each() for cue in _cues(entry)]
    own = {(cue.lemmas, cue.pos) for cue in more}
    cues = [*more, *(cue for cue in book.cues if (cue.lemmas, cue.pos) not in own)]
    return replace(book, cues=tuple(sorted(cues, key=lambda cue: (-len(cue.lemmas), cue.lemmas, cue.stance))))


def _cues(node: Node) -> list[CueEntry]:
    keys = node.mapping(
        required=("stance", "pos", "takes", "words"), optional=("negated", "addressee", "source", "speaker")
    )
    return [
        CueEntry(
            lemmas=tuple(word.split()),
            pos=keys["pos"].choice(_POS),
            stance=_stance(keys["stance"]),
            takes=keys["takes"].texts(),
            negated=_stance(keys["negated"]) if "negated" in keys else None,
            addressee=keys["addressee"].text() if "addressee" in keys else None,
            source=keys["source"].text() if "source" in keys else None,
            speaker=keys["speaker"].choice(("document",)) if "speaker" in keys else None,
        )
        for word in keys["words"].texts()
    ]


def _stance(node: Node) -> Stance:
    return Stance(node.choice([stance.value for stance in Stance]))


def _verdicts(node: Node) -> dict[str, Stance]:
    found: dict[str, Stance] = {}
    for name, words in node.pairs().items():
        if name not in [stance.value for stance in Stance]:
            words.refuse(repr(name), "a stance")
        found |= {word: Stance(name) for word in words.texts()}
    return found


def _signs(node: Node) -> dict[str, tuple[str, ...]]:
    return {name: words.texts() for name, words in node.mapping(optional=_SIGNS).items()}


def _acts(node: Node) -> dict[Stance, SpeechActCode]:
    found: dict[Stance, SpeechActCode] = {}
    for name, act in node.pairs().items():
        if name not in [stance.value for stance in Stance]:
            act.refuse(repr(name), "a stance")
        keys = act.mapping(required=("type",), optional=("mode", "cameo"))
        found[Stance(name)] = SpeechActCode(
            type=EventType(keys["type"].choice([kind.value for kind in EventType])),
            mode=keys["mode"].text() if "mode" in keys else None,
            cameo=keys["cameo"].text() if "cameo" in keys else None,
        )
    return found
