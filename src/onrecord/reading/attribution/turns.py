"""Transcripts of talks and briefings: whose turn it is, told by a name in capitals ("MR. LIND: It is.")."""

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from onrecord.codebook.roles import roles
from onrecord.reading.attribution.spans import clean
from onrecord.reading.layers import Attribution, Mention, MentionForm, span_of
from onrecord.reading.prose import ends_asking
from onrecord.reading.turn_labels import Turn, turns_of
from onrecord.records import Party, PartyKind, Span, Stance, slug

__all__ = ["TURN", "in_turn"]

TURN = "turn:label"
"""Name of the rule that gives what is said in a turn to whose it is."""

_INTRODUCED = re.compile(
    r"(?m)^(?P<name>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,3}), (?P<office>[^\n.;:]{3,90})$"
)
"""A line above a briefing that tells who gives it: "Ann Lind, Department Spokesperson"."""

_STAFF = frozenset(
    {"HOST", "BYLINE", "ANCHOR", "CORRESPONDENT", "REPORTER", "EDITOR", "CO-HOST", "MODERATOR", "ANALYST"}
)
"""Words of offices of the outlet's own people, whose voice is its own."""


def in_turn(doc: Doc, mentions: tuple[Mention, ...], readable: frozenset[int]) -> list[Attribution]:
    """Return what is said in the turns of a transcript, a sentence each, with whose turn it is.

    Only of speakers that the article also names in full, or whose label has courtesy or an office ("MR.
    LIND", "AMBASSADOR COLE"); the outlet's own people speak for it, and what is asked is not said.

    Args:
        doc: Parsed document.
        mentions: Its parties.
        readable: Tokens that belong to the article.
    """
    turns = turns_of(doc.text)
    staff = {_surname(t) for t in turns if not _STAFF.isdisjoint(re.split(r"[ ,]+", t.office))}
    speakers = _introduced(doc.text) | _speakers(mentions)
    found = []
    for turn in turns:
        speaker = speakers.get(_surname(turn)) or _labelled(turn) or _described(turn)
        if speaker is not None and _surname(turn) not in staff:
            found += list(_said_in(doc, turn, speaker, readable))
    return found


def _surname(turn: Turn) -> str:
    return turn.name.split()[-1]


def _speakers(mentions: tuple[Mention, ...]) -> dict[str, Party]:
    """Return the persons of an article by their surnames in capitals, where only one has a surname."""
    by_surname: dict[str, dict[str, Party]] = {}
    for mention in mentions:
        party = mention.party
        full = mention.form is MentionForm.NAME and len(party.name.split()) > 1 and not party.name.isupper()
        if party.kind is PartyKind.PERSON and full:
            by_surname.setdefault(party.name.split()[-1].upper(), {}).setdefault(party.id, party)
    return {name: next(iter(ones.values())) for name, ones in by_surname.items() if len(ones) == 1}


def _introduced(text: str) -> dict[str, Party]:
    """Return by surname in capitals who is introduced in a line above: "Ann Lind, Press Spokesperson"."""
    found = {}
    for line in _INTRODUCED.finditer(text):
        name, office = line["name"], line["office"]
        sector = roles().offices.get(office.split()[-1].lower())
        if sector is not None:
            where = Span(line.start("name"), line.end("name"), name)
            party = _person(name, role=office, sector=sector)
            found[name.split()[-1].upper()] = replace(party, mention=where)
    return found


def _labelled(turn: Turn) -> Party | None:
    """Return whom a label alone names, with courtesy or an office before the surname; None for others."""
    *before, surname = turn.name.split()
    office = " ".join(before).lower()
    if not office or not (office in roles().titles or before[-1].lower() in roles().offices):
        return None
    sector = roles().offices.get(before[-1].lower())
    return _person(surname.title(), role=" ".join(before).capitalize() if sector else None, sector=sector)


def _described(turn: Turn) -> Party | None:
    """Return whom a label alone names and tells of: "ABU SAMI, a baker whose oven was hit"."""
    named = len(turn.name.split()) > 1 and not turn.office.isupper() and turn.office
    return _person(turn.name.title(), role=None, sector=None) if named else None


def _person(name: str, *, role: str | None, sector: str | None) -> Party:
    return Party(name=name, id=f"person:{slug(name)}", kind=PartyKind.PERSON, sector=sector, role=role)


def _said_in(doc: Doc, turn: Turn, speaker: Party, readable: frozenset[int]) -> Iterator[Attribution]:
    label = doc.char_span(turn.start, turn.start + len(turn.name), alignment_mode="expand")
    said = doc.char_span(turn.colon + 1, turn.end, alignment_mode="expand")
    colon = doc.char_span(turn.colon, turn.colon + 1, alignment_mode="expand")
    if label is None or said is None or colon is None:
        return
    source = replace(
        speaker,
        span=span_of(doc, label.start, label.end),
        mention=speaker.mention or speaker.span,
        inferred="whose turn it is to speak",
    )
    for sentence in doc.sents:
        if sentence.end <= said.start or sentence.start >= said.end:
            continue
        tokens = [i for i in range(sentence.start, sentence.end) if i in readable and i >= colon.end]
        content = clean(doc, [i for i in tokens if i < said.end])
        if content and not ends_asking(doc, tokens):
            yield Attribution(
                cue=(colon.start,),
                content=content,
                sources=(source,),
                source_tokens=tuple(range(label.start, label.end)),
                stance=Stance.SAYS,
                quoted=True,
                rules=(TURN,),
            )
