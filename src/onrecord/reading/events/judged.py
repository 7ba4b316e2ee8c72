"""Deeds as the deed encoder sees them: those no frame knows, those a frame takes for what they are not."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Token

from onrecord.codebook.plover import WORDS
from onrecord.encoder.finding import ACTOR, KINDS, NO_DEED, OTHER, RECIPIENT, STATUSES, Finding
from onrecord.reading.events.clauses import (
    first_coordinated,
    is_broken_up,
    is_ones_own,
    numbers_harmed,
    opponents_before,
)
from onrecord.reading.events.elsewhere import is_told_it, stands_elsewhere, without_part
from onrecord.reading.events.free_relatives import called_object
from onrecord.reading.events.no_deeds import (
    is_attribute,
    is_mere_crash,
    is_natural_death,
    is_prefix,
    is_rehearsed,
    is_shot_at_nobody,
)
from onrecord.reading.events.no_parties import (
    is_matter_of_law,
    is_no_party,
    only_likens,
    peoples_of_two_names,
)
from onrecord.reading.events.not_doers import is_substitute, only_allows, only_brokers, only_knows
from onrecord.reading.events.shots import is_fired_into_sea
from onrecord.reading.events.ties import tie_between
from onrecord.reading.events.verb_forms import is_passive
from onrecord.reading.grounding.clauses import is_inside_name
from onrecord.reading.layers import Happening, Mention
from onrecord.reading.negation import NEGATIONS
from onrecord.reading.relative_pronouns import meant_noun
from onrecord.records import EventType, Party, PartyKind, Status

__all__ = ["FOUND", "DeedJudge"]

FOUND = "encoder:deed"
"""Name, among the rules of a claim, for a deed that no frame found."""

NONE, OTHER_KIND, NEW, ROLE, STATUS = 0.8, 0.8, 0.7, 0.6, 0.8
"""Least probability at which a frame's deed is none, is of another kind, a word is a deed, a party in it, and
at which the encoder's status counts and not the words'.

Source:
    Chosen on the passages kept for measuring (`onrecord evaluate deeds`; docs/evaluation.md).
"""

CERTAINLY_NONE = 0.99
"""Least probability at which a deed of force is none even where it is only wished or feared."""

SORT, SURELY_NONE, SURELY_OTHER, HARMED, IN_WORDS = 0.5, 0.95, 0.93, 0.9, 0.6
"""Least probability at which a deed no frame found is of one type, one told in everyday words is none, one
whose frame asks for much is yet of another type, those harmed are an attack's, an attack is one with words.

Source:
    Chosen on judged claims, as the weights of claims/probability.py.
"""

_EVERYDAY = frozenset({EventType.AID, EventType.COERCE})
"""Types whose words have everyday senses: "[hold] a service", "[get] the papers from a friend"."""

_MISTAKEN = (EventType.SANCTION, EventType.MOBILIZE)
"""Types whose words others share: "[cut] the road" ends no aid, "[send] troops" to the flooded is help."""

_OWN = (
    (EventType.SANCTION, "withdraw", EventType.RETREAT),
    (EventType.MOBILIZE, "police", EventType.AID),
    (EventType.COOPERATE, None, EventType.MOBILIZE),
)
"""What a deed is, and what it never is instead: "its [exit] from the union", "[station] 90 officers",
"they held [drills]"."""

_ARMS = frozenset({"ammunition", "missiles", "weapons", "drones", "air_defence"})
"""Items that no everyday sense of a word has: "[get] some rifles from Norland"."""

_DONE = (Status.HAPPENED, Status.ONGOING)

_SUBJECTS = ("nsubj", "nsubjpass")
_OPENING = ("nsubj", "nsubjpass", "mark", "prep", "aux", "advmod")
"""What a clause with a doer of its own, or of time or purpose, opens with."""
_SUFFERING = frozenset({"victim", "casualty", "survivor", "hostage", "detainee", "captive"})
"""Those to whom a deed is done, whatever the words say."""

_UNDONE = NEGATIONS | {"nowhere", "without"}
"""Words without one of which the encoder's word that a deed was not done does not count."""

