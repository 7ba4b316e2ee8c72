"""Decide what a source does with what it says: the cue's word and its negation, and what was said."""

from collections.abc import Callable

from spacy.tokens import Doc, Token

from onrecord.codebook.stances import StanceBook
from onrecord.reading.attribution.content import Content, is_label
from onrecord.reading.attribution.cues import Cue
from onrecord.reading.attribution.names_for import is_count
from onrecord.reading.attribution.plain_saying import PlainSaying
from onrecord.reading.attribution.spans import CueSpans
from onrecord.reading.attribution.withheld import is_kept_back, is_left_open
from onrecord.records import Stance

__all__ = ["RULING", "decide_stance"]

_ASKING = frozenset({"ask", "demand"})

_FOUND = frozenset({"guilty", "dead", "alive", "safe", "unconscious"})
"""What somebody is found to be by a court or by those who search, and nobody says."""

_OWED = frozenset({"answer", "apology", "clarification", "explanation"})
"""What somebody who expects it asks for."""

_PRESSING = frozenset({"press", "prod", "pressure"})

_TRIBUTES = frozenset({"testament", "tribute", "monument", "testimony", "example", "symbol"})

_AS_A_RULE = frozenset({"already", "usually", "typically", "normally", "routinely"})

_DYING = frozenset({"die", "perish", "drown"})
_CAUSES = frozenset(
    {
        "fault",
        "failure",
        "leak",
        "error",
        "arson",
        "play",
        "sabotage",
        "circuit",
        "spark",
        "poisoning",
        "cause",
    }
)
"""What is suspected and is nobody: "foul play"."""


def decide_stance(
    doc: Doc,
    cue: Cue,
    spans: CueSpans,
    book: StanceBook,
    quoted: frozenset[int] = frozenset(),
    *,
    of_itself: bool = False,
    of_another: bool = False,
) -> Stance | None:
    """Return the stance a cue carries here, None when it is no attribution after all.

    Args:
        doc: Parsed document.
        cue: The cue.
        spans: What belongs to it.
        book: The stance vocabulary.
        quoted: Tokens in quotation marks; there only "we" and "I" are the source.
        of_itself: True when what is said is known to be about the source or its own state.
        of_another: True when it is known to be about another party.
    """
    said = PlainSaying(doc, spans, book, quoted, of_itself, of_another)
    stance = cue.entry.stance
    if _is_motive(doc[cue.head], said) or _only_finds(cue, said):
        return None
    if _is_deed_by_object(cue, said):
        return None
    if _only_thinks(cue, said) or (cue.entry.lemmas[0] == "refer" and not is_label(doc[cue.head], book)):
        return None
    if doc[cue.head].lemma_ == "sing" and not any(doc[i].tag_ in {"NNS", "NNPS"} for i in spans.source):
        return None  # a singer's lines, where a crowd that sings may mean it
    if cue.negated:
        return _negated(cue, said)
    if stance in _ASSERTING and said.contradicts():
        return Stance.DENIES
    if "verdict" in cue.entry.takes or (stance is Stance.SAYS and is_label(doc[cue.head], book)):
        judged = said.verdict(doc[cue.head])
        return stance if judged is Stance.SAYS else judged
    if stance is Stance.SAYS:
        saying = said.saying(doc[cue.head])
        return Stance.SAYS if saying is Stance.ACCUSES and _is_ruling(cue, said) else saying
    decide = _BY_STANCE.get(stance)
    return stance if decide is None else decide(cue, said)


_RECOGNISING = frozenset({"recognise", "recognize"})

_ASSERTING = frozenset({Stance.SAYS, Stance.DEMANDS})
"""Stances of verbs that assert: to insist, too, asserts where no deed is told."""


RULING = frozenset({"rule", "find", "conclude", "hold", "determine"})
"""Verbs by which a court settles what was done, and accuses nobody."""

_COURTS = frozenset({"court", "judge", "magistrate", "tribunal", "jury", "justice"})


def _is_ruling(cue: Cue, said: Content) -> bool:
    """Tell whether a court settles that something was done: "the judge ruled that they had plotted it"."""
    by_court = any(said.doc[i].lemma_.lower() in _COURTS for i in said.spans.source)
    return cue.entry.lemmas[0] in RULING and (by_court or cue.entry.lemmas == ("rule",))


