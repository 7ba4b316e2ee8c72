"""Try the codebook's frames on their own examples."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from onrecord.codebook import Codebook, Example, Frame
from onrecord.reading.events.arguments import Arguments
from onrecord.reading.events.find import read_frames
from onrecord.reading.events.match import Match
from onrecord.reading.layers import Mention, MentionForm, span_of
from onrecord.records import Party, PartyKind

__all__ = ["ExampleReport", "check_frames", "named_mentions"]

_PARTY_ROLES = ("actor", "recipient", "against")


@dataclass(frozen=True, slots=True)
class ExampleReport:
    """How a frame does on one of its examples.

    Attributes:
        frame: The frame's id.
        file: The file it stands in.
        line: The example's line there.
        text: The example.
        found: What was wrong, in words; None when the frame and all roles were found.
        matched: True when the frame itself was found, whatever its roles.
    """

    frame: str
    file: str
    line: int
    text: str
    found: str | None
    matched: bool


def check_frames(codebook: Codebook, nlp: Language) -> tuple[ExampleReport, ...]:
    """Return a report for every example of every frame, in the codebook's order.

    The parties named in an example are taken as parties; the rest is read as any text is.
    """
    asked = [(frame, example) for frame in codebook.frames.values() for example in frame.examples]
    docs = nlp.pipe(example.text for _, example in asked)
    return tuple(
        _report(frame, example, doc, codebook) for (frame, example), doc in zip(asked, docs, strict=True)
    )


def named_mentions(doc: Doc, names: Iterable[str]) -> tuple[Mention, ...]:
    """Return a mention for the first place each name stands at in a document, as whole words.

    For examples and tests, where the parties are told and need not be found.
    """
    found: dict[tuple[int, int], Mention] = {}
    for name in names:
        at = doc.text.find(name)
        while at >= 0:
            stretch = doc.char_span(at, at + len(name))
            if stretch is not None:
                span = span_of(doc, stretch.start, stretch.end)
                party = Party(name, f"unknown:{name.lower()}", PartyKind.ORGANISATION, span=span)
                found[stretch.start, stretch.end] = Mention(
                    stretch.start, stretch.end, stretch.root.i, MentionForm.NAME, party
                )
                break
            at = doc.text.find(name, at + 1)
    return tuple(found.values())


def _report(frame: Frame, example: Example, doc: Doc, codebook: Codebook) -> ExampleReport:
    names = [name for role in _PARTY_ROLES for name in example.roles.get(role, ())]
    arguments = Arguments(doc, named_mentions(doc, names), codebook)
    read = [match for match, _ in read_frames(doc, arguments, codebook)]
    own = [match for match in read if match.frame.id == frame.id]
    if own:
        problems = min((list(_problems(m, example, arguments)) for m in own), key=len)
        found = "; ".join(problems) or None
    else:
        others = ", ".join(match.frame.id for match in read) or "no frame"
        found = f"found {others}"
    return ExampleReport(frame.id, frame.file, example.line, example.text, found, bool(own))


def _problems(match: Match, example: Example, arguments: Arguments) -> Iterator[str]:
    for role in _PARTY_ROLES:
        found = {party.name for party in match.parties.get(role, ())}
        wanted = set(example.roles.get(role, ()))
        if found != wanted:
            yield f"{role}: found {_listed(found)}, expected {_listed(wanted)}"
    words = [item.span.text for item in arguments.items(match.fillers.get("item", ()))]
    for name in example.roles.get("item", ()):
        if not any(name in word or word in name for word in words):
            yield f"item: found {_listed(words)}, expected {name!r}"


def _listed(words: Iterable[str]) -> str:
    return ", ".join(repr(word) for word in sorted(words)) or "none"
