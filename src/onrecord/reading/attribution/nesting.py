"""Sayings inside sayings: which stands in which, whose they are, and which of them put nobody on record."""

from dataclasses import replace

from spacy.tokens import Doc, Token

from onrecord.codebook.roles import roles
from onrecord.gazetteer.countries import name_of
from onrecord.reading.attribution.carriers import NEWS
from onrecord.reading.attribution.source_kinds import is_known
from onrecord.reading.attribution.spans import clean
from onrecord.reading.attribution.turns import TURN
from onrecord.reading.attribution.unsaid import QUIET
from onrecord.reading.attribution.wording import head_of
from onrecord.reading.layers import Attribution
from onrecord.records import Party, PartyKind, Stance, slug

__all__ = [
    "keys",
    "nested",
    "of_the_quoted",
    "performed",
    "quoted_others",
    "quoted_selves",
    "told_by_carriers",
    "trailing_participles",
    "without_carriers",
    "without_next_saying",
    "without_retold",
]

_SELVES = frozenset({"it", "he", "she", "they", "we", "i"})

_SAYING = frozenset({Stance.SAYS})
_TELLING = _SAYING | {Stance.CONFIRMS}
"""Stances of sayings in whose place stands what one does not say: "admit they cannot say"."""

_OTHERS = frozenset({"he", "she", "they"})
"""Pronouns that stand in a quotation for others than its speaker."""

_OPEN_PLACES = frozenset({"ccomp", "conj", "parataxis"})
"""Where the verb of a plain statement may hang, below the root of what somebody says."""

_BESIDE = frozenset({"after", "before", "as", "since", "while", "though", "although"})
"""What opens a clause of time or contrast, which may be the outlet's own."""


def told_by_carriers(doc: Doc, found: list[Attribution]) -> list[Attribution]:
    """Return sayings with who carried them, for all that somebody tells of what another said.

    '"It rained. It was cold," Lind said, according to [Nortix TV]' is Lind's, through Nortix TV.
    """
    done = list(found)
    for one in found:
        if doc[one.cue[0]].lower_ != "according" or not one.content:
            continue
        whose = [other for other in done if _is_all_told(doc, one, other)]
        if len(whose) != 1:
            continue
        own = (*whose[0].source_tokens, *whose[0].cue)
        behind = {*one.cue, *one.source_tokens, *_asides(doc, one, own)}
        said = {*one.content, *whose[0].content} - {*own, *behind}
        via = tuple(p for p in one.sources if p.kind is not PartyKind.UNKNOWN)
        mended = replace(whose[0], content=clean(doc, sorted(said)), via=(*via, *whose[0].via))
        if _only_reports(doc, whose[0]):
            mended = replace(one, content=mended.content, via=whose[0].sources)
        done = [mended if other is whose[0] else other for other in done if other is not one]
    return done


def _only_reports(doc: Doc, other: Attribution) -> bool:
    """Tell whether an outlet reports what it has from another: "[Nortix] reports it, according to Lind"."""
    outlets = all(p.sector == NEWS for p in other.sources)
    return outlets and _verb(doc, other).lemma_ == "report" and other.cue[0] < min(other.content)


def _is_all_told(doc: Doc, one: Attribution, other: Attribution) -> bool:
    """Tell whether one saying is told of nothing but what another said, before it."""
    own = (*other.source_tokens, *other.cue)
    if not other.source_tokens or not other.content or own[-1] > one.cue[0]:
        return False
    if not set(one.content).issuperset(own):
        return False
    rest = set(one.content) - {*own, *other.content, *_asides(doc, one, own)}
    quotation = other.quoted and own[-1] > max(other.content)
    spoken = quotation and all(i < min(own) for i in rest)
    return spoken or all(doc[i].is_punct or doc[i].is_space for i in rest)


