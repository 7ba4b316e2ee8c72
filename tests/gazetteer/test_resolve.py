import pytest

from onrecord.gazetteer.gazetteer import Gazetteer, PlaceKind
from onrecord.gazetteer.home import NO_HOME, Home, home_of
from onrecord.gazetteer.resolve import PlaceName, candidates_of, part_of, resolve


@pytest.fixture(scope="module")
def gazetteer():
    return Gazetteer.load()


def told(gazetteer, *names, parties=None, home=NO_HOME):
    asked = [PlaceName(*name) if isinstance(name, tuple) else PlaceName(name) for name in names]
    return [place and (place.name, place.country) for place in resolve(asked, gazetteer, parties, home)]


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


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Peru", PlaceKind.COUNTRY, "PER"),
        ("Mexico", PlaceKind.COUNTRY, "MEX"),
        ("Texas", PlaceKind.ADMIN1, "USA"),
    ],
)
def test_a_country_or_great_state_is_no_small_town_whatever_is_told_around(gazetteer, name, kind, country):
    around = ("Fort Wayne", "Kokomo", "Pachuca", "Tula", "Mexico City", "Columbia", "Jefferson City")
    place = resolve([PlaceName(one) for one in (name, *around)], gazetteer, {country: 3.0, "USA": 9.0})[0]
    assert place is not None
    assert (place.kind, place.country) == (kind, country)


def test_a_town_called_like_a_country_is_meant_where_its_state_is_told_or_its_paper_tells_it(gazetteer):
    assert told(gazetteer, ("Peru", "Indiana"), "Indiana")[0] == ("Peru", "USA")
    assert told(gazetteer, ("Peru", "Indiana"), "Indiana", "Peru")[2] == ("Peru", "USA")
    home = Home(towns=candidates_of("Wabash", gazetteer))
    assert told(gazetteer, "Peru", "Wabash", home=home)[0] == ("Peru", "USA")


def test_a_country_told_with_a_small_letter_before_it_is_no_town(gazetteer):
    assert told(gazetteer, "south Lebanon") == [("Lebanon", "LBN")]
    assert part_of("south Lebanon", gazetteer)
    assert told(gazetteer, ("South Lebanon", "Ohio"), "Ohio")[0] == ("South Lebanon", "USA")


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


def test_a_name_that_could_be_of_two_countries_is_read_as_of_the_outlets(gazetteer):
    assert told(gazetteer, "Cambridge", home=Home("GBR")) == [("Cambridge", "GBR")]
    assert told(gazetteer, "Cambridge", home=Home("CAN"))[0][1] == "CAN"


def test_a_town_near_the_one_the_outlet_is_named_for_is_meant_among_small_namesakes(gazetteer):

    home = home_of("The New Haven Register", None, gazetteer)
    near = resolve([PlaceName("Milford")], gazetteer, home=home)[0]
    assert near is not None
    assert (near.country, round(near.lat or 0), round(near.lon or 0)) == ("USA", 41, -73)


@pytest.mark.parametrize(
    ("city", "country"),
    [("Paris", "FRA"), ("Athens", "GRC"), ("Dublin", "IRL"), ("Cairo", "EGY"), ("Moscow", "RUS")],
)
@pytest.mark.parametrize("outlet", ["washingtonpost.com", "cbc.ca", "standard.co.uk", "dallasnews.com"])
def test_a_capital_alone_stays_the_capital_whoever_prints_it(gazetteer, city, country, outlet):
    home = home_of(outlet, None, gazetteer)
    assert told(gazetteer, city, home=home)[0][1] == country


def test_two_ambiguous_names_that_hear_each_other_settle(gazetteer):
    assert told(gazetteer, "San Fernando", "Los Angeles")[1] == ("Los Angeles", "USA")


@pytest.mark.parametrize(
    ("name", "country"),
    [("Odessa", "UKR"), ("Palmyra", "SYR"), ("Crete", "GRC"), ("Qamishli", "SYR"), ("Ingushetia", "RUS")],
)
def test_the_spelling_of_the_news_finds_the_place_it_means(gazetteer, name, country):
    assert told(gazetteer, name)[0][1] == country


def test_a_province_is_found_by_the_news_spelling_of_its_city(gazetteer):
    place = resolve([PlaceName("Deraa province")], gazetteer)[0]
    assert place is not None
    assert (place.kind, place.country) == (PlaceKind.ADMIN1, "SYR")
