"""Where the words of a mention stand in an article's running text."""

from onrecord.evaluation.linking_ecbplus import EcbDocument, EcbMention
from onrecord.evaluation.linking_vectors import places_of, text_of, vectors_of
from onrecord.records import DeedVector

TOKENS = ("Arkania", "carried", "a", "raid", "out", ".")
MENTION = EcbMention("a:1", "ACT1", (1, 3, 4), 0)


class Seen:
    def finding(self, text):
        self.text = text
        return self

    def vector(self, places):
        words = [self.text[start:end] for start, end in places]
        return DeedVector("test", " ".join(words).encode())


def test_each_word_of_a_mention_is_found_in_the_text_of_its_article():
    document = EcbDocument("a", 1, TOKENS, (0,) * 6, (MENTION,))
    assert [text_of(document)[a:b] for a, b in places_of(document, MENTION)] == ["carried", "raid", "out"]


def test_a_mention_is_seen_by_its_words_and_articles_without_any_are_not_read():
    documents = [EcbDocument("a", 1, TOKENS, (0,) * 6, (MENTION,)), EcbDocument("b", 1, TOKENS, (0,) * 6, ())]
    assert vectors_of(documents, Seen()) == {"a:1": DeedVector("test", b"carried raid out")}
