"""What "it" and "its" stand for."""

from onrecord.codebook.roles import roles
from onrecord.codebook.wordclasses import word_classes
from onrecord.reading.layers import Mention, MentionForm
from onrecord.reading.parties.columns import Columns
from onrecord.reading.parties.describe import sector_word
from onrecord.reading.parties.draft import Draft
from onrecord.reading.parties.standing_before import (
    CLIMB,
    NOTHING,
    Found,
    clause_subject,
    has_other_subject,
    is_before_its_subject,
    is_body,
    is_told_by,
    sentences_back,
)
from onrecord.reading.parties.telling import Telling
from onrecord.records import PartyKind

__all__ = ["thing_meant"]


def thing_meant(telling: Telling, draft: Draft) -> Found:
    """Resolve "it" as a subject and "its"; as an object "it" is most often a thing, and left alone."""
    columns = telling.columns
    if columns.deps[draft.head] not in ("nsubj", "nsubjpass", "poss") or is_before_its_subject(
        telling, draft
    ):
        return NOTHING
    for find, why in _BY_CLAUSE:
        meant = find(telling, draft)
        if meant is not None:
            return (meant,), why
    claimer = _of_claimer(telling, draft)
    if claimer is not None:
        return claimer
    subject = clause_subject(telling, draft.head)
    if (
        subject is not None
        and subject.end <= draft.start
        and not telling.joined_with(subject)
        and (is_body(subject) or _is_untold_body(columns, subject))
    ):
        return (subject,), "the subject of the clause"
    sentence = columns.sentences[draft.start]
    same = [
        m
        for m in telling.in_sentence(sentence, draft.start)
        if is_body(m) and not is_told_by(telling, draft, m)
    ]
    acting = [m for m in same if telling.is_subject(m)]
    several = [m for m in acting if telling.joined_with(m)]
    one = [m for m in acting if m not in several] or [m for m in same if several and m not in several]
    if len({m.party.id for m in one}) == 1:
        return (one[-1],), "the body that acts before in the sentence"
    owners = [m for m in same if columns.deps[m.head] == "poss"]
    if len({m.party.id for m in same}) == 1 and owners and draft.key == "its":
        return (owners[-1],), "the only body named before in the sentence"
    if same:
        return NOTHING
    earlier = [*sentences_back(telling, draft, 1)][-1]
    teller = _teller_of(telling, draft, earlier)
    if teller is not None:
        return (teller,), "who tells the sentence before"
    previous = [m for m in telling.in_sentence(earlier, draft.start) if is_body(m)]
    subjects = [m for m in previous if telling.is_subject(m)]
    near = columns.paragraphs[draft.start] - 1
    if len({m.party.id for m in subjects}) == 1 and columns.paragraphs[subjects[-1].start] >= near:
        return (subjects[-1],), "the body that acts in the sentence before"
    return NOTHING


def _is_untold_body(columns: Columns, subject: Mention) -> bool:
    """Tell whether a body acts of which the article tells no name: "the [army] says it hit none"."""
    unknown = subject.form is MentionForm.NOMINAL and subject.party.kind is PartyKind.UNKNOWN
    one = columns.tags[subject.head] in ("NN", "NNP") and len(subject.parties) == 1
    force = columns.lemmas[subject.head] in word_classes().forces
    return unknown and one and (force or sector_word(roles().bodies, columns, subject.head) is not None)


def _teller_of(telling: Telling, draft: Draft, sentence: int) -> Mention | None:
    """Return the one body or office that tells a sentence, of which more is told: "Norland left, the
    [ministry] said. Two stayed, it added".

    None where the pronoun tells nothing, or where a person tells the sentence.
    """
    columns = telling.columns
    if not _tells(columns, columns.heads[draft.head]) or columns.deps[draft.head] != "nsubj":
        return None
    told = telling.in_sentence(sentence, draft.start)
    tellers = [m for m in told if columns.deps[m.head] == "nsubj" and _tells(columns, columns.heads[m.head])]
    fits = [m for m in tellers if is_body(m) or _is_untold_body(columns, m)]
    return fits[0] if len(tellers) == 1 == len(fits) else None


