"""Join cues, spans, sources, stance and time into attributions."""

from dataclasses import replace

from spacy.tokens import Doc, Token

from onrecord.codebook.stances import StanceBook
from onrecord.encoder.attribution import LinkedSpans
from onrecord.reading.attribution.asides import with_asides
from onrecord.reading.attribution.carried import with_speakers_before
from onrecord.reading.attribution.carriers import NEWS, carriers, cited
from onrecord.reading.attribution.corrections import CORRECTION, corrected
from onrecord.reading.attribution.cues import Cue, CueIndex
from onrecord.reading.attribution.denied_by import by_the_accused
from onrecord.reading.attribution.framing import framed_spans
from onrecord.reading.attribution.joining import joined
from onrecord.reading.attribution.judged import StanceJudge, is_own_choice, with_judged_stances
from onrecord.reading.attribution.lacking import completed
from onrecord.reading.attribution.mocked import mocks_charge
from onrecord.reading.attribution.nesting import (
    keys,
    nested,
    of_the_quoted,
    performed,
    quoted_others,
    quoted_selves,
    told_by_carriers,
    trailing_participles,
    without_carriers,
    without_next_saying,
    without_retold,
)
from onrecord.reading.attribution.no_sayings import SOMEBODYS, cannot_say, is_no_saying, leaves_out_who
from onrecord.reading.attribution.nobody import is_nobody, is_supposed
from onrecord.reading.attribution.predicted import with_predictions
from onrecord.reading.attribution.quoted import quoted_contents, quoted_tokens
from onrecord.reading.attribution.relatives import with_antecedent
from onrecord.reading.attribution.said import carry_days, said_when
from onrecord.reading.attribution.second_sayings import with_second_sayings
from onrecord.reading.attribution.source_kinds import is_known, is_somebody, is_thing, is_unsigned
from onrecord.reading.attribution.sources import UNNAMED, antecedent, parties_of
from onrecord.reading.attribution.spans import CueSpans, clean, cue_spans
from onrecord.reading.attribution.speaker import speaker_around
from onrecord.reading.attribution.speech import is_firm, speaks, undergoes
from onrecord.reading.attribution.stance import decide_stance
from onrecord.reading.attribution.together import in_one_voice, speak_together
from onrecord.reading.attribution.trimmed import trimmed
from onrecord.reading.attribution.turns import TURN, in_turn
from onrecord.reading.attribution.unsaid import QUIET, unsaid
from onrecord.reading.attribution.wording import head_of
from onrecord.reading.layers import Attribution, DateMention, Layers, Mention
from onrecord.records import Party, PartyKind, SpeechAct, Stance
from onrecord.text.quotations import find_quotations

__all__ = ["find_attributions"]

_WRITER = frozenset({"we", "i", "you", "us", "me", "our", "my"})

_LABELLED = frozenset({TURN, CORRECTION})
"""Rules whose stance a label in the text tells, which no judge reads."""


def find_attributions(
    doc: Doc,
    layers: Layers,
    book: StanceBook,
    index: CueIndex,
    readable: frozenset[int],
    predictions: tuple[LinkedSpans, ...] = (),
    judge: StanceJudge | None = None,
) -> tuple[Attribution, ...]:
    """Return who says what in a document, in order of their cues.

    Args:
        doc: Parsed document.
        layers: Its mentions and dates.
        book: The stance vocabulary.
        index: The same vocabulary's cues.
        readable: Tokens that belong to the article.
        predictions: What the encoder found; none to read by rules alone.
        judge: Tells the stances it is sure of; None to take the rules' word.
    """
    cues = index.find(doc, readable)
    spanned = [(cue, framed_spans(doc, cue, book) or cue_spans(doc, cue, book)) for cue in cues]
    quotations = find_quotations(layers.article.text)
    quoted = quoted_tokens(doc, quotations)
    spanned = with_predictions(doc, spanned, predictions, book, quoted, readable)
    spanned = trimmed(doc, with_second_sayings(doc, spanned, quoted, book.light_verbs), quoted)
    spanned = completed(doc, quoted_contents(doc, spanned, quotations, readable))
    spanned = with_asides(doc, joined(doc, spanned), book)
    seen = _cue_places(predictions)
    days = _days(layers)
    found = [
        made
        for cue, spans in spanned
        if (made := _attribution(doc, layers, days, book, cue, _readable(spans, readable), quoted))
        is not None
        and (not seen or not seen.isdisjoint(doc[i].idx for i in cue.tokens) or is_firm(doc, made))
    ]
    found = corrected(doc, _without_reports(doc, told_by_carriers(doc, found), book.light_verbs))
    found = without_next_saying(doc, without_carriers(doc, by_the_accused(doc, found, layers.mentions)))
    mended = trailing_participles(doc, nested(doc, found))
    figurative = book.signs.get("figurative", ())
    by_somebody = [one for one in mended if not _of_a_thing(doc, one, layers.mentions, figurative)]
    own = [one for one in quoted_selves(doc, nested(doc, by_somebody)) if not _of_the_writer(doc, one)]
    in_turns = in_turn(doc, layers.mentions, readable)
    done = nested(doc, [*performed(doc, nested(doc, own), quoted), *in_turns])
    kept = without_retold(doc, done, book.signs.get("believes", ()), quoted)
    if judge is not None:
        kept = _judged(doc, layers, book, kept, judge)
    spoken_on = with_speakers_before(doc, nested(doc, kept), layers.mentions, quoted)
    of_others = quoted_others(doc, tuple(spoken_on), quoted)
    at_home = of_the_quoted(doc, of_others, quoted)
    return carry_days(doc, in_one_voice(at_home), days, layers.article.published)


