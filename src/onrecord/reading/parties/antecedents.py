"""Whom a pronoun, "both countries" or "the statement" stands for: rules over the parse and the telling.

Each rule gives its own words as the reason. Where several mentions fit equally well, none is taken.
"""

from collections.abc import Iterator, Sequence

from onrecord.codebook.wordclasses import word_classes
from onrecord.reading.layers import Mention, MentionForm
from onrecord.reading.parties.columns import Columns
from onrecord.reading.parties.describe import is_speaker
from onrecord.reading.parties.draft import Draft, Need
from onrecord.reading.parties.telling import Telling
from onrecord.records import PartyKind

__all__ = ["antecedents", "clause_subject"]

Found = tuple[tuple[Mention, ...], str]
_NOTHING: Found = ((), "")
_REACH = 2  # sentences a stand-in looks back
_CLIMB = 12  # steps up the parse to the verb of the clause
_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4}
_SPEAKERS = frozenset({"i", "me", "my", "we", "us", "our", "ours"})
_SIDES = frozenset({"side", "party"})
_PEOPLE = frozenset({"leader", "man", "minister", "president"})
_BODIES = frozenset({PartyKind.STATE, PartyKind.ORGANISATION, PartyKind.GROUP})


def antecedents(telling: Telling, draft: Draft) -> Found:
    """Return the mentions a stand-in means, and why; nothing when it cannot be told."""
    if draft.need is Need.BOTH:
        return _both(telling, draft)
    if draft.need is Need.DOCUMENT:
        return _issuer(telling, draft)
    if draft.key in _SPEAKERS:
        return _NOTHING
    if draft.gender is not None:
        return _person(telling, draft)
    return _several(telling, draft) if draft.plural else _thing(telling, draft)


def _both(telling: Telling, draft: Draft) -> Found:
    """Return the two (or three, or four) parties last told together."""
    columns = telling.columns
    number = next((_NUMBERS[w] for w in columns.lower[draft.start : draft.end] if w in _NUMBERS), 2)
    sentence = columns.sentences[draft.start]
    for back in range(_REACH + 1):
        found: dict[str, Mention] = {}
        for mention in telling.in_sentence(sentence - back, draft.start):
            if len(mention.parties) == number and _fits_pair(mention, draft):
                return (mention,), "those named together just before"
            if not mention.compound and _fits_pair(mention, draft):
                found.setdefault(mention.party.id, mention)
        named = tuple(found.values())
        if len(named) > number:
            named = tuple(m for m in named if telling.is_subject(m))
        if len(named) == number:
            return named, "those named together just before"
        if len(found) > number:
            return _NOTHING
    return _NOTHING


def _fits_pair(mention: Mention, draft: Draft) -> bool:
    kind = mention.party.kind
    if draft.key in _SIDES:
        return kind in _BODIES or kind is PartyKind.PERSON
    if draft.key in _PEOPLE:
        return kind is PartyKind.PERSON
    if draft.key == "group":
        return kind is PartyKind.GROUP
    if draft.key in ("company", "firm"):
        return kind is PartyKind.ORGANISATION
    return kind is PartyKind.STATE


def _issuer(telling: Telling, draft: Draft) -> Found:
    """Return who issued "the statement": the subject of the issuing or saying, nearest before."""
    columns = telling.columns
    own = [m for m in telling.done if draft.start <= m.start and m.end <= draft.end]
    if own:
        return (own[0],), "whose it is"
    if draft.plural:
        return _NOTHING  # "the documents" of a leak have many authors
    for i in range(draft.start - 1, -1, -1):
        if columns.lemmas[i] != draft.key or columns.closed[i]:
            continue
        owner = [m for m in telling.done if columns.heads[m.head] == i and columns.deps[m.head] == "poss"]
        owner = owner or [m for m in telling.done if _has_made(telling, m, i)]
        if owner:
            return (owner[0],), "whose it is"
        said_in = columns.deps[i] == "pobj"
        verb = columns.heads[columns.heads[i]] if said_in else columns.heads[i]
        issues = columns.lemmas[verb] in word_classes().issuing
        if not issues and not (said_in and columns.lemmas[verb] in word_classes().speaking):
            continue
        subject = tuple(m for m in telling.subjects_of(verb) if not m.party.id.startswith("unknown:"))
        if subject:
            return subject, "who issued it"
    return _NOTHING


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


