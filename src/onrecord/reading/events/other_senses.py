"""Words for deeds in another sense: what stands around them shows that nobody does such a deed."""

from collections.abc import Collection, Iterable, Iterator

from spacy.tokens import Token

from onrecord.codebook import Codebook
from onrecord.codebook.wordclasses import word_classes
from onrecord.reading.events.arguments import Arguments
from onrecord.reading.events.shapes import first_of
from onrecord.reading.events.slots import Slots, verb_slots
from onrecord.records import EventType

__all__ = [
    "is_attribute",
    "is_common_theft",
    "is_equipped",
    "is_fended_off",
    "is_fired_into_sea",
    "is_helped_to_win",
    "is_let_go_there",
    "is_limited",
    "is_met_standard",
    "is_no_event",
    "is_only_worded",
    "is_other_sense",
    "is_rehearsed",
    "is_shot_at",
    "is_shot_at_nobody",
    "is_stood_for",
    "is_use_of_force",
    "is_what_place_is_for",
]

_VERB = ("VERB", "AUX")
_PARTICIPLES = ("VBN", "VBD", "JJ")
_AT = ("on", "against", "at")
_BEFORE = ("amod", "compound", "nmod")
_HOLDING = frozenset({"include", "involve", "feature"})
_ARMS = ("ammunition", "missiles", "weapons", "drones", "air_defence", "vehicles", "aircraft", "ships")
"""What helps whoever gets it, though it is paid for."""
_NATURE = ("disaster", "blaze", "debris")
"""What strikes, and is nobody."""
_UNHARMED = ("animals", "figurative")
"""What is slaughtered, hijacked or hit without harm to anybody."""
_SELVES = frozenset({"himself", "herself", "themselves", "itself", "yourself", "ourselves", "myself"})
_TAKEN = frozenset({"people", "party", "prisoners", "town", "place_taken", "territory"})
"""What is taken, kept or lost in earnest, whatever else the words ask for."""


_EQUIPPED = ("arm", "equip")


def is_equipped(verb: Token) -> bool:
    """Tell whether a participle tells what somebody has, and not that he was given it: "are [armed] with"."""
    if verb.lemma_ not in _EQUIPPED or verb.tag_ != "VBN" or any(c.dep_ == "agent" for c in verb.children):
        return False
    passive = [c for c in verb.children if c.dep_ == "auxpass"]
    state = all(c.tag_ in ("VBP", "VBZ", "VBD") and c.lemma_ == "be" for c in passive)
    return state and (bool(passive) or verb.dep_ in ("acl", "amod", "acomp"))


def is_fended_off(verb: Token) -> bool:
    """Tell whether somebody tries to stop another's attack, not his own: "managed to [stop] the raids"."""
    above = verb.head
    tries = above.lemma_ in _TRYING and verb.dep_ in ("xcomp", "acl")
    attacks = [c for c in verb.children if c.dep_ == "dobj" and c.lemma_ in _ATTACKS]
    return tries and bool(attacks) and all(c.tag_ != "PRP$" for t in attacks for c in t.children)


_TRYING = frozenset(
    {"able", "unable", "manage", "fail", "try", "attempt", "struggle", "seek", "effort", "bid"}
)
_ATTACKS = frozenset(
    {"attack", "raid", "assault", "advance", "offensive", "strike", "bombing", "shelling", "attacker"}
)

_SHOT_AT = frozenset({"on", "upon", "at"})
_TARGETS = frozenset({"party", "people", "ships", "aircraft", "vehicles", "town"})
_LENGTHS = frozenset({"mile", "kilometre", "kilometer", "km", "metre", "meter", "yard"})
"""What tells how far off somebody was fired on, and not whom: "was fired on 18 [miles] from the port"."""


def is_shot_at(verb: Token, arguments: Arguments) -> bool:
    """Tell whether "fire" goes on to whom is shot at: "fired on the trawler", not "fired on Friday"."""
    if verb.lemma_ != "fire" or any(c.dep_ == "dobj" for c in verb.children):
        return False
    behind = next((c for c in verb.children if c.i == verb.i + 1 and c.lower_ in _SHOT_AT), None)
    if behind is None:
        return False
    whom = [c for c in behind.children if c.dep_ == "pobj"]
    return all(arguments.classes(t) & _TARGETS or t.lemma_ in _LENGTHS for t in whom)


