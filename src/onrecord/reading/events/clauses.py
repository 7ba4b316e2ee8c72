"""Who does what in a clause, through passives, control, raising, relative and reduced clauses.

Works on spaCy's English dependency labels (CLEAR style). Every function answers with tokens of the
parse: the heads of the stretches that fill a place.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.codebook import Modality
from onrecord.codebook.wordclasses import word_classes
from onrecord.reading.events.free_relatives import called_object
from onrecord.reading.events.verb_forms import WARNING, is_imperative, is_passive
from onrecord.reading.infinitives import is_done, is_infinitive, is_joined_amiss
from onrecord.reading.relative_pronouns import meant_noun

__all__ = [
    "coordinated",
    "first_coordinated",
    "is_broken_up",
    "is_ones_own",
    "judged_for",
    "numbers_harmed",
    "object_control_of",
    "objects_of",
    "opponents_before",
    "preposition_objects",
    "subjects_of",
    "summoners",
]

_SUBJECTS = ("nsubj", "nsubjpass")
_RELATIVE_PRONOUNS = ("who", "which", "that", "whom")
_GROUPS = ("NORP", "GPE", "ORG")
_ASKING = ("call", "push", "press", "appeal", "plead", "lobby", "campaign")
_TOLD_BY_CALLER = frozenset(
    {"express", "convey", "offer", "congratulate", "thank", "assure", "inform", "apologize", "apologise",
     "voice", "explain", "discuss", "wish"}
)  # fmt: skip
"""What somebody calls another for and does himself: "called the president to [express] his support"."""
_REACH = 8
"""Steps a clause's subject is sought upwards; real sentences need four."""


def coordinated(token: Token) -> tuple[Token, ...]:
    """Return the token and everything coordinated with it, in reading order."""
    found = [token]
    for child in token.children:
        if child.dep_ == "conj":
            found.extend(coordinated(child))
    return tuple(found)


def first_coordinated(noun: Token) -> Token:
    """Return the first of the nouns a noun is coordinated with, itself where it is that or alone."""
    first = noun
    while first.dep_ == "conj" and first.head.pos_ in ("NOUN", "PROPN"):
        first = first.head
    return first


_OPPONENTS = frozenset({"opposition", "rebel", "separatist", "insurgent", "resistance", "dissident"})


def opponents_before(body: Token) -> tuple[Token, ...]:
    """Return whose a thing is that is a state's opponents': "the Norlandic [rebel] council"."""
    return tuple(
        c for c in body.children if c.dep_ in ("compound", "amod", "nmod") and c.lemma_.lower() in _OPPONENTS
    )


_BREAKING_UP = frozenset({"disrupt", "disperse", "suppress", "crush", "quell", "storm"})


def is_broken_up(deed: Token) -> bool:
    """Tell whether others stop a deed, so that "their" does not mean them: "dispersed their [protest]"."""
    return deed.dep_ == "dobj" and deed.head.lemma_ in _BREAKING_UP


def subjects_of(verb: Token, modality: Modality) -> tuple[Token, ...]:
    """Return what the surface subject of the verb stands for, coordination spelt out.

    Looks up through coordination, control, raising and participles; a relative pronoun gives what it
    refers to. Empty when the text leaves the subject open.
    """
    found = _surface_subject(verb, modality, _REACH)
    return tuple(part for token in found for part in _joined_before_clause(token, verb))


def _joined_before_clause(noun: Token, verb: Token) -> tuple[Token, ...]:
    """Return a noun and what is joined to it, but not what follows the clause that tells of it.

    "[Two guards] hurt in the north and three thieves", "[those] who died and their families".
    """
    parts = coordinated(noun)
    return tuple(part for part in parts if part.i < verb.i) if noun in verb.ancestors else parts


def objects_of(verb: Token, modality: Modality) -> tuple[Token, ...]:
    """Return what the deed is done to, coordination spelt out; empty for none."""
    direct = [child for child in verb.children if child.dep_ in ("dobj", "obj")]
    direct = direct or numbers_harmed(verb)
    if not direct and is_passive(verb):
        return subjects_of(verb, modality)
    if not direct:
        direct = list(_relative_object(verb)) or list(_shared_object(verb)) or list(called_object(verb))
    return tuple(part for token in direct for part in _joined_before_clause(_referent(token), verb))


def numbers_harmed(verb: Token) -> list[Token]:
    """Return the number told by itself of a second fate: "nine men were killed and [160] hurt"."""
    second = verb.tag_ == "VBN" and verb.dep_ == "conj"
    return [child for child in verb.children if second and child.dep_ == "nummod"]


