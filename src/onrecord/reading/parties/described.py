"""Which body or group a description without a full name means."""

from collections import Counter
from dataclasses import replace

from onrecord.codebook.bodies import called_nouns, known_bodies
from onrecord.codebook.wordclasses import word_classes
from onrecord.reading.layers import Mention, MentionForm
from onrecord.reading.parties.body_names import body_id
from onrecord.reading.parties.draft import Draft, Need
from onrecord.reading.parties.home_state import at_home
from onrecord.reading.parties.telling import Telling
from onrecord.records import Party, PartyKind, slug

__all__ = ["body_called", "body_meant", "group_meant"]

_BEFORE = "the one named before"


def body_meant(telling: Telling, draft: Draft) -> Party:
    """Return the body a description means; kind unknown when nothing tells it."""
    described = _described_by(telling, draft)
    if described is not None:
        return telling.same_as(draft, described, "the name it describes")
    if draft.sector == "MED" and draft.country is None and _is_named(telling, draft):
        return replace(telling.plain(draft), id=f"org:{slug(draft.name)}", kind=PartyKind.ORGANISATION)
    if (draft.of or "").startswith("group:"):
        return telling.plain(draft)  # "the Houthi-run ministry" is no state's
    if draft.country is None:
        other = _same_body(telling, draft)
        found = other.party if other is not None else _called(telling, draft.key)
        found = found or _of_speaker(telling, draft)
        if found is not None:
            return telling.same_as(draft, found, "the body of that sort named before")
        if draft.id and (draft.sector in ("MIL", "MED") and draft.key.split()[0] in _OF_SOME_STATE):
            state = telling.acting_state(draft)
            if state is not None and state.party.country is not None:
                return replace(
                    telling.plain(draft),
                    id=body_id(state.party.country, draft.key),
                    country=state.party.country,
                    of=state.party.country,
                    mention=state.party.span,
                    inferred="state from the party that acts just before",
                )
    of_state = draft.country is None and draft.sector in _STATE_SECTORS and not draft.plural
    party = _of_possessor(telling, draft, _unless_named(telling, draft))
    if party.country is not None and draft.country is None:
        return party
    clear = (
        of_state
        and bool(draft.key)
        and not draft.key.startswith("state ")
        and not _is_local_force(telling, draft)
    )
    if draft.key in word_classes().missions:
        return _of_envoy(telling, draft, party)
    clear = clear and (_is_clear(draft.key) or draft.sector == "MIL") and not _has_own_name(draft)
    spoken = telling.state_spoken_of(draft.head) if clear else None
    if spoken is not None:
        return replace(
            party,
            id=body_id(spoken[0], draft.key),
            kind=draft.kind,
            country=spoken[0],
            of=spoken[0],
            mention=spoken[1],
            inferred="state from the subject of what the body says",
        )
    if clear:
        return at_home(telling, draft, party)
    return party


def _of_envoy(telling: Telling, draft: Draft, party: Party) -> Party:
    """Give "the embassy" to the state whose diplomat was told just before; never to the dateline's."""
    columns = telling.columns
    for mention, _ in telling.backwards():
        if columns.sentences[mention.start] < columns.sentences[draft.start] - 1:
            break
        envoy, state = mention.party, mention.party.country
        role = str(envoy.role).lower().split()[-1].removesuffix("s")
        if state not in (None, "IGO", "EUE") and role in word_classes().envoys | {"diplomat"}:
            return replace(
                party,
                id=body_id(state, draft.key),
                kind=draft.kind,
                country=state,
                of=state,
                mention=envoy.mention or envoy.span,
                inferred="state of the diplomat told just before",
            )
    return party


def _is_clear(key: str) -> bool:
    """Tell whether every state has a body of a sort, and hardly a city: "ministry", "defense department"."""
    return key.split()[-1] in word_classes().clear_bodies or key in word_classes().clear_departments


def _is_local_force(telling: Telling, draft: Draft) -> bool:
    """Tell whether a police force is called after where it polices: "the North Bay Police", "Lier police"."""
    words = draft.key.split()
    local = len(words) > 1 and words[-1] == "police" and words[0] not in _POLICE_OF_A_STATE
    columns = telling.columns
    first = next((i for i in range(draft.start, draft.end) if columns.lower[i] == words[0]), draft.start)
    opens = first == 0 or columns.sentences[first - 1] != columns.sentences[first]
    placed = columns.tags[first] == "NNP" and (not opens or columns.labels[first] in _NAMES_PLACES)
    return local and (draft.form is MentionForm.NAME or placed)


