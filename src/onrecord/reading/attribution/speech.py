"""Tell whether somebody is on record at a cue: with words of their own, and not only perhaps or in future."""

from spacy.tokens import Doc

from onrecord.codebook.stances import StanceBook
from onrecord.reading.attribution.cues import Cue
from onrecord.reading.attribution.spans import SUMMONS, CueSpans
from onrecord.reading.attribution.stance import head_of
from onrecord.reading.layers import Attribution
from onrecord.records import PartyKind, Stance

__all__ = ["is_firm", "speaks", "unsaid"]

_GOING_ON = frozenset({"go", "continue", "proceed", "move", "rush", "come", "begin", "start", "keep"})
"""Verbs whose infinitive is done: "went on to say"."""

_CAUSED = frozenset({"let", "help", "make"})
"""Verbs whose bare infinitive is what they bring about: "do not let them tell you"."""

_WHENEVER = frozenset({"when", "whenever"})

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
    if cue.entry.pos in {"noun", "phrase"}:
        return bool(spans.source) and bool(said)
    return bool(said) and (bool(spans.source) or doc[cue.head].tag_ in {"VBN", "VBD"})


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
    if modals & {"may", "might", "could", "should"} or (modals and stance is Stance.SAYS):
        return not (modals == {"can"} and stance is Stance.CONFIRMS)
    if head.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "if" for c in head.children):
        return True
    at_times = head.dep_ == "advcl" and head.tag_ in {"VBP", "VBZ"}
    if at_times and any(c.lower_ in _WHENEVER for c in head.children):
        return True
    if head.tag_ == "VB" and head.head.lemma_ in _CAUSED:
        return True
    infinitive = head.tag_ == "VB" and any(c.lower_ == "to" and c.dep_ == "aux" for c in head.children)
    carried_out = head.dep_ == "xcomp" and head.head.lemma_ in _GOING_ON
    carried_out = carried_out or (head.dep_ in {"advcl", "xcomp"} and head.head.lemma_ in SUMMONS)
    leads = all(doc[i].lower_ == "to" for i in cue.tokens if i < head.i)
    return infinitive and leads and not carried_out


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
