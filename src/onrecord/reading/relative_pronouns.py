"""Which noun a relative pronoun stands for."""

from spacy.tokens import Token

from onrecord.codebook.roles import roles
from onrecord.codebook.wordclasses import word_classes

__all__ = ["meant_by_who", "meant_noun"]

_REACH = 8
"""Steps from a pronoun up to the clause on its noun; real sentences need four."""


def meant_noun(pronoun: Token) -> Token | None:
    """Return the noun a relative pronoun stands for; None where the parse hangs its clause on none.

    "Which" is nobody: "[protests] against the president, which the UN says killed 30". Nor is anything a bare
    number: "a [toll] of 14, which …".
    """
    clause = pronoun.head
    for _ in range(_REACH):
        if clause.dep_ == "relcl":
            return _event_there(clause) or _mourned(pronoun, clause) or _fitting(pronoun, clause.head)
        clause = clause.head
    return None


def _event_there(clause: Token) -> Token | None:
    """Return what harmed, told with where it was: "[the shooting] at the camp that killed nine"."""
    place = clause.head
    where = place.head
    if clause.lemma_ not in _HARMING or place.dep_ != "pobj" or where.lower_ not in _AT:
        return None
    return where.head if where.head.lower_ in _HARM else None


def _mourned(pronoun: Token, clause: Token) -> Token | None:
    """Return the dead whose family is told of: "the relatives of [Ann Cole] who died"."""
    name = pronoun.doc[pronoun.i - 1] if pronoun.i else pronoun
    of = name.head
    kin = of.head if name.dep_ == "pobj" and of.lower_ == "of" else name
    several = any(c.lower_ in ("were", "are", "have") for c in clause.children if c.dep_.startswith("aux"))
    dead = clause.lemma_ in _DYING and kin.lemma_ in _KIN and name.ent_type_ == "PERSON"
    return name if dead and pronoun.lower_ == "who" and not several else None


_DYING = frozenset({"die", "drown", "perish", "disappear", "vanish"})
_KIN = frozenset({"family", "relative", "friend", "parent", "child", "colleague"})

_HARMING = frozenset({"kill", "wound", "injure", "hurt"})
_AT = frozenset({"in", "at", "near", "outside"})
_HARM = frozenset(
    {
        "accident", "ambush", "attack", "avalanche", "blast", "blaze", "bombing", "clash", "collapse",
        "crash", "disaster", "earthquake", "explosion", "fire", "flood", "incident", "landslide",
        "massacre", "quake", "raid", "rampage", "shelling", "shooting", "siege", "stabbing", "stampede",
        "storm", "strike",
    }
)  # fmt: skip


def _fitting(pronoun: Token, noun: Token) -> Token:
    """Return the noun itself, or the one it hangs on where the pronoun cannot stand for it."""
    unfit = noun.like_num or (pronoun.lower_ == "which" and _is_person(noun))
    above = noun.head.head
    governed = noun.dep_ == "pobj" and noun.head.dep_ == "prep" and above.pos_ == "NOUN"
    # "[rebels] in Norland, who …"
    placed = noun.ent_type_ in _PLACES and noun.head.lower_ in _PLACING
    unfit = unfit or (pronoun.lower_ == "who" and placed and _are_people(above))
    return above if unfit and governed else noun


def _is_person(noun: Token) -> bool:
    return noun.ent_type_ == "PERSON" or (noun.tag_ == "NN" and noun.lower_ in roles().offices)


def meant_by_who(noun: Token) -> Token:
    """Return whom "who" behind a noun means: who is before a place, or the last of some examples.

    "[Deputies] on the Hill, who …", "stars like Ann Cole, Bo Lind and [Jan Berg], who …".
    """
    noun = _people_beside(noun)
    if noun.dep_ == "appos" and noun.tag_ == "NN" and noun.head.tag_ == "NNP" and noun.head.i < noun.i:
        noun = noun.head  # "[Lind], now the mayor, who …"
    while noun.dep_ == "pobj" and noun.head.lower_ in _PLACING and noun.ent_type_ != "PERSON":
        before = noun.doc[noun.head.i - 1] if noun.head.i else noun
        if before.pos_ not in {"NOUN", "PROPN"}:
            break
        noun = before
    return _last_example(_holder(noun))


def _people_beside(thing: Token) -> Token:
    """Return the people told beside a thing, as no thing is "who".

    "[Listeners] to her show who …", "a rallying point for [villagers] here, who …".
    """
    if thing.tag_ != "NN" or thing.pos_ != "NOUN" or thing.ent_type_ == "PERSON" or _may_be_who(thing):
        return thing
    end = next((c.left_edge.i for c in thing.children if c.dep_ == "relcl"), thing.i)
    inside = [c for p in thing.children if p.dep_ == "prep" for c in p.children if c.dep_ == "pobj"]
    inside = [c for c in inside if c.i < end and _are_people(c)]
    governed = thing.dep_ == "pobj" and thing.head.i > 0
    before = thing.doc[thing.head.i - 1] if governed else thing
    return before if _are_people(before) else inside[-1] if inside else thing


def _may_be_who(noun: Token) -> bool:
    """Tell whether a noun in the singular is somebody, or a body of people, by list or by its form."""
    word, classes, table = noun.lemma_.lower(), word_classes(), roles()
    people = classes.callings | classes.humans | classes.kin | classes.speakers | classes.collectives
    known = word in people | classes.group_nouns or word in table.offices or word in table.unnamed
    return known or word in table.bodies or word in table.state or word.endswith(_DOING)


def _are_people(noun: Token) -> bool:
    """Tell whether a noun is several people: "villagers", "listeners", "doctors"."""
    return noun.tag_ == "NNS" and _may_be_who(noun)


_DOING = ("er", "or", "ist", "ian", "ant", "ee", "man", "woman", "person", "men", "women", "people")


def _holder(noun: Token) -> Token:
    """Return who holds an office, behind whose body "who" stands: "[Cole], head of the Institute, who"."""
    body = noun.dep_ == "pobj" and noun.ent_type_ == "ORG" and noun.tag_ == "NNP"
    while body and noun.head.dep_ == "prep" and noun.head.head.dep_ == "pobj":
        noun = noun.head.head
    office = noun.head.head
    held = body and noun.head.lower_ in {"of", "at", "for"} and office.lower_ in roles().offices
    person = office.head if held and office.dep_ == "appos" else noun
    return person if person.ent_type_ == "PERSON" else noun


_EXAMPLES = frozenset({"as", "including", "like"})


def _last_example(noun: Token) -> Token:
    """Return the last of examples before "who": "stars like Ann Cole, Bo Lind and [Jan Berg], who …"."""
    end = next((c.left_edge.i for c in noun.children if c.dep_ == "relcl"), noun.i)
    first = noun
    while first.dep_ == "conj":
        first = first.head
    examples = first.dep_ == "pobj" and first.head.lower_ in _EXAMPLES
    for prep in (c for c in noun.children if c.lower_ in _EXAMPLES and c.dep_ == "prep" and c.i < end):
        noun, examples = next((c for c in prep.children if c.dep_ == "pobj"), noun), True
    while examples and (more := [c for c in noun.children if c.dep_ == "conj" and c.i < end]):
        noun = more[-1]
    return noun


_PLACING = frozenset({"on", "in", "at", "near"})
_PLACES = frozenset({"GPE", "LOC"})
