"""How a deed stands by the words of its own clause: done, under way, planned, possible, demanded, if."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.codebook import Effect, Modality
from onrecord.reading.events.clauses import is_imperative, is_infinitive
from onrecord.reading.events.lasting import (
    is_in_its_time,
    is_in_the_midst,
    is_kept_in_force,
    is_lasting_backing,
    is_lasting_state,
)
from onrecord.reading.events.nearing import (
    is_called_for_later,
    is_drafted,
    is_near,
    is_only_if,
    is_the_aim,
)
from onrecord.reading.events.presupposed import is_met_if_done, is_presupposed
from onrecord.reading.events.proposed import proposed
from onrecord.reading.events.shapes import (
    first_of,
    has_own_subject,
    has_subject,
    is_aim,
    is_amount,
    is_announced_for,
    is_asked_first,
    is_awaited,
    is_beside,
    is_conditioned,
    is_denied,
    is_done_without,
    is_duty,
    is_enacted,
    is_going_on,
    is_heard_of_none,
    is_held,
    is_kept_there,
    is_made_to,
    is_naming,
    is_none,
    is_occurring,
    is_of_any,
    is_of_none,
    is_of_others,
    is_only_with,
    is_passed_over,
    is_past,
    is_present,
    is_singled_out,
    is_still_done,
    is_still_there,
    is_supposed,
    is_talked_about,
    is_told_before,
    is_under_if,
    is_way_of,
    is_what_would,
    is_wished,
    is_yet_to_come,
)
from onrecord.reading.negation import is_denied_too
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

_REACH = 6
"""Governors looked at above a deed."""

_CLAUSE_PREPOSITIONS = ("of", "for", "to", "from", "about", "against", "on", "at", "with", "in")
_NOTHING = Effect()
_COME_TO = frozenset({"protest", "demonstrate", "rally", "mourn", "celebrate"})
"""What people who came to do it did."""
_HOPES = ("hope", "wish", "dream", "long", "await", "pray")
"""Words by which what others do is only hoped for."""
_OWN_WISHES = ("want", "prefer")
"""Verbs that demand of others, but only plan for their own subject."""


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
    presupposed = drafted or (status in _BEEN and is_presupposed(head, modality))
    return Telling(
        status=status,
        negated=negated and not presupposed,
        background=any(effect.background for effect in effects),
        repeated=any(effect.repeated for effect in effects),
        presupposed=presupposed,
        raised=tuple(token.i for effect, token in found if token is not None and not effect.own),
        own=own[0] if own else None,
    )


Found = tuple[Effect, Token | None]


def _is_only_begun(light: Token | None, modality: Modality) -> bool:
    """Tell whether a deed goes on only by its verb: "has not [resumed] talks" tells of none."""
    return light is not None and modality.light_effects.get(light.lemma_, _NOTHING).status is Status.ONGOING


def _effects(head: Token, light: Token | None, modality: Modality) -> Iterator[Found]:
    if head.pos_ in ("NOUN", "PROPN"):
        yield from _around_noun(head, modality)
        if light is not None and is_beside(light):
            return
        if is_announced_for(head, light):
            yield Effect(Status.PLANNED), None
        if is_in_its_time(head) or is_in_the_midst(head) or is_lasting_backing(head, modality):
            yield Effect(Status.ONGOING), None
        yield from ((effect, None) for effect in proposed(head, modality))
        if light is not None and not is_told_before(head, light):
            if light.lemma_ in modality.light_effects and not _is_answered_request(head, light, modality):
                yield modality.light_effects[light.lemma_], light
            yield from _at_verb(light, modality)
            if light.lemma_ == "be" and is_present(light):
                yield Effect(Status.ONGOING), None  # "has been on a visit since Friday"
            if light.dep_ not in ("acl", "relcl"):
                yield from _above(light, modality)
            elif first_of(head).dep_ == "nsubj" and is_going_on(first_of(head).head, modality):
                yield Effect(Status.ONGOING), None  # "sanctions imposed in May remain in force"
            elif is_infinitive(light):
                yield from ((effect, None) for effect, _ in _above(light, modality))
        else:
            yield from _governor_of_noun(head, modality)
        if head.dep_ in ("xcomp", "ccomp") and head.lower_.endswith("ing"):
            yield from _above(head, modality)  # a verb that is taken for a noun: "considered [bombing] it"
        yield from _of_sign(head, modality)
        yield from _to_be_ended(head, modality)
        return
    yield from _at_verb(head, modality)
    yield from _above(head, modality)


def _is_answered_request(noun: Token, light: Token, modality: Modality) -> bool:
    """Tell whether a request is only weighed or granted, and so has been made: "agreed to a [request]"."""
    asked = modality.verbs.get(noun.lemma_, _NOTHING).status is Status.DEMANDED
    return asked and light.lemma_ in ("agree", "consider")


def _around_noun(noun: Token, modality: Modality) -> Iterator[Found]:
    for child in noun.children:
        if child.dep_ in ("amod", "compound", "advmod", "nmod"):
            effect = modality.modifiers.get(child.lower_) or modality.modifiers.get(child.lemma_)
            if effect:
                yield effect, None
        elif child.dep_ == "det" and child.lower_ == "no":
            yield Effect(negated=True), None
    if is_heard_of_none(noun, modality):
        yield Effect(negated=True), None
    if is_near(noun):
        yield Effect(Status.POSSIBLE), None
    if is_drafted(noun) or is_called_for_later(noun):
        yield Effect(Status.PLANNED), None
    if is_under_if(noun) or is_met_if_done(noun, modality):
        yield Effect(Status.CONDITIONAL), None


def _governor_of_noun(noun: Token, modality: Modality) -> Iterator[Found]:
    """ "halted the delivery", "a threat of invasion", "called for talks": what governs the event noun."""
    first = first_of(noun)
    if first.dep_ == "pobj" and first.head.lower_ == "of" and first.head.head.lemma_ == "use":
        first = first.head.head  # "did not exclude the [use] of force"
    governor = first.head
    if first.dep_ in ("nsubj", "nsubjpass"):
        yield from _coming_about(governor, modality)
        if is_going_on(governor, modality):
            yield Effect(Status.ONGOING), None
        if is_asked_first(noun):
            yield Effect(Status.DEMANDED), None
        if is_supposed(first, governor) and not is_held(governor, modality):
            yield Effect(Status.POSSIBLE), None
    if first.dep_ in ("attr", "nsubj") and any(c.dep_ == "expl" for c in _hung_on(governor)):
        yield from _there_is(governor, modality)
        if is_only_if(governor):
            yield Effect(Status.CONDITIONAL), None
        if is_still_there(noun, governor):
            yield Effect(Status.ONGOING), None
    if first.dep_ in ("dobj", "nsubjpass"):
        yield from _not_wanted(governor, modality)
    if first.dep_ == "dobj" and governor.lemma_ in _BRINGING:
        yield from _to_come(governor, modality)
    if first.dep_ == "pobj" and governor.lower_ == "against" and governor.head.lemma_ in _TAKING_SIDES:
        yield Effect(Status.POSSIBLE), None  # "voted against sanctions"
    if first.dep_ == "dobj" and any(c.dep_ == "prt" for c in governor.children):
        if governor.lemma_ == "rule":
            yield Effect(Status.POSSIBLE), None  # "ruled out an attack"
        return  # "pushed back the launch" is no push for one
    if governor.lemma_ == "call" and first.dep_ in ("dobj", "nsubjpass"):
        yield from _modals(governor, modality)  # "a meeting will be called": nobody calls for one
        return
    if first.dep_ == "pobj" and governor.lower_ == "in" and is_amount(governor.head):
        first, governor = governor.head, governor.head.head  # "needs [billions in aid]"
    if first.dep_ == "pobj" and governor.dep_ == "prep":
        preposition, governor = governor, governor.head
        if preposition.lower_ == "to" and governor.lemma_ == "return":
            yield from _there_is(governor, modality)  # "hopes that they will return to talks"
        if preposition.lower_ == "without":
            yield Effect(Status.CONDITIONAL) if is_only_with(governor) else Effect(negated=True), None
        verb = governor.pos_ in ("VERB", "AUX")
        aimed = governor.lemma_ == "aim" and preposition.lower_ == "at"
        if preposition.lower_ == "of" and governor.lemma_ in modality.signs and is_denied(governor):
            yield Effect(negated=True), None
        guessed = governor.pos_ == "NOUN" and governor.lemma_ in _GUESSES
        if preposition.lower_ == "for" and governor.lemma_ == "look":
            yield Effect(Status.POSSIBLE), None  # "were looking for a fight"
        if not (aimed or guessed) and preposition.lower_ not in (
            ("for", "on", "from") if verb else ("of", "for")
        ):
            return
    elif first.dep_ not in ("dobj", "nsubjpass", "compound"):
        return
    if first.dep_ == "nsubjpass" and governor.lemma_ in _AIMING:
        return  # "the raid was aimed at a camp" took place
    effect = modality.verbs.get(governor.lemma_, _NOTHING)
    if is_naming(governor) or (governor.pos_ == "NOUN" and governor.lemma_ in _ONLY_VERBS):
        return  # "a set of sanctions"
    if effect.own or (effect.status is Status.HAPPENED and not effect.negated):
        return
    if effect is not _NOTHING:
        yield effect, governor
        if governor.pos_ == "VERB":
            yield from _above(governor, modality)


_GUESSES = ("speculation", "rumor", "rumour")
"""Nouns of what is only guessed, whatever the preposition."""
_AIMING = ("aim", "mean", "intend", "design")
_ONLY_VERBS = ("set", "favor", "favour")
"""Words whose effect on a deed their noun has not."""


_BRINGING = frozenset({"face", "trigger", "provoke", "spark", "cause", "invite", "ignite", "prompt"})
"""Verbs whose object comes about if the verb does: "would face sanctions"."""


def _to_come(verb: Token, modality: Modality) -> Iterator[Found]:
    """What of a verb's telling is yet to come."""
    told = (effect for effect, _ in (*_at_verb(verb, modality), *_above(verb, modality)))
    yield from ((Effect(effect.status), None) for effect in told if effect.status not in _BEEN)


