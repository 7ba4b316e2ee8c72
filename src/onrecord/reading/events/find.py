"""Find the happenings of an article: who did what to whom, and how it stands."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from spacy.tokens import Doc, Token

from onrecord.codebook import Codebook, Modality
from onrecord.codebook.plover import WORDS
from onrecord.reading.events.arguments import Arguments
from onrecord.reading.events.exchange import given_in_return
from onrecord.reading.events.judged import FOUND, DeedJudge
from onrecord.reading.events.match import FrameIndex, Match, match_frames, match_kind
from onrecord.reading.events.no_deeds import is_shot_at_nobody, is_use_of_force
from onrecord.reading.events.status import Telling, read_telling
from onrecord.reading.events.told_enough import RELATIONS, is_bare_condition, is_told_enough
from onrecord.reading.events.tolls import (
    blasts_of_accidents,
    is_disaster,
    is_done_by_disaster,
    is_done_by_disease,
    is_harm_of_blast,
    is_toll_of_disaster,
    is_toll_of_protest,
    of_accident,
    tolls_of_attacks,
)
from onrecord.reading.events.verb_forms import is_habit
from onrecord.reading.grounding.clauses import is_inside_name, taken_up_by_when
from onrecord.reading.layers import Happening, Layers
from onrecord.reading.prose import asked_tokens, readable_tokens
from onrecord.records import EventType, Item, PartyKind

__all__ = ["find_happenings", "read_frames"]

_ENDS = frozenset({EventType.CONCEDE, EventType.RETREAT, EventType.SANCTION})
_HISTORY = 365
"""Days before publication after which a dated deed is told as background, unless it reaches up to now."""


def find_happenings(doc: Doc, layers: Layers, codebook: Codebook) -> tuple[Happening, ...]:
    """Return what the words of an article tell as happenings, in reading order.

    A cue of an attribution is no happening of its own: its act of speech goes with the claim, and only what
    it promises or asks for is told ("pledged four tanks to Norland"). Inserted text is not read, and what a
    sentence asks is not told.

    Args:
        doc: The parsed article.
        layers: Its mentions, attributions, dates and what the deed encoder found.
        codebook: Frames, items and words of status.
    """
    told = readable_tokens(doc, layers.article) - asked_tokens(doc)
    skip = frozenset(range(len(doc))) - told
    cues = frozenset(_cues(layers))
    arguments = Arguments(doc, layers.mentions, codebook)
    read = read_frames(doc, arguments, codebook, skip, cues)
    kept = tuple(_without_raised(read))
    of_the_day = tuple(pair for pair in kept if not _is_of_another_day(pair[0], doc, layers))
    accidents = blasts_of_accidents(of_the_day, arguments)
    kept = tuple(pair for pair in kept if not is_harm_of_blast(pair[0], accidents))
    attacks = tolls_of_attacks(pair for pair in of_the_day if not is_harm_of_blast(pair[0], accidents))
    found = tuple(
        _happening(match, telling, arguments, doc, layers, of_attack=match.head.i in attacks)
        for match, telling in kept
    )
    by_nobody = {
        match.head.i
        for match, _ in kept
        if is_done_by_disaster(match, kept, arguments) or is_done_by_disease(match, arguments)
    }
    found = tuple(of_accident(one) if one.head in by_nobody else one for one in found)
    if layers.finding is None:
        return found
    judge = DeedJudge(doc, layers.mentions, layers.finding, codebook.classes)
    doers = {match.head.i: _open_doer(match) for match, _ in kept}
    judged = (
        one
        if one.of_cue
        or match.head.i in accidents
        or is_toll_of_disaster(match, kept)
        or _tells_of_disease(match, arguments)
        or _is_blaze(match)
        else judge.judged(one, settled=_is_special(match), toll=_counts_as_harm(match))
        for (match, _), one in zip(kept, found, strict=True)
    )
    stand = [one for one in judged if one is not None]
    free = told - cues - {i for one in found for i in one.trigger}
    unknown = tuple(judge.unknown(free))
    named = {token.i for token, _ in unknown} | {one.head for one in stand}
    kinds = {token.i: kind for token, kind in unknown}
    for token, kind in sorted(unknown, key=lambda one: _only_lends(one[0], kinds, codebook.modality)):
        if is_habit(token) or _is_no_deed(token, codebook) or _is_told_by_force(token, named):
            continue
        match = match_kind(token, kind, arguments, _index(codebook), codebook)
        if match is None or is_bare_condition(match):
            continue
        doers[token.i] = _open_doer(match)
        told_so = _is_told_by(match, stand) or _is_measured_out(match, stand, codebook)
        told_so = told_so or any(_is_broken(match, other) for other, _ in kept)
        if not told_so and not is_toll_of_disaster(match, kept):
            one = _happening(match, _telling(match, codebook.modality), arguments, doc, layers)
            stand.append(replace(one, rules=(*one.rules, FOUND)))
    stand = [one if one.of_cue else judge.with_status(one) for one in stand]
    told_in_full = (
        one if one.head in by_nobody else judge.with_roles(one, doers.get(one.head)) for one in stand
    )
    return tuple(sorted(told_in_full, key=lambda one: one.head))


def _counts_as_harm(match: Match) -> bool:
    """Tell whether a deed tells who was harmed, which an attack may have done, as no protest has."""
    return match.frame.toll and not is_toll_of_protest(match)


def _open_doer(match: Match) -> Token | None:
    """Return the pronoun that does a deed and stands for nobody known: "accused [it] of arming them"."""
    subject = match.slots["subject"] if match.head.pos_ == "VERB" else ()
    personal = len(subject) == 1 and subject[0].tag_ == "PRP" and "subject" in match.frame.roles["actor"]
    return subject[0] if personal and not match.parties["actor"] else None


def _without_harm(one: Happening, doc: Doc) -> Happening:
    """Return an attack on oneself, or shots at nobody, as a deed without a type.

    "[Shot] himself", but not "blew himself up"; "[fired] into the air".
    """
    head = doc[one.head]
    itself = any(c.dep_ == "dobj" and c.lower_ in _SELVES for c in head.children)
    itself = itself and head.lemma_ not in _BLASTS
    nobody = one.mode in (None, "firearms") and is_shot_at_nobody(head)
    if one.type is not EventType.ASSAULT or not (itself or nobody):
        return one
    recipients = () if nobody else one.recipients
    return replace(one, type=None, mode=None, cameo=None, context=(), recipients=recipients)


_SELVES = frozenset({"himself", "herself", "themselves", "itself"})
_BLASTS = frozenset({"blow", "detonate", "explode"})


def _is_no_deed(verb: Token, codebook: Codebook) -> bool:
    """Tell whether a verb tells no deed with its particle: "the plane [took off]", "he [blacked out]".

    Some tell none whatever their object: "[put off] a journey", "[let] us [down]", "[linked] it to thieves".
    """
    suffers = any(c.dep_ in ("dobj", "nsubjpass") for c in verb.children)
    particles = {f"{verb.lemma_} {c.lower_}" for c in verb.children if c.dep_ == "prt"}
    behind = {f"{verb.lemma_} {c.lower_}" for c in verb.children if c.dep_ == "prep"}
    never = not particles.isdisjoint(codebook.classes.get("no_deed_to", ()))
    thought = not behind.isdisjoint(codebook.classes.get("no_deed_with", ()))
    return (
        never
        or thought
        or (not suffers and not (particles or behind).isdisjoint(codebook.classes.get("no_deed", ())))
    )


def _is_told_by_force(noun: Token, named: Container[int]) -> bool:
    """Tell whether a noun tells that force was used which is told itself: "the [use] of force"."""
    return is_use_of_force(noun) and any(t.lower_ == "force" and t.i in named for t in noun.subtree)


def _only_lends(verb: Token, kinds: Mapping[int, EventType | None], modality: Modality) -> bool:
    """Tell whether a verb only tells that a deed of another type was done: "[staged] the raid".

    Args:
        verb: The verb.
        kinds: The types of what was found to name a deed.
        modality: For light verbs.
    """
    kind = kinds.get(verb.i)
    done = (c.i for c in verb.children if c.dep_ == "dobj")
    return verb.lemma_ in modality.light and any(kinds.get(i, kind) is not kind for i in done)


def _is_special(match: Match) -> bool:
    """Tell whether a deed is told by more than a word and its doer, which settles the word's sense."""
    return len(match.trigger) > 1 or any(slot != "subject" for slot in match.frame.wanted)


