import pytest

from onrecord.intake.plain import read_plain, title_line, unwrap

BODY = (
    "The harbour of Westmark stayed closed on Tuesday, the port authority said, after divers found two mines."
)


def test_headline_over_a_body_is_title_and_stays_in_the_text():
    draft = read_plain(f"Westmark port stays shut\n{BODY}\n".encode(), "a.txt")
    assert draft.title == "Westmark port stays shut"
    assert draft.text.startswith("Westmark port stays shut\n")


@pytest.mark.parametrize(
    "first",
    [
        "The port is shut.",
        "and then it was over",
        "WESTMARK",
        "Ports:",
        "2024",
        " ".join(["word"] * 26).capitalize(),
    ],
)
def test_first_line_that_is_no_headline_is_no_title(first):
    assert title_line(f"{first}\n{BODY}") is None


def test_lone_line_is_no_title():
    assert title_line("Westmark port stays shut") is None


def test_headline_in_quotation_marks_is_a_title():
    assert title_line(f"Minister: “We will not pay”\n{BODY}") == "Minister: “We will not pay”"


def test_lines_broken_by_an_editor_are_joined_without_moving_a_character():
    wrapped = (
        "The harbour of Westmark stayed closed on Tuesday, the port\n"
        "authority said, after divers had found two mines below the\n"
        "northern pier and called in the navy.\n\n"
        "A spokesman for the navy said both mines would be brought\n"
        "out to sea and blown up there before the end of the week."
    )
    joined = unwrap(wrapped)
    assert len(joined) == len(wrapped)
    assert joined.count("\n") == 2
    assert "the port authority said" in joined


def test_paragraphs_on_lines_of_their_own_stay_apart():
    text = f"{BODY}\n{BODY}\n\n{BODY}\n{BODY}"
    assert unwrap(text) == text
