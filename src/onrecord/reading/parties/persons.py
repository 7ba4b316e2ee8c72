"""Persons by name: where the name stands, and what office the words around it give."""

from collections import Counter, defaultdict
from dataclasses import replace

from onrecord.codebook.bodies import sector_of_body
from onrecord.codebook.given_names import gender_of_name
from onrecord.codebook.roles import roles
from onrecord.codebook.wordclasses import word_classes
from onrecord.gazetteer.countries import country_of_name
from onrecord.reading.layers import MentionForm
from onrecord.reading.parties.columns import Columns
from onrecord.reading.parties.describe import (
    STUDENTS,
    Description,
    HitIndex,
    describe,
    is_speaker,
    left_edge,
    of_rebels,
    outer_head,
    sector_by_body,
    sector_of_modifier,
    sector_word,
)
from onrecord.reading.parties.draft import Draft, Gender, Need
from onrecord.reading.parties.kinds import Kinds
from onrecord.reading.parties.states import told_as_place
from onrecord.records import PartyKind

__all__ = ["find_persons", "name_runs"]

_NAME_TAGS = frozenset({"NNP", "NNPS"})
_SUFFIXES = frozenset({"jr.", "jr", "sr.", "sr", "ii", "iii"})
_LONGEST_RANK = 4  # letters of an abbreviated one ("Capt")
_APPOSITION_REACH = 14  # tokens after a name's comma in which its office must end


def find_persons(columns: Columns, index: HitIndex, kinds: Kinds) -> tuple[Draft, ...]:
    """Return the named persons of an article, in order; states and bodies known by name are none of them.

    Args:
        columns: The article.
        index: Known names.
        kinds: What the article tells of its names.
    """
    runs = [run for run in name_runs(columns, index) if columns.told(*run) not in kinds.bodies]
    votes = _votes(columns, runs)
    for name in kinds.persons:
        votes[name]["TOLD"] += 1
    surnames = _surnames(columns, runs, votes) | kinds.persons
    drafts: list[Draft] = []
    for start, end in runs:
        draft = _person(columns, index, start, end, votes, surnames)
        if draft is not None:
            drafts.append(draft)
    return tuple(drafts)


def name_runs(columns: Columns, index: HitIndex) -> list[tuple[int, int]]:
    """Return stretches of tokens written like names, without offices, titles and known names."""
    runs: list[tuple[int, int]] = []
    i = 0
    while i < len(columns):
        if not _like_name(columns, index, i):
            i += 1
            continue
        start = i
        if i >= 2 and columns.words[i - 1] == "-" and columns.lower[i - 2] in word_classes().name_particles:
            start = i - 2
        while i < len(columns) and (
            _like_name(columns, index, i) or (i > start and _joins(columns, index, i))
        ):
            i += 1
        if i < len(columns) and i > start and columns.lower[i] in _SUFFIXES:
            i += 1
        runs.append((start, i))
    return runs


def _like_name(columns: Columns, index: HitIndex, i: int) -> bool:
    word = columns.words[i]
    if columns.closed[i] or not word[:1].isalpha():
        return False
    if not (
        word[0].isupper()
        or (columns.labels[i] == "PERSON" and columns.lower[i] in word_classes().name_particles)
    ):
        return False
    if columns.labels[i] != "PERSON" and columns.tags[i] not in _NAME_TAGS:
        return False
    if columns.lower[i] in word_classes().never_in_persons and columns.labels[i] != "PERSON":
        return False
    if columns.lower[i] in word_classes().never_names:
        return False
    if columns.lower[i] in word_classes().storms or (i and columns.lower[i - 1] in word_classes().storms):
        return False
    starts = i == 0 or columns.sentences[i - 1] != columns.sentences[i] or columns.closed[i - 1]
    if starts and columns.tags[i] in ("IN", "VBG", "VBN"):
        return False  # "Via Skype", "Injecting Cole into the debate"
    hit = index.at(i)
    if hit is not None and hit.known.sector == "MED":
        return False  # the credit of a picture before a name
    if hit is not None:
        # "Chad Smith" is no state: the whole run is marked a person and goes on after the known name.
        inside = columns.labels[i] == "PERSON" and hit.end - hit.start == 1
        return inside and (_person_label(columns, i - 1) or _person_label(columns, i + 1))
    if columns.labels[i] == "PERSON" and roles().offices.get(columns.lower[i]) == "CVL":
        return True  # "Son" in a name
    if _is_surname_like_an_office(columns, i):
        return True
    return not _is_office_or_title(columns, i) and sector_word(roles().bodies, columns, i) is None


