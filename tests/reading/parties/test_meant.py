"""Whom "he", "she", "they" and "the paper" stand for, and where that is left open, on texts of our own."""

import pytest

pytestmark = pytest.mark.weights


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Jonas Cole had long defended Sven Lind. Lind was held on Monday. He said that Lind was honest.",
            "person:jonas-cole",
        ),
        ("Sven Lind was held on Monday. He said that Jonas Cole was honest.", "person:sven-lind"),
        ("Sven Lind was held on Monday. He wept and Lind's wife left.", "person:sven-lind"),
        ("Sven Lind was held on Monday. He told Lind's father.", "unknown:he"),
    ],
)
def test_a_pronoun_is_nobody_whom_its_own_clause_names_behind_it(party, text, who):
    assert party(text, "He").id == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ('Bo Lind saw it. Kartik and his family fled the fire. He said: "I am shaking."', "unknown:he"),
        ("Bo Lind saw it. Oz's show was praised by everyone as he grew rich.", "unknown:he"),
        ("Bo Lind saw it. The Osprey sank at once. He said nothing could be done.", "person:bo-lind"),
        ("Bo Lind saw it. Parliament voted on Monday. He said he was glad.", "person:bo-lind"),
        ("Bo Lind saw it. Kartik would sing, he said.", "person:bo-lind"),
    ],
)
def test_a_name_nobody_knows_that_acts_in_between_leaves_a_pronoun_open(read, text, who):
    told = [m.party.id for m in read(text) if m.party.span.text in ("He", "he")]
    assert told[0] == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ada Cole loves the school. Her daughter sings in its choir. So she is sad.", "unknown:she"),
        ("Ada Cole loves the school. Her son sings in its choir. So she is sad.", "person:ada-cole"),
    ],
)
def test_who_is_only_told_as_somebodys_own_is_not_she_for_certain(party, text, who):
    assert party(text, "she").id == who


def test_two_offices_under_one_article_are_one_person(party):
    text = "Anna Cole spoke at length. The former first lady and senator said it was late, but she denied it."
    assert party(text, "she").id == "person:anna-cole"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Bo Lind said Jonas Cole was right when he spoke of ruin.", "person:jonas-cole"),
        ("Bo Lind said Jonas Cole lied when he denied the payment.", "person:jonas-cole"),
        ("Bo Lind said Jonas Cole wept when he spoke of ruin.", "unknown:he"),
    ],
)
def test_who_is_found_right_has_said_what_he_is_right_in(party, text, who):
    assert party(text, "he").id == who


def test_her_family_is_not_one_family_told_before(party):
    text = "One family fled to Oslo. Another victim was Ann Geiss, a guide, her family said."
    assert party(text, "her family").id == "unknown:her-family"


def test_two_who_differ_by_their_middle_names_are_two(read):
    text = "Also named is John Addo Cole, the son of the former president John Kwame Cole. He was calm."
    assert {"person:john-addo-cole", "person:john-kwame-cole"} <= {m.party.id for m in read(text)}
    text = "John Mohamed Cole left. John Mohammed Cole said so, and John Cole agreed."
    assert len({m.party.id for m in read(text) if m.party.id.startswith("person:")}) == 1


def test_whom_the_younger_means_is_open_and_so_is_he_behind_it(read):
    text = (
        "Also named is John Addo Cole, the son of the former president John Kwame Cole. "
        "A trained accountant, the younger Cole had a bank account. He did not respond."
    )
    assert [m.party.kind.value for m in read(text) if m.party.span.text in ("Cole", "He")] == ["unknown"] * 2


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Facebook post gives no ages. It says the family was well known.", "unknown:it"),
        ("The Facebook report gives no ages. It says the site was well known.", "org:facebook"),
    ],
)
def test_what_stands_on_a_site_is_not_the_sites_own(party, text, who):
    assert party(text, "It").id == who


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (
            "Reuters reported it. Bo Lind told the Hafener Zeitung so, the newspaper said.",
            "the newspaper",
            None,
        ),
        ("Le Monde reported it. Bo Lind left, the newspaper said.", "the newspaper", "org:le-monde"),
        ("Reuters reported it. Bo Lind left, the news agency said.", "the news agency", "org:reuters"),
    ],
)
def test_a_newspaper_is_no_agency(party, text, words, who):
    found = party(text, words).id
    assert found == who if who else found != "org:reuters"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Kenya could not confirm Peru's claim that it had struck the airfield.", "PER"),
        ("Kenya could not verify Peru's claim that its troops had taken the town.", "PER"),
        ("Kenya doubts Peru's claim that it shot down 50 drones.", "PER"),
        ("Kenya questioned Peru's claim that it had sunk a ship.", "PER"),
        ("Kenya could not verify Peru's claim that Norway had moved its missiles.", "NOR"),
        ("Kenya rejected Peru's claim that it had struck the airfield.", "KEN"),
    ],
)
def test_who_checks_a_claim_is_not_meant_by_it(read, text, who):
    told = [m.party.id for m in read(text) if m.party.span.text.split()[0] in ("it", "its")]
    assert told[-1] == who


