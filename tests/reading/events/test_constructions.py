"""Constructions in which deeds, their parties and their status are told; sentences and parties of our own."""

from datetime import date

import pytest
from spacy.tokens import Doc

from onrecord.codebook import load_codebook
from onrecord.reading.events.arguments import Arguments
from onrecord.reading.events.check import named_mentions
from onrecord.reading.events.find import find_happenings, read_frames
from onrecord.reading.events.no_deeds import is_prefix
from onrecord.reading.events.no_parties import is_no_party
from onrecord.reading.events.shots import is_fired_into_sea
from onrecord.reading.events.slots import noun_slots, verb_slots
from onrecord.reading.events.tolls import is_toll_of_protest
from onrecord.reading.grounding.dates import find_dates
from onrecord.reading.layers import Happening, Layers, set_layers
from onrecord.reading.parse import load_parser, parse
from onrecord.reading.parties.find import find_mentions
from onrecord.reading.relative_pronouns import meant_noun
from onrecord.records import Article, EventType, Status

pytestmark = pytest.mark.weights

PARTIES = ("Chad", "Libya", "Chadian", "Libyan", "Norway", "friends", "Berg", "envoy")


def happenings(text: str) -> tuple[Happening, ...]:
    article = Article("a", text, published=date(2024, 5, 1))
    doc = parse(load_parser(), article)
    stand = Layers(article, mentions=named_mentions(doc, PARTIES))
    set_layers(doc, stand)
    return find_happenings(doc, stand, load_codebook())


def one(text: str, type_: EventType | None) -> Happening:
    found = [h for h in happenings(text) if h.type is type_]
    assert len(found) == 1, [(h.type, h.rules) for h in happenings(text)]
    return found[0]


def names(parties) -> list[str]:
    return [party.name for party in parties]


def test_day_hung_on_the_verb_does_not_hide_the_recipient_behind_the_same_preposition():
    assert names(one("Norway imposed sanctions on Chad on Monday.", EventType.SANCTION).recipients) == [
        "Chad"
    ]


def test_owner_before_a_compound_is_found_through_it():
    got = one("Norway may get Chadian drone technology.", EventType.AID)
    assert (names(got.actors), names(got.recipients)) == (["Chadian"], ["Norway"])


def test_soldiers_sent_without_a_told_sender_are_sent_by_their_own_country():
    got = one("Norway spoke of Chadian troops sent to Libya.", EventType.AID)
    assert (names(got.actors), names(got.recipients)) == (["Chadian"], ["Libya"])
    got = one("Norway sent Chadian troops to Libya.", EventType.AID)
    assert names(got.actors) == ["Norway"]


@pytest.mark.parametrize(
    "text",
    [
        "Norway returned a ring engraved with the image of a king to Chad.",
        "Norway returned dozens of statues to Chad.",
    ],
)
def test_thing_that_is_returned_goes_to_whom_the_last_to_names(text):
    returned = one(text, EventType.RETREAT)
    assert [p.name for p in returned.actors] == ["Norway"]
    assert [p.name for p in returned.recipients] == ["Chad"]


def test_a_visit_told_of_a_thing_returned_is_no_place_it_goes_to():
    assert not [
        h for h in happenings("Norway returned the notes taken on the visit to Chad.") if h.recipients
    ]


def test_who_is_granted_permission_is_no_sort_of_it():
    (permit,) = (h for h in happenings("Norway granted Chad permission to use the port.") if h.type)
    assert [p.name for p in permit.recipients] == ["Chad"]


def test_who_is_found_guilty_is_convicted():
    convicted = one("A court found the envoy guilty of fraud.", EventType.SANCTION)
    assert [p.name for p in convicted.recipients] == ["envoy"]


def test_observers_and_peacekeepers_sent_are_no_mobilization():
    assert not [h for h in happenings("Norway deployed election observers.") if h.type is EventType.MOBILIZE]
    assert one("Norway deployed peacekeepers in Chad.", EventType.AID).recipients[0].name == "Chad"


def test_recipient_is_whose_the_thing_is_that_stands_in_its_place():
    got = one("Norway lifted a ban on Chadian beef.", EventType.CONCEDE)
    assert names(got.recipients) == ["Chadian"]


def test_statement_accuses_for_whoever_issues_it():
    got = one("Norway released a statement criticizing Chad.", EventType.ACCUSE)
    assert (names(got.actors), names(got.recipients)) == (["Norway"], ["Chad"])


def test_gerund_as_subject_is_what_kills():
    (kill,) = [h for h in happenings("Shelling near the border killed nine guards.") if h.rules[0] != "x"]
    assert kill.type is EventType.ASSAULT


def test_goods_given_for_goods_are_told_in_return():
    got = one("Chad has exchanged diesel for missiles.", EventType.AID)
    assert [(item.kind, item.in_return_for) for item in got.items] == [("fuel", "missiles")]


def test_truce_agreed_to_is_planned_and_one_reached_is_not():
    assert one("Chad and Libya agreed to a truce.", EventType.RETREAT).status is Status.PLANNED
    assert one("Chad and Libya agreed to a cease-fire.", EventType.RETREAT).status is Status.PLANNED


def test_deed_that_hangs_on_unless_is_conditional():
    text = "Chad threatened to close its border with Libya unless the tax ends."
    assert one(text, EventType.SANCTION).status is Status.CONDITIONAL
    assert (
        one("Chad will suspend aid to Libya even if it rains.", EventType.SANCTION).status is Status.PLANNED
    )


def test_command_is_a_demand():
    assert one("Withdraw your troops from Libya!", EventType.RETREAT).status is Status.DEMANDED


def test_no_before_the_object_negates():
    got = one("Chad received no missiles from Libya.", EventType.AID)
    assert got.negated
    assert names(got.actors) == ["Libya"]


def test_numeral_alone_stands_for_people():
    assert one("Seven of the eleven were freed.", EventType.RETREAT).status is Status.HAPPENED


def test_mediation_by_one_party_is_told_though_nobody_else_is():
    got = one("Norway offered to mediate.", EventType.CONSULT)
    assert (names(got.actors), got.status) == (["Norway"], Status.PLANNED)


def test_end_of_an_offensive_is_giving_way():
    assert names(one("Chad has halted its offensive against Libya.", EventType.RETREAT).recipients) == [
        "Libya"
    ]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Chadian talks with Libya will resume in May.", Status.PLANNED),
        ("Chadian talks with Libya resumed in May.", Status.HAPPENED),
        ("Norway spoke before the Chadian army attacks Libya.", Status.PLANNED),
    ],
)
def test_deed_stands_as_the_verb_that_only_says_it_takes_place_or_comes_later(text, status):
    found = [h for h in happenings(text) if h.type in (EventType.CONSULT, EventType.ASSAULT)]
    assert [h.status for h in found] == [status]


def test_what_is_no_longer_done_is_negated():
    assert one("Chad will no longer attack Libya.", EventType.ASSAULT).negated


def test_what_is_yet_to_be_done_is_not_done():
    assert one("Chad has yet to attack Libya.", EventType.ASSAULT).negated


def test_who_joins_a_war_fights_beside_those_whose_it_is():
    got = one("Norway joined Chad's war against Libya.", EventType.ASSAULT)
    assert sorted(names(got.actors)) == ["Chad", "Libya", "Norway"]


def test_attempt_led_by_a_party_is_that_party_s():
    got = one("Chad blocked Norway-led attempts to change the rule.", EventType.REJECT)
    assert names(got.recipients) == ["Norway"]


def test_particle_of_a_verb_joined_to_it_makes_no_verb_of_two_words():
    assert [h.type for h in happenings("People were running and knocking things over.")] == []


def test_whose_use_of_a_thing_is_not_told_is_not_whose_word_it_is():
    assert not any(h.actors for h in happenings("Norway condemned the use of a truck to kill Chad's people."))
    got = one("Norway made use of a truck to kill Chad's people.", EventType.ASSAULT)
    assert names(got.actors) == ["Norway"]
    got = one("Norway condemned Libya's use of a truck to kill Chad's people.", EventType.ASSAULT)
    assert names(got.actors) == ["Libya"]


def test_a_death_of_years_before_is_no_toll_of_the_attack_told_before_it():
    text = "Chad shelled Libya on Monday. Norway's king came to power after the 1990 death of his father."
    article = Article("a", text, published=date(2024, 5, 1))
    doc = parse(load_parser(), article)
    stand = Layers(
        article, mentions=named_mentions(doc, (*PARTIES, "father")), dates=find_dates(doc, article.published)
    )
    set_layers(doc, stand)
    assert [h.type for h in find_happenings(doc, stand, load_codebook()) if "death" in doc[h.head].text] == [
        None
    ]


def test_what_happened_when_a_year_long_past_is_told_is_background():
    article = Article("a", "It was quiet since 1959, when Chad shelled Libya.", published=date(2024, 5, 1))
    doc = parse(load_parser(), article)
    stand = Layers(article, mentions=named_mentions(doc, PARTIES), dates=find_dates(doc, article.published))
    set_layers(doc, stand)
    (told,) = find_happenings(doc, stand, load_codebook())
    assert told.background


