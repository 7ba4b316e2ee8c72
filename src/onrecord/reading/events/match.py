"""Find the frames that fit the words of an article, with the fillers of their roles."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from onrecord.codebook import Codebook, Frame
from onrecord.codebook.kinds import frame_of_kind
from onrecord.codebook.wordclasses import word_classes
from onrecord.reading.events.arguments import Arguments
from onrecord.reading.events.everyday import is_for_aiming
from onrecord.reading.events.no_deeds import (
    is_attribute,
    is_common_theft,
    is_equipped,
    is_fended_off,
    is_helped_to_win,
    is_let_go_there,
    is_limited,
    is_met_standard,
    is_no_event,
    is_of_own,
    is_only_worded,
    is_own_envoy,
    is_put_to_envoy,
    is_rehearsed,
    is_retort,
    is_shot_at,
    is_stood_for,
    is_timetable_change,
    is_use_of_force,
    is_what_place_is_for,
    is_won_at_game,
    moves_own,
)
from onrecord.reading.events.other_senses import are_hurt, is_other_sense
from onrecord.reading.events.shots import is_fired_in_attack, is_fired_into_sea, is_strike_on
from onrecord.reading.events.slots import Slots, noun_slots, verb_slots
from onrecord.records import EventType, Party, PartyKind

__all__ = ["FrameIndex", "Match", "match_frames", "match_kind"]

_NOUN = ("NOUN", "PROPN")
_VERB = ("VERB", "AUX")
_PARTICLES = ("in", "out", "off", "up", "down", "over", "around", "behind", "back")
_OWNED_PLACES = ("object", "on", "against", "into", "at", "of", "over", "to", "from")
"""Places where a thing of a recipient's may stand in its stead."""
_NO_ONES: Mapping[EventType | None, frozenset[str]] = {
    EventType.RETREAT: frozenset({"war", "town"}),
    None: frozenset({"town", "put_to_vote"}),
}
"""Classes of things, by type, whose owner is not whom the deed is done to: "ended the [Norlandic] raids"."""
_TIMES = ("after", "before", "during", "since", "despite", "amid", "following")
_TOLD_BY_OBJECT = frozenset(
    {EventType.COERCE, EventType.CONCEDE, EventType.CONSULT, EventType.RETREAT, EventType.SANCTION}
)
"""Types told by words that say nothing without their object: suppress, lift, meet, release, drop, end."""
_ANYWHERE = ("visit", "tour")
"""Verbs whose object may be a building that stands for who sits in it: "[visited] the White House"."""
_LOSING = {"actor": ("to",), "recipient": ("object", "subject")}
"""Places of the parties of a loss: "[Norland] lost the town to [the rebels]"."""
_PUBLIC = frozenset(
    {"school", "shop", "store", "plant", "factory", "port", "airport", "road", "bridge", "mine", "market"}
    | {"restaurant", "museum", "university", "college", "hospital", "clinic", "beach", "park", "branch"}
)
"""What is closed without a word forbidden."""
_WINDOW = 9
"""Tokens after a verb among which the other words of a verb of several words may stand."""


@dataclass(frozen=True, slots=True)
class Match:
    """A frame that fits.

    Attributes:
        frame: The frame.
        head: The verb or noun that names the deed.
        trigger: Tokens of the words that name it, sorted.
        slots: What stands around it.
        weight: How much the frame asked for: its words beyond the first and its conditions.
        fillers: Role → heads of its fillers.
        parties: Role → the parties among its fillers.
        people: True when a filler is people told only as such ("twelve civilians"): nobody's party.
    """

    frame: Frame
    head: Token
    trigger: tuple[int, ...]
    slots: Slots
    weight: int
    fillers: Mapping[str, tuple[Token, ...]]
    parties: Mapping[str, tuple[Party, ...]]
    people: bool = False

    @property
    def told(self) -> bool:
        """Whether enough is told of it to be kept: a party or people, or a frame that may stand bare."""
        return self.frame.bare or self.people or any(self.parties.values())


