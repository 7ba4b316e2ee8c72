from datetime import date

import pytest

from onrecord.reading.grounding.dates import find_dates

MONDAY = date(2024, 11, 4)

CASES = [
    # text, words, days from, to, precision
    ("The ministers met on Thursday.", "Thursday", "2024-10-31", "2024-10-31", "day"),
    ("The ministers met last Tuesday.", "last Tuesday", "2024-10-29", "2024-10-29", "day"),
    ("The ministers met on Wednesday.", "Wednesday", "2024-10-30", "2024-10-30", "day"),
    ("The ministers met on Monday.", "Monday", "2024-11-04", "2024-11-04", "day"),
    ("The ministers will meet on Thursday.", "Thursday", "2024-11-07", "2024-11-07", "day"),
    ("The talks are scheduled to begin on Wednesday.", "Wednesday", "2024-11-06", "2024-11-06", "day"),
    ("They left last Friday.", "last Friday", "2024-11-01", "2024-11-01", "day"),
    ("They left on Tuesday last week.", "Tuesday last week", "2024-10-29", "2024-10-29", "day"),
    ("The envoy flew home yesterday.", "yesterday", "2024-11-03", "2024-11-03", "day"),
    ("They left the day before yesterday.", "the day before yesterday", "2024-11-02", "2024-11-02", "day"),
    ("The army fired a missile last week.", "last week", "2024-10-28", "2024-11-03", "week"),
    ("Roads were blown up late last month.", "late last month", "2024-10-01", "2024-10-31", "month"),
    ("He has been there since late last week.", "since late last week", "2024-10-28", None, "after"),
    ("They have fled since late April.", "since late April", "2024-04-21", None, "after"),
    ("They have fled since the end of April.", "since the end of April", "2024-04-21", None, "after"),
    ("They have fled since April.", "since April", "2024-04-01", None, "after"),
    ("It fell in late April.", "late April", "2024-04-01", "2024-04-30", "month"),
    ("They fled between 3 and 6 June.", "3 and 6 June", "2024-06-03", "2024-06-06", "range"),
    ("They fled between June 3 and 6.", "June 3 and 6", "2024-06-03", "2024-06-06", "range"),
    ("They met on June 3 and July 6.", "June 3", "2024-06-03", "2024-06-03", "day"),
    ("It may have begun around June 3.", "June 3", "2024-06-03", "2024-06-03", "day"),
    ("It may begin around June 3.", "June 3", "2025-06-03", "2025-06-03", "day"),
    ("They met on Sunday and left a day later.", "a day later", "2024-11-04", "2024-11-04", "day"),
    ("They met on Sunday, and left the day after.", "the day after", "2024-11-04", "2024-11-04", "day"),
    ("We lived through the 2012 explosions here.", "2012", "2012-01-01", "2012-12-31", "year"),
    ("The war went on through 2012.", "through 2012", None, "2012-12-31", "before"),
    ("The war has gone on since 2022.", "since 2022", "2022-01-01", None, "after"),
    ("It will leave before the end of the year.", "before the end of the year", None, "2024-12-31", "before"),
    ("It left before the end of 2022.", "before the end of 2022", None, "2022-12-31", "before"),
    ("It was attacked on Oct. 7.", "Oct. 7", "2024-10-07", "2024-10-07", "day"),
    ("It was attacked on Nov. 5.", "Nov. 5", "2024-11-05", "2024-11-05", "day"),
    ("They will be held to what was signed on Oct. 20.", "Oct. 20", "2024-10-20", "2024-10-20", "day"),
    ("It was attacked on Dec. 7.", "Dec. 7", "2023-12-07", "2023-12-07", "day"),
    ("It will open on Dec. 7.", "Dec. 7", "2024-12-07", "2024-12-07", "day"),
    ("It opens on Dec. 7.", "Dec. 7", "2024-12-07", "2024-12-07", "day"),
    ("It opens on Nov. 4.", "Nov. 4", "2024-11-04", "2024-11-04", "day"),
    ("Dec. 7 - The council imposes sanctions.", "Dec. 7", "2023-12-07", "2023-12-07", "day"),
    ("February 26 - The council meets in Oslo.", "February 26", "2024-02-26", "2024-02-26", "day"),
    ("It was signed on 4 March 2023.", "4 March 2023", "2023-03-04", "2023-03-04", "day"),
    ("It was signed on March 4, 2023, in Oslo.", "March 4, 2023", "2023-03-04", "2023-03-04", "day"),
    ("They fought in March and April 2003.", "March", "2003-03-01", "2003-03-31", "month"),
    ("The vote was held in June.", "June", "2024-06-01", "2024-06-30", "month"),
    ("The vote will be held in June.", "June", "2025-06-01", "2025-06-30", "month"),
    ("Soldiers may join the fight in the coming days.", "the coming days", "2024-11-04", None, "after"),
    ("Tests grew in the past two years.", "the past two years", "2022-11-04", "2024-11-04", "range"),
    ("The post was seized two weeks ago.", "two weeks ago", "2024-10-21", "2024-10-27", "week"),
    ("He ruled from 2009 to 2011.", "from 2009 to 2011", "2009-01-01", "2011-12-31", "range"),
    ("He ruled between 2009 and 2011.", "between 2009 and 2011", "2009-01-01", "2011-12-31", "range"),
    ("The 1950-53 war never ended.", "1950-53", "1950-01-01", "1953-12-31", "range"),
    ("The camp must be emptied before Nov. 20.", "before Nov. 20", None, "2024-11-19", "before"),
    ("The camp must be emptied by Friday.", "by Friday", None, "2024-11-08", "before"),
    ("It was built in the 1990s.", "the 1990s", "1990-01-01", "1999-12-31", "range"),
    ("It fell in the second quarter.", "the second quarter", "2024-04-01", "2024-06-30", "quarter"),
    ("It began at the start of this year.", "the start of this year", "2024-01-01", "2024-12-31", "year"),
    ("They met last summer.", "last summer", "2024-06-01", "2024-08-31", "range"),
    ("A drone fell on Friday morning.", "Friday morning", "2024-11-01", "2024-11-01", "day"),
    ("The talks ran from 3 to 5 October.", "3 to 5 October", "2024-10-03", "2024-10-05", "range"),
    ("The talks ran Oct. 3-5.", "Oct. 3-5", "2024-10-03", "2024-10-05", "range"),
    ("It was signed on 03.05.2019.", "03.05.2019", "2019-05-03", "2019-05-03", "day"),
    ("It struck at 2024-10-05T14:00Z", "2024-10-05T14:00Z", "2024-10-05", "2024-10-05", "day"),
    ("They spoke over the weekend.", "the weekend", "2024-11-02", "2024-11-03", "range"),
    ("They spoke two weekends ago.", "two weekends ago", "2024-10-26", "2024-10-27", "range"),
    ("They will meet at the weekend.", "the weekend", "2024-11-09", "2024-11-10", "range"),
    ("Output fell in the fourth quarter.", "the fourth quarter", "2024-10-01", "2024-12-31", "quarter"),
    ("Sales rose in Q3 2019.", "Q3 2019", "2019-07-01", "2019-09-30", "quarter"),
    ("They met in May last year.", "May last year", "2023-05-01", "2023-05-31", "month"),
    ("Weeks ago, the post was seized.", "Weeks ago", None, "2024-11-04", "before"),
    ("The post was seized a few days ago.", "a few days ago", None, "2024-11-04", "before"),
    ("They marched on Thanksgiving.", "Thanksgiving", "2023-11-23", "2023-11-23", "day"),
    ("A bomb went off on Easter Sunday.", "Easter Sunday", "2024-03-31", "2024-03-31", "day"),
    ("Security was tightened after 9/11.", "after 9/11", "2001-09-12", None, "after"),
    ("It was signed earlier in the month.", "earlier in the month", "2024-11-01", "2024-11-30", "month"),
    ("The 2010/11 drought killed many.", "2010/11", "2010-01-01", "2011-12-31", "range"),
    ("The raid took place on 2024-10-05.", "2024-10-05", "2024-10-05", "2024-10-05", "day"),
    ("Over the last decade, trains were bombed.", "the last decade", "2014-11-04", "2024-11-04", "range"),
    ("They could send oil over the next month.", "the next month", "2024-11-04", "2024-12-04", "range"),
    ("Output fell over the last quarter.", "the last quarter", "2024-07-01", "2024-09-30", "quarter"),
    ("She has no plan to leave until April.", "until April", None, "2025-04-30", "before"),
    ("Flights have been suspended until Thursday.", "until Thursday", None, "2024-11-07", "before"),
    ("They have offered to host talks in June.", "June", "2025-06-01", "2025-06-30", "month"),
    ("The union announced a strike for Friday.", "Friday", "2024-11-08", "2024-11-08", "day"),
    ("Many died between March 2018 and this June.", "between March 2018 and this June", "2018-03-01",
     "2024-06-30", "range"),
    ("Raids like those on Halloween must not happen.", "Halloween", "2024-10-31", "2024-10-31", "day"),
    ("They met before Sunday's dinner.", "Sunday", "2024-11-03", "2024-11-03", "day"),
    ("Troops entered after overnight shelling.", "overnight", "2024-11-03", "2024-11-04", "range"),
]  # fmt: skip