def _not_wanted(verb: Token, modality: Modality) -> Iterator[Found]:
    """What preventing, cancelling or opposing a deed does to it."""
    with_particle = {f"{verb.lemma_} {c.lower_}" for c in verb.children if c.dep_ == "prt"}
    off = not with_particle.isdisjoint({"call off", "give up"})
    if verb.lemma_ in modality.averting:
        yield Effect(Status.HAPPENED, negated=True), None
    elif verb.lemma_ in modality.cancelling or off:
        yield Effect(Status.PLANNED, negated=True), None
        yield from _above(verb, modality)
    elif verb.lemma_ in modality.opposing:
        yield Effect(Status.POSSIBLE), None


_WARNING = frozenset({"warn", "advise", "caution", "counsel"})
"""Verbs whose "against" asks that something be left."""
_TAKING_SIDES = frozenset({"vote", "be", "argue", "campaign", "lobby", "decide", "advise", "speak", "warn"})
"""Verbs after which "against" tells what is not wanted."""


def _to_be_ended(noun: Token, modality: Modality) -> Iterator[Found]:
    """What it does to a deed that its end is asked for, planned or possible: "called for an end to [raids]".

    Whose end came has been: "halted its [strikes]".
    """
    first = first_of(noun)
    governor = first.head
    found: list[Found] = []
    words = modality.halting if first.dep_ == "nsubj" else modality.ending
    ends = governor.head
    if first.dep_ in ("dobj", "nsubj", "nsubjpass") and governor.pos_ == "VERB" and governor.lemma_ in words:
        found = [*_at_verb(governor, modality), *_above(governor, modality)]
    named = ends.pos_ == "NOUN" and ends.lemma_ in modality.ending | modality.halting
    if named and first.dep_ == "pobj" and governor.lower_ in ("to", "of", "in"):
        found = list(_governor_of_noun(ends, modality))
    to_come = [effect.status for effect, _ in found if effect.status not in _BEEN]
    yield from ((Effect(status), None) for status in to_come)
    if to_come:
        yield Effect(negated=True), None


