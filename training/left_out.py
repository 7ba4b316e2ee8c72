"""How well a deed encoder in training does on what it does not learn from: deeds, stances and roots."""

from collections.abc import Iterator, Sequence
from dataclasses import fields

import numpy as np
import torch

from deeds_heads import DeedModel, layers, plain_axes, root_shares
from onrecord.encoder.finding import NO_DEED, Finding, FindingHeads
from onrecord.encoder.telling import STANCES
from onrecord.evaluation.passages import Passage
from onrecord.evaluation.plv import MarkedPair
from onrecord.evaluation.relations_encoder import joined
from relations_cv import report
from stances_examples import JudgedTelling

SURE = (0.5, 0.6, 0.7, 0.8, 0.9)
"""Probabilities from which on the encoder's stance is taken instead of the rules'."""

_ARRAYS = {field.name for field in fields(FindingHeads)}


def tell_deeds(model: DeedModel, passages: Sequence[Passage]) -> None:
    """Print how well deeds and their kinds are found."""
    arrays = {**layers(model), **plain_axes()}
    heads = FindingHeads(**{name: array for name, array in arrays.items() if name in _ARRAYS})
    told = [row for one in passages for row in _told(model, heads, one)]
    gold = sum(wanted != NO_DEED for _, wanted in told)
    for least in (0.3, 0.5, 0.7, 0.8, 0.9):
        sure = [(kinds, wanted) for kinds, wanted in told if 1 - kinds[NO_DEED] >= least]
        there = [(kinds, wanted) for kinds, wanted in sure if wanted != NO_DEED]
        typed = sum(kinds[:NO_DEED].argmax() == wanted for kinds, wanted in there)
        print(f"at {least}: {gold} deeds, {len(sure)} found, {len(there)} there, {typed} of the right kind",
              flush=True)  # fmt: skip


def _told(model: DeedModel, heads: FindingHeads, passage: Passage) -> Iterator[tuple[np.ndarray, int]]:
    """Give for each word what it names by the model, and the number of its kind by the mark."""
    with torch.no_grad():
        ((words, states),) = model.word_states([passage])
    found = Finding.of(words.starts[: len(states)], states.cpu().numpy(), heads, weights="training")
    marked = {found.word_at(d.word[0] - passage.start): d.kind for s in passage.sentences for d in s.deeds}
    for word, kinds in enumerate(found.kinds):
        yield kinds, marked.get(word, NO_DEED)


def tell_roots(when: str, model: DeedModel, pairs: Sequence[MarkedPair]) -> np.ndarray:
    """Print how well roots are told, and return their probabilities."""
    found = root_shares(model, pairs)
    report(f"roots {when}", pairs, joined(found, [None] * len(pairs)))
    return found


def tell_stances(fold: int, judged: Sequence[JudgedTelling], shares: np.ndarray) -> None:
    """Print how often rules and encoder are right, and what changes where the encoder is sure."""
    rules = np.array([one.telling.stance in one.right for one in judged])
    print(f"fold {fold}: {len(judged)} attributions, rules right in {rules.mean():.3f}")
    columns = (*STANCES, None)
    for sure in SURE:
        taken = [
            columns[row.argmax()] if row.max() >= sure else one.telling.stance
            for row, one in zip(shares, judged, strict=True)
        ]
        right = np.array([stance in one.right for stance, one in zip(taken, judged, strict=True)])
        gained, lost = int((right & ~rules).sum()), int((rules & ~right).sum())
        print(f"  sure {sure}: right in {right.mean():.3f}, {gained} mended, {lost} spoilt", flush=True)