def _is_surname_like_an_office(columns: Columns, i: int) -> bool:
    """Tell whether a word for an office ends somebody's name: "the BBC's Jonathan [Head] says"."""
    if not _person_label(columns, i) or not _person_label(columns, i - 1) or columns.tags[i] != "NNP":
        return False
    given = gender_of_name(columns.lower[i - 1]) is not None
    ends = i + 1 == len(columns) or not columns.words[i + 1][:1].isupper()
    return given and ends and columns.lower[i] in roles().offices


def _person_label(columns: Columns, i: int) -> bool:
    return 0 <= i < len(columns) and columns.labels[i] == "PERSON" and columns.words[i][:1].isupper()


def _joins(columns: Columns, index: HitIndex, i: int) -> bool:
    """Tell whether a hyphen or particle stands inside a name ("Tae-yul", "bin Salman")."""
    if i + 1 >= len(columns):
        return False
    if columns.words[i] == "-":
        return columns.joins_tightly(i) and (
            columns.words[i + 1][:1].isupper() or columns.labels[i + 1] == "PERSON"
        )
    if columns.words[i - 1] == "-":
        return columns.labels[i] == "PERSON" or columns.words[i][:1].isupper()
    if columns.words[i].endswith("."):
        return len(columns.words[i]) == 2 and _like_name(columns, index, i + 1)
    return columns.lower[i] in word_classes().name_particles and (
        _like_name(columns, index, i + 1) or columns.words[i + 1] == "-"
    )


def _is_office_or_title(columns: Columns, i: int) -> bool:
    word = columns.lower[i]
    table = roles()
    if _is_surname_like_office(columns, i):
        return False
    return (
        word in table.titles
        or word in table.offices
        or columns.lemmas[i] in table.offices
        or word in word_classes().office_qualifiers
        or (word == "-" and i > 0 and columns.lower[i - 1] in ("vice", "secretary"))
    )


def _is_surname_like_office(columns: Columns, i: int) -> bool:
    """Tell whether a word for an office is a surname here: "Dr [King]", "Ann [King]"."""
    if columns.lower[i] not in word_classes().office_surnames or i == 0 or not columns.words[i][:1].isupper():
        return False
    before = columns.lower[i - 1]
    given = columns.labels[i - 1] == columns.labels[i] == "PERSON" and gender_of_name(before) is not None
    given = given and before not in roles().offices and columns.words[i - 1][:1].isupper()
    follows = columns.tags[i + 1 : i + 2] == ["NNP"]
    return (given or before in word_classes().courtesy) and not follows


def _votes(columns: Columns, runs: list[tuple[int, int]]) -> dict[str, Counter[str]]:
    """Count the labels the parser gives each written name: one wrong label is outvoted."""
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for start, end in runs:
        labels = Counter(columns.labels[i] for i in range(start, end) if columns.words[i] != "-")
        votes[_written(columns, start, end)][labels.most_common(1)[0][0]] += 1
        if end - start == 1 and start and columns.lower[start - 1] in word_classes().courtesy:
            votes[columns.words[start]]["TITLED"] += 1
    return votes


def _written(columns: Columns, start: int, end: int) -> str:
    return columns.told(start, end)


