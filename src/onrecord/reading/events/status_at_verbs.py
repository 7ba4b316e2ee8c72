"""What stands at and above a verb changes of how its deed stands: modals, adverbs, governors, aims."""

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.codebook import Effect, Modality
from onrecord.reading.events.hypothetical import is_conditioned, is_in_the_event, is_of_whoever, is_weighed
from onrecord.reading.events.lasting import is_kept_in_force, is_lasting_state
from onrecord.reading.events.nearing import (
    is_arranged,
    is_left_open,
    is_matter_of_time,
    is_near,
    is_on_day_to_come,
    is_open_to,
    is_over,
    is_the_aim,
)
from onrecord.reading.events.shapes import (
    has_own_subject,
    has_subject,
    is_aim,
    is_awaited,
    is_denied,
    is_done_now,
    is_done_without,
    is_duty,
    is_enacted,
    is_kept_there,
    is_made_to,
    is_naming,
    is_none,
    is_of_none,
    is_of_others,
    is_passed_over,
    is_past,
    is_present,
    is_singled_out,
    is_still_done,
    is_talked_about,
    is_to_nobody,
    is_undecided,
    is_way_of,
    is_wished,
    is_yet_to_come,
)
from onrecord.reading.events.verb_forms import WARNING, is_caused, is_imperative, is_passive
from onrecord.reading.infinitives import is_done, is_infinitive, is_joined_amiss
from onrecord.reading.negation import is_denied_too, is_or_not
from onrecord.records import Status

__all__ = [
    "BEEN",
    "GUESSES",
    "NO_EFFECT",
    "Found",
    "above_verb",
    "at_verb",
    "not_wanted",
    "of_modals",
    "of_sign",
]

_REACH = 6
"""Governors looked at above a deed."""

_CLAUSE_PREPOSITIONS = ("of", "for", "to", "from", "about", "against", "on", "at", "with", "in")

NO_EFFECT = Effect()
"""That of a word that changes nothing."""

_COME_TO = frozenset({"protest", "demonstrate", "rally", "mourn", "celebrate"})
"""What people who came to do it did."""

_HOPES = ("hope", "wish", "dream", "long", "await", "pray")
"""Words by which what others do is only hoped for."""

_OWN_WISHES = ("want", "prefer")
"""Verbs that demand of others, but only plan for their own subject."""

Found = tuple[Effect, Token | None]
"""What changes how a deed stands, and the verb, noun or adjective whose own deed is told by that."""

GUESSES = ("speculation", "rumor", "rumour")
"""Nouns of what is only guessed, whatever the preposition."""


def not_wanted(verb: Token, modality: Modality) -> Iterator[Found]:
    """What preventing, cancelling or opposing a deed does to it."""
    with_particle = {f"{verb.lemma_} {c.lower_}" for c in verb.children if c.dep_ == "prt"}
    off = not with_particle.isdisjoint({"call off", "give up"})
    if verb.lemma_ in modality.averting:
        yield Effect(Status.HAPPENED, negated=True), None
    elif verb.lemma_ in modality.cancelling or off:
        yield Effect(Status.PLANNED, negated=True), None
        yield from above_verb(verb, modality)
    elif verb.lemma_ in modality.opposing:
        yield Effect(Status.POSSIBLE), None


BEEN = (None, Status.HAPPENED, Status.ONGOING)
"""Statuses of what is not yet to come."""


