"""Which deeds are worth a claim: no words that only name or describe, no asides, nothing of no concern."""

from spacy.tokens import Doc, Token

from onrecord.codebook.wordclasses import word_classes
from onrecord.reading.attribution.wording import head_of
from onrecord.reading.events.judged import FOUND
from onrecord.reading.layers import Attribution, Grounding, Happening, Layers
from onrecord.records import EventType, Party, PartyKind, Stance

__all__ = [
    "is_aside",
    "is_broken_rule",
    "is_denied_to_end",
    "is_in_name",
    "is_noun",
    "is_of_public_interest",
    "only_describes",
    "only_marks_which",
]

_PUBLIC = frozenset({PartyKind.STATE, PartyKind.ORGANISATION, PartyKind.GROUP, PartyKind.OFFICE})
_ARMED = frozenset({"MIL", "REB"})
"""Sectors of those whose deeds count though no name tells whose they are: "[rebels] seized the airport"."""
_POLITICAL = frozenset({"GOV", "OPP"})
_AGAINST_CROWDS = "crowd-control"
_CAPTIVES = "prisoners"
_MANY = 10
"""So many arrests at a time are no matter of a single case."""

_TOLL = frozenset({EventType.ASSAULT, EventType.PROTEST, None})
"""Types of deeds that matter by their numbers and place, whoever they strike."""


def is_of_public_interest(doc: Doc, happening: Happening, grounding: Grounding) -> bool:
    """Tell whether a deed told in the outlet's own voice is between parties one keeps a ledger of.

    Nobody stands behind these but the outlet, and words like "met" and "sold" are said of anyone. One
    party must be a state, a body or a group, be told to belong to a state, or act under arms; police against
    crowds count, a government's or an opposition's deeds that a frame knows, and who protests. Violence, and
    what PLOVER has no type for (a crash, a flood, deaths), count where their numbers or place are told; a
    noun that only the encoder takes for a deed, where its numbers are ("the scene of the attack in Nice"
    tells none). So do arrests by the number, captives or remains exchanged, and what a frame knows of whoever
    heads a state or government, or of what is done to an opposition, though no name tells which.
    """
    parties = (*happening.actors, *happening.recipients, *happening.against)
    if any(_is_public(party) for party in parties):
        return True
    if happening.type is not None and any(_is_armed(party, happening) for party in happening.actors):
        return True
    if happening.mode == _AGAINST_CROWDS and any(party.sector == "COP" for party in happening.actors):
        return True
    known = FOUND not in happening.rules
    if known and any(_rules_or_opposes(party, happening) for party in happening.actors):
        return True
    if known and any(_is_at_the_top(party) for party in parties):
        return True
    if known and happening.type is EventType.COERCE and any(p.sector == "OPP" for p in happening.recipients):
        return True
    if happening.type is EventType.COERCE and not is_noun(doc[happening.head]):
        return any(f.best is not None and f.best >= _MANY for f in grounding.figures)
    if happening.type is EventType.COOPERATE and any(item.kind == _CAPTIVES for item in happening.items):
        return bool(grounding.figures)
    placed = grounding.place is not None and not (FOUND in happening.rules and is_noun(doc[happening.head]))
    return happening.type in _TOLL and (bool(grounding.figures) or placed)


def _is_at_the_top(party: Party) -> bool:
    """Tell whether somebody is told to head a state or government: "[President] Bo Lind", "the [king]"."""
    return party.sector == "GOV" and (party.role or "").lower() in _HEADS


_HEADS = frozenset(
    {
        "president",
        "prime minister",
        "premier",
        "chancellor",
        "king",
        "queen",
        "emir",
        "sultan",
        "junta leader",
    }
)


def _is_armed(party: Party, happening: Happening) -> bool:
    attacker = happening.type is EventType.ASSAULT and party.name.lower().startswith("armed ")
    return party.sector in _ARMED or attacker


def _rules_or_opposes(party: Party, happening: Happening) -> bool:
    """Tell whether a government or an opposition told without its state coerces, or anybody protests."""
    if happening.type is EventType.PROTEST:
        return True
    return happening.type is EventType.COERCE and party.sector in _POLITICAL and party.role is None


