"""How what was said is worded: whose it is by its subject, its modals, its predicate."""

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from onrecord.codebook.given_names import gender_of_name
from onrecord.codebook.stances import StanceBook
from onrecord.codebook.wordclasses import word_classes
from onrecord.reading.attribution.spans import CueSpans

__all__ = ["ASIDE", "BODIES", "FUTURE", "Wording", "has_words", "head_of"]

ASIDE = frozenset({"advcl", "relcl", "acl", "punct", "mark", "cc"})
"""What hangs beside a statement; never its head where anything else could be."""

_OUTER_MARKS, _INNER_MARKS = frozenset({'"', "“", "``", "''"}), frozenset({"'", "‘"})
"""Marks around what a speaker says, and around what he quotes in it."""

_SELF = frozenset({"it", "they", "he", "she", "we", "i"})
FUTURE = frozenset({"will", "would", "shall", "'ll", "wo"})
"""Auxiliaries of what is to come."""
BODIES = frozenset({"ORG", "GPE", "NORP"})
"""Labels of names that are no person's."""
_SEXES = {"he": "male", "she": "female"}


def head_of(doc: Doc, tokens: tuple[int, ...]) -> Token | None:
    """Return the highest token of a stretch, None of an empty one."""
    inside = set(tokens)
    tops = [doc[i] for i in tokens if doc[i].head.i not in inside or doc[i].head.i == i]
    tops = [t for t in tops if t.dep_ not in ASIDE] or tops
    tops = [t for t in tops if t.pos_ != "DET"] or tops
    verbs = [t for t in tops if t.pos_ in {"VERB", "AUX"}]
    return next(iter(verbs or tops), None)


def has_words(words: Iterable[str], text: str) -> bool:
    """Tell whether a word or phrase stands in a text whose words are parted by single spaces."""
    return any(f" {word} " in text for word in words)