class FrameIndex:
    """The codebook's frames by the head lemma of their words; made once a codebook."""

    def __init__(self, codebook: Codebook) -> None:
        self.verbs: dict[str, list[tuple[tuple[str, ...], Frame]]] = {}
        self.nouns: dict[str, list[tuple[tuple[str, ...], Frame]]] = {}
        for frame in codebook.frames.values():
            for word in frame.verbs:
                first, *rest = word.split()
                self.verbs.setdefault(first, []).append((_unhyphened(rest), frame))
            for word in frame.nouns:
                for parts in {tuple(word.split()), _unhyphened(word.split())}:
                    self.nouns.setdefault(parts[-1], []).append((parts[:-1], frame))
        for table in (self.verbs, self.nouns):
            for entries in table.values():
                entries.sort(key=lambda entry: -len(entry[0]) - len(entry[1].wanted))


def _unhyphened(words: Iterable[str]) -> tuple[str, ...]:
    """Return words as the parser cuts them: at hyphens too."""
    return tuple(part for word in words for part in word.split("-"))


def match_frames(
    doc: Doc,
    arguments: Arguments,
    index: FrameIndex,
    codebook: Codebook,
    skip: frozenset[int] = frozenset(),
    cues: frozenset[int] = frozenset(),
) -> tuple[Match, ...]:
    """Return for each word that names a deed the first frame that fits and tells enough, in reading order.

    Frames of more words and conditions come first, then the codebook's order.

    Args:
        doc: The parsed article.
        arguments: Its parties and items.
        index: The frames by word.
        codebook: For the words that change a deed's status.
        skip: Tokens that are no deed here: inserted text and the like.
        cues: Tokens of the attributions' cues; only frames that tell what was said fit them.
    """
    matches = []
    for token in doc:
        if token.i in skip:
            continue
        found = _first_fit(token, arguments, index, codebook, cues)
        if found is not None:
            matches.append(found)
    return tuple(matches)


def _first_fit(
    token: Token, arguments: Arguments, index: FrameIndex, codebook: Codebook, cues: frozenset[int]
) -> Match | None:
    of_cue = token.i in cues
    modality = codebook.modality
    particles = {c.lower_ for c in token.children if c.dep_ == "prt"}
    if token.lemma_ not in codebook.classes.get("phrasal", ()):
        other = codebook.classes.get("no_deed_to", ())
        particles = {p for p in particles if f"{token.lemma_} {p}" in other}
    if _is_speaking(token, cues) or is_equipped(token) or arguments.is_within_name(token):
        return None
    if token.pos_ in _VERB and token.dep_ not in ("aux", "auxpass") and not is_attribute(token):
        none = is_what_place_is_for(token) or is_only_worded(token)
        standard = is_met_standard(token, arguments)
        for rest, frame in index.verbs.get(_lemma(token, index.verbs), ()):
            if (of_cue and not frame.cue) or (standard if frame.type is EventType.CONSULT else none):
                continue
            if _is_ruled_out(frame, token, arguments):
                continue
            parts = _parts_of_verb(token, rest) if particles <= set(rest) else None
            if parts is not None and not _is_other_preposition(frame, parts):
                found = _fit(frame, token, parts, verb_slots(token, parts, modality), arguments)
                if found is not None and found.told and not _is_private_trip(found):
                    return found
    elif token.pos_ in _NOUN and not of_cue and not is_no_event(token, arguments) and not _is_no_deed(token):
        slots: Slots | None = None
        rehearsed = is_rehearsed(token)
        for before, frame in index.nouns.get(token.lemma_.lower(), ()):
            if rehearsed and frame.type is EventType.ASSAULT:
                continue
            parts = _parts_of_noun(token, before)
            if parts is not None:
                slots = slots or noun_slots(token, arguments.names, modality, codebook.classes)
                found = _fit(frame, token, parts, slots, arguments)
                if found is not None and found.told:
                    return found
    return None


