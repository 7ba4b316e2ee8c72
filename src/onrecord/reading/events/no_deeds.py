"""Constructions in which a word for a deed tells none, whatever its kind."""

import re

from spacy.tokens import Token

from onrecord.codebook import Codebook
from onrecord.codebook.wordclasses import word_classes
from onrecord.reading.events.arguments import Arguments
from onrecord.reading.events.clauses import is_ones_own
from onrecord.reading.events.exchange import is_in_return
from onrecord.reading.events.shapes import first_of
from onrecord.reading.events.slots import verb_slots
from onrecord.reading.infinitives import is_infinitive

__all__ = [
    "is_attribute",
    "is_common_theft",
    "is_ending",
    "is_equipped",
    "is_fended_off",
    "is_helped_to_win",
    "is_let_go_there",
    "is_limited",
    "is_mere_crash",
    "is_met_standard",
    "is_natural_death",
    "is_no_event",
    "is_of_own",
    "is_only_worded",
    "is_own_envoy",
    "is_prefix",
    "is_put_to_envoy",
    "is_rehearsed",
    "is_retort",
    "is_shot_at",
    "is_shot_at_nobody",
    "is_stood_for",
    "is_timetable_change",
    "is_use_of_force",
    "is_what_place_is_for",
    "is_won_at_game",
    "moves_own",
]

_VERB = ("VERB", "AUX")
_PARTICIPLES = ("VBN", "VBD", "JJ")
_AT = ("on", "against", "at")
_BEFORE = ("amod", "compound", "nmod")
_HOLDING = frozenset({"include", "involve", "feature"})
_EQUIPPED = ("arm", "equip")


def is_equipped(verb: Token) -> bool:
    """Tell whether a participle tells what somebody has, and not that he was given it: "are [armed] with"."""
    if verb.lemma_ not in _EQUIPPED or verb.tag_ != "VBN" or any(c.dep_ == "agent" for c in verb.children):
        return False
    passive = [c for c in verb.children if c.dep_ == "auxpass"]
    state = all(c.tag_ in ("VBP", "VBZ", "VBD") and c.lemma_ == "be" for c in passive)
    return state and (bool(passive) or verb.dep_ in ("acl", "amod", "acomp"))


def is_of_own(verb: Token) -> bool:
    """Tell whether what is destroyed belongs to whoever destroys it: "burned [its own] tanks"."""
    things = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    return any(c.lower_ == "own" for thing in things for c in thing.children)


def moves_own(verb: Token) -> bool:
    """Tell whether somebody only moves what stays his own, which helps nobody: "[moved] its ships there"."""
    things = [c for c in verb.children if c.dep_ == "dobj"]
    return verb.lemma_ in ("move", "fly") and any(is_ones_own(thing) for thing in things)


def is_mere_crash(verb: Token) -> bool:
    """Tell whether something only came down or two things met: "the drone [crashed] in the hills"."""
    ways = {c.lower_ for c in verb.children if c.dep_ == "prep"}
    return verb.lemma_ in ("crash", "collide") and ways.isdisjoint({"into", "through"})


def is_won_at_game(verb: Token, arguments: Arguments) -> bool:
    """Tell whether somebody only wins a game or a vote: "[beat] Norland 3-1", "[crushed] it in a vote"."""
    if verb.lemma_ not in _BEATING:
        return False
    if _SCORE.search(verb.doc[verb.i : verb.sent.end].text):
        return True
    players = (c for c in verb.children if c.dep_ in ("nsubj", "agent"))
    # "At" a match police beat fans.
    where = (c for p in verb.children if p.lower_ == "in" for c in p.children if c.dep_ == "pobj")
    contest = {"contest", "ballot"}
    return any("players" in arguments.classes(t) for t in players) or any(
        not contest.isdisjoint(arguments.classes(t)) for t in where
    )


_BEATING = frozenset(
    {
        "beat",
        "defeat",
        "thrash",
        "crush",
        "rout",
        "hammer",
        "trounce",
        "down",
        "edge",
        "demolish",
        "whip",
        "thump",
    }
)
_SCORE = re.compile(
    r"\s\d{1,3}[-–]\d{1,3}(?=[.,;:)]|\s(?:on|in|at|to|after|and|over|as|for|with)\b|$)|straight sets"
)
"""What a game ends with, not "beat 20-30 men"."""


