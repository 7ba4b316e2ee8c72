"""Where sentences begin, on lines of our own."""

import pytest

from onrecord.reading.parse import load_parser, parse
from onrecord.records import Article

pytestmark = pytest.mark.weights


def sentences(text):
    return [sentence.text.strip() for sentence in parse(load_parser(), Article("a", text)).sents]


@pytest.mark.parametrize(
    ("headline", "next_one"),
    [
        ("Arkania's army takes the northern port", "The government said its troops were in control."),
        ("Fierce fighting erupts near the capital", "It is the worst violence in months."),
        ("Rebels reach the port", "While troops left, two ships came."),
        ("Aid is slow to come", "Thousands of people have left the port."),
        ("Many sleep in the open", '"It is cold at night," Lind said.'),
        ("PORT TAKEN; TROOPS LEAVE", "Two ships came on Monday."),
        ("Ships leave, envoy says", "The U.N. office sent two ships."),
        ("Minister asks for aid", "The Danish government sent two ships."),
        ("Fever spreads in the north", "The WHO said two people had died."),
        ("Rescuers reach the port", "A French doctor said two people had died."),
        ("Minister asks for aid", "The United Nations sent two ships."),
        ("Soldiers guard a street in the port on Tuesday", "The army said it had left."),
        ("A ruined mill near the port in June 2012", "A truce in the north has failed."),
        ("Lind has led the state since 2011", "The president said he would leave."),
        (
            "The port is among the worst hit",
            '"This needs good will on both sides," the Danish general added.',
        ),
        ("Doctors report many wounded in the city", "He was there when the shelling began."),
    ],
)
def test_a_headline_without_a_full_stop_ends_where_the_next_sentence_begins(headline, next_one):
    assert sentences(f"{headline} {next_one}") == [headline, next_one]


def test_a_summary_on_one_line_with_the_text_is_cut_into_its_parts():
    text = "Rebels hit a tank NEW: Talks have begun Dornport, Arkania (CNN) -- Rebels pushed west on Monday."
    assert sentences(text) == [
        "Rebels hit a tank",
        "NEW:",
        "Talks have begun",
        "Dornport, Arkania (CNN) --",
        "Rebels pushed west on Monday.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Patients with hepatitis A were treated in the port.",
        "She watched The Crown with her sister.",
        "They met in The Hague on Monday.",
        "Her film Once upon a morning sold well.",
        'He wants to join the party "Left for the North," and said so.',
        'The general told reporters "It is over," and left.',
        'They called it "A shame for the whole nation," the general said.',
        "They met on Monday The Hague judges who left.",
        "LIND AND HART ASK: two ships came.",
        "Her new novel The Danish girl sold well.",
        "The men, called The Red Cross of the north, left.",
        "It was carried by The Economist magazine on Monday.",
        "Fighters of the Free Army (FSA) -- the largest group -- left the town.",
        "A spokesman for The Associated Press declined to comment.",
    ],
)
def test_a_capital_inside_a_sentence_ends_nothing(text):
    assert sentences(text) == [text]


def test_a_credit_in_parentheses_belongs_to_its_caption():
    text = "The plane could be seen from the port (Ann Cole/AP)\nThey left."
    assert sentences(text) == text.split("\n")


def test_not_hangs_on_its_verb_and_not_on_the_auxiliary():
    text = '"We do not in any way deny that the bridge fell," the minister said.'
    doc = parse(load_parser(), Article("a", text))
    (negation,) = [token for token in doc if token.dep_ == "neg"]
    assert negation.head.text == "deny"


def test_a_subject_hangs_on_its_verb_and_not_on_the_auxiliary():
    doc = parse(load_parser(), Article("a", "Kenya and Uganda are mediating between Chad and Peru."))
    assert doc[0].dep_ == "nsubj"
    assert doc[0].head.text == "mediating"