_BEEN = (None, Status.HAPPENED, Status.ONGOING)


def _coming_about(verb: Token, modality: Modality) -> Iterator[Found]:
    """What a verb of coming about does to its subject: "talks will begin", "a truce is to take effect"."""
    while not is_occurring(verb, modality):
        predicate = next((c for c in verb.children if c.dep_ in ("acomp", "xcomp")), None)
        if predicate is not None and predicate.pos_ == "ADJ" and verb.lemma_ == "be":
            due = modality.verbs.get(predicate.lemma_, _NOTHING)
            if due.status is Status.PLANNED or due.status is Status.POSSIBLE:
                yield due, None
        if predicate is None:
            return
        verb = predicate
    for effect, _ in (*_at_verb(verb, modality), *_above(verb, modality)):
        yield effect, None


def _hung_on(verb: Token) -> Iterator[Token]:
    """Give what hangs on a verb, and on the one it completes: "[there] is going to be"."""
    yield from verb.children
    if verb.dep_ == "xcomp":
        yield from verb.head.children


def _there_is(verb: Token, modality: Modality) -> Iterator[Found]:
    """What telling that there is a thing does to it: "there will be talks", "is going to be no raid"."""
    for effect, _ in (*_at_verb(verb, modality), *_above(verb, modality)):
        yield effect, None


