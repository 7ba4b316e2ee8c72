"""Join cues, spans, sources, stance and time into attributions."""

from dataclasses import replace

from spacy.tokens import Doc, Token

from onrecord.codebook.stances import StanceBook
from onrecord.encoder.attribution import LinkedSpans
from onrecord.reading.attribution.asides import with_asides
from onrecord.reading.attribution.cues import Cue, CueIndex
from onrecord.reading.attribution.joining import joined
from onrecord.reading.attribution.predicted import with_predictions
from onrecord.reading.attribution.quotations import find_quotations
from onrecord.reading.attribution.quoted import quoted_contents, quoted_tokens
from onrecord.reading.attribution.said import carry_days, said_when
from onrecord.reading.attribution.sources import UNNAMED, is_thing, parties_of
from onrecord.reading.attribution.spans import SUMMONS, CueSpans, cue_spans
from onrecord.reading.attribution.stance import decide_stance, head_of
from onrecord.reading.layers import Attribution, Layers, Mention, span_of
from onrecord.records import Party, PartyKind, SpeechAct, Stance

__all__ = ["find_attributions"]

_GOING_ON = frozenset({"go", "continue", "proceed", "move", "rush", "come", "begin", "start"})
"""Verbs whose infinitive is done: "went on to say"."""

_HELP = frozenset({"back", "support"})

_WRITER = frozenset({"we", "i", "you", "us", "me", "our", "my"})

_TOGETHER = frozenset({"joint", "jointly", "together"})
_NEWS = "MED"

_DEEDS = frozenset({Stance.THREATENS, Stance.PROMISES})
"""Stances only somebody can take: "the storm threatens to …" is nobody's threat."""


def find_attributions(
    doc: Doc,
    layers: Layers,
    book: StanceBook,
    index: CueIndex,
    readable: frozenset[int],
    predictions: tuple[LinkedSpans, ...] = (),
) -> tuple[Attribution, ...]:
    """Return who says what in a document, in order of their cues.

    Args:
        doc: Parsed document.
        layers: Its mentions and dates.
        book: The stance vocabulary.
        index: The same vocabulary's cues.
        readable: Tokens that belong to the article.
        predictions: What the encoder found; none to read by rules alone.
    """
    cues = index.find(doc, readable)
    spanned = [(cue, cue_spans(doc, cue, book)) for cue in cues]
    quotations = find_quotations(layers.article.text)
    quoted = quoted_tokens(doc, quotations)
    spanned = with_predictions(doc, spanned, predictions, quoted, readable)
    spanned = with_asides(doc, joined(doc, quoted_contents(doc, spanned, quotations, readable)), book)
    found = [
        made
        for cue, spans in spanned
        if (made := _attribution(doc, layers, book, cue, _readable(spans, readable))) is not None
    ]
    mended = _trailing_participles(doc, _nested(_by_the_accused(doc, _without_reports(doc, found))))
    predicted = {start for prediction in predictions for start, _ in prediction.cue}
    kept = [
        one
        for one in mended
        if not (predicted.isdisjoint(doc[i].idx for i in one.cue) and _of_a_thing(doc, one, layers.mentions))
    ]
    nested = _nested([one for one in _quoted_selves(doc, _nested(kept)) if not _of_the_writer(doc, one)])
    return carry_days(doc, nested, layers.article.published)


def _of_the_writer(doc: Doc, made: Attribution) -> bool:
    """Tell whether a "we" or "you" that no quotation gave a speaker is the writer's own."""
    own_words = {doc[i].lower_ for i in made.source_tokens}
    unresolved = all(p.kind is PartyKind.UNKNOWN and p.sector is None for p in made.sources)
    return unresolved and bool(own_words) and own_words <= _WRITER


def _of_a_thing(doc: Doc, made: Attribution, mentions: tuple[Mention, ...]) -> bool:
    return all(is_thing(doc, party, mentions) for party in made.sources)


def _readable(spans: CueSpans, readable: frozenset[int]) -> CueSpans:
    parts = (spans.source, spans.content, spans.subject, spans.addressee, spans.leaning)
    return CueSpans(*(tuple(i for i in part if i in readable) for part in parts))


