import pytest

from onrecord.intake.origin import find_origin

BODY = (
    "The port authority said on Tuesday that the harbour would stay closed until both mines had been removed."
)


@pytest.mark.parametrize(
    ("head", "dateline", "credit"),
    [
        ("WESTMARK, South Varia (AP) — ", "WESTMARK, South Varia", "AP"),
        ("WESTMARK, Nov 5 (Reuters) - ", "WESTMARK, Nov 5", "Reuters"),
        ("Westmark (AFP) – ", "Westmark", "AFP"),
        ("(Reuters) - ", None, "Reuters"),
        ("WESTMARK, November 5. /TASS/. ", "WESTMARK, November 5", "TASS"),
        ("WESTMARK, Nov. 5 (Xinhua) -- ", "WESTMARK, Nov. 5", "Xinhua"),
        ("WESTMARK/EASTMARK — ", "WESTMARK/EASTMARK", None),
        ("SAN TELMO, South Varia — ", "SAN TELMO, South Varia", None),
        ("ST. OLAF (Kyodo News) - ", "ST. OLAF", "Kyodo"),
        ("Nov 5 (Reuters) - ", "Nov 5", "Reuters"),
        ("WESTMARK/EASTMARK, Nov 5 (Reuters) - ", "WESTMARK/EASTMARK, Nov 5", "Reuters"),
        ("WESTMARK. Nov 5 (Interfax) - ", "WESTMARK. Nov 5", "Interfax"),
        ("Westmark, IRNA – ", "Westmark", "IRNA"),
        ("WESTMARK, November 5, 2024 (WAFA) – ", "WESTMARK, November 5, 2024", "WAFA"),
    ],
)
def test_dateline_gives_place_and_agency(head, dateline, credit):
    origin = find_origin(head + BODY)
    assert (origin.dateline, origin.credit) == (dateline, credit)


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "NATO — which has no harbour of its own — said nothing.",
        "FILE - In this file photo ships wait off the coast.",
        "The minister (AP) said so.",
        "Mayor Ann Lee — who was there — left.",
        "U.S. — the only buyer — pulled out.",
    ],
)
def test_other_openings_are_no_dateline(text):
    assert find_origin(text).credit is None


def test_dateline_is_found_below_title_and_byline():
    origin = find_origin(f"Port shut\nBy Ann Lee\nWESTMARK (AP) — {BODY}", "Port shut")
    assert (origin.dateline, origin.byline, origin.credit) == ("WESTMARK", "Ann Lee", "AP")
    assert [(line.text, reason) for line, reason in origin.lines] == [("By Ann Lee", "byline")]


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("Associated Press writer Bo Dahl in Eastmark contributed to this report.", "AP (contributed)"),
        ("The Associated Press contributed to this report.", "AP (contributed)"),
        ("Reuters and AFP contributed to this story.", "Reuters (contributed), AFP (contributed)"),
        ("(Reporting by Bo Dahl in Eastmark; Editing by Cy Moe)", None),
        ("Additional reporting by Agence France-Presse", "AFP (contributed)"),
        ("With files from The Canadian Press", "CP (contributed)"),
        ("— Reuters", "Reuters"),
        ("Reuters - Ap - Afp", "Reuters, AP, AFP"),
    ],
)
def test_line_that_only_credits_someone_is_named_as_such(line, credit):
    origin = find_origin(f"{BODY}\n{BODY}\n{line}")
    assert origin.credit == credit
    assert [(found.text, reason) for found, reason in origin.lines] == [(line, "credit line")]


def test_dateline_behind_what_a_crawler_glued_to_it_is_found():
    origin = find_origin(f"Port shut | Tue Nov 5, 2024 10:18 am EST WESTMARK, South Varia (Reuters) - {BODY}")
    assert (origin.dateline, origin.credit) == ("WESTMARK, South Varia", "Reuters")


def test_outlet_is_not_credited_for_its_own_report():
    assert find_origin(f"WESTMARK (AP) — {BODY}", outlet="The Associated Press").credit is None


def test_agency_named_in_the_running_text_is_no_credit():
    origin = find_origin(
        f"{BODY}\nReuters reported that the navy had been asked to help, and AFP said so too."
    )
    assert origin.credit is None
    assert origin.lines == ()


def test_agency_in_the_byline_is_credited():
    assert find_origin(f"By Ann Lee, Associated Press\n{BODY}").credit == "AP"


def test_paragraph_opening_with_by_is_no_byline():
    assert find_origin(f"By Tuesday the harbour was shut.\n{BODY}").byline is None
