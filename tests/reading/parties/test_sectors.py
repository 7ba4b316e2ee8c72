"""For whom somebody without a name, or an office, speaks: sectors told by the words around."""

from datetime import date

import pytest


@pytest.mark.parametrize(
    ("text", "words", "sector"),
    [
        ("An engineer at the energy ministry said so.", "An engineer", "GOV"),
        ("A technician at the state television said so.", "A technician", "MED"),
        ("A scientist with the navy said so.", "A scientist", "MIL"),
        ("A worker at the hospital said so.", "A worker", "HLH"),
        ("An employee of the bank said so.", "An employee", "BUS"),
        ("An employee said so.", "An employee", "CVL"),
        ("An analyst at the agency said so.", "An analyst", None),
        ("A source at the defence ministry said so.", "A source", "GOV"),
        ("A source in the prosecutor's office said so.", "A source", "JUD"),
        ("A source in the town said so.", "A source", None),
        ("A source close to the army said so.", "A source", None),
        ("The head of the doctors' association said so.", "The head", "NGO"),
        ("The president of the teachers' union said so.", "The president", "NGO"),
        ("The chairman of the shipping company said so.", "The chairman", "BUS"),
        ("The director of the museum said so.", "The director", None),
    ],
)
def test_who_is_of_a_body_without_a_name_has_its_sector(party, text, words, sector):
    assert party(text, words).sector == sector


@pytest.mark.parametrize(
    ("text", "words", "sector"),
    [
        ("A person familiar with the audit said so.", "A person", None),
        ("Two people briefed on the talks said so.", "Two people", None),
        ("Three people with knowledge of the matter said so.", "Three people", None),
        ("People close to the minister said so.", "People", None),
        ("Two people who fled said so.", "Two people", "CVL"),
    ],
)
def test_who_only_knows_of_a_matter_may_be_of_any_side(party, text, words, sector):
    assert party(text, words).sector == sector


@pytest.mark.parametrize(
    ("text", "words", "country", "sector"),
    [
        ("Kenya's high commissioner to Ghana, Ann Cole, said so.", "Ann Cole", "KEN", "GOV"),
        ("The Kenyan High Commissioner said so.", "The Kenyan High Commissioner", "KEN", "GOV"),
        ("The high commissioner said so.", "The high commissioner", None, None),
        ("The U.N. high commissioner for refugees, Bo Lind, said so.", "Bo Lind", "IGO", "IGO"),
        ("A European commissioner, Ann Cole, said so.", "Ann Cole", "EUE", "IGO"),
        ("European Commissioner Ann Cole said so.", "Ann Cole", "EUE", "IGO"),
        ("The European commissioner for trade, Ann Cole, said so.", "Ann Cole", "EUE", "IGO"),
    ],
)
def test_commissioners_are_of_whoever_sends_them(read, text, words, country, sector):
    found = [m.party for m in read(text) if m.party.span.text.endswith(words) and m.party.role]
    assert found, [m.party for m in read(text)]
    assert (found[-1].country, found[-1].sector) == (country, sector)


@pytest.mark.parametrize(
    ("text", "name", "sector"),
    [
        ("The rebel Harbour Front denied it. Its commander, Bo Lind, said so.", "Bo Lind", "REB"),
        ("The Kenyan navy denied it. Its spokesman, Captain Bo Lind, said so.", "Bo Lind", "MIL"),
        ("The bank denied it. Its lawyer, Ann Cole, said so.", "Ann Cole", "CVL"),
    ],
)
def test_who_speaks_for_somebody_has_his_sector(read, text, name, sector):
    assert next(m.party for m in read(text) if m.party.name == name).sector == sector


def test_a_managing_director_is_no_states(read):
    text = "The United States fined it. Its managing director, Bo Lind, said so."
    found = next(m.party for m in read(text) if m.party.name == "Bo Lind")
    assert (found.country, found.of) == (None, None)


