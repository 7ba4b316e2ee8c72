"""Finding mentions by token."""

from onrecord.reading.layers import Mention, MentionForm
from onrecord.reading.parties.lookup import mention_at, mention_over, mentions_within
from onrecord.records import Party, PartyKind


def _mention(start, end, head):
    return Mention(start, end, head, MentionForm.NAME, Party("x", f"p{start}-{end}", PartyKind.STATE))


OUTER = _mention(2, 6, 5)
INNER = _mention(2, 3, 2)
OTHER = _mention(8, 9, 8)


def test_the_head_gives_the_mention_and_a_modifier_does_not():
    assert mention_at((OUTER, OTHER), 5) is OUTER
    assert mention_at((OUTER, OTHER), 4) is None


def test_the_largest_mention_on_a_head_wins():
    small = _mention(5, 6, 5)
    assert mention_at((small, OUTER), 5) is OUTER


def test_a_covered_token_gives_the_outermost_mention():
    assert mention_over((OUTER, INNER), 2) is OUTER
    assert mention_over((OUTER, INNER), 7) is None


def test_mentions_within_leaves_inner_ones_out():
    assert mentions_within((OUTER, INNER, OTHER), 0, 10) == (OUTER, OTHER)
    assert mentions_within((OUTER, INNER, OTHER), 2, 5) == (INNER,)
