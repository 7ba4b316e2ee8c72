from dataclasses import replace

import pytest

from onrecord.reading.grounding.places import find_places
from onrecord.reading.layers import Layers, Mention, MentionForm, set_layers
from onrecord.records import Article, Party, PartyKind, PlacePrecision


def found(nlp, text, *states):
    """Find places, with the words `states` (word, code) marked as mentions of states."""
    doc = nlp(text)
    mentions = tuple(
        Mention(token.i, token.i + 1, token.i, MentionForm.NAME, Party(word, code, PartyKind.STATE, code))
        for word, code in states
        for token in doc
        if token.text == word
    )
    layers = Layers(Article(id="a", text=text))
    layers = replace(layers, mentions=mentions)
    set_layers(doc, layers)
    return [mention.place for mention in find_places(doc, layers)]


@pytest.mark.weights
def test_a_city_has_an_id_a_country_and_a_point(nlp):
    (place,) = found(nlp, "Shells fell on houses in Kharkiv.")
    assert (place.geonames, place.country, place.precision) == (706483, "UKR", PlacePrecision.CITY)
    assert place.lat == pytest.approx(49.98, abs=0.1)


@pytest.mark.weights
def test_a_capital_that_speaks_is_no_place(nlp):
    assert found(nlp, "Moscow denied the report.", ("Moscow", "RUS")) == []


@pytest.mark.weights
def test_the_same_capital_after_in_is_a_place(nlp):
    (place,) = found(nlp, "The ministers met in Moscow.", ("Moscow", "RUS"))
    assert (place.name, place.geonames) == ("Moscow", 524901)


@pytest.mark.weights
def test_a_region_after_a_possessive_is_the_region(nlp):
    places = found(nlp, "Soldiers were in Russia's Kursk region.", ("Russia", "RUS"))
    assert [(place.name, place.precision, place.country) for place in places] == [
        ("Kursk region", PlacePrecision.REGION, "RUS")
    ]


@pytest.mark.weights
def test_part_of_a_country_has_neither_the_countrys_id_nor_a_point(nlp):
    (place,) = found(nlp, "Fighting went on in eastern Ukraine.")
    assert (place.name, place.precision, place.country) == ("eastern Ukraine", PlacePrecision.REGION, "UKR")
    assert (place.geonames, place.lat) == (None, None)


@pytest.mark.weights
def test_a_land_whose_name_ends_in_its_capitals_is_not_its_capital(nlp):
    (place,) = found(nlp, "The mission in Guinea-Bissau ended.")
    assert (place.name, place.country) == ("Guinea-Bissau", "GNB")


@pytest.mark.weights
def test_a_place_the_gazetteer_lacks_keeps_its_name_only(nlp):
    places = found(nlp, "The patrol was ambushed in Qwertzuiopol on Monday.")
    assert all(place.precision is PlacePrecision.UNKNOWN and place.country is None for place in places)


@pytest.mark.weights
def test_every_place_shows_its_words(nlp):
    text = "The convoy drove from Lviv to Kharkiv."
    assert all(text[p.span.start : p.span.end] == p.span.text for p in found(nlp, text))


@pytest.mark.weights
def test_a_dateline_in_capitals_is_a_place(nlp):
    places = found(nlp, "TBILISI, Georgia (AP) -- Talks were put off.")
    assert ("TBILISI", "GEO") in [(place.name, place.country) for place in places]


@pytest.mark.weights
def test_a_town_told_with_its_province_is_no_namesake_elsewhere(nlp):
    places = {p.name: p.country for p in found(nlp, "Jets bombed Norpin in Kachin State's Kani Township.")}
    assert places["Kani Township"] is None


@pytest.mark.weights
@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Soldiers attacked a village in Rakhine State's Maungdaw Township.", "Maungdaw Township", "MMR"),
        ("The talks were held in Cole's Chicago home.", "Chicago", "USA"),
    ],
)
def test_a_town_told_with_whose_it_is_is_known(nlp, text, name, country):
    assert {p.name: p.country for p in found(nlp, text)}[name] == country


@pytest.mark.weights
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Drills began in the Gulf of Tonkin.", "Gulf of Tonkin"),
        ("A drone was shot down over the Line of Control.", "Line of Control"),
        ("Two ships collided in the Gulf.", "Gulf"),
    ],
)
def test_a_word_for_a_sort_of_place_is_no_town_called_so(nlp, text, name):
    (place,) = found(nlp, text)
    assert (place.name, place.country) == (name, None)


@pytest.mark.weights
def test_a_state_that_the_parse_joins_to_a_noun_before_and_that_acts_is_no_place(nlp):
    text = "Twelve members voted in favour and Chad abstained."
    assert found(nlp, text, ("Chad", "TCD")) == []
    (first, second) = found(nlp, "Men were killed in Mali and Chad.", ("Mali", "MLI"), ("Chad", "TCD"))
    assert (first.name, second.name) == ("Mali", "Chad")


@pytest.mark.weights
def test_a_coast_told_in_small_letters_is_no_town_of_that_name(nlp):
    (place,) = found(nlp, "A shell fell into the sea off its east coast.")
    assert (place.name, place.country, place.geonames) == ("east coast", None, None)


@pytest.mark.weights
def test_a_large_town_is_a_place_though_the_parser_takes_it_for_a_body(nlp):
    (place,) = found(nlp, "A convoy carried food to El Obeid on Monday.")
    assert (place.name, place.country) == ("El Obeid", "SDN")


@pytest.mark.weights
def test_a_town_behind_in_is_a_place_though_the_parser_takes_it_for_a_person(nlp):
    (place,) = found(nlp, "Armed men stormed a prison in Goma and freed 300 inmates.")
    assert (place.name, place.country) == ("Goma", "COD")


@pytest.mark.weights
def test_a_province_lies_in_no_other_state_than_the_one_told_to_hold_it(nlp):
    text = "Two drones hit a gas field in Iraq's Kurdistan region on Sunday."
    assert all(place.country in (None, "IRQ") for place in found(nlp, text, ("Iraq", "IRQ")))
