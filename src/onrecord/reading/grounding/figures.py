"""Find the numbers that count something: how many, of what, hedged how, and what became of them."""

import re
from dataclasses import replace

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from onrecord.reading.grounding.counted import UNKNOWN, Counted, counted_by
from onrecord.reading.grounding.measures import measures
from onrecord.reading.layers import FigureMention, Layers
from onrecord.records import Figure, Hedge, Scope, Span, When
from onrecord.text.quantities import Quantity, find_quantities

__all__ = ["RISING", "TOLLS", "find_figures"]

LABELS = frozenset(
    {
        "act", "annex", "article", "amendment", "bill", "building", "camp", "category", "chapter", "channel",
        "class", "clause", "day", "exit", "figure", "file", "flight", "gate", "grade", "group", "highway",
        "level", "line", "no.", "nos.", "number", "page", "paragraph", "part", "phase", "pier", "platform",
        "resolution", "room", "round", "route", "runway", "section", "squadron", "stage", "terminal", "tier",
        "train", "type", "unit", "version", "volume", "ward", "zone",
    }
)  # fmt: skip
"""Words whose number is a name, not a count: "Article 5"."""
LENGTHS = frozenset({"km", "kilometre", "kilometer", "mile", "metre", "meter", "yard", "foot"})
OFFSET = re.compile(
    r"\W*(?:\d[\d.,]* \w+\W*)?(?:to the )?"
    r"(?:(?:(?:north|south)-?(?:east|west)?|east|west)\b|(?:away|off|outside)\b)"
)
"""What follows a length that only tells how far off a place is: "40 km (25 miles) south of the capital"."""
NO_COUNT = frozenset({"casualty", "death", "fatality", "injury", "victim", "survivor"})
SO_FAR = re.compile(
    r"\b(?:so far|to date|until now|up to now|in total|altogether|in all|all told|overall)\b", re.IGNORECASE
)
SUMMED = frozenset({"killed", "wounded"})
"""Measures that the perfect sums up: "has killed 2,700"."""
TOLLS = frozenset({"toll", "tally", "count"})
CHANGE = re.compile(r"\b(?:up|down|rose|fell|compared) (?:from|with|to)\b(?: the)?$")
RISING = frozenset(
    {"rise", "climb", "reach", "stand", "grow", "jump", "pass", "exceed", "hit", "top", "increase"}
)


def find_figures(doc: Doc, layers: Layers) -> tuple[FigureMention, ...]:
    """Return the figures of a parsed article, in reading order.

    Dates, ages, clock times, section numbers and numbers inside names are left out; a bare "one" counts only
    where something is told to have happened to it. Reads `layers.dates`.
    """
    dated = {i for mention in layers.dates for i in range(mention.start, mention.end)}
    found: list[FigureMention] = []
    taken: set[int] = set()
    text = doc.text  # spaCy joins it anew at each look
    for quantity in (_without_particle(doc, one) for one in find_quantities(text)):
        span = _span(doc, text, quantity)
        if span is None or any(token.i in dated for token in span) or _is_name(doc, span, quantity):
            continue
        mention = _figure(doc, layers, quantity, span)
        if mention is not None:
            found.append(_changed_from(doc, _like_before(doc, mention, found), found))
            taken.update(range(mention.start, mention.end))
    for token in doc:
        if token.i not in taken:
            mention = _wordless(doc, layers, token)
            if mention is not None:
                found.append(mention)
    return tuple(sorted(found, key=lambda mention: mention.start))


def _span(doc: Doc, text: str, quantity: Quantity) -> TokenSpan | None:
    """Return the tokens of a quantity; None when it is part of a word ("F-16")."""
    span = doc.char_span(quantity.start, quantity.end)
    if span is None and text[quantity.end : quantity.end + 1] == ".":  # "£20m." at a sentence's end
        span = doc.char_span(quantity.start, quantity.end + 1)
    return span


def _without_particle(doc: Doc, quantity: Quantity) -> Quantity:
    """Return a quantity without the particle of the verb before: "handed [over] 33" is no more than 33."""
    over = doc.char_span(quantity.start, quantity.start + len("over"))
    if over is None or over.text.lower() != "over" or over.start == 0:
        return quantity
    if doc[over.start - 1].lemma_ not in _OVER:
        return quantity
    return replace(quantity, start=quantity.number, hedge=Hedge.EXACT, high=quantity.low)


_OVER = frozenset({"hand", "run", "turn", "knock", "roll"})
"""Verbs that "over" belongs to, and not to the number behind it."""


