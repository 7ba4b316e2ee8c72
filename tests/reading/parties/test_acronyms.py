"""Short forms, columns and known names, on documents built by hand."""

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from onrecord.reading.layers import MentionForm
from onrecord.reading.parties.acronyms import find_acronyms
from onrecord.reading.parties.body_names import body_id, body_key
from onrecord.reading.parties.columns import columns_of
from onrecord.reading.parties.draft import Draft, Need
from onrecord.reading.parties.lexicon import HitIndex, hits_in
from onrecord.records import Article, Inserted, PartyKind


def _columns(words, inserted=(), spaces=None):
    doc = Doc(
        Vocab(),
        words=words,
        spaces=spaces,
        tags=["NNP"] * len(words),
        lemmas=words,
        deps=["dep"] * len(words),
        heads=[0] * len(words),
    )
    return columns_of(doc, Article(id="a", text=doc.text, inserted=inserted))


def _hits(words, **more):
    columns = _columns(words, **more)
    return {columns.told(h.start, h.end): h.known.id for h in hits_in(columns)}


def test_the_longest_known_name_wins():
    assert _hits(["South", "Sudan", "met", "the", "U.N.", "Security", "Council"]) == {
        "South Sudan": "SSD",
        "U.N. Security Council": "UNSC",
    }


def test_part_of_a_word_is_no_name():
    assert _hits(["Iranians", "Omanis", "Chinatown"]) == {"Iranians": "IRN", "Omanis": "OMN"}


def test_a_longer_place_name_swallows_the_state_inside_it():
    assert _hits(["New", "South", "Wales"]) == {}
    assert _hits(["Wales"]) == {"Wales": "GBR"}


def test_georgia_is_a_state_only_beside_its_neighbours():
    assert _hits(["Atlanta", ",", "Georgia"]) == {}
    assert _hits(["Georgia", "and", "Armenia"])["Georgia"] == "GEO"
    assert _hits(["Jordan", "smiled", "at", "Berg"]) == {}
    assert _hits(["Jordan", "downed", "drones", "over", "Irbid"])["Jordan"] == "JOR"


@pytest.mark.parametrize(("state", "code"), [("South Korea", "PRK"), ("South Africa", None), ("Chad", None)])
def test_the_north_is_the_state_whose_southern_counterpart_is_named(state, code):
    found = _hits([*state.split(), "watched", "the", "North"])
    assert found.get("North") == code


def test_nothing_is_read_from_inserted_text():
    words = ["Chile", "won", ".", "Peru", "lost", "."]
    assert _hits(words, inserted=(Inserted(12, 23, "Peru lost .", "headline"),)) == {"Chile": "CHL"}


def test_a_dateline_names_no_party():
    assert _hits(["LIMA", ",", "Peru", "(", "AP", ")", "—", "Chile", "won"])["Chile"] == "CHL"
    assert "Peru" not in _hits(["LIMA", ",", "Peru", "(", "AP", ")", "—", "Chile", "won"])


def test_an_unbalanced_quotation_mark_ends_with_its_paragraph():
    columns = _columns(["“", "Yes", "\n", "No"])
    assert columns.quoted == [True, True, False, False]


def test_one_body_has_one_key_however_it_is_put():
    one = _columns(["Ministry", "of", "National", "Defence"])
    other = _columns(["Defense", "Ministry"])
    assert body_key(one, 0, 4) == body_key(other, 0, 2) == "defense ministry"
    assert body_id("KOR", "defense ministry") == "org:kor-defense-ministry"


def _named(end, name):
    return Draft(0, end, 0, MentionForm.NAME, Need.BODY, name, "org:x", PartyKind.ORGANISATION)


def test_a_short_form_in_brackets_holds_from_there_on():
    words = ["River", "Basin", "Force", "(", "RBF", ")", "RBF", "left"]
    columns = _columns(words)
    found = find_acronyms(columns, HitIndex(()), [_named(3, "River Basin Force")])
    assert [(d.start, d.id) for d in found] == [(4, "org:x"), (6, "org:x")]


def test_letters_that_are_not_the_name_s_are_no_short_form():
    words = ["River", "Basin", "Force", "(", "XYZ", ")", "XYZ"]
    assert find_acronyms(_columns(words), HitIndex(()), [_named(3, "River Basin Force")]) == ()
