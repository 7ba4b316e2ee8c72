"""Sectors settled last: left out where words only guess, taken from the body or words before where told."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from onrecord.codebook.bodies import ruling_groups, sector_of_body
from onrecord.codebook.roles import roles
from onrecord.codebook.wordclasses import word_classes
from onrecord.reading.layers import Mention
from onrecord.reading.parties.body_sectors import sector_of_name
from onrecord.records import Party, PartyKind, slug

__all__ = ["CIVIC", "settled", "with_ruling_groups", "with_settled_sectors"]

_GUESSED = frozenset({"GOV", "BUS", "LEG", "MIL", "MED", "SPY"})
"""Sectors the table of words gives to those that stand alone ("the agency": GOV)."""

_OFFICIAL = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY"})
"""Sectors of a state's own bodies, for which nobody speaks who has left them."""

_EMPLOYED = frozenset({"BUS", "MED", "EDU", "NGO", "IGO"})
"""Those of others, for which so nobody does: "a former journalist" may be a minister."""

_FALLEN = frozenset({"ousted", "deposed", "toppled", "overthrown"})
"""Words before an office that somebody has lost by force: "the ousted Islamist president"."""

_SEXES = frozenset({"woman", "man"})

_OF_UNIONS = frozenset({"GOV", "LEG", "NGO", "CVL", "BUS"})
"""Sectors that words tell of those who work for a body of states, or are its own bodies."""

_TO_UNIONS = frozenset(
    {"ambassador", "envoy", "representative", "delegate", "diplomat", "minister", "government"}
)
"""Who speaks at a body of states for one of them, or is one: "its ambassador to the UN"."""

_SHARPENED = frozenset({"GOV", "CVL", "BUS", "NGO"})
"""Sectors that the words before a head may tell better."""

_LONGEST_ENTRY = 3
"""Words of the longest entry of the tables that tells a sector where its last word alone does not."""

_BEHIND = frozenset({"of", "for", "on", "at", "to", "against", "in", "from", "with"})
"""Words behind which a name or an office goes on: "Joint [Council] for Harbours"."""

_HEADS = frozenset({"executive", "ceo", "founder", "director"})
CIVIC = frozenset(
    {"league", "veterans", "caucus", "society", "coalition", "alliance", "forum", "network", "campaign"}
    | {"council", "committee", "association", "union", "movement", "fund", "trust", "institute", "center"}
)
"""Whom firms have and leagues have too, and words of the names of leagues."""

_GOVERNING = frozenset({"minister", "ministry", "government", "authority", "ambassador", "governor"})
"""Whom those have who rule, and mere rebels have not."""

_OF_CABINETS = frozenset(
    {"cabinet", "permanent", "principal", "press", "chief", "first", "deputy", "assistant", "under"}
    | {"private", "foreign", "home", "colonial", "information", "political", "state"}
)
"""Words before "secretary" that are of a state's offices, beside the matters of ministries."""

_RANKS = frozenset({"first", "second", "third", "only", "last", "youngest", "oldest"})

_FIGHTERS = frozenset({"fighter", "troop", "force", "soldier", "commander", "gunman", "army"})


def with_settled_sectors(mention: Mention) -> Mention:
    """Return a mention whose parties have the sectors that their words tell, none where these are open."""
    if all(settled(party) == party.sector for party in mention.parties):
        return mention
    party, *compound = (replace(p, sector=settled(p)) for p in mention.parties)
    return replace(mention, party=party, compound=tuple(compound))


def with_ruling_groups(mentions: tuple[Mention, ...], published: date | None) -> tuple[Mention, ...]:
    """Return mentions without the sector of rebels for groups that rule when an article is published.

    So do those that it tells to have a government.
    """
    parties = [party for mention in mentions for party in mention.parties]
    ruling = {p.id if p.kind is PartyKind.GROUP else p.of for p in parties if _Words.of(p).govern_for(p)}
    if published is not None:
        ruling |= {group for group, since in ruling_groups().items() if published >= since}
    return tuple(_without_rebels(mention, ruling) for mention in mentions)


def _without_rebels(mention: Mention, ruling: set[str | None]) -> Mention:
    def rules(party: Party) -> bool:
        return party.sector == "REB" and not ruling.isdisjoint({party.id, party.of} - {None})

    if not any(rules(p) for p in mention.parties):
        return mention
    party, *compound = (replace(p, sector=None) if rules(p) else p for p in mention.parties)
    return replace(mention, party=party, compound=tuple(compound))