def _judged(
    doc: Doc, layers: Layers, book: StanceBook, found: list[Attribution], judge: StanceJudge
) -> list[Attribution]:
    """Return what was found with the stances a judge is sure of; what a label tells no judge reads."""
    told = [one for one in found if _LABELLED.isdisjoint(one.rules)]
    labelled = [one for one in found if not _LABELLED.isdisjoint(one.rules)]
    return [*with_judged_stances(doc, layers.article.text, told, judge, book, layers.mentions), *labelled]


def _days(layers: Layers) -> tuple[DateMention, ...]:
    """Return the article's time expressions that are no part of a name ("USA TODAY")."""
    return tuple(
        d for d in layers.dates if not any(m.start <= d.start and d.end <= m.end for m in layers.mentions)
    )


def _cue_places(predictions: tuple[LinkedSpans, ...]) -> frozenset[int]:
    """Return the characters of the cues the encoder found."""
    return frozenset(
        place for prediction in predictions for start, end in prediction.cue for place in range(start, end)
    )


def _of_the_writer(doc: Doc, made: Attribution) -> bool:
    """Tell whether a "we" or "you" that no quotation gave a speaker is the writer's own."""
    own_words = {doc[i].lower_ for i in made.source_tokens}
    corrects = CORRECTION in made.rules
    return (
        not corrects
        and not any(is_known(p) for p in made.sources)
        and bool(own_words)
        and own_words <= _WRITER
    )


def _of_a_thing(
    doc: Doc, made: Attribution, mentions: tuple[Mention, ...], figurative: tuple[str, ...]
) -> bool:
    """Tell whether a thing "says" it, by a word that things also go with: "the drought threatens".

    Where no clause is told, any word may be one: "the ambush claimed two lives". None declines to comment.
    """
    words = {doc[i].lemma_.lower() for i in made.cue}
    open_word = not made.content and made.stance is not Stance.DECLINES_TO_CONFIRM
    loose = open_word or not words.isdisjoint(figurative)
    return loose and all(is_thing(doc, party, mentions) for party in made.sources)


def _readable(spans: CueSpans, readable: frozenset[int]) -> CueSpans:
    parts = (spans.source, spans.content, spans.subject, spans.addressee, spans.leaning)
    return CueSpans(*(tuple(i for i in part if i in readable) for part in parts))


