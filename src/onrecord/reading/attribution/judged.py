"""Stances as the deed encoder sees them, where it is surer than the words that the codebook knows.

A cue such as "said" tells nothing of the stance: what is said does, in more ways than rules foresee.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Token

from onrecord.codebook.stances import SpeechActCode, StanceBook
from onrecord.codebook.wordclasses import word_classes
from onrecord.encoder.telling import STANCES, Telling
from onrecord.reading.attribution.cues import is_negated
from onrecord.reading.attribution.mocked import mocks_charge
from onrecord.reading.attribution.plain_saying import is_spent_target
from onrecord.reading.attribution.source_kinds import is_speaker
from onrecord.reading.attribution.sources import UNNAMED
from onrecord.reading.attribution.stance import RULING
from onrecord.reading.attribution.unsaid import QUIET
from onrecord.reading.attribution.wording import head_of
from onrecord.reading.infinitives import is_infinitive
from onrecord.reading.layers import Attribution, Mention
from onrecord.reading.negation import NEGATIONS
from onrecord.records import Party, PartyKind, SpeechAct, Stance

__all__ = ["StanceJudge", "is_own_choice", "with_judged_stances"]

StanceJudge = Callable[[Sequence[Telling]], NDArray[np.float32]]
"""What `DeedEncoder.stances` does: tellings to probabilities, shape (tellings, 18)."""

SURE, SURE_PLAIN = 0.8, 0.95
"""Least probability at which the encoder's word counts for more than the rules', and where its word is that a
cue which tells a stance tells none ("estimated" as plainly said).

Source:
    The first was chosen on judged claims drawn at random and on notes of analysts, the second on our own
    development sentences (docs/tried.md).
"""

NOBODY, NOBODY_QUIET = 0.55, 0.7
"""Least probability at which its word counts that nobody is on record; and that nobody is silent, which no
words tell."""

HARDLY = 0.15
"""Probability below which a stance that the rules read from what is said, not from the cue, is plain saying.

Source:
    `NOBODY` and this one from the judged claims (tests/error_card): of 29 such stances below it 19 were
    wrong, of 538 from 0.2 on 45.
