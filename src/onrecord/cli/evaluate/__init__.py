"""`onrecord evaluate`: score the program against corpora people marked."""

import click

from onrecord.cli.main import LazyGroup

__all__ = ["evaluate"]

TASKS = {
    "attribution": "onrecord.cli.evaluate.attribution:attribution",
    "deeds": "onrecord.cli.evaluate.deeds:deeds",
    "factuality": "onrecord.cli.evaluate.factuality:factuality",
    "floors": "onrecord.cli.evaluate.floors:floors",
    "inserted": "onrecord.cli.evaluate.inserted:inserted",
    "linking": "onrecord.cli.evaluate.linking:linking",
    "relations": "onrecord.cli.evaluate.relations:relations",
    "pages": "onrecord.cli.evaluate.pages:pages",
    "dates": "onrecord.cli.evaluate.dates:dates",
    "places": "onrecord.cli.evaluate.places:places",
    "numbers": "onrecord.cli.evaluate.numbers:numbers",
}
"""Task → "module:object"; one task a file, imported when asked for."""

HELPS = {
    "attribution": "Who says what, on PolNeAR: sources, cues, contents and their links.",
    "deeds": "Which deeds are told in real news, of what kind, and who does them to whom.",
    "factuality": "How deeds are told, on MEANTIME: certain, done, future or not.",
    "floors": "Refuse figures lower than those pinned in a file of floors.",
    "inserted": "Headlines of other stories, pasted into articles of several events.",
    "linking": "Which mentions are one event, on ECB+.",
    "relations": "What relates a marked pair of parties, on PLV.",
    "pages": "What is got out of news pages: title, day, authors and body.",
    "dates": "Time expressions and their days, on TimeML or MEANTIME.",
    "places": "Place names and where they lie, on LGL.",
    "numbers": "Quantities, on MEANTIME.",
}


@click.group(cls=LazyGroup, lazy=TASKS, helps=HELPS)
def evaluate() -> None:
    """Score the program against corpora that people marked.

    Each task takes a folder in its corpus's own layout. Figures are in percent, with 95 % intervals
    over texts where the table shows them in brackets.
    """