def _is_private_trip(match: Match) -> bool:
    """Tell whether only private people travel, who visit nobody: "the victim [went] to Norland"."""
    travellers = match.parties.get("actor", ())
    trip = match.frame.id == "consult.travel"
    return trip and bool(travellers) and all(party.sector == "CVL" for party in travellers)


def _is_ruled_out(frame: Frame, verb: Token, arguments: Arguments) -> bool:
    """Tell whether what a verb stands in shows that it tells no deed of a frame, though its words fit."""
    return (
        (frame.type is EventType.MOBILIZE and is_fired_in_attack(verb))
        or is_for_aiming(verb)
        or (frame.type is EventType.ACCUSE and is_own_envoy(verb))
        or (frame.type is EventType.PROTEST and is_put_to_envoy(verb))
        or (
            frame.type is EventType.ASSAULT
            and (is_won_at_game(verb, arguments) or is_retort(verb, arguments))
        )
        or (frame.type is EventType.SANCTION and is_timetable_change(verb))
        or (frame.type is EventType.AID and is_helped_to_win(verb, arguments))
        or (frame.mode == "ceasefire" and is_fended_off(verb))
        or (frame.mode == "release" and is_let_go_there(verb))
        or (frame.mode == "destroy" and is_of_own(verb))
        or (frame.type is EventType.AID and moves_own(verb))
    )


def _is_no_deed(noun: Token) -> bool:
    """Tell whether a noun names a deed that is only forbidden, or stood for by a symbol."""
    return is_limited(noun) or is_stood_for(noun)


def _is_speaking(verb: Token, cues: frozenset[int]) -> bool:
    """Tell whether a participle only tells to whom something was said: "[speaking] to envoys, he said"."""
    participle = verb.tag_ == "VBG" and verb.dep_ == "advcl" and verb.lemma_ in ("speak", "talk")
    return participle and verb.head.i in cues


def match_kind(
    token: Token, kind: EventType | None, arguments: Arguments, index: FrameIndex, codebook: Codebook
) -> Match | None:
    """Return how a deed of a known kind is told by a word that no frame fits.

    A frame of the kind that knows the word tells mode and places, though its conditions are not met; else the
    places are those of the kind. None where all that know it tell that its object is nothing to give up:
    "release [videos]" frees nobody.

    Args:
        token: The word that names the deed.
        kind: Its type; None where PLOVER has none.
        arguments: Parties and items.
        index: The frames by word.
        codebook: For the words that change a deed's status.
    """
    verb = token.pos_ in _VERB
    if kind is EventType.SANCTION and verb and is_shot_at(token, arguments):
        kind = EventType.ASSAULT
    if kind is EventType.ASSAULT and verb and is_fired_into_sea(token):
        kind = EventType.MOBILIZE
    if kind is EventType.MOBILIZE and verb and is_fired_in_attack(token):
        kind = EventType.ASSAULT
    if kind is EventType.PROTEST and not verb and is_strike_on(token):
        kind = EventType.ASSAULT
    if kind is EventType.COERCE and token.lemma_ == "sanction":
        kind = EventType.SANCTION  # "tried to sanction ports", taken for a noun too
    theft = kind is EventType.COERCE and is_common_theft(token, arguments, codebook)
    kind = None if theft else kind
    slots = (
        verb_slots(token, (), codebook.modality)
        if verb
        else noun_slots(token, arguments.names, codebook.modality, codebook.classes)
    )
    known = (
        index.verbs.get(_lemma(token, index.verbs), ()) if verb else index.nouns.get(token.lemma_.lower(), ())
    )
    if is_of_own(token) and any(frame.mode == "destroy" for _, frame in known):
        return None
    plain = [frame for rest, frame in known if not rest and frame.type is kind and not frame.cue]
    if theft or is_use_of_force(token):
        plain = []  # no theft of data, no use of gas
    if slots["object"] and all(t.lemma_ in _PUBLIC for t in slots["object"]):
        plain = [frame for frame in plain if frame.mode != "censor"]  # "the closure of nine shops"
    told_by_object = kind in _TOLD_BY_OBJECT and token.lemma_ not in _ANYWHERE
    if told_by_object and plain and all(_is_of_other(f, slots, arguments) for f in plain):
        return None
    fitting = [frame for frame in plain if _fit(frame, token, (), slots, arguments) is not None]
    if is_other_sense(token, kind, slots, arguments, codebook, known=bool(plain), met=bool(fitting)):
        return None
    if kind is EventType.ASSAULT:
        alike = len({frame.mode for frame in plain}) <= 1
        plain = fitting or (plain if alike else plain[-1:])  # who "fired" flew no drone, whose frame is first
    frame = next(iter(plain), frame_of_kind(kind))
    if kind is EventType.SANCTION and verb and _is_kept_out(token, slots):
        frame = replace(frame, roles={**frame.roles, "recipient": ("object",)})
    if kind is EventType.AID and _is_taken_to_care(slots, arguments):
        frame = replace(frame, roles={**frame.roles, "recipient": ("object",)})
    if verb and token.lemma_ in codebook.classes.get("losing_verb", ()):
        frame = replace(frame, roles={**frame.roles, **_LOSING})
    return _filled(frame, token, (), slots, arguments)


