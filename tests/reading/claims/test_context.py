"""Claims that lean on an event told before, in our own sentences."""

import pytest

from onrecord.codebook import load_codebook
from onrecord.records import Article
from onrecord.workflow.read import ReadingOptions, build_reader

pytestmark = pytest.mark.weights


@pytest.fixture(scope="module")
def claims():
    """Return a function from a text to its claims, read by rules alone."""
    from onrecord.reading.reader import Reader

    reader = Reader(load_codebook())
    return lambda text: reader.read(Article(id="a", text=text))


@pytest.fixture
def claim(claims):
    """Return a function from a text and a stance to the only claim of that stance."""

    def find(text, stance):
        found = [c for c in claims(text) if c.stance == stance]
        assert len(found) == 1, [(c.stance.value, [s.text for s in c.content]) for c in claims(text)]
        return found[0]

    return find


SHELLS = "Chile sent artillery shells to Peru in May, Bolivia said. "
ARREST = "Kenya said that Ugandan police had detained four Kenyan fishermen"


def test_who_answers_for_a_deed_answers_for_his_own_and_not_for_the_last_one_told(claim):
    text = SHELLS + "Peru sent Chile fuel in June, Bolivia said. Chile has not confirmed the deliveries."
    event = claim(text, "declines_to_confirm").event
    assert [p.id for p in event.actors] == ["CHL"]


def test_what_only_tells_who_answers_is_not_what_is_answered():
    reader = build_reader(ReadingOptions())
    found = reader.read(
        Article("a", "The Lind Group, the firm that supplied the aircraft, rejects the charge.")
    )
    assert not [c for c in found if c.stance == "denies" and c.event is not None]


def test_an_account_somebody_dismissed_is_the_one_just_given(claim):
    denial = claim(ARREST + ", an account that Uganda dismissed as false.", "denies")
    assert denial.event.type == "COERCE"
    assert [p.id for p in denial.sources] == ["UGA"]


def test_an_answer_names_the_claim_it_answers(claims):
    told, denial = claims(ARREST + ". Uganda denied it.")[:2]
    assert denial.stance == "denies"
    assert denial.about == told.id


def test_an_answer_to_a_claim_without_an_event_names_it_too(claims):
    text = "Opposition lawmakers said the minister had known for weeks. Chile rejected that as untrue."
    told, denial = claims(text)
    assert (denial.event, denial.about) == (None, told.id)


def test_what_nobody_else_said_is_answered_by_no_claim(claims):
    assert [c.about for c in claims("Chile said it was ready. Chile denied that.")][-1] is None


def test_shells_confirmed_to_have_arrived_are_those_told_of(claim):
    event = claim(SHELLS + "Norway confirmed that the shells had been moved in May.", "confirms").event
    assert (event.type, [p.id for p in event.actors]) == ("AID", ["CHL"])


def test_shells_confirmed_to_be_old_were_not_thereby_sent(claim):
    assert claim(SHELLS + "Norway confirmed that the shells were old.", "confirms").event is None


def test_a_judgement_on_a_deed_may_be_a_clause_of_its_own(claim):
    text = SHELLS + "Chile argued that the shipment conformed with international law."
    assert claim(text, "justifies").event.type == "AID"


def test_a_number_of_the_items_told_of_counts_them(claims):
    text = SHELLS + "Argentina said that about 6,000 shells had been delivered."
    figures = [c.event.figures for c in claims(text) if c.event and c.sources[0].id == "ARG"]
    assert [f.best for group in figures for f in group] == [6000]


def test_silence_about_something_named_is_not_about_the_event_in_question(claim):
    text = SHELLS + "Peru did not respond to a request for comment on the new budget."
    assert claim(text, "silent").event is None


def test_what_a_clause_of_its_own_leaves_unsaid_is_not_the_event_in_question(claim):
    text = SHELLS + "Chile would not say whether Bolivia had agreed."
    assert claim(text, "declines_to_confirm").event is None


def test_a_decision_welcomed_is_a_deed_done_and_no_charge(claim):
    text = (
        "Norway imposed new sanctions on Chile on Monday. Peru said Chile had sent missiles to Cuba. "
        "Denmark welcomed the decision."
    )
    event = claim(text, "supports").event
    assert [p.id for p in event.actors] == ["NOR"]


