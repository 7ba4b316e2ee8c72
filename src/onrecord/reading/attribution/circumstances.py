"""What the outlet tells around what was said: when, where and to whom, and what others made of it."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from onrecord.codebook.roles import roles
from onrecord.codebook.wordclasses import word_classes
from onrecord.reading.attribution.cues import Cue
from onrecord.reading.attribution.spans import CueSpans, follows_comma
from onrecord.reading.attribution.wording import head_of
from onrecord.reading.infinitives import FINITE, is_infinitive
from onrecord.records import Stance

__all__ = ["CIRCUMSTANCES", "MEANWHILE", "before_infinitive", "before_that", "circumstances", "saying_before"]

CIRCUMSTANCES = frozenset({"after", "as", "because", "before", "since", "until", "when", "while"})
"""What opens a clause that tells when or why somebody spoke."""

MEANWHILE = frozenset({"after", "as", "before", "when", "while"})
"""What opens a clause of what went on when something was said."""
_TIMES = frozenset({"after", "before", "until", "when", "while"})

_SPEAKING = frozenset({"tirade", "diatribe", "interview", "broadcast", "speech", "testimony", "conference"})
"""Occasions of speaking, and writings that are no documents."""

_TOLD = frozenset({"tell", "inform", "assure", "reassure", "warn", "remind", "notify"})
"""Verbs whose object is whom they speak to."""

_SPEAKS = frozenset({"speak", "address", "testify", "appear"})
"""Verbs that tell of an occasion of speaking: "… when he [spoke] to reporters"."""

_WEEKDAYS = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today"}
)
_NEAR = frozenset({"late", "early", "earlier", "last", "this"})
_SPANS = frozenset({"week", "month", "year"})
_OF_CHARGE = frozenset({"of", "with", "for", "to", "on", "over"})
"""What leads to the charge or order behind whom it goes to: "accused Chad [of] …"."""

_GIVES = frozenset({"give", "offer", "provide", "cite", "present", "produce", "elaborate", "specify", "name"})
_SHOWS = frozenset({"post", "share", "publish"})
_PICTURES = frozenset({"photograph", "photo", "picture", "image", "video", "footage", "film"})
_NOTHING = frozenset({"no", "not", "n't", "little", "few", "neither"})

_MARKS = frozenset({'"', "“", "''", "``"})
"""Marks with which a quotation begins."""

_REFERENCES = frozenset({"reference", "allusion"})
"""Nouns with which the outlet tells what somebody's words meant."""

_SEEN = frozenset(
    {"see", "call", "describe", "view", "regard", "consider", "interpret", "appear", "seem", "term", "dub"}
)
"""What others do with words: "in what many saw as a swipe at him"."""


def circumstances(doc: Doc, cue: Cue, spans: CueSpans, quoted: frozenset[int]) -> Iterator[int]:
    """Give the tokens of a content that only tell of the act of saying; no part of it is quoted."""
    content = spans.content
    if not content:
        return
    for child in doc[cue.head].children if cue.head < content[0] else ():
        own = range(child.left_edge.i, child.right_edge.i + 1)
        behind = child.i in content and content[0] < own[0]
        if behind and quoted.isdisjoint(own) and _is_of_saying(child):
            yield from own
    if cue.entry.stance in _SILENT:
        yield from _in_spite(doc, content)
    for i in content:
        if content[0] < i and _is_as_seen(doc[i]):
            yield from range(i - 1, doc[i].right_edge.i + 1)
        yield from _reference(doc[i])
    yield from _meanwhile(doc, cue, spans)
    yield from _speaking_so(doc, cue, spans)
    yield from _past_day(doc, cue, content)
    yield from _day_before(doc, cue, content)
    yield from _name_of_speaker(doc, cue, spans)
    yield from _day_of_charge(doc, cue, content)
    if cue.head < content[0]:
        for i in content[1:]:
            if _is_of_speaker(doc[i]) or _is_set_beside(doc[i], quoted):
                yield from range(doc[i].left_edge.i, doc[i].right_edge.i + 1)


