"""Whom "he" or "she" stands for."""

from collections.abc import Sequence

from onrecord.codebook.wordclasses import word_classes
from onrecord.reading.layers import Mention, MentionForm
from onrecord.reading.parties.columns import Columns
from onrecord.reading.parties.describe import is_speaker
from onrecord.reading.parties.draft import Draft, Need
from onrecord.reading.parties.pronouns import pronoun_at
from onrecord.reading.parties.standing_before import (
    CLIMB,
    NOTHING,
    REACH,
    Found,
    clause_told,
    is_before_its_subject,
    is_told_by,
    ruled_out,
    sentences_back,
    upwards,
)
from onrecord.reading.parties.telling import Telling
from onrecord.records import PartyKind

__all__ = ["person_meant"]


def person_meant(telling: Telling, draft: Draft) -> Found:
    """Resolve "he" and "she"; nobody where somebody told only by a role, or a ship, may be meant as well."""
    found, how = _told_before(telling, draft)
    if found and (_another_by_role(telling, draft, found[-1]) or _ship_told(telling, draft, found[-1])):
        return NOTHING
    return found, how


def _another_by_role(telling: Telling, draft: Draft, found: Mention) -> bool:
    """Tell whether somebody without a name stands nearer: "Lind's lawyer asked [the witness] whether he"."""
    columns = telling.columns
    own = {i for m in telling.done if m.party.id == found.party.id for i in range(m.start, m.end)}
    return any(
        columns.lemmas[i] in word_classes().told_by_role
        and columns.tags[i] == "NN"
        and columns.deps[i] in _SOMEBODY_APART
        and columns.quoted[i] <= columns.quoted[draft.start]
        and i not in own
        and found.head not in upwards(columns, i)  # "[the mother] of a clerk"
        for i in range(found.end, draft.start)
    )


_SOMEBODY_APART = frozenset({"dobj", "pobj", "dative", "nsubj", "nsubjpass"})


def _ship_told(telling: Telling, draft: Draft, found: Mention) -> bool:
    """Tell whether "she" may be a ship beside somebody without a name: "the owner of [the Ann] said she"."""
    columns = telling.columns
    nameless = found.party.kind is PartyKind.UNKNOWN and found.party.name.lower() not in word_classes().female
    ships = word_classes().named_ships.intersection(columns.lemmas[found.start : draft.start])
    return draft.key == "she" and nameless and bool(ships)


def _told_before(telling: Telling, draft: Draft) -> Found:
    """Return the only person named just before, or the one who acts or speaks there."""
    own = ruled_out(telling, draft) | _named_behind(telling, draft)
    if is_before_its_subject(telling, draft):
        return NOTHING
    client = _client(telling, draft)
    if client is not None:
        return client
    who = _who_says(telling, draft)
    if who is not None:
        return (who,), "who says it of himself or herself"
    judged = _found_right(telling, draft)
    if judged is not None:
        return (judged,), "who is told to be right or wrong in saying it"
    if _untold_acts(telling, draft):
        return NOTHING
    of_whom = _whose_family_speaks(telling, draft)
    if of_whom is not None:
        return of_whom
    for back, earlier in enumerate(sentences_back(telling, draft, REACH)):
        fitting = [
            m
            for m in telling.in_sentence(earlier, draft.start)
            if _could_be(telling, m, draft) and m.party.id not in own and not is_told_by(telling, draft, m)
            if not _only_quoted(telling, m, draft) and (back or not _in_aside(telling, m, draft))
        ]
        fitting = _acted_on(telling, fitting) or fitting
        if not back and _is_described(telling, draft, fitting):
            return NOTHING
        if not fitting and back and _another_speaks(telling, draft, earlier, _NAMED):
            return NOTHING
        if not fitting and _unknown_acts(telling, draft, earlier):
            return NOTHING
        if not fitting:
            continue
        if len({m.party.id for m in fitting}) == 1:
            if not is_speaker(telling.columns, fitting[-1].head) and _another_speaks(telling, draft, earlier):
                return NOTHING
            if _speaks_for_another(telling, fitting[-1]) and not back:
                return NOTHING
            if _is_of_another(telling, fitting[-1], draft):
                return NOTHING
            return (fitting[-1],), "the only person named just before"
        subjects = [m for m in fitting if telling.is_subject(m)]
        speaks = is_speaker(telling.columns, draft.head)
        speakers = [m for m in subjects if speaks and is_speaker(telling.columns, m.head)]
        # Who speaks on is whom the sentence is about: "[Lind] doubts that Cole will agree."
        main = [m for m in subjects if speaks and telling.is_main(m)]
        if speaks and not (speakers or main) and _is_told_of_after(telling, subjects, fitting):
            return NOTHING
        for those in (speakers, main, subjects):
            if len({m.party.id for m in those}) == 1:
                if _speaks_for_another(telling, those[-1], beside=fitting) and not back:
                    return NOTHING
                if _is_of_another(telling, those[-1], draft):
                    return NOTHING
                return (those[-1],), "the person who acts just before"
        return NOTHING
    return NOTHING


