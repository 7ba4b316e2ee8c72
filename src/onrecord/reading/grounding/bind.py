"""Bind dates, places and figures to the happenings they belong to, by the parse.

A date on the verb of saying tells when it was said, not when it happened; a place or a number binds only
inside the clause of its happening. What hangs elsewhere stays unbound: rather nothing than a guess.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from spacy.tokens import Doc, Token

from onrecord.codebook.plover import WORDS
from onrecord.codebook.wordclasses import word_classes
from onrecord.reading.grounding.clauses import (
    believed_of,
    carrier_verbs,
    governor,
    is_inside_name,
    is_of_comparing,
    nominal_top,
    taken_up_by_when,
)
from onrecord.reading.grounding.counted import is_part
from onrecord.reading.grounding.measures import measures
from onrecord.reading.grounding.told_counts import completes, counts_children, is_its_toll
from onrecord.reading.infinitives import is_infinitive
from onrecord.reading.layers import DateMention, FigureMention, Grounding, Happening, Layers, PlaceMention
from onrecord.records import DatePrecision, EventType, Figure, Hedge, PartyKind, Place, PlacePrecision, When

__all__ = ["ground"]

Mentioned = TypeVar("Mentioned", DateMention, PlaceMention, FigureMention)

WHERE = frozenset(
    {
        "in", "at", "near", "on", "outside", "inside", "around", "across", "along", "over", "off",
        "throughout", "within", "above", "beneath", "north", "south", "east", "west", "against",
    }
)  # fmt: skip
"""Prepositions that say where; "against" only where something is attacked."""
WHITHER = frozenset({"to", "into", "toward", "towards", "onto"})
WHENCE = frozenset({"from", "out"})
MOVES = frozenset({EventType.MOBILIZE, EventType.CONSULT})
PEOPLE_SENT = "troops"
"""Kind of item that is where it was sent to; a weapon sent somewhere only tells who gets it."""
ABOUT = frozenset({EventType.CONSULT, EventType.REJECT, EventType.AGREE, EventType.REQUEST})
"""Types of deeds whose "on" tells what they are about."""
ATTACKS = frozenset({EventType.ASSAULT, EventType.COERCE})
UNDERGOER = frozenset({"dobj", "nsubjpass", "oprd", "attr", "dative"})
SMALLEST_FIRST = (
    PlacePrecision.POINT,
    PlacePrecision.CITY,
    PlacePrecision.REGION,
    PlacePrecision.AREA,
    PlacePrecision.COUNTRY,
    PlacePrecision.UNKNOWN,
)


def ground(doc: Doc, layers: Layers) -> tuple[Grounding, ...]:
    """Return when, where and how many for each happening, in the order of `layers.happenings`.

    Reads `layers.dates`, `places`, `figures` and `attributions`.
    """
    heads = {happening.head for happening in layers.happenings}
    cues = {i for one in layers.attributions for i in one.cue} - heads
    return tuple(
        Grounding(
            _when(doc, layers, happening, heads, cues),
            _place(doc, layers, happening, heads, cues),
            _figures(doc, layers, happening, heads),
        )
        for happening in layers.happenings
    )


def _when(doc: Doc, layers: Layers, happening: Happening, heads: set[int], cues: set[int]) -> When | None:
    head = doc[happening.head]
    own: list[DateMention] = []
    for mention in _in_sentence(head, layers.dates):
        root = doc[mention.start : mention.end].root
        if (
            mention.when is not None
            and mention.timex != "SET"
            and head.i not in range(mention.start, mention.end)
            and not is_inside_name(root, heads)
            and not _is_of_time_before(root)
            and not _is_of_aside(root, head)
            and not _is_of_what_it_answers(root, head)
            and not _is_beside_in_name(root, head)
            and not _is_of_event_since(root)
            and not is_of_comparing(root)
            and not _is_of_step_towards(head)
            and not _is_of_asking(root, head)
            and not _is_of_saying(mention.when, root, head, layers)
        ):
            place = governor(root, heads | cues)
            if place is not None and place.i not in cues and place in carrier_verbs(head, heads, cues):
                own.append(mention)
    if not own:
        return (
            taken_up_by_when(head, layers.dates)
            or _shared(doc, layers, head, heads, cues)
            or _of_what_harmed(head, layers.dates)
            or _of_what_stopped(head, layers.dates, heads | cues)
            or _of_what_is_to_come(head, layers)
        )
    own.sort(
        key=lambda m: (m.when is None or m.when.precision is not DatePrecision.DAY, abs(m.start - head.i))
    )
    return own[0].when


def _is_of_aside(root: Token, deed: Token) -> bool:
    """Tell whether a date ends an aside on a deed before: "the cut, hinted at on [6 May], follows it"."""
    behind = root.doc[root.i + 1 : root.i + 2]
    commas = [t.i for t in root.doc[root.sent.start : root.i] if t.text == ","]
    if not commas or not behind or behind[0].text != "," or root.head.lower_ not in ("on", "in"):
        return False
    aside = root.doc[commas[-1] + 1 : root.i]
    opening = next((t for t in aside if t.pos_ != "ADV"), None)
    noun = root.doc[commas[-1] - 1].pos_ == "NOUN" if commas[-1] > root.sent.start else False
    return (
        noun
        and opening is not None
        and opening.tag_ == "VBN"
        and deed not in (*aside, root.doc[commas[-1] - 1])
    )


def _is_of_time_before(root: Token) -> bool:
    """Tell whether a date tells when was what only tells the time: "after a test [in January]"."""
    token = root
    while token.dep_ in ("pobj", "prep", "npadvmod", "nmod", "advmod") and token.head != token:
        of_day = token.ent_type_ == "TIME" or token.lower_ in _HOURS  # "before dawn [on Monday]"
        if token != root and not of_day and token.dep_ == "pobj" and token.head.lower_ in _AROUND_TIMES:
            return True
        token = token.head
    return False


def _is_of_step_towards(head: Token) -> bool:
    """Tell whether a deed has only come nearer: "moved a step closer to [imposing] it on Friday"."""
    to = head.head
    return head.dep_ == "pcomp" and to.lower_ == "to" and to.i > 0 and to.nbor(-1).lower_ == "closer"


def _is_of_what_it_answers(root: Token, head: Token) -> bool:
    """Tell whether a date may be that of what a deed answers: "in retaliation for a raid [in May]"."""
    between = root.doc[head.i + 1 : root.i]
    return any(t.lower_ in _ANSWERS and t.dep_ in ("pobj", "compound", "attr") for t in between)


def _is_beside_in_name(root: Token, head: Token) -> bool:
    """Tell whether a date is that of something in an apposition: "in Orim, the site of [fighting in May]"."""
    phrase = root.head if root.dep_ == "pobj" else root
    noun = phrase.head
    if noun.dep_ == "appos":
        of = any(c.lower_ == "of" and c.i < phrase.i for c in noun.children)
        return of and noun.i > head.i and phrase.left_edge.nbor(-1).text != ","
    if noun.dep_ != "pobj" or noun == head:
        return False
    above = next((t for t in noun.ancestors if t == head or t.dep_ == "appos"), head)
    return above != head and above.i > head.i


def _is_of_event_since(root: Token) -> bool:
    """Tell whether a date is that of what a deed has been done since: "since the quake [nine days ago]"."""
    before = root.doc[max(0, root.left_edge.i - 1)]
    return (
        before.dep_ == "pobj" and before.pos_ == "NOUN" and before.head.lower_ == "since" and root != before
    )


def _is_of_asking(root: Token, head: Token) -> bool:
    """Tell whether a date is that of asking for a deed: "will ask them [on Thursday] to suspend flights"."""
    asking = head.head
    if head.dep_ not in ("xcomp", "ccomp") or not is_infinitive(head) or asking.lemma_ not in _ASKING:
        return False
    return asking.i < root.i < head.i and governor(root, {asking.i, head.i}) == asking


def _is_of_saying(when: When, root: Token, head: Token, layers: Layers) -> bool:
    """Tell whether a day that is over is that of a threat or promise of the deed, not the deed's: "threatened
    to attack [last month]"."""
    published = layers.article.published
    if published is None or when.end is None or when.end >= published or root.dep_ != "npadvmod":
        return False
    will = head.head
    past = will.tag_ == "VBD" and will.lemma_ in _WILL
    return past and head.dep_ == "xcomp" and is_infinitive(head) and root.i > head.i


