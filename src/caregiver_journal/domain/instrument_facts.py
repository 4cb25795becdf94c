"""Say what a questionnaire is: its items, how they are answered, and what is scored."""

from collections.abc import Iterable

from caregiver_journal.base.i18n import _, ngettext
from caregiver_journal.domain.instrument import Form, How, Instrument, Scale
from caregiver_journal.domain.scoring import say_codes

Fact = tuple[str, str]
"""What is said and its words."""


def instrument_facts(instrument: Instrument) -> list[Fact]:
    """Return what is known of a questionnaire, in the order in which it is read."""
    facts = [(_("Edition"), instrument.edition), (_("Items"), _say_items(instrument))]
    facts += [
        (form.title or _("Answers"), _say_form(instrument, form)) for form in instrument.forms
    ]
    facts += [
        (scale.name or _("Score"), _say_scale(instrument, scale)) for scale in instrument.scales
    ]
    facts += [
        (_("Good to know"), instrument.note),
        (_("Source"), instrument.source),
        (_("Who may use it"), instrument.licence),
    ]
    return [(title, words) for title, words in facts if words]


def _say_items(instrument: Instrument) -> str:
    if instrument.is_total_only:
        return _("none; a total is entered")
    count = ngettext("{count} item", "{count} items", instrument.items)
    said = count.format(count=instrument.items)
    return f"{said}, {instrument.window}" if instrument.window else said


def _say_form(instrument: Instrument, form: Form) -> str:
    said = say_codes(form)
    if form.reversed:
        said = _("{codes}; turned round: {items}").format(
            codes=said, items=_labels(instrument, sorted(form.reversed))
        )
    return said


def _say_scale(instrument: Instrument, scale: Scale) -> str:
    """Return how a scale is scored, and what it can reach where that is known."""
    parts = []
    if scale.items:
        how = _("sum of {items}") if scale.how is How.SUM else _("mean of {items}")
        parts.append(how.format(items=_say_items_of(instrument, scale)))
    if scale.lowest is not None and scale.highest is not None:
        parts.append(
            _("{lowest:g} to {highest:g}").format(lowest=scale.lowest, highest=scale.highest)
        )
    if scale.higher:
        parts.append(_("higher: {words}").format(words=scale.higher))
    return "; ".join(parts) or _("a number")


def _say_items_of(instrument: Instrument, scale: Scale) -> str:
    if len(scale.items) == instrument.items:
        return _("all items")
    return _labels(instrument, scale.items)


def _labels(instrument: Instrument, items: Iterable[int]) -> str:
    return ", ".join(map(instrument.label, items))