def object_control_of(verb: Token, modality: Modality) -> tuple[Token, ...]:
    """Return what does the deed of the clause that completes `verb`, when that is not its subject.

    "urged Norland to withdraw": Norland; "called on Norland to withdraw": Norland.
    """
    if verb.lemma_ not in modality.object_control:
        return ()
    if verb.lemma_ == "call":
        asked = [t for t in preposition_objects(verb).get("on", ()) if t.ent_type_ not in ("DATE", "TIME")]
        if asked:  # "on Monday called on [Norland] to withdraw", whatever form the verb is taken for
            return tuple(asked)
    if is_passive(verb):
        return subjects_of(verb, modality)
    for child in verb.children:
        if child.dep_ in ("dobj", "dative") and child.pos_ != "ADP":
            return coordinated(_referent(child))
    for preposition in ("on", "upon", "for", "to", "with"):
        held = preposition_objects(verb).get(preposition, ())
        if held:
            return held
    return ()


def preposition_objects(token: Token) -> dict[str, tuple[Token, ...]]:
    """Return preposition, lower case → what stands behind it, for the prepositions hung on a token.

    "out of Norland" is found under "of" and under "out"; "according to" is left out. What hangs on "worth" is
    the token's: "sold drones worth $70 million to [Norland]".
    """
    found: dict[str, list[Token]] = {}
    worth = (part for c in token.children if c.lower_ == "worth" for part in c.children)
    for child in (*token.children, *worth):
        if child.dep_ in ("prep", "agent", "dative", "prt", "oprd") and child.pos_ in (
            "ADP",
            "SCONJ",
            "PART",
            "ADV",
        ):
            for name, held in _behind(child):
                found.setdefault(name, []).extend(held)
    return {name: tuple(held) for name, held in found.items()}


def _behind(preposition: Token) -> Iterator[tuple[str, tuple[Token, ...]]]:
    for child in preposition.children:
        if child.dep_ == "pobj":
            yield preposition.lower_, coordinated(_referent(child))
        elif child.dep_ == "prep" and child.pos_ == "ADP":
            for _, held in _behind(child):
                yield preposition.lower_, held
                yield child.lower_, held
        elif child.dep_ == "conj" and child.pos_ == "ADP":
            yield from _behind(child)


def _surface_subject(verb: Token, modality: Modality, reach: int) -> tuple[Token, ...]:
    if reach == 0:
        return ()
    for child in verb.children:
        if child.dep_ in _SUBJECTS or (child.dep_ == "csubj" and child.tag_ == "VBG"):
            return (_referent(child),)
    head = verb.head
    if is_imperative(verb) or any(child.dep_ == "expl" for child in verb.children):
        return ()
    if verb.dep_ == "acl":
        return _noun_as_subject(verb, modality, reach)
    if _is_toll_of_accident(verb):
        return ()
    if _is_toll_of_suffering(verb):
        return preposition_objects(head).get("by", ())
    if verb.dep_ == "ROOT":
        listed = _listed_before(verb)
        return _surface_subject(listed, modality, reach - 1) if listed is not None else ()
    if verb.dep_ == "advcl" and is_infinitive(verb) and head.lemma_ in modality.averting:
        plots = [c for c in head.children if c.dep_ == "dobj"]
        return _owner(plots[0], modality, reach) if plots else ()  # "foiled a [Norlandic] plot to attack it"
    if verb.dep_ == "advcl" and is_infinitive(verb):
        agreed = (c for c in head.children if c.dep_ == "dobj" and c.lemma_ in _AGREEMENTS)
        partners = [partner for noun in agreed for partner in _partner_who_gives(noun, verb)]
        if partners:
            return tuple(partners)
    if is_infinitive(verb) and (given := _given_time(verb)):
        return given
    if verb.dep_ in ("conj", "advcl", "xcomp", "ccomp", "acomp", "attr", "aux", "auxpass", "dep"):
        if head.pos_ not in ("VERB", "AUX", "ADJ"):
            return _owner(head, modality, reach) if head.pos_ == "NOUN" else ()
        if is_joined_amiss(verb) or _is_joined_to_said(verb):
            return _surface_subject(head.head, modality, reach - 1)
        asked = verb.dep_ == "advcl" and is_infinitive(verb) and head.lemma_ in _ASKING
        asked = asked and verb.lemma_ not in _TOLD_BY_CALLER
        told = verb.dep_ == "ccomp" and verb.tag_ not in ("VBD", "VBZ", "VBP")  # "told them there were four"
        envoy = _envoy_sent(verb, head)
        if envoy is not None:
            return (envoy,)
        if verb.dep_ == "xcomp" or told or asked:
            controlled = object_control_of(head, modality)
            if controlled:
                return controlled[:1]
        if verb.dep_ == "ccomp" and not is_infinitive(verb) and verb.tag_ not in ("VBG", "VBN", "VB"):
            return ()
        before = _told_before(verb)
        if before is not None and is_passive(before):
            return preposition_objects(before).get("by", ())
        return _surface_subject(before or head, modality, reach - 1)
    if verb.dep_ == "pcomp" and head.pos_ in ("ADP", "SCONJ"):
        governor = head.head
        if head.lower_ == "for":
            struck = _struck(governor)
            if struck:
                return struck
            punished = _punished(governor, modality)
            if punished:
                return punished[:1]
        if governor.pos_ == "NOUN" and governor.dep_ == "dobj" and governor.head.lemma_ == "accuse":
            return (governor,)  # "accused Norlandic [trawlers] of", hung on them
        if governor.pos_ == "NOUN":
            return judged_for(governor, modality) or _owner(governor, modality, reach)
        if head.lower_ == "for" and governor.lemma_ in _ASKING:
            return ()  # "called for lifting sanctions": whoever is to lift them
        if head.lower_ in ("of", "for", "from", "into", "against", "with"):
            controlled = object_control_of(governor, modality)
            if controlled:
                return controlled[:1]
            if head.lower_ == "against" and governor.lemma_ in WARNING:
                return ()  # "warned against storming it": whoever might
        return _surface_subject(governor, modality, reach - 1)
    if verb.dep_ == "relcl" and is_infinitive(verb):
        return _noun_as_subject(verb, modality, reach)
    return ()


