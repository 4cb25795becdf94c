"""Columns of a table are as wide as what stands in them asks for."""

from caregiver_journal.domain.summary import Table
from caregiver_journal.exchange.table_shape import shape_of

LONG = "a cell of more than a few words"


def test_numbers_stand_at_the_right_and_their_names_take_the_room() -> None:
    table = Table("T", ("", "Aug", "Sep"), (("said yes", "14", "–"), ("guilt", "7→4", "2.5")))
    assert shape_of(table) == ((1, 0, 0), (False, True, True), False)


def test_few_short_columns_stand_together_at_the_left() -> None:
    table = Table("T", ("Name", "First → last", "Change"), (("WHO-5", "44 → 60", "reliable"),))
    assert shape_of(table) == ((0, 0, 1), (False, True, False), False)


def test_the_longest_names_take_the_room_where_they_stand_first() -> None:
    table = Table("T", ("", "This time", "Compared"), ((LONG, "3 (2–4)", "about the same"),))
    assert shape_of(table) == ((1, 0, 0), (False, True, False), False)


def test_dates_are_not_parted_for_the_sake_of_a_long_name() -> None:
    date = "2.67 on 23 Dec 2025"
    table = Table("T", ("", "First", "Before", "Last"), ((LONG * 2, date, date, date),))
    assert shape_of(table).shares == (60, 0, 0, 0)


def test_long_columns_share_the_room_and_rows_are_parted() -> None:
    table = Table("T", ("Day", "Who", "What"), (("1 Oct", LONG, LONG * 9),))
    assert shape_of(table) == ((0, len(LONG), 60), (False, False, False), True)


def test_a_table_may_be_empty() -> None:
    assert shape_of(Table("T", (), ())) == ((), (), False)
    assert shape_of(Table("T", ("a", "b"), ())) == ((1, 0), (True, True), False)
