"""Bodies known by name, and words for offices."""

from collections import Counter

import pytest

from onrecord.codebook.bodies import called_nouns, known_bodies, load_bodies, outlet_name, sector_of_body
from onrecord.codebook.roles import load_roles, roles
from onrecord.codebook.wordclasses import word_classes
from onrecord.errors import CodebookError
from onrecord.records import PartyKind


def test_an_armed_group_speaks_for_no_country():
    assert {b.country for b in known_bodies() if b.kind is PartyKind.GROUP} == {None}


def test_no_name_and_no_id_stands_twice():
    names = Counter(name for body in known_bodies() for name in body.names)
    ids = Counter(body.id for body in known_bodies())
    for counted in (names, ids):
        assert [n for n, count in counted.items() if count > 1] == []


def test_a_body_s_parent_is_a_known_body_or_its_state():
    ids = {body.id for body in known_bodies()}
    orphans = [b.id for b in known_bodies() if b.of is not None and b.of not in ids | {b.country}]
    assert orphans == []


@pytest.mark.parametrize(
    ("told", "name"),
    [("AP", "Associated Press"), ("www.reuters.com", "Reuters"), ("The Harbour Post", "The Harbour Post")],
)
def test_an_outlet_has_one_name_whichever_way_it_is_told(told, name):
    assert outlet_name(told) == name


def test_breadth_is_world_wide():
    kinds = Counter(body.country for body in known_bodies())
    assert kinds["IGO"] >= 60
    assert sum(b.kind is PartyKind.GROUP for b in known_bodies()) >= 80


def test_what_a_body_is_called_leads_back_to_it():
    assert "NATO" in called_nouns()["alliance"]
    assert sector_of_body()["org:afp"] == "MED"


def test_an_unknown_key_of_a_body_is_refused_by_name(tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_text("media:\n  - {id: 'org:x', nams: [X]}\n", encoding="utf-8")
    with pytest.raises(CodebookError, match=r"mine\.yaml, line 2.*nams"):
        load_bodies(path)


def test_a_roles_file_without_a_section_is_refused(tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_text("offices: {GOV: [president]}\n", encoding="utf-8")
    with pytest.raises(CodebookError, match="titles"):
        load_roles(path)


def test_words_are_kept_in_lower_case():
    assert all(word == word.lower() for table in (roles().offices, roles().bodies) for word in table)
    assert "mr." in word_classes().courtesy
