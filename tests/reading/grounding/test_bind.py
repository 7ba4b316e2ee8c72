from dataclasses import replace
from datetime import date

import pytest

from onrecord.reading.grounding.bind import ground
from onrecord.reading.grounding.dates import find_dates
from onrecord.reading.grounding.figures import find_figures
from onrecord.reading.grounding.places import find_places
from onrecord.reading.layers import Attribution, Happening, Layers, set_layers
from onrecord.records import Article, EventType, Hedge, Item, Span, Stance, Status


def grounded(nlp, text, deed, type_=EventType.ASSAULT, cue=None, item=None):
    """Ground one happening whose head is the word `deed`, with a cue of saying and an item if told."""
    doc = nlp(text)
    words = [token.text for token in doc]
    head = words.index(deed)
    items = ()
    if item is not None:
        kind, words_of_item = item
        start = text.index(words_of_item)
        items = (Item(kind, Span.of(text, start, start + len(words_of_item))),)
    attributions = ()
    if cue is not None:
        attributions = (Attribution((words.index(cue),), (), (), (), Stance.SAYS),)
    article = Article(id="a", text=text, published=date(2024, 11, 4))
    happening = Happening((head,), head, type_, Status.HAPPENED, False, items=items)
    layers = Layers(article, attributions=attributions, happenings=(happening,))
    layers = replace(layers, dates=find_dates(doc, date(2024, 11, 4)))
    set_layers(doc, layers)
    layers = replace(layers, places=find_places(doc, layers), figures=find_figures(doc, layers))
    (grounding,) = ground(doc, layers)
    return grounding


@pytest.mark.weights
def test_a_date_on_the_deed_is_the_deeds(nlp):
    when = grounded(nlp, "Gunmen attacked the convoy on Thursday.", "attacked").when
    assert when is not None
    assert when.start == date(2024, 10, 31)


@pytest.mark.weights
def test_a_date_on_the_verb_of_saying_is_not_the_deeds(nlp):
    text = "The ministry said Thursday that gunmen attacked the convoy."
    assert grounded(nlp, text, "attacked", cue="said").when is None


@pytest.mark.weights
def test_of_two_dates_the_one_in_the_deeds_clause_counts(nlp):
    text = "The ministry said Thursday that gunmen attacked the convoy on Oct. 20."
    when = grounded(nlp, text, "attacked", cue="said").when
    assert when is not None
    assert when.start == date(2024, 10, 20)


@pytest.mark.weights
def test_the_date_of_a_verb_that_only_carries_the_deed_is_the_deeds(nlp):
    when = grounded(nlp, "The attack took place on Oct. 20.", "attack").when
    assert when is not None
    assert when.start == date(2024, 10, 20)


@pytest.mark.weights
def test_the_date_of_what_a_deed_answers_is_not_the_deeds(nlp):
    text = "They carried out the attack in retaliation for raids on Oct. 20."
    assert grounded(nlp, text, "attack").when is None


@pytest.mark.weights
def test_the_day_of_asking_for_a_deed_is_not_the_deeds(nlp):
    assert grounded(nlp, "Peru will ask Chad on Thursday to halt all flights.", "halt").when is None


@pytest.mark.weights
def test_a_past_day_of_a_threat_is_not_that_of_what_is_threatened(nlp):
    assert grounded(nlp, "The rebels threatened to attack the port last month.", "attack").when is None
    assert grounded(nlp, "The rebels threatened to attack the port next month.", "attack").when is not None


@pytest.mark.weights
def test_when_joins_the_time_and_place_of_two_verbs(nlp):
    grounding = grounded(nlp, "She was in Lyon on Oct. 20 when gunmen attacked the hotel.", "attacked")
    assert grounding.when is not None
    assert grounding.place is not None
    assert (grounding.when.start, grounding.place.name) == (date(2024, 10, 20), "Lyon")


@pytest.mark.weights
def test_what_a_deed_led_to_has_its_time_and_place(nlp):
    grounding = grounded(nlp, "Shells fell on houses in Kharkiv on Oct. 20, killing three people.", "killing")
    assert grounding.when is not None
    assert grounding.place is not None
    assert (grounding.when.start, grounding.place.name) == (date(2024, 10, 20), "Kharkiv")
    assert [figure.best for figure in grounding.figures] == [3]