def is_common_theft(verb: Token, arguments: Arguments, codebook: Codebook) -> bool:
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


def is_other_sense(
    token: Token,
    kind: EventType | None,
    slots: Slots,
    arguments: Arguments,
    codebook: Codebook,
    *,
    known: bool,
    met: bool,
) -> bool:
    """Tell whether what stands around a word shows that it is no deed of a kind, whatever the encoder sees.

    "The cases" of a disease and its spread are nobody's deeds; who "gathered" has protested only where
    protesters did, or outside somewhere; "took the picture" seized nothing, "leave it intact" is no
    leaving, and who isolates himself bans nobody.

    Args:
        token: The word.
        kind: The kind; None for a deed without a type.
        slots: What stands around it.
        arguments: The parties and classes of words of the text.
        codebook: Its classes of words.
        known: A frame has the word for a deed of this kind.
        met: And what stands around it is what that frame asks for.
    """
    words = codebook.classes
    doers = {name for t in slots["subject"] for name in arguments.classes(t)}
    done_to = {name for t in slots["object"] for name in arguments.classes(t)}
    if kind is EventType.AID and token.lemma_.lower() in _RAISING and not slots["for"]:
        return True
    if token.pos_ not in _VERB:
        unreal = is_limited(token) or (kind is EventType.ASSAULT and is_rehearsed(token))
        no_deed = token.lemma_.lower() in words.get("no_deed_noun", ())
        if kind is EventType.ASSAULT and token.lemma_.lower() == "intervention":
            no_deed = no_deed or any("civil_body" in arguments.classes(t) for t in slots["subject"])
        if kind is EventType.RETREAT and any("ills" in arguments.classes(t) for t in slots["to"]):
            return True  # "an end to corruption"
        unreal = unreal or _names_no_deed(token, kind, slots, arguments, codebook)
        return unreal or no_deed or is_no_event(token, arguments)
    if token.lemma_ in _TO_PEOPLE and _is_done_to_thing(token, slots):
        return True
    if kind is not EventType.CONSULT and (is_what_place_is_for(token) or is_only_worded(token)):
        return True
    if kind is EventType.PROTEST:
        if any("sitting" in arguments.classes(t) for t in slots["into"]):
            return True
        outside = any(c.lower_ == "outside" for c in token.children)
        return not known and not outside and "protesters" not in doers
    if kind in (EventType.ASSAULT, None) and "disease" in doers:
        return not done_to
    if kind is EventType.ASSAULT:
        if any(f"{token.lemma_} {c.lower_}" in words.get("no_deed_to", ()) for c in token.children):
            return True  # "shelled out millions"
        if _is_kind_of_missile(token) or _is_no_attack(token, slots, arguments, doers):
            return True
        return not doers.isdisjoint(_NATURE) or not done_to.isdisjoint(_UNHARMED)
    if kind in (EventType.RETREAT, EventType.SANCTION) and "peaceful_campaign" in done_to:
        return True
    if kind is EventType.RETREAT and (
        is_fended_off(token) or _is_no_giving_way(token, slots, arguments, doers, done_to)
    ):
        return True
    if kind is EventType.COERCE and _is_no_coercion(token, slots, arguments, codebook):
        return True
    if kind is EventType.CONSULT and (
        _is_no_visit(slots, arguments, doers) or is_met_standard(token, arguments)
    ):
        return True
    if kind is EventType.COOPERATE and _works_alone(token, slots):
        return True
    if kind is EventType.MOBILIZE and not {"civil_ships", "business"}.isdisjoint(doers):
        return True
    if kind is EventType.MOBILIZE and "civil_place" in done_to:
        return True  # "set up a safety zone"
    if kind is EventType.AID and is_helped_to_win(token, arguments):
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
    if is_equipped(token) or (token.lemma_ == "occupy" and slots["with"]):
        return True
    if kind is None and token.lemma_ == "lose":
        return "lost_light" in done_to or not slots["object"]
    if kind in (EventType.SANCTION, EventType.COERCE) and any(t.lower_ in _SELVES for t in slots["object"]):
        return True
    common = token.lemma_ in words.get("common_verb", ())
    if not common or kind not in (EventType.COERCE, EventType.RETREAT):
        return False
    things = [t for t in slots["object"] if t.pos_ == "NOUN"]
    return bool(things) and not met and not any(arguments.classes(t) & _TAKEN for t in things)


