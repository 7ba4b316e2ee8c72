"""Which party the head of a source stands for: a mention there, its author, whom a name behind it tells."""

from dataclasses import replace

from spacy.tokens import Doc, Token

from onrecord.codebook.roles import roles
from onrecord.codebook.wordclasses import word_classes
from onrecord.reading.attribution.source_kinds import is_writing, written_by
from onrecord.reading.layers import Mention, MentionForm, span_of
from onrecord.records import Party, PartyKind, slug

__all__ = [
    "PREFIXES",
    "are_people",
    "are_single_soldiers",
    "is_one_or_more",
    "parties_at",
]

PREFIXES = frozenset({"co", "vice", "ex"})
"""What the parser may take for a subject of its own before a hyphen: "Nortix [co]-founder Ana Lind said"."""

_SOME = frozenset({"one", "another", "several"})
"""Words beside numbers that tell some of those after "of": "several of [the residents]"."""

_DESCRIBED = frozenset({PartyKind.UNKNOWN, PartyKind.OFFICE})
"""Kinds of those told by what they are, and not by name."""

_DOERS = frozenset({"organizer", "organiser", "operator", "owner", "maker", "sponsor"})
"""What a body is called by what it does: "the event [organiser] Nortix"."""

_SOLDIERS = frozenset({"soldier", "troop", "sailor", "marine", "conscript", "reservist"})


def parties_at(
    doc: Doc, head: Token, tokens: tuple[int, ...], mentions: tuple[Mention, ...]
) -> tuple[Party, ...]:
    """Return whom the head of a source stands for; one that no mention covers keeps its own words."""
    author = _author(doc, head, mentions)
    if author is not None:
        return author.parties
    if (owner := _owner_by_name(head, mentions)) is not None:
        return (_unknown(doc, owner, tokens),)
    makers = written_by(head)
    if makers is not None and makers.i in tokens:
        own = tuple(t.i for t in makers.subtree if t.i in tokens and t.tag_ != "POS")
        return parties_at(doc, makers, own, mentions)
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
    if best is not None and are_people(doc, best):
        return (replace(_unknown(doc, head, tokens), country=best.party.country),)
    if best is not None and are_single_soldiers(head, best):
        state = best.party.country
        return (replace(_unknown(doc, head, tokens), country=state, sector="MIL", of=state),)
    if best is not None:
        return best.parties
    whole = _whole_of(head, mentions)
    if whole is not None:
        part = _unknown(doc, head, tokens)
        return (replace(part, country=whole.country, sector=whole.sector, role=whole.role, of=whole.of),)
    behind = next((m for m in mentions if m.start <= head.i + 2 < m.end), None)
    if behind is not None and head.lower_ in PREFIXES and doc[head.i + 1].text == "-":
        return behind.parties
    called = next((m for m in mentions if m.start == head.i + 1 and _ends_with_head(doc, m)), None)
    if called is not None and _is_called(head, called):
        return called.parties
    return (_unknown(doc, head, tokens),)


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
    """Return the person whose name follows what he is: "a man named [Jo Lind]", "one sheikh, [Ali Lind]".

    Also a group: "the rebel group, [Free Harbours], said".
    """
    apposed = {c.i for c in head.children if c.dep_ == "appos" and c.i <= tokens[-1]}
    persons = [m for m in mentions if m.party.kind is PartyKind.PERSON and m.form is MentionForm.NAME]
    told = any(m.head == head.i and m.party.kind not in _DESCRIBED for m in mentions)
    behind = None if told else _behind_comma(doc, head, tokens, persons)
    if behind is not None:
        return behind
    if apposed and not told and head.tag_ not in {"NNS", "NNPS"}:
        sorts = word_classes().group_nouns | word_classes().sorts_of_bodies
        bodies = _bodies_by_name(mentions) if head.lemma_ in sorts else []
        return next((m for m in (*persons, *bodies) if m.head in apposed), None)
    if head.pos_ == "ADP":  # "[Under] Secretary of State Ann Lind"
        return next((m for m in persons if m.end == tokens[-1] + 1), None)
    called = doc[head.i + 1] if head.i + 1 < len(doc) else head
    if called.dep_ != "acl" or called.lower_ not in {"named", "called"}:
        return None
    return next((m for m in persons if m.start == called.i + 1), None)


