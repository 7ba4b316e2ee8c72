import pytest

from onrecord.gazetteer.gazetteer import Gazetteer, PlaceKind, distance_km
from onrecord.gazetteer.keys import place_key


@pytest.fixture(scope="module")
def gazetteer():
    return Gazetteer.load()


@pytest.mark.parametrize(
    ("written", "same"),
    [
        ("St. Louis", "Saint Louis"),
        ("São Paulo", "Sao Paulo"),
        ("Port-au-Prince", "port au prince"),
        ("The Hague", "Hague"),
    ],
)
def test_spellings_of_one_name_have_one_key(written, same):
    assert place_key(written) == place_key(same)


def test_a_city_knows_what_it_lies_in(gazetteer):
    lyon = next(place for place in gazetteer.candidates("Lyon") if place.country == "FRA")
    assert lyon.kind is PlaceKind.CITY
    assert "France" in [gazetteer.place(row).name for row in lyon.above]


def test_a_name_under_which_a_city_is_also_known_is_marked_as_such(gazetteer):
    (kyiv,) = [place for place in gazetteer.candidates("Kiev") if place.country == "UKR"]
    assert (kyiv.name, kyiv.alias) == ("Kyiv", True)


def test_counties_and_provinces_are_found(gazetteer):
    kinds = {place.kind for place in gazetteer.candidates("Travis County")}
    assert kinds == {PlaceKind.ADMIN2}
    assert any(place.kind is PlaceKind.ADMIN1 for place in gazetteer.candidates("Ontario"))


def test_an_unknown_name_has_no_candidates(gazetteer):
    assert gazetteer.candidates("Qwertzuiopolis") == ()


def test_a_quarter_of_a_great_circle_is_a_quarter_of_the_earth():
    assert distance_km((0, 0), (0, 90)) == pytest.approx(10007.5, abs=1)