def _at_verb(verb: Token, modality: Modality) -> Iterator[Found]:
    """Effects of auxiliaries, adverbs, negation, tense and the word that opens the clause."""
    host = verb
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if not auxiliaries and verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        shares = not any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)
        if shares and verb.tag_ == verb.head.tag_:
            host = verb.head
            auxiliaries = [c for c in host.children if c.dep_ in ("aux", "auxpass")]
    yield from _modals(host, modality)
    if is_conditioned(verb) or is_awaited(verb, modality) or is_of_any(verb):
        yield Effect(Status.CONDITIONAL), None
    for child in verb.children:
        if child.dep_ in ("neg", "advmod"):
            effect = modality.adverbs.get(child.lower_)
            if effect:
                yield effect, None
            elif child.lower_ == "longer" and any(c.lower_ == "no" for c in child.children):
                yield Effect(negated=True), None
        elif child.dep_ in ("nsubj", "nsubjpass", "dobj") and is_none(child):
            yield Effect(negated=True), None
        elif child.dep_ == "mark" and child.lower_ in modality.markers:
            yield modality.markers[child.lower_], None
    if is_denied_too(verb):
        yield Effect(negated=True), None
    if (
        is_kept_in_force(verb)
        or is_kept_there(verb, modality)
        or is_still_done(verb)
        or is_lasting_state(verb, modality)
    ):
        yield Effect(Status.ONGOING), None
    if is_done_without(verb) or is_passed_over(verb):
        yield Effect(Status.HAPPENED, negated=True), None
    if is_infinitive(verb) and (verb.dep_ == "ROOT" or (verb.dep_ == "xcomp" and verb.head.lemma_ == "be")):
        yield Effect(Status.PLANNED), None  # "is to visit", and in headlines "minister to visit"
    if is_infinitive(verb) and verb.dep_ == "ccomp" and verb.i < verb.head.i:
        yield Effect(Status.PLANNED), None  # a purpose before who speaks: "a fight [to take] it, he said"
    if is_wished(verb, modality):
        yield Effect(Status.DEMANDED), None
    if verb.tag_ == "VBG" and verb.dep_ in ("csubj", "nsubj") and is_aim(verb.head, modality):
        yield Effect(Status.PLANNED, negated=any(c.dep_ == "neg" for c in verb.head.children)), None
    if is_the_aim(verb, modality):
        yield Effect(Status.PLANNED), None
    if is_near(verb):
        yield Effect(Status.POSSIBLE), None
    if verb.tag_ == "VBG" and is_what_would(verb):
        yield Effect(Status.POSSIBLE), None
    if is_imperative(verb):
        yield Effect(Status.DEMANDED), None
    if is_yet_to_come(verb):
        yield Effect(Status.PLANNED), None
    present = any(
        (a.lemma_ == "be" and a.tag_ in ("VBZ", "VBP")) or a.lower_ in ("'s", "'re") for a in auxiliaries
    )
    perfect = any(a.lower_ == "been" for a in auxiliaries)
    told = verb.dep_ == "ccomp" and verb.head.tag_ == "VBD"  # "said it was sending": it is
    past = told and any(a.lemma_ == "be" and a.tag_ == "VBD" for a in auxiliaries)
    under_way = verb.tag_ == "VBG" or any(a.lower_ == "being" for a in auxiliaries)
    if under_way and (present or perfect or past):
        yield Effect(Status.ONGOING), None