def _tells_of_disease(match: Match, arguments: Arguments) -> bool:
    """Tell whether a disease is told to harm people, whatever the encoder sees: "the flu [killed] nine"."""
    of_health = match.frame.type is None and "health" in match.frame.context
    return of_health and any("disease" in arguments.classes(t) for t in match.slots["subject"])


def _is_blaze(match: Match) -> bool:
    """Tell whether a fire is told to do harm, whatever the encoder sees: "the flames [destroyed] houses"."""
    return is_disaster(match) and "subject" in match.frame.wanted and "blaze" in match.frame.wanted["subject"]


def _is_told_by(match: Match, others: Iterable[Happening]) -> bool:
    """Tell whether a word only tells a deed that another names: a light verb and its noun, or the noun's.

    So does what somebody is helped with, "rewarded it with [transfers] of technology", and that what was
    sent has come: "a shipment of rifles [arrived]".
    """
    told = ("dobj", "nsubj") if match.head.lemma_ == "arrive" else ("dobj",)
    beside = {child.i for child in match.head.children if child.dep_ in told}
    beside |= set() if _is_done_besides(match.head) else {match.head.head.i}
    above = match.head.head
    helped = above.head.i if match.head.dep_ == "pobj" and above.lower_ == "with" else None
    light = match.slots.light
    return any(
        one.head in beside
        or (light is not None and light.i in one.trigger)
        or (one.head == helped and one.type is match.frame.type is EventType.AID)
        for one in others
    )


