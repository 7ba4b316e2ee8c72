"""Where the name of a body ends, and what tells the body apart from others of its sort."""

from onrecord.reading.parties.columns import Columns
from onrecord.reading.parties.lexicon import HitIndex, Source
from onrecord.records import slug

__all__ = [
    "INSIDE_NAMES",
    "IN_PURPOSE",
    "body_id",
    "body_key",
    "core_end",
    "is_spelled_out",
    "named_body",
    "purpose_edge",
    "right_edge",
    "topic_edge",
]

INSIDE_NAMES = frozenset({"of", "for", "the", "and", "on", "de", "&"})
"""Words in lower case inside a name."""

IN_PURPOSE = INSIDE_NAMES | {"our", "in", "to"}
"""Words in lower case inside a name that says what a body is for: "Friends to Mend Roads"."""

_SAME = {
    "defence": "defense",
    "national defense": "defense",
    "national defence": "defense",
    "foreign affairs": "foreign",
    "external affairs": "foreign",
    "internal affairs": "interior",
    "home affairs": "interior",
    "the interior": "interior",
}
_OF_A_TOPIC = frozenset({"ministry", "department", "secretariat", "office", "bureau", "directorate"})


def named_body(columns: Columns, index: HitIndex, core: int, i: int, end: int) -> tuple[str, tuple[str, ...]]:
    """Return what tells a body with a name of its own apart, and the states told behind its word.

    "Ministry of Foreign Affairs of Mali" gives "foreign ministry" and Mali.

    Args:
        columns: The article.
        index: Known names.
        core: First token of the name.
        i: The word for its sort.
        end: One past its last token, as `right_edge` gives it.
    """
    states = [hit for hit in index.within(i + 1, end) if hit.known.source is Source.STATE]
    if states and states[-1].end == end:
        end = states[-1].start - (2 if columns.lower[states[-1].start - 1] == "the" else 1)
    told = tuple(hit.known.country for hit in states if hit.known.country)
    return body_key(columns, core, max(end, i + 1)), told


def body_key(columns: Columns, start: int, end: int) -> str:
    """Return what tells a body apart from others of its sort, one spelling for all.

    "Ministry of Defence", "Defence Ministry" and "ministry of national defense" give "defense ministry".
    """
    words = [w.lower() for w in columns.words[start:end] if w.lower() not in ("the", "'s", "'")]
    if words[1:2] == ["of"] and words[0] in _OF_A_TOPIC:
        at = words.index("of")
        words = [*words[at + 1 :], *words[:at]]
    topic, last = " ".join(words[:-1]), words[-1] if words else ""
    topic = _SAME.get(topic, topic).replace("defence", "defense")
    return f"{topic} {last}".strip().replace(" - ", "-")


def body_id(country: str | None, key: str) -> str:
    """Return the id of a body found by rule ("org:kor-defense-ministry")."""
    return f"org:{country.lower()}-{slug(key)}" if country else f"org:{slug(key)}"


def right_edge(columns: Columns, index: HitIndex, i: int) -> int:
    """Return one past "of National Defense" or "of Foreign Affairs of the Federation" after a head."""
    end = j = i + 1
    while j < len(columns) and not columns.closed[j]:
        if columns.lower[j] in INSIDE_NAMES or columns.lower[j - 1 : j + 1] == ["for", "a"]:
            j += 1
            continue
        if not columns.words[j][:1].isupper() or (columns.lower[j - 1] in ("and",) and end == i + 1):
            break
        if columns.labels[j] == "DATE":
            break  # "the Ministry of Trade on Monday"
        if columns.lower[end] not in ("of", "for", "on", "the") and end == i + 1:
            break
        hit = index.at(j)
        j = end = hit.end if hit is not None else j + 1
        if _goes_on(columns, end):
            j = end = end + 2  # "Co-Operation"
    return purpose_edge(columns, i, end)


def purpose_edge(columns: Columns, i: int, end: int) -> int:
    """Return one past "to Protect Sailors" where a body's name goes on so: "the Committee [to Protect …]".

    Only behind "the", as headings tell without it what a committee is to do, or where the initials follow.
    """
    if columns.lower[end : end + 1] != ["to"] or columns.words[end] != "to":
        return end
    past = end + 1
    while past < len(columns) and (columns.words[past][:1].isupper() or columns.lower[past] in IN_PURPOSE):
        past += 1
    while columns.lower[past - 1] in IN_PURPOSE:
        past -= 1
    first = i
    while first and columns.words[first - 1][:1].isupper() and columns.lower[first - 1] != "the":
        first -= 1
    named = columns.lower[max(0, first - 1) : first] == ["the"] and columns.tags[end + 1] == "VB"
    return past if past > end + 1 and (named or is_spelled_out(columns, first, past)) else end


def core_end(columns: Columns, start: int, end: int) -> int:
    """Return one past what a body is before what it is for: "[the Campaign] to Mend Roads"."""
    return next((i for i in range(start + 1, end) if columns.words[i] == "to"), end)


def is_spelled_out(columns: Columns, start: int, end: int) -> bool:
    """Tell whether the initials of a name's capitals follow it in brackets: "Friends to Mend Roads (FMR)"."""
    short = columns.words[end + 1 : end + 2]
    around = columns.words[end : end + 1], columns.words[end + 2 : end + 3]
    initials = "".join(w[0] for w in columns.words[start:end] if w[:1].isupper())
    return around == (["("], [")"]) and len(initials) > 1 and short == [initials]


def _goes_on(columns: Columns, hyphen: int) -> bool:
    """Tell whether a hyphen joins the next capitalised word to a name."""
    after = columns.words[hyphen + 1 : hyphen + 2]
    capital = columns.words[hyphen : hyphen + 1] == ["-"] and after != [] and after[0][:1].isupper()
    return capital and columns.joins_tightly(hyphen)


def topic_edge(columns: Columns, index: HitIndex, i: int) -> int:
    """Return one past "of foreign affairs" after a ministry in lower case, i + 1 where no topic follows."""
    end = i + 1
    if columns.lower[end : end + 1] != ["of"] or end + 1 >= len(columns) or index.at(end + 1) is not None:
        return end
    j = end + 1
    while (
        j < min(i + 5, len(columns)) and columns.tags[j] in ("DT", "JJ", "NN", "NNS") and index.at(j) is None
    ):
        j += 1
    return j if columns.tags[j - 1].startswith("NN") else end
