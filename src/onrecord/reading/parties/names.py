"""States, bodies and groups by a known name, and bodies told by a word of their sort."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.codebook.roles import roles
from onrecord.codebook.wordclasses import word_classes
from onrecord.gazetteer.countries import country_of_name
from onrecord.reading.layers import MentionForm
from onrecord.reading.parties.armies import group_by_name, named_force
from onrecord.reading.parties.body_names import (
    body_id,
    body_key,
    core_end,
    named_body,
    right_edge,
    topic_edge,
)
from onrecord.reading.parties.body_sectors import sector_by_its_words
from onrecord.reading.parties.columns import Columns
from onrecord.reading.parties.describe import (
    Description,
    capital_after,
    describe,
    left_edge,
    outer_head,
    sector_word,
    share_edge,
)
from onrecord.reading.parties.draft import Draft, Need
from onrecord.reading.parties.lexicon import Hit, HitIndex, Known, Source
from onrecord.reading.parties.postings import is_branch
from onrecord.reading.parties.ships import is_ship, is_shore
from onrecord.reading.parties.states import acts, tells_of_things
from onrecord.records import PartyKind, slug

__all__ = ["PLACES", "find_bodies", "find_known"]

PLACES = frozenset({"GPE", "LOC", "FAC"})
"""Labels of the parser for a place."""

_FORMS = {
    Source.STATE: MentionForm.NAME,
    Source.DEMONYM: MentionForm.DEMONYM,
    Source.CAPITAL: MentionForm.NAME,
    Source.SEAT: MentionForm.NAME,
    Source.BODY: MentionForm.NAME,
    Source.OWN: MentionForm.NAME,
}


def find_known(columns: Columns, index: HitIndex) -> tuple[Draft, ...]:
    """Return the known names that stand for a party where they are; a capital only when it acts."""
    drafts: list[Draft] = []
    for hit in index.hits:
        head = outer_head(columns, hit.start, core_end(columns, hit.start, hit.end))
        if hit.known.source is Source.CAPITAL and not acts(columns, hit.start, hit.end, head):
            continue
        if hit.known.source is Source.STATE and _part_of_other_name(columns, hit):
            continue
        if tells_of_things(columns, hit.end):
            continue
        drafts.append(_people(columns, index, hit) or _known(columns, index, hit, head))
    return tuple(drafts)


_COUNTING = frozenset(
    {"many", "several", "some", "most", "few", "fewer", "other", "all", "more", "fellow", "young"}
)
_COUNTS = frozenset(
    {"hundred", "thousand", "million", "billion", "dozen", "score", "number", "majority", "percent"}
)
_ONE = frozenset({"a", "an", "another", "any", "every", "each", "one"})
_OF_ONE = ("an", "i", "er")
"""Ends of demonyms that name one of a people and not the people."""
_SIDES = frozenset({"between", "with"})
_OF_PERSONS = frozenset(
    {"abduct", "arrest", "deport", "detain", "evacuate", "free", "imprison", "jail", "kidnap", "rescue"}
)
"""What is done to persons and not to their state: "the [Norlanders] were kidnapped"."""


def _people(columns: Columns, index: HitIndex, hit: Hit) -> Draft | None:
    """Return the people that a state's demonym names, who are not their government.

    "Two [Norlanders]", "African [Americans]", "[Norlanders] fled", "a [Norlander]".
    """
    i = hit.end - 1
    if hit.known.source is not Source.DEMONYM or not columns.tags[i].startswith("NN"):
        return None
    if not _is_plural(columns, i):
        return _citizens(columns, hit, hit.start, plural=False) if _one_citizen(columns, hit) else None
    joined = hit.start > 0 and columns.tags[hit.start - 1] in ("CC", ",")
    start = hit.start if joined else left_edge(columns, hit.start, index, reach=i)
    before = [
        j
        for j in range(start, hit.start)
        if columns.tags[j] in ("CD", "JJ", "NNP", "NN", "VBN", "VBG") or columns.lower[j] in _COUNTING
    ]
    over = columns.heads[i]
    governor = columns.heads[over] if columns.lower[over] == "of" and over < i else i
    counted = governor != i and (
        columns.lemmas[governor] in _COUNTS
        or columns.tags[governor] == "CD"
        or columns.lower[governor] in _COUNTING
    )
    told_apart = columns.lower[hit.end : hit.end + 1] == ["who"]
    suffers = columns.deps[i] in ("dobj", "nsubjpass") and columns.lemmas[columns.heads[i]] in _OF_PERSONS
    if not (before or counted or told_apart or suffers or (start == hit.start and _is_bare(columns, i))):
        return None
    return _citizens(columns, hit, share_edge(columns, start), plural=True)


def _is_plural(columns: Columns, i: int) -> bool:
    """Tell whether a demonym is several of a people; the tagger takes some for one ("Chadians")."""
    word = columns.lower[i]
    if columns.tags[i] in ("NN", "NNP"):
        return word.endswith("s") and not word.endswith("ss")
    return word.endswith(("s", "men", "women", "ese"))


def _one_citizen(columns: Columns, hit: Hit) -> bool:
    """Tell whether a demonym is one of a people: "an [Afghan] who …", but not "an Afghan soldier".

    "The [Norlander]" is too, but "the Dutch" and "the Swiss" are a people or its state.
    """
    described = columns.tags[hit.end : hit.end + 1] and columns.tags[hit.end].startswith(("NN", "JJ", "HYPH"))
    if described or hit.start == 0:
        return False
    before, word = columns.lower[hit.start - 1], columns.lower[hit.end - 1]
    return before in _ONE or (before == "the" and word.endswith(_OF_ONE))


def _is_bare(columns: Columns, i: int) -> bool:
    """Tell whether a plural has no article and is no side: "talks between [Norlanders] and …"."""
    while columns.deps[i] == "conj" and columns.heads[i] < i:
        i = columns.heads[i]
    determined = any(columns.heads[j] == i and columns.deps[j] in ("det", "poss") for j in range(i))
    return not determined and columns.lower[columns.heads[i]] not in _SIDES


def _citizens(columns: Columns, hit: Hit, start: int, *, plural: bool) -> Draft:
    """Return people by their demonym; "ethnic Norlanders" are so by descent, and of whatever state."""
    country = None if columns.lower[max(0, hit.start - 1)] == "ethnic" else hit.known.country
    return Draft(
        start=start,
        end=hit.end,
        head=hit.end - 1,
        form=MentionForm.NOMINAL,
        need=Need.NOTHING,
        name=columns.told(start, hit.end),
        country=country,
        sector="CVL",
        of=country,
        plural=plural,
        key="people",
    )


def _of_firm(columns: Columns, firm: Known, start: int, first: int, i: int) -> Draft:
    """Return a body inside a firm, which is no office of its state: "Nortix's press [office]"."""
    return Draft(
        start=start,
        end=i + 1,
        head=outer_head(columns, first, i + 1),
        form=MentionForm.NOMINAL,
        need=Need.NOTHING,
        name=columns.told(start, i + 1),
        id=f"{firm.id}-{slug(columns.told(first, i + 1))}",
        kind=PartyKind.ORGANISATION,
        country=firm.country,
        sector=firm.sector,
        of=firm.id,
    )


def _known(columns: Columns, index: HitIndex, hit: Hit, head: int) -> Draft:
    known = hit.known
    start = hit.start
    if known.source is Source.BODY:
        start = left_edge(columns, hit.start, index, reach=hit.end - 1)
    elif known.source is not Source.DEMONYM and start > 0 and columns.lower[start - 1] == "the":
        start -= columns.closed[start - 1] is False
    end, head = (hit.end + 1, hit.end) if _names_group(columns, hit) else (hit.end, head)
    return Draft(
        start=start,
        end=end,
        head=head,
        form=_FORMS[known.source],
        need=Need.NOTHING,
        name=columns.told(hit.start, hit.end),
        id=known.id,
        kind=known.kind,
        country=known.country,
        sector=known.sector,
        of=known.of
        or (known.country if known.id.startswith("org:") and known.country not in ("EUE", "IGO") else None),
    )


def _names_group(columns: Columns, hit: Hit) -> bool:
    """Tell whether the word behind a body's name tells what sort it is of: "the [Wagner] group"."""
    behind = hit.end
    if hit.known.source is not Source.BODY or behind >= len(columns) or columns.closed[behind]:
        return False
    of_it = columns.deps[behind - 1] in ("compound", "nmod") and columns.heads[behind - 1] == behind
    return of_it and columns.words[behind] in word_classes().group_nouns