@pytest.mark.parametrize("who", ["the French ambassador", "six British diplomats", "a Belarusian consul"])
def test_who_is_declared_unwanted_hangs_on_the_declaring(who):
    doc = parse(load_parser(), Article("a", f"Mali declared {who} persona non grata, the ministry said."))
    (unwanted,) = [t for t in doc if t.dep_ == "dobj" and t.head.text == "declared"]
    assert " ".join(t.text for t in unwanted.subtree) == who
    (label,) = [t for t in doc if t.text == "persona"]
    assert (label.dep_, label.head.text) == ("oprd", "declared")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Three people were killed by tank fire, local officials and witnesses said.", "officials"),
        ("A hospital was damaged by government shelling, aid workers and a doctor said.", "workers"),
    ],
)
def test_speakers_behind_what_they_say_hang_on_their_verb(text, speaker):
    doc = parse(load_parser(), Article("a", text))
    (said,) = [token for token in doc if token.text == "said"]
    assert [c.text for c in said.children if c.dep_ == "nsubj"] == [speaker]


def test_speakers_of_a_list_stay_joined():
    doc = parse(load_parser(), Article("a", "The envoy, local officials and witnesses said the town fell."))
    (said,) = [token for token in doc if token.text == "said"]
    assert [c.text for c in said.children if c.dep_ == "nsubj"] == ["envoy"]


def test_a_person_holds_the_post_and_not_the_state_before_the_name():
    text = "The proposals would be discussed by the special U.N. envoy to Libya, Karim Saleh, who met both."
    doc = parse(load_parser(), Article("a", text))
    (name,) = [token for token in doc if token.text == "Saleh"]
    (met,) = [token for token in doc if token.text == "met"]
    assert (name.head.text, met.head.text) == ("envoy", "Saleh")


@pytest.mark.parametrize(
    ("text", "verb", "thing", "owner"),
    [
        ("The council condemned in the strongest terms the raid on the port.", "condemned", "raid", "the"),
        (
            "The council condemned in the “strongest possible terms” Norland's shelling of the port.",
            "condemned",
            "shelling",
            "Norland",
        ),
        (
            "They issued a note condemning in harsh words Norland's deployment and voicing worries.",
            "condemning",
            "deployment",
            "Norland",
        ),
    ],
)
def test_an_object_behind_how_it_is_said_hangs_on_its_verb(text, verb, thing, owner):
    doc = parse(load_parser(), Article("a", text))
    token = next(t for t in doc if t.text == thing)
    assert (token.dep_, token.head.text) == ("dobj", verb)
    assert owner in {t.text for t in token.lefts}


def test_a_second_participle_goes_on_where_the_first_began():
    text = "They issued a note condemning in harsh words Norland's deployment and voicing worries."
    doc = parse(load_parser(), Article("a", text))
    second, told = (next(t for t in doc if t.text == word) for word in ("voicing", "worries"))
    assert (second.lemma_, second.dep_, second.head.text) == ("voice", "conj", "condemning")
    assert (told.dep_, told.head.text) == ("dobj", "voicing")


def test_a_verb_between_its_subject_and_how_it_is_said_is_the_sentences():
    doc = parse(
        load_parser(), Article("a", "The council condemned in the strongest terms the raid on the port.")
    )
    verb = next(t for t in doc if t.text == "condemned")
    assert verb.dep_ == "ROOT"
    assert [t.text for t in verb.children if t.dep_ == "nsubj"] == ["council"]


@pytest.mark.parametrize(
    "text",
    [
        "He spoke in plain terms on Monday.",
        "He said in plain terms Monday that it was over.",
        "The envoy said in plain terms Norland had broken the truce.",
        "The contract was described in legal terms as void.",
        "The deal, praised in warm words, was signed.",
    ],
)
def test_how_it_is_said_with_nothing_behind_it_changes_no_parse(text):
    plain = load_parser()
    with plain.select_pipes(disable=["onrecord_manners"]):
        before = [(t.dep_, t.head.i) for t in plain(text)]
    assert [(t.dep_, t.head.i) for t in plain(text)] == before


