"""An event as people look at it: voices, timeline, numbers, places, names, changes."""

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import pairwise

import pytest

from builders import claim as told
from builders import days, figure
from onrecord.reconcile.numbers import numbers_of
from onrecord.reconcile.telling import day_of
from onrecord.records import (
    ArticleRef,
    Claim,
    Difference,
    DifferenceReason,
    Event,
    EventType,
    Hedge,
    MadeBy,
    NumberPoint,
    NumberSeries,
    Place,
    PlacePrecision,
    Side,
    Span,
    Stance,
    Standing,
    Status,
    ToldEvent,
    Voice,
)
from onrecord.views.changes import change_row
from onrecord.views.charts import numbers_chart, timeline_chart
from onrecord.views.event_row import event_row
from onrecord.views.network import graphml, network
from onrecord.views.number_series import number_tables
from onrecord.views.places import PlaceRow, _world, place_rows, world_map
from onrecord.views.timeline import timeline
from onrecord.views.voices import voices_matrix
from onrecord.views.words import FAMILY_WORDS, STANDING_ABOUT, STANDING_FAMILY, Family, family_of, party_name

MON, TUE = date(2024, 11, 4), date(2024, 11, 5)
SPAN = Span(0, 4, "sent")

EVENT = Event(
    id="event-1",
    type=EventType.AID,
    actors=("NOR",),
    recipients=("TCD",),
    standing=Standing.DISPUTED,
    standing_rule="rule",
    status=Status.HAPPENED,
    voices=(
        Voice("NOR", Side.ACTOR, Stance.DENIES, MON, ("c1",), latest=False),
        Voice("NOR", Side.ACTOR, Stance.CONFIRMS, TUE, ("c2",)),
        Voice("person:ada-berg", Side.THIRD_PARTY, Stance.SAYS, None, ("c3",)),
        Voice("outlet:Wire", Side.OUTLET, Stance.REPORTS, MON, ("c4",)),
    ),
    origins=1,
    numbers=(
        NumberSeries(
            "tent",
            (
                NumberPoint("NOR", Hedge.UP_TO, "c1", said=TUE, high=80.0),
                NumberPoint("TCD", Hedge.BETWEEN, "c2", said=MON, low=30.0, high=50.0),
                NumberPoint("FRA", Hedge.EXACT, "c3", best=40.0),
            ),
            "sent",
            None,
            (Difference(("c1", "c2"), DifferenceReason.DISAGREEMENT),),
        ),
    ),
    claims=("c1", "c2", "c3"),
    silent=("TCD",),
)


def claim(stance: Stance, published: date | None, place: Place | None = None) -> Claim:
    told = ToldEvent(EventType.AID, SPAN, (), (), Status.HAPPENED, False, place=place)
    ref = ArticleRef("a1", "0" * 64, published=published)
    return Claim("c", "anchor", ref, stance, (), None, (), told, (SPAN,), MadeBy("test"))


def test_every_stance_and_standing_has_its_family_and_words():
    assert {family_of(stance) for stance in Stance} == set(FAMILY_WORDS)
    assert set(STANDING_FAMILY) == set(STANDING_ABOUT) == set(Standing)


def test_voices_stand_by_side_and_day_with_the_newest_told_and_the_silent_last():
    matrix = voices_matrix(EVENT, {"person:ada-berg": "Ada Berg"})
    assert matrix.days == (MON, TUE)
    assert [row.name for row in matrix.rows] == ["Norway", "Ada Berg", "Wire", "Chad"]
    norway = matrix.rows[0]
    assert [[mark.words for mark in cell] for cell in norway.cells] == [["denies"], ["confirms"]]
    assert [mark.latest for cell in norway.cells for mark in cell] == [False, True]
    assert norway.latest == "confirms"
    assert matrix.has_undated
    assert matrix.rows[1].undated[0].stance is Stance.SAYS
    assert (matrix.rows[-1].side, matrix.rows[-1].latest) == (None, "not heard from")


def test_the_timeline_counts_families_by_day_and_leaves_out_claims_of_no_day():
    said = [claim(Stance.SAYS, MON), claim(Stance.REPORTS, MON), claim(Stance.DENIES, TUE)]
    cells = timeline([*said, claim(Stance.SAYS, None)])
    assert [(c.day, c.family, c.count) for c in cells] == [(MON, Family.ASSERTS, 2), (TUE, Family.OPPOSES, 1)]


def test_what_was_said_over_days_stands_on_the_day_its_voice_has():
    said = replace(claim(Stance.SAYS, None), said=days(MON, TUE))
    assert [cell.day for cell in timeline([said])] == [day_of(said)] == [TUE]


def test_numbers_come_with_hedge_and_reason_oldest_first():
    (table,) = number_tables(EVENT, {})
    assert table.title == "tents, sent"
    assert [(r.name, r.words) for r in table.rows] == [
        ("Chad", "30 to 50"),
        ("Norway", "up to 80"),
        ("France", "40"),
    ]
    assert table.differences == ("Norway up to 80 / Chad 30 to 50: real disagreement",)


def told_of(*claims: Claim) -> tuple[str, ...]:
    """Return the differences of what claims count, in words."""
    (table,) = number_tables(replace(EVENT, numbers=numbers_of(claims)), {})
    return table.differences


def test_a_difference_names_the_numbers_where_a_claim_gives_two():
    one = told("CLD", figures=(figure(5, "shell"), figure(8, "shell")))
    assert told_of(one) == ("CLD 5 / CLD 8: real disagreement",)
    other = told("DRI", figures=(figure(8, "shell"),), article="two")
    assert told_of(one, other) == (
        "CLD 5 / CLD 8: real disagreement",
        "CLD 5 / DRI 8: real disagreement",
    )


