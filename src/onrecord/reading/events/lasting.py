"""Deeds told as a state that lasts: "is in talks", "remain in custody", "now in its fourth year"."""

from spacy.tokens import Token

from onrecord.codebook import Modality
from onrecord.reading.events.shapes import first_of, has_subject, is_present

__all__ = [
    "is_in_force",
    "is_in_its_time",
    "is_in_the_midst",
    "is_kept_in_force",
    "is_lasting_backing",
    "is_lasting_state",
]

_CAPTIVE = frozenset({"hostage", "hostages", "captive", "prison", "prisoner", "prisoners", "custody", "jail"})
_MUTUAL = frozenset(
    {"talk", "negotiation", "dialogue", "dialog", "contact", "discussion", "consultation", "conflict", "war"}
)
_APPLYING = frozenset({"apply", "last", "endure", "hold", "bind"})
_FORCES = frozenset({"force", "place", "effect"})
_SPANS = frozenset({"day", "night", "week", "month", "year", "decade"})


def is_lasting_state(verb: Token, modality: Modality) -> bool:
    """Tell whether a verb tells in the present of a state: "[remain] in custody", "are [stationed] there"."""
    if any(c.dep_ == "neg" or c.tag_ == "MD" for c in verb.children):
        return False
    if _is_done_by_who_act(verb, modality) or _is_missing_since(verb):
        return True
    now = verb.tag_ in ("VBZ", "VBP") and verb.lemma_ in modality.states
    if verb.lemma_ == "hold" and not any(t.lower_ in _CAPTIVE for t in verb.subtree):
        return False  # "hold talks"
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    kept = verb.tag_ == "VBN" and verb.lemma_ in modality.lasting and len(helpers) == 1
    kept = kept and helpers[0].lemma_ == "be" and helpers[0].tag_ in ("VBZ", "VBP")
    since = verb.tag_ == "VBN" and verb.lemma_ in modality.states and _is_since(verb)
    return ((now or since) and has_subject(verb)) or (
        kept and not any(c.dep_ == "agent" for c in verb.children)
    )


def _is_done_by_who_act(verb: Token, modality: Modality) -> bool:
    """Tell whether a state is that of somebody who acts now: "rebels [holding] nine men have freed one"."""
    told = verb.tag_ == "VBG" and verb.dep_ == "acl" and verb.lemma_ in modality.states
    return told and verb.head.dep_ == "nsubj" and is_present(verb.head.head)


def _is_missing_since(verb: Token) -> bool:
    """Tell whether somebody is told to be gone since some time: "looked for nine men [missing] since May"."""
    after = [t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 2]]
    found = any(t.lemma_ in ("find", "recover", "discover") for t in verb.ancestors)
    return verb.lower_ == "missing" and after == ["since"] and not found


def _is_since(verb: Token) -> bool:
    """Tell whether a state has lasted since some day: "have [occupied] the north since May"."""
    now = any(c.lower_ in ("has", "have", "'ve") for c in verb.children if c.dep_ == "aux")
    return now and any(c.lower_ == "since" for c in verb.children if c.dep_ in ("prep", "mark"))


def is_in_its_time(noun: Token) -> bool:
    """Tell whether a deed is told to last by its count of days: "the siege, now in its [fourth] week".

    So does one that "entered its third week" or "is entering" it.
    """
    verb = first_of(noun).head
    clauses = [c for c in noun.children if c.dep_ in ("relcl", "acl")]
    clauses.extend([verb] if first_of(noun).dep_ == "nsubj" else [])
    told = [c for clause in clauses if clause.lemma_ == "enter" for c in clause.children if c.dep_ == "dobj"]
    hung = [c for c in noun.children if c.dep_ == "prep" and c.lower_ == "in"]
    above = (verb, *verb.ancestors)
    hung.extend(c for t in above for c in t.children if c.lower_ == "in" and _is_next_to(c, noun))
    told.extend(c for preposition in hung for c in preposition.children if c.dep_ == "pobj")
    return any(_is_own_time(span) for span in told)


def _is_next_to(preposition: Token, noun: Token) -> bool:
    """Tell whether a preposition follows a noun without another: "the [war], now [in] its fourth year"."""
    between = noun.doc[noun.right_edge.i + 1 : preposition.i]
    return noun.i < preposition.i and all(t.pos_ in ("PUNCT", "ADV") or is_present(t) for t in between)


def _is_own_time(span: Token) -> bool:
    own = any(c.lower_ in ("its", "their", "a", "the") and c.i < span.i for c in span.children)
    counted = any(c.ent_type_ in ("DATE", "TIME", "ORDINAL") and c.dep_ == "amod" for c in span.children)
    return span.lemma_ in _SPANS and own and counted


def is_in_the_midst(noun: Token) -> bool:
    """Tell whether somebody is in a deed: "is in [talks] with them", "said they were in [contact]"."""
    first = first_of(noun)
    if first.dep_ != "pobj" or first.head.lower_ != "in" or first.head.head.lemma_ != "be":
        return False
    verb = first.head.head
    bare = first.lemma_ in _MUTUAL and not any(c.dep_ in ("det", "nummod", "poss") for c in first.children)
    told = verb.tag_ == "VBD" and verb.dep_ == "ccomp" and verb.head.tag_ == "VBD"
    return bare and not any(c.dep_ == "neg" for c in verb.children) and (is_present(verb) or told)


def is_kept_in_force(verb: Token) -> bool:
    """Tell whether what was put in force still is: "sanctions [imposed] in May remain in place"."""
    noun = verb.head
    now = noun.head
    if verb.dep_ != "acl" or verb.tag_ != "VBN" or noun.dep_ != "nsubj":
        return False
    stay = now.lemma_ in ("remain", "stay", "be") and now.tag_ in ("VBZ", "VBP")
    where = (c.lower_ for p in now.children if p.lower_ == "in" for c in p.children)
    return stay and any(word in _FORCES for word in where)


def is_in_force(noun: Token) -> bool:
    """Tell whether a measure is told to be in force: "the [ban] has applied since May", "is in place".

    By its verb's tense it still is.
    """
    first = first_of(noun)
    verb = first.head
    if first.dep_ != "nsubj" or any(c.dep_ == "neg" or c.tag_ == "MD" for c in verb.children):
        return False
    perfect = any(c.lower_ in ("has", "have", "'ve") for c in verb.children if c.dep_ == "aux")
    since = perfect and any(c.lower_ in ("since", "for") for c in verb.children if c.dep_ in ("prep", "mark"))
    if verb.lemma_ in _APPLYING:
        return since
    where = (c.lower_ for p in verb.children if p.lower_ == "in" for c in p.children)
    in_force = verb.lemma_ in ("be", "remain", "stay") and any(word in _FORCES for word in where)
    return in_force and (since or verb.tag_ in ("VBZ", "VBP"))


def is_lasting_backing(noun: Token, modality: Modality) -> bool:
    """Tell whether somebody's support is held to: "stands by its [support]", "its [support] remains"."""
    first = first_of(noun)
    if noun.lemma_ not in ("support", "backing") or not any(c.dep_ == "poss" for c in noun.children):
        return False
    if first.dep_ == "dobj":
        return first.head.lemma_ in modality.upholding
    if first.dep_ == "pobj" and first.head.lower_ == "by":
        return first.head.head.lemma_ == "stand"
    return first.dep_ == "nsubj" and first.head.lemma_ in ("remain", "continue") and is_present(first.head)