def _is_verb_of(sign: str, cue: Cue, said: Content) -> bool:
    """Tell whether a cue begins with a word of a sign."""
    return cue.entry.lemmas[0] in said.book.signs.get(sign, ())


def _negated(cue: Cue, said: Content) -> Stance | None:
    if said.never_will(said.doc[cue.head]):
        return None  # "he will never admit it": the outlet's guess
    if cue.entry.lemmas[0] in _RECOGNISING and not said.states():
        return None  # "would not recognise the result": a refusal
    verb = said.doc[cue.head]
    if cue.entry.stance is Stance.SAYS and cue.entry.negated is not None and not _is_answer(cue):
        return cue.entry.negated if is_kept_back(said, verb) else None
    if cue.entry.negated is not None:
        return cue.entry.negated
    if cue.entry.stance is Stance.SAYS:
        open_still = said.opens_with_question() or is_left_open(said, verb)
        return Stance.DECLINES_TO_CONFIRM if open_still else None
    if cue.entry.lemmas == ("offer",):
        withheld = said.head is not None and said.sign("details", [said.head]) and is_kept_back(said, verb)
        return Stance.DECLINES_TO_CONFIRM if withheld else None
    if cue.entry.stance is Stance.DOUBTS:
        return Stance.SAYS
    return None


def _is_answer(cue: Cue) -> bool:
    """Tell whether a verb of plain saying is one of answering, whose "not" is silence of any sort."""
    return cue.entry.lemmas[0] in {"comment", "reply", "respond"}


def _denial(cue: Cue, said: Content) -> Stance | None:
    if (cue.entry.lemmas == ("deny",) and said.withheld(said.doc[cue.head])) or _is_shrug(cue, said):
        return None
    of_what_is_so = said.about_charges() or said.any_share() or said.is_that_it_is_so()
    if cue.entry.lemmas == ("reject",) and not of_what_is_so:
        return None  # a refusal: an event of its own, not a denial
    if cue.entry.lemmas == ("dismiss",) and not said.about_charges():
        verb = said.doc[cue.head]  # "dismissed the prime minister" is no denial, "as implausible" is
        untrue = said.called_untrue(verb) or said.is_a_finding()
        return Stance.DENIES if untrue else said.verdict(verb)
    return Stance.DENIES


def _is_shrug(cue: Cue, said: Content) -> bool:
    """Tell whether something is only ignored, and no claim: "shrugged off the sanctions"."""
    return _is_verb_of("shrugging", cue, said) and not said.about_charges()


def _doubt(cue: Cue, said: PlainSaying) -> Stance | None:
    if cue.entry.lemmas[0] == "take" and said.is_of_oneself():
        return Stance.DENIES  # "took issue with the suggestion that they cheated"
    if cue.entry.lemmas == ("question",) and said.is_asked_about(said.doc[cue.head]):
        return None  # "questioned three men about the theft": asked them
    asks_how = cue.entry.lemmas[0] in {"question", "wonder"} and said.opens_with_question()
    if asks_how and said.doc[said.tokens[0]].lower_ not in {"whether", "if"}:
        return Stance.SAYS  # "questioned how he could have left": that he did is not doubted
    return _of_something(cue, said)


def _condemnation(cue: Cue, said: Content) -> Stance | None:
    often = [c for c in said.doc[cue.head].children if c.dep_ == "advmod"]
    if cue.entry.lemmas[0] == "protest" and said.sign("regularly", often):
        return None  # "protested weekly against it": marches
    # "Complained of headaches": what they feel.
    return Stance.SAYS if cue.entry.lemmas == ("complain", "of") and said.is_an_ailment() else Stance.CONDEMNS


def _accusation(cue: Cue, said: Content) -> Stance | None:
    if _is_verb_of("ascribing", cue, said):
        return _ascription(said.doc[cue.head], said)
    if cue.entry.lemmas == ("suspect",) and said.spans.content and said.states():
        return Stance.SAYS
    if cue.entry.lemmas == ("suspect",) and said.head is not None and said.head.lemma_ in _CAUSES:
        return Stance.SAYS  # "suspect an electrical fault"
    if cue.entry.lemmas == ("suspect",) and said.head is not None and said.head.lemma_ in _DYING:
        return Stance.ESTIMATES  # "more than 100 are suspected to have died"
    return Stance.ACCUSES


