"""What sort of thing a name is, a person's or a body's, as the words around it tell in the whole article.

The parser labels a name anew in every sentence and slips on names it has never seen. What stands beside a
name tells more: an age, "who" and "he" tell a person, "which", "the maker of" and shares tell a body.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.codebook.given_names import gender_of_name
from onrecord.codebook.roles import roles
from onrecord.codebook.wordclasses import word_classes
from onrecord.reading.parties.columns import Columns
from onrecord.reading.parties.describe import is_speaker, outer_head, sector_word
from onrecord.reading.parties.ships import is_ship, names_thing

__all__ = ["Kinds", "told_kinds"]


@dataclass(frozen=True, slots=True)
class Kinds:
    """Names as written, by what the article tells them to be; those it tells nothing of are in neither."""

    persons: frozenset[str]
    bodies: dict[str, str | None]
    """With the sector the words around tell."""
    short_for: dict[str, str] = field(default_factory=dict)
    """Firms called by the first word of their names, by it: "[Lind] Marine … [Lind]"."""


def told_kinds(columns: Columns, runs: Iterable[tuple[int, int]]) -> Kinds:
    """Return what the words around its names tell of them in an article.

    Args:
        columns: The article.
        runs: Where names stand: tokens [start, end), without titles.
    """
    places: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for start, end in runs:
        places[columns.told(start, end)].append((start, end))
    human, thing = Counter[str](), Counter[str]()
    sectors: dict[str, str | None] = {}
    named = Counter(columns.sentences[start] for where in places.values() for start, _ in where)
    for name, where in places.items():
        human[name] = sum(_tells_person(columns, start, end) for start, end in where)
        told = [
            sort
            for start, end in where
            if (sort := _sort_told(columns, start, end, alone=named[columns.sentences[start]] == 1))
            is not None
        ]
        thing[name] = len(told)
        sectors[name] = next((sector for sort in told if (sector := _sector(sort)) is not None), None)
    surnames = _surnames(columns, places)
    bodies = {n: sectors[n] for n, times in thing.items() if times > human[n] and n not in surnames}
    persons = {n for n, times in human.items() if times > thing[n]}
    persons |= {n for n in places if _bears_surname(n, persons) and n not in bodies}
    short = _short_for(places, persons, surnames)
    return Kinds(frozenset(persons), {**{n: sectors[full] for n, full in short.items()}, **bodies}, short)


def _short_for(places: Iterable[str], persons: set[str], surnames: frozenset[str]) -> dict[str, str]:
    """Return names that begin the name of a firm told with its trade or as a firm's, and no person's."""
    firms = (name for name in places if name.split()[-1].lower() in word_classes().firm_names)
    begins = {name.split()[0]: name for name in firms if len(name.split()) > 1}
    for name in places:
        rest, _, ending = name.rpartition(" ")
        if rest and ending.lower().rstrip(".") in _INCORPORATED:
            begins[rest] = name  # "[Credora] Ltd."
    people = {word for name in persons for word in name.split()} | surnames
    return {
        name: begins[name]
        for name in places
        if name in begins and name not in people and gender_of_name(name.split()[0].lower()) is None
    }


def _surnames(columns: Columns, places: dict[str, list[tuple[int, int]]]) -> frozenset[str]:
    """Return first and last words of full names that are mostly labelled a person's."""
    found: set[str] = set()
    for name, where in places.items():
        first, *rest = name.split()
        labels = Counter(columns.labels[start] for start, _ in where)
        if rest and gender_of_name(first) is not None and labels.most_common(1)[0][0] == "PERSON":
            found.update((first, rest[-1]))
    return frozenset(found)


def _bears_surname(name: str, persons: set[str]) -> bool:
    """Tell whether a full name begins with a given name and ends with what is told to be somebody's name."""
    words = name.split()
    return len(words) in (2, 3) and words[-1] in persons and gender_of_name(words[0]) is not None


def _tells_person(columns: Columns, start: int, end: int) -> bool:
    """Tell whether the words around a name tell that it is a person's."""
    if end - start > _LONGEST or columns.words[end - 1].isupper() or columns.tags[end - 1] == "NNPS":
        return False
    if columns.lower[end - 1] in word_classes().media_names:
        return False
    if _is_aged(columns, start, end) or _is_who(columns, start, end):
        return True
    if _is_human_noun_behind(columns, end) or _explains_somebody(columns, start, end):
        return True
    if columns.labels[start] in _PLACES:
        return False
    return _is_mourned(columns, start, end) or _is_he_or_she(columns, start, end)


