"""What a noun phrase holds: whose the thing is, what stands before it, what its prepositions hold."""

from collections.abc import Iterable, Iterator, Mapping

from spacy.tokens import Token

from onrecord.reading.events.clauses import coordinated, opponents_before, preposition_objects

__all__ = ["held_inside", "is_canvassing", "loads_of", "modifiers"]

_LEADING = frozenset({"lead", "sponsor", "draft", "propose"})
"""Participles that tell whose a thing is: "Norland-led attempts"."""


def modifiers(noun: Token) -> tuple[Token, ...]:
    """Return possessors first, then nationalities and names before the noun."""
    owners = [part for c in noun.children if c.dep_ == "poss" for part in coordinated(c)]
    if owners:
        return tuple(owners)
    return tuple(
        part for c in _before(noun) if c.pos_ in ("PROPN", "ADJ") or c.ent_type_ for part in coordinated(c)
    )


def _before(noun: Token) -> Iterator[Token]:
    """Give what hangs before a noun, through its compounds: "[Norlandic] [drone] technology"."""
    for child in noun.children:
        if child.dep_ in ("amod", "compound", "nmod"):
            yield from _before(child)
            yield child
            if child.lemma_ in _LEADING:
                yield from (c for c in child.children if c.dep_ in ("npadvmod", "nsubj", "advmod"))


def held_inside(objects: Iterable[Token]) -> dict[str, tuple[Token, ...]]:
    """Return prepositions hung on the object or on what its "of" holds: "sent [tons of wheat to B]".

    So too on what its "for" holds, if that is a thing: "swapped [fuel for shells with B]". What an "on" holds
    has its own slot, "beyond": "a ban on imports from [Norland]".
    """
    found: dict[str, tuple[Token, ...]] = {}
    for token in objects:
        around = preposition_objects(token)
        for slot, held in around.items():
            if slot != "of":
                found.setdefault(slot, held)
        goods = [t for t in around.get("for", ()) if t.pos_ == "NOUN" and not t.ent_type_]
        for inner in (*around.get("of", ()), *goods):
            for slot, held in preposition_objects(inner).items():
                if slot != "of":
                    found.setdefault(slot, held)
        for slot, held in _borne(token):
            found.setdefault(slot, held)
        measures = [around, *(preposition_objects(inner) for inner in around.get("of", ()))]
        beyond = (preposition_objects(inner) for held in measures for inner in held.get("on", ()))
        told = tuple(t for behind in beyond for slot in ("from", "to") for t in behind.get(slot, ()))
        found["beyond"] = found.get("beyond", ()) + told
        found["owner"] = found.get("owner", ()) + _owners(token, around)
    return found


def _borne(measure: Token) -> Iterator[tuple[str, tuple[Token, ...]]]:
    """Give on whom a measure was imposed: "lifted a ban imposed on [Norland]"."""
    for clause in (c for c in measure.children if c.dep_ == "acl" and c.lemma_ in _IMPOSING):
        yield from ((slot, held) for slot, held in preposition_objects(clause).items() if slot in _ON)


_IMPOSING = frozenset({"impose", "place", "levy", "slap", "put"})
_ON = frozenset({"on", "against"})


def _owners(token: Token, prepositions: Mapping[str, tuple[Token, ...]]) -> tuple[Token, ...]:
    near = opponents_before(token) or modifiers(token)
    behind = ("by", "of") if near and token.lemma_ == "airspace" else ("by", "of", "from")  # come from there
    return near + tuple(t for slot in behind for t in prepositions.get(slot, ()))


def is_canvassing(noun: Token) -> bool:
    """Tell whether a campaign is one person's, and against nobody: "suspended his [campaign]"."""
    own = any(c.dep_ == "poss" and c.lower_ in ("his", "her", "my") for c in noun.children)
    around = [c.lower_ for t in (noun, noun.head) for c in t.children]
    described = any(c.dep_ in ("compound", "amod", "nmod") for c in noun.children)
    return noun.lemma_ == "campaign" and own and not described and "against" not in around


def loads_of(carrier: Token) -> list[Token]:
    """Return what lorries, ships or planes are told to carry: "[food] trucks", "lorries carrying [rice]"."""
    found = [c for c in carrier.children if c.dep_ == "compound" and c.lemma_.lower() in _LOADS]
    for clause in (c for c in carrier.children if c.dep_ in ("acl", "relcl") and c.lemma_ in _CARRYING):
        held = (c for c in clause.children if c.dep_ == "prep" and c.lower_ == "with")
        laden = [c for p in held for c in p.children if c.dep_ == "pobj"]
        taken = [c for c in clause.children if c.dep_ == "dobj" and c.tag_ not in ("WDT", "WP")]
        found += [part for one in (*laden, *taken) for part in coordinated(one)]
    return found


_LOADS = frozenset({"food", "aid", "relief", "grain", "flour", "wheat", "medicine", "supply"})
_CARRYING = frozenset({"carry", "load", "lade", "fill", "pack", "bring", "haul", "transport", "stack"})