def _is_name(doc: Doc, span: TokenSpan, quantity: Quantity) -> bool:
    """Tell whether the number labels or names something, or is an age."""
    first, last = span[0], span[-1]
    plain = len(span) == 1 and quantity.unit is None
    if plain and re.fullmatch(r"0\d+", first.text):
        return True  # a telephone number, a badge
    root = _number_token(quantity, span)
    before = doc[first.i - 1] if first.i else None
    after = doc[last.i + 1] if last.i + 1 < len(doc) else None
    if any(token.tag_ in ("NNP", "NNPS") for token in span if token.like_num and token.is_alpha):
        return not span[0].is_sent_start
    if after is not None and after.text in ("-", "–") and not after.whitespace_ and not last.whitespace_:
        return True  # "a 14-point plan", "a 26-year-old"
    if before is not None and before.text in ("-", "/", ":") and not before.whitespace_:
        return True
    if quantity.unit is None and before is not None and before.lower_ in LABELS:
        return True
    if quantity.unit is None and root.dep_ in ("nummod", "appos") and root.head.i < first.i:
        head = root.head
        if root.dep_ == "nummod":
            return True
        if head.pos_ in ("PROPN", "NOUN", "PRON") and before is not None and before.text == ",":
            return after is not None and after.text in (",", ".")
    if before is not None and before.lower_ in ("aged", "age"):
        return True
    if before is not None and before.lower_ == "of" and first.i > 1 and doc[first.i - 2].lower_ == "age":
        return True
    if (
        after is not None
        and after.lower_ in ("years", "year", "months")
        and doc[min(after.i + 1, len(doc) - 1)].lower_ == "old"
    ):
        return True
    if (
        plain
        and re.fullmatch(r"(?:19|20)\d\d", first.text)
        and (root.dep_ != "nummod" or root.head.tag_ != "NNS")
    ):
        return True  # a year
    if quantity.unit is None and _is_distance(last):
        return True
    return first.is_sent_start is True and after is not None and after.text in (")", ".") and len(span) == 1


def _is_distance(number: Token) -> bool:
    """Tell whether a number tells how far off a place is: "19 nautical miles east of the cape"."""
    doc = number.doc
    ahead = doc[number.i + 1 : min(number.i + 3, len(doc))]
    unit = next((token for token in ahead if token.lemma_.lower() in LENGTHS), None)
    return unit is not None and OFFSET.match(doc[unit.i + 1 : unit.i + 9].text.lower()) is not None


def _number_token(quantity: Quantity, span: TokenSpan) -> Token:
    """Return the token of the number that the parse hangs on the rest of the sentence."""
    inside = [token for token in span if token.idx >= quantity.number - 1 and token.pos_ != "PUNCT"]
    numbers = [token for token in inside if token.like_num or token.pos_ in ("NUM", "NOUN")] or list(span)
    for token in numbers:
        if token.head.i < span.start or token.head.i >= span.end:
            return token
    return numbers[-1]


def _figure(doc: Doc, layers: Layers, quantity: Quantity, span: TokenSpan) -> FigureMention | None:
    number = _number_token(quantity, span)
    dated = frozenset(i for mention in layers.dates for i in range(mention.start, mention.end))
    counted = counted_by(number, span, quantity.unit, dated=dated)
    bare_one = quantity.best == 1.0 and len(span) == 1 and span[0].lower_ in ("one", "1")
    if bare_one and (counted.measure is None or counted.token is None or _describes(number)):
        return None
    if quantity.unit is None and quantity.best is None and quantity.low is None and counted.token is None:
        return None  # "several said"
    return _mention(doc, layers, quantity, span, counted)


def _describes(one: Token) -> bool:
    """Tell whether "one of" describes somebody told before: "her cousin, [one of] the crew, was killed"."""
    return one.dep_ == "appos" and any(child.lower_ == "of" for child in one.children)


def _like_before(doc: Doc, mention: FigureMention, found: list[FigureMention]) -> FigureMention:
    """Give "four others" the unit of the number before it in the sentence."""
    if not found or not mention.figure.span.text.endswith(" others") or mention.figure.unit != "person":
        return mention
    before = found[-1]
    if before.start < doc[mention.start].sent.start or before.counted is None:
        return mention
    return replace(mention, figure=replace(mention.figure, unit=before.figure.unit))


def _changed_from(doc: Doc, mention: FigureMention, found: list[FigureMention]) -> FigureMention:
    """Give "up from the 8,000" the unit of the figure it is compared with, this sentence's or the last's."""
    lead = doc[max(0, mention.start - 3) : mention.start].text.lower()
    if mention.figure.unit != UNKNOWN or not found or not CHANGE.search(lead):
        return mention
    sentence = doc[mention.start].sent
    floor = doc[sentence.start - 1].sent.start if sentence.start else 0
    before = found[-1].figure
    if found[-1].start < floor or before.scope is Scope.SHARE:
        return mention
    figure = replace(mention.figure, unit=before.unit, measure=before.measure, population=before.population)
    return replace(mention, figure=figure)


