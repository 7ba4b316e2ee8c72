"""Whom somebody serves, and of which state that is."""

import pytest

from onrecord.reading.parse import load_parser, parse
from onrecord.reading.parties.find import find_mentions
from onrecord.records import Article


@pytest.mark.parametrize(
    ("text", "name", "country", "of"),
    [
        ("Commander Bo Lind of the Kenyan navy said so.", "Commander Bo Lind", "KEN", "KEN"),
        ("Corporal Bo Lind, of the French marines, said so.", "Corporal Bo Lind", "FRA", "FRA"),
        ("Col. Bo Lind of Thailand's 2nd Army Region said so.", "Col. Bo Lind", "THA", "THA"),
        ("President Bo Lind of Mali said so.", "President Bo Lind", "MLI", "MLI"),
        (
            "Bo Lind, from the Polish Interior Ministry, said so.",
            "Bo Lind",
            "POL",
            "org:pol-interior-ministry",
        ),
        ("Ann Cole of the Hillside Institute said so.", "Ann Cole", None, "org:hillside-institute"),
        (
            "Ann Cole, a coach at the University of Dubuque, said so.",
            "Ann Cole",
            None,
            "org:university-of-dubuque",
        ),
        (
            "Ann Cole, a spokeswoman for the Ministry of Defence, said so.",
            "Ann Cole",
            None,
            "org:defense-ministry",
        ),
        (
            "Ann Cole, a spokeswoman for the Ministry of Foreign Affairs of Mali, said so.",
            "Ann Cole",
            "MLI",
            "org:mli-foreign-ministry",
        ),
        (
            "Ann Cole, a lawyer at the Institute of Peace and Conflict Studies, said so.",
            "Ann Cole",
            None,
            "org:institute-of-peace-and-conflict-studies",
        ),
        ("General Bo Lind left with Norway and Chad still at odds.", "General Bo Lind", None, None),
    ],
)
def test_somebody_is_of_the_body_told_behind_the_name(party, text, name, country, of):
    party = party(text, name)
    assert (party.country, party.of) == (country, of)


def test_a_bare_name_keeps_the_force_told_behind_the_full_one(party):
    text = "Commander Bo Lind of the Kenyan navy spoke. Hours later Lind said that he was wrong."
    assert party(text, "Lind").country == "KEN"


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("In Cambodia, General Sok Vanna counted 200 shells.", "General Sok Vanna", "KHM"),
        ("In Cambodia, Foreign Minister Sok Vanna counted 200 shells.", "Foreign Minister Sok Vanna", None),
        ("A junior defence minister in Kampala called it false.", "A junior defence minister", "UGA"),
    ],
)
def test_an_officer_or_a_minister_is_of_the_state_where_he_is_told_to_be(party, text, words, country):
    assert party(text, words).country == country


@pytest.mark.parametrize(
    ("place", "country"),
    [
        ("GOMA, Democratic Republic of the Congo", "COD"),
        ("BANGUI, Central African Republic", "CAF"),
        ("ADEN/MUSCAT", None),
    ],
)
def test_a_dateline_of_one_place_tells_the_state(party, place, country):
    assert party(f"{place} (AP) — The army said it had left.", "The army").country == country


@pytest.mark.parametrize(
    ("place", "before", "country"),
    [
        ("VIENNA", "Peru bristled at the phrase.", None),
        ("VIENNA", "Austria bristled at the phrase.", "AUT"),
        ("VIENNA", "Nobody came.", "AUT"),
        ("LIMA", "Chile bristled at the phrase.", "PER"),
    ],
)
def test_a_city_where_states_meet_lends_its_state_to_no_other(party, place, before, country):
    text = f'{place} - {before} "It was old," a Science Ministry official said.'
    assert party(text, "a Science Ministry official").country == country


@pytest.mark.parametrize(
    ("title", "country"),
    [("Honduras: Two claim to have won", "HND"), ("Report: Honduras has two winners", None), (None, None)],
)
def test_a_title_that_opens_with_a_state_tells_whose_army_it_is(title, country):
    article = Article(id="a", text="The army has been sent to the warehouse.", title=title)
    (army,) = (m.party for m in find_mentions(parse(load_parser(), article), article))
    assert (army.country, army.mention) == (country, None)
    assert army.inferred == (country and "state from the title")