def _surnames(
    columns: Columns, runs: list[tuple[int, int]], votes: dict[str, Counter[str]]
) -> frozenset[str]:
    """Return first and last words of the full names of persons."""
    words: set[str] = set()
    for start, end in runs:
        firm = columns.lower[end - 1] in word_classes().firm_names
        if end - start >= 2 and not firm and _is_full_name(columns, start, end, votes):
            last = end - 2 if columns.lower[end - 1] in _SUFFIXES else end - 1
            words.add(columns.words[last])
            words.add(columns.words[start])
            told = columns.told(start, last + 1).split()[-1]
            words.add(told[0].upper() + told[1:])
        elif end - start == 1 and _is_kin(columns, start):
            words.add(columns.words[start])
    return frozenset(words)


def _is_kin(columns: Columns, i: int) -> bool:
    """Tell whether a single name is that of somebody's relative: "her father [Bo] said"."""
    if i < 2 or columns.lower[i - 1] not in word_classes().kin or columns.closed[i - 1]:
        return False
    return columns.tags[i - 2] in ("PRP$", "POS") and (columns.heads[i - 1] == i or columns.heads[i] == i - 1)


def _is_full_name(columns: Columns, start: int, end: int, votes: dict[str, Counter[str]]) -> bool:
    if start > 0 and _is_office_or_title(columns, start - 1) and not columns.closed[start - 1]:
        return True
    if "TITLED" in votes.get(columns.words[end - 1], ()):
        return True
    if "TOLD" in votes[_written(columns, start, end)]:
        return True
    label = votes[_written(columns, start, end)].most_common(1)[0][0]
    if label in ("ORG", "") and _is_told_as_person(columns, start, end):
        return True
    if (
        label in _OF_THINGS
        and _has_given_name(columns, start, end)
        and is_speaker(columns, outer_head(columns, start, end))
    ):
        return True
    return label == "PERSON" or (label not in _NEVER_PERSONS and _speaks(columns, start, end, label))


def _is_told_as_person(columns: Columns, start: int, end: int) -> bool:
    """Tell whether a given name and a surname, which the parser takes for a body, are told to be a person's.

    "Ann Cole, a nurse, …", "the paper's Bo Lind says …", "the agency's deputy head, Keiji Mori".
    """
    written = [i for i in range(start, end) if columns.words[i] != "-"]
    if not 2 <= len(written) <= _LONGEST_TOLD or columns.words[end - 1].isupper():
        return False
    if columns.lower[end - 1] in word_classes().media_names:
        return False
    if _explains_office(columns, start, end) or _is_called_human(columns, end):
        return True
    if gender_of_name(columns.lower[start]) is None:
        return False
    if _goes_by_surname(columns, written[-2:]) or _heads_something(columns, end):
        return True
    if columns.words[end : end + 1] == [","] and columns.lower[end + 1 : end + 2] in (["a"], ["an"]):
        after = columns.lower[end + 2 : end + 7]
        return any(word in roles().offices or word in roles().unnamed for word in after)
    owned = start > 1 and columns.tags[start - 1] == "POS"
    return owned and is_speaker(columns, outer_head(columns, start, end))


def _goes_by_surname(columns: Columns, written: list[int]) -> bool:
    """Tell whether the last word of a name speaks by itself somewhere: "Irina Kole …, [Kole] said"."""
    before, last = (columns.words[i] for i in written)
    return any(
        word == last and columns.words[max(0, i - 1)] not in (before, "-") and is_speaker(columns, i)
        for i, word in enumerate(columns.words)
    )


def _heads_something(columns: Columns, end: int) -> bool:
    """Tell whether an office only somebody holds follows a name: "Irina Kole, [head of] the agency"."""
    after = columns.lower[end : end + 3]
    office = after[:1] == [","] and after[2:] == ["of"]
    return office and roles().offices.get(after[1]) in _NOT_BODIES


def _is_called_human(columns: Columns, end: int) -> bool:
    """Tell whether what follows a name says that it is a human's: "Sho-Ran Lind, a Norlandic [woman] …"."""
    if columns.words[end : end + 1] != [","] or columns.lower[end + 1 : end + 2] not in (["a"], ["an"]):
        return False
    noun = next(
        (i for i in range(end + 2, min(end + 7, len(columns))) if columns.tags[i] in ("NN", "IN", ",")), end
    )
    return columns.lower[noun] in word_classes().humans


