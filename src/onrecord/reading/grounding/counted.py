"""What a number counts, read off the parse: the thing, its unit, who is meant, and what became of them."""

from dataclasses import dataclass

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from onrecord.codebook.wordclasses import word_classes
from onrecord.reading.grounding.clauses import believed_of
from onrecord.reading.grounding.measures import measures

__all__ = ["UNKNOWN", "Counted", "counted_by", "is_part"]

UNKNOWN = "unknown"
"""Unit of a number whose thing is not told."""
MODIFIER = frozenset({"nummod", "amod", "compound", "quantmod", "nmod", "predet", "det", "poss"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
WRAPPERS = frozenset(
    {"total", "number", "group", "convoy", "crowd", "rest", "remains", "body", "pair", "team"}
)
"""Nouns through which "of" leads on to what is counted."""
LEFT_OUT = frozenset(
    {"more", "other", "others", "additional", "extra", "further", "estimated", "such", "same"}
)


@dataclass(frozen=True, slots=True)
class Counted:
    """What a number counts.

    Attributes:
        token: The noun counted; None when the number stands alone.
        unit: Its unit, singular lower case; "share" or a currency code where the number brings one.
        population: Who or what is counted, as told; None for plain "people" and for money.
        measure: What became of them ("killed"), None when untold.
        verb: The verb that tells it, or that governs the number; None outside a clause.
        by_deed: True when the verb itself tells the measure, so that its tense is the deed's.
    """

    token: Token | None
    unit: str
    population: str | None
    measure: str | None
    verb: Token | None
    by_deed: bool = False


def counted_by(
    number: Token,
    span: TokenSpan,
    unit: str | None,
    of: Token | None = None,
    dated: frozenset[int] = frozenset(),
) -> Counted:
    """Return what a number counts.

    Args:
        number: The number's token, the one the parse hangs on the rest.
        span: The number with its hedge, currency or percent sign.
        unit: A unit the number brings itself: a currency code or "share".
        of: The thing counted, when the caller knows it.
        dated: Tokens of dates; they are never what is counted.
    """
    noun = of if of is not None else _noun(number, span, unit)
    if noun is not None and noun.i in dated:
        noun = None
    if unit is not None and unit != "share":
        verb, measure = _deed(noun if noun is not None and noun.i < span.end else number)
        return Counted(None, unit, None, measure, verb, measure is not None)
    node = noun if noun is not None else number
    measure = None if noun is None else measures().nouns.get(noun.lemma_.lower())
    verb, told = _deed(_outermost(number, noun), clauses=not is_part(span))
    whole = _is_whole(number, noun) or _follows_part(span)
    if whole and (verb is None or verb.head != noun):
        told = None
    by_deed = told is not None or (
        measure is not None and verb is not None and verb.lemma_ in measures().causes
    )
    if measure is None:
        measure = _modifier(node) or told
    if noun is None:
        name = None
        if measure is None:
            measure, name, verb = _by_subject(number) or (None, None, verb)
        following = number.doc[span.end].lower_ if span.end < len(number.doc) else ""
        people = unit is None and (following == "who" or (measure is not None and _of_people(measure)))
        noun_unit = unit or name or ("person" if people else UNKNOWN)
        return Counted(None, noun_unit, None, measure, verb, by_deed)
    if verb is None and noun.head == number:
        told_by = _by_subject(number)
        verb = told_by[2] if told_by else None
    if noun.pos_ == "PRON":
        return Counted(noun, "person", None, measure, verb, by_deed)
    beside = _counted_beside(noun)
    classes = word_classes()
    things = noun.lemma_.lower() in classes.settlements | classes.captured
    people = measure is not None and _of_people(measure) and not things
    unit_told = "person" if beside is not None and people else _unit(noun)
    population = _population(noun, span)
    if beside is not None and population is not None:
        population = f"{population}{noun.doc[noun.i : beside.i + 1].text.removeprefix(noun.text)}"
    return Counted(noun, unit_told, population, measure, verb, by_deed)


def _counted_beside(noun: Token) -> Token | None:
    """Return the last noun that shares a number: "500 police, guards and [soldiers]".

    None where there is none, or where one has a number or article of its own.
    """
    last = noun
    while True:
        joined = [c for c in last.children if c.dep_ == "conj"]
        if not joined:
            return None if last == noun else last
        own = [c for c in joined[0].children if c.dep_ not in ("conj", "cc", "punct")]
        if joined[0].pos_ != "NOUN" or any(
            c.dep_ not in ("compound", "amod") or c.tag_ == "VBN" for c in own
        ):
            return None
        if joined[0].left_edge.i > last.i + 2:
            return None  # what stands between belongs to the noun alone
        last = joined[0]


def _is_whole(number: Token, noun: Token | None) -> bool:
    """Tell whether the number is the whole of which another number is a part: "21 of 25 drones".

    Such a whole takes no measure from around it. Here the parse tells the part, as figures are yet to be
    read; where they have been, `bind` goes by their places.
    """
    if noun is None or noun.dep_ != "pobj" or noun.head.lower_ not in ("of", "in"):
        return False
    part = noun.head.head
    return part.like_num and part.i < number.i and number.head == noun


def _follows_part(span: TokenSpan) -> bool:
    """Tell whether a number stands behind one that is a part of it, however the parse joins the two."""
    before = [t for t in span.doc[max(0, span.start - 3) : span.start] if t.lower_ != "the"][-2:]
    return len(before) > 1 and before[1].lower_ == "of" and before[0].like_num


def is_part(span: TokenSpan) -> bool:
    """Tell whether a number is a part of another, of which a clause behind tells: "[2] of 5 shells fired"."""
    after = [t for t in span.doc[span.end : span.end + 3] if t.lower_ != "the"]
    return len(after) > 1 and after[0].lower_ == "of" and after[1].like_num


def _of_people(measure: str) -> bool:
    return measure not in (
        "fired",
        "launched",
        "shot down",
        "shipped",
        "destroyed",
        "damaged",
        "found",
        "bought",
    )


def _noun(number: Token, span: TokenSpan, unit: str | None) -> Token | None:
    """Return the noun counted: the one the number modifies, the one after "of", or the next plural."""
    if number.dep_ in MODIFIER and number.head.i >= span.end and not _is_fate(number.head):
        owners = _owners_between(span, number.head)
        return owners if owners is not None else _through(number.head)
    last = span[-1]
    if unit == "share" and last.dep_ == "nummod" and last.head.i >= span.end:  # "one in five children"
        return last.head
    if span.end >= len(number.doc):
        return None
    following = number.doc[span.end]
    if following.lower_ == "of":
        # "Half of the $2 million": a part of a sum counts no millions.
        objects = [c for c in following.children if c.dep_ == "pobj" and not (unit == "share" and c.like_num)]
        return _through(objects[0]) if objects else None
    linked = following.head == number or following.head in number.ancestors
    if following.lemma_.lower() in measures().nouns and linked and following.pos_ in ("NOUN", "ADJ"):
        return following
    return _next_plural(following) if unit is None else None


def _is_fate(word: Token) -> bool:
    """Tell whether a participle tells what became of a number: "41 were killed and 160 [hurt]"."""
    return word.pos_ == "VERB" and word.tag_ == "VBN" and word.dep_ == "conj"


def _owners_between(span: TokenSpan, thing: Token) -> Token | None:
    """Return those whose a thing is, where they stand next to the number: "up to 90 [pupils]' data"."""
    owners = (c for c in thing.children if c.dep_ == "poss" and c.tag_ in ("NNS", "NNPS"))
    return next((owner for owner in owners if owner.left_edge.i == span.end or _is_next(span, owner)), None)


def _is_next(span: TokenSpan, owner: Token) -> bool:
    """Tell whether only adjectives stand between a number and those it may count."""
    return span.end <= owner.i and all(t.pos_ in ("ADJ", "PROPN") for t in owner.doc[span.end : owner.i])


def _next_plural(following: Token) -> Token | None:
    """Return the plural that follows at once, adjectives between; the parse may have hung it elsewhere."""
    for token in following.doc[following.i : following.i + 4]:
        if token.tag_ in ("NNS", "NNPS"):
            return token
        if token.tag_ not in ("JJ", "NN", "NNP", "VBN"):
            break
    return None


def _through(noun: Token) -> Token:
    """Follow a numeral to what it counts: "one in [five] children"."""
    if noun.pos_ == "NUM" and noun.head.i > noun.i and noun.dep_ == "nummod":
        return noun.head
    return noun


def _outermost(number: Token, noun: Token | None) -> Token:
    """Return the token whose place in the clause is the number's: "hundreds" of "hundreds of shells"."""
    if noun is None or noun.head == number:
        return number
    top = noun
    while top.dep_ == "pobj" and top.head.lower_ in ("of", "in") and top.head.dep_ in ("prep", "quantmod"):
        above = top.head.head
        lemma = above.lemma_.lower()
        if above.i > number.i and above != number and lemma not in WRAPPERS:
            break
        if above.pos_ == "VERB":
            break
        if above == number or lemma in WRAPPERS or above.like_num or above.i <= number.i:
            top = above
            continue
        break
    return top


def _deed(node: Token, *, clauses: bool = True) -> tuple[Token | None, str | None]:
    """Return the verb that governs a phrase and what it says became of those counted.

    Args:
        node: What the phrase hangs on.
        clauses: False where a clause behind the phrase tells of others than those counted.
    """
    words = measures()
    role, top = node.dep_, node
    while role in ("conj", "appos", "nummod", "quantmod", "compound") and top.head != top:
        top = top.head
        role = top.dep_
        if top.pos_ in ("VERB", "AUX"):
            return _judged(top, "dobj")
    for child in node.children if clauses else ():
        if child.dep_ in ("acl", "relcl") and child.tag_ == "VBN":
            measure = words.objects.get(child.lemma_) or words.subjects.get(child.lemma_)
            if measure is not None:
                return child, measure
    head = top.head
    if role == "pobj" and head.dep_ in ("prep", "agent", "dative"):
        return None, None
    believed = believed_of(top)
    if believed is not None:
        return _judged(*believed)
    if head.pos_ in ("VERB", "AUX") and head != top:
        return _judged(head, role)
    if head.lemma_.lower() in words.states and role in SUBJECTS:
        return head.head if head.head.pos_ == "VERB" else None, words.states[head.lemma_.lower()]
    return None, None


def _judged(verb: Token, role: str) -> tuple[Token, str | None]:
    """Return the verb and what it says became of those in a role of it; casualties if killed or wounded."""
    verb, told = _judged_alone(verb, role)
    if told not in _HARMED:
        return verb, told
    twin = next((v for v in (verb.head, *verb.children) if _is_twin(v, verb)), None)
    if twin is None or _judged_alone(twin, role)[1] not in _HARMED - {told}:
        return verb, told
    return verb, "casualties"


_HARMED = frozenset({"killed", "wounded"})


def _is_twin(other: Token, verb: Token) -> bool:
    """Tell whether two joined verbs share those they harm: "[killed] or [wounded] nine"."""
    first, second = sorted((other, verb), key=lambda token: token.i)
    if second.dep_ != "conj" or second.head != first:
        return False
    if any(t.like_num for t in second.children if t.i < second.i):
        return False  # "killed and [160] hurt"
    both = [t for v in (first, second) for t in v.children if t.dep_ in ("dobj", "nsubjpass")]
    return len(both) == 1 and not any(t.dep_ in SUBJECTS for t in second.children)


def _judged_alone(verb: Token, role: str) -> tuple[Token, str | None]:
    words = measures()
    lemma = verb.lemma_.lower()
    for child in verb.children:
        told = words.phrases.get((lemma, child.lemma_.lower()))
        if told is not None:
            return verb, told
        state = words.states.get(child.lemma_.lower())
        if (
            state is not None
            and child.dep_ in ("oprd", "acomp", "ccomp", "advcl", "xcomp")
            and lemma in ("leave", "be")
        ):
            return verb, state
    passive = any(child.dep_ == "auxpass" for child in verb.children) or role == "nsubjpass"
    if lemma in words.passive and not passive:
        return verb, None
    if role in ("dobj", "nsubjpass", "oprd", "attr", "ccomp", "dative") or (role in SUBJECTS and passive):
        return verb, words.objects.get(lemma)
    if role in SUBJECTS:
        reduced = verb.tag_ == "VBN" and not any(child.dep_ in ("aux", "dobj") for child in verb.children)
        return verb, words.subjects.get(lemma) or (words.objects.get(lemma) if reduced else None)
    return verb, None


def _modifier(noun: Token) -> str | None:
    """Return the measure of "displaced people", "wounded soldiers"."""
    words = measures()
    for child in noun.children:
        if child.dep_ in ("amod", "compound") and child.tag_ in ("VBN", "JJ"):
            measure = words.objects.get(child.lemma_.lower()) or words.states.get(child.lower_)
            if measure is None and child.lower_.endswith("ed"):
                measure = child.lower_ if child.lower_ in set(words.objects.values()) else None
            if measure is not None:
                return measure
    return None


def _by_subject(number: Token) -> tuple[str | None, str, Token] | None:
    """Return measure, unit and verb where the number completes its subject: "the toll rose to 60"."""
    verb = number.head
    while verb.pos_ == "ADP" and verb.head != verb:
        verb = verb.head
    verb = _verb_above_number(verb) or verb
    if verb.pos_ not in ("VERB", "AUX"):
        return None
    words = measures()
    for child in verb.children:
        if child.dep_ not in (*SUBJECTS, "dobj"):
            continue
        lemma = child.lemma_.lower()
        if lemma in words.nouns:
            return words.nouns[lemma], "person", verb
        for of in child.children:
            if of.lower_ == "of" and lemma in _COUNTS:
                for thing in of.children:
                    if thing.dep_ == "pobj" or thing.lower_ in words.states:
                        told = (words.objects.get(c.lemma_) for c in thing.children if c.dep_ == "acl")
                        measure = words.nouns.get(thing.lemma_.lower()) or words.states.get(thing.lower_)
                        measure = measure or next(told, None)
                        if measure is not None or lemma != "toll":
                            return measure, _unit(thing), verb
        if lemma == "toll":
            return "killed", "person", verb
    return None


_COUNTS = frozenset({"number", "count", "tally", "toll", "total"})
"""Nouns of how many there are of what stands behind their "of"."""


def _verb_above_number(participle: Token) -> Token | None:
    """Return the verb of a number of people told by a participle: "[put] the number of dead found at 45"."""
    of = participle.head.head
    counted = participle.dep_ == "acl" and participle.head.dep_ == "pobj" and of.lower_ == "of"
    return of.head.head if counted and of.head.lemma_ in _COUNTS else None


def _behind_hyphen(noun: Token) -> Token:
    """Return what is counted behind a prefix that the parser takes for it: "four co-[defendants]"."""
    behind = noun.doc[noun.i + 1 : noun.i + 3]
    prefix = noun.lower_ in _PREFIXES and [t.text for t in behind[:1]] == ["-"] and len(behind) == 2
    return behind[1] if prefix else noun


_PREFIXES = frozenset({"co", "ex", "non"})


def _unit(noun: Token) -> str:
    words = measures()
    noun = _behind_hyphen(noun)
    if noun.lower_ == "won":  # the money, which the parser takes for a form of "win"
        return "won"
    lemma = noun.lemma_.lower()
    if lemma in words.units or noun.lower_ in words.units:
        return words.units.get(lemma) or words.units[noun.lower_]
    if lemma in words.generic:
        before = [child for child in noun.children if child.dep_ == "compound"]
        if before:
            return f"{before[-1].lemma_.lower()} {lemma}"
    for of in noun.children:
        if of.lower_ == "of" and lemma == "prisoner" and [child.lower_ for child in of.children] == ["war"]:
            return "prisoner of war"
    if noun.tag_ == "NNPS":  # the lemma of a name keeps its plural: "Americans"
        return lemma.removesuffix("s")
    return lemma


def _population(noun: Token, span: TokenSpan) -> str | None:
    """Return who is counted, as told: the noun with what narrows it, or what a container holds."""
    words = measures()
    lemma = noun.lemma_.lower()
    doc = noun.doc
    if lemma in words.holders:
        for of in noun.children:
            if of.lower_ == "of":
                for thing in of.children:
                    if thing.dep_ == "pobj":
                        return _phrase(thing)
    if lemma in words.nouns or noun.lower_ in ("others", "other"):
        return None
    phrase = _phrase(noun, floor=span.end if noun.i >= span.end else noun.i)
    if _unit(noun) == "prisoner of war":
        phrase = doc[noun.i : noun.i + 3].text
    return (
        None if noun.lower_ in ("people", "persons", "person") and phrase.lower() == noun.lower_ else phrase
    )


def _phrase(noun: Token, floor: int = 0) -> str:
    if (told := _behind_hyphen(noun)) is not noun:
        return noun.doc[noun.i : told.i + 1].text
    narrowing = [
        child
        for child in noun.children
        if child.i < noun.i
        and child.i >= floor
        and child.dep_ in ("amod", "compound", "nmod", "poss")
        and child.tag_ not in ("PRP$", "CD")
        and child.lower_ not in LEFT_OUT
        and not child.like_num
    ]
    start = min((child.left_edge.i for child in narrowing), default=noun.i)
    return noun.doc[max(start, floor) if narrowing else noun.i : noun.i + 1].text
