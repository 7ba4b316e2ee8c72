"""Tell when a source spoke: the date that hangs on the cue, or on its last words just before.

The day of publication is never taken for the day of speaking: of 132 days inferred so on real news, however
plainly told, 36 were wrong. Whoever wants a day where none is told has the article's.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from spacy.tokens import Doc, Token

from onrecord.reading.attribution.source_kinds import is_writing
from onrecord.reading.days_of_saying import is_of_verb_before
from onrecord.reading.layers import Attribution, DateMention
from onrecord.records import PartyKind, When

__all__ = ["carry_days", "said_when"]

_LONGEST_SPEECH_DAYS = 62
"""A cue's date that spans more than two months is a habit or a period, not a day of speaking."""


_WEEK = 7

_ONE_SPEECH = 1_200
"""Characters between two sayings of one source that are still taken for one speech."""

_NOT_TODAY = frozenset(
    {
        "repeatedly", "previously", "earlier", "once", "often", "always", "regularly", "originally",
        "initially", "frequently", "famously", "then", "long", "later", "ago", "before",
    }
)  # fmt: skip
"""Adverbs that tell of speech on other days, or on many."""

_OLD_PAPERS = frozenset({"cable", "memo", "diary", "book", "memoir", "letter", "transcript", "manifesto"})
"""Writings that news quotes long after they were written."""

_OTHER_TIMES = frozenset({"after", "before", "since"})
"""Words that open a clause told of another time than the one around it."""

_SET_AGAINST = frozenset({"although", "though", "because", "whereas", "unless", "if", "than"})
"""Words that open a clause whose day is its own."""

_OBTAINING = frozenset({"obtain", "see", "review", "view", "leak"})
"""How others get hold of a writing: "a report [obtained] by Nortix on Friday warned"."""

_AHEAD = frozenset({"expect", "anticipate", "foresee", "await"})
"""Verbs behind which a day tells when something is to come: "expects raids on Tuesday"."""

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})

_PRESENT = frozenset({"VBZ", "VBP"})

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
    dates = tuple(d for d in dates if _may_be_of_speech(doc, d, cue_head, published))
    right_behind = _right_behind(doc, cue_head, dates)
    if right_behind is not None:
        return right_behind
    for verb, days in _times(doc[cue_head], dates):
        told = _date_on(doc, verb, without, days)
        if told is not None:
            return told
    beside = _beside(doc, cue_head, without, dates)
    if len(beside) == 1 and _is_recent_day(beside[0], published):
        return beside[0]
    return None


def _right_behind(doc: Doc, cue_head: int, dates: tuple[DateMention, ...]) -> When | None:
    """Return the day between a verb and what is said: "said [on Tuesday] it would leave"."""
    near = (d for d in dates if d.start in (cue_head + 1, cue_head + 2))
    day = next((d for d in near if is_of_verb_before(doc[d.end - 1])), None)
    told = day is not None and day.timex not in {"DURATION", "SET"} and _is_of_one_speech(day.when)
    return day.when if day is not None and told else None


def _may_be_of_speech(doc: Doc, day: DateMention, cue_head: int, published: date | None) -> bool:
    """Tell whether a day can be one of speaking: none to come, none told from another, none expected.

    "Due [next week], nobody has confirmed it", "[a day after] they agreed", "expects raids [on Tuesday]".
    """
    start = None if day.when is None else day.when.start
    if start is not None and published is not None and (start - published).days > 1:
        return False
    ahead = doc[cue_head].lemma_ in _AHEAD and day.start > cue_head
    got = _is_of_getting(doc, day) or _is_of_echoed(doc[day.start : day.end].root, doc[cue_head])
    return not ahead and not got and doc[day.end - 1].lower_ not in _OTHER_TIMES


