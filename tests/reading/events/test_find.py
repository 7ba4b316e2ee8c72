"""Who did what to whom, on sentences of our own; the parties are told by hand."""

from dataclasses import replace
from datetime import date

import pytest
from spacy.tokens import Doc

from onrecord.codebook import load_codebook
from onrecord.reading.events.arguments import Arguments
from onrecord.reading.events.blasts import is_known_blast
from onrecord.reading.events.check import check_frames, named_mentions
from onrecord.reading.events.clauses import subjects_of
from onrecord.reading.events.find import find_happenings
from onrecord.reading.events.status import read_telling
from onrecord.reading.layers import Attribution, Happening, Layers, Mention, MentionForm, set_layers
from onrecord.reading.parse import load_parser, parse
from onrecord.records import Article, EventType, Inserted, PartyKind, Stance, Status

pytestmark = pytest.mark.weights


def happenings(text: str, *parties: str, **layers: object) -> tuple[Happening, ...]:
    article = Article("a", text, published=date(2024, 5, 1))
    doc = parse(load_parser(), article)
    stand = Layers(article, mentions=named_mentions(doc, parties), **layers)
    set_layers(doc, stand)
    return find_happenings(doc, stand, load_codebook())


def one(text: str, *parties: str) -> Happening:
    found = happenings(text, *parties)
    assert len(found) == 1, [(h.type, h.trigger) for h in found]
    return found[0]


def who(happening: Happening) -> tuple[list[str], list[str]]:
    return [p.name for p in happening.actors], [p.name for p in happening.recipients]


@pytest.mark.parametrize(
    "text",
    [
        "Chad attacked Libya.",
        "Libya was attacked by Chad.",
        "Libya, attacked by Chad in May, called up reservists.",
        "Libya, which Chad attacked in May, is calm.",
        "Chad carried out an attack on Libya.",
        "The attack on Libya by Chad lasted hours.",
        "Chad's attack on Libya lasted hours.",
        "Chad was seen to attack Libya.",
    ],
)
def test_actor_and_recipient_are_the_same_in_every_construction(text):
    found = [h for h in happenings(text, "Chad", "Libya") if h.type is EventType.ASSAULT]
    assert [who(h) for h in found] == [(["Chad"], ["Libya"])]


def test_subject_of_a_controlled_verb_is_whom_the_governor_addresses():
    found = happenings("Norway urged Chad to withdraw its troops from Libya.", "Norway", "Chad", "Libya")
    (withdrawal,) = [h for h in found if h.type is EventType.RETREAT]
    assert who(withdrawal) == (["Chad"], ["Libya"])
    assert withdrawal.status is Status.DEMANDED


def test_compound_parties_are_lists_in_one_event():
    deed = one("Chad and Niger bombed Libya.", "Chad", "Niger", "Libya")
    assert who(deed) == (["Chad", "Niger"], ["Libya"])


def test_a_condition_that_names_nobody_is_no_deed_of_its_own():
    text = "Norway might offer Chad a loan in the event of an attack{}."
    assert [h.type for h in happenings(text.format(" on the border"), "Norway", "Chad")] == [EventType.AID]
    assert {h.type for h in happenings(text.format(" by Libya"), "Norway", "Chad", "Libya")} == {
        EventType.AID,
        EventType.ASSAULT,
    }


def test_coordinated_verb_shares_its_subject():
    found = happenings("Chad bombed Libya and deported the rebels.", "Chad", "Libya", "rebels")
    assert [who(h)[0] for h in found] == [["Chad"], ["Chad"]]


def test_items_say_what_passes():
    deed = one("Chad exported rifles, artillery shells and other arms to Libya.", "Chad", "Libya")
    assert [(i.kind, i.span.text) for i in deed.items] == [
        ("weapons", "rifles"),
        ("ammunition", "artillery shells"),
        ("weapons", "other arms"),
    ]
    assert {i.direction for i in deed.items} == {"to_recipient"}


def test_what_is_given_in_return_is_told_with_the_item():
    deed = one("Chad shipped missiles to Libya in exchange for oil.", "Chad", "Libya")
    assert [(i.kind, i.in_return_for) for i in deed.items] == [("missiles", "fuel")]


@pytest.mark.parametrize(
    "text",
    [
        "Chad promised to ship missiles to Libya in exchange for oil.",
        "In exchange for oil, Chad promised to ship missiles to Libya.",
    ],
)
def test_what_is_promised_in_return_is_told_with_the_item(text):
    deed = one(text, "Chad", "Libya")
    assert [(i.kind, i.in_return_for) for i in deed.items] == [("missiles", "fuel")]


