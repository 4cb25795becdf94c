"""A questionnaire comes back as it was, and its scores are found by day and by questionnaire."""

from datetime import date, timedelta

from hypothesis import given
from support.builders import a_measure, a_mood, an_entry
from support.clock import START
from support.strategies import measures
from support.vaults import quick

from caregiver_journal.domain.entry import Entry, Lost
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.measure import Measure, Score
from caregiver_journal.domain.query import Query
from caregiver_journal.journal.journal import Journal
from caregiver_journal.store.measures import ScoreRow

TODAY = START.date()
TWO = (Score("satisfaction", "Satisfaction", 38, 10, 50), Score("burnout", "Burnout", 21, 10, 50))


def add(journal: Journal, measure: Measure, days_ago: int = 0) -> Entry:
    entry = an_entry(at=START - timedelta(days=days_ago), mood=measure)
    journal.add(entry)
    return entry


@quick
@given(measures)
def test_any_comes_back_as_it_was(journal: Journal, measure: Measure) -> None:
    with journal.writing():
        journal.entries.add(an_entry(mood=a_measure()))
        number = journal.database.rows("SELECT max(number) FROM entries")[0][0]
        journal.measures.write(number, measure)
    assert journal.measures.read([number]) == {number: measure}


def test_a_new_one_takes_the_place_of_the_old_one(journal: Journal) -> None:
    entry = add(journal, Measure("phq-9", answers=((1, 3), (2, 1)), scores=TWO))
    with journal.writing():
        journal.measures.write(1, a_measure())
    assert journal.entries.get(entry.id).detail == a_measure()
    assert journal.database.rows("SELECT count(*) FROM measure_answers") == [(0,)]


def test_one_whose_name_was_lost_says_so(journal: Journal) -> None:
    entry = add(journal, a_measure())
    with journal.writing():
        journal.database.write("DELETE FROM measures")
    assert journal.entries.get(entry.id).detail == Lost(Kind.MEASURE)


def test_scores_are_read_in_the_order_of_time_and_without_the_deleted(journal: Journal) -> None:
    late = add(journal, a_measure(9), 1)
    early = add(journal, Measure("proqol", "ProQOL", "sheet", True, scores=TWO, key="k"), 5)
    journal.remove(add(journal, a_measure(3), 2))
    add(journal, a_measure(3), 40)
    journal.add(an_entry(mood=a_mood()))
    first, last = TODAY - timedelta(days=30), TODAY
    rows = journal.measures.scored(first, last)
    assert [(row.entry_id, row.score.value) for row in rows] == [
        (early.id, 38),
        (early.id, 21),
        (late.id, 9),
    ]
    assert rows[0] == ScoreRow(early.id, early.day, "proqol", "ProQOL", "sheet", TWO[0], "k")
    assert [row.score.value for row in journal.measures.scored(date.min, last, "phq-9")] == [3, 9]


def test_the_last_day_of_each_is_known(journal: Journal) -> None:
    assert journal.measures.last_days() == {}
    add(journal, a_measure(), 3)
    add(journal, a_measure(), 9)
    journal.remove(add(journal, a_measure(), 1))
    add(journal, a_measure(instrument="gad-7"), 4)
    assert journal.measures.last_days() == {
        "phq-9": TODAY - timedelta(days=3),
        "gad-7": TODAY - timedelta(days=4),
    }


def test_its_name_is_found_by_words(journal: Journal) -> None:
    entry = add(journal, a_measure(title="Sleep and rest"))
    found, _more = journal.entries.find(Query("rest"), None, 10)
    assert [each.id for each in found] == [entry.id]


def test_the_questionnaire_is_a_filter(journal: Journal) -> None:
    wanted = add(journal, a_measure(instrument="own.1"), 3)
    add(journal, a_measure())
    journal.add(an_entry(mood=a_mood()))
    query = Query(instruments=frozenset({"own.1", "own.2"}))
    assert journal.entries.find(query, None, 9)[0] == [wanted]
    assert journal.entries.count_found(query) == 1