def test_whose_deed_another_has_not_confirmed_is_left_open(read):
    for answer in ("has not confirmed", "disputed"):
        told = read(f"Kenya {answer} Peru's claim that it had taken the town.")
        assert {m.party.id for m in told if m.party.span.text == "it"} <= {"unknown:it"}


@pytest.mark.parametrize("word", ["demanded", "urged"])
def test_troops_somebody_demands_something_of_are_not_his_own(party, word):
    text = f"Norway protested and {word} that the troops be pulled back within a week."
    assert party(text, "the troops").country is None


def test_all_sides_are_not_the_side_of_who_urges_them(party):
    assert party("Norway urged all sides to keep away from the strait.", "all sides").country is None


def test_the_military_is_the_army_told_of_before_it(party):
    text = (
        "Norwegian commandos boarded a boat. The army said that nobody was hurt. Kenya called it piracy."
        " Rebels fired rockets; nine were shot down, the military said."
    )
    assert party(text, "the military").id == "NOR"


@pytest.mark.parametrize(
    "between",
    [
        "",
        "President Ann Lind thanked Kenya for its help. ",
    ],
)
def test_the_two_sides_are_those_joined_before_and_not_a_leader_and_whom_he_thanks(read, between):
    text = (
        "Peru and Chile exchanged 115 prisoners in a swap mediated by Kenya, the ministry in Lima said. "
        f"{between}The two sides also handed over bodies."
    )
    (sides,) = [m for m in read(text) if m.party.span.text == "The two sides"]
    assert [p.id for p in sides.parties] == ["PER", "CHL"]


def test_a_paramilitary_force_is_the_armed_group_named_before_and_no_state(party):
    text = (
        "Fighting went on with the Rapid Support Forces. Egypt had trained pilots. "
        "The paramilitary force said it shot down a drone."
    )
    assert party(text, "The paramilitary force").kind.value == "group"
    alone = "Egypt had trained pilots. The paramilitary force said it shot down a drone."
    assert party(alone, "The paramilitary force").country is None


def test_what_somebody_is_punished_for_is_no_part_of_who_he_is(party):
    assert party("Norway blacklisted two banks for helping Togo.", "Togo").id == "TGO"


def test_contractors_of_a_state_are_a_party_of_business(party):
    told = party(
        "Mali imposed sanctions on three Norwegian defence contractors.",
        "three Norwegian defence contractors",
    )
    assert (told.sector, told.country) == ("BUS", "NOR")


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (
            "The prime minister left. The water minister said so.",
            "The water minister",
            "unknown:water-minister",
        ),
        (
            "Defence Minister Bo Lind left. The fisheries minister said so.",
            "The fisheries minister",
            "unknown:fisheries-minister",
        ),
        (
            "Defence Minister Bo Lind left. The fisheries minister spoke. The defence minister said so.",
            "The defence minister",
            "person:bo-lind",
        ),
        (
            "Defense Minister Bo Lind left. The defence minister said so.",
            "The defence minister",
            "person:bo-lind",
        ),
        ("The trade minister left. The minister said so.", "The minister", "unknown:trade-minister"),
        (
            "Trade Minister Bo Lind left. The cabinet minister said so.",
            "The cabinet minister",
            "person:bo-lind",
        ),
    ],
)
def test_a_minister_of_another_matter_is_somebody_else(party, text, words, who):
    assert party(text, words).id == who


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Lebanon is calm. The force, UNIFIL, said so.", "The force", "UNIFIL"),
        ("Lebanon is calm. The mission, MINUSCA, said so.", "The mission", "MINUSCA"),
        ("Lebanon spoke. The army, it said, was calm.", "The army", "LBN"),
    ],
)
def test_capitals_behind_a_bare_description_tell_whom_it_means(party, text, words, who):
    assert party(text, words).id == who


