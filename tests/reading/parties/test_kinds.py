"""What the words around a name tell it to be, in our own sentences."""

import pytest

from onrecord.records import PartyKind

pytestmark = pytest.mark.weights


@pytest.fixture
def kinds_of(read):
    """Return a function from a text and a name to the kinds of the parties that bear it."""

    def find(text, name):
        found = {m.party.kind for m in read(text) if name in (m.party.name, m.party.span.text)}
        assert found, [(m.party.span.text, m.party.kind) for m in read(text)]
        return found

    return find


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Adaeze Nwosu said her husband was on the bus. She said people were trapped.", "Adaeze Nwosu"),
        ("Protests followed the fatal shooting of Keion Lamont Poole.", "Keion Lamont Poole"),
        ("The funeral of Ayaan Warsame was held. Warsame, 19, was shot on Sunday.", "Ayaan Warsame"),
        ("Bilqis, a mother of four, said the soldiers took her husband.", "Bilqis"),
        ("Nadal, a former minister, said the party would win.", "Nadal"),
        ("On Friday one young man, Stanley, told us he would visit his sister.", "Stanley"),
        ('"I saw it," said Hodan, a 30-year-old nurse.', "Hodan"),
        ("The journalist, Mehdi Rostami, was released on bail.", "Mehdi Rostami"),
        ("Jimmy Fell, a film-maker and founder of the charity, said the roads were bad.", "Jimmy Fell"),
        ("Her brother, Kwabena, said soldiers came at night.", "Kwabena"),
        ("Dr King said the research was dangerous.", "King"),
        ("The EU's foreign affairs chief, Baroness Haldane, said sanctions would stay.", "Haldane"),
        ("Zubeno Waters, the group's head, said the talks were over.", "Zubeno Waters"),
    ],
)
def test_a_person_is_told_by_age_kin_pronoun_or_what_people_are(kinds_of, text, name):
    assert kinds_of(text, name) == {PartyKind.PERSON}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Credora said hackers had taken data. The company, which holds records, apologised.", "Credora"),
        ("Credora admitted that names were stolen. Credora shares fell by 8 percent.", "Credora"),
        (
            "However, Railnet, which is owned by the Harlow Group, said the crash was not its fault.",
            "Railnet",
        ),
        ("Vantrel, the maker of the drug, could not be reached for comment.", "Vantrel"),
        ("Zentia, the drugmaker, denied the charge.", "Zentia"),
        ("The mining company, Sundara, denied the reports.", "Sundara"),
        ("The Daily Beacon, a newspaper, said so. The Daily Beacon was bought.", "Daily Beacon"),
        ("Nokvar said it would stop selling phones to Russia.", "Nokvar"),
        ("Hizb al-Nahda, an Islamist party, won the election.", "Hizb al-Nahda"),
    ],
)
def test_a_body_is_told_by_which_its_sort_or_what_firms_have(kinds_of, text, name):
    assert kinds_of(text, name) == {PartyKind.ORGANISATION}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Obama said it would take years. Obama said his patience was running out.", "Obama"),
        ("Henry Marlow spoke. Marlow said it would stop the cuts.", "Henry Marlow"),
        (
            "Marlow, whose troops hold the town, spoke to Marlow's mother. Mr. Marlow said it was calm.",
            "Marlow",
        ),
    ],
)
def test_a_person_who_says_it_is_no_body(kinds_of, text, name):
    assert kinds_of(text, name) == {PartyKind.PERSON}


def test_who_behind_a_body_is_said_of_its_lawyer(kinds_of):
    text = (
        '"These are strange days," said Peter Moran, a lawyer for the Sierra Club, who has fought the mine.'
    )

    assert kinds_of(text, "Sierra Club") == {PartyKind.ORGANISATION}