def _is_taken_to_care(slots: Slots, arguments: Arguments) -> bool:
    """Tell whether the hurt are brought where they are cared for, which is not helped by it.

    "The wounded were moved to [a hospital]".
    """
    return are_hurt(slots["object"]) and any("care" in arguments.classes(t) for t in slots["to"])


def _is_kept_out(verb: Token, slots: Slots) -> bool:
    """Tell whether somebody is kept from a place, whose owner suffers nothing: "barred ships from ports"."""
    return verb.lemma_ in ("bar", "ban") and bool(slots["object"]) and bool(slots["from"])


def _lemma(token: Token, known: Collection[str]) -> str:
    """Return the lemma, with the "e" that spaCy's English rules drop from some: "wag" for "waged"."""
    lemma = token.lemma_.lower()
    if lemma not in known and token.tag_ in ("VBD", "VBN", "VBG") and f"{lemma}e" in known:
        return f"{lemma}e"
    return lemma


def _parts_of_verb(verb: Token, rest: tuple[str, ...]) -> tuple[Token, ...] | None:
    """Return the tokens of a verb's other words, in order after it and hung below it; None if missing."""
    parts: list[Token] = []
    at = verb.i + 1
    end = min(verb.sent.end, verb.i + 1 + _WINDOW)
    for word in rest:
        later = (c.i for c in verb.children if c.i >= end and c.dep_ == "prep" and c.lower_ == "from")
        for i in (*range(at, end), *(later if word == "from" else ())):
            token = verb.doc[i]
            if word in (token.lemma_.lower(), token.lower_) and _is_its_own(verb, token, rest):
                parts.append(token)
                at, end = i + 1, min(max(end, i + 2), len(verb.doc))
                break
        else:
            return None
    return None if parts and _only_modifies(parts[-1], parts) else tuple(parts)


def _only_modifies(word: Token, parts: Collection[Token]) -> bool:
    """Tell whether a word only says of what sort another is: no "destroy weapons" in "a [weapons] plant"."""
    if word.head.lemma_ in word_classes().in_words or word.head in parts:
        return False
    return word.dep_ == "compound" and word.pos_ == "NOUN" and word.head.i > word.i