_NAMING = ("NOUN", "VERB", "PROPN")


class DeedJudge:
    """The deed encoder's word on the deeds of one article.

    Args:
        doc: Parsed document.
        mentions: Its parties.
        finding: What its words name.
        words: Classes of words: "suffered", nouns whose owner is whom the deed is done to ("death"),
            "people", "acts_for", those who act for a state, and "losing_verb".
    """

    def __init__(
        self,
        doc: Doc,
        mentions: Sequence[Mention],
        finding: Finding,
        words: Mapping[str, Collection[str]] = MappingProxyType({}),
    ) -> None:
        self._words = words
        self._suffered = words.get("suffered", ())
        self._doc = doc
        self._mentions = mentions
        self._finding = finding
        self._peoples = peoples_of_two_names(doc, mentions)

    def judged(self, one: Happening, *, settled: bool = False, toll: bool = False) -> Happening | None:
        """Return a frame's deed with the kind the encoder is sure of, None where it is sure of no deed.

        Args:
            one: The deed.
            settled: True when its frame asks for so much that the sense of its words is settled, unless they
                are everyday words, a plural without a type, or the attack is one with words.
            toll: True when it only tells who was harmed, whatever by.
        """
        words = [self._word(i) for i in one.trigger]
        shares = self._finding.kinds[min(words, key=lambda word: self._finding.kinds[word, NO_DEED])]
        if one.type is EventType.ASSAULT and shares[KINDS.index(EventType.ACCUSE)] >= IN_WORDS:
            return None
        vague = _is_everyday(one) or (one.type is None and _is_any(self._doc[one.head]))
        if settled and vague and shares[NO_DEED] >= SURELY_NONE:
            return None
        if settled and one.type is EventType.COERCE and shares[NO_DEED] >= CERTAINLY_NONE:
            return None
        if not settled and shares[NO_DEED] >= NONE:
            return None
        kind = KINDS[int(shares[:NO_DEED].argmax())]
        harmed = toll and kind == EventType.ASSAULT and not one.negated
        sure = OTHER_KIND if not settled else HARMED if harmed else SURELY_OTHER
        if kind in (one.type or OTHER, *WORDS) or shares[:NO_DEED].max() < sure:
            return one
        if settled and not harmed and (kind == OTHER or one.type not in _MISTAKEN):
            return one
        if kind == EventType.ASSAULT and any(_is_no_force(self._doc[i]) for i in one.trigger):
            return one
        if (one.type, one.mode, kind) in _OWN:
            return one
        rules = (*one.rules, "encoder:kind")
        return replace(one, type=_type(kind), mode=None, cameo=None, context=(), rules=rules)

    def unknown(self, free: Collection[int]) -> Iterator[tuple[Token, EventType | None]]:
        """Give the words, of the tokens `free`, that name deeds not done with words, each with its type."""
        for i in sorted(free):
            token, word = self._doc[i], self._word(i)
            if is_prefix(token):
                continue
            shares = self._finding.kinds[word]
            kind = KINDS[int(shares[:NO_DEED].argmax())]
            if 1 - shares[NO_DEED] < NEW or (kind != OTHER and shares[:NO_DEED].max() < SORT):
                continue
            if kind in WORDS or self._finding.starts[word] != token.idx:
                continue
            if token.lemma_ in _SUFFERING - {"casualty"} or is_attribute(token):
                continue
            if token.pos_ in _NAMING and not is_inside_name(token, {i}):
                yield token, _type(kind)

    def with_status(self, one: Happening) -> Happening:
        """Return a deed with the status the encoder is sure of where its words tell it as plainly done.

        What words tell ("will", "called for", "if", "not") counts for more than the encoder's word.
        """
        if one.status is not Status.HAPPENED or one.negated:
            return one
        word = self._word(one.head)
        shares, negated = self._finding.statuses[word], float(self._finding.negated[word])
        if _UNDONE.isdisjoint(t.lower_ for t in self._doc[one.head].sent):
            negated = 0.0  # "confirmed that its jets bombed it but said that rebels died"
        status = STATUSES[int(shares.argmax())] if shares.max() >= STATUS else one.status
        if status is one.status and negated < STATUS:
            return one
        if one.presupposed and (status not in _DONE or negated >= STATUS):
            return one
        return replace(one, status=status, negated=negated >= STATUS, rules=(*one.rules, "encoder:status"))

    def with_roles(self, one: Happening, doer: Token | None = None) -> Happening:
        """Return a deed with the parties the encoder is sure of in the roles for which none were found.

        Args:
            one: The deed.
            doer: The pronoun that does it, though nobody knows whom it stands for.
        """
        if one.actors and one.recipients:
            return one
        head = self._doc[one.head]
        losing = head.lemma_ in self._words.get("losing_verb", ())
        sentence = head.sent
        near = [m for m in self._mentions if sentence.start <= m.start and m.end <= sentence.end]
        near = [m for m in near if m.head not in one.trigger and not self._passes(m.head, one)]
        near = [m for m in near if not _is_told_of(self._doc[m.head])]
        near = [m for m in near if not is_told_it(self._doc[m.head], m.party)]
        near = [m for m in near if not stands_elsewhere(self._doc[m.head], head)]
        near = [m for m in near if not self._only_describes(m)]
        near = [m for m in near if not (self._doc[m.head].tag_ == "PRP$" and is_broken_up(head))]
        near = [m for m in near if not only_brokers(self._doc[m.head], head)]
        near = [m for m in near if not is_substitute(self._doc[m.head], head)]
        near = [m for m in near if not only_allows(self._doc[m.head], head)]
        near = [m for m in near if not only_knows(self._doc[m.head], head)]
        near = [m for m in near if not _is_beside_those(self._doc[m.head], head)]
        near = [m for m in near if not only_likens(self._doc[m.head])]
        near = [m for m in near if not _is_saved_from(self._doc[m.head], head)]
        near = [m for m in near if not is_no_party(self._doc[m.head], m)]
        near = [m for m in near if not is_matter_of_law(self._doc[m.head], head)]
        if one.mode == "withdraw":
            near = [m for m in near if not _is_withdrawn_own(self._doc[m.head], head)]
        peoples = [m for m in near if (m.start, m.end) in self._peoples]
        near = [m for m in near if m not in peoples]
        if not near:
            return one
        apart = {c.i for c in head.children if c.dep_ == "nsubjpass" or (losing and c.dep_ == "nsubj")}
        apart |= without_part(head)
        apart |= _owning_up(head) if "cyber" in one.context else set()
        ties = [tie_between(head, self._doc[m.head]) for m in near]
        shares = self._finding.roles(self._word(one.head), [self._word(m.head) for m in near], ties)
        told = {party.id for party in (*one.actors, *one.recipients, *one.against)}
        undergoes = np.array([m.head in apart or self._doc[m.head].lemma_ in _SUFFERING for m in near])
        does = _pronoun_that_does(head) or doer
        undergoes |= np.array([self._doc[m.head].dep_ == "poss" and self._is_its_own(m, head) for m in near])
        undergoes |= np.array([does is not None and m.head != does.i for m in near])
        undergoes |= any(self._doc[m.head].head == head for m in peoples)
        people = self._people_who_do(head)
        undergoes |= np.array([people is not None and self._doc[m.head] not in people.subtree for m in near])
        actors = one.actors or _parties(near, np.where(undergoes, 0.0, shares[:, ACTOR]), told)
        told |= {party.id for party in actors}
        recipients = one.recipients
        if not recipients and not _is_done_to_a_number(head):
            own = np.array([_is_own_object(self._doc[m.head], head) for m in near])
            suffers = shares[:, RECIPIENT]
            settled = bool((own & (suffers >= ROLE)).any())
            recipients = _parties(near, np.where(own, suffers, 0.0) if settled else suffers, told)
        if head.lower_ == "missing":  # nobody does it
            return replace(one, actors=(), recipients=recipients or actors)
        return replace(one, actors=actors, recipients=recipients)

    def _people_who_do(self, deed: Token) -> Token | None:
        """Return the people who do a deed, though no party: "[youths] linked to the rebels killed nine".

        Or "Norland jailed [youths] who killed nine".
        """
        verb = deed
        # the parse takes "linked" for the main verb
        while verb.dep_ in ("conj", "advcl") and not any(c.dep_ in _OPENING for c in verb.lefts):
            if any(c.dep_ == "cc" for c in verb.head.children):
                return None
            verb = verb.head
        active = deed.tag_ == "VBD" and any(c.dep_ == "dobj" for c in deed.children)
        if deed.pos_ != "VERB" or (is_passive(deed) and not active):
            return None
        subjects = [_meant(c) for c in verb.children if c.dep_ == "nsubj"]
        subjects = [c for c in subjects if c.tag_ in ("NNS", "NNPS")]
        listed = self._words.get("people", ())
        people = (c for c in subjects if c.tag_ == "NNPS" or c.lemma_.lower() in listed)
        return next(people, None)

    def _is_its_own(self, mention: Mention, deed: Token) -> bool:
        """Tell whether a deed is its owner's to suffer: "[their] deaths"."""
        return self._doc[mention.head].head == deed and deed.lemma_ in self._suffered

    def _only_describes(self, mention: Mention) -> bool:
        """Tell whether a party only tells whose somebody is, or a state whence, who does not act for it.

        "[Norland's] allies", "a [Norlandic] teenager".
        """
        name = self._doc[mention.head]
        whose = name.head
        before = name.dep_ in ("amod", "compound", "nmod") and mention.party.kind is PartyKind.STATE
        if not before and name.dep_ != "poss":
            return False
        rebels = opponents_before(whose) if whose.pos_ == "NOUN" else ()
        if before and rebels and name not in rebels:
            return True
        if before and self._fishes(whose):
            return True
        people = whose.pos_ == "NOUN" and whose.lemma_ in self._words.get("people", ())
        return people and whose.lemma_ not in self._words.get("acts_for", ())

    def _fishes(self, boat: Token) -> bool:
        """Tell whether a boat only fishes, for no state: "a [Norlandic] fishing boat"."""
        before = boat.nbor(-1).lower_ if boat.i else ""
        boats = self._words.get("fishing_boats", ())
        return not {boat.lemma_.lower(), f"{before} {boat.lemma_.lower()}"}.isdisjoint(boats)

    def _passes(self, token: int, one: Happening) -> bool:
        """Tell whether a word stands in what passes from party to party: troops are sent, not sent to."""
        starts = [self._doc[token].idx, *(t.idx for t in _whose_remains(self._doc[token]))]
        return any(item.span.start <= start < item.span.end for item in one.items for start in starts)

    def _word(self, token: int) -> int:
        return self._finding.word_at(self._doc[token].idx)


