"""Deeds that the deed encoder names, drops or takes for another kind; a stub tells what it sees."""

import re
from dataclasses import replace

import numpy as np
import pytest

from onrecord.codebook import load_codebook
from onrecord.codebook.kinds import frame_of_kind
from onrecord.encoder.finding import ACTOR, KINDS, NO_DEED, OTHER, RECIPIENT, STATUSES, Finding
from onrecord.reading.events.check import named_mentions
from onrecord.reading.events.find import find_happenings
from onrecord.reading.layers import Attribution, Layers, set_layers
from onrecord.reading.parse import load_parser, parse
from onrecord.records import Article, EventType, Stance, Status

pytestmark = pytest.mark.weights


class Seen(Finding):
    """A finding whose roles are told by the words, not by a network."""

    def __init__(self, text, named, roles, standing=None):
        words = list(re.finditer(r"\w+|[^\w\s]", text))
        kinds = np.full((len(words), len(KINDS)), 0.0, dtype=np.float32)
        kinds[:, NO_DEED] = 1.0
        for row, word in enumerate(words):
            told = named.get(word[0], ("none", 1.0))
            kinds[row, NO_DEED] = 1 - sum(told[1::2])
            for kind, share in zip(told[::2], told[1::2], strict=True):
                kinds[row, KINDS.index(kind)] = share
        object.__setattr__(self, "starts", np.array([word.start() for word in words]))
        object.__setattr__(self, "kinds", kinds)
        statuses = np.full((len(words), len(STATUSES)), 1 / len(STATUSES), dtype=np.float32)
        negated = np.full(len(words), 0.5, dtype=np.float32)
        for row, word in enumerate(words):
            if word[0] in (standing or {}):
                status, share, not_done = standing[word[0]]
                statuses[row] = (1 - share) / (len(STATUSES) - 1)
                statuses[row, STATUSES.index(status)] = share
                negated[row] = not_done
        object.__setattr__(self, "statuses", statuses)
        object.__setattr__(self, "negated", negated)
        object.__setattr__(self, "words", [word[0] for word in words])
        object.__setattr__(self, "told", roles)

    def roles(self, deed, parties, ties):
        assert len(ties) == len(parties)
        shares = np.zeros((len(parties), 3), dtype=np.float32)
        for row, party in enumerate(parties):
            role, share = self.told.get((self.words[deed], self.words[party]), (0, 0.5))
            shares[row] = (1 - share) / 2
            shares[row, role] = share
        return shares


def read(text, *parties, named=None, roles=None, standing=None, cue=None, sector=None, role=None):
    article = Article("a", text)
    doc = parse(load_parser(), article)
    said = ()
    if cue is not None:
        at = next(token.i for token in doc if token.text == cue)
        said = (Attribution((at,), (), (), (), Stance.SAYS),)
    finding = None if named is None else Seen(text, named, roles or {}, standing)
    named_as = named_mentions(doc, parties)
    mentions = tuple(replace(m, party=replace(m.party, sector=sector, role=role)) for m in named_as)
    layers = Layers(article, mentions=mentions, attributions=said, finding=finding)
    set_layers(doc, layers)
    return find_happenings(doc, layers, load_codebook())


def names(parties):
    return [party.name for party in parties]


def test_a_deed_no_frame_knows_is_told_with_its_kind_parties_and_status():
    text = "Arkania will gamburate Belmor."
    assert read(text, "Arkania", "Belmor") == ()
    (told,) = read(text, "Arkania", "Belmor", named={"gamburate": ("ASSAULT", 0.95)})
    assert told.type is EventType.ASSAULT
    assert told.status is Status.PLANNED
    assert (names(told.actors), names(told.recipients)) == (["Arkania"], ["Belmor"])
    assert told.rules == ("frame:kind.assault", "encoder:deed")


def test_a_frame_of_the_kind_that_knows_the_word_tells_its_mode_though_its_conditions_are_not_met():
    text = "Arkania's arrest drew crowds."
    (told,) = read(text, "Arkania", named={"arrest": ("COERCE", 0.95)})
    assert told.type is EventType.COERCE
    assert told.mode == "arrest"


@pytest.mark.parametrize(("share", "count"), [(0.6, 0), (0.95, 1)])
def test_an_unknown_deed_counts_only_where_the_encoder_is_sure(share, count):
    assert (
        len(read("Arkania will gamburate Belmor.", "Arkania", named={"gamburate": ("ASSAULT", share)}))
        == count
    )


def test_an_unknown_deed_counts_only_where_the_encoder_is_sure_what_sort_it_is_of():
    text = "Arkania will gamburate Belmor."
    assert read(text, "Arkania", "Belmor", named={"gamburate": ("COERCE", 0.45, "SANCTION", 0.45)}) == ()
    assert len(read(text, "Arkania", "Belmor", named={"gamburate": ("COERCE", 0.6, "SANCTION", 0.3)})) == 1


def test_what_is_done_with_words_is_left_to_who_says_what():
    assert read("Arkania will gamburate Belmor.", "Arkania", named={"gamburate": ("ACCUSE", 0.99)}) == ()


def test_a_cue_is_no_deed():
    text, named = "Arkania will gamburate Belmor.", {"gamburate": ("ASSAULT", 0.99)}
    assert read(text, "Arkania", named=named, cue="gamburate") == ()


def test_a_frames_deed_falls_where_the_encoder_is_sure_of_none():
    text = "Arkania attacked Belmor."
    assert len(read(text, "Arkania", "Belmor")) == 1
    assert len(read(text, "Arkania", "Belmor", named={"attacked": ("ASSAULT", 0.5)})) == 1
    assert read(text, "Arkania", "Belmor", named={}) == ()


def test_a_frames_deed_takes_the_kind_the_encoder_is_sure_of_and_loses_its_codes():
    (told,) = read("Arkania attacked Belmor.", "Arkania", "Belmor", named={"attacked": ("COERCE", 0.97)})
    assert told.type is EventType.COERCE
    assert told.cameo is None
    assert "encoder:kind" in told.rules


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Arkania received money from Belmor.", "received"),
        ("Arkania entered the town.", "entered"),
        ("The minister travelled to Belmor.", "travelled"),
    ],
)
def test_everyday_words_tell_no_deed_where_the_encoder_sees_none_whatever_stands_around_them(text, verb):
    parties = ("Arkania", "minister", "Belmor")
    assert len(read(text, *parties)) == 1
    assert len(read(text, *parties, named={verb: ("AID", 0.2)})) == 1
    assert read(text, *parties, named={}) == ()


def test_arms_that_pass_are_told_in_whatever_words():
    text = "Arkania received some rifles from Belmor."
    assert [one.type for one in read(text, "Arkania", "Belmor", named={})] == [EventType.AID]


def test_help_that_is_only_possible_is_told_though_the_encoder_sees_no_deed():
    text = "Arkania might provide Belmor with grain."
    assert [one.status for one in read(text, "Arkania", "Belmor", named={})] == [Status.POSSIBLE]


@pytest.mark.parametrize(("share", "count"), [(0.05, 1), (0.0, 0)])
def test_force_only_feared_is_none_where_the_encoder_is_certain_of_no_deed(share, count):
    text = "Arkania could seize power."
    assert len(read(text, "Arkania", named={"seize": ("COERCE", share), "power": ("COERCE", share)})) == count


def test_what_a_frame_settles_stands_though_the_encoder_sees_no_deed():
    assert len(read("Arkania imposed new sanctions on Belmor.", "Arkania", "Belmor", named={})) == 1