_LONGEST_TOLD = 3
"""Words of a name, hyphens left out, that the parser takes for a body and the words around for a person."""

_NOT_BODIES = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "IGO", "EDU", "REL"})
"""Sectors of offices that a body has not: "the owner, Cole Motors"."""


def _explains_office(columns: Columns, start: int, end: int) -> bool:
    """Tell whether a name says who holds an office told just before it: "its deputy head, [Keiji Mori]"."""
    head = outer_head(columns, start, end)
    office = columns.heads[head]
    if columns.deps[head] != "appos" or office >= start or columns.words[start - 1] != ",":
        return False
    given = gender_of_name(columns.lower[start]) is not None and columns.lower[office] != "owner"
    sectors = (*_NOT_BODIES, "BUS") if given else _NOT_BODIES
    return columns.tags[office] == "NN" and roles().offices.get(columns.lower[office]) in sectors


_OF_THINGS = frozenset({"WORK_OF_ART", "FAC", "PRODUCT"})
"""Labels the parser gives names of persons that stand beside a quotation."""


def _has_given_name(columns: Columns, start: int, end: int) -> bool:
    """Tell whether a name of two or three words begins with a given name and ends with no paper's."""
    written = [i for i in range(start, end) if columns.words[i] != "-"]
    named = gender_of_name(columns.lower[start]) is not None and not columns.words[end - 1].isupper()
    return (
        named
        and 2 <= len(written) <= _LONGEST_TOLD
        and columns.lower[end - 1] not in word_classes().media_names
    )


_NEVER_PERSONS = frozenset({"ORG", "GPE", "LOC", "DATE", "EVENT", "LAW", "MONEY", "TIME", "LANGUAGE"})


def _speaks(columns: Columns, start: int, end: int, label: str) -> bool:
    """Tell whether two to four names without a label of their own speak, as only somebody can.

    Labelled something else ("FAC"), they must be told to be a person too: ", who …", ", spokesman …".
    """
    if not 2 <= end - start <= 4 or any(columns.tags[i] != "NNP" for i in range(start, end)):
        return False
    if columns.lower[end - 1] in word_classes().media_names or columns.words[end - 1].isupper():
        return False
    if not is_speaker(columns, outer_head(columns, start, end)):
        return False
    after = columns.lower[end + 1 : end + 6] if columns.words[end : end + 1] == [","] else []
    told = after[:1] == ["who"] or any(word in roles().offices for word in after)
    return told or label in ("", "PERSON")


def _is_surname(columns: Columns, start: int, end: int, surnames: frozenset[str]) -> bool:
    """Tell whether several words are a surname with its particle or hyphen ("de Vries", "Lind-Cole")."""
    particles = word_classes().name_particles
    before = columns.lower[start : end - 1]
    if _written(columns, start, end) in surnames:
        return True
    return columns.words[end - 1] in surnames and all(w in particles or w == "-" for w in before)


