"""Words by which somebody takes a stance towards what they name, on sentences of our own."""

import pytest

pytestmark = pytest.mark.weights


@pytest.mark.parametrize(
    ("text", "stance", "who"),
    [
        ("The rebels said they held the town. The Chadian army called that a lie, then said no more.",
         "denies", "Chad"),
        ("Sudan's farm ministry dismissed the alert.", "denies", "Sudan"),
        ("Chad calls the resolution untimely.", "says", "Chad"),
        ("Norway calls eleven days of joint drills a rehearsal for invasion.", "says", "Norway"),
        ('A Chadian official put it at "a few dozen".', "estimates", "Chadian official"),
        ("Rebels put the toll at 40. A doctor put it nearer a dozen.", "estimates", "doctor"),
        ("Officials in Chad think 300 at most.", "estimates", "Officials"),
        ("The arrears were put at 412 million dollars by one official.", "estimates", "one official"),
        ("The general attributed the delay to the rains.", "says", "general"),
        ("Ana Lind attributed the increase to the weather.", "says", "Ana Lind"),
        ("Norway and Sweden attributed the intrusion to a unit of the Chadian army.", "accuses",
         "Norway and Sweden"),
        ('Ann Lind, who described his mood as "glum but steady", said the envoy would fly to Quito.', "says",
         "Ann Lind"),
        ('The cable was cut, a delay that the ministry described as "not yet a crisis".', "says", "ministry"),
        ("Its press office would confirm only that it works on all signals received.", "confirms", "office"),
        ("A spokesman for Norway would not comment, except to say that its alert had not changed.", "says",
         "Norway"),
        ("He was known to have had links to the gang, something the ministry angrily rejected.", "denies",
         "ministry"),
    ],
)  # fmt: skip
def test_a_name_for_it_or_a_number_tells_a_stance(told, text, stance, who):
    assert any(one == stance and who in name for one, name in told(text))


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("Chad called the police a week ago.", set()),
        ("The navy left the port after what Norway calls a routine visit.", set()),
        ("The station attributed the claim to a port official.", set()),
        ("Norway put the ship in a dock nearer the town.", set()),
        ("Chad is thinking about the offer.", set()),
        ("Chad dismissed the minister.", set()),
        ("The convoy was denied passage by the militia.", set()),
        ("Chad declared a state of emergency in three districts.", set()),
        ("Chad declared two Libyan diplomats personae non gratae.", set()),
    ],
)
def test_a_mere_name_or_deed_tells_none(told, text, stances):
    assert {stance for stance, _ in told(text)} == stances


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Anna Berg called her vote in favor of the war a mistake.", "says"),
        ("Anna Berg called his vote in favor of the war a mistake.", "condemns"),
        (
            "Anna Berg and Bo Lind took issue with the suggestion that they were using a gap in the law.",
            "denies",
        ),
    ],
)
def test_a_verdict_on_ones_own_deed_condemns_nobody(told, text, stance):
    assert stance in {one for one, _ in told(text)}
