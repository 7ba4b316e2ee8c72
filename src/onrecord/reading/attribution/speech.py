"""Tell whether somebody is on record at a cue: with words of their own, and not only perhaps or in future."""

from spacy.tokens import Doc, Token

from onrecord.codebook.stances import StanceBook
from onrecord.reading.attribution.cues import Cue, is_negated
from onrecord.reading.attribution.sources import is_somebody
from onrecord.reading.attribution.spans import SUMMONS, CueSpans, governing_verb
from onrecord.reading.attribution.stance import head_of
from onrecord.reading.layers import Attribution
from onrecord.records import Party, PartyKind, Stance

__all__ = ["is_firm", "is_nobody", "speaks", "undergoes", "unsaid"]

_GOING_ON = frozenset({"go", "continue", "proceed", "move", "rush", "come", "begin", "start", "keep"})
"""Verbs whose infinitive is done: "went on to say"."""

_CAUSED = frozenset({"let", "help", "make"})
"""Verbs whose bare infinitive is what they bring about: "do not let them tell you"."""

_WHENEVER = frozenset({"when", "whenever"})

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

_HOLDING_BACK = frozenset({"refuse", "decline", "avoid", "refrain", "steer", "hesitate", "resist"})
"""Verbs whose infinitive or gerund is not done: "refused to endorse", "steered clear of criticising"."""

_DONE_TO = frozenset(
    {"accuse", "charge", "suspect", "indict", "expect", "ask", "order", "urge", "implicate", "hold", "blame"}
)
"""Verbs whose bare participle is told of the one they are done to."""

_ANYONE = frozenset({"anyone", "anybody", "someone", "somebody", "everyone", "everybody", "nobody"})
_HARDLY_ANY = frozenset({"few", "no"})

_QUIET = frozenset({Stance.SILENT, Stance.DECLINES_TO_CONFIRM})
_MARKS = frozenset({'"', "“", "”", "''", "``"})
_EVERYDAY = frozenset({Stance.SUPPORTS, Stance.PROMISES, Stance.DOUBTS})
"""Stances whose words also tell everyday deeds: to offer, to back, to question."""

_SHORT = frozenset({"it", "them", "him", "her", "this", "that", "you", "me", "us", "which", "who"})


def speaks(doc: Doc, cue: Cue, spans: CueSpans, stance: Stance, book: StanceBook) -> bool:
    """Tell whether a cue really attributes something to someone.

    A verb needs a source or something said; plain saying needs both, or it is only talk of talk. Who claims
    a deed is on record with the deed alone ("claimed the attack", "claimed responsibility for it").
    """
    said = spans.content or spans.subject
    if stance in _QUIET:
        return bool(spans.source)
    if stance is Stance.SAYS:
        # What calls something nothing has no stance by now.
        words = "verdict" in cue.entry.takes or _is_speech(doc, said) or _claims_deed(doc, cue, said, book)
        return bool(spans.source) and words
    last = doc[cue.tokens[-1]]
    aiding = cue.entry.lemmas[-1] in {"by", "with", "behind"} and last.lower_ == cue.entry.lemmas[-1]
    if aiding and not any(c.dep_ == "pobj" or c.tag_ == "VBG" for c in last.children):
        return False  # "is standing by to fly"
    if cue.entry.pos == "noun" and not _is_uttered(doc, cue, spans, stance, book):
        return False
    if cue.entry.pos in {"noun", "phrase"}:
        return bool(spans.source) and bool(said)
    return bool(said) and (bool(spans.source) or doc[cue.head].tag_ in {"VBN", "VBD"})


_FELT = frozenset({Stance.FEARS, Stance.DOUBTS, Stance.SUPPORTS, Stance.CONDEMNS})
"""Stances whose nouns name what is felt: said only where a verb says them ("voiced doubts")."""


