"""What stands out: fixed rules for what may be said of the mood of a time, and how surely.

What is asked of a period, each where both sides have at least 14 days with a mood:

1. Is it higher or lower than in the period of the same length before?
2. Does it rise or fall in its course? Asked is about a line through the days; the size that is said
   is how far the second half lies from the first, because a slope tells no size of a step, or of a
   rise that is steep for a while. The Theil–Sen slope stands in how it was worked out.
3. Is it higher or lower on days with something than on the other days on which that could be known:
   each tag, each kind of shift, full days off, practice, something between people? Of two that
   part the days in the same way, the first is asked about.

The mood of a day is the mean of its check-ins, 1–5. A sentence is said where three things hold:
chance rarely shows as much (5 % after Benjamini and Hochberg over all that was asked), the 95 %
interval of the size leaves out 0, and the size is at least a tenth of a step. At most three are
said, the rarest by chance first. Where the first of these holds for something but not the others,
the sentence that nothing stands out says so. How: ``domain.resampling``.

How well that keeps its word, on invented journals with nine logs each (999 draws; in small in
``tests/domain/test_trend_claims.py``):

* 1,800 journals of 60–90 days without any effect: 3.8 % are told something;
* 0.8 SD in 60 logged days, beside at least as many without (1,200 journals): 85 % found; 91 % where
  days do not resemble each other, 79 % where they do (AR(1) 0.5). Least often found there: one time
  against the time before, 25 %, and a direction, 43 %, for which that many days then hold too
  little;
* 0.8 SD in 60 days in all, some 25 logged ones on a side (540 journals): 40 %, and 53 % where
  nothing but it and the direction was asked. (25 against 25 independent days, asked once at 5 %,
  would give 81 %.)
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum

from caregiver_journal.base.i18n import N_, _
from caregiver_journal.domain.condition import Condition
from caregiver_journal.domain.finding import Asked, Finding, Stretch
from caregiver_journal.domain.resampling import (
    benjamini_hochberg,
    chances_of,
    difference_interval,
    slope_of,
)
from caregiver_journal.domain.series import DailySeries, DayValue

LEAST_DAYS = 14
"""How many days with a value each side needs; else the question is not asked."""

MOST_FINDINGS = 3
"""How many sentences are said at most."""

LEAST_SIZE = 0.1
"""A smaller difference is not worth a sentence, however sure: a tenth of a step of the mood."""

FALSE_SHARE = 0.05
"""How often, at most, something may be said where there is nothing."""

NOTHING = N_("Nothing stands out in this time: nothing differs more than it would by chance.")
UNSURE = N_(
    "Nothing stands out in this time: what differs by more than chance usually would is too "
    "small, or its size too unsure, to be told."
)
"""Said where chance rarely shows as much, and nothing can be told for all that."""
MISSING = N_("Not enough days yet: {n} of the {least} days with a mood that are needed.")
ONE_SIDED = N_(
    "Not enough days yet: of each two sides that could be told apart, one has fewer than {least} "
    "days with a mood."
)
WAITING = N_("{what}: {n} of the {least} days needed")
WAITING_OTHERS = N_("{what}: {n} of the {least} days without it needed")


class Outcome(Enum):
    """How a scan ended."""

    FOUND = "found"
    NOTHING = "nothing"
    TOO_FEW = "too_few"


@dataclass(frozen=True)
class Scan:
    """What is looked through.

    Attributes:
        mood: of the period, 1–5.
        before: of the period of the same length before it; None where there is none ("all").
        conditions: what may part the days, in the order in which equal ones are preferred.
    """

    mood: DailySeries
    before: DailySeries | None = None
    conditions: tuple[Condition, ...] = ()


@dataclass(frozen=True)
class StandsOut:
    """What stands out in a period.

    Attributes:
        outcome: whether something was found.
        findings: at most three, the rarest by chance first.
        sentence: what to say where there are none; "" beside findings.
        waiting: one quiet line on what the person logs but too seldom to ask about, such as
            "Practice: 6 of the 14 days needed"; "" where there is nothing.
    """

    outcome: Outcome
    findings: tuple[Finding, ...] = ()
    sentence: str = ""
    waiting: str = field(default="", repr=False)


def what_stands_out(scan: Scan) -> StandsOut:
    """Return what may be said of a period, by the rules of this module."""
    asked = tuple(_ask(scan))
    waiting = _say_waiting(scan)
    if not asked:
        return StandsOut(Outcome.TOO_FEW, sentence=_say_missing(scan.mood), waiting=waiting)
    rare = _rare(asked)
    findings = _find(rare, len(asked))
    if not findings:
        sentence = _(UNSURE) if rare else _(NOTHING)
        return StandsOut(Outcome.NOTHING, sentence=sentence, waiting=waiting)
    return StandsOut(Outcome.FOUND, findings, waiting=waiting)


def _ask(scan: Scan) -> Iterator[Asked]:
    """Yield the questions that have enough days on each side, no two of them the same."""
    known = set()
    for asked in _all_questions(scan):
        first = asked.halves[0] if asked.halves else True
        parted = asked.days, tuple(is_here is first for is_here in asked.halves)
        is_new = isinstance(asked.about, Stretch) or parted not in known
        if min(asked.sides) >= LEAST_DAYS and is_new:
            known.add(parted)
            yield asked


def _all_questions(scan: Scan) -> Iterator[Asked]:
    """Yield what could be asked, whether there are enough days or not."""
    mood = scan.mood
    if scan.before is not None:
        days = *scan.before.days, *mood.days
        yield _asked(Stretch.BEFORE, days, [value.day >= mood.first for value in days])
    middle = mood.first + (mood.last - mood.first) / 2
    halves = [value.day > middle for value in mood.days]
    course = [float(value.day.toordinal()) for value in mood.days]
    yield _asked(Stretch.DIRECTION, mood.days, halves, course)
    for condition in scan.conditions:
        parted = [(value, condition.has(value.day)) for value in mood.days]
        days = tuple(value for value, has in parted if has is not None)
        yield _asked(condition, days, [has for _value, has in parted if has is not None])


def _asked(
    about: Condition | Stretch,
    days: Sequence[DayValue],
    halves: Sequence[bool],
    column: Sequence[float] = (),
) -> Asked:
    """Return a question; what the days are parted by is also what is looked for, unless given."""
    return Asked(
        about,
        tuple(value.day.toordinal() for value in days),
        tuple(value.mean for value in days),
        tuple(column or map(float, halves)),
        tuple(halves),
    )


def _rare(asked: Sequence[Asked]) -> list[tuple[Asked, float]]:
    """Return the questions of which chance rarely shows as much, each with how often it does."""
    chances = _chances(asked)
    adjusted = benjamini_hochberg(chances)
    found = zip(asked, chances, adjusted, strict=True)
    return [(each, chance) for each, chance, share in found if share <= FALSE_SHARE]


def _find(rare: Sequence[tuple[Asked, float]], count: int) -> tuple[Finding, ...]:
    """Return what may be said, the rarest by chance first; of equally rare ones the surest."""
    measured = (_measured(each, chance, count) for each, chance in rare)
    found = [finding for finding in measured if finding]
    found.sort(key=_by_rarity)
    return tuple(found[:MOST_FINDINGS])


def _by_rarity(finding: Finding) -> tuple[float, float]:
    """Return what findings are ordered by."""
    low, high = finding.interval
    return finding.chance, (high - low) / abs(finding.size)


def _chances(asked: Sequence[Asked]) -> list[float]:
    """Return how often chance shows as much, for each question; those on the same days at once."""
    together: dict[tuple[int, ...], list[int]] = {}
    for place, each in enumerate(asked):
        together.setdefault(each.days, []).append(place)
    chances = [1.0] * len(asked)
    for days, places in together.items():
        columns = [asked[place].column for place in places]
        found = chances_of(days, asked[places[0]].values, columns)
        for place, chance in zip(places, found, strict=True):
            chances[place] = chance
    return chances


def _measured(asked: Asked, chance: float, count: int) -> Finding | None:
    """Return a finding with its size and interval; None where these say that it is none."""
    mean, other = asked.means
    size = mean - other
    interval = difference_interval(asked.days, asked.values, tuple(map(float, asked.halves)))
    if interval is None or abs(size) < LEAST_SIZE or interval.low <= 0 <= interval.high:
        return None
    is_direction = asked.about is Stretch.DIRECTION
    slope = slope_of(asked.days, asked.values) if is_direction else None
    return Finding(asked, size, interval, chance, count, slope)


def _say_missing(mood: DailySeries) -> str:
    """Return why nothing could be asked."""
    if len(mood.days) < 2 * LEAST_DAYS:
        return _(MISSING).format(n=len(mood.days), least=2 * LEAST_DAYS)
    return _(ONE_SIDED).format(least=LEAST_DAYS)


def _say_waiting(scan: Scan) -> str:
    """Return the condition that is nearest to being asked about, with how many days it has."""
    nearest, said = 0, ""
    logged = scan.mood.by_day.keys()
    for condition in scan.conditions:
        known = logged if condition.known is None else logged & condition.known
        n, others = len(logged & condition.days), len(known - condition.days)
        fewer = min(n, others)
        if n and nearest < fewer < LEAST_DAYS:
            nearest = fewer
            words = WAITING if n <= others else WAITING_OTHERS
            said = _(words).format(what=condition.title, n=fewer, least=LEAST_DAYS)
    return said
