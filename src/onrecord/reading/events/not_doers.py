"""Who stands by the noun for a deed and has not done it: brokers, judges, who reports it, a land taken."""

from spacy.tokens import Token

from onrecord.reading.events.clauses import coordinated, first_coordinated, preposition_objects
from onrecord.reading.events.noun_phrases import held_inside
from onrecord.reading.events.verb_forms import is_passive

__all__ = [
    "MEETINGS",
    "SUBSTITUTING",
    "brokers",
    "complainants",
    "is_substitute",
    "judges_of",
    "land_at_war",
    "land_taken",
    "only_allows",
    "only_brokers",
    "only_knows",
]

_BROKERING = frozenset({"broker", "mediate", "arrange", "sponsor", "negotiate", "facilitate"})
_BROKERED = frozenset({"ceasefire", "truce", "talk", "peace", "agreement", "deal", "exchange", "swap"})
"""What those make who bring others together: "a UN-brokered ceasefire", "the truce was arranged by him"."""
MEETINGS = frozenset({"talk", "meeting", "discussion", "negotiation", "conversation", "call", "summit"})
"""What people do who talk to one another, often brought together by others."""
_NEAR = 5
"""Tokens behind a name within which a noun tells what it brought about."""
_JUDGING = frozenset(
    {"want", "accuse", "convict", "indict", "charge", "investigate", "try", "sentence", "prosecute", "jail"}
)
_INQUIRIES = frozenset({"investigation", "inquiry", "indictment", "trial", "probe"})
_REPORTS = frozenset({"claim", "complaint", "allegation", "accusation", "report"})
_ALLOWING = frozenset({"allow", "permit", "tolerate"})
_TAKINGS = frozenset({"invasion", "occupation", "annexation"})


def brokers(verb: Token, deed: Token) -> bool:
    """Tell whether a verb tells who brings others together for a deed: "[brokered] a truce".

    So does "talks [hosted] by Norland"; who "hosted talks" is told to act.
    """
    return _brings_together(verb, deed) or (verb.lemma_ in _BROKERING and deed.lemma_ in _BROKERED)


def _brings_together(verb: Token, meeting: Token) -> bool:
    hosted = verb.lemma_ == "host" and is_passive(verb)
    return hosted and meeting.lemma_.lower() in MEETINGS


def only_brokers(name: Token, noun: Token) -> bool:
    """Tell whether a name by a noun is that of who brought others together: "a [UN]-brokered truce".

    Or, behind it, "talks mediated by [the UN]" or "hosted by [Norland]".
    """
    if _is_broker_behind(name, noun):
        return True
    between = noun.doc[name.i + 1 : noun.i] if name.i + 1 < noun.i <= name.i + _NEAR else ()
    return any(t.tag_ == "VBN" and brokers(t, noun) for t in between)


def _is_broker_behind(name: Token, noun: Token) -> bool:
    """Tell whether a name stands in the "by" of a participle behind a noun: "talks mediated by [the UN]".

    The parse may hang the participle on a place between: "talks in Geneva mediated by [the UN]".
    """
    agent = next(
        (t for t in (name, *name.ancestors) if t.dep_ in ("pobj", "conj") and t.head.dep_ == "agent"), None
    )
    if agent is None or noun.lemma_.lower() not in (*_BROKERED, *MEETINGS):
        return False
    verb = agent.head.head
    together = verb.lemma_ in _BROKERING or _brings_together(verb, noun)
    return together and verb.dep_ == "acl" and noun.i < verb.i and noun in verb.ancestors


def judges_of(noun: Token) -> tuple[Token, ...]:
    """Return who judges somebody for a deed, told behind it: "wanted for a murder by [the court]".

    Or "is under investigation for it by [the court]".
    """
    first = first_coordinated(noun)
    if first.dep_ != "pobj" or first.head.lower_ not in ("for", "of"):
        return ()
    above = first.head.head
    judged = above.pos_ == "VERB" and above.lemma_ in _JUDGING and is_passive(above)
    inquiry = above.lemma_ in _INQUIRIES and above.dep_ == "pobj" and first.head.lower_ == "for"
    if not (judged or inquiry):
        return ()
    around = preposition_objects(noun)
    return around.get("by") or held_inside(around.get("of", ())).get("by", ())


def is_substitute(name: Token, deed: Token) -> bool:
    """Tell whether a name is that of who takes another's place: "the replacement of staff by [relatives]"."""
    by = first_coordinated(name).head
    return (
        by.lower_ in ("by", "with")
        and by.head == deed
        and deed.lemma_ in SUBSTITUTING
        and deed.pos_ == "NOUN"
    )


SUBSTITUTING = frozenset({"replacement", "substitution"})
"""Deeds whose "by" tells who takes another's place, and not who does them."""


def complainants(deed: Token) -> tuple[Token, ...]:
    """Return whose report of a deed a noun is: "[her] assault claim", "[the clerk's] rape complaint"."""
    told = deed.head
    if deed.dep_ not in ("compound", "amod") or told.lemma_ not in _REPORTS:
        return ()
    return tuple(c for noun in (deed, told) for c in noun.children if c.dep_ == "poss")


def only_allows(party: Token, deed: Token) -> bool:
    """Tell whether a party only gives leave for a deed that others do: "[Norland] allowed strikes on it"."""
    verb = first_coordinated(deed).head
    return party.dep_ == "nsubj" and party.head == verb and verb.lemma_ in _ALLOWING and deed.pos_ == "NOUN"


def only_knows(party: Token, deed: Token) -> bool:
    """Tell whether a party only knows or is told of a deed: "[the spies] had known about the talks".

    "[Norland] was given no explanation for the withdrawal".
    """
    first = first_coordinated(deed)
    if (
        first.dep_ != "pobj"
        or deed.pos_ != "NOUN"
        or party.dep_ not in ("nsubj", "nsubjpass", "dobj", "dative")
    ):
        return False
    told = first.head.head
    verb = told.head if told.pos_ == "NOUN" and told.dep_ in ("dobj", "pobj") else told
    knows = verb == told and told.lemma_ in _KNOWING and first.head.lower_ in ("of", "about")
    hears = verb != told and told.lemma_ in _TIDINGS and first.head.lower_ in ("of", "about", "for")
    return party.head == verb and (knows or (hears and verb.lemma_ in _GIVING))


_KNOWING = frozenset({"know", "hear", "learn", "inform", "brief", "notify", "warn", "aware"})
_TIDINGS = frozenset(
    {"explanation", "reason", "notice", "warning", "information", "detail", "word", "account"}
)
_GIVING = frozenset({"give", "get", "receive", "have", "offer", "provide", "hear"})


def land_taken(noun: Token) -> tuple[Token, ...]:
    """Return the land whose bare name stands before its taking: "the [Norland] invasion" is that of it."""
    if noun.lemma_ not in _TAKINGS or not {"of", "by"}.isdisjoint(preposition_objects(noun)):
        return ()
    before = (c for c in noun.children if c.dep_ == "compound" and c.pos_ == "PROPN" and c.i == noun.i - 1)
    return tuple(c for c in before if c.ent_type_ == "GPE" and not coordinated(c)[1:])


def land_at_war(noun: Token) -> tuple[Token, ...]:
    """Return the land a civil war only goes on in, and is nobody's deed: "[Norland]'s civil war"."""
    civil = noun.lemma_ == "war" and any(c.lower_ == "civil" for c in noun.children)
    before = (c for c in noun.children if c.dep_ in ("poss", "amod", "compound", "nmod"))
    return tuple(c for c in before if civil and c.ent_type_ in ("GPE", "NORP"))
