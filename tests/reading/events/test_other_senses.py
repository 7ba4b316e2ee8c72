"""Words that tell a deed elsewhere and here none or another; sentences and parties of our own."""

import pytest

from onrecord.codebook import load_codebook
from onrecord.reading.events.check import named_mentions
from onrecord.reading.events.find import find_happenings
from onrecord.reading.layers import Happening, Layers, set_layers
from onrecord.reading.parse import load_parser, parse
from onrecord.records import Article, EventType

pytestmark = pytest.mark.weights

PARTIES = ("Chad", "Chadian", "Libya", "Libyan", "African Union", "council", "friends")


def happenings(text: str, *more: str) -> tuple[Happening, ...]:
    article = Article("a", text)
    doc = parse(load_parser(), article)
    stand = Layers(article, mentions=named_mentions(doc, (*PARTIES, *more)))
    set_layers(doc, stand)
    return find_happenings(doc, stand, load_codebook())


def types(text: str) -> list[EventType | None]:
    return [happening.type for happening in happenings(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Chad did not meet the council's ten percent threshold.",
        "Chad will meet Libya's deadline.",
        "Chad met the council's standards.",
        "Chad is meeting the obligations of Libya.",
        "Chad negotiated a sharp bend.",
    ],
)
def test_a_threshold_met_and_a_bend_taken_are_no_meeting(text):
    assert EventType.CONSULT not in types(text)


@pytest.mark.parametrize(
    "text",
    ["Chad met the council.", "Chad will meet Libya's envoys.", "Chad negotiated a deal with Libya."],
)
def test_who_meets_somebody_or_negotiates_with_him_consults(text):
    assert types(text) == [EventType.CONSULT]


@pytest.mark.parametrize(
    "text",
    [
        "Chad simulated an attack on Libya.",
        "Chad rehearsed an invasion of Libya.",
        "The drill included mock attacks on Libya.",
        "The exercises included strikes against a mock Libyan base.",
    ],
)
def test_force_only_played_out_is_no_assault(text):
    assert EventType.ASSAULT not in types(text)


def test_who_plays_out_an_attack_moves_his_forces_against_its_target():
    (told,) = happenings("Chad simulated an attack on Libya.")
    assert told.type is EventType.MOBILIZE
    assert ([p.name for p in told.actors], [p.name for p in told.recipients]) == (["Chad"], ["Libya"])


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chad hailed her as an icon in its fight against Libya.", EventType.ASSAULT),
        ("The message of the council is to attack Libya.", EventType.ASSAULT),
        ("Chad did not meet the council on Trade's 15 percent threshold.", EventType.CONSULT),
        ("The company took over a Libyan mill.", EventType.COERCE),
        ("Chad legalized the Libyan outposts.", EventType.RETREAT),
        ("The council warned friends about the dangers of staying home.", EventType.THREATEN),
        ("Friends helped the council enter parliament.", EventType.AID),
        ("Friends helped Chad win the election.", EventType.AID),
        ("Chad may seek the maximum penalty against Libya.", EventType.SANCTION),
    ],
)
def test_what_only_sounds_like_a_deed_is_none(text, kind):
    assert kind not in types(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Friends praised Chad for its fight against Libya.", EventType.ASSAULT),
        ("Chad is to attack Libya.", EventType.ASSAULT),
        ("Chad met Libya's envoys on Trade Day.", EventType.CONSULT),
        ("Chad took over a Libyan town.", EventType.COERCE),
        ("Chad legalized the council.", EventType.CONCEDE),
        ("Chad helped Libya with money.", EventType.AID),
    ],
)
def test_what_is_done_in_earnest_stands(text, kind):
    assert kind in types(text)


def test_an_attack_during_an_exercise_is_one():
    assert EventType.ASSAULT in types("Chad launched an attack on Libya after the exercise.")


@pytest.mark.parametrize("why", ["for its coverage of the war", "over its record"])
def test_who_attacks_somebody_for_what_he_says_or_does_only_speaks(why):
    for whom in ("the council", "the network"):
        assert not {EventType.ASSAULT, EventType.COERCE} & set(types(f"Chad attacked {whom} {why}."))


