"""Tell whose words they are: the parties a stretch of tokens stands for."""

from dataclasses import replace

from spacy.tokens import Doc, Token

from onrecord.codebook.roles import roles
from onrecord.codebook.wordclasses import word_classes
from onrecord.reading.attribution.content import head_of
from onrecord.reading.attribution.spans import before_place
from onrecord.reading.layers import Mention, MentionForm, span_of
from onrecord.records import Party, PartyKind, Span, slug

__all__ = [
    "UNNAMED",
    "antecedent",
    "is_known",
    "is_somebody",
    "is_thing",
    "is_unknown_noun",
    "is_unsigned",
    "is_writing",
    "parties_of",
]

UNNAMED = Party(
    name="unnamed source",
    id="unknown:unnamed",
    kind=PartyKind.UNKNOWN,
    inferred="the text names no source",
)
"""The source of an attribution that names none ("it is feared that …")."""


_LISTING = frozenset({"and", ",", "&", "the"})

_PAIR = 2

_FIRST_HYPHEN = 2
"""Place of a hyphen in a source behind at most a noun and its prefix: "firm co-founder"."""

_EACH = frozenset({"none", "neither", "both", "all", "each", "either"})
"""Words that count through the parties after "of": "none of [the three governments]"."""

_SOME = frozenset({"one", "another", "several"})
"""Words beside numbers that tell some of those after "of": "several of [the residents]"."""

_PREFIXES = frozenset({"co", "vice", "ex"})
"""What the parser may take for a subject of its own before a hyphen: "Nortix [co]-founder Ana Lind said"."""

_PARTIES = frozenset({"D", "R", "I"})
"""Letters of parties before a lawmaker's home: "R-Tenn."."""

_WHO = frozenset({"who", "which", "that"})


def parties_of(doc: Doc, tokens: tuple[int, ...], mentions: tuple[Mention, ...]) -> tuple[Party, ...]:
    """Return the parties a source stretch names, in reading order, none twice.

    The heads of the stretch and their conjuncts are the sources; a name inside one of them ("the
    minister's office in Seoul") is not. A source no mention covers keeps its own words as its name,
    kind unknown; it is never guessed.
    """
    tokens = _without_prefix(doc, _without_days(doc, tokens, mentions))
    if not tokens:
        return ()
    found: list[Party] = []
    heads = _heads(doc, tokens)
    named = _named_last(doc, heads, tokens, mentions)
    if named is not None:
        return named.parties
    if _is_of_two_callings(heads):
        return _told_by_both(doc, heads, _parties_at(doc, heads[0], tokens, mentions), mentions)
    for head in _last_person(doc, heads, tokens, mentions):
        if (head.lower_ in {"other", "others"} and found) or _is_seat(head):
            continue
        for party in _parties_at(doc, head, tokens, mentions):
            found.append(party)
    listed = _listed(doc, tokens, mentions, {party.span for party in found})
    first = doc[tokens[0]].idx
    ordered = sorted([*listed, *found], key=lambda party: party.span.start if party.span else first)
    return tuple({party.id: party for party in ordered}.values())


def _without_prefix(doc: Doc, tokens: tuple[int, ...]) -> tuple[int, ...]:
    """Return a source from behind "co-", where the parser takes what is before for another subject."""
    first = tokens[: _FIRST_HYPHEN + 1]
    hyphen = next((n for n, i in enumerate(first) if doc[i].text == "-"), 0)
    prefixed = hyphen and doc[tokens[hyphen - 1]].lower_ in _PREFIXES
    return tokens[hyphen + 1 :] or tokens if prefixed else tokens


def _without_days(doc: Doc, tokens: tuple[int, ...], mentions: tuple[Mention, ...]) -> tuple[int, ...]:
    """Return a source without the day behind it ("[Ana Lind] this week said"), where more is left."""
    named = {
        i for m in mentions if m.party.kind is not PartyKind.UNKNOWN for i in range(m.start, m.end)
    }  # "Theresa May"
    aged = doc[tokens[-1]].lower_ == "old" if tokens else False  # "the 23-year-old"
    days = [doc[i].ent_type_ in {"DATE", "TIME"} and i not in named and not aged for i in tokens]
    end = len(tokens)
    while end and (days[end - 1] or doc[tokens[end - 1]].is_punct):
        end -= 1
    if not end or not any(days[end:]):
        return tokens
    return tokens[: end - 1] if end > 1 and doc[tokens[end - 1]].pos_ == "ADP" else tokens[:end]


