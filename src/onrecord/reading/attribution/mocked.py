"""Charges against oneself that are only mocked: 'called suggestions of its part in it "a bedtime story"'."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from onrecord.codebook.wordclasses import word_classes
from onrecord.reading.attribution.unsaid import MARKS
from onrecord.reading.layers import Mention
from onrecord.records import Party

__all__ = ["mocks_charge"]

_TALK = frozenset({"talk", "speculation", "hint"})
_OWN = frozenset({"its", "their", "his", "her", "our", "my"})


def mocks_charge(
    doc: Doc,
    verb: Token,
    sources: tuple[Party, ...],
    mentions: tuple[Mention, ...],
) -> bool:
    """Tell whether somebody calls a charge against itself a thing, in quotation marks, that is no answer.

    The Norlandic embassy called claims of Norlandic meddling "a winter disease". Not 'called the claims "a
    matter for the courts"', which tells nothing of whom they are about.

    Args:
        doc: Parsed document.
        verb: The verb that calls it that.
        sources: Who calls it that.
        mentions: The article's parties.
    """
    mocked = word_classes().charges | _TALK
    charge = next((c for c in _below(verb) if c.lemma_.lower() in mocked), None)
    if charge is None:
        return False
    label = next((t.i for t in doc[charge.i : charge.sent.end] if t.text in MARKS), None)
    if label is None or label + 2 >= len(doc) or doc[label + 1].lower_ not in {"a", "an"}:
        return False
    between = range(charge.i + 1, label)
    own = {p.country for p in sources if p.country is not None}
    about = {p.country for m in mentions if m.head in between for p in m.parties}
    return not own.isdisjoint(about) or any(doc[i].lower_ in _OWN for i in between)


def _below(verb: Token) -> Iterator[Token]:
    """Give what a verb calls something: its object, or the subject of the clause the parse makes of it."""
    for child in verb.children:
        if child.dep_ == "dobj":
            yield child
        elif child.dep_ == "ccomp":
            yield from (c for c in child.children if c.dep_ in ("nsubj", "nsubjpass"))