_LONGEST = 5
"""Tokens of a person's name."""

_PLACES = frozenset({"GPE", "LOC", "NORP"})
_YOUNGEST, _OLDEST = 5, 110


def _is_aged(columns: Columns, start: int, end: int) -> bool:
    """Tell whether an age stands behind a name: "[Sami Lind], 50, said"."""
    after = columns.words[end : end + 3]
    aged = len(after) == 3 and after[0] == "," and after[1].isdigit() and _YOUNGEST <= int(after[1]) < _OLDEST
    return aged and after[2] in (",", ".") and end - start <= _LONGEST


def _is_who(columns: Columns, start: int, end: int) -> bool:
    """Tell whether "who" behind a name is of it, and not as in "lawyer for the Club, who"."""
    if columns.lower[end : end + 2] != [",", "who"]:
        return False
    of_somebody = (
        columns.deps[outer_head(columns, start, end)] in ("pobj", "poss")
        and columns.labels[start] != "PERSON"
    )
    return not of_somebody and (start == 0 or columns.lower[start - 1] not in ("the", "&", "and"))


def _is_human_noun_behind(columns: Columns, end: int) -> bool:
    """Tell whether what only people are follows a name: ", a trader in the old town"."""
    noun = _noun_behind(columns, end, ("a", "an"))
    if noun is None and columns.words[end : end + 1] == [","] and columns.lower[end + 2 : end + 3] == ["of"]:
        noun = end + 1  # ", commander of the regiment"
    return noun is not None and _is_human(columns, noun)


def _is_human(columns: Columns, i: int) -> bool:
    """Tell whether a noun is what only people are."""
    lemma = columns.lemmas[i]
    only = roles().offices.get(lemma) in _HUMAN and lemma not in _BODIES_TOO
    return only or lemma in word_classes().humans


_HUMAN = frozenset({"MED", "CVL", "HLH", "COP", "LEG", "JUD", "EDU", "REL", "GOV", "MIL", "IGO"})
"""Sectors of offices that no firm is called by, as it is an owner, a founder or a publisher."""

_BODIES_TOO = frozenset(
    {
        "broadcaster", "publisher", "leader", "ruler", "king", "mediator", "negotiator", "coordinator",
        "administrator", "representative", "counterpart", "predecessor", "successor", "inspector", "victim",
        "player", "defendant", "witness", "engineer", "worker", "survivor", "author", "friend", "peacekeeper",
        "captain", "general", "chief",
    }
)  # fmt: skip
"""Words for people that are said of bodies too: "a leader in batteries", "a victim of the hackers"."""


def _noun_behind(columns: Columns, end: int, articles: tuple[str, ...]) -> int | None:
    """Return the head of a noun phrase with an article right behind a name and its comma."""
    if columns.words[end : end + 1] != [","] or columns.lower[end + 1 : end + 2] not in [
        [a] for a in articles
    ]:
        return None
    noun = None
    for i in range(end + 2, min(end + _REACH, len(columns))):
        if columns.tags[i].startswith("NN"):
            noun = i
        elif columns.tags[i] in ("POS", "HYPH"):
            noun = None  # "the party's spokesman", "a 30-year-old nurse"
        elif noun is not None or columns.tags[i] not in ("JJ", "JJS", "VBG", "VBN", "CD"):
            break
    return noun if noun is not None and columns.tags[noun] in ("NN", "NNP") else None


def _explains_somebody(columns: Columns, start: int, end: int) -> bool:
    """Tell whether a name between commas says who a man or an office holder is.

    "One young man, [Stanley], said", "a spokeswoman for the food programme, [Marta Cole], said".
    """
    if (
        start < _SHORTEST
        or columns.words[start - 1] != ","
        or columns.words[end : end + 1] not in ([","], ["."])
    ):
        return False
    given = end - start > 1 and gender_of_name(columns.lower[start]) is not None
    if columns.tags[start - 2] == "NN" and _is_human(columns, start - 2):
        return given or columns.labels[start] not in _PLACES
    noun = None
    for i in range(start - 2, max(-1, start - _PHRASE), -1):
        tag, same = columns.tags[i], columns.sentences[i] == columns.sentences[start]
        if not same or columns.closed[i] or tag in (",", "CC", "PRP") or tag.startswith(("VB", "MD", "W")):
            return False
        if columns.lower[i] in ("for", "of", "at") and tag == "IN":
            noun = i - 1
        if i == noun:
            office = sector_word(roles().offices, columns, i)
            firms_too = office is not None and office[1] == "BUS" and columns.labels[start] != "PERSON"
            return given and office is not None and not firms_too and columns.tags[i] == "NN"
    return False


