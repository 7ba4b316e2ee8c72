from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.intake.inserted import find_inserted

TITLE = "Westmark port stays shut after mines are found"
PARAGRAPHS = (
    "WESTMARK — The port of Westmark stayed closed on Tuesday after divers found two mines below its "
    "northern pier, the port authority said in a statement.",
    "The navy has sent two mine hunters from Eastmark and expects to need three days, a spokesman for the "
    "ministry of defence told reporters in the capital.",
    "Nobody has said where the mines come from. The government of North Varia, which South Varia accuses of "
    "mining the strait last spring, denied that they were its own.",
    "Eleven grain ships are waiting outside the harbour, and the shipping union has called on the authority "
    "to pay the crews for the lost days.",
    "The authority said it would decide on Wednesday whether the ferry to Eastmark may sail again.",
)
FOREIGN = (
    "Pop star Lina Ode cancels summer tour over voice trouble",
    "Why your morning coffee may soon cost twice as much",
    "Champions crash out of cup as goalkeeper sees red",
)


def article(*between: str) -> str:
    return "\n".join((*PARAGRAPHS[:3], *between, *PARAGRAPHS[3:]))


def found(text: str) -> list[str]:
    return [inserted.text for inserted in find_inserted(text, TITLE)]


def test_article_without_inserted_text_is_left_whole():
    assert found(article()) == []


def test_title_of_the_article_is_left_alone():
    assert found(f"{TITLE}\n{article()}") == []


@pytest.mark.parametrize("count", [1, 2, 3])
def test_headlines_of_other_stories_are_found(count):
    assert found(article(*FOREIGN[:count])) == list(FOREIGN[:count])


def test_reason_tells_how_little_is_shared():
    (inserted,) = find_inserted(article(FOREIGN[0]), TITLE)
    assert inserted.reason == "headline of another story: 0 of its 7 content words are spoken of around it"


def test_cut_off_headline_in_a_list_of_foreign_ones_is_found():
    cut_off = "The day a whole choir was locked into a cheese factory by..."
    assert found(article(FOREIGN[0], cut_off, FOREIGN[1])) == [FOREIGN[0], cut_off, FOREIGN[1]]


def test_headline_that_shares_some_words_is_found_only_in_a_list_of_foreign_ones():
    related = "Grain ships race each other for a golden cup"
    assert found(article(related)) == []
    assert found(article(*FOREIGN, related)) == [*FOREIGN, related]


@pytest.mark.parametrize(
    "line",
    [
        "Navy sends mine hunters to the closed port",  # a subhead that belongs
        "Crews waiting",  # a subhead too short to judge
        "“We want our pay, and we want it now”",  # a quotation
        "Lina Ode, a singer, was among the passengers who were sent home",  # told in the past
        "the price of coffee, sugar and pepper in the shops",  # a list entry in lower case
        "- Coffee and pepper stay dear until the summer harvest",
        "Then why did nobody tell the singers on board?",  # a question in the text
        "ODE: I would rather have sung for them",  # a speaker
    ],
)
def test_short_line_that_may_belong_stays(line):
    assert found(article(line)) == []


def test_list_announced_by_a_colon_stays():
    assert found(article("Three things were sold at auction:", *FOREIGN)) == []


