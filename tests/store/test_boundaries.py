"""A boundary moment comes back as it was written, is counted, and asks again."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from support.builders import a_boundary, a_mood, an_entry
from support.clock import START
from support.strategies import boundaries
from support.vaults import quick

from caregiver_journal.domain.boundary import Answer, Boundary, FollowUp, Relationship, Wanted
from caregiver_journal.domain.entry import Lost
from caregiver_journal.domain.query import Query
from caregiver_journal.journal.journal import Journal

DAY = START.date()
FULL = Boundary(
    "Cover Saturday",
    Answer.OTHER_TERMS,
    Wanted.NO,
    "team lead",
    "work",
    "my evenings",
    ("guilt", "my mother"),
    "That she is cross with me",
    70,
    "A weekday",
    "Saturday",
    "I can swap a weekday.",
    8,
    6,
    1,
    4,
    15,
    "I said it once.",
    "Sooner.",
    "She asked somebody else.",
    10,
    Relationship.SAME,
    (FollowUp(DAY, START + timedelta(hours=20), 2), FollowUp(DAY + timedelta(days=3), is_off=True)),
)


@pytest.mark.parametrize("boundary", [a_boundary(), a_boundary(guilt=0, minutes=0), FULL])
def test_a_moment_comes_back_as_it_was(journal: Journal, boundary: Boundary) -> None:
    entry = an_entry(mood=boundary)
    journal.add(entry)
    assert journal.entries.get(entry.id).detail == boundary


@quick
@given(boundaries)
def test_any_moment_comes_back_as_it_was(journal: Journal, boundary: Boundary) -> None:
    with journal.writing():
        entry = an_entry(mood=a_boundary())
        journal.entries.add(entry)
        number = journal.database.rows("SELECT max(number) FROM entries")[0][0]
        journal.boundaries.write(number, boundary)
    assert journal.boundaries.read([number]) == {number: boundary}


def test_a_new_moment_takes_the_place_of_the_old_one(journal: Journal) -> None:
    journal.add(an_entry(mood=FULL))
    with journal.writing():
        journal.boundaries.write(1, a_boundary())
    assert journal.boundaries.read([1]) == {1: a_boundary()}
    for table in ("boundary_texts", "boundary_pulls", "follow_ups"):
        count = journal.database.rows(f"SELECT count(*) FROM {table}")[0][0]  # noqa: S608
        assert count == (table == "boundary_texts"), table


def test_moods_and_moments_lie_side_by_side(journal: Journal) -> None:
    for detail in (a_mood(2), a_boundary(), a_mood(4)):
        journal.add(an_entry(mood=detail))
    found, _after = journal.entries.page(None, 10)
    assert [entry.kind.value for entry in found] == ["mood", "boundary", "mood"]
    assert journal.boundaries.read([]) == {}


def test_one_that_lost_its_words_is_still_there(journal: Journal) -> None:
    entry = an_entry(mood=FULL)
    journal.add(entry)
    with journal.writing():
        journal.database.write("DELETE FROM boundary_texts")
    detail = journal.entries.get(entry.id).detail
    assert isinstance(detail, Boundary)
    assert (detail.asked, detail.guilt, detail.words) == ("…", 6, "")


def test_words_without_their_numbers_are_what_is_left(journal: Journal) -> None:
    entry = an_entry(mood=FULL)
    journal.add(entry)
    with journal.writing():
        journal.database.write("DELETE FROM boundaries")
    detail = journal.entries.get(entry.id).detail
    assert isinstance(detail, Lost)
    assert detail.words.splitlines()[:2] == ["Cover Saturday", "That she is cross with me"]
    assert journal.boundaries.due(date(2030, 1, 1)) == []


@pytest.mark.parametrize(
    "words", ["Saturday", "team lead", "evenings", "cross", "weekday", "sooner", "mother", "somebo"]
)
def test_every_word_of_a_moment_is_found(journal: Journal, words: str) -> None:
    entry = an_entry(mood=FULL)
    journal.add(entry)
    assert [found.id for found in journal.entries.find(Query(words), None, 9)[0]] == [entry.id]
    journal.remove(entry)
    journal.delete_for_good(entry)
    assert journal.search.count(words) == 0


# --- asking again ---------------------------------------------------------------------------------


def test_what_is_due_is_open_and_its_entry_is_there(journal: Journal) -> None:
    tomorrow = DAY + timedelta(days=1)
    answered = FollowUp(DAY, START + timedelta(hours=1), 3)
    waiting = an_entry(mood=a_boundary(follow_ups=(answered, FollowUp(tomorrow), FollowUp(DAY))))
    gone = an_entry(mood=a_boundary(follow_ups=(FollowUp(DAY),)))
    off = an_entry(mood=a_boundary(follow_ups=(FollowUp(DAY, is_off=True),)))
    for entry in (waiting, gone, off):
        journal.add(entry)
    journal.remove(gone)
    assert journal.boundaries.due(DAY - timedelta(days=1)) == []
    assert journal.boundaries.due(DAY) == [(waiting.id, 2)]
    assert journal.boundaries.due(tomorrow) == [(waiting.id, 2), (waiting.id, 1)]
    journal.restore(gone)
    assert (gone.id, 0) in journal.boundaries.due(DAY)


# --- what was used before -------------------------------------------------------------------------


def test_askers_are_offered_the_last_one_first(journal: Journal) -> None:
    for asker in ("team lead", "sister", "", "team lead", "neighbour"):
        journal.add(an_entry(mood=a_boundary(asker=asker)))
    assert journal.boundaries.askers() == ["neighbour", "team lead", "sister"]


def test_own_words_are_known_again(journal: Journal) -> None:
    for setting, limit, pulls in (
        ("work", "time", ("guilt", "my mother")),
        ("the choir", "my evenings", ("guilt",)),
        ("", "", ()),
    ):
        journal.add(an_entry(mood=a_boundary(setting=setting, limit=limit, pulls=pulls)))
    assert set(journal.boundaries.settings()) == {"work", "the choir"}
    assert set(journal.boundaries.limits()) == {"time", "my evenings"}
    assert journal.boundaries.pulls() == ["guilt", "my mother"]


# --- counting -------------------------------------------------------------------------------------


def test_answers_and_limits_of_a_period_are_counted(journal: Journal) -> None:
    for days, answer, limit in (
        (0, Answer.NO, "time"),
        (1, Answer.NO, ""),
        (2, Answer.AGAINST, "time"),
        (9, Answer.GLADLY, "role"),
    ):
        moment = a_boundary(answer=answer, limit=limit)
        journal.add(an_entry(at=START - timedelta(days=days), mood=moment))
    journal.add(an_entry())
    gone = an_entry(mood=a_boundary())
    journal.add(gone)
    journal.remove(gone)
    week = (DAY - timedelta(days=6), DAY)
    assert journal.boundaries.count_answers(*week) == {Answer.NO: 2, Answer.AGAINST: 1}
    assert list(journal.boundaries.count_answers(*week)) == [Answer.NO, Answer.AGAINST]
    assert journal.boundaries.count_limits(*week) == {"time": 2, "": 1}
    assert journal.boundaries.count_limits(date(2020, 1, 1), date(2020, 1, 2)) == {}
