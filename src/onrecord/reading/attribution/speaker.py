"""Who speaks, where the parse takes another for the subject of a cue."""

from spacy.tokens import Doc, Token

from onrecord.codebook.wordclasses import word_classes
from onrecord.reading.attribution.carriers import CITING
from onrecord.reading.attribution.cues import Cue
from onrecord.reading.attribution.source_kinds import is_unknown_noun, is_writing
from onrecord.reading.attribution.wording import head_of
from onrecord.reading.layers import Mention
from onrecord.records import Stance

__all__ = ["speaker_around"]


def speaker_around(
    doc: Doc, cue: Cue, source: tuple[int, ...], mentions: tuple[Mention, ...], things: tuple[str, ...]
) -> tuple[int, ...]:
    """Return who speaks, where the parse takes a thing in what he said for who goes on to speak.

    "[The minister] said the decision was lawful and denied that …": a decision denies nothing.
    """
    verb, head = doc[cue.head], head_of(doc, source)
    if head is None:
        return source
    if head.i != verb.i and (writing := _writing_beside(verb, head)) is not None:
        return tuple(range(min(t.i for t in writing.subtree), source[-1] + 1))
    if (elsewhere := _acts_elsewhere(verb)) is not None:
        return tuple(t.i for t in elsewhere.subtree if t.i < verb.i and t.dep_ != "relcl")
    if (behind := _stands_behind(verb) or _sends(verb, head)) is not None:
        return tuple(t.i for t in behind.subtree)
    if (heard := _is_cited(verb) or _writes_to(verb, head)) is not None:
        return tuple(t.i for t in heard.subtree if t.i < verb.i)
    if (named := _named_right_before(verb)) is not None:
        return tuple(t.i for t in named.subtree if t.i <= named.i)
    if (shown := _seen_on(verb, head)) is not None:
        return tuple(t.i for t in shown.subtree)
    if (teller := _told_on(verb, head) or _adds(verb, head) or _acts_by_telling(verb, head)) is not None:
        return tuple(t.i for t in teller.subtree)
    if (survivor := _of_the_dead(verb, head)) is not None:
        return tuple(t.i for t in survivor.subtree if t.i < verb.i)
    if (citizen := _of_own_country(verb, head)) is not None:
        return tuple(t.i for t in citizen.subtree if t.i < verb.i)
    if (charged := _charged_with(verb, head)) is not None and not is_unknown_noun(charged, mentions):
        return tuple(t.i for t in charged.subtree if t.i < verb.i)
    if (silent := _adds_nothing(cue, verb, head)) is not None:
        return tuple(t.i for t in silent.subtree)
    if not is_unknown_noun(head, mentions):
        return source
    if (bearer := _bearer(verb, head, things)) is not None:
        return tuple(t.i for t in bearer.subtree)
    # "The members were angry and vowed to strike, [Cole] said": they vow.
    teller = None if head.lemma_ in _SPEAKING else _teller_above(verb, head)
    return source if teller is None else tuple(t.i for t in teller.subtree)


_SPEAKING = frozenset({"member", "people", "participant", "attendee", "delegate", "colleague"})
"""People no mention knows, who speak all the same."""


def _teller_above(verb: Token, subject: Token) -> Token | None:
    """Return who tells the clause to which a verb is joined, whose subject it seems to share."""
    if verb.dep_ != "conj" or subject.head != verb.head:
        return None
    above = verb.head
    while above.dep_ == "conj":
        above = above.head
    if above.dep_ != "ccomp" or any(t.text == ":" for t in verb.doc[above.head.i : subject.i]):
        return None
    return next((c for c in above.head.children if c.dep_ == "nsubj"), None)


_DEADLY = frozenset(
    {"kill", "slay", "murder", "behead", "execute", "die", "perish", "drown", "wound", "injure"}
)


def _of_the_dead(verb: Token, subject: Token) -> Token | None:
    """Return who tells of the dead and speaks on: "[Chad] said a boy was killed and accused Libya"."""
    same = verb.tag_ == "VBD" and verb.head.lemma_ in _DEADLY
    return _teller_above(verb, subject) if same else None


def _of_own_country(verb: Token, subject: Token) -> Token | None:
    """Return who tells of his own country and speaks on: "[Lind] said his land was ready and blamed Y"."""
    own = subject.lemma_ in {"country", "nation"} and any(c.dep_ == "poss" for c in subject.children)
    return _teller_above(verb, subject) if own and verb.tag_ == "VBD" else None


def _adds_nothing(cue: Cue, verb: Token, subject: Token) -> Token | None:
    """Return who says something and no more: "[Chad] said Libya had left but gave no details".

    The tense tells that it is not what he says of another: "said Libya had been asked but had not replied".
    """
    keeps_back = cue.negated or cue.entry.stance in _KEPT_BACK
    perfect = any(c.dep_ == "aux" and c.lower_ in _PERFECT for c in verb.head.children)
    past = verb.tag_ == "VBD" or any(c.dep_ == "aux" and c.lower_ == "did" for c in verb.children)
    marked = any(c.dep_ == "mark" for c in verb.children)
    return _teller_above(verb, subject) if keeps_back and perfect and past and not marked else None


