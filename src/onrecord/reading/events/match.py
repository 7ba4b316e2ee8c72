"""Find the frames that fit the words of an article, with the fillers of their roles."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from onrecord.codebook import Codebook, Frame
from onrecord.codebook.kinds import frame_of_kind
from onrecord.codebook.wordclasses import word_classes
from onrecord.reading.events.arguments import Arguments
from onrecord.reading.events.shapes import is_attribute, is_limited, is_rehearsed
from onrecord.reading.events.slots import Slots, noun_slots, verb_slots
from onrecord.records import EventType, Party, PartyKind

__all__ = ["FrameIndex", "Match", "is_use_of_force", "match_frames", "match_kind"]

_NOUN = ("NOUN", "PROPN")
_VERB = ("VERB", "AUX")
_PARTICLES = ("in", "out", "off", "up", "down", "over", "around", "behind", "back")
_OWNED_PLACES = ("object", "on", "against", "into", "at", "of", "over", "to", "from")
"""Places where a thing of a recipient's may stand in its stead."""
_NO_ONES: Mapping[EventType | None, frozenset[str]] = {
    EventType.RETREAT: frozenset({"war", "town"}),
    None: frozenset({"town"}),
}
"""Classes of things, by type, whose owner is not whom the deed is done to: "ended the [Norlandic] raids"."""
_TIMES = ("after", "before", "during", "since", "despite", "amid", "following")
_TOLD_BY_OBJECT = frozenset({EventType.COERCE, EventType.CONSULT, EventType.RETREAT, EventType.SANCTION})
"""Types told by words that say nothing without their object: suppress, meet, release, drop, end."""
_ANYWHERE = ("visit", "tour")
"""Verbs whose object may be a building that stands for who sits in it: "[visited] the White House"."""
_ARMS = ("ammunition", "missiles", "weapons", "drones", "air_defence", "vehicles", "aircraft", "ships")
"""What helps whoever gets it, though it is paid for."""
_NATURE = ("disaster", "blaze", "debris")
"""What strikes, and is nobody."""
_UNHARMED = ("animals", "figurative")
"""What is slaughtered, hijacked or hit without harm to anybody."""
_SELVES = frozenset({"himself", "herself", "themselves", "itself", "yourself", "ourselves", "myself"})
_TAKEN = frozenset({"people", "party", "prisoners", "town", "place_taken", "territory"})
"""What is taken, kept or lost in earnest, whatever else the words ask for."""
_LOSING = {"actor": ("to",), "recipient": ("object", "subject")}
"""Places of the parties of a loss: "[Norland] lost the town to [the rebels]"."""
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
    if _is_speaking(token, cues) or _is_equipped(token) or arguments.is_within_name(token):
        return None
    if token.pos_ in _VERB and token.dep_ not in ("aux", "auxpass") and not is_attribute(token):
        for rest, frame in index.verbs.get(_lemma(token, index.verbs), ()):
            if of_cue and not frame.cue:
                continue
            parts = _parts_of_verb(token, rest) if particles <= set(rest) else None
            if parts is not None and not _is_other_preposition(frame, parts):
                found = _fit(frame, token, parts, verb_slots(token, parts, modality), arguments)
                if found is not None and found.told:
                    return found
    elif token.pos_ in _NOUN and not of_cue and not _is_no_event(token, arguments) and not is_limited(token):
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


_EQUIPPED = ("arm", "equip")