def test_who_attacks_a_network_for_days_breaks_into_it():
    assert EventType.COERCE in types("Chad attacked the network of Libya for days.")


def test_an_incursion_into_waters_or_airspace_moves_forces_and_attacks_nobody():
    for where in ("airspace", "territorial waters"):
        (told,) = happenings(f"Chad's incursions into Libya's {where} went on.")
        assert told.type is EventType.MOBILIZE
        assert ([p.name for p in told.actors], [p.name for p in told.recipients]) == (["Chad"], ["Libya"])
    assert types("Chad's incursions into Libya went on.") == [EventType.ASSAULT]


@pytest.mark.parametrize("how", ["into the air", "over their heads", "overhead", "fireworks"])
def test_shots_at_nobody_are_a_deed_without_a_type(how):
    assert types(f"Chadian soldiers were shooting {how}.") == [None]


def test_who_is_shot_in_the_head_is_shot_at():
    assert types("Chadian soldiers shot a Libyan boy in the head.") == [EventType.ASSAULT]


def test_shots_at_somebody_are_an_assault_wherever_they_come_from():
    assert types("Chadian soldiers shot at the friends from the air.") == [EventType.ASSAULT]


def test_one_person_who_storms_in_or_out_invades_nothing():
    for text in ("Mary Cole stormed into the council.", "Chad stormed out of the council."):
        assert EventType.ASSAULT not in types(text)
    assert types("Chadian troops stormed the council.") == [EventType.ASSAULT]
    assert types("Gunmen stormed into the council.") == [EventType.ASSAULT]


def test_who_boards_a_plane_or_a_ship_as_a_passenger_seizes_nothing():
    for text in ("Chadian troops boarded planes for Libya.", "Migrants boarded a Libyan ship."):
        assert EventType.COERCE not in types(text)
    assert types("Chadian marines boarded a Libyan tanker.") == [EventType.COERCE]


@pytest.mark.parametrize(
    "deed", ["end the conflict in Libya", "halt the violence in Libya", "stop the fighting"]
)
def test_who_ends_the_fighting_of_others_does_not_give_way(deed):
    for who in ("The council", "The African Union"):
        assert EventType.RETREAT not in types(f"{who} failed to {deed}.")
    assert EventType.RETREAT in types(f"The friends failed to {deed}.")


@pytest.mark.parametrize(
    "text",
    ["Chad pulled out all the stops.", "Chad fell back on old laws.", "Chad pulled out a folder."],
)
def test_who_pulls_something_out_or_falls_back_on_a_law_does_not_withdraw(text):
    assert EventType.RETREAT not in types(text)


@pytest.mark.parametrize(
    "text",
    ["Chad pulled out of Libya.", "Chad fell back on Monday.", "Chadian troops were pulled out of Libya."],
)
def test_who_pulls_out_or_falls_back_withdraws(text):
    assert types(text) == [EventType.RETREAT]


@pytest.mark.parametrize(
    "text", ["Chad smuggled arms out of Libya.", "Chadian soldiers escorted reporters to the village."]
)
def test_what_is_taken_away_and_the_press_shown_around_are_no_help(text):
    assert EventType.AID not in types(text)


@pytest.mark.parametrize(
    "text", ["Chad smuggled arms into Libya.", "Chadian soldiers escorted the envoys home."]
)
def test_arms_brought_in_and_people_escorted_are_help(text):
    assert types(text) == [EventType.AID]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Restrictions on Chad's export of missiles expire in May.", EventType.AID),
        ("Restrictions under a resolution on Chad's exports of missiles expire in May.", EventType.AID),
        ("Chad lifted a moratorium on executions of friends.", EventType.ASSAULT),
        ("Libya has a ban on protests by friends.", EventType.PROTEST),
    ],
)
def test_what_a_ban_or_limit_is_on_is_not_told_as_done(text, type_):
    assert type_ not in types(text)


def test_what_a_decision_is_on_may_be_told():
    assert EventType.AID in types("Libya reported on Chad's export of missiles to friends.")


def test_who_takes_control_of_a_mission_seizes_nothing():
    assert types("Chad took control of the mission in Libya.") == []
    assert types("Chad took control of the port in Libya.") == [EventType.COERCE]


