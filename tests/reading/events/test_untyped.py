"""What PLOVER has no type for: read like any deed, with type None, claimed only where something is told."""

from dataclasses import replace

import pytest

from onrecord.codebook import load_codebook
from onrecord.reading.claims.make import draft_claims
from onrecord.reading.events.check import named_mentions
from onrecord.reading.events.find import find_happenings
from onrecord.reading.layers import Attribution, Grounding, Layers, set_layers
from onrecord.reading.parse import load_parser, parse
from onrecord.records import Article, EventType, Figure, Hedge, MadeBy, Party, PartyKind, Span, Stance

pytestmark = pytest.mark.weights


def read(text: str, *parties: str):
    article = Article("a", text)
    doc = parse(load_parser(), article)
    layers = Layers(article, mentions=named_mentions(doc, parties))
    set_layers(doc, layers)
    return doc, layers, find_happenings(doc, layers, load_codebook())


def frames(text: str, *parties: str) -> list[str]:
    return [rule.removeprefix("frame:") for h in read(text, *parties)[2] for rule in h.rules]


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("The tram derailed on a bend.", "other.crash"),
        ("A cyclone hit the islands overnight.", "other.disaster-strikes"),
        ("Forty passengers died.", "other.died"),
        ("Twelve villagers were killed.", "other.killed"),
        ("The bank's records were stolen.", "other.data-exposed"),
        ("The bridge collapsed.", "other.collapse"),
        ("The space station will fall to Earth in May.", "other.spaceflight"),
    ],
)
def test_incident_without_a_type_in_plover_is_an_event_of_its_own_family(text, frame):
    found = [h for h in read(text)[2] if f"frame:{frame}" in h.rules]
    assert [h.type for h in found] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "The bank suffered a hack.",
        "The data breach at the bank was found in May.",
        "A security breach hit the bank.",
        "An intrusion into the network of the bank was found in May.",
        "Hackers accessed the website of the bank.",
    ],
)
def test_breaking_into_computers_is_coercion_whoever_did_it(text):
    assert (EventType.COERCE, "cyber") in [(h.type, h.mode) for h in read(text, "bank", "Hackers")[2]]


def test_exposed_data_and_a_breach_of_nothing_told_have_no_type():
    assert frames("Personal data of the bank was exposed.", "bank") == ["other.data-exposed"]
    assert frames("The breach at the bank affected three million customers.", "bank") == ["other.data-breach"]


@pytest.mark.parametrize(
    "text",
    [
        "The stock market crashed.",
        "The company's shares plunged.",
        "The minister exploded with anger.",
        "The firm published a new magazine.",
    ],
)
def test_everyday_use_of_an_incident_word_is_no_event(text):
    assert [f for f in frames(text) if f.startswith("other.")] == []


def test_deaths_in_an_attack_are_an_assault_and_deaths_in_an_accident_its_toll():
    assert [h.type for h in read("Nine people were killed in an ambush.")[2]] == [EventType.ASSAULT]
    assert frames("Nine people were killed in a train crash.") == ["other.accident"]


def test_killing_by_a_person_is_an_assault_and_by_a_driver_an_accident():
    assert [h.type for h in read("A gunman killed two guards.")[2]] == [EventType.ASSAULT]
    assert [h.type for h in read("A driver killed two women.")[2]] == [None]


def test_victims_told_only_by_their_number_are_nobodys_party():
    (death,) = read("Twelve people were killed.", "Twelve people")[2]
    assert [p.name for p in death.recipients] == ["Twelve people"]  # told by hand as an organisation
    unknown = Party("people", "unknown:people", PartyKind.UNKNOWN)
    doc, layers, _ = read("Twelve people were killed.", "people")
    mentions = tuple(_with_party(m, unknown) for m in layers.mentions)
    (death,) = find_happenings(doc, Layers(layers.article, mentions=mentions), load_codebook())
    assert death.recipients == ()


def _with_party(mention, party):
    return replace(mention, party=party)