def _ascription(verb: Token, said: Content) -> Stance | None:
    """Return the stance of tracing something to somebody: a charge of an attack or a crime, else an opinion.

    "Attributed the claim to an official" only tells whose words they are.
    """
    things = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
    told = [*(said.doc[i] for i in said.tokens), *things]
    if said.sign("own_doing", told) or said.sign("crimes", told):
        return Stance.ACCUSES
    if verb.lemma_ == "link":
        return None  # "linked its aid to reforms"
    return None if said.about_charges() or said.sign("charges", things) else Stance.SAYS


def _demand(cue: Cue, said: Content) -> Stance | None:
    if cue.entry.lemmas[:2] == ("appeal", "to") and said.head is not None and said.head.dep_ == "pobj":
        return None  # "appealed to the people": whom, not for what
    if cue.entry.lemmas == ("ask",) and said.opens_with_question():
        return None  # "one asked whether they had won": nothing is put on record
    if cue.entry.lemmas[0] in _ASKING and said.is_question():
        return Stance.SAYS
    if cue.entry.lemmas[0] in _PRESSING and (said.only_asks() or said.opens_with_question()):
        return None  # "pressed him about how he would pay": what is told is his answer
    if cue.entry.takes == ("infinitive",) and cue.entry.pos == "verb" and said.points_the_way():
        return None  # "directed the drivers to the bridge"
    # "Insisted that it be shut" demands, "insisted on air that it was shut" asserts.
    asserts = cue.entry.lemmas[0] == "insist" and said.states() and said.is_fact()
    return Stance.SAYS if asserts else Stance.DEMANDS


def _confirmation(cue: Cue, said: Content) -> Stance | None:
    if said.taken_back():
        return Stance.RETRACTS
    if cue.entry.lemmas == ("confirm",) and said.is_a_name():
        return None  # "the senate confirmed her", "confirmed as ambassador": into an office
    if cue.entry.lemmas[0] in _RECOGNISING and not said.states():
        return None  # "recognised the state": a deed
    if cue.entry.lemmas[0] in _CHECKING and _is_yet_to_find(said.doc[cue.head]):
        return Stance.DECLINES_TO_CONFIRM
    return Stance.CONFIRMS


_CHECKING = frozenset({"verify", "confirm", "corroborate", "authenticate", "substantiate"})
_TRYING = frozenset({"try", "seek", "work", "attempt", "struggle", "race", "scramble", "need", "endeavour"})


def _is_yet_to_find(verb: Token) -> bool:
    """Tell whether what is checked is not known yet: "was [verifying] reports", "is trying to [verify]"."""
    goes_on = (
        verb.lemma_ == "verify"
        and verb.tag_ == "VBG"
        and any(c.dep_ == "aux" and c.lemma_ == "be" for c in verb.children)
    )
    sought = verb.dep_ in {"xcomp", "advcl"} and verb.tag_ == "VB" and verb.head.lemma_ in _TRYING
    return goes_on or sought


def _fear(cue: Cue, said: PlainSaying) -> Stance | None:
    if cue.entry.lemmas[0] in {"warn", "warning", "caution"}:
        if cue.entry.pos == "verb" and (said.tells_to() or said.warns_off(said.doc[cue.head])):
            return Stance.DEMANDS  # "warned the companies to leave", "warned them against leaving"
        if said.threat():
            return Stance.THREATENS
        if cue.entry.lemmas == ("caution",) and said.is_past():
            return Stance.SAYS  # "cautioned that such tools had been on sale for years"
        if said.calls_for():
            return Stance.DEMANDS  # "warned that the milk should not be drunk"
        return Stance.SAYS if said.may_turn_out() or said.is_no_cure() else Stance.FEARS
    if cue.entry.lemmas[0] == "anxious" and said.tells_to():
        return None  # "anxious to avoid a strike": what they want
    if any(c.lower_ == "less" and c.dep_ == "advmod" for c in said.doc[cue.head].children):
        return None  # "worries less about the fire than …"
    return _of_something(cue, said)


def _only_thinks(cue: Cue, said: Content) -> bool:
    """Tell whether somebody thinks about something, and not that it is so: "was not thinking of the cost"."""
    guessed = said.has_number() and all(c.dep_ != "auxpass" for c in said.doc[cue.head].children)
    return cue.entry.lemmas[-1] == "think" and not said.states() and not guessed


