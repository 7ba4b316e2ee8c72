"""An article as far as it is read: the mentions so far, and what the later ones may lean on."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from onrecord.codebook.bodies import known_bodies
from onrecord.codebook.wordclasses import word_classes
from onrecord.gazetteer.countries import country_of_capital
from onrecord.reading.layers import Mention, MentionForm
from onrecord.reading.parties.cast import Cast
from onrecord.reading.parties.columns import Columns
from onrecord.reading.parties.draft import Draft, Need
from onrecord.records import Party, PartyKind, Span, slug

__all__ = ["Telling"]

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})
_PLACES = frozenset({"GPE", "LOC", "FAC", "ORG"})
_NO_STATES = frozenset({None, "IGO", "EUE"})
_PRIVATE = frozenset({"CVL", "MED", "EDU", "HLH", "BUS", "NGO", "REL", "CRM"})
"""Sectors of people who do not act for their state: "a British journalist"."""


@dataclass(slots=True)
class Telling:
    """What is known so far, reading from the top.

    Attributes:
        columns: The article.
        cast: Its named persons.
        later: The drafts of the whole article, read or not.
        home: The state its dateline names, as a draft there, or its title, as one of no tokens.
        done: Resolved mentions, in order.
        drafts: Their drafts, in the same order.
    """

    columns: Columns
    cast: Cast
    later: tuple[Draft, ...] = ()
    home: Draft | None = None
    done: list[Mention] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)

    def add(self, draft: Draft, parties: tuple[Party, ...]) -> None:
        """Put a resolved mention behind the others."""
        self.done.append(Mention(draft.start, draft.end, draft.head, draft.form, parties[0], parties[1:]))
        self.drafts.append(draft)

    def backwards(self) -> Iterator[tuple[Mention, Draft]]:
        """Go through the mentions so far, the last one first."""
        return zip(reversed(self.done), reversed(self.drafts), strict=True)

    def span(self, draft: Draft) -> Span:
        """Return the characters of a draft."""
        return self.columns.span(draft.start, draft.end)

    def plain(self, draft: Draft) -> Party:
        """Return the party the draft's own words tell."""
        return Party(
            name=draft.name,
            id=draft.id or f"unknown:{slug(draft.name)}",
            kind=draft.kind,
            country=draft.country,
            sector=draft.sector,
            role=draft.role,
            of=draft.of,
            span=self.span(draft),
        )

    def same_as(self, draft: Draft, other: Party, how: str) -> Party:
        """Return the party of another mention, seen here."""
        return replace(other, span=self.span(draft), mention=other.mention or other.span, inferred=how)

    def is_subject(self, mention: Mention) -> bool:
        """Tell whether a mention acts: subject, agent, or joined to one."""
        return self.columns.deps[self.columns.first_conjunct(mention.head)] in _SUBJECTS

    def in_sentence(self, sentence: int, before: int) -> list[Mention]:
        """Return the mentions of one sentence that end before a token."""
        sentences = self.columns.sentences
        found: list[Mention] = []
        for mention in reversed(self.done):
            number = sentences[mention.start]
            if number < sentence:
                break
            if number == sentence and mention.end <= before:
                found.append(mention)
        return found[::-1]

    def subjects_of(self, verb: int) -> tuple[Mention, ...]:
        """Return the mentions that are subjects of a verb, joined ones too."""
        columns = self.columns
        found = [
            m
            for m in self.done
            if self.is_subject(m) and columns.heads[columns.first_conjunct(m.head)] == verb
        ]
        joined = [j for m in found for j in self.joined_with(m) if j not in found]
        return tuple(sorted([*found, *joined], key=lambda m: m.start))

    def joined_with(self, mention: Mention) -> tuple[Mention, ...]:
        """Return the mentions joined to one: by the parse, or by a bare "and" before it."""
        mine = self.group_of(mention)
        sentence = self.columns.sentences[mention.start]
        return tuple(
            m
            for m in self.done
            if self.columns.sentences[m.start] == sentence and m is not mention and self.group_of(m) == mine
            if not (mention.start <= m.start and m.end <= mention.end)
        )

    def group_of(self, mention: Mention) -> int:
        """Return the token that stands for all mentions joined with one."""
        first = mention
        if self.columns.deps[mention.head] == "poss":
            return mention.head
        for other in reversed(self.done):
            if other.end < first.start - 1:
                break
            adjoining = other.end == first.start - 1 and self.columns.lower[other.end] == "and"
            if adjoining and other.party.kind is first.party.kind:
                first = other
        return self.columns.first_conjunct(first.head)

    def place_told(self, draft: Draft) -> Draft | None:
        """Return the state a sentence opens with as its place ("In Iran, the foreign ministry said").

        Also the one whose capital it opens with.
        """
        columns = self.columns
        sentence = columns.sentences[draft.start]
        for state in self.later:
            if columns.sentences[state.start] > sentence:
                break
            if columns.sentences[state.start] != sentence or state.kind is not PartyKind.STATE:
                continue
            at = state.start - 1
            opens = at >= 0 and columns.lower[at] == "in" and columns.words[at][0].isupper()
            if opens and state.start < draft.start and state.id:
                return state
        return self._capital_told(draft)

    def _capital_told(self, draft: Draft) -> Draft | None:
        """Return the state in whose capital a sentence opens: "In Lima, the foreign ministry said"."""
        columns = self.columns
        first = columns.sentences.index(columns.sentences[draft.start])
        while first < draft.start and not columns.words[first][:1].isalpha():
            first += 1
        if columns.words[first] != "In":
            return None
        comma = next((i for i in range(first + 2, min(first + 4, draft.start)) if columns.words[i] == ","), 0)
        city = columns.told(first + 1, comma) if comma else ""
        code = country_of_capital(city)
        if code is None or any(city in body.seats for body in known_bodies()):
            return None
        form, need = MentionForm.NAME, Need.NOTHING
        return Draft(first + 1, comma, first + 1, form, need, city, code, PartyKind.STATE, country=code)

    def opens_with_place(self, draft: Draft) -> bool:
        """Tell whether a sentence opens with its place, so with whose it is: "In Cusco, the minister said".

        "At the hospital, its director said".
        """
        columns = self.columns
        first = columns.sentences.index(columns.sentences[draft.start])
        while first < draft.start and not columns.words[first][:1].isalpha():
            first += 1
        if columns.lower[first] not in ("in", "at", "from") or first >= draft.start:
            return False
        classes = word_classes()
        houses = classes.clear_bodies | classes.vague_bodies | classes.settlements
        return any(
            columns.heads[i] == first
            and (columns.labels[i] in _PLACES or columns.lemmas[i] in houses)
            and columns.deps[i] == "pobj"
            for i in range(first + 1, draft.start)
        )

    def acting_state(self, draft: Draft) -> Mention | None:
        """Return the mention whose state acts here, so far in the sentence or else in the one before.

        A person or body counts with the state it is of. None when two states act, or none does.
        """
        sentence = self.columns.sentences[draft.start]
        paragraph = self.columns.paragraphs[draft.start]
        # What is told "according to the general staff" may be about the enemy: look before it.
        quoted = self.columns.lower[max(0, draft.start - 2) : draft.start] == ["according", "to"]
        for back in (1, 2) if quoted else (0, 1):
            found = [
                m
                for m in self.in_sentence(sentence - back, draft.start)
                if m.party.country not in _NO_STATES and not m.compound and not self._is_foreigner(m)
                if self.columns.paragraphs[m.start] >= paragraph - 1
            ]
            acting = [m for m in found if self.is_subject(m)]
            speaking = [
                m
                for m in acting
                if self.columns.lemmas[self.columns.heads[m.head]] in word_classes().speaking
            ]
            acting = speaking or acting
            if acting:
                return acting[-1] if len({m.party.country for m in acting}) == 1 else None
        return None

    def acting_before(self, draft: Draft) -> Mention | None:
        """Return the mention whose state is subject of the last sentence before that has one for its subject.

        Looks back three sentences in this paragraph and the one before. None when two states act together.
        """
        columns = self.columns
        sentence, paragraph = columns.sentences[draft.start], columns.paragraphs[draft.start]
        for back in (1, 2, 3):
            acting = [
                m
                for m in self.in_sentence(sentence - back, draft.start)
                if m.party.country not in _NO_STATES
                and not (m.compound or self._is_foreigner(m))
                and columns.paragraphs[m.start] >= paragraph - 1
                if m.form in (MentionForm.NAME, MentionForm.NOMINAL)
                and self.is_subject(m)
                and self.is_main(m)
            ]
            if acting:
                return acting[0] if len({m.party.country for m in acting}) == 1 else None
        return None

    def _is_foreigner(self, mention: Mention) -> bool:
        """Tell whether somebody is a private person of another state than that of the dateline."""
        party = mention.party
        private = party.kind in (PartyKind.PERSON, PartyKind.UNKNOWN) and party.sector in _PRIVATE
        return private and self.home is not None and self.home.country not in (None, party.country)

    def is_main(self, mention: Mention) -> bool:
        """Tell whether a mention is subject of its whole sentence, not of a clause in it."""
        verb = self.columns.heads[self.columns.first_conjunct(mention.head)]
        return self.columns.heads[verb] == verb

    def state_spoken_of(self, speaker: int) -> tuple[str, Span] | None:
        """Return the state, and where it stands, that is the subject of what somebody says.

        "[Norway] will pay, the minister said", "according to the ministry": the words are about Norway. Who
        says that Norway is to blame is none of its ministers.
        """
        columns = self.columns
        verb = columns.heads[speaker]
        framed = columns.lower[verb] == "to" and columns.lower[columns.heads[verb]] == "according"
        if framed:
            verb = columns.heads[columns.heads[verb]]
        elif columns.deps[speaker] != "nsubj":
            return None

        def is_told(head: int) -> bool:
            said = columns.heads[head]
            if columns.deps[head] not in ("nsubj", "nsubjpass") or _is_blamed(columns, said):
                return False
            if _is_described(columns, said) or _does_it_to_us(columns, said):
                return False
            if framed or said == verb:
                return framed and said == verb
            if columns.deps[verb] == "parataxis" and columns.heads[verb] == said:
                return True  # "Norland will pay, the minister said, while …", as the parse may have it
            return columns.heads[said] == verb and columns.deps[said] in ("ccomp", "parataxis")

        for mention in reversed(self.done):
            state = mention.party.kind is PartyKind.STATE and not mention.compound
            if state and mention.party.span is not None and is_told(mention.head):
                return mention.party.id, mention.party.span
        for draft in self.later:
            if draft.kind is PartyKind.STATE and draft.id and is_told(draft.head):
                return draft.id, self.span(draft)
        return None

    def only_state(self) -> Party | None:
        """Return the only state named so far, None when there is none or more than one."""
        states = {m.party.id: m.party for m in reversed(self.done) if m.party.kind is PartyKind.STATE}
        return next(iter(states.values())) if len(states) == 1 else None