def _is_done_besides(verb: Token) -> bool:
    """Tell whether a verb tells a deed of its own beside the one above it: "sank one and [seized] two"."""
    own = any(c.dep_ in ("dobj", "nsubjpass") for c in verb.children)
    return verb.pos_ == "VERB" and verb.dep_ in ("conj", "advcl") and own


def _is_measured_out(match: Match, others: Iterable[Happening], codebook: Codebook) -> bool:
    """Tell whether help only says what a sum is of which another deed is told: "blocked millions in [aid]".

    So it is where that deed withholds it, or has all its parties: "gave Norland millions in [aid]".
    """
    measure = _measure_of(match.head, codebook) if match.frame.type is EventType.AID else None
    if measure is None or measure.dep_ not in ("dobj", "nsubj", "nsubjpass"):
        return False
    parties = {party.id for found in match.parties.values() for party in found}
    return any(
        one.type in _WITHHOLDING
        or (one.type is EventType.AID and parties <= {p.id for p in (*one.actors, *one.recipients)})
        for one in others
        if measure.head.i in one.trigger
    )


_WITHHOLDING = frozenset({EventType.REJECT, EventType.SANCTION})


def _measure_of(noun: Token, codebook: Codebook) -> Token | None:
    """Return what measures a thing out: "[6 billion euros] in aid", "a [package] of aid"; None if nothing."""
    found = None
    while noun.dep_ == "pobj" and noun.head.lower_ in ("in", "of"):
        above = noun.head.head
        if above.pos_ == "VERB":  # the parse hangs "in aid" on what is done with the sum before it
            above = next((c for c in above.children if c.right_edge.i == noun.head.i - 1), above)
        counted = above.pos_ == "NUM" or any(c.dep_ == "nummod" for c in above.children)
        part = above.lemma_ == "package" or above.lemma_ in codebook.classes.get("parts", ())
        if above.pos_ not in ("NOUN", "NUM") or not (counted or (part and noun.head.lower_ == "of")):
            break
        found = noun = above
    return found


def read_frames(
    doc: Doc,
    arguments: Arguments,
    codebook: Codebook,
    skip: frozenset[int] = frozenset(),
    cues: frozenset[int] = frozenset(),
) -> tuple[tuple[Match, Telling], ...]:
    """Return every frame that fits with how its deed is told, in reading order.

    Unlike `find_happenings` this keeps "agreed" beside "send" in "agreed to send".
    """
    modality = codebook.modality
    return tuple(
        (match, _telling(match, modality))
        for match in match_frames(doc, arguments, _index(codebook), codebook, skip, cues)
    )


