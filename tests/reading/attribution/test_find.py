"""Attributions as the finder joins them, on sentences of our own."""

from dataclasses import replace

import pytest
from spacy.tokens import Doc

from attributed import attributions_in
from onrecord.codebook import load_codebook
from onrecord.encoder.attribution import LinkedSpans
from onrecord.reading.attribution.cues import CueIndex
from onrecord.reading.attribution.sources import UNNAMED
from onrecord.reading.attribution.spans import cue_spans
from onrecord.reading.layers import spans_of
from onrecord.reading.parse import load_parser
from onrecord.records import Article

pytestmark = pytest.mark.weights


def attributions(text, predictions=()):
    """Return (stance, source ids, content) of each attribution of a text."""
    doc, found = attributions_in(Article(id="row", text=text), predictions)
    return (
        doc,
        found,
        [
            (
                a.stance.value,
                [p.id for p in a.sources],
                " … ".join(s.text for s in spans_of(doc, a.content or a.subject)),
            )
            for a in found
        ],
    )


def stances_of(text, predictions=()):
    return [(stance, sources) for stance, sources, _ in attributions(text, predictions)[2]]


def seen(text, source, cue, content, score=0.9):
    """Return an attribution as the encoder would find it, from words of the text."""

    def place(words):
        return ((text.index(words), text.index(words) + len(words)),)

    return (LinkedSpans(place(source), place(cue), place(content), score),)


def test_passive_names_its_agents_as_sources():
    assert ("confirms", ["NOR", "NATO"]) in stances_of(
        "The deployment, confirmed by Norway and NATO, began in May."
    )


def test_a_noun_of_saying_speaks_for_the_subject_of_its_light_verb():
    assert stances_of("Estonia expressed concern that the cables might be cut.") == [("fears", ["EST"])]


def test_a_quotation_that_another_says_more_surely_is_no_part_of_a_later_saying():
    text = 'A spokesman said that "a review is under way". The embassy declined to comment.'
    said = 'that "a review is under way"'
    one = seen(text, "A spokesman", "said", said)
    other = seen(text, "The embassy", "declined to comment", said, score=0.1)
    told = {stance: content for stance, _, content in attributions(text, one + other)[2]}
    assert told["says"] == said
    assert told["declines_to_confirm"] == ""


def test_a_list_of_who_speaks_is_not_parted_at_its_comma():
    text = "According to Kenya, Norway and Mali, the rebels moved about 400 men to the hills."
    cut = seen(text, "Kenya", "According to", text[text.index("Norway") : -1])
    assert attributions(text, cut)[2] == [
        ("says", ["KEN", "NOR", "MLI"], "the rebels moved about 400 men to the hills")
    ]


def test_who_is_told_of_behind_a_paper_does_not_speak_with_it():
    text = "According to the regional daily Nord Matin, Peter Hart, 56, succumbed to his injuries."
    cut = seen(text, "the regional daily Nord Matin", "According to", text[text.index("Peter") : -1])
    assert all("person:peter-hart" not in sources for _, sources, _ in attributions(text, cut)[2])


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("It goes without saying that it rained.", "goes without saying", "that it rained"),
        ("Its charity, called the Lier Legacy Fund, owns it.", "called", "the Lier Legacy Fund"),
    ],
)
def test_a_manner_of_speaking_and_a_name_put_nobody_on_record(text, cue, content):
    assert stances_of(text, seen(text, text.split(" goes")[0].split(",")[0], cue, content)) == []


def test_a_not_reaches_over_or():
    assert stances_of("Estonia did not blame Latvia or call for sanctions on it.") == []


def test_object_of_worry_is_not_its_source():
    assert ("fears", ["EST"]) in stances_of("Estonia worries about Latvia's sale of the port.")
    assert all(
        "LVA" not in sources for _, sources in stances_of("Estonia worries about Latvia's sale of the port.")
    )


def test_a_quotation_after_its_speaker_is_still_his():
    _, _, told = attributions('"We closed the border," Kenya said. "It will stay closed for a week."')
    assert any("stay closed" in content for stance, _, content in told if stance != "none")


def test_we_inside_a_quotation_is_its_speaker():
    told = stances_of('"We can confirm that the ship was hit," the Norwegian Defense Ministry said.')
    assert [stance for stance, _ in told] == ["says", "confirms"] or (
        "confirms",
        ["org:nor-defense-ministry"],
    ) in told


def test_saying_to_come_is_no_saying():
    assert stances_of("Kenya will say that it closed the border.") == []


def test_expelling_diplomats_is_a_deed_and_calling_ones_own_home_is_asked_of_them():
    assert stances_of("Norway ordered two Chadian diplomats to leave within three days.") == []
    assert stances_of("Norway ordered its diplomats to leave Chad.") == [("demands", ["NOR"])]
    assert stances_of("Norway ordered residents to leave the town.") == [("demands", ["NOR"])]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Kenya has rejected any involvement.", "denies"),
        ("Kenya rejected the account.", "denies"),
        ("Kenya's army has described the reports as unsubstantiated.", "denies"),
        ("Kenya's president described the guard as a student.", "says"),
        ("Kenya's army has declined to state how many men it had lost.", "declines_to_confirm"),
        ("But according to the Kenyan army, it was last year refused money by the parliament.", "says"),
        ("According to the Kenyan army's communique no. 31, the column had reached the town.", "says"),
        ("The panel also called for a review of the police.", "demands"),
        ("Opposition parties called for a boycott of the vote.", "demands"),
        ("Arab states called for political reform.", "demands"),
        ("Kenya's embassy rejected the finding.", "denies"),
        ("Kenya's embassy rejected the idea that the port was shut.", "denies"),
        ("The prefecture called this absurd.", "denies"),
        ("Kenya's foreign ministry announced the expulsions.", "says"),
        ("The rebels claim control of the airport.", "says"),
        ("An opposition figure said the bridge would be closed.", "says"),
        ("Brigadier General Bo Lind, its spokesman, put the dead at 19.", "estimates"),
        ("Kenya's envoy would not say which men it had freed.", "declines_to_confirm"),
    ],
)
def test_words_of_denial_of_description_and_of_bodies_put_their_source_on_record(text, stance):
    assert [found for found, _ in stances_of(text)] == [stance]


def test_the_world_health_organization_is_not_whoever():
    assert [stance for stance, _ in stances_of("WHO urged all countries to test more.")] == ["demands"]
    assert [stance for stance, _ in stances_of("WHO said that it was over.")] == ["says"]


def test_one_of_those_told_of_before_is_on_record_and_one_in_general_is_not():
    assert stances_of("Two envoys left. One said that the bridge was closed.") == [("says", ["unknown:one"])]
    assert stances_of("One says that the bridge was closed.") == []


def test_who_declines_to_be_named_declines_to_say_nothing_else():
    text = "It rained, said a Kenyan official who declined to be named."
    assert [stance for stance, _ in stances_of(text)] == ["says"]


def test_what_somebody_has_said_of_his_own_words_is_not_lost():
    text = (
        "Kenya's president has said that a judge would not treat him fairly because of his calls for a ban."
    )
    told = seen(text, "Kenya's president", "has said", text[text.index("that") : -1])
    assert stances_of(text, told) == [("says", ["office:ken-president"])]


def test_a_role_refused_to_another_is_no_denial():
    assert stances_of("Kenya rejected any role for Chad in the talks.") == []
    assert stances_of("Kenya rejected the proposal that talks be held in Chad.") == []


def test_a_body_with_a_long_aside_is_the_source_that_the_encoder_sees():
    aside = "Chad's government since the capital was overrun last month,"
    text = f"The Transition Council (TC), {aside} says that it is training its police."
    source = f"The Transition Council (TC), {aside}"
    _, (found,), _ = attributions(text, seen(text, source, "says", "that it is training its police"))
    assert found.sources[0].name == "Transition Council"


def test_nobody_in_particular_is_no_source():
    assert stances_of("Some say that the bridge was closed.") == []


def test_a_threat_needs_somebody_to_make_it():
    assert stances_of("The drought threatens to empty the lake.") == []


def test_nesting_never_goes_in_circles():
    _, found, _ = attributions(
        'Kenya said that "Uganda told us it denied that", Uganda said Kenya had confirmed what Chad reported.'
    )
    for one in found:
        seen, at = set(), one
        while at.within is not None:
            assert at.within not in seen
            seen.add(at.within)
            at = found[at.within]


def test_listed_speakers_all_speak():
    told = stances_of("Kenyan Foreign Minister Amos Rotich and EU envoy Clara Lind condemned the raid.")
    assert told == [("condemns", ["person:amos-rotich", "person:clara-lind"])]


@pytest.mark.parametrize(
    "text",
    ["Neither Kenya nor Uganda has confirmed the sale.", "No official has confirmed the sale."],
)
def test_nobody_who_confirms_is_no_confirmation(text):
    assert all(stance != "confirms" for stance, _ in stances_of(text))


@pytest.mark.parametrize(
    ("sentence", "sources"),
    [
        ("Neither Oslo nor Riga has commented on the collision.", ["NOR", "LVA"]),
        ("Neither of them, Oslo and Riga, was told.", None),
        ("Peru is yet to react.", ["PER"]),
        ("There was no immediate word from Lima on the seizure.", ["PER"]),
        ("Messages sent to NATO were not returned.", ["NATO"]),
        ("Calls to NATO went unanswered on Friday.", ["NATO"]),
        ("Calls for a ceasefire went unanswered.", None),
    ],
)
def test_those_asked_in_vain_are_silent(sentence, sources):
    silent = [who for stance, who in stances_of(sentence) if stance == "silent"]
    assert silent == ([] if sources is None else [sources])


def test_a_day_is_not_what_somebody_keeps_silent_about():
    assert attributions("Calls to NATO went unanswered on Friday.")[2] == [("silent", ["NATO"], "")]


def test_none_of_several_are_those_several():
    assert stances_of("None of the EU, NATO and the IAEA replied to the letter.")[0][0] == "silent"
    assert "unknown:none" not in stances_of("None of the two countries replied to the letter.")[0][1]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Boko Haram claimed responsibility for the ambush.", ("says", ["group:boko-haram"], "the ambush")),
        ("Boko Haram claimed the ambush.", ("says", ["group:boko-haram"], "the ambush")),
        ("The minister took responsibility for the raid.", ("confirms", ["unknown:minister"], "the raid")),
        ("Chile denied any part in the raid.", ("denies", ["CHL"], "any part in the raid")),
    ],
)
def test_claiming_or_disowning_a_deed_is_told_of_that_deed(sentence, told):
    assert attributions(sentence)[2] == [told]


@pytest.mark.parametrize(
    "sentence",
    [
        "No group has claimed responsibility for the ambush.",
        "Boko Haram did not claim responsibility for the ambush.",
        "The ambush claimed two lives.",
    ],
)
def test_an_unclaimed_deed_puts_nobody_on_record(sentence):
    assert stances_of(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("Chile will sell wheat to Peru, a trader said.", "says"),
        ("Chile will sell wheat to Peru, economists said.", "predicts"),
        ("Chile will probably sell wheat to Peru, a trader said.", "predicts"),
        ("Chile will probably sell wheat to Peru, Chile said.", "predicts"),
        ("Chile will sell wheat to Peru, Chile said.", "promises"),
    ],
)
def test_a_told_plan_is_no_forecast(sentence, stance):
    assert [found for found, _ in stances_of(sentence)] == [stance]


def test_shooting_down_a_plane_denies_nothing():
    assert stances_of("The plane was shot down.") == []
    assert stances_of("Chile shot down the suggestion that it had sold wheat.") == [("denies", ["CHL"])]


def test_who_denies_a_charge_is_not_who_made_it():
    assert ("denies", ["PER"]) in stances_of("Chile accused Peru of threatening its ships, which it denied.")


def test_what_the_accused_is_said_to_threaten_is_no_threat_of_the_accuser():
    told = stances_of("Chile accused Peru of threatening to close the port.")
    assert ("threatens", ["CHL"]) not in told
    assert told == [("accuses", ["CHL"]), ("threatens", ["PER"])]


def test_backing_rebels_is_no_praise_when_told_as_a_charge():
    assert stances_of("Chile accused Peru of backing the rebels.") == [("accuses", ["CHL"])]


def test_a_summons_demands_nothing_and_protests_where_the_words_do():
    assert stances_of("Chile summoned the Peruvian envoy after a ship rammed a trawler.") == []
    assert stances_of("Chile summoned the Peruvian envoy to protest the sale of the port.") == [
        ("condemns", ["CHL"])
    ]


def test_speaking_of_a_number_is_giving_it():
    assert attributions("Chile now speaks of 55 trucks.")[2] == [("says", ["CHL"], "55 trucks")]
    assert stances_of("Chile speaks of the weather.") == []


@pytest.mark.parametrize("verb", ["wants", "decided", "knew"])
def test_wanting_deciding_and_knowing_put_nobody_on_record(verb):
    text = f"Kenya {verb} that the border would stay shut."
    assert stances_of(text, seen(text, "Kenya", verb, "that the border would stay shut")) == []


def test_a_word_of_speech_the_codebook_does_not_know_is_kept_with_a_clause():
    text = "Kenya harrumphed that the border would stay shut."
    found = seen(text, "Kenya", "harrumphed", "that the border would stay shut")
    assert stances_of(text, found) == [("says", ["KEN"])]


def test_an_unsure_finding_at_an_unknown_word_is_left_out():
    text = "Kenya harrumphed that the border would stay shut."
    found = seen(text, "Kenya", "harrumphed", "that the border would stay shut", score=0.3)
    assert stances_of(text, found) == []


def test_nobody_speaks_what_stands_before_a_bullet():
    text = 'Then "we ran to the harbour and knew nothing".\n• Kenya advised its citizens to call.'
    quote = text[text.index('"') : text.rindex('"') + 1]
    assert ("says", ["KEN"]) not in stances_of(text, seen(text, "Kenya", "•", quote))


def test_who_stands_for_the_one_told_before_it():
    text = "Amos Rotich, who said the dam was safe, left on Monday."
    assert stances_of(text, seen(text, "who", "said", "the dam was safe")) == [
        ("says", ["person:amos-rotich"])
    ]


def test_the_one_quoted_speaks_and_the_outlet_that_quotes_carries():
    _, found, _ = attributions("AFP quoted the Kenyan government as saying that the bridge was closed.")
    assert [([p.id for p in a.sources], [p.id for p in a.via]) for a in found] == [(["KEN"], ["org:afp"])]


def test_what_a_speaker_says_it_does_is_one_attribution():
    assert stances_of("Kenya said it welcomed the truce.") == [("supports", ["KEN"])]


def test_a_modal_inside_the_quotation_leaves_the_saying_said():
    assert stances_of('"I would," Anna Kola said. "I would go."') == [("says", ["person:anna-kola"])]


def test_those_told_to_do_something_are_not_its_source():
    text = "Kenya Airways said passengers were advised to stay at home."
    found = seen(text, "passengers", "were advised", "to stay at home")
    assert all("passengers" not in source for _, ids in stances_of(text, found) for source in ids)


def test_a_plan_is_no_forecast():
    assert stances_of("Kenya said its website will be updated on Friday.") == [("says", ["KEN"])]


def test_a_survey_speaks_but_a_picture_does_not():
    assert [s for s, _ in stances_of("A survey shows that rents rose.")] == ["says"]
    assert stances_of("The crater shows that a shell fell here.") == []


def test_keeping_something_from_somebody_is_no_denial():
    assert stances_of("Kenya denied the crew entry.") == []


def test_commanding_rebels_is_no_demand_when_told_as_a_charge():
    assert stances_of("Chile accused Peru of commanding the rebels.") == [("accuses", ["CHL"])]


def test_a_denial_whose_verb_the_tagger_missed_still_has_its_speaker():
    assert ("denies", ["PER"]) in stances_of(
        "Chile said the boats had entered its waters, a claim Lima disputes."
    )


