"""Join what the encoder predicts with what the rules find: the encoder's stretches, the codebook's stance."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from onrecord.codebook.stances import CueEntry, StanceBook
from onrecord.encoder.attribution import LinkedSpans
from onrecord.reading.attribution.circumstances import CIRCUMSTANCES
from onrecord.reading.attribution.cues import Cue, is_negated
from onrecord.reading.attribution.provisos import is_proviso
from onrecord.reading.attribution.spans import CueSpans, clean, is_setting
from onrecord.reading.attribution.unsaid import QUIET
from onrecord.reading.attribution.wording import head_of
from onrecord.records import Stance

__all__ = ["with_predictions"]

Spanned = tuple[Cue, CueSpans]
_Placed = tuple[LinkedSpans, tuple[int, ...], tuple[int, ...]]
"""What the encoder found, with the tokens of its cue and of its content."""

_BULLETS = frozenset({"•", "·", "▪", "*"})
"""Marks of a list: whoever stands behind one does not speak what stands before it."""

_SURE = 0.5
"""Least score of an encoder's finding that neither the codebook nor quotation marks vouch for."""

_LONGEST_SUBJECT = 12
"""Words of a subject; what is longer before an aside is most often a caption or a list."""

_SPOKEN_WORDS = 4
"""Fewer words in quotation marks are a quoted word or phrase ("flagrant"), not speech of its own.

One less than for quotations that the encoder gives no speaker (`quoted.py`)."""


def with_predictions(
    doc: Doc,
    spanned: list[Spanned],
    predictions: tuple[LinkedSpans, ...],
    book: StanceBook,
    quoted: frozenset[int],
    readable: frozenset[int],
) -> list[Spanned]:
    """Return the rules' cues with the encoder's stretches laid over them.

    Where both found a cue, the encoder's source and content win (a stretch it left empty stays the
    rules'); where the encoder alone found one, it counts as plain saying if its content is quoted, or a
    clause told by a word that the codebook does not list as no speech; what the rules alone found stays.

    Args:
        doc: Parsed document.
        spanned: What the rules found.
        predictions: What the encoder found.
        book: The stance vocabulary.
        quoted: Tokens in quotation marks.
        readable: Tokens that belong to the article.
    """
    result: list[Spanned] = []
    used: set[int] = set()
    placed = [
        (one, _tokens(doc, one.cue, readable), _tokens(doc, one.content, readable)) for one in predictions
    ]
    for prediction, cue_tokens, said in placed:
        if not cue_tokens or all(doc[i].text in _BULLETS for i in cue_tokens):
            continue
        known = [
            i for i, (cue, _) in enumerate(spanned) if i not in used and set(cue.tokens) & set(cue_tokens)
        ]
        source = _nominal(doc, _of_one_sentence(doc, _tokens(doc, prediction.source, readable)))
        source = () if _is_of_next_sentence(doc, source, cue_tokens, quoted) else source
        content = _without_others(doc, said, cue_tokens, prediction.score, placed)
        content = _within_sentence(doc, content, cue_tokens, quoted)
        content = _with_subject(doc, content, {*source, *cue_tokens})
        own = CueSpans(source=source, content=content, subject=(), addressee=())
        if known:
            # A cue of plain saying inside a longer one ("issued a [statement] condemning") says nothing more.
            plain = [i for i in known if spanned[i][0].entry.stance is Stance.SAYS]
            calling = [i for i in plain if "verdict" in spanned[i][0].entry.takes]
            chosen = next((i for i in known if i not in plain), [*calling, *known][0])
            used.update([chosen, *plain])
            result.append(_over(doc, spanned[chosen], cue_tokens, own))
        elif _is_quoted(doc, cue_tokens, own, quoted, book) or (
            prediction.score >= _SURE and _may_be_speech(doc, cue_tokens, own, book)
        ):
            result.append((_unlisted(doc, cue_tokens, own, book), own))
    rest = [one for i, one in enumerate(spanned) if i not in used]
    return sorted([*result, *rest], key=lambda one: (one[0].tokens, one[0].head))


def _without_others(
    doc: Doc, said: tuple[int, ...], cue: tuple[int, ...], score: float, placed: Sequence[_Placed]
) -> tuple[int, ...]:
    """Return a content without what others say more surely in sentences of their own.

    'A spokesman said that ["a review is under way"]. The embassy declined to comment.'
    """
    sentences = {doc[i].sent.start for i in cue}
    away = {i for i in said if doc[i].sent.start not in sentences}
    if not away:
        return said
    for other, other_cue, told in placed:
        if other.score > score and not away.isdisjoint(told):
            own = {doc[i].sent.start for i in other_cue}
            away -= {i for i in told if doc[i].sent.start in own}
    return tuple(i for i in said if i in away or doc[i].sent.start in sentences)


def _of_one_sentence(doc: Doc, source: tuple[int, ...]) -> tuple[int, ...]:
    """Return what of a source stands in its last sentence: a dateline before it is none of it."""
    return tuple(i for i in source if doc[i].sent.start == doc[source[-1]].sent.start)


