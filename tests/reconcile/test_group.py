"""Grouping: no chains, no dependence on order, people's decisions hold."""

from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.reconcile.group import group

ROW = ["a", "b", "c", "d", "e"]


def test_a_chain_of_likely_pairs_is_not_one_group():
    likely = dict.fromkeys(pairwise(ROW), 0.9)
    assert len(group(ROW, likely)) > 1


def test_all_likely_pairs_are_one_group():
    assert group(ROW, dict.fromkeys(combinations(ROW, 2), 0.6)) == (tuple(ROW),)


def test_nothing_likely_leaves_everyone_alone():
    assert group(ROW, {}) == tuple((one,) for one in ROW)


def test_pairs_kept_apart_never_meet_however_likely():
    found = group(ROW, dict.fromkeys(combinations(ROW, 2), 0.95), apart=[("a", "b")])
    assert not any({"a", "b"} <= set(members) for members in found)


def test_pairs_joined_by_a_person_meet_however_unlikely():
    assert ("a", "e") in group(ROW, {}, together=[("e", "a")])


@settings(deadline=None)
@given(st.data())
def test_groups_do_not_depend_on_the_order_of_pairs(data):
    pairs = list(combinations(ROW, 2))
    likely = {pair: data.draw(st.integers(0, 10)) / 10 for pair in pairs}
    shuffled = data.draw(st.permutations(pairs))
    turned = {(b, a) if data.draw(st.booleans()) else (a, b): likely[a, b] for a, b in shuffled}
    assert group(ROW, turned) == group(ROW, likely)


@settings(deadline=None)
@given(st.data())
def test_a_far_member_changes_no_group_of_the_others(data):
    likely = {pair: data.draw(st.integers(0, 10)) / 10 for pair in combinations(ROW, 2)}
    alone = group(ROW, likely)
    with_far = group([*ROW, "z"], likely | {("a", "z"): 0.3})
    assert [members for members in with_far if members != ("z",)] == list(alone)
