"""What is compared is chosen from what exists, and none of it is in at first."""

from datetime import date

import pytest
from support.clock import FixedClock
from support.summary_blocks import all_words
from support.trends import TODAY, add_mood, add_practice, add_work, ago, noon

from caregiver_journal.domain.mood import About
from caregiver_journal.domain.period import Period
from caregiver_journal.domain.summary import Block, Choice, Section, Table
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.summary.reader import Later
from caregiver_journal.journal.summary.reading import begin_section, offer_items, read_section

MONTH = Period(ago(29), TODAY)


def read(journal: Journal, *taken: str) -> Section | None:
    return read_section(journal, Block.COMPARED, Choice(MONTH, taken=frozenset(taken)))


def keys(journal: Journal) -> list[str]:
    items = offer_items(journal, Block.COMPARED, MONTH)
    assert not any(item.is_in_at_first for item in items)
    return [item.key for item in items]


def test_an_empty_journal_compares_nothing(journal: Journal) -> None:
    assert keys(journal) == []
    assert read(journal) is None
    assert read(journal, "compared/practice:") is None


def test_nothing_is_in_at_first(journal: Journal) -> None:
    for days in range(6):
        add_mood(journal, ago(days), 3, tags=("tea",) if days < 3 else ())
    assert keys(journal) == ["compared/tag:tea"]
    assert read(journal) is None


def test_rest_practice_people_and_tags_are_offered_in_this_order(journal: Journal) -> None:
    # 5 days with a full day off, 4 with practice, 3 between people, 3 with tea; 10 in all.
    for days in range(10):
        about = About.PEOPLE if days < 3 else About.BODY
        tags = ("tea",) if days > 6 else ()
        add_mood(journal, ago(days), 4 if days < 5 else 2, about=about, tags=tags)
        add_work(journal, ago(days), "Off" if days < 5 else "Late")
        if days < 4:
            add_practice(journal, ago(days))
    found = keys(journal)
    assert found == [
        "compared/day_off:",
        "compared/practice:",
        "compared/people:",
        "compared/tag:tea",
    ]
    section = read(journal, *found)
    assert section is not None
    assert section.counted == "10 days with a mood"
    assert isinstance(section.pieces[0], Table)
    # Practice: 4, 4, 4, 4 and 4, 2, 2, 2, 2, 2; people: 4, 4, 4 and 4, 4, 2, 2, 2, 2, 2;
    # without tea 4, 4, 4, 4, 4, 2, 2.
    assert section.pieces[0].rows == (
        ("Full days off", "4.00 · 5 days", "2.00 · 5 days", "too few days"),
        ("Days with an exercise", "4.00 · 4 days", "2.33 · 6 days", "too few days"),
        ("Days with something between people", "4.00 · 3 days", "2.57 · 7 days", "too few days"),
        ("Days with “tea”", "2.00 · 3 days", "3.43 · 7 days", "too few days"),
    )
    only = read(journal, found[0])
    assert only is not None
    assert isinstance(only.pieces[0], Table)
    assert len(only.pieces[0].rows) == 1


def test_two_days_on_a_side_are_not_offered(journal: Journal) -> None:
    for days in range(6):
        add_mood(journal, ago(days), 3, tags=("two",) if days < 2 else ("four",))
    assert keys(journal) == []


def test_the_five_tags_that_part_most_are_offered(journal: Journal) -> None:
    for days in range(20):
        tags = tuple(f"tag {number}" for number in range(3, 10) if days < number)
        add_mood(journal, ago(days), 3, tags=tags)
    assert keys(journal) == [f"compared/tag:tag {number}" for number in (9, 8, 7, 6, 5)]


def test_a_tag_on_private_entries_is_nowhere(journal: Journal) -> None:
    for days in range(6):
        entry = add_mood(journal, ago(days), 3, tags=("secret",) if days < 3 else ())
        add_mood(journal, ago(days), 3)
        journal.mark(entry, never_export=days < 3)
    assert keys(journal) == []
    assert read(journal, "compared/tag:secret") is None


def test_words_from_right_to_left_stay_as_they_are(journal: Journal) -> None:
    for days in range(6):
        add_mood(journal, ago(days), 3, tags=("גינה",) if days < 3 else ())
    assert "Days with “גינה”" in all_words(read(journal, "compared/tag:גינה"))


def test_the_sums_are_left_to_any_thread(journal: Journal) -> None:
    for days in range(6):
        add_mood(journal, ago(days), 3, tags=("tea",) if days < 3 else ())
    choice = Choice(MONTH, taken=frozenset({"compared/tag:tea"}))
    begun = begin_section(journal, Block.COMPARED, choice)
    assert isinstance(begun, Later)
    journal.close()
    assert "3.00 · 3 days" in all_words(begun.work_out())


@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 10, 25)])
def test_a_day_on_which_the_clock_moves_is_on_one_side(
    journal: Journal, clock: FixedClock, day: date
) -> None:
    clock.set(noon(day))
    for after in range(6):
        when = date.fromordinal(day.toordinal() - after)
        add_mood(journal, noon(when, 23), 4 if after < 3 else 2, tags=("tea",) if after < 3 else ())
    period = Period(date.fromordinal(day.toordinal() - 9), day)
    choice = Choice(period, taken=frozenset({"compared/tag:tea"}))
    section = read_section(journal, Block.COMPARED, choice)
    assert section is not None
    assert isinstance(section.pieces[0], Table)
    assert section.pieces[0].rows[0][1:3] == ("4.00 · 3 days", "2.00 · 3 days")
