"""Cut a content where the words of its speaker end and those of the outlet, or of another, begin."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Doc, Token

from onrecord.codebook.wordclasses import word_classes
from onrecord.reading.attribution.circumstances import (
    MEANWHILE,
    before_infinitive,
    before_that,
    circumstances,
    saying_before,
)
from onrecord.reading.attribution.cues import Cue
from onrecord.reading.attribution.joined_on import joined_on
from onrecord.reading.attribution.spans import CueSpans, clean, follows_comma
from onrecord.reading.attribution.wording import head_of
from onrecord.reading.infinitives import is_infinitive, is_joined_amiss
from onrecord.reading.runs_on import find_run_ons
from onrecord.records import Stance

__all__ = ["trimmed"]

Spanned = tuple[Cue, CueSpans]

_JOINING = frozenset({"and", "but", "while", "though", "although"})


def trimmed(doc: Doc, spanned: list[Spanned], quoted: frozenset[int]) -> list[Spanned]:
    """Return the cues without what their contents run on into, quotations left alone.

    * "The case was closed; [she had failed], X wrote, [to appear]": what a semicolon parts from a cue inside;
    * "X vowed [to act] and wrote a rule", "announced [the arrest] and said it was over": what he did or
      said besides;
    * "the army, whose spokesman said [that …], does not share it", "the union, which said [it was so],
      does not": what follows the clause of the cue;
    * "[two died], X said, and refugees spoke of more": what another goes on to say;
    * "[two died], X said; refugees spoke of more": what another says on the other side of a semicolon;
    * "said [two died], but Y denied it", "but would not say where": what another, or it itself, says to it;
    * "said, ["No,"] and left the hall": what somebody did after the words quoted;
    * "denounced [the raid] in an interview", "saw [a plot] after it leaked": when and where it was said;
    * "He also said that [it was over], X said": a saying told twice;
    * "Villagers say [a mill was burned] The army said …": what a heading or caption runs into;
    * "They said [the lorry was late], and are looking into it": what "and" joins on that nobody said;
    * "so afraid of [the flood] that she left": what a feeling led to;
    * "According to Y, who asked not to be named, [two died]": what is told of the one who speaks;
    * "said that ["two died,"] even as more fell": what went on when words were said that are quoted;
    * "The force, known as Y, declined to comment": what who speaks is called besides;
    * "May 3, 2010 - [Two died], X said": the day at the head of an entry;
    * "said [the road was shut], a move Y called "harsh"": how another sums it up.
    """
    speaking = [
        (min(spans.source), cue) for cue, spans in spanned if spans.source and cue.head > max(spans.source)
    ]
    run_ons = _run_ons(doc, quoted)
    result = []
    twice = {i for cue, spans in spanned for i in saying_before(doc, cue, spans.content)}
    for cue, spans in spanned:
        if cue.head in twice:
            continue
        if _is_called_too(doc, cue, spans):
            result.append((cue, replace(spans, content=())))
            continue
        foreign = {
            *_before_semicolon(doc, cue, spans),
            *_beyond_semicolon(doc, cue, spans, spanned, quoted),
            *_further_deeds(doc, doc[cue.head], spans),
            *_behind_clause(doc, doc[cue.head]),
            *_outside_relative(doc[cue.head], spans),
            *_second_saying(doc, cue, spans),
            *_of_another(doc, cue, spans, speaking),
            *_turned_on(doc, cue, spans, spanned),
            *_behind_quotation(doc, cue, spans, quoted),
            *_beside_quotation(doc, cue, spans, quoted),
            *_of_the_speaker(doc, cue, spans),
            *circumstances(doc, cue, spans, quoted),
            *twice,
        } - quoted
        foreign.update(_beyond_run_on(cue, spans, run_ons))
        foreign.update(joined_on(doc, cue, spans, quoted))
        foreign.update(_himself(doc, spans.content))
        foreign.update(_quoted_on(doc, cue, spans, spanned))
        foreign.update(_quoted_before(doc, cue, spans, quoted))
        foreign.update(_result(doc, cue, spans.content))
        foreign.update(_day_before(doc, spans.content))
        foreign.update(_summed_up(doc, cue, spans, spanned))
        foreign.update(i for i in cue.tokens if spans.content[:1] == (i,))  # "made [clear] it would leave"
        foreign.update(before_infinitive(doc, cue, spans))
        foreign.update(before_that(doc, cue, spans))  # whoever was told may have a name in quotation marks
        aside = set(_aside(doc, cue, spans.subject, spanned)) - quoted
        aside.update(_himself(doc, spans.subject))
        aside.update(joined_on(doc, cue, spans, quoted), _result(doc, cue, spans.subject))
        subject = _kept(doc, spans.subject, aside)
        foreign.update(set(_aside(doc, cue, spans.content, spanned)) - quoted)
        result.append((cue, replace(spans, content=_kept(doc, spans.content, foreign), subject=subject)))
    return result


def _run_ons(doc: Doc, quoted: frozenset[int]) -> tuple[int, ...]:
    """Return the tokens outside quotations at which a sentence begins without a full stop before it."""
    places = frozenset(find_run_ons(doc.text))
    starts = (s.start for s in doc.sents if doc[s.start].idx in places)
    return tuple(i for i in starts if i not in quoted or i - 1 not in quoted)


def _beyond_run_on(cue: Cue, spans: CueSpans, run_ons: tuple[int, ...]) -> Iterator[int]:
    """Give what stands in another sentence than the cue, with no full stop between them."""
    for start in run_ons:
        if spans.content and spans.content[0] < start <= spans.content[-1]:
            yield from (i for i in spans.content if (i < start) != (cue.head < start))


def _quoted_before(doc: Doc, cue: Cue, spans: CueSpans, quoted: frozenset[int]) -> range:
    """Return a quotation that ends the sentence before: '["It fell."] The road was shut, Lind said'.

    Or "asked to do so ["at once."] Lind will go, an aide said": whoever speaks here says the words behind it.
    """
    content = spans.content
    before = [i for i in content[1:] if i in quoted and i + 1 < cue.head]
    closing = [i for i in before if doc[i - 1].text in _STOPS and doc[i].text not in _STOPS]
    for mark in reversed(closing):
        start = mark + 2 if doc[mark + 1].is_space else mark + 1
        if start >= cue.head or start in quoted or not doc[start].is_title:
            continue
        here = {i for i in content if start <= i < cue.head} - quoted - set(spans.source)
        return range(content[0], start) if start in here else range(0)
    return range(0)


_STOPS = frozenset({".", "!", "?"})


def _kept(doc: Doc, told: tuple[int, ...], foreign: set[int]) -> tuple[int, ...]:
    """Return what was told without what is foreign to it; all of it where nothing else is left."""
    kept = tuple(i for i in told if i not in foreign)
    return clean(doc, kept) if kept and len(kept) < len(told) else told


_MATTERS = frozenset(
    {"incident", "case", "move", "step", "episode", "decision", "deal", "affair", "verdict", "situation"}
)


def _aside(doc: Doc, cue: Cue, told: tuple[int, ...], spanned: list[Spanned]) -> Iterator[int]:
    """Give what the outlet goes on to tell behind what a stance is taken on.

    "Backs the plan, [condemning it]": another stance; "charged them with it, [a case that …]"; "demands its
    release, [which they have not done]".
    """
    if not told or cue.head > told[0] or cue.entry.stance is Stance.SAYS:
        return
    plain = {Stance.SAYS, cue.entry.stance}  # "filed a complaint, claiming that …": the same
    yield from _outcome(doc, cue, told)
    taken = {doc[o.head] for o, _ in spanned if o.head in told[1:] and o.entry.stance not in plain}
    tops = [t for t in taken if t.tag_ == "VBG" and t.dep_ in {"acl", "advcl"} and follows_comma(t)]
    for top in (*tops, *(doc[i] for i in told[2:] if _is_matter(doc[i]) or _tells_outcome(doc[i]))):
        yield from range(top.left_edge.i - 1, top.right_edge.i + 1)


def _outcome(doc: Doc, cue: Cue, told: tuple[int, ...]) -> range:
    """Return what went with a stance on a thing: "is questioning trade deals[, hurting his party]"."""
    verb, top = doc[cue.head], head_of(doc, told)
    if cue.entry.pos != "verb" or top is None or top.pos_ not in {"NOUN", "PROPN"} or top.dep_ != "dobj":
        return range(0)
    for clause in doc[told[0]].sent:
        leads = clause.dep_ == "advcl" and clause.tag_ == "VBG" and clause.left_edge.i == clause.i
        if (
            leads
            and clause.i in told[1:]
            and clause.head in {verb, *verb.ancestors}
            and follows_comma(clause)
        ):
            return range(clause.i - 1, told[-1] + 1)
    return range(0)


def _is_matter(noun: Token) -> bool:
    """Tell whether a noun sums up what stands before it, for a clause: ", [a case] that shook the town"."""
    named = noun.lemma_ in _MATTERS and noun.dep_ == "appos" and noun.left_edge.lower_ in {"a", "an"}
    clause = any(c.dep_ == "relcl" for c in noun.children)
    return named and clause and follows_comma(noun.left_edge)


def _tells_outcome(verb: Token) -> bool:
    """Tell whether a clause tells whether what is asked for was done: ", which they have not done"."""
    which = any(c.lower_ == "which" and c.dep_ == "dobj" for c in verb.children)
    return verb.lemma_ == "do" and verb.dep_ == "relcl" and which and follows_comma(verb.left_edge)


def _before_semicolon(doc: Doc, cue: Cue, spans: CueSpans) -> range:
    """Return what a semicolon, or a colon right before the cue, parts from the sentence of a cue inside."""
    first = min((*cue.tokens, *spans.source))
    if not spans.content or not spans.content[0] < first < spans.content[-1]:
        return range(0)
    before = range(spans.content[0], first)
    ends = [i for i in before if doc[i].text == ";" or (doc[i].text == ":" and i == first - 1)]
    return range(spans.content[0], ends[-1] + 1) if ends else range(0)


def _beyond_semicolon(
    doc: Doc, cue: Cue, spans: CueSpans, spanned: list[Spanned], quoted: frozenset[int]
) -> Iterator[int]:
    """Give what stands in a part of the sentence, between semicolons, in which a saying is the main thing.

    "[Two died], X said; refugees put it at nine", "Y denied it; [there was no raid], X said".
    """
    told = [i for i in spans.content if i not in quoted]
    if not told or not any(doc[i].text == ";" for i in range(min(told), max(*told, cue.head) + 1)):
        return
    sentence = doc[cue.head].sent
    ends = [t.i for t in sentence if t.text == ";" and t.i not in quoted]
    bounds = [sentence.start, *(i + 1 for i in ends), sentence.end]
    for start, end in pairwise(bounds):
        elsewhere = not start <= cue.head < end
        if elsewhere and any(_is_main_saying(doc[o.head], s, start, end) for o, s in spanned):
            yield from range(start, end)


def _is_main_saying(verb: Token, spans: CueSpans, start: int, end: int) -> bool:
    """Tell whether somebody's saying is the main thing of the part [start, end) of its sentence."""
    inside = start <= verb.i < end and bool(spans.source) and start <= min(spans.source) < end
    return inside and (verb.head == verb or not start <= verb.head.i < end)


