"""What is said inside a relative clause, with the noun it is said of."""

from spacy.tokens import Doc, Token

from onrecord.codebook.roles import roles
from onrecord.reading.attribution.cues import Cue
from onrecord.reading.attribution.spans import CueSpans, clean, phrase_tokens
from onrecord.reading.attribution.wording import head_of
from onrecord.reading.relative_pronouns import meant_noun

__all__ = ["is_fragment", "with_antecedent"]

_BESIDE = frozenset({"relcl", "acl", "appos", "conj", "cc"})


_SOME_OF = frozenset({"one", "some", "several", "many", "few", "most", "of", "the", "those", "these", "them"})
_POINTERS = frozenset({"as", "by", "exactly", "just", "so", "otherwise", "likewise", "us"})
"""Words that by themselves only point at what stands elsewhere: "as she had demanded", "feared otherwise"."""

_STAND_INS = frozenset({"that", "this", "it", "what", "was", "is", "'s", "exactly", "precisely"})
"""Words of a clause that only leads to the one who said it: "[that was what] she said"."""

_WHEN = frozenset({"DATE", "TIME"})


def is_fragment(doc: Doc, content: tuple[int, ...]) -> bool:
    """Tell whether a content tells nothing by itself.

    A relative pronoun and a clause cut off from it ("which … that she owned"), "so" or "otherwise" alone
    ("I think so"), only some of what is not told ("one of several"), only when ("since 2022"), or what
    stands in for what is told ("that was what"), and what breaks off before a list ("the dead were").
    """
    words = {doc[i].lower_ for i in content if not doc[i].is_punct}
    if words and (words <= _POINTERS or (words <= _SOME_OF and words != {"one"})):
        return True
    if "what" in words <= _STAND_INS:
        return True
    dated = [i for i in content if doc[i].ent_type_ in _WHEN]
    if dated and all(doc[i].tag_ == "IN" for i in content if i not in dated):
        return True
    if _is_title(doc, content):
        return True
    if _is_cut_off_before_list(doc, content):
        return True
    if len(content) == 1 and doc[content[0]].tag_ == "WDT" and doc[content[0]].dep_ == "pobj":
        return True  # "an attack, which they warned of"
    if len(content) < 2 or content[1] == content[0] + 1:
        return False
    return doc[content[0]].tag_ in {"WDT", "WP"} and doc[content[0]].lower_ in {"which", "that", "who"}


def _is_cut_off_before_list(doc: Doc, content: tuple[int, ...]) -> bool:
    """Tell whether what is told stands in another line: "said that the archive holds:"."""
    if not content or content[-1] + 1 >= len(doc) or doc[content[-1] + 1].text != ":":
        return False
    last, end = doc[content[-1]], content[-1] + 2
    ends = end >= len(doc) or doc[end].is_space
    return last.pos_ in {"AUX", "ADP"} or (last.pos_ == "VERB" and last.tag_ != "VBN" and ends)


def _is_title(doc: Doc, content: tuple[int, ...]) -> bool:
    """Tell whether a content is only what a writing is called: "argues in his book, ["The Long Quay"], …"."""
    if (
        not content
        or content[0] < 3
        or doc[content[0]].text not in _MARKS
        or content[-1] - content[0] > _TITLE
    ):
        return False
    before = content[0] - 2 if doc[content[0] - 1].text == "," else content[0] - 1
    noun = doc[before]
    whole = content[-1] - content[0] + 1 == len(content)
    named = noun.lemma_.lower() in roles().writings | _BOOKS and noun.head.lower_ in {"in", "of"}
    return whole and named and doc[content[-1]].text in _MARKS


_MARKS = frozenset({'"', "“", "”", "''", "``"})
_BOOKS = frozenset(
    {"novel", "memoir", "essay", "film", "song", "column", "autobiography", "documentary", "blog"}
)
_TITLE = 14
"""Tokens of the longest title."""


def with_antecedent(doc: Doc, cue: Cue, spans: CueSpans) -> tuple[int, ...]:
    """Return a content with the noun it is told of: "[the attacker], who police said [held a passport]"."""
    if (pronoun := _cut_off(doc, cue, spans)) is not None:
        return _told_of_noun(doc, cue, spans, pronoun)
    head = doc[cue.head]
    told = head_of(doc, spans.content)
    if judged := _judged_noun(doc, cue, spans):
        return tuple(sorted({*judged, *spans.content}))
    if head.dep_ != "relcl" or told is None or told.head.i != head.i or told.pos_ not in {"VERB", "AUX"}:
        return spans.content
    own = [c for c in head.children if c.dep_ in {"nsubj", "nsubjpass"}]
    whose = any(t.tag_ == "WP$" for c in own for t in c.children)  # "the army, whose spokesman said that …"
    if not own or whose or own[-1].lower_ in {"who", "which", "that"} or own[-1].i not in spans.source:
        return spans.content
    if {c.dep_ for c in told.children} >= {"nsubj", "dobj"} and told.lemma_ != "be":
        return spans.content
    if any(c.dep_ == "mark" and c.lower_ == "that" for c in told.children):
        return spans.content
    where = _where(head, own[-1])
    if where:
        return tuple(i for i in spans.content if i not in where)
    noun = _phrase_of(head.head)
    if not _is_whole(doc, noun):
        return spans.content
    return tuple(sorted({*noun, *spans.content} - set(spans.source) - set(cue.tokens)))


