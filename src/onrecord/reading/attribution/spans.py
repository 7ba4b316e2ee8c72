"""Find the source and the content of a cue over the dependency parse."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from onrecord.codebook.stances import StanceBook
from onrecord.codebook.wordclasses import word_classes
from onrecord.reading.attribution.cues import Cue, goes_on_behind_label, is_lost_verb
from onrecord.reading.attribution.provisos import is_condition, is_proviso
from onrecord.reading.infinitives import is_infinitive
from onrecord.reading.relative_pronouns import meant_by_who
from onrecord.records import Stance

__all__ = [
    "SUMMONS",
    "CueSpans",
    "asks_whether",
    "clean",
    "cue_spans",
    "follows_comma",
    "governing_verb",
    "is_setting",
    "lost_participle",
    "phrase_tokens",
]

SUMMONS = frozenset({"summon"})
"""Verbs whose purpose is carried out with them: "summoned the envoy to protest …"."""

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_OBJECTS = ("dobj", "attr", "oprd", "dative")
_TIMES = frozenset({"DATE", "TIME"})
_EDGE = frozenset({",", ":", ";", "-", "–", "—", ".", "'s"})


@dataclass(frozen=True, slots=True)
class CueSpans:
    """What belongs to one cue, as tokens, sorted.

    Attributes:
        source: The source as written; empty when the text names none.
        content: A clause or quotation that tells what was said; empty when there is none.
        subject: What the stance is taken on, where no clause tells it ("condemned [the shelling]").
        addressee: The one spoken to or accused.
        leaning: The light verb the cue leans on ("[expressed] concern"), part of the cue as told.
    """

    source: tuple[int, ...]
    content: tuple[int, ...]
    subject: tuple[int, ...]
    addressee: tuple[int, ...]
    leaning: tuple[int, ...] = ()


def cue_spans(doc: Doc, cue: Cue, book: StanceBook) -> CueSpans:
    """Return the source, content, subject and addressee of a cue, empty where the parse shows none.

    Args:
        doc: Parsed document.
        cue: One of its cues.
        book: The stance vocabulary.
    """
    head, light_verbs = doc[cue.head], book.light_verbs
    if cue.entry.pos == "phrase":
        return _phrase_spans(doc, cue)
    verb = governing_verb(head) if cue.entry.pos != "verb" else head
    source = _source(doc, cue, verb, light_verbs)
    addressee = _addressee(head, cue)
    content = _clause(head, cue, addressee) or (_clause(verb, cue, addressee) if verb is not None else ())
    if not content and cue.entry.pos == "verb" and "clause" in cue.entry.takes:
        content = _host_clause(head, source)
    if not content and "clause" in cue.entry.takes:
        content = _first_of_two_subjects(head, source)
    subject = () if content else _subject(head, cue, source, book) or _rest(head, cue, source, addressee)
    return CueSpans(source, content, subject, addressee, _leaning(cue, verb, light_verbs))


def _leaning(cue: Cue, verb: Token | None, light_verbs: frozenset[str]) -> tuple[int, ...]:
    light = cue.entry.pos == "noun" and verb is not None and verb.lemma_ in light_verbs
    return (verb.i,) if light and verb is not None and verb.lemma_ != "be" else ()


def follows_comma(token: Token) -> bool:
    """Tell whether a comma stands right before a token; none does before an article's first."""
    return token.i > 0 and token.nbor(-1).text == ","


def phrase_tokens(token: Token, *, without: tuple[int, ...] = ()) -> tuple[int, ...]:
    """Return a token's subtree without the subtrees of `without`, trimmed, sorted."""
    own = [t.i for t in token.subtree]
    left_out = {t.i for i in without if i != token.i and i in own for t in token.doc[i].subtree}
    return clean(token.doc, [i for i in own if i not in left_out])


def clean(doc: Doc, tokens: list[int] | tuple[int, ...]) -> tuple[int, ...]:
    """Return sorted tokens without white space and separating marks at either end."""
    kept = sorted(set(tokens))
    while kept and (doc[kept[0]].is_space or doc[kept[0]].text in _EDGE):
        kept.pop(0)
    while kept and (doc[kept[-1]].is_space or doc[kept[-1]].text in _EDGE or doc[kept[-1]].tag_ == "CC"):
        kept.pop()
    return tuple(kept)


