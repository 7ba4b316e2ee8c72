"""Claims of whole texts, by rules alone."""

from datetime import date

import pytest

from onrecord.codebook import load_codebook
from onrecord.reading.reader import Reader
from onrecord.records import Article, EventType, Stance, Status

pytestmark = pytest.mark.weights


@pytest.fixture(scope="module")
def reader():
    return Reader(load_codebook())


def test_a_question_somebody_put_is_no_statement(reader):
    asked = Article(
        "a", '"Who paid for the new ferry?" the minister said. "The state paid for it," the president said.'
    )
    assert [claim.content[0].text for claim in reader.read(asked)] == ['"The state paid for it,"']


def test_a_question_between_double_apostrophes_is_no_statement(reader):
    text = "As for the paper's leaning, Bo Lind said, ''What outlet takes no sides in this vote?''"
    assert reader.read(Article("a", text)) == ()


def test_a_title_without_an_event_gives_way_to_what_the_body_says_more_fully(reader):
    title = "Norway confirms shells arrived"
    text = f"{title}\nOSLO, Norway — Norway confirmed on Monday that Chad had sent shells to Mali."
    (claim,) = reader.read(Article("a", text, title=title))
    assert claim.event is not None


def test_office_holders_of_two_states_told_together_act_for_both(reader):
    (claim,) = reader.read(Article("a", "The foreign ministers of Peru and Ghana met in Lima."))
    assert claim.event is not None
    assert [party.id for party in claim.event.actors] == ["PER", "GHA"]


def test_pupils_abducted_in_a_place_are_an_event_though_nobody_is_named(reader):
    (claim,) = reader.read(Article("a", "Masked gunmen abducted 40 pupils in Lagos."))
    assert claim.event is not None
    assert (claim.event.type, claim.event.mode) == (EventType.ASSAULT, "abduct")


def test_police_against_crowds_are_told_though_nobody_is_named(reader):
    (claim,) = reader.read(Article("a", "Police used tear gas to disperse the students."))
    assert claim.event is not None
    assert [party.name for party in claim.event.actors] == ["Police"]


@pytest.mark.parametrize(
    ("text", "doer", "kind"),
    [
        ("The junta imposed martial law in 37 townships.", "junta", EventType.COERCE),
        ("The opposition boycotted the vote.", "opposition", EventType.PROTEST),
        ("Farmers blocked the border crossings on Monday.", "Farmers", EventType.PROTEST),
    ],
)
def test_what_a_government_opposition_or_protesters_do_is_told_without_their_state(reader, text, doer, kind):
    (claim,) = reader.read(Article("a", text))
    assert claim.event is not None
    assert ([party.name for party in claim.event.actors], claim.event.type) == ([doer], kind)


def test_hosting_a_summit_is_a_meeting_though_no_guest_is_told(reader):
    (claim,) = reader.read(Article("a", "Ghana will host a summit in May."))
    assert claim.event is not None
    assert (claim.event.type, claim.event.status) == (EventType.CONSULT, Status.PLANNED)


def test_goods_sent_to_nobody_told_are_an_event(reader):
    (claim,) = reader.read(Article("a", "Uruguay denied smuggling any fuel."))
    assert claim.event is not None
    assert [party.id for party in claim.event.actors] == ["URY"]
    assert [item.kind for item in claim.event.items] == ["fuel"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Aid workers say the clerk was beaten by police, a claim the police deny.",
            "the clerk was beaten by police",
        ),
        ("Peru armed the rebels in the north, a charge it denies.", "Peru armed the rebels in the north"),
        ("The mayor took bribes, prosecutors say, a charge he denies.", "The mayor took bribes"),
        ("Villagers say soldiers burned a mill, allegations rejected by the army.", "soldiers burned a mill"),
        ("The army crossed the river, something Ghana has not confirmed.", "The army crossed the river"),
        ("Lawyers met on Monday, and the army denied a charge of torture.", "a charge of torture"),
    ],
)
def test_a_charge_set_beside_a_statement_is_what_the_statement_tells(reader, text, told):
    answers = {Stance.DENIES, Stance.DECLINES_TO_CONFIRM}
    (claim,) = [c for c in reader.read(Article("a", text)) if c.stance in answers]
    assert [span.text for span in claim.content] == [told]


def answers(reader, text):
    """Return (stance, sources, event type, stance of the claim answered) of the claims that answer one."""
    claims = reader.read(Article("a", text))
    told = {claim.id: claim for claim in claims}
    return [
        (
            c.stance.value,
            [p.id for p in c.sources],
            c.event and c.event.type.value,
            told[c.about].stance.value,
        )
        for c in claims
        if c.about is not None
    ]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (
            "Togo sent soldiers to Benin, Benin said, a claim Togo denied.",
            ("denies", ["TGO"], "AID", "says"),
        ),
        (
            "Benin said Togo had sent soldiers to Mali, something Togo denied.",
            ("denies", ["TGO"], "AID", "says"),
        ),
        (
            "Benin's army said it had killed 12 rebels, a toll Togo disputed.",
            ("denies", ["TGO"], "ASSAULT", "says"),
        ),
        (
            "Togo has not confirmed the report, but Benin said that rebels had attacked its base.",
            ("declines_to_confirm", ["TGO"], "ASSAULT", "says"),
        ),
        (
            "Benin said rebels had attacked its base. Later Benin walked back its remarks.",
            ("retracts", ["BEN"], "ASSAULT", "says"),
        ),
    ],
)
def test_an_answer_leans_on_the_claim_it_answers_and_names_it(reader, text, answer):
    assert answers(reader, text) == [answer]


