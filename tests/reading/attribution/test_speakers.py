"""People, bodies, pictures and figures that speak, and things that do not, on sentences of our own."""

from dataclasses import replace

import pytest

from onrecord.reading.attribution.nesting import quoted_others
from onrecord.reading.attribution.quoted import quoted_tokens
from onrecord.reading.layers import Attribution, span_of
from onrecord.reading.parse import load_parser, parse
from onrecord.records import Article, Party, PartyKind, Stance
from onrecord.text.quotations import find_quotations

pytestmark = pytest.mark.weights


@pytest.mark.parametrize(
    ("text", "stance", "who"),
    [
        ("The drill will go ahead on Monday, the U.S. command confirmed.", "confirms", "command"),
        ("His own campaign suggested that ballots had been burnt.", "says", "campaign"),
        ("A seafarers' union in Manila demanded escorts.", "demands", "union"),
        ("Pakistan's military media wing rejected the account.", "denies", "wing"),
        ("Some bodies may have been taken away, a colleague of hers suggests.", "says", "colleague"),
        ("Neighbours put the number of gunmen at one.", "estimates", "Neighbours"),
        ("A tribal sheikh who took part put the sum at $1.2 million.", "estimates", "sheikh"),
        ("The railway promised an inquiry of its own.", "promises", "railway"),
        ("Caribbean leaders offered to mediate.", "promises", "leaders"),
        ("None of these countries has confirmed the raid.", "declines_to_confirm", "countries"),
    ],
)
def test_people_and_bodies_speak_whatever_they_are_called(told, text, stance, who):
    assert any(one == stance and who in name for one, name in told(text))


@pytest.mark.parametrize(
    ("text", "stance", "who"),
    [
        ("Satellite images published by the Ostrava Institute show that two halls were torn down.", "says",
         "Ostrava Institute"),
        ("According to official data, there have been 400 breaches of the truce.", "says", "official data"),
        ("According to figures compiled by the Ledger Institute, six left.", "says", "Ledger Institute"),
        ("Exports fell by a third in May, Reuters data showed.", "says", "Reuters"),
        ("Tracking data reviewed by Nortix showed that the ship slowed at dawn.", "says", "racking data"),
        ("The Bureau of Sea Safety has recorded 19 attacks this year.", "says", "Bureau of Sea Safety"),
    ],
)  # fmt: skip
def test_pictures_and_figures_speak_where_it_is_told_whose_they_are(told, text, stance, who):
    assert any(one == stance and who in name for one, name in told(text))


@pytest.mark.parametrize(
    "text",
    [
        "The drought threatens the harvest.",
        "Chad was shaken by protests demanding his resignation.",
        "According to data, the harvest is poor.",
        "The evidence shows that the bridge was mined.",
        "The footage shows that a bridge fell.",
        "His victory suggests that the wind has turned.",
        "The mayor recorded a song.",
    ],
)
def test_things_do_not(told, text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "The fair was shut, according to the event organiser Friends to Mend Our Schools (FMOS).",
            "Friends to Mend Our Schools",
        ),
        (
            "Nine men were held, according to the Committee to Protect Sailors.",
            "Committee to Protect Sailors",
        ),
        ("Nine men were held, the event organiser Nortix Events said.", "Nortix Events"),
    ],
)
def test_a_body_speaks_by_its_whole_name(told, text, who):
    assert [name for _, name in told(text)] == [who]


@pytest.mark.parametrize("whose", ["The Harbour Institute for Sea Studies'", "The Tartu Centre for Law's"])
def test_somebody_of_a_body_speaks_and_not_the_body(told, whose):
    assert told(f"{whose} Ann Lind said that the ship had left.") == [("says", "Ann Lind")]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Harbour Council voted for a resolution that calls upon the navy to leave.", "Harbour Council"),
        ("Norway put forward a draft resolution calling for sanctions on the firm.", "Norway"),
        ("Parliament adopted a resolution condemning the raid.", "Parliament"),
        ("Norway rejected a resolution condemning the raid.", "unnamed source"),
        ("Parliament may adopt a resolution condemning the raid.", "unnamed source"),
        ("Parliament has not adopted a resolution condemning the raid.", "unnamed source"),
    ],
)
def test_who_brings_or_passes_a_resolution_says_what_it_says(told, text, who):
    assert {name for _, name in told(text)} == {who}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A man was heard on Radio Nortix threatening to burn the barn.", "man"),
        ("He spoke on Radio Nortix, which threatened to burn the barn.", "Radio Nortix"),
    ],
)
def test_who_is_seen_or_heard_on_air_speaks_and_not_the_station(told, text, who):
    assert [one[1] for one in told(text)] == [who]


