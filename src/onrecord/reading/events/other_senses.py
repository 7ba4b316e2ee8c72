"""Words for deeds in another sense: what stands around them shows that nobody does such a deed."""

from collections.abc import Collection, Iterable, Iterator

from spacy.tokens import Token

from onrecord.codebook import Codebook
from onrecord.reading.events.arguments import Arguments
from onrecord.reading.events.everyday import is_everyday, is_for_aiming
from onrecord.reading.events.no_deeds import (
    is_ending,
    is_equipped,
    is_fended_off,
    is_helped_to_win,
    is_let_go_there,
    is_limited,
    is_mere_crash,
    is_met_standard,
    is_no_event,
    is_only_worded,
    is_rehearsed,
    is_retort,
    is_stood_for,
    is_timetable_change,
    is_what_place_is_for,
    is_won_at_game,
)
from onrecord.reading.events.slots import Slots, verb_slots
from onrecord.records import EventType

__all__ = ["are_hurt", "is_other_sense"]

_VERB = ("VERB", "AUX")
_ARMS = ("ammunition", "missiles", "weapons", "drones", "air_defence", "vehicles", "aircraft", "ships")
"""What helps whoever gets it, though it is paid for."""
_NATURE = ("disaster", "blaze", "debris")
"""What strikes, and is nobody."""
_UNHARMED = ("animals", "figurative")
"""What is slaughtered, hijacked or hit without harm to anybody."""
_SELVES = frozenset({"himself", "herself", "themselves", "itself", "yourself", "ourselves", "myself"})
_TAKEN = frozenset({"people", "party", "prisoners", "town", "place_taken", "territory"})
"""What is taken, kept or lost in earnest, whatever else the words ask for."""


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
    if is_for_aiming(token) or (kind and not met and is_everyday(token, slots, arguments, codebook, doers)):
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
        return not doers.isdisjoint((*_NATURE, "animals", "wild_animals")) or not done_to.isdisjoint(
            _UNHARMED
        )
    if kind in (EventType.RETREAT, EventType.SANCTION) and "peaceful_campaign" in done_to:
        return True
    if kind is EventType.RETREAT and (
        is_fended_off(token) or _is_no_giving_way(token, slots, arguments, doers, done_to)
    ):
        return True
    if kind is EventType.COERCE and _is_no_coercion(token, slots, arguments, codebook, met=met):
        return True
    if kind is EventType.CONSULT and _calls_witness(token, slots, arguments):
        return True
    if kind is EventType.CONSULT and (
        _is_no_visit(slots, arguments, doers) or is_met_standard(token, arguments)
    ):
        return True
    if kind is EventType.COOPERATE and _works_alone(token, slots, done_to):
        return True
    if kind is EventType.MOBILIZE and not {"civil_ships", "business"}.isdisjoint(doers):
        return True
    if kind is EventType.MOBILIZE and not {"civil_place", "intelligence"}.isdisjoint(done_to):
        return True  # "set up a safety zone", "gather information"
    if kind is EventType.AID and (is_helped_to_win(token, arguments) or (token.lemma_ == "pay" and not met)):
        return True
    if kind is EventType.AID and not known and token.lemma_ in _COMING:
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
    if kind is EventType.SANCTION and is_timetable_change(token):
        return True
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
    [killed] in this deal", "the letter was [burnt]".
    """
    if verb.lemma_ == "storm" and ("person" in doers or slots["out"]):
        return True
    if verb.lemma_ in _EVADING:
        return True
    if is_mere_crash(verb) or verb.lemma_ in _PURSUING:
        return True
    if is_won_at_game(verb, arguments) or is_retort(verb, arguments):
        return True
    if verb.lemma_ in _DESTROYING and any(t.lemma_ in _PAPERS for t in slots["object"]):
        return True
    if verb.lemma_ == "burn" and not slots["subject"]:
        return any(t.lemma_ in ("remain", "remains", "body", "corpse") for t in slots["object"])
    within = (name for t in slots["in"] for name in arguments.classes(t))
    return verb.lemma_ == "kill" and not {"agreement", "shares", "ballot"}.isdisjoint(within)


_DESTROYING = frozenset({"burn", "destroy", "shred", "tear"})
_PAPERS = frozenset(
    {"paper", "letter", "document", "note", "list", "ledger", "file", "record", "diary", "passport", "ballot"}
)
"""What is burnt without harm to anybody."""


def _is_kind_of_missile(verb: Token) -> bool:
    """Tell whether a participle only tells what sort a missile is: "an air [launched] cruise missile"."""
    if verb.lemma_ not in ("launch", "fire", "drop") or verb.i == 0 or verb.i + 1 >= len(verb.doc):
        return False
    before, behind = verb.nbor(-1), verb.nbor(1)
    return before.lemma_ in _CARRIERS and behind.tag_ in ("NN", "NNS", "JJ")


_CARRIERS = frozenset({"submarine", "sea", "air", "ground", "ship", "surface", "land", "silo"})


def _is_no_coercion(
    verb: Token, slots: Slots, arguments: Arguments, codebook: Codebook, *, met: bool
) -> bool:
    """Tell whether somebody is only looked for, found, or carried to where he is cared for, or a firm bought.

    "[Searched] for the boy", "[searched] the woods", "[located] her in the park", "were [carried] away on
    stretchers", "six bodies were [brought] in", "the company [took] over a mill", "flights were [rerouted]".
    """
    if verb.lemma_ in ("lead", "guide") and not slots["subject"] and not slots["by"] and _is_way_out(verb):
        return True
    sought = any(c.dep_ == "prep" and c.lower_ == "for" for c in verb.children)
    if verb.lemma_ == "search" and (sought or not met):
        return True
    if verb.lemma_ in _REROUTING and not (slots["subject"] and slots["object"]):
        return True
    if verb.lemma_ in _CARRYING and are_hurt(slots["object"]):
        return True
    if verb.lemma_ in codebook.classes.get("finding_verb", ()):
        return True
    if verb.lemma_ in _BUYING and any("business" in arguments.classes(t) for t in slots["subject"]):
        return True
    to_care = (t for place in ("on", "to", "into", "in", "by") for t in slots[place])
    carried = any(not {"care", "rescue"}.isdisjoint(arguments.classes(t)) for t in to_care)
    return verb.lemma_ in _CARRYING and carried


def _is_way_out(verb: Token) -> bool:
    """Tell whether people are led out, and not as captives: "[led] out through the gate", not "in chains"."""
    out = any(c.lower_ == "out" for c in verb.children)
    held = (t for c in verb.children if c.dep_ in ("prep", "advcl", "acomp", "oprd") for t in c.subtree)
    return out and all(t.lemma_ not in _CAPTIVE for t in held)


_CAPTIVE = frozenset(
    {"handcuff", "chain", "cuff", "shackle", "gunpoint", "blindfold", "blindfolded", "tie", "bind"}
)


_HURT = frozenset(
    {"casualty", "wounded", "injured", "victim", "patient", "survivor", "body", "corpse", "dead"}
)
"""The dead and hurt, whom nobody coerces who takes them away."""


def are_hurt(people: Iterable[Token]) -> bool:
    """Tell whether any of those who are moved are told as the dead or hurt."""
    return any(not _HURT.isdisjoint({t.lemma_.lower(), t.lower_}) for t in people)


_REROUTING = frozenset({"reroute", "divert", "redirect"})
_BUYING = frozenset({"take", "acquire", "buy", "absorb"})
_CARRYING = frozenset(
    {"carry", "take", "bring", "lead", "pull", "move", "rush", "wheel", "evacuate", "remove"}
)


def _works_alone(verb: Token, slots: Slots, done_to: Collection[str]) -> bool:
    """Tell whether it is not told with whom somebody works or deals.

    "Officers [worked] through the night", "the bank [sold] dollars", "the pair be [moved] to a jail".
    """
    together = any(c.lower_ in ("together", "jointly", "alongside", "with") for c in verb.children)
    if verb.lemma_ in _DEALING and not {"money", "shares"}.isdisjoint(done_to):
        return not together and not any(slots[place] for place in ("to", "from", "with", "dative", "among"))
    return verb.lemma_ in ("work", "move") and not together and not slots["with"]


_DEALING = frozenset({"sell", "buy", "trade", "purchase"})


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


def _names_no_deed(
    noun: Token, kind: EventType | None, slots: Slots, arguments: Arguments, codebook: Codebook
) -> bool:
    """Tell whether what stands around a noun shows that it names no deed that was done.

    "The boys were [choristers]", "safe from [assault]", "one [shooting] may have two victims", "to lead [a
    force]".
    """
    if noun.dep_ == "attr" and noun.lemma_ != "casualty" and _is_said_of_people(noun, arguments):
        return True
    if noun.lemma_ == "operation" and kind in (EventType.ASSAULT, EventType.AID) and _is_untold(noun, slots):
        return True
    if noun.lemma_ in _BODIES_TOO and any(c.lower_ in ("a", "an") for c in noun.children):
        return True
    if kind in (EventType.COERCE, EventType.SANCTION) and _presses_nobody(noun, slots, arguments, codebook):
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
    if is_stood_for(noun) or (kind is EventType.ASSAULT and _is_fought_with_words(noun, slots, arguments)):
        return True
    return not slots["subject"] and (_is_kept_from(noun) or _is_any_one(noun))


def _is_untold(noun: Token, slots: Slots) -> bool:
    """Tell whether nothing is told of what goes on, not by whom: "any [operation] was under way"."""
    goes_on = noun.dep_ in ("nsubj", "nsubjpass", "attr")
    return goes_on and not slots["subject"] and all(c.dep_ in ("det", "punct") for c in noun.children)


_COMING = frozenset({"come", "leave", "go", "depart", "originate", "stem"})
"""What moves by itself helps nobody: "the money [came] from Norland"."""

_BODIES_TOO = frozenset({"force", "exchange"})
"""Words of deeds that with "a" before them name a body: "stolen from [an exchange]"."""


def _presses_nobody(noun: Token, slots: Slots, arguments: Arguments, codebook: Codebook) -> bool:
    """Tell whether a noun of coercion coerces nobody.

    "Had a [row]", "lifted a [blockade]", "the move puts [pressure] on Norland".
    """
    if noun.lemma_.lower() in codebook.classes.get("quarrel", ()):
        return True
    if noun.lemma_ == "pressure" and any("party" not in arguments.classes(t) for t in slots["subject"]):
        return True
    return noun.dep_ in ("dobj", "nsubjpass") and is_ending(noun.head)


def _is_fought_with_words(noun: Token, slots: Slots, arguments: Arguments) -> bool:
    """Tell whether what a struggle is over shows that nobody is hurt: "a [battle] over pensions"."""
    over = slots["over"] if noun.lemma_ in _FOUGHT else ()
    return bool(over) and not any(_LAND & arguments.classes(t) for t in over)


_FOUGHT = frozenset({"fight", "battle", "war", "clash", "showdown", "skirmish"})
_LAND = frozenset({"territory", "place_taken", "town", "facility", "party", "people"})

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
    """Tell whether help is only sought, of nobody told or as redress: "will seek [compensation]"."""
    seeking = noun.head
    if noun.lemma_ in ("compensation", "redress", "reparation") and seeking.lemma_ in (
        "seek",
        "claim",
        "pursue",
    ):
        return noun.dep_ == "dobj"
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


_PURSUING = frozenset({"hunt", "pursue", "chase", "trail", "track"})

_EVADING = frozenset({"dodge", "evade", "elude", "sidestep"})

_RAISING = frozenset({"fundraising", "fund-raising", "fundraiser"})
"""What helps only those it is told to be for."""


def _calls_witness(verb: Token, slots: Slots, arguments: Arguments) -> bool:
    """Tell whether a court or one of its sides calls somebody to testify: "did not [call] the two guards"."""
    sides = {party.sector for party in arguments.parties(slots["subject"])}
    named = any("court_side" in arguments.classes(t) for t in slots["subject"])
    of_court = named or not sides.isdisjoint(("JUD", "COP"))
    return verb.lemma_ == "call" and bool(slots["object"]) and of_court


def _is_no_visit(slots: Slots, arguments: Arguments, doers: Collection[str]) -> bool:
    """Tell whether somebody travels for himself or to his seat, or goods do: "[flew] there on holiday"."""
    own = any("leisure" in arguments.classes(t) for slot in ("for", "on") for t in slots[slot])
    seated = any("legislature" in arguments.classes(t) for t in slots["in"])
    return own or seated or not {"cargo", "civil_ships"}.isdisjoint(doers)


def _is_no_help(
    verb: Token, slots: Slots, arguments: Arguments, doers: Collection[str], done_to: Collection[str]
) -> bool:
    """Tell whether what passes helps nobody.

    "[Smuggled] arms out of Norland", "[pumped] millions into a resort", "[escorted] reporters", "firms [sent]
    ships", "[raised] money for projects", "[granted] visas", "[paid] a penny of tax", "[repaid] a loan".
    """
    sorts = set(done_to)
    if (verb.lemma_ in _GRANTING and "permit" in sorts) or verb.lemma_ in _GIVING_BACK:
        return True
    if verb.lemma_ in _PAYING and any(
        "dues" in arguments.classes(t) for t in _with_measured(slots["object"])
    ):
        return True
    firms = {party.sector for party in arguments.parties(slots["subject"])} == {"BUS"}
    if ("business" in doers or firms) and (
        sorts & {"ships", "aircraft", "vehicles"} or verb.lemma_ == "ship"
    ):
        return True
    if verb.lemma_ == "raise" and not any("party" in arguments.classes(t) for t in slots["for"]):
        return True
    if verb.lemma_ in _PUTTING_IN and slots["into"]:
        return not any({"people", "party"} & arguments.classes(t) for t in slots["into"])
    taken_away = bool(slots["out"]) and bool(sorts.intersection(_ARMS))
    return taken_away or (verb.lemma_ == "escort" and "reporters" in sorts)


_PUTTING_IN = frozenset({"pump", "pour", "sink", "plough", "plow", "invest", "inject", "put", "funnel"})
_PAYING = frozenset({"pay", "settle"})
_GIVING_BACK = frozenset({"repay", "reimburse", "refund"})
_GRANTING = frozenset({"grant", "give", "issue", "award", "hand"})


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