def test_the_move_somebody_calls_something_is_none_told_long_before(claims):
    text = (
        "Norway froze its membership of the alliance. It was cold in the north, and nobody met. "
        "Chile moved tanks to the river, two residents said. Peru called the move a routine exercise."
    )
    (called,) = [c for c in claims(text) if c.sources and c.sources[0].id == "PER"]
    assert called.event is None or [p.id for p in called.event.actors] == ["CHL"]


def test_nobody_condemns_his_own_deed(claim):
    text = "Norway held drills with Sweden. Chile tested a missile, Peru said. Chile condemned the drills."
    event = claim(text, "condemns").event
    assert event is None or "CHL" not in [p.id for p in event.actors]


def test_an_outlet_does_not_answer_for_its_state(claim):
    text = "American troops shelled a village, Peru said. CNN did not respond to a request for comment."
    assert claim(text, "silent").event is None


@pytest.mark.parametrize("words", ["the opposite", "just the opposite", "the contrary"])
def test_who_says_the_opposite_denies_what_was_told_of_him(claims, words):
    told, denial = claims(ARREST + f". Uganda says {words}.")[:2]
    assert (denial.stance, denial.event.type, denial.about) == ("denies", "COERCE", told.id)


def test_one_attack_told_by_its_place_is_none_of_several_told_in_passing(claims):
    text = "The rebels attacked the Peruvian army in May. The rebels attacked Chile in June. "
    said = [c for c in claims(text + "Chile condemned the Lima attack.") if c.stance == "condemns"]
    assert [c.event is not None for c in said] == [True]
    text = "Peru said it had condemned attacks by the rebels. Chile has been silent about the Lima attack."
    (silent,) = [c for c in claims(text) if c.stance == "silent"]
    assert silent.event is None


def test_silence_about_issues_that_are_told_is_not_about_the_event_in_question(claim):
    text = SHELLS + "Chile did not address the issues of housing and pay."
    assert claim(text, "silent").event is None


def test_a_denied_clause_of_another_deed_is_not_about_the_one_told_before(claim):
    text = "Chile and Peru exchanged forty prisoners on Sunday. Chile denied that a second swap had failed."
    assert claim(text, "denies").event is None


def test_a_toll_counts_the_dead_and_not_those_wounded_beside_them(claim):
    text = (
        "Two bombs killed at least 34 people and wounded more than 80 in Lima, Peru said. "
        "Ghana put the toll at 41."
    )
    toll = claim(text, "estimates").event
    assert [(f.best, f.measure) for f in toll.figures] == [(41, "killed")]


def test_a_statement_somebody_rejected_is_that_of_its_own_sentence(claims, claim):
    text = (
        "Peru sentenced 40 people. Chile voiced concern about the fairness of the trial, "
        "a statement that the Peruvian foreign ministry rejected as untrue."
    )
    denial = claim(text, "denies")
    assert (denial.event, denial.about) == (None, claim(text, "fears").id)


def test_which_somebody_denied_is_the_deed_told_just_before(claim):
    text = "Ghana said that the port had been bombed at dawn, which Chile denied."
    denial = claim(text, "denies")
    assert denial.event is not None
    assert denial.event.type == "ASSAULT"


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Gunmen killed nine drivers in Lima, Peru said. Chile denied involvement.", "CHL"),
        ("Peru accused Chile of shelling a village. Chile denied any role.", "CHL"),
        ("Chile denied involvement in the raid.", "CHL"),
        ("Chile denied that it was behind the raid.", "CHL"),
    ],
)
def test_who_denies_a_share_in_a_deed_denies_having_done_it(claim, text, actor):
    denial = claim(text, "denies")
    assert [p.id for p in denial.event.actors] == [actor]


@pytest.mark.parametrize(
    "text",
    [
        "Ghana killed nine drivers in Lima, Peru said. Chile denied involvement.",
        "Gunmen killed nine drivers in Lima, Peru said. Chile denied any link to the firm.",
    ],
)
def test_a_share_denied_is_none_in_a_deed_of_somebody_known_or_in_something_else(claim, text):
    assert claim(text, "denies").event is None


def test_a_number_put_at_another_is_of_what_was_counted_before(claim):
    text = "At least 24 people were killed in Lima, Peru said. Chile put the number at 27."
    figures = claim(text, "estimates").event.figures
    assert [(f.best, f.measure) for f in figures] == [(27, "killed")]


def test_who_raises_a_toll_counts_the_dead(claim):
    text = "At least 24 people were killed in Lima, Peru said. Chile raised the death toll to 27."
    assert [f.best for f in claim(text, "estimates").event.figures] == [27]