def _further_deeds(doc: Doc, verb: Token, spans: CueSpans) -> Iterator[int]:
    """Give what somebody did besides, behind what he was to do: "vowed to act and [wrote a rule]"."""
    told = head_of(doc, spans.content)
    if told is None or told.head.i != verb.i or not is_infinitive(told):
        return
    for child in (*verb.children, *told.children):
        finite = child.tag_ in {"VBD", "VBZ"} and child.lower_ != child.lemma_  # "to leave, [set] them free"
        finite = finite or is_joined_amiss(child)
        parted = doc[child.left_edge.i - 1].text == "," or doc[child.left_edge.i - 1].tag_ == "CC"
        if child.dep_ == "conj" and child.i > told.i and finite and parted:  # no noun: "asset freezes"
            yield from (t.i for t in child.subtree)


def _behind_clause(doc: Doc, verb: Token) -> range:
    """Return the rest of the sentence behind "…, whose spokesman said that …"."""
    whose = any(t.tag_ == "WP$" for c in verb.children if c.dep_ == "nsubj" for t in c.subtree)
    end = verb.right_edge.i + 1
    parted = end < verb.sent.end and doc[end].text == ","
    return range(end, verb.sent.end) if verb.dep_ == "relcl" and whose and parted else range(0)


def _outside_relative(verb: Token, spans: CueSpans) -> Iterator[int]:
    """Give what stands behind a relative clause in which somebody says something: it is the outlet's."""
    leads = any(c.dep_ == "nsubj" and c.tag_ in {"WDT", "WP"} for c in verb.children)
    inside = [i for i in spans.content if verb.i < i <= verb.right_edge.i]
    if verb.dep_ == "relcl" and leads and inside and follows_comma(verb.left_edge):
        yield from (i for i in spans.content if i > verb.right_edge.i)