_ASKING = frozenset(
    {"ask", "urge", "request", "beg", "order", "press", "invite", "command", "instruct", "tell"}
)
_WILL = frozenset({"threaten", "promise", "vow", "pledge", "offer", "swear", "agree", "decide", "refuse"})
_ANSWERS = frozenset({"retaliation", "response", "reaction", "revenge", "reprisal", "retribution"})
_HOURS = frozenset(
    {"dawn", "daybreak", "dusk", "midday", "midnight", "nightfall", "noon", "sunrise", "sunset"}
)
_AROUND_TIMES = frozenset({"after", "before", "since", "following", "until", "amid"})


def _of_what_harmed(head: Token, dates: tuple[DateMention, ...]) -> When | None:
    """Return the date of the attack told to have done the harm: "the raid in [May 2011] killed nine"."""
    if head.lemma_ not in _HARMING or head.pos_ != "VERB":
        return None
    attacks = [c for c in head.children if c.dep_ == "nsubj" and c.pos_ == "NOUN"]
    for mention in _in_sentence(head, dates):
        root = head.doc[mention.start : mention.end].root
        placed = root.dep_ == "pobj" and root.head.lower_ in ("in", "on") and root.head.head in attacks
        if mention.when is not None and mention.timex != "SET" and placed:
            return mention.when
    return None