@pytest.mark.parametrize(
    ("text", "type_", "status", "negated"),
    [
        ("There will be talks between Chad and Libya.", EventType.CONSULT, Status.PLANNED, False),
        ("There is going to be no invasion of Chad.", EventType.ASSAULT, Status.PLANNED, True),
        ("There were talks between Chad and Libya.", EventType.CONSULT, Status.HAPPENED, False),
        ("There could be a Libyan attack on Chad.", EventType.ASSAULT, Status.POSSIBLE, False),
        (
            "The best way is for Libyan troops to withdraw from Chad.",
            EventType.RETREAT,
            Status.DEMANDED,
            False,
        ),
        ("The plan is for Libyan troops to withdraw from Chad.", EventType.RETREAT, Status.PLANNED, False),
        (
            "The likeliest outcome is that Libyan troops invade Chad.",
            EventType.ASSAULT,
            Status.POSSIBLE,
            False,
        ),
        ("Invading Chad is the only goal.", EventType.ASSAULT, Status.PLANNED, False),
        ("Norway called for an end to Libyan attacks on Chad.", EventType.ASSAULT, Status.DEMANDED, True),
        ("Libya will halt Libyan strikes on Chad.", EventType.ASSAULT, Status.PLANNED, True),
        ("Libya halted Libyan strikes on Chad.", EventType.ASSAULT, Status.HAPPENED, False),
        ("The killing of Chadian villagers must stop.", EventType.ASSAULT, Status.DEMANDED, True),
        ("Norway called on Libya to refrain from attacking Chad.", EventType.ASSAULT, Status.DEMANDED, True),
        ("Norway opposes Libyan attacks on Chad.", EventType.ASSAULT, Status.POSSIBLE, False),
        ("Norway prevented a Libyan attack on Chad.", EventType.ASSAULT, Status.HAPPENED, True),
        ("Norway foiled a Libyan plot to attack Chad.", EventType.ASSAULT, Status.PLANNED, True),
        ("Libya called off a Libyan attack on Chad.", EventType.ASSAULT, Status.PLANNED, True),
        ("Norway warned Libya against attacking Chad.", EventType.ASSAULT, Status.POSSIBLE, True),
        ("Norway is against attacking Chad.", EventType.ASSAULT, Status.POSSIBLE, False),
        ("Norway ruled out a Libyan attack on Chad.", EventType.ASSAULT, Status.POSSIBLE, False),
        ("Norway urged the stopping of Libyan bombings of Chad.", EventType.ASSAULT, Status.HAPPENED, True),
        # wishes and duties
        ("Norway wants Libya to withdraw its troops.", EventType.RETREAT, Status.DEMANDED, False),
        ("Libya wants to withdraw its troops from Chad.", EventType.RETREAT, Status.PLANNED, False),
        ("Libya needs to withdraw its troops from Chad.", EventType.RETREAT, Status.DEMANDED, False),
        ("Libya has to withdraw its troops from Chad.", EventType.RETREAT, Status.DEMANDED, False),
        ("Libya had to withdraw its troops from Chad.", EventType.RETREAT, Status.HAPPENED, False),
        ("Libya has yet to withdraw its troops from Chad.", EventType.RETREAT, Status.HAPPENED, True),
        ("It is time for Libya to withdraw its troops.", EventType.RETREAT, Status.DEMANDED, False),
        ("It is important that Libya withdraws its troops.", EventType.RETREAT, Status.DEMANDED, False),
        ("It is good that Libya withdraws its troops.", EventType.RETREAT, Status.HAPPENED, False),
        ("Libya's requests to meet Chad's president failed.", EventType.CONSULT, Status.DEMANDED, False),
        ("The law prohibits Libya from bombing Chad.", EventType.ASSAULT, Status.DEMANDED, True),
        ("Norway advocated bombing Chad.", EventType.ASSAULT, Status.DEMANDED, False),
        # what is only weighed
        ("Libya is considering bombing Chad.", EventType.ASSAULT, Status.POSSIBLE, False),
        ("Libya is likely to bomb Chad.", EventType.ASSAULT, Status.POSSIBLE, False),
        ("Libya will think twice about bombing Chad.", EventType.ASSAULT, Status.POSSIBLE, False),
        ("There were fears that Libya would bomb Chad.", EventType.ASSAULT, Status.POSSIBLE, False),
        ("Imposing sanctions on Chad would be a mistake.", EventType.SANCTION, Status.POSSIBLE, False),
        ("Norway met over a text rejecting an invasion of Chad.", EventType.ASSAULT, Status.POSSIBLE, False),
        ("Norway asked whether a car bomb by Libya was found.", EventType.ASSAULT, Status.POSSIBLE, False),
        ("The cost of imposing sanctions on Chad would be high.", EventType.SANCTION, Status.POSSIBLE, False),
        ("Norway may issue a letter condemning Chad.", EventType.ACCUSE, Status.POSSIBLE, False),
        ("Norway issued a letter condemning Chad.", EventType.ACCUSE, Status.HAPPENED, False),
        ("A meeting of Chad and Libya would be held.", EventType.CONSULT, Status.PLANNED, False),
        ("Had Libya bombed Chad, many would have fled.", EventType.ASSAULT, Status.CONDITIONAL, False),
        ("Norway authorized sending 15 tanks to Chad.", EventType.AID, Status.PLANNED, False),
        ("A text would have Norway begin bombing Chad.", EventType.ASSAULT, Status.PLANNED, False),
        ("A meeting of Chad and Libya will be called.", EventType.CONSULT, Status.PLANNED, False),
        # what there is none of
        ("There are no plans to bomb Chad.", EventType.ASSAULT, Status.PLANNED, True),
        ("Libya has no plans to bomb Chad.", EventType.ASSAULT, Status.PLANNED, True),
        ("There is no chance Libya will bomb Chad.", EventType.ASSAULT, Status.POSSIBLE, True),
        ("There are no plans for talks between Libya and Chad.", EventType.CONSULT, Status.PLANNED, True),
        ("There is no chance of a truce between Libya and Chad.", EventType.RETREAT, Status.POSSIBLE, True),
        ("There are plans for talks between Libya and Chad.", EventType.CONSULT, Status.PLANNED, False),
        # what is yet to be decided
        ("Libya has yet to decide whether to bomb Chad.", EventType.ASSAULT, Status.POSSIBLE, False),
        ("Libya has not decided whether to bomb Chad.", EventType.ASSAULT, Status.POSSIBLE, False),
        ("No decision has been made on sending tanks to Chad.", EventType.AID, Status.POSSIBLE, False),
        ("Libya decided not to bomb Chad.", EventType.ASSAULT, Status.PLANNED, True),
        ("There was no sign of a Libyan attack on Chad.", EventType.ASSAULT, Status.HAPPENED, True),
        ("Norway saw no evidence that Libya bombed Chad.", EventType.ASSAULT, Status.HAPPENED, True),
        # what was done
        ("It is concerning that Libya is bombing Chad.", EventType.ASSAULT, Status.ONGOING, False),
        ("Libya chose not to bomb Chad.", EventType.ASSAULT, Status.HAPPENED, True),
        ("Norway helped to bomb Chad.", EventType.ASSAULT, Status.HAPPENED, False),
        ("Norway will help to bomb Chad.", EventType.ASSAULT, Status.PLANNED, False),
        ("Norway adopted a resolution to suspend Chad.", EventType.SANCTION, Status.HAPPENED, False),
        ("Norway will adopt a resolution to suspend Chad.", EventType.SANCTION, Status.PLANNED, False),
        ("Norway drafted a resolution to suspend Chad.", EventType.SANCTION, Status.PLANNED, False),
        ("Libya is the latest country to bomb Chad.", EventType.ASSAULT, Status.HAPPENED, False),
        ("Libya will be the first country to bomb Chad.", EventType.ASSAULT, Status.PLANNED, False),
        ("Libya took the first step to bomb Chad.", EventType.ASSAULT, Status.PLANNED, False),
        ("Libyan villages are being bombed by Chad.", EventType.ASSAULT, Status.ONGOING, False),
        # what goes on
        ("There is still fighting between Chad and Libya.", EventType.ASSAULT, Status.ONGOING, False),
        ("There is heavy shelling of Chad.", EventType.ASSAULT, Status.ONGOING, False),
        ("There was heavy shelling of Chad.", EventType.ASSAULT, Status.HAPPENED, False),
        ("Libya is ramping up attacks on Chad.", EventType.ASSAULT, Status.ONGOING, False),
        (
            "There are still reports of fighting between Chad and Libya.",
            EventType.ASSAULT,
            Status.ONGOING,
            False,
        ),
        ("The war between Chad and Libya goes on.", EventType.ASSAULT, Status.ONGOING, False),
        ("Clashes between Chad and Libya are going on.", EventType.ASSAULT, Status.ONGOING, False),
        ("Talks between Chad and Libya are under way.", EventType.CONSULT, Status.ONGOING, False),
        ("Talks between Chad and Libya went on.", EventType.CONSULT, Status.HAPPENED, False),
        ("Libya still shells Chad.", EventType.ASSAULT, Status.ONGOING, False),
        # what is to come
        ("Norway will leave when Libya attacks Chad.", EventType.ASSAULT, Status.CONDITIONAL, False),
        (
            "When Libya attacks Chad, Norway stands ready to help.",
            EventType.ASSAULT,
            Status.CONDITIONAL,
            False,
        ),
        (
            "Norway will leave when Libya attacks Chad on November 11.",
            EventType.ASSAULT,
            Status.PLANNED,
            False,
        ),
        ("The new jet can fly far, bombing Chadian bases.", EventType.ASSAULT, Status.HAPPENED, False),
        ("Norway left when Libya attacked Chad.", EventType.ASSAULT, Status.HAPPENED, False),
        ("People flee when Libya attacks Chad.", EventType.ASSAULT, Status.HAPPENED, False),
        ("You will have Libyan troops attacking Chad.", EventType.ASSAULT, Status.PLANNED, False),
        ("Norway hopes that Libyan troops attack Chad.", EventType.ASSAULT, Status.POSSIBLE, False),
        (
            "Norway answered with an offer by Libya to hold talks with Chad.",
            EventType.CONSULT,
            Status.PLANNED,
            False,
        ),
        (
            "It is envisaged to convene talks between Libya and Chad.",
            EventType.CONSULT,
            Status.PLANNED,
            False,
        ),
        ("Chad will punish Libya by bombing Libyan bases.", EventType.ASSAULT, Status.PLANNED, False),
        ("Chad would send troops, bombing Libyan bases.", EventType.ASSAULT, Status.PLANNED, False),
        ("Chad has punished Libya by bombing Libyan bases.", EventType.ASSAULT, Status.HAPPENED, False),
        # conditions
        ("Those who flee would be attacked by Chadian police.", EventType.ASSAULT, Status.CONDITIONAL, False),
        (
            "Anyone who flees will be attacked by Chadian police.",
            EventType.ASSAULT,
            Status.CONDITIONAL,
            False,
        ),
        ("Those who fled would be attacked by Chadian police.", EventType.ASSAULT, Status.CONDITIONAL, False),
        ("Those who were hurt will be attacked by Chadian police.", EventType.ASSAULT, Status.PLANNED, False),
        ("Those who fled were attacked by Chadian police.", EventType.ASSAULT, Status.HAPPENED, False),
        (
            "Norway can only act if there was a Libyan attack on Chad.",
            EventType.ASSAULT,
            Status.CONDITIONAL,
            False,
        ),
        (
            "In the event of a Libyan attack on Chad, Norway left.",
            EventType.ASSAULT,
            Status.CONDITIONAL,
            False,
        ),
        ("After Libyan troops attack Chad, Norway will leave.", EventType.ASSAULT, Status.CONDITIONAL, False),
        ("Libya would have attacked Chad.", EventType.ASSAULT, Status.CONDITIONAL, False),
        ("Without a Libyan withdrawal there can be no peace.", EventType.RETREAT, Status.CONDITIONAL, False),
        ("Norway left without a Libyan withdrawal.", EventType.RETREAT, Status.HAPPENED, True),
        # states that last
        ("Libya is in talks with Chad.", EventType.CONSULT, Status.ONGOING, False),
        ("Norway said Libya was in talks with Chad.", EventType.CONSULT, Status.ONGOING, False),
        ("Norway was in talks with Chad.", EventType.CONSULT, Status.HAPPENED, False),
        ("Talks between Chad and Libya are deadlocked.", EventType.CONSULT, Status.ONGOING, False),
        ("Talks between Chad and Libya are in chaos.", EventType.CONSULT, Status.ONGOING, False),
        ("Clashes between Chad and Libya have been raging.", EventType.ASSAULT, Status.ONGOING, False),
        ("The Libyan strike entered its third week.", EventType.ASSAULT, Status.ONGOING, False),
        (
            "The fighting between Chad and Libya, now in its fourth week, worried Norway.",
            EventType.ASSAULT,
            Status.ONGOING,
            False,
        ),
        ("Libyan troops are deployed in Chad.", EventType.MOBILIZE, Status.ONGOING, False),
        ("Libya's support for Chad remains strong.", EventType.SUPPORT, Status.ONGOING, False),
        ("Libya has not resumed talks with Chad.", EventType.CONSULT, Status.HAPPENED, True),
        # guesses, days set, conditions
        ("It is speculated that Libya bombed Chad.", EventType.ASSAULT, Status.POSSIBLE, False),
        ("Any speculation on Libyan assistance to Chad is premature.", EventType.AID, Status.POSSIBLE, False),
        ("They were looking for a fight with the Libyan army.", EventType.ASSAULT, Status.POSSIBLE, False),
        ("Libyan workers announced a strike for Monday.", EventType.PROTEST, Status.PLANNED, False),
        ("A Libyan withdrawal from Chad is a precondition.", EventType.RETREAT, Status.DEMANDED, False),
        ("Libya's withdrawal from Chad would be a mistake.", EventType.RETREAT, Status.POSSIBLE, False),
        ("If Norway leaves, Libya will bomb Chad.", EventType.ASSAULT, Status.CONDITIONAL, False),
        ("Libya would bomb Chad, provided that Norway leaves.", EventType.ASSAULT, Status.CONDITIONAL, False),
        ("Libya would not hesitate to bomb Chad.", EventType.ASSAULT, Status.POSSIBLE, False),
        ("The Libyan raid on Chad was aimed at a camp.", EventType.ASSAULT, Status.HAPPENED, False),
        ("Libya had nothing to do with the killings of friends.", EventType.ASSAULT, Status.HAPPENED, False),
        # approved, agreed on, guarded against
        (
            "Parliament has approved the dispatch of Chadian troops.",
            EventType.MOBILIZE,
            Status.PLANNED,
            False,
        ),
        ("They signed a deal on the withdrawal of Chadian troops.", EventType.RETREAT, Status.PLANNED, False),
        ("Chad could defend it against a Libyan invasion.", EventType.ASSAULT, Status.POSSIBLE, False),
        ("The withdrawal of Chadian troops is essential.", EventType.RETREAT, Status.DEMANDED, False),
        ("A Chadian withdrawal is on the table.", EventType.RETREAT, Status.POSSIBLE, False),
        ("The sanctions on Chad remain in place.", EventType.SANCTION, Status.ONGOING, False),
        ("Libyan troops have occupied Chad since 1974.", EventType.COERCE, Status.ONGOING, False),
        ("Should they leave, Libya will bomb Chad.", EventType.ASSAULT, Status.CONDITIONAL, False),
        (
            "Norway would help on condition that Libya frees friends.",
            EventType.RETREAT,
            Status.CONDITIONAL,
            False,
        ),
        ("Chad has given up plans to bomb Libya.", EventType.ASSAULT, Status.PLANNED, True),
        (
            "Norway gave the green light to the dispatch of Libyan troops.",
            EventType.MOBILIZE,
            Status.PLANNED,
            False,
        ),
        (
            "Negotiations over the withdrawal of Libyan troops went on.",
            EventType.RETREAT,
            Status.POSSIBLE,
            False,
        ),
        ("The departure of Libyan troops was delayed by a week.", EventType.RETREAT, Status.PLANNED, False),
        ("Norway did not exclude bombing Libya.", EventType.ASSAULT, Status.POSSIBLE, False),
        # negation shared
        ("Libya has neither helped Norway nor bombed Chad.", EventType.ASSAULT, Status.HAPPENED, True),
        ("Libya has not helped Norway or bombed Chad.", EventType.ASSAULT, Status.HAPPENED, True),
        ("Libya has not harmed Norwegian ships or bombed Chad.", EventType.ASSAULT, Status.HAPPENED, True),
        ("Libya did not help Norway but bombed Chad.", EventType.ASSAULT, Status.HAPPENED, False),
        ("Norway did not hear any Libyan gunfire.", EventType.ASSAULT, Status.HAPPENED, True),
    ],
)
def test_a_deed_stands_as_the_words_around_it_tell(text, type_, status, negated):
    got = one(text, type_)
    assert (got.status, got.negated) == (status, negated)


