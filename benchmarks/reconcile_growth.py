"""What adding one article costs as the ledger grows: the 10,001st against the 101st.

    python benchmarks/reconcile_growth.py --articles 10000

Articles are invented from a seed: each tells a few claims about one of many stories, the last of them of a
deed without a PLOVER type, told by one of twenty words and with a vector. Stories come and go, as news does,
over as many days as `--per-day` spreads the articles. Reading is not measured, only writing the claims,
finding what to compare them with, grouping, and writing the events. Between the articles measured the ledger
is reconciled every 500.
"""

import random
import statistics
import tempfile
import time
from datetime import UTC, date, datetime, timedelta

import click

from onrecord.encoder.finding import VECTOR
from onrecord.ledger import Ledger
from onrecord.records import (
    Article,
    ArticleRef,
    Claim,
    DeedVector,
    EventType,
    Item,
    MadeBy,
    Party,
    PartyKind,
    Span,
    Stance,
    Status,
    ToldEvent,
    anchor_of,
    content_id,
)
from onrecord.workflow.reconcile import keys_for, reconcile_ledger

NOW = datetime(2025, 1, 1, tzinfo=UTC)
STATES = [f"{a}{b}{c}" for a in "ABCDE" for b in "KLMN" for c in "XY"]
KINDS = [EventType.AID, EventType.ASSAULT, EventType.SANCTION, EventType.CONSULT, EventType.COERCE]
ITEMS = ["troops", "ammunition", "fuel", "food", "money", "technology"]
STANCES = [Stance.SAYS, Stance.CONFIRMS, Stance.DENIES, Stance.ACCUSES, Stance.FEARS]
AROUND = 20
WORDS = [f"word{i}" for i in range(4000)]


@click.command()
@click.option("--articles", default=10_000, show_default=True, help="Articles before the last ones measured.")
@click.option("--per-day", default=20, show_default=True, help="Articles a day.")
@click.option("--claims", default=6, show_default=True, help="Claims an article.")
@click.option("--seed", default=7, show_default=True)
def main(articles: int, per_day: int, claims: int, seed: int) -> None:
    """Print the median milliseconds of adding an article around the 101st and around the last."""
    rng = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder, Ledger.open(f"sqlite:///{folder}/l.db", now=NOW) as ledger:
        run = ledger.writer.start_run("growth", "test", NOW)
        early: list[float] = []
        late: list[float] = []
        for number in range(1, articles + AROUND + 1):
            article, told, vectors = make(number, per_day, claims, rng)
            start = time.process_time()
            ledger.writer.add_article(article, told, run=run, at=NOW, keys=keys_for(told), vectors=vectors)
            measured = 101 <= number < 101 + AROUND or number > articles
            if measured or number in {100, articles} or number % 500 == 0:
                reconcile_ledger(ledger, clock=lambda: NOW)
            spent = time.process_time() - start
            if 101 <= number < 101 + AROUND:
                early.append(spent)
            if number > articles:
                late.append(spent)
            if number % 1000 == 0:
                click.echo(f"{number} articles", err=True)
        counts = ledger.reader.counts()
    first, last = (1000 * statistics.median(times) for times in (early, late))
    print(f"{counts.articles} articles, {counts.claims} claims, {counts.events} events")
    print(f"processor time of adding one article: {first:.1f} ms at the 101st, {last:.1f} ms at the "
          f"{articles + 1}st; ratio {last / first:.2f}")  # fmt: skip


def make(
    number: int, per_day: int, claims: int, rng: random.Random
) -> tuple[Article, list[Claim], dict[str, DeedVector]]:
    """Return an article of its day, about one of that week's stories, with its claims and their vectors."""
    day = date(2024, 1, 1) + timedelta(days=number // per_day)
    story = random.Random((day.toordinal() // 7) * 1000 + rng.randrange(40))
    actor, recipient, *speakers = story.sample(STATES, 8)
    kind, item = story.choice(KINDS), story.choice(ITEMS)
    subject = story.sample(WORDS, 30)
    words = [*["sent"] * (claims - 1), story.choice(WORDS[:20])]
    sentences = [" ".join([*rng.sample(subject, 8), *rng.sample(WORDS, 6), word]) + "." for word in words]
    seen = DeedVector("test", story.randbytes(VECTOR))
    text = "\n".join(sentences)
    article = Article(id=f"article-{number}", text=text, outlet=f"outlet {number % 40}", published=day)
    ref = ArticleRef(article.id, article.sha256, None, article.outlet, None, day)
    told = []
    for order, sentence in enumerate(sentences):
        start = text.index(sentence)
        end = start + len(sentence) - 1
        trigger = Span.of(text, end - len(words[order]), end)
        typed = order < claims - 1
        event = ToldEvent(
            type=kind if typed else None,
            trigger=trigger,
            actors=(state(actor),) if typed else (),
            recipients=(state(recipient),) if typed else (),
            status=Status.HAPPENED,
            negated=False,
            items=(Item(item, trigger),) if typed and kind is EventType.AID else (),
        )
        told.append(
            Claim(
                id=content_id("claim", number, order),
                anchor=anchor_of(article.sha256, None, (trigger.start, trigger.end)),
                article=ref,
                stance=rng.choice(STANCES),
                sources=(state(rng.choice(speakers)),),
                cue=None,
                content=(),
                event=event,
                evidence=(Span.of(text, start, start + len(sentence)),),
                made_by=MadeBy("test"),
            )
        )
    return article, told, {claim.id: seen for claim in told}


def state(code: str) -> Party:
    """Return an invented state."""
    return Party(code, code, PartyKind.STATE, country=code, sector="GOV")


if __name__ == "__main__":
    main()