def _named_behind(telling: Telling, draft: Draft) -> frozenset[str]:
    """Return whom the clause of a pronoun names behind it: "[he] said Lind would pay" tells not of Lind.

    Not by a name that several bear, and not whose pronoun is an object: "her brother told Lind".
    """
    columns = telling.columns
    verb = columns.heads[draft.head]
    if columns.deps[draft.head] not in ("nsubj", "nsubjpass"):
        return frozenset()
    found: set[str] = set()
    for other in telling.later:
        if columns.sentences[other.start] > columns.sentences[draft.start]:
            break
        if other.start < draft.end or other.need is not Need.PERSON or not _hangs_under(columns, other, verb):
            continue
        called = telling.cast.called(other)
        found.update(p.id for p in called if len(called) == 1)
    return frozenset(found)


def _hangs_under(columns: Columns, draft: Draft, verb: int) -> bool:
    """Tell whether a name stands in the clause of a verb or in one it tells, not in one joined to it.

    Of "he says the talks were about Lind's bank" and "he met Cole, who knows Lind" nothing is sure.
    """
    owns = columns.deps[draft.head] == "poss"
    for i in upwards(columns, draft.head):
        if columns.heads[i] == verb:
            return columns.deps[i] != "conj" and not (owns and columns.tags[i].startswith("VB"))
        if columns.deps[i] == "relcl" or (owns and columns.deps[i] in _CLAUSES):
            return False
    return False


_CLAUSES = frozenset({"ccomp", "advcl", "acl", "pcomp"})


def _said_above(telling: Telling, draft: Draft) -> int | None:
    """Return the verb of saying in whose clause a pronoun stands; None for none."""
    columns = telling.columns
    speaking = word_classes().speaking
    above = ((columns.deps[i], columns.heads[i]) for i in upwards(columns, draft.head))
    return next((verb for dep, verb in above if dep == "ccomp" and columns.lemmas[verb] in speaking), None)


def _untold_acts(telling: Telling, draft: Draft) -> bool:
    """Tell whether somebody no mention knows acts before a pronoun in what is said.

    "A guard said [the driver] was drunk and that he fled."
    """
    columns = telling.columns
    said = _said_above(telling, draft)
    between = range(said + 1, draft.start) if said is not None else ()
    return any(
        columns.lemmas[i] in word_classes().passing_people
        and columns.tags[i] == "NN"
        and columns.deps[i] in ("nsubj", "nsubjpass")
        and columns.words[i - 1] != "-"
        and not any(m.start <= i < m.end for m in telling.done)
        for i in between
    )