@pytest.mark.parametrize(
    "text",
    [
        "Norway demanded an inquiry into the Libyan bombing of Chad.",
        "Norway vowed to respond to Libyan attacks on Chad.",
        "Norway vowed to punish Libya for attacking Chad.",
        "Norway demanded video of the Libyan bombing of Chad, which Libya has not done.",
        "Norway urged Chad to help it repel Libyan attacks.",
    ],
)
def test_what_is_looked_into_or_answered_has_been_done(text):
    (got,) = (h for h in happenings(text) if h.type is EventType.ASSAULT)
    assert (got.status, got.negated, got.presupposed) == (Status.HAPPENED, False, True)


def test_a_request_agreed_to_has_been_made():
    got = one("Norway agreed to a Libyan request for two drones from Chad.", EventType.REQUEST)
    assert got.status is Status.HAPPENED


def test_what_is_looked_into_and_may_be_is_no_condition():
    got = one("Possible Libyan attacks on Chad are being investigated.", EventType.ASSAULT)
    assert (got.status, got.presupposed) == (Status.POSSIBLE, False)


def test_who_is_to_be_responsible_for_doing_a_thing_has_not_done_it():
    got = one("Norway vowed to be responsible for training Chadian troops.", EventType.AID)
    assert not got.presupposed


