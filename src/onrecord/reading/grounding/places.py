"""Find the places an article names, and tell which they are.

A place name that stands for a government ("Moscow said") is a party, not a place; the same name after "in",
"near" or "to" is a place. What the gazetteer does not know keeps its name and nothing else.
"""

from collections import Counter
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from onrecord.gazetteer.countries import country_of_demonym, country_of_name, name_of
from onrecord.gazetteer.gazetteer import Gazetteer, GazetteerPlace, PlaceKind
from onrecord.gazetteer.home import home_of
from onrecord.gazetteer.resolve import PlaceName, candidates_of, part_of, resolve
from onrecord.gazetteer.towns import is_large_town
from onrecord.reading.layers import Layers, MentionForm, PlaceMention, span_of
from onrecord.records import Party, PartyKind, Place, PlacePrecision, Span

__all__ = ["find_places"]

LABELS = frozenset({"GPE", "LOC"})
OTHER_NAMES = frozenset(
    {"PERSON", "ORG", "NORP", "EVENT", "WORK_OF_ART", "LAW", "PRODUCT", "LANGUAGE", "DATE"}
)
WHERE = frozenset(
    {
        "in", "at", "near", "on", "outside", "inside", "around", "across", "along", "over", "off",
        "throughout", "within", "into", "from", "to", "through", "via",
    }
)  # fmt: skip
"""Prepositions after which the name of a state or capital is a place."""
WITH_NAMES = frozenset({PartyKind.PERSON, PartyKind.ORGANISATION, PartyKind.GROUP, PartyKind.OFFICE})
KINDS_OF_AREA = frozenset(
    {
        "region", "province", "oblast", "district", "governorate", "county", "peninsula", "raion",
        "prefecture", "state", "strip",
    }
)  # fmt: skip
DIRECTIONS = frozenset(
    {
        "northern", "southern", "eastern", "western", "central", "northeastern", "northwestern",
        "southeastern", "southwestern", "north", "south", "east", "west", "downtown", "upper",
        "lower", "north-eastern", "north-western", "south-eastern", "south-western",
    }
)  # fmt: skip
SORTS = frozenset(
    {
        "gulf", "town", "line", "bay", "sea", "strait", "straits", "cape", "bank", "island", "islands",
        "isle", "point", "river", "lake", "mount", "channel", "coast", "crossing", "sound", "bight",
    }
)  # fmt: skip
"""Words for a sort of place that many names end or begin with, and that name none by themselves."""
SMALL = 15_000
"""Inhabitants below which a place is believed only if something else in the text lies in its country."""
PRECISION = {
    PlaceKind.CITY: PlacePrecision.CITY,
    PlaceKind.ADMIN1: PlacePrecision.REGION,
    PlaceKind.ADMIN2: PlacePrecision.REGION,
    PlaceKind.COUNTRY: PlacePrecision.COUNTRY,
    PlaceKind.AREA: PlacePrecision.AREA,
}


@dataclass(frozen=True, slots=True)
class Named:
    """A stretch of tokens that names a place.

    Attributes:
        start: First token.
        end: One past the last token.
        within: What is told to hold it, None when nothing is.
    """

    start: int
    end: int
    within: str | None = None


@cache
def _gazetteer() -> Gazetteer:
    return Gazetteer.load()