def _asides(doc: Doc, one: Attribution, own: tuple[int, ...]) -> set[int]:
    """Return the words that tell when and to whom somebody spoke: "Lind told [reporters on Monday]"."""
    behind = {i for i in one.content if i > max(own)}
    return set() if any(doc[i].pos_ in {"VERB", "AUX"} for i in behind) else behind


def without_carriers(doc: Doc, found: list[Attribution]) -> list[Attribution]:
    """Return what was said without who carried it: "Lind said [it was so], Nortix TV reported".

    The parse may hang the carrier's verb below what Lind said, where each stands in the other's content.
    """
    return [
        replace(one, content=clean(doc, [i for i in one.content if i not in behind]))
        if (behind := _carried_by(doc, one, found))
        else one
        for one in found
    ]


def _carried_by(doc: Doc, one: Attribution, found: list[Attribution]) -> set[int]:
    """Return the words of another who comes behind all that somebody said, and reports it."""
    return {
        i
        for other in found
        if other.content and other.source_tokens
        if set(other.cue) & set(one.content) and other.cue[0] > max(other.content)
        if one.source_tokens and set(other.content).issuperset((*one.source_tokens, *one.cue))
        if _ends_with(doc, one, other)
        for i in (*other.cue, *other.source_tokens)
    }


def _ends_with(doc: Doc, one: Attribution, other: Attribution) -> bool:
    """Tell whether nothing of what somebody said stands behind another's saying."""
    last = max((*other.cue, *other.source_tokens))
    return all(doc[i].is_punct for i in one.content if i > last)


def without_next_saying(doc: Doc, found: list[Attribution]) -> list[Attribution]:
    """Return what was said without what its speaker says next: "said [the law was fair] and urged calm".

    What stands before "and" has a subject of its own, of which the next verb is not told.
    """
    mended = []
    for one in found:
        starts = [start for other in found if (start := _start_of_next(doc, one, other)) is not None]
        kept = [i for i in one.content if i < min(starts)] if starts else one.content
        mended.append(replace(one, content=clean(doc, kept)) if starts else one)
    return mended


def _start_of_next(doc: Doc, one: Attribution, other: Attribution) -> int | None:
    """Return where the next saying of a speaker begins in what he said before, None where none does."""
    said, verb = _verb(doc, one), _verb(doc, other)
    if not one.source_tokens or not one.content or verb.i not in one.content or verb.dep_ != "conj":
        return None
    own = any(c.dep_ in _SUBJECTS for c in verb.children)
    subject = next((c for c in verb.head.children if c.dep_ in _SUBJECTS), None)
    past = said.tag_ == verb.tag_ == "VBD" and said.i < one.content[0] < verb.head.i
    alike = keys(one.sources) == keys(other.sources) and one is not other
    if own or not past or not alike or subject is None or subject.pos_ == "PRON":
        return None
    joined = verb.left_edge.i - 1
    return joined if doc[joined].tag_ == "CC" and joined > one.content[0] else None


_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def nested(doc: Doc, found: list[Attribution]) -> tuple[Attribution, ...]:
    """Point each attribution at the smallest one whose content holds its cue."""
    ordered = sorted(found, key=lambda a: (a.cue, a.content))
    # Two contents may hold each other's cues where the parse errs; only a longer one holds a shorter,
    # so that nesting never goes in circles.
    size = [(len(one.content), -i) for i, one in enumerate(ordered)]
    pointed = []
    for own, one in enumerate(ordered):
        around = [
            (len(other.content), i)
            for i, other in enumerate(ordered)
            if size[i] > size[own] and set(one.cue) <= set(other.content) and not _is_aside(doc, one, other)
        ]
        pointed.append(replace(one, within=min(around)[1] if around else None))
    return tuple(pointed)