def test_silence_is_about_what_others_say_beside_it(reader):
    told = reader.read(
        Article("a", "Benin said that rebels had attacked its base, but Togo has not commented.")
    )
    silent = next(claim for claim in told if claim.stance.value == "silent")
    assert silent.event is not None
    assert silent.event.type.value == "ASSAULT"


def test_a_sentence_that_tells_nothing_else_gives_silence_no_event(reader):
    (claim,) = reader.read(Article("a", "Togo has not commented."))
    assert (claim.stance.value, claim.event, claim.about) == ("silent", None, None)


def test_having_none_of_what_others_told_of_denies_it(reader):
    charge = "Benin accused Togo of sending soldiers to Mali."
    answer = '"We have no soldiers there," Togo said.'
    ((stance, sources, _, answered),) = answers(reader, f"{charge} {answer}")
    assert (stance, sources, answered) == ("denies", ["TGO"], "accuses")
    assert answers(reader, f'{charge} "We have no money," Togo said.') == []


@pytest.mark.parametrize(
    ("text", "sources", "jointly"),
    [
        ("Togo sent soldiers to Mali, a United Nations report said.", ["UN"], False),
        ("A draft circulated by Benin says Togo sent soldiers to Mali.", ["BEN"], False),
        ("Togo met Benin on Monday. A joint statement said Mali sold ships.", ["TGO", "BEN"], True),
        ("In a joint statement, Togo and Benin said Mali had sent soldiers to Chad.", ["TGO", "BEN"], True),
        ("Togo and Benin issued a statement. The statement said Mali sold ships.", ["TGO", "BEN"], True),
        ("Togo and Benin said Mali had sent soldiers to Chad.", ["TGO", "BEN"], False),
    ],
)
def test_a_document_speaks_for_who_made_it(reader, text, sources, jointly):
    told = [c for c in reader.read(Article("a", text)) if c.sources]
    assert [([p.id for p in c.sources], c.jointly) for c in told] == [(sources, jointly)]


def test_a_second_saying_of_a_joint_statement_is_joint_too(reader):
    text = "Togo and Benin issued a joint statement condemning the raid and voicing worries about arms."
    told = [c for c in reader.read(Article("a", text)) if c.sources]
    assert sorted((c.stance.value, c.jointly) for c in told) == [("condemns", True), ("fears", True)]


@pytest.mark.parametrize(
    ("who", "jointly"), [("Lund and Dahl", True), ("Lund", False), ("Norway and Chad", False)]
)
def test_who_issued_a_joint_statement_goes_on_speaking_jointly(reader, who, jointly):
    issued = "Minister Ann Lund and envoy Bo Dahl issued a joint statement condemning the raid of Mali."
    told = reader.read(Article("a", f"{issued} {who} called on Mali to withdraw its troops."))
    assert [c.jointly for c in told if c.stance.value == "demands"] == [jointly]


def told_by(reader, text):
    """Return (stance, event type, status) of each claim of a text."""
    claims = reader.read(Article("a", text))
    return [
        (c.stance.value, c.event and c.event.type.value, c.event and c.event.status.value) for c in claims
    ]


def test_what_a_report_claims_is_what_is_denied_of_it(reader):
    assert told_by(reader, "Togo rejected the report that it had sent soldiers to Mali.") == [
        ("denies", "AID", "happened")
    ]
    assert told_by(reader, "The paper retracted its report that Togo had sent soldiers to Mali.") == [
        ("retracts", "AID", "happened")
    ]


def test_who_promises_to_stand_behind_a_war_does_not_promise_the_war(reader):
    for text in (
        "Togo pledged its support for Benin's invasion of Mali.",
        "Togo promised full backing for Benin's war in Mali.",
        "Togo pledged support for Benin's attack on Mali.",
    ):
        told = told_by(reader, text)
        assert [stance for stance, _, _ in told] == ["promises"]
        assert all(type_ != "ASSAULT" for _, type_, _ in told)


def test_a_condition_of_a_threat_is_told_by_nobody(reader):
    for condition in (
        "if Benin attacked the port",
        "should Benin attack the port",
        "if Benin failed to leave the port",
    ):
        assert told_by(reader, f"Togo vowed to retaliate {condition}.") == [("threatens", None, None)]


def test_what_is_threatened_on_a_condition_is_no_party(reader):
    text = "The trade union threatened a general strike if the mayor did not resign."
    (claim,) = reader.read(Article("a", text))
    assert claim.event is not None
    assert (claim.stance, claim.event.type) == (Stance.THREATENS, EventType.PROTEST)


def test_a_vow_to_harm_is_a_plan_and_a_warning_that_one_would_is_none(reader):
    assert ("threatens", "ASSAULT", "possible") in told_by(reader, "Togo threatened to attack Benin.")
    vowed = told_by(reader, "Togo vowed to punish Benin by imposing sanctions on it.")
    assert ("threatens", "SANCTION", "planned") in vowed