def _is_of_next_sentence(
    doc: Doc, source: tuple[int, ...], cue: tuple[int, ...], quoted: frozenset[int]
) -> bool:
    """Tell whether a source is only who speaks in a later sentence: "It blamed Chad. [A minister] said"."""
    return bool(source) and source[0] >= doc[cue[-1]].sent.end and quoted.isdisjoint(cue)


def _nominal(doc: Doc, source: tuple[int, ...]) -> tuple[int, ...]:
    """Return a source that is somebody or something, without an aside it is parsed with; () of a clause.

    "[The council], its government since the city was overrun, says": no clause.
    """
    comma = next((n for n, i in enumerate(source) if doc[i].text == ","), 0)
    for told in (source, source[:comma]):
        head = head_of(doc, told)
        if head is not None and head.pos_ not in {"VERB", "AUX", "SCONJ", "ADV"}:
            return told
    return ()


def _within_sentence(
    doc: Doc, content: tuple[int, ...], cue: tuple[int, ...], quoted: frozenset[int]
) -> tuple[int, ...]:
    """Return a content without sentences of the outlet's own: outside the cue's, only quotations count."""
    sentences = {doc[i].sent.start for i in cue}
    return clean(doc, [i for i in content if i in quoted or doc[i].sent.start in sentences])


