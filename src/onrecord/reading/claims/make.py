"""Join the layers of one article into its claims."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from onrecord.reading.attribution.nesting import keys
from onrecord.reading.attribution.source_kinds import is_known
from onrecord.reading.attribution.sources import UNNAMED
from onrecord.reading.attribution.speech import is_speech
from onrecord.reading.attribution.turns import TURN
from onrecord.reading.attribution.wording import head_of
from onrecord.reading.claims.addressed import addressed
from onrecord.reading.claims.first_persons import with_speaker
from onrecord.reading.claims.outlet import is_outlets_word
from onrecord.reading.claims.ownership import PLAIN, Owned, is_demanded_apart, owned_by, stance_apart
from onrecord.reading.claims.pointed import told_by
from onrecord.reading.claims.silence import Silence
from onrecord.reading.claims.status import told_status
from onrecord.reading.claims.third_persons import without_speaker, without_teller
from onrecord.reading.claims.told_forms import has_tense, is_definite, is_finite, is_told_plainly
from onrecord.reading.claims.worth import (
    is_aside,
    is_broken_rule,
    is_denied_to_end,
    is_in_name,
    is_noun,
    is_of_public_interest,
    only_describes,
    only_marks_which,
)
from onrecord.reading.events.hypothetical import is_inverted, opens_condition
from onrecord.reading.events.judged import FOUND
from onrecord.reading.layers import Attribution, Grounding, Happening, Layers, span_of, spans_of
from onrecord.reading.prose import ends_asking
from onrecord.records import (
    ArticleRef,
    Claim,
    EventType,
    MadeBy,
    Party,
    Span,
    Stance,
    ToldEvent,
    anchor_of,
    content_id,
    to_json,
)

__all__ = ["Draft", "draft_claims", "finish"]

_PASSING_ON = frozenset({Stance.SAYS, Stance.CONFIRMS, Stance.ESTIMATES, Stance.ACCUSES})
"""Stances that pass on what others said; who denies or doubts it carries nothing."""

_EVENTLESS = frozenset({Stance.SILENT, Stance.DECLINES_TO_CONFIRM, Stance.RETRACTS})
"""Stances worth recording without an event or a content of their own."""

_SHORTEST = 3
"""Words that something plainly said needs to be a statement, where it tells no event."""


class Draft:
    """A claim in the making, with the places other claims point at.

    Attributes:
        claim: The claim, its id not final yet.
        attribution: Index of its attribution in the layers; None for the outlet's own voice.
        start: First character of its evidence.
        about: The draft of the claim it answers, None where it answers none.
        repeats: Drafts left out because this one tells the same; what points at them means this one.
    """

    __slots__ = ("about", "attribution", "claim", "repeats", "start")

    def __init__(self, claim: Claim, attribution: int | None, about: "Draft | None" = None) -> None:
        self.claim = claim
        self.attribution = attribution
        self.about = about
        self.repeats: list[Draft] = []
        self.start = min(span.start for span in claim.evidence)

    def stand_for(self, repeat: "Draft") -> None:
        """Take the place of a draft that tells the same, and of those it took the place of."""
        self.repeats += [repeat, *repeat.repeats]


def draft_claims(doc: Doc, layers: Layers, made_by: MadeBy, silence: Silence | None = None) -> list[Draft]:
    """Return one draft an event and attribution, and one an attribution that tells no event.

    Args:
        doc: Parsed document.
        layers: All its layers.
        made_by: Version and weights; the rules are added claim by claim.
        silence: Leaves out what is too likely to be read wrongly; None tells everything.
    """
    silence = silence or Silence(doc, layers, 0.0)
    drafts: list[Draft] = []
    told: set[int] = set()
    for happening, grounding in _told_as_deeds(doc, layers):
        found = _draft_of(doc, layers, happening, grounding, made_by)
        if found is None or not silence.is_told(found[1].claim):
            continue
        sure = silence.sure_of(happening, found[1].claim)
        found = found if sure is happening else _draft_of(doc, layers, sure, grounding, made_by)
        if found is None:
            continue
        told |= found[0]
        drafts.append(found[1])
        answered = _in_answer(doc, layers, sure, grounding, found[1].attribution, made_by)
        if answered is not None and silence.is_told(answered.claim):
            told |= {i for i in (answered.attribution,) if i is not None}
            drafts.append(answered)
    statements = [
        _of_statement(doc, layers, index, made_by)
        for index, attribution in enumerate(layers.attributions)
        if index not in told and _is_statement(doc, attribution)
    ]
    heard = [draft for draft in (*drafts, *statements) if silence.is_heard(draft.claim)]
    holding = _holding(doc, layers, told | {d.attribution for d in heard if d.attribution is not None})
    heard = [draft for draft in heard if draft.claim.event is not None or draft.attribution not in holding]
    return sorted(heard, key=lambda d: (d.start, d.claim.anchor))


def _holding(doc: Doc, layers: Layers, told: set[int]) -> set[int]:
    """Return the attributions of which all that is said is what another of them, which is told, says."""
    return {
        one.within
        for index, one in enumerate(layers.attributions)
        if index in told and one.within is not None
        if _is_all_of(doc, one, layers.attributions[one.within])
        if not _is_answered(doc, one, layers.attributions[one.within])
    }


def _told_as_deeds(doc: Doc, layers: Layers) -> Iterator[tuple[Happening, Grounding]]:
    """Give the deeds with their groundings, without words of cues and words that only name or describe."""
    cue_tokens = {i for one in layers.attributions for i in one.cue}
    groundings = layers.groundings or (Grounding(),) * len(layers.happenings)
    for happening, grounding in zip(layers.happenings, groundings, strict=True):
        of_cue = happening.head in cue_tokens and not happening.of_cue
        head = doc[happening.head]
        named = (
            is_in_name(doc, layers, happening) or only_describes(head) or only_marks_which(head, happening)
        )
        if not of_cue and not named and not is_broken_rule(head, happening):
            yield happening, grounding


def _draft_of(
    doc: Doc, layers: Layers, happening: Happening, grounding: Grounding, made_by: MadeBy
) -> tuple[set[int], Draft] | None:
    """Return the draft of a deed with the attributions it speaks for, None where nobody claims it."""
    owned = owned_by(doc, happening, layers.attributions)
    if _is_charge(doc, layers, happening, owned):
        return None
    if not _is_claimed(doc, layers, happening, grounding, owned):
        return None
    told: set[int] = set()
    if owned.attribution is not None and owned.main:
        teller = _told_by(layers, owned.attribution)
        told = {owned.attribution, teller}
        owned = replace(owned, attribution=teller)
    if owned.attribution is not None:
        one = layers.attributions[owned.attribution]
        text = layers.article.text
        happening = without_teller(with_speaker(text, without_speaker(text, happening, one), one), one)
    return told, _of_event(doc, layers, happening, grounding, owned, made_by)


def _in_answer(
    doc: Doc, layers: Layers, happening: Happening, grounding: Grounding, index: int | None, made_by: MadeBy
) -> Draft | None:
    """Return the draft of a claim's deed for who answers the claim: "[Chad denied] Mali's claim that it …".

    What the claim's own maker says of it is another draft.
    """
    one = None if index is None else layers.attributions[index]
    if one is None or one.within is None or not _is_answered(doc, one, layers.attributions[one.within]):
        return None
    return _of_event(doc, layers, happening, grounding, Owned(one.within, main=True), made_by)


def _is_answered(doc: Doc, claim: Attribution, answer: Attribution) -> bool:
    """Tell whether a noun for what one says is what another denies, doubts or confirms: "Mali's [claim]"."""
    noun = head_of(doc, answer.content)
    return answer.stance in _ANSWERING and noun is not None and noun.i in claim.cue and is_noun(noun)


_ANSWERING = frozenset(
    {Stance.DENIES, Stance.DOUBTS, Stance.CONFIRMS, Stance.DECLINES_TO_CONFIRM, Stance.SILENT}
)
"""Stances on what others claim that say whether the deed itself was done."""


def _is_claimed(doc: Doc, layers: Layers, happening: Happening, grounding: Grounding, owned: Owned) -> bool:
    """Tell whether a deed is told by somebody, and is no condition, purpose or aside of what is told."""
    head = doc[happening.head]
    if not owned.main and (head.pos_ == "NOUN" or not is_finite(head) or _is_beside_will(layers, owned)):
        # "condemned the dispatch of troops to aid the war": nobody speaks of the war here.
        # "vowed to form a force to crack down on smugglers": a purpose, not what was vowed.
        return False
    one = None if owned.attribution is None else layers.attributions[owned.attribution]
    if one is not None and is_denied_to_end(head, one):
        return False
    led_to = not owned.main and head.dep_ in ("advcl", "pcomp")
    if one is not None and one.stance is Stance.DENIES and led_to:
        return False  # "denied that a man had died after police shot him": it may deny that too
    if _is_condition(doc, layers, happening.head, owned):
        return False  # "vowed to retaliate if Chad attacked": nobody says that Chad attacks
    if owned.attribution is None or TURN in layers.attributions[owned.attribution].rules:
        if _is_talk(happening) or (FOUND in happening.rules and not is_told_plainly(head)):
            return False
        told = is_outlets_word(layers.article.text, happening, head)
        return told and is_of_public_interest(doc, happening, grounding)
    return not is_aside(doc, layers, happening, grounding, owned.attribution)


_WILLED = frozenset(
    {
        Stance.DEMANDS, Stance.CONDEMNS, Stance.SUPPORTS, Stance.PROMISES, Stance.THREATENS, Stance.RETRACTS
    }
)  # fmt: skip
"""Stances taken on one thing: what is told beside it may as well be the outlet's word."""


