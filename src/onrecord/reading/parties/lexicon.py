"""Names that are known before an article is read, and where they stand in it.

States, demonyms, capitals and seats come from the gazetteer, bodies and armed groups from the codebook.
A name is matched on characters at token starts, so that no tokeniser's habits matter.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from enum import Enum
from functools import cache

from onrecord.codebook.bodies import known_bodies, shared_names
from onrecord.codebook.roles import roles
from onrecord.codebook.wordclasses import word_classes
from onrecord.gazetteer.countries import countries
from onrecord.reading.parties.columns import Columns
from onrecord.records import PartyKind

__all__ = ["Hit", "HitIndex", "Known", "Source", "hits_in", "stands_alone"]


class Source(Enum):
    """What sort of name it is."""

    STATE = "state"
    DEMONYM = "demonym"
    CAPITAL = "capital"
    SEAT = "seat"
    BODY = "body"
    OWN = "own"
    """An organisation the article itself names."""


@dataclass(frozen=True, slots=True)
class Known:
    """Whom a known name stands for."""

    source: Source
    id: str
    kind: PartyKind
    country: str | None
    sector: str | None
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A known name at the tokens [start, end)."""

    start: int
    end: int
    known: Known


_DIRECTIONS = ("North ", "South ")
_OPPOSITE = {"North": "South", "South": "North"}


class HitIndex:
    """Known names by the token they cover."""

    def __init__(self, hits: tuple[Hit, ...]) -> None:
        self.hits = hits
        self._at = {i: hit for hit in hits for i in range(hit.start, hit.end)}

    def at(self, i: int) -> Hit | None:
        """Return the known name that covers a token."""
        return self._at.get(i)

    def within(self, start: int, end: int) -> tuple[Hit, ...]:
        """Return the known names that lie wholly in the tokens [start, end), in order."""
        found: list[Hit] = []
        i = start
        while i < end:
            hit = self._at.get(i)
            if hit is not None and hit.start == i and hit.end <= end:
                found.append(hit)
                i = hit.end
            else:
                i += 1
        return tuple(found)


@cache
def _table() -> dict[str, tuple[tuple[str, Known | None], ...]]:
    """Map a name's first two characters to (name, whom it stands for or None for nobody), longest first."""
    tables = countries()
    names: dict[str, Known | None] = {}
    for body in known_bodies():
        for name in body.names:
            names[name] = Known(Source.BODY, body.id, body.kind, body.country, body.sector, body.of)
        for city in body.seats:
            names[city] = Known(Source.CAPITAL, body.id, body.kind, body.country, body.sector, body.of)
    for source, table in (
        (Source.CAPITAL, tables.capitals),
        (Source.DEMONYM, tables.demonyms),
        (Source.STATE, tables.names),
    ):
        for name, code in table.items():
            names[name] = Known(source, code, PartyKind.STATE, code, "GOV")
    for name, (code, sector) in tables.seats.items():
        names[name] = Known(Source.SEAT, code, PartyKind.STATE, code, sector)
    names.update(dict.fromkeys(tables.swallowing))
    for name, known in list(names.items()):
        if name[0].islower():  # at the head of a sentence
            names.setdefault(name[0].upper() + name[1:], known)
    buckets: defaultdict[str, list[tuple[str, Known | None]]] = defaultdict(list)
    for name, known in names.items():
        buckets[name[:2]].append((name, known))
    return {key: tuple(sorted(found, key=lambda n: (-len(n[0]), n[0]))) for key, found in buckets.items()}


def hits_in(columns: Columns) -> tuple[Hit, ...]:
    """Return the known names of an article, leftmost and longest first, never overlapping."""
    table, text, doc = _table(), columns.text, columns.doc
    starts = [token.idx for token in doc]
    token_end = {columns.ends_at(i): i + 1 for i in range(len(columns))}
    found: list[Hit] = []
    i = 0
    while i < len(columns):
        at = starts[i]
        name, end, known = "", i + 1, None
        if not columns.closed[i]:
            for spelling, meant in table.get(text[at : at + 2], ()):
                past = token_end.get(at + len(spelling))
                if past is not None and text.startswith(spelling, at):
                    name, end, known = spelling, past, meant
                    break
        if known is not None and not stands_alone(name, text):
            end, known = i + 1, None
        after_known = bool(found) and found[-1].end == i
        body = known is not None and known.source is Source.BODY
        if body and not after_known and _ends_longer_name(columns, i, end):
            end, known = i + 1, None
        if body and known is not None and _begins_longer_name(columns, end, known):
            end, known = i + 1, None
        if body and known is not None and known.sector == "BUS" and _is_firms_end(columns, end):
            end += 1
        if known is not None:
            found.append(Hit(i, end, known))
        i = end
    own = [hit for i, hit in enumerate(found) if i == 0 or not _of_another_state(columns, found[i - 1], hit)]
    return _with_directions(columns, _with_commissioners(columns, own))


def _ends_longer_name(columns: Columns, start: int, end: int) -> bool:
    """Tell whether a body's name is the end of another body's ("the National [Security Council]").

    Names of places and people before it are of its own ("the Obama Justice Department").
    """
    before = start - 1
    alone = end - start == 1
    if alone and columns.lower[start] in shared_names():
        return _is_named_before(columns, start)
    return (
        not alone
        and before >= 0
        and columns.tags[before].startswith(("NNP", "JJ"))
        and columns.words[before][:1].isupper()
        and columns.labels[before] == "ORG"
        and start <= columns.heads[before] < end
        and columns.sentences[before] == columns.sentences[start]
    )


