"""Tell whether somebody is on record at a cue, with words of their own."""

from spacy.tokens import Doc, Token

from onrecord.codebook.stances import StanceBook
from onrecord.codebook.wordclasses import word_classes
from onrecord.reading.attribution.content import is_label
from onrecord.reading.attribution.cues import Cue
from onrecord.reading.attribution.framing import frame_of
from onrecord.reading.attribution.source_kinds import is_known, is_unsigned_writing, written_by
from onrecord.reading.attribution.spans import CueSpans, governing_verb, lost_participle
from onrecord.reading.attribution.unsaid import MARKS, QUIET
from onrecord.reading.attribution.wording import head_of
from onrecord.reading.infinitives import FINITE, is_infinitive
from onrecord.reading.layers import Attribution
from onrecord.records import Stance

__all__ = ["is_firm", "is_speech", "speaks", "undergoes"]

_EVERYDAY = frozenset({Stance.SUPPORTS, Stance.PROMISES, Stance.DOUBTS})
"""Stances whose words also tell everyday deeds: to offer, to back, to question."""

_HELD = frozenset({"say", "fear", "believe", "think", "presume", "report"})
"""Verbs of whose bare participle the noun is what is said of."""

_TOLD = frozenset({"tell", "inform", "notify", "assure"})
"""Verbs of whose passive the subject is told, and tells nothing."""

_SHORT = frozenset({"it", "them", "him", "her", "this", "that", "you", "me", "us", "which", "who"})


def speaks(doc: Doc, cue: Cue, spans: CueSpans, stance: Stance, book: StanceBook) -> bool:
    """Tell whether a cue really attributes something to someone.

    A verb needs a source or something said; plain saying needs both, or it is only talk of talk. Who claims
    a deed is on record with the deed alone ("claimed the attack", "claimed responsibility for it").
    """
    said = spans.content or spans.subject
    if stance in QUIET:
        return bool(spans.source) and not (
            cue.entry.stance is Stance.SAYS and _keeps_nothing(doc, spans.source)
        )
    if _is_made(doc, cue) or _is_answered(doc, cue, said) or _expels(doc[cue.head]):
        return False
    if stance is Stance.SAYS:
        # What calls something nothing has no stance by now.
        labelled = "verdict" in cue.entry.takes or is_label(doc[cue.head], book)
        labelled = labelled or cue.entry.lemmas[0] in book.signs.get("ascribing", ())
        words = labelled or is_speech(doc, said) or _claims_deed(doc, cue, said, book)
        return bool(spans.source) and (words or _reports_deed(doc, cue, said))
    last = doc[cue.tokens[-1]]
    aiding = cue.entry.lemmas[-1] in {"by", "with", "behind"} and last.lower_ == cue.entry.lemmas[-1]
    if aiding and not any(c.dep_ == "pobj" or c.tag_ == "VBG" for c in last.children):
        return False  # "is standing by to fly"
    framing = frame_of(doc, cue, book) is not None
    if cue.entry.pos == "noun" and not framing and not _is_uttered(doc, cue, spans, stance, book):
        return False
    if cue.entry.pos in {"noun", "phrase"}:
        return bool(spans.source) and bool(said)
    return bool(said) and (bool(spans.source) or doc[cue.head].tag_ in {"VBN", "VBD"})


def _keeps_nothing(doc: Doc, source: tuple[int, ...]) -> bool:
    """Tell whether what does not tell it is a writing nobody speaks in: "the survey did not explain it"."""
    head = head_of(doc, source)
    return head is not None and is_unsigned_writing(head)


_SENDING = frozenset({"order", "tell", "ask", "give"})
_LEAVING = frozenset({"leave", "depart"})
_ENVOYS = frozenset(
    {"diplomat", "ambassador", "envoy", "consul", "attache", "attaché", "chargé", "charge", "coordinator"}
)


