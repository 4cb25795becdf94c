"""A picture of a drawing holds nothing of entries that are never exported."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest
from support.builders import a_boundary, a_measure, a_practice, an_entry
from support.clock import START
from support.trends import ALL

from caregiver_journal.base.errors import JournalError
from caregiver_journal.domain.boundary import Answer, FollowUp
from caregiver_journal.domain.mood import About, Mood
from caregiver_journal.journal import trends
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.measure_results import read_measures
from caregiver_journal.journal.picture_file import has_private, make_picture_file, read_for_file
from caregiver_journal.vault.faults import DatabaseBug

READERS: dict[str, Callable[[Journal], object]] = {
    "mood": partial(trends.read_mood, period=ALL),
    "year": partial(trends.read_year, period=ALL),
    "words": partial(trends.read_words, period=ALL),
    "profile": partial(trends.read_profile, period=ALL),
    "answers": partial(trends.read_answers, period=ALL),
    "guilt": partial(trends.read_guilt, period=ALL),
    "fears": partial(trends.read_fears, period=ALL),
    "practice": partial(trends.read_practice, period=ALL),
    "belonging": partial(trends.read_belonging, period=ALL),
    "work": partial(trends.read_work, period=ALL),
    "measures": partial(read_measures, period=ALL),
    "scan": partial(trends.read_scan, period=ALL),
    "comparison": partial(
        trends.read_comparison, measured="mood", condition="tag:team", lag=0, period=ALL
    ),
}


def write(journal: Journal, days_ago: int, *, never_export: bool) -> None:
    """Write an entry of each kind that drawings tell of."""
    moment = START - timedelta(days=days_ago)
    later = moment + timedelta(days=1)
    asked = a_boundary(
        answer=Answer.NO,
        guilt=7,
        belief=80,
        came_true=10,
        follow_ups=(FollowUp(later.date(), later, 2),),
    )
    said = (
        Mood(2, words=("torn",), belonging=3, about=About.PEOPLE),
        asked,
        a_practice(distress_before=7, distress_after=4),
        a_measure(),
    )
    for detail in said:
        entry = an_entry(at=moment, mood=detail, tags=("team",), never_export=never_export)
        journal.add(entry)


@pytest.mark.parametrize("name", READERS)
def test_it_is_read_as_if_they_were_not_there(journal: Journal, name: str) -> None:
    read = partial(READERS[name], journal)
    write(journal, 3, never_export=False)
    write(journal, 1, never_export=False)
    without = read()
    write(journal, 2, never_export=True)
    assert read_for_file(journal, read) == without
    if name != "work":  # what was said of a day's work is no entry
        assert read() != without


def test_whether_there_are_such_entries_is_known(journal: Journal) -> None:
    write(journal, 1, never_export=False)
    assert not has_private(journal)
    write(journal, 2, never_export=True)
    assert has_private(journal)


def test_nothing_is_written_meanwhile_and_all_is_there_afterwards(journal: Journal) -> None:
    write(journal, 2, never_export=True)

    def add() -> None:
        journal.add(an_entry())

    with pytest.raises((JournalError, DatabaseBug)):
        read_for_file(journal, add)
    assert journal.entries.count()[0] == 4
    journal.add(an_entry())
    assert journal.entries.count()[0] == 5


def test_what_is_left_out_stays_out_after_a_fault_of_the_disk(journal: Journal) -> None:
    write(journal, 2, never_export=True)

    def read() -> int:
        journal.database._is_stale = True  # as after a damaged page: the next one connects anew
        return journal.entries.count()[0]

    assert read_for_file(journal, read) == 0
    assert journal.entries.count()[0] == 4


def test_one_veil_lies_at_a_time(journal: Journal) -> None:
    def again() -> None:
        read_for_file(journal, journal.entries.count)

    with pytest.raises(DatabaseBug):
        read_for_file(journal, again)
    assert read_for_file(journal, journal.entries.count)[0] == 0


@pytest.mark.parametrize(("suffix", "begins"), [("png", b"\x89PNG"), ("svg", b"<?xml")])
def test_a_file_of_each_kind_is_made(journal: Journal, suffix: str, begins: bytes) -> None:
    write(journal, 1, never_export=False)
    data = trends.read_guilt(journal, ALL)
    made = make_picture_file(data, suffix)
    assert made.startswith(begins)
    assert made == make_picture_file(data, suffix)


def test_a_tag_that_stands_on_private_entries_only_is_not_named(journal: Journal) -> None:
    write(journal, 1, never_export=False)
    for days_ago in (2, 3):
        moment = START - timedelta(days=days_ago)
        mood = an_entry(at=moment, mood=Mood(1), tags=("zzsecret",), never_export=True)
        journal.add(mood)
    read = partial(
        trends.read_comparison,
        journal,
        measured="mood",
        condition="tag:zzsecret",
        lag=0,
        period=ALL,
    )
    assert "zzsecret" in repr(read().condition)
    assert "zzsecret" not in read_for_file(journal, read).condition


def test_a_journal_that_is_locked_meanwhile_is_left_alone(journal: Journal) -> None:
    read_for_file(journal, journal.close)
    assert journal.is_closed