def test_purpose_tells_who_is_helped_and_who_is_fought():
    found = happenings("Chad sent troops to help Libya against Niger.", "Chad", "Libya", "Niger")
    assert [(h.type, who(h)) for h in found] == [(EventType.AID, (["Chad"], ["Libya"]))]
    assert [p.name for p in found[0].against] == ["Niger"]


@pytest.mark.parametrize(
    ("text", "status", "negated"),
    [
        ("Chad attacked Libya.", Status.HAPPENED, False),
        ("Chad is attacking Libya.", Status.ONGOING, False),
        ("Chad will attack Libya.", Status.PLANNED, False),
        ("Chad plans to attack Libya.", Status.PLANNED, False),
        ("Chad is preparing to attack Libya.", Status.PLANNED, False),
        ("Chad could attack Libya.", Status.POSSIBLE, False),
        ("Chad's suspected attack on Libya made news.", Status.POSSIBLE, False),
        ("Chad's planned attack on Libya made news.", Status.PLANNED, False),
        ("Chad did not attack Libya.", Status.HAPPENED, True),
        ("Chad has never attacked Libya.", Status.HAPPENED, True),
        ("Chad failed to attack Libya.", Status.HAPPENED, True),
        ("If Chad attacks Libya, prices rise.", Status.CONDITIONAL, False),
        ("Chad would attack Libya if the talks fail.", Status.CONDITIONAL, False),
        ("Chad is unlikely to attack Libya.", Status.POSSIBLE, False),
        ("The law allows Libya to be attacked by Chad.", Status.POSSIBLE, False),
        ("Mali asked whether Chad had lied or had attacked Libya.", Status.POSSIBLE, False),
        ("Mali asked whether Niger had left, and Chad attacked Libya.", Status.HAPPENED, False),
        ("Mali waits while Chad attacks Libya.", Status.ONGOING, False),
        ("Chad now attacks Libya every week.", Status.ONGOING, False),
        ("Mali waited while Chad attacked Libya.", Status.HAPPENED, False),
        ("Chad has now attacked Libya.", Status.HAPPENED, False),
        ("Chad is open to attacking Libya.", Status.POSSIBLE, False),
        ("Chad opened the border to attack Libya.", Status.PLANNED, False),
        ("In the event Chad attacked Libya, prices would rise.", Status.CONDITIONAL, False),
        ("In the event that Libya was attacked by Chad, prices would rise.", Status.CONDITIONAL, False),
        ("In the event that shook Mali, Chad attacked Libya.", Status.HAPPENED, False),
    ],
)
def test_status_is_told_by_the_deeds_own_clause(text, status, negated):
    (deed,) = [h for h in happenings(text, "Chad", "Libya") if h.type is EventType.ASSAULT]
    assert (deed.status, deed.negated) == (status, negated)


@pytest.mark.parametrize(
    "text",
    [
        "Chad would sometimes attack Libya.",
        "Chad will usually go and attack Libya.",
        "Chad would often attack Libya at night.",
    ],
)
def test_what_somebody_would_often_do_is_no_plan(text):
    (deed,) = [h for h in happenings(text, "Chad", "Libya") if h.type is EventType.ASSAULT]
    assert deed.status is Status.HAPPENED


@pytest.mark.parametrize(
    "text", ["Chad talked rather than attack Libya.", "Chad held talks instead of attacking Libya."]
)
def test_what_somebody_passed_over_was_not_done(text):
    (deed,) = [h for h in happenings(text, "Chad", "Libya") if h.type is EventType.ASSAULT]
    assert deed.negated


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("An attack by Chad on Libya would bring war.", Status.POSSIBLE),
        ("Any attack by Chad on Libya could bring war.", Status.POSSIBLE),
        ("The attack by Chad on Libya could bring war.", Status.HAPPENED),
        ("An attack by Chad on Libya brought war.", Status.HAPPENED),
    ],
)
def test_a_deed_thought_of_for_what_it_would_do_is_possible(text, status):
    found = [h for h in happenings(text, "Chad", "Libya") if h.type is EventType.ASSAULT]
    assert found[0].status is status


def test_what_somebody_hopes_for_has_not_come():
    (deed,) = happenings("Ana Lind hopes to be elected president of Chad.", "Ana Lind", "Chad")
    assert deed.status is Status.POSSIBLE


@pytest.mark.parametrize(
    ("verb", "status"),
    [
        ("is", Status.ONGOING),
        ("has been", Status.ONGOING),
        ("was", Status.HAPPENED),
        ("had been", Status.HAPPENED),
        ("will be", Status.PLANNED),
    ],
)
def test_who_is_on_a_visit_is_visiting(verb, status):
    (deed,) = happenings(f"Chad's president {verb} on an official visit to Libya.", "Chad", "Libya")
    assert deed.status is status


def test_repeated_deed_is_marked():
    assert one("Chad has repeatedly bombed Libya.", "Chad", "Libya").repeated


