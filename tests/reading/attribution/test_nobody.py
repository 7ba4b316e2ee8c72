"""Shares of people who are somebody, and those who are nobody in particular, on sentences of our own."""

import pytest

pytestmark = pytest.mark.weights


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Some at the hospital in Zinder said that the gunmen wore army uniforms.", "Some at the hospital"),
        (
            "Some of those crossing the river told Nortix TV that soldiers had taken phones.",
            "Some of those",
        ),
        ("Two fishermen watched the boats. They were waiting, one said, for the tide.", "one"),
        ("The shells came from the hills, according to everyone I talked to in the town.", "everyone"),
        ("A number of Sahel states have reported 30 cases of the fever.", "number of Sahel states"),
    ],
)
def test_those_told_apart_who_spoke_are_somebody(told, text, who):
    assert any(stance == "says" and who in name for stance, name in told(text))


@pytest.mark.parametrize(
    "text",
    [
        "Some fear that the war will spread.",
        "Many think the talks will fail.",
        "Some of his supporters say that the vote was bought.",
        "Some in the government fear that the talks may fail.",
        "Everyone says that the war is lost.",
        "One does not say that the war is lost.",
        "Some said that the war was lost.",
    ],
)
def test_nobody_in_particular_is_not_on_record(told, text):
    assert told(text) == []
