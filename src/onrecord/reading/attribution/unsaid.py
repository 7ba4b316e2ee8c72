"""Tell whether a cue tells of words not said yet: possible, to come, ordered, refused or only asked about."""

from spacy.tokens import Doc, Token

from onrecord.codebook.stances import StanceBook
from onrecord.reading.attribution.cues import Cue, is_negated
from onrecord.reading.attribution.spans import SUMMONS, CueSpans, asks_whether, governing_verb
from onrecord.reading.infinitives import is_infinitive
from onrecord.records import Stance

__all__ = ["MARKS", "QUIET", "unsaid"]

QUIET = frozenset({Stance.SILENT, Stance.DECLINES_TO_CONFIRM})
"""Stances told by what is not said."""

MARKS = frozenset({'"', "“", "”", "''", "``"})
"""Quotation marks as the parser knows them."""

_POSSIBLE = frozenset({"may", "might", "could", "should"})

_SEVERAL = frozenset({"NNS", "NNPS"})

_GUESSING = frozenset({"perhaps", "maybe", "possibly", "presumably", "supposedly", "seldom", "rarely"})
"""Adverbs with which nobody is told to have spoken."""

_EXPECTED = frozenset(
    {"likely", "unlikely", "bound", "certain", "sure", "expected", "due", "scheduled", "poised", "set"}
)
"""Words whose infinitive is to come: "is likely to say"."""

_NOT_YET = frozenset({"need", "have", "want", "ought", "able", "unable", "hope", "plan"})
"""Words whose infinitive is not done."""

_LEFT_OUT = frozenset({"not", "n't", "only", "withhold", "withheld", "omit", "leave"})
"""Words by which a source asks to stay unnamed: "that his name be [withheld]", "to [leave] his name out"."""

_TRIED = frozenset({"try", "attempt", "seek", "continue"})

_PERCEIVED = frozenset({"hear", "see", "watch"})

_CAUSED = frozenset({"let", "help", "make"})
"""Verbs whose bare infinitive is what they bring about: "do not let them tell you"."""

_ALL_SAID = frozenset({"all", "anything", "everything", "much", "nothing"})
_ARGUED = frozenset({"argue", "debate", "disagree", "quarrel", "differ", "bicker", "squabble", "discuss"})
_OPEN = frozenset({"who", "whose", "what", "which", "where", "when", "why", "how", "whether"})
"""Words of what is left open by those who argue over it."""

_WHENEVER = frozenset({"when", "whenever"})
_TIMES = frozenset({"when", "after", "before", "while", "until", "once"})

_ON_THE_DAY = frozenset(
    {
        Stance.SAYS,
        Stance.DEMANDS,
        Stance.CONFIRMS,
        Stance.DENIES,
        Stance.ACCUSES,
        Stance.CONDEMNS,
        Stance.FEARS,
        Stance.DOUBTS,
        Stance.ESTIMATES,
    }
)
"""Stances that a "will" or "would" puts off: "said he would order a review"."""


