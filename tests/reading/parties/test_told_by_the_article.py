"""Bodies, speakers and stand-ins that only the article itself tells, in our own sentences."""

import pytest
from spacy.tokens import Span

from onrecord.reading.parse import load_parser, parse
from onrecord.reading.parties.find import find_mentions
from onrecord.records import Article, PartyKind

pytestmark = pytest.mark.weights


@pytest.mark.parametrize(
    ("text", "words", "of"),
    [
        (
            "Nortix was hacked. A Nortix spokesperson declined to comment.",
            "A Nortix spokesperson",
            "org:nortix",
        ),
        (
            "Nortix Corp. said it was hacked. A company spokesman was calm.",
            "A company spokesman",
            "org:nortix-corp",
        ),
        (
            "The Harbour Trust closed the port. A spokesman said it was safe.",
            "A spokesman",
            "org:harbour-trust",
        ),
        (
            "The Norwegian foreign ministry wrote. The ministry's spokesman said so.",
            "The ministry's spokesman",
            "org:nor-foreign-ministry",
        ),
        (
            "A foreign ministry spokesman in Oslo said so.",
            "A foreign ministry spokesman",
            "org:nor-foreign-ministry",
        ),
        (
            "The German foreign ministry spokesman said nothing.",
            "The German foreign ministry spokesman",
            "org:deu-foreign-ministry",
        ),
    ],
)
def test_a_spokesman_is_of_the_body_the_article_tells(party, text, words, of):
    assert party(text, words).of == of


@pytest.mark.parametrize(
    ("text", "words", "of"),
    [
        (
            'Norway denied it. "Nobody left," Trade Ministry official Ada Lind said.',
            "Trade Ministry official Ada Lind",
            "org:nor-trade-ministry",
        ),
        (
            'Peru\'s army denied it. "No Chilean came here. It never happened," Maj. Ana Ruiz said.',
            "Maj. Ana Ruiz",
            "PER",
        ),
    ],
)
def test_an_office_holder_who_speaks_is_of_the_state_that_acts_before(party, text, words, of):
    assert party(text, words).of == of


@pytest.mark.parametrize(
    ("text", "words", "of"),
    [
        (
            'Nobody paid, according to Norway\'s Data Safety Office. "No," said deputy director Ada Lind.',
            "deputy director Ada Lind",
            "org:nor-data-safety-office",
        ),
        (
            'The Institute for Harbour Safety wrote today. "They are old," said deputy director Ada Lind.',
            "deputy director Ada Lind",
            "org:institute-for-harbour-safety",
        ),
        (
            'The Taliban denied the raid. "Nobody left," spokesman Omar Lind said.',
            "spokesman Omar Lind",
            "group:taliban",
        ),
        (
            "Norway's trade ministry said it was shut. According to spokesman Bo Lind, all were calm.",
            "spokesman Bo Lind",
            "org:nor-trade-ministry",
        ),
        (
            'Norway and the Harbour Institute denied it. "Nobody left," spokesman Bo Lind said.',
            "spokesman Bo Lind",
            None,
        ),
        (
            'The Harbour Institute denied it. "Nobody left," film director Bo Lind said.',
            "film director Bo Lind",
            None,
        ),
        (
            "The Harbour Institute denied it. Bo Lind, a spokesman for the town's ambulances, said all left.",
            "Bo Lind",
            None,
        ),
        (
            "The Harbour Institute denied it. At the university hospital, director Ada Lind said all left.",
            "director Ada Lind",
            None,
        ),
    ],
)
def test_who_holds_an_office_of_some_body_is_of_the_only_one_that_acts_just_before(party, text, words, of):
    assert party(text, words).of == of


@pytest.mark.parametrize(("accused", "country"), [("Quito", "PER"), ("Lima", None)])
def test_a_minister_who_accuses_another_is_of_the_state_that_acts_just_before(party, accused, country):
    text = f"Lima disputes this. Deputy foreign minister Ana Ruiz accused {accused} of changing the terms."
    assert party(text, "Deputy foreign minister Ana Ruiz").country == country


def test_a_minister_who_speaks_elsewhere_is_not_of_the_state_that_acts_just_before(party):
    text = "Norway said nothing. In Cusco, trade minister Ana Ruiz accused Sweden of changing the terms."
    assert party(text, "trade minister Ana Ruiz").country is None


def test_an_officer_is_not_of_a_state_that_acts_before_another_is_named(party):
    text = (
        "Norway denied it. Calls to the office of Peru's government went unanswered. "
        "Captain Ada Lind told state television that all was well."
    )
    assert party(text, "Captain Ada Lind").country is None


def test_a_spokesman_in_a_capital_is_of_the_ministry_there_and_not_of_the_state_that_acts_before(party):
    text = (
        'Norway denied it. In Lima, foreign ministry spokesman Bo Lind said there would be a "reply in kind".'
    )
    assert party(text, "foreign ministry spokesman Bo Lind").of == "org:per-foreign-ministry"


def test_an_officer_met_before_is_not_of_the_state_that_acts_before_he_speaks_again(party):
    text = (
        "Captain Olga Varik says two boats left. Norway's foreign ministry said the boats were foreign. "
        "Captain Varik says she has heard that before."
    )
    assert party(text, "Captain Varik").country is None
    assert party(text, "she").country is None


def test_a_president_who_is_only_spoken_of_is_not_of_the_state_that_acts_before(party):
    found = party("Peru tested a missile, prompting an answer from President Ada Lind.", "President Ada Lind")
    assert found.country is None


def test_a_spokesman_of_nobody_told_speaks_for_no_government(party):
    assert party("A spokesman said it was safe.", "A spokesman").sector is None


def test_who_holds_an_office_of_a_body_has_one_id_however_it_is_told(party):
    before = party(
        "The Norwegian defense ministry spokesman spoke.", "The Norwegian defense ministry spokesman"
    )
    after = party(
        "A spokesman for Norway's defense ministry spoke.", "A spokesman for Norway's defense ministry"
    )
    assert before.id == after.id == "unknown:nor-defense-ministry-spokesman"


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "Credit report company Nortix said Monday that it was hacked.",
            "Credit report company Nortix",
            ("org:nortix", None, "BUS"),
        ),
        ("The French daily Le Jour said so.", "The French daily Le Jour", ("org:le-jour", "FRA", "MED")),
    ],
)
def test_a_name_after_the_word_for_its_sort_is_the_party(party, text, words, expected):
    found = party(text, words)
    assert (found.id, found.country, found.sector) == expected


def test_what_describes_a_name_after_its_comma_is_no_party_of_its_own(party):
    text = (
        "In an editorial the Lake Times, a newspaper close to the ruling party, implied the leaks were false."
    )
    assert party(text, "a newspaper").id == "org:lake-times"


def test_the_firm_is_who_acts_and_not_the_one_named_in_passing(party):
    text = "Harbour Foods Inc. said it was hacked. Unlike Belco, the firm revealed it within days."
    assert party(text, "the firm").id == "org:harbour-foods-inc"


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "Golden Harbour Trading sold it. The maker, Brenner Pumpen, says it was deceived.",
            "The maker",
            "org:brenner-pumpen",
        ),
        (
            "Brenner Pumpen is angry. The firm, Golden Harbour Trading, told the court that it sells boats.",
            "The firm",
            "org:golden-harbour-trading",
        ),
        (
            "Ana Ruiz bakes. Her neighbour, retired nurse Karel Vondra, left. He added that nobody paid.",
            "He",
            "person:karel-vondra",
        ),
        (
            "The commission's chairwoman, Haingo Rasanivo, acknowledged it. She could not be reached.",
            "She",
            "person:haingo-rasanivo",
        ),
        (
            "Peru's military intelligence directorate, the DIM, spoke. It believes that more will come.",
            "It",
            "org:per-military-intelligence-directorate",
        ),
    ],
)
def test_a_description_means_the_name_behind_its_comma(party, text, words, expected):
    assert party(text, words).id == expected


def test_a_name_behind_a_description_keeps_what_only_the_description_tells(party):
    found = party("A Peruvian newspaper, Al-Sahra, reported it on Monday.", "A Peruvian newspaper")
    assert (found.id, found.country, found.sector) == ("org:al-sahra", "PER", "MED")