def test_what_people_are_let_to_say_is_not_said_yet():
    assert stances_of("Readers did not let Kenya tell them that the vote was safe.") == []


def test_to_find_somebody_right_is_to_support_him():
    assert stances_of("Kenya said Uganda was absolutely right.") == [("supports", ["KEN"])]


@pytest.mark.parametrize(
    "text",
    [
        "Doctors treated forty patients on Sunday, Kenya said.",
        "Tents will go to Peru, where a storm destroyed many homes, Chile said.",
    ],
)
def test_harm_told_beside_what_is_said_is_neither_charge_nor_threat(text):
    assert [stance for stance, _ in stances_of(text)] == ["says"]


def test_dismissing_an_office_holder_denies_nothing():
    assert stances_of("Kenya's president dismissed the minister on Sunday.") == []


def test_what_nobody_did_is_nobodys_word():
    assert stances_of("No country has admitted sending the boats.") == []
    assert [s for s, _ in stances_of("Chile blamed Peru for the blast, without offering evidence.")] == [
        "accuses"
    ]


def test_not_being_aware_of_it_declines_to_confirm():
    assert stances_of("Kenya said it was not aware of any shipment.") == [("declines_to_confirm", ["KEN"])]


@pytest.mark.parametrize(
    "text",
    [
        "According to the data, Kenya sold 40 boats.",
        "The other concern is that Kenya will close the port.",
    ],
)
def test_things_are_not_on_record(text):
    assert stances_of(text) == []


def test_putting_it_at_a_number_estimates():
    assert [s for s, _ in stances_of("The minister put it at 5,500 shells.")] == ["estimates"]


def test_a_time_of_day_in_what_somebody_thinks_is_no_estimate():
    assert stances_of("Ana Lind thinks the plan should be ready by 6 o'clock.") == [
        ("says", ["person:ana-lind"])
    ]


@pytest.mark.parametrize("outlet", ["AFP", "www.afp.com", None])
def test_the_article_s_own_outlet_carried_nothing_by_whatever_address_it_goes(outlet):
    text = "Ana Lind told AFP that the port was closed."
    found = attributions_in(Article(id="row", text=text, outlet=outlet))[1]
    assert [[p.id for p in a.via] for a in found] == [[] if outlet else ["org:afp"]]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Ana Lind said that most farmers believe the dam is unsafe.", ["person:ana-lind"]),
        ("Ana Lind said that she believes the dam is unsafe.", ["person:ana-lind"]),
        ("Most days are quiet. When farmers ask for help, nobody comes.", []),
    ],
)
def test_nobody_is_on_record_with_what_others_say_he_thinks_or_with_what_happens_at_times(text, speakers):
    assert sorted({p for _, sources in stances_of(text) for p in sources}) == speakers


def test_a_hope_is_no_promise():
    assert [s for s, _ in stances_of("Ana Lind hoped it would open the port.")] == ["says"]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Lind refused to endorse the treaty.",
        "The ministry steered clear of criticizing the treaty.",
        "Read the letter that the ministry sent to Kenya.",
        "Many of her voters believe the dam is unsafe.",
        "The survey shows the dam is unsafe.",
        "Kenya's support for the treaty has grown.",
        "The company ignored warnings about the dam.",
        "Ana Lind volunteered for a charity.",
        "The men stood accused of theft.",
        "Forty men in Peru had been arrested, accused of helping the rebels.",
        "These are the raids that Chile is anxious to stop.",
        "Chile was not thinking about the cost of the war.",
        "Mr. Lind, tell me what you saw.",
        "But has Ana Lind called for a vote?",
        "Ana Lind has yet to explain why the dam leaks.",
        "The gap between what Ana Lind says the dam costs and what it costs is wide.",
        "When prosecutors released their estimates, the mood of the town changed.",
        "The scandal hurt the party's standing with voters.",
        "The general, who hailed from the north, left.",
        "Ana Lind offered some advice to the town.",
        "Ana Lind cited criticism of the host.",
        "They would not answer many of the questions about the dam.",
        "Few experts believe that the dam is safe.",
        "The soldiers stood by silently.",
        "To learn more, read the Harbour Herald's piece on the dam.",
        "The video does not answer whether it fell.",
        "As Ana Lind put it at the time, it is hard.",
        "The allegations in many stories are that the dam leaks.",
        "Some people were calling for help.",
        "The ferry is standing by to sail.",
        "If the regulators were to admit an error, all would be well.",
    ],
)
def test_nobody_is_on_record_where_nobody_speaks(text):
    assert all(sources == [UNNAMED.id] for _, sources in stances_of(text))


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ('"Who built the dam?" Ana Lind asked.', "says"),
        ("Kenya warned companies to leave the port.", "demands"),
        ("Kenya agreed with Uganda.", "says"),
        ("Ana Lind said rebels must be behind the raid.", "says"),
        ("Ana Lind said it could not be ruled out that the bridge was mined.", "says"),
        ("Kenya said its victory was historic.", "says"),
        ("Kenya said the firm had suffered a hack.", "says"),
        ("Ana Lind said the charge was lawful.", "justifies"),
        ("In line with the plan, Kenya said, the port will open.", "says"),
        ("Ana Lind wrote a book entitled The Harbour.", "says"),
        ('Ana Lind called the raid "barbarous".', "condemns"),
        ("Kenya said its army was for defence against aggression.", "says"),
        ("John Smith said it would open soon.", "predicts"),
        ("Officials suspect the dam was built of sand.", "says"),
        ("Kenya attributed the bombing to Uganda.", "accuses"),
        ("Ana Lind weighed in on whether the dam should go.", "says"),
        ("Ana Lind called on Friday for a new dam.", "demands"),
        ("Ana Lind swears the dam shook.", "says"),
        ("Kenya defended the curfew as necessary.", "justifies"),
        ("Kenya described the raid as a cowardly crime.", "condemns"),
        ("Kenya described the raid as a legitimate act of defence.", "justifies"),
        ("Kenya dismissed the figures as implausible.", "denies"),
        ("Kenya said it had a right to respond to the shelling.", "justifies"),
        ("Ana Lind agreed that the plan would harm the port.", "says"),
        ("Ana Lind agreed that she would leave the port.", "promises"),
    ],
)
def test_the_stance_is_that_of_the_words_as_they_are_meant(text, stance):
    assert [s for s, _ in stances_of(text)] in ([stance], [])


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Kenya complained of unfair treatment.", "condemns"),
        ('Kenya dismissed the study as "rather hasty".', "denies"),
        ("Kenya dismissed the warnings as alarmist.", "denies"),
        ("Kenya warned Uganda that its trade would suffer badly if it did not act.", "threatens"),
        ("The warlord warned that his fighters would burn the port.", "threatens"),
        ("The warlord warned that his men would starve in the port.", "fears"),
        ("Kenya warned that people would starve if it did not rain.", "fears"),
        ("Kenya warned that there would be no mercy for the raiders.", "threatens"),
        ("Kenya insisted that the raiders disarm before the talks.", "demands"),
        ("Kenya has insisted European states join the mission.", "demands"),
        ("Kenya insisted that its troops remain in the port.", "says"),
        ('"I am afraid if we don\'t act, they will burn the port," Ana Lind said.', "fears"),
        ("Ana Lind questioned the figures about the fire.", "doubts"),
        ("Ana Lind questioned the motives of the raiders.", "doubts"),
        ("Ana Lind pressed the minister on his failure to pay.", "demands"),
        ("Kenya renewed its commitment to cut the tax.", "promises"),
    ],
)
def test_the_stance_follows_what_is_complained_of_dismissed_warned_of_or_insisted_on(text, stance):
    assert [s for s, _ in stances_of(text)] == [stance]


@pytest.mark.parametrize(
    "text",
    [
        "Offering analysis of the vote, Ana Lind left the room.",
        "The firm already offers a mooring service.",
        "His life was a testament to his commitment to fight hunger.",
        "Ana Lind pressed the minister about how he would pay for the port.",
        "Ana Lind pressed the minister on whether he would pay.",
        "Police questioned three men about the fire.",
        "Sailors complained of chest pains after the fire.",
    ],
)
def test_remarks_questions_songs_wares_and_praised_traits_put_nobody_on_record(text):
    assert stances_of(text) == []


def test_a_singers_lines_are_no_statement_of_hers_where_a_crowds_are():
    quote = '"Keep away from the harbour, mother,"'
    hers, theirs = f"{quote} Ana Lind sings to the crowd.", f"{quote} the strikers sang to the police."
    assert stances_of(hers, seen(hers, "Ana Lind", "sings", quote)) == []
    assert stances_of(theirs, seen(theirs, "the strikers", "sang", quote))[0][0] == "demands"


def test_what_is_said_in_a_relative_clause_keeps_its_noun():
    _, _, told = attributions("The pilot, who police said held two passports, was freed.")
    ((_, _, content),) = told
    assert content.startswith("The pilot")
    assert content.endswith("held two passports")


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The ministry gave a toll of 14, which Kenya said included three who died on the road.",
            "a toll of 14 … included three who died on the road",
        ),
        (
            "Three men were turned back by fighters who, Kenya said, wanted a tax of 40 dollars.",
            "fighters … wanted a tax of 40 dollars",
        ),
        (
            "The clinic published pictures in May which, Kenya argues, show 12 tanks at a depot near Lier.",
            "pictures … show 12 tanks at a depot near Lier",
        ),
    ],
)
def test_a_relative_word_parted_from_its_clause_by_who_says_it_keeps_its_noun(text, content):
    assert [c for _, who, c in attributions(text)[2] if who == ["KEN"]] == [content]


def test_some_of_what_a_relative_word_stands_for_are_not_all():
    text = "The navy counted five shells, three of which Kenya said landed near Lier."
    assert all("five" not in content for _, who, content in attributions(text)[2] if who == ["KEN"])


def test_which_stands_for_no_person():
    text = "Crowds held protests against the president, which Kenya says have killed 30 people."
    content = "protests against the president … have killed 30 people"
    assert [c for _, who, c in attributions(text)[2] if who == ["KEN"]] == [content]


def test_what_a_speaker_only_mentions_that_others_say_is_his_statement():
    _, _, told = attributions('"When you hear a candidate say it was a hoax, it hurts us," Ana Lind said.')
    assert [(stance, sources) for stance, sources, _ in told] == [("says", ["person:ana-lind"])]


def test_a_body_speaks_through_the_paper_named_after_it():
    assert ("says", ["KEN"]) in stances_of("Kenya's report shows the dam is unsafe.")
    assert stances_of("A police report said the dam is unsafe.") == [("says", ["unknown:police"])]


def test_an_outlet_spoken_of_carries_nothing():
    _, found, _ = attributions("Ana Lind likened Reuters to a circus and said it was unfair.")
    assert [p for one in found for p in one.via] == []


def test_a_statement_that_the_encoder_cuts_short_of_its_verb_is_taken_whole():
    text = "Kenya predicted that banks - even old ones - will fail."
    _, _, told = attributions(text, seen(text, "Kenya", "predicted", "that banks"))
    assert [content for _, _, content in told] == ["that banks - even old ones - will fail"]


def test_the_subject_that_a_long_aside_cuts_off_is_part_of_what_was_said():
    text = "Omar Vale, who mended boats in the harbour, died on Tuesday, his family said."
    _, _, told = attributions(text, seen(text, "his family", "said", "died on Tuesday"))
    ((_, _, content),) = told
    assert content.startswith("Omar Vale")


def test_people_of_a_state_are_not_the_state():
    assert stances_of("Many Kenyans say that the dam is unsafe.") == [("says", ["unknown:many-kenyans"])]
    assert stances_of("The Kenyans said that the dam is unsafe.") == [("says", ["KEN"])]


def test_where_a_speaker_works_is_no_second_speaker():
    told = stances_of("Ana Lind of the Harbour School said the dam is unsafe.")
    assert told == [("says", ["person:ana-lind"])]


def test_a_fine_imposed_in_quoted_words_is_no_speech():
    text = "Kenya imposed a fine on the firm for “breaking the rules of the port again”."
    told = attributions(text, seen(text, "Kenya", "imposed", text[14:-1]))[2]
    assert told == []


def test_a_verb_that_only_leads_to_the_concern_makes_no_second_claim():
    text = "Ana Lind raised concerns about the dam."
    told = stances_of(text, seen(text, "Ana Lind", "raised", "concerns about the dam"))
    assert [stance for stance, _ in told] == ["fears"]


def test_a_quotation_is_not_given_to_who_speaks_in_the_next_paragraph():
    _, _, told = attributions(
        'Kenya said the dam is "safe as houses and built to last".\nAna Lind writes about the sea.'
    )
    assert all("person:ana-lind" not in sources for _, sources, _ in told)


def test_what_a_quotation_is_about_is_no_part_of_it():
    text = '"It was over in no time at all," Ana Lind recalled of the trial.'
    _, _, told = attributions(text, seen(text, "Ana Lind", "recalled of", "the trial"))
    assert [content for _, _, content in told] == ['"It was over in no time at all,"']


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Theresa May today said the dam is safe.", "person:theresa-may"),
        ("A panel in 2001 said the dam is safe.", "unknown:panel"),
    ],
)
def test_the_day_behind_a_speaker_is_no_part_of_the_name(text, source):
    assert stances_of(text) == [("says", [source])]


@pytest.mark.parametrize("who", ["group", "crowd", "militia"])
def test_a_group_nobody_knows_can_threaten(who):
    assert stances_of(f"The {who} threatened to shell the port.") == [("threatens", [f"unknown:{who}"])]


def test_a_prefix_cut_off_by_the_parser_is_no_speaker():
    assert stances_of("Nortix co-founder Omar Vale said it rained.") == [("says", ["person:omar-vale"])]


def test_so_alone_says_nothing():
    text = "Omar Vale does not think so."
    assert stances_of(text, seen(text, "Omar Vale", "does not think", "so")) == []


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Ana Lind questioned how the envoy could turn back on his word.", "says"),
        ("Ana Lind questioned whether the envoy had been there.", "doubts"),
        ("Kenya shrugged off the claim that the dam leaks.", "denies"),
        ('"We do not in any way rule out a strike," the minister said.', "declines_to_confirm"),
        ("Kenya confirmed the raid.", "confirms"),
        ("Ana Lind appealed to the people to stay at home.", "demands"),
        ("Kenya is confident of victory.", "predicts"),
        ("Kenya warned the firms against trading with Uganda.", "demands"),
        ("Kenya insists that its shipments do not break the law.", "says"),
    ],
)
def test_a_word_with_two_senses_takes_its_stance_from_what_it_is_said_of(text, stance):
    assert stance in [found for found, _ in stances_of(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya shrugged off a raft of new sanctions.",
        "The senate confirmed Ana Lind.",
        "Ana Lind appealed to the people.",
        "Ana Lind is very confident of herself.",
        'He referred to her "tape".',
        "It is a safe prediction that the dam will hold.",
        "The clerks had not learned of it, other than being told that the owner was Kenyan.",
        "The song was written by Ana Lind after the war of 1999.",
    ],
)
def test_a_cue_in_another_sense_puts_nobody_on_record(text):
    assert all(sources == [UNNAMED.id] for _, sources in stances_of(text))


def test_who_is_those_before_a_place_and_not_the_place():
    text = "It pleased nervous deputies on Harbour Hill, who have argued that the port is lost."
    ((_, found, _),) = [attributions(text)]
    (one,) = found
    assert [party.name for party in one.sources] == ["nervous deputies"]


def test_what_is_denied_is_denied_by_who_speaks_and_not_by_a_thing_he_speaks_of():
    text = (
        "The foreign secretary said the decision to send advisers was in line with the treaty and denied "
        "Kenya was sending troops."
    )
    _, found, _ = attributions(text)
    denial = next(one for one in found if one.stance.value == "denies")
    assert [party.name for party in denial.sources] == ["foreign secretary"]