def test_nobody_condemns_his_own_deed_under_a_vague_name(reader):
    told = told_by(reader, "NATO said it would deploy more jets. Its chief called the incident reckless.")
    assert ("condemns", None, None) in told


def test_the_accusation_answered_is_the_one_made(reader):
    text = (
        "Togo accused Benin of pushing migrants across the border. Togo said it would close the border. "
        "Benin called the accusation absurd."
    )
    assert answers(reader, text) == [("denies", ["BEN"], "COERCE", "accuses")]


def test_those_who_deal_with_a_deed_tell_of_none(reader):
    text = "Chad's president met Mali's riot police and rescue workers in Bamako on Monday."
    assert all(c.event.trigger.text == "met" for c in reader.read(Article("a", text)))


@pytest.mark.parametrize(
    ("text", "actors", "recipients", "item", "status"),
    [
        ("Norway promised Peru four missiles.", ["NOR"], ["PER"], "missiles", Status.PLANNED),
        ("Norway pledged 60 million dollars to Peru.", ["NOR"], ["PER"], "money", Status.PLANNED),
        ("Peru asked for missiles from Norway.", ["NOR"], ["PER"], "missiles", Status.DEMANDED),
        ("Peru asked Norway for a loan.", ["NOR"], ["PER"], "money", Status.DEMANDED),
    ],
)
def test_goods_promised_or_asked_for_are_the_deed_of_whoever_gives_them(
    reader, text, actors, recipients, item, status
):
    (claim,) = reader.read(Article("a", text))
    event = claim.event
    assert event is not None
    assert (event.type, event.status) == (EventType.AID, status)
    assert [party.id for party in event.actors] == actors
    assert [party.id for party in event.recipients] == recipients
    assert [one.kind for one in event.items] == [item]


def test_the_day_and_place_of_a_pledge_are_not_those_of_what_was_pledged(reader):
    day = date(2024, 11, 4)
    (claim,) = reader.read(Article("a", "Norway pledged tanks to Peru in Oslo on Friday.", published=day))
    assert claim.event is not None
    assert (claim.event.when, claim.event.place) == (None, None)


def test_an_army_told_without_its_state_does_what_it_says_it_did(reader):
    (claim,) = reader.read(Article("a", "The army said it pulled back from two villages."))
    assert claim.event is not None
    assert [party.name for party in claim.event.actors] == ["army"]


def test_a_long_quotation_stands_though_somebody_else_speaks_in_it(reader):
    text = '"The dam is old. Kenya denied that it leaks, but it does," Ana Lind said.'
    assert {(c.stance.value, c.sources[0].id) for c in reader.read(Article("a", text))} >= {
        ("says", "person:ana-lind")
    }


def test_the_purpose_of_a_promise_is_not_what_is_promised(reader):
    (claim,) = reader.read(Article("a", "Kenya vowed to form a unit to crack down on smugglers."))
    assert claim.stance.value == "promises"


def test_criticism_that_the_outlet_only_mentions_is_no_deed(reader):
    assert reader.read(Article("a", "The show mocked Kenya's criticism of Uganda.")) == ()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norway expressed concern over the killings of dozens of Chadian villagers.", Status.HAPPENED),
        ("Norway voiced fears of a massacre of Chadian villagers.", Status.POSSIBLE),
        ("Norway voiced concern about Libyan strikes on Chad in March 2020.", Status.HAPPENED),
        ("Norway fears its villages being bombed by Chad.", Status.POSSIBLE),
    ],
)
def test_concern_is_over_what_was_and_fear_of_what_may_be(reader, text, status):
    (claim,) = reader.read(Article("a", text, published=date(2024, 5, 1)))
    assert claim.stance.value == "fears"
    assert claim.event is not None
    assert claim.event.status is status


def test_what_a_probe_is_to_find_out_about_is_not_demanded(reader):
    text = "Norway demanded a probe into whether the Libyan violence against Chad was planned."
    told = [claim.event for claim in reader.read(Article("a", text))]
    assert all(event is None or event.status is not Status.DEMANDED for event in told)


def test_the_charge_that_is_denied_is_no_deed(reader):
    text = "Kenya strongly rejected UN allegations that it used helicopters or heavy weapons."
    assert [claim.event for claim in reader.read(Article("a", text))] == [None]


def test_what_a_denied_report_tells_is_denied(reader):
    text = "Kenyan officials denied a report that Kenyan troops had been captured by rebels."
    told = [claim for claim in reader.read(Article("a", text)) if claim.event is not None]
    assert [claim.stance.value for claim in told] == ["denies"]


def test_a_deed_that_only_tells_the_time_is_not_told(reader):
    text = "Norway said the envoy had met spies around the time of the assassination of a Kenyan minister."
    assert all(
        claim.event is None or claim.event.type is not EventType.ASSAULT
        for claim in reader.read(Article("a", text))
    )


