"""Tell whose words they are: the parties a stretch of tokens stands for."""

from spacy.tokens import Doc

from onrecord.reading.attribution.source_heads import (
    heads_of,
    is_of_two_callings,
    is_seat,
    last_person,
    named_last,
    told_by_both,
)
from onrecord.reading.attribution.source_parties import (
    PREFIXES,
    are_people,
    are_single_soldiers,
    parties_at,
)
from onrecord.reading.layers import Mention, MentionForm
from onrecord.reading.relative_pronouns import meant_by_who
from onrecord.records import Party, PartyKind, Span

__all__ = ["UNNAMED", "antecedent", "parties_of"]

UNNAMED = Party(
    name="unnamed source",
    id="unknown:unnamed",
    kind=PartyKind.UNKNOWN,
    inferred="the text names no source",
)
"""The source of an attribution that names none ("it is feared that …")."""

_LISTING = frozenset({"and", ",", "&", "the"})

_FIRST_HYPHEN = 2
"""Place of a hyphen in a source behind at most a noun and its prefix: "firm co-founder"."""

_WHO = frozenset({"who", "which", "that"})


def parties_of(doc: Doc, tokens: tuple[int, ...], mentions: tuple[Mention, ...]) -> tuple[Party, ...]:
    """Return the parties a source stretch names, in reading order, none twice.

    The heads of the stretch and their conjuncts are the sources; a name inside one of them ("the
    minister's office in Seoul") is not. A source no mention covers keeps its own words as its name,
    kind unknown; it is never guessed.
    """
    tokens = _without_prefix(doc, _without_place(doc, _without_days(doc, tokens, mentions)))
    if not tokens:
        return ()
    found: list[Party] = []
    heads = heads_of(doc, tokens)
    named = named_last(doc, heads, tokens, mentions)
    if named is not None:
        return named.parties
    if is_of_two_callings(heads):
        return told_by_both(doc, heads, parties_at(doc, heads[0], tokens, mentions), mentions)
    for head in last_person(doc, heads, tokens, mentions):
        if (head.lower_ in {"other", "others"} and found) or is_seat(head):
            continue
        for party in parties_at(doc, head, tokens, mentions):
            found.append(party)
    listed = _listed(doc, tokens, mentions, {party.span for party in found})
    first = doc[tokens[0]].idx
    ordered = sorted([*listed, *found], key=lambda party: party.span.start if party.span else first)
    return tuple({party.id: party for party in ordered}.values())


def _without_prefix(doc: Doc, tokens: tuple[int, ...]) -> tuple[int, ...]:
    """Return a source from behind "co-", where the parser takes what is before for another subject."""
    first = tokens[: _FIRST_HYPHEN + 1]
    hyphen = next((n for n, i in enumerate(first) if doc[i].text == "-"), 0)
    prefixed = hyphen and doc[tokens[hyphen - 1]].lower_ in PREFIXES
    return tokens[hyphen + 1 :] or tokens if prefixed else tokens


def _without_place(doc: Doc, tokens: tuple[int, ...]) -> tuple[int, ...]:
    """Return a source from behind the place a sentence opens with: "In Agadez, [the guide's sister] said"."""
    comma = next((n for n, i in enumerate(tokens) if doc[i].text == ","), 0)
    if not comma:
        return tokens
    first = doc[tokens[0]]
    opening = first if first.lower_ in _PLACING else doc[first.left_edge.i - 1] if first.i else first
    place = next((c for c in opening.children if c.dep_ == "pobj"), None)
    opens = opening.lower_ in _PLACING and opening.is_title
    opens = opens and place is not None and place.i in tokens[:comma]
    inside = set(tokens)
    speaks = any(doc[i].dep_ == "nsubj" and doc[i].head.i not in inside for i in tokens[comma + 1 :])
    return tokens[comma + 1 :] if opens and speaks else tokens


_PLACING = frozenset({"in", "at", "near", "from", "outside", "on"})


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
        if m.head in stretch and not _is_inside(doc, m, stretch) and not are_people(doc, m)
        if not are_single_soldiers(doc[m.head], m)
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
    noun = meant_by_who(verb.head) if doc[source[0]].lower_ == "who" else verb.head
    return tuple(t.i for t in noun.subtree if t.i not in own and t.i < source[0])