@pytest.mark.parametrize("kept", ["its contracts with Libya", "the wish of Libya"])
def test_who_honours_a_contract_or_a_wish_praises_nobody(kept):
    assert EventType.SUPPORT not in types(f"Chad would honor {kept}.")
    assert types("Chad honored the friends.") == [EventType.SUPPORT]


def test_an_attack_that_pushes_fighters_back_deports_nobody():
    text = "Attacks by the Chadian army pushed the rebels back."
    assert EventType.COERCE not in types(text)
    assert types("Chad pushed back forty migrants, friends of Libya.") == [EventType.COERCE]


def test_ships_of_trade_are_no_forces():
    for text in ("A Chadian tanker entered Libya's waters.", "A Chadian company sent ships to the port."):
        assert EventType.MOBILIZE not in types(text)
    for text in ("A Chadian warship entered Libya's waters.", "Chad sent ships to the gulf."):
        assert types(text) == [EventType.MOBILIZE]


def test_a_shooting_rampage_is_an_assault_and_forces_that_occupy_buildings_do_not_protest():
    for who in ("The friends who", "A boy who"):
        assert EventType.PROTEST not in types(f"{who} went on a shooting rampage fled.")
    assert types("The friends went on a shooting rampage.") == [EventType.ASSAULT]
    assert EventType.PROTEST not in types("Chadian troops have occupied buildings in the town.")
    assert types("The friends occupied buildings of the council.") == [EventType.PROTEST]


def test_a_boycott_by_a_league_of_states_is_a_sanction_and_one_by_people_a_protest():
    assert types("The African Union declared a boycott of Libya.") == [EventType.SANCTION]
    assert types("Activists boycotted the council.") == [EventType.PROTEST]


@pytest.mark.parametrize(
    "text",
    [
        "They found rifles on captured or killed Chadian soldiers.",
        "The men were mostly seriously wounded Chadian marines.",
        "The council buried its fallen and wounded friends.",
    ],
)
def test_a_participle_that_tells_of_what_sort_somebody_is_is_no_deed(text):
    assert types(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Two Chadian soldiers were captured and killed.",
        "Chad has killed soldiers of Libya.",
        "Men captured and killed by Chad were buried.",
    ],
)
def test_a_participle_of_a_verb_is_the_deed(text):
    assert EventType.ASSAULT in types(text) or None in types(text)


def test_a_cyberattack_is_one_though_nobody_is_told_to_be_behind_it():
    for words in ("cyberattack", "cyber attack"):
        (told,) = happenings(f"A {words} hit hospitals in May.")
        assert (told.type, told.mode) == (EventType.COERCE, "cyber")


def test_the_death_penalty_is_no_sanction():
    assert EventType.SANCTION not in types("The council sought the death penalty against Libya.")
    assert types("The council sought penalties against Libya.") == [EventType.SANCTION]


def test_who_clears_a_crowd_coerces_it_and_who_disperses_it_with_batons_uses_force():
    assert types("Chadian police cleared the demonstrators from the square.") == [EventType.COERCE]
    for deed in ("dispersed", "cleared"):
        assert types(f"Chadian police {deed} the demonstrators with batons.") == [EventType.ASSAULT]


def test_officers_stationed_somewhere_are_a_police_move():
    (told,) = happenings("Chad will station 500 officers across the state.")
    assert (told.type, told.mode) == (EventType.MOBILIZE, "police")


@pytest.mark.parametrize(
    "text",
    [
        "The flu reached Chad in May. It killed forty people.",
        "The pandemic is feared in Chad because it killed a million people.",
        "The plague came in May. It spread through Chad, killing a million people.",
    ],
)
def test_those_killed_by_a_disease_told_as_it_are_nobodys_victims(text):
    told = happenings(text, "It", "it")
    assert EventType.ASSAULT not in [happening.type for happening in told]
    assert all(happening.actors == () for happening in told)


def test_those_killed_by_what_acts_before_it_are_its_victims():
    text = "The flu reached Chad in May. The militia came to the town. It killed forty people."
    assert EventType.ASSAULT in [happening.type for happening in happenings(text, "It")]


