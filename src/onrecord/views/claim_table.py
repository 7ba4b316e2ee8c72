"""Claims as rows people read: who, stance, what, whom, when, how many, and the proving words."""

from dataclasses import dataclass

from onrecord.records import Claim, Figure, Party, Stance, Status, ToldEvent, When
from onrecord.text.amounts import counted, hedged

__all__ = ["COLUMNS", "ClaimRow", "claim_row", "figure_words", "when_words"]

COLUMNS = ("said", "who", "stance", "what", "whom", "when", "how many", "words")
"""Names of the columns, as headed."""

_QUOTED = 110


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim in plain words.

    Attributes:
        said: The day the source spoke ("2024-11-04"), "" when it cannot be told.
        who: The sources, and who carried their words.
        stance: The stance, in words.
        what: The deed: status, actors, type and items.
        whom: Recipients, and whom it is aimed at.
        when: When it happened, and where.
        how_many: Its numbers.
        words: The words of the text that carry the claim.
        claim: The claim itself.
    """

    said: str
    who: str
    stance: str
    what: str
    whom: str
    when: str
    how_many: str
    words: str
    claim: Claim

    def cells(self) -> tuple[str, ...]:
        """Return the cells in the order of `COLUMNS`."""
        return (self.said, self.who, self.stance, self.what, self.whom, self.when, self.how_many, self.words)


def claim_row(claim: Claim) -> ClaimRow:
    """Return a claim as a row of plain words."""
    event = claim.event
    return ClaimRow(
        said=when_words(claim.said),
        who=_who(claim),
        stance=claim.stance.value.replace("_", " "),
        what="" if event is None else _what(event),
        whom="" if event is None else _whom(event),
        when="" if event is None else _when_where(event),
        how_many="" if event is None else "; ".join(figure_words(f) for f in event.figures),
        words=_words(claim),
        claim=claim,
    )


def when_words(when: When | None) -> str:
    """Return a day or stretch of days in digits: "2024-11-04", "2024-10-28..2024-11-03", "2022.."."""
    if when is None:
        return ""
    start = "" if when.start is None else when.start.isoformat()
    end = "" if when.end is None else when.end.isoformat()
    return start if start == end else f"{start}..{end}"


def figure_words(figure: Figure) -> str:
    """Return a number with its hedge, unit and measure: "up to 10,000 soldiers killed"."""
    measure = f" {figure.measure}" if figure.measure else ""
    return counted(hedged(figure), figure.unit) + measure


def _names(parties: tuple[Party, ...]) -> str:
    return " + ".join(party.name for party in parties)


def _who(claim: Claim) -> str:
    if claim.stance is Stance.REPORTS and not claim.sources:
        return claim.article.outlet or "(the outlet)"
    who = _names(claim.sources)
    if claim.jointly:
        who += " (jointly)"
    if claim.via:
        who += f" via {_names(claim.via)}"
    return f"{who}, on {claim.basis}" if claim.basis else who


def _what(event: ToldEvent) -> str:
    negated = "not " if event.negated else ""
    status = (
        "" if event.status is Status.HAPPENED and not event.negated else f"[{negated}{event.status.value}] "
    )
    actors = _names(event.actors)
    mode = f"/{event.mode}" if event.mode else ""
    kind = f"{event.type.value}{mode}" if event.type else event.trigger.text
    items = ", ".join(dict.fromkeys(item.kind for item in event.items))
    exchanged = ", ".join(dict.fromkeys(i.in_return_for for i in event.items if i.in_return_for))
    tail = (f": {items}" if items else "") + (f" for {exchanged}" if exchanged else "")
    return f"{status}{actors} {kind}{tail}".strip()


def _whom(event: ToldEvent) -> str:
    whom = _names(event.recipients)
    return f"{whom} against {_names(event.against)}".strip() if event.against else whom


def _when_where(event: ToldEvent) -> str:
    parts = [when_words(event.when), "" if event.place is None else event.place.name]
    return ", ".join(part for part in parts if part) + (" (background)" if event.background else "")


def _words(claim: Claim) -> str:
    if claim.cue is None:
        words = claim.evidence[0].text
    elif claim.content:
        words = f"{claim.cue.text} … {' … '.join(span.text for span in claim.content)}"
    else:
        words = claim.evidence[0].text
    one_line = " ".join(words.split())
    return one_line if len(one_line) <= _QUOTED else f"{one_line[: _QUOTED - 1].rstrip()}…"