def test_how_something_was_said_is_no_part_of_it():
    text = "It will go on, the league said, without giving further details."
    assert [content for _, _, content in attributions(text)[2]] == ["It will go on"]


def test_a_quotation_is_left_to_the_speaker_of_its_own_paragraph():
    text = (
        '"And they are frightening," Ana Lind said in the harbour.\n'
        '"What makes it hard is that nobody sees it come," she said. "It moves very slowly, day by day."'
    )
    (one,) = seen(text, "Ana Lind", "said", '"And they are frightening,"')
    (other,) = seen(text, "Ana Lind", "said", '"It moves very slowly, day by day."')
    predictions = (replace(one, content=(*one.content, *other.content)),)
    first, second = [content for _, _, content in attributions(text, predictions)[2]]
    assert "slowly" not in first
    assert "slowly" in second


def test_the_name_behind_co_is_the_speaker():
    text = "Firm co-founder Ana Lind told Kenya that the report is false."
    assert [party.name for one in attributions(text)[1] for party in one.sources] == ["Ana Lind"]
    text = "Ana Lind, co-director of the harbour programme, said that the report is false."
    assert [party.name for one in attributions(text)[1] for party in one.sources] == ["Ana Lind"]


def test_somebody_named_behind_what_he_is_speaks_by_his_name():
    _, found, _ = attributions("A scientist named John Oxford declared that the dam will fall.")
    assert [party.name for one in found for party in one.sources] == ["John Oxford"]
    _, found, _ = attributions('Ana Lind called Bo Berg a "pathological liar".')
    assert [party.name for one in found for party in one.sources] == ["Ana Lind"]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya sent rice to the people said to be in need.",
        "Rescue boats were searching the sea for hundreds of people feared dead.",
        "The orders were traced to two machines, one of them said to belong to the ministry.",
        "The seamstress refused to give up her seat.",
        "Kenya stopped estimating the toll.",
    ],
)
def test_nobody_says_what_is_only_said_of_him(text):
    assert all(sources == [UNNAMED.id] for _, sources in stances_of(text))


def test_the_agency_of_the_dateline_carries_nothing_to_itself():
    _, found, _ = attributions("NAIROBI, Kenya (AFP) -- Ana Lind told AFP that the port was closed.")
    assert [[party.id for party in one.via] for one in found] == [[]]


def test_who_is_told_by_age_alone_is_named_so():
    text = "The 23-year-old added that she had seen the fire."
    predictions = seen(text, "The 23-year-old", "added", "that she had seen the fire")
    _, found, _ = attributions(text, predictions)
    assert [party.name for one in found for party in one.sources] == ["23-year-old"]


def test_nobody_is_two_persons_by_name():
    said = "Peru helped press another leader to quit"
    text = f"{said}, Mali's Omar Diallo, Nortix's Lind said. It was over, said lawyer Ana Lind."
    found = stances_of(text, seen(text, "Mali's Omar Diallo, Nortix's Lind", "said", said))
    assert ("says", ["person:ana-lind"]) in found
    assert ("says", ["person:omar-diallo"]) not in found


@pytest.mark.parametrize(
    ("said", "source"),
    [
        ('"The government denies it," Norwegian spokesman Bo Lind said.', ["NOR"]),
        ('"The government condemns the raid," Norwegian spokesman Bo Lind said.', ["NOR"]),
        ("The government denies it.", ["PER"]),
    ],
)
def test_a_government_that_its_spokesman_speaks_for_is_his_own(said, source):
    text = f"Peru's President Ana Cole spoke on Monday. {said}"
    assert source in [sources for stance, sources in stances_of(text) if stance in ("denies", "condemns")]


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("Ana Lind said the rain should boost the harvest.", "says"),
        ("Nobody should think that the war is over, the minister said.", "says"),
        ("Critics say that the licence should never have been granted.", "says"),
        ('"This should not affect the harvest," the minister said.', "says"),
        ("The trader said wheat must cost 300 dollars a ton to pay for the farm.", "says"),
        ("The minister said the vote should mean a new start for the islands.", "says"),
        ('"They should know that the harvest is lost," the minister said.', "says"),
        ('"Voters should know who paid for the dam," the minister said.', "demands"),
        ("The minister said the drought must not cost lives.", "demands"),
        ("The minister said the mayor should leave.", "demands"),
    ],
)
def test_a_should_that_guesses_or_reproaches_demands_nothing(sentence, stance):
    assert [told for told, _ in stances_of(sentence)] == [stance]


def test_who_insists_that_something_is_so_asserts_it():
    assert stances_of("Kenya insisted on television that the port was losing money.") == [("says", ["KEN"])]
    assert stances_of("Kenya insisted on the return of the ship.") == [("demands", ["KEN"])]
    assert stances_of("Kenya insisted that the ship be returned.") == [("demands", ["KEN"])]


@pytest.mark.parametrize(
    "sentence",
    [
        "Bo Lind said he would like to leave at once.",
        "Bo Lind told farmers he would consider it an insult.",
        "Kenyan officials said they would prefer a truce.",
    ],
)
def test_who_would_like_something_promises_nothing(sentence):
    assert [stance for stance, _ in stances_of(sentence)] == ["says"]


def test_one_person_is_not_they():
    assert [stance for stance, _ in stances_of("Bo Lind warned voters they would wait for a doctor.")] == [
        "fears"
    ]
    assert [stance for stance, _ in stances_of("Bo Lind told voters they would get a school.")] == ["says"]


def test_who_is_not_saying_something_yet_or_was_not_told_denies_nothing():
    assert [stance for stance, _ in stances_of('"We are not saying it is Kenyan," the captain said.')] == [
        "says"
    ]
    assert [stance for stance, _ in stances_of("Ana Lind said she had not been informed of the test.")] == [
        "says"
    ]


def test_who_wonders_why_doubts_nothing():
    assert [stance for stance, _ in stances_of("Kenya wondered why the ship had left.")] == ["says"]
    assert [stance for stance, _ in stances_of("Kenya wondered whether the ship had left.")] == ["doubts"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Pressed on whether gold had been used, Bo Lind ended the call.",
        "A Kenyan official, asked about the claim, left the hall.",
        "Ana Lind was asked how long stocks would last.",
        "Asked by a Kenyan deputy how the war would end, Bo Lind left the hall.",
    ],
)
def test_who_is_only_asked_asks_nothing(sentence):
    assert stances_of(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Chad waited, perhaps recognizing that the port was lost.",
        "Chad's television, which seldom acknowledges losses, showed the funerals.",
        "Peru did not know whether Chad backs the plan.",
        "Bo Lind will never admit that he was wrong.",
        "Kenya may raise concerns about the measures.",
    ],
)
def test_words_only_guessed_at_are_nobodys(sentence):
    assert stances_of(sentence) == []


def test_the_pledge_that_is_demanded_of_another_is_not_made():
    sentence = "Kenya is demanding that Chad make a pledge to leave."
    assert stances_of(sentence) == [("demands", ["KEN"])]


def test_who_stops_short_of_words_does_not_say_them():
    assert stances_of("Kenya stopped short of denouncing the raid.") == []


def test_who_was_not_able_to_confirm_confirms_nothing():
    sentence = "Kenya was not able to confirm the toll."
    found = seen(sentence, "Kenya", "was not able to confirm", "the toll")
    assert stances_of(sentence, found) == [("declines_to_confirm", ["KEN"])]


def test_who_worries_less_about_something_fears_something_else():
    assert stances_of("Kenya worries less about the fire than about the crews.") == []


def test_what_somebody_does_something_for_is_not_told_by_him():
    fled = "Kenyan families fled, hoping to escape the war."
    assert stances_of(fled, seen(fled, "Kenyan families", "hoping", "to escape the war")) == []
    hopes = "Kenya hopes to escape the war."
    assert stances_of(hopes, seen(hopes, "Kenya", "hopes", "to escape the war")) == [("says", ["KEN"])]


@pytest.mark.parametrize("what", ["themselves treating the wounded", "what may be debris"])
def test_who_comes_upon_something_says_nothing(what):
    assert stances_of(f"Kenyan doctors found {what}.") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenya retreated from the town and claimed victory.",
        "Kenya closed the port, reversing a course of action taken in 2003.",
        "Ana Lind said that the first reports of how her cousin was hit were wrong.",
    ],
)
def test_who_takes_back_no_words_retracts_nothing(sentence):
    assert "retracts" not in [stance for stance, _ in stances_of(sentence)]


@pytest.mark.parametrize(
    "sentence", ["One woman protesting in the square left.", "Chad charged towards a third title."]
)
def test_where_something_was_done_is_not_what_was_said(sentence):
    assert stances_of(sentence) == []


def test_who_backs_those_who_fight_does_so_with_more_than_words():
    assert stances_of("Chad, which backs some of the rebels, closed the port.") == []
    assert stances_of("Kenya backs the plan.") == [("supports", ["KEN"])]


@pytest.mark.parametrize(
    ("said", "stance"),
    [
        ("that the guards are not in compliance with the law", "says"),
        ("that the guards are in compliance with the law", "justifies"),
        ("that its raid was consistent with the charter", "justifies"),
        ("that the damage was consistent with the blast of a mine", "says"),
        ("that the driver complied with an order to stop", "says"),
        ("that the way out is through talks, with the aim of meeting legitimate wishes", "says"),
        ('that guards had struck a post and that the film was "fabricated"', "says"),
    ],
)
def test_what_judges_something_beside_the_point_colours_no_saying(said, stance):
    assert [told for told, _ in stances_of(f"Kenya said {said}.")] == [stance]


def test_a_question_mused_on_accuses_nobody():
    text = "Was the president deliberately late, a Kenyan official mused."
    found = seen(text, "a Kenyan official", "mused", "Was the president deliberately late")
    assert [stance for stance, _ in stances_of(text, found)] == ["says"]


def test_who_is_coy_about_something_does_not_confirm_it():
    assert stances_of("Kenya was coy about whether it would leave.") == [("declines_to_confirm", ["KEN"])]


@pytest.mark.parametrize(
    ("before", "source", "cue", "after", "kept"),
    [
        (
            "Soldiers shot two men",
            "nurses",
            "said",
            "and guards described fights in the city",
            "Soldiers shot two men",
        ),
        (
            "An earlier case was dismissed; she had failed",
            "the judge",
            "wrote",
            "to appear",
            "she had failed … to appear",
        ),
        (
            "It was to be Bo Lind",
            "he",
            "said",
            "and a handful of students who thought it could work",
            "It was to be Bo Lind … and a handful of students who thought it could work",
        ),
    ],
)
def test_what_was_said_ends_where_its_speaker_ends(before, source, cue, after, kept):
    text = f"{before}, {source} {cue}, {after}."
    one = seen(text, source, cue, before)[0]
    both = (*one.content, *seen(text, source, cue, after)[0].content)
    _, _, told = attributions(text, (replace(one, content=both),))
    assert kept in [content for _, _, content in told]


def test_what_somebody_did_besides_is_no_part_of_what_he_vowed():
    said = "not to repeat the mistake and wrote a new rule"
    text = f"Ana Lind vowed {said}."
    _, _, told = attributions(text, seen(text, "Ana Lind", "vowed", said))
    assert [content for _, _, content in told] == ["not to repeat the mistake"]


def test_a_further_thing_somebody_is_to_do_is_part_of_what_he_agreed():
    said = "to withdraw, set political prisoners free and start talks"
    text = f"The army had agreed {said}."
    _, _, told = attributions(text, seen(text, "The army", "agreed", said))
    assert said in [content for _, _, content in told]


def test_what_follows_the_clause_of_a_speaker_is_not_what_he_said():
    said = "that there were 10,000, does not share that view"
    text = f"The army, whose spokesman said on Monday {said}."
    _, _, told = attributions(text, seen(text, "spokesman", "said", said))
    assert [content for _, _, content in told] == ["that there were 10,000"]


@pytest.mark.parametrize(
    "text",
    [
        "The council met as the mayor had requested.",
        "The opposition said it feared otherwise.",
        "Ana Lind said nothing, and then asked for some.",
    ],
)
def test_a_word_that_only_points_elsewhere_says_nothing(text):
    assert not {"as", "otherwise", "some"} & {content for _, _, content in attributions(text)[2]}


def test_what_an_outlet_cites_speaks_only_where_it_is_somebody():
    text = "Reuters blamed Russian jets for the strike, citing flight patterns and the type of bombs used."
    assert ("accuses", ["org:reuters"]) in stances_of(text)


def test_a_country_reports_come_from_is_not_their_author():
    told = stances_of("Reports from Libya suggest that hundreds of protesters have been killed.")
    assert told == [("says", [UNNAMED.id])]


def test_a_toll_of_one_is_told():
    assert attributions("The army put the toll at one.")[2] == [("estimates", ["unknown:army"], "one")]


def test_who_is_said_to_be_something_speaks_by_the_name():
    said = "to ban all students"
    text = f"Bo Lind is a serial liar, rampant racist and bully who has repeatedly pledged {said}."
    predictions = seen(text, "serial liar, rampant racist and bully", "pledged", said)
    assert stances_of(text, predictions) == [("promises", ["person:bo-lind"])]


def test_whose_the_speakers_are_is_no_speaker_among_them():
    said = "the papers were maps"
    text = f"Bo Lind was held in May. His family and his former employer say {said}."
    _, found, _ = attributions(text, seen(text, "His family and his former employer", "say", said))
    assert [party.name for one in found for party in one.sources] == ["His family", "his former employer"]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Under Secretary of State for Management Patrick Lind", "Patrick Lind"),
        ("One Sunni sheikh, Khalaf al-Lind,", "Khalaf al-Lind"),
        ("Samuel Cole, Middle East and North Africa analyst at Nortix Energy,", "Samuel Cole"),
    ],
)
def test_the_name_beside_an_office_is_who_speaks(source, name):
    text = f"{source} said the port was closed."
    _, found, _ = attributions(text, seen(text, source.rstrip(","), "said", "the port was closed"))
    assert [party.name for one in found for party in one.sources] == [name]


def test_the_supporters_of_somebody_are_not_that_person():
    source, said = "Supporters of his rival, the lawyer Ana Lind,", "the vote was rigged"
    _, found, _ = attributions(f"{source} said {said}.", seen(f"{source} said {said}.", source, "said", said))
    assert "Ana Lind" not in [party.name for one in found for party in one.sources]


def test_who_stands_accused_in_a_headline_accuses_nobody():
    assert ("accuses", ["NATO"]) not in stances_of("NATO accused of killing family in strike")


def test_how_something_is_condemned_is_no_place():
    text = "The ministers issued a joint statement condemning in the strongest terms Kenya's attack on Chad."
    assert [stance for stance, _ in stances_of(text)] == ["condemns"]


@pytest.mark.parametrize(
    ("source", "cue", "said", "around"),
    [
        ("Ada Brandt", "denounced", "the annexation", "in an on-air tirade"),
        ("Chad", "suggested", "a foreign plot", "after the leaks put a friend of its president to shame"),
        (
            "The mayor",
            "said",
            'she agreed that the party was a "circus"',
            ", in what many saw as a swipe at her husband",
        ),
    ],
)
def test_when_and_where_something_was_said_is_no_part_of_it(source, cue, said, around):
    run_on = f"{said}{'' if around.startswith(',') else ' '}{around}"
    text = f"{source} {cue} {run_on}."
    assert [content for _, _, content in attributions(text, seen(text, source, cue, run_on))[2]] == [said]


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("As cranes swung over the quay, and lorries rolled in,", "the port was safe"),
        ("When the talks ended,", "the army would leave"),
    ],
)
def test_what_went_on_meanwhile_is_no_part_of_what_was_said(before, said):
    text = f"{before} Bo Lind said {said}."
    one = seen(text, "Bo Lind", "said", said)[0]
    one = replace(one, content=(*seen(text, "Bo Lind", "said", before)[0].content, *one.content))
    assert [content for _, _, content in attributions(text, (one,))[2]] == [said]