@pytest.mark.weights
@pytest.mark.parametrize(("text", "words", "start", "end", "precision"), CASES)
def test_words_of_time_stand_for_the_days_they_tell(nlp, text, words, start, end, precision):
    whens = [mention.when for mention in find_dates(nlp(text), MONDAY)]
    told = [
        (
            when.span.text,
            when.start and when.start.isoformat(),
            when.end and when.end.isoformat(),
            when.precision,
        )
        for when in whens
        if when is not None and when.span is not None
    ]
    assert (words, start, end, precision) in told


@pytest.mark.weights
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The almost three-year-long war goes on.", "P3Y"),
        ("It took two and a half years.", "P2.5Y"),
        ("It took a year and a half.", "P1.5Y"),
        ("It took two-and-a-half years.", "P2.5Y"),
        ("It took half a year.", "P0.5Y"),
        ("He was jailed for several months.", "PXM"),
        ("They waited for six hours.", "PT6H"),
    ],
)
def test_a_length_of_time_has_a_value_but_no_days(nlp, text, value):
    (mention,) = find_dates(nlp(text), MONDAY)
    assert (mention.timex, mention.value, mention.when) == ("DURATION", value, None)


@pytest.mark.weights
@pytest.mark.parametrize("text", ["They met on Thursday.", "They met last week.", "They met yesterday."])
def test_without_a_day_of_publication_a_relative_day_stays_untold(nlp, text):
    (mention,) = find_dates(nlp(text), None)
    assert mention.value is None
    assert mention.when is None


