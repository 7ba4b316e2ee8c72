"""Give quotations to their speakers: over sentence ends, before and after the cue."""

from collections.abc import Collection
from dataclasses import replace

from spacy.tokens import Doc

from onrecord.codebook.roles import roles
from onrecord.codebook.wordclasses import word_classes
from onrecord.reading.attribution.cues import Cue
from onrecord.reading.attribution.spans import CueSpans, clean, follows_comma
from onrecord.reading.infinitives import FINITE
from onrecord.records import Stance
from onrecord.text.quotations import Quotation

__all__ = ["quoted_contents", "quoted_tokens"]

_SPEECH_WORDS = 5
"""A quotation shorter than this is a quoted word or phrase ("flagrant"), not speech of its own.

Here the speaker is sought beside it; where the encoder tells one, a word less is enough (`predicted.py`)."""

_PARTICLE = 3
"""Letters of the longest word that titles write small."""

Spanned = tuple[Cue, CueSpans]


def quoted_contents(
    doc: Doc, spanned: list[Spanned], quotations: tuple[Quotation, ...], readable: frozenset[int]
) -> list[Spanned]:
    """Return the cues with the quotations that are theirs added to their contents.

    A quotation belongs to the cue whose content it overlaps; else to a plain cue of saying without a
    content in its sentence or right beside it; else to the last speaker of its paragraph
    ("…," he said. "…").
    """
    result = list(spanned)
    last: tuple[int, int] | None = None  # (index of the cue, its paragraph)
    for quotation in quotations:
        tokens = tuple(i for i in _tokens(doc, quotation) if i in readable)
        if not tokens or _is_of_occasion(doc, result, tokens):
            continue
        owner = _owner(result, tokens)
        first = next((n for n, one in enumerate(result) if _is_broken_by(doc, *one, tokens)), None)
        if first is not None and first != owner:
            result = [(cue, _without(doc, cue, spans, tokens)) for cue, spans in result]
            owner = first
        here = last is not None and last[1] == quotation.paragraph
        if owner is not None and last is not None and here and _is_away(doc, result[owner][0], tokens):
            owner = last[0]
        if owner is None and _speech(doc, tokens):
            owner = _speaker_beside(doc, result, tokens)
            outer = _ends_before_verb(doc, tokens)  # 'An inquiry into "murder and arson" is under way'
            if owner is None and last is not None and last[1] == quotation.paragraph and not outer:
                owner = last[0]
                tokens = _with_lead(doc, result, tokens, readable)
        if owner is None and last is not None and _is_second_half(doc, *result[last[0]], tokens):
            owner = last[0]
            tokens = (tokens[0] - 1, *tokens)
        if owner is not None:
            result[owner] = _with_quotation(doc, result[owner], tokens)
            last = (owner, quotation.paragraph)
    for quotation in quotations:
        _leave_to_nearest(doc, result, frozenset(_tokens(doc, quotation)))
    return result


def _with_lead(
    doc: Doc, spanned: list[Spanned], tokens: tuple[int, ...], readable: frozenset[int]
) -> tuple[int, ...]:
    """Return a quotation with the words of its sentence before it, where that is nobody else's saying.

    "He fired," she said. [The car belonged to somebody who] "had never hurt a fly".
    """
    start = doc[tokens[0]].sent.start
    speaking = any(start <= cue.head < doc[tokens[-1]].sent.end for cue, _ in spanned)
    lead = [i for i in range(start, tokens[0]) if i in readable]
    return tokens if speaking else (*lead, *tokens)


def _ends_before_verb(doc: Doc, tokens: tuple[int, ...]) -> bool:
    """Tell whether the verb of a quotation's sentence stands behind it: only words are quoted there."""
    sentence = doc[tokens[-1]].sent
    return sentence.start < tokens[0] and tokens[-1] < sentence.root.i


def _is_second_half(doc: Doc, cue: Cue, spans: CueSpans, tokens: tuple[int, ...]) -> bool:
    """Tell whether a quotation goes on one that its source broke: "It is “old,” she wrote, and “dear”"."""
    first = tokens[0]
    joined = first > 1 and doc[first - 1].lower_ in {"and", "but", "or"} and doc[first - 2].text == ","
    broken = any(doc[i].text in {"”", '"', "''"} for i in spans.content if i < cue.head)
    verbs = [t for t in doc[cue.head + 1 : first] if t.pos_ in {"VERB", "AUX"}]
    return joined and broken and not verbs and cue.head < first < doc[cue.head].sent.end


def _is_broken_by(doc: Doc, cue: Cue, spans: CueSpans, tokens: tuple[int, ...]) -> bool:
    """Tell whether a quotation goes on one that breaks off: '"If it," he said, pointing, "is"'.

    The first half ends with a comma, and the second begins with a small letter behind one.
    """
    content, start = spans.content, tokens[0]
    if len(content) < 3 or not content[-1] < cue.head < start < doc[cue.head].sent.end or len(tokens) < 3:
        return False
    halves = doc[content[-1]].text in _CLOSING and doc[content[-1] - 1].text == ","
    if not halves or not doc[tokens[1]].is_lower or doc[start - 1].text != ",":
        return False
    did = doc[cue.head + 2]  # told by its words: the parse often hangs it on the second half
    own = did.tag_ == "VBG" and follows_comma(did) and did.lemma_ not in word_classes().speaking
    return own and did.i + 2 < start and all(t.tag_ not in FINITE for t in doc[did.i : start])


def _without(doc: Doc, cue: Cue, spans: CueSpans, tokens: tuple[int, ...]) -> CueSpans:
    """Return a saying without a quotation that is another's; all of it where it stands within."""
    if cue.head in tokens or set(tokens).isdisjoint(spans.content):
        return spans
    return replace(spans, content=clean(doc, [i for i in spans.content if i not in tokens]))


