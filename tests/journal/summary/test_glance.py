"""A time at a glance stands beside the time before it, with how many days are behind each."""

from datetime import date, timedelta

import pytest
from support.clock import FixedClock
from support.trends import TODAY, add_mood, add_practice, add_work, ago, noon

from caregiver_journal.domain.glance import REST_RULE
from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.pause import Pause
from caregiver_journal.domain.period import Period
from caregiver_journal.domain.summary import Block, Choice, Section, Table, Words
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.summary.reading import offer_items, read_section

MONTH = Period(ago(29), TODAY)
BRACKETS = "Mood and energy: median, middle half in brackets."
BEFORE = "The time before: 22 Sep – 21 Oct 2026."


def read(journal: Journal, period: Period = MONTH) -> Section:
    section = read_section(journal, Block.GLANCE, Choice(period))
    assert section is not None
    return section


def table(section: Section) -> Table:
    (found,) = (piece for piece in section.pieces if isinstance(piece, Table))
    return found


def test_an_empty_journal_says_that_nothing_was_written(journal: Journal) -> None:
    assert read(journal) == Section(
        Block.GLANCE,
        "At a glance",
        (Words("Nothing was written in these days."),),
        counted="entries on 0 of 30 days",
    )
    assert offer_items(journal, Block.GLANCE, MONTH) == ()


def test_one_entry_stands_alone(journal: Journal) -> None:
    add_mood(journal, ago(3), 4)
    section = read(journal)
    assert section.counted == "entries on 1 of 30 days"
    assert section.pieces == (
        Table(
            "At a glance",
            ("", "This time"),
            (("Mood, 1 very low to 5 very good", "1 day, too few for a median"),),
        ),
        Words(BRACKETS, is_small=True),
    )
    assert len(section.rules) == 1


def test_an_entry_without_a_mood_is_counted_and_nothing_more(journal: Journal) -> None:
    add_practice(journal, ago(3))
    section = read(journal)
    assert (section.counted, section.pieces, section.rules) == ("entries on 1 of 30 days", (), ())


def test_a_time_is_laid_beside_the_one_before(journal: Journal) -> None:
    # This time 2, 3, 3, 3, 4, 4, 5: median 3, quartiles 3 and 4. Before seven times 2.
    for days, level in enumerate((2, 3, 3, 3, 4, 4, 5)):
        add_mood(journal, ago(days), level, energy=3 if days < 4 else None)
        add_mood(journal, ago(40 + days), 2, energy=2)
    add_mood(journal, ago(60), 1)  # too long ago
    section = read(journal)
    assert section.counted == "entries on 7 of 30 days"
    assert section.pieces == (
        Words("Mood was higher than in the 30 days before (7 days beside 7)."),
        Table(
            "At a glance",
            ("", "This time", "The time before", "Compared"),
            (
                ("Days with an entry", "7 of 30", "7 of 30", ""),
                ("Mood, 1 very low to 5 very good", "3 (3–4) · 7 days", "2 (2) · 7 days", "higher"),
                (
                    "Energy, 1 drained to 5 restless",
                    "3 (3) · 4 days",
                    "2 (2) · 7 days",
                    "too few days",
                ),
            ),
        ),
        Words(f"{BRACKETS} {BEFORE}", is_small=True),
    )
    assert [rule.split(" ", 2)[:2] for rule in section.rules] == [
        ["A", "median"],
        ["Two", "medians"],
    ]


def test_private_ones_and_those_in_the_trash_are_not_counted(journal: Journal) -> None:
    add_mood(journal, ago(3), 4)
    for days in (4, 40):
        journal.mark(add_mood(journal, ago(days), 1, energy=1), never_export=True)
        journal.remove(add_mood(journal, ago(days + 1), 1, energy=1))
    section = read(journal)
    assert section.counted == "entries on 1 of 30 days"
    assert table(section).rows == (
        ("Mood, 1 very low to 5 very good", "1 day, too few for a median"),
    )


def test_work_is_told_where_it_was_noted(journal: Journal) -> None:
    # Off nine days ago, worked on the three days after, nothing noted of the next, then worked.
    for days, shift in (
        (9, "Off"),
        (8, "Late"),
        (7, "Late"),
        (6, "Late"),
        (4, "Late"),
        (40, "Late"),
    ):
        add_work(journal, ago(days), shift)
    section = read(journal)
    assert table(section).rows == (
        ("Full days off, of days with work noted", "1 of 5"),
        ("Longest stretch without a full day off", "at least 3 days"),
    )
    assert section.rules == (REST_RULE,)
    for days in range(41, 46):
        add_practice(journal, ago(days))
    section = read(journal)
    assert table(section).rows == (
        ("Days with an entry", "0 of 30", "5 of 30", ""),
        ("Full days off, of days with work noted", "1 of 5", "0 of 1", ""),
        ("Longest stretch without a full day off", "at least 3 days", "at least 1 day", ""),
    )
    assert section.pieces[-1] == Words(BEFORE, is_small=True)


def test_a_time_before_with_little_in_it_is_left_out(journal: Journal) -> None:
    for days in (1, 40, 41, 42, 43):
        add_mood(journal, ago(days), 3)
    assert len(table(read(journal)).heads) == 2
    add_mood(journal, ago(44), 3)
    section = read(journal)
    assert table(section).rows[1][2:] == ("3 (3) · 5 days", "too few days")
    assert isinstance(section.pieces[0], Table)


def test_an_empty_time_after_a_full_one_is_told_as_empty(journal: Journal) -> None:
    for days in range(40, 45):
        add_mood(journal, ago(days), 3)
    section = read(journal)
    assert section.pieces == (
        Words("Nothing was written in these days."),
        Table(
            "At a glance",
            ("", "This time", "The time before", "Compared"),
            (("Days with an entry", "0 of 30", "5 of 30", ""),),
        ),
        Words(BEFORE, is_small=True),
    )


def test_days_of_pauses_are_counted_once(journal: Journal) -> None:
    with journal.writing(Topic.PAUSE):
        journal.pauses.write(Pause(ago(40), ago(28)))
        journal.pauses.write(Pause(ago(20), ago(20)))
    assert read(journal).counted == "entries on 0 of 30 days · 3 days paused"


def test_a_time_to_come_is_still_to_come(journal: Journal) -> None:
    add_mood(journal, ago(0), 4)
    section = read(journal, Period(ago(-1), ago(-30)))
    assert section.pieces == (Words("These days are still to come."),)
    assert section.counted == ""


def test_a_time_that_ends_later_is_counted_up_to_today(journal: Journal) -> None:
    add_mood(journal, ago(0), 4)
    assert read(journal, Period(ago(1), ago(-30))).counted == "entries on 1 of 2 days"


def test_before_the_beginning_of_the_calendar_there_is_nothing(journal: Journal) -> None:
    edge = date.min + timedelta(days=9)
    section = read(journal, Period(edge, edge + timedelta(days=9)))
    assert section.pieces == (Words("Nothing was written in these days."),)


@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 10, 25)])
def test_a_day_on_which_the_clock_moves_is_one_day(
    journal: Journal, clock: FixedClock, day: date
) -> None:
    clock.set(noon(day + timedelta(days=2)))
    for hour in (0, 3, 4, 23):
        add_mood(journal, noon(day, hour), 3)
    week = Period(day - timedelta(days=2), day + timedelta(days=2))
    assert read(journal, week).counted == "entries on 2 of 5 days"
