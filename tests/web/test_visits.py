"""A visit ends with a pause; the next one is told from there."""

from datetime import UTC, datetime, timedelta

import pytest

from onrecord.web.visits import visit

MORNING = datetime(2024, 11, 25, 8, tzinfo=UTC)


def test_the_first_visit_has_nothing_before_it():
    assert visit(None, MORNING)[0] is None


def test_reloading_does_not_forget_what_was_new():
    _, cookie = visit(None, MORNING)
    evening = MORNING + timedelta(hours=10)
    for minutes in (0, 5, 20):
        seen, cookie = visit(cookie, evening + timedelta(minutes=minutes))
        assert seen == MORNING


def test_a_first_visit_stays_the_first_while_it_lasts():
    _, cookie = visit(None, MORNING)
    assert visit(cookie, MORNING + timedelta(minutes=10))[0] is None


@pytest.mark.parametrize("cookie", ["", "x", "1.2.3", "-1.0", "99999999999.0", "１.0", "1"])
def test_a_cookie_that_is_not_ours_counts_as_none(cookie):
    assert visit(cookie, MORNING)[0] is None