def _tells(columns: Columns, verb: int) -> bool:
    """Tell whether a verb is that of a sentence and one of saying."""
    return columns.deps[verb] == "ROOT" and columns.lemmas[verb] in word_classes().speaking


def _of_claimer(telling: Telling, draft: Draft) -> Found | None:
    """Return the body whose claim somebody else checks: "could not verify [Norland]'s claim that it had won".

    None where there is no such claim; nobody where somebody confirms, does not confirm or disputes it, who
    may as well be meant himself.
    """
    columns = telling.columns
    i = draft.head
    for _ in range(CLIMB):
        own = any(not m.start <= draft.start < m.end for m in telling.subjects_of(i))
        if own or columns.heads[i] == i or columns.deps[i] in ("acl", "ccomp"):
            break
        i = columns.heads[i]
    verb = columns.heads[i] if columns.deps[i] == "ccomp" else columns.heads[columns.heads[i]]
    objects = [j for j in range(verb, i) if columns.heads[j] == verb and columns.deps[j] == "dobj"]
    if columns.deps[i] not in ("acl", "ccomp") or len(objects) != 1 or own:
        return None
    noun = objects[0]
    owners = [m for m in telling.done if columns.heads[m.head] == noun and columns.deps[m.head] == "poss"]
    if columns.lemmas[noun] not in word_classes().claims or not owners or not is_body(owners[-1]):
        return None
    unable = any(columns.heads[j] == verb and columns.lower[j] in ("can", "could", "ca") for j in range(verb))
    if columns.lemmas[verb] in word_classes().checking or (columns.lemmas[verb] == "confirm" and unable):
        return (owners[-1],), "whose claim is checked"
    return NOTHING if columns.lemmas[verb] in _ANSWERING else None


_ANSWERING = ("confirm", "dispute")
"""Verbs whose subject may as well be whom a claim is told of as one who only hears it."""


def _punished(telling: Telling, draft: Draft) -> Mention | None:
    """Return the body punished or condemned for a wrong it did: "condemned [Norland] after it jailed two"."""
    columns = telling.columns
    wrong = columns.heads[draft.head]
    verb = columns.heads[wrong]
    marks = {columns.lower[i] for i in range(verb, draft.start) if columns.heads[i] == wrong}
    if columns.deps[draft.head] != "nsubj" or columns.deps[wrong] != "advcl" or marks.isdisjoint(_WHY):
        return None
    whom = [m for m in telling.done if verb < m.start and m.end <= draft.start]
    whom = [m for m in whom if is_body(m) or columns.lemmas[m.head] in _RULING or _is_untold_body(columns, m)]
    whom = [m for m in whom if _is_dealt_to(columns, m, verb)]
    one = len({m.party.id for m in whom}) == 1
    return whom[-1] if one and columns.lemmas[wrong] in word_classes().wrongs else None


def _is_dealt_to(columns: Columns, mention: Mention, verb: int) -> bool:
    """Tell whether a verb condemns or punishes somebody: "condemned [Norland]", "put sanctions on [it]"."""
    words = word_classes()
    if columns.heads[mention.head] == verb:
        return columns.deps[mention.head] == "dobj" and columns.lemmas[verb] in words.punishing
    to = columns.heads[mention.head]
    dealt = columns.deps[mention.head] == "pobj" and columns.lower[to] in ("on", "against")
    noun = columns.heads[to]
    near = (i for i in range(max(0, verb - CLIMB), to) if columns.heads[i] == verb)
    dealt_out = [i for i in ((noun,) if noun != verb else near) if columns.deps[i] in ("dobj", "nsubjpass")]
    return dealt and any(columns.lemmas[i] in words.penalties for i in dealt_out)


_RULING = frozenset({"regime", "junta", "militia"})
_WHY = frozenset({"after", "because", "when", "since"})


