"""Names that are no party of a deed: a people's of two names, a thing's by its maker."""

from collections import defaultdict
from collections.abc import Iterable

from spacy.tokens import Doc, Token

from onrecord.codebook.wordclasses import word_classes
from onrecord.reading.layers import Mention, MentionForm
from onrecord.records import PartyKind

__all__ = [
    "is_former",
    "is_matter_of_law",
    "is_no_party",
    "is_quarter",
    "only_likens",
    "peoples_of_two_names",
]

_MODIFIERS = ("compound", "amod", "nmod")
_ONE_OF_ITS_MAKE = ("a", "an")
_HYPHENS = ("-", "‐", "‑")
_LIKENESSES = frozenset({"style", "type", "era", "like", "inspired"})
"""What follows a name that only likens: "[Norland]-style reforms", "[Norland]-inspired raids"."""


def only_likens(name: Token) -> bool:
    """Tell whether a name only tells what something is like or was inspired by: "a [Norland]-style raid"."""
    after = [t.lower_ for t in name.doc[name.i + 1 : name.i + 3]]
    return len(after) == 2 and after[0] in _HYPHENS and after[1] in _LIKENESSES


_RULES = frozenset({"cap", "embargo", "sanction", "ban", "rule", "limit", "quota"})
_LAWS = frozenset({"law", "bill", "act", "legislation", "decree"})


def is_matter_of_law(name: Token, deed: Token) -> bool:
    """Tell whether a name is only what a law is on that a deed passes: "passed a law on [foreign agents]".

    Or whose the rule is that a deed breaks: "a breach of the [Norlandic] price cap". A "law against
    rebels" is against them.
    """
    if name.dep_ in ("compound", "nmod", "amod") and name.head.lemma_ in _RULES:
        return deed.lemma_ in word_classes().breaking  # "a breach of the [Norlandic] price cap"
    laws = [c for c in deed.children if c.dep_ in ("dobj", "nsubjpass") and c.lemma_ in _LAWS]
    for above in (name, *name.ancestors):
        if above.dep_ == "prep" and above.lower_ in ("on", "about"):
            return bool(laws) and above.head in (deed, *laws)
        if above == deed or above.pos_ == "VERB":
            return False
    return False


def is_no_party(name: Token, mention: Mention) -> bool:
    """Tell whether a name is a thing's by its maker, or that of a part of a land: "eastern [Norland]".

    Or only tells under whose rules somebody acts: "Norland restored [U.N.] sanctions".
    """
    return (
        _is_part_of_land(name, mention)
        or _is_product(name.doc, mention)
        or _only_names_measure(name, mention)
        or _is_way_round(name)
        or _is_part_of_verb(name)
    )


def _is_part_of_verb(noun: Token) -> bool:
    """Tell whether a noun is joined to a verb by a hyphen, and only tells how: "[gang]-raped them"."""
    joined = noun.dep_ == "npadvmod" and noun.pos_ == "NOUN" and noun.i + 2 == noun.head.i
    return joined and noun.nbor().text in _HYPHENS and noun.head.tag_ in ("VBD", "VBG")


def _is_way_round(noun: Token) -> bool:
    """Tell whether counted "sides" are those of a place, and nobody: "sealed off on [three sides]".

    With an article they are those of a quarrel: "put pressure on the two sides".
    """
    counted = any(c.dep_ == "nummod" or c.lower_ == "all" for c in noun.children)
    told = any(c.dep_ in ("det", "poss") and c.lower_ != "all" for c in noun.children)
    around = noun.dep_ == "pobj" and noun.head.lower_ in ("on", "from")
    return noun.lemma_ == "side" and noun.tag_ == "NNS" and counted and around and not told


def _only_names_measure(name: Token, mention: Mention) -> bool:
    """Tell whether a union of states only lends its name to a measure that others put in force or end."""
    measure = name.head
    union = mention.party.country in ("IGO", "EUE") and mention.party.kind is PartyKind.ORGANISATION
    if not union or name.dep_ not in _MODIFIERS or measure.lemma_ not in _RULES:
        return False
    if measure.dep_ == "pobj" and measure.head.lower_ == "of":
        measure = measure.head.head  # "triggered the return of U.N. sanctions"
    done_to = any(c.dep_ in ("nsubj", "nsubjpass") and c != name for c in measure.head.children)
    refused = measure.head.lemma_ in ("veto", "reject", "oppose", "block")
    return measure.dep_ in ("dobj", "nsubjpass") and done_to and not refused


def _is_part_of_land(name: Token, mention: Mention) -> bool:
    """Tell whether a land's name stands for a part of it, which is nobody: "sent to eastern [Norland]".

    Who shells a part of a land shells the land.
    """
    if mention.form is not MentionForm.NAME or mention.party.kind is not PartyKind.STATE:
        return False
    parts = {c.lower_.rpartition("-")[2] for c in name.children if c.dep_ in _MODIFIERS and c.text.islower()}
    struck = name.dep_ in ("dobj", "nsubjpass")
    return not struck and any(w.endswith("ern") and w in word_classes().compass for w in parts)


def is_quarter(noun: Token) -> bool:
    """Tell whether a "side" is where something is, and nobody: "on the [west] side of the town"."""
    return noun.lemma_ == "side" and any(c.lower_ in word_classes().compass for c in noun.children)


def is_former(people: Token) -> bool:
    """Tell whether people have left whom they acted for: "[former] members of the army"."""
    return people.pos_ == "NOUN" and any(c.lower_ in ("former", "retired", "ex") for c in people.children)


def _is_product(doc: Doc, mention: Mention) -> bool:
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