def test_a_force_with_a_name_of_its_own_is_not_the_state_s(party):
    text = (
        "DILI, East Timor (AP) — The Hillside Liberation Army said it had left. The Defence Ministry agreed."
    )
    assert party(text, "The Hillside Liberation Army").country is None
    assert party(text, "The Defence Ministry").country == "TLS"


def test_whose_mayor_somebody_is_is_a_place(party):
    told = "The mayor of Lyon, Gérard Collomb"
    mayor = party(f"{told}, said that the police had failed.", told)
    assert (mayor.sector, mayor.of) == ("GOV", None)


@pytest.mark.parametrize(
    ("words", "sector"), [("The group's spokesman", None), ("The company's spokesman", "BUS")]
)
def test_a_groups_spokesman_may_be_of_any_sort_of_group(party, words, sector):
    assert party(f"{words}, Abu Omar, said so.", f"{words}, Abu Omar").sector == sector


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Norway's Trade and Industry Ministry", "org:nor-trade-and-industry-ministry"),
        ("The House Energy and Commerce Committee", "org:usa-energy-and-commerce-committee"),
        (
            "The Agriculture, Nature and Food Quality Ministry",
            "org:agriculture-nature-and-food-quality-ministry",
        ),
    ],
)
def test_a_body_may_be_named_by_several_subjects(party, name, id_):
    assert party(f"{name} said that the notes had been stolen.", name).id == id_


@pytest.mark.parametrize(
    ("text", "name", "id_"),
    [
        (
            "The Committee to Protect Sailors wrote.",
            "The Committee to Protect Sailors",
            "committee-to-protect-sailors",
        ),
        (
            "The fair was shut, Friends to Mend Our Schools (FMOS) wrote.",
            "Friends to Mend Our Schools",
            "friends-to-mend-our-schools",
        ),
        ("The Committee moved to Protect Sailors.", "The Committee", "committee"),
        ("He went from the Lier Foundation to Oslo Bank.", "the Lier Foundation", "lier-foundation"),
    ],
)
def test_what_a_body_is_for_is_part_of_its_name(party, text, name, id_):
    assert party(text, name).id == f"org:{id_}"


def test_two_bodies_are_not_one_with_several_subjects(party):
    text = "Oxfam and Lier Council said that the notes had been stolen."
    assert party(text, "Lier Council").id == "org:lier-council"


def test_who_heads_a_body_with_a_subject_is_of_the_sector_that_its_sort_tells(party):
    text = "Ann Cole, director of the Potsdam Institute for Climate Research, said that it was late."
    cole = party(text, "Ann Cole")
    assert (cole.of, cole.sector) == ("org:potsdam-institute-for-climate-research", "NGO")


@pytest.mark.parametrize(
    ("told", "sector"),
    [(", a non-profit group that studies ice,", "NGO"), (", a maker of ice,", "BUS"), ("", "BUS")],
)
def test_a_corporation_told_to_be_no_firm_is_none(party, told, sector):
    name = "The Hillside Corporation"
    assert party(f"{name}{told} said that it was late.", name).sector == sector


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("The Reuters Institute", "org:reuters-institute"),
        ("The Federal Reserve Bank of Tartu", "org:federal-reserve-bank-of-tartu"),
        ("General Motors Corp", "org:general-motors"),
        ("Deputy Minister Lim Jae-in", "person:lim-jae-in"),
    ],
)
def test_a_name_goes_on_behind_a_known_one_or_a_hyphen(party, name, id_):
    assert party(f"{name} has said that the notes had been stolen.", name).id == id_


def test_a_secretary_of_state_is_the_one_named_so_and_keeps_the_name(party):
    text = "U.S. Secretary of State Ann Lind left. The secretary of state wrote that all was well."
    assert party(text, "The secretary of state").id == "person:ann-lind"
    office = party("The U.S. secretary of state wrote that all was well.", "The U.S. secretary of state")
    assert (office.id, office.country) == ("office:usa-secretary-of-state", "USA")


@pytest.mark.parametrize(
    ("words", "country"),
    [
        ("The head of Libya's rebel army", None),
        ("A spokesman for Libya's rebel transitional government", None),
        ("The head of the Libyan army", "LBY"),
    ],
)
def test_who_leads_rebels_is_of_no_state(party, words, country):
    assert party(f"{words} wrote that all was well.", words).country == country