@pytest.mark.parametrize(
    ("text", "name", "sector"),
    [
        ("Shipping firm Tarmund said it had paused journeys.", "Tarmund", "BUS"),
        ("The Dutch chipmaker Velqon said it would halt sales to China.", "Velqon", "BUS"),
        ("The independent news site Mediazona reported 12 arrests.", "Mediazona", "MED"),
        (
            "Rear Adm Luis Barrera, the man overseeing the operation, said ships were near.",
            "Luis Barrera",
            "MIL",
        ),
        ("Supreme Leader Ayatollah Reza Karimi said Iran would not support it.", "Reza Karimi", "GOV"),
        ("Grand Ayatollah Hassan Mousavi urged Iraqis to vote.", "Hassan Mousavi", "REL"),
        ("Abu Talib, a spokesman for the rebels, said they had taken the town.", "Abu Talib", "REB"),
        ("A spokesman for the Houthi rebels, Nasser Qadri, said the ship was hit.", "Nasser Qadri", "REB"),
        ("U.S. Attorney Carla Ruiz announced charges against four men.", "Carla Ruiz", "JUD"),
        ("District Attorney Paul Simmons said no charges would be filed.", "Paul Simmons", "JUD"),
        ("CNN's Laura Beckett said the road was blocked.", "Laura Beckett", "MED"),
        ("Hacker analyst Avi Lit said the leak was grave.", "Avi Lit", "CVL"),
        ("Pentagon press secretary Rear Adm. Dale Whitman said four died.", "Dale Whitman", "MIL"),
        ("A spokesman for the separatist rebels said so.", "spokesman", "REB"),
        ("A spokesman for the ruling party denied it.", "spokesman", "PTY"),
        ("Executive Director Ann Weller called for a ceasefire.", "Ann Weller", None),
        ("Two fighter jets landed in Malta, officials said.", "Two fighter jets", "MIL"),
        ("Fifteen men loyal to the colonel attacked the village.", "Fifteen men", None),
        (
            "The Pan American Health Organization put the toll at 50.",
            "Pan American Health Organization",
            "IGO",
        ),
        ("The Chad Doctors Network said nine people died.", "Chad Doctors Network", "HLH"),
    ],
)
def test_a_sector_is_told_by_the_office_and_not_by_a_word_beside_it(read, text, name, sector):
    assert {m.party.sector for m in read(text) if m.party.name == name} == {sector}


def test_a_short_form_is_that_of_the_known_body_before_it(read):
    found = [m.party.id for m in read("The Sueddeutsche Zeitung (SZ) had the papers. SZ said so.")]

    assert set(found) == {"org:suddeutsche-zeitung"}


def test_a_surname_that_is_an_office_too_belongs_to_the_full_name(read):
    found = [m.party.id for m in read("Larry King asked the questions. Mr. King said he was not paid.")]

    assert set(found) == {"person:larry-king"}


def test_an_aircraft_carrier_is_no_firm(read):
    found = {m.party.sector for m in read("The aircraft carrier, USS Carl Lind, sailed north.")}

    assert "BUS" not in found


@pytest.mark.parametrize(
    ("text", "words", "kind", "country"),
    [
        ("The ministry said the Kenyans had been kidnapped.", "the Kenyans", PartyKind.UNKNOWN, "KEN"),
        ("Police arrested the Kenyans on Monday.", "the Kenyans", PartyKind.UNKNOWN, "KEN"),
        ("The Kenyans attacked the base on Monday.", "Kenyans", PartyKind.STATE, "KEN"),
        ("Two ethnic Russians were beaten on Monday.", "Two ethnic Russians", PartyKind.UNKNOWN, None),
        ("Two Russians were beaten on Monday.", "Two Russians", PartyKind.UNKNOWN, "RUS"),
    ],
)
def test_a_people_is_its_state_only_where_the_state_can_act_or_suffer(read, text, words, kind, country):
    (told,) = [m.party for m in read(text) if m.party.span.text == words]
    assert (told.kind, told.country) == (kind, country)


def test_a_side_of_a_town_is_no_party(read):
    assert not [m for m in read("Rebels shelled a mill on the west side of Oran.") if "side" in m.party.name]
    assert [m for m in read("Each side freed nine soldiers.") if "side" in m.party.name]


@pytest.mark.parametrize(
    ("text", "name", "sector"),
    [
        ("The deposed prime minister Anna Lind was held on Monday.", "Anna Lind", None),
        ("The prime minister Anna Lind was held on Monday.", "Anna Lind", "GOV"),
        ("The prime minister, former journalist Anna Lind, said it was over.", "Anna Lind", None),
        ("The journalist Anna Lind said it was over.", "Anna Lind", "MED"),
        ("Anna Lind, the first woman elected by the league, said it was over.", "Anna Lind", None),
        ("City Attorney Anna Lind said it was over.", "Anna Lind", "GOV"),
        ("Anna Lind, a mining magnate, said it was over.", "Anna Lind", "BUS"),
        ("It is over, said Anna Lind, founder and CEO of Oak Veterans of America.", "Anna Lind", None),
        (
            "It is over, said Anna Lind, senior vice president for law for Oak Trust.",
            "Anna Lind",
            None,
        ),
        ("It is over, said Anna Lind, executive vice president for law at the airline.", "Anna Lind", "BUS"),
        ("Mayor Anna Lind left. It is over, said Lind, a local politician.", "Anna Lind", "GOV"),
        ("Anna Lind left. It is over, said Lind, a local politician.", "Anna Lind", "PTY"),
        ("The centre-right Christian Democrats said no.", "centre-right Christian Democrats", "PTY"),
        ("The army officials said no.", "army officials", "MIL"),
        ("Officials from the airline said no.", "Officials", "BUS"),
        ("Officials of the union said no.", "Officials", "NGO"),
        ("Officials of the agency said no.", "Officials", "GOV"),
        ("Officials from the ministry said no.", "Officials", "GOV"),
    ],
)
def test_a_sector_is_that_of_the_body_told_and_not_of_an_office_lost(read, text, name, sector):
    assert {m.party.sector for m in read(text) if m.party.name == name} == {sector}


