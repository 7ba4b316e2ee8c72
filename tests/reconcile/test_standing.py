"""The named rules, one by one."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from builders import claim, group, ministry, person, unnamed
from onrecord.reconcile.build import build_event
from onrecord.reconcile.standing import RULES
from onrecord.records import Stance, Standing, Status

S = Stance
FIRST = date(2025, 3, 3)


def day(number):
    return FIRST + timedelta(days=number)


def standing(*claims, **told):
    event = build_event(claims, **told)
    return event.standing, event.standing_rule, event.origins


def test_an_origin_that_takes_it_back_leaves_it_retracted():
    made = (claim("CLD"), claim("CLD", stance=S.RETRACTS, day=day(2), article="two"))
    assert standing(*made) == (Standing.RETRACTED, "retracted-by-every-origin", 0)


def test_what_one_origin_takes_back_another_may_still_say():
    made = (
        claim("CLD"),
        claim("CLD", stance=S.RETRACTS, day=day(2), article="two"),
        claim("DRI", article="three"),
    )
    assert standing(*made) == (Standing.SINGLE_ORIGIN, "one-origin", 1)


def test_an_actor_who_denies_what_an_origin_says_makes_it_disputed():
    made = (claim("CLD"), claim(ministry("ARK"), stance=S.DENIES, article="two"))
    assert standing(*made)[0] is Standing.DISPUTED


def test_a_third_party_who_denies_does_not_make_it_disputed():
    made = (claim("CLD"), claim("DRI", stance=S.DENIES, article="two"))
    assert standing(*made)[0] is Standing.SINGLE_ORIGIN


def test_an_actor_who_admits_after_denying_ends_the_dispute():
    made = (
        claim("CLD"),
        claim("ARK", stance=S.DENIES, article="two", day=day(1)),
        claim("ARK", stance=S.CONFIRMS, article="three", day=day(5)),
    )
    assert standing(*made) == (Standing.CONFIRMED, "actor-admits", 2)


def test_declining_to_comment_takes_back_no_denial():
    made = (
        claim("CLD"),
        claim("ARK", stance=S.DENIES, article="two", day=day(1)),
        claim("ARK", stance=S.DECLINES_TO_CONFIRM, article="three", day=day(3)),
    )
    assert standing(*made)[0] is Standing.DISPUTED


def test_two_third_parties_confirm():
    made = (claim("CLD"), claim("DRI", stance=S.CONFIRMS, article="two"))
    assert standing(*made) == (Standing.CONFIRMED, "two-third-parties", 2)


def test_an_accuser_and_one_third_party_only_corroborate():
    made = (claim("CLD", stance=S.ACCUSES), claim("DRI", stance=S.CONFIRMS, article="two"))
    assert standing(*made) == (Standing.CORROBORATED, "two-origins", 2)


def test_two_bodies_of_one_state_are_one_origin():
    made = (
        claim(ministry("CLD")),
        claim(person("Ana Brod", "CLD"), article="two", outlet="The Dawn"),
    )
    assert standing(*made) == (Standing.SINGLE_ORIGIN, "one-origin", 1)


def test_a_joint_statement_is_one_origin():
    assert standing(claim("CLD", "DRI", jointly=True))[2] == 1
    assert standing(claim("CLD", "DRI"))[2] == 2


def test_unnamed_sources_never_count_as_independent():
    made = (claim(unnamed("two officials")), claim(unnamed("a diplomat"), article="two"))
    assert standing(*made) == (Standing.ALLEGED, "only-accusers-opponents-or-unnamed", 1)


def test_a_ministry_of_which_no_text_tells_the_state_is_no_independent_origin():
    bare = replace(ministry("CLD"), country=None, of=None)
    spokesman = replace(person("Ivo Kern"), of="org:foreign-ministry")
    made = (claim("DRI"), claim(bare, article="two"), claim(spokesman, article="three"))
    assert standing(*made) == (Standing.SINGLE_ORIGIN, "one-origin", 1)


def test_an_actor_speaking_of_itself_confirms_nothing():
    assert standing(claim("ARK"))[0] is Standing.SINGLE_ORIGIN
    assert standing(claim("ARK", stance=S.CONFIRMS))[0] is Standing.SINGLE_ORIGIN


def test_what_the_actor_says_and_the_other_side_confirms_is_confirmed():
    made = (claim("ARK"), claim("BMR", stance=S.CONFIRMS, article="two"))
    assert standing(*made)[1] == "actor-says-another-confirms"


def test_only_denials_leave_it_denied():
    assert standing(claim("ARK", stance=S.DENIES))[0] is Standing.DENIED


def test_an_opponent_alone_only_alleges():
    made = claim(group("Free Hills"), against=(group("Free Hills"),))
    assert standing(made)[0] is Standing.ALLEGED


def test_two_outlets_in_their_own_words_are_no_origins():
    made = (claim(), claim(article="two", outlet="The Dawn"))
    assert standing(*made) == (Standing.SINGLE_ORIGIN, "outlet-only", 1)


def test_condemning_a_reported_deed_vouches_for_nothing():
    told = {"stance": S.CONDEMNS, "trigger": "dispatch", "sentence": "It condemned the reported dispatch."}
    assert standing(claim("CLD", **told))[1] == "told-without-assertion"
    told["sentence"] = "It condemned the dispatch."
    assert standing(claim("CLD", **told))[1] == "one-origin"


@pytest.mark.parametrize(
    ("stance", "status", "expected"),
    [
        (S.FEARS, Status.POSSIBLE, Standing.FEARED),
        (S.PROMISES, Status.PLANNED, Standing.PLANNED),
        (S.THREATENS, Status.CONDITIONAL, Standing.PLANNED),
        (S.DEMANDS, Status.DEMANDED, Standing.DEMANDED),
    ],
)
def test_a_deed_nobody_says_was_done_stands_by_its_status(stance, status, expected):
    assert standing(claim("CLD", stance=stance, status=status))[0] is expected


def test_every_rule_that_is_given_is_written_down():
    assert standing(claim("CLD"))[1] in RULES
