"""Tell when a source spoke: the date that hangs on the cue, else the day of publication for today's news."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from spacy.tokens import Doc, Token

from onrecord.reading.layers import Attribution, DateMention
from onrecord.records import DatePrecision, PartyKind, When

__all__ = ["carry_days", "said_when"]

_LONGEST_SPEECH_DAYS = 62
"""A cue's date that spans more than two months is a habit or a period, not a day of speaking."""


_WEEK = 7

_NEWS_REPORT = 6_000
"""Characters of a long report of the day; what is longer is mostly a feature or an analysis."""

_ONE_SPEECH = 1_200
"""Characters between two sayings of one source that are still taken for one speech."""

_NOT_TODAY = frozenset(
    {
        "repeatedly", "previously", "earlier", "once", "often", "always", "regularly", "originally",
        "initially", "frequently", "famously",
    }
)  # fmt: skip
"""Adverbs that tell of speech on other days, or on many."""

_OLD_PAPERS = frozenset({"cable", "memo", "diary", "book", "memoir", "letter", "transcript", "manifesto"})
"""Writings that news quotes long after they were written."""

_TIME_LINKS = frozenset(
    {"npadvmod", "advmod", "pobj", "prep", "tmod", "nmod", "compound", "dep", "dobj", "dative"}
)
"""How the parse hangs a time expression on a verb; it takes bare day names for objects now and then."""


def said_when(
    doc: Doc,
    cue_head: int,
    without: frozenset[int],
    dates: tuple[DateMention, ...],
    published: date | None,
) -> When | None:
    """Return when the source of a cue spoke, None when it cannot be told.

    Args:
        doc: Parsed document.
        cue_head: The cue's verb or noun.
        without: Tokens of what was said; a date inside belongs to the event.
        dates: The document's time expressions.
        published: Day of publication.
    """
    for verb in _chain(doc[cue_head]):
        told = _date_on(doc, verb, without, dates)
        if told is not None:
            return told
    beside = _beside(doc, cue_head, without, dates)
    if len(beside) == 1 and _is_recent_day(beside[0], published):
        return beside[0]
    if (
        published is None
        or beside
        or not _todays_news(doc[cue_head])
        or _of_old(doc, cue_head, dates, published)
    ):
        return None
    return When(published, published, DatePrecision.DAY, inferred="day of publication: told as today's news")


def carry_days(doc: Doc, found: Sequence[Attribution], published: date | None) -> tuple[Attribution, ...]:
    """Return attributions whose inferred days agree with what is told of the same speech.

    A source told to have spoken on Tuesday speaks on Tuesday in the next sentences too; after a speech of
    long ago no day is inferred for it. What a quotation retells was said some other day.
    """
    told: dict[tuple[str, ...], tuple[int, When]] = {}
    out = []
    for one in found:
        key = tuple(sorted(party.id for party in one.sources if party.kind is not PartyKind.UNKNOWN))
        at = doc[one.cue[0]].idx
        if one.said is not None and one.said.inferred is None and key:
            told[key] = (at, one.said)
        elif one.said is not None and one.said.inferred is not None:
            before = told.get(key) if key else None
            if one.within is not None and found[one.within].quoted and not one.quoted:
                one = replace(one, said=None)
            elif before is not None and at - before[0] < _ONE_SPEECH and doc[one.cue[0]].tag_ != "VBZ":
                one = replace(one, said=_same_speech(before[1], published))
        out.append(one)
    return tuple(out)


def _same_speech(told: When, published: date | None) -> When | None:
    if not _is_recent_day(told, published):
        return None
    return replace(
        told, span=None, inferred="the day that the same source is told to have spoken just before"
    )


def _beside(doc: Doc, cue_head: int, without: frozenset[int], dates: tuple[DateMention, ...]) -> list[When]:
    """Return the days told in the cue's sentence outside what was said."""
    sentence = doc[cue_head].sent
    return [
        d.when
        for d in dates
        if d.when is not None and d.start not in without and sentence.start <= d.start < sentence.end
    ]


def _is_recent_day(when: When, published: date | None) -> bool:
    if published is None or when.start is None or when.start != when.end:
        return False
    return 0 <= (published - when.start).days <= _WEEK


def _deep_in_a_feature(doc: Doc, cue_head: int) -> bool:
    """Tell whether a cue stands late in a long article, where old speech is retold as often as the day's."""
    length = doc[-1].idx + len(doc[-1])  # spaCy joins `doc.text` anew at each look
    return length > _NEWS_REPORT and doc[cue_head].idx > length / 3


def _of_old(doc: Doc, cue_head: int, dates: tuple[DateMention, ...], published: date) -> bool:
    """Tell whether the last time told before the cue, in its paragraph, lies more than a week back."""
    start = cue_head
    while start > 0 and "\n" not in doc[start - 1].text:
        start -= 1
    told = [
        d.when for d in dates if start <= d.start < cue_head and d.when is not None and d.when.end is not None
    ]
    return bool(told) and told[-1].end is not None and (published - told[-1].end).days > _WEEK


def _chain(token: Token) -> Iterator[Token]:
    """Give the cue and the verbs it shares its time with (conjuncts, the verb a noun leans on)."""
    yield token
    while (
        token.dep_ in {"conj", "dobj", "attr", "acomp", "xcomp", "acl", "advcl"} and token.head.i != token.i
    ):
        token = token.head
        yield token


def _date_on(doc: Doc, verb: Token, without: frozenset[int], dates: tuple[DateMention, ...]) -> When | None:
    for mention in dates:
        when = mention.when
        if when is None or mention.start in without or mention.timex in {"DURATION", "SET"}:
            continue
        if when.start is None or when.end is None or (when.end - when.start).days > _LONGEST_SPEECH_DAYS:
            continue
        if _hangs_on(doc, mention, verb):
            return when
    return None


def _hangs_on(doc: Doc, mention: DateMention, verb: Token) -> bool:
    token = doc[mention.start : mention.end].root
    for _ in range(3):
        if token.head.i == token.i:
            return False
        if token.dep_ not in _TIME_LINKS:
            return False
        token = token.head
        if token.i == verb.i:
            return True
    return False


def _todays_news(cue: Token) -> bool:
    """Tell whether a cue is told in the simple past or present, as news of the day is."""
    verb = cue
    while verb.pos_ not in {"VERB", "AUX"} and verb.head.i != verb.i:
        verb = verb.head
    if any(c.lemma_ == "have" and c.dep_ == "aux" for c in verb.children):
        return False
    if any(_tells_another_day(c) for c in verb.children):
        return False
    if verb.tag_ in {"VBD", "VBZ", "VBP"}:
        return True
    if verb.tag_ in {"VBN", "VBG"} and verb.head.i != verb.i:
        return verb.dep_ in {"acl", "advcl", "conj", "xcomp"} or verb.head.tag_ in {"VBD", "VBZ", "VBP"}
    return any(c.tag_ in {"VBD", "VBZ", "VBP"} and c.dep_ in {"aux", "auxpass"} for c in verb.children)


def _tells_another_day(child: Token) -> bool:
    """Tell whether a word on a verb of saying means that it was not said in today's news.

    "Has repeatedly said", "the cable said", "said when he met the envoy".
    """
    if child.dep_ == "advmod":
        return child.lower_ in _NOT_TODAY
    if child.dep_ == "nsubj":
        return child.lemma_.lower() in _OLD_PAPERS
    if child.dep_ != "advcl" or child.tag_ != "VBD":
        return False
    parts = {c.dep_: c.lower_ for c in child.children}
    return "nsubj" in parts and parts.get("advmod", parts.get("mark")) == "when"
