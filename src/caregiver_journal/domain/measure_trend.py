"""A questionnaire over time: what its drawing shows."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby, pairwise
from operator import attrgetter
from typing import NamedTuple

from caregiver_journal.base.i18n import _, ngettext
from caregiver_journal.domain.dates import short_date
from caregiver_journal.domain.instrument import Instrument
from caregiver_journal.domain.instrument_key import Keys
from caregiver_journal.domain.measure import Score
from caregiver_journal.domain.measure_facts import (
    CONVERSATION,
    known_lines,
    say_line,
    say_number,
    say_reach,
    short_line,
)
from caregiver_journal.domain.phrasing import say_date
from caregiver_journal.domain.reliable_change import Taken, change_words, changes_since, say_change
from caregiver_journal.domain.telling import Behind, Row, Telling


class Scored(NamedTuple):
    """One score.

    Attributes:
        entry_id, day: of the entry.
        value: within the range of its scale.
        form: which form of the questionnaire was filled in; scores of unlike forms are not joined.
        coded: how that form is coded, in words; "" where nobody knows, or in one way only.
    """

    entry_id: str
    day: date
    value: float
    form: str = ""
    coded: str = ""


class CutOff(NamedTuple):
    """A published line.

    Attributes:
        value: where it lies.
        words: what it is, which say the number too.
        short: the same as a sign and the number.
    """

    value: float
    words: str
    short: str


@dataclass(frozen=True)
class ScaleTrend:
    """One scale of one questionnaire.

    Attributes:
        measure: the id of the questionnaire.
        title: what it is called; ``scale`` names the scale, "" where there is only one.
        lowest, highest: what the scale can reach; None where nobody confirmed it.
        scores: in the order of time; those of the period.
        error: half the width of the band in which a score lies by chance (95 %), in points of the
            scale; None where what it is worked out from is not confirmed.
        lines: published cut-offs.
        decimals: how many digits of a score stand behind the point.
        changes: of each score since the one before it, in words; "" for the first.
            The one before may lie before the period.
        since_first: what may be said of the last score and the first there is; "" for fewer than
            three.
        first_day: of the first score there is, where it lies before the period; else None.
        higher: what a higher score stands for.
    """

    measure: str
    title: str = field(repr=False)
    scale: str = field(repr=False)
    lowest: float | None
    highest: float | None
    scores: tuple[Scored, ...]
    error: float | None = None
    lines: tuple[CutOff, ...] = ()
    decimals: int = 2
    changes: tuple[str, ...] = ()
    since_first: str = ""
    first_day: date | None = None
    higher: str = field(default="", repr=False)

    @property
    def name(self) -> str:
        """The questionnaire and the scale, in words."""
        return f"{self.title} · {self.scale}" if self.scale else self.title


@dataclass(frozen=True)
class MeasureTrend:
    """All scales that have scores in a period."""

    scales: tuple[ScaleTrend, ...]
    first: date
    last: date

    @property
    def n(self) -> int:
        """How many scores there are in all."""
        return sum(len(scale.scores) for scale in self.scales)


class Filled(NamedTuple):
    """One score of a questionnaire that was filled in.

    Attributes:
        entry_id, day: of the entry.
        instrument, title, form, key: of the questionnaire, as ``Measure`` has them.
    """

    entry_id: str
    day: date
    instrument: str
    title: str
    form: str
    score: Score
    key: str = ""


def measure_trend(
    instruments: Mapping[str, Instrument], filled: Iterable[Filled], first: date, last: date
) -> MeasureTrend:
    """Return the scales that have scores within a period, by their questionnaires.

    Scores of a scale that reached something else then, or was worked out in another way, stand
    apart.

    Args:
        instruments: the questionnaires that are known, by their ids. One that is not known is
            shown without its facts.
        filled: in the order of time. Those before the period are what a change is told from;
            nothing else is shown of them.
        first: the first day of the period.
        last: the last day of it; what is later is left out.
    """
    keys = Keys(instruments.values())
    alike: dict[tuple[object, ...], list[Filled]] = {}
    for each in filled:
        if each.day <= last:
            score, key = each.score, None if keys.are_of(each) else each.key
            reached = (each.instrument, score.scale, score.lowest, score.highest, key)
            alike.setdefault(reached, []).append(each)
    trends = [
        _within(
            _scale_trend(instruments.get(found[0].instrument), found, is_changed=key is not None),
            first,
        )
        for (*_reached, key), found in alike.items()
        if found[-1].day >= first
    ]
    order = {
        (name, scale.name): number
        for name, each in instruments.items()
        for number, scale in enumerate(each.scales)
    }
    trends.sort(key=lambda one: (one.title.casefold(), order.get((one.measure, one.scale), -1)))
    return MeasureTrend(tuple(trends), first, last)


def _within(trend: ScaleTrend, first: date) -> ScaleTrend:
    """Return a scale without the scores before a day, but with the changes from them."""
    earlier = sum(scored.day < first for scored in trend.scores)
    if not earlier:
        return trend
    return replace(
        trend,
        scores=trend.scores[earlier:],
        changes=trend.changes[earlier:],
        first_day=trend.scores[0].day,
    )


def _scale_trend(
    instrument: Instrument | None, found: list[Filled], *, is_changed: bool
) -> ScaleTrend:
    """Return one scale, with what is known of it now; else it is called what it was last.

    Args:
        instrument: None where it is not known any more.
        found: its scores.
        is_changed: whether they were worked out in another way than they would be now.
    """
    latest = found[-1]
    score = latest.score
    title = instrument.title if instrument else latest.title or latest.instrument
    forms = instrument.forms if instrument and not is_changed else ()
    coded = {form.id: form.title for form in forms if form.id}
    trend = ScaleTrend(
        latest.instrument,
        _("{title}, as it was before").format(title=title) if instrument and is_changed else title,
        score.name,
        score.lowest,
        score.highest,
        tuple(
            Scored(each.entry_id, each.day, each.score.value, each.form, coded.get(each.form, ""))
            for each in found
        ),
        changes=("",) * len(found),
    )
    scales = instrument.scales if instrument else ()
    reached = (score.scale, score.lowest, score.highest)
    scale = next((one for one in scales if (one.id, one.lowest, one.highest) == reached), None)
    if instrument is None or scale is None or is_changed:
        return trend
    taken = [Taken(each.score.value, each.form) for each in found]
    changes = [say_change(change_words(instrument, scale.id, *pair)) for pair in pairwise(taken)]
    since_first, _since_last = changes_since(instrument, scale.id, taken)
    return replace(
        trend,
        scale=scale.name,
        error=scale.error,
        lines=tuple(
            CutOff(line.value, say_line(line), short_line(line)) for line in known_lines(scale)
        ),
        decimals=scale.decimals,
        changes=("", *changes),
        since_first=say_change(since_first) if since_first else "",
        higher=scale.higher,
    )


def tell_measures(trend: MeasureTrend) -> Telling:
    """Say what the drawing of questionnaires shows."""
    heads = (_("Day"), _("Questionnaire"), _("Score"), _("Since the one before"))
    if not trend.n:
        return Telling(
            _(CONVERSATION),
            _("0 scores"),
            _("No questionnaire was filled in during this time."),
            heads,
            (),
            is_enough=False,
        )
    band = any(scale.error is not None for scale in trend.scales)
    return Telling(
        " ".join((_reading(is_banded=band), _(CONVERSATION))),
        _counted(trend),
        " ".join(_say_scale(scale, trend) for scale in trend.scales),
        heads,
        tuple(_rows(trend)),
    )


def _reading(*, is_banded: bool) -> str:
    dots = _("Each dot is a score; dots are joined where the form was coded the same way.")
    if not is_banded:
        return dots
    band = _("The band is how far a score moves by chance (95 %), where that is known.")
    return f"{dots} {band}"


def _counted(trend: MeasureTrend) -> str:
    scores = ngettext("{count:,} score", "{count:,} scores", trend.n).format(count=trend.n)
    days = len({scored.day for scale in trend.scales for scored in scale.scores})
    said = ngettext("{scores} on {count:,} day", "{scores} on {count:,} days", days)
    return said.format(scores=scores, count=days)


def _say_scale(scale: ScaleTrend, trend: MeasureTrend) -> str:
    """Say in a sentence from where to where a scale went."""
    first, last = scale.scores[0], scale.scores[-1]
    ends = [say_number(scored.value, scale.decimals) for scored in (first, last)]
    days = [say_date(scored.day, trend.last) for scored in (first, last)]
    if len(scale.scores) == 1:
        said = _("{name}: {value}{reach} on {day}.")
    else:
        said = _("{name}: {value} on {day} and {other} on {other_day}{reach}, {count:,} scores.")
    sentence = said.format(
        name=scale.name,
        value=ends[0],
        other=ends[1],
        day=days[0],
        other_day=days[1],
        reach=say_reach(scale.lowest, scale.highest),
        count=len(scale.scores),
    )
    change = scale.since_first or scale.changes[-1]
    if change and scale.first_day is not None:
        since = _("{sentence} Since the first, on {day}: {change}")
        day = say_date(scale.first_day, trend.last)
        return since.format(sentence=sentence, day=day, change=change)
    if scale.since_first:
        return _("{sentence} Since the first: {change}").format(sentence=sentence, change=change)
    return f"{sentence} {change}".rstrip()


def _rows(trend: MeasureTrend) -> Iterator[Row]:
    """Yield a row for each score: by questionnaire, then by time, then by scale."""
    for _measure, scales in groupby(trend.scales, attrgetter("measure")):
        found = [
            (scored, change, scale)
            for scale in scales
            for scored, change in zip(scale.scores, scale.changes, strict=True)
        ]
        for scored, change, scale in sorted(found, key=lambda one: one[0].day):
            value = say_number(scored.value, scale.decimals)
            said = f"{value}{say_reach(scale.lowest, scale.highest)}"
            cells = (short_date(scored.day), scale.name, said, change)
            yield Row(cells, Behind(entry_id=scored.entry_id))
