"""Which names are somebody's: told by their labels throughout, their form and the words around them."""

from collections import Counter, defaultdict

from onrecord.codebook.given_names import gender_of_name
from onrecord.codebook.roles import roles
from onrecord.codebook.wordclasses import word_classes
from onrecord.reading.english import is_listed
from onrecord.reading.parties.cast import long_surnames
from onrecord.reading.parties.columns import Columns
from onrecord.reading.parties.describe import is_speaker, outer_head
from onrecord.reading.parties.name_runs import SUFFIXES, is_of_mood, is_office_or_title

__all__ = [
    "APPOSITION_REACH",
    "NOT_BODIES",
    "is_full_name",
    "is_lone_person",
    "is_surname",
    "label_votes",
    "surnames_of",
]

APPOSITION_REACH = 14
"""Tokens after a name's comma in which its office must end."""


def label_votes(columns: Columns, runs: list[tuple[int, int]]) -> dict[str, Counter[str]]:
    """Count the labels the parser gives each written name: one wrong label is outvoted."""
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for start, end in runs:
        labels = Counter(columns.labels[i] for i in range(start, end) if columns.words[i] != "-")
        votes[columns.told(start, end)][labels.most_common(1)[0][0]] += 1
        if end - start == 1 and start and columns.lower[start - 1] in word_classes().courtesy:
            votes[columns.words[start]]["TITLED"] += 1
    return votes


def surnames_of(
    columns: Columns, runs: list[tuple[int, int]], votes: dict[str, Counter[str]]
) -> frozenset[str]:
    """Return first and last words of the full names of persons, and surnames of more words."""
    words: set[str] = set()
    for start, end in runs:
        firm = columns.lower[end - 1] in word_classes().firm_names
        if end - start >= 2 and not firm and is_full_name(columns, start, end, votes):
            last = end - 2 if columns.lower[end - 1] in SUFFIXES else end - 1
            words.add(columns.words[last])
            words.add(columns.words[start])
            told = columns.told(start, last + 1).split()[-1]
            words.add(told[0].upper() + told[1:])
            words.update(long_surnames(columns.told(start, last + 1)))
        elif end - start == 1 and _is_kin(columns, start):
            words.add(columns.words[start])
    return frozenset(words)


def _is_kin(columns: Columns, i: int) -> bool:
    """Tell whether a single name is that of somebody's relative: "her father [Bo] said"."""
    if i < 2 or columns.lower[i - 1] not in word_classes().kin or columns.closed[i - 1]:
        return False
    return columns.tags[i - 2] in ("PRP$", "POS") and (columns.heads[i - 1] == i or columns.heads[i] == i - 1)


def is_full_name(columns: Columns, start: int, end: int, votes: dict[str, Counter[str]]) -> bool:
    """Tell whether a name is somebody's without another that tells so: titled, labelled or told as one."""
    if start > 0 and is_office_or_title(columns, start - 1) and not columns.closed[start - 1]:
        return True
    if "TITLED" in votes.get(columns.words[end - 1], ()):
        return True
    if "TOLD" in votes[columns.told(start, end)]:
        return True
    label = votes[columns.told(start, end)].most_common(1)[0][0]
    if label in ("ORG", "") and _is_told_as_person(columns, start, end):
        return True
    speaks = is_speaker(columns, outer_head(columns, start, end))
    if speaks and label in (*_OF_THINGS, "ORG") and _has_given_name(columns, start, end):
        # A body called so is told to be one somewhere, or is a word besides: "Dana Gas".
        return label != "ORG" or not is_listed(columns.lower[end - 1])
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
    if (
        _explains_office(columns, start, end)
        or _is_called_human(columns, end)
        or _heads_something(columns, end)
    ):
        return True
    if gender_of_name(columns.lower[start]) is None:
        return False
    if _goes_by_surname(columns, written[-2:]):
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
    """Tell whether an office only somebody holds follows a name.

    "Irina Kole, [head of] the agency", "Irina Kole, the foreign [minister of] Norland".
    """
    if columns.words[end : end + 1] != [","]:
        return False
    start = end + 2 if columns.lower[end + 1 : end + 2] == ["the"] else end + 1
    qualifiers = word_classes().office_qualifiers
    office = next((i for i in range(start, len(columns)) if columns.lower[i] not in qualifiers), start)
    told = columns.lower[office : office + 2]
    return told[1:] == ["of"] and roles().offices.get(told[0]) in NOT_BODIES


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

NOT_BODIES = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "IGO", "EDU", "REL"})
"""Sectors of offices that a body has not: "the owner, Cole Motors"."""


def _explains_office(columns: Columns, start: int, end: int) -> bool:
    """Tell whether a name says who holds an office told just before it: "its deputy head, [Keiji Mori]"."""
    head = outer_head(columns, start, end)
    office = columns.heads[head]
    if columns.deps[head] != "appos" or office >= start or columns.words[start - 1] != ",":
        return False
    if columns.lower[office] in word_classes().male | word_classes().female:
        return columns.tags[office] == "NN"  # "its chairwoman, [Keiji Mori]"
    given = gender_of_name(columns.lower[start]) is not None and columns.lower[office] != "owner"
    sectors = (*NOT_BODIES, "BUS") if given else NOT_BODIES
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


def is_surname(columns: Columns, start: int, end: int, surnames: frozenset[str]) -> bool:
    """Tell whether several words are a surname with its particle or hyphen ("de Vries", "Lind-Cole")."""
    particles = word_classes().name_particles
    before = columns.lower[start : end - 1]
    if columns.told(start, end) in surnames:
        return True
    return columns.words[end - 1] in surnames and all(w in particles or w == "-" for w in before)


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
    reach = range(i + 3, min(i + APPOSITION_REACH, len(columns)))
    noun = next((j for j in reach if columns.heads[j] == i and columns.deps[j] == "appos"), i)
    return _is_human_speaker(columns, noun, i)


def _is_human_speaker(columns: Columns, noun: int, speaker: int) -> bool:
    """Tell whether a noun is a human's, and a token subject of a verb of speaking."""
    word = columns.lemmas[noun]
    human = word in word_classes().humans or word in roles().unnamed or word in roles().offices
    speaks = columns.lemmas[columns.heads[speaker]] in word_classes().speaking
    return human and speaks and columns.deps[speaker] == "nsubj" and columns.tags[noun] == "NN"


def is_lone_person(columns: Columns, i: int, votes: Counter[str]) -> bool:
    """Tell whether a single name without a full one is a person's: called so each time, and speaking.

    A courtesy title before it somewhere ("Mr. Cole") is no label, and takes nothing from those it has.
    """
    if columns.tags[i] != "NNP" or columns.words[i].isupper():
        return False
    if _is_somebody_told(columns, i) or (is_of_mood(columns, i - 1) and is_speaker(columns, i)):
        return True
    if votes["PERSON"] < votes.total() - votes["TITLED"]:
        return False
    if i + 1 < len(columns) and columns.tags[i + 1] == "POS" and len(columns.words[i]) > 2:
        return True
    if i and columns.tags[i - 1] in ("DT", "PRP$"):
        return False
    first = i == 0 or columns.sentences[i - 1] != columns.sentences[i] or columns.closed[i - 1]
    return is_speaker(columns, i) or (votes["PERSON"] > 1 and not first)