def find_places(doc: Doc, layers: Layers) -> tuple[PlaceMention, ...]:
    """Return the places an article names, in reading order.

    Reads `layers.mentions`: the countries of the parties weigh in, and what names a party is no place unless
    it stands where a place stands.

    Returns:
        Countries and areas without a point; regions with the middle of the area; places the gazetteer lacks
        with precision unknown and no id.
    """
    names = _names(doc, layers)
    if not names:
        return ()
    asked = [PlaceName(_text(doc, name), name.within) for name in names]
    parties = Counter(
        party.country
        for mention in layers.mentions
        for party in mention.parties
        if party.country is not None and mention.form is not MentionForm.PRONOUN
    )
    weighed = {country: float(count) for country, count in parties.items()}
    home = home_of(layers.article.outlet, layers.article.url, _gazetteer())
    found = resolve(asked, _gazetteer(), weighed, home)
    known = Counter(place.country for place in set(found) if place is not None)
    mentions = []
    for name, place, question in zip(names, found, asked, strict=True):
        owner = _owner(doc, name)
        elsewhere = place is not None and owner is not None and _is_elsewhere(place, _held_by(owner))
        elsewhere = elsewhere or question.text.lower() in SORTS  # "the Gulf", whichever is meant
        elsewhere = elsewhere or question.text.islower()  # "its east coast"
        if place is not None and (elsewhere or not _believable(place, question, known, parties)):
            place = None
        if place is None and not _after_where(doc, name):
            continue
        span = span_of(doc, name.start, name.end)
        mentions.append(PlaceMention(name.start, name.end, _record(question, place, span)))
    return tuple(mentions)


def _names(doc: Doc, layers: Layers) -> list[Named]:
    parties = _party_tokens(layers)
    found = [_widened(doc, ent.start, ent.end) for ent in doc.ents if ent.label_ in LABELS]
    found += _regions(doc, {i for name in found for i in range(name.start, name.end)})
    taken = {i for name in found for i in range(name.start, name.end)}
    others = (ent for ent in doc.ents if ent.label_ in OTHER_NAMES and not _is_misnamed_town(ent))
    taken |= {token.i for ent in others for token in ent}
    found += _after_prepositions(doc, taken)
    # The parser takes capitals for organisations; parties are sorted out below.
    found += _datelines(doc, {i for name in found for i in range(name.start, name.end)})
    found = [name for name in found if name.end > name.start and _is_place(doc, name, parties)]
    found = [name for name in found if not any(_is_inside(name, other) for other in found)]
    found.sort(key=lambda name: name.start)
    return [
        Named(name.start, name.end, _within(doc, name, found[i + 1] if i + 1 < len(found) else None))
        for i, name in enumerate(found)
    ]


def _is_inside(name: Named, other: Named) -> bool:
    """Tell whether a name is only a word of a longer one: "Gulf of [Lind]"."""
    return (
        other.start <= name.start
        and name.end <= other.end
        and name.end - name.start < other.end - other.start
    )


def _regions(doc: Doc, taken: set[int]) -> list[Named]:
    """Return names with "region" and the like after them, whatever the parser took the name for."""
    found = []
    for token in doc[1:]:
        before = doc[token.i - 1]
        if token.lower_ in KINDS_OF_AREA and before.pos_ == "PROPN" and before.head == token:
            known = before.i not in taken and candidates_of(f"{before.text} {token.text}", _gazetteer())
            if known:
                found.append(_widened(doc, before.i, token.i + 1))
    return found


def _datelines(doc: Doc, taken: set[int]) -> list[Named]:
    """Return known places in capitals at the head of a paragraph ("TBILISI, Georgia --")."""
    found = []
    for token in doc:
        if not token.is_sent_start or token.i in taken or not token.is_upper or len(token) < 3:
            continue
        end = token.i + 1
        while end < len(doc) and doc[end].is_upper and doc[end].is_alpha:
            end += 1
        closed = end < len(doc) and doc[end].text in (",", "-", "--", "–", "—", "(")
        if closed and candidates_of(doc[token.i : end].text, _gazetteer()):
            found.append(Named(token.i, end))
    return found


def _after_prepositions(doc: Doc, taken: set[int]) -> list[Named]:
    """Return names the parser did not take for places, after "in" and the like, that the gazetteer knows."""
    found = []
    for token in doc:
        if (
            token.i in taken
            or token.pos_ != "PROPN"
            or token.dep_ != "pobj"
            or token.head.lower_ not in WHERE
        ):
            continue
        start = token.i
        while start > 0 and doc[start - 1].pos_ == "PROPN" and doc[start - 1].head == token:
            start -= 1
        if start not in taken and candidates_of(doc[start : token.i + 1].text, _gazetteer()):
            found.append(_widened(doc, start, token.i + 1))
    return found


