"""Who only stands beside a deed, and has no part in it."""

from spacy.tokens import Token

from onrecord.reading.events.clauses import summoners
from onrecord.reading.events.light_verbs import takes_so
from onrecord.reading.events.not_doers import complainants, judges_of, land_taken
from onrecord.reading.events.presupposed import answerers
from onrecord.reading.events.shots import is_fired_in_attack
from onrecord.records import Party, PartyKind

__all__ = [
    "is_told_it",
    "stands_elsewhere",
    "without_part",
]

_SUBJECTS = ("nsubj", "nsubjpass")
_LAUNCHING = frozenset({"fire", "launch", "shoot", "lob", "fly"})
_WHERE = ("in", "at", "near", "outside", "inside", "across", "around", "throughout")


def stands_elsewhere(party: Token, deed: Token) -> bool:
    """Tell whether a party is where a deed is ("in Norland"), or the subject of another clause.

    "[Two people] died and dozens more were hurt", "the first crash since 1959, when [two men] died",
    "[Norland] closed ports used to move arms", "what [Norland] calls attacks"; or what a deed answers.
    """
    if party.dep_ == "pobj" and party.head.lower_ in _WHERE:
        return True
    if party.dep_ == "pobj" and party.head.lower_ == "from" and party.head.head.lemma_ in _LAUNCHING:
        return True  # "rockets fired from [Norland]": whoever fired them
    if party.dep_ == "pobj" and party.head.dep_ == "agent":
        return party.head.head not in (deed, *deed.children, deed.head)
    if _is_object_of_joined(party, deed) or _does_another(party, deed):
        return True
    if (
        _is_left_or_used(party, deed)
        or _is_of_clause_beside(party, deed)
        or _is_joined_elsewhere(party, deed)
    ):
        return True
    if _shares_verb(party, deed) or _is_avenged(party, deed):
        return True
    if party.dep_ not in _SUBJECTS or party.head == deed:
        return False
    verb = party.head
    if deed.head == verb and _is_named_by(verb, deed):
        return True
    for above in (deed, *deed.ancestors):
        if above != deed and above.dep_ == "acl" and above.tag_ == "VBN" and verb in above.ancestors:
            return True
        if above == verb or (above.dep_ == "relcl" and above.head == party):
            return False
        if above.pos_ in ("VERB", "AUX") and any(child.dep_ in _SUBJECTS for child in above.children):
            return True  # another's clause lies between
        if above.pos_ in ("VERB", "AUX") and _is_complement(verb, above):
            return False
    return True


def _is_left_or_used(party: Token, deed: Token) -> bool:
    """Tell whether a verb's object is driven out of a party or guarded with it.

    "Forced them out of [Norland]", "protects the coast with [Sudmark]".
    """
    preposition = party.head
    done_to = any(c.dep_ in ("dobj", "nsubjpass") for c in deed.children)
    if party.dep_ != "pobj" or deed.pos_ != "VERB" or not done_to:
        return False
    out_of = preposition.lower_ == "of" and preposition.head.lower_ == "out" and preposition.head.head == deed
    means = preposition.lower_ == "with" and preposition.head == deed and deed.lemma_ in _GUARDING
    return out_of or means


_GUARDING = frozenset({"protect", "defend", "guard", "shield"})


def _is_of_clause_beside(party: Token, deed: Token) -> bool:
    """Tell whether another's deed, told only as when or why, is done to a party.

    "Crowds marched after the paper backed [Cole]".
    """
    clause = party.head
    return (
        party.dep_ == "dobj"
        and clause.dep_ == "advcl"
        and clause.head == deed
        and any(c.dep_ in _SUBJECTS for c in clause.children)
        and any(c.dep_ in ("mark", "advmod") and c.lower_ in _BESIDE for c in clause.children)
    )


_BESIDE = frozenset(
    {"after", "before", "when", "while", "since", "because", "as", "until", "though", "although"}
)


def _is_joined_elsewhere(party: Token, deed: Token) -> bool:
    """Tell whether a party is joined to a whole deed and told with a place of its own.

    "Six women attacked in Oslo and [nine guards] in Bergen".
    """
    placed = any(c.dep_ == "prep" and c.lower_ in _WHERE for c in party.children)
    return party.dep_ == "conj" and party.head == deed and deed.pos_ == "VERB" and placed


def _is_avenged(party: Token, deed: Token) -> bool:
    """Tell whether a party is in what is avenged: "vowed [revenge] for the killing of [a general]"."""
    reasons = (c for c in deed.children if c.lower_ == "for") if deed.lemma_ in _AVENGING else ()
    return any(reason.is_ancestor(party) for reason in reasons)


_AVENGING = frozenset({"revenge", "vengeance", "retaliation", "reprisal", "retribution", "retaliate"})


def _shares_verb(party: Token, deed: Token) -> bool:
    """Tell whether a name and a deed are taken for the subjects of one verb.

    "A breach at the agency [Nortix] exposed names": the name tells which agency.
    """
    verb = party.head
    subjects = [c for c in verb.children if c.dep_ == "nsubj" and c.i < party.i]
    return (
        party.dep_ == "nsubj" and party.i < verb.i and (deed in subjects or (deed == verb and bool(subjects)))
    )


