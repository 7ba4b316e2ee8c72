"""How parties hang on deeds in the parse."""

import pytest

from onrecord.reading.events.ties import tie_between
from onrecord.reading.parse import load_parser


def tie(text, deed, party):
    """Return how the word `party` hangs on the word `deed`."""
    words = {token.text: token for token in load_parser()(text)}
    return tie_between(words[deed], words[party])


@pytest.mark.parametrize(
    ("text", "deed", "party", "wanted"),
    [
        ("Arkania attacked Belmor.", "attacked", "Arkania", "subject"),
        ("Arkania attacked Belmor.", "attacked", "Belmor", "object"),
        ("Belmor was attacked by Arkania.", "attacked", "Belmor", "passive"),
        ("Belmor was attacked by Arkania.", "attacked", "Arkania", "by"),
        ("Arkania's attack on Belmor failed.", "attack", "Arkania", "possessor"),
        ("Arkania's attack on Belmor failed.", "attack", "Belmor", "on"),
        ("The arrest of Smith drew crowds.", "arrest", "Smith", "of"),
        ("Arkania and Belmor met in Paris.", "met", "Belmor", "subject"),
        ("Arkania met in Paris.", "met", "Paris", "in"),
        ("Arkania agreed to attack Belmor.", "attack", "Arkania", "above_subject"),
        ("Arkania urged Belmor to withdraw.", "withdraw", "Belmor", "above_object"),
        ("Police arrested the man who attacked Smith.", "attacked", "man", "described_active"),
        ("Smith mourned the men killed in the raid.", "killed", "men", "described_passive"),
        ("Arkania launched an attack.", "attack", "Arkania", "verb_subject"),
        ("Arkania spoke. Belmor attacked.", "attacked", "Arkania", "far"),
    ],
)
def test_a_party_hangs_on_a_deed_as_the_parse_tells(text, deed, party, wanted):
    assert tie(text, deed, party) == wanted


def test_a_word_does_not_hang_on_itself():
    assert tie("Arkania attacked Belmor.", "attacked", "attacked") == "far"
