import re

import numpy as np
import pytest

from onrecord.encoder.attribution import AttributionEncoder
from onrecord.encoder.linking import LEFT, RIGHT, LinkingHead
from onrecord.encoder.tags import legal_moves
from onrecord.encoder.words import load_tokenizer

PIECES = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "she", "said", "it", "rained", "."]
SHE, SAID, IT, RAINED = 4, 5, 6, 7
S_CUE = 8
S_SOURCE, B_CONTENT, E_CONTENT = 4, 5, 7


@pytest.fixture
def encoder(tmp_path):
    """An encoder that takes "said" for a cue, "she" for its source and "it rained" for its content."""
    vocabulary = tmp_path / "vocab.txt"
    vocabulary.write_text("\n".join(PIECES), encoding="utf-8")

    def scorer(batch):
        shape = batch.pieces.shape
        tags = np.zeros((*shape, 13), dtype=np.float32)
        tags[..., 0] = 1
        tags[batch.pieces == SAID, S_CUE] = 5
        word = np.zeros((*shape, 3), dtype=np.float32)
        for column, piece in enumerate((SHE, IT, RAINED)):
            word[batch.pieces == piece, column] = 1
        nothing = np.zeros((*shape, 3), dtype=np.float32)
        return {"tags": tags, "word": word, "scale": nothing, "shift": nothing}

    weight = np.zeros((3, 9), dtype=np.float32)
    weight[[0, 1, 2], [S_SOURCE, B_CONTENT, E_CONTENT]] = 5
    bias = np.zeros(9, dtype=np.float32)
    bias[0] = 1
    place = np.zeros((LEFT + 1 + RIGHT, 3), dtype=np.float32)
    head = LinkingHead(place, weight, bias, legal_moves(2))
    return AttributionEncoder(scorer, legal_moves(3), head, load_tokenizer(vocabulary), "test")


def quoted(text, ranges):
    return [text[a:b] for a, b in ranges]


def test_spans_are_characters_of_the_text_given(encoder):
    text = "  She said\nit  rained."
    (found,) = encoder.attributions(text)
    assert quoted(text, found.source) == ["She"]
    assert quoted(text, found.cue) == ["said"]
    assert quoted(text, found.content) == ["it  rained"]


def test_a_cue_without_source_leaves_it_empty(encoder):
    (found,) = encoder.attributions("said it rained")
    assert found.source == ()


def test_each_window_of_a_long_text_is_read(encoder):
    line = "she said it rained .\n"
    found = encoder.attributions(line * 200)
    assert [one.cue[0][0] for one in found] == [len(line) * number + 4 for number in range(200)]


@pytest.mark.parametrize("text", ["", " \n", "rained ."])
def test_a_text_that_reports_no_speech_has_no_attribution(encoder, text):
    assert encoder.attributions(text) == ()


def test_score_is_a_probability_that_falls_with_doubt(encoder):
    (sure,) = encoder.attributions("she said it rained")
    encoder.head.weight[:] /= 2
    (unsure,) = encoder.attributions("she said it rained")
    assert 0 < unsure.score < sure.score <= 1


def test_an_improbable_cue_is_left_out(encoder):
    encoder.moves[:13, :13] += np.where(np.arange(13)[None, :] == 8, -4, 0)
    assert encoder.attributions("she said it rained") == ()


@pytest.fixture(scope="module")
def shipped():
    """The package's own encoder."""
    return AttributionEncoder.load()


@pytest.mark.weights
@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "The reserves, the central bank told lawmakers, will last until spring.",
            ["the central bank"],
            ["told"],
            ["The reserves", "will last until spring"],
        ),
        (
            "According to the regulator, deposits fell by 8 percent.",
            ["the regulator"],
            ["According to"],
            ["deposits fell by 8 percent"],
        ),
        (
            "The damage was confirmed by Norway and Finland.",
            ["Norway and Finland"],
            ["was confirmed"],
            ["The damage"],
        ),
        (
            "The finance minister denied that the bank had asked for help.",
            ["The finance minister"],
            ["denied"],
            ["that the bank had asked for help"],
        ),
    ],
)
def test_shipped_encoder_links_the_plain_cases(shipped, text, source, cue, content):
    (found,) = shipped.attributions(text)
    assert (quoted(text, found.source), quoted(text, found.cue), quoted(text, found.content)) == (
        source,
        cue,
        content,
    )


@pytest.mark.weights
def test_shipped_encoder_keeps_two_speakers_apart(shipped):
    text = "The union said talks had failed, while the ministry insisted that an offer still stood."
    linked = {quoted(text, one.cue)[0]: quoted(text, one.source) for one in shipped.attributions(text)}
    assert linked == {"said": ["The union"], "insisted": ["the ministry"]}


@pytest.mark.weights
def test_shipped_encoder_reads_a_text_the_same_every_time(shipped):
    text = "The mayor said the bridge would open in May.\n\n“We are late,” she added.\n" * 40
    assert shipped.attributions(text) == shipped.attributions(text)
    assert AttributionEncoder.load().attributions(text) == shipped.attributions(text)


@pytest.mark.weights
def test_shipped_encoder_is_named_after_its_weights(shipped):
    assert re.fullmatch(r"attribution-[0-9a-f]{8}", shipped.name)


@pytest.mark.weights
def test_shipped_encoder_finds_no_speech_where_there_is_none(shipped):
    assert shipped.attributions("The bridge is 400 metres long. It opened in May.") == ()
