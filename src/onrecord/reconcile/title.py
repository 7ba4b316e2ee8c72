"""One readable line for an event: "North Korea sends troops to Russia"."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.gazetteer.countries import name_of
from onrecord.reconcile.parties import root_of, voice_of
from onrecord.records import Claim, EventType, Party, PartyKind, Place
from onrecord.text.amounts import plural

__all__ = ["Deed", "names_of", "title_of"]

_BODILY = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.PROTEST, EventType.SANCTION})
"""Types whose parties are bodies or persons of a state rather than the state: an attack on its consulate."""


_SENT = frozenset({"troops", "ships", "aircraft", "vehicles", "food", "relief", "prisoners", "labour"})
_WORDS = {
    "air_defence": "air defences",
    "security_guarantee": "a security guarantee",
    "diplomatic_support": "diplomatic support",
    "ammunition": "ammunition",
    "other": "goods",
}

_VERBS: dict[tuple[EventType, str | None], tuple[str, str, str]] = {
    (EventType.AGREE, None): ("agrees with", "agree", "Agreement"),
    (EventType.CONSULT, None): ("meets", "meet", "Meeting"),
    (EventType.CONSULT, "visit"): ("visits", "meet", "Visit"),
    (EventType.CONSULT, "phone"): ("speaks by phone with", "speak by phone", "Phone call"),
    (EventType.CONSULT, "third-party"): ("mediates for", "mediate", "Mediation"),
    (EventType.SUPPORT, None): ("backs", "back", "Support"),
    (EventType.CONCEDE, None): ("gives way to", "give way", "Concession"),
    (EventType.COOPERATE, None): ("cooperates with", "cooperate", "Cooperation"),
    (EventType.AID, None): ("helps", "help", "Aid"),
    (EventType.RETREAT, None): ("gives way to", "give way", "Retreat"),
    (EventType.RETREAT, "withdraw"): ("withdraws from", "withdraw", "Withdrawal"),
    (EventType.RETREAT, "release"): ("releases", "release prisoners", "Release"),
    (EventType.RETREAT, "disarm"): ("disarms before", "disarm", "Disarmament"),
    (EventType.RETREAT, "ceasefire"): ("ceases fire against", "cease fire", "Ceasefire"),
    (EventType.RETREAT, "access"): ("lets in", "open access", "Access"),
    (EventType.RETREAT, "resign"): ("resigns before", "resign", "Resignation"),
    (EventType.REQUEST, None): ("makes a demand on", "make demands", "Demand"),
    (EventType.ACCUSE, None): ("accuses", "accuse each other", "Accusation"),
    (EventType.ACCUSE, "investigate"): ("investigates", "investigate", "Investigation"),
    (EventType.ACCUSE, "disapprove"): ("condemns", "condemn each other", "Condemnation"),
    (EventType.REJECT, None): ("rejects a move of", "refuse", "Refusal"),
    (EventType.THREATEN, None): ("threatens", "threaten each other", "Threat"),
    (EventType.PROTEST, None): ("protests against", "protest", "Protest"),
    (EventType.PROTEST, "strike"): ("strikes against", "strike", "Strike"),
    (EventType.PROTEST, "riot"): ("riots against", "riot", "Riot"),
    (EventType.PROTEST, "obstruct"): ("blocks", "block the way", "Blockade"),
    (EventType.SANCTION, None): ("imposes sanctions on", "impose sanctions", "Sanctions"),
    (EventType.SANCTION, "convict"): ("convicts", "convict", "Conviction"),
    (EventType.SANCTION, "expel"): ("expels envoys of", "expel envoys", "Expulsion"),
    (EventType.SANCTION, "withdraw"): ("withdraws support from", "withdraw support", "Withdrawal of support"),
    (EventType.SANCTION, "discontinue"): ("cuts ties with", "cut ties", "Ties cut"),
    (EventType.MOBILIZE, None): ("mobilizes against", "mobilize", "Mobilization"),
    (EventType.MOBILIZE, "troops"): ("moves troops against", "move troops", "Troop movement"),
    (EventType.MOBILIZE, "weapons"): ("moves or tests arms against", "move or test arms", "Arms moved"),
    (EventType.MOBILIZE, "police"): ("deploys police against", "deploy police", "Police deployment"),
    (EventType.COERCE, None): ("uses coercion against", "use coercion", "Coercion"),
    (EventType.COERCE, "arrest"): ("detains people of", "detain people", "Arrest"),
    (EventType.COERCE, "seize"): ("seizes property of", "seize property", "Seizure"),
    (EventType.COERCE, "restrict"): ("restricts", "impose restrictions", "Restrictions"),
    (EventType.COERCE, "deport"): ("deports", "deport people", "Deportation"),
    (EventType.COERCE, "censor"): ("censors", "censor", "Censorship"),
    (EventType.COERCE, "cyber"): ("attacks the computers of", "attack computers", "Cyber attack"),
    (EventType.ASSAULT, None): ("attacks", "fight", "Attack"),
    (EventType.ASSAULT, "abduct"): ("abducts people of", "abduct people", "Abduction"),
    (EventType.ASSAULT, "aerial"): ("bombs", "bomb from the air", "Air attack"),
    (EventType.ASSAULT, "drone"): ("attacks by drone", "attack by drone", "Drone attack"),
    (EventType.ASSAULT, "heavy-weapons"): ("shells", "shell each other", "Shelling"),
    (EventType.ASSAULT, "firearms"): ("shoots at", "exchange fire", "Shooting"),
    (EventType.ASSAULT, "explosives"): ("bombs", "set off bombs", "Bombing"),
    (EventType.ASSAULT, "suicide-attack"): ("strikes by suicide attack", "attack", "Suicide attack"),
    (EventType.ASSAULT, "crowd-control"): ("uses force on", "use force on crowds", "Force on a crowd"),
}  # fmt: skip
"""Type and mode → one actor on a recipient ("meets"), actors among themselves ("meet"), a heading."""


_ALONE = {
    (EventType.ASSAULT, None): "attack",
    (EventType.ASSAULT, "firearms"): "open fire",
    (EventType.ASSAULT, "heavy-weapons"): "fire shells",
    (EventType.AID, None): "give help",
    (EventType.CONSULT, None): "hold talks",
    (EventType.CONSULT, "visit"): "make a visit",
    (EventType.CONSULT, "phone"): "speak by phone",
    (EventType.SUPPORT, None): "give support",
    (EventType.ACCUSE, None): "make an accusation",
    (EventType.ACCUSE, "disapprove"): "condemn something",
    (EventType.THREATEN, None): "make a threat",
}
"""What one actor does of whom no recipient is told, where the verb of several says something else."""

_BEFALLS = {
    EventType.AID: "to",
    EventType.CONCEDE: "to",
    EventType.CONSULT: "with",
    EventType.AGREE: "with",
    EventType.COOPERATE: "with",
    EventType.REQUEST: "to",
    EventType.ACCUSE: "against",
    EventType.THREATEN: "against",
    EventType.PROTEST: "against",
    EventType.MOBILIZE: "against",
    EventType.SUPPORT: "for",
    EventType.RETREAT: "before",
}
_BEFALLS_BY_MODE = {
    (EventType.ASSAULT, None): "on",
    (EventType.ASSAULT, "aerial"): "on",
    (EventType.ASSAULT, "drone"): "on",
    (EventType.ASSAULT, "suicide-attack"): "on",
    (EventType.COERCE, "cyber"): "on",
    (EventType.COERCE, "restrict"): "on",
    (EventType.SANCTION, None): "on",
    (EventType.SANCTION, "discontinue"): "with",
}
"""The word between a heading and whom it befalls: "Aid to", "Attack on"; "of" for the others."""

_HOW_MANY = re.compile(
    r"^(?:(?:about|some|nearly|almost|over|at least|up to|more than|another|all|many|several|dozens of"
    r"|scores of|hundreds of|thousands of|[\d.,]+|one|two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve)\s+)+",
    re.IGNORECASE,
)
"""How a count begins: sources differ on it, so no title tells it."""


@dataclass(frozen=True, slots=True)
class Deed:
    """What a title tells: parties as ids, in the order in which they are named.

    Attributes:
        trigger: The word that names the deed, for one that has no type.
        place: Where, when no recipient is told.
        unnamed: Whom it befalls where no recipient has a name ("crowd", "two suspects"); "" where untold.
        counted: Of what numbers are told ("person"); "" where none is.
    """

    type: EventType | None
    mode: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    items: tuple[str, ...]
    place: Place | None
    trigger: str
    unnamed: str = ""
    counted: str = ""


def title_of(deed: Deed, names: Mapping[str, str]) -> str:
    """Return one line in the present tense; status and standing are shown beside it.

    Args:
        deed: What to tell.
        names: Party id → readable name.
    """
    actors = _listed(deed.actors, names)
    recipients = _listed(deed.recipients, names) or _HOW_MANY.sub("", deed.unnamed)
    several = len(deed.actors) > 1 or _is_plural(actors)
    if deed.type is None:
        where = f"in {deed.place.name}" if deed.place is not None else ""
        told = (actors + ":" if actors else _counted(deed), " ".join(deed.trigger.split()), where)
        return _first_upper(" ".join(part for part in told if part))
    if deed.items and deed.type in {EventType.AID, EventType.COOPERATE}:
        return _first_upper(_transfer(deed, actors, recipients, several))
    key = (deed.type, deed.mode if (deed.type, deed.mode) in _VERBS else None)
    one, mutual, heading = _VERBS[key]
    place = f" in {deed.place.name}" if deed.place is not None and not recipients else ""
    persons = all(one.startswith("person:") for one in deed.recipients)
    if not actors:
        whom = f"{_BEFALLS_BY_MODE.get(key) or _BEFALLS.get(deed.type, 'of')} {recipients}"
        if " people of" in one and not persons:
            whom = f"of people {whom}"
        return f"{heading} {whom}" if recipients and recipients not in heading else heading + place
    if persons:
        one = one.replace(" people of", "")
    if not recipients:
        verb = mutual if len(deed.actors) > 1 else _ALONE.get(key, _alone(mutual))
        alone = verb if several else _third_person(verb)
        return _first_upper(f"{actors} {alone}{place}")
    return _first_upper(f"{actors} {_plural(one) if several else one} {recipients}")


def names_of(
    claims: Sequence[Claim], kind: EventType | None = None, mode: str | None = None
) -> dict[str, str]:
    """Return party id → readable name, for all parties of the claims and the roots they stand for.

    Args:
        claims: Of one event.
        kind: Its type.
        mode: Its mode. Where the deed is that of a state's body or person or befalls one, and nobody tells it
            of the state itself, the state goes by that name: "German consulate" for Germany.
    """
    found: dict[str, dict[str, int]] = {}
    for claim in claims:
        for party in claim.parties:
            found.setdefault(party.id, {}).setdefault(_readable(party), 0)
            found[party.id][_readable(party)] += 1
            root = root_of(party)
            if root is not None:
                found.setdefault(root, {}).setdefault(name_of(root), 0)
    if kind in _BODILY or mode == "resign":
        found |= _bodies(claims)
    return {one: min(seen, key=lambda name: (-seen[name], -len(name), name)) for one, seen in found.items()}


def _bodies(claims: Sequence[Claim]) -> dict[str, Counter[str]]:
    """Return state → names of its bodies and persons with a part in the deed, each with how often it is told.

    A state that itself has a part, or whose bodies are on both sides, is left out.
    """
    found: dict[str, Counter[str]] = {}
    sides: dict[str, set[str]] = {}
    for event in (claim.event for claim in claims if claim.event):
        for side, parties in (("by", event.actors), ("to", (*event.recipients, *event.against))):
            for party in parties:
                root = voice_of(party)
                sides.setdefault(root, set()).update({side} if root != party.id else {"by", "to"})
                found.setdefault(root, Counter())[_body(party)] += 1
    return {root: names for root, names in found.items() if len(sides[root]) == 1}


def _body(party: Party) -> str:
    """Return a body's readable name, with its state where it is one word: "Greece's police"."""
    name = _readable(party)
    generic = party.kind is PartyKind.ORGANISATION and " " not in name and not name.isupper()
    return f"{name_of(party.country)}'s {name.lower()}" if generic and party.country else name


