from datetime import date

import pytest

from onrecord.errors import IntakeError
from onrecord.intake.pages import read_page

BODY = (
    "The port of Westmark stayed closed on Tuesday after divers found two mines below its northern pier, the "
    "port authority said in a statement.",
    "The navy has sent two mine hunters from Eastmark and expects to need three days for the search, a "
    "spokesman for the ministry of defence told reporters in the capital.",
    "Eleven grain ships are waiting outside the harbour, and the shipping union has called on the authority "
    "to pay the crews for the lost days.",
)


def page(head: str = "", body: tuple[str, ...] = BODY, h1: str = "Westmark port stays shut") -> str:
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in body)
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>Westmark port - Varia Post</title>{head}</head>'
        '<body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>'
        f"<main><article><h1>{h1}</h1>{paragraphs}</article></main>"
        "<footer><p>Varia Post, all rights reserved.</p></footer></body></html>"
    )


def read(html: str, **told: str):
    return read_page(html.encode("utf-8"), "a.html", **told)


LINKED = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
  {"@type": "WebSite", "name": "Varia"},
  {"@type": ["NewsArticle"], "headline": "Port &amp; mines: shut",
   "datePublished": "2024-11-05T21:30:00+01:00", "dateModified": "2024-11-09T08:00:00+01:00",
   "inLanguage": "en-GB",
   "author": [{"@type": "Person", "name": "Ann Lee"}, {"@type": "Person", "name": "Bo Dahl"}],
   "publisher": {"@type": "Organization", "name": "The Varia Post"}}]}</script>"""


def test_body_is_the_paragraphs_one_a_line_without_menu_footer_and_headline():
    assert read(page()).text.split("\n") == list(BODY)


def test_linked_data_gives_headline_outlet_authors_day_and_language():
    draft = read(page(LINKED))
    assert (draft.title, draft.outlet, draft.byline) == (
        "Port & mines: shut",
        "The Varia Post",
        "Ann Lee, Bo Dahl",
    )
    assert (draft.published, draft.language) == (date(2024, 11, 5), "en-GB")


def test_meta_tags_serve_where_there_is_no_linked_data():
    draft = read(
        page(
            '<meta property="og:title" content="Port shut | Varia Post">'
            '<meta property="og:site_name" content="Varia Post">'
            '<meta name="author" content="By Ann Lee">'
            '<meta property="article:modified_time" content="2024-11-09">'
            '<meta property="article:published_time" content="2024-11-05T21:30:00Z">'
            '<link rel="canonical" href="https://post.example/news/port-shut">'
        )
    )
    assert (draft.title, draft.outlet, draft.byline) == ("Port shut", "Varia Post", "Ann Lee")
    assert (draft.published, draft.url) == (date(2024, 11, 5), "https://post.example/news/port-shut")


def test_page_that_tells_nothing_gives_headline_as_printed_and_no_day():
    draft = read(page())
    assert (draft.title, draft.outlet, draft.byline) == ("Westmark port stays shut", None, None)
    assert (draft.published, draft.language) == (None, "en")


def test_day_of_change_is_never_taken_for_publication():
    draft = read(page('<meta property="article:modified_time" content="2024-11-09">'))
    assert draft.published is None


@pytest.mark.parametrize(
    ("stamp", "url", "day"),
    [
        ("2024-11-04T23:30:00Z", "https://p.example/2024/11/05/port", date(2024, 11, 5)),
        ("2024-11-04T23:30:00+02:00", "https://p.example/2024/11/05/port", date(2024, 11, 4)),
        ("2024-11-04T23:30:00Z", "https://p.example/2024/10/01/port", date(2024, 11, 4)),
        ("", "https://p.example/2024/11/05/port", date(2024, 11, 5)),
        ("", "https://p.example/2024/77/05/port", None),
        ("soon", "https://p.example/port", None),
    ],
)
def test_day_in_the_address_settles_a_stamp_in_utc(stamp, url, day):
    head = f'<link rel="canonical" href="{url}"><meta name="date" content="{stamp}">'
    assert read(page(head)).published == day


def test_broken_linked_data_is_passed_over():
    head = '<script type="application/ld+json">{"@type": "NewsArticle", </script>'
    assert read(page(head + '<meta name="author" content="A B">')).byline == "A B"


def test_linked_data_in_a_comment_is_read():
    head = LINKED.replace('json">', 'json">//<![CDATA[').replace("</script>", "//]]></script>")
    assert read(page(head)).outlet == "The Varia Post"


def test_linked_data_of_the_wrong_shape_is_passed_over():
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": ["x"], "author": 5, '
        '"publisher": [], "datePublished": {"a": 1}, "url": 7, "articleBody": null}</script>'
    )
    draft = read(page(head))
    assert (draft.outlet, draft.byline, draft.published, draft.url) == (None, None, None, None)


def test_address_it_was_fetched_from_serves_where_the_page_names_none():
    assert read(page(), url="https://post.example/a/1").url == "https://post.example/a/1"


@pytest.mark.parametrize("charset", ["windows-1252", "iso-8859-1"])
def test_declared_character_set_of_the_page_is_used(charset):
    body = (*BODY, "The café at pier nine, run by Zoé Brûlé, has been shut as well since Monday evening.")
    html = page(f'<meta charset="{charset}">', body)
    assert "Zoé Brûlé" in read_page(html.encode(charset), "a.html").text


def test_body_in_linked_data_serves_where_the_page_shows_little():
    text = " ".join(BODY)
    head = f'<script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": "{text}"}}</script>'
    assert read(page(head, body=("Subscribe to read on.",))).text == text


@pytest.mark.parametrize(
    "html",
    [
        "<html><body></body></html>",
        "<html><body><ul><li><a href='/a'>One</a></li><li><a href='/b'>Two</a></li></ul></body></html>",
        "just a few words",
        page(body=("We use cookies.",)),
    ],
)
def test_page_without_an_article_says_so(html):
    with pytest.raises(IntakeError, match=r"holds no article: .* expected at least 25"):
        read(html)


@pytest.mark.parametrize("raw", [b"", b"   ", b"<!-- nothing -->"])
def test_empty_page_says_so(raw):
    with pytest.raises(IntakeError, match=r"is no web page|holds no article"):
        read_page(raw, "a.html")


def test_hostile_markup_in_the_text_stays_text():
    body = (
        *BODY,
        "The sign read &lt;script&gt;alert(1)&lt;/script&gt; and {{7*7}}, the harbour master said.",
    )
    assert "<script>alert(1)</script> and {{7*7}}" in read(page(body=body)).text
