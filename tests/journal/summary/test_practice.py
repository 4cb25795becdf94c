"""What a summary says of exercises, tries on the ladder and homework."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from support.boundaries import add_moment
from support.builders import a_practice, an_entry
from support.clock import START
from support.summary_blocks import all_words, items_of, said_by, section_of

from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.ladder import Step, Try
from caregiver_journal.domain.practice_summary import MOST_EXERCISES
from caregiver_journal.domain.session import Homework, HomeworkState
from caregiver_journal.domain.summary import Block, Piece, Points, Table
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.ladder import add_step

ONE = Block.PRACTICE


def _practise(journal: Journal, days: int = 0, *, secret: bool = False, **said: Any) -> None:
    at = START - timedelta(days=days)
    journal.add(an_entry("a note", at, mood=a_practice(**said), never_export=secret))


def _step(journal: Journal, text: str = "Ask for a day off", distress: int = 6) -> int:
    add_step(journal, Step(text, distress))
    return next(each.number for each in journal.ladder.steps() if each.text == text) or 0


def _try(
    journal: Journal,
    step: int,
    expected: int,
    actual: int | None,
    *,
    days: int = 0,
    entry_id: str = "",
) -> None:
    with journal.writing(Topic.LADDER):
        at = START - timedelta(days=days)
        journal.ladder.write_try(Try(step, at, expected, actual, "a secret", entry_id))


def _agree(
    journal: Journal,
    name: str,
    agreed: date,
    state: HomeworkState = HomeworkState.OPEN,
    ended: date | None = None,
    how: str = "",
) -> None:
    with journal.writing(Topic.SESSION):
        journal.homework.write(
            Homework(str(uuid4()), f"Try {name}", START, agreed, state, ended, how)
        )


def _table(journal: Journal, *, called: str) -> Table:
    pieces = said_by(journal, ONE).pieces
    (table,) = [each for each in pieces if isinstance(each, Table) and each.caption == called]
    return table


def test_nothing_is_said_without_practice(journal: Journal) -> None:
    journal.add(an_entry("a mood"))
    _step(journal)
    assert section_of(journal, ONE) is None
    assert items_of(journal, ONE) == ()


def test_exercises_stand_with_medians_of_the_times_that_have_both(journal: Journal) -> None:
    for before, after in ((6, 3), (4, 3), (8, 2), (9, None)):
        _practise(journal, distress_before=before, distress_after=after)
    _practise(journal, exercise="soften", title="Soften", kindness_before=3, kindness_after=4)
    _practise(journal, 92, exercise="early", title="Before the period")
    section = said_by(journal, ONE)
    assert (section.title, section.counted) == ("Practice and homework", "5 exercises")
    table = _table(journal, called="Exercises")
    assert table.heads == (
        "Exercise",
        "Times",
        "Distress before → after (n)",
        "Kindness before → after (n)",
    )
    assert table.rows == (
        ("Five things around you", "4", "6 → 3 (3)", "–"),
        ("Soften", "1", "–", "3 → 4 (1)"),
    )
    assert table.is_own
    assert [rule.split()[0] for rule in section.rules] == ["Exercises:"]


def test_what_nobody_rated_has_no_column_and_no_title_is_no_name(journal: Journal) -> None:
    _practise(journal, title="")
    table = _table(journal, called="Exercises")
    assert table.heads == ("Exercise", "Times")
    assert table.rows == (("grounding", "1"),)
    assert [item.words for item in items_of(journal, ONE)] == ["Exercise · grounding"]


def test_of_many_exercises_the_most_often_done_have_rows(journal: Journal) -> None:
    for number in range(MOST_EXERCISES + 2):
        for _time in range(1 if number else 2):
            _practise(journal, exercise=f"own-{number}", title=f"{number:02}", distress_before=5)
    _practise(journal, exercise="own-0", title="00", distress_before=6, distress_after=4)
    rows = _table(journal, called="Exercises").rows
    assert len(rows) == MOST_EXERCISES + 1
    assert rows[0] == ("00", "3", "6 → 4 (1)")
    assert rows[-1] == ("2 others", "2", "–")


def test_tries_stand_with_what_was_expected_and_how_it_was(journal: Journal) -> None:
    easy, hard = _step(journal, "Pause before yes", 3), _step(journal, "אמרי לא", 8)
    for expected, actual in ((8, 5), (6, 4), (9, None)):
        _try(journal, hard, expected, actual)
    _try(journal, easy, 3, None)
    _try(journal, easy, 5, 5, days=92)
    _try(journal, _step(journal, "Not in these days"), 5, 5, days=92)
    section = said_by(journal, ONE)
    assert section.counted == "4 tries"
    assert _table(journal, called="Tries on the ladder").rows == (
        ("Pause before yes", "1", "3 → not said"),
        ("אמרי לא", "3", "7 → 4.5 (2)"),
    )
    assert "a secret" not in all_words(section), "notes of tries are not told"


def test_a_try_of_a_moment_that_cannot_be_seen_stands_nowhere(journal: Journal) -> None:
    seen = add_moment(journal)
    gone = add_moment(journal, START - timedelta(hours=1))
    journal.remove(gone)
    secret = an_entry(never_export=True)
    journal.add(secret)
    step, only = _step(journal), _step(journal, "SECRET step")
    _try(journal, step, 6, 2, entry_id=seen.id)
    for entry_id in (gone.id, secret.id, "never was"):
        _try(journal, step, 9, 9, entry_id=entry_id)
    _try(journal, only, 9, 9, entry_id=secret.id)
    section = said_by(journal, ONE, taken=[f"practice/step/{only}"])
    assert _table(journal, called="Tries on the ladder").rows == (
        ("Ask for a day off", "1", "6 → 2 (1)"),
    )
    assert "SECRET" not in all_words((section, items_of(journal, ONE)))


def test_homework_of_these_days_stands_with_how_it_went(journal: Journal) -> None:
    _agree(journal, "open", date(2026, 11, 3))
    done, dropped = HomeworkState.DONE, HomeworkState.DROPPED
    long = "It went. " * 6_000
    _agree(journal, "done", date(2025, 12, 1), done, date(2026, 8, 21), long)
    _agree(journal, "dropped", date(2026, 9, 1), dropped, date(2026, 9, 8))
    _agree(journal, "ended before", date(2026, 8, 1), done, date(2026, 8, 20))
    _agree(journal, "agreed later", date(2026, 11, 21))
    section = said_by(journal, ONE)
    assert section.counted == "3 tasks"
    (points,) = [piece for piece in section.pieces if isinstance(piece, Points)]
    assert points.points == (
        (
            "Try done",
            f"Agreed on 1 December 2025, done on 21 August. How it went: {long.strip()}",
        ),
        ("Try dropped", "Agreed on 1 September, dropped on 8 September."),
        ("Try open", "Agreed on 3 November, still open."),
    )


def test_each_can_be_left_out(journal: Journal) -> None:
    _agree(journal, "it", START.date())
    _practise(journal)
    _try(journal, _step(journal), 5, 4)
    offered = items_of(journal, ONE)
    assert all(item.is_in_at_first and not item.entry_id for item in offered)
    assert [item.words for item in offered] == [
        "Homework · Try it",
        "Exercise · Five things around you",
        "Ladder · Ask for a day off",
    ]
    assert said_by(journal, ONE).counted == "1 task, 1 exercise, 1 try"
    kinds: list[tuple[type[Piece], ...]] = [(Table, Table), (Points, Table), (Points, Table)]
    for item, kept in zip(offered, kinds, strict=True):
        section = said_by(journal, ONE, left=[item.key])
        assert tuple(type(each) for each in section.pieces if isinstance(each, kept)) == kept
        assert len(section.rules) == 2
    assert section_of(journal, ONE, left=[item.key for item in offered]) is None


def test_an_exercise_that_is_never_exported_stands_nowhere(journal: Journal) -> None:
    _practise(journal)
    _practise(journal, secret=True)
    _practise(journal, secret=True, exercise="own-1", title="SECRET")
    section = said_by(journal, ONE, taken=["practice/exercise/own-1"])
    assert _table(journal, called="Exercises").rows == (("Five things around you", "1"),)
    assert "SECRET" not in all_words((section, items_of(journal, ONE)))