def _person(
    columns: Columns,
    index: HitIndex,
    start: int,
    end: int,
    votes: dict[str, Counter[str]],
    surnames: frozenset[str],
) -> Draft | None:
    before_name = start - 2 if _cut_off_rank(columns, start) else start - 1
    of_office = _office_of(columns, index, start, end)
    before_name = before_name if of_office is None else of_office
    titled = start > 0 and not columns.closed[start - 1] and _is_office_or_title(columns, before_name)
    titled = titled and columns.tags[before_name] in ("NN", "NNP", "JJ", "VBG")
    titled = titled and _ends_title(columns, before_name)
    name = _written(columns, start, end)
    if titled and columns.lower[before_name] in ("former", "late") and set(votes[name]) == {"GPE"}:
        return None  # "former Pennsylvania governor"
    alone = sum(columns.words[i] != "-" for i in range(start, end)) == 1 and end - start == 1
    if not titled:
        if alone:
            if name not in surnames and not _is_lone_person(columns, start, votes[name]):
                return None
        elif not _is_full_name(columns, start, end, votes) and not _is_surname(columns, start, end, surnames):
            return None
    if sector_word(roles().state, columns, end - 1, start) is not None:
        return None  # "a retired [Air Force] general"
    if not titled and told_as_place(columns, columns.words[start:end]):
        return None
    if start > 0 and columns.words[start - 1] == "/":
        return None  # the credit of a picture
    if end - start > 1 and columns.lower[end - 1] in word_classes().firm_names:
        return None  # "Harbour [Coal]"
    if end - start > 1 and len(set(columns.words[start:end])) == 1:
        return None  # a name printed twice, as after a caption
    if len(name) < 2 or (columns.lower[start] in word_classes().office_qualifiers and alone):
        return None
    prefix = left_edge(columns, before_name, index, reach=end - 1) if titled else start
    if not titled:
        prefix = _possessor(columns, index, start)
    office = describe(columns, index, prefix, before_name) if titled else None
    if office is not None and of_office is not None:
        office = replace(office, role=columns.told(office.core, start))
    ends = start if of_office is None else of_office + 1
    ranked = titled and _is_rank(columns, before_name) and office is not None and not office.countries
    bare = prefix if ranked else start
    before = None if titled > ranked or prefix < bare else _office_before(columns, index, bare, end)
    if before is not None:
        prefix, office, ends = before
    if office is None and prefix < start:
        hits = index.within(prefix, start)
        told = tuple(hit.known.country for hit in hits if hit.known.country)
        last = hits[-1]
        office = Description(start, "", told, last.known.id, (last.start, last.end), True, start)
    after = (
        _apposition(columns, index, end)
        if office is None or not office.role or not office.countries
        else None
    )
    head = outer_head(columns, prefix, end)
    return _draft(columns, prefix, start, end, head, name, office, after, ends)


def _is_rank(columns: Columns, i: int) -> bool:
    """Tell whether a title before a name leaves open what its bearer does: "[Admiral] Lind"."""
    word = columns.lower[i]
    of_a_church = word in ("father", "brother", "sister") and columns.words[i][:1].isupper()
    return of_a_church or word in roles().titles or roles().offices.get(word) in ("MIL", "REL")


def _office_before(
    columns: Columns, index: HitIndex, start: int, end: int
) -> tuple[int, Description, int] | None:
    """Return (first token, description, end of the title) of "Israel's defense minister," before a name."""
    governor = columns.heads[outer_head(columns, start, end)]
    apposed = columns.deps[outer_head(columns, start, end)] == "appos" and governor < start - 1
    governor = _head_of_body(columns, index, governor) if apposed else governor
    at = governor if apposed and start - governor < _APPOSITION_REACH else start - 2
    if at < 0 or columns.words[start - 1] != "," or columns.closed[at] or end >= len(columns):
        return None
    if columns.words[end] not in (",", ".") or columns.tags[at] not in ("NN", "NNP"):
        return None
    office = sector_word(roles().offices, columns, at)
    first = left_edge(columns, at if office is None else office[0], index, reach=at)
    if office is not None:
        held = describe(columns, index, first, at)
        return first, replace(held, role=held.role.removeprefix("one ")), at + 1
    told = describe(columns, index, first, at)  # "a beach committee member, Ann Cole,": no office of a state
    somebody = apposed and is_speaker(columns, at) and columns.lower[first] in ("a", "an")
    return (first, replace(told, role=""), start) if somebody else None


def _head_of_body(columns: Columns, index: HitIndex, i: int) -> int:
    """Return the office at a body or place a name cannot explain: "the [head] of the Labour Party, Bo Lind".

    "Nortix's [representative] in Norway, Ann Cole".
    """
    of, hit = columns.heads[i], index.at(i)
    body = hit.known.kind is PartyKind.ORGANISATION if hit else sector_word(roles().bodies, columns, i)
    placed = columns.labels[i] in ("GPE", "LOC") and columns.lower[of] in ("in", "for", "to", "at")
    office = columns.heads[of]
    if placed and columns.heads[office] == of - 1 and columns.lower[office] == "of":
        office = columns.heads[office]
    of_it = (body and columns.lower[of] in ("of", "for", "at")) or placed
    if not of_it or columns.deps[of] != "prep" or columns.tags[office] not in ("NN", "NNP"):
        return i
    return office if sector_word(roles().offices, columns, office) is not None else i