def _is_no_giving_way(
    verb: Token, slots: Slots, arguments: Arguments, doers: Collection[str], done_to: Collection[str]
) -> bool:
    """Tell whether a verb of leaving or ending gives nothing up.

    "[Leave] it intact", "[leave] it to others", "[pulled] out a knife", "the council [ended] their war".
    """
    if verb.lemma_ == "leave" and (_has_complement(verb) or slots["to"]):
        return True
    if is_let_go_there(verb) or _turns_from_idea(verb, slots, arguments):
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


def _is_kind_of_missile(verb: Token) -> bool:
    """Tell whether a participle only tells what sort a missile is: "an air [launched] cruise missile"."""
    if verb.lemma_ not in ("launch", "fire", "drop") or verb.i == 0 or verb.i + 1 >= len(verb.doc):
        return False
    before, behind = verb.nbor(-1), verb.nbor(1)
    return before.lemma_ in _CARRIERS and behind.tag_ in ("NN", "NNS", "JJ")


_CARRIERS = frozenset({"submarine", "sea", "air", "ground", "ship", "surface", "land", "silo"})


def _is_no_coercion(verb: Token, slots: Slots, arguments: Arguments, codebook: Codebook) -> bool:
    """Tell whether somebody is only looked for, found, or carried to where he is cared for, or a firm bought.

    "[Searched] for the boy", "[located] her in the park", "were [carried] away on stretchers", "the company
    [took] over a mill".
    """
    if verb.lemma_ == "search" and slots["for"]:
        return True
    if verb.lemma_ in codebook.classes.get("finding_verb", ()):
        return True
    if verb.lemma_ in _BUYING and any("business" in arguments.classes(t) for t in slots["subject"]):
        return True
    to_care = (t for place in ("on", "to", "into", "in", "by") for t in slots[place])
    carried = any(not {"care", "rescue"}.isdisjoint(arguments.classes(t)) for t in to_care)
    return verb.lemma_ in _CARRYING and carried


_BUYING = frozenset({"take", "acquire", "buy", "absorb"})
_CARRYING = frozenset(
    {"carry", "take", "bring", "lead", "pull", "move", "rush", "wheel", "evacuate", "remove"}
)


def _works_alone(verb: Token, slots: Slots) -> bool:
    """Tell whether it is not told with whom somebody works: "officers [worked] through the night"."""
    together = any(c.lower_ in ("together", "jointly", "alongside", "with") for c in verb.children)
    return verb.lemma_ == "work" and not together and not slots["with"]


def is_met_standard(verb: Token, arguments: Arguments) -> bool:
    """Tell whether somebody comes up to a standard which another verb has too, or which has an owner.

    "Will [meet] and exceed the goals", "did not [meet] the Board on Trade's 15 percent threshold".
    """
    if verb.lemma_ != "meet":
        return False
    for held in (c for c in verb.children if c.dep_ == "dobj"):
        owned = any(t.tag_ == "POS" for t in held.subtree)
        return owned and held.right_edge != held and "met" in arguments.classes(held.right_edge)
    shared = (t for c in verb.children if c.dep_ == "conj" for t in c.children if t.dep_ == "dobj")
    return any("met" in arguments.classes(t) for t in shared)


def is_what_place_is_for(verb: Token) -> bool:
    """Tell whether a verb only tells what a place is good for: "somewhere to [retreat] to"."""
    infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
    bare = not any(c.dep_ in ("dobj", "nsubj", "nsubjpass") for c in verb.children)
    return infinitive and bare and verb.dep_ in ("relcl", "acl", "advcl") and verb.head.lemma_ in _PLACES


def _turns_from_idea(verb: Token, slots: Slots, arguments: Arguments) -> bool:
    """Tell whether somebody only leaves off saying or thinking: "[step] away from efforts to smear"."""
    away = any(c.lower_ in ("away", "back") for c in verb.children)
    left = [name for t in slots["from"] for name in arguments.classes(t)]
    return verb.lemma_ in _TURNING and away and bool(left) and _LEFT.isdisjoint(left)


_TURNING = frozenset({"step", "shy", "turn", "look"})
_LEFT = frozenset(
    {"office", "talk", "agreement", "town", "place_taken", "territory", "union", "party", "gathering", "war"}
)
"""What is given up by stepping away from it."""