def _whose_family_speaks(telling: Telling, draft: Draft) -> Found | None:
    """Return whose family or friends say it: "relatives of [a clerk] said her arrest was a mistake".

    Nobody where no mention knows that one; None where no family speaks.
    """
    columns = telling.columns
    said = _said_above(telling, draft)
    if said is None:
        return None
    close = word_classes().close_ones
    for i in range(said):
        kin = columns.heads[i] == said and columns.deps[i] == "nsubj" and columns.lemmas[i] in close
        if kin and columns.lower[i + 1] == "of":
            of = [m for m in telling.done if columns.heads[m.head] == i + 1 and m.end <= draft.start]
            one = [m for m in of if columns.tags[m.head] in ("NN", "NNP") and not m.compound]
            named = bool(one) and one[-1].party.kind is PartyKind.PERSON
            fits = bool(one) and one[-1].party.kind in _SOMEBODY
            if fits and (not named or _could_be(telling, one[-1], draft)):
                return (one[-1],), "the one whose family speaks"
            untold = any(
                columns.heads[j] == i + 1 and columns.deps[j] == "pobj" and columns.tags[j] == "NN"
                for j in range(i + 2, said)
            )
            return NOTHING if untold else None
    return None


_SOMEBODY = frozenset({PartyKind.PERSON, PartyKind.OFFICE, PartyKind.UNKNOWN})


def _is_described(telling: Telling, draft: Draft, fitting: list[Mention]) -> bool:
    """Tell whether somebody untold acts beside a pronoun: "[a monitor], who saw it, was unsure: he said"."""
    columns = telling.columns
    known = {i for m in fitting for i in range(m.start, m.end)}
    own = [i for i in range(draft.start) if columns.sentences[i] == columns.sentences[draft.start]]
    who = any(columns.lower[i] == "who" for i in own)
    subjects = {i for i in own if columns.deps[i] == "nsubj" and columns.tags[i] == "NN"}
    return who and is_speaker(columns, draft.head) and bool(subjects - known)


def _is_told_of_after(telling: Telling, subjects: list[Mention], fitting: list[Mention]) -> bool:
    """Tell whether a sentence is about another than who opens it: "While Lind sang, it suits [Cole]"."""
    columns = telling.columns
    last = fitting[-1]
    beside = {m.party.id for m in subjects}
    opening = all(columns.deps[columns.heads[m.head]] == "advcl" and m.end < last.start for m in subjects)
    return bool(subjects) and opening and last.party.id not in beside


def _speaks_for_another(telling: Telling, mention: Mention, beside: Sequence[Mention] = ()) -> bool:
    """Tell whether somebody speaks for a person, who may be meant as well: "[Cole's lawyer] said he".

    So of any lawyer beside somebody named: "When police held Cole, [a lawyer] said he was ill."
    """
    columns = telling.columns
    owned = any(columns.tags[i] == "POS" for i in range(mention.start, mention.head))
    owned = owned or any(m.party.kind is PartyKind.PERSON and m.end <= mention.start for m in beside)
    unnamed = mention.party.kind is PartyKind.UNKNOWN
    return owned and unnamed and columns.lemmas[mention.head] in word_classes().for_one_person


def _acted_on(telling: Telling, fitting: list[Mention]) -> list[Mention]:
    """Return whom a pronoun has just meant as an object: "A guard led [her] out. She said" is no guard."""
    objects = ("dobj", "dative", "pobj")
    pronouns = [m for m in fitting if m.form is MentionForm.PRONOUN]
    meant = {m.party.id for m in pronouns if telling.columns.deps[m.head] in objects}
    named = [m for m in fitting if m.party.kind is not PartyKind.UNKNOWN]
    return named if len(meant) == 1 and meant == {m.party.id for m in named} else []


def _who_says(telling: Telling, draft: Draft) -> Mention | None:
    """Return the person whose relative clause says what the pronoun does: "[Lind], who said she hoped"."""
    columns = telling.columns
    verb = columns.heads[draft.head]
    said = columns.heads[verb]
    if columns.deps[draft.head] != "nsubj" or columns.deps[verb] != "ccomp" or columns.deps[said] != "relcl":
        return None
    by_who = any(
        columns.lower[i] == "who" and columns.heads[i] == said for i in range(max(0, said - CLIMB), said)
    )
    told = [
        m for m in telling.done if m.start <= columns.heads[said] < m.end and _could_say(telling, m, draft)
    ]
    return told[-1] if by_who and told else None


