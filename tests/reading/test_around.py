"""What stands around an article's own sentences, on lines of our own."""

import pytest

from onrecord.reading.around import find_around
from onrecord.reading.parse import load_parser, parse
from onrecord.reading.prose import readable_tokens
from onrecord.records import Article

CAPTION = "Jan Lind, left, greets Ann Berg in Dornport on Monday."


def around(text):
    return [text[start:end].strip() for start, end in find_around(text)]


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        (
            "Envoys flee the town updated: Mon Jan 05 2015 10:20:00 The harbour was shelled on Monday.",
            ["Envoys flee the town"],
        ),
        (
            "The talks go on.\nPublic slams talks Posted by The Voice on Monday, January 5, 2015\nHe left.",
            ["Public slams talks"],
        ),
        (
            "Posted: 2015-01-05 10:20 CNN's Al Hart talks to rebels. The talks go on.",
            ["CNN's Al Hart talks to rebels."],
        ),
        (
            "Many saw it.\nCNN's Al Hart caught up with him amid the roar. It ended.",
            ["CNN's Al Hart caught up with him amid the roar."],
        ),
        (
            "He left. Jan Lind, Reuters Flood and fire in Norland (2:03) May 5 - Tents stand in the rain.",
            ["Jan Lind, Reuters Flood and fire in Norland (2:03)"],
        ),
        (
            "He left.\nAdded: Tuesday, 19 January, 2010, 17:47 GMT 17:47 UK They are sending help.\n"
            "Added: Tuesday, 19 January, 2010, 17:40 GMT 17:40 UK It is not enough.",
            [
                "Added: Tuesday, 19 January, 2010, 17:47 GMT 17:47 UK They are sending help.\n"
                "Added: Tuesday, 19 January, 2010, 17:40 GMT 17:40 UK It is not enough."
            ],
        ),
        (
            "The talks go on.\nHopes for peace in the north remain, says Al Hart.",
            ["Hopes for peace in the north remain, says Al Hart."],
        ),
        (
            "The talks go on.\nREAD MORE: Why the rebels left\nThey end on Friday.",
            ["READ MORE: Why the rebels left"],
        ),
        (
            "The talks go on.\nALSO READ | Arkania rejects the truce\nThey end on Friday.",
            ["ALSO READ | Arkania rejects the truce"],
        ),
        (
            "He left.\nAnger at tolls: Ferry owners say that the fee is too high.  A6.",
            ["Anger at tolls: Ferry owners say that the fee is too high.  A6."],
        ),
        (
            "He left.\nMore on this story\nRebels seize oil town\n\nUN warns of famine\nThey met on Friday.",
            ["More on this story\nRebels seize oil town\n\nUN warns of famine"],
        ),
        (
            "He left.\nSign up for our daily briefing\nArkania threatens to close strait",
            ["Sign up for our daily briefing\nArkania threatens to close strait"],
        ),
        (
            "FILE - In this May 5, 2015 photo, Jan Lind speaks. He said he would go. (Al Hart)\nHe left.",
            ["FILE - In this May 5, 2015 photo, Jan Lind speaks. He said he would go. (Al Hart)"],
        ),
        (
            "He left.\nThis story has been corrected to show that the envoy left on Monday.",
            ["This story has been corrected to show that the envoy left on Monday."],
        ),
        (
            "He left.\nCORRECTION: An earlier version of this story included a name, as told by the guards.",
            ["CORRECTION: An earlier version of this story included a name, as told by the guards."],
        ),
        (
            "He left.\nCLARIFICATION: The first line has been clarified to reflect that he calls for talks.",
            ["CLARIFICATION: The first line has been clarified to reflect that he calls for talks."],
        ),
        (
            "Image copyright PA Image caption Two men were taken to hospital\nPolice held the driver.",
            ["Image copyright PA Image caption Two men were taken to hospital"],
        ),
        ("Al Hart reports from Norland A 20-month-old child has died.", ["Al Hart reports from Norland"]),
        (
            "It was the worst raid. Talks are near Monday 5 January 2015 10.20 GMT The envoys met.",
            ["Talks are near"],
        ),
        (
            "The army has left, a general says Norland asks for help Dornport, Arkania (CNN) -- "
            "Two ships were sunk on Monday.",
            ["The army has left, a general says Norland asks for help Dornport, Arkania (CNN) --"],
        ),
        (
            f"(AP Photo/Al Hart, Pool) (Al Hart - AP) {CAPTION}\nThey met for talks.\n"
            "(AP Photo/Al Hart) The talks go on.",
            [f"{CAPTION}\nThey met for talks."],
        ),
        (f"The talks go on.\n{CAPTION}\n(Al Hart/Reuters) They end on Friday.", [CAPTION]),
        (
            "CNN's Al Hart reports on the raid in Dornport.",
            ["CNN's Al Hart reports on the raid in Dornport."],
        ),
        (
            "The talks go on.\nEditor's note: Jan Lind regularly\nincites\nunrest.\nHe left.",
            ["Editor's note: Jan Lind regularly\nincites\nunrest."],
        ),
        (
            "The talks go on.\nWe welcome comments that add to the story.\nLind sank the ships!",
            ["We welcome comments that add to the story.\nLind sank the ships!"],
        ),
        (
            "The talks go on.\nMay 5, 2015 at 1:20 pm | Lind sank it!\nMay 5, 2015 at 1:25 pm | No.",
            ["May 5, 2015 at 1:20 pm | Lind sank it!\nMay 5, 2015 at 1:25 pm | No."],
        ),
        (
            "The talks go on.\nLETTERS.\nLind sank the ships!\nAl Hart",
            ["LETTERS.\nLind sank the ships!\nAl Hart"],
        ),
        (
            "The talks go on.\nEVEN LIND’S FRIENDS THINK IT’S OVER — The envoy left on Monday.",
            ["EVEN LIND’S FRIENDS THINK IT’S OVER —"],
        ),
    ],
)
def test_text_around_the_prose_is_told_apart(text, apart):
    assert around(text) == apart