@pytest.mark.parametrize(
    "text",
    [
        "The Chadian minister is visiting Libya on holiday.",
        "Chad visited Libya for medical treatment.",
        "The Chadian minister arrived in parliament in 1993.",
    ],
)
def test_who_travels_for_himself_or_enters_parliament_visits_nobody(text):
    assert EventType.CONSULT not in types(text)


def test_who_travels_on_a_day_visits():
    assert types("Chad visited Libya on Monday.") == [EventType.CONSULT]
    assert types("Chad visited Libya for a week.") == [EventType.CONSULT]


def test_who_is_surrounded_by_men_is_not_besieged():
    assert EventType.COERCE not in types("Libya was surrounded by twenty men.")
    assert types("Libya was surrounded by Chadian troops.") == [EventType.COERCE]


def test_a_proxy_war_is_fought_by_others():
    assert types("The unrest could intensify a proxy war between Chad and Libya.") == []
    assert types("The unrest could bring a war between Chad and Libya.") == [EventType.ASSAULT]


def test_what_somebody_writes_is_dismissed_and_nobody_is_convicted():
    assert types("The friends' columns were often dismissed.") == []
    assert types("The friends were dismissed.") == [None]


def test_soldiers_moved_from_towns_withdraw_and_those_moved_elsewhere_do_not():
    assert types("Chad moved its soldiers from populated areas.") == [EventType.RETREAT]
    assert EventType.RETREAT not in types("Chad moved its soldiers from the area to the border.")


@pytest.mark.parametrize(
    "text",
    [
        "The Chadian president will suspend his campaign.",
        "Chad suspended its vaccination campaign in Libya.",
    ],
)
def test_who_suspends_a_campaign_of_votes_or_needles_makes_no_peace(text):
    assert EventType.RETREAT not in types(text)


@pytest.mark.parametrize(
    "text",
    [
        "Chad suspended its campaign in Libya.",
        "The Chadian president suspended his campaign against the rebels.",
        "Chad suspended its bombing campaign in Libya.",
    ],
)
def test_who_suspends_a_campaign_of_force_gives_way(text):
    assert EventType.RETREAT in types(text)


@pytest.mark.parametrize(
    "text",
    ["Chad announced the return of the ambassador.", "Chad favours the return of the residents of Libya."],
)
def test_those_who_go_back_to_their_place_are_not_given_back(text):
    assert EventType.RETREAT not in types(text)


@pytest.mark.parametrize(
    "text",
    [
        "Chad demanded the return of the prisoners.",
        "Chad demanded the return of its citizens.",
        "Chad announced the release of the ambassador.",
    ],
)
def test_those_held_are_given_back(text):
    assert EventType.RETREAT in types(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Chadian warships arrived to support the operation of Libya.", EventType.AID),
        ("Chadian aircraft supported the troops of Libya.", EventType.AID),
        ("Chad supported the decision of Libya.", EventType.SUPPORT),
    ],
)
def test_ships_and_aircraft_support_with_more_than_words(text, wanted):
    told = types(text)
    assert {EventType.AID, EventType.SUPPORT} & set(told) == {wanted}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It lasted a year and killed 40 of the 300 people it infected in Libya.", None),
        ("Chadian soldiers killed 40 of the 300 people it infected in Libya.", EventType.ASSAULT),
    ],
)
def test_what_kills_those_it_infected_is_a_disease(text, wanted):
    assert happenings(text)[0].type is wanted


@pytest.mark.parametrize(
    "text",
    [
        "Chad managed to halt the advance of the Libyan rebels.",
        "Chad failed to stop the attacks on Libya.",
        "Chad was unable to stop the raids.",
    ],
)
def test_who_manages_to_stop_anothers_attack_makes_no_truce(text):
    assert EventType.RETREAT not in types(text)


@pytest.mark.parametrize(
    "text",
    ["Chad has stopped the attacks on Libya.", "Chad tried to end the war with Libya."],
)
def test_who_stops_the_attacks_or_tries_to_end_a_war_gives_way(text):
    assert EventType.RETREAT in types(text)


