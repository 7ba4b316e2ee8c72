"""Whose words an article's own are: its outlet's, those of the text it copies, or the agency's it credits."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from onrecord.codebook.bodies import outlet_name
from onrecord.reconcile.copies import copies_among
from onrecord.reconcile.parties import outlet_of
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

    Of an article that credits one agency ("(Reuters)") the agency tells it. One that credits several, or
    to which an agency only contributed, is its outlet's own: nobody can say whose a sentence is.
    """
    there = {article.id: article for article in articles}
    copies = copies_among(there.values())
    firsts = {one: there[copies.get(one, one)] for one in there}
    return Press(copies, {one: _credited(first) or outlet_of(first) for one, first in firsts.items()})


def _credited(article: Article) -> str | None:
    credit = article.credit
    if not credit or "," in credit or "(" in credit:
        return None
    return f"outlet:{outlet_name(credit)}"
