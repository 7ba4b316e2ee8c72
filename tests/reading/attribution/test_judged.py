"""Where the encoder is sure of another stance than the rules, it has the word."""

import numpy as np
import pytest

from attributed import attributions_in
from onrecord.encoder.telling import STANCES
from onrecord.records import Article, EventType, Stance


def read(text, column, share, rest=None):
    """Return the attributions of a text, by an encoder that gives shares to one column and the rest."""
    seen = []

    def judge(tellings):
        seen.extend(tellings)
        shares = np.full((len(tellings), len(STANCES) + 1), (1 - share) / len(STANCES), dtype=np.float32)
        shares[:, column] = share
        for stance, own in (rest or {}).items():
            shares[:, STANCES.index(stance)] = own
        return shares

    return attributions_in(Article(id="a", text=text), judge=judge)[1], seen


TEXT = "Norway said the plan of Chad was old."


@pytest.mark.weights
def test_a_sure_encoder_changes_the_stance_and_the_act_of_speech():
    (one,), (seen,) = read(TEXT, STANCES.index(Stance.CONDEMNS), 0.9)
    assert one.stance is Stance.CONDEMNS
    assert one.speech_act.type is EventType.ACCUSE
    assert "encoder:stance" in one.rules
    assert seen.stance is Stance.SAYS
    assert [TEXT[a:b] for a, b in (*seen.cue, *seen.source)] == ["said", "Norway"]


@pytest.mark.weights
@pytest.mark.parametrize(
    ("said", "stance"),
    [
        ("insisted that the arms were old", Stance.SAYS),
        ("maintained that the fish belonged to it", Stance.SAYS),
        ("insisted that it had no such arms", Stance.DENIES),
    ],
)
def test_who_stands_by_what_is_not_negated_denies_nothing(said, stance):
    (one,), _ = read(f"Norway {said}.", STANCES.index(Stance.DENIES), 0.9)
    assert one.stance is stance


@pytest.mark.weights
def test_an_unsure_encoder_changes_nothing():
    (one,), _ = read(TEXT, STANCES.index(Stance.CONDEMNS), 0.55)
    assert one.stance is Stance.SAYS
    assert "encoder:stance" not in one.rules


@pytest.mark.weights
def test_where_nobody_is_on_record_no_attribution_is_left():
    assert read(TEXT, len(STANCES), 0.9)[0] == ()


@pytest.mark.weights
def test_nobody_on_record_is_believed_sooner_than_another_stance_but_of_silence():
    text = "Norway promised a new bridge."
    assert len(read(text, len(STANCES), 0.5)[0]) == 1
    assert read(text, len(STANCES), 0.6)[0] == ()
    assert len(read("Norway did not respond to the claim.", len(STANCES), 0.6)[0]) == 1


@pytest.mark.weights
def test_a_stance_read_from_what_is_said_falls_back_where_the_encoder_sees_nothing_of_it():
    text = "Norway said it would send the ship."
    column = STANCES.index(Stance.SAYS)
    assert read(text, column, 0.6, {Stance.PROMISES: 0.2})[0][0].stance is Stance.PROMISES
    (one,), _ = read(text, column, 0.6, {Stance.PROMISES: 0.01})
    assert (one.stance, one.speech_act) == (Stance.SAYS, None)
    (own,), _ = read("Norway promised that it would come.", column, 0.6, {Stance.PROMISES: 0.01})
    assert own.stance is Stance.PROMISES