def governing_verb(head: Token) -> Token | None:
    """Return the verb a noun or adjective cue leans on ("expressed concern", "is worried")."""
    if head.dep_ in {"acomp", "attr", "dobj", "oprd"} and head.head.pos_ in {"VERB", "AUX"}:
        return head.head
    if head.dep_ == "nsubj" and head.head.lemma_ == "be":
        return head.head
    if head.dep_ == "conj":
        return governing_verb(head.head)
    if head.pos_ == "VERB":
        return head
    return None


def _source(doc: Doc, cue: Cue, verb: Token | None, light_verbs: frozenset[str]) -> tuple[int, ...]:
    where, head = cue.entry.source, doc[cue.head]
    lost = _source_of_lost_verb(doc, cue, light_verbs) if cue.entry.pos == "noun" else ()
    if lost:
        return lost
    if goes_on_behind_label(head):
        speaking = next((t for t in head.ancestors if t.dep_ == "ccomp"), head).head
        return _subject_phrase(speaking, cue, light_verbs)
    if is_lost_verb(head):
        return next((phrase_tokens(c) for c in head.children if c.dep_ == "compound"), ())
    if where == "possessor" or cue.entry.pos == "noun":
        found = next((c for c in head.children if c.dep_ == "poss"), None)
        if found is not None:
            return phrase_tokens(found)
        told = any(c.dep_ == "acl" and _finite(c) for c in head.children)
        for preposition in ("by", "from", *(("in", "among") if told else ())):
            if (found := _object_of(head, preposition)) is not None:
                return phrase_tokens(found)
        light = verb is not None and (verb.lemma_ in light_verbs or where is None)
        return _subject_phrase(verb, cue, light_verbs) if light and verb is not None else ()
    if where == "object":
        quoted = next((c for c in head.children if c.dep_ in {"dobj", "nsubjpass"}), None)
        return () if quoted is None else phrase_tokens(quoted)
    if where is not None and cue.entry.pos == "verb":
        return _asked(head, where)
    agent = _agent(head) if cue.entry.pos == "verb" and cue.entry.lemmas[0] != "be" else None
    if agent is not None:
        return phrase_tokens(agent)
    for token in (head, *((verb,) if verb else ()), *(doc[i] for i in cue.tokens if i != cue.head)):
        found_phrase = _subject_phrase(token, cue, light_verbs)
        if found_phrase:
            return found_phrase
    return ()


def _source_of_lost_verb(doc: Doc, cue: Cue, light_verbs: frozenset[str]) -> tuple[int, ...]:
    """Return the subject of the sentence's verb for "… and voicing worries", which the parser takes
    for a noun now and then: a light verb's "-ing" form right before the cue shares that subject."""
    if lost_participle(doc, cue, light_verbs) is None:
        return ()
    verb = next((t for t in doc[doc[cue.head].sent.start : cue.head] if t.dep_ == "ROOT"), None)
    return () if verb is None else _subject_phrase(verb, cue, light_verbs)


def lost_participle(doc: Doc, cue: Cue, light_verbs: frozenset[str]) -> Token | None:
    """Return a light verb's "-ing" form right before a noun, which the parser may take for a noun too."""
    before = [doc[i] for i in range(max(doc[cue.head].sent.start, cue.head - 3), cue.head)]
    return next((t for t in before if t.lower_.endswith("ing") and _stem(t.lower_) & light_verbs), None)


def _stem(gerund: str) -> set[str]:
    return {gerund[:-3], f"{gerund[:-3]}e"}


def _asked(verb: Token, preposition: str) -> tuple[int, ...]:
    """Return who was asked in vain: "calls [to the ministry] went unanswered", "requests sent [to it]"."""
    for subject in (c for c in verb.children if c.dep_ in _SUBJECTS):
        sent = [subject, *(t for t in subject.subtree if t.dep_ == "acl")]
        found = next((f for p in (preposition, "with") for t in sent if (f := _object_of(t, p))), None)
        if found is not None:
            return phrase_tokens(found)
    return ()


