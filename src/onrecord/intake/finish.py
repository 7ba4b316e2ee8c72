"""The last step of every carrier: check a draft, and make it the article that is stored."""

import re
from dataclasses import replace
from urllib.parse import urlsplit

from onrecord.errors import IntakeError
from onrecord.intake.draft import Draft
from onrecord.intake.inserted import find_inserted
from onrecord.intake.language import ENGLISH, language_of
from onrecord.intake.lengths import with_fitting_names
from onrecord.intake.options import IntakeOptions
from onrecord.intake.origin import find_origin
from onrecord.records import Article, ArticleState, content_id
from onrecord.text.normalise import normalise, one_line

__all__ = ["finish", "put_aside"]


def finish(draft: Draft, options: IntakeOptions) -> Article:
    """Return the article of a draft: read, or set aside with everything that is known of it."""
    draft = with_fitting_names(replace(draft, where=normalise(draft.where)))
    article = _article(draft, options)
    article = replace(article, language=language_of(article.text) or article.language)
    try:
        if draft.fault:
            raise IntakeError(draft.fault)
        _check(article, options)
    except IntakeError as error:
        return replace(article, state=ArticleState.SET_ASIDE, reason=f"{draft.where}: {error}")
    return _marked(article)


def put_aside(where: str, error: IntakeError) -> Article:
    """Return the article that stands for something no article could be made of; its id is `where`."""
    where = normalise(where)  # a file's name may hold bytes that are no UTF-8
    return Article(id=where, text="", state=ArticleState.SET_ASIDE, reason=f"{where}: {error}")


def _article(draft: Draft, options: IntakeOptions) -> Article:
    text = normalise(draft.text)
    outlet = options.outlet or _name(draft.outlet)
    url = _name(draft.url)
    return Article(
        id=_name(draft.id) or _made_id(url, outlet, text, draft.where),
        text=text,
        title=_name(draft.title),
        outlet=outlet,
        byline=_name(draft.byline),
        published=options.published or draft.published,
        retrieved=_name(draft.retrieved),
        url=url,
        language=_code(draft.language),
        copy_of=_name(draft.copy_of),
        corrects=_name(draft.corrects),
    )


def _name(told: str | None) -> str | None:
    return (one_line(told) or None) if told else None


def _code(told: str | None) -> str | None:
    code = re.match(r"[A-Za-z]{2,3}(?=$|[-_])", told.strip()) if told else None
    return code[0].lower().replace("eng", ENGLISH) if code else None


def _made_id(url: str | None, outlet: str | None, text: str, where: str) -> str:
    """Return the id of an article whose carrier gives none.

    The address where there is one, so that a changed page is a new version of the same article; else
    outlet and text, so that the same dispatch printed by two outlets stays two articles.
    """
    if url and _leads_to_a_page(url):
        return content_id("article", url)
    return content_id("article", outlet, text) if text else where


def _leads_to_a_page(url: str) -> bool:
    try:
        return bool(urlsplit(url).path.strip("/"))
    except ValueError:
        return False  # carriers tell any; what is no address leads nowhere


def _check(article: Article, options: IntakeOptions) -> None:
    if not any(map(str.isalpha, article.text)):
        raise IntakeError(
            f"holds no words ({len(article.text)} characters). Expected the text of an article."
        )
    if len(article.text) > options.max_characters:
        raise IntakeError(
            f"is {len(article.text):,} characters long; at most {options.max_characters:,} are read."
        )
    if article.language not in (None, ENGLISH):
        raise IntakeError(f"is written in language {article.language!r}; only English ('en') is read so far.")
    if options.today and article.published and article.published > options.today:
        raise IntakeError(
            f"is dated {article.published}, after the day it is read. Correct the date, or leave it out."
        )


def _marked(article: Article) -> Article:
    """Return the article with what its text tells of its making, and what does not belong marked."""
    origin = find_origin(article.text, article.title, article.outlet)
    return replace(
        article,
        dateline=origin.dateline,
        credit=origin.credit,
        byline=article.byline or origin.byline,
        inserted=find_inserted(article.text, article.title, origin.lines),
    )
