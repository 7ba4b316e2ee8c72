"""One claim for what an article says once: titles give way to the body, repeats are joined."""

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Doc

from onrecord.reading.claims.make import Draft
from onrecord.reading.claims.probability import with_probability
from onrecord.reading.claims.signs import signs_of
from onrecord.reading.layers import Layers
from onrecord.records import Claim, Party, Span, Stance

__all__ = ["join_repeats", "likely", "without_heading_repeats", "without_title_repeats"]


_STEM = 4
"""So many characters of a word tell it from others, however it ends."""

_LEAD = 3
"""So many claims at the head of the body tell what its headline does."""


def without_title_repeats(drafts: list[Draft], titles: Iterable[tuple[int, int]]) -> list[Draft]:
    """Leave out a title's claims that the body makes too; the body's words are the proof.

    Args:
        drafts: Drafts in reading order.
        titles: Where the title and headlines that run into the text stand, in characters.
    """
    in_title, body = _parted(drafts, titles)
    told = [_words(_text(b.claim.evidence)) for b in body]
    lead = [b.claim for b in body[:_LEAD]]
    repeated = [
        d
        for d in in_title
        if any(_repeated(d.claim, b.claim) for b in body)
        or any(_leads_to(d.claim, claim) for claim in lead)
        or _retold(d.claim, told)
    ]
    return _without(repeated, drafts, body)


def without_heading_repeats(drafts: list[Draft], headings: Iterable[tuple[int, int]]) -> list[Draft]:
    """Leave out the claims of headings, captions and points of a summary that the body makes too.

    Args:
        drafts: Drafts in reading order, sentences that stand twice already joined.
        headings: Where they stand, in characters.
    """
    in_heading, body = _parted(drafts, headings)
    repeated = [
        d
        for d in in_heading
        if any(
            (_repeated(d.claim, b.claim) and _shares_words(d.claim, b.claim))
            or _is_told_by(d.claim, b.claim)
            or _is_reworded(d.claim, b.claim)
            for b in body
        )
    ]
    return _without(repeated, drafts, body)


def _without(repeated: list[Draft], drafts: list[Draft], body: list[Draft]) -> list[Draft]:
    """Leave out drafts; the first of the body that tells the same claim as one of them stands for it."""
    for draft in repeated:
        same = (b for b in body if _repeated(draft.claim, b.claim) and _shares_words(draft.claim, b.claim))
        first = next(same, None)
        if first is not None:
            first.stand_for(draft)
    return [d for d in drafts if d not in repeated]


def _parted(drafts: list[Draft], places: Iterable[tuple[int, int]]) -> tuple[list[Draft], list[Draft]]:
    """Return the drafts that stand in some places, and the others."""
    stretches = tuple(places)
    inside = [d for d in drafts if any(start <= d.start < end for start, end in stretches)]
    return inside, [d for d in drafts if d not in inside]


def join_repeats(drafts: list[Draft]) -> list[Draft]:
    """Join claims that say the same thing twice, keeping both places as evidence.

    Only claims in which nothing differs are joined: sources, stance, event, numbers, status and day; or
    those of a sentence that stands twice, as that of a caption or a quotation set apart.
    """
    kept: list[Draft] = []
    seen: dict[object, int] = {}
    for draft in drafts:
        keys = [key for key in (_sameness(draft.claim), _wording(draft.claim)) if key is not None]
        same = next((key for key in keys if key in seen), None)
        if same is None:
            seen |= dict.fromkeys(keys, len(kept))
            kept.append(draft)
            continue
        first = kept[seen[same]]
        evidence = tuple(sorted({*first.claim.evidence, *draft.claim.evidence}))
        first.claim = replace(first.claim, evidence=evidence)
        first.stand_for(draft)
    return kept


def likely(drafts: list[Draft], doc: Doc, layers: Layers, least: float = 0.0) -> list[Draft]:
    """Give the drafts their probabilities; return those at least as likely as `least` to be right."""
    for draft in drafts:
        draft.claim = with_probability(draft.claim, signs_of(draft.claim, doc, layers))
    return [d for d in drafts if d.claim.probability is None or d.claim.probability >= least]


def _repeated(title: Claim, body: Claim) -> bool:
    """Tell whether the body says it too; a title whose words tell no event is said by any claim like it."""
    if title.stance is not body.stance or not _overlap(title.sources, body.sources):
        return False
    if title.event is None:
        return True
    if body.event is None:
        return False
    return title.event.type is body.event.type and _overlap(title.event.actors, body.event.actors)