def at_verb(verb: Token, modality: Modality) -> Iterator[Found]:
    """Effects of auxiliaries, adverbs, negation, tense and the word that opens the clause."""
    host = verb
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if not auxiliaries and verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        shares = not any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)
        if shares and verb.tag_ == verb.head.tag_:
            host = verb.head
            auxiliaries = [c for c in host.children if c.dep_ in ("aux", "auxpass")]
    yield from of_modals(host, modality)
    if is_on_day_to_come(verb):
        yield Effect(Status.PLANNED), None
    if is_conditioned(verb) or is_awaited(verb, modality) or is_of_whoever(verb) or is_in_the_event(verb):
        yield Effect(Status.CONDITIONAL), None
    for child in verb.children:
        if child.dep_ in ("neg", "advmod") and not is_or_not(child):
            effect = modality.adverbs.get(child.lower_)
            if effect:
                yield effect, None
            elif child.lower_ == "longer" and any(c.lower_ == "no" for c in child.children):
                yield Effect(negated=True), None
        elif _is_of_nobody(child):
            yield Effect(negated=True), None
    if is_left_open(verb):
        yield Effect(Status.POSSIBLE), None
    else:
        yield from ((modality.markers[m.lower_], None) for m in _marks(verb) if m.lower_ in modality.markers)
    if is_denied_too(verb):
        yield Effect(negated=True), None
    if (
        is_kept_in_force(verb)
        or is_kept_there(verb, modality)
        or is_still_done(verb)
        or is_done_now(verb)
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
    if is_near(verb) or is_open_to(verb) or is_matter_of_time(verb):
        yield Effect(Status.POSSIBLE), None
    if verb.tag_ == "VBG" and is_weighed(verb):
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
    perfect = perfect and not is_over(verb)
    under_way = verb.tag_ == "VBG" or any(a.lower_ == "being" for a in auxiliaries)
    if verb.tag_ == "VBG" and _is_joined_to_being(verb):
        yield Effect(Status.ONGOING), None
    if under_way and (present or perfect or past):
        arranged = present and not perfect and is_arranged(verb)  # "is holding talks [next month]"
        yield Effect(Status.PLANNED if arranged else Status.ONGOING), None


def _marks(verb: Token) -> Iterator[Token]:
    """Give what opens a verb's clause, or that of the verb it is joined to: "[whether] they fled or hid"."""
    yield from (c for c in verb.children if c.dep_ == "mark")
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not has_subject(verb):
        yield from _marks(verb.head)


def _is_joined_to_being(verb: Token) -> bool:
    """Tell whether "is" is told once, of where somebody is and what goes on: "is here and [meeting] her"."""
    being = verb.head
    copula = being.lemma_ == "be" and being.pos_ == "AUX" and is_present(being)
    return verb.dep_ == "conj" and copula and not any(c.dep_ in ("nsubj", "aux") for c in verb.children)


def above_verb(verb: Token, modality: Modality) -> Iterator[Found]:
    """Effects of what governs the deed's clause, and of what governs that."""
    token = verb
    against = verb.dep_ == "pcomp" and verb.head.lower_ == "against"
    yield from _of_message(verb, modality)
    yield from _of_way(verb, modality)
    yield from of_sign(verb, modality)
    warning = verb.head.head
    if against and warning.lemma_ in WARNING:
        yield Effect(Status.DEMANDED if is_passive(warning) else Status.POSSIBLE, negated=True), None
    elif is_talked_about(verb) or against:
        yield Effect(Status.POSSIBLE), None
    for _ in range(_REACH):
        if is_joined_amiss(token):
            token = token.head.head
        governor = _governor(token)
        if governor is None:
            return
        effect = _effect_of(governor, token, modality)
        if is_undecided(token, governor):
            yield Effect(Status.POSSIBLE), None
            return
        if is_infinitive(token) and any(c.lower_ == "yet" and c.dep_ == "advmod" for c in governor.children):
            yield Effect(Status.HAPPENED, negated=True), None  # "has yet to leave"
        foiled = token.dep_ == "advcl" and is_infinitive(token) and governor.lemma_ in modality.averting
        if token.dep_ == "dobj" or foiled:
            yield from not_wanted(governor, modality)
        if governor.lemma_ == "be" and token.dep_ == "ccomp":
            yield from _of_what_may_be(governor, token, modality)
        if is_of_none(token, governor, effect, modality):
            yield Effect(negated=True), None
        if effect is not None and has_own_subject(token) and not _reaches_clause(effect, token, governor):
            return
        if effect is None:
            purpose = token.dep_ in ("advcl", "relcl", "acl") and is_infinitive(token) and not is_done(token)
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
                and not (is_made_to(token, governor) or is_caused(token))
                and token.dep_ not in ("xcomp", "conj", "acomp", "dobj")
            ):
                return
        else:
            yield effect, governor
        if governor.pos_ in ("VERB", "AUX") and token.dep_ != "conj":
            yield from _at_governor(governor, modality)
        elif token.dep_ == "conj" and governor.tag_ == token.tag_ == "VB":
            yield from of_modals(governor, modality)
        token = governor


