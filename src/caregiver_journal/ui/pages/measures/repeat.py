"""Choose after how long a questionnaire waits on Today to be filled in again."""

from PySide6.QtCore import Signal

from caregiver_journal.base.i18n import N_, _, ngettext
from caregiver_journal.journal.measuring import Questionnaire
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.page import Context
from caregiver_journal.ui.widgets.foot_row import FootRow
from caregiver_journal.ui.widgets.segmented import Segmented
from caregiver_journal.ui.widgets.text import plain_label, push_button

_NAME = "measures.repeat"
_NEVER = "never"
_LINES_WIDE = 30
REPEATS = {
    7: N_("Every week"),
    14: N_("Every 2 weeks"),
    28: N_("Every 4 weeks"),
    91: N_("Every 3 months"),
}
"""What is offered, by the days between."""


class RepeatSheet(Overlay):
    """A few lengths of time, of which one holds at once.

    Signals:
        chosen(object): the days, or None for never.
    """

    chosen = Signal(object)

    def __init__(self, context: Context, found: Questionnaire) -> None:
        title = _("Ask again: {title}").format(title=found.instrument.title)
        super().__init__(title, context.ground, name=_NAME, lines_wide=_LINES_WIDE)
        choices = [(_NEVER, _("Never")), *((str(days), _(say)) for days, say in REPEATS.items())]
        kept = found.repeat_days
        if kept is not None and kept not in REPEATS:
            choices.append((str(kept), _say_days(kept)))
        self.choice = Segmented(choices, name=f"{_NAME}.choice", keeps_one=True, as_chips=True)
        self.choice.setAccessibleName(title)
        self.choice.set_value(_NEVER if kept is None else str(kept))
        self.done = push_button(_("Done"), "primary", name=f"{_NAME}.done")
        about = _(
            "When its time has come it waits on Today. It can be put off, as often as you like."
        )
        self.card.add(plain_label(about, "muted", wrap=True), self.choice)
        self.card.add(FootRow((), (self.done,)))
        self.choice.chosen.connect(self._tell)
        self.done.clicked.connect(self.go)
        self.come_up()
        self.choice.setFocus()

    def _tell(self, key: str) -> None:
        self.chosen.emit(None if key == _NEVER else int(key))


def say_repeat(days: int) -> str:
    """Return how often a questionnaire waits, within a line."""
    words = {
        7: _("asked again every week"),
        14: _("asked again every 2 weeks"),
        28: _("asked again every 4 weeks"),
        91: _("asked again every 3 months"),
    }
    if days in words:
        return words[days]
    said = ngettext("asked again after {days} day", "asked again after {days} days", days)
    return said.format(days=days)


def _say_days(days: int) -> str:
    return ngettext("After {days} day", "After {days} days", days).format(days=days)