def _is_beside_will(layers: Layers, owned: Owned) -> bool:
    """Tell whether a deed only stands beside what somebody wants or judges: "urged them to resume talks
    [that they left]"."""
    one = None if owned.attribution is None else layers.attributions[owned.attribution]
    return one is not None and one.stance in _WILLED and not owned.apart


def _is_charge(doc: Doc, layers: Layers, happening: Happening, owned: Owned) -> bool:
    """Tell whether a deed is only the charge that somebody answers: "denied [allegations] that it did"."""
    if owned.attribution is None or happening.type is not EventType.ACCUSE:
        return False
    one = layers.attributions[owned.attribution]
    head = head_of(doc, one.content or one.subject)
    return one.stance is Stance.DENIES and head is not None and head.i == happening.head and is_noun(head)


def _is_talk(happening: Happening) -> bool:
    """Tell whether a deed is only an act of speech: told by the outlet alone, it is no claim of its own.

    Going to court, summoning an envoy, signing a treaty and recognising a state are more than words.
    """
    charged = happening.type is EventType.ACCUSE and happening.mode in {"disapprove", "allege"}
    praised = happening.type is EventType.SUPPORT and happening.cameo not in _SIGNED
    told = happening.cameo not in _COMPLAINED and "legal" not in happening.context
    return (charged and told) or praised or happening.type is EventType.REQUEST


