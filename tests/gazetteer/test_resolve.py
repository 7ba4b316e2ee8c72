import pytest

from onrecord.gazetteer.gazetteer import Gazetteer, PlaceKind
from onrecord.gazetteer.resolve import PlaceName, candidates_of, part_of, resolve


@pytest.fixture(scope="module")
def gazetteer():
    return Gazetteer.load()


def told(gazetteer, *names, parties=None):
    asked = [PlaceName(*name) if isinstance(name, tuple) else PlaceName(name) for name in names]
    return [place and (place.name, place.country) for place in resolve(asked, gazetteer, parties)]


def test_a_name_alone_means_the_best_known_place(gazetteer):
    assert told(gazetteer, "Paris") == [("Paris", "FRA")]


def test_the_state_after_a_name_decides(gazetteer):
    assert told(gazetteer, ("Paris", "Texas"), "Texas")[0] == ("Paris", "USA")


def test_a_name_told_with_its_state_once_keeps_its_meaning(gazetteer):
    assert told(gazetteer, ("Paris", "Texas"), "Texas", "Paris")[2] == ("Paris", "USA")


def test_the_places_around_decide_between_namesakes(gazetteer):
    assert told(gazetteer, "Tripoli", "Beirut", "Sidon")[0][1] == "LBN"
    assert told(gazetteer, "Tripoli", "Benghazi", "Misrata")[0][1] == "LBY"


def test_the_countries_of_the_parties_decide_where_nothing_else_does(gazetteer):
    assert told(gazetteer, "Tripoli", parties={"LBN": 40.0, "LBY": 0.0})[0][1] in {"LBN", "LBY"}
    alone = told(gazetteer, "Córdoba", parties={"ESP": 5.0})[0][1]
    other = told(gazetteer, "Córdoba", parties={"ARG": 5.0})[0][1]
    assert (alone, other) == ("ESP", "ARG")


def test_a_region_named_for_its_city_is_the_region(gazetteer):
    place = resolve([PlaceName("Kharkiv region")], gazetteer)[0]
    assert place is not None
    assert (place.kind, place.country) == (PlaceKind.ADMIN1, "UKR")


def test_an_area_across_borders_has_no_point(gazetteer):
    (place,) = candidates_of("Black Sea", gazetteer)
    assert (place.kind, place.lat) == (PlaceKind.AREA, None)


def test_part_of_a_country_is_told_from_a_country_named_for_a_direction(gazetteer):
    assert part_of("eastern Ukraine", gazetteer)
    assert not part_of("South Korea", gazetteer)


def test_an_unknown_name_stays_unanswered(gazetteer):
    assert told(gazetteer, "Qwertzuiopolis") == [None]