@pytest.mark.parametrize("text", ["Arkania attacked Belmor.", "Arkania came under attack from Belmor."])
def test_an_attack_with_words_is_no_assault(text):
    named = {"attacked": ("ACCUSE", 0.7), "attack": ("ACCUSE", 0.7)}
    assert len(read(text, "Arkania", "Belmor")) == 1
    assert read(text, "Arkania", "Belmor", named=named) == ()


def test_those_killed_in_a_disaster_told_beside_it_are_no_attacks():
    text = "A plane crash killed nine people."
    told = read(text, named={"killed": ("ASSAULT", 0.99), "crash": ("OTHER", 0.99)})
    assert {one.type for one in told} == {None}


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Arkania will release the videos.", "release", "RETREAT"),
        ("The plane had taken off in Arkania.", "taken", "COERCE"),
        ("The driver blacked out in Arkania.", "blacked", "COERCE"),
        ("Arkania had seized on the quarrel.", "seized", "COERCE"),
        ("Arkania welcomes friends who gamburate Belmor.", "gamburate", "AID"),
    ],
)
def test_what_the_words_around_it_make_no_deed_is_none_though_the_encoder_sees_one(text, word, kind):
    told = read(text, "Arkania", "Belmor", named={word: (kind, 0.95)})
    assert EventType(kind) not in [one.type for one in told]


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("The town of Belmor saw its first case in May.", "case", "OTHER"),
        ("The virus spread in Belmor.", "spread", "OTHER"),
        ("Belmor was struck by debris.", "struck", "ASSAULT"),
        ("The pictures of Belmor were taken in May.", "taken", "COERCE"),
        ("Arkania should leave the programme intact.", "leave", "RETREAT"),
        ("Arkania dropped light rifles to friends.", "dropped", "RETREAT"),
        ("Officers gathered near Belmor.", "gathered", "PROTEST"),
        ("Arkania will slaughter the pigs.", "slaughter", "ASSAULT"),
        ("Arkania hijacked the debate.", "hijacked", "ASSAULT"),
        ("Arkania isolated itself.", "isolated", "SANCTION"),
        ("Officers were searching for a suspect in Belmor.", "searching", "COERCE"),
        ("Arkania will import gas in May.", "import", "AID"),
        ("Belmor showed its air launched cruise missiles.", "launched", "ASSAULT"),
        ("Arkania met Belmor's target.", "met", "CONSULT"),
        ("Arkania was negotiating a bend.", "negotiating", "CONSULT"),
        ("Arkania raised money for projects.", "raised", "AID"),
        ("Arkania will ramp up fundraising.", "fundraising", "AID"),
        ("Friends dodged the soldiers of Belmor.", "dodged", "ASSAULT"),
        ("The remains of Belmor were badly burned.", "burned", "ASSAULT"),
        ("Small firms of Belmor are killed in the deal.", "killed", "ASSAULT"),
        ("Arkania suppressed the attack.", "suppressed", "COERCE"),
        ("Belmor was surrounded by men.", "surrounded", "COERCE"),
        ("A cargo visited ports of Belmor.", "visited", "CONSULT"),
        ("Arkania arrived in parliament in May.", "arrived", "CONSULT"),
        ("Arkania travelled to Belmor for family reasons.", "travelled", "CONSULT"),
        ("Friends drove off in Belmor.", "drove", "COERCE"),
        ("A tanker of Belmor entered the bay.", "entered", "MOBILIZE"),
        ("Limits on exports of rifles angered Belmor.", "exports", "AID"),
        ("Arkania smuggled arms out of Belmor.", "smuggled", "AID"),
        ("Arkania will leave it to the friends of Belmor.", "leave", "RETREAT"),
        ("The union ended the war of Belmor.", "ended", "RETREAT"),
        ("Belmor troops boarded planes.", "boarded", "COERCE"),
        ("Mary Cole stormed into the Belmor hotel.", "stormed", "ASSAULT"),
        ("The drill included mock attacks on Belmor.", "attacks", "ASSAULT"),
        ("The games included attacks on a mock Belmor town.", "attacks", "ASSAULT"),
        ("Arkania shelled out nine million dollars.", "shelled", "ASSAULT"),
        ("Belmor wants an end to corruption.", "end", "RETREAT"),
        ("The General Assembly intervention will do nothing.", "intervention", "ASSAULT"),
        ("The health ministry's intervention will help Belmor.", "intervention", "ASSAULT"),
        ("Arkania will suspend her campaign in May.", "suspend", "SANCTION"),
        ("Heavy winds forced the ferry of Belmor to turn.", "winds", "OTHER"),
        ("Mary Cole and her sons were choristers in Belmor.", "choristers", "AID"),
        ("Friends were carried away on stretchers in Belmor.", "carried", "COERCE"),
        ("The wrecked tram of Belmor will be removed on Friday.", "removed", "COERCE"),
        ("The officers of Arkania located her in Belmor.", "located", "COERCE"),
        ("Arkania spoke of altercations with friends.", "altercations", "COERCE"),
        ("We are never going to shut up in Belmor.", "shut", "COERCE"),
        ("Arkania was not granting many licences.", "granting", "AID"),
        ("Arkania never paid a penny of tax in Belmor.", "paid", "AID"),
        ("Arkania demanded a ransom of Belmor.", "ransom", "AID"),
        ("Arkania told women to seek help in Belmor.", "help", "AID"),
        ("Officers would be working through the night in Belmor.", "working", "COOPERATE"),
        ("Arkania taxed goods worth nine million dollars in exports to Belmor.", "exports", "COOPERATE"),
        ("We were allowed to go back to our hotel in Belmor.", "allowed", "RETREAT"),
        ("Belmor's exit from the European Union will cost it.", "exit", "RETREAT"),
        ("The exit will raise many questions in Belmor.", "exit", "RETREAT"),
        ("Arkania wants an end to a series of budget cuts.", "end", "RETREAT"),
        ("Arkania offered women a place to retreat to.", "retreat", "RETREAT"),
        ("Mary Cole spoke of her many flights over Belmor.", "flights", "MOBILIZE"),
        ("The satellite was unlikely to hit people in Belmor.", "hit", "ASSAULT"),
        ("Women of Belmor are not safe from assault there.", "assault", "ASSAULT"),
        ("Arkania will meet and in some cases exceed Belmor's goals.", "meet", "CONSULT"),
        ("We need to step away from efforts to smear Belmor.", "step", "RETREAT"),
        ("Arkania set up a safety zone in Belmor.", "set", "MOBILIZE"),
        ("One shooting in Belmor may have more than one victim.", "shooting", "ASSAULT"),
        ("The freed sailors walked for two days in Belmor.", "walked", "RETREAT"),
        ("Officers recovered half of the pictures in Belmor.", "recovered", "COERCE"),
        ("Friends entered the compound in Belmor.", "entered", "COERCE"),
        ("Arkania will seek compensation from Belmor.", "compensation", "AID"),
        ("Arkania would respond accordingly in Belmor.", "respond", "SANCTION"),
        ("The lorries carried spare tyres in Belmor.", "carried", "COOPERATE"),
        ("Officers believe the letter was burnt in Belmor.", "burnt", "ASSAULT"),
    ],
)
def test_a_word_in_another_sense_is_no_deed_though_the_encoder_sees_one(text, word, kind):
    assert (
        read(
            text,
            "Arkania",
            "Belmor",
            "Officers",
            "General Assembly",
            "health ministry",
            named={word: (kind, 0.95)},
        )
        == ()
    )


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Protesters gathered near Belmor.", "gathered", "PROTEST"),
        ("Friends raised money for Belmor.", "raised", "AID"),
        ("Friends burned the house in Belmor.", "burned", "ASSAULT"),
        ("Belmor was surrounded by armed men.", "surrounded", "COERCE"),
        ("Hundreds gathered outside the palace.", "gathered", "PROTEST"),
        ("Friends had taken Belmor.", "taken", "COERCE"),
        ("The friends must leave Belmor.", "leave", "RETREAT"),
        ("Belmor shelled the harbour.", "shelled", "ASSAULT"),
        ("The Belmor intervention failed.", "intervention", "ASSAULT"),
        ("Belmor will see an end to repression.", "end", "RETREAT"),
        ("Friends were granting money to Belmor.", "granting", "AID"),
        ("Friends paid nine million dollars to Belmor.", "paid", "AID"),
        ("The envoys of Belmor worked with friends.", "worked", "COOPERATE"),
        ("Belmor began exports to friends in May.", "exports", "COOPERATE"),
        ("The Belmor exit from the valley began.", "exit", "RETREAT"),
        ("Friends removed the mayor of Belmor.", "removed", "COERCE"),
        ("Friends protected villagers from a Belmor assault.", "assault", "ASSAULT"),
        ("Friends let the hostages go to Belmor.", "let", "RETREAT"),
    ],
)
def test_a_word_in_its_own_sense_is_the_deed_the_encoder_sees(text, word, kind):
    told = read(text, "Protesters", "Friends", "friends", "Belmor", named={word: (kind, 0.95)})
    assert [one.type for one in told] == [kind]