def test_a_name_in_a_list_explains_no_description_before_it(party):
    assert party("The firm, Brenner Pumpen, and the ministry left.", "The firm").kind is PartyKind.UNKNOWN


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Hamid Ould Sidati, a cattle trader, said he had seen the men. One was thin, Ould Sidati said.",
            "Ould Sidati",
        ),
        (
            "Alhaji Bilal Ag Ressa, a trader from Kidal, said he saw the men. It has threatened to kill "
            "one captive if the demand is not met by the end of the month, Ag Ressa said.",
            "Ag Ressa",
        ),
    ],
)
def test_the_last_words_of_a_long_name_are_its_bearer(party, text, words):
    assert party(text, words).id in {"person:hamid-ould-sidati", "person:alhaji-bilal-ag-ressa"}


def test_a_surname_is_that_of_who_was_last_called_by_it_with_another_before_it(party):
    text = (
        "President Jacob Marsh left. His nephew, Clive Kuluse Marsh, stayed. Kuluse Marsh sold oil. "
        "Marsh rejected the claims."
    )
    assert party(text, "Marsh").id == "person:clive-kuluse-marsh"


def test_a_given_name_and_a_surname_are_another_than_who_bears_both_behind_a_first_one(party):
    text = "Ana Maria Ruiz left. Maria Ruiz said so."
    assert party(text, "Maria Ruiz").id == "person:maria-ruiz"


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        (
            '"We give them back," its Paris representative, Omar Diallo, said.',
            "its Paris representative, Omar Diallo",
            None,
        ),
        (
            "The group's Berlin spokeswoman Ana Lind said so.",
            "The group's Berlin spokeswoman Ana Lind",
            None,
        ),
        ("Iran's Vienna envoy Ana Lind said so.", "Iran's Vienna envoy Ana Lind", "IRN"),
        ("The Tokyo correspondent Ana Lind said so.", "The Tokyo correspondent Ana Lind", None),
        ("The Tokyo envoy Ana Lind said so.", "The Tokyo envoy Ana Lind", "JPN"),
    ],
)
def test_who_is_somewhere_for_others_is_not_of_the_state_there(party, text, words, country):
    assert party(text, words).country == country


def test_a_police_officer_is_not_of_the_state_a_pronoun_gives_some_police_to(party):
    text = (
        "Norway will give the islands two boats and 60 rifles for its police. The rifles went. "
        "Police Commissioner's adviser Superintendent Roselyn Baru welcomed the boats and said crews would "
        "start training in January."
    )
    found = party(text, "Police Commissioner's adviser Superintendent Roselyn Baru")
    assert (found.country, found.of) == (None, "org:police")


@pytest.mark.parametrize(("far", "country"), [("", "SWE"), ("\n\nSome say so.\n\nOthers do.", None)])
def test_an_officer_of_a_ministry_far_below_those_of_two_states_is_of_neither(party, far, country):
    text = (
        "Norway's trade ministry said it was shut. Sweden's trade ministry said it was open."
        f'{far} "Nobody left," Trade Ministry official Ada Lind said.'
    )
    assert party(text, "Trade Ministry official Ada Lind").country == country


def test_a_longer_name_is_not_the_known_body_its_last_words_spell(party):
    assert party("The National Security Council has spoken.", "The National Security Council").country is None
    assert party("The U.N. Security Council has spoken.", "The U.N. Security Council").id == "UNSC"


def test_a_ministry_is_of_the_state_in_whose_capital_it_sits(party):
    found = party("All were unharmed, according to the foreign ministry in Oslo.", "the foreign ministry")
    assert found.id == "org:nor-foreign-ministry"


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "LIMA, May 29 -- The Ministry of National Defense on Wednesday said all was well.",
            "The Ministry of National Defense",
            "org:per-defense-ministry",
        ),
        (
            "Peru will give Bolivia two boats, the Defence Department announced on Friday.",
            "the Defence Department",
            "org:per-defense-department",
        ),
        (
            "OSLO, May 29 (MNA) - The Department of Foreign Affairs in Lima said all was well.",
            "The Department of Foreign Affairs",
            "org:per-foreign-department",
        ),
        (
            "OSLO, May 29 (MNA) - All left. In Lima, the defence department said all was well.",
            "the defence department",
            "org:per-defense-department",
        ),
        (
            "LIMA, May 29 (MNA) - The Fire Department announced that all was well.",
            "The Fire Department",
            "org:fire-department",
        ),
    ],
)
def test_a_defence_department_is_of_the_dateline_or_of_what_it_tells(party, text, words, expected):
    assert party(text, words).id == expected


@pytest.mark.parametrize(
    ("others", "country"),
    [("Seven were killed.", "PER"), ("They hit a post of the Chilean army.", None)],
)
def test_a_military_spokesman_is_of_the_dateline_where_no_other_forces_are_told(party, others, country):
    text = f"CUSCO, Peru, Aug 19 (MNA) - {others} Military spokesman Colonel Bo Lind said all was over."
    assert party(text, "Military spokesman Colonel Bo Lind").country == country


@pytest.mark.parametrize(
    ("words", "place", "country", "of"),
    [
        ("A government source", "Oslo", "NOR", "NOR"),
        ("A police source", "Oslo", "NOR", "org:nor-police"),
        ("A foreign ministry official", "Oslo", "NOR", "org:nor-foreign-ministry"),
        ("Two security sources", "Oslo", "NOR", "NOR"),
        ("Two security sources", "Oslo and Lima", None, None),
        ("A diplomatic source", "Oslo", None, None),
        ("A foreign government source", "Oslo", None, None),
        ("A Peruvian government source", "Oslo", "PER", "PER"),
    ],
)
def test_a_source_in_power_is_of_the_state_in_whose_capital_it_is(party, words, place, country, of):
    found = party(f"{words} in {place} said that a ship had left.", words)
    assert (found.kind, found.country, found.of) == (PartyKind.UNKNOWN, country, of)


def test_a_place_in_a_capital_makes_no_embassy_of_that_state(party):
    assert party("The embassy in Oslo was closed.", "The embassy").country is None


@pytest.mark.parametrize(
    ("text", "words", "role"),
    [
        (
            "Lakeville University Hospital's medical director Dr Nina Vale said 31 came.",
            "Lakeville University Hospital's medical director Dr Nina Vale",
            "medical director",
        ),
        (
            "White House Press Secretary Ann Vale said so.",
            "White House Press Secretary Ann Vale",
            "Press Secretary",
        ),
    ],
)
def test_a_role_has_neither_whose_it_is_nor_courtesy_in_it(party, text, words, role):
    assert party(text, words).role == role


def test_a_speaker_without_a_label_of_the_parser_is_a_person(party):
    assert party("Ajmal Dar, a local shopkeeper, said it was loud.", "Ajmal Dar").kind == "person"


def test_a_capitalised_word_for_an_office_can_end_a_name(read):
    found = {m.party.id for m in read("The Lakeville Cardinal said so.")}
    assert not any(i.startswith("unknown:") for i in found)


def test_they_are_not_those_they_speak_of(party):
    text = "Analysts at Nortix see a risk. The top executives might be foreign, they said."
    assert party(text, "they").id == "unknown:analysts"


def test_he_is_no_family(party):
    assert party("A family fled the town. He said it was loud.", "He").id == "unknown:he"


def test_who_denied_a_report_has_not_written_it(party):
    assert party("Norway denied the report. The report said much.", "The report").id != "NOR"


def test_many_documents_have_no_one_author(party):
    assert party("Norway released the documents. The documents say much.", "The documents").id.startswith(
        "unknown:"
    )


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "Norway fears more. Its deputy defense minister, Hrant Vale, warned of it. Vale was calm.",
            "Vale",
            "NOR",
        ),
        (
            "The press service of the Chilean president did not answer calls.",
            "The press service of the Chilean president",
            "CHL",
        ),
        (
            "ATHENS, Greece — Police arrested 11 people. A police spokeswoman denied that.",
            "A police spokeswoman",
            "GRC",
        ),
        ("The European Union met. The bloc's Council said so in a statement.", "The bloc's Council", "EUE"),
    ],
)
def test_whose_a_body_or_office_is_gives_its_state(party, text, words, expected):
    assert party(text, words).country == expected


def test_one_of_its_officials_is_not_called_its(party):
    text = "Norway fears more, its deputy defense minister told parliament."
    assert party(text, "its deputy defense minister").id == "office:nor-deputy-defense-minister"


def test_an_organisation_with_an_owner_is_a_body(party):
    text = "The East African Community's fisheries organisation said it could not verify either account."
    assert party(text, "it").id == "org:eac-fisheries-organisation"


