"""Find the happenings of an article: who did what to whom, and how it stands."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from spacy.tokens import Doc, Token

from onrecord.codebook import Codebook, Modality
from onrecord.reading.events.arguments import Arguments
from onrecord.reading.events.exchange import given_in_return
from onrecord.reading.events.match import FrameIndex, Match, match_frames
from onrecord.reading.events.status import Telling, read_telling
from onrecord.reading.layers import Happening, Layers
from onrecord.reading.prose import asked_tokens, readable_tokens
from onrecord.records import EventType, Item, PartyKind

__all__ = ["find_happenings", "read_frames"]

_TALK = frozenset(
    {
        EventType.ACCUSE,
        EventType.AGREE,
        EventType.CONCEDE,
        EventType.REJECT,
        EventType.REQUEST,
        EventType.SUPPORT,
        EventType.THREATEN,
    }
)
_RELATIONS = frozenset(
    {EventType.AID, EventType.COERCE, EventType.CONSULT, EventType.COOPERATE, EventType.SANCTION}
)
_HISTORY = 365
"""Days before publication after which a dated deed is told as background, unless it reaches up to now."""


def find_happenings(doc: Doc, layers: Layers, codebook: Codebook) -> tuple[Happening, ...]:
    """Return what the words of an article tell as happenings, in reading order.

    A cue of an attribution is no happening of its own: its act of speech goes with the claim. Inserted
    text is not read, and what a sentence asks is not told.

    Args:
        doc: The parsed article.
        layers: Its mentions, attributions and dates.
        codebook: Frames, items and words of status.
    """
    told = readable_tokens(doc, layers.article) - asked_tokens(doc)
    skip = frozenset(range(len(doc))) - told | frozenset(_cues(layers))
    arguments = Arguments(doc, layers.mentions, codebook)
    read = read_frames(doc, arguments, codebook, skip)
    kept = _without_raised(read)
    return tuple(_happening(match, telling, arguments, doc, layers) for match, telling in kept)


def read_frames(
    doc: Doc, arguments: Arguments, codebook: Codebook, skip: frozenset[int] = frozenset()
) -> tuple[tuple[Match, Telling], ...]:
    """Return every frame that fits with how its deed is told, in reading order.

    Unlike `find_happenings` this keeps "agreed" beside "send" in "agreed to send".
    """
    modality = codebook.modality
    return tuple(
        (match, _telling(match, modality))
        for match in match_frames(doc, arguments, _index(codebook), codebook, skip)
    )


@lru_cache(maxsize=4)
def _index(codebook: Codebook) -> FrameIndex:
    return FrameIndex(codebook)


def _telling(match: Match, modality: Modality) -> Telling:
    return read_telling(match.head, match.slots.light, modality)


def _without_raised(read: Iterable[tuple[Match, Telling]]) -> Iterator[tuple[Match, Telling]]:
    """Leave out a deed that another's status already tells, and one whose refusal is the news.

    Of a light verb and its noun ("offered guarantees") the one whose frame asks for more stays.
    """
    pairs = tuple(read)
    at = {match.head.i: match for match, _ in pairs}
    owned = {match.head.i for match, telling in pairs if telling.own in at}
    raised = {i for match, telling in pairs if match.head.i not in owned for i in telling.raised}
    doubled: set[int] = {i for match, _ in pairs for i in match.trigger if i != match.head.i}
    for match, _ in pairs:
        light = match.slots.light
        helped = match.slots["helped"]
        doubled |= {i for i, other in at.items() if _tells_purpose(other, match, helped)}
        if light is not None and light.i in at:
            doubled.add(light.i if match.weight > at[light.i].weight else match.head.i)
    for match, telling in pairs:
        if match.head.i not in owned | raised | doubled and _worth_keeping(match):
            yield match, telling


def _tells_purpose(other: Match, match: Match, helped: tuple[Token, ...]) -> bool:
    """Tell whether another deed is only what this one is for: "sent troops [to help Norland]"."""
    same = other.frame.type is match.frame.type and other is not match
    return same and bool(set(helped) & set(other.slots["object"]))


def _worth_keeping(match: Match) -> bool:
    """Tell whether enough is told: of talk, and of nouns that may be mere names, more than who."""
    parties = [party for found in match.parties.values() for party in found]
    told = len(parties)
    if match.frame.type in _TALK and all(party.kind is PartyKind.UNKNOWN for party in parties):
        return False
    if match.frame.is_mutual or match.frame.type is EventType.CONSULT:
        return told > 1
    if match.frame.type in _TALK and told == len(match.parties["actor"]):
        return told > 0 and "object" in match.frame.wanted
    if told > 1 or (told and match.fillers.get("item")):
        return True
    noun = match.head.pos_ != "VERB" and match.slots.light is None
    return not noun or match.frame.type not in _RELATIONS


def _happening(match: Match, telling: Telling, arguments: Arguments, doc: Doc, layers: Layers) -> Happening:
    frame = match.frame
    return Happening(
        trigger=match.trigger,
        head=match.head.i,
        type=frame.type,
        status=telling.status,
        negated=telling.negated,
        actors=match.parties["actor"],
        recipients=match.parties["recipient"],
        against=match.parties["against"],
        items=_items(match, arguments),
        mode=frame.mode,
        cameo=frame.cameo,
        context=frame.context,
        background=telling.background or _long_ago(match, doc, layers),
        repeated=telling.repeated,
        rules=(f"frame:{frame.id}",),
    )


def _items(match: Match, arguments: Arguments) -> tuple[Item, ...]:
    items = arguments.items(match.fillers.get("item", ()))
    returned = arguments.items(given_in_return(match.head))
    kind = returned[0].kind if returned else None
    direction = "to_actor" if match.frame.gains else "to_recipient" if match.parties["recipient"] else None
    return tuple(Item(item.kind, item.span, direction, kind) for item in items)


def _long_ago(match: Match, doc: Doc, layers: Layers) -> bool:
    """Tell whether a date hung on the deed ended long before publication."""
    published = layers.article.published
    if published is None:
        return False
    for date in layers.dates:
        if (
            date.when is None
            or date.when.end is None
            or not _hangs_on(doc[date.start : date.end].root, match)
        ):
            continue
        if (published - date.when.end).days > _HISTORY:
            return True
    return False


def _hangs_on(token: Token, match: Match) -> bool:
    """Tell whether the token is below the deed with no other verb between them."""
    places = {match.head.i}
    if match.slots.light is not None:
        places.add(match.slots.light.i)
    for above in token.ancestors:
        if above.i in places:
            return True
        if above.pos_ in ("VERB", "AUX"):
            return False
    return False


def _cues(layers: Layers) -> Iterator[int]:
    for attribution in layers.attributions:
        yield from attribution.cue