@lru_cache(maxsize=4)
def _index(codebook: Codebook) -> FrameIndex:
    return FrameIndex(codebook)


def _telling(match: Match, modality: Modality) -> Telling:
    telling = read_telling(match.head, match.slots.light, modality)
    raises = match.frame.cue and match.frame.type not in WORDS  # "agreed a deal" reaches it by saying so
    said = modality.verbs.get(match.head.lemma_) if raises else None
    return telling if said is None or said.status is None else replace(telling, status=said.status)


def _without_raised(read: Iterable[tuple[Match, Telling]]) -> Iterator[tuple[Match, Telling]]:
    """Leave out a deed that another's status already tells, and one whose refusal is the news.

    Of a light verb and its noun ("offered guarantees") the one whose frame asks for more stays.
    """
    pairs = tuple(read)
    at = {match.head.i: match for match, _ in pairs}
    owned = {match.head.i for match, telling in pairs if telling.own in at}
    raised = {
        i
        for match, telling in pairs
        if match.head.i not in owned
        for i in telling.raised
        if i not in at or _light_of(match) != i or _outweighs(match, at[i])
    }
    summoned = {i for i, match in at.items() if _is_summons(match)}
    raised -= summoned
    doubled = {
        i for match, _ in pairs if match.head.i not in raised for i in match.trigger if i != match.head.i
    }
    doubled |= {match.head.i for match, _ in pairs if _is_ready_for(match, at)}
    doubled |= {match.head.i for match, telling in pairs if not summoned.isdisjoint(telling.raised)}
    ended = [match for match, _ in pairs if match.frame.type in _ENDS]
    doubled |= {i for i, other in at.items() if any(_only_names(other, match) for match in ended)}
    for match, _ in pairs:
        light = match.slots.light
        helped = match.slots["helped"]
        doubled |= {i for i, other in at.items() if _tells_purpose(other, match, helped)}
        doubled |= {i for i, other in at.items() if _is_what_came(other, match) or _is_broken(other, match)}
        if light is not None and light.i in at and match.head.i not in at[light.i].trigger:
            doubled.add(light.i if _outweighs(match, at[light.i]) else match.head.i)
    for match, telling in pairs:
        told = is_told_enough(match) or _looks_into_deed(match, at)
        if match.head.i not in owned | raised | doubled and told:
            yield match, telling


def _looks_into_deed(match: Match, at: Mapping[int, Match]) -> bool:
    """Tell whether a party known looks into a deed told beside it: "opened an [inquiry] into the killing"."""
    parties = [party for found in match.parties.values() for party in found]
    known = any(party.kind is not PartyKind.UNKNOWN for party in parties)
    return match.frame.mode == "investigate" and known and any(t.i in at for t in match.slots["into"])


def _is_summons(match: Match) -> bool:
    """Tell whether an envoy is called in, whatever for: "[called in] the envoy to protest"."""
    return match.frame.type is EventType.ACCUSE and match.head.lemma_ == "call"


def _is_ready_for(match: Match, at: Mapping[int, Match]) -> bool:
    """Tell whether it only tells that somebody is ready for a deed told beside it: "[is ready] to talk"."""
    if match.frame.type is not EventType.AGREE or match.head.lemma_ not in ("be", "stand", "remain"):
        return False
    clauses = (c for i in match.trigger for c in match.head.doc[i].children if c.dep_ == "xcomp")
    return any(c.i in at and at[c.i].frame.type not in WORDS for c in clauses)


def _is_of_another_day(match: Match, doc: Doc, layers: Layers) -> bool:
    """Tell whether a toll was long before what is told around it: "after the 2000 [death] of his father"."""
    return match.frame.toll and match.head.pos_ == "NOUN" and _long_ago(match, doc, layers)


def _light_of(match: Match) -> int | None:
    return None if match.slots.light is None else match.slots.light.i