@pytest.mark.parametrize(
    ("text", "name", "kind", "sector"),
    [
        ("The rebel Harbour Front denied it. The Harbour Front left.", "Harbour Front", "group", "REB"),
        ("The rebel group Harbour Front denied it.", "Harbour Front", "group", "REB"),
        ("The separatist Azure Liberation Army said so.", "Azure Liberation Army", "group", "REB"),
        ("The separatist Azure Movement said so.", "Azure Movement", "organisation", None),
        ("The trading house, Marlin Gulf, said so.", "Marlin Gulf", "organisation", "BUS"),
    ],
)
def test_a_name_is_of_the_kind_that_the_word_before_it_tells(read, text, name, kind, sector):
    found = [m.party for m in read(text) if m.party.name.endswith(name)]
    assert found, [m.party for m in read(text)]
    assert {(p.kind.value, p.sector) for p in found} == {(kind, sector)}


@pytest.mark.parametrize(
    ("text", "words", "sector"),
    [
        (
            "The Taliban's defence minister, Bo Lind, said so.",
            "The Taliban's defence minister, Bo Lind",
            "GOV",
        ),
        ("Bo Lind, the Taliban government's chief spokesman, said so.", "Bo Lind", "GOV"),
        ("A Taliban minister left. The Taliban said so.", "The Taliban", None),
        ("A Taliban commander left. The Taliban said so.", "The Taliban", "REB"),
        ("A Taliban commander left. The Taliban said so.", "A Taliban commander", "REB"),
    ],
)
def test_a_group_with_ministers_governs(party, text, words, sector):
    assert party(text, words).sector == sector


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("An official in New Delhi said so.", "An official", "IND"),
        ("Officials in Addis Ababa said so.", "Officials", "ETH"),
        ("Officials in New Orleans said so.", "Officials", None),
    ],
)
def test_officials_in_a_capital_of_two_words_are_of_its_state(party, text, words, country):
    assert party(text, words).country == country


@pytest.mark.parametrize(
    ("text", "words", "sector"),
    [
        ("A shipping broker in Oslo said so.", "A shipping broker", "BUS"),
        ("A presenter on the station said so.", "A presenter", "MED"),
        ("Two monks said so.", "Two monks", "REL"),
        ("The ombudsman said so.", "The ombudsman", "GOV"),
        ("A lorry driver said so.", "A lorry driver", "CVL"),
        ("A judicial source said so.", "A judicial source", "JUD"),
    ],
)
def test_callings_tell_a_sector(party, text, words, sector):
    assert party(text, words).sector == sector


def test_how_many_they_are_is_no_part_of_their_role(party):
    assert party("Two senior traders said so.", "Two senior traders").role == "senior traders"


@pytest.mark.parametrize(
    ("text", "name", "sector"),
    [
        ("The auditor-general, Ann Cole, said so.", "Ann Cole", "GOV"),
        ("Father Bo Lind, its spokesman, said so.", "Bo Lind", "REL"),
        ("The shipping line, Baltic Star, said so.", "Baltic Star", "BUS"),
    ],
)
def test_offices_with_a_hyphen_priests_and_shipping_lines_have_their_sector(read, text, name, sector):
    assert next(m.party.sector for m in read(text) if m.party.name == name) == sector


def test_a_count_is_no_part_of_whom_it_counts(read):
    names = [m.party.name for m in read("By its count 21 people died.")]
    assert "21 people" in names


def test_he_is_the_one_without_a_name_who_tells_it(read):
    text = "Ann Cole wrote it. Bo Lind cites a sergeant who told police that he loaded the crates."
    he = next(m.party for m in read(text) if m.party.span.text == "he")
    assert he.name == "sergeant"


@pytest.mark.parametrize(
    ("text", "name", "sector"),
    [
        ("The importers' association closed. Its president, Bo Lind, said so.", "Bo Lind", None),
        ("Norway closed its border. Its president, Bo Lind, said so.", "Bo Lind", "GOV"),
        ("The minister left with his Kenyan officers.", "his Kenyan officers", None),
        ("Two Kenyan army officers left.", "Two Kenyan army officers", "MIL"),
    ],
)
def test_presidents_of_clubs_and_officers_are_of_no_government(read, text, name, sector):
    assert next(m.party.sector for m in read(text) if name in (m.party.name, m.party.span.text)) == sector