def _sentences_back(telling: Telling, draft: Draft, reach: int) -> Iterator[int]:
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


def _person(telling: Telling, draft: Draft) -> Found:
    barred = _barred(telling, draft)
    if _before_its_subject(telling, draft):
        return _NOTHING
    who = _who_says(telling, draft)
    if who is not None:
        return (who,), "who says it of himself or herself"
    for back, earlier in enumerate(_sentences_back(telling, draft, _REACH)):
        fitting = [
            m
            for m in telling.in_sentence(earlier, draft.start)
            if _could_be(telling, m, draft) and m.party.id not in barred and not _told_by(telling, draft, m)
            if not _only_quoted(telling, m, draft) and (back or not _in_aside(telling, m, draft))
        ]
        fitting = _acted_on(telling, fitting) or fitting
        if not fitting:
            continue
        if len({m.party.id for m in fitting}) == 1:
            if not is_speaker(telling.columns, fitting[-1].head) and _another_speaks(telling, draft, earlier):
                return _NOTHING
            return (fitting[-1],), "the only person named just before"
        subjects = [m for m in fitting if telling.is_subject(m)]
        speaks = is_speaker(telling.columns, draft.head)
        speakers = [m for m in subjects if speaks and is_speaker(telling.columns, m.head)]
        # Who speaks on is whom the sentence is about: "[Lind] doubts that Cole will agree."
        main = [m for m in subjects if speaks and telling.is_main(m)]
        for those in (speakers, main, subjects):
            if len({m.party.id for m in those}) == 1:
                return (those[-1],), "the person who acts just before"
        return _NOTHING
    return _NOTHING


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
        columns.lower[i] == "who" and columns.heads[i] == said for i in range(max(0, said - _CLIMB), said)
    )
    told = [
        m for m in telling.done if m.start <= columns.heads[said] < m.end and _could_be(telling, m, draft)
    ]
    return told[-1] if by_who and told else None


def _only_quoted(telling: Telling, mention: Mention, draft: Draft) -> bool:
    """Tell whether a mention stands inside a quotation and the pronoun around it."""
    return telling.columns.quoted[mention.head] and not telling.columns.quoted[draft.start]


def _in_aside(telling: Telling, mention: Mention, draft: Draft) -> bool:
    """Tell whether a mention stands in an aside before a speaker: "the deal, which [Lind] made, he said"."""
    columns = telling.columns
    i = mention.head
    for _ in range(_CLIMB if is_speaker(telling.columns, draft.head) else 0):
        if columns.deps[i] == "relcl":
            return i < draft.start
        if columns.heads[i] == i:
            return False
        i = columns.heads[i]
    return False


def _another_speaks(telling: Telling, draft: Draft, sentence: int) -> bool:
    """Tell whether a name that stands for nobody known speaks in a sentence: "he" is more likely that one."""
    columns = telling.columns
    if not is_speaker(columns, draft.head):
        return False
    told = (PartyKind.PERSON, PartyKind.STATE)
    known = {i for m in telling.done if m.party.kind in told for i in range(m.start, m.end)}
    return any(
        columns.sentences[i] == sentence
        and columns.tags[i] == "NNP"
        and i not in known
        and is_speaker(columns, i)
        for i in range(draft.start - 1, -1, -1)
    )


def _told_by(telling: Telling, draft: Draft, mention: Mention) -> bool:
    """Tell whether a mention stands in what the pronoun says: "Top [executives] are foreign, they said"."""
    columns = telling.columns
    verb = columns.heads[draft.head]
    if not is_speaker(columns, draft.head):
        return False
    i = mention.head
    for _ in range(_CLIMB):
        if columns.heads[i] == verb:
            return columns.deps[i] in ("ccomp", "parataxis") and i < draft.start
        if columns.heads[i] == i:
            return False
        i = columns.heads[i]
    return False