def is_helped_to_win(verb: Token, arguments: Arguments) -> bool:
    """Tell whether help is only with winning votes: "[helped] the party enter parliament"."""
    if verb.lemma_ not in ("help", "assist"):
        return False
    clauses = [c for c in verb.children if c.dep_ in ("ccomp", "xcomp") and c.lemma_ in _WINNING]
    won = (t for c in clauses for t in c.children if t.dep_ == "dobj")
    return any(t.lemma_ in _WON or not _SEATS.isdisjoint(arguments.classes(t)) for t in won)


_WINNING = frozenset({"win", "enter", "gain", "secure", "reach", "lose", "clinch", "keep", "hold", "capture"})
_WON = frozenset({"seat", "majority", "vote", "primary", "race", "nomination"})
_SEATS = frozenset({"ballot", "legislature"})


_PLACES = frozenset({"place", "space", "room", "spot", "somewhere", "nowhere", "anywhere"})


def is_let_go_there(verb: Token) -> bool:
    """Tell whether those who speak may only go somewhere: "it [allowed] us to go to the coast".

    "The rebels [allowed] the hostages to go" gives way.
    """
    if verb.lemma_ not in ("allow", "let", "permit", "enable"):
        return False
    clauses = [c for c in verb.children if c.dep_ in ("xcomp", "ccomp") and c.lemma_ in _GOING]
    ways = [t for clause in clauses for t in (clause, *clause.children) if t.dep_ != "conj"]  # "go back to"
    somewhere = any(c.lower_ == "to" and c.dep_ == "prep" for way in ways for c in way.children)
    whom = [c for t in (verb, *clauses) for c in t.children if c.dep_ in ("dobj", "nsubjpass", "nsubj")]
    return somewhere and any(t.lower_ in ("me", "us", "i", "we") and t.dep_ in _LET for t in whom)


_GOING = frozenset({"go", "come", "return", "get"})
_LET = ("dobj", "nsubjpass", "nsubj")


def _names_no_deed(
    noun: Token, kind: EventType | None, slots: Slots, arguments: Arguments, codebook: Codebook
) -> bool:
    """Tell whether what stands around a noun shows that it names no deed that was done.

    "The boys were [choristers]", "safe from [assault]", "one [shooting] may have two victims".
    """
    if noun.dep_ == "attr" and noun.lemma_ != "casualty" and _is_said_of_people(noun, arguments):
        return True
    if kind is EventType.COERCE and noun.lemma_.lower() in codebook.classes.get("quarrel", ()):
        return True
    if kind is EventType.RETREAT and noun.lemma_ in ("exit", "departure"):
        around = [t for place in ("subject", "object", "from", "of") for t in slots[place]]
        return not around or any("union" in arguments.classes(t) for t in slots["from"])
    if kind is EventType.MOBILIZE and noun.lemma_ in _TRAVELS:
        return any(t.tag_ == "PRP$" or "person" in arguments.classes(t) for t in slots["subject"])
    if kind in (EventType.COOPERATE, EventType.AID) and _is_priced(noun):
        return True
    if kind is EventType.AID and _is_only_sought(noun, arguments, codebook):
        return True
    if is_stood_for(noun):
        return True
    return not slots["subject"] and (_is_kept_from(noun) or _is_any_one(noun))


_TRAVELS = frozenset({"flight", "trip", "journey", "ride", "voyage"})


def _is_said_of_people(noun: Token, arguments: Arguments) -> bool:
    """Tell whether people are told to be what a noun names: "the boys were [choristers]"."""
    subjects = (c for c in noun.head.children if c.dep_ == "nsubj")
    return any(not {"people", "person"}.isdisjoint(arguments.classes(t)) for t in subjects)


def _is_priced(noun: Token) -> bool:
    """Tell whether goods are only what a sum counts: "two billion dollars in [exports]"."""
    inside = noun.head
    if noun.lemma_.lower() not in ("export", "import") or noun.dep_ != "pobj" or inside.lower_ != "in":
        return False
    sum_ = inside.nbor(-1) if inside.i else inside
    return sum_.pos_ in ("NUM", "SYM") or sum_.lemma_.lower() in _SUMS


_SUMS = frozenset({"dollar", "euro", "pound", "billion", "million", "rouble", "ruble", "yuan", "yen"})


