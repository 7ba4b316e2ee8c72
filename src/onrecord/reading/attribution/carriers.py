"""Tell who carried what was said: the outlet that was told, that quotes, or in whose report it stands."""

import re
from functools import lru_cache

from spacy.tokens import Doc, Token

from onrecord.codebook.bodies import outlet_name
from onrecord.codebook.stances import StanceBook
from onrecord.reading.attribution.cues import Cue
from onrecord.reading.attribution.sources import parties_of
from onrecord.reading.layers import Layers, Mention, span_of
from onrecord.records import Party, PartyKind

__all__ = ["CITING", "NEWS", "carriers", "cited"]

NEWS = "MED"
"""Sector of news outlets."""

_WIRED = re.compile(r"\(([A-Z][A-Za-z]{1,9})\)\s?(?:--|—|–|-)\s")
"""The agency or station of a dateline: "PORT VILA (AP) — ".

Any name will do, as it is only compared with outlets; amid a line, `credits.WIRED` takes known ones alone."""

CITING = frozenset({"cite", "quote"})
"""Verbs whose object speaks, in the words of whoever cites."""

_IN_WHICH = frozenset({"where", "which"})


def carriers(doc: Doc, cue: Cue, layers: Layers, book: StanceBook) -> tuple[Party, ...]:
    """Return the news outlets, other than the article's own, through which a cue's words came.

    * the one told: "told AFP";
    * the one that quotes: "AFP quoted the minister as saying";
    * the one that cites: "AFP cited officials saying";
    * the one whose report it stands in: "a Bloomberg report, where an official said".
    """
    outlets = _own_outlets(layers.article.outlet or "", layers.article.text)
    places = {t.i for t in _carrying(doc, cue, book)}
    heard = [
        party
        for mention in layers.mentions
        if mention.head in places
        for party in mention.parties
        if party.sector == NEWS and party.kind is PartyKind.ORGANISATION
        if outlet_name(party.name).casefold() not in outlets
    ]
    return tuple({party.id: party for party in heard}.values())


@lru_cache(maxsize=4)
def _own_outlets(outlet: str, text: str) -> frozenset[str]:
    """Return whose report an article is: its outlet, and the agency of its dateline."""
    return frozenset(outlet_name(name).casefold() for name in (outlet, *_WIRED.findall(text)))


def _carrying(doc: Doc, cue: Cue, book: StanceBook) -> list[Token]:
    """Return the tokens that may name a carrier."""
    head = doc[cue.head]
    if cue.entry.source == "object":
        agents = [c for a in head.children if a.dep_ == "agent" for c in a.children]
        return [*(c for c in head.children if c.dep_ == "nsubj"), *agents]
    citing = head.head.head if head.dep_ == "acl" and head.head.dep_ == "dobj" else head.head
    if citing.lemma_ in CITING and head.tag_ == "VBG" and citing.i < head.i:
        return [c for c in citing.children if c.dep_ == "nsubj"]
    tells = head.lemma_ in book.signs.get("telling", ())
    found = [c for c in head.children if tells and c.dep_ in {"dobj", "dative"}]
    if head.dep_ == "relcl" and any(t.lower_ in _IN_WHICH for c in head.children for t in (c, *c.children)):
        found += [head.head, *(c for c in head.head.children if c.dep_ in {"compound", "poss", "nmod"})]
    return found


def cited(doc: Doc, cue: Cue, mentions: tuple[Mention, ...]) -> tuple[str | None, tuple[Party, ...]]:
    """Return what the source rests on ("citing intelligence"), as told and as parties."""
    for child in (*doc[cue.head].children, *_behind_according(doc[cue.head])):
        if child.lower_ in {"citing", "quoting"} and child.dep_ in {"advcl", "acl", "prep", "xcomp"}:
            cited = next((c for c in child.children if c.dep_ in {"dobj", "pobj"}), None)
            if cited is not None:
                tokens = tuple(t.i for t in cited.subtree)
                return span_of(doc, tokens[0], tokens[-1] + 1).text, parties_of(doc, tokens, mentions)
    return None, ()


def _behind_according(head: Token) -> list[Token]:
    """Return the participle right behind a source: "according to Nortix, [citing] the police"."""
    to = head if head.lower_ == "to" else next((c for c in head.children if c.lower_ == "to"), None)
    whom = None if to is None else next((c for c in to.children if c.dep_ == "pobj"), None)
    if whom is None or "according" not in {head.lower_, head.head.lower_}:
        return []
    return [t for t in head.doc[whom.i + 1 : whom.i + 3] if t.tag_ == "VBG" and t.nbor(-1).text == ","]