def unsaid(doc: Doc, cue: Cue, spans: CueSpans, stance: Stance, book: StanceBook) -> bool:
    """Tell whether nothing was said yet: saying that is only possible, to come, or a purpose.

    "Moscow might offer …", "some will say …", "to tell the truth", "if he had told us", "when people ask
    for help". Silence and declining stand: "would not say" is how they are told. "Went on to say" and its
    like are saying.
    """
    head = doc[cue.head]
    if stance in QUIET:
        return _is_unnamed(head)
    verb = head if cue.entry.pos == "verb" else governing_verb(head) or head  # "would raise concerns"
    # "I would," she said: the parse hangs the quoted "would" on "said"; an auxiliary stands close before.
    before = [c for c in verb.children if c.tag_ == "MD" and 0 < verb.i - c.i < 5]
    modals = {c.lower_ for c in before if c.i not in spans.content} | _modals_before(verb)
    if (modals and _is_all_said(verb, spans, stance)) or _is_all_but_silence(head):
        return False
    if modals & _POSSIBLE or (modals and stance in _ON_THE_DAY):
        return not (modals == {"can"} and stance is Stance.CONFIRMS)
    return (
        _is_read(cue, spans, head)
        or _is_guessed(verb)
        or _is_namelessness(doc, head, spans)
        or _is_nothing(head, stance)
        or _is_demanded(verb, book)
        or _is_asked_of_another(head)
        or _is_expected(head)
        or _is_to_be_heard(head)
        or _beside_possible(head)
        or _would_tell(head, modals)
        or _is_to_be_tried(head)
        or head.dep_ == "csubj"  # "finding the boat had been a boost"
        or _is_condition(head)
        or (head.tag_ == "VB" and head.head.lemma_ in _CAUSED)
        or _is_order(head, spans)
        or _is_held_back(head, book)
        or _is_compared(verb)
        or _is_interrogated(head)
        or _is_asked(head, spans)
        or _is_set_aside(doc, cue, spans)
        or _is_purpose(doc, cue, book)
    )


def _modals_before(verb: Token) -> set[str]:
    """Return the modals that a bare verb shares with the one it is joined to: "will go home and [tell]"."""
    own = any(c.dep_ in {"aux", "nsubj", "nsubjpass", "mark"} for c in verb.children)
    if verb.tag_ != "VB" or verb.dep_ != "conj" or own:
        return set()
    return {c.lower_ for c in verb.head.children if c.tag_ == "MD"} | _modals_before(verb.head)


def _is_all_said(verb: Token, spans: CueSpans, stance: Stance) -> bool:
    """Tell whether somebody said so much and no more: "would [only] say that …", "would say only that …"."""
    only = any(t.lower_ == "only" for t in verb.doc[max(0, verb.i - 1) : verb.i + 2])
    told = stance in {Stance.SAYS, Stance.CONFIRMS}
    that = bool(spans.content) and spans.content[0] > verb.i and verb.doc[spans.content[0]].lower_ == "that"
    return only and told and (that or any(c.dep_ == "ccomp" and c.i > verb.i for c in verb.children))


def _is_all_but_silence(head: Token) -> bool:
    """Tell whether it is all that somebody said who is silent otherwise: "no comment, [except to say …]"."""
    before = head.doc[max(head.left_edge.i - 2, 0) : head.i]
    words = [t.lower_ for t in before]
    return is_infinitive(head) and (
        "except" in words or words[-3:-1] == ["other", "than"] or "beyond" in words
    )


def _is_namelessness(doc: Doc, head: Token, spans: CueSpans) -> bool:
    """Tell whether a source only asks to stay unnamed: "asked [not to be named]"."""
    if head.lemma_ not in {"ask", "request"}:
        return False
    asked = {doc[i].lemma_.lower() for i in (*spans.content, *spans.subject)}
    named = not asked.isdisjoint({"name", "identify", "quote"}) and not asked.isdisjoint(_LEFT_OUT)
    return named or not asked.isdisjoint({"anonymous", "anonymity"})


def _is_unnamed(head: Token) -> bool:
    """Tell whether a source only declined to be named: "refused [to be identified]"."""
    return any(
        told.lemma_ in {"name", "identify", "quote"} and is_infinitive(told)
        for told in head.children
        if told.dep_ in {"xcomp", "ccomp"} and any(c.dep_ == "auxpass" for c in told.children)
    )


def _is_compared(verb: Token) -> bool:
    """Tell whether words only measure something: "more [than they admit]", "as rich [as he claims]"."""
    if verb.dep_ != "advcl" or verb.head.i > verb.i:
        return False
    marks = {c.lower_ for c in verb.children if c.dep_ == "mark"}
    if "as" in marks and any(c.dep_ == "ccomp" and asks_whether(c) for c in verb.head.children):
        return True  # "does not tell whether he was armed, as they say"
    beside = any(c.lower_ == "as" and c.i < verb.head.i for c in verb.head.children)
    return "than" in marks or ("as" in marks and beside and verb.head.pos_ in {"ADJ", "ADV"})