def _is_equipped(verb: Token) -> bool:
    """Tell whether a participle tells what somebody has, and not that he was given it: "are [armed] with"."""
    if verb.lemma_ not in _EQUIPPED or verb.tag_ != "VBN" or any(c.dep_ == "agent" for c in verb.children):
        return False
    passive = [c for c in verb.children if c.dep_ == "auxpass"]
    state = all(c.tag_ in ("VBP", "VBZ", "VBD") and c.lemma_ == "be" for c in passive)
    return state and (bool(passive) or verb.dep_ in ("acl", "amod", "acomp"))


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
    if kind is EventType.SANCTION and verb and _is_shot_at(token, arguments):
        kind = EventType.ASSAULT
    theft = kind is EventType.COERCE and _is_common_theft(token, arguments, codebook)
    kind = None if theft else kind
    slots = (
        verb_slots(token, (), codebook.modality)
        if verb
        else noun_slots(token, arguments.names, codebook.modality, codebook.classes)
    )
    known = (
        index.verbs.get(_lemma(token, index.verbs), ()) if verb else index.nouns.get(token.lemma_.lower(), ())
    )
    plain = [frame for rest, frame in known if not rest and frame.type is kind and not frame.cue]
    if theft or is_use_of_force(token):
        plain = []  # no theft of data, no use of gas
    told_by_object = kind in _TOLD_BY_OBJECT and token.lemma_ not in _ANYWHERE
    if told_by_object and plain and all(_is_of_other(f, slots, arguments) for f in plain):
        return None
    if _is_other_sense(token, kind, slots, arguments, plain, codebook):
        return None
    frame = next(iter(plain), frame_of_kind(kind))
    if verb and token.lemma_ in codebook.classes.get("losing_verb", ()):
        frame = replace(frame, roles={**frame.roles, **_LOSING})
    return _filled(frame, token, (), slots, arguments)


_SHOT_AT = frozenset({"on", "upon", "at"})
_TARGETS = frozenset({"party", "people", "ships", "aircraft", "vehicles", "town"})
_LENGTHS = frozenset({"mile", "kilometre", "kilometer", "km", "metre", "meter", "yard"})
"""What tells how far off somebody was fired on, and not whom: "was fired on 18 [miles] from the port"."""


def _is_shot_at(verb: Token, arguments: Arguments) -> bool:
    """Tell whether "fire" goes on to whom is shot at: "fired on the trawler", not "fired on Friday"."""
    if verb.lemma_ != "fire" or any(c.dep_ == "dobj" for c in verb.children):
        return False
    behind = next((c for c in verb.children if c.i == verb.i + 1 and c.lower_ in _SHOT_AT), None)
    if behind is None:
        return False
    whom = [c for c in behind.children if c.dep_ == "pobj"]
    return all(arguments.classes(t) & _TARGETS or t.lemma_ in _LENGTHS for t in whom)


def _is_common_theft(verb: Token, arguments: Arguments, codebook: Codebook) -> bool:
    """Tell whether thieves steal, and no state, force or armed group: "those [stealing] money"."""
    if verb.pos_ not in _VERB or verb.lemma_ not in codebook.classes.get("theft_verb", ()):
        return False
    doers = verb_slots(verb, (), codebook.modality)["subject"]
    return not any(arguments.classes(t) & _ARMED for t in doers)


_ARMED = frozenset({"state", "troops", "fighters", "officials", "bodies"})


def is_use_of_force(noun: Token) -> bool:
    """Tell whether a noun only tells that force was used: "the [use] of force"."""
    used = (t for c in noun.children if c.lower_ == "of" for t in c.children)
    return noun.pos_ not in _VERB and noun.lemma_ == "use" and any(t.lower_ == "force" for t in used)


