"""Stances as the deed encoder sees them, where it is surer than the words that the codebook knows.

A cue such as "said" tells nothing of the stance: what is said does, in more ways than rules foresee.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from onrecord.codebook.stances import SpeechActCode
from onrecord.encoder.telling import STANCES, Telling
from onrecord.reading.attribution.sources import UNNAMED
from onrecord.reading.layers import Attribution
from onrecord.records import SpeechAct, Stance

__all__ = ["StanceJudge", "with_judged_stances"]

StanceJudge = Callable[[Sequence[Telling]], NDArray[np.float32]]
"""What `DeedEncoder.stances` does: tellings to probabilities, shape (tellings, 18)."""

SURE, SURE_PLAIN = 0.8, 0.95
"""Least probability at which the encoder's word counts for more than the rules', and where its word is that a
cue which tells a stance tells none ("estimated" as plainly said).

Source:
    The first was chosen in cross-validation on the judged attributions (`training/stances.py`), the second on
    our own development sentences (docs/evaluation.md).
"""

_HOPING = ("hope", "wish")
"""Lemmas of cues that promise nothing, whatever the encoder sees."""

_RULE = "encoder:stance"


def with_judged_stances(
    doc: Doc,
    text: str,
    found: Sequence[Attribution],
    judge: StanceJudge,
    acts: Mapping[Stance, SpeechActCode],
) -> list[Attribution]:
    """Return attributions with the stance the encoder is sure of, without those it sees nobody speak in.

    Args:
        doc: Parsed document.
        text: The article's text.
        found: Attributions by the rules.
        judge: The encoder.
        acts: The act of speech each stance is, by the codebook.
    """
    kept = []
    for one, shares in zip(found, judge([_telling(doc, text, one) for one in found]), strict=True):
        one = replace(
            one, stance_share=float(shares[STANCES.index(one.stance)]), nobody_share=float(shares[-1])
        )
        column = int(shares.argmax())
        stance = None if column == len(STANCES) else STANCES[column]
        least = SURE_PLAIN if stance is Stance.SAYS else SURE
        hopes = stance is Stance.PROMISES and any(doc[i].lemma_ in _HOPING for i in one.cue)
        if shares[column] < least or stance is one.stance or hopes:
            kept.append(one)
        elif stance is not None:
            act = _act(one, acts.get(stance))
            share = float(shares[column])
            told = replace(one, stance=stance, speech_act=act, rules=(*one.rules, _RULE), stance_share=share)
            kept.append(told)
    return kept


def _act(one: Attribution, code: SpeechActCode | None) -> SpeechAct | None:
    if code is None:
        return None
    recipients = () if one.speech_act is None else one.speech_act.recipients
    return SpeechAct(type=code.type, recipients=recipients, mode=code.mode, cameo=code.cameo)


def _telling(doc: Doc, text: str, one: Attribution) -> Telling:
    def ranges(tokens: Sequence[int]) -> tuple[tuple[int, int], ...]:
        return tuple((doc[i].idx, doc[i].idx + len(doc[i])) for i in tokens)

    return Telling(
        text=text,
        cue=ranges(one.cue),
        source=ranges(one.source_tokens),
        content=ranges((*one.content, *one.subject)),
        stance=one.stance,
        quoted=one.quoted,
        clause=bool(one.content),
        unnamed=one.sources[:1] == (UNNAMED,) or not one.sources,
    )