def _is_its_own(verb: Token, word: Token, rest: Collection[str]) -> bool:
    """Tell whether a word hangs below a verb, not below another's, nor behind a preposition of time.

    "ran and knocked it over" and "was sure they were missing" are no "run over" and no "be missing";
    "halted deliveries after an attack" is no "halt attack", "fired him on Monday" no "fire on".
    """
    if word.pos_ == "VERB" and _heads_clause(word):
        return False
    if word.dep_ == "prep" and any(
        c.ent_type_ in ("DATE", "TIME") for c in word.children if c.dep_ == "pobj"
    ):
        return False
    at = word
    for above in word.ancestors:
        if above == verb:
            return True
        if above.pos_ == "VERB" and above.lemma_ not in rest and not _is_left_to(at, above):
            return False
        if above.dep_ == "prep" and above.lower_ in _TIMES and above.lower_ not in rest:
            return False
        at = above
    return False


def _is_left_to(doer: Token, verb: Token) -> bool:
    """Tell whether a verb only tells what its subject is to do: "declared a [siege] to begin at noon"."""
    return doer.dep_ in ("nsubj", "nsubjpass") and verb.dep_ != "conj" and not _heads_clause(verb)


def _heads_clause(verb: Token) -> bool:
    """Tell whether a verb has a subject and an auxiliary of its own, unlike "go" in "let them go"."""
    own = any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)
    finite = any(c.dep_ == "aux" and c.tag_ in ("VBD", "VBZ", "VBP") for c in verb.children)
    return own and finite


def _is_other_preposition(frame: Frame, parts: tuple[Token, ...]) -> bool:
    """Tell whether the last word is no particle of the verb but opens a phrase the frame knows nothing of.

    "gave in" is a verb of two words; "gave arms in return" is not.
    """
    if parts and parts[-1].tag_ == "TO" and parts[-1].dep_ == "aux":
        return True  # "going to speak" is no journey
    if not parts or parts[-1].dep_ != "prep" or not any(c.dep_ == "pobj" for c in parts[-1].children):
        return False
    verb = parts[-1].head
    if "object" in frame.wanted and not any(c.dep_ == "dobj" for c in verb.children):
        return False  # "flew in tents": what it asks of its object tells
    places = {place for role in frame.roles.values() for place in role} | set(frame.wanted)
    word = parts[-1].lower_
    return word not in places and (word in _PARTICLES or "object" not in places)


def _parts_of_noun(noun: Token, before: tuple[str, ...]) -> tuple[Token, ...] | None:
    """Return the tokens of a noun's earlier words, directly before it (hyphens aside); None if missing."""
    parts: list[Token] = []
    at = noun.i - 1
    for word in reversed(before):
        while at >= noun.sent.start and noun.doc[at].text == "-":
            at -= 1
        if at < noun.sent.start or word not in (noun.doc[at].lemma_.lower(), noun.doc[at].lower_):
            return None
        parts.insert(0, noun.doc[at])
        at -= 1
    return tuple(parts)


def _fit(
    frame: Frame, head: Token, parts: tuple[Token, ...], slots: Slots, arguments: Arguments
) -> Match | None:
    for slot, classes in frame.wanted.items():
        if not any(arguments.classes(t).intersection(classes) for held in slots.both(slot) for t in held):
            return None
    for slot, classes in frame.unwanted.items():
        if any(arguments.classes(t).intersection(classes) for t in slots[slot]):
            return None
    return _filled(frame, head, parts, slots, arguments)


def _is_of_other(frame: Frame, slots: Slots, arguments: Arguments) -> bool:
    """Tell whether the object is one with which a word is not the frame's deed."""
    unwanted = frame.unwanted.get("object", ())
    return any(arguments.classes(t).intersection(unwanted) for t in slots["object"])