def _is_of_echoed(day: Token, verb: Token) -> bool:
    """Tell whether a day is when another said what is echoed: "echoed words by Lind [last week] that …"."""
    noun = day.head.head if day.dep_ == "pobj" else day.head
    if noun.dep_ == "pobj" and noun.head.lower_ == "by":
        noun = noun.head.head  # "by Lind [on Tuesday]"
    said = [c for c in verb.children if c.dep_ == "dobj" and any(b.lower_ == "by" for b in c.children)]
    if verb.lemma_ == "echo" and noun.i == verb.i:
        noun = next((c for c in said if c.i < day.i), noun)
    return noun.i in {c.i for c in said} and noun.i < day.i


def _is_of_getting(doc: Doc, day: DateMention) -> bool:
    """Tell whether a day is when others got hold of a writing: "a report obtained by Nortix [on Friday]"."""
    before = day.start - 1
    while before > 0 and doc[before].lower_ in {"on", "late", "early"}:
        before -= 1
    by = doc[before]
    while by.dep_ in {"pobj", "compound", "conj"} and by.head.i != by.i:
        by = by.head
    return by.dep_ == "agent" and by.head.dep_ == "acl" and by.head.lemma_ in _OBTAINING


def _times(cue: Token, dates: tuple[DateMention, ...]) -> Iterator[tuple[Token, tuple[DateMention, ...]]]:
    """Give the cue and the verbs whose time it shares, each with the days that may be told of both.

    Of another's deed only the day told first: "[on Tuesday] they met and the envoy said", but not "they met
    [on Tuesday], but the envoy said".
    """
    for verb in _chain(cue):
        yield verb, dates
        if _is_of_another(verb):
            first = min((c.left_edge.i for c in verb.head.children if c.dep_ in _SUBJECTS), default=0)
            dates = tuple(d for d in dates if d.start < first)


def _is_of_another(verb: Token) -> bool:
    """Tell whether a verb joined to another has a noun or a name for its own subject."""
    joined = verb.dep_ in {"conj", "advcl"}
    return joined and any(c.dep_ in _SUBJECTS and c.pos_ != "PRON" for c in verb.children)


def carry_days(
    doc: Doc, found: Sequence[Attribution], dates: tuple[DateMention, ...], published: date | None
) -> tuple[Attribution, ...]:
    """Return attributions with the day told of the same speech just before, where they tell none.

    A source told to have spoken on Tuesday speaks on Tuesday in the next sentences too, until another day
    is told. What somebody retells was said some other day, as what he "had said" was, or "who said on Monday"
    tells in passing; and the present tense belongs to none.
    """
    inside = {i for one in found for i in (*one.content, *one.subject)}
    days = [(doc[d.start].idx, d.when) for d in dates if d.when is not None and d.start not in inside]
    told: dict[tuple[str, ...], tuple[int, When]] = {}
    out = []
    for one in found:
        key = tuple(sorted(party.id for party in one.sources if party.kind is not PartyKind.UNKNOWN))
        at, ends = doc[one.cue[0]].idx, doc[one.cue[0]].sent.end_char
        before = told.get(key)
        retold = one.within is not None
        if one.said is not None and key:
            if _is_before(_verb_of(doc[one.cue[0]])):
                told.pop(key, None)
            else:
                told[key] = (at, one.said)
        elif (
            before is not None
            and at - before[0] < _ONE_SPEECH
            and all(when.start == before[1].start for place, when in days if before[0] < place < ends)
            and not retold
            and _is_of_the_day(doc, one.cue[0])
        ):
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
    found = {
        d.start: d.when
        for verb, days in _times(doc[cue_head], dates)
        for d in days
        if d.when is not None and d.start not in without and sentence.start <= d.start < sentence.end
        if _verb_over(doc[d.start : d.end].root).i == verb.i and not _is_of_deed(doc[d.start : d.end].root)
    }
    return [found[start] for start in sorted(found)]


def _is_of_deed(day: Token) -> bool:
    """Tell whether a day is only whose the deed was: "some welcomed [Sunday]'s vote, others warned of it"."""
    noun = day.head
    if day.dep_ != "poss":
        return False
    if noun.dep_ == "pobj":  # "an inquiry into Sunday's fire", but "at Sunday's meeting"
        return noun.head.head.pos_ == "NOUN"
    return noun.dep_ in {"dobj", *_SUBJECTS}


