"""The mood of a summary is one drawing, with its median and how much is behind it."""

from datetime import date, timedelta

import pytest
from support.clock import LONDON, FixedClock
from support.summary_blocks import all_words
from support.trends import TODAY, add_mood, ago, noon

from caregiver_journal.domain.event_mark import EventMark
from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.mood_trend import MoodTrend
from caregiver_journal.domain.pause import Pause
from caregiver_journal.domain.period import Period
from caregiver_journal.domain.series import DailySeries, DayValue
from caregiver_journal.domain.spread import MEDIAN_RULE
from caregiver_journal.domain.summary import Block, Choice, Drawing, Item, Section, Words
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.marking import write_mark
from caregiver_journal.journal.summary.reading import offer_items, read_section

MONTH = Period(ago(29), TODAY)
DOTS = "Each dot is a day, the thin bar its range."


def read(journal: Journal, period: Period = MONTH, *left: str) -> Section:
    section = read_section(journal, Block.MOOD, Choice(period, left=frozenset(left)))
    assert section is not None
    return section


def test_an_empty_journal_says_that_there_is_nothing(journal: Journal) -> None:
    assert read(journal) == Section(
        Block.MOOD, "Mood", (Words("No check-ins in these days."),), counted=""
    )


def test_two_days_are_not_enough_to_draw(journal: Journal) -> None:
    add_mood(journal, ago(1), 3)
    add_mood(journal, ago(2), 3)
    section = read(journal)
    assert section.counted == "2 check-ins on 2 days"
    assert section.pieces == (
        Words("Not enough yet to draw: 2 days so far. A picture comes from three."),
    )
    assert section.rules == ()


def test_the_median_is_that_of_the_days(journal: Journal) -> None:
    # Means by day 2, 3, 3, 4, 5: the quartiles are the second and the fourth of five.
    for days, levels in ((5, (2,)), (4, (1, 5)), (3, (3, 3, 3)), (2, (4,)), (1, (5, 5))):
        for level in levels:
            add_mood(journal, ago(days), level)
    section = read(journal)
    assert section.counted == "median 3 · middle half 3–4 · 9 check-ins on 5 days"
    assert section.rules == (MEDIAN_RULE,)
    drawing, reading = section.pieces
    assert drawing == Drawing(
        MoodTrend(
            DailySeries(
                (
                    DayValue(ago(5), 2, 2, 2, 1),
                    DayValue(ago(4), 3, 1, 5, 2),
                    DayValue(ago(3), 3, 3, 3, 3),
                    DayValue(ago(2), 4, 4, 4, 1),
                    DayValue(ago(1), 5, 5, 5, 2),
                ),
                ago(29),
                TODAY,
            )
        ),
        "The mean of a day lay between 2 (15 November) and 5 (19 November).",
    )
    assert reading == Words(DOTS, is_small=True)


def test_one_number_is_said_where_the_middle_half_is_one(journal: Journal) -> None:
    for days in (1, 2, 3):
        add_mood(journal, ago(days), 4)
    assert read(journal).counted == "median 4 · middle half 4 · 3 check-ins on 3 days"


def test_private_ones_and_those_in_the_trash_are_not_counted(journal: Journal) -> None:
    for days in (1, 2, 3):
        add_mood(journal, ago(days), 4)
    journal.mark(add_mood(journal, ago(1), 1), never_export=True)
    journal.mark(add_mood(journal, ago(4), 1), never_export=True)
    journal.remove(add_mood(journal, ago(5), 1))
    assert read(journal).counted == "median 4 · middle half 4 · 3 check-ins on 3 days"


def marked(journal: Journal) -> None:
    for days in (1, 2, 3):
        add_mood(journal, ago(days), 4)
    write_mark(journal, EventMark(ago(2), "New job with Ana"))
    write_mark(journal, EventMark(ago(1), "יום חדש"))
    write_mark(journal, EventMark(ago(40), "Long ago"))


def test_marks_are_drawn_told_and_can_be_left_out(journal: Journal) -> None:
    marked(journal)
    first, second = offer_items(journal, Block.MOOD, MONTH)
    assert (first.words, second.words) == (
        "18 Nov 2026, New job with Ana",
        "19 Nov 2026, יום חדש",
    )
    assert first == Item("mood/mark/1", first.words, is_in_at_first=True)
    drawing, reading = read(journal).pieces
    assert isinstance(drawing, Drawing)
    assert isinstance(drawing.data, MoodTrend)
    said = f"Dotted, marked by the writer: (1) {first.words}; (2) {second.words}"
    assert [mark.text for mark in drawing.data.marks] == ["New job with Ana", "יום חדש"]
    assert drawing.data.is_numbered, "the drawing has the numbers of its caption"
    assert drawing.sentence == f"The mean of each day was 4. {said}"
    assert reading == Words(f"{DOTS} {said}", is_own=True, is_small=True)


def test_a_mark_that_is_left_out_stands_nowhere(journal: Journal) -> None:
    marked(journal)
    first, second = offer_items(journal, Block.MOOD, MONTH)
    section = read(journal, MONTH, first.key)
    assert "Ana" not in all_words(section)
    assert f"marked by the writer: {second.words}" in all_words(section)
    assert isinstance(section.pieces[0], Drawing)
    assert isinstance(section.pieces[0].data, MoodTrend)
    assert not section.pieces[0].data.is_numbered, "of one mark there is no number"
    drawing, reading = read(journal, MONTH, first.key, second.key).pieces
    assert reading == Words(DOTS, is_small=True)
    assert isinstance(drawing, Drawing)
    assert drawing.sentence == "The mean of each day was 4."


def test_pauses_are_shaded(journal: Journal) -> None:
    for days in (1, 2, 3):
        add_mood(journal, ago(days), 4)
    with journal.writing(Topic.PAUSE):
        journal.pauses.write(Pause(ago(9), ago(5)))
    drawing, reading = read(journal).pieces
    assert isinstance(drawing, Drawing)
    assert isinstance(drawing.data, MoodTrend)
    assert drawing.data.pauses == ((ago(9), ago(5)),)
    assert reading == Words(f"{DOTS} Shaded: a pause from writing.", is_small=True)


def test_a_time_to_come_has_no_mood_yet(journal: Journal) -> None:
    add_mood(journal, ago(0), 4)
    section = read(journal, Period(ago(-3), ago(-30)))
    assert section.pieces == (Words("No check-ins in these days."),)


@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 10, 25)])
def test_a_night_in_which_the_clock_moves_belongs_to_its_day(
    journal: Journal, clock: FixedClock, day: date
) -> None:
    clock.set(noon(day + timedelta(days=5)))
    for after in (0, 1, 2):
        add_mood(journal, day + timedelta(days=after), 3)
    night = noon(day + timedelta(days=1)).replace(hour=3, minute=59, tzinfo=LONDON)
    add_mood(journal, night, 5)
    section = read(journal, Period(day, day + timedelta(days=5)))
    assert section.counted == "median 3 · middle half 3–3.5 · 4 check-ins on 3 days"
