"""Who did what to whom in whole sentences, by rules alone; sentences of our own."""

import pytest

from onrecord.codebook import load_codebook
from onrecord.reading.reader import Reader
from onrecord.records import Article, Claim, EventType, Stance, Status, ToldEvent
from onrecord.workflow.read import ReadingOptions, build_reader

pytestmark = pytest.mark.weights


@pytest.fixture(scope="module")
def reader():
    return Reader(load_codebook())


@pytest.fixture(scope="module")
def told(reader):
    """Return a function from a sentence and a type to the one event of that type told in it."""

    def find(text: str, type_: EventType | None) -> ToldEvent:
        events = [c.event for c in reader.read(Article("a", text)) if c.event is not None]
        found = [event for event in events if event.type is type_]
        assert len(found) == 1, events
        return found[0]

    return find


def ids(parties):
    return [party.id for party in parties]


def events_of(text: str) -> list[ToldEvent]:
    claims = Reader(load_codebook()).read(Article("a", text))
    return [claim.event for claim in claims if claim.event is not None]


def eventless(claims: tuple[Claim, ...]) -> bool:
    return all(claim.event is None for claim in claims)


def test_what_befalls_whoever_heads_a_state_is_told_though_no_name_tells_which():
    (event,) = events_of("Prime Minister Kubat Jeenov resigned on Tuesday.")
    assert event.type is EventType.RETREAT
    (event,) = events_of("The mutineers detained the president.")
    assert event.type is EventType.COERCE
    assert events_of("The head waiter detained the thief.") == []


def test_what_waits_until_after_a_deed_is_waiting_for_what_is_to_come(told):
    event = told("No ruling is likely until after the president leaves office.", EventType.RETREAT)
    assert event.status is Status.PLANNED


def test_what_is_handed_to_a_capital_is_given_to_its_state(told):
    event = told("Poland said it would hand Kyiv its remaining jets.", EventType.AID)
    assert (ids(event.actors), ids(event.recipients)) == (["POL"], ["UKR"])
    assert [item.kind for item in event.items] == ["aircraft"]


def test_targets_hit_are_an_attack(told):
    event = told("Turkey said its jets destroyed 23 targets of the militants in Syria.", EventType.ASSAULT)
    assert ids(event.actors) == ["TUR"]
    assert [figure.best for figure in event.figures] == [23]


def test_whoever_repelled_an_attack_was_attacked(told):
    event = told("Chad's army said it had repelled an attack by the rebels near Mao.", EventType.ASSAULT)
    assert ids(event.recipients) == ["TCD"]


def test_whoever_is_punished_for_a_deed_did_it(told):
    event = told("Norway imposed sanctions on Peru for supplying drones to Mali.", EventType.AID)
    assert (ids(event.actors), ids(event.recipients)) == (["PER"], ["MLI"])


def test_the_giver_may_stand_behind_from(told):
    event = told("Kenya feared a transfer of missiles from Peru to Chile.", EventType.AID)
    assert (ids(event.actors), ids(event.recipients)) == (["PER"], ["CHL"])


def test_the_cooperation_somebody_is_asked_to_stop_is_his(told):
    event = told("Kenya urged Peru to stop its military cooperation with Chile.", EventType.COOPERATE)
    assert ids(event.actors) == ["PER", "CHL"]


def test_it_accused_is_not_the_accuser(told):
    event = told("Mali filed a complaint against Chad, accusing it of arming the rebels.", EventType.AID)
    assert ids(event.actors) != ["MLI"]


def test_joined_forces_all_act(told):
    event = told("US and NATO forces bombed a village in Libya.", EventType.ASSAULT)
    assert ids(event.actors) == ["USA", "NATO"]


def test_a_party_told_by_two_words_acts_once(told):
    event = told("A German Red Cross team helped the Malawian army.", EventType.AID)
    assert len(event.actors) == 1


def test_envoys_from_several_states_meet_for_them(told):
    event = told("Envoys from Peru, Chile and Ghana will meet in Lima, the U.N. said.", EventType.CONSULT)
    assert ids(event.actors) == ["PER", "CHL", "GHA"]


def test_exercises_of_two_states_are_cooperation(told):
    assert ids(told("Peru and Chile began joint air drills on Monday.", EventType.COOPERATE).actors) == [
        "PER",
        "CHL",
    ]


def test_the_dead_of_an_attack_told_after_them_are_its_dead(told):
    text = "The mayor of Goma said four people were killed when a shell hit a school."
    assert told(text.replace(" when a shell hit a school", ""), None).figures[0].best == 4
    assert {event.type for event in events_of(text)} == {EventType.ASSAULT}