@pytest.mark.parametrize(
    "text",
    [
        "Together with Chad, Peru should withdraw troops from Mali.",
        "Peruvian lawmakers debated whether to withdraw troops from Mali.",
        "The mayor tried to dispel rumours that Peru has withdrawn troops from Mali.",
        "The arrests gave credence to claims of a Peruvian plan to attack Mali.",
        "He is standing trial on charges of killing two Peruvian guards.",
        "He faces two counts of assault on Peruvian guards.",
        "He was held on suspicion of stabbing a Peruvian judge.",
        "He is on trial for killing two Peruvian guards.",
        "Peruvian soldiers are said to have killed two farmers in Lima.",
        "Peru is said to be sending tanks to Mali.",
        "The port was shut after what Peru says was an attack on its troops.",
        "The port was shut after what Peru called an attack on its troops.",
    ],
)
def test_what_is_only_demanded_possible_or_rumoured_is_not_the_outlets_word(reader, text):
    assert [claim for claim in reader.read(Article("a", text)) if claim.stance is Stance.REPORTS] == []


@pytest.mark.parametrize(
    "text",
    [
        "Peru may withdraw troops from Mali.",
        "Peru withdrew troops from Mali.",
        "Besides Peru's possible transfer of tanks to Mali, nothing changed.",
    ],
)
def test_what_the_outlet_tells_to_be_or_to_come_is_its_word(reader, text):
    assert [claim.stance for claim in reader.read(Article("a", text))] == [Stance.REPORTS]


def test_what_is_called_for_is_demanded_wherever_the_parse_hangs_it(reader):
    text = "Peru is calling for migrants who commit crimes to be deported, though it has no proof."
    assert {claim.stance for claim in reader.read(Article("a", text)) if claim.event} == {Stance.DEMANDS}


def test_a_sentence_in_quotation_marks_that_nobody_is_told_to_have_said_is_not_the_outlets(reader):
    assert reader.read(Article("a", 'It rained.\n"Peru withdrew its troops from Mali."\nIt was cold.')) == ()
    told = reader.read(Article("a", 'Peru withdrew "some" troops from Mali.'))
    assert [claim.stance for claim in told] == [Stance.REPORTS]


def test_what_is_told_beside_a_demand_is_not_the_demanders_word(reader):
    text = "Peru urged Ghana to close the port, which Mali attacked in May."
    assert "ASSAULT" not in {
        claim.event.type.value for claim in reader.read(Article("a", text)) if claim.event
    }


@pytest.mark.parametrize(("verb", "status"), [("has", Status.ONGOING), ("had", Status.HAPPENED)])
def test_troops_somebody_has_stationed_somewhere_are_there_now(reader, verb, status):
    (claim,) = reader.read(Article("a", f"Norway {verb} nearly 900 soldiers stationed in Chad."))
    assert claim.event is not None
    assert (claim.event.type, claim.event.status) == (EventType.MOBILIZE, status)


def test_what_a_demand_takes_for_granted_has_happened(reader):
    text = "Norway called for an inquiry into the killing of three Chadian soldiers by Libya."
    (claim,) = reader.read(Article("a", text))
    assert claim.event is not None
    assert (claim.stance, claim.event.status) == (Stance.DEMANDS, Status.HAPPENED)


def test_a_heading_or_caption_gives_way_to_the_body(reader):
    body = "Norway said on Monday that it had shot down two drones near Oslo.\n\nThe talks go on."
    (alone,) = reader.read(Article("a", body))
    for text in (
        f"Norway says it shot down drones\n\n{body}",
        f"{body}\nNorway said it had shot down drones",
    ):
        claims = reader.read(Article("a", text))
        assert [claim.content[0].text for claim in claims] == [alone.content[0].text]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("A spokesman for the African Union said NATO pledged to send tanks to Chad.", "says"),
        ("The BBC said Britain had pledged to send tanks to Chad.", "says"),
        ("The NATO chief said NATO had pledged to send tanks to Chad.", "promises"),
    ],
)
def test_a_promise_of_another_organisation_or_of_an_outlets_state_is_told_and_not_made(reader, text, stance):
    (claim,) = reader.read(Article("a", text))
    assert claim.stance == stance


@pytest.mark.parametrize(
    "text",
    [
        "He was convicted on charges of kidnapping two Peruvian guards.",
        "He pleaded guilty to charges of kidnapping a Peruvian judge.",
        "He was jailed for killing two Peruvian guards.",
    ],
)
def test_what_a_court_found_is_the_outlets_word(reader, text):
    told = [claim for claim in reader.read(Article("a", text)) if claim.event is not None]
    assert EventType.ASSAULT in [claim.event.type for claim in told if claim.stance is Stance.REPORTS]


@pytest.mark.parametrize(
    "text",
    [
        "Mali accused Peru of a violation of the sanctions on oil.",
        "Mali accused Peru of breaching sanctions by sending oil.",
        "Peru breached the sanctions on oil.",
    ],
)
def test_sanctions_that_somebody_breaks_are_none_of_his(reader, text):
    told = [claim.event for claim in reader.read(Article("a", text)) if claim.event is not None]
    assert EventType.SANCTION not in [event.type for event in told]