def _client(telling: Telling, draft: Draft) -> Found | None:
    """Return for whom a lawyer speaks who says what the pronoun does: "[his] lawyer, Bo Lind, said he"."""
    columns = telling.columns
    said = _said_above(telling, draft)
    speakers = (i for i in range(said or 0) if columns.heads[i] == said and columns.deps[i] == "nsubj")
    lawyer = next((i for i in speakers if columns.lemmas[i] in word_classes().for_one_person), None)
    if lawyer is None:
        return None
    owners = [m for m in telling.done if columns.heads[m.head] == lawyer and columns.tags[m.head] == "PRP$"]
    if not owners or pronoun_at(columns, owners[-1].head).gender is not draft.gender:
        return None
    known = owners[-1].party.inferred is not None
    return ((owners[-1],), "for whom somebody speaks") if known else NOTHING


def _could_say(telling: Telling, mention: Mention, draft: Draft) -> bool:
    """Tell whether a mention before "who" can be whom a pronoun means, with a name or as one without."""
    one = mention.party.kind is PartyKind.UNKNOWN and telling.columns.tags[mention.head] == "NN"
    return _could_be(telling, mention, draft) or one


def _found_right(telling: Telling, draft: Draft) -> Mention | None:
    """Return of whom another says that he is right or lies: "Lind said [Cole] lied when he denied it"."""
    columns = telling.columns
    told = columns.heads[draft.head]
    found = columns.heads[told]
    if columns.deps[draft.head] != "nsubj" or columns.deps[told] != "advcl" or columns.deps[found] != "ccomp":
        return None
    children = list(columns.doc[found].children)
    words = {columns.lemmas[found], *(c.lemma_ for c in children if c.dep_ == "acomp")}
    when = any(c.lower_ == "when" for c in columns.doc[told].children)
    subjects = [m for m in telling.subjects_of(found) if _could_be(telling, m, draft)]
    judged = when and not word_classes().found_right.isdisjoint(words)
    return subjects[0] if judged and len(subjects) == 1 else None


def _only_quoted(telling: Telling, mention: Mention, draft: Draft) -> bool:
    """Tell whether a mention stands inside a quotation and the pronoun around it."""
    return telling.columns.quoted[mention.head] and not telling.columns.quoted[draft.start]


def _in_aside(telling: Telling, mention: Mention, draft: Draft) -> bool:
    """Tell whether a mention stands in an aside before a speaker: "the deal, which [Lind] made, he said"."""
    columns = telling.columns
    if not is_speaker(columns, draft.head):
        return False
    top = next((i for i in upwards(columns, mention.head) if columns.deps[i] == "relcl"), None)
    return top is not None and top < draft.start


_NO_BODY = frozenset({PartyKind.PERSON, PartyKind.STATE})

_NAMED = frozenset({*_NO_BODY, PartyKind.ORGANISATION, PartyKind.GROUP})


def _another_speaks(
    telling: Telling, draft: Draft, sentence: int, told: frozenset[PartyKind] = _NO_BODY
) -> bool:
    """Tell whether a name that stands for nobody known speaks in a sentence: "he" is more likely that one.

    Beside somebody who fits, a name taken for a body's may be that one's too.
    """
    columns = telling.columns
    if not is_speaker(columns, draft.head):
        return False
    known = {i for m in telling.done if m.party.kind in told for i in range(m.start, m.end)}
    return any(
        columns.sentences[i] == sentence
        and columns.tags[i] in ("NNP", "NNPS")
        and i not in known
        and is_speaker(columns, i)
        and not columns.quoted[i]
        for i in range(draft.start - 1, -1, -1)
    )


def _unknown_acts(telling: Telling, draft: Draft, sentence: int) -> bool:
    """Tell whether a name acts in a sentence that no mention knows and that may be a person's.

    "[Kartik] and his family fled. He said …", "[Oz]'s show earned him …": who is named further above is not
    meant.
    """
    columns = telling.columns
    if columns.quoted[draft.start]:
        return False
    open_names = {d.head for m, d in telling.backwards() if _is_open_name(m, d)}
    known = {i for m in telling.done for i in range(m.start, m.end)}
    same = columns.sentences[draft.start] == sentence
    acting = ("nsubj", "nsubjpass", "poss") if same else ("nsubj", "nsubjpass")
    return any(
        columns.deps[i] in acting
        and (i in open_names or (i not in known and _may_be_a_person(columns, i)))
        and not (columns.quoted[i] or columns.closed[i])
        and not (same and clause_told(columns, i, columns.heads[draft.head]) is not None)
        for i in range(draft.start - 1, -1, -1)
        if columns.sentences[i] == sentence
    )