def _is_other_sense(
    token: Token,
    kind: EventType | None,
    slots: Slots,
    arguments: Arguments,
    plain: Collection[Frame],
    codebook: Codebook,
) -> bool:
    """Tell whether what stands around a word shows that it is no deed of a kind, whatever the encoder sees.

    "The cases" of a disease and its spread are nobody's deeds; who "gathered" has protested only where
    protesters did, or outside somewhere; "took the picture" seized nothing, "leave it intact" is no
    leaving, and who isolates himself bans nobody.
    """
    words = codebook.classes
    doers = {name for t in slots["subject"] for name in arguments.classes(t)}
    done_to = {name for t in slots["object"] for name in arguments.classes(t)}
    if kind is EventType.AID and token.lemma_.lower() in _RAISING and not slots["for"]:
        return True
    if token.pos_ not in _VERB:
        unreal = is_limited(token) or (kind is EventType.ASSAULT and is_rehearsed(token))
        no_deed = token.lemma_.lower() in words.get("no_deed_noun", ())
        return unreal or no_deed or _is_no_event(token, arguments)
    if token.lemma_ in _TO_PEOPLE and _is_done_to_thing(token, slots):
        return True
    if kind is EventType.PROTEST:
        if any("sitting" in arguments.classes(t) for t in slots["into"]):
            return True
        outside = any(c.lower_ == "outside" for c in token.children)
        return not plain and not outside and "protesters" not in doers
    if kind in (EventType.ASSAULT, None) and "disease" in doers:
        return not done_to
    if kind is EventType.ASSAULT:
        if _is_no_attack(token, slots, arguments, doers):
            return True
        return not doers.isdisjoint(_NATURE) or not done_to.isdisjoint(_UNHARMED)
    if kind is EventType.RETREAT and _is_no_giving_way(token, slots, doers, done_to):
        return True
    if kind is EventType.COERCE and token.lemma_ == "search" and slots["for"]:
        return True
    if kind is EventType.CONSULT and _is_no_visit(slots, arguments, doers):
        return True
    if kind is EventType.MOBILIZE and not {"civil_ships", "business"}.isdisjoint(doers):
        return True
    if kind is EventType.AID and _is_no_help(token, slots, arguments, doers, done_to):
        return True
    if kind is EventType.AID and token.lemma_ in words.get("trade_verb", ()):
        return done_to.isdisjoint(_ARMS)
    if kind is EventType.COERCE and token.lemma_ in words.get("rule_verb", ()):
        return True
    if kind is EventType.COERCE and token.lemma_ == "board":
        return "ships" not in done_to or "passenger" in doers
    if kind is EventType.COERCE and token.lemma_ == "surround":
        armed = any(c.lower_ in ("armed", "uniformed") for t in slots["subject"] for c in t.children)
        return "anybody" in doers and not armed  # "was surrounded by men"
    if _is_equipped(token) or (token.lemma_ == "occupy" and slots["with"]):
        return True
    if kind is None and token.lemma_ == "lose":
        return "lost_light" in done_to or not slots["object"]
    if kind in (EventType.SANCTION, EventType.COERCE) and any(t.lower_ in _SELVES for t in slots["object"]):
        return True
    common = token.lemma_ in words.get("common_verb", ())
    if not common or kind not in (EventType.COERCE, EventType.RETREAT):
        return False
    things = [t for t in slots["object"] if t.pos_ == "NOUN"]
    met = any(_fit(frame, token, (), slots, arguments) is not None for frame in plain)
    return bool(things) and not met and not any(arguments.classes(t) & _TAKEN for t in things)


def _is_no_giving_way(verb: Token, slots: Slots, doers: Collection[str], done_to: Collection[str]) -> bool:
    """Tell whether a verb of leaving or ending gives nothing up.

    "[Leave] it intact", "[leave] it to others", "[pulled] out a knife", "the council [ended] their war".
    """
    if verb.lemma_ == "leave" and (_has_complement(verb) or slots["to"]):
        return True
    fought = not {"war", "feelings"}.isdisjoint(done_to)
    return "drawn" in done_to or (fought and "peacemaker" in doers)


def _is_no_attack(verb: Token, slots: Slots, arguments: Arguments, doers: Collection[str]) -> bool:
    """Tell whether what stands around a verb shows that it uses no force.

    "Mary Cole [stormed] in", "[dodged] the soldiers", "their remains were badly [burned]", "firms are
    [killed] in this deal".
    """
    if verb.lemma_ == "storm" and ("person" in doers or slots["out"]):
        return True
    if verb.lemma_ in _EVADING:
        return True
    if verb.lemma_ == "burn" and not slots["subject"]:
        return any(t.lemma_ in ("remain", "remains", "body", "corpse") for t in slots["object"])
    within = (name for t in slots["in"] for name in arguments.classes(t))
    return verb.lemma_ == "kill" and not {"agreement", "shares", "ballot"}.isdisjoint(within)


