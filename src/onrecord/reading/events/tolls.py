"""Deaths and harm told beside a disaster, an accident or an attack: whose they are."""

from collections.abc import Container, Iterable
from dataclasses import replace

from spacy.tokens import Token

from onrecord.reading.events.arguments import Arguments
from onrecord.reading.events.blasts import is_accidental_blast, is_blast, is_known_blast
from onrecord.reading.events.match import Match
from onrecord.reading.events.status import Telling
from onrecord.reading.layers import Happening
from onrecord.records import EventType, Status

__all__ = [
    "blasts_of_accidents",
    "is_disaster",
    "is_done_by_disaster",
    "is_done_by_disease",
    "is_harm_of_blast",
    "is_toll_of_disaster",
    "of_accident",
    "tolls_of_attacks",
]

_TOLL_REACH = 8
"""Sentences after an attack within which deaths without a told cause are its toll."""


_ONLY_REACH = 30
"""The same for those hurt or killed where no accident is told before them."""


def is_toll_of_disaster(match: Match, others: Iterable[tuple[Match, Telling]]) -> bool:
    """Tell whether a deed only tells who was harmed in a disaster beside it: "the crash killed nine"."""
    harm = match.frame.toll or match.frame.type is EventType.ASSAULT
    return harm and any(
        is_disaster(other) for other, _ in others if other.head.sent == match.head.sent and other is not match
    )


def is_done_by_disaster(match: Match, others: Iterable[tuple[Match, Telling]], arguments: Arguments) -> bool:
    """Tell whether a participle tells whom a disaster harmed: "made the jet crash, [killing] nine"."""
    head = match.head
    if head.tag_ != "VBG" or match.frame.type is not EventType.ASSAULT:
        return False
    if any("attack_cause" in arguments.classes(t) for held in match.slots.both("subject") for t in held):
        return False
    before = [o for o, _ in others if o.head.sent == head.sent and o.head.i < head.i]
    return bool(before) and is_disaster(max(before, key=lambda o: o.head.i))


def is_done_by_disease(match: Match, arguments: Arguments) -> bool:
    """Tell whether what kills is a disease, or "it" that is one told last: "the flu came. [It] killed".

    Or infects those it kills.
    """
    subject = match.slots["subject"] if match.head.pos_ == "VERB" else ()
    if match.frame.type is EventType.ASSAULT and any("disease" in arguments.classes(t) for t in subject):
        return True
    if match.frame.type is EventType.ASSAULT and _are_infected(match.slots["object"]):
        return all(t.lower_ == "it" for t in subject)
    if match.frame.type is not EventType.ASSAULT or [t.lower_ for t in subject] != ["it"]:
        return False
    sentence = subject[0].sent
    start = sentence.doc[sentence.start - 1].sent.start if sentence.start else sentence.start
    before = (t for t in reversed(sentence.doc[start : subject[0].i]) if t.pos_ in ("NOUN", "PROPN"))
    last = next((t for t in before if t.dep_ in ("nsubj", "nsubjpass")), None)
    return last is not None and not _NATURAL.isdisjoint(arguments.classes(last))


def _are_infected(harmed: Iterable[Token]) -> bool:
    """Tell whether those who are killed are told as infected: "40 of the 300 people [it infected]"."""
    clauses = (t for one in harmed for t in one.subtree if t.dep_ in ("relcl", "acl"))
    return any(t.lemma_ == "infect" for t in clauses)


_NATURAL = frozenset({"disease", "disaster", "incident"})


def of_accident(one: Happening) -> Happening:
    """Return a deed as the harm an accident does: nobody's attack."""
    return replace(one, type=None, mode=None, cameo=None, context=(), actors=(), against=())


def is_toll_of_protest(match: Match) -> bool:
    """Tell whether people only died at a protest, by whatever hand: "nine [died] in the rallies"."""
    where = (t for slot in ("in", "during", "at") for t in match.slots[slot])
    return match.frame.toll and match.head.lemma_ in _DYING and any(t.lemma_ in _PROTESTS for t in where)


_DYING = frozenset({"die", "perish"})
_PROTESTS = frozenset({"protest", "demonstration", "rally", "march", "sit-in"})


def is_disaster(match: Match) -> bool:
    """Tell whether a deed is an accident or a disaster, and not only who was harmed."""
    frame = match.frame
    return frame.type is None and not frame.toll and "disasters" in frame.context


def tolls_of_attacks(read: Iterable[tuple[Match, Telling]]) -> frozenset[int]:
    """Return the heads of tolls that are an attack's: it, and no accident, is the harm told last before.

    "Shells hit the market. Nine people were killed, officials said." Or it is told in a clause of the toll's
    own: "Nine people were killed when shells hit the market." A blast told as known is the attack's too: "a
    bomb went off; [the blast] was heard".
    """
    pairs = tuple(read)
    attack: Token | None = None
    found: set[int] = set()
    driven = {t.lemma_ for m, told in pairs if _is_done_attack(m, told) for t in _driven(m.head)}
    accidents = False
    for match, telling in pairs:
        head = match.head
        if match.frame.toll and not telling.negated and not _is_yet_to_come(head, telling):
            reach = _TOLL_REACH if accidents or head.lemma_ not in _HURTING else _ONLY_REACH
            near = attack is not None and _sentences_between(attack, head) <= reach
            if near or any(_is_done_attack(*other) and _is_when(other[0].head, head) for other in pairs):
                found.add(head.i)
        elif match.frame.type is EventType.ASSAULT:
            attack = head if _is_done_attack(match, telling) else attack
        elif _is_beside_gunfire(head) or (
            attack is not None
            and is_known_blast(head)
            and _sentences_between(attack, head) <= (_TOLL_REACH if accidents else _ONLY_REACH)
        ):
            found.add(head.i)
            attack = head
        elif attack is not None and (
            _is_its_vehicle(match, driven) or any(t.i in found for t in match.slots["subject"])
        ):
            found.add(head.i)  # "the blast overturned cars"
        elif is_disaster(match):
            attack, accidents = None, accidents or not is_blast(head)
    return frozenset(found)


