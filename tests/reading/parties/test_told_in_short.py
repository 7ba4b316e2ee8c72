"""Bodies and people told in full once and in short from there on."""

import pytest


@pytest.mark.parametrize(
    ("text", "words", "body"),
    [
        ("The Kenyan Ministry of Defence denied it. The MoD said so.", "The MoD", "org:ken-defense-ministry"),
        (
            "Norway's Joint Rescue Centre called. The JRC said so.",
            "The JRC",
            "org:nor-joint-rescue-centre",
        ),
        ("The Kenyan Ministry of Defence denied it. The MoF said so.", "The MoF", None),
        ("The MoD said so. The Kenyan Ministry of Defence denied it.", "The MoD", None),
        (
            "Kenya's Ministry of Defence denied it. The Chadian Ministry of Defence left. The MoD said so.",
            "The MoD",
            None,
        ),
    ],
)
def test_initials_are_the_one_body_named_before(read, text, words, body):
    found = [m.party.id for m in read(text) if m.party.span.text == words]
    assert (found == [body]) if body else not any("ministry" in one for one in found)


def test_who_is_of_a_body_told_by_its_initials_is_of_it(party):
    text = "The Kenyan Ministry of Defence denied it. An MoD official said so. The MoD confirmed it."
    assert party(text, "An MoD official").country == "KEN"


def test_the_monitors_are_those_told_before(party):
    text = "A group of UN sanctions monitors sent a draft. In it the monitors say nothing of pumps."
    monitors = party(text, "the monitors")
    assert (monitors.country, monitors.inferred) == ("IGO", "the one described so before")


def test_a_paper_called_after_people_is_none_of_them(read):
    assert "the Monitor" not in [m.party.span.text for m in read("A clerk told the Monitor that he left.")]
    assert "unknown:iceland-monitor" not in [m.party.id for m in read("The Iceland Monitor reports it.")]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The bank in Lima closed, though an official there said it would open.", "PER"),
        ("Talks in Lima and in Quito failed, though an official there hoped for more.", None),
    ],
)
def test_an_official_there_is_of_the_capital_just_named(party, text, country):
    assert party(text, "an official").country == country


@pytest.mark.parametrize(
    ("text", "words", "id_"),
    [
        ("Kenya urged authorities in Peru to arrest the men.", "authorities", "PER"),
        ("Kenya urged the government in Peru to free the men.", "the government", "PER"),
        ("Kenya urged troops in Peru to free the men.", "troops", "KEN"),
    ],
)
def test_those_in_power_rule_where_they_are_told_to_be(party, text, words, id_):
    assert party(text, words).id == id_


def test_an_outlet_that_is_told_something_is_no_part_of_whom_it_is_told_of(read):
    found = [m.party.span.text for m in read("Elders told Reuters Sudan troops killed five people.")]
    assert "Reuters Sudan troops" not in found
    assert "Sudan troops" in found or "Sudan" in found
    found = [m.party.span.text for m in read("Elders met Reuters journalists in Lima.")]
    assert "Reuters journalists" in found


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Her family left. Later the Okoye family said so.", "the Okoye family", "unknown:okoye-family"),
        ("The Okoye family left. Later the family said so.", "the family", "unknown:okoye-family"),
        ("The Prime Minister left. Later the prime minister said so.", "the prime minister",
         "unknown:prime-minister"),
    ],
)  # fmt: skip
def test_a_family_told_by_its_name_is_no_other(party, text, words, who):
    assert party(text, words).id == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Kenyan army arrested protesters demanding that they be paid.", "unknown:protesters"),
        ("Two Kenyan jets landed, their pilots defecting after they said no.", "unknown:their-pilots"),
        ("The Kenyan police beat protesters, saying they were armed.", "org:ken-police"),
    ],
)
def test_they_are_those_whose_participle_tells_of_them(party, text, who):
    assert party(text, "they").id == who


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Two Kenyan officers met residents, telling them to leave.", "them", "unknown:them"),
        ("Mia Cole wrote to Ana Lind, telling her to leave.", "her", "person:ana-lind"),
        ("Lars Brandt said Bo Lind had tried to kill him.", "him", "person:lars-brandt"),
        ("The militants promised to free them.", "them", "unknown:them"),
        ("Ana Lind told the rebels to free her.", "her", "person:ana-lind"),
    ],
)
def test_nobody_does_to_himself_what_he_does_to_him(party, text, words, who):
    assert party(text, words).id == who


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("The culture and guidance ministry said so.", "The culture and guidance ministry", None),
        ("Kenya's culture and tourism minister said so.", "Kenya's culture and tourism minister", "KEN"),
        ("The army and defence ministry said so.", "defence ministry", None),
        ("The police and health ministry said so.", "health ministry", None),
    ],
)
def test_a_ministry_of_two_subjects_is_told_whole(party, text, words, country):
    assert party(text, words).country == country


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("The King Hussein Trust said it would close.", "The King Hussein Trust", "organisation"),
        ("The Prince Albert Foundation has warned of it.", "The Prince Albert Foundation", "organisation"),
        ("King Hussein trusts nobody.", "King Hussein", "person"),
        ("Mr Trust said it would close.", "Mr Trust", "person"),
    ],
)
def test_what_is_called_after_a_king_is_no_person(party, text, words, kind):
    assert party(text, words).kind == kind


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("When police held Ann Cole, a lawyer for the union said so.", "a lawyer", "unknown:lawyer"),
        ("As rebels hunt Lars Brandt, a spokesman for his son said so.", "a spokesman", "unknown:spokesman"),
        ("After police held Ann Cole, a lawyer for the union, she left.", "a lawyer", "person:ann-cole"),
        ("Ann Cole, a lawyer for the union, said so.", "a lawyer", "person:ann-cole"),
    ],
)
def test_who_acts_behind_a_clause_that_ends_in_a_name_is_another(party, text, words, who):
    assert party(text, words).id == who


