"""Which clause a phrase belongs to, and which verbs carry a happening."""

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Token

from onrecord.reading.days_of_saying import is_of_verb_before
from onrecord.reading.grounding.timex import days_of
from onrecord.reading.infinitives import is_infinitive
from onrecord.reading.layers import DateMention
from onrecord.records import When

__all__ = [
    "believed_of",
    "carrier_verbs",
    "governor",
    "is_inside_name",
    "is_of_comparing",
    "nominal_top",
    "taken_up_by_when",
]

LIGHT = frozenset(
    {
        "take", "occur", "happen", "hold", "begin", "start", "carry", "conduct", "come", "launch", "stage",
        "continue", "erupt", "mount", "break", "be", "make", "follow", "hit", "kill", "leave", "wound",
        "strike", "go", "sign", "perform", "undertake", "commit", "resume", "end", "rage", "rag", "open",
    }
)  # fmt: skip
"""Verbs whose date and place are those of the deed their subject or object names."""
LEANING = frozenset({"xcomp", "acomp", "attr"})


def governor(token: Token, stops: set[int]) -> Token | None:
    """Return the verb a phrase hangs on, or the first token of `stops` on the way; None outside a clause.

    A day right behind a verb of saying is that verb's: "said [Monday] it was angry and left".
    """
    if is_of_verb_before(token):
        return next((above for above in token.ancestors if above.i < token.i and above.tag_ == "VBD"), None)
    for above in token.ancestors:
        if above.i in stops or above.pos_ in ("VERB", "AUX"):
            return above
    return None


def is_inside_name(time: Token, deeds: set[int]) -> bool:
    """Tell whether a time belongs to a noun that is no deed, and so dates nothing: "the 9/11 families".

    Args:
        time: Root of the time expression.
        deeds: Places of the deeds' heads.
    """
    modifies = time.dep_ in ("nummod", "compound") and time.head.ent_type_ not in ("DATE", "TIME")
    return modifies and time.head.i not in deeds


def carrier_verbs(head: Token, heads: set[int], cues: set[int]) -> list[Token]:
    """Return the tokens whose time and place are a happening's: its head, and verbs that only carry it.

    "began shelling", "the attack took place", "the two held talks", "was in Paris when ...": the verb's
    Monday and the verb's place are the deed's.
    """
    carriers = [head]
    node = head
    while node.dep_ in LEANING and node.head.pos_ in ("VERB", "AUX") and node.head.i not in heads | cues:
        node = node.head
        carriers.append(node)
    if head.pos_ in ("VERB", "AUX"):
        carriers += [verb for verb in _joined(head) if verb.i not in cues]
    named = head.tag_ == "VBG" and head.dep_ == "nsubj"  # "[Fighting] raged", read as a verb
    if (named or head.pos_ in ("NOUN", "PROPN")) and node == head:
        carriers += [
            c for c in head.children if c.dep_ == "acl" and c.tag_ == "VBN" and _carries(c, heads | cues)
        ]
        top = nominal_top(head, through=frozenset({"of"}))
        verb = top.head
        fits = top.dep_ in ("nsubj", "nsubjpass", "dobj", "attr")
        if fits and verb.i not in heads | cues and verb.lemma_ in LIGHT:
            carriers.append(verb)
        if top.dep_ == "pobj" and top.head.lower_ == "on" and top.head.head.lemma_ == "be":
            carriers.append(top.head.head)  # "has been on a visit since Friday"
    return carriers


def _carries(participle: Token, stops: set[int]) -> bool:
    """Tell whether a participle only tells that the deed was done: "sanctions [imposed] in 2014"."""
    return participle.i not in stops and participle.lemma_ in LIGHT | {"impose", "introduce", "reach"}


