"""Reading ECB+'s layout, on a document of our own."""

import pytest

from onrecord.errors import UsageError
from onrecord.evaluation.linking_ecbplus import read_ecbplus

WORDS = ["Arkania", "shelled", "Belmor", ".", "The", "shelling", "did", "not", "stop", "."]


@pytest.fixture
def folder(tmp_path):
    tokens = "".join(
        f'<token t_id="{i + 1}" sentence="{0 if i < 4 else 1}" number="{i}">{word}</token>'
        for i, word in enumerate(WORDS)
    )
    (tmp_path / "xml" / "7").mkdir(parents=True)
    (tmp_path / "xml" / "7" / "7_1ecb.xml").write_text(
        f"""<Document doc_name="7_1ecb.xml">{tokens}<Markables>
        <ACTION_OCCURRENCE m_id="1"><token_anchor t_id="2"/></ACTION_OCCURRENCE>
        <ACTION_OCCURRENCE m_id="2"><token_anchor t_id="6"/></ACTION_OCCURRENCE>
        <NEG_ACTION_ASPECTUAL m_id="3"><token_anchor t_id="9"/></NEG_ACTION_ASPECTUAL>
        <HUMAN_PART_GPE m_id="4"><token_anchor t_id="1"/></HUMAN_PART_GPE>
        <ACTION_OCCURRENCE m_id="5" TAG_DESCRIPTOR="shelling"/></Markables><Relations>
        <CROSS_DOC_COREF r_id="1" note="ACT1"><source m_id="1"/><source m_id="2"/><target m_id="5"/>
        </CROSS_DOC_COREF></Relations></Document>""",
        encoding="utf-8",
    )
    (tmp_path / "coreference_sentences.csv").write_text(
        "Topic,File,Sentence Number\n7,1ecb,0\n7,1ecb,1\n", encoding="utf-8"
    )
    return tmp_path


def test_event_mentions_of_validated_sentences_are_read_with_their_clusters(folder):
    (document,) = read_ecbplus(folder)
    assert [(m.tokens, m.cluster) for m in document.mentions] == [
        ((1,), "ACT1"),
        ((5,), "ACT1"),
        ((8,), "7_1ecb:3"),
    ]


def test_a_sentence_that_was_not_validated_gives_no_mention(folder):
    (folder / "coreference_sentences.csv").write_text("Topic,File,Sentence Number\n7,1ecb,1\n")
    (document,) = read_ecbplus(folder)
    assert [m.tokens for m in document.mentions] == [(5,), (8,)]


def test_a_topic_that_is_not_there_is_named(folder):
    with pytest.raises(UsageError, match="no topic 9; it has 7"):
        read_ecbplus(folder, [9])
