"""Make the record of a questionnaire that was filled in, by its answers or by its totals."""

from collections.abc import Mapping

from caregiver_journal.domain.instrument import Instrument
from caregiver_journal.domain.measure import Measure, check_measure
from caregiver_journal.domain.scoring import (
    answered_measure,
    shows_support,
    told_measure,
    total_shows_support,
)


def record_answers(
    instrument: Instrument, answers: Mapping[int, int], form_id: str = ""
) -> Measure:
    """Make the record of answers; what can be scored is, and the rest is kept all the same.

    Args:
        instrument: the questionnaire.
        answers: the code that was chosen, by the number of the item; items left out are missing.
        form_id: how the paper form is coded; "" where there is one way only.

    Raises:
        InvalidValueError: nothing was answered, or an answer fits no item or no code; ``field`` is
            *answers*.
        NothingFoundError: the questionnaire has no such form.
    """
    measure = answered_measure(instrument, form_id or _only_form(instrument), answers)
    check_measure(measure)
    return measure


def record_totals(
    instrument: Instrument, totals: Mapping[str, float], form_id: str = ""
) -> Measure:
    """Make the record of scores by the ids of their scales, as they were told.

    Args:
        instrument: the questionnaire.
        totals: a scale that is not among them was not told.
        form_id: how the paper form was coded, where that is known; scores of different forms are
            not compared.

    Raises:
        InvalidValueError: there is none (``field`` is *answers*), or a scale does not reach one
            (*scores*).
        NothingFoundError: the questionnaire has no such form or scale.
    """
    for scale_id in totals:
        instrument.scale(scale_id)
    if form_id:
        instrument.form(form_id)
    measure = told_measure(instrument, totals, form_id or _only_form(instrument))
    check_measure(measure)
    return measure


def _only_form(instrument: Instrument) -> str:
    """Return the one way in which the form can be coded; "" where there are more, or none."""
    return instrument.forms[0].id if len(instrument.forms) == 1 else ""


def needs_support(instrument: Instrument, measure: Measure) -> bool:
    """Tell whether the support card comes first: after an answer, or a total that holds one."""
    if measure.is_total:
        return total_shows_support(instrument, measure.form, measure.scores)
    is_known = measure.form in {form.id for form in instrument.forms}
    return is_known and shows_support(instrument, measure.form, dict(measure.answers))