@pytest.mark.weights
def test_a_deed_without_words_of_time_has_no_day(nlp):
    assert grounded(nlp, "Gunmen attacked the convoy.", "attacked").when is None


@pytest.mark.weights
def test_the_place_is_where_it_happened_not_the_dateline(nlp):
    text = "OSLO, Norway — Gunmen attacked a convoy near Kharkiv."
    place = grounded(nlp, text, "attacked").place
    assert place is not None
    assert (place.name, place.country, place.geonames) == ("Kharkiv", "UKR", 706483)


@pytest.mark.weights
def test_a_deed_told_without_a_place_has_none(nlp):
    assert grounded(nlp, "OSLO, Norway — Gunmen attacked a convoy.", "attacked").place is None


@pytest.mark.weights
def test_a_country_is_an_area_without_a_point(nlp):
    place = grounded(nlp, "Gunmen attacked a convoy in Ukraine.", "attacked").place
    assert place is not None
    assert (place.country, place.lat, place.lon) == ("UKR", None, None)


@pytest.mark.weights
def test_soldiers_sent_to_a_country_are_there_but_weapons_only_go_to_it(nlp):
    sent = grounded(
        nlp, "Oslo sent 200 soldiers to Ukraine.", "sent", EventType.AID, item=("troops", "soldiers")
    )
    assert sent.place is not None
    sold = grounded(
        nlp, "Oslo sent 200 missiles to Ukraine.", "sent", EventType.AID, item=("missiles", "missiles")
    )
    assert sold.place is None


@pytest.mark.weights
def test_a_figure_counts_the_victims_not_the_attackers(nlp):
    figures = grounded(nlp, "Two gunmen killed five officers.", "killed").figures
    assert [figure.best for figure in figures] == [5]


@pytest.mark.weights
def test_victims_told_with_another_verb_belong_to_the_attack(nlp):
    figures = grounded(nlp, "The attack killed 12 people and wounded 30.", "attack").figures
    assert [(figure.best, figure.measure) for figure in figures] == [(12, "killed"), (30, "wounded")]


@pytest.mark.weights
def test_a_number_of_something_else_in_the_sentence_stays_unbound(nlp):
    text = "Gunmen attacked a convoy that 40 countries had paid for."
    assert grounded(nlp, text, "attacked").figures == ()


@pytest.mark.weights
def test_who_is_on_a_visit_since_friday_visits_since_friday(nlp):
    when = grounded(nlp, "She has been on a visit to Estonia since Friday.", "visit", EventType.CONSULT).when
    assert when is not None
    assert (when.start, when.end) == (date(2024, 11, 1), None)


@pytest.mark.weights
def test_a_state_under_an_embargo_is_no_place_of_it(nlp):
    text = "The union imposed an arms embargo on Estonia."
    assert grounded(nlp, text, "embargo", EventType.SANCTION).place is None


@pytest.mark.weights
def test_what_is_fired_into_a_country_falls_there(nlp):
    place = grounded(nlp, "The army fired shells into Estonia.", "fired").place
    assert place is not None
    assert place.country == "EST"


@pytest.mark.weights
@pytest.mark.parametrize(
    ("text", "deed", "start", "end"),
    [
        (
            "It has been quiet since 2012, when rebels attacked the port.",
            "attacked",
            "2012-01-01",
            "2012-12-31",
        ),
        (
            "Tensions rose in March 2014, when rebels attacked the port.",
            "attacked",
            "2014-03-01",
            "2014-03-31",
        ),
        (
            "None died since 1959, when a guard fell as a depot exploded.",
            "exploded",
            "1959-01-01",
            "1959-12-31",
        ),
    ],
)
def test_a_deed_told_with_when_after_a_date_happened_then(nlp, text, deed, start, end):
    when = grounded(nlp, text, deed).when
    assert (str(when.start), str(when.end)) == (start, end)


@pytest.mark.weights
def test_a_clause_with_when_after_no_date_has_no_day(nlp):
    assert grounded(nlp, "It was a bad year, when rebels attacked the port.", "attacked").when is None


@pytest.mark.weights
def test_a_date_of_what_only_tells_when_is_not_the_deeds(nlp):
    text = "After a test in January, rebels attacked the convoy."
    assert grounded(nlp, text, "attacked").when is None
    when = grounded(nlp, "Rebels attacked the convoy before dawn on Monday.", "attacked").when
    assert when is not None
    assert when.start == date(2024, 11, 4)