def _leads_to(title: Claim, lead: Claim) -> bool:
    """Tell whether a claim of the lead is what a title makes short.

    Whoever speaks in both says the same, by whatever verb ("Lind Vows To Cut Tolls", "Lind said he wants to
    cut them"); a deed of one word and type is the same, whoever does it ("Norland leader's visit").
    """
    if title.sources:
        return any(_may_be(one, other) for one in title.sources for other in lead.sources)
    if title.event is None or lead.event is None or title.event.type is None:
        return False
    same = _words(title.event.trigger.text) == _words(lead.event.trigger.text) != []
    return same and title.stance is lead.stance and title.event.type is lead.event.type


def _is_told_by(heading: Claim, body: Claim) -> bool:
    """Tell whether somebody in the body tells what a heading does in the outlet's voice, in the same word.

    A caption "A court jailed Bo Lind on Monday" gives way to "A court jailed Bo Lind, his lawyer said".
    """
    one, other = heading.event, body.event
    if one is None or other is None or heading.stance is not Stance.REPORTS or body.stance is not Stance.SAYS:
        return False
    same_deed = one.type is not None and one.type is other.type and one.negated is other.negated
    same_word = one.trigger.text.lower() == other.trigger.text.lower()
    done_to_same = bool(_keys(one.recipients) & _keys(other.recipients))
    return same_deed and same_word and done_to_same and _overlap(one.actors, other.actors)


def _is_reworded(heading: Claim, body: Claim) -> bool:
    """Tell whether the body takes a heading's stance in its words, whoever the heading says it is.

    "Mayor vows to help ferry owners" above "The town vows to help all owners of ferries, Hart said".
    """
    words = _words(_text(heading.evidence))
    told = _words(_text(body.evidence))
    both_say = bool(heading.sources) and bool(body.sources)
    same = body.stance in {heading.stance, Stance.SAYS}
    return both_say and same and 3 * sum(word in told for word in words) >= 2 * len(words)


def _keys(parties: Iterable[Party]) -> set[str]:
    return {party.id for party in parties}


def _may_be(short: Party, full: Party) -> bool:
    """Tell whether a title's party may be one of the body: "Lind" Bo Lind, "Bo Lind's wife" the wife."""
    one, other = short.name.split(), full.name.split()
    return short.id == full.id or (one[-1:] == other[-1:] and 1 in {len(one), len(other)})


def _retold(title: Claim, body: list[list[str]]) -> bool:
    """Tell whether a claim of the body tells a title in other words: half of its longer words are there."""
    words = _words(_text(title.evidence))
    return len(words) >= _STEM and any(_are_half_told(words, told) for told in body)


def _words(text: str) -> list[str]:
    """Return the beginnings of the longer words, and the numbers, of a text."""
    words = (word.strip("\"'“”‘’.,:;").lower() for word in text.split())
    return [word[:_STEM] for word in words if len(word) >= _STEM or word.isdigit()]


def _shares_words(heading: Claim, body: Claim) -> bool:
    """Tell whether the body tells the same: of a heading without an event, half its longer words."""
    if heading.event is not None:
        return True
    return _are_half_told(_words(_text(heading.content)), _words(_text(body.evidence)))


def _are_half_told(words: list[str], told: list[str]) -> bool:
    return 2 * sum(word in told for word in words) >= len(words)


def _text(spans: Iterable[Span]) -> str:
    return " ".join(span.text for span in spans)


def _overlap(one: tuple[Party, ...], other: tuple[Party, ...]) -> bool:
    ids, others = {p.id for p in one}, {p.id for p in other}
    return not ids or not others or bool(ids & others)


def _sameness(claim: Claim) -> object | None:
    event = claim.event
    if event is None or event.type is None or not (event.actors and (event.recipients or event.items)):
        return None
    said = claim.said and (claim.said.start, claim.said.end)
    when = event.when and (event.when.start, event.when.end)
    return (
        claim.stance,
        _ids(claim.sources),
        said,
        event.type,
        _ids(event.actors),
        _ids(event.recipients),
        _ids(event.against),
        tuple(sorted(item.kind for item in event.items)),
        event.status,
        event.negated,
        when,
        tuple((f.low, f.best, f.high, f.unit, f.hedge) for f in event.figures),
        event.place and event.place.name,
    )


_SENTENCE = 6
"""A sentence of fewer words may well be said twice."""


def _wording(claim: Claim) -> object | None:
    if len(claim.evidence) != 1 or len(claim.evidence[0].text.split()) < _SENTENCE:
        return None
    return (
        claim.evidence[0].text.strip("\"'“”‘’ .!?"),
        claim.stance,
        _ids(claim.sources),
        claim.cue and claim.cue.text,
        tuple(span.text for span in claim.content),
        claim.event and (claim.event.type, claim.event.trigger.text, _ids(claim.event.actors)),
    )


def _ids(parties: tuple[Party, ...]) -> tuple[str, ...]:
    return tuple(sorted(party.id for party in parties))
