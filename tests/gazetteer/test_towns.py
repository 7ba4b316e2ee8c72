"""Names that a large town bears."""

import pytest

from onrecord.gazetteer.towns import is_large_town


@pytest.mark.parametrize("name", ["El Obeid", "Port Sudan", "Khan Younis", "San Salvador"])
def test_names_of_large_towns_are_theirs(name):
    assert is_large_town(name)


@pytest.mark.parametrize(
    "name", ["Khartoum", "Red Cross", "Rio Tinto", "Al Mayadeen", "White House", "Harbour Coal"]
)
def test_single_words_and_names_of_small_towns_are_open(name):
    assert not is_large_town(name)