_KEPT_BACK = frozenset({Stance.DECLINES_TO_CONFIRM, Stance.SILENT})
_PERFECT = frozenset({"had", "has", "have", "'d", "'ve"})


def _acts_elsewhere(verb: Token) -> Token | None:
    """Return who chants or shouts, where the parse hangs the participle on a clause of place before it.

    "[Protesters] looped the streets by the arena, where the Lions played, chanting …", or between dashes.
    """
    place = verb.head
    clauses = [place] if verb.dep_ == "advcl" else [c for c in place.children if verb.dep_ == "acl"]
    placed = any(_tells_where(c) and "where" in {w.lower_ for w in c.children} for c in clauses)
    if verb.tag_ != "VBG" or not placed or place.i > verb.i:
        return None
    for above in place.ancestors:
        subjects = [c for c in above.children if c.dep_ == "nsubj" and c.i < above.i]
        if above.pos_ == "VERB" and subjects:
            return subjects[0]
    return None


def _tells_where(clause: Token) -> bool:
    """Tell whether a clause hangs on a place, or stands behind a dash, where the parse finds it none."""
    first = clause.left_edge.i
    return clause.dep_ == "relcl" or (first > 0 and clause.doc[first - 1].text in _DASHES)


_DASHES = frozenset({"-", "--", "–", "—"})


_BRINGING = frozenset(
    {
        "put",
        "submit",
        "propose",
        "introduce",
        "table",
        "sponsor",
        "draft",
        "adopt",
        "pass",
        "approve",
        "vote",
        "sign",
    }
)
"""What is done to a writing by who stands behind all that it says: "adopted a resolution that urges"."""


def _stands_behind(verb: Token) -> Token | None:
    """Return who brings or passes a writing that says something: "[They] passed a motion calling for"."""
    writing = verb.head
    if verb.dep_ not in {"acl", "relcl"} or not is_writing(writing) or writing.i > verb.i:
        return None
    bringing = writing.head
    if writing.dep_ == "pobj" and bringing.lower_ in {"for", "forward"}:
        bringing = bringing.head
    elif writing.dep_ != "dobj" or bringing.lemma_ == "vote":
        return None
    refused = any(
        c.dep_ in {"neg", "aux"} and c.lower_ not in {"have", "has", "had"} for c in bringing.children
    )
    if bringing.lemma_ not in _BRINGING or bringing.tag_ not in {"VBD", "VBN", "VBZ", "VBP"} or refused:
        return None
    return next((c for c in bringing.children if c.dep_ == "nsubj" and c.pos_ != "PRON"), None)


_SENDING = frozenset({"send", "write", "address", "deliver", "hand", "submit"})


def _sends(verb: Token, head: Token) -> Token | None:
    """Return who sends what urges something, not whom: "[They] sent a letter to the board urging it to"."""
    sending = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "to" else head
    whole = verb.i > 0 and verb.nbor(-1).text != ","
    if verb.tag_ != "VBG" or sending.lemma_ not in _SENDING or head.i > verb.i or not whole:
        return None
    written = any(c.dep_ == "dobj" and is_writing(c) and c.i < head.i for c in sending.children)
    return next((c for c in sending.children if written and c.dep_ == "nsubj" and c.pos_ != "PRON"), None)


def _is_cited(verb: Token) -> Token | None:
    """Return whom another cites as he speaks: "the paper cited [two officers] saying that …"."""
    if verb.tag_ != "VBG" or verb.dep_ not in {"acl", "advcl"} or verb.head.i > verb.i:
        return None
    citing = verb.head.head if verb.dep_ == "acl" else verb.head
    cited = [c for c in citing.children if c.dep_ == "dobj" and c.i < verb.i]
    beside = bool(cited) and (verb.head == cited[0] or cited[0].right_edge.i == verb.i - 1)
    return cited[0] if beside and citing.lemma_ in CITING and verb.nbor(-1).text != "," else None


def _writes_to(verb: Token, head: Token) -> Token | None:
    """Return who writes what says something, not to whom: "[They] began writing to rivals saying that …"."""
    to = head.head
    if verb.tag_ != "VBG" or to.lower_ != "to" or not to.i < verb.i or verb.nbor(-1).text == ",":
        return None
    writing = to.nbor(-1) if to.i else to
    if writing.lower_ not in _WRITING or verb.head.i not in {head.i, writing.i, to.head.i}:
        return None
    doing = (t for t in (writing, *writing.ancestors) if any(c.dep_ == "nsubj" for c in t.children))
    writes = next(doing, writing)
    return next((c for c in writes.children if c.dep_ == "nsubj"), None)


_WRITING = frozenset({"write", "writes", "wrote", "written", "writing"})


_BY_TURNS = frozenset({"after", "before", "while", "despite", "by", "without"})


