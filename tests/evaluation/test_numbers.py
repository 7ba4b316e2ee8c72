from onrecord.evaluation.meantime import MarkedValue, MeantimeText
from onrecord.evaluation.numbers import FoundNumber, predict_numbers, score_numbers, to_rows

TEXT = MeantimeText(
    name="a.xml",
    text="Some 400 men\nMay 5\nleft",
    tokens=((0, 4), (5, 8), (9, 12), (13, 16), (17, 18), (19, 23)),
    sentences=(0, 0, 0, 1, 1, 2),
    published=None,
    times=(),
    values=(MarkedValue(0, 2, "QUANTITY"), MarkedValue(4, 5, "QUANTITY")),
)


def test_numbers_are_placed_by_the_ids_of_their_tokens_and_the_date_line_is_left_out():
    found = predict_numbers(
        [TEXT],
        lambda text: [
            FoundNumber(0, 8, "QUANTITY", "400", "man"),
            FoundNumber(17, 18, "QUANTITY", "5", "unknown"),
        ],
    )
    assert to_rows([TEXT], found) == ["a.xml\t1\t3\tQUANTITY\t400\tman"]
    assert score_numbers([TEXT], found).scores["strict_f1"] == 100


def test_a_number_without_its_hedge_is_relaxed_but_not_strict():
    scores = score_numbers([TEXT], [[FoundNumber(2, 3, "MONEY", "400", "USD")]]).scores
    assert (scores["relaxed_f1"], scores["strict_f1"], scores["type_f1"]) == (100, 0, 0)