@pytest.mark.parametrize(
    ("text", "words", "sector"),
    [
        ("An engineer at the energy ministry said so.", "An engineer", "GOV"),
        ("A worker at the defence ministry said so.", "A worker", "GOV"),
        ("An engineer with the national grid said so.", "An engineer", "CVL"),
        ("Government spokesman Bo Lind said so.", "Government spokesman Bo Lind", "GOV"),
        ("Foreign ministry spokesman Bo Lind said so.", "Foreign ministry spokesman Bo Lind", "GOV"),
        ("Company spokesman Bo Lind said so.", "Company spokesman Bo Lind", None),
        ("Council spokesman Bo Lind said so.", "Council spokesman Bo Lind", None),
    ],
)
def test_whom_people_work_and_speak_for_tells_their_sector(party, text, words, sector):
    assert party(text, words).sector == sector


@pytest.mark.parametrize(
    ("text", "party_id"),
    [
        ("Norway published a report on Monday. The document says it was late.", "NOR"),
        ("In a report, the Norwegian police accused Nortix of theft. The report says it sold oil.", "NOR"),
        ("Norway published a map on Monday. The document says it was late.", "unknown:document"),
    ],
)
def test_a_document_is_by_who_wrote_the_report_told_before(read, text, party_id):
    found = next(m.party for m in read(text) if m.party.span.text in ("The document", "The report"))
    assert party_id in (found.id, found.country)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Sven Lind was held on Monday. His lawyer, Jonas Cole, said that he was ill.", "person:sven-lind"),
        ("Sven Lind was held on Monday. His lawyer said that he was ill.", "person:sven-lind"),
    ],
)
def test_who_a_lawyer_tells_of_is_his_client(party, text, who):
    assert party(text, "he").id == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A group of officers said that they had left.", "unknown:officers"),
        ("Dozens of miners said on Monday that they would strike.", "unknown:miners"),
        ("A handful of rebels said they had seized the port.", "unknown:rebels"),
        ("A relative of two miners said they had left.", "unknown:they"),
        ("The rebels accuse them of spying; Norway asks that they be freed.", "unknown:they"),
    ],
)
def test_they_are_those_of_whom_some_speak(party, text, who):
    assert party(text, "they").id == who


def test_the_maker_of_a_thing_is_no_bank(party):
    text = "Lima Bank froze the money. It sued. The maker said it was late."
    assert party(text, "The maker").id != party(text, "Lima Bank").id
    text = "Nortix Group sold the money. It sued. The maker said it was late."
    assert party(text, "The maker").id == party(text, "Nortix Group").id


@pytest.mark.parametrize(
    "text",
    [
        "Hezbollah fired rockets on Monday. The African Union said Lebanon must disarm the group.",
        "Hezbollah fired rockets on Monday. A spokesman for the U.N. said the group had fired first.",
    ],
)
def test_no_union_of_states_is_the_group_where_an_armed_group_was_named(read, text):
    told = [m.party for m in read(text)]
    assert [p.name for p in told if "group" in text[p.span.start : p.span.end]] == ["Hezbollah"]


def test_the_united_nations_are_no_side(read):
    text = (
        "The army of Sudan fought the M23 rebels. The United Nations, which runs an airlift to Sudan, said a "
        "ship was late. It urged both sides to spare the port."
    )
    assert all(
        m.party.id != "UN" for m in read(text) if text[m.party.span.start : m.party.span.end] == "both sides"
    )


@pytest.mark.weights
@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Chad's army left. The ombudsman's office said it feared more.", "ombudsman's office"),
        ("Chad's army left. The company said it had closed.", "company"),
    ],
)
def test_it_is_the_body_without_a_name_that_speaks_and_not_who_acted_before(read, text, body):
    assert next(m.party.name for m in read(text) if m.party.span.text == "it") == body


@pytest.mark.weights
def test_the_army_of_a_report_is_not_that_of_a_foreigner_told_before(party):
    text = "DAKAR, Senegal — A British journalist was held on Monday. The army said it had found him."
    assert party(text, "The army").country == "SEN"


def test_a_charity_that_an_armed_group_deals_with_is_not_the_group(party):
    text = "Hezbollah handed two prisoners to the Red Cross on Monday. The group said it held no others."
    assert party(text, "The group").id == party(text, "Hezbollah").id
    text = "The Red Cross met Hezbollah on Monday. The group said it held no others."
    assert party(text, "The group").id == party(text, "Hezbollah").id