def _attribution(doc: Doc, layers: Layers, book: StanceBook, cue: Cue, spans: CueSpans) -> Attribution | None:
    sources = parties_of(doc, spans.source, layers.mentions) or (UNNAMED,)
    if (
        cue.entry.lemmas[0] == "ask"
        and doc[cue.head].dep_ == "advcl"
        and doc[cue.head].tag_ in {"VBN", "VBD"}
    ):
        return None  # "asked whether …, he said": the question is nobody's statement
    of_itself = _of_itself(doc, spans, sources, layers.mentions)
    stance = decide_stance(doc, cue, spans, book, of_itself=of_itself)
    if stance is None or not _speaks(doc, cue, spans, stance, book) or _unsaid(doc, cue, stance):
        return None
    if stance in _DEEDS and all(
        party.kind is PartyKind.UNKNOWN and party.sector is None and party.of is None for party in sources
    ):
        return None
    if stance is Stance.SUPPORTS and doc[cue.head].dep_ == "pcomp" and cue.entry.lemmas[0] in _HELP:
        return None  # "accused Chad of backing the rebels": a deed, no words
    if len(spans.source) == 1 and doc[spans.source[0]].lower_ in book.signs.get("nobody", ()):
        return None
    via: tuple[Party, ...] = _listeners(doc, cue, layers)
    basis, cited = _cited(doc, cue, layers.mentions)
    if cited and sources[0].sector == _NEWS:
        sources, via, basis = cited, (*sources, *via), None
    without = frozenset(spans.content) | frozenset(spans.subject)
    return Attribution(
        cue=tuple(sorted({*cue.tokens, *spans.leaning})),
        content=spans.content,
        subject=spans.subject,
        sources=sources,
        source_tokens=spans.source,
        stance=stance,
        via=via,
        said=said_when(doc, cue.head, without, layers.dates, layers.article.published),
        speech_act=_speech_act(doc, book, stance, spans, layers.mentions),
        basis=basis,
        jointly=len(sources) > 1 and _jointly(doc, cue, spans),
        quoted=any(doc[i].text in '"“”' for i in spans.content),
        rules=(cue.entry.name,),
    )


def _of_itself(doc: Doc, spans: CueSpans, sources: tuple[Party, ...], mentions: tuple[Mention, ...]) -> bool:
    """Tell whether the subject of what is said is the source, its body or its state."""
    head = head_of(doc, spans.content)
    subject = None if head is None else next((c for c in head.children if c.dep_ == "nsubj"), None)
    if subject is None:
        return False
    own = {key for p in sources for key in (p.id, p.of, p.country) if key and key not in {"IGO", "EUE"}}
    told = {p.id for m in mentions if m.head == subject.i for p in m.parties}
    return not own.isdisjoint(told)


def _speaks(doc: Doc, cue: Cue, spans: CueSpans, stance: Stance, book: StanceBook) -> bool:
    """Tell whether a cue really attributes something to someone.

    A verb needs a source or something said; plain saying needs both, or it is only talk of talk. Who claims
    a deed is on record with the deed alone ("claimed the attack", "claimed responsibility for it").
    """
    said = spans.content or spans.subject
    if stance is Stance.SILENT or stance is Stance.DECLINES_TO_CONFIRM:
        return bool(spans.source)
    if stance is Stance.SAYS:
        return bool(spans.source) and (_is_speech(doc, said) or _claims_deed(doc, cue, said, book))
    if cue.entry.pos in {"noun", "phrase"}:
        return bool(spans.source) and bool(said)
    return bool(said) and (bool(spans.source) or doc[cue.head].tag_ in {"VBN", "VBD"})


def _unsaid(doc: Doc, cue: Cue, stance: Stance) -> bool:
    """Tell whether nothing was said yet: saying that is only possible, to come, or a purpose.

    "Moscow might offer …", "some will say …", "to tell the truth". Silence and declining stand: "would
    not say" is how they are told. "Went on to say" and its like are saying.
    """
    if stance in {Stance.SILENT, Stance.DECLINES_TO_CONFIRM}:
        return False
    head = doc[cue.head]
    modals = {c.lower_ for c in head.children if c.tag_ == "MD"}
    if modals & {"may", "might", "could", "should"} or (modals and stance is Stance.SAYS):
        return not (modals == {"can"} and stance is Stance.CONFIRMS)
    infinitive = head.tag_ == "VB" and any(c.lower_ == "to" and c.dep_ == "aux" for c in head.children)
    carried_out = head.dep_ == "xcomp" and head.head.lemma_ in _GOING_ON
    carried_out = carried_out or (head.dep_ in {"advcl", "xcomp"} and head.head.lemma_ in SUMMONS)
    leads = all(doc[i].lower_ == "to" for i in cue.tokens if i < head.i)
    return infinitive and leads and not carried_out


def _is_speech(doc: Doc, said: tuple[int, ...]) -> bool:
    """Tell whether something plainly said is words: a clause, a quotation or a number, not only a thing.

    "Posted images" and "described the plan" tell nothing that anybody is on record with.
    """
    head = head_of(doc, said)
    if head is None:
        return False
    clause = head.pos_ in {"VERB", "AUX"} or any(c.dep_ in {"nsubj", "nsubjpass"} for c in head.children)
    return clause or any(doc[i].text in {'"', "“", "”"} or doc[i].like_num for i in said)


def _claims_deed(doc: Doc, cue: Cue, said: tuple[int, ...], book: StanceBook) -> bool:
    head = head_of(doc, said)
    if head is None or cue.entry.lemmas[0] != "claim":
        return False
    return len(cue.entry.lemmas) > 1 or head.lemma_.lower() in book.signs.get("own_doing", ())


def _listeners(doc: Doc, cue: Cue, layers: Layers) -> tuple[Party, ...]:
    """Return the news outlets that were told ("told AFP"), other than the article's own."""
    outlet = (layers.article.outlet or "").casefold()
    heard = [
        party
        for child in doc[cue.head].children
        if child.dep_ in {"dobj", "dative"}
        for mention in layers.mentions
        if mention.head == child.i
        for party in mention.parties
        if party.sector == _NEWS and party.kind is PartyKind.ORGANISATION and party.name.casefold() != outlet
    ]
    return tuple(heard)


