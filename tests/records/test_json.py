import json
from dataclasses import fields
from datetime import date
from importlib.resources import files

import jsonschema
import pytest

from onrecord.errors import RecordError
from onrecord.records import (
    Article,
    ArticleRef,
    Change,
    Claim,
    DatePrecision,
    Event,
    EventType,
    Figure,
    Hedge,
    Item,
    MadeBy,
    Party,
    PartyKind,
    Place,
    PlacePrecision,
    Side,
    Span,
    SpeechAct,
    Stance,
    Standing,
    Status,
    ToldEvent,
    Voice,
    When,
    from_json,
    to_json,
    to_line,
)

TEXT = "Norway said on Friday that it had sent about 40 tents to Chad."


def schema(name):
    return json.loads((files("onrecord.records") / "contract" / f"{name}.schema.json").read_text("utf-8"))


def span(words):
    start = TEXT.index(words)
    return Span.of(TEXT, start, start + len(words))


def party(name, id_):
    return Party(name=name, id=id_, kind=PartyKind.STATE, country=id_, sector="GOV", span=span(name))


@pytest.fixture
def claim():
    day = date(2024, 11, 1)
    event = ToldEvent(
        type=EventType.AID,
        trigger=span("sent"),
        actors=(party("Norway", "NOR"),),
        recipients=(party("Chad", "TCD"),),
        status=Status.HAPPENED,
        negated=False,
        items=(Item("relief", span("tents"), "to_recipient"),),
        place=Place("Chad", PlacePrecision.COUNTRY, "TCD", span=span("Chad")),
        figures=(Figure("tent", Hedge.ABOUT, span("about 40 tents"), best=40),),
    )
    return Claim(
        id="claim-1",
        anchor="anchor-1",
        article=ArticleRef("a1", "0" * 64, published=day),
        stance=Stance.SAYS,
        sources=(party("Norway", "NOR"),),
        cue=span("said"),
        content=(span("that it had sent about 40 tents to Chad"),),
        event=event,
        evidence=(span(TEXT),),
        made_by=MadeBy("0.1.0", rules=("cue:says.say",)),
        said=When(day, day, DatePrecision.DAY, span("on Friday")),
        speech_act=SpeechAct(EventType.AGREE, ()),
    )


def test_claim_validates_against_its_schema(claim):
    jsonschema.validate(to_json(claim), schema("claim"))


def test_claim_read_back_from_its_json_is_the_same_claim(claim):
    assert from_json(Claim, json.loads(to_line(claim))) == claim


def test_every_key_of_the_claim_schema_is_a_field_and_the_other_way_round():
    assert set(schema("claim")["properties"]) == {"schema", *(f.name for f in fields(Claim))}


@pytest.mark.parametrize(
    ("definition", "record"),
    [
        ("party", Party),
        ("when", When),
        ("place", Place),
        ("item", Item),
        ("figure", Figure),
        ("event", ToldEvent),
    ],
)
def test_every_key_of_a_part_of_the_claim_schema_is_a_field(definition, record):
    assert set(schema("claim")["$defs"][definition]["properties"]) == {f.name for f in fields(record)}


def test_article_validates_against_its_schema_and_carries_its_digest():
    article = Article(id="a1", text=TEXT, published=date(2024, 11, 1))
    jsonschema.validate(to_json(article), schema("article"))
    assert to_json(article)["sha256"] == article.sha256


def test_event_validates_against_its_schema_with_history_from_and_to():
    event = Event(
        id="event-1",
        type=EventType.AID,
        actors=("NOR",),
        recipients=("TCD",),
        standing=Standing.SINGLE_ORIGIN,
        standing_rule="single-origin",
        status=Status.HAPPENED,
        voices=(Voice("NOR", Side.ACTOR, Stance.SAYS, None, ("claim-1",)),),
        origins=1,
        numbers=(),
        claims=("claim-1",),
        history=(Change(None, "status", "planned", "happened", "claim-1"),),
    )
    told = to_json(event)
    jsonschema.validate(told, schema("event"))
    assert (told["history"][0]["from"], told["history"][0]["to"]) == ("planned", "happened")
    assert from_json(Event, told) == event


def test_a_stance_that_does_not_exist_is_refused_with_its_path(claim):
    told = to_json(claim) | {"stance": "murmurs"}
    with pytest.raises(RecordError, match=r"Claim\.stance: expected Stance, got 'murmurs'"):
        from_json(Claim, told)


def test_a_missing_key_is_refused(claim):
    told = to_json(claim)
    del told["evidence"]
    with pytest.raises(RecordError, match="evidence"):
        from_json(Claim, told)


def test_set_aside_article_needs_a_reason():
    with pytest.raises(RecordError, match="reason is None"):
        from_json(Article, {"id": "a", "text": "", "state": "set_aside"})