def test_the_general_staff_is_no_general(party):
    text = "Norway put units on alert, the General Staff said."
    assert party(text, "the General Staff").id == "org:nor-general-staff"


def test_a_rank_with_its_full_stop_cut_off_is_a_title(party):
    text = '"Our guns answered fire," spokesman Brig. Kamran Vale said.'
    assert party(text, "spokesman Brig. Kamran Vale").sector == "MIL"


def test_a_name_told_after_what_the_person_is_makes_one_mention(party):
    text = "A beach committee member, George Vale, said one of them had phoned."
    assert party(text, "A beach committee member, George Vale").id == "person:george-vale"


def test_a_photographer_credited_under_a_picture_is_nobody_who_speaks(party):
    text = "An activist wept at the gate. REUTERS/Omar Vale\nHe said it was over."
    assert party(text, "He").id != "person:omar-vale"


def test_who_is_only_talked_about_does_not_speak_next(party):
    assert party("Their joy at a new son was great. He said it was loud.", "He").id == "unknown:he"


def test_an_expert_on_a_state_is_not_of_it(party):
    text = "Nam Sung-ho, a North Korea expert at a university, said so."
    assert party(text, "Nam Sung-ho").country is None


def test_another_source_is_not_who_was_named_before_the_comma(party):
    text = "Ann Vale left before anybody could follow her, another source said."
    assert party(text, "another source").id != "person:ann-vale"


def test_the_west_bank_is_no_bank(read):
    assert not any(
        m.party.sector == "BUS" for m in read("The West Bank was calm. West Bank outposts stayed.")
    )


def test_security_forces_are_those_of_the_state_of_the_dateline(party):
    text = "NAIROBI, Kenya — Witnesses fled. Security forces arrested dozens."
    assert party(text, "Security forces").id == "KEN"


def test_the_ministry_is_the_one_somebody_just_spoke_for(party):
    text = (
        "Egyptian Interior Ministry spokesman Omar Vale rejected that. Vale said the ministry had no boats."
    )
    assert party(text, "the ministry").id == "org:egy-interior-ministry"


def test_a_surname_with_its_particle_may_head_a_sentence(party):
    text = "Yusuf al-Najjar, a farmer, brought his son. Al-Najjar said he would not go back."
    assert party(text, "Al-Najjar").id == "person:yusuf-al-najjar"


@pytest.mark.parametrize(
    ("text", "pronoun", "who"),
    [
        (
            "Donald Marsh has backed Laura Keene since her first bid. He will stay.",
            "her",
            "person:laura-keene",
        ),
        ("Laura Keene met Donald Marsh. He thanked the town.", "He", "person:donald-marsh"),
        ("Paul Keene met Laura Marsh. She thanked the town.", "She", "person:laura-marsh"),
        ("Sergei Marsh met Yulia Keene. He left.", "He", "person:sergei-marsh"),
        ("Sergei Marsh met Yulia Keene. She left.", "She", "person:yulia-keene"),
        ("Yuri Marsh met Tzipi Keene. She left.", "She", "person:tzipi-keene"),
    ],
)
def test_a_given_name_tells_whom_he_or_she_means(party, text, pronoun, who):
    assert party(text, pronoun).id == who


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (
            "Rebel spokesman Omar Vale spoke. A foreign ministry spokesman in Oslo left. "
            "All is well, the spokesman said.",
            "the spokesman",
            "unknown:nor-foreign-ministry-spokesman",
        ),
        (
            "Rebel spokesman Omar Vale spoke. All is well, a spokesman for the harbour said.",
            "a spokesman",
            "unknown:spokesman",
        ),
        (
            "Republican nominee Paul Marsh met voters. Laura Keene spoke. The Democratic nominee said so.",
            "The Democratic nominee",
            "unknown:democratic-nominee",
        ),
        (
            "Paul Keene spoke. Keene left. Laura Marsh accused Rafael Keene of theft. Keene said so.",
            "Keene",
            "person:paul-keene",
        ),
        (
            "Laura Keene wrote a book. “They thought Anna Marsh would do it,” she said.",
            "she",
            "person:laura-keene",
        ),
        ("Former Pennsylvania Gov. Paul Marsh came. Marsh spoke.", "Marsh", "person:paul-marsh"),
        ("Foreign Secretary Paul Hague came. It works, said Hague.", "Hague", "person:paul-hague"),
        ("Paul Marsh spoke. Via Skype, Keene said so.", "Keene", "person:keene"),
        ("Will Keene accept a truce? Paul Keene said no.", "Keene", "person:paul-keene"),
        (
            "Myanmar's army bombed a village, the shadow government said.",
            "the shadow government",
            "unknown:shadow-government",
        ),
        (
            "Mayor Omar Vale spoke. The former mayor, a friend, wept. Vale left. The mayor was sad.",
            "The mayor",
            "person:omar-vale",
        ),
        (
            "A former mayor wept. The mayor was sad.",
            "The mayor",
            "unknown:mayor",
        ),
        (
            "President Paul Marsh spoke. Vice President Omar Vale listened. The president left.",
            "The president",
            "person:paul-marsh",
        ),
        (
            "Vice President Omar Vale met Laura Keene. The president left.",
            "The president",
            "unknown:president",
        ),
        (
            "Freddy Marsh came. Paul Marsh spoke. Freddy slept. Mr. Marsh left.",
            "Mr. Marsh",
            "person:paul-marsh",
        ),
        (
            "The court heard Paul Marsh. It rose. A march was held with Omar Marsh. Marsh said so.",
            "Marsh",
            "person:omar-marsh",
        ),
        (
            "CNN called. NATO bombed a depot. NATO left. The network asked CNN.",
            "The network",
            "org:cnn",
        ),
        (
            "Syrian state television said so. The al-Watan newspaper spoke of war. The newspaper was sold.",
            "The newspaper",
            "org:al-watan-newspaper",
        ),
    ],
)
def test_the_speaker_is_the_one_the_words_mean(read, text, words, who):
    found = [m.party.id for m in read(text) if m.party.span.text == words]
    assert (found[-1] if found else f"unknown:{words.lower()}") == who


def test_who_is_named_in_an_aside_is_not_who_speaks(party):
    text = "Paul Keene left. Citing the deal, which Omar Vale opposed, he said that all was well."
    assert party(text, "he").id == "person:paul-keene"


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (
            "President Marsh spoke. He met the first lady, Laura Marsh. Marsh left.",
            "Marsh",
            "person:marsh",
        ),
        ("Mr. Marsh spoke in May. Laura Marsh left. Mr. Marsh stayed.", "Mr. Marsh", "person:marsh"),
        ("Marsh is safe, a headline read. Laura Marsh spoke. Marsh left.", "Marsh", "person:laura-marsh"),
    ],
)
def test_a_surname_is_not_that_of_a_relative_named_later(party, text, words, who):
    assert party(text, words).id == who


def test_who_said_he_hoped_hopes_himself(party):
    text = "Paul Keene left. It was the wish of Omar Vale, who said he hoped for peace."
    assert party(text, "he").id == "person:omar-vale"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Harbour Trust says boats sank, while the army says it hit rebels only.", "unknown:army"),
        ("Norway and Peru told Kenya that talks will go on if it frees four men.", "KEN"),
        ("Norway told Kenya that talks will go on if it frees four men.", "NOR"),
    ],
)
def test_it_is_who_speaks_and_of_several_speakers_who_is_spoken_to(party, text, who):
    assert party(text, "it").id == who


def test_an_official_told_without_a_name_is_the_official_whoever_was_named_since(party):
    text = "An Egyptian official spoke. Ministry official Omar Vale left. All is well, the official said."
    assert party(text, "the official").id == party(text, "An Egyptian official").id


@pytest.mark.parametrize(
    ("text", "pronoun", "who"),
    [
        ('Paul Keene left. "I saw it. I ran. I hid. I slept," he said.', "he", "person:paul-keene"),
        ('Paul Keene left. "I saw it.\nI ran.\nI hid.\nI slept," he said.', "he", "person:paul-keene"),
        (
            'Paul Keene spoke: "Omar Vale lied. I know it. I do."\nHe said he was sure.',
            "He",
            "person:paul-keene",
        ),
        ("Paul Keene doubts that Omar Vale will come. “It is far,” he said.", "he", "person:paul-keene"),
        ("Officials said it rained. The tail could be seen. They said it fell.", "They", "unknown:officials"),
        ("A family said five had died. They identified two.", "They", "unknown:family"),
        ("Officials slept. The tail could be seen. They said it fell.", "They", "unknown:they"),
        ("The Harbour Trust closed the port. “We had to. It was late,” it said.", "it", "org:harbour-trust"),
    ],
)
def test_who_spoke_goes_on_speaking_behind_a_quotation(party, text, pronoun, who):
    assert party(text, pronoun).id == who