_COMPLAINED = frozenset({"114", "115"})
"""CAMEO codes of complaining officially and of going to court."""
_SIGNED = frozenset({"054", "056", "057"})
"""CAMEO codes of support by deed: recognising, making peace, signing."""


def _is_all_of(doc: Doc, inner: Attribution, outer: Attribution) -> bool:
    """Tell whether all that somebody said is that another said or felt something ("said that X denied it").

    Of "said X was angry" too, but not of "was angry and would appeal".
    """
    head = head_of(doc, outer.content)
    if head is None or head.i in inner.cue:
        return head is not None
    felt = head.lemma_ == "be" and any(c.dep_ == "acomp" and c.i in inner.cue for c in head.children)
    return felt and all(c.dep_ != "conj" for c in head.children)


def _told_by(layers: Layers, index: int) -> int:
    """Return the attribution in which others tell what some agreed to or pledged, else the one given.

    "The envoy said Chad and Libya had agreed to meet": the envoy says so, neither of them promises it. Nor
    does Libya where Chad's ministry says so: all who make a promise must be the teller's own.
    """
    one = layers.attributions[index]
    if one.stance is not Stance.PROMISES or one.within is None:
        return index
    outer = layers.attributions[one.within]
    telling = keys(outer.sources)
    own = all(not telling.isdisjoint(keys((party,))) for party in one.sources)
    return one.within if outer.sources and outer.stance is Stance.SAYS and not own else index


