from datetime import date

import pytest

from onrecord.errors import IntakeError
from onrecord.intake.days import parse_day


@pytest.mark.parametrize(
    "told",
    [
        "2024-11-04",
        "2024-11-04T23:30:00+09:00",
        "2024-11-04 08:00:00",
        "20241104",
        "20241104T101500Z",
        "Mon, 04 Nov 2024 10:00:00 GMT",
        "4 November 2024",
        "2024/11/04 10:00",
        "Mon Nov 04 10:00:00 KST 2024",
        "2024-11-04Z",
        "Nov 4, 2024",
        " November 4, 2024 ",
    ],
)
def test_day_is_the_one_written_whatever_the_form(told):
    assert parse_day(told, "published") == date(2024, 11, 4)


@pytest.mark.parametrize("told", ["04/11/2024", "yesterday", "1730716200", "2024", "2024-11", "20241104x"])
def test_day_that_two_readers_could_read_as_two_is_refused(told):
    with pytest.raises(IntakeError, match=r"pub_date is '.*'; expected a day as YYYY-MM-DD"):
        parse_day(told, "pub_date")


@pytest.mark.parametrize("told", ["2024-02-30", "20241399", "Mon, 99 Nov 2024 10:00:00 GMT"])
def test_day_that_no_calendar_holds_is_refused(told):
    with pytest.raises(IntakeError, match="no day of the calendar"):
        parse_day(told, "date")