def _is_motive(verb: Token, said: Content) -> bool:
    """Tell whether the outlet tells why somebody does something: "fled, hoping to reach the port"."""
    if verb.lemma_ != "hope" or verb.tag_ != "VBG":
        return False
    was = any(c.dep_ == "aux" and c.tag_ == "VBD" for c in verb.children)
    participle = not any(c.dep_ == "aux" for c in verb.children)
    return participle or (was and said.tells_to())


def _is_deed_by_object(cue: Cue, said: Content) -> bool:
    """Tell whether a verb of saying tells a deed by its object: "added six ports", "held hopes of it".

    Or by where it goes: "pressed on toward the town".
    """
    verb = said.doc[cue.head]
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    if cue.entry.lemmas == ("hold",):
        return any(c.pos_ == "NOUN" and c.i not in said.quoted for c in objects)  # "held dreams of …"
    if verb.lemma_ == "press":
        return any(c.lower_ in _WAYS and c.dep_ in {"prep", "advmod", "prt"} for c in verb.children)
    if verb.lemma_ in {"add", "undertake"} and cue.entry.pos == "verb":
        head = said.head
        return head is not None and head in objects and head.pos_ == "NOUN" and head.i not in said.quoted
    return verb.lemma_ == "claim" and any(c.lemma_ in _CLAIMED for c in objects)


_WAYS = frozenset({"toward", "towards", "forward", "ahead", "into", "deeper"})
_CLAIMED = frozenset({"life", "victim", "spot", "prize", "title", "victory", "seat", "lives"})


def _only_finds(cue: Cue, said: Content) -> bool:
    """Tell whether somebody comes upon a thing, or into a plight: "found what may be debris"."""
    if cue.entry.lemmas != ("find",) or not said.tokens:
        return False
    if any(c.lower_ in _FOUND and c.dep_ in {"oprd", "acomp"} for c in said.doc[cue.head].children):
        return True
    if said.head is not None and said.head.dep_ == "dobj" and said.head.lemma_ in _WEIGHED:
        return any(c.dep_ == "nummod" for c in said.head.children)  # "found 60 tonnes of fish"
    first = said.doc[said.tokens[0]].lower_
    return first == "what" or first.endswith(("self", "selves"))


_WEIGHED = frozenset(
    {"tonne", "ton", "kilogram", "kilo", "gram", "pound", "litre", "liter", "barrel", "bag", "crate", "box"}
)


def _estimate(cue: Cue, said: Content) -> Stance | None:
    if cue.entry.negated is Stance.DOUBTS:
        return Stance.ESTIMATES if said.has_number() else Stance.SAYS
    if said.ought():
        return Stance.DEMANDS  # "reckons we should stay calm"
    at = cue.entry.lemmas[-1] == "at" or cue.entry.lemmas[0] == "put"
    if at and not (said.has_number() or _is_put_at_number(cue, said)):
        return None  # "as Lind put it at the time"
    if cue.entry.lemmas == ("reckon",) and not said.has_number():
        return Stance.SAYS  # "reckons sinking boats is a waste"
    return _of_something(cue, said)


def _is_put_at_number(cue: Cue, said: Content) -> bool:
    """Tell whether the number stands behind the cue: "the dead were put [at 40] by one official"."""
    held = (said.doc[i] for i in cue.tokens if said.doc[i].dep_ == "prep")
    return any(is_count(t) for prep in held for c in prep.children if c.dep_ == "pobj" for t in c.subtree)


def _support(cue: Cue, said: Content) -> Stance | None:
    if cue.entry.lemmas == ("defend",) and said.of_the_accused():
        return None  # as a lawyer does
    if cue.entry.lemmas[0] == "defend":
        return Stance.JUSTIFIES if said.lawful(said.doc[cue.head].subtree) else Stance.SUPPORTS
    if _is_verb_of("boasting", cue, said) and said.of_own():
        return None  # "touting their own experience"
    if cue.entry.lemmas in {("back",), ("support",)} and (said.of_armed() or said.of_charity()):
        return None  # "backs the rebels", "supports a charity": with more than words
    return Stance.SUPPORTS