def _of_what_stopped(head: Token, dates: tuple[DateMention, ...], stops: set[int]) -> When | None:
    """Return the date behind a deed that was stopped, which is that of stopping: "stopped selling arms in
    [May]"."""
    stopped = [c for c in head.children if c.dep_ == "xcomp" and c.tag_ == "VBG" and head.lemma_ in _STOPPING]
    for mention in _in_sentence(head, dates):
        root = head.doc[mention.start : mention.end].root
        if mention.when is not None and mention.timex != "SET" and governor(root, stops) in stopped:
            return mention.when
    return None


def _of_what_is_to_come(head: Token, layers: Layers) -> When | None:
    """Return a day yet to come right behind the deed that a verb of saying has for its object.

    Nobody has spoken on it: "promised elections in [May 2027]".
    """
    published = layers.article.published
    if published is None or head.dep_ != "dobj" or head.pos_ != "NOUN":
        return None
    for mention in _in_sentence(head, layers.dates):
        root = head.doc[mention.start : mention.end].root
        preposition = root.head
        near = root.dep_ == "pobj" and preposition.lower_ in _ON and preposition.i == head.right_edge.i + 1
        start = mention.when.start if mention.when is not None and mention.timex != "SET" else None
        if near and preposition.head == head.head and start is not None and start > published:
            return mention.when
    return None


_ON = frozenset({"in", "on", "for", "at", "during"})
_STOPPING = frozenset({"stop", "cease", "quit", "halt", "suspend"})
_HARMING = frozenset({"kill", "wound", "injure", "destroy", "damage"})


def _shared(doc: Doc, layers: Layers, head: Token, heads: set[int], cues: set[int]) -> When | None:
    """Return the date a clause opens with, for the later verbs joined to its first one by "and"."""
    first = head
    while first.dep_ == "conj" and first.head.pos_ in ("VERB", "AUX"):
        first = first.head
    if first == head or first.i in cues:
        return None
    for mention in _in_sentence(head, layers.dates):
        root = doc[mention.start : mention.end].root
        if mention.when is not None and mention.end <= first.i and governor(root, heads | cues) == first:
            return mention.when
    return None