def _behind_comma(doc: Doc, head: Token, tokens: tuple[int, ...], persons: list[Mention]) -> Mention | None:
    """Return the person behind the comma of a description, whatever the parse hangs the name on.

    "A crew member of the frigate, petty officer [Lars Lind], said", but not "a friend of the minister, …".
    """
    commas = [i for i in tokens if doc[i].text == ","]
    if len(commas) != 1 or not head.i < commas[0] < tokens[-1] or head.tag_ != "NN":
        return None
    one = doc[tokens[0]].lower_ in {"a", "an", "one"} and _is_human(head)
    if not one or doc[head.i + 1].lower_ != "of" or _is_human(doc[commas[0] - 1]):
        return None
    named = next((m for m in persons if m.start > commas[0] and m.end == tokens[-1] + 1), None)
    titled = named is not None and all(_is_human(doc[i]) for i in range(commas[0] + 1, named.start))
    return named if titled else None


def _is_human(noun: Token) -> bool:
    """Tell whether a noun is what people are called."""
    word = noun.lemma_.lower()
    known = word in word_classes().callings | word_classes().humans | word_classes().kin | {"member"}
    return known or word in roles().offices or word in roles().unnamed


def _bodies_by_name(mentions: tuple[Mention, ...]) -> list[Mention]:
    kinds = {PartyKind.ORGANISATION, PartyKind.GROUP}
    return [m for m in mentions if m.party.kind in kinds and m.form is MentionForm.NAME]


def are_people(doc: Doc, mention: Mention) -> bool:
    """Tell whether a demonym is said of people and not of their state: "Kenyans say", but "the Kenyans"."""
    if mention.form is not MentionForm.DEMONYM or doc[mention.head].tag_ != "NNPS":
        return False
    return all(c.lower_ != "the" for c in doc[mention.head].children)


def _is_called(head: Token, mention: Mention) -> bool:
    """Tell whether a name right behind a noun says which body it is: "the state news [agency] Petra"."""
    named = mention.form is MentionForm.NAME and mention.party.kind is PartyKind.ORGANISATION
    sorts = roles().bodies.keys() | word_classes().media_names | word_classes().group_nouns | _DOERS
    return named and head.tag_ == "NN" and head.lemma_ in sorts


def _ends_with_head(doc: Doc, mention: Mention) -> bool:
    """Tell whether nothing hangs behind the head of a name but what it is for: "[Friends] to Mend Roads"."""
    return mention.head == mention.end - 1 or doc[mention.head + 1].lower_ == "to"


def are_single_soldiers(head: Token, mention: Mention) -> bool:
    """Tell whether soldiers speak for themselves: "Norwegian [soldiers] said there was no better place"."""
    own = mention.form is MentionForm.NOMINAL and mention.party.kind is PartyKind.STATE
    return own and head.tag_ == "NNS" and head.lemma_ in _SOLDIERS


def _author(doc: Doc, head: Token, mentions: tuple[Mention, ...]) -> Mention | None:
    """Tell who speaks through a document: "[Seoul]'s assessment", "a [police] report", "a report by [X]"."""
    if not is_writing(head):
        return None
    if _owner_by_name(head, mentions) is not None:
        return None
    leaked = head.tag_ == "NNS" and head.lemma_ in _MAILS  # "the Lind emails" may be by anybody
    owners = [
        c.i for c in head.children if c.dep_ == "poss" or (c.dep_ in {"compound", "nmod"} and not leaked)
    ]
    making = word_classes().issuing | word_classes().keeping
    made = [head, *(c for c in head.children if c.dep_ == "acl" and c.lemma_ in making)]
    if head.lemma_ in _VOTED_ON:
        made = [t for t in made if t.lemma_ != "draft"]  # others speak in what one has drafted
    owners += [
        c.i
        for t in made
        for p in t.children
        if p.dep_ in {"prep", "agent"} and p.lower_ in {"by", "from"}
        for c in p.children
    ]
    return next((m for m in mentions if m.head in owners and not _is_whence(doc, m)), None)


_VOTED_ON = frozenset({"resolution", "bill", "motion"})
"""Writings of those who vote on them."""


