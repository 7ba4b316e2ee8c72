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
