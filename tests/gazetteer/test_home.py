import pytest

from onrecord.gazetteer.gazetteer import Gazetteer
from onrecord.gazetteer.home import home_of


@pytest.fixture(scope="module")
def gazetteer():
    return Gazetteer.load()


@pytest.mark.parametrize(
    ("outlet", "url", "country", "town"),
    [
        ("www.cambridge-news.co.uk", None, "GBR", "Cambridge"),
        ("thecolumbusdispatch.com", None, None, "Columbus"),
        ("The Columbus Dispatch", None, None, "Columbus"),
        ("Gazette", "https://example.ca/news/1", "CAN", None),
        ("AP", None, None, None),
        ("example.tv", None, None, None),
        (None, None, None, None),
        ("http://[x", "http://[x", None, None),
        ("The Columbus Dispatch", "http://[x", None, "Columbus"),
    ],
)
def test_an_outlets_home_is_told_by_its_name_and_address(gazetteer, outlet, url, country, town):
    home = home_of(outlet, url, gazetteer)
    assert home.country == country
    assert {place.name for place in home.towns} == ({town} if town else set())
