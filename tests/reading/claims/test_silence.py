"""What is not told, because it is too likely to be read wrongly."""

import pytest

from onrecord.reading.claims import silence
from onrecord.records import Article, EventType, Stance
from onrecord.workflow.read import ReadingOptions, build_reader

pytestmark = pytest.mark.weights

SAID = "Norway said on Monday that Peru had shelled Mali."
TOLD = "Peru shelled Mali on Monday."


@pytest.fixture(scope="module")
def reader():
    return build_reader(ReadingOptions())


@pytest.fixture
def read(reader, monkeypatch):
    """Return a function from a text and the parts that are in doubt to its claims."""

    def find(text, *doubtful):
        def likely(part, _signs):
            return 0.2 if part in doubtful else 0.9

        monkeypatch.setattr(silence, "probability_of_part", likely)
        return reader.read(Article("a", text))

    return find


def test_what_is_sure_is_told(read):
    (claim,) = read(SAID)
    assert claim.event is not None
    assert claim.event.type is EventType.ASSAULT
    assert [p.id for p in claim.event.actors] == ["PER"]
    assert [p.id for p in claim.event.recipients] == ["MLI"]


@pytest.mark.parametrize("part", ["deed", "status"])
def test_a_doubtful_deed_leaves_what_was_said(read, part):
    (claim,) = read(SAID, part)
    assert (claim.stance, claim.event) == (Stance.SAYS, None)
    assert "shelled" in claim.content[0].text


def test_a_deed_by_a_word_no_frame_knows_must_be_surer(read):
    (claim,) = read("Norway said on Monday that Peru had humiliated Mali.")
    assert (claim.stance, claim.event) == (Stance.SAYS, None)


@pytest.mark.parametrize("part", ["voice", "deed", "status"])
def test_a_doubtful_deed_in_the_outlets_voice_is_not_told_at_all(read, part):
    assert len(read(TOLD)) == 1
    assert read(TOLD, part) == ()


@pytest.mark.parametrize("part", ["actors", "recipients"])
def test_a_doubtful_party_is_left_empty(read, part):
    (claim,) = read(SAID, part)
    assert claim.event is not None
    assert getattr(claim.event, part) == ()
    assert {*claim.event.actors, *claim.event.recipients} != set()


def test_a_deed_of_which_no_party_is_sure_is_of_no_public_interest(read):
    assert read("Peru met Mali in Lima.", "actors") == ()


def test_a_doubtful_source_puts_nobody_on_record(read):
    assert read(SAID, "attribution") == ()


def test_whoever_asks_for_all_is_told_all(read, reader, monkeypatch):
    monkeypatch.setattr(reader, "_sure", 0.0)
    assert len(read(SAID, "attribution", "deed", "actors")) == 1
    (claim,) = read("Norway said on Monday that Peru had humiliated Mali.", "deed")
    assert claim.event is not None


def test_rules_alone_keep_silent_about_nothing(monkeypatch):
    monkeypatch.setattr(silence, "probability_of_part", lambda *_: 0.0)
    by_rules = build_reader(ReadingOptions(encoder="none"))
    assert len(by_rules.read(Article("a", SAID))) == 1


def test_missiles_into_the_sea_are_a_test_though_the_encoder_sees_an_attack(reader):
    (claim,) = reader.read(Article("a", "Iran fired three missiles into the sea off its coast, Iraq said."))
    assert claim.event is not None
    assert (claim.event.type, claim.event.mode) == (EventType.MOBILIZE, "weapons")
    assert [p.id for p in claim.event.actors] == ["IRN"]
