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
        ("He asked, ''Did Norland send troops?''", True),
        ('He wondered: "Did Norland send troops?"', True),
    ],
)
def test_what_a_whole_sentence_asks_is_told_apart(text, asked):
    doc, _ = read(text)
    troops = next(t.i for t in doc if t.text == "troops")
    assert (troops in asked_tokens(doc)) is asked


@pytest.mark.parametrize(
    "caption",
    [
        "Rescuers at the quay in Dornport after a ferry sank in the strait, killing two people.",
        "The charred wreck of the lorry that hit the harbour wall, in Dornport, Norland, on Sunday.",
        "Norland Minister Paul Berg talking to rescuers at the quay after several people drowned.",
        "Emergency workers attend the scene at the quay in Dornport after several people have drowned.",
        "Police officers stand guard near the quay in Dornport after a blast killed two people on Monday.",
        "Ann Cole, whose son was shot by a soldier, lays flowers at the quay following a raid.",
        "Mayor of Norland Paul Berg talking to rescue workers at the quay in Lier, south Norland, after "
        "several people have drowned and dozens more are hurt after a ferry sank.",
    ],
)
def test_a_caption_on_a_line_of_its_own_is_not_read(caption):
    _, words = read(f"Ferry sinks off Norland\nA ship went down.\n{caption}\nThe search goes on.")
    assert {"search", "ship"} <= words
    assert words.isdisjoint({"quay", "wreck", "harbour"})


@pytest.mark.parametrize(
    "told",
    [
        "The harbour was shelled.",
        "Fighting raged near the harbour, leaving two people dead.",
        "The army has shelled the harbour that feeds the town, killing two.",
        "Police officers stand guard at the harbour, and people who live near it say they are afraid.",
        "Each year officers stand guard at the harbour after the fair has closed.",
        "Men gather at the harbour when the boats come in.",
        "They stand guard at the harbour after a blast killed two people.",
        "Norland holds two men after a blast at the harbour killed five people.",
        "Also shelled was the harbour, which had been closed since Monday morning.",
        "“A raid on the harbour that killed two, nothing else,” he said.",
    ],
)
def test_a_paragraph_with_a_finite_verb_is_read(told):
    _, words = read(f"Norland at war\nTalks go on.\n{told}\nThe search goes on.")
    assert "harbour" in words