def test_any_attack_that_would_be_answered_is_only_a_condition():
    got = one("Norway vowed to respond to any Libyan attack on Chad.", EventType.ASSAULT)
    assert (got.status, got.presupposed) == (Status.CONDITIONAL, False)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norway said its troops were responding to an attack by Libya.", Status.HAPPENED),
        ("Norway has responded to an attack by Libya.", Status.HAPPENED),
        ("Norway fired in response to an attack by Libya.", Status.HAPPENED),
        ("Norway vowed to respond to an attack by Libya.", Status.CONDITIONAL),
        ("Norway would respond to an attack by Libya.", Status.CONDITIONAL),
        ("Norway promised a response to an attack by Libya.", Status.CONDITIONAL),
    ],
)
def test_an_attack_that_has_been_answered_is_no_condition(text, status):
    told = [h for h in happenings(text) if names(h.actors) == ["Libya"]]
    assert [h.status for h in told] == [status]


def test_what_is_promised_in_talks_does_not_put_them_off():
    got = one("In talks with Chad, Libya and Norway vowed to keep up their aid.", EventType.CONSULT)
    assert got.status is Status.HAPPENED


def test_an_uprising_put_down_has_happened():
    got = one("Chad sent troops to put down a Libyan uprising.", EventType.PROTEST)
    assert got.status is Status.HAPPENED


def test_telling_somebody_something_asks_for_nothing():
    assert [h.type for h in happenings("Chad told Libya that Norway was late.")] == []
    assert names(one("Chad told Libya to leave Norway.", EventType.REQUEST).recipients) == ["Libya"]


def test_encouraging_somebody_asks_for_something_only_where_it_is_told_what():
    assert [h.type for h in happenings("Chad accused Libya of encouraging Norway.")] == [EventType.ACCUSE]
    assert names(one("Chad encouraged Libya to widen the road.", EventType.REQUEST).recipients) == ["Libya"]


def test_a_name_in_full_before_a_massacre_tells_where_it_was():
    assert [names(h.actors) + names(h.recipients) for h in happenings("The Chad massacre began.")] in (
        [],
        [[]],
    )
    assert names(one("The Libyan massacre of Chadian villagers began.", EventType.ASSAULT).actors) == [
        "Libyan"
    ]


def test_a_state_before_a_number_modifies_nothing():
    assert all("Chad" not in names(h.actors) for h in happenings("In Chad 50 attacks on Libya were told of."))


def test_a_closed_sky_is_force_and_no_cut_of_ties():
    got = one("Norway imposed a no-fly zone over Chad.", EventType.COERCE)
    assert names(got.recipients) == ["Chad"]


def test_putting_down_arms_is_a_retreat():
    assert names(one("Chad put down its arms.", EventType.RETREAT).actors) == ["Chad"]


def test_aid_somebody_needs_is_not_given():
    assert [h.status for h in happenings("Norway needs billions of dollars in Chadian aid.")] in (
        [],
        [Status.DEMANDED],
    )


def test_a_deed_blamed_on_somebody_is_his():
    got = one("Norway blamed the attack on Chad.", EventType.ASSAULT)
    assert (names(got.actors), names(got.recipients)) == (["Chad"], [])


def test_who_came_to_protest_did():
    assert (
        one("Thousands braved the rain to protest against Chad.", EventType.PROTEST).status is Status.HAPPENED
    )
    assert one("Thousands will come to protest against Chad.", EventType.PROTEST).status is Status.PLANNED


def test_who_foils_or_asks_does_not_do_it():
    assert names(one("Norway foiled a Libyan plot to attack Chad.", EventType.ASSAULT).actors) == ["Libyan"]
    assert names(one("Norway called for lifting sanctions on Chad.", EventType.CONCEDE).actors) == []


def test_a_name_may_be_the_last_word_of_a_text():
    words, heads, deps = ["attack", "Oslo"], [0, 0], ["ROOT", "nmod"]
    doc = Doc(
        load_parser().vocab, words=words, heads=heads, deps=deps, tags=["NN", "NNP"], pos=["NOUN", "PROPN"]
    )
    slots = noun_slots(doc[0], lambda token: token.text == "Oslo", load_codebook().modality)
    assert [token.text for token in slots["object"]] == ["Oslo"]


def test_what_sort_of_people_somebody_speaks_of_is_no_deed():
    assert happenings("Chad likes friends who help Libya.") == ()
    assert one("The friends who help Libya are in Chad.", EventType.AID).actors
    assert one("Chad likes dozens of friends who help Libya.", EventType.AID).actors


@pytest.mark.parametrize(("whither", "type_"), [("toward", "ASSAULT"), ("into", "MOBILIZE")])
def test_missiles_fired_toward_positions_are_no_test(whither, type_):
    where = "Libyan positions" if whither == "toward" else "the sea"
    assert one(f"Chad fired missiles {whither} {where}.", EventType(type_)).actors


def test_a_town_liberated_or_fallen_to_somebody_is_taken():
    assert names(one("Chad liberated the town from Libya.", EventType.COERCE).actors) == ["Chad"]
    assert names(one("The border town fell to Chad in May.", EventType.COERCE).actors) == ["Chad"]
    assert one("Chad liberated two hostages in May.", EventType.RETREAT).actors


def test_verbs_listed_before_a_comma_have_one_subject():
    got = one("Norway kept order in the north, fought Chad and won the lake.", EventType.ASSAULT)
    assert names(got.actors) == ["Norway", "Chad"]


def test_who_does_the_raids_is_not_whom_their_end_is_done_to():
    assert names(one("Norway will end the Libyan raids.", EventType.RETREAT).recipients) == []


def test_the_town_people_flee_from_is_only_a_place():
    assert names(one("Norway's villagers fled from the Libyan city of Sebha.", None).recipients) == []


def test_by_what_way_something_comes_is_not_by_whom():
    got = one("We saw a Chadian weapons delivery by road to Norway.", EventType.AID)
    assert names(got.actors) == ["Chadian"]


def test_who_is_appointed_does_not_appoint():
    doc = parse(load_parser(), Article("a", "Chad's appointment made history."))
    book = load_codebook()
    slots = noun_slots(doc[2], lambda _: True, book.modality, book.classes)
    assert ([t.text for t in slots["subject"]], [t.text for t in slots["object"]]) == ([], ["Chad"])


def test_who_is_in_talks_about_a_deed_does_it():
    assert names(one("Norway was in talks about supplying Chad with arms.", EventType.AID).actors) == [
        "Norway"
    ]


def test_many_appointments_of_one_are_his_own_doing():
    doc = parse(load_parser(), Article("a", "His appointments in May went to men."))
    book = load_codebook()
    assert [t.text for t in noun_slots(doc[1], lambda _: True, book.modality, book.classes)["subject"]] == [
        "His"
    ]


def test_who_asks_about_an_accident_did_not_kill():
    text = "Chad is looking into what caused an aircraft to crash, killing ten people on board."
    assert all(names(h.actors) == [] for h in happenings(text) if h.type is EventType.ASSAULT)


def test_people_who_are_sent_do_not_send():
    text = "They said that friends had been sent to the border."
    assert all("friends" not in names(h.actors) for h in happenings(text))


def test_to_whom_something_is_said_is_no_meeting():
    text = "Speaking to Libyan ministers, the Chadian envoy said friends had left."
    article = Article("a", text)
    doc = parse(load_parser(), article)
    stand = Layers(article, mentions=named_mentions(doc, PARTIES))
    cues = frozenset(t.i for t in doc if t.lower_ == "said")
    found = read_frames(doc, Arguments(doc, stand.mentions, load_codebook()), load_codebook(), cues=cues)
    assert EventType.CONSULT not in [match.frame.type for match, _ in found]


@pytest.mark.parametrize(
    "text",
    [
        "Chad took years to inform the office of the mayor.",
        "The Chadian minister marched into a hearing.",
        "The friends fired up the furnace.",
    ],
)
def test_words_in_another_sense_are_no_deed(text):
    assert happenings(text) == ()


def test_a_day_is_no_word_of_the_verb_before_it():
    got = one("Chad fired the Libyan minister on Monday.", None)
    assert names(got.actors) == ["Chad"]


def test_breaching_a_rule_hacks_nothing():
    assert EventType.COERCE not in [h.type for h in happenings("Chad breached the Vienna convention.")]


def test_a_thing_returned_to_somebody_is_given_back_and_people_are_not():
    assert names(one("Norway returned two statues to Chad.", EventType.RETREAT).recipients) == ["Chad"]
    assert happenings("Norway returned the nurse to Chad.") == ()


@pytest.mark.parametrize(
    "text", ["The Chadian friends are armed with rifles.", "Norway saw Chadian friends armed with rifles."]
)
def test_who_is_armed_has_arms_and_is_given_none(text):
    assert happenings(text) == ()


def test_who_is_armed_by_somebody_is_given_arms():
    got = one("The friends were armed by Chad with rifles.", EventType.AID)
    assert names(got.actors) == ["Chad"]


def test_who_votes_to_do_a_thing_has_not_done_it():
    assert one("Norway voted to send troops to Chad.", EventType.AID).status is Status.PLANNED


def test_a_lands_conflict_is_not_its_states_deed():
    assert all(not h.actors for h in happenings("The Libyan conflict goes on."))
    assert all(not h.actors for h in happenings("Forty died in the Libyan civil war."))