@pytest.mark.parametrize(
    ("text", "of", "sector", "role"),
    [
        ("Human Rights Watch left. The group's Africa director, Ann Cole, said so.", "org:human-rights-watch",
         "NGO", "Africa director"),
        ("The Northern Bank closed. The bank's founder, Ann Cole, said so.", "org:northern-bank", "BUS",
         "founder"),
        ("The rebels' spokesman, Ann Cole, said so.", None, "REB", "spokesman"),
        ("The United Nations left. Ann Cole, its high commissioner for refugees, said so.", "UN", "IGO",
         "high commissioner"),
        ("The region's fisheries minister, Ann Cole, said so.", None, "GOV", "fisheries minister"),
    ],
)  # fmt: skip
def test_whose_office_it_is_tells_whom_somebody_serves(read, text, of, sector, role):
    party = next(m.party for m in read(text) if m.party.name == "Ann Cole")
    assert (party.of, party.sector, party.role) == (of, sector, role)


@pytest.mark.parametrize(
    ("text", "words", "country", "sector", "of"),
    [
        ("Amnesty International's Nigeria director, Ann Cole, said so.", "Ann Cole", None, "NGO",
         "org:amnesty-international"),
        ("Moscow's ambassador, Bo Lind, left. The minister, Ann Cole, told parliament so.", "Ann Cole", None,
         "GOV", None),
        ("The army denied it, but a spokesman said they had left.", "spokesman", None, "MIL", None),
        ("The Kenyan army denied it. A spokesman said so.", "spokesman", "KEN", "MIL", "KEN"),
        ("Soldiers denied it. A spokesman said so.", "spokesman", None, None, None),
        ("MANILA - Beijing denied it. Commodore Bo Lind, a coast guard spokesman, said so.", "Bo Lind", None,
         "MIL", None),
    ],
)  # fmt: skip
def test_whom_somebody_is_of_is_told_and_not_guessed(read, text, words, country, sector, of):
    party = next(m.party for m in read(text) if m.party.name == words)
    assert (party.country, party.sector, party.of) == (country, sector, of)


def test_one_leader_of_many_holds_no_office_alone(party):
    assert party("A Taliban leader said so.", "A Taliban leader").kind.value == "unknown"


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("The man met a Kenyan diplomat in Lima; the embassy did not respond.", "the embassy", "KEN"),
        ("LONDON - Norway spoke. The embassy did not respond.", "The embassy", None),
        ("SANAA - The Houthi-run foreign ministry said so.", "The Houthi-run foreign ministry", None),
    ],
)
def test_an_embassy_and_a_groups_ministry_are_not_the_datelines(party, text, words, country):
    assert party(text, words).country == country


def test_a_group_is_no_name_that_only_tells_where(party):
    text = "The plane was cleared for Dorwick. The opposition group denies it."
    assert party(text, "The opposition group").kind.value == "unknown"


@pytest.mark.weights
@pytest.mark.parametrize(
    "guest",
    [
        "An officer at the Chadian High Commission said the men were well.",
        "The Chadian embassy said the men were well.",
        "Chadian Ambassador Bo Lind said the men were well.",
    ],
)
def test_a_minister_told_behind_an_embassy_is_not_of_its_state(read, guest):
    text = f"LISBON, Portugal — {guest} Fisheries Minister Ann Cole told parliament that poaching cost money."
    assert next(m.party.country for m in read(text) if m.party.name == "Ann Cole") != "TCD"


@pytest.mark.weights
def test_who_heads_the_police_is_of_the_datelines_state_from_the_first_mention_on(read):
    text = "ABUJA, Nigeria — The Inspector-General of Police, Musa Danladi, spoke. Danladi said all was well."
    told = [m.party for m in read(text) if m.party.name == "Musa Danladi"]
    assert [(one.country, one.of) for one in told] == [("NGA", "org:nga-police")] * 2


@pytest.mark.weights
def test_a_governor_of_a_report_is_not_of_the_foreign_state_told_before(read):
    text = "LISBON, Portugal — Chad rejected the report. Harbour Governor Bo Lind said a plane had landed."
    assert next(m.party.country for m in read(text) if m.party.name == "Bo Lind") is None