def _is_of_speaker(top: Token) -> bool:
    """Tell whether a clause inside what was said tells how the speaker went about it.

    "…, [but gave no evidence]", "… [without giving details]", "… [when he spoke to reporters]".
    """
    if top.lower_ == "without" and top.dep_ == "prep":
        return any(c.dep_ == "pcomp" and c.lemma_ in _GIVES and c.tag_ == "VBG" for c in top.children)
    own = [c for c in top.children if c.dep_ in {"nsubj", "nsubjpass"}]
    if top.dep_ == "advcl" and top.lemma_ in _SPEAKS and top.tag_ == "VBD":
        timed = any(c.dep_ in {"mark", "advmod"} and c.lower_ in _TIMES for c in top.children)
        return timed and all(c.lower_ in {"he", "she", "they"} for c in own)
    if _is_upon(top):
        return True
    if top.dep_ != "conj" or own or top.head.pos_ not in {"VERB", "AUX"} or top.tag_ not in {"VBD", "VB"}:
        return False
    shown = {c.lemma_ for c in top.children if c.dep_ == "dobj"}
    # The words were told in the past before: "had been hit, and [posted] a film".
    if top.lemma_ in _SHOWS or (top.lemma_ == "release" and not shown.isdisjoint(_PICTURES)):
        return top.tag_ == "VBD" and _is_past_before(top.head) and _is_behind_comma(top)
    nothing = {t.lower_ for c in top.children for t in (c, *c.children) if c.i < top.i or c.dep_ == "dobj"}
    return top.lemma_ in _GIVES and not nothing.isdisjoint(_NOTHING)


def _is_set_beside(top: Token, quoted: frozenset[int]) -> bool:
    """Tell whether the outlet sets what was said beside other words: "…[, contradicting the envoy]"."""
    if (
        top.lemma_ not in _AGREEING
        or top.tag_ != "VBG"
        or top.dep_ not in ("advcl", "acl")
        or top.i in quoted
    ):
        return False
    return follows_comma(top.left_edge) and any(c.dep_ == "dobj" for c in top.children)


_AGREEING = frozenset({"contradict", "echo", "corroborate", "rebut"})


def _is_upon(top: Token) -> bool:
    """Tell whether a clause tells upon what something was promised: "it would go[, after Chad left]"."""
    if top.dep_ != "advcl" or top.tag_ != "VBD" or not follows_comma(top.left_edge):
        return False
    after = any(c.dep_ == "mark" and c.lower_ in {"after", "as"} for c in top.children)
    would = any(c.lower_ in {"would", "will"} and c.dep_ == "aux" for c in top.head.children)
    return after and would and top.i > top.head.i


def _is_behind_comma(joined: Token) -> bool:
    """Tell whether a comma parts a verb from the one that it is joined to: "… was hit[, and] posted"."""
    return any(c.text == "," and c.i < joined.i for c in joined.head.children)


def _is_past_before(verb: Token) -> bool:
    return any(c.lower_ == "had" and c.dep_ == "aux" for c in verb.children)


def _day_before(doc: Doc, cue: Cue, content: tuple[int, ...]) -> range:
    """Return the day between a verb and what it tells: "denied [on Monday] having sunk the boat"."""
    on = doc[content[0]]
    day = next((c for c in on.children if c.dep_ == "pobj" and c.ent_type_ in ("DATE", "TIME")), None)
    if on.dep_ != "prep" or on.head.i != cue.head or day is None or cue.head > on.i:
        return range(0)
    behind = doc[on.right_edge.i + 1 : on.right_edge.i + 2]
    goes_on = any(t.i in content and t.tag_ == "VBG" for t in behind)
    return range(on.i, on.right_edge.i + 1) if goes_on else range(0)


def _day_of_charge(doc: Doc, cue: Cue, content: tuple[int, ...]) -> range:
    """Return the day between whom somebody accused, and of what: "accused Chad [on Monday] of …"."""
    charges = cue.entry.addressee is not None or cue.entry.stance is Stance.ACCUSES
    if not charges or cue.head > content[0]:
        return range(0)
    last = content[-1]
    for i in content:
        if doc[i].pos_ in {"VERB", "AUX"} or doc[i].lower_ in _OF_CHARGE - {"on"}:
            break
        end = _day_from(doc, i, last)
        if end is not None and end <= last and doc[end].lower_ in _OF_CHARGE:
            return range(i, end)
    return range(0)


def _day_from(doc: Doc, start: int, last: int) -> int | None:
    """Return one past a day that begins at a token ("late on Monday", "last week"), None where none does."""
    at = start
    while at <= last and doc[at].lower_ in _NEAR | {"on"}:
        at += 1
    if at > last:
        return None
    day = doc[at].lower_ in _WEEKDAYS or (at > start and doc[at].lower_ in _SPANS)
    return at + 1 if day else None