def _does_another(party: Token, deed: Token) -> bool:
    """Tell whether a party before a noun does what that names, told after the deed or with it beside.

    "Months of war and a [Norland] air campaign", "a [Norland] air raid near the port, the scene of fighting".
    """
    noun = party.head
    if party.dep_ not in ("amod", "compound", "nmod", "poss") or noun.pos_ != "NOUN" or noun == deed:
        return False
    if deed.i < party.i:
        return any(noun in above.conjuncts for above in (deed, *deed.ancestors) if above.i < noun.i)
    between = [deed, *deed.ancestors]
    within = between[: between.index(noun)] if noun in between else []
    return any(above.dep_ == "appos" for above in within)


def _is_named_by(verb: Token, deed: Token) -> bool:
    """Tell whether a verb only gives a deed its name: "what Norland [calls] attacks"."""
    named_what = deed.dep_ == "dobj" and any(c.lower_ == "what" for c in verb.children)
    return deed.dep_ == "oprd" or named_what


def _is_object_of_joined(party: Token, deed: Token) -> bool:
    """Tell whether a verb joined to the deed is done to a party, and the deed has an object of its own.

    "The blast killed [two soldiers] and wounded dozens of civilians". Or joined to the verb that tells of no
    deed: "foiled a coup and arrested [nine officers]".
    """
    while party.dep_ == "pobj" and party.head.lower_ in ("including", "of"):
        party = party.head.head
    verb = party.head
    if party.dep_ not in ("dobj", "nsubjpass") or verb == deed:
        return False
    if deed.pos_ == "VERB":
        return deed in verb.conjuncts and any(c.dep_ == "dobj" for c in deed.children)
    above = deed.head
    return deed.dep_ == "dobj" and above.lemma_ in _NO_PART and above in verb.conjuncts


def without_part(deed: Token) -> set[int]:
    """Return who needs, prevents, judges or suffers the deed and does not do it: "[Norland] needs aid".

    "[Norlandic] gunners shot down nine drones launched from the sea".
    """
    verb = next((t for t in deed.ancestors if t.pos_ == "VERB"), None)
    others = {t.i for t in (*summoners(deed), *judges_of(deed), *land_taken(deed), *complainants(deed))}
    others |= {t.i for t in answerers(deed)}
    others |= {t.i for t in _harmed_in(deed)}
    if verb is not None and is_fired_in_attack(deed):
        others |= {t.i for c in verb.children if c.dep_ == "nsubj" for t in c.subtree if t != deed}
    if verb is None or not (verb.lemma_ in _NO_PART or _only_braves(verb, deed)):
        return others
    return others | {child.i for child in verb.children if child.dep_ == "nsubj"}


def _harmed_in(deed: Token) -> list[Token]:
    """Return the words for those harmed in a deed, not their own: "[nine rebels] were caught in a raid"."""
    verb = deed.head.head
    if deed.dep_ != "pobj" or deed.head.lower_ not in ("in", "during") or verb.lemma_ not in _HARMED:
        return []
    return [t for c in verb.children if c.dep_ == "nsubjpass" for t in c.subtree]


_HARMED = frozenset(
    {"kill", "wound", "injure", "hurt", "neutralise", "neutralize", "eliminate", "capture", "catch", "arrest"}
    | {"detain", "seize", "slay"}
)

_NO_PART = frozenset(
    {
        "need", "require", "lack", "seek", "request", "await", "oppose", "resist", "prevent", "foil",
        "thwart", "avert", "forestall", "vote", "condemn", "denounce", "criticise", "criticize",
        "disrupt", "disperse", "suppress", "crush", "quell", "storm", "suffer", "face", "endure",
        "experience", "witness", "survive", "investigate", "probe", "support", "back", "favour", "favor",
        "welcome", "endorse", "defend",
    }
)  # fmt: skip


def _only_braves(verb: Token, deed: Token) -> bool:
    """Tell whether a verb's subject only meets a deed that a noun names: "shrugged off [sanctions]".

    "Takes the [threat] seriously".
    """
    weighed = takes_so(verb)
    return deed.pos_ == "NOUN" and (verb.lemma_ in _BRAVING or weighed)


_BRAVING = frozenset(
    {"shrug", "brush", "weather", "evade", "circumvent", "dodge", "defy", "flout", "mourn", "commemorate"}
)


def is_told_it(token: Token, party: Party) -> bool:
    """Tell whether an outlet is only whom somebody talks to, or the credit: "told [the Post]", "([AP])"."""
    if party.sector != "MED" or party.kind is PartyKind.STATE:
        return False
    credited = token.i > 0 and token.nbor(-1).text == "("
    return credited or (token.dep_ in ("dobj", "dative", "pobj") and _says_to(token))


def _says_to(token: Token) -> bool:
    verb = token.head if token.dep_ != "pobj" else token.head.head
    return verb.lemma_ in ("tell", "speak", "say") and (token.dep_ != "pobj" or token.head.lower_ == "to")


def _is_complement(verb: Token, above: Token) -> bool:
    """Tell whether a verb completes another, over "to" and "that": "urged that [Norland leave]"."""
    while verb != above:
        if verb.dep_ not in ("xcomp", "ccomp", "conj"):
            return False
        verb = verb.head
    return True