@pytest.mark.parametrize(
    ("shots", "wanted"),
    [("into the air", []), ("into the crowd", [EventType.ASSAULT])],
)
def test_shots_into_the_air_hit_nobody_whatever_stands_behind_and(shots, wanted):
    text = f"Chadian fighters marched on Sunday firing {shots} and holding portraits of the leader of Libya."
    assert [kind for kind in types(text) if kind is EventType.ASSAULT] == wanted


def test_a_licence_withdrawn_is_no_retreat():
    assert types("Chad withdrew the accreditation of the council.") == [EventType.COERCE]
    assert types("Chad revoked the passports of friends.") == [EventType.COERCE]
    assert EventType.RETREAT in types("Chad withdrew its soldiers from Libya.")


def test_a_ransom_paid_is_no_aid():
    assert types("Chad paid a ransom to the council.") == [None]
    assert types("Chad provided money to Libya.") == [EventType.AID]


def test_a_minister_dismissed_is_not_turned_down():
    assert types("The council dismissed the minister.") == [None]
    assert types("Chad dismissed the council's demand.") == [EventType.REJECT]


@pytest.mark.parametrize(
    "text",
    [
        "Chadian soldiers were searching the vehicles for what remained of a drone.",
        "Chadian soldiers searched the ships for a missing boy.",
    ],
)
def test_who_searches_for_something_seizes_nothing_by_the_encoders_word(text):
    from onrecord.reading.events.arguments import Arguments
    from onrecord.reading.events.other_senses import is_other_sense
    from onrecord.reading.events.slots import verb_slots

    doc, book = parse(load_parser(), Article("a", text)), load_codebook()
    verb = next(t for t in doc if t.lemma_ == "search")
    slots = verb_slots(verb, (), book.modality)
    arguments = Arguments(doc, (), book)
    assert is_other_sense(verb, EventType.COERCE, slots, arguments, book, known=True, met=True)


def test_remains_and_captives_exchanged_are_a_swap_between_two():
    for text in (
        "The remains of two friends were exchanged at the bridge.",
        "The exchange of nine captives took place on Friday.",
        "Chad and Libya swapped nine detainees.",
    ):
        assert types(text) == [EventType.COOPERATE]
    assert EventType.ASSAULT in types("Chad and Libya exchanged fire.")


def test_whom_rebels_hold_is_abducted_and_whom_a_state_holds_arrested():
    (told,) = happenings("The rebels are holding two nurses.", "rebels", "nurses")
    assert (told.type, told.mode) == (EventType.ASSAULT, "abduct")
    (told,) = happenings("Chad is holding two nurses.", "nurses")
    assert (told.type, told.mode) == (EventType.COERCE, "arrest")


def test_cover_withdrawn_is_no_retreat():
    assert types("The council has withdrawn war-risk cover from Libyan tankers.") == [EventType.SANCTION]
    assert EventType.RETREAT in types("Chad withdrew its soldiers from Libya.")


def test_a_dissolution_is_no_retreat():
    (told,) = happenings("Chad told of the dissolution of parliament.", "parliament")
    assert told.type is EventType.COERCE


def test_documents_passed_on_are_no_help_and_no_retreat():
    assert types("The clerk handed over 30 documents to Libya.") == [None]
    assert types("Chad handed over the islands to Libya.") == [EventType.RETREAT]


def test_ships_are_chartered_from_whom_they_belong_to():
    (told,) = happenings("Chad chartered a repair ship from Libya.")
    assert told.type is EventType.COOPERATE
    assert [party.name for party in told.recipients] == ["Libya"]


def test_what_lorries_carry_is_what_is_sent():
    (told,) = happenings("Chad sent trucks loaded with rice to Libya.")
    assert [item.kind for item in told.items] == ["food"]
    (told,) = happenings("Chad sent trucks to Libya.")
    assert [item.kind for item in told.items] == ["vehicles"]


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("The exchange of nine captives is off, Chad said.", True),
        ("The exchange of nine captives is over.", False),
    ],
)
def test_a_swap_that_is_off_is_not_done(text, negated):
    assert [one.negated for one in happenings(text)] == [negated]


