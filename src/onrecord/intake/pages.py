"""Web pages: one article a page."""

import logging
import re

from lxml import etree
from lxml.html import HtmlElement, document_fromstring
from trafilatura import bare_extraction

from onrecord.errors import IntakeError
from onrecord.intake.decode import decode
from onrecord.intake.draft import Draft
from onrecord.intake.metadata import headings, read_metadata

__all__ = ["read_page"]

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_FEWEST_WORDS = 25  # a body shorter than this is a cookie notice, a menu or an error page

# It tells of every page without a body; we tell it in the reason instead.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())
logging.getLogger("trafilatura").propagate = False


def read_page(raw: bytes, where: str, url: str | None = None, charset: str | None = None) -> Draft:
    """Return the article of a web page: body by trafilatura, the rest from the page's own metadata.

    Args:
        raw: The page.
        where: Shown in reasons.
        url: Address it was fetched from, where known; the page's canonical address goes first.
        charset: Character set its carrier declares.

    Raises:
        IntakeError: It is no text or no page, or holds no article.
    """
    declared = _CHARSET.search(raw[:4096])
    text = decode(raw, charset or (declared[1].decode("ascii") if declared else None))
    page = _parse(text)
    told = read_metadata(page)
    body = _without_title(_body(text) or "", {told.title or "", *headings(page)})
    if len((told.body or "").split()) > 2 * len(body.split()):
        body = told.body or ""
    if len(body.split()) < _FEWEST_WORDS:
        raise IntakeError(
            f"holds no article: {len(body.split())} words of running text were found, expected at least "
            f"{_FEWEST_WORDS}. Give the page of one article, not of a list or a search."
        )
    return Draft(
        where=where,
        text=body,
        title=told.title,
        outlet=told.outlet,
        byline=told.byline,
        published=told.published,
        url=told.url or url,
        language=told.language,
    )


def _parse(text: str) -> HtmlElement:
    try:
        # An XML declaration would make lxml refuse text that is decoded already.
        return document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text, count=1))
    except (etree.ParserError, ValueError) as error:
        raise IntakeError(f"is no web page: {error}.") from error


def _body(text: str) -> str | None:
    found = bare_extraction(text, include_comments=False, include_tables=False)
    return getattr(found, "text", None)


def _without_title(body: str, titles: set[str]) -> str:
    """Return the body without the headline above it, which the article keeps as its title."""
    first, _, rest = body.partition("\n")
    return rest if rest and " ".join(first.split()) in titles else body
