"""Where to look for whom a stand-in means: the sentences and clauses before it, and who is ruled out."""

from collections.abc import Iterator

from onrecord.reading.layers import Mention, MentionForm
from onrecord.reading.parties.columns import Columns
from onrecord.reading.parties.describe import is_speaker
from onrecord.reading.parties.draft import Draft
from onrecord.reading.parties.telling import Telling
from onrecord.records import PartyKind

__all__ = [
    "BODIES",
    "CLIMB",
    "NOTHING",
    "REACH",
    "Found",
    "clause_subject",
    "clause_told",
    "has_other_subject",
    "is_before_its_subject",
    "is_body",
    "is_told_by",
    "ruled_out",
    "sentences_back",
    "upwards",
]

Found = tuple[tuple[Mention, ...], str]
"""The mentions that a stand-in means, and why."""

NOTHING: Found = ((), "")

REACH = 2
"""Sentences a stand-in looks back."""

CLIMB = 12
"""Steps up the parse to the verb of the clause."""

BODIES = frozenset({PartyKind.STATE, PartyKind.ORGANISATION, PartyKind.GROUP})


def sentences_back(telling: Telling, draft: Draft, reach: int) -> Iterator[int]:
    """Go back from the sentence of a stand-in, over so many sentences before it.

    From outside a quotation, what is wholly quoted is passed over: `"I saw it. I ran. I hid," she said.`
    """
    columns = telling.columns
    sentence = columns.sentences[draft.start]
    yield sentence
    while reach and sentence:
        sentence -= 1
        if sentence not in columns.spoken or columns.quoted[draft.start]:
            reach -= 1
            yield sentence


def is_told_by(telling: Telling, draft: Draft, mention: Mention) -> bool:
    """Tell whether a mention stands in what the pronoun says: "Top [executives] are foreign, they said"."""
    columns = telling.columns
    verb = columns.heads[draft.head]
    if not is_speaker(columns, draft.head):
        return False
    clause = clause_told(columns, mention.head, verb)
    return clause is not None and clause < draft.start


def clause_told(columns: Columns, i: int, verb: int) -> int | None:
    """Return the head of the clause a word stands in, where a verb tells that: "Lind [won], he said"."""
    top = next((j for j in upwards(columns, i) if columns.heads[j] == verb), None)
    return top if top is not None and columns.deps[top] in ("ccomp", "parataxis") else None


def upwards(columns: Columns, i: int) -> Iterator[int]:
    """Give a word and, one by one, what it hangs on, as far as `CLIMB` or the head of the sentence."""
    for _ in range(CLIMB):
        yield i
        if columns.heads[i] == i:
            return
        i = columns.heads[i]


def ruled_out(telling: Telling, draft: Draft) -> frozenset[str]:
    """Return the subjects of the pronoun's own verb: "he called him" names two persons.

    So of a verb that has its subject from another: "[the officers] met residents, telling them to go".
    """
    columns = telling.columns
    if columns.deps[draft.head] not in ("dobj", "dative", "pobj") or draft.key.endswith("self"):
        return frozenset()
    verb = columns.heads[draft.head]
    if columns.deps[draft.head] == "pobj":
        verb = columns.heads[verb]
    while _shares_subject(columns, verb) and not has_other_subject(columns, verb, draft.head):
        verb = columns.heads[verb]
    return frozenset(m.party.id for m in telling.subjects_of(verb))


def _shares_subject(columns: Columns, verb: int) -> bool:
    """Tell whether a verb may have its subject from the one above it: "[Lind] came in and protected her"."""
    above, dep = columns.heads[verb], columns.deps[verb]
    if dep == "xcomp":  # "the army told [rebels] to free them"
        whom = (j for j in range(above, verb) if columns.heads[j] == above)
        return all(columns.deps[j] not in ("dobj", "dative", "pobj") for j in whom)
    return dep == "conj" or (dep == "advcl" and columns.tags[verb] == "VBG")


def is_before_its_subject(telling: Telling, draft: Draft) -> bool:
    """Tell whether the pronoun stands before the subject of its clause ("Since his fall, the king has …")."""
    columns = telling.columns
    i = draft.head
    if columns.deps[i] in ("nsubj", "nsubjpass"):
        return False
    path = {i}
    for _ in range(CLIMB):
        i = columns.heads[i]
        if columns.tags[i].startswith(("VB", "MD")):
            return any(
                columns.heads[j] == i and columns.deps[j] in ("nsubj", "nsubjpass")
                for j in range(draft.end, i)
                if j not in path
            )
        path.add(i)
        if columns.heads[i] == i:
            return False
    return False


def has_other_subject(columns: Columns, verb: int, pronoun: int) -> bool:
    """Tell whether a verb has a subject before it that is not the pronoun."""
    return columns.tags[verb].startswith(("VB", "MD")) and any(
        columns.heads[j] == verb and columns.deps[j] in ("nsubj", "nsubjpass") and j != pronoun
        for j in range(verb)
    )


def is_body(mention: Mention) -> bool:
    """Tell whether a mention is a state, an organisation or a group that "it" may stand for."""
    return mention.party.kind in BODIES and not mention.compound and mention.form is not MentionForm.DEMONYM


def clause_subject(telling: Telling, i: int) -> Mention | None:
    """Return the subject of the clause a token stands in, through "to …" and joined verbs."""
    columns = telling.columns
    start = i
    for _ in range(CLIMB):
        i = columns.heads[i]
        if columns.tags[i].startswith(("VB", "MD")):
            subject = [m for m in telling.subjects_of(i) if m.head != start]
            if subject:
                return max(subject, key=lambda m: m.end - m.start)
            if columns.deps[i] not in ("xcomp", "conj", "advcl", "aux", "acl", "ccomp"):
                return None
        if columns.heads[i] == i:
            return None
    return None