def _could_be(telling: Telling, mention: Mention, draft: Draft) -> bool:
    if mention.compound or not _is_one_person(telling, mention):
        return False
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
    unnamed = mention.party.kind is PartyKind.UNKNOWN and mention.form is MentionForm.NOMINAL
    if unnamed and not telling.is_subject(mention) and not _is_quoted(telling, mention):
        return False
    return (
        unnamed
        and not told.plural
        and told.need in (Need.NOTHING, Need.OFFICE, Need.VOICE)
        and told.sector is not None
    )


def _is_quoted(telling: Telling, mention: Mention) -> bool:
    """Tell whether somebody speaks as an object: "according to a resident"."""
    return "according" in telling.columns.lower[max(0, mention.start - 2) : mention.start]


def _barred(telling: Telling, draft: Draft) -> frozenset[str]:
    """Return the subjects of the pronoun's own verb: "he called him" names two persons."""
    columns = telling.columns
    if columns.deps[draft.head] not in ("dobj", "dative", "pobj") or draft.key.endswith("self"):
        return frozenset()
    verb = columns.heads[draft.head]
    if columns.deps[draft.head] == "pobj":
        verb = columns.heads[verb]
    while columns.deps[verb] == "conj" and not _has_other_subject(columns, verb, draft.head):
        verb = columns.heads[verb]  # "[Lind] came in and protected her"
    return frozenset(m.party.id for m in telling.subjects_of(verb))


def _thing(telling: Telling, draft: Draft) -> Found:
    """Resolve "it" as a subject and "its"; as an object "it" is most often a thing, and left alone."""
    columns = telling.columns
    if columns.deps[draft.head] not in ("nsubj", "nsubjpass", "poss") or _before_its_subject(telling, draft):
        return _NOTHING
    addressed = _addressed(telling, draft)
    if addressed is not None:
        return (addressed,), "who is asked to do it"
    subject = clause_subject(telling, draft.head)
    if subject is not None and _is_body(subject) and subject.end <= draft.start:
        return _NOTHING if telling.joined_with(subject) else ((subject,), "the subject of the clause")
    sentence = columns.sentences[draft.start]
    same = [
        m
        for m in telling.in_sentence(sentence, draft.start)
        if _is_body(m) and not _told_by(telling, draft, m)
    ]
    acting = [m for m in same if telling.is_subject(m)]
    if len({m.party.id for m in acting}) == 1:
        return (acting[-1],), "the body that acts before in the sentence"
    owners = [m for m in same if columns.deps[m.head] == "poss"]
    if len({m.party.id for m in same}) == 1 and owners and draft.key == "its":
        return (owners[-1],), "the only body named before in the sentence"
    if same:
        return _NOTHING
    earlier = [*_sentences_back(telling, draft, 1)][-1]
    previous = [m for m in telling.in_sentence(earlier, draft.start) if _is_body(m)]
    subjects = [m for m in previous if telling.is_subject(m)]
    near = columns.paragraphs[draft.start] - 1
    if len({m.party.id for m in subjects}) == 1 and columns.paragraphs[subjects[-1].start] >= near:
        return (subjects[-1],), "the body that acts in the sentence before"
    return _NOTHING


def _addressed(telling: Telling, draft: Draft) -> Mention | None:
    """Return the body whose deed an infinitive around the pronoun tells: "urged [Norland] to free its men".

    None where the clause has a subject of its own, or where its doer is the subject of the clause above.
    """
    columns = telling.columns
    i = draft.head
    for _ in range(_CLIMB):
        if columns.heads[i] == i:
            return None
        if columns.deps[i] == "xcomp" and columns.tags[i] == "VB":
            before = [m for m in telling.done if m.end <= draft.start and _is_body(m) and not m.compound]
            asked = [m for m in before if _is_asked(columns, m, columns.heads[i])]
            return asked[-1] if asked else None
        inside = columns.deps[i] in ("advcl", "relcl") and columns.deps[draft.head] == "poss"
        if _has_other_subject(columns, i, draft.head) and not inside:
            return None
        i = columns.heads[i]
    return None