def _is_somebody_told(columns: Columns, i: int) -> bool:
    """Tell whether a single name is told to be somebody's, who speaks.

    "[Jaafar], an activist from …, said", "one protester, [Yelena], told".
    """
    if columns.words[i + 1 : i + 2] != [","]:
        return False
    if columns.deps[i] == "appos" and columns.words[i - 1] == ",":
        return _is_human_speaker(columns, columns.heads[i], columns.heads[i])
    if columns.lower[i + 2 : i + 3] not in (["a"], ["an"], ["the"]):
        return False
    reach = range(i + 3, min(i + _APPOSITION_REACH, len(columns)))
    noun = next((j for j in reach if columns.heads[j] == i and columns.deps[j] == "appos"), i)
    return _is_human_speaker(columns, noun, i)


def _is_human_speaker(columns: Columns, noun: int, speaker: int) -> bool:
    """Tell whether a noun is a human's, and a token subject of a verb of speaking."""
    word = columns.lemmas[noun]
    human = word in word_classes().humans or word in roles().unnamed or word in roles().offices
    speaks = columns.lemmas[columns.heads[speaker]] in word_classes().speaking
    return human and speaks and columns.deps[speaker] == "nsubj" and columns.tags[noun] == "NN"


def _is_lone_person(columns: Columns, i: int, votes: Counter[str]) -> bool:
    """Tell whether a single name without a full one is a person's: called so each time, and speaking."""
    if columns.tags[i] != "NNP" or columns.words[i].isupper():
        return False
    if _is_somebody_told(columns, i):
        return True
    if votes["PERSON"] < sum(votes.values()):
        return False
    if i + 1 < len(columns) and columns.tags[i + 1] == "POS" and len(columns.words[i]) > 2:
        return True
    if i and columns.tags[i - 1] in ("DT", "PRP$"):
        return False
    first = i == 0 or columns.sentences[i - 1] != columns.sentences[i] or columns.closed[i - 1]
    return is_speaker(columns, i) or (votes["PERSON"] > 1 and not first)


def _possessor(columns: Columns, index: HitIndex, start: int) -> int:
    """Return where "Russia's" or "Iranian" before a bare name begins, or the name's own start."""
    at = start - 1
    if at >= 1 and columns.tags[at] == "POS":
        at -= 1
        hit = index.at(at)
        return hit.start if hit is not None and hit.end == at + 1 and columns.heads[at] >= start else start
    hit = index.at(at) if at >= 0 else None
    if hit is not None and hit.end == start and hit.known.source.value == "demonym":
        return hit.start
    return start


def _apposition(columns: Columns, index: HitIndex, end: int) -> tuple[Description, str | None] | None:
    """Return (description, sector) of ", Russia's foreign minister," after a name."""
    if end + 1 >= len(columns) or columns.words[end] != ",":
        return None
    for i in range(end + 1, min(end + _APPOSITION_REACH, len(columns))):
        if columns.closed[i] or _ends_phrase(columns.tags[i]):
            return None
        if columns.words[i] in (",", ".", ";", "—", "–"):
            return None
        office = sector_word(roles().offices, columns, i, end + 1)
        if office is not None and not columns.tags[min(i + 1, len(columns) - 1)].startswith(
            ("NN", "JJ", "POS")
        ):
            told = describe(columns, index, end + 1, i)
            return told, None if told.of is None and _is_of_a_name(columns, i + 1) else office[1]
    return None


def _is_of_a_name(columns: Columns, at: int) -> bool:
    """Tell whether an office goes on with a name nothing is known of: "president at [Cole Motors]"."""
    if columns.lower[at : at + 1] not in (["of"], ["at"], ["for"], ["with"]):
        return False
    at += 1 + (columns.lower[at + 1 : at + 2] == ["the"])
    return at < len(columns) and columns.tags[at].startswith("NNP") and columns.words[at][:1].isupper()