def _is_only_sought(noun: Token, arguments: Arguments, codebook: Codebook) -> bool:
    """Tell whether people seek help of nobody told: "women should seek [help]"."""
    seeking = noun.head
    if noun.dep_ != "dobj" or seeking.lemma_ != "seek" or any(c.dep_ != "amod" for c in noun.children):
        return False
    if any(c.lower_ == "from" for c in seeking.children):
        return False
    seekers = verb_slots(seeking, (), codebook.modality)["subject"]
    return all("state" not in arguments.classes(t) for t in seekers)


def _is_kept_from(noun: Token) -> bool:
    """Tell whether a deed is only what somebody is safe from: "not safe from [assault] there"."""
    from_ = noun.head
    known = any(c.dep_ in ("det", "poss", "nummod") for c in noun.children)
    return noun.dep_ == "pobj" and from_.lower_ == "from" and from_.head.lemma_ in _SAFE and not known


_SAFE = frozenset(
    {"safe", "safety", "secure", "immune", "immunity", "protect", "protection", "shield", "free"}
)


def _is_any_one(noun: Token) -> bool:
    """Tell whether any deed of a sort is meant: "one [shooting] may have two victims"."""
    verb = noun.head
    some = any(c.lower_ in ("a", "an", "one", "any") for c in noun.children)
    may = any(c.lower_ in ("may", "can", "might") for c in verb.children if c.dep_ == "aux")
    return some and may and noun.dep_ == "nsubj" and verb.lemma_ in ("have", "involve", "include", "mean")


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
    projects", "[granted] visas", "[paid] a penny of tax".
    """
    sorts = set(done_to)
    if verb.lemma_ in _GRANTING and "permit" in sorts:
        return True
    if verb.lemma_ == "pay" and any("dues" in arguments.classes(t) for t in _with_measured(slots["object"])):
        return True
    if "business" in doers and sorts & {"ships", "aircraft", "vehicles"}:
        return True
    if verb.lemma_ == "raise" and not any("party" in arguments.classes(t) for t in slots["for"]):
        return True
    taken_away = bool(slots["out"]) and bool(sorts.intersection(_ARMS))
    return taken_away or (verb.lemma_ == "escort" and "reporters" in sorts)


_GRANTING = frozenset({"grant", "give", "issue", "award"})


def _with_measured(things: Iterable[Token]) -> Iterator[Token]:
    """Give things and what they are so much of: "a [penny] of [tax]"."""
    for thing in things:
        yield thing
        yield from (t for c in thing.children if c.lower_ == "of" for t in c.children)


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


def is_no_event(noun: Token, arguments: Arguments) -> bool:
    """Tell whether a noun is of those that name no deed, by its class."""
    return "no_event" in arguments.classes(noun)


def is_attribute(verb: Token) -> bool:
    """Tell whether a participle only says of what sort somebody is: "[wounded] soldiers".

    So it does joined to another, or where it is parsed as a passive that is done to what follows: "captured
    or [killed] soldiers", "they are [wounded] marines".
    """
    first = verb
    while first.dep_ == "conj" and first.head.tag_ in _PARTICIPLES and first.head.i < first.i:
        first = first.head
    if first.dep_ == "amod":
        return True
    if verb.lemma_ not in word_classes().harming or first.tag_ != "VBN":
        return False
    behind = first.dep_ == "acl" and first.doc[first.i - 1].tag_ == "IN"
    passive = behind or any(c.dep_ == "auxpass" for c in first.children)
    last = max((first, *first.conjuncts), key=lambda t: t.i)
    held = [c for c in last.children if c.dep_ == "dobj" and c.left_edge.i == last.i + 1]
    return passive and any(c.tag_ == "NNS" and not _is_told_which(c) for c in held)


def is_limited(noun: Token) -> bool:
    """Tell whether a deed is only what is forbidden or limited: "a ban on arms [sales]".

    So it is where the law is told between: "restrictions under a resolution on [exports]".
    """
    first = first_of(noun)
    if first.dep_ not in ("pobj", "pcomp") or first.head.lower_ != "on":
        return False
    above = first.head.head
    through = above.head.head if above.dep_ == "pobj" and above.head.lower_ == "under" else above
    beside = noun.doc[max(first.head.i - 1, 0)]  # "lifted a ban on it", the "on" hung on the verb
    return any(t.lemma_.lower() in word_classes().limits for t in (above, through, beside))


def is_rehearsed(noun: Token) -> bool:
    """Tell whether force is only played out: "simulated an [attack]", "[mock] attacks", "the drill included
    [strikes]", "[attacks] on a mock town"."""
    words = word_classes()
    targets = (t for c in noun.children if c.dep_ == "prep" for t in c.children if c.lower_ in _AT)
    if any(c.lower_ in words.mock for t in (noun, *targets) for c in t.children if c.dep_ in _BEFORE):
        return True
    verb = first_of(noun).head
    if first_of(noun).dep_ not in ("dobj", "nsubjpass") or verb.pos_ != "VERB":
        return False
    within = verb.lemma_ in _HOLDING and any(
        c.lemma_ in words.exercises for c in verb.children if c.dep_ == "nsubj"
    )
    return within or verb.lemma_ in words.rehearsing


