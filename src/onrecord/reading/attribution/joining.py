"""Join cues that are one attribution: a verb and the noun of saying it leans on, a passive and its frame."""

from dataclasses import replace

from spacy.tokens import Doc

from onrecord.reading.attribution.cues import Cue
from onrecord.reading.attribution.spans import CueSpans, follows_comma
from onrecord.records import Stance

__all__ = ["joined"]

Spanned = tuple[Cue, CueSpans]


def joined(doc: Doc, spanned: list[Spanned]) -> list[Spanned]:
    """Return the cues with those joined that make one attribution between them.

    * "said in a report that …": the noun's clause is what the verb's source said.
    * "according to estimates by the bank", "Seoul's assessment is that": the noun carries the stance,
      its own possessor or "by" phrase the source.
    * "according to X, it was estimated that …": the passive's stance, the source of the frame.
    """
    kept = list(spanned)
    kept = _passive_in_frame(doc, _noun_under_verb(doc, kept))
    return _noun_in_source(kept)


def _noun_under_verb(doc: Doc, spanned: list[Spanned]) -> list[Spanned]:
    result: list[Spanned] = []
    dropped: set[int] = set()
    for cue, spans in spanned:
        inner = next(
            (
                i
                for i, (noun, under) in enumerate(spanned)
                if noun.entry.pos == "noun"
                and under.content
                and cue.head not in under.content  # "holds, by the count of X, 46 people": the noun frames it
                and noun.head in (*spans.subject, *(t.i for t in doc[cue.head].subtree))
                and doc[noun.head].head.dep_ == "prep"
                and doc[noun.head].head.head.i == cue.head
            ),
            None,
        )
        if (
            cue.entry.pos == "verb"
            and cue.entry.stance is Stance.SAYS
            and not spans.content
            and inner is not None
        ):
            dropped.add(inner)
            spans = replace(spans, content=spanned[inner][1].content, subject=())
        result.append((cue, spans))
    return [one for i, one in enumerate(result) if i not in dropped]


def _noun_in_source(spanned: list[Spanned]) -> list[Spanned]:
    result: list[Spanned] = []
    dropped: set[int] = set()
    for cue, spans in spanned:
        nouns = [
            i
            for i, (noun, _) in enumerate(spanned)
            if noun.entry.pos == "noun" and noun.entry.stance is not Stance.SAYS and noun.head in spans.source
        ]
        if cue.entry.pos == "phrase" and nouns and spans.content:
            noun, under = spanned[nouns[0]]
            dropped.add(nouns[0])
            source = under.source or spans.source
            cue = Cue(noun.entry, tuple(sorted({*cue.tokens, *noun.tokens} - set(source))), noun.head, False)
            spans = replace(spans, source=source)
        result.append((cue, spans))
    return [one for i, one in enumerate(result) if i not in dropped]


def _passive_in_frame(doc: Doc, spanned: list[Spanned]) -> list[Spanned]:
    result = list(spanned)
    dropped: set[int] = set()
    for i, (cue, spans) in enumerate(spanned):
        if spans.source or doc[cue.head].tag_ != "VBN" or cue.entry.pos != "verb":
            continue
        if cue.entry.stance is Stance.DENIES and any(c.dep_ == "dobj" for c in doc[cue.head].children):
            continue  # "they were denied entry, according to X": nobody denies that
        frame = next(
            (
                j
                for j, (outer, around) in enumerate(spanned)
                if outer.entry.pos == "phrase" and around.source and cue.head in around.content
            ),
            None,
        )
        said_nothing = cue.entry.stance is Stance.SAYS and not spans.content  # "files were found"
        aside = doc[cue.head].dep_ == "acl" and follows_comma(
            doc[cue.head]
        )  # "the cargo, [put] at $9m, was …"
        if frame is not None and frame not in dropped and not (said_nothing or aside):
            around = spanned[frame][1]
            content = tuple(t for t in around.content if t not in cue.tokens)
            before = all(t < cue.head for t in content)
            if cue.entry.stance is Stance.ACCUSES and not spans.content and before:
                dropped.add(i)  # "ten were implicated, according to X": the frame has it whole
                continue
            dropped.add(frame)
            result[i] = (cue, replace(spans, source=around.source, content=content, subject=()))
    return [one for i, one in enumerate(result) if i not in dropped]