def _whose_remains(name: Token) -> Iterator[Token]:
    """Give the remains that are those of whom a word names: "the [bodies] of three soldiers"."""
    first = first_coordinated(name)
    if first.dep_ == "pobj" and first.head.lower_ == "of" and first.head.head.lemma_ in _REMAINS:
        yield first.head.head


_REMAINS = frozenset({"body", "remain", "remains", "corpse", "coffin"})


def _is_no_force(deed: Token) -> bool:
    """Tell whether what looks like force is none: "[simulated] an attack", "[died] of heat".

    Nor is "[fired] what may be a missile", which tells a test.
    """
    supposed = deed.pos_ == "VERB" and any(called_object(deed))
    harmless = is_rehearsed(deed) or is_shot_at_nobody(deed) or is_fired_into_sea(deed)
    return supposed or harmless or is_mere_crash(deed) or is_natural_death(deed)


def _is_everyday(one: Happening) -> bool:
    """Tell whether everyday words tell a deed as done; of those feared or planned the encoder sees few."""
    everyday = one.type in _EVERYDAY and not any(item.kind in _ARMS for item in one.items)
    return (everyday or one.mode == "visit") and one.status in _DONE


def _is_any(noun: Token) -> bool:
    """Tell whether a plural names such things at large, and not some that were: "longer [heat waves]"."""
    return noun.tag_ == "NNS" and not any(c.dep_ in ("det", "poss", "nummod") for c in noun.children)