def _is_interrogated(verb: Token) -> bool:
    """Tell whether people are questioned, no claims: "[they] were questioned by the police"."""
    whom = next((c for c in verb.children if c.dep_ in {"nsubjpass", "dobj"}), None)
    if verb.lemma_ != "question" or whom is None:
        return False
    return whom.ent_type_ == "PERSON" or (whom.tag_ == "PRP" and whom.lower_ != "it")


def _beside_possible(head: Token) -> bool:
    """Tell whether a participle goes with what only may be done.

    "Chad could go on, [pushing] for it", "people [worried] about the dam might ask".
    """
    may_act = (
        head.dep_ == "acl" and head.tag_ == "VBN" and head.head.dep_ == "nsubj" and head.head.tag_ in _SEVERAL
    )
    if may_act and any(c.tag_ == "MD" and c.lower_ in _POSSIBLE for c in head.head.head.children):
        return True
    if head.tag_ != "VBG" or head.dep_ != "advcl" or head.i < head.head.i:
        return False
    return any(c.tag_ == "MD" and c.lower_ in _POSSIBLE and c.i < head.i for c in head.head.children)


def _is_expected(head: Token) -> bool:
    """Tell whether words are only looked for: "are likely [to say]", "is due [to announce]"."""
    return (
        head.tag_ == "VB" and head.dep_ == "xcomp" and is_infinitive(head) and head.head.lower_ in _EXPECTED
    )


def _would_tell(head: Token, modals: set[str]) -> bool:
    """Tell whether something only would be told: "a plan that would [back] it", "would have said so"."""
    if "would" not in modals:
        return False
    leads = (t for c in head.children if c.dep_ in {"nsubj", "prep"} and c.i < head.i for t in c.subtree)
    which = any(t.lower_ in {"that", "which"} and t.tag_ in {"WDT", "WP", "IN"} for t in leads)
    return head.tag_ == "VBN" or (which and head.dep_ == "relcl" and head.head.pos_ == "NOUN")


def _is_to_be_tried(head: Token) -> bool:
    """Tell whether saying is only what somebody will try: "will probably try to [paint] it as a plot"."""
    tried = head.dep_ == "xcomp" and is_infinitive(head) and head.head.lemma_ in _TRIED
    return tried and any(c.tag_ == "MD" and c.i < head.head.i for c in head.head.children)


def _is_read(cue: Cue, spans: CueSpans, head: Token) -> bool:
    """Tell whether a writing is read and does not speak: "read the paper's piece"."""
    objects = {c.i for c in head.children if c.dep_ == "dobj"}
    return cue.entry.speaker == "document" and not objects.isdisjoint(spans.source)


def _is_nothing(head: Token, stance: Stance) -> bool:
    """Tell whether what is promised is nothing: "offered no proof"."""
    objects = [c for c in head.children if c.dep_ == "dobj"]
    none = any(c.dep_ == "det" and c.lower_ == "no" for noun in objects for c in noun.children)
    return none and stance is Stance.PROMISES


def _is_to_be_heard(head: Token) -> bool:
    """Tell whether somebody will be seen or heard doing it: "you'll hear him defend it and [offer] …"."""
    while head.dep_ == "conj" and head.tag_ == "VB":
        head = head.head
    above = head.head
    bare = head.tag_ == "VB" and head.dep_ in {"ccomp", "xcomp"} and not is_infinitive(head)
    return bare and above.lemma_ in _PERCEIVED and any(c.tag_ == "MD" for c in above.children)


def _is_guessed(verb: Token) -> bool:
    """Tell whether the outlet guesses at words, asks for them or misses them.

    "Perhaps recognising that …", "did not say whether Chad backs the plan", "it seldom admits losses".
    """
    if any(c.dep_ == "advmod" and c.lower_ in _GUESSING for c in verb.children):
        return True
    return verb.dep_ == "ccomp" and asks_whether(verb) and verb.head.lemma_ != "ask"


