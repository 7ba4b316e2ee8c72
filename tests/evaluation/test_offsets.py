import pytest

from onrecord.evaluation.offsets import as_stored
from onrecord.text.normalise import normalise

RAW = [
    "Plain text.",
    "Line one.\r\nLine two.",
    "Cafe\u0301 in Sa\u0303o Paulo",
    "soft\u00adhyphen and\u00a0space \u200b\n",
    "\u1112\u1161\u11ab said",
    "q\u0307\u0323 marks in another order",
]


@pytest.mark.parametrize("raw", RAW)
def test_text_is_what_would_be_stored(raw):
    assert as_stored(raw).text == normalise(raw)


@pytest.mark.parametrize("raw", RAW)
def test_every_stored_character_stands_for_what_the_file_has_there(raw):
    stored = as_stored(raw)
    for place, character in enumerate(stored.text):
        start, end = stored.in_file(place, place + 1)
        assert character in normalise(raw[start:end] + "x")


def test_a_composed_letter_stands_for_the_letter_and_its_mark():
    raw = "Cafe\u0301 said"
    stored = as_stored(raw)
    assert stored.in_file(0, 4) == (0, 5)
    assert raw[slice(*stored.in_file(5, 9))] == "said"


def test_a_text_already_normal_keeps_its_places():
    assert as_stored("She said.\n").in_file(4, 8) == (4, 8)
