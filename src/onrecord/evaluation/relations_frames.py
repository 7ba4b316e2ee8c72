"""What the codebook's frames say of a marked pair of parties."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from onrecord.codebook import Codebook, load_codebook
from onrecord.codebook.folding import fold
from onrecord.codebook.root_classes import root_class
from onrecord.evaluation.plv import MarkedPair
from onrecord.evaluation.relations import Predictor
from onrecord.reading.events.arguments import Arguments
from onrecord.reading.events.find import read_frames
from onrecord.reading.events.match import Match
from onrecord.reading.events.status import Telling
from onrecord.reading.layers import Mention, MentionForm, span_of
from onrecord.reading.parse import load_parser, parse
from onrecord.reading.parties.find import find_mentions
from onrecord.records import Article, EventType, Party, PartyKind

__all__ = ["frames_predictor", "relation_by_frames"]

SOURCE, TARGET = "unknown:source", "unknown:target"


def frames_predictor(codebook: Codebook | None = None) -> Predictor:
    """Return a predictor that says what the frames say, and nothing where none has both parties."""
    book = codebook or load_codebook()
    nlp = load_parser()

    def predict(pairs: Sequence[MarkedPair]) -> tuple[str | None, ...]:
        found: list[str | None] = []
        for pair in pairs:
            article = Article("pair", pair.text)
            relation = relation_by_frames(parse(nlp, article), article, pair, book)
            found.append(relation[0] if relation else None)
        return tuple(found)

    return predict


def relation_by_frames(
    doc: Doc, article: Article, pair: MarkedPair, codebook: Codebook
) -> tuple[str, Match, Telling] | None:
    """Return PLV's class of a pair with the frame behind it; None where no frame has both parties.

    Of several frames the one highest in the sentence counts: "agreed" in "agreed to send".
    """
    arguments = Arguments(doc, _mentions(doc, article, pair), codebook)
    fits = [(m, t) for m, t in read_frames(doc, arguments, codebook) if m.frame.type and _relates(m)]
    if not fits:
        return None
    match, telling = min(fits, key=lambda fit: (_depth(fit[0]), -fit[0].weight))
    kind = match.frame.type
    assert kind is not None
    root = fold(kind, telling.status, None, telling.negated)
    return root_class(kind, root, match.frame.cameo, match.frame.mode), match, telling


def _relates(match: Match) -> bool:
    """Tell whether the source acts and the target is anything else in the deed, or acts with it."""
    actors = {party.id for party in match.parties["actor"]}
    others = {p.id for role in ("recipient", "against") for p in match.parties[role]}
    if match.frame.type is EventType.CONSULT:  # a host is the recipient of a visit
        return {SOURCE, TARGET} <= actors | others
    return SOURCE in actors and TARGET in actors | others


def _depth(match: Match) -> int:
    head: Token = match.slots.light if match.slots.light is not None else match.head
    return sum(1 for _ in head.ancestors)


def _mentions(doc: Doc, article: Article, pair: MarkedPair) -> tuple[Mention, ...]:
    """Return the marked pair as mentions, with the other parties of the sentence."""
    marked = [
        *_marked(doc, pair.source, SOURCE, "source"),
        *_marked(doc, pair.target, TARGET, "target"),
    ]
    places = {i: m.party for m in marked for i in range(m.start, m.end)}
    found = find_mentions(doc, article)
    same = {m.party.id: places[m.head] for m in found if m.head in places}
    others = (m for m in found if places.keys().isdisjoint(range(m.start, m.end)))
    return (*marked, *(replace(m, party=same.get(m.party.id, m.party)) for m in others))


def _marked(doc: Doc, ranges: Iterable[tuple[int, int]], id_: str, name: str) -> Iterable[Mention]:
    for start, end in ranges:
        stretch = doc.char_span(start, end, alignment_mode="expand")
        if stretch is not None:
            party = Party(name, id_, PartyKind.GROUP, span=span_of(doc, stretch.start, stretch.end))
            yield Mention(stretch.start, stretch.end, stretch.root.i, MentionForm.NAME, party)