def _is_demanded(verb: Token, book: StanceBook) -> bool:
    """Tell whether words are only what somebody demands of another: "demanded that Chad make a pledge"."""
    parts = {c.dep_ for c in verb.children}
    whom = any(c.dep_ == "dobj" and c.i < verb.i for c in verb.head.children)
    bare = verb.dep_ == "ccomp" and "aux" not in parts
    subjunctive = bare and ((verb.tag_ == "VB" and "nsubj" in parts) or (verb.tag_ == "VBP" and whom))
    return subjunctive and any(
        one.stance is Stance.DEMANDS and one.lemmas == (verb.head.lemma_,) for one in book.cues
    )


_ASKING = frozenset(
    {
        "urge", "ask", "order", "tell", "force", "persuade", "convince", "invite", "encourage", "request",
        "instruct", "command", "require", "want", "compel", "pressure", "advise", "beg", "implore", "exhort",
    }
)  # fmt: skip
"""Verbs that bring another to do something."""


def _is_asked_of_another(head: Token) -> bool:
    """Tell whether another is brought or asked to say it: "urged the mayor to resign and [say] so"."""
    verb = head
    while verb.dep_ == "conj" and verb.tag_ == verb.head.tag_ == "VB" and not _has_own_subject(verb):
        verb = verb.head
    above = verb.head
    whom = any(c.dep_ == "dobj" and above.i < c.i < verb.i for c in above.children)
    joined = verb.i < head.i and verb.dep_ == "xcomp" and is_infinitive(verb)
    return joined and whom and above.lemma_ in _ASKING


def _is_condition(head: Token) -> bool:
    """Tell whether a cue stands below "if", or in the present below "when": "when people ask for help"."""
    verb = head
    while verb.dep_ == "conj" and verb.tag_ == verb.head.tag_ and not _has_own_subject(verb):
        verb = verb.head  # "if it shelled the port and [said] so"
    verb = verb.head if verb.dep_ == "xcomp" else verb
    if verb.dep_ in {"advcl", "ROOT"} and any(c.dep_ == "mark" and c.lower_ == "if" for c in verb.children):
        return True
    at_times = head.dep_ == "advcl" and head.tag_ in {"VBP", "VBZ"}
    return at_times and any(c.lower_ in _WHENEVER for c in head.children)


_ALIKE_IN_PAST = frozenset({"put", "read", "set"})
"""Verbs whose past looks like an order."""


def _is_order(head: Token, spans: CueSpans) -> bool:
    """Tell whether a cue tells the reader or hearer what to do: "read the piece", "tell me what you saw"."""
    quoted = head.dep_ == "ccomp" and head.tag_ == "VB" and head.i < head.head.i and not is_infinitive(head)
    if head.tag_ not in {"VB", "VBP"} or not (quoted or head.dep_ in {"ROOT", "conj", "parataxis"}):
        return False
    if head.lower_ in _ALIKE_IN_PAST and spans.source and max(spans.source) < head.i:
        return False  # "Bo Lind, its spokesman, put the dead at 19"
    called = [c for c in head.children if c.dep_ == "nsubj" and c.tag_ == "NNP" and head.tag_ == "VB"]
    parts = [c for c in head.children if c not in called]
    bare = not any(c.dep_ in {"nsubj", "nsubjpass", "aux", "csubj", "expl"} for c in parts)
    if called and bare:
        return True  # "Mr. Marsh, tell me what you saw"
    shares = head.dep_ == "conj" and any(c.dep_ in {"nsubj", "aux"} for c in head.head.children)
    return bare and not shares and (not spans.source or min(spans.source) > head.i)


