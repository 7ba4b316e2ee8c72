"""Whom a pronoun, "both countries" or "the statement" stands for: rules over the parse and the telling.

Each rule gives its own words as the reason. Where several mentions fit equally well, none is taken.
"""

from onrecord.codebook.roles import roles
from onrecord.codebook.wordclasses import word_classes
from onrecord.reading.layers import Mention
from onrecord.reading.parties.draft import Draft, Need
from onrecord.reading.parties.meant_person import person_meant
from onrecord.reading.parties.meant_several import joined_subjects, several_meant
from onrecord.reading.parties.meant_thing import thing_meant
from onrecord.reading.parties.standing_before import BODIES, NOTHING, REACH, Found
from onrecord.reading.parties.telling import Telling
from onrecord.records import PartyKind

__all__ = ["antecedents"]

_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4}
_SPEAKERS = frozenset({"i", "me", "my", "we", "us", "our", "ours"})
_SIDES = frozenset({"side", "party"})
_PEOPLE = frozenset({"leader", "man", "minister", "president"})


def antecedents(telling: Telling, draft: Draft) -> Found:
    """Return the mentions a stand-in means, and why; nothing when it cannot be told."""
    if draft.need is Need.BOTH:
        return _both(telling, draft)
    if draft.need is Need.DOCUMENT:
        return _issuer(telling, draft)
    if draft.key in _SPEAKERS:
        return NOTHING
    if draft.gender is not None:
        return person_meant(telling, draft)
    return several_meant(telling, draft) if draft.plural else thing_meant(telling, draft)


def _both(telling: Telling, draft: Draft) -> Found:
    """Return the two (or three, or four) parties last told together."""
    columns = telling.columns
    if draft.key == "party" and _are_political(telling, draft):
        return NOTHING
    number = next((_NUMBERS[w] for w in columns.lower[draft.start : draft.end] if w in _NUMBERS), 2)
    sentence = columns.sentences[draft.start]
    for back in range(REACH + 1):
        found: dict[str, Mention] = {}
        for mention in telling.in_sentence(sentence - back, draft.start):
            if len(mention.parties) == number and _fits_pair(mention, draft):
                return (mention,), "those named together just before"
            if not (mention.compound or _speaks_to(telling, mention, draft)) and _fits_pair(mention, draft):
                found.setdefault(mention.party.id, mention)
        named = tuple(found.values())
        if len(named) > number:
            named = tuple(m for m in named if telling.is_subject(m))
            named = joined_subjects(telling, named) or named
        if len(named) == number and not _is_unlike(named):
            return named, "those named together just before"
        if len(found) > number:
            return NOTHING
    return NOTHING


def _is_unlike(named: tuple[Mention, ...]) -> bool:
    """Tell whether a person and a state are told, no two sides of one thing: "[Ann Lind] thanked [Peru]"."""
    kinds = {m.party.kind for m in named}
    return PartyKind.PERSON in kinds and len(kinds) > 1


def _speaks_to(telling: Telling, mention: Mention, draft: Draft) -> bool:
    """Tell whether somebody does something to a pair, and is none of it: "[the envoy] urged both sides"."""
    columns = telling.columns
    verb = columns.heads[draft.head]
    if columns.deps[draft.head] == "pobj":
        verb = columns.heads[verb]
    elif columns.deps[draft.head] not in ("dobj", "dative"):
        return False
    at = mention.head
    while columns.heads[at] not in (verb, at):
        at = columns.heads[at]
    return columns.heads[at] == verb and columns.deps[at] == "nsubj"


def _are_political(telling: Telling, draft: Draft) -> bool:
    """Tell whether parties are those of a parliament: "senators from [both parties]"."""
    columns = telling.columns
    leads = columns.heads[draft.head]
    behind = columns.deps[draft.head] == "pobj" and columns.lower[leads] in ("from", "of", "in")
    return behind and columns.lemmas[columns.heads[leads]] in _OF_PARTIES


_OF_PARTIES = frozenset(
    {
        "senator",
        "lawmaker",
        "legislator",
        "member",
        "leader",
        "politician",
        "congressman",
        "voter",
        "candidate",
    }
)


def _fits_pair(mention: Mention, draft: Draft) -> bool:
    kind = mention.party.kind
    if draft.key in _SIDES:
        return (kind in BODIES or kind is PartyKind.PERSON) and not _stands_between(mention)
    if draft.key in _PEOPLE:
        return kind is PartyKind.PERSON
    if draft.key == "group":
        return kind is PartyKind.GROUP
    if draft.key in ("company", "firm"):
        return kind is PartyKind.ORGANISATION
    return kind is PartyKind.STATE


def _stands_between(mention: Mention) -> bool:
    """Tell whether a body is no side of a quarrel: the United Nations and what is theirs, and who helps."""
    return "UN" in (mention.party.id, mention.party.of) or mention.party.sector == "NGO"


def _issuer(telling: Telling, draft: Draft) -> Found:
    """Return who issued "the statement": the subject of the issuing or saying, nearest before."""
    columns = telling.columns
    own = [m for m in telling.done if draft.start <= m.start and m.end <= draft.end]
    if own:
        return (own[0],), "whose it is"
    if draft.plural:
        return NOTHING  # "the documents" of a leak have many authors
    for i in range(draft.start - 1, -1, -1):
        if columns.closed[i] or not _is_same_writing(columns.lemmas[i], draft.key):
            continue
        owner = [m for m in telling.done if columns.heads[m.head] == i and columns.deps[m.head] == "poss"]
        owner = owner or [m for m in telling.done if _has_made(telling, m, i)]
        if owner:
            return (owner[0],), "whose it is"
        said_in = columns.deps[i] == "pobj"
        verb = columns.heads[columns.heads[i]] if said_in else columns.heads[i]
        issues = columns.lemmas[verb] in word_classes().issuing
        tells = word_classes().speaking | word_classes().on_others
        if not issues and not (said_in and columns.lemmas[verb] in tells):
            continue
        subject = tuple(m for m in telling.subjects_of(verb) if not m.party.id.startswith("unknown:"))
        if subject:
            return subject, "who issued it"
    return NOTHING


def _is_same_writing(noun: str, called: str) -> bool:
    """Tell whether a document told before can be called so: a report is a "document" too."""
    return noun == called or (called in ("document", "text") and noun in roles().documents)


def _has_made(telling: Telling, mention: Mention, document: int) -> bool:
    """Tell whether a body has made a document: "a [Rights Forum] report", "the report released by [it]"."""
    columns = telling.columns
    above = columns.heads[mention.head]
    if mention.party.kind is not PartyKind.ORGANISATION:
        return False
    if mention.head == document:  # "a Rights Forum report", which stands for the forum
        return True
    if above == document:
        return columns.deps[mention.head] in ("compound", "nmod") and mention.end <= document
    if columns.lower[above] != "by" or columns.deps[mention.head] != "pobj":
        return False
    verb = columns.heads[above]
    issued = columns.heads[verb] == document and columns.lemmas[verb] in word_classes().issuing
    return verb == document or issued
