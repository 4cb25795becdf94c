"""A sheet with one list of the person's own words, and what went wrong beside it."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.page import Context
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.widgets.list_editor import ListEditor
from caregiver_journal.ui.widgets.text import plain_label, push_button


class ListSheet(Overlay):
    """Shows a list; what is changed holds at once.

    Attributes:
        context: what it works with.
        editor: the list.
    """

    def __init__(self, context: Context, title: str, about: str, editor: ListEditor) -> None:
        super().__init__(title, context.ground, name=f"{editor.objectName()}.sheet")
        self.context = context
        self.editor = editor
        self.problem = ProblemLine(f"{editor.objectName()}.problem")
        done = push_button(_("Done"), "primary", name=f"{editor.objectName()}.done")
        done.clicked.connect(self.go)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(done)
        self.card.add(plain_label(about, "small", wrap=True), editor, self.problem, row)
        self.show_list()
        self.come_up()
        editor.list.setFocus()

    def show_list(self, select: str = "") -> None:
        """Read the list again and show it, on the item of a key if one is named."""

    def change(self, act: Callable[[], object], select: str = "") -> bool:
        """Do something to the list and show what came of it, or say why it cannot be."""
        try:
            act()
            self.show_list(select)
        except JournalError as error:
            self.problem.tell(error)
            return False
        self.problem.be_quiet()
        return True