def _is_held_back(head: Token, book: StanceBook) -> bool:
    """Tell whether a cue hangs below a verb of not doing ("refused to endorse")."""
    if head.lower_ == "according":
        return False
    if head.dep_ == "acl" and head.tag_ == "VBG" and head.head.tag_ == "NNS":
        return head.head.lemma_ in book.signs.get("holding_back", ())  # "Lind [avoids] condemning it"
    for _ in range(3):
        if head.dep_ not in {"xcomp", "pcomp", "prep", "acomp", "advmod"}:
            return False  # "stopped short of denouncing" has an adverb in between
        head = head.head
        if head.lemma_ in book.signs.get("holding_back", ()):
            return not is_negated(head)
    return False


def _is_asked(head: Token, spans: CueSpans) -> bool:
    """Tell whether somebody only wonders if it was said: "But has he called for a vote?"."""
    turned = any(
        c.dep_ in {"aux", "auxpass"} and spans.source and c.i < min(spans.source) for c in head.children
    )
    return turned and any(token.text == "?" for token in head.sent[-3:])


def _is_set_aside(doc: Doc, cue: Cue, spans: CueSpans) -> bool:
    """Tell whether what was found as said is no statement of the cue's source.

    "What Marsh says the plan would do" is a thing talked of; the clause around "when the office released
    its estimate" is the outlet's; who "has yet to explain" has explained nothing.
    """
    head = doc[cue.head]
    said = spans.content
    if head.dep_ == "relcl" and head.head.lower_ in _ALL_SAID and head.head.i in said:
        return True  # "everything he says is a lie"
    if head.dep_ == "pcomp" and any(t.lower_ == "what" for t in head.subtree if t.i < head.i):
        return True  # "between what the army says it controls and …"
    if head.dep_ == "conj" and spans.source and doc[min(spans.source) - 1].lower_ in {"how", "what", "why"}:
        return True  # "… and how experts say it works differ"
    if said and head.lemma_ in _ARGUED and doc[said[0]].lower_ in _OPEN:
        return True  # "argued over who fired first"
    if said and doc[said[0]].lower_ in {"what", "how"} and len(said) > 1 and said[0] < cue.head < said[1]:
        return head.dep_ in {"pcomp", "csubj", "pobj"} or head.head.dep_ == "pcomp"
    if any(c.lower_ == "yet" for c in head.head.children) and head.dep_ == "xcomp":
        return cue.entry.stance is Stance.SAYS
    unquoted = next((at for at, i in enumerate(said) if doc[i].text in MARKS), len(said))
    return _is_time_of(head, said, said[:unquoted])


def _is_time_of(head: Token, said: tuple[int, ...], unquoted: tuple[int, ...]) -> bool:
    """Tell whether a cue stands in a clause that tells when happened what was found as said."""
    while head.head.i != head.i and head.i not in said:
        timed = any(c.lower_ in _TIMES and c.dep_ in {"advmod", "mark"} for c in head.children)
        if head.dep_ == "advcl" and timed and head.head.i in unquoted:
            return True
        head = head.head
    return False


def _has_own_subject(head: Token) -> bool:
    return any(c.dep_ in {"nsubj", "nsubjpass", "aux"} for c in head.children)


def _is_purpose(doc: Doc, cue: Cue, book: StanceBook) -> bool:
    """Tell whether a cue is an infinitive that nobody carried out: "to tell the truth"."""
    head = doc[cue.head]
    top = head
    while top.dep_ == "conj" and top.tag_ == top.head.tag_ == "VB" and not _has_own_subject(top):
        top = top.head
    if top.dep_ == "xcomp" and top.head.lemma_ in _NOT_YET:
        head = top  # "need to come out and [tell] us"; "took to the air to accuse and [urge] them" did
    infinitive = head.tag_ == "VB" and is_infinitive(head)
    carried_out = head.dep_ == "xcomp" and head.head.lemma_ in book.signs.get("going_on", ())
    carried_out = carried_out or (head.dep_ in {"advcl", "xcomp"} and head.head.lemma_ in SUMMONS)
    leads = all(doc[i].lower_ == "to" for i in cue.tokens if i < head.i)
    return infinitive and leads and not carried_out