def _part_of_other_name(columns: Columns, hit: Hit) -> bool:
    """Tell whether a state's name only begins or ends a longer proper name ("Bank of China")."""
    before = hit.start - 1
    after = hit.end
    if after < len(columns) and columns.labels[hit.start] == columns.labels[after] == "ORG":
        return columns.doc[after].ent_iob_ == "I" and columns.words[after][:1].isupper()
    if before >= 0 and columns.tags[before] == "NNP" and columns.deps[before] == "compound":
        return hit.start <= columns.heads[before] < hit.end and columns.words[before][:1].isupper()
    # "Norland, Sudmark and …" are a list
    listed = before >= 1 and country_of_name(columns.words[before - 1]) is not None
    if before >= 1 and columns.words[before] == "," and columns.labels[before - 1] == "GPE" and not listed:
        return columns.deps[hit.end - 1] in ("appos", "npadvmod", "conj") and columns.lower[
            after : after + 1
        ] != ["and"]
    return (
        before >= 1
        and columns.lower[before] == "of"
        and columns.labels[before] in ("ORG", "FAC", "EVENT", "WORK_OF_ART")
        and columns.labels[hit.start] == columns.labels[before]
    )


def find_bodies(columns: Columns, index: HitIndex) -> tuple[Draft, ...]:
    """Return bodies told by a word of their sort: "the Korean Defense Ministry", "Ministry of Health"."""
    drafts: list[Draft] = []
    for i in range(len(columns)):
        if (
            columns.closed[i]
            or columns.tags[i] not in ("NNP", "NNPS", "NN", "NNS")
            or index.at(i) is not None
        ):
            continue
        body = sector_word(roles().bodies, columns, i) or named_force(columns, index, i)
        if body is None or _describes_people(columns, i) or is_ship(columns, i) or is_shore(columns, i):
            continue
        if columns.lower[max(0, i - 1) : i + 1] == ["social", "media"]:
            continue  # a place of words, and nobody
        if columns.tags[i] in ("NN", "NNS") and _told_elsewhere(columns, index, i):
            continue
        if is_branch(columns, index, i):
            continue
        if columns.labels[i] in PLACES and columns.lower[i] not in word_classes().clear_bodies:
            continue
        draft = _body(columns, index, body[0], i, body[1])
        if draft is not None:
            drafts.append(group_by_name(draft) or draft)
    return tuple(drafts)