def _listed(
    doc: Doc, tokens: tuple[int, ...], mentions: tuple[Mention, ...], known: set[Span | None]
) -> list[Party]:
    """Return the parties listed beside a known one ("A and B"), which long titles hide from the parse."""
    stretch = set(tokens)
    inside = [
        m
        for m in mentions
        if m.head in stretch and not _is_inside(doc, m, stretch) and not _are_people(doc, m)
        if not _are_single_soldiers(doc[m.head], m)
    ]
    outer = [
        m for m in inside if not any(o is not m and o.start <= m.start and m.end <= o.end for o in inside)
    ]
    groups: list[list[Mention]] = []
    waiting: list[Mention] = []  # joined by a comma only: part of the list once an "and" follows
    for mention in sorted(outer, key=lambda m: m.start):
        last = waiting[-1] if waiting else groups[-1][-1] if groups else None
        gap = {t.lower_ for t in doc[last.end : mention.start]} if last else set()
        if last and gap and gap <= _LISTING and gap & {"and", "&"}:
            groups[-1] += [*waiting, mention]
            waiting = []
        elif last and gap == {","} and mention.form is MentionForm.NAME:
            waiting.append(mention)
        else:
            groups += [[one] for one in waiting]
            waiting = []
            groups.append([mention])
    return [
        party
        for group in groups
        if any(m.party.span in known for m in group)
        for mention in group
        for party in mention.parties
    ]


def _is_inside(doc: Doc, mention: Mention, stretch: set[int]) -> bool:
    """Tell whether a mention only says who the name beside it is.

    "[His] firm", "China, [its ally] and [lifeline]", "Ana Lind of [Barts] and [the School]", "[UN] envoy
    Ana Lind".
    """
    head = doc[mention.head]
    if mention.form is MentionForm.PRONOUN and head.dep_ == "poss":
        return True
    while head.dep_ == "conj" and head.head.i != head.i:
        head = head.head
    if head.dep_ == "appos":
        return mention.form is MentionForm.NOMINAL
    of_body = mention.party.kind is not PartyKind.PERSON
    if head.dep_ == "pobj" and head.head.lower_ in {"of", "at", "for", "in"}:
        return of_body and head.head.head.i in stretch
    return of_body and head.dep_ in {"compound", "nmod", "poss"} and head.head.i in stretch


def is_somebody(sources: tuple[Party, ...]) -> bool:
    """Tell whether any source is more than a description nobody knows."""
    return any(is_known(party) or party.of is not None for party in sources)


def is_known(party: Party) -> bool:
    """Tell whether a party is somebody by name, or at least of a known sector ("rebels")."""
    return party.kind is not PartyKind.UNKNOWN or party.sector is not None


def is_thing(doc: Doc, party: Party, mentions: tuple[Mention, ...]) -> bool:
    """Tell whether a source is a thing rather than somebody: a common noun that no mention knows.

    Documents speak ("the report says"); shells, papers and droughts do not.
    """
    if party.span is None or is_known(party):
        return False
    span = doc.char_span(party.span.start, party.span.end, alignment_mode="expand")
    return span is not None and is_unknown_noun(span.root, mentions)


def is_unknown_noun(token: Token, mentions: tuple[Mention, ...]) -> bool:
    """Tell whether a word is a common noun that no mention knows and that is no writing."""
    if any(m.start <= token.i < m.end for m in mentions):
        return False
    return token.pos_ == "NOUN" and not is_writing(token)


def is_writing(token: Token) -> bool:
    """Tell whether a word names something said or written, which speaks: "report", "poll"."""
    return token.lemma_.lower() in roles().writings | roles().documents