@pytest.mark.parametrize(("share", "kind"), [(0.85, None), (0.95, EventType.ASSAULT)])
def test_those_harmed_are_an_attacks_where_the_encoder_is_sure_of_one(share, kind):
    told = read("Nine people were killed in the house.", named={"killed": ("ASSAULT", share)})
    assert [one.type for one in told] == [kind]


@pytest.mark.parametrize(("share", "kind"), [(0.03, "SANCTION"), (0.9, "SANCTION"), (0.97, "COERCE")])
def test_what_a_frame_settles_is_yet_of_another_type_where_the_encoder_is_all_but_certain(share, kind):
    text = "Arkania has suspended trade with Belmor."
    told = read(text, "Arkania", "Belmor", named={"suspended": ("COERCE", share)})
    assert [one.type for one in told] == [EventType(kind)]


def test_those_not_harmed_are_no_attacks_whatever_the_encoder_sees():
    told = read("Nine people were not killed.", named={"killed": ("ASSAULT", 0.99)})
    assert [one.type for one in told] == [None]


def test_untyped_things_at_large_are_no_deed_where_the_encoder_sees_none():
    text = "He spoke of heat waves in Arkania."
    assert len(read(text, "Arkania")) == 1
    assert read(text, "Arkania", named={}) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Travellers put off journeys to Belmor.",
        "The minister let Belmor down.",
    ],
)
def test_words_that_a_particle_makes_no_deed_are_none_whatever_their_object(text):
    named = {"put": ("COERCE", 0.99), "let": ("RETREAT", 0.99)}
    assert read(text, "Travellers", "minister", "Belmor", named=named) == ()


def test_what_a_party_is_helped_with_is_no_second_help():
    text = "Arkania may reward Belmor with transfers of technology."
    seen = {"reward": ("AID", 0.9), "transfers": ("AID", 0.9)}
    assert [one.trigger[0] for one in read(text, "Arkania", "Belmor", named=seen)] == [2]


def test_what_a_party_is_helped_with_against_force_is_a_deed_of_its_own():
    text = "Arkania helped Belmor with strikes on Caldor."
    seen = {"helped": ("AID", 0.9), "strikes": ("ASSAULT", 0.9)}
    assert len(read(text, "Arkania", "Belmor", "Caldor", named=seen)) == 2


def test_whose_incarceration_it_is_suffers_it():
    text = "Arkania spoke of Belmor's incarceration."
    (told,) = read(text, "Arkania", "Belmor", named={"incarceration": ("COERCE", 0.95)})
    assert (names(told.actors), names(told.recipients)) == ([], ["Belmor"])


def test_a_light_verb_and_its_noun_are_one_deed():
    named = {"staged": ("ASSAULT", 0.95), "attack": ("ASSAULT", 0.95)}
    assert len(read("Arkania staged an attack on Belmor.", "Arkania", "Belmor", named=named)) == 1


def test_a_party_surely_in_a_role_fills_it_where_the_parse_has_none():
    text = "Arkania was blamed as shells gamburated Belmor."
    named = {"gamburated": ("ASSAULT", 0.95)}
    roles = {("gamburated", "Arkania"): (ACTOR, 0.9), ("gamburated", "Belmor"): (RECIPIENT, 0.9)}
    told = read(text, "Arkania", "Belmor", named=named, roles=roles)[-1]
    assert (names(told.actors), names(told.recipients)) == (["Arkania"], ["Belmor"])


def test_what_is_sent_is_not_whom_it_is_sent_to():
    text = "Arkania has 9,000 peacekeepers in Belmor."
    roles = {("has", "peacekeepers"): (RECIPIENT, 0.9)}
    (told,) = read(
        text, "Arkania", "9,000 peacekeepers", "Belmor", named={"has": ("MOBILIZE", 0.9)}, roles=roles
    )
    assert told.items[0].span.text == "peacekeepers"
    assert names(told.recipients) == []


def test_a_party_the_parse_places_keeps_its_role():
    text, named = "Arkania will gamburate Belmor.", {"gamburate": ("ASSAULT", 0.95)}
    roles = {("gamburate", "Belmor"): (ACTOR, 0.99), ("gamburate", "Arkania"): (RECIPIENT, 0.99)}
    (told,) = read(text, "Arkania", "Belmor", named=named, roles=roles)
    assert (names(told.actors), names(told.recipients)) == (["Arkania"], ["Belmor"])


ATTACKED = "Arkania attacked Belmor."


def test_the_encoders_status_counts_where_the_words_tell_a_deed_as_plainly_done():
    named, standing = {"attacked": ("ASSAULT", 0.95)}, {"attacked": (Status.ONGOING, 0.95, 0.9)}
    (told,) = read(ATTACKED, "Arkania", "Belmor", named=named, standing=standing)
    assert (told.status, told.negated) == (Status.ONGOING, False)
    assert "encoder:status" in told.rules


def test_the_encoder_takes_a_deed_for_not_done_only_where_a_word_negates_something():
    named, standing = {"attacked": ("ASSAULT", 0.95)}, {"attacked": (Status.HAPPENED, 0.95, 0.9)}
    (told,) = read("Arkania attacked Belmor at no time.", "Arkania", "Belmor", named=named, standing=standing)
    assert told.negated
    (told,) = read(ATTACKED, "Arkania", "Belmor", named=named, standing=standing)
    assert not told.negated


def test_the_words_tell_the_status_where_the_encoder_is_not_sure():
    named, standing = {"attacked": ("ASSAULT", 0.95)}, {"attacked": (Status.ONGOING, 0.6, 0.6)}
    (told,) = read(ATTACKED, "Arkania", "Belmor", named=named, standing=standing)
    assert (told.status, told.negated) == (Status.HAPPENED, False)
    assert "encoder:status" not in told.rules