def _agent(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by" and verb.tag_ == "VBN"):
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def _is_passive(verb: Token) -> bool:
    return any(c.dep_ in {"nsubjpass", "auxpass"} for c in verb.children) or (
        verb.tag_ == "VBN" and verb.dep_ == "acl"
    )


def _subject_phrase(verb: Token, cue: Cue, light_verbs: frozenset[str]) -> tuple[int, ...]:
    subject = _subject_of(verb, light_verbs)
    feeling = cue.entry.pos == "adjective" or cue.entry.lemmas[0] in {"be", "could"}
    feeling = feeling or "be" in cue.entry.lemmas  # "would not be drawn"
    if subject is None or (_is_passive(verb) and not feeling):
        return ()
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    if subject.lower_ in {"it", "there"} and passive:
        return ()
    clauses = tuple(c.i for c in subject.children if c.dep_ in {"relcl", "acl"})
    clauses += (verb.i,) if verb.dep_ == "relcl" else ()
    phrase = phrase_tokens(subject, without=clauses)
    first = next((c for c in subject.head.children if c.dep_ in _SUBJECTS), subject)
    between = subject.doc[first.i : subject.left_edge.i]
    # "firm co-[founder Ana Lind]"
    hyphened = subject.i > 0 and subject.doc[subject.left_edge.i - 1].text == "-"
    paired = subject.dep_ in _SUBJECTS and first.i < subject.i and not hyphened
    if paired and not any(t.text == "," for t in between):
        return tuple(sorted({*phrase_tokens(first), *phrase}))  # one pair of names, parsed as two subjects
    return phrase


def _subject_of(verb: Token, light_verbs: frozenset[str], steps: int = 5) -> Token | None:
    """Return who does a verb: its own subject, or the one it inherits through the parse."""
    # Where the parse gives a verb two subjects, the one before it is its own: "Ships will be sunk, X warned".
    own = next((c for c in reversed(list(verb.children)) if c.dep_ in _SUBJECTS), None)
    if own is not None:
        if own.lower_ in {"who", "which", "that"} and verb.dep_ == "relcl":
            return meant_by_who(verb.head) if own.lower_ == "who" else verb.head
        return own
    if steps == 0 or verb.dep_ == "ROOT":
        return None
    above = verb.head
    if verb.dep_ == "relcl" and not any(c.tag_ in {"WP", "WDT"} for c in verb.children):
        return None
    if verb.dep_ == "acl" and verb.tag_ in {"VBG"}:
        governing = above.head if above.dep_ in {"dobj", "pobj"} else None
        if governing is not None and governing.lemma_ in light_verbs:
            return _subject_of(governing, light_verbs, steps - 1)
        if above.dep_ == "pobj" and above.head.lower_ == "in" and above.head.head.pos_ == "VERB":
            # "In a statement condemning it, the ministry said …"
            return _subject_of(above.head.head, light_verbs, steps - 1)
        return above
    if verb.dep_ == "pcomp" and (accused := _accused(above)) is not None:
        return accused
    purpose = above.lemma_ in SUMMONS  # "summoned the envoy to protest": who summons protests
    if verb.dep_ == "xcomp" and not purpose and any(c.dep_ == "dobj" for c in above.children):
        return next(c for c in above.children if c.dep_ == "dobj")
    if verb.dep_ in {"conj", "xcomp", "advcl", "pcomp", "ccomp", "parataxis", "dep"}:
        while above.dep_ in {"prep", "agent"}:
            above = above.head
        return _subject_of(above, light_verbs, steps - 1) if above.pos_ in {"VERB", "AUX"} else None
    return None


def _accused(preposition: Token) -> Token | None:
    """Return who does what stands behind "of": "accused [Chad] of threatening its neighbours"."""
    verb = preposition.head
    if preposition.lower_ != "of" or verb.pos_ != "VERB":
        return None
    return next((c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}), None)


