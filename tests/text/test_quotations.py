from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.quotations import find_quotations


def quoted(text):
    return [text[q.start : q.end] for q in find_quotations(text)]


def test_typographic_and_plain_marks_are_found():
    assert quoted('“One,” he said. "Two."') == ["“One,”", '"Two."']


def test_a_lost_mark_does_not_reach_into_the_next_paragraph():
    assert quoted("She said “no.\nThe army left.\n“Yes,” he said.") == ["“no.", "“Yes,”"]


def test_a_quotation_whose_next_paragraph_opens_again_is_one():
    assert quoted("“We came.\n“We saw,” he said.") == ["“We came.\n“We saw,”"]


def test_a_quotation_that_a_later_line_closes_is_one():
    assert quoted('"We came.\nWe saw.\nWe left," he said. "All of us."') == [
        '"We came.\nWe saw.\nWe left,"',
        '"All of us."',
    ]


@pytest.mark.parametrize(
    ("text", "speech"),
    [
        (
            'Bohel said: We almost died. My wife was a metre away."',
            ['We almost died. My wife was a metre away."'],
        ),
        ("Bohel said: It was late. He left.\nThey stayed.”", []),
        ('"Go," he said. And later: Stay there."', ['"Go,"', 'Stay there."']),
        ('The boat sank."\nThey left.', []),
    ],
)
def test_a_mark_at_a_paragraphs_end_closes_what_stands_behind_a_colon(text, speech):
    assert quoted(text) == speech


def test_two_single_marks_are_one_double_mark():
    assert quoted("''It's done,'' he said. ``Go.''") == ["''It's done,''", "``Go.''"]


def test_a_mark_between_a_full_stop_and_a_capital_goes_on_with_a_quotation():
    text = 'He said: "We left at dawn. "It was too early." The boat sank. "We know," she said.'
    assert quoted(text) == ['"We left at dawn. "It was too early."', '"We know,"']


def test_the_end_of_a_quotation_set_apart_opens_none():
    text = 'They fire on us "End Quote Ann Cole Envoy The army left. "We are free," she said.'
    assert quoted(text) == ['"We are free,"']


def test_apostrophes_are_no_quotation_marks():
    assert quoted("It’s the soldiers' fault, 'they' say.") == []


@given(st.text(alphabet="ab “”\"\n.'", max_size=60))
def test_quotations_are_in_order_and_do_not_overlap(text):
    found = find_quotations(text)
    assert all(q.start < q.end <= len(text) for q in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_speech_in_single_marks_is_a_quotation_to_its_end():
    text = "'I told her to run. She wouldn't take the boys' boat,' Mensah said. ‘It sank.’ They left."
    assert quoted(text) == ["'I told her to run. She wouldn't take the boys' boat,'", "‘It sank.’"]


@pytest.mark.parametrize(
    "text",
    [
        "The fighters' camp was empty, the ships' crews said. Lind's boat sank.",
        "They had 'burned two boats' on the lake. That was 'pure fantasy'.",
        "Lind said he would sink 'em. 'Em is no word.",
        "It was the best find of the '90s, and the boys' own.",
    ],
)
def test_apostrophes_and_a_word_or_two_in_single_marks_are_no_speech(text):
    assert quoted(text) == []


def test_single_marks_inside_double_ones_are_the_same_quotation():
    assert quoted("\"He told me 'wait,' and we left,\" Lind said.") == ["\"He told me 'wait,' and we left,\""]


def test_a_mark_with_nothing_before_the_next_one_opens_nothing():
    text = 'It burnt for hours " "We left at dawn," he tells me. "It was cold." He went home.'
    assert quoted(text) == ['"We left at dawn,"', '"It was cold."']