def _has_own_name(draft: Draft) -> bool:
    """Tell whether a force has a name of its own, as those have that fight the state: "the Harbour Army"."""
    *topic, last = draft.key.split()
    force = draft.form is MentionForm.NAME and last in ("force", "army")
    return force and not word_classes().any_force.issuperset(topic)


_POLICE_OF_A_STATE = frozenset(
    {"national", "federal", "military", "state", "border", "judicial", "secret", "riot", "traffic"}
)
_NAMES_PLACES = frozenset({"GPE", "LOC", "PERSON", "NORP", "FAC"})
"""What the parser may take a place for that opens a sentence."""


def _is_named(telling: Telling, draft: Draft) -> bool:
    """Tell whether a description holds a name of its own ("the al-Watan newspaper")."""
    return "NNP" in telling.columns.tags[draft.start : draft.head]


def _of_speaker(telling: Telling, draft: Draft) -> Party | None:
    """Return "the ministry" somebody told before speaks for ("a Foreign Ministry spokesman")."""
    if draft.id or draft.plural or draft.key not in word_classes().clear_bodies:
        return None
    for mention, _ in telling.backwards():
        party = mention.party
        if party.country is not None and (party.of or "").endswith(f"-{draft.key}"):
            told = telling.plain(draft)
            state = party.country
            return replace(told, id=party.of or "", kind=draft.kind, country=state, of=state, span=party.span)
    return None


def _described_by(telling: Telling, draft: Draft) -> Party | None:
    """Return the body whose name a description follows ("the Lake Times, a newspaper …")."""
    if draft.form is not MentionForm.NOMINAL or draft.plural or not telling.done:
        return None
    before = telling.done[-1]
    follows = before.end == draft.start - 1 and telling.columns.words[draft.start - 1] == ","
    named = before.form is MentionForm.NAME and before.party.kind is PartyKind.ORGANISATION
    apart = telling.columns.lower[draft.start] in ("a", "an") or telling.columns.deps[draft.head] == "appos"
    joined = telling.columns.first_conjunct(draft.head) != draft.head
    return before.party if follows and named and apart and not joined else None


def _of_possessor(telling: Telling, draft: Draft, party: Party) -> Party:
    """Give "the bloc's council" the state or union whose it is, where that is told just so before."""
    columns = telling.columns
    for inner in telling.later:
        if inner.start >= draft.end or draft.country is not None:
            break
        owns = columns.deps[inner.head] == "poss" and columns.heads[inner.head] == draft.head
        if inner.start < draft.start or not owns or inner.need is not Need.BODY:
            continue
        owner = body_meant(telling, inner)
        if owner.country is None:
            continue
        whose = owner.id if owner.country in ("IGO", "EUE") else owner.country
        return replace(
            party,
            id=body_id(whose, draft.key),
            kind=draft.kind,
            country=owner.country,
            of=owner.id,
            mention=owner.mention or owner.span,
            inferred="the body whose it is",
        )
    return party


_STATE_SECTORS = frozenset({"GOV", "LEG", "JUD", "MIL", "COP", "SPY"})


def _unless_named(telling: Telling, draft: Draft) -> Party:
    party = telling.plain(draft)
    return party if draft.id else replace(party, kind=PartyKind.UNKNOWN)


# First words of bodies that every state has and few articles repeat its name with.
_OF_SOME_STATE = frozenset({"joint", "general", "staff", "state", "coast", "border", "national"})


# What "the …" may stand for beside bodies of its own word.
_SAME_SORT = {
    "agency": ("agency", "service", "bureau", "administration"),
    "department": ("department", "ministry"),
    "ministry": ("ministry", "department"),
    "company": (
        "company",
        "corp",
        "inc",
        "ltd",
        "corp.",
        "inc.",
        "ltd.",
        "corporation",
        "airlines",
        "motors",
    ),
    "service": ("service", "agency"),
}