def test_refusal_is_the_news_and_not_the_deed_refused():
    (deed,) = happenings("Chad refused to release the envoys.", "Chad", "envoys")
    assert deed.type is EventType.REJECT


def test_striking_a_deal_is_no_attack():
    found = happenings("Chad struck a deal with Libya.", "Chad", "Libya")
    assert EventType.ASSAULT not in {h.type for h in found}


def test_politicians_attack_on_a_rival_is_no_assault():
    found = happenings("The senator attacked the minister over taxes.", "senator", "minister")
    assert EventType.ASSAULT not in {h.type for h in found}


def test_deed_without_any_party_is_left_out():
    assert happenings("Somebody attacked something.") == ()


def test_cue_of_an_attribution_is_no_event_of_its_own():
    text = "Chad condemned Libya."
    said = Attribution(cue=(1,), content=(), sources=(), source_tokens=(0,), stance=Stance.CONDEMNS)
    assert happenings(text, "Chad", "Libya", attributions=(said,)) == ()
    assert len(happenings(text, "Chad", "Libya")) == 1


def test_inserted_text_is_not_read():
    text = "Chad bombed Libya.\nChad bombed Libya.\n"
    article = Article("a", text, inserted=(Inserted(0, 19, text[:19], "headline of another story"),))
    doc = parse(load_parser(), article)
    layers = Layers(article, mentions=named_mentions(doc, ["Chad", "Libya"]))
    set_layers(doc, layers)
    assert all(h.head >= 5 for h in find_happenings(doc, layers, load_codebook()))


def test_every_frame_matches_every_example_of_its_own():
    failed = [r for r in check_frames(load_codebook(), load_parser()) if r.found is not None]
    assert [(r.frame, r.text, r.found) for r in failed] == []


def test_visit_one_is_on_has_its_host_as_recipient():
    found = happenings("The minister is on a visit to Chad.", "minister", "Chad")
    assert [(h.type, h.mode, who(h)) for h in found] == [
        (EventType.CONSULT, "visit", (["minister"], ["Chad"]))
    ]


def test_accident_is_no_assault():
    assert happenings("The storm killed eleven sailors from Chad.", "Chad") == ()


def party(text: str, name: str, kind: PartyKind, form: MentionForm) -> tuple[Mention, Doc]:
    doc = parse(load_parser(), Article("a", text))
    (mention,) = named_mentions(doc, [name])
    return replace(mention, form=form, party=replace(mention.party, id=name, kind=kind)), doc


def test_person_of_a_country_does_not_act_for_it():
    one_citizen, doc = party("A Chadian joined the march.", "Chadian", PartyKind.STATE, MentionForm.DEMONYM)
    assert Arguments(doc, [one_citizen], load_codebook()).parties([doc[1]]) == ()
    forces, doc = party("Chadian forces joined the march.", "Chadian", PartyKind.STATE, MentionForm.DEMONYM)
    found = Arguments(doc, [forces], load_codebook()).parties([doc[1]])
    assert [p.id for p in found] == ["Chadian"]


def test_forces_for_a_leader_are_not_the_leader():
    backed, doc = party("Pro-Bello forces fled.", "Bello", PartyKind.PERSON, MentionForm.NAME)
    forces = next(t for t in doc if t.text == "forces")
    assert Arguments(doc, [backed], load_codebook()).parties([forces]) == ()


@pytest.mark.parametrize(("thing", "whose"), [("snipers", []), ("tanks", []), ("house", ["Kole"])])
def test_arms_and_men_of_a_leader_are_not_the_leader(thing, whose):
    kole, doc = party(f"Rebels hit Kole's {thing}.", "Kole", PartyKind.PERSON, MentionForm.NAME)
    arguments, (token,) = Arguments(doc, [kole], load_codebook()), [t for t in doc if t.text == thing]
    assert [p.id for p in (*arguments.parties([token]), *arguments.owners([token]))] == whose


def test_who_is_called_on_on_a_day_is_who_is_to_do_it():
    event = one("Norland called on Sudmark Friday to withdraw its troops.", "Norland", "Sudmark")
    assert who(event)[0] == ["Sudmark"]


def test_who_is_told_what_happened_has_not_done_it():
    found = happenings("A doctor told Norland there were four wounded at the hospital.", "Norland")
    assert all("Norland" not in who(h)[0] for h in found)


def test_what_is_asked_is_no_deed():
    assert not happenings("Will Chad attack Libya?", "Chad", "Libya")


