"""Tell what repeats from what chance alone shows, for values by day.

Moods of neighbouring days resemble each other, and days with something come in runs or on the same
weekdays. So nothing here treats days as if each had been drawn by itself: intervals draw whole
weeks, and chances first take off what a day has from the day before and then shuffle short
stretches. Every draw is seeded: the same days give the same answer each time.

Days are ordinals (``date.toordinal``) in rising order, each at most once; values are in the units
of what was measured. numpy is loaded by the first call.
"""

from collections.abc import Iterator, Sequence
from math import sqrt
from statistics import NormalDist
from typing import TYPE_CHECKING, Any, NamedTuple

from caregiver_journal.domain.comparison import Interval

if TYPE_CHECKING:
    from numpy import ndarray

    Array = ndarray[Any, Any]

SEED = 7
DRAWS = 1999
"""How often is drawn; together with the days as they are, 2,000 times."""
AT_ONCE = 400_000
"""How many shuffled days are held in memory at once."""

WEEK = 7
CONFIDENCE = 0.95

STRETCHES = 40
LONGEST = 3.0
"""Into about how many stretches days are cut before they are shuffled, and how many days these have
at most on average. Measured on invented journals: with longer or fewer ones too few orders are left
to tell anything by, and with single days a mood with a longer memory passes for a finding."""

STRONGEST_TIE = 0.8
"""The most that a day is taken to resemble the day before, as a correlation."""
LEAST_PAIRS = 14
"""With fewer pairs of days that follow each other, no resemblance is assumed."""

MOST_STEPS = 40
"""Into at most how many steps of whole weeks a slope parts its days."""


def chances_of(
    days: Sequence[int], values: Sequence[float], columns: Sequence[Sequence[float]]
) -> tuple[float, ...]:
    """Return, for each column, how often chance shows as strong a tie with the values.

    The tie is the slope of generalised least squares with an error that resembles the one of the
    day before (AR(1), its strength estimated from the values and corrected for its bias after
    Kendall 1954, Biometrika 41:403). What is left of the values when that resemblance is taken off
    is then shuffled in stretches of random length, three days on average where there are enough
    days: what resemblance remains stays within them, and ties to weekdays do not. Two-sided, the
    days as they are counted in (Phipson & Smyth 2010, doi 10.2202/1544-6115.1585): never 0.

    Args:
        days: at least five of them.
        values: one for each day.
        columns: each with one number for each day: 1 and 0 for the days of two sides, or the day
            itself for a direction.
    """
    import numpy as np

    told = np.array([np.ones(len(days)), values, *columns], dtype=float).T
    level, *rest = _whitened(np.asarray(days), told, tie_of(days, values)).T
    left, *ties = (each - level * (level @ each) / (level @ level) for each in rest)
    contrasts = np.array(ties).T
    seen = np.abs(left @ contrasts) * (1 - 1e-9) - 1e-12
    reached = np.zeros(len(ties))
    for order in _shuffled(len(days)):
        reached += (np.abs(left[order] @ contrasts) >= seen).sum(axis=0)
    return tuple(float(times) for times in (1 + reached) / (1 + DRAWS))


def tie_of(days: Sequence[int], values: Sequence[float]) -> float:
    """Return how much a day resembles the day before, 0 to ``STRONGEST_TIE``: a correlation."""
    import numpy as np

    centred = np.asarray(values, dtype=float) - np.mean(values)
    follow = np.diff(days) == 1
    spread = float(np.mean(centred**2))
    if follow.sum() < LEAST_PAIRS or spread == 0:
        return 0.0
    seen = float(np.mean((centred[:-1] * centred[1:])[follow])) / spread
    unbiased = (len(centred) * seen + 1) / (len(centred) - 3)
    return min(max(unbiased, 0.0), STRONGEST_TIE)