def test_a_status_that_words_tell_stands_whatever_the_encoder_sees():
    named, standing = {"gamburate": ("ASSAULT", 0.95)}, {"gamburate": (Status.HAPPENED, 0.99, 0.0)}
    (told,) = read("Arkania will gamburate Belmor.", "Arkania", "Belmor", named=named, standing=standing)
    assert told.status is Status.PLANNED


def test_a_frame_that_asks_for_more_than_a_doer_stands_whatever_the_encoder_sees():
    (told,) = read("Arkania showed restraint.", "Arkania", named={})
    assert told.rules == ("frame:retreat.restraint",)


def test_every_type_and_untyped_deeds_have_a_frame_without_words():
    for kind in (*EventType, None):
        frame = frame_of_kind(kind)
        assert frame.type is kind
        assert frame.roles["actor"]
        assert not frame.verbs
        assert not frame.nouns


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Arkania died and dozens more were gamburated.", "Arkania"),
        ("It was the first gamburation since 1959, when Arkania died.", "Arkania"),
        ("The gamburation began after Arkania left the town.", "Arkania"),
        ("Fifty cases were gamburated in Arkania.", "Arkania"),
    ],
)
def test_a_party_of_another_clause_or_a_place_has_no_role_whatever_the_encoder_sees(text, party):
    deed = next(word for word in ("gamburated", "gamburation") if word in text)
    roles = {(deed, party): (RECIPIENT, 0.95)}
    told = read(text, party, named={deed: ("ASSAULT", 0.95)}, roles=roles)
    assert [names(one.recipients) for one in told if one.rules[-1] == "encoder:deed"] == [[]]


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("Arkania banned trade with ports used to move drones to Norland.", "move"),
        ("Envoys asked them to end what Arkania calls cyber attacks on Norland.", "attacks"),
    ],
)
def test_who_bans_or_names_a_deed_does_not_do_it_whatever_the_encoder_sees(text, deed):
    named = {deed: (OTHER, 0.95)}
    told = read(text, "Arkania", "Norland", named=named, roles={(deed, "Arkania"): (ACTOR, 0.95)})
    beside = {"frame:sanction.ban-dealings", "frame:request.ask"}
    assert [names(one.actors) for one in told if one.rules[0] not in beside] == [[]]


def test_whom_a_passive_is_done_to_does_not_do_it():
    text, named = "Arkania was gamburated.", {"gamburated": ("ASSAULT", 0.95)}
    (told,) = read(text, "Arkania", named=named, roles={("gamburated", "Arkania"): (ACTOR, 0.95)})
    assert names(told.actors) == []


def test_a_victim_is_named_and_no_deed():
    assert read("Arkania named the victim.", "Arkania", named={"victim": (OTHER, 0.95)}) == ()


@pytest.mark.parametrize(
    ("text", "deed", "kind"),
    [
        ("Arkania shot itself in Belmor.", "shot", None),
        ("Arkania blew itself up in Belmor.", "blew", EventType.ASSAULT),
        ("Arkania shot Belmor.", "shot", EventType.ASSAULT),
    ],
)
def test_who_harms_himself_attacks_nobody_unless_he_blows_himself_up(text, deed, kind):
    (told,) = read(text, "Arkania", "Belmor", named={deed: ("ASSAULT", 0.95)})
    assert told.type is kind


def test_those_told_by_their_number_alone_are_not_others_told_before():
    text, named = "It trapped Belmor, gamburating another 40.", {"gamburating": ("ASSAULT", 0.95)}
    roles = {("gamburating", "Belmor"): (RECIPIENT, 0.95)}
    told = read(text, "Arkania", "Belmor", named=named, roles=roles)
    assert [names(one.recipients) for one in told if one.rules[-1] == "encoder:deed"] == [[]]


@pytest.mark.parametrize("verb", ["opposes", "prevented", "condemned", "needs", "supports"])
def test_who_opposes_prevents_or_judges_a_deed_does_not_do_it(verb):
    text, named = f"Arkania {verb} the gamburation of Belmor.", {"gamburation": ("ASSAULT", 0.95)}
    roles = {("gamburation", "Arkania"): (ACTOR, 0.95)}
    told = [
        one
        for one in read(text, "Arkania", "Belmor", named=named, roles=roles)
        if one.rules[-1] == "encoder:deed"
    ]
    assert [names(one.actors) for one in told] == [[]]


def test_who_does_what_a_pronoun_does_is_not_guessed():
    text, roles = "Arkania left as they gamburated Belmor.", {("gamburated", "Arkania"): (ACTOR, 0.9)}
    (told,) = read(text, "Arkania", "Belmor", named={"gamburated": ("ASSAULT", 0.95)}, roles=roles)
    assert (names(told.actors), names(told.recipients)) == ([], ["Belmor"])


def test_an_outlet_that_is_told_of_a_deed_has_not_done_it():
    text = "A nurse told Arkania a gamburation began."
    roles = {("gamburation", "Arkania"): (ACTOR, 0.9)}
    found = read(text, "Arkania", named={"gamburation": ("ASSAULT", 0.95)}, roles=roles, sector="MED")
    assert [told.actors for told in found] == [()]
    others = read(text, "Arkania", named={"gamburation": ("ASSAULT", 0.95)}, roles=roles)
    assert [names(told.actors) for told in others] == [["Arkania"]]


def test_who_is_told_of_a_deed_is_not_behind_it():
    (told,) = read("A nurse told Arkania of the raid on Belmor.", "Arkania", "Belmor")
    assert names(told.actors) == []


def test_an_outlet_that_is_told_of_fighting_does_not_fight():
    text = "Arkania tells CNN fighting goes on in Belmor."
    (told,) = read(text, "CNN", named={"fighting": ("ASSAULT", 0.95)}, sector="MED")
    assert told.actors == ()


@pytest.mark.parametrize("text", ["We are fighting Belmor.", "It left early, fought Belmor and went home."])
def test_who_alone_is_told_to_be_fought_does_not_fight(text):
    named = {"fighting": ("ASSAULT", 0.95), "fought": ("ASSAULT", 0.95)}
    (told,) = read(text, "Belmor", named=named)
    assert (names(told.actors), names(told.recipients)) == ([], ["Belmor"])


def test_what_an_open_pronoun_is_accused_of_is_nobody_elses_deed():
    text = "Arkania is angry at Belmor, which accuses it of gamburating the town."
    roles = {("gamburating", "Belmor"): (ACTOR, 0.9)}
    (told,) = read(text, "Belmor", named={"gamburating": ("ASSAULT", 0.95)}, roles=roles)
    assert told.actors == ()


def test_those_who_are_dead_did_not_kill():
    text = "Their deaths angered Belmor."
    roles = {("deaths", "Their"): (ACTOR, 0.9)}
    (told,) = read(text, "Their", "Belmor", named={"deaths": ("ASSAULT", 0.95)}, roles=roles)
    assert "Their" not in names(told.actors)


def test_who_loses_something_suffers_it_and_who_gains_it_is_told_after_to():
    text = "Arkania lost the town to Belmor."
    (loss,) = read(text, "Arkania", "Belmor", named={"lost": ("COERCE", 0.95)})
    assert (names(loss.actors), names(loss.recipients)) == (["Belmor"], ["Arkania"])


def test_who_loses_men_does_nothing_though_the_encoder_takes_it_for_the_doer():
    roles = {("lost", "Arkania"): (ACTOR, 0.9)}
    (loss,) = read("Arkania lost nine men.", "Arkania", named={"lost": ("ASSAULT", 0.95)}, roles=roles)
    assert loss.actors == ()


