"""Whom "they" stands for."""

from collections.abc import Sequence

from onrecord.codebook.wordclasses import word_classes
from onrecord.reading.layers import Mention, MentionForm
from onrecord.reading.parties.describe import is_speaker
from onrecord.reading.parties.draft import Draft
from onrecord.reading.parties.standing_before import (
    CLIMB,
    NOTHING,
    REACH,
    Found,
    clause_subject,
    is_before_its_subject,
    is_told_by,
    ruled_out,
    sentences_back,
    upwards,
)
from onrecord.reading.parties.telling import Telling
from onrecord.records import PartyKind

__all__ = ["joined_subjects", "several_meant"]


def several_meant(telling: Telling, draft: Draft) -> Found:
    """Resolve "they": joined subjects, a plural or an armed group, of the clause or the sentence before."""
    own = ruled_out(telling, draft)
    if is_before_its_subject(telling, draft):
        return NOTHING
    joined_to = _clause_before(telling, draft)
    if joined_to is not None:
        return (joined_to,), "the subject of the clause this one is joined to"
    counted = _counted_who_speak(telling, draft)
    if counted is not None:
        return (counted,), "the subject of the clause"
    if _nobody_known_speaks(telling, draft):
        return NOTHING
    told = _told_it(telling, draft)
    if told is not None or _speaks_for_whom_it_is_told(telling, draft):
        return NOTHING
    if _were_just_charged(telling, draft):
        return NOTHING
    doing = _doing(telling, draft)
    if doing is not None and doing.party.id not in own:
        return (doing,), "those who do what it is told of"
    subject = clause_subject(telling, draft.head)
    if subject is not None and subject.party.id in own:
        subject = None
    if subject is not None and subject.end <= draft.start and _is_plural(telling, subject):
        return (subject,), "the subject of the clause"
    acts = telling.columns.deps[draft.head] in ("nsubj", "nsubjpass", "poss")
    speaks = is_speaker(telling.columns, draft.head)
    for back, earlier in enumerate(sentences_back(telling, draft, REACH if speaks else int(acts))):
        before = [m for m in telling.in_sentence(earlier, draft.start) if not is_told_by(telling, draft, m)]
        subjects = [m for m in before if telling.is_subject(m) and m.party.id not in own]
        if back == REACH:  # further off only those who spoke, which they go on doing
            subjects = [m for m in subjects if is_speaker(telling.columns, m.head) and telling.is_main(m)]
        plural = [m for m in subjects if m.compound or _is_plural(telling, m)]
        doers = [] if back else [m for m in before if _is_agent(telling, m) and _is_plural(telling, m)]
        if len({m.party.id for m in doers}) == 1 and not plural:
            return (doers[-1],), "those by whom it was done"
        joined = joined_subjects(telling, subjects)
        if joined and not [m for m in plural if m not in joined]:
            return joined, "the joined subjects just before"
        if len({m.party.id for m in plural}) == 1 and not joined:
            return (plural[-1],), "the several who act just before"
        if joined or plural:
            return NOTHING
        pair = _who_met(telling, before)
        if pair:
            return pair, "the two who met just before"
    return NOTHING


_PRESS = frozenset({"reporter", "journalist", "newspaper", "outlet"})


def _told_it(telling: Telling, draft: Draft) -> int | None:
    """Return the several whom one alone tells what a clause says, who may be meant.

    "The mayor told [voters] they must leave". Not the press, nor where those who speak are several.
    """
    columns = telling.columns
    for i in upwards(columns, draft.head):
        above = columns.heads[i]
        if columns.deps[i] == "ccomp" and columns.lemmas[above] == "tell":
            heads = [j for j in range(above - CLIMB if above > CLIMB else 0, i) if columns.heads[j] == above]
            speakers = [j for j in heads if columns.deps[j] == "nsubj" and columns.tags[j] in ("NN", "NNP")]
            whom = [j for j in heads if columns.deps[j] in ("dobj", "dative") and j < draft.start]
            whom = [j for j in whom if columns.tags[j] in ("NNS", "NNPS")]
            whom = [j for j in whom if columns.lemmas[j] not in _PRESS]
            alone = speakers and columns.lemmas[speakers[0]] not in word_classes().collectives
            return whom[0] if whom and alone else None
    return None


def _speaks_for_whom_it_is_told(telling: Telling, draft: Draft) -> bool:
    """Tell whether somebody's own people say what befell him: "men whose lawyers say [they] were held"."""
    columns = telling.columns
    verb = columns.heads[draft.head]
    said = columns.heads[verb]
    if columns.deps[draft.head] not in ("nsubj", "nsubjpass") or columns.deps[verb] != "ccomp":
        return False
    speakers = (i for i in range(max(0, said - CLIMB), said) if columns.heads[i] == said)
    return any(columns.lower[i - 1] == "whose" for i in speakers if columns.deps[i] == "nsubj" and i)


def _were_just_charged(telling: Telling, draft: Draft) -> bool:
    """Tell whether several were charged just before: "he accuses [them] of it; the UN asks that they go"."""
    columns = telling.columns
    sentence = columns.sentences[draft.start]
    places = (i for i in range(draft.start - 1, -1, -1) if columns.sentences[i] == sentence)
    return any(
        columns.lower[i] == "them"
        and columns.deps[i] == "dobj"
        and columns.lemmas[columns.heads[i]] in _CHARGING
        for i in places
    )