@pytest.mark.parametrize(
    ("text", "name", "told"),
    [
        ("According to the regional daily Ost Morgen, it rained.", "Ost Morgen", PartyKind.ORGANISATION),
        ("According to the daily Anna Lind, it rained.", "Anna Lind", PartyKind.ORGANISATION),
        ("According to Anna Lind, it rained.", "Anna Lind", PartyKind.PERSON),
    ],
)
def test_a_daily_is_a_paper_whatever_the_tagger_takes_the_word_for(read, text, name, told):
    assert {m.party.kind for m in read(text) if m.party.name == name} == {told}


def test_fellow_members_of_a_party_are_no_person(read):
    found = {m.party.kind for m in read("Fellow Republicans urged Ann Cole to leave.")}
    assert found == {PartyKind.UNKNOWN, PartyKind.PERSON}
    (fellow,) = [m.party for m in read("Fellow Republicans urged her.") if "Republicans" in m.party.name]
    assert (fellow.kind, fellow.sector) == (PartyKind.UNKNOWN, "PTY")
    assert "person:bo-lind" in {m.party.id for m in read("Fellow senator Bo Lind said so.")}


def test_what_was_annexed_is_a_place_and_no_body(read):
    assert not [m for m in read("Chad's annexation of Krimea renewed fears.") if "Krimea" in m.party.name]


def test_justice_behind_a_courtesy_title_is_a_surname_but_not_before_a_name(read):
    found = {m.party.sector for m in read("Jim Justice ran a mine. Mr. Justice said it was over.")}
    assert "JUD" not in found
    assert {m.party.sector for m in read("Mr. Justice Cole said it was over.")} == {"JUD"}


def test_a_plural_name_of_things_is_no_persons(read):
    mentions = read("The Post's Battleground States average has Lind ahead.")
    assert PartyKind.PERSON not in {m.party.kind for m in mentions if "States" in m.party.name}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Peru sailed the destroyer USS Lindholm through the strait.", "Lindholm"),
        ("Peru ordered the aircraft carrier Anna R. Lind to the gulf.", "Anna R. Lind"),
        ("The carrier Anna Lind left port. Sailors said that the Anna Lind was slow.", "Anna Lind"),
        ("Peru and Chile opened their annual Iron Lind exercise.", "Iron Lind"),
    ],
)
def test_the_name_of_a_ship_or_an_exercise_is_nobodys(read, text, name):
    assert not [m for m in read(text) if name in m.party.name and m.party.kind is PartyKind.PERSON]


def test_a_captain_named_behind_his_office_is_still_somebody(read):
    found = read("The captain of the destroyer, Anna Lind, said that the sea was calm.")
    assert [m for m in found if "Anna Lind" in m.party.name and m.party.kind is PartyKind.PERSON]


def test_the_name_of_a_crossing_is_no_body(read):
    found = read("Guards fired for six hours at the Torkham crossing, killing nine people.")
    assert not [m for m in found if "Torkham" in m.party.name]


def test_a_fighter_that_flies_is_no_rebel(read):
    found = read("A Peruvian fighter flew within five metres of a Chilean helicopter.")
    assert {m.party.sector for m in found} == {"GOV"}


def test_a_ship_of_a_coast_guard_is_of_the_one_whose_people_are_named_before_it(read):
    text = "Peruvian coast guard ships rammed a boat, said Bo Lind, the Chilean coast guard spokesman."
    assert next(m.party.country for m in read(text)) == "PER"


def test_guards_of_two_states_told_together_are_of_both(read):
    (guards,) = read("Peruvian and Chilean border guards exchanged fire.")
    assert [p.country for p in guards.parties] == ["PER", "CHL"]


