"""What stands out: fixed rules for what may be said about the mood of a period, and how surely."""

from dataclasses import dataclass, field
from enum import Enum

from caregiver_journal.domain.comparison import Interval
from caregiver_journal.domain.condition import Condition
from caregiver_journal.domain.series import DailySeries

LEAST_DAYS = 14
"""How many days with a value each side needs; else the question is not asked."""

MOST_FINDINGS = 3
"""How many sentences are said at most."""


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
        conditions: tags, shifts, full days off, practice, between people; in this order equal
            ones are told apart: of two that part the days the same way the first is asked about.
    """

    mood: DailySeries
    before: DailySeries | None = None
    conditions: tuple[Condition, ...] = ()


@dataclass(frozen=True)
class Finding:
    """One thing that stands out.

    Attributes:
        sentence: what it is.
        counted: its interval and the days of both sides, such as "95 % interval 0.2 to 1.0 · 41
            and 37 days".
        worked_out: how this was worked out, in plain words.
        size: of the difference or change that is said, in steps of the mood.
        interval: of the size, with 95 % confidence.
        sides: days with a value: with and without, this period and before, second and first half.
        p: of the permutations, before Benjamini and Hochberg.
    """

    sentence: str = field(repr=False)
    counted: str
    worked_out: str = field(repr=False)
    size: float
    interval: Interval
    sides: tuple[int, int]
    p: float


@dataclass(frozen=True)
class StandsOut:
    """What stands out in a period.

    Attributes:
        outcome: whether something was found.
        findings: at most three, the strongest first.
        sentence: what to say where there are none; "" beside findings.
        waiting: one quiet line on what the person logs but too seldom to ask about, such as
            "Practice: 6 of the 14 days needed"; "" where there is nothing.
    """

    outcome: Outcome
    findings: tuple[Finding, ...] = ()
    sentence: str = ""
    waiting: str = field(default="", repr=False)