def saying_before(doc: Doc, cue: Cue, content: tuple[int, ...]) -> range:
    """Return the saying that a later one makes needless: "[He also said that] it would stay, X said"."""
    opening = [doc[i] for i in content[:3]]
    if len(opening) < 3 or cue.head < content[-1] or doc[cue.head].pos_ != "VERB":
        return range(0)
    who, also, said = opening
    if who.lower_ not in {"he", "she", "they", "it"} or also.lower_ != "also" or said.tag_ != "VBD":
        return range(0)
    if said.lemma_ not in word_classes().speaking:
        return range(0)
    return range(who.i, said.i + (2 if said.nbor().lower_ == "that" else 1))


def _is_of_saying(child: Token) -> bool:
    """Tell whether a part of a cue's clause tells when or where it was said."""
    if child.dep_ == "advcl":
        timed = any(c.dep_ in {"mark", "advmod"} and c.lower_ in _TIMES for c in child.children)
        # "Cited the vote in Mali, when it rained": told of the vote
        return timed and not follows_comma(child.left_edge)
    if child.dep_ != "prep" or child.lower_ not in {"in", "at", "during", "on"}:
        return False
    occasions = [
        c for c in child.children if c.dep_ == "pobj" and c.lemma_.lower() in roles().documents | _SPEAKING
    ]
    # "Condemned flaws in the report": a known one may be what is spoken of.
    return any(c.lower_ in {"a", "an"} or c.tag_ == "PRP$" for noun in occasions for c in noun.children)


_SILENT = frozenset({Stance.SAYS, Stance.DECLINES_TO_CONFIRM, Stance.SILENT})


def _in_spite(doc: Doc, content: tuple[int, ...]) -> range:
    """Return against what somebody kept quiet: "would not say whether he stays[, despite the pressure]"."""
    opens = doc[content[0]].lower_ in {"whether", "if", "how", "when", "where", "who", "why"}
    places = (i for i in content[1:] if doc[i].lower_ in _AGAINST and follows_comma(doc[i])) if opens else ()
    first = next(iter(places), None)
    return range(0) if first is None else range(first - 1, content[-1] + 1)


_AGAINST = frozenset({"despite", "notwithstanding"})


def _is_as_seen(preposition: Token) -> bool:
    """Tell whether what others made of it begins: ", [in] what many saw as a swipe at him"."""
    if preposition.lower_ != "in" or not follows_comma(preposition):
        return False
    verbs = [c for c in preposition.children if c.dep_ == "pcomp" and c.lemma_ in _SEEN]
    return any(c.lower_ == "what" for verb in verbs for c in verb.children)


def _reference(noun: Token) -> range:
    """Return what the outlet tells of whom was meant: "it would stay[, in an apparent reference to Chad]".

    Or "… the dark days[, a reference to the war]".
    """
    within = noun.dep_ == "pobj" and noun.head.lower_ == "in"
    if noun.lemma_ not in _REFERENCES or not (within or noun.dep_ == "appos"):
        return range(0)
    start = (noun.head if within else noun).left_edge.i
    parts = {c.lower_ for c in noun.children}
    parted = start > 0 and noun.doc[start - 1].text in {",", "-", "–", "—", "--"}
    points = parted and "to" in parts and not parts.isdisjoint({"a", "an"})
    return range(start - 1, noun.right_edge.i + 1) if points else range(0)


def _meanwhile(doc: Doc, cue: Cue, spans: CueSpans) -> range:
    """Return what went on when it was said: "[As cranes swung above], he said it was safe".

    What is said with a comma behind has the clause too: "As seas rise, he said, towns will go".
    """
    content = spans.content
    if not spans.source or not content[0] < min(spans.source) < cue.head < content[-1]:
        return range(0)
    opening = doc[content[0]]
    told = next((i for i in content if i > cue.head), cue.head)
    inserted = any(t.text == "," for t in doc[cue.head : told])
    verb = opening.head
    past = any(t.tag_ == "VBD" for t in (verb, *verb.children))
    beside = past and verb.dep_ == "advcl" and verb.head.i == cue.head and not inserted
    timed = opening.lower_ in MEANWHILE and opening.dep_ in {"mark", "advmod"}
    return range(content[0], min(spans.source)) if beside and timed else range(0)


