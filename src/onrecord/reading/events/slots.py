"""The places around a deed where parties and items can stand, filled from the parse."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from spacy.tokens import Token

from onrecord.codebook import Modality
from onrecord.codebook.frames import PREPOSITIONS
from onrecord.codebook.wordclasses import word_classes
from onrecord.reading.events.authors import told_authors, who_was_with
from onrecord.reading.events.clauses import (
    coordinated,
    first_coordinated,
    is_broken_up,
    objects_of,
    preposition_objects,
    subjects_of,
)
from onrecord.reading.events.light_verbs import light_verb_of, threat_with
from onrecord.reading.events.not_doers import (
    SUBSTITUTING,
    brokers,
    complainants,
    judges_of,
    land_at_war,
    land_taken,
    only_brokers,
)
from onrecord.reading.events.noun_phrases import held_inside, modifiers
from onrecord.reading.events.purposes import helped_and_fought, purposes_behind, purposes_of
from onrecord.reading.events.verb_forms import is_caused, is_passive
from onrecord.reading.infinitives import is_infinitive

__all__ = ["Slots", "noun_slots", "verb_slots"]

_Places = dict[str, tuple[Token, ...]]
"""Slot → heads of its fillers, while they are gathered."""

_BEFORE_NOUN = ("amod", "compound", "nmod", "conj")
_COMPLEMENTS = ("xcomp", "ccomp", "pcomp")
_JOINING = frozenset({"join", "participate"})
"""Light verbs whose subject does the deed beside those whose it is: "joined Norland's war"."""
_OTHERS = frozenset({"demand"})
"""Light verbs whose subject wants the deed of others: "demanded the release of the prisoners"."""
_ENDURING = frozenset({"repel", "repulse", "survive", "withstand", "endure", "suffer", "face"})
"""Verbs to whose subject the deed that is their object is done: "survived an attack"."""
_DEATHS = frozenset({"death", "casualty", "fatality", "loss"})
"""Nouns of dying, whose doer is only whom they are laid on: "gangs are responsible for the [deaths]"."""
_TAKEN = frozenset({"delivery"})
"""Deeds that whoever "takes" them receives: "took [delivery] of two ships"."""
_RECEIVING = frozenset({"receive", "get", "obtain", "accept", "secure"})
"""Verbs whose subject has what was sent: "received a [shipment] of rifles"."""
_RINGING = frozenset({"call", "phone", "telephone", "ring"})
_REACHING = frozenset({"reach", "arrive", "enter", "cross"})
"""Verbs whose subject somebody may have sent."""
_POSTED = frozenset(
    {"envoy", "ambassador", "emissary", "consul", "representative", "negotiator", "mediator", "delegate"}
)


@dataclass(frozen=True, slots=True)
class Slots:
    """What stands around one deed.

    Attributes:
        near: Slot → heads of its fillers, hung on the deed itself.
        far: The same, hung on its object or light verb, where a parser often puts them; used for a
            slot that is empty in `near`.
        light: The light verb the noun leans on, None for a verb or a bare noun.
    """

    near: Mapping[str, tuple[Token, ...]]
    far: Mapping[str, tuple[Token, ...]] = field(default_factory=dict)
    light: Token | None = None

    def __getitem__(self, slot: str) -> tuple[Token, ...]:
        return self.near.get(slot) or self.far.get(slot, ())

    def both(self, slot: str) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
        """Return the fillers hung on the deed and those hung further off: "[on Monday]" and "[on Norland]"
        in "imposed sanctions on Norland on Monday"."""
        return self.near.get(slot, ()), self.far.get(slot, ())


def verb_slots(verb: Token, parts: Iterable[Token], modality: Modality) -> Slots:
    """Return what stands around a verb.

    Args:
        verb: The verb.
        parts: Further tokens of a verb of several words; what hangs on them counts as the verb's.
        modality: For control verbs.
    """
    part_tokens = tuple(parts)
    near = _behind_prepositions(verb, part_tokens)
    objects, dative = _done_to_and_given(verb, part_tokens, modality)
    if is_passive(verb):
        near["subject"] = near.get("by", ()) or _doers_of_last(verb) or _who_has_it_done(verb, modality)
    else:
        near["subject"] = subjects_of(verb, modality)
    near["object"] = objects
    near["dative"] = dative
    near["complement"] = tuple(
        c for c in verb.children if c.dep_ in ("oprd", "attr") or (c.dep_ == "ccomp" and c.pos_ != "VERB")
    ) or tuple(_left_behind(verb))
    near["clause"] = tuple(_complement_parties(verb, modality))
    near["doing"] = tuple(
        inner for c in verb.children if c.dep_ == "prep" for inner in c.children if inner.dep_ == "pcomp"
    )
    purposes = [*purposes_of(verb), *(p for o in objects for p in purposes_of(o))]
    near |= helped_and_fought(purposes, modality)
    held = tuple(t for slot in PREPOSITIONS for t in near.get(slot, ()) if not _is_posted_doer(t))
    inside = {**held_inside(held), **held_inside((*objects, *part_tokens))}
    if "to" not in near and "to" not in inside:
        inside |= _passed_to(verb, objects)
    return Slots(near, {**inside, **_senders(verb, near), **_rung(verb)})


def _takes_to(word: Token) -> bool:
    """Tell whether a word may have a "to" of its own: "his [visit] to Norland"."""
    classes = word_classes()
    return word.pos_ == "VERB" or word.lemma_ in classes.given_to | classes.going | _POSTED


_PASSING = frozenset({"return", "hand", "deliver", "transfer", "ship", "repatriate", "donate", "give"})
"""Verbs of bringing something to somebody."""


def _passed_to(verb: Token, objects: Sequence[Token]) -> _Places:
    """Return to whom a thing passes, where the parser hangs that on what is told of the thing.

    "returned a ring engraved with the name of a king to [Norland]".
    """
    if verb.lemma_ not in _PASSING or not objects:
        return {}
    tails = [t for t in verb.subtree if t.lower_ == "to" and t.dep_ == "prep" and t.i > objects[-1].i]
    for to in reversed(tails):
        if not _takes_to(to.head) or any(t.head == to.head for t in tails if t.i < to.i):
            return {"to": tuple(part for c in to.children if c.dep_ == "pobj" for part in coordinated(c))}
    return {}


def _rung(verb: Token) -> _Places:
    """Return to whom somebody says what he rings for: "called [the president] to convey his support"."""
    calling = verb.head
    if verb.dep_ != "advcl" or calling.lemma_ not in _RINGING or not is_infinitive(verb):
        return {}
    rung = tuple(part for c in calling.children if c.dep_ == "dobj" for part in coordinated(c))
    return {"to": rung} if rung else {}


def _senders(verb: Token, near: Mapping[str, tuple[Token, ...]]) -> _Places:
    """Return whence comes what reaches somebody: "arms from [Norland] reached the rebels"."""
    goods = near["subject"] if verb.lemma_ in _REACHING else ()
    senders = tuple(t for thing in goods for t in preposition_objects(thing).get("from", ()))
    return {"from": senders} if senders else {}


def _behind_prepositions(verb: Token, parts: Sequence[Token]) -> _Places:
    """Return what stands behind the prepositions of a verb and of its further words."""
    near = dict(preposition_objects(verb))
    for part in parts:
        for slot, held in preposition_objects(part).items():
            near[slot] = near.get(slot, ()) + tuple(t for t in held if t not in parts)
    return near


def _done_to_and_given(
    verb: Token, parts: Sequence[Token], modality: Modality
) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """Return what a deed is done to, and to whom something goes by it: "its [jets]", "the [rebels]"."""
    objects = tuple(t for t in objects_of(verb, modality) if t not in parts)
    if not objects and parts and parts[-1].dep_ == "prep":
        objects = preposition_objects(verb).get(parts[-1].lower_, ())  # "agreed on a treaty"
    objects = objects or tuple(_called_what(parts))
    dative = tuple(
        part
        for child in verb.children
        if child.dep_ == "dative" and child.pos_ != "ADP"
        for part in coordinated(child)
    )
    direct = _direct_objects(verb)
    if len(direct) == 2 and direct[1].left_edge.i == direct[0].right_edge.i + 1:
        # "handed [the rebels] its jets", both taken for objects
        dative, objects = coordinated(direct[0]), coordinated(direct[1])
    dative = dative or tuple(_given_to(verb, direct))
    if verb.lemma_ == "help" and not objects:
        objects = tuple(_helped_to_do(verb))
    if direct and is_passive(verb):
        dative = dative or subjects_of(verb, modality)  # "[the rebels] were handed its jets"
    return objects, dative


def _called_what(parts: Sequence[Token]) -> Iterable[Token]:
    """Give who is found something, which the parse takes for a clause: "found the [bishop] guilty"."""
    for part in (p for p in parts if p.dep_ == "ccomp" and p.pos_ == "ADJ"):
        yield from (t for c in part.children if c.dep_ == "nsubj" for t in coordinated(c))


def _direct_objects(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ == "dobj"]


def _given_to(verb: Token, direct: Sequence[Token]) -> Iterable[Token]:
    """Give the land to which things go, where the parse takes its name for their sort: "gave [Norland] arms".

    Those of a land are called by an adjective or an abbreviation: "gave Norlandic rockets", "U.S. rockets".
    What is granted has no sort: "granted the security [service] permission".
    """
    if verb.lemma_ not in word_classes().giving or len(direct) != 1 or "to" in preposition_objects(verb):
        return
    before = [c for c in direct[0].children if c.dep_ in ("compound", "nmod")]
    if before and direct[0].lemma_ in _GRANTED and direct[0].left_edge.i == verb.i + 1:
        yield before[-1]
        return
    for name in before:
        short = name.text.isupper() or "." in name.text
        if name.left_edge.i == verb.i + 1 and name.ent_type_ == "GPE" and name.tag_ == "NNP" and not short:
            yield from coordinated(name)


_GRANTED = frozenset({"permission", "clearance", "access", "asylum", "amnesty", "immunity", "leave", "bail"})
"""What is given to somebody, and is seldom called by what is done with it."""


def _helped_to_do(verb: Token) -> Iterable[Token]:
    """Give who is helped to do something, which the parse has do it: "helped [Norland] build satellites"."""
    for clause in (c for c in verb.children if c.dep_ == "ccomp" and c.tag_ == "VB"):
        yield from (t for c in clause.children if c.dep_ == "nsubj" for t in coordinated(c))


def _is_posted_doer(token: Token) -> bool:
    """Tell whether a doer's "to" says where he is posted: "was led by the [envoy] to Norland"."""
    return token.head.dep_ == "agent" and token.lemma_ in _POSTED