def _meant(subject: Token) -> Token:
    """Return whom "who" or "that" stands for, any other subject itself."""
    return (meant_noun(subject) or subject) if subject.tag_ in ("WP", "WDT") else subject


def _is_saved_from(party: Token, deed: Token) -> bool:
    """Tell whether somebody else is saved from a party: "rescued a tanker from [pirates]"."""
    return deed.lemma_ in _SAVING and party.dep_ == "pobj" and party.head.lower_ == "from"


_SAVING = frozenset({"rescue", "save", "evacuate", "protect", "shield", "liberate"})


def _is_beside_those(party: Token, deed: Token) -> bool:
    """Tell whether a party stands outside the clause of "those who" do or suffer a deed.

    "[Friends] of those who lost their lives".
    """
    clause = next((t for t in (deed, *deed.ancestors) if t.dep_ == "relcl"), None)
    return (
        clause is not None
        and clause.head.lower_ == "those"
        and any(c.lower_ == "who" and c.dep_ in _SUBJECTS for c in clause.children)
        and party not in clause.subtree
    )


def _is_own_object(party: Token, deed: Token) -> bool:
    """Tell whether a party stands in what a verb is done to: "left [38 people] dead"."""
    held = [c for c in deed.children if c.dep_ in ("dobj", "nsubjpass")] if deed.pos_ == "VERB" else []
    return any(above in held for above in (party, *party.ancestors))


