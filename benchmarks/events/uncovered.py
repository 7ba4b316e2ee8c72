"""Measure how many main predicates that join two parties have an event frame, and list the rest.

A main predicate is the root of a sentence, what is coordinated with it, or the root of what somebody says.
It joins two parties when one acts and another stands in a place of its own around it, both named. Verbs of
being and having, and those that are a cue of saying and no frame's, are left out: they are no events.
Run from the repository's root:

    python benchmarks/events/uncovered.py ../shared/data/clusters/articles.jsonl
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.tokens import Doc, Token

from onrecord.codebook import Codebook, load_codebook
from onrecord.reading.events.arguments import Arguments
from onrecord.reading.events.find import read_frames
from onrecord.reading.events.slots import verb_slots
from onrecord.reading.parse import load_parser, parse
from onrecord.reading.parties.find import find_mentions
from onrecord.records import Article, Party, PartyKind

NO_EVENTS = frozenset({"be", "have", "do", "include", "become", "remain", "seem", "appear", "quote", "refer"})
PLACES = ("object", "dative", "to", "with", "against", "from", "on", "for", "at", "into", "of", "between")


def is_main(verb: Token, cues: frozenset[str]) -> bool:
    """Tell whether a verb is the root of a sentence or of what is said, or coordinated with it."""
    while verb.dep_ == "conj":
        verb = verb.head
    return verb.dep_ == "ROOT" or (verb.dep_ == "ccomp" and verb.head.lemma_ in cues)


def named(parties: Iterable[Party]) -> set[str]:
    """Return the ids of the parties that have a name."""
    return {party.id for party in parties if party.kind is not PartyKind.UNKNOWN}


def joining(doc: Doc, arguments: Arguments, codebook: Codebook, cues: frozenset[str]) -> Iterator[Token]:
    """Give the verbs that join two different parties."""
    for token in doc:
        if token.pos_ != "VERB" or token.lemma_ in NO_EVENTS or not is_main(token, cues):
            continue
        slots = verb_slots(token, (), codebook.modality)
        actors = named(arguments.parties(slots["subject"]))
        others = {i for place in PLACES for i in named(arguments.parties(slots[place]))}
        if actors and others - actors:
            yield token


def main() -> None:
    """Print coverage and the uncovered verbs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--show", type=int, default=60, help="how many uncovered verbs to list")
    parser.add_argument("--sentences", help="print the sentences of this verb instead")
    options = parser.parse_args()
    codebook, nlp = load_codebook(), load_parser()
    cues = frozenset(c.lemmas[0] for c in codebook.stances.cues if c.pos == "verb" and len(c.lemmas) == 1)
    covered: Counter[str] = Counter()
    open_: Counter[str] = Counter()
    for line in options.articles.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        article = Article(str(row.get("id", "a")), row["text"])
        doc = parse(nlp, article)
        arguments = Arguments(doc, find_mentions(doc, article), codebook)
        matched = set()
        for match, _ in read_frames(doc, arguments, codebook):
            matched.update(match.trigger)
            if match.slots.light is not None:
                matched.add(match.slots.light.i)
        for verb in joining(doc, arguments, codebook, cues):
            if verb.i not in matched and verb.lemma_ in cues:
                continue
            (covered if verb.i in matched else open_)[verb.lemma_] += 1
            if options.sentences == verb.lemma_ and verb.i not in matched:
                print("-", verb.sent.text.strip().replace("\n", " "))
    total = sum(covered.values()) + sum(open_.values())
    print(f"{total} main predicates join two named parties; {sum(covered.values()) / total:.1%} have a frame")
    for lemma, count in open_.most_common(options.show):
        print(f"{count:5} {lemma}  (covered elsewhere {covered[lemma]})")


if __name__ == "__main__":
    main()