def is_unsigned(doc: Doc, source: tuple[int, ...], parties: tuple[Party, ...]) -> bool:
    """Tell whether a source is a writing of which the text tells no author: "the documents show"."""
    head = head_of(doc, source)
    if head is None or not is_writing(head) or head.lemma_.lower() in roles().signed:
        return False
    named = any(doc[i].pos_ == "PROPN" for i in source if i < head.i)
    return not named and not any(is_known(p) for p in parties)


def antecedent(doc: Doc, source: tuple[int, ...]) -> tuple[int, ...]:
    """Return whom a source of "who" alone stands for ("the guide, [who] said …"), else the source."""
    if len(source) != 1 or doc[source[0]].lower_ not in _WHO:
        return source
    verb = doc[source[0]].head
    while verb.dep_ in {"conj", "xcomp", "ccomp"} and verb.head.i != verb.i:
        verb = verb.head
    if verb.dep_ != "relcl":
        return source
    own = {t.i for t in verb.subtree}
    noun = before_place(verb.head) if doc[source[0]].lower_ == "who" else verb.head
    return tuple(t.i for t in noun.subtree if t.i not in own and t.i < source[0])


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


def _heads(doc: Doc, tokens: tuple[int, ...]) -> list[Token]:
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
        queue.extend(c for c in token.children if c.dep_ == "conj" and c.i in inside and c.pos_ != "VERB")
    return heads[:1] if _is_role_of_first(heads) else heads


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


def _is_bare_role(head: Token) -> bool:
    """Tell whether a noun says what one person is, with nothing that would begin another: "[analyst]"."""
    table, noun = roles(), head.lemma_.lower()
    one = head.tag_ in {"NN", "NNP"} and noun not in word_classes().collectives
    known = noun in table.offices or noun in table.unnamed or noun in word_classes().callings
    return one and known and all(c.dep_ not in {"det", "poss", "nummod"} for c in head.children)