_CHARGING = frozenset({"accuse", "suspect", "charge", "convict", "indict"})


def _doing(telling: Telling, draft: Draft) -> Mention | None:
    """Return those whose participle the clause stands under: "police held [men] saying that they left"."""
    columns = telling.columns
    i = draft.head
    for _ in range(CLIMB):
        i = columns.heads[i]
        if columns.deps[i] == "acl" and columns.tags[i] == "VBG":
            nouns = [m for m in telling.done if m.head == columns.heads[i] < i and m.end <= draft.start]
            return next((m for m in nouns if columns.tags[m.head] == "NNS"), None)
        if columns.heads[i] == i or columns.deps[i] not in ("advcl", "ccomp", "xcomp", "conj", "aux"):
            return None
    return None


def _clause_before(telling: Telling, draft: Draft) -> Mention | None:
    """Return the body that acts in the clause joined before: "that [the agency] lied and that they hid"."""
    columns = telling.columns
    verb = columns.heads[draft.head]
    if columns.deps[draft.head] not in ("nsubj", "nsubjpass") or columns.deps[verb] != "conj":
        return None
    first = columns.heads[verb]
    marked = any(columns.lower[i] == "that" and columns.heads[i] == verb for i in range(first, draft.start))
    subjects = telling.subjects_of(first)
    body = len(subjects) == 1 and subjects[0].party.kind in (PartyKind.ORGANISATION, PartyKind.GROUP)
    return subjects[0] if marked and body and columns.deps[first] == "ccomp" else None


def _nobody_known_speaks(telling: Telling, draft: Draft) -> bool:
    """Tell whether those of whom a clause is told are several whom no mention knows.

    "[Staff of the plant] said they had been ordered to leave."
    """
    columns = telling.columns
    verb = columns.heads[draft.head]
    said = columns.heads[verb]
    if columns.deps[draft.head] not in ("nsubj", "nsubjpass") or columns.deps[verb] != "ccomp":
        return False
    if columns.lemmas[said] not in word_classes().speaking or telling.subjects_of(said):
        return False
    return any(
        columns.heads[i] == said
        and columns.deps[i] == "nsubj"
        and (columns.tags[i] == "NNS" or columns.lemmas[i] in word_classes().collectives)
        for i in range(max(0, said - CLIMB), said)
    )


def _counted_who_speak(telling: Telling, draft: Draft) -> Mention | None:
    """Return those of whom some say what a clause tells: "a group of [officers] said they had left"."""
    columns = telling.columns
    verb = columns.heads[draft.head]
    said = columns.heads[verb]
    if columns.deps[draft.head] not in ("nsubj", "nsubjpass") or columns.deps[verb] != "ccomp":
        return None
    if columns.lemmas[said] not in word_classes().speaking:
        return None
    for mention in telling.in_sentence(columns.sentences[draft.start], draft.start):
        of = columns.heads[mention.head]
        some = columns.heads[of]
        counted = columns.lower[of] == "of" and columns.lemmas[some] in _SOME
        speak = columns.deps[some] == "nsubj" and columns.heads[some] == said
        if counted and speak and columns.tags[mention.head] == "NNS":
            return mention
    return None


_SOME = frozenset(
    {"group", "handful", "band", "number", "couple", "dozen", "score", "hundred", "thousand", "majority"}
)


def _is_agent(telling: Telling, mention: Mention) -> bool:
    """Tell whether a mention is by whom a deed is done: "surrounded by [20 men] before they attacked her"."""
    columns = telling.columns
    by = columns.heads[mention.head]
    return columns.deps[mention.head] == "pobj" and columns.deps[by] == "agent"


def _who_met(telling: Telling, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return subject and object of a meeting told just before ("Ann Cole met Bo Lind and they agreed")."""
    columns = telling.columns
    people = {m.party.id: m for m in mentions if m.party.kind is PartyKind.PERSON}
    pair = tuple(people.values())
    if len(pair) != 2 or not telling.is_subject(pair[0]):
        return ()
    verb = columns.heads[pair[0].head]
    met = columns.lemmas[verb] in ("meet", "visit", "call", "phone", "host", "receive", "greet")
    return (
        pair if met and columns.deps[pair[1].head] == "dobj" and columns.heads[pair[1].head] == verb else ()
    )


def joined_subjects(telling: Telling, subjects: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return the one group of joined parties among mentions, nothing when there is none or more."""
    groups: dict[int, tuple[Mention, ...]] = {}
    for mention in subjects:
        joined = sorted([mention, *telling.joined_with(mention)], key=lambda m: m.start)
        groups[telling.group_of(mention)] = tuple(joined)
    several = [g for g in groups.values() if len({m.party.id for m in g}) > 1]
    return several[0] if len(several) == 1 else ()


def _is_plural(telling: Telling, mention: Mention) -> bool:
    if mention.compound or mention.party.kind is PartyKind.GROUP:
        return True
    if telling.columns.lemmas[mention.head] in word_classes().collectives:
        return True
    return telling.columns.tags[mention.head] in ("NNS", "NNPS") and mention.form in (
        MentionForm.NOMINAL,
        MentionForm.DEMONYM,
    )
