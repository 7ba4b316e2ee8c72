from itertools import pairwise

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


def test_two_single_marks_are_one_double_mark():
    assert quoted("''It's done,'' he said. ``Go.''") == ["''It's done,''", "``Go.''"]


def test_apostrophes_are_no_quotation_marks():
    assert quoted("It’s the soldiers' fault, 'they' say.") == []


@given(st.text(alphabet="ab “”\"\n.'", max_size=60))
def test_quotations_are_in_order_and_do_not_overlap(text):
    found = find_quotations(text)
    assert all(q.start < q.end <= len(text) for q in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