def _is_aside(doc: Doc, one: Attribution, outer: Attribution) -> bool:
    """Tell whether a saying stands in a clause beside what was said: ", a day after it denied …".

    So does what the outlet puts in on whom it is told of: "the driver, [who police said was drunk], had …".
    """
    marks = [i for i in outer.content if i < one.cue[0] and doc[i].text in _QUOTING]
    if len(marks) % 2 == 0 and _is_put_in(doc, one, _verb(doc, one)):
        return True
    if outer.quoted:
        return False
    inside = set(outer.content)
    token = doc[one.cue[0]]
    while token.i in inside and token.head.i != token.i:
        if token.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in _BESIDE for c in token.children):
            return True
        token = token.head
    return False


_QUOTING = frozenset({'"', "“", "”", "''", "``"})


def _is_put_in(doc: Doc, one: Attribution, verb: Token) -> bool:
    """Tell whether a saying with a source of its own stands between a relative pronoun and its verb."""
    if verb.dep_ != "relcl" or not one.source_tokens or one.source_tokens[0] < 2:
        return False
    pronoun = doc[one.source_tokens[0] - 1]
    while pronoun.pos_ in {"DET", "ADJ"} and pronoun.i > verb.sent.start:
        pronoun = pronoun.nbor(-1)
    named = any(doc[i].pos_ in {"NOUN", "PROPN"} for i in one.source_tokens)
    return named and pronoun.lower_ in {"who", "which"} and doc[pronoun.i - 1].text == ","


def keys(parties: tuple[Party, ...]) -> set[str]:
    """Return whom parties are or speak for: their ids, their bodies', their states'.

    An outlet speaks for nobody but itself, and being one of the organisations of states is no side.
    """
    sides = {side for p in parties if p.sector != "MED" for side in (p.of, p.country) if side}
    return {p.id for p in parties} | (sides - {"IGO", "EUE"})


def without_retold(
    doc: Doc, found: tuple[Attribution, ...], believes: tuple[str, ...], quoted: frozenset[int]
) -> list[Attribution]:
    """Leave out what somebody only mentions that others say, think or would say.

    What others think ("voters believe it", she said), what nobody known said ("a relative told me", he
    said), and what stands in the middle of a sentence of another's quotation ("when you hear a candidate
    say it"): the outer statement tells it.
    """
    kept = []
    for one in found:
        outer = None if one.within is None else found[one.within]
        aired = outer is not None and TURN in outer.rules  # who speaks on the air tells what others said
        thought = outer is not None and not aired and _is_thought(doc, one, outer, believes)
        if outer is None or aired or (not thought and _stands(doc, one, outer, quoted)):
            kept.append(one)
    return kept


def _is_thought(doc: Doc, one: Attribution, outer: Attribution, believes: tuple[str, ...]) -> bool:
    thought = any(doc[i].pos_ == "VERB" and doc[i].lemma_ in believes for i in one.cue)
    return thought and not keys(one.sources) & keys(outer.sources)


def _stands(doc: Doc, one: Attribution, outer: Attribution, quoted: frozenset[int]) -> bool:
    if quoted.issuperset(one.cue) and outer.quoted:
        own = bool(keys(one.sources) & keys(outer.sources))
        state = any(p.kind is PartyKind.STATE for p in one.sources)
        return (own or state) and _is_statement(_verb(doc, one))
    return (
        any(is_known(p) for p in one.sources)
        or outer.stance is not Stance.SAYS
        or _is_carried(doc, one, outer)
    )


def _is_carried(doc: Doc, one: Attribution, outer: Attribution) -> bool:
    """Tell whether all that an outlet reports is what somebody said: "[Lind said so], Nortix TV reported".

    An outlet may go without its name: "[Lind said so], the newspaper said".
    """
    head, teller = head_of(doc, outer.content), head_of(doc, outer.source_tokens)
    outlets = bool(outer.sources) and all(p.sector == NEWS for p in outer.sources)
    nameless = teller is not None and roles().bodies.get(teller.lemma_.lower()) == NEWS
    outlets = outlets or nameless or _verb(doc, outer).lemma_ == "report"
    return outlets and bool(one.source_tokens) and head is not None and head.i in one.cue