@pytest.mark.parametrize(
    "text",
    [
        'He was greeted with chants of "Nora!" at a fair in Arvik last month, Lind said.',
        "She felt the 13th Amendment was worth a look because few people know about it.",
    ],
)
def test_no_sentence_begins_behind_a_quoted_cry_or_an_ordinal(text):
    assert sentences(text) == [text]


def test_a_sentence_begins_behind_one_that_ends_with_a_quotation():
    assert sentences('He was greeted with "Nora!" The fair went on.') == [
        'He was greeted with "Nora!"',
        "The fair went on.",
    ]


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("They accused the army of staging the raid.", "stage"),
        ("The rebels had raped twelve women.", "rape"),
        ("The court fined the company twice.", "fine"),
        ("The junta installed a new cabinet.", "install"),
        ("Norland resupplied the rebels by air.", "resupply"),
        ("The two states waged a war in the hills.", "wage"),
        ("The rockets had spared the church.", "spare"),
        ("The guards waterboarded the prisoners.", "waterboard"),
    ],
)
def test_forms_of_a_verb_are_not_taken_for_another_verbs(text, verb):
    assert verb in {t.lemma_ for t in parse(load_parser(), Article("a", text)) if t.pos_ == "VERB"}


def test_a_plural_that_opens_a_sentence_is_no_name():
    first = parse(load_parser(), Article("a", "Wildfires killed two farmers in Peru."))[0]
    assert (first.tag_, first.lemma_, first.ent_type_) == ("NNS", "wildfire", "")


@pytest.mark.parametrize("network", ["on X", "to the social platform X"])
def test_a_sentence_ends_with_the_name_of_the_network_x(network):
    first, next_one = (
        f"He posted the video {network}.",
        "Army spokesman Lt. Col. Bo Lind said no one had left.",
    )
    assert sentences(f"{first} {next_one}") == [first, next_one]


def test_an_initial_ends_no_sentence():
    assert len(sentences("The panel heard Malcolm X. Lind on Monday.")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "TASHKENT, Nov 28 (Reuters) - Uzbekistan and Chad on Saturday jointly denounced the raid.",
        "STOCKHOLM - Sweden on Tuesday ordered two diplomats to leave within 72 hours.",
    ],
)
def test_the_first_name_behind_a_dateline_is_no_sentence_of_its_own(text):
    assert len(sentences(text)) == 2


@pytest.mark.parametrize(
    ("text", "second", "first"),
    [
        (
            "The guild demanded that Lind step down by Friday and threatened a strike.",
            "threatened",
            "demanded",
        ),
        ("The guild urged the mayor to resign and called a strike.", "called", "urged"),
    ],
)
def test_a_verb_in_the_past_goes_on_from_one_in_the_past(text, second, first):
    doc = parse(load_parser(), Article("a", text))
    verb = next(token for token in doc if token.text == second)
    assert (verb.dep_, verb.head.text) == ("conj", first)


@pytest.mark.parametrize("told", ["They would leave", "The envoys said they would leave"])
def test_a_condition_told_by_a_verb_first_hangs_on_what_follows_from_it(told):
    doc = parse(load_parser(), Article("a", f"{told} the talks should Chad fail to come by 15 December."))
    verb = next(token for token in doc if token.text == "fail")
    assert (verb.dep_, verb.head.text) == ("advcl", "leave")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Police put the toll at between 12 and 15.", "CARDINAL"),
        ("Police put the toll at around 15.", "CARDINAL"),
        ("The war lasted between 1912 and 1915.", "DATE"),
    ],
)
def test_a_number_that_something_is_put_at_is_no_date(text, label):
    doc = parse(load_parser(), Article("a", text))
    assert [entity.label_ for entity in doc.ents] == [label]


@pytest.mark.parametrize(
    "text",
    [
        "Its planes had bombed a camp 20 km from the market, not the market itself.",
        "They met in Lima on Sunday, not in Quito.",
    ],
)
def test_what_is_set_against_a_deed_does_not_negate_it(text):
    doc = parse(load_parser(), Article("a", text))
    verb = next(token for token in doc if token.text in ("bombed", "met"))
    assert all(child.dep_ != "neg" for child in verb.children)
