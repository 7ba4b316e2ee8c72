"""Bodies whose name many states have: the Senate, the Foreign Office."""

import pytest

pytestmark = pytest.mark.weights


def test_the_senate_of_a_report_from_abroad_is_that_states(party):
    text = "QUITO, Ecuador — The Senate rejected a bill on Tuesday. Defense Minister Bo Lind was angry."
    senate = party(text, "The Senate")
    assert (senate.id, senate.country, senate.sector) == ("org:ecu-senate", "ECU", "LEG")
    assert party(text, "Defense Minister Bo Lind").country != "USA"


def test_congress_and_its_house_are_of_the_dateline_too(party):
    text = "LIMA, Peru — Congress voted on Monday. The House of Representatives will meet again."
    assert party(text, "Congress").country == "PER"
    assert party(text, "The House of Representatives").id == "org:per-house-of-representatives"


def test_representatives_are_a_word_of_their_house_and_no_people(read):
    text = "LIMA, Peru — The House of Representatives will meet again."
    assert [m.party.id for m in read(text)] == ["org:per-house-of-representatives"]


def test_the_senate_stays_american_where_america_was_told_before(party):
    text = "KYIV, Ukraine — The U.S. promised shells. The Senate approved the money."
    assert party(text, "The Senate").id == "org:usa-senate"


def test_the_senate_without_a_dateline_stays_american(party):
    assert party("The Senate approved the money on Monday.", "The Senate").id == "org:usa-senate"


def test_a_department_no_other_state_has_stays_whose_it_is(party):
    text = "LIMA, Peru — The State Department said it was watching."
    assert party(text, "The State Department").country == "USA"


def test_the_foreign_office_is_of_the_state_that_answers(party):
    text = (
        "NEW DELHI — Indian forces shot three men. Islamabad rejected the claim. "
        '"Nothing happened," said Foreign Office spokesperson Bo Lind.'
    )
    speaker = party(text, "Foreign Office spokesperson Bo Lind")
    assert (speaker.country, speaker.of) == ("PAK", "org:pak-foreign-office")


def test_the_foreign_office_is_british_in_a_report_from_london(party):
    assert party("LONDON — The Foreign Office said it was watching.", "The Foreign Office").country == "GBR"