def _judged_noun(doc: Doc, cue: Cue, spans: CueSpans) -> tuple[int, ...]:
    """Return the noun a relative clause passes a verdict on: '[a blast] that X described as "planned"'."""
    verb, content, pronoun = doc[cue.head], spans.content, doc[cue.head].left_edge
    if verb.dep_ not in {"relcl", "acl"} or not content or not pronoun.i < min((*spans.source, verb.i)):
        return ()
    verdict = "verdict" in cue.entry.takes or "as" in {doc[content[0]].lower_, doc[content[0] - 1].lower_}
    if not verdict or content[0] < verb.i or pronoun.lower_ not in {"that", "which"}:
        return ()
    if any(c.dep_ == "dobj" and c != pronoun for c in verb.children):
        return ()
    noun = _phrase_of(verb.head)
    whole = verb.head.pos_ in {"NOUN", "PROPN"} and _is_whole(doc, noun) and noun[-1] < pronoun.i
    return noun if whole else ()


def _cut_off(doc: Doc, cue: Cue, spans: CueSpans) -> Token | None:
    """Return the relative pronoun that a saying parts from its clause: "fighters [who], X said, want …"."""
    first = min((*spans.source, *cue.tokens), default=0)
    at = first - 1
    while at > 0 and doc[at].text in _PARTING:
        at -= 1
    pronoun = doc[at]
    whole = bool(spans.source) and pronoun.dep_ != "pobj"  # "five shells, three of which it said landed"
    relative = whole and pronoun.tag_ in {"WDT", "WP"} and pronoun.lower_ in _RELATIVES
    behind = [doc[i] for i in spans.content if i > first]
    # "Accusations, which it calls a lie, that it struck first": of the strike the verdict is not passed.
    mixed = "verdict" in cue.entry.takes and any(t.pos_ == "VERB" for t in behind)
    return pronoun if relative and behind and not mixed and pronoun.i in spans.content else None


def _told_of_noun(doc: Doc, cue: Cue, spans: CueSpans, pronoun: Token) -> tuple[int, ...]:
    """Return what is said in a relative clause, with the noun in the place of its pronoun."""
    noun = meant_noun(pronoun) or _noun_before(pronoun)
    if noun is None or noun.i > pronoun.i or (pronoun.lower_ == "who" and noun.ent_type_ == "GPE"):
        return spans.content
    phrase = clean(doc, [i for i in _phrase_of(noun) if i < pronoun.i])
    clause = tuple(i for i in spans.content if i > pronoun.i)
    if not _is_whole(doc, phrase):
        return spans.content
    return tuple(sorted({*phrase, *clause} - set(spans.source) - set(cue.tokens)))


def _noun_before(pronoun: Token) -> Token | None:
    """Return the noun right before a pronoun, or before a date: "published [pictures] in May which, …"."""
    at = pronoun.i - 1
    while at > pronoun.sent.start and (pronoun.doc[at].text == "," or pronoun.doc[at].ent_type_ in _WHEN):
        at -= 2 if pronoun.doc[at - 1].tag_ == "IN" and pronoun.doc[at].ent_type_ in _WHEN else 1
    noun = pronoun.doc[at]
    return noun if noun.pos_ in {"NOUN", "PROPN"} else None


def _phrase_of(noun: Token) -> tuple[int, ...]:
    return phrase_tokens(noun, without=tuple(c.i for c in noun.children if c.dep_ in _BESIDE))


def _is_whole(doc: Doc, phrase: tuple[int, ...]) -> bool:
    """Tell whether a phrase stands in one piece, outside brackets."""
    joined = bool(phrase) and phrase[-1] - phrase[0] < len(phrase)
    return joined and all(doc[i].text not in {"(", ")"} for i in phrase)


_PARTING = frozenset({",", "-", "–", "—"})
_RELATIVES = frozenset({"who", "which", "that"})


def _where(verb: Token, subject: Token) -> set[int]:
    """Return what only leads to where or when it was said: "a show, [in which] he said …"."""
    parts = [c for c in verb.children if c.dep_ in {"prep", "advmod"} and c.i < subject.i]
    relative = [part for part in parts if any(t.tag_ in {"WDT", "WRB"} for t in part.subtree)]
    return {t.i for part in relative for t in part.subtree}