def _is_condition(doc: Doc, layers: Layers, head: int, owned: Owned) -> bool:
    """Tell whether a deed only is the condition of a threat, promise or the like."""
    if owned.attribution is None or layers.attributions[owned.attribution].stance in PLAIN:
        return False
    verb = doc[head]
    while verb.dep_ == "xcomp" and verb.head.pos_ == "VERB":
        verb = verb.head  # "if Chad failed [to leave]"
    return verb.dep_ == "advcl" and (opens_condition(verb) or is_inverted(verb))


def finish(claim: Claim) -> Claim:
    """Return a claim with its final, content-addressed id."""
    content = to_json(claim)
    for key in ("id", "made_by", "within", "about", "probability"):
        content.pop(key)
    content["rules"] = list(claim.made_by.rules)
    return replace(claim, id=content_id("claim", content))


def _is_statement(doc: Doc, attribution: Attribution) -> bool:
    """Tell whether an attribution without an event is worth a claim: somebody said something."""
    if attribution.sources and all(party.id == UNNAMED.id for party in attribution.sources):
        return False
    if TURN in attribution.rules:
        return False  # not every sentence on the air is worth a claim
    if attribution.stance in _EVENTLESS:
        return True
    words = [i for i in attribution.content + attribution.subject if not doc[i].is_punct]
    if attribution.stance is not Stance.SAYS:
        return bool(words)
    if ends_asking(doc, attribution.content) or not _is_told(doc, attribution):
        return False
    return len(words) >= _SHORTEST or any(doc[i].like_num for i in words)


def _is_told(doc: Doc, attribution: Attribution) -> bool:
    """Tell whether more is said than that somebody reports a thing: "Nortix reported a loss" is none."""
    things = "cue:says.report" in attribution.rules
    return not things or is_speech(doc, attribution.content or attribution.subject)


def _is_willed(doc: Doc, happening: Happening, attribution: Attribution | None) -> bool:
    """Tell whether somebody says that a deed will be done: "[vowed] to punish them", "[will] punish them"."""
    cue = () if attribution is None else attribution.cue
    vowed = any(doc[i].lemma_ in _VOWING for i in cue)
    return vowed or any(c.lower_ in _WILL and c.dep_ == "aux" for c in doc[happening.head].children)


_VOWING = frozenset({"vow", "pledge", "swear", "promise"})
_WILL = frozenset({"will", "shall", "'ll"})


def _of_event(
    doc: Doc, layers: Layers, happening: Happening, grounding: Grounding, owned: Owned, made_by: MadeBy
) -> Draft:
    attribution = None if owned.attribution is None else layers.attributions[owned.attribution]
    stance = Stance.REPORTS if attribution is None else attribution.stance
    apart = None if attribution is None else stance_apart(doc, happening, attribution)
    if apart is not None:
        stance = apart
    elif not owned.main:
        stance = Stance.SAYS
    elif attribution is not None and stance is Stance.SAYS and is_demanded_apart(doc, happening, attribution):
        stance = Stance.DEMANDS
    finite = has_tense(doc[happening.head]) or is_definite(doc[happening.head])
    past = _is_over(layers, grounding)
    status, negated = told_status(
        stance,
        happening.status,
        happening.negated,
        finite=finite,
        past=past,
        presupposed=happening.presupposed,
        willed=_is_willed(doc, happening, attribution),
    )
    of_cue = attribution is not None and happening.head in attribution.cue
    event = ToldEvent(
        type=happening.type,
        mode=happening.mode,
        context=happening.context,
        cameo=happening.cameo,
        trigger=_trigger(doc, happening),
        actors=happening.actors,
        recipients=happening.recipients,
        against=happening.against,
        items=happening.items,
        place=None if of_cue else grounding.place,  # where and when it was said, not done
        when=None if of_cue else grounding.when,
        figures=grounding.figures,
        status=status,
        negated=negated,
        background=happening.background,
        repeated=happening.repeated,
    )
    return _draft(doc, layers, owned.attribution, stance, event, happening.head, happening.rules, made_by)