def _place(doc: Doc, layers: Layers, happening: Happening, heads: set[int], cues: set[int]) -> Place | None:
    head = doc[happening.head]
    carriers = carrier_verbs(head, heads, cues)
    found: list[tuple[int, int, int, PlaceMention]] = []
    doers = {party.span.start for party in happening.actors if party.span is not None}
    for mention in _in_sentence(head, layers.places):
        if doc[mention.start].idx in doers or _is_in_name_of_group(mention, layers):
            continue
        root = doc[mention.start : mention.end].root
        if mention.place.precision is PlacePrecision.COUNTRY and root.head.lower_ in ("outside", "of"):
            continue  # "the first victim outside Peru" tells only where it was not
        if _is_of_what_it_answers(root, head):
            continue
        rank = _place_rank(root, happening, carriers, heads | cues)
        if rank is not None:
            size = SMALLEST_FIRST.index(mention.place.precision)
            found.append((rank, size, abs(mention.start - head.i), mention))
    if not found:
        return None
    return min(found, key=lambda one: one[:3])[3].place


def _is_in_name_of_group(place: PlaceMention, layers: Layers) -> bool:
    """Tell whether a place is a word of a group's name: "the Shield in [Norland]"."""
    return any(
        m.start < place.start and place.end <= m.end and m.party.kind is PartyKind.GROUP
        for m in layers.mentions
    )


def _place_rank(root: Token, happening: Happening, carriers: list[Token], stops: set[int]) -> int | None:
    """Return how well a place fits as where it happened, 0 best; None when it does not."""
    of = root.head.lower_ == "of" and root.dep_ == "pobj" and root.head.head == carriers[0]
    if of and happening.type in ATTACKS:
        return 1  # "the shelling of Kharkiv"
    top = nominal_top(root)
    if top != root and top.ent_type_ == "PERSON" and root.dep_ in ("compound", "nmod"):
        return None  # "killed [Oslo] student Ane Lund" tells whence she is
    if top.head in carriers and top.dep_ in ("dobj", "nsubjpass") and happening.type in ATTACKS:
        return 1  # "shelled Kharkiv"
    if top.dep_ == "poss" or (top.dep_ in ("compound", "nmod") and top.head in carriers):
        return 2 if top.head in carriers and top.dep_ != "poss" else None  # "the Kharkiv attack"
    preposition = top.head
    if top.dep_ != "pobj":
        return None
    while preposition.head.dep_ == "prep" and preposition.head.head != preposition.head:
        if preposition.head.lower_ not in WHERE | WHITHER:
            break
        preposition = preposition.head
    word = preposition.lower_
    place = governor(root, stops)
    if place is None or place not in carriers or _is_beside(preposition, place):
        return None
    if happening.type in WORDS and not {preposition.head, preposition.head.head} & set(carriers):
        return None  # "rejected a ruling by a court in Oslo": the words were spoken elsewhere
    if word == "against" and happening.type not in ATTACKS:
        return None
    if word in ("on", "over") and happening.type in (EventType.SANCTION, EventType.CONCEDE):
        return None  # "an embargo on Syria", "lifted it" tell whom it hits
    if word in ("on", "over") and happening.type in ABOUT:
        return None  # "talks over Syria", "vetoed a resolution on Syria" tell what about
    if word == "into" and happening.type in ATTACKS:
        return 1  # "fired shells into Lebanon"
    if word in WHERE:
        return 0
    sent = any(item.kind == PEOPLE_SENT for item in happening.items)
    if word in WHITHER and (happening.type in MOVES or sent):
        return 1
    if word in WHENCE and happening.mode == "withdraw":
        return 1
    return None


def _is_beside(preposition: Token, deed: Token) -> bool:
    """Tell whether a place is only told beside a deed: who somebody is, what for, through whom.

    "Ilo Varn, [an aide from the capital], was shot", "spare parts for [use in Peru] were sold", "rejected a
    request from [teachers in Peru]".
    """
    above = preposition.head
    things = [c for c in deed.children if c.dep_ == "dobj" and c.i < preposition.i]
    if deed.lemma_ in _DECIDING and (things or above.dep_ == "nsubjpass"):
        return True  # "approved [polling stations in Peru]"
    while above != deed and above.head != above:
        if above.dep_ == "appos" or (above.dep_ == "prep" and above.lower_ in ("for", "through")):
            return True
        if above.lower_ == "from" and above.head != deed and above.head.lemma_ in word_classes().come_from:
            return above.head.pos_ == "NOUN"
        above = above.head
    return False