def test_a_clause_of_time_at_the_head_of_what_was_said_is_part_of_it():
    text = "As seas rise, Bo Lind said, towns will go."
    one = seen(text, "Bo Lind", "said", "towns will go")[0]
    one = replace(one, content=(*seen(text, "Bo Lind", "said", "As seas rise")[0].content, *one.content))
    assert [content for _, _, content in attributions(text, (one,))[2]] == ["As seas rise … towns will go"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Norway said that some stoke the war, in an apparent reference to Chad.", "that some stoke the war"),
        ("Norway said old friends armed the rebels, an allusion to Chad.", "old friends armed the rebels"),
        ("Norway said the name was a reference to Chad.", "the name was a reference to Chad"),
    ],
)
def test_whom_the_outlet_takes_words_to_mean_is_no_part_of_them(text, said):
    found = seen(text, "Norway", "said", text.removeprefix("Norway said ").removesuffix("."))
    assert [content for _, _, content in attributions(text, found)[2]] == [said]


@pytest.mark.parametrize("whom", ["Chad", "the left-leaning Farmers' Party"])
def test_with_whom_something_was_agreed_is_no_part_of_it(whom):
    text = f"Norway has agreed with {whom} to enter into talks."
    found = seen(text, "Norway", "has agreed with", f"{whom} to enter into talks")
    assert [content for _, _, content in attributions(text, found)[2]] == ["to enter into talks"]


def test_a_noun_that_the_tagger_takes_for_a_verb_does_not_end_what_was_agreed():
    said = "to impose asset freezes and travel bans against up to 14 officials"
    text = f"European Union governments agreed on Friday {said}."
    found = seen(text, "European Union governments", "agreed on Friday", said)
    assert [content for _, _, content in attributions(text, found)[2]] == [said]


def test_the_name_of_who_speaks_is_no_part_of_what_he_said():
    said = "The toll in the ferry fire rose to 85"
    text = f"{said}, Karl Holm, president of the region, announced on Thursday."
    found = seen(text, "president of the region", "announced", f"{said}, Karl Holm")
    assert [content for _, _, content in attributions(text, found)[2]] == [said]


def test_a_name_that_the_parser_takes_for_a_place_or_firm_is_no_part_of_what_its_bearer_said():
    said = "Toll in Dornport attack, in which a man drove a lorry into crowds in May, rose to 85"
    text = f"{said}, Christian Estrel, president of the Lier region announced on Thursday."
    found = seen(text, "president of the Lier region", "announced", f"{said}, Christian Estrel")
    assert [content for _, _, content in attributions(text, found)[2]] == [said]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Critics seized upon Mr. Holm's appearance, in which he said he was sure that Chad had won.",
            "he was sure that Chad had won",
        ),
        (
            "That is one of the ways the minister suggests that the family is tied to the bank.",
            "that the family is tied to the bank",
        ),
    ],
)
def test_where_something_was_said_is_not_what_it_is_said_of(text, said):
    assert said in [content for _, _, content in attributions(text)[2]]


@pytest.mark.parametrize(
    ("who", "cue", "said", "second"),
    [
        ("The report", "finds", "that Chad has become poorer", ", and accuses the army of theft"),
        ("The plan", "states", "that the general will not join", ", but stops short of saying he is unfit"),
        ("The ministry", "said", "that was not its view", ' and dismissed those reports as "old gossip"'),
    ],
)
def test_a_second_verb_of_the_speaker_is_no_part_of_what_he_said(who, cue, said, second):
    text = f"{who} {cue} {said}{second}."
    _, _, told = attributions(text, seen(text, who, cue, f"{said}{second}"))
    assert said in [content for _, _, content in told]


def test_who_said_something_and_then_accuses_is_the_speaker_and_not_who_he_spoke_of():
    told = stances_of("The Norwegian government says Chad has become poorer, and accuses Sudan of theft.")
    assert ("accuses", ["NOR"]) in told


@pytest.mark.parametrize(
    "said", ["the man had crossed the border and fled to Chad", "it rained and the river rose"]
)
def test_a_second_verb_of_whom_he_spoke_of_stays_in_what_was_said(said):
    text = f"The police said {said}."
    assert said in [
        content for _, _, content in attributions(text, seen(text, "The police", "said", said))[2]
    ]


@pytest.mark.parametrize(
    ("who", "cue", "said", "joined"),
    [
        ("Inspectors", "said", "the lorry was too fast", ", and are asking whether its driver slept"),
        ("The Norwegian government", "says", "40 men have been killed", " and blames smugglers for it"),
        ("The firm", "says", "its workers left", " and is reviewing its rules"),
        ("Norway", "condemned", "the raid as a crime", " and the council met on Monday"),
        ("Chad", "alleges", "Kenyan support for rebels", ", and fighting is spreading in the south"),
        ("Chad", "continues to demand", "the surrender of the isles", " and to arm the rebels"),
    ],
)
def test_what_and_joins_on_that_nobody_said_is_no_part_of_it(who, cue, said, joined):
    text = f"{who} {cue} {said}{joined}."
    _, _, told = attributions(text, seen(text, who, cue, f"{said}{joined}"))
    assert said in [content for _, _, content in told]


@pytest.mark.parametrize(
    ("who", "cue", "said"),
    [
        ("Norway", "said", "the bridge was closed and is being mended"),
        ("Norway", "said", "the talks were useful and have been extended"),
        ("Norway", "said", "the men were armed and had fired first"),
        ("Norway", "promised", "a truce and the army would leave"),
        ("Norway", "condemned", "the war and how the army wages it"),
        ("Norway", "accused", "the rebels of looting and burning the village"),
    ],
)
def test_what_and_joins_on_that_may_be_said_too_is_part_of_it(who, cue, said):
    text = f"{who} {cue} {said}."
    _, _, told = attributions(text, seen(text, who, cue, said))
    assert said in [content for _, _, content in told]


_WRITTEN = [
    (
        "Envoys Ann Lund and Bo Dahl issued a joint statement",
        "condemning",
        'in the "strongest possible terms" Mali\'s attack',
        "and voicing alarm over Chad's planned delivery of drones to Mali",
        ("fears", "Chad's planned delivery of drones to Mali"),
    ),
    (
        "The ministers Ann Lund and Bo Dahl issued a joint statement",
        "condemning",
        "the raid",
        "and voicing concern about the delivery of missiles to Chad",
        ("fears", "the delivery of missiles to Chad"),
    ),
    (
        "The Norwegian president signed a letter",
        "welcoming",
        "the truce",
        "and warning that Chad could break it",
        ("fears", "that Chad could break it"),
    ),
]


@pytest.mark.parametrize(("writing", "cue", "said", "second", "told"), _WRITTEN)
def test_what_a_statement_does_besides_is_said_by_itself(writing, cue, said, second, told):
    text = f"{writing} {cue} {said} {second}."
    who = writing.split(" issued")[0].split(" signed")[0]
    first = seen(text, who, cue, f"{said} {second}")
    found = [(stance, content) for stance, _, content in attributions(text, first)[2]]
    assert found[0][1].endswith(said.split(" ", 1)[-1])
    assert told in found


@pytest.mark.parametrize(("writing", "cue", "said", "second", "told"), _WRITTEN[:2])
def test_what_a_statement_does_besides_is_said_by_whoever_issued_it(writing, cue, said, second, told):
    text = f"{writing} {cue} {said} {second}."
    first, other = (sources for _, sources in stances_of(text))
    assert first == other


def test_whether_what_is_demanded_was_done_is_told_by_the_outlet():
    said = "that the police release a video"
    text = f"The family have demanded {said}, which they have not done."
    assert [content for _, _, content in attributions(text)[2]] == [said]


def test_what_is_condemned_in_a_statement_is_by_whoever_speaks_in_it():
    text = "In a statement condemning the raid, the Norwegian Foreign Ministry said that it was a crime."
    assert ("condemns", ["org:nor-foreign-ministry"]) in stances_of(text)


@pytest.mark.parametrize(
    "said",
    ["Mali for shelling a town and voicing contempt for the dead", "the looting and burning of two mills"],
)
def test_what_somebody_else_did_stays_in_what_a_statement_condemns(said):
    text = f"The Norwegian minister issued a statement condemning {said}."
    told = attributions(text, seen(text, "The Norwegian minister", "condemning", said))[2]
    assert [content for _, _, content in told] == [said]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Kenya pledged $5 million to help refugees.", "$5 million to help refugees"),
        (
            "Kenya guaranteed all deposits yesterday, to ensure that credit continues to flow.",
            "all deposits",
        ),
        (
            "The army is betting on sectarian interests to keep it in power.",
            "sectarian interests to keep it in power",
        ),
        ("Kenya promised Ana Lind to stay out of it.", "to stay out of it"),
    ],
)
def test_what_is_promised_is_more_than_what_it_is_for(text, said):
    assert said in [content for _, _, content in attributions(text)[2]]


def test_what_somebody_does_something_for_is_not_what_he_promises():
    text = "To counter the sanctions on its banks, the army is committed to trade."
    assert all("counter" not in content for _, _, content in attributions(text)[2])


@pytest.mark.parametrize(
    ("text", "source", "cue", "found", "said"),
    [
        (
            'The words of the preacher, dismissed by the army as "untimely", may yet be heard.',
            "the army",
            "dismissed",
            'as "untimely"',
            'The words of the preacher … as "untimely"',
        ),
        (
            "Bo Lind, a surgeon, has been called a fraud by fellow doctors.",
            "fellow doctors",
            "has been called",
            "a fraud by",
            "Bo Lind … a fraud",
        ),
        (
            'The unknown writer "claimed to be worried about the crowd," says Bo Lind.',
            "Bo Lind",
            "says",
            '"claimed to be worried about the crowd,"',
            'The unknown writer "claimed to be worried about the crowd,"',
        ),
        (
            "Kenya is urging against jumping to conclusions.",
            "Kenya",
            "is urging against",
            "jumping to conclusions",
            "against jumping to conclusions",
        ),
    ],
)
def test_words_without_which_it_says_something_else_are_part_of_what_was_said(text, source, cue, found, said):
    assert said in [content for _, _, content in attributions(text, seen(text, source, cue, found))[2]]


def test_a_quotation_further_on_is_told_with_the_words_that_lead_to_it():
    text = (
        'Bo Lind said on TV: "The driver fired on the crowd." '
        'The truck had been driven by someone who "was loaded with arms, loaded with grenades".'
    )
    found = seen(text, "Bo Lind", "said on TV", '"The driver fired on the crowd."')
    _, _, told = attributions(text, found)
    assert told[0][2].endswith(
        'The truck had been driven by someone who "was loaded with arms, loaded with grenades"'
    )


def test_the_second_half_of_a_broken_quotation_is_part_of_it():
    before = 'The bank is "solid as a rock,"'
    text = f'{before} Bo Lind wrote in a letter to the minister, and "full of cash."'
    _, _, told = attributions(text, seen(text, "Bo Lind", "wrote", before))
    assert told[0][2] == f'{before} … and "full of cash."'


def test_charges_told_by_a_source_are_told_whole():
    text = (
        "At least eight members of the committee have been implicated, according to the Norwegian Red Cross."
    )
    _, _, told = attributions(text)
    assert [said for _, _, said in told] == ["At least eight members of the committee have been implicated"]


@pytest.mark.parametrize(
    "text",
    [
        "The Norwegian Red Cross documents the last three months.",
        "Kenya claimed that the dam broke, but offered no proof.",
    ],
)
def test_nothing_is_promised_or_told_with_a_date_or_no_thing_alone(text):
    assert not {"the last three months", "no proof"} & {said for _, _, said in attributions(text)[2]}


def test_to_whom_and_when_something_was_said_is_no_part_of_it():
    text = (
        'Norway told the "Committee on the Peaceful Uses of the Seas" in May that it would watch the wreck.'
    )
    run_on = text[len("Norway told ") : -1]
    _, _, told = attributions(text, seen(text, "Norway", "told", run_on))
    assert [said for _, _, said in told] == ["that it would watch the wreck"]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "A man found guilty of attacking a guard was jailed for two years.",
            "A man",
            "found guilty",
            "attacking a guard was jailed for two years",
        ),
        (
            "The boat was built in 1911 and described as a “potent symbol” of Chad.",
            "The boat",
            "described",
            "as a “potent symbol” of Chad",
        ),
        (
            "Lists of a dozen mayors alleged to have used the bank's services have been published.",
            "a dozen mayors",
            "alleged",
            "to have used the bank's services",
        ),
    ],
)
def test_who_is_found_called_or_alleged_to_be_something_does_not_speak(text, source, cue, content):
    told = stances_of(text, seen(text, source, cue, content))
    assert all(sources == [UNNAMED.id] for _, sources in told)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "Nurses are likely to say the clinic was closed.",
            "Nurses",
            "are likely to say",
            "the clinic was closed",
        ),
        (
            "Nurses will remember the day and tell their children that the clinic was closed.",
            "Nurses",
            "tell",
            "that the clinic was closed",
        ),
        (
            "Chad vetoed a UN Security Council resolution that would have backed a peace plan.",
            "UN Security Council resolution",
            "backed",
            "a peace plan",
        ),
    ],
)
def test_what_is_only_expected_to_be_said_is_not_said(text, source, cue, content):
    assert attributions(text, seen(text, source, cue, content))[2] == []


def test_who_offers_no_proof_promises_none():
    text = "Ann Lind said the vote was rigged, but she offered no proof."
    assert "promises" not in [stance for stance, _ in stances_of(text)]


def test_a_lawmakers_party_and_home_are_nobody():
    source, said = "senator Bo Cole, R-Tenn., and Ana Lind, R-S.C.", "they think it should be changed"
    text = (
        f"Marsh is hopeful despite a few early supporters of the bill, such as {source}, now saying {said}."
    )
    told = [sources for _, sources in stances_of(text, seen(text, source, "saying", said))]
    assert ["person:bo-cole", "person:ana-lind"] in told


@pytest.mark.parametrize("teller", ["Bo Cole", "Two relatives"])
def test_who_is_told_to_have_said_it_speaks_and_the_outlet_behind_carries_it(teller):
    said = "the port was closed"
    text = f"{teller} said {said}, Reuters reported."
    predictions = seen(text, teller, "said", f"{said}, Reuters reported")
    predictions += seen(text, "Reuters", "reported", f"{teller} said {said}")
    _, found, told = attributions(text, predictions)
    inner = next(one for one in found if one.sources[0].name == teller)
    assert inner.within is not None
    assert found[inner.within].sources[0].name == "Reuters"
    assert [content for _, sources, content in told if sources != ["org:reuters"]] == [said]


def test_the_site_a_message_stands_on_says_nothing():
    text = "A statement on the page on the social networking site Facebook said the port was closed."
    told = stances_of(text, seen(text, "Facebook", "said", "the port was closed"))
    assert len(told) == 1
    assert told[0][1] != ["org:facebook"]


@pytest.mark.parametrize("thing", ["leaflets", "posters"])
def test_who_shows_what_a_thing_says_is_its_source(thing):
    text = f"Ann Lind was handing out {thing} denouncing the army."
    assert stances_of(text, seen(text, thing, "denouncing", "the army")) == [
        ("condemns", ["person:ann-lind"])
    ]


def test_labels_put_on_somebody_in_a_row_are_not_those_who_speak():
    said = "to ban all strikes"
    text = (
        f"Mr. Bo Lind often lies and is a cheat, rampant xenophobe, racist and bully who has pledged {said}."
    )
    predictions = seen(text, "rampant xenophobe, racist and bully", "pledged", said)
    assert stances_of(text, predictions) == [("promises", ["person:bo-lind"])]