def _object_of(head: Token, preposition: str) -> Token | None:
    for child in head.children:
        if child.dep_ in {"prep", "agent", "dative"} and child.lower_ == preposition:
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def _addressee(head: Token, cue: Cue) -> tuple[int, ...]:
    where = cue.entry.addressee
    if where is None:
        return ()
    if where == "object":
        for child in head.children:
            if child.dep_ in {"dobj", "dative", "nsubjpass"}:
                return phrase_tokens(child)
            # "urged allies to act": the one urged is the subject of the infinitive.
            if child.dep_ in {"ccomp", "xcomp"} and any(c.lower_ == "to" for c in child.children):
                subject = next((c for c in child.children if c.dep_ == "nsubj"), None)
                if subject is not None and subject.i > head.i:
                    return phrase_tokens(subject)
        return ()
    for i in cue.tokens:
        found = _object_of(head.doc[i], where)
        if found is not None:
            return phrase_tokens(found)
        if head.doc[i].lower_ == where:
            pobj = next((c for c in head.doc[i].children if c.dep_ == "pobj"), None)
            if pobj is not None:
                return phrase_tokens(pobj)
    return ()


def asks_whether(clause: Token) -> bool:
    """Tell whether a clause is an open question: "[whether it was planned]"."""
    return any(c.dep_ == "mark" and c.lower_ == "whether" for c in clause.children)


def _clause(head: Token, cue: Cue, addressee: tuple[int, ...]) -> tuple[int, ...]:
    """Return the clause that tells what was said, () when none hangs on the cue."""
    takes = cue.entry.takes
    for child in (c for token in (head, *(head.doc[i] for i in cue.tokens)) for c in token.children):
        apart = _is_result(child) or is_proviso(child.left_edge) or is_condition(child)
        if apart or child.i in (*cue.tokens, *addressee):
            continue
        infinitive = is_infinitive(child)
        gerund = child.tag_ == "VBG"
        fits = (
            (child.dep_ == "ccomp" and ("clause" in takes or (infinitive and "infinitive" in takes)))
            or (
                child.dep_ in {"xcomp", "advcl"}
                and "infinitive" in takes
                and (infinitive or child.tag_ == "VB")
            )
            or (child.dep_ == "xcomp" and gerund and "gerund" in takes)
            or (child.dep_ == "acl" and child.head.pos_ == "NOUN" and "clause" in takes and _finite(child))
            or (child.dep_ == "acl" and infinitive and "infinitive" in takes)
        )
        if not fits:
            continue
        own = [t.i for t in child.subtree if t.i not in addressee]
        if child.dep_ not in {"xcomp", "advcl"} or not infinitive:
            return clean(child.doc, own)
        thing = _thing_before(head, child, cue, addressee)
        if child.i > head.i and (thing is None or not follows_comma(child.left_edge)):
            return clean(child.doc, [*own, *([] if thing is None else range(thing.left_edge.i, child.i))])
    for token in (head, *(head.doc[i] for i in cue.tokens if i != head.i)):
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ in takes:
                gerund_clause = next((c for c in child.children if c.dep_ == "pcomp"), None)
                if gerund_clause is not None:
                    return phrase_tokens(gerund_clause)
    return ()


def _is_result(clause: Token) -> bool:
    """Tell whether a clause tells what a feeling led to: "so sure of victory [that they left]"."""
    beside = [c for c in clause.head.children if c.i < clause.left_edge.i]
    so = any(c.lower_ == "so" and c.dep_ == "advmod" and c.i < clause.head.i for c in beside)
    behind = any(c.dep_ == "prep" and c.i > clause.head.i for c in beside)
    return so and behind and clause.left_edge.lower_ == "that"


def _thing_before(head: Token, infinitive: Token, cue: Cue, addressee: tuple[int, ...]) -> Token | None:
    """Return what an infinitive only tells the purpose of: "pledged [a million dollars] to help", or None."""
    held = [c for c in head.children if c.dep_ == "dobj"]
    held += [
        c
        for prep in head.children
        if prep.dep_ == "prep" and prep.lower_ in {"on", "for"} and prep.i not in cue.tokens
        for c in prep.children
        if c.dep_ == "pobj"
    ]
    near = [c for c in held if head.i < c.i < infinitive.i and c.i not in (*addressee, *cue.tokens)]
    near = [c for c in near if c.pos_ != "PRON" and c.ent_type_ not in {"PERSON", "GPE", "ORG", "DATE"}]
    return max(near, key=lambda c: c.i, default=None)