@pytest.mark.parametrize(
    "text",
    [
        "The militia claimed responsibility for the bombing.",
        "The militia denied responsibility for the bombing.",
        "Responsibility for the bombing was claimed by the militia.",
        "The bombing was claimed by the militia.",
        "The minister blamed the militia for the bombing.",
        "The minister blamed the bombing on the militia.",
        "The militia was behind the bombing.",
        "The militia is responsible for the bombing.",
        "The minister condemned the militia for its bombing.",
    ],
)
def test_actor_of_a_deed_is_whoever_is_told_to_be_behind_it(text):
    (bombing,) = [h for h in happenings(text, "militia", "its") if h.type is EventType.ASSAULT]
    assert who(bombing) == (["militia"], [])


def test_place_goods_are_sent_to_somebody_in_is_no_particle_of_the_verb():
    sent = one("Chad sent forty trucks of fuel to militia in Libya.", "Chad", "militia", "Libya")
    assert (sent.type, who(sent)) == (EventType.AID, (["Chad"], ["militia"]))
    assert [item.kind for item in sent.items] == ["fuel"]


def test_fighting_that_breaks_out_between_two_is_theirs():
    assert who(one("Clashes broke out between Chad and Libya.", "Chad", "Libya")) == (["Chad", "Libya"], [])


def test_bomb_that_goes_off_is_an_attack_and_no_accident():
    found = happenings("A roadside bomb went off near the barracks.")
    assert {h.type for h in found} == {EventType.ASSAULT}


def test_attack_on_computers_is_no_assault():
    attack = one("The group attacked the computers of Libya.", "group", "Libya")
    assert (attack.type, attack.mode) == (EventType.COERCE, "cyber")


def test_strike_that_kills_stands_for_the_state_it_is_of():
    found = happenings("A Chadian strike killed a Libyan general.", "Chadian", "Libyan")
    assert (["Chadian"], ["Libyan"]) in [who(h) for h in found]


def test_protest_lodged_with_a_state_is_a_complaint_and_no_march():
    complaint = one("Chad lodged a protest with Libya over the radar.", "Chad", "Libya")
    assert (complaint.type, who(complaint)) == (EventType.ACCUSE, (["Chad"], ["Libya"]))


def test_doer_told_after_whom_the_deed_is_done_to_is_its_actor():
    expulsion = one("The expulsion of three Libyan envoys by Chad was announced.", "Libyan", "Chad")
    assert [p.name for p in expulsion.actors] == ["Chad"]


def test_resuming_flights_is_no_aid():
    resumed = one("Chad agreed to resume flights to Libya.", "Chad", "Libya")
    assert (resumed.type, resumed.status) == (EventType.COOPERATE, Status.PLANNED)


def test_nobody_is_behind_a_deed_no_group_has_claimed():
    assert one("No group has claimed responsibility for the bombing.").actors == ()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Talks between Chad and Libya began on Monday.", Status.HAPPENED),
        ("Talks between Chad and Libya will begin on Monday.", Status.PLANNED),
        ("Talks between Chad and Libya are due to resume on Monday.", Status.PLANNED),
        ("Talks between Chad and Libya may take place on Monday.", Status.POSSIBLE),
    ],
)
def test_deed_that_is_a_subject_stands_as_its_verb_of_coming_about(text, status):
    assert one(text, "Chad", "Libya").status is status


def test_meeting_that_did_not_take_place_is_negated():
    assert one("The meeting between Chad and Libya did not take place.", "Chad", "Libya").negated


def test_truce_due_to_take_effect_is_planned_and_binds_both_sides():
    truce = one("The truce between Chad and Libya is due to take effect at noon.", "Chad", "Libya")
    assert (truce.type, truce.status, who(truce)) == (
        EventType.RETREAT,
        Status.PLANNED,
        (["Chad", "Libya"], []),
    )


def test_what_is_called_a_crime_is_not_demanded():
    (sale,) = happenings("Chad called the rifle sale to Libya a crime.", "Chad", "Libya")
    assert (sale.type, sale.status) == (EventType.AID, Status.HAPPENED)


def test_imports_a_ban_is_on_are_no_deed_and_their_seller_is_whom_it_meets():
    ban = one("Chad lifted its ban on imports of meat from Libya.", "Chad", "Libya")
    assert (ban.type, who(ban)) == (EventType.CONCEDE, (["Chad"], ["Libya"]))


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Chadian troops were stationed in the north.", EventType.MOBILIZE),
        ("Chadian troops were sent to Libya.", EventType.AID),
        ("Chadian troops were withdrawn from Libya.", EventType.RETREAT),
    ],
)
def test_troops_that_are_moved_act_for_the_state_they_are_of(text, type_):
    moved = one(text, "Chadian", "Libya")
    assert (moved.type, [p.name for p in moved.actors]) == (type_, ["Chadian"])


def test_warship_of_a_state_acts_for_it():
    shots = one("Two of its frigates fired shots at a Libyan trawler.", "its", "Libyan")
    assert who(shots) == (["its"], ["Libyan"])