def test_he_of_whom_a_lawyer_speaks_may_be_either(party):
    assert party("When the army held Lars Brandt, a lawyer said he was ill.", "he").id == "unknown:he"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A Kenyan witness said the driver of the bus was drunk, and that he fled.", "unknown:he"),
        ("A Kenyan witness said that he fled.", "unknown:kenyan-witness"),
    ],
)
def test_somebody_untold_who_acts_in_what_is_said_may_be_he(party, text, who):
    assert party(text, "he").id == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Ann Okoye left. Relatives of a jailed clerk said her arrest was a mistake.",
            "unknown:her",
        ),
        ("Ann Okoye left. The family of Bo Lind said her arrest was a mistake.", "person:bo-lind"),
        ("Ann Okoye left. The mother of a clerk said her arrest was a mistake.", "unknown:mother"),
        ("Mr Bo Lind left. The family of Ann Okoye said his arrest was a mistake.", "person:bo-lind"),
    ],
)
def test_who_speaks_for_its_own_means_the_one_whose_family_it_is(party, text, who):
    assert party(text, text.split(" said ")[1].split()[0]).id == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Two soldiers left. The mayor told farmers he would go if they did not pay.", "unknown:they"),
        ("Two soldiers left. The mayor told reporters they would pay.", "unknown:two-soldiers"),
        ("Two soldiers left. The mayor said they would pay.", "unknown:two-soldiers"),
    ],
)
def test_the_several_who_are_told_something_may_be_they(party, text, who):
    assert party(text, "they").id == who


def test_people_counted_otherwise_are_not_those_told_before(party):
    text = "A further 18 people were hurt. Friends heard of the 80 people who died."
    assert party(text, "the 80 people").id == "unknown:80-people"
    text = "Some 80 people were hurt. Friends heard of the 80 people who died."
    assert party(text, "the 80 people").inferred == "the one described so before"


def test_leaders_of_several_states_are_not_those_of_the_first(party):
    text = "The leaders of Brazil, China and India met. He faced the abashed leaders."
    assert party(text, "the abashed leaders").country is None
    text = "The leaders of Brazil met. He faced the abashed leaders."
    assert party(text, "the abashed leaders").country == "BRA"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Former President Bo Lind left. The Okoye administration slept. The president sang.", "unknown"),
        ("Former President Bo Lind left. The president sang.", "person"),
        ("President Bo Lind left. The Okoye administration slept. The president sang.", "person"),
        (
            "Former President Bo Lind left. The Okoye administration slept. The former president sang.",
            "person",
        ),
    ],
)
def test_who_was_president_is_not_the_president_beside_anothers_administration(party, text, who):
    words = "The former president" if "The former" in text else "The president"
    assert party(text, words).id.startswith(who)


@pytest.mark.parametrize(("body", "id_"), [("Consulate", "unknown:authorities"), ("army", "KEN")])
def test_a_consulate_works_with_the_authorities_of_another_state(party, body, id_):
    assert party(f"The Kenyan {body} said it was working with authorities.", "authorities").id == id_


def test_an_ambassador_speaks_to_the_government_of_another_state(party):
    text = "Norway's ambassador thanked the police and called on the government to act."
    assert party(text, "the government").country is None


def test_all_that_an_officer_would_say_is_no_part_of_his_name(party):
    assert party('"He is safe," was all the captain would allow.', "the captain").name == "captain"


def test_a_ships_name_is_no_office(read):
    told = read("Guards seized the Latvian trawler Senator. It was towed to Oslo.")
    assert all(m.party.sector != "LEG" for m in told)


def test_some_of_a_people_are_not_its_state(party):
    assert party("Most of the Norwegians had been detained.", "the Norwegians").sector == "CVL"
    assert party("Nine of the Norwegians left.", "the Norwegians").sector == "CVL"
    assert party("The anger of the Norwegians grew.", "Norwegians").id == "NOR"


def test_fighters_told_with_their_make_are_aircraft(read):
    for made in ("MiG", "Su-27", "MiG-29"):
        assert all(m.party.sector != "REB" for m in read(f"Two {made} fighters bombed the town."))
    assert [m.party.sector for m in read("Two KD12 fighters bombed the town.")] == ["REB"]
