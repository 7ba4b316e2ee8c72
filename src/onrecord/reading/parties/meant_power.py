"""Which state a government, its troops or those in power are of."""

from dataclasses import replace

from onrecord.codebook.wordclasses import word_classes
from onrecord.gazetteer.countries import name_of
from onrecord.reading.layers import Mention, MentionForm
from onrecord.reading.parties.columns import Columns
from onrecord.reading.parties.describe import GOVERNING
from onrecord.reading.parties.draft import Draft
from onrecord.reading.parties.home_state import at_home, is_told_most
from onrecord.reading.parties.standing_before import clause_subject
from onrecord.reading.parties.telling import Telling
from onrecord.records import Party, PartyKind, Span

__all__ = ["power_meant"]

_PASSING = frozenset({"transitional", "interim", "provisional", "caretaker", "unity", "rebel"})
"""Words that tell a government apart from the one named before."""

_POINTING = frozenset({"the", "this", "that", "these", "those"})
"""Before a power they tell that it is one told of; a bare one is at most the acting state's own."""

_DOMESTIC = frozenset({"security", "government"})
"""Before "forces": those of the state the story is told from."""

_CAPTIVE = frozenset(
    {
        "freed",
        "released",
        "captured",
        "captive",
        "kidnapped",
        "abducted",
        "imprisoned",
        "detained",
        "exchanged",
    }
)
"""Words that tell soldiers somebody holds or held: whose they are does not follow from who acts."""


def power_meant(telling: Telling, draft: Draft) -> Party:
    """Return the state whose government or force it is: named so before, acting here, or the only one."""
    columns = telling.columns
    if not _CAPTIVE.isdisjoint(columns.lower[draft.start : draft.head]):
        return telling.plain(draft)
    if _are_some_of(columns, draft):
        return telling.plain(draft)
    if "JJR" in columns.tags[draft.start : draft.head]:
        return _one_of_several(telling, draft)
    named = [columns.words[i] for i in range(draft.start, draft.head) if columns.tags[i].startswith("NNP")]
    if named:
        return _called_after(telling, draft, named)
    if draft.key in _POWERS and _is_of_a_region(columns, draft):
        return telling.plain(draft)
    if "paramilitary" in columns.lower[draft.start : draft.head]:
        return _group_told(telling, draft)
    ruled = _ruled_in(telling, draft)
    if ruled is not None:
        return _power_of(telling, draft, ruled.country or "", telling.span(ruled), "the place told with it")
    if draft.key == "government" and not _PASSING.isdisjoint(columns.lower[draft.start : draft.head]):
        return telling.plain(draft)
    pointed = columns.lower[draft.start] in _POINTING
    told = _told_before(telling, draft) if pointed else None
    return told if told is not None else _by_who_acts(telling, draft, pointed=pointed)


def _group_told(telling: Telling, draft: Draft) -> Party:
    """Return the armed group named last, which "the paramilitary force" is, and no state; unknown if none."""
    pointed = telling.columns.lower[draft.start] in _POINTING
    groups = (m.party for m, _ in telling.backwards() if m.party.kind is PartyKind.GROUP and not m.compound)
    group = next(groups, None) if pointed else None
    return telling.plain(draft) if group is None else telling.same_as(draft, group, _BEFORE)


def _are_some_of(columns: Columns, draft: Draft) -> bool:
    """Tell whether soldiers are counted one by one, and no force: "freed two of [the four soldiers]"."""
    of = columns.heads[draft.head]
    part = columns.deps[draft.head] == "pobj" and columns.lower[of] == "of"
    return part and columns.tags[columns.heads[of]] == "CD" and "CD" in columns.tags[draft.start : draft.head]


def _one_of_several(telling: Telling, draft: Draft) -> Party:
    """Return a force told apart from others by its size: no state's, and maybe a group's.

    "The Front and the League are at war; the [smaller army] has fled."
    """
    party = telling.plain(draft)
    groups = any(m.party.kind is PartyKind.GROUP or m.party.sector == "REB" for m in telling.done)
    return replace(party, sector=None) if groups else party


def _called_after(telling: Telling, draft: Draft, words: list[str]) -> Party:
    """Return the state of the person whose name stands before a power: "the [Cole] government"."""
    persons = [p for word in words for p in telling.cast.by_word.get(word, ()) if p.country is not None]
    if not persons:
        return telling.plain(draft)
    person = persons[-1]
    where = telling.span(person.told or person.first)
    how = "the state of the person it is called after"
    return _power_of(telling, draft, person.country or "", where, how)


