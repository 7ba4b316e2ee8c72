"""The stance of plain saying by what is said: "said it would leave" promises."""

from spacy.tokens import Token

from onrecord.reading.attribution.content import MINDED, NO_DEED, Content, strongest
from onrecord.reading.attribution.cues import is_negated
from onrecord.reading.attribution.source_kinds import is_speaker
from onrecord.reading.attribution.wording import ASIDE, has_words
from onrecord.reading.infinitives import is_infinitive
from onrecord.records import Stance

__all__ = ["PlainSaying", "is_spent_target"]

_LASTING = frozenset(
    {
        "work",
        "exist",
        "remain",
        "belong",
        "stand",
        "mean",
        "live",
        "hold",
        "matter",
        "show",
        "pose",
        "play",
        "come",
        "do",
        "deserve",
        "believe",
        "support",
        "bear",
        "suffer",
        "face",
        "enjoy",
        "violate",
        "threaten",
        "depend",
    }
)
"""Verbs of what lasts, in the present where it is told as past too: "insisted that sanctions work"."""

_TALK = frozenset({"say", "talk", "speak", "suggest", "claim", "argue"})
"""What somebody is not doing yet, in these words, is left open: "we are not saying that it is theirs"."""

_NOT_ONLY = frozenset({"just", "only", "simply", "merely"})
"""After "not" they deny nothing: "we are not just counting"."""

_SMALL = frozenset({"little", "nothing", "much", "enough"})
"""What something "would do" where that is an opinion of its use: "they would do little to help"."""

_BEFORE_ORDERS = frozenset({"do", "n't", "not", "never", "please", "just", "first", "immediately"})
_UNCOMMITTED = frozenset({"hope", "hint", "imply"})
"""Verbs that bind nobody to what they tell."""

_THINGS = frozenset({"this", "that", "it", "these", "those"})
"""Pronouns that mostly stand for a thing."""

_LEADING = frozenset({"but", "and", "so", "yet", "now", "also", "very"})
"""Words before and within "we are concerned" that change nothing of it."""

_SPANS_OF_TIME = frozenset(
    {"minute", "hour", "day", "week", "month", "year", "decade", "time", "long", "while"}
)
"""What "it would take" until something is done."""

_GROUNDS = frozenset({"right", "duty", "obligation", "need", "choice", "alternative"})
"""Nouns that find lawful or needed what hangs on them: "its right [to defend itself]"."""


