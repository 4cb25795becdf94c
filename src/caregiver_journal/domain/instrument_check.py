"""Refuse a questionnaire whose facts contradict one another, and say where."""

from math import isclose, isfinite

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.base.i18n import _
from caregiver_journal.domain.instrument import Change, CutOff, Form, How, Instrument, Scale
from caregiver_journal.domain.measure import MOST_ITEMS, MOST_SCALES

MOST_CODES = 101
"""How many answers an item may have: 0–100 fits."""
MOST_FORMS = 6
MAX_CODE = 1000
MOST_DECIMALS = 2
MOST_ROUNDED = 6
"""To how many digits a score may be rounded before it is held against a line."""
CONFIDENCES = range(50, 100)
"""What a level of confidence can be, in per cent; below, a difference is more chance than not."""
MOST_EXACT = 2
"""How many times its points the unrounded value of a change may be: points are it, rounded."""


class TableError(InvalidValueError):
    """A part of a questionnaire is not as it has to be.

    Attributes:
        table: the part, such as *scales*; "" for the whole.
        number: which of them, from 0 on.
    """

    def __init__(self, sentence: str, table: str = "", number: int = 0) -> None:
        self.table = table
        self.number = number
        super().__init__(sentence, field=table)


def check_instrument(instrument: Instrument) -> Instrument:
    """Return a questionnaire whose facts agree with one another; raises ``TableError``."""
    _check_items(instrument)
    _check_ids(instrument)
    for number, form in enumerate(instrument.forms):
        _check_form(instrument, form, number)
    for number, scale in enumerate(instrument.scales):
        _check_scale(instrument, scale, number)
        _check_lines(scale, number)
    _check_shares(instrument)
    return instrument


def _check_items(instrument: Instrument) -> None:
    """Refuse items that are too many, or named and not there."""
    if not 0 <= instrument.items <= MOST_ITEMS:
        raise TableError(_("There are at most {most} items.").format(most=MOST_ITEMS))
    if instrument.items and not instrument.forms:
        raise TableError(_("There is no table of codes."))
    if instrument.forms and not instrument.items:
        raise TableError(_("Where there are no items there are no codes."))
    for texts in (instrument.labels, instrument.item_texts):
        if texts and len(texts) != instrument.items:
            raise TableError(
                _("There are {items} items and {texts} names or texts for them.").format(
                    items=instrument.items, texts=len(texts)
                )
            )
    if unknown := _unknown(instrument, instrument.risk_items | instrument.unscored):
        raise TableError(_("There is no item {items}.").format(items=unknown))


def _unknown(instrument: Instrument, items: frozenset[int] | tuple[int, ...]) -> str:
    """Return the items that are not there, in words."""
    return ", ".join(str(item) for item in sorted(items) if not 1 <= item <= instrument.items)


def _check_ids(instrument: Instrument) -> None:
    """Refuse scales and codings that cannot be told apart."""
    forms, scales = instrument.forms, instrument.scales
    for table, ids, most, least in (
        ("forms", [form.id for form in forms], MOST_FORMS, 2),
        ("scales", [scale.id for scale in scales], MOST_SCALES, 1),
        ("scales", [scale.name for scale in scales], MOST_SCALES, 2),
    ):
        if len(ids) > most:
            raise TableError(_("There are at most {most} of these.").format(most=most), table)
        for number, each in enumerate(ids):
            if not each and len(ids) >= least:
                raise TableError(_("It has no id or name."), table, number)
            if each in ids[:number]:
                raise TableError(_("“{name}” is there twice.").format(name=each), table, number)
    if not instrument.scales:
        raise TableError(_("There is no scale."))


def _check_form(instrument: Instrument, form: Form, number: int) -> None:
    codes = form.codes
    if not 2 <= len(codes) <= MOST_CODES or tuple(sorted(set(codes))) != codes:
        reason = _("The codes are 2 to {most} numbers, lowest first.").format(most=MOST_CODES)
    elif any(abs(code) > MAX_CODE for code in codes):
        reason = _("A code lies between −{most} and {most}.").format(most=MAX_CODE)
    elif form.reversed and codes != tuple(sorted(map(form.turned, codes))):
        reason = _("Codes that are turned round have to lie evenly around their middle.")
    elif form.words and len(form.words) != len(codes):
        reason = _("Each code has its words, or none has.")
    elif unknown := _unknown(instrument, form.reversed):
        reason = _("There is no item {items}.").format(items=unknown)
    else:
        return
    raise TableError(reason, "forms", number)