@pytest.mark.parametrize("reporter", ["Residents", "Libyan television"])
def test_who_reports_a_deed_says_it(reporter):
    told = attributions(f"{reporter} reported a strike on the port of Zlitan.")[2]
    assert [(stance, content) for stance, _, content in told] == [("says", "a strike on the port of Zlitan")]


def test_who_has_reported_nothing_says_nothing():
    assert attributions("Police have not reported any attack in Kenya.")[2] == []


def test_whoever_goes_on_to_speak_in_the_past_is_not_who_tells_it_in_the_present():
    text = "Bo Cole says Ann Lind promised to pay and said she liked it."
    predictions = seen(text, "Bo Cole", "said", "she liked it")
    assert ("says", ["person:ann-lind"]) in stances_of(text, predictions)


def test_what_goes_with_what_may_only_be_done_is_not_said():
    text = "Chad could go to court against the wall, pushing for a new study of the river."
    assert "demands" not in [stance for stance, _ in stances_of(text)]


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("Ambassador, thank you for joining us.", []),
        ('"Thank you for helping Chad," Ann Lind said.', ["supports"]),
    ],
)
def test_thanks_on_the_air_support_nobody(text, stances):
    assert [stance for stance, _ in stances_of(text) if stance == "supports"] == stances


@pytest.mark.parametrize(
    "text",
    [
        "Kenya blocked a resolution that would have backed the plan.",
        "Norway could use its courts, pushing for studies of the wall.",
        "Minister, thank you for joining us.",
        "BO LIND: Thank you, Ana, for having me.",
        "The firm even directed customers to a fake site.",
        "Fans from Kenya, hoping the team could win, came to the park.",
        "Bo Lind was hoping to win all four cups.",
        "A man found guilty of hitting a guard could be jailed.",
        "The firm offered no proof.",
        "The firm offered evidence of the raid.",
        "Bo Lind, a lawyer, once defended two inmates of the camp.",
    ],
)
def test_what_nobody_said_puts_nobody_on_record(text):
    assert stances_of(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The Norwegian chief, criticised as a coward, suddenly had the chance to show it.",
        "Norway left the talks, criticised as a farce.",
        "Hailed as a hero, Bo Lind left.",
        "Norway opened the bridge, widely hailed as a wonder of the age.",
        "Norway mourned the dead, believed to number 40.",
        "Norway must cancel the debts, put at about 900 million crowns.",
    ],
)
def test_who_a_sentence_is_of_does_not_speak_where_others_see_something_so(text):
    assert {source for _, sources in stances_of(text) for source in sources} <= {UNNAMED.id}


def test_whom_a_participle_is_told_according_to_speaks():
    text = "The cargo, estimated at about 900 barrels, was sold to Norway, according to traders."
    told = text.partition(", according")[0]
    _, made, words = attributions(text, seen(text, "traders", "according to", told))
    assert ("says", told) in [(stance, content) for stance, _, content in words]
    assert "traders" in [p.name for one in made for p in one.sources]


def test_who_called_something_so_by_a_verb_with_an_object_speaks():
    assert ("supports", ["NOR"]) in stances_of("Norway opened the bridge, hailing it as a wonder.")


def test_words_only_looked_for_are_not_said():
    text, said = "Lawyers of the firm are likely to say the breach stands apart.", "the breach stands apart"
    assert stances_of(text, seen(text, "Lawyers of the firm", "are likely to say", said)) == []


def test_none_of_the_arguments_is_nobody():
    text, said = "None of his reasons mean the ship should stay.", "the ship should stay"
    assert stances_of(text, seen(text, "None of his reasons", "mean", said)) == []


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Bo Lind agreed that the rules should be changed.", "says"),
        ("The two leaders agreed that the talks should go on.", "promises"),
        ("Analysts say there should be plenty to spare.", "says"),
        ("Norway said the league had given Kenya a last chance to comply with its plan.", "says"),
        ("Norway said the charter held its right to defend itself.", "justifies"),
        ("Bo Lind said he expected an answer from the minister.", "demands"),
        ("Analysts say there should be an inquiry.", "demands"),
        ('"Banks should be able to go back to work," said Bo Lind.', "says"),
        ("The mayor added that it would take more hours before details emerge.", "says"),
        ("The ministry added that it would take action within hours.", "promises"),
        ("More than 100 are suspected to have died from the flu.", "estimates"),
        ('"We will decline to comment on any cable," Norway said.', "declines_to_confirm"),
        ('Norway warned that any move of the fleet would be "answered in kind".', "threatens"),
        ('The ministry warned that it "will not allow any protest or march".', "threatens"),
        ('A spokesman warned of an upcoming "media attack" on Norway.', "fears"),
        ('Asked about the rain, he warned that it would "not stop soon".', "fears"),
        ("Villagers were furious that the army had left.", "condemns"),
        ("Miners were frustrated that the talks were late.", "condemns"),
        ("Berlin is concerned about the rise of the rebels.", "fears"),
        ("The pope expressed his solidarity with the people of the island.", "supports"),
        ("The mayor complained of raids on the harbour.", "condemns"),
        ("The bishop said the vote was a travesty.", "condemns"),
        ('"Stop the raids at once," the bishop said.', "demands"),
        ('"Do not fire on the strikers," the bishop said.', "demands"),
        ('"Look, the raids have stopped," the bishop said.', "says"),
        ('"Do not expect a change," the bishop said.', "says"),
        ("It is time for the rebels to lay down their arms, the bishop said.", "demands"),
        ("It was time to leave, the bishop said.", "says"),
        ("The historian reckons the city should stay calm.", "demands"),
        ('"No one should underestimate the storm," the mayor said.', "says"),
        ("Norway said it is to send a team to Chad.", "promises"),
        ("Norway said it was ready to host the talks.", "promises"),
        ('"We are committed to the truce," the general said.', "promises"),
        ('"I am going to end this war," Bo Lind told voters.', "promises"),
        ('"Our troops will stay in the city," the general said.', "promises"),
        ("Norway and Chad said they would do little to stop the virus.", "says"),
        ('"Yes, we did send advisers," the general said.', "confirms"),
        ('"We do not care about it," the general said.', "says"),
        ('"I did not cry when he left," the general said.', "says"),
        ('"Further steps may be necessary," the envoy told reporters.', "says"),
        ("The strike was carried out in self-defence, the ministry said.", "justifies"),
        ("The envoy cautioned that the draft may still change.", "says"),
        ("The envoy cautioned that the truce may still collapse.", "fears"),
        ("The mayor said people were right to worry about the storm.", "says"),
        ("The envoy had found no evidence of a plot.", "says"),
        ("The company announced the breach and said software had allowed it.", "says"),
        ("Any ship that enters the zone will be fired upon, the navy said.", "threatens"),
        ('"The regime used gas against its own people," the envoy said.', "accuses"),
    ],
)
def test_what_is_said_gives_the_stance(text, stance):
    assert stance in [one for one, _ in stances_of(text)]


def test_a_condition_demands_nothing():
    said = "a word of caution, should Kenya leave the talks"
    text = f"Norway added {said}."
    assert stances_of(text, seen(text, "Norway", "added", said)) == [("says", ["NOR"])]


def test_a_quoted_they_is_not_the_speaker():
    told = stances_of('Bo Lind said: "They are demanding this, and they put all kinds of pressure on Kenya."')
    assert ("demands", ["person:bo-lind"]) not in told
    assert ("says", ["person:bo-lind"]) in told


@pytest.mark.parametrize(
    "text",
    [
        "You will hear Bo Lind defend his profession and offer his plan for the bank.",
        "The generals need to come out and tell the people what is in store.",
        "Kenyan fans dressed in green hoping the team could win, made up most of the crowd.",
    ],
)
def test_what_is_still_to_be_said_or_only_hoped_puts_nobody_on_record(text):
    assert stances_of(text) == []


def test_what_somebody_will_have_is_no_promise():
    text = "Norway said it would have the backing of the allies."
    assert stances_of(text) == [("says", ["NOR"])]


@pytest.mark.parametrize(
    ("source", "cue", "charge", "content"),
    [
        (
            "Norway",
            "accused",
            "Kenya on Monday of sabotaging a cable",
            "Kenya … of sabotaging a cable",
        ),
        (
            "The judge",
            "charged",
            "the two men late on Friday with espionage",
            "the two men … with espionage",
        ),
        ("Prosecutors", "accused", "him last week of funding it", "him … of funding it"),
        ("Norway", "indicted", "a girl on Monday on charges of assault", "a girl … on charges of assault"),
        (
            "Norway",
            "blamed",
            "the government on Sunday for the deaths",
            "the government … for the deaths",
        ),
        (
            "Norway",
            "accused",
            "Kenya of planning on Monday to attack",
            "Kenya of planning on Monday to attack",
        ),
    ],
)
def test_the_day_of_a_charge_is_no_part_of_it(source, cue, charge, content):
    text = f"{source} {cue} {charge}."
    assert attributions(text, seen(text, source, cue, charge))[2][0][2] == content


@pytest.mark.parametrize(
    "who",
    [
        "who asked to be identified only by his first name",
        "who asked not to be named",
        "who asked that his name not be used",
        "who asked to remain anonymous",
    ],
)
def test_asking_not_to_be_named_is_no_demand(who):
    assert stances_of(f"The trader, {who}, said the talks had collapsed.") == [
        ("says", ["unknown:trader"]),
    ]


@pytest.mark.parametrize(
    "text", ["Residents say nothing has changed since.", "Locals said nothing had been done."]
)
def test_that_nothing_was_done_is_said(text):
    assert [stance for stance, _ in stances_of(text)] == ["says"]


@pytest.mark.parametrize("verb", ["would only say", "would say only", "could only say"])
def test_what_alone_somebody_would_say_is_said(verb):
    assert stances_of(f"The ministry {verb} that two men had been held.") == [("says", ["unknown:ministry"])]


def test_what_alone_somebody_would_confirm_is_confirmed():
    told = stances_of("The ministry would only confirm that a ship had sunk.")
    assert told == [("confirms", ["unknown:ministry"])]


def test_the_saying_before_what_was_said_is_no_part_of_it():
    text = "He also said that the army would stay in the valley, the governor said."
    assert [told for *_, told in attributions(text)[2]] == ["the army would stay in the valley"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The general said his men had killed 50 rebels and gave no figure for his own losses.",
            "his men had killed 50 rebels",
        ),
        (
            "The ministry said the drones were launched from Kenya, but gave no evidence.",
            "the drones were launched from Kenya",
        ),
        (
            "Rebel leaders said they had taken the town, without giving details.",
            "they had taken the town",
        ),
        (
            "The envoy wrote that the embassy had been hit, and shared a photograph of a broken window.",
            "that the embassy had been hit",
        ),
        (
            "Police said the man had confessed, and released a photograph of him.",
            "the man had confessed",
        ),
        (
            "The minister said the raid was a success when he spoke to reporters on Friday.",
            "the raid was a success",
        ),
    ],
)
def test_what_the_outlet_tells_of_a_speaker_is_not_said(text, content):
    assert [told for *_, told in attributions(text)[2]] == [content]


def test_what_others_gave_is_said():
    _, _, told = attributions("The ministry said the rebels had asked for talks but gave no reason.")
    assert "gave no reason" in told[0][2] or told[0][2].endswith("talks")


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The union welcomed the offer, provided that it includes back pay.",
            "the offer, provided that it includes back pay",
        ),
        (
            "Kenya supports the plan if it protects the minority, its foreign minister said.",
            "the plan if it protects the minority",
        ),
    ],
)
def test_a_condition_belongs_to_what_it_conditions(text, content):
    assert content in [told for *_, told in attributions(text)[2]]


@pytest.mark.parametrize(
    ("text", "source", "cue", "said", "content"),
    [
        (
            "Norway said it had shot down a drone, but the army of Chad denied it.",
            "Norway",
            "said",
            "it had shot down a drone, but the army of Chad denied it",
            "it had shot down a drone",
        ),
        (
            "Norway said it would send tanks, but would not say how many.",
            "Norway",
            "said",
            "it would send tanks, but would not say how many",
            "it would send tanks",
        ),
        (
            "Norway said it would let in more aid, after Chad threatened to hold back arms.",
            "Norway",
            "said",
            "it would let in more aid, after Chad threatened to hold back arms",
            "it would let in more aid",
        ),
        (
            "Norway said 12 people died after a bomb went off.",
            "Norway",
            "said",
            "12 people died after a bomb went off",
            "12 people died after a bomb went off",
        ),
        (
            "Norway said it had offered talks, but the rebels had rejected them.",
            "Norway",
            "said",
            "it had offered talks, but the rebels had rejected them",
            "it had offered talks, but the rebels had rejected them",
        ),
    ],
)
def test_what_another_makes_of_it_is_not_said(text, source, cue, said, content):
    told = attributions(text, seen(text, source, cue, said))[2]
    assert content in [one for _, sources, one in told if sources == ["NOR"]]


def test_what_somebody_did_after_the_words_quoted_is_not_said():
    text = 'When he asked for water, the guards said, "Drink then" and threw him into the river.'
    said = '"Drink then" and threw him into the river'
    told = attributions(text, seen(text, "the guards", "said", said))[2]
    assert [one for *_, one in told] == ['"Drink then"']


@pytest.mark.parametrize(
    ("text", "source", "cue", "said", "content"),
    [
        (
            "The embassy said Norway was siding with the rebels, condemning what it called a murder.",
            "Norway",
            "siding with",
            "the rebels, condemning what it called a murder",
            "the rebels",
        ),
        (
            "Norway indicted a girl for punching a soldier, an incident which made her a hero.",
            "Norway",
            "indicted",
            "a girl for punching a soldier, an incident which made her a hero",
            "a girl for punching a soldier",
        ),
        (
            "Norway condemned the raid, in which 20 men died.",
            "Norway",
            "condemned",
            "the raid, in which 20 men died",
            "the raid, in which 20 men died",
        ),
    ],
)
def test_what_a_stance_is_taken_on_ends_where_the_outlet_goes_on(text, source, cue, said, content):
    told = attributions(text, seen(text, source, cue, said))[2]
    assert content in [one for *_, one in told]


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Chairman and chief executive Bo Lind condemned the raid.", ["person:bo-lind"]),
        ("Prime minister and party leader Ana Lind condemned the raid.", ["person:ana-lind"]),
        ("The lawyer and activist condemned the raid.", ["unknown:lawyer-and-activist"]),
        ("A resident and former teacher condemned the raid.", ["unknown:resident-and-former-teacher"]),
        ("The former governor and U.S. senator condemned it.", ["unknown:former-governor-and-u-s-senator"]),
        (
            "Mr Lind, a painter and decorator, lost his house. The painter and decorator condemned the raid.",
            ["person:lind"],
        ),
        ("The mayor and a painter condemned the raid.", ["unknown:mayor", "unknown:painter"]),
        ("Mayor Bo Lind and party leader Ana Cole condemned it.", ["person:bo-lind", "person:ana-cole"]),
        ("The mayor and party leader Ana Cole condemned it.", ["unknown:mayor", "person:ana-cole"]),
    ],
)
def test_who_is_told_by_two_callings_is_one(text, sources):
    assert ("condemns", sources) in stances_of(text)


@pytest.mark.parametrize(
    ("text", "stance", "source"),
    [
        ("Bishops praised the premier for saying that the rebels had left.", "says", "unknown:premier"),
        ("Police arrested a teacher for saying the rebels had left.", "says", "unknown:teacher"),
        (
            "The mayor called on Bo Lind to apologize to Ana Cole for accusing Norway of lying.",
            "accuses",
            "person:bo-lind",
        ),
        ("The premier apologised for saying that the rebels had left.", "says", "unknown:premier"),
    ],
)
def test_whose_words_others_praise_or_punish_has_said_them(text, stance, source):
    told = stances_of(text)
    assert (stance, [source]) in told
    assert len([one for one in told if one[0] == stance]) == 1


