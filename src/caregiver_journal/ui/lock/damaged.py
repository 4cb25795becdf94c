"""When part of the file is damaged: look at what can be read, or save it into a new file."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _, ngettext
from caregiver_journal.base.marks import override
from caregiver_journal.domain.phrasing import say_day
from caregiver_journal.journal.rescue import Rescued
from caregiver_journal.ui.lock.sheet import LockPage
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.widgets.progress_line import CalmProgress
from caregiver_journal.ui.widgets.text import plain_label, push_button


class DamagedPage(LockPage):
    """Offers the rescue of a damaged journal.

    Signals:
        rescue_requested: what can be read shall be saved into a new file.
        reopen_requested: the journal shall be opened again.
    """

    rescue_requested = Signal()
    reopen_requested = Signal()

    def __init__(self) -> None:
        super().__init__(
            _("Part of this journal's file is damaged"),
            _(
                "Nothing more is written to it. What can still be read can be saved into a new "
                "file; the damaged one is kept beside it, and you are told what was lost."
            ),
            lines_wide=25,
        )
        self.problem = ProblemLine("damaged.problem")
        self.result = plain_label("", wrap=True)
        self.result.setObjectName("damaged.result")
        self.progress = CalmProgress()
        self.rescue = push_button(_("Save what can be read"), "primary", name="damaged.rescue")
        self.reopen = push_button(_("Open the journal"), "primary", name="damaged.reopen")
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.rescue)
        row.addWidget(self.reopen)
        for widget in (self.problem, self.result, self.progress):
            self.column.addWidget(widget)
        self.result.hide()
        self.progress.hide()
        self.column.addLayout(row)
        self.reopen.hide()
        self.rescue.clicked.connect(self._start)
        self.reopen.clicked.connect(self.reopen_requested)

    @override
    def focus_first(self) -> None:
        """Put the keyboard on the one step."""
        self.rescue.setFocus()

    @override
    def show_problem(self, error: JournalError) -> None:
        """Say why the rescue did not work; the damaged file is as it was."""
        self._set_busy(busy=False)
        self.problem.tell(error)
        self.focus_first()

    def show_result(self, rescued: Rescued) -> None:
        """Say what was saved and what was lost."""
        self._set_busy(busy=False)
        self.rescue.hide()
        self.reopen.show()
        self.result.show()
        self.result.setText(say_rescued(rescued))
        self.reopen.setFocus()

    def _start(self) -> None:
        self._set_busy(busy=True)
        self.rescue_requested.emit()

    def _set_busy(self, *, busy: bool) -> None:
        self.rescue.setEnabled(not busy)
        self.problem.be_quiet()
        if busy:
            self.progress.start(_("Reading what can be read…"), can_cancel=False)
        self.progress.setVisible(busy)


def say_rescued(rescued: Rescued) -> str:
    """Return in sentences what a rescue saved and what it could not."""
    kept = ngettext(
        "{count:,} entry was saved into a new file.",
        "{count:,} entries were saved into a new file.",
        rescued.entries,
    ).format(count=rescued.entries)
    where = _("The damaged file is kept as {name}.").format(name=rescued.kept_as)
    if not rescued.lost:
        return " ".join([kept, _("Nothing was lost."), where])
    lost = ngettext(
        "{count:,} record could not be read.", "{count:,} records could not be read.", rescued.lost
    ).format(count=rescued.lost)
    days = ""
    if rescued.days:
        days = ngettext(
            "Something is missing on this day: {days}.",
            "Something is missing on these days: {days}.",
            len(rescued.days),
        ).format(days=", ".join(_say_day(day) for day in rescued.days))
    return " ".join(part for part in (kept, lost, days, where) if part)


def _say_day(day: str) -> str:
    """Return an ISO date in words, with its year; what is no date stays as it is."""
    try:
        return say_day(date.fromisoformat(day), date.min)
    except ValueError:
        return day
