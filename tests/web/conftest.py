"""A small ledger built by hand, with a hostile article in it, and the page over it."""

from datetime import UTC, date, datetime

import pytest
from starlette.testclient import TestClient

from onrecord.ledger import Ledger
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
    Inserted,
    Item,
    MadeBy,
    NumberPoint,
    NumberSeries,
    OriginGroup,
    Party,
    PartyKind,
    Place,
    PlacePrecision,
    Side,
    Span,
    Stance,
    Standing,
    Status,
    ToldEvent,
    Voice,
    When,
    anchor_of,
    content_id,
)
from onrecord.web.app import create_app

NOW = datetime(2024, 11, 26, 6, tzinfo=UTC)
HOSTILE = '<script>alert(1)</script> & "quoted"'
TEXT = (
    "Ruritania said on Monday that Zenda sent 300 shells to Strelsau.\n"
    f"Weather for the weekend {HOSTILE}\n"
    "Zenda denied that it sent shells to Strelsau."
)


def span(text: str, words: str, after: int = 0) -> Span:
    start = text.index(words, after)
    return Span.of(text, start, start + len(words))


def state(code: str, where: Span) -> Party:
    return Party(where.text, code, PartyKind.STATE, country=code, sector="GOV", span=where)


def article(one: str = "wire/one", outlet: str = "Wire", url: str = "javascript:alert(1)") -> Article:
    start = TEXT.index("Weather")
    part = TEXT[start : TEXT.index("\n", start)]
    return Article(
        id=one,
        text=TEXT,
        title=f"Shells {HOSTILE}",
        outlet=outlet,
        published=date(2024, 11, 25),
        url=url,
        language="en",
        inserted=(Inserted(start, start + len(part), part, "headline of another story"),),
    )


def claim(told: Article, source: str, code: str, stance: Stance, cue: str) -> Claim:
    at = told.text.index(f"{source} {cue}")
    line = told.text[at : told.text.index(".", at) + 1]
    trigger = span(told.text, "sent", at)
    content = Span.of(told.text, trigger.start, at + len(line) - 1)
    cue_span = span(told.text, cue, at)
    figures = (
        (Figure("shell", Hedge.EXACT, span(told.text, "300 shells"), best=300.0),) if "300" in line else ()
    )
    anchor = anchor_of(told.sha256, (cue_span.start, cue_span.end), (trigger.start, trigger.end))
    when = When(date(2024, 11, 25), date(2024, 11, 25), DatePrecision.DAY, inferred="day of publication")
    return Claim(
        id=content_id("claim", told.id, anchor),
        anchor=anchor,
        article=ArticleRef(told.id, told.sha256, told.title, told.outlet, told.url, told.published),
        stance=stance,
        sources=(state(code, span(told.text, source, at)),),
        cue=cue_span,
        content=(content,),
        event=ToldEvent(
            type=EventType.AID,
            trigger=trigger,
            actors=(state("BLR", span(told.text, "Zenda")),),
            recipients=(state("AZE", span(told.text, "Strelsau", at)),),
            status=Status.HAPPENED,
            negated=False,
            items=(Item("ammunition", span(told.text, "shells", at), "to_recipient"),),
            place=Place("Strelsau", PlacePrecision.COUNTRY, "AZE", span=span(told.text, "Strelsau", at)),
            figures=figures,
        ),
        evidence=(Span.of(told.text, at, at + len(line)),),
        made_by=MadeBy("test", None, ("frame:give",)),
        said=when,
    )


def event(claims: tuple[Claim, ...]) -> Event:
    asserting, denying = claims[0], claims[1]
    day = date(2024, 11, 25)
    return Event(
        id="event-one",
        type=EventType.AID,
        actors=("BLR",),
        recipients=("AZE",),
        standing=Standing.DISPUTED,
        standing_rule="disputed-by-actor",
        status=Status.HAPPENED,
        voices=(
            Voice("ARM", Side.THIRD_PARTY, Stance.SAYS, day, (asserting.id,)),
            Voice("BLR", Side.ACTOR, Stance.DENIES, day, (denying.id,)),
        ),
        origins=1,
        numbers=(
            NumberSeries("shell", (NumberPoint("ARM", Hedge.EXACT, asserting.id, said=day, best=300.0),)),
        ),
        claims=tuple(c.id for c in claims),
        title=f"Belarus gives ammunition to Azerbaijan {HOSTILE}",
        items=("ammunition",),
        history=(Change(day, "standing", None, "disputed", denying.id),),
        silent=("AZE",),
        origin_groups=(OriginGroup("ARM", (asserting.id,), "one speaker"),),
    )


@pytest.fixture(scope="session")
def ledger_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    url = f"sqlite:///{tmp_path_factory.mktemp('web') / 'ledger.db'}"
    fill(url)
    return url


def fill(url: str) -> None:
    told, copied = article(), article("copy", "Daily", "https://example.org/copy")
    with Ledger.open(url, now=NOW) as ledger:
        run = ledger.writer.start_run("add", "test", NOW)
        claims: tuple[Claim, ...] = ()
        for one in (told, copied):
            made = (
                claim(one, "Ruritania", "ARM", Stance.SAYS, "said"),
                claim(one, "Zenda", "BLR", Stance.DENIES, "denied"),
            )
            ledger.writer.add_article(one, made, run=run, at=NOW)
            claims = claims or made
        ledger.writer.put_events([event(claims)], at=NOW, settled=[c.id for c in claims])
        ledger.writer.end_run(run, NOW)


@pytest.fixture(scope="session")
def client(ledger_url: str) -> TestClient:
    app = create_app(ledger_url, hosts=("testserver",), clock=lambda: NOW)
    return TestClient(app, headers={"accept": "text/html"})


@pytest.fixture
def own_ledger(tmp_path) -> str:
    """The small ledger once more, for a test that changes it."""
    url = f"sqlite:///{tmp_path / 'own.db'}"
    fill(url)
    return url


@pytest.fixture
def reviewing(own_ledger) -> TestClient:
    """A page that takes changes."""
    app = create_app(own_ledger, review=True, hosts=("testserver",), clock=lambda: NOW, reviewers=("Ada",))
    return TestClient(app, headers={"accept": "text/html"})
