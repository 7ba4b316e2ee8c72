"""What the words of a description tell: state, body, office ("U.S. State Department spokesman")."""

from dataclasses import dataclass

from onrecord.codebook.roles import roles
from onrecord.codebook.wordclasses import word_classes
from onrecord.gazetteer.countries import country_of_capital
from onrecord.reading.parties.body_names import body_id, body_key, named_body, right_edge
from onrecord.reading.parties.columns import Columns
from onrecord.reading.parties.lexicon import Hit, HitIndex, Source
from onrecord.reading.parties.postings import STUDENTS, is_adjective, is_posting, is_studied
from onrecord.records import PartyKind

__all__ = [
    "GOVERNING",
    "Description",
    "are_allies",
    "capital_after",
    "describe",
    "is_speaker",
    "left_edge",
    "of_rebels",
    "outer_head",
    "sector_of_modifier",
    "sector_word",
    "share_edge",
    "sharper_sector",
    "without_article",
]

GOVERNING = frozenset({"government", "regime", "junta"})
"""Nouns for those who rule a state."""

_MODIFIERS = frozenset(
    {
        "JJ",
        "JJR",
        "JJS",
        "NN",
        "NNP",
        "NNPS",
        "NNS",
        "CD",
        "HYPH",
        "POS",
        "PRP$",
        "DT",
        "VBN",
        "VBG",
        "AFX",
        "PDT",
    }
)
_NOT_FIRST = frozenset({"POS", "HYPH", ",", ":", "CC", "SYM"})
_OF = frozenset({"of", "for", "at", "with", "from"})
_PAIR = 6  # tokens after "both" among which its "and" stands
_PHRASE = 9  # tokens of a noun phrase after "of"
_LONGEST_WORD = 4  # tokens: "chief of the general staff" is found by its first word's phrase instead


@dataclass(frozen=True, slots=True)
class Description:
    """What the tokens before (and "of …" after) a head word tell.

    Attributes:
        end: One past the last token read ("of the IAEA" included).
        role: Office as told, without state and body.
        countries: Codes told, in order, several where coordinated.
        of: id of the body or state the head belongs to.
        told_by: Tokens [start, end) that tell the country, None when nothing does.
        definite: Whether "the", a state's name or a possessor determines it.
        core: First token of the head's own words, after state, body and article.
    """

    end: int
    role: str
    countries: tuple[str, ...]
    of: str | None
    told_by: tuple[int, int] | None
    definite: bool
    core: int


_PARTISANS = frozenset({"republican", "democrat"})
"""Words for people of a party that tell nothing of an office they stand before: "Republican senator"."""

_SAYS_LITTLE = (None, "GOV", "OTHER", "CVL")


def sector_of_modifier(columns: Columns, i: int, *forms: str) -> str | None:
    """Return the sector that a word before a head tells ("military officials"), None where it says no more.

    Args:
        columns: The article.
        i: The word.
        forms: How it may stand in the tables, likeliest first.
    """
    if columns.lemmas[i].lower() in _PARTISANS or columns.lower[i] == "group":
        return None
    for table in (roles().state, roles().bodies, roles().unnamed):
        found = next((table[form] for form in forms if form in table), None)
        if found not in _SAYS_LITTLE:
            return found
    return None


def of_rebels(columns: Columns, start: int, end: int) -> bool:
    """Tell whether words before what is military say that it fights the state: "[rebel] commander Col."."""
    words = zip(columns.lemmas[start:end], columns.lower[start:end], strict=True)
    return any(word == "opposition" or roles().unnamed.get(lemma) == "REB" for lemma, word in words)


def are_allies(columns: Columns, start: int, i: int) -> bool:
    """Tell whether forces are only allied to whose they are told to be: "the army's [allied] forces"."""
    allied = next((j for j in range(start, i) if columns.lower[j] == "allied"), None)
    return allied is not None and any(columns.tags[j] in ("POS", "PRP$") for j in range(start, allied))


def sector_word(table: dict[str, str], columns: Columns, i: int, first: int = 0) -> tuple[int, str] | None:
    """Return (first token, sector) of the longest entry of `table` that ends at token i, None if none does.

    Args:
        table: Words in singular lower case to PLOVER sectors.
        columns: The article.
        i: Last token of the entry.
        first: No token before this one is looked at.
    """
    last = _singular(columns, i)
    for size in range(_LONGEST_WORD, 0, -1):
        begin = i - size + 1
        if begin < first or begin < 0:
            continue
        lead = columns.text[columns.doc[begin].idx : columns.doc[i].idx].lower() if size > 1 else ""
        for word in (last, columns.lower[i]):
            entry = lead + word if lead + word in table else (lead + word).replace("-", " ")
            if entry in table:
                return begin, table[entry]
    return None