@pytest.mark.parametrize(
    "text",
    [
        "Harbour Safety Union (HSU) spokesman Lars Brandt said sailors who fell ill may have drunk it.",
        "The Harbour Union (HU) chairman, Lars Brandt, said sailors had drunk it.",
    ],
)
def test_somebody_told_behind_the_initials_of_his_body_speaks(told, text):
    assert {one[1] for one in told(text)} == {"Lars Brandt"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Aug 20 - Rebels say they have taken the port.", "Rebels"),
        ("Aug 9 - Lind's government accuses NATO of killing two sailors.", "Lind's government"),
        ("Aug 9 - A vice-admiral says the port has fallen.", "vice-admiral"),
    ],
)
def test_the_day_before_a_dash_is_no_part_of_who_speaks(told, text, who):
    assert {one[1] for one in told(text)} == {who}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ('"No," said Lars Brandt, vice-president of Chad\'s Institute for Sea Affairs, who argued in a '
         "report that Chad should leave the union.", "Lars Brandt"),
        ('"No," said Lars Brandt, a friend of Senator Ana Lind, who argued that Chad should leave the union.',
         "Lars Brandt"),
        ('"No," said Lars Brandt, director of the Harbour Fund, which argued in a report that Chad should '
         "leave the union.", "Harbour Fund"),
    ],
)  # fmt: skip
def test_who_behind_a_body_is_the_one_who_holds_its_office(told, text, who):
    assert ("demands", who) in told(text)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Uganda's powerful neighbour Kenya said it would close the border.", "Kenya"),
        ("Her neighbour Lars Brandt said he would leave.", "Lars Brandt"),
        ("A neighbour in Kenya said he would leave.", "neighbour in Kenya"),
    ],
)
def test_a_state_told_as_a_neighbour_speaks_by_its_name(told, text, who):
    assert {one[1] for one in told(text)} == {who}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The UN agency said the camp was full.", "UN agency"),
        ("The UN agency UNICEF said the camp was full.", "UNICEF"),
        ("Geneva-based UN agency the World Food Programme said the camp was full.", "World Food Programme"),
        ("Reuters news agency said the camp was full.", "Reuters"),
        ("He told the agency the World Food Programme was late.", "He"),
    ],
)
def test_an_agency_of_a_union_is_not_the_union(told, text, who):
    assert {one[1] for one in told(text)} == {who}


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("She urged the king to resign and say that he was sorry.", ["demands"]),
        ("The UN asked the army to leave and warn residents that it was over.", ["demands"]),
        ("He persuaded the board to suspend the trade and say that the shares were worthless.", []),
        ("The envoy used the visit to praise the army and warn that talks would fail.", ["fears"]),
        ("He urged reporters to come and said that he was sorry.", ["demands", "says"]),
        ("He went on to thank voters and say that he would run.", ["says", "supports"]),
    ],
)
def test_what_another_is_asked_to_say_nobody_has_said(told, text, stances):
    assert [one[0] for one in told(text)] == stances


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ('Lind said: "I asked my driver. He thinks he fainted."', "unknown:he"),
        ('Lind said: "The rest is a bore. He thinks he fainted."', "person:bo-lind"),
    ],
)
def test_a_quoted_he_is_not_who_calls_himself_i(text, who):
    doc = parse(load_parser(), Article(id="row", text=text))
    quoted = quoted_tokens(doc, find_quotations(text))
    at = {t.text: t.i for t in doc}
    lind = Party("Bo Lind", "person:bo-lind", PartyKind.PERSON, span=span_of(doc, 0, 1))
    told = Attribution((at["said"],), tuple(quoted), (lind,), (0,), Stance.SAYS)
    he = replace(lind, span=span_of(doc, at["He"], at["He"] + 1))
    inner = Attribution((at["thinks"],), (at["fainted"],), (he,), (at["He"],), Stance.SAYS, within=0)
    assert [p.id for p in quoted_others(doc, (told, inner), quoted)[1].sources] == [who]


