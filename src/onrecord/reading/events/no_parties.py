"""Names that are no party of a deed: a people's of two names, a thing's by its maker."""

from collections import defaultdict
from collections.abc import Iterable

from spacy.tokens import Doc, Token

from onrecord.reading.layers import Mention, MentionForm
from onrecord.records import PartyKind

__all__ = ["is_matter_of_law", "is_product", "only_likens", "peoples_of_two_names"]

_MODIFIERS = ("compound", "amod", "nmod")
_ONE_OF_ITS_MAKE = ("a", "an")
_HYPHENS = ("-", "‐", "‑")
_LIKENESSES = ("style", "type", "era", "like", "inspired")
"""What follows a name that only likens: "[Norland]-style reforms", "[Norland]-inspired raids"."""


def only_likens(name: Token) -> bool:
    """Tell whether a name only tells what something is like or was inspired by: "a [Norland]-style raid"."""
    after = [t.lower_ for t in name.doc[name.i + 1 : name.i + 3]]
    return len(after) == 2 and after[0] in _HYPHENS and after[1] in _LIKENESSES


_LAWS = frozenset({"law", "bill", "act", "legislation", "decree"})


def is_matter_of_law(name: Token, deed: Token) -> bool:
    """Tell whether a name is only what a law is on that a deed passes: "passed a law on [foreign agents]".

    A "law against rebels" is against them.
    """
    laws = [c for c in deed.children if c.dep_ in ("dobj", "nsubjpass") and c.lemma_ in _LAWS]
    for above in (name, *name.ancestors):
        if above.dep_ == "prep" and above.lower_ in ("on", "about"):
            return bool(laws) and above.head in (deed, *laws)
        if above == deed or above.pos_ == "VERB":
            return False
    return False


def is_product(doc: Doc, mention: Mention) -> bool:
    """Tell whether a firm's name with an article is a thing of its make: "an [Airbus]", "a [Boeing] 737".

    Not where it only tells whose somebody is: "an Airbus engineer".
    """
    named = doc[mention.head].pos_ == "PROPN" and mention.form is MentionForm.NAME
    named = named and mention.party.kind is PartyKind.ORGANISATION
    first = doc[mention.start].lower_
    before = doc[mention.start - 1].lower_ if mention.start else ""
    head = doc[mention.head]
    article = first in _ONE_OF_ITS_MAKE or before in _ONE_OF_ITS_MAKE
    return named and article and (head.dep_ not in _MODIFIERS or head.head.pos_ != "NOUN")


def peoples_of_two_names(doc: Doc, mentions: Iterable[Mention]) -> frozenset[tuple[int, int]]:
    """Return where peoples' names stand of which two in a row name a people: "the [Bosnian] [Serb] raid".

    Or a people and its faith or party: "[Bosnian] Muslim villages". They name no state.
    """
    peoples = [m for m in mentions if m.form is MentionForm.DEMONYM]
    beside: defaultdict[tuple[str, int], set[str]] = defaultdict(set)
    for m in peoples:
        beside["from", m.start].add(m.party.id)
        beside["to", m.end].add(m.party.id)
    found = set()
    for m in peoples:
        told = beside["from", m.end] | beside["to", m.start]
        group = m.end < len(doc) and doc[m.end].ent_type_ == "NORP"
        if group or told - {m.party.id}:
            found.add((m.start, m.end))
    return frozenset(found)