def _verb_over(token: Token) -> Token:
    """Return the verb a time expression stands under, through "in a message posted on Friday".

    Not through what was done before somebody speaks now: "while they marched on Friday, residents say", nor
    what is set against it: "said so, although none came on Friday", nor what tells of a deed: "denied a raid
    carried out on Friday".
    """
    while (token.pos_ not in {"VERB", "AUX"} or token.dep_ in {"acl", "advcl"}) and token.head.i != token.i:
        marks = {c.lower_ for c in token.children if c.dep_ == "mark"}
        if token.dep_ == "acl" and token.head.dep_ == "dobj" and not is_writing(token.head):
            return token
        if token.dep_ == "advcl" and not _SET_AGAINST.isdisjoint(marks):
            return token
        if token.dep_ == "advcl" and token.head.tag_ in _PRESENT and token.tag_ in {"VBD", "VBN"}:
            return token
        token = token.head
    return token


def _is_recent_day(when: When, published: date | None) -> bool:
    if published is None or when.start is None or when.start != when.end:
        return False
    return 0 <= (published - when.start).days <= _WEEK


def _chain(token: Token) -> Iterator[Token]:
    """Give the cue and the verbs it shares its time with (conjuncts, the verb a noun leans on)."""
    yield token
    while (
        token.dep_ in {"conj", "dobj", "attr", "acomp", "xcomp", "acl", "advcl"} and token.head.i != token.i
    ):
        if token.dep_ == "conj" and token.tag_ in _PRESENT and token.head.tag_ == "VBD":
            return  # "last month it signed one, and says it will sign more"
        if any(c.dep_ == "advmod" and c.lower_ in _NOT_TODAY for c in token.children):
            return  # "it said on Monday that it had not, while it previously said so"
        if token.dep_ == "advcl" and any(c.lower_ in _OTHER_TIMES for c in token.children):
            return  # "in June he left after she had said so"
        token = token.head
        yield token


def _date_on(doc: Doc, verb: Token, without: frozenset[int], dates: tuple[DateMention, ...]) -> When | None:
    for mention in dates:
        when = mention.when
        if when is None or mention.start in without or mention.timex in {"DURATION", "SET"}:
            continue
        if not _is_of_one_speech(when):
            continue
        if _hangs_on(doc, mention, verb):
            return when
    return None


def _is_of_one_speech(when: When | None) -> bool:
    """Tell whether a time is short enough for a day of speaking."""
    if when is None or when.start is None or when.end is None:
        return False
    return (when.end - when.start).days <= _LONGEST_SPEECH_DAYS


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


def _is_of_the_day(doc: Doc, cue: int) -> bool:
    """Tell whether a cue is told in the simple past, as the rest of a speech is, and of no other day."""
    verb = _verb_of(doc[cue])
    if _had(verb) or any(_tells_another_day(c) for c in verb.children):
        return False
    if verb.tag_ == "VBG" and verb.head.i != verb.i:
        return verb.head.tag_ == "VBD"
    return verb.tag_ == "VBD" or any(c.tag_ == "VBD" and c.dep_ in {"aux", "auxpass"} for c in verb.children)


def _verb_of(token: Token) -> Token:
    """Return the verb that a word stands under, the word itself where it is one."""
    while token.pos_ not in {"VERB", "AUX"} and token.head.i != token.i:
        token = token.head
    return token


def _is_before(verb: Token) -> bool:
    """Tell whether a saying is told of some time before: "[had] denied it", "who [denied] it on Monday"."""
    return _had(verb) or verb.dep_ == "relcl"


def _had(verb: Token) -> bool:
    """Tell whether a verb is told as done before what is told: "[had] denied it on Monday"."""
    return any(c.lemma_ == "have" and c.dep_ == "aux" for c in verb.children)


def _tells_another_day(child: Token) -> bool:
    """Tell whether a word on a verb of saying means that it was said on another day, or on many.

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