def test_sanctions_that_are_condemned_are_told(reader):
    (claim,) = reader.read(Article("a", "Mali condemned Peru's sanctions on its oil."))
    assert claim.event is not None
    assert claim.event.type is EventType.SANCTION


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("Mali did not say whether sailors were aboard when Peru attacked the ship.", {"reports"}),
        ("Mali declined to say whether Peru attacked the ship.", {"declines_to_confirm"}),
        ("Mali declined to comment on the attack by Peru on the ship.", {"declines_to_confirm"}),
    ],
)
def test_what_is_told_beside_what_somebody_leaves_open_is_the_outlets_to_tell(reader, text, stances):
    told = {c.stance.value for c in reader.read(Article("a", text)) if c.event is not None}
    assert told == stances


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            '"Peru must withdraw its troops from Mali," the minister said. "It bombed a camp in Mali."',
            {("demands", "RETREAT", "demanded"), ("says", "ASSAULT", "happened")},
        ),
        (
            '"Peru must withdraw its troops from Mali," the minister said. "We sat, and it bombed a camp."',
            {("demands", "RETREAT", "demanded"), ("says", "ASSAULT", "happened")},
        ),
        (
            '"We are ready," the minister said. "Peru must withdraw its troops from Mali."',
            {("demands", "RETREAT", "demanded")},
        ),
        (
            '"We are ready. Peru has withdrawn its troops from Mali," the minister said.',
            {("says", "RETREAT", "happened")},
        ),
        (
            "The minister said Peru must withdraw its troops from Mali, and that Chad had bombed a camp.",
            {("demands", "RETREAT", "demanded"), ("says", "ASSAULT", "happened")},
        ),
        (
            "The minister said Peru must withdraw its troops from Mali and release the prisoners.",
            {("demands", "RETREAT", "demanded")},
        ),
        (
            '"Peru must withdraw its troops from Mali," the minister said. "We have not attacked Mali."',
            {("demands", "RETREAT", "demanded"), ("denies", "ASSAULT", "happened")},
        ),
        (
            '"We have not attacked Peru," the minister said. "We will send aid to Mali."',
            {("denies", "ASSAULT", "happened"), ("promises", "AID", "planned")},
        ),
        (
            '"Chad bombed a camp," the minister said. "If Peru agrees, we will send aid to Peru."',
            {("says", "ASSAULT", "happened"), ("says", "AID", "conditional")},
        ),
        (
            '"Chad bombed a camp," the minister said. "We did not only attack Peru."',
            {("says", "ASSAULT", "happened")},
        ),
    ],
)
def test_each_sentence_of_what_was_said_has_its_own_stance(reader, text, told):
    claims = [claim for claim in reader.read(Article("a", text)) if claim.event is not None]
    assert {
        (c.stance.value, c.event.type and c.event.type.value, c.event.status.value) for c in claims
    } == told


@pytest.mark.parametrize(
    "text",
    [
        "An aide said the governor was angry at the ruling.",
        "An aide said the governor condemned the ruling.",
    ],
)
def test_what_somebody_else_feels_is_told_of_him_alone(reader, text):
    (claim,) = reader.read(Article("a", text))
    assert (claim.stance, [p.name for p in claim.sources]) == (Stance.CONDEMNS, ["governor"])


def test_what_an_aide_says_besides_what_another_feels_stays_said(reader):
    text = "An aide said the governor was angry at the ruling and would appeal."
    assert {c.stance for c in reader.read(Article("a", text))} == {Stance.SAYS, Stance.CONDEMNS}


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ('Ann Lind, a cleric, spoke on Monday. "Kill her with a knife," she said.', []),
        ("Ann Lind, a lawyer, said Mali had arrested her in May.", ["person:ann-lind"]),
        ('Ann Lind, a lawyer, said Mali had arrested her "for no reason at all".', ["person:ann-lind"]),
    ],
)
def test_who_speaks_is_nobody_of_the_third_person_in_a_quotation(reader, text, recipients):
    (event,) = [c.event for c in reader.read(Article("a", text)) if c.event is not None]
    assert [p.id for p in event.recipients] == recipients


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Peru threatened to attack Chile.", ["CHL"]),
        ("Peru threatened to close the strait.", []),
        ("Peru promised to withdraw its troops.", []),
        ("Peru promised to withdraw its troops from Chile.", []),
        ("Peru promised to send Chile four tanks.", ["CHL"]),
        ("Peru called on Chile to withdraw its troops.", ["CHL"]),
    ],
)
def test_nobody_promises_or_threatens_himself(reader, text, whom):
    (claim,) = reader.read(Article("a", text))
    assert claim.speech_act is not None
    assert [party.id for party in claim.speech_act.recipients] == whom


def test_soldiers_somebody_pledges_are_not_those_another_called_up(reader):
    text = "Sweden has called up 800 reservists. Canada pledged a frigate and 200 soldiers."
    told = [c for c in reader.read(Article("a", text)) if c.stance is Stance.PROMISES]
    assert all(c.event is None or [p.id for p in c.event.actors] == ["CAN"] for c in told)


@pytest.mark.parametrize(
    "proviso", ["on condition he not be named", "on the condition that she was not identified"]
)
def test_what_somebody_speaks_on_condition_of_is_not_what_he_says(reader, proviso):
    text = f"Talks between Ghana and Mali ended without a deal on Tuesday, an official said {proviso}."
    (claim,) = reader.read(Article("a", text))
    assert (claim.stance, claim.content[0].text[:5]) == (Stance.SAYS, "Talks")
    assert claim.event is not None
    assert claim.event.type is EventType.CONSULT