def test_a_number_of_dead_that_is_put_at_something_counts_them(told):
    event = told("Mali's health ministry put the number of dead at 12 on Monday.", None)
    assert [(figure.best, figure.measure) for figure in event.figures] == [(12, "killed")]


def test_police_named_before_a_shooting_are_no_victims(told):
    assert not told("Norway's minister condemned the police shootings.", EventType.ASSAULT).recipients


def test_police_who_shoot_and_kill_act_in_both(told):
    assert told("Six Kenyans were shot and killed by Chadian police.", EventType.ASSAULT).actors


def test_an_attack_that_is_only_the_time_of_a_demand_is_not_demanded(reader):
    claims = reader.read(
        Article("a", "Norway urged Peru to stay calm after the killing of two envoys by rebels.")
    )
    assert eventless(claims)


@pytest.mark.parametrize(
    "text",
    [
        "Chad has demonstrated its influence in Mali.",
        "The Chadian crowd was disbanding on the beach.",
        "The World Bank slashes its prospect for Mali.",
        "The minister's remarks have hurt Norway.",
        "Norway called out Chad for its silence.",
    ],
)
def test_what_only_sounds_like_a_deed_is_none(reader, text):
    assert eventless(reader.read(Article("a", text)))


def test_what_a_quotation_commands_is_demanded_of_others_than_the_speaker(told):
    event = told('"Bomb the Peruvian soldiers," the Malian president said.', EventType.ASSAULT)
    assert event.status is Status.DEMANDED
    assert event.actors == ()


def test_what_somebody_said_he_was_doing_is_going_on(told):
    assert told("Norway said it was sending tanks to Peru.", EventType.AID).status is Status.ONGOING


def test_what_is_named_after_a_day_did_not_happen_on_it(told):
    event = told("Norway accused Peru of trying to intimidate the 9/11 families.", EventType.COERCE)
    assert (event.when, event.background) == (None, False)


def test_the_topic_of_talks_is_not_their_place(told):
    assert told("Norway held talks with Peru over Syria.", EventType.CONSULT).place is None


def test_an_indictment_is_a_charge_and_no_arrest(told):
    event = told("Peru's indictment of a Norwegian trader was reported.", EventType.ACCUSE)
    assert event.mode == "allege"


def test_a_treaty_signed_is_told_by_the_outlet_alone(told):
    assert ids(told("Peru signed a trade agreement with China.", EventType.SUPPORT).actors) == ["PER", "CHN"]


def test_some_of_its_soldiers_are_a_states(told):
    event = told("Pakistan said four of its soldiers had died in the clash.", EventType.ASSAULT)
    assert ids(event.recipients) == ["PAK"]


def test_a_count_that_has_risen_tells_how_many_were_killed(told):
    text = "The number of civilians killed in the shelling of Gao has risen to 12, Mali said."
    figures = [f.best for c in events_of(text) for f in c.figures]
    assert figures == [12]


def test_deaths_confirmed_in_an_attack_are_its_deaths(told):
    text = "Mali said it had verified the deaths of ten villagers in the shelling."
    assert told(text, EventType.ASSAULT).type is EventType.ASSAULT


def test_the_ministers_of_two_countries_named_before_meet_for_both(told):
    text = "Peru and Chile argued. The two countries' deputy ministers met in Lima."
    assert ids(told(text, EventType.CONSULT).actors) == ["PER", "CHL"]


def test_those_let_go_are_counted(told):
    event = told("Peru said Chile had let 13 Peruvian sailors go.", EventType.RETREAT)
    assert [figure.best for figure in event.figures] == [13]


def test_those_who_join_a_strike_are_counted(told):
    event = told("About 2,000 workers joined the walkout in Lagos.", EventType.PROTEST)
    assert [figure.best for figure in event.figures] == [2000]


