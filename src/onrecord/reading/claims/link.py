"""Give claims their final ids and point them at one another: what was told within what, what answers what."""

from dataclasses import replace

from onrecord.reading.claims.make import Draft, finish
from onrecord.reading.layers import Layers
from onrecord.records import Claim, anchor_of

__all__ = ["linked"]


def linked(drafts: list[Draft], layers: Layers) -> tuple[Claim, ...]:
    """Return the finished claims, in reading order.

    Anchors that two claims would share are told apart by their order; `within` names the claim in
    whose content a claim was told and `about` the claim it answers, where that claim or one that stands for
    it exists.
    """
    claims = [finish(claim) for claim in _anchored([draft.claim for draft in drafts], layers)]
    own = list(zip(drafts, claims, strict=True))
    first: dict[int, str] = {}
    ids: dict[int, str] = {}
    repeated = [(repeat, claim) for draft, claim in own for repeat in draft.repeats]
    for told, claim in (*own, *repeated):
        ids[id(told)] = claim.id
        if told.attribution is not None:
            first.setdefault(told.attribution, claim.id)
    return tuple(
        replace(
            claim,
            within=_other(claim, _within(draft.attribution, layers, first)),
            about=_other(claim, ids.get(id(draft.about))),
        )
        for draft, claim in own
    )


def _other(claim: Claim, pointed_at: str | None) -> str | None:
    """Return the claim pointed at, None where that is the claim itself, which stands for a repeat."""
    return None if pointed_at == claim.id else pointed_at


def _anchored(claims: list[Claim], layers: Layers) -> list[Claim]:
    seen: dict[str, int] = {}
    anchored = []
    for claim in claims:
        order = seen.get(claim.anchor, 0)
        seen[claim.anchor] = order + 1
        if order:
            cue = None if claim.cue is None else (claim.cue.start, claim.cue.end)
            event = claim.event
            trigger = None if event is None else (event.trigger.start, event.trigger.end)
            claim = replace(claim, anchor=anchor_of(layers.article.sha256, cue, trigger, order))
        anchored.append(claim)
    return anchored


def _within(attribution: int | None, layers: Layers, first: dict[int, str]) -> str | None:
    if attribution is None:
        return None
    outer = layers.attributions[attribution].within
    return None if outer is None else first.get(outer)
