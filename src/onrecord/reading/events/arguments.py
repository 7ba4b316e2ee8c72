"""From the tokens that fill a place to the parties and items they stand for."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property

from spacy.tokens import Doc, Token

from onrecord.codebook import Codebook
from onrecord.codebook.wordclasses import word_classes
from onrecord.reading.events.clauses import (
    coordinated,
    numbers_harmed,
    opponents_before,
    preposition_objects,
)
from onrecord.reading.events.no_parties import (
    is_former,
    is_no_party,
    is_quarter,
    only_likens,
    peoples_of_two_names,
)
from onrecord.reading.events.noun_phrases import is_canvassing, loads_of
from onrecord.reading.events.spoken_of import country_of_speaker, forces_of_clause
from onrecord.reading.grounding.measures import measures
from onrecord.reading.layers import Mention, MentionForm, span_of
from onrecord.reading.relative_pronouns import meant_noun
from onrecord.records import Item, Party, PartyKind

__all__ = ["Arguments"]

_MODIFIERS = ("compound", "amod", "nmod")
_SIDES = ("pro", "anti", "ex", "non", "post", "pre")
_AIMED = frozenset({"on", "against", "with", "in", "over", "upon"})
"""What leads to whom a war is against."""

_HYPHENS = ("-", "‐", "‑")
_CURRENCIES = ("$", "€", "£", "¥")
"""Signs before a sum, whose last figure the parser takes for a noun: "$60m"."""
_HELP = frozenset({"aid", "assistance", "help", "relief", "support"})
"""What money may be as well: "$4 million in [aid]"."""
_PEOPLES = ("ese", "sh", "ch", "ss")
"""How demonyms end that name a people with "the": "the British"."""
_UNDERGOING = ("nsubj", "nsubjpass", "dobj")
_THINGS = (PartyKind.STATE, PartyKind.ORGANISATION)
_CARRIERS = frozenset({"vehicles", "ships", "civil_ships", "aircraft", "aid_carrier"})
_CLAUSES_AROUND = 6
"""Words above an open "it" among which its clause's surroundings are sought."""
_MAKE_PLURAL = re.compile(r"(?<=\d)s$")  # the parser leaves it on "F-16s"
_DEPTH = 3
"""How many "of" a quantity is seen through: "a total of dozens of tons of wheat"."""


_COUNTS = frozenset({"dozen", "score", "hundred", "thousand", "million", "handful", "couple"})
"""Words that count what their "of" holds."""
_SPELLS = frozenset({"hour", "day", "night", "week", "month", "year", "decade"})
"""What fighting is measured in: "weeks of [violence]"."""