@pytest.mark.parametrize(
    "text",
    [
        "The envoys met on Monday 5 January 2015 and left at 10.20 GMT.",
        "DORNPORT, Arkania (CNN) -- Two ships were sunk on Monday.",
        "A general of the army told the Associated Press (AP) -- the agency -- that two ships were sunk.",
        "The talks go on.\n(Al Hart/Reuters)\nThey end on Friday.",
        "CNN's Al Hart reports from Dornport that two ships were sunk.",
        'The minister said: "We welcome comments."',
        "Envoys met.\nPORT LIND, NEW ARKANIA, NORTHERN ISLES — Two ships were sunk on Monday.",
        "Envoys met.\nLETTERS of protest were sent on Monday.",
        "Envoy Al Hart left.\nHopes for peace in the north remain, says Al Hart.",
        "The talks go on.\nHopes for peace in the north remain, says Al Hart, an envoy.",
        "CNN's Al Hart said two ships were sunk.",
        "Watch over the border was kept by two ships.",
        "Image caption Two men were hurt. The driver was held, the police said.",
        "More on the talks was not known.\nThe envoy left.",
        "Editor's note: An earlier version said that two ships were sunk.",
        "Correction: An earlier version of this story said that two ships were sunk.",
        "Correction: The envoy was updated on Monday.",
        "The envoy said that two ships were sunk beside the road to Dornport, the A6.",
        "Two ships (the Anna and the Berta) were sunk.",
        "The envoys met.\n2/3 of the members voted for it, the envoy said.",
    ],
)
def test_prose_is_not_told_apart(text):
    assert around(text) == []


@pytest.mark.weights
def test_a_headline_before_a_time_stamp_is_not_read():
    article = Article(
        "a", "Envoys flee the town updated: Mon Jan 05 2015 10:20:00 The harbour was shelled on Monday."
    )
    doc = parse(load_parser(), article)
    words = {doc[i].text for i in readable_tokens(doc, article)}
    assert words.isdisjoint({"flee", "updated", "Mon", "Jan"})
    assert {"harbour", "shelled", "Monday"} <= words


def test_captions_with_their_number_in_a_row_of_pictures_are_not_read():
    captions = [
        "1/2 2001 Men run from the quay. Al Hart",
        "2/2 2009 A guard who was shot by a thief. Jo Bell",
    ]
    assert around("\n".join(["Two ships were sunk.", *captions, "The envoy left."])) == captions


def test_what_many_readers_sent_in_is_not_read():
    signed = [f"“Ferry {n} was late. I am sad.” ― Ada Hart{'.' * (n % 2)}" for n in range(5)]
    row = "\n".join([*signed[:3], "", "Getty/Instagram.", "", *signed[3:]])
    assert around(f"We asked our readers.\n{row}\nThe ferries go on.") == [row]
    assert around("\n".join(["We asked our readers.", *signed[:4]])) == []


def test_quotations_with_prose_between_them_are_read():
    signed = (
        "“The ferry was late.” ― Ada Hart\nThe mayor said that on Monday, when two boats met at the quay."
    )
    assert around("\n".join([signed] * 6)) == []