def _same_body(telling: Telling, draft: Draft) -> Mention | None:
    for mention, other in telling.backwards():
        if mention.party.kind is not PartyKind.ORGANISATION or mention.form is MentionForm.PRONOUN:
            continue
        told = other.key or mention.party.name.lower()
        last = told.split()[-1] if told else ""
        if told == draft.key or (not draft.id and last in _SAME_SORT.get(draft.key, (draft.key,))):
            return mention
        if draft.sector == "MED" == mention.party.sector and not draft.id and _may_be_printed(draft, mention):
            return mention
        if draft.id and _shortens(draft.name, mention.party.name):
            return mention
    return _firm(telling, draft.key, draft.start) if draft.key in _FIRMS and not draft.id else None


def _may_be_printed(draft: Draft, mention: Mention) -> bool:
    """Tell whether an outlet can be what is described: "the newspaper" is no agency and no station."""
    classes, name = word_classes(), mention.party.name.lower()
    printed = not classes.papers.isdisjoint(draft.key.split()[-1:])
    return not printed or classes.no_papers.isdisjoint({name, name.split()[-1]})


def body_called(telling: Telling, noun: str, before: int) -> Mention | None:
    """Return the body a bare noun of its sort means before a token ("a [company] spokesman")."""
    if noun in _FIRMS:
        return _firm(telling, noun, before)
    for mention, other in telling.backwards():
        told = (other.key or mention.party.name.lower()).split()
        same = told and told[-1] in _SAME_SORT.get(noun, (noun,))
        if same and mention.party.kind is PartyKind.ORGANISATION and mention.form is not MentionForm.PRONOUN:
            return mention
    return None


def _firm(telling: Telling, noun: str, before: int) -> Mention | None:
    """Return the firm an article means by "the company": who acts just before, else the one told most often.

    The only one called so by name, as "the law [firm] Nortix" is, goes before. The firm named last may be a
    rival or a victim named in passing.
    """
    firms = [
        m
        for m in telling.done
        if m.party.kind is PartyKind.ORGANISATION and m.party.sector in ("BUS", None) and m.end <= before
        if not (m.party.of or "").startswith("org:")  # "Nortix's press office"
    ]
    acted = {m.party.id for m in firms if telling.is_subject(m) or _is_of_business(telling, m)}
    firms = [m for m in firms if m.party.id in acted and not _is_of_other_sort(noun, m)]
    if not firms:
        return None
    called = {m.party.id: m for m in firms if noun in telling.columns.lower[m.start : m.end]}
    if len(called) == 1:
        return next(iter(called.values()))
    sentence = telling.columns.sentences[before]
    acting = {
        m.party.id: m
        for m in firms
        if telling.is_subject(m) and sentence - 1 <= telling.columns.sentences[m.start] < sentence
    }
    if len(acting) == 1:
        return next(iter(acting.values()))
    counts = Counter(m.party.id for m in firms).most_common(2)
    if len(counts) == 2 and counts[0][1] == counts[1][1]:
        return None
    return next(m for m in reversed(firms) if m.party.id == counts[0][0])


def _is_of_other_sort(noun: str, firm: Mention) -> bool:
    """Tell whether a firm is told by its name to be of another sort: "the maker" is no bank."""
    sort = firm.party.name.lower().split()[-1]
    return noun not in ("company", "firm") and sort != noun and sort in _SORTS


_SORTS = frozenset(
    {"bank", "airline", "airlines", "airways", "insurer", "insurance", "lender", "fund", "exchange", "hotel"}
    | {"brokerage", "newspaper", "port", "shipping", "lines", "energy", "gas", "oil"}
)


def _is_of_business(telling: Telling, mention: Mention) -> bool:
    """Tell whether a firm is told as one, and not as the place of words ("on Facebook")."""
    columns = telling.columns
    before = columns.lower[mention.start - 1] if mention.start else ""
    site = before in ("on", "via", "to") or columns.deps[mention.head] == "compound"
    return mention.party.sector == "BUS" and not site


_FIRMS = frozenset({"company", "firm", "carrier", "manufacturer", "maker", "airline", "automaker"})