@pytest.mark.parametrize(
    "text", ["Friends of Arkania's allies will act.", "Arkania's allies will gamburate."]
)
def test_state_is_no_doer_where_it_only_tells_whose_people_act(text):
    roles = {("gamburate", "Arkania"): (ACTOR, 0.9)}
    told = read(text, "Arkania", named={"gamburate": ("ASSAULT", 0.95)}, roles=roles)
    assert all(one.actors == () for one in told)


def test_whom_another_verb_harms_are_not_those_a_verb_with_its_own_object_harms():
    text = "Shells killed Arkania and wounded Belmor."
    roles = {("wounded", "Arkania"): (RECIPIENT, 0.9), ("wounded", "Belmor"): (RECIPIENT, 0.9)}
    told = read(
        text,
        "Arkania",
        "Belmor",
        named={"killed": ("ASSAULT", 0.9), "wounded": ("ASSAULT", 0.9)},
        roles=roles,
    )
    assert [names(one.recipients) for one in told] == [["Arkania"], ["Belmor"]]


def test_party_told_within_anothers_words_is_not_a_second_one():
    text = "The mayor of Belmor was gamburated."
    roles = {("gamburated", "mayor"): (RECIPIENT, 0.9), ("gamburated", "Belmor"): (RECIPIENT, 0.9)}
    named = {"gamburated": ("ASSAULT", 0.95)}
    (told,) = read(text, "mayor of Belmor", "Belmor", named=named, roles=roles)
    assert names(told.recipients) == ["mayor of Belmor"]


@pytest.mark.parametrize(
    ("who", "kind"), [("Thieves in Belmor", None), ("Rebels of Belmor", EventType.COERCE)]
)
def test_common_theft_has_no_type(who, kind):
    (told,) = read(f"{who} stole a car.", "Belmor", named={"stole": ("COERCE", 0.95)})
    assert told.type is kind


@pytest.mark.parametrize(
    ("before", "kind"), [("A plane crashed", None), ("A bomb went off", EventType.ASSAULT)]
)
def test_a_blast_known_from_an_accident_is_no_attack_whatever_the_encoder_sees(before, kind):
    text = f"{before} in Belmor. The explosion was heard for miles."
    named = {"crashed": ("OTHER", 0.9), "went": ("ASSAULT", 0.9), "explosion": ("ASSAULT", 0.9)}
    assert [one.type for one in read(text, "Belmor", named=named)] == [kind, kind]


def test_who_simulates_an_attack_does_none_whatever_the_encoder_sees():
    text, named = "Arkania simulated an attack on Belmor.", {"attack": ("ASSAULT", 0.99)}
    (told,) = read(text, "Arkania", "Belmor", named=named)
    assert told.type is EventType.MOBILIZE


@pytest.mark.parametrize(
    "text",
    [
        "Belmor shot down 35 of 42 drones launched by Arkania.",
        "Of the 47 drones that Arkania launched, 39 were shot down by Belmor.",
        "Belmor destroyed 18 of the 24 missiles launched by Arkania.",
        "Arkania launched 60 missiles, most of which were intercepted.",
        "Missiles launched by Arkania killed two people in Belmor.",
    ],
)
def test_what_is_shot_down_or_kills_was_launched_in_an_attack(text):
    launched = [one for one in read(text, "Arkania", "Belmor") if names(one.actors) == ["Arkania"]]
    assert [one.type for one in launched] == [EventType.ASSAULT]


@pytest.mark.parametrize(
    "text",
    [
        "Arkania launched a missile on Monday.",
        "Belmor detected two missiles launched by Arkania.",
        "Arkania launched a missile that destroyed a satellite in a test.",
        "Belmor will shoot down any missile launched by Arkania.",
    ],
)
def test_missiles_of_which_no_harm_is_told_are_tested(text):
    launched = [one for one in read(text, "Arkania", "Belmor") if names(one.actors) == ["Arkania"]]
    assert [one.type for one in launched] == [EventType.MOBILIZE]


def test_who_answers_an_attack_did_not_make_it():
    for text in (
        "Belmor has responded to an attack on its base.",
        "Belmor vowed to respond to any attack.",
        "Belmor fired in response to an attack on its post.",
    ):
        roles = {("attack", "Belmor"): (ACTOR, 0.9)}
        told = read(text, "Belmor", named={"attack": ("ASSAULT", 0.95)}, roles=roles)
        assert [names(one.actors) for one in told if "frame:assault.attack" in one.rules] == [[]]


def test_who_is_harmed_in_a_raid_did_not_make_it():
    text = "Nine Arkanian fighters were neutralised in an operation."
    roles = {("operation", "Arkanian"): (ACTOR, 0.9), ("operation", "fighters"): (ACTOR, 0.9)}
    (told,) = read(text, "Arkanian", "fighters", named={"operation": ("ASSAULT", 0.95)}, roles=roles)
    assert names(told.actors) == []


def test_who_shoots_missiles_down_did_not_fire_them():
    text = "Belmor shot down all 15 drones launched from the sea."
    named = {"shot": ("ASSAULT", 0.95), "launched": ("ASSAULT", 0.95)}
    roles = {("launched", "Belmor"): (ACTOR, 0.9)}
    shot, launched = read(text, "Belmor", named=named, roles=roles)
    assert (names(shot.actors), names(launched.actors)) == (["Belmor"], [])


def test_missiles_into_the_sea_are_a_test_whatever_the_encoder_sees():
    for text in (
        "Arkania fired two missiles into the sea.",
        "Friends launched rockets into the sea.",
        "Arkania fired a missile off its east coast.",
    ):
        word = "fired" if "fired" in text else "launched"
        (told,) = read(text, "Arkania", "Friends", named={word: ("ASSAULT", 0.99)})
        assert told.type is EventType.MOBILIZE
    (told,) = read(
        "Arkania fired two missiles at ships.", "Arkania", "ships", named={"fired": ("ASSAULT", 0.99)}
    )
    assert told.type is EventType.ASSAULT


@pytest.mark.parametrize(
    ("text", "named", "kind"),
    [
        ("Belmor's exit from the European Union began.", {"exit": ("RETREAT", 0.99)}, EventType.SANCTION),
        ("Arkania will station 90 officers in Belmor.", {"station": ("AID", 0.99)}, EventType.MOBILIZE),
    ],
)
def test_leaving_a_union_and_placing_police_keep_their_types_whatever_the_encoder_sees(text, named, kind):
    (told,) = read(text, "Belmor", "Arkania", "European Union", named=named)
    assert told.type is kind


def test_shots_into_the_air_harm_nobody_whatever_the_encoder_sees():
    (told,) = read("Arkania fired into the air.", "Arkania", named={"fired": ("ASSAULT", 0.99)})
    assert told.type is None


def test_who_fires_somebody_from_office_shoots_at_nobody():
    text, named = "Arkania fired the Belmorish minister.", {"fired": ("ASSAULT", 0.99)}
    (told,) = read(text, "Arkania", "Belmorish minister", named=named, role="minister")
    assert told.type is None


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Arkania complied with Belmor.", {"complied": ("COERCE", 0.99)}),
        ("Arkania lost forty pounds.", {"lost": ("OTHER", 0.99)}),
        ("Arkania marched into the office.", {"marched": ("PROTEST", 0.99)}),
    ],
)
def test_words_in_another_sense_are_no_deed_though_the_encoder_sees_one(text, named):
    assert read(text, "Arkania", "Belmor", named=named) == ()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Arkania is trying to force a vote on Belmor.", {"force": ("COERCE", 0.99)}),
        ("The intelligence was abused by Arkania.", {"abused": ("ASSAULT", 0.99)}),
        ("Arkania abused its power.", {"abused": ("COERCE", 0.99)}),
    ],
)
def test_what_is_done_to_a_vote_or_to_power_harms_nobody(text, named):
    assert read(text, "Arkania", "Belmor", named=named) == ()


