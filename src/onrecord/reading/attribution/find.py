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
from onrecord.reading.attribution.nobody import is_nobody, is_supposed
from onrecord.reading.attribution.predicted import with_predictions
from onrecord.reading.attribution.quoted import quoted_contents, quoted_tokens
from onrecord.reading.attribution.relatives import is_fragment, with_antecedent
from onrecord.reading.attribution.said import carry_days, said_when
from onrecord.reading.attribution.second_sayings import with_second_sayings
from onrecord.reading.attribution.source_kinds import (
    is_known,
    is_public_figure,
    is_signed_picture,
    is_somebody,
    is_speaker,
    is_thing,
    is_unsigned,
    is_writing,
    moves_envoy,
    names_itself,
)
from onrecord.reading.attribution.sources import UNNAMED, antecedent, parties_of
from onrecord.reading.attribution.spans import CueSpans, cue_spans
from onrecord.reading.attribution.speaker import speaker_around
from onrecord.reading.attribution.speech import is_firm, speaks, undergoes
from onrecord.reading.attribution.stance import decide_stance
from onrecord.reading.attribution.together import speak_together
from onrecord.reading.attribution.trimmed import trimmed
from onrecord.reading.attribution.turns import TURN, in_turn
from onrecord.reading.attribution.unsaid import QUIET, unsaid
from onrecord.reading.attribution.wording import head_of
from onrecord.reading.infinitives import is_infinitive
from onrecord.reading.layers import Attribution, DateMention, Layers, Mention
from onrecord.records import Party, PartyKind, SpeechAct, Stance
from onrecord.text.quotations import find_quotations

__all__ = ["find_attributions"]

_ASKING = frozenset({"ask", "press", "question"})
"""Verbs of putting a question to somebody."""

_DEEDS_AS_WORDS = frozenset({Stance.SUPPORTS, Stance.DEMANDS})

_WRITER = frozenset({"we", "i", "you", "us", "me", "our", "my"})


_VAGUE = frozenset({"they", "it", "these", "those", "that", "this"})
"""Words that may stand for things."""

_POINTING = frozenset({"it", "this", "that"})

_LABELLED = frozenset({TURN, CORRECTION})
"""Rules whose stance a label in the text tells, which no judge reads."""