@pytest.mark.weights
@pytest.mark.parametrize(
    ("text", "seen", "told"),
    [
        ("Norway announced that Kenya would send two ships.", Stance.PROMISES, Stance.SAYS),
        ("The soldier warned her to leave the square.", Stance.THREATENS, Stance.DEMANDS),
        ('Bo Lind shouted: "Glory and honour to the city of Oslo!"', Stance.SUPPORTS, Stance.SAYS),
        ("The mayor said residents of the town were worried.", Stance.FEARS, Stance.SAYS),
        ("The mayor said she was worried.", Stance.FEARS, Stance.FEARS),
        ("Norway proposed that Kenya and Chad put off the march.", Stance.PROMISES, Stance.SAYS),
        ("Inspectors found no trace of the ship.", Stance.DENIES, Stance.SAYS),
        ('"I love you," the mayor said.', Stance.SUPPORTS, Stance.SAYS),
        ('"He really does love us," Anna Berg said.', Stance.SUPPORTS, Stance.SAYS),
        ('"I love my wife," the mayor said.', Stance.SUPPORTS, Stance.SAYS),
        ('"I hate her," the mayor said.', Stance.CONDEMNS, Stance.SAYS),
        ('"We love this plan," Anna Berg said.', Stance.SUPPORTS, Stance.SUPPORTS),
        ('"He was a good governor," Anna Berg said.', Stance.SUPPORTS, Stance.SUPPORTS),
        ("Norway announced it had reached its goal of planting trees.", Stance.PROMISES, Stance.SAYS),
        ("Norway announced it had reached a deal to plant trees.", Stance.PROMISES, Stance.PROMISES),
        ("Bo Lind said the presence of the fleet will ensure peace.", Stance.PROMISES, Stance.SAYS),
        ("Bo Lind said that would permit the town to grow.", Stance.PROMISES, Stance.SAYS),
        ("Bo Lind said the government will ensure peace.", Stance.PROMISES, Stance.PROMISES),
        ('Neighbours described the man as "rude" and "a bit weird".', Stance.CONDEMNS, Stance.SAYS),
        ("Friends described Anna Berg as kind.", Stance.SUPPORTS, Stance.SAYS),
        ("Neighbours described Anna Berg as rude.", Stance.CONDEMNS, Stance.SAYS),
        ('The mayor described the man as "rude" and "a bit weird".', Stance.CONDEMNS, Stance.CONDEMNS),
        (
            '"This was a sad day for our bank. I apologize to our clients," Anna Berg said.',
            Stance.CONDEMNS,
            Stance.SAYS,
        ),
        (
            '"This was a sad day for our bank. They never apologize," Anna Berg said.',
            Stance.CONDEMNS,
            Stance.CONDEMNS,
        ),
        ("Anna Berg said she has the nerve for the office.", Stance.SUPPORTS, Stance.SAYS),
        ("Anna Berg said she has confidence in the police.", Stance.SUPPORTS, Stance.SUPPORTS),
        ("Anna Berg said Bo Lind has the nerve for the office.", Stance.SUPPORTS, Stance.SUPPORTS),
        ("The bank contends in its defence that it sold nothing.", Stance.JUSTIFIES, Stance.SAYS),
        ("Anna Berg said in her defence that it sold nothing.", Stance.JUSTIFIES, Stance.JUSTIFIES),
        ("The army said an old freighter would be sunk by rockets.", Stance.THREATENS, Stance.SAYS),
        ("The army said any freighter would be sunk by rockets.", Stance.THREATENS, Stance.THREATENS),
        ("The army said it hit a mill and did not shell the town.", Stance.DENIES, Stance.SAYS),
        ("The army said it did not shell the town.", Stance.DENIES, Stance.DENIES),
        ("The High Court found that two clerks had planned it.", Stance.ACCUSES, Stance.SAYS),
        ("The army found that two clerks had planned it.", Stance.ACCUSES, Stance.ACCUSES),
    ],
)
def test_what_is_told_may_speak_against_the_stance_that_the_encoder_is_sure_of(text, seen, told):
    (one,), _ = read(text, STANCES.index(seen), 0.9)
    assert one.stance is told


@pytest.mark.weights
@pytest.mark.parametrize(
    ("said", "stance"),
    [
        ("no soldiers were hurt", Stance.SAYS),
        ("there were no deaths in the raid", Stance.SAYS),
        ("nobody had been killed", Stance.SAYS),
        ("no such raid was flown", Stance.DENIES),
        ("it had killed no civilians", Stance.DENIES),
    ],
)
def test_that_nobody_was_hurt_denies_no_attack(said, stance):
    (one,), _ = read(f"Norway said {said}.", STANCES.index(Stance.DENIES), 0.9)
    assert one.stance is stance