def is_shot_at_nobody(verb: Token) -> bool:
    """Tell whether shots go over all heads, or are fireworks: "[fired] into the air", "[shot] overhead"."""
    if verb.lemma_ not in _SHOOTING or any(c.lower_ in ("at", "on", "upon") for c in verb.children):
        return False
    prepositions = (c for c in verb.children if c.dep_ == "prep")
    over = any(t.lemma_ in _ABOVE.get(c.lower_, ()) for c in prepositions for t in _led_to(c))
    above = any(c.lower_ in ("overhead", "skyward", "skywards") for c in verb.children)
    return over or above or any(c.lemma_ == "firework" for c in verb.children if c.dep_ == "dobj")


def is_fired_into_sea(verb: Token) -> bool:
    """Tell whether missiles only go into the sea: "[fired] two missiles into the sea", as in a test."""
    held = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    if verb.lemma_ not in ("fire", "launch", "shoot", "lob") or not held:
        return False
    ways = [c for t in (verb, *held) for c in t.children if c.dep_ == "prep"]
    if any(c.lower_ in ("at", "on", "upon", "against") and not _is_time(c) for c in ways):
        return False
    ends = (t for c in ways if c.lower_ in _TOWARDS for t in c.children if t.dep_ == "pobj")
    return any(t.lemma_.lower() in ("sea", "ocean", "water", "waters") for t in ends)


_TOWARDS = frozenset({"in", "into", "toward", "towards"})


def _is_time(preposition: Token) -> bool:
    """ "On Monday"."""
    return any(c.ent_type_ in ("DATE", "TIME") for c in preposition.children)


def is_stood_for(noun: Token) -> bool:
    """Tell whether a struggle is only what somebody is a symbol of: "an icon in their [fight]"."""
    if noun.dep_ != "pobj" or noun.lemma_ not in _STRUGGLES:
        return False
    return noun.head.lower_ in ("in", "of", "for") and noun.head.head.lemma_ in _SYMBOLS


_STRUGGLES = frozenset({"fight", "struggle", "battle", "resistance", "war", "campaign"})
_SYMBOLS = frozenset({"icon", "symbol", "emblem", "hero", "heroine", "champion", "figurehead", "martyr"})


def is_only_worded(verb: Token) -> bool:
    """Tell whether a deed is only what words come to: "the message is to [kill] everywhere"."""
    is_ = verb.head
    if verb.dep_ != "xcomp" or is_.lemma_ != "be" or not any(c.tag_ == "TO" for c in verb.children):
        return False
    return any(c.dep_ == "nsubj" and c.lemma_ in _WORDINGS for c in is_.children)


_WORDINGS = frozenset({"message", "slogan", "motto", "teaching", "creed", "mantra", "rhetoric"})


_SHOOTING = frozenset({"fire", "shoot", "open"})


_ABOVE = {
    **dict.fromkeys(("in", "into", "to", "toward", "towards"), ("air", "sky")),
    **dict.fromkeys(("over", "above"), ("head",)),
}
"""Where shots go that hit nobody, by preposition; who is shot "in the head" is hit."""


def _is_told_which(noun: Token) -> bool:
    return any(c.dep_ in ("det", "poss", "nummod") for c in noun.children)


def _led_to(preposition: Token) -> list[Token]:
    """Return what a preposition leads to, by the parse and, before "and" or a stop, by the order of words."""
    behind = preposition.doc[preposition.i + 1 : preposition.i + 4]
    noun = next((t for t in behind if t.pos_ == "NOUN"), None)
    last = noun is not None and noun.i + 1 < len(noun.doc) and noun.nbor().pos_ in ("CCONJ", "PUNCT")
    return [*preposition.children, *([noun] if noun is not None and last else [])]