def _second_saying(doc: Doc, cue: Cue, spans: CueSpans) -> range:
    """Return what somebody goes on to say by another verb: "announced [the arrest] and said it was over".

    Or "called it [a farce], saying it was late".
    """
    if not spans.content or cue.head > spans.content[0]:
        return range(0)
    for verb in doc[cue.head].children:
        joined = verb.dep_ == "conj" and verb.tag_ == doc[cue.head].tag_
        beside = verb.dep_ == "advcl" and verb.tag_ == "VBG"
        own = any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)
        says = verb.lemma_ in word_classes().speaking and any(c.dep_ == "ccomp" for c in verb.children)
        if (joined or beside) and says and not own and spans.content[0] < verb.i <= spans.content[-1]:
            start = verb.i - 1 if doc[verb.i - 1].lower_ in _JOINING else verb.i
            return range(start, spans.content[-1] + 1)
    return range(0)


def _quoted_on(doc: Doc, cue: Cue, spans: CueSpans, spanned: list[Spanned]) -> range:
    """Return a quotation that the second saying holds: 'called it a "farce" saying it would ["ruin us"]'."""
    behind = _second_saying(doc, cue, spans)
    told = any(o.head in behind[:2] and len({*behind} & {*theirs.content}) > 1 for o, theirs in spanned)
    return behind if told else range(0)