def _above(verb: Token, modality: Modality) -> Iterator[Found]:
    """Effects of what governs the deed's clause, and of what governs that."""
    token = verb
    against = verb.dep_ == "pcomp" and verb.head.lower_ == "against"
    yield from _of_message(verb, modality)
    yield from _of_way(verb, modality)
    yield from _of_sign(verb, modality)
    if is_talked_about(verb) or against:
        yield Effect(Status.POSSIBLE, negated=against and verb.head.head.lemma_ in _WARNING), None
    for _ in range(_REACH):
        governor = _governor(token)
        if governor is None:
            return
        effect = _effect_of(governor, token, modality)
        if is_infinitive(token) and any(c.lower_ == "yet" and c.dep_ == "advmod" for c in governor.children):
            yield Effect(Status.HAPPENED, negated=True), None  # "has yet to leave"
        foiled = token.dep_ == "advcl" and is_infinitive(token) and governor.lemma_ in modality.averting
        if token.dep_ == "dobj" or foiled:
            yield from _not_wanted(governor, modality)
        if governor.lemma_ == "be" and token.dep_ == "ccomp":
            yield from _of_what_may_be(governor, token, modality)
        if is_of_none(token, governor, effect, modality):
            yield Effect(negated=True), None
        if effect is not None and has_own_subject(token) and not _reaches_clause(effect, token, governor):
            return
        if effect is None:
            purpose = token.dep_ in ("advcl", "relcl", "acl") and is_infinitive(token)
            if purpose and is_singled_out(governor, modality):
                yield from _of_singled_out(governor, modality)
                return
            came = purpose or (token.dep_ == "xcomp" and is_infinitive(token))
            if came and token.lemma_ in _COME_TO and governor.tag_ == "VBD":
                return  # "thousands braved the rain to protest": so they did
            if purpose and not is_enacted(governor, modality):
                yield Effect(Status.PLANNED), None  # a purpose is not yet a deed
            if (
                not purpose
                and not is_made_to(token, governor)
                and token.dep_ not in ("xcomp", "conj", "acomp", "dobj")
            ):
                return
        else:
            yield effect, governor
        if governor.pos_ in ("VERB", "AUX") and token.dep_ != "conj":
            yield from _at_governor(governor, modality)
        elif token.dep_ == "conj" and governor.tag_ == token.tag_ == "VB":
            yield from _modals(governor, modality)
        token = governor


def _of_message(deed: Token, modality: Modality) -> Iterator[Found]:
    """What becomes of the message that does a deed: "may [put forward] a resolution censuring it"."""
    message = deed.head
    if deed.tag_ != "VBG" or deed.dep_ != "acl" or message.lemma_ not in modality.messages:
        return
    verb = message.head
    if message.dep_ == "dobj" and verb.pos_ == "VERB":
        told = (modality.verbs.get(verb.lemma_, _NOTHING), *(e for e, _ in _at_verb(verb, modality)))
        above = (effect for effect, _ in _above(verb, modality))
        yield from ((effect, None) for effect in (*told, *above) if effect.status not in _BEEN)


def _of_way(deed: Token, modality: Modality) -> Iterator[Found]:
    """What is to come with the deed a participle fills in: "[will] punish them by bombing", "[would] go,
    leaving it"."""
    filled = is_way_of(deed)
    if filled is not None:
        told = (effect for effect, _ in _at_verb(filled, modality))
        yield from ((Effect(effect.status), None) for effect in told if effect.status not in _BEEN)


def _of_sign(deed: Token, modality: Modality) -> Iterator[Found]:
    """What is told of a deed by its signs: "there are still [reports] of fighting", "no sign of leaving"."""
    noun = deed.head.head
    if deed.dep_ not in ("pcomp", "pobj") or deed.head.lower_ != "of" or noun.lemma_ not in modality.signs:
        return
    if deed.dep_ == "pcomp" and is_denied(noun):
        yield Effect(negated=True), None
    still = any(c.lower_ == "still" for c in noun.head.children if c.dep_ == "advmod")
    if noun.dep_ == "attr" and still and is_present(noun.head):
        yield Effect(Status.ONGOING), None