def test_it_that_adds_something_is_who_told_the_sentence_before(read):
    text = "Chadian police held 90 men, the interior ministry said. Two were hurt by stones, it added."
    told = {text[m.party.span.start : m.party.span.end]: m.party.id for m in read(text)}
    assert told["it"] == told["the interior ministry"]
    text = "Chad fired two rockets, officials said. It said they fell into the lake."
    told = {text[m.party.span.start : m.party.span.end]: m.party.id for m in read(text)}
    assert told["It"] != told["officials"]


def test_a_minister_is_of_the_state_he_speaks_of_though_more_follows(party):
    text = (
        "The Kremlin promised an answer.\n\nNorway will deliver two more batteries to Peru by the end of the "
        "year, Defence Minister Bo Lind said, while Chad pledged 7 billion francs for ammunition."
    )
    assert party(text, "Defence Minister Bo Lind").country == "NOR"


def test_no_part_of_a_number_is_what_somebody_is(party):
    assert party("Twenty-one officers were hurt.", "Twenty-one officers").role == "officers"


@pytest.mark.parametrize(
    ("text", "word", "who"),
    [
        ("Bo Lind denies it. His lawyer asked the witness whether he had been bribed.", "he", "unknown:he"),
        ("Bo Lind wrote to an informant about the theft. He kept the letters.", "He", "unknown:he"),
        ("Bo Lind denies it. His lawyer asked whether he had been bribed.", "he", "person:bo-lind"),
        ("The witness saw Bo Lind in court. He said nothing.", "He", "unknown:witness"),
        ("The Danish owner of the tanker Lier II said that she was hit twice.", "she", "unknown:she"),
        ("The Danish owner of the mill said that she was hit twice.", "she", "unknown:danish-owner"),
    ],
)
def test_a_pronoun_is_open_where_somebody_told_by_a_role_or_a_ship_stands_nearer(read, text, word, who):
    told = [m.party.id for m in read(text) if m.party.span.text == word]
    assert told[-1] == who


@pytest.mark.parametrize(
    ("text", "state"),
    [
        (
            "OSLO — Norway's mayors met. Norway's north is poor. Denmark's envoy has "
            "cancelled his trip. The mayors want talks; the Government refused.",
            "NOR",
        ),
        ("Denmark's envoy has cancelled his trip. The mayors want talks; the Government refused.", None),
        ("Denmark has cancelled the trip. The mayors want talks; the Government refused.", "DNK"),
    ],
)
def test_the_government_an_envoy_is_sent_to_is_not_his_own(party, text, state):
    assert party(text, "the Government").country == state


@pytest.mark.parametrize(
    "text",
    [
        "The two men, whose lawyers said they had been beaten, were freed.",
        "Nine miners, whose families said they were held by soldiers, went home.",
    ],
)
def test_what_befell_somebody_by_his_own_people_did_not_befall_them(party, text):
    assert party(text, "they").id == "unknown:they"


def test_an_arabic_article_is_no_given_name(party):
    text = "Lina al-Hamid reached Norway. Al-Hamid had left Chad when she was held on Monday."
    assert party(text, "she").id == "person:lina-al-hamid"
    text = "Ann Lind reached Norway. Al Cole had left Chad when she was held on Monday."
    assert party(text, "she").id == "person:ann-lind"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Kenya has warned Peru it would face curbs.", "PER"),
        ("Kenya warned Peru that it would be punished.", "PER"),
        ("Kenya told Peru that it must withdraw.", "PER"),
        ("Kenya warned Peru that it would close the port.", "KEN"),
        (
            "Nordic mayors met Chad's envoy. They would tighten the curbs on Peru if it shelled the port.",
            "PER",
        ),
        ("Chad left. Chad warned the mayors, and they would cut aid to Peru unless it freed them.", "PER"),
        ("Kenya said that it would cut aid to Peru.", "KEN"),
    ],
)
def test_it_is_whoever_is_warned_of_harm_or_whom_others_set_a_condition(party, text, who):
    assert party(text, "it").id == who


@pytest.mark.parametrize(
    "text",
    [
        "Norway imposed sanctions on Peru after it jailed nine priests.",
        "Norway condemned Peru because it executed two envoys.",
        "Sanctions were imposed on Peru by Norway after it violated the truce.",
    ],
)
def test_who_is_punished_did_the_wrong_it_is_punished_for(party, text):
    assert party(text, "it").id == "PER"


def test_a_regime_that_is_punished_did_the_wrong(party):
    text = "Norway imposed sanctions on President Marchetti's regime after it jailed nine priests."
    assert party(text, "it").id != "NOR"


def test_what_is_no_wrong_may_be_done_by_who_punishes(party):
    assert party("Norway imposed sanctions on Peru after it left the pact.", "it").id != "PER"