def _check_scale(instrument: Instrument, scale: Scale, number: int) -> None:
    items = scale.items
    if bool(items) != bool(instrument.items):
        reason = _("It names its items, where the questionnaire has any.")
    elif len(set(items)) < len(items):
        reason = _("It names an item twice.")
    elif unknown := _unknown(instrument, items):
        reason = _("There is no item {items}.").format(items=unknown)
    elif not 0 <= scale.decimals <= MOST_DECIMALS:
        reason = _("A score has at most {most} decimals.").format(most=MOST_DECIMALS)
    elif not (isfinite(scale.factor) and 0 < scale.factor <= MAX_CODE):
        reason = _("The factor is a number above 0.")
    elif scale.least and not 0 < scale.least <= len(items):
        reason = _("It needs more answers than it has items.")
    else:
        reason = _wrong_range(instrument, scale)
    if reason:
        raise TableError(reason, "scales", number)


def _wrong_range(instrument: Instrument, scale: Scale) -> str:
    """Return what is wrong with the range of a scale; "" for nothing."""
    lowest, highest = scale.lowest, scale.highest
    if lowest is None or highest is None:
        alone = (lowest is None) != (highest is None)
        return _("It has a lowest and a highest score.") if alone or scale.items else ""
    if not (isfinite(lowest) and isfinite(highest) and lowest < highest):
        return _("The lowest score lies below the highest.")
    for form in instrument.forms:
        found = reach(scale, form)
        if not all(map(isclose, found, (lowest, highest))):
            return _(
                "By its codes it reaches {low:g} to {high:g}, not {lowest:g} to {highest:g}."
            ).format(low=found[0], high=found[1], lowest=lowest, highest=highest)
    return ""


def reach(scale: Scale, form: Form) -> tuple[float, float]:
    """Return the lowest and the highest score that the codes of a form can come to."""
    times = scale.factor * (len(scale.items) if scale.how is How.SUM else 1)
    return form.codes[0] * times, form.codes[-1] * times


def _check_lines(scale: Scale, number: int) -> None:
    """Refuse lines outside a scale, and differences larger than it."""
    lowest, highest = scale.lowest, scale.highest
    if lowest is None or highest is None:
        if scale.cut_offs or scale.changes or scale.noticing:
            raise TableError(_("Lines and changes need a range."), "scales", number)
        return
    reasons = [_wrong_line(line, lowest, highest) for line in scale.cut_offs]
    differences = [change.points for change in scale.changes]
    if scale.noticing:
        differences.append(scale.noticing.points)
    reasons += [
        _("A change of {points:g} points does not fit its range.").format(points=points)
        for points in differences
        if not 0 < points <= highest - lowest
    ]
    reasons += map(_wrong_change, scale.changes)
    if reason := next(filter(None, reasons), ""):
        raise TableError(reason, "scales", number)


def _wrong_line(line: CutOff, lowest: float, highest: float) -> str:
    """Return what is wrong with a published line; "" for nothing."""
    if not lowest <= line.value <= highest:
        return _("The line {value:g} lies outside its range.").format(value=line.value)
    if line.rounded is not None and not 0 <= line.rounded <= MOST_ROUNDED:
        return _("A score is rounded to 0 to {most} digits.").format(most=MOST_ROUNDED)
    return ""


def _wrong_change(change: Change) -> str:
    """Return what is wrong with how sure a change is; "" for nothing."""
    if change.confidence is not None and change.confidence not in CONFIDENCES:
        return _("“confidence” lies between {least} and {most} per cent.").format(
            least=CONFIDENCES[0], most=CONFIDENCES[-1]
        )
    if change.exact is not None and not 0 < change.exact <= MOST_EXACT * change.points:
        return _("“exact” is what “points” was rounded from, and does not fit it.")
    return ""


def _check_shares(instrument: Instrument) -> None:
    """Refuse items in two parts that do not say so, and items in none."""
    scored = set(range(1, instrument.items + 1)) - instrument.unscored
    seen: set[int] = set()
    for number, scale in enumerate(instrument.scales):
        items = set(scale.items)
        if items & instrument.unscored:
            raise TableError(_("It names an item that is not scored."), "scales", number)
        is_part = items != scored
        if is_part and not scale.shares and items & seen:
            shared = ", ".join(map(str, sorted(items & seen)))
            raise TableError(
                _("Item {items} belongs to another scale too.").format(items=shared),
                "scales",
                number,
            )
        if is_part and not scale.shares:
            seen |= items
    named = seen.union(*(scale.items for scale in instrument.scales))
    if missing := sorted(scored - named):
        raise TableError(
            _("Item {items} belongs to no scale.").format(items=", ".join(map(str, missing)))
        )