_SHORTEST = 3
_PHRASE = 12
"""Tokens before a name among which the office it explains stands."""

_REACH = 8
"""Tokens behind a name among which the noun that tells what it is stands."""


def _is_mourned(columns: Columns, start: int, end: int) -> bool:
    """Tell whether a name is that of who died or has kin: "the death of [Lind]", "[Lind]'s widow"."""
    owned = columns.tags[end : end + 1] == ["POS"] and columns.lower[end + 1 : end + 2] != []
    if owned and columns.lower[end + 1] in word_classes().of_persons:
        return True
    of = start >= 2 and columns.lower[start - 1] == "of"
    return of and columns.lower[start - 2] in word_classes().of_persons


def _is_he_or_she(columns: Columns, start: int, end: int) -> bool:
    """Tell whether who speaks by a full name is "he" or "she": "[Tola Ade] said her husband …"."""
    if end - start < 2 or not is_speaker(columns, outer_head(columns, start, end)):
        return False
    verb = columns.heads[outer_head(columns, start, end)]
    if verb < end:
        return False
    named = gender_of_name(columns.lower[start]) is not None
    said = columns.lower[verb + 1 : verb + 4]
    if _HE.intersection(said[: 2 + (said[:1] == ["that"])]):
        return True
    sentence = columns.sentences[start]
    after = next((i for i in range(end, len(columns)) if columns.sentences[i] > sentence), None)
    return named and after is not None and columns.lower[after] in ("he", "she")


_HE = frozenset({"he", "she", "his", "her"})


def _sort_told(columns: Columns, start: int, end: int, *, alone: bool) -> str | None:
    """Return what the words around a name tell it to be: "airline", "" for some body, None for nothing.

    Args:
        columns: The article.
        start: First token of the name.
        end: One past its last.
        alone: Whether no other name stands in the sentence.
    """
    if (
        start
        and columns.tags[start - 1] == "NNP"
        and columns.sentences[start - 1] == columns.sentences[start]
    ):
        return None  # only the end of a name: "The Daily [Beacon]"
    if names_thing(columns, start, end):
        return None
    if _is_rebels_name(columns, start, end):
        return "rebel"
    noun = _noun_behind(columns, end, ("a", "an", "the"))
    if noun is not None and (sort := _sort(columns, noun)) is not None:
        return sort
    if start and columns.tags[start - 1] == "NN" and columns.sentences[start - 1] == columns.sentences[start]:
        if (sort := _sort(columns, start - 1)) is not None:
            return sort
        if columns.lower[start - 1] == "giant":
            return "company"
        if columns.lower[start - 1] in _OF_NEWS and columns.lower[start - 2] == "news":
            return "newspaper"
    if _is_of_a_period(columns, start, end):
        return columns.lower[start - 1]
    explains = columns.deps[outer_head(columns, start, end)] == "appos" and columns.words[end : end + 1] == [
        ","
    ]
    if explains and columns.words[start - 1] == "," and (sort := _sort(columns, start - 2)) is not None:
        return sort
    if _is_traded(columns, start, end) or _is_incorporated(columns, end):
        return "company"
    if columns.lower[end : end + 2] == [",", "which"] and columns.labels[start] not in _PLACES:
        return (
            "" if columns.tags[end + 2 : end + 3] and columns.tags[end + 2].startswith(("VB", "MD")) else None
        )
    taken_up = _taken_up(columns, start, end) if alone else None
    return "" if taken_up is None and end - start == 1 and _is_it(columns, start, end) else taken_up


def _is_of_a_period(columns: Columns, start: int, end: int) -> bool:
    """Tell whether a word the tagger takes for an adjective tells a paper: "the local [daily] Nord Kurier".

    What is said of a noun behind the name is none: "the daily Harbour briefing".
    """
    if not start or columns.lower[start - 1] not in ("daily", "weekly", "monthly"):
        return False
    first = start - 1
    while first and columns.tags[first - 1] == "JJ":
        first -= 1
    of_a_noun = end < len(columns) and columns.tags[end].startswith("NN")
    return columns.lower[max(0, first - 1)] == "the" and not of_a_noun


_OF_NEWS = frozenset({"site", "outlet", "channel", "portal", "website"})


