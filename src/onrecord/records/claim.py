"""A claim: one source's stance towards one event, as one article tells it.

The shape is the contract's `onrecord.claim/1`; what the words mean is in docs/codebook.md.
`None` or an empty tuple means "cannot be told from the text surely enough", never "not looked at".
"""

from dataclasses import dataclass
from datetime import date

from onrecord.records.span import Span
from onrecord.records.vocabulary import (
    DatePrecision,
    EventType,
    Hedge,
    PartyKind,
    PlacePrecision,
    Scope,
    Stance,
    Status,
)

__all__ = [
    "ArticleRef",
    "Claim",
    "Figure",
    "Item",
    "MadeBy",
    "Party",
    "Place",
    "SpeechAct",
    "ToldEvent",
    "When",
]


@dataclass(frozen=True, slots=True)
class ArticleRef:
    """What a claim repeats of its article.

    Attributes:
        id: The article's id.
        sha256: SHA-256 of the article's stored text.
    """

    id: str
    sha256: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """Someone who speaks, acts or is acted on.

    Attributes:
        name: Best full name in the article ("Josep Borrell").
        id: States: ISO 3166-1 alpha-3 ("PRK"). Known bodies: usual short name ("NATO", "EU").
            Others: "person:josep-borrell", "org:…", "group:…"; unnamed: "unknown:two-officials".
        kind: What sort of thing it is.
        country: ISO alpha-3 of the state it is or acts for; "EUE" for EU bodies, "IGO" for other
            intergovernmental bodies; None for armed groups and whenever it cannot be told.
        sector: PLOVER sector (GOV, MIL, LEG, …).
        role: As told ("foreign policy chief").
        of: id of the body the role belongs to.
        span: The mention the claim rests on; None only when inferred.
        mention: For a pronoun or "the statement": where the name it stands for was found.
        inferred: How it was found, when no span shows it or the name stands elsewhere.
    """

    name: str
    id: str
    kind: PartyKind
    country: str | None = None
    sector: str | None = None
    role: str | None = None
    of: str | None = None
    span: Span | None = None
    mention: Span | None = None
    inferred: str | None = None


@dataclass(frozen=True, slots=True)
class When:
    """A day or stretch of days.

    Attributes:
        start: First day, None where open.
        end: Last day (inclusive), None where open ("since 2022").
        precision: How exactly the text tells it.
        span: The words that tell it; None only when inferred.
        inferred: How, when no words in the text give it.
    """

    start: date | None
    end: date | None
    precision: DatePrecision
    span: Span | None = None
    inferred: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where something happened.

    Attributes:
        name: As told.
        precision: How small it is; countries are areas and carry no point.
        country: ISO alpha-3.
        lat: Degrees north (WGS 84), None unless the gazetteer has a point for it.
        lon: Degrees east.
        geonames: GeoNames id.
        span: The words that name it.
    """

    name: str
    precision: PlacePrecision
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """What passes from one party to another.

    Attributes:
        kind: id of an item kind in the codebook ("troops", "technology").
        span: The words that name it.
        direction: "to_recipient", or "to_actor" when the actor gets it; None when untold.
        in_return_for: Kind of the item it is said to be exchanged for.
    """

    kind: str
    span: Span
    direction: str | None = None
    in_return_for: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as its source gives it.

    Attributes:
        unit: What is counted, singular lower case ("soldier"), or an ISO 4217 code ("USD").
        hedge: How the source qualifies it.
        span: The words, hedge included.
        low: Lowest value it allows, in units; None when unbounded or untold.
        best: The value named.
        high: Highest value it allows.
        measure: killed, wounded, deployed, sent, …
        population: Who is counted (all, civilians, North Korean soldiers …), as told.
        scope: One incident, a running total, or a share of 1.
        as_of: The day the number holds for.
    """

    unit: str
    hedge: Hedge
    span: Span
    low: float | None = None
    best: float | None = None
    high: float | None = None
    measure: str | None = None
    population: str | None = None
    scope: Scope | None = None
    as_of: When | None = None


@dataclass(frozen=True, slots=True)
class ToldEvent:
    """What a claim is about, told in positive form: the stance carries the attitude.

    Attributes:
        type: PLOVER type of the deed as if done; None when PLOVER has none for it.
        mode: PLOVER mode.
        context: PLOVER contexts, sorted.
        cameo: CAMEO code, 2 to 4 digits.
        trigger: The word or words that name the deed.
        actors: Who does it.
        recipients: To, with or for whom.
        against: Whom it is aimed at, where that is not the recipient.
        items: What passes.
        place: Where it happened.
        when: When it happened.
        figures: Numbers that count it.
        status: How it stands in this telling.
        negated: True when the telling is that it did not happen (a denial is a stance instead).
        background: True for history told as background rather than news.
        repeated: True when told as happening again and again.
    """

    type: EventType | None
    trigger: Span
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    status: Status
    negated: bool
    mode: str | None = None
    context: tuple[str, ...] = ()
    cameo: str | None = None
    against: tuple[Party, ...] = ()
    items: tuple[Item, ...] = ()
    place: Place | None = None
    when: When | None = None
    figures: tuple[Figure, ...] = ()
    background: bool = False
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class SpeechAct:
    """The act of saying as an event of its own: condemning is ACCUSE towards the addressee."""

    type: EventType
    recipients: tuple[Party, ...]
    mode: str | None = None
    cameo: str | None = None


@dataclass(frozen=True, slots=True)
class MadeBy:
    """What made a claim.

    Attributes:
        version: onrecord's version and, after "+", the weights' short hashes.
        run: id of the run that added it to a ledger; None outside one.
        rules: Names of the frames, cues and rules behind it, and of what an encoder told, sorted.
    """

    version: str
    run: str | None = None
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """One set of sources × one stance × one event, in one article.

    Attributes:
        id: Content-addressed; may change with the weights.
        anchor: Stable across weights: from the article's sha256, the cue and the trigger.
        article: The article it stands in.
        stance: What the sources do with the content.
        sources: Whose words or attitude it is; empty only for the outlet's own voice.
        cue: The words that carry the stance; None for the outlet's own voice.
        content: What was said, in pieces where a quotation is broken.
        event: What it is about; None for a statement that is no event.
        evidence: The sentences that carry the claim, at least one.
        made_by: What made it.
        via: Who carried it between source and outlet, nearest the outlet first.
        said: When the sources spoke.
        speech_act: The act of saying as a PLOVER event.
        probability: Calibrated; None until calibrated.
        basis: What the source rests on, as told ("intelligence").
        attribution: Shared by the claims of one cue and content.
        within: id of the claim inside whose content this one was told.
        about: id of the claim this one answers.
        jointly: True when several sources speak with one voice.
    """

    id: str
    anchor: str
    article: ArticleRef
    stance: Stance
    sources: tuple[Party, ...]
    cue: Span | None
    content: tuple[Span, ...]
    event: ToldEvent | None
    evidence: tuple[Span, ...]
    made_by: MadeBy
    via: tuple[Party, ...] = ()
    said: When | None = None
    speech_act: SpeechAct | None = None
    probability: float | None = None
    basis: str | None = None
    attribution: str | None = None
    within: str | None = None
    about: str | None = None
    jointly: bool = False

    @property
    def parties(self) -> tuple[Party, ...]:
        """Return all its parties: who says it, who carries it and who takes part in its event."""
        told = () if self.event is None else (*self.event.actors, *self.event.recipients, *self.event.against)
        return (*self.sources, *self.via, *told)