def _whitened(days: "Array", told: "Array", tie: float) -> "Array":
    """Return columns without what each day has from the last one known, equally spread again."""
    import numpy as np

    kept = np.zeros((len(days), 1))
    kept[1:, 0] = tie ** np.diff(days)
    before = np.zeros_like(told)
    before[1:] = told[:-1]
    whitened: Array = (told - kept * before) / np.sqrt(1 - kept**2)
    return whitened


def _shuffled(n: int) -> "Iterator[Array]":
    """Yield rows of orders of n places, in each of which stretches have changed their places."""
    import numpy as np

    random = np.random.default_rng(SEED)
    length = min(max(n / STRETCHES, 1.0), LONGEST)
    at_once = max(1, AT_ONCE // n)
    for first in range(0, DRAWS, at_once):
        shape = (min(at_once, DRAWS - first), n)
        starts = random.random(shape) < 1 / length
        starts[:, 0] = True
        long = np.diff(np.flatnonzero(starts), append=starts.size)
        places = random.integers(0, 1 << 16, len(long), dtype=np.uint16)
        yield np.argsort(np.repeat(places, long).reshape(shape), axis=1, kind="stable")


def mean_interval(days: Sequence[int], values: Sequence[float]) -> Interval | None:
    """Return the 95 % interval of a mean, by drawing weeks; None where there is but one week."""
    import numpy as np

    one = np.ones(len(days))
    weeks = _week_sums(days, (one, np.asarray(values, dtype=float)))
    counts, sums = _drawn(weeks)
    return _middle_of(sums / counts, weeks.shape[1])


def difference_interval(
    days: Sequence[int], values: Sequence[float], sides: Sequence[float]
) -> Interval | None:
    """Return the 95 % interval of the mean with minus the mean without, by drawing weeks.

    A week is drawn with all its days, so that what resembles within it stays together (block
    bootstrap; Künsch 1989, Ann. Statist. 17:1217). Percentile interval, widened where there are
    few weeks (see ``_middle_of``). Draws in which a side is empty are left out.

    Args:
        days: those of both sides.
        values: one for each day.
        sides: 1 for a day with, 0 for a day without.

    Returns:
        The interval; None where the days of a side lie in one week only.
    """
    import numpy as np

    mood, with_it = np.asarray(values, dtype=float), np.asarray(sides, dtype=float)
    others = 1 - with_it
    weeks = _week_sums(days, (with_it, with_it * mood, others, others * mood))
    n, total, n_others, total_others = _drawn(weeks)
    both = (n > 0) & (n_others > 0)
    differences = total[both] / n[both] - total_others[both] / n_others[both]
    fewest = min((weeks[0] > 0).sum(), (weeks[2] > 0).sum())
    return _middle_of(differences, int(fewest))


def _week_sums(days: Sequence[int], columns: "Sequence[Array]") -> "Array":
    """Return the sums of columns by calendar week: a row for each, for weeks with a day only."""
    import numpy as np

    _, week = np.unique((np.asarray(days) - 1) // WEEK, return_inverse=True)
    return np.array([np.bincount(week, column) for column in columns])


def _drawn(weeks: "Array") -> "Array":
    """Return the sums over as many weeks as there are, drawn with replacement again and again."""
    import numpy as np

    n = weeks.shape[1]
    found = np.random.default_rng(SEED).integers(0, n, (DRAWS, n))
    places = (found + n * np.arange(DRAWS)[:, None]).ravel()
    times = np.bincount(places, minlength=DRAWS * n).reshape(DRAWS, n)
    sums: Array = weeks @ times.T
    return sums


def _middle_of(drawn: "Array", weeks: int) -> Interval | None:
    """Return the middle 95 % of what was drawn, and more of it the fewer weeks there were.

    The percentiles are those at which an interval for a mean of so many independent values is as
    wide as Student's (expanded percentile interval; Hesterberg 2015, doi
    10.1080/00031305.2015.1089789, section 5.3).
    """
    import numpy as np

    if weeks < 2:
        return None
    tail = NormalDist().cdf(-sqrt(weeks / (weeks - 1)) * student_bound(weeks - 1))
    low, high = np.quantile(drawn, [tail, 1 - tail])
    return Interval(float(low), float(high))


def student_bound(freedom: int) -> float:
    """Return the bound of the middle 95 % of Student's distribution, to 1 % from two degrees on.

    Abramowitz & Stegun 1964, formula 26.7.5.

    Args:
        freedom: degrees of it, at least 1.
    """
    z: float = NormalDist().inv_cdf((1 + CONFIDENCE) / 2)
    terms = (
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
        (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92160,
    )
    return z + sum(term / float(freedom) ** power for power, term in enumerate(terms, 1))


class Slope(NamedTuple):
    """A direction.

    Attributes:
        each_day: change from one day to the next, in the units of the values.
        interval: of it, with 95 % confidence; None where all lies in one step.
        weeks: of how many weeks each mean is that it was found by.
    """

    each_day: float
    interval: Interval | None
    weeks: int


def slope_of(days: Sequence[int], values: Sequence[float]) -> Slope:
    """Return the Theil–Sen slope of weekly means, and its interval by drawing weeks.

    Where there are more than ``MOST_STEPS`` weeks, means of two, three or more weeks are taken.
    Percentile interval, widened as in ``difference_interval``.

    Args:
        days: in two calendar weeks at least.
        values: one for each day.
    """
    import numpy as np

    on = np.asarray(days, dtype=float)
    weeks = 1 + (days[-1] - days[0]) // (WEEK * MOST_STEPS)
    _, place = np.unique((np.asarray(days) - 1) // (WEEK * weeks), return_inverse=True)
    n = np.bincount(place)
    when, what = np.bincount(place, on) / n, np.bincount(place, values) / n
    found = np.random.default_rng(SEED).integers(0, len(n), (DRAWS, len(n)))
    slopes = _middle_slopes(when[found], what[found])
    interval = _middle_of(slopes[~np.isnan(slopes)], len(n))
    return Slope(theil_sen(when, what), interval, weeks)


def theil_sen(places: "Sequence[float] | Array", values: "Sequence[float] | Array") -> float:
    """Return the median of the slopes between any two points.

    Theil 1950; Sen 1968, J. Am. Stat. Assoc. 63:1379. In values for each unit of the places.

    Args:
        places: two different ones at least; pairs at the same place have no slope.
        values: one for each place.
    """
    import numpy as np

    return float(_middle_slopes(np.array([places], float), np.array([values], float))[0])


def _middle_slopes(places: "Array", values: "Array") -> "Array":
    """Return the Theil–Sen slope of each row; NaN where all places of a row are one."""
    import numpy as np

    first, second = np.triu_indices(places.shape[1], 1)
    runs = places[:, second] - places[:, first]
    rises = values[:, second] - values[:, first]
    slopes = np.divide(rises, runs, out=np.full(runs.shape, np.nan), where=runs != 0)
    slopes.sort(axis=1)
    n = (runs != 0).sum(axis=1)
    rows = np.arange(len(n))
    middles: Array = (slopes[rows, (n - 1) // 2] + slopes[rows, n // 2]) / 2
    return middles


def benjamini_hochberg(chances: Sequence[float]) -> tuple[float, ...]:
    """Return each chance adjusted for how many were looked at.

    Calling those up to 0.05 found keeps the expected share of false ones among the found at 5 %,
    and where nothing is true at all, the chance of any (Benjamini & Hochberg 1995, J. R. Stat.
    Soc. B 57:289).
    """
    n = len(chances)
    adjusted = [1.0] * n
    least = 1.0
    falling = sorted(range(n), key=chances.__getitem__, reverse=True)
    for rank, place in zip(range(n, 0, -1), falling, strict=True):
        least = min(least, chances[place] * (n / rank))
        adjusted[place] = least
    return tuple(adjusted)