def _is_uttered(doc: Doc, cue: Cue, spans: CueSpans, stance: Stance, book: StanceBook) -> bool:
    """Tell whether a noun of saying or feeling is somebody's words, and not only talked of.

    "Voiced concern", "the ministry's claim that …"; not "amid fears", "ignored warnings", "her voters'
    support".
    """
    verb = governing_verb(doc[cue.head])
    light = verb is not None and verb.lemma_ in book.light_verbs
    light = light or (doc[cue.head].dep_ == "nsubjpass" and doc[cue.head].head.lemma_ in book.light_verbs)
    head = doc[cue.head]
    from_whom = {"by"} if stance in _FELT else {"by", "from"}
    owned = any(c.dep_ == "poss" or c.lower_ in from_whom for c in head.children)
    clause = head_of(doc, spans.content)
    told = clause is not None and clause.pos_ in {"VERB", "AUX"} and clause.i != head.head.i
    among = any(c.lower_ in {"in", "among"} for c in head.children)
    verb_taken_for_noun = head.dep_ == "ROOT"
    if verb is not None and verb.lemma_ == "cite" and stance is not Stance.FEARS:
        return False  # "cited criticism of the host": whose, nobody tells
    counted = any(doc[i].like_num for i in (*spans.content, *spans.subject))
    if stance is Stance.ESTIMATES and not told and not counted:
        return False
    return light or ((owned or among) and told) or (owned and stance not in _FELT) or verb_taken_for_noun


def unsaid(doc: Doc, cue: Cue, spans: CueSpans, stance: Stance) -> bool:
    """Tell whether nothing was said yet: saying that is only possible, to come, or a purpose.

    "Moscow might offer …", "some will say …", "to tell the truth", "if he had told us", "when people ask
    for help". Silence and
    declining stand: "would not say" is how they are told. "Went on to say" and its like are saying.
    """
    if stance in _QUIET:
        return False
    head = doc[cue.head]
    # "I would," she said: the parse hangs the quoted "would" on "said"; an auxiliary stands close before.
    before = [c for c in head.children if c.tag_ == "MD" and 0 < head.i - c.i < 5]
    modals = {c.lower_ for c in before if c.i not in spans.content}
    if modals & {"may", "might", "could", "should"} or (modals and stance in _ON_THE_DAY):
        return not (modals == {"can"} and stance is Stance.CONFIRMS)
    if cue.entry.speaker == "document" and any(
        c.dep_ == "dobj" and c.i in spans.source for c in head.children
    ):
        return True  # "read the paper's piece"
    if head.dep_ == "csubj":
        return True  # "finding the boat had been a boost"
    verb = head.head if head.dep_ == "xcomp" else head
    if verb.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "if" for c in verb.children):
        return True
    at_times = head.dep_ == "advcl" and head.tag_ in {"VBP", "VBZ"}
    if at_times and any(c.lower_ in _WHENEVER for c in head.children):
        return True
    if head.tag_ == "VB" and head.head.lemma_ in _CAUSED:
        return True
    if _is_order(doc, cue, spans) or _is_held_back(head) or _is_asked(doc, cue, spans):
        return True
    if _is_set_aside(doc, cue, spans):
        return True
    infinitive = head.tag_ == "VB" and any(c.lower_ == "to" and c.dep_ == "aux" for c in head.children)
    carried_out = head.dep_ == "xcomp" and head.head.lemma_ in _GOING_ON
    carried_out = carried_out or (head.dep_ in {"advcl", "xcomp"} and head.head.lemma_ in SUMMONS)
    leads = all(doc[i].lower_ == "to" for i in cue.tokens if i < head.i)
    return infinitive and leads and not carried_out


def _is_order(doc: Doc, cue: Cue, spans: CueSpans) -> bool:
    """Tell whether a cue tells the reader or hearer what to do: "read the piece", "tell me what you saw"."""
    head = doc[cue.head]
    if head.tag_ not in {"VB", "VBP"} or head.dep_ not in {"ROOT", "conj", "parataxis"}:
        return False
    called = [c for c in head.children if c.dep_ == "nsubj" and c.tag_ == "NNP" and head.tag_ == "VB"]
    parts = [c for c in head.children if c not in called]
    bare = not any(c.dep_ in {"nsubj", "nsubjpass", "aux", "csubj", "expl"} for c in parts)
    if called and bare:
        return True  # "Mr. Marsh, tell me what you saw"
    above = head.head
    shares = head.dep_ == "conj" and any(c.dep_ in {"nsubj", "aux"} for c in above.children)
    return bare and not shares and (not spans.source or min(spans.source) > head.i)