def test_what_somebody_has_done_beside_a_demand_is_done(reader):
    text = "Ghana has ordered all undocumented Malians to leave and has deported 400 of them since May."
    (deported,) = [c for c in reader.read(Article("a", text)) if c.event is not None]
    assert (deported.stance, deported.event.type) == (Stance.REPORTS, EventType.COERCE)
    assert ([p.id for p in deported.event.actors], deported.event.status) == (["GHA"], Status.HAPPENED)


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        ("Ghana denied blocking the road to the enclave.", EventType.COERCE, ["GHA"], []),
        ("Mali condemned Ghana's closure of the border crossing.", EventType.SANCTION, ["GHA"], []),
        (
            "The Malian ambassador was summoned to the Ghanaian foreign ministry.",
            EventType.ACCUSE,
            ["org:gha-foreign-ministry"],
            ["office:mli-ambassador"],
        ),
    ],
)
def test_states_block_roads_close_crossings_and_summon_envoys(reader, text, type_, actors, recipients):
    (event,) = [c.event for c in reader.read(Article("a", text))]
    assert event is not None
    assert event.type is type_
    assert ([p.id for p in event.actors], [p.id for p in event.recipients]) == (actors, recipients)


def test_whose_soldiers_were_freed_does_not_follow_from_who_speaks(reader):
    text = "Ghana exchanged prisoners with Mali. Ghana said nine of the freed soldiers were wounded."
    hurt = [c.event for c in reader.read(Article("a", text)) if c.event and c.stance is Stance.SAYS]
    assert [party.id for event in hurt for party in event.recipients if party.country] == []


@pytest.mark.parametrize(
    ("text", "accuses"),
    [
        ("The governor blamed the war for the shortages.", False),
        ("The governor blamed the rebels for the shortages.", True),
        ("The governor blamed Malian drones for the fire.", True),
    ],
)
def test_who_blames_a_thing_accuses_nobody(reader, text, accuses):
    assert (Stance.ACCUSES in [claim.stance for claim in reader.read(Article("a", text))]) is accuses


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ghana condemned Mali's violations of the ceasefire.", ("ASSAULT", ["MLI"], "happened")),
        ("Ghana blocked the adoption of a Malian statement.", ("REJECT", ["GHA"], "happened")),
        ("Ghana accused Mali of ceding territory.", ("RETREAT", ["MLI"], "happened")),
    ],
)
def test_truces_are_breached_drafts_blocked_and_land_ceded(reader, text, told):
    events = [c.event for c in reader.read(Article("a", text)) if c.event is not None]
    assert [(e.type, [p.id for p in e.actors], e.status) for e in events] == [told]


def test_a_year_in_which_one_counts_is_not_when_it_was_done(reader):
    text = "Ghana severed ties with Mali for the third time this year."
    (claim,) = reader.read(Article("a", text, published=date(2024, 5, 1)))
    assert claim.event is not None
    assert claim.event.when is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ghana suspended the talks with Mali until the rebels are freed.", ["suspended"]),
        ("Ghana will not leave Mali before the rebels are disarmed.", []),
        ("Ghana closed the border before it was attacked by Mali.", ["attacked", "closed the border"]),
    ],
)
def test_what_a_deed_waits_for_has_not_happened(reader, text, told):
    events = [c.event for c in reader.read(Article("a", text)) if c.event is not None]
    done = [e.trigger.text for e in events if e.status is Status.HAPPENED and e.trigger]
    assert sorted(done) == told


def test_what_is_told_beside_a_denial_is_plainly_said(reader):
    text = "Peru said it had not sent rifles to Mali and had recalled its envoy from Ghana."
    told = {claim.event.type: claim.stance for claim in reader.read(Article("a", text)) if claim.event}
    assert told == {EventType.AID: Stance.DENIES, EventType.SANCTION: Stance.SAYS}
    text = "Peru said it had not sent rifles to Mali or trained the army of Ghana."
    assert {claim.stance for claim in reader.read(Article("a", text)) if claim.event} == {Stance.DENIES}


def test_whoever_counts_arrests_made_none(reader):
    told = reader.read(Article("a", "Mali put the number of arrests of Ghanaians at more than 100."))
    (event,) = [c.event for c in told if c.event is not None]
    assert (event.type, event.actors) == (EventType.COERCE, ())
    assert [(f.best, f.measure) for f in event.figures] == [(100, "arrested")]


@pytest.mark.parametrize(("fate", "measure"), [("arrested", "arrested"), ("killed", "killed")])
def test_a_number_of_people_told_by_what_became_of_them_counts_them(reader, fate, measure):
    (claim,) = reader.read(Article("a", f"Mali put the number of people {fate} at 45."))
    assert claim.event is not None
    assert [(f.best, f.measure) for f in claim.event.figures] == [(45, measure)]


def test_a_claim_to_have_done_a_deed_tells_it_as_done_by_the_claimant(reader):
    text = "Peru's claim to have shot down a Chilean jet was dismissed by Ghana."
    claims = [c for c in reader.read(Article("a", text)) if c.event is not None]
    assert {(c.event.status, tuple(p.id for p in c.event.actors)) for c in claims} == {
        (Status.HAPPENED, ("PER",))
    }