def test_veto_cast_is_a_rejection_though_nothing_tells_of_what():
    assert one("The motion failed after Chad cast its veto.", "Chad").type is EventType.REJECT


def test_crowd_in_the_streets_protests_though_it_has_no_name():
    assert one("Thousands took to the streets on Sunday.").type is EventType.PROTEST


def test_state_named_before_a_protest_is_not_who_protests():
    found = happenings("Students held a rally against the ministry.", "Students", "the ministry")
    assert [who(h) for h in found] == [(["Students"], ["the ministry"])]
    article = Article("a", "Chad's protests against the ministry went on.", published=date(2024, 5, 1))
    doc = parse(load_parser(), article)
    mentions = tuple(
        replace(m, party=replace(m.party, kind=PartyKind.STATE)) if m.party.name == "Chad" else m
        for m in named_mentions(doc, ("Chad", "the ministry"))
    )
    stand = Layers(article, mentions=mentions)
    set_layers(doc, stand)
    assert [who(h) for h in find_happenings(doc, stand, load_codebook())] == [([], ["the ministry"])]


def test_a_named_storm_attacks_nobody():
    found = happenings("Nine people were killed by Cyclone Orla in Chad.", "Chad")
    assert [h.type for h in found if h.type is EventType.ASSAULT] == []


def test_calling_itself_something_demands_nothing():
    doc = load_parser()("Norway blamed a group that calls itself Grey Bay of attacking Denmark.")
    attacking = next(token for token in doc if token.text == "attacking")
    assert read_telling(attacking, None, load_codebook().modality).status is not Status.DEMANDED


@pytest.mark.parametrize(
    ("text", "parties", "told"),
    [
        ("A drone hit a fuel depot near the harbour.", (), (EventType.ASSAULT, [], [])),
        ("The overnight barrage left nine dead.", (), (EventType.ASSAULT, [], [])),
        ("Two envoys are in custody.", ("envoys",), (EventType.COERCE, [], ["envoys"])),
        ("Togo stopped a Chadian ship.", ("Togo", "Chadian"), (EventType.COERCE, ["Togo"], ["Chadian"])),
        ("Togo handed two hostages to Chad.", ("Togo", "Chad"), (EventType.RETREAT, ["Togo"], ["Chad"])),
        ("The nurses' union began a strike.", ("union",), (EventType.PROTEST, ["union"], [])),
        (
            "Chad threatened Libya with sanctions.",
            ("Chad", "Libya"),
            (EventType.SANCTION, ["Chad"], ["Libya"]),
        ),
    ],
)
def test_a_deed_told_in_another_of_its_common_ways_has_its_type_and_parties(text, parties, told):
    happening = one(text, *parties)
    assert (happening.type, *who(happening)) == told


@pytest.mark.parametrize(
    "text",
    [
        "Rivals tried to hijack the debate in Chad.",
        "Anger exploded in Chad.",
    ],
)
def test_force_in_a_manner_of_speaking_is_no_deed(text):
    assert happenings(text, "Chad") == ()


def test_who_demands_a_release_is_not_who_is_to_release():
    happening = one("Chad demanded the release of the envoys.", "Chad", "envoys")
    assert who(happening) == ([], ["envoys"])


def test_a_report_released_is_nobody_set_free():
    assert happenings("A Chad study was released on Monday.", "Chad study") == ()


def test_who_is_discharged_from_hospital_was_held_by_nobody():
    assert happenings("The envoys were discharged from hospital.", "envoys") == ()
    one("The envoys were discharged from prison.", "envoys")


@pytest.mark.parametrize(
    ("text", "parties", "unwanted"),
    [
        ("The council, charged with overseeing the vote, met Chad.", ("council", "Chad"), EventType.COERCE),
        ("Chad took over the mission from Libya.", ("Chad", "Libya"), EventType.COERCE),
        ("Peru regretted the position of Chile.", ("Peru", "Chile"), EventType.CONCEDE),
        ("The agency raised its pandemic alert in May.", ("agency",), EventType.MOBILIZE),
    ],
)
def test_words_of_a_deed_used_of_something_else_tell_none(text, parties, unwanted):
    assert unwanted not in {h.type for h in happenings(text, *parties)}


def test_what_is_only_like_a_partys_deed_is_not_its_own():
    found = happenings("The talks saved them from a Chad-style military intervention.", "Chad")
    assert [h for h in found if h.actors] == []


def test_goods_cut_off_are_not_also_told_as_given():
    happening = one("Chad cut off its gas supplies to Libya.", "Chad", "Libya")
    assert (happening.type, [item.kind for item in happening.items]) == (EventType.SANCTION, ["fuel"])


