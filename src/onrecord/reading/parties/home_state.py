"""The state an article is told from, and to whom it lends its name: "NAIROBI, Kenya — The ministry said"."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from onrecord.codebook.roles import roles
from onrecord.codebook.wordclasses import word_classes
from onrecord.gazetteer.countries import country_of_capital, country_of_name, name_of
from onrecord.reading.layers import Mention, MentionForm
from onrecord.reading.parties.body_names import body_id
from onrecord.reading.parties.columns import Columns
from onrecord.reading.parties.draft import Draft, Need
from onrecord.reading.parties.lexicon import stands_alone
from onrecord.reading.parties.telling import Telling
from onrecord.records import Party, PartyKind

__all__ = ["at_home", "find_home", "is_told_most", "persons_at_home"]


def find_home(columns: Columns, title: str | None) -> Draft | None:
    """Return the state that an article's dateline names, or that its title opens with; None for none.

    A dateline's is a draft of the words there, a title's one of no tokens.
    """
    return _home_in_dateline(columns) or _home_in_title(title)


_LONGEST_STATE = 6
"""Tokens of a state's name: "Democratic Republic of the Congo"."""


def _home_in_dateline(columns: Columns) -> Draft | None:
    """Return the state the dateline names, or whose capital it names ("NAIROBI, Kenya", "PARIS").

    A name that is as often something else needs its company ("ATLANTA, Georgia" names no state). None where
    a report comes from two places ("ADEN/LONDON").
    """
    start, end = columns.dateline
    if any("/" in word for word in columns.words[start:end]):
        return None
    for i in range(start, end):
        for j in range(min(end, i + _LONGEST_STATE), i, -1):
            words = columns.told(i, j)
            code = country_of_name(words) or country_of_capital(words.title())
            if code is not None and stands_alone(words, columns.text):
                return Draft(i, j, j - 1, MentionForm.NAME, Need.NOTHING, words, code, country=code)
    return None


def _home_in_title(title: str | None) -> Draft | None:
    """Return the state a title opens with as that of its story: "Mali: Ten dead near Ansongo"."""
    words, colon, _ = (title or "").partition(":")
    code = country_of_name(words.strip()) if colon else None
    return None if code is None else Draft(0, 0, 0, MentionForm.NAME, Need.NOTHING, words, code, country=code)


def at_home(telling: Telling, draft: Draft, party: Party) -> Party:
    """Give a body or power without a state that of the dateline, as reports from a country write them."""
    home = telling.place_told(draft) or telling.home
    if home is telling.home and _only_hosts(home, (d.country for d in telling.drafts)):
        return party
    if draft.need is Need.STATE_POWER and home is telling.home and not is_told_most(telling, home):
        return party
    owned = "POS" in telling.columns.tags[draft.start : draft.end]
    if home is None or home.country is None or owned:
        return party
    power = draft.need is Need.STATE_POWER
    return replace(
        party,
        id=home.country if power else body_id(home.country, draft.key),
        name=name_of(home.country) if power else party.name,
        kind=PartyKind.STATE if power else draft.kind,
        country=home.country,
        of=None if power else home.country,
        mention=telling.span(home) if home.end else None,
        inferred=f"state from the {_where_told(home) if home is telling.home else 'place told first'}",
    )


def is_told_most(telling: Telling, told: Mention | Draft | None) -> bool:
    """Tell whether no state is told more often than the one of a party or a dateline."""
    states = Counter(d.country for d in telling.drafts if d.kind is PartyKind.STATE and d.country is not None)
    party = told.party if isinstance(told, Mention) else told
    return party is None or states[party.country or ""] >= max(states.values(), default=0)


_HOSTS = frozenset({"vienna"})
"""Capitals from which news of bodies of many states is told; of other such cities no state is taken."""


def _only_hosts(home: Draft | None, told: Iterable[str | None]) -> bool:
    """Tell whether a dateline's city is where states meet, and its own state is not spoken of.

    "VIENNA — … South Korea bristled. \"It was curiosity,\" a Science Ministry official said."
    """
    if home is None or home.name.lower() not in _HOSTS:
        return False
    states = {country for country in told if country is not None}
    return home.country not in states and bool(states - {"IGO", "EUE"})


_BARE_BODIES = frozenset({"ministry", "parliament", "government", "police", "army", "presidency"})
"""Last words of bodies whose state a newsroom leaves out where it is its own."""


def persons_at_home(mentions: tuple[Mention, ...], home: Draft | None) -> tuple[Mention, ...]:
    """Return mentions with the state of the dateline for persons of a body that no state is told for."""
    if _only_hosts(home, (party.country for mention in mentions for party in mention.parties)):
        return mentions
    alone = not _other_forces(mentions, home)
    return tuple(_person_at_home(mention, home, alone=alone) for mention in mentions)


def _person_at_home(mention: Mention, home: Draft | None, *, alone: bool) -> Mention:
    """Give a person of a body that no state is told for to the state of the dateline.

    "MINSK, Belarus — … Foreign Ministry spokesman A. B. said": a newsroom names the ministry's state only
    where it is another one. So of a "military spokesman", if no other state's forces are told of.
    """
    party = mention.party
    if home is None or home.country is None or party.country is not None:
        return mention
    how = party.inferred or f"state of the {_where_told(home)}"
    if alone and _speaks_for_forces(party):
        return replace(mention, party=replace(party, country=home.country, of=home.country, inferred=how))
    of = party.of or ""
    if not of.startswith("org:") or of.removeprefix("org:").split("-")[-1] not in _BARE_BODIES:
        return mention
    body = body_id(home.country, of.removeprefix("org:"))
    return replace(mention, party=replace(party, country=home.country, of=body, inferred=how))


def _speaks_for_forces(party: Party) -> bool:
    """Tell whether somebody by name speaks for forces without a word of whose: "army spokesman Col. …"."""
    words = (party.role or "").lower().split()
    forces = bool(words) and roles().state.get(words[0]) == "MIL"
    speaks = not word_classes().mouthpieces.isdisjoint(words)
    told = party.kind is PartyKind.PERSON and party.sector == "MIL" and party.of is None
    return told and forces and speaks


def _other_forces(mentions: tuple[Mention, ...], home: Draft | None) -> bool:
    """Tell whether an article speaks of the forces of another state than its dateline's."""
    abroad = (m.party for m in mentions if home is None or m.party.country != home.country)
    return any(party.sector == "MIL" and party.country is not None for party in abroad)


def _where_told(home: Draft) -> str:
    """Return where an article tells its state; a title has no tokens."""
    return "dateline" if home.end else "title"