def _is_joined_to_said(verb: Token) -> bool:
    """Tell whether who says something does what the parse joins to it: "said jets had strayed and [summoned]
    the envoy". Nothing but a state summons envoys.
    """
    said = verb.head
    summons = verb.lemma_ == "summon" and verb.dep_ == "conj" and verb.tag_ == "VBD"
    return summons and said.dep_ == "ccomp" and said.tag_ == "VBN" and said.head.pos_ == "VERB"


def _told_before(verb: Token) -> Token | None:
    """Return the verb of what somebody tells, which goes on behind who says it.

    "They [stormed] the town, police said, killing nine": police kill nobody.
    """
    says = verb.head
    behind = verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.i > says.i + 1
    if not behind or verb.lemma_ not in word_classes().consequences or verb.nbor(-1).text != ",":
        return None
    if says.lemma_ not in word_classes().speaking:
        return None
    if says.dep_ == "parataxis":
        return says.head
    return next((c for c in says.children if c.dep_ == "ccomp" and c.i < says.i), None)


def _given_time(verb: Token) -> tuple[Token, ...]:
    """Return who is given time to do a deed: "gave [the envoys] two days to leave"."""
    giving = verb.head.head if verb.dep_ in ("relcl", "acl") else verb.head
    if giving.lemma_ != "give" or verb == giving:
        return ()
    to = [c for c in giving.children if c.dep_ == "dative" and c.pos_ != "ADP"]
    bound = any(c.lower_ in ("until", "till") for c in giving.children)
    to = to or [c for c in giving.children if c.dep_ == "dobj" and bound]
    return tuple(part for child in to for part in coordinated(child))


_ENVOYS = frozenset(
    {"envoy", "ambassador", "emissary", "diplomat", "delegation", "delegate", "representative", "negotiator",
     "mediator", "minister", "deputy", "aide", "adviser", "advisor", "team"}
)  # fmt: skip


def _envoy_sent(verb: Token, sending: Token) -> Token | None:
    """Return whom a person sends to do a deed: "Cole sent [an envoy] to meet them".

    A state's envoy acts for the state.
    """
    if verb.dep_ not in ("xcomp", "advcl") or not is_infinitive(verb) or is_passive(sending):
        return None
    if sending.lemma_ not in ("send", "dispatch"):
        return None
    person = any(c.dep_ == "nsubj" and c.ent_type_ == "PERSON" for c in sending.children)
    sent = (c for c in sending.children if c.dep_ == "dobj" and c.lemma_ in _ENVOYS)
    return next(sent, None) if person else None


def is_ones_own(noun: Token) -> bool:
    """Tell whether a thing or person belongs to somebody told by a pronoun: "[its envoy]"."""
    return any(c.tag_ == "PRP$" for c in noun.children)


def judged_for(part: Token, modality: Modality) -> tuple[Token, ...]:
    """Return who is judged for "its" part in a deed: "thanked [Norland] for its help in freeing"."""
    told = part.head
    judged = part.dep_ == "pobj" and told.lower_ in ("for", "over") and told.head.pos_ == "VERB"
    return object_control_of(told.head, modality)[:1] if is_ones_own(part) and judged else ()