class Arguments:
    """Answers what fillers stand for in one parsed article.

    A filler stands for the party mentioned at it; a head that acts for someone ("forces") for the
    party that modifies or owns it; a quantity ("dozens") for what it measures out.
    """

    def __init__(self, doc: Doc, mentions: Iterable[Mention], codebook: Codebook) -> None:
        self._doc = doc
        self._codebook = codebook
        self._words = defaultdict(frozenset, {n: frozenset(words) for n, words in codebook.classes.items()})
        self._at_head: dict[int, Mention] = {}
        self._around: dict[int, Mention] = {}
        for mention in sorted(mentions, key=lambda m: m.start - m.end):
            self._at_head[mention.head] = mention
            for i in range(mention.start, mention.end):
                self._around[i] = mention

    @cached_property
    def _peoples(self) -> frozenset[tuple[int, int]]:
        return peoples_of_two_names(self._doc, self._around.values())

    @cached_property
    def _acts_for(self) -> frozenset[str]:
        return self._words["acts_for"] | self._soldiers

    @cached_property
    def _soldiers(self) -> frozenset[str]:
        troops = self._codebook.items.get("troops")
        return frozenset(troops.words if troops else ())

    @cached_property
    def _parts(self) -> frozenset[str]:
        return frozenset(self._codebook.classes.get("parts", ())) | measures().holders

    def parties(self, fillers: Iterable[Token]) -> tuple[Party, ...]:
        """Return the parties that the fillers stand for, each once, in reading order."""
        found: dict[str, Party] = {}
        for token in fillers:
            for party in self._parties_at(token, _DEPTH):
                if not (self._is_open_pronoun(token, party) or self._is_anybodys(token, party)):
                    found.setdefault(party.id, party)
        return tuple(found.values())

    def owners(self, fillers: Iterable[Token], *, pronouns: bool = False) -> tuple[Party, ...]:
        """Return whose the things are that the fillers name: "[Norland's] airports", "goods from [Norland]".

        People are told for themselves, and what is "its" is mostly whoever acts.

        Args:
            fillers: Heads of the things.
            pronouns: Whether "its" counts, as when it is known to be another's.
        """
        told = (t for filler in fillers for t in self._measured_or_self(filler))
        things = [t for t in told if t.pos_ == "NOUN" and not {"people", "party"} & self.classes(t)]
        principals = [(t, thing) for thing in things for t in self._holders(thing)]
        owned = (t for t, thing in principals if not self._only_commands(t, thing))
        return self.parties(t for t in owned if pronouns or t.pos_ != "PRON")

    def _holders(self, thing: Token) -> list[Token]:
        """Return whose a thing is, by what is before it or a clause behind: "drones flown by [Norland]"."""
        near = (
            self._doers_of_harm(thing) if thing.lemma_ in self._words["suffered"] else self._principals(thing)
        )
        if near:
            return near
        clauses = [c for c in thing.children if c.dep_ in ("acl", "relcl")]
        held = (
            preposition_objects(c).get("by", ()) for c in clauses if c.lemma_ in self._words["holding_verb"]
        )
        owned = (preposition_objects(c).get("to", ()) for c in clauses if c.lemma_ == "belong")
        return [t for found in (*held, *owned) for t in found]

    def _doers_of_harm(self, harm: Token) -> list[Token]:
        """Return whose deed a harm is, not who suffers it: "[Norland's] killing of nine men"."""
        around = preposition_objects(harm)
        if "by" in around or "of" not in around:
            return list(around.get("by", ()))
        return [t for t in self._principals(harm) if t not in around["of"]]

    def _only_commands(self, owner: Token, thing: Token) -> bool:
        """Tell whether a person only leads what acts or arms it: "[Cole's] tanks" are not his own."""
        person = any(party.kind is PartyKind.PERSON for party in self._parties_at(owner, 0))
        return person and thing.lemma_.lower() in self._acts_for

    def classes(self, token: Token) -> frozenset[str]:
        """Return the word classes and item kinds of a filler, and of what sort its parties are."""
        found = {"anything", *self._word_classes(token), *self._classes_of_modifiers(token)}
        found.update(kind for kind in self._sort_before(token) if kind == "disaster")
        if token.lemma_.lower() in self._parts or token.pos_ == "NUM":
            measured = self._measured(token)
            things = measured and all(t.pos_ == "NOUN" and not self._parties_at(t, _DEPTH) for t in measured)
            if things and token.lemma_ in _COUNTS:
                found = {"anything"}  # "dozens" alone are people, "dozens of statues" are not
            for inner in measured:
                found.update((*self._word_classes(inner), *self._classes_of_modifiers(inner)))
        if token.lemma_ in _SPELLS and any(
            "attack_cause" in self._word_classes(t) for t in self._measured(token)
        ):
            found.add("attack_cause")
        harmed = token.dep_ in _UNDERGOING or token in numbers_harmed(token.head)
        if token.pos_ == "NUM" and harmed and token.ent_type_ in ("", "CARDINAL"):
            of = self._measured(token)
            if all(t.pos_ in ("PRON", "DET", "NUM") or "people" in self.classes(t) for t in of):
                found.add("people")  # "seven of them were freed"
        if is_canvassing(token):
            found.add("peaceful_campaign")
        parties = self._parties_at(token, _DEPTH)
        if parties:
            found.add("party")
            person = any(party.kind is PartyKind.PERSON for party in parties)
            soldiers = token.lemma_.lower() in self._soldiers
            state = any(party.kind is PartyKind.STATE for party in parties) and not soldiers
            found |= {"state"} if state else set()
            several = token.dep_ == "conj" or len(coordinated(token)) > 1 or len(parties) > 1
            found |= {"joined"} if several else set()
            outlet = any(p.sector == "MED" and p.kind is PartyKind.ORGANISATION for p in parties)
            found |= {"media"} if outlet else set()
            found |= {"armed_group"} if any(p.sector == "REB" for p in parties) else set()
        else:
            person = token.ent_type_ == "PERSON"
        if person:
            found |= {"people", "person"}
        return frozenset(found)

    def items(self, fillers: Iterable[Token]) -> tuple[Item, ...]:
        """Return the items that the fillers name, with the words that name them."""
        items: dict[tuple[str, int], Item] = {}
        for token in fillers:
            for named in self._loads(self._worth(self._measured_or_self(token))):
                kinds = [k for k in self._word_classes(named) if k in self._codebook.items]
                if kinds:
                    span = span_of(self._doc, self._phrase_start(named), named.i + 1)
                    items.setdefault((kinds[0], span.start), Item(kinds[0], span))
        return tuple(items.values())

    def _worth(self, things: Iterable[Token]) -> Iterator[Token]:
        """Give what a sum of money is told to stand for: "$4 million in [weaponry]", the rest as it is."""
        for thing in things:
            behind = self._doc[thing.i + 1 : thing.i + 2]
            within = behind and behind[0].lower_ == "in" and "money" in self._word_classes(thing)
            held = [c for c in behind[0].children if c.dep_ == "pobj"] if within else []
            yield from [t for t in held if t.lemma_ not in _HELP and self._is_item(t)] or (thing,)

    def _loads(self, things: Iterable[Token]) -> Iterator[Token]:
        """Give what lorries, ships and planes are told to carry, the rest as it is: "trucks of [rice]"."""
        for thing in things:
            carrier = not _CARRIERS.isdisjoint(self._word_classes(thing))
            loads = [t for t in loads_of(thing) if self._is_item(t)] if carrier else []
            yield from loads or (thing,)

    def _is_item(self, thing: Token) -> bool:
        return any(kind in self._codebook.items for kind in self._word_classes(thing))

    def _joint_states(self, mention: Mention) -> tuple[Party, ...]:
        """Return the states whose office holders are told together: "the presidents of [A and B]".

        Or "[the two countries'] presidents".
        """
        if mention.party.kind is not PartyKind.UNKNOWN or self._doc[mention.head].tag_ != "NNS":
            return ()
        for owner in (c for c in self._doc[mention.head].children if c.dep_ == "poss"):
            both = self._at_head[owner.i].parties if owner.i in self._at_head else ()
            if len(both) > 1 and all(party.kind is PartyKind.STATE for party in both):
                return both
        around = preposition_objects(self._doc[mention.head])
        of = around.get("of") or around.get("from", ())
        named = [self._at_head[t.i].party for t in of if t.i in self._at_head]
        joint = len(named) == len(of) > 1 and all(party.kind is PartyKind.STATE for party in named)
        return tuple(named) if joint else ()

    def _joined_before(self, token: Token, mention: Mention) -> tuple[Party, ...]:
        """Return the parties joined to the first word of a mention: "[Norland] and Sudmark forces"."""
        joined = [
            c
            for c in token.children
            if c.dep_ in _MODIFIERS and c.i < mention.start and self.names(c)
            if any(mention.start <= part.i < mention.end for part in coordinated(c))
        ]
        return tuple(p for c in joined for p in self._around[c.i].parties)

    def _is_open_pronoun(self, token: Token, party: Party) -> bool:
        """A pronoun nobody could resolve shows that someone acts, but names no party."""
        mention = self._around.get(token.i)
        pronoun = mention is not None and mention.form is MentionForm.PRONOUN
        return party.kind is PartyKind.UNKNOWN and pronoun and party.mention is None

    def is_anybody(self, token: Token) -> bool:
        """Tell whether a filler is people told only by how many they are: "twelve people", "the victims"."""
        numeral = token.pos_ == "NUM" and "people" in self.classes(token)
        return numeral or (token.pos_ == "NOUN" and token.lemma_.lower() in self._words["anybody"])

    def _is_anybodys(self, token: Token, party: Party) -> bool:
        told = party.country is not None or party.of is not None
        if party.kind is not PartyKind.UNKNOWN or told:
            return False
        return all(t.lemma_.lower() in self._words["anybody"] for t in self._measured_or_self(token))

    def _subject_around(self, pronoun: Token) -> tuple[Party, ...]:
        """Return the one state or body that is subject of the clause around an open "it"'s own clause.

        "The army", told without a state, is a body too: it is known by its noun.
        """
        for verb in list(pronoun.head.ancestors)[:_CLAUSES_AROUND]:
            for subject in (c for c in verb.children if c.dep_ == "nsubj"):
                mention = self._at_head.get(subject.i)
                if mention is None and subject.lemma_ in word_classes().group_nouns:
                    return ()  # "a faction freed two men [it] had held, the Red Cross said"
                if mention is None or mention.form is MentionForm.PRONOUN:
                    continue
                body = mention.party.kind in _THINGS or subject.lemma_.lower() in self._words["bodies"]
                one = len(mention.parties) == 1 and all(c.dep_ != "conj" for c in subject.children)
                if one and body:
                    span = span_of(self._doc, pronoun.i, pronoun.i + 1)
                    why = "subject of the clause around the pronoun"
                    return (replace(mention.party, span=span, mention=mention.party.span, inferred=why),)
        return ()

    def _is_one_citizen(self, mention: Mention) -> bool:
        """ "A Norlander" or "the Norlander" is a person of Norland, who does not act for it."""
        head = self._doc[mention.head]
        if mention.form is not MentionForm.DEMONYM or head.pos_ == "ADJ":
            return False
        singular = head.tag_ in ("NN", "NNP") and not head.lower_.endswith(_PEOPLES)
        alone = ("a", "an", "another", "one", *(("the",) if singular else ()))
        return mention.party.kind is PartyKind.STATE and any(c.lower_ in alone for c in head.children)

    def names(self, token: Token) -> bool:
        """Tell whether the token is part of a party's mention, and not of "pro-Norland" or the like."""
        if token.i not in self._around or only_likens(token):
            return False
        if (self._around[token.i].start, self._around[token.i].end) in self._peoples:
            return False
        return not (self._is_prefixed(token) or self._is_city(token) or self._is_told_it(token))

    def is_within_name(self, token: Token) -> bool:
        """Tell whether the token is a word of a longer name: "Front for the Liberation of Norland".

        Also where it says what a body is for: "the Committee to [Protect] Sailors".
        """
        mention = self._around.get(token.i)
        if mention is None or mention.end - mention.start == 1:
            return False
        named = mention.form is MentionForm.NAME and mention.start < token.i - 1
        purpose = named and token.text.istitle() and self._doc[token.i - 1].text == "to"
        return token.pos_ == "PROPN" or purpose

    def _is_city(self, token: Token) -> bool:
        """Before a noun a capital is where it happened ("the Oslo attack"), a state's own name who did it.

        So is any name in full before a noun that is told by its place: "the [Norland] terror attack".
        """
        mention = self._around[token.i]
        if self._is_misnamed_place(token, mention):
            return True
        if mention.form is MentionForm.DEMONYM:
            return self._is_home_of(token, mention)
        if token.dep_ != "compound" or mention.form is not MentionForm.NAME:
            return False
        written = self._doc[mention.start : mention.end].text
        if written.replace(".", "").isupper():
            return False
        noun = token.head
        terror = any(c.lower_ in ("terror", "terrorist") for c in noun.children)
        by_place = terror or noun.lemma_.lower() in self._codebook.classes.get("told_by_place", ())
        if mention.party.kind is PartyKind.STATE:
            return by_place or written not in mention.party.name
        return by_place and mention.party.kind is PartyKind.ORGANISATION and mention.party.sector is None

    def _is_home_of(self, token: Token, mention: Mention) -> bool:
        """Tell whether a people's name tells where something goes on: "the [Norlandic] conflict"."""
        noun = token.head
        listed = noun.lemma_.lower() in self._codebook.classes.get("told_by_land", ())
        aimed = any(c.dep_ == "prep" and c.lower_ in _AIMED for c in noun.children)
        return listed and mention.party.kind is PartyKind.STATE and token.pos_ == "ADJ" and not aimed

    def _is_misnamed_place(self, token: Token, mention: Mention) -> bool:
        """Tell whether one bare name before an attack is a place taken for a person: "[Lindau] attack"."""
        one = mention.end - mention.start == 1 and mention.party.role is None
        bare = one and mention.party.kind is PartyKind.PERSON and mention.party.name == token.text
        told_by = {"attack", "shooting", *self._codebook.classes.get("told_by_place", ())}
        return bare and token.dep_ in ("compound", "amod") and token.head.lemma_.lower() in told_by

    def _is_told_it(self, token: Token) -> bool:
        """Tell whether an outlet is only told of the noun behind it: "tells [the Post] fighting goes on"."""
        mention = self._around[token.i]
        before = self._doc[mention.start - 1] if mention.start else token
        return mention.party.sector == "MED" and token.dep_ == "compound" and before.lemma_ == "tell"

    def _is_prefixed(self, token: Token) -> bool:
        start = self._around[token.i].start
        before = [t.lower_ for t in self._doc[max(0, start - 2) : start]]
        return bool(before) and (
            before[-1].rstrip("-") in _SIDES
            if before[-1].endswith("-") and len(before[-1]) > 1
            else len(before) == 2 and before[1] in _HYPHENS and before[0] in _SIDES
        )

    def _parties_at(self, token: Token, depth: int) -> tuple[Party, ...]:
        mention = self._mention_of(token)
        if mention is not None and (self._is_one_citizen(mention) or is_no_party(token, mention)):
            return ()
        if mention is not None and token.lower_ == "it" and mention.party.kind is PartyKind.UNKNOWN:
            acts = token.dep_ in ("nsubj", "nsubjpass")
            return (self._subject_around(token) if acts else ()) or mention.parties
        if mention is not None:
            parties = self._joint_states(mention) or (*self._joined_before(token, mention), *mention.parties)
            parties = tuple(p for p in parties if p.kind is not PartyKind.PLACE)
            return forces_of_clause(token, mention, self._at_head) or parties
        if token.lower_ == "country":
            return country_of_speaker(token, self._at_head)
        if is_former(token):
            return ()
        if depth and (token.lemma_.lower() in self._parts or token.pos_ == "NUM"):
            inner = [p for t in self._measured(token) for p in self._parties_at(t, depth - 1)]
            if inner:
                return tuple(inner)
        if depth and token.lemma_.lower() in self._acts_for and not is_quarter(token):
            armed = token.lemma_.lower() in self._words["arms"]
            return tuple(
                as_forces(p) if armed else p
                for t in self._principals(token)
                for p in self._parties_at(t, depth - 1)
                if not (self._is_open_pronoun(t, p) or p.kind is PartyKind.PERSON)
            )
        if depth and token.lemma_.lower() in self._words["stands_for_doer"]:
            return tuple(p for t in self._doers_of(token) for p in self._parties_at(t, depth - 1))
        return ()

    def _doers_of(self, deed: Token) -> list[Token]:
        """Return whose deed it is that stands for its doer: "a [US] drone strike", "shelling by [rebels]"."""
        before = [c for c in deed.children if c.dep_ in ("poss", *_MODIFIERS) and self.names(c)]
        return before or list(preposition_objects(deed).get("by", ()))

    def _mention_of(self, token: Token) -> Mention | None:
        found = self._at_head.get(token.i) or self._around.get(token.i)
        if found is not None and (found.head == token.i or not found.start <= token.head.i < found.end):
            return found
        for child in token.children:
            # "the minister, Jo Bell": the name stands in apposition.
            if child.dep_ == "appos" and child.i in self._at_head:
                return self._at_head[child.i]
        plain = token.tag_ == "JJR"  # "[more] troops": no party of its own
        return None if plain else found

    def _principals(self, token: Token) -> list[Token]:
        """Return whom a head acts for: its possessor, nationality, or the party of its "of" or "from"."""
        if any(c.lower_ == "allied" for c in token.children):
            return []  # "Norland's allied militias" are not its own
        own = [p for c in token.children if c.dep_ == "poss" for p in coordinated(_meant_by_whose(c) or c)]
        own = own or list(opponents_before(token))
        own = own or [part for c in self._names_before(token) for part in coordinated(c)]
        if own:
            return self._told_twice(own)
        around = preposition_objects(token)
        return [*around.get("of", ()), *around.get("from", ())]

    def _names_before(self, token: Token) -> Iterator[Token]:
        """Give the names that modify a noun, through its compounds: "a [Norlandic] patrol ship"."""
        for child in (c for c in token.children if c.dep_ in _MODIFIERS):
            if self.names(child):
                yield child
            elif child.pos_ == "NOUN" and child.i < token.i:
                yield from self._names_before(child)

    def _told_twice(self, names: list[Token]) -> list[Token]:
        """Take two names in a row for one party, the second if it is known: "a [German] [Red Cross] team"."""
        told = [self._around[t.i] for t in names if t.i in self._around]
        if len(names) != 2 or len(told) != 2 or told[0].end != told[1].start:
            return names
        return names[:1] if told[1].party.kind is PartyKind.UNKNOWN else names[1:]

    def _measured_or_self(self, token: Token) -> tuple[Token, ...]:
        if token.lemma_.lower() in self._parts or token.pos_ == "NUM":
            return self._measured(token) or (token,)
        return (token,)

    def _measured(self, token: Token) -> tuple[Token, ...]:
        inner = preposition_objects(token).get("of", ())
        for _ in range(_DEPTH):
            if len(inner) == 1 and inner[0].lemma_.lower() in self._parts and not is_former(inner[0]):
                deeper = preposition_objects(inner[0]).get("of", ())
                inner = deeper or inner
        return inner

    def _word_classes(self, token: Token) -> tuple[str, ...]:
        phrase = [t for t in self._doc[self._phrase_start(token) : token.i + 1] if t.text not in _HYPHENS]
        lexicon = self._codebook.lexicon
        found = lexicon.classes_at_end([_MAKE_PLURAL.sub("", t.lemma_.lower()) for t in phrase])
        written = lexicon.classes_at_end([t.lower_ for t in phrase])
        sums = ("money",) if any(c.text in _CURRENCIES for c in token.children) else ()
        return tuple(dict.fromkeys((*found, *written, *sums)))

    def _sort_before(self, token: Token) -> tuple[str, ...]:
        """Return the classes of the word that says what sort a name is of: "[Cyclone] Lema"."""
        sorts = (c for c in token.children if c.dep_ == "compound" and token.pos_ == "PROPN")
        return tuple(kind for sort in sorts for kind in self._word_classes(sort))

    def _classes_of_modifiers(self, token: Token) -> Iterator[str]:
        """Give the classes of two- and three-word phrases of any words before the head that hang on it.

        "cross-border road and rail routes" is a "cross border route" though other words stand between.
        """
        head = token.lemma_.lower()
        before = [t for t in token.lefts if t.dep_ in _MODIFIERS]
        for modifier in (m for b in before for m in b.subtree if m.text not in _HYPHENS):
            joined = [t.lemma_.lower() for t in modifier.lefts if t.text not in _HYPHENS]
            yield from self._codebook.lexicon.classes_at_end([*joined, modifier.lemma_.lower(), head])

    def _phrase_start(self, token: Token) -> int:
        """Return where the words that name the thing begin: its compounds and adjectives."""
        start = token.i
        while start > token.sent.start:
            before = self._doc[start - 1]
            hung = before.dep_ in _MODIFIERS and (
                before.head.i == token.i or token.i > before.head.i >= start
            )
            hyphen = before.text in _HYPHENS
            if not (hung or hyphen) or (before.i in self._around and self._around[before.i].head == before.i):
                break
            start -= 1
        if self._doc[start].text in _HYPHENS and start > token.sent.start:
            start -= 1  # "[Norlandic]-made drones", "[500]-pound bombs"
        return start


def _meant_by_whose(owner: Token) -> Token | None:
    """Return the noun that "whose" stands for: "[Norland], whose drones hit it"."""
    return meant_noun(owner) if owner.tag_ == "WP$" else None


def as_forces(party: Party) -> Party:
    """Return a state as its forces, which act through its arms: "an [American] destroyer"."""
    whole = party.kind is PartyKind.STATE and party.sector == "GOV"
    return replace(party, sector="MIL") if whole else party