_PREFIXES = frozenset({"ex", "vice"})
"""Words that a hyphen joins to a description."""


def share_edge(columns: Columns, start: int) -> int:
    """Return where people begin who are told as a share: "[one in] three villagers", "[two out of] five"."""
    if columns.tags[start] != "CD":
        return start
    for between in (("in",), ("of",), ("out", "of")):
        first = start - len(between) - 1
        if first >= 0 and columns.tags[first] == "CD" and columns.lower[first + 1 : start] == [*between]:
            return first
    return start


def _is_told_first(columns: Columns, hit: Hit, subject: int) -> bool:
    """Tell whether an outlet is told what a subject behind it does: "told [the Post] army units left"."""
    before = hit.start - 1 - (hit.start > 0 and columns.lower[hit.start - 1] == "the")
    told = (
        before >= 0 and columns.lemmas[before] == "tell" and columns.deps[subject] in ("nsubj", "nsubjpass")
    )
    return told and hit.known.sector == "MED"


_TIED = frozenset({"affiliate", "subsidiary", "partner", "rival"})
"""What a body that goes by its own name is to another."""


def left_edge(columns: Columns, i: int, index: HitIndex, floor: int = 0, reach: int | None = None) -> int:
    """Return the first token of the words that stand before token i in its noun phrase.

    Args:
        columns: The article.
        i: A token of the phrase.
        index: Known names.
        floor: No token before this one is looked at.
        reach: Last token of the phrase the words may hang on, i itself unless given.
    """
    reach = i if reach is None else reach
    start = i
    j = i - 1
    while j >= floor and not columns.closed[j]:
        if columns.words[j] == "-" and j > floor and columns.lower[j - 1] in _PREFIXES:
            start, j = j - 1, j - 2  # "his [ex-]wife"
            continue
        if columns.words[j] == "-" and not columns.joins_tightly(j):
            break  # "March 20 - Rebels said"
        if columns.lower[j] in _TIED and columns.words[j + 1][:1].isupper():
            break  # "CNN affiliate [Lier TV]" is no body of CNN's state
        hit = index.at(j)
        if hit is not None:
            joined = hit.end < len(columns) and _joins_states(columns, hit.end, index)
            if not joined and not _hangs_inside(columns, hit.start, hit.end, reach):
                break
            if _is_told_first(columns, hit, reach):
                break
            start = hit.start
            j = hit.start - 1
            continue
        tag = columns.tags[j]
        if tag in ("CC", ",") and (_joins_states(columns, j, index) or _joins_topics(columns, j, reach)):
            j -= 1
            continue
        if tag == "RB" and start == j + 1 and columns.lower[j].endswith("ly"):
            j -= 1  # "Norland's [internationally] recognised government"
            continue
        if tag not in _MODIFIERS or (tag == "CD" and columns.labels[j] == "DATE"):
            break
        if tag == "NN" and columns.tags[j + 1] == "CD" and columns.lower[j] in _COUNTS:
            break  # "by its count [21 people]"
        if columns.labels[j] in ("DATE", "TIME") or not _hangs_inside(columns, j, j + 1, reach):
            break
        start = j
        of_all = j > floor and columns.lower[j - 1] in ("all", "both", "of")
        if tag in ("DT", "PRP$") and not (of_all and _may_be_several(columns, j - 1, reach)):
            break
        j -= 1
    several = columns.tags[reach] in ("NNS", "NNPS")
    while start < i and (
        columns.tags[start] in _NOT_FIRST
        or _is_no_part(columns, start)
        or (several and columns.lower[start] == "that")
    ):
        start += 1
    return start


def _may_be_several(columns: Columns, i: int, head: int) -> bool:
    """Tell whether "all" may belong to a noun: "was [all] the major would say" is not of all majors."""
    return columns.lower[i] != "all" or columns.tags[head] != "NN"


def _joins_topics(columns: Columns, i: int, head: int) -> bool:
    """Tell whether "and" joins two subjects of one ministry: "Chad's culture [and] tourism minister"."""
    one = columns.words[head] in _OF_TOPICS and columns.lower[i] == "and" and i > 0
    topic = columns.lower[i - 1] if one else ""
    return topic in word_classes().topics and topic not in roles().bodies


_COUNTS = frozenset({"count", "tally", "estimate", "reckoning"})

_OF_TOPICS = frozenset({"ministry", "minister", "department"})


def _is_no_part(columns: Columns, i: int) -> bool:
    """Tell whether a word only bounds a number, joins two or ends a verb.

    "At [least] seven people", "[both] A and B", "shot [dead] women".
    """
    if columns.lower[i] == "dead" and i and columns.lemmas[i - 1] == "shoot":
        return True
    if columns.lower[i] == "many" and i and columns.lower[i - 1] in ("how", "as", "so", "too"):
        return True  # "how many [fighters]"
    bounds = i > 0 and columns.lower[i] in ("least", "most") and columns.lower[i - 1] == "at"
    return bounds or (columns.lower[i] == "both" and "and" in columns.lower[i + 1 : i + _PAIR])