def _is_withdrawn_own(party: Token, deed: Token) -> bool:
    """Tell whether somebody withdraws what is his own, to whom nothing is done: "recalled [its envoy]"."""
    return is_ones_own(party) and party.head == deed and party.dep_ in ("dobj", "nsubjpass")


def _is_done_to_a_number(deed: Token) -> bool:
    """Tell whether those a deed is done to are told by number alone: "trapped five, hurt [another 40]"."""
    told = any(c.dep_ in ("dobj", "nsubjpass") and c.pos_ == "NUM" for c in deed.children)
    return told or bool(numbers_harmed(deed))


def _owning_up(breach: Token) -> set[int]:
    """Return who tells of a breach and suffered it: "[the firm] has confirmed a security incident"."""
    verb = breach.head
    tells = breach.dep_ == "dobj" and verb.lemma_ in _TELLING
    return {c.i for c in verb.children if c.dep_ == "nsubj"} if tells else set()


_TELLING = frozenset(
    {"confirm", "disclose", "report", "reveal", "announce", "acknowledge", "discover", "detect"}
)


def _is_told_of(token: Token) -> bool:
    """Tell whether a noun only says what somebody is or becomes: "were taken [prisoner]"."""
    taken = token.head.lemma_ in ("take", "hold") and token.lemma_ in ("prisoner", "hostage", "captive")
    return token.dep_ in ("oprd", "attr") or (taken and not any(c.dep_ == "det" for c in token.children))


def _pronoun_that_does(deed: Token) -> Token | None:
    """Return the pronoun that does a deed, though nobody knows whom it stands for: "as [they] hit them"."""
    return next((c for c in deed.children if c.dep_ == "nsubj" and c.tag_ == "PRP"), None)


def _type(kind: str) -> EventType | None:
    return None if kind == OTHER else EventType(kind)


def _parties(
    mentions: Sequence[Mention], shares: NDArray[np.float32], told: Collection[str]
) -> tuple[Party, ...]:
    """Return the parties, each once, that are surely in a role and in no other yet.

    Args:
        mentions: Where they are named.
        shares: How probable the role is for each mention.
        told: Ids of parties that have a role.
    """
    sure = [m for m, share in zip(mentions, shares, strict=True) if share >= ROLE]
    sure = [m for m in sure if not any(_is_within(m, other) for other in sure)]
    return tuple({p.id: p for m in sure for p in m.parties if p.id not in told}.values())


def _is_within(inner: Mention, outer: Mention) -> bool:
    """Tell whether a party only stands in the words of another: "the mayor of [Odesa]"."""
    return inner.head != outer.head and outer.start <= inner.start and inner.end <= outer.end