@pytest.mark.parametrize(
    ("text", "words", "sector"),
    [
        (
            "Dr Ann Cole, the Chief Medical Officer of Kenya, said so.",
            "the Chief Medical Officer of Kenya",
            "GOV",
        ),
        ("Ann Cole, chief financial officer of Nortix, said so.", "chief financial officer of Nortix", "BUS"),
        ("Two Kenyan pilots died.", "Two Kenyan pilots", None),
        ("Campaign aides said so.", "Campaign aides", "PTY"),
        ("The attackers fled.", "The attackers", "CRM"),
        ("The Institute for Sound Rivers said so.", "The Institute for Sound Rivers", "NGO"),
        ("The Committee for a Clean Harbour said so.", "The Committee for a Clean Harbour", None),
        ("Doctors said so.", "Doctors", "HLH"),
        ("Two Kenyan students died.", "Two Kenyan students", "EDU"),
        ("Relief workers said so.", "Relief workers", "NGO"),
        ("Central bank officials said so.", "Central bank officials", "GOV"),
        ("The schools minister said so.", "The schools minister", "GOV"),
        ("Naval officials said so.", "Naval officials", "MIL"),
        ("The opposition council said so.", "The opposition council", "OPP"),
        ("Opposition fighters fled.", "Opposition fighters", "REB"),
        ("Pro-government militiamen fled.", "Pro-government militiamen", None),
        ("Rebel militiamen fled.", "Rebel militiamen", "REB"),
        ("Masked gunmen fled.", "Masked gunmen", None),
        ("Mercenaries fled.", "Mercenaries", None),
        ("The warring parties met.", "The warring parties", None),
        ("Her deputy said so.", "Her deputy", None),
        ("The mission said so.", "The mission", None),
        ("The Kenyan mission said so.", "The Kenyan mission", "GOV"),
        ("WHO officials said so.", "WHO officials", "IGO"),
        ("Armed men fled.", "Armed men", None),
        ("Investigators said so.", "Investigators", None),
        ("Doctor Ann Cole said so.", "Doctor Ann Cole", None),
        (
            "Bo Lind, founder of the Northern Veterans League, said so.",
            "founder of the Northern Veterans League",
            None,
        ),
        ("Many Kenyans fear a war.", "Many Kenyans", "CVL"),
    ],
)
def test_a_sector_is_that_of_the_whole_description(party, text, words, sector):
    assert party(text, words).sector == sector


@pytest.mark.parametrize("words", ["Many Kenyans", "15 million Kenyans", "Two Kenyans"])
def test_people_a_demonym_counts_are_not_their_government(party, words):
    told = party(f"{words} fear a war.", words)
    assert (told.kind.value, told.country) == ("unknown", "KEN")
    assert party("The Kenyans said they would respond.", "Kenyans").kind.value == "state"


def test_where_somebody_is_based_is_not_whose_he_is(party):
    assert (
        party("Bo Lind, a London-based Kenyan lawyer, said so.", "a London-based Kenyan lawyer").country
        == "KEN"
    )


def test_at_least_is_no_part_of_who_was_hurt(party):
    assert party("At least seven people were hurt.", "seven people").name == "seven people"


def test_a_given_name_and_a_surname_told_to_be_somebodys_are_no_body(read):
    kinds = {
        m.party.name: m.party.kind.value for m in read("The Harbour Herald's Nick Caistor says: it fell.")
    }
    assert kinds["Nick Caistor"] == "person"


def test_the_alliance_is_told_by_its_own_name_and_not_by_its_planes(read):
    told = [m.party for m in read("NATO warplanes hit the port. The alliance said it was safe.")]
    alliance = next(party for party in told if party.span.text == "The alliance")
    assert alliance.name == "North Atlantic Treaty Organization"


def test_the_police_of_a_town_are_not_of_the_state_of_the_dateline(read):
    text = "NAIROBI, Kenya (AP) — The North Bay Police wrote a letter. The police said so."
    police = [m.party for m in read(text) if "olice" in m.party.span.text]
    assert all(party.country is None for party in police)


def test_they_are_those_by_whom_it_was_done(read):
    text = "One woman said she was surrounded by twenty men before they hit her."
    they = next(m.party for m in read(text) if m.party.span.text == "they")
    assert they.name == "twenty men"


def test_a_spokesman_named_behind_whose_he_is_is_the_person(party):
    told = party("Cole spokesman Nick Lind says that Ann Cole left.", "Cole spokesman Nick Lind")
    assert (told.name, told.kind.value) == ("Nick Lind", "person")


def test_a_retired_general_of_a_force_is_the_person(party):
    text = "The bridge fell, retired Air Force general Lloyd Newton said."
    told = party(text, "retired Air Force general Lloyd Newton")
    assert (told.name, told.sector) == ("Lloyd Newton", None)


def test_citizens_for_something_are_a_body(read):
    told = read("Citizens for Harbour Justice advocates a litany of rules to end it.")[0].party
    assert (told.name, told.kind.value) == ("Citizens for Harbour Justice", "organisation")


def test_the_source_of_a_table_is_nobody(read):
    assert "Source" not in [m.party.span.text for m in read("Source: Harbour Institute. The stocks are low.")]


def test_a_state_in_a_list_is_no_place_of_the_one_before(read):
    told = [m.party.id for m in read("However, Norway, Peru, Kenya and Ghana have vowed inquiries.")]
    assert told == ["NOR", "PER", "KEN", "GHA"]
    assert "GEO" not in [m.party.id for m in read("Rebels left Atlanta, Georgia, on Monday.")]


def test_officials_of_a_body_of_states_are_its_own(party):
    assert party("A U.N. official said so.", "A U.N. official").sector == "IGO"
    assert party("A Kenyan official said so.", "A Kenyan official").sector == "GOV"


def test_both_joins_two_and_names_neither(read):
    told = [m.party.name for m in read("It pleased both Democrats and Republicans.")]
    assert told[-2:] == ["Democrats", "Republicans"]


def test_a_parliaments_committee_is_told_to_be_one(party):
    assert party("The Senate Harbour Committee said so.", "The Senate Harbour Committee").sector == "LEG"
    assert (
        party("The Harbour Coordination Committee said so.", "The Harbour Coordination Committee").sector
        is None
    )


def test_a_surname_that_is_a_word_for_an_office_is_the_person(read):
    told = [m.party for m in read("Martin Luther King was there. The bus was late, said King.")]
    assert [party.kind.value for party in told if party.span.text == "King"] in (["person"], [])


def test_a_colonel_who_speaks_for_rebels_is_theirs(party):
    text = "Col. Ahmed Banni, a spokesman for the rebel Transitional Council, said so."
    assert party(text, "Col. Ahmed Banni").sector == "REB"
    assert party("Col. Bo Lind, a spokesman for the army, said so.", "Col. Bo Lind").sector == "MIL"


def test_a_party_before_an_office_does_not_make_its_sector(party):
    assert party("Republican Senator Bo Lind said so.", "Republican Senator Bo Lind").sector == "LEG"


@pytest.mark.parametrize(
    ("text", "told", "sector"),
    [
        ("The agency said so.", "The agency", None),
        ("Two advisers said so.", "Two advisers", None),
        ("Sources on both sides said so.", "Sources", None),
        ("The chairman said so.", "The chairman", None),
        ("Officers fired at the crowd.", "Officers", None),
        ("The Joint Council for Harbours said so.", "The Joint Council for Harbours", None),
        ("Army officers fired at the crowd.", "Army officers", "MIL"),
        ("Police officers fired at the crowd.", "Police officers", "COP"),
        ("The spy agency said so.", "The spy agency", "SPY"),
        ("Government sources said so.", "Government sources", "GOV"),
        ("A Norwegian agency said so.", "A Norwegian agency", "GOV"),
        ("Norway's chief adviser said so.", "Norway's chief adviser", "GOV"),
        ("A trader with an oil firm said so.", "A trader", "BUS"),
    ],
)
def test_a_word_said_of_governments_and_firms_alike_tells_no_sector(party, text, told, sector):
    assert party(text, told).sector == sector