def _owner_by_name(head: Token, mentions: tuple[Mention, ...]) -> Token | None:
    """Return whose a writing is, by a name that no mention knows: "[Nortix]'s Harbour States average"."""
    owner = next((c for c in head.children if c.dep_ == "poss" and c.tag_ == "NNP"), None)
    known = owner is not None and any(m.start <= owner.i < m.end for m in mentions)
    return owner if is_writing(head) and not known else None


def _body_behind(doc: Doc, head: Token, mentions: tuple[Mention, ...]) -> Party | None:
    """Return a government, army or firm that speaks in a writing: "an [army] statement said"."""
    if head.lemma_.lower() not in roles().signed or any(m.head == head.i for m in mentions):
        return None
    before = [c for c in head.children if c.i < head.i and c.dep_ != "det"]
    power = before[0] if len(before) == 1 and before[0].dep_ in {"compound", "amod"} else head
    word = power.lemma_.lower()
    sector = roles().state.get(word) or roles().bodies.get(word)
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
    apart = {"relcl", "acl"} if is_one_or_more(head) else {"relcl", "acl", "conj", "cc"}
    own = [
        t.i
        for t in head.subtree
        if t.i in inside and not any(a.dep_ in apart for a in _path(t, head))
        if not any(a.dep_ in _BESIDE and a.i > head.i and _is_set_off(doc, a) for a in _path(t, head))
    ]
    own = [i for i in own if i < _end_of_own(head, inside)]
    start, end = min(own, default=head.i), max(own, default=head.i) + 1
    start = next((i + 1 for i in range(head.i - 1, start - 1, -1) if _is_loose_dash(doc[i])), start)
    while start < head.i and (doc[start].pos_ in {"DET", "PUNCT", "SPACE", "CCONJ"}):
        start += 1
    while end - 1 > head.i and doc[end - 1].pos_ in {"PUNCT", "SPACE", "CCONJ"}:
        end -= 1
    span = span_of(doc, start, end)
    return Party(name=span.text, id=f"unknown:{slug(span.text)}", kind=PartyKind.UNKNOWN, span=span)


def is_one_or_more(head: Token) -> bool:
    """Tell whether a number leaves open how many of those behind it: "[one] or more of its members"."""
    return head.like_num and head.doc[head.i + 2 : head.i + 3].text in {"more", "fewer"}


def _end_of_own(head: Token, inside: set[int]) -> int:
    """Return where another begins, or examples do: "[keepers] and sellers there", "[banks], including"."""
    others = [
        c.left_edge.i
        for c in head.children
        if c.dep_ == "conj" and c.i in inside and c.pos_ in {"NOUN", "PROPN"}
    ]
    others = [] if is_one_or_more(head) else others
    examples = [c.left_edge.i for c in head.children if c.dep_ == "prep" and c.lower_ in _EXAMPLES]
    examples = [i for i in examples if i > head.i and head.doc[i - 1].text == ","]
    return min((i for i in (*others, *examples) if i > head.i), default=len(head.doc))


_MAILS = frozenset({"email", "e-mail", "cable"})
_EXAMPLES = frozenset({"including", "like", "as"})


def _is_loose_dash(token: Token) -> bool:
    """Tell whether a dash parts a day from what is told of it: "March 20 [-] Cole's allies say"."""
    return token.text == "-" and bool(token.whitespace_) and bool(token.nbor(-1).whitespace_)


def _is_set_off(doc: Doc, noun: Token) -> bool:
    """Tell whether a comma stands before what somebody is: "Nortix, [the oil company]"."""
    before = noun.left_edge.i - 1
    if noun.pos_ == "ADV" or (before > 0 and doc[before].lower_ in _BY_NOW):
        before = before if noun.pos_ == "ADV" else before - 1  # "Lind, now [the minister]"
    return noun.pos_ in {"NOUN", "ADV"} and before > 0 and doc[before].text == ","


_BESIDE = frozenset({"appos", "advmod"})
_BY_NOW = frozenset({"now", "then", "later", "currently"})


def _path(token: Token, head: Token) -> list[Token]:
    path = []
    while token.i != head.i and token.head.i != token.i:
        path.append(token)
        token = token.head
    return path
