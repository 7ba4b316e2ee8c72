"""What becomes of what is fired: into the sea in a test; in an attack where it is shot down, or kills."""

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.reading.events.shapes import first_of

__all__ = ["is_fired_in_attack", "is_fired_into_sea", "is_strike_on"]

_FIRING = frozenset({"fire", "launch", "shoot", "lob"})
_STOPPING = frozenset({"intercept", "destroy", "down", "neutralise", "neutralize"})
"""What is done to missiles on their way; what is shot or brought so needs its "down"."""
_HARMING = frozenset({"kill", "wound", "injure", "damage", "destroy", "maim"})
_OBJECTS = ("dobj", "nsubjpass", "npadvmod")
"""How an object hangs on its verb; so does, by the parse, "shot down [35] of 42"."""


def is_fired_in_attack(verb: Token) -> bool:
    """Tell whether what is fired is shot down on its way, or harms somebody: it was no test.

    "Shot down 35 of 42 drones [launched] by Norland", "missiles [fired] by Norland killed two", "[launched]
    300 drones, most of which were shot down".
    """
    if verb.lemma_ not in _FIRING or any(t.lemma_.startswith("test") for t in verb.sent):
        return False
    fired = [verb.head] if verb.dep_ in ("acl", "relcl") else _fired_by(verb)
    return any(_meets_somebody(noun, above) for one in fired for noun, above in _standings(one))


def _standings(fired: Token) -> Iterator[tuple[Token, Token]]:
    """Give the verbs above what is fired and in clauses behind, each with the word for it there."""
    noun = first_of(fired)
    for clause in (c for t in (fired, noun) for c in t.children if c.dep_ == "relcl"):
        yield from ((t, clause) for t in clause.children if any(w.tag_ == "WDT" for w in t.subtree))
    while noun.dep_ == "pobj" and noun.head.lower_ == "of":
        if noun.head.head.pos_ == "VERB":  # "of 42 drones launched, 35 were shot down"
            yield from ((t, t.head) for t in noun.head.head.children if t.dep_ == "nsubjpass")
            return
        noun = first_of(noun.head.head)
    yield noun, noun.head


def _meets_somebody(noun: Token, verb: Token) -> bool:
    if any(c.tag_ == "MD" for c in verb.children):
        return False
    if noun.dep_ == "nsubj":
        return verb.lemma_ in _HARMING
    down = verb.lemma_ in ("shoot", "bring") and any(c.lower_ == "down" for c in verb.children)
    return noun.dep_ in _OBJECTS and (down or verb.lemma_ in _STOPPING)


def is_fired_into_sea(verb: Token) -> bool:
    """Tell whether missiles only go into the sea: "[fired] two missiles into the sea", as in a test.

    Or "off its own coast", or "the missiles, [fired] from a base, splashed down".
    """
    held = _fired_by(verb)
    if verb.lemma_ in _FIRING and verb.dep_ in ("acl", "relcl") and _splashes_down(verb.head):
        return True
    if verb.lemma_ not in _FIRING or not held:
        return False
    ways = [c for t in (verb, *held) for c in t.children if c.dep_ == "prep"]
    if any(c.lower_ in ("at", "on", "upon", "against") and not _is_time(c) for c in ways):
        return False
    if any(c.lower_ == "off" and any(_is_own_coast(t) for t in c.children) for c in ways):
        return True
    ends = (t for c in ways if c.lower_ in _TOWARDS for t in c.children if t.dep_ == "pobj")
    return any(t.lemma_.lower() in ("sea", "ocean", "water", "waters") for t in ends)


def _splashes_down(fired: Token) -> bool:
    """Tell whether missiles are told to have come down in the sea: "flew 300 km before splashing down"."""
    above = fired.head
    told = [above, *above.subtree] if fired.dep_ == "nsubj" and above.pos_ == "VERB" else []
    return any(t.lemma_ == "splash" and t.pos_ == "VERB" for t in told)


def _is_own_coast(noun: Token) -> bool:
    return noun.lemma_.lower() == "coast" and any(c.lower_ in ("its", "their") for c in noun.children)


def is_strike_on(noun: Token) -> bool:
    """Tell whether a strike is on a place or somebody, and no walk-out: "plots a [strike] on the palace".

    "The rail [strike]", "the dockers' [strike]" and "a [strike] on the railways" are.
    """
    whose = any(c.dep_ in ("compound", "poss") for c in noun.children)
    on = [c for c in noun.children if c.lower_ == "on" and not _is_time(c)]
    struck = [t for c in on for t in c.children if t.dep_ == "pobj"]
    return noun.lemma_ == "strike" and not whose and any(t.lemma_.lower() not in _SERVICES for t in struck)


_SERVICES = frozenset(
    {"rail", "railway", "railroad", "underground", "metro", "bus", "ferry", "line", "network"}
)


_TOWARDS = frozenset({"in", "into", "toward", "towards"})


def _is_time(preposition: Token) -> bool:
    """ "On Monday"."""
    return any(c.ent_type_ in ("DATE", "TIME") for c in preposition.children)


def _fired_by(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