def test_a_price_cap_broken_is_no_breach_of_data():
    assert types("Chad spoke of a breach of the African Union price cap.") == []
    assert types("Chad spoke of a breach at the council.") == [None]


@pytest.mark.parametrize("how", ["Chad summoned the Libyan envoy to protest.", "Chad ended a drill."])
def test_a_grievance_an_envoy_is_to_hear_and_the_end_of_a_drill_are_no_march_and_no_sanction(how):
    assert {EventType.PROTEST, EventType.SANCTION}.isdisjoint(types(how))


def test_help_that_is_ended_and_a_drill_that_is_broken_off_are_withdrawn():
    assert types("Chad ended its aid to Libya.") == [EventType.SANCTION]
    assert EventType.SANCTION in types("Chad suspended its joint drills with Libya.")


def test_embassy_staff_are_expelled_as_diplomats_are():
    for text in (
        "Chad expelled three Libyan embassy employees.",
        "Chad declared two Libyan diplomats personae non gratae.",
        "Chad ordered the UN coordinator to leave the country.",
    ):
        (told,) = happenings(text, "Libyan embassy employees", "Libyan diplomats", "coordinator")
        assert (told.type, told.mode, len(told.recipients)) == (EventType.SANCTION, "expel", 1)


def test_who_is_let_off_sanctions_is_not_sanctioned():
    (told,) = happenings("Chad exempted a Libyan bank from its sanctions.", "Libyan bank")
    assert told.type is EventType.CONCEDE
    assert [party.name for party in told.recipients] == ["Libyan bank"]


def test_rebels_driven_out_are_attacked_and_villagers_deported():
    assert types("Chad's army drove the rebels out of the town.") == [EventType.ASSAULT]
    assert types("Chad drove 400 migrants out of the town.") == [EventType.COERCE]


def test_uranium_enriched_helps_nobody():
    assert types("Chad has enriched uranium.") == [None]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Chad and Libya voted against it.", EventType.REJECT),
        ("Chad and Libya voted in favour of the motion.", EventType.SUPPORT),
        ("Chad voted for Libya's draft.", EventType.SUPPORT),
        ("Chad abstained.", None),
    ],
)
def test_a_vote_is_told_with_what_it_was_for(text, wanted):
    assert types(text) == [wanted]


def test_an_outcome_is_rejected_though_its_owner_is_untold():
    assert types("The African Union rejected the result.") == [EventType.REJECT]


def test_food_lorries_sent_are_help_and_tanks_sent_are_forces():
    (told,) = happenings("Lorries were turned back; Chad had sent the food trucks.")
    assert told.type is EventType.AID
    assert [item.kind for item in told.items] == ["food"]
    assert types("Chad sent trucks to the border.") == [EventType.MOBILIZE]


def test_money_released_to_help_somebody_is_for_him():
    (told,) = happenings("The council released 30 million euros to help Libya pay for gas.")
    assert [party.name for party in told.recipients] == ["Libya"]


def test_who_calls_in_an_envoy_to_protest_complains_once():
    (told,) = happenings("Chad called in the Libyan envoy on Friday to protest at the delay.", "Libyan envoy")
    assert (told.type, [party.name for party in told.recipients]) == (EventType.ACCUSE, ["Libyan envoy"])


def test_people_refused_entry_are_told_of_though_nobody_named_them():
    (told,) = happenings("The inspectors were denied entry twice last month.", "inspectors")
    assert told.type is EventType.REJECT


def test_people_on_both_sides_of_a_swap_are_exchanged():
    for text in (
        "Chad swapped a teacher for a Libyan spy.",
        "Two sailors held by Chad were swapped for nine fighters.",
    ):
        assert EventType.COOPERATE in types(text)


def test_what_one_man_passes_on_is_no_help():
    assert types("The guard passed information to Libya, in exchange for 400 euros.") == [None]
    (told,) = happenings("The suspect admitted handing over the material.", "suspect")
    assert told.type is None
    assert types("Chad passed information to Libya.") == [EventType.AID]


def test_a_boat_pushed_back_is_no_move_of_forces():
    assert types("Chad's guards pushed back a boat with forty migrants.") == [EventType.COERCE]