def _has_other_subject(columns: Columns, verb: int, pronoun: int) -> bool:
    """Tell whether a verb has a subject before it that is not the pronoun."""
    return columns.tags[verb].startswith(("VB", "MD")) and any(
        columns.heads[j] == verb and columns.deps[j] in ("nsubj", "nsubjpass") and j != pronoun
        for j in range(verb)
    )


def _is_asked(columns: Columns, mention: Mention, verb: int) -> bool:
    """Tell whether a mention is what a verb asks something of: its object, or behind "on" or "for"."""
    head = columns.heads[mention.head]
    if columns.deps[mention.head] == "pobj" and columns.lower[head] in ("on", "upon", "for", "to"):
        head = columns.heads[head]
    elif columns.deps[mention.head] not in ("dobj", "dative"):
        return False
    return head == verb and columns.lemmas[verb] not in ("promise", "threaten")


def _before_its_subject(telling: Telling, draft: Draft) -> bool:
    """Tell whether the pronoun stands before the subject of its clause ("Since his fall, the king has …")."""
    columns = telling.columns
    i = draft.head
    if columns.deps[i] in ("nsubj", "nsubjpass"):
        return False
    path = {i}
    for _ in range(_CLIMB):
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


def _several(telling: Telling, draft: Draft) -> Found:
    """Resolve "they": joined subjects, a plural or an armed group, of the clause or the sentence before."""
    barred = _barred(telling, draft)
    if _before_its_subject(telling, draft):
        return _NOTHING
    joined_to = _clause_before(telling, draft)
    if joined_to is not None:
        return (joined_to,), "the subject of the clause this one is joined to"
    if _nobody_known_speaks(telling, draft):
        return _NOTHING
    subject = clause_subject(telling, draft.head)
    if subject is not None and subject.party.id in barred:
        subject = None
    if subject is not None and subject.end <= draft.start and _is_plural(telling, subject):
        return (subject,), "the subject of the clause"
    acts = telling.columns.deps[draft.head] in ("nsubj", "nsubjpass", "poss")
    speaks = is_speaker(telling.columns, draft.head)
    for back, earlier in enumerate(_sentences_back(telling, draft, _REACH if speaks else int(acts))):
        before = [m for m in telling.in_sentence(earlier, draft.start) if not _told_by(telling, draft, m)]
        subjects = [m for m in before if telling.is_subject(m) and m.party.id not in barred]
        if back == _REACH:  # further off only those who spoke, which they go on doing
            subjects = [m for m in subjects if is_speaker(telling.columns, m.head) and telling.is_main(m)]
        plural = [m for m in subjects if m.compound or _is_plural(telling, m)]
        doers = [] if back else [m for m in before if _is_agent(telling, m) and _is_plural(telling, m)]
        if len({m.party.id for m in doers}) == 1 and not plural:
            return (doers[-1],), "those by whom it was done"
        joined = _joined(telling, subjects)
        if joined and not [m for m in plural if m not in joined]:
            return joined, "the joined subjects just before"
        if len({m.party.id for m in plural}) == 1 and not joined:
            return (plural[-1],), "the several who act just before"
        if joined or plural:
            return _NOTHING
        pair = _who_met(telling, before)
        if pair:
            return pair, "the two who met just before"
    return _NOTHING


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
        for i in range(max(0, said - _CLIMB), said)
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


def _joined(telling: Telling, subjects: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return the one group of joined parties among the subjects, nothing when there is none or more."""
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


def _is_body(mention: Mention) -> bool:
    return mention.party.kind in _BODIES and not mention.compound and mention.form is not MentionForm.DEMONYM


def clause_subject(telling: Telling, i: int) -> Mention | None:
    """Return the subject of the clause a token stands in, through "to …" and joined verbs."""
    columns = telling.columns
    start = i
    for _ in range(_CLIMB):
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
