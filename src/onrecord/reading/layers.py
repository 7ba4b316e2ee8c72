"""What the stages of reading hand each other: one frozen record, a layer a stage.

Each stage reads the parsed `Doc` and the layers that stand, and makes the record anew with its own
layer filled. Places in the text are token indices of that `Doc` (half-open ranges, or sorted tuples
where a stretch may be broken, as a quotation by its source); spans of characters are made from them.
"""

from dataclasses import dataclass
from enum import StrEnum

from spacy.tokens import Doc

from onrecord.encoder.attribution import LinkedSpans
from onrecord.encoder.finding import Finding
from onrecord.records import (
    Article,
    EventType,
    Figure,
    Item,
    Party,
    Place,
    Span,
    SpeechAct,
    Stance,
    Status,
    When,
)

__all__ = [
    "Attribution",
    "DateMention",
    "FigureMention",
    "Grounding",
    "Happening",
    "Layers",
    "Mention",
    "MentionForm",
    "PlaceMention",
    "layers_of",
    "set_layers",
    "span_of",
    "spans_of",
]


class MentionForm(StrEnum):
    """How a party is mentioned."""

    NAME = "name"
    DEMONYM = "demonym"
    """An adjective: "Russian", in "Russian forces" or "the Russians"."""
    NOMINAL = "nominal"
    """A description: "the ministry", "two officials", "the North's military"."""
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of tokens that stands for one party.

    Attributes:
        start: First token.
        end: One past the last token.
        head: The token the parse hangs the mention on.
        form: How the party is mentioned.
        party: Whom it stands for; `party.span` is this mention, `party.mention` the name it was
            resolved to where that stands elsewhere. An unresolved pronoun has kind unknown.
        compound: Further parties, where one mention stands for several ("both countries", "they").
    """

    start: int
    end: int
    head: int
    form: MentionForm
    party: Party
    compound: tuple[Party, ...] = ()

    @property
    def parties(self) -> tuple[Party, ...]:
        """Every party the mention stands for, at least one."""
        return (self.party, *self.compound)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what: a cue with its sources and its content.

    Attributes:
        cue: Tokens of the cue, sorted.
        content: Tokens of the content, sorted, possibly in pieces; empty when only the cue and its
            event stand ("confirmed by the U.S.").
        sources: Whose words it is; empty when the text names no source ("it is feared").
        source_tokens: Tokens of the source stretch as written, sorted; may be empty.
        stance: What the sources do with the content.
        via: Who carried it, nearest the outlet first.
        said: When they spoke.
        speech_act: The act of saying as a PLOVER event.
        basis: What they rest on, as told.
        jointly: True when several sources speak with one voice.
        quoted: True when the content stands in quotation marks.
        within: Index in `Layers.attributions` of the one whose content this one stands in.
        rules: Names of the cues, rules and encoders that made it ("cue:says.report", "encoder:stance").
        subject: Tokens of the object of the stance where there is no content clause
            ("condemned [North Korea's dispatch of troops]"): the event is sought there.
        stance_share: How probable the deed encoder finds the stance; None where it was not asked.
        nobody_share: How probable it finds that nobody is on record here.
    """

    cue: tuple[int, ...]
    content: tuple[int, ...]
    sources: tuple[Party, ...]
    source_tokens: tuple[int, ...]
    stance: Stance
    via: tuple[Party, ...] = ()
    said: When | None = None
    speech_act: SpeechAct | None = None
    basis: str | None = None
    jointly: bool = False
    quoted: bool = False
    within: int | None = None
    rules: tuple[str, ...] = ()
    subject: tuple[int, ...] = ()
    stance_share: float | None = None
    nobody_share: float | None = None


@dataclass(frozen=True, slots=True)
class Happening:
    """An event as the words tell it, before it is known who tells it.

    Attributes:
        trigger: Tokens that name the deed, sorted; the first verb or noun of them is `head`.
        head: The token the parse hangs the deed on.
        type: PLOVER type of the deed as if done; None when PLOVER has none.
        status: How the words inside its own clause tell it (a demand or fear around it is the
            attribution's, and is applied when claims are made).
        negated: Told as not having happened.
        presupposed: Done whatever is asked or feared of something else ("an inquiry into the raid").
        of_cue: True when its words may be an attribution's cue, whose object it is.
        rules: Frames, by id, rules and encoders that made it ("frame:aid.send-troops", "encoder:deed").
    """

    trigger: tuple[int, ...]
    head: int
    type: EventType | None
    status: Status
    negated: bool
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    against: tuple[Party, ...] = ()
    items: tuple[Item, ...] = ()
    mode: str | None = None
    cameo: str | None = None
    context: tuple[str, ...] = ()
    background: bool = False
    repeated: bool = False
    presupposed: bool = False
    of_cue: bool = False
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DateMention:
    """A time expression and what it stands for; `when` is None when it cannot be told.

    Attributes:
        timex: TIMEX3 type: DATE, TIME, DURATION or SET.
        value: TIMEX3 value ("2024-11-04", "P3Y"), None when it cannot be told.
    """

    start: int
    end: int
    timex: str
    value: str | None
    when: When | None


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place name (not a party) and what the gazetteer says of it."""

    start: int
    end: int
    place: Place


@dataclass(frozen=True, slots=True)
class FigureMention:
    """A number with its unit and hedge; `counted` is the token of the thing counted, if any."""

    start: int
    end: int
    counted: int | None
    figure: Figure


@dataclass(frozen=True, slots=True)
class Grounding:
    """When, where and how many, for the happening at the same index."""

    when: When | None = None
    place: Place | None = None
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class Layers:
    """Everything read from one article so far; a stage that has not run leaves its layer empty.

    Attributes:
        finding: The deed encoder's word on which words name deeds; None takes the frames' alone.
        predictions: Who says what by the attribution encoder alone.
    """

    article: Article
    mentions: tuple[Mention, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    happenings: tuple[Happening, ...] = ()
    dates: tuple[DateMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    figures: tuple[FigureMention, ...] = ()
    groundings: tuple[Grounding, ...] = ()
    finding: Finding | None = None
    predictions: tuple[LinkedSpans, ...] = ()


def layers_of(doc: Doc) -> Layers:
    """Return the layers of a document that is being read."""
    layers = doc._.onrecord
    assert isinstance(layers, Layers)
    return layers


def set_layers(doc: Doc, layers: Layers) -> None:
    """Put the layers on a document."""
    if not Doc.has_extension("onrecord"):
        Doc.set_extension("onrecord", default=None)
    doc._.onrecord = layers


def span_of(doc: Doc, start: int, end: int) -> Span:
    """Return the characters of the token range [start, end), without white space at its ends.

    The characters are the article's: the parser may have been shown plain apostrophes in their stead.
    """
    while end - start > 1 and doc[end - 1].is_space:
        end -= 1
    while end - start > 1 and doc[start].is_space:
        start += 1
    layers = doc._.onrecord if Doc.has_extension("onrecord") else None
    text = doc.text if layers is None else layers_of(doc).article.text
    return Span.of(text, doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))


def spans_of(doc: Doc, tokens: tuple[int, ...]) -> tuple[Span, ...]:
    """Return the characters of sorted tokens, neighbours joined; white space or marks alone are no piece."""
    pieces: list[list[int]] = []
    for i in tokens:
        if pieces and all(doc[j].is_space for j in range(pieces[-1][1], i)):
            pieces[-1][1] = i + 1
        else:
            pieces.append([i, i + 1])
    return tuple(
        span_of(doc, start, end) for start, end in pieces if any(map(str.isalnum, doc[start:end].text))
    )