def _expels(verb: Token) -> bool:
    """Tell whether the words are the deed of expelling: "ordered two [envoys] to leave", not "its"."""
    if verb.lemma_ not in _SENDING:
        return False
    going = [t for t in verb.subtree if t.lemma_ in _LEAVING and t.i > verb.i and is_infinitive(t)]
    sent = (c for top in (verb, *going) for c in top.children if c.dep_ in {"dobj", "dative", "nsubj"})
    return bool(going) and any(
        c.i > verb.i and c.lemma_.lower() in _ENVOYS and all(o.tag_ != "PRP$" for o in c.children)
        for c in sent
    )


_ANSWERING = frozenset({"respond", "reply", "react"})


def _is_made(doc: Doc, cue: Cue) -> bool:
    """Tell whether something is written as a work is: "the song was written by Ann Cole"."""
    head = doc[cue.head]
    return cue.entry.lemmas == ("write",) and any(c.dep_ == "nsubjpass" for c in head.children)


def _is_answered(doc: Doc, cue: Cue, said: tuple[int, ...]) -> bool:
    """Tell whether what was found as said is what somebody answers: "responded to [the claim that …]"."""
    top = head_of(doc, said)
    if top is not None and top.dep_ == "acl":
        top = top.head
    to = top is not None and top.dep_ == "pobj" and top.head.lower_ == "to" and top.head.head.i == cue.head
    return to and cue.entry.lemmas[0] in _ANSWERING


_FELT = frozenset({Stance.FEARS, Stance.DOUBTS, Stance.SUPPORTS, Stance.CONDEMNS})
"""Stances whose nouns name what is felt: said only where a verb says them ("voiced doubts")."""


def _leads_to(verb: Token) -> bool:
    """Tell whether a deed raises feelings of others: "tested a missile, [raising] fears of a war".

    Who writes or speaks raises his own: "wrote to the board, raising concerns".
    """
    deed = verb.head
    classes = word_classes()
    said = classes.speaking | classes.on_others | classes.issuing | _ADDRESSING
    result = verb.lemma_ == "raise" and verb.tag_ == "VBG" and verb.dep_ == "advcl" and deed.i < verb.i
    return result and verb.nbor(-1).text == "," and deed.pos_ == "VERB" and deed.lemma_ not in said


_ADDRESSING = frozenset(
    {"speak", "appear", "meet", "address", "respond", "react", "comment", "file", "email"}
)


def _is_uttered(doc: Doc, cue: Cue, spans: CueSpans, stance: Stance, book: StanceBook) -> bool:
    """Tell whether a noun of saying or feeling is somebody's words, and not only talked of.

    "Voiced concern", "the ministry's claim that …"; not "amid fears", "ignored warnings", "her voters'
    support".
    """
    head = doc[cue.head]
    verb = governing_verb(head)
    light = verb is not None and verb.lemma_ in book.light_verbs
    light = light or (head.dep_ == "nsubjpass" and head.head.lemma_ in book.light_verbs)
    light = light or lost_participle(doc, cue, book.light_verbs) is not None
    if verb is not None and stance in _FELT and _leads_to(verb):
        return False
    if verb is not None and verb.lemma_ == "cite" and stance is not Stance.FEARS:
        return False  # "cited criticism of the host": whose, nobody tells
    from_whom = {"by"} if stance in _FELT else {"by", "from"}
    owned = any(c.dep_ == "poss" or c.lower_ in from_whom for c in head.children)
    owned = owned or written_by(head) is not None  # "a tally kept by an association"
    clause = head_of(doc, spans.content)
    told = clause is not None and clause.pos_ in {"VERB", "AUX"} and clause.i != head.head.i
    among = any(c.lower_ in {"in", "among"} for c in head.children)
    verb_taken_for_noun = head.dep_ == "ROOT" or _is_between(doc, head, spans) or _is_lost_participle(head)
    counted = any(doc[i].like_num for i in (*spans.content, *spans.subject))
    if stance is Stance.ESTIMATES and not told and not counted:
        return False
    return light or ((owned or among) and told) or (owned and stance not in _FELT) or verb_taken_for_noun