_EVADING = frozenset({"dodge", "evade", "elude", "sidestep"})

_RAISING = frozenset({"fundraising", "fund-raising", "fundraiser"})
"""What helps only those it is told to be for."""


def _is_no_visit(slots: Slots, arguments: Arguments, doers: Collection[str]) -> bool:
    """Tell whether somebody travels for himself or to his seat, or goods do: "[flew] there on holiday"."""
    own = any("leisure" in arguments.classes(t) for slot in ("for", "on") for t in slots[slot])
    seated = any("legislature" in arguments.classes(t) for t in slots["in"])
    return own or seated or not {"cargo", "civil_ships"}.isdisjoint(doers)


def _is_no_help(
    verb: Token, slots: Slots, arguments: Arguments, doers: Collection[str], done_to: Collection[str]
) -> bool:
    """Tell whether what passes helps nobody.

    "[Smuggled] arms out of Norland", "[escorted] reporters", "firms [sent] ships", "[raised] money for
    projects".
    """
    sorts = set(done_to)
    if "business" in doers and sorts & {"ships", "aircraft", "vehicles"}:
        return True
    if verb.lemma_ == "raise" and not any("party" in arguments.classes(t) for t in slots["for"]):
        return True
    taken_away = bool(slots["out"]) and bool(sorts.intersection(_ARMS))
    return taken_away or (verb.lemma_ == "escort" and "reporters" in sorts)


_TO_PEOPLE = {
    "abuse": frozenset(
        {
            "intelligence", "information", "evidence", "power", "authority", "office", "position", "system",
            "trust", "privilege", "process", "procedure", "law", "right", "drug", "alcohol", "substance",
        }
    ),
    "force": frozenset({"vote", "runoff", "recount", "debate", "showdown"}),
}  # fmt: skip
"""What is done to such things harms or coerces nobody."""


def _is_done_to_thing(verb: Token, slots: Slots) -> bool:
    """Tell whether what is done is done to things alone: "abused [intelligence]", "forced a [vote]"."""
    objects = slots["object"]
    return bool(objects) and all(t.lemma_ in _TO_PEOPLE[verb.lemma_] for t in objects)


def _has_complement(verb: Token) -> bool:
    """Tell whether an object stays as a verb's complement tells: "leave it [intact]"."""
    return any(c.dep_ in ("oprd", "acomp") for c in verb.children)


def _is_no_event(noun: Token, arguments: Arguments) -> bool:
    return "no_event" in arguments.classes(noun)


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
        for i in range(at, end):
            token = verb.doc[i]
            if word in (token.lemma_.lower(), token.lower_) and _is_its_own(verb, token, rest):
                parts.append(token)
                at = i + 1
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


def _are_sent(frame: Frame, moved: Iterable[Token], arguments: Arguments) -> bool:
    """Tell whether people are sent by somebody untold: "[fighters] were sent", but "[the force] deployed"."""
    passive = any(t.dep_ == "nsubjpass" and "people" in arguments.classes(t) for t in moved)
    return frame.type is EventType.MOBILIZE and "object" in frame.roles.get("actor", ()) and passive


def _fights_alone(frame: Frame, slots: Slots, arguments: Arguments) -> bool:
    """Tell whether of a fight only those are told who are fought: "it fought [the rebels]"."""
    others = (slots[place] for place in frame.roles.get("actor", ()) if place != "object")
    alone = frame.is_mutual and frame.type is EventType.ASSAULT and bool(arguments.parties(slots["object"]))
    return alone and not any(arguments.parties(held) for held in others)
