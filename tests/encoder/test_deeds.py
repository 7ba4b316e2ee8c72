import re

import numpy as np
import pytest

from onrecord.codebook.root_classes import ROOTS
from onrecord.encoder.deeds import DeedEncoder, DeedHeads
from onrecord.encoder.finding import (
    ACTOR,
    KINDS,
    NO_DEED,
    RECIPIENT,
    STATUSES,
    TIES,
    WINDOW,
    FindingHeads,
    beside,
)
from onrecord.encoder.telling import STANCES, Telling, around
from onrecord.encoder.words import load_tokenizer
from onrecord.records import Stance, Status

PIECES = ["[PAD]", "[unused0]", "[CLS]", "[SEP]", "[UNK]", "chad", "fed", "shelled", "libya"]
FED, SHELLED = 6, 7


@pytest.fixture
def encoder(tmp_path):
    """An encoder that takes "fed" for AID and "shelled" for ASSAULT, and tells triggers by their word."""
    vocabulary = tmp_path / "vocab.txt"
    vocabulary.write_text("\n".join(PIECES), encoding="utf-8")

    def scorer(batch):
        states = np.zeros((*batch.pieces.shape, 2), dtype=np.float32)
        for column, piece in enumerate((FED, SHELLED)):
            there = batch.pieces == piece
            states[there, column] = 1
            states[:, 0, column] = there.any(axis=1)
        return {"states": states}

    hidden = np.zeros((6, 2), dtype=np.float32)
    hidden[[0, 1], [0, 1]] = 1
    roots = np.zeros((2, 15), dtype=np.float32)
    roots[[0, 1], [ROOTS.index("AID"), ROOTS.index("ASSAULT")]] = 9
    telling = np.zeros((8 + 21, 2), dtype=np.float32)
    telling[[2, 3], [0, 1]] = 1  # the cue's own states
    stances = np.zeros((2, 18), dtype=np.float32)
    stances[[0, 1], [STANCES.index(Stance.SUPPORTS), -1]] = 9
    heads = DeedHeads(
        hidden, np.zeros(2), roots, np.zeros(15), telling, np.zeros(2), stances,
        np.zeros(18),
    )  # fmt: skip
    found = np.eye(2, dtype=np.float32)
    kinds = np.zeros((2, 18), dtype=np.float32)
    kinds[[0, 1], [KINDS.index("AID"), KINDS.index("ASSAULT")]] = 18
    standing = np.zeros((2, 7), dtype=np.float32)
    standing[[0, 1, 1], [STATUSES.index(Status.PLANNED), STATUSES.index(Status.HAPPENED), 6]] = 9
    pair = np.zeros((9 + len(TIES), 2), dtype=np.float32)
    pair[6, 0] = 1  # the party stands before the deed
    pair[9 + TIES.index("by"), 1] = 2
    roles = np.array([[0, 9, 0], [0, 9, 0]], dtype=np.float32)
    finding = FindingHeads(
        found, np.zeros(2), kinds, np.where(np.arange(18) == NO_DEED, 9, 0), standing,
        np.where(np.arange(7) == 6, -4, 0), pair, np.zeros(2), roles, np.array([4, 0, 5]),
        np.array([0.5, 0.5], dtype=np.float32), np.eye(2, dtype=np.float32),
    )  # fmt: skip
    return DeedEncoder(scorer, heads, finding, load_tokenizer(vocabulary), "test")


def test_rows_are_probabilities_in_the_order_of_the_sentences(encoder):
    sentences = ["Chad shelled Libya", "Chad fed Libya"]
    found = encoder.roots(sentences, [((0, 4),)] * 2, [((13, 18),), ((9, 14),)])
    assert found.shape == (2, 15)
    assert np.allclose(found.sum(axis=1), 1)
    assert [ROOTS[column] for column in found.argmax(axis=1)] == ["ASSAULT", "AID"]


def telling(text, cue, stance=Stance.SAYS):
    """Return a telling of a text, its cue told by its words."""
    at = text.index(cue)
    return Telling(text, ((at, at + len(cue)),), (), (), stance, quoted=False, clause=False, unnamed=True)


def test_a_stance_is_told_by_the_cue_and_the_last_column_is_nobody(encoder):
    found = encoder.stances([telling("Chad fed Libya", "fed"), telling("Chad shelled Libya", "shelled")])
    assert found.shape == (2, 18)
    assert np.allclose(found.sum(axis=1), 1)
    assert list(found.argmax(axis=1)) == [STANCES.index(Stance.SUPPORTS), 17]


def test_what_is_far_from_the_cue_or_in_another_paragraph_is_not_seen():
    one = telling("x" * 300 + " Chad fed Libya\nand left", "fed")
    text, marked = around(one)
    assert text.endswith("Chad fed Libya")
    assert len(text) < 300
    assert [text[a:b] for _, ranges in marked for a, b in ranges] == ["fed"]


def test_no_sentences_give_no_rows(encoder):
    assert encoder.stances([]).shape == (0, 18)
    assert encoder.roots([], [], []).shape == (0, 15)


def test_a_pair_without_a_marked_target_is_answered_too(encoder):
    assert encoder.roots(["Chad fed Libya"], [((0, 4),)], [()]).argmax() == ROOTS.index("AID")


@pytest.fixture(scope="module")
def shipped():
    """The package's own encoder."""
    return DeedEncoder.load()


def pair(sentence, source, target):
    """Return arguments of `roots` for one sentence, the parties told by their words."""
    ranges = [((sentence.index(words), sentence.index(words) + len(words)),) for words in (source, target)]
    return [sentence], [ranges[0]], [ranges[1]]