def _of_another(doc: Doc, cue: Cue, spans: CueSpans, speaking: list[tuple[int, Cue]]) -> range:
    """Return from where another speaks on behind an inserted cue: "… , X said, [and refugees told …]"."""
    after = [i for i in spans.content if i > cue.head]
    if not after or spans.content[0] > cue.head:
        return range(0)
    starts = [
        start
        for start, other in speaking
        if doc[start - 1].lower_ in _JOINING and start > cue.head and other.head in after
        if doc[other.head].dep_ != "relcl"
    ]
    return range(min(starts) - 1, after[-1] + 1) if starts else range(0)


def _turned_on(doc: Doc, cue: Cue, spans: CueSpans, spanned: list[Spanned]) -> range:
    """Return from where somebody is told to speak on, behind what a cue before it tells of."""
    content = spans.content
    if not content or cue.head > content[0]:
        return range(0)
    for other, theirs in spanned:
        verb = doc[other.head]
        start = _start_of_turn(verb, cue, theirs) if other.head in content and verb.dep_ in _TURNS else None
        if start is not None and start > content[0]:
            return range(start, content[-1] + 1)
    return range(0)


_TURNS = frozenset({"conj", "advcl"})


def _start_of_turn(verb: Token, cue: Cue, spans: CueSpans) -> int | None:
    """Return where "[but Y denied it]", "[but would not say where]" begins, None where it is no such turn."""
    own = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}]
    modal = any(c.tag_ == "MD" for c in verb.children)
    if own:
        opening = own[0].left_edge.i - 1
        past = verb.tag_ in {"VBD", "VBZ", "VBP"}
        return opening if past and verb.doc[opening].lower_ in _TURNING and own[0].pos_ != "PRON" else None
    refused = modal and any(c.dep_ == "neg" for c in verb.children) and bool(spans.source)
    if not refused or max(spans.source) > cue.head:
        return None
    opening = min(c.i for c in verb.children if c.tag_ == "MD") - 1
    return opening if verb.doc[opening].lower_ == "but" else None


_TURNING = frozenset({"but", "while", "though", "although"})


def _behind_quotation(doc: Doc, cue: Cue, spans: CueSpans, quoted: frozenset[int]) -> range:
    """Return what is told in the past behind the words quoted: "said, "No," [and left the hall]"."""
    content = spans.content
    if not content or cue.head > content[0] or content[0] not in quoted:
        return range(0)
    behind = next((i for i in content if i not in quoted), None)
    if behind is None or behind + 1 > content[-1] or doc[behind].lower_ != "and":
        return range(0)
    verb = doc[behind + 1]
    if verb.tag_ != "VBD" or verb.dep_ == "aux":
        return range(0)
    again = next((i for i in content if i > behind and i in quoted), content[-1] + 1)
    return range(behind, again)


