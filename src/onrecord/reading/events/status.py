"""How a deed stands by the words of its own clause: done, under way, planned, possible, demanded, if."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.codebook import Effect, Modality
from onrecord.reading.events.lasting import is_in_force, is_in_its_time, is_in_the_midst, is_lasting_backing
from onrecord.reading.events.nearing import is_drafted
from onrecord.reading.events.presupposed import is_asked_why, is_presupposed
from onrecord.reading.events.proposed import proposed
from onrecord.reading.events.shapes import (
    first_of,
    is_announced_for,
    is_beside,
    is_going_on,
    is_present,
    is_told_before,
)
from onrecord.reading.events.status_at_nouns import (
    above_noun,
    around_noun,
    is_answered_request,
    of_announced,
    to_be_ended,
)
from onrecord.reading.events.status_at_verbs import BEEN, NO_EFFECT, Found, above_verb, at_verb, of_sign
from onrecord.reading.infinitives import is_infinitive
from onrecord.records import Status

__all__ = ["Telling", "read_telling"]

_STRENGTH = (
    Status.CONDITIONAL,
    Status.DEMANDED,
    Status.POSSIBLE,
    Status.PLANNED,
    Status.ONGOING,
    Status.HAPPENED,
)
"""The first of these that any word gives wins: "could agree to send" is possible."""


@dataclass(frozen=True, slots=True)
class Telling:
    """How the deed's own words tell it.

    Attributes:
        status: Done, under way, planned, possible, demanded or conditional.
        negated: Told as not done.
        background: Told as history.
        repeated: Told as happening again and again.
        presupposed: Told as done whatever is asked or promised of something else.
        raised: Tokens of the verbs, nouns and adjectives that gave the status ("agreed" in "agreed to
            send"); their own deed is told by the status.
        own: Token of a verb whose own deed is the news ("refused" in "refused to send").
    """

    status: Status
    negated: bool
    background: bool
    repeated: bool
    presupposed: bool = False
    raised: tuple[int, ...] = ()
    own: int | None = None


def read_telling(head: Token, light: Token | None, modality: Modality) -> Telling:
    """Return how a deed stands.

    Args:
        head: The verb or noun that names the deed.
        light: The light verb a noun leans on.
        modality: Words that change a deed's status.
    """
    found = list(_effects(head, light, modality))
    effects = [effect for effect, _ in found]
    statuses = {effect.status for effect in effects}
    status = next((s for s in _STRENGTH if s in statuses), Status.HAPPENED)
    negated = sum(effect.negated for effect in effects) % 2 == 1
    if status is Status.ONGOING and negated and _is_only_begun(light, modality):
        status = Status.HAPPENED
    own = [token.i for effect, token in found if effect.own and token is not None]
    drafted = status in (Status.DEMANDED, Status.PLANNED) and is_drafted(head)
    if drafted:
        status = Status.PLANNED  # what is asked for is the draft
    presupposed = drafted or (status in BEEN and is_presupposed(head, modality))
    return Telling(
        status=status,
        negated=negated and not presupposed,
        background=any(effect.background for effect in effects),
        repeated=any(effect.repeated for effect in effects),
        presupposed=presupposed or (status in BEEN and is_asked_why(head)),
        raised=tuple(token.i for effect, token in found if token is not None and not effect.own),
        own=own[0] if own else None,
    )


def _is_only_begun(light: Token | None, modality: Modality) -> bool:
    """Tell whether a deed goes on only by its verb: "has not [resumed] talks" tells of none."""
    return light is not None and modality.light_effects.get(light.lemma_, NO_EFFECT).status is Status.ONGOING


def _effects(head: Token, light: Token | None, modality: Modality) -> Iterator[Found]:
    if head.pos_ in ("NOUN", "PROPN"):
        yield from around_noun(head, modality)
        if light is not None and is_beside(light):
            return
        if is_announced_for(head, light):
            yield Effect(Status.PLANNED), None
        if (
            is_in_its_time(head)
            or is_in_the_midst(head)
            or is_in_force(head)
            or is_lasting_backing(head, modality)
        ):
            yield Effect(Status.ONGOING), None
        yield from ((effect, None) for effect in proposed(head, modality))
        if light is not None and not is_told_before(head, light):
            if light.lemma_ in modality.light_effects and not is_answered_request(head, light, modality):
                yield modality.light_effects[light.lemma_], light
            yield from at_verb(light, modality)
            yield from of_announced(head, light, modality)
            if light.lemma_ == "be" and is_present(light):
                yield Effect(Status.ONGOING), None  # "has been on a visit since Friday"
            if light.dep_ not in ("acl", "relcl"):
                yield from above_verb(light, modality)
            elif first_of(head).dep_ == "nsubj" and is_going_on(first_of(head).head, modality):
                yield Effect(Status.ONGOING), None  # "sanctions imposed in May remain in force"
            elif is_infinitive(light):
                yield from ((effect, None) for effect, _ in above_verb(light, modality))
        else:
            yield from above_noun(head, modality)
        if head.dep_ in ("xcomp", "ccomp") and (head.lower_.endswith("ing") or head.head.lemma_ == "let"):
            # a verb that is taken for a noun: "considered [bombing] it", "let them [fire]"
            yield from above_verb(head, modality)
        yield from of_sign(head, modality)
        yield from to_be_ended(head, modality)
        return
    yield from at_verb(head, modality)
    yield from above_verb(head, modality)
