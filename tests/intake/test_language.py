import pytest

from onrecord.intake.language import language_of

ENGLISH = (
    "The port authority said on Tuesday that the harbour would stay closed until both mines had been "
    "brought out to sea, and that ships were sent to other ports."
)


def test_english_is_told_without_loading_a_model():
    assert language_of(ENGLISH) == "en"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (
            "La autoridad portuaria dijo el martes que el puerto seguirá cerrado hasta que las dos minas "
            "hayan sido llevadas al mar, y que los barcos serán enviados a otros puertos de la costa norte.",
            "es",
        ),
        (
            "De havenautoriteit zei dinsdag dat de haven gesloten blijft tot beide mijnen naar zee zijn "
            "gebracht, en dat schepen naar andere havens aan de noordelijke kust worden gestuurd.",
            "nl",
        ),
        ("Порт останется закрытым, заявили во вторник власти города.", "ru"),
        ("港口当局星期二表示，港口将继续关闭。", "zh"),
    ],
)
def test_other_languages_are_named(text, code):
    assert language_of(text) == code


@pytest.mark.parametrize("text", ["", "1234", "Westmark port shut", "Puerto cerrado, dice el alcalde"])
def test_text_too_short_to_tell_is_not_guessed(text):
    assert language_of(text) is None


def test_english_report_with_a_foreign_quotation_is_english():
    assert language_of(f"{ENGLISH} “El puerto seguirá cerrado hasta nuevo aviso”, he said. {ENGLISH}") == "en"