def outer_head(columns: Columns, start: int, end: int, preferred: int | None = None) -> int:
    """Return the token of [start, end) that hangs on a word outside it, `preferred` if it does."""
    outside = [i for i in range(start, end) if not start <= columns.heads[i] < end or columns.heads[i] == i]
    if preferred is not None and (preferred in outside or not outside):
        return preferred
    return outside[-1] if outside else end - 1


def is_speaker(columns: Columns, i: int) -> bool:
    """Tell whether a token is the subject of a verb of speaking."""
    return columns.deps[i] == "nsubj" and columns.lemmas[columns.heads[i]] in word_classes().speaking


def describe(columns: Columns, index: HitIndex, start: int, head: int) -> Description:
    """Return what the tokens [start, head] and an "of …" right after them tell."""
    countries: list[str] = []
    of: str | None = None
    told_by: tuple[int, int] | None = None
    core = start
    for hit in index.within(start, head):
        elsewhere = is_studied(columns, hit, head) or is_posting(columns, hit, head)
        elsewhere = elsewhere or columns.lower[hit.end : hit.end + 2] == ["-", "based"]
        led = columns.lower[hit.end : hit.end + 2] == ["-", "led"] and hit.known.kind is PartyKind.STATE
        if elsewhere or led:
            core = hit.end
            continue
        if hit.known.country is not None:
            if hit.known.country not in countries:
                countries.append(hit.known.country)
            told_by = told_by or (hit.start, hit.end)
        of = hit.known.id
        core = hit.end
    while core < head and (columns.tags[core] in ("POS", "DT", "CC", ",", "HYPH", "PRP$", "PDT")):
        core += 1
    office = sector_word(roles().offices, columns, head, core)
    for j in range(head - 1, core - 1, -1):
        own = office is not None and office[0] <= j and not (j > core and columns.words[j - 1][:1].isupper())
        body = None if own else sector_word(roles().bodies, columns, j, core)
        if body is not None and (columns.words[j][:1].isupper() or columns.lower[j] in _ALWAYS_BODIES):
            of = body_id(countries[0] if countries else None, body_key(columns, core, j + 1))
            core = j + 2 if columns.tags[j + 1] == "POS" else j + 1
            break
    end = head + 1
    if of is None:
        found = _belongs(columns, index, head)
        if found is not None:
            end, of, country, where = found
            if country is not None:
                countries.append(country)
                told_by = where
    times = word_classes().former | word_classes().for_a_time
    time = next((columns.lower[k] for k in range(start, core) if columns.lower[k] in times), "")
    last = head
    while last > core and columns.lower[last] in word_classes().courtesy:
        last -= 1
    role = " ".join(filter(None, (time, columns.told(core, last + 1))))
    definite = bool(countries) or (
        start <= head and (columns.lower[start] in ("the", "this", "that") or columns.tags[start] == "PRP$")
    )
    return Description(end, role, tuple(countries), of, told_by, definite, core)


_ALWAYS_BODIES = frozenset({"ministry", "police", "parliament", "embassy", "department", "court", "senate"})


def capital_after(columns: Columns, at: int) -> str | None:
    """Return the state whose capital the words "in …" at a token name, None when they do not."""
    if columns.lower[at : at + 1] != ["in"] or at + 1 >= len(columns):
        return None
    two_words = country_of_capital(columns.told(at + 1, at + 3)) if at + 2 < len(columns) else None
    return two_words or country_of_capital(columns.words[at + 1])


def _belongs(
    columns: Columns, index: HitIndex, head: int
) -> tuple[int, str | None, str | None, tuple[int, int]] | None:
    """Return (end, id, country, where) of "of Russia" or "for the Defense Ministry" right after a head."""
    at = head + 1
    if at + 1 >= len(columns) or columns.lower[at] not in _OF:
        return None
    if columns.lower[at] == "from" and columns.deps[head] == "dobj":
        return None  # "withdraw the troops from Chad": Chad is where they leave
    at += 1
    if columns.lower[at] == "the":
        at += 1
    if at >= len(columns) or columns.deps[at] == "pcomp":
        return None  # "fined two banks for [helping] Chad": no banks of it
    noun = _noun_head(columns, index, at)
    if noun is None:
        return None
    hit = index.at(noun)
    if hit is not None:
        if hit.known.source is Source.DEMONYM:
            return None
        return noun + 1, hit.known.id, hit.known.country, (hit.start, hit.end)
    inner = describe(columns, index, at, noun)
    country = inner.countries[0] if len(inner.countries) == 1 else None
    if sector_word(roles().bodies, columns, noun, inner.core) is not None:
        if columns.words[noun][:1].isupper():
            edge = right_edge(columns, index, noun)
            key, states = named_body(columns, index, inner.core, noun, edge)
            country = country or (states[0] if len(states) == 1 else None)
        elif country is not None:
            key = body_key(columns, inner.core, noun + 1)
        else:
            return None
        return noun + 1, body_id(country, key), country, inner.told_by or (at, at)
    of_state = any(
        sector_word(table, columns, noun, inner.core) for table in (roles().state, roles().offices)
    )
    if of_state and of_rebels(columns, inner.core, noun):
        return noun + 1, None, None, (at, at)  # "the head of Libya's rebel army" is of no state
    if country is not None and of_state and not country.startswith(("IGO", "EUE")):
        return noun + 1, country, country, inner.told_by or (at, at)
    return None


