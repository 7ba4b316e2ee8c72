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