def test_who_brought_others_together_does_not_cease_fire():
    assert all("UN" not in names(h.actors) for h in happenings("A UN-brokered ceasefire came into effect."))
    assert all("NOR" not in [p.id for p in h.actors] for h in happenings("The truce was arranged by Norway."))


@pytest.mark.parametrize("noun", ["suspension", "rescue", "arrest"])
def test_a_suspension_and_a_rescue_are_suffered_by_whose_they_are(noun):
    doc = parse(load_parser(), Article("a", f"Chad's {noun} was announced."))
    book = load_codebook()
    deed = next(token for token in doc if token.text == noun)
    slots = noun_slots(deed, lambda token: token.text == "Chad", book.modality, book.classes)
    assert [token.text for token in slots.near["object"]] == ["Chad"]
    assert slots.near["subject"] == ()


@pytest.mark.parametrize(
    ("told", "status", "negated"),
    [
        ("Weak rules allowed the raid on Libya", Status.HAPPENED, False),
        ("Weak rules have allowed the raid on Libya", Status.HAPPENED, False),
        ("Norway did not allow the raid on Libya", Status.HAPPENED, True),
        ("Weak rules would allow the raid on Libya", Status.POSSIBLE, False),
        ("Weak rules allow the raid on Libya", Status.POSSIBLE, False),
    ],
)
def test_what_was_allowed_came_about(told, status, negated):
    (deed,) = [h for h in happenings(f"{told}.") if h.type is EventType.ASSAULT]
    assert (deed.status, deed.negated) == (status, negated)


@pytest.mark.parametrize(
    ("text", "type_", "status", "negated"),
    [
        (
            "Norway is hosting talks between Chad and Libya next month.",
            EventType.CONSULT,
            Status.PLANNED,
            False,
        ),
        ("Norway is holding talks with Chad next month.", EventType.CONSULT, Status.PLANNED, False),
        ("Norway is holding talks with Chad this week.", EventType.CONSULT, Status.ONGOING, False),
        ("Libya is attacking Chad again.", EventType.ASSAULT, Status.ONGOING, False),
        (
            "Norway's meetings with Chad will feature a row over fish.",
            EventType.CONSULT,
            Status.PLANNED,
            False,
        ),
        ("Norway's meetings with Chad featured a row over fish.", EventType.CONSULT, Status.HAPPENED, False),
        ("Norway's visit to Chad will be remembered.", EventType.CONSULT, Status.HAPPENED, False),
        (
            "Norway is considering hurting Chad by freezing Chadian assets.",
            EventType.SANCTION,
            Status.POSSIBLE,
            False,
        ),
        ("Norway has hurt Chad by freezing Chadian assets.", EventType.SANCTION, Status.HAPPENED, False),
        ("The report focused on the Libyan attack on Chad.", EventType.ASSAULT, Status.HAPPENED, False),
        ("Norway is focusing on training Chadian soldiers.", EventType.AID, Status.ONGOING, False),
        ("It is unclear whether or not Libya attacked Chad.", EventType.ASSAULT, Status.POSSIBLE, False),
        ("It is clear that Libya did not attack Chad.", EventType.ASSAULT, Status.HAPPENED, True),
    ],
)
def test_a_deed_is_arranged_only_considered_or_gone_into_as_its_clause_tells(text, type_, status, negated):
    got = one(text, type_)
    assert (got.status, got.negated) == (status, negated)


def test_a_deed_somebody_is_charged_with_has_been_told_as_done():
    got = one("Norway ordered him held on suspicion of bombing Chad.", EventType.ASSAULT)
    assert (got.status, got.presupposed) == (Status.HAPPENED, True)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Chad insists that it did not bomb the school.", Status.HAPPENED),
        ("Chad insisted that Libya not bomb the school.", Status.DEMANDED),
    ],
)
def test_what_somebody_insists_he_did_is_not_demanded(text, status):
    assert one(text, EventType.ASSAULT).status is status


def test_who_judges_a_deed_did_not_do_it():
    got = one("Norway is wanted for the attack on Libya by Chad.", EventType.ASSAULT)
    assert (names(got.actors), names(got.recipients)) == (["Norway"], ["Libya"])
    got = one("Norway opened an inquiry into the attack on Libya by Chad.", EventType.ASSAULT)
    assert names(got.actors) == ["Chad"]


def test_who_calls_for_a_deed_asks_it_of_others():
    got = one("Norway's order to Chad to withdraw from the town surprised many.", EventType.RETREAT)
    assert names(got.actors) == ["Chad"]
    got = one("Talks broke down after a call by Chad to free the friends.", EventType.RETREAT)
    assert names(got.actors) == []
    got = one("Norway's request to visit Chad was denied.", EventType.CONSULT)
    assert names(got.actors) == ["Norway"]


def test_who_tries_to_have_a_deed_done_to_somebody_is_behind_it():
    got = one("Norway tried to have the friends killed.", EventType.ASSAULT)
    assert (names(got.actors), names(got.recipients)) == (["Norway"], ["friends"])
    assert got.status is Status.POSSIBLE
    assert not one("Norway had two friends killed in the raid.", EventType.ASSAULT).actors


def test_a_land_before_its_invasion_suffers_it():
    got = one("The Libya invasion began in 2022.", EventType.ASSAULT)
    assert (names(got.actors), names(got.recipients)) == ([], ["Libya"])
    got = one("The Libyan invasion of Chad began in 2022.", EventType.ASSAULT)
    assert (names(got.actors), names(got.recipients)) == (["Libyan"], ["Chad"])


def test_those_who_left_an_army_do_not_act_for_its_state():
    got = one("Dozens of former members of Libya's army were training friends.", EventType.AID)
    assert names(got.actors) == []
    got = one("Dozens of members of Libya's army were training friends.", EventType.AID)
    assert names(got.actors) == ["Libya"]


def test_what_rebels_hold_is_not_their_states():
    assert not one("Norway attacked Libyan rebel positions.", EventType.ASSAULT).recipients
    got = one("Norway attacked Libyan positions.", EventType.ASSAULT)
    assert names(got.recipients) == ["Libyan"]


@pytest.mark.parametrize(
    ("text", "type_", "status", "negated"),
    [
        ("Norway did not cause the deaths of friends.", None, Status.HAPPENED, True),
        ("Norway caused the deaths of friends.", None, Status.HAPPENED, False),
        (
            "Talks are the only alternative to a Libyan attack on Chad.",
            EventType.ASSAULT,
            Status.POSSIBLE,
            False,
        ),
        ("The shelling of Chad by Libya has not stopped.", EventType.ASSAULT, Status.ONGOING, False),
        ("Norway is not obligated to arrest the friends.", EventType.COERCE, Status.DEMANDED, True),
    ],
)
def test_a_deed_is_denied_only_possible_or_goes_on_as_its_verb_tells(text, type_, status, negated):
    got = one(text, type_)
    assert (got.status, got.negated) == (status, negated)


def test_whom_a_person_sends_to_meet_others_meets_them():
    got = one("President Anna Berg sent an envoy to Chad on Monday to meet with friends.", EventType.CONSULT)
    assert names(got.actors) == ["envoy", "friends"]
    got = one("President Anna Berg went to Chad on Monday to meet with friends.", EventType.CONSULT)
    assert names(got.actors) == ["Berg", "friends"]


def test_what_is_joined_to_where_somebody_is_goes_on():
    got = one("Norway is in Libya and meeting with friends.", EventType.CONSULT)
    assert got.status is Status.ONGOING
    got = one("Norway was in Libya and met with friends.", EventType.CONSULT)
    assert got.status is Status.HAPPENED


def test_of_two_deeds_each_told_in_full_the_second_alone_is_done_to_those_told_after_it():
    text = "Norway spoke of the bombing in the town and the murder of friends."
    assert {h.trigger: names(h.recipients) for h in happenings(text)} == {(4,): [], (10,): ["friends"]}
    text = "Norway spoke of the arrest and the detention of friends."
    assert all(names(h.recipients) == ["friends"] for h in happenings(text))


@pytest.mark.parametrize(
    ("text", "type_", "negated"),
    [
        ("Norway spoke of the raid on Libya where it did not have ships.", EventType.ASSAULT, False),
        ("Norway welcomed the talks between Chad and Libya where they did not make gains.", EventType.CONSULT,
         False),
        ("Norway spoke of the raid that Libya did not launch.", EventType.ASSAULT, True),
    ],
)  # fmt: skip
def test_what_is_not_done_at_the_scene_of_a_deed_does_not_deny_it(text, type_, negated):
    assert one(text, type_).negated is negated


def test_who_is_joined_behind_a_clause_on_others_has_no_part_in_its_deed():
    got = one("The town mourns the envoy who was killed and friends in Chad.", None)
    assert names(got.recipients) == ["envoy"]


def test_who_claims_to_have_suffered_a_deed_has_not_done_it():
    found = happenings("He said police did not take Berg's sexual assault claim seriously for days.")
    assert all("Berg" not in names(h.actors) for h in found)


def test_who_takes_a_deed_seriously_has_no_part_in_it():
    assert happenings("Norway could not take the talks seriously.") == ()