def _attribution(
    doc: Doc,
    layers: Layers,
    days: tuple[DateMention, ...],
    book: StanceBook,
    cue: Cue,
    spans: CueSpans,
    quoted: frozenset[int],
) -> Attribution | None:
    """Return who says what at a cue; None where nobody is on record there."""
    if undergoes(doc, cue, spans.source, book):
        spans = replace(spans, source=())
    things = book.signs.get("things", ())
    spans = replace(spans, source=speaker_around(doc, cue, spans.source, layers.mentions, things))
    speaker = antecedent(doc, spans.source)
    sources = parties_of(doc, speaker, layers.mentions) or (UNNAMED,)
    if is_unsigned(doc, speaker, sources):
        sources = (UNNAMED,)
    if is_nobody(doc, doc[cue.head], speaker, sources, book) or leaves_out_who(doc, cue, spans.source):
        return None
    if is_supposed(doc, cue, speaker):
        return None
    spans = replace(spans, content=_without_manner(doc, cue, with_antecedent(doc, cue, spans)))
    if is_no_saying(doc, cue, spans, sources, layers.mentions, quoted, book):
        return None
    stance = _stance(doc, layers, book, cue, spans, sources, quoted)
    if stance is None or not speaks(doc, cue, spans, stance, book) or unsaid(doc, cue, spans, stance, book):
        return None
    if cannot_say(doc, cue, stance, spans.source, sources, book):
        return None
    if stance in QUIET:
        content, subject = (_without_reason(doc, told) for told in (spans.content, spans.subject))
        spans = replace(spans, content=content, subject=subject)
    sources, via, basis = _heard(doc, layers, book, cue, sources)
    without = frozenset(spans.content) | frozenset(spans.subject)
    return Attribution(
        cue=tuple(sorted({*cue.tokens, *spans.leaning})),
        content=spans.content,
        subject=spans.subject,
        sources=sources,
        source_tokens=spans.source,
        stance=stance,
        via=via,
        said=said_when(doc, cue.head, without, days, layers.article.published),
        speech_act=_speech_act(doc, book, stance, spans, layers.mentions),
        basis=basis,
        jointly=len(sources) > 1 and speak_together(doc, cue, spans),
        quoted=not quoted.isdisjoint(spans.content),
        rules=(cue.entry.name,),
    )


def _heard(
    doc: Doc, layers: Layers, book: StanceBook, cue: Cue, sources: tuple[Party, ...]
) -> tuple[tuple[Party, ...], tuple[Party, ...], str | None]:
    """Return whose words they are, who carried them, and on what they rest.

    What an outlet tells by what it has from others is theirs: "[Nortix TV], citing two officials, reported".
    """
    via = carriers(doc, cue, layers, book)
    basis, origin = cited(doc, cue, layers.mentions)
    if origin and sources[0].sector == NEWS and not any(is_thing(doc, p, layers.mentions) for p in origin):
        return origin, (*sources, *via), None
    return sources, via, basis


def _without_manner(doc: Doc, cue: Cue, content: tuple[int, ...]) -> tuple[int, ...]:
    """Return what was said without how: "It would go on, the league said, [without giving details]"."""
    if cue.entry.lemmas[0] == "put":
        return _behind_colon(doc, cue, content)
    if not content or content[0] > cue.head:
        return content
    ways = [
        c for c in doc[cue.head].children if c.dep_ == "prep" and c.lower_ == "without" and c.i > cue.head
    ]
    left_out = {t.i for way in ways for t in way.subtree}
    return tuple(i for i in content if i not in left_out)


def _behind_colon(doc: Doc, cue: Cue, content: tuple[int, ...]) -> tuple[int, ...]:
    """Return what was said without how it was put: "puts it bluntly: [the talks are dead]"."""
    put = cue.head + 1 < len(doc) and doc[cue.head + 1].lower_ == "it"
    colons = [i for i in range(cue.head, cue.head + _MANNER) if i < len(doc) and doc[i].text == ":"]
    told = tuple(i for i in content if i > colons[0]) if put and colons else ()
    return clean(doc, told) if told else content


_MANNER = 8
"""Most tokens from "put" to the colon behind how."""


def _without_reason(doc: Doc, told: tuple[int, ...]) -> tuple[int, ...]:
    """Return what somebody says nothing of, without why: "declined to comment, [citing the inquiry]".

    Nor with what comes of it: "declined to comment, [which angered them]".
    """
    if told and doc[told[0]].lower_ == "which" and doc[told[0] - 1].text == ",":
        return ()  # "declined to comment, [which angered them]"
    citing = [t for i in told[:1] for t in doc[i].sent if t.lower_ in ("citing", "invoking")]
    left_out = {t.i for word in citing for t in word.subtree}
    return clean(doc, tuple(i for i in told if i not in left_out)) if left_out else told