def _readable(party: Party) -> str:
    if party.kind is PartyKind.STATE or voice_of(party) == party.id == party.country:
        return name_of(party.country or party.id)
    return " ".join(party.name.split())


def _transfer(deed: Deed, actors: str, recipients: str, several: bool) -> str:
    items = _joined([_WORDS.get(item, item.replace("_", " ")) for item in deed.items[:3]])
    verb = "send" if set(deed.items[:3]) & _SENT else "give"
    if deed.type is EventType.COOPERATE and several and not recipients:
        return f"{actors} exchange {items}"
    if not actors:
        return f"{_first_upper(items)} for {recipients}" if recipients else f"Transfer of {items}"
    told = f"{actors} {verb if several else verb + 's'} {items}"
    return f"{told} to {recipients}" if recipients else told


def _is_plural(name: str) -> bool:
    """Tell whether a name is of several: "Taliban militants", not "United States"."""
    last = name.split()[-1] if name else ""
    return last.islower() and last.endswith("s") and not last.endswith(("ss", "us"))


def _listed(parties: Sequence[str], names: Mapping[str, str]) -> str:
    shown = [names.get(one) or name_of(one) for one in parties]
    return _joined(shown if len(shown) <= 3 else [*shown[:2], f"{len(shown) - 2} others"])