@pytest.mark.weights
def test_what_a_talk_is_on_is_not_where_it_is_held(nlp):
    text = "The envoys consulted each other on Burma."
    assert grounded(nlp, text, "consulted", EventType.CONSULT).place is None


@pytest.mark.weights
def test_of_a_whole_only_the_part_counts_what_happened(nlp):
    text = "Of the 12 mayors in the province, seven were arrested."
    assert [f.best for f in grounded(nlp, text, "arrested", EventType.COERCE).figures] == [7]


@pytest.mark.weights
@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("Ilo Varn, a teacher at a school in France, was shot on Friday.", "shot"),
        ("Ana Torres, a spokeswoman for the ministry in France, was shot by gunmen.", "shot"),
        ("The strike was in revenge for the raids in France.", "strike"),
        ("Gunmen shot the first tourist outside France.", "shot"),
        ("The court rejected a request from teachers in France to lift the ban.", "rejected"),
        ("Gunmen shot a man behind a letter from tourists in France.", "shot"),
    ],
)
def test_a_place_told_beside_the_deed_is_not_where_it_happened(nlp, text, deed):
    assert grounded(nlp, text, deed).place is None


@pytest.mark.weights
def test_what_became_of_some_later_is_not_counted_with_the_deed(nlp):
    got = grounded(nlp, "Gunmen abducted 200 girls, and 57 of them escaped.", "abducted")
    assert [figure.low for figure in got.figures] == [200.0]


@pytest.mark.weights
def test_those_told_behind_of_are_counted_whatever_the_deed_noun_does(nlp):
    got = grounded(nlp, "The kidnapping of 40 girls shocked the country.", "kidnapping")
    assert [figure.low for figure in got.figures] == [40.0]


@pytest.mark.weights
def test_town_behind_of_is_where_it_was_attacked(nlp):
    place = grounded(nlp, "The shelling of Kharkiv by Russian artillery left nine dead.", "shelling").place
    assert place is not None
    assert place.name == "Kharkiv"


@pytest.mark.weights
def test_a_clause_behind_part_and_whole_counts_the_whole(nlp):
    text = "The army shot down 12 of 15 missiles fired by the rebels."
    (part,) = grounded(nlp, text, "shot").figures
    (whole,) = grounded(nlp, text, "fired").figures
    assert (part.low, part.measure, whole.low, whole.measure) == (12.0, "shot down", 15.0, "fired")


@pytest.mark.weights
@pytest.mark.parametrize(
    "text",
    [
        "Police said 9 of the 12 hostages were freed.",
        "The army said 9 of its 12 soldiers there were freed.",
        "The governor said 9 of the country's 12 regions were freed.",
        "At least 9 out of 12 hostages were freed.",
    ],
)
def test_the_whole_of_which_some_are_counted_is_no_count_of_the_deed(nlp, text):
    assert [f.low for f in grounded(nlp, text, "freed", EventType.RETREAT).figures] == [9.0]


@pytest.mark.weights
@pytest.mark.parametrize(
    "text",
    ["The deadliest attack since 2015 killed 22.", "The attack, the first since May 2015, killed 22."],
)
def test_day_since_which_nothing_was_worse_is_not_the_deeds(nlp, text):
    assert grounded(nlp, text, "attack").when is None


@pytest.mark.weights
def test_day_of_a_step_towards_a_deed_is_not_the_deeds(nlp):
    text = "Chad moved a step closer to imposing sanctions on Mali on Friday."
    assert grounded(nlp, text, "imposing", EventType.SANCTION).when is None


@pytest.mark.weights
@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("Fighting between rebels and the army continued on Friday.", "Fighting"),
        ("Fighting raged in the north on Friday.", "Fighting"),
        ("The strikes carried out on Friday were the last.", "strikes"),
        ("The bombing in the town on Friday killed nine people.", "killed"),
    ],
)
def test_day_of_what_only_tells_that_a_deed_was_done_is_the_deeds(nlp, text, deed):
    when = grounded(nlp, text, deed).when
    assert when is not None
    assert when.start == date(2024, 11, 1)