def test_a_road_reopened_lets_people_through():
    (told,) = happenings("Chad has reopened the road to the friends.")
    assert (told.type, told.mode) == (EventType.RETREAT, "access")


def test_an_army_chief_dismissed_loses_his_post():
    assert types("The African Union dismissed the army chief.") == [None]


def test_who_shot_something_down_killed_those_in_it():
    told = happenings("A Libyan helicopter was shot down by Chad, killing eight officers.")
    assert [[party.name for party in one.actors] for one in told] == [["Chad"], ["Chad"]]


def test_whoever_runs_onto_a_mine_is_its_victim():
    (told,) = happenings("A Libyan convoy hit a landmine near the lake.")
    assert (told.type, told.actors, len(told.recipients)) == (EventType.ASSAULT, (), 1)


def test_a_base_handed_over_is_given_up_and_an_inquiry_is_not():
    assert types("Chad handed over its last base to Libya.") == [EventType.RETREAT]
    assert types("Chad handed the investigation over to Libya.") == []


def test_a_bill_rejected_and_a_draft_vetoed_are_refusals_whoever_brought_them():
    assert types("The African Union rejected a bill on fishing.") == [EventType.REJECT]
    assert types("Chad vetoed it.") == [EventType.REJECT]


def test_a_pardon_is_told_though_nobody_knows_the_pardoned():
    assert types("Chad's council pardoned the blogger.") == [EventType.CONCEDE]


def test_soldiers_sent_to_fight_alongside_somebody_help_him():
    (told,) = happenings("Chad sent 400 soldiers to fight alongside the friends.")
    assert (told.type, [party.name for party in told.recipients]) == (EventType.AID, ["friends"])


def test_migrants_flown_back_are_deported():
    assert types("Chad flew 220 migrants back to Libya.") == [EventType.COERCE]


def test_rebels_who_stay_away_from_talks_refuse_them_and_shoppers_boycott():
    assert types("Chad stayed away from the second round.") == [EventType.REJECT]
    assert types("The friends stayed away from the shops.") == [EventType.PROTEST]


def test_families_enter_a_base_and_rebels_take_a_town():
    assert EventType.COERCE not in types("Hundreds of friends entered the base.")
    assert [h.type for h in happenings("The rebels entered the town.", "rebels")] == [EventType.COERCE]


def test_data_for_targeting_is_no_attack_on_computers():
    assert EventType.COERCE not in types("Chad denied supplying targeting data.")
    assert types("Chadian hackers are targeting data of the council.") == [EventType.COERCE]


def test_ships_that_were_sunk_were_attacked_and_ships_that_sank_went_down():
    assert types("Two Chadian boats were sunk near the island.") == [EventType.ASSAULT]
    assert types("Two Chadian boats sank near the island.") == [None]


def test_valves_shut_on_somebody_cut_him_off():
    assert [(h.type, h.mode) for h in happenings("Chad closed the valves.")] == [
        (EventType.SANCTION, "discontinue")
    ]


def test_power_handed_over_at_home_is_nobodys_exchange():
    assert types("The handover of power in Chad was peaceful.") == [None]


def test_forces_drawn_back_are_withdrawn():
    assert types("Chad promised to draw back its tanks.") == [EventType.RETREAT]


def test_a_visit_cut_short_breaks_off_no_relations():
    assert EventType.SANCTION not in types("Chad cut short its visit to Libya.")
    assert types("Chad broke off its talks with Libya.") == [EventType.SANCTION]


def test_imports_that_are_banned_are_no_trade():
    assert types("The disease led nine states to ban imports of beef from Chad.") == []
    assert types("Libya imported beef from Chad.") == [EventType.COOPERATE]


def test_what_people_are_told_is_no_help():
    told = happenings("Libya gave people the right information.", "people")
    assert [h for h in told if h.type is EventType.AID] == []
    assert types("Libya gave Chad information on bases.") == [EventType.AID]


def test_counted_sides_of_a_place_are_nobody():
    (siege,) = happenings("The town was besieged by Chad on three sides.", "three sides")
    assert ([p.name for p in siege.actors], siege.recipients) == (["Chad"], ())
