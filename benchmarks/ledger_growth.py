"""What adding one article costs as the ledger grows: the 101st against the 10,001st.

Articles and claims are made up from a fixed seed; reading is left out, reconciling is in. Medians of a
stretch of articles, so that one slow write of the disk does not decide.

Usage: python benchmarks/ledger_growth.py [--articles 10000] [--stretch 50] [--no-reconcile]
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from random import Random

from onrecord.ledger import Ledger
from onrecord.records import (
    Article,
    ArticleRef,
    Claim,
    DatePrecision,
    EventType,
    Item,
    MadeBy,
    Party,
    PartyKind,
    Span,
    Stance,
    Status,
    ToldEvent,
    When,
    anchor_of,
    content_id,
)
from onrecord.workflow.reconcile import keys_for, reconcile_ledger

START = datetime(2025, 1, 1, tzinfo=UTC)
CLAIMS = 12
"""Claims an article; the dispatches of the demo have about as many."""

A_DAY = 40
"""Articles published on one day."""

STATES = [Party(f"State {n}", f"S{n:02}", PartyKind.STATE, country=f"S{n:02}") for n in range(40)]
DEEDS = [
    (EventType.AID, "sent"),
    (EventType.ASSAULT, "shelled"),
    (EventType.CONSULT, "met"),
    (EventType.MOBILIZE, "massed"),
]
ITEMS = ["troops", "ammunition", "missiles", "fuel"]


def invent(chance: Random, number: int) -> tuple[Article, list[Claim]]:
    """Return an article of CLAIMS sentences and its claims."""
    day = date(2025, 1, 1) + timedelta(days=number // A_DAY)
    told = []
    for _ in range(CLAIMS):
        source, actor, recipient = chance.sample(STATES, 3)
        kind, verb = chance.choice(DEEDS)
        item = chance.choice(ITEMS)
        sentence = (
            f"{source.name} said {actor.name} {verb} {item} near {recipient.name} in week {chance.random()}."
        )
        told.append((source, actor, recipient, kind, verb, item, sentence))
    article = Article(
        id=f"made-up-{number}",
        text="\n".join(one[-1] for one in told),
        outlet=f"Outlet {number % 25}",
        published=day,
    )
    return article, list(_claims(article, told, day))


def _claims(article: Article, told: list[tuple], day: date) -> Iterator[Claim]:
    ref = ArticleRef(article.id, article.sha256, outlet=article.outlet, published=day)
    start = 0
    for source, actor, recipient, kind, verb, item, sentence in told:
        evidence = Span.of(article.text, start, start + len(sentence))
        trigger = Span.of(article.text, *_place(article.text, verb, start))
        thing = Item(item, Span.of(article.text, *_place(article.text, item, start)))
        when = When(day, day, DatePrecision.DAY, inferred="as published")
        event = ToldEvent(
            kind, trigger, (actor,), (recipient,), Status.HAPPENED, False, items=(thing,), when=when
        )
        anchor = anchor_of(article.sha256, None, (trigger.start, trigger.end))
        yield Claim(
            id=content_id("claim", article.id, anchor),
            anchor=anchor,
            article=ref,
            stance=Stance.SAYS,
            sources=(source,),
            cue=Span.of(article.text, *_place(article.text, "said", start)),
            content=(evidence,),
            event=event,
            evidence=(evidence,),
            made_by=MadeBy("0"),
            said=when,
        )
        start += len(sentence) + 1


def _place(text: str, word: str, start: int) -> tuple[int, int]:
    found = text.index(word, start)
    return found, found + len(word)


def main() -> None:
    """Fill a ledger and print what the first and the last articles cost."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=10_000)
    options.add_argument("--stretch", type=int, default=50)
    options.add_argument("--no-reconcile", action="store_true")
    options.add_argument("--url", help="a ledger in PostgreSQL instead of a SQLite file")
    given = options.parse_args()
    chance = Random(11)
    with (
        tempfile.TemporaryDirectory() as folder,
        Ledger.open(given.url or f"sqlite:///{folder}/growth.db", now=START) as ledger,
    ):
        run = ledger.writer.start_run("add", "0", START)
        seconds: list[float] = []
        for number in range(given.articles + given.stretch):
            article, claims = invent(chance, number)
            measured = number >= given.articles or 100 <= number < 100 + given.stretch
            began = time.process_time()
            keys = keys_for(claims)
            ledger.writer.add_article(article, claims, run=run, at=START, keys=keys)
            if not given.no_reconcile and measured:
                reconcile_ledger(ledger, clock=lambda: START)
            if measured:
                seconds.append(time.process_time() - began)
            elif not given.no_reconcile and number in (99, given.articles - 1):
                reconcile_ledger(ledger, clock=lambda: START)
        size = ledger.reader.counts()
    first = statistics.median(seconds[: given.stretch]) * 1000
    last = statistics.median(seconds[given.stretch :]) * 1000
    print(f"{size.articles} articles, {size.claims} claims, {size.events} events")
    print(
        f"article 101: {first:.1f} ms, article {given.articles + 1}: {last:.1f} ms, {last / first:.2f} times"
    )


if __name__ == "__main__":
    main()