def test_a_word_of_another_clause_is_no_part_of_the_verb():
    assert happenings("The king was sure the envoys were missing the point.", "king") == ()


def test_what_is_waited_for_until_something_will_be_done_is_to_come():
    told = {
        h.type: h for h in happenings("Chad would not leave until Libya freed the envoys.", "Chad", "Libya")
    }
    assert told[EventType.RETREAT].status is Status.PLANNED


def test_moving_soldiers_out_is_a_withdrawal():
    happening = one("Chad began moving soldiers out of Libya.", "Chad", "Libya")
    assert (happening.type, happening.mode) == (EventType.RETREAT, "withdraw")


@pytest.mark.parametrize(
    "text",
    [
        "A Chadian drone strike killed a Libyan general.",
        "The shelling of the port by Chadian forces killed a Libyan general.",
    ],
)
def test_deed_that_kills_stands_for_its_doer_wherever_that_is_told(text):
    found = happenings(text, "Chadian", "Libyan")
    assert (["Chadian"], ["Libyan"]) in [who(h) for h in found]


@pytest.mark.parametrize(
    "text",
    [
        "Chad shot down two drones flown by Libya.",
        "Chad bombed a clinic run by Libya.",
        "Chad bombed a ship belonging to Libya.",
        "Chad shelled one of Libya's boats.",
    ],
)
def test_thing_struck_is_whose_it_is_by_the_clause_behind_it(text):
    found = happenings(text, "Chad", "Libya")
    assert (["Chad"], ["Libya"]) in [who(h) for h in found]


def test_talks_that_only_date_a_deed_are_its_doers_with_the_other():
    found = happenings("Chad freed two men after talks with Libya.", "Chad", "Libya")
    (talks,) = [h for h in found if h.type is EventType.CONSULT]
    assert {p.name for p in talks.actors} == {"Chad", "Libya"}


def test_talks_somebody_goes_for_are_the_goers_with_the_other():
    found = happenings("Chad flew home for talks with Libya.", "Chad", "Libya")
    (talks,) = [h for h in found if h.head == 4]
    assert {p.name for p in talks.actors} == {"Chad", "Libya"}


@pytest.mark.parametrize(
    ("text", "verb", "doers"),
    [
        (
            '"For the first time there have been clashes and people are fighting back," said Ines Allaf.',
            "fighting",
            [],
        ),
        (
            "Envoys discussed a draft resolution authorizing a no-fly zone to halt air strikes on rebels.",
            "halt",
            ["resolution"],
        ),
    ],
)
def test_who_only_tells_or_discusses_a_deed_is_not_its_doer(text, verb, doers):
    doc = parse(load_parser(), Article("a", text))
    (deed,) = [token for token in doc if token.text == verb]
    assert [t.text for t in subjects_of(deed, load_codebook().modality)] == doers


def test_where_a_doer_is_posted_has_no_part():
    found = happenings("The supplies were handed over by Chad's ambassador to Libya.", "Chad", "Libya")
    assert [who(h) for h in found] == [(["Chad"], [])]


@pytest.mark.parametrize("refused", ["vetoed", "rejected", "blocked", "opposed"])
def test_who_refuses_a_plan_does_not_carry_it_out(refused):
    found = happenings(f"Norway {refused} a plan to give Libya tanks.", "Norway", "Libya")
    assert not any("Norway" in who(h)[0] for h in found if h.type is EventType.AID)


def test_who_presents_a_plan_carries_it_out():
    found = happenings("Norway approved a bill to send tanks to Libya.", "Norway", "Libya")
    (aid,) = [h for h in found if h.type is EventType.AID]
    assert who(aid) == (["Norway"], ["Libya"])


@pytest.mark.parametrize(
    "text",
    [
        "Norway thanked Chad for its help in freeing Libya.",
        "Norway blamed Chad for its role in freeing Libya.",
    ],
)
def test_who_is_thanked_or_blamed_for_a_part_in_a_deed_has_done_it(text):
    (freed,) = [h for h in happenings(text, "Norway", "Chad", "Libya") if h.type is EventType.RETREAT]
    assert who(freed) == (["Chad"], ["Libya"])


def test_parliament_that_approves_a_treaty_does_so_alone():
    approval = one("The parliament approved the treaty with Chad.", "parliament", "Chad")
    assert [p.name for p in approval.actors] == ["parliament"]


def test_country_an_ambush_was_in_is_not_whom_it_struck():
    found = happenings("Libya was hit by an ambush by the rebels in Chad.", "rebels", "Chad", "Libya")
    assert found
    assert all("Chad" not in who(h)[1] for h in found)


def test_word_that_only_tells_of_what_sort_a_thing_is_makes_no_deed_of_two_words():
    found = happenings("Chad destroyed a chemical weapons plant in Libya.", "Chad", "Libya")
    assert all(h.type is not EventType.RETREAT for h in found)