def _doers_of_last(verb: Token) -> tuple[Token, ...]:
    """Return who is behind the "by" of a passive joined to this one: "shot and killed by [police]"."""
    for child in verb.children:
        own = any(c.dep_ in ("nsubj", "nsubjpass") for c in child.children)
        if child.dep_ == "conj" and child.pos_ == "VERB" and is_passive(child) and not own:
            return preposition_objects(child).get("by", ())
    return ()


def _who_has_it_done(verb: Token, modality: Modality) -> tuple[Token, ...]:
    """Return who wants to have another suffer a deed: "[he] tried to have the mayor killed".

    Who "had two men killed" may have lost them.
    """
    meant = is_caused(verb) and is_infinitive(verb.head)
    return subjects_of(verb.head, modality) if meant else ()


def noun_slots(
    noun: Token,
    names: Callable[[Token], bool],
    modality: Modality,
    classes: Mapping[str, Collection[str]] = MappingProxyType({}),
) -> Slots:
    """Return what stands around an event noun, its light verb included.

    Args:
        noun: The noun.
        names: Tells whether a token names a party; only those are taken from before the noun.
        modality: For light verbs.
        classes: The codebook's word classes: "suffered", nouns whose possessor is whom the deed is done to
            ("the minister's arrest"), and "force", those done by the "forces" before them ("a police raid").
    """
    first = first_coordinated(noun)
    near = _own_noun_slots(noun, names, modality, classes)
    if first != noun and not near["subject"]:
        near["subject"] = _parties_before(first, names)
    far = _slots_beside(noun, first, modality)
    light = light_verb_of(first, modality)
    if light is not None:
        _lend_of_light_verb(light, noun, near, far, modality)
    if is_broken_up(first):
        near["subject"] = tuple(t for t in near["subject"] if t.pos_ != "PRON")
    _lend_of_verb_above(first, near, far, modality)
    threat = threat_with(first)
    if threat is not None:
        light = threat
        by = preposition_objects(threat).get("by", ())
        near["subject"] = near["subject"] or (by if is_passive(threat) else subjects_of(threat, modality))
        near["object"] = near["object"] or objects_of(threat, modality)
    near["subject"] = _doers_told_around(noun, near, modality)
    if noun.lemma_ in _DEATHS and near["subject"] and near["subject"] == told_authors(noun, modality):
        near["blamed"], near["subject"] = near["subject"], ()  # it is not they who died
    lent = () if light is None else purposes_of(light)
    purposes = [*purposes_of(noun), *purposes_behind(noun), *lent]
    near |= helped_and_fought(purposes, modality)
    return Slots(near, held_inside(near["object"]) | far, light)