def test_article_made_of_short_lines_is_not_judged_by_its_form():
    lines = [f"Singer number {n} wins yet another golden prize tonight" for n in range(12)]
    assert found("\n".join((*PARAGRAPHS, *lines))) == []


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Advertisement", "advertisement"),
        ("Advertisement Continue reading the main story", "advertisement"),
        ("Sign up for our daily newsletter and never miss a story.", "prompt of the site"),
        ("Follow us on Twitter and Facebook for more.", "prompt of the site"),
        ("Read or share this story: https://news.example/a1", "prompt of the site"),
        ("Photo", "label of a picture or film"),
        ("Read more: Ferry talks fail again", "link to another story"),
        ("MORE : Ferry talks fail again", "link to another story"),
        ("[Ferry talks fail again, and nobody knows why]", "link to another story"),
        ("Image copyright EPA Image caption Ships wait outside the harbour", "caption"),
        ("Enlarge this image toggle caption Bo Dahl/AP", "caption"),
        ("Ships wait outside the harbour on Monday. (Bo Dahl/EPA)", "caption"),
        ("Ships wait outside the harbour, Nov. 4, 2024. (Port authority via AP)", "caption"),
        ("Getty Images Ships of many nations wait outside the closed harbour", "caption"),
        ("EPA Anti-mining rally held in the old town of Westmark last spring", "caption"),
        ("EFE Abandoned crates lie on the pier after the harbour was shut", "caption"),
        ("Ships wait outside the harbour on Monday.Bo Dahl / Agence France-Presse", "caption"),
        ("Ships wait at Westmark Bo Dahl/PA", "caption"),
        ("Ships wait. Crews have been asked to stay. Credit Bo Dahl/European Pressphoto Agency", "caption"),
        ("Ships wait. Crews have been asked to stay. Credit Bo Dahl for The New York Times", "caption"),
        (
            "Getty Images Ships wait at the pier as the harbour is shut Reuters Divers were seen below it",
            "caption",
        ),
        (
            "Westmark mines 2 show all Westmark mines 1/2 The pier from the air Bo Dahl 2/2 A diver Bo Dahl",
            "label of a picture or film",
        ),
        (
            "MOST READ IN NEWS 'OH NO!' Singer says she lost her voice SORRY STATE Cup sold for a song",
            "link to another story",
        ),
    ],
)
def test_known_boilerplate_is_named(line, reason):
    assert [(i.text, i.reason) for i in find_inserted(article(line), TITLE)] == [(line, reason)]


def test_links_below_read_more_are_links_even_when_related():
    links = ("Port authority defends its mine search", "Grain ships in the strait: what we know so far")
    assert found(article("Read more:", *links)) == ["Read more:", *links]


def test_running_text_below_read_more_stays():
    assert found(article("Read more")) == ["Read more"]


@pytest.mark.parametrize(
    "line",
    [
        "Photo by photo, the divers mapped the pier, and the navy compared each with what it knew.",
        "Advertisement revenue of the port fell by half last year, the authority said.",
        "9/11 was on the captain's mind, he said.",
        "Click here, the page said, and the captain did so before he thought about it.",
        "Reuters reported that ships of many nations wait outside the harbour.",
        "Share prices of the three grain houses fell on Tuesday.",
        "The crews owe the bank. Credit Westmark has not been asked, the union said.",
        "The crews owe money. The bank they owe it to is Credit Westmark",
        "The union would show all its books to 1/2 of the crews.",
        "Most read in Westmark is the paper of the union.",
        "The crews are paid by Dahl/Berg Shipping",
    ],
)
def test_sentence_that_opens_like_boilerplate_stays(line):
    assert found(article(line)) == []


def test_lines_that_open_with_one_name_among_credited_captions_are_captions():
    captions = (
        "Getty Images Ships wait outside the closed harbour of the town",
        "Reuters Divers were seen below the northern pier on Monday",
        "Gull Pictures The harbour master looks out for the mine hunters",
        "Gull Pictures Two divers were hurt as they came up too fast",
        "Gull Pictures The crews have asked for the pay of lost days",
    )
    assert found(article(*captions)) == list(captions)
    assert len(found(article(*captions[2:]))) < len(captions[2:])


def test_picture_gallery_is_counted_and_a_single_fraction_is_not():
    gallery = (
        "1/3 The pier from the air. Bo Dahl",
        "2/3 A diver. Bo Dahl",
        "3/3 The harbour master. Bo Dahl",
    )
    assert found(article(*gallery)) == list(gallery)
    assert found(article("2/3 of the crews have left, the union said.")) == []


@given(
    st.lists(st.sampled_from((*PARAGRAPHS, *FOREIGN, "Photo", "Read more", "", "  ", "\u00a0x")), max_size=12)
)
def test_inserted_text_slices_the_article_exactly_and_in_order(lines):
    text = "\n".join(lines)
    spans = find_inserted(text, TITLE)
    assert all(text[s.start : s.end] == s.text and s.reason for s in spans)
    assert [s.start for s in spans] == sorted({s.start for s in spans})
    assert all(before.end <= after.start for before, after in pairwise(spans))


@given(st.text(max_size=300))
def test_any_text_is_judged_without_failing(text):
    for span in find_inserted(text, None):
        assert text[span.start : span.end] == span.text
