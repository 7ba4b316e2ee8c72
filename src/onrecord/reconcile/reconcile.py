"""Claims to events: the whole of reconciling as one pure function."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from onrecord.errors import RecordError
from onrecord.reconcile.build import build_event
from onrecord.reconcile.canonical import SameParty, with_canonical_ids
from onrecord.reconcile.compare import Comparison, compare
from onrecord.reconcile.corrections import constraints_of, corrected, relabelled
from onrecord.reconcile.link import link_with_reasons
from onrecord.reconcile.press import press_of
from onrecord.reconcile.telling import Telling, tellings_of
from onrecord.reconcile.weights import LinkingWeights, linking_weights
from onrecord.records import Article, Claim, Decision, DecisionKind, DeedVector, Event, content_id

__all__ = ["Reconciled", "reconcile"]


@dataclass(frozen=True, slots=True)
class Reconciled:
    """What reconciling gives.

    Attributes:
        events: Events, by their first claim.
        because: (event id, claim id) → why the claim belongs to the event, as JSON: `with` the claim that
            speaks most for it, their `probability`, the `reasons` as [name, log-odds], `same` persons
            folded to one name, `decision` where a person decided.
        unfit: Decision → why it does not fit its claim or event (any more); it is left out.
    """

    events: tuple[Event, ...]
    because: Mapping[tuple[str, str], str] = field(default_factory=dict)
    unfit: Mapping[Decision, str] = field(default_factory=dict)


def reconcile(
    claims: Iterable[Claim],
    articles: Mapping[str, Article] | None = None,
    decisions: Sequence[Decision] = (),
    wars: Mapping[str, frozenset[tuple[str, str]]] | None = None,
    seen: Mapping[str, DeedVector] | None = None,
    weights: LinkingWeights | None = None,
) -> Reconciled:
    """Return the events that claims are about; the order in which they are given does not matter.

    Args:
        claims: Any claims; those without an event are left out.
        articles: id → article, for telling subjects, copies and credits; one that is not there has none.
        decisions: People's standing decisions about these claims, in the order they were made.
        wars: Article → pairs of roots of whom it tells that one uses force against the other.
        seen: Claim id → what the deed encoder sees of its deed; claims not there are told by their words.
        weights: Of the reasons for linking; those shipped by default.
    """
    weights = weights or linking_weights()
    unfit: dict[Decision, str] = {}

    def misfit(decision: Decision, error: RecordError) -> None:
        unfit[decision] = str(error)

    good = corrected(claims, decisions, misfit)
    tellings = tellings_of(good, seen or {}, articles or {})
    by_id = {claim.id: claim for claim in good}
    groups, partners = link_with_reasons(tellings.values(), constraints_of(good, decisions), weights)
    events: list[Event] = []
    because: dict[tuple[str, str], str] = {}
    taken: set[str] = set()
    for members in groups:
        named, folded = with_canonical_ids(by_id[one] for one in members)
        used = {a: articles[a] for a in sorted({c.article.id for c in named}) if articles and a in articles}
        fought = frozenset(pair for c in named for pair in (wars or {}).get(c.article.id, ()))
        event = build_event(named, press=press_of(used.values()), wars=fought)
        event = relabelled(event, (c.anchor for c in named), decisions, misfit)
        if event.id in taken:
            # Word-for-word copies share anchors; only a person's split can part them.
            event = replace(event, id=content_id("event", event.id, event.claims[0]))
        taken.add(event.id)
        events.append(event)
        for one in members:
            best = _best(one, partners, tellings, weights)
            told = _because(best, folded, by_id[one], decisions)
            because[event.id, one] = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return Reconciled(tuple(events), because, unfit)


def _best(
    one: str, partners: Mapping[str, str], tellings: Mapping[str, Telling], weights: LinkingWeights
) -> Comparison | None:
    if one not in partners:
        return None
    return compare(tellings[one], tellings[partners[one]], weights)


def _because(
    best: Comparison | None, folded: Sequence[SameParty], claim: Claim, decisions: Sequence[Decision]
) -> dict[str, object]:
    told: dict[str, object] = {}
    if best is not None:
        told["with"] = best.right if best.left == claim.id else best.left
        told["probability"] = round(best.probability, 3)
        told["reasons"] = [[r.name, round(r.adds, 2)] for r in best.reasons if abs(r.adds) >= 0.05]
    ids = {party.id for party in claim.parties}
    same = [[s.id, s.other, s.because] for s in folded if s.other in ids or s.id in ids]
    if same:
        told["same"] = same
    human = {DecisionKind.MERGE, DecisionKind.SPLIT}
    made = [d.id for d in decisions if d.kind in human and claim.anchor in d.anchors]
    if made:
        told["decision"] = made
    return told
