"""Who answers what another says, in one sentence: "Peru denied Mali's claim that …"."""

import pytest

from onrecord.records import Article

pytestmark = pytest.mark.weights


def told_by(reader, text):
    """Return (stance, sources, event type) of each claim of a text."""
    claims = reader.read(Article("a", text))
    return sorted((c.stance.value, [p.id for p in c.sources], c.event and c.event.type.value) for c in claims)


@pytest.mark.parametrize(
    ("text", "answer", "claimed"),
    [
        ("Kenya denied Peru's claim that Kenyan troops had shelled Mali.", "denies", "says"),
        ("Kenya denied Peru's allegations that Kenyan troops had shelled Mali.", "denies", "accuses"),
        ("Kenya doubts Peru's claim that Peruvian troops shelled Mali.", "doubts", "says"),
        ("Kenya confirmed Peru's statement that Norwegian troops had shelled Mali.", "confirms", "says"),
        (
            "Kenya did not respond to Peru's accusation that Kenyan troops had shelled Mali.",
            "silent",
            "accuses",
        ),
    ],
)
def test_who_answers_a_claim_is_told_beside_who_makes_it(whole_reader, text, answer, claimed):
    assert told_by(whole_reader, text) == sorted(
        [(answer, ["KEN"], "ASSAULT"), (claimed, ["PER"], "ASSAULT")]
    )


def test_who_denies_a_claim_is_heard_though_it_tells_no_deed(whole_reader):
    text = "Kenya refuted Peru's assertion that the two peoples are one nation."
    assert ("denies", ["KEN"], None) in told_by(whole_reader, text)


def test_a_denial_that_somebody_only_tells_of_stays_one_claim(whole_reader):
    text = "Norway said Kenya had denied that Kenyan troops had shelled Mali."
    assert told_by(whole_reader, text) == [("denies", ["KEN"], "ASSAULT")]