def test_what_goes_on_behind_an_aside_is_not_told_by_the_aside(whole_reader):
    text = (
        "Ann Lind stressed that the area will not be fenced off, as some media reports claimed, and that "
        "those seeking help will be assisted by staff."
    )
    claims = whole_reader.read(Article(id="row", text=text))
    assert "claimed" not in {c.cue.text for c in claims if c.cue}
    assert "stressed" in {c.cue.text for c in claims if c.cue}
    aside = "As some reports claimed that the area was closed, Ann Lind left."
    claims = whole_reader.read(Article(id="row", text=aside))
    assert "claimed" in {c.cue.text for c in claims if c.cue}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ana Lind on Friday called on Bo Berg to apologize to Jan Cole for accusing him of bribery.",
         "Bo Berg"),
        ("Ana Lind on Friday criticised Bo Berg for accusing her of taking bribes.", "Bo Berg"),
    ],
)  # fmt: skip
def test_who_is_to_apologise_for_words_has_said_them_whatever_the_day(told, text, who):
    assert ("accuses", who) in told(text)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("In May, a group of young teachers sent a letter to the board of trade urging them to wait.",
         "group of young teachers"),
        ("The dockers' union sent a letter to the minister demanding that he resign.", "dockers' union"),
        ("Lind walked to the men urging them to leave.", "Lind"),
    ],
)  # fmt: skip
def test_who_sends_a_letter_urges_and_not_whom_it_is_sent(told, text, who):
    assert {one[1] for one in told(text)} == {who}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Berg's sisters saw it on Tuesday, according to their lawyers, and said they wanted more.",
         "Berg's sisters"),
        ("The villagers fled on Monday, according to Mayor Ana Lind, and said it burnt.", "villagers"),
        ("The faults were found in May, according to Mayor Ana Lind, who said it was late.", "Ana Lind"),
    ],
)  # fmt: skip
def test_who_acts_according_to_another_goes_on_to_speak(told, text, who):
    assert ("says", who) in told(text)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Mayor Bo Berg said the hospitals of Lier were struggling and added: \"This is the worst of days.\"",
         "Bo Berg"),
        ("The envoy said Kenya was ready and added that it would be patient.", "envoy"),
        ("Mayor Bo Berg said Ana Lind had called the plan good and added that it would work.", "Ana Lind"),
    ],
)  # fmt: skip
def test_who_adds_something_has_said_something_before(told, text, who):
    assert who in {one[1] for one in told(text)}
    assert all("Kenya" not in one[1] and "hospitals" not in one[1] for one in told(text))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Groups of students kept calling for more money, walking the streets around the arena - where the "
         'Harbour Lions played the Northern Bears - while chanting, "No more cuts."', "Groups of students"),
        ("Many traders were surprised when Berg, after railing against high rates and other ills, kept them.",
         "Berg"),
    ],
)  # fmt: skip
def test_who_acts_speaks_and_not_who_is_told_of_beside_it(told, text, who):
    assert {one[1] for one in told(text)} == {who}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ('Devastated Hanna added: "This is a hard time for my family."', "Hanna"),
        ("Heartbroken Ana Lind said that it was over.", "Ana Lind"),
        ("Briton Jon Berg said that it was over.", "Jon Berg"),
        ("Rich Brandt said that it was over.", "Rich Brandt"),
        ("Grace Hanna Berg said that it was over.", "Grace Hanna Berg"),
    ],
)
def test_a_mood_or_a_people_before_a_name_is_no_part_of_it(told, text, who):
    assert {one[1] for one in told(text)} == {who}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ana Lind began taking calls from young listeners to her radio show who said they had doubts.",
         "young listeners"),
        ("The film has become a rallying point for villagers here, who have called for an inquiry.",
         "villagers"),
        ("He wrote to a spokesman for doctors, who said that it was late.", "spokesman"),
        ("He wrote to the mother of twins, who said that it was late.", "mother"),
        ("He had a cold relationship with Berg, now the finance minister, who in 2010 said it would fail.",
         "Berg"),
        ("He met farmers with an adviser who said that it was late.", "adviser"),
    ],
)  # fmt: skip
def test_no_thing_is_who(told, text, who):
    assert {one[1] for one in told(text)} == {who}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Developers and supporters in Congress say the road has brought work.", "Developers and supporters"),
        ("One or more of its members have said that it was late.", "One or more of its members"),
        ('Even Norway, Denmark\'s only ally and its gateway to the world, said it was "firmly opposed".',
         "Norway"),
        ("Norway, Denmark and Sweden said it was late.", "Norway and Denmark and Sweden"),
        ("Other large banks, including the Bank of Lier and the KLM-NOR, said it was late.",
         "Other large banks"),
        ("Large insurers, such as the Lier Fund and the Harbour Fund, said it was late.", "Large insurers"),
    ],
)  # fmt: skip
def test_each_who_speaks_is_told_once_and_by_no_more_than_a_name(told, text, who):
    assert {one[1] for one in told(text)} == {who}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The faults were found during a review, according to a company statement.", "company"),
        (
            "Nortix, a company in Lier, left. The faults were found, according to a company statement.",
            "Nortix",
        ),
        ("The faults were found, according to a university statement.", "university"),
        ("Other Nortix emails combed through by Vox suggest that Lind was right.", "Other Nortix emails"),
        ("According to a chart created by the Nortix Institute, the chain began there.", "Nortix Institute"),
    ],
)
def test_who_issues_a_writing_speaks_in_it(told, text, who):
    assert {one[1] for one in told(text)} == {who}


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("A person familiar with the inquiry said the ship had left.", None),
        ("Two people briefed on the plan said the ship had left.", None),
        ("One person with direct knowledge of the matter said the ship had left.", None),
        ("According to three people involved in the talks, the ship had left.", None),
        ("People in the village said the ship had left.", "CVL"),
    ],
)
def test_who_is_only_told_to_know_of_a_matter_may_serve_anybody(whole_reader, text, sector):
    (claim,) = [c for c in whole_reader.read(Article(id="a", text=text)) if c.sources]
    assert [party.sector for party in claim.sources] == [sector]