def _stance(
    doc: Doc,
    layers: Layers,
    book: StanceBook,
    cue: Cue,
    spans: CueSpans,
    sources: tuple[Party, ...],
    quoted: frozenset[int],
) -> Stance | None:
    """Return the stance of a cue; plain saying of a description nobody knows stays that."""
    itself, another = _of_whom(doc, spans, sources, layers.mentions)
    stance = decide_stance(doc, cue, spans, book, quoted, of_itself=itself, of_another=another)
    if stance is Stance.ACCUSES and _blames_a_thing(doc[cue.head], layers.mentions):
        return Stance.SAYS
    if stance in SOMEBODYS and cue.entry.stance is Stance.SAYS and not is_somebody(sources):
        return Stance.SAYS
    if stance is Stance.SAYS and "verdict" in cue.entry.takes:
        mocked = mocks_charge(doc, doc[cue.head], sources, layers.mentions)
        return Stance.DENIES if mocked else stance
    if stance is Stance.CONDEMNS and "verdict" in cue.entry.takes:
        told = spans.content or spans.subject
        return Stance.SAYS if is_own_choice(doc, told, sources, layers.mentions, book) else stance
    return stance


def _blames_a_thing(verb: Token, mentions: tuple[Mention, ...]) -> bool:
    """Tell whether nobody is blamed, but a thing: "blamed the delay on [technical work]"."""
    things = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
    on = [p for t in (verb, *things) for p in t.children if p.dep_ == "prep" and p.lower_ == "on"]
    blamed = [c for p in on for c in p.children if c.dep_ == "pobj"] or things
    words = {t.i for one in blamed for t in one.subtree}
    known = any(mention.head in words for mention in mentions)
    return verb.lemma_ == "blame" and bool(blamed) and all(t.pos_ == "NOUN" for t in blamed) and not known


def _of_whom(
    doc: Doc, spans: CueSpans, sources: tuple[Party, ...], mentions: tuple[Mention, ...]
) -> tuple[bool, bool]:
    """Tell whether what is said is of the source, its body or its state; and whether of another party."""
    head = head_of(doc, spans.content)
    subject = None if head is None else next((c for c in head.children if c.dep_ == "nsubj"), None)
    if subject is None:
        return False, False
    subject = _counted_among(subject) or subject
    own = keys(sources)
    named = [p for m in mentions if m.head == subject.i for p in m.parties]
    itself = not own.isdisjoint(p.id for p in named)
    return itself, not itself and any(p.kind is not PartyKind.UNKNOWN for p in named)


def _counted_among(none: Token) -> Token | None:
    """Return those of whom none is told: "none of [its soldiers] had crossed"."""
    among = (p for p in none.children if p.lower_ == "of" and none.lower_ in _NO_ONE)
    return next((c for p in among for c in p.children if c.dep_ == "pobj"), None)


_NO_ONE = frozenset({"none", "neither", "one"})


def _speech_act(
    doc: Doc, book: StanceBook, stance: Stance, spans: CueSpans, mentions: tuple[Mention, ...]
) -> SpeechAct | None:
    code = book.acts.get(stance)
    if code is None:
        return None
    addressed = tuple(p for p in parties_of(doc, spans.addressee, mentions) if p.kind.value != "unknown")
    return SpeechAct(type=code.type, recipients=addressed, mode=code.mode, cameo=code.cameo)


def _without_reports(doc: Doc, found: list[Attribution], light: frozenset[str]) -> list[Attribution]:
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
        if (
            not twin
            and not _own_words_taken_up(doc, one, found)
            and not _said_by_noun(doc, one, found, light)
        ):
            kept.append(one)
    return kept


def _said_by_noun(doc: Doc, one: Attribution, found: list[Attribution], light: frozenset[str]) -> bool:
    """Tell whether a verb only leads to the noun that carries the stance: "raised [concerns] about it"."""
    verbs = [
        doc[i] for i in one.cue if doc[i].dep_ not in {"aux", "auxpass"}
    ]  # "[has] said" is no light verb
    if one.stance is not Stance.SAYS or not any(verb.lemma_ in light for verb in verbs):
        return False
    own = {p.id for p in one.sources}
    return any(
        other is not one
        and other.stance is not Stance.SAYS
        and {p.id for p in other.sources} == own
        and not set(other.cue).isdisjoint({*one.cue, *one.content, *one.subject})
        and doc[other.cue[-1]].pos_ != "VERB"
        for other in found
    )


def _own_words_taken_up(doc: Doc, one: Attribution, found: list[Attribution]) -> bool:
    """Tell whether a noun of saying is its speaker's own, spoken of by a verb: "retracted [its report]"."""
    owned = len(one.source_tokens) == 1 and doc[one.source_tokens[0]].tag_ == "PRP$"
    spoken_of = {i for other in found if other is not one for i in (*other.content, *other.subject)}
    return owned and spoken_of.issuperset(one.cue)