def _sector(sort: str) -> str | None:
    """Return the sector of a body of a sort, None where governments and clubs have such bodies too."""
    if sort == "rebel":
        return "REB"
    known = None if sort in word_classes().anywhere else roles().bodies.get(sort)
    return known or (
        "BUS" if sort.endswith(("maker", "retailer", "insurer", "lender", "conglomerate")) else None
    )


def _is_rebels_name(columns: Columns, start: int, end: int) -> bool:
    """Tell whether a name is of who fights a state: "the rebel [Harbour Front]", "the rebel group [X]"."""
    at = start - 1
    if at > 0 and columns.lemmas[at] in ("group", "movement", "alliance", "coalition"):
        at -= 1
    elif columns.lower[end - 1] not in word_classes().armed_names:
        return False
    rebels = at > 0 and roles().unnamed.get(columns.lemmas[at]) == "REB" and columns.words[at].islower()
    return rebels and (columns.lower[at] not in _VOTED_FOR_TOO or columns.lower[end - 1] in _ARMIES)


_VOTED_FOR_TOO = frozenset({"separatist", "extremist"})
_ARMIES = frozenset({"army", "brigade", "brigades", "battalion", "legion"})


def _sort(columns: Columns, i: int) -> str | None:
    """Return what a firm, a paper, a party or a charity is called by a noun, None where nothing is."""
    before = i - 2 if i and columns.words[i - 1] == "-" else i - 1
    if before >= 0 and columns.lower[before] in _BEFORE_OTHER_SORTS:
        return None
    two_words = f"{columns.lower[i - 1]} {columns.lemmas[i]}" if i else ""
    sorts = word_classes().sorts_of_bodies
    if two_words in sorts:
        return two_words
    return columns.lemmas[i] if columns.lemmas[i] in sorts and not is_ship(columns, i) else None


_BEFORE_OTHER_SORTS = frozenset({"aircraft", "personnel", "film", "policy", "law", "peace", "decision"})
"""Before "carrier" and "maker" they tell a ship or a man."""


def _is_traded(columns: Columns, start: int, end: int) -> bool:
    """Tell whether a name has what only firms have: "[Credora] shares", "customers of [Credora]"."""
    after = end + (columns.tags[end : end + 1] == ["POS"])
    if not word_classes().of_firms.isdisjoint(columns.lower[after : after + 1]):
        return True
    return (
        start >= _SHORTEST
        and columns.lower[start - 1] == "of"
        and columns.lower[start - 2] in word_classes().of_firms
    )


def _is_incorporated(columns: Columns, end: int) -> bool:
    """Tell whether what only firms are called stands behind a name, apart: "[Credora], Ltd."."""
    behind = columns.lower[end : end + 2]
    return len(behind) > 1 and behind[0] == "," and behind[1].rstrip(".") in _INCORPORATED


_INCORPORATED = frozenset({"inc", "ltd", "plc", "llc", "llp", "corp", "gmbh"})


def _is_it(columns: Columns, start: int, end: int) -> bool:
    """Tell whether a name that speaks is "it": "[Nokvar] said it would stop selling phones"."""
    if not is_speaker(columns, outer_head(columns, start, end)):
        return False
    verb = columns.heads[outer_head(columns, start, end)]
    at = verb + 1 + (columns.lower[verb + 1 : verb + 2] == ["that"])
    if columns.lower[at : at + 1] == ["its"]:
        return True
    if columns.lower[at : at + 1] != ["it"] or columns.deps[at] not in ("nsubj", "nsubjpass"):
        return False
    does = columns.heads[at]
    return columns.tags[does].startswith("VB") and columns.lemmas[does] not in word_classes().of_anything


def _taken_up(columns: Columns, start: int, end: int) -> str | None:
    """Return the word by which the next sentence takes a name up: "[Credora] … . The company …"."""
    head = outer_head(columns, start, end)
    if columns.deps[head] not in ("nsubj", "nsubjpass") or columns.closed[head]:
        return None
    sentence = columns.sentences[start]
    first = next((i for i in range(start, -1, -1) if i == 0 or columns.sentences[i - 1] != sentence), start)
    after = next((i for i in range(end, len(columns)) if columns.sentences[i] > sentence), None)
    if after is None or start - first > _AT_HEAD or columns.lower[after : after + 1] != ["the"]:
        return None
    told = columns.lower[first:after]
    noun = columns.lower[after + 1 : after + 2]
    return noun[0] if noun and noun[0] in word_classes().called_again and noun[0] not in told else None


_AT_HEAD = 2
"""Tokens before a name at the head of a sentence: "However, …"."""
