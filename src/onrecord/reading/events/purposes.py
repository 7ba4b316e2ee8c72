"""What a deed is for: whom the clause of purpose beside it tells to be helped, and whom to be fought."""

from collections.abc import Iterable

from spacy.tokens import Token

from onrecord.codebook import Modality
from onrecord.reading.events.clauses import coordinated, objects_of, preposition_objects
from onrecord.reading.events.noun_phrases import modifiers
from onrecord.reading.infinitives import is_infinitive

__all__ = ["helped_and_fought", "purposes_behind", "purposes_of"]

_HELPING = frozenset(
    {"help", "aid", "assist", "support", "back", "defend", "bolster", "reinforce", "protect", "join", "train"}
)
_FIGHTING = frozenset(
    {"fight", "attack", "counter", "repel", "combat", "battle", "confront", "defeat", "strike"}
)


def purposes_of(token: Token) -> Iterable[Token]:
    """Yield the verbs of the infinitives hung on a token: "sent troops to [help] Norland"."""
    for child in token.children:
        if child.dep_ in ("xcomp", "advcl", "acl", "relcl") and is_infinitive(child):
            yield from coordinated(child)


def purposes_behind(noun: Token) -> Iterable[Token]:
    """Yield the verbs of an infinitive right behind the noun's phrase, wherever the parser hung it."""
    after = noun.right_edge.i + 1
    if after < noun.sent.end and noun.doc[after].tag_ == "TO":
        yield from coordinated(noun.doc[after].head)


def helped_and_fought(purposes: Iterable[Token], modality: Modality) -> dict[str, tuple[Token, ...]]:
    """Return the slots "helped" and "fought": whom the verbs of clauses of purpose tell so."""
    helped: list[Token] = []
    fought: list[Token] = []
    for verb in purposes:
        objects = objects_of(verb, modality)
        around = preposition_objects(verb)
        if verb.lemma_ in _HELPING:
            helped.extend(objects)
            helped.extend(t for o in objects for t in modifiers(o))
            for clause in (c for c in verb.children if c.dep_ in ("ccomp", "xcomp")):
                helped.extend(c for c in clause.children if c.dep_ == "nsubj")  # "help [Norland fight]"
                fought.extend(preposition_objects(clause).get("against", ()))
            fought.extend(around.get("against", ()))
            fought.extend(t for o in objects for t in preposition_objects(o).get("against", ()))
        elif verb.lemma_ in _FIGHTING:
            fought.extend((*objects, *around.get("against", ()), *around.get("with", ())))
            helped.extend(around.get("alongside", ()))
    return {"helped": tuple(helped), "fought": tuple(fought)}