def _may_be_a_person(columns: Columns, i: int) -> bool:
    """Tell whether a word is a name without an article that the parser takes for nothing but a person's."""
    named = columns.tags[i] == "NNP" and columns.words[i].istitle()
    return (
        named
        and columns.labels[i] in ("", "PERSON")
        and all(c.dep_ != "det" for c in columns.doc[i].children)
    )


def _is_open_name(mention: Mention, draft: Draft) -> bool:
    """Tell whether a name is a person's, but it is open whose: "the younger [Cole]"."""
    return draft.need is Need.PERSON and mention.party.kind is PartyKind.UNKNOWN


def _is_of_another(telling: Telling, mention: Mention, draft: Draft) -> bool:
    """Tell whether somebody is told only as a person's own who fits too: "[Her daughter] sings; she is sad".

    Who speaks goes on to speak: "Her daughter said so. She added …".
    """
    columns = telling.columns
    if mention.party.kind is not PartyKind.UNKNOWN or columns.tags[mention.start] != "PRP$":
        return False
    owner = pronoun_at(columns, mention.start)
    return owner.gender is draft.gender and not is_speaker(columns, mention.head)


def _could_be(telling: Telling, mention: Mention, draft: Draft) -> bool:
    if mention.compound or not _is_one_person(telling, mention):
        return False
    itself = telling.drafts[telling.done.index(mention)]
    if itself.need is Need.PRONOUN and itself.gender not in (None, draft.gender):
        return False  # "him" is not who "she" is, whoever it is taken for
    guessed = None
    for other, told in telling.backwards():
        if other.party.id != mention.party.id or told.gender is None:
            continue
        if told.form is not MentionForm.PRONOUN:
            return told.gender is draft.gender
        # What a pronoun before was taken for tells less than a title or a given name; "her" nothing.
        if telling.columns.deps[other.head] == "nsubj":
            guessed = guessed or told.gender
    return guessed is None or guessed is draft.gender


def _is_one_person(telling: Telling, mention: Mention) -> bool:
    if mention.party.kind in (PartyKind.PERSON, PartyKind.OFFICE):
        return True
    if telling.columns.deps[mention.head] in ("attr", "appos", "npadvmod"):
        return False
    told = telling.drafts[telling.done.index(mention)]
    if telling.columns.lemmas[mention.head] in word_classes().collectives:
        return False
    if _is_joined_without_article(telling.columns, mention):
        return False
    unnamed = mention.party.kind is PartyKind.UNKNOWN and mention.form is MentionForm.NOMINAL
    if unnamed and not telling.is_subject(mention) and not _is_quoted(telling, mention):
        return False
    return (
        unnamed
        and not told.plural
        and told.need in (Need.NOTHING, Need.OFFICE, Need.VOICE)
        and (told.sector is not None or told.need is Need.VOICE)
    )


def _is_joined_without_article(columns: Columns, mention: Mention) -> bool:
    """Tell whether an office only goes on with another's phrase: "the former mayor and [senator] said"."""
    first = columns.first_conjunct(mention.head)
    words = {columns.tags[i] for i in range(mention.start, mention.head)}
    told = first != mention.head and mention.form is MentionForm.NOMINAL
    told = told and not {columns.tags[mention.head], columns.tags[first]} - {"NN", "NNP"}
    return told and words.isdisjoint({"DT", "PRP$", "POS", "CD"})


def _is_quoted(telling: Telling, mention: Mention) -> bool:
    """Tell whether somebody speaks as an object: "according to a resident"."""
    return "according" in telling.columns.lower[max(0, mention.start - 2) : mention.start]