def settled(party: Party) -> str | None:
    """Return the sector of a party by its own words, None where they leave it open.

    Whose chairman or agency it is, is not told; a former minister speaks for no ministry; an "opposition
    council" is no government, and on whose side a gunman or a pilot is, no word tells.
    """
    if party.kind is PartyKind.STATE:
        return party.sector
    words = _Words.of(party)
    if party.sector is None:
        return _whose_mouthpiece(party, words)
    if party.sector in _OFFICIAL | _EMPLOYED and party.role and words.first in word_classes().former:
        return None
    if party.sector in _OFFICIAL and not _FALLEN.isdisjoint(words.before):
        return None
    if party.sector == "CVL" and words.tell_a_rank_among(_SEXES):
        return None
    if _is_of_union(party) and party.sector in _OF_UNIONS:
        return party.sector if words.last in _TO_UNIONS else "IGO"
    if words.govern_for(party):
        return "GOV"
    if words.last == "secretary" and party.sector == "GOV" and words.are_of_a_society(party):
        return None
    if words.before[-1:] == ("high",) and words.last == "commissioner":
        return "GOV" if party.country not in (None, "IGO", "EUE") else party.country and "IGO"
    if words.last == "minister" and party.sector not in ("IGO", "REB"):
        return "GOV"  # a "schools minister" is no teacher
    sharper = words.sharper()
    if sharper is not None and party.sector in _SHARPENED:
        return sharper
    if words.is_armed_opposition():
        return "REB"
    if _is_told_by_employer(party):
        return party.sector
    if _is_open(party, words) or _is_guess(party, words):
        return _whose_mouthpiece(party, words)
    return party.sector


def _whose_mouthpiece(party: Party, words: "_Words") -> str | None:
    """Return the sector a spokesman speaks for where his words tell it: a government's, a ministry's."""
    if party.role is None or words.last not in word_classes().mouthpieces:
        return None
    body = (party.of or "").removeprefix("org:").split("-")[-1]
    government = "government" in words.before and "former" not in words.before
    return "GOV" if government or body in ("ministry", "cabinet", "presidency") else None


def _is_told_by_employer(party: Party) -> bool:
    """Tell whether somebody without a name is told to be of a body of that sector.

    "A source at the ministry" is `unknown:ministry-source`.
    """
    own = f"-{slug(party.name)}"
    known = party.id.startswith("unknown:") and party.id.endswith(own)
    body = party.id.removeprefix("unknown:").removesuffix(own) if known else ""
    told = sector_of_name(body) or roles().state.get(body)
    return told is not None and party.sector == told


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a role or a name, in lower case: the last one in singular, and those before it."""

    before: tuple[str, ...]
    last: str

    @classmethod
    def of(cls, party: Party) -> "_Words":
        told = (party.role or party.name).lower().replace("-", " ").replace("’", "'")
        words = [word.removesuffix("'s") for word in told.split()] or [""]
        end = next((n for n, word in enumerate(words) if n and word in _BEHIND), len(words))
        return cls(tuple(words[: end - 1]), _singular(words[end - 1]))

    @property
    def first(self) -> str:
        return self.before[0] if self.before else self.last

    def sharper(self) -> str | None:
        """Return the sector that a word before the last tells better than that, None where none does."""
        if "armed" in self.before or self.last in _FIGHTERS:
            return None
        pairs = (f"{one} {two}" for one, two in pairwise((*self.before, self.last)))
        return next((s for word in (*pairs, *self.before) if (s := roles().sharper.get(word))), None)

    def is_armed_opposition(self) -> bool:
        """Tell whether people are an opposition under arms: "opposition fighters", "the armed opposition"."""
        armed = "armed" in self.before and self.last in {"opposition", "opponent"}
        return armed or ("opposition" in self.before and self.last in _FIGHTERS)

    def govern_for(self, party: Party) -> bool:
        """Tell whether somebody has an office of those an armed group rules by: "the [group]'s minister"."""
        of_group = party.kind is PartyKind.GROUP or (party.of or "").startswith("group:")
        return of_group and (self.last in _GOVERNING or "government" in self.before)

    def are_of_a_society(self, party: Party) -> bool:
        """Tell whether a secretary is of no state's: "branch [secretary] of the union"."""
        stately = word_classes().topics | _OF_CABINETS
        return bool(self.before) and party.country is None and stately.isdisjoint(self.before)

    def told_before(self, sector: str | None) -> bool:
        """Tell whether a word before the last tells the sector: "[army] captain", "[minister]'s office".

        A "group's spokesman" may be of any sort of group.
        """
        alone = {word.removesuffix("s") for word in self.before} - word_classes().anywhere
        return any(one.get(word) == sector for word in alone for one in _tables())

    def tell_a_rank_among(self, people: frozenset[str]) -> bool:
        """Tell whether somebody is only told to be the first of some: "the first [woman] to be nominated"."""
        return self.last in people and not _RANKS.isdisjoint(self.before)

    def are_an_entry(self) -> bool:
        """Tell whether the last words together are an entry of the tables: "aid agency"."""
        words = [*self.before, self.last]
        longer = (" ".join(words[-size:]) for size in range(2, min(_LONGEST_ENTRY, len(words)) + 1))
        return any(entry in one for entry in longer for one in _tables())


