"""Silence rather than a guess: parts of a claim that are too likely to be read wrongly are not told."""

from collections.abc import Mapping
from dataclasses import replace

from spacy.tokens import Doc

from onrecord.codebook.kinds import KIND
from onrecord.reading.attribution.corrections import CORRECTION
from onrecord.reading.claims.probability import probability_of_part
from onrecord.reading.claims.signs import PARTS, signs_of
from onrecord.reading.layers import Happening, Layers
from onrecord.records import Claim, Party

__all__ = ["SURE", "SURE_WITHOUT_FRAME", "Silence"]

SURE: Mapping[str, float] = {
    "attribution": 0.6,
    "voice": 0.75,
    "deed": 0.58,
    "status": 0.59,
    "actors": 0.67,
    "recipients": 0.6,
}
"""How likely each part of a claim must at least be read rightly to be told, unless asked otherwise.

Source:
    As much as can be held back at the cost of no more than two of the claims noted in our own dispatches
    (docs/tried.md).
"""

SURE_WITHOUT_FRAME = 0.93
"""How likely a deed must at least be read rightly where the deed encoder alone names it, by a word that no
frame has for a deed of that type.

Source:
    Of 13 such deeds below it in the twenty-ninth draw of the error card four were of the right type, of three
    above it two; none of the deeds noted in our own dispatches falls below it (docs/tried.md).
"""


class Silence:
    """What of the claims of one article is told, and what is not.

    Args:
        doc: Parsed document.
        layers: All its layers; where no encoder has read, everything is told.
        least: How likely every part must at least be read rightly to be told; 0 tells all, None takes `SURE`.
    """

    def __init__(self, doc: Doc, layers: Layers, least: float | None = None) -> None:
        self._doc = doc
        self._layers = layers
        self._least = SURE if least is None else dict.fromkeys(PARTS, least)

    def is_heard(self, claim: Claim) -> bool:
        """Tell whether who says what is sure enough, or that the outlet itself tells it.

        What the text labels as a correction is one.
        """
        return CORRECTION in claim.made_by.rules or self._is_sure(claim, "attribution", "voice")

    def is_told(self, claim: Claim) -> bool:
        """Tell whether the deed of a claim, and how it stands, is sure enough."""
        least = {part: self._least[part] for part in ("deed", "status")}
        if least["deed"] and _is_named_by_encoder_alone(claim):
            least["deed"] = max(least["deed"], SURE_WITHOUT_FRAME)
        return self._are_from(least, claim)

    def sure_of(self, happening: Happening, claim: Claim) -> Happening:
        """Return a deed with those actors and recipients alone that are sure enough.

        Args:
            happening: The deed.
            claim: The claim that would tell it.
        """
        if claim.event is None:
            return happening
        actors = tuple(p for p in happening.actors if self._takes_part(claim, "actors", p))
        recipients = tuple(p for p in happening.recipients if self._takes_part(claim, "recipients", p))
        if (actors, recipients) == (happening.actors, happening.recipients):
            return happening
        return replace(happening, actors=actors, recipients=recipients)

    def _takes_part(self, claim: Claim, part: str, party: Party) -> bool:
        event = claim.event
        assert event is not None
        alone = replace(event, actors=(party,)) if part == "actors" else replace(event, recipients=(party,))
        return self._is_sure(replace(claim, event=alone), part)

    def _is_sure(self, claim: Claim, *parts: str) -> bool:
        return self._are_from({part: self._least[part] for part in parts}, claim)

    def _are_from(self, least: Mapping[str, float], claim: Claim) -> bool:
        """Tell whether parts of a claim are each at least so likely read rightly."""
        asked = [part for part in least if least[part] > 0]
        signs = signs_of(claim, self._doc, self._layers, asked) if asked else {}
        likely = ((part, probability_of_part(part, signs[part])) for part in asked if part in signs)
        return all(p is None or p >= least[part] for part, p in likely)


def _is_named_by_encoder_alone(claim: Claim) -> bool:
    """Tell whether a type was found for a word that no frame has for it. One without says little."""
    typed = claim.event is not None and claim.event.type is not None
    return typed and any(rule.startswith(f"frame:{KIND}") for rule in claim.made_by.rules)