def _is_misnamed_town(name: TokenSpan) -> bool:
    """Tell whether a town is taken for a person or a body: "a prison in [Goma]", "a convoy to [El Obeid]"."""
    if name.label_ not in ("PERSON", "ORG"):
        return False
    if is_large_town(name.text):
        return True
    before = name.doc[name.start - 1].lower_ if name.start else ""
    known = candidates_of(name.text, _gazetteer())[:1] if before in ("in", "near", "outside") else ()
    return any(place.population >= SMALL for place in known)


def _party_tokens(layers: Layers) -> dict[int, Party]:
    """Return the tokens of names of parties, with the party they name."""
    return {
        i: mention.party
        for mention in layers.mentions
        if mention.form in (MentionForm.NAME, MentionForm.DEMONYM)
        for i in range(mention.start, mention.end)
    }


def _widened(doc: Doc, start: int, end: int) -> Named:
    """Leave out an article and a possessive; take in "eastern" before and "region" after."""
    while end > start and (doc[end - 1].tag_ == "POS" or doc[end - 1].is_space):
        end -= 1
    while start < end and (doc[start].lower_ in ("the", "a") or doc[start].is_space):
        start += 1
    for i in range(end - 1, start, -1):  # "Russia's Kursk": the part after the possessive, not "Lind's Bay"
        if doc[i].tag_ == "POS" and not (i + 2 == end and doc[i + 1].lower_ in SORTS):
            start = i + 1
            break
    if start > 1 and doc[start - 1].text == "-" and country_of_name(doc[start - 2 : end].text) is not None:
        start -= 2  # "in Guinea-Bissau" is not in Bissau
    if start < end and doc[end - 1].lower_ in SORTS and doc[end : end + 1].text == "of":  # "Gulf of Lind"
        while end + 1 < len(doc) and doc[end + 1].pos_ == "PROPN":
            end += 1
        end += doc[end].pos_ == "PROPN"
    if start < end and end < len(doc) and doc[end].lower_ in KINDS_OF_AREA and doc[end - 1].head == doc[end]:
        end += 1
    while (
        start > 0
        and start < end
        and doc[start - 1].lower_ in DIRECTIONS
        and doc[start - 1].dep_ in ("amod", "compound")
    ):
        start -= 1
    return Named(start, end)


def _is_place(doc: Doc, name: Named, parties: dict[int, Party]) -> bool:
    text = doc[name.start : name.end].text
    if country_of_demonym(text) is not None:
        return False
    named = [parties[i] for i in range(name.start, name.end) if i in parties]
    # The parse may hang a place on the name after it ("in Moscow, Vladimir Putin"): then it is no part of it.
    if any(party.kind in WITH_NAMES and text in party.name for party in named):
        return False
    if any(party.kind is PartyKind.STATE for party in named) or country_of_name(text) is not None:
        return _after_where(doc, name) or _heads_dateline(doc, name)
    return True


def _after_where(doc: Doc, name: Named) -> bool:
    root = doc[name.start : name.end].root
    top = root
    while (
        top.dep_ in ("conj", "appos", "compound", "nmod")
        and top.head != top
        and top.head.pos_ in ("PROPN", "NOUN")
    ):
        if top.dep_ in ("compound", "nmod") and top.head.lower_ not in KINDS_OF_AREA:
            break
        top = top.head
    if root.dep_ == "conj" and _lost_its_verb(doc, name):
        return False
    return top.dep_ == "pobj" and top.head.lower_ in WHERE and top.head.head.lower_ != "according"


def _lost_its_verb(doc: Doc, name: Named) -> bool:
    """Tell whether a name acts that the parse joins to what stands before: "in favour and [Chad] left"."""
    verb = doc[name.end] if name.end < len(doc) else None
    if verb is None or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return False
    return not any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)