def _joined(verb: Token) -> list[Token]:
    """Return the verbs that share time and place with this one.

    "She was in Dallas last week when five were shot", "shells fell on the market on Friday, killing three".
    """
    joined = [child for child in verb.children if child.dep_ == "advcl" and _opens_with_when(child)]
    first = verb
    while first.dep_ == "conj" and first.head.tag_ == "VBG" and first.tag_ == "VBG":
        first = first.head
    if (
        first.dep_ == "advcl"
        and first.head.pos_ in ("VERB", "AUX")
        and (_opens_with_when(first) or _trails(first))
    ):
        joined.append(first.head)
    return joined


def _trails(verb: Token) -> bool:
    """Tell whether a verb tells what a deed before it led to: "fell on the market, killing three"."""
    return (
        verb.tag_ == "VBG"
        and verb.i > verb.head.i
        and not any(c.dep_ in ("mark", "prep") for c in verb.lefts)
    )


def _opens_with_when(verb: Token) -> bool:
    return any(child.lower_ == "when" and child.dep_ in ("advmod", "mark") for child in verb.children)


def nominal_top(token: Token, through: frozenset[str] = frozenset({"of", "worth"})) -> Token:
    """Return the head of the noun phrase a token is part of, through "of" and joined nouns."""
    top = token
    while top.head != top:
        if top.dep_ in ("nummod", "quantmod", "compound", "nmod", "amod", "appos", "conj", "predet"):
            if top.head.pos_ in ("VERB", "AUX"):
                break
            top = top.head
        elif (
            top.dep_ == "pobj"
            and top.head.lower_ in through
            and top.head.head.pos_ in ("NOUN", "NUM", "PROPN", "ADJ")
        ):
            top = top.head.head
        elif top.dep_ == "npadvmod" and top.head.pos_ == "ADJ":
            top = top.head
        else:
            break
    return top


def believed_of(noun: Token) -> tuple[Token, str] | None:
    """Return the verb told of somebody by what is believed of him, and what he is in its clause.

    "[Nine guards] are believed to have been [killed]", "are said to have [crossed] the river".
    """
    verb = noun.head
    told = [c for c in verb.children if c.dep_ == "xcomp" and is_infinitive(c)]
    if noun.dep_ != "nsubjpass" or verb.lemma_ not in _BELIEVING or len(told) != 1:
        return None
    passive = any(c.dep_ == "auxpass" for c in told[0].children)
    return told[0], "nsubjpass" if passive else "nsubj"


_BELIEVING = frozenset(
    {"believe", "think", "say", "report", "know", "fear", "presume", "estimate", "understand", "assume"}
    | {"allege", "suspect", "rumour", "rumor", "claim", "consider", "expect"}
)


def taken_up_by_when(verb: Token, dates: Iterable[DateMention]) -> When | None:
    """Return the days that "when" takes up: "since 1959, when a depot exploded" tells of 1959, not after."""
    while verb.dep_ in ("conj", "advcl") and verb.head.pos_ in ("VERB", "AUX"):
        verb = verb.head
    if verb.dep_ != "relcl" or not any(child.lower_ == "when" for child in verb.children):
        return None
    date = next((date for date in dates if date.start <= verb.head.i < date.end), None)
    days = None if date is None or date.value is None else days_of(date.value)
    if date is None or date.when is None or days is None:
        return None
    return replace(date.when, start=days.start, end=days.end, precision=days.precision)


def is_of_comparing(root: Token) -> bool:
    """Tell whether a date only tells how far back one compares or counts.

    "The worst attack since [2015]", "for the third time [this year]".
    """
    first = root.left_edge.i
    if first > 1 and root.doc[first - 1].lower_ == "time" and root.doc[first - 2].ent_type_ == "ORDINAL":
        return True
    since = root.head
    if root.dep_ != "pobj" or since.lower_ != "since":
        return False
    above = since.head
    if above.pos_ in ("VERB", "AUX"):
        return False
    return any(t.tag_ in ("JJS", "RBS") or t.lower_ == "first" for t in (above, *above.children))
