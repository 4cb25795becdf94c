"""Read a questionnaire that was filled in from the command line, and make its record."""

import argparse
from collections.abc import Mapping, Sequence
from math import isfinite
from typing import NamedTuple

from caregiver_journal.base.errors import InvalidValueError, NothingFoundError
from caregiver_journal.base.i18n import _, ngettext
from caregiver_journal.domain.instrument import Instrument
from caregiver_journal.domain.measure import Measure
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.measure_records import (
    needs_support,
    record_answers,
    record_totals,
)
from caregiver_journal.journal.measuring import all_instruments


class FilledIn(NamedTuple):
    """What was said of a questionnaire, before its facts are known.

    Attributes:
        instrument: the id of the questionnaire.
        answers: in the order of the items, None for a missing one; None where there are totals.
        totals: pairs of a scale, "" where none was named, and its score.
        form: how the sheet is coded; "" where that was not said.
    """

    instrument: str
    answers: tuple[int | None, ...] | None
    totals: tuple[tuple[str, float], ...]
    form: str


def read_filled_in(options: argparse.Namespace) -> FilledIn:
    """Read the options of a questionnaire.

    Raises:
        InvalidValueError: they are no numbers, or there are answers and totals, or neither.
    """
    if (options.answers is None) != bool(options.total):
        raise InvalidValueError(_("Give --answers or --total, one of the two."))
    answers = None if options.answers is None else tuple(map(_code, _parts(options.answers)))
    totals = tuple(map(_total, options.total))
    return FilledIn(options.instrument.strip(), answers, totals, options.form.strip())


def _parts(answers: str) -> list[str]:
    return answers.replace(",", " ").split()


def _code(text: str) -> int | None:
    if text == "-":
        return None
    try:
        return int(text)
    except ValueError:
        raise InvalidValueError(
            _("“{text}” is no answer. Write numbers, and - for a missing one.").format(text=text)
        ) from None


def _total(text: str) -> tuple[str, float]:
    scale, _sign, score = text.rpartition("=")
    try:
        value = float(score)
    except ValueError:
        value = float("nan")
    if not isfinite(value):
        raise InvalidValueError(_("A total is written as 7, or as SCALE=43."))
    return scale.strip(), value


def make_measure(journal: Journal, said: FilledIn) -> tuple[Measure, str]:
    """Return the record, and what is said after it was saved; "" for nothing.

    Raises:
        InvalidValueError: it does not fit the questionnaire.
        NothingFoundError: there is no such questionnaire.
    """
    instrument = _find(journal, said.instrument)
    if said.form:
        _check_form(instrument, said.form)
    if said.answers is None:
        measure = record_totals(instrument, _by_scale(instrument, said.totals), said.form)
    else:
        measure = record_answers(instrument, _by_item(instrument, said), said.form)
    return measure, _support_words() if needs_support(instrument, measure) else ""


def _support_words() -> str:
    return _("Your support card is in the window, with F8. Nobody sees what you entered here.")


def _find(journal: Journal, instrument_id: str) -> Instrument:
    known = {each.id: each.instrument for each in all_instruments(journal).all}
    if instrument_id not in known:
        raise NothingFoundError(
            _("There is no questionnaire “{id}”. There are: {known}.").format(
                id=instrument_id, known=", ".join(known)
            )
        )
    return known[instrument_id]


def _check_form(instrument: Instrument, form_id: str) -> None:
    """Refuse a form that the questionnaire does not have."""
    ids = [form.id for form in instrument.forms if form.id]
    if form_id in ids:
        return
    if not ids:
        raise InvalidValueError(
            _("{title} can be coded in one way only. Leave --form out.").format(
                title=instrument.title
            )
        )
    raise InvalidValueError(_say_forms(instrument))


def _say_forms(instrument: Instrument) -> str:
    ways = "; ".join(f"--form {form.id} ({form.title})" for form in instrument.forms)
    return _("{title} can be coded in more ways than one: {ways}.").format(
        title=instrument.title, ways=ways
    )


def _by_item(instrument: Instrument, said: FilledIn) -> dict[int, int]:
    """Return the answers by the numbers of their items; raises ``InvalidValueError``."""
    answers = said.answers or ()
    if instrument.is_total_only:
        raise InvalidValueError(
            _("Only totals of {title} can be kept: --total.").format(title=instrument.title)
        )
    if len(instrument.forms) > 1 and not said.form:
        raise InvalidValueError(_say_forms(instrument))
    if len(answers) != instrument.items:
        given = ngettext("{count} answer was given", "{count} answers were given", len(answers))
        raise InvalidValueError(
            _("{title} has {items} items; {given}. Write - for a missing one.").format(
                title=instrument.title,
                items=instrument.items,
                given=given.format(count=len(answers)),
            )
        )
    return {item: code for item, code in enumerate(answers, 1) if code is not None}


def _by_scale(instrument: Instrument, totals: Sequence[tuple[str, float]]) -> Mapping[str, float]:
    """Return the scores by the ids of their scales; raises ``InvalidValueError``."""
    ids = [scale.id for scale in instrument.scales]
    found: dict[str, float] = {}
    for scale, value in totals:
        scale_id = ids[0] if not scale and len(ids) == 1 else scale
        if scale_id not in ids:
            raise InvalidValueError(
                _("{title} has these scales: {scales}. Write --total {first}=43.").format(
                    title=instrument.title, scales=", ".join(ids), first=ids[0]
                )
            )
        if scale_id in found:
            raise InvalidValueError(_("Each scale has one total."))
        found[scale_id] = value
    return found