def is_timetable_change(verb: Token) -> bool:
    """Tell whether only so many runs are dropped, and nobody is cut off: "[cancelled] 200 flights"."""
    runs = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass") and c.lemma_ in _RUNS]
    counted = [t for t in runs if any(c.dep_ in ("nummod", "quantmod") for c in t.children)]
    led = (c for t in (verb, *runs) for c in t.children if c.dep_ == "prep")
    return bool(counted) and not any(p.lower_ in _WHERETO for p in led)


_RUNS = frozenset({"flight", "train", "service", "sailing", "departure", "trip"})
_WHERETO = frozenset({"to", "from", "with", "between", "over", "into"})


def is_retort(verb: Token, arguments: Arguments) -> bool:
    """Tell whether somebody only answers with words: "the minister [fired] back at critics"."""
    if verb.lemma_ not in ("fire", "hit", "shoot", "strike") or all(
        c.lower_ != "back" for c in verb.children
    ):
        return False
    doers = (c for c in verb.children if c.dep_ == "nsubj")
    return any(not {"person", "politician", "diplomat"}.isdisjoint(arguments.classes(t)) for t in doers)


def is_natural_death(verb: Token) -> bool:
    """Tell whether somebody dies by nobody's hand: "nine [died] of heat"."""
    by = (c for p in verb.children if p.lower_ in ("of", "from") for c in p.children if c.dep_ == "pobj")
    return verb.lemma_ in ("die", "perish") and any(
        t.lemma_.lower() in word_classes().natural_ends for t in by
    )


def is_ending(verb: Token) -> bool:
    """Tell whether a verb ends what it governs: "[lifted] a blockade", "[struck] down a ban"."""
    return verb.lemma_ in word_classes().ending or any(
        f"{verb.lemma_} {c.lower_}" in word_classes().ending for c in verb.children if c.dep_ == "prt"
    )


def is_own_envoy(verb: Token) -> bool:
    """Tell whether somebody calls an envoy of his own home: "[summoned] its ambassador for talks"."""
    called = [c for c in verb.children if c.dep_ == "dobj" and c.lemma_.lower() in _ENVOYS]
    return verb.lemma_ == "summon" and any(is_ones_own(envoy) for envoy in called)


_ENVOYS = frozenset({"ambassador", "envoy", "diplomat"})


def is_put_to_envoy(verb: Token) -> bool:
    """Tell whether nobody marches, but an envoy is to hear of a grievance: "was summoned to [protest]"."""
    envoy = verb.dep_ in ("acl", "relcl") and verb.head.dep_ in ("dobj", "nsubjpass")
    return is_infinitive(verb) and (verb.head.head if envoy else verb.head).lemma_ == "summon"


def is_fended_off(verb: Token) -> bool:
    """Tell whether somebody tries to stop another's attack, not his own: "managed to [stop] the raids"."""
    above = verb.head
    tries = above.lemma_ in _TRYING and verb.dep_ in ("xcomp", "acl")
    attacks = [c for c in verb.children if c.dep_ == "dobj" and c.lemma_ in _ATTACKS]
    return tries and bool(attacks) and not any(is_ones_own(attack) for attack in attacks)


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


def is_no_event(noun: Token, arguments: Arguments) -> bool:
    """Tell whether a noun is of those that name no deed, by its class, or only joins two deeds."""
    return "no_event" in arguments.classes(noun) or is_in_return(noun)


def is_prefix(token: Token) -> bool:
    """Tell whether a word is only what stands before a hyphen and changes another: "[re]-export"."""
    after = token.doc[token.i + 1 : token.i + 2]
    return token.lower_ in _PREFIXES and [t.text for t in after] == ["-"] and not token.whitespace_


_PREFIXES = frozenset({"re", "co", "de", "pre", "counter", "non", "un", "mis", "ex", "anti"})


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

    So it is where the law is told between, or by a verb: "restrictions under a resolution on [exports]",
    "several states banned [imports] of beef".
    """
    first = first_of(noun)
    if first.dep_ in ("dobj", "nsubjpass") and first.head.lemma_ in _FORBIDDING:
        return True
    if first.dep_ not in ("pobj", "pcomp") or first.head.lower_ != "on":
        return False
    above = first.head.head
    through = above.head.head if above.dep_ == "pobj" and above.head.lower_ == "under" else above
    beside = noun.doc[max(first.head.i - 1, 0)]  # "lifted a ban on it", the "on" hung on the verb
    return any(t.lemma_.lower() in word_classes().limits for t in (above, through, beside))


_FORBIDDING = frozenset({"ban", "prohibit", "forbid", "outlaw"})


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