def _is_public(party: Party) -> bool:
    of_body = (party.of or "").startswith("group:") or party.sector == "IGO"
    return party.country is not None or party.kind in _PUBLIC or of_body


def is_noun(token: Token) -> bool:
    """Tell whether a word is a noun or a name."""
    return token.pos_ in ("NOUN", "PROPN")


def is_aside(doc: Doc, layers: Layers, happening: Happening, grounding: Grounding, index: int) -> bool:
    """Tell whether a noun names an event of which nothing is said ("families of the crash victims").

    It counts where it has a number, place, day or party, or is itself what somebody spoke of or was asked
    about ("a request for comment on the massacre"); and so does any noun by which a frame knows an event with
    a type.
    """
    head = doc[happening.head]
    if is_noun(head) and head.head.lower_ == "of" and head.head.head.lemma_ in _TIMES:
        return True  # "around the time of the killing"
    if not is_noun(head) or not (happening.type is None or FOUND in happening.rules):
        return False
    bound = grounding.figures or grounding.place or grounding.when
    if bound or happening.actors or happening.recipients:
        return False
    one = layers.attributions[index]
    counted = head.head.head if head.head.lower_ == "of" else head  # "the number of dead"
    spoken_of = head_of(doc, one.content or one.subject) in (head, head.head, counted)
    return not spoken_of and not _is_asked_about(head)


def _is_asked_about(head: Token) -> bool:
    """Tell whether a deed is what comment is asked for on: "a request for comment on [the massacre]"."""
    on = head.head
    if head.dep_ != "pobj" or on.lower_ not in _ON:
        return False
    comment = on.head
    return comment.lemma_ == "comment" and comment.head.lower_ in {"for", "seeking"}


_ON = frozenset({"on", "about", "regarding", "concerning"})


_TIMES = frozenset({"time", "anniversary", "eve", "wake", "aftermath"})


def only_describes(head: Token) -> bool:
    """Tell whether the deed is only a noun before the noun that counts ("riot police", "rescue workers")."""
    return (
        head.dep_ == "compound"
        and head.head.pos_ == "NOUN"
        and head.head.lemma_.lower() in word_classes().crews
    )


def only_marks_which(head: Token, happening: Happening) -> bool:
    """Tell whether a deed that was not done only marks which things are meant: "went to sites not [hit]".

    So it is in a clause without a comma that is told of what another deed is done to or where it is.
    """
    pronouns = [c for c in head.children if c.dep_ in ("nsubj", "nsubjpass", "dobj") and c.tag_ == "WDT"]
    if not happening.negated or head.dep_ != "relcl" or not pronouns or head.head.dep_ not in _PLACED:
        return False
    return pronouns[0].i > 0 and pronouns[0].nbor(-1).text != ","


_PLACED = frozenset({"dobj", "pobj", "nsubjpass"})


def is_denied_to_end(head: Token, one: Attribution) -> bool:
    """Tell whether only the end of a deed is denied, not the deed: "denied that the [talks] had stalled"."""
    told = is_noun(head) and head.dep_ in {"nsubj", "nsubjpass"} and head.i in one.content
    return one.stance is Stance.DENIES and told and head.head.lemma_ in _ENDING


_ENDING = frozenset(
    {
        "stall",
        "collapse",
        "break",
        "fail",
        "end",
        "stop",
        "cease",
        "halt",
        "suspend",
        "cancel",
        "lapse",
        "fall",
    }
    | {"freeze", "delay", "postpone", "derail", "falter", "founder", "pause"}
)


def is_broken_rule(head: Token, happening: Happening) -> bool:
    """Tell whether sanctions are only what somebody breaks: "a violation of the [embargo]"."""
    imposed = any(not is_noun(head.doc[i]) for i in happening.trigger)
    if happening.type is not EventType.SANCTION or not is_noun(head) or imposed:
        return False
    governor = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "of" else head.head
    return head.dep_ in {"dobj", "nsubjpass", "pobj"} and governor.lemma_ in word_classes().breaking


def is_in_name(doc: Doc, layers: Layers, happening: Happening) -> bool:
    """Tell whether the deed is only a word in a party's name ("Front for the Liberation of …")."""
    head = happening.head
    return doc[head].pos_ == "PROPN" and any(m.start <= head < m.end for m in layers.mentions)
