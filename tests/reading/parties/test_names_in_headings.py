"""Names beside the words of headings and captions that run on into the text."""

import pytest

pytestmark = pytest.mark.weights


def names(read, text):
    return {m.party.name for m in read(text) if m.party.kind.value == "person"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "President Lindqvo Outlines Harbour Plan. President Lindqvo said it works. Sho Lindqvo left.",
            "Sho Lindqvo",
        ),
        (
            "Derelict Lindqvo ignores it. President Lindqvo said nothing. Sho Lindqvo said it was over.",
            "Sho Lindqvo",
        ),
        ("Haley Lindqvo left. Grieving Haley wrote so. Haley Lindqvo spoke.", "Haley Lindqvo"),
        ("Devastated Haley Lindqvo wrote so. Haley Lindqvo left. Haley Lindqvo spoke.", "Haley Lindqvo"),
        (
            "It hit a crowd in Nice Tony Molina, a clerk, said so. Tony Molina ran. Later Tony Molina spoke.",
            "Tony Molina",
        ),
    ],
)
def test_words_of_a_heading_beside_a_name_are_no_part_of_it(read, text, told):
    assert names(read, text) == {told}


def test_two_surnames_side_by_side_are_two_people(read):
    text = "He savages Bush and Blair Mahathir. Tony Blair left. Mahathir Mohamad said so. Mr Mahathir left."
    assert "Blair Mahathir" not in names(read, text)
    assert {"Tony Blair", "Mahathir Mohamad"} <= names(read, text)


def test_a_son_is_not_cut_to_the_fathers_name(read):
    text = "Saadi Gaddafi said the army would fight. Muammar Gaddafi was silent. Mr Gaddafi left."
    assert {"Saadi Gaddafi", "Muammar Gaddafi"} <= names(read, text)


def test_the_body_a_caption_ends_with_is_not_whose_a_person_is(read):
    told = read("They met on BBC Lakeshire Ms Kathy Johnson said. Ms Johnson left.")
    assert {m.party.of for m in told if m.party.name == "Kathy Johnson"} == {None}


def test_a_leader_is_of_the_state_right_before_the_office(read):
    told = read("By the CNN staff Libyan leader Moammar Gadhafi blames them. Gadhafi left.")
    assert {m.party.country for m in told if m.party.name == "Moammar Gadhafi"} == {"LBY"}


def test_an_outlet_in_parentheses_before_what_it_tells_is_no_party(read):
    told = [m.party.name for m in read("(CNN) The king of Norway left. CNN said so.")]
    assert told.count("CNN") == 1
