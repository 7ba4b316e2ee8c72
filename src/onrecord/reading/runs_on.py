"""Where a headline runs into the next sentence without a full stop, as in pages cut to plain text."""

import re
from collections.abc import Iterator
from functools import lru_cache

from onrecord.gazetteer.countries import country_of_demonym

__all__ = ["find_headings", "find_headline", "find_heads", "find_run_ons"]

_RUNS_ON = re.compile(
    r"""\b(?!(?:vitamin|plan|grade|hepatitis|type|group|section|class|point|schedule|annex)\ A\b)
        (?:[a-z]{3,}|(?:on|last|late|early)\ [A-Z][a-z]{2,5}day|(?:in|since)\ (?:[A-Z][a-z]{2,8}\ )?\d{4})
        ["”]?\ (?=
            (?:The|A|An|It|He|She|They|We|This|These|Those|There|His|Her|Their|But)[ ]
            (?:[a-z]{2,}|\d+-[a-z]+)\b
        )""",
    re.VERBOSE,
)
"""A small word with a capital amid others without: "Fighting goes on near the port The government said …".

A quotation may end before it without a full stop: 'Bo Lind: "We are ready to talk" The government said …'."""

_NO_END = r"""(?!(?:vitamin|plan|grade|hepatitis|type|influenza|section|class|part|phase|chapter)\ )
    (?!(?:about|a|an|and|are|as|but|by|called|for|from|her|his|in|into|is|its|joined|like|named|near|of|on|or|over
        |said|saying|than|that|the|their|think|titled|to|entitled|told|under|was|were|when|which|who
        |with|within|without)\ )
    (?!(?:album|blog|book|film|magazine|movie|newspaper|novel|paper|play|program|programme|series|show
        |song)\ )
    """
"""No word with which a headline ends: words that something must follow, or behind which titles stand."""

_OPENS = re.compile(
    rf"""(?<![\w'’-]){_NO_END}[a-z]{{3,}}\ (?=
            (?:After|Although|Another|As|At|Because|Before|Both|But|Despite|Dozens|During|Each|Even|Five|For
            |Four|From|Hundreds|If|In|Many|Meanwhile|More|Most|On|Once|One|Our|Several|Since|Six|Some|Ten
            |Thousands|Three|Though|To|Two|Under|When|While|With)\ [a-z]{{2,}}\b
            |In\ [A-Z][a-z]+,\ [a-z]
            |(?:Activists|Analysts|Authorities|Critics|Doctors|Experts|Officials|Police|Protesters|Rebels|Rescuers
            |Residents|Soldiers|Troops|Witnesses)\ (?:are|believe|fear|have|said|say|were)\b
        )""",
    re.VERBOSE,
)
"""The same before a word that opens sentences and has no capital elsewhere: "… near the port As troops …",
"… near the port In Norland, troops …", "… near the port Activists say …"."""

_AFTER_NAME = re.compile(
    r"""(?<=[a-z]\ )(?!(?:After|Against|And|As|At|Behind|But|By|For|From|In|Into|Like|Of|On|Over|Save|The
        |Through|To|Under|With)\ )[A-Z][a-z]{2,}\ (?=The\ [a-z]{3,}\b|More\ than\ \d)""",
    re.VERBOSE,
)
"""The same behind a name, before an article and a word without a capital: "in Norland The envoy said"."""

_BEFORE_NAME = re.compile(
    rf"""(?<![\w'’-]){_NO_END}[a-z]{{3,}}["”]?\ (?=
            (?:The|An?)\ (?P<name>U\.[NS]\.|[A-Z][\w-]+)(?:['’]s)?\ (?P<next>[\w-]+)
        )""",
    re.VERBOSE,
)
"""The same before an article and a name ("The Norlandic government"); titles and papers stand there too, so
only names that are told with "the" in running text count."""

