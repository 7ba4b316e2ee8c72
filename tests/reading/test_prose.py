import pytest

from onrecord.reading.parse import load_parser, parse
from onrecord.reading.prose import asked_tokens, readable_tokens
from onrecord.records import Article

pytestmark = pytest.mark.weights

TEASERS = (
    "Norland Minister Quits After Row Over Ferry Deal Stormy Week Ahead For Southern Coast Farmers Say Lost "
    "Paul Berg reports on the sale of the old harbour Mick Brook of the Teachers Union on school meals What "
    "went wrong at the Central Bank this spring Anna Lund talks to Sam Hart about a film Six trusts plan "
    "to cut beds by May Attacker had lost his job say neighbours"
)


def read(text):
    article = Article("a", text)
    doc = parse(load_parser(), article)
    readable = readable_tokens(doc, article)
    return doc, {doc[i].text for i in readable}


def test_headlines_run_together_are_not_read():
    _, words = read(f"Norland sent nothing, its minister said.\n{TEASERS}\nThe talks go on.")
    assert "minister" in words
    assert "talks" in words
    assert "harbour" not in words


def test_a_long_sentence_of_prose_is_read():
    text = (
        "The minister said, "
        + ", ".join(f"that the {n} ferry to Norland had sunk" for n in ("first", "next") * 5)
        + "."
    )
    _, words = read(text)
    assert "ferry" in words


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Will Norland send troops?", True),
        ('"Did Norland send troops?" he asked.', False),
        ("Norland sent troops.", False),
        ('He wondered: "Did Norland send troops?"', True),
    ],
)
def test_what_a_whole_sentence_asks_is_told_apart(text, asked):
    doc, _ = read(text)
    troops = next(t.i for t in doc if t.text == "troops")
    assert (troops in asked_tokens(doc)) is asked
