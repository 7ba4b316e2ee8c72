"""Make a ledger of any size from a seed, for measuring pages: invented parties, claims, events and articles.

    python benchmarks/generate_ledger.py sqlite:////tmp/big.db --claims 100000

Nothing is read or reconciled: claims and events are built directly, so that the page is measured and not
the reader. The same seed gives the same ledger.
"""

import random
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import click

from onrecord.ledger import Ledger
from onrecord.records import (
    Article,
    ArticleRef,
    Change,
    Claim,
    DatePrecision,
    Difference,
    DifferenceReason,
    Event,
    EventType,
    Figure,
    Hedge,
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

STATES = [
    "AFG",
    "ALB",
    "ARG",
    "ARM",
    "AUS",
    "AUT",
    "AZE",
    "BGD",
    "BLR",
    "BRA",
    "CAN",
    "CHE",
    "CHL",
    "CHN",
    "COL",
    "CZE",
    "DEU",
    "DNK",
    "DZA",
    "EGY",
    "ESP",
    "EST",
    "ETH",
    "FIN",
    "FRA",
    "GBR",
    "GEO",
    "GRC",
    "HUN",
    "IDN",
    "IND",
    "IRN",
    "IRQ",
    "ISL",
    "ITA",
    "JOR",
    "JPN",
    "KAZ",
    "KEN",
    "KGZ",
    "KOR",
    "LBN",
    "LTU",
    "MAR",
    "MEX",
    "MMR",
    "MNG",
    "NGA",
    "NLD",
    "NOR",
    "NPL",
    "NZL",
    "PAK",
    "PER",
    "PHL",
    "POL",
    "PRT",
    "QAT",
    "ROU",
    "RUS",
    "SAU",
    "SDN",
    "SRB",
    "SVK",
    "SWE",
    "SYR",
    "TCD",
    "THA",
    "TJK",
    "TON",
    "TUN",
    "TUR",
    "TZA",
    "UGA",
    "UKR",
    "URY",
    "USA",
    "UZB",
    "VEN",
    "VNM",
    "YEM",
    "ZAF",
    "ZMB",
    "ZWE",
]
OUTLETS = tuple(f"Outlet {n:02}" for n in range(1, 61))
ITEMS = ("ammunition", "fuel", "food", "technology", "troops", "money", "drones", "relief")
CITIES = (
    ("Northport", 59.9, 10.7),
    ("Eastbridge", 41.3, 69.2),
    ("Southmoor", -1.3, 36.8),
    ("Westhaven", 38.7, -9.1),
)
START = date(2024, 1, 1)
DAYS = 330


@dataclass(frozen=True, slots=True)
class Scene:
    """One invented event before it is told."""

    type: EventType
    actor: str
    recipient: str
    item: str | None
    day: date
    place: Place | None


@click.command()
@click.argument("url")
@click.option(
    "--claims",
    "wanted",
    type=click.IntRange(10, 5_000_000),
    default=100_000,
    show_default=True,
    help="How many claims.",
)
@click.option("--seed", type=int, default=7, show_default=True, help="Seed of the random numbers.")
def main(url: str, wanted: int, seed: int) -> None:
    """Write a ledger to URL, an SQLAlchemy URL of a file that is not there yet."""
    random_numbers = random.Random(seed)
    now = datetime(2024, 12, 1, 6, tzinfo=UTC)
    with Ledger.open(url, now=now) as ledger:
        made = 0
        run = ledger.writer.start_run("generate", "benchmark", now)
        while made < wanted:
            made += add_scene(ledger, random_numbers, run, now, min(wanted - made, size(random_numbers)))
            if made % 10_000 < 20:
                click.echo(f"{made:,} claims", err=True)
        ledger.writer.end_run(run, now)


def size(random_numbers: random.Random) -> int:
    """Return how many claims an event has: most few, some hundreds, as in the news."""
    return min(400, max(1, int(random_numbers.paretovariate(0.9) * 2)))


def add_scene(ledger: Ledger, rng: random.Random, run: str, now: datetime, claims: int) -> int:
    """Add one event with its articles and claims; return how many claims."""
    scene = invent(rng)
    told: list[Claim] = []
    while len(told) < claims:
        article, found = tell(rng, scene, min(claims - len(told), rng.randint(1, 12)))
        ledger.writer.add_article(article, found, run=run, at=now)
        told += found
    event = reconciled(rng, scene, told)
    ledger.writer.put_events([event], at=now + timedelta(seconds=rng.randint(0, 3600)), settled=event.claims)
    return len(told)


def invent(rng: random.Random) -> Scene:
    """Return an invented event."""
    actor, recipient = rng.sample(STATES, 2)
    kind = rng.choice(list(EventType))
    item = rng.choice(ITEMS) if kind in (EventType.AID, EventType.COOPERATE) else None
    place: Place | None = None
    if rng.random() < 0.7:
        name, lat, lon = rng.choice(CITIES)
        country = Place(recipient, PlacePrecision.COUNTRY, recipient)
        place = country if rng.random() < 0.6 else Place(name, PlacePrecision.CITY, None, lat, lon)
    return Scene(kind, actor, recipient, item, START + timedelta(days=rng.randrange(DAYS)), place)


def tell(rng: random.Random, scene: Scene, claims: int) -> tuple[Article, list[Claim]]:
    """Return an article that tells of an event so many times, with its claims."""
    published = scene.day + timedelta(days=rng.randint(0, 8))
    number = rng.getrandbits(48)
    sentences, marks = [], []
    position = 0
    for _ in range(claims):
        source, stance = (
            rng.choice((scene.actor, scene.recipient, rng.choice(STATES))),
            rng.choice(list(Stance)),
        )
        figure = str(rng.randrange(2, 9000))
        thing = scene.item or "men"
        pieces = (
            source,
            " ",
            stance.value.replace("_", " "),
            " that ",
            scene.actor,
            " moved ",
            figure,
            " ",
            thing,
            " to ",
            scene.recipient,
            ".",
        )
        sentence = "".join(pieces)
        marks.append((position, source, stance, figure, thing, sentence))
        sentences.append(sentence)
        position += len(sentence) + 1
    text = "\n".join(sentences)
    article = Article(
        id=f"article-{number:012x}",
        text=text,
        title=f"{scene.actor} and {scene.recipient}: {scene.type.value.lower()} {number % 1000}",
        outlet=rng.choice(OUTLETS),
        published=published,
        url=f"https://example.org/{number:012x}",
        language="en",
    )
    ref = ArticleRef(article.id, article.sha256, article.title, article.outlet, article.url, published)
    return article, [claim_of(rng, scene, ref, text, *mark) for mark in marks]


def claim_of(
    rng: random.Random, scene: Scene, ref: ArticleRef, text: str, at: int, source: str, stance: Stance,
    figure: str, thing: str, sentence: str,
) -> Claim:  # fmt: skip
    """Return the claim one sentence makes."""

    def span(words: str, after: int = 0) -> Span:
        start = text.index(words, at + after)
        return Span.of(text, start, start + len(words))

    cue, trigger = span(stance.value.replace("_", " "), len(source)), span("moved")
    spoke = When(ref.published, ref.published, DatePrecision.DAY, inferred="publication day")
    number = float(figure)
    told = ToldEvent(
        type=scene.type,
        trigger=trigger,
        actors=(state(scene.actor, span(scene.actor, len(source))),),
        recipients=(state(scene.recipient, span(scene.recipient, sentence.rindex(scene.recipient))),),
        status=rng.choice(list(Status)),
        negated=False,
        items=(Item(scene.item, span(thing), "to_recipient"),) if scene.item else (),
        place=scene.place,
        when=When(scene.day, scene.day, DatePrecision.DAY, inferred="told as today's news"),
        figures=(
            Figure(
                thing,
                rng.choice([Hedge.EXACT, Hedge.ABOUT, Hedge.UP_TO]),
                span(figure),
                None,
                number,
                None,
                "moved",
            ),
        ),
    )
    content = Span.of(text, trigger.start, at + len(sentence) - 1)
    anchor = anchor_of(ref.sha256, (cue.start, cue.end), (trigger.start, trigger.end))
    return Claim(
        id=content_id("claim", anchor, stance.value),
        anchor=anchor,
        article=ref,
        stance=stance,
        sources=(state(source, span(source)),),
        cue=cue,
        content=(content,),
        event=told,
        evidence=(Span.of(text, at, at + len(sentence)),),
        made_by=MadeBy("benchmark", None, ("frame:benchmark",)),
        said=spoke,
        probability=0.9,
    )


def state(code: str, span: Span) -> Party:
    """Return a state as a party."""
    return Party(code, code, PartyKind.STATE, country=code, sector="GOV", role=None, span=span)


def reconciled(rng: random.Random, scene: Scene, claims: list[Claim]) -> Event:
    """Return the event of some claims: voices, numbers, origins and history as reconciling gives them."""
    ordered = sorted(
        claims, key=lambda c: (c.article.published or date.min, c.article.id, c.evidence[0].start)
    )
    seen: dict[tuple[str, Stance, date | None], list[str]] = {}
    for claim in ordered:
        seen.setdefault((claim.sources[0].id, claim.stance, claim.article.published), []).append(claim.id)
    last = {party: day for party, _, day in seen}
    sides = {scene.actor: Side.ACTOR, scene.recipient: Side.RECIPIENT}
    voices = tuple(
        Voice(party, sides.get(party, Side.THIRD_PARTY), stance, day, tuple(ids), latest=day == last[party])
        for (party, stance, day), ids in seen.items()
    )
    points = tuple(
        NumberPoint(c.sources[0].id, f.hedge, c.id, said=c.article.published, best=f.best)
        for c in ordered[:40]
        if c.event
        for f in c.event.figures
    )
    differences = (
        (Difference((points[0].claim, points[1].claim), DifferenceReason.DISAGREEMENT),)
        if len(points) > 1
        else ()
    )
    by_source: dict[str, list[str]] = {}
    for claim in ordered:
        by_source.setdefault(claim.sources[0].id, []).append(claim.id)
    groups = tuple(OriginGroup(s, tuple(ids), "the same state speaks") for s, ids in by_source.items())
    history = (Change(ordered[0].article.published, "standing", None, "alleged", ordered[0].id),)
    told = ordered[0].event
    unit = told.figures[0].unit if told else "man"
    return Event(
        id=content_id("event", ordered[0].anchor),
        type=scene.type,
        actors=(scene.actor,),
        recipients=(scene.recipient,),
        standing=rng.choice(list(Standing)),
        standing_rule="benchmark",
        status=rng.choice(list(Status)),
        voices=voices,
        origins=len(groups),
        numbers=(NumberSeries(unit, points, "moved", None, differences),),
        claims=tuple(c.id for c in ordered),
        title=f"{scene.actor} moves {scene.item or 'men'} to {scene.recipient}",
        items=(scene.item,) if scene.item else (),
        place=scene.place,
        when=told.when if told else None,
        history=history,
        silent=(rng.choice(STATES),),
        origin_groups=groups,
    )


if __name__ == "__main__":
    main()