_BEFORE_QUOTE = re.compile(
    rf"""(?<![\w'’-]){_NO_END}[a-z]{{3,}}\ (?=
            "[A-Z][^"\n]{{15,400}},"\s
            (?:(?:he|she|they|it|[A-Z][\w.'’-]+(?:\ [A-Z][\w.'’-]+){{0,3}})\s(?:said|says|told|tells|added)
            |(?:the|an?|one)\s[a-z'’A-Z-]+(?:\s[\w'’-]+){{0,4}}\s(?:said|says|told|tells|added)
            |(?:said|says))\b
        )""",
    re.VERBOSE,
)
"""The same before a quotation with its own speaker behind it: "… near the port "It is over," he said"."""

_SHOUTED = re.compile(
    rf"(?<![\w'’-]){_NO_END}(?:[a-z]{{3,}}|[A-Z][a-z]{{3,}})\ (?=THE\ [a-z]{{3,}}\ [a-z])", re.VERBOSE
)
"""The same before a first word in capitals, as some papers open a story: "… near the port THE raid of"."""

_CAPITALS = re.compile(r"^(?:(?:[A-Z][A-Z.;,'’&-]+|A|I) ){3,}(?=[A-Z][a-z]+ [a-z])", re.MULTILINE)
"""A heading in capitals."""

_PUBLIC = frozenset(
    {
        ("Arab", "League"),
        ("European", "Commission"),
        ("European", "Union"),
        ("Red", "Cross"),
        ("Security", "Council"),
        ("United", "Kingdom"),
        ("United", "Nations"),
        ("United", "States"),
        ("White", "House"),
        ("World", "Bank"),
        ("World", "Health"),
    }
)


@lru_cache(maxsize=4)
def find_run_ons(text: str) -> tuple[int, ...]:
    """Return the characters at which a sentence begins without a full stop before it, in order."""
    named = (m for m in _BEFORE_NAME.finditer(text) if _is_told_with_the(m["name"], m["next"]))
    plain = (
        m
        for one in (_RUNS_ON, _OPENS, _AFTER_NAME, _BEFORE_QUOTE, _SHOUTED, _CAPITALS)
        for m in one.finditer(text)
    )
    return tuple(sorted({m.end() for m in (*plain, *named)}))


def find_heads(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches between the head of a line and where it runs into its first sentence."""
    for place in find_run_ons(text):
        start = text.rfind("\n", 0, place) + 1
        if not re.search(r"[.!?…][\"'”’)]*\s", text[start:place]):
            yield (start, place)


_HEADING = re.compile(
    r"""^(?![a-z])(?:[^\n]{12,240}[^\s.!?…,;:\"“”‘’')\]–—-]|[•►▶]\ ?[^\n]{12,240})\ *$(?!\n+[a-z])""",
    re.VERBOSE | re.MULTILINE,
)
"""A line of its own without a full stop, that no line goes on with."""


def find_headings(text: str) -> Iterator[tuple[int, int]]:
    """Yield the lines without a full stop: headings within the text, captions, points of a summary."""
    return (line.span() for line in _HEADING.finditer(text))


_HEADLINE = re.compile(r"\A\s*(?=\S)(?P<told>[^\n]{12,160})\n")
_IN_SENTENCES = re.compile(r"\b(?:a|an|the|said|was|were|had)\b|^[\"“]")
"""Words that headlines do without."""


def find_headline(text: str) -> Iterator[tuple[int, int]]:
    """Yield the first line where it is worded like a headline, with or without a full stop."""
    first = _HEADLINE.match(text)
    if first is not None and not _IN_SENTENCES.search(first["told"]):
        yield first.span("told")


def _is_told_with_the(name: str, following: str) -> bool:
    if name.startswith("U."):
        return True
    if name.isupper() and 2 <= len(name) <= 5:
        return not following.isupper()
    if (name, following) in _PUBLIC or name == "Pentagon":
        return True
    return following.islower() and country_of_demonym(name) is not None
