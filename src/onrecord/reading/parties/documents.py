"""Documents that stand for whoever issued them: a statement, a report, a communique."""

from onrecord.codebook.wordclasses import word_classes
from onrecord.reading.layers import MentionForm
from onrecord.reading.parties.columns import Columns
from onrecord.reading.parties.describe import describe, left_edge, outer_head, sharper_sector, without_article
from onrecord.reading.parties.draft import Draft, Need
from onrecord.reading.parties.lexicon import Hit, HitIndex, Source
from onrecord.records import PartyKind

__all__ = ["document"]

_POINTING = frozenset({"the", "a", "its", "his", "her", "their", "this"})


def document(columns: Columns, index: HitIndex, i: int) -> Draft | None:
    """Return what stands for its issuer ("the statement"), or for the services of states named in it."""
    speaks = columns.deps[i] in ("nsubj", "nsubjpass", "agent")
    if not speaks and not (columns.deps[i] in ("pobj", "conj") and _according(columns, i)):
        return None
    start = left_edge(columns, i, index)
    told = describe(columns, index, start, i)
    author = next(
        (h for h in index.within(start, i) if h.known.source in _AUTHORS and h.end == told.core), None
    )
    if author is not None and not _is_posting(columns, author, i):
        return _of_author(columns, author, start, i)
    if columns.lemmas[i] in _OF_SEVERAL or "joint" in columns.lower[start:i]:
        return _of_several(columns, start, i)
    services = bool(told.countries) and sharper_sector(columns, told, i, "GOV") == "SPY"
    if not services and (columns.lower[start] not in _POINTING or columns.deps[i] == "conj"):
        return None
    if not services and columns.lower[start] == "a" and told.of is None:
        return None
    one = services and len(told.countries) == 1
    return Draft(
        start=start,
        end=i + 1,
        head=outer_head(columns, start, i + 1, i),
        form=MentionForm.NOMINAL,
        need=Need.NOTHING if services else Need.DOCUMENT,
        name=without_article(columns, start, i + 1),
        id=told.countries[0] if one else "",
        kind=PartyKind.STATE if services else PartyKind.UNKNOWN,
        country=told.countries[0] if one else None,
        sector="SPY" if services else None,
        plural=columns.tags[i] == "NNS" or (services and not one),
        key=columns.lemmas[i],
        several=told.countries if services and not one else (),
    )


def _is_posting(columns: Columns, author: Hit, i: int) -> bool:
    """Tell whether a document only stands on a site: "the Facebook [post]" is not written by Facebook."""
    classes = word_classes()
    site = columns.lower[author.start] in classes.networks and author.end == author.start + 1
    return site and columns.lemmas[i] in classes.postings


_AUTHORS = frozenset({Source.BODY, Source.SEAT, Source.OWN})

_OF_SEVERAL = frozenset({"communique", "communiqué"})


def _of_author(columns: Columns, author: Hit, start: int, i: int) -> Draft:
    """Return a body that speaks through "a United Nations report"."""
    known = author.known
    return Draft(
        start=start,
        end=i + 1,
        head=outer_head(columns, start, i + 1, i),
        form=MentionForm.NOMINAL,
        need=Need.NOTHING,
        name=columns.told(author.start, author.end),
        id=known.id,
        kind=known.kind,
        country=known.country,
        sector=known.sector,
        of=known.of or (known.country if known.id.startswith("org:") else None),
    )


def _of_several(columns: Columns, start: int, i: int) -> Draft:
    """Return the two states that speak through "a joint statement" or a communique."""
    return Draft(
        start=start,
        end=i + 1,
        head=outer_head(columns, start, i + 1, i),
        form=MentionForm.NOMINAL,
        need=Need.BOTH,
        name=without_article(columns, start, i + 1),
        plural=True,
        key="country",
    )


def _according(columns: Columns, i: int) -> bool:
    """Tell whether a noun, or what it is joined to, follows "according to"."""
    head = columns.heads[columns.first_conjunct(i)]
    return "according" in (columns.lower[head], columns.lower[columns.heads[head]])
