"""Offer the sheets that can be printed or saved: to fill in by hand, or with one's own words."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import MEDIUM, SMALL, TINY
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.page import Context
from caregiver_journal.ui.paper.sheets import SHEETS, Sheet
from caregiver_journal.ui.paper_sheet import PaperSheet
from caregiver_journal.ui.widgets.foot_row import FootRow
from caregiver_journal.ui.widgets.text import plain_label, push_button


class OnPaperSheet(Overlay):
    """A list of the sheets; choosing one offers to print or to save it."""

    def __init__(self, context: Context) -> None:
        super().__init__(_("On paper"), context.ground, name="learn.papers")
        self._context = context
        about = _("Sheets to print or to save as a PDF. They work with nothing written yet.")
        self.card.add(plain_label(about, "muted", wrap=True))
        self.buttons = [self._add(sheet) for sheet in SHEETS]
        close = push_button(_("Close"), name="learn.papers.close")
        close.clicked.connect(self.go)
        self.card.add(FootRow((), (close,)))
        self.come_up()
        self.buttons[0].setFocus()

    def _add(self, sheet: Sheet) -> QPushButton:
        title = _(sheet.title)
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TINY)
        column.addWidget(plain_label(title, "label", wrap=True))
        column.addWidget(plain_label(_(sheet.about), "small", wrap=True))
        button = push_button(_("Print or save…"), name=f"learn.paper.{sheet.key}")
        button.setAccessibleName(_("Print or save: {title}").format(title=title))
        button.clicked.connect(partial(self._offer, sheet))
        row = QHBoxLayout()
        row.setSpacing(MEDIUM)
        row.addWidget(words, 1)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.card.add(row)
        self.card.body.addSpacing(SMALL)
        return button

    def _offer(self, sheet: Sheet) -> None:
        self.go()
        PaperSheet(self._context, sheet)
