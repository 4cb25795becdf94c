"""Score a questionnaire by the numbers of its items, or take the total that somebody was told."""

from collections.abc import Iterable, Mapping
from math import isfinite
from typing import NamedTuple

from caregiver_journal.base.errors import InvalidValueError, NothingFoundError
from caregiver_journal.base.i18n import _, ngettext
from caregiver_journal.domain.instrument import Form, How, Instrument, Scale
from caregiver_journal.domain.instrument_key import key_of
from caregiver_journal.domain.measure import Measure, Score

Answers = Mapping[int, int]
"""The codes that were chosen, by the numbers of the items."""

MOST_TOTAL = 100_000
"""Largest score, where nobody confirmed what a scale can reach."""

_ROUNDING = 1e-6
"""What lies closer together is the same score."""


class LeftOut(NamedTuple):
    """A scale that has no score.

    Attributes:
        answered, of: how many of its items were answered, of how many.
        reason: why it has none.
    """

    scale: str
    name: str
    answered: int
    of: int
    reason: str


class Scoring(NamedTuple):
    """What came of the answers: each scale is in one of the two, in its order."""

    scores: tuple[Score, ...]
    left_out: tuple[LeftOut, ...]


def score(instrument: Instrument, form_id: str, answers: Answers) -> Scoring:
    """Score the scales of a questionnaire.

    Raises:
        InvalidValueError: an answer fits no item or no code; its field is *answers*.
        NothingFoundError: there is no such way of coding.
    """
    form = instrument.form(form_id)
    _check_answers(instrument, form, answers)
    scores, left_out = [], []
    for scale in instrument.scales:
        codes = [
            _counted(scale, form, item, answers[item]) for item in scale.items if item in answers
        ]
        if len(codes) < scale.least:
            left_out.append(_leave_out(scale, len(codes)))
        else:
            scores.append(_score(scale, codes))
    return Scoring(tuple(scores), tuple(left_out))


def _check_answers(instrument: Instrument, form: Form, answers: Answers) -> None:
    for item, code in answers.items():
        if type(item) is not int or not 1 <= item <= instrument.items:
            raise InvalidValueError(
                _("There are items 1 to {items}.").format(items=instrument.items), field="answers"
            )
        if type(code) is not int or code not in form.codes:
            raise InvalidValueError(
                _("Item {item} takes one of: {codes}.").format(
                    item=instrument.label(item), codes=say_codes(form)
                ),
                field="answers",
            )


def say_codes(form: Form) -> str:
    """Return what an answer can be in words: *0, 1, 2, 3*, *0 to 100*."""
    codes = form.codes
    if len(codes) > 7 and codes[-1] - codes[0] == len(codes) - 1:
        return _("{first} to {last}").format(first=codes[0], last=codes[-1])
    return ", ".join(map(str, codes))


def _counted(scale: Scale, form: Form, item: int, code: int) -> int:
    """Return what an answer counts in a scale."""
    is_turned = item in form.reversed and not scale.as_coded
    return form.turned(code) if is_turned else code


def _score(scale: Scale, codes: list[int]) -> Score:
    """Return the score of a whole form; what is missing counts as the mean of the rest."""
    times = len(scale.items) if scale.how is How.SUM else 1
    value = sum(codes) * times / len(codes) * scale.factor
    if scale.lowest is not None and scale.highest is not None:  # by rounding alone it lies outside
        value = min(max(value, scale.lowest), scale.highest)
    return Score(scale.id, scale.name, value, scale.lowest, scale.highest)


def _leave_out(scale: Scale, answered: int) -> LeftOut:
    said = ngettext("{answered} of {of} answered", "{answered} of {of} answered", answered)
    needed = _("all are needed") if scale.is_whole else _("at least {least} are needed")
    reason = f"{said}; {needed}".format(answered=answered, of=len(scale.items), least=scale.least)
    return LeftOut(scale.id, scale.name, answered, len(scale.items), reason)