def test_a_number_with_a_verb_of_its_own_does_not_count_the_arrested(reader):
    (claim,) = reader.read(Article("a", "Peru said four people had been arrested and two more were wanted."))
    assert claim.event is not None
    assert [f.best for f in claim.event.figures] == [4]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Police detained at least 45 demonstrators overnight.", [EventType.COERCE]),
        ("Soldiers seized the presidential palace early on Thursday.", [EventType.COERCE]),
        ("Police detained a shoplifter overnight.", []),
        ("Soldiers stood at the gate of the theatre.", []),
    ],
)
def test_mass_arrests_and_what_soldiers_seize_are_told_though_no_state_is_named(reader, text, types):
    told = reader.read(Article("a", text))
    assert [c.event.type for c in told if c.event is not None] == types


@pytest.mark.parametrize(
    "text",
    [
        "Peru, accused by experts of arming the rebels, closed its port.",
        "Peru, accused by members of the council of arming the rebels, closed its port.",
    ],
)
def test_whoever_is_accused_by_others_is_accused_of_his_own_deed(reader, text):
    (charge,) = [c for c in reader.read(Article("a", text)) if c.stance is Stance.ACCUSES]
    assert charge.event is not None
    assert (charge.event.type, [p.id for p in charge.event.actors]) == (EventType.AID, ["PER"])


def test_what_is_denied_by_a_participle_is_a_deed(reader):
    (claim,) = reader.read(Article("a", "Peru has repeatedly denied supplying weapons to the rebels."))
    assert claim.event is not None
    assert (claim.stance, claim.event.type) == (Stance.DENIES, EventType.AID)


def test_those_who_trade_blame_accuse_each_other(reader):
    (claim,) = reader.read(Article("a", "Peru and Chile traded blame for the blast."))
    assert (claim.stance, [p.id for p in claim.sources]) == (Stance.ACCUSES, ["PER", "CHL"])


@pytest.mark.parametrize(
    ("thing", "mode"),
    [("petrol bombs", "primitive"), ("flares", "primitive"), ("grenades", "heavy-weapons")],
)
def test_what_a_crowd_throws_is_no_heavy_weapon(reader, thing, mode):
    (claim,) = reader.read(Article("a", f"Peru said {thing} had been thrown at its police by Chile."))
    assert claim.event is not None
    assert (claim.event.type, claim.event.mode) == (EventType.ASSAULT, mode)


def test_the_attack_that_is_staged_is_the_deed(reader):
    (claim,) = reader.read(Article("a", "Chile accused Peru of staging the raid on the port."))
    assert claim.event is not None
    assert (claim.event.type, [p.id for p in claim.event.actors]) == (EventType.ASSAULT, ["PER"])


def test_who_urges_both_sides_is_neither(reader):
    text = "Kosovo accused Serbia of arming the rebels. The U.N. envoy, Bo Lind, urged both sides to stop."
    (demand,) = [c for c in reader.read(Article("a", text)) if c.stance is Stance.DEMANDS]
    assert demand.speech_act is not None
    assert [p.id for p in demand.speech_act.recipients] == ["XKX", "SRB"]


def test_bare_sides_are_never_one_state(reader):
    text = "China, which brokered a truce between the sides last year, left."
    truces = [c.event for c in reader.read(Article("a", text)) if c.event is not None]
    assert all(e.actors == () for e in truces if e.type is EventType.RETREAT)


def test_the_number_of_those_who_say_it_counts_nothing_of_the_deed(reader):
    (claim,) = reader.read(Article("a", "Peru put its army on alert, two officials told reporters."))
    assert claim.event is not None
    assert claim.event.figures == ()


def test_an_account_backed_is_not_that_of_who_doubts_it():
    from onrecord.workflow.read import ReadingOptions, build_reader

    text = (
        "Chad said that 22 people were killed in Mao. France doubted that 22 people were killed in Mao. "
        "Mali backed the French account."
    )
    told = build_reader(ReadingOptions(sure=0)).read(Article("a", text))
    assert [c.event for c in told if c.stance is Stance.SUPPORTS] == [None]


def test_a_toll_somebody_gives_is_his_own_count(reader):
    text = "A doctor said he had seen 27 bodies, while Peru's interior ministry gave a toll of 16 dead."
    assert [c.stance for c in reader.read(Article("a", text)) if c.sources[0].country == "PER"] == [
        Stance.ESTIMATES
    ]


def test_those_captured_are_not_counted_with_the_killed(reader):
    claims = reader.read(Article("a", "Two of the plotters were killed and five captured, Gabon said."))
    figures = [[(f.best, f.measure) for f in c.event.figures] for c in claims if c.event is not None]
    assert sorted(figures) == [[(2, "killed")], [(5, "captured")]]


@pytest.mark.parametrize(
    ("text", "wounded"),
    [
        ("Twelve people were killed and five wounded in the raid, Gabon said.", 5),
        ("Twelve people were killed and 34 others wounded when a bomb exploded in Lima, Gabon said.", 34),
        ("At least 16 people were killed and dozens injured in the shelling, Mali said.", None),
    ],
)
def test_a_second_toll_told_without_its_auxiliary_is_of_those_wounded(reader, text, wounded):
    claims = reader.read(Article("a", text))
    figures = [f for c in claims if c.event is not None for f in c.event.figures]
    assert [f.best for f in figures if f.measure == "wounded"] == [wounded]
    assert not [c for c in claims if c.event is not None and len(c.event.figures) > 1]