def _noun_head(columns: Columns, index: HitIndex, at: int) -> int | None:
    """Return the last noun of the noun phrase that begins at a token, None when none does."""
    noun = None
    for j in range(at, min(at + _PHRASE, len(columns))):
        if columns.closed[j] or (noun == j - 1 and columns.tags[j] in ("VBG", "VBN")):
            break
        if columns.tags[j].startswith("NN") or index.at(j) is not None:
            noun = j
        elif columns.tags[j] not in _MODIFIERS or columns.tags[j] == "DT":
            break
    return noun


def _singular(columns: Columns, i: int) -> str:
    if columns.tags[i] == "NNPS" and columns.lower[i].endswith("s"):
        return columns.lower[i][:-1]
    return columns.lemmas[i]


def _hangs_inside(columns: Columns, start: int, end: int, head: int) -> bool:
    """Tell whether the words [start, end) hang on a word after them, no further than the head."""
    return columns.tags[start] in ("POS", "HYPH", "CC", ",") or any(
        end <= columns.heads[j] <= head or (columns.deps[j] == "conj" and not _is_joined_verb(columns, j))
        for j in range(start, end)
    )


def _is_joined_verb(columns: Columns, i: int) -> bool:
    """Tell whether a participle is the verb of a clause: "jets have won or [bombed] Cole's forces"."""
    first = i
    while columns.deps[first] == "conj" and columns.heads[first] < first:
        first = columns.heads[first]
    return columns.tags[i] in ("VBN", "VBG") and columns.tags[first].startswith("VB")


def _joins_states(columns: Columns, j: int, index: HitIndex) -> bool:
    """Tell whether a comma or "and" stands between two names of states ("Russian and Chinese officials")."""
    left, right = j - 1, j + 1
    if columns.words[j] == "," and columns.lower[min(right, len(columns) - 1)] in ("and", "or"):
        right += 1
    elif columns.tags[j] == "CC" and left >= 0 and columns.words[left] == ",":
        left -= 1
    if left < 0 or right >= len(columns) or columns.lower[j] not in ("and", "or", ","):
        return False
    before, after = index.at(left), index.at(right)
    if before is None or after is None or after.start != right:
        return False
    if columns.words[j] == "," and columns.lower[j + 1] not in ("and", "or"):
        goes_on = columns.lower[after.end] if after.end < len(columns) else ""
        if goes_on not in (",", "and", "or"):
            return False
    if before.known.source is Source.STATE and not is_adjective(columns, before):
        return False  # "between China and Libyan leaders"
    adjectival = Source.DEMONYM in (before.known.source, after.known.source)
    return adjectival and Source.CAPITAL not in (before.known.source, after.known.source)


def sharper_sector(columns: Columns, told: Description, first: int, sector: str) -> str:
    """Return the sector of a modifier that says more than the head ("military officials")."""
    if columns.lemmas[first] in STUDENTS:
        return sector  # "military experts" are no soldiers
    for j in range(first - 1, told.core - 1, -1):
        if columns.words[j + 1] == "-" and columns.joins_tightly(j + 1):
            continue  # "[center]-right Democrats"
        if columns.words[j - 1 : j] == ["-"] and (
            office := sector_word(roles().offices, columns, j, told.core)
        ):
            return office[1]  # "the secretary-[general]'s envoy" is no general's
        found = sector_of_modifier(columns, j, columns.lemmas[j], columns.lower[j])
        if found is not None:
            return "REB" if found == "MIL" and of_rebels(columns, told.core, j) else found
    return sector


def without_article(columns: Columns, start: int, end: int) -> str:
    """Return a description as it is written, without "the" or "a" before it."""
    return columns.told(start + (columns.lower[start] in _ARTICLES), end)


_ARTICLES = frozenset({"the", "a", "an"})