@pytest.mark.weights
@pytest.mark.parametrize(
    ("text", "deed", "kind"),
    [
        ("The bureau said it met with nine mayors and read 40 letters.", "met", EventType.CONSULT),
        ("Norway recognised the rebels and released 90 million euros.", "recognised", EventType.SUPPORT),
        ("The channel, which was shut down and claims 900 members, sold rugs.", "shut", EventType.COERCE),
        ("The fever has killed sheep and cost farmers 300 jobs.", "killed", None),
    ],
)
def test_a_number_told_with_a_later_verb_does_not_count_a_deed_with_its_own_object(nlp, text, deed, kind):
    figures = grounded(nlp, text, deed, type_=kind).figures
    assert all(figure.best == 9 for figure in figures)


@pytest.mark.weights
@pytest.mark.parametrize(
    ("text", "deed", "kind"),
    [
        ("Police arrested and questioned 40 miners.", "arrested", EventType.COERCE),
        ("Soldiers attacked the village and burned 40 houses.", "attacked", EventType.ASSAULT),
        ("Norway bought and shipped 40 tanks.", "bought", EventType.AID),
    ],
)
def test_a_number_told_with_a_later_verb_counts_an_attack_or_what_both_verbs_are_about(nlp, text, deed, kind):
    assert [figure.best for figure in grounded(nlp, text, deed, type_=kind).figures] == [40]


@pytest.mark.weights
@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("The rebels say the bombing was a revenge attack for raids in May in Lyon.", "bombing"),
        ("Soldiers bombed the depot in Orim, the site of fierce fighting in May.", "bombed"),
        ("Medics say nine people have been rescued since the quake 11 days ago.", "rescued"),
    ],
)
def test_time_and_place_told_of_something_else_are_not_the_deeds(nlp, text, deed):
    told = grounded(nlp, text, deed)
    assert told.when is None
    assert told.place is None or told.place.name == "Orim"


@pytest.mark.weights
@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("Gunmen killed Ilo Varn, the mayor of Orim, in May.", "killed"),
        ("Soldiers bombed the depot in Orim, a port in the north, in May.", "bombed"),
        ("The rebels bombed the depot in May.", "bombed"),
        ("Nine people have been rescued in May.", "rescued"),
    ],
)
def test_time_told_behind_who_somebody_is_stays_the_deeds(nlp, text, deed):
    when = grounded(nlp, text, deed).when
    assert when is not None
    assert when.start == date(2024, 5, 1)


@pytest.mark.weights
def test_those_of_whom_most_did_something_are_at_most_so_many(nlp):
    (figure,) = grounded(nlp, "Most of the city's 300 residents were expelled.", "expelled").figures
    assert (figure.hedge, figure.low, figure.high) == (Hedge.UP_TO, None, 300)
    (figure,) = grounded(nlp, "The city's 300 residents were expelled.", "expelled").figures
    assert (figure.hedge, figure.low, figure.high) == (Hedge.EXACT, 300, 300)


@pytest.mark.weights
def test_whence_somebody_is_tells_not_where_he_was_harmed(nlp):
    text = "Daniel Cole murdered Cambridge student Anna Berg on Monday."
    assert grounded(nlp, text, "murdered").place is None
    place = grounded(nlp, "Gunmen killed student Ane Lund in Oslo on Monday.", "killed").place
    assert place is not None
    assert place.name == "Oslo"


@pytest.mark.weights
@pytest.mark.parametrize(
    ("text", "deed", "type_", "counts"),
    [
        ("Nine guards are said to have been shot.", "shot", EventType.ASSAULT, [("Nine", "shot")]),
        ("Nine guards are thought to have died.", "died", EventType.ASSAULT, [("Nine", "killed")]),
        ("Nine guards are believed to have killed him.", "killed", EventType.ASSAULT, []),
        ("Some 300 men are said to have crossed.", "crossed", EventType.MOBILIZE, [("Some 300", "crossed")]),
    ],
)
def test_those_of_whom_a_deed_is_believed_are_counted(nlp, text, deed, type_, counts):
    found = grounded(nlp, text, deed, type_).figures
    assert [(figure.span.text, figure.measure) for figure in found] == counts


@pytest.mark.weights
@pytest.mark.parametrize(
    ("text", "deed", "counts"),
    [
        ("The death toll from Saturday's raid in Orim rose to 31, police said.", "raid", ["31"]),
        ("The number of people killed in the raid has reached 34.", "killed", ["34"]),
        ("The death toll from the raid rose to 31 from 25.", "raid", ["31"]),
        ("The raid came as the number of refugees rose to 300.", "raid", []),
    ],
)
def test_what_a_toll_has_risen_to_counts_the_deed_that_it_is_of(nlp, text, deed, counts):
    assert [figure.span.text for figure in grounded(nlp, text, deed).figures] == counts