_CLOSING = frozenset({"”", '"', "''"})


def _leave_to_nearest(doc: Doc, spanned: list[Spanned], tokens: frozenset[int]) -> None:
    """Leave a quotation to the speaker in its own paragraph, where one of another has it in his content too.

    "…," he said. New paragraph: "…," he said. "[It moves slowly.]" Who tells what the speaker said has both.
    """
    having = [
        (i, cue, spans)
        for i, (cue, spans) in enumerate(spanned)
        if tokens & set(spans.content) and not tokens & set(cue.tokens)
    ]
    here = [cue for _, cue, _ in having if not _is_away(doc, cue, tokens)]
    for i, cue, spans in having:
        around = any(set(other.tokens) <= set(spans.content) for other in here)
        if here and not around and _is_away(doc, cue, tokens):
            spanned[i] = (cue, replace(spans, content=tuple(t for t in spans.content if t not in tokens)))


def _is_away(doc: Doc, cue: Cue, tokens: Collection[int]) -> bool:
    """Tell whether a paragraph ends between a cue and some tokens."""
    first, last = sorted((doc[cue.head].idx, doc[min(tokens)].idx))
    return "\n" in doc.text[first:last]


def quoted_tokens(doc: Doc, quotations: tuple[Quotation, ...]) -> frozenset[int]:
    """Return the tokens that stand in quotation marks, the marks too."""
    return frozenset(i for quotation in quotations for i in _tokens(doc, quotation))


def _tokens(doc: Doc, quotation: Quotation) -> tuple[int, ...]:
    span = doc.char_span(quotation.start, quotation.end, alignment_mode="contract")
    return () if span is None else tuple(t.i for t in span if not t.is_space)


def _speech(doc: Doc, tokens: tuple[int, ...]) -> bool:
    return sum(not doc[i].is_punct for i in tokens) >= _SPEECH_WORDS and not _is_title(doc, tokens)


def _is_of_occasion(doc: Doc, spanned: list[Spanned], tokens: tuple[int, ...]) -> bool:
    """Tell whether a title only tells where it was said: 'in an episode of ["Good Morning,"] Lind said'."""
    comma = follows_comma(doc[tokens[0]])
    noun = doc[max(tokens[0] - (2 if comma else 1), 0)]
    leads = noun.lemma_ in roles().writings if comma else noun.pos_ == "ADP" or noun.dep_ == "pobj"
    words = tuple(i for i in tokens if not doc[i].is_punct)
    if noun.i >= tokens[0] or not leads or not _is_title(doc, words):
        return False
    end = doc[tokens[0]].sent.end
    return all(set(tokens).isdisjoint(spans.content) for _, spans in spanned) and any(
        spans.source and tokens[-1] < min(spans.source) < cue.head < end for cue, spans in spanned
    )


def _is_title(doc: Doc, tokens: tuple[int, ...]) -> bool:
    """Tell whether quotation marks hold a name or title: "Committee on the Peaceful Uses of the Sea"."""
    long = [doc[i] for i in tokens if doc[i].is_alpha and len(doc[i]) > _PARTICLE]
    ended = any(doc[i].text in {",", ".", "?", "!"} for i in tokens[-2:])  # '"Gone With The Wind," he said.'
    return bool(long) and not ended and all(t.is_title for t in long)


def _owner(spanned: list[Spanned], tokens: tuple[int, ...]) -> int | None:
    """Return the outermost cue outside the quotation whose content shares tokens with it."""
    inside = set(tokens)
    sharing = [
        (-len(inside & set(spans.content)), index)
        for index, (cue, spans) in enumerate(spanned)
        if inside & set(spans.content) and not inside & set(cue.tokens)
    ]
    return min(sharing)[1] if sharing else None


def _speaker_beside(doc: Doc, spanned: list[Spanned], tokens: tuple[int, ...]) -> int | None:
    """Return a speaker's cue in the sentences the quotation touches, nearest first."""
    start, end = doc[tokens[0]].sent.start, doc[tokens[-1]].sent.end
    inside = set(tokens)
    beside = [
        (min(abs(cue.head - tokens[0]), abs(cue.head - tokens[-1])), index)
        for index, (cue, spans) in enumerate(spanned)
        if "quote" in cue.entry.takes
        and not inside & set(cue.tokens)
        and spans.source
        and start <= cue.head < end
        and not _is_apart(doc, cue, tokens)
        and (not spans.content or cue.entry.stance is Stance.SAYS)
    ]
    return min(beside)[1] if beside else None


def _is_apart(doc: Doc, cue: Cue, tokens: tuple[int, ...]) -> bool:
    """Tell whether a paragraph ends between a quotation and a cue, and no colon leads on to it."""
    first, last = min(cue.tokens[-1], tokens[-1]), max(cue.tokens[0], tokens[0])
    between = doc[first + 1 : last].text if first + 1 < last else ""
    gap = doc.text[doc[first].idx + len(doc[first]) : doc[last].idx]
    return "\n" in gap and not (cue.head < tokens[0] and between.strip().endswith(":"))


def _with_quotation(doc: Doc, one: Spanned, tokens: tuple[int, ...]) -> Spanned:
    cue, spans = one
    own = set(cue.tokens) | set(spans.source)
    beside = spans.content and set(spans.content).isdisjoint(tokens)
    about = beside and spans.content[0] > cue.head and doc[spans.content[0] - 1].lower_ in {"of", "about"}
    if about and all(doc[i].pos_ not in {"VERB", "AUX"} for i in spans.content):
        spans = replace(spans, content=())  # "…," she recalled of [the proceedings]
    content = tuple(sorted((set(spans.content) | set(tokens)) - own))
    return cue, replace(spans, content=content)