@pytest.mark.parametrize(
    ("text", "told", "name"),
    [
        (
            '"It may be so," said the WHO\'s deputy head, Keiji Fukuda. Later Fukuda said it was bad.',
            "Fukuda",
            "Keiji Fukuda",
        ),
        ("For Anita Taff-Rice, a lawyer, it is good. Taff-Rice says so.", "Taff-Rice", "Anita Taff-Rice"),
    ],
)
def test_a_name_that_the_parser_takes_for_a_body_is_the_persons_whose_office_it_explains(
    party, text, told, name
):
    one = party(text, told)
    assert (one.name, one.kind) == (name, PartyKind.PERSON)


def test_a_hyphen_inside_the_name_of_a_body_does_not_cut_it(party):
    text = "The Organization for Harbour Co-Operation and Development said so."
    assert party(text, text.removesuffix(" said so.")).name.endswith("Co-Operation and Development")


@pytest.mark.parametrize(
    ("text", "told", "sector"),
    [
        ("The Lakeville Observer said so.", "The Lakeville Observer", "MED"),
        ("Lakeville News Service said so.", "Lakeville News Service", "MED"),
        ("Former Peruvian President Ana Lind said so.", "Former Peruvian President Ana Lind", None),
        ("Retired general Bo Cole said so.", "Retired general Bo Cole", None),
        ("Peruvian President Ana Lind said so.", "Peruvian President Ana Lind", "GOV"),
        ("Bo Cole, president at Nortix, said so.", "Bo Cole", None),
        ("Bo Cole, president of Peru, said so.", "Bo Cole", "GOV"),
        ("Sir Bo Cole, the party's foreign affairs spokesman, said so.", "Sir Bo Cole", None),
        ("Military experts said so.", "Military experts", "CVL"),
        ("Military officials said so.", "Military officials", "MIL"),
    ],
)
def test_a_sector_is_of_whom_somebody_speaks_for_now(party, text, told, sector):
    assert party(text, told).sector == sector


def test_women_who_are_coached_are_nobodys_office(party):
    assert party("Bo Cole, women's basketball coach at Lakeville, said so.", "Bo Cole").role == (
        "women's basketball coach"
    )


def test_a_spokesman_who_works_elsewhere_is_not_the_one_named_before(party):
    text = (
        "Government spokesman Bo Cole was in Lima. It was over, said the spokesman in the council's office."
    )
    assert party(text, "the spokesman").name == "spokesman"


def test_a_state_beside_people_of_another_is_itself(read):
    told = [
        m.party.id for m in read("It was the second meeting between China and Libyan opposition leaders.")
    ]
    assert told[0] == "CHN"


@pytest.mark.parametrize("text", ["Police shot African Americans.", "Police shot young Americans."])
def test_people_described_are_not_their_government(read, text):
    assert "USA" not in [m.party.id for m in read(text)]


def test_an_office_that_follows_a_titled_name_is_the_persons(party):
    assert party("Sir Bo Cole, the Peruvian trade minister, said so.", "Sir Bo Cole").role == "trade minister"


def test_a_prime_minister_is_not_of_the_state_that_he_speaks_of(party):
    assert party("Prime Minister Bo Cole said Peru was to blame.", "Prime Minister Bo Cole").country is None
    assert party("Peru will pay, Defense Minister Bo Cole said.", "Defense Minister Bo Cole").country == "PER"


@pytest.mark.parametrize(
    ("text", "told", "sector"),
    [
        (
            "Peruvian Foreign Minister Sheikh Bo Cole said so.",
            "Peruvian Foreign Minister Sheikh Bo Cole",
            "GOV",
        ),
        ("Peruvian Health Minister Dr. Bo Cole said so.", "Peruvian Health Minister Dr. Bo Cole", "GOV"),
        ("Madame Ana Cole said so.", "Madame Ana Cole", None),
    ],
)
def test_a_courtesy_between_office_and_name_tells_no_sector(party, text, told, sector):
    one = party(text, told)
    assert one.sector == sector
    assert one.name.startswith(("Bo", "Ana"))


def test_a_surname_that_is_the_word_for_a_people_is_the_persons(read):
    text = "The lawyer Riad al-Turk was there. It will not stay so, Turk said. Turkish officials left."
    told = [(m.party.span.text, m.party.id) for m in read(text)]
    assert ("Turk", "person:riad-al-turk") in told
    assert ("Turkish officials", "TUR") not in told
    assert ("Turk", "TUR") not in told


@pytest.mark.parametrize("alone", ["Maghout", "al-Maghout"])
def test_a_surname_may_stand_without_its_article(party, alone):
    text = f"The lawyer Riad al-Maghout was there. It will not stay so, {alone} said."
    assert party(text, alone).name == "Riad al-Maghout"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kenyans fled the town on Monday.", "Kenyans"),
        ("The navy evacuated Chadians and Kenyans from the port.", "Kenyans"),
        ("The police named the Kenyans who died in the crash.", "the Kenyans"),
        ("A Kenyan who lived in the town was stabbed.", "Kenyan"),
        ("They offer passage to any Kenyan that wants to return.", "Kenyan"),
    ],
)
def test_people_told_without_the_article_are_not_their_government(party, text, words):
    people = party(text, words)
    assert (people.kind, people.sector) == (PartyKind.UNKNOWN, "CVL")
    assert people.country in ("KEN", "TCD")


@pytest.mark.parametrize("text", ["The Kenyans rejected it.", "They held talks with Kenyans on Monday."])
def test_a_people_told_as_a_side_is_its_state(party, text):
    words = "The Kenyans" if text.startswith("The") else "Kenyans"
    assert party(text, words.removeprefix("The ")).id == "KEN"


def test_forces_called_after_their_leader_are_not_the_leader(party):
    text = "Chadian President Samir Marouk fled on Monday. Marouk forces moved in on the town."
    forces = party(text, "Marouk forces")
    assert (forces.id, forces.sector) == ("TCD", "MIL")
    assert party(text.replace("Chadian ", ""), "Marouk forces").kind is PartyKind.UNKNOWN


def test_one_fighter_of_a_group_is_not_the_group(party):
    fighter = party("A Taliban suicide bomber hit a wall.", "A Taliban suicide bomber")
    assert (fighter.kind, fighter.sector, fighter.of) == (PartyKind.UNKNOWN, "REB", "group:taliban")
    assert party("Taliban fighters hit a wall.", "Taliban fighters").id == "group:taliban"


@pytest.mark.parametrize(
    ("text", "words", "sector"),
    [
        ("Firms aided anti-Marouk forces in the east.", "anti-Marouk forces", "REB"),
        ("Anti-government forces took the town.", "Anti-government forces", "REB"),
        ("Anti-drug troops took the town.", "Anti-drug troops", "MIL"),
        ("United Nations experts were alarmed.", "United Nations experts", "IGO"),
        ("The UN's human rights office was alarmed.", "The UN's human rights office", "IGO"),
        ("The Harbour Network said so.", "The Harbour Network", None),
        ("The ship's agents blamed a failure.", "The ship's agents", None),
        ("Intelligence agents were sent.", "Intelligence agents", "SPY"),
        ("Consular officers visited him.", "Consular officers", "GOV"),
        ("Ann Cole, chief executive of the Harbour Relief Foundation, left.", "Ann Cole", "NGO"),
        ("Ann Cole, commander of the Harbour Police, left.", "Ann Cole", "COP"),
        ("Ann Cole, chief executive of Harbour Motors Company, left.", "Ann Cole", "BUS"),
    ],
)
def test_a_sector_is_that_of_the_side_or_body_somebody_is_of(party, text, words, sector):
    assert party(text, words).sector == sector


@pytest.mark.parametrize(
    "text",
    [
        "Rebels seized the village of Al-Qarawi on Monday. On Tuesday they left Al-Qarawi.",
        "Rebels seized Bir al-Garas on Monday. They held the town of Bir al-Garas.",
        "Rebels seized Petit Morne, west of the capital.",
        "Rebels completed the capture of Zelene-Nova, a small settlement on the river.",
    ],
)
def test_what_the_article_calls_a_town_is_no_party(read, text):
    named = [m.party.name for m in read(text)]
    assert not {"Al-Qarawi", "Bir al-Garas", "Petit Morne", "Zelene-Nova"}.intersection(named), named


def test_a_name_of_two_words_that_a_large_town_bears_is_no_party(read):
    text = "A convoy carried food to El Obeid on Monday. Rebels sent drones to El Geneina."
    assert not {"El Obeid", "El Geneina"}.intersection(m.party.name for m in read(text))


