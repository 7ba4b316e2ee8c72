"""Names of states."""

import pytest

from onrecord.gazetteer.countries import (
    countries,
    country_of_capital,
    country_of_demonym,
    country_of_name,
    country_of_seat,
    name_of,
)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("North Korea", "PRK"),
        ("DPRK", "PRK"),
        ("Democratic People’s Republic of Korea", "PRK"),
        ("the United States", "USA"),
        ("U.S.", "USA"),
        ("Britain", "GBR"),
        ("Ivory Coast", "CIV"),
        ("Burma", "MMR"),
        ("Kosovo", "XKX"),
        ("Türkiye", "TUR"),
    ],
)
def test_a_state_is_known_by_every_name_news_uses(name, code):
    assert country_of_name(name) == code


@pytest.mark.parametrize("word", ["Island", "NO", "IN", "Thai", "us", "Montenegrin"])
def test_words_that_are_no_state_name_are_none(word):
    assert country_of_name(word) is None


@pytest.mark.parametrize(
    ("word", "code"),
    [("Danes", "DNK"), ("Indian", "IND"), ("American", "USA"), ("Swiss", "CHE"), ("North Koreans", "PRK")],
)
def test_a_demonym_names_the_larger_state_that_uses_it(word, code):
    assert country_of_demonym(word) == code


def test_a_capital_with_another_meaning_stands_for_no_government():
    assert country_of_capital("Moscow") == "RUS"
    assert country_of_capital("Belgrade") == "SRB"
    assert country_of_capital("Brussels") is None
    assert country_of_capital("Kingston") is None


def test_a_seat_stands_for_who_governs_there():
    assert country_of_seat("the Kremlin") == "RUS"
    assert country_of_seat("Pentagon") == "USA"


def test_every_code_has_a_readable_name():
    tables = countries()
    codes = {*tables.names.values(), *tables.demonyms.values(), *tables.capitals.values()}
    assert [code for code in codes if name_of(code) == code] == []
    assert name_of("COD") == "Democratic Republic of the Congo"
    assert name_of("MMR") == "Myanmar"
    assert "" not in codes


def test_parts_of_the_united_kingdom_are_it():
    assert [country_of_name(part) for part in ("Scotland", "Wales", "England")] == ["GBR"] * 3


def test_no_name_is_in_two_tables():
    tables = countries()
    assert not set(tables.names) & set(tables.capitals)
    assert not set(tables.names) & set(tables.demonyms)