def test_an_agreement_or_order_named_by_what_it_is_about_is_that():
    found = happenings("Chad and Mali are guilty of violating the ceasefire agreement.", "Chad", "Mali")
    assert [h.type for h in found] == [EventType.ASSAULT]


@pytest.mark.parametrize(
    ("text", "type_", "status", "negated"),
    [
        ("Chad moved a step closer to imposing sanctions on Libya.", "SANCTION", "possible", False),
        ("Chad is on the brink of withdrawing its troops from Libya.", "RETREAT", "possible", False),
        ("Chad is close to invading Libya.", "ASSAULT", "possible", False),
        ("Chad asked experts to draft sanctions against Libya.", "SANCTION", "planned", False),
        ("Chad asked experts to draft a list of sanctions against Libya.", "SANCTION", "planned", False),
        ("There are no talks between Chad and Libya unless Mali pays.", "CONSULT", "conditional", True),
        ("Other talks between Chad and Libya in the future will help.", "CONSULT", "planned", False),
        ("Mali hopes that Chad will return to talks with Libya.", "CONSULT", "possible", False),
        ("Chad's delivery of fuel to Libya is still being slowed by checks.", "AID", "ongoing", False),
        ("Toppling Libya's government is not Chad's agenda.", "COERCE", "planned", True),
        ("Chad's goal is toppling Libya's government.", "COERCE", "planned", False),
        ("The raid could trigger sanctions against Chad and Libya.", "SANCTION", "possible", False),
        ("Sanctions imposed on Chad by Libya remain in force.", "SANCTION", "ongoing", False),
        ("Mali is open to talks between Chad and Libya.", "CONSULT", "possible", False),
        ("Mali opened talks between Chad and Libya.", "CONSULT", "happened", False),
        ("The talks between Chad and Libya are in their third day.", "CONSULT", "ongoing", False),
        ("The lengthening war between Chad and Libya has cost them dear.", "ASSAULT", "ongoing", False),
    ],
)
def test_deed_not_done_yet_or_still_under_way_is_told_as_such(text, type_, status, negated):
    found = [h for h in happenings(text, "Chad", "Libya") if h.type is EventType(type_)]
    assert [(h.status, h.negated) for h in found] == [(Status(status), negated)]


def test_a_codebook_may_do_without_any_kind_of_item():
    book = replace(load_codebook(), items={})
    article = Article("a", "Chad attacked Libya.")
    doc = parse(load_parser(), article)
    stand = Layers(article, mentions=named_mentions(doc, ("Chad", "Libya")))
    set_layers(doc, stand)
    (found,) = find_happenings(doc, stand, book)
    assert who(found) == (["Chad"], ["Libya"])


def test_what_a_body_is_for_is_no_deed():
    text = "Police freed nine men, according to the Committee to Protect Sailors."
    assert [h.type for h in happenings(text, "Police", "Committee to Protect Sailors")] == [EventType.RETREAT]
    assert [h.type for h in happenings("Norway moved to protect sailors.", "Norway")] == [EventType.AID]


@pytest.mark.parametrize(
    ("text", "deed", "doer"),
    [
        ("Norway fined Chad for attacking its embassy.", EventType.ASSAULT, "Chad"),
        ("Norway was fined by Chad for attacking its embassy.", EventType.ASSAULT, "Norway"),
        ("Norway on Monday called on Chad to withdraw its troops.", EventType.RETREAT, "Chad"),
        ("Norway signed an agreement with Chad to supply it with arms.", EventType.AID, "Chad"),
        ("Norway reached a deal with Chad to provide it with arms.", EventType.AID, "Chad"),
        ("Norway signed an agreement with Chad to supply Peru with arms.", EventType.AID, "Norway"),
        ("Norway carried out a wave of raids, killing nine miners.", EventType.ASSAULT, "Norway"),
        ("Norway was threatened with sanctions by Chad.", EventType.SANCTION, "Chad"),
        ("Norway threatened Chad with sanctions.", EventType.SANCTION, "Norway"),
    ],
)
def test_doer_is_who_the_words_around_the_deed_tell(text, deed, doer):
    found = [h for h in happenings(text, "Norway", "Chad", "Peru", "it") if h.type is deed]
    assert found
    assert all(who(h)[0] == [doer] for h in found)


@pytest.mark.parametrize(
    "text",
    [
        "Norway, like Peru, has faced a series of bombings this year, killing nine miners.",
        "Norway was hit by a wave of bombings in May, killing nine miners.",
        "Norway was threatened with sanctions in May.",
    ],
)
def test_nobody_does_what_is_done_to_them(text):
    found = happenings(text, "Norway", "Chad", "Peru")
    assert found
    assert all(who(h)[0] == [] for h in found)


