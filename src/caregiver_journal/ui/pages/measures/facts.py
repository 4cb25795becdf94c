"""What is known of a questionnaire, and where that is from."""

from collections.abc import Iterator

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import SMALL, TINY
from caregiver_journal.domain.instrument import Instrument, Scale, Status
from caregiver_journal.domain.instrument_facts import Fact, instrument_facts
from caregiver_journal.domain.measure_facts import known_lines, say_line, say_number
from caregiver_journal.journal.measuring import Questionnaire
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.page import Context
from caregiver_journal.ui.widgets.foot_row import FootRow
from caregiver_journal.ui.widgets.text import plain_label, push_button

_NAME = "measures.facts"
_LINES_WIDE = 36


class FactsSheet(Overlay):
    """Shows each fact below what it is about; what nobody confirmed is left out."""

    def __init__(self, context: Context, found: Questionnaire) -> None:
        instrument = found.instrument
        super().__init__(instrument.title, context.ground, name=_NAME, lines_wide=_LINES_WIDE)
        self.card.body.setSpacing(TINY)
        for title, words in (*instrument_facts(instrument), *_more_facts(instrument)):
            self.card.add(plain_label(title, "label", wrap=True))
            self.card.add(plain_label(words, wrap=True))
            self.card.body.addSpacing(SMALL)
        if not instrument.item_texts:
            about = _("The questions themselves are not in this program.")
            self.card.add(plain_label(about, "small", wrap=True))
        self.done = push_button(_("Done"), "primary", name=f"{_NAME}.done")
        self.done.clicked.connect(self.go)
        self.card.add(FootRow((), (self.done,)))
        self.come_up()
        self.done.setFocus()


def _more_facts(instrument: Instrument) -> Iterator[Fact]:
    """Yield published lines and thresholds, each with its source."""
    for scale in instrument.scales:
        about = f" · {scale.name}" if scale.name else ""
        lines = [f"{say_line(line)} ({line.source})" for line in known_lines(scale)]
        if lines:
            yield _("Published lines") + about, "\n".join(lines)
        changes = list(_say_changes(scale))
        if changes:
            yield _("Changes") + about, "\n".join(changes)


def _say_changes(scale: Scale) -> Iterator[str]:
    """Yield from which difference on a change is larger than chance, and which is noticed."""
    for change in scale.changes:
        if change.status is not Status.PROVISIONAL:
            level = _("how surely is not named")
            if change.confidence is not None:
                level = _("{number} %").format(number=change.confidence)
            yield _("larger than chance from {points} points on, {level}. Source: {source}").format(
                points=say_number(change.points), level=level, source=change.source
            )
    noticing = scale.noticing
    if noticing is not None and noticing.status is not Status.PROVISIONAL:
        source = noticing.source
        if noticing.borrowed:
            words = _("borrowed from the {other}: {source}")
            source = words.format(other=noticing.borrowed, source=source)
        yield _("worth noticing from {points} points on. Source: {source}").format(
            points=say_number(noticing.points), source=source
        )