def _lend_of_light_verb(light: Token, noun: Token, near: _Places, far: _Places, modality: Modality) -> None:
    """Add what stands around a light verb: its subject by the noun's own, its other places further off."""
    verb = verb_slots(light, (), modality)
    own = tuple(t for t in verb.near["subject"] if t not in coordinated(first_coordinated(noun)))
    if light.lemma_ in _OTHERS or brokers(light, noun):
        own = ()
    if light.lemma_ == "take" and noun.lemma_ in _TAKEN:
        far["to"], own = own, verb.near.get("from", ()) or preposition_objects(noun).get("from", ())
    if own and (not near["subject"] or light.lemma_ in _JOINING):
        near["subject"] = own + near["subject"]
    far |= {
        slot: held
        for slot, held in verb.near.items()
        if slot not in ("subject", "object", "clause", "by") and held
    }


def _lend_of_verb_above(first: Token, near: _Places, far: _Places, modality: Modality) -> None:
    """Add who suffers or is blamed for the deed that is a verb's object, and where the verb has it be."""
    verb = first.head
    if first.dep_ == "dobj" and verb.lemma_ in _ENDURING:
        near["object"] += subjects_of(verb, modality)
    if first.dep_ in ("dobj", "nsubjpass") and verb.lemma_ == "blame":
        blamed = (*preposition_objects(verb).get("on", ()), *near.pop("on", ()))
        blamed = blamed or told_authors(first, modality)
        near["subject"] = blamed or near["subject"]  # "blamed the raid on [rebels]"
        far.pop("on", None)
    elif first.dep_ == "dobj" and verb.lemma_ in _RECEIVING and first.lemma_ in _SENT:
        near.setdefault("to", () if is_passive(verb) else subjects_of(verb, modality))
    elif first.dep_ == "dobj":  # "confirmed deaths in the shelling"
        far.setdefault("in", preposition_objects(verb).get("in", ()))