def _is_yet_to_come(harm: Token, telling: Telling) -> bool:
    """Tell whether nobody has come to harm so far: "food thrown down might [kill] people"."""
    over = any(c.dep_ == "aux" and c.lemma_ == "have" for c in harm.children)
    return telling.status in _OPEN and harm.pos_ == "VERB" and not over


_OPEN = frozenset({Status.POSSIBLE, Status.PLANNED, Status.CONDITIONAL, Status.DEMANDED})
_HURTING = frozenset({"injure", "wound", "hurt", "kill"})


def _is_beside_gunfire(noun: Token) -> bool:
    """Tell whether a blast is told with shots: "the [blast] was followed by gunfire"."""
    if not is_blast(noun):
        return False
    beside = {t.lemma_.lower() for t in (*noun.conjuncts, *noun.head.conjuncts)}
    verb = noun.head
    if verb.lemma_ in ("follow", "accompany", "precede"):
        beside |= {t.lemma_.lower() for c in verb.children for t in (c, *c.children) if t != noun}
    return not beside.isdisjoint(_SHOTS)


_SHOTS = frozenset({"gunfire", "gunshot", "gunbattle", "firefight", "shootout"})


def _driven(attack: Token) -> tuple[Token, ...]:
    """Return what somebody attacks with by driving it: "rammed a [truck] into the gate"."""
    return tuple(c for c in attack.children if c.dep_ == "dobj" and attack.lemma_ in _DRIVING)


def _is_its_vehicle(match: Match, driven: Container[str]) -> bool:
    """Tell whether what crashes is what an attack was done with: "[the truck] smashed into a wall".

    Args:
        match: What may be an accident.
        driven: Lemmas of what somebody has attacked with.
    """
    crashed = [t for t in match.slots["subject"] if any(c.lower_ == "the" for c in t.children)]
    return is_disaster(match) and any(t.lemma_ in driven for t in crashed)


_DRIVING = frozenset({"ram", "drive", "plough", "plow", "steer", "slam", "crash", "fly", "detonate"})


def blasts_of_accidents(read: Iterable[tuple[Match, Telling]], arguments: Arguments) -> frozenset[int]:
    """Return the heads of blasts that are an accident's: told so, or last after one.

    "A [gas blast] killed nine", "a jet crashed; [the blast] …".
    """
    accident: Token | None = None
    found: set[int] = set()
    for match, telling in read:
        if is_harm_of_blast(match, found):
            continue
        if _is_done_attack(match, telling):
            accident = None
        elif is_accidental_blast(match.head, arguments):
            found.add(match.head.i)
            accident = match.head
        elif is_blast(match.head):
            near = accident is not None and _sentences_between(accident, match.head) <= _TOLL_REACH
            found |= {match.head.i} if near and is_known_blast(match.head) else set()
        elif is_disaster(match):
            accident = match.head
    return frozenset(found)


def is_harm_of_blast(match: Match, blasts: Container[int]) -> bool:
    """Tell whether a deed is only the harm that a blast of an accident did: "the gas blast [killed] nine".

    Args:
        match: The deed.
        blasts: Heads of the blasts.
    """
    harm = match.frame.type is EventType.ASSAULT or match.frame.toll
    return harm and any(t.i in blasts for place in ("subject", "in", "by") for t in match.slots[place])


def _is_done_attack(match: Match, telling: Telling) -> bool:
    done = telling.status in (Status.HAPPENED, Status.ONGOING) and not telling.negated
    attack = match.frame.type is EventType.ASSAULT and not match.frame.toll
    return attack and done and not telling.background


_IN_WHICH = ("after", "in", "during")


def _is_when(attack: Token, toll: Token) -> bool:
    """Tell whether an attack tells when a toll was: "killed [when shells hit]", "dead [after a raid]"."""
    above = (toll, *toll.ancestors)
    verb = next((t for t in above if t.pos_ in ("VERB", "AUX")), toll)
    clause = attack if attack.dep_ == "advcl" else attack.head
    if clause.dep_ not in ("advcl", "prep") or clause.i < toll.i:
        return False
    # "one was killed and five wounded [in an attack]"
    joined = [c for c in verb.children if c.dep_ == "conj"]
    return clause.head in (toll, verb, *joined) and (clause.dep_ == "advcl" or clause.lower_ in _IN_WHICH)


def _sentences_between(first: Token, second: Token) -> int:
    return sum(1 for t in first.doc[first.i : second.i] if t.is_sent_start and t.i > first.i)