def _effect_of(governor: Token, clause: Token, modality: Modality) -> Effect | None:
    """Effect of a governor on the clause below it; None for a word that has none."""
    if clause.dep_ == "conj" or is_naming(governor):
        return None
    if is_duty(clause, governor):
        ours = any(c.lower_ in ("i", "we") for c in governor.children)
        return Effect(Status.PLANNED if ours else Status.DEMANDED)
    if governor.lemma_ in _HOPES and has_subject(clause):
        return Effect(Status.POSSIBLE)
    if governor.lemma_ in _OWN_WISHES and not is_of_others(clause, governor, modality):
        return Effect(Status.PLANNED)
    return modality.verbs.get(governor.lemma_)


def _of_singled_out(doer: Token, modality: Modality) -> Iterator[Found]:
    """What the verb does of which the doer is told: "[will] be the first country to leave"."""
    while doer.dep_ in ("pobj", "prep"):
        doer = doer.head
    if doer.dep_ == "attr":
        yield from _at_governor(doer.head, modality)


def _of_what_may_be(verb: Token, clause: Token, modality: Modality) -> Iterator[Found]:
    """Effect of what a clause is said to be: "the likeliest [outcome] is that they take the town".

    So is what is asked for: "it is [important] that they leave".
    """
    for subject in (c for c in verb.children if c.dep_ == "nsubj" and c.pos_ == "NOUN"):
        effect = modality.verbs.get(subject.lemma_, _NOTHING)
        if effect.status is Status.POSSIBLE or effect.status is Status.PLANNED:
            yield effect, None
    for called in (c for c in verb.children if c.dep_ == "acomp"):
        effect = modality.verbs.get(called.lower_, _NOTHING)
        if effect.status not in _BEEN and not is_past(clause):
            yield effect, None


def _reaches_clause(effect: Effect, clause: Token, governor: Token) -> bool:
    """Tell whether a governor's effect holds for a clause with a subject of its own.

    "demanded that they withdraw" does; "told them that they withdrew" only tells.
    """
    if governor.lemma_ in (*_GUESSES, "speculate"):
        return True
    if effect.status in (Status.PLANNED, Status.POSSIBLE):
        return clause.tag_ in ("VB", "VBZ", "VBP") and not is_past(clause)
    finite = clause.tag_ != "VB" or any(c.tag_ == "MD" for c in clause.children)
    return effect.status is Status.DEMANDED and not finite


def _at_governor(governor: Token, modality: Modality) -> Iterator[Found]:
    """What a governor's own words pass on: negation and modals, not its tense."""
    unhesitating = governor.lemma_ in ("hesitate", "exclude")  # "would not hesitate to attack"
    for effect, token in _at_verb(governor, modality):
        if effect.status is not Status.ONGOING and not (unhesitating and effect.negated):
            yield effect, token


def _modals(verb: Token, modality: Modality) -> Iterator[Found]:
    """What modals do to a deed; what somebody "would sometimes" or "will usually" do has been done."""
    habit = any(
        modality.adverbs.get(c.lower_, _NOTHING).repeated for c in verb.children if c.dep_ == "advmod"
    )
    for child in verb.children:
        if child.dep_ not in ("aux", "auxpass") or child.tag_ != "MD":
            continue
        if child.lower_ in _WOULD and any(c.lower_ == "have" and c.dep_ == "aux" for c in verb.children):
            yield Effect(Status.CONDITIONAL), None  # "would have left", but did not
        elif child.lower_ in modality.auxiliaries and not (habit and child.lower_ in _HABIT):
            yield modality.auxiliaries[child.lower_], None


_WOULD = ("would", "'d", "’d")
_HABIT = ("will", "'ll", "would", "'d")


def _governor(token: Token) -> Token | None:
    """Return the verb, adjective or noun whose clause the token heads or belongs to."""
    head = token.head
    if head == token:
        return None
    if token.dep_ in ("xcomp", "ccomp", "conj", "acomp", "advcl", "acl", "relcl"):
        told_of = token.dep_ == "acl" and any(c.dep_ in ("nsubj", "nsubjpass") for c in token.children)
        if token.dep_ in ("acl", "relcl", "advcl") and not is_infinitive(token) and not told_of:
            return None  # but "fears [that they leave]"
        if token.dep_ == "conj" and any(c.dep_ in ("nsubj", "nsubjpass") for c in token.children):
            return None
        return head
    if token.dep_ == "pcomp" and head.dep_ == "prep":
        return head.head if head.lower_ in _CLAUSE_PREPOSITIONS else None
    if token.dep_ in ("dobj", "attr") and token.pos_ == "NOUN":
        return head
    return None