@pytest.mark.weights
@pytest.mark.parametrize(
    ("sentence", "source", "target", "root"),
    [
        ("Arkania shelled Belmor for a third day.", "Arkania", "Belmor", "ASSAULT"),
        ("Arkania called on Belmor to release the sailors.", "Arkania", "Belmor", "REQUEST"),
        ("Arkania sent tents and blankets to Belmor after the quake.", "Arkania", "Belmor", "AID"),
        ("Thousands of farmers marched against the Belmor government.", "farmers", "Belmor", "PROTEST"),
        ("Arkania threatened to attack Belmor.", "Arkania", "Belmor", "THREATEN"),
        ("Belmor was accused by Arkania of hiding the truth.", "Arkania", "Belmor", "ACCUSE"),
    ],
)
def test_shipped_encoder_knows_the_plain_cases(shipped, sentence, source, target, root):
    found = shipped.roots(*pair(sentence, source, target))
    assert ROOTS[int(found.argmax())] == root


@pytest.mark.weights
def test_shipped_encoder_puts_one_event_nearer_than_another(shipped):
    sentences = [
        "A strong earthquake struck the coast on Monday.",
        "The quake that hit the coastal town killed nine people.",
        "The minister resigned over the affair.",
    ]
    triggers = [(9, 19), (4, 9), (13, 21)]
    found = [shipped.finding(s).vector([t]) for s, t in zip(sentences, triggers, strict=True)]
    one, same, other = (np.array(vector.unit()) for vector in found)
    assert one @ same > one @ other + 0.2


@pytest.mark.weights
def test_shipped_encoder_reads_a_sentence_the_same_alone_and_among_others(shipped):
    sentence, source, target = pair("Arkania shelled Belmor.", "Arkania", "Belmor")
    long = "Arkania, which had long stayed out of the war, met Belmor on Monday in the capital."
    alone = shipped.roots(sentence, source, target)
    among = shipped.roots([*sentence, long], source * 2, [*target, ((52, 58),)])
    assert np.allclose(alone[0], among[0], rtol=1e-4)


@pytest.mark.weights
def test_shipped_encoder_is_named_after_its_weights(shipped):
    assert re.fullmatch(r"deeds-[0-9a-f]{8}", shipped.name)


def test_every_word_of_a_long_text_is_told_for_what_it_names(encoder):
    text = "Chad fed Libya\n" * WINDOW
    found = encoder.finding(text)
    assert len(found.starts) == len(found.kinds) == 3 * WINDOW
    named = found.kinds.argmax(axis=1)
    assert [KINDS[kind] for kind in named[:3]] == ["none", "AID", "none"]
    assert (named[1::3] == KINDS.index("AID")).all()
    assert np.allclose(found.kinds.sum(axis=1), 1)


def test_a_text_without_words_names_nothing(encoder):
    assert encoder.finding(" ").kinds.shape == (0, 18)


def test_the_word_at_a_character_is_the_one_it_stands_in(encoder):
    found = encoder.finding("Chad fed Libya")
    assert [found.word_at(character) for character in (0, 3, 5, 9, 13)] == [0, 0, 1, 2, 2]


def test_the_vector_of_a_deed_is_what_sets_its_words_apart(encoder):
    found = encoder.finding("Chad fed Libya and shelled Libya")
    fed, shelled = found.vector([(5, 8)]), found.vector([(19, 26)])
    assert fed.numbers == bytes([127, 256 - 127])
    assert shelled.numbers == bytes([256 - 127, 127])
    assert fed.unit() == pytest.approx((0.5**0.5, -(0.5**0.5)))
    assert fed.weights == shelled.weights
    assert re.fullmatch(r"test/[0-9a-f]{8}", fed.weights)
    assert found.vector([(5, 8), (5, 6)]) == fed


def test_the_vector_of_a_deed_of_several_words_is_their_mean(encoder):
    found = encoder.finding("Chad fed and shelled Libya")
    both = found.vector([(5, 8), (13, 20)])
    assert found.vector([(13, 20), (5, 8)]) == both
    assert both.numbers == bytes([0, 0])


def test_a_text_without_words_has_no_vector(encoder):
    assert encoder.finding(" ").vector([(0, 1)]) is None


def test_a_deed_stands_as_its_word_tells(encoder):
    found = encoder.finding("Chad fed Libya and shelled it")
    fed, shelled = 1, 4
    assert np.allclose(found.statuses.sum(axis=1), 1)
    assert STATUSES[found.statuses[fed].argmax()] is Status.PLANNED
    assert STATUSES[found.statuses[shelled].argmax()] is Status.HAPPENED
    assert found.negated[fed] < 0.05
    assert found.negated[shelled] > 0.95


def test_the_roles_of_parties_in_a_deed_are_probabilities(encoder):
    shares = encoder.finding("Chad shelled Libya").roles(1, [0, 2], ["subject", "object"])
    assert shares.argmax(axis=1).tolist() == [ACTOR, RECIPIENT]
    assert np.allclose(shares.sum(axis=1), 1)


def test_a_role_is_told_by_how_the_party_hangs_on_the_deed(encoder):
    shares = encoder.finding("Libya shelled Chad").roles(1, [2, 2], ["object", "by"])
    assert shares.argmax(axis=1).tolist() == [RECIPIENT, ACTOR]


def test_a_party_is_told_by_side_distance_the_parties_between_and_its_tie():
    told = beside(5, [3, 8, 45], ["subject", "of", "far"])
    assert told[:, :3].tolist() == [
        [2.0, pytest.approx(0.2), 0.0],
        [-2.0, pytest.approx(0.3), 0.0],
        [-2.0, 2.0, 0.5],
    ]
    assert [TIES[column] for column in told[:, 3:].argmax(axis=1)] == ["subject", "of", "far"]
    assert not beside(5, [3, 8], ())[:, 3:].any()