def claims_of(text: str, attributed: bool, grounding: Grounding, *parties: str):
    doc, layers, found = read(text, *parties)
    said = tuple(range(2, len(doc)))
    one = Attribution((1,), said, (Party("Peru", "PER", PartyKind.STATE),), (0,), Stance.SAYS)
    layers = Layers(
        layers.article,
        mentions=layers.mentions,
        attributions=(one,) if attributed else (),
        happenings=found,
        groundings=(grounding,) * len(found),
    )
    set_layers(doc, layers)
    return [d.claim for d in draft_claims(doc, layers, MadeBy("test")) if d.claim.event is not None]


def figure(text: str) -> Figure:
    return Figure("person", Hedge.EXACT, Span.of(text, 0, 6), best=12.0)


def test_outlets_own_word_of_an_incident_needs_a_number_place_or_public_party():
    text = "Twelve were hurt when the ferry sank."
    assert claims_of(text, False, Grounding()) == []
    assert claims_of(text, False, Grounding(figures=(figure(text),))) != []


def test_mere_mention_of_an_incident_in_passing_is_no_claim():
    text = "Officials said the families of the crash victims had arrived."
    assert claims_of(text, True, Grounding()) == []


def test_incident_that_somebody_speaks_of_is_a_claim():
    text = "Officials confirmed the crash."
    assert [c.event.type for c in claims_of(text, True, Grounding())] == [None]


def test_those_harmed_when_a_crowd_is_driven_into_are_an_attacks():
    told = read("A lorry ploughed into a crowd in Peru, killing nine people.")[2]
    assert {h.type for h in told} == {EventType.ASSAULT}
    assert [h.type for h in read("A plane crashed into a crowd in Peru.")[2]] == [None]


def test_those_harmed_by_a_crash_are_nobodys_attack_whoever_looks_into_it():
    text = "Investigators asked what made a plane crash, killing nine passengers."
    told = read(text, "Investigators")[2]
    assert {h.type for h in told} == {None}
    assert all(h.actors == () for h in told)


def test_damage_in_a_disaster_is_nobodys_attack():
    assert EventType.ASSAULT not in [h.type for h in read("Its offices were damaged in the flood.")[2]]


@pytest.mark.parametrize(
    "text",
    [
        "Peru was bombarded with questions.",
        "Peru hit back at a report on the camps.",
        "Peru ordered the slaughter of the pigs.",
    ],
)
def test_what_harms_nobody_is_no_attack(text):
    assert EventType.ASSAULT not in [h.type for h in read(text, "Peru")[2]]


def test_those_not_harmed_are_no_toll_of_the_attack_before():
    text = "Chad shelled Libya on Monday. The villagers were not injured."
    assert [h.type for h in read(text, "Chad", "Libya")[2]] == [EventType.ASSAULT, None]


def test_deaths_told_after_an_attack_are_its_toll_and_after_an_accident_are_not():
    text = "Chad shelled Libya on Monday. Nine people were killed."
    assert [h.type for h in read(text, "Chad", "Libya")[2]] == [EventType.ASSAULT, EventType.ASSAULT]
    text = "Chad shelled Libya on Monday. A ferry sank on Friday. Nine people were killed."
    assert [h.type for h in read(text, "Chad", "Libya")[2]] == [EventType.ASSAULT, None, None]


def test_a_blast_told_as_known_is_the_attacks_or_accidents_told_before():
    text = "A bomb went off in Chad. The blast was heard for miles."
    assert [h.type for h in read(text, "Chad")[2]] == [EventType.ASSAULT, EventType.ASSAULT]
    text = "A plane crashed in Chad. The explosion was heard for miles."
    assert [h.type for h in read(text, "Chad")[2]] == [None, None]


def test_a_blast_told_with_gunfire_is_an_attack():
    for text in ("The blast was followed by gunfire.", "An explosion and gunfire hit Chad."):
        (first, *_) = read(text, "Chad")[2]
        assert first.type is EventType.ASSAULT
    assert [h.type for h in read("The blast was followed by a fire.")[2]][:1] == [None]


