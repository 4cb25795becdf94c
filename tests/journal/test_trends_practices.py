"""What exercises changed is read as medians of the times at which both was said."""

from support.trends import ALL, TODAY, add_practice, ago

from caregiver_journal.domain.period import Period
from caregiver_journal.domain.practice_trend import Change, ExerciseChange, PracticeTrend
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.trends import read_practice


def test_an_empty_journal_has_no_exercise(journal: Journal) -> None:
    assert read_practice(journal, ALL) == PracticeTrend((), TODAY, TODAY)


def test_medians_are_of_pairs(journal: Journal) -> None:
    for days, before, after in ((5, 8, 3), (4, 5, 4), (3, 6, 6), (2, 9, 0), (1, None, 1)):
        add_practice(journal, ago(days), distress_before=before, distress_after=after)
    add_practice(journal, ago(1), distress_before=1, kindness_before=2, kindness_after=5)
    journal.remove(add_practice(journal, ago(1), distress_before=0, distress_after=0))
    add_practice(journal, ago(50), distress_before=0, distress_after=0)
    (found,) = read_practice(journal, Period(ago(30), TODAY)).exercises
    assert found.times == 6
    assert found.distress == Change(4, 7.0, 3.5)
    assert found.kindness == Change(1, 2.0, 5.0)


def test_an_exercise_is_called_as_it_was_last(journal: Journal) -> None:
    for days, title in ((1, "New name"), (9, "Old name")):
        add_practice(journal, ago(days), "own", title=title)
    (found,) = read_practice(journal, ALL).exercises
    assert found == ExerciseChange("own", "New name", 2, Change(0), Change(0))


def test_the_most_often_done_comes_first_equal_ones_by_title(journal: Journal) -> None:
    for exercise, title, times in (
        ("a", "Zebra", 1),
        ("b", "äther", 1),
        ("c", "Last", 2),
        ("d", "zebra", 1),
    ):
        for _time in range(times):
            add_practice(journal, ago(1), exercise, title=title)
    found = read_practice(journal, ALL).exercises
    assert [each.exercise for each in found] == ["c", "a", "d", "b"]