def _shortens(name: str, full: str) -> bool:
    """Tell whether a capitalised word or two are the last of a longer name ("the Observatory")."""
    return len(name) < len(full) and name[:1].isupper() and f" {name} " in f" {full} "


def _called(telling: Telling, noun: str) -> Party | None:
    """Return the known body that is called so ("the alliance"), named last, or by somebody's office."""
    bodies = called_nouns().get(noun, frozenset())
    for mention in reversed(telling.done) if bodies else ():
        if mention.party.id in bodies and mention.form is MentionForm.NAME:
            return mention.party
        meant = mention.party.id if mention.party.id in bodies else mention.party.of
        if meant in bodies:  # told of its planes or its secretary
            body = next(b for b in known_bodies() if b.id == meant)
            span = mention.party.span
            return Party(body.names[0], body.id, body.kind, body.country, body.sector, None, body.of, span)
    return None


def group_meant(telling: Telling, draft: Draft) -> Party:
    """Return the armed group, or the organisation called so, that was named last.

    No union of states is meant where an armed group was named, and never the United Nations.
    """
    known = _called(telling, draft.key)
    if known is not None:
        return telling.same_as(draft, known, _BEFORE)
    if telling.columns.lower[draft.start] in ("a", "an") or _name_follows(telling, draft):
        return telling.plain(draft)
    armed = any(mention.party.kind is PartyKind.GROUP for mention, _ in telling.backwards())
    for mention, other in telling.backwards():
        never = armed or draft.key == "movement" or mention.party.id == "UN"
        if mention.compound or (never and mention.party.sector == "IGO"):
            continue
        described = other.form is MentionForm.NOMINAL and mention.party.kind is PartyKind.UNKNOWN
        if described and other.key.split()[-1:] == [draft.key]:
            return telling.same_as(draft, mention.party, _BEFORE)
        sectors = _MEDIA if draft.key == "network" else _ORGANISED
        private = mention.party.kind is PartyKind.ORGANISATION and mention.party.sector in sectors
        private = private and not _is_where(telling, mention)
        if private and _is_passed_over(telling, mention):
            continue
        if private or mention.party.kind is PartyKind.GROUP:
            other_one = _is_another_told(telling, draft, mention)
            return telling.plain(draft) if other_one else telling.same_as(draft, mention.party, _BEFORE)
    return telling.plain(draft)


def _is_passed_over(telling: Telling, mention: Mention) -> bool:
    """Tell whether an armed group only deals with a body: "Hezbollah handed two to the [Red Cross]"."""
    beside = telling.in_sentence(telling.columns.sentences[mention.start], mention.start)
    acts = any(m.party.kind is PartyKind.GROUP and telling.is_subject(m) for m in beside)
    return acts and not telling.is_subject(mention)


def _is_where(telling: Telling, mention: Mention) -> bool:
    """Tell whether a name nothing is known of only tells where: "cleared for [Dorwick]"."""
    columns = telling.columns
    place = columns.lower[columns.heads[mention.head]] in (
        "for",
        "in",
        "near",
        "at",
        "to",
        "towards",
        "toward",
    )
    named = mention.form is MentionForm.NAME and mention.party.sector is None
    return named and place and columns.deps[mention.head] == "pobj" and mention.end - mention.start == 1


def _name_follows(telling: Telling, draft: Draft) -> bool:
    """Tell whether a name stands right behind a description: "the [group] Clean Harbours said"."""
    columns = telling.columns
    words = columns.words[draft.end : draft.end + 1]
    return bool(words) and words[0][:1].isupper() and columns.tags[draft.end].startswith("NNP")


def _is_another_told(telling: Telling, draft: Draft, mention: Mention) -> bool:
    """Tell whether an unknown name is told to be one since: "the Bakers' Guilds, an industry [group]"."""
    columns = telling.columns
    told = (i for i in range(mention.end, draft.start) if columns.lemmas[i] == draft.key)
    return any(
        columns.deps[i] == "appos"
        and not {"a", "an"}.isdisjoint(columns.lower[max(0, i - 4) : i])
        and columns.tags[columns.heads[i]].startswith("NNP")
        and columns.heads[i] >= mention.end
        for i in told
    )


_ORGANISED = frozenset({"NGO", "IGO", "OPP", None})
_MEDIA = frozenset({"MED", "NGO", None})