def _finite(verb: Token) -> bool:
    """Tell whether a clause has a subject or an auxiliary of its own: no bare participle."""
    return any(c.dep_ in {"nsubj", "nsubjpass", "mark"} or c.tag_ == "MD" for c in verb.children)


def _host_clause(head: Token, source: tuple[int, ...]) -> tuple[int, ...]:
    """Return the sentence around an inserted "X said", which the parse hangs below what was said."""
    if head.dep_ not in {"ccomp", "parataxis", "advcl", "dep", "conj"} or not source:
        return ()
    if not any(c.dep_ in _SUBJECTS for c in head.children):
        return ()
    if head.dep_ in {"advcl", "conj", "ccomp"} and not _between_commas(head):
        return ()
    if any(c.dep_ in _OBJECTS for c in head.children):
        return ()  # "We condemn the raid," it said: what is condemned stands in its own clause
    own = {t.i for t in head.subtree}
    around = [t.i for t in head.head.subtree if t.i not in own]
    return clean(head.doc, around) if len(around) > 2 else ()


def _first_of_two_subjects(head: Token, source: tuple[int, ...]) -> tuple[int, ...]:
    """Return what the parse took for a first subject of the cue: the statement before "X warned"."""
    subjects = [c for c in head.children if c.dep_ in {"nsubj", "nsubjpass"} and c.i not in source]
    return phrase_tokens(subjects[0]) if source and subjects and subjects[0].i < min(source) else ()


def _between_commas(head: Token) -> bool:
    left = head.left_edge.i
    return left > 0 and head.doc[left - 1].text in {",", "”", '"', "—", "–"}


def _subject(head: Token, cue: Cue, source: tuple[int, ...], book: StanceBook) -> tuple[int, ...]:
    for token in _holders(head, cue):
        if token.i not in source and token.i not in cue.tokens:
            phrase = phrase_tokens(token, without=(cue.head,))
            if token.lemma_.lower() in book.signs.get("shares", ()):
                phrase = (*phrase, *_share_of(head, after=phrase[-1]))
            return tuple(i for i in phrase if i not in source and i not in cue.tokens)
    return ()


def _share_of(verb: Token, after: int) -> tuple[int, ...]:
    """Return "in the fighting" after "denied any role", which the parse hangs on the verb."""
    prep = next((c for c in verb.children if c.dep_ == "prep" and c.i == after + 1), None)
    return () if prep is None else phrase_tokens(prep)


def _rest(head: Token, cue: Cue, source: tuple[int, ...], addressee: tuple[int, ...]) -> tuple[int, ...]:
    """Return what follows the cue below it, where the parse shows no object ("condemned in the …").

    Only for cues that need an object; without one they would take a stance on nothing. What is threatened on
    a condition looks like somebody who is: "threatened [a strike if he stayed]".
    """
    needs_object = "object" in cue.entry.takes and cue.entry.stance is not Stance.SAYS
    if cue.entry.pos == "noun" or not (needs_object or "verdict" in cue.entry.takes):
        return ()
    last = max(cue.tokens)
    whom = () if any(is_condition(c) for c in head.children) else addressee
    taken = {*source, *whom, *cue.tokens}
    end = min(_inserted_saying(head), _next_deed(head))
    below = [t.i for t in head.subtree if last < t.i < end and t.i not in taken]
    return () if is_setting(head.doc, below, cue) else clean(head.doc, below)


def _next_deed(head: Token) -> int:
    """Return where the next verb begins behind a comma or "but": "she agreed[, but] added that …"."""
    for verb in (c for c in head.children if c.dep_ == "conj" and c.pos_ == "VERB" and c.i > head.i):
        turn = next((t.i for t in head.doc[head.i + 1 : verb.i] if t.lower_ in {",", "but"}), None)
        if turn is not None and turn == head.i + 1:
            return turn
    return head.sent.end