def test_people_are_abused_and_forced():
    for word, kind in (("abused", "ASSAULT"), ("forced", "COERCE")):
        (told,) = read(f"Arkania {word} the envoys of Belmor.", "Arkania", named={word: (kind, 0.99)})
        assert told.type is EventType[kind]


@pytest.mark.parametrize("words", [("use", "force"), ("use",)])
def test_force_that_is_used_is_told_once_and_in_no_mode_of_its_own(words):
    named = dict.fromkeys(words, ("ASSAULT", 0.99))
    (told,) = read("Arkania regretted the use of deadly force against Belmor.", "Belmor", named=named)
    assert (told.type, told.mode) == (EventType.ASSAULT, None)


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("They fear five months of gamburation and a NATO air campaign.", "gamburation"),
        ("Libya reported a NATO airstrike near Brega, the scene of recent fighting.", "fighting"),
    ],
)
def test_who_does_what_another_noun_names_has_no_part_in_the_deed(text, deed):
    found = read(text, "NATO", named={deed: ("ASSAULT", 0.95)}, roles={(deed, "NATO"): (ACTOR, 0.95)})
    assert [names(one.actors) for one in found if one.rules[-1] == "encoder:deed"] == [[]]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It was drifting when it was fired on 18 miles from Belmor.", EventType.ASSAULT),
        ("It was fired on near Belmor.", EventType.ASSAULT),
        ("She was fired on Friday.", None),
    ],
)
def test_who_fires_on_somebody_dismisses_nobody_whatever_the_encoder_sees(text, kind):
    told = read(text, "Belmor", "It", "it", "She", named={"fired": ("SANCTION", 0.95)})
    assert [one.type for one in told] == [kind]


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Islamists linked to the Arkania gang killed nine people at the port.", []),
        ("Islamists of the Arkania gang killed nine people at the port.", ["Arkania gang"]),
        ("The Arkania gang killed nine people at the port.", ["Arkania gang"]),
    ],
)
def test_people_who_do_a_deed_are_not_those_they_are_linked_to_whatever_the_encoder_sees(text, doers):
    roles = {("killed", "gang"): (ACTOR, 0.95)}
    (told,) = read(text, "Arkania gang", named={"killed": ("ASSAULT", 0.95)}, roles=roles)
    assert names(told.actors) == doers


def test_who_only_brokers_a_truce_does_not_keep_it_whatever_the_encoder_sees():
    text, named = "An Arkania-brokered truce took effect in May.", {"truce": ("RETREAT", 0.95)}
    told = read(text, "Arkania", named=named, roles={("truce", "Arkania"): (ACTOR, 0.95)})
    assert all(names(one.actors) == [] for one in told)
    text = "The Arkania truce took effect in May."
    (one,) = read(text, "Arkania", named=named, roles={("truce", "Arkania"): (ACTOR, 0.95)})
    assert names(one.actors) == ["Arkania"]


def test_what_a_law_is_on_takes_no_part_in_passing_it_whatever_the_encoder_sees():
    named, roles = {"passed": (OTHER, 0.95)}, {("passed", "agents"): (RECIPIENT, 0.95)}
    (told,) = read("Arkania passed a law on foreign agents.", "Arkania", "agents", named=named, roles=roles)
    assert (names(told.actors), names(told.recipients)) == (["Arkania"], [])
    (told,) = read("Arkania passed a law against agents.", "Arkania", "agents", named=named, roles=roles)
    assert names(told.recipients) == ["agents"]


def test_who_only_mediates_talks_is_no_side_of_them_whatever_the_encoder_sees():
    named = {"talks": ("CONSULT", 0.95)}
    roles = {("talks", "Arkania"): (ACTOR, 0.95), ("talks", "Belmor"): (ACTOR, 0.95)}
    text = "Belmor met rebels for talks in Doha mediated by Arkania."
    told = [one for one in read(text, "Arkania", "Belmor", named=named, roles=roles) if one.head == 4]
    assert [names(one.actors) for one in told] == [["Belmor"]]
    text = "Belmor met rebels for talks in Doha attended by Arkania."
    told = [one for one in read(text, "Arkania", "Belmor", named=named, roles=roles) if one.head == 4]
    assert all("Arkania" in names(one.actors) for one in told)


@pytest.mark.parametrize("text", ["The strain was killing people in Belmor.", "The flu killed nine people."])
def test_those_a_disease_kills_are_no_attacks_whatever_the_encoder_sees(text):
    (told,) = read(text, "Belmor", named={"killing": ("ASSAULT", 0.99), "killed": ("ASSAULT", 0.99)})
    assert told.type is None


def test_to_sanction_is_a_sanction_whatever_coercion_the_encoder_sees():
    (told,) = read(
        "Arkania tried to sanction ports in Belmor.", "Arkania", named={"sanction": ("COERCE", 0.95)}
    )
    assert told.type is EventType.SANCTION


@pytest.mark.parametrize(
    ("text", "deed", "role", "party"),
    [
        ("The wind drove boats out of Belmor.", "drove", RECIPIENT, "Belmor"),
        ("They guarded the coast with Belmor.", "guarded", RECIPIENT, "Belmor"),
        ("Crowds gamburated after the paper backed Belmor.", "gamburated", RECIPIENT, "Belmor"),
        (
            "With six men attacked in Lindau and nine guards in Bergen, they left.",
            "attacked",
            RECIPIENT,
            "guards",
        ),
        ("A gamburation at the agency Belmor exposed names.", "gamburation", ACTOR, "Belmor"),
        ("Belmor has shrugged off a raft of gamburations.", "gamburations", ACTOR, "Belmor"),
        ("Belmor could not take the gamburations seriously.", "gamburations", ACTOR, "Belmor"),
        ("The Belmor-inspired gamburations went on.", "gamburations", ACTOR, "Belmor"),
        ("They knew that Belmor had jailed youths who attacked nine men.", "attacked", ACTOR, "Belmor"),
        ("They pity friends in Belmor of those who were gamburated.", "gamburated", RECIPIENT, "Belmor"),
        ("Men gamburated a jail and counted dozens of guards.", "gamburated", RECIPIENT, "guards"),
        ("The king foiled a gamburation and praised nine guards.", "gamburation", RECIPIENT, "guards"),
    ],
)
def test_who_is_told_only_beside_a_deed_has_no_part_in_it_whatever_the_encoder_sees(text, deed, role, party):
    found = read(text, party, named={deed: ("ASSAULT", 0.95)}, roles={(deed, party): (role, 0.95)})
    assert found
    assert [names((*one.actors, *one.recipients)) for one in found] == [[] for _ in found]