def test_an_inquiry_opened_by_a_state_is_told_though_nobody_is_suspected(reader):
    (claim,) = reader.read(Article("a", "Norway opened an inquiry into the sabotage of a cable."))
    assert claim.event is not None
    assert (claim.event.mode, [party.id for party in claim.event.actors]) == ("investigate", ["NOR"])


def test_what_an_outlet_looks_into_is_no_deed(reader):
    told = reader.read(Article("a", "Le Monde said its investigation found nothing new."))
    assert [claim.event for claim in told] == [None]


def test_only_the_end_of_talks_is_denied_where_that_is_what_is_denied(reader):
    (claim,) = reader.read(Article("a", "Peru denied that its talks with Gabon had stalled."))
    assert (claim.stance, claim.event) == (Stance.DENIES, None)
    (claim,) = reader.read(Article("a", "Peru denied that it had held talks with Gabon."))
    assert claim.event is not None


def test_the_end_of_a_siege_denied_points_at_no_attack_told_before(reader):
    text = "Gunmen attacked a convoy in Peru on Monday. Gabon denied that the siege had ended."
    denial = next(c for c in reader.read(Article("a", text)) if c.stance is Stance.DENIES)
    assert denial.event is None


def test_remains_exchanged_count_by_their_number_though_nobody_is_told_to_exchange_them(reader):
    (claim,) = reader.read(Article("a", "The remains of nine captives were exchanged at the bridge."))
    assert claim.event is not None
    assert claim.event.type is EventType.COOPERATE


def test_words_are_not_spoken_where_somebody_in_their_object_sits(reader):
    (claim,) = reader.read(Article("a", "China rejected a ruling by a tribunal in Oslo."))
    assert claim.event is not None
    assert claim.event.place is None


def test_what_is_signed_somewhere_is_signed_there_wherever_the_parser_hangs_it(reader):
    (claim,) = reader.read(Article("a", "Kenya signed a deal in Oslo with Uganda."))
    assert claim.event is not None
    assert claim.event.place is not None
    assert claim.event.place.name == "Oslo"


def test_who_tells_a_deed_behind_it_is_none_of_its_parties(whole_reader):
    text = "Gunmen killed four farmers on Saturday, the Inspector-General of Police, Sani Ado, told us."
    (claim,) = whole_reader.read(Article("a", text))
    assert [party.name for party in claim.sources] == ["Sani Ado"]
    assert [party.name for party in claim.event.recipients] == ["four farmers"]


@pytest.mark.parametrize(
    ("text", "source", "stance"),
    [
        (
            "Rwanda has rejected accusations by Mali, Peru and Western powers that it backs M23 with arms.",
            "Rwanda",
            Stance.DENIES,
        ),
        ("Mali said Rwanda had backed the rebels with money and troops.", "Mali", Stance.SAYS),
    ],
)
def test_backing_somebody_with_arms_is_a_deed_and_no_word(reader, text, source, stance):
    (claim,) = reader.read(Article("a", text))
    assert (claim.sources[0].name, claim.stance) == (source, stance)
    assert claim.event is not None
    assert (claim.event.type, [item.kind for item in claim.event.items][-1:]) in (
        (EventType.AID, ["weapons"]),
        (EventType.AID, ["troops"]),
    )


def test_one_who_drops_a_veto_concedes(reader):
    (claim,) = reader.read(Article("a", "Norway lifted its veto after a night of talks, two envoys said."))
    assert claim.event is not None
    assert (claim.event.type, claim.event.actors[0].id) == (EventType.CONCEDE, "NOR")


def test_nobody_accuses_himself_of_his_own_deed(reader):
    text = "Norway said Chad had lied about the raid and that Norway was behind the attack on the port."
    assert all(
        claim.stance is not Stance.ACCUSES or claim.sources[0].id not in {p.id for p in claim.event.actors}
        for claim in reader.read(Article("a", text))
        if claim.event is not None
    )
    (claim,) = reader.read(Article("a", "Hamas said its fighters were behind the attack on the base."))
    assert claim.stance is Stance.SAYS


def test_a_president_acts_for_a_state_that_the_words_do_not_name(reader):
    text = "President Ann Lind declared a state of emergency in the province and sent in the army."
    told = {claim.event.type for claim in reader.read(Article("a", text)) if claim.event is not None}
    assert told == {EventType.COERCE, EventType.MOBILIZE}


def test_silence_on_a_request_leans_on_no_other_deed(reader):
    text = (
        "India arrested 17 Chadian sailors on Monday, Chad said. India held two more, Chad said. "
        "India has not responded to the request, Chad said."
    )
    (silent,) = [claim for claim in reader.read(Article("a", text)) if claim.stance is Stance.SILENT]
    assert silent.event is None


def test_what_led_to_what_is_denied_is_said_by_nobody(reader):
    text = "Norway denied that a man had died after police shot him in Oslo."
    assert [(c.stance.value, c.event.trigger.text) for c in reader.read(Article("a", text))] == [
        ("denies", "died")
    ]
