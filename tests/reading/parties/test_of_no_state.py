"""Groups, missions, ships, captives and others that are no state's, on sentences of our own."""

import pytest

pytestmark = pytest.mark.weights


def test_a_time_that_opens_an_entry_hides_no_state_behind_its_dash(party):
    text = (
        "07:48 - Armenia's interior ministry says that Iranian guards crossed the river "
        "at 6:15 this morning, Friday."
    )
    assert party(text, "Armenia's interior ministry").country == "ARM"


@pytest.mark.parametrize(
    ("text", "words", "group"),
    [
        ("The Ta'ang Benevolent Army shelled a post.", "The Ta'ang Benevolent Army", True),
        ("The Lomi Independence Army seized two bridges.", "The Lomi Independence Army", True),
        ("The Norwegian Free Army band played.", "The Norwegian Free Army", False),
        ("The Second Guards Army seized two bridges.", "The Second Guards Army", False),
    ],
)
def test_an_army_named_after_a_revolt_is_a_group_and_no_military(read, text, words, group):
    found = [m.party for m in read(text) if m.party.span.text == words]
    assert any(p.kind.value == "group" and p.sector is None for p in found) is group


def test_the_name_of_a_group_is_not_cut_at_its_small_words(party):
    text = "Harakat Sabil al-Nasr wal-Murabitin, which is based in Gao, claimed the raid."
    assert party(text, "Harakat Sabil al-Nasr wal-Murabitin").name == "Harakat Sabil al-Nasr wal-Murabitin"


@pytest.mark.parametrize(
    ("text", "words", "sector"),
    [
        ("Turkish fighters shot two men.", "Turkish fighters", None),
        ("Turkish rebel fighters shot two men.", "Turkish rebel fighters", "REB"),
        ("Fighters shot two men.", "Fighters", "REB"),
        ("The army freed 90 captives.", "90 captives", None),
        ("Two detainees were moved on Monday.", "Two detainees", None),
        ("The army freed six political prisoners.", "six political prisoners", "CVL"),
        ("Jo Lind, the deputy humanitarian coordinator, said so.", "Jo Lind", "IGO"),
        ("The Secretary-General's special envoy said so.", "The Secretary-General's special envoy", "IGO"),
        ("The owner of the account said so.", "The owner of the account", None),
        ("The owner of the ship said so.", "The owner of the ship", "BUS"),
    ],
)
def test_whom_somebody_serves_is_not_guessed(read, text, words, sector):
    found = [m.party for m in read(text) if text[m.party.span.start :].startswith(words[:9])]
    assert found
    assert found[0].sector == sector


def test_an_owner_of_an_account_is_no_business(read):
    text = "The clip came from a page made in May whose owner did not answer us."
    assert [m.party.sector for m in read(text) if m.party.span.text.endswith("owner")] == [None]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Rwandan-led stabilisation mission freed two men.", "The Rwandan-led stabilisation mission"),
        ("The Chadian-led Joint Rescue Mission freed two men.", "The Chadian-led Joint Rescue Mission"),
    ],
)
def test_a_mission_led_by_a_state_is_not_its_government(party, text, words):
    assert party(text, words).country is None


def test_the_mission_is_the_one_told_in_full(party):
    text = "The United Nations Support Mission in Libya sent a team. The Mission urged calm."
    assert party(text, "The Mission").id == "UNSMIL"


@pytest.mark.parametrize("told", ["flagged tanker", "owned tanker", "made drone", "supplied drone"])
def test_a_flag_is_no_state_that_acts(read, told):
    text = f"A Panama-{told} cut the cable. Panama protested."
    assert [m.party.id for m in read(text) if m.party.id == "PAN"] == ["PAN"]


@pytest.mark.parametrize("sort", ["suezmax", "bulker", "VLCC", "tug"])
def test_a_ship_told_by_its_sort_is_no_party(read, sort):
    text = f"Insurers dropped the 2003-built {sort} Morvane, which has lain in Riga since June."
    assert not [m.party for m in read(text) if "Morvane" in m.party.name]


def test_an_anchor_of_a_ship_reads_no_news(read):
    ship = "The captain of the ship said the anchor had slipped."
    assert not [m for m in read(ship) if m.party.span.text == "the anchor"]
    assert [m for m in read("The anchor said it live on Monday.") if m.party.span.text == "The anchor"]


def test_a_captain_of_a_ship_is_not_of_the_coast_guard_that_tells_of_it(read):
    text = "Peru's coast guard boarded the ship on Tuesday. It was towed and its captain was held."
    captain = next(m.party for m in read(text) if m.party.span.text == "its captain")
    assert captain.country is None
    assert captain.of is None


def test_a_firm_whose_name_ends_in_its_trade_is_no_person_and_no_navy(read):
    text = "Toralin Marine, which owns two ships, said so. Toralin did not answer."
    assert {m.party.id for m in read(text)} == {"org:toralin-marine"}


def test_a_regional_administration_is_not_the_state_that_acts_before(party):
    text = "Tajikistan closed the road on Monday. The regional administration promised to pay."
    assert party(text, "The regional administration").country is None


def test_the_government_side_is_the_government_told_before(party):
    text = (
        "AMMAN, March 8 - Libya's internationally recognised government met the rebels. "
        "Talks went on in the Jordanian capital. The government side named no figure."
    )
    assert party(text, "The government side").id == "LBY"


@pytest.mark.parametrize("site", ["news site", "news website", "news portal"])
def test_a_news_site_is_media(party, site):
    found = party(f"A Peruvian {site} reported that two men had drowned.", f"A Peruvian {site}")
    assert (found.sector, found.country) == ("MED", "PER")


def test_who_runs_an_untold_group_is_not_of_the_body_named_before(party):
    text = (
        "Latvia's National Cyber Security Centre blamed a virus on Monday. The clinic group's guard had "
        "seen it; its chief executive, Ilze Kalnina, denied that."
    )
    found = party(text, "its chief executive, Ilze Kalnina")
    assert (found.country, found.of) == (None, None)


def test_a_bank_of_a_river_lends_nothing(read):
    text = "Gunmen crossed the river. Two fishermen were taken from the Chadian bank on Monday."
    assert not [m for m in read(text) if "bank" in m.party.name]
    assert [m for m in read("Two men took money from the Chadian bank.") if "bank" in m.party.name]


def test_a_firm_named_behind_where_it_is_based_is_who_was_described(party):
    text = "Toralin Marine, which owns two ships, left. Its manager, Oslo-based Toralin Marine, said so."
    assert party(text, "Its manager").id == "org:toralin-marine"


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("NAIROBI — Officials left, though Lampung police stayed on the quay.", "Lampung police", None),
        ("NAIROBI — Officials left, though riot police stayed on the quay.", "riot police", "KEN"),
        ("NAIROBI — Officials left, though the police stayed on the quay.", "the police", "KEN"),
    ],
)
def test_police_called_after_a_place_are_not_of_the_state_in_the_dateline(party, text, words, country):
    assert party(text, words).country == country


def test_the_press_office_of_a_firm_is_no_office_of_its_state(party):
    text = "Russia shut the pipe. Rosneft's press office did not answer calls."
    office = party(text, "Rosneft's press office")
    assert (office.of, office.sector) == ("org:rus-rosneft", "BUS")