def _filled(frame: Frame, head: Token, parts: tuple[Token, ...], slots: Slots, arguments: Arguments) -> Match:
    """Return a frame with what stands in its places, its conditions aside."""
    fillers = {role: tuple(_fillers(slots, places)) for role, places in frame.roles.items()}
    parties = _parties(frame, slots, arguments)
    trigger = tuple(sorted({head.i, *(t.i for t in parts)}))
    people = any(arguments.is_anybody(t) for role in ("actor", "recipient") for t in fillers[role])
    people = people or (frame.type is EventType.PROTEST and bool(fillers["actor"]))
    people = people or _are_sent(frame, slots["object"], arguments)
    return Match(frame, head, trigger, slots, len(parts) + len(frame.wanted), fillers, parties, people)


def _owners(frame: Frame, slots: Slots, arguments: Arguments, taken: Collection[str]) -> tuple[Party, ...]:
    """Return whose the things are that stand where a recipient would: "a ban on [Norlandic] beef".

    A raid that somebody ends is its doer's, and the town that people leave is only where they were.
    """
    passing = _NO_ONES.get(frame.type, frozenset())
    for place in frame.roles["recipient"]:
        if place in _OWNED_PLACES:
            things = [t for t in slots[place] if not passing & arguments.classes(t)]
            standing = arguments.owners(things, pronouns=bool(taken))
            owners = tuple(p for p in standing if p.id not in taken)
            if owners:
                return owners
    return ()


def _fillers(slots: Slots, places: Iterable[str]) -> Iterator[Token]:
    for place in places:
        yield from slots[place]


def _parties(frame: Frame, slots: Slots, arguments: Arguments) -> dict[str, tuple[Party, ...]]:
    """Return role → parties, from the first place that has one; actors who need no recipient from all."""
    found: dict[str, tuple[Party, ...]] = {}
    taken: set[str] = set()
    for role in ("actor", "against", "recipient"):
        parties: tuple[Party, ...] = ()
        for place in frame.roles.get(role, ()):
            near, far = slots.both(place)
            if role == "actor":
                near, far = (_without_fishers(held, arguments) for held in (near, far))
            standing = arguments.parties(near) or arguments.parties(far)
            if role == "actor" and place == "object" and _are_sent(frame, near, arguments):
                standing = tuple(p for p in standing if p.kind is not PartyKind.UNKNOWN or p.country)
            if role == "actor" and frame.type is EventType.PROTEST:
                standing = tuple(p for p in standing if p.kind is not PartyKind.STATE)  # its people, not it
            parties = parties + tuple(p for p in standing if p.id not in taken and p not in parties)
            if parties and not (role == "actor" and not frame.roles["recipient"]):
                break
        if role == "recipient" and not parties:
            parties = _owners(frame, slots, arguments, taken)
        found[role] = parties
        taken |= {p.id for p in parties}
    if _fights_alone(frame, slots, arguments):
        found["actor"], found["recipient"] = (), found["actor"]
    return found


def _without_fishers(fillers: Iterable[Token], arguments: Arguments) -> tuple[Token, ...]:
    """Return what acts without boats that only fish, for which no state stands: "[Norlandic] trawlers"."""
    return tuple(t for t in fillers if "fishing_boats" not in arguments.classes(t))


def _are_sent(frame: Frame, moved: Iterable[Token], arguments: Arguments) -> bool:
    """Tell whether people are sent by somebody untold: "[fighters] were sent", but "[the force] deployed"."""
    passive = any(t.dep_ == "nsubjpass" and "people" in arguments.classes(t) for t in moved)
    return frame.type is EventType.MOBILIZE and "object" in frame.roles.get("actor", ()) and passive


def _fights_alone(frame: Frame, slots: Slots, arguments: Arguments) -> bool:
    """Tell whether of a fight only those are told who are fought: "it fought [the rebels]"."""
    others = (slots[place] for place in frame.roles.get("actor", ()) if place != "object")
    alone = frame.is_mutual and frame.type is EventType.ASSAULT and bool(arguments.parties(slots["object"]))
    return alone and not any(arguments.parties(held) for held in others)