def _tables() -> tuple[dict[str, str], ...]:
    return roles().state, roles().bodies, roles().unnamed, roles().offices


def _singular(word: str) -> str:
    """Return the singular of a word that ends a description."""
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word if word.endswith("ss") else word.removesuffix("s")


def _is_of_union(party: Party) -> bool:
    """Tell whether somebody is of a body of states, or is one: "WHO officials"."""
    known = sector_of_body().get(party.of or "")
    return party.country in ("IGO", "EUE") or (known == "IGO" and party.country is None)


def _is_open(party: Party, words: _Words) -> bool:
    """Tell whether the words of a party leave its sector open."""
    told_otherwise = _TOLD_OTHERWISE.get(party.sector or "")
    if told_otherwise is not None and told_otherwise(party, words):
        return True
    if party.sector == "MIL" and words.last == "officer" and not words.told_before("MIL"):
        return True  # "Kenyan officers" may be policemen
    if party.sector in ("GOV", "MIL") and party.country not in (None, "EUE"):
        return False
    entry = f"{words.before[-1]} {words.last}" if words.before else words.last
    open_words = roles().open.get(party.sector or "", ())
    listed = entry in open_words or (words.last in open_words and roles().unnamed.get(entry) != party.sector)
    return listed and not words.told_before(party.sector)


def _fights_for_government(_party: Party, words: _Words) -> bool:
    """Tell whether fighters are a government's, and no rebels: "pro-government militiamen"."""
    return "anti" not in words.before and not roles().loyal.isdisjoint(words.before)


def _is_armed_or_staff(party: Party, words: _Words) -> bool:
    """Tell whether people are no mere civilians: "armed men", "analysts at the Harbour Institute"."""
    return "armed" in words.before or (words.last in roles().staff and (party.of or "").startswith("org:"))


def _is_armed(_party: Party, words: _Words) -> bool:
    return "armed" in words.before


def _is_called_doctor(party: Party, words: _Words) -> bool:
    """Tell whether "Doctor" only stands before a name: "Doctor Cole" may teach history."""
    return party.kind is PartyKind.PERSON and (words.before, words.last) == ((), "doctor")


def _heads_a_league(party: Party, words: _Words) -> bool:
    """Tell whether somebody heads no firm ("founder of the Veterans' League"), or a bank is a state's."""
    if words.last == "bank" and " of " in party.name:
        return party.country is not None  # "the Bank of Chad"
    if words.last not in _HEADS or not (party.of or "").startswith("org:"):
        return False
    own = sector_of_body().get(party.of or "") or sector_of_name(party.of or "")
    civic = not CIVIC.isdisjoint((party.of or "").removeprefix("org:").split("-"))
    return own not in ("BUS", None) or civic


def _are_sides(party: Party, words: _Words) -> bool:
    """Tell whether parties are the sides of a conflict or a deal, and no political ones."""
    bare = words.before in ((), ("warring",)) or (len(words.before) == 1 and party.country is not None)
    return party.name.endswith("parties") and bare


_TOLD_OTHERWISE: Mapping[str, Callable[[Party, _Words], bool]] = {
    "REB": _fights_for_government,
    "CVL": _is_armed_or_staff,
    "CRM": _is_armed,
    "HLH": _is_called_doctor,
    "BUS": _heads_a_league,
    "PTY": _are_sides,
}
"""What speaks against a sector that the last word tells."""


def _is_guess(party: Party, words: _Words) -> bool:
    """Tell whether a sector is only guessed: firms, clubs and unions have spokesmen and agencies too."""
    if party.sector not in _GUESSED or party.country is not None:
        return False
    if party.of is not None and (not party.of.startswith("org:") or party.of in sector_of_body()):
        return False
    told = words.are_an_entry() or words.told_before(party.sector)
    return words.last in word_classes().anywhere and not told
