"""Which words of a source stretch speak: its heads, where several nouns may tell one person."""

from dataclasses import replace

from spacy.tokens import Doc, Token

from onrecord.codebook.roles import roles
from onrecord.codebook.wordclasses import word_classes
from onrecord.reading.attribution.source_parties import is_one_or_more
from onrecord.reading.attribution.wording import head_of
from onrecord.reading.layers import Mention, MentionForm, span_of
from onrecord.records import Party, PartyKind, slug

__all__ = ["heads_of", "is_of_two_callings", "is_seat", "last_person", "named_last", "told_by_both"]

_EACH = frozenset({"none", "neither", "both", "all", "each", "either"})
"""Words that count through the parties after "of": "none of [the three governments]"."""

_PARTIES = frozenset({"D", "R", "I"})
"""Letters of parties before a lawmaker's home: "R-Tenn."."""

_PAIR = 2

_ONCE = frozenset({"former", "current", "retired"})


def heads_of(doc: Doc, tokens: tuple[int, ...]) -> list[Token]:
    """Return the head of a source stretch and its conjuncts, in the order of the parse."""
    top = head_of(doc, tokens)
    if top is None:
        return []
    if doc[tokens[-1] + 1 : tokens[-1] + 2].text == "who" and (meant := _of_whom_it_is_told(top)).i != top.i:
        return [meant, *(c for c in meant.conjuncts if meant.i > top.i)]
    if top.dep_ == "prep" or top.pos_ == "ADP":
        top = next((c for c in top.children if c.dep_ == "pobj" and c.i in tokens), top)
    if top.lower_ in _EACH:
        whom = (c for p in top.children if p.lower_ == "of" for c in p.children)
        top = next((c for c in whom if c.dep_ == "pobj" and c.i in tokens), top)
    inside, heads, queue = set(tokens), [], [top]
    while queue:
        token = queue.pop(0)
        heads.append(token)
        queue.extend(c for c in token.children if c.dep_ == "conj" and c.i in inside and _is_another(c))
    single = _is_role_of_first(heads) or _is_told_apart(doc, heads, tokens)
    return heads[:1] if single else heads


def _is_another(noun: Token) -> bool:
    """Tell whether a word joined to a head is one more who speaks, no verb and no "one or [more] of them"."""
    return noun.pos_ != "VERB" and not is_one_or_more(noun.head)


def _is_told_apart(doc: Doc, heads: list[Token], tokens: tuple[int, ...]) -> bool:
    """Tell whether what stands between a name's commas only says what it is, in two nouns.

    "[Norway], Denmark's ally and its gateway to the world, said"; a list ends in no comma.
    """
    if len(heads) < _PAIR or heads[0].pos_ != "PROPN" or heads[1].pos_ != "NOUN":
        return False
    behind = doc[tokens[-1] + 1 : tokens[-1] + 3]
    ends = (
        len(behind) == _PAIR and behind[0].text == "," and behind[1].tag_ not in {"WP", "WDT", "WRB", "WP$"}
    )
    begins = heads[1].left_edge.i > 0 and doc[heads[1].left_edge.i - 1].text == ","
    nouns = heads[1:]
    told = all(any(c.dep_ in {"poss", "det"} for c in n.children) and n.tag_ == "NN" for n in nouns)
    return begins and ends and told and not any(n.lemma_ in word_classes().kin for n in nouns)


def _of_whom_it_is_told(noun: Token) -> Token:
    """Return the subject of what somebody is said to be: "[Lind] is a liar and cheat who vowed to go on"."""
    above = noun.head.head
    if noun.lower_ == "those" and noun.head.lower_ == "among" and above.lemma_ == "be":
        named = [c for c in above.children if c.dep_ in {"nsubj", "attr"} and c.i > above.i]
        return named[0] if named else noun
    told = noun
    while told.dep_ in {"conj", "appos"} and told.head.i != told.i:
        told = told.head
    if told.dep_ != "attr" or told.head.lemma_ != "be":
        return noun
    verb = told.head
    while verb.dep_ == "conj" and not any(c.dep_ == "nsubj" for c in verb.children):
        verb = verb.head  # "[Lind] lies and is a cheat"
    subjects = [c for c in verb.children if c.dep_ == "nsubj" and c.pos_ in {"NOUN", "PROPN"}]
    return subjects[0] if subjects and noun.text.islower() else noun


def _is_role_of_first(heads: list[Token]) -> bool:
    """Tell whether the last of several heads says what the first is: "Ann Lind, Asia and EU [analyst]"."""
    first, last = heads[0], heads[-1]
    bare = last.tag_ == "NN" and all(c.dep_ not in {"det", "poss", "nummod"} for c in last.children)
    return (
        len(heads) > 1
        and first.ent_type_ == "PERSON"
        and bare
        and roles().offices.get(last.lemma_) is not None
    )


