"""A program of its own for the tests: adds articles with a small reader, telling each on standard output.

Usage: adding.py URL ARTICLES WORKERS
"""

import os
import re
import sys
from datetime import UTC, datetime, timedelta

from onrecord.ledger import Ledger
from onrecord.reading.reader import Reading
from onrecord.records import (
    Article,
    ArticleRef,
    ArticleState,
    Claim,
    DeedVector,
    EventType,
    MadeBy,
    Span,
    Stance,
    Status,
    ToldEvent,
    anchor_of,
    content_id,
)
from onrecord.workflow.add import AddOptions, add_articles

START = datetime(2025, 3, 1, 12, tzinfo=UTC)


class SmallReader:
    """Claims the outlet's own word for every "sent"; ends its process at "die", fails at "fail"."""

    version = "0.1.0+small"

    def reading(self, article):
        if "die" in article.text:
            os._exit(1)
        if "fail" in article.text:
            raise ValueError("no claims in it")
        if article.state is ArticleState.SET_ASIDE:
            return Reading(())
        claims = tuple(self._claim(article, match) for match in re.finditer("sent", article.text))
        return Reading(claims, {c.id: DeedVector("small", c.id.encode()[-8:]) for c in claims})

    def _claim(self, article, match):
        trigger = Span.of(article.text, *match.span())
        anchor = anchor_of(article.sha256, None, match.span())
        event = ToldEvent(
            EventType.AID, trigger, actors=(), recipients=(), status=Status.HAPPENED, negated=False
        )
        return Claim(
            id=content_id("claim", article.id, anchor),
            anchor=anchor,
            article=ArticleRef(article.id, article.sha256),
            stance=Stance.REPORTS,
            sources=(),
            cue=None,
            content=(),
            event=event,
            evidence=(trigger,),
            made_by=MadeBy(self.version),
        )


def make_reader(_options):
    return SmallReader()


def articles(count):
    """Return articles, some of them twice, with a new text, or set aside."""
    for number in range(count):
        text = f"Arkania sent {number} trucks. " + "It sent more. " * (number % 7)
        yield Article(id=f"n{number}", text=text)
        if number % 5 == 4:
            yield Article(id=f"n{number - 1}", text=f"Corrected: {text}")
        if number % 6 == 5:
            yield Article(id=f"n{number}", text=text)
            yield Article(id=f"line {number}", text="", state=ArticleState.SET_ASIDE, reason="is not JSON.")


def clock():
    clock.ticks += 1
    return START + timedelta(seconds=clock.ticks)


clock.ticks = 0


def main():
    url, count, workers = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    options = AddOptions(workers=workers)

    def told(done, total, what):
        print(done, flush=True)

    with Ledger.open(url, now=START) as ledger:
        add_articles(ledger, articles(count), options, clock=clock, progress=told, make_reader=make_reader)


if __name__ == "__main__":
    main()