def test_what_an_attack_was_done_with_crashes_in_it():
    text = "A bomber of Chad rammed a truck into a Libyan base. The truck smashed into a wall."
    assert [h.type for h in read(text, "Chad", "Libyan")[2]] == [EventType.ASSAULT, EventType.ASSAULT]
    text = "A bomber of Chad rammed a truck into a Libyan base. A bus smashed into a wall."
    assert [h.type for h in read(text, "Chad", "Libyan")[2]] == [EventType.ASSAULT, None]


def test_those_hurt_far_behind_an_attack_are_its_toll_where_no_accident_is_told():
    between = "The minister spoke. " * 12
    text = "Chad shelled Libya on Monday. " + between + "Nine villagers were injured."
    assert [h.type for h in read(text, "Chad", "Libya")[2]] == [EventType.ASSAULT, EventType.ASSAULT]
    text = "A ferry sank on Friday. " + text
    assert [h.type for h in read(text, "Chad", "Libya")[2]][-1] is None
    text = "Chad shelled Libya on Monday. " + between + "His father died in May."
    assert [h.type for h in read(text, "Chad", "Libya")[2]] == [EventType.ASSAULT, None]


def test_a_blast_told_anew_is_nobodys_attack():
    text = "Chad shelled Libya on Monday. An explosion at a factory hurt nine."
    assert [h.type for h in read(text, "Chad", "Libya")[2]][:2] == [EventType.ASSAULT, None]


def test_whose_draft_is_put_to_the_vote_is_not_whom_the_vote_is_on():
    (vote,) = read("Chad voted on a Libyan draft on Monday.", "Chad", "Libyan")[2]
    assert ([p.name for p in vote.actors], vote.recipients) == (["Chad"], ())
    (vote,) = read("Chad voted on a draft on Libya.", "Chad", "Libya")[2]
    assert [p.name for p in vote.recipients] == ["Libya"]


@pytest.mark.parametrize(
    "text",
    [
        "The miners have not been paid since July.",
        "Smugglers paid the guards 90 dollars.",
        "Jo Lind was paid at least 40,000 euros.",
        "The mill paid its workers in rice.",
        "Chad paid Norway two million euros for the drones.",
    ],
)
def test_wages_prices_and_bribes_help_nobody(text):
    (paid,) = read(text, "Chad", "Norway", "Jo Lind", "Smugglers", "mill", "miners")[2]
    assert (paid.type, paid.rules) == (None, ("frame:other.pay",))


def test_what_a_state_pays_another_for_nothing_is_help():
    (paid,) = read("Norway paid 40 million dollars to Kenya.", "Norway", "Kenya")[2]
    assert paid.type is EventType.AID


@pytest.mark.parametrize(
    "text",
    [
        "A gas blast at a bakery in Peru killed four workers and injured eleven.",
        "A boiler explosion in a mill in Peru left nine workers dead.",
        "A blast caused by a gas leak killed seven people in Peru.",
        "A smelter blast in Peru burned five workers.",
        "An explosion in a coal mine killed 16 miners in Peru.",
        "An explosion tore through a fireworks factory in Peru, killing 12 workers.",
        "Twelve workers were killed in a methane explosion in Peru. The blast also injured nine guards.",
    ],
)
def test_a_blast_that_nobody_meant_and_its_toll_are_nobodys_attack(text):
    told = read(text, "Peru")[2]
    assert told
    assert {h.type for h in told} == {None}


def test_a_bomb_in_a_coal_mine_is_an_attack():
    told = read("A bomb blast in a coal mine in Peru killed four workers.", "Peru")[2]
    assert EventType.ASSAULT in {h.type for h in told}
    told = read("An explosion in Peru killed four soldiers.", "Peru")[2]
    assert EventType.ASSAULT in {h.type for h in told}