def test_both_acts_are_no_one_event(claim):
    text = SHELLS + "Ghana shelled Togo. Norway condemned both acts."
    assert claim(text, "condemns").event is None


def test_a_state_does_not_deny_what_others_did_among_themselves(claim):
    text = "In May Ghana signed a pact with Togo. Peru denied that the pact was aimed at anyone."
    assert claim(text, "denies").event is None
    text = "In May Ghana signed a pact with Togo. Ghana denied that the pact was aimed at anyone."
    assert claim(text, "denies").event.type == "SUPPORT"


def test_that_which_somebody_denies_was_told_just_before(claims):
    told = "Chile shelled a Peruvian port on Monday, Bolivia said."
    later = "Peru said the talks in Quito had come to nothing."
    denials = [c for c in claims(f"{told} {later} Chile denied that.") if c.stance == "denies"]
    assert [c.event for c in denials] == [None] * len(denials) != []
    denials = [c for c in claims(f"{told} Chile denied that.") if c.stance == "denies"]
    assert [p.id for c in denials if c.event for p in c.event.actors] == ["CHL"]


def test_who_puts_a_toll_at_another_number_does_not_tell_of_as_many(claim):
    text = "Ugandan soldiers killed nine miners, Kenya said. Uganda put the toll at four."
    assert [p.name for p in claim(text, "estimates").event.recipients] == ["miners"]
    assert [p.name for p in claim(text, "says").event.recipients] == ["nine miners"]


def test_a_step_somebody_calls_something_in_the_same_sentence_is_told_there(claims):
    text = (
        "The king of Norway spoke by phone with the president of Peru. "
        "Chile closed its port to Bolivian cargo, a move that Bolivia condemned."
    )
    (called,) = [c for c in claims(text) if c.sources and c.sources[0].id == "BOL"]
    assert called.event is None or [p.id for p in called.event.actors] == ["CHL"]


def test_silence_about_a_statement_is_about_what_it_tells(claim):
    text = (
        "Belarus acknowledged on Wednesday that it had supplied artillery shells to Azerbaijan. "
        "Azerbaijan has not commented on the Belarusian statement."
    )
    told = claim(text, "silent").event
    assert told is not None
    assert told.trigger.text == "supplied"


@pytest.mark.parametrize(
    ("asked", "trigger"),
    [
        ("The army has not commented on the clinic.", "hit"),
        ("The army declined to comment on the depot.", "destroyed"),
        ("The army has not commented on the harvest.", None),
    ],
)
def test_silence_about_a_thing_is_about_the_deed_told_with_it(claims, asked, trigger):
    text = (
        "Kenya's army destroyed a depot near Lamu on Friday, killing nine rebels. Norway said that shells "
        "hit a clinic. " + asked
    )
    told = next(c for c in claims(text) if c.stance.value in ("silent", "declines_to_confirm"))
    assert (told.event and told.event.trigger.text) == trigger


def test_a_sum_of_money_is_no_number_of_those_killed(claim):
    text = "Six guards were killed in a bombing in Lima. An analyst estimated the figure at $2 billion."
    assert claim(text, "estimates").event is None
    text = "Six guards were killed in a bombing in Lima. An analyst estimated the figure at nine."
    assert claim(text, "estimates").event is not None


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ('Ann Lind, a general, spoke. "I will send troops to Chile," she said.', ["person:ann-lind"]),
        ('"We have sent troops to Chile," Norway said.', ["NOR"]),
        ('Ann Lind, a general, said: "We have sent troops to Chile."', ["unknown:we"]),
        ("Ann Lind said: \"He told me: 'I will send troops to Chile'.\"", ["unknown:i"]),
    ],
)
def test_i_is_whoever_speaks_and_we_a_body_that_does(text, actors):
    read = build_reader(ReadingOptions(sure=0.0)).read(Article("a", text))
    (event,) = [c.event for c in read if c.event is not None]
    assert [p.id for p in event.actors] == actors


def test_i_is_not_the_speaker_where_he_is_told_beside_it():
    read = build_reader(ReadingOptions(sure=0.0)).read(Article("a", '"I helped Ann Lind," Ann Lind said.'))
    (event,) = [c.event for c in read if c.event is not None]
    assert ([p.id for p in event.actors], [p.id for p in event.recipients]) == (
        ["unknown:i"],
        ["person:ann-lind"],
    )