def _describes_people(columns: Columns, i: int) -> bool:
    """Tell whether a body's word only says of which body somebody is ("a foreign ministry spokesman")."""
    head = columns.heads[i]
    if columns.deps[i] not in ("compound", "nmod") or head <= i or columns.tags[head] not in ("NN", "NNS"):
        return False
    return any(sector_word(table, columns, head, i + 1) for table in (roles().offices, roles().unnamed))


def _told_elsewhere(columns: Columns, index: HitIndex, i: int) -> bool:
    """Tell whether a lower-case word is a group or a state's own power rather than a body.

    "The African Union's fisheries organisation" has an owner and is a body.
    """
    if columns.lemmas[i] in word_classes().group_nouns:
        start = left_edge(columns, i, index)
        return not ("POS" in columns.tags[start:i] and index.within(start, i))
    return sector_word(roles().state, columns, i) is not None


def _body(columns: Columns, index: HitIndex, first: int, i: int, sort: str) -> Draft | None:
    sector: str | None = sort
    capital = columns.words[i][0].isupper() and columns.tags[i].startswith("NNP")
    start = left_edge(columns, first, index, reach=i)
    if capital:
        start = _with_topics(columns, index, start, i)
    elif sector in _FORCES:
        start = _with_people(columns, index, start, i)
    told = describe(columns, index, start, i)
    end = max(told.end, i + 1)
    if capital:
        end = right_edge(columns, index, i)
        sector = sector_by_its_words(columns, start, i, sort)
    elif columns.lower[i] == "ministry":
        end = max(end, topic_edge(columns, index, i))
    follows = None if capital else _name_after(columns, index, i)
    if follows is not None:
        return _named_after_sort(columns, index, start, told, sort, follows)
    written = columns.text[columns.doc[first].idx : columns.ends_at(i)].lower()
    plural = (
        columns.tags[i] in ("NNS", "NNPS")
        and columns.lower[i].endswith("s")
        and written not in roles().bodies
    )
    core = told.core
    if capital and columns.lower[core] != "state":
        core = _first_of_name(columns, index, start, first)
    while core < first and columns.tags[core] in ("CD", "JJR", "JJS", "VBN", "VBG"):
        core += 1
    topic = core < i
    alone = not topic and not told.countries and end == i + 1
    if (
        capital
        and alone
        and columns.lower[i] in word_classes().vague_bodies
        and columns.deps[i] == "compound"
    ):
        return None
    of_the_state = sector == "MED" and columns.lower[core] == "state"
    before = index.within(start, i)
    one_of_its = not capital and _is_one_of_a_union(columns, before, i)
    if before and before[-1].end == first and before[-1].known.source is Source.BODY and not one_of_its:
        known = _known(columns, index, before[-1], i)
        power = sector if known.id.startswith("group:") and sector in _OF_RULERS else known.sector
        return replace(known, start=start, end=i + 1, key=columns.lower[i], sector=power)
    told_apart = (
        any(hit.known.source is not Source.BODY for hit in before)
        or of_the_state
        or (bool(told.countries) and not before and columns.lower[i] not in word_classes().vague_bodies)
    )
    if not capital and not told_apart and not _clear_enough(columns, i, start, topic, told, plural=plural):
        return None
    firm = next((h.known for h in before if columns.tags[h.end] == "POS"), None)
    if firm is not None and firm.sector == "BUS" and not capital:
        return _of_firm(columns, firm, start, first, i)
    if capital:
        key, states = named_body(columns, index, core, i, end)
    else:
        key, states = body_key(columns, core, end if columns.lower[i] == "ministry" else i + 1), ()
    countries = told.countries or states
    seated = of_the_state or columns.lower[i] in _SEATED or key in word_classes().clear_departments
    seat = capital_after(columns, end) if seated else None
    country = countries[0] if len(countries) == 1 else seat
    union = told.of if country in ("IGO", "EUE") else None  # a body of a body of states
    named = capital or country is not None or bool(countries) or of_the_state
    return Draft(
        start=start,
        end=end,
        head=outer_head(columns, first, i + 1),
        form=MentionForm.NAME if capital else MentionForm.NOMINAL,
        need=Need.BODY,
        name=columns.told(start + (columns.lower[start] in _DETERMINERS), end),
        id=body_id(union or country, key) if named and (not plural or sector == "MED") else "",
        kind=PartyKind.ORGANISATION,
        country=country,
        sector="IGO" if country == "IGO" and sector == "GOV" else sector,
        of=union or country or (None if capital and core < told.core else told.of),
        plural=plural,
        key=key,
        several=countries if plural and not capital and len(countries) > 1 else (),
    )