def test_sanctions_discussed_against_somebody_are_planned_for_him(told):
    event = told("Norway said it would discuss sanctions against Peruvian banks.", EventType.SANCTION)
    assert (len(event.recipients), event.status) == (1, Status.PLANNED)


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        ("Guyana said a Venezuelan patrol ship had entered its waters.", "MOBILIZE", ["VEN"], ["GUY"]),
        ("Ukraine said it had received a tranche of 2 billion euros from the EU.", "AID", ["EU"], ["UKR"]),
        ("Congo's government said it had recalled its envoys from Kigali.", "SANCTION", ["COD"], ["RWA"]),
        ("Oman said it had carried messages between Tehran and Riyadh.", "CONSULT", ["OMN"], ["IRN", "SAU"]),
        ("Canada said it had listed Hamas as a terrorist group.", "SANCTION", ["CAN"], ["group:hamas"]),
        ("Kenya said it had revoked the visas of Peruvian envoys.", "SANCTION", ["KEN"], None),
        ("Estonia accused Russia of jamming GPS signals.", "COERCE", ["RUS"], []),
        ("Rwanda denied that it had troops in Goma.", "MOBILIZE", ["RWA"], []),
        ("Norway said 14 of its soldiers were wounded by sniper fire.", "ASSAULT", [], ["NOR"]),
        ("Niger told the French ambassador to leave, Nigerien officials said.", "SANCTION", ["NER"], None),
    ],
)
def test_deeds_told_inside_statements_are_found_with_their_parties(told, text, type_, actors, recipients):
    event = told(text, EventType(type_))
    assert ids(event.actors) == actors
    assert recipients is None or ids(event.recipients) == recipients


def test_aircraft_that_cross_a_line_are_counted(told):
    event = told("Taiwan said 14 Chinese aircraft had crossed the line.", EventType.MOBILIZE)
    assert [figure.best for figure in event.figures] == [14]


def test_what_is_promised_only_if_something_happens_is_conditional(told):
    event = told("Mexico said it would impose tariffs on Peru if Lima went ahead.", EventType.SANCTION)
    assert event.status is Status.CONDITIONAL


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        ("Peru said Chilean officers had impounded 30 of its lorries.", "COERCE", None, ["PER"]),
        ("The Red Cross said it had been refused entry.", "REJECT", [], ["org:icrc"]),
        ("Peru said it would halve the number of its soldiers in Mali.", "RETREAT", ["PER"], None),
        ("Norway said Peru was pushing migrants across the border.", "COERCE", ["PER"], None),
        ("Norway dropped its ties with Taiwan.", "SANCTION", ["NOR"], ["TWN"]),
        ("Norway summoned the Libyan ambassador.", "ACCUSE", ["NOR"], None),
        ("Zambia sent home 200 traders.", "COERCE", ["ZMB"], None),
        ("Mali said the rebels had laid 200 mines along the river.", "MOBILIZE", None, []),
    ],
)
def test_smaller_deeds_are_found_with_their_parties(told, text, type_, actors, recipients):
    event = told(text, EventType(type_))
    assert actors is None or ids(event.actors) == actors
    assert recipients is None or ids(event.recipients) == recipients


def test_the_country_in_what_its_president_says_is_his(told):
    event = told("Serbia's president said the country would buy drones from China.", EventType.COOPERATE)
    assert ids(event.actors) == ["SRB"]


def test_more_troops_send_nobody(told):
    event = told("Peru's army said the north had pledged to send more troops to Chile.", EventType.AID)
    assert event.actors == ()


def test_what_is_done_without_a_deed_tells_that_it_was_not_done(told):
    event = told("Seoul said Peru will be safe without testing missiles.", EventType.MOBILIZE)
    assert event.negated


def test_what_talks_are_aimed_at_is_planned(told):
    event = told("Norway said it wanted talks aimed at the disarmament of Peru.", EventType.RETREAT)
    assert event.status is Status.PLANNED


@pytest.mark.parametrize(
    "text",
    ["Ada Lind has held rallies in Lagos.", "Norway wants a headquarters to run E.U. military operations."],
)
def test_campaigns_and_mere_names_of_operations_are_no_deeds(reader, text):
    assert eventless(reader.read(Article("a", text)))


def test_soldiers_of_a_state_are_released_to_it(told):
    event = told("Phnom Penh said it had released 18 captured Thai soldiers.", EventType.RETREAT)
    assert (ids(event.actors), ids(event.recipients)) == (["KHM"], ["THA"])


def test_what_stands_behind_a_preposition_of_time_is_no_part_of_the_deed(told):
    event = told("Norway said it had halted deliveries to Peru after an attack.", EventType.SANCTION)
    assert ids(event.recipients) == ["PER"]


def test_one_killed_and_five_wounded_in_an_attack_are_its_victims():
    text = "A civilian was killed and five were wounded in a Peruvian attack on Lagos."
    assert {event.type for event in events_of(text)} == {EventType.ASSAULT}


