"""Who would not say, and who is silent: words of keeping back, on sentences of our own."""

import pytest

from onrecord.records import Article, EventType

pytestmark = pytest.mark.weights


@pytest.mark.parametrize(
    ("text", "stance", "who"),
    [
        ("The ministry would not be drawn on the size of the convoy.", "declines_to_confirm", "ministry"),
        ("Asked about it, the governor would not be drawn.", "declines_to_confirm", "governor"),
        ("The general did not elaborate.", "declines_to_confirm", "general"),
        ("The ministry did not disclose the pilot's nationality.", "declines_to_confirm", "ministry"),
        ("The firm did not explain the gap.", "declines_to_confirm", "firm"),
        ("The police did not identify the official.", "declines_to_confirm", "police"),
        ("The captain would not describe the crew.", "declines_to_confirm", "captain"),
        ("Norway would not offer a number of its own.", "declines_to_confirm", "Norway"),
        ("Norway thanked Kenya, and the ministry did not say for what.", "declines_to_confirm", "ministry"),
        ("The minister would say no more.", "declines_to_confirm", "minister"),
        ("The company did not wish to comment.", "declines_to_confirm", "company"),
        ("Two guards declined to speak to us.", "declines_to_confirm", "Two guards"),
        ("The ministry gave no further details of the raid.", "declines_to_confirm", "ministry"),
        ("Norway has so far avoided blaming a state.", "declines_to_confirm", "Norway"),
        ("The ministry did not dispute that the bridge had been hit.", "declines_to_confirm", "ministry"),
        ("The army did not mention the hospital.", "silent", "army"),
        ("The palace made no remark yesterday.", "silent", "palace"),
        ("Kenya and Norway have yet to pronounce.", "silent", "Kenya and Norway"),
        ("Norway and Sweden have commented on neither report.", "silent", "Norway and Sweden"),
        ("Kenya has confirmed neither raid.", "declines_to_confirm", "Kenya"),
        ("His Peruvian opposite number could not be reached.", "silent", "His Peruvian opposite number"),
        ("The envoy left without answering questions.", "silent", "envoy"),
        ("Chad's delegate left without speaking to reporters.", "silent", "Chad's delegate"),
        ("Chad has yet to acknowledge that its soldiers were captured.", "declines_to_confirm", "Chad"),
        ("Chad is yet to admit the sinking of the ferry.", "declines_to_confirm", "Chad"),
    ],
)
def test_who_keeps_it_back_is_told_so(told, text, stance, who):
    assert (stance, who) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The army had not mentioned the loss before.",
        "The company does not disclose its profits.",
        "The ministry should not identify the victims.",
        "The survey did not explain the fall.",
        "The minister did not describe the vote as a coup.",
        "The firm agreed not to disclose the price.",
        "Norway did not offer a plane.",
        "The ministry did not reveal that it had paid.",
        "He left without his coat.",
    ],
)
def test_what_is_not_asked_or_ought_not_to_be_told_is_no_silence(told, text):
    assert all(stance not in {"silent", "declines_to_confirm"} for stance, _ in told(text))


@pytest.mark.parametrize(
    "text",
    [
        "Peru has yet to condemn the raid on the port.",
        "Peru has yet to accuse Chile of the raid on the port.",
        "Peru has yet to demand that Chile withdraw its troops.",
    ],
)
def test_what_somebody_has_yet_to_say_is_not_said(told, text):
    assert told(text) == []


def test_the_deed_that_comment_is_asked_for_on_is_told(whole_reader):
    for text in (
        "Norway's government did not respond to requests for comment on the reported massacre.",
        "Norway's government did not respond to a request for comment on whether it had bombed the port.",
    ):
        (claim,) = whole_reader.read(Article("a", text))
        assert claim.stance.value == "silent"
        assert claim.event is not None
        assert claim.event.type is EventType.ASSAULT


@pytest.mark.parametrize(
    "text",
    [
        "The ministry declined to comment, citing the ongoing inquiry.",
        "The ministry refused to comment on Friday, citing its rules.",
        "The mill, a firm from Arica, declined to comment, citing its rules on pay.",
        "His former employer declined to comment, invoking an open inquiry.",
    ],
)
def test_why_somebody_says_nothing_is_not_said(whole_reader, text):
    claims = whole_reader.read(Article(id="row", text=text))
    assert [one.stance.value for one in claims] == ["declines_to_confirm"]
    assert all(
        word not in span.text
        for span in claims[0].content
        for word in ("citing", "invoking", "rules", "inquiry")
    )


def test_what_somebody_would_not_comment_on_is_kept_beside_his_reasons(whole_reader):
    text = "The ministry would not comment on the raid, citing an open inquiry."
    (claim,) = whole_reader.read(Article(id="a", text=text))
    assert claim.stance == "declines_to_confirm"
    assert not any("inquiry" in span.text for span in claim.content)
