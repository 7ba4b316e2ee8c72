"""Claims built by hand, in one line each. Names of states are invented; their codes are not ISO's."""

from datetime import date

from onrecord.records import (
    Article,
    ArticleRef,
    Claim,
    DatePrecision,
    EventType,
    Figure,
    Hedge,
    Item,
    MadeBy,
    Party,
    PartyKind,
    Place,
    PlacePrecision,
    Scope,
    Span,
    Stance,
    Status,
    ToldEvent,
    When,
    anchor_of,
    content_id,
    text_digest,
)

STATES = {"ARK": "Arkania", "BMR": "Belmor", "CLD": "Caldera", "DRI": "Doria", "ESO": "Estonara"}


def state(code: str) -> Party:
    """Return a state's government."""
    return Party(STATES.get(code, code), code, PartyKind.STATE, country=code, sector="GOV")


def ministry(code: str) -> Party:
    """Return a ministry of a state."""
    name = f"{STATES.get(code, code)} Foreign Ministry"
    return Party(name, f"org:{code.lower()}-foreign-ministry", PartyKind.ORGANISATION, code, "GOV", of=code)


def person(name: str, country: str | None = None, sector: str = "GOV") -> Party:
    """Return a person, an official where a country is given."""
    name_id = "person:" + name.lower().replace(" ", "-")
    return Party(name, name_id, PartyKind.PERSON, country=country, sector=sector if country else None)


def unnamed(name: str = "two officials") -> Party:
    """Return a source without a name."""
    return Party(name, f"unknown:{name.replace(' ', '-')}", PartyKind.UNKNOWN)


def group(name: str) -> Party:
    """Return an armed group."""
    return Party(name, f"group:{name.lower().replace(' ', '-')}", PartyKind.GROUP, sector="REB")


def parties(*given: Party | str) -> tuple[Party, ...]:
    """Return parties; a code stands for its state."""
    return tuple(state(one) if isinstance(one, str) else one for one in given)


def days(start: date, end: date | None = None) -> When:
    """Return a day, or a stretch of days."""
    precision = DatePrecision.DAY if end is None else DatePrecision.RANGE
    return When(start, end or start, precision, inferred="by the test")


def figure(
    best: float,
    unit: str = "soldier",
    *,
    hedge: Hedge = Hedge.EXACT,
    measure: str | None = None,
    population: str | None = None,
    scope: Scope | None = None,
) -> Figure:
    """Return a number with the bounds that its hedge gives it."""
    low = best if hedge in {Hedge.EXACT, Hedge.AT_LEAST, Hedge.MORE_THAN} else None
    high = best if hedge in {Hedge.EXACT, Hedge.UP_TO, Hedge.LESS_THAN} else None
    span = Span(0, 1, "8")
    return Figure(unit, hedge, span, low, best, high, measure, population, scope)


def item(kind: str, in_return_for: str | None = None) -> Item:
    """Return an item that passes."""
    return Item(kind, Span(0, 1, "i"), in_return_for=in_return_for)


def city(name: str, country: str) -> Place:
    """Return a city."""
    return Place(name, PlacePrecision.CITY, country=country)


def article(name: str, text: str, published: date | None = None, **told: object) -> Article:
    """Return an article."""
    return Article(id=name, text=text, published=published, **told)  # type: ignore[arg-type]


def claim(
    *sources: Party | str,
    stance: Stance = Stance.SAYS,
    kind: EventType | None = EventType.AID,
    actors: tuple[Party | str, ...] = ("ARK",),
    recipients: tuple[Party | str, ...] = ("BMR",),
    against: tuple[Party | str, ...] = (),
    items: tuple[Item | str, ...] = ("troops",),
    status: Status = Status.HAPPENED,
    negated: bool = False,
    mode: str | None = None,
    day: date | None = date(2025, 3, 3),
    when: When | None = None,
    place: Place | None = None,
    figures: tuple[Figure, ...] = (),
    article: str = "one",
    outlet: str | None = "The Harbour Post",
    published: date | None = None,
    trigger: str = "sent",
    sentence: str | None = None,
    jointly: bool = False,
    via: tuple[Party, ...] = (),
    repeated: bool = False,
    order: int = 0,
) -> Claim:
    """Return a claim of `sources`; without any it is the outlet's own voice.

    Args:
        day: When it was said; also the day of publication where `published` is not given.
        order: Tells claims of one article apart; they stand in the text in this order.
    """
    words = sentence or f"Arkania {trigger} troops to Belmor."
    offset = order * 1000
    at = words.index(trigger)
    span = Span(offset + at, offset + at + len(trigger), trigger)
    evidence = Span(offset, offset + len(words), words)
    sha = text_digest(article)
    told = ToldEvent(
        type=kind,
        trigger=span,
        actors=parties(*actors),
        recipients=parties(*recipients),
        against=parties(*against),
        items=tuple(item(i) if isinstance(i, str) else i for i in items),
        status=status,
        negated=negated,
        mode=mode,
        when=when,
        place=place,
        figures=figures,
        repeated=repeated,
    )
    if not sources:
        stance = Stance.REPORTS
    names = [p if isinstance(p, str) else p.id for p in sources]
    name = content_id("claim", article, order, stance.value, names, status.value, str(day), trigger)
    return Claim(
        id=name,
        anchor=anchor_of(sha, None, (span.start, span.end), order=len(names) + order),
        article=ArticleRef(article, sha, None, outlet, None, published or day),
        stance=stance,
        sources=parties(*sources),
        cue=None,
        content=(),
        event=told,
        evidence=(evidence,),
        made_by=MadeBy("test"),
        via=via,
        said=None if day is None else days(day),
        jointly=jointly,
    )
