"""What was said, looked at for the signs that colour plain saying."""

from collections.abc import Iterable, Sequence
from itertools import pairwise, takewhile

from spacy.tokens import Token

from onrecord.codebook.stances import StanceBook
from onrecord.reading.attribution.cues import is_negated
from onrecord.reading.attribution.names_for import is_count, name_behind
from onrecord.reading.attribution.provisos import is_condition
from onrecord.reading.attribution.wording import BODIES, FUTURE, Wording, has_words, head_of
from onrecord.reading.infinitives import is_infinitive
from onrecord.records import Stance

__all__ = ["MINDED", "NO_DEED", "Content", "is_label", "strongest"]

_OUGHT = frozenset({"should", "must", "ought"})
"""Modals of what ought to be done."""

_AGREED = _OUGHT | {"shall"}
"""Modals of what was agreed upon: "agreed that the talks [shall] go on"; of others "shall" foretells."""

_AS = frozenset({"as", "to", "with"})
"""What leads to what something is called or likened to."""

_OPENERS = frozenset({"whether", "if", "how", "what", "when", "where", "who", "why"})

_ABOUT = frozenset({"about", "on", "over"})

NO_DEED = frozenset(
    {
        "see",
        "be",
        "hear",
        "know",
        "feel",
        "find",
        "think",
        "consider",
        "remember",
        "have",
        "like",
        "love",
        "prefer",
        "need",
        "want",
        "forget",
        "enjoy",
        "miss",
    }
)
"""Verbs of no deed: their future commits to nothing ("we will see", "he would like to leave")."""


_ENDURED = frozenset(
    {"die", "suffer", "face", "struggle", "run", "starve", "leave", "withdraw", "lack", "freeze"}
)
"""What somebody's own fighters "will" do where it threatens nobody."""


_TALKING = frozenset({"speak", "talk", "comment", "discuss", "answer"})
"""What one does who is asked by a reporter."""


MINDED = frozenset({"underestimate", "expect", "doubt", "forget", "assume", "believe", "imagine", "mistake"})
"""What nobody "should" do is a manner of speaking: "no one should underestimate it"."""


_SUFFICING = frozenset({"able", "enough", "plenty", "fine", "safe", "possible"})
"""What something "should be" where that is a guess."""


_ANYBODYS = frozenset({"attack", "shooting"})
"""Harm that others do as well as whoever warns of it."""