@pytest.mark.weights
@pytest.mark.parametrize("which", ["first", "last", "next"])
def test_one_singled_out_of_many_does_not_make_them_all_come(nlp, which):
    text = f"The {which} of 200 soldiers arrived on Tuesday."
    assert grounded(nlp, text, "arrived", EventType.MOBILIZE).figures == ()


@pytest.mark.weights
@pytest.mark.parametrize(
    ("text", "deed", "day"),
    [
        ("Norway stopped selling weapons to Chad on Oct. 20.", "stopped", date(2024, 10, 20)),
        ("Norway stopped selling weapons that it made on Oct. 20.", "stopped", None),
    ],
)
def test_the_date_behind_a_deed_that_was_stopped_is_that_of_stopping_it(nlp, text, deed, day):
    when = grounded(nlp, text, deed, EventType.SANCTION).when
    assert (None if when is None else when.start) == day


@pytest.mark.weights
@pytest.mark.parametrize(
    "text",
    [
        "Norway said it shot down 62 of 88 drones launched overnight.",
        "The air force said it shot down 31 of 40 missiles fired on Tuesday.",
    ],
)
def test_of_what_was_fired_those_shot_down_are_counted(nlp, text):
    figures = grounded(nlp, text, "shot").figures
    assert [figure.best in (62, 31) for figure in figures] == [True]


@pytest.mark.weights
@pytest.mark.parametrize(
    ("text", "deed", "type_", "counted"),
    [
        ("A father of two from Leeds was killed on Oct. 20.", "killed", EventType.ASSAULT, []),
        ("A group of two soldiers was killed on Oct. 20.", "killed", EventType.ASSAULT, [2]),
        ("The force has deployed 300 of a planned 1,800 officers.", "deployed", EventType.MOBILIZE, [300]),
    ],
)
def test_children_and_those_only_planned_are_not_counted(nlp, text, deed, type_, counted):
    assert [figure.best for figure in grounded(nlp, text, deed, type_).figures] == counted


@pytest.mark.weights
def test_what_is_approved_elsewhere_is_not_approved_there(nlp):
    assert grounded(nlp, "The board approved two polling stations in Peru.", "approved", None).place is None
    held = grounded(nlp, "The board opened two polling stations in Peru.", "opened", None).place
    assert held is not None


@pytest.mark.weights
@pytest.mark.parametrize(
    ("text", "deed", "day"),
    [
        (
            "The cut, first hinted at by aide Bo Lind on 20 October, follows the sale of nine jets.",
            "sale",
            None,
        ),
        ("The transfer, first hinted at by an aide on 20 October, follows a sale.", "sale", None),
        ("The cut follows the sale of nine jets on 20 October, an aide said.", "sale", date(2024, 10, 20)),
    ],
)
def test_a_date_in_an_aside_on_something_else_is_not_the_deeds(nlp, text, deed, day):
    when = grounded(nlp, text, deed, EventType.AID).when
    assert (None if when is None else when.start) == day


@pytest.mark.weights
def test_the_number_of_deaths_that_somebody_confirmed_counts_them(nlp):
    (figure,) = grounded(nlp, "The ministry confirmed nine deaths.", "deaths").figures
    assert (figure.best, figure.measure) == (9, "killed")


@pytest.mark.weights
def test_a_day_to_come_behind_what_is_promised_is_not_that_of_the_promise(nlp):
    when = grounded(nlp, "The minister promised elections in May 2026.", "elections", cue="promised").when
    assert when is not None
    assert when.start == date(2026, 5, 1)
    assert (
        grounded(nlp, "The minister promised elections on Friday.", "elections", cue="promised").when is None
    )


@pytest.mark.weights
@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("The ministry said Monday Kenya was angry and pulled its troops out of Goma.", False),
        ("On Monday Kenya was angry and pulled its troops out of Goma.", True),
    ],
)
def test_a_day_of_saying_is_not_that_of_a_deed_joined_on(nlp, text, known):
    when = grounded(nlp, text, "pulled", EventType.RETREAT).when
    assert (when is not None) == known