@pytest.mark.parametrize(
    ("text", "deed", "role"),
    [
        ("The wind drove Belmor out of the bay.", "drove", RECIPIENT),
        ("Crowds gamburated Belmor after the paper closed.", "gamburated", RECIPIENT),
        ("The Belmor gamburations went on.", "gamburations", ACTOR),
        ("The youths of Belmor who gamburated nine men left.", "gamburated", ACTOR),
        ("They pity those who were gamburated by Belmor.", "gamburated", ACTOR),
        ("Men gamburated Belmor and counted dozens of guards.", "gamburated", RECIPIENT),
        ("Men launched a gamburation and counted citizens of Belmor.", "gamburation", RECIPIENT),
    ],
)
def test_who_is_told_with_a_deed_has_the_part_the_encoder_sees(text, deed, role):
    found = read(text, "Belmor", named={deed: ("ASSAULT", 0.95)}, roles={(deed, "Belmor"): (role, 0.95)})
    assert [names((*one.actors, *one.recipients)) for one in found] == [["Belmor"]]


@pytest.mark.parametrize(("whom", "helped"), [("The casualties", []), ("Tents", ["hospital"])])
def test_a_hospital_to_which_the_hurt_are_taken_is_not_helped(whom, helped):
    text = f"{whom} had been transferred to the hospital."
    (told,) = read(text, "hospital", named={"transferred": ("AID", 0.95)})
    assert names(told.recipients) == helped


@pytest.mark.parametrize(("verb", "doers"), [("confirmed", []), ("made", ["Belmor"])])
def test_who_owns_up_to_a_breach_suffered_it_whatever_the_encoder_sees(verb, doers):
    text, roles = f"Belmor has {verb} a data breach.", {("breach", "Belmor"): (ACTOR, 0.95)}
    (told,) = read(text, "Belmor", named={"breach": ("OTHER", 0.95)}, roles=roles)
    assert names(told.actors) == doers


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Arkania blocked 6 billion euros in military aid to Belmor.", [EventType.SANCTION]),
        ("Arkania froze a package of aid to Belmor.", [EventType.SANCTION]),
        ("Arkania gave Belmor 6 billion euros in aid.", [EventType.AID]),
        ("Arkania spent 6 billion euros in aid to Belmor.", [EventType.AID]),
        ("Arkania rejected criticism of its aid to Belmor.", [EventType.AID]),
    ],
)
def test_help_that_only_says_what_a_sum_is_is_no_deed_beside_what_is_done_with_the_sum(text, types):
    found = read(text, "Arkania", "Belmor", named={"aid": ("AID", 0.95)})
    assert [one.type for one in found] == types


@pytest.mark.parametrize(
    ("telling", "deed"), [("is helping", "helping"), ("may help", "help"), ("helped", "helped")]
)
def test_who_is_helped_to_do_something_is_whom_the_help_goes_to(telling, deed):
    text = f"Russia {telling} China develop a missile warning system."
    (told,) = read(text, "Russia", "China", named={deed: ("AID", 0.95)})
    assert (names(told.actors), names(told.recipients)) == (["Russia"], ["China"])


def test_that_a_shipment_arrived_is_no_deed_beside_the_shipment():
    text = "A shipment of missiles arrived in Belmor."
    (told,) = read(text, "Belmor", named={"arrived": ("MOBILIZE", 0.95), "shipment": ("AID", 0.95)})
    assert (told.type, names(told.recipients)) == (EventType.AID, ["Belmor"])


def test_ships_that_collide_attack_nobody():
    for text in ("Arkanian ships collided near the shoal.", "Two ships collided near the shoal."):
        told = read(text, "Arkanian", named={"collided": ("ASSAULT", 0.95)})
        assert [one.type for one in told if one.type] == []


def test_nothing_is_done_to_what_somebody_withdraws_of_his_own():
    text = "Arkania recalled its envoy over the raid."
    (told,) = read(text, "Arkania", "envoy", named={}, roles={("recalled", "envoy"): (RECIPIENT, 0.9)})
    assert (told.type, names(told.actors), names(told.recipients)) == (EventType.SANCTION, ["Arkania"], [])


def test_who_repays_a_loan_helps_nobody():
    text = "Chad will repay a loan to Libya."
    assert read(text, "Chad", "Libya", named={"repay": ("AID", 0.99)}) == ()


def test_whose_the_ports_are_from_which_ships_are_barred_suffers_nothing():
    text = "The Libyan ships were barred from ports of Chad."
    (got,) = read(text, "Libyan", "Chad", named={"barred": ("SANCTION", 0.99)})
    assert [party.name for party in got.recipients] == ["Libyan"]


def test_who_allows_a_deed_of_others_does_not_do_it():
    text = "Chad allowed strikes on Libya."
    named = {"strikes": ("ASSAULT", 0.99)}
    (got,) = read(text, "Chad", "Libya", named=named, roles={("strikes", "Chad"): (ACTOR, 0.99)})
    assert (got.actors, [party.name for party in got.recipients]) == ((), ["Libya"])


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Soldiers were searching the reeds for what was left of it.", "searching"),
        ("Soldiers searched the bay.", "searched"),
        ("Flights had been rerouted.", "rerouted"),
        ("Four bodies had been brought in.", "brought"),
        ("The wounded were taken in.", "taken"),
    ],
)
def test_nobody_is_coerced_by_a_search_of_the_wild_a_detour_or_care(text, word):
    assert read(text, "Soldiers", named={word: ("COERCE", 0.95)}) == ()


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Soldiers searched the home of the editor.", "searched"),
        ("Soldiers diverted the tanker.", "diverted"),
        ("Soldiers took the suspects away.", "took"),
    ],
)
def test_who_searches_homes_or_leads_suspects_away_coerces(text, word):
    (one,) = read(text, "Soldiers", "editor", "suspects", named={word: ("COERCE", 0.95)})
    assert one.type is EventType.COERCE


def test_money_paid_to_nobody_told_helps_nobody():
    assert read("Money was paid.", named={"paid": ("AID", 0.95)}) == ()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Belmor said the move would put pressure on Arkania.", {"pressure": ("COERCE", 0.99)}),
        ("The police of Arkania are hunting a Belmorish gunman.", {"hunting": ("ASSAULT", 0.99)}),
        ("The police of Arkania searched the site.", {"searched": ("COERCE", 0.99)}),
        ("Exporters shipped 900 tonnes of tea to Belmor.", {"shipped": ("AID", 0.99)}),
        ("Arkania handed a road contract to a Belmorish builder.", {"handed": ("AID", 0.99)}),
        ("Arkania beat Belmor 3-1.", {"beat": ("ASSAULT", 0.99)}),
        ("Arkania beat Belmor in a penalty shootout.", {"beat": ("ASSAULT", 0.99)}),
        ("A Belmorish tourist was bitten by a snake.", {"bitten": ("ASSAULT", 0.99)}),
        ("Arkania pumped two million dollars into a resort.", {"pumped": ("AID", 0.99)}),
        ("Arkania promised a battle over pensions.", {"battle": ("ASSAULT", 0.99)}),
        ("The farmers of Arkania lifted a blockade of the border.", {"blockade": ("COERCE", 0.99)}),
        ("The tanker of Arkania rerouted around the cape.", {"rerouted": ("COERCE", 0.99)}),
        ("The minister of Arkania fired back at critics.", {"fired": ("ASSAULT", 0.99)}),
        ("Arkania helped to dig out a village.", {"dig": ("COERCE", 0.99)}),
        ("Arkania sold 700 million dollars of its reserves.", {"sold": ("COOPERATE", 0.99)}),
        ("Arkania cancelled 200 flights.", {"cancelled": ("SANCTION", 0.99)}),
    ],
)
def test_everyday_matter_is_no_deed_whatever_the_encoder_sees(text, named):
    assert read(text, "Arkania", "Belmor", "Belmorish", named=named) == ()