def _is_named_before(columns: Columns, i: int) -> bool:
    """Tell whether the word before "Congress" is one of a name: "the World [Congress]"."""
    before = i - 1
    named = before >= 0 and columns.words[before].istitle()
    named = named and (columns.tags[before] == "NNP" or columns.labels[before] == "ORG")
    ours = columns.lower[before] in word_classes().office_qualifiers - word_classes().topics
    return named and columns.heads[before] == i and columns.labels[i] == "ORG" and not ours


def _begins_longer_name(columns: Columns, end: int, known: Known) -> bool:
    """Tell whether a body's name is the beginning of another's: "the [Thomson Reuters] Foundation".

    So "the [Department of State] Services". What a body of states founds is of it: "the UN Foundation".
    """
    if columns.lower[end : end + 1] == ["services"] and columns.words[end].istitle():
        return True
    sort = roles().bodies.get(columns.lower[end]) if end < len(columns) else None
    goes_on = columns.tags[end : end + 1] == ["NNP"] and columns.words[end].istitle()
    return goes_on and known.id.startswith("org:") and sort in _OWN_SORTS and sort != known.sector


_OWN_SORTS = frozenset({"BUS", "NGO", "EDU"})
"""Sectors of bodies that are another body than whose name they bear: a bank, a foundation, a school."""


def _is_firms_end(columns: Columns, end: int) -> bool:
    """Tell whether a firm's name goes on with what sort of firm it is: "Nortix Motors [Corp]"."""
    goes_on = columns.tags[end : end + 1] == ["NNP"] and not columns.closed[end]
    return goes_on and columns.lower[end].rstrip(".") in _FIRMS_ENDS


_FIRMS_ENDS = frozenset({"corp", "inc", "ltd", "plc", "llc", "co", "ag", "sa", "nv"})


def _of_another_state(columns: Columns, owner: Hit, hit: Hit) -> bool:
    """Tell whether a body known as one state's is another's here: "Pakistan's Foreign Office"."""
    gap = columns.lower[owner.end : hit.start]
    return (
        hit.known.source is Source.BODY
        and hit.known.country is not None
        and owner.known.source in {Source.STATE, Source.DEMONYM}
        and owner.known.country not in {hit.known.country, None}
        and all(word in {"'s", "'"} for word in gap)
    )


def _with_commissioners(columns: Columns, found: list[Hit]) -> list[Hit]:
    """Add the union that a "European commissioner" is of."""
    places = [
        i
        for i, word in enumerate(columns.words[:-1])
        if word == "European" and columns.lower[i + 1] in ("commissioner", "commissioners")
    ]
    if not places:
        return found
    union = next(body for body in known_bodies() if body.id == "EU")
    known = Known(Source.BODY, union.id, union.kind, union.country, union.sector, union.of)
    return sorted([*found, *(Hit(i, i + 1, known) for i in places)], key=lambda h: h.start)


def _with_directions(columns: Columns, found: list[Hit]) -> tuple[Hit, ...]:
    """Add "the North" and "the South" where the article names one state that is called so in full."""
    named = [n for n in countries().names if n.startswith(_DIRECTIONS) and n in columns.text]
    added: list[Hit] = []
    for i in range(1, len(columns)):
        word = columns.words[i]
        if word not in _OPPOSITE or columns.lower[i - 1] != "the" or columns.closed[i]:
            continue
        if i + 1 < len(columns) and columns.words[i + 1][:1].isupper():
            continue
        states = {n for n in named if n.startswith(word)}
        states |= {word + n[5:] for n in named if n.startswith(_OPPOSITE[word])}
        codes = {countries().names[n] for n in states if n in countries().names}
        if len(codes) == 1:
            code = codes.pop()
            added.append(Hit(i, i + 1, Known(Source.STATE, code, PartyKind.STATE, code, "GOV")))
    taken = {i for hit in found for i in range(hit.start, hit.end)}
    return tuple(sorted([*found, *(h for h in added if h.start not in taken)], key=lambda h: h.start))


def stands_alone(name: str, text: str) -> bool:
    """Tell whether an ambiguous name has the company that makes it a state's ("Georgia", "Chad")."""
    company = countries().only_beside.get(name)
    known = company is None or any(word in text for word in company)
    return known or _owns_like_a_state(name, text) or _its_own(name).search(text) is not None


@cache
def _its_own(name: str) -> re.Pattern[str]:
    """Return the pattern of what only a state does with its own: "Chad has closed its border"."""
    words = "|".join(sorted(word_classes().of_a_state))
    return re.compile(rf"\b{re.escape(name)} (?:\w+ ){{1,3}}its (?:\w+ )?(?:{words})\b")


@cache
def _possession(name: str) -> re.Pattern[str]:
    words = "|".join(sorted(word_classes().of_a_state))
    return re.compile(rf"(?P<before>[\w'’]*)\s*\b{re.escape(name)}['’]s (?:\w+ ){{0,2}}?(?:{words})\b")


def _owns_like_a_state(name: str, text: str) -> bool:
    """Tell whether the text gives a name what only states have: "Chad's army", no "Al Jordan's army"."""
    return any(
        not found["before"][:1].isupper() or found["before"].lower() in _BEFORE_NAMES
        for found in _possession(name).finditer(text)
    )


_BEFORE_NAMES = frozenset(
    {"in", "and", "but", "on", "at", "for", "from", "when", "while", "as", "after", "the"}
)