def _outweighs(noun: Match, verb: Match) -> bool:
    """Tell whether of a noun and its light verb the noun tells the deed: "agreed to a [truce]"."""
    mere_word = verb.frame.type in WORDS and noun.frame.type not in WORDS
    return noun.weight > verb.weight or mere_word or verb.frame.type is EventType.AGREE


def _tells_purpose(other: Match, match: Match, helped: tuple[Token, ...]) -> bool:
    """Tell whether another deed is only what this one is for: "sent troops [to help Norland]"."""
    same = other.frame.type is match.frame.type and other is not match
    return same and bool(set(helped) & set(other.slots["object"]))


def _is_what_came(other: Match, match: Match) -> bool:
    """Tell whether a noun names what only comes by another deed: "a [delivery] of grain reached Norland"."""
    same = other.frame.type is match.frame.type is EventType.AID and not other.parties["actor"]
    return same and other.head.pos_ == "NOUN" and other.head in match.slots["subject"]


def _is_broken(other: Match, match: Match) -> bool:
    """Tell whether a ceasefire is only what another deed breaks: "breaches of [the truce]"."""
    return (
        other.frame.mode == "ceasefire"
        and match.frame.cameo == _BROKEN
        and other.head in match.slots["object"]
    )


_BROKEN = "196"
"""CAMEO code of violating a ceasefire."""


def _only_names(other: Match, match: Match) -> bool:
    """Tell whether a noun only says what another deed ends or restricts: "lifted its ban on [imports]"."""
    doers = {party.id for party in other.parties["actor"]}
    others = doers - {party.id for party in match.parties["actor"]}
    if other.frame.type not in RELATIONS or other.head.pos_ != "NOUN" or others:
        return False
    named = match.slots["object"]
    for above in other.head.ancestors:
        if above in named:
            return True
        if above.pos_ == "VERB":
            break
    return other.head in named


def _happening(
    match: Match, telling: Telling, arguments: Arguments, doc: Doc, layers: Layers, *, of_attack: bool = False
) -> Happening:
    frame = match.frame
    told = Happening(
        trigger=match.trigger,
        head=match.head.i,
        type=EventType.ASSAULT if of_attack else frame.type,
        status=telling.status,
        negated=telling.negated,
        actors=match.parties["actor"],
        recipients=match.parties["recipient"],
        against=match.parties["against"],
        items=_items(match, arguments),
        mode=frame.mode,
        cameo=frame.cameo,
        context=frame.context,
        background=telling.background or _long_ago(match, doc, layers),
        repeated=telling.repeated,
        presupposed=telling.presupposed,
        of_cue=frame.cue,
        rules=(f"frame:{frame.id}", "rule:toll-of-attack") if of_attack else (f"frame:{frame.id}",),
    )
    return _without_harm(told, doc)


def _items(match: Match, arguments: Arguments) -> tuple[Item, ...]:
    items = arguments.items(match.fillers.get("item", ()))
    returned = arguments.items(given_in_return(match.head))
    kind = returned[0].kind if returned else None
    direction = "to_actor" if match.frame.gains else "to_recipient" if match.parties["recipient"] else None
    return tuple(Item(item.kind, item.span, direction, kind) for item in items)


def _long_ago(match: Match, doc: Doc, layers: Layers) -> bool:
    """Tell whether a date hung on the deed ended long before publication."""
    published = layers.article.published
    if published is None:
        return False
    told = taken_up_by_when(match.head, layers.dates)
    if told is not None and told.end is not None:
        return (published - told.end).days > _HISTORY
    for date in layers.dates:
        if (
            date.when is None
            or date.when.end is None
            or not _hangs_on(doc[date.start : date.end].root, match)
        ):
            continue
        if (published - date.when.end).days > _HISTORY:
            return True
    return False


def _hangs_on(token: Token, match: Match) -> bool:
    """Tell whether a time is below the deed with no other verb between them, and no part of a name."""
    places = {match.head.i}
    if match.slots.light is not None:
        places.add(match.slots.light.i)
    if is_inside_name(token, places):
        return False
    for above in token.ancestors:
        if above.i in places:
            return True
        if above.pos_ in ("VERB", "AUX"):
            return False
    return False


def _cues(layers: Layers) -> Iterator[int]:
    for attribution in layers.attributions:
        yield from attribution.cue