def _named_right_before(verb: Token) -> Token | None:
    """Return who is named before a clause set off: "they saw how [Berg], after railing against it, …"."""
    first = verb.head
    if verb.tag_ != "VBG" or verb.dep_ != "pcomp" or first.lower_ not in _BY_TURNS or first.i != verb.i - 1:
        return None
    name = verb.doc[first.i - 2] if first.i > first.sent.start + 1 and first.nbor(-1).text == "," else verb
    # Where the parse loses the clause, it takes the name for its verb.
    return name if name.tag_ == "NNP" and name.dep_ in {"nsubj", "nsubjpass", "advcl"} else None


_SEEN = frozenset({"show", "see", "hear", "film", "picture", "record"})


def _seen_on(verb: Token, head: Token) -> Token | None:
    """Return who is seen or heard as he speaks: "[A man] was heard on the radio threatening to strike"."""
    on = head.head
    seen = on.head
    if verb.tag_ != "VBG" or verb.dep_ != "acl" or verb.head.i != head.i or on.lower_ not in {"on", "in"}:
        return None
    if head.dep_ != "pobj" or seen.tag_ != "VBN" or seen.lemma_ not in _SEEN:
        return None
    return next((c for c in seen.children if c.dep_ == "nsubjpass" and c.pos_ != "PRON"), None)


def _charged_with(verb: Token, head: Token) -> Token | None:
    """Return whose words others praise, blame or punish: "Lind thanked [Cole] for saying that …".

    Who is called on to apologise for words has said them too.
    """
    while verb.dep_ == "conj" and verb.tag_ == "VBG":
        verb = verb.head
    if verb.tag_ != "VBG" or verb.dep_ != "pcomp" or verb.head.lower_ != "for":
        return None
    deed = verb.head.head
    while deed.dep_ in {"dobj", "pobj", "prep"}:
        deed = deed.head
    if deed.dep_ == "xcomp" and deed.lemma_ in {"apologize", "apologise"}:
        deed = deed.head
    if deed.i != head.head.i or head.dep_ != "nsubj":
        return None
    called = [c for p in deed.children if p.lower_ == "on" and deed.i < p.i < verb.i for c in p.children]
    whom = [c for c in (*deed.children, *called) if c.dep_ in {"dobj", "pobj"} and c.i < verb.i]
    return whom[0] if len(whom) == 1 and whom[0].pos_ in {"NOUN", "PROPN", "PRON"} else None


def _told_on(verb: Token, head: Token) -> Token | None:
    """Return who goes on to speak in what another tells: "Lind says [Cole] vowed to pay and said he would".

    Told in the past, where the other tells it in the present, it is no word of his.
    """
    first = verb.head
    joined = verb.dep_ == "conj" and first.dep_ == "ccomp" and verb.tag_ == first.tag_ == "VBD"
    outer = first.head
    tells = outer.tag_ in {"VBZ", "VBP"} and outer.lemma_ in word_classes().speaking and outer.i < first.i
    if not joined or not tells or head.head.i != outer.i or head.dep_ != "nsubj":
        return None
    return next((c for c in first.children if c.dep_ == "nsubj"), None)


def _adds(verb: Token, head: Token) -> Token | None:
    """Return who adds something, who has said something before: "[Lind] said the ward was full and added"."""
    if verb.lemma_ != "add" or verb.dep_ != "conj" or head.dep_ != "nsubj":
        return None
    above = verb.head
    if above.dep_ != "ccomp" or head.head.i != above.i or verb.tag_ != above.head.tag_:
        return None
    speaks = above.lemma_ in word_classes().speaking or above.head.lemma_ not in word_classes().speaking
    return None if speaks else next((c for c in above.head.children if c.dep_ == "nsubj"), None)


def _acts_by_telling(verb: Token, head: Token) -> Token | None:
    """Return who acts, as another tells, and speaks: "[They] fled, according to Lind, and said it burnt"."""
    teller = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "to" else head
    deed = teller.head
    if teller.lower_ != "according" or verb.dep_ != "conj" or verb.head.i != deed.i or head.i > verb.i:
        return None
    if verb.lemma_ == "add" or any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children):
        return None
    subject = next((c for c in deed.children if c.dep_ == "nsubj" and c.i < deed.i), None)
    return subject if subject is not None and subject.pos_ in {"NOUN", "PROPN"} else None


def _bearer(verb: Token, head: Token, things: tuple[str, ...]) -> Token | None:
    """Return who shows what a thing says: "[Lind] handed out leaflets denouncing the army"."""
    shown = verb.tag_ == "VBG" and verb.dep_ == "acl" and verb.head.i == head.i and head.dep_ == "dobj"
    if not shown or head.lemma_.lower() not in things:
        return None
    return next((c for c in head.head.children if c.dep_ == "nsubj"), None)


def _writing_beside(verb: Token, head: Token) -> Token | None:
    """Return the writing that speaks where the parse takes its place for the speaker too.

    "[A message on the site Nortix] said": the site says nothing.
    """
    beside = [c for c in verb.children if c.dep_ == "nsubj" and c.i < head.i and is_writing(c)]
    return beside[0] if beside and head.dep_ == "nsubj" and head.head.i == verb.i else None