def _is_asked(doc: Doc, cue: Cue, spans: CueSpans) -> bool:
    """Tell whether somebody only wonders if it was said: "But has he called for a vote?"."""
    head = doc[cue.head]
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
    if head.dep_ == "pcomp" and any(c.lower_ == "what" for c in head.children):
        return True
    if said and doc[said[0]].lower_ in {"what", "how"} and len(said) > 1 and said[0] < cue.head < said[1]:
        return head.dep_ in {"pcomp", "csubj", "pobj"} or head.head.dep_ == "pcomp"
    if any(c.lower_ == "yet" for c in head.head.children) and head.dep_ == "xcomp":
        return cue.entry.stance is Stance.SAYS
    above = head
    if any(doc[i].text in _MARKS for i in said):
        return False
    while above.head.i != above.i and above.i not in said:
        timed = any(c.lower_ in _TIMES and c.dep_ in {"advmod", "mark"} for c in above.children)
        if above.dep_ == "advcl" and timed and above.head.i in said:
            return True
        above = above.head
    return False


_TIMES = frozenset({"when", "after", "before", "while", "until", "once"})


def _is_held_back(head: Token) -> bool:
    """Tell whether a cue hangs below a verb of not doing ("refused to endorse")."""
    for _ in range(3):
        if head.dep_ not in {"xcomp", "pcomp", "prep", "acomp"}:
            return False
        head = head.head
        if head.lemma_ in _HOLDING_BACK:
            return not is_negated(head)
    return False


def undergoes(doc: Doc, cue: Cue, source: tuple[int, ...]) -> bool:
    """Tell whether what was found as a source is whom it is said of: "[the men] stood accused of theft"."""
    head = doc[cue.head]
    if head.tag_ != "VBN" or head.lemma_ not in _DONE_TO or cue.entry.source is not None:
        return False
    if any(c.dep_ == "aux" and c.lemma_ == "have" for c in head.children):
        return False
    subjects = {c.i for c in head.children if c.dep_ in {"nsubj", "nsubjpass"}}
    above = {head.head.i} if head.dep_ in {"acl", "relcl"} else set()
    if head.dep_ in {"acomp", "xcomp", "oprd", "advcl"}:
        subjects |= {c.i for c in head.head.children if c.dep_ == "nsubj"}
    return not (subjects | above).isdisjoint(source)


def is_nobody(doc: Doc, source: tuple[int, ...], sources: tuple[Party, ...], book: StanceBook) -> bool:
    """Tell whether a source is nobody in particular: "some", "many of his supporters"."""
    if len(source) == 1 and doc[source[0]].lower_ in book.signs.get("nobody", ()):
        return True
    head = head_of(doc, source)
    if head is None:
        return False
    if any(c.lower_ in _HARDLY_ANY for c in head.children) or (head.like_num and len(source) == 1):
        return True
    loose = all(c.dep_ == "det" or c.lower_ in {"many", "most", "some"} for c in head.children)
    if head.lower_ == "people" and loose:
        return True
    return not is_somebody(sources) and head.lower_ in {*book.signs.get("shares_of", ()), *_ANYONE}


def is_firm(doc: Doc, made: Attribution) -> bool:
    """Tell whether what the rules found and the encoder did not see stands by itself.

    It does when a clause or quotation is told, or when somebody takes a stance on more than a pronoun;
    everyday words ("offering an address") need a known party, not only a description.
    """
    if made.stance in _QUIET or _is_speech(doc, made.content):
        return True
    words = [doc[i] for i in made.content or made.subject]
    if not made.source_tokens or (len(words) == 1 and words[0].lower_ in _SHORT):
        return False
    known = any(party.kind is not PartyKind.UNKNOWN or party.sector is not None for party in made.sources)
    return known or made.stance not in _EVERYDAY


def _is_speech(doc: Doc, said: tuple[int, ...]) -> bool:
    """Tell whether something plainly said is words: a clause, a quotation or a number, not only a thing.

    "Posted images" and "described the plan" tell nothing that anybody is on record with.
    """
    head = head_of(doc, said)
    if head is None:
        return False
    clause = head.pos_ in {"VERB", "AUX"} or any(c.dep_ in {"nsubj", "nsubjpass"} for c in head.children)
    return clause or any(doc[i].text in _MARKS or doc[i].like_num for i in said)


def _claims_deed(doc: Doc, cue: Cue, said: tuple[int, ...], book: StanceBook) -> bool:
    head = head_of(doc, said)
    if head is None or cue.entry.lemmas[0] != "claim":
        return False
    return len(cue.entry.lemmas) > 1 or head.lemma_.lower() in book.signs.get("own_doing", ())
