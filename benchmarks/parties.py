"""How long finding the parties takes beside spaCy's own parse.

    python benchmarks/parties.py [TEXT_FILE_OR_FOLDER]

Reads text files (default: PolNeAR's dev texts under ONRECORD_CORPORA) and prints words a second of the
parse alone and of the parties stage alone, and their ratio. Processor time, so that other work on the
machine matters little; set OMP_NUM_THREADS=1.
"""

import os
import sys
import time
from pathlib import Path

from onrecord.reading.parse import load_parser, parse
from onrecord.reading.parties.find import find_mentions
from onrecord.records import Article

_TARGET = 0.40  # of the parse time


def main(path: Path) -> None:
    files = sorted(path.glob("*.txt")) if path.is_dir() else [path]
    nlp = load_parser()
    texts = [file.read_text(encoding="utf-8") for file in files]
    warm = Article(id="warm", text=texts[0])
    find_mentions(parse(nlp, warm), warm)
    parsing = find = 0.0
    words = mentions = 0
    for number, text in enumerate(texts):
        before = time.process_time()
        article = Article(id=str(number), text=text)
        doc = parse(nlp, article)
        parsing += (middle := time.process_time()) - before
        mentions += len(find_mentions(doc, article))
        find += time.process_time() - middle
        words += len(doc)
    print(f"{len(texts)} texts, {words} tokens, {mentions} mentions")
    print(f"parse    {words / parsing:8.0f} tokens a second of processor time")
    print(f"parties  {words / find:8.0f} tokens a second of processor time")
    print(f"parties / parse {find / parsing:.2f} (target below {_TARGET:.2f})")


if __name__ == "__main__":
    corpora = Path(os.environ.get("ONRECORD_CORPORA", "../shared/data"))
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else corpora / "polnear" / "dev" / "text")
