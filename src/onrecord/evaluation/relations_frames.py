"""What the codebook's frames say of a marked pair of parties."""

from collections.abc import Iterable, Iterator, Sequence
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
from onrecord.records import Article, EventType, Party, PartyKind, Status

__all__ = ["frames_predictor", "relation_by_frames"]

SOURCE, TARGET = "unknown:source", "unknown:target"


def frames_predictor(codebook: Codebook | None = None) -> Predictor:
    """Return a predictor that says what the frames say, and nothing where none has a part for either."""
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
    """Return PLV's class of a pair with the frame behind it; None where no frame has a part for either.

    Of several frames the highest in the sentence counts: "agreed" in "agreed to send". Where none has both,
    one counts that has one of them, in whose telling the other stands: "declared a truce in [the hills]".
    """
    mentions = _mentions(doc, article, pair)
    read = read_frames(doc, Arguments(doc, mentions, codebook), codebook)
    typed = [(match, telling) for match, telling in read if match.frame.type]
    fits = [(m, t) for m, t in typed if _relates(m)] or [(m, t) for m, t in typed if _reaches(m, t, mentions)]
    if not fits:
        return None
    match, telling = min(fits, key=lambda fit: (_depth(fit[0]), -fit[0].weight))
    kind = match.frame.type
    assert kind is not None
    root = fold(kind, telling.status, None, telling.negated)
    return root_class(kind, root, match.frame.cameo, match.frame.mode), match, telling


def _relates(match: Match) -> bool:
    """Tell whether the source acts and the target is anything else in the deed, or acts with it."""
    actors, others = _sides(match)
    if match.frame.type is EventType.CONSULT:  # a host is the recipient of a visit
        return {SOURCE, TARGET} <= actors | others
    return SOURCE in actors and TARGET in actors | others


def _reaches(match: Match, telling: Telling, mentions: Sequence[Mention]) -> bool:
    """Tell whether one of the pair has a part in the deed, and the other stands in what is told of it.

    Who says what his own will do acts: "the [envoy] said they would leave". Of whom somebody asks for a deed
    against, he asks nothing. What is demanded of the target, the source demands above it: "[Norland] said
    [Sudmark] must withdraw".
    """
    actors, others = _sides(match)
    top = _top(match)
    told, above = set(_told_of(top)), {token.i for token in top.ancestors}
    stands = {party: {m.head for m in mentions if m.party.id == party} for party in (SOURCE, TARGET)}
    within = {party: not heads or bool(heads & told) for party, heads in stands.items()}
    speaks = any(top.doc[head].head.i in above for head in stands[SOURCE])
    if SOURCE in actors or (speaks and _acts_by_pronoun(match)):
        return match.frame.type is not EventType.REQUEST and (within[TARGET] or TARGET in others)
    if TARGET in others:
        return not actors and within[SOURCE]
    return speaks and TARGET in actors and telling.status is Status.DEMANDED


_MEANWHILE = frozenset({"while", "as", "whereas", "although", "though", "where"})


def _told_of(top: Token) -> Iterator[int]:
    """Give the places of the words told of a deed, without what somebody else does meanwhile."""
    meanwhile = (
        c for c in top.children if c.dep_ == "advcl" and any(t.lower_ in _MEANWHILE for t in c.children)
    )
    others = {token.i for clause in meanwhile for token in clause.subtree}
    yield from (token.i for token in top.subtree if token.i not in others)


def _acts_by_pronoun(match: Match) -> bool:
    doers = match.slots["subject"]
    return bool(doers) and all(doer.pos_ == "PRON" for doer in doers)


def _sides(match: Match) -> tuple[set[str], set[str]]:
    others = {p.id for role in ("recipient", "against") for p in match.parties[role]}
    return {party.id for party in match.parties["actor"]}, others


def _top(match: Match) -> Token:
    return match.slots.light if match.slots.light is not None else match.head


def _depth(match: Match) -> int:
    return sum(1 for _ in _top(match).ancestors)


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