def _cited(doc: Doc, cue: Cue, mentions: tuple[Mention, ...]) -> tuple[str | None, tuple[Party, ...]]:
    """Return what the source rests on ("citing intelligence"), as told and as parties."""
    for child in doc[cue.head].children:
        if child.lower_ in {"citing", "quoting"} and child.dep_ in {"advcl", "acl", "prep", "xcomp"}:
            cited = next((c for c in child.children if c.dep_ in {"dobj", "pobj"}), None)
            if cited is not None:
                tokens = tuple(t.i for t in cited.subtree)
                return span_of(doc, tokens[0], tokens[-1] + 1).text, parties_of(doc, tokens, mentions)
    return None, ()


def _speech_act(
    doc: Doc, book: StanceBook, stance: Stance, spans: CueSpans, mentions: tuple[Mention, ...]
) -> SpeechAct | None:
    code = book.acts.get(stance)
    if code is None:
        return None
    addressed = tuple(p for p in parties_of(doc, spans.addressee, mentions) if p.kind.value != "unknown")
    return SpeechAct(type=code.type, recipients=addressed, mode=code.mode, cameo=code.cameo)


def _jointly(doc: Doc, cue: Cue, spans: CueSpans) -> bool:
    near: list[Token] = [doc[cue.head], doc[cue.head].head]
    words = {t.lower_ for token in near for t in token.children} | {
        t.lower_ for token in near for c in token.children for t in c.children if c.i not in spans.content
    }
    return not _TOGETHER.isdisjoint(words)


def _without_reports(doc: Doc, found: list[Attribution]) -> list[Attribution]:
    """Leave out a noun of saying whose claim its verb already makes ("issued a statement condemning")."""
    kept = []
    for one in found:
        twin = any(
            other is not one
            and set(one.cue) & set(other.content + other.subject + other.source_tokens)
            and doc[one.cue[0]].pos_ != "VERB"
            and one.stance is other.stance
            for other in found
        )
        if not twin:
            kept.append(one)
    return kept


def _by_the_accused(doc: Doc, found: list[Attribution]) -> list[Attribution]:
    """Give "A accused B of it, which it denied" to B: nobody denies his own charge."""
    mended = []
    for one in found:
        sentence = doc[one.cue[0]].sent
        charge = next(
            (
                other
                for other in found
                if other.stance is Stance.ACCUSES
                and sentence.start <= other.cue[0] < one.cue[0]
                and {p.id for p in other.sources} == {p.id for p in one.sources}
            ),
            None,
        )
        by_pronoun = len(one.source_tokens) == 1 and doc[one.source_tokens[0]].pos_ == "PRON"
        if one.stance is Stance.DENIES and by_pronoun and charge is not None:
            accused = () if charge.speech_act is None else charge.speech_act.recipients
            one = replace(one, sources=accused or (UNNAMED,))
        mended.append(one)
    return mended


def _nested(found: list[Attribution]) -> tuple[Attribution, ...]:
    """Point each attribution at the smallest one whose content holds its cue."""
    ordered = sorted(found, key=lambda a: (a.cue, a.content))
    # Two contents may hold each other's cues where the parse errs; only a longer one holds a shorter,
    # so that nesting never goes in circles.
    size = [(len(one.content), -i) for i, one in enumerate(ordered)]
    nested = []
    for own, one in enumerate(ordered):
        around = [
            (len(other.content), i)
            for i, other in enumerate(ordered)
            if size[i] > size[own] and set(one.cue) <= set(other.content)
        ]
        nested.append(replace(one, within=min(around)[1] if around else None))
    return tuple(nested)


def _trailing_participles(doc: Doc, found: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Give "X confirmed that Y …, backing Z" to X: the parse hangs the participle on Y's verb.

    Only a participle behind a comma, at the end of what X said and without a subject of its own; and a
    second verb of speaking whose parsed subject is nobody ("confirmed that shells had moved and put …").
    """
    mended = []
    for one in found:
        outer = None if one.within is None else found[one.within]
        first = doc[one.cue[0]]
        trailing = (
            first.tag_ == "VBG" and first.dep_ == "advcl" and first.i > 0 and doc[first.i - 1].text == ","
        )
        if outer is not None and trailing and not outer.quoted and outer.source_tokens:
            one = replace(one, sources=outer.sources, source_tokens=outer.source_tokens, within=outer.within)
        mended.append(one)
    return tuple(mended)


def _quoted_selves(doc: Doc, found: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Give a quoted "we" or "I" the speaker of the quotation: "We can confirm …," X said: X confirms."""
    mended = []
    for one in found:
        outer = None if one.within is None else found[one.within]
        own_words = [doc[i].lower_ for i in one.source_tokens]
        if outer is not None and own_words in (["we"], ["i"]):
            one = replace(one, sources=outer.sources, jointly=outer.jointly, said=one.said or outer.said)
        mended.append(one)
    return tuple(mended)