_DECIDING = frozenset(
    {"approve", "authorise", "authorize", "permit", "allow", "sanction", "endorse", "ratify"}
)


def _figures(doc: Doc, layers: Layers, happening: Happening, heads: set[int]) -> tuple[Figure, ...]:
    head = doc[happening.head]
    return tuple(
        _of_most(doc, mention)
        for mention in _in_sentence(head, layers.figures)
        if _counts(doc, mention, happening, heads, layers)
    )


def _of_most(doc: Doc, mention: FigureMention) -> Figure:
    """Return a figure, as the most that there may be where only some of it is told: "most of the [900]"."""
    of = _of_before(doc, mention)
    some = of is not None and doc[of - 1].lower_ in _SOME and mention.figure.hedge is Hedge.EXACT
    return replace(mention.figure, hedge=Hedge.UP_TO, low=None) if some else mention.figure


def _counts(doc: Doc, mention: FigureMention, happening: Happening, heads: set[int], layers: Layers) -> bool:
    """Tell whether a figure counts what the happening is about: its objects, items or victims."""
    head = doc[happening.head]
    span = mention.figure.span
    counted = doc[mention.counted] if mention.counted is not None else doc[mention.start : mention.end].root
    told_behind = head.dep_ in ("acl", "relcl") and head.head == counted
    apart = is_part(doc[mention.start : mention.end]) if told_behind else _is_whole(doc, mention, layers)
    if apart or _counts_sources(mention, layers) or counts_children(doc, mention):
        return False
    for item in happening.items:
        if item.span.start <= counted.idx < item.span.end or item.span.overlaps(span):
            return _nearest(head, counted, heads)
    top = nominal_top(counted)
    verb, role = believed_of(top) or (top.head, top.dep_)
    if role == "npadvmod" and top.pos_ == "NUM" and any(c.lower_ == "of" for c in top.children):
        role = "dobj"  # "shot down [62 of 88 drones]", as the parse has it
    role = "dobj" if role == "nummod" and verb.dep_ == "conj" else role  # "were killed and [160] hurt"
    if (mention.figure.measure is not None or head.dep_ == "acl") and completes(counted, head):
        return True
    measure = mention.figure.measure
    if measure is not None and (counted == head or is_its_toll(counted, head, heads)):
        return True  # "confirmed nine deaths"
    own = measures().objects.get(head.lemma_) if head.pos_ == "VERB" else None
    if head.dep_ == "acl" and head.head == counted and measure is not None and measure == own:
        return True  # "shot down 12 of [15 missiles] fired by the rebels"
    of = counted.head
    if counted.dep_ == "pobj" and of.lower_ == "of" and of.head == head == top:
        return True  # "the kidnapping of 40 girls shocked many"
    if verb.pos_ not in ("VERB", "AUX"):
        # "the death of 12 people": the noun itself is the deed; but "of the [12 mayors], six left"
        behind = top.dep_ == "pobj" and top.i > head.i
        return verb == head or (behind and top.head.lower_ == "of" and top.head.head == head)
    moves = happening.type is EventType.MOBILIZE and not happening.items
    if (moves or happening.type is EventType.PROTEST) and role == "nsubj" and head in (verb, *verb.children):
        return True  # "14 jets crossed the line", "2,000 workers joined the walkout"
    if not _undergoes(role, verb):
        return False
    harm = measure in _HARM or (measure is not None and own in (None, measure))
    toll = harm and happening.type in (*ATTACKS, None)
    while verb.i not in heads and verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        # "seized 200 girls and [57 of them] escaped"
        if not toll and (role in ("nsubj", "nsubjpass") or _has_its_own(verb.head, top, happening)):
            return False
        verb = verb.head
    if verb == head or (verb.dep_ == "ccomp" and verb.head == head and head.lemma_ in _LETTING):
        return True
    # "the attack killed 12", "an attack that left 12 dead", "12 were killed in the attack"
    told_by_noun = (
        head.pos_ in ("NOUN", "PROPN") and verb.i not in heads and mention.figure.measure is not None
    )
    if not told_by_noun:
        return False
    if verb.dep_ == "relcl" and verb.head == head:
        return True
    for child in verb.children:
        if child.dep_ == "nsubj" and head in child.subtree and _is_top_event(head, child):
            return True
        within = child.dep_ in ("prep", "agent") and child.lower_ in ("in", "by", "during", "after")
        if within and head in child.children:
            return True
    return False


