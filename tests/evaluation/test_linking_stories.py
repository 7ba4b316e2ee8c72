"""Stories: articles on one subject told apart by what sets them apart from each other."""

from onrecord.evaluation.linking import stories_of
from onrecord.evaluation.linking_ecbplus import EcbDocument
from onrecord.evaluation.linking_tellings import rarity, shared_rarity, topics_of

TEXTS = {
    "a1": "An earthquake of magnitude 6 shook the island of Lomar on 3 May , killing a fisherman in Dorn",
    "a2": "The earthquake on Lomar killed a fisherman , officials in Dorn said after the magnitude 6 tremor",
    "b1": "An earthquake of magnitude 7 shook the island of Tessel in 2014 , when a school in Karn fell",
    "b2": "Pupils of a school in Karn were hurt as the earthquake of magnitude 7 shook the island of Tessel",
    "c1": "Parliament passed the budget by two votes after a night of speeches , the speaker announced",
}


def document(name):
    words = tuple(TEXTS[name].split())
    return EcbDocument(name, 1, words, (0,) * len(words), ())


def test_two_earthquakes_are_two_stories_and_a_budget_is_a_third():
    documents = [document(name) for name in TEXTS]
    found = stories_of(documents, topics_of(documents, rarity(documents)))
    assert found == {"a1": "a1", "a2": "a1", "b1": "b1", "b2": "b1", "c1": "c1"}


def test_what_all_articles_of_a_subject_tell_says_least_of_each():
    told = shared_rarity([document(name) for name in ("a1", "a2", "b1", "b2")])
    assert told["earthquak"] < told["dorn"]
    assert "parliament" not in told
    assert "2014" not in told