@pytest.mark.parametrize(
    "text",
    [
        "A Chilean bulk carrier was seen in the gulf.",
        "Two Chilean carriers entered the strait with a destroyer.",
        "The jets were launched from the carrier Linda, which sailed with three destroyers.",
        "Peru denied that it shot down a Chilean-made Linda drone.",
    ],
)
def test_carriers_that_are_ships_and_makes_of_weapons_are_no_firms(read, text):
    assert {m.party.kind for m in read(text)} <= {PartyKind.STATE, PartyKind.UNKNOWN}


def test_a_carrier_that_flies_passengers_is_still_a_firm(read):
    found = read("The carrier Linda Air cancelled nine flights. Norlandic carriers lost money.")
    assert [m for m in found if m.party.sector == "BUS"]


@pytest.mark.parametrize("text", ["Chad has closed its airspace.", "Chad put its army on alert."])
def test_a_name_that_may_be_a_mans_is_a_state_that_does_something_with_its_army(party, text):
    assert party(text, "Chad").id == "TCD"


def test_a_headquarters_of_forces_is_a_body_and_aircraft_of_a_make_are_none(read):
    (body,) = [
        m.party for m in read("Jets met it, the Norwegian Joint Headquarters said.") if m.party.country
    ]
    assert (body.kind, body.country, body.sector) == (PartyKind.ORGANISATION, "NOR", "MIL")
    found = read("Peru carried out air drills with Chilean Su-30s in the north.")
    assert PartyKind.ORGANISATION not in {m.party.kind for m in found}


def test_santiago_speaks_for_its_state_only_where_that_is_told_of(read):
    (speaker,) = [m for m in read("Peru stopped Chilean patrols. Santiago said no.") if m.start == 5]
    assert speaker.party.id == "CHL"
    assert not [m for m in read("Santiago said no.") if m.party.id == "CHL"]


@pytest.mark.parametrize(
    ("text", "words", "sector"),
    [
        ("Kenya's acting high commissioner left.", "Kenya's acting high commissioner", "GOV"),
        ("The UN high commissioner for refugees left.", "The UN high commissioner", "IGO"),
        ("Houthi police held nine men.", "Houthi police", "COP"),
        ("The Houthi government held a vote.", "The Houthi government", "GOV"),
        ("Houthi forces shelled it.", "Houthi forces", "REB"),
        ("Bo Lind, a spokesman for Kenya's space organisation, left.", "Bo Lind", None),
        ("Bo Lind, a spokesman for Kenya's Teachers' Union, left.", "Bo Lind", "NGO"),
    ],
)
def test_a_sector_is_that_of_the_power_somebody_serves(party, text, words, sector):
    assert party(text, words).sector == sector


@pytest.mark.parametrize(
    "words",
    ["The Kenyan army's allied militias", "The Kenyan army's allied Harbour Forces", "Kenya's allied forces"],
)
def test_forces_allied_to_a_state_are_not_its_own(party, words):
    told = party(f"{words} took the town.", words)
    assert (told.kind, told.country, told.of) == (PartyKind.UNKNOWN, None, None)


def test_a_states_forces_told_beside_their_allies_are_its_own(party):
    assert party("Kenya's army and allied forces took the town.", "Kenya's army").id == "KEN"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Orin Labs, Ltd. has found a strain. Orin Labs stated that it had tested it.", "Orin Labs"),
        ("Hale Labs Inc. found it. Hale Labs said nine had fallen ill.", "Hale Labs"),
    ],
)
def test_a_firm_is_told_by_what_only_firms_are_called(kinds_of, text, name):
    assert kinds_of(text, name) == {PartyKind.ORGANISATION}


def test_who_bears_the_name_of_a_firm_is_still_a_person(kinds_of):
    text = "Harvey Gold Inc. fell. Harvey Gold, its founder, said he was sorry."
    assert PartyKind.PERSON in kinds_of(text, "Harvey Gold")
    text = "Dellmer Inc. fell. Michael Dellmer left. Dellmer said he was sorry."
    assert PartyKind.PERSON in kinds_of(text, "Michael Dellmer")


@pytest.mark.parametrize("calling", ["Lawyer", "Nurse", "Biologist", "Goalkeeper", "Striker", "Rebel"])
def test_what_somebody_is_at_the_head_of_a_sentence_is_no_part_of_the_name(read, calling):
    told = {m.party.id for m in read(f"{calling} Rosa Ortiz said she was glad.")}
    assert "person:rosa-ortiz" in told
    assert f"person:{calling.lower()}-rosa-ortiz" not in told


@pytest.mark.parametrize("name", ["Hunter Cole", "Park Ji-min"])
def test_a_given_name_that_is_a_calling_too_stays_in_the_name(party, name):
    assert party(f"{name} said he was glad.", name).id == f"person:{name.lower().replace(' ', '-')}"
