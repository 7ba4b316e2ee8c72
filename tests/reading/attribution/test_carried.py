"""Whom "they", "he" or "it" means where the parties' own rules find nobody."""

import pytest

from onrecord.records import Article


@pytest.fixture(scope="module")
def reader():
    from onrecord.workflow.read import ReadingOptions, build_reader

    return build_reader(ReadingOptions(encoder="none"))


@pytest.mark.weights
@pytest.mark.parametrize(
    ("text", "pronoun", "who"),
    [
        ("Tribal elders said it rained. They also said it was cold.", "They", "unknown:tribal-elders"),
        ("Tribal elders said they feared a war.", "they", "unknown:tribal-elders"),
        ('Tribal elders said it rained. "It is cold. We are old." They said it was late.', "They",
         "unknown:tribal-elders"),
        ("One elder told us it rained. The well is full. It is deep. He said it was late.", "He",
         "unknown:he"),
        ('One elder told us it rained. "It is cold," he said. "We are old."', "he", "unknown:one-elder"),
        ("A newspaper called Vik wrote that it rained. Nobody knows why. It said it was late.", "It",
         "unknown:newspaper"),
        ("Ann Lind said it rained. He said it was late.", "He", "unknown:he"),
        ("One elder said it rained. Mr. Peter Cole left. He said it was late.", "He", "person:peter-cole"),
        # somebody described in the pronoun's own sentence
        ("One elder told us it rained. A guard, who had seen it, was unsure: he said it was late.", "he",
         "unknown:he"),
        ("Tribal elders said it rained. They hoped it would end. He said it was late.", "He", "unknown:he"),
        # two who spoke, and one who does not agree in number
        ("Tribal elders said it rained, but tribal weavers said it was dry. They said it was late.", "They",
         "unknown:they"),
        ("A shopkeeper said it rained. They said it was late.", "They", "unknown:they"),
    ],
)  # fmt: skip
def test_who_spoke_just_before_goes_on_speaking(reader, text, pronoun, who):
    claims = reader.read(Article(id="a", text=text))
    found = {p.id for c in claims for p in c.sources if p.span is not None and p.span.text == pronoun}
    assert found == {who}


@pytest.mark.weights
@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Norwegian soldiers said the nights were quiet.", "unknown:norwegian-soldiers"),
        ("According to David King, of the group Clean Harbours, the port was shut.", "person:david-king"),
        ("The port was open, Norway's state news agency Nortix reported.", "org:nortix"),
        (
            'Protesters looped the streets by a hall, where the Lions played, chanting "The king must go."',
            "unknown:protesters",
        ),
    ],
)
def test_who_speaks_is_told_by_the_words_around(reader, text, who):
    assert {p.id for c in reader.read(Article(id="a", text=text)) for p in c.sources} == {who}


@pytest.mark.weights
@pytest.mark.parametrize(
    ("text", "content", "through"),
    [
        (
            '"It rained. It was cold," Ann Lind said, according to the state agency Nortix.',
            ['"It rained. It was cold,"'],
            ["Nortix"],
        ),
        ("Ann Lind said talks had failed, according to Nortix.", ["talks had failed"], ["Nortix"]),
        ("Ann Lind said talks had failed, according to a transcript.", ["talks had failed"], []),
    ],
)
def test_what_somebody_said_according_to_another_is_his_through_that_one(text, content, through):
    from onrecord.workflow.read import ReadingOptions, build_reader

    claims = build_reader(ReadingOptions(sure=0)).read(Article(id="a", text=text))
    (told,) = {
        (tuple(text[s.start : s.end] for s in c.content), *(p.name for p in (*c.sources, *c.via)))
        for c in claims
    }
    assert [list(told[0]), *told[1:]] == [content, "Ann Lind", *through]


@pytest.fixture(scope="module")
def whose():
    """Return (stance, sources, carriers) of each claim of a text that somebody is on record with."""
    from onrecord.workflow.read import ReadingOptions, build_reader

    reader = build_reader(ReadingOptions(sure=0))

    def read(text):
        claims = reader.read(Article(id="a", text=text))
        return {
            (c.stance.value, *(" and ".join(p.name for p in who) for who in (c.sources, c.via)))
            for c in claims
            if c.sources
        }

    return read


@pytest.mark.weights
@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Bloomberg reports that the mayor won among older voters, according to the Harbour Institute.",
         ("says", "Harbour Institute", "Bloomberg")),
        ("Ana Lind reported that the mill burnt, according to Reuters.", ("says", "Ana Lind", "Reuters")),
        ("Mayor Ana Lind said the driver, who police said held a Danish passport, had acted alone.",
         ("says", "police", "")),
        ("The port was shut, mayor Ana Lind told CNN affiliate Lier TV.", ("says", "Ana Lind", "Lier TV")),
        ('Norway said the driver, who police said held a Danish passport, had shown "cowardice" and fear.',
         ("says", "police", "")),
        ("Mayor Ana Lind said police had said that he was drunk.", ("says", "police", "Ana Lind")),
    ],
)  # fmt: skip
def test_who_carries_words_is_who_tells_them_of_another(whose, text, who):
    assert who in whose(text)


@pytest.mark.weights
@pytest.mark.parametrize(
    ("text", "stance", "who"),
    [
        ("Norway tested a missile in May, raising fears of a new war.", "fears", set()),
        ("Ana Lind wrote to the board, raising fears of a new flood.", "fears", {"Ana Lind"}),
        ("The talks are to go on, with both Ana Lind and Bo Berg expected to visit Lier.", "predicts",
         {"unnamed source"}),
        ("The talks are to go on, with Ana Lind expecting to visit Lier in June.", "predicts", {"Ana Lind"}),
    ],
)  # fmt: skip
def test_who_is_expected_or_feared_says_nothing_of_it(whose, text, stance, who):
    assert {one[1] for one in whose(text) if one[0] == stance} == who
