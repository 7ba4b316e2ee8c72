"""What sort of source somebody, or something, is: known, nobody in particular, a thing, a writing."""

from spacy.tokens import Doc, Token

from onrecord.codebook.roles import roles
from onrecord.codebook.wordclasses import word_classes
from onrecord.reading.attribution.wording import head_of
from onrecord.reading.layers import Mention
from onrecord.records import Party, PartyKind

__all__ = [
    "is_known",
    "is_public_figure",
    "is_signed_picture",
    "is_somebody",
    "is_speaker",
    "is_thing",
    "is_unknown_noun",
    "is_unsigned",
    "is_unsigned_writing",
    "is_writing",
    "moves_envoy",
    "moves_forces",
    "names_itself",
    "orders_goods",
    "questions_people",
    "recalls_goods",
    "written_by",
]

_PUBLIC = frozenset(
    {"opposition", "political", "senior", "leading", "prominent", "religious", "public", "key", "rebel"}
    | {"tribal", "exiled", "dissident", "military", "pro", "government"}
)
"""What a figure that speaks is called."""


_OF_SEVERAL = frozenset({"none", "neither", "both", "either"})
"""What the parser tags as a noun before those it counts."""

_OFFICIAL = frozenset(
    {"official", "government", "ministry", "police", "army", "military", "company", "industry"}
)
"""Words before figures and pictures that tell whose they are."""

_ITSELF = frozenset({"itself", "himself", "herself", "themselves"})


def is_somebody(sources: tuple[Party, ...]) -> bool:
    """Tell whether any source is more than a description nobody knows."""
    return any(is_known(party) or party.of is not None for party in sources)


def is_known(party: Party) -> bool:
    """Tell whether a party is somebody by name, or at least of a known sector ("rebels")."""
    return party.kind is not PartyKind.UNKNOWN or party.sector is not None


def is_thing(doc: Doc, party: Party, mentions: tuple[Mention, ...]) -> bool:
    """Tell whether a source is a thing rather than somebody: a common noun that no mention knows.

    Documents speak ("the report says"), and a group that has a name ("a group calling itself the
    Free Coast"); shells, papers and droughts do not.
    """
    if party.span is None or is_known(party):
        return False
    span = doc.char_span(party.span.start, party.span.end, alignment_mode="expand")
    named = span is not None and any(names_itself(c) for c in span.root.children)
    return span is not None and is_unknown_noun(span.root, mentions) and not named


def names_itself(verb: Token) -> bool:
    """Tell whether a verb only gives the name of what it is told of, or does by it what the name tells.

    "A group [calling] itself …", "its charity, [called] the Lier Fund, owns it", "[declared] the envoy
    persona non grata".
    """
    if any(c.lower_ in _UNWELCOME for c in verb.children):
        return True
    if verb.lemma_ not in {"call", "style"}:
        return False
    if verb.dep_ in {"acl", "relcl"} and any(c.lower_ in _ITSELF for c in verb.children):
        return True
    called = {c.dep_ for c in verb.children}
    apart = verb.i > 0 and verb.nbor(-1).text == "," and verb.tag_ in {"VBN", "VBD"}
    return apart and "oprd" in called and "dobj" not in called


_UNWELCOME = frozenset({"persona", "personae"})

_POSTED = frozenset({"ambassador", "diplomat", "envoy", "consul", "attache", "attaché", "emissary"})


def puts_in_force(verb: Token) -> bool:
    """Tell whether a word of saying puts special powers in force: "[declared] a state of emergency"."""
    if verb.lemma_ not in {"declare", "proclaim", "announce"}:
        return False
    declared = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    of = (o for c in declared for p in c.children if p.lower_ == "of" for o in p.children)
    return any(t.lower_ in _POWERS for t in (*declared, *of))


_POWERS = frozenset({"emergency", "siege", "curfew"})


def moves_envoy(verb: Token) -> bool:
    """Tell whether a verb of saying moves an envoy: "[recalled] its envoy", "[called] in the envoy".

    Not "recalled the ambassador telling him".
    """
    if verb.lemma_ == "recall":
        own = [c for c in verb.children if c.dep_ == "dobj" and c.lemma_ in _POSTED]
        return any(c.dep_ == "poss" for t in own for c in t.children)
    inside = verb.doc[verb.i + 1 : verb.i + 2]
    if verb.lemma_ != "call" or not inside or inside[0].lower_ != "in":
        return False
    called = (c for t in (verb, inside[0]) for c in t.children if c.dep_ in ("dobj", "pobj"))
    return any(t.lemma_ in _POSTED for t in called)


def recalls_goods(verb: Token) -> bool:
    """Tell whether a maker or a state calls faulty goods back: "[recalled] 9,000 cars"."""
    named = word_classes().recalled_goods
    things = [c for c in verb.children if c.dep_ == "dobj"]
    goods = any(t.lemma_.lower() in named for thing in things for t in thing.subtree)
    return verb.lemma_ == "recall" and goods and not any(c.tag_ == "VBG" for t in things for c in t.children)


def orders_goods(verb: Token) -> bool:
    """Tell whether somebody only buys: "[ordered] 40 trucks from a firm"."""
    named = word_classes().ordered_goods
    goods = [c for c in verb.children if c.dep_ == "dobj" and c.lemma_.lower() in named]
    maker = any(c.lower_ == "from" for t in (verb, *goods) for c in t.children)
    return verb.lemma_ == "order" and bool(goods) and maker