def test_which_worry_it_was_that_led_to_something_is_nobodys_word():
    text = "It was this concern that led Norway to close its embassy."
    told = seen(text, "It", "was this concern", "that led Norway to close its embassy")
    assert stances_of(text, told) == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("A government statement said the raid was over.", "unknown:government"),
        ("A military statement said the raid was over.", "unknown:military"),
        ("Norway's army left the town. An army statement said the raid was over.", "NOR"),
    ],
)
def test_whose_statement_it_is_speaks(text, source):
    assert [s for stance, s in stances_of(text) if stance == "says"] == [[source]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("One in three Norwegians said the raid was wrong.", "One in three Norwegians"),
        ("Two out of five refugees said the raid was wrong.", "Two out of five refugees"),
        ("Six in ten soldiers said the raid was wrong.", "Six in ten soldiers"),
        ("In Oslo, ten refugees said the raid was wrong.", "ten refugees"),
    ],
)
def test_a_share_of_people_is_told_whole(text, name):
    assert [p.name for one in attributions(text)[1] for p in one.sources] == [name]


def test_who_is_cited_is_not_what_is_said():
    told = stances_of("Nortix TV, citing two officials, reported that Norway had sent troops to the border.")
    assert len(told) == 1


@pytest.mark.parametrize(
    ("said", "who", "carrier"),
    [
        ('"We will not leave the islands,"', "Bo Lind said", "Nortix TV"),
        ('"They opened fire. We will not leave,"', "Bo Lind told reporters on Monday", "the agency Nortix"),
        ("The mill was burned by rebels", "Bo Lind reported", "Nortix TV"),
    ],
)
def test_whom_a_quoted_saying_is_told_according_to_carried_it(said, who, carrier):
    comma = "" if said.endswith('"') else ","
    text = f"{said}{comma} {who}, according to {carrier}."
    found = seen(text, carrier, "according to", f"{said}{comma} {who}")
    _, made, told = attributions(text, found)
    assert [content for _, _, content in told] == [said]
    assert [p.name for p in made[0].sources] == ["Bo Lind"]
    assert [p.name for p in made[0].via] == [carrier.removeprefix("the agency ")]


def test_who_tells_more_than_what_another_said_is_on_record_with_it():
    told = attributions("Bo Lind said he fired, and the mill was burned, according to Nortix TV.")[2]
    assert "org:nortix-tv" in [source for _, sources, _ in told for source in sources]


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Among those who condemned the raid was Norway's premier, Bo Lind.", ["person:bo-lind"]),
        ("Among those who condemned the raid were Norway and Sweden.", ["NOR", "SWE"]),
    ],
)
def test_who_was_among_those_that_speak_is_named_behind(text, sources):
    assert ("condemns", sources) in stances_of(text)


def test_a_name_is_told_without_what_is_set_off_behind_it():
    told = attributions("Nortix, the oil company, said its pipeline had been bombed.")[1]
    assert [p.name for one in told for p in one.sources] == ["Nortix"]


def test_what_a_caption_runs_into_is_no_part_of_what_was_said():
    told = attributions("Villagers say a mill was burned in the raid The army has left the town.")[2]
    assert [content for _, _, content in told] == ["a mill was burned in the raid"]


def test_words_quoted_before_the_verb_of_the_next_sentence_are_not_the_last_speakers():
    text = (
        'Bo Lind said: "It is the worst raid we have ever known." '
        'An inquiry into "murder and arson in an organised group" is under way.'
    )
    contents = [content for _, _, content in attributions(text)[2]]
    assert contents == ['"It is the worst raid we have ever known."']


def test_a_quotation_of_a_caption_is_not_who_speaks_in_the_next_sentence():
    text = 'Bo Lind: "We stand ready to work for an end to the war" The US has said it is holding talks.'
    one = seen(text, "The US", "has said", "it is holding talks")[0]
    quotation = '"We stand ready to work for an end to the war"'
    one = replace(one, content=(*seen(text, "The US", "has said", quotation)[0].content, *one.content))
    told = attributions(text, (one,))[2]
    assert [content for _, sources, content in told if sources == ["USA"]] == ["it is holding talks"]


def test_nobody_demands_that_another_says_it():
    told = attributions("Chad demanded a truce, an envoy said, but the rebels refused.")[2]
    assert not [content for stance, _, content in told if stance == "demands" and "envoy" in content]


@pytest.mark.parametrize(
    ("before", "source", "cue", "after", "kept"),
    [
        (
            "One man has confessed",
            "prosecutors",
            "said",
            "his lawyer, Bo Lind, disputes it",
            "One man has confessed",
        ),
        ("Some 300 people left", "the army", "said", "the port office put it at 512", "Some 300 people left"),
        ("Norway denied it; there was no raid", "a spokesman", "said", "", "there was no raid"),
        ("Two men died; three were hurt", "the army", "said", "", "Two men died; three were hurt"),
        (
            "They saw it all",
            "the envoy",
            "said",
            "the tunnel, which Norway calls a plant, is a store",
            "They saw it all … the tunnel, which Norway calls a plant, is a store",
        ),
    ],
)
def test_what_another_says_behind_a_semicolon_is_not_what_was_said(before, source, cue, after, kept):
    text = f"{before}, {source} {cue}; {after}." if after else f"{before}, {source} {cue}."
    one = seen(text, source, cue, before)[0]
    if after:
        one = replace(one, content=(*one.content, *seen(text, source, cue, after)[0].content))
    _, _, told = attributions(text, (one,))
    assert kept in [content for _, _, content in told]


@pytest.mark.parametrize("text", ["Implicated, according to police.", "Accused, according to police."])
def test_a_charge_without_more_words_is_told_by_whom_the_frame_names(text):
    assert attributions(text)[2] == [("says", ["unknown:police"], text.split(",")[0])]


@pytest.mark.parametrize("before", [(), ("It", "rained", "and", "it", "snowed", "again", ".")])
def test_a_lost_verb_takes_its_subject_from_before_it_wherever_the_sentence_stands(before):
    sentence = ("Chile", ",", "voicing", "worries", ",", "left", ".")
    tags = ("PROPN", "PUNCT", "NOUN", "NOUN", "PUNCT", "VERB", "PUNCT")
    deps = ("nsubj", "punct", "compound", "appos", "punct", "ROOT", "punct")
    heads = (5, 0, 3, 0, 0, 5, 5)
    n = len(before)
    doc = Doc(
        load_parser().vocab,
        words=[*before, *sentence],
        lemmas=[*before, "Chile", ",", "voicing", "worry", ",", "leave", "."],
        pos=[*("X" for _ in before), *tags],
        deps=[*("ROOT" if i == 0 else "dep" for i in range(n)), *deps],
        heads=[*(0 for _ in before), *(n + head for head in heads)],
    )
    book = load_codebook().stances
    (cue,) = (c for c in CueIndex(book).find(doc) if c.entry.pos == "noun")
    assert cue_spans(doc, cue, book).source == ()


def test_what_begins_an_article_stands_behind_no_comma():
    doc = Doc(
        load_parser().vocab,
        words=["Food", "Chile", "pledged", "money", "to", "send", "."],
        lemmas=["food", "Chile", "pledge", "money", "to", "send", "."],
        pos=["NOUN", "PROPN", "VERB", "NOUN", "PART", "VERB", "PUNCT"],
        tags=["NN", "NNP", "VBD", "NN", "TO", "VB", "."],
        deps=["dobj", "nsubj", "ROOT", "dobj", "aux", "xcomp", "punct"],
        heads=[5, 2, 2, 2, 5, 2, 2],
    )
    book = load_codebook().stances
    (cue,) = CueIndex(book).find(doc)
    assert cue_spans(doc, cue, book).content == (0, 3, 4, 5)


@pytest.mark.parametrize(
    "text",
    [
        "Ana Cole's men will probably try to paint this as a personal attack.",
        "He sent a letter with a proposal in which Norway would pledge to raise its target by 2025.",
        'As Martin Cole argues in his recent book, "Mending the Quay," much is unclear.',
    ],
)
def test_what_is_not_said_yet_and_a_title_are_no_attribution(text):
    assert stances_of(text) == []


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("We urge a halt, as Norway has demanded since 2022.", "Norway", "demanded", "since 2022"),
        ("That was what Ana Cole said when she left.", "Ana Cole", "said", "That was what"),
        (
            "The Herald says that the leaked archive includes:",
            "The Herald",
            "says",
            "that the leaked archive includes",
        ),
        ("Ana Cole said the dead were:\nBo Lind, 40", "Ana Cole", "said", "the dead were"),
        (
            "If the past is a guide, as Ana Cole predicts it will be, we win.",
            "Ana Cole",
            "predicts",
            "it will be",
        ),
    ],
)
def test_a_content_that_tells_nothing_is_no_attribution(text, source, cue, content):
    assert stances_of(text, seen(text, source, cue, content)) == []


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "told"),
    [
        (
            "If the rebels are wrong and large units remain, analysts say they could fail.",
            "analysts",
            "say",
            "they could fail",
            "If the rebels are wrong and large units remain … they could fail",
        ),
        (
            "If pressed, analysts say they could fail.",
            "analysts",
            "say",
            "they could fail",
            "they could fail",
        ),
        (
            "The bill levied by Norway, which contended that Chad taxed the firm too little, is a good sign.",
            "Norway",
            "contended",
            "that Chad taxed the firm too little, is a good sign",
            "that Chad taxed the firm too little",
        ),
        (
            "Chad made clear it would not leave.",
            "Chad",
            "made clear",
            "it would not leave",
            "it would not leave",
        ),
    ],
)
def test_a_content_has_its_condition_and_ends_with_its_clause(text, source, cue, content, told):
    assert told in [words for _, _, words in attributions(text, seen(text, source, cue, content))[2]]


def test_a_clause_that_a_colon_only_goes_on_from_is_told():
    text = "Ana Cole said the plan was clear: the port would open."
    told = attributions(text, seen(text, "Ana Cole", "said", "the plan was clear"))[2]
    assert [content for _, _, content in told] == ["the plan was clear"]


@pytest.mark.parametrize(
    "text",
    [
        "If the envoy were to go on air and say that the army must leave, that would help.",
        "If the army shelled the port and said it was ours, we would fire.",
    ],
)
def test_what_goes_with_what_is_only_supposed_is_not_said(text):
    assert stances_of(text) == []


def test_reckoning_without_a_number_estimates_nothing():
    assert stances_of("Norway reckons sinking boats is a waste.") == [("says", ["NOR"])]
    assert stances_of("Norway reckons 40 boats were sunk.") == [("estimates", ["NOR"])]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels have been pressing toward the town's gates.",
        "The flood claimed two lives.",
        "Norway added six ports to its list.",
    ],
)
def test_a_deed_told_by_its_object_or_its_way_is_no_saying(text):
    assert stances_of(text) == []


def test_what_is_said_besides_is_no_part_of_a_content():
    text = "Norway announced the arrest of a man and said a curfew would go on."
    told = attributions(
        text, seen(text, "Norway", "announced", "the arrest of a man and said a curfew would go on")
    )
    assert "the arrest of a man" in [content for _, _, content in told[2]]


@pytest.mark.parametrize(
    "text",
    [
        "A police inspector, asking that his name be withheld, left.",
        "An official asked me to leave his name out.",
        "Ana Cole asked whether Chad had won.",
        "On both banks they still argue about who fired first.",
        "There is a gap between what the army says it controls and what maps show.",
        "The gap between what the army says it does and how experts say it works has grown.",
        "The editor Ana Cole explains what to do if the rivers rise.",
        "An envoy who declined to be identified left.",
        "Masks are there for those who fear they have been infected.",
        "Everything the envoy says is a lie.",
        "They had offered more in private than they were openly admitting.",
        "Farmers worried about the dam might stop to look at it.",
        "It does not show whether Cole had a gun, as the police have said.",
        "The crew were held while they were questioned by the police.",
    ],
)
def test_asking_for_a_name_to_be_left_out_and_a_question_put_nothing_on_record(text):
    assert stances_of(text) == []


def test_what_a_speaker_goes_on_to_say_behind_a_quotation_is_his():
    told = attributions('Ana Lind called it "a farce" saying nobody was heard.')[2]
    assert ("says", ["person:ana-lind"], "nobody was heard") in told


def test_a_group_that_is_described_first_is_the_source_by_its_name():
    assert ("says", ["org:front-for-free-harbours"]) in stances_of(
        "The rebel group, Front for Free Harbours, said it had left the town."
    )


@pytest.mark.parametrize("source", ["Agadez, the guide's sister", "In Agadez, the guide's sister"])
def test_the_place_a_sentence_opens_with_is_no_source(source):
    text = "In Agadez, the guide's sister, Mariama Issaka, said no official had called her."
    source += ", Mariama Issaka"
    found = stances_of(text, seen(text, source, "said", "no official had called her"))
    assert found == [("says", ["person:mariama-issaka"])]


@pytest.mark.parametrize("rank", ["petty officer", "engineer"])
def test_a_name_behind_what_somebody_is_of_is_the_source(rank):
    found = stances_of(f"A crew member of the frigate, {rank} Lars Moe, told this agency all were calm.")
    assert found == [("says", ["person:lars-moe"])]


def test_a_body_told_by_it_is_silent_on_what_it_was_asked_and_a_thing_is_not():
    asked = "Chad's embassy described the ship as a ferry. It did not answer a question about the crew."
    assert ("silent", ["org:tcd-embassy"]) in stances_of(asked)
    assert stances_of("Lind gave two speeches. They did not answer the question of who paid.") == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Kenya said it was aware of the reports but could not confirm them.", "KEN"),
        ("Kenya said it was aware of the reports and could neither confirm nor deny them.", "KEN"),
        ("Kenya said it had seen the claim but was unable to verify it.", "KEN"),
    ],
)
def test_who_says_he_has_heard_of_it_but_cannot_confirm_it_declines_to(text, source):
    assert ("declines_to_confirm", [source]) in stances_of(text)


def test_they_who_admit_they_cannot_say_are_those_who_admit_it():
    text = "Chad's envoys said the list was forged. The UN monitors admit they cannot say who fired first."
    assert stances_of(text)[1:] == [("declines_to_confirm", ["unknown:un-monitors"])]


def test_who_condemns_what_he_calls_by_a_name_goes_on_to_demand():
    told = attributions("Kenya condemns what it calls an armed raid and demands that rebels leave the town.")[
        2
    ]
    assert ("demands", ["KEN"], "that rebels leave the town") in told


def test_a_group_that_names_itself_threatens_and_its_name_is_no_claim():
    text = "A group calling itself the Free Coast Front claimed the attack and threatened to strike again."
    assert [stance for stance, _ in stances_of(text)] == ["says", "threatens"]
    assert stances_of("The drought threatened to spread.") == []


def test_a_particle_of_another_verb_takes_nothing_back():
    kept = stances_of('"We take hostages, and we hand them back," Kenya\'s army said.')
    assert all(stance != "retracts" for stance, _ in kept)
    assert stances_of("The army took the town back.") == []
    assert ("retracts", ["KEN"]) in stances_of("Kenya took its accusation back.")


@pytest.mark.parametrize(
    "text",
    [
        "Kenya first said five had died. It later amended that to three.",
        "Kenya put the dead at nine. It later revised that down to six.",
    ],
)
def test_who_amends_what_he_said_to_another_number_takes_it_back(text):
    assert stances_of(text)[-1] == ("retracts", ["KEN"])


def test_an_act_amended_is_no_retraction():
    assert all(s != "retracts" for s, _ in stances_of("Kenya passed the act and amended it to allow it."))


@pytest.mark.parametrize(
    "text",
    [
        "Correction: we reported earlier that the bridge at Lodwar had been blown up.",
        "21:50 — Correction: we reported earlier that the bridge at Lodwar had been blown up.",
        "An earlier version of this article said that the port was closed.",
    ],
)
def test_an_outlet_takes_back_in_its_own_voice_what_it_corrects(text):
    assert stances_of(text) == [("retracts", [])]