def test_the_authorities_whom_a_foreign_ministry_urges_are_not_its_own(party):
    text = "The French foreign ministry urged the authorities to free those detained."
    assert party(text, "the authorities").country is None


@pytest.mark.weights
def test_an_office_in_a_capital_is_no_body_of_its_state(read):
    text = "The Oslo office of the firm declined to comment. The Lima bureau of the charity closed."
    assert not [m for m in read(text) if m.party.country is not None]


@pytest.mark.weights
@pytest.mark.parametrize(
    ("name", "sector"),
    [("Council of Churches", "REL"), ("Council of Catholic Bishops", "REL"), ("Council of Ministers", "GOV")],
)
def test_a_council_of_churches_is_the_clergys(read, name, sector):
    assert [m.party.sector for m in read(f"The Chadian {name} urged calm.")] == [sector]


@pytest.mark.parametrize(
    ("published", "sector"), [(date(2019, 5, 1), "REB"), (date(2021, 8, 15), None), (date(2023, 5, 28), None)]
)
def test_a_group_that_came_to_rule_is_no_rebels_from_then_on(party, published, sector):
    text = "Iran said the Taliban fired first. A Taliban commander denied it."
    assert party(text, "the Taliban", published).sector == sector
    assert party(text, "A Taliban commander", published).sector == sector


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("Bo Lind, a branch secretary of the union, said so.", None),
        ("The Bar Society's former secretary, Bo Lind, said so.", None),
        ("Energy Secretary Bo Lind said so.", "GOV"),
        ("Permanent Secretary Bo Lind said so.", "GOV"),
    ],
)
def test_a_secretary_of_a_society_is_of_no_state(read, text, sector):
    assert [m.party.sector for m in read(text) if m.party.name == "Bo Lind"][-1] == sector


@pytest.mark.parametrize(
    ("text", "words", "country", "sector"),
    [
        ("An AU official said so.", "An AU official", "IGO", "IGO"),
        ("Two AU mediators said so.", "Two AU mediators", "IGO", "IGO"),
        ("Fijian peacekeepers left the hills.", "Fijian peacekeepers", "FJI", "MIL"),
        ("U.N. peacekeepers left the hills.", "U.N. peacekeepers", "IGO", "IGO"),
    ],
)
def test_officials_are_of_a_union_by_its_short_name_and_soldiers_of_their_state(
    party, text, words, country, sector
):
    told = party(text, words)
    assert (told.country, told.sector) == (country, sector)


def test_states_told_of_as_a_pair_are_no_armies_though_the_soldiers_of_one_were_named(read):
    text = "Norway said Peruvian soldiers fired at houses. Both countries agreed to a truce."
    (both,) = (m for m in read(text) if m.compound)
    assert [(p.id, p.sector) for p in both.parties] == [("NOR", "GOV"), ("PER", "GOV")]


def test_an_army_told_apart_by_its_size_is_not_the_states_where_groups_are_told_of(party):
    text = "LIMA, Peru, May 4 - The FARC signed a pact. Villagers fear that the smaller army will come."
    army = party(text, "the smaller army")
    assert (army.country, army.sector) == (None, None)


@pytest.mark.weights
@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("The plant closed, said Bo Lind, president of sales and marketing for Oak Foods.", None),
        ("Bo Lind, vice president of operations at Oak Foods, said so.", None),
        ("Bo Lind, vice president of global marketing, said so.", None),
        ("Bo Lind, president of parliament, said so.", "GOV"),
        ("Bo Lind, president of the republic, said so.", "GOV"),
        ("Bo Lind, vice president of Norway, said so.", "GOV"),
    ],
)
def test_a_president_of_a_branch_of_work_is_of_no_state(read, text, sector):
    assert [m.party.sector for m in read(text) if "Bo Lind" in m.party.name][-1] == sector
