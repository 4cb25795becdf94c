"""What was feared and what came true: what its drawing shows, and the same in words."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from caregiver_journal.base.i18n import _, ngettext
from caregiver_journal.domain.dates import say_day_of, short_date
from caregiver_journal.domain.numbers import LEAST, middle_of, not_enough, say_amount, say_mean
from caregiver_journal.domain.telling import Behind, Row, Telling

MOST_FEARS = 40
"""How many fit a drawing; of more the last ones are drawn."""


class Fear(NamedTuple):
    """A fear of one boundary moment.

    Attributes:
        entry_id, day: of the moment.
        belief: how far it was believed, 0–100.
        came_true: how much of it came true, 0–100.
    """

    entry_id: str
    day: date
    belief: int
    came_true: int


@dataclass(frozen=True)
class FearTrend:
    """Fears and what came of them.

    Attributes:
        fears: moments with both numbers, in the order of time; all of the period.
        open_fears: how many moments have a belief and not yet what came true.
    """

    fears: tuple[Fear, ...]
    open_fears: int
    first: date
    last: date


def tell_fears(data: FearTrend) -> Telling:
    """Say the drawing of fears in words."""
    reading = _("Each pair is one moment, in the order of time.")
    if len(data.fears) > MOST_FEARS:
        last = _("The last {count} moments are drawn.").format(count=MOST_FEARS)
        reading = f"{reading} {last}"
    counted = _say_fears(len(data.fears))
    if data.open_fears:
        waiting = _("{count:,} more still open").format(count=data.open_fears)
        counted = f"{counted}, {waiting}"
    return Telling(
        reading=reading,
        counted=counted,
        sentence=_sentence(data),
        heads=(_("Day"), _("How far I believed it, in %"), _("How much came true, in %")),
        rows=tuple(map(_row, data.fears)),
        is_enough=len(data.fears) >= LEAST,
    )


def say_fear(fear: Fear, data: FearTrend) -> str:
    """Return one moment in words: *20 November: believed to 80 %, 10 % came true*."""
    return _("{day}: believed to {belief} %, {came_true} % came true").format(
        day=say_day_of(fear.day, data.first, data.last),
        belief=fear.belief,
        came_true=fear.came_true,
    )


def _say_fears(count: int) -> str:
    return ngettext("{count:,} fear", "{count:,} fears", count).format(count=count)


def _row(fear: Fear) -> Row:
    cells = (short_date(fear.day), str(fear.belief), str(fear.came_true))
    return Row(cells, Behind(entry_id=fear.entry_id))


def _sentence(data: FearTrend) -> str:
    fears = data.fears
    if not fears:
        return _("No fear in these days has both numbers, believed and come true.")
    if len(fears) < LEAST:
        return not_enough(_say_fears(len(fears)))
    steps = [fear.came_true - fear.belief for fear in fears]
    return _(
        "Half the fears were believed at {belief} % or more, and half came true by {came_true} % "
        "or less. Less than believed came true in {less} of {count:,}, as much in {same} and more "
        "in {more}."
    ).format(
        belief=say_mean(middle_of([fear.belief for fear in fears])),
        came_true=say_mean(middle_of([fear.came_true for fear in fears])),
        count=len(fears),
        less=say_amount(sum(step < 0 for step in steps)),
        same=say_amount(steps.count(0)),
        more=say_amount(sum(step > 0 for step in steps)),
    )