_ACCIDENTS = frozenset(
    {"crash", "collapse", "capsize", "derail", "sink", "overturn", "explode", "erupt", "burst"}
)
_HARMING = frozenset({"kill", "injure", "wound", "hurt", "trap", "leave", "bury"})


def _is_toll_of_accident(verb: Token) -> bool:
    """Tell whether a participle tells the toll of an accident told after the verb above it.

    "Officers asked what made the train crash, [killing] nine": nobody asked kills.
    """
    if verb.dep_ != "advcl" or verb.tag_ != "VBG" or verb.lemma_ not in _HARMING or verb.i < verb.head.i:
        return False
    between = verb.doc[verb.head.i + 1 : verb.i]
    return any(t.pos_ == "VERB" and t.lemma_ in _ACCIDENTS for t in between)


_ENDURING = frozenset({"suffer", "face", "endure", "experience", "see", "witness", "survive", "sustain"})
_STRUCK = frozenset(
    {"hit", "strike", "rock", "shake", "attack", "target", "bomb", "shell", "raid", "ambush"}
    | {"shoot", "down", "sink", "torch", "ram", "destroy", "storm"}
)


def _is_toll_of_suffering(verb: Token) -> bool:
    """Tell whether a participle tells the toll of what its clause's subject went through.

    "Norland has faced attacks, [killing] nine", "was hit by bombings, [killing] nine": it killed nobody.
    """
    above = verb.head
    if verb.dep_ != "advcl" or verb.tag_ != "VBG" or verb.lemma_ not in _HARMING or verb.i < above.i:
        return False
    if above.lemma_ in _STRUCK:
        return is_passive(above)
    if above.lemma_ == "come":  # "came under fire, killing nine"
        return any(c.dep_ == "prep" and c.lower_ == "under" for c in above.children)
    return above.lemma_ in _ENDURING and any(c.dep_ == "dobj" for c in above.children)


def _listed_before(verb: Token) -> Token | None:
    """Return the verb before the comma of a list that the parse takes apart: "it [kept] order, fought us"."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.i == 0 or verb.nbor(-1).text != ",":
        return None
    before = (c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i and c.tag_ == verb.tag_)
    return next((c for c in before if not any(m.dep_ == "mark" for m in c.children)), None)


def _punished(governor: Token, modality: Modality) -> tuple[Token, ...]:
    """Return who is punished for what a "for" tells, which hangs on the verb, its object or its measure.

    "Fined [Norland] for attacking it", "put [nine firms] on a list for trading with it".
    """
    if governor.dep_ == "dobj" and governor.head.lemma_ in modality.punishing:
        return (governor,)
    verb = governor
    while verb.dep_ == "pobj":
        verb = verb.head.head
    return objects_of(verb, modality) if verb.lemma_ in modality.punishing else ()


def _struck(governor: Token) -> tuple[Token, ...]:
    """Return whom a measure hits, told with its reason: "imposed sanctions on [Norland] for arming"."""
    for measure in (governor, *(c for c in governor.children if c.dep_ in ("dobj", "nsubjpass"))):
        if measure.pos_ == "NOUN":
            around = preposition_objects(measure) | preposition_objects(governor)
            held = around.get("on") or around.get("against", ())
            if held and held[0].ent_type_ not in ("DATE", "TIME"):
                return held[:1]
    return ()


def _noun_as_subject(verb: Token, modality: Modality, reach: int) -> tuple[Token, ...]:
    """A participle's noun is its subject; an infinitive's subject is whose noun it is."""
    noun = verb.head
    if verb.tag_ == "VBG" and noun.dep_ in ("dobj", "pobj") and noun.lemma_ in modality.messages:
        above = noun.head if noun.dep_ == "dobj" else noun.head.head
        if _keeps_off(above, modality):
            return (noun,)
        return _surface_subject(above, modality, reach - 1) if above.pos_ == "VERB" else (noun,)
    if not is_infinitive(verb):
        return (noun,)
    boasters = _owner(noun, modality, reach) if is_done(verb) else ()
    if boasters:
        return boasters  # "[Norland]'s claim to have shot it down"
    partner = _partner_who_gives(noun, verb)
    if partner:
        return partner
    if noun.lemma_ in _SUMMONS:
        around = preposition_objects(noun)
        return next((held[:1] for word in ("on", "for", "to") if (held := around.get(word))), ())
    if noun.lemma_ in modality.verbs or noun.lemma_ == "use" or preposition_objects(noun).get("by"):
        return _owner(noun, modality, reach)
    governor = noun.head
    if noun.dep_ == "dobj" and _keeps_off(governor, modality) and noun.lemma_ in _PROPOSALS:
        return _owner(noun, modality, reach)  # "vetoed a plan to send": who vetoes it sends nothing
    if noun.dep_ == "dobj" and governor.lemma_ not in modality.object_control:
        return _surface_subject(governor, modality, reach - 1)  # "dug tunnels to enter": the diggers
    return (noun,)


def summoners(deed: Token) -> tuple[Token, ...]:
    """Return whose call or order it is that others do a deed: "a call by [the union] to set up camps"."""
    for verb in (deed, *deed.ancestors):
        noun = verb.head
        if verb.dep_ == "acl" and is_infinitive(verb) and noun.lemma_ in _SUMMONS:
            owners = (c for c in noun.children if c.dep_ == "poss")
            return (*preposition_objects(noun).get("by", ()), *owners)
        if verb.dep_ not in ("xcomp", "conj", "dobj"):
            return ()
    return ()


def _partner_who_gives(noun: Token, verb: Token) -> tuple[Token, ...]:
    """Return with whom it is agreed that "it" be given something: "a deal with [Norland] to supply it"."""
    given = verb.lemma_ in _GIVING and any(c.dep_ == "dobj" and c.tag_ == "PRP" for c in verb.children)
    return preposition_objects(noun).get("with", ())[:1] if given else ()


_SUMMONS = frozenset({"call", "order", "instruction", "incitement"})
"""Nouns of what asks a deed of others: "a [call] by the union to strike"."""
_AGREEMENTS = frozenset({"agreement", "deal", "accord", "contract", "pact", "treaty", "memorandum"})
_GIVING = frozenset(
    {"supply", "provide", "furnish", "give", "send", "sell", "lend", "arm", "equip", "fund", "help", "assist"}
)
_PROPOSALS = frozenset({"plan", "proposal", "resolution", "bill", "motion", "bid", "offer", "deal", "draft"})
_REFUSING = frozenset({"veto", "block", "refuse", "discuss", "debate", "criticise", "criticize", "condemn"})


def _keeps_off(verb: Token, modality: Modality) -> bool:
    """Tell whether a verb's subject is against what its object proposes, or only talks of it."""
    return verb.lemma_ in _REFUSING or verb.lemma_ in modality.opposing or verb.lemma_ in modality.averting