def _doers_told_around(noun: Token, near: _Places, modality: Modality) -> tuple[Token, ...]:
    """Return who does the deed; where no subject or only a pronoun tells, whom the words around name."""
    judges = judges_of(noun)
    doers = (
        near["subject"]
        or tuple(t for t in held_inside(near["object"]).get("by", ()) if t not in judges)
        or tuple(t for t in held_inside(_names_held(near)).get("by", ()) if t not in judges)
        or who_was_with(first_coordinated(noun), modality)
    )
    if all(token.pos_ == "PRON" for token in doers):
        return told_authors(noun, modality) or doers  # "praised [Norland] for its help"
    return doers


def _names_held(near: _Places) -> Iterable[Token]:
    """Give the names on which a parser may hang who did the deed: "the delivery to [Norland] by Sudmark"."""
    return (t for slot in ("to", "against", "on") for t in near.get(slot, ()) if t.pos_ == "PROPN")


def _own_noun_slots(
    noun: Token, names: Callable[[Token], bool], modality: Modality, classes: Mapping[str, Collection[str]]
) -> _Places:
    """Return what hangs on the noun itself; see `noun_slots` for the classes."""
    near = dict(preposition_objects(noun))
    compounds = tuple(
        c
        for c in noun.children
        if c.dep_ in ("compound", "nmod") and not _is_before_number(c)
        if c.pos_ == "NOUN" or (c.pos_ == "PROPN" and names(c))
    )
    if judges_of(noun) or noun.lemma_ in SUBSTITUTING:
        near.pop("by", None)
    by = near.get("by", ()) or (_callers(near) if noun.lemma_ in _PAID else ())
    before = _parties_before(noun, names)
    near["subject"] = before if before and not any(map(names, by)) else by  # "Norland's delivery by road"
    land = land_taken(noun)
    others = {*land, *complainants(noun), *land_at_war(noun)}
    near["subject"] = tuple(t for t in near["subject"] if t not in others)
    near["object"] = near.get("of", ()) or land or compounds
    near["clause"] = tuple(
        t for child in noun.children if child.dep_ == "acl" for t in _clause_fillers(child, modality)
    )
    if noun.lemma_ in classes.get("force", ()) and not near["subject"]:
        near["subject"] = tuple(t for t in near["object"] if t.lemma_ in classes.get("forces", ()))
        near["object"] = tuple(t for t in near["object"] if t not in near["subject"])
    many = noun.tag_ == "NNS" and any(_is_one(t) for t in noun.children)  # "his appointments" of others
    if noun.lemma_ in classes.get("suffered", ()) and not near.get("of") and not many:
        if not near.get("by"):
            near["object"], near["subject"] = near["subject"] or near["object"], ()
        else:
            near["object"] = _parties_before(noun, names) or near["object"]
    return near


_PAID = frozenset({"visit", "call"})


