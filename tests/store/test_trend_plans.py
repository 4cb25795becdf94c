"""Days are added up along an index: what is of another kind or of other days is not read."""

import pytest
from support.builders import an_entry

from caregiver_journal.journal.journal import Journal
from caregiver_journal.store import boundaries, entries, moods, practices, tags, workdays

DAYS = ("2026-11-01", "2026-11-30")
OF_KIND = (
    moods._LEVELS,
    moods._BELONGING,
    moods._BY_HOUR,
    moods._WORDS,
    moods._WITH_WORDS,
    boundaries._GUILT_BY_DAY,
    boundaries._FEARS,
    boundaries._OPEN_FEARS,
    practices._RATED,
)
WITH_MORE = (
    (moods._ABOUT, ("people", *DAYS)),
    (boundaries._BY_DAY, ("[]", *DAYS)),
    (boundaries._GUILT, (*DAYS, -1)),
    (practices._DONE_ON, (*DAYS, "letter")),
    (entries._COUNT_KIND, ("mood", *DAYS)),
    (entries._DAYS_OF_KIND, ("mood", *DAYS)),
)


def plan(journal: Journal, statement: str, values: tuple[object, ...]) -> list[str]:
    rows = journal.database.rows(f"EXPLAIN QUERY PLAN {statement}", values)
    return [row[3] for row in rows]


@pytest.mark.parametrize(("statement", "values"), [*((each, DAYS) for each in OF_KIND), *WITH_MORE])
def test_one_kind_is_read_by_day_and_the_rest_by_number(
    journal: Journal, statement: str, values: tuple[object, ...]
) -> None:
    found = plan(journal, statement, values)
    assert "entries_by_kind (kind=? AND day>? AND day<?)" in found[0]
    assert not [step for step in found if "SCAN" in step and "json_each" not in step]


@pytest.mark.parametrize(
    "statement", [moods._LEVELS, moods._BELONGING, moods._ABOUT, boundaries._BY_DAY]
)
def test_days_need_no_sorting(journal: Journal, statement: str) -> None:
    values = ("[]", *DAYS)[-statement.count("?") :]
    found = plan(journal, statement, values)
    assert "COVERING INDEX" in found[0]
    assert not [step for step in found if "TEMP B-TREE" in step]


@pytest.mark.parametrize("statement", [workdays._WORKED, workdays._SHIFTS, workdays._LOADS])
def test_workdays_are_read_by_day(journal: Journal, statement: str) -> None:
    found = plan(journal, statement, DAYS)
    assert found[0] == "SEARCH workdays USING PRIMARY KEY (day>? AND day<?)"


def test_tags_are_read_from_the_entries_of_the_days(journal: Journal) -> None:
    found = plan(journal, tags._DAYS, DAYS)
    assert "entries_by_day (day>? AND day<?)" in found[0]
    assert found[1:] == ["SEARCH entry_tags USING PRIMARY KEY (entry=?)"], "nothing is sorted"
    found = plan(journal, tags._DAYS_WITH, ("mum", *DAYS))
    assert "entry_tags_by_tag (tag=?)" in found[0]


def test_days_with_an_entry_are_read_by_day(journal: Journal) -> None:
    found = plan(journal, entries._DAYS_WRITTEN, DAYS)
    assert found == ["SEARCH entries USING INDEX entries_by_day (day>? AND day<?)"]


def test_the_first_day_is_looked_up(journal: Journal) -> None:
    assert journal.entries.first_day() is None
    journal.add(an_entry())
    assert plan(journal, entries._FIRST_DAY, ()) == ["SEARCH entries USING INDEX entries_by_day"]
