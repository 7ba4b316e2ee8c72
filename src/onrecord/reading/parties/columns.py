"""A parsed article as plain columns, one value a token: cheaper to look at than spaCy's tokens."""

from dataclasses import dataclass

from spacy.tokens import Doc

from onrecord.reading.credits import passed_over
from onrecord.reading.datelines import datelines_of_capital, find_datelines
from onrecord.reading.infinitives import FINITE
from onrecord.records import Article, Span
from onrecord.text.quotations import find_quotations

__all__ = ["Columns", "columns_of"]


@dataclass(frozen=True, slots=True)
class Columns:
    """One value a token, for every token of the article.

    Attributes:
        doc: The parsed article.
        stored: The article's text, on which spans stand.
        text: The text as parsed, with plain apostrophes; same length, so offsets hold.
        words: Tokens as parsed.
        lower: The same in lower case.
        lemmas: Lemmas in lower case.
        tags: Penn tags.
        deps: Dependency labels.
        heads: Index of the token each hangs on; itself for a root.
        labels: Entity labels of spaCy, "" outside entities.
        sentences: Index of the sentence.
        paragraphs: Index of the paragraph.
        closed: True where nothing is read: datelines, inserted text, white space.
        quoted: True between quotation marks.
        spoken: Indices of the sentences without a word outside quotation marks.
        dateline: Tokens [start, end) of the dateline, equal where there is none.
    """

    doc: Doc
    stored: str
    text: str
    words: list[str]
    lower: list[str]
    lemmas: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    labels: list[str]
    sentences: list[int]
    paragraphs: list[int]
    closed: list[bool]
    quoted: list[bool]
    spoken: frozenset[int]
    dateline: tuple[int, int]

    def __len__(self) -> int:
        return len(self.words)

    def ends_at(self, i: int) -> int:
        """Return one past the last character of a token."""
        token = self.doc[i]
        return int(token.idx) + len(token)

    def first_conjunct(self, i: int) -> int:
        """Return the token a joined one is joined to in the end, itself when it is not joined."""
        while self.deps[i] == "conj" and self.heads[i] != i:
            i = self.heads[i]
        return i

    def joins_tightly(self, hyphen: int) -> bool:
        """Tell whether a hyphen, which is not the last token, stands between two words without a blank."""
        place = self.doc[hyphen].idx
        return self.ends_at(hyphen - 1) == place and self.ends_at(hyphen) == self.doc[hyphen + 1].idx

    def told(self, start: int, end: int) -> str:
        """Return the characters of the tokens [start, end) as the article writes them, white space folded."""
        return " ".join(self.stored[self.doc[start].idx : self.ends_at(end - 1)].split())

    def span(self, start: int, end: int) -> Span:
        """Return where the tokens [start, end) stand in the article, without white space at their ends."""
        while end - start > 1 and self.doc[end - 1].is_space:
            end -= 1
        while end - start > 1 and self.doc[start].is_space:
            start += 1
        return Span.of(self.stored, self.doc[start].idx, self.ends_at(end - 1))


def columns_of(doc: Doc, article: Article) -> Columns:
    """Return the columns of an article as `parse` has parsed it."""
    words = [t.text for t in doc]
    sentences = [0] * len(words)
    for number, sentence in enumerate(doc.sents):
        for i in range(sentence.start, sentence.end):
            sentences[i] = number
    closed, dateline = _closed(doc, article)
    paragraphs = _paragraphs(doc)
    quoted = _quoted(doc, article.text)
    return Columns(
        doc=doc,
        stored=article.text,
        text=doc.text,
        words=words,
        lower=[w.lower() for w in words],
        lemmas=[t.lemma_.lower() for t in doc],
        tags=[t.tag_ for t in doc],
        deps=[t.dep_ for t in doc],
        heads=[t.head.i for t in doc],
        labels=[t.ent_type_ for t in doc],
        sentences=sentences,
        paragraphs=paragraphs,
        closed=closed,
        quoted=quoted,
        spoken=_spoken(doc, sentences, quoted),
        dateline=dateline,
    )


def _paragraphs(doc: Doc) -> list[int]:
    numbers: list[int] = []
    number = 0
    for token in doc:
        numbers.append(number)
        if "\n" in token.text:
            number += 1
    return numbers


def _quoted(doc: Doc, text: str) -> list[bool]:
    """Tell which tokens stand in quotation marks, the closing mark not."""
    flags = [False] * len(doc)
    quotations = iter(find_quotations(text))
    quotation = next(quotations, None)
    for i, token in enumerate(doc):
        while quotation is not None and quotation.end <= token.idx:
            quotation = next(quotations, None)
        if quotation is None:
            break
        flags[i] = quotation.start <= token.idx < quotation.end - 1
    return flags


def _spoken(doc: Doc, sentences: list[int], quoted: list[bool]) -> frozenset[int]:
    outside = (i for i, token in enumerate(doc) if not (quoted[i] or token.is_punct or token.is_space))
    return frozenset(sentences).difference(sentences[i] for i in outside)


def _tells(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a verb stands in a stretch, which then is no dateline: "U.S. men said on Monday: …"."""
    stretch = doc.char_span(start, end, alignment_mode="contract")
    return stretch is not None and any(t.tag_ in FINITE and t.text.islower() for t in stretch)


def _closed(doc: Doc, article: Article) -> tuple[list[bool], tuple[int, int]]:
    ranges = passed_over(article)
    datelines = [span for span in find_datelines(article.text) if not _tells(doc, *span)]
    datelines = datelines or datelines_of_capital(article.text)
    flags = [token.is_space for token in doc]
    dateline: list[int] = []
    if ranges or datelines:
        for token in doc:
            if any(start <= token.idx < end for start, end in (*ranges, *datelines)):
                flags[token.i] = True
            if datelines and datelines[0][0] <= token.idx < datelines[0][1]:
                dateline.append(token.i)
    return flags, (dateline[0], dateline[-1] + 1) if dateline else (0, 0)