def _is_over(layers: Layers, grounding: Grounding) -> bool:
    """Tell whether the time a deed is told for ended before publication: "the murder in 2016"."""
    published = layers.article.published
    if grounding.when is None or grounding.when.end is None or published is None:
        return False
    return grounding.when.end < published


def _trigger(doc: Doc, happening: Happening) -> Span:
    """Return the trigger's words, the whole stretch when no more than a word or two stands between."""
    pieces = spans_of(doc, happening.trigger)
    if len(pieces) > 1 and happening.trigger[-1] - happening.trigger[0] > len(happening.trigger) + 1:
        return span_of(doc, happening.head, happening.head + 1)
    return span_of(doc, happening.trigger[0], happening.trigger[-1] + 1)


def _of_statement(doc: Doc, layers: Layers, index: int, made_by: MadeBy) -> Draft:
    attribution = layers.attributions[index]
    return _draft(doc, layers, index, attribution.stance, None, attribution.cue[0], (), made_by)


def _draft(
    doc: Doc,
    layers: Layers,
    index: int | None,
    stance: Stance,
    event: ToldEvent | None,
    at: int,
    rules: tuple[str, ...],
    made_by: MadeBy,
) -> Draft:
    article = layers.article
    one = None if index is None else layers.attributions[index]
    cue = None if one is None else span_of(doc, one.cue[0], one.cue[-1] + 1)
    content = () if one is None else spans_of(doc, told_by(doc, one, layers.attributions))
    trigger = None if event is None else (event.trigger.start, event.trigger.end)
    via = () if one is None else _chain(layers, one)
    claim = Claim(
        id="",
        anchor=anchor_of(article.sha256, None if cue is None else (cue.start, cue.end), trigger),
        article=ArticleRef(
            id=article.id,
            sha256=article.sha256,
            title=article.title,
            outlet=article.outlet,
            url=article.url,
            published=article.published,
        ),
        stance=stance,
        sources=() if one is None else one.sources,
        via=via,
        cue=cue,
        content=content,
        said=None if one is None else one.said,
        event=event,
        speech_act=None if one is None or stance is not one.stance else addressed(one, event),
        evidence=_evidence(doc, one, at),
        made_by=replace(made_by, rules=tuple(sorted({*rules, *(() if one is None else one.rules)}))),
        basis=None if one is None else one.basis,
        attribution=None if one is None else _attribution_id(article.sha256, cue, content),
        jointly=one is not None and one.jointly,
    )
    return Draft(claim, index)


def _attribution_id(sha256: str, cue: Span | None, content: tuple[Span, ...]) -> str:
    where = None if cue is None else (cue.start, cue.end)
    return content_id("attribution", sha256, where, [(span.start, span.end) for span in content])


def _chain(layers: Layers, one: Attribution) -> tuple[Party, ...]:
    """Return who carried the words: its own carriers, then the sources of what it stands in."""
    via = list(one.via)
    outer = one
    while outer.within is not None:
        outer = layers.attributions[outer.within]
        passed_on = outer.sources if outer.stance in _PASSING_ON else ()
        via = [*outer.via, *passed_on, *via]
    own = {party.id for party in one.sources}
    # A thing that the text only describes carries nothing by itself: "according to a translation".
    known = [party for party in via if is_known(party) or not party.name.islower()]
    return tuple({party.id: party for party in known if party.id not in own}.values())


def _evidence(doc: Doc, one: Attribution | None, at: int) -> tuple[Span, ...]:
    """Return the sentences that carry the claim, in reading order."""
    tokens = {at} if one is None else {at, *one.cue, *one.content[:1], *one.content[-1:], *one.subject[:1]}
    sentences = sorted({(doc[i].sent.start, doc[i].sent.end) for i in tokens})
    return tuple(span_of(doc, start, end) for start, end in sentences)