class PlainSaying(Content):
    """What was plainly said, with the stance that its own words give it."""

    def is_of_oneself(self) -> bool:
        """Tell whether it is a statement about the speaker: "the suggestion [that they cheated]"."""
        if self.head is None:
            return False
        clauses = [self.head, *(c for c in self.head.children if c.dep_ in {"acl", "ccomp"})]
        return any(
            s.dep_ in {"nsubj", "nsubjpass"} and self._is_self(s)
            for clause in clauses
            for s in clause.children
        )

    def ought(self) -> bool:
        """Tell whether it is what somebody ought to do, not what a thing is bound to bring about."""
        return super().ought() and not self._is_effect_of_thing() and not self._is_of_nobody_told()

    def _is_of_nobody_told(self) -> bool:
        """Tell whether nobody is told to do anything: "one should see it", "he should be the exception"."""
        assert self.head is not None
        subject = next((c for c in self.head.children if c.dep_ == "nsubj"), None)
        if subject is None or subject.i in self.quoted:
            return False
        anybody = subject.lower_ == "one" and not any(True for _ in subject.children)
        what = self.head.lemma_ == "be" and any(
            c.dep_ == "attr" and c.pos_ == "NOUN" for c in self.head.children
        )
        return anybody or (what and not is_negated(self.head) and self._is_self(subject))

    def calls_for(self) -> bool:
        """Tell whether somebody is to do something: "people must boil it", "[Leave the town]"."""
        if self.head is None or self.head.lemma_ in MINDED:
            return False
        return self.ought() or self._orders()

    def _is_effect_of_thing(self) -> bool:
        """Tell whether a modal guesses at an effect: "this should not affect it", "oil must cost more"."""
        assert self.head is not None
        if not self.sign("effects", [self.head]) or (is_negated(self.head) and "must" in self._modals()):
            return False
        subjects = [c for c in self.head.children if c.dep_ == "nsubj"]
        return any(c.lower_ in _THINGS or (c.pos_ == "NOUN" and not is_speaker(c)) for c in subjects)

    def contradicts(self) -> bool:
        """Tell whether all that is said is that it is not so: "says [just the opposite]"."""
        words = " ".join(t.lower_ for i in self.tokens if (t := self.doc[i]).is_alpha)
        return words in self.book.signs.get("contradicts", ())

    def saying(self, verb: Token) -> Stance | None:
        """Return the stance of plain saying, by what is said."""
        asked = bool(self.tokens) and self.doc[self.tokens[0]].lower_ in {"whether", "how", "why"}
        if self.head is None or self.asks() or asked:
            return Stance.SAYS
        if self.taken_back():
            return Stance.RETRACTS
        if self._of_charges("untrue") or self.sign("nothing_of_it", self._statement()):
            return Stance.DENIES
        if self._of_charges("true_words"):
            return Stance.CONFIRMS
        if verb.lemma_ in _UNCOMMITTED:
            return Stance.SAYS
        if self._will_not_go_into_it():
            return Stance.DECLINES_TO_CONFIRM
        if self._clears_oneself():
            return Stance.DENIES
        if self._is_afraid():
            return Stance.FEARS
        if self._self_subject():
            own = self._of_oneself()
            if own is not None:
                return own
        if self._finds_lawful():
            return Stance.JUSTIFIES
        if self._orders() or self._is_high_time():
            return Stance.DEMANDS
        if self.sign("improbable", self._predicate()) and "find" not in {verb.lemma_, self.head.lemma_}:
            return Stance.DOUBTS
        judged = self._judgement()
        if judged is not None:
            return judged
        return self._mood(verb)

    def _is_high_time(self) -> bool:
        """Tell whether it says that it is time somebody did something: "it is time for them to leave"."""
        assert self.head is not None
        times = [c for c in self.head.children if c.dep_ == "attr" and c.lower_ == "time"]
        owing = {"relcl", "acl", "prep", "ccomp"}
        bare = [
            t
            for t in times
            if all(c.dep_ not in {"det", "amod", "poss"} or c.lower_ == "high" for c in t.children)
        ]
        it = any(c.dep_ in {"nsubj", "expl"} and c.lower_ == "it" for c in self.head.children)
        for_whom = [c for t in (*bare, self.head) for c in t.children if c.dep_ in owing]
        return bool(bare) and it and bool(for_whom) and self.head.tag_ != "VBD" and not is_negated(self.head)

    def _orders(self) -> bool:
        """Tell whether it is an imperative in quotation marks: "[Stop the raids], the bishop said"."""
        assert self.head is not None
        if self.head.tag_ != "VB" or self.head.i not in self.quoted or self.sign("idle_orders", [self.head]):
            return False
        before = [self.doc[i].lower_ for i in self.tokens if i < self.head.i and self.doc[i].is_alpha]
        return set(before) <= _BEFORE_ORDERS and not self.states()

    def _finds_lawful(self) -> bool:
        """Tell whether it says that something is right by law or need: "was lawful", "is in line with …"."""
        assert self.head is not None
        # "Had given it a chance to comply with the plan": nothing is found lawful.
        infinitives = [c for c in self.head.subtree if c.dep_ == "acl" and is_infinitive(c)]
        infinitives = [c for c in infinitives if c.head.lemma_ not in _GROUNDS]
        inner = [
            c for c in self.head.subtree if c.dep_ == "ccomp" and c.head not in {self.head, self.head.head}
        ]
        beside = {t.i for c in (*infinitives, *inner) for t in c.subtree}
        behind = [t for t in self._predicate() if t.i >= self.head.i and t.i not in beside]
        judged = [c for c in self.head.children if c.dep_ in {"acomp", "attr", "oprd"}]
        judged += [c for noun in judged for c in noun.children if c.dep_ in {"amod", "compound"}]
        judged += [self.head] if self.head.tag_ == "VBN" else []
        words = self._words(behind)
        telling = list(self.book.signs.get("justifies", ()))
        if self.sign("laws", behind):
            telling += self.book.signs.get("conforming", ())
        found = [word for word in telling if has_words((word,), words)]
        right = any(not has_words((f"not {word}", f"not in {word}"), words) for word in found)
        # "Further steps may be necessary": nothing done is found so.
        return right or (not is_negated(self.head) and not self._may_be() and self.lawful(judged))

    def _of_oneself(self) -> Stance | None:
        assert self.head is not None
        negated = is_negated(self.head)
        predicate = self._predicate()
        if self.sign("recants", predicate) and not self._future():
            return Stance.RETRACTS
        if has_words(("indeed",), self._words(predicate)) and not negated and not self._modals():
            return Stance.CONFIRMS
        if self.sign("reserves", predicate):
            return Stance.THREATENS
        if self.sign("disowns", self._without_joined(predicate)):
            return Stance.DENIES
        experience = has_words(self.book.signs.get("experience", ()), f" {self.head.lemma_} ")
        if self._admits():
            return Stance.CONFIRMS
        if self._future() and self.head.lemma_ in {"decline", "refuse"} and self.sign("refusals", predicate):
            return Stance.DECLINES_TO_CONFIRM
        deed = self.head.lemma_ not in NO_DEED and not self._takes_time() and not self._puts_view()
        if self._future() and deed and not self.sign("likely", self._near_head()) and not self._does_little():
            announced = self._announced(predicate)
            if announced is Stance.THREATENS or not self._suffers():
                return announced
        if not negated and self._is_set_on():
            return self._announced(predicate)
        if self.sign("unable", predicate) and (negated or has_words(("unable",), self._words(predicate))):
            return Stance.DECLINES_TO_CONFIRM
        if negated and has_words(self.book.signs.get("refusals", ()), f" {self.head.lemma_} "):
            return Stance.DECLINES_TO_CONFIRM
        if negated and self.sign("doubts", predicate):
            return Stance.DOUBTS
        if self._is_worried() and not negated:
            return Stance.FEARS
        # "It has not sent troops" answers a charge; "they had not heard from him" answers none.
        if (
            negated
            and not self._modals()
            and self.head.tag_ != "MD"  # "suggested it might not"
            and not experience
            and not self._is_not_all()
            and not (self.head.lemma_ == "go" and any(c.dep_ == "xcomp" for c in self.head.children))
            and not self._leaves_open()
        ):
            return Stance.DENIES
        return None

    def _without_joined(self, predicate: list[Token]) -> list[Token]:
        """Return a predicate without what it goes on to: "had sold flour [and had no part in it]"."""
        assert self.head is not None
        joined = (c for c in self.head.children if c.dep_ == "conj" and c.pos_ in {"VERB", "AUX"})
        further = {t.i for c in joined for t in c.subtree}
        return [t for t in predicate if t.i not in further]

    def _puts_view(self) -> bool:
        """Tell whether "would" only puts a view with care: "I [would argue] that it is wrong"."""
        return "would" in self._modals() and self._leads_to_view()

    def _is_not_all(self) -> bool:
        """Tell whether one says that it is not all: "we are not just counting", not "just do not count"."""
        assert self.head is not None
        denied = [c.i for c in self.head.children if c.dep_ == "neg"]
        behind = min(denied, default=0)
        return any(c.lower_ in _NOT_ONLY and c.i > behind for c in self.head.children)

    def _leaves_open(self) -> bool:
        """Tell whether something is only not claimed: "we are not saying that it is so", "do not say so"."""
        assert self.head is not None
        clause = any(c.dep_ == "ccomp" for c in self.head.children)
        now = clause and any(c.dep_ == "aux" and c.lower_ in {"do", "does"} for c in self.head.children)
        return (now or self.head.tag_ == "VBG") and self.head.lemma_ in _TALK

    def _suffers(self) -> bool:
        """Tell whether it is done to whom "they" stands for, who promises nothing: "they would be dodged"."""
        assert self.head is not None
        subjects = [c for c in self.head.children if c.dep_ == "nsubjpass"]
        return any(c.i not in self.quoted and c.lower_ in {"it", "they"} for c in subjects)

    def _admits(self) -> bool:
        """Tell whether it owns to a deed with stress: "Yes, we did send advisers"."""
        assert self.head is not None
        did = any(c.dep_ == "aux" and c.lower_ == "did" for c in self.head.children)
        return did and not is_negated(self.head) and self.head.lemma_ not in NO_DEED

    def _announced(self, predicate: list[Token]) -> Stance:
        """Return what it is to tell what one will do: a threat where that harms others, else a promise."""
        threat = self.sign("harm", predicate) or has_words(("unless",), self._words()) or self.harms_if()
        return Stance.THREATENS if threat else Stance.PROMISES

    def _is_set_on(self) -> bool:
        """Tell whether one says that one will do it: "it is to send", "is ready to host"."""
        assert self.head is not None
        if self._modals():
            return False
        going = self.head.lemma_ == "go" and self.head.tag_ == "VBG"
        bare = self.head.lemma_ == "be" and all(
            c.dep_ not in {"acomp", "attr", "advmod", "prep"} for c in self.head.children
        )
        if going or bare:
            return any(c.dep_ == "xcomp" and self._is_active_deed(c) for c in self.head.children)
        ready = [c for c in (self.head, *self.head.children) if self.sign("ready", [c])]
        return any(
            (c.dep_ == "xcomp" and self._is_active_deed(c)) or (c.dep_ == "prep" and c.lower_ == "to")
            for one in ready
            for c in one.children
        )

    def _is_active_deed(self, verb: Token) -> bool:
        passive = any(c.dep_ == "auxpass" for c in verb.children)
        return (
            is_infinitive(verb)
            and not passive
            and verb.lemma_ not in NO_DEED
            and not self.sign("forecast", [verb])
        )

    def _does_little(self) -> bool:
        """Tell whether it is of what use something is: "they would do little to slow it"."""
        assert self.head is not None
        return self.head.lemma_ == "do" and any(
            c.dep_ in {"dobj", "advmod"} and c.lower_ in _SMALL for c in self.head.children
        )

    def _will_not_go_into_it(self) -> bool:
        """Tell whether one is "not going to go into that", with or without saying "I am"."""
        assert self.head is not None
        going = self.head.lemma_ == "go" and self.head.tag_ == "VBG" and self.head.i in self.quoted
        own = not self.states() or self._first_person()
        if not (going and own and is_negated(self.head)):
            return False
        kept = [c for c in self.head.children if c.dep_ == "xcomp" and is_infinitive(c)]
        return any(self.sign("refusals", [c, *(p for p in c.children if p.dep_ == "prep")]) for c in kept)

    def _clears_oneself(self) -> bool:
        """Tell whether one did nothing wrong, by one's own words.

        "We have done nothing illegal", "nothing suggests that we did anything wrong".
        """
        assert self.head is not None
        nothing = any(c.lower_ == "nothing" and c.dep_ == "nsubj" for c in self.head.children)
        if nothing and self.sign("clearing", [self.head]):
            return any(self._does_wrong(c, "anything") for c in self.head.children if c.dep_ == "ccomp")
        return self._does_wrong(self.head, "nothing") or (
            is_negated(self.head) and self._does_wrong(self.head, "anything")
        )

    def _does_wrong(self, verb: Token, what: str) -> bool:
        """Tell whether the speaker is the one who does something, or nothing, wrong."""
        done = [c for c in verb.children if c.dep_ == "dobj" and c.lower_ == what]
        wrong = any(self.sign("wrongdoing", [a]) for c in done for a in c.children)
        subjects = [c for c in verb.children if c.dep_ == "nsubj"]
        own = any(c.lower_ in {"we", "i"} if c.i in self.quoted else self._is_self(c) for c in subjects)
        return wrong and own

    def _is_worried(self) -> bool:
        """Tell whether its verb is one of worrying: "is concerned", "fears", not "is right to worry"."""
        assert self.head is not None
        felt = [
            c
            for c in self.head.children
            if c.dep_ in {"acomp", "attr", "oprd", "xcomp"} and not is_infinitive(c)
        ]
        return self.sign("worries", [self.head]) or self.sign("worries", felt)

    def _is_afraid(self) -> bool:
        """Tell whether it begins with a fear: "[I am afraid], if we wait, they will win"."""
        opening = [self.doc[i].lower_ for i in self.tokens[:4] if not self.doc[i].is_punct][:3]
        if opening[::2] == ["i", "afraid"]:
            return self._future() or self._may_be()
        return self._opens_worried()

    def _opens_worried(self) -> bool:
        """Tell whether it begins with a worry, however it goes on: "[But we are concerned] that he …"."""
        spoken = [self.doc[i] for i in self.tokens[:8] if i in self.quoted and not self.doc[i].is_punct]
        words = [t for t in spoken if t.pos_ not in {"CCONJ", "ADV"} and t.lower_ not in _LEADING][:3]
        felt = len(words) == 3 and words[1].lemma_ == "be" and self.sign("worries", words[2:])
        return felt and words[0].lower_ in {"i", "we"} and words[2].lower_ != "afraid"

    def _takes_time(self) -> bool:
        """Tell whether it is how long something takes: "it would take more hours"."""
        assert self.head is not None
        it = any(c.dep_ == "nsubj" and c.lower_ == "it" for c in self.head.children)
        parts = {"dobj", "npadvmod", "advmod"}
        long = any(c.dep_ in parts and c.lemma_ in _SPANS_OF_TIME for c in self.head.children)
        return self.head.lemma_ == "take" and it and long

    def _mood(self, verb: Token) -> Stance:
        assert self.head is not None
        if self.ought() or self.sign("demands", self._without_modals()):
            return Stance.DEMANDS
        if verb.lemma_ in {"tell", "warn", "advise"} and self.tells_to():
            return Stance.DEMANDS
        if self._future() and self.sign("harm", self._predicate()) and not is_spent_target(self.head):
            return Stance.THREATENS
        if self._future() and verb.lemma_ == "assure":
            return Stance.PROMISES
        bare = self.states() and not any(c.dep_ == "aux" for c in self.head.children)
        if verb.lemma_ == "insist" and bare and (not self.is_fact() or self._is_bare_after_past(verb)):
            return Stance.DEMANDS
        if verb.lemma_ in self.book.signs.get("believes", ()):
            return Stance.ESTIMATES if self.has_number() else Stance.SAYS
        if self._future() and self.sign("retaliation") and verb.lemma_ == "warn":
            return Stance.THREATENS
        if self._future() and self._forecast():
            return Stance.PREDICTS
        return Stance.SAYS

    def _is_bare_after_past(self, verb: Token) -> bool:
        """Tell whether a bare verb of several after a past "insisted" is what they are to do.

        "Insisted that the rebels [disarm]": what they did would be "disarmed".
        """
        assert self.head is not None
        others = any(c.dep_ == "nsubj" and c.tag_ in {"NNS", "NNPS"} for c in self.head.children)
        past = verb.tag_ in {"VBD", "VBN"} or (verb.tag_ == "VBG" and verb.head.tag_ == "VBD")
        return past and others and self.head.tag_ == "VBP" and self.head.lemma_ not in NO_DEED | _LASTING

    def _without_modals(self) -> list[Token]:
        return [t for t in self._near_head() if t.tag_ != "MD"]

    def _forecast(self) -> bool:
        """Tell whether a future is somebody's guess; the rest are plans ("Kenya will send police")."""
        assert self.head is not None
        guess = self.sign("likely", self._near_head())
        guess = guess or ("would" in self._modals() and self.sign("in_time", self._near_head()))
        comes = self.head.tag_ != "VBN" and not self._first_person() and self.sign("forecast", [self.head])
        return guess or comes or self.sign("forecasters", [self.doc[i] for i in self.spans.source])

    def _judgement(self) -> Stance | None:
        """Return the stance of a predicate that judges: "this is a disgrace", "had violated the embargo"."""
        assert self.head is not None
        if is_negated(self.head) or self._modals():
            return None
        if self._self_subject() or self._own_fighters_told():
            return None
        agentless = any(c.dep_ == "nsubjpass" for c in self.head.children) and not any(
            c.dep_ == "agent" for c in self.head.children
        )
        crime = self.of_another and not agentless and self.sign("crimes", self._deed())
        if crime or self.sign("charged", self._predicate()):
            return Stance.ACCUSES
        if self.head.lemma_ == "be":
            predicate = [
                t
                for c in self.head.children
                if c.dep_ in {"attr", "acomp", "prep"}
                for t in c.subtree
                if not any(a.dep_ in ASIDE for a in (t, t.head)) and not _is_of(t, c)
            ]
            words = self._words(predicate)
            if self.sign("wrongs", [self.head, *predicate]):
                return Stance.ACCUSES
            found = [
                s
                for word, s in self.book.verdicts.items()
                if s is not Stance.DENIES and has_words((word,), words)
            ]
            judged = strongest(found)
            # "Our greatest success was historic": praise of one's own deeds supports nobody.
            return None if judged is Stance.SUPPORTS and not self.of_another else judged
        done = [t for t in self._deed() if not _is_leak(t)]
        return Stance.ACCUSES if self.sign("wrongs", done) else None

    def _deed(self) -> list[Token]:
        """Return the head and what stands by it, but its subject, what it suffers ("suffered a hack") and
        further clauses ("struck a post and that the film was fabricated")."""
        assert self.head is not None
        clauses = {c for c in self.head.children if any(s.dep_ in {"nsubj", "nsubjpass"} for s in c.children)}
        suffered = {"dobj"} if self.head.lemma_ in {"suffer", "face", "undergo"} else set()
        left_out = {"nsubj", "nsubjpass"} | suffered
        return [t for t in self._near_head() if t.dep_ not in left_out and t not in clauses]