def _speaks_for_rebels(columns: Columns, start: int, end: int) -> bool:
    """Tell whether what stands beside a name tells that it is the rebels'.

    "Col. A. B., a rebel spokesman,", "the opposition's military chief, Gen. A. B.,".
    """
    after = before = 0, 0
    if columns.words[end : end + 1] == [","]:
        stop = next((i for i in range(end + 1, len(columns)) if columns.words[i] in (",", ".", ";")), end)
        after = end + 1, min(stop, end + _APPOSITION_REACH)
    if start and columns.words[start - 1] == ",":
        first = start - 1
        while first and start - first < _APPOSITION_REACH and not _ends_phrase(columns.tags[first - 1]):
            first -= 1
            of_others = columns.lower[first - 1] in ("for", "of")
            if columns.lower[first] in ("a", "an", "the") and not of_others:
                before = first, start - 1
                break
    return any(_is_rebels(columns, *told) for told in (after, before))


def _is_rebels(columns: Columns, start: int, end: int) -> bool:
    """Tell whether the tokens [start, end) tell an office the rebels give."""
    told = columns.lower[start:end]
    if not told or told[0] not in ("a", "an", "the"):
        return False
    office = any(roles().offices.get(word) in ("GOV", "MIL", "REB") for word in told)
    return office and (
        _is_for_rebels(columns, start, end)
        or "rebel" in told
        or ("military" in told and "opposition" in told)
    )


def _is_for_rebels(columns: Columns, start: int, end: int) -> bool:
    """Tell whether an office is for those who fight: "a spokesman for the Houthi [rebels]"."""
    plural = (i for i in range(start, end) if roles().unnamed.get(columns.lemmas[i]) == "REB")
    return any(columns.lower[columns.heads[i]] in ("for", "of") and columns.heads[i] >= start for i in plural)


def _cut_off_rank(columns: Columns, start: int) -> bool:
    """Tell whether a rank stands before a name with its full stop as a token of its own ("Brig" ".")."""
    if start < 2 or columns.words[start - 1] != ".":
        return False
    short = len(columns.words[start - 2]) <= _LONGEST_RANK and columns.words[start - 2][:1].isupper()
    return short and columns.lower[start - 2] in roles().offices


def _office_of(columns: Columns, index: HitIndex, start: int, end: int) -> int | None:
    """Return the office whose "of …" or "to …" leads up to a name: "Minister of the Interior [Bo Lind]"."""
    low = max(0, start - _LONGEST_OFFICE)
    for i in range(start - 2, low, -1):
        hit = index.at(i)
        if columns.closed[i] or columns.sentences[i] != columns.sentences[start]:
            return None
        if columns.lower[i] in ("of", "for", "to") and columns.heads[i] == i - 1:
            office = sector_word(roles().offices, columns, i - 1)
            hangs = start <= columns.heads[i - 1] < end and columns.deps[i - 1] in _BEFORE_NAMES
            return i - 1 if office is not None and office[1] in _NOT_BODIES and hangs else None
        inside = hit is not None or columns.words[i][:1].isupper() or columns.lower[i] in ("the", "and")
        if not inside:
            return None
    return None


_LONGEST_OFFICE = 7
"""Tokens before a name among which its office is sought: "Minister of Justice and Home Affairs"."""

_BEFORE_NAMES = frozenset({"compound", "nmod"})


def _ends_title(columns: Columns, i: int) -> bool:
    """Tell whether a word can be the last of a title ("Minister", but not "Transport")."""
    word = columns.lower[i]
    return word in roles().titles or sector_word(roles().offices, columns, i) is not None


def _ends_phrase(tag: str) -> bool:
    return tag.startswith(("VB", "W", "MD", "PRP", "CC")) and tag not in ("PRP$", "VBN")


