"""Say on paper what was practised: exercises before and after, tries on the ladder, homework."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from statistics import median
from typing import NamedTuple

from caregiver_journal.base.i18n import N_, _, ngettext
from caregiver_journal.domain.ladder import Step, Try, compared
from caregiver_journal.domain.numbers import say_mean
from caregiver_journal.domain.phrasing import say_date
from caregiver_journal.domain.practice_trend import Change, ExerciseChange
from caregiver_journal.domain.session import Homework, HomeworkState
from caregiver_journal.domain.summary import Piece, Points, Table, Words

MOST_EXERCISES = 12
"""How many exercises have a row of their own; of more the most often done ones."""

_NOTHING = "–"
_ENDED = {
    HomeworkState.DONE: N_("done on {day}"),
    HomeworkState.DROPPED: N_("dropped on {day}"),
}


class Tried(NamedTuple):
    """A step of the ladder with its tries of a period."""

    step: Step
    tries: tuple[Try, ...]


class Practised(NamedTuple):
    """What was practised in a period.

    Attributes:
        homework: what was agreed before its end and had not ended before it began.
        exercises: the most often done first.
        tried: the easiest first.
    """

    homework: tuple[Homework, ...]
    exercises: tuple[ExerciseChange, ...]
    tried: tuple[Tried, ...]


def practice_pieces(practised: Practised, last: date) -> tuple[Piece, ...]:
    """Return what a summary says of it; nothing where there is nothing.

    Args:
        practised: what was practised.
        last: the last day of the period; days of its year are said without it.
    """
    pieces: list[Piece] = []
    if practised.homework:
        points = tuple((each.text, _say_homework(each, last)) for each in practised.homework)
        pieces += [Words(_("Homework:")), Points(points)]
    if practised.exercises:
        pieces.append(_exercises(practised.exercises))
    if practised.tried:
        pieces.append(_ladder(practised.tried))
    return tuple(pieces)


def practice_counted(practised: Practised) -> str:
    """Return how much is behind it: *4 tasks, exercises 12 times, 3 tries*."""
    tasks = len(practised.homework)
    times = sum(each.times for each in practised.exercises)
    tries = sum(len(each.tries) for each in practised.tried)
    said = (
        (tasks, ngettext("{count:,} task", "{count:,} tasks", tasks)),
        (times, ngettext("{count:,} exercise", "{count:,} exercises", times)),
        (tries, ngettext("{count:,} try", "{count:,} tries", tries)),
    )
    return ", ".join(words.format(count=count) for count, words in said if count)


def practice_rules(practised: Practised) -> tuple[str, ...]:
    """Say how its numbers were made."""
    return tuple(_rules(practised))


def _rules(practised: Practised) -> Iterator[str]:
    if practised.homework:
        yield _("Homework: what was agreed by the last day and had not ended before the first.")
    if practised.exercises:
        yield _(
            "Exercises: times count begun ones too. Distress and kindness to myself are 0 (none) "
            "to 10; each cell has the median before and the median after, of the n times that "
            "have both."
        )
    if practised.tried:
        yield _(
            "Ladder: tries of these days. Each cell has the median of what was expected and of "
            "how it was, 0 to 10, of the n tries that have both. A try that came from an entry "
            "stands here only where that entry may."
        )


def _say_homework(homework: Homework, last: date) -> str:
    agreed = _("Agreed on {day}").format(day=say_date(homework.agreed, last))
    state = _("still open")
    if homework.ended is not None:
        state = _(_ENDED[homework.state]).format(day=say_date(homework.ended, last))
    said = f"{agreed}, {state}."
    if not homework.how_it_went:
        return said
    return _("{said} How it went: {words}").format(said=said, words=homework.how_it_went)


def _exercises(exercises: Sequence[ExerciseChange]) -> Table:
    shown = exercises[:MOST_EXERCISES]
    heads = [_("Exercise"), _("Times")]
    rows = [[each.title or each.exercise, f"{each.times:,}"] for each in shown]
    for head, changes in (
        (_("Distress before → after (n)"), [each.distress for each in shown]),
        (_("Kindness before → after (n)"), [each.kindness for each in shown]),
    ):
        if any(change.n for change in changes):
            heads.append(head)
            for row, change in zip(rows, changes, strict=True):
                row.append(_say_change(change))
    others = exercises[MOST_EXERCISES:]
    if others:
        name = ngettext("{count:,} other", "{count:,} others", len(others))
        times = sum(each.times for each in others)
        rest = [_NOTHING] * (len(heads) - 2)
        rows.append([name.format(count=len(others)), f"{times:,}", *rest])
    return Table(_("Exercises"), tuple(heads), tuple(map(tuple, rows)), is_own=True)


def _say_change(change: Change) -> str:
    if change.before is None or change.after is None:
        return _NOTHING
    return _say_both(change.before, change.after, change.n)


def _ladder(tried: Iterable[Tried]) -> Table:
    rows = tuple((each.step.text, f"{len(each.tries):,}", _say_tries(each)) for each in tried)
    heads = (_("Step of the ladder"), _("Tries"), _("Distress expected → was (n)"))
    return Table(_("Tries on the ladder"), heads, rows, is_own=True)


def _say_tries(tried: Tried) -> str:
    both = compared(tried.tries)
    if not both:
        expected = median(one.expected for one in tried.tries)
        return _("{expected} → not said").format(expected=say_mean(expected))
    expected = median(one.expected for one, _actual in both)
    return _say_both(expected, median(actual for _one, actual in both), len(both))


def _say_both(before: float, after: float, count: int) -> str:
    return _("{before} → {after} ({count:,})").format(
        before=say_mean(before), after=say_mean(after), count=count
    )