def _told_before(telling: Telling, draft: Draft) -> Party | None:
    """Return the state that "the …" was told of: by the sentence's place, by such a word, as having one."""
    place = telling.place_told(draft) if draft.key in GOVERNING else None
    if place is not None:
        return _power_of(telling, draft, place.country or "", telling.span(place), "the place told first")
    for mention, other in telling.backwards():
        if mention.party.kind is not PartyKind.STATE or mention.compound:
            continue
        same = {draft.key} | (_ARMIES if draft.key in _ARMIES else frozenset())
        if draft.key == "side" and telling.columns.lower[draft.head - 1] in GOVERNING:
            same = {telling.columns.lower[draft.head - 1]}  # "the government [side]"
        if other.key in same or telling.columns.lemmas[other.head] in same:
            return replace(telling.same_as(draft, mention.party, _BEFORE), sector=draft.sector)
    whose = _told_with_its_state(telling, draft)
    if whose is None:
        return None
    return _power_of(telling, draft, whose.party.country or "", whose.party.span, _BEFORE)


_BEFORE = "the one named before"

_ARMIES = frozenset({"army", "military"})
"""Words for one and the same of a state: "Norland's army … the military"."""


def _by_who_acts(telling: Telling, draft: Draft, *, pointed: bool) -> Party:
    """Return the state that acts, or else the only one, or that of the dateline; unknown for another's."""
    columns = telling.columns
    acting = telling.acting_state(draft) if pointed else _whose_forces(telling, draft)
    if acting is not None and _is_guest(telling, draft, acting):
        return at_home(telling, draft, telling.plain(draft)) if pointed else telling.plain(draft)
    if acting is not None and _is_anothers(telling, draft, acting):
        return telling.plain(draft)
    state = acting.party if acting is not None and acting.party.kind is PartyKind.STATE else None
    if state is None and pointed:
        state = telling.only_state()
    if state is not None:
        return replace(telling.same_as(draft, state, "the state that acts just before"), sector=draft.sector)
    if acting is not None and acting.party.country is not None:
        how = "the state of the party that acts just before"
        return _power_of(telling, draft, acting.party.country, acting.party.span, how)
    plain = telling.plain(draft)
    domestic = columns.lower[draft.head - 1] in _DOMESTIC and draft.start < draft.head
    return at_home(telling, draft, plain) if acting is None and (pointed or domestic) else plain


def _is_anothers(telling: Telling, draft: Draft, acting: Mention) -> bool:
    """Tell whether a power is another state's than that of who acts, who speaks to it."""
    return (
        _is_urged(telling, draft, acting)
        or _is_beside(telling, draft, acting)
        or _is_demanded_of(telling, draft, acting)
    )


def _is_guest(telling: Telling, draft: Draft, acting: Mention) -> bool:
    """Tell whether who acts works among those in power, who are so another state's: "Norway's envoy"."""
    return _is_mission(acting.party) and _is_power(telling.columns, draft)


def _power_of(telling: Telling, draft: Draft, country: str, told: Span | None, how: str) -> Party:
    """Return a government or force as that of a state."""
    return Party(
        name=name_of(country),
        id=country,
        kind=PartyKind.STATE,
        country=country,
        sector=draft.sector,
        span=telling.span(draft),
        mention=told,
        inferred=how,
    )


_POWERS = frozenset({"government", "administration", "authority", "leadership"})
"""Powers that regions and towns have as states have them."""

_REGIONAL = frozenset(
    {"state", "regional", "provincial", "local", "city", "municipal", "county", "district", "village"}
)


def _is_of_a_region(columns: Columns, draft: Draft) -> bool:
    """Tell whether a government is a region's: "the [government] of Sonora", "the regional one"."""
    after = draft.end
    named = columns.lower[after : after + 1] == ["of"] and columns.tags[after + 1 : after + 2] == ["NNP"]
    return named or not _REGIONAL.isdisjoint(columns.lower[draft.start : draft.head])


def _ruled_in(telling: Telling, draft: Draft) -> Draft | None:
    """Return the state that those in power are told to be in: "urged authorities in [Norland] to leave"."""
    columns = telling.columns
    if not _is_power(columns, draft):
        return None
    if columns.lower[draft.end : draft.end + 1] != ["in"]:
        return None
    states = (s for s in telling.later if s.kind is PartyKind.STATE and s.start == draft.end + 1)
    return next((s for s in states if s.country is not None and s.head == s.end - 1), None)


def _told_with_its_state(telling: Telling, draft: Draft) -> Mention | None:
    """Return what a state was last told to have of a power: "an Israeli [military] court … the military"."""
    if draft.sector != "MIL":
        return None
    return next(
        (
            m
            for m in reversed(telling.done)
            if m.party.country not in (None, "IGO", "EUE")
            if m.form is MentionForm.NOMINAL and draft.key in telling.columns.lower[m.start : m.end]
        ),
        None,
    )