class Wording:
    """What was said, with its words.

    Attributes:
        doc: Parsed document.
        spans: What belongs to the cue.
        book: The stance vocabulary.
        quoted: Tokens in quotation marks.
        of_itself: True when what is said is known to be about the source or its own state.
        of_another: True when it is known to be about another party.
        tokens: What was said, or of whom, where nothing else is.
        head: Its highest token, None when there is none.
    """

    def __init__(
        self,
        doc: Doc,
        spans: CueSpans,
        book: StanceBook,
        quoted: frozenset[int],
        of_itself: bool,
        of_another: bool,
    ) -> None:
        self.doc = doc
        self.quoted = quoted
        self.of_itself = of_itself
        self.of_another = of_another
        self.spans = spans
        self.book = book
        self.tokens = spans.content or spans.subject
        self.head = head_of(doc, self.tokens)

    def sign(self, name: str, tokens: Iterable[Token] | None = None) -> bool:
        """Tell whether a word or phrase of a sign stands in what was said (or in `tokens`)."""
        return has_words(self.book.signs.get(name, ()), self._words(tokens))

    def _self_subject(self) -> bool:
        assert self.head is not None
        subject = next((c for c in self.head.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
        if subject is None:
            return False
        if subject.i in self.quoted:
            if self._is_quoted_within(subject):
                return False
            ours = self.sign("own_powers", [subject]) and any(c.lower_ == "our" for c in subject.children)
            return subject.lower_ in {"we", "i"} or ours or self.of_itself
        if not self._may_stand_for_source(subject) and not self.of_itself:
            return False
        if subject.lower_ == "it" and subject.dep_ == "nsubjpass" and self._modals() & {"can", "could"}:
            return False  # "it could not be ruled out that …"
        if self.of_itself or self._is_self(subject):
            return True
        names = {self.doc[i].lemma_.lower() for i in self.spans.source if self.doc[i].pos_ == "PROPN"}
        return subject.dep_ == "nsubj" and subject.lemma_.lower() in names

    def _is_quoted_within(self, word: Token) -> bool:
        """Tell whether a quotation inside the quotation begins at a word: "no more of ‘[we] will see’"."""
        opens = word.i > 0 and self.doc[word.i - 1].text in _INNER_MARKS
        return opens and self.doc[self.tokens[0]].text in _OUTER_MARKS

    def _is_self(self, subject: Token) -> bool:
        """Tell whether a pronoun is the speaker's own."""
        return subject.lower_ in _SELF and self._may_stand_for_source(subject)

    def _may_stand_for_source(self, subject: Token) -> bool:
        """Tell whether a pronoun fits its speaker: no person is "it", no body "he", no several "it"."""
        speaker = head_of(self.doc, self.spans.source)
        if speaker is None:
            return True
        if subject.lower_ == "it":
            person = speaker.ent_type_ == "PERSON" or speaker.lower_ in {"he", "she"}
            return not person and speaker.tag_ not in {"NNS", "NNPS"}
        if subject.lower_ == "they":  # "the mayor warned shopkeepers that they would …"
            return speaker.ent_type_ != "PERSON" or any(c.dep_ == "conj" for c in speaker.children)
        if subject.lower_ in {"he", "she"}:
            if self._is_of_other_sex(subject):
                return False
            several = speaker.tag_ in {"NNS", "NNPS"} or speaker.lemma_ in word_classes().collectives
            return speaker.ent_type_ not in BODIES and not several
        return True

    def _is_of_other_sex(self, pronoun: Token) -> bool:
        """Tell whether "he" or "she" is neither the speaker nor whom a spokesman speaks for.

        "His wife said [he] would leave".
        """
        words = [self.doc[i] for i in self.spans.source]
        speaker = head_of(self.doc, self.spans.source)
        if speaker is None or any(t.lemma_.lower().startswith("spokes") for t in words):
            return False
        classes = word_classes()
        other = classes.female if pronoun.lower_ == "he" else classes.male
        before = [c for c in speaker.lefts if c.dep_ == "compound"]
        name = [t for t in (*before, speaker) if t.tag_ == "NNP"]
        sex = gender_of_name(name[0].lower_) if len(name) > 1 else None
        told = {t.lower_ for t in (*before, speaker)} | {speaker.lemma_}
        return not told.isdisjoint(other) or sex not in (None, _SEXES[pronoun.lower_])

    def _first_person(self) -> bool:
        assert self.head is not None
        return any(c.lower_ in {"we", "i"} and c.dep_ == "nsubj" for c in self.head.children)

    def _subject_words(self) -> list[Token]:
        assert self.head is not None
        return [t for c in self.head.children if c.dep_ in {"nsubj", "nsubjpass"} for t in c.subtree]

    def _statement(self) -> list[Token]:
        """Return the subject and the predicate, without further clauses."""
        return [*self._subject_words(), *self._predicate()]

    def _modals(self) -> set[str]:
        if self.head is None:
            return set()
        subjects = [c.i for c in self.head.children if c.dep_ in {"nsubj", "nsubjpass"}]
        # "Should Chad attempt it": a condition.
        return {
            "would" if c.lower_ == "'d" else c.lower_
            for c in self.head.children
            if c.tag_ == "MD"
            and not (c.lower_ == "should" and any(c.i < i for i in subjects))
            and not (c.lower_ == "'d" and c.nbor().lower_ == "better")  # "you'd better wait"
        }

    def _future(self) -> bool:
        return bool(self._modals() & FUTURE)

    def _would_face_it(self) -> bool:
        """Tell whether those warned would face harm: "warned Chad it would face sanctions"."""
        assert self.head is not None
        warned = [c for c in self.head.head.children if c.dep_ == "dobj" and c.i < self.head.i]
        faced = [c for c in self.head.children if c.dep_ == "dobj"]
        they = any(c.dep_ == "nsubj" and c.lower_ in {"it", "they"} for c in self.head.children)
        faces = self._future() and they and self.head.lemma_ == "face"
        return bool(warned) and faces and self.sign("faced", faced)

    def _near_head(self) -> list[Token]:
        assert self.head is not None
        return sorted([self.head, *(c for c in self.head.children if c.pos_ != "PUNCT")], key=lambda t: t.i)

    def _predicate(self) -> list[Token]:
        """Return the head and what stands right of its subject, without further clauses."""
        assert self.head is not None
        further = {"advcl", "parataxis", *(("ccomp",) if self.head.lemma_ != "be" else ())}
        clauses = [c for c in self.head.children if c.dep_ in further]
        clauses += [t for t in self.head.subtree if t.dep_ == "relcl"]
        clauses += [
            c
            for c in self.head.children
            if c.dep_ == "conj" and any(s.dep_ in {"nsubj", "nsubjpass", "expl"} for s in c.children)
        ]
        clauses += [t for t in map(self.doc.__getitem__, self.tokens) if self._is_second_statement(t)]
        inner = {t.i for clause in clauses for t in clause.subtree}
        subject = {
            t.i for c in self.head.children if c.dep_ in {"nsubj", "nsubjpass", "csubj"} for t in c.subtree
        }
        sentence = self.head.sent
        return [
            self.doc[i]
            for i in self.tokens
            if i not in inner and i not in subject and sentence.start <= i < sentence.end
        ]

    def _is_second_statement(self, token: Token) -> bool:
        """Tell whether a clause was parsed beside the first: "that it was late, and [there was no bus]"."""
        beside = token.dep_ == "conj" and token != self.head and token.head.i not in self.tokens
        return beside and any(s.dep_ in {"nsubj", "nsubjpass", "expl"} for s in token.children)

    def _words(self, tokens: Iterable[Token] | None = None) -> str:
        chosen = [self.doc[i] for i in self.tokens] if tokens is None else list(tokens)
        lemmas = " ".join("not" if t.lower_ == "n't" else t.lemma_.lower() for t in chosen)
        return f" {lemmas} | {' '.join(t.lower_ for t in chosen)} "