@pytest.mark.parametrize(
    "text",
    [
        "Chad's army said a shepherd and his two brothers were killed at Tine and accused Libya of shelling.",
        "Chad's navy said two sailors were wounded off Bol and denied that it had fired first.",
    ],
)
def test_the_dead_and_wounded_do_not_go_on_to_speak(told, text):
    assert {who for _, who in told(text)} == {"Chad"}


def test_a_firm_without_a_name_goes_on_speaking_as_it(told):
    text = "Tehran said the tanker was held. Its Danish operator rejected that. The crew was safe, it said."
    assert ("says", "Iran") in told(text)
    assert not [who for _, who in told(text) if who == "it"]
    assert sum("operator" in who for _, who in told(text)) > 1


def test_who_is_quoted_as_saying_something_speaks_whatever_stands_between(told):
    text = "The Harbour Post quoted the head of the province's school board, Bo Lind, as saying it had paid."
    assert told(text) == [("says", "Bo Lind")]


@pytest.mark.parametrize(
    "text",
    [
        "The Harbour Post cited two sailors saying that they had seen the fire.",
        "In its story the Harbour Post quoted two sailors saying they had seen the fire.",
    ],
)
def test_whom_a_paper_cites_as_they_speak_are_the_source(whole_reader, text):
    (claim,) = [c for c in whole_reader.read(Article(id="a", text=text)) if c.cue and c.cue.text == "saying"]
    assert [p.name for p in claim.sources] == ["two sailors"]
    assert [p.name for p in claim.via] == ["Harbour Post"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "The Harbour Post took the odd step of writing to rival papers saying they had copied it.",
            "Harbour",
        ),
        ("The ministry wrote to nine embassies warning that it would expel their envoys.", "ministry"),
    ],
)
def test_who_writes_to_others_speaks_and_not_they(told, text, who):
    assert {who in name for _, name in told(text)} == {True}


def test_members_who_vow_something_vow_it_themselves(told):
    text = "The members were angry and vowed to open an inquiry, Mary Cole said."
    assert ("promises", "Mary Cole") not in told(text)
    assert ("says", "Mary Cole") in told(text)


def test_who_calls_something_and_says_more_has_said_both(told):
    text = 'Oxfam called the raid "outrageous," saying the army "broke a truce."'
    assert {who for _, who in told(text)} == {"Oxfam"}
    assert len(told(text)) == 2


def test_a_text_may_begin_with_a_word_of_saying(told):
    assert told("Saying that the port was shut, the mayor wept.") == [("says", "mayor")]