def _of_message(deed: Token, modality: Modality) -> Iterator[Found]:
    """What becomes of the message that does a deed: "may [put forward] a resolution censuring it"."""
    message = deed.head
    if deed.tag_ != "VBG" or deed.dep_ != "acl" or message.lemma_ not in modality.messages:
        return
    verb = message.head
    if message.dep_ == "dobj" and verb.pos_ == "VERB":
        told = (modality.verbs.get(verb.lemma_, NO_EFFECT), *(e for e, _ in at_verb(verb, modality)))
        above = (effect for effect, _ in above_verb(verb, modality))
        yield from ((effect, None) for effect in (*told, *above) if effect.status not in BEEN)


def _of_way(deed: Token, modality: Modality) -> Iterator[Found]:
    """What is to come with the deed a participle fills in: "[will] punish them by bombing", "[would] go,
    leaving it", "[considers] punishing them by bombing"."""
    filled = is_way_of(deed)
    if filled is not None:
        above = above_verb(filled, modality) if deed.dep_ == "pcomp" else ()
        told = (effect for effect, _ in (*at_verb(filled, modality), *above))
        yield from ((Effect(effect.status), None) for effect in told if effect.status not in BEEN)


def of_sign(deed: Token, modality: Modality) -> Iterator[Found]:
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
    if governor.lemma_ in WARNING and is_infinitive(clause):
        return Effect(Status.DEMANDED)  # "were warned not to speak"
    if governor.lemma_ in _HOPES and (has_subject(clause) or is_passive(clause)):
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
        effect = modality.verbs.get(subject.lemma_, NO_EFFECT)
        if effect.status is Status.POSSIBLE or effect.status is Status.PLANNED:
            yield effect, None
    for called in (c for c in verb.children if c.dep_ == "acomp"):
        effect = modality.verbs.get(called.lower_, NO_EFFECT)
        if effect.status not in BEEN and not is_past(clause):
            yield effect, None


def _reaches_clause(effect: Effect, clause: Token, governor: Token) -> bool:
    """Tell whether a governor's effect holds for a clause with a subject of its own.

    "demanded that they withdraw" does; "insisted that they [did] withdraw" only tells.
    """
    if governor.lemma_ in (*GUESSES, "speculate", "let"):
        return True
    if effect.status in (Status.PLANNED, Status.POSSIBLE):
        return is_infinitive(clause) or (clause.tag_ in ("VB", "VBZ", "VBP") and not is_past(clause))
    finite = clause.tag_ != "VB" or is_past(clause) or any(c.tag_ == "MD" for c in clause.children)
    return effect.status is Status.DEMANDED and not finite


def _at_governor(governor: Token, modality: Modality) -> Iterator[Found]:
    """What a governor's own words pass on: negation and modals, not its tense."""
    unhesitating = governor.lemma_ in ("hesitate", "exclude")  # "would not hesitate to attack"
    for effect, token in at_verb(governor, modality):
        if effect.status is not Status.ONGOING and not (unhesitating and effect.negated):
            yield effect, token


def _is_of_nobody(part: Token) -> bool:
    """Tell whether nobody does a deed, or it is done to nobody: "[no soldier] fired", "fired [on nobody]"."""
    if part.dep_ == "prep":
        return is_to_nobody(part)
    return part.dep_ in ("nsubj", "nsubjpass", "dobj") and is_none(part)


def of_modals(verb: Token, modality: Modality) -> Iterator[Found]:
    """What modals do to a deed; what somebody "would sometimes" or "will usually" do has been done."""
    habit = any(
        modality.adverbs.get(c.lower_, NO_EFFECT).repeated for c in verb.children if c.dep_ == "advmod"
    )
    for child in verb.children:
        if child.dep_ not in ("aux", "auxpass") or child.tag_ != "MD":
            continue
        if child.lower_ in _WOULD and any(c.lower_ == "have" and c.dep_ == "aux" for c in verb.children):
            yield Effect(Status.CONDITIONAL), None  # "would have left", but did not
        elif child.lower_ in modality.auxiliaries and not (habit and child.lower_ in _HABIT):
            yield modality.auxiliaries[child.lower_], None


_WOULD = ("would", "'d")

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
