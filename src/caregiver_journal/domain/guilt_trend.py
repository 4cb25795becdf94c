"""Guilt right after an answer and later: what its drawing shows, and the same in words."""

from dataclasses import dataclass
from datetime import date

from caregiver_journal.base.i18n import _, ngettext
from caregiver_journal.domain.dates import say_day_of, short_date
from caregiver_journal.domain.guilt import Guilt
from caregiver_journal.domain.numbers import LEAST, middle_of, not_enough, say_amount, say_mean
from caregiver_journal.domain.telling import Behind, Row, Telling

MOST_PAIRS = 60
"""How many pairs fit a drawing; of more the last ones are drawn."""


@dataclass(frozen=True)
class GuiltTrend:
    """Guilt, then and later, 0–10.

    Attributes:
        pairs: moments with both, in the order of time; all of the period.
        moments: how many boundary moments the period has in all.
    """

    pairs: tuple[Guilt, ...]
    moments: int
    first: date
    last: date


def tell_guilt(data: GuiltTrend) -> Telling:
    """Say the drawing of guilt in words."""
    reading = _("Each thin line is one moment, the thick one the middle of them all.")
    if len(data.pairs) > MOST_PAIRS:
        last = _("The last {count} moments are drawn.").format(count=MOST_PAIRS)
        reading = f"{reading} {last}"
    counted = ngettext(
        "{pairs:,} of {count:,} boundary moment",
        "{pairs:,} of {count:,} boundary moments",
        data.moments,
    )
    return Telling(
        reading=reading,
        counted=counted.format(pairs=len(data.pairs), count=data.moments),
        sentence=_sentence(data),
        heads=(_("Day"), _("Who asked"), _("Guilt then"), _("Guilt later")),
        rows=tuple(map(_row, data.pairs)),
        is_enough=len(data.pairs) >= LEAST,
    )


def middle_guilt(data: GuiltTrend) -> tuple[float, float]:
    """Return the medians then and later; there has to be a pair."""
    return middle_of([pair.then for pair in data.pairs]), middle_of(
        [pair.later for pair in data.pairs]
    )


def say_pair(pair: Guilt, data: GuiltTrend) -> str:
    """Return one moment in words: *20 November, team lead: 7 then, 3 later*."""
    day = say_day_of(pair.day, data.first, data.last)
    return _("{moment}: {then} then, {later} later").format(
        moment=f"{day}, {pair.asker}" if pair.asker else day, then=pair.then, later=pair.later
    )


def _row(pair: Guilt) -> Row:
    cells = (short_date(pair.day), pair.asker, str(pair.then), str(pair.later))
    return Row(cells, Behind(entry_id=pair.entry_id))


def _sentence(data: GuiltTrend) -> str:
    if not data.pairs:
        return _("No moment in these days has guilt right after it and later.")
    if len(data.pairs) < LEAST:
        said = ngettext("{count} moment with both", "{count} moments with both", len(data.pairs))
        return not_enough(said.format(count=len(data.pairs)))
    then, later = middle_guilt(data)
    steps = [pair.later - pair.then for pair in data.pairs]
    return _(
        "The middle is {then} right after and {later} later. It was lower later in {lower} of "
        "{count:,} moments, the same in {same} and higher in {higher}."
    ).format(
        then=say_mean(then),
        later=say_mean(later),
        count=len(steps),
        lower=say_amount(sum(step < 0 for step in steps)),
        same=say_amount(steps.count(0)),
        higher=say_amount(sum(step > 0 for step in steps)),
    )