_DEEDS = frozenset({Stance.THREATENS, Stance.PROMISES})
"""Stances only somebody can take: "the storm threatens to …" is nobody's threat."""


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
        told = [one for one in kept if _LABELLED.isdisjoint(one.rules)]
        turns = [one for one in kept if not _LABELLED.isdisjoint(one.rules)]
        kept = [
            *with_judged_stances(doc, layers.article.text, told, judge, book, layers.mentions),
            *turns,
        ]
    spoken_on = with_speakers_before(doc, nested(doc, kept), layers.mentions, quoted)
    of_others = quoted_others(doc, tuple(spoken_on), quoted)
    at_home = of_the_quoted(doc, of_others, quoted)
    return carry_days(doc, at_home, days, layers.article.published)


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

    Where no clause is told, any word may be one: "the ambush claimed two lives".
    """
    words = {doc[i].lemma_.lower() for i in made.cue}
    loose = not made.content or not words.isdisjoint(figurative)
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
    if undergoes(doc, cue, spans.source, book):
        spans = replace(spans, source=())
    things = book.signs.get("things", ())
    spans = replace(spans, source=speaker_around(doc, cue, spans.source, layers.mentions, things))
    speaker = antecedent(doc, spans.source)
    sources = parties_of(doc, speaker, layers.mentions) or (UNNAMED,)
    if is_unsigned(doc, speaker, sources):
        sources = (UNNAMED,)
    if is_nobody(doc, doc[cue.head], speaker, sources, book) or _leaves_out_who(doc, cue, spans.source):
        return None
    if is_supposed(doc, cue, speaker):
        return None
    spans = replace(spans, content=_without_manner(doc, cue, with_antecedent(doc, cue, spans)))
    told = spans.content or (() if cue.entry.stance in QUIET else spans.subject)
    if _is_of_who_told_first(doc, cue, spans.content):
        return None
    if not _tells_of_them(doc, cue, told) and (
        is_fragment(doc, told) or _only_takes_up(doc, cue, told, quoted)
    ):
        return None
    stance = _stance(doc, layers, book, cue, spans, sources, quoted)
    if stance is None or not speaks(doc, cue, spans, stance, book) or unsaid(doc, cue, spans, stance, book):
        return None
    if cue.entry.speaker == "document" and not _shows(doc, cue, speaker, sources, told):
        return None
    if _is_called_up(doc, cue, spans):
        return None
    if _is_greeting(doc[cue.head], quoted) or names_itself(doc[cue.head]) or moves_envoy(doc[cue.head]):
        return None
    if _only_names_whom(doc, cue, spans.content, layers.mentions) or _is_cry(doc, told, book):
        return None
    if _only_of_whom(doc, cue, told, quoted):
        return None
    if stance in _DEEDS_AS_WORDS and doc[cue.head].dep_ == "pcomp" and cue.entry.pos == "verb":
        return None  # "accused Chad of backing and commanding the rebels": deeds, no words
    if not is_somebody(sources) and _cannot_say(doc, book, cue, stance, spans.source):
        return None
    via = carriers(doc, cue, layers, book)
    basis, origin = cited(doc, cue, layers.mentions)
    if origin and sources[0].sector == NEWS and not any(is_thing(doc, p, layers.mentions) for p in origin):
        sources, via, basis = origin, (*sources, *via), None
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


def _is_of_who_told_first(doc: Doc, cue: Cue, content: tuple[int, ...]) -> bool:
    """Tell whether what stands behind an aside goes on with what another tells.

    "She stressed that it is open, as some [claimed], and that nobody will be turned away": the parse hangs
    the second "that" on the aside.
    """
    verb = doc[cue.head]
    aside = verb.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "as" for c in verb.children)
    if not aside or not content or content[0] < verb.i:
        return False
    joined = (c for c in verb.children if c.dep_ == "conj" and c.i in content)
    return any(c.dep_ == "mark" and c.lower_ == "that" for j in joined for c in j.children)


_COUNTING = frozenset({"record", "document"})


def _shows(
    doc: Doc, cue: Cue, speaker: tuple[int, ...], sources: tuple[Party, ...], told: tuple[int, ...]
) -> bool:
    """Tell whether a writing shows something, or a body keeps count of it: "has recorded 19 attacks"."""
    body = any(p.kind in {PartyKind.ORGANISATION, PartyKind.GROUP} for p in sources)
    counts = body and doc[cue.head].lemma_ in _COUNTING and any(doc[i].like_num for i in told)
    return counts or any(is_writing(doc[i]) for i in speaker)


def _is_quiet(cue: Cue) -> bool:
    """Tell whether a cue, as it stands, is told by what is not said: "could not confirm" too."""
    return cue.entry.stance in QUIET or (cue.negated and cue.entry.negated in QUIET)


def _tells_of_them(doc: Doc, cue: Cue, told: tuple[int, ...]) -> bool:
    """Tell whether what nobody confirms or comments on is told before: "could not confirm [them]"."""
    return _is_quiet(cue) and len(told) == 1 and doc[told[0]].lower_ == "them"


_PLAIN = frozenset({Stance.SAYS, Stance.PREDICTS, Stance.ESTIMATES})


def _only_takes_up(doc: Doc, cue: Cue, told: tuple[int, ...], quoted: frozenset[int]) -> bool:
    """Tell whether all that is told is that what stands elsewhere is so: "as he predicted [it would be]".

    Or only what advice is given about: "explains [what to do if it rains]".
    """
    if cue.entry.stance in _PLAIN and [doc[i].tag_ for i in told[:2]] in (["WP", "TO"], ["WRB", "TO"]):
        return True
    words = [doc[i] for i in told if not doc[i].is_punct and doc[i].dep_ != "mark"]
    pronoun = [t for t in words if t.tag_ == "PRP"]
    helping = all(t in pronoun or t.tag_ == "MD" or t.lemma_ in _HELPING for t in words)
    plain = cue.entry.stance in _PLAIN and quoted.isdisjoint(told)
    return plain and helping and len(pronoun) == 1 < len(words)


_HELPING = frozenset({"be", "have", "do"})


def _is_greeting(verb: Token, quoted: frozenset[int]) -> bool:
    """Tell whether somebody on the air is only thanked, outside quotation marks: "Thank you for coming"."""
    you = any(c.lower_ == "you" and c.dep_ in {"dobj", "dative"} for c in verb.children)
    return verb.lemma_ == "thank" and you and verb.i not in quoted


def _is_cry(doc: Doc, told: tuple[int, ...], book: StanceBook) -> bool:
    """Tell whether all that is called out is a cry that tells nothing: "a man yelling 'God is great'"."""
    words = " ".join(doc[i].lower_ for i in told if not doc[i].is_punct and doc[i].dep_ != "cc")
    for cry in book.signs.get("cries", ()):
        words = words.replace(cry, "")
    return bool(told) and not words.strip()


def _only_names_whom(doc: Doc, cue: Cue, content: tuple[int, ...], mentions: tuple[Mention, ...]) -> bool:
    """Tell whether all that is told is who was heard: "Nortix TV, citing [two officials], reported"."""
    head = head_of(doc, content)
    if head is None or doc[cue.head].lower_ != "citing" or any(doc[i].pos_ == "VERB" for i in content):
        return False
    return any(m.head == head.i for m in mentions)


def _only_of_whom(doc: Doc, cue: Cue, told: tuple[int, ...], quoted: frozenset[int]) -> bool:
    """Tell whether a content is only what is spoken of: "said of [it]", "[Bo Lind, 23], according to Y"."""
    head = head_of(doc, told)
    if head is None or not quoted.isdisjoint(told) or cue.entry.stance is not Stance.SAYS:
        return False
    if cue.entry.pos == "phrase":
        words = [doc[i] for i in told if not doc[i].is_punct and doc[i].tag_ != "CC"]
        return all(t.pos_ == "PROPN" or t.like_num for t in words) and any(t.pos_ == "PROPN" for t in words)
    of = head.head
    spoken_of = head.dep_ == "pobj" and of.lower_ == "of" and of.head.i == cue.head
    return spoken_of and doc[cue.head].lemma_ in _SAYING


_SAYING = frozenset({"say", "add", "ask", "remark", "write"})


def _is_called_up(doc: Doc, cue: Cue, spans: CueSpans) -> bool:
    """Tell whether people are only called somewhere: "called old friends [to the stage]"."""
    verb = doc[cue.head]
    if verb.lemma_ != "call" or "verdict" not in cue.entry.takes:
        return False
    told = [i for i in spans.content or spans.subject if not doc[i].is_punct]
    parts = {c.dep_ for c in verb.children}
    to = [c for c in verb.children if c.dep_ == "prep" and c.lower_ == "to" and c.i in told]
    ends = bool(to) and max(t.i for t in to[0].subtree if not t.is_punct) == told[-1]
    return ends and not parts & {"oprd", "attr", "acomp"} and "dobj" in parts


def _without_manner(doc: Doc, cue: Cue, content: tuple[int, ...]) -> tuple[int, ...]:
    """Return what was said without how: "It would go on, the league said, [without giving details]"."""
    if not content or content[0] > cue.head:
        return content
    ways = [
        c for c in doc[cue.head].children if c.dep_ == "prep" and c.lower_ == "without" and c.i > cue.head
    ]
    left_out = {t.i for way in ways for t in way.subtree}
    return tuple(i for i in content if i not in left_out)


def _leaves_out_who(doc: Doc, cue: Cue, source: tuple[int, ...]) -> bool:
    """Tell whether the sentence puts nobody on record at a cue.

    "The allegations are that …", "asked whether …, he said", "without offering evidence", "it goes without
    saying", "no country has admitted it", "it is a safe prediction that …".
    """
    head, top = doc[cue.head], head_of(doc, source)
    asked = _is_asked(head, cue)
    under = head.dep_ == "pcomp" and head.head.lower_ == "without"
    without = under and (head.head.i not in cue.tokens or head.head.head.lemma_ == "go")
    none = bool(source) and doc[source[0]].lower_ in ({"no"} if _is_quiet(cue) else {"no", "none"})
    points = cue.entry.pos == "noun" and head.dep_ == "attr" and len(source) == 1
    it = points and doc[source[0]].lower_ in _POINTING
    cleft = len(source) == 1 and doc[source[0]].lower_ == "it" and any(_is_cleft(doc[i]) for i in cue.tokens)
    return (top is not None and top.i in cue.tokens) or asked or without or none or it or cleft


def _is_cleft(noun: Token) -> bool:
    """Tell whether a clause only tells which one it was: "it was this [concern] that led to …"."""
    if noun.pos_ != "NOUN" or noun.dep_ != "attr":
        return False
    behind = [
        c for t in (noun, noun.head) for c in t.children if c.dep_ in {"relcl", "ccomp"} and c.i > noun.i
    ]
    return any(c.tag_ == "WDT" and c.dep_ == "nsubj" for clause in behind for c in clause.children)


def _is_asked(head: Token, cue: Cue) -> bool:
    """Tell whether a question is only put to somebody: "asked about the raid, he …", "was pressed on it"."""
    if cue.entry.lemmas[0] not in _ASKING or head.tag_ not in {"VBN", "VBD"}:
        return False
    if cue.entry.lemmas[0] == "ask" and head.dep_ == "advcl":
        return True
    if any(c.dep_ == "agent" for c in head.children):
        return False
    aside = head.dep_ in {"advcl", "acl"} and all(c.dep_ not in {"nsubj", "dobj"} for c in head.children)
    passive = aside or any(c.dep_ == "auxpass" for c in head.children)
    return passive and not any(is_infinitive(c) for c in head.children)


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
    if stance in _DEEDS and cue.entry.stance is Stance.SAYS and not is_somebody(sources):
        return Stance.SAYS
    if stance is Stance.CONDEMNS and "verdict" in cue.entry.takes:
        told = spans.content or spans.subject
        return Stance.SAYS if is_own_choice(doc, told, sources, layers.mentions, book) else stance
    return stance


def _cannot_say(doc: Doc, book: StanceBook, cue: Cue, stance: Stance, source: tuple[int, ...]) -> bool:
    """Tell whether a source that nobody knows is a thing, or has a stance only somebody can take."""
    head = head_of(doc, antecedent(doc, source))
    noun = "" if head is None else head.lemma_.lower()
    vague = head is None or head.lower_ in _VAGUE
    if vague and stance is Stance.SILENT and doc[cue.head].lemma_ == "answer":
        return True  # "these did not answer the question"
    figurative = doc[cue.head].lemma_ in book.signs.get("figurative", ())
    people = head is not None and is_speaker(head)
    thingly = not source or (figurative and not people)
    share = noun in book.signs.get("shares_of", ())  # who is nobody in particular has been left out
    somebody = share or (head is not None and (is_public_figure(head) or is_signed_picture(head)))
    number = noun in book.signs.get("things", ()) and not somebody
    return (stance in _DEEDS and thingly) or number


def _of_whom(
    doc: Doc, spans: CueSpans, sources: tuple[Party, ...], mentions: tuple[Mention, ...]
) -> tuple[bool, bool]:
    """Tell whether what is said is of the source, its body or its state; and whether of another party."""
    head = head_of(doc, spans.content)
    subject = None if head is None else next((c for c in head.children if c.dep_ == "nsubj"), None)
    if subject is None:
        return False, False
    own = keys(sources)
    named = [p for m in mentions if m.head == subject.i for p in m.parties]
    itself = not own.isdisjoint(p.id for p in named)
    return itself, not itself and any(p.kind is not PartyKind.UNKNOWN for p in named)


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
