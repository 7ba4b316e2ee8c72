"""Constructions in which a word of saying puts nobody on record, whatever else it may tell."""

from spacy.tokens import Doc, Token

from onrecord.codebook.stances import StanceBook
from onrecord.reading.attribution.carriers import CITING
from onrecord.reading.attribution.cues import Cue
from onrecord.reading.attribution.relatives import is_fragment
from onrecord.reading.attribution.source_kinds import (
    is_public_figure,
    is_signed_picture,
    is_somebody,
    is_speaker,
    is_writing,
    moves_envoy,
    moves_forces,
    names_itself,
    orders_goods,
    puts_in_force,
    questions_people,
    recalls_goods,
)
from onrecord.reading.attribution.sources import antecedent
from onrecord.reading.attribution.spans import CueSpans
from onrecord.reading.attribution.unsaid import QUIET
from onrecord.reading.attribution.wording import head_of
from onrecord.reading.infinitives import is_infinitive
from onrecord.reading.layers import Mention
from onrecord.records import Party, PartyKind, Stance

__all__ = ["SOMEBODYS", "cannot_say", "is_no_saying", "leaves_out_who"]

SOMEBODYS = frozenset({Stance.THREATENS, Stance.PROMISES})
"""Stances only somebody can take: "the storm threatens to …" is nobody's threat."""


def leaves_out_who(doc: Doc, cue: Cue, source: tuple[int, ...]) -> bool:
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


_POINTING = frozenset({"it", "this", "that"})


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


_ASKING = frozenset({"ask", "press", "question"})
"""Verbs of putting a question to somebody."""


def _is_cleft(noun: Token) -> bool:
    """Tell whether a clause only tells which one it was: "it was this [concern] that led to …"."""
    if noun.pos_ != "NOUN" or noun.dep_ != "attr":
        return False
    behind = [
        c for t in (noun, noun.head) for c in t.children if c.dep_ in {"relcl", "ccomp"} and c.i > noun.i
    ]
    return any(c.tag_ == "WDT" and c.dep_ == "nsubj" for clause in behind for c in clause.children)


def _is_quiet(cue: Cue) -> bool:
    """Tell whether a cue, as it stands, is told by what is not said: "could not confirm" too."""
    return cue.entry.stance in QUIET or (cue.negated and cue.entry.negated in QUIET)


def is_no_saying(
    doc: Doc,
    cue: Cue,
    spans: CueSpans,
    sources: tuple[Party, ...],
    mentions: tuple[Mention, ...],
    quoted: frozenset[int],
    book: StanceBook,
) -> bool:
    """Tell whether a cue with what was found of it tells nothing that its source says.

    Args:
        doc: Parsed document.
        cue: The word of saying.
        spans: Its source and content.
        sources: The parties the source stands for.
        mentions: The parties told of in the document.
        quoted: Tokens in quotation marks.
        book: The stance vocabulary.
    """
    verb, speaker = doc[cue.head], antecedent(doc, spans.source)
    told = spans.content or (() if cue.entry.stance in QUIET else spans.subject)
    empty = is_fragment(doc, told) or _only_takes_up(doc, cue, told, quoted)
    return (
        (empty and not _tells_of_them(doc, cue, told))
        or _is_of_who_told_first(doc, cue, spans.content)
        or (cue.entry.speaker == "document" and not _shows(doc, cue, speaker, sources, told))
        or _is_called_up(doc, cue, spans)
        or _is_greeting(verb, quoted)
        or names_itself(verb)
        or (verb.lemma_ == "draw" and any(c.lower_ == "into" for c in verb.children))
        or moves_envoy(verb)
        or recalls_goods(verb)
        or orders_goods(verb)
        or puts_in_force(verb)
        or moves_forces(verb)
        or questions_people(verb)
        or _only_names_whom(doc, cue, spans.content, mentions)
        or _is_cry(doc, told, book)
        or _only_of_whom(doc, cue, told, quoted)
        or _cites_as_he_speaks(verb)
    )


def _cites_as_he_speaks(verb: Token) -> bool:
    """Tell whether a verb only tells whom somebody cites, who speaks behind it: "cited officers [saying]"."""
    cited = [c for c in verb.children if c.dep_ == "dobj"]
    return verb.lemma_ in CITING and any(
        c.dep_ in {"acl", "advcl"} and c.tag_ == "VBG" and c.lemma_ == "say" and c.nbor(-1).text != ","
        for t in (verb, *cited)
        for c in t.children
        if c.i > verb.i
    )


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


def _is_greeting(verb: Token, quoted: frozenset[int]) -> bool:
    """Tell whether somebody on the air is only thanked, outside quotation marks: "Thank you for coming"."""
    you = any(c.lower_ == "you" and c.dep_ in {"dobj", "dative"} for c in verb.children)
    return verb.lemma_ == "thank" and you and verb.i not in quoted


def _only_names_whom(doc: Doc, cue: Cue, content: tuple[int, ...], mentions: tuple[Mention, ...]) -> bool:
    """Tell whether all that is told is who was heard: "Nortix TV, citing [two officials], reported"."""
    head = head_of(doc, content)
    if head is None or doc[cue.head].lower_ != "citing" or any(doc[i].pos_ == "VERB" for i in content):
        return False
    return any(m.head == head.i for m in mentions)


def _is_cry(doc: Doc, told: tuple[int, ...], book: StanceBook) -> bool:
    """Tell whether all that is called out is a cry that tells nothing: "a man yelling 'God is great'"."""
    words = " ".join(doc[i].lower_ for i in told if not doc[i].is_punct and doc[i].dep_ != "cc")
    for cry in book.signs.get("cries", ()):
        words = words.replace(cry, "")
    return bool(told) and not words.strip()


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


def cannot_say(
    doc: Doc, cue: Cue, stance: Stance, source: tuple[int, ...], sources: tuple[Party, ...], book: StanceBook
) -> bool:
    """Tell whether a stance is nobody's: a thing's, or a deed that somebody is only charged with.

    "Accused Chad of [backing] and commanding the rebels" tells deeds, no words.
    """
    verb = doc[cue.head]
    deed = stance in _DEEDS_AS_WORDS and cue.entry.pos == "verb"
    deed = deed and (verb.dep_ == "pcomp" or _gives(verb, book))
    return deed or (not is_somebody(sources) and _is_by_a_thing(doc, cue, stance, source, book))


_DEEDS_AS_WORDS = frozenset({Stance.SUPPORTS, Stance.DEMANDS})
"""Stances whose words also tell deeds: to back, to order."""


def _gives(verb: Token, book: StanceBook) -> bool:
    """Tell whether somebody is backed with more than words: "backs the rebels [with arms]"."""
    means = (c for p in verb.children if p.dep_ == "prep" and p.lower_ == "with" for c in p.children)
    return any(t.lemma_.lower() in book.signs.get("means", ()) for t in means)


def _is_by_a_thing(doc: Doc, cue: Cue, stance: Stance, source: tuple[int, ...], book: StanceBook) -> bool:
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
    return (stance in SOMEBODYS and thingly) or number


_VAGUE = frozenset({"they", "it", "these", "those", "that", "this"})
"""Words that may stand for things."""