def _mention(
    doc: Doc, layers: Layers, quantity: Quantity, span: TokenSpan, counted: Counted
) -> FigureMention:
    figure = Figure(
        unit=counted.unit,
        hedge=quantity.hedge,
        span=Span.of(layers.article.text, quantity.start, quantity.end),
        low=quantity.low,
        best=quantity.best,
        high=quantity.high,
        measure=counted.measure,
        population=counted.population,
        scope=_scope(doc, quantity, counted),
        as_of=_as_of(doc, layers, span),
    )
    return FigureMention(span.start, span.end, None if counted.token is None else counted.token.i, figure)


def _wordless(doc: Doc, layers: Layers, token: Token) -> FigureMention | None:
    """Return the figure of "no casualties" or of "a battalion of marines"."""
    head = token.head
    if token.lower_ == "no" and token.dep_ == "det" and head.lemma_.lower() in NO_COUNT:
        quantity = Quantity(token.idx, token.idx + len(token), token.idx, Hedge.EXACT, 0.0, 0.0, 0.0)
        span = doc[token.i : token.i + 1]
        counted = counted_by(token, span, None, of=head)
        return _mention(doc, layers, quantity, span, replace(counted, population=None))
    formation = token.lemma_.lower() in measures().formations and token.tag_ == "NN"
    if not formation or token.i == 0 or doc[token.i - 1].lower_ not in ("a", "an"):
        return None
    if token.i + 1 >= len(doc) or doc[token.i + 1].lower_ != "of":
        return None
    span = doc[token.i - 1 : token.i + 1]
    start = span.start_char
    quantity = Quantity(start, span.end_char, start, Hedge.EXACT, 1.0, 1.0, 1.0)
    return _mention(doc, layers, quantity, span, counted_by(span[0], span, None, of=token))


def _scope(doc: Doc, quantity: Quantity, counted: Counted) -> Scope | None:
    if quantity.unit == "share":
        return Scope.SHARE
    verb = counted.verb
    if quantity.total:
        return Scope.RUNNING_TOTAL
    if verb is None:
        return None
    clause = doc[verb.left_edge.i : verb.right_edge.i + 1]
    if SO_FAR.search(clause.text):
        return Scope.RUNNING_TOTAL
    subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is not None and verb.lemma_ in RISING:
        noun = subject.lemma_.lower()
        if noun in TOLLS or (noun == "number" and counted.measure is not None):
            return Scope.RUNNING_TOTAL
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    perfect = bool(helpers & {"has", "have", "'ve", "had"}) and verb.tag_ == "VBN"
    since = any(child.lower_ == "since" for child in verb.subtree if child.dep_ in ("prep", "mark"))
    once = "had" in helpers and _of_one_deed(verb)
    if perfect and (since or (counted.measure in SUMMED and not once)) and not helpers & {"to"}:
        return Scope.RUNNING_TOTAL
    past = (
        once or verb.tag_ == "VBD" or (verb.tag_ == "VBN" and bool(helpers & {"was", "were"}) and not perfect)
    )
    done = verb.tag_ == "VBN" and {"to", "have"} <= helpers  # "claimed to have shot down two"
    elided = verb.tag_ == "VBN" and not helpers and verb.dep_ == "conj"
    done = done and not since
    past = past or (verb.tag_ == "VBG" and not helpers and _leans_on_verb(verb))  # "…, killing three"
    if counted.by_deed and counted.measure in measures().incident and (past or done or elided):
        return Scope.INCIDENT
    return None


def _of_one_deed(verb: Token) -> bool:
    """Tell whether a verb names the one deed it tells of: "killed by a blast", "a drone had killed"."""
    agents = [c for agent in verb.children if agent.dep_ == "agent" for c in agent.children]
    doers = (c for c in verb.children if c.dep_ == "nsubj" and c.tag_ == "NN")
    if any(d.lower_ in ("a", "an") for doer in doers for d in doer.children):
        return True
    return any(c.tag_ == "NN" and any(d.lower_ in ("a", "an", "the") for d in c.children) for c in agents)


def _leans_on_verb(verb: Token) -> bool:
    while verb.dep_ == "conj" and verb.head.tag_ == "VBG":
        verb = verb.head
    return verb.dep_ == "advcl" and verb.head.tag_ in ("VBD", "VBN")


def _as_of(doc: Doc, layers: Layers, span: TokenSpan) -> When | None:
    """Return the day a figure is told to hold for: "as of Monday", "as at 5 June"."""
    sentence = span.root.sent
    for mention in layers.dates:
        if not sentence.start <= mention.start < sentence.end or mention.when is None:
            continue
        lead = doc[max(sentence.start, mention.start - 2) : mention.start].text.lower()
        if lead.endswith(("as of", "as at")):
            return mention.when
    return None