def test_who_stops_a_protest_of_theirs_does_not_protest():
    found = happenings("Norway disrupted their demonstration in May.", "Norway", "their")
    assert all(h.type is not EventType.PROTEST or who(h)[0] == [] for h in found)
    held = happenings("Norway praised their demonstration in May.", "Norway", "their")
    assert any(h.type is EventType.PROTEST and who(h)[0] == ["their"] for h in held)


def test_who_takes_delivery_receives():
    assert who(one("Norway took delivery of two drones from Chad in May.", "Norway", "Chad")) == (
        ["Chad"],
        ["Norway"],
    )
    assert who(one("Norway took delivery of two drones in May.", "Norway")) == ([], ["Norway"])


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Gunmen kept shooting at Fort Dole Army Post that killed nine people.", "Fort Dole Army Post"),
        ("They recalled an attack at a Dole factory that injured nine.", "Dole factory"),
    ],
)
def test_place_of_an_attack_that_killed_is_not_its_doer(text, place):
    found = [h for h in happenings(text, place) if h.trigger[0] > 5]
    assert found
    assert all(who(h)[0] == [] for h in found)


def test_doer_told_before_that_keeps_his_deed():
    found = happenings("The raid by Norway that killed nine miners shook the valley.", "Norway")
    assert [who(h)[0] for h in found if h.trigger[0] > 4] == [["Norway"]]
    found = happenings("They spoke of rebels in Norway who killed nine miners.", "rebels", "Norway")
    assert [who(h)[0] for h in found] == [["rebels"]]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Norway delivered $4 billion in weaponry to Chad.", ["weapons"]),
        ("Norway gave $4 million in aid to Chad.", ["money"]),
        ("Norway gave $4 million to Chad in May.", ["money"]),
    ],
)
def test_what_a_sum_stands_for_is_what_passes(text, kinds):
    found = [h for h in happenings(text, "Norway", "Chad") if h.trigger[0] == 1]
    assert [[i.kind for i in h.items] for h in found] == [kinds]


def test_what_is_discussed_takes_no_part():
    found = happenings("Norway will discuss the envoy with Chad.", "Norway", "Chad", "envoy")
    assert [who(h)[0] for h in found] == [["Norway", "Chad"]]


def test_a_thing_of_a_firms_make_is_not_the_firm():
    found = happenings("Norway saw the crash of an Airbus in May.", "Norway", "Airbus")
    assert found
    assert not any("Airbus" in names for h in found for names in who(h))
    found = happenings("Norway sanctioned Airbus in May.", "Norway", "Airbus")
    assert [who(h) for h in found] == [(["Norway"], ["Airbus"])]


def test_a_people_with_two_names_is_no_state():
    def mentions(text):
        doc = parse(load_parser(), Article("a", text))
        told = named_mentions(doc, ["Bosnian", "Serb"])
        states = {"Bosnian": "BIH", "Serb": "SRB"}
        return doc, tuple(
            replace(
                m,
                form=MentionForm.DEMONYM,
                party=replace(m.party, id=states[m.party.name], kind=PartyKind.STATE),
            )
            for m in told
        )

    doc, told = mentions("The Bosnian Serb attack lasted hours.")
    assert not any(Arguments(doc, told, load_codebook()).names(doc[i]) for i in (1, 2))
    doc, told = mentions("The Bosnian attack lasted hours.")
    assert Arguments(doc, told, load_codebook()).names(doc[1])


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Norway lifted the sanctions on Chad.", (["Norway"], ["Chad"])),
        ("Norway's lifting of the embargo on Chad pleased farmers.", (["Norway"], ["Chad"])),
        ("Norway eased the curfew in the north.", (["Norway"], [])),
        ("Norway lifted the state of emergency on Monday.", (["Norway"], [])),
    ],
)
def test_easing_what_was_imposed_is_a_concession_and_told_once(text, parties):
    found = happenings(text, "Norway", "Chad")
    assert [(h.type, who(h)) for h in found] == [(EventType.CONCEDE, parties)]


def test_a_disease_and_a_fire_attack_nobody():
    (death,) = happenings("Cholera killed sixty people in the camps.", "Cholera")
    assert (death.type, death.actors) == (None, ())
    assert one("The flames destroyed forty houses.").type is None


def test_blasts_of_another_year_are_no_blasts_told_before():
    doc = parse(load_parser(), Article("a", "They lived through the 2015 blasts. The blasts were heard."))
    assert [is_known_blast(t) for t in doc if t.lemma_ == "blast"] == [False, True]


@pytest.mark.parametrize("text", ["The mill went up", "Gone up", "The rebels set fire"])
def test_a_text_that_ends_within_a_phrase_is_read(text):
    assert isinstance(happenings(text), tuple)