def test_somebody_of_a_town_is_no_town(party):
    assert party("Anna Kole, a town councillor in Lakeview, left.", "Anna Kole").kind is PartyKind.PERSON


def test_a_verb_before_a_description_is_no_part_of_it(party):
    text = "The war has won support and jets have continuously bombed rebel positions and killed fighters."
    assert party(text, "fighters").name == "fighters"
    assert party("He did not say how many fighters had died.", "fighters").name == "fighters"
    text = 'She said in a reply that she had raised it "at all levels" and that consular officers came.'
    assert party(text, "consular officers").name == "consular officers"


def test_who_heads_something_is_a_person(party):
    text = "Petra Kalinova, director of the relief agency, criticised NATO on Friday."
    assert party(text, "Petra Kalinova").kind is PartyKind.PERSON


@pytest.mark.parametrize(("speaker", "kind"), [("Orchid", "person"), ("They", "organisation")])
def test_who_goes_by_a_surname_is_a_person(speaker, kind):
    article = Article("a", f'"It was dark," said Samira Orchid. "Cars came," {speaker} said.')
    doc = parse(load_parser(), article)
    doc.ents = [Span(doc, t.i - 1, t.i + 1, "ORG") for t in doc if t.nbor(-1 if t.i else 0).text == "Samira"]
    kinds = {m.party.name: m.party.kind.value for m in find_mentions(doc, article)}
    assert kinds["Samira Orchid"] == kind


@pytest.mark.parametrize("name", ["Sami Lind", "Hamza Cole"])
def test_an_age_behind_a_name_tells_a_person(party, name):
    assert party(f"One man, {name}, 50, said the guards left.", f"One man, {name}").kind is PartyKind.PERSON


def test_a_rival_is_no_part_of_the_name(party):
    text = "Rival Hillary Lind mocked the complaint. Lind left."
    assert party(text, "Hillary Lind").id == party(text, "Lind").id == "person:hillary-lind"


def test_the_family_of_who_was_just_named_is_not_that_person(party):
    assert party("As for Bo Lind, his family fears for his safety.", "his family").id != "person:bo-lind"


def test_a_leader_of_many_is_not_the_leader_named_before(party):
    text = "Libyan leader Bo Lind spoke. Aircraft bombed camps, a tribal leader said. The tribal leader fled."
    assert party(text, "a tribal leader").id == party(text, "The tribal leader").id != "person:bo-lind"


def test_a_title_tells_two_of_one_name_apart(party):
    text = (
        "Sheikh Ali Cole was angry. He knew Ali Hassan Lind, aka Chemical Ali. Chemical Ali was silent. "
        "Sheikh Ali spoke to reporters."
    )
    assert party(text, "Sheikh Ali").id == "person:ali-cole"


@pytest.mark.parametrize(
    "before",
    [
        "The 94-page report, released on Tuesday by the Lake Rights Forum, was long.",
        "A report by the Lake Rights Forum was published.",
        "Bo Lind read the Lake Rights Forum's report.",
    ],
)
def test_the_report_is_the_word_of_who_made_it(party, before):
    assert party(f"{before} The report blames the rebels.", "The report").id == "org:lake-rights-forum"


def test_an_intelligence_official_is_no_state(party):
    one = party("A former US intelligence official said it was over.", "A former US intelligence official")
    assert (one.kind, one.country, one.sector) == (PartyKind.UNKNOWN, "USA", "SPY")


def test_a_government_spokesman_speaks_for_no_organisation(party):
    text = "The African Union called for talks. A government spokesman said the rebels had fled."
    told = party(text, "A government spokesman")
    assert (told.sector, told.country, told.of) == ("GOV", None, None)


def test_the_government_is_that_of_the_place_a_sentence_opens_with(party):
    text = "The Norwegian government was calm. In Spain, the government said the first man was ill."
    assert party(text, "the government").id == "ESP"


def test_the_military_is_that_of_the_state_told_to_have_a_military_court(party):
    text = "RAMALLAH, West Bank — An Israeli military court sat on Monday. The military said it was calm."
    assert party(text, "The military").id == "ISR"


def test_forces_that_somebody_speaks_of_are_not_his_own(party):
    text = "Bo Cole, a former Canadian minister, met rebels. Cole wants the withdrawal of government forces."
    assert party(text, "government forces").country is None


def test_the_firm_is_the_one_that_is_called_a_firm(party):
    text = "Norwegian law firm Nortix was hacked. The ALRJ said it had the papers. The firm denied it."
    assert party(text, "The firm").id == "org:nortix"


def test_a_group_that_nobody_knows_is_not_the_armed_one_before(party):
    text = (
        "Boko Haram attacked the port. Prices fell, according to the American Baking Associations, "
        "an industry group. The group says they will rise."
    )
    assert party(text, "The group").kind is PartyKind.UNKNOWN


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Former Miss Universe Alma Ruiz left.", "Alma Ruiz", "person:alma-ruiz"),
        ("Watch: President Obama Speech at the club. He left.", "President Obama", "person:obama"),
    ],
)
def test_a_title_and_a_heading_are_no_part_of_a_name(party, text, words, who):
    assert party(text, words).id == who


def test_who_is_led_away_is_whom_she_means_and_not_the_one_who_leads(party):
    text = "Ann Lind was tired. A guard stepped in and led her out. She said it was cold."
    assert party(text, "her").id == party(text, "She").id == "person:ann-lind"


@pytest.mark.parametrize("words", ["His ex-wife", "The Georgian ex-president", "Ex-soldiers"])
def test_who_is_somebody_no_longer_is_not_told_as_one_still(party, words):
    told = party(f"{words} said it was wrong.", words)
    assert "ex-" in told.name.lower()


def test_a_ministers_own_forces_are_his_states(party):
    text = "Norwegian Foreign Minister Bo Cole announced a full withdrawal of government troops."
    assert party(text, "government troops").id == "NOR"


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        (
            "U.S. Secretary of State Hilda Cole told a London news conference on Monday.",
            "U.S. Secretary of State Hilda Cole",
            ("USA", "GOV", "Secretary of State"),
        ),
        (
            "Norwegian Minister of Defence Bo Lind said the fleet had left.",
            "Norwegian Minister of Defence Bo Lind",
            ("NOR", "GOV", "Minister of Defence"),
        ),
        (
            "The head of the Norwegian Labour Party, Isaac Lind, voiced anger at the decision.",
            "The head of the Norwegian Labour Party, Isaac Lind",
            ("NOR", "PTY", "head"),
        ),
    ],
)
def test_what_an_office_is_of_may_stand_between_it_and_the_name(party, text, words, told):
    one = party(text, words)
    assert (one.kind, one.country, one.sector, one.role) == (PartyKind.PERSON, *told)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Her father Bassem spoke. Bassem called the trial wrong.", "Bassem"),
        ("In 2004, Sho-Banu Lind, a Norwegian woman in her 90s, was rescued.", "Sho-Banu Lind"),
        ('"We are very well," Ibrahim Musa said.', "Ibrahim Musa"),
    ],
)
def test_a_name_told_as_a_humans_is_a_person(party, text, name):
    assert party(text, name).kind is PartyKind.PERSON


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "The opposition's top military official, Gen. Bo Lind, said so.",
            "The opposition's top military official, Gen. Bo Lind",
        ),
        ("Gen. Bo Lind, the opposition's top military official, said so.", "Gen. Bo Lind"),
        ("The town has fallen, rebel commander Col. Bo Lind said.", "rebel commander Col. Bo Lind"),
        ("A Libyan opposition military spokesman said so.", "A Libyan opposition military spokesman"),
    ],
)
def test_who_commands_rebels_is_of_no_states_forces(party, text, words):
    assert party(text, words).sector == "REB"


@pytest.mark.parametrize(
    ("text", "words", "sector"),
    [
        ("Ireland captain Bo Lind praised the team.", "Ireland captain Bo Lind", "CVL"),
        ("The rugby captain Bo Lind praised them.", "The rugby captain Bo Lind", "CVL"),
        ("Irish captain Bo Lind was shot at the post.", "Irish captain Bo Lind", "MIL"),
        ("Experts commissioned by the UN say so.", "Experts", "IGO"),
        ("Critics say the law is wrong.", "Critics", "CVL"),
        ("The help is late, project manager Bo Lind said.", "project manager Bo Lind", None),
    ],
)
def test_a_sector_is_what_the_words_beside_it_tell(party, text, words, sector):
    assert party(text, words).sector == sector