_FORCES = ("COP", "MIL")
_OF_RULERS = ("COP", "GOV", "JUD", "MIL")


def _with_people(columns: Columns, index: HitIndex, start: int, i: int) -> int:
    """Return where a body begins whose people are named before its ship: "[Norlandic coast guard] boats"."""
    people = index.at(start - 1) if start else None
    before = columns.deps[i] == "compound" and columns.heads[i] > i == columns.heads[i] - 1
    if not before or people is None or people.known.source is not Source.DEMONYM:
        return start
    return people.start if columns.heads[people.end - 1] == columns.heads[i] else start


def _is_one_of_a_union(columns: Columns, before: Sequence[Hit], i: int) -> bool:
    """Tell whether a body is one of many that a body of states has: "a UN [agency]" is not the UN."""
    known = before[-1].known if before else None
    return known is not None and known.country in ("IGO", "EUE") and columns.lemmas[i] == "agency"


def _clear_enough(
    columns: Columns, i: int, start: int, topic: bool, told: Description, *, plural: bool
) -> bool:
    """Tell whether a body in lower case and without a state is one at all ("the defense ministry")."""
    if not plural and _after_name(columns, start):
        return True
    vague = columns.lower[i] in word_classes().vague_bodies
    if (plural or vague) and not told.definite:
        return False
    return not vague or topic or columns.lower[start] in _THE