def _is_between(doc: Doc, noun: Token, spans: CueSpans) -> bool:
    """Tell whether a noun stands for the verb its sentence lacks: "Officials in Lier [doubt] that …"."""
    lacks = noun.sent.root.pos_ in {"NOUN", "PROPN"} and noun.tag_ == "NN"
    beside = noun.i - 1 in spans.source and noun.i + 1 in spans.content
    return lacks and beside and doc[noun.i + 1].lower_ == "that"


def _is_lost_participle(noun: Token) -> bool:
    """Tell whether a noun is a participle beside another: "a letter welcoming it and [warning] that …"."""
    told = any(c.dep_ in {"ccomp", "acl"} for c in noun.children)
    return noun.lower_.endswith("ing") and noun.dep_ == "conj" and noun.head.tag_ == "VBG" and told


def _is_bare_participle(verb: Token) -> bool:
    if verb.dep_ == "acl":
        return verb.tag_ in {"VBN", "VBD"} and _agentless(verb)
    parts = {c.dep_ for c in verb.children}
    return verb.tag_ == "VBN" and "oprd" in parts and parts.isdisjoint({"aux", "auxpass", "agent"})


def _is_said_of_one(verb: Token) -> bool:
    """Tell whether a verb is said of one of some told before: "two ships, one of them [said] to be old"."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    infinitive = verb.doc[verb.i + 1 : verb.i + 3]
    behind = len(infinitive) == 2 and infinitive[0].tag_ == "TO" and infinitive[1].tag_ == "VB"
    if subject is None or not behind:
        return False
    of = (c for c in subject.children if c.lower_ == "of")
    whole = {c.lower_ for p in of for c in p.children if c.dep_ == "pobj"}
    return not whole.isdisjoint({"them", "which", "whom"})


def _agentless(verb: Token) -> bool:
    return not any(c.dep_ in {"agent", "nsubj"} for c in verb.children)


def _lacks_object(verb: Token) -> bool:
    """Tell whether a verb goes right on to "of": whoever accuses, accuses somebody."""
    of = any(c.i == verb.i + 1 and c.lower_ == "of" for c in verb.children)
    return of and not any(c.dep_ in {"dobj", "auxpass", "agent"} for c in verb.children)


def _is_called_so(verb: Token) -> bool:
    """Tell whether a verb without an object is told of its subject: "[found] guilty", "[alleged] to be"."""
    if any(c.dep_ in {"dobj", "agent"} for c in verb.children):
        return False
    guilty = any(c.lower_ == "guilty" for c in verb.children)
    infinitive = any(c.dep_ == "xcomp" and any(t.lower_ == "to" for t in c.children) for c in verb.children)
    return (verb.lemma_ == "find" and guilty) or (verb.lemma_ == "allege" and infinitive)


def _goes_on_in_passive(verb: Token, source: tuple[int, ...]) -> bool:
    """Tell whether a passive goes on to a verb: "the lab was launched in May and [described] as a symbol"."""
    first = verb.head
    passive = verb.dep_ == "conj" and any(c.dep_ == "auxpass" for c in first.children)
    bare = all(c.dep_ not in {"nsubj", "dobj", "agent", "ccomp", "aux"} for c in verb.children)
    followed = verb.i + 1 < len(verb.doc) and verb.nbor().lower_ == "as"
    subjects = {c.i for c in first.children if c.dep_ == "nsubjpass"}
    return passive and bare and followed and not subjects.isdisjoint(source)


def _is_told_after_passive(verb: Token) -> bool:
    """Tell whether a passive goes on to what its subject was told to do: "was fined and [ordered] to pay".

    The parse hangs some on a verb between: "was found guilty of stealing money and [ordered] to repay it".
    """
    told = verb.lemma_ in _DIRECTING and verb.tag_ in {"VBN", "VBD"} and verb.dep_ == "conj"
    bare = all(c.dep_ not in {"nsubj", "dobj", "agent", "aux", "ccomp"} for c in verb.children)
    if not told or not bare or verb.i + 1 >= len(verb.doc) or verb.nbor().lower_ != "to":
        return False
    clause = next((t for t in verb.ancestors if any(c.dep_ in _DOERS for c in t.children)), None)
    return clause is not None and any(c.dep_ == "auxpass" for c in clause.children)


_DIRECTING = frozenset(
    {"order", "tell", "ask", "urge", "require", "instruct", "command", "direct", "warn", "advise", "invite"}
)
_DOERS = frozenset({"nsubj", "nsubjpass"})


def _is_set_off_in_passive(verb: Token, cue: Cue, source: tuple[int, ...]) -> bool:
    """Tell whether a participle that is set off tells how others see something, whoever the sentence is of.

    "Left the talks, [criticised] as a farce", "[Hailed] as a hero, Lind …", "the dead, [believed] to be 40".
    The tagger takes some for the past, the parse some for what the subject did next.
    """
    if (
        verb.tag_ not in {"VBN", "VBD"}
        or verb.dep_ not in {"acl", "advcl", "conj"}
        or cue.entry.pos != "verb"
    ):
        return False
    top = head_of(verb.doc, source)
    if top is None or (top.dep_ not in {"nsubj", "nsubjpass"} and top.i != verb.head.i):
        return False  # "estimated at 40 …, according to traders"
    first = verb.i - 1 if verb.i > 0 and verb.nbor(-1).pos_ == "ADV" else verb.i
    set_off = first == verb.sent.start or verb.doc[first - 1].text in {",", "(", "–", "—", "--", "-"}
    bare = all(c.dep_ not in {"agent", "dobj", "ccomp", "aux", "auxpass"} for c in verb.children)
    behind = verb.nbor().lower_ if verb.i + 1 < len(verb.doc) else ""
    seen = behind == "as" and not {"object", "verdict"}.isdisjoint(cue.entry.takes)
    reckoned = behind in {"at", "to"} and cue.entry.stance is Stance.ESTIMATES
    return set_off and bare and (seen or reckoned)


def _stands_with(verb: Token) -> bool:
    """Tell whether a participle is said of whom "with" tells: "with [Lind] expected to visit the port"."""
    mark = next((c for c in verb.children if c.dep_ == "mark" and c.i < verb.i), verb.head)
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    absolute = mark.lower_ == "with" and (mark.head.i == verb.i or verb.dep_ == "pcomp")
    before = subject is not None and mark.i < subject.left_edge.i
    bare = all(c.dep_ not in {"aux", "auxpass", "dobj", "agent"} for c in verb.children)
    return absolute and before and bare and verb.tag_ in {"VBN", "VBD"}


def undergoes(doc: Doc, cue: Cue, source: tuple[int, ...], book: StanceBook) -> bool:
    """Tell whether what was found as a source is whom it is said of: "[the men] stood accused of theft"."""
    head = doc[cue.head]
    passive = any(c.dep_ == "auxpass" for c in head.children)
    if head.lemma_ in _HELD and (_is_bare_participle(head) or _is_said_of_one(head)):
        return True  # "the people said to be in need", "hundreds feared dead"
    if cue.entry.pos == "verb" and _stands_with(head):
        return True
    if _is_called_so(head) or _goes_on_in_passive(head, source) or _is_set_off_in_passive(head, cue, source):
        return True
    if cue.entry.pos == "verb" and _is_told_after_passive(head):
        return True
    if passive and head.lemma_ in _TOLD and _agentless(head):
        return True
    if head.lemma_ == "accuse" and _lacks_object(head):
        return True  # "Army accused of looting"
    if head.tag_ != "VBN" or head.lemma_ not in book.signs.get("done_to", ()) or cue.entry.source is not None:
        return False
    if any(c.dep_ == "aux" and c.lemma_ == "have" for c in head.children):
        return False
    subjects = {c.i for c in head.children if c.dep_ in {"nsubj", "nsubjpass"}}
    above = {head.head.i} if head.dep_ in {"acl", "relcl"} else set()
    if head.dep_ in {"acomp", "xcomp", "oprd", "advcl"}:
        subjects |= {c.i for c in head.head.children if c.dep_ in {"nsubj", "nsubjpass"}}
    return not (subjects | above).isdisjoint(source)


def is_firm(doc: Doc, made: Attribution) -> bool:
    """Tell whether what the rules found and the encoder did not see stands by itself.

    It does when a clause or quotation is told, or when somebody takes a stance on more than a pronoun;
    everyday words ("offering an address") need a known party, not only a description.
    """
    if made.stance in QUIET or is_speech(doc, made.content):
        return True
    words = [doc[i] for i in made.content or made.subject]
    if not made.source_tokens or (len(words) == 1 and words[0].lower_ in _SHORT):
        return False
    return any(is_known(party) for party in made.sources) or made.stance not in _EVERYDAY


def is_speech(doc: Doc, said: tuple[int, ...]) -> bool:
    """Tell whether something plainly said is words: a clause, a quotation or a number, not only a thing.

    "Posted images", "described the plan" and "documents the last three months" tell nothing that anybody is
    on record with: a number that tells when counts nothing.
    """
    head = head_of(doc, said)
    if head is None:
        return False
    clause = head.pos_ in {"VERB", "AUX"} or any(c.dep_ in {"nsubj", "nsubjpass"} for c in head.children)
    counted = any(doc[i].text in MARKS or (doc[i].like_num and not _is_date(doc[i])) for i in said)
    return clause or counted or _is_lost_clause(doc, said, head)


def _is_lost_clause(doc: Doc, said: tuple[int, ...], head: Token) -> bool:
    """Tell whether something said is a clause whose verb the tagger or the parse lost.

    It took the verb for a noun ("she says that [aid risks] spoiling it", "[Lier reserves] the right, he
    said"), or hung it beside another ("said a ban, covering ships, [was discussed]").
    """
    opens = doc[said[0]].lower_ == "that" and doc[said[0]].dep_ == "mark"
    noun = head.dep_ == "ccomp" and head.tag_ == "NNS" and len(said) > 2
    inside = set(said)
    return opens or noun or any(_is_main_verb(doc[i]) for i in said if doc[i].head.i not in inside)


def _is_main_verb(verb: Token) -> bool:
    """Tell whether a verb is finite and stands in no clause of time or reason, nor on a noun."""
    helped = any(c.dep_ in {"aux", "auxpass"} and c.tag_ in FINITE for c in verb.children)
    marks = {c.lower_ for c in verb.children if c.dep_ in {"mark", "advmod"} and c.tag_ in {"IN", "WRB"}}
    finite = verb.pos_ in {"VERB", "AUX"} and (verb.tag_ in FINITE or helped)
    return finite and verb.dep_ == "advcl" and marks <= {"that"}


def _is_date(number: Token) -> bool:
    """Tell whether a number is part of a date or a time, and no bare age: "Ana Lind, 11"."""
    beside = [number.nbor(step) for step in (-1, 1) if 0 <= number.i + step < len(number.doc)]
    age = len(number.text) < 4 and all(t.ent_type_ != "DATE" for t in beside)
    return number.ent_type_ == "DATE" and not age


def _claims_deed(doc: Doc, cue: Cue, said: tuple[int, ...], book: StanceBook) -> bool:
    head = head_of(doc, said)
    if head is None or cue.entry.lemmas[0] != "claim":
        return False
    return len(cue.entry.lemmas) > 1 or head.lemma_.lower() in book.signs.get("own_doing", ())


_PROOF = frozenset({"evidence", "proof", "trace", "sign", "indication", "link"})
"""What inspectors say they found none of."""


def _reports_deed(doc: Doc, cue: Cue, said: tuple[int, ...]) -> bool:
    """Tell whether somebody reports or announces what may be a deed: "residents reported [shelling]".

    So do those who looked for one and "found no trace of it".
    """
    head = head_of(doc, said)
    nothing = head is not None and head.lemma_ in _PROOF and any(c.lower_ == "no" for c in head.children)
    told = cue.entry.lemmas in (("report",), ("announce",)) or (cue.entry.lemmas == ("find",) and nothing)
    told = told and cue.entry.pos == "verb" and doc[cue.head].tag_ != "VBG"
    if not told or cue.negated or head is None:
        return False
    return head.pos_ == "NOUN" and head.dep_ == "dobj" and head.head.i == cue.head