def _owner(noun: Token, modality: Modality, reach: int) -> tuple[Token, ...]:
    """Return whose plan, attempt or promise a noun is: its possessor, by-phrase or the clause's subject."""
    for child in noun.children:
        if child.dep_ == "poss":
            return (_referent(child),)
    by = preposition_objects(noun).get("by", ())
    if by:
        return by[:1]
    for child in noun.children:
        if child.dep_ in ("amod", "compound") and (
            child.ent_type_ in _GROUPS or child.lower_.endswith("-led")
        ):
            return (child,)
    lends = noun.head.lemma_ in modality.light or noun.head.lemma_ == "be"
    if noun.dep_ in ("dobj", "attr", "oprd") and lends:
        return _surface_subject(noun.head, modality, reach - 1)
    verb = noun.head.head
    if noun.dep_ == "pobj" and noun.head.lower_ == "in" and verb.lemma_ == "be":
        return _surface_subject(verb, modality, reach - 1)  # "was in talks about selling it"
    return ()


def _relative_object(verb: Token) -> Iterator[Token]:
    """ "the troops Norland sent": the noun of a relative clause that lacks an object."""
    if verb.dep_ != "relcl" or is_passive(verb):
        return
    own = [child for child in verb.children if child.dep_ == "nsubj"]
    if not own or own[0].lower_ in _RELATIVE_PRONOUNS:
        return
    if not any(child.tag_ == "WRB" for child in verb.children):
        yield verb.head


def _shared_object(verb: Token) -> Iterator[Token]:
    """ "arrested and questioned the two": the object of the verb that follows."""
    for child in verb.children:
        if child.dep_ == "conj" and child.pos_ == "VERB" and not is_passive(verb):
            between = any(other.dep_ in (*_SUBJECTS, "aux") for other in child.children)
            if not between and child.i - verb.i <= 3 and child.tag_ == verb.tag_:
                yield from (c for c in child.children if c.dep_ == "dobj")


def _referent(token: Token) -> Token:
    """Return what a relative pronoun refers to, any other token itself."""
    if token.lower_ not in _RELATIVE_PRONOUNS or token.tag_ not in ("WDT", "WP", "WP$"):
        return token
    return meant_noun(token) or token