def _verb(doc: Doc, one: Attribution) -> Token:
    verbs = [doc[i] for i in one.cue if doc[i].pos_ in {"VERB", "AUX"}]
    return verbs[-1] if verbs else doc[one.cue[0]]


def _is_statement(verb: Token) -> bool:
    """Tell whether a verb is said of somebody in a plain clause, not below "when", "who" or "let"."""
    while verb.dep_ in _OPEN_PLACES and verb.head.i != verb.i:
        if verb.dep_ == "ccomp" and any(c.dep_ == "neg" for c in verb.head.children):
            return False
        verb = verb.head
    return verb.dep_ == "ROOT"


def trailing_participles(doc: Doc, found: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Give "X confirmed that Y …, backing Z" to X: the parse hangs the participle on Y's verb.

    Only a participle behind a comma, and none inside a quotation.
    """
    mended = []
    for one in found:
        outer = None if one.within is None else found[one.within]
        first = doc[one.cue[0]]
        trailing = (
            first.tag_ == "VBG" and first.dep_ == "advcl" and first.i > 0 and doc[first.i - 1].text == ","
        )
        if outer is not None and trailing and not outer.quoted and outer.source_tokens:
            one = replace(one, sources=outer.sources, source_tokens=outer.source_tokens, within=outer.within)
        mended.append(one)
    return tuple(mended)


def performed(
    doc: Doc, found: tuple[Attribution, ...], quoted: frozenset[int] = frozenset()
) -> list[Attribution]:
    """Return what a speaker does in so many words in place of the saying: "Kenya said it welcomed the truce".

    A plain "I think" inside one's own quotation is left out: the quotation already says it. A quoted "they"
    is not the speaker: "They are demanding this," X said. What he says besides stays: "said it had read the
    reports but could not confirm them".
    """
    kept = dict(enumerate(found))
    for number, one in enumerate(found):
        outer = None if one.within is None else found[one.within]
        quiet = one.stance in QUIET
        if outer is None or outer.stance not in (_TELLING if quiet else _SAYING) or one.within not in kept:
            continue
        pronoun = len(one.source_tokens) == 1 and doc[one.source_tokens[0]].lower_ in _SELVES
        same = {p.id for p in one.sources} == {p.id for p in outer.sources}
        head = head_of(doc, outer.content)
        if one.stance is Stance.SAYS and same and pronoun and one.cue[0] in outer.content and outer.quoted:
            del kept[number]
        elif one.stance is not Stance.SAYS and pronoun and head is not None and head.i in one.cue:
            if quoted.issuperset(one.source_tokens) and doc[one.source_tokens[0]].lower_ in _OTHERS:
                continue
            if any(c.dep_ == "aux" and c.lower_ == "had" for c in head.children):
                continue  # "saying it had ordered the raid": another's deed, or long done
            kept[number] = _by_the_outer(one, outer)
            del kept[one.within]
        elif quiet and pronoun and not outer.quoted and _goes_on_from(_verb(doc, one), head):
            kept[number] = _by_the_outer(one, outer)
    return list(kept.values())


def _by_the_outer(one: Attribution, outer: Attribution) -> Attribution:
    """Return a saying of one's own inside a saying with the source, day and carriers of the outer one."""
    return replace(
        one,
        sources=outer.sources,
        source_tokens=outer.source_tokens,
        via=outer.via,
        said=outer.said or one.said,
        jointly=outer.jointly,
    )


def _goes_on_from(verb: Token, head: Token | None) -> bool:
    """Tell whether a verb is joined to the one of what was said, without a subject of its own."""
    while verb.dep_ == "xcomp" or verb.pos_ == "ADJ" or verb.dep_ == "acomp":
        verb = verb.head  # "but was unable to [verify] it"
    while verb.dep_ == "conj" and all(c.dep_ not in {"nsubj", "nsubjpass"} for c in verb.children):
        verb = verb.head
    return head is not None and verb.i == head.i


def quoted_selves(doc: Doc, found: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Give a quoted "we" or "I" the speaker of the quotation: "We can confirm …," X said: X confirms."""
    mended = []
    for one in found:
        outer = None if one.within is None else found[one.within]
        own_words = [doc[i].lower_ for i in one.source_tokens]
        if outer is not None and own_words in (["we"], ["i"]):
            one = replace(one, sources=outer.sources, jointly=outer.jointly, said=one.said or outer.said)
        mended.append(one)
    return tuple(mended)


_FIRST = frozenset({"i", "me", "my", "we", "us", "our"})


def quoted_others(
    doc: Doc, found: tuple[Attribution, ...], quoted: frozenset[int]
) -> tuple[Attribution, ...]:
    """Leave open whom a quoted "he" means where it was taken for who is quoted, who calls himself "I".

    "I asked [him]. [He] thinks he fainted," Lind said: not Lind thinks so.
    """
    mended = []
    for one in found:
        outer = None if one.within is None else found[one.within]
        word = doc[one.source_tokens[0]] if len(one.source_tokens) == 1 else None
        if outer is None or word is None or word.i not in quoted or word.lower_ not in _OTHERS:
            mended.append(one)
            continue
        first = any(i in quoted and doc[i].lower_ in _FIRST for i in outer.content)
        if first and {p.id for p in one.sources} == {p.id for p in outer.sources}:
            name, span = word.text, one.sources[0].span
            one = replace(one, sources=(Party(name, f"unknown:{slug(name)}", PartyKind.UNKNOWN, span=span),))
        mended.append(one)
    return tuple(mended)


_OWN_POWERS = frozenset(
    {"government", "administration", "president", "army", "military", "ministry", "cabinet"}
)
"""Nouns for powers of a state that its spokesman leaves the state out of."""

_OWN = frozenset({"the", "this", "our"})
"""Words before them."""


def of_the_quoted(
    doc: Doc, found: tuple[Attribution, ...], quoted: frozenset[int]
) -> tuple[Attribution, ...]:
    """Give what a quoted speaker says in so many words for a power of his state to that state.

    "The government condemns the raid," Norwegian spokesman A. B. said: Norway does, whoever's government the
    article spoke of before. Only what is done by saying it, in the present tense: of what "the government
    says" a foreign minister may speak too.
    """
    mended = []
    for one in found:
        outer = () if one.within is None else found[one.within].sources
        homes = {p.country for p in outer if p.country is not None}
        acts = one.stance is not Stance.SAYS and any(_is_present(doc[i]) for i in one.cue)
        if len(homes) == 1 and acts and quoted.issuperset(one.cue):
            (home,) = homes
            one = replace(one, sources=tuple(_of_state(p, home) for p in one.sources))
        mended.append(one)
    return tuple(mended)


def _is_present(token: Token) -> bool:
    """Tell whether a verb is told in the present tense; the parser takes a quoted "condemn" for the past."""
    return token.pos_ == "VERB" and (token.tag_ in {"VBZ", "VBP"} or token.lower_ == token.lemma_)


def _of_state(party: Party, home: str) -> Party:
    """Return a power of some state, told without its name, as that of another state."""
    if party.span is None or party.country in (None, home):
        return party
    first, _, told = party.span.text.partition(" ")
    if first.lower() not in _OWN or told.lower() not in _OWN_POWERS:
        return party
    how = "the state of the one who is quoted"
    if party.kind is PartyKind.STATE:
        return replace(party, name=name_of(home), id=home, country=home, mention=None, inferred=how)
    unnamed = f"unknown:{slug(f'{home} {told}')}"
    return Party(told, unnamed, PartyKind.UNKNOWN, home, party.sector, told, home, party.span, None, how)