def test_others_who_tell_what_two_agreed_to_say_it(reader):
    claims = reader.read(Article("a", "Norway said Peru and Mali had agreed to cooperate on fisheries."))
    (claim,) = [c for c in claims if c.event is not None]
    assert (claim.stance, ids(claim.sources)) == (Stance.SAYS, ["NOR"])
    assert claim.event is not None
    assert claim.event.status is Status.PLANNED


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Peru's Foreign Ministry said Peru and Mali had agreed to cooperate on fisheries.", Stance.SAYS),
        (
            "Peru's Foreign Ministry said Peru had agreed to cooperate with Mali on fisheries.",
            Stance.PROMISES,
        ),
    ],
)
def test_one_who_tells_what_it_agreed_to_with_another_promises_for_itself_alone(reader, text, stance):
    told = [c.stance for c in reader.read(Article("a", text)) if c.event is not None]
    assert told == [stance]


def test_a_set_of_attacks_is_no_plan():
    (event,) = events_of("Norway condemned a set of Libyan attacks on Chad.")
    assert (event.type, event.status) == (EventType.ASSAULT, Status.HAPPENED)


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Norway is ready to negotiate with Peru.", {EventType.CONSULT}),
        ("Norway is prepared to send peacekeepers to Haiti.", {EventType.AID}),
        ("Norway is ready for a partnership with Peru.", {EventType.AGREE}),
    ],
)
def test_who_is_ready_for_a_deed_is_told_by_the_deed_alone(text, types):
    assert {event.type for event in events_of(text)} == types


@pytest.mark.parametrize(
    "text",
    [
        "The conflict in Peru has left more than 3,000 people dead.",
        "Two days of fighting left 14 people dead in Lima.",
        "An uprising left 14 people dead in Lima.",
    ],
)
def test_the_dead_of_a_conflict_are_those_of_an_attack(text):
    assert [event.type for event in events_of(text)] == [EventType.ASSAULT]


def test_the_dead_of_a_storm_are_nobodys_attack():
    assert EventType.ASSAULT not in {event.type for event in events_of("The storm left 14 people dead.")}


@pytest.mark.parametrize(
    "text",
    [
        "The rebels took the town on Friday.",
        "Sudan's rebels closed the oil ports.",
        "Soldiers opened fire on the demonstrators.",
    ],
)
def test_what_those_under_arms_do_is_told_though_no_name_tells_whose_they_are(reader, text):
    (event,) = [claim.event for claim in reader.read(Article("a", text))]
    assert event is not None
    assert event.actors[0].sector in ("REB", "MIL")


def test_what_nobody_of_a_state_body_or_army_does_is_not_the_ledgers(reader):
    assert eventless(reader.read(Article("a", "A neighbour hit the gardener. A man struck a soldier.")))


def test_what_denied_rumours_say_is_denied_whatever_stands_between():
    reader = build_reader(ReadingOptions(sure=0.0))
    claims = reader.read(
        Article("a", "Norway denied rumours, spread by bloggers, that it had sent troops to Mali.")
    )
    assert {claim.stance for claim in claims} == {Stance.DENIES}


@pytest.mark.parametrize("city", ["Chisinau", "CHISINAU"])
def test_a_dateline_is_no_part_of_who_speaks(city):
    reader = build_reader(ReadingOptions(sure=0.0))
    text = f'{city} – Moldova has told Russia to withdraw 45 diplomats, citing "unfriendly actions".'
    assert {id_ for claim in reader.read(Article("a", text)) for id_ in ids(claim.sources)} == {"MDA"}


def test_whoevers_forces_a_clause_tells_of_acts_by_them():
    (event,) = events_of("Peru, whose soldiers had pulled out of Arica, called it an act of war.")
    assert [(party.id, party.sector) for party in event.actors] == [("PER", "MIL")]


def test_who_is_kept_from_entering_is_turned_away_whatever_stands_between(told):
    event = told(
        "Peru barred 11 Chilean officials, including the interior minister and his aide, from entering it.",
        EventType.REJECT,
    )
    assert event.mode == "yield"


def test_help_resumed_is_help_and_flights_resumed_are_traffic(told):
    event = told("Peru has resumed 54 million dollars in aid to Mali.", EventType.AID)
    assert ids(event.recipients) == ["MLI"]
    assert told("Peru resumed flights to Chile.", EventType.COOPERATE)


def test_who_is_given_years_is_convicted(told):
    event = told("Prosecutors in Peru said the governor was given 14 years.", EventType.SANCTION)
    assert (event.mode, len(event.recipients)) == ("convict", 1)


def test_private_people_who_go_somewhere_visit_nobody():
    victim = events_of("Ann Cole, a rape victim, said she wants to go to Norway.")
    assert all(event.type is not EventType.CONSULT for event in victim)
    assert [event.type for event in events_of("The minister arrived in Peru.")] == [EventType.CONSULT]