_SPENDING = frozenset({"sink", "destroy", "blow", "demolish", "scuttle", "bomb", "shell", "torpedo"})


def is_spent_target(verb: Token) -> bool:
    """Tell whether a thing nobody is told to own is to be spent: "an old freighter would be [sunk]".

    Not "a ship that comes near would be sunk", "any ship would".
    """
    things = [c for c in verb.children if c.dep_ == "nsubjpass"]
    return verb.lemma_ in _SPENDING and any(
        any(c.lower_ in ("a", "an") for c in t.children)
        and all(c.dep_ in ("det", "amod", "compound", "punct") for c in t.children)
        for t in things
    )


def _is_leak(token: Token) -> bool:
    """Tell whether a breach is one of data, that somebody suffered: "the data [breach]", "the [breach]"."""
    return token.pos_ == "NOUN" and token.lemma_ == "breach" and all(c.dep_ != "prep" for c in token.children)


def _is_of(token: Token, top: Token) -> bool:
    """Tell whether a word hangs on a preposition further below: "is for defence against [aggression]"."""
    crossed = 0
    while token.i != top.i and token.head.i != token.i:
        crossed += token.dep_ in {"pobj", "pcomp"}
        token = token.head
    return crossed > (1 if top.dep_ == "prep" else 0)