def _joined(words: Sequence[str]) -> str:
    return " and ".join((", ".join(words[:-1]), words[-1])) if len(words) > 1 else "".join(words)


def _counted(deed: Deed) -> str:
    """Return who suffered it, "people" before "killed", where numbers of them are told."""
    first = deed.trigger.split()[0] if deed.trigger.split() else ""
    told = deed.counted.isalpha() and first.endswith(("ed", "en"))
    return plural(deed.counted) if told else ""


def _alone(mutual: str) -> str:
    """Return what one actor does when the verb is for several: "meet" needs no other."""
    return mutual.replace(" each other", "")


def _third_person(phrase: str) -> str:
    """Return "move troops" as "moves troops": the first word is the verb, "move or test" are two."""
    words = phrase.split()
    verbs = [0, 2] if len(words) > 2 and words[1] == "or" else [0]
    return " ".join(_with_s(word) if i in verbs else word for i, word in enumerate(words))


def _with_s(verb: str) -> str:
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s")


def _plural(phrase: str) -> str:
    """Return "moves or tests weapons" as "move or test weapons"."""
    words = phrase.split()
    verbs = [0, 2] if len(words) > 2 and words[1] == "or" else [0]
    return " ".join(_without_s(word) if i in verbs else word for i, word in enumerate(words))


def _without_s(verb: str) -> str:
    return verb[:-2] if verb.endswith(("shes", "ches", "sses")) else verb.removesuffix("s")


def _first_upper(text: str) -> str:
    return text[:1].upper() + text[1:]
