"""Mark pairs of parties in running news with the root the codebook's frames give, to train on first.

    python training/relations_weak.py --out weak.jsonl news.jsonl ../shared/data/polnear/train/text

Runs in the package's own environment, not in the one with torch. Takes JSON lines with `text`, or folders of
.txt files. Writes one JSON list a pair: root, sentence, range of the source, range of the target. Of several
frames between two parties the one highest in the sentence counts, as in the evaluation of frames.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from spacy.language import Language

from onrecord.codebook import Codebook, load_codebook
from onrecord.codebook.folding import fold
from onrecord.codebook.root_classes import root_class
from onrecord.reading.events.arguments import Arguments
from onrecord.reading.events.find import read_frames
from onrecord.reading.events.match import Match
from onrecord.reading.parse import load_parser, parse
from onrecord.reading.parties.find import find_mentions
from onrecord.records import Article, EventType, Party

LONGEST_TEXT, LONGEST_SENTENCE = 12_000, 400
"""Characters of a text that are read, and of a sentence that is kept."""


def main() -> None:
    """Read the arguments and write the pairs."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sources", nargs="+", type=Path, help="files of JSON lines, or folders of .txt files")
    parser.add_argument("--out", type=Path, required=True, help="where the pairs go")
    args = parser.parse_args()
    nlp, codebook = load_parser(), load_codebook()
    with args.out.open("w", encoding="utf-8") as out:
        for text in texts(args.sources):
            for pair in pairs_of(text[:LONGEST_TEXT], nlp, codebook):
                out.write(json.dumps(pair) + "\n")


def texts(sources: list[Path]) -> Iterator[str]:
    """Give the text of each article."""
    for source in sources:
        if source.is_dir():
            yield from (path.read_text(encoding="utf-8") for path in sorted(source.glob("*.txt")))
        else:
            yield from (json.loads(line)["text"] for line in source.open(encoding="utf-8"))


def pairs_of(text: str, nlp: Language, codebook: Codebook) -> Iterator[tuple]:
    """Give root, sentence, source and target of the pairs of parties that stand in one sentence."""
    article = Article("text", text)
    doc = parse(nlp, article)
    best: dict[tuple[int, int], tuple] = {}
    for match, telling in read_frames(doc, Arguments(doc, find_mentions(doc, article), codebook), codebook):
        sentence = match.head.sent
        if match.frame.type is None or "\n" in sentence.text.strip() or len(sentence.text) > LONGEST_SENTENCE:
            continue
        folded = fold(match.frame.type, telling.status, None, telling.negated)
        root = root_class(match.frame.type, folded, match.frame.cameo, match.frame.mode)
        rank = depth(match), -match.weight
        for source, target in related(match):
            if source.start < sentence.start_char or target.start < sentence.start_char:
                continue
            if max(source.end, target.end) > sentence.end_char:
                continue
            ranges = [(s.start - sentence.start_char, s.end - sentence.start_char) for s in (source, target)]
            key = source.start, target.start
            if key not in best or rank < best[key][0]:
                best[key] = rank, (root, sentence.text, *ranges)
    for _, pair in best.values():
        yield pair


def related(match: Match) -> Iterator[tuple]:
    """Give where an actor and another party of the deed stand; of a mutual deed also two actors."""
    others: list[Party] = [*match.parties["recipient"], *match.parties["against"]]
    if match.frame.is_mutual or match.frame.type is EventType.CONSULT:
        others += match.parties["actor"]
    for actor in match.parties["actor"]:
        for other in others:
            apart = actor.span and other.span and actor.id != other.id
            if apart and (actor.span.end <= other.span.start or other.span.end <= actor.span.start):
                yield actor.span, other.span


def depth(match: Match) -> int:
    """Return how far below the root of its sentence the deed stands."""
    head = match.slots.light if match.slots.light is not None else match.head
    return sum(1 for _ in head.ancestors)


if __name__ == "__main__":
    main()
