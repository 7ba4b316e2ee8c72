"""What everything is made of: frozen records, standard library only."""

from onrecord.records.article import Article, ArticleState, Inserted, text_digest
from onrecord.records.claim import (
    ArticleRef,
    Claim,
    Figure,
    Item,
    MadeBy,
    Party,
    Place,
    SpeechAct,
    ToldEvent,
    When,
)
from onrecord.records.decision import Decision, DecisionKind, decide
from onrecord.records.event import (
    Change,
    Difference,
    Event,
    NumberPoint,
    NumberSeries,
    OriginGroup,
    Voice,
)
from onrecord.records.ids import anchor_of, content_id, slug
from onrecord.records.json import from_json, to_json, to_line
from onrecord.records.span import Span, cover
from onrecord.records.vector import DeedVector
from onrecord.records.vocabulary import (
    DatePrecision,
    DifferenceReason,
    EventType,
    Hedge,
    PartyKind,
    PlacePrecision,
    Scope,
    Side,
    Stance,
    Standing,
    Status,
)

__all__ = [
    "Article",
    "ArticleRef",
    "ArticleState",
    "Change",
    "Claim",
    "DatePrecision",
    "Decision",
    "DecisionKind",
    "DeedVector",
    "Difference",
    "DifferenceReason",
    "Event",
    "EventType",
    "Figure",
    "Hedge",
    "Inserted",
    "Item",
    "MadeBy",
    "NumberPoint",
    "NumberSeries",
    "OriginGroup",
    "Party",
    "PartyKind",
    "Place",
    "PlacePrecision",
    "Scope",
    "Side",
    "Span",
    "SpeechAct",
    "Stance",
    "Standing",
    "Status",
    "ToldEvent",
    "Voice",
    "When",
    "anchor_of",
    "content_id",
    "cover",
    "decide",
    "from_json",
    "slug",
    "text_digest",
    "to_json",
    "to_line",
]