def _after_name(columns: Columns, start: int) -> bool:
    """Tell whether a description follows a name and its comma ("the Lake Times, a newspaper …")."""
    return start >= 2 and columns.words[start - 1] == "," and columns.tags[start - 2].startswith("NNP")


def _with_topics(columns: Columns, index: HitIndex, start: int, i: int) -> int:
    """Return where a body's name begins that tells of several subjects: "[House Energy and] Commerce …"."""
    joined = {"and", "&"}
    while start > 1 and columns.lower[start - 1] in joined and _ends_topic(columns, index, start - 2):
        start = left_edge(columns, start - 2, index, reach=i)
        joined = {","}
    return start


def _ends_topic(columns: Columns, index: HitIndex, i: int) -> bool:
    """Tell whether a word in capitals ends a subject that a body's name goes on from."""
    topic = columns.words[i][:1].isupper() and columns.lower[i] in word_classes().topics
    return topic and index.at(i) is None


def _first_of_name(columns: Columns, index: HitIndex, core: int, i: int) -> int:
    """Return where the capitals before a body's word begin ("the centrist [Lake Policy Center]")."""
    first = j = i
    while j > core and index.at(j - 1) is None:
        j -= 1
        if columns.words[j][:1].isupper() and columns.tags[j].startswith(("NNP", "JJ")):
            first = j
        elif columns.tags[j] in ("CC", ",") and _ends_topic(columns, index, j - 1):
            continue
        elif columns.tags[j] not in ("POS", "HYPH"):
            break
    return first


_SEATED = frozenset({"ministry", "parliament", "government", "presidency", "cabinet"})
"""Bodies that are of the state in whose capital they are told to be ("the ministry in Oslo")."""


def _name_after(columns: Columns, index: HitIndex, i: int) -> Hit | tuple[int, int] | None:
    """Return the name right after the word for its sort: "the daily [Le Jour]", "UN agency the [WFP]"."""
    at = i + 1 + (columns.lower[i + 1 : i + 2] == ["the"])
    if at >= len(columns) or columns.tags[i] != "NN" or columns.closed[at]:
        return None
    hit = index.at(at)
    if hit is not None:
        own = hit.start == at and hit.known.source in (Source.BODY, Source.OWN)
        return hit if own and _attached(columns, i, at, hit.end) else None
    if at > i + 1:
        return None
    end = at
    while end < len(columns) and columns.tags[end] in ("NNP", "NNPS") and columns.words[end][:1].isupper():
        if index.at(end) is not None or sector_word(roles().offices, columns, end):
            return None
        end += 1
    person = any(columns.labels[j] in ("PERSON", "DATE") for j in range(at, end))
    return (at, end) if end > at and not person and _attached(columns, i, at, end) else None


def _attached(columns: Columns, i: int, start: int, end: int) -> bool:
    """Tell whether a noun and the name [start, end) after it hang together in the parse."""
    head = outer_head(columns, start, end)
    return columns.heads[head] == i or start <= columns.heads[i] < end


def _named_after_sort(
    columns: Columns,
    index: HitIndex,
    start: int,
    told: Description,
    sector: str,
    named: Hit | tuple[int, int],
) -> Draft:
    """Return the body whose name follows the word for its sort, with the state the words before tell."""
    first, end = (named.start, named.end) if isinstance(named, Hit) else named
    name = columns.told(first, end)
    country = told.countries[0] if len(told.countries) == 1 else None
    head = outer_head(columns, start, end)
    if isinstance(named, Hit) and (named.known.source is Source.BODY or named.known.country is not None):
        return replace(_known(columns, index, named, head), start=start)
    return Draft(
        start=start,
        end=end,
        head=head,
        form=MentionForm.NAME,
        need=Need.NOTHING,
        name=name,
        id=named.known.id if isinstance(named, Hit) else f"org:{slug(name)}",
        kind=PartyKind.ORGANISATION,
        country=country,
        sector=sector,
        of=country,
    )


_THE = frozenset({"the", "this", "that", "its", "their"})
_DETERMINERS = frozenset({"the", "a", "an", "this", "that", "its", "their", "his", "her", "our"})