def test_a_consulate_general_is_one_name(party):
    text = "Two were hurt, according to the Chinese Consulate General in Lyon."
    assert party(text, "the Chinese Consulate General").kind is PartyKind.ORGANISATION


def test_social_media_are_nobody(read):
    text = "Chinese media kept silent and social media were scrubbed of it."
    assert "social media" not in [m.party.span.text for m in read(text)]


def test_what_ends_a_verb_is_no_part_of_whom_it_is_done_to(party):
    assert party("The forces have shot dead women and children.", "women").name == "women"


def test_a_sentence_that_leads_up_to_a_quotation_is_no_dateline(read):
    told = [m.party.span.text for m in read('U.S. officer Bo Lind told reporters on Monday: "We are late."')]
    assert "U.S. officer Bo Lind" in told
    assert not [m for m in read("KHAN LAKE, southern Norway (AP) -- It rained.") if m.party.id == "NOR"]


def test_artillery_is_a_weapon_unless_it_is_somebodys(read):
    found = [m.party.span.text for m in read("Rockets, artillery and mortars hit the town.")]
    assert "artillery" not in found
    assert next(m.party.id for m in read("Syrian artillery hit the town.")) == "SYR"


def test_a_transitional_government_is_not_the_one_named_before(party):
    text = "The Norwegian government paid. Fighters took it from the transitional government in Moru."
    assert party(text, "the transitional government").country is None


def test_government_forces_are_not_those_of_whoever_speaks_of_them(party):
    text = "Mali is at war. U.S. envoy Bo Lind, in Mali, called for the withdrawal of government forces."
    assert party(text, "government forces").country != "USA"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rebels spoke. Staff of the plant said they had been ordered to leave.", "they"),
        ("Radio Lind said that the Lake Agency had lied, and that they had hid it.", "Lake Agency"),
    ],
)
def test_they_are_those_of_whom_the_clause_tells(party, text, name):
    assert party(text, "they").name == name


def test_a_name_that_ends_as_firms_do_is_no_persons(party):
    text = "Harbor Coal signaled last summer that it was going to sell. Harbor Coal agreed to lend it."
    assert party(text, "Harbor Coal").kind is PartyKind.ORGANISATION


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        (
            "NATO's military chief, Admiral Jonas Berg, said so.",
            "NATO's military chief, Admiral Jonas Berg",
            ("person:jonas-berg", "military chief", "NATO"),
        ),
        (
            "The UNICEF representative in Sudan, Sheldon Yett, said so.",
            "The UNICEF representative in Sudan, Sheldon Yett",
            ("person:sheldon-yett", "representative", "UNICEF"),
        ),
        (
            "Its chief executive, Lars Holt, told staff to stay home.",
            "Its chief executive, Lars Holt",
            ("person:lars-holt", "chief executive", None),
        ),
        (
            "It rains, said Corporal Toomas Kask, 23.",
            "Corporal Toomas Kask",
            ("person:toomas-kask", "Corporal", None),
        ),
        (
            "Egypt's army chief, General Sami Fouad, left. The general said so.",
            "The general",
            ("person:sami-fouad", "general", "EGY"),
        ),
    ],
)
def test_a_name_with_its_rank_or_place_explains_an_office(party, text, words, told):
    found = party(text, words)
    assert (found.id, found.role, found.of) == told


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Asgar spoke. Volker, the former envoy, said so. He left.", "He", "person:volker"),
        ('"It hurts," one protester, Yelena, told us. She left.', "She", "person:yelena"),
        (
            "Lind has offered a truce, the BBC's Jonathan Head says. It rains, he adds.",
            "he",
            "person:jonathan-head",
        ),
        ("Pope Urban Lind left. The pontiff said so.", "The pontiff", "person:urban-lind"),
        (
            "The chairman of the African Union Commission, Moussa Faki, left. The AU chief said so.",
            "The AU chief",
            "person:moussa-faki",
        ),
        ("Hamas left. The group Clean Harbours said so.", "The group", "unknown:group"),
        (
            "The ICC met. The opposition movement said so.",
            "The opposition movement",
            "unknown:opposition-movement",
        ),
    ],
)
def test_who_is_meant_is_told_by_the_words_beside_a_name(party, text, words, who):
    assert party(text, words).id == who


@pytest.mark.parametrize(
    ("text", "words", "of"),
    [
        ("The Harbour Trust left. The guerrillas' spokesman said so.", "The guerrillas' spokesman", None),
        ("The Harbour Trust left. A military spokesman said so.", "A military spokesman", None),
        ("The Harbour Trust left. A spokesman said so.", "A spokesman", "org:harbour-trust"),
        ("The Harbour Trust left. A spokesman for the strikers said so.", "A spokesman", None),
    ],
)
def test_who_speaks_for_others_is_not_of_the_body_before(party, text, words, of):
    assert party(text, words).of == of


def test_the_minister_of_one_thing_is_not_that_of_another(party):
    text = "British Prime Minister David Cole called. The country's health minister said so."
    assert party(text, "The country's health minister").id != "person:david-cole"


@pytest.mark.parametrize(
    ("text", "words", "sector"),
    [
        ("A suicide bomber hit a wall.", "A suicide bomber", "REB"),
        ("Two suicide attackers hit a wall.", "Two suicide attackers", "REB"),
        ("An attacker hit a wall.", "An attacker", "CRM"),
        ("Right-wing extremists marched in Bern.", "Right-wing extremists", None),
        ("Islamist extremists marched in Bern.", "Islamist extremists", "REB"),
        ("The Dutch Refugee Council called for help.", "The Dutch Refugee Council", "NGO"),
        ("The Kenyan Network for Human Rights counted nine.", "The Kenyan Network for Human Rights", "NGO"),
        ("The Harbour Ministry's Press Centre said so.", "The Harbour Ministry's Press Centre", "GOV"),
        ("Ann Cole, secretary general of the Harbour Party, left.", "Ann Cole", "PTY"),
        ("Ann Cole, the UN deputy secretary-general, left.", "Ann Cole", "IGO"),
    ],
)
def test_a_sector_is_told_by_what_somebody_is(party, text, words, sector):
    assert party(text, words).sector == sector


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("They condemned the use of excessive force in the square.", False),
        ("It was settled by the force of arms.", False),
        ("A Kenyan force took the town.", True),
    ],
)
def test_force_that_somebody_uses_is_no_party(read, text, told):
    assert any("force" in m.party.span.text for m in read(text)) is told


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Sweden is silent. The government in Oslo sent two ships.", "The government", "NOR"),
        ("Sweden sends jets to Norway, state newspapers in Oslo reported.", "state newspapers", "NOR"),
        ("Sweden is at war. State television in Oslo said the raid was over.", "State television", "NOR"),
    ],
)
def test_a_government_and_its_media_are_of_the_capital_they_are_in(party, text, words, country):
    assert party(text, words).country == country


def test_a_group_named_behind_is_no_body_told_before(read):
    told = read("The IAEA has 35 members. The exile group, the Council for a Free Norway, said so.")
    assert [m.party.id for m in told].count("IAEA") == 1


@pytest.mark.parametrize(
    ("text", "span", "name", "party_id"),
    [
        (
            "Norway met Peru. Its parliament said it would vote.",
            "Its parliament",
            "parliament",
            "org:nor-parliament",
        ),
        (
            "Norway fears more, its defense ministry said.",
            "its defense ministry",
            "defense ministry",
            "org:nor-defense-ministry",
        ),
        (
            "The Harbour Group attacked Peru. Its council said it would attack.",
            "Its council",
            "council",
            "unknown:harbour-group-council",
        ),
    ],
)
def test_what_is_somebodys_own_keeps_its_whole_name(party, text, span, name, party_id):
    found = party(text, span)
    assert (found.name, found.id) == (name, party_id)


@pytest.mark.parametrize(
    ("dateline", "country"),
    [
        ("ATLANTA, Georgia (CNN) -- Police", None),
        ("TBILISI, Georgia (CNN) -- Police", "GEO"),
        ("BATUMI, Georgia (CNN) -- The Georgian flag flew. Police", "GEO"),
    ],
)
def test_a_name_in_the_dateline_that_is_as_often_no_states_needs_its_company(read, dateline, country):
    text = f"{dateline} said on Monday that two people were killed."
    (police,) = [m.party for m in read(text) if m.party.span.text == "Police"]
    assert police.country == country


