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
        "The bill is in the hands of the three senators who support Ada Hart.",
        "The bill was drafted by senators from Lier who support Ada Hart.",
        "Senators who support the bill met on Friday.",
    ],
)
def test_people_told_apart_by_more_than_their_stance_have_it(told, text):
    assert any(stance == "supports" for stance, _ in told(text))


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
        "There was joy on channels run by groups that support the junta.",
        "She is the prototype of millions of Norlanders supporting Ada Hart.",
    ],
)
def test_nobody_in_particular_is_not_on_record(told, text):
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "A man yelling “Allahu akbar,” or “God is great,” ran into the harbour.",
        "Norlanders worried about illegal fishing might stop to think what else could happen.",
    ],
)
def test_a_cry_and_a_thought_lent_to_people_put_nobody_on_record(told, text):
    assert told(text) == []


def test_words_behind_a_cry_are_said(told):
    text = "A man yelled “God is great and the harbour is ours now.”"
    assert ("says", "man") in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Say Norway demanded that Sweden hand over the files.",
        "Suppose Norway demanded that Sweden hand over the files.",
        "Suppose that the minister said the tax was gone.",
        "Imagine the minister said that the tax was gone.",
    ],
)
def test_what_is_only_supposed_nobody_says(told, text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Say no more, the minister said.", "minister"),
        ("“Imagine the harbour on fire,” Ana Lind said.", "Ana Lind"),
        ("Say what you will, Ana Lind said the tax was gone.", "Ana Lind"),
    ],
)
def test_what_somebody_supposes_is_said(told, text, who):
    assert {one[1] for one in told(text)} == {who}