def check_total(instrument: Instrument, scale_id: str, value: float) -> Score:
    """Return the score of a scale that somebody was told.

    Raises:
        InvalidValueError: the scale does not reach it; its field is *scores*.
        NothingFoundError: there is no such scale.
    """
    scale = instrument.scale(scale_id)
    lowest, highest = scale.lowest, scale.highest
    reason = ""
    if not isfinite(value):
        reason = _("A score is a number.")
    elif lowest is None or highest is None:
        if abs(value) > MOST_TOTAL:
            reason = _("This number is too large for a score.")
    elif not lowest <= value <= highest:
        reason = _("This score lies between {lowest:g} and {highest:g}.").format(
            lowest=lowest, highest=highest
        )
    elif step := instrument.step(scale):
        steps = (value - lowest) / step
        if abs(steps - round(steps)) > _ROUNDING:
            reason = _("This score moves in steps of {step:g}.").format(step=step)
    if reason:
        raise InvalidValueError(reason, field="scores")
    return Score(scale.id, scale.name, float(value), lowest, highest)


def answered_measure(instrument: Instrument, form_id: str, answers: Answers) -> Measure:
    """Return the record of answers with their scores; raises as ``score`` does."""
    scores = score(instrument, form_id, answers).scores
    return Measure(
        instrument.id,
        instrument.title,
        form_id,
        answers=tuple(answers.items()),
        scores=scores,
        key=key_of(instrument, form_id),
    )


def told_measure(instrument: Instrument, totals: Mapping[str, float], form_id: str = "") -> Measure:
    """Return the record of totals by their scales; raises as ``check_total`` does.

    Args:
        instrument: the questionnaire.
        totals: a scale that is not among them was not told.
        form_id: how the form was coded; "" where there is one way only, or nobody knows.
    """
    scores = [
        check_total(instrument, scale.id, totals[scale.id])
        for scale in instrument.scales
        if scale.id in totals
    ]
    return Measure(
        instrument.id,
        instrument.title,
        form_id,
        is_total=True,
        scores=tuple(scores),
        key=key_of(instrument, form_id),
    )


def still_fits(instrument: Instrument, measure: Measure) -> bool:
    """Tell whether what was filled in could be entered like that with the facts of now."""
    try:
        if measure.is_total:
            for each in measure.scores:
                check_total(instrument, each.scale, each.value)
        else:
            _check_answers(instrument, instrument.form(measure.form), dict(measure.answers))
    except (InvalidValueError, NothingFoundError):
        return False
    return True


def shows_support(instrument: Instrument, form_id: str, answers: Answers) -> bool:
    """Tell whether an answer is one after which the support card comes first."""
    form = instrument.form(form_id)
    return any(
        answers[item] != _quiet(form, item) for item in instrument.risk_items & answers.keys()
    )


def total_shows_support(instrument: Instrument, form_id: str, scores: Iterable[Score]) -> bool:
    """Tell whether a score lies above all that the items without a risk can come to.

    A lower one may hide such an answer too; then nobody knows. Where it is not known how the form
    was coded, the card comes for every way that there is.
    """
    forms = [form for form in instrument.forms if form.id == form_id] or instrument.forms
    scales = {scale.id: scale for scale in instrument.scales}
    return any(
        score.value > _most_without_risk(instrument, scales[score.scale], form) + _ROUNDING
        for score in scores
        if score.scale in scales and instrument.risk_items.intersection(scales[score.scale].items)
        for form in forms
    )


def _quiet(form: Form, item: int) -> int:
    """Return the answer to a risk item that says there is none."""
    return form.codes[-1] if item in form.reversed else form.codes[0]


def _most_without_risk(instrument: Instrument, scale: Scale, form: Form) -> float:
    """Return the highest score of a whole form whose risk items say that there is none."""
    codes = [
        _counted(scale, form, item, _quiet(form, item))
        if item in instrument.risk_items
        else form.codes[-1]
        for item in scale.items
    ]
    return _score(scale, codes).value