def _whose_forces(telling: Telling, draft: Draft) -> Mention | None:
    """Return whose bare "troops" are: the owner of "X's dispatch of troops", or who acts."""
    columns = telling.columns
    if columns.lemmas[draft.head] == "side":
        return None  # "urged all [sides]"
    i = columns.heads[draft.head]
    if columns.deps[draft.head] == "pobj":
        i = columns.heads[i]
        for mention in reversed(telling.done):
            if columns.heads[mention.head] == i and columns.deps[mention.head] == "poss":
                return mention if mention.party.country is not None else None
    elif columns.deps[draft.head] != "dobj":
        return None
    subject = clause_subject(telling, draft.head)
    of_whom = columns.deps[draft.head] == "pobj" and columns.lower[draft.head - 1] in _DOMESTIC
    speaks = subject is not None and subject.party.kind is PartyKind.PERSON
    if subject is not None and speaks and of_whom and not _speaks_for_state(subject.party):
        return None  # "Lind wants the withdrawal of government forces"
    told = (
        subject is not None
        and subject.end <= draft.start
        and subject.party.country not in (None, "IGO", "EUE")
    )
    if columns.lower[draft.head - 1] == "government" and told and not is_told_most(telling, subject):
        return None  # who speaks of "government forces" abroad does not mean his own state's
    return subject if subject is not None and told and not telling.joined_with(subject) else None


def _speaks_for_state(party: Party) -> bool:
    """Tell whether somebody holds an office of a state, and has not left it."""
    left = party.role is not None and party.role.lower().split()[0] in word_classes().former
    return party.sector in ("GOV", "MIL") and not left


_ASKED = frozenset({"must", "should", "to"})


def _is_beside(telling: Telling, draft: Draft, state: Mention) -> bool:
    """Tell whether a state speaks of or to a government, which so is another's.

    "Norway urged [the government]", "Norway said [the government] must leave".
    """
    columns = telling.columns
    verb = columns.heads[draft.head]
    if draft.key not in GOVERNING:
        return False
    if columns.deps[draft.head] in ("nsubj", "nsubjpass"):
        asked = any(columns.lower[i] in _ASKED and columns.heads[i] == verb for i in range(draft.end, verb))
        if not asked or columns.deps[verb] not in ("ccomp", "xcomp"):
            return False
        verb = columns.heads[verb]
    elif columns.deps[draft.head] == "pobj" and columns.lower[draft.start - 1] == "on":
        verb = columns.heads[verb]  # "called on [the government]"
    elif columns.deps[draft.head] != "dobj":
        return False
    return any(m.party.id == state.party.id for m in telling.subjects_of(verb))


def _is_demanded_of(telling: Telling, draft: Draft, state: Mention) -> bool:
    """Tell whether a state demands something of forces, another's: "demanded that [the troops] leave"."""
    columns = telling.columns
    verb = columns.heads[draft.head]
    clause = columns.deps[draft.head] in ("nsubj", "nsubjpass") and columns.deps[verb] == "ccomp"
    above = columns.heads[verb]
    demands = clause and draft.sector == "MIL" and columns.lemmas[above] in ("demand", "urge")
    whose = telling.subjects_of(above)
    return demands and (not whose or any(m.party.id == state.party.id for m in whose))


def _is_urged(telling: Telling, draft: Draft, acting: Mention) -> bool:
    """Tell whether a government or its ministry urges those in power to act, who are then another's."""
    columns = telling.columns
    verb = columns.heads[draft.head]
    if columns.deps[draft.head] in ("nsubj", "nsubjpass") and columns.deps[verb] in ("ccomp", "xcomp"):
        verb = columns.heads[verb]
    elif columns.deps[draft.head] != "dobj":
        return False
    governs = acting.party.kind in (PartyKind.STATE, PartyKind.ORGANISATION) and acting.party.sector == "GOV"
    urges = columns.lemmas[verb] in ("urge", "ask", "press", "implore", "warn")
    return governs and urges and _is_power(columns, draft) and acting in telling.subjects_of(verb)


def _is_mission(party: Party) -> bool:
    """Tell whether a party works among another state's authorities: "the Norlandic [consulate]", an envoy."""
    return not _MISSIONS.isdisjoint(f"{party.name} {party.role or ''}".lower().split())


_MISSIONS = frozenset({"embassy", "consulate", "ambassador", "consul", "envoy", "mediator"})


def _is_power(columns: Columns, draft: Draft) -> bool:
    return draft.key in GOVERNING or columns.lemmas[draft.head] in ("authority", "authorities")