def test_a_visit_from_somebody_is_his():
    got = one("The town was glad of a visit from Berg to Libya.", EventType.CONSULT)
    assert (names(got.actors), names(got.recipients)) == (["Berg"], ["Libya"])


def test_whom_somebody_moves_to_act_does_the_deed():
    for verb in ("mobilised", "prompted", "inspired"):
        got = one(f"Norway {verb} Chad to attack Libya.", EventType.ASSAULT)
        assert (names(got.actors), names(got.recipients)) == (["Chad"], ["Libya"])


def test_deeds_like_somebodys_are_not_his():
    assert all(names(h.actors) == [] for h in happenings("Chad-inspired attacks shook Libya."))


def test_who_died_is_whose_family_is_told_of():
    got = one("The town mourns with friends of Ann Berg who died.", None)
    assert names(got.recipients) == ["Berg"]
    got = one("The town mourns friends of Ann Berg who were killed.", None)
    assert names(got.recipients) == ["friends"]


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Norway may give Libya missile technology.", ["Libya"]),
        ("Norway sold Chad fighter jets.", ["Chad"]),
        ("Norway gave Libyan missile technology to Chad.", ["Chad"]),
    ],
)
def test_a_land_right_behind_the_verb_is_to_whom_a_thing_is_given(text, recipients):
    assert names(one(text, EventType.AID).recipients) == recipients


def test_a_veto_on_a_deed_does_not_tell_it_as_done():
    assert one("Norway lifted its veto on military aid to Libya.", EventType.CONCEDE) is not None
    told = happenings("Norway lifted its veto on sanctions against Libya.")
    assert [h.type for h in told] == [EventType.CONCEDE]


def test_an_aid_package_is_vetoed_for_whom_it_was():
    for package in ("a package of aid", "a 50 billion euro aid package"):
        got = one(f"Norway vetoed {package} for Libya.", EventType.REJECT)
        assert (names(got.actors), names(got.recipients)) == (["Norway"], ["Libya"])


def test_who_approves_doing_a_deed_has_not_done_it_yet():
    for text in ("Norway approved sending tanks to Libya.", "Norway approved supplying Libya with tanks."):
        assert one(text, EventType.AID).status is Status.PLANNED


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("A shipment of missiles has arrived in Libya.", ["Libya"]),
        ("The first delivery of rifles arrived in Chad in January.", ["Chad"]),
        ("A delivery of grain arrived in Chad.", ["Chad"]),
    ],
)
def test_a_shipment_goes_to_where_it_arrives(text, recipients):
    assert names(one(text, EventType.AID).recipients) == recipients


@pytest.mark.parametrize(
    ("text", "type_", "recipients"),
    [
        ("Norway said the Chadian militia had handed over its heavy weapons.", EventType.RETREAT, []),
        ("Norway said rebels had handed in their rifles to Chad.", EventType.RETREAT, ["Chad"]),
        (
            "Norway said the Chadian rebels had handed over rifles to Libyan militants.",
            EventType.AID,
            ["Libyan"],
        ),
        ("Chad has handed over its tanks to Libya.", EventType.AID, ["Libya"]),
    ],
)
def test_who_hands_in_the_arms_he_fought_with_gives_no_aid(text, type_, recipients):
    (got,) = happenings(text)
    assert got.type is type_
    assert names(got.recipients) == recipients


def test_armed_groups_hand_captives_back_and_states_extradite():
    got = one("Norway said Chadian rebels had handed over nine soldiers to Libya.", EventType.RETREAT)
    assert (got.mode, names(got.actors), names(got.recipients)) == ("release", ["Chadian"], ["Libya"])
    assert one("Chad has handed over nine prisoners to Libya.", EventType.COOPERATE)


def test_a_drone_that_crashed_without_hitting_anything_is_an_accident():
    for text in ("A drone crashed in Chad.", "A drone crashed in Chadian territory overnight."):
        assert [h.type for h in happenings(text)] == [None]
    assert one("A Libyan drone crashed into a school in Chad.", EventType.ASSAULT)


def test_who_hosts_anothers_arms_cooperates_and_who_violates_a_space_moves_forces():
    got = one("Norway said Chad would host Libyan missiles.", EventType.COOPERATE)
    assert (names(got.actors), names(got.recipients)) == (["Chad"], ["Libyan"])
    got = one("Norway said a Libyan jet had violated Chadian airspace.", EventType.MOBILIZE)
    assert (names(got.actors), names(got.recipients)) == (["Libyan"], ["Chadian"])


def test_ones_own_envoy_is_summoned_home_and_anothers_is_protested_to():
    got = one("Norway has summoned its ambassador for talks.", EventType.SANCTION)
    assert (names(got.actors), names(got.recipients)) == (["Norway"], [])
    assert one("Norway has summoned the Libyan ambassador.", EventType.ACCUSE)


def test_who_destroys_what_is_his_own_attacks_nobody():
    assert happenings("Norway said Chadian forces had destroyed their own tanks.") == ()
    assert one("Chadian forces destroyed Libyan tanks.", EventType.ASSAULT)
    assert one("Chadian forces are bombing their own cities.", EventType.ASSAULT)


def test_a_deed_whose_reason_is_asked_for_has_been_done_or_left_already():
    for asking in ("ordered Norway to explain", "demanded that Norway clarify", "asked Norway"):
        got = one(f"The council {asking} why Chad had attacked Libya.", EventType.ASSAULT)
        assert (got.status, got.negated, got.presupposed) == (Status.HAPPENED, False, True)
    got = one("The council ordered Norway to explain why Chad had not attacked Libya.", EventType.ASSAULT)
    assert (got.status, got.negated, got.presupposed) == (Status.HAPPENED, True, True)
    got = one("The council ordered Norway to explain why Chad would attack Libya.", EventType.ASSAULT)
    assert not got.presupposed
    got = one("The council ordered Norway to attack Libya.", EventType.ASSAULT)
    assert not got.presupposed


def test_an_emergency_that_is_ended_is_given_up():
    for words in ("lifted the state of emergency", "ended a state of emergency", "lifted martial law"):
        got = one(f"Norway {words} in the town.", EventType.CONCEDE)
        assert names(got.actors) == ["Norway"]
    got = one("Norway extended the state of emergency in the town.", EventType.COERCE)
    assert names(got.actors) == ["Norway"]


@pytest.mark.parametrize(
    ("harm", "whom"),
    [
        ("the killing of friends", []),
        ("the torture of friends by Libya", ["Libya"]),
        ("Libya's arrest of friends", ["Libya"]),
        ("Libya's conduct", ["Libya"]),
        ("the conduct of friends", ["friends"]),
    ],
)
def test_an_inquiry_into_a_harm_is_one_into_who_did_it(harm, whom):
    got = one(f"Norway opened an investigation into {harm}.", EventType.ACCUSE)
    assert (names(got.actors), names(got.recipients)) == (["Norway"], whom)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chad's air defences intercepted 70 Libyan drones.", EventType.ASSAULT),
        ("The army of Chad intercepted a missile fired from the coast.", EventType.ASSAULT),
        ("A Chadian fighter jet intercepted a Libyan drone.", EventType.COERCE),
        ("Chad intercepted a shipment of missiles.", EventType.COERCE),
    ],
)
def test_missiles_intercepted_are_shot_down_unless_a_plane_flies_beside_or_they_are_cargo(text, kind):
    told = [one for one in happenings(text) if one.head == parse_at(text, "intercepted")]
    assert [one.type for one in told] == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chadian warships blocked the port.", EventType.COERCE),
        ("The navy of Chad blocked two Libyan ports.", EventType.COERCE),
        ("Chadian troops blocked the road to the capital.", EventType.COERCE),
        ("Chadian farmers blocked the port.", EventType.PROTEST),
        ("Chadian fishing boats blocked the port.", EventType.PROTEST),
    ],
)
def test_a_way_blocked_by_forces_is_closed_by_force_and_by_others_in_protest(text, kind):
    told = [one.type for one in happenings(text) if one.head == parse_at(text, "blocked")]
    assert told == [kind]


@pytest.mark.parametrize("verb", ["captured", "liberated", "retook"])
def test_a_settlement_is_taken_by_troops(verb):
    got = one(f"Chadian troops {verb} the last settlement in the north.", EventType.COERCE)
    assert (names(got.actors), names(got.recipients)) == (["Chadian"], [])


def test_a_settlement_reached_is_no_place():
    got = happenings("Chad and Libya reached a settlement.")
    assert EventType.COERCE not in [one.type for one in got]


def test_a_town_somebody_retook_is_taken():
    got = one("The Chadian army retook the presidential palace.", EventType.COERCE)
    assert (names(got.actors), got.status) == (["Chadian"], Status.HAPPENED)


def parse_at(text: str, word: str) -> int:
    """Return the place of a word among the tokens of a text."""
    return next(t.i for t in parse(load_parser(), Article("a", text)) if t.text == word)


