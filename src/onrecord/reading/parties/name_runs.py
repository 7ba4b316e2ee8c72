"""Stretches of words written like names, and which words before them are offices and titles."""

from onrecord.codebook.given_names import gender_of_name
from onrecord.codebook.roles import roles
from onrecord.codebook.wordclasses import word_classes
from onrecord.reading.english import is_adjective, is_inflected_verb, is_noun
from onrecord.reading.parties.columns import Columns
from onrecord.reading.parties.describe import sector_word
from onrecord.reading.parties.lexicon import HitIndex, Source
from onrecord.reading.parties.run_cuts import cut_runs

__all__ = ["SUFFIXES", "is_of_mood", "is_office_or_title", "name_runs"]

_NAME_TAGS = frozenset({"NNP", "NNPS"})

SUFFIXES = frozenset({"jr.", "jr", "sr.", "sr", "ii", "iii"})
"""Words after a name that are part of it."""


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
            _like_name(columns, index, i)
            or (i > start and (_joins(columns, index, i) or _ends_given_name(columns, start, i)))
        ):
            i += 1
        if i < len(columns) and i > start and columns.lower[i] in SUFFIXES:
            i += 1
        runs.append((start, i))
    return cut_runs(columns, index, runs)


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
    if starts and columns.tags[i] in ("IN", "VBG", "VBN", "MD"):
        return False  # "Via Skype", "Injecting Cole into the debate", "Will Cole go?"
    if (starts and columns.lower[i] in word_classes().supposing) or is_of_mood(columns, i):
        return False
    hit = index.at(i)
    if hit is not None and hit.known.sector == "MED":
        return False  # the credit of a picture before a name
    if hit is not None:
        # "Chad Smith" is no state: the whole run is marked a person and goes on after the known name.
        inside = columns.labels[i] == "PERSON" and hit.end - hit.start == 1
        if hit.known.source is Source.DEMONYM and _is_of_a_people(columns, i):
            return False
        return inside and (_person_label(columns, i - 1) or _person_label(columns, i + 1))
    if _is_calling_before_name(columns, i):
        return False
    if columns.labels[i] == "PERSON" and roles().offices.get(columns.lower[i]) in ("CVL", "HLH"):
        return True  # "Son" in a name
    if _ends_name_as_office(columns, i):
        return True
    return not is_office_or_title(columns, i) and sector_word(roles().bodies, columns, i) is None


def _is_of_a_people(columns: Columns, i: int) -> bool:
    """Tell whether a word only says of which people somebody named in full is: "[Briton] Ann Cole"."""
    after = columns.words[i + 1 : i + 3]
    full = len(after) > 1 and all(word[:1].isupper() for word in after)
    return full and gender_of_name(after[0].lower()) is not None


def _is_calling_before_name(columns: Columns, i: int) -> bool:
    """Tell whether a word that opens a sentence only says what somebody named in full is.

    "[Nurse] Ann Cole", "[Biologist] Ann Cole"; but not "Hunter Cole".
    """
    word, after = columns.lower[i], columns.words[i + 1 : i + 3]
    opens = i == 0 or columns.sentences[i - 1] != columns.sentences[i] or columns.closed[i - 1]
    full = len(after) > 1 and all(part[:1].isupper() for part in after)
    if not opens or not full or gender_of_name(after[0].lower()) is None:
        return False
    table, classes = roles(), word_classes()
    if word in table.offices or word in table.unnamed or word in classes.humans | classes.callings:
        return True  # some parents call a child "Lawyer"
    listed = word in classes.before_names or (word.endswith(_OF_CALLINGS) and is_noun(word))
    return listed and gender_of_name(word) is None


_OF_CALLINGS = ("ist", "man", "woman", "wife", "mate", "keeper", "worker", "maker", "player", "ician")


def is_of_mood(columns: Columns, i: int) -> bool:
    """Tell whether a word that opens a sentence only says how somebody feels: "[Heartbroken] Ann Cole"."""
    if i < 0 or (i and columns.sentences[i - 1] == columns.sentences[i] and not columns.closed[i - 1]):
        return False
    word, after = columns.lower[i], columns.words[i + 1 : i + 2]
    named = bool(after) and after[0].istitle() and gender_of_name(after[0].lower()) is not None
    listed = is_adjective(word) or (word.endswith("ed") and is_inflected_verb(word))
    return named and listed and gender_of_name(word) is None


def _ends_name_as_office(columns: Columns, i: int) -> bool:
    """Tell whether any word for an office ends somebody's name: "the BBC's Jonathan [Head] says".

    Only within a run that is a person's to the parser; offices that are often surnames need less
    (`_is_listed_surname`).
    """
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
        compound = columns.tags[i + 2 : i + 3] in (["NN"], ["NNS"])  # "Ann Cole-era rules"
        own = columns.labels[i + 1] == "PERSON" and not compound
        return columns.joins_tightly(i) and (columns.words[i + 1][:1].isupper() or own)
    if columns.words[i - 1] == "-":
        return columns.labels[i] == "PERSON" or columns.words[i][:1].isupper()
    if columns.words[i].endswith("."):
        return len(columns.words[i]) == 2 and _like_name(columns, index, i + 1)
    return columns.lower[i] in word_classes().name_particles and (
        _like_name(columns, index, i + 1) or columns.words[i + 1] == "-"
    )


def _ends_given_name(columns: Columns, start: int, i: int) -> bool:
    """Tell whether a hyphen or the small word behind it ends a given name behind a surname: "Han Mi[-ok]".

    The parser may take the small word for one of its own ("Han Ki-in"). Where a noun follows it is another
    compound: "Ann Cole[-era] rules".
    """
    hyphen = i if columns.words[i] == "-" else i - 1
    if hyphen - start < _SURNAME_AND_GIVEN or hyphen + 2 >= len(columns) or columns.words[hyphen] != "-":
        return False
    last = columns.words[hyphen + 1]
    small = last.isalpha() and last.islower() and len(last) <= _LONGEST_SYLLABLE
    return small and columns.joins_tightly(hyphen) and columns.tags[hyphen + 2] in _BEHIND_NAMES


_SURNAME_AND_GIVEN, _LONGEST_SYLLABLE = 2, 5
_BEHIND_NAMES = frozenset({"VBD", "VBZ", "MD", "POS", ",", ".", "CC", "WP", "IN", "TO", "-RRB-"})


def is_office_or_title(columns: Columns, i: int) -> bool:
    """Tell whether a word belongs to an office or title before a name, and not to the name."""
    word = columns.lower[i]
    table = roles()
    if _is_listed_surname(columns, i):
        return False
    return (
        word in table.titles
        or word in table.offices
        or columns.lemmas[i] in table.offices
        or word in word_classes().office_qualifiers
        or (word == "-" and i > 0 and columns.lower[i - 1] in ("vice", "secretary"))
    )


def _is_listed_surname(columns: Columns, i: int) -> bool:
    """Tell whether an office listed as a surname too is one here: "Dr [King]", "Ann [King]".

    Then it is no office for anybody who asks, also behind a courtesy title.
    """
    if columns.lower[i] not in word_classes().office_surnames or i == 0 or not columns.words[i][:1].isupper():
        return False
    before = columns.lower[i - 1]
    given = columns.labels[i - 1] == columns.labels[i] == "PERSON" and gender_of_name(before) is not None
    given = given and before not in roles().offices and columns.words[i - 1][:1].isupper()
    follows = columns.tags[i + 1 : i + 2] == ["NNP"]
    return (given or before in word_classes().courtesy) and not follows
