"""The word by which a claim names an event told before: "that", "the sale", "the account Chad dismissed"."""

from spacy.tokens import Doc, Token

from onrecord.reading.attribution.wording import head_of
from onrecord.reading.claims.leaning import DEMONSTRATED, LeaningWords
from onrecord.reading.layers import Attribution

__all__ = ["SHORT", "is_generic", "is_one_by_name", "is_pronoun", "short_name"]

SHORT = 7
"""Words up to which a noun phrase is a name for an event told before ("the Belarusian shipment")."""

_ASIDE = frozenset({"a", "an"})
"""How what points back at its own sentence begins: ", a claim the army denies"."""

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def short_name(
    doc: Doc, one: Attribution, tokens: tuple[int, ...], words: LeaningWords, *, judges: bool
) -> Token | None:
    """Return the noun or pronoun that may stand for an event told before, None where none does.

    Args:
        doc: Parsed document.
        one: The attribution.
        tokens: What it tells, or of what.
        words: What may stand for an event.
        judges: Whether its stance is a judgement, which may be a clause of its own ("argued that [the sale]
            conforms with the law").
    """
    top = head_of(doc, tokens)
    if top is None:
        return None
    if top.pos_ in {"VERB", "AUX"}:
        return _judged_subject(top, one, tokens, words) if judges else None  # its own event, or none
    heads = [top, *(t for i in tokens if (t := doc[i]).dep_ != "conj")]
    return next((t for t in heads if _may_name(t, words) and _is_short(t, one, tokens, words)), None)


def _judged_subject(
    verb: Token, one: Attribution, tokens: tuple[int, ...], words: LeaningWords
) -> Token | None:
    """Return the subject of a clause that judges, where it names what was told: "[the sale] conforms"."""
    subject = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
    if subject is None or subject.pos_ == "PRON" or subject.lemma_.lower() in words.generic:
        return None
    until = tuple(i for i in tokens if i <= subject.i)
    return subject if _may_name(subject, words) and _is_short(subject, one, until, words) else None


def _may_name(token: Token, words: LeaningWords) -> bool:
    lemma = token.lemma_.lower()
    known = lemma in words.nouns or lemma in words.frames or lemma in words.generic
    return is_pronoun(token) or (token.pos_ == "NOUN" and known)


def _is_short(head: Token, one: Attribution, tokens: tuple[int, ...], words: LeaningWords) -> bool:
    """Tell whether a word is a short name: pointed at, owned, or told of by its own clause.

    "An account that Uganda dismissed" is the account just given.
    """
    doc = head.doc
    phrase = [doc[i] for i in tokens if not doc[i].is_punct]
    left = [t for t in phrase if t.i <= head.i and t.pos_ != "ADV" and t.dep_ != "mark"]
    # "[just] the opposite"; "denied [that] an attack was under way" points at none
    if is_pronoun(head):
        return len(phrase) == 1 and head.lower_ in DEMONSTRATED
    own_clause = any(c.dep_ == "relcl" and c.i in one.cue for c in head.children)
    owned = any(t.dep_ == "poss" for t in head.children)
    pointed = bool(left) and left[0].lower_ in words.pointing
    aside = bool(left) and left[0].lower_ in _ASIDE and doc[left[0].i - 1].text == ","
    return len(left) <= SHORT and (pointed or owned or own_clause or aside)


def is_generic(noun: Token, words: LeaningWords) -> bool:
    """Tell whether a noun only stands for what was said: "the report", but not "the issue of pay"."""
    told = any(c.dep_ == "prep" and c.lower_ in {"of", "about", "over"} for c in noun.children)
    return noun.lemma_.lower() in words.generic and not told


def is_pronoun(token: Token) -> bool:
    """Tell whether a token points at something told; the parser takes many a "that" for a conjunction."""
    return token.pos_ == "PRON" or token.lower_ in DEMONSTRATED


def is_one_by_name(noun: Token) -> bool:
    """Tell whether one deed is meant by where it was: "the Lema [attack]"."""
    return noun.tag_ == "NN" and any(
        c.dep_ in ("compound", "amod") and c.text[0].isupper() for c in noun.children
    )