def test_a_military_scrambles_jets_and_others_come_near():
    text = "Norway's military scrambled jets after Libyan warplanes crossed the line."
    jets, drone = happenings(text)
    assert (names(jets.actors), names(drone.actors)) == (["Norway"], ["Libyan"])
    (alone,) = happenings("Chad's military scrambled jets on Monday.")
    assert (alone.type, names(alone.actors)) == (EventType.MOBILIZE, ["Chad"])


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Chad put its army on its highest level of readiness.", "troops"),
        ("Chad will keep two frigates in the gulf.", "troops"),
        ("A Chadian frigate shadowed a Libyan submarine.", "troops"),
        ("Chadian jets escorted two Libyan bombers out of the area.", "troops"),
        ("Chad ordered the aircraft carrier to the gulf.", "troops"),
        ("A Chadian submarine surfaced off the coast.", "troops"),
    ],
)
def test_ships_and_forces_kept_ready_or_sent_to_watch_others_are_moved(text, mode):
    got = one(text, EventType.MOBILIZE)
    assert (got.mode, names(got.actors)[0]) in {(mode, "Chad"), (mode, "Chadian")}


def test_waters_and_economic_zones_strayed_into_are_whose_they_are():
    got = one("Chadian warships have strayed into Libya's economic zone.", EventType.MOBILIZE)
    assert (names(got.actors), names(got.recipients)) == (["Chadian"], ["Libya"])


def test_whence_what_enters_an_airspace_comes_is_not_whose_it_is():
    got = one("A drone entered Chadian airspace from Libya.", EventType.MOBILIZE)
    assert names(got.recipients) == ["Chadian"]


def test_a_cable_cut_on_purpose_is_destroyed_and_ends_no_ties():
    got = one("A Chadian trawler cut a cable linking two islands.", EventType.ASSAULT)
    assert (got.mode, names(got.actors)) == ("destroy", [])


def test_missiles_told_to_have_splashed_down_were_fired_at_nobody():
    text = "The missiles, fired from near the coast, flew 300 kilometres before splashing down."
    verb = next(t for t in parse(load_parser(), Article("a", text)) if t.lemma_ == "fire")
    assert is_fired_into_sea(verb)


def test_aircraft_told_by_several_of_their_make_are_items():
    got = one("Chad sent up two F-35s.", EventType.MOBILIZE)
    assert [item.kind for item in got.items] == ["aircraft"]


def test_an_exercise_that_two_wrap_up_is_theirs_together():
    got = one("Chad and Libya wrapped up a naval exercise on Friday.", EventType.COOPERATE)
    assert names(got.actors) == ["Chad", "Libya"]


def test_who_behind_a_place_are_the_people_there():
    text = "Rebels in Libya, who halted their raids in May, threatened to resume them."
    doc = parse(load_parser(), Article("a", text))
    assert meant_noun(next(t for t in doc if t.lower_ == "who")).text == "Rebels"


def test_one_s_own_ships_moved_to_a_port_help_nobody():
    got = one("Chad has moved its last submarines to Libya.", EventType.MOBILIZE)
    assert (names(got.actors), names(got.recipients)) == (["Chad"], [])


@pytest.mark.parametrize("verb", ["received", "accepted"])
def test_who_receives_a_shipment_is_helped_by_it(verb):
    got = one(f"Norway {verb} a shipment of rifles.", EventType.AID)
    assert (names(got.actors), names(got.recipients)) == ([], ["Norway"])


def test_an_item_is_named_by_all_of_a_hyphened_word():
    got = one("Norway sent Chad a shipment of 500-pound bombs.", EventType.AID)
    assert [item.span.text for item in got.items] == ["500-pound bombs"]


@pytest.mark.parametrize(
    "text",
    [
        "Norway blacklisted Libya for supplying Chad with rifles.",
        "Norway added Libya to its list for supplying Chad with rifles.",
        "Norway put Libya on a list of banned traders for supplying Chad with rifles.",
    ],
)
def test_those_who_are_put_on_a_list_did_what_they_are_there_for(text):
    got = one(text, EventType.AID)
    assert (names(got.actors), names(got.recipients)) == (["Libya"], ["Chad"])


def test_what_a_batch_holds_is_what_passes():
    got = one("Norway will deliver the first of nine tanks to Chad.", EventType.AID)
    assert [item.kind for item in got.items] == ["vehicles"]


@pytest.mark.parametrize(
    "text", ["Norway ruled out sending rifles to Chad.", "Norway rules out sending rifles to Chad."]
)
def test_a_deed_that_is_ruled_out_has_not_been_done(text):
    assert one(text, EventType.AID).status is Status.POSSIBLE


def test_a_state_that_allows_a_deed_does_not_bring_it_about():
    assert all(h.status is not Status.HAPPENED for h in happenings("Norway allowed strikes on Chad."))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Norway lifted its freeze on the arms of Chad.", EventType.CONCEDE),
        ("Norway suspended its training mission in Chad.", EventType.SANCTION),
        ("Norway withheld missiles from Chad.", EventType.SANCTION),
        ("Norway extended its export controls to Chad.", EventType.SANCTION),
        ("Norway postponed its delivery of jets to Chad.", EventType.SANCTION),
        ("Norway turned down a request from Chad for missiles.", EventType.REJECT),
        ("A request from Chad was denied by Norway.", EventType.REJECT),
        ("Norway vetoed a loan to Chad.", EventType.REJECT),
    ],
)
def test_what_holds_back_arms_and_money_is_told_of_both_sides(text, kind):
    (got,) = happenings(text)
    assert (got.type, names(got.actors), names(got.recipients)) == (kind, ["Norway"], ["Chad"])


def test_who_asked_for_arms_is_whom_they_would_help():
    got = one("Chad requested the missiles in March.", EventType.AID)
    assert (names(got.actors), names(got.recipients), got.status) == ([], ["Chad"], Status.DEMANDED)


@pytest.mark.parametrize(
    ("text", "giver", "taker"),
    [
        ("The delivery of two tanks to Libya by Chad was completed.", ["Chad"], ["Libya"]),
        ("Norway exchanged fuel for shells with Libya.", ["Norway"], ["Libya"]),
        ("Chad sold drones worth 70 million dollars to Libya.", ["Chad"], ["Libya"]),
        ("Weapons from Chad reached Libya.", ["Chad"], ["Libya"]),
        ("Aid from Chad arrived in Libya on Monday.", ["Chad"], ["Libya"]),
    ],
)
def test_giver_and_taker_are_found_where_the_parser_hangs_them_on_another_word(text, giver, taker):
    told = one(text, EventType.AID)
    assert (names(told.actors), names(told.recipients)) == (giver, taker)


def test_soldiers_from_a_land_that_leave_do_not_leave_it_to_it():
    assert "Chad" not in names(one("Soldiers from Chad withdrew on Monday.", EventType.RETREAT).recipients)


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("The truce between Chad and Libya collapsed in May.", True),
        ("The truce between Chad and Libya has broken down.", True),
        ("The truce between Chad and Libya is in tatters.", True),
        ("The truce between Chad and Libya has not collapsed.", False),
        ("The truce between Chad and Libya could collapse.", False),
        ("The truce between Chad and Libya is holding.", False),
    ],
)
def test_truce_that_came_to_nothing_is_no_more(text, negated):
    assert one(text, EventType.RETREAT).negated is negated


def test_talks_that_failed_were_held():
    assert not one("Talks between Chad and Libya collapsed on Monday.", EventType.CONSULT).negated


@pytest.mark.parametrize(
    "text",
    ["Chad refused to let the ship pass.", "Chad has refused to withdraw from the valley."],
)
def test_a_deed_somebody_refuses_is_refused_though_it_is_told_to_nobody(text):
    assert names(one(text, EventType.REJECT).actors) == ["Chad"]


def test_ships_built_for_somebody_go_to_him():
    told = one("Chad is to build two frigates for Libya.", EventType.AID)
    assert (names(told.recipients), [item.kind for item in told.items]) == (["Libya"], ["ships"])


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chad bought two ships from Libya.", EventType.COOPERATE),
        ("Chad withdrew its troops from Libya.", EventType.RETREAT),
    ],
)
def test_what_is_taken_from_somebody_goes_to_whoever_takes_it(text, kind):
    assert [item.direction for item in one(text, kind).items] == ["to_actor"]


def test_two_sides_are_two_though_the_parser_hangs_the_first_on_the_second():
    article = Article("a", "Clashes between the army and M23 rebels resumed near the town.")
    first = parse(load_parser(), article)[3]
    assert (first.text, first.dep_, [c.text for c in first.children if c.dep_ == "conj"]) == (
        "army",
        "pobj",
        ["rebels"],
    )


def test_aid_workers_sent_away_are_expelled():
    assert one("Chad deported two Libyan aid workers.", EventType.SANCTION).mode == "expel"


@pytest.mark.parametrize(
    "text", ["The friends of Berg seized the offices of a bank.", "Chad seized the headquarters of a bank."]
)
def test_offices_that_are_rooms_can_be_seized(text):
    assert one(text, EventType.COERCE).mode == "seize"


def test_nobody_seizes_rooms_who_comes_to_office():
    assert not [h for h in happenings("Berg took over the office in May.") if h.type is EventType.COERCE]


def test_who_only_would_not_answer_refuses_nothing():
    text = "Chadian soldiers who refused to answer were filmed."
    assert not [h for h in happenings(text) if h.type is EventType.REJECT]