def _addressed(telling: Telling, draft: Draft) -> Mention | None:
    """Return the body whose deed an infinitive around the pronoun tells: "urged [Norland] to free its men".

    None where the clause has a subject of its own, or where its doer is the subject of the clause above.
    """
    columns = telling.columns
    i = draft.head
    for _ in range(CLIMB):
        if columns.heads[i] == i:
            return None
        if columns.deps[i] == "xcomp" and columns.tags[i] == "VB":
            before = [m for m in telling.done if m.end <= draft.start and is_body(m) and not m.compound]
            asked = [m for m in before if _is_asked(columns, m, columns.heads[i])]
            return asked[-1] if asked else None
        inside = columns.deps[i] in ("advcl", "relcl") and columns.deps[draft.head] == "poss"
        if has_other_subject(columns, i, draft.head) and not inside:
            return None
        i = columns.heads[i]
    return None


def _warned(telling: Telling, draft: Draft) -> Mention | None:
    """Return the body that is told what it would suffer or must do: "warned [Norland] it would face war"."""
    columns = telling.columns
    verb = columns.heads[draft.head]
    above = columns.heads[verb]
    if columns.deps[verb] != "ccomp" or columns.lemmas[above] not in ("warn", "tell", "remind"):
        return None
    modals = {columns.lower[i] for i in range(draft.end, verb) if columns.heads[i] == verb}
    suffers = columns.lemmas[verb] in _SUFFERING or columns.deps[draft.head] == "nsubjpass"
    due = not modals.isdisjoint(_DUE) or (suffers and not modals.isdisjoint(_TO_COME))
    whom = [m for m in telling.done if columns.heads[m.head] == above and columns.deps[m.head] == "dobj"]
    fits = due and len(whom) == 1 and is_body(whom[0]) and whom[0].end <= draft.start
    return whom[0] if fits and columns.deps[draft.head] != "poss" else None


def _on_condition(telling: Telling, draft: Draft) -> Mention | None:
    """Return the only body in a clause of others that sets it a condition.

    "They would tighten the curbs on [Norland] if it went on."
    """
    columns = telling.columns
    verb = columns.heads[draft.head]
    above = columns.heads[verb]
    ifs = any(columns.heads[i] == verb and columns.lower[i] in _IF for i in range(above, draft.start))
    if columns.deps[verb] != "advcl" or columns.deps[draft.head] == "poss" or not ifs:
        return None
    others = [i for i in range(above) if columns.heads[i] == above and columns.deps[i] == "nsubj"]
    if not others or columns.lower[others[-1]] not in ("they", "we", "he", "she", "i"):
        return None
    told = [m for m in telling.in_sentence(columns.sentences[above], draft.start) if is_body(m)]
    told = [m for m in told if m.start > above]
    return told[-1] if len({m.party.id for m in told}) == 1 else None


_IF = frozenset({"if", "unless", "until"})
_SUFFERING = frozenset({"face", "suffer", "pay", "meet", "endure", "regret"})
_TO_COME = frozenset({"will", "would", "could", "may", "might", "'ll", "'d"})
_DUE = frozenset({"must", "should"})


def _is_asked(columns: Columns, mention: Mention, verb: int) -> bool:
    """Tell whether a mention is what a verb asks something of: its object, or behind "on" or "for"."""
    head = columns.heads[mention.head]
    if columns.deps[mention.head] == "pobj" and columns.lower[head] in ("on", "upon", "for", "to"):
        head = columns.heads[head]
    elif columns.deps[mention.head] not in ("dobj", "dative"):
        return False
    return head == verb and columns.lemmas[verb] not in ("promise", "threaten")


_BY_CLAUSE = (
    (_addressed, "who is asked to do it"),
    (_warned, "who is warned of it"),
    (_on_condition, "to whom the clause sets its condition"),
    (_punished, "who is punished or condemned for it"),
)
"""Who is meant by what the clause around the pronoun is to another, and how it is told; the first counts."""