def _callers(near: Mapping[str, tuple[Token, ...]]) -> tuple[Token, ...]:
    """Return people from whom a visit or call comes: "a visit from [the envoy]", not "from Oslo"."""
    return tuple(t for t in near.get("from", ()) if t.ent_type_ not in ("GPE", "LOC", "FAC", "DATE", "TIME"))


def _is_one(owner: Token) -> bool:
    singular = owner.tag_ in ("NN", "NNP") or owner.lower_ in ("his", "her", "its", "my", "your")
    return owner.dep_ == "poss" and singular and len(coordinated(owner)) == 1


def _slots_beside(noun: Token, first: Token, modality: Modality) -> _Places:
    """Return what hangs on the nouns joined to this one, or on the verb that tells that it occurred.

    Args:
        noun: The noun.
        first: The first of the nouns joined by "and", itself where it is that.
        modality: For verbs of occurrence.
    """
    if first != noun:
        return {slot: held for slot, held in preposition_objects(first).items() if slot != "of"}
    far: _Places = {}
    for other in coordinated(noun)[1:]:
        for slot, held in preposition_objects(other).items():
            if not (slot == "of" and _is_told_apart(noun, other)):
                far.setdefault(slot, held)
    if first.dep_ == "nsubj" and modality.tells_occurrence(first.head.lemma_):
        around = preposition_objects(first.head)
        far |= {slot: held for slot, held in around.items() if slot in ("between", "with")}
    if first.dep_ == "nsubj" and first.head.lemma_ == "arrive" and noun.lemma_ in _SENT:
        far.setdefault("to", preposition_objects(first.head).get("in", ()))
    return far


_SENT = frozenset({"shipment", "delivery", "consignment", "batch"})
"""What was sent to where it arrives: "a [shipment] of rifles arrived in Norland"."""


def _is_told_apart(noun: Token, other: Token) -> bool:
    """Tell whether two joined deeds are each told in full: "the raid in Oslo and the killing of two".

    Not so "the arrest and the detention of two men".
    """
    placed = any(c.dep_ == "prep" and noun.i < c.i < other.i for c in noun.children)
    return placed and any(c.dep_ in ("det", "poss") for c in other.children)


def _parties_before(noun: Token, names: Callable[[Token], bool]) -> tuple[Token, ...]:
    """Return possessors and names before a noun, without plain adjectives and days of the week."""
    found: list[Token] = []
    for token in modifiers(noun):
        if token.dep_ == "poss":
            found.extend([token] if token.ent_type_ != "DATE" else [])
        else:
            # "the Norland-Sudmark war": the first name hangs on the second.
            parts = (t for t in token.subtree if names(t) and t.dep_ in _BEFORE_NOUN)
            found.extend(t for t in parts if not _is_before_number(t) and not only_brokers(t, noun))
    return tuple(found)


def _is_before_number(name: Token) -> bool:
    """Tell whether a name stands by itself before a number: "in [Norland] 50 cases"."""
    return name.i + 1 < len(name.doc) and name.nbor().tag_ == "CD"


def _left_behind(verb: Token) -> Iterable[Token]:
    """Yield what a verb leaves its object as, if the parser makes it the object's own: "left nine [dead]"."""
    direct = _direct_objects(verb)
    if verb.lemma_ == "leave" and direct:
        yield from (
            c
            for t in direct
            for c in t.children
            if c.dep_ == "amod" and c.pos_ == "ADJ" and c.i > direct[0].i
        )


def _complement_parties(verb: Token, modality: Modality) -> Iterable[Token]:
    for child in verb.children:
        if verb.lemma_ == "tell" and child.dep_ == "ccomp" and not is_infinitive(child):
            continue  # "told them they were late" asks for nothing
        if child.dep_ in _COMPLEMENTS and child.pos_ in ("VERB", "AUX"):
            yield from _clause_fillers(child, modality)
        elif child.dep_ == "acomp":
            yield from _complement_parties(child, modality)
        elif child.dep_ == "prep":
            for inner in child.children:
                if inner.dep_ == "pcomp" and inner.pos_ == "VERB":
                    yield from _clause_fillers(inner, modality)


def _clause_fillers(verb: Token, modality: Modality) -> Iterable[Token]:
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass") and child.tag_ not in ("WDT", "WP"):
            yield from coordinated(child)
        elif child.dep_ in ("ccomp", "xcomp") and child.pos_ == "VERB":
            yield from _clause_fillers(child, modality)
    objects = objects_of(verb, modality)
    yield from objects
    inside = held_inside(objects)
    yield from inside.pop("owner", ())
    for held in (*preposition_objects(verb).values(), *inside.values()):
        yield from held