def test_who_is_given_time_to_do_a_deed_does_it():
    text = "Norway gave Libya a deadline of three days to withdraw from the valley."
    told = one(text, EventType.RETREAT)
    assert (names(told.actors), told.status) == (["Libya"], Status.DEMANDED)
    assert names(one(text, EventType.THREATEN).recipients) == ["Libya"]


def test_a_ban_imposed_on_somebody_is_lifted_for_him():
    told = one("Norway lifted a ban imposed on Libya in May.", EventType.CONCEDE)
    assert names(told.recipients) == ["Libya"]


@pytest.mark.parametrize(
    "text",
    [
        "Chad fired what appears to be a new ballistic missile.",
        "Chad launched what is believed to be a cruise missile on Monday.",
        "Chad tested what it calls a hypersonic missile.",
        "Chad launched what officials described as a ballistic missile.",
    ],
)
def test_a_missile_told_as_what_it_is_taken_for_was_tested(text):
    assert names(one(text, EventType.MOBILIZE).actors) == ["Chad"]


@pytest.mark.parametrize(
    "text", ["Chad launched what it called an aid drive.", "Chad launched what it says is an inquiry."]
)
def test_what_else_is_launched_is_no_weapon(text):
    assert EventType.MOBILIZE not in [h.type for h in happenings(text)]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Chadian trawlers attacked a Libyan patrol.", []),
        ("Chadian fishing vessels attacked a Libyan patrol.", []),
        ("A Chadian warship attacked a Libyan patrol.", ["Chadian"]),
    ],
)
def test_no_state_does_what_its_fishing_boats_do(text, actors):
    assert names(one(text, EventType.ASSAULT).actors) == actors


def test_those_accused_are_told_by_their_noun_where_the_deed_hangs_on_it():
    doc = parse(load_parser(), Article("a", "Berg accused the Chadian trawlers of cutting a net."))
    cutting = next(t for t in doc if t.lemma_ == "cut")
    assert [t.text for t in verb_slots(cutting, (), load_codebook().modality)["subject"]] == ["trawlers"]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Talks between Chad and Libya hosted by Norway went on.", ["Chad", "Libya"]),
        ("Chad and Libya held talks in Rome hosted by Norway.", ["Chad", "Libya"]),
    ],
)
def test_who_hosts_talks_of_others_does_not_talk(text, actors):
    assert names(one(text, EventType.CONSULT).actors) == actors


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norway's embargo on Chad has applied since 2012.", Status.ONGOING),
        ("Norway's sanctions on Chad have been in force since March.", Status.ONGOING),
        ("Norway's sanctions on Chad are in place.", Status.ONGOING),
        ("Norway's embargo on Chad had applied since May.", Status.HAPPENED),
        ("Norway's sanctions on Chad are not in force.", Status.HAPPENED),
    ],
)
def test_a_measure_in_force_goes_on(text, status):
    assert one(text, EventType.SANCTION).status is status


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Norway sent rifles to eastern Kenya.", True),
        ("Norway sent rifles to north-western Kenya.", True),
        ("Norway sent rifles to Kenya.", False),
        ("Norway sent rifles to North Korea.", False),
        ("Norway shelled eastern Kenya.", False),
    ],
)
def test_a_part_of_a_land_is_no_party_that_things_are_sent_to(text, part):
    article = Article("a", text)
    doc = parse(load_parser(), article)
    land = find_mentions(doc, article)[-1]
    assert is_no_party(doc[land.head], land) is part


def test_a_land_of_which_a_part_is_shelled_is_shelled():
    assert names(one("Norway shelled eastern Chad.", EventType.ASSAULT).recipients) == ["Chad"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The road is shut from Monday, when Chad meets Libya.", Status.PLANNED),
        ("The road was shut on Monday, when Chad met Libya.", Status.HAPPENED),
    ],
)
def test_what_is_told_in_the_present_of_a_day_is_to_come(text, status):
    assert one(text, EventType.CONSULT).status is status


@pytest.mark.parametrize(
    "text",
    [
        "Chad and Libya held live-fire drills near the port.",
        "Chadian and Libyan troops hold a live-fire exercise.",
        "Chad held a naval drill with Libya.",
    ],
)
def test_drills_of_several_are_held_together(text):
    assert len(one(text, EventType.COOPERATE).actors) == 2


def test_drills_of_one_are_not():
    assert names(one("Chad held live-fire drills.", EventType.MOBILIZE).actors) == ["Chad"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chad said that nine people had died in the rallies.", True),
        ("Chad said that nine people had died at a protest in the north.", True),
        ("Chad said that nine people had died in the north.", False),
    ],
)
def test_a_death_at_a_protest_is_known_for_one(text, kind):
    doc = parse(load_parser(), Article("a", text))
    book = load_codebook()
    died = next(
        match
        for match, _ in read_frames(doc, Arguments(doc, named_mentions(doc, PARTIES), book), book)
        if match.head.lemma_ == "die"
    )
    assert is_toll_of_protest(died) is kind


def test_what_stands_before_a_hyphen_changes_a_word_and_is_none():
    doc = parse(load_parser(), Article("a", "Chad re-exported rifles and co-hosted a drone-led test."))
    assert [t.text for t in doc if is_prefix(t)] == ["re", "co"]


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("Chad's soldiers have fired on nobody.", True),
        ("Chad's soldiers have shot at no one.", True),
        ("Chad's soldiers have fired on Libya in no time.", False),
    ],
)
def test_what_is_done_to_nobody_is_not_done(text, negated):
    assert one(text, EventType.ASSAULT).negated is negated


def test_who_is_rung_hears_what_his_caller_says():
    text = "The envoy called the friends of Berg on Monday to express his support."
    told = one(text, EventType.SUPPORT)
    assert (names(told.actors), names(told.recipients)) == (["envoy"], ["friends"])


def test_dining_with_somebody_is_a_meeting():
    assert names(one("Norway had lunch with Chad in May.", EventType.CONSULT).actors) == ["Norway", "Chad"]


def test_restrictions_on_aid_to_somebody_are_eased_for_him():
    told = one("Norway eased some of its restrictions on aid to Libya.", EventType.CONCEDE)
    assert names(told.recipients) == ["Libya"]


def test_tariffs_on_so_much_of_ones_goods_are_cut_for_him():
    told = one("Norway cut its tariffs on $20 million of Libya's exports.", EventType.CONCEDE)
    assert names(told.recipients) == ["Libya"]


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("A Chadian frigate rammed a Libyan trawler.", "MIL"),
        ("Chadian drones struck the port.", "MIL"),
        ("Chadian trucks rammed a gate.", "GOV"),
    ],
)
def test_a_state_acts_by_its_forces_where_their_arms_act(text, sector):
    doc = parse(load_parser(), Article("a", text))
    arguments = Arguments(doc, find_mentions(doc, Article("a", text)), load_codebook())
    assert [party.sector for party in arguments.parties(t for t in doc if t.dep_ == "nsubj")] == [sector]


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Chadian soldiers stormed the town, Norway said, killing nine people.", ["Chadian"]),
        ("Two towns were attacked by Libya, Norway said, killing nine people.", ["Libya"]),
        ("Two towns were attacked, Norway said, killing nine people.", []),
    ],
)
def test_what_follows_behind_who_tells_it_is_not_done_by_the_teller(text, doers):
    assert names(happenings(text)[-1].actors) == doers


def test_nobody_did_a_raid_who_has_not_claimed_it():
    assert all(
        not h.actors for h in happenings("Chad has not claimed responsibility for the bombing of the port.")
    )


def test_what_came_under_fire_killed_nobody():
    text = "A Chadian helicopter came under fire on Friday, killing a sailor."
    assert all("Chadian" not in names(got.actors) for got in happenings(text))


def test_who_says_that_jets_strayed_summons_the_envoy_and_not_the_jets():
    got = one(
        "Norway said Chadian jets had violated its airspace and summoned the Libyan ambassador.",
        EventType.ACCUSE,
    )
    assert names(got.actors) == ["Norway"]


@pytest.mark.parametrize(
    "text",
    [
        "Norway said Chad was responsible for the deaths of nine friends.",
        "Norway said Chad was behind the deaths of nine friends.",
        "Norway blamed the deaths of nine friends on Chad.",
    ],
)
def test_whoever_deaths_are_laid_on_did_not_die(text):
    (got,) = [h for h in happenings(text) if "frame:other.death" in h.rules]
    assert (names(got.actors), names(got.recipients)) == (["Chad"], ["friends"])


@pytest.mark.parametrize("text", ["Chad's civil war went on.", "The Chadian civil war went on."])
def test_a_land_does_not_wage_the_civil_war_in_it(text):
    assert all(not h.actors for h in happenings(text))


def test_aircraft_flown_abroad_by_their_own_men_help_nobody():
    assert not [h for h in happenings("Chadian friends flew their jets to Norway.") if h.type == "AID"]
    assert [h for h in happenings("Chadian friends flew ten jets to Norway.") if h.type == "AID"]


def test_harm_that_may_come_is_no_toll_of_an_attack_before():
    found = happenings("Chad shelled Libya. Food thrown from planes might kill friends.")
    assert not [h for h in found if "rule:toll-of-attack" in h.rules]
    found = happenings("Chad shelled Libya. Nine friends may have been killed.")
    assert [h for h in found if "rule:toll-of-attack" in h.rules]
