"""Credits of pictures and hours of live reports: neither read nor part of a sentence."""

import pytest

from onrecord.reading.credits import find_credits
from onrecord.reading.parse import load_parser, parse
from onrecord.reading.prose import readable_tokens
from onrecord.records import Article


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("The port.\nReuters Nine people were hurt in the harbour.", "Reuters "),
        ("AFP 12 people were hurt.", "AFP "),
        ("Image caption The rebels claimed the raid.", "Image caption "),
        ("Reuters Image caption Doctors said so.", "Reuters Image caption "),
        ("Image copyright AFP Image caption Workers left.", "Image copyright AFP Image caption "),
        ("By the CNN Wire Staff Experts and critics left.", "By the CNN Wire Staff "),
        ("By the CNN Wire Staff 'It is over,' he said.", "By the CNN Wire Staff "),
        ("By Ivan Lind and Jo Cole, CNN NATO rejects it.", "By Ivan Lind and Jo Cole, CNN "),
        ("By Ivan Lind BBC News, Oslo The envoy left.", "By Ivan Lind BBC News, Oslo "),
        ("By Jo Cole BBC Diplomatic Correspondent Envoys left.", "By Jo Cole BBC Diplomatic Correspondent "),
        (
            "By Jo Cole, CNN National Security Producer NATO rejects it.",
            "By Jo Cole, CNN National Security Producer ",
        ),
        ("1403 The envoy says the road is open.", "1403 "),
        ("The points:\n• Rebels left.", "• "),
        ("10:45 GMT The envoy says the road is open.", "10:45 GMT "),
        ("The envoy opens the bridge ©Ann Cole (Pool/AFP)", "©Ann Cole (Pool/AFP)"),
        ("updated: Mon Jan 05 2015 10:20:00 Rebels left.", "updated: Mon Jan 05 2015 10:20:00 "),
        ("Rebels leave Monday 5 January 2015 10.20 GMT Rebels left.", "Monday 5 January 2015 10.20 GMT "),
        ("Updated: 2015-01-05 10:20 Rebels left.", "Updated: 2015-01-05 10:20 "),
        ("Oslo | Mon Jan 5, 2015 1:20 pm EST Rebels left.", "Mon Jan 5, 2015 1:20 pm EST "),
        (
            "Rebels leave 5 January 2015 Last updated at 10:20 GMT Help Fighting goes on.",
            "5 January 2015 Last updated at 10:20 GMT Help ",
        ),
        ('They fire on the people " End Quote Ann Cole Envoy', '" End Quote '),
        (
            "He left. (AP Photo/Ann Cole, Pool) (Ann Cole - AP) She left.",
            "(AP Photo/Ann Cole, Pool) (Ann Cole - AP) ",
        ),
    ],
)
def test_a_credit_is_found(text, credit):
    assert [text[start:end] for start, end in find_credits(text)] == [credit]


@pytest.mark.parametrize(
    "text",
    [
        "Reuters reported a fire.",
        "Reuters TV showed a fire.",
        "The envoy told Reuters Nine people were hurt.",
        "2011 was a bad year.",
        "By Monday Reuters Ltd. had left.",
        "By order of the AP Lind was dismissed.",
    ],
)
def test_an_agency_or_a_year_in_a_sentence_is_no_credit(text):
    assert find_credits(text) == ()


@pytest.mark.weights
def test_a_caption_begins_behind_its_credit_and_the_credit_is_not_read():
    article = Article("a", "Reuters 84 people have died in the harbour.")
    doc = parse(load_parser(), article)
    assert [s.text for s in doc.sents] == ["Reuters", "84 people have died in the harbour."]
    assert "Reuters" not in {doc[i].text for i in readable_tokens(doc, article)}


def test_two_words_that_open_line_after_line_before_a_sentence_are_a_credit():
    lines = ["Grey Bay The port is shut.", "Grey Bay Police came.", "He left.", "Grey Bay Nine men fled."]
    text = "\n".join(lines)
    assert [text[start:end] for start, end in find_credits(text)] == ["Grey Bay "] * 3
    for other in ("Grey Bay is shut.", "Bo Lind left."):
        assert find_credits("\n".join([*lines[:2], other])) == ()
    assert find_credits("\n".join([*lines, "Grey Bay is shut."])) == ()


def test_a_name_that_opens_line_after_line_is_no_credit():
    assert find_credits("New York Mayor Lind left.\nNew York Police came.\nNew York Senator Cole fled.") == ()