def test_a_difference_names_each_party_where_two_give_a_number_together():
    both = told("CLD", "DRI", figures=(figure(5, "shell"),), jointly=True)
    other = told("ESO", figures=(figure(9, "shell"),), article="two")
    assert told_of(both, other) == (
        "CLD 5 / ESO 9: real disagreement",
        "DRI 5 / ESO 9: real disagreement",
    )


def test_a_later_number_is_laid_beside_the_last_one_that_a_claim_gave_before():
    before = told("CLD", figures=(figure(5, "shell"), figure(8, "shell")), day=MON)
    after = told("CLD", figures=(figure(9, "shell"),), day=TUE, article="two")
    assert "CLD 8 / CLD 9: later update" in told_of(before, after)


def test_charts_draw_what_has_a_day_and_never_text_of_ours_as_code():
    (table,) = number_tables(EVENT, {})
    values = numbers_chart(table)["data"]["values"]
    assert [v["name"] for v in values] == ["Chad: 30 to 50", "Norway: up to 80"]
    assert [(v["low"], v["high"], v["open"]) for v in values] == [(30.0, 50.0, False), (None, 80.0, True)]
    shown = timeline_chart(timeline([claim(Stance.SAYS, MON)]))["data"]["values"]
    assert shown == [
        {"day": "2024-11-04", "stance": "says, reports, estimates", "family": "asserts", "count": 1}
    ]


def test_names_of_one_day_never_lie_on_each_other():
    points = tuple(NumberPoint(f"P{n}", Hedge.EXACT, f"c{n}", said=MON, best=100.0 + n) for n in range(5))
    event = replace(EVENT, numbers=(NumberSeries("tent", points),))
    (table,) = number_tables(event, {})
    chart = numbers_chart(table, height=200)
    heights = sorted(v["label"] for v in chart["data"]["values"])
    assert min(b - a for a, b in pairwise(heights)) >= 13 * 104 / 200 - 1e-9


def test_names_of_the_newest_day_stand_left_of_their_points_where_there_is_room():
    points = tuple(
        NumberPoint("P", Hedge.EXACT, f"c{n}", said=day, best=1.0) for n, day in enumerate([MON, TUE])
    )
    late = replace(EVENT, numbers=(NumberSeries("tent", (points[0], replace(points[1], party="Q"))),))
    (table,) = number_tables(late, {})
    assert [v["late"] for v in numbers_chart(table)["data"]["values"]] == [False, True]


@pytest.mark.parametrize(
    ("party", "name"),
    [
        ("PRK", "North Korea"),
        ("NATO", "NATO"),
        ("person:josep-borrell", "Josep Borrell"),
        ("outlet:The Wire", "The Wire"),
        ("unknown:two-officials", "two officials"),
        ("org:grc-police", "Police (Greece)"),
        ("org:the-union", "The Union"),
    ],
)
def test_a_party_is_readable_without_its_claims(party, name):
    assert party_name(party) == name


def test_a_country_is_an_area_and_only_a_known_town_a_point():
    country = claim(Stance.SAYS, MON, Place("Chad", PlacePrecision.COUNTRY, "TCD"))
    town = claim(Stance.SAYS, MON, Place("Bergen", PlacePrecision.CITY, "NOR", lat=60.4, lon=5.3))
    unknown = claim(Stance.SAYS, MON, Place("Upper Ford", PlacePrecision.CITY, "SWE"))
    found = world_map(place_rows([country, town, unknown]))
    assert found is not None
    assert {a.code for a in found.areas if a.shown} == {"TCD", "SWE"}
    assert [(p.x, p.y, p.name) for p in found.points] == [(5.3, -60.4, "Bergen")]


def test_a_place_nobody_knows_gives_no_map():
    assert world_map([PlaceRow("Upper Ford", PlacePrecision.CITY, None, None, None, ("c1",))]) is None


def test_no_country_is_drawn_across_the_whole_map():
    for code, (path, _) in _world().items():
        for ring in path.split("M")[1:]:
            xs = [float(point.split(",")[0]) for point in ring.removesuffix("Z").split("L")]
            leaps = [abs(a - b) for a, b in pairwise([*xs, xs[0]])]
            assert max(leaps) <= 180 or code == "ATA", code


def test_a_change_is_told_in_words_and_a_new_event_as_new():
    now = datetime(2024, 11, 6, tzinfo=UTC)
    before = replace(EVENT, standing=Standing.ALLEGED, claims=("c1",))
    assert change_row(now, EVENT, before).words == "disputed, was alleged; 2 new claims"
    assert change_row(now, EVENT, None).new


def test_a_row_names_the_newest_voices_first():
    assert [v.name for v in event_row(EVENT).newest] == ["Norway", "Wire", "Ada Berg"]


def test_graphml_is_read_by_others_with_its_numbers():
    networkx = pytest.importorskip("networkx")
    text = graphml(network([("NOR", "TCD", "AID", 3), ('x"<', "TCD", "ASSAULT", 1)]))
    graph = networkx.parse_graphml(text)
    assert graph.nodes["NOR"]["label"] == "Norway"
    assert sorted(data["claims"] for *_, data in graph.edges(data=True)) == [1, 3]


@pytest.mark.parametrize("code", ["RUS", "USA", "NZL", "FJI"])
def test_a_country_on_both_sides_of_180_degrees_is_in_one_place(code):
    left, _, right, _ = _world()[code][1]
    assert right - left < 190
