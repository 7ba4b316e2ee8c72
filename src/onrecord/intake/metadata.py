"""What a web page tells of its article in JSON-LD and meta tags.

Every value is the page's own; nothing is guessed from the running text. The day is that of publication:
dates of modification, of crawling and of comments are passed over.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from html import unescape
from typing import Any

from lxml.html import HtmlElement

from onrecord.errors import IntakeError
from onrecord.intake.days import parse_day
from onrecord.text.normalise import one_line

__all__ = ["PageMetadata", "headings", "read_metadata"]

_ARTICLES = re.compile(r"(?:\w*News)?Article|BlogPosting|LiveBlogPosting|Report|SocialMediaPosting")
# In the order they are believed.
_DATE_METAS = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "cxenseparse:recs:publishtime",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "publish-date",
    "publishdate",
    "pubdate",
    "publication_date",
    "citation_online_date",
    "citation_date",
    "date",
)
_LONGEST_BYLINE = 20  # words
_WRAPPING = re.compile(r"^\s*(?:<!--|(?://)?\s*<!\[CDATA\[)|(?:-->|(?://)?\s*\]\]>)\s*$")
_URL_DAY = re.compile(r"/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?:/|$|[-_])")


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """What a page's head tells of its article; None where it tells nothing.

    Attributes:
        title: Headline.
        outlet: Name of the publisher or site.
        byline: Authors, joined by ", ".
        published: Day of publication, in the zone the page writes it in; see `read_metadata`.
        url: Canonical address.
        language: Code as told.
        body: The text, where JSON-LD holds it.
    """

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: date | None = None
    url: str | None = None
    language: str | None = None
    body: str | None = None


def read_metadata(page: HtmlElement) -> PageMetadata:
    """Return what a parsed page tells of its article.

    A time stamp in UTC may fall on the day before or after the outlet's own; where the address holds a
    day next to it, that day is taken.
    """
    article = next(_articles(page), {})
    metas = _metas(page)
    url = _url(page, article, metas)
    return PageMetadata(
        title=_title(page, article, metas),
        outlet=_name(article.get("publisher")) or metas.get("og:site_name") or metas.get("application-name"),
        byline=_byline(page, article, metas),
        published=_published(page, article, metas, url),
        url=url,
        language=_text(article.get("inLanguage")) or page.get("lang") or metas.get("content-language"),
        body=_text(article.get("articleBody")),
    )


def _articles(page: HtmlElement) -> Iterator[dict[str, Any]]:
    """Yield the articles the page's JSON-LD describes, those with a headline and a day first."""
    found = []
    for script in page.iterfind('.//script[@type="application/ld+json"]'):
        try:
            told = json.loads(_WRAPPING.sub("", script.text_content()), strict=False)
        except (ValueError, RecursionError):
            continue  # pages carry broken JSON-LD; the meta tags tell the same
        found += [node for node in _nodes(told) if _is_article(node)]
    yield from sorted(found, key=lambda node: ("datePublished" not in node) + ("headline" not in node))


def _nodes(told: object, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > 4:
        return
    if isinstance(told, list):
        for entry in told:
            yield from _nodes(entry, depth + 1)
    elif isinstance(told, dict):
        yield told
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _nodes(told.get(key), depth + 1)


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and _ARTICLES.fullmatch(kind) for kind in kinds)


def _metas(page: HtmlElement) -> dict[str, str]:
    """Return the page's meta tags by lower-case name; of several with one name, the first."""
    metas: dict[str, str] = {}
    for tag in page.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or tag.get("http-equiv")
        content = (tag.get("content") or "").strip()
        if name and content:
            metas.setdefault(name.lower(), content)
    return metas


def _title(page: HtmlElement, article: dict[str, Any], metas: dict[str, str]) -> str | None:
    """Return the headline: as shared, else as described, else as printed; the site's name cut off."""
    told = metas.get("og:title") or _text(article.get("headline"))
    told = told or next(iter(headings(page)), None) or page.findtext(".//title")
    site = metas.get("og:site_name")
    if told and site:
        told = re.sub(rf"\s+[|–—-]\s+{re.escape(site)}\s*$", "", told, flags=re.IGNORECASE)
    return told


def headings(page: HtmlElement) -> list[str]:
    """Return the page's main headings as printed, those of three words and more."""
    printed = (" ".join(heading.text_content().split()) for heading in page.iter("h1"))
    return [heading for heading in printed if len(heading.split()) > 2]


def _byline(page: HtmlElement, article: dict[str, Any], metas: dict[str, str]) -> str | None:
    authors = article.get("author")
    names = [_name(author) for author in (authors if isinstance(authors, list) else [authors])]
    told = list(dict.fromkeys(name for name in names if name))
    if told:
        return ", ".join(told)
    # Further marked authors on a page are those of the stories it links to.
    marked = page.find('.//*[@itemprop="author"]')
    printed = "" if marked is None else one_line(marked.text_content())
    metas_told = (metas.get(name, "") for name in ("author", "article:author", "parsely-author"))
    for name in (*metas_told, printed):
        if name and "://" not in name and len(name.split()) <= _LONGEST_BYLINE:
            return re.sub(r"^[Bb]y\s+", "", name)
    return None


def _published(
    page: HtmlElement, article: dict[str, Any], metas: dict[str, str], url: str | None
) -> date | None:
    stamps = [_text(article.get("datePublished")), *(metas.get(name) for name in _DATE_METAS)]
    stamps += [time.get("datetime") for time in page.iterfind('.//time[@itemprop="datePublished"]')]
    stamps += [time.get("datetime") for time in page.iterfind(".//time[@pubdate]")]
    in_url = _url_day(url)
    for stamp in stamps:
        day = _day(stamp) if stamp else None
        if stamp and day:
            in_utc = stamp.endswith(("Z", "+00:00", "+0000"))
            return in_url if in_utc and in_url and abs(in_url - day) <= timedelta(days=1) else day
    return in_url


def _day(stamp: str) -> date | None:
    try:
        return parse_day(stamp, "date")
    except IntakeError:
        return None  # the next tag may tell it in a form that can be read


def _url_day(url: str | None) -> date | None:
    match = _URL_DAY.search(url or "")
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None  # a number in the address that is no day


def _url(page: HtmlElement, article: dict[str, Any], metas: dict[str, str]) -> str | None:
    links = [link.get("href") for link in page.iterfind('.//link[@rel="canonical"]')]
    told = (*links, metas.get("og:url"), _text(article.get("url")))
    return next((str(url) for url in told if url and re.match(r"https?://", url)), None)


def _name(value: object) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, list):
        value = value[0] if value else None
    return _text(value)


def _text(value: object) -> str | None:
    # Some pages escape their JSON-LD as if it were markup.
    return (unescape(value).strip() or None) if isinstance(value, str) else None