class Content(Wording):
    """What was said, looked at for the signs that colour plain saying."""

    def has_number(self) -> bool:
        """Tell whether what was said holds a number or a likelihood."""
        tokens = (self.doc[i] for i in self.tokens)
        numbers = (t for t in tokens if not (t.lower_ == "one" and t.dep_ in {"attr", "acomp"}))  # "are one"
        return any(is_count(token) for token in numbers) or self.sign("likely")

    def ought(self) -> bool:
        """Tell whether it is what somebody ought to do: "that they [should] wait"."""
        return bool(self._modals() & _OUGHT) and not self._is_inferred()

    def opens_with_question(self) -> bool:
        """Tell whether it is an indirect question: "did not say [whether] it was shut", "[which] of them"."""
        first = [self.doc[i] for i in self.tokens[:2]]
        return any(t.lower_ in _OPENERS or (t.lower_ == "which" and t.dep_ == "det") for t in first)

    def states(self) -> bool:
        """Tell whether it is a clause with a subject of its own."""
        return self.head is not None and any(
            c.dep_ in {"nsubj", "nsubjpass", "expl"} for c in self.head.children
        )

    def is_fact(self) -> bool:
        """Tell whether its verb stands in the indicative: "that it [was] shut", not "that it be shut"."""
        assert self.head is not None
        return any(t.tag_ in {"VBD", "VBZ", "VBP"} for t in (self.head, *self.head.children))

    def is_past(self) -> bool:
        """Tell whether it states what was so: "that it [had been] sold", not "that it could be"."""
        if self.head is None or not self.states() or self._modals():
            return False
        return any(t.tag_ == "VBD" for t in (self.head, *self.head.children))

    def of_own(self) -> bool:
        """Tell whether it is something of the speaker's own: "his polling strength"."""
        return self.head is not None and any(c.tag_ == "PRP$" for c in self.head.children)

    def cannot(self, verb: Token) -> bool:
        """Tell whether somebody cannot answer: no silence of a source."""
        unable = any(c.lower_ in {"ca", "can", "could"} and c.dep_ == "aux" for c in verb.children)
        return verb.lemma_ == "answer" and unable

    def never_will(self, verb: Token) -> bool:
        """Tell whether somebody is told never to say it in all time to come."""
        words = {c.lower_ for c in verb.children}
        return "never" in words and bool(words & FUTURE)

    def is_question(self) -> bool:
        """Tell whether it is a question, told or quoted ("asked: Who did it?"), and no request."""
        return self.opens_with_question() or any(self.doc[i].text == "?" for i in self.tokens)

    def only_asks(self) -> bool:
        """Tell whether it is what somebody is questioned about: "pressed him [about how he would pay]"."""
        words = [self.doc[i].lower_ for i in self.tokens[:3]]
        return any(one in _ABOUT and two in _OPENERS for one, two in pairwise(words))

    def is_asked_about(self, verb: Token) -> bool:
        """Tell whether it is those whom somebody asks about something: "questioned [them] about it"."""
        asked = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
        if any(self.sign(sign, asked) for sign in ("findings", "generic", "charges")):
            return False  # "questioned the figures about it"
        return any(
            c.dep_ == "prep" and c.lower_ in {"about", "over"} for t in (verb, *asked) for c in t.children
        )

    def tells_to(self) -> bool:
        """Tell whether it is an infinitive, what somebody is to do: "warned them [to leave]"."""
        return self.head is not None and self.head.tag_ == "VB" and is_infinitive(self.head)

    def points_the_way(self) -> bool:
        """Tell whether it is only where to: "directed the drivers [to the bridge]"."""
        return bool(self.tokens) and self.doc[self.tokens[0]].dep_ == "prep" and not self.tells_to()

    def warns_off(self, verb: Token) -> bool:
        """Tell whether somebody is warned not to do something: "warned them against [leaving]"."""
        near = (verb, *(c for c in verb.children if c.dep_ == "dobj"))
        against = [c for t in near for c in t.children if c.dep_ == "prep" and c.lower_ == "against"]
        held = (c for prep in against for c in prep.children)
        return any(c.dep_ == "pcomp" or c.lower_.endswith("ing") for c in held)

    def commits(self) -> bool:
        """Tell whether it is something to be done: "agreed to send aid", "that it would", "on a truce"."""
        if self.head is None:
            return False
        if self._is_shared_opinion():
            return False
        if self.head.pos_ not in {"VERB", "AUX"}:
            return self.head.dep_ in {"dobj", "pobj"} and self.head.ent_type_ not in {"PERSON", "ORG", "GPE"}
        own = self._future() and self._self_subject()
        ought = bool(self._modals() & _AGREED) and not self._by_one_person()
        return is_infinitive(self.head) or own or self.head.tag_ == "VBG" or ought

    def _is_shared_opinion(self) -> bool:
        """Tell whether it is only what somebody is at one with: "agreed with [the findings]"."""
        assert self.head is not None
        shared = self.head.dep_ == "pobj" and self.head.head.lower_ == "with"
        return shared and all(c.lower_ not in {"on", "to"} for c in self.head.head.head.children)

    def is_talk_to_press(self) -> bool:
        """Tell whether it is only that somebody lets himself be asked: "agreed to [an interview]".

        Or speaks unnamed: "agreed to [speak on condition of anonymity]".
        """
        if self.head is None:
            return False
        unnamed = self.head.lemma_ in _TALKING and any(self.doc[i].lower_ == "anonymity" for i in self.tokens)
        return unnamed or self.head.lemma_ == "interview"

    def _by_one_person(self) -> bool:
        """Tell whether one person speaks, who agrees with an opinion: "she agreed that it should end"."""
        speaker = head_of(self.doc, self.spans.source)
        if speaker is None or any(c.dep_ == "conj" for c in speaker.children):
            return False
        return speaker.ent_type_ == "PERSON" or speaker.lower_ in {"he", "she", "i"}

    def asks(self) -> bool:
        """Tell whether it is a question, by its mark or its order: "[Was the minister] warned, he mused"."""
        if self.head is None:
            return False
        first = self.doc[next((i for i in self.tokens if not self.doc[i].is_punct), self.tokens[0])]
        turned = first.pos_ == "AUX" and self.states() and first in {self.head, *self.head.children}
        return turned or any(c.text == "?" for c in self.head.children)

    def may_turn_out(self) -> bool:
        """Tell whether it only says that something is not settled yet: "the draft may still change"."""
        return self.head is not None and self._may_be() and self.sign("unsettled", [self.head])

    def is_no_cure(self) -> bool:
        """Tell whether it only says that something will not help by itself: "it would not be a panacea"."""
        if self.head is None or self.head.lemma_ != "be":
            return False
        what = [c for c in self.head.children if c.dep_ == "attr"]
        no = any(c.lower_ == "no" and c.dep_ == "det" for attr in what for c in attr.children)
        return (no or is_negated(self.head)) and self.sign("cures", what)

    def _may_be(self) -> bool:
        return bool(self._modals() & {"may", "might", "could"})

    def of_the_accused(self) -> bool:
        """Tell whether it is whom a lawyer defends: "men accused of murder", "a suspect"."""
        if self.head is None or self.states():
            return False
        charged = any(c.dep_ == "acl" and self.sign("done_to", [c]) for c in self.head.children)
        return charged or self.sign("clients", [self.head])

    def threat(self) -> bool:
        """Tell whether it says that harm will come from the speaker."""
        if self.head is None:
            return False
        # "It would close the crossing": one's own deed; "it would run out" is none.
        own = self._self_subject() or self._own_fighters()
        forecast = self.head.lemma_ == "face" or self.sign("forecast", [self.head])
        own_deed = self._future() and own and not forecast
        by_whom = self.head_is_noun() and self.head.lemma_ not in _ANYBODYS
        unless = self._future() and (self._would_be_done_unless() or self._if_not_heeded())
        sentence = self.head.sent
        told = [self.doc[i] for i in self.tokens if sentence.start <= i < sentence.end]
        told = list(takewhile(lambda token: token.text != ";", told))
        told = [token for token in told if not self._is_meant_by_nobody(token)]
        harm = self.sign("retaliation", told) or self.sign("harm", told)
        done = harm and (self._future() or self._self_subject() or by_whom)
        return own_deed or unless or self._would_face_it() or done

    def _would_be_done_unless(self) -> bool:
        """Tell whether it would be done unless: "would be shot unless", not "would die unless it rained"."""
        assert self.head is not None
        done = self._self_subject() or any(c.dep_ == "nsubjpass" for c in self.head.children)
        return done and has_words(("unless",), self._words())

    def _is_meant_by_nobody(self, token: Token) -> bool:
        """Tell whether consequences are such as nobody brings about on purpose: "unforeseen consequences"."""
        return token.lemma_ == "consequence" and self.sign("unmeant", token.lefts)

    def _own_fighters(self) -> bool:
        """Tell whether it is what the speaker's own forces do: "[his fighters] would burn it down"."""
        assert self.head is not None
        return self.head.lemma_ not in NO_DEED | _ENDURED and self._own_fighters_told()

    def _own_fighters_told(self) -> bool:
        """Tell whether it is said of the speaker's own forces: "[its fighters] were behind the raid"."""
        assert self.head is not None
        subjects = [c for c in self.head.children if c.dep_ == "nsubj"]
        subjects = [c for c in subjects if c.lower_ == "men" or self.sign("armed", [c])]
        return any(c.tag_ == "PRP$" for subject in subjects for c in subject.children)

    def _if_not_heeded(self) -> bool:
        """Tell whether harm depends on what the one warned does: "warned Chad it would pay if it did not"."""
        assert self.head is not None
        ifs = [c for c in self.head.children if c.dep_ == "advcl" and is_negated(c)]
        ifs = [c for c in ifs if any(m.dep_ == "mark" and m.lower_ == "if" for m in c.children)]
        warned = [c for c in self.head.head.children if c.dep_ == "dobj" and c.ent_type_ in BODIES]
        heeding = any(s.dep_ == "nsubj" and s.lower_ == "it" for c in ifs for s in c.children)
        return heeding and bool(warned) and self.head.head.lemma_ == "warn"

    def harms_if(self) -> bool:
        """Tell whether harm is told that depends on what others do: "to [besiege] it if he did not leave"."""
        if self.head is None or is_negated(self.head):
            return False
        ifs = [c for c in self.head.children if is_condition(c)]
        others = any(c.dep_ in {"nsubj", "nsubjpass"} for clause in ifs for c in clause.children)
        led = [c for c in self.head.children if c.dep_ in {"prt", "prep"} and c.i == self.head.i + 1]
        return others and self.sign("harms_if", [self.head, *led])

    def about_charges(self) -> bool:
        """Tell whether what was said, or taken a stance on, is a charge or a claim."""
        return self.head is not None and self.head.lemma_.lower() in self.book.signs.get("charges", ())

    def is_own_words(self) -> bool:
        """Tell whether it is something that was said: "his earlier [remarks]", "[what he had said]"."""
        what = bool(self.tokens) and self.doc[self.tokens[0]].lower_ == "what"
        return what or (self.head is not None and self.sign("own_words", [self.head]))

    def is_put_right(self, verb: Token) -> bool:
        """Tell whether a number or other words take the place of what was said: "amended that to three"."""
        to = next((t for t in verb.subtree if t.lower_ == "to" and t.dep_ == "prep"), None)
        new = [] if to is None else [t for c in to.children if c.dep_ == "pobj" for t in c.subtree]
        return any(t.like_num or t.i in self.quoted for t in new)

    def any_share(self) -> bool:
        """Tell whether it is one's part in something: "any [involvement]", but not "any role for it"."""
        if self.head is None or not self.sign("shares", [self.head]):
            return False
        around = {c.lower_ for c in self.head.children}
        return not around.isdisjoint({"any", "all"}) and "for" not in around

    def is_that_it_is_so(self) -> bool:
        """Tell whether it is a thought that something is so: "the idea [that the port was shut]"."""
        clauses = (
            [c for c in self.head.children if c.dep_ in {"acl", "ccomp"}] if self.head is not None else []
        )
        told = [c for c in clauses if any(m.lower_ == "that" and m.dep_ == "mark" for m in c.children)]
        # "The proposal that talks be held" is no such thought.
        return any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} for c in told for t in (c, *c.children))

    def is_a_finding(self) -> bool:
        """Tell whether it is what somebody found or thinks, and who dismisses it disputes: "the study"."""
        return self.head is not None and self.head_is_noun() and self.sign("findings", [self.head])

    def of_armed(self) -> bool:
        """Tell whether it is those who fight: "the rebels", "some of the fighters"."""
        if self.head is None or self.states():
            return False
        of = [n for c in self.head.children if c.dep_ == "prep" and c.lower_ == "of" for n in c.children]
        return self.sign("armed", [of[0] if of and self.head.pos_ in {"DET", "PRON"} else self.head])

    def of_charity(self) -> bool:
        """Tell whether it is a body that lives on gifts: "a nonprofit organisation", "two orphanages"."""
        if self.head is None or self.states():
            return False
        near = [self.head, *(c for c in self.head.children if c.dep_ in {"amod", "compound"})]
        return any(self.sign("charities", [t]) for t in near)

    def is_a_name(self) -> bool:
        """Tell whether it is a person's name, or what somebody is confirmed "as", and nothing said."""
        if self.head is None or self.states():
            return False
        as_what = self.doc[self.tokens[0]].lower_ == "as" and self.head.pos_ not in {"VERB", "AUX"}
        return as_what or (self.head.pos_ == "PROPN" and self.head.dep_ in {"dobj", "nsubjpass"})

    def withheld(self, verb: Token) -> bool:
        """Tell whether it is something kept from somebody ("denied them entry"), no charge."""
        things = [c for c in verb.children if c.dep_ == "dobj"]  # "they were denied [entry]"
        things += [self.head] if self.head is not None and self.head_is_noun() else []
        return self.sign("withheld", things)

    def is_an_ailment(self) -> bool:
        """Tell whether it is what somebody suffers from: "complained of [chest pains]"."""
        return self.head is not None and self.head_is_noun() and self.sign("ailments", [self.head])

    def head_is_noun(self) -> bool:
        """Tell whether no clause was said, only a thing ("warned of retaliation")."""
        return self.head is not None and self.head.pos_ in {"NOUN", "PROPN"}

    def verdict(self, verb: Token) -> Stance | None:
        """Return the stance of calling something that, None when it is no verdict."""
        called = _verdict_words(verb) or self._called() or name_behind(self.doc, verb, self.spans.content)
        words = self._words(called)
        found = [stance for word, stance in self.book.verdicts.items() if has_words((word,), words)]
        # "What it called a test" is a label set in another's sentence, unless the label judges.
        label = any(c.lower_ == "what" and c.dep_ in {"dobj", "nsubj", "oprd"} for c in verb.children)
        judged = strongest(found)
        if judged is Stance.CONDEMNS and self.sign("provoking", called) and self._of_tale(verb):
            return Stance.DENIES
        return judged or (Stance.SAYS if called and not label else None)

    def _of_tale(self, verb: Token) -> bool:
        """Tell whether what is called something is a tale told of oneself: "called [the story] a stunt"."""
        below = [c for c in verb.children if c.dep_ in {"dobj", "ccomp", "oprd"} and c.i > verb.i]
        told = [t for c in below for t in (c, *(s for s in c.children if s.dep_ in {"nsubj", "nsubjpass"}))]
        return self.sign("tales", told)

    def called_untrue(self, verb: Token) -> bool:
        """Tell whether something is called untrue or improbable: "dismissed the figures as implausible"."""
        called = _verdict_words(verb)
        return bool(called) and (self.sign("untrue", called) or self.sign("improbable", called))

    def _called(self) -> list[Token]:
        """Return what something is called where the parse hides it: words quoted, or a last adjective."""
        content = self.spans.content
        judged = bool(content) and self.doc[content[-1]].pos_ == "ADJ"
        judged = judged or any(self.doc[i].lower_ == "as" for i in content)
        return [self.doc[i] for i in content] if judged or self.quoted.intersection(content) else []

    def lawful(self, tokens: Iterable[Token]) -> bool:
        """Tell whether words find something lawful or needed: "defended the curfew as [necessary]"."""
        told = list(tokens)
        verdicts = [word for word, stance in self.book.verdicts.items() if stance is Stance.JUSTIFIES]
        conforms = self.sign("conforming", told) and self.sign("laws", told)
        return self.sign("justifies", told) or conforms or has_words(verdicts, self._words(told))

    def _is_inferred(self) -> bool:
        """Tell whether a modal concludes or reproaches and asks for nothing.

        "I must say it is late", "must be behind it", "must have known", "should never have been sold",
        "the rain should help", "should be aware that it rains",
        "no one should think so", "there should be enough", "should be able to pay".
        """
        assert self.head is not None
        if any(c.lower_ == "have" and c.dep_ == "aux" for c in self.head.children):
            return True
        if self._is_minded() or self._leads_to_view():
            return True
        if "should" in self._modals():
            nobody = any(t.lower_ in {"no", "nobody"} for t in self._subject_words()[:1])
            nobody = nobody and self.head.lemma_ in NO_DEED | MINDED
            comes = self.sign("forecast", [self.head]) and not self.of_another
            suffices = any(c.lower_ in _SUFFICING and c.dep_ in {"attr", "acomp"} for c in self.head.children)
            return comes or suffices or nobody
        place = any(c.dep_ == "prep" and c.lower_ in {"behind", "in", "at"} for c in self.head.children)
        return self.head.lemma_ == "be" and place

    def _leads_to_view(self) -> bool:
        """Tell whether it only leads to what one has to tell: "I must say [that it is late]"."""
        assert self.head is not None
        clause = any(c.dep_ == "ccomp" for c in self.head.children)
        told = [c for c in self.head.children if c.dep_ in {"dobj", "dative"}]
        to_you = all(c.lower_ == "you" for c in told)
        return self._first_person() and clause and to_you and self.sign("arguing", [self.head])

    def _is_minded(self) -> bool:
        """Tell whether all that somebody is to do is to bear in mind that something is so.

        "They should know [that it is so]", "people should be aware [that it is so]", "it must be noted".
        """
        assert self.head is not None
        aware = [c for c in self.head.children if c.dep_ == "acomp" and self.sign("minding", [c])]
        return any(self._holds_statement(t) for t in (self.head, *aware) if self.sign("minding", [t]))

    def _holds_statement(self, word: Token) -> bool:
        """Tell whether a clause that is no question hangs on a word: "they should know [that it is so]"."""
        clauses = [c for c in word.children if c.dep_ == "ccomp"]
        return any(all(t.lower_ not in _OPENERS | {"which"} for t in c.subtree) for c in clauses)

    def _of_charges(self, sign: str) -> bool:
        """Tell whether a sign is said of a charge: "the allegations are baseless", "it is true that …".

        Of "is not baseless" it is not.
        """
        assert self.head is not None
        words = self.book.signs.get(sign, ())
        if is_negated(self.head):
            words = tuple(word for word in words if word.startswith(("not ", "no ")))
        subject = next((c for c in self.head.children if c.dep_ in {"nsubj", "nsubjpass", "expl"}), None)
        behind = [t for t in self._predicate() if subject is None or t.i > subject.i]
        if not has_words(words, self._words(behind)):
            return False
        return subject is not None and subject.lemma_.lower() in self.book.signs.get("charges", ())

    def taken_back(self) -> bool:
        """Tell whether the speaker finds wrong what it said before: "its earlier figure was mistaken"."""
        if self.head is None:
            return False
        subject = self._subject_words()
        speaker = head_of(self.doc, self.spans.source)
        person = speaker is not None and speaker.tag_ == "NNP" and speaker.ent_type_ not in BODIES
        owned = any(t.dep_ == "poss" and t.head.head == self.head for t in subject)
        # A body's earlier figure is its own; a person may speak of what others reported first.
        return (
            (owned or not person)
            and self.sign("earlier", subject)
            and self.sign("mistaken", self._predicate())
        )