_HARM = frozenset({"killed", "wounded", "casualties", "missing"})
"""What became of those who are a toll together; not those captured."""


def _counts_sources(mention: FigureMention, layers: Layers) -> bool:
    """Tell whether a number is of those who say it: "the army is on alert, [two] officials said"."""
    return any(mention.start in one.source_tokens for one in layers.attributions)


def _is_whole(doc: Doc, mention: FigureMention, layers: Layers) -> bool:
    """Tell whether a figure is the whole of which the one before it counts some: "9 of the [12] hostages".

    The part is a figure that has been read, whatever the parse makes of the two ("a third of the 12").
    """
    of = _of_before(doc, mention)
    if of is None:
        return False
    if doc[of - 1].lower_ in _SINGLED_OUT:
        return True
    part = of - 1 if doc[of - 1].lower_ == "out" else of
    return any(other.end == part for other in layers.figures)


_SINGLED_OUT = frozenset({"first", "second", "third", "last", "latest", "next", "half"})
"""What tells that only some are meant of those counted behind it: "the [first] of 31 tanks"."""


def _has_its_own(first: Token, counted: Token, happening: Happening) -> bool:
    """Tell whether what is counted is only a later verb's: "recognised them and freed [$9 million]".

    An attack is told with what it led to ("raided the home and seized 40 rifles"), but not where it is told
    of its subject: "has been shut down and claims [900 members]".
    """
    passive = any(c.dep_ in ("nsubjpass", "auxpass") for c in first.children)
    if happening.type in ATTACKS and not passive:
        return False
    held = any(c.dep_ in ("dobj", "nsubjpass", "dative") for c in first.children)
    met = happening.type is EventType.CONSULT and any(c.lower_ in ("to", "with") for c in first.children)
    return counted.dep_ != "nsubjpass" and (held or passive or met)


def _of_before(doc: Doc, mention: FigureMention) -> int | None:
    """Return the "of" before a figure: "9 [of] the country's 12 regions"; None for none."""
    of = mention.start - 1
    while of > 0 and (doc[of].tag_ in ("DT", "PRP$", "JJ", "POS", "VBN") or doc[of + 1].tag_ == "POS"):
        of -= 1
    return of if of > 0 and doc[of].lower_ == "of" else None


_SOME = frozenset({"most", "many", "some", "several", "few", "majority", "part", "much"})
_LETTING = frozenset({"let", "make", "see"})
"""Verbs whose deed those do who are told in their clause: "let 13 fishermen go"."""


def _is_top_event(head: Token, subject: Token) -> bool:
    return head == subject or (head.dep_ in ("conj", "pobj") and head.head.head == subject)


def _undergoes(role: str, verb: Token) -> bool:
    if role in UNDERGOER or role == "ROOT":
        return True
    has_object = any(child.dep_ in ("dobj", "ccomp") for child in verb.children)
    return role == "nsubj" and not has_object


def _nearest(head: Token, counted: Token, heads: set[int]) -> bool:
    """Tell whether no other happening stands between a counted item and this one."""
    for above in counted.ancestors:
        if above.i in heads:
            return above == head
    return True


def _in_sentence(head: Token, mentions: tuple[Mentioned, ...]) -> Iterator[Mentioned]:
    sentence = head.sent
    for mention in mentions:
        if sentence.start <= mention.start < sentence.end:
            yield mention
