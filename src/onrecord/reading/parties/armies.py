"""Forces with names of their own, and armies that are a group's by theirs: "the Lind Liberation Army"."""

from dataclasses import replace

from onrecord.codebook.roles import roles
from onrecord.reading.layers import MentionForm
from onrecord.reading.parties.columns import Columns
from onrecord.reading.parties.describe import sector_word
from onrecord.reading.parties.draft import Draft, Need
from onrecord.reading.parties.lexicon import HitIndex
from onrecord.records import PartyKind, slug

__all__ = ["group_by_name", "named_force"]


def named_force(columns: Columns, index: HitIndex, i: int) -> tuple[int, str] | None:
    """Return a force with a name of its own ("the Lake Chad Basin Force") rather than a state's."""
    if columns.tags[i] != "NNP" or i == 0 or columns.tags[i - 1] != "NNP" or index.at(i - 1) is not None:
        return None
    found = sector_word(roles().state, columns, i)
    force = columns.words[i][0].isupper() and columns.lower[i] != "marine"  # "Lind Marine" is a firm
    return found if found is not None and found[0] == i and force else None


_OF_REVOLTS = frozenset(
    {"liberation", "independence", "resistance", "benevolent", "revolutionary", "democratic", "freedom"}
    | {"free", "people's", "patriotic", "insurgent", "redemption"}
)


def group_by_name(body: Draft) -> Draft | None:
    """Return an army that by its name is a group's, where no state's is told: "the Lind Liberation Army"."""
    *before, last = body.name.lower().replace("’", "'").split() or [""]
    named = body.form is MentionForm.NAME and last == "army" and not _OF_REVOLTS.isdisjoint(before)
    if not named or len(before) < _LONG_ENOUGH or body.country is not None or body.sector != "MIL":
        return None
    id_ = f"group:{slug(body.name)}"
    return replace(body, id=id_, kind=PartyKind.GROUP, sector=None, need=Need.NOTHING, of=None)


_LONG_ENOUGH = 2
"""Words before "Army" of a group's name; "the People's Army" is often a state's."""