def named_last(
    doc: Doc, heads: list[Token], tokens: tuple[int, ...], mentions: tuple[Mention, ...]
) -> Mention | None:
    """Return the one person whose name follows all that he is: "chairman and chief executive [Bo Lind]"."""
    persons = (m for m in mentions if m.party.kind is PartyKind.PERSON and m.form is MentionForm.NAME)
    named = next((m for m in persons if m.end == tokens[-1] + 1), None)
    if named is None or len(heads) == 1 or named.start <= heads[0].i:
        return None
    last = named.start
    while last > heads[0].i + 1 and _is_bare_role(doc[last - 1]):
        last -= 1
    told = named.party.role is not None or last < named.start
    joined = told and doc[last - 1].lower_ == "and" and doc[named.head].tag_ == "NNP"
    described = [h for h in heads if h.i < named.start]
    unnamed = all(_is_bare_role(h) and h.ent_type_ != "PERSON" for h in described)
    return named if joined and unnamed and all(doc[i].tag_ != "POS" for i in tokens) else None


def is_of_two_callings(heads: list[Token]) -> bool:
    """Tell whether two nouns tell one person: "the painter and [decorator]", "the former mayor and [spy]"."""
    if len(heads) != _PAIR or heads[0].tag_ != "NN" or heads[0].pos_ != "NOUN":
        return False
    first, last = heads
    begun = [c for c in first.children if c.dep_ in {"det", "poss", "nummod"}]
    was_first, was_last = (any(c.lower_ in _ONCE for c in h.children if c.dep_ == "amod") for h in heads)
    told = was_first or was_last or last.lemma_.lower() in word_classes().callings
    person = was_first or (
        first.lemma_.lower() in {*roles().offices, *roles().unnamed, *word_classes().callings}
    )
    ones = all(c.lower_ in {"the", "a", "an"} for c in begun) and bool(begun)
    return ones and person and told and last.tag_ == "NN" and _is_bare_role(last)


def told_by_both(
    doc: Doc, heads: list[Token], parties: tuple[Party, ...], mentions: tuple[Mention, ...]
) -> tuple[Party, ...]:
    """Return who is told by two nouns: "Mr [Lind], a painter and decorator", else "painter and decorator"."""
    span = parties[0].span
    if len(parties) != 1 or parties[0].kind is not PartyKind.UNKNOWN or span is None:
        return parties
    start = next(t.i for t in doc[heads[0].sent.start : heads[0].i + 1] if t.idx + len(t) > span.start)
    while doc[start].pos_ == "DET":
        start += 1
    told = span_of(doc, start, heads[-1].i + 1)
    words = [t.lower_ for t in doc[start : heads[-1].i + 1]]
    for m in mentions:
        introduced = m.party.kind is PartyKind.PERSON and m.form is MentionForm.NAME and m.end < start
        after = [t.lower_ for t in doc[m.end : m.end + len(words) + 2]]
        if introduced and after[:1] == [","] and words in (after[1:-1], after[2:]):
            return m.parties
    one = replace(parties[0], name=told.text, id=f"unknown:{slug(told.text)}", span=told)
    return (one,)


def _is_bare_role(head: Token) -> bool:
    """Tell whether a noun says what one person is, with nothing that would begin another: "[analyst]"."""
    table, noun = roles(), head.lemma_.lower()
    one = head.tag_ in {"NN", "NNP"} and noun not in word_classes().collectives
    known = noun in table.offices or noun in table.unnamed or noun in word_classes().callings
    return one and known and all(c.dep_ not in {"det", "poss", "nummod"} for c in head.children)


def last_person(
    doc: Doc, heads: list[Token], tokens: tuple[int, ...], mentions: tuple[Mention, ...]
) -> list[Token]:
    """Return the person right before the cue, where the parse takes him for another just named.

    "… another leader to quit, Ali Saleh, [the institute's Bo Lind] said": nobody is two persons by name.
    Nor does the body speak of which he is: "the Centre for Sea Studies' [Bo Lind] said", "the Sea Union
    (SU) [chief Bo Lind] said".
    """
    persons = {m.head: m for m in mentions if m.party.kind is PartyKind.PERSON and m.form is MentionForm.NAME}
    if len(heads) != 1:
        return heads
    whose = next((m for m in persons.values() if m.end == tokens[-1] + 1 and m.start > heads[0].i), None)
    if whose is not None and (doc[whose.start - 1].tag_ == "POS" or _follows_initials(doc, whose)):
        return [doc[whose.head]]
    if heads[0].i not in persons:
        return heads
    first = persons[heads[0].i]
    last = next((m for m in persons.values() if m.end == tokens[-1] + 1 and m.head in tokens), first)
    governor = doc[last.head].head
    told_of = governor.dep_ == "pobj" and governor.tag_ == "NN"  # "Ann Lind, of the group Nortix"
    other = last.party.id != first.party.id and doc[last.head].dep_ == "appos" and not told_of
    return [doc[last.head]] if other else heads


def _follows_initials(doc: Doc, person: Mention) -> bool:
    """Tell whether a body's initials stand before what somebody is: "the Sea Union (SU) [chief Bo Lind]"."""
    around = doc[max(0, person.start - 3)].text, doc[person.start - 1].text
    return around == ("(", ")") and person.party.role is not None


def is_seat(head: Token) -> bool:
    """Tell whether a word is a lawmaker's party and home, and nobody: "Ann Lind, [R-Tenn.], and Bo Cole"."""
    before = [c.text for c in head.children if c.i < head.i]
    return len(before) > 1 and before[0] in _PARTIES and before[1] in {"-", "–"}
