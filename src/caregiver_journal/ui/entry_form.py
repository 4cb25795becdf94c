"""What every form for an entry is: it holds a draft, and says when it is to be saved."""

from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QCheckBox, QPushButton, QVBoxLayout, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import SMALL, SNUG
from caregiver_journal.domain.entry import Entry
from caregiver_journal.ui.entry_drafts import EntryDraft
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.widgets.text import field_label, push_button

D = TypeVar("D", bound=EntryDraft)
"""What a form holds: a frozen value that can be compared."""


class EntryForm(QWidget, Generic[D]):
    """A form for one entry; collects and decides nothing.

    Attributes:
        save, cancel: its buttons.
        problem: says above them what keeps it from being saved.

    Signals:
        submitted: Save was pressed and what is there can be saved.
        cancelled: Cancel was pressed.
        edited: something in the form changed.
    """

    submitted = Signal()
    cancelled = Signal()
    edited = Signal()

    def __init__(self, name: str) -> None:
        """Make the parts every form has; they are named ``<name>.save`` and so on."""
        super().__init__()
        self.cancel: QPushButton = push_button(_("Cancel"), name=f"{name}.cancel")
        keys = QKeySequence("Ctrl+Enter").toString(QKeySequence.SequenceFormat.NativeText)
        self.save: QPushButton = push_button(
            _("Save · {keys}").format(keys=keys), "primary", name=f"{name}.save"
        )
        self.problem = ProblemLine(f"{name}.problem")
        self.save.clicked.connect(self.submit)
        self.cancel.clicked.connect(self.cancelled)

    def draft(self) -> D:
        """Return what the form holds."""
        raise NotImplementedError

    def fill(self, draft: D, entry: Entry | None = None) -> None:
        """Show a draft, and of which entry it is where that is there already."""
        raise NotImplementedError

    def submit(self) -> None:
        """Submit the form, or say what is missing and go there."""
        raise NotImplementedError

    def show_problem(self, sentence: str) -> None:
        """Show above the buttons what keeps this from being saved; "" for nothing."""
        self.problem.say(sentence)


def check_box(text: str, name: str) -> QCheckBox:
    """Return a box to tick."""
    box = QCheckBox(text)
    box.setObjectName(name)
    return box


def group(text: str, field: QWidget, *below: QWidget) -> QVBoxLayout:
    """Return a field with its label above it, and what stands below it."""
    column = QVBoxLayout()
    column.setSpacing(SMALL)
    column.setContentsMargins(0, 0, 0, SNUG)
    column.addWidget(field_label(text, field))
    for widget in (field, *below):
        column.addWidget(widget)
    return column
