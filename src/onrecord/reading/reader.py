"""Read articles: one parsed document, the stages in their order, the claims at the end."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from spacy.language import Language
from spacy.tokens import Doc

from onrecord import __version__
from onrecord.codebook import Codebook
from onrecord.encoder.attribution import AttributionEncoder, LinkedSpans
from onrecord.encoder.deeds import DeedEncoder
from onrecord.reading.attribution.cues import CueIndex
from onrecord.reading.attribution.find import find_attributions
from onrecord.reading.claims.context import with_context
from onrecord.reading.claims.leaning import leaning_words
from onrecord.reading.claims.link import linked
from onrecord.reading.claims.make import draft_claims
from onrecord.reading.claims.signs import Signs, signs_of
from onrecord.reading.claims.silence import Silence
from onrecord.reading.claims.tidy import join_repeats, likely, without_heading_repeats, without_title_repeats
from onrecord.reading.decks import find_decks
from onrecord.reading.events.find import find_happenings
from onrecord.reading.grounding.bind import ground
from onrecord.reading.grounding.dates import find_dates
from onrecord.reading.grounding.figures import find_figures
from onrecord.reading.grounding.places import find_places
from onrecord.reading.layers import Layers, set_layers, spans_of
from onrecord.reading.parse import load_parser, parse
from onrecord.reading.parties.find import find_mentions
from onrecord.reading.prose import readable_tokens
from onrecord.reading.runs_on import find_headings, find_headline, find_heads
from onrecord.records import Article, ArticleState, Claim, DeedVector, MadeBy

__all__ = ["Reader", "Reading", "Stage"]


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of reading.

    Attributes:
        name: What it finds.
        run: Takes the document and the layers that stand; returns the layers with its own filled.
    """

    name: str
    run: Callable[[Doc, Layers], Layers]


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading an article gives.

    Attributes:
        claims: Its claims, in reading order.
        vectors: Claim id → vector of its deed, as `Finding.vector` gives it, for comparing it with others;
            empty where the deed encoder did not read.
    """

    claims: tuple[Claim, ...]
    vectors: Mapping[str, DeedVector] = field(default_factory=dict)


class Reader:
    """Reads articles into claims; a pure function of the text, the codebook and the weights.

    Args:
        codebook: The vocabularies.
        encoder: The attribution encoder; None reads by rules alone.
        deeds: The deed encoder, which tells stances and deeds; None takes the rules' word.
        nlp: The parser; loaded when None.
        min_probability: Leave out claims less likely than this to be read rightly.
        sure: Leave a party, a deed or who says what untold that is less likely than this to be read rightly;
            0 tells all, None takes `silence.SURE`.
    """

    def __init__(
        self,
        codebook: Codebook,
        encoder: AttributionEncoder | None = None,
        deeds: DeedEncoder | None = None,
        nlp: Language | None = None,
        min_probability: float = 0.0,
        sure: float | None = None,
    ) -> None:
        self._nlp = nlp or load_parser()
        self._min_probability = min_probability
        self._sure = sure
        self._codebook = codebook
        self._encoder = encoder
        self._deeds = deeds
        self._cues = CueIndex(codebook.stances)
        self._leaning = leaning_words(codebook)
        self.version = "+".join([__version__, *(one.name for one in (encoder, deeds) if one is not None)])

    @property
    def stages(self) -> tuple[Stage, ...]:
        """The stages in their order; each reads what stands and fills its own layer."""
        book = self._codebook
        return (
            Stage("mentions", lambda d, y: replace(y, mentions=find_mentions(d, y.article))),
            Stage("dates", lambda d, y: replace(y, dates=find_dates(d, y.article.published))),
            Stage("attributions", self._attribute),
            Stage("finding", self._find),
            Stage("happenings", lambda d, y: replace(y, happenings=find_happenings(d, y, book))),
            Stage("places", lambda d, y: replace(y, places=find_places(d, y))),
            Stage("figures", lambda d, y: replace(y, figures=find_figures(d, y))),
            Stage("groundings", lambda d, y: replace(y, groundings=ground(d, y))),
        )

    def layers(self, article: Article) -> tuple[Doc, Layers]:
        """Return an article's parsed document and all its layers."""
        doc = parse(self._nlp, article)
        layers = Layers(article)
        set_layers(doc, layers)
        for stage in self.stages:
            layers = stage.run(doc, layers)
            set_layers(doc, layers)
        return doc, layers

    def read(self, article: Article) -> tuple[Claim, ...]:
        """Return the claims of an article, in reading order; none of one set aside.

        The same text, codebook and weights give the same claims, byte for byte.
        """
        return self.reading(article).claims

    def reading(self, article: Article) -> Reading:
        """Return the claims of an article with what else was seen of their deeds."""
        read = self._claims(article)
        return Reading(()) if read is None else Reading(read[0], _vectors(read[0], read[2]))

    def with_signs(self, article: Article) -> tuple[tuple[Claim, Signs], ...]:
        """Return the claims of an article, each with what speaks for and against its parts; for fitting."""
        read = self._claims(article)
        if read is None:
            return ()
        claims, doc, layers = read
        return tuple((claim, signs_of(claim, doc, layers)) for claim in claims)

    def _claims(self, article: Article) -> tuple[tuple[Claim, ...], Doc, Layers] | None:
        """Return an article's claims and what they were made from; None where there is nothing to read."""
        if article.state is ArticleState.SET_ASIDE or not article.text.strip():
            return None
        doc, layers = self.layers(article)
        drafts = draft_claims(doc, layers, MadeBy(self.version), Silence(doc, layers, self._sure))
        drafts = with_context(drafts, doc, layers, self._leaning)
        drafts = join_repeats(without_title_repeats(drafts, _title_places(doc, article)))
        drafts = without_heading_repeats(drafts, find_headings(article.text))
        return linked(likely(drafts, doc, layers, self._min_probability), layers), doc, layers

    def linked_spans(self, article: Article) -> tuple[LinkedSpans, ...]:
        """Return who says what as stretches of characters, before stance and events; for evaluation.

        The subject of a stance ("condemned [the shelling]") counts as content. The score is 1: rules
        give none.
        """
        doc, layers = self.layers(article)
        return tuple(
            LinkedSpans(
                source=_ranges(doc, one.source_tokens),
                cue=_ranges(doc, one.cue),
                content=_ranges(doc, one.content or one.subject),
                score=1.0,
            )
            for one in layers.attributions
        )

    def _find(self, _doc: Doc, layers: Layers) -> Layers:
        if self._deeds is None:
            return layers
        return replace(layers, finding=self._deeds.finding(layers.article.text))

    def _attribute(self, doc: Doc, layers: Layers) -> Layers:
        readable = readable_tokens(doc, layers.article)
        predictions = () if self._encoder is None else self._encoder.attributions(layers.article.text)
        book = self._codebook.stances
        judge = None if self._deeds is None else self._deeds.stances
        found = find_attributions(doc, layers, book, self._cues, readable, predictions, judge)
        return replace(layers, attributions=found, predictions=predictions)


def _vectors(claims: Iterable[Claim], layers: Layers) -> dict[str, DeedVector]:
    if layers.finding is None:
        return {}
    triggers = {claim.id: claim.event.trigger for claim in claims if claim.event is not None}
    found = ((one, layers.finding.vector([(t.start, t.end)])) for one, t in triggers.items())
    return {one: vector for one, vector in found if vector is not None}


def _ranges(doc: Doc, tokens: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
    return tuple((span.start, span.end) for span in spans_of(doc, tokens))


def _title_places(doc: Doc, article: Article) -> tuple[tuple[int, int], ...]:
    """Return where the title stands in the text, lines above the lead, headlines that run into sentences."""
    title = (article.title or "").strip()
    start = len(article.text) - len(article.text.lstrip())
    first = [(start, start + len(title))] if title and article.text.startswith(title, start) else []
    first = first or list(find_headline(article.text))
    return (*first, *find_decks(doc), *find_heads(article.text))