def strongest(found: Sequence[Stance]) -> Stance | None:
    """Return the stance that tells most of several, None of none."""
    order = (Stance.DENIES, Stance.CONDEMNS, Stance.ACCUSES, Stance.JUSTIFIES, Stance.SUPPORTS)
    return next((stance for stance in order if stance in found), None)


def is_label(verb: Token, book: StanceBook) -> bool:
    """Tell whether a verb of plain telling gives something a name: "described the raid as a crime"."""
    labelling = verb.lemma_ in book.signs.get("labelling", ())
    return labelling and any(t.lower_ == "as" and t.dep_ == "prep" for t in _verdict_words(verb))


def _is_last_as(token: Token, thing: Token) -> bool:
    """Tell whether "as" leads to a label, parsed far inside: "the plan to sink ships [as] mad"."""
    if token.lower_ != "as" or token.dep_ != "prep" or token.nbor(-1).lower_ == "such":
        return False
    between = []
    while token.i != thing.i:
        between.append(token.dep_)
        token = token.head
    return not {"relcl", "ccomp", "advcl"}.intersection(between)


def _verdict_words(verb: Token) -> list[Token]:
    """Return what something is called: "called it [a breach]", "described it as [routine]"; [] if nothing."""
    # "Described [the raid as a crime]" often has "as" hang on the raid.
    behind = [c for c in verb.children if c.dep_ == "dobj"]
    told = [c for c in verb.children if c.dep_ in {"oprd", "ccomp", "xcomp", "attr", "acomp"}]
    told += [c for one in (verb, *behind) for c in one.children if c.dep_ == "prep" and c.lower_ in _AS]
    told = told or [c for one in behind for c in one.subtree if _is_last_as(c, one)][-1:]
    return [t for c in told for t in c.subtree]
