"""What stands out in a time, for somebody who did not write it: each with its days and how sure."""

from collections.abc import Sequence
from datetime import timedelta

from caregiver_journal.base.i18n import N_, _, ngettext
from caregiver_journal.domain.condition import Condition
from caregiver_journal.domain.dates import say_days
from caregiver_journal.domain.finding import Finding, Stretch
from caregiver_journal.domain.series import DailySeries
from caregiver_journal.domain.summary import Piece, Points, Words
from caregiver_journal.domain.trend import LEAST_DAYS, LEAST_SIZE, MOST_FINDINGS, Scan, StandsOut

NOT_WHY = N_("These numbers say what went together, not why.")
RULE = N_(
    "What stands out is told where both sides have at least {least} days, chance rarely shows as "
    "much (5 % after Benjamini and Hochberg over all that was asked; a permutation test that "
    "allows for how much a day resembles the one before), the 95 % interval of its size leaves out "
    "0, and its size is at least {size:g} of a step of the mood; at most {most} are told."
)
INTERVAL_RULE = N_(
    "A 95 % interval shows how far a number moves when whole weeks are drawn again and again "
    "(block bootstrap)."
)


def key_of(about: Condition | Stretch) -> str:
    """Return what names a question among all that may be asked: *before*, *tag:garden*."""
    if isinstance(about, Stretch):
        return about.value
    return f"{about.parting.value}:{about.name}"


def say_found(scan: Scan, found: Sequence[Finding]) -> tuple[Piece, ...]:
    """Return findings, each with its days, how sure it is and what else may be behind it."""
    points = tuple((finding.sentence, _say_behind(scan, finding)) for finding in found)
    return Points(points), Words(_(NOT_WHY), is_small=True)


def say_rules(out: StandsOut) -> tuple[str, ...]:
    """Return how it was found that something stands out, or that nothing does."""
    rule = _(RULE).format(size=LEAST_SIZE, least=LEAST_DAYS, most=MOST_FINDINGS)
    return (rule, _(INTERVAL_RULE)) if out.findings else (rule,)


def say_asked(mood: DailySeries) -> str:
    """Return how many days there were to ask about."""
    n = len(mood.days)
    return ngettext("{n:,} day with a mood", "{n:,} days with a mood", n).format(n=n)


def _say_behind(scan: Scan, finding: Finding) -> str:
    said = f"{_say_days(scan, finding)} · {finding.counted}."
    return " ".join(filter(None, (said, finding.caution)))


def _say_days(scan: Scan, finding: Finding) -> str:
    """Return the days of both sides, or of the time both lie in."""
    first, last = scan.mood.first, scan.mood.last
    about = finding.asked.about
    if about is Stretch.BEFORE and scan.before is not None:
        return _("{days} against {before}").format(
            days=say_days(first, last), before=say_days(scan.before.first, scan.before.last)
        )
    if about is Stretch.DIRECTION:
        middle = first + (last - first) / 2
        return _("{days} against {before}").format(
            days=say_days(middle + timedelta(days=1), last), before=say_days(first, middle)
        )
    return say_days(first, last)
