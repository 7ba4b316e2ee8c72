"""Whom somebody serves, and of which state that is."""

import pytest


def _party(read, text, words):
    return next(m.party for m in read(text) if m.party.span.text == words)


@pytest.mark.parametrize(
    ("text", "name", "country", "of"),
    [
        ("Commander Bo Lind of the Kenyan navy said so.", "Commander Bo Lind", "KEN", "KEN"),
        ("Corporal Bo Lind, of the French marines, said so.", "Corporal Bo Lind", "FRA", "FRA"),
        ("Col. Bo Lind of Thailand's 2nd Army Region said so.", "Col. Bo Lind", "THA", "THA"),
        ("President Bo Lind of Mali said so.", "President Bo Lind", "MLI", "MLI"),
        (
            "Bo Lind, from the Polish Interior Ministry, said so.",
            "Bo Lind",
            "POL",
            "org:pol-interior-ministry",
        ),
        ("Ann Cole of the Hillside Institute said so.", "Ann Cole", None, "org:hillside-institute"),
        ("General Bo Lind left with Norway and Chad still at odds.", "General Bo Lind", None, None),
    ],
)
def test_somebody_is_of_the_body_told_behind_the_name(read, text, name, country, of):
    party = _party(read, text, name)
    assert (party.country, party.of) == (country, of)


def test_a_bare_name_keeps_the_force_told_behind_the_full_one(read):
    text = "Commander Bo Lind of the Kenyan navy spoke. Hours later Lind said that he was wrong."
    assert _party(read, text, "Lind").country == "KEN"


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("In Cambodia, General Sok Vanna counted 200 shells.", "General Sok Vanna", "KHM"),
        ("In Cambodia, Foreign Minister Sok Vanna counted 200 shells.", "Foreign Minister Sok Vanna", None),
        ("A junior defence minister in Kampala called it false.", "A junior defence minister", "UGA"),
    ],
)
def test_an_officer_or_a_minister_is_of_the_state_where_he_is_told_to_be(read, text, words, country):
    assert _party(read, text, words).country == country


@pytest.mark.parametrize(
    ("place", "country"),
    [
        ("GOMA, Democratic Republic of the Congo", "COD"),
        ("BANGUI, Central African Republic", "CAF"),
        ("ADEN/MUSCAT", None),
    ],
)
def test_a_dateline_of_one_place_tells_the_state(read, place, country):
    assert _party(read, f"{place} (AP) — The army said it had left.", "The army").country == country