def moves_forces(verb: Token) -> bool:
    """Tell whether an order only sends forces somewhere: "[ordered] the carrier to the gulf".

    Not "ordered the carrier to turn back", which tells what they are to do.
    """
    forces = word_classes().named_ships | word_classes().forces_sent
    sent = [c for c in verb.children if c.dep_ == "dobj" and c.lemma_.lower() in forces]
    ways = [c for t in (verb, *sent) for c in t.children if c.dep_ == "prep" and c.lower_ in _WHERETO]
    told = any(c.dep_ in ("xcomp", "ccomp") for c in verb.children)
    return verb.lemma_ == "order" and bool(sent) and bool(ways) and not told


_WHERETO = frozenset({"to", "into", "toward", "towards"})


def questions_people(verb: Token) -> bool:
    """Tell whether people are questioned, and nothing is doubted: "[questioned] the crew"."""
    asked = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    return verb.lemma_ == "question" and any(_is_people(t) for t in asked)


def _is_people(noun: Token) -> bool:
    classes = word_classes()
    listed = classes.humans | classes.callings | classes.questioned | frozenset(roles().unnamed)
    person = noun.ent_type_ == "PERSON" or noun.lower_ in _HUMAN
    return person or (noun.pos_ == "NOUN" and noun.lemma_.lower() in listed)


_HUMAN = frozenset({"him", "her", "them", "me", "us"})


def is_unknown_noun(token: Token, mentions: tuple[Mention, ...]) -> bool:
    """Tell whether a word is a common noun that no mention knows: no writing, no body of people."""
    if any(m.start <= token.i < m.end for m in mentions) or is_speaker(token):
        return False
    return token.pos_ == "NOUN" and not is_writing(token)


def is_speaker(noun: Token) -> bool:
    """Tell whether a noun is people or a body that speaks: "union", "a man [who] …", "[none] of them"."""
    word, classes, table = noun.lemma_.lower(), word_classes(), roles()
    known = word in classes.collectives | classes.speakers | classes.callings | classes.group_nouns
    known = known or word in table.offices or word in table.unnamed or word in table.bodies
    who = any(c.lower_ == "who" for verb in noun.children if verb.dep_ == "relcl" for c in verb.children)
    return known or who or word in _OF_SEVERAL or is_public_figure(noun)


def is_writing(token: Token) -> bool:
    """Tell whether a word names something said or written, which speaks: "report", "poll".

    A picture or a number does where the text tells whose it is: "pictures released by the navy".
    """
    word = token.lemma_.lower()
    named = word in roles().writings | roles().documents or is_signed_picture(token)
    return named and not is_public_figure(token)


def is_unsigned_writing(noun: Token) -> bool:
    """Tell whether a writing is none that somebody speaks in, such as a statement: "the survey"."""
    return is_writing(noun) and noun.lemma_.lower() not in roles().signed


def is_signed_picture(noun: Token) -> bool:
    """Tell whether pictures or figures are told with whose they are: "official data", "images by Nortix"."""
    if noun.lemma_.lower() not in roles().pictures or noun.pos_ not in {"NOUN", "PROPN"}:
        return False
    before = [c for c in noun.children if c.i < noun.i and c.dep_ in {"poss", "compound", "nmod", "amod"}]
    owned = any(c.dep_ == "poss" or c.pos_ == "PROPN" or c.lower_ in _OFFICIAL for c in before)
    told = [noun, *(c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBN")]
    by = (c for t in told for c in t.children if c.dep_ in {"agent", "prep"} and c.lower_ in {"by", "from"})
    return owned or any(c.dep_ == "pobj" for p in by for c in p.children)


def is_public_figure(noun: Token) -> bool:
    """Tell whether a figure or number is somebody: "an opposition [figure]", "his opposite [number]"."""
    told = {c.lower_ for c in noun.children if c.dep_ in {"amod", "compound"}}
    opposite = noun.lemma_ == "number" and "opposite" in told
    return opposite or (noun.lemma_ == "figure" and any(t in _PUBLIC or t.startswith("anti") for t in told))


def written_by(writing: Token) -> Token | None:
    """Return who has made a writing, told by what they are.

    "A report by a [panel] of experts", "a tally kept by an [association] of drivers", "the [panel]'s report".
    """
    if not is_writing(writing):
        return None
    kept = (c for c in writing.children if c.dep_ == "acl" and c.lemma_ in word_classes().keeping)
    keepers = (c for verb in kept for by in verb.children if by.dep_ == "agent" for c in by.children)
    whose = (c for c in writing.children if c.dep_ == "poss" and c.pos_ == "NOUN" and is_speaker(c))
    by = (c for c in writing.children if c.dep_ == "prep" and c.lower_ == "by")
    writers = (c for p in by for c in p.children if c.dep_ == "pobj" and is_speaker(c))
    return next(writers, None) or next((c for c in keepers if c.dep_ == "pobj"), None) or next(whose, None)


def is_unsigned(doc: Doc, source: tuple[int, ...], parties: tuple[Party, ...]) -> bool:
    """Tell whether a source is a writing of which the text tells no author: "the documents show"."""
    head = head_of(doc, source)
    if head is None or not is_unsigned_writing(head) or written_by(head) is not None:
        return False
    named = any(doc[i].pos_ == "PROPN" for i in source if i < head.i) or is_signed_picture(head)
    return not named and not any(is_known(p) for p in parties)