_BLAME = frozenset({"responsible", "guilty", "blame", "fault", "accountable", "behind"})


_BECOMING = frozenset({"become", "face", "remain", "seem", "descend", "slide"})

_OWN_STATES = frozenset(
    {
        "ready",
        "willing",
        "prepared",
        "able",
        "unable",
        "committed",
        "open",
        "due",
        "set",
        "determined",
        "concerned",
        "worried",
        "aware",
        "grateful",
        "sorry",
        "disappointed",
        "confident",
    }
)
"""How one is as one says it of oneself: "Norway is [ready] to talk"."""


def _is_described(columns: Columns, verb: int) -> bool:
    """Tell whether it is told what a state is or comes to, as others tell it: "Norway was an example"."""
    if columns.lemmas[verb] in _BECOMING:
        return True
    what = [c for c in columns.doc[verb].children if c.dep_ in ("attr", "acomp")]
    return columns.lemmas[verb] == "be" and any(c.lower_ not in _OWN_STATES for c in what)


def _does_it_to_us(columns: Columns, verb: int) -> bool:
    """Tell whether the speaker is another whom a state does something to: "Norway forced [us] to leave"."""
    return any(c.lower_ in ("us", "me") and c.dep_ in ("dobj", "dative") for c in columns.doc[verb].children)


def _is_blamed(columns: Columns, verb: int) -> bool:
    """Tell whether a clause says of its subject that it is to blame."""
    near = columns.lower[verb + 1 : verb + 4]
    return columns.lemmas[verb] == "be" and not _BLAME.isdisjoint(near)