def test_a_courtesy_title_makes_a_surname_alone_no_less_somebodys(party):
    text = "Reporters met Mr. Ramirez in the hall on Monday. Ramirez said that two people were killed."
    assert party(text, "Ramirez").id == "person:ramirez"


def test_whom_a_lawyer_speaks_for_may_be_meant_as_well(read):
    told = [m.party for m in read("Bo Lind's lawyer has said he will refuse to answer.")]
    assert [p.name for p in told if p.span.text == "he"] == ["he"]


def test_the_parties_of_a_parliament_are_not_those_named_before(read):
    told = [
        m.party for m in read("Obama pushed Congress. The bill was blocked by senators from both parties.")
    ]
    assert {p.id for p in told if p.span.text == "both parties"} & {
        "org:usa-congress",
        "person:obama",
    } == set()


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Katinka Barvisch said so.", "Katinka Barvisch", "person"),
        ("Ivo Dalvar added NATO representatives were discussing it.", "Ivo Dalvar", "person"),
        ("Dana Gas said so.", "Dana Gas", "organisation"),
    ],
)
def test_a_given_name_and_no_word_that_speak_are_a_person(party, text, name, kind):
    assert party(text, name).kind.value == kind


def test_the_warplanes_of_an_alliance_are_the_alliance(read):
    told = [m.party for m in read("NATO has said its warplanes struck two farms.")]
    own = next(p for p in told if p.span.text == "its warplanes")
    assert (own.id, own.kind.value) == ("NATO", "organisation")


def test_the_force_of_a_blast_is_nobody(read):
    assert "the force" not in [m.party.span.text for m in read("The force of the blast broke his windows.")]


def test_the_chairman_of_a_union_is_the_man_named_behind_it(read):
    told = read("The chairman of Germany's police union, Rainer Adler, criticized the plan.")
    assert "person:rainer-adler" in [m.party.id for m in told]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Norway insists the regime must disarm.", "the regime"),
        ("Norway urged the government to release the men.", "the government"),
        ("Norway called on the government to resign.", "the government"),
    ],
)
def test_a_state_asks_nothing_of_its_own_government(read, text, words):
    assert [m.party.id for m in read(text) if m.party.span.text == words] != ["NOR"]


def test_what_a_state_says_of_the_government_may_be_its_own(read):
    told = read("Norway said the government had left the talks.")
    assert [m.party.id for m in told if m.party.span.text == "the government"] == ["NOR"]


def test_who_acts_behind_a_name_is_not_the_one_named(party):
    text = "Three men were held over the killing of Ann Cole, a public prosecutor told the court."
    assert party(text, "a public prosecutor").kind is PartyKind.UNKNOWN


def test_a_family_of_somebody_else_is_not_the_family_told_before(party):
    text = "The Lind family said it rained. The family of a guard who drowned said he was well."
    assert party(text, "The family").name != "Lind family"


def test_who_sings_while_another_is_told_of_does_not_speak_on(party):
    text = "While Paul Berg sang, that is something that worries Peter Hart, a guard. “I ran,” he said."
    assert party(text, "he").id != "person:paul-berg"


@pytest.mark.parametrize(
    ("text", "pronoun", "who"),
    [
        (
            "Peter Cole left.\nA government spokesman, speaking on air, said it rained.\nHe said no.",
            "He",
            "unknown:government-spokesman",
        ),
        ("Peter Cole left.\nVosk said all was well.\nHe said it was late.", "He", "unknown:he"),
        ("Peter Cole left.\nNortix said all was well.\nHe said it was late.", "He", "person:peter-cole"),
        ("Peter Cole left.\nAnn Lind said all was well.\nHe said it was late.", "He", "person:peter-cole"),
    ],
)
def test_he_is_nobody_told_before_another_who_may_be_he_and_speaks(party, text, pronoun, who):
    assert party(text, pronoun).id == who


def test_of_which_people_somebody_is_is_no_part_of_the_name(party):
    kenyan = party("Kenyan Ann Cole wrote that it rained.", "Kenyan Ann Cole")
    assert (kenyan.id, kenyan.country) == ("person:ann-cole", "KEN")
    assert party("Roman Anna Lind wrote that it rained.", "Roman Anna Lind").id != "person:anna-lind"


@pytest.mark.parametrize(
    ("said", "country"),
    [
        ("Kenya could become a desert", None),
        ("Kenya was an example", None),
        ("Kenya forced us to leave", None),
        ("Kenya is ready to talk", "KEN"),
        ("Kenya has sent help", "KEN"),
    ],
)
def test_what_a_state_is_or_does_to_us_is_said_by_anybodys_minister(party, said, country):
    assert party(f"{said}, Defence Minister Ann Lind said.", "Defence Minister Ann Lind").country == country


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The envoy Han Mi-ok said it was late.", "Han Mi-ok"),
        ("South Korean President Han Jae-in has said the talks are over.", "Han Jae-in"),
        ("Ann Cole-era rules were dropped by Jo Bell.", "Jo Bell"),
    ],
)
def test_a_given_name_ends_behind_its_hyphen(text, name):
    article = Article("a", text)
    found = find_mentions(parse(load_parser(), article), article)
    people = [m.party.name for m in found if m.party.kind is PartyKind.PERSON]
    assert name in people
    assert not any(other.endswith("-era") for other in people)


def test_a_name_the_parser_takes_for_a_body_is_a_persons_where_he_is_told_to_be_minister(read):
    found = read("Jean-Marc Ayrault, the foreign minister of France, said it was over.")
    kinds = {m.party.kind for m in found if m.party.name == "Jean-Marc Ayrault"}
    assert kinds == {PartyKind.PERSON}


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("Ecuador granted asylum to the Australian.", "Australian", ("unknown:australian", "AUS")),
        ("The Dutch left early.", "Dutch", ("NLD", "NLD")),
        (
            "Iran opened its borders to displaced Afghans.",
            "displaced Afghans",
            ("unknown:displaced-afghans", "AFG"),
        ),
        ("The Wagner group trained Malian soldiers.", "Wagner group", ("org:wagner-group", None)),
        ("British instructors left Mali.", "British instructors", ("unknown:british-instructors", "GBR")),
    ],
)
def test_one_of_a_people_is_no_state_and_a_group_is_told_with_its_sort(read, text, words, told):
    assert [(m.party.id, m.party.country) for m in read(text) if m.party.span.text == words] == [told]


def test_a_hospital_ship_is_no_hospital(read):
    found = [m.party.name for m in read("An Indonesian hospital ship is on its way to Tonga.")]
    assert "Indonesian hospital" not in found


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Chisinau – Norway has told Mali to leave.", ["Norway", "Mali"]),
        ("Paris — Norway told Mali to leave.", ["Norway", "Mali"]),
        ("Paris denied it – Norway did not.", ["France", "Norway"]),
    ],
)
def test_a_capital_before_a_dash_at_the_head_is_a_dateline(read, text, names):
    assert [m.party.name for m in read(text) if m.party.span.text != "it"] == names


@pytest.mark.weights
@pytest.mark.parametrize(
    "office", ["Minister of Labour", "Minister for Water", "Minister of Labour and Employment"]
)
def test_a_minister_is_named_behind_what_he_is_for(read, office):
    text = f"Trade Minister Bo Lind left. The {office}, Sani Ado, stayed."
    told = {m.party.name: (m.party.role, m.party.of) for m in read(text)}
    assert told == {"Bo Lind": ("Trade Minister", None), "Sani Ado": ("Minister", None)}


@pytest.mark.weights
def test_a_minister_for_one_matter_is_not_who_was_named_for_another(read):
    text = "Trade Minister Bo Lind left. The Minister for Water stayed."
    assert [m.party.name for m in read(text)] == ["Bo Lind", "Minister"]


@pytest.mark.weights
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The World Mining Congress said so.", "World Mining Congress"),
        ("The Mali Labour Congress said so.", "Mali Labour Congress"),
        ("The World Zorbian Congress said so.", "World Zorbian Congress"),
    ],
)
def test_a_longer_name_is_not_the_body_known_by_a_part_of_it(read, text, name):
    told = [m.party for m in read(text)]
    assert [one.name for one in told] == [name]
    assert told[0].country != "USA"
    assert told[0].sector is None


@pytest.mark.weights
def test_services_are_a_word_of_their_department(party):
    department = party("The Department of State Services said so.", "The Department of State Services")
    assert (department.name, department.country) == ("Department of State Services", None)