def _past_day(doc: Doc, cue: Cue, content: tuple[int, ...]) -> range:
    """Return when something was promised, behind what lies ahead: "vowed to go [last month]".

    None behind a noun that may have happened then: "vowed to look into the fire last month".
    """
    head = head_of(doc, content)
    ahead = cue.entry.stance in _AHEAD and head is not None and is_infinitive(head) and cue.head < content[0]
    if not ahead or head is None or len(content) < 3 or doc[content[-2]].lower_ != "last":
        return range(0)
    spans_time = doc[content[-1]].lower_ in _SPANS | _WEEKDAYS | {"night", "summer", "winter"}
    before = doc[content[-3]]
    return range(content[-2], content[-1] + 1) if spans_time and _is_no_event(before, head) else range(0)


_AHEAD = frozenset({Stance.PROMISES, Stance.THREATENS, Stance.DEMANDS})


def _is_no_event(word: Token, verb: Token) -> bool:
    """Tell whether a word is a name that is the object of a verb, the verb itself, or an adverb of it."""
    return word == verb or (word.head == verb and (word.pos_ == "PROPN" or word.dep_ in {"advmod", "prt"}))


def _speaking_so(doc: Doc, cue: Cue, spans: CueSpans) -> range:
    """Return what the speaker did in saying it: '[Cursing their luck], people say, "Rain again"'.

    What is said with "he said" inside has the clause too: "Looking back, he said, it was late".
    """
    content, behind = spans.content, cue.head + 1
    if not spans.source or not content[0] < min(spans.source) < cue.head < content[-1]:
        return range(0)
    inserted = doc[behind].text == "," and doc[behind + 1].text not in _MARKS
    for clause in doc[cue.head].children:
        own = clause.dep_ == "advcl" and clause.tag_ == "VBG" and clause.left_edge.i == content[0]
        if own and not inserted and not any(c.dep_ in {"nsubj", "nsubjpass"} for c in clause.children):
            return range(content[0], min(spans.source))
    return range(0)


def before_that(doc: Doc, cue: Cue, spans: CueSpans) -> range:
    """Return to whom, when and where it was said, before "that".

    "Told [the council in May] that it would watch", "repeated[, in the square, ]that it would stay".
    """
    clauses = [c for c in doc[cue.head].children if c.dep_ in {"ccomp", "advcl"} and c.i in spans.content]
    marks = [c.i for clause in clauses for c in clause.children if c.dep_ == "mark" and c.lower_ == "that"]
    if not marks or not cue.head < spans.content[0] < marks[0]:
        return range(0)
    opening = doc[spans.content[0]]
    if opening.dep_ == "prep" and opening.head.i == cue.head and follows_comma(doc[marks[0]]):
        return range(opening.i, marks[0])
    told = [c.i for c in doc[cue.head].children if c.dep_ in {"dobj", "dative"} and c.i in spans.content]
    if doc[cue.head].lemma_ not in _TOLD or not told or not cue.head < told[0] < marks[0]:
        return range(0)
    first = next(i for i in range(told[0], marks[0] + 1) if doc[i].lower_ == "that")
    return range(spans.content[0], first)


def before_infinitive(doc: Doc, cue: Cue, spans: CueSpans) -> range:
    """Return with whom it was agreed, before what was: "agreed with [Chad] to share the river"."""
    content = spans.content
    if not content or doc[cue.head].lemma_ != "agree" or cue.head > content[0]:
        return range(0)
    to = next((i for i in content if doc[i].tag_ == "TO"), content[0])
    whom = [doc[i] for i in content if i < to]
    with_whom = doc[content[0] - 1].lower_ == "with" and all(t.tag_ not in FINITE for t in whom)
    return range(content[0], to) if with_whom else range(0)


def _name_of_speaker(doc: Doc, cue: Cue, spans: CueSpans) -> Iterator[int]:
    """Give the name of who speaks, left behind in what he said: "it rose, [Bo Lind], the mayor, said"."""
    head = head_of(doc, spans.source)
    if head is None or head.dep_ != "appos" or not spans.content[0] < head.head.i < head.i < cue.head:
        return
    name = [t.i for t in head.head.subtree if t.i < min(spans.source)]
    speaks = head.head.pos_ == "PROPN" and head.head.dep_ == "nsubj" and head.head.head.i == cue.head
    if name and (speaks or head.head.ent_type_ == "PERSON") and follows_comma(doc[name[0]]):
        yield from name