def _promise(cue: Cue, said: Content) -> Stance | None:
    if _is_praised(said.doc[cue.head]) or (cue.entry.lemmas == ("offer",) and _is_for_sale(cue, said)):
        return None
    if _is_verb_of("committing", cue, said) and not said.commits():
        told = cue.entry.lemmas[0] in {"agree", "swear"}  # "agreed with her"; "offered advice" is no promise
        return Stance.SAYS if told else None
    if said.is_talk_to_press() or _is_agreed_text(cue, said):
        return None
    if said.sign("retaliation"):
        return Stance.THREATENS if cue.entry.lemmas[0] in _VOWING else Stance.PROMISES
    if cue.entry.lemmas[0] in _VOWING and said.harms_if():
        return Stance.THREATENS
    if said.head is not None and any(c.dep_ == "det" and c.lower_ == "no" for c in said.head.children):
        return None  # "offered no proof"
    offered = [*([said.head] if said.head else []), *(said.doc[i] for i in cue.tokens)]
    if cue.entry.lemmas == ("offer",) and said.sign("only_words", offered):
        return None
    return Stance.PROMISES


_VOWING = frozenset({"vow", "swear", "promise"})


def _is_agreed_text(cue: Cue, said: Content) -> bool:
    """Tell whether somebody settled what a text says, and promised nothing: "agreed [a draft law]"."""
    text = said.head is not None and said.head.dep_ == "dobj" and said.sign("texts", [said.head])
    return text and cue.entry.lemmas[0] == "agree"


def _is_praised(noun: Token) -> bool:
    """Tell whether it is only a trait that is praised: "a testament to his [commitment] to fight"."""
    return noun.dep_ == "pobj" and noun.head.head.lemma_ in _TRIBUTES


def _is_for_sale(cue: Cue, said: Content) -> bool:
    """Tell whether somebody has long had it to give or sell: "already offers a credit lock"."""
    verb = said.doc[cue.head]
    long = any(c.dep_ == "advmod" and c.lower_ in _AS_A_RULE for c in verb.children)
    return verb.tag_ in {"VBZ", "VBP"} and long and said.head_is_noun()


def _prediction(cue: Cue, said: Content) -> Stance | None:
    if cue.entry.lemmas == ("expect",) and said.head is not None and said.head.lemma_ in _OWED:
        return Stance.DEMANDS  # "expected an answer from the minister"
    return _of_something(cue, said)


def _retraction(cue: Cue, said: Content) -> Stance | None:
    if cue.entry.lemmas[0] == "retreat" and not said.about_charges():
        return None  # "retreated from the town"
    if cue.entry.lemmas == ("reverse", "course") and said.spans.subject:
        return None  # "reversing a course of action": a deed
    if cue.entry.lemmas in _RETURNING and not (said.about_charges() or said.is_own_words()):
        return None  # "took the town back"
    if cue.entry.lemmas[-1] == "to" and not said.is_put_right(said.doc[cue.head]):
        return None  # "passed the act and amended it to allow spying"
    return Stance.RETRACTS


_RETURNING = frozenset(
    {("take", "...", "back"), ("take", "back"), ("walk", "...", "back"), ("row", "...", "back")}
)
"""Cues that also tell how things and people go back."""


def _silence(cue: Cue, said: Content) -> Stance | None:
    return None if said.cannot(said.doc[cue.head]) else Stance.SILENT


def _declining(cue: Cue, said: Content) -> Stance | None:
    things = cue.entry.lemmas[-1] in {"give", "provide"} and said.head is not None
    if things and not said.sign("details"):
        return None  # "refused to give up her seat"
    return Stance.DECLINES_TO_CONFIRM


def _of_something(cue: Cue, said: Content) -> Stance | None:
    of_self = said.head is not None and said.head.lower_.endswith(("self", "selves"))
    return cue.entry.stance if said.tokens and not of_self else None


_BY_STANCE: dict[Stance, Callable[[Cue, PlainSaying], Stance | None]] = {
    Stance.DENIES: _denial,
    Stance.ACCUSES: _accusation,
    Stance.CONDEMNS: _condemnation,
    Stance.DEMANDS: _demand,
    Stance.CONFIRMS: _confirmation,
    Stance.FEARS: _fear,
    Stance.ESTIMATES: _estimate,
    Stance.SUPPORTS: _support,
    Stance.PROMISES: _promise,
    Stance.RETRACTS: _retraction,
    Stance.SILENT: _silence,
    Stance.DECLINES_TO_CONFIRM: _declining,
    Stance.PREDICTS: _prediction,
    Stance.DOUBTS: _doubt,
}
"""What a cue of a stance comes to here, by the cue's word and by what is said."""
