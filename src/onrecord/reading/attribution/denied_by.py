"""Who denies: not whoever made the charge or told it, but of whom it is told."""

from dataclasses import replace

from spacy.tokens import Doc

from onrecord.reading.attribution.nesting import keys
from onrecord.reading.attribution.source_kinds import is_speaker
from onrecord.reading.attribution.sources import UNNAMED, parties_of
from onrecord.reading.attribution.wording import head_of
from onrecord.reading.layers import Attribution, Mention
from onrecord.records import Party, Stance

__all__ = ["by_the_accused"]


def by_the_accused(doc: Doc, found: list[Attribution], mentions: tuple[Mention, ...]) -> list[Attribution]:
    """Give "A accused B of it, which it denied" to B: nobody denies his own charge, or what he just said."""
    mended = []
    for one in found:
        sentence = doc[one.cue[0]].sent
        charge = next(
            (
                other
                for other in found
                if other.stance is Stance.ACCUSES
                and sentence.start <= other.cue[0] < one.cue[0]
                and {p.id for p in other.sources} == {p.id for p in one.sources}
            ),
            None,
        )
        by_pronoun = len(one.source_tokens) == 1 and doc[one.source_tokens[0]].pos_ == "PRON"
        if one.stance is Stance.DENIES and by_pronoun and charge is not None:
            accused = () if charge.speech_act is None else charge.speech_act.recipients
            one = replace(one, sources=accused or (UNNAMED,))
        elif by_pronoun and (told := _denied_of(doc, one, found)) is not None:
            one = replace(one, sources=_who_is_told_of(doc, told, mentions))
        mended.append(one)
    return mended


def _denied_of(doc: Doc, one: Attribution, found: list[Attribution]) -> Attribution | None:
    """Return what somebody said whom a pronoun has deny it: "Lind said Berg had left, [which he denies]"."""
    start = doc[one.cue[0]].sent.start
    pointing = [doc[i].lower_ for i in one.content or one.subject] in (["which"], ["it"], ["this"], ["that"])
    if one.stance is not Stance.DENIES or not pointing:
        return None
    said = (other for other in found if other.stance in {Stance.SAYS, Stance.ACCUSES} and other.content)
    return next(
        (
            other
            for other in said
            if start <= other.cue[0] < other.content[0] < one.cue[0]
            if keys(other.sources) == keys(one.sources)
        ),
        None,
    )


def _who_is_told_of(doc: Doc, told: Attribution, mentions: tuple[Mention, ...]) -> tuple[Party, ...]:
    """Return of whom somebody tells something, where those are people: "said [Berg] had left"."""
    head = head_of(doc, told.content)
    subject = None if head is None else next((c for c in head.children if c.dep_ == "nsubj"), None)
    if subject is None or not (subject.ent_type_ == "PERSON" or is_speaker(subject)):
        return (UNNAMED,)
    return parties_of(doc, tuple(t.i for t in subject.subtree), mentions) or (UNNAMED,)
