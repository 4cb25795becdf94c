"""Read what exercises changed: distress and kindness before and after."""

from collections.abc import Iterable
from statistics import median

from caregiver_journal.domain.period import Period
from caregiver_journal.domain.practice_trend import Change, ExerciseChange, PracticeTrend
from caregiver_journal.domain.tag import folded
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.trends.stretch import days_of
from caregiver_journal.store.practices import Rated


def read_practice(journal: Journal, period: Period) -> PracticeTrend:
    """Read the exercises of a period."""
    first, last = days_of(journal, period)
    done: dict[str, list[Rated]] = {}
    for rated in journal.practices.rated(first, last):
        done.setdefault(rated.exercise, []).append(rated)
    exercises = sorted(
        (_change_of(times) for times in done.values()),
        key=lambda each: (-each.times, folded(each.title), each.exercise),
    )
    return PracticeTrend(tuple(exercises), first, last)


def _change_of(times: list[Rated]) -> ExerciseChange:
    return ExerciseChange(
        exercise=times[-1].exercise,
        title=times[-1].title,
        times=len(times),
        distress=_change((each.distress_before, each.distress_after) for each in times),
        kindness=_change((each.kindness_before, each.kindness_after) for each in times),
    )


def _change(said: Iterable[tuple[int | None, int | None]]) -> Change:
    """Return the medians before and after, of the times at which both were said."""
    both = [(before, after) for before, after in said if before is not None and after is not None]
    if not both:
        return Change(0)
    before, after = zip(*both, strict=True)
    return Change(len(both), float(median(before)), float(median(after)))
