"""The stance test set: our own sentences, one attribution each, scored by stance."""

from collections import Counter
from pathlib import Path

import pytest

from attributed import attributions_in
from onrecord.encoder.attribution import AttributionEncoder
from onrecord.encoder.deeds import DeedEncoder
from onrecord.records import Article

HERE = Path(__file__).parent


def rows(name):
    lines = (HERE / name).read_text("utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]


def told_stance(wanted_source, sentence, encoder=None, judge=None):
    """Return the stance of the attribution whose source shares words with the wanted one, else "none"."""
    predictions = () if encoder is None else encoder.attributions(sentence)
    doc, told = attributions_in(Article(id="row", text=sentence), predictions, judge)
    start = sentence.lower().index(wanted_source.lower())
    wanted = {t.i for t in doc if start <= t.idx < start + len(wanted_source)}
    for found in told:
        if wanted & set(found.source_tokens):
            return found.stance.value
    return "none"


def macro_f1(pairs):
    """Return the mean F1 over the stances that are wanted, from (wanted, found) pairs."""
    wanted, found = Counter(w for w, _ in pairs), Counter(f for _, f in pairs)
    right = Counter(w for w, f in pairs if w == f)
    return sum(2 * right[s] / (wanted[s] + found[s]) for s in wanted) / len(wanted)


@pytest.mark.weights
def test_stance_of_the_development_sentences_stays_above_its_floor():
    pairs = [(stance, told_stance(source, text)) for stance, source, text in rows("stance_dev.tsv")]
    assert macro_f1(pairs) >= 0.95, [p for p in pairs if p[0] != p[1]]


@pytest.mark.weights
def test_stance_of_the_unseen_sentences_stays_above_its_floor():
    encoder, deeds = AttributionEncoder.load(), DeedEncoder.load()
    pairs = [
        (stance, told_stance(source, text, encoder, deeds.stances))
        for stance, source, text in rows("stance_unseen.tsv")
    ]
    assert macro_f1(pairs) >= 0.85, Counter(p for p in pairs if p[0] != p[1])


@pytest.mark.weights
@pytest.mark.parametrize(
    ("stance", "sentence"),
    [
        ("says", "The minister said the company ought not have paid the ransom."),
        ("says", "The minister said the company should not have paid the ransom."),
        ("demands", "The minister said the company ought not pay the ransom."),
    ],
)
def test_what_ought_to_have_been_done_is_a_reproach_and_no_demand(stance, sentence):
    assert told_stance("minister", sentence) == stance


@pytest.mark.weights
@pytest.mark.parametrize(
    ("stance", "sentence"),
    [
        ("says", "The minister said people should be aware that most visitors behave well."),
        ("says", "The minister said it should be noted that the river is calm."),
        ("says", "The minister said voters should remember that the bridge was shut."),
        ("demands", "The minister said voters should remember to lock the doors."),
        ("demands", "The minister said drivers should note the new signs."),
        ("demands", "The minister said the inspectors must be aware of the rules."),
    ],
)
def test_what_is_only_to_be_borne_in_mind_is_said_and_asks_for_nothing(stance, sentence):
    assert told_stance("minister", sentence) == stance


@pytest.mark.weights
@pytest.mark.parametrize(
    ("stance", "source", "sentence"),
    [
        ("says", "mother", "His mother said he would not leave the country."),
        ("says", "Anna Lind", "Anna Lind said he would not step down."),
        ("promises", "Anna Lind", "Anna Lind said she would not step down."),
        ("promises", "wife", "His wife said she would not leave the country."),
        ("promises", "Anna Lind", "Anna Lind, a spokeswoman for the minister, said he would visit the town."),
    ],
)
def test_who_tells_what_one_of_the_other_sex_will_do_promises_nothing(stance, source, sentence):
    assert told_stance(source, sentence) == stance


@pytest.mark.weights
@pytest.mark.parametrize(
    ("stance", "sentence"),
    [
        ("says", '"I would argue that the bill is wrong," the minister said.'),
        ("says", '"I would still propose that the drought is the cause," the minister said.'),
        ("promises", '"I would propose a law against it," the minister said.'),
        ("promises", '"I would leave the town tomorrow," the minister said.'),
    ],
)
def test_who_would_argue_that_something_is_so_promises_nothing(stance, sentence):
    assert told_stance("minister", sentence) == stance


@pytest.mark.weights
@pytest.mark.parametrize(
    ("stance", "sentence"),
    [
        ("none", "The ministers have agreed a draft constitution."),
        ("none", "The ministers agreed a statement on the war."),
        ("promises", "The ministers have agreed to draft a constitution."),
        ("promises", "The ministers have agreed a ceasefire."),
    ],
)
def test_who_agrees_a_text_promises_nothing(stance, sentence):
    assert told_stance("ministers", sentence) == stance


@pytest.mark.weights
@pytest.mark.parametrize(
    ("stance", "sentence"),
    [
        ("says", '"I must tell you that the bridge fell last night," the minister said.'),
        ("says", '"I should say the road was never safe," the minister said.'),
        ("demands", '"We must tell the farmers that the road is shut," the minister said.'),
        ("demands", '"You must tell us the truth," the minister said.'),
    ],
)
def test_what_one_must_say_is_only_told(stance, sentence):
    assert told_stance("minister", sentence) == stance


@pytest.mark.weights
@pytest.mark.parametrize(
    ("stance", "source", "sentence"),
    [
        (
            "fears",
            "Bo Lind",
            '"But we are concerned that the dam may burst, it may flood us, and we leave," Bo Lind said.',
        ),
        ("fears", "Bo Lind", '"We are very worried about the dam, it may burst," Bo Lind said.'),
        ("says", "Bo Lind", '"We are not concerned about the dam, it has stood for years," Bo Lind said.'),
        ("says", "Bo Lind", '"They were concerned about the dam, it was old," Bo Lind said.'),
    ],
)
def test_who_opens_with_a_worry_fears_however_the_sentence_goes_on(stance, source, sentence):
    assert told_stance(source, sentence) == stance


@pytest.mark.weights
@pytest.mark.parametrize(
    ("stance", "source", "sentence"),
    [
        ("promises", "Anna Berg", "Anna Berg said that, if elected, she'd leave the choice to the judges."),
        ("promises", "The governors", "The governors said they'd send the ships at once."),
        ("says", "Bo Lind", '"I\'d say the ships were late," Bo Lind said.'),
        ("says", "Anna Berg", "Anna Berg said she'd like to see the sea."),
        ("says", "Anna Berg", "Anna Berg said she'd seen the ships."),
    ],
)
def test_who_says_what_he_would_do_promises_in_the_short_form_too(stance, source, sentence):
    assert told_stance(source, sentence) == stance


@pytest.mark.weights
@pytest.mark.parametrize(
    ("stance", "source", "sentence"),
    [
        (
            "says",
            "the governor",
            "The governor said it was too early to tell if it burst, and there was no evidence of a crime.",
        ),
        ("denies", "the governor", "The governor said that it was untrue."),
        ("denies", "the governor", "The governor said the report was false and there was no need to worry."),
    ],
)
def test_what_a_second_statement_calls_untrue_is_not_the_first(stance, source, sentence):
    assert told_stance(source, sentence) == stance


@pytest.mark.weights
@pytest.mark.parametrize(
    ("stance", "source", "sentence"),
    [
        (
            "declines_to_confirm",
            "Bo Lind",
            'Asked about the device, Bo Lind said, "Not going to go into that."',
        ),
        ("declines_to_confirm", "Bo Lind", '"I\'m not going to discuss that," Bo Lind said.'),
        ("says", "Bo Lind", '"I\'m not going to swim in that," Bo Lind said.'),
        ("says", "Bo Lind", '"They are not going to discuss that," Bo Lind said.'),
    ],
)
def test_who_is_not_going_to_go_into_it_declines_to_confirm(stance, source, sentence):
    assert told_stance(source, sentence) == stance


@pytest.mark.weights
@pytest.mark.parametrize(
    ("stance", "source", "sentence"),
    [
        ("denies", "Bo Lind", '"We have done nothing wrong," Bo Lind said.'),
        (
            "denies",
            "spokesman",
            '"Nothing in these papers suggests we have done anything illegal," a spokesman said.',
        ),
        ("denies", "Anna Berg", "Anna Berg said she had not done anything improper."),
        ("says", "Bo Lind", '"They have done nothing wrong," Bo Lind said.'),
        ("says", "Anna Berg", '"Nothing suggests that he did anything wrong," Anna Berg said.'),
    ],
)
def test_who_did_nothing_wrong_by_his_own_words_denies(stance, source, sentence):
    assert told_stance(source, sentence) == stance


@pytest.mark.weights
@pytest.mark.parametrize(
    ("stance", "source", "sentence"),
    [
        ("condemns", "Norway", "Norway branded Chad as a lawless state."),
        ("denies", "The mayor", "The mayor branded the report as a lie."),
        ("says", "Norway", "Norway described Chad as a seafaring state."),
    ],
)
def test_who_is_branded_something_is_condemned_unless_the_word_says_otherwise(stance, source, sentence):
    assert told_stance(source, sentence) == stance


@pytest.mark.weights
@pytest.mark.parametrize(
    ("stance", "source", "sentence"),
    [
        ("condemns", "Bo Lind", 'Bemoaning the "rotten system," Bo Lind left the hall.'),
        ("condemns", "Bo Lind", "Bo Lind bemoaned the new tax."),
        ("condemns", "The farmers", "The farmers seethed at the new tax."),
        ("condemns", "The farmers", "The farmers seethed that the road was shut."),
    ],
)
def test_who_bemoans_or_seethes_condemns(stance, source, sentence):
    assert told_stance(source, sentence) == stance


@pytest.mark.weights
@pytest.mark.parametrize(
    ("stance", "source", "sentence"),
    [
        (
            "condemns",
            "Bo Lind",
            "Bo Lind described the use of a heavy truck to deliberately crush people as “a monstrosity.”",
        ),
        ("condemns", "Bo Lind", "Bo Lind described the plan to sink boats full of sailors as despicable."),
        ("says", "Bo Lind", "Bo Lind described the plan to use buses full of tourists as cover."),
    ],
)
def test_a_label_far_behind_what_is_labelled_gives_the_verdict(stance, source, sentence):
    assert told_stance(source, sentence) == stance


@pytest.mark.weights
@pytest.mark.parametrize(
    ("stance", "source", "sentence"),
    [
        ("says", "Bo Lind", "To understand the war, Bo Lind said, one should visit this museum."),
        ("says", "Bo Lind", "Bo Lind claims that he should be the exception."),
        ("demands", "Bo Lind", "Bo Lind said one of the towns should be evacuated."),
        ("demands", "Bo Lind", "Bo Lind said that she should leave the town."),
        ("demands", "Bo Lind", "Bo Lind said the mayor should be the first to go."),
    ],
)
def test_what_one_should_do_or_be_oneself_is_said(stance, source, sentence):
    assert told_stance(source, sentence) == stance


@pytest.mark.weights
@pytest.mark.parametrize(
    ("stance", "source", "sentence"),
    [
        ("demands", "The bank", "The bank joined in, insisting that Chad's leaders sign the treaty."),
        ("says", "The bank", "The bank joins in, insisting that sanctions work."),
        ("says", "The bank", "The bank joined in, insisting that sanctions work."),
    ],
)
def test_insisting_that_several_do_it_demands_after_a_past_verb(stance, source, sentence):
    assert told_stance(source, sentence) == stance


@pytest.mark.weights
@pytest.mark.parametrize(
    ("stance", "source", "sentence"),
    [
        ("says", "Bo Lind", "Bo Lind warned that the museum would not be a panacea for the strife."),
        ("says", "Bo Lind", "Bo Lind warned that the wall was no solution."),
        ("fears", "Bo Lind", "Bo Lind warned that the wall would be a disaster."),
    ],
)
def test_who_warns_that_something_is_no_cure_fears_nothing(stance, source, sentence):
    assert told_stance(source, sentence) == stance


@pytest.mark.weights
@pytest.mark.parametrize(
    ("stance", "source", "sentence"),
    [
        (
            "denies",
            "Anna Berg",
            "Anna Berg and Bo Lind took issue with the suggestion that they were cheating.",
        ),
        ("doubts", "Anna Berg", "Anna Berg took issue with the suggestion that the mayor was cheating."),
    ],
)
def test_who_takes_issue_with_a_charge_against_himself_denies(stance, source, sentence):
    assert told_stance(source, sentence) == stance


@pytest.mark.weights
@pytest.mark.parametrize(
    ("stance", "source", "sentence"),
    [
        ("says", "Bo Lind", "“I do not mind, ‘We will carry out an inquiry’ is enough,” Bo Lind said."),
        ("promises", "Bo Lind", "“We are going to carry out an inquiry,” Bo Lind said."),
    ],
)
def test_what_a_speaker_quotes_himself_is_no_promise_of_his(stance, source, sentence):
    assert told_stance(source, sentence) == stance


@pytest.mark.weights
@pytest.mark.parametrize(
    ("stance", "source", "sentence"),
    [
        (
            "says",
            "Bo Lind",
            '"Now that I can be politically correct," Bo Lind told us, "it was dull to work for the mayor."',
        ),
        ("confirms", "Bo Lind", '"It is correct that we sold the ships," Bo Lind said.'),
        ("denies", "Bo Lind", '"That is simply not true," Bo Lind said.'),
    ],
)
def test_what_stands_before_a_statement_does_not_call_it_true_or_false(stance, source, sentence):
    assert told_stance(source, sentence) == stance


@pytest.mark.weights
@pytest.mark.parametrize(
    ("stance", "source", "sentence"),
    [
        ("none", "The mayor", "The mayor did not express any concern about the dam."),
        ("none", "The mayor", "The mayor never voiced any support for the strike."),
        ("fears", "The mayor", "The mayor expressed some concern about the dam."),
    ],
)
def test_a_noun_of_saying_is_denied_with_its_verb(stance, source, sentence):
    assert told_stance(source, sentence) == stance


@pytest.mark.weights
@pytest.mark.parametrize(
    ("stance", "source", "sentence"),
    [
        ("none", "Lind", "Lind avoids condemning the invasion of Chad."),
        ("none", "The mayor", "The mayor avoided condemning the raid."),
        ("condemns", "The mayor", "The mayor never avoided the press, condemning the raid."),
    ],
)
def test_who_avoids_condemning_it_takes_no_stance(stance, source, sentence):
    assert told_stance(source, sentence) == stance


@pytest.mark.weights
@pytest.mark.parametrize(
    ("stance", "source", "sentence"),
    [
        ("none", "The family", "The family supported a nonprofit organization that trains young sailors."),
        ("none", "The bank", "The bank supports two orphanages."),
        ("supports", "The bank", "The bank supports the plan for two orphanages."),
    ],
)
def test_who_supports_a_charity_does_so_with_more_than_words(stance, source, sentence):
    assert told_stance(source, sentence) == stance


@pytest.mark.weights
@pytest.mark.parametrize(
    ("stance", "source", "sentence"),
    [
        (
            "none",
            "villagers",
            "For eight years villagers have protested weekly against the wall in the valley.",
        ),
        ("condemns", "The minister", "The minister protested against the wall."),
    ],
)
def test_a_protest_held_every_week_is_a_march_and_no_saying(stance, source, sentence):
    assert told_stance(source, sentence) == stance


@pytest.mark.weights
@pytest.mark.parametrize(
    ("stance", "source", "sentence"),
    [
        ("none", "His wife", "His wife agreed, but also contended nothing."),
        (
            "promises",
            "The ministry",
            "The ministry agreed to send two ships, and added that the road was shut.",
        ),
        ("condemns", "The ministry", "The ministry condemned in the strongest terms the raid on the port."),
    ],
)
def test_who_agrees_and_then_says_more_agrees_to_nothing_of_it(stance, source, sentence):
    assert told_stance(source, sentence) == stance


@pytest.mark.weights
@pytest.mark.parametrize(
    ("stance", "source", "sentence"),
    [
        (
            "says",
            "the mayor",
            'The mayor said it was too early to tell why, and there was “no evidence" yet of a crime.',
        ),
    ],
)
def test_a_second_statement_parsed_beside_the_first_is_not_its_verdict(stance, source, sentence):
    assert told_stance(source, sentence) == stance


@pytest.mark.weights
@pytest.mark.parametrize(
    ("stance", "sentence"),
    [
        ("declines_to_confirm", "The ministry was verifying reports of a raid."),
        ("declines_to_confirm", "The ministry is trying to verify reports of a raid."),
        ("declines_to_confirm", "The ministry was working to confirm whether the bridge had been hit."),
        ("declines_to_confirm", "The ministry had no independent confirmation of a raid."),
        ("declines_to_confirm", "The ministry has yet to establish who was behind the raid."),
        ("confirms", "The ministry verified reports of a raid."),
    ],
)
def test_who_is_still_checking_something_has_not_confirmed_it(stance, sentence):
    assert told_stance("ministry", sentence) == stance


@pytest.mark.weights
@pytest.mark.parametrize(
    ("stance", "sentence"),
    [
        ("denies", 'The spokesman said the allegations were "unsubstantiated hints".'),
        ("denies", "The spokesman said the report was disinformation."),
        ("says", "The spokesman said the ministry had fought disinformation for years."),
    ],
)
def test_charges_called_by_a_word_for_untruth_are_denied(stance, sentence):
    assert told_stance("spokesman", sentence) == stance


@pytest.mark.weights
@pytest.mark.parametrize(
    ("stance", "source", "sentence"),
    [
        ("denies", "Chad", 'Chad called claims of Chadian meddling "a summer madness of small papers".'),
        ("denies", "The mayor", 'The mayor called suggestions of his part in it "an old song".'),
        ("says", "The ministry", 'The ministry called the allegations "a matter for the courts".'),
        ("says", "The mayor", 'The mayor called the charges against Chad "a matter for the courts".'),
    ],
)
def test_who_mocks_a_charge_against_himself_denies_it(stance, source, sentence):
    assert told_stance(source, sentence) == stance


@pytest.mark.weights
@pytest.mark.parametrize(
    ("stance", "source", "sentence"),
    [
        ("condemns", "The lawyer", "The lawyer called the killing abominable."),
        ("condemns", "The bishop", "The bishop called the bombing unforgivable."),
        ("threatens", "The bank", "The bank said any such claim would be met with legal action."),
        ("threatens", "Chad", "Chad said further raids would be answered with sanctions."),
        ("says", "The mayor", "The mayor said the plan would be met with protests."),
        ("says", "The army", "The army said an old freighter would be sunk by rockets."),
        ("threatens", "The army", "The army said a freighter that came near would be sunk."),
        ("says", "The league", "The league said it had acted as a go-between and had played no part in it."),
        ("denies", "The league", "The league said it had played no part in it."),
        ("fears", "Doctors", "Doctors warned that thousands would die unless fuel came."),
        ("threatens", "The army", "The army warned that it would open fire unless the rebels left."),
        ("threatens", "Rebels", "Rebels warned that hostages would be shot unless their men were freed."),
    ],
)
def test_what_is_threatened_condemned_or_disowned_is_told_by_the_first_statement(stance, source, sentence):
    assert told_stance(source, sentence) == stance


@pytest.mark.weights
@pytest.mark.parametrize(
    ("stance", "source", "sentence"),
    [
        ("says", "An aide", "An aide cautioned that such tools had been on sale for years."),
        ("fears", "An aide", "An aide cautioned that such tools could be sold to anyone."),
        (
            "threatens",
            "Norway's embassy",
            'Norway\'s embassy warned of "mirror steps" against Chadian ships.',
        ),
        ("threatens", "The ministry", "The ministry warned of countermeasures against Norway."),
        ("says", "The judge", "The judge ruled that the army had acted in violation of the truce."),
        ("accuses", "The mayor", "The mayor said that the army had acted in violation of the truce."),
    ],
)
def test_courts_accuse_nobody_and_counter_steps_are_threatened(stance, source, sentence):
    assert told_stance(source, sentence) == stance


@pytest.mark.weights
def test_what_is_put_in_some_way_begins_behind_the_colon():
    text = "A minister puts it bluntly: Ghana owes the growers 40 million dollars."
    predictions = AttributionEncoder.load().attributions(text)
    doc, (told,) = attributions_in(Article(id="row", text=text), predictions)
    assert doc[told.content[0]].i > next(t.i for t in doc if t.text == ":")


@pytest.mark.weights
@pytest.mark.parametrize(
    ("stance", "source", "sentence"),
    [
        (
            "threatens",
            "Chad's leaders",
            "Chad's leaders warned Kenya on Sunday it would face tougher sanctions.",
        ),
        ("threatens", "The army", "The army warned the rebels that they would face attacks."),
        ("fears", "The bank", "The bank warned Kenya it would face inflation."),
        ("fears", "Doctors", "Doctors warned Kenya it would face a new outbreak if it failed to act."),
        ("fears", "Analysts", "Analysts warned Kenya it could face sanctions if the talks failed."),
    ],
)
def test_harm_that_those_warned_would_face_is_threatened_and_trouble_is_feared(stance, source, sentence):
    assert told_stance(source, sentence) == stance