"""

_BLIND_TO = QUIET | {Stance.JUSTIFIES, Stance.RETRACTS}
"""Stances so rare in what the encoder learned from that its silence about them tells nothing."""

_HOPING = ("hope", "wish", "hint", "imply", "propose", "suggest", "recommend", "complain", "lament")
"""Lemmas of cues that promise nothing, whatever the encoder sees."""

_UNCERTAIN = frozenset({Stance.DENIES, Stance.DOUBTS})
"""Stances that nobody takes who only looked and found nothing: "found no trace of them"."""

_STANDING_BY = frozenset({"maintain", "insist"})
"""Lemmas of cues that deny what is negated, and else only stand by what is said."""

_JUDGING = frozenset({Stance.SUPPORTS, Stance.CONDEMNS})

_RULE = "encoder:stance"


def with_judged_stances(
    doc: Doc,
    text: str,
    found: Sequence[Attribution],
    judge: StanceJudge,
    book: StanceBook,
    mentions: tuple[Mention, ...] = (),
) -> list[Attribution]:
    """Return attributions with the stance the encoder is sure of, without those it sees nobody speak in.

    Args:
        doc: Parsed document.
        text: The article's text.
        found: Attributions by the rules.
        judge: The encoder.
        book: The stance vocabulary.
        mentions: The article's mentions.
    """
    kept = []
    for one, shares in zip(found, judge([_telling(doc, text, one) for one in found]), strict=True):
        one = replace(
            one, stance_share=float(shares[STANCES.index(one.stance)]), nobody_share=float(shares[-1])
        )
        column = int(shares.argmax())
        if column == len(STANCES):
            if shares[column] < (NOBODY_QUIET if one.stance in QUIET else NOBODY):
                kept.append(one)
            continue
        stance: Stance = STANCES[column]
        if shares[column] < (SURE_PLAIN if stance is Stance.SAYS else SURE):
            stance = Stance.SAYS if _is_hardly_taken(one) else one.stance
        if stance is one.stance or _cannot_be(doc, one, stance, book, mentions):
            kept.append(one)
            continue
        share = float(shares[STANCES.index(stance)])
        act = _act(one, book.acts.get(stance))
        kept.append(
            replace(one, stance=stance, speech_act=act, rules=(*one.rules, _RULE), stance_share=share)
        )
    return kept


def _is_hardly_taken(one: Attribution) -> bool:
    """Tell whether the encoder sees nothing of a stance that the rules read from what is said."""
    plain = any(rule.startswith(f"cue:{Stance.SAYS.value}.") for rule in one.rules)
    hardly = one.stance_share is not None and one.stance_share < HARDLY
    return plain and hardly and one.stance not in _BLIND_TO


def _cannot_be(
    doc: Doc, one: Attribution, stance: Stance, book: StanceBook, mentions: tuple[Mention, ...]
) -> bool:
    """Tell whether what is told speaks against a stance, whatever the encoder sees.

    Hopes, what another state will do, what was reached and what a thing brings about are no promises, an
    order to somebody and a hulk sunk in a drill no threat, what is pleaded in court no excuse, a word shouted
    no support, love and hate in private life no stance at all, that others are worried no fear of who tells
    it, and what replaces one's words confirms nothing.
    """
    head = head_of(doc, one.content or one.subject)
    words = {doc[i].lemma_.lower() for i in one.cue}
    if one.stance is Stance.RETRACTS and stance is Stance.CONFIRMS:
        return True
    if one.stance is Stance.DENIES and any(mocks_charge(doc, doc[i], one.sources, mentions) for i in one.cue):
        return True
    if one.stance is Stance.DENIES and any(rule.startswith("cue:doubts.") for rule in one.rules):
        return True  # "took issue with the suggestion that they cheated"
    if stance is Stance.DENIES and not words.isdisjoint(_STANDING_BY):
        return NEGATIONS.isdisjoint(doc[i].lower_ for i in one.content)  # "insisted they were old"
    if stance is Stance.CONDEMNS and is_own_choice(
        doc, one.content or one.subject, one.sources, mentions, book
    ):
        return True
    if stance is Stance.PROMISES:
        hoped = not words.isdisjoint(_HOPING) or _is_of_another_state(doc, one, mentions)
        return hoped or (head is not None and (_is_reached(head, book) or _is_effect(head, book)))
    if (
        stance is Stance.ACCUSES
        and not words.isdisjoint(RULING)
        and any(p.sector == "JUD" for p in one.sources)
    ):
        return True  # "the court found that they had plotted it"
    if head is None:
        return False
    if stance is Stance.DENIES and _is_nobody_harmed(head, book):
        return True
    if stance is Stance.DENIES and _goes_on_to_deny(head):
        return True
    if stance is Stance.JUSTIFIES and any(_pleads(doc[i]) for i in one.cue):
        return True
    if stance in _UNCERTAIN and "find" in {head.lemma_, *words}:
        return True
    if stance is Stance.THREATENS:
        ordered = one.stance is Stance.DEMANDS and head.tag_ == "VB" and is_infinitive(head)
        return ordered or is_spent_target(head) or _would_be_struck_by_others(head, one, mentions)
    if stance in _JUDGING and (
        _is_of_private_life(head, book) or _knew_him(doc, one, words, book) or _apologises(doc, one)
    ):
        return True
    if stance is Stance.SUPPORTS and _is_own_asset(head, one, book, mentions):
        return True
    if stance in _JUDGING:
        verbless = all(doc[i].pos_ not in {"VERB", "AUX"} for i in one.content)
        return verbless and not words.isdisjoint(book.signs.get("shouting", ()))
    return stance is Stance.FEARS and _are_others_worried(head, book)


_PLEADING = frozenset({"contend", "maintain", "argue", "plead", "claim", "submit", "assert", "allege"})


def _pleads(verb: Token) -> bool:
    """Tell whether something is only pleaded in court: "[maintains] in its defence that it was sold"."""
    defended = (c for p in verb.children if p.lower_ == "in" for c in p.children if c.dep_ == "pobj")
    return verb.lemma_ in _PLEADING and any(c.lemma_ in ("defence", "defense") for c in defended)


def _goes_on_to_deny(head: Token) -> bool:
    """Tell whether a statement of what is so only goes on with what is not: "sold flour and sent no arms"."""
    joined = [c for c in head.children if c.dep_ == "conj" and c.pos_ in ("VERB", "AUX")]
    return not _is_denying(head) and any(_is_denying(c) for c in joined)


def _is_denying(verb: Token) -> bool:
    """Tell whether a verb is denied, or that there was anything it was done to: "took [no] part"."""
    none = (d for c in verb.children if c.dep_ in _DONE_TO for d in c.children if d.dep_ == "det")
    nothing = any(c.lower_ in ("nothing", "nobody", "none", "neither") for c in verb.children)
    return is_negated(verb) or nothing or any(d.lower_ == "no" for d in none)


_DONE_TO = ("dobj", "nsubj", "nsubjpass", "attr")


_STRIKING = frozenset(
    {"strike", "attack", "invade", "bomb", "kill", "shell", "raid", "hit", "storm", "seize"}
)
_OUTLAWS = frozenset({"REB", "CRM"})


def _would_be_struck_by_others(head: Token, one: Attribution, mentions: tuple[Mention, ...]) -> bool:
    """Tell whether it is another who would strike, of which one only warns: "the gang would strike again"."""
    subjects = {c.i for c in head.children if c.dep_ == "nsubj"}
    told = [p for m in mentions if m.head in subjects for p in m.parties]
    own = {p.country for p in one.sources}
    outlaws = _OUTLAWS.isdisjoint(p.sector for p in one.sources) and any(p.sector in _OUTLAWS for p in told)
    foreign = None not in own and any(p.country is not None and p.country not in own for p in told)
    return head.lemma_ in _STRIKING and (outlaws or foreign)


def _is_nobody_harmed(head: Token, book: StanceBook) -> bool:
    """Tell whether it is told that nobody came to harm: "no soldiers were hurt", "there were no deaths"."""
    harmed = [
        c for c in head.children if c.dep_ == "nsubjpass" and head.lemma_ in book.signs.get("harming", ())
    ]
    there = any(c.dep_ == "expl" for c in head.children)
    tolls = book.signs.get("tolls", ())
    harmed += [c for c in head.children if there and c.dep_ in ("attr", "nsubj") and c.lemma_ in tolls]
    return any(
        c.lower_ in ("nobody", "none") or any(d.lower_ == "no" for d in c.children if d.dep_ == "det")
        for c in harmed
    )


def _is_of_another_state(doc: Doc, one: Attribution, mentions: tuple[Mention, ...]) -> bool:
    """Tell whether it is said what another state does, by somebody whose own state is known."""
    head = head_of(doc, one.content)
    subjects = set() if head is None else {c.i for c in head.children if c.dep_ == "nsubj"}
    told = [p for m in mentions if m.head in subjects for p in m.parties]
    own = {p.country for p in one.sources}
    return None not in own and any(p.kind is PartyKind.STATE and p.country not in own for p in told)


def is_own_choice(
    doc: Doc,
    told: tuple[int, ...],
    sources: tuple[Party, ...],
    mentions: tuple[Mention, ...],
    book: StanceBook,
) -> bool:
    """Tell whether it is something the speaker did: "called [her vote] a mistake"."""
    head = head_of(doc, told)
    if head is None:
        return False
    near = [head] if head.pos_ == "NOUN" else [c for c in head.children if c.dep_ == "nsubj"]
    things = [t for t in near if t.lemma_ in book.signs.get("choices", ())]
    whose = {c.i for t in things for c in t.children if c.tag_ == "PRP$"}
    own = {p.id for p in sources}
    return any(p.id in own for m in mentions if m.head in whose for p in m.parties)


def _is_reached(head: Token, book: StanceBook) -> bool:
    """Tell whether what was promised is done by now: "it had reached its goal", not "a deal to stop"."""
    past = head.tag_ in {"VBD", "VBN"} and not any(c.tag_ == "MD" for c in head.children)
    reached = past and head.lemma_ in book.signs.get("reaching", ())
    return reached and not any(is_infinitive(t) for t in head.subtree)


def _is_effect(head: Token, book: StanceBook) -> bool:
    """Tell whether a thing is to bring it about, and nobody does: "their coming will ensure peace"."""
    subject = next((c for c in head.children if c.dep_ == "nsubj"), None)
    if subject is None or head.lemma_ not in book.signs.get("enabling", ()):
        return False
    return subject.lower_ in _THINGS or (subject.pos_ == "NOUN" and not is_speaker(subject))


_THINGS = frozenset({"that", "this", "these", "those", "which"})


def _knew_him(doc: Doc, one: Attribution, words: set[str], book: StanceBook) -> bool:
    """Tell whether those who knew somebody tell what he was like: "neighbours described him as rude"."""
    who = head_of(doc, one.source_tokens)
    named = book.signs.get("acquaintances", ())
    knew = who is not None and (who.lemma_ in named or who.lower_.removesuffix("s") in named)
    return knew and not words.isdisjoint(book.signs.get("portraying", ()))


def _apologises(doc: Doc, one: Attribution) -> bool:
    """Tell whether somebody apologises in what he says, who blames nobody else then: "I apologize"."""
    sorry = (doc[i] for i in one.content if doc[i].lemma_ in {"apologise", "apologize"})
    return any(c.dep_ == "nsubj" and c.lower_ in {"i", "we"} for verb in sorry for c in verb.children)


def _is_own_asset(head: Token, one: Attribution, book: StanceBook, mentions: tuple[Mention, ...]) -> bool:
    """Tell whether somebody only tells what he has himself: "she said she has the nerve for it"."""
    if head.lemma_ != "have" or any(
        c.dep_ == "dobj" and c.lemma_ in book.signs.get("valuing", ()) for c in head.children
    ):
        return False
    subjects = {c.i for c in head.children if c.dep_ == "nsubj" and c.pos_ == "PRON"}
    own = {p.id for p in one.sources}
    return any(p.id in own for m in mentions if m.head in subjects for p in m.parties)


def _is_of_private_life(head: Token, book: StanceBook) -> bool:
    """Tell whether it is whom somebody loves or hates: "I love you", "I miss my wife"."""
    loved = [c for c in head.children if c.dep_ == "dobj"]
    felt = head.lemma_ in book.signs.get("affection", ())
    return felt and any(c.lower_ in _HUMAN or c.lemma_ in word_classes().kin for c in loved)


_HUMAN = frozenset({"you", "him", "her", "us", "me", "them"})
"""Pronouns that stand for people one loves or hates."""


def _are_others_worried(head: Token, book: StanceBook) -> bool:
    """Tell whether a statement is that people nobody names are worried: "people here are worried"."""
    felt = [c for c in (head, *head.children) if c.lower_ in book.signs.get("worries", ())]
    return bool(felt) and any(
        c.dep_ in {"nsubj", "nsubjpass"} and c.pos_ == "NOUN" and c.tag_ == "NNS" for c in head.children
    )


def _act(one: Attribution, code: SpeechActCode | None) -> SpeechAct | None:
    if code is None:
        return None
    recipients = () if one.speech_act is None else one.speech_act.recipients
    return SpeechAct(type=code.type, recipients=recipients, mode=code.mode, cameo=code.cameo)


def _telling(doc: Doc, text: str, one: Attribution) -> Telling:
    def ranges(tokens: Sequence[int]) -> tuple[tuple[int, int], ...]:
        return tuple((doc[i].idx, doc[i].idx + len(doc[i])) for i in tokens)

    return Telling(
        text=text,
        cue=ranges(one.cue),
        source=ranges(one.source_tokens),
        content=ranges((*one.content, *one.subject)),
        stance=one.stance,
        quoted=one.quoted,
        clause=bool(one.content),
        unnamed=one.sources[:1] == (UNNAMED,) or not one.sources,
    )