def _beside_quotation(doc: Doc, cue: Cue, spans: CueSpans, quoted: frozenset[int]) -> range:
    """Return what went on meanwhile, behind a sentence quoted: 'said "we stay," [even as shells fell]'."""
    content, head = spans.content, head_of(doc, spans.content)
    if head is None or cue.head > content[0] or head.i not in quoted:
        return range(0)
    own = [c for c in head.children if c.dep_ in {"nsubj", "nsubjpass"}]
    for clause in (c for c in head.children if c.dep_ == "advcl" and c.i > head.i):
        start = clause.left_edge.i
        closes = (start - 2 if doc[start - 1].text == "," else start - 1) in quoted and start not in quoted
        behind = quoted.isdisjoint(range(start, content[-1] + 1)) and clause.i in content
        opening = doc[start + 1 if doc[start].lower_ == "even" else start]
        past = any(t.tag_ == "VBD" for t in (clause, *clause.children))
        timed = opening.head == clause and opening.lower_ in MEANWHILE
        if closes and behind and past and timed and own and own[0].i in quoted:
            return range(start, content[-1] + 1)
    return range(0)


def _of_the_speaker(doc: Doc, cue: Cue, spans: CueSpans) -> range:
    """Return what is told of who speaks: "According to Y, [who asked not to be named,] two died".

    The parse may take it for the main thing.
    """
    content = spans.content
    if cue.entry.pos != "phrase" or not content or cue.head > content[0]:
        return range(0)
    verb = doc[content[0]].head
    if doc[content[0]].tag_ != "WP" or verb.dep_ != "ROOT" or not follows_comma(doc[content[0]]):
        return range(0)
    told = (c for c in verb.children if c.dep_ in {"ccomp", "conj", "parataxis"} and c.i > verb.i)
    starts = [
        c.left_edge.i for c in told if any(s.dep_ in {"nsubj", "nsubjpass", "expl"} for s in c.children)
    ]
    starts = [start for start in starts if doc[start - 1].text == "," or doc[start].text == ","]
    return range(content[0], starts[0]) if starts else range(0)


def _is_called_too(doc: Doc, cue: Cue, spans: CueSpans) -> bool:
    """Tell whether a content is what who speaks is called: "The force, [known as Y], declined to comment"."""
    content = spans.content
    if not content or content[-1] > cue.head or doc[content[0]].lower_ not in {"known", "called", "dubbed"}:
        return False
    behind = bool(spans.source) and content[0] > spans.source[0] and follows_comma(doc[content[0]])
    return behind and doc[content[0]].tag_ == "VBN"


def _himself(doc: Doc, told: tuple[int, ...]) -> tuple[int, ...]:
    """Return the word that stresses who speaks, behind a pronoun: "does not believe it [himself]"."""
    words = [doc[i].lower_ for i in told]
    return told[1:] if len(words) == 2 and words[0] in _IT and words[1].endswith(("self", "selves")) else ()


_IT = frozenset({"it", "that", "this", "them"})


def _result(doc: Doc, cue: Cue, told: tuple[int, ...]) -> range:
    """Return what a feeling led to: "was so afraid of the flood [that she left]"."""
    feeling = doc[cue.head]
    so = feeling.i > 0 and feeling.nbor(-1).lower_ == "so"
    if not so or not told or doc[told[0]].lower_ == "that":
        return range(0)
    marks = (doc[i] for i in told[1:] if doc[i].lower_ == "that" and doc[i].dep_ == "mark")
    first = next((mark.i for mark in marks if mark.head.dep_ != "acl"), None)  # "of word [that it rose]"
    return range(0) if first is None else range(first, told[-1] + 1)


_DAY = re.compile(
    r"""(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2}(?:[/–-]\d{1,2})?
    |\d{1,2}\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*)
    (?:,?\s\d{4})?\s(?:--?|–|—)\s""",
    re.VERBOSE,
)
"""A day and a dash, with which an entry of a list of dates begins."""


def _day_before(doc: Doc, content: tuple[int, ...]) -> Iterator[int]:
    """Give the day at the head of an entry: "[May 3, 2010 -] Two died, X said"."""
    if not content:
        return
    sentence = doc[content[0]].sent
    found = _DAY.match(sentence.text)
    end = sentence.start_char + found.end() if found else 0
    yield from (i for i in content if doc[i].idx < end)


def _summed_up(doc: Doc, cue: Cue, spans: CueSpans, spanned: list[Spanned]) -> range:
    """Return how another sums up what was said, by a saying of his: "[, a move Y called "harsh"]"."""
    content = spans.content
    if not content or not spans.source or cue.head > content[0]:
        return range(0)
    for other, theirs in spanned:
        verb = doc[other.head]
        calls = verb.dep_ == "relcl" and "verdict" in other.entry.takes
        named = calls and other.head in content and _is_matter(verb.head)
        if named and theirs.source and set(theirs.source).isdisjoint(spans.source):
            return range(verb.head.left_edge.i - 1, content[-1] + 1)
    return range(0)