def _named_last(
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


def _is_of_two_callings(heads: list[Token]) -> bool:
    """Tell whether two nouns tell one person: "the painter and [decorator]", "a nun and [former spy]"."""
    if len(heads) != _PAIR or heads[0].tag_ != "NN" or heads[0].pos_ != "NOUN":
        return False
    first, last = heads
    begun = [c for c in first.children if c.dep_ in {"det", "poss", "nummod"}]
    past = any(c.lower_ in {"former", "current", "retired"} for c in last.children if c.dep_ == "amod")
    told = past or last.lemma_.lower() in word_classes().callings
    person = first.lemma_.lower() in {*roles().offices, *roles().unnamed, *word_classes().callings}
    ones = all(c.lower_ in {"the", "a", "an"} for c in begun) and bool(begun)
    return ones and person and told and last.tag_ == "NN" and _is_bare_role(last)


def _told_by_both(
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


def _last_person(
    doc: Doc, heads: list[Token], tokens: tuple[int, ...], mentions: tuple[Mention, ...]
) -> list[Token]:
    """Return the person right before the cue, where the parse takes him for another just named.

    "… another leader to quit, Ali Saleh, [the institute's Bo Lind] said": nobody is two persons by name.
    """
    persons = {m.head: m for m in mentions if m.party.kind is PartyKind.PERSON and m.form is MentionForm.NAME}
    if len(heads) != 1 or heads[0].i not in persons:
        return heads
    first = persons[heads[0].i]
    last = next((m for m in persons.values() if m.end == tokens[-1] + 1 and m.head in tokens), first)
    governor = doc[last.head].head
    told_of = governor.dep_ == "pobj" and governor.tag_ == "NN"  # "Ann Lind, of the group Nortix"
    other = last.party.id != first.party.id and doc[last.head].dep_ == "appos" and not told_of
    return [doc[last.head]] if other else heads


def _parties_at(
    doc: Doc, head: Token, tokens: tuple[int, ...], mentions: tuple[Mention, ...]
) -> tuple[Party, ...]:
    author = _author(doc, head, mentions)
    if author is not None:
        return author.parties
    body = _body_behind(doc, head, mentions)
    if body is not None:
        return (body,)
    exact = [m for m in mentions if m.head == head.i]
    named = _named_behind(doc, head, tokens, mentions)
    if named is not None:
        return (_told_as(named.party, exact),)
    around = [
        m for m in mentions if m.start <= head.i < m.end and m.start >= tokens[0] and m.end <= tokens[-1] + 1
    ]
    best = max(exact or around, key=lambda m: (m.end - m.start, -m.start), default=None)
    if best is not None and _are_people(doc, best):
        return (replace(_unknown(doc, head, tokens), country=best.party.country),)
    if best is not None and _are_single_soldiers(head, best):
        state = best.party.country
        return (replace(_unknown(doc, head, tokens), country=state, sector="MIL", of=state),)
    if best is not None:
        return best.parties
    whole = _whole_of(head, mentions)
    if whole is not None:
        part = _unknown(doc, head, tokens)
        return (replace(part, country=whole.country, sector=whole.sector, role=whole.role, of=whole.of),)
    behind = next((m for m in mentions if m.start <= head.i + 2 < m.end), None)
    if behind is not None and head.lower_ in _PREFIXES and doc[head.i + 1].text == "-":
        return behind.parties
    called = next((m for m in mentions if m.start == head.i + 1 and m.head == m.end - 1), None)
    if called is not None and _is_called(head, called):
        return called.parties
    return (_unknown(doc, head, tokens),)


def _is_seat(head: Token) -> bool:
    """Tell whether a word is a lawmaker's party and home, and nobody: "Ann Lind, [R-Tenn.], and Bo Cole"."""
    before = [c.text for c in head.children if c.i < head.i]
    return len(before) > 1 and before[0] in _PARTIES and before[1] in {"-", "–"}


def _told_as(person: Party, described: list[Mention]) -> Party:
    """Return a person with what the description beside the name tells: "the [junta's spokesman], Bo Lind"."""
    for told in (m.party for m in described):
        person = replace(
            person,
            role=person.role or told.role,
            of=person.of or told.of,
            country=person.country or told.country,
            sector=person.sector or told.sector,
        )
    return person


def _whole_of(head: Token, mentions: tuple[Mention, ...]) -> Party | None:
    """Return those without a name of whom a number of them speaks: "two of [the officials]"."""
    if head.pos_ != "NUM" and head.lower_ not in _SOME:
        return None
    whole = {c.i for p in head.children if p.lower_ == "of" for c in p.children if c.dep_ == "pobj"}
    found = (m.party for m in mentions if m.head in whole and m.form is MentionForm.NOMINAL)
    return next((party for party in found if party.kind is PartyKind.UNKNOWN), None)


def _named_behind(
    doc: Doc, head: Token, tokens: tuple[int, ...], mentions: tuple[Mention, ...]
) -> Mention | None:
    """Return the person whose name follows what he is: "a man named [Jo Lind]", "one sheikh, [Ali Lind]"."""
    apposed = {c.i for c in head.children if c.dep_ == "appos" and c.i <= tokens[-1]}
    persons = [m for m in mentions if m.party.kind is PartyKind.PERSON and m.form is MentionForm.NAME]
    told = any(m.head == head.i and m.party.kind is not PartyKind.UNKNOWN for m in mentions)
    if apposed and not told and head.tag_ not in {"NNS", "NNPS"}:
        return next((m for m in persons if m.head in apposed), None)
    if head.pos_ == "ADP":  # "[Under] Secretary of State Ann Lind"
        return next((m for m in persons if m.end == tokens[-1] + 1), None)
    called = doc[head.i + 1] if head.i + 1 < len(doc) else head
    if called.dep_ != "acl" or called.lower_ not in {"named", "called"}:
        return None
    return next((m for m in persons if m.start == called.i + 1), None)


def _are_people(doc: Doc, mention: Mention) -> bool:
    """Tell whether a demonym is said of people and not of their state: "Kenyans say", but "the Kenyans"."""
    if mention.form is not MentionForm.DEMONYM or doc[mention.head].tag_ != "NNPS":
        return False
    return all(c.lower_ != "the" for c in doc[mention.head].children)


def _is_called(head: Token, mention: Mention) -> bool:
    """Tell whether a name right behind a noun says which body it is: "the state news [agency] Petra"."""
    named = mention.form is MentionForm.NAME and mention.party.kind is PartyKind.ORGANISATION
    return named and head.tag_ == "NN" and head.lemma_ in roles().bodies.keys() | word_classes().media_names


_SOLDIERS = frozenset({"soldier", "troop", "sailor", "marine", "conscript", "reservist"})


def _are_single_soldiers(head: Token, mention: Mention) -> bool:
    """Tell whether soldiers speak for themselves: "Norwegian [soldiers] said there was no better place"."""
    own = mention.form is MentionForm.NOMINAL and mention.party.kind is PartyKind.STATE
    return own and head.tag_ == "NNS" and head.lemma_ in _SOLDIERS


def _author(doc: Doc, head: Token, mentions: tuple[Mention, ...]) -> Mention | None:
    """Tell who speaks through a document: "[Seoul]'s assessment", "a [police] report", "a report by [X]"."""
    if not is_writing(head):
        return None
    owners = [c.i for c in head.children if c.dep_ in {"poss", "compound", "nmod"}]
    made = [head, *(c for c in head.children if c.dep_ == "acl" and c.lemma_ in word_classes().issuing)]
    owners += [
        c.i
        for t in made
        for p in t.children
        if p.dep_ in {"prep", "agent"} and p.lower_ in {"by", "from"}
        for c in p.children
    ]
    return next((m for m in mentions if m.head in owners and not _is_whence(doc, m)), None)


def _body_behind(doc: Doc, head: Token, mentions: tuple[Mention, ...]) -> Party | None:
    """Return a government or army that speaks in a writing: "an [army] statement said"."""
    if head.lemma_.lower() not in roles().signed or any(m.head == head.i for m in mentions):
        return None
    before = [c for c in head.children if c.i < head.i and c.dep_ != "det"]
    power = before[0] if len(before) == 1 and before[0].dep_ in {"compound", "amod"} else head
    sector = roles().state.get(power.lemma_.lower())
    if sector is None or power.tag_ not in {"NN", "JJ"}:
        return None
    told = [
        m.party
        for m in mentions
        if m.head < power.i and m.form is MentionForm.NOMINAL and doc[m.head].lemma_ == power.lemma_
    ]
    name = power.text
    new = Party(name=name, id=f"unknown:{slug(name)}", kind=PartyKind.UNKNOWN, sector=sector)
    return replace(told[-1] if told else new, span=span_of(doc, power.i, power.i + 1))


def _is_whence(doc: Doc, mention: Mention) -> bool:
    """Tell whether a mention is where something comes from: "reports from [Libya]"."""
    place = mention.form is MentionForm.NAME and mention.party.kind is PartyKind.STATE
    return place and doc[mention.head].head.lower_ == "from"


def _unknown(doc: Doc, head: Token, tokens: tuple[int, ...]) -> Party:
    inside = set(tokens)
    own = [
        t.i
        for t in head.subtree
        if t.i in inside and not any(a.dep_ in {"relcl", "conj", "acl", "cc"} for a in _path(t, head))
        if not any(a.dep_ == "appos" and a.i > head.i and _is_set_off(doc, a) for a in _path(t, head))
    ]
    start, end = min(own, default=head.i), max(own, default=head.i) + 1
    while start < head.i and (doc[start].pos_ in {"DET", "PUNCT", "SPACE", "CCONJ"}):
        start += 1
    while end - 1 > head.i and doc[end - 1].pos_ in {"PUNCT", "SPACE", "CCONJ"}:
        end -= 1
    span = span_of(doc, start, end)
    return Party(name=span.text, id=f"unknown:{slug(span.text)}", kind=PartyKind.UNKNOWN, span=span)


def _is_set_off(doc: Doc, noun: Token) -> bool:
    """Tell whether a comma stands before what somebody is: "Nortix, [the oil company]"."""
    return noun.pos_ == "NOUN" and noun.left_edge.i > 0 and doc[noun.left_edge.i - 1].text == ","


def _path(token: Token, head: Token) -> list[Token]:
    path = []
    while token.i != head.i and token.head.i != token.i:
        path.append(token)
        token = token.head
    return path