def _heads_dateline(doc: Doc, name: Named) -> bool:
    """Tell whether a name stands in capitals at the head of a paragraph, or follows one that does."""
    first = name.start
    while first > 0 and (
        doc[first - 1].text == "," or (doc[first - 1].is_upper and not doc[first - 1].is_space)
    ):
        first -= 1
    return doc[first].is_sent_start is True and doc[first].is_upper and len(doc[first]) > 2


def _within(doc: Doc, name: Named, following: Named | None) -> str | None:
    """Return what is told to hold a place: "Paris, Texas", "Russia's Kursk", "the Ukrainian city of Lviv"."""
    if following is not None and following.start - name.end == 1 and doc[name.end].text == ",":
        return _text(doc, following)
    if following is not None and following.start == name.end + 1 and doc[name.end].lower_ == "in":
        return _text(doc, following)
    root = doc[name.start : name.end].root
    owner = _owner(doc, name)
    if owner is not None:
        return _held_by(owner)
    if root.dep_ == "pobj" and root.head.lower_ == "of" and root.head.head.pos_ == "NOUN":
        for child in root.head.head.children:
            code = country_of_demonym(child.text) if child.dep_ == "amod" else None
            if code is not None:
                return name_of(code)
    return None


def _owner(doc: Doc, name: Named) -> Token | None:
    """Return whose a place is told to be: "[Norland]'s Veld"."""
    if name.start > 1 and doc[name.start - 1].tag_ == "POS":
        return doc[name.start - 2]
    return next((c for c in doc[name.start : name.end].root.children if c.dep_ == "poss"), None)


def _held_by(token: Token) -> str | None:
    """Return the name a possessor ends: "[Sagaing Region]'s", "[Norland]'s"."""
    if token.pos_ != "PROPN":
        return None
    start = min((c.i for c in token.lefts if c.dep_ == "compound" and c.pos_ == "PROPN"), default=token.i)
    return token.doc[start : token.i + 1].text


def _text(doc: Doc, name: Named) -> str:
    return " ".join(doc[name.start : name.end].text.split())


def _believable(
    place: GazetteerPlace, question: PlaceName, known: Counter[str], parties: Counter[str]
) -> bool:
    if place.kind is not PlaceKind.CITY:
        return True
    if place.population >= SMALL or question.within is not None:
        return True
    return known[place.country] > 1 or place.country in parties


def _is_elsewhere(place: GazetteerPlace, holder: str | None) -> bool:
    """Tell whether a town or province does not lie where it is told to: "Kachin State's [Kani]".

    "Iraq's [Kurdistan region]" is not Iran's province.
    """
    holders = candidates_of(holder or "", _gazetteer())
    large = [p for p in holders if p.kind in (PlaceKind.COUNTRY, PlaceKind.ADMIN1)]
    part = place.kind in (PlaceKind.CITY, PlaceKind.ADMIN1)
    return part and bool(large) and not any(p.row in place.above for p in large)


def _record(question: PlaceName, place: GazetteerPlace | None, span: Span) -> Place:
    if place is None:
        return Place(question.text, PlacePrecision.UNKNOWN, span=span)
    part = part_of(question.text, _gazetteer())
    precision = PRECISION[place.kind]
    if part:  # "eastern Ukraine" is neither the country nor its middle
        precision = PlacePrecision.REGION if place.kind is not PlaceKind.CITY else PlacePrecision.CITY
    pointed = place.kind not in (PlaceKind.COUNTRY, PlaceKind.AREA) and not part
    return Place(
        name=question.text,
        precision=precision,
        country=place.country or None,
        lat=round(place.lat, 4) if pointed and place.lat is not None else None,
        lon=round(place.lon, 4) if pointed and place.lon is not None else None,
        geonames=(place.geonames or None) if not part else None,
        span=span,
    )