@pytest.mark.weights
def test_without_a_day_of_publication_a_full_date_is_still_told(nlp):
    (mention,) = find_dates(nlp("They met on 4 March 2023."), None)
    assert mention.value == "2023-03-04"


@pytest.mark.weights
def test_the_century_we_live_in_tells_no_day(nlp):
    assert [mention.when for mention in find_dates(nlp("The first war of the 21st century."), MONDAY)] == [
        None
    ]
    (mention,) = find_dates(nlp("The last war of the 19th century."), MONDAY)
    assert mention.when is not None


@pytest.mark.weights
def test_the_nth_day_of_something_is_not_dated(nlp):
    mentions = find_dates(nlp("On the third day of the truce, trucks crossed the border."), MONDAY)
    assert [mention.when for mention in mentions] == [None]


@pytest.mark.weights
def test_the_next_day_is_counted_from_the_day_told_before(nlp):
    mentions = find_dates(nlp("The town fell on Oct. 20. The next day, its mayor fled."), MONDAY)
    assert [mention.value for mention in mentions] == ["2024-10-20", "2024-10-21"]


@pytest.mark.weights
@pytest.mark.parametrize(
    "text",
    [
        "They may march to the sea.",
        "Some 2,000 people fled.",
        "About 2000 soldiers fled.",
        "The $2015 fine was paid.",
        "April Smith spoke to reporters.",
        "Eastern Europe was hit by successful Christmas sales.",
        "The 26-year-old man was held.",
    ],
)
def test_words_that_only_look_like_a_date_are_left_alone(nlp, text):
    assert find_dates(nlp(text), MONDAY) == ()


@pytest.mark.weights
def test_slashes_that_could_be_read_two_ways_stay_untold(nlp):
    (mention,) = find_dates(nlp("The order is dated 3/4/2019."), MONDAY)
    assert mention.when is None
    (mention,) = find_dates(nlp("The order is dated 3/14/2019."), MONDAY)
    assert mention.value == "2019-03-14"


@pytest.mark.weights
@pytest.mark.parametrize("text", ["Sales rose in the fiscal fourth quarter.", "Sales rose in fiscal 2012."])
def test_a_fiscal_year_has_no_days_since_its_beginning_is_not_told(nlp, text):
    assert [mention.when for mention in find_dates(nlp(text), MONDAY)] == [None]


@pytest.mark.weights
def test_attacks_known_by_their_day_are_not_dated_by_the_nearest_such_day(nlp):
    (mention,) = find_dates(nlp("He was in prison since the March 11 attacks."), MONDAY)
    assert (mention.value, mention.when) == ("XXXX-03-11", None)
    (mention,) = find_dates(nlp("Five people died in the Oct. 30 attacks."), MONDAY)
    assert mention.value == "2024-10-30"


@pytest.mark.weights
def test_a_time_of_day_is_of_the_day_told_after_it(nlp):
    mentions = find_dates(nlp("The bomb went off at 9 p.m. on Thursday."), MONDAY)
    assert [mention.value for mention in mentions] == ["2024-10-31T21:00", "2024-10-31"]


@pytest.mark.weights
def test_the_following_friday_is_counted_from_the_day_told_before(nlp):
    mentions = find_dates(nlp("The town fell on Oct. 15. It was freed the following Friday."), MONDAY)
    assert [mention.value for mention in mentions] == ["2024-10-15", "2024-10-18"]


@pytest.mark.weights
def test_a_bare_day_name_that_may_be_the_next_day_is_left_open(nlp):
    told = [one.when for one in find_dates(nlp("The ministers met on Tuesday."), MONDAY)]
    assert [when for when in told if when is not None] == []


@pytest.mark.weights
@pytest.mark.parametrize("clause", ["rebels left the town", "more than nine people died", "Thursday's raid"])
def test_a_day_after_something_told_behind_it_is_no_day_of_that(nlp, clause):
    found = find_dates(nlp(f"They met on Sunday, a day after {clause}."), MONDAY)
    assert not any(m.when is not None and m.when.start == MONDAY for m in found)


def test_earlier_in_the_day_is_of_the_day_told_before_and_of_no_other(nlp):
    doc = nlp("The ministers met on Thursday. Earlier in the day they had flown in.")
    told = find_dates(doc, MONDAY)[-1]
    assert told.when.start.isoformat() == "2024-10-31"
    alone = find_dates(nlp("Earlier in the day the ministers had flown in."), MONDAY)[-1]
    assert alone.when is None or alone.when.start is None