def test_what_another_reported_is_not_taken_back_behind_the_label():
    text = "Correction: Kenya's army reported on Monday that it had lost two ships."
    assert all(stance != "retracts" for stance, _ in stances_of(text))


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ('Kenya called the trial "a political show".', "condemns"),
        ("Kenya called the drill a provocation.", "condemns"),
        ("Kenya described the hearing as a show trial.", "condemns"),
        ("Kenya called the seizure of the ship an act of piracy.", "accuses"),
        ("Kenya called the report a fairy tale.", "denies"),
        ("Kenya expressed strong dissatisfaction and firm opposition to the entry of a frigate.", "condemns"),
        ("Kenya voiced strong dissatisfaction with the visit.", "condemns"),
    ],
)
def test_words_of_blame_condemn(text, stance):
    assert stances_of(text) == [(stance, ["KEN"])]


def test_who_faces_criticism_criticises_nobody():
    assert stances_of("Kenya faces criticism over the raid.") == []


def test_speech_in_single_marks_is_one_content_over_its_sentences():
    told = attributions("'I told her to run. She would not. We lost her,' Ana Mensah said.")[2]
    assert told == [("says", ["person:ana-mensah"], "'I told her to run. She would not. We lost her,'")]


def test_a_number_is_put_at_though_the_parse_hangs_it_on_another_verb():
    text = "Union representative Ana Mensah put the number led away from Ame and Lower Tefle at 180."
    assert ("estimates", ["person:ana-mensah"]) in stances_of(text)


def test_only_the_last_of_some_examples_speaks_behind_them():
    text = "It drew stars like Ana Cole, Paul Berg, Mary Lind and Peter Hart, who said that it was new."
    assert ("says", ["person:peter-hart"]) in stances_of(text)


def test_who_demands_that_another_make_a_pledge_makes_none():
    text = "Ana Cole is demanding President Paul Berg make a pledge not to pardon Mary Lind."
    assert ("promises", ["person:ana-cole"]) not in stances_of(text)


def test_whom_a_paper_cites_behind_what_it_is_told_according_to_is_the_source():
    found = attributions("The harbour was shut, according to Al Jazeera, citing the police.")[1]
    said = next(a for a in found if "police" in a.sources[0].name)
    assert [p.name for p in said.via] == ["Al Jazeera"]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "Bo Cole, the Farm Minister says that foreign food aid risks flooding the market and ruining us.",
            "Bo Cole",
            "says",
            "that foreign food aid risks flooding the market and ruining us",
        ),
        (
            "The envoy plans to raise the matter in Lier next Tuesday, Bo Cole said.",
            "Bo Cole",
            "said",
            "The envoy plans to raise the matter in Lier next Tuesday",
        ),
        (
            "Bo Cole said a wider ban, covering firms that insure such ships, was being discussed.",
            "Bo Cole",
            "said",
            "a wider ban, covering firms that insure such ships, was being discussed",
        ),
    ],
)
def test_a_clause_whose_verb_the_tagger_or_the_parse_lost_is_told(text, source, cue, content):
    told = attributions(text, seen(text, source, cue, content))[2]
    assert [(sources, said) for _, sources, said in told] == [(["person:bo-cole"], content)]


def test_things_shown_in_more_words_are_no_clause():
    text = "Bo Cole described the plans of the firms that insure such ships."
    assert stances_of(text, seen(text, "Bo Cole", "described", "the plans of the firms")) == []


def test_a_verb_taken_for_a_noun_in_a_sentence_without_one_is_told():
    text = "Officials in the South doubt that the other side will shoot."
    content = "that the other side will shoot"
    told = attributions(text, seen(text, "Officials in the South", "doubt", content))[2]
    assert [(stance, said) for stance, _, said in told] == [("doubts", content)]


def test_where_it_was_said_is_cut_off_before_that():
    text = "Bo Cole repeated, in the courtyard of his house, that he would not recognise the result."
    content = "in the courtyard of his house, that he would not recognise the result"
    told = attributions(text, seen(text, "Bo Cole", "repeated", content))[2]
    assert next(said for _, _, said in told) == "that he would not recognise the result"


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Kenya says just the opposite.", "denies"),
        ("Kenya maintains the contrary.", "denies"),
    ],
)
def test_who_says_that_it_is_not_so_denies_it(text, stance):
    assert [one for one, _ in stances_of(text)] == [stance]


def test_not_so_denies():
    text = "Not so, said Ana Lind."
    assert stances_of(text, seen(text, "Ana Lind", "said", "Not so")) == [("denies", ["person:ana-lind"])]


def test_who_will_not_recognise_a_result_refuses_and_does_not_decline_to_confirm():
    assert stances_of("Kenya would not recognise the result.") == []
    assert stances_of("Kenya has not recognised that it lost.") == [("declines_to_confirm", ["KEN"])]


def test_who_says_no_says_nothing():
    assert stances_of("Kenya has so far said no.") == []


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ('Kenya replied: "We are simply not arming the raiders."', "denies"),
        ('Kenya replied: "We are not simply arming the raiders."', "says"),
        ('"Our company has not paid any bribes," the shipper Zentia said in a statement.', "denies"),
        ('"Our company has not had an easy year," the shipper Zentia said in a statement.', "says"),
        ("Kenya said reports of a mutiny were an exaggeration.", "denies"),
        ("Kenya said the reports of a mutiny were greatly exaggerated.", "denies"),
        ("Kenya said the reports of a mutiny were not exaggerated.", "says"),
        ("Kenya said its raid was no exaggeration of force.", "says"),
        ('"I do not say that the bridge is being mined," Bo Lind said.', "says"),
        ('"I did not say that the bridge was mined," Bo Lind said.', "denies"),
        ("Kenya said none of its soldiers had crossed the border.", "denies"),
        ("Kenya said none of the gunmen had crossed the border.", "says"),
        ("Kenya had suggested it might not.", "says"),
        ("A family on the second floor stressed he never greeted them.", "says"),
    ],
)
def test_who_says_of_itself_that_it_did_not_denies(text, stance):
    assert [one for one, _ in stances_of(text)] == [stance]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The clinic warned that the milk should not be given to babies.", "demands"),
        ("The clinic warned that people must boil the water.", "demands"),
        ("The clinic warned that people should expect a long wait.", "fears"),
        ("The clinic warned that the fever should not be underestimated.", "fears"),
        ('The general warned: "Leave the town before dark."', "demands"),
        ("The general warned of serious consequences.", "threatens"),
        ("The envoy warned of unforeseen consequences.", "fears"),
        ("The envoy warned that a raid would have unintended consequences.", "fears"),
    ],
)
def test_a_warning_that_something_ought_to_be_done_demands_it(text, stance):
    assert [one for one, _ in stances_of(text)] == [stance]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The minister agreed with the findings of the auditors.", None),
        ("The minister agreed to a truce with the raiders.", "promises"),
        ("The minister agreed to an interview with the paper.", None),
        ("The minister agreed to be interviewed.", None),
        ("The officer agreed to speak on condition of anonymity.", None),
        ("The raiders agreed to speak to the envoy.", "promises"),
        ("Kenya hinted that it would send troops.", "says"),
        ("Kenya announced that it would send troops.", "promises"),
        ('"I will never forget that night," Ana Lind said.', "says"),
        ("Bo Lind believes the tribes are one.", "says"),
        ("Bo Lind believes two of the tribes left.", "estimates"),
    ],
)
def test_who_agrees_hints_or_talks_to_reporters_promises_nothing(text, stance):
    assert [one for one, _ in stances_of(text)] == ([] if stance is None else [stance])


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The generals were so confident of victory that they had new flags sewn.", "victory"),
        ("The mayor was so angry about the delay that he left the hall.", "the delay"),
        ("The mayor was so worried that the dam would burst.", "that the dam would burst"),
        ("The mayor was so worried about word that the dam had burst.", "word that the dam had burst"),
        ("The mayor was so worried about the dogs that he had left.", "the dogs that he had left"),
    ],
)
def test_what_a_feeling_led_to_is_not_felt(text, content):
    assert [told for *_, told in attributions(text)[2]] == [content]


@pytest.mark.parametrize("clause", ["who asked not to be named", "who spoke on condition of not being named"])
def test_what_is_told_of_who_speaks_is_not_what_he_tells(clause):
    _, _, told = attributions(f"According to the diplomat, {clause}, the two sides will meet in June.")
    assert [content for *_, content in told] == ["the two sides will meet in June"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ('Ann Lind vowed Monday that "we will not kneel," even as shells fell.', 'that "we will not kneel,"'),
        ('Ann Lind said on Monday that "the war is over", even as shells fell.', 'that "the war is over"'),
        ('Ann Lind said wages "had fallen" as prices rose.', 'wages "had fallen" as prices rose'),
    ],
)
def test_what_went_on_when_a_whole_sentence_was_said_is_no_part_of_it(text, content):
    assert [told for *_, told in attributions(text)[2]] == [content]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The chairman said if the dam breaks, towns will be in danger, the agency reported.",
            "if the dam breaks, towns will be in danger",
        ),
        (
            "The chairman said that once the dam is shut, farms will run dry, the newspaper wrote.",
            "that once the dam is shut, farms will run dry",
        ),
    ],
)
def test_what_a_paper_without_a_name_carries_is_its_speakers(text, content):
    teller = text[text.rindex("the ") :].rsplit(" ", 1)
    whole = text[: text.rindex(",")]
    told = attributions(text, seen(text, teller[0], teller[1].rstrip("."), whole))[2]
    assert ("says", ["unknown:chairman"], content) in told


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The minister said the law was fair and defended the police.", "the law was fair"),
        (
            "The king said the strike was unlawful and ordered the men back to work.",
            "the strike was unlawful",
        ),
        (
            "The army said the rebels had taken the town and threatened to kill prisoners.",
            "the rebels had taken the town and threatened to kill prisoners",
        ),
    ],
)
def test_what_a_speaker_says_next_is_no_part_of_what_he_said(text, content):
    said = text.split(" said ")
    found = attributions(text, seen(text, said[0], "said", said[1].rstrip(".")))[2]
    assert content in [told for *_, told in found]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Prosecutors say Ben Hale paid the officials, which he denies.", "person:ben-hale"),
        ("The prosecutor said the banker had paid the officials, but he denied it.", "unknown:banker"),
        ("The minister said Peru had sunk the ship, which it denied.", "PER"),
    ],
)
def test_nobody_denies_what_he_just_said(text, who):
    assert ("denies", [who]) in stances_of(text)


@pytest.mark.parametrize("verb", ["thinks", "believes"])
def test_what_somebody_thinks_no_longer_he_doubts(verb):
    assert stances_of(f"Sweden no longer {verb} the treaty is useful.") == [("doubts", ["SWE"])]


@pytest.mark.parametrize("day", ["March 3, 2010 -", "Feb 15/16, 2011 -", "4 April —"])
def test_the_day_at_the_head_of_an_entry_is_not_said(day):
    _, _, told = attributions(f"{day} A bomb kills four people in the capital, the newspaper Alba reports.")
    assert [content for *_, content in told] == ["A bomb kills four people in the capital"]


@pytest.mark.parametrize(
    ("summed_up", "content"),
    [
        ('a situation Lind called "a joke."', "that the flood had closed two schools"),
        (
            "a situation nobody had foreseen.",
            "that the flood had closed two schools, a situation nobody had foreseen",
        ),
    ],
)
def test_how_another_sums_up_what_was_said_is_no_part_of_it(summed_up, content):
    text = f"Lind said Anna Berg told him that the flood had closed two schools, {summed_up}"
    seen_ = seen(text, "Anna Berg", "told", text[text.index("that") :].rstrip('."'))
    assert ("says", ["person:anna-berg"], content) in attributions(text, seen_)[2]


def test_who_pulls_out_while_others_report_takes_nothing_back():
    text = "As the army said it was pulling out, residents reported new shelling."
    assert "retracts" not in [stance for stance, _ in stances_of(text)]


def test_a_saying_told_within_a_quotation_stays_in_it():
    words = "\"Out of nowhere, he said, 'If we do nothing, all bets are off.'\""
    text = f"Ann Cole, a historian who was there, recalled, {words}"
    inner = 'Ann Cole, a historian who was there, recalled, "'
    cut = (*seen(text, "Ann Cole", "recalled", words), *seen(text, "he", "said", inner))
    told = attributions(text, cut)[2]
    assert words in [content for _, _, content in told]


def test_so_that_opens_a_sentence_tells_no_result():
    thought = "things like that make you fear that people are unkind"
    (told,) = attributions(f"So Norway said {thought}.")[2]
    assert told == ("says", ["NOR"], thought)


def test_a_quotation_told_by_a_second_verb_of_saying_is_not_of_the_first():
    text = (
        "Mr. Marsh called the ruling a “sham” saying the court had heard it in order to “please the mayor.”"
    )
    first = "the ruling a “sham” saying the court had heard it in order to “please the mayor.”"
    second = "the court had heard it in order to “please the mayor.”"
    found = [seen(text, "Mr. Marsh", "called", first), seen(text, "Mr. Marsh", "saying", second)]
    told = attributions(text, (found[0][0], found[1][0]))[2]
    assert [content for _, _, content in told] == ["the ruling a “sham”", second]


def test_two_quotations_of_one_verb_of_saying_stay_together():
    text = "Mr. Marsh called the ruling a “sham” and the court “a nest of old friends.”"
    whole = "the ruling a “sham” and the court “a nest of old friends.”"
    assert [content for _, _, content in attributions(text, seen(text, "Mr. Marsh", "called", whole))[2]] == [
        whole
    ]


@pytest.mark.parametrize(
    ("lead", "source"),
    [
        ("On Monday's episode of “The Old Harbour Evening Show,” ", "the minister"),
        ("In her latest book, “The Long Road Home Again,” ", "Nora Vale"),
    ],
)
def test_the_title_of_the_show_or_book_it_is_said_in_is_not_said(lead, source):
    text = f"{lead}{source} said the dam was built too late."
    assert [content for _, _, content in attributions(text)[2]] == ["the dam was built too late"]


def test_words_quoted_at_the_head_of_a_sentence_are_said_though_each_has_a_capital():
    text = "At the gate, “Save Our Old Harbour Now,” the crowd shouted."
    assert [content for _, _, content in attributions(text)[2]] == [
        "At the gate, “Save Our Old Harbour Now,”"
    ]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ('"He had a gift for it."  [The firm was rich], Mr. Lind said.', "said"),
        ('She wants the films shown "without delay." [Vale will go on Sunday], Mr. Lind said.', "said"),
    ],
)
def test_a_quotation_that_ends_the_sentence_before_is_not_of_the_next_speaker(text, cue):
    told = text[text.index("[") + 1 : text.index("]")]
    text = text.replace("[", "").replace("]", "")
    whole = text[text.index('"') : text.index(", Mr.")]
    found = attributions(text, seen(text, "Mr. Lind", cue, whole))[2]
    assert [content for _, _, content in found if content.endswith(told)] == [told]


def test_a_quotation_of_two_sentences_stays_with_its_speaker():
    text = '"We are late." "The road is shut," Mr. Lind said.'
    told = '"We are late." "The road is shut,"'
    assert [content for _, _, content in attributions(text, seen(text, "Mr. Lind", "said", told))[2]] == [
        told
    ]


@pytest.mark.parametrize("told", ['"Rain again, and no bread."', "the rain would come again"])
def test_what_a_speaker_did_in_saying_it_is_not_said(told):
    comma = "," if told.startswith('"') else ""
    text = f"Cursing their luck, villagers often say{comma} {told}"
    part = seen(text, "villagers", "often say", told)[0]
    found = replace(part, content=((0, len("Cursing their luck")), *part.content))
    assert [content for _, _, content in attributions(text, (found,))[2]] == [told]