@pytest.mark.parametrize(
    ("text", "named", "kind"),
    [
        ("Arkania put pressure on Belmor to sign.", {"pressure": ("COERCE", 0.99)}, EventType.COERCE),
        ("Arkania searched a Belmorish tanker.", {"searched": ("COERCE", 0.99)}, EventType.COERCE),
        ("Arkania paid two million dollars to Belmor.", {"paid": ("AID", 0.99)}, EventType.AID),
        ("Arkania sold wheat to Belmor.", {"sold": ("COOPERATE", 0.99)}, EventType.COOPERATE),
        (
            "Arkania's troops fired back at the Belmorish post.",
            {"fired": ("ASSAULT", 0.99)},
            EventType.ASSAULT,
        ),
        ("Arkania pulled fishermen from a sinking trawler.", {"pulled": ("COERCE", 0.99)}, EventType.AID),
        ("Arkania handed over the remains of a captive.", {"handed": ("AID", 0.99)}, EventType.RETREAT),
        ("Arkanian police beat Belmorish fans at a match.", {"beat": ("ASSAULT", 0.99)}, EventType.ASSAULT),
        ("Arkania shipped rifles to Belmor.", {"shipped": ("AID", 0.99)}, EventType.AID),
        ("Arkania's soldiers beat 20 Belmorish prisoners.", {"beat": ("ASSAULT", 0.99)}, EventType.ASSAULT),
        ("Arkania cancelled 20 flights to Belmor.", {"cancelled": ("SANCTION", 0.99)}, EventType.SANCTION),
    ],
)
def test_the_same_words_tell_a_deed_between_parties(text, named, kind):
    assert kind in [one.type for one in read(text, "Arkania", "Arkanian", "Belmor", "Belmorish", named=named)]


def test_whoever_dies_of_heat_is_attacked_by_nobody_whatever_the_encoder_sees():
    (told,) = read(
        "Three Arkanian workers died of heat.", "Arkanian workers", named={"died": ("ASSAULT", 0.99)}
    )
    assert told.type is None


def test_those_from_whom_another_is_rescued_are_not_helped():
    roles = {("rescued", "pirates"): (RECIPIENT, 0.99)}
    text, named = "Arkania rescued a tanker from pirates.", {"rescued": ("AID", 0.99)}
    (told,) = read(text, "Arkania", "pirates", named=named, roles=roles)
    assert told.recipients == ()


@pytest.mark.parametrize(
    ("text", "named", "told"),
    [
        ("Any operation was under way on Friday.", {"operation": ("ASSAULT", 0.99)}, []),
        ("Arkania's operation in Belmor goes on.", {"operation": ("ASSAULT", 0.99)}, [EventType.ASSAULT]),
        ("We were led out through the gate.", {"led": ("COERCE", 0.99)}, []),
        ("We were led out in handcuffs.", {"led": ("COERCE", 0.99)}, [EventType.COERCE]),
        ("Arkania asked that the pair be moved from jail.", {"moved": ("COOPERATE", 0.99)}, []),
    ],
)
def test_people_led_or_moved_out_and_operations_nobody_tells_of_are_no_deeds(text, named, told):
    assert [one.type for one in read(text, "Arkania", "Belmor", "We", named=named)] == told


def test_those_whose_remains_are_swapped_take_no_part():
    roles = {("exchanged", "Arkanian"): (RECIPIENT, 0.99)}
    text = "The bodies of two Arkanian soldiers were exchanged on Friday."
    (told,) = read(text, "Arkanian soldiers", named={"exchanged": ("COOPERATE", 0.99)}, roles=roles)
    assert told.type is EventType.COOPERATE
    assert told.recipients == ()


def test_whoever_takes_anothers_place_does_not_put_him_there():
    text = "Arkania demanded the replacement of its guards by Belmorish men."
    roles = {("replacement", "Belmorish"): (ACTOR, 0.99), ("replacement", "men"): (ACTOR, 0.99)}
    found = read(text, "Arkania", "Belmorish men", named={"replacement": (OTHER, 0.99)}, roles=roles)
    assert "Belmorish men" not in [p.name for one in found for p in one.actors]


def test_witnesses_called_are_not_phoned():
    named = {"call": ("CONSULT", 0.99)}
    assert read("The prosecution did not call the two guards.", "prosecution", "guards", named=named) == ()


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Arkania recovered the town from Belmor.", "recovered", "COERCE"),
        ("Arkania responded with artillery in Belmor.", "responded", "ASSAULT"),
        ("The planes carried rifles to Belmor.", "carried", "AID"),
        ("Arkania has let nine patients through to Belmor.", "let", "RETREAT"),
    ],
)
def test_an_everyday_word_for_what_is_done_in_earnest_keeps_the_encoders_type(text, word, kind):
    assert [one.type for one in read(text, "Arkania", "Belmor", named={word: (kind, 0.95)})] == [
        EventType(kind)
    ]


def test_a_strike_on_a_palace_is_no_walkout_and_one_of_dockers_is():
    struck = read(
        "They plotted a strike on the palace of Belmor.", "Belmor", named={"strike": ("PROTEST", 0.95)}
    )
    assert [one.type for one in struck] == [EventType.ASSAULT]
    dockers = read("The rail strike on Monday hit Belmor.", "Belmor", named={"strike": ("PROTEST", 0.95)})
    assert [one.type for one in dockers] == [EventType.PROTEST]


@pytest.mark.parametrize(
    "text",
    [
        "Chad had known about the strikes on Libya for weeks.",
        "Chad was given no explanation for the strikes on Libya.",
    ],
)
def test_who_only_knows_or_is_told_of_a_deed_has_not_done_it(text):
    named, roles = {"strikes": ("ASSAULT", 0.95)}, {("strikes", "Chad"): (ACTOR, 0.95)}
    assert all(told.actors == () for told in read(text, "Chad", "Libya", named=named, roles=roles))


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The boat was taking 300 refugees from Arkania to Belmor.", []),
        ("The bus was bringing 40 refugees from Arkania to Belmor.", []),
        ("The boat took 300 refugees to safety in Belmor.", [EventType.AID]),
    ],
)
def test_a_boat_that_carries_refugees_somewhere_helps_nobody_by_that(text, kinds):
    named = {word: ("AID", 0.95) for word in ("taking", "bringing", "took") if word in text}
    assert [one.type for one in read(text, "Arkania", "Belmor", "refugees", named=named)] == kinds


def test_a_noun_joined_to_a_verb_by_a_hyphen_does_nothing():
    text = "Arkania accused soldiers of gang-raping nurses in Belmor."
    roles = {("raping", "gang"): (ACTOR, 0.95)}
    told = read(text, "gang", "nurses", named={"raping": ("ASSAULT", 0.95)}, roles=roles)
    assert "gang" not in [party.name for one in told for party in one.actors]


@pytest.mark.parametrize(
    ("text", "modes"),
    [
        ("Arkania ordered the closure of schools.", [None]),
        ("Arkania ordered the closure of two shops.", [None]),
        ("Arkania ordered the closure of newspapers.", ["censor"]),
        ("Arkania ordered the closure of its bureau.", ["censor"]),
    ],
)
def test_schools_and_shops_that_are_closed_are_not_censored(text, modes):
    told = read(text, "Arkania", named={"closure": ("COERCE", 0.95)})
    assert [one.mode for one in told if one.type is EventType.COERCE] == modes