def _draft(
    columns: Columns,
    prefix: int,
    start: int,
    end: int,
    head: int,
    name: str,
    office: Description | None,
    after: tuple[Description, str | None] | None,
    title_end: int,
) -> Draft:
    role = country = of = sector = None
    if office is not None:
        role = None if _is_title(office.role) else office.role
        country = office.countries[0] if office.countries else None
        of = office.of
        sector = _sector(columns, prefix, title_end) if role else None
    if after is not None:
        told, after_sector = after
        role = role or told.role
        country = country or (told.countries[0] if told.countries else None)
        of = of or told.of
        sector = sector or after_sector
    if role is None and of is not None and sector_of_body().get(of) in ("MED", "IGO"):
        sector = sector_of_body()[of]  # "CNN's Ann Cole"
    anywhere = bool(role) and str(role).split()[-1].lower() in word_classes().anywhere
    sector = (
        "REB"
        if _speaks_for_rebels(columns, start if columns.words[start - 1] == "," else prefix, end)
        or _is_rebels(columns, prefix, title_end)
        else sector_by_body(sector, of, country, anywhere)
    )
    return Draft(
        start=prefix,
        end=end,
        head=head,
        form=MentionForm.NAME,
        need=Need.PERSON,
        name=name,
        kind=PartyKind.PERSON,
        country=country,
        sector=sector,
        role=role,
        of=of,
        gender=_gender(columns, prefix, start, end),
        bare=role is None and end - start == 1,
    )


def _is_title(role: str) -> bool:
    """Tell whether what stands before a name is no office: "Sir", nothing."""
    return all(word in roles().titles for word in role.lower().split())


def _gender(columns: Columns, prefix: int, start: int, end: int) -> Gender | None:
    """Return what the title tells, else the given name of a name in full."""
    classes, titles = word_classes(), set(columns.lower[prefix:start])
    given = columns.lower[start] if end - start > 1 else ""
    if titles & classes.male or titles & classes.female:
        return Gender.MALE if titles & classes.male else Gender.FEMALE
    told = gender_of_name(given)
    return None if told is None else Gender(told)


def _sector(columns: Columns, prefix: int, start: int) -> str | None:
    """Return the sector the title gives, "military spokesman" by the force and not by the office."""
    last = start - 2 if columns.words[start - 1] in (",", ".") else start - 1
    while last > prefix and columns.lower[last] in roles().titles:
        last -= 1  # "Foreign Minister [Sheikh] …"
    office = sector_word(roles().offices, columns, last, prefix)
    if office is None:
        return None
    higher = _office_before_rank(columns, prefix, office[0]) if office[1] in ("MIL", "REL") else None
    first, sector = office
    if higher is not None:
        spoken_for = (
            columns.lower[higher[0]] in word_classes().mouthpieces or columns.lower[higher[0]] == "secretary"
        )
        first, sector = higher[1][0], sector if spoken_for else higher[1][1]
    if _leads_team(columns, prefix, last):
        return "CVL"
    if columns.lower[last] in STUDENTS:
        return sector  # "hacker analyst"
    for j in range(first - 1, prefix - 1, -1):
        found = sector_of_modifier(columns, j, columns.lemmas[j])
        if found is not None and columns.tags[j].startswith(("NN", "JJ")):
            return "REB" if found == "MIL" and of_rebels(columns, prefix, j) else found
    return sector


def _office_before_rank(columns: Columns, prefix: int, rank: int) -> tuple[int, tuple[int, str]] | None:
    """Return the office before a rank and where it ends: "[Supreme Leader] Ayatollah", "[spokesman] Lt."."""
    last = rank - 1
    while last > prefix and (columns.words[last] in (",", ".") or columns.lower[last] in _LESSER):
        last -= 1
    if last < prefix or columns.closed[last]:
        return None
    office = sector_word(roles().offices, columns, last, prefix)
    return None if office is None else (last, office)


_LESSER = frozenset(
    {"rear", "vice", "major", "lieutenant", "brigadier", "grand", "lt", "lt.", "maj", "maj.", "brig", "brig."}
)
"""Words before a rank that are part of it."""


def _leads_team(columns: Columns, prefix: int, i: int) -> bool:
    """Tell whether a captain is of a team: "team [captain]", "[Norland] captain", but no "Norlandic" one."""
    if columns.lower[i] != "captain" or i <= prefix:
        return False
    return columns.lower[i - 1] in word_classes().teams or country_of_name(columns.words[i - 1]) is not None