def _with_subject(doc: Doc, content: tuple[int, ...], taken: set[int]) -> tuple[int, ...]:
    """Return a content with the subject of its verb, cut off by a long aside ("[Lind], who …, [died]")."""
    head = head_of(doc, content)
    if head is None or head.pos_ not in {"VERB", "AUX"}:
        return content
    subject = next((c for c in head.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is None or subject.i >= content[0] or subject.i in taken:
        return content
    own = {t.i for t in subject.subtree}
    long = len(own) > _LONGEST_SUBJECT or any(doc[i].text in {"|", "\n"} for i in own)
    return content if long or own & taken else clean(doc, [*range(min(own), max(own) + 1), *content])


def _with_gerund(
    doc: Doc, content: tuple[int, ...], cue: Cue, cue_tokens: tuple[int, ...]
) -> tuple[int, ...]:
    """Return a content with its verb, taken for part of the cue: "denies [backing the rebels]".

    Or "threatened [to recall its envoy]".
    """
    for i in sorted(set(cue_tokens) - set(cue.tokens)):
        verb = doc[i]
        to = [c.i for c in verb.children if c.tag_ == "TO" or c.lower_ == "having"]
        if (verb.tag_ in ("VBG", "VB") or to) and verb.dep_ == "xcomp" and verb.head.i == cue.head:
            inside = {t.i for t in verb.subtree}
            if content and inside.issuperset(content):
                return clean(doc, [*to, i, *content])
    return content


def _over(doc: Doc, rule: Spanned, cue_tokens: tuple[int, ...], own: CueSpans) -> Spanned:
    cue, spans = rule
    if cue.entry.source == "object":
        return rule  # "AFP quoted the minister as saying": the encoder takes the carrier for the source
    if all(doc[i].tag_ in {"WDT", "WP"} for i in own.content):
        own = replace(own, content=())  # "which both had confirmed": the rules know what "which" stands for
    apart = set(own.content).isdisjoint((*spans.content, *spans.subject))
    setting = apart and is_setting(doc, own.content, cue)
    setting = setting or any(is_proviso(doc[i]) for i in own.content[:1])
    if _is_of_next_verb(doc, own.content, cue) or _is_told_later(doc, own.content, cue):
        own = replace(own, content=())
    if setting or _is_circumstance(doc, own.content, cue) or _is_cut_short(doc, own.content, spans.content):
        own = replace(own, content=())
    if cue.entry.pos == "phrase" and _splits_source(doc, own, spans.source):
        own = replace(own, source=spans.source)
    own = replace(own, content=_with_gerund(doc, own.content, cue, cue_tokens))
    tokens = tuple(sorted({*cue.tokens, *cue_tokens} - set(own.source) - set(own.content)))
    told = any(doc[i].dep_ == "nsubjpass" and doc[i].head.i == cue.head for i in own.source)
    # "Residents were advised to leave": the one spoken to, not the one who speaks.
    source = spans.source if told else own.source or spans.source
    return (
        replace(cue, tokens=tokens or cue.tokens),
        CueSpans(
            source=source,
            content=clean(doc, [i for i in own.content or spans.content if i not in source]),
            subject=() if own.content else spans.subject,
            addressee=spans.addressee,
        ),
    )


def _splits_source(doc: Doc, own: CueSpans, source: tuple[int, ...]) -> bool:
    """Tell whether a content begins within the names that speak: "according to Cuba, [Peru and Chile, …]".

    Its own subject stands behind them, which tells "according to the Nortix, [Bo Lind drowned]" apart.
    """
    if not own.source or not set(own.source) < set(source) or {*own.content[:1]}.isdisjoint(source):
        return False
    return any(doc[i].dep_ in {"nsubj", "nsubjpass"} and i > source[-1] for i in own.content)


def _is_cut_short(doc: Doc, content: tuple[int, ...], clause: tuple[int, ...]) -> bool:
    """Tell whether a content breaks off before its verb: "predicted [that banks] - even old ones - fail"."""
    opens = bool(content) and doc[content[0]].lower_ == "that" and doc[content[0]].dep_ == "mark"
    return opens and set(content) < set(clause) and all(doc[i].pos_ not in {"VERB", "AUX"} for i in content)


def _is_of_next_verb(doc: Doc, content: tuple[int, ...], cue: Cue) -> bool:
    """Tell whether it is what the speaker's next verb tells: "agreed, but contended [that it was late]"."""
    head = head_of(doc, content)
    if head is None or head.i < cue.head:
        return False
    verb = head.head if head.dep_ == "ccomp" else head
    apart = any(doc[i].lower_ in {",", ";", "but"} for i in range(cue.head, min(verb.i, content[0] + 1)))
    own = any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)
    return apart and not own and verb.dep_ == "conj" and verb.head.i == cue.head and verb.pos_ == "VERB"


def _is_told_later(doc: Doc, content: tuple[int, ...], cue: Cue) -> bool:
    """Tell whether it is quoted in a later sentence than the one in which somebody will not say a thing."""
    return cue.entry.stance in QUIET and bool(content) and content[0] >= doc[cue.head].sent.end


def _is_circumstance(doc: Doc, content: tuple[int, ...], cue: Cue) -> bool:
    """Tell whether a content only says when or why somebody spoke: "summoned him [after a ship was hit]"."""
    head = head_of(doc, content)
    if head is None or head.dep_ != "advcl" or head.head.i != cue.head or doc[content[0]].head.i != head.i:
        return False
    opening = doc[content[0]].lower_
    # "If she came back, he would agree"; "to end the war, it agreed": what was agreed stands elsewhere.
    before = opening in {"if", "to"} and head.i < cue.head and cue.entry.stance is not Stance.SAYS
    return opening in CIRCUMSTANCES or before


def _is_quoted(
    doc: Doc, cue: tuple[int, ...], own: CueSpans, quoted: frozenset[int], book: StanceBook
) -> bool:
    """Tell whether most of a content stands in quotation marks and is more than a quoted word or two.

    With a word that reports no speech it must begin as a quotation: "imposed a fine for “…”" does not.
    """
    if not own.source or not own.content:
        return False
    if doc[_head(doc, cue)].lemma_.lower() in book.not_speech and own.content[0] not in quoted:
        return False
    marked = quoted.intersection(own.content)
    return 2 * len(marked) > len(own.content) and sum(not doc[i].is_punct for i in marked) >= _SPOKEN_WORDS


def _may_be_speech(doc: Doc, cue: tuple[int, ...], own: CueSpans, book: StanceBook) -> bool:
    """Tell whether a cue unknown to the codebook reports speech: a clause, and no word of knowing or doing.

    The corpus the encoder learned from marks knowing, wanting and deciding too; nobody is on record there.
    """
    content = head_of(doc, own.content)
    if not own.source:
        return False
    clause = content is not None and any(c.dep_ in {"nsubj", "nsubjpass", "expl"} for c in content.children)
    words = {doc[i].lemma_.lower() for i in cue if doc[i].pos_ in {"VERB", "NOUN", "ADJ"}}
    reports = doc[_head(doc, cue)].pos_ == "VERB" and doc[_head(doc, cue)].dep_ != "amod"
    return clause and reports and words.isdisjoint(book.not_speech)


def _head(doc: Doc, cue: tuple[int, ...]) -> int:
    """Return the word a cue reports with: the last of a chain of verbs ("went on to [say]"), or a noun."""
    verbs = [i for i in cue if doc[i].pos_ == "VERB"]
    if not verbs:
        return next((i for i in cue if doc[i].pos_ == "NOUN"), cue[0])
    last = verbs[0]
    for i in verbs[1:]:
        above = doc[i].head.head if doc[i].dep_ == "pcomp" else doc[i].head
        if doc[i].dep_ in {"xcomp", "pcomp"} and above.i == last:
            last = i
    return last


def _unlisted(doc: Doc, tokens: tuple[int, ...], own: CueSpans, book: StanceBook) -> Cue:
    """Return a cue that the codebook lacks: plain saying, or a blow: "attacked “the rotten plan”"."""
    head, said = _head(doc, tokens), head_of(doc, own.content)
    struck = said is not None and said.dep_ == "dobj" and said.head.i == head
    blow = struck and doc[head].lemma_.lower() in book.signs.get("blows", ())
    entry = CueEntry(
        lemmas=(doc[head].lemma_.lower(),),
        pos="verb" if doc[head].pos_ in {"VERB", "AUX"} else "noun",
        stance=Stance.CONDEMNS if blow else Stance.SAYS,
        takes=("clause", "quote"),
    )
    return Cue(entry, tokens, head, is_negated(doc[head], tokens))


def _tokens(doc: Doc, pieces: tuple[tuple[int, int], ...], readable: frozenset[int]) -> tuple[int, ...]:
    found: list[int] = []
    for start, end in pieces:
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is not None:
            found.extend(t.i for t in span if t.i in readable)
    return clean(doc, found)