def _inserted_saying(head: Token) -> int:
    """Return where "…, X said" begins behind what X tells: "demanded a truce, [the envoy said], but …"."""
    told = (c for c in head.children if c.dep_ == "parataxis" and c.lemma_ in word_classes().speaking)
    return next((c.left_edge.i for c in told if c.i > head.i), head.sent.end)


_SETTING = frozenset({"in", "at", "on", "outside", "near", "towards", "toward", "during", "inside", "across"})
_MANNER = frozenset({"term", "word", "language", "tone"})
"""What tells how something is said: "condemn [in strong terms] the raid"."""


def is_setting(doc: Doc, tokens: Collection[int], cue: Cue) -> bool:
    """Tell whether words only tell where or why: "protesting [in the square]", "[there to ask for it]"."""
    tops = [doc[i] for i in tokens if doc[i].head.i not in tokens and not doc[i].is_punct]
    first = doc[min(tokens)].lower_ if tokens else ""
    aims = {t.i for top in tops if top.dep_ == "advcl" and is_infinitive(top) for t in top.subtree}
    hang = all(t.i in aims or (t.dep_ == "prep" and t.head.i in cue.tokens) for t in tops)
    clause = any(doc[i].pos_ in {"VERB", "AUX"} and i not in aims for i in tokens)
    other = any(t.lower_ == "against" or any(c.lemma_ in _MANNER for c in t.children) for t in tops)
    return hang and not clause and not other and first in _SETTING - set(cue.entry.takes)


def _holders(head: Token, cue: Cue) -> Iterator[Token]:
    """Give the tokens that may hold what the stance is taken on, likeliest first."""
    doc, takes = head.doc, cue.entry.takes
    leaning = head.head if cue.entry.pos == "noun" and head.dep_ == "dobj" else None
    members = (head, *((leaning,) if leaning else ()), *(doc[i] for i in cue.tokens if i != cue.head))
    accused = cue.entry.addressee == "object"
    for token in members:
        for child in token.children:
            if child.dep_ == "prep" and (child.lower_ in takes):
                held = (c for c in child.children if c.dep_ in {"pobj", "pcomp"})
                yield from (c for c in held if c.ent_type_ not in _TIMES)
    if "object" in takes and not accused:
        yield from (c for token in members for c in token.children if c.dep_ == "nsubjpass")
        yield from (
            c
            for token in members
            for c in token.children
            if c.dep_ in _OBJECTS and c.tag_ not in {"WDT", "WP"}
        )
        if _is_passive(head) and head.dep_ == "acl":
            yield head.head
        objects = [c for c in head.children if c.dep_ in _OBJECTS]
        if head.dep_ == "relcl" and all(c.tag_ in {"WDT", "WP"} or c.lower_ == "that" for c in objects):
            yield head.head
    for i in cue.tokens:  # "called for [an end]": the preposition is part of the cue
        if doc[i].dep_ == "prep" and doc[i].lower_ in {"for", "of", "from", "to", "on"}:
            yield from (c for c in doc[i].children if c.dep_ in {"pobj", "pcomp"})


def _phrase_spans(doc: Doc, cue: Cue) -> CueSpans:
    """Return the spans of "according to X": X, and the clause it stands in."""
    pobj = next((c for i in cue.tokens for c in doc[i].children if c.dep_ == "pobj"), None)
    if pobj is None:
        return CueSpans((), (), (), ())
    source = phrase_tokens(pobj, without=tuple(c.i for c in pobj.children if c.dep_ == "relcl"))
    first = doc[cue.tokens[0]]
    host = first.head
    while host.pos_ not in {"VERB", "AUX"} and host.head.i != host.i:
        host = host.head
    clause = _clause_top(host)
    own = {t.i for t in first.subtree}
    return CueSpans(source, clean(doc, [t.i for t in clause.subtree if t.i not in own]), (), ())


def _clause_top(verb: Token) -> Token:
    """Return the head of the whole statement a verb belongs to."""
    while verb.dep_ in {"conj", "xcomp", "ccomp", "parataxis"} and verb.head.i != verb.i:
        verb = verb.head
    return verb
