"""Hand-annotated passages in our own words, and how well mentions are found in them.

A passage marks its mentions in the text: `{mention|id}`, `{mention|id|country}`, `{mention|id|country|role}`.
Without a country that of the id holds (a state's own code), `-` is none. `unknown:` stands for any party
without a name; `a+b` for several parties. Inner mentions are marked only where they matter.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from onrecord.reading.layers import Mention

_MARK = re.compile(r"\{([^{}|]+)\|([^{}|]*)(?:\|([^{}|]*))?(?:\|([^{}|]*))?\}")
_LEADING = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)


@dataclass(frozen=True)
class GoldMention:
    start: int
    end: int
    ids: tuple[str, ...]
    country: str | None
    role: str | None


@dataclass(frozen=True)
class Passage:
    name: str
    text: str
    mentions: tuple[GoldMention, ...]


def load(path: Path) -> list[Passage]:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [_passage(row["id"], row["marked"]) for row in rows]


def _passage(name: str, marked: str) -> Passage:
    text, mentions, last = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[last : match.start()]
        words, ids, country, role = match.groups()
        codes = tuple(ids.split("+"))
        if country is None:
            country = codes[0] if re.fullmatch("[A-Z]{3}", codes[0]) else "?"
        mentions.append(
            GoldMention(len(text), len(text) + len(words), codes, None if country == "-" else country, role)
        )
        text += words
        last = match.end()
    return Passage(name, text + marked[last:], tuple(mentions))


@dataclass
class Score:
    counts: Counter[str]
    errors: list[str]

    def rate(self, right: str, of: str) -> float:
        return self.counts[right] / max(1, self.counts[of])


def score(passages: Iterable[Passage], read: Callable[[str], tuple[Mention, ...]]) -> Score:
    """Count, over all passages: gold, found, id, country, role; named predictions and those in the gold."""
    total = Score(Counter(), [])
    for passage in passages:
        _score_one(passage, read(passage.text), total)
    return total


def _score_one(passage: Passage, mentions: tuple[Mention, ...], total: Score) -> None:
    def note(what: str, words: str, more: str = "") -> None:
        total.errors.append(f"{passage.name} {what}: {words!r} {more}")

    taken: set[int] = set()
    for gold in passage.mentions:
        words = passage.text[gold.start : gold.end]
        total.counts["gold"] += 1
        found = next(
            (n for n, m in enumerate(mentions) if n not in taken and _same(passage.text, gold, m)), None
        )
        pronoun = words.lower() in _PRONOUNS
        total.counts["gold pronouns"] += pronoun and not _unknown(gold)
        if found is None:
            note("missed", words)
            continue
        taken.add(found)
        mention = mentions[found]
        total.counts["found"] += 1
        ids = [p.id for p in mention.parties]
        right = _ids_agree(gold, ids)
        total.counts["id"] += right
        if pronoun and not _unknown(gold):
            total.counts["pronouns"] += right
            total.counts["pronouns answered"] += not ids[0].startswith("unknown:")
        if not right:
            note("id", words, f"{ids} expected {gold.ids}")
            continue
        if gold.country != "?":
            total.counts["country asked"] += 1
            total.counts["country"] += mention.party.country == gold.country
            if mention.party.country != gold.country:
                note("country", words, f"{mention.party.country} expected {gold.country}")
        if gold.role:
            total.counts["role asked"] += 1
            total.counts["role"] += (mention.party.role or "").lower() == gold.role.lower()
            if (mention.party.role or "").lower() != gold.role.lower():
                note("role", words, f"{mention.party.role} expected {gold.role}")
    for n, mention in enumerate(mentions):
        span = mention.party.span
        assert span is not None
        if mention.party.id.startswith("unknown:"):
            continue
        total.counts["named"] += 1
        inside = any(g.start <= span.start and span.end <= g.end for g in passage.mentions)
        total.counts["named in gold"] += n in taken or inside
        if n not in taken and not inside:
            note("extra", span.text, f"{[p.id for p in mention.parties]}")


_PRONOUNS = frozenset("he she it they him her them his its their".split())  # noqa: SIM905


def _unknown(gold: GoldMention) -> bool:
    return gold.ids[0].startswith("unknown")


def _same(text: str, gold: GoldMention, mention: Mention) -> bool:
    span = mention.party.span
    assert span is not None

    def bare(words: str) -> str:
        return _LEADING.sub("", words).strip(" ,.")

    overlap = span.start < gold.end and gold.start < span.end
    return overlap and bare(text[gold.start : gold.end]) == bare(span.text)


def _ids_agree(gold: GoldMention, ids: list[str]) -> bool:
    if _unknown(gold):
        return all(i.startswith(("unknown:", "office:")) for i in ids)
    if gold.ids[0].startswith("office:"):
        return ids[0].startswith(gold.ids[0])
    return sorted(ids) == sorted(gold.ids)