def test_whoever_is_right_or_wrong_is_so_in_what_follows():
    text = "Bo Lind said Nora Vale was “wholly right” when she said on Monday that the army was in ruins."
    told = "Nora Vale was “wholly right”"
    found = attributions(text, seen(text, "Bo Lind", "said", told))[2]
    assert text[text.index("Nora") : -1] in [content for _, _, content in found]


def test_both_of_two_things_between_which_there_is_no_link_are_told():
    text = (
        "“I don't think there's any link between the speech and what he's actually proposed,” said Bo Lind."
    )
    told = "there's any link between the speech and what he's actually proposed"
    assert [content for stance, _, content in attributions(text)[2] if stance == "doubts"] == [told]


def test_a_threat_is_told_with_its_condition_without_if():
    text = (
        "One senator threatened to make Vale speak in public, should she fail to show the files, in effect."
    )
    told = "to make Vale speak in public, should she fail to show the files"
    found = attributions(text, seen(text, "One senator", "threatened", "to make Vale speak in public"))[2]
    assert [content for stance, _, content in found if stance == "threatens"] == [told]


def test_a_verdict_in_a_clause_behind_that_has_its_own_object():
    text = "The court heard that Lind described the plan as a farce."
    assert "the plan as a farce" in [content for _, _, content in attributions(text)[2]]


def test_a_verdict_in_a_relative_clause_is_told_with_what_it_is_passed_on():
    text = "Ten people were hurt by a blast that Mayor Bo Lind described as “a planned act.”"
    found = attributions(text, seen(text, "Mayor Bo Lind", "described as", "“a planned act.”"))[2]
    assert [content for _, _, content in found] == ["a blast … “a planned act.”"]


@pytest.mark.parametrize(
    "text",
    [
        "Nora Vale, 11, Ed Vale, 23, and Will Vale, 25, according to the police.",
        "Bo Lind, 40, according to the mayor.",
    ],
)
def test_names_and_ages_alone_are_nothing_said(text):
    names = text[: text.index(", according")]
    source = text[text.index("the ") : -1]
    assert attributions(text, seen(text, source, "according to", names))[2] == []


def test_a_count_without_a_verb_is_said():
    text = "Three killed in the north, according to the police."
    told = "Three killed in the north"
    found = attributions(text, seen(text, "the police", "according to", told))[2]
    assert [content for _, _, content in found] == [told]


def test_what_somebody_speaks_of_is_not_what_is_said_of_it():
    text = '"It is a guess," added Bo Lind, the mayor, said of the raid in which nine people died.'
    about = "the raid in which nine people died"
    found = attributions(text, seen(text, "Bo Lind", "said of", about))[2]
    assert about not in [content for _, _, content in found]


def test_what_is_said_of_somebody_in_a_clause_stays():
    assert attributions("Mr. Lind said of the mayor that he had lied.")[2][0][2] == "that he had lied"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The rebels threatened to storm Arvik last month.", "storm Arvik"),
        ("The rebels threatened to look into the fire last month.", "look into the fire last month"),
        ("The rebels threatened to burn the port that they took last year.", "that they took last year"),
    ],
)
def test_a_day_gone_by_is_when_it_was_threatened_and_not_what_was(text, told):
    whole = text[text.index("to ") : -1]
    found = attributions(text, seen(text, "The rebels", "threatened", whole))[2]
    assert [content for _, _, content in found if content.endswith(told)]


def test_what_came_of_a_stance_on_a_thing_is_not_what_it_is_taken_on():
    text = "The union has been questioning trade deals, hurting the party's standing with workers."
    assert attributions(text, seen(text, "The union", "questioning", text[text.index("trade") : -1]))[2] == [
        ("doubts", ["unknown:union"], "trade deals")
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Mr. Lind would not say whether he would stay, despite growing pressure.", "whether he would stay"),
        (
            "Mr. Lind said the road would stay shut, despite growing pressure.",
            "the road would stay shut, despite growing pressure",
        ),
    ],
)
def test_in_spite_of_what_somebody_kept_quiet_is_not_what_he_kept_back(text, told):
    assert [content for _, _, content in attributions(text)[2]] == [told]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya recalled its envoy from Chad to protest against the arrest of two activists.",
        "Kenya called in the Chadian envoy to protest against a strike that killed three workers.",
    ],
)
def test_to_recall_an_envoy_or_call_one_in_is_to_say_nothing(text):
    assert all(stance != "says" for stance, _, _ in attributions(text)[2])


@pytest.mark.parametrize(
    "text",
    [
        "Prosecutors were questioning its 21 crew, most of them from Kenya.",
        "Police questioned two suspects for nine hours.",
        "Kenya ordered the aircraft carrier to the gulf.",
        "Kenya ordered 500 troops to the border.",
    ],
)
def test_to_question_people_or_order_forces_somewhere_is_to_say_nothing(text):
    assert attributions(text)[2] == []


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Kenya questioned the account of the crew.", "doubts"),
        ("Kenya ordered the carrier to turn back.", "demands"),
    ],
)
def test_to_question_what_people_say_or_order_them_to_act_is_still_told(text, stance):
    assert [told for told, _, _ in attributions(text)[2]] == [stance]


def test_to_recall_what_an_envoy_said_is_to_tell_it():
    told = attributions("Kenya's minister recalled the envoy telling him of a raid.")[2]
    assert [stance for stance, _, _ in told][:1] == ["says"]


def test_to_call_people_somewhere_is_to_say_nothing_of_them():
    text = "At the fair, the band leader called old friends to the stage, and sang."
    assert attributions(text, seen(text, "the band leader", "called", "old friends to the stage"))[2] == []


def test_to_call_somebody_something_to_others_is_to_say_it():
    text = "Mr. Lind called the mayor a friend to the town."
    told = "the mayor a friend to the town"
    assert [content for _, _, content in attributions(text)[2]] == [told]


def test_a_quotation_goes_on_behind_what_its_speaker_did():
    text = "“Every time you raise it,” Mr. Lind said, pointing to the fare, “you drive people to their cars.”"
    first, second = "“Every time you raise it,”", "“you drive people to their cars.”"
    pointing = seen(text, "Mr. Lind", "pointing to", text[text.index("the fare") :])
    found = attributions(text, (*seen(text, "Mr. Lind", "said", first), *pointing))[2]
    told = [content for _, _, content in found]
    assert told[0] == f"{first} … {second}"
    assert all(second not in one for one in told[1:])


def test_a_quotation_behind_a_second_verb_of_saying_is_no_second_half():
    text = "“We are ready,” Mr. Lind said, adding, “we will go on.”"
    told = [content for _, _, content in attributions(text)[2]]
    assert "“We are ready,” … “we will go on.”" not in told


def test_whom_somebody_accuses_is_told_with_the_charge_behind_the_day():
    text = "Norland indicted a girl on Monday on charges including assault, an affair that shook the town."
    found = attributions(text, seen(text, "Norland", "indicted", "a girl"))[2]
    assert [content for stance, _, content in found if stance == "accuses"] == [
        "a girl … on charges including assault"
    ]


def test_the_stress_on_who_speaks_is_no_part_of_what_is_doubted():
    assert all(
        "himself" not in content for _, _, content in attributions("He does not believe it himself.")[2]
    )


def test_what_is_denied_begins_with_its_verb():
    text = "Norway denies backing the rebels."
    told = attributions(text, seen(text, "Norway", "denies backing", "the rebels"))[2]
    assert told == [("denies", ["NOR"], "backing the rebels")]


def test_what_is_left_unsaid_is_said_by_nobody():
    text = "A drone crashed in the hills overnight, the defence ministry said, without saying whose it was."
    told = attributions(text, seen(text, "the defence ministry", "without saying", "whose it was"))[2]
    assert [content for *_, content in told] == ["A drone crashed in the hills overnight"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Chile said that Peru had reached a solution but gave no details.", "CHL"),
        ("Chile confirmed that Peru had met the rebels but did not elaborate.", "CHL"),
        ("Chile said that Peru had been asked but had not replied.", "PER"),
    ],
)
def test_who_tells_of_another_s_deed_and_no_more_is_who_keeps_back(text, source):
    assert stances_of(text)[-1][1] == [source]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The ministry called the sanctions illegal and said they would be dodged.", "says"),
        ("The ministry said it would be guided by the law.", "says"),
        ("The ministry said it would send rifles to Mali.", "promises"),
    ],
)
def test_what_is_to_be_done_to_them_nobody_promises(text, stance):
    assert attributions(text)[2][-1][0] == stance


def test_who_tells_of_his_own_country_goes_on_to_speak():
    said = "people inside it of helping the raiders"
    text = f"President Bo Lind said his country was at war and accused {said}."
    predictions = seen(text, "his country", "accused", said)
    assert ("accuses", ["person:bo-lind"]) in stances_of(text, predictions)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The indictment says the men sold rifles to a gang.", "unknown:indictment"),
        ("Nine rifles were found, according to an internal memo seen by the Post.", "unknown:internal-memo"),
        ("A note on their site said the files would be published.", "unknown:note-on-their-site"),
        ("A report said the men sold rifles to a gang.", "unknown:unnamed"),
    ],
)
def test_a_paper_that_tells_no_author_speaks_for_itself(text, who):
    assert attributions(text)[2][0][1] == [who]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A report by a panel of experts found that Togo sent rifles to Mali.", "unknown:panel-of-experts"),
        ("A study by researchers found that the lake had shrunk.", "unknown:researchers"),
        ("A report found that the lake had shrunk.", "unknown:unnamed"),
        ("Nine men were held, according to a tally kept by a guild of drivers.", "unknown:guild-of-drivers"),
        ("Forty boats sank, according to a list drawn up by a union of crews.", "unknown:union-of-crews"),
        ("Six died, according to figures compiled by a network of doctors.", "unknown:network-of-doctors"),
        ("Nine died, according to a database run by a college.", "unknown:college"),
    ],
)
def test_a_report_is_of_those_who_are_told_to_have_made_it(text, who):
    assert attributions(text)[2][0][1] == [who]


def test_who_drafted_a_resolution_is_not_who_asks_in_it():
    told = attributions("The resolution, drafted by Norway, asks the experts to track the gold.")[2]
    assert all(who != ["NOR"] for _, who, _ in told)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Visits to 90 towns were put off, none of them, according to Bo Lind, large.",
            "Visits to 90 towns were put off, none of them, … , large",
        ),
        ("Were ships to sail, as some lawmakers expect, a vote would be needed.", "Were ships to sail"),
        ("If the dam bursts, as Bo Lind fears, the town is lost.", "If the dam bursts"),
        ("If the dam bursts, as Bo Lind said, the town is lost.", "If the dam bursts, … the town is lost"),
        (
            "Togo denied reports, first carried by a radio station, that its pilots had bombed the village.",
            "reports, first carried by a radio station, that its pilots had bombed the village",
        ),
        ("Togo denied rumours, shared on Telegram, and left.", "rumours"),
    ],
)
def test_a_content_is_told_to_its_end_and_as_is_said_of_the_clause_before_it(text, content):
    assert attributions(text)[2][-1][2] == content


@pytest.mark.parametrize("goods", ["90,000 cars made in Chad", "a batch of syrup", "its phones"])
def test_to_recall_faulty_goods_is_to_say_nothing(goods):
    assert attributions(f"Kenya's ministry recalled {goods}.")[2] == []


@pytest.mark.parametrize(
    "text",
    [
        "The general was convicted of fraud and ordered to pay a fine.",
        "The general was found guilty of stealing money and ordered to repay 900 dollars.",
        "The rebels were surrounded on Sunday and told to surrender.",
        "The envoy was summoned and asked to explain the raid.",
    ],
)
def test_whoever_is_convicted_and_ordered_to_pay_gives_no_order(text):
    assert all(who in ([], ["unknown:unnamed"]) for _, who, _ in attributions(text)[2])


def test_who_was_elected_and_ordered_another_to_act_gave_the_order():
    text = "Norway's minister was elected in May and ordered the army to leave."
    assert [stance for stance, _, _ in attributions(text)[2]] == ["demands"]


@pytest.mark.parametrize("cause", ["an electrical fault", "foul play", "arson"])
def test_who_suspects_a_cause_accuses_nobody(cause):
    assert attributions(f"Norway's police suspect {cause}.")[2] == []


def test_who_protests_somewhere_to_ask_for_something_condemns_nothing():
    assert attributions("Students protested outside a school in Norway to ask for food.")[2] == []


def test_to_order_goods_from_a_maker_is_to_demand_nothing():
    assert attributions("Norway's ministry ordered 40 trucks from a Kenyan firm.")[2] == []


def test_who_speaks_in_the_next_sentence_has_not_said_what_stands_before():
    text = "Eritrea's army lost a man and blamed Sudan for it. A Sudanese colonel said nobody had fired."
    told = stances_of(text, seen(text, "A Sudanese colonel", "blamed", "Sudan for it"))
    assert [sources for stance, sources in told if stance == "accuses"]
    assert all("colonel" not in str(sources) for stance, sources in told if stance == "accuses")


def test_what_a_body_is_called_besides_is_nothing_it_says(whole_reader):
    (claim,) = whole_reader.read(Article("a", "The Harbour Mission, known as HAMIS, declined to comment."))
    assert not claim.content


def test_what_is_quoted_in_a_later_sentence_is_not_what_somebody_will_not_say():
    text = 'Kenya declined to elaborate. Libya denounced "the yards where the ships are built".'
    predicted = seen(text, "Kenya", "declined to elaborate", '"the yards where the ships are built"')
    assert attributions(text, predicted)[2][0] == ("declines_to_confirm", ["KEN"], "")


def test_a_verb_that_the_encoder_takes_for_part_of_the_cue_is_what_is_threatened():
    text = "Kenya threatened to recall its envoy."
    predicted = seen(text, "Kenya", "threatened to recall", "its envoy")
    assert attributions(text, predicted)[2] == [("threatens", ["KEN"], "to recall its envoy")]


def test_the_outlets_comparison_with_other_words_is_no_part_of_what_was_said():
    text = "Kenya said Libya had left the port, contradicting remarks by the envoy."
    assert attributions(text)[2] == [("says", ["KEN"], "Libya had left the port")]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The trade union threatened a general strike if he did not leave.",
            "a general strike if he did not leave",
        ),
        ("Kenya met the envoys and threatened a strike unless they left.", "a strike unless they left"),
    ],
)
def test_what_is_threatened_on_a_condition_is_told_with_it(text, content):
    assert [told for stance, _, told in attributions(text)[2] if stance == "threatens"] == [content]


def test_a_writing_speaks_for_those_whose_it_is():
    text = "The panel's report, dated 15 November and seen by Reuters, says 40 ships left."
    _, found, _ = attributions(text)
    assert [p.name for one in found for p in one.sources] == ["panel"]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Kenya vowed to blockade the port if the mayor was jailed.", "threatens"),
        ("Kenya swore to march on the port if the mayor did not leave.", "threatens"),
        ("Kenya vowed to rebuild the port if the mayor was freed.", "promises"),
        ("Kenya repeated that it would strike if it saw any attempt to rearm.", "threatens"),
        ("Kenya repeated that it would pay if the ship came.", "promises"),
        ("Kenya complained that the ships had not been searched.", "condemns"),
        ('Kenya calls the drone story "a provocation".', "denies"),
        ('Kenya calls the naval drill "a provocation".', "condemns"),
    ],
)
def test_harm_told_on_a_condition_threatens_and_a_tale_called_a_stunt_is_denied(text, stance):
    assert stances_of(text) == [(stance, ["KEN"])]


def test_who_finds_so_much_of_a_thing_says_nothing():
    assert stances_of("Police found 40 tonnes of rice in the barn.") == []


def test_a_remark_behind_a_refusal_to_comment_is_not_what_is_refused():
    told = attributions("Kenya declined to comment, which angered the sailors.")[2]
    assert [(stance, content) for stance, _, content in told] == [("declines_to_confirm", "")]
