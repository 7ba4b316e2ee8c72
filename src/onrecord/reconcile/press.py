"""Whose words an article's own are: its outlet's, those of the text it copies, or the agency's it credits."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from onrecord.reconcile.copies import copies_among
from onrecord.reconcile.parties import outlet_id, outlet_of
from onrecord.records import Article

__all__ = ["Press", "press_of"]


@dataclass(frozen=True, slots=True)
class Press:
    """Where the articles of one event come from.

    Attributes:
        copies: Article → the article whose text it copies, the first one of all copies.
        tellers: Article → party id of whoever tells what it says without naming a source.
    """

    copies: Mapping[str, str] = field(default_factory=dict)
    tellers: Mapping[str, str] = field(default_factory=dict)


def press_of(articles: Iterable[Article]) -> Press:
    """Return where articles come from; the order in which they are given does not matter.

    Of an article that credits one agency ("(Reuters)") the agency tells it, and tells its copies too. One
    that credits several, or to which an agency only contributed, is its outlet's own: nobody can say whose
    a sentence is. Copies that credit different agencies are told by the first.
    """
    there = {article.id: article for article in articles}
    copies = copies_among(there.values())
    named: dict[str, set[str]] = {}
    for one, article in there.items():
        if (agency := _credited(article)) is not None:
            named.setdefault(copies.get(one, one), set()).add(agency)
    tellers = {}
    for one in there:
        first = copies.get(one, one)
        agencies = named.get(first, set())
        tellers[one] = next(iter(agencies)) if len(agencies) == 1 else outlet_of(there[first])
    return Press(copies, tellers)


def _credited(article: Article) -> str | None:
    credit = article.credit
    if not credit or "," in credit or "(" in credit:
        return None
    return outlet_id(credit)
